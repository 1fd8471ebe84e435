/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-csv-private.h"

#include <stdlib.h>
#include <string.h>

/* Ballots as a table: CSV as RFC 4180 defines it, in UTF-8 with or without a byte order mark, the
 * first row a header.  There is no standard of what stands in the columns; two layouts are read.
 *
 *   count,rank 1,rank 2,rank 2      a column for each rank, which holds an option; several columns
 *   42,Memphis,Nashville,Knoxville  of one rank hold equally ranked options.  A row whose count is
 *                                   0 lists options and is no ballot.
 *
 *   count,Memphis,Nashville         a column for each option, which holds its rank, or nothing
 *   42,1,2
 *
 * Columns that may stand before: `form` (what the options' cells hold: ranking, approves or
 * scores; without it they are ranks, or approvals where they say yes, no or x), `count`, `weight`,
 * `voter`, `constituency`.  An apostrophe before what a spreadsheet would take for a formula is no
 * part of a name. */

typedef struct
{
  CharterCsvRole role;
  guint          number;     /* the rank; the option's index */
} Column;

typedef struct
{
  gint64   count, weight;
  GString *voter, *constituency;
  gboolean begun;            /* the ballot */
} Row;

typedef struct
{
  CharterScan     scan;
  CharterSheet    sheet;
  CharterCsvCells cells;
  GArray         *columns;   /* Column */
  gboolean        ranks;     /* the layout */
  int             form;      /* CharterBallotForm; -1: not known yet */
  gboolean        declared;  /* there is a column for the form */
  Row             row;
} Csv;

static const char *
unguarded (const char *name)
{
  return *name == '\'' && charter_csv_guarded (name) ? name + 1 : name;
}

/* Header */

/* A reserved title counts once, and only before the first other one. */
static CharterCsvRole
role_of (Csv        *self,
         const char *title)
{
  CharterCsvRole role = charter_csv_role (title);

  for (guint i = 0; i < self->columns->len && role != CHARTER_CSV_OPTION; i++)
    if (g_array_index (self->columns, Column, i).role == role ||
        g_array_index (self->columns, Column, i).role == CHARTER_CSV_OPTION)
      role = CHARTER_CSV_OPTION;
  return role;
}

static gboolean
read_title (Csv       *self,
            GPtrArray *titles)
{
  const char *title = unguarded (self->cells.cell->str);
  Column column = { role_of (self, title), 0 };

  if (self->columns->len >= CHARTER_OPTIONS_MAX + CHARTER_CSV_N_RESERVED)
    return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_LIMIT,
                              "There are more than %u columns",
                              CHARTER_OPTIONS_MAX + CHARTER_CSV_N_RESERVED);
  if (*title == '\0')
    return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_VALUE,
                              "The column has no title");
  if (column.role == CHARTER_CSV_OPTION)
    g_ptr_array_add (titles, g_strdup (title));
  self->declared |= column.role == CHARTER_CSV_FORM;
  g_array_append_val (self->columns, column);
  return TRUE;
}

static gboolean
are_ranks (GPtrArray *titles)
{
  for (guint i = 0; i < titles->len; i++)
    if (charter_csv_rank (titles->pdata[i]) == 0)
      return FALSE;
  return titles->len > 0;
}

/* What the other columns are, once all are known. */
static gboolean
settle_columns (Csv       *self,
                GPtrArray *titles)
{
  guint title = 0;

  self->ranks = !self->declared && are_ranks (titles);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (column->role != CHARTER_CSV_OPTION)
        continue;
      if (self->ranks)
        *column = (Column) { CHARTER_CSV_RANK, charter_csv_rank (titles->pdata[title]) };
      else if (!charter_sheet_add_option (&self->sheet, self->scan.line, titles->pdata[title],
                                          strlen (titles->pdata[title])))
        return FALSE;
      else
        column->number = title;
      title++;
    }
  return TRUE;
}

static gboolean
read_header (Csv *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  CharterScan *scan = &self->scan;

  if (!charter_scan_line (scan))
    return charter_scan_fail (scan, NULL, CHARTER_ERROR_SYNTAX,
                              "The text is empty; the first row holds the titles of the columns");
  if (charter_scan_until (scan, ',') < 0 &&
      (charter_scan_until (scan, ';') >= 0 || charter_scan_until (scan, '\t') >= 0))
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_SYNTAX,
                              "A comma belongs between two columns; save the table as CSV with "
                              "commas");
  do
    if (!charter_csv_cells_next (&self->cells) || !read_title (self, titles))
      return FALSE;
  while (!self->cells.last);
  return settle_columns (self, titles);
}

/* Cells */

static gboolean
read_whole (Csv        *self,
            const char *what,
            gint64     *out)
{
  const char *text = self->cells.cell->str;
  CharterFraction value;

  if (!charter_fraction_parse (text, (gssize) self->cells.cell->len, &value) || value.den != 1 ||
      value.num < 0)
    return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_VALUE,
                              "%s is a whole number up to 9223372036854775807, not “%s”", what,
                              text);
  *out = value.num;
  return TRUE;
}

static gboolean
set_form (Csv              *self,
          CharterBallotForm form)
{
  if (self->form < 0)
    self->form = (int) form;
  if (self->form == (int) form)
    return TRUE;
  return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_VALUE,
                            "This is of the form %s, and other ballots are of the form %s; all of a "
                            "table are of one", charter_csv_forms[form],
                            charter_csv_forms[self->form]);
}

static gboolean
read_form (Csv *self)
{
  const char *text = self->cells.cell->str;

  for (guint i = 0; i < G_N_ELEMENTS (charter_csv_forms); i++)
    if (g_ascii_strcasecmp (text, charter_csv_forms[i]) == 0)
      return set_form (self, (CharterBallotForm) i);
  return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_VALUE,
                            "The form of a ballot is ranking, approves or scores, not “%s”", text);
}

/* Once the columns before the options are read. */
static gboolean
begin (Csv *self)
{
  Row *row = &self->row;

  if (row->begun)
    return TRUE;
  row->begun = TRUE;
  if (self->ranks && row->count == 0)
    return TRUE;
  if (!charter_sheet_begin (&self->sheet, self->scan.line, row->count, row->weight) ||
      !charter_sheet_voter (&self->sheet, self->scan.line, row->voter->str, row->voter->len))
    return FALSE;
  charter_sheet_name (&self->sheet, &self->sheet.constituencies, row->constituency->str,
                      row->constituency->len);
  return TRUE;
}

static gboolean
read_ranked_option (Csv   *self,
                    guint  rank)
{
  const char *name = unguarded (self->cells.cell->str);
  gsize length = self->cells.cell->len - (gsize) (name - self->cells.cell->str);
  int option = charter_election_data_find_option (self->sheet.data, name, (gssize) length);

  if (*name == '\0')
    return TRUE;
  if (option < 0)
    {
      if (!charter_sheet_add_option (&self->sheet, self->cells.at, name, length))
        return FALSE;
      option = (int) charter_election_data_n_options (self->sheet.data) - 1;
    }
  return self->row.count == 0 ||
         charter_sheet_mark (&self->sheet, self->cells.at, (guint) option, rank, NULL);
}

static gboolean
is_word (const char *text,
         gboolean   *yes)
{
  static const char *const words[] = { "yes", "x", "✓", "no" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      {
        *yes = i < 3;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_approval (Csv   *self,
               guint  option)
{
  const char *text = self->cells.cell->str;
  gboolean yes = FALSE;

  if (!is_word (text, &yes))
    {
      if (strcmp (text, "0") != 0 && strcmp (text, "1") != 0)
        return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_VALUE,
                                  "An option is approved (yes, x or 1) or not (no, 0 or nothing); "
                                  "this is “%s”", text);
      yes = *text == '1';
    }
  return !yes || charter_sheet_mark (&self->sheet, self->cells.at, option, 0, NULL);
}

static gboolean
read_rank (Csv   *self,
           guint  option)
{
  gint64 rank = 0;

  if (strcmp (self->cells.cell->str, "-") == 0)
    return TRUE;
  if (!read_whole (self, "A rank (scores need a column “form”)", &rank))
    return FALSE;
  if (rank < 1 || rank > G_MAXINT32)
    return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_VALUE,
                              "A rank is from 1 to %d (scores need a column “form”)", G_MAXINT32);
  return charter_sheet_mark (&self->sheet, self->cells.at, option, (guint) rank, NULL);
}

static gboolean
read_score (Csv   *self,
            guint  option)
{
  CharterFraction score;

  if (!charter_fraction_parse_decimal (self->cells.cell->str, (gssize) self->cells.cell->len,
                                       &score))
    return charter_scan_fail (&self->scan, self->cells.at, CHARTER_ERROR_VALUE,
                              "A score is a number like 4, 3.5 or 7/2, not “%s”",
                              self->cells.cell->str);
  return charter_sheet_mark (&self->sheet, self->cells.at, option, 0, &score);
}

static gboolean
read_option (Csv   *self,
             guint  option)
{
  gboolean yes;

  if (self->cells.cell->len == 0)
    return TRUE;
  if (self->form < 0)
    self->form = is_word (self->cells.cell->str, &yes) ? CHARTER_BALLOT_FORM_APPROVES
                                                       : CHARTER_BALLOT_FORM_RANKING;
  if (self->form == CHARTER_BALLOT_FORM_APPROVES)
    return read_approval (self, option);
  if (self->form == CHARTER_BALLOT_FORM_SCORES)
    return read_score (self, option);
  return read_rank (self, option);
}

static gboolean
read_cell (Csv          *self,
           const Column *column)
{
  Row *row = &self->row;

  switch (column->role)
    {
    case CHARTER_CSV_FORM:
      return read_form (self);
    case CHARTER_CSV_COUNT:
      return read_whole (self, "A count", &row->count);
    case CHARTER_CSV_WEIGHT:
      return read_whole (self, "A weight", &row->weight);
    case CHARTER_CSV_VOTER:
      g_string_assign (row->voter, unguarded (self->cells.cell->str));
      return TRUE;
    case CHARTER_CSV_CONSTITUENCY:
      g_string_assign (row->constituency, unguarded (self->cells.cell->str));
      return TRUE;
    case CHARTER_CSV_RANK:
      return begin (self) && read_ranked_option (self, column->number);
    case CHARTER_CSV_OPTION:
    case CHARTER_CSV_N_RESERVED:
    default:
      return begin (self) && read_option (self, column->number);
    }
}

static gboolean
read_row (Csv *self)
{
  Row *row = &self->row;

  row->count = row->weight = 1;
  row->begun = FALSE;
  g_string_truncate (row->voter, 0);
  g_string_truncate (row->constituency, 0);
  self->scan.ballot = self->sheet.ballots->len + 1;
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (!charter_csv_cells_next (&self->cells))
        return FALSE;
      if (self->cells.last != (i + 1 == self->columns->len))
        return charter_scan_fail (&self->scan, self->scan.at, CHARTER_ERROR_SYNTAX,
                                  "The row has %s cells than the header has columns (%u)",
                                  self->cells.last ? "fewer" : "more", self->columns->len);
      if (!read_cell (self, &g_array_index (self->columns, Column, i)))
        return FALSE;
    }
  return begin (self);
}

/* Empty lines may end the text, and only that. */
static gboolean
is_end (Csv *self)
{
  CharterScan *scan = &self->scan;
  guint number = scan->number;

  while (scan->at == scan->stop)
    if (!charter_scan_line (scan))
      return TRUE;
  if (scan->number != number)
    charter_scan_fail (scan, scan->line, CHARTER_ERROR_SYNTAX,
                       "There is an empty line before this one; in a table with one column an empty "
                       "cell is written \"\"");
  return scan->error != NULL;
}

static gboolean
read_rows (Csv *self)
{
  while (charter_scan_line (&self->scan) && !is_end (self))
    if (!read_row (self))
      return FALSE;
  if (self->scan.error != NULL)
    return FALSE;
  self->scan.ballot = 0;
  return charter_sheet_pack (&self->sheet, self->form < 0 ? CHARTER_BALLOT_FORM_RANKING
                                                          : (CharterBallotForm) self->form, NULL);
}

CharterElectionData *
charter_election_read_csv (GBytes  *text,
                           GError **error)
{
  Csv self = { .form = -1 };
  CharterElectionData *data = NULL;

  charter_scan_init (&self.scan, text);
  charter_sheet_init (&self.sheet, &self.scan);
  charter_csv_cells_init (&self.cells, &self.scan);
  self.columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self.row.voter = g_string_new (NULL);
  self.row.constituency = g_string_new (NULL);
  if (self.scan.error == NULL && read_header (&self) && read_rows (&self))
    data = g_steal_pointer (&self.sheet.data);
  g_string_free (self.row.voter, TRUE);
  g_string_free (self.row.constituency, TRUE);
  g_array_unref (self.columns);
  charter_csv_cells_clear (&self.cells);
  charter_sheet_clear (&self.sheet);
  return charter_scan_finish (&self.scan, data, error);
}
