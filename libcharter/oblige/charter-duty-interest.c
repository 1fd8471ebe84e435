/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-oblige-private.h"

#include <string.h>

/* Interests to be made known.
 *
 *  declare-interests   from joining with a vote, or from first taking office
 *  declare-interest    from the day an interest is acquired later on
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

/* Everything that the person declared by @at, in order of time. */
static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const CharterFact *x = *(const CharterFact *const *) a, *y = *(const CharterFact *const *) b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return x->seq < y->seq ? -1 : 1;
}

static void
add_declarations (const CharterDutyList *self,
                  CharterRef             person,
                  guint16                kind,
                  GPtrArray             *out)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, person, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at && charter_scene_member (self->scene, fact, "person") == person)
      g_ptr_array_add (out, (gpointer) fact);
}

static GPtrArray *
declarations_of (const CharterDutyList *self,
                 CharterRef             person)
{
  GPtrArray *out = g_ptr_array_new ();

  add_declarations (self, person, CHARTER_KIND ("interest-declared"), out);
  add_declarations (self, person, CHARTER_KIND ("nothing-declared"), out);
  g_ptr_array_sort (out, compare_facts);
  return out;
}

static const CharterFact *
leaving_of (const CharterDutyList *self,
            CharterRef             person)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, person,
                                                      CHARTER_KIND ("person-left"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at)
      return fact;
  return NULL;
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
  GPtrArray                    *declarations;   /* in order of time */
  const CharterInterestPeriods *fixed;          /* NULL: the policy's */
} Declarer;

static CharterInterestPeriods
periods_at (const Declarer *self,
            gint64          at)
{
  return self->fixed != NULL ? *self->fixed : policy_at (self->list, at);
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
  CharterDuty duty = { .what = what, .who = self->person, .clause = clause, .because = because };
  gint64 end;

  if (period == NULL)
    return;
  end = charter_duty_set_due (self->list, &duty, period, start);
  duty.about = because->kind == CHARTER_KIND ("interest-declared") ? because->makes : 0;
  charter_duty_settle (self->list, &duty, end, met_by, leaving_of (self->list, self->person));
  g_array_append_val (self->list->out, duty);
}

static void
add_first (const Declarer    *self,
           const CharterFact *bound)
{
  CharterInterestPeriods periods = periods_at (self, self->since);

  add_duty (self, "declare-interests", periods.clause, periods.declare_within, self->since, bound,
            self->declarations->len > 0 ? self->declarations->pdata[0] : NULL);
}

/* An interest acquired after the person was bound. */
static void
add_acquired (const Declarer    *self,
              const CharterFact *declared)
{
  gint64 since = charter_scene_instant (self->list->scene, declared, "since");
  CharterInterestPeriods periods;

  if (declared->kind != CHARTER_KIND ("interest-declared") || since == CHARTER_INSTANT_NONE
      || since <= self->since || since > declared->at)
    return;
  periods = periods_at (self, since);
  add_duty (self, "declare-interest", periods.clause, periods.declare_within, since, declared,
            declared);
}

static gboolean
is_register_entry (const Declarer    *self,
                   const CharterFact *fact,
                   CharterRef         party)
{
  return fact->kind == CHARTER_KIND ("interest-declared")
         && charter_scene_member (self->list->scene, fact, "party") == party
         && charter_scene_string (self->list->scene, fact, "meeting") == NULL;
}

/* Had the interest ended by then, so that it stands in the register no more? */
static gboolean
had_ended (const Declarer    *self,
           const CharterFact *declared,
           gint64             at)
{
  const CharterScene *scene = self->list->scene;
  gint32 until = charter_scene_date (scene, declared, "until");
  CharterCursor cursor;
  const CharterFact *ended = charter_cursor_last (&cursor, scene, declared->makes,
                                                  CHARTER_KIND ("interest-ended"));

  return (ended != NULL && ended->at <= at)
         || (until != CHARTER_DATE_NONE && until < charter_scene_date_of (scene, at));
}

/* What was disclosed at a meeting must be registered, unless it stands there already. */
static void
add_register (const Declarer *self,
              guint           disclosed)
{
  const CharterFact *disclosure = self->declarations->pdata[disclosed];
  CharterRef party = charter_scene_member (self->list->scene, disclosure, "party");
  CharterInterestPeriods periods = periods_at (self, disclosure->at);
  const CharterFact *met_by = NULL;

  if (charter_scene_string (self->list->scene, disclosure, "meeting") == NULL)
    return;
  for (guint i = 0; i < disclosed; i++)
    if (is_register_entry (self, self->declarations->pdata[i], party)
        && !had_ended (self, self->declarations->pdata[i], disclosure->at))
      return;
  for (guint i = disclosed + 1; i < self->declarations->len && met_by == NULL; i++)
    if (is_register_entry (self, self->declarations->pdata[i], party))
      met_by = self->declarations->pdata[i];
  add_duty (self, "register-interest", periods.clause, periods.register_within, disclosure->at,
            disclosure, met_by);
}

/* From each declaration to the next. */
static void
add_confirm (const Declarer *self,
             guint           i)
{
  const CharterFact *declared = self->declarations->pdata[i];
  CharterInterestPeriods periods = periods_at (self, declared->at);

  add_duty (self, "confirm-interests", periods.clause, periods.confirm_every, declared->at,
            declared, i + 1 < self->declarations->len ? self->declarations->pdata[i + 1] : NULL);
}

void
charter_duties_of_person (CharterDutyList              *list,
                          CharterRef                    person,
                          const CharterInterestPeriods *periods)
{
  g_autoptr(GPtrArray) declarations = NULL;
  Declarer self = { .list = list, .person = person, .fixed = periods };
  const CharterFact *bound = bound_since (list, person, &self.since);

  if (bound == NULL)
    return;
  self.declarations = declarations = declarations_of (list, person);
  add_first (&self, bound);
  for (guint i = 0; i < declarations->len; i++)
    {
      add_acquired (&self, declarations->pdata[i]);
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
