/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/charter-relations-private.h"
#include "state/charter-parties-private.h"

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

/* A party that some edge leads to, or that a decision concerns. */
typedef struct
{
  CharterRef ref;
  guint32    links : 31;      /* newest link to it */
  guint32    connects : 1;    /* a sensitive link leads from it */
} CharterHub;

/* The same edge from one of its ends, small enough to walk many.  Where @plain, the edge is there
 * once all are (charter_edges_all_there()); else it has to be looked at.
 * From its `from` @end is the hub that it leads to; from its `to` that which a link comes from,
 * and the number among CharterParties of the person who declared an interest. */
typedef struct
{
  guint32 end : 26;
  guint32 relation : 5;
  guint32 plain : 1;
  guint32 next;               /* the edge before it from, to the same party; 0 */
} CharterArc;

#define CHARTER_ARC_END_MAX ((1u << 26) - 1)

typedef struct
{
  GArray         *edges;      /* CharterEdge, [0] unused */
  GArray         *out_arcs, *in_arcs;   /* CharterArc by edge */
  GArray         *hubs;       /* CharterHub, [0] unused */
  GArray         *first_links;    /* CharterArc by hub: that of its newest link; @end 0: none */
  GArray         *declared;   /* guint32 by hub: newest declared interest in it */
  CharterParties *parties;    /* borrowed */
  guint64         relations;  /* CHARTER_RELATION_BIT of all that any edge may stand for */
  guint32         last_seq;   /* of the newest edge */
  gint64          last_begins;    /* of any that is plain */
} CharterEdges;

/* The newest edges of a party, 0 where there are none. */
typedef struct
{
  guint32 out;        /* from it */
  guint32 links;      /* links to it */
  guint32 declared;   /* declared interests in it */
} CharterEnds;

static inline const CharterHub *
charter_edges_hub (const CharterEdges *self,
                   guint32             hub)
{
  return &g_array_index (self->hubs, CharterHub, hub);
}

static inline const CharterArc *
charter_edges_out (const CharterEdges *self,
                   guint32             edge)
{
  return &g_array_index (self->out_arcs, CharterArc, edge);
}

static inline const CharterArc *
charter_edges_in (const CharterEdges *self,
                  guint32             edge)
{
  return &g_array_index (self->in_arcs, CharterArc, edge);
}

static inline CharterEnds
charter_edges_of (const CharterEdges *self,
                  CharterRef          ref)
{
  const CharterParty *party = charter_parties_get (self->parties, ref);

  return (CharterEnds) { party->out, charter_edges_hub (self, party->hub)->links,
                         g_array_index (self->declared, guint32, party->hub) };
}

static inline const CharterEdge *
charter_edges_get (const CharterEdges *self,
                   guint32             edge)
{
  return &g_array_index (self->edges, CharterEdge, edge);
}

/* The hub that an edge leads to, by its arc. */
static inline guint32
charter_edges_out_end (const CharterEdges *self,
                       const CharterArc   *arc,
                       guint32             edge)
{
  if (G_LIKELY (arc->end < CHARTER_ARC_END_MAX))
    return arc->end;

  return charter_parties_get (self->parties, charter_edges_get (self, edge)->to)->hub;
}

/* The hub that a link comes from, by its arc. */
static inline guint32
charter_edges_in_end (const CharterEdges *self,
                      const CharterArc   *arc,
                      guint32             edge)
{
  if (G_LIKELY (arc->end < CHARTER_ARC_END_MAX))
    return arc->end;

  return charter_parties_get (self->parties, charter_edges_get (self, edge)->from)->hub;
}

/* Has every plain edge begun by @at, and is it known? */
static inline gboolean
charter_edges_all_there (const CharterEdges *self,
                         guint32             known,
                         gint64              at)
{
  return self->last_seq <= known && self->last_begins <= at;
}

const CharterEdges *charter_scene_edges (const CharterScene *scene);
/* The edge that the entry made; NULL if it made none. */
const CharterEdge  *charter_scene_edge  (const CharterScene *scene,
                                         const CharterFact  *fact);

/* More than a half?  @share is nullable. */
gboolean            charter_share_is_majority (const CharterNode *share);

/* — for state/ — */

/* The hub of a party, made where there is none yet. */
guint32 charter_edges_hub_of (CharterEdges     *self,
                              CharterRef        ref);
void charter_edges_init  (CharterEdges       *self,
                          CharterParties     *parties);
void charter_edges_clear (CharterEdges       *self);
/* Copies what entries up to @known made; @parties are those of the copy. */
void charter_edges_copy  (CharterEdges       *self,
                          const CharterEdges *source,
                          CharterParties     *parties,
                          guint32             known);
/* Takes in an entry that has just been folded. */
void charter_edges_fold  (CharterEdges       *self,
                          const CharterScene *scene,
                          const CharterFact  *fact);

G_END_DECLS
