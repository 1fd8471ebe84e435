/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-csv-private.h"

#include <string.h>

#define CELL_MAX 4096u

const char *const charter_csv_titles[] = { "form", "count", "weight", "voter", "constituency" };
const char *const charter_csv_forms[] = { "ranking", "approves", "scores" };

CharterCsvRole
charter_csv_role (const char *title)
{
  for (guint i = 0; i < CHARTER_CSV_N_RESERVED; i++)
    if (g_ascii_strcasecmp (title, charter_csv_titles[i]) == 0)
      return (CharterCsvRole) i;
  return CHARTER_CSV_OPTION;
}

guint
charter_csv_rank (const char *title)
{
  static const char *const words[] = { "rank", "choice", "preference" };
  guint rank = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *c = title + strlen (words[i]);

      if (g_ascii_strncasecmp (title, words[i], strlen (words[i])) != 0)
        continue;
      while (*c == ' ' || *c == '-' || *c == '_')
        c++;
      for (; g_ascii_isdigit (*c) && rank <= CHARTER_OPTIONS_MAX; c++)
        rank = rank * 10 + (guint) (*c - '0');
      return *c == '\0' && rank <= CHARTER_OPTIONS_MAX ? rank : 0;
    }
  return 0;
}

/* The signs are those of OWASP's page on CSV injection. */
gboolean
charter_csv_guarded (const char *name)
{
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－",
                                       "＠" };

  while (*name == '\'')
    name++;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (name, signs[i]))
      return TRUE;
  return FALSE;
}

void
charter_csv_cells_init (CharterCsvCells *self,
                        CharterScan     *scan)
{
  *self = (CharterCsvCells) { .scan = scan, .cell = g_string_new (NULL) };
}

void
charter_csv_cells_clear (CharterCsvCells *self)
{
  g_string_free (self->cell, TRUE);
}

static gboolean
check_length (CharterCsvCells *self)
{
  if (self->cell->len <= CELL_MAX)
    return TRUE;
  return charter_scan_fail (self->scan, self->at, CHARTER_ERROR_LIMIT,
                            "The cell is longer than %u bytes", CELL_MAX);
}

/* The line ends within the quotation marks: the break belongs to the cell. */
static gboolean
continue_line (CharterCsvCells *self)
{
  CharterScan *scan = self->scan;
  const char *start = self->at;

  if (scan->rest == scan->end)
    return charter_scan_fail (scan, start, CHARTER_ERROR_SYNTAX,
                              "The cell's quotation mark is not closed");
  g_string_append_len (self->cell, scan->stop, scan->rest - scan->stop);
  if (!check_length (self) || !charter_scan_line (scan))
    return FALSE;
  self->at = scan->line;
  return TRUE;
}

/* After the first quotation mark, past the last. */
static gboolean
read_quoted (CharterCsvCells *self)
{
  CharterScan *scan = self->scan;

  for (;;)
    {
      gssize length = charter_scan_until (scan, '"');

      g_string_append_len (self->cell, scan->at, length < 0 ? scan->stop - scan->at : length);
      if (!check_length (self))
        return FALSE;
      if (length < 0)
        {
          if (!continue_line (self))
            return FALSE;
          continue;
        }
      scan->at += length + 1;
      if (!charter_scan_eat (scan, '"'))
        return TRUE;
      g_string_append_c (self->cell, '"');
    }
}

static gboolean
read_plain (CharterCsvCells *self)
{
  CharterScan *scan = self->scan;
  gssize length = charter_scan_until (scan, ',');
  const char *quote;

  if (length < 0)
    length = scan->stop - scan->at;
  quote = memchr (scan->at, '"', (gsize) length);
  if (quote != NULL)
    return charter_scan_fail (scan, quote, CHARTER_ERROR_SYNTAX,
                              "A cell with a quotation mark stands in quotation marks, and the one "
                              "in it is doubled");
  if (length > 0 && (strchr (" \t", scan->at[0]) != NULL ||
                     strchr (" \t", scan->at[length - 1]) != NULL))
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "The cell begins or ends with a blank; take it out, or put the cell in "
                              "quotation marks if the blank belongs to it");
  g_string_append_len (self->cell, scan->at, length);
  scan->at += length;
  return check_length (self);
}

gboolean
charter_csv_cells_next (CharterCsvCells *self)
{
  CharterScan *scan = self->scan;

  g_string_truncate (self->cell, 0);
  self->at = scan->at;
  if (!(charter_scan_eat (scan, '"') ? read_quoted (self) : read_plain (self)))
    return FALSE;
  self->last = scan->at == scan->stop;
  if (self->last || charter_scan_eat (scan, ','))
    return TRUE;
  return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                            "A comma belongs after the cell's quotation mark");
}
