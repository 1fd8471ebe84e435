/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-state-internal.h"

static void
clear_adoption (gpointer data)
{
  CharterAdoption *adoption = data;

  charter_document_data_unref (adoption->document);
}

static GArray *
new_adoptions (void)
{
  GArray *adoptions = g_array_new (FALSE, FALSE, sizeof (CharterAdoption));

  g_array_set_clear_func (adoptions, clear_adoption);
  return adoptions;
}

CharterState *
charter_state_new (CharterStore *store)
{
  CharterState *self = g_new0 (CharterState, 1);
  guint32 none = 0;

  g_atomic_ref_count_init (&self->ref_count);
  self->arenas = g_ptr_array_new_with_free_func ((GDestroyNotify) charter_arena_unref);
  g_ptr_array_add (self->arenas, charter_arena_new ());
  self->facts = g_array_new (FALSE, TRUE, sizeof (CharterFact));
  self->letters = charter_arena_new ();
  charter_string_table_init (&self->names);
  charter_string_table_init (&self->entry_ids);
  self->makers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->first_named = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->makers, none);
  g_array_append_val (self->first_named, none);
  charter_chains_init (&self->chains);
  charter_parties_init (&self->parties);
  charter_edges_init (&self->edges, &self->parties);
  charter_tenures_init (&self->tenures);
  charter_decisions_init (&self->decisions);
  self->adoptions = new_adoptions ();
  self->openings = charter_openings_new (store, NULL, 0);
  self->memos = charter_memos_new ();
  return self;
}

CharterState *
charter_state_ref (CharterState *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
charter_state_unref (CharterState *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->arenas);
  g_array_unref (self->facts);
  charter_arena_unref (self->letters);
  charter_string_table_clear (&self->names);
  charter_string_table_clear (&self->entry_ids);
  g_array_unref (self->makers);
  g_array_unref (self->first_named);
  charter_chains_clear (&self->chains);
  charter_decisions_clear (&self->decisions);
  charter_tenures_clear (&self->tenures);
  charter_edges_clear (&self->edges);
  charter_parties_clear (&self->parties);
  g_array_unref (self->adoptions);
  g_clear_pointer (&self->zone, charter_zone_unref);
  charter_openings_unref (self->openings);
  charter_memos_free (self->memos);
  g_free (self);
}

guint32
charter_state_get_head (CharterState *self)
{
  return self->facts->len;
}

static GArray *
copy_array (GArray *source,
            guint   n,
            guint   size)
{
  GArray *copy = g_array_sized_new (FALSE, TRUE, size, n + 64);

  return n > 0 ? g_array_append_vals (copy, source->data, n) : copy;
}

/* Names are numbered in the order they were first named, so those known are a prefix. */
static guint
names_up_to (CharterState *self,
             guint32       known)
{
  guint n = charter_string_table_size (&self->names);

  while (n > 0 && g_array_index (self->first_named, guint32, n) > known)
    n--;
  return n;
}

static void
copy_names (CharterState *self,
            CharterState *source,
            guint32       known)
{
  guint n = names_up_to (source, known);

  charter_string_table_copy (&self->names, &source->names, n);
  charter_string_table_copy (&self->entry_ids, &source->entry_ids, known);
  self->first_named = copy_array (source->first_named, n + 1, sizeof (guint32));
  self->makers = copy_array (source->makers, n + 1, sizeof (guint32));
  for (guint ref = 1; ref <= n; ref++)
    if (g_array_index (self->makers, guint32, ref) > known)
      g_array_index (self->makers, guint32, ref) = 0;
}

static void
copy_facts (CharterState *self,
            CharterState *source,
            guint32       known)
{
  self->facts = copy_array (source->facts, known, sizeof (CharterFact));
  if (known == source->facts->len)
    return;
  for (guint32 seq = 1; seq <= known; seq++)
    {
      CharterFact *fact = charter_state_fact (self, seq);

      while (fact->newest_correction > known)
        fact->newest_correction
          = charter_state_fact (source, fact->newest_correction)->previous_correction;
    }
}

static void
copy_adoptions (CharterState *self,
                CharterState *source,
                guint32       known)
{
  self->adoptions = new_adoptions ();
  for (guint i = 0; i < source->adoptions->len; i++)
    {
      CharterAdoption adoption = g_array_index (source->adoptions, CharterAdoption, i);

      if (adoption.seq > known)
        break;
      charter_document_data_ref (adoption.document);
      g_array_append_val (self->adoptions, adoption);
    }
}

/* What is kept ready beside the entries. */
static void
copy_rows (CharterState *self,
           CharterState *source,
           guint32       known)
{
  const CharterScene scene = { self, known };

  charter_parties_copy (&self->parties, &source->parties);
  charter_edges_copy (&self->edges, &source->edges, &self->parties, known);
  charter_tenures_copy (&self->tenures, &source->tenures, &self->parties, known);
  charter_decisions_copy (&self->decisions, &source->decisions, &self->parties, &scene);
  charter_parties_trim (&self->parties, &scene);
}

static CharterState *
copy_state (CharterState    *source,
            guint32          known,
            CharterOpenings *openings)
{
  CharterState *self = g_new0 (CharterState, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->arenas = g_ptr_array_new_with_free_func ((GDestroyNotify) charter_arena_unref);
  for (guint i = 0; i < source->arenas->len; i++)
    g_ptr_array_add (self->arenas, charter_arena_ref (g_ptr_array_index (source->arenas, i)));
  g_ptr_array_add (self->arenas, charter_arena_ref (source->letters));
  g_ptr_array_add (self->arenas, charter_arena_new ());
  self->letters = charter_arena_new ();
  copy_facts (self, source, known);
  copy_names (self, source, known);
  charter_chains_copy (&self->chains, &source->chains, known);
  copy_rows (self, source, known);
  copy_adoptions (self, source, known);
  self->zone = known > 0 && source->zone != NULL ? charter_zone_ref (source->zone) : NULL;
  self->openings = openings;
  self->memos = charter_memos_new ();
  return self;
}

CharterState *
charter_state_fork (CharterState *self,
                    guint32       known)
{
  known = MIN (known, self->facts->len);
  return copy_state (self, known, charter_openings_new (NULL, self->openings, known));
}

CharterState *
charter_state_grow (CharterState *self)
{
  CharterState *own;

  if (g_atomic_ref_count_compare (&self->ref_count, 1))
    return self;
  own = copy_state (self, self->facts->len, charter_openings_ref (self->openings));
  charter_state_unref (self);
  return own;
}

void
charter_state_add_openings (CharterState      *self,
                            guint32            seq,
                            const char *const *openings)
{
  charter_openings_add (self->openings, seq, openings);
}

void
charter_state_forget_openings (CharterState      *self,
                               guint32            seq,
                               const char *const *pointers)
{
  charter_openings_forget (self->openings, seq, pointers);
}

gboolean
charter_state_load_openings (CharterState *self,
                             guint32       known,
                             GError      **error)
{
  return charter_openings_load (self->openings, known, error);
}

void
charter_state_take (CharterState *self)
{
  charter_openings_take (self->openings);
}
