/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

#include <string.h>

/* Instant-runoff (the alternative vote; Robert's Rules of Order, "preferential voting"): the
 * option with the fewest first preferences goes out and its ballots pass on, until one has more
 * than half of the ballots that still count.
 *
 * Where several have the fewest, what follows depends only on who is left, so each set of
 * options left is counted once; the winners are those of every order. */

/* Sets on the way to an end. */
#define SEEN_PER_ORDER 16u

typedef struct
{
  CharterCountWork *work;
  CharterPapers    *papers;
  gboolean         *in;         /* still counting */
  guint             n_in;
  gsize            *at;         /* where each paper's rank starts; its end where exhausted */
  GArray          **piles;      /* guint: papers that count for an option, some long gone */
  CharterFraction  *votes;
  gint64            counting;
  guint             round;
  gboolean          shown;      /* the rounds are wanted */
  GQueue            waiting;    /* guint8 *: sets of options left */
  GHashTable       *seen;       /* GBytes of these */
  guint             n_ends;     /* sets that were counted to a winner */
  gboolean          overflow;
} CharterRunoff;

static gint64
paper_value (CharterPapers *papers,
             guint          paper)
{
  return papers->counts[paper] * papers->weights[paper];
}

static guint
option_at (CharterRunoff *self,
           gsize          at)
{
  return self->papers->options[at] & CHARTER_PAPER_OPTION;
}

/* Past the last option of the rank that starts here. */
static gsize
rank_end (CharterRunoff *self,
          gsize          at)
{
  while (!(self->papers->options[at] & CHARTER_PAPER_LAST))
    at++;
  return at + 1;
}

static guint
count_in (CharterRunoff *self,
          gsize          from,
          gsize          end)
{
  guint n = 0;

  for (gsize i = from; i < end; i++)
    n += self->in[option_at (self, i)] ? 1 : 0;
  return n;
}

static void
add_votes (CharterRunoff *self,
           guint          option,
           gint64         value,
           guint          n)
{
  CharterFraction share;

  if (!charter_fraction_init (&share, value, n) ||
      !charter_fraction_add (&self->votes[option], &share, &self->votes[option]))
    self->overflow = TRUE;
}

/* Passes a paper on to the next rank that has an option left, and shares it among these. */
static void
pass_on (CharterRunoff *self,
         guint          paper,
         gboolean       new)
{
  gsize before = self->at[paper], last = self->papers->first[paper + 1];
  gint64 value = paper_value (self->papers, paper);
  guint n = 0;
  gsize end = 0;

  for (; self->at[paper] < last; self->at[paper] = end)
    {
      end = rank_end (self, self->at[paper]);
      n = count_in (self, self->at[paper], end);
      if (n > 0)
        break;
    }
  if (n == 0)
    self->counting -= value;
  for (gsize i = self->at[paper]; n > 0 && i < end; i++)
    if (self->in[option_at (self, i)])
      {
        add_votes (self, option_at (self, i), value, n);
        if (new || self->at[paper] != before)
          g_array_append_val (self->piles[option_at (self, i)], paper);
      }
}

/* Takes a paper from those of its rank who share it. */
static void
take_back (CharterRunoff *self,
           guint          paper)
{
  gsize end = rank_end (self, self->at[paper]);
  guint n = count_in (self, self->at[paper], end);

  for (gsize i = self->at[paper]; i < end; i++)
    if (self->in[option_at (self, i)])
      add_votes (self, option_at (self, i), -paper_value (self->papers, paper), n);
}

static void
put_out (CharterRunoff *self,
         guint          option)
{
  GArray *pile = self->piles[option];

  for (guint i = 0; i < pile->len; i++)
    take_back (self, g_array_index (pile, guint, i));
  self->in[option] = FALSE;
  self->n_in--;
  for (guint i = 0; i < pile->len; i++)
    pass_on (self, g_array_index (pile, guint, i), FALSE);
  g_array_set_size (pile, 0);
}

/* Counts first preferences of a set of options. */
static void
start (CharterRunoff *self,
       const guint8  *set)
{
  CharterPapers *papers = self->papers;

  self->n_in = 0;
  self->counting = 0;
  self->round = 0;
  for (guint i = 0; i < self->work->n; i++)
    {
      self->in[i] = set[i] != 0;
      self->n_in += self->in[i] ? 1 : 0;
      self->votes[i] = CHARTER_FRACTION (0, 1);
      g_array_set_size (self->piles[i], 0);
    }
  for (guint i = 0; i < papers->n_rows; i++)
    {
      self->at[i] = papers->first[i];
      self->counting += paper_value (papers, i);
      pass_on (self, i, TRUE);
    }
}

static void
show_round (CharterRunoff *self)
{
  CharterCountRound *round;

  if (!self->shown || self->work->n > CHARTER_COUNT_SHOWN_MAX)
    return;
  round = g_new0 (CharterCountRound, 1);
  round->n_options = self->work->n;
  round->votes = g_new0 (char *, self->work->n);
  for (guint i = 0; i < self->work->n; i++)
    round->votes[i] = charter_fraction_to_string (&self->votes[i]);
  for (guint i = 0; i < self->work->n; i++)
    if (!self->in[i])
      g_clear_pointer (&round->votes[i], g_free);
  g_ptr_array_add (self->work->out->rounds, round);
}

/* Has one more than half of what still counts, or is nobody else left? */
static int
find_winner (CharterRunoff *self)
{
  for (guint i = 0; i < self->work->n; i++)
    {
      CharterFraction half = { self->counting, 2 };

      charter_fraction_init (&half, half.num, half.den);
      if (self->in[i] && (self->n_in == 1 || charter_fraction_compare (&self->votes[i], &half) > 0))
        return (int) i;
    }
  return -1;
}

/* Who has the fewest; and have they together fewer than the next, so that all of them go out,
 * one after the other, in whatever order? */
static gboolean
find_fewest (CharterRunoff *self,
             GArray        *fewest)
{
  CharterFraction sum = { 0, 1 }, least = { 0, 1 }, next = { 0, 1 };
  gboolean some = FALSE, more = FALSE;

  g_array_set_size (fewest, 0);
  for (guint i = 0; i < self->work->n; i++)
    if (self->in[i] && (!some || charter_fraction_compare (&self->votes[i], &least) < 0))
      {
        least = self->votes[i];
        some = TRUE;
      }
  for (guint i = 0; i < self->work->n; i++)
    {
      if (!self->in[i])
        continue;
      if (charter_fraction_compare (&self->votes[i], &least) == 0)
        {
          g_array_append_val (fewest, i);
          self->overflow |= !charter_fraction_add (&sum, &least, &sum);
        }
      else if (!more || charter_fraction_compare (&self->votes[i], &next) < 0)
        {
          next = self->votes[i];
          more = TRUE;
        }
    }
  return more && charter_fraction_compare (&sum, &next) < 0;
}

static guint
least_preferred (CharterRunoff *self,
                 GArray        *fewest)
{
  for (guint i = self->work->n; i-- > 0;)
    for (guint j = 0; j < fewest->len; j++)
      if (g_array_index (fewest, guint, j) == self->work->params->order[i])
        return self->work->params->order[i];
  return g_array_index (fewest, guint, 0);
}

static void
eliminate (CharterRunoff       *self,
           guint                option,
           CharterCountStepKind kind)
{
  if (self->shown)
    {
      charter_count_add_step (self->work, kind, self->round, option, 0,
                              charter_fraction_to_string (&self->votes[option]));
      g_array_append_val (self->work->out->eliminated, option);
    }
  put_out (self, option);
}

/* The sets that are left when one or another of the fewest goes out. */
static void
branch (CharterRunoff *self,
        GArray        *fewest)
{
  guint n = self->work->n;

  self->work->out->unique = FALSE;
  for (guint f = 0; f < fewest->len; f++)
    {
      g_autofree guint8 *set = g_new0 (guint8, n);

      for (guint i = 0; i < n; i++)
        set[i] = self->in[i] && i != g_array_index (fewest, guint, f);
      if (g_hash_table_add (self->seen, g_bytes_new (set, n)))
        g_queue_push_tail (&self->waiting, g_steal_pointer (&set));
    }
}

/* One option, or several, of the fewest go out; FALSE where what follows is counted apart. */
static gboolean
next_round (CharterRunoff *self,
            GArray        *fewest)
{
  gboolean together = find_fewest (self, fewest);

  if (fewest->len > 1)
    self->work->out->tie_at_cut = TRUE;
  if (fewest->len == 1)
    eliminate (self, g_array_index (fewest, guint, 0), CHARTER_COUNT_STEP_OUT);
  else if (self->work->params->order != NULL)
    eliminate (self, least_preferred (self, fewest), CHARTER_COUNT_STEP_BY_ORDER);
  else if (together)
    for (guint i = 0; i < fewest->len; i++)
      eliminate (self, g_array_index (fewest, guint, i), CHARTER_COUNT_STEP_OUT);
  else
    {
      branch (self, fewest);
      return FALSE;
    }
  self->round++;
  return TRUE;
}

static gboolean
count_set (CharterRunoff *self,
           const guint8  *set,
           GError       **error)
{
  g_autoptr(GArray) fewest = g_array_new (FALSE, FALSE, sizeof (guint));

  start (self, set);
  if (self->counting == 0)
    return TRUE;
  while (!self->overflow)
    {
      int winner = find_winner (self);

      if (g_cancellable_set_error_if_cancelled (self->work->cancellable, error))
        return FALSE;
      show_round (self);
      if (winner >= 0)
        {
          charter_count_add_winner (self->work, (guint) winner);
          self->n_ends++;
          if (self->shown)
            charter_count_add_step (self->work, CHARTER_COUNT_STEP_ELECTED, self->round,
                                    (guint) winner, 0,
                                    charter_fraction_to_string (&self->votes[winner]));
          break;
        }
      if (!next_round (self, fewest))
        break;
    }
  return TRUE;
}

static gboolean
count_all (CharterRunoff *self,
           GError       **error)
{
  guint8 *set = g_new0 (guint8, MAX (1, self->work->n));
  gboolean done = TRUE;

  for (guint i = 0; i < self->work->n_alive; i++)
    set[self->work->alive[i]] = 1;
  self->shown = TRUE;
  do
    {
      done = count_set (self, set, error);
      self->shown = FALSE;
      g_free (set);
      set = NULL;
      if (self->n_ends > self->work->params->orders_max ||
          g_hash_table_size (self->seen) / SEEN_PER_ORDER > self->work->params->orders_max)
        {
          charter_count_give_up (self->work, "more than %u ways of putting out options with "
                                 "equally few votes would all have to be tried",
                                 self->work->params->orders_max);
          break;
        }
      set = g_queue_pop_head (&self->waiting);
    }
  while (done && !self->overflow && set != NULL);
  g_free (set);
  return done;
}

static void
runoff_init (CharterRunoff    *self,
             CharterCountWork *work)
{
  guint n = MAX (1, work->n);

  self->work = work;
  self->in = g_new0 (gboolean, n);
  self->at = g_new (gsize, MAX (1, self->papers->n_rows));
  self->piles = g_new (GArray *, n);
  self->votes = g_new0 (CharterFraction, n);
  for (guint i = 0; i < work->n; i++)
    self->piles[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_queue_init (&self->waiting);
  self->seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                      NULL);
  charter_count_clear_steps (work);
}

static void
runoff_clear (CharterRunoff *self)
{
  for (guint i = 0; i < self->work->n; i++)
    g_array_unref (self->piles[i]);
  g_free (self->piles);
  g_free (self->in);
  g_free (self->at);
  g_free (self->votes);
  g_queue_clear_full (&self->waiting, g_free);
  g_hash_table_unref (self->seen);
}

gboolean
charter_count_instant_runoff (CharterCountWork *work,
                              GError          **error)
{
  g_autoptr(CharterPapers) papers = charter_papers_new (work, error);
  CharterRunoff self = { .papers = papers };
  gboolean done;

  if (papers == NULL)
    return FALSE;
  runoff_init (&self, work);
  done = count_all (&self, error);
  if (self.overflow)
    charter_count_give_up (work, "shares of ballots add up to fractions of more than 64 bits");
  else if (papers->n_rows == 0)
    {
      work->out->nobody = TRUE;
      work->out->why = g_strdup ("no ballot names an option alone at a rank");
    }
  runoff_clear (&self);
  if (!work->out->unique)
    charter_count_clear_steps (work);
  return done;
}
