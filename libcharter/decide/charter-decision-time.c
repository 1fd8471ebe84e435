/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

/* The times of a decision and the state that follows from them.  States are never stored:
 * they are worked out from entries and the instant asked about. */

#define LATE_STEPS_MAX 256   /* more ballots than this in the window are searched by halves */

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
  charter_item_times (scene, self->opened, self->rule, &self->opens, &self->closes);
  if (self->closes != CHARTER_INSTANT_NONE)
    self->closes = charter_late_quorum (self, scene, decision, self->closes, at);
  else if (self->opened != NULL && self->closed != NULL)
    self->closes = self->closed->at;
}

/* States */

/* Replaced by another decision that is recorded as carried, or has taken effect. */
static gboolean
is_superseded (const CharterScene *scene,
               CharterRef          decision,
               gint64              at)
{
  CharterCursor cursor;

  for (const CharterFact *fact =
         charter_cursor_last (&cursor, scene, decision, CHARTER_KIND ("decision-proposed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      const CharterFact *closed;

      if (charter_scene_member (scene, fact, "replaces") != decision)
        continue;
      if (newest (scene, fact->makes, CHARTER_KIND ("decision-enacted"), 0, at) != NULL)
        return TRUE;
      closed = charter_decide_closing (scene, fact->makes, at);
      if (closed != NULL
          && g_strcmp0 (charter_scene_string (scene, closed, "result"), "carried") == 0)
        return TRUE;
    }

  return FALSE;
}

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

/* Discussion, then reflection, which lasts until voting opens; a rule with neither leaves a
 * decision proposed. */
static CharterDecisionState
state_before_opening (const CharterTimeline *self,
                      const CharterScene    *scene,
                      gint64                 at)
{
  const CharterFact *reopened = charter_scene_fact (scene, self->since);
  gint64 start = reopened != NULL ? reopened->at : self->proposed->at;
  gint64 discussed, reflected;

  if (self->rule == NULL)
    return CHARTER_DECISION_STATE_PROPOSED;
  discussed = add_period (self, scene, self->rule->times.has_discussion,
                          &self->rule->times.discussion, start);
  reflected = add_period (self, scene, self->rule->times.has_reflection,
                          &self->rule->times.reflection, discussed);
  if (reflected == start)
    return CHARTER_DECISION_STATE_PROPOSED;

  return at < discussed ? CHARTER_DECISION_STATE_DISCUSSION : CHARTER_DECISION_STATE_REFLECTION;
}

/* The standstill begins with the closing of a decision that is recorded as carried. */
static gboolean
is_in_standstill (const CharterTimeline *self,
                  const CharterScene    *scene,
                  gint64                 at)
{
  if (self->closed == NULL || self->rule == NULL || !self->rule->times.has_standstill
      || g_strcmp0 (charter_scene_string (scene, self->closed, "result"), "carried") != 0)
    return FALSE;

  return at < add_period (self, scene, TRUE, &self->rule->times.standstill, self->closes);
}

CharterDecisionState
charter_timeline_state (const CharterTimeline *self,
                        const CharterScene    *scene,
                        CharterRef             decision,
                        gint64                 at)
{
  if (self->withdrawn != NULL)
    return CHARTER_DECISION_STATE_WITHDRAWN;
  if (is_superseded (scene, decision, at))
    return CHARTER_DECISION_STATE_SUPERSEDED;
  if (self->opened == NULL)
    return state_before_opening (self, scene, at);
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

/* A quorum that is reached late moves the closing, once */

static gboolean
is_quorate_at (const CharterTimeline *self,
               const CharterScene    *scene,
               CharterRef             decision,
               gint64                 at)
{
  gint64 electorate_at = self->rule->as_at == CHARTER_AS_AT_OPENING ? self->opens : at;
  CharterElectorateData electorate;
  CharterQuorumResult quorum;
  CharterTally tally;
  gboolean holds;

  charter_permit_electorate (scene, decision, self->charter, self->rule, electorate_at,
                             &electorate);
  charter_tally_init (&tally, scene, decision, self->charter, self->rule, &electorate,
                      electorate_at, self->opens, CHARTER_INSTANT_NONE, at, self->since, FALSE);
  charter_tally_quorum (&tally, &quorum);
  holds = quorum.holds;
  charter_quorum_result_clear (&quorum);
  charter_tally_clear (&tally);
  charter_electorate_clear (&electorate);

  return holds;
}

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* The instants at which ballots were cast after @from and before @closes, by @at, in order. */
static GArray *
ballot_instants (const CharterTimeline *self,
                 const CharterScene    *scene,
                 CharterRef             decision,
                 gint64                 from,
                 gint64                 closes,
                 gint64                 at)
{
  GArray *instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  CharterCursor cursor;

  for (const CharterFact *fact =
         charter_cursor_last (&cursor, scene, decision, CHARTER_KIND ("ballot-cast"));
       fact != NULL && fact->seq > self->since; fact = charter_cursor_previous (&cursor))
    if (fact->at > from && fact->at <= at
        && charter_item_is_open (self->rule, self->opens, closes, fact->at))
      g_array_append_val (instants, fact->at);
  g_array_sort (instants, compare_instants);

  return instants;
}

/* The first of the instants at which the quorum is there; NONE if it is at none. */
static gint64
first_quorate (const CharterTimeline *self,
               const CharterScene    *scene,
               CharterRef             decision,
               GArray                *instants)
{
  guint low = 0, high = instants->len;

  while (high - low > LATE_STEPS_MAX)
    {
      guint middle = low + (high - low) / 2;

      if (is_quorate_at (self, scene, decision, g_array_index (instants, gint64, middle)))
        high = middle + 1;
      else
        low = middle + 1;
    }
  for (guint i = low; i < high; i++)
    if (is_quorate_at (self, scene, decision, g_array_index (instants, gint64, i)))
      return g_array_index (instants, gint64, i);

  return CHARTER_INSTANT_NONE;
}

/* A quorum counts as reached late where it was not there when the extension's length was
 * left, and a ballot after that reaches it: voting then goes on for that length from that
 * ballot, once. */
gint64
charter_late_quorum (const CharterTimeline *self,
                     const CharterScene    *scene,
                     CharterRef             decision,
                     gint64                 closes,
                     gint64                 at)
{
  const CharterRuleTimes *times = self->rule != NULL ? &self->rule->times : NULL;
  g_autoptr(GArray) instants = NULL;
  gint64 from, reached;

  if (times == NULL || !times->has_late_quorum || charter_period_is_zero (&times->late_quorum)
      || !self->rule->quorum.given || self->rule->beyond != NULL)
    return closes;
  from = charter_period_subtract_from_instant (
    &times->late_quorum, closes, charter_scene_zone (scene), &self->charter->calendar);
  if (at <= from || is_quorate_at (self, scene, decision, MAX (from, self->opens)))
    return closes;
  instants = ballot_instants (self, scene, decision, from, closes, at);
  reached = first_quorate (self, scene, decision, instants);
  if (reached == CHARTER_INSTANT_NONE)
    return closes;

  return MAX (closes,
              charter_period_add_to_instant (&times->late_quorum, reached,
                                             charter_scene_zone (scene), &self->charter->calendar));
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
  charter_permit_may_timed (scene, person, act, subject, at, timeline.opens, timeline.closes, out);
}
