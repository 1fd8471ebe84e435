/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "source.h"

#include <string.h>

#include "lines.h"
#include "tool.h"

void
tool_source_clear (ToolSource *source)
{
  g_clear_object (&source->view);
  g_clear_object (&source->partnership);
  g_clear_pointer (&source->known, g_free);
}

int
tool_source_status (const ToolSource *source, int status)
{
  if (status == TOOL_BAD || charter_partnership_get_damage (source->partnership) == NULL)
    return status;
  return TOOL_UNSURE;
}

void
tool_source_advise_known (const ToolSource *source)
{
  if (source->known != NULL)
    tool_advise (_("With --known %s, only what had been recorded by then is taken into account."),
                 source->known);
}

int
tool_source_fail (const ToolCommand *command, const ToolSource *source, const char *about,
                  const GError *error)
{
  int status = tool_fail (command, about, error);

  if (g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND))
    tool_source_advise_known (source);
  return tool_source_status (source, status);
}

CharterDocument *
tool_source_charter (const ToolSource *source, const char *at, GError **error)
{
  return charter_view_get_charter (source->view, at, error);
}

char *
tool_absolute (const char *path)
{
  return g_canonicalize_filename (path, NULL);
}

/* What a person can do about an error, by its code; NULL: the message says it. */
static const char *
advice_for (const GError *error)
{
  if (error->domain != CHARTER_ERROR)
    return NULL;
  switch ((CharterError) error->code)
    {
    case CHARTER_ERROR_VERSION:
      return _("A newer libcharter may be needed to read this.");
    case CHARTER_ERROR_STALE:
    case CHARTER_ERROR_BUSY:
      return _("Somebody else was writing at the same time. Look at what came in, then try again.");
    case CHARTER_ERROR_DAMAGED:
      return _("Keep the file as it is and go back to a copy, or to what a partner holds.");
    case CHARTER_ERROR_READ_ONLY:
      return _("The record can be read, but nothing can be added to it.");
    case CHARTER_ERROR_SYNTAX:
    case CHARTER_ERROR_LIMIT:
    case CHARTER_ERROR_FORMAT:
    case CHARTER_ERROR_VALUE:
    case CHARTER_ERROR_REFERENCE:
    case CHARTER_ERROR_TIME:
    case CHARTER_ERROR_ID_REUSED:
    case CHARTER_ERROR_PERMISSION:
    case CHARTER_ERROR_REFUSED:
    case CHARTER_ERROR_NOT_FOUND:
    case CHARTER_ERROR_STORE:
    default:
      return NULL;
    }
}

ToolStatus
tool_error_status (const GError *error)
{
  return g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_PERMISSION) ||
         g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED) ? TOOL_NO : TOOL_BAD;
}

int
tool_fail (const ToolCommand *command, const char *about, const GError *error)
{
  const char *advice = advice_for (error);

  if (about != NULL)
    tool_complain (command, "%s: %s", about, error->message);
  else
    tool_complain (command, "%s", error->message);
  if (advice != NULL)
    tool_advise ("%s", advice);
  return tool_error_status (error);
}

static gboolean
is_lines (const char *path)
{
  return strcmp (path, "-") == 0 || g_str_has_suffix (path, ".jsonl");
}

static CharterPartnership *
open_lines (const char *path, GError **error)
{
  g_autoptr (CharterPartnership) partnership = charter_partnership_new ();
  g_autofree char *name = NULL;
  g_autoptr (GInputStream) stream = NULL;
  gint64 size;

  stream = tool_lines_open (path, &size, error);
  if (stream == NULL)
    return NULL;
  name = strcmp (path, "-") == 0 ? g_strdup (_("the standard input")) : g_path_get_basename (path);
  if (!tool_lines_load (partnership, stream, name, size, error))
    return NULL;
  return g_steal_pointer (&partnership);
}

static void
warn_of_damage (const ToolCommand *command, const char *path, CharterPartnership *partnership)
{
  const char *damage = charter_partnership_get_damage (partnership);

  if (damage == NULL)
    return;
  tool_complain (command, _("%s: Only part of the record could be read: %s"), path, damage);
  tool_advise (_("What follows rests on the entries before that. Compare with another copy."));
}

gboolean
tool_source_open (const ToolCommand *command, const char *path, const char *known,
                  ToolSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *absolute = tool_absolute (path);

  if (is_lines (path))
    source->partnership = open_lines (path, &error);
  else
    source->partnership = charter_partnership_open_read_only (absolute, &error);
  if (source->partnership == NULL)
    {
      tool_fail (command, path, error);
      return FALSE;
    }
  warn_of_damage (command, path, source->partnership);
  source->known = g_strdup (known);
  if (known == NULL)
    source->view = charter_partnership_get_view (source->partnership);
  else
    source->view = charter_partnership_as_known (source->partnership, known, &error);
  if (source->view == NULL)
    tool_fail (command, "--known", error);
  return source->view != NULL;
}

CharterPartnership *
tool_open_writable (const ToolCommand *command, const char *path)
{
  g_autoptr (CharterPartnership) partnership = NULL;
  g_autofree char *absolute = tool_absolute (path);
  g_autoptr (GError) error = NULL;

  if (is_lines (path))
    {
      tool_complain (command, _("%s: Nothing can be added to a JSON Lines file"), path);
      tool_advise (_("“charter new RECORD --from %s” makes a record of it that can grow."), path);
      return NULL;
    }
  partnership = charter_partnership_open (absolute, &error);
  if (partnership == NULL)
    {
      tool_fail (command, path, error);
      return NULL;
    }
  warn_of_damage (command, path, partnership);
  return g_steal_pointer (&partnership);
}

char *
tool_person_id (CharterPartnership *partnership, const char *name, GError **error)
{
  gboolean marked = *name == '@';
  g_autoptr (CharterPerson) person = charter_partnership_get_person (partnership, name + marked);

  if (person != NULL)
    return g_strdup (charter_person_get_id (person));
  if (!marked)
    return g_strdup (name);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               _("Nobody in this record has the handle “%s”"), name + 1);
  return NULL;
}

char *
tool_name_of (CharterPartnership *partnership, const char *id)
{
  g_autoptr (CharterPerson) person =
    id != NULL ? charter_partnership_get_person (partnership, id) : NULL;
  const char *handle = person != NULL ? charter_person_get_handle (person) : NULL;

  return g_strdup (handle != NULL ? handle : id);
}

char *
tool_party_of (CharterPartnership *partnership, const char *id)
{
  g_autoptr (CharterPerson) person =
    id != NULL ? charter_partnership_get_person (partnership, id) : NULL;
  g_autoptr (CharterPartner) partner =
    id != NULL ? charter_partnership_get_partner (partnership, id) : NULL;
  g_autoptr (CharterView) view = charter_partnership_get_view (partnership);
  char *name;

  if (id == NULL || person != NULL || partner != NULL)
    return tool_name_of (partnership, id);
  name = charter_view_dup_party_name (view, id);
  return name != NULL ? name : g_strdup (id);
}

char *
tool_path_of (CharterPartnership *partnership, const char *const *ids)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *name = tool_party_of (partnership, ids[i]);

      g_string_append_printf (path, "%s%s",
                              i == 0 ? "" : tool_terminal_unicode () ? " → " : " > ", name);
    }
  return g_string_free (path, FALSE);
}

char *
tool_last_instant (CharterPartnership *partnership, gint64 known)
{
  GListModel *entries = charter_partnership_get_entries (partnership);
  guint n = g_list_model_get_n_items (entries);
  g_autofree char *last = g_strdup ("");

  if (known > 0 && known < n)
    n = (guint) known;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CharterEntry) entry = g_list_model_get_item (entries, i);
      const char *at = charter_entry_get_at (entry);

      if (strcmp (at, last) > 0)
        {
          g_free (last);
          last = g_strdup (at);
        }
    }
  return g_steal_pointer (&last);
}
