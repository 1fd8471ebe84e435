/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-stv-private.h"

/* Single transferable vote with the weighted inclusive Gregory method: all papers of whoever has
 * more than the quota pass on, each at its value times surplus over votes.  With values cut to
 * five places, the largest surplus first, and ties settled by looking back, this is the count of
 * the Scottish Local Government Elections Order 2007, schedule 1, rules 45 to 52; without cutting
 * it is exact. */

/* For each way of settling ties that the rule allows, so many options may be looked at, one about
 * five times a round: 450 options in 450 rounds.  With more of them fewer ways are tried. */
#define COST_PER_ORDER 1000000u

/* Droop: floor (votes / (seats + 1)) + 1; the others are exact fractions. */
static void
set_quota (CharterTransfer *self)
{
  const CharterCountParams *params = self->work->params;
  static const guint more[] = { 1, 0, 1, 2 };
  guint by = params->seats + more[params->quota];
  gint64 total = 0;

  for (guint i = 0; i < self->papers->n_rows; i++)
    total += self->papers->counts[i] * self->papers->weights[i];
  if (params->quota == CHARTER_QUOTA_DROOP)
    {
      total = total / by + 1;
      by = 1;
    }
  charter_mpz_set (mpq_numref (self->quota), total);
  mpz_set_ui (mpq_denref (self->quota), by);
  mpq_canonicalize (self->quota);
}

static void
note (CharterTransfer     *self,
      CharterCountStepKind kind,
      guint                option,
      mpq_srcptr           number)
{
  if (self->shown)
    charter_count_add_step (self->work, kind, self->round, option, 0,
                            charter_transfer_number (self, number));
}

static void
elect (CharterTransfer     *self,
       guint                option,
       CharterCountStepKind kind)
{
  CharterCandidate *candidate = &self->candidates[option];

  candidate->state = CHARTER_CANDIDATE_ELECTED;
  self->n_continuing--;
  self->n_filled++;
  g_array_append_val (self->work->out->elected, option);
  note (self, kind, option, candidate->votes);
}

/* Of those in a state with at least @least votes (NULL: any), those with the most or fewest. */
static GArray *
find_extreme (CharterTransfer      *self,
              CharterCandidateState state,
              mpq_srcptr            least,
              gboolean              most)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  self->cost += self->work->n;
  for (guint i = 0; i < self->work->n; i++)
    {
      CharterCandidate *candidate = &self->candidates[i];
      int order = 0;

      if (candidate->state != state || (least != NULL && mpq_cmp (candidate->votes, least) < 0))
        continue;
      if (found->len > 0)
        order = mpq_cmp (candidate->votes,
                         self->candidates[g_array_index (found, guint, 0)].votes);
      if (order != 0 && (order > 0) != most)
        continue;
      if (order != 0)
        g_array_set_size (found, 0);
      g_array_append_val (found, i);
    }
  return found;
}

/* Seats for those who have the quota, the most votes first. */
static void
elect_reached (CharterTransfer *self)
{
  while (self->n_filled < self->work->params->seats)
    {
      g_autoptr(GArray) found =
        find_extreme (self, CHARTER_CANDIDATE_CONTINUING, self->quota, TRUE);
      CharterCountStepKind kind = CHARTER_COUNT_STEP_ELECTED;

      if (found->len == 0)
        break;
      if (self->n_filled + found->len > self->work->params->seats)
        {
          elect (self, charter_transfer_break_tie (self, found, TRUE, &kind), kind);
          continue;
        }
      for (guint i = 0; i < found->len; i++)
        elect (self, g_array_index (found, guint, i), kind);
    }
}

static void
elect_remaining (CharterTransfer *self)
{
  while (self->n_continuing > 0)
    {
      g_autoptr(GArray) found = find_extreme (self, CHARTER_CANDIDATE_CONTINUING, NULL, TRUE);

      for (guint i = 0; i < found->len; i++)
        elect (self, g_array_index (found, guint, i), CHARTER_COUNT_STEP_REMAINING);
    }
}

static void
transfer_surplus (CharterTransfer     *self,
                  guint                option)
{
  CharterCandidate *candidate = &self->candidates[option];
  mpq_t surplus;

  mpq_init (surplus);
  mpq_sub (surplus, candidate->votes, self->quota);
  note (self, CHARTER_COUNT_STEP_SURPLUS, option, surplus);
  if (mpq_sgn (surplus) > 0)
    charter_transfer_pass_on (self, option, surplus);
  mpq_clear (surplus);
  candidate->state = CHARTER_CANDIDATE_DONE;
}

/* TRUE if there was one. */
static gboolean
transfer_largest (CharterTransfer *self)
{
  g_autoptr(GArray) found = find_extreme (self, CHARTER_CANDIDATE_ELECTED, NULL, TRUE);
  CharterCountStepKind how;
  guint option;

  if (found->len == 0)
    return FALSE;
  if (mpq_cmp (self->candidates[g_array_index (found, guint, 0)].votes, self->quota) <= 0)
    {
      for (guint i = 0; i < found->len; i++)
        self->candidates[g_array_index (found, guint, i)].state = CHARTER_CANDIDATE_DONE;
      return FALSE;
    }
  option = charter_transfer_break_tie (self, found, TRUE, &how);
  transfer_surplus (self, option);
  return TRUE;
}

static gboolean
transfer_all (CharterTransfer *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->work->n; i++)
    if (self->candidates[i].state == CHARTER_CANDIDATE_ELECTED)
      {
        transfer_surplus (self, i);
        any = TRUE;
      }
  return any;
}

/* Options without a single vote go out in whatever order, if all of them will. */
static gboolean
is_harmless (CharterTransfer *self,
             GArray          *found)
{
  guint left = self->work->params->seats - self->n_filled;

  return self->work->params->order == NULL &&
         mpq_sgn (self->candidates[g_array_index (found, guint, 0)].votes) == 0 &&
         self->n_continuing >= found->len + left;
}

static void
put_out (CharterTransfer     *self,
         guint                option,
         CharterCountStepKind kind)
{
  note (self, kind, option, self->candidates[option].votes);
  if (self->shown)
    g_array_append_val (self->work->out->eliminated, option);
  self->candidates[option].state = CHARTER_CANDIDATE_DONE;
  self->n_continuing--;
  charter_transfer_pass_on (self, option, NULL);
}

/* One option goes out; of so many that no round is shown, all of those without a vote. */
static void
exclude (CharterTransfer *self)
{
  g_autoptr(GArray) found = find_extreme (self, CHARTER_CANDIDATE_CONTINUING, NULL, FALSE);
  CharterCountStepKind kind = CHARTER_COUNT_STEP_OUT;
  guint option = g_array_index (found, guint, 0), n = 1;

  if (found->len > 1 && is_harmless (self, found))
    {
      self->work->out->tie_at_cut = TRUE;
      n = self->work->n > CHARTER_COUNT_SHOWN_MAX ? found->len : 1;
    }
  else if (found->len > 1)
    option = charter_transfer_break_tie (self, found, FALSE, &kind);
  for (guint i = 0; i < n; i++)
    put_out (self, n == 1 ? option : g_array_index (found, guint, i), kind);
}

static gboolean
count_once (CharterTransfer *self,
            GError         **error)
{
  guint seats = self->work->params->seats;

  charter_transfer_start (self);
  set_quota (self);
  for (; self->stuck == NULL; self->round++)
    {
      if (g_cancellable_set_error_if_cancelled (self->work->cancellable, error))
        return FALSE;
      charter_transfer_end_round (self);
      elect_reached (self);
      if (self->n_filled == seats)
        return TRUE;
      if (self->n_continuing <= seats - self->n_filled)
        {
          elect_remaining (self);
          return TRUE;
        }
      if (!(self->work->params->all_surpluses ? transfer_all (self) : transfer_largest (self)))
        exclude (self);
    }
  return TRUE;
}

/* The next way of choosing at every tie; FALSE after the last. */
static gboolean
next_choices (GArray *ties)
{
  while (ties->len > 0)
    {
      CharterTieChoice *last = &g_array_index (ties, CharterTieChoice, ties->len - 1);

      if (++last->chosen < last->n)
        return TRUE;
      g_array_set_size (ties, ties->len - 1);
    }
  return FALSE;
}

/* How many ways there are at the least: those tried, the present one, and one for each choice
 * that its ties still leave open. */
static guint64
ways_at_least (GArray *ties,
               guint   n_tried)
{
  guint64 ways = (guint64) n_tried + 1;

  for (guint i = 0; i < ties->len; i++)
    {
      const CharterTieChoice *tie = &g_array_index (ties, CharterTieChoice, i);

      ways += tie->n - tie->chosen - 1;
    }

  return ways;
}

static void
take_winners (CharterCountWork *work,
              gboolean          first)
{
  guint before = work->out->winners->len;

  for (guint i = 0; i < work->out->elected->len; i++)
    charter_count_add_winner (work, g_array_index (work->out->elected, guint, i));
  if (!first && work->out->winners->len != before)
    work->out->unique = FALSE;
}

static gboolean
count_all (CharterCountWork *work,
           CharterPapers    *papers,
           GError          **error)
{
  g_autoptr(GArray) ties = g_array_new (FALSE, FALSE, sizeof (CharterTieChoice));
  guint64 cost = 0;
  guint n_tried = 0;

  do
    {
      CharterTransfer self;
      const char *stuck;
      gboolean done;

      g_array_set_size (work->out->elected, 0);
      charter_transfer_init (&self, work, papers, ties);
      self.shown = n_tried == 0;
      done = count_once (&self, error);
      stuck = self.stuck;
      if (n_tried == 0)
        work->out->quota = charter_transfer_number (&self, self.quota);
      charter_transfer_clear (&self);
      cost += self.cost;
      if (!done)
        return FALSE;
      if (stuck == NULL && ways_at_least (ties, n_tried) > work->params->orders_max)
        stuck = "more ways of settling ties than the rule allows would have to be tried";
      else if (stuck == NULL && n_tried > 0 &&
               cost > (guint64) work->params->orders_max * COST_PER_ORDER)
        stuck = "among so many options, to settle ties in every way takes more counts than the "
                "rule allows";
      if (stuck != NULL)
        {
          charter_count_give_up (work, "%s", stuck);
          return TRUE;
        }
      take_winners (work, n_tried++ == 0);
    }
  while (next_choices (ties));
  if (n_tried > 1)
    charter_count_clear_steps (work);
  return TRUE;
}

gboolean
charter_count_stv (CharterCountWork *work,
                   GError          **error)
{
  g_autoptr(CharterPapers) papers = charter_papers_new (work, error);

  if (papers == NULL)
    return FALSE;
  charter_count_clear_steps (work);
  if (papers->n_rows == 0)
    {
      work->out->nobody = TRUE;
      work->out->why = g_strdup ("no ballot names an option alone at a rank");
      return TRUE;
    }
  return count_all (work, papers, error);
}
