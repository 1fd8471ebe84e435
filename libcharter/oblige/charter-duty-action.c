/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-oblige-private.h"

/* `act`: an action agreed is due on its date, as corrected and as moved since; done, it is
 * met; dropped, it falls away. */

/* The newest action-progressed that says so by @at, else what was agreed. */
static const CharterFact *
newest_saying (const CharterDutyList *self,
               const CharterFact     *agreed,
               const char            *member)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, agreed->makes,
                                                      CHARTER_KIND ("action-progressed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at && charter_scene_string (self->scene, fact, member) != NULL)
      return fact;
  return agreed;
}

/* The first of a kind by @at. */
static const CharterFact *
first_of (const CharterDutyList *self,
          CharterRef             action,
          guint16                kind)
{
  const CharterFact *first = NULL;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, action, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at && (first == NULL || fact->at <= first->at))
      first = fact;
  return first;
}

static const char *
first_clause (const CharterDocumentData *charter,
              const CharterNode         *list)
{
  if (list == NULL || charter == NULL)
    return NULL;
  if (list->type == CHARTER_NODE_STRING)
    {
      const CharterClauseData *clause = charter_document_data_find_clause (charter, list->string);

      return clause != NULL ? clause->id : NULL;
    }
  if (list->type != CHARTER_NODE_ARRAY)
    return NULL;
  for (const CharterNode *item = charter_node_first (list); item != NULL;
       item = charter_node_next (list, item))
    {
      const char *clause = first_clause (charter, item);

      if (clause != NULL)
        return clause;
    }
  return NULL;
}

/* The clause that the action is for, or that its decision serves. */
static const char *
clause_behind (const CharterDutyList *self,
               const CharterFact     *agreed)
{
  const CharterDocumentData *charter = charter_scene_charter (self->scene, self->at, NULL);
  const CharterNode *data = charter_scene_data (self->scene, agreed);
  const char *clause = first_clause (charter, charter_node_member (data, "for"));
  CharterRef decision = charter_scene_member (self->scene, agreed, "decision");
  const CharterFact *proposed = decision != 0 ? charter_scene_maker (self->scene, decision) : NULL;

  if (clause == NULL && proposed != NULL)
    clause = first_clause (charter, charter_node_member (charter_scene_data (self->scene, proposed),
                                                         "serves"));
  return clause;
}

static void
add_action (CharterDutyList   *self,
            const CharterFact *agreed)
{
  CharterDuty duty = { .what = "act", .due_at = CHARTER_INSTANT_NONE, .because = agreed };
  const CharterFact *dated = newest_saying (self, agreed, "due");
  const CharterFact *owned = newest_saying (self, agreed, "owner");

  duty.who = charter_scene_member (self->scene, owned, "owner");
  duty.due = charter_scene_date (self->scene, dated, "due");
  duty.about = agreed->makes;
  duty.clause = clause_behind (self, agreed);
  charter_duty_settle (self, &duty, charter_last_instant (self->scene, duty.due),
                       first_of (self, agreed->makes, CHARTER_KIND ("action-done")),
                       first_of (self, agreed->makes, CHARTER_KIND ("action-dropped")));
  g_array_append_val (self->out, duty);
}

void
charter_duties_of_actions (CharterDutyList *self)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, 0,
                                                      CHARTER_KIND ("action-agreed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at)
      add_action (self, fact);
}
