/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-visits-private.h"

#include <string.h>

/* The places that a search has been to. */

void
charter_visits_init (CharterVisits *self)
{
  self->list = self->few;
  self->slots = self->few_slots;
  self->n = 0;
  self->room = CHARTER_VISITS_FEW;
  self->mask = G_N_ELEMENTS (self->few_slots) - 1;
  memset (self->few_slots, 0, sizeof self->few_slots);
}

void
charter_visits_clear (CharterVisits *self)
{
  if (self->list == self->few)
    return;
  g_free (self->list);
  g_free (self->slots);
  self->list = self->few;
}

void
charter_visits_reset (CharterVisits *self)
{
  if (self->n == 0)
    return;
  self->n = 0;
  memset (self->slots, 0, (self->mask + 1) * sizeof *self->slots);
}

static guint
slot_of (const CharterVisits *self,
         guint64              key)
{
  guint64 mixed = key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint slot = (guint) (mixed >> 32) & self->mask;

  while (self->slots[slot] != 0 && self->list[self->slots[slot] - 1].key != key)
    slot = (slot + 1) & self->mask;

  return slot;
}

guint
charter_visits_find (const CharterVisits *self,
                     guint64              key)
{
  return self->slots[slot_of (self, key)];
}

static void
grow (CharterVisits *self)
{
  CharterVisit *list = g_new (CharterVisit, self->room * 2);
  guint32 *slots = g_new0 (guint32, (self->mask + 1) * 2);

  memcpy (list, self->list, self->n * sizeof *list);
  charter_visits_clear (self);
  self->list = list;
  self->slots = slots;
  self->room *= 2;
  self->mask = self->mask * 2 + 1;
  for (guint i = 0; i < self->n; i++)
    self->slots[slot_of (self, list[i].key)] = i + 1;
}

gboolean
charter_visits_add (CharterVisits      *self,
                    const CharterVisit *visit)
{
  guint slot = slot_of (self, visit->key);

  if (self->slots[slot] != 0)
    return FALSE;
  if (self->n == self->room)
    {
      grow (self);
      slot = slot_of (self, visit->key);
    }
  self->list[self->n] = *visit;
  self->slots[slot] = ++self->n;

  return TRUE;
}
