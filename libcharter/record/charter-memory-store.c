/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-memory-store.h>

#include <charter/charter-error.h>

#include "record/charter-store-private.h"

#include <string.h>

/**
 * CharterMemoryStore:
 *
 * A store that lasts as long as the object.
 *
 * Nothing is written anywhere, so nothing outlives the program: it is for tests, for trying
 * out a charter, and for programs that keep the record in a way of their own.
 *
 * Since: 0.1
 */
struct _CharterMemoryStore
{
  GObject    parent_instance;

  GPtrArray *leaves;     /* char *; entry seq is at seq - 1 */
  GTree     *ids;        /* char * → seq as a pointer; sorted, as ids come from outside */
  GTree     *openings;   /* Opening * → itself */
  char      *head;
};

typedef struct
{
  gint64 seq;
  char  *pointer;
  char  *text;
} Opening;

static void charter_memory_store_iface_init (CharterStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterMemoryStore, charter_memory_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CHARTER_TYPE_STORE,
                                                      charter_memory_store_iface_init))

static int
compare_openings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const Opening *x = a;
  const Opening *y = b;

  if (x->seq != y->seq)
    return x->seq < y->seq ? -1 : 1;

  return strcmp (x->pointer, y->pointer);
}

/* The text is wiped, so that what was erased is not found in memory either. */
static void
opening_free (gpointer data)
{
  Opening *opening = data;

  explicit_bzero (opening->text, strlen (opening->text));
  g_free (opening->text);
  g_free (opening->pointer);
  g_free (opening);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  return strcmp (a, b);
}

/* The store */

static char *
memory_dup_head (CharterStore  *store,
                 GError       **error)
{
  return g_strdup (CHARTER_MEMORY_STORE (store)->head);
}

static gboolean
check_ids (CharterMemoryStore *self,
           const char * const *ids,
           GError            **error)
{
  g_autoptr(GTree) batch = g_tree_new_full (compare_ids, NULL, NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (g_tree_lookup (self->ids, ids[i]) != NULL || g_tree_lookup (batch, ids[i]) != NULL)
        return charter_set_id_reused (ids[i], error);
      g_tree_insert (batch, (gpointer) ids[i], GSIZE_TO_POINTER (1));
    }

  return TRUE;
}

static void
insert_opening (CharterMemoryStore      *self,
                const CharterOpeningKey *key)
{
  Opening *opening = g_new (Opening, 1);

  opening->seq = key->seq;
  opening->pointer = g_strdup (key->pointer);
  opening->text = g_strdup (key->text);
  g_tree_insert (self->openings, opening, opening);
}

static gboolean
memory_append (CharterStore        *store,
               gint64               expected,
               const char * const  *ids,
               const char * const  *leaves,
               const char * const  *openings,
               const char          *head,
               GError             **error)
{
  CharterMemoryStore *self = CHARTER_MEMORY_STORE (store);
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(GArray) keys = NULL;
  guint n = g_strv_length ((GStrv) leaves);

  keys = charter_opening_keys (arena, openings, expected + 1, expected + n, error);
  if (keys == NULL)
    return FALSE;
  if (expected != (gint64) self->leaves->len)
    return charter_set_stale (expected, self->leaves->len, error);
  if (!check_ids (self, ids, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->leaves, g_strdup (leaves[i]));
      g_tree_insert (self->ids, g_strdup (ids[i]), GSIZE_TO_POINTER (self->leaves->len));
    }
  for (guint i = 0; i < keys->len; i++)
    insert_opening (self, &g_array_index (keys, CharterOpeningKey, i));
  g_free (self->head);
  self->head = g_strdup (head);

  return TRUE;
}

static GStrv
memory_read_leaves (CharterStore  *store,
                    gint64         first,
                    gint64         last,
                    GError       **error)
{
  CharterMemoryStore *self = CHARTER_MEMORY_STORE (store);
  gint64 end = MIN (last, (gint64) self->leaves->len);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (gint64 seq = first; seq <= end; seq++)
    g_strv_builder_add (builder, g_ptr_array_index (self->leaves, seq - 1));

  return g_strv_builder_end (builder);
}

static GStrv
memory_read_openings (CharterStore  *store,
                      gint64         first,
                      gint64         last,
                      GError       **error)
{
  CharterMemoryStore *self = CHARTER_MEMORY_STORE (store);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  Opening start = { first, (char *) "", NULL };

  for (GTreeNode *node = g_tree_lower_bound (self->openings, &start); node != NULL;
       node = g_tree_node_next (node))
    {
      const Opening *opening = g_tree_node_value (node);

      if (opening->seq > last)
        break;
      g_strv_builder_add (builder, opening->text);
    }

  return g_strv_builder_end (builder);
}

static gint64
memory_find_entry (CharterStore  *store,
                   const char    *id,
                   GError       **error)
{
  CharterMemoryStore *self = CHARTER_MEMORY_STORE (store);

  return (gint64) GPOINTER_TO_SIZE (g_tree_lookup (self->ids, id));
}

static gboolean
memory_erase_openings (CharterStore        *store,
                       gint64               seq,
                       const char * const  *pointers,
                       GError             **error)
{
  CharterMemoryStore *self = CHARTER_MEMORY_STORE (store);

  for (guint i = 0; pointers[i] != NULL; i++)
    {
      Opening key = { seq, (char *) pointers[i], NULL };

      g_tree_remove (self->openings, &key);
    }

  return TRUE;
}

static void
charter_memory_store_iface_init (CharterStoreInterface *iface)
{
  iface->dup_head = memory_dup_head;
  iface->append = memory_append;
  iface->read_leaves = memory_read_leaves;
  iface->read_openings = memory_read_openings;
  iface->find_entry = memory_find_entry;
  iface->erase_openings = memory_erase_openings;
}

/* The object */

static void
charter_memory_store_finalize (GObject *object)
{
  CharterMemoryStore *self = CHARTER_MEMORY_STORE (object);

  g_ptr_array_unref (self->leaves);
  g_tree_unref (self->ids);
  g_tree_unref (self->openings);
  g_free (self->head);

  G_OBJECT_CLASS (charter_memory_store_parent_class)->finalize (object);
}

static void
charter_memory_store_class_init (CharterMemoryStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_memory_store_finalize;
}

static void
charter_memory_store_init (CharterMemoryStore *self)
{
  self->leaves = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_tree_new_full (compare_ids, NULL, g_free, NULL);
  self->openings = g_tree_new_full (compare_openings, NULL, NULL, opening_free);
  self->head = g_strdup ("");
}

/**
 * charter_memory_store_new:
 *
 * Makes an empty store in memory.
 *
 * Returns: (transfer full): a new store
 *
 * Since: 0.1
 */
CharterMemoryStore *
charter_memory_store_new (void)
{
  return g_object_new (CHARTER_TYPE_MEMORY_STORE, NULL);
}
