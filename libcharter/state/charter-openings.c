/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-state-internal.h"

#include <string.h>

#define CHUNK 256

/* The openings of a record: read from the store in chunks when first asked for, in the
 * thread that made them; what other threads need is loaded before they start. */
struct _CharterOpenings
{
  gatomicrefcount   ref_count;
  GMutex            lock;
  GThread          *owner;
  CharterStore     *store;          /* NULL: only what is added */
  CharterOpenings  *parent;
  guint32           parent_known;
  CharterArena     *arena;
  GHashTable       *entries;        /* seq → GArray of CharterOpening */
  GHashTable       *loaded;         /* chunk numbers */
};

static void
clear_openings (gpointer data)
{
  g_array_unref (data);
}

CharterOpenings *
charter_openings_new (CharterStore    *store,
                      CharterOpenings *parent,
                      guint32          parent_known)
{
  CharterOpenings *self = g_new0 (CharterOpenings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->owner = g_thread_self ();
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->parent = parent != NULL ? charter_openings_ref (parent) : NULL;
  self->parent_known = parent_known;
  self->arena = charter_arena_new ();
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, clear_openings);
  self->loaded = g_hash_table_new (NULL, NULL);
  return self;
}

CharterOpenings *
charter_openings_ref (CharterOpenings *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
charter_openings_unref (CharterOpenings *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->loaded);
  charter_arena_unref (self->arena);
  g_clear_object (&self->store);
  g_clear_pointer (&self->parent, charter_openings_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static GArray *
openings_of (CharterOpenings *self,
             guint32          seq,
             gboolean         make)
{
  GArray *list = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (seq));

  if (list == NULL && make)
    {
      list = g_array_new (FALSE, FALSE, sizeof (CharterOpening));
      g_hash_table_insert (self->entries, GUINT_TO_POINTER (seq), list);
    }
  return list;
}

static CharterOpening *
find_in (GArray     *list,
         const char *pointer)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      CharterOpening *opening = &g_array_index (list, CharterOpening, i);

      if (strcmp (opening->pointer, pointer) == 0)
        return opening;
    }
  return NULL;
}

/* An opening that cannot be read is as good as missing: it can show nothing. */
static void
add_text (CharterOpenings *self,
          const char      *text)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterOpening opening;
  GArray *list;

  if (!charter_opening_read (self->arena, text, &opening, problems))
    return;
  list = openings_of (self, opening.seq, TRUE);
  if (find_in (list, opening.pointer) == NULL)
    g_array_append_val (list, opening);
}

void
charter_openings_add (CharterOpenings   *self,
                      guint32            seq,
                      const char *const *texts)
{
  g_mutex_lock (&self->lock);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (self, texts[i]);
  g_mutex_unlock (&self->lock);
}

static gboolean
lies_within (const char *pointer,
             const char *root)
{
  gsize length = strlen (root);

  return strncmp (pointer, root, length) == 0
         && (pointer[length] == '\0' || pointer[length] == '/');
}

void
charter_openings_forget (CharterOpenings   *self,
                         guint32            seq,
                         const char *const *pointers)
{
  GArray *list;

  g_mutex_lock (&self->lock);
  list = openings_of (self, seq, FALSE);
  for (guint i = 0; list != NULL && pointers[i] != NULL; i++)
    for (guint j = list->len; j-- > 0;)
      if (lies_within (g_array_index (list, CharterOpening, j).pointer, pointers[i]))
        g_array_remove_index (list, j);
  g_mutex_unlock (&self->lock);
}

static gboolean
load_chunk (CharterOpenings *self,
            guint            chunk,
            GError         **error)
{
  g_auto(GStrv) texts = NULL;

  if (self->store == NULL || g_hash_table_contains (self->loaded, GUINT_TO_POINTER (chunk + 1)))
    return TRUE;
  texts = charter_store_read_openings (self->store, (gint64) chunk * CHUNK + 1,
                                       (gint64) (chunk + 1) * CHUNK, error);
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; texts[i] != NULL; i++)
    add_text (self, texts[i]);
  g_hash_table_add (self->loaded, GUINT_TO_POINTER (chunk + 1));
  return TRUE;
}

gboolean
charter_openings_load (CharterOpenings *self,
                       guint32          known,
                       GError         **error)
{
  gboolean ok = TRUE;

  if (self->parent != NULL
      && !charter_openings_load (self->parent, MIN (known, self->parent_known), error))
    return FALSE;
  g_mutex_lock (&self->lock);
  /* Elsewhere what the owner has loaded has to do: a store belongs to its thread. */
  for (guint chunk = 0; ok && self->owner == g_thread_self () && known > 0 && chunk <= (known - 1) / CHUNK; chunk++)
    ok = load_chunk (self, chunk, error);
  g_mutex_unlock (&self->lock);
  return ok;
}

const CharterNode *
charter_openings_find (CharterOpenings *self,
                       guint32          seq,
                       const char      *pointer)
{
  const CharterOpening *opening;
  const CharterNode *value = NULL;

  if (self->parent != NULL && seq <= self->parent_known)
    return charter_openings_find (self->parent, seq, pointer);
  g_mutex_lock (&self->lock);
  if (self->owner == g_thread_self ())
    load_chunk (self, (seq - 1) / CHUNK, NULL);
  opening = find_in (openings_of (self, seq, FALSE), pointer);
  if (opening != NULL)
    value = opening->value;
  g_mutex_unlock (&self->lock);
  return value;
}

void
charter_openings_take (CharterOpenings *self)
{
  g_mutex_lock (&self->lock);
  self->owner = g_thread_self ();
  g_mutex_unlock (&self->lock);
}
