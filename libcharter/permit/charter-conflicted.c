/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-glance-private.h"

/* The question the other way round: everybody with a conflict that bears on the act.  What it
 * costs goes with those found.  Persons go by their numbers among CharterParties here. */

typedef struct
{
  CharterGlancePolicy  *policy;
  const CharterItem    *item;
  const CharterEdges   *edges;
  const CharterParties *parties;
  guint                 bits;
  CharterClosure       *found;     /* who may be conflicted; its distance: whether that is sure */
} Search;

enum { MAYBE, SURE };

static void
take (Search  *self,
      guint32  number,
      guint    sure)
{
  int at;

  if (charter_closure_add (self->found, number, sure))
    {
      __builtin_prefetch (charter_parties_row (self->parties, number));
      return;
    }
  at = charter_closure_find (self->found, number);
  if (sure)
    self->found->list[at].distance = SURE;
}

static void
take_ref (Search     *self,
          CharterRef  ref,
          guint       sure)
{
  guint32 number = charter_parties_number (self->parties, ref);

  if (number != 0)
    take (self, number, sure);
}

/* Declared interests */

static void
take_declarer (Search           *self,
               const CharterArc *arc,
               guint32           edge,
               guint             sure)
{
  if (G_UNLIKELY (arc->end >= CHARTER_ARC_END_MAX))
    take_ref (self, charter_edges_get (self->edges, edge)->from, sure);
  else
    take (self, arc->end, sure);
}

/* Who declared an interest in one of several hubs.  Their chains are followed side by side, so
 * that the next of one is on its way while another's is looked at. */
static void
take_declared (Search  *self,
               guint32 *newest,
               guint    n,
               guint    sure)
{
  while (n > 0)
    for (guint i = 0; i < n;)
      {
        guint32 edge = newest[i];
        const CharterArc *arc;

        if (edge == 0)
          {
            newest[i] = newest[--n];
            continue;
          }
        arc = &self->policy->in_arcs[edge];
        if (charter_glance_is_there (self->policy, self->item, arc, edge))
          take_declarer (self, arc, edge, sure);
        __builtin_prefetch (&self->policy->in_arcs[arc->next]);
        newest[i++] = arc->next;
      }
}

static void
take_declared_in (Search                    *self,
                  const CharterClosurePlace *places,
                  guint                      n,
                  guint                      sure)
{
  guint32 newest[16];

  for (guint first = 0; first < n; first += G_N_ELEMENTS (newest))
    {
      guint some = MIN (n - first, G_N_ELEMENTS (newest));

      for (guint i = 0; i < some; i++)
        __builtin_prefetch (&g_array_index (self->edges->declared, guint32, places[first + i].ref));
      for (guint i = 0; i < some; i++)
        {
          newest[i] = g_array_index (self->edges->declared, guint32, places[first + i].ref);
          __builtin_prefetch (&self->policy->in_arcs[newest[i]]);
        }
      take_declared (self, newest, some, sure);
    }
}

/* Direct ties */

static void
take_linked (Search  *self,
             guint32  hub)
{
  CharterRef party = charter_edges_hub (self->edges, hub)->ref;
  const CharterEdge *edge;

  for (guint32 e = charter_edges_hub (self->edges, hub)->links; e != 0; e = edge->next_in)
    {
      edge = charter_edges_get (self->edges, e);
      if (edge->relation == CHARTER_RELATION_CONNECTED)
        take_ref (self, edge->from, MAYBE);
    }
  for (guint32 e = charter_parties_get (self->parties, party)->out; e != 0; e = edge->next_out)
    {
      edge = charter_edges_get (self->edges, e);
      if (edge->relation == CHARTER_RELATION_CONNECTED)
        take_ref (self, edge->to, MAYBE);
    }
}

static void
take_direct (Search *self)
{
  const CharterGlancePolicy *policy = self->policy;

  for (guint i = 0; i < policy->n_about; i++)
    {
      const CharterClosurePlace place = { policy->about[i], 0 };

      if (policy->direct_bears)
        take_declared_in (self, &place, 1, policy->direct_certain ? SURE : MAYBE);
      if (policy->relations & CHARTER_RELATION_BIT (CHARTER_RELATION_CONNECTED))
        take_linked (self, policy->about[i]);
    }
}

/* Paths of one step and a tail, which most are */

static void
take_linked_step (Search            *self,
                  CharterGlancePath *path,
                  guint32            hub)
{
  const CharterStepData *step = &path->search.path->steps[0];
  CharterRef party = charter_edges_hub (self->edges, hub)->ref;
  guint sure = path->certain ? SURE : MAYBE;
  const CharterArc *arc;

  for (guint32 e = charter_edges_hub (self->edges, hub)->links; e != 0; e = arc->next)
    {
      arc = charter_edges_in (self->edges, e);
      if (charter_glance_step_takes (path, step, arc, e, FALSE))
        take_ref (self, charter_edges_get (self->edges, e)->from,
                  arc->relation == CHARTER_RELATION_CONNECTED ? MAYBE : sure);
    }
  if (path->step_against == 0)
    return;
  for (guint32 e = charter_parties_get (self->parties, party)->out; e != 0; e = arc->next)
    {
      arc = charter_edges_out (self->edges, e);
      if (charter_glance_step_takes (path, step, arc, e, TRUE))
        take_ref (self, charter_edges_get (self->edges, e)->to,
                  arc->relation == CHARTER_RELATION_CONNECTED ? MAYBE : sure);
    }
}

/* Does the step take anything that is there but a declared interest? */
static gboolean
takes_links (const CharterGlancePath *path)
{
  const CharterStepData *step = &path->search.path->steps[0];

  return step->along & path->policy->relations & ~CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED)
         || path->step_against != 0 || step->others != NULL;
}

/* FALSE where the path is of another kind, or comes to what only a whole search settles. */
static gboolean
take_along (Search            *self,
            CharterGlancePath *path)
{
  const CharterClosure *closure = &path->closure;
  guint n = 0;

  if (path->search.path->has_share || path->search.path->first_tail != 1
      || !charter_glance_close (path))
    return FALSE;
  while (n < closure->n && closure->list[n].distance < path->search.path->depth)
    n++;
  if (path->search.path->steps[0].along & CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED))
    take_declared_in (self, closure->list, n, path->certain ? SURE : MAYBE);
  for (guint i = 0; takes_links (path) && i < n; i++)
    take_linked_step (self, path, closure->list[i].ref);

  return TRUE;
}

static void
take_reachable (Search *self)
{
  g_autoptr(GArray) reachable = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_item_reachable (self->item, reachable);
  for (guint i = 0; i < reachable->len; i++)
    take_ref (self, g_array_index (reachable, CharterRef, i), MAYBE);
}

static void
take_connected (Search *self)
{
  gboolean all = TRUE;

  take_direct (self);
  for (guint i = 0; i < self->policy->n_paths; i++)
    if (self->policy->paths[i].bears)
      all &= take_along (self, &self->policy->paths[i]);
  if (!all)
    take_reachable (self);
}

/* Whom the others ruled on, whatever the graph says. */
static void
take_ruled (Search *self)
{
  const CharterScene *scene = self->item->scene;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, self->item->decision,
                                                      CHARTER_KIND ("conflict-ruled"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    take_ref (self, charter_scene_member (scene, fact, "person"), MAYBE);
}

/* A conflict of a whole partner is one of everybody who acts for it. */
static void
take_those_of_partners (Search *self)
{
  const CharterScene *scene = self->item->scene;

  for (guint i = 0; i < self->found->n; i++)
    {
      guint32 number = self->found->list[i].ref;
      CharterCursor cursor;

      if (!(charter_parties_row (self->parties, number)->flags & CHARTER_PARTY_PARTNER))
        continue;
      for (const CharterFact *joined
             = charter_cursor_last (&cursor, scene, charter_parties_ref (self->parties, number),
                                    CHARTER_KIND ("person-joined"));
           joined != NULL; joined = charter_cursor_previous (&cursor))
        take_ref (self, joined->makes, MAYBE);
    }
}

/* Making sure */

gboolean
charter_item_has_conflict (const CharterItem *item,
                           CharterRef         person,
                           guint              bits)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

  charter_item_bars (item, person, bars);
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if ((bar->trail != NULL || bar->ruled != NULL) && bar->from & bits)
        return TRUE;
    }

  return FALSE;
}

/* A way from a party concerned to itself is none. */
static gboolean
is_concerned (const Search       *self,
              const CharterParty *party)
{
  for (guint i = 0; party->hub != 0 && i < self->policy->n_about; i++)
    if (self->policy->about[i] == party->hub)
      return TRUE;

  return FALSE;
}

static gboolean
is_current (const Search       *self,
            guint32             number,
            const CharterParty *party)
{
  if (!(party->flags & CHARTER_PARTY_LEFT)
      && charter_parties_all_joined (self->parties, self->item->scene->known, self->item->at))
    return TRUE;

  return charter_scene_is_current (self->item->scene, charter_parties_ref (self->parties, number),
                                   self->item->at);
}

static gboolean
is_conflicted (const Search              *self,
               const CharterClosurePlace *place)
{
  const CharterParty *party = charter_parties_row (self->parties, place->ref);

  if (!(party->flags & CHARTER_PARTY_PERSON) || !is_current (self, place->ref, party))
    return FALSE;
  if (place->distance == SURE && !(party->flags & CHARTER_PARTY_TOUCHED)
      && !self->policy->dispenses && !is_concerned (self, party))
    return TRUE;

  return charter_item_has_conflict (self->item, charter_parties_ref (self->parties, place->ref),
                                    self->bits);
}

/* By insertion with shrinking gaps: lists are short, and nearly in order. */
static void
sort (guint64 *keys,
      guint    n)
{
  static const guint gaps[] = { 701, 301, 132, 57, 23, 10, 4, 1 };

  for (guint g = 0; g < G_N_ELEMENTS (gaps); g++)
    for (guint i = gaps[g]; i < n; i++)
      {
        guint64 key = keys[i];
        guint j = i;

        for (; j >= gaps[g] && keys[j - gaps[g]] > key; j -= gaps[g])
          keys[j] = keys[j - gaps[g]];
        keys[j] = key;
      }
}

/* Persons are numbered when they join, unless an edge led to them before. */
static guint64
key_of (const Search *self,
        guint32       number)
{
  guint64 joined = number;

  if (self->parties->persons_are_hubs)
    joined = charter_scene_maker (self->item->scene,
                                  charter_parties_ref (self->parties, number))->seq;

  return joined << 32 | number;
}

/* In order of joining. */
static void
collect (Search *self,
         GArray *out)
{
  g_autofree guint64 *keys = g_new (guint64, self->found->n + 1);
  guint n = 0;

  for (guint i = 0; i < self->found->n; i++)
    if (is_conflicted (self, &self->found->list[i]))
      keys[n++] = key_of (self, self->found->list[i].ref);
  sort (keys, n);
  g_array_set_size (out, n);
  for (guint i = 0; i < n; i++)
    g_array_index (out, guint32, i) = (guint32) keys[i];
}

void
charter_glance_conflicted (CharterGlancePolicy *self,
                           const CharterItem   *item,
                           guint                bits,
                           CharterClosure      *room,
                           GArray              *out)
{
  Search search = {
    self, item, charter_scene_edges (item->scene), charter_scene_parties (item->scene), bits, room,
  };

  charter_closure_reset (room);
  if (self->any_bears)
    {
      take_connected (&search);
      take_ruled (&search);
      take_those_of_partners (&search);
    }
  collect (&search, out);
}
