/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-decisions-private.h"

#include <string.h>

#include "state/charter-state-internal.h"

/* Folding decisions and their opening into rows. */

void
charter_decisions_init (CharterDecisions *self)
{
  const CharterDecisionRow none = { 0 };

  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterDecisionRow));
  self->abouts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->terms = g_array_new (FALSE, FALSE, sizeof (CharterTerms));
  self->last_seq = 0;
  g_array_append_val (self->rows, none);
}

void
charter_decisions_clear (CharterDecisions *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->abouts, g_array_unref);
  g_clear_pointer (&self->terms, g_array_unref);
}

static CharterDecisionRow *
row_at (CharterDecisions *self,
        guint32           row)
{
  return &g_array_index (self->rows, CharterDecisionRow, row);
}

/* An instant as a party has it; 0 where it does not fit. */
static guint32
seconds_of (gint64 instant)
{
  if (instant <= CHARTER_PARTY_EPOCH || instant >= CHARTER_PARTY_EPOCH + G_MAXUINT32)
    return 0;

  return (guint32) (instant - CHARTER_PARTY_EPOCH);
}

static gboolean
fits (gint64 instant)
{
  return instant == CHARTER_INSTANT_NONE || seconds_of (instant) != 0;
}

/* Writes the row into its party, as far as it fits. */
static void
show (const CharterDecisions *self,
      guint32                 row,
      CharterParty           *party)
{
  const CharterDecisionRow *shown = charter_decisions_get (self, row);
  guint n;
  const guint32 *about = charter_decisions_about (self, row, &n);
  gboolean fit = n <= 3 && fits (shown->opens) && fits (shown->closes);

  party->about = 0;
  party->opens = seconds_of (shown->opens);
  party->closes = seconds_of (shown->closes);
  for (guint i = 0; i < n && fit; i++)
    {
      fit = about[i] <= CHARTER_PARTY_FEW_MAX;
      party->about |= (guint64) about[i] << (i * CHARTER_PARTY_FEW_BITS);
    }
  party->terms = shown->terms;
  party->signs = shown->flags | (fit ? 0 : CHARTER_DECISION_LONG);
}

static void
set_terms (CharterDecisions   *self,
           CharterDecisionRow *row,
           guint32             adoption,
           CharterRef          rule)
{
  const CharterTerms added = { adoption, rule };
  guint i = 0;

  for (; i < self->terms->len; i++)
    {
      const CharterTerms *terms = &g_array_index (self->terms, CharterTerms, i);

      if (terms->adoption == adoption && terms->rule == rule)
        break;
    }
  if (i > CHARTER_TERMS_MAX)
    {
      row->flags |= CHARTER_DECISION_CHANGED;
      return;
    }
  if (i == self->terms->len)
    g_array_append_val (self->terms, added);
  row->terms = i;
}

/* Forgets an opening that was not known. */
static void
close_again (CharterDecisions   *self,
             CharterDecisionRow *row)
{
  row->opened = 0;
  row->opens = row->closes = CHARTER_INSTANT_NONE;
  row->flags &= ~(guint) CHARTER_DECISION_ORDERLY;
  if (!(row->flags & CHARTER_DECISION_CHANGED))
    set_terms (self, row, 0, g_array_index (self->terms, CharterTerms, row->terms).rule);
}

static void
trim (CharterDecisions   *self,
      CharterParties     *parties,
      const CharterScene *scene)
{
  guint n = self->rows->len;

  for (; n > 1 && row_at (self, n - 1)->proposed > scene->known; n--)
    g_array_set_size (self->abouts, row_at (self, n - 1)->first_about);
  g_array_set_size (self->rows, n);
  for (guint i = 1; i < n; i++)
    if (row_at (self, i)->opened > scene->known)
      close_again (self, row_at (self, i));
  for (guint i = 1; i < parties->list->len; i++)
    {
      CharterParty *party = &g_array_index (parties->list, CharterParty, i);

      if (!(party->flags & CHARTER_PARTY_DECISION))
        continue;
      if (party->own < n)
        {
          show (self, party->own, party);
          continue;
        }
      party->own = 0;
      party->flags &= ~(guint) CHARTER_PARTY_DECISION;
    }
}

void
charter_decisions_copy (CharterDecisions       *self,
                        const CharterDecisions *source,
                        CharterParties         *parties,
                        const CharterScene     *scene)
{
  charter_decisions_init (self);
  g_array_append_vals (self->rows, charter_decisions_get (source, 1), source->rows->len - 1);
  g_array_append_vals (self->abouts, source->abouts->data, source->abouts->len);
  g_array_append_vals (self->terms, source->terms->data, source->terms->len);
  self->last_seq = source->last_seq;
  if (self->last_seq <= scene->known)
    return;
  self->last_seq = scene->known;
  trim (self, parties, scene);
}

const CharterDecisions *
charter_scene_decisions (const CharterScene *scene)
{
  return &scene->state->decisions;
}

/* Folding */

static void
add_about (CharterDecisions   *self,
           guint               first,
           CharterEdges       *edges,
           const CharterScene *scene,
           const CharterNode  *name)
{
  CharterRef ref = name->type == CHARTER_NODE_STRING ? charter_scene_find (scene, name->string) : 0;
  guint32 hub;

  if (ref == 0)
    return;
  hub = charter_edges_hub_of (edges, ref);
  for (guint i = first; i < self->abouts->len; i++)
    if (g_array_index (self->abouts, guint32, i) == hub)
      return;
  g_array_append_val (self->abouts, hub);
}

/* One party or a list of them. */
static void
add_abouts (CharterDecisions   *self,
            CharterEdges       *edges,
            const CharterScene *scene,
            const CharterNode  *about)
{
  guint first = self->abouts->len;

  if (about == NULL)
    return;
  if (about->type != CHARTER_NODE_ARRAY)
    {
      add_about (self, first, edges, scene, about);
      return;
    }
  for (const CharterNode *name = charter_node_first (about); name != NULL;
       name = charter_node_next (about, name))
    add_about (self, first, edges, scene, name);
}

/* Those that a bundle names were proposed before it. */
static void
mark_bundled (CharterDecisions   *self,
              CharterParties     *parties,
              const CharterScene *scene,
              const CharterNode  *bundle)
{
  for (const CharterNode *name = charter_node_first (bundle); name != NULL;
       name = charter_node_next (bundle, name))
    {
      CharterParty *party = charter_parties_at (parties, charter_scene_find (scene, name->string));

      if (!(party->flags & CHARTER_PARTY_DECISION))
        continue;
      row_at (self, party->own)->flags |= CHARTER_DECISION_BUNDLED;
      party->signs |= CHARTER_DECISION_BUNDLED;
    }
}

static void
propose (CharterDecisions   *self,
         CharterEdges       *edges,
         const CharterScene *scene,
         const CharterFact  *fact)
{
  CharterParty *party;
  CharterDecisionRow row = {
    .proposed = fact->seq,
    .opens = CHARTER_INSTANT_NONE,
    .closes = CHARTER_INSTANT_NONE,
    .first_about = self->abouts->len,
  };

  if (charter_node_member (fact->data, "dispenses") != NULL)
    row.flags |= CHARTER_DECISION_DISPENSES;
  set_terms (self, &row, 0, charter_scene_member (scene, fact, "rule"));
  add_abouts (self, edges, scene, charter_node_member (fact->data, "about"));
  g_array_append_val (self->rows, row);
  party = charter_parties_at (edges->parties, fact->makes);
  party->own = self->rows->len - 1;
  party->flags |= CHARTER_PARTY_DECISION;
  show (self, party->own, party);
  if (charter_node_member (fact->data, "bundle") != NULL)
    mark_bundled (self, edges->parties, scene, charter_node_member (fact->data, "bundle"));
  self->last_seq = fact->seq;
}

/* The party of the decision that an entry is about. */
static CharterParty *
party_of (CharterEdges       *edges,
          const CharterScene *scene,
          const CharterFact  *fact)
{
  return charter_parties_at (edges->parties, charter_scene_member (scene, fact, "decision"));
}

static guint32
pinned_by (const CharterScene *scene,
           const CharterFact  *opened)
{
  const GArray *adoptions = scene->state->adoptions;
  const char *digest = charter_scene_string (scene, opened, "charter");

  for (guint i = 0; digest != NULL && i < adoptions->len; i++)
    {
      const CharterAdoption *adoption = &g_array_index (adoptions, CharterAdoption, i);

      if (strcmp (charter_document_data_get_digest (adoption->document), digest) == 0)
        return adoption->seq;
    }

  return 0;
}

/* One that no version is pinned by, or that was opened before, has to be read. */
static void
set_opening (CharterDecisions   *self,
             CharterDecisionRow *row,
             const CharterScene *scene,
             const CharterFact  *opened)
{
  guint32 adoption = pinned_by (scene, opened);

  if (row->opened != 0 || adoption == 0)
    row->flags |= CHARTER_DECISION_CHANGED;
  if (row->opened != 0)
    return;
  row->opened = opened->seq;
  row->opens = opened->at;
  row->closes = charter_scene_instant (scene, opened, "closes");
  if (charter_scene_fact (scene, row->proposed)->at <= row->opens)
    row->flags |= CHARTER_DECISION_ORDERLY;
  if (!(row->flags & CHARTER_DECISION_CHANGED))
    set_terms (self, row, adoption, g_array_index (self->terms, CharterTerms, row->terms).rule);
}

static void
open_voting (CharterDecisions   *self,
             CharterParty       *party,
             const CharterScene *scene,
             const CharterFact  *fact)
{
  set_opening (self, row_at (self, party->own), scene, fact);
  show (self, party->own, party);
  self->last_seq = fact->seq;
}

static void
mark_changed (CharterDecisions *self,
              CharterParty     *party)
{
  row_at (self, party->own)->flags |= CHARTER_DECISION_CHANGED;
  party->signs |= CHARTER_DECISION_CHANGED;
}

static void
correct (CharterDecisions   *self,
         CharterEdges       *edges,
         const CharterScene *scene,
         const CharterFact  *fact)
{
  const CharterFact *target
    = charter_scene_find_entry (scene, charter_scene_string (scene, fact, "entry"));

  if (target->kind == CHARTER_KIND ("decision-proposed"))
    mark_changed (self, charter_parties_at (edges->parties, target->makes));
  else if (target->kind == CHARTER_KIND ("decision-opened"))
    mark_changed (self, party_of (edges, scene, target));
}

void
charter_decisions_fold (CharterDecisions   *self,
                        CharterEdges       *edges,
                        const CharterScene *scene,
                        const CharterFact  *fact)
{
  if (fact->kind == CHARTER_KIND ("decision-proposed"))
    propose (self, edges, scene, fact);
  else if (fact->kind == CHARTER_KIND ("decision-opened"))
    open_voting (self, party_of (edges, scene, fact), scene, fact);
  else if (fact->kind == CHARTER_KIND ("decision-amended")
           || fact->kind == CHARTER_KIND ("decision-closed")
           || fact->kind == CHARTER_KIND ("decision-reopened")
           || fact->kind == CHARTER_KIND ("decision-withdrawn"))
    mark_changed (self, party_of (edges, scene, fact));
  else if (fact->kind == CHARTER_KIND ("entry-corrected"))
    correct (self, edges, scene, fact);
}
