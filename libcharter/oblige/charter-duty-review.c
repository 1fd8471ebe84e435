/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-cycle-private.h"

#include <string.h>

/* `review`: each turn of each cycle, of every version of the charter that asked for it. */

static gboolean
contains (GPtrArray  *names,
          const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* The person who sees to it: named, or alone in the role named. */
static CharterRef
owner_of (const CharterDutyList  *self,
          const CharterCycleData *cycle)
{
  g_autoptr(GArray) tenures = NULL;

  if (cycle->owner == NULL)
    return 0;
  tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));
  charter_scene_tenures (self->scene, cycle->owner, 0, self->at, tenures);
  if (tenures->len == 1)
    return g_array_index (tenures, CharterTenure, 0).person;
  return charter_scene_find (self->scene, cycle->owner);
}

static void
add_turn (CharterDutyList   *self,
          const CharterTurn *turn,
          CharterRef         owner)
{
  CharterDuty duty = {
    .what = "review",
    .who = owner,
    .due = turn->due,
    .due_at = CHARTER_INSTANT_NONE,
    .clause = turn->cycle->clause,
    .because = turn->span->adopted,
    .about = charter_scene_find (self->scene, turn->cycle->id),
    .detail = turn->cycle->id,
  };

  charter_duty_settle (self, &duty, charter_last_instant (self->scene, turn->grace_end), turn->held,
                       NULL);
  g_array_append_val (self->out, duty);
}

static void
add_cycle (CharterDutyList *self,
           GArray          *spans,
           const char      *cycle)
{
  g_autoptr(GArray) turns = g_array_new (FALSE, FALSE, sizeof (CharterTurn));
  const CharterCycleData *before = NULL;
  CharterRef owner = 0;

  if (!charter_cycle_turns (self->scene, spans, cycle, self->at, self->until, turns))
    return;
  for (guint i = 0; i < turns->len; i++)
    {
      const CharterTurn *turn = &g_array_index (turns, CharterTurn, i);

      if (turn->cycle != before)
        owner = owner_of (self, turn->cycle);
      before = turn->cycle;
      add_turn (self, turn, owner);
    }
}

void
charter_duties_of_reviews (CharterDutyList *self)
{
  g_autoptr(GArray) spans = charter_spans (self->scene, self->at);
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const CharterDocumentData *charter = g_array_index (spans, CharterSpan, i).charter;

      for (guint j = 0; j < charter->n_cycles && self->out->len <= CHARTER_DUTIES_MAX; j++)
        if (!contains (seen, charter->cycles[j].id))
          {
            g_ptr_array_add (seen, (gpointer) charter->cycles[j].id);
            add_cycle (self, spans, charter->cycles[j].id);
          }
    }
}
