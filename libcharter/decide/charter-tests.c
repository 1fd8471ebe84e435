/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* Pass tests: each compares a sum with a share of another, or with a number.  All must
 * hold. */

/* Where somebody is barred under a qualified majority: most of those who voted, and two. */
static const CharterTestRule qualified[] = {
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

const CharterTestRule *
charter_tally_extra_tests (const CharterTally *self,
                           guint              *n_tests)
{
  *n_tests = self->qualified ? G_N_ELEMENTS (qualified) : 0;

  return qualified;
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

gboolean
charter_tally_passes (CharterTally *self)
{
  g_autoptr(GArray) tests = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));
  CharterQuorumResult quorum;
  gboolean passes;

  charter_tally_quorum (self, &quorum);
  passes = quorum.holds
           && charter_tally_tests (self, tests)
           && charter_tally_sum (self, CHARTER_SUM_FOR, -1, TRUE) > 0
           && !self->overflow;
  charter_quorum_result_clear (&quorum);

  return passes;
}
