/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-private.h"

#include <string.h>

#include "state/charter-string-table-private.h"

#define ROW_ALIGN 32

/* Names */

static void
names_init (CharterElectionNames *self)
{
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->mask = 15;
  self->slots = g_new0 (CharterElectionSlot, self->mask + 1);
}

static void
names_clear (CharterElectionNames *self)
{
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

/* The slot that holds the name, or the free one where it would go. */
static CharterElectionSlot *
names_slot (const CharterElectionNames *self,
            const char                 *name,
            gsize                       length,
            guint32                     hash)
{
  guint i = hash & self->mask;

  for (; self->slots[i].number != 0; i = (i + 1) & self->mask)
    {
      const char *held;

      if (self->slots[i].hash != hash)
        continue;
      held = self->strings->pdata[self->slots[i].number - 1];
      if (strncmp (held, name, length) == 0 && held[length] == '\0')
        break;
    }
  return &self->slots[i];
}

static void
names_grow (CharterElectionNames *self)
{
  g_autofree CharterElectionSlot *old = g_steal_pointer (&self->slots);
  guint old_mask = self->mask;

  self->mask = old_mask * 2 + 1;
  self->slots = g_new0 (CharterElectionSlot, (gsize) self->mask + 1);
  for (guint i = 0; i <= old_mask; i++)
    {
      guint at = old[i].hash & self->mask;

      if (old[i].number == 0)
        continue;
      while (self->slots[at].number != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = old[i];
    }
}

/* Its number, from 1; 0 if it is not there. */
static guint
names_find (const CharterElectionNames *self,
            const char                 *name,
            gsize                       length)
{
  return names_slot (self, name, length, charter_string_hash_length (name, length))->number;
}

static guint
names_add (CharterElectionNames *self,
           const char           *name,
           gsize                 length)
{
  guint32 hash = charter_string_hash_length (name, length);
  CharterElectionSlot *slot = names_slot (self, name, length, hash);

  if (slot->number != 0)
    return slot->number;
  g_ptr_array_add (self->strings, g_strndup (name, length));
  slot->hash = hash;
  slot->number = self->strings->len;
  if (self->strings->len * 2 > self->mask)
    names_grow (self);
  return self->strings->len;
}

/* Rows */

static gboolean
has_rows (const CharterElectionData *self)
{
  return self->form == CHARTER_BALLOT_FORM_RANKING || self->form == CHARTER_BALLOT_FORM_APPROVES;
}

/* Bytes of a row for so many options; larger rows grow by a quarter, so that options that come
 * one by one cost no copy each. */
static guint
stride_for (guint    n_options,
            gboolean wide)
{
  guint bytes = n_options * (wide ? 2 : 1);

  if (bytes <= 16)
    return 16;
  if (bytes > 256)
    bytes += bytes / 4;
  return (bytes + ROW_ALIGN - 1) / ROW_ALIGN * ROW_ALIGN;
}

static guint8 *
new_rows (gsize n_rows,
          gsize stride)
{
  return n_rows == 0 ? NULL : g_aligned_alloc (n_rows, stride, ROW_ALIGN);
}

static void
widen (const guint8 *from,
       guint         n,
       guint8       *to)
{
  for (guint i = 0; i < n; i++)
    {
      guint16 rank = from[i] == CHARTER_UNRANKED ? CHARTER_UNRANKED_WIDE : from[i];

      memcpy (to + 2 * i, &rank, 2);
    }
}

static void
repack (CharterElectionData *self,
        guint                n_options)
{
  gboolean wide = n_options > CHARTER_OPTIONS_BYTE;
  guint stride = stride_for (n_options, wide);
  guint8 *rows = new_rows (self->n_allocated, stride);

  for (gsize i = 0; i < self->n_ballots; i++)
    {
      guint8 *row = rows + i * stride;

      memset (row, CHARTER_UNRANKED, stride);
      if (wide && !self->wide)
        widen (charter_election_data_row (self, i), self->options.strings->len, row);
      else
        memcpy (row, charter_election_data_row (self, i), self->stride);
    }
  g_aligned_free (self->ranks);
  self->ranks = rows;
  self->stride = stride;
  self->wide = wide;
}

static void
grow_rows (CharterElectionData *self,
           guint                n)
{
  guint8 *rows = new_rows (n, self->stride);

  if (self->n_ballots > 0)
    memcpy (rows, self->ranks, (gsize) self->n_ballots * self->stride);
  g_aligned_free (self->ranks);
  self->ranks = rows;
}

static void
repack_scores (CharterElectionData *self,
               guint                n_options)
{
  guint stride = MAX (8, n_options + n_options / 4);
  CharterFraction *scores = g_new0 (CharterFraction, (gsize) self->n_allocated * stride);

  for (gsize i = 0; i < self->n_ballots; i++)
    memcpy (scores + i * stride, self->scores + i * self->score_stride,
            self->score_stride * sizeof (CharterFraction));
  g_free (self->scores);
  self->scores = scores;
  self->score_stride = stride;
}

/* The whole */

CharterElectionData *
charter_election_data_new (CharterBallotForm form)
{
  CharterElectionData *self = g_new0 (CharterElectionData, 1);

  g_atomic_ref_count_init (&self->refs);
  self->form = form;
  self->stride = 16;
  self->score_stride = 8;
  names_init (&self->options);
  names_init (&self->names);
  return self;
}

CharterElectionData *
charter_election_data_ref (CharterElectionData *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
charter_election_data_unref (CharterElectionData *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  names_clear (&self->options);
  names_clear (&self->names);
  g_aligned_free (self->ranks);
  g_free (self->counts);
  g_free (self->weights);
  g_free (self->scores);
  g_free (self->choices);
  g_free (self->voters);
  g_free (self->constituencies);
  g_clear_pointer (&self->voted, g_array_unref);
  g_free (self->method);
  g_free (self);
}

void
charter_election_data_set_form (CharterElectionData *self,
                                CharterBallotForm    form)
{
  if (form == self->form)
    return;
  g_assert (self->n_ballots == 0);
  self->form = form;
  g_clear_pointer (&self->ranks, g_aligned_free);
  g_clear_pointer (&self->scores, g_free);
  g_clear_pointer (&self->choices, g_free);
  self->n_allocated = 0;
  if (has_rows (self))
    repack (self, self->options.strings->len);
  if (form == CHARTER_BALLOT_FORM_SCORES)
    repack_scores (self, self->options.strings->len);
}

int
charter_election_data_add_option (CharterElectionData *self,
                                  const char          *name,
                                  gssize               length)
{
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  guint there = names_find (&self->options, name, bytes);
  guint n = self->options.strings->len + 1;

  if (there != 0)
    return (int) there - 1;
  if (n > CHARTER_OPTIONS_MAX)
    return -1;
  if (has_rows (self) && n * (n > CHARTER_OPTIONS_BYTE ? 2 : 1) > self->stride)
    repack (self, n);
  else if (has_rows (self) && n > CHARTER_OPTIONS_BYTE && !self->wide)
    repack (self, n);
  if (self->form == CHARTER_BALLOT_FORM_SCORES && n > self->score_stride)
    repack_scores (self, n);
  return (int) names_add (&self->options, name, bytes) - 1;
}

int
charter_election_data_find_option (const CharterElectionData *self,
                                   const char                *name,
                                   gssize                     length)
{
  return (int) names_find (&self->options, name, length < 0 ? strlen (name) : (gsize) length) - 1;
}

/* Memory for @n ballots; what was there stays. */
static void
grow (CharterElectionData *self,
      guint                n)
{
  if (has_rows (self))
    grow_rows (self, n);
  if (self->form == CHARTER_BALLOT_FORM_SCORES)
    self->scores = g_renew (CharterFraction, self->scores, (gsize) n * self->score_stride);
  if (self->form == CHARTER_BALLOT_FORM_CHOICE)
    self->choices = g_renew (guint8, self->choices, n);
  if (self->counts != NULL)
    self->counts = g_renew (gint64, self->counts, n);
  if (self->weights != NULL)
    self->weights = g_renew (gint64, self->weights, n);
  if (self->voters != NULL)
    self->voters = g_renew (guint32, self->voters, n);
  if (self->constituencies != NULL)
    self->constituencies = g_renew (guint32, self->constituencies, n);
  self->n_allocated = n;
}

void
charter_election_data_reserve (CharterElectionData *self,
                               guint                n_ballots)
{
  if (n_ballots > self->n_allocated)
    grow (self, n_ballots);
}

guint
charter_election_data_append (CharterElectionData *self)
{
  guint ballot = self->n_ballots;

  if (ballot == self->n_allocated)
    grow (self, MAX (64, self->n_allocated + self->n_allocated / 2));
  if (has_rows (self))
    memset (charter_election_data_row (self, ballot), CHARTER_UNRANKED, self->stride);
  if (self->scores != NULL)
    memset (self->scores + (gsize) ballot * self->score_stride, 0,
            self->score_stride * sizeof (CharterFraction));
  if (self->choices != NULL)
    self->choices[ballot] = CHARTER_ELECTION_CHOICE_BLANK;
  if (self->counts != NULL)
    self->counts[ballot] = 1;
  if (self->weights != NULL)
    self->weights[ballot] = 1;
  if (self->voters != NULL)
    self->voters[ballot] = 0;
  if (self->constituencies != NULL)
    self->constituencies[ballot] = 0;
  self->n_ballots++;
  return ballot;
}

/* One ballot's members */

guint
charter_election_data_get_rank (const CharterElectionData *self,
                                guint                      ballot,
                                guint                      option)
{
  const guint8 *row = charter_election_data_row (self, ballot);
  guint16 wide;

  if (!self->wide)
    return row[option] == CHARTER_UNRANKED ? CHARTER_UNRANKED_WIDE : row[option];
  memcpy (&wide, row + 2 * option, 2);
  return wide;
}

void
charter_election_data_set_rank (CharterElectionData *self,
                                guint                ballot,
                                guint                option,
                                guint                rank)
{
  guint8 *row = charter_election_data_row (self, ballot);
  guint16 wide = (guint16) rank;

  if (self->wide)
    memcpy (row + 2 * option, &wide, 2);
  else
    row[option] = (guint8) MIN (rank, CHARTER_UNRANKED);
}

/* Numbers that are all 1 take no memory. */
static void
set_number (CharterElectionData *self,
            gint64             **numbers,
            guint                ballot,
            gint64               value)
{
  if (*numbers == NULL && value == 1)
    return;
  if (*numbers == NULL)
    {
      *numbers = g_new (gint64, self->n_allocated);
      for (guint i = 0; i < self->n_ballots; i++)
        (*numbers)[i] = 1;
    }
  (*numbers)[ballot] = value;
}

void
charter_election_data_set_count (CharterElectionData *self,
                                 guint                ballot,
                                 gint64               count)
{
  set_number (self, &self->counts, ballot, count);
}

void
charter_election_data_set_weight (CharterElectionData *self,
                                  guint                ballot,
                                  gint64               weight)
{
  set_number (self, &self->weights, ballot, weight);
}

static void
set_name (CharterElectionData *self,
          guint32            **numbers,
          guint                ballot,
          const char          *name)
{
  if (*numbers == NULL)
    *numbers = g_new0 (guint32, self->n_allocated);
  (*numbers)[ballot] = name == NULL ? 0 : names_add (&self->names, name, strlen (name));
}

void
charter_election_data_set_voter (CharterElectionData *self,
                                 guint                ballot,
                                 const char          *voter)
{
  set_name (self, &self->voters, ballot, voter);
  if (voter != NULL)
    charter_election_data_note_voter (self, voter, ballot + 1);
}

void
charter_election_data_note_voter (CharterElectionData *self,
                                  const char          *voter,
                                  guint                place)
{
  guint32 *at;
  guint number = names_add (&self->names, voter, strlen (voter));

  if (self->voted == NULL)
    self->voted = g_array_new (FALSE, TRUE, sizeof (guint32));
  if (self->voted->len < number)
    g_array_set_size (self->voted, number);
  at = &g_array_index (self->voted, guint32, number - 1);
  if (*at == 0)
    *at = place;
}

guint
charter_election_data_find_voter (const CharterElectionData *self,
                                  const char                *voter)
{
  guint number = charter_election_data_find_name (self, voter);

  return number == 0 || self->voted == NULL || number > self->voted->len
           ? 0 : g_array_index (self->voted, guint32, number - 1);
}

void
charter_election_data_set_constituency (CharterElectionData *self,
                                        guint                ballot,
                                        const char          *constituency)
{
  set_name (self, &self->constituencies, ballot, constituency);
}

static const char *
get_name (const CharterElectionData *self,
          const guint32             *numbers,
          guint                      ballot)
{
  if (numbers == NULL || numbers[ballot] == 0)
    return NULL;
  return self->names.strings->pdata[numbers[ballot] - 1];
}

const char *
charter_election_data_get_voter (const CharterElectionData *self,
                                 guint                      ballot)
{
  return get_name (self, self->voters, ballot);
}

const char *
charter_election_data_get_constituency (const CharterElectionData *self,
                                        guint                      ballot)
{
  return get_name (self, self->constituencies, ballot);
}

guint
charter_election_data_find_name (const CharterElectionData *self,
                                 const char                *name)
{
  return names_find (&self->names, name, strlen (name));
}

gboolean
charter_election_data_value (const CharterElectionData *self,
                             guint                      ballot,
                             gint64                    *out)
{
  gint64 count = self->counts != NULL ? self->counts[ballot] : 1;
  gint64 weight = self->weights != NULL ? self->weights[ballot] : 1;

  return !__builtin_mul_overflow (count, weight, out);
}

gboolean
charter_election_data_total (const CharterElectionData *self,
                             gint64                    *out)
{
  gint64 value;

  *out = 0;
  if (self->counts == NULL && self->weights == NULL)
    {
      *out = self->n_ballots;
      return TRUE;
    }
  for (guint i = 0; i < self->n_ballots; i++)
    if (!charter_election_data_value (self, i, &value) || __builtin_add_overflow (*out, value, out))
      return FALSE;
  return TRUE;
}
