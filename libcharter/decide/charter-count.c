/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

#include <string.h>

/* One count from the ballots to the answer: who is left out, what the default option drops, the
 * method, and the proof. */

typedef struct
{
  CharterMethod          method;
  CharterBallotForm      form;
  gboolean               pairs;     /* every pair is needed */
  CharterCountMethodFunc run;
} CharterCountMethodRow;

static const CharterCountMethodRow methods[] =
{
  { CHARTER_METHOD_MAJORITY, CHARTER_BALLOT_FORM_CHOICE, FALSE, charter_count_choices },
  { CHARTER_METHOD_APPROVAL, CHARTER_BALLOT_FORM_APPROVES, FALSE, charter_count_approval },
  { CHARTER_METHOD_SCORE, CHARTER_BALLOT_FORM_SCORES, FALSE, charter_count_score },
  { CHARTER_METHOD_SCHULZE, CHARTER_BALLOT_FORM_RANKING, TRUE, charter_count_schulze },
  { CHARTER_METHOD_RANKED_PAIRS, CHARTER_BALLOT_FORM_RANKING, TRUE, charter_count_ranked_pairs },
  { CHARTER_METHOD_COPELAND, CHARTER_BALLOT_FORM_RANKING, TRUE, charter_count_copeland },
  { CHARTER_METHOD_MINIMAX, CHARTER_BALLOT_FORM_RANKING, TRUE, charter_count_minimax },
  { CHARTER_METHOD_BORDA, CHARTER_BALLOT_FORM_RANKING, FALSE, charter_count_borda },
  { CHARTER_METHOD_INSTANT_RUNOFF, CHARTER_BALLOT_FORM_RANKING, FALSE,
    charter_count_instant_runoff },
  { CHARTER_METHOD_STV, CHARTER_BALLOT_FORM_RANKING, FALSE, charter_count_stv },
};

static const char *const form_words[] = { "rankings", "approvals", "scores", "yes and no votes" };

static void
round_free (gpointer data)
{
  CharterCountRound *self = data;

  for (guint i = 0; i < self->n_options; i++)
    g_free (self->votes[i]);
  g_free (self->votes);
  g_free (self);
}

static void
step_clear (gpointer data)
{
  g_free (((CharterCountStep *) data)->number);
}

static CharterCountData *
data_new (const CharterCountParams *params,
          guint                     n_options)
{
  CharterCountData *self = g_new0 (CharterCountData, 1);

  self->method = params->method;
  self->runoff = params->runoff;
  self->n_options = n_options;
  self->winners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->elected = g_array_new (FALSE, FALSE, sizeof (guint));
  self->dropped = g_array_new (FALSE, FALSE, sizeof (CharterDropped));
  self->steps = g_array_new (FALSE, FALSE, sizeof (CharterCountStep));
  g_array_set_clear_func (self->steps, step_clear);
  self->condorcet_winner = -1;
  self->finalists[0] = G_MAXUINT;
  self->unique = TRUE;
  self->reasons = charter_reasons_new ();
  return self;
}

void
charter_count_free (CharterCountData *self)
{
  g_free (self->why);
  g_array_unref (self->winners);
  g_clear_pointer (&self->ranking, g_array_unref);
  g_free (self->beats);
  g_free (self->pairwise);
  g_clear_pointer (&self->smith, g_array_unref);
  g_free (self->paths);
  g_free (self->scores);
  for (guint i = 0; i < self->dropped->len; i++)
    g_free ((char *) g_array_index (self->dropped, CharterDropped, i).test);
  g_array_unref (self->dropped);
  g_array_unref (self->elected);
  g_clear_pointer (&self->eliminated, g_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_array_unref (self->steps);
  g_free (self->quota);
  g_clear_pointer (&self->failed, g_ptr_array_unref);
  for (guint i = 0; self->choice_results != NULL && i < self->choice_results->len; i++)
    g_free ((char *) g_array_index (self->choice_results, CharterChoiceResult, i).id);
  g_clear_pointer (&self->choice_results, g_array_unref);
  charter_reasons_unref (self->reasons);
  g_free (self);
}

void
charter_count_give_up (CharterCountWork *work,
                       const char       *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (work->out->why);
  work->out->why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  work->out->indeterminate = TRUE;
  g_array_set_size (work->out->winners, 0);
  g_array_set_size (work->out->elected, 0);
  g_clear_pointer (&work->out->ranking, g_array_unref);
}

void
charter_count_add_winner (CharterCountWork *work,
                          guint             option)
{
  GArray *winners = work->out->winners;
  guint at = 0;

  while (at < winners->len && g_array_index (winners, guint, at) < option)
    at++;
  if (at == winners->len || g_array_index (winners, guint, at) != option)
    g_array_insert_val (winners, at, option);
}

void
charter_count_add_step (CharterCountWork    *work,
                        CharterCountStepKind kind,
                        guint                round,
                        guint                option,
                        guint                other,
                        char                *number)
{
  CharterCountStep step = { kind, round, option, other, number };

  g_array_append_val (work->out->steps, step);
}

void
charter_count_clear_steps (CharterCountWork *work)
{
  g_array_set_size (work->out->steps, 0);
  g_array_set_size (work->out->elected, 0);
  g_clear_pointer (&work->out->eliminated, g_array_unref);
  g_clear_pointer (&work->out->rounds, g_ptr_array_unref);
  work->out->eliminated = g_array_new (FALSE, FALSE, sizeof (guint));
  work->out->rounds = g_ptr_array_new_with_free_func (round_free);
}

char *
charter_count_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* Who is left out */

static gboolean
is_excluded (const CharterElectionData *election,
             guint                      ballot,
             const char *const         *voters)
{
  const char *voter = charter_election_data_get_voter (election, ballot);

  return voter != NULL && g_strv_contains (voters, voter);
}

static void
copy_ballot (const CharterElectionData *from,
             guint                      ballot,
             CharterElectionData       *to)
{
  guint copy = charter_election_data_append (to);

  if (from->ranks != NULL)
    memcpy (charter_election_data_row (to, copy), charter_election_data_row (from, ballot),
            MIN (from->stride, to->stride));
  if (from->scores != NULL)
    memcpy (to->scores + (gsize) copy * to->score_stride,
            from->scores + (gsize) ballot * from->score_stride,
            charter_election_data_n_options (from) * sizeof (CharterFraction));
  if (from->choices != NULL)
    to->choices[copy] = from->choices[ballot];
  if (from->counts != NULL)
    charter_election_data_set_count (to, copy, from->counts[ballot]);
  if (from->weights != NULL)
    charter_election_data_set_weight (to, copy, from->weights[ballot]);
  if (from->voters != NULL)
    charter_election_data_set_voter (to, copy, charter_election_data_get_voter (from, ballot));
  if (from->constituencies != NULL)
    charter_election_data_set_constituency (to, copy,
                                            charter_election_data_get_constituency (from, ballot));
}

/* The election without the ballots of the recused. */
static CharterElectionData *
without (CharterElectionData *election,
         const char *const   *voters)
{
  CharterElectionData *copy;

  if (voters == NULL || voters[0] == NULL || election->voters == NULL)
    return charter_election_data_ref (election);
  copy = charter_election_data_new (election->form);
  copy->n_unweighed = election->n_unweighed;
  for (guint i = 0; i < charter_election_data_n_options (election); i++)
    charter_election_data_add_option (copy, charter_election_data_option (election, i), -1);
  for (guint i = 0; i < election->n_ballots; i++)
    if (!is_excluded (election, i, voters))
      copy_ballot (election, i, copy);
  return copy;
}

/* Did anybody say anything?  A blank ballot counts towards the turnout only. */

static gboolean
says_something (const CharterElectionData *election,
                guint                      ballot)
{
  guint n = charter_election_data_n_options (election);

  for (guint i = 0; i < n; i++)
    {
      if (election->ranks != NULL &&
          charter_election_data_get_rank (election, ballot, i) != CHARTER_UNRANKED_WIDE)
        return TRUE;
      if (election->scores != NULL &&
          election->scores[(gsize) ballot * election->score_stride + i].den != 0)
        return TRUE;
    }
  return election->choices != NULL &&
         election->choices[ballot] != CHARTER_ELECTION_CHOICE_ABSENT;
}

static gboolean
anybody (const CharterElectionData *election)
{
  gint64 value;

  for (guint i = 0; i < election->n_ballots; i++)
    if (charter_election_data_value (election, i, &value) &&
        (value > 0 || election->form == CHARTER_BALLOT_FORM_CHOICE) &&
        says_something (election, i))
      return TRUE;
  return FALSE;
}

/* Why no ballot bears on it. */
static const char *
why_nobody (const CharterCountWork *work)
{
  const CharterElectionData *election = work->election;

  if (work->n == 0 && work->params->method != CHARTER_METHOD_MAJORITY)
    return "there are no options";
  if (election->n_ballots == 0 || election->form == CHARTER_BALLOT_FORM_CHOICE)
    return "nobody voted";
  for (guint i = 0; i < election->n_ballots; i++)
    if (says_something (election, i))
      return "no ballot that names an option weighs anything";

  return "all ballots are blank";
}

static void
set_nobody (CharterCountWork *work)
{
  work->out->nobody = TRUE;
  work->out->why = g_strdup (why_nobody (work));
}

/* The pairs */

static gboolean
count_pairs (CharterCountWork            *work,
             const CharterCountMethodRow *row,
             GError                     **error)
{
  gboolean needed = row->pairs || work->params->default_option >= 0;
  gboolean shown = work->n <= CHARTER_COUNT_SHOWN_MAX &&
                   work->params->method != CHARTER_METHOD_STV;

  if (row->form != CHARTER_BALLOT_FORM_RANKING || (!needed && !shown))
    return TRUE;
  if (work->n > CHARTER_COUNT_PAIRS_MAX)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                   "%u options are more than the %u whose every pair can be counted; "
                   "approval, score, Borda, instant-runoff and STV take up to %u",
                   work->n, CHARTER_COUNT_PAIRS_MAX, CHARTER_OPTIONS_MAX);
      return FALSE;
    }
  work->out->pairwise = g_new (gint64, MAX (1, (gsize) work->n * work->n));
  charter_election_data_pairwise (work->election, work->params->ignore_unranked,
                                  work->out->pairwise);
  work->out->condorcet_winner = work->out->nobody
    ? -1 : charter_count_condorcet_winner (work->out->pairwise, work->n);
  work->out->smith = charter_count_smith_set (work->out->pairwise, work->out->nobody ? 0 : work->n);
  return TRUE;
}

gint64 *
charter_count_alive_pairs (CharterCountWork *work)
{
  guint n = work->n_alive;
  gint64 *pairs = g_new (gint64, MAX (1, (gsize) n * n));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      pairs[(gsize) i * n + j] =
        work->out->pairwise[(gsize) work->alive[i] * work->n + work->alive[j]];
  return pairs;
}

static const CharterCountMethodRow *
find_method (CharterMethod method)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (methods[i].method == method)
      return &methods[i];
  return NULL;
}

static gboolean
check (CharterCountWork            *work,
       const CharterCountMethodRow *row,
       GError                     **error)
{
  if (row == NULL)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                 "This method does not count ballots over options");
  else if (work->election->n_ballots > 0 && row->form != work->election->form)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                 "The ballots are %s, and this method counts %s",
                 form_words[work->election->form], form_words[row->form]);
  else if (!charter_election_data_total (work->election, &work->total))
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                 "The weights of the ballots add up to more than 2^63 - 1");
  else
    return TRUE;
  return FALSE;
}

static gboolean
run (CharterCountWork *work,
     GError          **error)
{
  const CharterCountMethodRow *row = find_method (work->params->method);

  if (!check (work, row, error))
    return FALSE;
  work->out->may_drop = work->params->default_option >= 0;
  if (!anybody (work->election) || (work->n == 0 && row->form != CHARTER_BALLOT_FORM_CHOICE))
    set_nobody (work);
  if (!count_pairs (work, row, error))
    return FALSE;
  if (!work->out->nobody || row->form == CHARTER_BALLOT_FORM_CHOICE)
    {
      charter_count_drop (work);
      if (!row->run (work, error))
        return FALSE;
    }
  charter_count_explain (work);
  return TRUE;
}

CharterCountData *
charter_count_run (CharterElectionData      *election,
                   const CharterCountParams *params,
                   GCancellable             *cancellable,
                   GError                  **error)
{
  g_autoptr(CharterElectionData) counted = without (election, params->excluded_voters);
  CharterCountWork work = { counted, params, cancellable,
                            charter_election_data_n_options (election) };
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  work.out = data_new (params, work.n);
  work.alive = g_new (guint, MAX (1, work.n));
  for (guint i = 0; i < work.n; i++)
    work.alive[work.n_alive++] = i;
  done = run (&work, error);
  g_free (work.alive);
  g_free (work.links);
  g_free (work.paths);
  if (!done)
    g_clear_pointer (&work.out, charter_count_free);
  return work.out;
}
