/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-inquiry-private.h"

#include <string.h>

#include "oblige/charter-cycle-private.h"

/* What a check is asked with, and what many checks ask for alike: the turns of the cycles. */

/* The turns of one cycle; none at all where they cannot be reckoned. */
typedef struct
{
  GArray *spans;
  GArray *turns;
} Reckoned;

static void
reckoned_free (gpointer data)
{
  Reckoned *self = data;

  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->turns, g_array_unref);
  g_free (self);
}

void
charter_inquiry_init (CharterInquiry            *self,
                      const CharterScene        *scene,
                      const CharterDocumentData *charter,
                      gint64                     at)
{
  *self = (CharterInquiry) {
    .scene = scene,
    .charter = charter,
    .zone = charter_scene_zone (scene),
    .calendar = &charter->calendar,
    .at = at,
    .today = charter_scene_date_of (scene, at),
    .arena = charter_arena_new (),
    .turns = g_hash_table_new_full (NULL, NULL, NULL, reckoned_free),
  };
}

void
charter_inquiry_clear (CharterInquiry *self)
{
  g_clear_pointer (&self->turns, g_hash_table_unref);
  g_clear_pointer (&self->arena, charter_arena_unref);
}

static Reckoned *
reckon (CharterInquiry         *self,
        const CharterCycleData *cycle)
{
  Reckoned *reckoned = g_new0 (Reckoned, 1);
  g_autoptr(GArray) turns = g_array_new (FALSE, FALSE, sizeof (CharterTurn));

  reckoned->spans = charter_spans (self->scene, self->at);
  if (!charter_cycle_turns (self->scene, reckoned->spans, cycle->id, self->at, self->today, turns))
    return reckoned;
  for (guint i = 0; i < turns->len; i++)
    {
      CharterTurn *turn = &g_array_index (turns, CharterTurn, i);

      turn->start = charter_zone_start_of (self->zone, turn->due);
    }
  reckoned->turns = g_steal_pointer (&turns);
  return reckoned;
}

GArray *
charter_inquiry_turns (CharterInquiry         *self,
                       const CharterCycleData *cycle)
{
  Reckoned *reckoned = g_hash_table_lookup (self->turns, cycle);

  if (reckoned == NULL)
    {
      reckoned = reckon (self, cycle);
      g_hash_table_insert (self->turns, (gpointer) cycle, reckoned);
    }
  return reckoned->turns;
}

guint
charter_inquiry_turn_from (GArray *turns,
                           gint64  since)
{
  guint low = 0, high = turns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (turns, CharterTurn, middle).start < since)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const char *
charter_inquiry_turn_name (CharterInquiry *self,
                           GArray         *turns,
                           guint           index)
{
  CharterTurn *turn = &g_array_index (turns, CharterTurn, index);
  g_autofree char *name = NULL;
  char text[CHARTER_DATE_TEXT_SIZE];

  if (turn->name != NULL)
    return turn->name;
  charter_date_format (turn->due, text);
  name = g_strdup_printf ("%s/%s", turn->cycle->id, text);
  turn->name = charter_arena_strndup (self->arena, name, strlen (name));
  return turn->name;
}
