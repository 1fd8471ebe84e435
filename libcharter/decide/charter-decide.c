/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-work-private.h"
#include "decide/charter-choosing-private.h"

#include <string.h>

/* One decision at one instant: the count, the result, ties, remedies, and what was recorded
 * for good. */

void
charter_decided_free (CharterDecided *self)
{
  charter_electorate_clear (&self->electorate);
  charter_quorum_result_clear (&self->quorum);
  g_clear_pointer (&self->choosing, charter_choosing_free);
  g_clear_pointer (&self->tie_break, charter_choosing_free);
  g_clear_pointer (&self->tests, g_array_unref);
  g_clear_pointer (&self->barred, g_array_unref);
  g_clear_pointer (&self->arena, charter_arena_unref);
  g_clear_pointer (&self->flagged, g_array_unref);
  g_clear_pointer (&self->flagged_arena, charter_arena_unref);
  g_clear_pointer (&self->remedies, g_ptr_array_unref);
  g_clear_pointer (&self->delegations, g_array_unref);
  g_clear_pointer (&self->dissent, g_array_unref);
  g_clear_pointer (&self->bundle, g_array_unref);
  g_free (self->cannot);
  g_free (self->margin_change);
  g_free (self->margin_because);
  g_free (self->mode);
  g_clear_pointer (&self->reasons, charter_reasons_unref);
  g_free (self);
}

static void
take_times (CharterDecided        *self,
            const CharterTimeline *timeline)
{
  CharterTimeline times = *timeline;

  charter_timeline_read_start (&times, &self->scene, self->decision, self->at);
  self->admission = times.admission;
  self->discussed = times.discussed;
  self->reflected = times.reflected;
  self->early = times.early;
  self->standstill = charter_timeline_standstill (&times, &self->scene);
  self->review = charter_timeline_review (&times, &self->scene, self->proposed);
}

static CharterDecided *
decided_new (const CharterScene    *scene,
             CharterRef             decision,
             gint64                 at,
             const CharterTimeline *timeline)
{
  CharterDecided *self = g_new0 (CharterDecided, 1);

  self->scene = *scene;
  self->at = at;
  self->decision = decision;
  self->proposed = timeline->proposed;
  self->charter = timeline->charter;
  self->rule = timeline->rule;
  self->opens = timeline->opens;
  self->closes = timeline->closes;
  self->opened = timeline->opened;
  self->closed = timeline->closed;
  take_times (self, timeline);
  self->result = self->recount = CHARTER_RESULT_PENDING;
  self->tests = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));
  self->barred = g_array_new (FALSE, FALSE, sizeof (CharterBarredBallot));
  self->remedies = g_ptr_array_new ();
  self->delegations = g_array_new (FALSE, FALSE, sizeof (CharterDelegationData));
  self->dissent = g_array_new (FALSE, FALSE, sizeof (CharterDissentData));
  self->reasons = charter_reasons_new ();

  return self;
}

/* Ties */

static gboolean
chain_has (const CharterRuleData *rule,
           const char            *word)
{
  return rule->ties != NULL && charter_node_has_string (rule->ties, word);
}

/* The first casting vote that had been given by @at. */
static const CharterFact *
casting_vote (const CharterDecided *self,
              guint32               since)
{
  const CharterFact *first = NULL;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, &self->scene, self->decision,
                                                      CHARTER_KIND ("casting-vote-given"));
       fact != NULL && fact->seq > since; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at)
      first = fact;

  return first;
}

static gboolean
is_in_favour (const CharterDecided *self,
              const CharterFact    *casting)
{
  return casting != NULL
         && g_strcmp0 (charter_scene_string (&self->scene, casting, "choice"), "for") == 0;
}

static CharterResult
settle_tie (CharterDecided *self,
            guint32         since)
{
  if (!chain_has (self->rule, "casting-vote"))
    {
      self->tie = TRUE;
      return CHARTER_RESULT_NOT_CARRIED;
    }
  self->casting = casting_vote (self, since);
  if (self->casting == NULL)
    return CHARTER_RESULT_TIED;

  return is_in_favour (self, self->casting) ? CHARTER_RESULT_CARRIED : CHARTER_RESULT_NOT_CARRIED;
}

/* Result */

static CharterResult
work_out_result (CharterDecided *self,
                 CharterTally   *tally,
                 gboolean        tests_hold)
{
  if (tally->overflow || tally->awaits || tally->unread || tally->no_base
      || self->electorate.indeterminate)
    return CHARTER_RESULT_INDETERMINATE;
  if (!self->quorate)
    return CHARTER_RESULT_NO_QUORUM;
  if (charter_tally_blocked (tally, self->tests))
    return CHARTER_RESULT_BLOCKED;
  if (!charter_tally_wanted (tally))
    return self->rule->method != CHARTER_METHOD_CONSENSUS
               && tally->assent == CHARTER_ASSENT_UNKNOWN
             ? CHARTER_RESULT_INDETERMINATE : CHARTER_RESULT_NOT_CARRIED;
  if (tests_hold)
    return CHARTER_RESULT_CARRIED;
  if (!charter_tally_is_tie (tally))
    return CHARTER_RESULT_NOT_CARRIED;

  return charter_tie_break_is_asked (self->rule) ? charter_decided_break_tie (self, tally)
                                                 : settle_tie (self, tally->since);
}

/* Is it a bar that keeps the unit from being counted, or that keeps its delegate from casting
 * for it? */
static gboolean
is_lost_to_a_bar (const CharterDecided  *self,
                  const CharterUnitVote *row)
{
  for (guint i = 0; i < self->electorate.excluded->len; i++)
    {
      const CharterExclusionData *e = &g_array_index (self->electorate.excluded,
                                                      CharterExclusionData, i);

      if (e->who == row->unit && e->shown & CHARTER_FROM_UNITS && charter_exclusion_is_bar (e))
        return TRUE;
    }
  for (guint i = 0; row->vote == CHARTER_VOTE_SILENT && i < self->electorate.delegations->len; i++)
    {
      const CharterDelegationData *d = &g_array_index (self->electorate.delegations,
                                                       CharterDelegationData, i);

      if (d->unit == row->unit && d->ground != NULL && charter_ground_is_bar (d->ground))
        return TRUE;
    }

  return FALSE;
}

/* Weights of units that could be counted but for a bar. */
static gint64
barred_weight (const CharterDecided *self,
               CharterTally         *tally)
{
  gint64 sum = 0;

  for (guint i = 0; i < tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (tally->rows, CharterUnitVote, i);

      if (is_lost_to_a_bar (self, row)
          && __builtin_add_overflow (sum, self->rule->quorum.by_heads ? 1 : row->weight, &sum))
        return G_MAXINT64;
    }

  return sum;
}

static gboolean
bars_cost_the_quorum (const CharterDecided *self,
                      CharterTally         *tally)
{
  gint64 barred = barred_weight (self, tally), with_them;

  if (self->result != CHARTER_RESULT_NO_QUORUM || barred == 0)
    return FALSE;

  return __builtin_add_overflow (self->quorum.counted, barred, &with_them)
         || with_them >= self->quorum.needed;
}

static gboolean
has_voters (const CharterTally *tally)
{
  for (guint i = 0; i < tally->rows->len; i++)
    if (g_array_index (tally->rows, CharterUnitVote, i).votes)
      return TRUE;

  return FALSE;
}

static gboolean
is_nobody_left (const CharterTally *tally)
{
  return tally->anyone_barred && !has_voters (tally);
}

/* Where one office decides, it is a quorum of one: vacant, or its holder barred with nobody in
 * the holder's place, nothing can be decided. */
static gboolean
is_vacant (const CharterTally *tally)
{
  return tally->item.rule->method == CHARTER_METHOD_ROLE_HOLDER && !has_voters (tally);
}

/* Where it is the exclusions that cost the quorum, or leave nobody to vote, the charter's ways
 * on. */
static void
add_remedies (CharterDecided *self,
              CharterTally   *tally)
{
  const CharterNode *remedies = self->charter->conflicts.remedies;

  self->nobody_left = is_nobody_left (tally) && self->result != CHARTER_RESULT_INDETERMINATE;
  if (remedies == NULL || (!self->nobody_left && !bars_cost_the_quorum (self, tally)))
    return;
  for (const CharterNode *r = charter_node_first (remedies); r != NULL;
       r = charter_node_next (remedies, r))
    g_ptr_array_add (self->remedies, (gpointer) r);
}

static gboolean
is_closed (const CharterDecided *self)
{
  return self->closes != CHARTER_INSTANT_NONE && self->at >= self->closes;
}

/* Which change turns a secret vote shows whose ballot it is, where ballots do not all bear
 * alike. */
gboolean
charter_decided_margin_tells (const CharterDecided *self,
                              const CharterTally   *tally)
{
  return self->rule->secret && (tally->coupled || self->rule->quorum.n_requires > 0);
}

/* A casting vote that was given stands, whatever others had cast, and so does that things stay as
 * they are.  The ballot of whoever chairs is one that could have been cast otherwise, and other
 * ballots draw another lot: what comes of a tie is not sure then. */
static void
find_margin (CharterDecided *self,
             CharterTally   *tally)
{
  gboolean asked = charter_tie_break_is_asked (self->rule), casts;
  const char *settles = charter_tie_break_settles (self->rule);

  if (self->result == CHARTER_RESULT_INDETERMINATE || self->result == CHARTER_RESULT_TIED
      || charter_decided_margin_tells (self, tally))
    return;
  casts = asked ? strcmp (settles, "casting-vote") == 0 : chain_has (self->rule, "casting-vote");
  tally->tie_carries = casts && is_in_favour (self, casting_vote (self, tally->since));
  tally->tie_unsure = asked && (strcmp (settles, "lot") == 0
                                || strcmp (settles, "role-ranking") == 0);
  charter_tally_margin (tally, self->result == CHARTER_RESULT_CARRIED, self);
}

/* Sums that do not fit are no counts: none is told. */
static void
drop_counts (CharterDecided *self)
{
  self->counts = (CharterCounts) { 0 };
  g_array_set_size (self->tests, 0);
  self->quorate = FALSE;
  self->counted = FALSE;
}

static void
take_count (CharterDecided *self,
            CharterTally   *tally)
{
  gboolean tests_hold;

  charter_tally_counts (tally, &self->counts);
  charter_tally_quorum (tally, &self->quorum);
  tests_hold = charter_tally_tests (tally, self->tests);
  self->quorate = self->quorum.holds && !is_vacant (tally);
  charter_decided_read_dissent (self, tally);
  self->counted = TRUE;
  if (tally->papers != NULL)
    charter_decided_choose (self, tally);
  if (tally->overflow)
    drop_counts (self);
  if (!is_closed (self))
    return;
  self->result = tally->papers != NULL ? charter_choosing_result (self, tally, tests_hold)
                                       : work_out_result (self, tally, tests_hold);
  add_remedies (self, tally);
  if (tally->papers != NULL)
    {
      charter_choosing_margin (self, tally);
      return;
    }
  find_margin (self, tally);
}

/* What was recorded comes first where counting again would say something else, or nothing. */
static void
explain (CharterDecided        *self,
         const CharterTimeline *timeline,
         CharterTally          *tally)
{
  const gboolean sealed = self->turnout_only;
  gboolean leads;

  if (self->recorded == NULL)
    {
      charter_decided_explain (self, timeline, tally);
      return;
    }
  self->disputed = charter_decided_is_disputed (self);
  leads = self->disputed || sealed;
  if (leads)
    charter_decided_explain_record (self);
  if (sealed)
    charter_decided_explain_exclusions (self, tally);
  else
    charter_decided_explain (self, timeline, tally);
  if (!leads)
    charter_decided_explain_record (self);
}

static void
count (CharterDecided        *self,
       const CharterTimeline *timeline,
       gboolean               open_sealed)
{
  CharterTally tally;

  charter_tally_init (&tally, &self->scene, self->decision, self->charter, self->rule,
                      &self->electorate, charter_timeline_item_time (timeline, self->at),
                      self->opens, charter_timeline_count_end (timeline), self->at,
                      timeline->since, open_sealed);
  g_array_append_vals (self->barred, tally.barred->data, tally.barred->len);
  charter_tally_delegations (&tally, self->delegations);
  self->proxied = charter_tally_any_through (&tally);
  self->paired = charter_tally_any_paired (&tally);
  self->uneven = charter_tally_is_uneven (&tally);
  self->turnout = charter_tally_turnout (&tally);
  self->turnout_only = self->rule->secret && !open_sealed;
  if (!self->turnout_only)
    take_count (self, &tally);
  explain (self, timeline, &tally);
  self->arena = charter_arena_ref (charter_web_get_arena (tally.item.web));
  charter_tally_clear (&tally);
}

static void
cannot_express (CharterDecided        *self,
                const CharterTimeline *timeline,
                char                  *place)
{
  self->cannot = place;
  self->result = CHARTER_RESULT_CANNOT_EXPRESS;
  explain (self, timeline, NULL);
}

static void
evaluate (CharterDecided        *self,
          const CharterTimeline *timeline,
          gboolean               open_sealed)
{
  char *beyond;

  if (self->rule == NULL)
    {
      self->result = CHARTER_RESULT_INDETERMINATE;
      explain (self, timeline, NULL);
      return;
    }
  beyond = charter_rule_beyond (self->charter, self->rule);
  if (beyond != NULL)
    {
      cannot_express (self, timeline, beyond);
      return;
    }
  self->mode = charter_rule_mode (self->rule);
  charter_permit_electorate (&self->scene, self->decision, self->charter, self->rule,
                             charter_timeline_item_time (timeline, self->at), &self->electorate);
  if (self->opened != NULL && timeline->withdrawn == NULL)
    {
      count (self, timeline, open_sealed);
      return;
    }
  g_array_append_vals (self->delegations, self->electorate.delegations->data,
                       self->electorate.delegations->len);
  explain (self, timeline, NULL);
}

CharterDecided *
charter_decided_work_out (const CharterScene *scene,
                          CharterRef          decision,
                          gint64              at,
                          gint64              closing,
                          gboolean            open_sealed)
{
  CharterTimeline timeline;
  CharterDecided *self;

  charter_timeline_init (&timeline, scene, decision, at);
  if (timeline.closes == CHARTER_INSTANT_NONE && timeline.opened != NULL)
    timeline.closes = closing;
  self = decided_new (scene, decision, at, &timeline);
  if (!open_sealed && self->closed != NULL)
    self->recorded = charter_scene_data (scene, self->closed);
  self->state = charter_timeline_state (&timeline, scene, decision, at);
  evaluate (self, &timeline, open_sealed);
  charter_decided_find_flagged (self, charter_timeline_item_time (&timeline, at));
  charter_decided_explain_flagged (self);

  return self;
}

static CharterDecided *
decide_alone (const CharterScene *scene,
              CharterRef          decision,
              gint64              at)
{
  CharterDecided *self = charter_decided_work_out (scene, decision, at, CHARTER_INSTANT_NONE,
                                                   FALSE);

  if (self->recorded != NULL)
    charter_decided_take_record (self);

  return self;
}

CharterDecided *
charter_decide (const CharterScene *scene,
                CharterRef          decision,
                gint64              at)
{
  CharterBundling bundling;
  CharterDecided *self;

  charter_decide_bundling (scene, decision, at, &bundling);
  if (bundling.by != 0)
    {
      self = decide_alone (scene, bundling.by, at);
      charter_decided_give_to (self, decision);
      charter_decided_explain_superseded (self);
      return self;
    }
  self = decide_alone (scene, decision, at);
  charter_decided_explain_superseded (self);
  charter_decided_add_bundle (self);
  if (bundling.out_of != 0)
    charter_decided_explain_out_of (self, &bundling);

  return self;
}
