/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A count in the words of a secretary: the result first, and under it what it rests on. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (won, "won", "The winner is {0}, by the method {1}.");
TYPE (tied, "tied", "Tied by the method {1}: {0}.");
TYPE (union, "tie-orders",
      "It hangs on the order in which ties are taken who wins by the method {1}: {0} can.");
TYPE (elected, "elected", "Elected by the method {1}, in this order: {0}.");
TYPE (nobody, "nobody", "There is no winner: {0}.");
TYPE (indeterminate, "indeterminate", "It cannot be worked out: {0}.");
TYPE (adopted, "adopted", "Adopted: every test holds.");
TYPE (rejected, "rejected", "Rejected: the test {0} does not hold.");
TYPE (rejected_nobody, "rejected", "Rejected: {0}.");

TYPE (recused, "recused", "Whatever {0} cast is left out: they are recused.");
TYPE (unweighed, "weights",
      "Weights in the text are passed over ({0} lines with one), and each ballot counts as 1: it does "
      "not say “#/Weight Allowed: true”.");
TYPE (unweighed_one, "weights",
      "A weight in the text is passed over, and its ballot counts as 1: it does not say "
      "“#/Weight Allowed: true”.");
TYPE (empty_seats, "seats", "{0} of the {1} seats stay empty: there are no more options.");
TYPE (quorum, "dropped",
      "{0} is dropped: it has {1} of the {2} votes over the default option that it needs.");
TYPE (quorum_squared, "dropped",
      "{0} is dropped: it needs the square root of {2} in votes over the default option, and has {1}.");
TYPE (dropped, "dropped",
      "{0} is dropped by the test {1}: its votes over the default option are {2}; those under it, "
      "times the ratio asked for, come to {3}.");
TYPE (strength_winning, "strength",
      "A defeat is the stronger the more votes are for it, and among equal ones the fewer are "
      "against it.");
TYPE (strength_support, "strength", "A defeat is the stronger the more votes are for it.");
TYPE (strength_margins, "strength",
      "A defeat is the stronger the more votes are for it than against it.");
TYPE (unranked_last, "unranked", "Options that a ballot does not name stand below all others.");
TYPE (unranked_ignored, "unranked",
      "Pairs with an option that a ballot does not name are left out.");
TYPE (condorcet, "condorcet-winner", "{0} wins every pair against another option.");
TYPE (no_condorcet, "condorcet-winner", "No option wins every pair against another option.");
TYPE (pair, "pair", "{0} over {1}: {2} to {3} votes.");
TYPE (path, "path",
      "The strongest path from {0} to {1} goes {2}; its weakest link is {3} over {4}, {5} to {6} "
      "votes.");
TYPE (no_path, "path", "No path leads from {0} to {1}.");
TYPE (passed_over, "passed-over",
      "That {0} defeats {1}, {2} to {3} votes, is passed over: stronger defeats lead from {1} to "
      "{0}.");
TYPE (lock_order, "tie-order",
      "Equally strong defeats lead in circles; they are taken in the order given.");
TYPE (score, "score", "{0}: {1}.");
TYPE (score_copeland, "score", "{0}: pairs won less pairs lost come to {1}.");
TYPE (score_minimax, "score", "{0}: its greatest defeat comes to {1}; the smallest is best.");
TYPE (finalists, "runoff", "{0} and {1} meet: {2} to {3} ballots.");
TYPE (quota, "quota", "The quota is {0}.");
TYPE (round, "round", "Round {0}: {1}.");
TYPE (step_elected, "step", "Round {0}: {1} is elected with {2}.");
TYPE (step_majority, "step",
      "Round {0}: {1} has {2}, more than half of the ballots that still count.");
TYPE (step_alone, "step", "Round {0}: {1} has {2}, and nobody else is left.");
TYPE (step_remaining, "step",
      "Round {0}: {1} is elected with {2}, as no more options are left than seats.");
TYPE (step_surplus, "step", "Round {0}: the surplus of {1}, {2}, passes on.");
TYPE (step_out, "step", "Round {0}: {1} has the fewest votes, {2}, and goes out.");
TYPE (step_back, "step",
      "Round {0}: {1}, one of those with {2}, goes out, having had the fewest at the latest stage "
      "at which they differed.");
TYPE (step_order, "step", "Round {0}: of those with {2}, the order given picks {1}.");
TYPE (test_more, "test", "Test {0}: {1}; more than {2} is needed. {3}.");
TYPE (test_least, "test", "Test {0}: {1}; at least {2} is needed. {3}.");
TYPE (test_most, "test", "Test {0}: {1}; at most {2} is allowed. {3}.");
TYPE (more, "more", "{0} more are left out of this list.");

/* Lists of more than these are cut, and say so. */
#define NAMES_MAX   20u
#define REASONS_MAX 200u

/* Looking for paths costs the square of the options each time. */
#define PATHS_COST_MAX (64u * 1024 * 1024)

typedef struct
{
  CharterCountWork *work;
  CharterReasonId   top;
  guint             n, skipped, room;   /* of the list under way */
} CharterExplain;

static const char *
method_word (const CharterCountData *out)
{
  switch (out->method)
    {
    case CHARTER_METHOD_APPROVAL:
      return "approval";
    case CHARTER_METHOD_SCORE:
      return out->runoff ? "star" : "score";
    case CHARTER_METHOD_SCHULZE:
      return "schulze";
    case CHARTER_METHOD_RANKED_PAIRS:
      return "ranked-pairs";
    case CHARTER_METHOD_COPELAND:
      return "copeland";
    case CHARTER_METHOD_MINIMAX:
      return "minimax";
    case CHARTER_METHOD_BORDA:
      return "borda";
    case CHARTER_METHOD_INSTANT_RUNOFF:
      return "instant-runoff";
    default:
      return "stv";
    }
}

static char *
quoted (CharterCountWork *work,
        guint             option)
{
  return g_strdup_printf ("“%s”", charter_election_data_option (work->election, option));
}

/* “A”, “B” and 3 more. */
static char *
names_of (CharterCountWork *work,
          GArray           *options)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (options->len, NAMES_MAX);

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *name = quoted (work, g_array_index (options, guint, i));

      if (i > 0)
        g_string_append (text, i + 1 == options->len ? " and " : ", ");
      g_string_append (text, name);
    }
  if (options->len > shown)
    g_string_append_printf (text, " and %u more", options->len - shown);
  return g_string_free (text, FALSE);
}

/* Room for one more of the list under way? */
static gboolean
has_room (CharterExplain *self)
{
  if (self->n < self->room)
    {
      self->n++;
      return TRUE;
    }
  self->skipped++;
  return FALSE;
}

static void
end_list (CharterExplain *self)
{
  if (self->skipped > 0)
    {
      g_autofree char *number = charter_count_number (self->skipped);

      charter_reasons_add (self->work->out->reasons, self->top, &type_more, NULL, number, NULL);
    }
  self->n = self->skipped = 0;
  self->room = REASONS_MAX;
}

static CharterReasonId
explain_choices (CharterCountWork *work)
{
  CharterCountData *out = work->out;

  if (out->adopted)
    return charter_reasons_add (out->reasons, 0, &type_adopted, NULL, NULL);
  if (out->nobody)
    return charter_reasons_add (out->reasons, 0, &type_rejected_nobody, NULL, out->why, NULL);
  return charter_reasons_add (out->reasons, 0, &type_rejected, NULL,
                              g_ptr_array_index (out->failed, 0), NULL);
}

static CharterReasonId
explain_result (CharterCountWork *work)
{
  CharterCountData *out = work->out;
  const CharterReasonType *type = &type_won;
  GArray *named = out->winners;
  g_autofree char *names = NULL;

  if (out->indeterminate)
    return charter_reasons_add (out->reasons, 0, &type_indeterminate, NULL, out->why, NULL);
  if (out->failed != NULL)
    return explain_choices (work);
  if (out->nobody)
    return charter_reasons_add (out->reasons, 0, &type_nobody, NULL, out->why, NULL);
  if (out->method == CHARTER_METHOD_STV && out->unique && out->elected->len > 0)
    {
      type = &type_elected;
      named = out->elected;
    }
  else if (out->winners->len > 1)
    type = out->unique ? &type_tied : &type_union;
  names = names_of (work, named);
  return charter_reasons_add (out->reasons, 0, type, NULL, names, method_word (out), NULL);
}

static void
explain_recused (CharterExplain *self)
{
  const char *const *voters = self->work->params->excluded_voters;
  g_autofree char *names = NULL;

  if (voters == NULL || voters[0] == NULL)
    return;
  names = g_strjoinv (", ", (char **) voters);
  charter_reasons_add (self->work->out->reasons, self->top, &type_recused, NULL, names, NULL);
}

/* What the text says and the count does not take up. */
static void
explain_unweighed (CharterExplain *self)
{
  guint n = self->work->election->n_unweighed;
  g_autofree char *number = charter_count_number (n);

  if (n > 0)
    charter_reasons_add (self->work->out->reasons, self->top,
                         n == 1 ? &type_unweighed_one : &type_unweighed, NULL,
                         n == 1 ? NULL : number, NULL);
}

static void
explain_seats (CharterExplain *self)
{
  CharterCountData *out = self->work->out;
  guint seats = self->work->params->seats;
  g_autofree char *empty = NULL, *all = NULL;

  if (out->elected->len == 0 || out->elected->len >= seats)
    return;
  empty = charter_count_number (seats - out->elected->len);
  all = charter_count_number (seats);
  charter_reasons_add (out->reasons, self->top, &type_empty_seats, NULL, empty, all, NULL);
}

static void
explain_dropped (CharterExplain *self)
{
  CharterCountData *out = self->work->out;

  for (guint i = 0; i < out->dropped->len; i++)
    {
      CharterDropped *dropped = &g_array_index (out->dropped, CharterDropped, i);
      g_autofree char *name = quoted (self->work, dropped->option);
      g_autofree char *left = charter_fraction_to_string (&dropped->left);
      g_autofree char *right = charter_fraction_to_string (&dropped->right);

      if (!has_room (self))
        continue;
      if (g_str_equal (dropped->test, "quorum"))
        charter_reasons_add (out->reasons, self->top,
                             dropped->squared ? &type_quorum_squared : &type_quorum, NULL, name,
                             left, right, NULL);
      else
        charter_reasons_add (out->reasons, self->top, &type_dropped, NULL, name, dropped->test,
                             left, right, NULL);
    }
  end_list (self);
}

static CharterReasonId
add_pair (CharterExplain          *self,
          const CharterReasonType *type,
          guint                    option,
          guint                    other)
{
  CharterCountData *out = self->work->out;
  g_autofree char *first = quoted (self->work, option);
  g_autofree char *second = quoted (self->work, other);
  gsize n = out->n_options;
  g_autofree char *over = charter_count_number (out->pairwise[option * n + other]);
  g_autofree char *under = charter_count_number (out->pairwise[other * n + option]);

  return charter_reasons_add (out->reasons, self->top, type, NULL, first, second, over, under,
                              NULL);
}

/* Which options are winners: positions in the election. */
static gboolean *
mark_winners (const CharterCountData *out)
{
  gboolean *wins = g_new0 (gboolean, MAX (1, out->n_options));

  for (guint i = 0; i < out->winners->len; i++)
    wins[g_array_index (out->winners, guint, i)] = TRUE;

  return wins;
}

/* Methods by pairs: what they count, and each winner against everybody else; two winners once. */
static void
explain_pairs (CharterExplain *self)
{
  static const CharterReasonType *const strengths[] =
    { &type_strength_winning, &type_strength_support, &type_strength_margins };
  CharterCountWork *work = self->work;
  CharterCountData *out = work->out;
  g_autofree gboolean *wins = mark_winners (out);

  charter_reasons_add (out->reasons, self->top,
                       work->params->ignore_unranked ? &type_unranked_ignored : &type_unranked_last,
                       NULL, NULL);
  if (out->method != CHARTER_METHOD_COPELAND)
    charter_reasons_add (out->reasons, self->top, strengths[work->params->strength], NULL, NULL);
  if (out->condorcet_winner >= 0)
    {
      g_autofree char *name = quoted (work, (guint) out->condorcet_winner);

      charter_reasons_add (out->reasons, self->top, &type_condorcet, NULL, name, NULL);
    }
  else
    charter_reasons_add (out->reasons, self->top, &type_no_condorcet, NULL, NULL);
  for (guint i = 0; i < out->winners->len; i++)
    for (guint j = 0; j < work->n_alive; j++)
      {
        guint winner = g_array_index (out->winners, guint, i), other = work->alive[j];

        if (other != winner && !(other < winner && wins[other]) && has_room (self))
          add_pair (self, &type_pair, winner, other);
      }
  end_list (self);
}

static char *
path_text (CharterCountWork *work,
           GArray           *path)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    {
      g_autofree char *name = quoted (work, work->alive[g_array_index (path, guint, i)]);

      g_string_append (text, i > 0 ? " > " : "");
      g_string_append (text, name);
    }
  return g_string_free (text, FALSE);
}

static void
add_path (CharterExplain *self,
          guint           from,
          guint           to)
{
  CharterCountWork *work = self->work;
  const gint64 *pairs = work->out->pairwise;
  guint n = work->n_alive, weakest = 0;
  gint32 strength = work->paths[(gsize) from * n + to];
  g_autoptr(GArray) path = charter_count_find_path (work->links, n, from, to, MAX (1, strength));
  const guint *steps = (const guint *) (gpointer) path->data;
  g_autofree char *text = path_text (work, path);
  g_autofree char *first = quoted (work, work->alive[from]);
  g_autofree char *last = quoted (work, work->alive[to]);
  g_autofree char *over = NULL, *under = NULL, *winner = NULL, *loser = NULL;
  gsize x, y;

  if (strength == 0)
    {
      charter_reasons_add (work->out->reasons, self->top, &type_no_path, NULL, first, last, NULL);
      return;
    }
  while (work->links[(gsize) steps[weakest] * n + steps[weakest + 1]] != strength)
    weakest++;
  x = work->alive[steps[weakest]];
  y = work->alive[steps[weakest + 1]];
  winner = quoted (work, (guint) x);
  loser = quoted (work, (guint) y);
  over = charter_count_number (pairs[x * work->n + y]);
  under = charter_count_number (pairs[y * work->n + x]);
  charter_reasons_add (work->out->reasons, self->top, &type_path, NULL, first, last, text, winner,
                       loser, over, under, NULL);
}

/* Schulze: from each winner to everybody else, and back; between two winners once. */
static void
explain_paths (CharterExplain *self)
{
  CharterCountWork *work = self->work;
  g_autofree gboolean *wins = mark_winners (work->out);
  guint n = work->n_alive;

  self->room = MIN (REASONS_MAX, MAX (2, PATHS_COST_MAX / MAX (1, n * n)));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n && wins[work->alive[i]]; j++)
      if (i != j && !(j < i && wins[work->alive[j]]) && has_room (self))
        {
          add_path (self, i, j);
          add_path (self, j, i);
        }
  end_list (self);
}

static void
explain_locks (CharterExplain *self)
{
  CharterCountData *out = self->work->out;

  if (out->tie_at_cut)
    charter_reasons_add (out->reasons, self->top, &type_lock_order, NULL, NULL);
  for (guint i = 0; i < out->steps->len; i++)
    {
      CharterCountStep *step = &g_array_index (out->steps, CharterCountStep, i);

      if (step->kind == CHARTER_COUNT_STEP_PASSED_OVER && has_room (self))
        add_pair (self, &type_passed_over, step->option, step->other);
    }
  end_list (self);
}

static const CharterReasonType *
score_type (const CharterCountData *out)
{
  return out->method == CHARTER_METHOD_COPELAND  ? &type_score_copeland
         : out->method == CHARTER_METHOD_MINIMAX ? &type_score_minimax
                                                 : &type_score;
}

static void
explain_scores (CharterExplain *self)
{
  CharterCountWork *work = self->work;
  CharterCountData *out = work->out;

  for (guint i = 0; i < work->n_alive; i++)
    {
      g_autofree char *name = quoted (work, work->alive[i]);
      g_autofree char *score = charter_fraction_to_string (&out->scores[work->alive[i]]);

      if (has_room (self))
        charter_reasons_add (out->reasons, self->top, score_type (out), NULL, name, score, NULL);
    }
  end_list (self);
  if (out->runoff && out->unique && out->finalists[0] != G_MAXUINT)
    {
      g_autofree char *first = quoted (work, out->finalists[0]);
      g_autofree char *second = quoted (work, out->finalists[1]);
      g_autofree char *over = charter_count_number (out->runoff_votes[0]);
      g_autofree char *under = charter_count_number (out->runoff_votes[1]);

      charter_reasons_add (out->reasons, self->top, &type_finalists, NULL, first, second, over,
                           under, NULL);
    }
}

static const CharterReasonType *
elected_type (const CharterCountData *out,
              guint                   round)
{
  const CharterCountRound *row;
  guint left = 0;

  if (out->method == CHARTER_METHOD_STV)
    return &type_step_elected;
  row = round < out->rounds->len ? g_ptr_array_index (out->rounds, round) : NULL;
  for (guint i = 0; row != NULL && i < out->n_options; i++)
    left += row->votes[i] != NULL;

  return left == 1 ? &type_step_alone : &type_step_majority;
}

static const CharterReasonType *
step_type (const CharterCountData *out,
           const CharterCountStep *step)
{
  switch (step->kind)
    {
    case CHARTER_COUNT_STEP_ELECTED:
      return elected_type (out, step->round);
    case CHARTER_COUNT_STEP_REMAINING:
      return &type_step_remaining;
    case CHARTER_COUNT_STEP_SURPLUS:
      return &type_step_surplus;
    case CHARTER_COUNT_STEP_LOOKED_BACK:
      return &type_step_back;
    case CHARTER_COUNT_STEP_BY_ORDER:
      return &type_step_order;
    default:
      return &type_step_out;
    }
}

static void
add_round (CharterExplain *self,
           guint           round)
{
  CharterCountData *out = self->work->out;
  CharterCountRound *row = g_ptr_array_index (out->rounds, round);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *number = charter_count_number ((gint64) round + 1);

  for (guint i = 0; i < out->n_options; i++)
    if (row->votes[i] != NULL)
      g_string_append_printf (text, "%s“%s” %s", text->len > 0 ? ", " : "",
                              charter_election_data_option (self->work->election, i),
                              row->votes[i]);
  charter_reasons_add (out->reasons, self->top, &type_round, NULL, number, text->str, NULL);
}

static void
explain_rounds (CharterExplain *self)
{
  CharterCountData *out = self->work->out;
  guint shown = 0;

  if (out->quota != NULL)
    charter_reasons_add (out->reasons, self->top, &type_quota, NULL, out->quota, NULL);
  for (guint i = 0; i < out->steps->len; i++)
    {
      CharterCountStep *step = &g_array_index (out->steps, CharterCountStep, i);
      g_autofree char *number = charter_count_number ((gint64) step->round + 1);
      g_autofree char *name = quoted (self->work, step->option);

      if (!has_room (self))
        continue;
      for (; shown <= step->round && shown < out->rounds->len; shown++)
        add_round (self, shown);
      charter_reasons_add (out->reasons, self->top, step_type (out, step), NULL, number,
                           name, step->number, NULL);
    }
  end_list (self);
}

static const CharterReasonType *
test_type (const CharterChoiceTest *test)
{
  if (test->kind == CHARTER_CHOICE_TEST_VETO || test->kind == CHARTER_CHOICE_TEST_AT_MOST)
    return &type_test_most;
  if (test->kind == CHARTER_CHOICE_TEST_AT_LEAST ||
      test->compare == CHARTER_COMPARE_GREATER_OR_EQUAL)
    return &type_test_least;
  return &type_test_more;
}

static void
explain_tests (CharterExplain *self)
{
  CharterCountWork *work = self->work;
  CharterCountData *out = work->out;

  for (guint i = 0; i < out->choice_results->len; i++)
    {
      CharterChoiceResult *result = &g_array_index (out->choice_results, CharterChoiceResult, i);
      g_autofree char *left = charter_fraction_to_string (&result->left);
      g_autofree char *right = charter_fraction_to_string (&result->right);

      charter_reasons_add (out->reasons, self->top, test_type (&work->params->choice_tests[i]),
                           NULL, result->id, left, right,
                           result->holds ? "It holds" : "It does not hold", NULL);
    }
}

void
charter_count_explain (CharterCountWork *work)
{
  CharterExplain self = { work, explain_result (work), 0, 0, REASONS_MAX };
  CharterCountData *out = work->out;

  explain_recused (&self);
  explain_unweighed (&self);
  explain_dropped (&self);
  if (out->choice_results != NULL)
    explain_tests (&self);
  if (out->nobody || out->failed != NULL)
    return;
  if (out->method >= CHARTER_METHOD_SCHULZE && out->method <= CHARTER_METHOD_MINIMAX)
    explain_pairs (&self);
  if (out->method == CHARTER_METHOD_STV)
    explain_seats (&self);
  if (out->method == CHARTER_METHOD_SCHULZE)
    explain_paths (&self);
  if (out->method == CHARTER_METHOD_RANKED_PAIRS)
    explain_locks (&self);
  if (out->scores != NULL)
    explain_scores (&self);
  if (out->rounds != NULL)
    explain_rounds (&self);
}
