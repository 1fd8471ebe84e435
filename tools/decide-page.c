/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide-page.h"

#include <string.h>

#include "reasons.h"
#include "table.h"

static const char *
result_words (const char *result)
{
  static const char * const rows[][2] = {
    { "blocked", N_("Blocked: a justified veto or objection stands") },
    { "cannot-express", N_("The library has no meaning for this rule") },
    { "carried", N_("Carried") },
    { "indeterminate", N_("Cannot be worked out") },
    { "no-quorum", N_("Not carried: too few were counted (no quorum)") },
    { "not-carried", N_("Not carried") },
    { "pending", N_("Not decided yet") },
    { "tied", N_("Tied: the rule leaves it to somebody who has not spoken yet") },
  };

  for (guint i = 0; result != NULL && i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i][0], result) == 0)
      return _(rows[i][1]);
  return result != NULL ? result : _("No result");
}

/* A decision that comes to nothing is not one that is still to be made. */
static const char *
headline (JsonObject *outcome)
{
  const char *state = tool_json_member (outcome, "state");

  if (g_strcmp0 (state, "lapsed") == 0)
    return _("Lapsed: too few seconded it in time");
  if (g_strcmp0 (state, "withdrawn") == 0)
    return _("Withdrawn");
  return result_words (tool_json_member (outcome, "result"));
}

/* The decision's title, where the record still shows it. */
static char *
title_of (ToolSource *source, const char *decision, const char *at)
{
  g_autofree char *text = charter_view_describe (source->view, decision, at, NULL);
  g_autoptr (JsonNode) node = text != NULL ? tool_json_parse (text, NULL) : NULL;
  const char *title = tool_json_member (tool_json_object (node), "title");

  if (title == NULL)
    return g_strdup (decision);
  return g_strdup_printf ("%s (%s)", title, decision);
}

static char *
plain_member (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL ? tool_json_plain (node) : NULL;
}

static const char *
if_any (const char *list)
{
  return list != NULL && *list != '\0' ? list : NULL;
}

static void
print_facts (JsonObject *outcome)
{
  g_autofree char *opens = plain_member (outcome, "opens");
  g_autofree char *closes = plain_member (outcome, "closes");
  g_autofree char *turnout = plain_member (outcome, "turnout");
  g_autofree char *winners = plain_member (outcome, "winners");
  g_autofree char *ranking = tool_ranking_text (outcome);
  g_autofree char *tied = plain_member (outcome, "tied");
  g_autofree char *vacancies = plain_member (outcome, "vacancies");
  g_autofree char *bundled = plain_member (outcome, "bundled");
  g_autofree char *taken_out = plain_member (outcome, "taken-out");
  const char *rows[] = {
    _("State"), tool_json_member (outcome, "state"),
    _("Opens"), opens,
    _("Closes"), closes,
    _("Turnout"), turnout,
    _("Winners"), if_any (winners),
    _("Tied"), if_any (tied),
    _("Vacant seats"), vacancies,
    _("Ranking"), ranking,
    _("How"), tool_json_member (outcome, "mode"),
    _("Place"), tool_json_member (outcome, "place"),
    _("Decided with it"), if_any (bundled),
    _("Taken out"), if_any (taken_out),
    NULL
  };

  tool_print_pairs (rows);
}

static void
print_counts (JsonObject *outcome)
{
  static const char * const names[] = { "for", "against", "abstain", "object", "stand-aside",
                                        "silent", "invalid" };
  JsonObject *counts = tool_json_inner (outcome, "counts");
  GString *line;

  if (counts == NULL)
    return;
  line = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (counts, names[i]))
      {
        g_autofree char *count = plain_member (counts, names[i]);

        if (strcmp (count, "0") != 0 || i < 3)
          g_string_append_printf (line, "%s%s %s", line->len > 0 ? ", " : "", names[i], count);
      }
  tool_print_heading (_("Counts"));
  tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, line->str);
  g_string_free (line, TRUE);
}

static const char *
mark (gboolean holds)
{
  if (!tool_terminal_unicode ())
    return holds ? _("yes") : _("no");
  return holds ? "✓" : "✗";
}

static void
print_marked (gboolean holds, const char *line)
{
  g_autofree char *first = g_strdup_printf ("  %s ", mark (holds));

  tool_print_wrapped (first, TOOL_STYLE_PLAIN, line);
}

static void
print_requirements (JsonObject *quorum)
{
  JsonArray *rows = tool_json_list (quorum, "requires");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autofree char *counted = plain_member (row, "counted");
      g_autofree char *needed = plain_member (row, "needed");
      const char *whose = tool_json_member (row, "constituency");
      g_autofree char *line = NULL;

      if (whose == NULL)
        whose = tool_json_member (row, "role");
      line = g_strdup_printf (_("%s of %s needed from %s"), counted, needed,
                              whose != NULL ? whose : "?");
      print_marked (tool_json_truth (row, "holds"), line);
    }
}

static void
print_quorum (JsonObject *outcome)
{
  JsonObject *quorum = tool_json_inner (outcome, "quorum");
  g_autofree char *counted = plain_member (quorum, "counted");
  g_autofree char *needed = plain_member (quorum, "needed");
  g_autofree char *count = plain_member (quorum, "base-count");
  const char *base = tool_json_member (quorum, "base");
  g_autofree char *line = NULL;

  if (counted == NULL || needed == NULL)
    return;
  if (base != NULL && count != NULL)
    line = g_strdup_printf (_("%s counted, %s needed (base: %s, %s)"), counted, needed, base,
                            count);
  else
    line = g_strdup_printf (_("%s counted, %s needed"), counted, needed);
  tool_print_heading (_("Quorum"));
  print_marked (tool_json_truth (quorum, "holds"), line);
  print_requirements (quorum);
}

static void
add_test (ToolTable *table, JsonObject *test)
{
  gboolean holds = tool_json_truth (test, "holds");
  g_autofree char *left = plain_member (test, "left");
  g_autofree char *right = plain_member (test, "right");
  g_autofree char *sum = g_strdup_printf ("%s %s %s", left != NULL ? left : "",
                                          tool_json_member (test, "compare") != NULL
                                            ? tool_json_member (test, "compare") : "",
                                          right != NULL ? right : "");
  const char *whom = tool_json_member (test, "constituency");

  if (whom == NULL)
    whom = tool_json_member (test, "option");
  tool_table_row (table);
  tool_table_cell (table, holds ? TOOL_STYLE_GOOD : TOOL_STYLE_BAD, mark (holds));
  tool_table_cell (table, TOOL_STYLE_PLAIN, tool_json_member (test, "id"));
  tool_table_cell (table, TOOL_STYLE_PLAIN, whom);
  tool_table_cell (table, TOOL_STYLE_PLAIN, sum);
}

static void
print_tests (JsonObject *outcome)
{
  JsonArray *tests = tool_json_list (outcome, "tests");
  g_autoptr (ToolTable) table = tool_table_new ();

  if (tests == NULL || json_array_get_length (tests) == 0)
    return;
  tool_table_column (table, NULL, TOOL_COLUMN_CUT);
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  for (guint i = 0; i < json_array_get_length (tests); i++)
    add_test (table, json_array_get_object_element (tests, i));
  tool_print_heading (_("Tests"));
  tool_table_print (table, 2);
}

static char *
path_of (ToolSource *source, JsonObject *row)
{
  JsonArray *path = tool_json_list (row, "path");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; path != NULL && i < json_array_get_length (path); i++)
    g_ptr_array_add (ids, (gpointer) json_array_get_string_element (path, i));
  g_ptr_array_add (ids, NULL);
  return tool_path_of (source->partnership, (const char *const *) ids->pdata);
}

void
tool_print_excluded (ToolSource *source, JsonObject *outcome)
{
  JsonArray *excluded = tool_json_list (outcome, "excluded");
  g_autoptr (ToolTable) table = tool_table_new ();

  if (excluded == NULL || json_array_get_length (excluded) == 0)
    return;
  tool_table_column (table, _("Who"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("Out of"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("Ground"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("Path"), TOOL_COLUMN_WRAP);
  for (guint i = 0; i < json_array_get_length (excluded); i++)
    {
      JsonObject *row = json_array_get_object_element (excluded, i);
      g_autofree char *from = plain_member (row, "from");
      g_autofree char *path = path_of (source, row);
      g_autofree char *who = tool_name_of (source->partnership, tool_json_member (row, "who"));

      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_PLAIN, who);
      tool_table_cell (table, TOOL_STYLE_PLAIN, from);
      tool_table_cell (table, TOOL_STYLE_PLAIN, tool_json_member (row, "ground"));
      tool_table_cell (table, TOOL_STYLE_PLAIN, path);
    }
  tool_print_heading (_("Left out"));
  tool_table_print (table, 2);
}

void
tool_print_delegations (ToolSource *source, JsonObject *answer)
{
  JsonArray *delegations = tool_json_list (answer, "delegations");
  g_autoptr (ToolTable) table = tool_table_new ();

  if (delegations == NULL || json_array_get_length (delegations) == 0)
    return;
  tool_table_column (table, _("From"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("To"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("Leads to"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("Falls"), TOOL_COLUMN_WRAP);
  for (guint i = 0; i < json_array_get_length (delegations); i++)
    {
      JsonObject *row = json_array_get_object_element (delegations, i);
      g_autofree char *from = tool_name_of (source->partnership, tool_json_member (row, "from"));
      g_autofree char *to = tool_name_of (source->partnership, tool_json_member (row, "to"));
      g_autofree char *final = tool_name_of (source->partnership, tool_json_member (row, "final"));

      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_PLAIN, from);
      tool_table_cell (table, TOOL_STYLE_PLAIN, to);
      tool_table_cell (table, TOOL_STYLE_PLAIN, final);
      tool_table_cell (table, TOOL_STYLE_PLAIN, tool_json_member (row, "ground"));
    }
  tool_print_heading (_("Delegations"));
  tool_table_print (table, 2);
}

/* "objects", "objects, no longer standing", "votes against" */
static const char *
dissent_words (JsonObject *row)
{
  const char *choice = tool_json_member (row, "choice");

  if (g_strcmp0 (choice, "against") == 0)
    return _("against");
  if (g_strcmp0 (choice, "stand-aside") == 0)
    return _("stands aside");
  return tool_json_truth (row, "stands") ? _("objects") : _("objects, not standing");
}

static void
print_dissent (ToolSource *source, JsonObject *outcome)
{
  JsonArray *dissent = tool_json_list (outcome, "dissent");
  g_autoptr (ToolTable) table = tool_table_new ();

  if (dissent == NULL || json_array_get_length (dissent) == 0)
    return;
  tool_table_column (table, _("Who"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("How"), TOOL_COLUMN_WRAP);
  tool_table_column (table, _("Reason"), TOOL_COLUMN_WRAP);
  for (guint i = 0; i < json_array_get_length (dissent); i++)
    {
      JsonObject *row = json_array_get_object_element (dissent, i);
      g_autofree char *who = tool_name_of (source->partnership, tool_json_member (row, "who"));

      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_PLAIN, who);
      tool_table_cell (table, TOOL_STYLE_PLAIN, dissent_words (row));
      tool_table_cell (table, TOOL_STYLE_PLAIN,
                       tool_json_truth (row, "reasoned") ? _("given") : _("none"));
    }
  tool_print_heading (_("Dissent"));
  tool_table_print (table, 2);
}

static void
print_serves (JsonObject *outcome)
{
  JsonArray *serves = tool_json_list (outcome, "serves");

  if (serves == NULL || json_array_get_length (serves) == 0)
    return;
  tool_print_heading (_("Serves"));
  for (guint i = 0; i < json_array_get_length (serves); i++)
    {
      JsonObject *row = json_array_get_object_element (serves, i);
      g_autofree char *line = g_strdup_printf ("%s: %s", tool_json_member (row, "clause"),
                                               tool_json_member (row, "text"));

      tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, line);
    }
}

static void
print_remedies (JsonObject *outcome)
{
  JsonArray *remedies = tool_json_list (outcome, "remedies");

  if (remedies == NULL || json_array_get_length (remedies) == 0)
    return;
  tool_print_heading (_("Ways on"));
  for (guint i = 0; i < json_array_get_length (remedies); i++)
    {
      JsonObject *row = tool_json_object (json_array_get_element (remedies, i));
      const char *clause = tool_json_member (row, "clause");
      const char *remedy = row != NULL ? tool_json_member (row, "remedy")
                                       : json_array_get_string_element (remedies, i);

      if (remedy == NULL)
        continue;
      if (clause != NULL)
        tool_say (_("  %s (clause %s)"), remedy, clause);
      else
        tool_say ("  %s", remedy);
    }
}

static void
print_margin (JsonObject *outcome)
{
  JsonObject *margin = tool_json_inner (outcome, "margin");
  g_autofree char *least = plain_member (margin, "at-least");
  g_autofree char *most = plain_member (margin, "at-most");
  const char *change = tool_json_member (margin, "change");
  const char *because = tool_json_member (margin, "because");
  GString *line;

  if (least == NULL)
    return;
  line = g_string_new (NULL);
  if (most != NULL && strcmp (least, most) != 0 && strcmp (least, "1") == 0)
    g_string_append_printf (line, _("At most %s changed ballots would turn it"), most);
  else if (most != NULL && strcmp (least, most) != 0)
    g_string_append_printf (line, _("Between %s and %s changed ballots would turn it"), least,
                            most);
  else if (most != NULL)
    g_string_append_printf (line, _("Changed ballots that would turn it: %s"), least);
  else
    g_string_append_printf (line, _("Fewer than %s changed ballots would not turn it"), least);
  if (change != NULL)
    g_string_append_printf (line, " (%s)", change);
  if (because != NULL)
    g_string_append_printf (line, _(". Proven that it takes no fewer than %s: %s"), least, because);
  tool_print_heading (_("Margin"));
  tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, line->str);
  g_string_free (line, TRUE);
}

void
tool_print_outcome (ToolSource *source, const char *decision, const char *at,
                    JsonObject *outcome, ToolStatus status, GListModel *reasons)
{
  const ToolStyle styles[] = { TOOL_STYLE_GOOD, TOOL_STYLE_BAD, TOOL_STYLE_BAD, TOOL_STYLE_FAIR };
  g_autofree char *title = title_of (source, decision, at);

  tool_print_wrapped ("", TOOL_STYLE_BOLD, title);
  tool_print_wrapped ("", styles[status], headline (outcome));
  if (tool_json_truth (outcome, "disputed"))
    tool_print_wrapped ("", TOOL_STYLE_FAIR,
                        _("Disputed: counting again today gives something else than what was "
                          "recorded when it closed. What was recorded stands."));
  print_facts (outcome);
  print_counts (outcome);
  tool_print_options (outcome);
  print_quorum (outcome);
  print_tests (outcome);
  print_margin (outcome);
  tool_print_excluded (source, outcome);
  tool_print_delegations (source, outcome);
  print_dissent (source, outcome);
  print_serves (outcome);
  print_remedies (outcome);
  tool_print_reasons (source->partnership, _("Why"), reasons);
}
