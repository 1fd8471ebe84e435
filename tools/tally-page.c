/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tally-page.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "table.h"

#define SHOWN_MAX 60    /* options in the table of pairs */
#define NAME_COLUMNS  28    /* columns of a name before numbers */

void
tool_print_ranking (JsonObject *count)
{
  JsonArray *layers = tool_json_list (count, "ranking");

  if (layers == NULL)
    layers = tool_json_list (count, "ranking_of_survivors");
  if (layers == NULL || json_array_get_length (layers) < 2)
    return;
  tool_print_heading (tool_json_truth (count, "ranking_is_layering")
                      ? _("Ranking, by layers: within one, some may still defeat others")
                      : _("Ranking"));
  for (guint i = 0; i < json_array_get_length (layers); i++)
    {
      g_autofree char *line = tool_json_plain (json_array_get_element (layers, i));
      g_autofree char *first = g_strdup_printf ("%4u. ", i + 1);

      tool_print_wrapped (first, TOOL_STYLE_PLAIN, line);
    }
}

/* How wide the number of the last option is. */
static int
options_digits (const char * const *options)
{
  return snprintf (NULL, 0, "%u", g_strv_length ((char **) options));
}

/* A name before its row; its number too, where the columns are numbered. */
static char *
row_title (const char * const *options, guint i, gboolean numbered)
{
  g_autofree char *name = tool_text_fit (options[i], NAME_COLUMNS);

  if (!numbered)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%*u %s", options_digits (options), i + 1, name);
}

static int
widest_name (const char * const *options, guint n, gboolean numbered)
{
  int widest = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = row_title (options, i, numbered);

      widest = MAX (widest, tool_text_width (title));
    }
  return widest;
}

/* Columns that fit beside a first one, each so wide and two blanks. */
static guint
columns_that_fit (int first, int width)
{
  return (guint) MAX ((tool_terminal_width () - 2 - first) / (width + 2), 1);
}

static gint64
pair (JsonArray *matrix, guint row, guint column)
{
  return json_array_get_int_element (json_array_get_array_element (matrix, row), column);
}

static int
widest_number (JsonArray *matrix, guint n)
{
  gint64 most = n;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      most = MAX (most, pair (matrix, i, j));
  text = g_strdup_printf ("%" G_GINT64_FORMAT, most);
  return tool_text_width (text);
}

static void
add_pair (ToolTable *table, JsonArray *matrix, guint row, guint column)
{
  g_autofree char *text = NULL;
  gboolean wins;

  if (row == column)
    {
      tool_table_cell (table, TOOL_STYLE_DIM, tool_terminal_unicode () ? "–" : "-");
      return;
    }
  wins = pair (matrix, row, column) > pair (matrix, column, row);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, pair (matrix, row, column));
  tool_table_cell (table, wins ? TOOL_STYLE_GOOD : TOOL_STYLE_PLAIN, text);
}

static void
print_block (JsonArray *matrix, const char * const *options, guint n, gboolean numbered, guint from,
             guint to)
{
  g_autoptr (ToolTable) table = tool_table_new ();

  tool_table_column (table, "", TOOL_COLUMN_CUT);
  for (guint j = from; j < to; j++)
    {
      g_autofree char *title = numbered ? g_strdup_printf ("%u", j + 1)
                                        : tool_text_clean (options[j]);

      tool_table_column (table, title, TOOL_COLUMN_RIGHT);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = row_title (options, i, numbered);

      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_PLAIN, title);
      for (guint j = from; j < to; j++)
        add_pair (table, matrix, i, j);
    }
  tool_table_print (table, 2);
}

/* Do all columns fit under their names? */
static gboolean
names_fit (const char * const *options, guint n, int number)
{
  int total = 2 + widest_name (options, n, FALSE);

  for (guint i = 0; i < n; i++)
    total += 2 + MAX (tool_text_width (options[i]), number);
  return total <= tool_terminal_width ();
}

void
tool_print_pairs_table (JsonObject *count, const char * const *options)
{
  JsonArray *matrix = tool_json_list (count, "pairwise");
  guint n = matrix != NULL ? json_array_get_length (matrix) : 0, step;
  gboolean numbered;
  int number;

  if (n < 2)
    return;
  tool_print_heading (_("Pairs: votes for the row over the column"));
  if (n > SHOWN_MAX)
    {
      g_autofree char *line = g_strdup_printf (_("The table of %u options is left out; --json "
                                                 "has it."), n);

      tool_print_wrapped ("  ", TOOL_STYLE_DIM, line);
      return;
    }
  number = widest_number (matrix, n);
  numbered = !names_fit (options, n, number);
  step = numbered ? columns_that_fit (widest_name (options, n, TRUE), number) : n;
  for (guint from = 0; from < n; from += step)
    {
      if (from > 0)
        g_print ("\n");
      print_block (matrix, options, n, numbered, from, MIN (from + step, n));
    }
}

static char *
votes_at (JsonArray *rounds, guint round, const char *option)
{
  JsonObject *votes = json_array_get_object_element (rounds, round);

  if (!json_object_has_member (votes, option))
    return g_strdup ("");
  return tool_json_plain (json_object_get_member (votes, option));
}

static void
print_rounds_block (JsonArray *rounds, const char * const *options, guint from, guint to)
{
  g_autoptr (ToolTable) table = tool_table_new ();

  tool_table_column (table, "", TOOL_COLUMN_CUT);
  for (guint r = from; r < to; r++)
    {
      g_autofree char *number = g_strdup_printf ("%u", r + 1);

      tool_table_column (table, number, TOOL_COLUMN_RIGHT);
    }
  for (guint i = 0; options[i] != NULL; i++)
    {
      g_autofree char *title = row_title (options, i, FALSE);

      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_PLAIN, title);
      for (guint r = from; r < to; r++)
        {
          g_autofree char *votes = votes_at (rounds, r, options[i]);

          tool_table_cell (table, TOOL_STYLE_PLAIN, votes);
        }
    }
  tool_table_print (table, 2);
}

void
tool_print_rounds (JsonObject *count, const char * const *options)
{
  JsonArray *rounds = tool_json_list (count, "rounds");
  JsonNode *quota = json_object_get_member (count, "quota");
  guint n = rounds != NULL ? json_array_get_length (rounds) : 0, step;
  g_autofree char *needed = quota != NULL ? tool_json_plain (quota) : NULL;
  g_autofree char *heading = needed != NULL
    ? g_strdup_printf (_("Rounds: votes of each option; the quota is %s"), needed)
    : g_strdup (_("Rounds: votes of each option"));
  int widest = 2;

  if (n == 0)
    return;
  tool_print_heading (heading);
  for (guint r = 0; r < n; r++)
    for (guint i = 0; options[i] != NULL; i++)
      {
        g_autofree char *votes = votes_at (rounds, r, options[i]);

        widest = MAX (widest, tool_text_width (votes));
      }
  step = columns_that_fit (widest_name (options, g_strv_length ((char **) options), FALSE), widest);
  for (guint from = 0; from < n; from += step)
    {
      if (from > 0)
        g_print ("\n");
      print_rounds_block (rounds, options, from, MIN (from + step, n));
    }
}

static void
add_choice (ToolTable *table, JsonObject *tally, const char *choice)
{
  g_autofree char *votes = json_object_has_member (tally, choice)
    ? tool_json_plain (json_object_get_member (tally, choice)) : g_strdup ("0");

  tool_table_row (table);
  tool_table_cell (table, TOOL_STYLE_PLAIN, choice);
  tool_table_cell (table, TOOL_STYLE_PLAIN, votes);
}

void
tool_print_choices (JsonObject *count)
{
  static const char * const always[] = { "yes", "no", "abstain", NULL };
  JsonObject *tally = tool_json_inner (count, "tally");
  g_autoptr (ToolTable) table = tool_table_new ();
  g_autoptr (GList) said = NULL;

  if (tally == NULL)
    return;
  tool_print_heading (_("Votes"));
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  tool_table_column (table, NULL, TOOL_COLUMN_RIGHT);
  for (guint i = 0; always[i] != NULL; i++)
    add_choice (table, tally, always[i]);
  said = json_object_get_members (tally);
  for (GList *l = said; l != NULL; l = l->next)
    if (!g_strv_contains (always, l->data))
      add_choice (table, tally, l->data);
  tool_table_print (table, 2);
}

/* What the points of a method are. */
static const char *
points_heading (const char *method)
{
  if (g_strcmp0 (method, "copeland") == 0)
    return _("Points: pairs won less pairs lost");
  if (g_strcmp0 (method, "minimax") == 0)
    return _("Points: the greatest defeat of each, the smallest is best");
  return _("Points");
}

void
tool_print_scores (JsonObject *count, const char * const *options)
{
  JsonObject *scores = tool_json_inner (count, "scores");
  g_autoptr (ToolTable) table = tool_table_new ();

  if (scores == NULL)
    return;
  tool_print_heading (points_heading (tool_json_member (count, "method")));
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  tool_table_column (table, NULL, TOOL_COLUMN_RIGHT);
  for (guint i = 0; options[i] != NULL; i++)
    {
      g_autofree char *score = NULL;

      if (!json_object_has_member (scores, options[i]))
        continue;
      score = tool_json_plain (json_object_get_member (scores, options[i]));
      tool_table_row (table);
      tool_table_cell (table, TOOL_STYLE_PLAIN, options[i]);
      tool_table_cell (table, TOOL_STYLE_PLAIN, score);
    }
  tool_table_print (table, 2);
}
