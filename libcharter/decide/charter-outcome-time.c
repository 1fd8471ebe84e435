/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-objects-private.h"

#include "decide/charter-decide-work-private.h"

#include <glib/gi18n-lib.h>

/* The times of an outcome: what a secretary enters into the diary. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (seconded, "seconded", "It was seconded by {0} of the {1} needed, and dealt with from {2}.");
TYPE (not_seconded, "not-seconded", "It needs {1} to second it, and has {0}.");
TYPE (not_seconded_until, "not-seconded",
      "It needs {1} to second it by {2}, and has {0}; else it lapses.");
TYPE (lapsed, "lapsed", "It needed {1} to second it by {2}, and had {0}.");
TYPE (discussion, "discussion", "It is discussed until {0}.");
TYPE (reflection, "reflection",
      "There is time for reflection until {0}; voting opens then at the earliest.");
TYPE (closed_early, "closed-early",
      "Voting closed early, with the ballot cast at {0}: everybody had voted.");
TYPE (closed_safe, "closed-early",
      "Voting closed early, with the ballot cast at {0}: no ballot that could still be cast would "
      "have changed the result.");
TYPE (closed_tests, "closed-early",
      "Voting closed early, with the ballot cast at {0}: the quorum was there, and every test held.");
TYPE (standstill, "standstill", "Nothing is done about it until {0}.");
TYPE (review, "review", "It is looked at again on {0}.");
TYPE (superseded, "superseded", "It is superseded: {0} replaces it, which was carried at {1}.");
TYPE (superseded_enacted, "superseded",
      "It is superseded: {0} replaces it, which was enacted at {1}.");

/* Reasons */

#define add(self, top, type, clause, ...) \
  charter_reasons_add ((self)->reasons, (top), (type), (clause), ##__VA_ARGS__, NULL)

static const char *
clause_of (const CharterDecided *self)
{
  return self->rule != NULL ? self->rule->clause : NULL;
}

static void
explain_instant (CharterDecided          *self,
                 CharterReasonId          top,
                 const CharterReasonType *type,
                 gint64                   instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (instant == CHARTER_INSTANT_NONE)
    return;
  charter_instant_format (instant, text);
  add (self, top, type, clause_of (self), text);
}

static void
explain_admission (CharterDecided  *self,
                   CharterReasonId  top)
{
  const CharterAdmission *a = &self->admission;
  g_autofree char *needed = g_strdup_printf ("%" G_GINT64_FORMAT, a->needed);
  g_autofree char *counted = g_strdup_printf ("%" G_GINT64_FORMAT, a->counted);
  gint64 when = a->met != CHARTER_INSTANT_NONE ? a->met : a->until;
  const CharterReasonType *type = &type_not_seconded;
  char text[CHARTER_INSTANT_TEXT_SIZE] = "";

  if (!a->given)
    return;
  if (when != CHARTER_INSTANT_NONE)
    charter_instant_format (when, text);
  if (a->met != CHARTER_INSTANT_NONE)
    type = &type_seconded;
  else if (a->until != CHARTER_INSTANT_NONE)
    type = self->at > a->until ? &type_lapsed : &type_not_seconded_until;
  add (self, top, type, clause_of (self), counted, needed, text);
}

/* Is voting still to come? */
static gboolean
awaits_voting (const CharterDecided *self)
{
  return self->opened == NULL && self->rule != NULL
         && self->state != CHARTER_DECISION_STATE_WITHDRAWN
         && self->state != CHARTER_DECISION_STATE_LAPSED
         && self->state != CHARTER_DECISION_STATE_SUPERSEDED;
}

/* Before voting, what comes before it; afterwards what came of it, and what follows. */
void
charter_decided_explain_times (CharterDecided  *self,
                               CharterReasonId  top)
{
  static const CharterReasonType *const early[] = { NULL, &type_closed_early, &type_closed_safe,
                                                    &type_closed_tests };
  char date[CHARTER_DATE_TEXT_SIZE];

  explain_admission (self, top);
  if (awaits_voting (self) && self->rule->times.has_discussion)
    explain_instant (self, top, &type_discussion, self->discussed);
  if (awaits_voting (self) && self->rule->times.has_reflection)
    explain_instant (self, top, &type_reflection, self->reflected);
  if (self->early)
    explain_instant (self, top, early[self->rule->early.on], self->closes);
  explain_instant (self, top, &type_standstill, self->standstill);
  if (self->review == CHARTER_DATE_NONE)
    return;
  charter_date_format (self->review, date);
  add (self, top, &type_review, clause_of (self), date);
}

void
charter_decided_explain_superseded (CharterDecided *self)
{
  const CharterFact *effect;
  CharterReasonId reason;
  char when[CHARTER_INSTANT_TEXT_SIZE];

  if (self->state != CHARTER_DECISION_STATE_SUPERSEDED)
    return;
  effect = charter_decide_superseding (&self->scene, self->decision, self->at,
                                       &self->superseded_by);
  charter_instant_format (effect->at, when);
  reason = add (self, charter_reasons_first (self->reasons, 0),
                effect->kind == CHARTER_KIND ("decision-enacted") ? &type_superseded_enacted
                                                                  : &type_superseded,
                NULL, charter_scene_name (&self->scene, self->superseded_by), when);
  charter_reasons_cite (self->reasons, reason, effect->seq);
}

/* JSON */

static char *
dup_instant (gint64 instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (instant == CHARTER_INSTANT_NONE)
    return NULL;
  charter_instant_format (instant, text);

  return g_strdup (text);
}

static char *
dup_discussion (const CharterDecided *self)
{
  return self->rule != NULL && self->rule->times.has_discussion ? dup_instant (self->discussed)
                                                                : NULL;
}

static char *
dup_reflection (const CharterDecided *self)
{
  return self->rule != NULL && self->rule->times.has_reflection ? dup_instant (self->reflected)
                                                                : NULL;
}

static char *
dup_review (const CharterDecided *self)
{
  char text[CHARTER_DATE_TEXT_SIZE];

  if (self->review == CHARTER_DATE_NONE)
    return NULL;
  charter_date_format (self->review, text);

  return g_strdup (text);
}

static void
set_text (CharterBuilder *builder,
          const char     *name,
          char           *text)
{
  if (text != NULL)
    charter_builder_set_string (builder, name, text);
  g_free (text);
}

static void
build_admission (const CharterAdmission *admission,
                 CharterBuilder         *builder)
{
  if (!admission->given)
    return;
  charter_builder_key (builder, "admission");
  charter_builder_begin_object (builder);
  charter_builder_set_integer (builder, "needed", admission->needed);
  charter_builder_set_integer (builder, "counted", admission->counted);
  set_text (builder, "until", dup_instant (admission->until));
  charter_builder_set_boolean (builder, "holds", admission->met != CHARTER_INSTANT_NONE);
  charter_builder_end (builder);
}

void
charter_decided_build_times (const CharterDecided *self,
                             CharterBuilder       *builder)
{
  build_admission (&self->admission, builder);
  set_text (builder, "discussion-until", dup_discussion (self));
  set_text (builder, "reflection-until", dup_reflection (self));
  set_text (builder, "standstill-until", dup_instant (self->standstill));
  set_text (builder, "review-on", dup_review (self));
  if (self->superseded_by != 0)
    charter_builder_set_string (builder, "superseded-by",
                                charter_scene_name (&self->scene, self->superseded_by));
}

/* Properties */

typedef enum
{
  TIME_DISCUSSION_UNTIL,
  TIME_REFLECTION_UNTIL,
  TIME_ADMISSION_NEEDED,
  TIME_ADMISSION_COUNTED,
  TIME_ADMISSION_UNTIL,
  TIME_ADMISSION_HOLDS,
  TIME_STANDSTILL_UNTIL,
  TIME_REVIEW_ON
} Time;

#define N_TIMES (TIME_REVIEW_ON + 1)
#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

void
charter_outcome_get_time (CharterOutcome *self,
                          guint           number,
                          GValue         *value)
{
  switch ((Time) number)
    {
    case TIME_DISCUSSION_UNTIL:
      g_value_set_string (value, charter_outcome_get_discussion_until (self));
      break;
    case TIME_REFLECTION_UNTIL:
      g_value_set_string (value, charter_outcome_get_reflection_until (self));
      break;
    case TIME_ADMISSION_NEEDED:
      g_value_set_int64 (value, charter_outcome_get_admission_needed (self));
      break;
    case TIME_ADMISSION_COUNTED:
      g_value_set_int64 (value, charter_outcome_get_admission_counted (self));
      break;
    case TIME_ADMISSION_UNTIL:
      g_value_set_string (value, charter_outcome_get_admission_until (self));
      break;
    case TIME_ADMISSION_HOLDS:
      g_value_set_boolean (value, charter_outcome_get_admission_holds (self));
      break;
    case TIME_STANDSTILL_UNTIL:
      g_value_set_string (value, charter_outcome_get_standstill_until (self));
      break;
    case TIME_REVIEW_ON:
      g_value_set_string (value, charter_outcome_get_review_on (self));
      break;
    default:
      break;
    }
}

static void
make_specs (GParamSpec **properties)
{
  /**
   * CharterOutcome:discussion-until: (getter get_discussion_until)
   *
   * When discussion ends, an instant in UTC; %NULL where the rule has none or it has not begun.
   *
   * Since: 0.1
   */
  properties[TIME_DISCUSSION_UNTIL] =
    g_param_spec_string ("discussion-until", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:reflection-until: (getter get_reflection_until)
   *
   * When the time for reflection ends, an instant in UTC; %NULL where the rule has none or
   * discussion has not begun.
   *
   * Since: 0.1
   */
  properties[TIME_REFLECTION_UNTIL] =
    g_param_spec_string ("reflection-until", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:admission-needed: (getter get_admission_needed)
   *
   * How many voting units have to second the proposal; -1 where the rule does not ask for it.
   *
   * Since: 0.1
   */
  properties[TIME_ADMISSION_NEEDED] =
    g_param_spec_int64 ("admission-needed", NULL, NULL, -1, G_MAXINT64, -1,
                        FLAGS);

  /**
   * CharterOutcome:admission-counted: (getter get_admission_counted)
   *
   * How many voting units had seconded the proposal; -1 where the rule does not ask for it.
   *
   * Since: 0.1
   */
  properties[TIME_ADMISSION_COUNTED] =
    g_param_spec_int64 ("admission-counted", NULL, NULL, -1, G_MAXINT64, -1,
                        FLAGS);

  /**
   * CharterOutcome:admission-until: (getter get_admission_until)
   *
   * The last instant at which seconding is in time, in UTC; %NULL where there is no end.
   *
   * Since: 0.1
   */
  properties[TIME_ADMISSION_UNTIL] =
    g_param_spec_string ("admission-until", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:admission-holds: (getter get_admission_holds)
   *
   * Whether the proposal was seconded as its rule asks.
   *
   * Since: 0.1
   */
  properties[TIME_ADMISSION_HOLDS] =
    g_param_spec_boolean ("admission-holds", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterOutcome:standstill-until: (getter get_standstill_until)
   *
   * When the standstill of a decision that was carried ends, an instant in UTC; %NULL for none.
   *
   * Since: 0.1
   */
  properties[TIME_STANDSTILL_UNTIL] =
    g_param_spec_string ("standstill-until", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:review-on: (getter get_review_on)
   *
   * The day on which a decision that was carried is looked at again; %NULL for none.
   *
   * Since: 0.1
   */
  properties[TIME_REVIEW_ON] =
    g_param_spec_string ("review-on", NULL, NULL, NULL, FLAGS);
}

void
charter_outcome_install_times (GObjectClass *object_class,
                               guint         first)
{
  GParamSpec *properties[N_TIMES];

  make_specs (properties);
  for (guint i = 0; i < N_TIMES; i++)
    g_object_class_install_property (object_class, first + i, properties[i]);
}

void
charter_outcome_fill_times (CharterOutcome *self)
{
  const CharterDecided *decided = self->decided;

  self->discussion_until = dup_discussion (decided);
  self->reflection_until = dup_reflection (decided);
  self->standstill_until = dup_instant (decided->standstill);
  self->review_on = dup_review (decided);
  self->admission_until = decided->admission.given ? dup_instant (decided->admission.until) : NULL;
}

void
charter_outcome_clear_times (CharterOutcome *self)
{
  g_free (self->discussion_until);
  g_free (self->reflection_until);
  g_free (self->standstill_until);
  g_free (self->review_on);
  g_free (self->admission_until);
}

/**
 * charter_outcome_get_discussion_until: (get-property discussion-until)
 * @self: an outcome
 *
 * When discussion ends, as an instant in UTC. It begins with the proposal, or with being
 * seconded enough, and anew with each amendment and with being taken up again.
 *
 * Returns: (nullable): an instant, %NULL where the rule has no discussion or it has not begun
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_discussion_until (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->discussion_until;
}

/**
 * charter_outcome_get_reflection_until: (get-property reflection-until)
 * @self: an outcome
 *
 * When the time for reflection ends, as an instant in UTC: voting can be opened from then on.
 *
 * Returns: (nullable): an instant, %NULL where the rule has no reflection or discussion has not
 *   begun
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_reflection_until (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->reflection_until;
}

/**
 * charter_outcome_get_admission_needed: (get-property admission-needed)
 * @self: an outcome
 *
 * How many voting units have to second the proposal before it is dealt with.
 *
 * Returns: a number of voting units, -1 where the rule does not ask for it
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_admission_needed (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), -1);

  return self->decided->admission.given ? self->decided->admission.needed : -1;
}

/**
 * charter_outcome_get_admission_counted: (get-property admission-counted)
 * @self: an outcome
 *
 * How many voting units had seconded the proposal: when there were enough, or by now.
 *
 * Returns: a number of voting units, -1 where the rule does not ask for it
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_admission_counted (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), -1);

  return self->decided->admission.given ? self->decided->admission.counted : -1;
}

/**
 * charter_outcome_get_admission_until: (get-property admission-until)
 * @self: an outcome
 *
 * The last instant at which seconding the proposal is in time; after it the proposal lapses.
 *
 * Returns: (nullable): an instant in UTC, %NULL where the rule sets no end or asks for nothing
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_admission_until (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->admission_until;
}

/**
 * charter_outcome_get_admission_holds: (get-property admission-holds)
 * @self: an outcome
 *
 * Whether the proposal was seconded as its rule asks.
 *
 * Returns: %TRUE if enough seconded it in time, or the rule does not ask for it
 *
 * Since: 0.1
 */
gboolean
charter_outcome_get_admission_holds (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), FALSE);

  return !self->decided->admission.given
         || self->decided->admission.met != CHARTER_INSTANT_NONE;
}

/**
 * charter_outcome_get_standstill_until: (get-property standstill-until)
 * @self: an outcome
 *
 * When the standstill of a decision that was carried ends, as an instant in UTC: it can be
 * enacted from then on.
 *
 * Returns: (nullable): an instant, %NULL where the rule has none, or the decision is not
 *   recorded as carried
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_standstill_until (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->standstill_until;
}

/**
 * charter_outcome_get_review_on: (get-property review-on)
 * @self: an outcome
 *
 * The day on which a decision that was carried is looked at again, in the record's zone: what
 * its rule or its proposal says, whichever comes first.
 *
 * Returns: (nullable): a date, %NULL where neither says, or the decision is not recorded as
 *   carried
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_review_on (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->review_on;
}
