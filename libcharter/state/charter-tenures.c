/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-tenures-private.h"

#include "state/charter-state-internal.h"

/* Folding role-given and role-ended into rows. */

void
charter_tenures_init (CharterTenures *self)
{
  const CharterTenureRow none = { 0 };
  const CharterRoleRow no_role = { 0 };

  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterTenureRow));
  self->roles = g_array_new (FALSE, FALSE, sizeof (CharterRoleRow));
  self->numbers = g_hash_table_new (NULL, NULL);
  self->last_seq = 0;
  self->last_begins = G_MININT64;
  g_array_append_val (self->rows, none);
  g_array_append_val (self->roles, no_role);
}

void
charter_tenures_clear (CharterTenures *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->roles, g_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
}

static CharterTenureRow *
row_at (CharterTenures *self,
        guint32         row)
{
  return &g_array_index (self->rows, CharterTenureRow, row);
}

static void
number_role (CharterTenures *self,
             guint           number)
{
  g_hash_table_insert (self->numbers,
                       GUINT_TO_POINTER (g_array_index (self->roles, CharterRoleRow, number).ref),
                       GUINT_TO_POINTER (number));
}

/* The rows of a role are to be read. */
static void
set_other (CharterParty *person,
           guint         role)
{
  if (role > CHARTER_PARTY_ROLES)
    return;
  person->plain_roles &= ~(1u << (role - 1));
  person->other_roles |= 1u << (role - 1);
}

/* Drops the rows from @n on from every chain.  Roles keep their numbers: one that nobody was
 * given yet has no row. */
static void
trim (CharterTenures *self,
      CharterParties *parties,
      guint           n)
{
  for (guint i = self->rows->len; i-- > n;)
    {
      const CharterTenureRow *row = row_at (self, i);
      CharterParty *person = charter_parties_at (parties, row->person);

      person->own = row->next;
      set_other (person, row->role);
      g_array_index (self->roles, CharterRoleRow, row->role).newest = row->next_of_role;
    }
  g_array_set_size (self->rows, n);
}

void
charter_tenures_copy (CharterTenures       *self,
                      const CharterTenures *source,
                      CharterParties       *parties,
                      guint32               known)
{
  guint n = source->rows->len;

  charter_tenures_init (self);
  g_array_append_vals (self->rows, charter_tenures_get (source, 1), source->rows->len - 1);
  g_array_append_vals (self->roles, &g_array_index (source->roles, CharterRoleRow, 1),
                       source->roles->len - 1);
  for (guint i = 1; i < self->roles->len; i++)
    number_role (self, i);
  while (n > 1 && charter_tenures_get (source, n - 1)->seq > known)
    n--;
  if (n < source->rows->len)
    trim (self, parties, n);
  self->last_seq = charter_tenures_get (self, n - 1)->seq;
  self->last_begins = source->last_begins;
}

/* Looking up */

const CharterTenures *
charter_scene_tenure_rows (const CharterScene *scene)
{
  return &scene->state->tenures;
}

guint
charter_scene_role (const CharterScene *scene,
                    const char         *role)
{
  CharterRef ref = charter_scene_find (scene, role);

  return GPOINTER_TO_UINT (g_hash_table_lookup (scene->state->tenures.numbers,
                                                GUINT_TO_POINTER (ref)));
}

guint
charter_scene_role_words (const CharterScene *scene,
                          const char         *role)
{
  const GArray *adoptions = scene->state->adoptions;
  guint flags = 0;

  for (guint i = 0; i < adoptions->len; i++)
    {
      const CharterAdoption *adoption = &g_array_index (adoptions, CharterAdoption, i);
      const CharterRoleData *words;

      if (adoption->seq > scene->known)
        break;
      words = charter_document_data_find_role (adoption->document, role);
      if (words == NULL)
        flags |= CHARTER_ROLE_LACKING;
      else
        flags |= (words->one_holder ? CHARTER_ROLE_ONE : 0) | (words->has_term ? CHARTER_ROLE_TERM : 0);
    }

  return flags;
}

guint32
charter_tenures_of (const CharterScene *scene,
                    CharterRef          person)
{
  const CharterParty *party = charter_parties_get (&scene->state->parties, person);

  return party->flags & CHARTER_PARTY_PERSON ? party->own : 0;
}

const CharterTenureRow *
charter_tenures_find (const CharterTenures *self,
                      guint32               seq)
{
  guint low = 1, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (charter_tenures_get (self, middle)->seq < seq)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->rows->len && charter_tenures_get (self, low)->seq == seq
         ? charter_tenures_get (self, low) : NULL;
}

/* Folding */

static guint
number_of_role (CharterTenures *self,
                CharterRef      ref)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (ref)));
  const CharterRoleRow role = { ref, 0 };

  if (number != 0)
    return number;
  g_array_append_val (self->roles, role);
  number_role (self, self->roles->len - 1);

  return self->roles->len - 1;
}

/* From the later of its first day and its entry; to the end of its last day. */
static void
set_times (const CharterScene *scene,
           const CharterFact  *fact,
           CharterTenureRow   *row)
{
  gint32 from = charter_scene_date (scene, fact, "from");
  gint32 until = charter_scene_date (scene, fact, "until");

  row->begins = fact->at;
  if (from != CHARTER_DATE_NONE)
    row->begins = MAX (fact->at, charter_zone_start_of (charter_scene_zone (scene), from));
  row->ends = until != CHARTER_DATE_NONE
              ? charter_zone_start_of (charter_scene_zone (scene), until + 1) : G_MAXINT64;
}

/* A tenure that lasts from its entry on, without an end, is held by having it. */
static void
note_role (CharterTenures         *self,
           CharterParty           *person,
           const CharterTenureRow *row,
           const CharterFact      *fact)
{
  if (row->role > CHARTER_PARTY_ROLES)
    return;
  if (row->begins > fact->at || row->ends != G_MAXINT64)
    {
      person->other_roles |= 1u << (row->role - 1);
      return;
    }
  person->plain_roles |= 1u << (row->role - 1);
  self->last_begins = MAX (self->last_begins, row->begins);
}

static void
give (CharterTenures     *self,
      CharterParties     *parties,
      const CharterScene *scene,
      const CharterFact  *fact)
{
  CharterTenureRow row = {
    .seq = fact->seq,
    .person = charter_scene_member (scene, fact, "person"),
    .partner = charter_scene_member (scene, fact, "for"),
    .role = number_of_role (self, charter_scene_member (scene, fact, "role")),
  };
  CharterParty *person = charter_parties_at (parties, row.person);
  CharterRoleRow *role = &g_array_index (self->roles, CharterRoleRow, row.role);

  set_times (scene, fact, &row);
  row.next = person->own;
  row.next_of_role = role->newest;
  person->own = role->newest = self->rows->len;
  g_array_append_val (self->rows, row);
  self->last_seq = row.seq;
  note_role (self, person, &row, fact);
}

static void
end (CharterTenures     *self,
     CharterParties     *parties,
     const CharterScene *scene,
     const CharterFact  *fact)
{
  guint role = number_of_role (self, charter_scene_member (scene, fact, "role"));
  CharterParty *person = charter_parties_at (parties, charter_scene_member (scene, fact, "person"));

  set_other (person, role);
  for (guint32 i = person->own; i != 0; i = row_at (self, i)->next)
    if (row_at (self, i)->role == role)
      row_at (self, i)->flags |= CHARTER_TENURE_ENDED;
}

static void
correct (CharterTenures     *self,
         CharterParties     *parties,
         const CharterScene *scene,
         const CharterFact  *fact)
{
  const CharterFact *target
    = charter_scene_find_entry (scene, charter_scene_string (scene, fact, "entry"));
  const CharterTenureRow *row = charter_tenures_find (self, target->seq);

  if (row == NULL)
    return;
  set_other (charter_parties_at (parties, row->person), row->role);
  row_at (self, (guint32) (row - charter_tenures_get (self, 0)))->flags |= CHARTER_TENURE_CORRECTED;
}

void
charter_tenures_fold (CharterTenures     *self,
                      CharterParties     *parties,
                      const CharterScene *scene,
                      const CharterFact  *fact)
{
  if (fact->kind == CHARTER_KIND ("role-given"))
    give (self, parties, scene, fact);
  else if (fact->kind == CHARTER_KIND ("role-ended"))
    end (self, parties, scene, fact);
  else if (fact->kind == CHARTER_KIND ("entry-corrected"))
    correct (self, parties, scene, fact);
}
