/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* Pass tests: each compares a sum with a share of another, or with a number.  All must
 * hold. */

/* Where objections are heard and no test says how many are tolerated: none.  Where somebody is
 * barred under a qualified majority: most of those who voted, and two. */
static const CharterTestRule extra_tests[] = {
  { .id = "no-objection",
    .of = CHARTER_SUM_OBJECT,
    .has_at_most = TRUE,
    .share = { 0, 1 },
    .at_most = { 0, 1 } },
  { .id = "qualified-majority",
    .of = CHARTER_SUM_FOR,
    .base = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST,
    .has_share = TRUE,
    .share = { 1, 2 },
    .compare = CHARTER_COMPARE_GREATER },
  { .id = "qualified-two",
    .of = CHARTER_SUM_FOR,
    .has_at_least = TRUE,
    .at_least = { 2, 1 },
    .share = { 0, 1 },
    .by_heads = TRUE },
};

/* A test on objections says how many are tolerated. */
static gboolean
tolerates (const CharterRuleData *rule)
{
  for (guint i = 0; i < rule->n_tests; i++)
    if (rule->tests[i].of == CHARTER_SUM_OBJECT && rule->tests[i].veto == 0)
      return TRUE;

  return FALSE;
}

const CharterTestRule *
charter_tally_extra_tests (const CharterTally *self,
                           guint              *n_tests)
{
  const CharterRuleData *rule = self->item.rule;
  gboolean none = charter_rule_hears_objections (rule) && !tolerates (rule);

  *n_tests = none + (self->qualified ? 2 : 0);

  return none ? extra_tests : extra_tests + 1;
}

const char *
charter_test_result_compare (const CharterTestResult *self)
{
  if (self->at_most)
    return "<=";

  return self->compare == CHARTER_COMPARE_GREATER ? ">" : ">=";
}

static gboolean
compare (const CharterTestResult *row)
{
  int order = charter_fraction_compare (&row->left, &row->right);

  if (row->at_most)
    return order <= 0;

  return row->compare == CHARTER_COMPARE_GREATER ? order > 0 : order >= 0;
}

static void
add_result (const CharterTestResult *common,
            const CharterFraction   *right,
            CharterCompare           how,
            gboolean                 at_most,
            GArray                  *out)
{
  CharterTestResult row = *common;

  row.right = *right;
  row.compare = how;
  row.at_most = at_most;
  row.holds = compare (&row);
  g_array_append_val (out, row);
}

static void
add_share (CharterTally            *self,
           const CharterTestResult *common,
           int                      group,
           GArray                  *out)
{
  const CharterTestRule *test = common->test;
  CharterTestResult row = *common;
  CharterFraction right;

  row.base_count = charter_tally_sum (self, test->base, group, test->by_heads);
  if (!charter_threshold (&test->share, row.base_count, test->round, test->plus, &right))
    {
      self->overflow = TRUE;
      return;
    }
  add_result (&row, &right, test->compare, FALSE, out);
}

/* Vetoes */

static void
add_veto (CharterTally            *self,
          const CharterTestResult *common,
          int                      group,
          GArray                  *out)
{
  const CharterFraction none = CHARTER_FRACTION (0, 1);
  guint veto = charter_tally_veto (self, common->test);
  CharterTestResult row = *common;
  gint64 n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterUnitVote *unit = &g_array_index (self->rows, CharterUnitVote, i);

      if (group < 0 || unit->groups >> group & 1)
        n += charter_row_vetoes (self, unit, unit->vote, veto);
    }
  row.left = CHARTER_FRACTION (n, 1);
  add_result (&row, &none, CHARTER_COMPARE_GREATER_OR_EQUAL, TRUE, out);
}

gboolean
charter_tally_blocked (const CharterTally *self,
                       GArray             *tests)
{
  gboolean heard = charter_rule_hears_objections (self->item.rule);

  for (guint i = 0; i < tests->len; i++)
    {
      const CharterTestResult *row = &g_array_index (tests, CharterTestResult, i);

      if (!row->holds && row->test != NULL
          && (row->test->veto != 0 || (heard && row->test->of == CHARTER_SUM_OBJECT)))
        return TRUE;
    }

  return FALSE;
}

/* Bands: the share that is asked for depends on how many voted (W3C Process, appeals by the
 * Advisory Committee). */

const CharterBand *
charter_tally_band (CharterTally          *self,
                    const CharterTestRule *test,
                    int                    group,
                    CharterFraction       *turnout)
{
  const guint cast = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN;
  gint64 voted = charter_tally_sum (self, cast, group, test->by_heads);
  gint64 members = charter_tally_sum (self, CHARTER_SUM_MEMBERS, group, test->by_heads);
  const CharterBand *found = NULL;

  if (!charter_fraction_init (turnout, members != 0 ? voted : 0, MAX (members, 1)))
    self->overflow = TRUE;
  for (guint i = 0; i < test->n_bands; i++)
    {
      int order = charter_fraction_compare (turnout, &test->bands[i].turnout);

      if (order > 0 || (order == 0 && !test->bands[i].exclusive))
        found = &test->bands[i];
    }

  return found;
}

static void
add_band (CharterTally            *self,
          const CharterTestResult *common,
          int                      group,
          GArray                  *out)
{
  const CharterTestRule *test = common->test;
  CharterTestResult row = *common;
  CharterFraction turnout, right;

  row.band = charter_tally_band (self, test, group, &turnout);
  row.turnout = turnout;
  row.base_count = charter_tally_sum (self, test->base, group, test->by_heads);
  if (row.band == NULL)
    {
      row.below = TRUE;
      row.left = turnout;
      add_result (&row, &test->bands[0].turnout,
                  test->bands[0].exclusive ? CHARTER_COMPARE_GREATER
                                           : CHARTER_COMPARE_GREATER_OR_EQUAL,
                  FALSE, out);
    }
  else if (charter_threshold (&row.band->share, row.base_count, test->round, test->plus, &right))
    add_result (&row, &right, row.band->compare, FALSE, out);
  else
    self->overflow = TRUE;
}

static void
evaluate (CharterTally          *self,
          const CharterTestRule *test,
          GArray                *out)
{
  int group = charter_tally_group (self, test->constituency);
  const CharterTestResult common = {
    .test = test,
    .id = test->id,
    .constituency = test->constituency,
    .left = CHARTER_FRACTION (charter_tally_sum (self, test->of, group, test->by_heads), 1),
  };

  if (test->veto != 0)
    add_veto (self, &common, group, out);
  if (test->n_bands > 0)
    add_band (self, &common, group, out);
  if (test->has_share)
    add_share (self, &common, group, out);
  if (test->has_at_least)
    add_result (&common, &test->at_least, CHARTER_COMPARE_GREATER_OR_EQUAL, FALSE, out);
  if (test->has_at_most)
    add_result (&common, &test->at_most, CHARTER_COMPARE_GREATER_OR_EQUAL, TRUE, out);
}

gboolean
charter_tally_tests (CharterTally *self,
                     GArray       *out)
{
  const CharterRuleData *rule = self->item.rule;
  const CharterTestRule *extra;
  gboolean all = TRUE;
  guint n_extra;

  for (guint i = 0; i < rule->n_tests; i++)
    evaluate (self, &rule->tests[i], out);
  extra = charter_tally_extra_tests (self, &n_extra);
  for (guint i = 0; i < n_extra; i++)
    evaluate (self, &extra[i], out);
  for (guint i = 0; i < out->len; i++)
    all &= g_array_index (out, CharterTestResult, i).holds;

  return all;
}

/* (A share other than a half that is met exactly is no tie: it holds or it does not.) */
gboolean
charter_tally_is_tie (CharterTally *self)
{
  const CharterUnitVote extra = {
    .weight = 1, .vote = CHARTER_VOTE_FOR, .votes = TRUE, .groups = ~G_GUINT64_CONSTANT (0)
  };
  g_autoptr(GArray) tests = NULL, more = NULL;
  GArray *rows = self->rows;
  CharterCounts counts;
  gboolean passes;

  charter_tally_counts (self, &counts);
  if (counts.for_ == 0 || counts.for_ != counts.against)
    return FALSE;
  tests = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));
  more = g_array_sized_new (FALSE, FALSE, sizeof (CharterUnitVote), rows->len + 1);
  g_array_append_vals (more, rows->data, rows->len);
  g_array_append_val (more, extra);
  self->rows = more;
  passes = charter_tally_tests (self, tests);
  self->rows = rows;

  return passes;
}

gboolean
charter_tally_passes (CharterTally *self)
{
  g_autoptr(GArray) tests = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));
  CharterQuorumResult quorum;
  gboolean passes;

  charter_tally_quorum (self, &quorum);
  passes = quorum.holds
           && charter_tally_tests (self, tests)
           && charter_tally_wanted (self)
           && !self->overflow;
  charter_quorum_result_clear (&quorum);

  return passes;
}

/* Where nothing passes: is it left to the steps for ties? */
static gboolean
is_left_to_ties (CharterTally *self)
{
  g_autoptr(GArray) tests = NULL;
  CharterQuorumResult quorum;
  gboolean quorate;

  if (!charter_tally_wanted (self) || !charter_tally_is_tie (self))
    return FALSE;
  tests = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));
  charter_tally_tests (self, tests);
  charter_tally_quorum (self, &quorum);
  quorate = quorum.holds;
  charter_quorum_result_clear (&quorum);

  return quorate && !charter_tally_blocked (self, tests) && !self->overflow;
}

gboolean
charter_tally_carries (CharterTally *self)
{
  return charter_tally_passes (self) || (self->tie_carries && is_left_to_ties (self));
}

gboolean
charter_tally_turns (CharterTally *self,
                     gboolean      carried)
{
  return charter_tally_carries (self) != carried
         && !(carried && self->tie_unsure && is_left_to_ties (self));
}
