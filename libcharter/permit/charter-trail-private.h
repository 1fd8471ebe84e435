/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "permit/charter-permit-private.h"
#include "permit/charter-visits-private.h"
#include "state/charter-edges-private.h"

G_BEGIN_DECLS

/* What was found in the interest graph: how somebody is connected with a party that an item
 * concerns. */

/* One edge, as it was walked. */
typedef struct
{
  const CharterEdge *edge;
  gboolean           against;     /* from its `to` to its `from` */
} CharterHop;

/* What one holder holds in the party concerned, along one chain. */
typedef struct
{
  CharterRef        holder;
  gboolean          known;        /* FALSE: an edge says no share */
  CharterFraction   share;
  const CharterHop *hops;
  guint             n_hops;
} CharterHeld;

typedef enum
{
  CHARTER_DOUBT_NONE,
  CHARTER_DOUBT_SHARE,            /* a holding is unknown, or does not fit 64 bits */
  CHARTER_DOUBT_LIMIT             /* the search was cut off */
} CharterDoubt;

/* From @from to @party; everything in the arena of the item. */
struct _CharterTrail
{
  CharterRef             from, party;
  const CharterPathData *path;          /* NULL: a declared interest, or a sensitive link */
  const char            *category;      /* NULL: withheld */
  const CharterHop      *hops;
  guint                  n_hops;        /* 1: direct */
  gboolean               withheld;      /* rests on something sensitive */
  const char            *exemption;     /* why it does not count; NULL: it does */
  CharterDoubt           doubt;
  gboolean               has_share;
  CharterFraction        share;         /* of all holdings */
  const CharterHeld  *holdings;
  guint                  n_holdings;
};

/* The searches of one item at one instant: what leads to its parties, kept for whoever is
 * asked about next. */
typedef struct
{
  gint64         at;
  gboolean       ready;           /* the closure is that of @at */
  gboolean       cut_off;         /* and came to its limit */
  CharterVisits  closure;         /* from the parties concerned back along repeated steps */
  CharterVisits  forward;         /* from whoever is asked about */
  CharterArena  *arena;           /* of trails; NULL until there is one */
  CharterVisits  told;            /* (path, party) of the trails that are there */
  guint          budget;          /* steps left to the question being asked */
  GArray        *hits;            /* CharterHit, one a party concerned */
} CharterWeb;

/* No search along one path goes further, and no question takes more steps in all. */
#define CHARTER_VISITS_MAX 100000
#define CHARTER_STEPS_BUDGET 1000000

CharterWeb   *charter_web_new       (void);
void          charter_web_free      (CharterWeb *self);
CharterArena *charter_web_get_arena (CharterWeb *self);
/* Gives back the memory of trails that nobody needs any more. */
void          charter_web_drop_trails (CharterWeb *self);

/* The party that a hop leads to. */
static inline CharterRef
charter_hop_to (const CharterHop *hop)
{
  return hop->against ? hop->edge->from : hop->edge->to;
}

static inline CharterRef
charter_hop_from (const CharterHop *hop)
{
  return hop->against ? hop->edge->to : hop->edge->from;
}

/* The ground of what cannot be told; NULL for no doubt. */
const char *charter_doubt_ground (CharterDoubt doubt);

/* Is the edge current at @at, the tail included? */
gboolean charter_edge_is_current (const CharterScene          *scene,
                                  const CharterConflictPolicy *policy,
                                  const CharterEdge           *edge,
                                  gint64                       at);

G_END_DECLS
