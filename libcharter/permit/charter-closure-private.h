/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* Parties, each once, in the order in which a search back from an item came to them, with how
 * many edges it took.  Memory is kept from one item to the next; forgetting them is a number. */
typedef struct
{
  CharterRef ref;
  guint32    distance;
} CharterClosurePlace;

typedef struct
{
  CharterRef ref;
  guint32    stamp;
  guint32    index;
} CharterClosureSlot;

typedef struct
{
  CharterClosurePlace *list;
  CharterClosureSlot  *slots;     /* those with the present stamp are taken */
  guint                n, room;
  guint                next;      /* the first place from which nobody went on yet */
  guint                mask;
  guint32              stamp;
} CharterClosure;

void     charter_closure_init  (CharterClosure *self);
void     charter_closure_clear (CharterClosure *self);
void     charter_closure_reset (CharterClosure *self);
void     charter_closure_grow  (CharterClosure *self);

static inline guint
charter_closure_hash (CharterRef ref)
{
  return (guint) ((ref * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

/* Where it stands in the list, or -1 where it was not found so far. */
static inline int
charter_closure_find (const CharterClosure *self,
                      CharterRef            ref)
{
  guint at = charter_closure_hash (ref) & self->mask;

  for (; self->slots[at].stamp == self->stamp; at = (at + 1) & self->mask)
    if (self->slots[at].ref == ref)
      return (int) self->slots[at].index;

  return -1;
}

/* FALSE if it is there already. */
static inline gboolean
charter_closure_add (CharterClosure *self,
                     CharterRef      ref,
                     guint           distance)
{
  guint at;

  if (G_UNLIKELY (self->n == self->room))
    charter_closure_grow (self);
  at = charter_closure_hash (ref) & self->mask;
  for (; self->slots[at].stamp == self->stamp; at = (at + 1) & self->mask)
    if (self->slots[at].ref == ref)
      return FALSE;
  self->slots[at] = (CharterClosureSlot) { ref, self->stamp, self->n };
  self->list[self->n++] = (CharterClosurePlace) { ref, distance };

  return TRUE;
}

G_END_DECLS
