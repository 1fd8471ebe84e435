/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-scan-private.h"

#include <stdlib.h>

#define MARKS_MAX ((guint) (CHARTER_ELECTION_ROWS_MAX / sizeof (CharterSheetMark)))

/* Ballots as a text gives them, one mark after another, until all options are known. */

void
charter_sheet_init (CharterSheet *self,
                    CharterScan  *scan)
{
  *self = (CharterSheet) {
    .scan = scan,
    .data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING),
    .ballots = g_array_new (FALSE, FALSE, sizeof (CharterSheetBallot)),
    .marks = g_array_new (FALSE, FALSE, sizeof (CharterSheetMark)),
    .scores = g_array_new (FALSE, FALSE, sizeof (CharterFraction)),
    .seen = g_array_new (FALSE, TRUE, sizeof (guint)),
  };
}

void
charter_sheet_clear (CharterSheet *self)
{
  g_clear_pointer (&self->data, charter_election_data_unref);
  g_clear_pointer (&self->ballots, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->scores, g_array_unref);
  g_clear_pointer (&self->seen, g_array_unref);
  g_clear_pointer (&self->voters, g_ptr_array_unref);
  g_clear_pointer (&self->constituencies, g_ptr_array_unref);
}

gboolean
charter_sheet_add_option (CharterSheet *self,
                          const char   *at,
                          const char   *name,
                          gsize         length)
{
  if (!charter_scan_name (self->scan, at, name, length))
    return FALSE;
  if (charter_election_data_find_option (self->data, name, (gssize) length) >= 0)
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_VALUE,
                              "There are two options “%.*s”; each needs a name of its own",
                              (int) length, name);
  if (charter_election_data_add_option (self->data, name, (gssize) length) < 0)
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_LIMIT,
                              "There are more than %u options", CHARTER_OPTIONS_MAX);
  return TRUE;
}

/* FALSE where it does not fit 64 bits. */
static gboolean
add_to_total (CharterSheet *self,
              gint64        count,
              gint64        weight)
{
  gint64 value;

  return !__builtin_mul_overflow (count, weight, &value) &&
         !__builtin_add_overflow (self->total, value, &self->total);
}

gboolean
charter_sheet_begin (CharterSheet *self,
                     const char   *at,
                     gint64        count,
                     gint64        weight)
{
  const CharterSheetBallot ballot = { self->marks->len, count, weight };

  self->scan->ballot = self->ballots->len + 1;
  if (count < 1)
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_VALUE, "A count is 1 or more");
  if (!add_to_total (self, count, weight))
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_VALUE,
                              "With this the ballots come to more than 9223372036854775807 "
                              "votes, more than can be counted");
  if (self->ballots->len == CHARTER_ELECTION_BALLOTS_MAX)
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_LIMIT,
                              "There are more than %u ballots; count equal ones together",
                              CHARTER_ELECTION_BALLOTS_MAX);
  g_array_append_val (self->ballots, ballot);
  return TRUE;
}

static gboolean
fail_twice (CharterSheet *self,
            const char   *at,
            guint         option)
{
  if (option < charter_election_data_n_options (self->data))
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_VALUE,
                              "“%s” stands here for the second time; an option stands in a "
                              "ballot once", charter_election_data_option (self->data, option));
  return charter_scan_fail (self->scan, at, CHARTER_ERROR_VALUE,
                            "Option %u stands here for the second time; an option stands in a "
                            "ballot once", option + 1);
}

gboolean
charter_sheet_mark (CharterSheet          *self,
                    const char            *at,
                    guint                  option,
                    guint                  rank,
                    const CharterFraction *score)
{
  const CharterSheetMark mark = { option, rank };
  const CharterFraction none = { 0, 0 };

  if (option >= self->seen->len)
    g_array_set_size (self->seen, option + 1);
  if (g_array_index (self->seen, guint, option) == self->ballots->len)
    return fail_twice (self, at, option);
  g_array_index (self->seen, guint, option) = self->ballots->len;
  if (self->marks->len == MARKS_MAX)
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_LIMIT,
                              "The ballots name options more than %u times; count equal ballots "
                              "together", MARKS_MAX);
  g_array_append_val (self->marks, mark);
  if (score == NULL && self->scores->len == 0)
    return TRUE;
  while (self->scores->len + 1 < self->marks->len)
    g_array_append_val (self->scores, none);
  g_array_append_val (self->scores, *(score != NULL ? score : &none));
  return TRUE;
}

void
charter_sheet_name (CharterSheet *self,
                    GPtrArray   **names,
                    const char   *name,
                    gsize         length)
{
  if (length == 0)
    return;
  if (*names == NULL)
    *names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (*names, (int) self->ballots->len - 1);
  g_ptr_array_add (*names, g_strndup (name, length));
}

gboolean
charter_sheet_voter (CharterSheet *self,
                     const char   *at,
                     const char   *name,
                     gsize         length)
{
  g_autofree char *voter = g_strndup (name, length);
  guint first = charter_election_data_find_voter (self->data, voter);

  if (first != 0)
    return charter_scan_fail (self->scan, at, CHARTER_ERROR_VALUE,
                              "“%s” has a ballot already, in line %u; nobody has two", voter,
                              first);
  charter_sheet_name (self, &self->voters, name, length);
  if (length > 0)
    charter_election_data_note_voter (self->data, voter, self->scan->number);
  return TRUE;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const CharterSheetMark *left = a, *right = b;

  return left->rank < right->rank ? -1 : left->rank > right->rank;
}

/* Ranks that rise already, as they mostly do, are not sorted. */
static void
order_marks (CharterSheetMark *marks,
             gsize             n)
{
  for (gsize i = 1; i < n; i++)
    if (marks[i].rank < marks[i - 1].rank)
      {
        qsort (marks, n, sizeof *marks, compare_marks);
        return;
      }
}

static void
pack_ranks (CharterSheet      *self,
            guint              row,
            CharterSheetMark  *marks,
            gsize              n,
            const guint       *indices)
{
  guint rank = 0, last = 0;
  gboolean begun = FALSE;

  order_marks (marks, n);
  for (gsize i = 0; i < n; i++)
    {
      guint option = indices != NULL ? indices[marks[i].option] : marks[i].option;

      if (option == G_MAXUINT || marks[i].rank == G_MAXUINT)
        continue;
      rank += begun && marks[i].rank != last;
      begun = TRUE;
      last = marks[i].rank;
      charter_election_data_set_rank (self->data, row, option, rank);
    }
}

static void
pack_scores (CharterSheet *self,
             guint         row,
             gsize         first,
             gsize         n)
{
  CharterFraction *scores = self->data->scores + (gsize) row * self->data->score_stride;

  for (gsize i = first; i < first + n && i < self->scores->len; i++)
    scores[g_array_index (self->marks, CharterSheetMark, i).option] =
      g_array_index (self->scores, CharterFraction, i);
}

static void
pack_ballot (CharterSheet *self,
             guint         i,
             const guint  *indices)
{
  const CharterSheetBallot *ballot = &g_array_index (self->ballots, CharterSheetBallot, i);
  gsize end = i + 1 < self->ballots->len ? ballot[1].first : self->marks->len;
  guint row = charter_election_data_append (self->data);

  charter_election_data_set_count (self->data, row, ballot->count);
  charter_election_data_set_weight (self->data, row, ballot->weight);
  if (self->voters != NULL && i < self->voters->len && self->voters->pdata[i] != NULL)
    charter_election_data_set_voter (self->data, row, self->voters->pdata[i]);
  if (self->constituencies != NULL && i < self->constituencies->len &&
      self->constituencies->pdata[i] != NULL)
    charter_election_data_set_constituency (self->data, row, self->constituencies->pdata[i]);
  if (self->data->form == CHARTER_BALLOT_FORM_SCORES)
    pack_scores (self, row, ballot->first, end - ballot->first);
  else
    pack_ranks (self, row, (CharterSheetMark *) self->marks->data + ballot->first,
                end - ballot->first, indices);
}

/* The options with room for ballots of the form. */
static CharterElectionData *
shape (CharterSheet     *self,
       CharterBallotForm form)
{
  CharterElectionData *data = charter_election_data_new (form);

  for (guint i = 0; i < charter_election_data_n_options (self->data); i++)
    charter_election_data_add_option (data, charter_election_data_option (self->data, i), -1);
  data->seats = self->data->seats;
  data->ignore_unranked = self->data->ignore_unranked;
  return data;
}

gboolean
charter_sheet_pack (CharterSheet     *self,
                    CharterBallotForm form,
                    const guint      *indices)
{
  CharterElectionData *data = shape (self, form);
  gsize row = form == CHARTER_BALLOT_FORM_SCORES ? data->score_stride * sizeof (CharterFraction)
                                                 : data->stride;

  charter_election_data_unref (self->data);
  self->data = data;
  self->scan->ballot = 0;
  if (self->ballots->len > CHARTER_ELECTION_ROWS_MAX / row)
    return charter_scan_fail (self->scan, NULL, CHARTER_ERROR_LIMIT,
                              "%u ballots on %u options take more than 2 GiB; count equal ballots "
                              "together", self->ballots->len,
                              charter_election_data_n_options (data));
  for (guint i = 0; i < self->ballots->len; i++)
    pack_ballot (self, i, indices);
  return TRUE;
}
