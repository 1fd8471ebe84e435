/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-closure-private.h"

/* The places of one search. */

#define FIRST_ROOM 64

void
charter_closure_init (CharterClosure *self)
{
  *self = (CharterClosure) {
    .list = g_new (CharterClosurePlace, FIRST_ROOM),
    .slots = g_new0 (CharterClosureSlot, FIRST_ROOM * 2),
    .room = FIRST_ROOM,
    .mask = FIRST_ROOM * 2 - 1,
    .stamp = 1,
  };
}

void
charter_closure_clear (CharterClosure *self)
{
  g_clear_pointer (&self->list, g_free);
  g_clear_pointer (&self->slots, g_free);
}

void
charter_closure_reset (CharterClosure *self)
{
  self->n = self->next = 0;
  if (++self->stamp != 0)
    return;
  for (guint i = 0; i <= self->mask; i++)
    self->slots[i].stamp = 0;
  self->stamp = 1;
}

void
charter_closure_grow (CharterClosure *self)
{
  self->room *= 2;
  self->list = g_renew (CharterClosurePlace, self->list, self->room);
  g_free (self->slots);
  self->slots = g_new0 (CharterClosureSlot, self->room * 2);
  self->mask = self->room * 2 - 1;
  for (guint i = 0; i < self->n; i++)
    {
      guint at = charter_closure_hash (self->list[i].ref) & self->mask;

      while (self->slots[at].stamp == self->stamp)
        at = (at + 1) & self->mask;
      self->slots[at] = (CharterClosureSlot) { self->list[i].ref, self->stamp, i };
    }
}
