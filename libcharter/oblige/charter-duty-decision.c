/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-oblige-private.h"

#include "decide/charter-decide-private.h"

/* `review`: a decision that was carried is looked at again on the day that its rule or its
 * proposal says.  A review held `of` it meets that; taken up again or superseded, it falls away. */

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

static void
add_review (CharterDutyList   *self,
            const CharterFact *proposed)
{
  const CharterFact *closed = charter_decide_closing (self->scene, proposed->makes, self->at);
  CharterDuty duty = {
    .what = "review",
    .due_at = CHARTER_INSTANT_NONE,
    .because = closed,
    .about = proposed->makes,
    .detail = charter_scene_name (self->scene, proposed->makes),
  };

  if (closed == NULL)
    return;
  duty.due = charter_decide_review (self->scene, proposed->makes, self->at);
  if (duty.due == CHARTER_DATE_NONE)
    return;
  duty.clause = clause_of (self, proposed);
  charter_duty_settle (self, &duty, charter_last_instant (self->scene, duty.due),
                       review_of (self, closed, proposed->makes),
                       replaced_by (self, proposed->makes));
  g_array_append_val (self->out, duty);
}

void
charter_duties_of_decisions (CharterDutyList *self)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, 0,
                                                      CHARTER_KIND ("decision-proposed"));
       fact != NULL && self->out->len <= CHARTER_DUTIES_MAX;
       fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at)
      add_review (self, fact);
}
