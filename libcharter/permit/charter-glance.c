/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-glance-private.h"

/* Looking whether anything bars somebody, along the ways that the policy knows. */

/* More wanted places than this are looked up one by one. */
#define FEW_WANTED 8

/* The policy */

static guint
bits_of (const CharterRegimeData *regime,
         guint                    bits)
{
  return charter_regime_from (regime) & bits;
}

static gboolean
awaits (const CharterConflictPolicy *policy,
        const CharterRegimeData     *regime)
{
  return policy->needs_ruling || regime->by_ruling;
}

static void
read_tail (CharterGlancePath *self,
           guint64            relations)
{
  const CharterPathData *path = self->search.path;
  const guint64 control = CHARTER_RELATION_BIT (CHARTER_RELATION_CONTROLS)
                          | CHARTER_RELATION_BIT (CHARTER_RELATION_CONTROLLED_BY);

  self->n_tail = path->n_steps - path->first_tail;
  self->owning = self->n_tail > 0;
  for (guint i = path->first_tail; i < path->n_steps; i++)
    {
      const CharterStepData *step = &path->steps[i];

      self->along |= step->along;
      self->against |= step->against;
      self->odd |= step->others != NULL || (step->along | step->against) & control;
      self->owning &= charter_step_is_owning (step);
    }
  self->along &= relations;
  self->against &= relations;
  self->against_more = (self->against & ~CHARTER_RELATION_BIT (CHARTER_RELATION_CONNECTED)) != 0;
  self->step_against = path->steps[0].against & relations;
}

static void
read_path (CharterGlancePath           *self,
           const CharterConflictPolicy *policy,
           guint64                      relations,
           guint                        number,
           guint                        bits)
{
  const CharterPathData *path = &policy->paths[number];
  const CharterRegimeData *regime = path->regime != NULL ? path->regime : &policy->regime;
  gboolean exempt = policy->exempt_categories != NULL && path->category != NULL
                    && charter_node_has_string (policy->exempt_categories, path->category);

  self->search = (CharterSearch) { .path = path, .number = number, .all = TRUE };
  self->bears = bits_of (regime, bits) != 0 && !exempt;
  read_tail (self, relations);
  self->certain = !path->has_share && self->n_tail <= 1 && !awaits (policy, regime)
                  && !policy->exempts_public_bodies && !policy->exempts_unknown;
  charter_closure_init (&self->closure);
  self->room = FEW_WANTED;
  self->wanted = g_new (CharterClosurePlace, self->room);
}

static void
read_direct (CharterGlancePolicy         *self,
             const CharterConflictPolicy *policy,
             guint                        bits)
{
  gboolean bears = bits_of (&policy->regime, bits) != 0, waits = awaits (policy, &policy->regime);

  self->own_bears = self->connected_bears = self->direct_bears = bears;
  self->connected_certain = !waits && !policy->exempts_unknown;
  self->direct_certain = !waits && !policy->exempts_public_bodies && !policy->exempts_shared
                         && policy->exempt_categories == NULL && policy->n_categories == 0;
  for (guint i = 0; i < policy->n_categories; i++)
    self->direct_bears |= bits_of (policy->categories[i].regime, bits) != 0;
}

void
charter_glance_policy_init (CharterGlancePolicy       *self,
                            const CharterScene        *scene,
                            const CharterDocumentData *charter,
                            guint                      bits)
{
  const CharterConflictPolicy *policy = &charter->conflicts;

  *self = (CharterGlancePolicy) {
    .charter = charter,
    .paths = g_new0 (CharterGlancePath, policy->n_paths),
    .n_paths = policy->n_paths,
    .relations = charter_scene_edges (scene)->relations,
    .partners = g_array_new (FALSE, FALSE, sizeof (CharterRef)),
  };
  read_direct (self, policy, bits);
  self->any_bears = self->direct_bears;
  for (guint i = 0; i < self->n_paths; i++)
    {
      read_path (&self->paths[i], policy, self->relations, i, bits);
      self->paths[i].policy = self;
      self->any_bears |= self->paths[i].bears;
    }
}

void
charter_glance_policy_clear (CharterGlancePolicy *self)
{
  for (guint i = 0; i < self->n_paths; i++)
    {
      charter_closure_clear (&self->paths[i].closure);
      g_free (self->paths[i].wanted);
    }
  g_clear_pointer (&self->paths, g_free);
  g_clear_pointer (&self->partners, g_array_unref);
}

void
charter_glance_begin (CharterGlancePolicy *self,
                      const CharterItem   *item,
                      const guint32       *about,
                      guint                n_about,
                      gboolean             dispenses)
{
  const CharterEdges *edges = charter_scene_edges (item->scene);

  self->dispenses = dispenses;
  self->about = about;
  self->n_about = n_about;
  self->filled = FALSE;
  self->hubs = charter_edges_hub (edges, 0);
  self->first_links = (const CharterArc *) edges->first_links->data;
  self->in_arcs = charter_edges_in (edges, 0);
  self->out_arcs = charter_edges_out (edges, 0);
  self->quick = charter_edges_all_there (edges, item->scene->known, item->at);
  for (guint i = 0; i < self->n_paths; i++)
    {
      self->paths[i].search.item = item;
      self->paths[i].search.edges = edges;
      charter_closure_reset (&self->paths[i].closure);
    }
}

void
charter_glance_fill (CharterGlancePolicy *self,
                     const CharterItem   *item)
{
  if (self->filled)
    return;
  self->filled = TRUE;
  charter_item_set_about (item, self->about, self->n_about);
}

/* Edges.  Most arcs tell all that is needed; for the others the edge is looked at. */

static gboolean
is_edge_there (const CharterItem *item,
               guint32            edge)
{
  return charter_edge_is_current (item->scene, &item->charter->conflicts,
                                  charter_edges_get (charter_scene_edges (item->scene), edge),
                                  item->at);
}

static inline gboolean
is_there (const CharterGlancePolicy *self,
          const CharterItem         *item,
          const CharterArc          *arc,
          guint32                    edge)
{
  return (arc->plain && self->quick) || is_edge_there (item, edge);
}

gboolean
charter_glance_is_there (const CharterGlancePolicy *self,
                         const CharterItem         *item,
                         const CharterArc          *arc,
                         guint32                    edge)
{
  return is_there (self, item, arc, edge);
}

static gboolean
tail_takes_oddly (const CharterGlancePath *self,
                  guint32                  edge,
                  gboolean                 against)
{
  const CharterPathData *path = self->search.path;

  for (guint i = path->first_tail; i < path->n_steps; i++)
    if (charter_search_takes (&self->search, &path->steps[i],
                              charter_edges_get (self->search.edges, edge), against))
      return TRUE;

  return FALSE;
}

static inline gboolean
tail_takes (const CharterGlancePath *self,
            const CharterArc        *arc,
            guint32                  edge,
            gboolean                 against)
{
  if ((against ? self->against : self->along) >> arc->relation & 1)
    return is_there (self->policy, self->search.item, arc, edge);

  return self->odd && tail_takes_oddly (self, edge, against);
}

static inline gboolean
step_takes (const CharterGlancePath *self,
            const CharterStepData   *step,
            const CharterArc        *arc,
            guint32                  edge,
            gboolean                 against)
{
  if ((against ? step->against : step->along) >> arc->relation & 1)
    return is_there (self->policy, self->search.item, arc, edge);

  return charter_search_takes (&self->search, step,
                               charter_edges_get (self->search.edges, edge), against);
}

gboolean
charter_glance_step_takes (const CharterGlancePath *self,
                           const CharterStepData   *step,
                           const CharterArc        *arc,
                           guint32                  edge,
                           gboolean                 against)
{
  return step_takes (self, step, arc, edge, against);
}

static inline guint32
hub_of (const CharterEdges *edges,
        CharterRef          ref)
{
  return charter_parties_get (edges->parties, ref)->hub;
}

/* Do the few tell of all edges from @who? */
static inline gboolean
has_few (const CharterGlancePolicy *self,
         const CharterParty        *who)
{
  return self->quick && !(who->flags & CHARTER_PARTY_MORE);
}

static inline gboolean
is_concerned (const CharterGlancePolicy *self,
              guint32                    hub)
{
  for (guint i = 0; i < self->n_about; i++)
    if (self->about[i] == hub)
      return TRUE;

  return FALSE;
}

/* The closure */

/* Persons who own something are not in it: charter_search_forward() goes on from them. */
static void
go_back_by_edge (CharterGlancePath *self,
                 const CharterArc  *arc,
                 guint32            number,
                 guint              distance)
{
  const CharterEdges *edges = self->search.edges;

  if (!tail_takes (self, arc, number, FALSE))
    return;
  if (!arc->plain && self->owning
      && charter_edges_get (edges, number)->flags & CHARTER_EDGE_OF_PERSON)
    self->left_out = TRUE;
  else
    charter_closure_add (&self->closure, charter_edges_in_end (edges, arc, number), distance);
}

/* @number: that of the edge, where the arc does not tell all. */
static inline void
go_back_by_link (CharterGlancePath *self,
                 const CharterArc  *arc,
                 guint32            number,
                 guint              distance)
{
  if (G_UNLIKELY (!arc->plain || !self->policy->quick))
    go_back_by_edge (self, arc, number, distance);
  else if (self->along >> arc->relation & 1)
    charter_closure_add (&self->closure, arc->end, distance);
  else if (self->odd)
    go_back_by_edge (self, arc, number, distance);
}

/* Most hubs have one link or none: its arc stands with the hub. */
static void
go_back_by_links (CharterGlancePath *self,
                  guint32            hub,
                  guint              distance)
{
  const CharterGlancePolicy *policy = self->policy;
  const CharterArc *arc = &policy->first_links[hub];

  if (arc->end == 0)
    return;
  go_back_by_link (self, arc, arc->plain && policy->quick && !self->odd ? 0 : policy->hubs[hub].links,
                   distance);
  for (guint32 e = arc->next; e != 0; e = arc->next)
    {
      arc = &policy->in_arcs[e];
      go_back_by_link (self, arc, e, distance);
    }
}

static void
go_back_by_declared (CharterGlancePath *self,
                     guint32            hub,
                     guint              distance)
{
  const CharterEdges *edges = self->search.edges;
  const CharterArc *arc;

  for (guint32 e = g_array_index (edges->declared, guint32, hub); e != 0; e = arc->next)
    {
      guint32 from = hub_of (edges, charter_edges_get (edges, e)->from);

      arc = &self->policy->in_arcs[e];
      if (from != 0 && tail_takes (self, arc, e, FALSE))
        charter_closure_add (&self->closure, from, distance);
    }
}

static void
go_back_against (CharterGlancePath *self,
                 guint32            hub,
                 guint              distance)
{
  const CharterEdges *edges = self->search.edges;
  CharterRef ref = self->policy->hubs[hub].ref;
  const CharterArc *arc;

  for (guint32 e = charter_parties_get (edges->parties, ref)->out; e != 0; e = arc->next)
    {
      arc = &self->policy->out_arcs[e];
      if (tail_takes (self, arc, e, TRUE))
        charter_closure_add (&self->closure, charter_edges_out_end (edges, arc, e), distance);
    }
}

static void
go_back (CharterGlancePath *self,
         guint32            hub,
         guint              distance)
{
  go_back_by_links (self, hub, distance);
  if (self->along & CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED))
    go_back_by_declared (self, hub, distance);
  if (self->against != 0 && (self->against_more || self->policy->hubs[hub].connects))
    go_back_against (self, hub, distance);
}

static void
start_closure (CharterGlancePath *self)
{
  const CharterGlancePolicy *policy = self->policy;

  if (self->closure.n > 0)
    return;
  self->left_out = FALSE;
  for (guint i = 0; i < policy->n_about; i++)
    {
      __builtin_prefetch (&policy->first_links[policy->about[i]]);
      charter_closure_add (&self->closure, policy->about[i], 0);
    }
  if (self->n_tail == 0)
    self->closure.next = self->closure.n;
}

/* Goes on from one place; FALSE at the end. */
static gboolean
grow_closure (CharterGlancePath *self)
{
  CharterClosure *closure = &self->closure;
  CharterClosurePlace place;

  if (closure->next == closure->n)
    return FALSE;
  place = closure->list[closure->next++];
  if (place.distance < self->search.path->depth)
    go_back (self, place.ref, place.distance + 1);

  return TRUE;
}

static gboolean
is_within (const CharterGlancePath   *self,
           const CharterClosurePlace *place,
           const CharterClosurePlace *wanted)
{
  return place->distance + wanted->distance <= self->search.path->depth;
}

static gboolean
any_reached (const CharterGlancePath *self)
{
  for (guint i = 0; i < self->n_wanted; i++)
    {
      int at = charter_closure_find (&self->closure, self->wanted[i].ref);

      if (at >= 0 && is_within (self, &self->closure.list[at], &self->wanted[i]))
        return TRUE;
    }

  return FALSE;
}

/* Is one of the places from @first on among those wanted? */
static inline gboolean
newly_reached (const CharterGlancePath *self,
               guint                    first)
{
  for (guint i = first; i < self->closure.n; i++)
    for (guint w = 0; w < self->n_wanted; w++)
      if (self->closure.list[i].ref == self->wanted[w].ref
          && is_within (self, &self->closure.list[i], &self->wanted[w]))
        return TRUE;

  return FALSE;
}

/* Grows the closure until it comes to a place that is wanted. */
static gboolean
meet (CharterGlancePath *self)
{
  start_closure (self);
  if (self->n_wanted > FEW_WANTED)
    while (grow_closure (self))
      ;
  if (self->closure.n > FEW_WANTED ? any_reached (self) : newly_reached (self, 0))
    return TRUE;
  for (;;)
    {
      guint first = self->closure.n;

      if (!grow_closure (self))
        return FALSE;
      if (newly_reached (self, first))
        return TRUE;
    }
}

/* The whole search counts places once for each party concerned and step: as much as it may
 * have come to, at most. */
static guint64
most_visits (const CharterGlancePath *self)
{
  guint64 n_about = self->policy->n_about;

  return (self->closure.n + n_about) * n_about * (self->n_tail + 1);
}

gboolean
charter_glance_close (CharterGlancePath *self)
{
  start_closure (self);
  while (grow_closure (self))
    ;

  return !self->left_out && most_visits (self) < CHARTER_VISITS_MAX;
}

/* Paths */

static inline void
want (CharterGlancePath *self,
      guint32            hub,
      guint              distance)
{
  if (G_UNLIKELY (self->n_wanted == self->room))
    {
      self->room *= 2;
      self->wanted = g_renew (CharterClosurePlace, self->wanted, self->room);
    }
  self->wanted[self->n_wanted++] = (CharterClosurePlace) { hub, distance };
}

static void
take_step_along (CharterGlancePath     *self,
                 const CharterStepData *step,
                 guint32                first)
{
  const CharterEdges *edges = self->search.edges;
  const CharterArc *arc;

  for (guint32 e = first; e != 0; e = arc->next)
    {
      arc = &self->policy->out_arcs[e];
      if (step_takes (self, step, arc, e, FALSE))
        want (self, charter_edges_out_end (edges, arc, e), 1);
    }
}

static void
take_step_against (CharterGlancePath     *self,
                   const CharterStepData *step,
                   guint32                hub)
{
  const CharterEdges *edges = self->search.edges;
  const CharterArc *arc;

  for (guint32 e = self->policy->hubs[hub].links; e != 0; e = arc->next)
    {
      arc = &self->policy->in_arcs[e];
      if (step_takes (self, step, arc, e, TRUE))
        want (self, charter_edges_in_end (edges, arc, e), 1);
    }
}

static gboolean
any_is_person (const CharterGlancePath *self)
{
  const CharterEdges *edges = self->search.edges;

  for (guint i = 0; i < self->n_wanted; i++)
    {
      guint32 hub = self->wanted[i].ref;

      if (charter_parties_get (edges->parties, self->policy->hubs[hub].ref)->flags
          & CHARTER_PARTY_PERSON)
        return TRUE;
    }

  return FALSE;
}

static void
take_few (CharterGlancePath     *self,
          const CharterStepData *step,
          const CharterParty    *who)
{
  if (!(step->along & CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED)))
    return;
  for (guint i = 0; i < CHARTER_PARTY_FEW && charter_party_few (who, i) != 0; i++)
    want (self, charter_party_few (who, i), 1);
}

/* Where a single step leads from @who; FALSE if it leads to a person, from whom it may go on. */
static gboolean
take_one_step (CharterGlancePath  *self,
               const CharterParty *who)
{
  const CharterStepData *step = &self->search.path->steps[0];

  if (has_few (self->policy, who))
    take_few (self, step, who);
  else
    take_step_along (self, step, who->out);
  if (self->step_against != 0)
    take_step_against (self, step, who->hub);

  return self->n_tail == 0 || !self->search.edges->parties->persons_are_hubs
         || !any_is_person (self);
}

/* FALSE if the search came to its limit. */
static gboolean
go_forward (CharterGlancePath *self,
            guint32            who)
{
  const CharterVisits *forward = &self->search.item->web->forward;

  charter_glance_fill (self->policy, self->search.item);
  self->search.start = charter_parties_ref (self->search.edges->parties, who);
  self->search.cut_off = FALSE;
  self->search.stop = self->search.path->first_tail;
  self->search.item->web->budget = CHARTER_STEPS_BUDGET;
  charter_search_forward (&self->search);
  for (guint i = 0; i < forward->n; i++)
    if (charter_visit_position (&forward->list[i]) >= self->search.stop)
      want (self, hub_of (self->search.edges, charter_visit_ref (&forward->list[i])),
            forward->list[i].distance);

  return !self->search.cut_off;
}

static CharterGlance
look_for_holdings (CharterGlancePath *self,
                   guint32            who)
{
  charter_glance_fill (self->policy, self->search.item);
  self->search.start = charter_parties_ref (self->search.edges->parties, who);
  self->search.cut_off = FALSE;
  self->search.item->web->budget = CHARTER_STEPS_BUDGET;

  return charter_search_may_hold (&self->search) ? CHARTER_GLANCE_UNSURE : CHARTER_GLANCE_CLEAR;
}

static CharterGlance
look_along (CharterGlancePath  *self,
            guint32             who,
            const CharterParty *party,
            guint64            *visits)
{
  const CharterPathData *path = self->search.path;
  gboolean met;

  self->n_wanted = 0;
  if (path->first_tail != 1 || !take_one_step (self, party))
    {
      self->n_wanted = 0;
      if (!go_forward (self, who))
        return CHARTER_GLANCE_UNSURE;
    }
  if (self->n_wanted == 0)
    return CHARTER_GLANCE_CLEAR;
  met = meet (self);
  *visits += most_visits (self);
  if (*visits >= CHARTER_VISITS_MAX || (met && self->bears && !self->certain))
    return CHARTER_GLANCE_UNSURE;

  return met && self->bears ? CHARTER_GLANCE_BARRED : CHARTER_GLANCE_CLEAR;
}

static CharterGlance
look_along_paths (CharterGlancePolicy *self,
                  guint32              who,
                  const CharterParty  *party)
{
  CharterGlance glance = CHARTER_GLANCE_CLEAR;
  guint64 visits = 0;

  for (guint i = 0; i < self->n_paths; i++)
    {
      CharterGlancePath *path = &self->paths[i];
      CharterGlance found = CHARTER_GLANCE_CLEAR;

      if (!path->search.path->has_share)
        found = look_along (path, who, party, &visits);
      else if (path->bears)
        found = look_for_holdings (path, who);
      if (found == CHARTER_GLANCE_BARRED)
        return found;
      if (found == CHARTER_GLANCE_UNSURE)
        glance = found;
    }

  return glance;
}

/* Direct ties */

static CharterGlance
certainly (gboolean bears,
           gboolean certain)
{
  if (!bears)
    return CHARTER_GLANCE_CLEAR;

  return certain ? CHARTER_GLANCE_BARRED : CHARTER_GLANCE_UNSURE;
}

/* A sensitive link to a party concerned stands for no step of a path there. */
static CharterGlance
at_connection (const CharterGlancePolicy *self)
{
  return self->connected_bears && self->connected_certain ? CHARTER_GLANCE_BARRED
                                                          : CHARTER_GLANCE_UNSURE;
}

/* A sensitive link to a party concerned, either way. */
static gboolean
is_connected (CharterGlancePolicy *self,
              const CharterItem   *item,
              const CharterParty  *who)
{
  const CharterEdges *edges = charter_scene_edges (item->scene);
  const CharterArc *arc;

  for (guint32 e = self->hubs[who->hub].links; e != 0; e = arc->next)
    {
      arc = &self->in_arcs[e];
      if (arc->relation == CHARTER_RELATION_CONNECTED
          && is_concerned (self, charter_edges_in_end (edges, arc, e))
          && is_there (self, item, arc, e))
        return TRUE;
    }

  return FALSE;
}

static CharterGlance
look_at_few (CharterGlancePolicy *self,
             const CharterParty  *who)
{
  for (guint i = 0; i < CHARTER_PARTY_FEW && charter_party_few (who, i) != 0; i++)
    if (is_concerned (self, charter_party_few (who, i)))
      return certainly (self->direct_bears, self->direct_certain);

  return CHARTER_GLANCE_CLEAR;
}

static CharterGlance
look_at_out (CharterGlancePolicy *self,
             const CharterItem   *item,
             const CharterParty  *who)
{
  const CharterEdges *edges = charter_scene_edges (item->scene);
  CharterGlance glance = CHARTER_GLANCE_CLEAR;
  const CharterArc *arc;

  for (guint32 e = who->out; e != 0; e = arc->next)
    {
      arc = &self->out_arcs[e];
      if (arc->relation > CHARTER_RELATION_CONNECTED || !is_concerned (self, charter_edges_out_end (edges, arc, e))
          || !is_there (self, item, arc, e))
        continue;
      if (arc->relation == CHARTER_RELATION_CONNECTED)
        return at_connection (self);
      if (arc->relation == CHARTER_RELATION_DECLARED)
        glance = certainly (self->direct_bears, self->direct_certain);
    }

  return glance;
}

static CharterGlance
look_at_direct (CharterGlancePolicy *self,
                const CharterItem   *item,
                const CharterParty  *who)
{
  if (who->hub != 0 && is_connected (self, item, who))
    return at_connection (self);

  return has_few (self, who) ? look_at_few (self, who) : look_at_out (self, item, who);
}

/* Persons and partners */

/* The connections of one person or partner. */
static CharterGlance
look_at_ties (CharterGlancePolicy *self,
              const CharterItem   *item,
              guint32              who,
              const CharterParty  *party)
{
  CharterGlance direct;

  if ((party->out == 0 && party->hub == 0) || self->n_about == 0 || !self->any_bears)
    return CHARTER_GLANCE_CLEAR;
  direct = look_at_direct (self, item, party);

  return direct != CHARTER_GLANCE_CLEAR ? direct : look_along_paths (self, who, party);
}

static gboolean
is_dispensed_by (const CharterItem *item,
                 guint32            who)
{
  CharterRef ref = charter_parties_ref (charter_scene_parties (item->scene), who);

  return charter_scene_member_has (item->scene, item->proposed, "dispenses",
                                   charter_scene_name (item->scene, ref));
}

static CharterGlance
look_at_own (CharterGlancePolicy *self,
             const CharterItem   *item,
             guint32              who,
             const CharterParty  *party)
{
  if (party->flags & CHARTER_PARTY_TOUCHED || (self->dispenses && is_dispensed_by (item, who)))
    return CHARTER_GLANCE_UNSURE;
  if (party->hub != 0 && is_concerned (self, party->hub))
    return certainly (TRUE, self->own_bears);

  return look_at_ties (self, item, who, party);
}

static CharterGlance
look_at_partners (CharterGlancePolicy *self,
                  const CharterItem   *item,
                  guint32              person)
{
  const CharterParties *parties = charter_scene_parties (item->scene);
  CharterGlance glance = CHARTER_GLANCE_CLEAR;

  g_array_set_size (self->partners, 0);
  charter_scene_partners_of (item->scene, charter_parties_ref (parties, person), item->at,
                             self->partners);
  for (guint i = 0; i < self->partners->len; i++)
    {
      guint32 partner = charter_parties_number (parties,
                                                g_array_index (self->partners, CharterRef, i));
      CharterGlance found = look_at_own (self, item, partner,
                                         charter_parties_row (parties, partner));

      if (found == CHARTER_GLANCE_BARRED)
        return found;
      if (found == CHARTER_GLANCE_UNSURE)
        glance = found;
    }

  return glance;
}

CharterGlance
charter_glance_at (CharterGlancePolicy *self,
                   const CharterItem   *item,
                   guint32              person)
{
  const CharterParty *party = charter_parties_row (charter_scene_parties (item->scene), person);
  CharterGlance own, partners;

  if (party->flags & CHARTER_PARTY_TOUCHED)
    return CHARTER_GLANCE_UNSURE;
  own = look_at_own (self, item, person, party);
  if (own == CHARTER_GLANCE_BARRED || !(party->flags & CHARTER_PARTY_ACTS))
    return own;
  partners = look_at_partners (self, item, person);

  return partners == CHARTER_GLANCE_CLEAR ? own : partners;
}
