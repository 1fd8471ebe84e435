/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

#include <string.h>

/* Yes and no votes put to threshold tests, all of which must hold.  Fractions are compared
 * exactly.  Where nobody voted nothing passes. */

typedef struct
{
  CharterCountWork *work;
  gint64            heads[CHARTER_N_ELECTION_CHOICES];
  gint64            votes[CHARTER_N_ELECTION_CHOICES];
  gboolean          overflow;
} CharterChoiceCount;

static gint64
votes_of (CharterChoiceCount      *self,
          const CharterChoiceTest *test,
          CharterElectionChoice    choice)
{
  return test->heads ? self->heads[choice] : self->votes[choice];
}

static CharterFraction
base_of (CharterChoiceCount      *self,
         const CharterChoiceTest *test,
         CharterChoiceBase        base)
{
  CharterFraction sum = { 0, 1 };

  if (base == CHARTER_CHOICE_BASE_ELIGIBLE && test->has_eligible)
    return test->eligible;
  for (guint i = 0; i < CHARTER_N_ELECTION_CHOICES; i++)
    {
      gboolean in = base == CHARTER_CHOICE_BASE_ELIGIBLE ||
                    i == CHARTER_ELECTION_CHOICE_YES || i == CHARTER_ELECTION_CHOICE_NO ||
                    (base == CHARTER_CHOICE_BASE_CAST && i != CHARTER_ELECTION_CHOICE_ABSENT);

      sum.num += in ? votes_of (self, test, i) : 0;
    }
  return sum;
}

/* left against share × base: a share of nothing is reached by nobody. */
static gboolean
reaches_share (CharterChoiceCount      *self,
               const CharterChoiceTest *test,
               const CharterFraction   *base,
               CharterChoiceResult     *result)
{
  int order;

  if (!charter_fraction_multiply (base, &test->share, &result->right))
    {
      self->overflow = TRUE;
      return FALSE;
    }
  order = charter_fraction_compare (&result->left, &result->right);
  return base->num > 0 && (test->compare == CHARTER_COMPARE_GREATER ? order > 0 : order >= 0);
}

static gboolean
try_veto (CharterChoiceCount      *self,
          const CharterChoiceTest *test,
          CharterChoiceResult     *result)
{
  CharterElectionData *election = self->work->election;

  for (guint b = 0; b < election->n_ballots; b++)
    {
      const char *voter = charter_election_data_get_voter (election, b);

      if (election->choices[b] == test->of && voter != NULL && test->holders != NULL &&
          g_strv_contains (test->holders, voter))
        result->left.num++;
    }
  return result->left.num == 0;
}

static CharterFraction
weight_of (const CharterChoiceTest *test,
           const char              *constituency)
{
  for (guint i = 0; i < test->n_constituencies; i++)
    if (g_str_equal (test->constituencies[i], constituency))
      return test->weights[i];
  return CHARTER_FRACTION (1, 1);
}

/* Yes and no votes in each constituency, by its number in `names`. */
static void
count_constituencies (CharterElectionData     *election,
                      const CharterChoiceTest *test,
                      gint64                  *yes,
                      gint64                  *no)
{
  gint64 value;

  for (guint b = 0; b < election->n_ballots && election->constituencies != NULL; b++)
    {
      guint32 c = election->constituencies[b];

      charter_election_data_value (election, b, &value);
      if (test->heads)
        value = election->counts != NULL ? election->counts[b] : 1;
      if (election->choices[b] == CHARTER_ELECTION_CHOICE_YES)
        yes[c] += value;
      if (election->choices[b] == CHARTER_ELECTION_CHOICE_NO)
        no[c] += value;
    }
}

static void
add_weight (CharterChoiceCount *self,
            CharterFraction    *sum,
            CharterFraction     weight)
{
  if (!charter_fraction_add (sum, &weight, sum))
    self->overflow = TRUE;
}

/* Those who cast a ballot in it, and those named with a weight. */
static gboolean *
find_constituencies (CharterElectionData     *election,
                     const CharterChoiceTest *test)
{
  gboolean *there = g_new0 (gboolean, (gsize) election->names.strings->len + 1);

  for (guint b = 0; b < election->n_ballots && election->constituencies != NULL; b++)
    there[election->constituencies[b]] = TRUE;
  there[0] = FALSE;
  return there;
}

static gboolean
try_constituencies (CharterChoiceCount      *self,
                    const CharterChoiceTest *test,
                    CharterChoiceResult     *result)
{
  CharterElectionData *election = self->work->election;
  gsize n = (gsize) election->names.strings->len + 1;
  g_autofree gint64 *yes = g_new0 (gint64, n);
  g_autofree gint64 *no = g_new0 (gint64, n);
  g_autofree gboolean *there = find_constituencies (election, test);
  CharterFraction all = { 0, 1 };

  count_constituencies (election, test, yes, no);
  for (gsize c = 1; c < n; c++)
    {
      CharterFraction weight;

      if (!there[c])
        continue;
      weight = weight_of (test, election->names.strings->pdata[c - 1]);
      add_weight (self, &all, weight);
      if (yes[c] > no[c])
        add_weight (self, &result->left, weight);
    }
  for (guint i = 0; i < test->n_constituencies; i++)
    {
      guint c = charter_election_data_find_name (election, test->constituencies[i]);

      if (c == 0 || !there[c])
        add_weight (self, &all, test->weights[i]);
    }
  return reaches_share (self, test, &all, result);
}

static gboolean
try_totals (CharterChoiceCount      *self,
            const CharterChoiceTest *test,
            CharterChoiceResult     *result)
{
  CharterFraction all;

  result->left = test->yes;
  if (!charter_fraction_add (&test->yes, &test->no, &all))
    {
      self->overflow = TRUE;
      return FALSE;
    }
  return reaches_share (self, test, &all, result);
}

static gboolean
try_test (CharterChoiceCount      *self,
          const CharterChoiceTest *test,
          CharterChoiceResult     *result)
{
  CharterFraction base;

  switch (test->kind)
    {
    case CHARTER_CHOICE_TEST_SHARE:
      result->left.num = votes_of (self, test, test->of);
      base = base_of (self, test, test->base);
      return reaches_share (self, test, &base, result);
    case CHARTER_CHOICE_TEST_TURNOUT:
      result->left = base_of (self, test, CHARTER_CHOICE_BASE_CAST);
      base = base_of (self, test, CHARTER_CHOICE_BASE_ELIGIBLE);
      return reaches_share (self, test, &base, result);
    case CHARTER_CHOICE_TEST_AT_LEAST:
      result->left.num = votes_of (self, test, test->of);
      result->right = test->number;
      return charter_fraction_compare (&result->left, &result->right) >= 0;
    case CHARTER_CHOICE_TEST_AT_MOST:
      result->left.num = votes_of (self, test, test->of);
      result->right = test->number;
      return charter_fraction_compare (&result->left, &result->right) <= 0;
    case CHARTER_CHOICE_TEST_VETO:
      return try_veto (self, test, result);
    case CHARTER_CHOICE_TEST_CONSTITUENCIES:
      return try_constituencies (self, test, result);
    case CHARTER_CHOICE_TEST_TOTALS:
      return try_totals (self, test, result);
    default:
      g_assert_not_reached ();
    }
}

/* Counts of heads fit too: a ballot stands for at least one, and what it stands for is checked
 * apart from its weight, which may be 0. */
static gboolean
count (CharterChoiceCount *self)
{
  CharterElectionData *election = self->work->election;
  gint64 sum = 0, value;

  for (guint b = 0; b < election->n_ballots; b++)
    {
      gint64 heads = election->counts != NULL ? election->counts[b] : 1;

      if (__builtin_add_overflow (sum, heads, &sum))
        return FALSE;
      charter_election_data_value (election, b, &value);
      self->heads[election->choices[b]] += heads;
      self->votes[election->choices[b]] += value;
    }
  return TRUE;
}

static void
try_all (CharterChoiceCount *self)
{
  CharterCountWork *work = self->work;

  for (guint i = 0; i < work->params->n_choice_tests; i++)
    {
      const CharterChoiceTest *test = &work->params->choice_tests[i];
      CharterChoiceResult result = { g_strdup (test->id), FALSE, { 0, 1 }, { 0, 1 } };

      result.holds = try_test (self, test, &result);
      g_array_append_val (work->out->choice_results, result);
      if (!result.holds)
        g_ptr_array_add (work->out->failed, g_strdup (test->id));
    }
}

gboolean
charter_count_choices (CharterCountWork *work,
                       GError          **error)
{
  CharterChoiceCount self = { .work = work };
  CharterCountData *out = work->out;

  out->failed = g_ptr_array_new_with_free_func (g_free);
  out->choice_results = g_array_new (FALSE, FALSE, sizeof (CharterChoiceResult));
  if (!count (&self))
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                   "The ballots are more than 2^63 - 1");
      return FALSE;
    }
  for (guint i = 0; i < CHARTER_N_ELECTION_CHOICES; i++)
    out->tally[i] = self.heads[i] > 0 ? self.votes[i] : -1;
  try_all (&self);
  if (self.overflow)
    charter_count_give_up (work, "a test compares fractions of more than 64 bits");
  out->adopted = !out->nobody && !out->indeterminate && out->failed->len == 0;
  return TRUE;
}
