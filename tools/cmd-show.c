/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>
#include <string.h>

#include "reasons.h"
#include "show-lists.h"
#include "table.h"
#include "tool.h"

typedef struct
{
  gboolean entries;
  gboolean charter;
  gboolean lists[TOOL_N_LISTS];
} ShowOptions;

/* One thing, as described: a line for each member. */
static void
print_thing (const char *id, JsonObject *object)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  tool_print_wrapped ("", TOOL_STYLE_BOLD, id);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_ptr_array_add (texts, tool_json_plain (value));
      g_ptr_array_add (rows, (gpointer) name);
      g_ptr_array_add (rows, g_ptr_array_index (texts, texts->len - 1));
    }
  g_ptr_array_add (rows, NULL);
  tool_print_pairs ((const char * const *) rows->pdata);
}

static ToolStatus
print_text (const ToolCommon *common, const char *id, const char *text)
{
  g_autoptr (JsonNode) node = tool_json_parse (text, NULL);

  if (common->json)
    tool_print_json (text);
  else if (tool_json_object (node) != NULL)
    print_thing (id, tool_json_object (node));
  return TOOL_YES;
}

/* An entry by its number or its id. */
static CharterEntry *
find_entry (ToolSource *source, const char *id)
{
  GListModel *entries = charter_partnership_get_entries (source->partnership);
  gint64 seq = 0;

  if (g_ascii_string_to_signed (*id == '#' ? id + 1 : id, 10, 1, G_MAXINT32, &seq, NULL))
    return g_list_model_get_item (entries, (guint) seq - 1);
  return charter_partnership_get_entry (source->partnership, id);
}

/* What the record holds under an id, else under a person's handle; NULL with an error. */
static char *
describe (ToolSource *source, const char *id, const char *at, GError **error)
{
  g_autofree char *person = NULL;
  char *text = NULL;

  if (*id != '@')
    text = charter_view_describe (source->view, id, at, error);
  if (text != NULL || (error != NULL && *error != NULL &&
                       !g_error_matches (*error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND)))
    return text;
  person = tool_person_id (source->partnership, id, *id == '@' ? error : NULL);
  if (person == NULL || strcmp (person, id) == 0)
    return NULL;
  g_clear_error (error);
  return charter_view_describe (source->view, person, at, error);
}

static ToolStatus
show_thing (const ToolCommand *command, const ToolCommon *common, ToolSource *source,
            const char *path, const char *id, const char *at)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = describe (source, id, at, &error);
  g_autoptr (CharterEntry) entry = NULL;

  if (text != NULL)
    return print_text (common, id, text);
  if (!g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND) &&
      !g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_VALUE))
    return tool_fail (command, path, error);
  entry = find_entry (source, id);
  if (entry == NULL || charter_entry_get_seq (entry) > charter_view_get_known (source->view))
    return tool_source_fail (command, source, path, error);
  text = charter_entry_to_json (entry);
  return print_text (common, id, text);
}

static void
add_entry (ToolTable *table, ToolSource *source, CharterEntry *entry)
{
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, charter_entry_get_seq (entry));
  g_autofree char *text = charter_entry_dup_data (entry);
  g_autoptr (JsonNode) node = text != NULL ? tool_json_parse (text, NULL) : NULL;
  JsonObject *data = tool_json_object (node);
  g_autofree char *by = tool_name_of (source->partnership, charter_entry_get_by (entry));
  g_autofree char *plain = NULL;

  if (tool_json_inner (data, "charter") != NULL)
    plain = g_strdup (tool_json_member (tool_json_inner (data, "charter"), "title"));
  else if (node != NULL)
    plain = tool_json_plain (node);
  tool_table_row (table);
  tool_table_cell (table, TOOL_STYLE_DIM, seq);
  tool_table_cell (table, TOOL_STYLE_PLAIN, charter_entry_get_at (entry));
  tool_table_cell (table, TOOL_STYLE_BOLD, charter_entry_get_kind (entry));
  tool_table_cell (table, TOOL_STYLE_PLAIN, by);
  tool_table_cell (table, charter_entry_get_redacted (entry) ? TOOL_STYLE_DIM : TOOL_STYLE_PLAIN,
                   plain);
}

static ToolStatus
print_entries_json (GListModel *entries, gint64 known)
{
  fputc ('[', stdout);
  for (guint i = 0; i < g_list_model_get_n_items (entries) && (gint64) i < known; i++)
    {
      g_autoptr (CharterEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *text = charter_entry_to_json (entry);

      fputs (i > 0 ? ",\n" : "", stdout);
      fputs (text, stdout);
    }
  fputs ("]\n", stdout);
  return TOOL_YES;
}

static ToolStatus
show_entries (const ToolCommon *common, ToolSource *source)
{
  GListModel *entries = charter_partnership_get_entries (source->partnership);
  gint64 known = charter_view_get_known (source->view);
  g_autoptr (ToolTable) table = tool_table_new ();
  const char *titles[] = { "#", _("At"), _("Kind"), _("By"), _("Data") };

  if (common->json)
    return print_entries_json (entries, known);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    tool_table_column (table, titles[i], i == 0 ? TOOL_COLUMN_RIGHT
                                         : i == 4 ? TOOL_COLUMN_WRAP : TOOL_COLUMN_CUT);
  for (guint i = 0; i < g_list_model_get_n_items (entries) && (gint64) i < known; i++)
    {
      g_autoptr (CharterEntry) entry = g_list_model_get_item (entries, i);

      add_entry (table, source, entry);
    }
  tool_table_print (table, 0);
  return TOOL_YES;
}

static ToolStatus
show_charter (const ToolCommand *command, const ToolCommon *common, ToolSource *source,
              const char *path, const char *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterDocument) charter = tool_source_charter (source, at, &error);

  if (charter == NULL && error != NULL)
    return tool_fail (command, path, error);
  if (charter == NULL)
    {
      tool_complain (command, _("%s: No charter is in force at %s"), path, at);
      tool_source_advise_known (source);
      return TOOL_NO;
    }
  if (common->json)
    {
      g_autofree char *text = charter_document_to_json (charter);

      tool_print_json (text);
    }
  else
    tool_print_charter (charter);
  return TOOL_YES;
}

/* Nothing in particular: the partnership, its charter, who takes part, how much there is. */
static ToolStatus
show_overview (const ToolCommon *common, ToolSource *source, const char *at)
{
  CharterPartnership *partnership = source->partnership;
  g_autoptr (CharterDocument) charter = tool_source_charter (source, at, NULL);
  g_autofree char *head = g_strdup_printf ("%" G_GINT64_FORMAT,
                                           charter_view_get_known (source->view));
  const char *rows[] = {
    _("Id"), charter_partnership_get_id (partnership),
    _("Charter"), charter != NULL ? charter_document_get_title (charter) : _("none"),
    _("Time zone"), charter_partnership_get_zone (partnership),
    _("Entries"), head,
    _("As at"), at,
    NULL
  };

  if (common->json)
    {
      tool_print_overview_json (source, at, rows[3]);
      return TOOL_YES;
    }
  tool_print_wrapped ("", TOOL_STYLE_BOLD, charter_partnership_get_title (partnership));
  tool_print_pairs (rows);
  tool_print_list (source, 0, at, TRUE);
  return TOOL_YES;
}

static ToolStatus
show_lists (const ToolCommon *common, ToolSource *source, const ShowOptions *options,
            const char *at)
{
  for (guint i = 0; i < TOOL_N_LISTS; i++)
    {
      if (!options->lists[i])
        continue;
      if (common->json)
        tool_print_list_json (source, i, at);
      else
        tool_print_list (source, i, at, FALSE);
    }
  return TOOL_YES;
}

static gboolean
wants_list (const ShowOptions *options)
{
  for (guint i = 0; i < TOOL_N_LISTS; i++)
    if (options->lists[i])
      return TRUE;
  return FALSE;
}

/* Without an entry there is not even a partnership. */
static ToolStatus
show_nothing (const ToolCommand *command, const ToolSource *source, const char *path)
{
  tool_complain (command, _("%s: There are no entries to show"), path);
  tool_source_advise_known (source);
  return charter_partnership_get_damage (source->partnership) != NULL ? TOOL_UNSURE : TOOL_BAD;
}

static ToolStatus
show (const ToolCommand *command, const ToolCommon *common, const ShowOptions *options,
      ToolSource *source, const char *path, const char *id)
{
  gint64 known = charter_view_get_known (source->view);
  g_autofree char *at = NULL;

  if (known == 0 && !options->entries)
    return show_nothing (command, source, path);
  at = common->at != NULL ? g_strdup (common->at) : tool_last_instant (source->partnership, known);
  if (id != NULL)
    return show_thing (command, common, source, path, id, at);
  if (options->entries)
    return show_entries (common, source);
  if (options->charter)
    return show_charter (command, common, source, path, at);
  if (wants_list (options))
    return show_lists (common, source, options, at);
  return show_overview (common, source, at);
}

static ToolStatus
run (const ToolCommand *command, const ToolCommon *common, const ShowOptions *options,
     const char *path, const char *id)
{
  g_auto (ToolSource) source = { 0 };

  if (!tool_source_open (command, path, common->known, &source))
    return TOOL_BAD;
  return tool_source_status (&source, show (command, common, options, &source, path, id));
}

ToolStatus
cmd_show (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  ShowOptions options = { 0 };
  GOptionEntry own[TOOL_N_LISTS + 3] = {
    { "entries", 0, 0, G_OPTION_ARG_NONE, &options.entries, N_("List the entries"), NULL },
    { "charter", 0, 0, G_OPTION_ARG_NONE, &options.charter, N_("Print the charter in force"),
      NULL },
  };

  for (guint i = 0; i < TOOL_N_LISTS; i++)
    own[2 + i] = (GOptionEntry) { tool_list_name (i), 0, 0, G_OPTION_ARG_NONE, &options.lists[i],
                                  tool_list_help (i), NULL };
  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_TAKES_KNOWN, &common, own, &argc, &argv))
    return TOOL_BAD;
  return run (command, &common, &options, argv[1], argc > 2 ? argv[2] : NULL);
}
