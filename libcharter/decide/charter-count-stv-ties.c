/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-stv-private.h"

#include <string.h>

/* What a count by single transferable vote remembers of its rounds, and how it settles ties:
 * by the latest earlier stage at which the options differed (Scottish Local Government Elections
 * Order 2007, rules 49 and 51), by an order given, or else in every way, one count after
 * another. */

/* To compare exact values takes as long as to look at so many options. */
#define COST_OF_COMPARING 4u

/* A text of GMP's, and no longer its. */
static char *
take_text (char *text)
{
  char *copy = g_strdup (text);
  void (*gmp_free) (void *, size_t);

  mp_get_memory_functions (NULL, NULL, &gmp_free);
  gmp_free (text, strlen (text) + 1);
  return copy;
}

/* Digits of a number in units of the last place kept, as a decimal. */
static char *
with_point (const char *digits,
            gsize       places)
{
  GString *text = g_string_new (digits);

  while (text->len <= places)
    g_string_prepend_c (text, '0');
  g_string_insert_c (text, (gssize) (text->len - places), '.');
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* A whole number, a decimal where so many places as are kept hold it, else a fraction. */
char *
charter_transfer_number (CharterTransfer *self,
                         mpq_srcptr       number)
{
  g_autofree char *text = take_text (mpq_get_str (NULL, 10, number));
  g_autofree char *digits = NULL;
  mpq_t scaled;

  if (self->work->params->places <= 0 || strchr (text, '/') == NULL)
    return g_steal_pointer (&text);
  mpq_init (scaled);
  mpq_mul (scaled, number, self->scale);
  if (mpz_cmp_ui (mpq_denref (scaled), 1) == 0)
    digits = take_text (mpz_get_str (NULL, 10, mpq_numref (scaled)));
  mpq_clear (scaled);
  return digits != NULL ? with_point (digits, (gsize) self->work->params->places)
                        : g_steal_pointer (&text);
}

static void
remember (CharterTransfer  *self,
          CharterCandidate *candidate)
{
  GArray *history = candidate->history;
  CharterVotesAt at;

  if (!candidate->changed)
    return;
  candidate->changed = FALSE;
  if (history->len > 0 &&
      mpq_equal (g_array_index (history, CharterVotesAt, history->len - 1).votes, candidate->votes))
    return;
  at.round = self->round;
  mpq_init (at.votes);
  mpq_set (at.votes, candidate->votes);
  g_array_append_val (history, at);
}

static void
show (CharterTransfer *self)
{
  CharterCountRound *round;

  if (!self->shown || self->work->n > CHARTER_COUNT_SHOWN_MAX)
    return;
  round = g_new0 (CharterCountRound, 1);
  round->n_options = self->work->n;
  round->votes = g_new0 (char *, self->work->n);
  for (guint i = 0; i < self->work->n; i++)
    if (self->candidates[i].state != CHARTER_CANDIDATE_DONE)
      round->votes[i] = charter_transfer_number (self, self->candidates[i].votes);
  g_ptr_array_add (self->work->out->rounds, round);
}

void
charter_transfer_end_round (CharterTransfer *self)
{
  self->cost += self->work->n;
  for (guint i = 0; i < self->work->n; i++)
    if (self->candidates[i].state != CHARTER_CANDIDATE_DONE)
      remember (self, &self->candidates[i]);
  show (self);
}

/* The votes at the end of a round. */
static mpq_srcptr
votes_at (CharterCandidate *candidate,
          guint             round)
{
  guint i = candidate->history->len;

  while (i > 1 && g_array_index (candidate->history, CharterVotesAt, i - 1).round > round)
    i--;
  return g_array_index (candidate->history, CharterVotesAt, i - 1).votes;
}

/* Keeps those who had the most, or fewest, at the end of a round. */
static void
narrow (CharterTransfer *self,
        GArray          *tied,
        guint            round,
        gboolean         most)
{
  guint kept = 0;

  self->cost += (guint64) tied->len * COST_OF_COMPARING;
  for (guint i = 0; i < tied->len; i++)
    {
      guint option = g_array_index (tied, guint, i);
      int order = 0;

      if (kept > 0)
        order = mpq_cmp (votes_at (&self->candidates[option], round),
                         votes_at (&self->candidates[g_array_index (tied, guint, 0)], round));
      if (order != 0 && (order > 0) != most)
        continue;
      if (order != 0)
        kept = 0;
      g_array_index (tied, guint, kept++) = option;
    }
  g_array_set_size (tied, kept);
}

static guint
by_order (CharterTransfer *self,
          GArray          *tied,
          gboolean         most)
{
  guint n = self->work->n;

  for (guint i = 0; i < n; i++)
    {
      guint option = self->work->params->order[most ? i : n - 1 - i];

      for (guint j = 0; j < tied->len; j++)
        if (g_array_index (tied, guint, j) == option)
          return option;
    }
  return g_array_index (tied, guint, 0);
}

guint
charter_transfer_break_tie (CharterTransfer      *self,
                            GArray               *tied,
                            gboolean              most,
                            CharterCountStepKind *how)
{
  CharterTieChoice *choice;

  if (tied->len > 1 && self->work->params->look_back)
    {
      for (guint round = self->round; round-- > 0 && tied->len > 1;)
        narrow (self, tied, round, most);
      *how = CHARTER_COUNT_STEP_LOOKED_BACK;
    }
  if (tied->len == 1)
    return g_array_index (tied, guint, 0);
  self->work->out->tie_at_cut = TRUE;
  *how = CHARTER_COUNT_STEP_BY_ORDER;
  if (self->work->params->order != NULL)
    return by_order (self, tied, most);
  if (self->n_ties == self->ties->len)
    {
      CharterTieChoice first = { 0, tied->len };

      g_array_append_val (self->ties, first);
    }
  choice = &g_array_index (self->ties, CharterTieChoice, self->n_ties++);
  return g_array_index (tied, guint, choice->chosen);
}
