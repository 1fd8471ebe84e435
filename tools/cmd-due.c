/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reasons.h"
#include "table.h"
#include "tool.h"

#define N_STATES (CHARTER_OBLIGATION_STATE_WAIVED + 1)

static ToolStyle
style_of (CharterObligationState state)
{
  static const ToolStyle styles[N_STATES] = { TOOL_STYLE_PLAIN, TOOL_STYLE_GOOD, TOOL_STYLE_FAIR,
                                              TOOL_STYLE_BAD, TOOL_STYLE_DIM };

  return styles[state];
}

/* One JSON array of all obligations, in the shape of the scenario files. */
static char *
json_of (GListModel *obligations)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < g_list_model_get_n_items (obligations); i++)
    {
      g_autoptr (CharterObligation) obligation = g_list_model_get_item (obligations, i);
      g_autofree char *text = charter_obligation_to_json (obligation);

      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", text);
    }
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static void
add_row (ToolTable *table, ToolSource *source, CharterObligation *obligation, const char *state)
{
  g_autofree char *who = tool_name_of (source->partnership,
                                       charter_obligation_get_who (obligation));

  tool_table_row (table);
  tool_table_cell (table, style_of (charter_obligation_get_state (obligation)), state);
  tool_table_cell (table, TOOL_STYLE_PLAIN, charter_obligation_get_due (obligation));
  tool_table_cell (table, TOOL_STYLE_BOLD, charter_obligation_get_what (obligation));
  tool_table_cell (table, TOOL_STYLE_PLAIN, charter_obligation_get_about (obligation));
  tool_table_cell (table, TOOL_STYLE_PLAIN, who);
  tool_table_cell (table, TOOL_STYLE_DIM, charter_obligation_get_clause (obligation));
}

static void
add_rows (ToolTable *table, ToolSource *source, GListModel *obligations,
          CharterObligationState state)
{
  static const char * const words[N_STATES] = { N_("open"), N_("met"), N_("late"), N_("overdue"),
                                                N_("waived") };

  for (guint i = 0; i < g_list_model_get_n_items (obligations); i++)
    {
      g_autoptr (CharterObligation) obligation = g_list_model_get_item (obligations, i);

      if (charter_obligation_get_state (obligation) == state)
        add_row (table, source, obligation, _(words[state]));
    }
}

static void
count_states (GListModel *obligations, guint *counts)
{
  for (guint i = 0; i < g_list_model_get_n_items (obligations); i++)
    {
      g_autoptr (CharterObligation) obligation = g_list_model_get_item (obligations, i);

      counts[charter_obligation_get_state (obligation)]++;
    }
}

static void
print_summary (const guint *counts, gboolean all)
{
  guint overdue = counts[CHARTER_OBLIGATION_STATE_OVERDUE];
  guint met = counts[CHARTER_OBLIGATION_STATE_MET];
  guint late = counts[CHARTER_OBLIGATION_STATE_LATE];
  guint waived = counts[CHARTER_OBLIGATION_STATE_WAIVED];

  if (overdue > 0)
    g_print (ngettext ("\n%u thing is overdue.\n", "\n%u things are overdue.\n", overdue), overdue);
  if (!all && met + late + waived > 0)
    {
      g_autofree char *line =
        g_strdup_printf (_("Not shown without --all: %u met in time, %u met late, %u waived."), met,
                         late, waived);

      tool_print_wrapped ("", TOOL_STYLE_DIM, line);
    }
}

/* What is overdue first; what has been settled only if all is asked for. */
static void
print_due (ToolSource *source, GListModel *obligations, const guint *counts, gboolean all)
{
  static const char * const titles[] = { N_("State"), N_("Due"), N_("What"), N_("About"),
                                         N_("Who"), N_("Clause") };
  g_autoptr (ToolTable) table = tool_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    tool_table_column (table, _(titles[i]), i < 2 ? TOOL_COLUMN_CUT : TOOL_COLUMN_WRAP);
  add_rows (table, source, obligations, CHARTER_OBLIGATION_STATE_OVERDUE);
  add_rows (table, source, obligations, CHARTER_OBLIGATION_STATE_OPEN);
  for (guint state = 0; all && state < N_STATES; state++)
    if (state != CHARTER_OBLIGATION_STATE_OVERDUE && state != CHARTER_OBLIGATION_STATE_OPEN)
      add_rows (table, source, obligations, (CharterObligationState) state);
  if (tool_table_count (table) == 0)
    g_print ("%s\n", _("Nothing is due."));
  else
    tool_table_print (table, 0);
  print_summary (counts, all);
}

static GListModel *
ask (ToolSource *source, const ToolCommon *common, const char *who, const char *until,
     GError **error)
{
  g_autofree char *id = NULL;

  if (who != NULL)
    {
      id = tool_person_id (source->partnership, who, error);
      if (id == NULL)
        return NULL;
    }
  return charter_view_list_obligations (source->view, common->at, id, until, error);
}

ToolStatus
cmd_due (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_autofree char *who = NULL;
  g_autofree char *until = NULL;
  gboolean all = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) obligations = NULL;
  guint counts[N_STATES] = { 0 };
  const GOptionEntry own[] = {
    { "who", 0, 0, G_OPTION_ARG_STRING, &who, N_("Only what this person or partner owes"),
      N_("ID") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until,
      N_("Look as far ahead as this date or instant (a year without it)"), N_("DATE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Show too what has been met or waived"), NULL },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_NEEDS_AT | TOOL_TAKES_KNOWN, &common, own,
                   &argc, &argv) ||
      !tool_source_open (command, argv[1], common.known, &source))
    return TOOL_BAD;
  obligations = ask (&source, &common, who, until, &error);
  if (obligations == NULL)
    return tool_source_fail (command, &source, argv[1], error);
  count_states (obligations, counts);
  if (common.json)
    {
      g_autofree char *json = json_of (obligations);

      tool_print_json (json);
    }
  else
    print_due (&source, obligations, counts, all);
  return tool_source_status (&source, counts[CHARTER_OBLIGATION_STATE_OVERDUE] > 0 ? TOOL_NO
                                                                                    : TOOL_YES);
}
