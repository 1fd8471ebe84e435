/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-declaration-private.h"
#include "oblige/charter-oblige-private.h"

#include <string.h>

/* Interests to be made known.
 *
 *  declare-interests   from joining with a vote, or from first taking office
 *  declare-interest    from the day an interest is acquired later on, unless it is only told
 *                      again; of one held before, if it was left out and told too late
 *  register-interest   from the day it is disclosed at a meeting and stands in no entry yet
 *  confirm-interests   from each declaration to the next
 */

/* Does the rule let the person vote, apart from roles? */
static gboolean
rule_covers (const CharterScene        *scene,
             const CharterDocumentData *charter,
             const CharterRuleData     *rule,
             CharterRef                 person,
             gboolean                   acts,
             gint64                     at)
{
  if (rule->unit == CHARTER_UNIT_PARTNER)
    return acts && (rule->speaks != CHARTER_SPEAKS_REPRESENTATIVE
                    || charter_document_data_find_role (charter, "representative") == NULL);
  if (rule->voters == NULL)
    return TRUE;
  for (const CharterNode *who = charter_node_first (rule->voters); who != NULL;
       who = charter_node_next (rule->voters, who))
    if (charter_scene_covers (scene, who->string, person, at))
      return TRUE;
  return FALSE;
}

static gboolean
may_vote (const CharterScene        *scene,
          const CharterDocumentData *charter,
          CharterRef                 person,
          gint64                     at)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_partners_of (scene, person, at, partners);
  for (guint i = 0; i < charter->n_rules; i++)
    if (rule_covers (scene, charter, &charter->rules[i], person, partners->len > 0, at))
      return TRUE;
  return FALSE;
}

gboolean
charter_person_is_bound (const CharterScene        *scene,
                         const CharterDocumentData *charter,
                         CharterRef                 person,
                         gint64                     at)
{
  g_autoptr(GArray) tenures = NULL;

  if (!charter_scene_is_current (scene, person, at))
    return FALSE;
  if (may_vote (scene, charter, person, at))
    return TRUE;
  tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));
  charter_scene_tenures (scene, NULL, person, at, tenures);
  return tenures->len > 0;
}

/* The entry by which the person first took office by @at, and when that was. */
static const CharterFact *
first_office (const CharterDutyList *self,
              CharterRef             person,
              gint64                *since)
{
  const CharterFact *first = NULL;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, person,
                                                      CHARTER_KIND ("role-given"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      gint64 from = charter_scene_instant (self->scene, fact, "from");
      gint64 start = MAX (fact->at, from);

      if (start > self->at || charter_scene_member (self->scene, fact, "person") != person
          || (first != NULL && start > *since))
        continue;
      first = fact;
      *since = start;
    }
  return first;
}

/* The charter that was in force then, or the first one that came; @since moves with it. */
static const CharterDocumentData *
charter_then (const CharterDutyList *self,
              gint64                *since)
{
  const CharterDocumentData *charter = charter_scene_charter (self->scene, *since, NULL);
  g_autoptr(GArray) spans = NULL;

  if (charter != NULL)
    return charter;
  spans = charter_spans (self->scene, self->at);
  if (spans->len == 0 || g_array_index (spans, CharterSpan, 0).from > self->at)
    return NULL;
  *since = MAX (*since, g_array_index (spans, CharterSpan, 0).from);
  return g_array_index (spans, CharterSpan, 0).charter;
}

/* The entry that bound the person, and from when: joining with a vote, or taking office. */
static const CharterFact *
bound_since (const CharterDutyList *self,
             CharterRef             person,
             gint64                *since)
{
  const CharterFact *joined = charter_scene_maker (self->scene, person);
  gint64 from = joined->at;
  const CharterDocumentData *charter = charter_then (self, &from);

  if (charter == NULL)
    return NULL;
  if (may_vote (self->scene, charter, person, from))
    {
      *since = from;
      return joined;
    }
  return first_office (self, person, since);
}

/* The periods of the policy in force at an instant. */
static CharterInterestPeriods
policy_at (const CharterDutyList *self,
           gint64                 at)
{
  const CharterDocumentData *charter = charter_then (self, &at);
  const CharterConflictPolicy *policy = charter != NULL ? &charter->conflicts : NULL;
  CharterInterestPeriods periods = { 0 };

  if (policy == NULL)
    return periods;
  periods.clause = policy->clause;
  if (policy->has_declare_within)
    periods.register_within = periods.declare_within = &policy->declare_within;
  if (policy->has_register_within)
    periods.register_within = &policy->register_within;
  if (policy->has_confirm_every)
    periods.confirm_every = &policy->confirm_every;
  return periods;
}

/* One person and what she declared. */
typedef struct
{
  CharterDutyList              *list;
  CharterRef                    person;
  gint64                        since;          /* bound from then on */
  GArray                       *declarations;   /* CharterDeclaration, in order of time */
  const CharterInterestPeriods *fixed;          /* NULL: the policy's */
} Declarer;

static const CharterDeclaration *
declaration_at (const Declarer *self,
                guint           i)
{
  return i < self->declarations->len ? &g_array_index (self->declarations, CharterDeclaration, i)
                                     : NULL;
}

static CharterInterestPeriods
periods_at (const Declarer *self,
            gint64          at)
{
  return self->fixed != NULL ? *self->fixed : policy_at (self->list, at);
}

static CharterDuty
make_duty (const Declarer      *self,
           const char          *what,
           const char          *clause,
           const CharterPeriod *period,
           gint64               start,
           const CharterFact   *because,
           const CharterFact   *met_by)
{
  CharterDuty duty = { .what = what, .who = self->person, .clause = clause, .because = because };
  gint64 end = charter_duty_set_due (self->list, &duty, period, start);

  duty.about = because->kind == CHARTER_KIND ("interest-declared") ? because->makes : 0;
  charter_duty_settle (self->list, &duty, end, met_by,
                       charter_person_leaving (self->list->scene, self->person, self->list->at));
  return duty;
}

static void
add_duty (const Declarer      *self,
          const char          *what,
          const char          *clause,
          const CharterPeriod *period,
          gint64               start,
          const CharterFact   *because,
          const CharterFact   *met_by)
{
  CharterDuty duty;

  if (period == NULL)
    return;
  duty = make_duty (self, what, clause, period, start, because, met_by);
  g_array_append_val (self->list->out, duty);
}

static void
add_first (const Declarer    *self,
           const CharterFact *bound)
{
  CharterInterestPeriods periods = periods_at (self, self->since);
  const CharterDeclaration *first = declaration_at (self, 0);

  add_duty (self, "declare-interests", periods.clause, periods.declare_within, self->since, bound,
            first != NULL ? first->fact : NULL);
}

/* An interest acquired after the person was bound; or held by then, and told only when the
 * time for the first declaration was over. */
static void
add_acquired (const Declarer *self,
              guint           i)
{
  const CharterDeclaration *declared = declaration_at (self, i);
  gint64 start = MAX (declared->since, self->since);
  CharterInterestPeriods periods;
  CharterDuty duty;

  if (declared->party == 0 || declared->since == CHARTER_INSTANT_NONE
      || declared->since > declared->fact->at || declared->again)
    return;
  periods = periods_at (self, start);
  if (periods.declare_within == NULL)
    return;
  duty = make_duty (self, "declare-interest", periods.clause, periods.declare_within, start,
                    declared->fact, declared->fact);
  if (declared->since > self->since || (i > 0 && duty.state == CHARTER_OBLIGATION_STATE_LATE))
    g_array_append_val (self->list->out, duty);
}

/* What was disclosed at a meeting must be registered, unless it stands there already. */
static void
add_register (const Declarer *self,
              guint           i)
{
  const CharterDeclaration *disclosed = declaration_at (self, i);
  CharterInterestPeriods periods;

  if (!disclosed->disclosed || disclosed->registered)
    return;
  periods = periods_at (self, disclosed->fact->at);
  add_duty (self, "register-interest", periods.clause, periods.register_within,
            disclosed->fact->at, disclosed->fact, disclosed->registered_by);
}

/* From each declaration to the next. */
static void
add_confirm (const Declarer *self,
             guint           i)
{
  const CharterFact *declared = declaration_at (self, i)->fact;
  const CharterDeclaration *next = declaration_at (self, i + 1);
  CharterInterestPeriods periods = periods_at (self, declared->at);

  add_duty (self, "confirm-interests", periods.clause, periods.confirm_every, declared->at,
            declared, next != NULL ? next->fact : NULL);
}

void
charter_duties_of_person (CharterDutyList              *list,
                          CharterRef                    person,
                          const CharterInterestPeriods *periods)
{
  g_autoptr(GArray) declarations = NULL;
  Declarer self = { .list = list, .person = person, .fixed = periods };
  const CharterFact *bound = bound_since (list, person, &self.since);

  if (bound == NULL)
    return;
  self.declarations = declarations = charter_declarations_of (list->scene, person, list->at);
  add_first (&self, bound);
  for (guint i = 0; i < declarations->len; i++)
    {
      add_acquired (&self, i);
      add_register (&self, i);
      add_confirm (&self, i);
    }
}

void
charter_duties_of_interests (CharterDutyList *self)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, 0,
                                                      CHARTER_KIND ("person-joined"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at)
      charter_duties_of_person (self, fact->makes, NULL);
}
