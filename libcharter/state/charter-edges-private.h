/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/charter-relations-private.h"
#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* The interest graph: every link and every declared interest as an edge, in order of seq, with
 * chains from both of its parties, the newest first.  Adding one is constant time; nothing is
 * worked out beforehand.  An edge never changes but for its flags, and these only say that the
 * entry itself has to be read. */
typedef struct
{
  guint32    seq;
  CharterRef from, to;
  guint32    next_out, next_in;   /* the edge before it from @from, to @to; 0 */
  guint8     relation;            /* CharterRelation */
  guint8     flags;
  guint16    unused;
  gint64     begins, ends;        /* instants; ends: the first one after, G_MAXINT64 if none */
} CharterEdge;

enum
{
  CHARTER_EDGE_CHANGED   = 1 << 0,   /* ended or corrected by a later entry: read the entries */
  CHARTER_EDGE_SHARE     = 1 << 1,   /* says a share */
  CHARTER_EDGE_KNOWN_TO  = 1 << 2,   /* says who knows of it */
  CHARTER_EDGE_SENSITIVE = 1 << 3,
  CHARTER_EDGE_OF_PERSON = 1 << 4,   /* @from is a person of the record */
  CHARTER_EDGE_MAJORITY  = 1 << 5    /* says a share of more than a half, unless it was changed */
};

/* Newest edges of a party. */
typedef struct
{
  guint32 out;        /* from it */
  guint32 links;      /* links to it */
  guint32 declared;   /* declared interests in it */
} CharterEnds;

typedef struct
{
  GArray *edges;      /* CharterEdge, [0] unused */
  GArray *ends;       /* CharterEnds by CharterRef */
} CharterEdges;

/* The newest edges of a party, 0 where there are none. */
static inline const CharterEnds *
charter_edges_of (const CharterEdges *self,
                  CharterRef          ref)
{
  static const CharterEnds none;

  return ref < self->ends->len ? &g_array_index (self->ends, CharterEnds, ref) : &none;
}

static inline const CharterEdge *
charter_edges_get (const CharterEdges *self,
                   guint32             edge)
{
  return &g_array_index (self->edges, CharterEdge, edge);
}

const CharterEdges *charter_scene_edges (const CharterScene *scene);
/* The edge that the entry made; NULL if it made none. */
const CharterEdge  *charter_scene_edge  (const CharterScene *scene,
                                         const CharterFact  *fact);

/* More than a half?  @share is nullable. */
gboolean            charter_share_is_majority (const CharterNode *share);

/* — for state/ — */

void charter_edges_init  (CharterEdges       *self);
void charter_edges_clear (CharterEdges       *self);
/* Copies what entries up to @known made. */
void charter_edges_copy  (CharterEdges       *self,
                          const CharterEdges *source,
                          guint32             known);
/* Takes in an entry that has just been folded. */
void charter_edges_fold  (CharterEdges       *self,
                          const CharterScene *scene,
                          const CharterFact  *fact);

G_END_DECLS
