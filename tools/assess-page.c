/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "assess-page.h"

#include <string.h>

#include "reasons.h"
#include "table.h"

#define WORST_SHOWN 5
#define NARROW      60

/* What is shown of one clause. */
typedef struct
{
  char        *clause;
  CharterFindingStatus  status;
  char        *why;       /* one sentence */
  char        *restore;   /* NULL */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->clause);
  g_free (row->why);
  g_free (row->restore);
  g_free (row);
}

static char *
plain_or_null (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;
  g_autofree char *text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  text = tool_json_plain (node);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static Row *
row_of (CharterFinding *finding)
{
  Row *row = g_new0 (Row, 1);

  row->clause = g_strdup (charter_finding_get_clause (finding));
  row->status = charter_finding_get_status (finding);
  row->why = g_strdup (charter_finding_get_summary (finding));
  row->restore = g_strdup (charter_finding_get_restore (finding));
  return row;
}

static GPtrArray *
rows_of (CharterAssessment *assessment)
{
  GListModel *findings = G_LIST_MODEL (assessment);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (CharterFinding) finding = g_list_model_get_item (findings, i);

      g_ptr_array_add (rows, row_of (finding));
    }
  return rows;
}

static Row *
row_for (GPtrArray *rows, const char *clause)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->clause, clause) == 0)
        return row;
    }
  return NULL;
}

static CharterDocument *
charter_at (ToolSource *source, const char *at)
{
  return charter_partnership_get_charter (source->partnership, at, NULL);
}

static void
print_header (ToolSource *source, CharterDocument *charter, const char *at)
{
  const char *version = charter != NULL ? charter_document_get_version (charter) : NULL;
  GString *line = g_string_new (charter != NULL ? charter_document_get_title (charter)
                                                : _("No charter is in force"));
  const char *dot = tool_terminal_unicode () ? "·" : "-";

  if (version != NULL)
    g_string_append_printf (line, _(", version %s"), version);
  tool_print_wrapped ("", TOOL_STYLE_BOLD, charter_partnership_get_title (source->partnership));
  tool_print_wrapped ("", TOOL_STYLE_PLAIN, line->str);
  g_string_printf (line, ngettext ("As at %s %s %lld entry", "As at %s %s %lld entries",
                                   (gulong) charter_view_get_known (source->view)),
                   at, dot, (long long) charter_view_get_known (source->view));
  tool_print_wrapped ("", TOOL_STYLE_DIM, line->str);
  g_string_free (line, TRUE);
}

static void
count_rows (GPtrArray *rows, guint *counts)
{
  memset (counts, 0, sizeof (guint) * TOOL_N_FINDINGS);
  for (guint i = 0; i < rows->len; i++)
    counts[((Row *) g_ptr_array_index (rows, i))->status]++;
}

/* A bar in which every clause takes the same room: the end of each part is rounded, so the
 * whole is exactly as wide as it should be. */
static void
print_bar (const guint *counts, guint total)
{
  static const char * const blocks[] = { "█", "▓", "▒", "░", "?" };
  static const char * const plain[] = { "#", "=", "!", ".", "?" };
  guint width = (guint) MIN (tool_terminal_width (), 72);
  guint done = 0, filled = 0;

  if (total == 0)
    return;
  for (guint i = 0; i < TOOL_N_FINDINGS; i++)
    {
      GString *part = g_string_new (NULL);
      g_autofree char *styled = NULL;
      guint end;

      done += counts[i];
      end = (done * width + total / 2) / total;
      for (; filled < end; filled++)
        g_string_append (part, tool_terminal_unicode () ? blocks[i] : plain[i]);
      styled = tool_text_styled (tool_finding_style ((CharterFindingStatus) i), part->str);
      g_print ("%s", styled);
      g_string_free (part, TRUE);
    }
  g_print ("\n");
}

/* "✓ 3 upheld" and so on; wrapped between parts where the line is full. */
static void
print_counts (const guint *counts)
{
  int used = 0;

  for (guint i = 0; i < TOOL_N_FINDINGS; i++)
    {
      CharterFindingStatus status = (CharterFindingStatus) i;
      g_autofree char *part = g_strdup_printf ("%s %u %s", tool_finding_symbol (status), counts[i],
                                               tool_finding_word (status));
      g_autofree char *styled = tool_text_styled (tool_finding_style (status), part);
      int width = tool_text_width (part);

      if (used > 0 && used + 3 + width > tool_terminal_width ())
        {
          g_print ("\n");
          used = 0;
        }
      g_print ("%s%s", used > 0 ? "   " : "", styled);
      used += (used > 0 ? 3 : 0) + width;
    }
  g_print ("\n");
}

/* On a narrow terminal the symbol alone tells the status; the counts above have the word. */
static void
add_row (ToolTable *table, const Row *row)
{
  gboolean narrow = tool_terminal_width () < NARROW;
  g_autofree char *status = g_strdup_printf ("%s%s%s", tool_finding_symbol (row->status),
                                             narrow ? "" : " ",
                                             narrow ? "" : tool_finding_word (row->status));

  tool_table_row (table);
  tool_table_cell (table, TOOL_STYLE_BOLD, row->clause);
  tool_table_cell (table, tool_finding_style (row->status), status);
  tool_table_cell (table, TOOL_STYLE_PLAIN, row->why);
}

/* The rows of one section, in the order of its clauses. */
static guint
add_section (ToolTable *table, CharterSection *section, GPtrArray *rows)
{
  GListModel *clauses = charter_section_get_clauses (section);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (clauses); i++)
    {
      g_autoptr (CharterClause) clause = g_list_model_get_item (clauses, i);
      const Row *row = row_for (rows, charter_clause_get_id (clause));

      if (row == NULL)
        continue;
      add_row (table, row);
      count++;
    }
  return count;
}

static void
print_sections (CharterDocument *charter, GPtrArray *rows)
{
  GListModel *sections = charter_document_get_sections (charter);
  g_autoptr (ToolTable) table = tool_table_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from = 0;

  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  tool_table_column (table, NULL, TOOL_COLUMN_CUT);
  tool_table_column (table, NULL, TOOL_COLUMN_WRAP);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (CharterSection) section = g_list_model_get_item (sections, i);
      guint count = add_section (table, section, rows);

      g_array_append_val (counts, count);
    }
  for (guint i = 0; i < counts->len; i++)
    {
      g_autoptr (CharterSection) section = g_list_model_get_item (sections, i);
      guint count = g_array_index (counts, guint, i);

      if (count > 0)
        tool_print_heading (charter_section_get_title (section));
      tool_table_print_rows (table, 2, from, count);
      from += count;
    }
}

static guint
print_restores (GPtrArray *rows, CharterFindingStatus status, guint left)
{
  for (guint i = 0; i < rows->len && left > 0; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autofree char *first = NULL;
      g_autofree char *line = NULL;

      if (row->status != status || row->restore == NULL)
        continue;
      first = g_strdup_printf ("  %s ", tool_finding_symbol (status));
      line = g_strdup_printf ("%s: %s", row->clause, row->restore);
      tool_print_wrapped (first, TOOL_STYLE_PLAIN, line);
      left--;
    }
  return left;
}

static gboolean
has_restore (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (row->restore != NULL &&
          (row->status == CHARTER_FINDING_STATUS_NOT_UPHELD ||
           row->status == CHARTER_FINDING_STATUS_PARTLY))
        return TRUE;
    }
  return FALSE;
}

void
tool_print_assessment (ToolSource *source, CharterAssessment *assessment, const char *at)
{
  g_autoptr (GPtrArray) rows = rows_of (assessment);
  g_autoptr (CharterDocument) charter = charter_at (source, at);
  guint counts[TOOL_N_FINDINGS];
  guint left;

  count_rows (rows, counts);
  print_header (source, charter, at);
  if (charter == NULL)
    return;
  g_print ("\n");
  print_bar (counts, rows->len);
  print_counts (counts);
  print_sections (charter, rows);
  if (!has_restore (rows))
    return;
  tool_print_heading (_("What would restore the worst"));
  left = print_restores (rows, CHARTER_FINDING_STATUS_NOT_UPHELD, WORST_SHOWN);
  print_restores (rows, CHARTER_FINDING_STATUS_PARTLY, left);
}

/* What was measured, and what is needed. */
static void
print_measures (GListModel *measures)
{
  g_autoptr (ToolTable) table = tool_table_new ();

  for (guint i = 0; i < 3; i++)
    tool_table_column (table, NULL, i == 0 ? TOOL_COLUMN_CUT : TOOL_COLUMN_WRAP);
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (CharterMeasure) measure = g_list_model_get_item (measures, i);
      CharterFindingStatus as = charter_measure_get_holds (measure)
        ? CHARTER_FINDING_STATUS_UPHELD : CHARTER_FINDING_STATUS_NOT_UPHELD;
      const char *needed = charter_measure_get_needed (measure);
      g_autofree char *sum = NULL;

      if (needed == NULL)
        sum = g_strdup (charter_measure_get_value (measure));
      else if (charter_measure_get_at_most (measure))
        sum = g_strdup_printf (_("%s (at most %s)"), charter_measure_get_value (measure), needed);
      else
        sum = g_strdup_printf (_("%s (at least %s)"), charter_measure_get_value (measure), needed);
      tool_table_row (table);
      tool_table_cell (table, tool_finding_style (as), tool_finding_symbol (as));
      tool_table_cell (table, TOOL_STYLE_PLAIN, charter_measure_get_name (measure));
      tool_table_cell (table, TOOL_STYLE_PLAIN, sum);
    }
  if (tool_table_count (table) == 0)
    return;
  tool_print_heading (_("Measured"));
  tool_table_print (table, 2);
}

static void
print_cases (CharterFinding *finding)
{
  g_autofree char *json = charter_finding_to_json (finding);
  g_autoptr (JsonNode) node = tool_json_parse (json, NULL);
  g_autofree char *offending = plain_or_null (tool_json_object (node), "offending");
  g_autofree char *satisfying = plain_or_null (tool_json_object (node), "satisfying");
  const char *rows[] = {
    _("To restore"), charter_finding_get_restore (finding),
    _("Fresh until"), charter_finding_get_fresh_until (finding),
    _("Against it"), offending,
    _("For it"), satisfying,
    NULL
  };

  tool_print_pairs (rows);
}

void
tool_print_finding (ToolSource *source, CharterFinding *finding, const char *at)
{
  g_autoptr (CharterDocument) charter = charter_at (source, at);
  const char *id = charter_finding_get_clause (finding);
  CharterClause *clause = charter != NULL ? charter_document_find_clause (charter, id) : NULL;
  CharterFindingStatus status = charter_finding_get_status (finding);
  g_autofree char *first = g_strdup_printf ("%s ", tool_finding_symbol (status));

  tool_print_wrapped ("", TOOL_STYLE_BOLD, id);
  if (clause != NULL)
    tool_print_wrapped ("", TOOL_STYLE_PLAIN, charter_clause_get_text (clause));
  g_print ("\n");
  tool_print_wrapped (first, tool_finding_style (status), tool_finding_word (status));
  tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, charter_finding_get_summary (finding));
  print_cases (finding);
  print_measures (charter_finding_get_measures (finding));
  tool_print_reasons (source->partnership, _("Why"), charter_finding_get_reasons (finding));
}

static void
print_change (CharterFindingChange *change)
{
  CharterFinding *earlier = charter_finding_change_get_earlier (change);
  CharterFinding *later = charter_finding_change_get_later (change);
  const char *absent = _("not in the charter");
  const char *arrow = tool_terminal_unicode () ? "→" : "->";
  ToolStyle style = TOOL_STYLE_PLAIN;
  g_autofree char *line = NULL;

  if (charter_finding_change_get_rose (change))
    style = TOOL_STYLE_GOOD;
  else if (charter_finding_change_get_fell (change))
    style = TOOL_STYLE_BAD;
  line = g_strdup_printf ("%s: %s %s %s", charter_finding_change_get_clause (change),
                          earlier != NULL ? tool_finding_word (charter_finding_get_status (earlier))
                                          : absent,
                          arrow,
                          later != NULL ? tool_finding_word (charter_finding_get_status (later))
                                        : absent);
  tool_print_wrapped ("  ", style, line);
}

void
tool_print_comparison (CharterAssessment *before, CharterAssessment *now, const char *since)
{
  g_autoptr (GListModel) changes = charter_assessment_compare (now, before);
  g_autofree char *heading = g_strdup_printf (_("Changed since %s"), since);
  guint n = g_list_model_get_n_items (changes);

  tool_print_heading (heading);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CharterFindingChange) change = g_list_model_get_item (changes, i);

      print_change (change);
    }
  if (n == 0)
    g_print ("  %s\n", _("Nothing."));
}
