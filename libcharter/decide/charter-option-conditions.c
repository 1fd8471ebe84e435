/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-option-margin-private.h"

#include <string.h>

/* Quorum and tests of a choice as sums over voters, for its margin: each holds where its value is
 * at least 1.  What cannot be written so is noted as loose, and nothing is claimed of it. */

typedef CharterWide Wide;
typedef CharterOptionMargin Margin;
typedef CharterOptionCondition Condition;

static Wide
part_of (const Margin          *self,
         const Condition       *c,
         const CharterUnitVote *row,
         CharterVote            vote)
{
  Wide weight = c->by_heads ? 1 : row->weight, part;

  if ((c->group >= 0 && !(row->groups >> c->group & 1))
      || (c->sort >= 0 && !(row->sorts >> c->sort & 1)))
    return 0;
  part = (Wide) c->den * charter_row_in (self->tally, row, vote, c->of)
         - (Wide) c->num * charter_row_in (self->tally, row, vote, c->base);

  return weight * (c->at_most ? -part : part);
}

static void
add (const Margin *self,
     GArray       *out,
     Condition     c,
     Wide          constant)
{
  c.value = constant;
  for (guint i = 0; i < self->tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (self->tally->rows, CharterUnitVote, i);

      c.value += part_of (self, &c, row, row->vote);
    }
  g_array_append_val (out, c);
}

/* At least, more than (@strictly), or at most a number. */
static void
add_number (const Margin          *self,
            GArray                *out,
            Condition              c,
            const CharterFraction *limit,
            gboolean               strictly)
{
  Wide step = strictly ? 0 : 1;

  c.den = limit->den;
  add (self, out, c, c.at_most ? limit->num + step : step - limit->num);
}

static void
add_quorum (const Margin *self,
            GArray       *out)
{
  const CharterQuorumRule *rule = &self->tally->item.rule->quorum;
  const guint bits = rule->per_meeting ? CHARTER_SUM_MET : CHARTER_SUM_QUORUM;
  Condition counted = { .of = bits, .group = -1, .sort = -1, .by_heads = rule->by_heads };
  const CharterFraction needed = CHARTER_FRACTION (self->decided->quorum.needed, 1);

  counted.loose = rule->has_at_most;
  if (self->decided->quorum.given && !self->choosing->terms.per_option)
    add_number (self, out, counted, &needed, FALSE);
  for (guint i = 0; i < rule->n_requires; i++)
    {
      Condition required = { .of = bits, .group = -1, .sort = (int) i, .by_heads = TRUE,
                             .loose = rule->per_meeting };

      add_number (self, out, required, &rule->requires_[i].at_least, FALSE);
    }
}

static gboolean
base_is_fixed (guint bits)
{
  const guint fixed = CHARTER_SUM_PRESENT | CHARTER_SUM_ELIGIBLE | CHARTER_SUM_MEMBERS;

  return (bits & ~fixed) == 0;
}

static void
add_share (const Margin          *self,
           GArray                *out,
           const CharterTestRule *test,
           Condition              c)
{
  gboolean strictly = test->compare == CHARTER_COMPARE_GREATER;
  CharterFraction threshold;

  if (base_is_fixed (test->base))
    {
      gint64 base = charter_tally_sum (self->tally, test->base, c.group, test->by_heads);

      if (charter_threshold (&test->share, base, test->round, test->plus, &threshold))
        add_number (self, out, c, &threshold, strictly);
      return;
    }
  c.base = test->base;
  c.num = test->share.num;
  c.den = test->share.den;
  c.loose = test->round != CHARTER_ROUND_EXACT;
  add (self, out, c, (strictly ? 0 : 1) - (Wide) test->plus * c.den);
}

static void
add_test (const Margin          *self,
          GArray                *out,
          const CharterTestRule *test)
{
  Condition c = {
    .of = test->of,
    .group = charter_tally_group (self->tally, test->constituency),
    .sort = -1,
    .by_heads = test->by_heads,
    .loose = test->n_bands > 0 || test->veto != 0,
  };

  if (c.loose)
    {
      const CharterFraction one = CHARTER_FRACTION (1, 1);

      add_number (self, out, c, &one, FALSE);
      return;
    }
  if (test->has_share)
    add_share (self, out, test, c);
  if (test->has_at_least)
    add_number (self, out, c, &test->at_least, FALSE);
  c.at_most = TRUE;
  if (test->has_at_most)
    add_number (self, out, c, &test->at_most, FALSE);
}

GArray *
charter_option_conditions (const Margin *self)
{
  const CharterRuleData *rule = self->tally->item.rule;
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Condition));
  const Condition somebody = { .of = CHARTER_SUM_FOR, .group = -1, .sort = -1, .by_heads = TRUE };
  const CharterFraction one = CHARTER_FRACTION (1, 1);
  const CharterTestRule *extra;
  guint n_extra;

  add_quorum (self, out);
  for (guint i = 0; i < rule->n_tests; i++)
    add_test (self, out, &rule->tests[i]);
  extra = charter_tally_extra_tests (self->tally, &n_extra);
  for (guint i = 0; i < n_extra; i++)
    add_test (self, out, &extra[i]);
  add_number (self, out, somebody, &one, FALSE);

  return out;
}

GArray *
charter_option_gains_of_condition (const Margin    *self,
                                   const Condition *c,
                                   int              sign)
{
  static const CharterVote votes[] = { CHARTER_VOTE_FOR, CHARTER_VOTE_ABSTAIN,
                                       CHARTER_VOTE_SILENT };
  GArray *gains = g_array_new (FALSE, FALSE, sizeof (CharterOptionGain));

  for (guint i = 0; i < self->voters->len; i++)
    {
      guint number = g_array_index (self->voters, guint, i);
      const CharterUnitVote *row = &g_array_index (self->tally->rows, CharterUnitVote, number);
      CharterOptionGain best = { number, 0, row->vote, charter_option_says (self, number) };

      for (guint v = 0; v < G_N_ELEMENTS (votes); v++)
        {
          Wide gain = sign * (part_of (self, c, row, votes[v]) - part_of (self, c, row, row->vote));

          if (gain > best.gain)
            best = (CharterOptionGain) { number, gain, votes[v], best.says };
        }
      if (best.gain > 0)
        g_array_append_val (gains, best);
    }

  return gains;
}
