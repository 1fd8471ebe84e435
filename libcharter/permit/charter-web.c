/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-search-private.h"

#include <string.h>

/* What leads to the parties of an item by steps that repeat (its owners, their owners …):
 * searched backward once and kept, so that whoever is asked about next need not go there.
 * And which edges a step may take. */

CharterWeb *
charter_web_new (void)
{
  CharterWeb *self = g_new (CharterWeb, 1);

  self->at = 0;
  self->ready = self->cut_off = FALSE;
  self->arena = NULL;
  self->hits = NULL;
  charter_visits_init (&self->closure);
  charter_visits_init (&self->forward);
  charter_visits_init (&self->told);

  return self;
}

void
charter_web_free (CharterWeb *self)
{
  charter_visits_clear (&self->closure);
  charter_visits_clear (&self->forward);
  charter_visits_clear (&self->told);
  g_clear_pointer (&self->arena, charter_arena_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_free (self);
}

CharterArena *
charter_web_get_arena (CharterWeb *self)
{
  if (self->arena == NULL)
    self->arena = charter_arena_new ();

  return self->arena;
}

void
charter_web_drop_trails (CharterWeb *self)
{
  g_clear_pointer (&self->arena, charter_arena_unref);
}

/* Edges and steps */

static gboolean
is_other_word (const CharterSearch   *self,
               const CharterStepData *step,
               const CharterEdge     *edge)
{
  const CharterScene *scene = self->item->scene;
  const CharterFact *fact = charter_scene_fact (scene, edge->seq);
  const char *relation = fact != NULL ? charter_scene_string (scene, fact, "relation") : NULL;

  return relation != NULL && g_strv_contains (step->others, relation);
}

gboolean
charter_search_counts (const CharterSearch *self,
                       const CharterEdge   *edge)
{
  if (self->ended && edge->flags & CHARTER_EDGE_CHANGED && edge->seq <= self->item->scene->known
      && charter_interest_is_changed (self->item->scene,
                                      charter_scene_fact (self->item->scene, edge->seq)))
    return TRUE;

  return charter_edge_is_current (self->item->scene, charter_search_policy (self), edge,
                                  self->item->at);
}

/* Who owns more than half controls (Companies Act 2006 s.1159). */
static gboolean
is_control (const CharterSearch *self,
            const CharterEdge   *edge,
            guint64              mask)
{
  const CharterScene *scene = self->item->scene;

  if (!(mask >> CHARTER_RELATION_CONTROLS & 1 && edge->relation == CHARTER_RELATION_OWNS)
      && !(mask >> CHARTER_RELATION_CONTROLLED_BY & 1
           && edge->relation == CHARTER_RELATION_OWNED_BY))
    return FALSE;
  if (!(edge->flags & CHARTER_EDGE_CHANGED))
    return (edge->flags & CHARTER_EDGE_MAJORITY) != 0;
  if (edge->seq > scene->known)
    return FALSE;

  return charter_share_is_majority (charter_node_member (
    charter_scene_data (scene, charter_scene_fact (scene, edge->seq)), "share"));
}

gboolean
charter_search_takes (const CharterSearch   *self,
                      const CharterStepData *step,
                      const CharterEdge     *edge,
                      gboolean               against)
{
  guint64 mask = against ? step->against : step->along;

  if (!(mask >> edge->relation & 1) && !is_control (self, edge, mask)
      && (against || edge->relation != CHARTER_RELATION_OTHER || step->others == NULL
          || !is_other_word (self, step, edge)))
    return FALSE;

  return charter_search_counts (self, edge);
}

gboolean
charter_search_knows (const CharterSearch *self,
                      const CharterEdge   *edge)
{
  const CharterScene *scene = self->item->scene;

  if (!(edge->flags & CHARTER_EDGE_KNOWN_TO) || self->all
      || !charter_search_policy (self)->exempts_unknown
      || !charter_scene_is_person (scene, self->start))
    return TRUE;

  return charter_scene_member_has (scene, charter_scene_fact (scene, edge->seq), "known-to",
                                   charter_scene_name (scene, self->start));
}

/* Sch. 10 of the Welsh federation regulations 2014: being nominated by, a member of, or
 * employed by a public body is no interest of its own. */
gboolean
charter_search_is_exempt (const CharterSearch *self,
                          const CharterEdge   *edge,
                          CharterRef           party)
{
  const guint64 official = CHARTER_RELATION_BIT (CHARTER_RELATION_NOMINATED_BY)
                           | CHARTER_RELATION_BIT (CHARTER_RELATION_NOMINATED)
                           | CHARTER_RELATION_BIT (CHARTER_RELATION_MEMBER_OF)
                           | CHARTER_RELATION_BIT (CHARTER_RELATION_HAS_MEMBER)
                           | CHARTER_RELATION_BIT (CHARTER_RELATION_EMPLOYED_BY)
                           | CHARTER_RELATION_BIT (CHARTER_RELATION_EMPLOYS)
                           | CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED);

  if (self->all || !charter_search_policy (self)->exempts_public_bodies
      || !(official >> edge->relation & 1))
    return FALSE;

  return charter_item_is_public (self->item, party);
}

int
charter_search_target (const CharterSearch *self,
                       CharterRef           party)
{
  const GArray *about = self->item->about;

  for (guint i = 0; i < about->len; i++)
    if (g_array_index (about, CharterRef, i) == party)
      return (int) i;

  return -1;
}

/* The closure */

static guint
group_of (const CharterSearch *self,
          guint                target)
{
  return self->number * self->item->about->len + target;
}

/* A step that repeats may also be left out: whoever stands before it stands there too. */
static void
add_back (const CharterSearch *self,
          guint                target,
          guint                position,
          CharterVisit         visit,
          CharterRef           ref)
{
  CharterVisits *closure = &self->item->web->closure;

  for (guint p = position;; p--)
    {
      visit.key = charter_visit_key (group_of (self, target), p, ref);
      if (!charter_visits_add (closure, &visit) || p == self->path->first_tail)
        return;
      visit.edge = 0;
      visit.before = closure->n;
    }
}

gboolean
charter_step_is_owning (const CharterStepData *step)
{
  const guint64 owning = CHARTER_RELATION_BIT (CHARTER_RELATION_OWNS)
                         | CHARTER_RELATION_BIT (CHARTER_RELATION_CONTROLS)
                         | CHARTER_RELATION_BIT (CHARTER_RELATION_CONNECTED);

  return step->others == NULL && (step->along & ~owning) == 0;
}

static void
try_back (const CharterSearch *self,
          guint                from,
          guint32              number,
          gboolean             against)
{
  const CharterVisit *visit = &self->item->web->closure.list[from];
  guint position = charter_visit_position (visit);
  const CharterStepData *step = &self->path->steps[position];
  const CharterEdge *edge = charter_edges_get (self->edges, number);
  CharterVisit next = {
    .edge = number,
    .before = from + 1,
    .distance = visit->distance + 1,
    .against = against,
    .limited = visit->limited || edge->flags & CHARTER_EDGE_KNOWN_TO,
  };

  /* A person holds something by a step of their own; nobody owns a person. */
  if (edge->flags & CHARTER_EDGE_OF_PERSON && !against && charter_step_is_owning (step))
    return;
  if (!charter_search_takes (self, step, edge, against)
      || (visit->distance == 0
          && charter_search_is_exempt (self, edge, charter_visit_ref (visit))))
    return;
  add_back (self, charter_visit_group (visit) % self->item->about->len, position, next,
            against ? edge->to : edge->from);
}

static void
expand_back (const CharterSearch *self,
             guint                i)
{
  const CharterVisit *visit = &self->item->web->closure.list[i];
  guint position = charter_visit_position (visit);
  const CharterEnds ends = charter_edges_of (self->edges, charter_visit_ref (visit));
  const CharterStepData *step;

  if (position == self->path->n_steps || visit->distance >= self->path->depth)
    return;
  step = &self->path->steps[position];
  for (guint32 e = ends.links; e != 0; e = charter_edges_get (self->edges, e)->next_in)
    try_back (self, i, e, FALSE);
  if (step->along & CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED))
    for (guint32 e = ends.declared; e != 0; e = charter_edges_get (self->edges, e)->next_in)
      try_back (self, i, e, FALSE);
  if (step->against & self->edges->relations)
    for (guint32 e = ends.out; e != 0; e = charter_edges_get (self->edges, e)->next_out)
      try_back (self, i, e, TRUE);
}

static void
build_closure (const CharterSearch *self)
{
  CharterVisits *closure = &self->item->web->closure;
  guint first = closure->n;

  for (guint t = 0; t < self->item->about->len; t++)
    add_back (self, t, self->path->n_steps, (CharterVisit) { 0 },
              g_array_index (self->item->about, CharterRef, t));
  for (guint i = first; i < closure->n; i++)
    {
      if (closure->n - first >= CHARTER_VISITS_MAX || closure->n >= CHARTER_STEPS_BUDGET)
        {
          self->item->web->cut_off = TRUE;
          return;
        }
      expand_back (self, i);
    }
}

void
charter_search_prepare (const CharterItem *item)
{
  const CharterConflictPolicy *policy = &item->charter->conflicts;
  CharterWeb *web = item->web;

  if (web->ready && web->at == item->at)
    return;
  charter_visits_reset (&web->closure);
  web->ready = TRUE;
  web->cut_off = FALSE;
  web->at = item->at;
  for (guint i = 0; i < policy->n_paths; i++)
    {
      CharterSearch search = {
        .item = item,
        .edges = charter_scene_edges (item->scene),
        .path = &policy->paths[i],
        .number = i,
      };

      if (!policy->paths[i].has_share)
        build_closure (&search);
    }
}

guint
charter_search_closure (const CharterSearch *self,
                        guint                target,
                        const CharterVisit  *visit)
{
  return charter_visits_find (&self->item->web->closure,
                              charter_visit_key (group_of (self, target),
                                                 charter_visit_position (visit),
                                                 charter_visit_ref (visit)));
}

/* Forward */

gboolean
charter_search_step (CharterSearch *self)
{
  CharterWeb *web = self->item->web;

  if (web->budget == 0)
    {
      self->cut_off = TRUE;
      return FALSE;
    }
  web->budget--;

  return TRUE;
}

/* Persons who hold something are left out of the closure, so a search that ends where it begins
 * goes on from a person along what they hold themselves. */
static gboolean
goes_beyond (const CharterSearch *self,
             CharterRef           ref)
{
  return self->stop == self->path->first_tail && self->stop < self->path->n_steps
         && !self->path->has_share && charter_scene_is_person (self->item->scene, ref);
}

static void
add_forward (CharterSearch *self,
             CharterVisit   visit,
             guint          position,
             CharterRef     ref)
{
  CharterVisits *forward = &self->item->web->forward;
  guint last = goes_beyond (self, ref) ? self->path->n_steps - 1 : self->stop;

  for (guint p = position;; p++)
    {
      visit.key = charter_visit_key (0, p, ref);
      if (!charter_visits_add (forward, &visit) || p >= last || !self->path->steps[p].optional)
        return;
      visit.edge = 0;
      visit.before = forward->n;
    }
}

static void
try_forward (CharterSearch *self,
             guint          from,
             guint32        number,
             gboolean       against)
{
  const CharterVisit *visit = &self->item->web->forward.list[from];
  guint position = charter_visit_position (visit);
  const CharterStepData *step = &self->path->steps[position];
  const CharterEdge *edge = charter_edges_get (self->edges, number);
  CharterRef ref = against ? edge->from : edge->to;
  guint after = step->repeats ? position : position + 1;
  CharterVisit next = {
    .edge = number,
    .before = from + 1,
    .distance = visit->distance + 1,
    .against = against,
  };

  if (!charter_search_takes (self, step, edge, against))
    return;
  if (!charter_search_knows (self, edge))
    {
      self->unknown = TRUE;
      return;
    }
  if (after >= self->path->first_tail && charter_search_target (self, ref) >= 0
      && charter_search_is_exempt (self, edge, ref))
    return;
  add_forward (self, next, after, ref);
}

static void
expand_forward (CharterSearch *self,
                guint          i)
{
  const CharterVisit *visit = &self->item->web->forward.list[i];
  const CharterEnds ends = charter_edges_of (self->edges, charter_visit_ref (visit));
  guint position = charter_visit_position (visit);
  gboolean beyond = position >= self->stop;

  if (visit->distance >= self->path->depth || position == self->path->n_steps
      || (beyond && !(charter_step_is_owning (&self->path->steps[position])
                      && goes_beyond (self, charter_visit_ref (visit)))))
    return;
  for (guint32 e = ends.out; e != 0; e = charter_edges_get (self->edges, e)->next_out)
    try_forward (self, i, e, FALSE);
  if (!beyond && self->path->steps[position].against & self->edges->relations)
    for (guint32 e = ends.links; e != 0; e = charter_edges_get (self->edges, e)->next_in)
      try_forward (self, i, e, TRUE);
}

void
charter_search_forward (CharterSearch *self)
{
  CharterVisits *forward = &self->item->web->forward;

  charter_visits_reset (forward);
  add_forward (self, (CharterVisit) { 0 }, 0, self->start);
  for (guint i = 0; i < forward->n; i++)
    {
      if (forward->n >= CHARTER_VISITS_MAX || !charter_search_step (self))
        {
          self->cut_off = TRUE;
          return;
        }
      expand_forward (self, i);
    }
}

/* @backward: the visits lead from the end of the way to its start. */
void
charter_search_hops (const CharterEdges  *edges,
                     const CharterVisits *visits,
                     guint                visit,
                     gboolean             backward,
                     GArray              *out)
{
  guint first = out->len;

  for (guint i = visit; i != 0; i = visits->list[i - 1].before)
    {
      CharterHop hop = { charter_edges_get (edges, visits->list[i - 1].edge),
                         visits->list[i - 1].against };

      if (visits->list[i - 1].edge != 0)
        g_array_append_val (out, hop);
    }
  if (backward)
    return;
  for (guint i = first, j = out->len; i + 1 < j; i++)
    {
      CharterHop swapped = g_array_index (out, CharterHop, i);

      g_array_index (out, CharterHop, i) = g_array_index (out, CharterHop, --j);
      g_array_index (out, CharterHop, j) = swapped;
    }
}
