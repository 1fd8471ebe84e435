/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

/* Objections and vetoes: which of them stand.
 *
 * An objection bears on the count if it comes from a unit with a vote (Sociocracy 3.0: from
 * those who decide together), was raised before voting ended, and nobody has found that it no
 * longer stands: one that nobody answered stands.  Under consent, consensus and lazy consensus
 * it has to give a reason; a concern is none, and neither is standing aside.  A veto comes from
 * the ballot of whoever holds it, never through a delegation, and is gone once that ballot is
 * withdrawn or cast otherwise (Apache Software Foundation, Voting Process). */

static CharterUnitVote *
row_at (CharterTally *self,
        guint         i)
{
  return &g_array_index (self->rows, CharterUnitVote, i);
}

/* What has been closed for good is not opened by a later answer. */
static gboolean
is_taken_into_account (const CharterTally *self,
                       const CharterFact  *fact,
                       const CharterFact  *closed)
{
  return fact->seq > self->since && fact->at <= self->until
         && (closed == NULL || (fact->seq < closed->seq && fact->at <= closed->at));
}

static const CharterFact *
newest_answer (const CharterTally *self,
               const CharterFact  *raised,
               const CharterFact  *closed)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->item.scene, raised->makes,
                                                      CHARTER_KIND ("objection-answered"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (is_taken_into_account (self, fact, closed))
      return fact;

  return NULL;
}

static gboolean
still_stands (const CharterTally *self,
              const CharterFact  *answer)
{
  return answer == NULL
         || charter_node_member_boolean (charter_scene_data (self->item.scene, answer), "standing",
                                         TRUE);
}

/* Raised before voting ended; discussion counts too. */
static gboolean
is_in_time (const CharterTally *self,
            const CharterFact  *raised)
{
  return raised->at < self->opens
         || charter_item_is_open (self->item.rule, self->opens, self->closes, raised->at);
}

/* Barred from voting on the item, or is whoever speaks for the unit?  What still awaited its ruling
 * when the objection was raised is judged as at the electorate's instant, like that of a ballot. */
static gboolean
find_bar (CharterTally      *self,
          const CharterItem *item,
          CharterObjection  *objection)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterBar *bar;

  charter_item_bars (item, objection->person, bars);
  if (objection->unit != objection->person)
    charter_item_bars (item, objection->unit, bars);
  bar = charter_bars_from (bars, CHARTER_FROM_VOTE);
  if (bar == NULL || (bar->awaits && item != &self->item))
    return FALSE;
  self->awaits |= bar->awaits || bar->unbuilt;
  objection->ground = bar->ground;
  objection->clause = bar->clause;

  return TRUE;
}

/* The row of the unit for which the person objects; NULL, and why, if that has no vote. */
static CharterUnitVote *
find_row (CharterTally     *self,
          CharterObjection *objection)
{
  const CharterScene *scene = self->item.scene;
  CharterItem then = self->item;
  CharterUnitVote *row;
  CharterPermission why;

  then.at = objection->fact->at;
  objection->unit = charter_item_unit_of (&then, objection->person,
                                          charter_scene_member (scene, objection->fact, "for"),
                                          &objection->ground, &why);
  if (!is_in_time (self, objection->fact))
    objection->ground = "closed";
  else if (objection->unit == 0 && objection->ground == NULL)
    objection->ground = "not-a-voter";
  if (objection->ground != NULL || find_bar (self, &then, objection)
      || find_bar (self, &self->item, objection))
    return NULL;
  row = charter_tally_row (self, objection->unit);
  if (row == NULL || !row->votes)
    {
      objection->ground = "not-a-voter";
      return NULL;
    }

  return row;
}

static void
read_raised (CharterTally      *self,
             const CharterFact *raised,
             const CharterFact *closed)
{
  CharterObjection objection = {
    .fact = raised,
    .person = charter_scene_member (self->item.scene, raised, "person"),
    .answer = newest_answer (self, raised, closed),
  };
  CharterUnitVote *row = find_row (self, &objection);

  objection.stands = row != NULL && still_stands (self, objection.answer);
  if (objection.stands)
    {
      row->raised = TRUE;
      if (row->own == CHARTER_VOTE_SILENT)
        row->own = row->cast = CHARTER_VOTE_OBJECT;
    }
  g_array_append_val (self->objections, objection);
}

static gboolean
has_reason (const CharterTally *self,
            const CharterFact  *ballot)
{
  return charter_node_member (charter_scene_data (self->item.scene, ballot), "reason") != NULL;
}

/* A ballot that objects without saying why states a concern. */
static void
read_cast (CharterTally    *self,
           CharterUnitVote *row)
{
  CharterObjection objection = { .fact = row->ballot, .unit = row->unit, .person = row->caster };

  if (row->ballot == NULL || row->cast != CHARTER_VOTE_OBJECT)
    return;
  row->unreasoned = !has_reason (self, row->ballot);
  objection.stands = !row->unreasoned;
  g_array_append_val (self->objections, objection);
}

static int
compare_objections (gconstpointer a,
                    gconstpointer b)
{
  const CharterObjection *x = a, *y = b;

  return x->fact->seq < y->fact->seq ? -1 : x->fact->seq > y->fact->seq;
}

void
charter_tally_read_objections (CharterTally *self)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  const CharterFact *closed = charter_item_closed (&self->item, self->until);

  if (!charter_rule_uses_objections (self->item.rule))
    return;
  for (guint i = 0; charter_rule_hears_objections (self->item.rule) && i < self->rows->len; i++)
    read_cast (self, row_at (self, i));
  charter_scene_collect (self->item.scene, self->item.decision, CHARTER_KIND ("objection-raised"),
                         facts);
  for (guint i = 0; i < facts->len; i++)
    if (((const CharterFact *) facts->pdata[i])->seq > self->since
        && ((const CharterFact *) facts->pdata[i])->at <= self->until)
      read_raised (self, facts->pdata[i], closed);
  g_array_sort (self->objections, compare_objections);
}

/* Vetoes */

static gboolean
holds_veto (const CharterTally    *self,
            const CharterTestRule *test,
            CharterRef             ref)
{
  for (const CharterNode *who = charter_node_first (test->holders); ref != 0 && who != NULL;
       who = charter_node_next (test->holders, who))
    if (charter_scene_covers (self->item.scene, who->string, ref, self->item.at))
      return TRUE;

  return FALSE;
}

/* A partner that has not cast holds it through whoever may cast for it. */
static gboolean
is_holder (const CharterTally    *self,
           const CharterTestRule *test,
           const CharterUnitVote *row)
{
  g_autoptr(GArray) casters = NULL;

  if (holds_veto (self, test, row->unit) || holds_veto (self, test, row->caster))
    return TRUE;
  if (row->ballot != NULL || !charter_scene_is_partner (self->item.scene, row->unit))
    return FALSE;
  casters = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  charter_item_casters (&self->item, row->unit, casters);
  for (guint i = 0; i < casters->len; i++)
    if (holds_veto (self, test, g_array_index (casters, CharterRef, i)))
      return TRUE;

  return FALSE;
}

static CharterVote
veto_vote (const CharterTestRule *test)
{
  return test->veto == CHARTER_SUM_OBJECT ? CHARTER_VOTE_OBJECT : CHARTER_VOTE_AGAINST;
}

static void
read_veto (CharterTally          *self,
           const CharterTestRule *test,
           guint                  bit)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CharterUnitVote *row = row_at (self, i);

      if (!row->votes || !is_holder (self, test, row))
        continue;
      row->vetoes |= G_GUINT64_CONSTANT (1) << bit;
      if (test->needs_reason && row->ballot != NULL && row->cast == veto_vote (test))
        row->unreasoned |= !has_reason (self, row->ballot);
    }
}

void
charter_tally_read_vetoes (CharterTally *self)
{
  const CharterRuleData *rule = self->item.rule;
  guint bit = 0;

  for (guint i = 0; i < rule->n_tests; i++)
    if (rule->tests[i].veto != 0)
      read_veto (self, &rule->tests[i], bit++);
}

guint
charter_tally_veto (const CharterTally    *self,
                    const CharterTestRule *test)
{
  const CharterRuleData *rule = self->item.rule;
  guint n = 0;

  for (guint i = 0; i < rule->n_tests && &rule->tests[i] != test; i++)
    if (rule->tests[i].veto != 0)
      n++;

  return n;
}

static const CharterTestRule *
nth_veto (const CharterRuleData *rule,
          guint                  n)
{
  for (guint i = 0; i < rule->n_tests; i++)
    if (rule->tests[i].veto != 0 && n-- == 0)
      return &rule->tests[i];

  return NULL;
}

gboolean
charter_row_vetoes (const CharterTally    *self,
                    const CharterUnitVote *row,
                    CharterVote            vote,
                    guint                  veto)
{
  const CharterTestRule *test = nth_veto (self->item.rule, veto);

  if (test == NULL || !(row->vetoes >> veto & 1) || (row->through && vote == row->vote))
    return FALSE;
  if (vote == CHARTER_VOTE_FOLDED)
    vote = row->own;
  if (test->veto == CHARTER_SUM_OBJECT && row->raised)
    return TRUE;

  return vote == veto_vote (test)
         && !(test->needs_reason && row->unreasoned && vote == row->cast);
}

/* Silence and the chair */

/* Whether the proposer is barred from voting on the item. */
static CharterAssent
assent_of_proposer (const CharterTally *self)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterBar *bar;

  if (self->item.proposed->by == 0)
    return CHARTER_ASSENT_GIVEN;
  charter_item_bars (&self->item, self->item.proposed->by, bars);
  bar = charter_bars_from (bars, CHARTER_FROM_VOTE);
  if (bar == NULL)
    return CHARTER_ASSENT_GIVEN;

  return bar->awaits || bar->unbuilt ? CHARTER_ASSENT_UNKNOWN : CHARTER_ASSENT_BARRED;
}

/* Everyone had the time to object that the rule gives. */
static gboolean
has_run_its_time (const CharterTally *self)
{
  const CharterRuleTimes *times = &self->item.rule->times;

  if (!times->has_open || self->closes == CHARTER_INSTANT_NONE)
    return TRUE;

  return self->closes >= charter_period_add_to_instant (&times->open, self->opens,
                                                        charter_scene_zone (self->item.scene),
                                                        &self->item.charter->calendar);
}

static gboolean
may_chair (const CharterTally *self,
           const CharterFact  *called)
{
  CharterJudgement judgement = { 0 };
  gboolean allowed;

  charter_permit_may (self->item.scene, charter_scene_member (self->item.scene, called, "person"),
                      "chair", self->item.decision, called->at, &judgement);
  allowed = judgement.answer == CHARTER_ANSWER_ALLOWED;
  charter_judgement_clear (&judgement);

  return allowed;
}

/* The first call by somebody who may chair, once voting had opened: before that the text may
 * still change. */
static const CharterFact *
find_call (const CharterTally *self)
{
  const CharterFact *closed = charter_item_closed (&self->item, self->until), *first = NULL;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->item.scene,
                                                      self->item.decision,
                                                      CHARTER_KIND ("consensus-called"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at >= self->opens && is_taken_into_account (self, fact, closed)
        && may_chair (self, fact))
      first = fact;

  return first;
}

void
charter_tally_read_assent (CharterTally *self)
{
  const CharterRuleData *rule = self->item.rule;

  if (rule->method == CHARTER_METHOD_CONSENSUS)
    self->called = find_call (self);
  if (!charter_rule_hears_objections (rule))
    self->assent = CHARTER_ASSENT_NOT_HEARD;
  else if (!rule->silence_assents)
    self->assent = CHARTER_ASSENT_NOTHING;
  else if (!rule->quorum.given && !has_run_its_time (self))
    self->assent = CHARTER_ASSENT_CUT_SHORT;
  else
    self->assent = assent_of_proposer (self);
}

gboolean
charter_tally_wanted (CharterTally *self)
{
  if (self->item.rule->method == CHARTER_METHOD_CONSENSUS && self->called == NULL)
    return FALSE;

  return self->assent == CHARTER_ASSENT_GIVEN
         || charter_tally_sum (self, CHARTER_SUM_FOR, -1, TRUE) > 0;
}
