/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-oblige-private.h"

#include "decide/charter-decide-private.h"

/* `review`: a decision that was carried is looked at again on the day that its rule or its
 * proposal says.  A review held `of` it meets that; taken up again or superseded, it falls away.  What
 * was decided with a bundle is looked at one by one. */

/* The first review-held of the decision since it was closed, by the instant asked about. */
static const CharterFact *
review_of (const CharterDutyList *self,
           const CharterFact     *closed,
           CharterRef             decision)
{
  const CharterFact *first = NULL;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, decision,
                                                      CHARTER_KIND ("review-held"));
       fact != NULL && fact->seq > closed->seq; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at && (first == NULL || fact->at <= first->at)
        && charter_scene_member (self->scene, fact, "of") == decision)
      first = fact;
  return first;
}

/* The closing of the decision that took the place of this one. */
static const CharterFact *
replaced_by (const CharterDutyList *self,
             CharterRef             decision)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, decision,
                                                      CHARTER_KIND ("decision-proposed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (charter_scene_member (self->scene, fact, "replaces") == decision
        && charter_decide_state (self->scene, decision, self->at, NULL, NULL)
           == CHARTER_DECISION_STATE_SUPERSEDED)
      return charter_decide_closing (self->scene, fact->makes, self->at);
  return NULL;
}

static const char *
clause_of (const CharterDutyList *self,
           const CharterFact     *proposed)
{
  const CharterRuleData *rule = charter_decide_rule (self->scene, proposed->makes, self->at);

  return rule != NULL ? rule->clause : NULL;
}

/* @closed: the closing that stands of the decision, or of the bundle it is decided with. */
static void
add_review (CharterDutyList   *self,
            const CharterFact *closed,
            CharterRef         decision)
{
  const CharterFact *proposed = charter_scene_maker (self->scene, decision);
  CharterDuty duty = {
    .what = "review",
    .due_at = CHARTER_INSTANT_NONE,
    .because = closed,
    .about = decision,
    .detail = charter_scene_name (self->scene, decision),
  };

  if (charter_decide_closing (self->scene, decision, self->at) != closed)
    return;
  duty.due = charter_decide_review (self->scene, decision, self->at);
  if (duty.due == CHARTER_DATE_NONE)
    return;
  duty.clause = clause_of (self, proposed);
  charter_duty_settle (self, &duty, charter_last_instant (self->scene, duty.due),
                       review_of (self, closed, decision), replaced_by (self, decision));
  g_array_append_val (self->out, duty);
}

static void
add_closed (CharterDutyList   *self,
            const CharterFact *closed)
{
  CharterRef decision = charter_scene_member (self->scene, closed, "decision");
  const CharterFact *proposed = charter_scene_maker (self->scene, decision);
  const CharterNode *bundle = charter_node_member (charter_scene_data (self->scene, proposed),
                                                   "bundle");

  if (bundle == NULL)
    {
      add_review (self, closed, decision);
      return;
    }
  for (const CharterNode *name = charter_node_first (bundle); name != NULL;
       name = charter_node_next (bundle, name))
    add_review (self, closed, charter_scene_find (self->scene, name->string));
}

void
charter_duties_of_decisions (CharterDutyList *self)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, 0,
                                                      CHARTER_KIND ("decision-closed"));
       fact != NULL && self->out->len <= CHARTER_DUTIES_MAX;
       fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at)
      add_closed (self, fact);
}
