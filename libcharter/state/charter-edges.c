/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-edges-private.h"

#include "state/charter-state-internal.h"

/* Folding links and declared interests into the edges of the interest graph. */

void
charter_edges_init (CharterEdges *self)
{
  const CharterEdge none = { 0 };

  self->edges = g_array_new (FALSE, FALSE, sizeof (CharterEdge));
  self->ends = g_array_new (FALSE, TRUE, sizeof (CharterEnds));
  g_array_append_val (self->edges, none);
}

void
charter_edges_clear (CharterEdges *self)
{
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
}

static guint
edges_up_to (const CharterEdges *source,
             guint32             known)
{
  guint n = source->edges->len;

  while (n > 1 && charter_edges_get (source, n - 1)->seq > known)
    n--;

  return n;
}

/* The newest ends among the first @n edges. */
static void
trim_ends (CharterEdges *self,
           guint         n)
{
  const CharterEdge *edges = (const CharterEdge *) self->edges->data;

  for (guint ref = 0; ref < self->ends->len; ref++)
    {
      CharterEnds *ends = &g_array_index (self->ends, CharterEnds, ref);

      while (ends->out >= n)
        ends->out = edges[ends->out].next_out;
      while (ends->links >= n)
        ends->links = edges[ends->links].next_in;
      while (ends->declared >= n)
        ends->declared = edges[ends->declared].next_in;
    }
}

void
charter_edges_copy (CharterEdges       *self,
                    const CharterEdges *source,
                    guint32             known)
{
  guint n = edges_up_to (source, known);

  charter_edges_init (self);
  g_array_append_vals (self->edges, charter_edges_get (source, 1), source->edges->len - 1);
  if (source->ends->len > 0)
    g_array_append_vals (self->ends, source->ends->data, source->ends->len);
  if (n == source->edges->len)
    return;
  trim_ends (self, n);
  g_array_set_size (self->edges, n);
}

/* Looking up */

const CharterEdges *
charter_scene_edges (const CharterScene *scene)
{
  return &scene->state->edges;
}

static CharterEdge *
find_edge (const CharterEdges *self,
           guint32             seq)
{
  guint low = 1, high = self->edges->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (charter_edges_get (self, middle)->seq < seq)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->edges->len && charter_edges_get (self, low)->seq == seq)
    return &g_array_index (self->edges, CharterEdge, low);

  return NULL;
}

const CharterEdge *
charter_scene_edge (const CharterScene *scene,
                    const CharterFact  *fact)
{
  return find_edge (&scene->state->edges, fact->seq);
}

/* Folding */

static CharterEnds *
ends_of (CharterEdges *self,
         CharterRef    ref)
{
  if (ref >= self->ends->len)
    g_array_set_size (self->ends, ref + 1);

  return &g_array_index (self->ends, CharterEnds, ref);
}

static void
add_edge (CharterEdges *self,
          CharterEdge  *edge)
{
  guint32 number = self->edges->len;
  CharterEnds *to = ends_of (self, edge->to);
  guint32 *in = edge->relation == CHARTER_RELATION_DECLARED ? &to->declared : &to->links;
  guint32 *out;

  edge->next_in = *in;
  *in = number;
  out = &ends_of (self, edge->from)->out;
  edge->next_out = *out;
  *out = number;
  g_array_append_val (self->edges, *edge);
}

/* From its first day, else from the entry on; to the end of its last day. */
static void
set_times (const CharterScene *scene,
           const CharterFact  *fact,
           CharterEdge        *edge)
{
  gint32 since = charter_scene_date (scene, fact, "since");
  gint32 until = charter_scene_date (scene, fact, "until");

  edge->begins = since != CHARTER_DATE_NONE
                 ? charter_zone_start_of (charter_scene_zone (scene), since) : fact->at;
  edge->ends = until != CHARTER_DATE_NONE
               ? charter_zone_start_of (charter_scene_zone (scene), until + 1) : G_MAXINT64;
}

gboolean
charter_share_is_majority (const CharterNode *share)
{
  const CharterFraction half = CHARTER_FRACTION (1, 2);
  CharterFraction value;

  return share != NULL && charter_fraction_from_node (share, &value)
         && charter_fraction_compare (&value, &half) > 0;
}

static guint8
flags_of (const CharterScene *scene,
          const CharterFact  *fact,
          CharterRef          from)
{
  const CharterNode *data = fact->data;
  const CharterNode *share = charter_node_member (data, "share");
  guint8 flags = 0;

  if (share != NULL)
    flags |= CHARTER_EDGE_SHARE;
  if (charter_share_is_majority (share))
    flags |= CHARTER_EDGE_MAJORITY;
  if (charter_node_member (data, "known-to") != NULL)
    flags |= CHARTER_EDGE_KNOWN_TO;
  if (charter_node_member_boolean (data, "sensitive", FALSE))
    flags |= CHARTER_EDGE_SENSITIVE;
  if (charter_scene_is_person (scene, from))
    flags |= CHARTER_EDGE_OF_PERSON;

  return flags;
}

static void
fold_edge (CharterEdges       *self,
           const CharterScene *scene,
           const CharterFact  *fact,
           const char         *from,
           const char         *to,
           CharterRelation     relation)
{
  CharterEdge edge = {
    .seq = fact->seq,
    .from = charter_scene_member (scene, fact, from),
    .to = charter_scene_member (scene, fact, to),
    .relation = relation,
  };

  edge.flags = flags_of (scene, fact, edge.from);
  set_times (scene, fact, &edge);
  add_edge (self, &edge);
}

/* The edge of the thing that an entry is about is not to be read from here any more. */
static void
mark_changed (CharterEdges *self,
              guint32       seq)
{
  CharterEdge *edge = find_edge (self, seq);

  if (edge != NULL)
    edge->flags |= CHARTER_EDGE_CHANGED;
}

static void
mark_ended (CharterEdges       *self,
            const CharterScene *scene,
            const CharterFact  *fact,
            const char         *member)
{
  const CharterFact *maker = charter_scene_maker (scene, charter_scene_member (scene, fact, member));

  mark_changed (self, maker->seq);
}

void
charter_edges_fold (CharterEdges       *self,
                    const CharterScene *scene,
                    const CharterFact  *fact)
{
  if (fact->kind == CHARTER_KIND ("interest-declared"))
    fold_edge (self, scene, fact, "person", "party", CHARTER_RELATION_DECLARED);
  else if (fact->kind == CHARTER_KIND ("link-stated"))
    fold_edge (self, scene, fact, "from", "to",
               charter_relation_lookup (charter_scene_string (scene, fact, "relation"), -1));
  else if (fact->kind == CHARTER_KIND ("interest-ended"))
    mark_ended (self, scene, fact, "interest");
  else if (fact->kind == CHARTER_KIND ("link-ended"))
    mark_ended (self, scene, fact, "link");
  else if (fact->kind == CHARTER_KIND ("entry-corrected"))
    mark_changed (self, charter_scene_find_entry (scene,
                                                  charter_scene_string (scene, fact, "entry"))->seq);
}
