/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-edges-private.h"

#include "state/charter-state-internal.h"

/* Folding links and declared interests into the edges of the interest graph. */

void
charter_edges_init (CharterEdges   *self,
                    CharterParties *parties)
{
  const CharterEdge none = { 0 };
  const CharterArc no_arc = { 0 };
  const CharterHub no_hub = { 0 };
  const guint32 nothing = 0;

  self->edges = g_array_new (FALSE, FALSE, sizeof (CharterEdge));
  self->out_arcs = g_array_new (FALSE, FALSE, sizeof (CharterArc));
  self->in_arcs = g_array_new (FALSE, FALSE, sizeof (CharterArc));
  self->hubs = g_array_new (FALSE, FALSE, sizeof (CharterHub));
  self->first_links = g_array_new (FALSE, FALSE, sizeof (CharterArc));
  self->declared = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->parties = parties;
  self->relations = 0;
  self->last_seq = 0;
  self->last_begins = G_MININT64;
  g_array_append_val (self->edges, none);
  g_array_append_val (self->out_arcs, no_arc);
  g_array_append_val (self->in_arcs, no_arc);
  g_array_append_val (self->hubs, no_hub);
  g_array_append_val (self->first_links, no_arc);
  g_array_append_val (self->declared, nothing);
}

void
charter_edges_clear (CharterEdges *self)
{
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->out_arcs, g_array_unref);
  g_clear_pointer (&self->in_arcs, g_array_unref);
  g_clear_pointer (&self->hubs, g_array_unref);
  g_clear_pointer (&self->first_links, g_array_unref);
  g_clear_pointer (&self->declared, g_array_unref);
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

  for (guint i = 1; i < self->parties->list->len; i++)
    {
      CharterParty *party = &g_array_index (self->parties->list, CharterParty, i);

      if (party->out >= n)
        party->flags |= CHARTER_PARTY_MORE;
      while (party->out >= n)
        party->out = edges[party->out].next_out;
    }
  for (guint i = 1; i < self->hubs->len; i++)
    {
      CharterHub *hub = &g_array_index (self->hubs, CharterHub, i);
      guint32 *declared = &g_array_index (self->declared, guint32, i);

      while (hub->links >= n)
        hub->links = edges[hub->links].next_in;
      g_array_index (self->first_links, CharterArc, i) = *charter_edges_in (self, hub->links);
      while (*declared >= n)
        *declared = edges[*declared].next_in;
    }
}

/* All but the first, which is there. */
static void
copy_rows (GArray       *self,
           const GArray *source)
{
  guint size = g_array_get_element_size (self);

  g_array_append_vals (self, source->data + size, source->len - 1);
}

void
charter_edges_copy (CharterEdges       *self,
                    const CharterEdges *source,
                    CharterParties     *parties,
                    guint32             known)
{
  guint n = edges_up_to (source, known);

  charter_edges_init (self, parties);
  copy_rows (self->edges, source->edges);
  copy_rows (self->out_arcs, source->out_arcs);
  copy_rows (self->in_arcs, source->in_arcs);
  copy_rows (self->hubs, source->hubs);
  copy_rows (self->first_links, source->first_links);
  copy_rows (self->declared, source->declared);
  self->last_seq = charter_edges_get (self, n - 1)->seq;
  self->last_begins = source->last_begins;
  self->relations = source->relations;
  if (n == source->edges->len)
    return;
  trim_ends (self, n);
  g_array_set_size (self->edges, n);
  g_array_set_size (self->out_arcs, n);
  g_array_set_size (self->in_arcs, n);
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

guint32
charter_edges_hub_of (CharterEdges *self,
                      CharterRef    ref)
{
  CharterParty *party = charter_parties_at (self->parties, ref);
  const CharterHub hub = { .ref = ref };
  const CharterArc no_arc = { 0 };
  const guint32 none = 0;

  if (party->hub != 0)
    return party->hub;
  party->hub = self->hubs->len;
  self->parties->persons_are_hubs |= (party->flags & CHARTER_PARTY_PERSON) != 0;
  g_array_append_val (self->hubs, hub);
  g_array_append_val (self->first_links, no_arc);
  g_array_append_val (self->declared, none);

  return party->hub;
}

static void
add_arc (GArray            *arcs,
         const CharterEdge *edge,
         guint32            end,
         guint32            next,
         gboolean           plain)
{
  const CharterArc arc = {
    .end = MIN (end, CHARTER_ARC_END_MAX),
    .relation = edge->relation,
    .plain = plain && end < CHARTER_ARC_END_MAX,
    .next = next,
  };

  g_array_append_val (arcs, arc);
}

/* Does the edge last from its entry on, without an end? */
static gboolean
lasts (const CharterEdge *edge,
       const CharterFact *fact)
{
  return edge->begins <= fact->at && edge->ends == G_MAXINT64;
}

/* Among the few, where it is one that these can tell of. */
static void
add_few (CharterParty *party,
         guint32       hub,
         gboolean      plain)
{
  guint n = 0;

  if (party->flags & CHARTER_PARTY_DECISION)
    return;
  while (n < CHARTER_PARTY_FEW && charter_party_few (party, n) != 0)
    n++;
  if (!plain || n == CHARTER_PARTY_FEW || hub > CHARTER_PARTY_FEW_MAX)
    party->flags |= CHARTER_PARTY_MORE;
  else
    party->few[n / 3] |= (guint64) hub << (n % 3 * CHARTER_PARTY_FEW_BITS);
}

/* Who owns the greater part controls. */
static guint64
relations_of (const CharterEdge *edge)
{
  guint64 relations = CHARTER_RELATION_BIT (edge->relation);

  if (edge->relation == CHARTER_RELATION_OWNS)
    relations |= CHARTER_RELATION_BIT (CHARTER_RELATION_CONTROLS);
  if (edge->relation == CHARTER_RELATION_OWNED_BY)
    relations |= CHARTER_RELATION_BIT (CHARTER_RELATION_CONTROLLED_BY);

  return relations;
}

/* Gives the one before it. */
static guint32
set_newest_in (CharterEdges *self,
               guint32       hub,
               gboolean      declared,
               guint32       edge)
{
  guint32 *newest = &g_array_index (self->declared, guint32, hub);
  CharterHub *linked = &g_array_index (self->hubs, CharterHub, hub);
  guint32 before = declared ? *newest : linked->links;

  if (declared)
    *newest = edge;
  else
    linked->links = edge;

  return before;
}

static void
add_edge (CharterEdges      *self,
          CharterEdge       *edge,
          const CharterFact *fact)
{
  guint32 number = self->edges->len;
  gboolean declared = edge->relation == CHARTER_RELATION_DECLARED, plain = lasts (edge, fact);
  guint32 to = charter_edges_hub_of (self, edge->to);
  guint32 from = declared ? charter_parties_number_of (self->parties, edge->from)
                          : charter_edges_hub_of (self, edge->from);
  guint32 *out = &charter_parties_at (self->parties, edge->from)->out;

  edge->next_in = set_newest_in (self, to, declared, number);
  edge->next_out = *out;
  *out = number;
  g_array_append_val (self->edges, *edge);
  add_arc (self->out_arcs, edge, to, edge->next_out, plain);
  add_arc (self->in_arcs, edge, from, edge->next_in,
           plain && (declared || !(edge->flags & CHARTER_EDGE_OF_PERSON)));
  if (!declared)
    g_array_index (self->first_links, CharterArc, to) = *charter_edges_in (self, number);
  add_few (charter_parties_at (self->parties, edge->from), to, plain && declared);
  if (edge->relation == CHARTER_RELATION_CONNECTED)
    g_array_index (self->hubs, CharterHub, from).connects = TRUE;
  self->relations |= relations_of (edge);
  self->last_seq = edge->seq;
  if (plain)
    self->last_begins = MAX (self->last_begins, edge->begins);
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
  add_edge (self, &edge, fact);
}

/* The edge of the thing that an entry is about is not to be read from here any more. */
static void
mark_changed (CharterEdges *self,
              guint32       seq)
{
  CharterEdge *edge = find_edge (self, seq);

  guint number, hub;

  if (edge == NULL)
    return;
  edge->flags |= CHARTER_EDGE_CHANGED;
  number = (guint) (edge - charter_edges_get (self, 0));
  g_array_index (self->out_arcs, CharterArc, number).plain = FALSE;
  g_array_index (self->in_arcs, CharterArc, number).plain = FALSE;
  hub = charter_parties_get (self->parties, edge->to)->hub;
  if (charter_edges_hub (self, hub)->links == number)
    g_array_index (self->first_links, CharterArc, hub).plain = FALSE;
  charter_parties_at (self->parties, edge->from)->flags |= CHARTER_PARTY_MORE;
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
