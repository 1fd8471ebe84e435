/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <string.h>

/* What was chosen: the count put together with quorum, tests and ties. */

/* A quorum of each option is there if any option has it. */
static void
judge_quorum (CharterDecided     *self,
              const CharterTally *tally)
{
  CharterChoosing *choosing = self->choosing;

  if (!choosing->terms.per_option)
    return;
  self->quorum.counted = 0;
  self->quorum.holds = FALSE;
  for (guint i = 0; i < choosing->rows->len; i++)
    {
      const CharterOptionRow *row = charter_choosing_row (choosing, i);

      if ((int) i == choosing->default_ || !row->offered)
        continue;
      self->quorum.counted = MAX (self->quorum.counted, row->counted);
      self->quorum.holds |= row->quorate;
    }
  for (guint i = 0; i < self->quorum.requires_->len; i++)
    self->quorum.holds &= g_array_index (self->quorum.requires_, CharterRequirementResult, i).holds;
  self->quorum.holds &= !tally->no_base;
  self->quorate = self->quorum.holds;
}

void
charter_decided_choose (CharterDecided *self,
                        CharterTally   *tally)
{
  self->choosing = charter_choosing_new (self->rule, &tally->papers->options);
  charter_choosing_tally (self->choosing, tally, self->quorum.needed, self->tests);
  judge_quorum (self, tally);
}

/* The count */

static gboolean
is_nobody (const CharterChoosing *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (charter_choosing_row (self, i)->named)
      return FALSE;

  return TRUE;
}

static void
take_scores (CharterChoosing *self)
{
  const CharterCountData *count = self->count;

  for (guint i = 0; count != NULL && count->scores != NULL && i < self->numbers->len; i++)
    {
      CharterOptionRow *row = charter_choosing_row (self, g_array_index (self->numbers, guint, i));

      row->has_score = TRUE;
      row->score = count->scores[i];
    }
}

/* FALSE where the method gives no ranking. */
static gboolean
rank (CharterChoosing    *self,
      const CharterTally *tally)
{
  self->count = charter_choosing_run (self, tally, NULL, NULL, 0);
  if (self->count == NULL)
    return FALSE;
  if (self->count->indeterminate)
    {
      self->why = g_strdup (self->count->why);
      return FALSE;
    }
  self->ranked = self->count->ranking != NULL;
  for (guint i = 0; self->ranked && i < self->numbers->len; i++)
    charter_choosing_row (self, g_array_index (self->numbers, guint, i))->layer =
      g_array_index (self->count->ranking, guint, i);

  return self->ranked;
}

static guint
n_left (const CharterChoosing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += charter_choosing_row (self, i)->offered && charter_choosing_row (self, i)->dropped == NULL;

  return n;
}

void
charter_choosing_work_out (CharterChoosing    *self,
                           const CharterTally *tally,
                           CharterTieChain    *chain)
{
  if (n_left (self) == 0 || is_nobody (self))
    {
      self->nobody = is_nobody (self);
      self->vacancies = self->terms.seats;
      return;
    }
  if (charter_choosing_breaks_ties (self))
    charter_choosing_fill_by_orders (self, tally, chain);
  else if (rank (self, tally))
    charter_choosing_fill (self, tally, chain);
  take_scores (self);
}

/* The result */

/* Are there options other than the default? */
static gboolean
chose_an_option (const CharterChoosing *self)
{
  for (guint i = 0; i < self->winners->len; i++)
    if ((int) g_array_index (self->winners, guint, i) != self->default_)
      return TRUE;

  return FALSE;
}

static CharterResult
fill_seats (CharterDecided *self,
            CharterTally   *tally)
{
  CharterChoosing *choosing = self->choosing;
  CharterTieChain chain;

  charter_tie_chain_init (&chain, self, tally, choosing);
  charter_choosing_work_out (choosing, tally, &chain);
  charter_tie_chain_clear (&chain);
  if (choosing->why != NULL)
    return CHARTER_RESULT_INDETERMINATE;
  if (choosing->tied->len > 0)
    return CHARTER_RESULT_TIED;

  return chose_an_option (choosing) ? CHARTER_RESULT_CARRIED : CHARTER_RESULT_NOT_CARRIED;
}

/* Where every option is dropped for its quorum the default option stands, as it does where it
 * wins. */
static void
let_default_stand (CharterChoosing *self)
{
  if (self->default_ >= 0)
    g_array_append_val (self->winners, self->default_);
}

CharterResult
charter_choosing_result (CharterDecided *self,
                         CharterTally   *tally,
                         gboolean        tests_hold)
{
  CharterResult result;

  if (tally->overflow || tally->awaits || tally->unread || tally->no_base
      || self->electorate.indeterminate)
    return CHARTER_RESULT_INDETERMINATE;
  if (!self->quorum.holds)
    {
      if (self->choosing->terms.per_option)
        let_default_stand (self->choosing);
      return CHARTER_RESULT_NO_QUORUM;
    }
  if (charter_tally_blocked (tally, self->tests))
    return CHARTER_RESULT_BLOCKED;
  if (!tests_hold)
    return CHARTER_RESULT_NOT_CARRIED;
  result = fill_seats (self, tally);
  self->casting = NULL;
  for (guint i = 0; i < self->choosing->ties->len; i++)
    if (strcmp (g_array_index (self->choosing->ties, CharterTieRow, i).step, "casting-vote") == 0)
      self->casting = g_array_index (self->choosing->ties, CharterTieRow, i).by;

  return result;
}
