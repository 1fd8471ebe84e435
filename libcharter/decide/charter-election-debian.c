/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-scan-private.h"

#include <string.h>

/* The tally sheets that the Debian project's secretary publishes with each vote (those of
 * www.debian.org/vote, for example 2021/vote_001_tally.txt; written by devotee).  A ballot is a
 * line "V: 1-23    NAME": for each option, in the order of the ballot paper, the rank that the
 * voter gave it, "-" for none, equal digits for equal ranks; after 9 come A, B and so on (as from
 * the vote leader2007 on).  Ranks may be skipped.  NAME is the voter, or in a secret vote what only
 * the voter knows.  The options' names stand above, in lines "Option 1---->: NAME", with or
 * without bars before them; where there are none the options are "Option 1" and so on.  All other
 * lines are words for the reader. */

typedef struct
{
  CharterScan  scan;
  CharterSheet sheet;
  guint        n_columns;
} Debian;

/* "/  Option 2--------->: NAME" */
static gboolean
is_option (CharterScan *scan)
{
  const char *at = scan->line;

  while (at < scan->stop && strchr (" \t|/\\+`", *at) != NULL)
    at++;
  if (scan->stop - at < 8 || strncmp (at, "Option ", 7) != 0 || !g_ascii_isdigit (at[7]))
    return FALSE;
  scan->at = at + 7;
  return TRUE;
}

static gboolean
read_option (Debian *self)
{
  CharterScan *scan = &self->scan;
  const char *at = scan->at, *name;
  gsize length;
  gint64 number;

  if (!charter_scan_integer (scan, "An option's number", &number))
    return FALSE;
  while (scan->at < scan->stop && strchr ("-> \t", *scan->at) != NULL)
    scan->at++;
  if (!charter_scan_eat (scan, ':'))
    return TRUE;
  if (number != charter_election_data_n_options (self->sheet.data) + 1)
    return charter_scan_fail (scan, at, CHARTER_ERROR_VALUE,
                              "Here belongs option %u: options are numbered from 1 in their order",
                              charter_election_data_n_options (self->sheet.data) + 1);
  name = scan->at;
  length = (gsize) (scan->stop - name);
  charter_scan_trim (&name, &length);
  return charter_sheet_add_option (&self->sheet, name, name, length);
}

static gboolean
is_ballot (CharterScan *scan)
{
  if (scan->stop - scan->line < 2 || strncmp (scan->line, "V:", 2) != 0)
    return FALSE;
  scan->at = scan->line + 2;
  return TRUE;
}

/* 0 for "-", G_MAXUINT for what is no rank. */
static guint
rank_of (char c)
{
  if (c == '-')
    return 0;
  if (c >= '1' && c <= '9')
    return (guint) (c - '0');
  return c >= 'A' && c <= 'Z' ? (guint) (c - 'A') + 10 : G_MAXUINT;
}

static gboolean
check_columns (Debian     *self,
               const char *at,
               guint       n)
{
  guint n_options = charter_election_data_n_options (self->sheet.data);

  if (self->n_columns == 0)
    self->n_columns = n_options > 0 ? n_options : n;
  if (n != self->n_columns)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_VALUE,
                              "There are %u ranks for %u options", n, self->n_columns);
  return TRUE;
}

static gboolean
read_ranks (Debian     *self,
            const char *at,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      guint rank = rank_of (at[i]);

      if (rank == G_MAXUINT)
        return charter_scan_fail (&self->scan, at + i, CHARTER_ERROR_VALUE,
                                  "A rank is a digit from 1, a letter from A after 9, or “-” for "
                                  "none");
      if (rank > 0 && !charter_sheet_mark (&self->sheet, at + i, i, rank, NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_ballot (Debian *self)
{
  CharterScan *scan = &self->scan;
  const char *at, *name;
  gsize n, length;

  scan->ballot = self->sheet.ballots->len + 1;
  charter_scan_more (scan);
  at = scan->at;
  while (scan->at < scan->stop && *scan->at != ' ' && *scan->at != '\t')
    scan->at++;
  n = (gsize) (scan->at - at);
  if (n == 0)
    return charter_scan_fail (scan, at, CHARTER_ERROR_SYNTAX, "Ranks belong after “V:”");
  if (n > CHARTER_OPTIONS_MAX || !check_columns (self, at, (guint) n))
    return charter_scan_fail (scan, at, CHARTER_ERROR_LIMIT, "There are more than %u options",
                              CHARTER_OPTIONS_MAX);
  name = scan->at;
  length = (gsize) (scan->stop - name);
  charter_scan_trim (&name, &length);
  if (!charter_sheet_begin (&self->sheet, at, 1, 1))
    return FALSE;
  return charter_sheet_voter (&self->sheet, name, name, length) &&
         read_ranks (self, at, (guint) n);
}

/* Where no line names them. */
static gboolean
number_options (Debian *self)
{
  self->scan.ballot = 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *name = g_strdup_printf ("Option %u", i + 1);

      if (!charter_sheet_add_option (&self->sheet, NULL, name, strlen (name)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_lines (Debian *self)
{
  CharterScan *scan = &self->scan;

  while (charter_scan_line (scan))
    {
      if (is_ballot (scan))
        {
          if (!read_ballot (self))
            return FALSE;
        }
      else if (self->sheet.ballots->len == 0 && is_option (scan) && !read_option (self))
        return FALSE;
    }
  if (scan->error != NULL)
    return FALSE;
  if (charter_election_data_n_options (self->sheet.data) == 0 && self->n_columns == 0)
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_SYNTAX,
                              "There is no ballot (“V: 12-3 name”) and no option (“Option 1: name”)");
  if (charter_election_data_n_options (self->sheet.data) == 0 && !number_options (self))
    return FALSE;
  return charter_sheet_pack (&self->sheet, CHARTER_BALLOT_FORM_RANKING, NULL);
}

CharterElectionData *
charter_election_read_debian (GBytes  *text,
                              GError **error)
{
  Debian self = { 0 };
  CharterElectionData *data = NULL;

  charter_scan_init (&self.scan, text);
  charter_sheet_init (&self.sheet, &self.scan);
  if (read_lines (&self))
    data = g_steal_pointer (&self.sheet.data);
  charter_sheet_clear (&self.sheet);
  return charter_scan_finish (&self.scan, data, error);
}
