/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "lines.h"
#include "reasons.h"
#include "tool.h"

typedef struct
{
  char     *model;
  char     *file;
  char     *from;
  char     *id;
  char     *title;
  char     *zone;
  char     *origin;
  char     *by;
  char     *recorded;
  gboolean  models;
} NewOptions;

static void
new_options_clear (NewOptions *options)
{
  g_free (options->model);
  g_free (options->file);
  g_free (options->from);
  g_free (options->id);
  g_free (options->title);
  g_free (options->zone);
  g_free (options->origin);
  g_free (options->by);
  g_free (options->recorded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewOptions, new_options_clear)

static void
advise_models (void)
{
  g_auto (GStrv) models = charter_document_list_models ();
  g_autofree char *list = g_strjoinv (", ", models);

  tool_advise (_("The model charters are: %s"), list);
}

/* The charter that the record starts with; NULL without an error if none was asked for. */
static CharterDocument *
load_charter (const ToolCommand *command, const NewOptions *options, GError **error)
{
  g_autoptr (CharterDocument) document = NULL;

  if (options->file != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (options->file);

      document = charter_document_new_from_file (file, NULL, error);
      g_prefix_error (error, "%s: ", options->file);
    }
  else if (options->model != NULL)
    document = charter_document_new_from_model (options->model, error);
  return g_steal_pointer (&document);
}

/* A name that can be an id: the file's, in small letters, without its ending. */
static char *
id_from_path (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  GString *id = g_string_new (NULL);

  if (g_str_has_suffix (base, ".charter"))
    base[strlen (base) - strlen (".charter")] = '\0';
  for (const char *p = base; *p != '\0' && id->len < 64; p++)
    {
      char c = g_ascii_tolower (*p);

      if (g_ascii_isalnum (c) || (id->len > 0 && (c == '.' || c == '_' || c == '-')))
        g_string_append_c (id, c);
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_assign (id, "partnership");
  return g_string_free (id, FALSE);
}

static void
append_member (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, "%s\"%s\":", out->str[out->len - 1] == '{' ? "" : ",", name);
  tool_json_quote (out, value);
}

static void
append_start (GString *out, const char *kind, const char *at, const char *by)
{
  g_string_append_c (out, '{');
  append_member (out, "kind", kind);
  append_member (out, "at", at);
  if (by != NULL)
    append_member (out, "by", by);
  g_string_append (out, ",\"data\":{");
}

/* The two entries that a record starts with, as one batch. */
static char *
first_entries (const NewOptions *options, const char *path, const char *at,
               CharterDocument *charter)
{
  GString *out = g_string_new ("[");
  g_autofree char *id = options->id != NULL ? g_strdup (options->id) : id_from_path (path);
  g_autofree char *origin = g_strdup_printf ("charter/%s", id);
  const char *zone = options->zone;
  const char *title = options->title;

  if (zone == NULL && charter != NULL)
    zone = charter_document_get_zone (charter);
  if (title == NULL && charter != NULL)
    title = charter_document_get_title (charter);
  append_start (out, "partnership-founded", at, options->by);
  append_member (out, "id", id);
  append_member (out, "title", title != NULL ? title : id);
  append_member (out, "zone", zone != NULL ? zone : "UTC");
  append_member (out, "origin", options->origin != NULL ? options->origin : origin);
  append_member (out, "format", "1");
  g_string_append (out, "}}");
  if (charter != NULL)
    {
      g_autofree char *text = charter_document_to_json (charter);

      g_string_append_c (out, ',');
      append_start (out, "charter-adopted", at, options->by);
      g_string_append_printf (out, "\"charter\":%s}}", text);
    }
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

/* The charter in force once everything that the record has is in it. */
static CharterDocument *
charter_of (CharterPartnership *partnership)
{
  g_autofree char *at = tool_last_instant (partnership, 0);

  return charter_partnership_get_charter (partnership, at, NULL);
}

static void
say_made (const ToolCommon *common, const char *path, const NewOptions *options,
          CharterPartnership *partnership)
{
  g_autoptr (CharterDocument) charter = charter_of (partnership);
  gint64 head = charter_partnership_get_head (partnership);

  if (common->json)
    {
      GString *out = g_string_new ("{");

      append_member (out, "id", charter_partnership_get_id (partnership));
      append_member (out, "path", path);
      g_string_append_printf (out, ",\"recorded\":%" G_GINT64_FORMAT, head);
      append_member (out, "title", charter_partnership_get_title (partnership));
      append_member (out, "zone", charter_partnership_get_zone (partnership));
      g_string_append_c (out, '}');
      tool_print_json (out->str);
      g_string_free (out, TRUE);
      return;
    }
  tool_say (_("Made %s: %s (%s), dates in %s."), path,
            charter_partnership_get_title (partnership), charter_partnership_get_id (partnership),
            charter_partnership_get_zone (partnership));
  if (options->from != NULL)
    g_print (ngettext ("Recorded %lld entry.\n", "Recorded %lld entries.\n", (gulong) head),
             (long long) head);
  if (charter != NULL)
    tool_say (_("It lives by “%s”."), charter_document_get_title (charter));
  else
    tool_say (_("It has no charter yet: charter record %s charter-adopted --at … charter:=@FILE"),
              path);
}

/* @entries, or those of the file that --from names: all or none. */
static gboolean
fill (CharterPartnership *partnership, const char *entries, const NewOptions *options,
      GError **error)
{
  g_autoptr (GListModel) made = NULL;
  gint64 count;

  if (options->recorded != NULL &&
      !charter_partnership_set_clock (partnership, options->recorded, error))
    return FALSE;
  if (options->from == NULL)
    {
      made = charter_partnership_record_many (partnership, entries, error);
      return made != NULL;
    }
  count = tool_lines_import (partnership, options->from, error);
  if (count == 0)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE, "%s: %s", options->from,
                 _("There are no entries in it"));
  return count > 0;
}

/* Makes the file and its first entries; takes the file away again if they are refused, which
 * is always for what was asked for: bad input. */
static ToolStatus
make (const ToolCommand *command, const char *path, const char *entries,
      const ToolCommon *common, const NewOptions *options)
{
  g_autofree char *absolute = tool_absolute (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPartnership) partnership = charter_partnership_create (absolute, &error);

  if (partnership == NULL)
    {
      tool_fail (command, path, error);
      return TOOL_BAD;
    }
  if (!fill (partnership, entries, options, &error))
    {
      tool_fail (command, path, error);
      tool_advise (_("Nothing was made."));
      g_clear_object (&partnership);
      g_unlink (absolute);
      return TOOL_BAD;
    }
  say_made (common, path, options, partnership);
  return TOOL_YES;
}

static ToolStatus
list_models (const ToolCommon *common)
{
  g_auto (GStrv) models = charter_document_list_models ();

  for (guint i = 0; models[i] != NULL; i++)
    g_print ("%s\n", models[i]);
  return TOOL_YES;
}

/* What founds the record stands in the file. */
static gboolean
check_from (const ToolCommand *command, const ToolCommon *common, const NewOptions *options)
{
  const struct
  {
    const char *name;
    const char *value;
  } others[] = {
    { "--at", common->at }, { "--model", options->model }, { "--charter", options->file },
    { "--id", options->id }, { "--title", options->title }, { "--zone", options->zone },
    { "--origin", options->origin }, { "--by", options->by },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].value != NULL)
      {
        tool_complain (command, _("--from brings whole entries, the founding among them: %s cannot "
                                  "stand beside it"), others[i].name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_options (const ToolCommand *command, const ToolCommon *common, const NewOptions *options)
{
  const char * const texts[] = { options->id, options->title, options->zone, options->origin };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!tool_check_text (command, texts[i]))
      return FALSE;
  if (options->from != NULL)
    return check_from (command, common, options);
  if (!tool_check_at (command, common))
    return FALSE;
  if (options->model == NULL || options->file == NULL)
    return TRUE;
  tool_complain (command, _("--model and --charter exclude each other"));
  return FALSE;
}

static ToolStatus
run (const ToolCommand *command, const char *path, const ToolCommon *common,
     const NewOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterDocument) document = load_charter (command, options, &error);
  g_autofree char *entries = NULL;

  if (error != NULL)
    {
      tool_fail (command, NULL, error);
      if (options->model != NULL)
        advise_models ();
      return TOOL_BAD;
    }
  if (options->from == NULL)
    entries = first_entries (options, path, common->at, document);
  return make (command, path, entries, common, options);
}

ToolStatus
cmd_new (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (NewOptions) options = { 0 };
  const GOptionEntry own[] = {
    { "model", 0, 0, G_OPTION_ARG_STRING, &options.model, N_("Adopt this model charter"),
      N_("ID") },
    { "charter", 0, 0, G_OPTION_ARG_FILENAME, &options.file, N_("Adopt the charter in this file"),
      N_("FILE") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from,
      N_("Make it of JSON Lines that start with the founding; - is the standard input"),
      N_("FILE") },
    { "id", 0, 0, G_OPTION_ARG_FILENAME, &options.id, N_("The partnership's id (the file's name)"),
      N_("ID") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &options.title,
      N_("The partnership's name (the charter's title)"), N_("TEXT") },
    { "zone", 0, 0, G_OPTION_ARG_FILENAME, &options.zone,
      N_("Its time zone (the charter's, else UTC)"), N_("ZONE") },
    { "origin", 0, 0, G_OPTION_ARG_FILENAME, &options.origin,
      N_("The name on its checkpoints (charter/ID)"), N_("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("Who makes the entries"), N_("ID") },
    { "recorded", 0, 0, G_OPTION_ARG_STRING, &options.recorded,
      N_("Record as if it were this instant"), N_("INSTANT") },
    { "list-models", 0, 0, G_OPTION_ARG_NONE, &options.models, N_("List the model charters"),
      NULL },
    { NULL }
  };

  if (argc == 2 && strcmp (argv[1], "--list-models") == 0)
    return list_models (&common);
  if (!tool_parse (command, TOOL_TAKES_AT, &common, own, &argc, &argv) ||
      !check_options (command, &common, &options))
    return TOOL_BAD;
  return run (command, argv[1], &common, &options);
}
