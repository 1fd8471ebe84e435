/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-search-private.h"

#include <string.h>

/* How one person or partner is connected with the parties that an item concerns: declared
 * interests, sensitive links, and the paths of the policy, each by its shortest way. */

static GArray *
new_hops (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CharterHop));
}

/* Putting trails together */

static gboolean
is_sensitive (const CharterHop *hop)
{
  return hop->edge->relation == CHARTER_RELATION_CONNECTED
         || hop->edge->flags & CHARTER_EDGE_SENSITIVE;
}

CharterTrail *
charter_search_trail (const CharterSearch *self,
                      const CharterHop    *hops,
                      guint                n_hops)
{
  CharterArena *arena = charter_web_get_arena (self->item->web);
  CharterTrail *trail = charter_arena_alloc (arena, sizeof *trail);
  CharterHop *kept = charter_arena_alloc (arena, n_hops * sizeof *kept);

  memcpy (kept, hops, n_hops * sizeof *kept);
  *trail = (CharterTrail) {
    .from = self->start,
    .party = charter_hop_to (&kept[n_hops - 1]),
    .path = self->path,
    .category = self->path != NULL ? self->path->category : NULL,
    .hops = kept,
    .n_hops = n_hops,
  };
  for (guint i = 0; i < n_hops; i++)
    trail->withheld |= is_sensitive (&kept[i]);

  return trail;
}

const char *
charter_hop_relation (const CharterScene *scene,
                      const CharterHop   *hop)
{
  if (hop->edge->relation == CHARTER_RELATION_OTHER)
    return charter_scene_string (scene, charter_scene_fact (scene, hop->edge->seq), "relation");

  return charter_relation_name (hop->edge->relation);
}

const char *
charter_doubt_ground (CharterDoubt doubt)
{
  static const char *const grounds[] = {
    [CHARTER_DOUBT_SHARE] = "share-unknown", [CHARTER_DOUBT_LIMIT] = "search-limit",
  };

  return grounds[doubt];
}

/* Exemptions */

gboolean
charter_item_is_public (const CharterItem *item,
                        CharterRef         party)
{
  const CharterNode *named = item->charter->conflicts.public_bodies;
  const CharterFact *joined = charter_scene_maker (item->scene, party);

  if (named != NULL && charter_node_has_string (named, charter_scene_name (item->scene, party)))
    return TRUE;

  return joined != NULL && joined->kind == CHARTER_KIND ("partner-joined")
         && charter_node_member_boolean (charter_scene_data (item->scene, joined), "public-body",
                                         FALSE);
}

static gboolean
declares (const CharterItem *item,
          CharterRef         person,
          CharterRef         party)
{
  const CharterEdges *edges = charter_scene_edges (item->scene);

  for (guint32 e = charter_edges_of (edges, person).out; e != 0;
       e = charter_edges_get (edges, e)->next_out)
    {
      const CharterEdge *edge = charter_edges_get (edges, e);

      if (edge->to == party && edge->relation == CHARTER_RELATION_DECLARED
          && charter_edge_is_current (item->scene, &item->charter->conflicts, edge, item->at))
        return TRUE;
    }

  return FALSE;
}

/* Every current person has declared an interest in it: the first who has not settles it. */
gboolean
charter_item_is_shared (const CharterItem *item,
                        CharterRef         party)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, 0,
                                                      CHARTER_KIND ("person-joined"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (charter_scene_is_current (item->scene, fact->makes, item->at)
        && !declares (item, fact->makes, party))
      return FALSE;

  return TRUE;
}

static const char *
exempt_category (const CharterItem *item,
                 const char        *category)
{
  const CharterNode *exempt = item->charter->conflicts.exempt_categories;

  return exempt != NULL && category != NULL && charter_node_has_string (exempt, category)
         ? "exempt-category" : NULL;
}

static gboolean
has_ended (const CharterSearch *self,
           const CharterEdge   *edge)
{
  return !charter_edge_is_current (self->item->scene, charter_search_policy (self), edge,
                                   self->item->at);
}

static const char *
exempt_declaration (const CharterSearch *self,
                    const CharterEdge   *edge,
                    const char          *category)
{
  if (self->ended && has_ended (self, edge))
    return "ended";
  if (charter_search_is_exempt (self, edge, edge->to))
    return "public-body";
  if (charter_search_policy (self)->exempts_shared && charter_item_is_shared (self->item, edge->to))
    return "shared-by-all";

  return exempt_category (self->item, category);
}

/* Why a trail that was only found with exemptions left aside does not count. */
static const char *
exemption_of (const CharterSearch *self,
              const CharterTrail  *trail)
{
  CharterSearch strict = *self;
  const char *exemption = NULL;

  strict.all = FALSE;
  for (guint i = 0; i < trail->n_hops && exemption == NULL; i++)
    if (has_ended (self, trail->hops[i].edge))
      exemption = "ended";
  if (exemption == NULL)
    exemption = exempt_category (self->item, trail->category);
  for (guint i = 0; i < trail->n_hops && exemption == NULL; i++)
    if (!charter_search_knows (&strict, trail->hops[i].edge))
      exemption = "not-known";

  return exemption != NULL ? exemption : "public-body";
}

/* Direct ties */

static void
add_declared (CharterSearch     *self,
              const CharterEdge *edge,
              gboolean           exempt,
              GPtrArray         *out)
{
  const CharterScene *scene = self->item->scene;
  const char *category =
    charter_scene_string (scene, charter_scene_fact (scene, edge->seq), "category");
  const char *exemption = exempt_declaration (self, edge, category);
  const CharterHop hop = { edge, FALSE };
  CharterTrail *trail;

  if (exemption != NULL && !exempt)
    return;
  trail = charter_search_trail (self, &hop, 1);
  trail->category = category;
  trail->exemption = exemption;
  g_ptr_array_add (out, trail);
}

static void
add_connected (CharterSearch     *self,
               const CharterEdge *edge,
               gboolean           against,
               gboolean           exempt,
               GPtrArray         *out)
{
  const CharterHop hop = { edge, against };
  gboolean known = charter_search_knows (self, edge);
  CharterTrail *trail;

  if (!known && !exempt)
    return;
  trail = charter_search_trail (self, &hop, 1);
  trail->exemption = has_ended (self, edge) ? "ended" : known ? NULL : "not-known";
  g_ptr_array_add (out, trail);
}

/* Oldest first: the chains run the other way. */
static void
add_direct (CharterSearch *self,
            gboolean       exempt,
            GPtrArray     *out)
{
  const CharterEnds ends = charter_edges_of (self->edges, self->start);
  guint first = out->len;

  for (guint32 e = ends.links; e != 0; e = charter_edges_get (self->edges, e)->next_in)
    {
      const CharterEdge *edge = charter_edges_get (self->edges, e);

      if (edge->relation == CHARTER_RELATION_CONNECTED
          && charter_search_target (self, edge->from) >= 0 && charter_search_counts (self, edge))
        add_connected (self, edge, TRUE, exempt, out);
    }
  for (guint32 e = ends.out; e != 0; e = charter_edges_get (self->edges, e)->next_out)
    {
      const CharterEdge *edge = charter_edges_get (self->edges, e);

      if (charter_search_target (self, edge->to) < 0 || !charter_search_counts (self, edge))
        continue;
      if (edge->relation == CHARTER_RELATION_DECLARED)
        add_declared (self, edge, exempt, out);
      else if (edge->relation == CHARTER_RELATION_CONNECTED)
        add_connected (self, edge, FALSE, exempt, out);
    }
  for (guint i = first, j = out->len; i + 1 < j; i++)
    {
      gpointer swapped = out->pdata[i];

      out->pdata[i] = out->pdata[--j];
      out->pdata[j] = swapped;
    }
}

/* Paths without a threshold */

static void
take_hit (CharterSearch *self,
          GArray        *hits,
          guint          target,
          guint          forward,
          guint          closure)
{
  const CharterWeb *web = self->item->web;
  CharterHit *hit = &g_array_index (hits, CharterHit, target);
  guint length = web->forward.list[forward - 1].distance;

  if (closure != 0)
    {
      length += web->closure.list[closure - 1].distance;
      if (web->closure.list[closure - 1].limited && !self->all)
        self->unknown = TRUE;
    }
  if (length == 0 || length > self->path->depth || (hit->forward != 0 && hit->length <= length))
    return;
  *hit = (CharterHit) { forward, closure, length };
}

/* Where the forward search stops, the closure goes on; where it comes to nothing, nobody needs
 * the closure. */
static void
meet_closure (CharterSearch *self,
              GArray        *hits)
{
  const CharterVisits *forward = &self->item->web->forward;

  for (guint i = 0; i < forward->n; i++)
    {
      if (charter_visit_position (&forward->list[i]) < self->stop)
        continue;
      charter_search_prepare (self->item);
      self->met = TRUE;
      for (guint t = 0; t < hits->len; t++)
        {
          guint closure = charter_search_closure (self, t, &forward->list[i]);

          if (closure != 0)
            take_hit (self, hits, t, i + 1, closure);
        }
    }
}

static void
meet_targets (CharterSearch *self,
              GArray        *hits)
{
  const CharterVisits *forward = &self->item->web->forward;

  for (guint i = 0; i < forward->n; i++)
    {
      int target = charter_search_target (self, charter_visit_ref (&forward->list[i]));

      if (target >= 0 && charter_visit_position (&forward->list[i]) == self->stop)
        take_hit (self, hits, (guint) target, i + 1, 0);
    }
}

/* What is known to some only may lie in the closure: then every way is walked to its end. */
static void
search (CharterSearch *self,
        GArray        *hits)
{
  self->unknown = self->met = self->cut_off = FALSE;
  self->stop = self->path->first_tail;
  charter_search_forward (self);
  self->unknown = FALSE;
  if (!self->all)
    meet_closure (self, hits);
  if (!self->all && !(self->unknown && charter_search_policy (self)->exempts_unknown))
    return;
  memset (hits->data, 0, hits->len * sizeof (CharterHit));
  self->stop = self->path->n_steps;
  charter_search_forward (self);
  meet_targets (self, hits);
}

static CharterTrail *
trail_of_hit (CharterSearch    *self,
              const CharterHit *hit)
{
  const CharterWeb *web = self->item->web;
  g_autoptr(GArray) hops = new_hops ();

  charter_search_hops (self->edges, &web->forward, hit->forward, FALSE, hops);
  if (hit->closure != 0)
    charter_search_hops (self->edges, &web->closure, hit->closure, TRUE, hops);

  return charter_search_trail (self, (const CharterHop *) hops->data, hops->len);
}

/* A sensitive link straight to the party is a conflict by itself, and is there already. */
static gboolean
is_plain_connected (const CharterTrail *trail)
{
  return trail->n_hops == 1 && trail->hops[0].edge->relation == CHARTER_RELATION_CONNECTED;
}

gboolean
charter_search_is_told (const CharterSearch *self,
                        CharterRef           party)
{
  return charter_visits_find (&self->item->web->told,
                              charter_visit_key (self->number, 0, party)) != 0;
}

void
charter_search_tell (const CharterSearch *self,
                     CharterRef           party)
{
  const CharterVisit told = { .key = charter_visit_key (self->number, 0, party) };

  charter_visits_add (&self->item->web->told, &told);
}

/* A search that was cut off has not shown that there is nothing: the way to where it stopped. */
static void
add_cut_off (CharterSearch *self,
             GPtrArray     *out)
{
  const CharterWeb *web = self->item->web;
  g_autoptr(GArray) hops = new_hops ();
  CharterTrail *trail;

  charter_search_hops (self->edges, &web->forward, web->forward.n, FALSE, hops);
  if (hops->len == 0)
    {
      CharterHop hop = { charter_edges_get (self->edges,
                                            charter_edges_of (self->edges, self->start).out),
                         FALSE };

      g_array_append_val (hops, hop);
    }
  trail = charter_search_trail (self, (const CharterHop *) hops->data, hops->len);
  trail->doubt = CHARTER_DOUBT_LIMIT;
  g_ptr_array_add (out, trail);
}

static void
add_hits (CharterSearch *self,
          GArray        *hits,
          GPtrArray     *out)
{
  for (guint t = 0; t < hits->len; t++)
    {
      const CharterHit *hit = &g_array_index (hits, CharterHit, t);
      CharterRef party = g_array_index (self->item->about, CharterRef, t);
      CharterTrail *trail;

      if (hit->forward == 0 || party == self->start || charter_search_is_told (self, party))
        continue;
      charter_search_tell (self, party);
      trail = trail_of_hit (self, hit);
      if (is_plain_connected (trail) || charter_trails_tell (self->item, trail, out))
        continue;
      if (self->all)
        trail->exemption = exemption_of (self, trail);
      g_ptr_array_add (out, trail);
    }
}

/* Of what is withheld one row tells as much as several with the same effect. */
gboolean
charter_trails_tell (const CharterItem  *item,
                     const CharterTrail *trail,
                     GPtrArray          *trails)
{
  const char *clause;
  const CharterRegimeData *regime = charter_item_regime (item, trail, &clause);

  for (guint i = 0; trail->withheld && i < trails->len; i++)
    {
      const CharterTrail *other = trails->pdata[i];

      if (other->withheld && other->party == trail->party && other->exemption == NULL
          && charter_item_regime (item, other, &clause) == regime)
        return TRUE;
    }

  return FALSE;
}

static GArray *
hits_for (const CharterItem *item)
{
  CharterWeb *web = item->web;

  if (web->hits == NULL)
    web->hits = g_array_new (FALSE, TRUE, sizeof (CharterHit));
  g_array_set_size (web->hits, 0);
  g_array_set_size (web->hits, item->about->len);

  return web->hits;
}

static void
add_reached (CharterSearch *self,
             GPtrArray     *out)
{
  GArray *hits = hits_for (self->item);

  search (self, hits);
  add_hits (self, hits, out);
  if ((self->cut_off || (self->met && self->item->web->cut_off)) && !self->all)
    add_cut_off (self, out);
}

/* All of it */

/* Does any edge that the first steps could take leave from @start? */
static gboolean
has_edges (const CharterSearch *self)
{
  const CharterEnds ends = charter_edges_of (self->edges, self->start);

  return ends.out != 0 || ends.links != 0;
}

static void
add_paths (CharterSearch *self,
           GPtrArray     *out)
{
  const CharterConflictPolicy *policy = charter_search_policy (self);

  for (guint i = 0; i < policy->n_paths; i++)
    {
      self->path = &policy->paths[i];
      self->number = i;
      if (!self->all && exempt_category (self->item, self->path->category) != NULL)
        continue;
      if (self->path->has_share)
        charter_search_holdings (self, out);
      else
        add_reached (self, out);
      if (self->item->web->budget == 0)
        break;
    }
  self->path = NULL;
}

/* Is there anything at all that a second search without exemptions could add? */
static gboolean
exempts_paths (const CharterConflictPolicy *policy)
{
  return policy->exempts_public_bodies || policy->exempts_unknown
         || policy->exempt_categories != NULL;
}

static void
mark_exempt (CharterSearch *self,
             GPtrArray     *trails,
             guint          first)
{
  for (guint i = first; i < trails->len; i++)
    {
      CharterTrail *trail = trails->pdata[i];

      if (trail->exemption == NULL)
        trail->exemption = exemption_of (self, trail);
      trail->doubt = CHARTER_DOUBT_NONE;
    }
}

/* What does not count, beside what does. */
static void
add_exempt (CharterSearch *self,
            guint          what,
            GPtrArray     *out)
{
  guint first = out->len;

  self->all = TRUE;
  self->ended = (what & CHARTER_TRAILS_ENDED) != 0;
  if (!self->ended && !exempts_paths (charter_search_policy (self)))
    return;
  add_paths (self, out);
  mark_exempt (self, out, first);
}

void
charter_item_trails (const CharterItem *item,
                     CharterRef         who,
                     guint              what,
                     GPtrArray         *out)
{
  CharterSearch self = { .item = item, .start = who };

  if (item->charter == NULL || item->about->len == 0)
    return;
  self.edges = charter_scene_edges (item->scene);
  if (!has_edges (&self))
    return;
  self.ended = (what & CHARTER_TRAILS_ENDED) != 0;
  add_direct (&self, what != 0, out);
  self.ended = FALSE;
  if (item->charter->conflicts.n_paths == 0)
    return;
  item->web->budget = CHARTER_STEPS_BUDGET;
  charter_visits_reset (&item->web->told);
  add_paths (&self, out);
  if (what != 0)
    add_exempt (&self, what, out);
}
