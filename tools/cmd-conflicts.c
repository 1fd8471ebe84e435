/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reasons.h"
#include "register-page.h"
#include "table.h"
#include "tool.h"

static void
add_row (ToolTable *table, ToolSource *source, CharterConflict *conflict)
{
  const char *const *path = charter_conflict_get_path (conflict);
  const char *exemption = charter_conflict_get_exemption (conflict);
  g_autofree char *effect = exemption == NULL
    ? g_strdup (charter_conflict_get_effect (conflict))
    : g_strdup_printf ("%s (%s)", charter_conflict_get_effect (conflict), exemption);
  g_autofree char *person = tool_name_of (source->partnership,
                                          charter_conflict_get_person (conflict));
  g_autofree char *party = tool_party_of (source->partnership,
                                          charter_conflict_get_party (conflict));
  g_autofree char *steps = NULL;

  if (path != NULL && g_strv_length ((char **) path) > 1)
    steps = tool_path_of (source->partnership, path);
  tool_table_row (table);
  tool_table_cell (table, TOOL_STYLE_BOLD, person);
  tool_table_cell (table, TOOL_STYLE_PLAIN,
                   charter_conflict_get_withheld (conflict) ? _("withheld") : party);
  tool_table_cell (table, TOOL_STYLE_PLAIN, charter_conflict_get_kind (conflict));
  tool_table_cell (table, TOOL_STYLE_PLAIN, charter_conflict_get_category (conflict));
  tool_table_cell (table, TOOL_STYLE_PLAIN, charter_conflict_get_share (conflict));
  tool_table_cell (table, TOOL_STYLE_PLAIN, effect);
  tool_table_cell (table, TOOL_STYLE_DIM, steps);
}

static void
print_conflicts (ToolSource *source, GListModel *conflicts)
{
  static const char * const titles[] = { N_("Person"), N_("Party"), N_("Kind"), N_("Category"),
                                         N_("Share"), N_("Effect"), N_("Path") };
  g_autoptr (ToolTable) table = tool_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    tool_table_column (table, _(titles[i]), TOOL_COLUMN_WRAP);
  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (CharterConflict) conflict = g_list_model_get_item (conflicts, i);

      add_row (table, source, conflict);
    }
  if (tool_table_count (table) == 0)
    g_print ("%s\n", _("Nobody has a conflict here."));
  else
    tool_table_print (table, 0);
}

static GListModel *
ask (ToolSource *source, const char *decision, const char *person, const char *at,
     GError **error)
{
  g_autofree char *id = NULL;

  if (decision != NULL)
    return charter_view_list_conflicts (source->view, decision, at, error);
  id = tool_person_id (source->partnership, person, error);
  return id != NULL ? charter_view_list_interests (source->view, id, at, error) : NULL;
}

static ToolStatus
show_register (const ToolCommand *command, ToolSource *source, const char *path,
               const ToolCommon *common)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) entries = charter_view_list_register (source->view, common->at, &error);

  if (entries == NULL)
    return tool_source_fail (command, source, path, error);
  if (common->json)
    {
      g_autofree char *json = charter_register_to_json (entries);

      tool_print_json (json);
    }
  else
    tool_print_register (source, entries);
  return tool_source_status (source, tool_register_status (entries));
}

static ToolStatus
show_conflicts (const ToolCommand *command, ToolSource *source, int argc, char **argv,
                const char *person, const ToolCommon *common)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) conflicts = ask (source, argc > 2 ? argv[2] : NULL, person, common->at,
                                          &error);
  g_autofree char *json = NULL;

  if (conflicts == NULL)
    return tool_source_fail (command, source, argv[1], error);
  json = charter_conflict_list_to_json (conflicts);
  if (common->json)
    tool_print_json (json);
  else
    print_conflicts (source, conflicts);
  return tool_source_status (source, g_list_model_get_n_items (conflicts) > 0 ? TOOL_NO
                                                                               : TOOL_YES);
}

ToolStatus
cmd_conflicts (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_autofree char *person = NULL;
  gboolean whole = FALSE;
  const GOptionEntry own[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_("What this person has declared"),
      N_("PERSON") },
    { "register", 0, 0, G_OPTION_ARG_NONE, &whole,
      N_("The register of interests: what everybody has declared, and who has not"), NULL },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_NEEDS_AT | TOOL_TAKES_KNOWN, &common, own,
                   &argc, &argv))
    return TOOL_BAD;
  if ((argc > 2) + (person != NULL) + whole != 1)
    {
      tool_complain (command, _("One of DECISION, --person and --register is needed, and only "
                                "one"));
      return TOOL_BAD;
    }
  if (!tool_source_open (command, argv[1], common.known, &source))
    return TOOL_BAD;
  if (whole)
    return show_register (command, &source, argv[1], &common);
  return show_conflicts (command, &source, argc, argv, person, &common);
}
