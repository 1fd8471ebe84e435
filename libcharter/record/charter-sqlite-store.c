/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-sqlite-private.h"

#include <charter/charter-error.h>

#include <string.h>
#include <unistd.h>

/**
 * CharterSqliteStore:
 *
 * A store in one file, an SQLite database by custom named `.charter`.
 *
 * This is the store to use unless there is a reason for another. An append that has returned
 * %TRUE survives a crash of the program and a power cut, if the disk keeps its promises: the
 * rollback journal is synchronised before, the file after, and the directory at last. While an
 * append is under way a second file, named like the first with `-journal` at its end, stands
 * beside it; an append that was interrupted is undone by whoever opens the file next. So do
 * not copy a file that is in use, and never take one of the two without the other.
 *
 * Several programs can have the same file open. Writers wait for each other for five seconds,
 * then fail with [error@Charter.Error.STORE]; one that did not know what another had appended
 * gets [error@Charter.Error.STALE]. Network file systems are not suited.
 *
 * If the disk fails while something is written, the store refuses further writes, since nobody
 * can tell what the disk holds: open the file again and look what is there.
 *
 * A file that was damaged, or that was made or changed by other programs, is refused with
 * [error@Charter.Error.DAMAGED], so that a file from a stranger can be opened safely.
 *
 * Erased values are overwritten in the file. They can still be in copies of it, and in parts
 * of the disk that the file no longer uses, such as those of the journal.
 *
 * A store is used in the thread and in the process that opened it.
 *
 * Since: 0.1
 */

/* One record a file; its number is 1. */
static const char *const sql_texts[] = {
  [CHARTER_SQL_BEGIN] =
    "BEGIN IMMEDIATE",
  [CHARTER_SQL_COMMIT] =
    "COMMIT",
  [CHARTER_SQL_ROLLBACK] =
    "ROLLBACK",
  [CHARTER_SQL_GET_SEQ] =
    "SELECT seq FROM head WHERE record = 1",
  [CHARTER_SQL_GET_HEAD] =
    "SELECT text FROM head WHERE record = 1",
  [CHARTER_SQL_SET_HEAD] =
    "INSERT INTO head (record, seq, text) VALUES (1, ?1, ?2) "
    "ON CONFLICT (record) DO UPDATE SET seq = excluded.seq, text = excluded.text",
  [CHARTER_SQL_ADD_ENTRY] =
    "INSERT INTO entry (record, seq, id, leaf) VALUES (1, ?1, ?2, ?3)",
  [CHARTER_SQL_ADD_OPENING] =
    "INSERT INTO opening (record, seq, pointer, text) VALUES (1, ?1, ?2, ?3)",
  [CHARTER_SQL_READ_LEAVES] =
    "SELECT seq, leaf FROM entry WHERE record = 1 AND seq BETWEEN ?1 AND ?2 ORDER BY seq",
  [CHARTER_SQL_READ_OPENINGS] =
    "SELECT seq, text, pointer FROM opening WHERE record = 1 AND seq BETWEEN ?1 AND ?2 "
    "ORDER BY seq, pointer",
  [CHARTER_SQL_FIND_ENTRY] =
    "SELECT seq FROM entry WHERE record = 1 AND id = ?1",
  [CHARTER_SQL_ERASE_OPENING] =
    "DELETE FROM opening WHERE record = 1 AND seq = ?1 AND pointer = ?2",
};

G_STATIC_ASSERT (G_N_ELEMENTS (sql_texts) == CHARTER_SQL_COUNT);

typedef enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY
} Property;

static GParamSpec *properties[PROP_READ_ONLY + 1];

static void charter_sqlite_store_iface_init (CharterStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterSqliteStore, charter_sqlite_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CHARTER_TYPE_STORE,
                                                      charter_sqlite_store_iface_init))

/* Statements */

CharterQuery *
charter_sqlite_query (CharterSqliteStore  *self,
                      CharterSql           sql,
                      GError             **error)
{
  int result = SQLITE_OK;

  if (self->statements[sql] == NULL)
    result = sqlite3_prepare_v3 (self->db, sql_texts[sql], -1, SQLITE_PREPARE_PERSISTENT,
                                 &self->statements[sql], NULL);
  if (result == SQLITE_OK)
    return self->statements[sql];

  charter_sqlite_fail (self->path, result, error);

  return NULL;
}

gboolean
charter_sqlite_check_usable (CharterSqliteStore  *self,
                             GError             **error)
{
  if (self->db == NULL)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE,
                 "This store has no file; create or open one");
  else if (self->process != getpid ())
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE,
                 "This store was opened in another process; open the file again in this one");
  else
    return TRUE;

  return FALSE;
}

/* Reading */

static char *
sqlite_dup_head (CharterStore  *store,
                 GError       **error)
{
  CharterSqliteStore *self = CHARTER_SQLITE_STORE (store);
  g_autoptr(CharterQuery) query = NULL;
  int result;

  if (!charter_sqlite_check_usable (self, error))
    return NULL;
  query = charter_sqlite_query (self, CHARTER_SQL_GET_HEAD, error);
  if (query == NULL)
    return NULL;

  result = sqlite3_step (query);
  if (result == SQLITE_DONE)
    return g_strdup ("");
  if (result == SQLITE_ROW)
    return g_strdup ((const char *) sqlite3_column_text (query, 0));

  charter_sqlite_fail (self->path, result, error);

  return NULL;
}

/* The text of the second column; NULL where it cannot be one that was written. */
static char *
dup_text (CharterQuery *query)
{
  const char *text = (const char *) sqlite3_column_text (query, 1);
  gsize length = (gsize) sqlite3_column_bytes (query, 1);
  char *copy;

  if (text == NULL || memchr (text, '\0', length) != NULL)
    return NULL;

  copy = g_malloc (length + 1);
  memcpy (copy, text, length + 1);

  return copy;
}

static gboolean
fail_damaged (CharterSqliteStore  *self,
              gint64               seq,
              GError             **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
               "%s is damaged: entry %" G_GINT64_FORMAT " is missing or cannot be read", name, seq);

  return FALSE;
}

/* Leaves must be numbered without a gap, openings ascend by seq and pointer.  This also ends
 * the reading of a file whose pages run in a circle. */
typedef struct
{
  gboolean without_gaps;
  gint64   seq;            /* of the row before */
  GString *pointer;
} Order;

static gboolean
follows (Order        *order,
         CharterQuery *query,
         gint64        seq)
{
  const char *pointer;

  if (order->without_gaps)
    return seq == order->seq + 1;

  pointer = (const char *) sqlite3_column_text (query, 2);
  if (pointer == NULL || seq < order->seq ||
      (seq == order->seq && strcmp (pointer, order->pointer->str) <= 0))
    return FALSE;
  g_string_assign (order->pointer, pointer);

  return TRUE;
}

static gboolean
read_rows (CharterSqliteStore  *self,
           CharterQuery        *query,
           Order               *order,
           GPtrArray           *texts,
           GError             **error)
{
  int result;

  while ((result = sqlite3_step (query)) == SQLITE_ROW)
    {
      gint64 seq = sqlite3_column_int64 (query, 0);
      char *text = follows (order, query, seq) ? dup_text (query) : NULL;

      if (text == NULL)
        return fail_damaged (self, order->without_gaps ? order->seq + 1 : seq, error);
      order->seq = seq;
      g_ptr_array_add (texts, text);
    }

  return result == SQLITE_DONE || charter_sqlite_fail (self->path, result, error);
}

static GStrv
read_range (CharterStore  *store,
            CharterSql     sql,
            gint64         first,
            gint64         last,
            GError       **error)
{
  CharterSqliteStore *self = CHARTER_SQLITE_STORE (store);
  g_autoptr(CharterQuery) query = NULL;
  g_autoptr(GPtrArray) texts = NULL;
  g_autoptr(GString) pointer = g_string_new (NULL);
  Order order = { sql == CHARTER_SQL_READ_LEAVES, first - 1, pointer };

  if (!charter_sqlite_check_usable (self, error))
    return NULL;
  query = charter_sqlite_query (self, sql, error);
  if (query == NULL)
    return NULL;

  texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_bind_int64 (query, 1, first);
  sqlite3_bind_int64 (query, 2, last);
  if (!read_rows (self, query, &order, texts, error))
    return NULL;
  g_ptr_array_add (texts, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

static GStrv
sqlite_read_leaves (CharterStore  *store,
                    gint64         first,
                    gint64         last,
                    GError       **error)
{
  return read_range (store, CHARTER_SQL_READ_LEAVES, first, last, error);
}

static GStrv
sqlite_read_openings (CharterStore  *store,
                      gint64         first,
                      gint64         last,
                      GError       **error)
{
  return read_range (store, CHARTER_SQL_READ_OPENINGS, first, last, error);
}

static gint64
sqlite_find_entry (CharterStore  *store,
                   const char    *id,
                   GError       **error)
{
  CharterSqliteStore *self = CHARTER_SQLITE_STORE (store);
  g_autoptr(CharterQuery) query = NULL;
  int result;

  if (!charter_sqlite_check_usable (self, error))
    return -1;
  query = charter_sqlite_query (self, CHARTER_SQL_FIND_ENTRY, error);
  if (query == NULL)
    return -1;

  result = sqlite3_bind_text64 (query, 1, id, strlen (id), SQLITE_STATIC, SQLITE_UTF8);
  if (result == SQLITE_OK)
    result = sqlite3_step (query);
  if (result == SQLITE_DONE)
    return 0;
  if (result == SQLITE_ROW)
    return sqlite3_column_int64 (query, 0);

  charter_sqlite_fail (self->path, result, error);

  return -1;
}

static void
charter_sqlite_store_iface_init (CharterStoreInterface *iface)
{
  iface->dup_head = sqlite_dup_head;
  iface->append = charter_sqlite_append;
  iface->read_leaves = sqlite_read_leaves;
  iface->read_openings = sqlite_read_openings;
  iface->find_entry = sqlite_find_entry;
  iface->erase_openings = charter_sqlite_erase_openings;
}

/* The object */

/* In a forked child the connection is left alone: closing it would meddle with the file
 * under the parent's hands. */
static void
charter_sqlite_store_finalize (GObject *object)
{
  CharterSqliteStore *self = CHARTER_SQLITE_STORE (object);

  if (self->db != NULL && self->process == getpid ())
    {
      for (guint i = 0; i < G_N_ELEMENTS (self->statements); i++)
        sqlite3_finalize (self->statements[i]);
      sqlite3_close (self->db);
    }
  g_free (self->path);

  G_OBJECT_CLASS (charter_sqlite_store_parent_class)->finalize (object);
}

static void
charter_sqlite_store_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CharterSqliteStore *self = CHARTER_SQLITE_STORE (object);

  switch ((Property) id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_sqlite_store_class_init (CharterSqliteStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_sqlite_store_finalize;
  object_class->get_property = charter_sqlite_store_get_property;

  /**
   * CharterSqliteStore:path: (getter get_path)
   *
   * The absolute path of the file.
   *
   * Since: 0.1
   */
  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * CharterSqliteStore:read-only: (getter get_read_only)
   *
   * Whether the file was opened for reading only.
   *
   * Since: 0.1
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
charter_sqlite_store_init (CharterSqliteStore *self)
{
}

static CharterSqliteStore *
open_store (const char         *path,
            CharterSqliteMode   mode,
            GError            **error)
{
  CharterSqliteStore *self;
  g_autofree char *real_path = NULL;
  sqlite3 *db = charter_sqlite_open (path, mode, &real_path, error);

  if (db == NULL)
    return NULL;

  self = g_object_new (CHARTER_TYPE_SQLITE_STORE, NULL);
  self->db = db;
  self->path = g_steal_pointer (&real_path);
  self->process = getpid ();
  self->read_only = mode == CHARTER_SQLITE_READ;

  return self;
}

/**
 * charter_sqlite_store_create:
 * @path: (type filename): where to make the file; must not exist
 * @error: return location for an error
 *
 * Makes a new file for an empty record. Nobody but its owner can read or write it.
 *
 * An existing file, even an empty one, is never touched: that, and anything else that stands
 * in the way, is [error@Charter.Error.STORE]; a directory that does not exist is
 * [error@Charter.Error.NOT_FOUND].
 *
 * Returns: (transfer full): the store; %NULL with an error
 *
 * Since: 0.1
 */
CharterSqliteStore *
charter_sqlite_store_create (const char  *path,
                             GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_store (path, CHARTER_SQLITE_CREATE, error);
}

/**
 * charter_sqlite_store_open:
 * @path: (type filename): the file
 * @error: return location for an error
 *
 * Opens a file for reading and writing.
 *
 * Errors: [error@Charter.Error.NOT_FOUND] where there is no such file;
 * [error@Charter.Error.READ_ONLY] where it can only be read (see
 * [func@Charter.SqliteStore.open_read_only]); [error@Charter.Error.VERSION] where a newer
 * version of this library made it; [error@Charter.Error.DAMAGED] where it is no partnership
 * record, holds something foreign, or is damaged; [error@Charter.Error.STORE] for anything
 * else: a directory, a symbolic link, a file that is locked for more than five seconds.
 *
 * Returns: (transfer full): the store; %NULL with an error
 *
 * Since: 0.1
 */
CharterSqliteStore *
charter_sqlite_store_open (const char  *path,
                           GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_store (path, CHARTER_SQLITE_WRITE, error);
}

/**
 * charter_sqlite_store_open_read_only:
 * @path: (type filename): the file
 * @error: return location for an error
 *
 * Opens a file for reading only. Appending and erasing give
 * [error@Charter.Error.READ_ONLY].
 *
 * If a write to the file was interrupted, it has to be undone before anything can be read;
 * where the file or its directory may not be written, that is
 * [error@Charter.Error.READ_ONLY] too. The other errors are those of
 * [func@Charter.SqliteStore.open].
 *
 * Returns: (transfer full): the store; %NULL with an error
 *
 * Since: 0.1
 */
CharterSqliteStore *
charter_sqlite_store_open_read_only (const char  *path,
                                     GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_store (path, CHARTER_SQLITE_READ, error);
}

/**
 * charter_sqlite_store_get_path: (get-property path)
 * @self: a store
 *
 * Gives the absolute path of the file, its directory free of symbolic links.
 *
 * Returns: (type filename) (nullable) (transfer none): the path; %NULL for an object that was
 *   not made by one of the constructors
 *
 * Since: 0.1
 */
const char *
charter_sqlite_store_get_path (CharterSqliteStore *self)
{
  g_return_val_if_fail (CHARTER_IS_SQLITE_STORE (self), NULL);

  return self->path;
}

/**
 * charter_sqlite_store_get_read_only: (get-property read-only)
 * @self: a store
 *
 * Tells whether the file was opened for reading only.
 *
 * Returns: %TRUE if nothing can be written
 *
 * Since: 0.1
 */
gboolean
charter_sqlite_store_get_read_only (CharterSqliteStore *self)
{
  g_return_val_if_fail (CHARTER_IS_SQLITE_STORE (self), FALSE);

  return self->read_only;
}

void
charter_sqlite_store_set_patience (CharterSqliteStore *self,
                                   int                 milliseconds)
{
  sqlite3_busy_timeout (self->db, milliseconds);
}
