/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-source-private.h"

#include "decide/charter-decide-private.h"
#include "oblige/charter-cycle-private.h"

#include <string.h>

/* Cases that are worked out: interests to be made known, conflicts to be settled, reviews to
 * be held. */

typedef struct
{
  CharterInquiry    *inquiry;
  const CharterNode *given;     /* the parameters */
  gint64             since;
  GArray            *out;
} Computing;

static gboolean
member_period (const Computing *self,
               const char      *name,
               const char      *fallback,
               CharterPeriod   *out)
{
  return charter_period_from_node (charter_node_member (self->given, name), out)
         || (fallback != NULL && charter_period_parse (fallback, -1, out));
}

static CharterCase
case_at (const Computing *self,
         gint64           at)
{
  return (CharterCase) { .at = at,
                         .base = at,
                         .end = CHARTER_INSTANT_NONE,
                         .state = CHARTER_CASE_OPEN };
}

/* Interests: one case a person, bad while anything is overdue, or was late in the window. */

static CharterCaseState
state_of_duties (const Computing   *self,
                 GArray            *duties,
                 const CharterFact **met_by)
{
  CharterCaseState state = CHARTER_CASE_OPEN;

  for (guint i = 0; i < duties->len; i++)
    {
      const CharterDuty *duty = &g_array_index (duties, CharterDuty, i);
      gboolean recent = duty->met_by != NULL && duty->met_by->at >= self->since;

      if (duty->state == CHARTER_OBLIGATION_STATE_OVERDUE
          || (duty->state == CHARTER_OBLIGATION_STATE_LATE && recent))
        return CHARTER_CASE_BAD;
      if (duty->state == CHARTER_OBLIGATION_STATE_MET
          || duty->state == CHARTER_OBLIGATION_STATE_LATE)
        {
          state = CHARTER_CASE_GOOD;
          *met_by = duty->met_by;
        }
    }
  return state;
}

static void
add_person (Computing                    *self,
            CharterRef                    person,
            const CharterInterestPeriods *periods)
{
  g_autoptr(GArray) duties = g_array_new (FALSE, FALSE, sizeof (CharterDuty));
  CharterDutyList list = { self->inquiry->scene, self->inquiry->zone, self->inquiry->at,
                           self->inquiry->today, self->inquiry->today, duties };
  CharterCase found = case_at (self, self->inquiry->at);

  charter_duties_of_person (&list, person, periods);
  if (duties->len == 0)
    return;
  found.member = person;
  found.state = state_of_duties (self, duties, &found.met_by);
  g_array_append_val (self->out, found);
}

static void
compute_interests (Computing *self)
{
  const CharterConflictPolicy *policy = &self->inquiry->charter->conflicts;
  CharterPeriod within, every;
  CharterInterestPeriods periods = { &within, NULL, &every, policy->clause };
  g_autoptr(GArray) persons = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (!member_period (self, "within", NULL, &within))
    {
      charter_period_parse ("P28D", -1, &within);
      if (policy->has_declare_within)
        within = policy->declare_within;
    }
  if (!member_period (self, "every", NULL, &every))
    {
      charter_period_parse ("P1Y", -1, &every);
      if (policy->has_confirm_every)
        every = policy->confirm_every;
    }
  charter_scene_current (self->inquiry->scene, CHARTER_KIND ("person-joined"), self->inquiry->at,
                         persons);
  for (guint i = 0; i < persons->len; i++)
    {
      CharterRef person = g_array_index (persons, CharterRef, i);

      if (charter_person_is_bound (self->inquiry->scene, self->inquiry->charter, person,
                                   self->inquiry->at))
        add_person (self, person, &periods);
    }
}

/* Conflicts: a person who has one on an item steps out, is ruled on or dispensed before
 * speaking or voting on it, and before it closes. */

typedef struct
{
  CharterRef         decision;
  const CharterFact *proposed;
  const CharterFact *closed;     /* NULL */
  gint64             at;         /* when the conflict is looked for */
} Item;

static const CharterFact *
first_on (const Computing *self,
          CharterRef       through,
          guint16          kind,
          const char      *member,
          const char      *value)
{
  const CharterFact *first = NULL;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->inquiry->scene, through, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->inquiry->at && (first == NULL || fact->at <= first->at)
        && charter_scene_member_has (self->inquiry->scene, fact, member, value))
      first = fact;
  return first;
}

/* The first time that the person spoke, gave a view or voted on the item. */
static const CharterFact *
first_part_taken (const Computing *self,
                  const Item      *item,
                  CharterRef       person)
{
  const CharterScene *scene = self->inquiry->scene;
  const char *name = charter_scene_name (scene, person);
  const char *decision = charter_scene_name (scene, item->decision);
  const CharterFact *found[] = {
    first_on (self, item->decision, CHARTER_KIND ("view-given"), "person", name),
    first_on (self, item->decision, CHARTER_KIND ("ballot-cast"), "voter", name),
    first_on (self, person, CHARTER_KIND ("speech-noted"), "item", decision),
  };
  const CharterFact *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    if (found[i] != NULL && (first == NULL || found[i]->at < first->at))
      first = found[i];
  return first;
}

static gboolean
dispensation_covers (const Computing   *self,
                     const Item        *item,
                     const CharterFact *granted)
{
  const CharterScene *scene = self->inquiry->scene;
  const char *scope = charter_scene_string (scene, granted, "scope");
  gint32 until = charter_scene_date (scene, granted, "until");

  if (scope == NULL
      || (until != CHARTER_DATE_NONE && until < charter_scene_date_of (scene, item->at)))
    return FALSE;
  if (g_str_has_prefix (scope, "decision:"))
    return strcmp (scope + 9, charter_scene_name (scene, item->decision)) == 0;
  if (g_str_has_prefix (scope, "rule:"))
    return g_strcmp0 (scope + 5, charter_scene_string (scene, item->proposed, "rule")) == 0;
  return g_str_has_prefix (scope, "area:")
         && g_strcmp0 (scope + 5, charter_scene_string (scene, item->proposed, "area")) == 0;
}

static const CharterFact *
dispensation_for (const Computing *self,
                  const Item      *item,
                  CharterRef       person)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->inquiry->scene, person,
                                                      CHARTER_KIND ("dispensation-granted"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->inquiry->at
        && charter_scene_member (self->inquiry->scene, fact, "person") == person
        && dispensation_covers (self, item, fact))
      return fact;
  return NULL;
}

static const CharterFact *
settled_by (const Computing *self,
            const Item      *item,
            CharterRef       person)
{
  const char *name = charter_scene_name (self->inquiry->scene, person);
  const CharterFact *found[] = {
    first_on (self, item->decision, CHARTER_KIND ("stepped-out"), "person", name),
    first_on (self, item->decision, CHARTER_KIND ("conflict-ruled"), "person", name),
    dispensation_for (self, item, person),
  };
  const CharterFact *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    if (found[i] != NULL && (first == NULL || found[i]->at < first->at))
      first = found[i];
  return first;
}

static void
add_conflict (Computing  *self,
              const Item *item,
              CharterRef  person)
{
  const CharterFact *part = first_part_taken (self, item, person);
  CharterCase found = case_at (self, item->proposed->at);

  found.entry = item->proposed;
  found.member = person;
  found.met_by = settled_by (self, item, person);
  found.end = item->closed != NULL ? item->closed->at : CHARTER_INSTANT_NONE;
  if (part != NULL && (found.end == CHARTER_INSTANT_NONE || part->at < found.end))
    found.end = part->at;
  if (found.end != CHARTER_INSTANT_NONE)
    found.state = found.met_by != NULL && found.met_by->at <= found.end ? CHARTER_CASE_GOOD
                  : CHARTER_CASE_BAD;
  g_array_append_val (self->out, found);
}

static void
add_conflicts_of (Computing  *self,
                  const Item *item)
{
  g_autoptr(CharterArena) arena = NULL;
  g_autoptr(GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (CharterConflictData));
  const CharterScene *scene = self->inquiry->scene;
  const CharterDocumentData *charter = charter_scene_charter_of (scene, item->decision, item->at);

  if (charter == NULL)
    return;
  charter_permit_conflicts (scene, item->decision, charter, item->at, conflicts, &arena);
  for (guint i = 0; i < conflicts->len; i++)
    {
      CharterRef person = g_array_index (conflicts, CharterConflictData, i).person;
      gboolean seen = FALSE;

      for (guint j = 0; j < i && !seen; j++)
        seen = g_array_index (conflicts, CharterConflictData, j).person == person;
      if (!seen)
        add_conflict (self, item, person);
    }
}

static void
compute_conflicts (Computing *self)
{
  const CharterScene *scene = self->inquiry->scene;
  g_autoptr(GPtrArray) proposed = g_ptr_array_new ();

  charter_scene_collect (scene, 0, CHARTER_KIND ("decision-proposed"), proposed);
  for (guint i = 0; i < proposed->len; i++)
    {
      Item item = { .proposed = proposed->pdata[i] };
      const char *name = charter_scene_name (scene, item.proposed->makes);

      item.decision = item.proposed->makes;
      if (item.proposed->at > self->inquiry->at || item.proposed->at < self->since
          || first_on (self, item.decision, CHARTER_KIND ("decision-withdrawn"), "decision", name)
                 != NULL)
        continue;
      item.closed =
          first_on (self, item.decision, CHARTER_KIND ("decision-closed"), "decision", name);
      if (item.closed == NULL)
        item.closed = charter_decide_closing (scene, item.decision, self->inquiry->at);
      item.at = item.closed != NULL ? item.closed->at : self->inquiry->at;
      add_conflicts_of (self, &item);
    }
}

/* Reviews: one case a turn of the cycle that fell into the window. */

/* Of all partners every one takes part; of another set, somebody. */
static gboolean
took_part (const Computing   *self,
           const CharterCase *found,
           const CharterFact *review)
{
  const CharterNode *with = charter_node_member (self->given, "with");

  CHARTER_EACH (with, set)
    {
      g_autoptr(CharterBuilder) builder = charter_builder_new ();

      charter_builder_begin_object (builder);
      charter_builder_key (builder, strcmp (set->string, "partners") == 0 ? "reach" : "in");
      charter_builder_begin_object (builder);
      charter_builder_set_string (builder, "present", set->string);
      charter_builder_end (builder);
      charter_builder_end (builder);
      if (charter_tests_hold (self->inquiry, found, review, charter_builder_get_root (builder))
          != CHARTER_TEST_HOLDS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
covers_all (const Computing   *self,
            const CharterFact *review)
{
  const CharterNode *covers = charter_node_member (self->given, "covers");

  CHARTER_EACH (covers, item)
    if (!charter_scene_member_has (self->inquiry->scene, review, "covers", item->string))
      return FALSE;
  return TRUE;
}

static void
add_turn (Computing           *self,
          GArray              *turns,
          guint                index,
          const CharterPeriod *grace)
{
  const CharterTurn *turn = &g_array_index (turns, CharterTurn, index);
  gint32 last = charter_period_end_date (grace, turn->due, 1, self->inquiry->calendar);
  CharterCase found = case_at (self, turn->start);

  found.value = charter_inquiry_turn_name (self->inquiry, turns, index);
  found.end = charter_last_instant (self->inquiry->scene, last);
  if (turn->held != NULL && turn->held->at <= found.end && covers_all (self, turn->held)
      && took_part (self, &found, turn->held))
    found.met_by = turn->held;
  if (self->inquiry->at > found.end)
    found.state = found.met_by != NULL ? CHARTER_CASE_GOOD : CHARTER_CASE_BAD;
  g_array_append_val (self->out, found);
}

static gboolean
rhythm_agrees (const Computing *self,
               const char      *id,
               char           **cannot)
{
  const CharterCycleData *cycle =
      id != NULL ? charter_document_data_find_cycle (self->inquiry->charter, id) : NULL;
  CharterPeriod every;
  g_autofree char *asked = NULL, *comes = NULL;

  if (cycle == NULL)
    {
      *cannot = g_strdup_printf ("The charter has no review cycle “%s”.", id != NULL ? id : "");
      return FALSE;
    }
  if (!member_period (self, "every", NULL, &every) || cycle->every_is_rule)
    return TRUE;
  asked = charter_period_to_string (&every);
  comes = charter_period_to_string (&cycle->every);
  if (strcmp (asked, comes) == 0)
    return TRUE;
  *cannot = g_strdup_printf ("The check asks for a review every %s, while the cycle “%s” comes round every %s.",
                             asked, id, comes);
  return FALSE;
}

static gboolean
compute_reviews (Computing *self,
                 char     **cannot)
{
  const char *id = charter_node_member_string (self->given, "cycle");
  GArray *turns;
  CharterPeriod grace;

  if (!rhythm_agrees (self, id, cannot))
    return FALSE;
  turns = charter_inquiry_turns (self->inquiry,
                                 charter_document_data_find_cycle (self->inquiry->charter, id));
  if (turns == NULL)
    {
      *cannot = g_strdup_printf ("The dates of the cycle “%s” cannot be reckoned yet.", id);
      return FALSE;
    }
  member_period (self, "grace", "P1M", &grace);
  for (guint i = charter_inquiry_turn_from (turns, self->since); i < turns->len; i++)
    add_turn (self, turns, i, &grace);
  return TRUE;
}

gboolean
charter_cases_compute (CharterInquiry    *inquiry,
                       const CharterNode *check,
                       const char        *of,
                       gint64             since,
                       GArray            *out,
                       char             **cannot)
{
  Computing self = { inquiry, charter_node_member (check, "given"), since, out };

  if (strcmp (of, "reviews") == 0)
    return compute_reviews (&self, cannot);
  if (strcmp (of, "interests") == 0)
    compute_interests (&self);
  else
    compute_conflicts (&self);
  return TRUE;
}
