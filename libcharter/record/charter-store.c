/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-store.h>

#include <charter/charter-error.h>

/**
 * CharterStore:
 *
 * Where a partnership keeps its record.
 *
 * A store holds a numbered sequence of entries (texts called leaves, counted from 1), the
 * openings of the private values in them, and one short text, the head. It knows nothing of
 * what the texts say; the partnership checks them before they come here and after they are
 * read. [class@Charter.SqliteStore] keeps them in a file, [class@Charter.MemoryStore] for as
 * long as the program runs. Programs can bring their own: the six functions use nothing but
 * strings, lists of strings and whole numbers, so a class in Python or JavaScript can
 * implement them too.
 *
 * What every store promises:
 *
 * - [method@Charter.Store.append] writes everything or nothing, and when it returns %TRUE
 *   what it wrote survives a crash as far as the store's medium does.
 * - It writes only if the record still ends where the caller thinks it does. Of two writers
 *   who both think so, one gets [error@Charter.Error.STALE].
 * - Entries are never changed. Openings can be erased, and are then gone from the medium.
 *
 * Failure is always reported through the error. A script that returns `false`, `null` or −1
 * without one, or raises an exception of its own, is reported as
 * [error@Charter.Error.STORE].
 *
 * Since: 0.1
 */

G_DEFINE_INTERFACE (CharterStore, charter_store, G_TYPE_OBJECT)

static void
charter_store_default_init (CharterStoreInterface *iface)
{
}

/* What a class lacks, or reports badly */

static void
set_missing (CharterStore  *self,
             const char    *function,
             GError       **error)
{
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE,
               "The store %s has no function \"%s\"", G_OBJECT_TYPE_NAME (self), function);
}

/* TRUE if the call went well; otherwise there is an error. */
static gboolean
settle (CharterStore  *self,
        const char    *function,
        gboolean       good,
        GError        *given,
        GError       **error)
{
  if (given != NULL)
    {
      g_propagate_error (error, given);
      return FALSE;
    }
  if (!good)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE,
                 "The store %s failed in \"%s\" without saying why", G_OBJECT_TYPE_NAME (self),
                 function);

  return good;
}

static gboolean
check_range (gint64   first,
             GError **error)
{
  if (first >= 1)
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
               "Entries are counted from 1; there is no entry %" G_GINT64_FORMAT, first);

  return FALSE;
}

static guint
count_strings (const char *const *strings)
{
  return strings != NULL ? g_strv_length ((GStrv) strings) : 0;
}

static gboolean
check_batch (gint64             expected,
             const char *const *ids,
             const char *const *leaves,
             GError           **error)
{
  guint n_ids = count_strings (ids);
  guint n_leaves = count_strings (leaves);

  if (expected < 0 || expected > G_MAXINT64 - n_leaves)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                 "A record cannot end at entry %" G_GINT64_FORMAT, expected);
  else if (n_leaves == 0)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE, "There is no entry to append");
  else if (n_ids != n_leaves)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                 "Every entry needs its id: there are %u ids and %u entries", n_ids, n_leaves);
  else
    return TRUE;

  return FALSE;
}

/**
 * charter_store_dup_head:
 * @self: a store
 * @error: return location for an error
 *
 * Gives the head: the text last passed to [method@Charter.Store.append], the empty string
 * before the first append.
 *
 * Returns: (transfer full): the head; %NULL with an error if the store failed
 *
 * Since: 0.1
 */
char *
charter_store_dup_head (CharterStore  *self,
                        GError       **error)
{
  CharterStoreInterface *iface;
  GError *given = NULL;
  g_autofree char *head = NULL;

  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  iface = CHARTER_STORE_GET_IFACE (self);
  if (iface->dup_head == NULL)
    {
      set_missing (self, "dup_head", error);
      return NULL;
    }

  head = iface->dup_head (self, &given);

  return settle (self, "dup_head", head != NULL, given, error) ? g_steal_pointer (&head) : NULL;
}

/**
 * charter_store_append:
 * @self: a store
 * @expected: the seq of the last entry as the caller knows it, 0 for an empty record
 * @ids: (array zero-terminated=1): the ids of the new entries, each new in the record
 * @leaves: (array zero-terminated=1): their texts, as many and in the same order; the first
 *   becomes entry @expected + 1
 * @openings: (nullable) (array zero-terminated=1): the opening texts of these entries
 * @head: the new head
 * @error: return location for an error
 *
 * Appends entries with their openings and sets the head, durably and all or nothing.
 *
 * If the record does not end at @expected, nothing is written and the error is
 * [error@Charter.Error.STALE]; if an id is taken, it is [error@Charter.Error.ID_REUSED]. An
 * opening is the RFC 8785 text of an object with the members `pointer`, `salt`, `seq` and
 * `value`; one that is not, or that belongs to another entry, is
 * [error@Charter.Error.VALUE]. A store that can only be read gives
 * [error@Charter.Error.READ_ONLY], any other failure [error@Charter.Error.STORE].
 *
 * Returns: %TRUE if everything is written
 *
 * Since: 0.1
 */
gboolean
charter_store_append (CharterStore        *self,
                      gint64               expected,
                      const char * const  *ids,
                      const char * const  *leaves,
                      const char * const  *openings,
                      const char          *head,
                      GError             **error)
{
  static const char *const nothing[] = { NULL };
  CharterStoreInterface *iface;
  GError *given = NULL;
  gboolean good;

  g_return_val_if_fail (CHARTER_IS_STORE (self), FALSE);
  g_return_val_if_fail (head != NULL, FALSE);

  if (!check_batch (expected, ids, leaves, error))
    return FALSE;

  iface = CHARTER_STORE_GET_IFACE (self);
  if (iface->append == NULL)
    {
      set_missing (self, "append", error);
      return FALSE;
    }

  good = iface->append (self, expected, ids, leaves, openings != NULL ? openings : nothing, head,
                        &given);

  return settle (self, "append", good, given, error);
}

static GStrv
read_range (CharterStore  *self,
            const char    *function,
            GStrv        (*read) (CharterStore *, gint64, gint64, GError **),
            gint64         first,
            gint64         last,
            GError       **error)
{
  GError *given = NULL;
  g_auto(GStrv) texts = NULL;

  if (!check_range (first, error))
    return NULL;
  if (read == NULL)
    {
      set_missing (self, function, error);
      return NULL;
    }

  texts = read (self, first, last, &given);

  return settle (self, function, texts != NULL, given, error) ? g_steal_pointer (&texts) : NULL;
}

/**
 * charter_store_read_leaves:
 * @self: a store
 * @first: the seq of the first entry wanted, from 1
 * @last: the seq of the last entry wanted
 * @error: return location for an error
 *
 * Reads the texts of the entries from @first to @last, both counted, in order. There are
 * fewer where the record ends earlier, and none where @last is below @first.
 *
 * A store that finds an entry missing in between gives [error@Charter.Error.DAMAGED].
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts; %NULL with an error if the
 *   store failed
 *
 * Since: 0.1
 */
GStrv
charter_store_read_leaves (CharterStore  *self,
                           gint64         first,
                           gint64         last,
                           GError       **error)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return read_range (self, "read_leaves", CHARTER_STORE_GET_IFACE (self)->read_leaves, first, last,
                     error);
}

/**
 * charter_store_read_openings:
 * @self: a store
 * @first: the seq of the first entry wanted, from 1
 * @last: the seq of the last entry wanted
 * @error: return location for an error
 *
 * Reads the openings of the entries from @first to @last, both counted, ordered by seq and,
 * within an entry, by the bytes of the JSON Pointer.
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts; %NULL with an error if the
 *   store failed
 *
 * Since: 0.1
 */
GStrv
charter_store_read_openings (CharterStore  *self,
                             gint64         first,
                             gint64         last,
                             GError       **error)
{
  g_return_val_if_fail (CHARTER_IS_STORE (self), NULL);

  return read_range (self, "read_openings", CHARTER_STORE_GET_IFACE (self)->read_openings, first,
                     last, error);
}

/**
 * charter_store_find_entry:
 * @self: a store
 * @id: an entry id
 * @error: return location for an error
 *
 * Finds an entry by its id. After an append whose end is not known, this tells whether it
 * was written.
 *
 * Returns: the seq of the entry, 0 if there is none, -1 with an error if the store failed
 *
 * Since: 0.1
 */
gint64
charter_store_find_entry (CharterStore  *self,
                          const char    *id,
                          GError       **error)
{
  CharterStoreInterface *iface;
  GError *given = NULL;
  gint64 seq;

  g_return_val_if_fail (CHARTER_IS_STORE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  iface = CHARTER_STORE_GET_IFACE (self);
  if (iface->find_entry == NULL)
    {
      set_missing (self, "find_entry", error);
      return -1;
    }

  seq = iface->find_entry (self, id, &given);

  return settle (self, "find_entry", seq >= 0, given, error) ? seq : -1;
}

/**
 * charter_store_erase_openings:
 * @self: a store
 * @seq: the seq of an entry
 * @pointers: (array zero-terminated=1): the JSON Pointers of the values to erase
 * @error: return location for an error
 *
 * Erases openings beyond recovery, all or none, durably. The entry itself stays as it is.
 * Openings that are not there (any more) are passed over, so that erasing again after an
 * unclear end does no harm.
 *
 * Returns: %TRUE if none of these openings is left
 *
 * Since: 0.1
 */
gboolean
charter_store_erase_openings (CharterStore        *self,
                              gint64               seq,
                              const char * const  *pointers,
                              GError             **error)
{
  static const char *const nothing[] = { NULL };
  CharterStoreInterface *iface;
  GError *given = NULL;
  gboolean good;

  g_return_val_if_fail (CHARTER_IS_STORE (self), FALSE);

  if (!check_range (seq, error))
    return FALSE;

  iface = CHARTER_STORE_GET_IFACE (self);
  if (iface->erase_openings == NULL)
    {
      set_missing (self, "erase_openings", error);
      return FALSE;
    }

  good = iface->erase_openings (self, seq, pointers != NULL ? pointers : nothing, &given);

  return settle (self, "erase_openings", good, given, error);
}
