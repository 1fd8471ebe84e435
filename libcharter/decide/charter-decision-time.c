/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-work-private.h"

#include <string.h>

/* The times of a decision and the state that follows from them.  States are never stored:
 * they are worked out from entries and the instant asked about. */

/* The newest entry of a kind on the decision that had happened by @at, after @since. */
static const CharterFact *
newest (const CharterScene *scene,
        CharterRef          decision,
        guint16             kind,
        guint32             since,
        gint64              at)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, decision, kind);
       fact != NULL && fact->seq > since; fact = charter_cursor_previous (&cursor))
    if (fact->at <= at && charter_scene_member (scene, fact, "decision") == decision)
      return fact;

  return NULL;
}

static void
close_early (CharterTimeline    *self,
             const CharterScene *scene,
             CharterRef          decision,
             gint64              at)
{
  gint64 early = charter_early_closing (self, scene, decision, self->closes, at);

  if (early == CHARTER_INSTANT_NONE)
    return;
  self->closes = early;
  self->early = TRUE;
}

/* What was recorded is final: when voting closed is what was known then, of what had happened
 * then. */
static void
read_closing (CharterTimeline    *self,
              const CharterScene *scene,
              CharterRef          decision,
              gint64              at)
{
  CharterScene then = *scene;

  if (self->closed != NULL)
    {
      then.known = self->closed->seq - 1;
      at = MIN (at, self->closed->at);
    }
  charter_item_times (&then, self->opened, self->rule, &self->opens, &self->closes);
  self->stated = self->closes;
  if (self->closes != CHARTER_INSTANT_NONE)
    self->closes = charter_late_quorum (self, &then, decision, self->closes, at);
  close_early (self, &then, decision, at);
}

void
charter_timeline_init (CharterTimeline    *self,
                       const CharterScene *scene,
                       CharterRef          decision,
                       gint64              at)
{
  *self = (CharterTimeline) { .opens = CHARTER_INSTANT_NONE, .closes = CHARTER_INSTANT_NONE };
  self->proposed = charter_scene_maker (scene, decision);
  self->charter = charter_scene_charter_of (scene, decision, at);
  if (self->charter != NULL)
    self->rule = charter_item_rule (scene, self->proposed, self->charter, at);
  self->opened = charter_item_opened (scene, decision, at, &self->since);
  self->withdrawn = newest (scene, decision, CHARTER_KIND ("decision-withdrawn"), self->since, at);
  self->closed = newest (scene, decision, CHARTER_KIND ("decision-closed"), self->since, at);
  read_closing (self, scene, decision, at);
  if (self->opened != NULL && self->closed != NULL
      && (self->closes == CHARTER_INSTANT_NONE || self->closes > self->closed->at))
    self->closes = self->closed->at;
}

gint64
charter_timeline_count_end (const CharterTimeline *self)
{
  return self->early && !self->rule->closes_inclusive ? self->closes + 1 : self->closes;
}

gint64
charter_timeline_put_until (const CharterTimeline *self,
                            gint64                 at)
{
  return self->early && self->rule->closes_inclusive && at == self->closes ? self->closes - 1
                                                                           : self->closes;
}

/* Before voting: admission, discussion, reflection */

static gint64
add_period (const CharterTimeline *self,
            const CharterScene    *scene,
            gboolean               given,
            const CharterPeriod   *period,
            gint64                 from)
{
  return given ? charter_period_add_to_instant (period, from, charter_scene_zone (scene),
                                                &self->charter->calendar)
               : from;
}

/* What is discussed anew once it was amended. */
static gint64
last_amended (const CharterTimeline *self,
              const CharterScene    *scene,
              CharterRef             decision,
              gint64                 at)
{
  static const char *const members[] = { "text", "options", "rule", "adopts" };
  gint64 last = CHARTER_INSTANT_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const CharterFact *fact = charter_item_amended (scene, decision, members[i], at);

      if (fact != NULL && fact->seq > self->since)
        last = MAX (last, fact->at);
    }

  return last;
}

static void
read_admission (CharterTimeline    *self,
                const CharterScene *scene,
                CharterRef          decision,
                gint64              at)
{
  self->start = self->proposed->at;
  self->admission = (CharterAdmission) { .until = CHARTER_INSTANT_NONE,
                                         .met = CHARTER_INSTANT_NONE };
  if (self->since != 0)
    {
      self->start = charter_scene_fact (scene, self->since)->at;
      return;
    }
  if (self->rule == NULL || !self->rule->admission.given)
    return;
  charter_admission_read (self, scene, decision,
                          self->opened != NULL ? MIN (at, self->opened->at) : at,
                          &self->admission);
  self->start = self->admission.met;
}

void
charter_timeline_read_start (CharterTimeline    *self,
                             const CharterScene *scene,
                             CharterRef          decision,
                             gint64              at)
{
  gint64 amended = last_amended (self, scene, decision, at);

  read_admission (self, scene, decision, at);
  self->discussed = self->reflected = CHARTER_INSTANT_NONE;
  if (self->start == CHARTER_INSTANT_NONE)
    return;
  if (amended != CHARTER_INSTANT_NONE)
    self->start = MAX (self->start, amended);
  if (self->rule == NULL)
    return;
  self->discussed = add_period (self, scene, self->rule->times.has_discussion,
                                &self->rule->times.discussion, self->start);
  self->reflected = add_period (self, scene, self->rule->times.has_reflection,
                                &self->rule->times.reflection, self->discussed);
}

/* Discussion, then reflection, which lasts until voting opens; a rule with neither leaves a
 * decision proposed. */
static CharterDecisionState
state_before_opening (const CharterTimeline *timeline,
                      const CharterScene    *scene,
                      CharterRef             decision,
                      gint64                 at)
{
  CharterTimeline self = *timeline;

  charter_timeline_read_start (&self, scene, decision, at);
  if (self.start == CHARTER_INSTANT_NONE)
    return self.admission.until != CHARTER_INSTANT_NONE && at > self.admission.until
             ? CHARTER_DECISION_STATE_LAPSED
             : CHARTER_DECISION_STATE_PROPOSED;
  if (self.rule == NULL || self.reflected == self.start)
    return CHARTER_DECISION_STATE_PROPOSED;

  return at < self.discussed ? CHARTER_DECISION_STATE_DISCUSSION
                             : CHARTER_DECISION_STATE_REFLECTION;
}

/* After it */

static gboolean
is_recorded_carried (const CharterTimeline *self,
                     const CharterScene    *scene)
{
  return self->closed != NULL && self->rule != NULL
         && g_strcmp0 (charter_scene_string (scene, self->closed, "result"), "carried") == 0;
}

static gint64
standstill_from_closing (const CharterTimeline *self,
                         const CharterScene    *scene)
{
  if (self->rule == NULL || self->closes == CHARTER_INSTANT_NONE
      || !self->rule->times.has_standstill
      || charter_period_is_zero (&self->rule->times.standstill))
    return CHARTER_INSTANT_NONE;

  return add_period (self, scene, TRUE, &self->rule->times.standstill, self->closes);
}

gint64
charter_timeline_standstill (const CharterTimeline *self,
                             const CharterScene    *scene)
{
  return is_recorded_carried (self, scene) ? standstill_from_closing (self, scene)
                                           : CHARTER_INSTANT_NONE;
}

/* The earlier of what the proposal and the rule say. */
gint32
charter_timeline_review (const CharterTimeline *self,
                         const CharterScene    *scene,
                         const CharterFact     *proposed)
{
  gint32 by, on = CHARTER_DATE_NONE;

  if (!is_recorded_carried (self, scene))
    return CHARTER_DATE_NONE;
  by = charter_scene_date (scene, proposed, "review-by");
  if (self->rule->times.has_review)
    on = charter_scene_date_of (scene,
                                add_period (self, scene, TRUE, &self->rule->times.review,
                                            self->closes));
  if (by == CHARTER_DATE_NONE || on == CHARTER_DATE_NONE)
    return by != CHARTER_DATE_NONE ? by : on;

  return MIN (by, on);
}

static gboolean
is_in_standstill (const CharterTimeline *self,
                  const CharterScene    *scene,
                  gint64                 at)
{
  gint64 until = charter_timeline_standstill (self, scene);

  return until != CHARTER_INSTANT_NONE && at < until;
}

/* The entry by which another decision that replaces one is recorded as carried, or has taken effect,
 * and was not taken up again; NULL. */
static const CharterFact *
replaced_by (const CharterScene *scene,
             CharterRef          decision,
             gint64              at)
{
  const CharterFact *closed = charter_decide_closing (scene, decision, at);
  guint32 since;

  if (closed != NULL
      && g_strcmp0 (charter_scene_string (scene, closed, "result"), "carried") == 0)
    return closed;
  charter_item_opened (scene, decision, at, &since);

  return newest (scene, decision, CHARTER_KIND ("decision-enacted"), since, at);
}

const CharterFact *
charter_decide_superseding (const CharterScene *scene,
                            CharterRef          decision,
                            gint64              at,
                            CharterRef         *by)
{
  CharterCursor cursor;

  for (const CharterFact *fact =
         charter_cursor_last (&cursor, scene, decision, CHARTER_KIND ("decision-proposed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      const CharterFact *effect = NULL;

      if (fact->makes != decision && charter_scene_member (scene, fact, "replaces") == decision)
        effect = replaced_by (scene, fact->makes, at);
      if (effect == NULL)
        continue;
      *by = fact->makes;
      return effect;
    }

  return NULL;
}

/* States */

CharterDecisionState
charter_timeline_state (const CharterTimeline *self,
                        const CharterScene    *scene,
                        CharterRef             decision,
                        gint64                 at)
{
  CharterRef by;

  if (self->withdrawn != NULL)
    return CHARTER_DECISION_STATE_WITHDRAWN;
  if (charter_decide_superseding (scene, decision, at, &by) != NULL)
    return CHARTER_DECISION_STATE_SUPERSEDED;
  if (self->opened == NULL)
    return state_before_opening (self, scene, decision, at);
  if (self->closes == CHARTER_INSTANT_NONE || at < self->closes)
    return CHARTER_DECISION_STATE_OPEN;
  if (newest (scene, decision, CHARTER_KIND ("decision-enacted"), self->since, at) != NULL)
    return CHARTER_DECISION_STATE_ENACTED;
  if (is_in_standstill (self, scene, at))
    return CHARTER_DECISION_STATE_STANDSTILL;
  if (newest (scene, decision, CHARTER_KIND ("decision-published"), self->since, at) != NULL)
    return CHARTER_DECISION_STATE_PUBLISHED;

  return CHARTER_DECISION_STATE_CLOSED;
}

gint64
charter_timeline_item_time (const CharterTimeline *self,
                            gint64                 at)
{
  if (self->rule != NULL && self->rule->as_at == CHARTER_AS_AT_OPENING
      && self->opens != CHARTER_INSTANT_NONE)
    return MIN (at, self->opens);

  return self->closes != CHARTER_INSTANT_NONE ? MIN (at, self->closes) : at;
}

/* For others */

CharterDecisionState
charter_decide_state (const CharterScene *scene,
                      CharterRef          decision,
                      gint64              at,
                      gint64             *opens,
                      gint64             *closes)
{
  CharterRef bundle = charter_decide_bundle (scene, decision, at);
  CharterTimeline timeline;

  charter_timeline_init (&timeline, scene, bundle != 0 ? bundle : decision, at);
  if (opens != NULL)
    *opens = timeline.opens;
  if (closes != NULL)
    *closes = timeline.closes;

  return bundle != 0 ? charter_bundled_state (scene, decision, bundle, &timeline, at)
                     : charter_timeline_state (&timeline, scene, decision, at);
}

gint64
charter_decide_ballots_until (const CharterScene *scene,
                              CharterRef          decision,
                              gint64              at)
{
  CharterTimeline timeline;

  charter_timeline_init (&timeline, scene, decision, at);

  return charter_timeline_put_until (&timeline, at);
}

gint64
charter_decide_earliest (const CharterScene *scene,
                         CharterRef          decision,
                         gint64              at,
                         CharterAdmission   *admission)
{
  CharterTimeline timeline;

  charter_timeline_init (&timeline, scene, decision, at);
  charter_timeline_read_start (&timeline, scene, decision, at);
  *admission = timeline.admission;

  return timeline.rule != NULL ? timeline.reflected : timeline.start;
}

/* The times of a decision, or of the bundle with which it is decided. */
static void
timeline_of (const CharterScene *scene,
             CharterRef          decision,
             gint64              at,
             CharterTimeline    *out)
{
  CharterRef bundle = charter_decide_bundle (scene, decision, at);

  charter_timeline_init (out, scene, bundle != 0 ? bundle : decision, at);
}

const CharterRuleData *
charter_decide_rule (const CharterScene *scene,
                     CharterRef          decision,
                     gint64              at)
{
  CharterTimeline timeline;

  timeline_of (scene, decision, at, &timeline);

  return timeline.rule;
}

gint64
charter_decide_rests_from (const CharterScene *scene,
                           CharterRef          decision,
                           gint64              at)
{
  CharterTimeline timeline;

  timeline_of (scene, decision, at, &timeline);

  return standstill_from_closing (&timeline, scene);
}

gint32
charter_decide_review (const CharterScene *scene,
                       CharterRef          decision,
                       gint64              at)
{
  CharterTimeline timeline;

  timeline_of (scene, decision, at, &timeline);

  return charter_timeline_review (&timeline, scene, charter_scene_maker (scene, decision));
}

gint64
charter_decide_item_time (const CharterScene *scene,
                          CharterRef          decision,
                          gint64              at)
{
  CharterRef bundle = charter_decide_bundle (scene, decision, at);
  CharterTimeline timeline;

  charter_timeline_init (&timeline, scene, bundle != 0 ? bundle : decision, at);

  return charter_timeline_item_time (&timeline, at);
}

/* Who votes on a decision of a bundle votes on the bundle. */
static CharterRef
voted_on (const CharterScene *scene,
          const char         *act,
          CharterRef          decision,
          gint64              at)
{
  CharterRef bundle = 0;

  if (strcmp (act, "vote") == 0 || strcmp (act, "be-counted") == 0)
    bundle = charter_decide_bundle (scene, decision, at);

  return bundle != 0 ? bundle : decision;
}

void
charter_decide_may (const CharterScene *scene,
                    CharterRef          person,
                    const char         *act,
                    CharterRef          subject,
                    gint64              at,
                    CharterJudgement   *out)
{
  CharterTimeline timeline;

  if (subject == 0
      || charter_scene_maker_kind (scene, subject) != CHARTER_KIND ("decision-proposed"))
    {
      charter_permit_may (scene, person, act, subject, at, out);
      return;
    }
  subject = voted_on (scene, act, subject, at);
  charter_timeline_init (&timeline, scene, subject, at);
  charter_permit_may_timed (scene, person, act, subject, at, timeline.opens,
                            charter_timeline_put_until (&timeline, at), out);
}
