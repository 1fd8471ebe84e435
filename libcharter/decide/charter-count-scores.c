/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

/* Methods that give each option a number. */

static void
new_scores (CharterCountWork *work)
{
  work->out->scores = g_new0 (CharterFraction, MAX (1, work->n));
  for (guint i = 0; i < work->n; i++)
    work->out->scores[i].den = 1;
}

/* Approval: the votes of those who approve (Brams and Fishburn, "Approval Voting", 1978). */
gboolean
charter_count_approval (CharterCountWork *work,
                        GError          **error)
{
  CharterElectionData *election = work->election;
  gint64 value;

  new_scores (work);
  for (guint b = 0; b < election->n_ballots; b++)
    {
      charter_election_data_value (election, b, &value);
      for (guint i = 0; i < work->n; i++)
        if (charter_election_data_get_rank (election, b, i) != CHARTER_UNRANKED_WIDE)
          work->out->scores[i].num += value;
    }
  charter_count_take_scores (work, FALSE);
  return TRUE;
}

static const CharterFraction *
score_of (CharterCountWork *work,
          guint             ballot,
          guint             option)
{
  CharterElectionData *election = work->election;
  const CharterFraction *score =
    &election->scores[(gsize) ballot * election->score_stride + option];

  return score->den != 0 ? score : &work->params->blank_score;
}

static gboolean
is_blank (CharterElectionData *election,
          guint                ballot,
          guint                n)
{
  for (guint i = 0; i < n; i++)
    if (election->scores[(gsize) ballot * election->score_stride + i].den != 0)
      return FALSE;
  return TRUE;
}

static gboolean
add_scores (CharterCountWork *work,
            guint             ballot)
{
  CharterFraction value = { 0, 1 }, part;

  charter_election_data_value (work->election, ballot, &value.num);
  for (guint i = 0; i < work->n; i++)
    if (!charter_fraction_multiply (&value, score_of (work, ballot, i), &part) ||
        !charter_fraction_add (&work->out->scores[i], &part, &work->out->scores[i]))
      return FALSE;
  return TRUE;
}

/* The ballots on which one scores higher than the other. */
static gint64
prefer (CharterCountWork *work,
        guint             option,
        guint             other)
{
  gint64 sum = 0, value;

  for (guint b = 0; b < work->election->n_ballots; b++)
    if (charter_fraction_compare (score_of (work, b, option), score_of (work, b, other)) > 0)
      {
        charter_election_data_value (work->election, b, &value);
        sum += value;
      }
  return sum;
}

static void
meet (CharterCountWork *work,
      guint             first,
      guint             second)
{
  CharterCountData *out = work->out;

  out->finalists[0] = first;
  out->finalists[1] = second;
  out->runoff_votes[0] = prefer (work, first, second);
  out->runoff_votes[1] = prefer (work, second, first);
  if (out->runoff_votes[0] >= out->runoff_votes[1])
    charter_count_add_winner (work, first);
  if (out->runoff_votes[1] >= out->runoff_votes[0])
    charter_count_add_winner (work, second);
}

/* STAR, score then automatic runoff (Equal Vote Coalition, 2014): of the two best by score, the
 * one whom more ballots score higher.  Where several are as good for a place in the runoff, the
 * winners are those of every choice of two. */
static void
run_off (CharterCountWork *work)
{
  guint *layer = (guint *) (gpointer) work->out->ranking->data;
  guint n_first = work->out->winners->len, n_second = 0;
  guint last = n_first >= 2 ? 0 : 1;

  g_array_set_size (work->out->winners, 0);
  for (guint i = 0; i < work->n; i++)
    n_second += layer[i] == 1 ? 1 : 0;
  work->out->tie_at_cut = n_first > 2 || (n_first == 1 && n_second > 1);
  work->out->unique = !work->out->tie_at_cut;
  for (guint i = 0; i < work->n; i++)
    for (guint j = i + 1; j < work->n; j++)
      if (layer[i] + layer[j] == last && layer[i] <= last && layer[j] <= last)
        meet (work, layer[i] <= layer[j] ? i : j, layer[i] <= layer[j] ? j : i);
  if (work->n == 1)
    charter_count_add_winner (work, 0);
  g_clear_pointer (&work->out->ranking, g_array_unref);
}

/* Score (range) voting: sums of scores, unnamed options with a score of their own. */
gboolean
charter_count_score (CharterCountWork *work,
                     GError          **error)
{
  new_scores (work);
  for (guint b = 0; b < work->election->n_ballots; b++)
    if (!is_blank (work->election, b, work->n) && !add_scores (work, b))
      {
        charter_count_give_up (work, "the scores add up to fractions of more than 64 bits");
        g_clear_pointer (&work->out->scores, g_free);
        return TRUE;
      }
  charter_count_take_scores (work, FALSE);
  if (work->params->runoff)
    run_off (work);
  return TRUE;
}

/* Borda (1784): n − 1 points for the first place down to 0; equal ranks, and options not named,
 * share the average of their places (on a blank ballot all do).  Doubled, so that halves are
 * whole. */

static guint
place_of (CharterCountWork *work,
          guint             ballot,
          guint             option)
{
  return MIN (charter_election_data_get_rank (work->election, ballot, option), work->n);
}

/* Twice the points of each rank. */
static void
double_points (CharterCountWork *work,
               guint             ballot,
               guint            *points)
{
  guint below = work->n_alive;

  for (guint r = 0; r <= work->n; r++)
    points[r] = 0;
  for (guint i = 0; i < work->n_alive; i++)
    points[place_of (work, ballot, work->alive[i])]++;
  for (guint r = 0; r <= work->n; r++)
    {
      guint here = points[r];

      below -= here;
      points[r] = here == 0 ? 0 : 2 * below + here - 1;
    }
}

static gboolean
add_borda (CharterCountWork *work,
           guint             ballot,
           guint            *points)
{
  gint64 value, part;

  double_points (work, ballot, points);
  charter_election_data_value (work->election, ballot, &value);
  for (guint i = 0; i < work->n_alive; i++)
    {
      guint option = work->alive[i];
      gint64 *sum = &work->out->scores[option].num;

      if (__builtin_mul_overflow (value, (gint64) points[place_of (work, ballot, option)], &part) ||
          __builtin_add_overflow (*sum, part, sum))
        return FALSE;
    }
  return TRUE;
}

gboolean
charter_count_borda (CharterCountWork *work,
                     GError          **error)
{
  g_autofree guint *points = g_new (guint, work->n + 1);

  new_scores (work);
  for (guint b = 0; b < work->election->n_ballots; b++)
    if (!add_borda (work, b, points))
      {
        charter_count_give_up (work, "the points add up to more than 64 bits can hold");
        g_clear_pointer (&work->out->scores, g_free);
        return TRUE;
      }
  for (guint i = 0; i < work->n; i++)
    charter_fraction_init (&work->out->scores[i], work->out->scores[i].num, 2);
  charter_count_take_scores (work, FALSE);
  return TRUE;
}

/* Copeland, "A reasonable social welfare function" (1951): duels won less duels lost. */
gboolean
charter_count_copeland (CharterCountWork *work,
                        GError          **error)
{
  const gint64 *pairs = work->out->pairwise;

  new_scores (work);
  for (guint i = 0; i < work->n_alive; i++)
    for (guint j = 0; j < work->n_alive; j++)
      {
        gint64 over = pairs[(gsize) work->alive[i] * work->n + work->alive[j]];
        gint64 under = pairs[(gsize) work->alive[j] * work->n + work->alive[i]];

        work->out->scores[work->alive[i]].num += i == j ? 0 : (over > under) - (over < under);
      }
  charter_count_take_scores (work, FALSE);
  return TRUE;
}

/* Simpson (1969) and Kramer (1977): the strongest vote against an option, the lowest wins.  By
 * margins it may be below nothing; by votes a vote that did not defeat does not count. */
gboolean
charter_count_minimax (CharterCountWork *work,
                       GError          **error)
{
  const gint64 *pairs = work->out->pairwise;
  gboolean margins = work->params->strength == CHARTER_STRENGTH_MARGINS;

  new_scores (work);
  for (guint i = 0; i < work->n_alive; i++)
    {
      guint option = work->alive[i];
      gint64 worst = margins && work->n_alive > 1 ? G_MININT64 : 0;

      for (guint j = 0; j < work->n_alive; j++)
        {
          gint64 over = pairs[(gsize) option * work->n + work->alive[j]];
          gint64 under = pairs[(gsize) work->alive[j] * work->n + option];

          if (j == i)
            continue;
          if (margins)
            worst = MAX (worst, under - over);
          else if (under > over)
            worst = MAX (worst, under);
        }
      work->out->scores[option].num = worst;
    }
  charter_count_take_scores (work, TRUE);
  return TRUE;
}
