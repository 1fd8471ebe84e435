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

typedef struct
{
  CharterTally          *tally;
  const CharterRuleData *rule;
} Work;

/* What a sum can come to. */
typedef struct
{
  Wide least, most;
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
anyone_may_cast (const Work *work)
{
  for (guint i = 0; i < work->tally->rows->len; i++)
    for (CharterVote vote = CHARTER_VOTE_SILENT; vote <= CHARTER_VOTE_INVALID; vote++)
      {
        const CharterUnitVote *row = &g_array_index (work->tally->rows, CharterUnitVote, i);

        if (vote != row->vote && may_become (work, row, vote))
          return TRUE;
      }

  return FALSE;
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

static Range
range_of (const Work *work,
          const Form *form)
{
  Range range = { 0, 0 };

  for (guint i = 0; i < work->tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (work->tally->rows, CharterUnitVote, i);
      Wide least = value_of (work, form, row, row->vote), most = least;

      for (CharterVote vote = CHARTER_VOTE_SILENT; vote <= CHARTER_VOTE_INVALID; vote++)
        {
          Wide value = value_of (work, form, row, vote);

          if (!may_become (work, row, vote))
            continue;
          least = MIN (least, value);
          most = MAX (most, value);
        }
      range.least += least;
      range.most += most;
    }

  return range;
}

static Sure
at_least (Range range,
          Wide  limit)
{
  return range.least >= limit ? ALWAYS : range.most < limit ? NEVER : PERHAPS;
}

static Sure
both (Sure a,
      Sure b)
{
  return MIN (a, b);
}

static gboolean
fits (const CharterFraction *f)
{
  return ABS (f->num) <= SCALE_MAX && f->den <= SCALE_MAX;
}

/* A sum against a number. */
static Sure
number_holds (const Work            *work,
              Form                   form,
              const CharterFraction *limit,
              gboolean               strictly,
              gboolean               at_most)
{
  if (!fits (limit))
    return PERHAPS;
  form.factor_of = at_most ? -limit->den : limit->den;
  form.factor_base = 0;

  return at_least (range_of (work, &form),
                   (at_most ? -(Wide) limit->num : (Wide) limit->num) + (strictly ? 1 : 0));
}

/* Conditions */

static Sure
quorum_holds (const Work *work)
{
  const CharterQuorumRule *rule = &work->rule->quorum;
  Form form = { .of = CHARTER_SUM_QUORUM, .group = -1, .sort = -1, .by_heads = rule->by_heads };
  CharterQuorumResult quorum;
  Sure sure = ALWAYS;

  charter_tally_quorum (work->tally, &quorum);
  if (rule->per_meeting)
    {
      sure = quorum.holds ? ALWAYS : NEVER;
      charter_quorum_result_clear (&quorum);
      return sure;
    }
  if (quorum.given)
    sure = number_holds (work, form, &CHARTER_FRACTION (quorum.needed, 1), FALSE, FALSE);
  form.by_heads = TRUE;
  for (guint i = 0; i < rule->n_requires; i++)
    {
      form.sort = (int) i;
      sure = both (sure, number_holds (work, form, &rule->requires_[i].at_least, FALSE, FALSE));
    }
  charter_quorum_result_clear (&quorum);
  if (rule->has_at_most)
    sure = both (sure, PERHAPS);

  return sure;
}

/* A share of a base that ballots do not change, or that is not rounded. */
static Sure
share_holds (const Work            *work,
             const CharterTestRule *test,
             Form                   form)
{
  const gboolean strictly = test->compare == CHARTER_COMPARE_GREATER;
  Form base = form;
  CharterFraction threshold;
  Range range;

  base.of = test->base;
  base.factor_of = 1;
  range = range_of (work, &base);
  if (range.least == range.most && range.least <= G_MAXINT64)
    return charter_threshold (&test->share, (gint64) range.least, test->round, test->plus,
                              &threshold)
             ? number_holds (work, form, &threshold, strictly, FALSE)
             : PERHAPS;
  if (test->round != CHARTER_ROUND_EXACT || !fits (&test->share))
    return PERHAPS;
  form.base = test->base;
  form.factor_of = test->share.den;
  form.factor_base = test->share.num;

  return at_least (range_of (work, &form), (Wide) test->plus * test->share.den + (strictly ? 1 : 0));
}

static gboolean
is_no_sum (const Work            *work,
           const CharterTestRule *test)
{
  return test->n_bands > 0 || test->veto != 0
         || (test->constituency != NULL
             && charter_tally_group (work->tally, test->constituency) < 0);
}

static Sure
test_holds (const Work            *work,
            const CharterTestRule *test)
{
  const Form form = {
    .of = test->of, .group = charter_tally_group (work->tally, test->constituency), .sort = -1,
    .by_heads = test->by_heads,
  };
  Sure sure = ALWAYS;

  if (is_no_sum (work, test))
    return PERHAPS;
  if (test->has_share)
    sure = both (sure, share_holds (work, test, form));
  if (test->has_at_least)
    sure = both (sure, number_holds (work, form, &test->at_least, FALSE, FALSE));
  if (test->has_at_most)
    sure = both (sure, number_holds (work, form, &test->at_most, FALSE, TRUE));

  return sure;
}

static Sure
is_carried (const Work *work)
{
  const Form in_favour = { .of = CHARTER_SUM_FOR, .group = -1, .sort = -1, .by_heads = TRUE };
  Sure sure = number_holds (work, in_favour, &CHARTER_FRACTION (1, 1), FALSE, FALSE);
  const CharterTestRule *extra;
  guint n_extra;

  for (guint i = 0; i < work->rule->n_tests; i++)
    sure = both (sure, test_holds (work, &work->rule->tests[i]));
  extra = charter_tally_extra_tests (work->tally, &n_extra);
  for (guint i = 0; i < n_extra; i++)
    sure = both (sure, test_holds (work, &extra[i]));

  return sure;
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

gboolean
charter_tally_is_settled (CharterTally          *self,
                          const CharterRuleData *rule)
{
  const Work work = { self, rule };
  Sure quorum, carried;

  if (self->overflow || self->unread)
    return FALSE;
  if (!anyone_may_cast (&work))
    return TRUE;
  if (rule->method != CHARTER_METHOD_MAJORITY || charter_rule_uses_objections (rule)
      || (rule->fold == CHARTER_FOLD_IDENTICAL && self->coupled))
    return FALSE;
  quorum = quorum_holds (&work);
  if (quorum != ALWAYS)
    return quorum == NEVER;
  carried = is_carried (&work);

  return carried == ALWAYS || (carried == NEVER && !may_tie (&work));
}
