/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* Can no ballot that may still be cast change the result?  Every condition of a threshold rule
 * is a sum over voting units, each of which adds the same whatever the others do, so the least
 * and the most that it can come to are found exactly, one unit after the other.  A decision is
 * settled where the quorum is certain to be there and every test certain to hold, or one certain
 * to fail; or where the quorum is certain to be missed.  Which of several conditions will hold
 * together is not tried out: what is not certain leaves voting open, which is never wrong.
 *
 * Those who have a vote are those who have it now. */

typedef __int128 Wide;

#define SCALE_MAX (G_GINT64_CONSTANT (1) << 40)

typedef enum { NEVER, PERHAPS, ALWAYS } Sure;

/* How sure a condition is, and how many ballots it takes at least until it is certain to hold,
 * certain to fail, or just holds. */
typedef struct
{
  Sure sure;
  Wide always, never, holds;
} Chance;

#define FOREVER ((Wide) 1 << 100)

static const Chance certain = { ALWAYS, 0, FOREVER, 0 };
static const Chance impossible = { NEVER, FOREVER, 0, FOREVER };
static const Chance unknown = { PERHAPS, 1, 1, 0 };

typedef struct
{
  CharterTally          *tally;
  const CharterRuleData *rule;
} Work;

/* What a sum can come to, what it is now, and by how much one ballot can raise the least, lower
 * the most and raise what it is. */
typedef struct
{
  Wide     least, most, now;
  Wide     rise, fall, step;
  gboolean fixed;            /* nothing that is cast changes it */
} Range;

/* factor_of · of − factor_base · base, over the units of a group or a sort. */
typedef struct
{
  guint    of, base;
  gint64   factor_of, factor_base;
  int      group, sort;      /* -1: all */
  gboolean by_heads;
} Form;

/* Who can still cast what */

/* Several persons may cast for a partner, one after the other. */
static gboolean
others_may_cast (const Work            *work,
                 const CharterUnitVote *row)
{
  return work->rule->unit == CHARTER_UNIT_PARTNER
         && work->rule->speaks != CHARTER_SPEAKS_REPRESENTATIVE
         && charter_scene_is_partner (work->tally->item.scene, row->unit);
}

static gboolean
may_become (const Work            *work,
            const CharterUnitVote *row,
            CharterVote            vote)
{
  if (vote == row->vote)
    return TRUE;
  if (!row->votes || vote > CHARTER_VOTE_INVALID)
    return FALSE;
  if (row->own == CHARTER_VOTE_SILENT)
    return TRUE;
  if (work->rule->early.cast_stands || vote == CHARTER_VOTE_SILENT)
    return FALSE;
  if (work->rule->recast == CHARTER_RECAST_REPLACES || others_may_cast (work, row))
    return TRUE;

  return work->rule->recast == CHARTER_RECAST_INVALID && vote == CHARTER_VOTE_INVALID;
}

static gboolean
may_change (const Work            *work,
            const CharterUnitVote *row)
{
  for (CharterVote vote = CHARTER_VOTE_SILENT; vote <= CHARTER_VOTE_INVALID; vote++)
    if (vote != row->vote && may_become (work, row, vote))
      return TRUE;

  return FALSE;
}

/* How many units can still cast something else. */
static guint
n_may_change (const Work *work)
{
  guint n = 0;

  for (guint i = 0; i < work->tally->rows->len; i++)
    n += may_change (work, &g_array_index (work->tally->rows, CharterUnitVote, i));

  return n;
}

/* Sums */

static Wide
value_of (const Work            *work,
          const Form            *form,
          const CharterUnitVote *row,
          CharterVote            vote)
{
  Wide weight = form->by_heads ? 1 : row->weight;

  if ((form->group >= 0 && !(row->groups >> form->group & 1))
      || (form->sort >= 0 && !(row->sorts >> form->sort & 1)))
    return 0;

  return weight
         * ((Wide) form->factor_of * charter_row_in (work->tally, row, vote, form->of)
            - (Wide) form->factor_base * charter_row_in (work->tally, row, vote, form->base));
}

static void
add_row (const Work            *work,
         const Form            *form,
         const CharterUnitVote *row,
         Range                 *range)
{
  Wide now = value_of (work, form, row, row->vote);
  Wide least = now, most = now, low = now, high = now;

  for (CharterVote vote = CHARTER_VOTE_SILENT; vote <= CHARTER_VOTE_INVALID; vote++)
    {
      Wide value = value_of (work, form, row, vote);

      low = MIN (low, value);
      high = MAX (high, value);
      if (!may_become (work, row, vote))
        continue;
      least = MIN (least, value);
      most = MAX (most, value);
    }
  range->least += least;
  range->most += most;
  range->now += now;
  range->rise = MAX (range->rise, high - least);
  range->fall = MAX (range->fall, most - low);
  range->step = MAX (range->step, high - now);
  range->fixed &= low == high;
}

static Range
range_of (const Work *work,
          const Form *form)
{
  Range range = { .fixed = TRUE };

  for (guint i = 0; i < work->tally->rows->len; i++)
    add_row (work, form, &g_array_index (work->tally->rows, CharterUnitVote, i), &range);

  return range;
}

static Wide
ballots_for (Wide distance,
             Wide each)
{
  if (distance <= 0)
    return 0;

  return each > 0 ? (distance + each - 1) / each : FOREVER;
}

static Chance
at_least (const Range *range,
          Wide         limit)
{
  return (Chance) {
    .sure = range->least >= limit ? ALWAYS : range->most < limit ? NEVER : PERHAPS,
    .always = ballots_for (limit - range->least, range->rise),
    .never = ballots_for (range->most - limit + 1, range->fall),
    .holds = ballots_for (limit - range->now, range->step),
  };
}

static Chance
both (Chance a,
      Chance b)
{
  return (Chance) { MIN (a.sure, b.sure), MAX (a.always, b.always), MIN (a.never, b.never),
                    MAX (a.holds, b.holds) };
}

static gboolean
fits (const CharterFraction *f)
{
  return ABS (f->num) <= SCALE_MAX && f->den <= SCALE_MAX;
}

/* A sum against a number. */
static Chance
number_holds (const Work            *work,
              Form                   form,
              const CharterFraction *limit,
              gboolean               strictly,
              gboolean               at_most)
{
  Range range;

  if (!fits (limit))
    return unknown;
  form.factor_of = at_most ? -limit->den : limit->den;
  form.factor_base = 0;
  range = range_of (work, &form);

  return at_least (&range, (at_most ? -(Wide) limit->num : (Wide) limit->num) + (strictly ? 1 : 0));
}

/* Conditions */

static Chance
quorum_holds (const Work *work)
{
  const CharterQuorumRule *rule = &work->rule->quorum;
  Form form = { .of = CHARTER_SUM_QUORUM, .group = -1, .sort = -1, .by_heads = rule->by_heads };
  CharterQuorumResult quorum;
  Chance chance = certain;

  charter_tally_quorum (work->tally, &quorum);
  if (rule->per_meeting)
    {
      chance = quorum.holds ? certain : impossible;
      charter_quorum_result_clear (&quorum);
      return chance;
    }
  if (quorum.given)
    chance = number_holds (work, form, &CHARTER_FRACTION (quorum.needed, 1), FALSE, FALSE);
  form.by_heads = TRUE;
  for (guint i = 0; i < rule->n_requires; i++)
    {
      form.sort = (int) i;
      chance = both (chance,
                     number_holds (work, form, &rule->requires_[i].at_least, FALSE, FALSE));
    }
  charter_quorum_result_clear (&quorum);
  if (rule->has_at_most)
    chance = both (chance, unknown);

  return chance;
}

/* A share of a base that ballots do not change, or that is not rounded. */
static Chance
share_holds (const Work            *work,
             const CharterTestRule *test,
             Form                   form)
{
  const gboolean strictly = test->compare == CHARTER_COMPARE_GREATER;
  Form base = form;
  CharterFraction threshold;
  Chance chance;
  Range range;

  base.of = test->base;
  base.factor_of = 1;
  range = range_of (work, &base);
  if (range.least == range.most && range.least <= G_MAXINT64)
    {
      if (!charter_threshold (&test->share, (gint64) range.least, test->round, test->plus,
                              &threshold))
        return unknown;
      chance = number_holds (work, form, &threshold, strictly, FALSE);
      return range.fixed ? chance : (Chance) { chance.sure, 1, 1, 0 };
    }
  if (test->round != CHARTER_ROUND_EXACT || !fits (&test->share))
    return unknown;
  form.base = test->base;
  form.factor_of = test->share.den;
  form.factor_base = test->share.num;
  range = range_of (work, &form);

  return at_least (&range, (Wide) test->plus * test->share.den + (strictly ? 1 : 0));
}

static gboolean
is_no_sum (const Work            *work,
           const CharterTestRule *test)
{
  return test->n_bands > 0 || test->veto != 0
         || (test->constituency != NULL
             && charter_tally_group (work->tally, test->constituency) < 0);
}

static Chance
test_holds (const Work            *work,
            const CharterTestRule *test)
{
  const Form form = {
    .of = test->of, .group = charter_tally_group (work->tally, test->constituency), .sort = -1,
    .by_heads = test->by_heads,
  };
  Chance chance = certain;

  if (is_no_sum (work, test))
    return unknown;
  if (test->has_share)
    chance = both (chance, share_holds (work, test, form));
  if (test->has_at_least)
    chance = both (chance, number_holds (work, form, &test->at_least, FALSE, FALSE));
  if (test->has_at_most)
    chance = both (chance, number_holds (work, form, &test->at_most, FALSE, TRUE));

  return chance;
}

static Chance
tests_hold (const Work *work)
{
  const CharterTestRule *extra;
  Chance chance = certain;
  guint n_extra;

  for (guint i = 0; i < work->rule->n_tests; i++)
    chance = both (chance, test_holds (work, &work->rule->tests[i]));
  extra = charter_tally_extra_tests (work->tally, &n_extra);
  for (guint i = 0; i < n_extra; i++)
    chance = both (chance, test_holds (work, &extra[i]));

  return chance;
}

static Chance
is_carried (const Work *work)
{
  const Form in_favour = { .of = CHARTER_SUM_FOR, .group = -1, .sort = -1, .by_heads = TRUE };

  return both (number_holds (work, in_favour, &CHARTER_FRACTION (1, 1), FALSE, FALSE),
               tests_hold (work));
}

/* Could there be as many for as against, which is not left to status-quo? */
static gboolean
may_tie (const Work *work)
{
  const Form form = {
    .of = CHARTER_SUM_FOR, .base = CHARTER_SUM_AGAINST, .factor_of = 1, .factor_base = 1,
    .group = -1, .sort = -1,
  };
  const CharterNode *ties = work->rule->ties;
  Range range = range_of (work, &form);

  if (ties == NULL || (ties->length == 1 && charter_node_has_string (ties, "status-quo")))
    return FALSE;

  return range.least <= 0 && range.most >= 0;
}

/* Is it told by the sums alone? */
static gboolean
is_sums (const CharterTally    *tally,
         const CharterRuleData *rule)
{
  return rule->method == CHARTER_METHOD_MAJORITY && !charter_rule_uses_objections (rule)
         && !(rule->fold == CHARTER_FOLD_IDENTICAL && tally->coupled);
}

gboolean
charter_tally_is_settled (CharterTally          *self,
                          const CharterRuleData *rule)
{
  const Work work = { self, rule };
  Chance quorum, carried;

  if (self->overflow || self->unread)
    return FALSE;
  if (n_may_change (&work) == 0)
    return TRUE;
  if (!is_sums (self, rule))
    return FALSE;
  quorum = quorum_holds (&work);
  if (quorum.sure != ALWAYS)
    return quorum.sure == NEVER;
  carried = is_carried (&work);

  return carried.sure == ALWAYS || (carried.sure == NEVER && !may_tie (&work));
}

/* How many ballots it takes at least.  A ballot, or taking one back, changes what one unit adds to
 * a sum, so a distance that is left divided by the most that one adds is a lower bound. */

/* Ballots add units, or bear on several, or sums are not all there is to it. */
static gboolean
is_countable (const CharterTally    *tally,
              const CharterRuleData *rule)
{
  return is_sums (tally, rule) && !tally->coupled && !tally->overflow
         && rule->as_at != CHARTER_AS_AT_BALLOT;
}

static gint64
as_number (Wide ballots)
{
  return (gint64) CLAMP (ballots, 1, G_MAXINT64);
}

/* Units that have a vote, no ballot and nobody who votes for them. */
static gint64
ballots_to_all (const CharterTally *tally)
{
  gint64 n = 0;

  for (guint i = 0; i < tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (tally->rows, CharterUnitVote, i);

      n += row->votes && row->vote == CHARTER_VOTE_SILENT && row->delegate == 0;
    }

  return n;
}

static Wide
ballots_to_settle (const Work *work)
{
  Wide all = n_may_change (work);
  Chance quorum, carried;

  if (!is_sums (work->tally, work->rule))
    return all;
  if (!is_countable (work->tally, work->rule))
    return 1;
  quorum = quorum_holds (work);
  carried = is_carried (work);

  return MIN (all, MIN (quorum.never, MAX (quorum.always, MIN (carried.always, carried.never))));
}

static Wide
ballots_to_pass (const Work *work)
{
  if (!is_countable (work->tally, work->rule))
    return 1;

  return both (quorum_holds (work), tests_hold (work)).holds;
}

gint64
charter_tally_ballots_to_go (CharterTally          *self,
                             const CharterRuleData *rule)
{
  const Work work = { self, rule };

  switch (rule->early.on)
    {
    case CHARTER_EARLY_ALL_VOTED:
      return as_number (ballots_to_all (self));
    case CHARTER_EARLY_SAFE:
      return as_number (ballots_to_settle (&work));
    case CHARTER_EARLY_TESTS:
      return as_number (ballots_to_pass (&work));
    case CHARTER_EARLY_NEVER:
    default:
      return 1;
    }
}
