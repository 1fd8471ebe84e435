/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-search-private.h"

#include <string.h>

/* Paths with a threshold: what is held in the party concerned, each chain multiplied, the
 * chains added (Regulation (EU) 2024/1624 art. 52), with those of connected persons where the
 * policy says so (Charities Act 2011 s.352, "alone or together"). */

/* A chain that is being walked back from the party concerned. */
typedef struct
{
  CharterRef      ref;          /* where it stands */
  guint           position;     /* the step that comes next from there */
  CharterHop      hop;          /* by which it came there; none at the party */
  CharterFraction share;        /* of what was walked so far */
  gboolean        known;
  gboolean        enough;       /* a sensitive link: fulfils any threshold */
  guint           length;
} Link;

typedef struct
{
  CharterSearch *search;
  CharterRef     party;
  GArray        *chain;         /* Link: the way from the party to where the walk stands */
  GArray        *found;         /* Found */
  GArray        *hops;          /* CharterHop, of those found */
  guint          steps;         /* taken so far, against the limit */
  guint          shortest;      /* edges, with what leads to the holder; 0: none */
  guint          best;          /* index in @found */
} Walk;

typedef struct
{
  CharterRef      holder;
  guint           visit;        /* plus 1, in the forward search */
  CharterFraction share;
  gboolean        known, enough;
  guint           first_hop, n_hops;
} Found;

/* Shares */

/* The share that an edge says, as corrected; 1 for one that is no holding. */
static gboolean
multiply (const CharterSearch *self,
          const CharterEdge   *edge,
          Link                *link)
{
  const CharterScene *scene = self->item->scene;
  const CharterNode *node = charter_node_member (
    charter_scene_data (scene, charter_scene_fact (scene, edge->seq)), "share");
  CharterFraction share;

  if (edge->relation == CHARTER_RELATION_CONNECTED)
    link->enough = TRUE;
  else if (node != NULL && charter_fraction_from_node (node, &share))
    return charter_fraction_multiply (&link->share, &share, &link->share);
  else if (edge->relation == CHARTER_RELATION_OWNS || edge->relation == CHARTER_RELATION_OWNED_BY)
    link->known = FALSE;

  return TRUE;
}

/* The holder at the beginning of a chain */

static gboolean
all_optional (const CharterPathData *path,
              guint                  from,
              guint                  to)
{
  for (guint i = from; i < to; i++)
    if (!path->steps[i].optional)
      return FALSE;

  return TRUE;
}

static gboolean
same_hops (const Walk  *self,
           const Found *found)
{
  guint n = self->chain->len - 1;

  if (found->n_hops != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const Link *link = &g_array_index (self->chain, Link, self->chain->len - 1 - i);

      if (g_array_index (self->hops, CharterHop, found->first_hop + i).edge != link->hop.edge)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_found (const Walk *self,
          CharterRef  holder)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);

      if (found->holder == holder && same_hops (self, found))
        return TRUE;
    }

  return FALSE;
}

/* Each chain counts once, however the steps are shared out over it. */
static void
take_chain (Walk *self)
{
  const CharterSearch *search = self->search;
  const CharterVisits *forward = &search->item->web->forward;
  const Link *last = &g_array_index (self->chain, Link, self->chain->len - 1);
  guint visit = charter_visits_find (forward, charter_visit_key (0, search->path->first_holding,
                                                                 last->ref));
  Found found = { last->ref, visit, last->share, last->known, last->enough, self->hops->len,
                  last->length };
  guint length;

  if (visit == 0 || !all_optional (search->path, search->path->first_holding, last->position)
      || is_found (self, last->ref))
    return;
  length = forward->list[visit - 1].distance + last->length;
  if (length > search->path->depth)
    return;
  for (guint i = self->chain->len - 1; i > 0; i--)
    g_array_append_val (self->hops, g_array_index (self->chain, Link, i).hop);
  if (self->shortest == 0 || length < self->shortest)
    {
      self->shortest = length;
      self->best = self->found->len;
    }
  g_array_append_val (self->found, found);
}

/* Walking back */

static gboolean
is_on_chain (const Walk *self,
             CharterRef  ref)
{
  for (guint i = 0; i < self->chain->len; i++)
    if (g_array_index (self->chain, Link, i).ref == ref)
      return TRUE;

  return FALSE;
}

static void walk_back (Walk *self);

static void
try_step (Walk              *self,
          guint              position,
          const CharterEdge *edge,
          gboolean           against)
{
  CharterSearch *search = self->search;
  CharterRef ref = against ? edge->to : edge->from;
  Link link = g_array_index (self->chain, Link, self->chain->len - 1);

  if (self->steps >= CHARTER_VISITS_MAX || !charter_search_step (search))
    {
      search->cut_off = TRUE;
      return;
    }
  self->steps++;
  if (is_on_chain (self, ref)
      || !charter_search_takes (search, &search->path->steps[position], edge, against)
      || !charter_search_knows (search, edge)
      || (link.length == 0 && charter_search_is_exempt (search, edge, self->party)))
    return;
  if (!multiply (search, edge, &link))
    link.known = FALSE;
  link.ref = ref;
  link.position = position;
  link.hop = (CharterHop) { edge, against };
  link.length++;
  g_array_append_val (self->chain, link);
  take_chain (self);
  walk_back (self);
  g_array_set_size (self->chain, self->chain->len - 1);
}

/* Every edge by which @position could have been the step taken to where the chain stands. */
static void
try_edges (Walk  *self,
           guint  position)
{
  const CharterSearch *search = self->search;
  const CharterStepData *step = &search->path->steps[position];
  const CharterEnds ends =
    charter_edges_of (search->edges, g_array_index (self->chain, Link, self->chain->len - 1).ref);

  for (guint32 e = ends.links; e != 0; e = charter_edges_get (search->edges, e)->next_in)
    try_step (self, position, charter_edges_get (search->edges, e), FALSE);
  if (step->along & CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED))
    for (guint32 e = ends.declared; e != 0; e = charter_edges_get (search->edges, e)->next_in)
      try_step (self, position, charter_edges_get (search->edges, e), FALSE);
  if (step->against & search->edges->relations)
    for (guint32 e = ends.out; e != 0; e = charter_edges_get (search->edges, e)->next_out)
      try_step (self, position, charter_edges_get (search->edges, e), TRUE);
}

/* No deeper than the policy's depth, which is at most 64. */
static void
walk_back (Walk *self)
{
  const CharterPathData *path = self->search->path;
  Link link = g_array_index (self->chain, Link, self->chain->len - 1);

  if (link.length >= path->depth)
    return;
  for (guint q = path->first_holding; q < path->n_steps; q++)
    {
      guint after = path->steps[q].repeats ? q : q + 1;

      if (after <= link.position && all_optional (path, after, link.position))
        try_edges (self, q);
    }
}

/* Comparing */

static gboolean
passes (const CharterPathData *path,
        const CharterFraction *share)
{
  int order = charter_fraction_compare (share, &path->share);

  return path->compare == CHARTER_COMPARE_GREATER ? order > 0 : order >= 0;
}

typedef struct
{
  CharterFraction share;
  gboolean        passes, doubtful;
  CharterRef      holder;       /* whose holding it is; 0: all together */
} Judgement;

static void
judge_sum (const Walk *self,
           Judgement  *out)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);

      if (found->enough)
        out->passes = TRUE;
      if (!found->known || !charter_fraction_add (&out->share, &found->share, &out->share))
        out->doubtful = TRUE;
    }
  if (passes (self->search->path, &out->share))
    out->passes = TRUE;
}

/* What one holder holds, all chains together. */
typedef struct
{
  CharterRef      holder;
  CharterFraction share;
  gboolean        known, enough;
} Sum;

static void
add_to_sum (Sum         *sum,
            const Found *found)
{
  sum->enough |= found->enough;
  if (!found->known || !charter_fraction_add (&sum->share, &found->share, &sum->share))
    sum->known = FALSE;
}

/* Sum by holder, in the order in which they were found. */
static GArray *
sums_of (const Walk *self)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  g_autoptr(GHashTable) at = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);
      const Sum none = { found->holder, CHARTER_FRACTION (0, 1), TRUE, FALSE };
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (at, GUINT_TO_POINTER (found->holder)));

      if (place == 0)
        {
          g_array_append_val (sums, none);
          place = sums->len;
          g_hash_table_insert (at, GUINT_TO_POINTER (found->holder), GUINT_TO_POINTER (place));
        }
      add_to_sum (&g_array_index (sums, Sum, place - 1), found);
    }

  return sums;
}

/* What is shown: a holding that passes, else one that is unknown, else the greatest. */
static guint
rank_of (const Walk *self,
         const Sum  *sum)
{
  if (sum->enough || passes (self->search->path, &sum->share))
    return 3;

  return sum->known ? 1 : 2;
}

/* Each holder alone; one whose holding is unknown leaves a doubt where no other passes. */
static void
judge_each (const Walk *self,
            Judgement  *out)
{
  g_autoptr(GArray) sums = sums_of (self);
  guint best = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      guint rank = rank_of (self, sum);

      out->doubtful |= !sum->known;
      out->passes |= rank == 3;
      if (rank < best
          || (rank == best && charter_fraction_compare (&sum->share, &out->share) <= 0))
        continue;
      best = rank;
      out->holder = sum->holder;
      out->share = sum->share;
    }
}

/* Trails */

static gboolean
is_counted (const Judgement *judged,
            const Found     *found)
{
  return judged->holder == 0 || found->holder == judged->holder;
}

static void
add_holdings (const Walk      *self,
              const Judgement *judged,
              CharterTrail    *trail)
{
  CharterArena *arena = charter_web_get_arena (self->search->item->web);
  CharterHeld *holdings = charter_arena_alloc (arena, self->found->len * sizeof *holdings);

  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);
      gsize size = found->n_hops * sizeof (CharterHop);
      CharterHop *hops;

      if (!is_counted (judged, found))
        continue;
      hops = charter_arena_alloc (arena, size);
      memcpy (hops, &g_array_index (self->hops, CharterHop, found->first_hop), size);
      for (guint h = 0; h < found->n_hops; h++)
        trail->withheld |= hops[h].edge->relation == CHARTER_RELATION_CONNECTED
                           || hops[h].edge->flags & CHARTER_EDGE_SENSITIVE;
      holdings[trail->n_holdings++] = (CharterHeld) { found->holder, found->known, found->share,
                                                         hops, found->n_hops };
    }
  trail->holdings = holdings;
  trail->has_share = TRUE;
  trail->share = judged->share;
}

/* The chain that is shown: the shortest of those that are counted. */
static const Found *
shown (const Walk      *self,
       const Judgement *judged)
{
  const Found *best = NULL;
  guint shortest = 0;

  if (self->search->path->add_connected)
    return &g_array_index (self->found, Found, self->best);
  for (guint i = 0; i < self->found->len; i++)
    {
      const Found *found = &g_array_index (self->found, Found, i);
      guint length = self->search->item->web->forward.list[found->visit - 1].distance
                     + found->n_hops;

      if (is_counted (judged, found) && (best == NULL || length < shortest))
        {
          best = found;
          shortest = length;
        }
    }

  return best;
}

static void
add_trail (const Walk      *self,
           const Judgement *judged,
           GPtrArray       *out)
{
  const CharterSearch *search = self->search;
  const Found *best = shown (self, judged);
  g_autoptr(GArray) hops = g_array_new (FALSE, FALSE, sizeof (CharterHop));
  CharterTrail *trail;

  charter_search_hops (search->edges, &search->item->web->forward, best->visit, FALSE, hops);
  g_array_append_vals (hops, &g_array_index (self->hops, CharterHop, best->first_hop),
                       best->n_hops);
  trail = charter_search_trail (search, (const CharterHop *) hops->data, hops->len);
  add_holdings (self, judged, trail);
  if (!judged->passes)
    trail->doubt = CHARTER_DOUBT_SHARE;
  charter_search_tell (search, trail->party);
  if (!charter_trails_tell (search->item, trail, out))
    g_ptr_array_add (out, trail);
}

static gboolean
is_plain_connected (const Walk *self)
{
  const Found *found = &g_array_index (self->found, Found, 0);

  return self->found->len == 1 && self->shortest == 1 && found->enough
         && g_array_index (self->hops, CharterHop, 0).edge->relation == CHARTER_RELATION_CONNECTED;
}

static void
look_at_party (CharterSearch *search,
               CharterRef     party,
               GPtrArray     *out)
{
  const Link start = { .ref = party, .position = search->path->n_steps,
                       .share = CHARTER_FRACTION (1, 1), .known = TRUE };
  g_autoptr(GArray) chain = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr(GArray) hops = g_array_new (FALSE, FALSE, sizeof (CharterHop));
  Walk self = { .search = search, .party = party, .chain = chain, .found = found, .hops = hops };
  Judgement judged = { .share = CHARTER_FRACTION (0, 1) };

  g_array_append_val (chain, start);
  walk_back (&self);
  if (found->len == 0 || is_plain_connected (&self))
    return;
  if (search->path->add_connected)
    judge_sum (&self, &judged);
  else
    judge_each (&self, &judged);
  if (judged.passes || judged.doubtful)
    add_trail (&self, &judged, out);
}

/* Where a walk was cut off, what was found so far may not be all. */
static void
add_doubt (CharterSearch *search,
           GPtrArray     *out)
{
  const CharterEnds ends = charter_edges_of (search->edges, search->start);
  const CharterHop hop = { charter_edges_get (search->edges,
                                              ends.out != 0 ? ends.out : ends.links),
                           ends.out == 0 };
  CharterTrail *trail = charter_search_trail (search, &hop, 1);

  trail->doubt = CHARTER_DOUBT_LIMIT;
  g_ptr_array_add (out, trail);
}

/* Does anybody whom the steps before it reach hold anything?  Most do not, and then nobody
 * need look at all who hold something in the party concerned. */
static gboolean
anyone_holds (const CharterSearch *self)
{
  const CharterVisits *forward = &self->item->web->forward;
  const CharterPathData *path = self->path;

  for (guint i = 0; i < forward->n; i++)
    {
      const CharterEnds ends = charter_edges_of (self->edges,
                                                  charter_visit_ref (&forward->list[i]));

      if (charter_visit_position (&forward->list[i]) != path->first_holding)
        continue;
      for (guint q = path->first_holding; q < path->n_steps; q++)
        {
          const CharterStepData *step = &path->steps[q];

          for (guint32 e = ends.out; e != 0; e = charter_edges_get (self->edges, e)->next_out)
            if (charter_search_takes (self, step, charter_edges_get (self->edges, e), FALSE))
              return TRUE;
          for (guint32 e = ends.links; e != 0; e = charter_edges_get (self->edges, e)->next_in)
            if (charter_search_takes (self, step, charter_edges_get (self->edges, e), TRUE))
              return TRUE;
          if (!step->optional)
            break;
        }
    }

  return FALSE;
}

gboolean
charter_search_may_hold (CharterSearch *self)
{
  self->stop = self->path->first_holding;
  charter_search_forward (self);

  return self->cut_off || anyone_holds (self);
}

void
charter_search_holdings (CharterSearch *self,
                         GPtrArray     *out)
{
  const GArray *about = self->item->about;

  self->cut_off = FALSE;
  if (!charter_search_may_hold (self))
    return;
  for (guint t = 0; t < about->len; t++)
    {
      CharterRef party = g_array_index (about, CharterRef, t);

      if (party != self->start && !charter_search_is_told (self, party))
        look_at_party (self, party, out);
    }
  if (self->cut_off && !self->all)
    add_doubt (self, out);
}
