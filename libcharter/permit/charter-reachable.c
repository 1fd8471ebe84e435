/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-search-private.h"

#include <stdlib.h>

/* The question the other way round: whom does a search back from the parties concerned come
 * to?  What it costs goes with those found, not with all people. */

typedef struct
{
  CharterSearch  search;
  CharterVisits  visits;      /* of one path */
  GHashTable    *seen;        /* CharterRef of those in @out */
  GArray        *out;         /* CharterRef */
} Reach;

/* Persons and partners of the record have trails; others are only on the way. */
static void
take (Reach      *self,
      CharterRef  ref)
{
  const CharterScene *scene = self->search.item->scene;
  guint16 kind = charter_scene_maker_kind (scene, ref);

  if ((kind == CHARTER_KIND ("person-joined") || kind == CHARTER_KIND ("partner-joined"))
      && g_hash_table_add (self->seen, GUINT_TO_POINTER (ref)))
    g_array_append_val (self->out, ref);
}

static void
add (Reach        *self,
     CharterVisit  visit,
     guint         position,
     CharterRef    ref)
{
  for (guint p = position;; p--)
    {
      visit.key = charter_visit_key (0, p, ref);
      if (!charter_visits_add (&self->visits, &visit))
        return;
      if (p == 0)
        take (self, ref);
      if (p == 0 || !self->search.path->steps[p - 1].optional)
        return;
      visit.edge = 0;
      visit.before = self->visits.n;
    }
}

static void
try_edge (Reach   *self,
          guint    from,
          guint    step,
          guint32  number,
          gboolean against)
{
  const CharterVisit *visit = &self->visits.list[from];
  const CharterEdge *edge = charter_edges_get (self->search.edges, number);
  CharterVisit next = { .edge = number, .before = from + 1, .distance = visit->distance + 1 };

  if (charter_search_takes (&self->search, &self->search.path->steps[step], edge, against))
    add (self, next, step, against ? edge->to : edge->from);
}

static void
try_step (Reach *self,
          guint  from,
          guint  position)
{
  const CharterEdges *edges = self->search.edges;
  const CharterStepData *step = &self->search.path->steps[position];
  const CharterEnds ends = charter_edges_of (edges, charter_visit_ref (&self->visits.list[from]));

  if (step->along & ~CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED) || step->others != NULL)
    for (guint32 e = ends.links; e != 0; e = charter_edges_get (edges, e)->next_in)
      try_edge (self, from, position, e, FALSE);
  if (step->along & CHARTER_RELATION_BIT (CHARTER_RELATION_DECLARED))
    for (guint32 e = ends.declared; e != 0; e = charter_edges_get (edges, e)->next_in)
      try_edge (self, from, position, e, FALSE);
  if (step->against & edges->relations)
    for (guint32 e = ends.out; e != 0; e = charter_edges_get (edges, e)->next_out)
      try_edge (self, from, position, e, TRUE);
}

static void
expand (Reach *self,
        guint  i)
{
  const CharterPathData *path = self->search.path;
  guint position = charter_visit_position (&self->visits.list[i]);

  if (self->visits.list[i].distance >= path->depth)
    return;
  if (position < path->n_steps && path->steps[position].repeats)
    try_step (self, i, position);
  if (position > 0 && !path->steps[position - 1].repeats)
    try_step (self, i, position - 1);
}

static void
search_path (Reach *self)
{
  const CharterItem *item = self->search.item;

  charter_visits_reset (&self->visits);
  for (guint t = 0; t < item->about->len; t++)
    add (self, (CharterVisit) { 0 }, self->search.path->n_steps,
         g_array_index (item->about, CharterRef, t));
  for (guint i = 0; i < self->visits.n; i++)
    expand (self, i);
}

/* Declared interests and sensitive links need no path. */
static void
take_direct (Reach      *self,
             CharterRef  party)
{
  const CharterEdges *edges = self->search.edges;
  const CharterEnds ends = charter_edges_of (edges, party);

  for (guint32 e = ends.declared; e != 0; e = charter_edges_get (edges, e)->next_in)
    take (self, charter_edges_get (edges, e)->from);
  for (guint32 e = ends.links; e != 0; e = charter_edges_get (edges, e)->next_in)
    if (charter_edges_get (edges, e)->relation == CHARTER_RELATION_CONNECTED)
      take (self, charter_edges_get (edges, e)->from);
  for (guint32 e = ends.out; e != 0; e = charter_edges_get (edges, e)->next_out)
    if (charter_edges_get (edges, e)->relation == CHARTER_RELATION_CONNECTED)
      take (self, charter_edges_get (edges, e)->to);
}

/* Whom the others ruled on, whatever the graph says. */
static void
take_ruled (Reach *self)
{
  const CharterItem *item = self->search.item;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, item->decision,
                                                      CHARTER_KIND ("conflict-ruled"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    take (self, charter_scene_member (item->scene, fact, "person"));
}

typedef struct
{
  guint32    joined;
  CharterRef ref;
} Joined;

static int
compare_joined (gconstpointer a,
                gconstpointer b)
{
  const Joined *x = a, *y = b;

  return x->joined < y->joined ? -1 : x->joined > y->joined;
}

static void
sort_by_joining (const CharterScene *scene,
                 GArray             *refs,
                 GArray             *out)
{
  g_autofree Joined *rows = g_new (Joined, refs->len);

  for (guint i = 0; i < refs->len; i++)
    {
      rows[i].ref = g_array_index (refs, CharterRef, i);
      rows[i].joined = charter_scene_maker (scene, rows[i].ref)->seq;
    }
  if (refs->len > 1)
    qsort (rows, refs->len, sizeof *rows, compare_joined);
  for (guint i = 0; i < refs->len; i++)
    g_array_append_val (out, rows[i].ref);
}

void
charter_item_reachable (const CharterItem *item,
                        GArray            *out)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  Reach self = { .search = { .item = item }, .seen = seen, .out = found };
  const CharterConflictPolicy *policy;

  if (item->charter == NULL)
    return;
  policy = &item->charter->conflicts;
  self.search.edges = charter_scene_edges (item->scene);
  charter_visits_init (&self.visits);
  for (guint t = 0; t < item->about->len; t++)
    take_direct (&self, g_array_index (item->about, CharterRef, t));
  take_ruled (&self);
  for (guint i = 0; i < policy->n_paths; i++)
    {
      self.search.path = &policy->paths[i];
      self.search.number = i;
      search_path (&self);
    }
  charter_visits_clear (&self.visits);
  sort_by_joining (item->scene, found, out);
}
