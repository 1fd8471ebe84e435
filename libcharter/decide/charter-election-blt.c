/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-scan-private.h"
#include "decide/charter-election-writer-private.h"

#include <string.h>

/* BLT: I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123: Single Transferable Vote by
 * Meek's method", The Computer Journal 30 (1987), §3.1.  Numbers of options and of seats; withdrawn
 * options as negative numbers; for each ballot its count, options by number, best first, and 0; a
 * 0; the names and the title in quotation marks.  The ballots may be broken into lines anywhere.
 *
 * Extensions that are read: of OpenSTV and OpaVote comments (# to the end of the line), "2=3"
 * for equal ranks, "-" for a rank that was left empty (which leaves no gap) and an id "(…)"
 * before a ballot; "[…]" for the same; Hill's "(2 3)" for equal ranks; Wichmann's source and
 * comment after the title; names and title without quotation marks, each on a line of its own, as in
 * the collections of Scottish wards.  David Hill's own files (.HIL, as in the Tideman collection) are
 * the same as the first form, with all names on one line.
 *
 * Withdrawn options are none: they are left out of the options and of every ballot. */

typedef struct
{
  CharterScan  scan;
  CharterSheet sheet;
  gint64       n_options;
  GArray      *withdrawn;    /* gboolean an option */
  gboolean     lines;        /* each name is a line, without quotation marks */
} Blt;

/* Passes over blanks, comments and ends of lines.  FALSE at the end of the text. */
static gboolean
next (Blt *self)
{
  while (!charter_scan_more (&self->scan) || *self->scan.at == '#')
    if (!charter_scan_line (&self->scan))
      return FALSE;
  return TRUE;
}

static gboolean
need (Blt        *self,
      const char *what)
{
  if (next (self))
    return TRUE;
  return charter_scan_fail (&self->scan, self->scan.stop, CHARTER_ERROR_SYNTAX,
                            "The text ends where %s belongs", what);
}

/* A number ends where a blank, a comment or the line does, or at one of @more. */
static gboolean
read_number (Blt        *self,
             const char *what,
             const char *more,
             gint64     *out)
{
  CharterScan *scan = &self->scan;

  if (!charter_scan_integer (scan, what, out))
    return FALSE;
  if (scan->at < scan->stop && strchr (" \t#", *scan->at) == NULL &&
      strchr (more, *scan->at) == NULL)
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "A blank belongs between two numbers");
  return TRUE;
}

static gboolean
read_size (Blt *self)
{
  gint64 seats;
  const char *at;

  if (!need (self, "the number of options") || (at = self->scan.at) == NULL ||
      !read_number (self, "The number of options", "", &self->n_options))
    return FALSE;
  if (self->n_options > CHARTER_OPTIONS_MAX)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_LIMIT,
                              "There are more than %u options", CHARTER_OPTIONS_MAX);
  if (!need (self, "the number of seats") || (at = self->scan.at) == NULL ||
      !read_number (self, "The number of seats", "", &seats))
    return FALSE;
  if (seats < 1 || seats > G_MAXINT32)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_VALUE,
                              "The number of seats is from 1 to %d", G_MAXINT32);
  self->sheet.data->seats = (guint) seats;
  g_array_set_size (self->withdrawn, (guint) self->n_options);
  return TRUE;
}

/* An option's number, as an index from 0. */
static gboolean
read_option (Blt        *self,
             const char *more,
             guint      *out)
{
  const char *at = self->scan.at;
  gint64 number;

  if (!read_number (self, "An option's number", more, &number))
    return FALSE;
  if (number < 1 || number > self->n_options)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_REFERENCE,
                              "There is no option %" G_GINT64_FORMAT "; the options are numbered "
                              "from 1 to %" G_GINT64_FORMAT, number, self->n_options);
  *out = (guint) number - 1;
  return TRUE;
}

static gboolean
read_withdrawn (Blt *self)
{
  guint option = 0;

  while (need (self, "a ballot, or 0 after the last one") &&
         charter_scan_eat (&self->scan, '-'))
    {
      const char *at = self->scan.at;

      if (!read_option (self, "", &option))
        return FALSE;
      if (g_array_index (self->withdrawn, gboolean, option))
        return charter_scan_fail (&self->scan, at, CHARTER_ERROR_VALUE,
                                  "Option %u is withdrawn twice", option + 1);
      g_array_index (self->withdrawn, gboolean, option) = TRUE;
    }
  return self->scan.error == NULL;
}

/* "(id)" or "[id]" before the count. */
static gboolean
read_id (Blt         *self,
         const char **id,
         gsize       *length)
{
  CharterScan *scan = &self->scan;
  char closing = charter_scan_eat (scan, '(') ? ')' : charter_scan_eat (scan, '[') ? ']' : '\0';
  gssize found;

  *id = scan->at;
  *length = 0;
  if (closing == '\0')
    return TRUE;
  found = charter_scan_until (scan, closing);
  if (found < 0)
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "The ballot's id is not closed by “%c” on the same line", closing);
  *length = (gsize) found;
  scan->at += found + 1;
  charter_scan_trim (id, length);
  return need (self, "the ballot's count");
}

/* "2=3=5" */
static gboolean
read_equal (Blt  *self,
            guint rank)
{
  guint option = 0;

  do
    {
      const char *at = self->scan.at;

      if (!read_option (self, "=", &option) ||
          !charter_sheet_mark (&self->sheet, at, option, rank, NULL))
        return FALSE;
    }
  while (charter_scan_eat (&self->scan, '='));
  return TRUE;
}

/* "(2 3 5)" */
static gboolean
read_group (Blt  *self,
            guint rank)
{
  guint option = 0;

  while (need (self, "“)”") && !charter_scan_eat (&self->scan, ')'))
    {
      const char *at = self->scan.at;

      if (!read_option (self, ")", &option) ||
          !charter_sheet_mark (&self->sheet, at, option, rank, NULL))
        return FALSE;
    }
  return self->scan.error == NULL;
}

/* What follows the count, to the 0. */
static gboolean
read_ranks (Blt *self)
{
  CharterScan *scan = &self->scan;

  for (guint rank = 0;; rank++)
    {
      if (!need (self, "0 at the end of the ballot"))
        return FALSE;
      if (charter_scan_eat (scan, '-'))
        continue;
      if (charter_scan_eat (scan, '('))
        {
          if (!read_group (self, rank))
            return FALSE;
        }
      else if (*scan->at == '0' && (scan->at + 1 == scan->stop ||
                                    strchr (" \t#", scan->at[1]) != NULL))
        {
          scan->at++;
          return TRUE;
        }
      else if (!read_equal (self, rank))
        return FALSE;
    }
}

/* FALSE after the 0 that ends the ballots, and at a fault. */
static gboolean
read_ballot (Blt *self)
{
  CharterScan *scan = &self->scan;
  const char *id, *at;
  gsize length;
  gint64 count;

  scan->ballot = 0;
  if (!need (self, "a ballot, or 0 after the last one") || !read_id (self, &id, &length))
    return FALSE;
  at = scan->at;
  if (!read_number (self, "A ballot's count", "", &count))
    return FALSE;
  if (count == 0 && length == 0)
    return FALSE;
  if (!charter_sheet_begin (&self->sheet, at, count, 1))
    return FALSE;
  return charter_sheet_voter (&self->sheet, at, id, length) && read_ranks (self);
}

/* The whole line. */
static gboolean
read_line (Blt         *self,
           const char  *what,
           const char **text,
           gsize       *length)
{
  CharterScan *scan = &self->scan;

  *text = scan->line;
  *length = (gsize) (scan->stop - scan->line);
  charter_scan_trim (text, length);
  if (scan->at != *text || **text == '"')
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "Here belongs %s, on a line of its own like the first", what);
  scan->at = scan->stop;
  return TRUE;
}

static gboolean
read_text (Blt         *self,
           const char  *what,
           const char **text,
           gsize       *length)
{
  CharterScan *scan = &self->scan;
  gssize found;

  if (!need (self, what))
    return FALSE;
  if (self->lines)
    return read_line (self, what, text, length);
  if (!charter_scan_eat (scan, '"'))
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "Here belongs %s, in quotation marks", what);
  *text = scan->at;
  found = charter_scan_until (scan, '"');
  if (found < 0)
    return charter_scan_fail (scan, scan->at - 1, CHARTER_ERROR_SYNTAX,
                              "The quotation mark is not closed on the same line");
  *length = (gsize) found;
  scan->at += found + 1;
  return TRUE;
}

/* The names, then the title and perhaps a source and a comment. */
static gboolean
read_names (Blt *self)
{
  const char *text;
  gsize length;
  guint rest = 0;

  self->lines = next (self) && *self->scan.at != '"';
  for (guint i = 0; i < self->n_options; i++)
    {
      if (!read_text (self, "an option's name", &text, &length))
        return FALSE;
      if (!g_array_index (self->withdrawn, gboolean, i) &&
          !charter_sheet_add_option (&self->sheet, text, text, length))
        return FALSE;
    }
  do
    if (!read_text (self, "the title of the election", &text, &length))
      return FALSE;
  while (next (self) && ++rest < 3);
  if (rest == 3)
    return charter_scan_fail (&self->scan, self->scan.at, CHARTER_ERROR_SYNTAX,
                              "After %" G_GINT64_FORMAT " names, the title, a source and a comment "
                              "there is still more", self->n_options);
  return self->scan.error == NULL;
}

static gboolean
pack (Blt *self)
{
  g_autofree guint *indices = g_new (guint, self->n_options + 1);
  guint kept = 0;

  for (guint i = 0; i < self->n_options; i++)
    indices[i] = g_array_index (self->withdrawn, gboolean, i) ? G_MAXUINT : kept++;
  return charter_sheet_pack (&self->sheet, CHARTER_BALLOT_FORM_RANKING, indices);
}

CharterElectionData *
charter_election_read_blt (GBytes  *text,
                           GError **error)
{
  Blt self = { 0 };
  CharterElectionData *data = NULL;

  charter_scan_init (&self.scan, text);
  charter_sheet_init (&self.sheet, &self.scan);
  self.withdrawn = g_array_new (FALSE, TRUE, sizeof (gboolean));
  if (read_size (&self) && read_withdrawn (&self))
    {
      while (read_ballot (&self))
        ;
      self.scan.ballot = 0;
      if (self.scan.error == NULL && read_names (&self) && pack (&self))
        data = g_steal_pointer (&self.sheet.data);
    }
  charter_sheet_clear (&self.sheet);
  g_array_unref (self.withdrawn);
  return charter_scan_finish (&self.scan, data, error);
}

static gboolean
write_id (GString    *out,
          const char *voter,
          GError    **error)
{
  if (strpbrk (voter, ")\n\r") != NULL || g_ascii_isspace (*voter) ||
      g_ascii_isspace (voter[strlen (voter) - 1]))
    return charter_writer_refuse (error, "BLT cannot write the voter “%s”: an id has no “)”, no line "
                                  "break and no blank at its ends", voter);
  g_string_append_printf (out, "(%s) ", voter);
  return TRUE;
}

static gboolean
write_ballot (GString                   *out,
              const CharterElectionData *data,
              guint                      ballot,
              CharterWriterRanks        *ranks,
              GError                   **error)
{
  const char *voter = charter_election_data_get_voter (data, ballot);

  if (voter != NULL && !write_id (out, voter, error))
    return FALSE;
  g_string_append_printf (out, "%" G_GINT64_FORMAT, charter_writer_count (data, ballot));
  charter_writer_ranks_set (ranks, data, ballot);
  for (guint i = 0; i < ranks->n; i++)
    g_string_append_printf (out, "%c%u", i > 0 && ranks->ranks[i] == ranks->ranks[i - 1] ? '=' : ' ',
                            ranks->options[i] + 1);
  g_string_append (out, " 0\n");
  return TRUE;
}

static gboolean
write_names (GString                   *out,
             const CharterElectionData *data,
             GError                   **error)
{
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    {
      const char *name = charter_election_data_option (data, i);

      if (strpbrk (name, "\"\n\r") != NULL)
        return charter_writer_refuse (error, "BLT cannot write the option “%s”: a name has no "
                                      "quotation mark and no line break", name);
      g_string_append_printf (out, "\"%s\"\n", name);
    }
  g_string_append (out, "\"Election\"\n");
  return TRUE;
}

char *
charter_election_write_blt (const CharterElectionData *self,
                            GError                   **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (CharterWriterRanks) ranks = { 0 };

  if (!charter_writer_check (self, "BLT", CHARTER_WRITER_RANKS, error))
    return NULL;
  charter_writer_ranks_init (&ranks, self);
  g_string_append_printf (out, "%u %u\n", charter_election_data_n_options (self),
                          MAX (self->seats, 1));
  for (guint i = 0; i < self->n_ballots; i++)
    if (!write_ballot (out, self, i, &ranks, error))
      return NULL;
  g_string_append (out, "0\n");
  return write_names (out, self, error) ? charter_writer_finish (&out) : NULL;
}
