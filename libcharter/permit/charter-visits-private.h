/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* Where a search has been, in the order in which it came there: the list is its queue, a
 * table beside it keeps it from going anywhere twice.  The first few places need no memory
 * of their own. */
typedef struct
{
  guint64 key;        /* charter_visit_key() */
  guint32 edge;       /* by which it came here; 0 at the start, or for a step left out */
  guint32 before;     /* the visit that it came from, plus 1; 0 at the start */
  guint16 distance;   /* edges so far */
  guint8  against;    /* the edge was walked from its `to` to its `from` */
  guint8  limited;    /* an edge so far is known to some persons only */
} CharterVisit;

#define CHARTER_VISITS_FEW 32

typedef struct
{
  CharterVisit *list;
  guint32      *slots;            /* visit + 1, 0 is free */
  guint         n, room, mask;
  CharterVisit  few[CHARTER_VISITS_FEW];
  guint32       few_slots[2 * CHARTER_VISITS_FEW];
} CharterVisits;

/* @group: tells searches in one table apart, below 2^24; @position: below 2^8. */
static inline guint64
charter_visit_key (guint      group,
                   guint      position,
                   CharterRef ref)
{
  return (guint64) group << 40 | (guint64) position << 32 | ref;
}

static inline CharterRef
charter_visit_ref (const CharterVisit *visit)
{
  return (CharterRef) visit->key;
}

static inline guint
charter_visit_position (const CharterVisit *visit)
{
  return visit->key >> 32 & 0xff;
}

static inline guint
charter_visit_group (const CharterVisit *visit)
{
  return (guint) (visit->key >> 40);
}

void  charter_visits_init  (CharterVisits *self);
void  charter_visits_clear (CharterVisits *self);
/* Forgets everything, keeps the memory. */
void  charter_visits_reset (CharterVisits *self);
/* The visit plus 1, 0 if it was not there. */
guint charter_visits_find  (const CharterVisits *self,
                            guint64              key);
/* Adds it unless it is there already; TRUE if it was added. */
gboolean charter_visits_add (CharterVisits       *self,
                             const CharterVisit  *visit);

G_END_DECLS
