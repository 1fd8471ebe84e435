/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-glance-private.h"

#include <stdlib.h>

/* The question the other way round: everybody with a conflict that bears on the act.  What it
 * costs goes with those found. */

typedef struct
{
  CharterGlancePolicy *policy;
  const CharterItem   *item;
  guint                bits;
  CharterClosure      *found;     /* who may be conflicted; its distance: 1 for certain */
} Search;

/* How sure it is */
enum { MAYBE, SURE };

static void
take (Search     *self,
      CharterRef  ref,
      guint       sure)
{
  int at = charter_closure_find (self->found, ref);

  if (at < 0)
    charter_closure_add (self->found, ref, sure);
  else if (sure)
    self->found->list[at].distance = sure;
}

/* The person who declared an interest, by its arc. */
static CharterRef
declarer (const CharterEdges *edges,
          const CharterArc   *arc,
          guint32             edge)
{
  return G_LIKELY (arc->end < CHARTER_ARC_END_MAX) ? arc->end : charter_edges_get (edges, edge)->from;
}

/* Direct ties */

static void
take_declared (Search  *self,
               guint32  hub)
{
  const CharterEdges *edges = charter_scene_edges (self->item->scene);
  guint sure = self->policy->direct_certain ? SURE : MAYBE;
  const CharterArc *arc;

  for (guint32 e = g_array_index (edges->declared, guint32, hub); e != 0; e = arc->next)
    {
      arc = charter_edges_in (edges, e);
      if (charter_glance_is_there (self->policy, self->item, arc, e))
        take (self, declarer (edges, arc, e), sure);
    }
}

static void
take_linked (Search  *self,
             guint32  hub)
{
  const CharterEdges *edges = charter_scene_edges (self->item->scene);
  CharterRef party = charter_edges_hub (edges, hub)->ref;
  const CharterEdge *edge;

  for (guint32 e = charter_edges_hub (edges, hub)->links; e != 0; e = edge->next_in)
    {
      edge = charter_edges_get (edges, e);
      if (edge->relation == CHARTER_RELATION_CONNECTED)
        take (self, edge->from, MAYBE);
    }
  for (guint32 e = charter_parties_get (edges->parties, party)->out; e != 0; e = edge->next_out)
    {
      edge = charter_edges_get (edges, e);
      if (edge->relation == CHARTER_RELATION_CONNECTED)
        take (self, edge->to, MAYBE);
    }
}

/* Paths of one step and a tail, which most are */

static void
take_declared_step (Search            *self,
                    CharterGlancePath *path,
                    guint32            hub)
{
  const CharterEdges *edges = path->search.edges;
  guint sure = path->certain ? SURE : MAYBE;
  const CharterArc *arc;

  for (guint32 e = g_array_index (edges->declared, guint32, hub); e != 0; e = arc->next)
    {
      arc = charter_edges_in (edges, e);
      if (charter_glance_step_takes (path, &path->search.path->steps[0], arc, e, FALSE))
        take (self, declarer (edges, arc, e), sure);
    }
}

static void
take_linked_step (Search            *self,
                  CharterGlancePath *path,
                  guint32            hub)
{
  const CharterEdges *edges = path->search.edges;
  const CharterStepData *step = &path->search.path->steps[0];
  CharterRef party = charter_edges_hub (edges, hub)->ref;
  guint sure = path->certain ? SURE : MAYBE;
  const CharterArc *arc;

  for (guint32 e = charter_edges_hub (edges, hub)->links; e != 0; e = arc->next)
    {
      arc = charter_edges_in (edges, e);
      if (charter_glance_step_takes (path, step, arc, e, FALSE))
        take (self, charter_edges_get (edges, e)->from,
              arc->relation == CHARTER_RELATION_CONNECTED ? MAYBE : sure);
    }
  if (path->step_against == 0)
    return;
  for (guint32 e = charter_parties_get (edges->parties, party)->out; e != 0; e = arc->next)
    {
      arc = charter_edges_out (edges, e);
      if (charter_glance_step_takes (path, step, arc, e, TRUE))
        take (self, charter_edges_get (edges, e)->to,
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

static void
take_step_back (Search            *self,
                CharterGlancePath *path,
                guint32            hub)
{
  const CharterStepData *step = &path->search.path->steps[0];

  if (step->along & CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED))
    take_declared_step (self, path, hub);
  if (takes_links (path))
    take_linked_step (self, path, hub);
}

/* FALSE where the path is of another kind, or comes to what only a whole search settles. */
static gboolean
take_along (Search            *self,
            CharterGlancePath *path)
{
  const CharterClosure *closure = &path->closure;

  if (path->search.path->has_share || path->search.path->first_tail != 1)
    return FALSE;
  if (!charter_glance_close (path))
    return FALSE;
  for (guint i = 0; i < closure->n; i++)
    if (closure->list[i].distance < path->search.path->depth)
      take_step_back (self, path, closure->list[i].ref);

  return TRUE;
}

static void
take_reachable (Search *self)
{
  g_autoptr(GArray) reachable = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_item_reachable (self->item, reachable);
  for (guint i = 0; i < reachable->len; i++)
    take (self, g_array_index (reachable, CharterRef, i), MAYBE);
}

static void
take_connected (Search *self)
{
  const CharterGlancePolicy *policy = self->policy;
  gboolean all = TRUE;

  for (guint i = 0; i < policy->n_about; i++)
    {
      if (policy->direct_bears)
        take_declared (self, policy->about[i]);
      if (policy->relations & CHARTER_RELATION_BIT (CHARTER_RELATION_CONNECTED))
        take_linked (self, policy->about[i]);
    }
  for (guint i = 0; i < policy->n_paths; i++)
    if (policy->paths[i].bears)
      all &= take_along (self, &policy->paths[i]);
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
    take (self, charter_scene_member (scene, fact, "person"), MAYBE);
}

/* A conflict of a whole partner is one of everybody who acts for it. */
static void
take_those_of_partners (Search *self)
{
  const CharterScene *scene = self->item->scene;

  for (guint i = 0; i < self->found->n; i++)
    {
      CharterRef ref = self->found->list[i].ref;
      CharterCursor cursor;

      if (!(charter_parties_get (charter_scene_parties (scene), ref)->flags
            & CHARTER_PARTY_PARTNER))
        continue;
      for (const CharterFact *joined = charter_cursor_last (&cursor, scene, ref,
                                                            CHARTER_KIND ("person-joined"));
           joined != NULL; joined = charter_cursor_previous (&cursor))
        take (self, joined->makes, MAYBE);
    }
}

/* Making sure */

static gboolean
has_conflict (const Search *self,
              CharterRef    person)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

  charter_item_bars (self->item, person, bars);
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if ((bar->trail != NULL || bar->ruled != NULL) && bar->from & self->bits)
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
is_conflicted (const Search              *self,
               const CharterClosurePlace *place,
               const CharterParty        *party)
{
  if (!(party->flags & CHARTER_PARTY_PERSON)
      || !charter_scene_is_current (self->item->scene, place->ref, self->item->at))
    return FALSE;
  if (place->distance == SURE && !(party->flags & CHARTER_PARTY_TOUCHED)
      && !self->policy->dispenses && !is_concerned (self, party))
    return TRUE;

  return has_conflict (self, place->ref);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

/* In order of joining. */
static void
collect (Search *self,
         GArray *out)
{
  const CharterParties *parties = charter_scene_parties (self->item->scene);
  g_autofree guint64 *keys = g_new (guint64, self->found->n + 1);
  guint n = 0;

  for (guint i = 0; i < self->found->n; i++)
    {
      const CharterClosurePlace *place = &self->found->list[i];
      const CharterParty *party = charter_parties_get (parties, place->ref);

      if (is_conflicted (self, place, party))
        keys[n++] = (guint64) charter_scene_maker (self->item->scene, place->ref)->seq << 32 | place->ref;
    }
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    {
      CharterRef ref = (CharterRef) keys[i];

      g_array_append_val (out, ref);
    }
}

void
charter_glance_conflicted (CharterGlancePolicy *self,
                           const CharterItem   *item,
                           guint                bits,
                           CharterClosure      *room,
                           GArray              *out)
{
  Search search = { self, item, bits, room };

  charter_closure_reset (room);
  if (self->any_bears)
    {
      take_connected (&search);
      take_ruled (&search);
      take_those_of_partners (&search);
    }
  collect (&search, out);
}
