/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "permit/charter-item-private.h"

G_BEGIN_DECLS

/* What the files that search the interest graph share: one path of the policy, looked for
 * from one party. */

/* The best way that was found to one of the parties concerned. */
typedef struct
{
  guint32 forward;      /* visit + 1, 0: none */
  guint32 closure;      /* visit + 1, 0: the way ends where the forward search came to it */
  guint   length;
} CharterHit;

typedef struct
{
  const CharterItem     *item;
  const CharterEdges    *edges;
  const CharterPathData *path;
  guint                  number;      /* of the path in the policy */
  CharterRef             start;
  guint                  stop;        /* the forward search ends at this position */
  gboolean               all;         /* exemptions are not looked at */
  gboolean               ended;       /* nor is it that an entry ended or corrected an edge */
  gboolean               unknown;     /* some way went over an edge that @start may not know */
  gboolean               met;         /* it came to where the closure goes on */
  gboolean               cut_off;     /* the search came to its limit */
} CharterSearch;

/* Is the item's charter one that looks at what only some know? */
static inline const CharterConflictPolicy *
charter_search_policy (const CharterSearch *self)
{
  return &self->item->charter->conflicts;
}

/* Does the edge count at the item's time? */
gboolean charter_search_counts    (const CharterSearch   *self,
                                   const CharterEdge     *edge);
/* Does the step lead to what is owned or controlled, and to nothing else? */
gboolean charter_step_is_owning   (const CharterStepData *step);
/* May the step be taken along the edge (@against: from its `to`)?  Current edges only. */
gboolean charter_search_takes     (const CharterSearch   *self,
                                   const CharterStepData *step,
                                   const CharterEdge     *edge,
                                   gboolean               against);
/* Does @start know of the edge, as far as the policy asks? */
gboolean charter_search_knows     (const CharterSearch   *self,
                                   const CharterEdge     *edge);
/* Is an edge that leads into @party without effect, since @party is a public body? */
gboolean charter_search_is_exempt (const CharterSearch   *self,
                                   const CharterEdge     *edge,
                                   CharterRef             party);
/* The number of a party concerned, -1 if it is none. */
int      charter_search_target    (const CharterSearch   *self,
                                   CharterRef             party);

/* Builds the closure of the item's web for its instant, unless it is there. */
void     charter_search_prepare   (const CharterItem     *item);
/* The visit plus 1 in the closure of @target where @visit, a forward one, stands; 0. */
guint    charter_search_closure   (const CharterSearch   *self,
                                   guint                  target,
                                   const CharterVisit    *visit);
/* One step of the question's budget; FALSE, and cut off, once it is spent. */
gboolean charter_search_step      (CharterSearch         *self);
/* Goes forward from @start up to position @stop; visits are in item->web->forward. */
void     charter_search_forward   (CharterSearch         *self);
/* The hops of a visit, from the start of its search; appended to @out (CharterHop). */
void     charter_search_hops      (const CharterEdges    *edges,
                                   const CharterVisits   *visits,
                                   guint                  visit,
                                   gboolean               backward,
                                   GArray                *out);

/* Does anybody whom the steps before the holdings reach from @start hold anything at all? */
gboolean charter_search_may_hold  (CharterSearch         *self);
/* Trails of a path with a threshold: const CharterTrail * appended to @out. */
void     charter_search_holdings  (CharterSearch         *self,
                                   GPtrArray             *out);
/* Is there a trail along the path to this party; from now on there is. */
gboolean charter_search_is_told   (const CharterSearch   *self,
                                   CharterRef             party);
void     charter_search_tell      (const CharterSearch   *self,
                                   CharterRef             party);
/* Is the trail withheld, and is there one that tells as much? */
gboolean charter_trails_tell      (const CharterItem     *item,
                                   const CharterTrail    *trail,
                                   GPtrArray             *trails);
/* A trail of these hops, in the arena of the item. */
CharterTrail *charter_search_trail (const CharterSearch  *self,
                                    const CharterHop     *hops,
                                    guint                 n_hops);

G_END_DECLS
