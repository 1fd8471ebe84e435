/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-parties-private.h"

#include "state/charter-state-internal.h"

/* Who joined and left, and on whom an entry bears that has to be read when they are asked
 * about. */

void
charter_parties_init (CharterParties *self)
{
  const CharterParty none = { 0 };
  const guint32 nothing = 0;

  *self = (CharterParties) {
    .numbers = g_array_new (FALSE, TRUE, sizeof (guint32)),
    .list = g_array_new (FALSE, FALSE, sizeof (CharterParty)),
    .refs = g_array_new (FALSE, FALSE, sizeof (CharterRef)),
    .born = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .last_since = G_MININT64,
  };
  g_array_append_val (self->list, none);
  g_array_append_val (self->refs, nothing);
  g_array_append_val (self->born, nothing);
}

void
charter_parties_clear (CharterParties *self)
{
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->list, g_array_unref);
  g_clear_pointer (&self->refs, g_array_unref);
  g_clear_pointer (&self->born, g_array_unref);
}

void
charter_parties_copy (CharterParties       *self,
                      const CharterParties *source)
{
  *self = *source;
  self->numbers = g_array_copy (source->numbers);
  self->list = g_array_copy (source->list);
  self->refs = g_array_copy (source->refs);
  self->born = g_array_copy (source->born);
}

static void
note_joined (CharterParties    *self,
             const CharterFact *fact)
{
  self->last_joined = MAX (self->last_joined, fact->seq);
  self->last_since = MAX (self->last_since, fact->at);
}

/* Takes back the numbers that later entries gave. */
static void
trim_numbers (CharterParties     *self,
              const CharterScene *scene)
{
  guint names = charter_string_table_size (&scene->state->names) + 1, n = self->list->len;

  for (; n > 1 && g_array_index (self->born, guint32, n - 1) > scene->known; n--)
    g_array_index (self->numbers, guint32, charter_parties_ref (self, n - 1)) = 0;
  g_array_set_size (self->list, n);
  g_array_set_size (self->refs, n);
  g_array_set_size (self->born, n);
  if (self->numbers->len > names)
    g_array_set_size (self->numbers, names);
}

void
charter_parties_trim (CharterParties     *self,
                      const CharterScene *scene)
{
  const guint belonging = CHARTER_PARTY_PERSON | CHARTER_PARTY_PARTNER | CHARTER_PARTY_ACTS;

  trim_numbers (self, scene);
  if (self->last_joined <= scene->known)
    return;
  self->last_joined = 0;
  self->last_since = G_MININT64;
  for (guint i = 1; i < self->list->len; i++)
    {
      CharterParty *party = &g_array_index (self->list, CharterParty, i);
      const CharterFact *joined
        = party->flags & belonging ? charter_scene_maker (scene, charter_parties_ref (self, i))
                                   : NULL;

      if (joined != NULL)
        note_joined (self, joined);
      else
        party->flags &= ~belonging;
    }
}

const CharterParties *
charter_scene_parties (const CharterScene *scene)
{
  return &scene->state->parties;
}

static guint32
give_number (CharterParties *self,
             CharterRef      ref)
{
  const CharterParty none = { 0 };
  guint32 added = self->list->len;

  if (ref >= self->numbers->len)
    g_array_set_size (self->numbers, ref + 1);
  g_array_index (self->numbers, guint32, ref) = added;
  g_array_append_val (self->list, none);
  g_array_append_val (self->refs, ref);
  g_array_append_val (self->born, self->folding);

  return added;
}

guint32
charter_parties_number_of (CharterParties *self,
                           CharterRef      ref)
{
  guint32 number = charter_parties_number (self, ref);

  g_assert (ref != 0);

  return number != 0 ? number : give_number (self, ref);
}

CharterParty *
charter_parties_at (CharterParties *self,
                    CharterRef      ref)
{
  guint32 number = charter_parties_number_of (self, ref);

  return &g_array_index (self->list, CharterParty, number);
}

static void
join (CharterParties    *self,
      const CharterFact *fact,
      guint              flag)
{
  CharterParty *party = charter_parties_at (self, fact->makes);

  note_joined (self, fact);
  party->flags |= flag;
  self->persons_are_hubs |= party->hub != 0 && flag == CHARTER_PARTY_PERSON;
  if (flag == CHARTER_PARTY_PERSON && charter_node_member (fact->data, "for") != NULL)
    party->flags |= CHARTER_PARTY_ACTS;
}

static void
mark (CharterParties     *self,
      const CharterScene *scene,
      const CharterFact  *fact,
      const char         *member,
      guint               flag)
{
  charter_parties_at (self, charter_scene_member (scene, fact, member))->flags |= flag;
}

void
charter_parties_fold (CharterParties     *self,
                      const CharterScene *scene,
                      const CharterFact  *fact)
{
  self->folding = fact->seq;
  if (fact->kind == CHARTER_KIND ("person-joined"))
    join (self, fact, CHARTER_PARTY_PERSON);
  else if (fact->kind == CHARTER_KIND ("partner-joined"))
    join (self, fact, CHARTER_PARTY_PARTNER);
  else if (fact->kind == CHARTER_KIND ("person-left"))
    mark (self, scene, fact, "person", CHARTER_PARTY_LEFT);
  else if (fact->kind == CHARTER_KIND ("partner-left"))
    mark (self, scene, fact, "partner", CHARTER_PARTY_LEFT);
  else if (fact->kind == CHARTER_KIND ("conflict-ruled")
           || fact->kind == CHARTER_KIND ("dispensation-granted")
           || fact->kind == CHARTER_KIND ("stepped-out") || fact->kind == CHARTER_KIND ("stepped-in"))
    mark (self, scene, fact, "person", CHARTER_PARTY_TOUCHED);
}
