/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-sqlite-private.h"

#include <charter/charter-error.h>

#include "record/charter-store-private.h"

#include <string.h>

/* What changes the file: everything in one transaction, or nothing. */

/* Whatever goes wrong while writing, but for these, leaves open what the disk holds. */
static gboolean
fail_writing (CharterSqliteStore  *self,
              int                  result,
              GError             **error)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_TOOBIG:
      break;
    default:
      self->broken = TRUE;
      break;
    }

  return charter_sqlite_fail (self->path, result, error);
}

static gboolean
check_writable (CharterSqliteStore  *self,
                GError             **error)
{
  if (!charter_sqlite_check_usable (self, error))
    return FALSE;

  if (self->read_only)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY,
                 "This record was opened for reading only; nothing was written");
  else if (self->broken)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE,
                 "An earlier write to this record failed, so nothing more is written; "
                 "open it again and look what is there");
  else
    return TRUE;

  return FALSE;
}

/* Transactions */

static gboolean
begin (CharterSqliteStore  *self,
       GError             **error)
{
  g_autoptr(CharterQuery) query = charter_sqlite_query (self, CHARTER_SQL_BEGIN, error);
  int result;

  if (query == NULL)
    return FALSE;

  result = sqlite3_step (query);

  return result == SQLITE_DONE || fail_writing (self, result, error);
}

static gboolean
commit (CharterSqliteStore  *self,
        GError             **error)
{
  g_autoptr(CharterQuery) query = charter_sqlite_query (self, CHARTER_SQL_COMMIT, error);
  int result;

  if (query == NULL)
    return FALSE;

  result = sqlite3_step (query);
  if (result == SQLITE_DONE)
    return TRUE;

  fail_writing (self, result, error);
  if ((result & 0xff) == SQLITE_IOERR)
    g_prefix_error (error, "Whether this was written shows when the record is opened again: ");

  return FALSE;
}

static void
roll_back (CharterSqliteStore *self)
{
  g_autoptr(CharterQuery) query = NULL;

  if (sqlite3_get_autocommit (self->db) != 0)
    return;

  query = charter_sqlite_query (self, CHARTER_SQL_ROLLBACK, NULL);
  if (query == NULL || sqlite3_step (query) != SQLITE_DONE)
    self->broken = TRUE;
}

/* Appending */

static gboolean
check_end (CharterSqliteStore  *self,
           gint64               expected,
           GError             **error)
{
  g_autoptr(CharterQuery) query = charter_sqlite_query (self, CHARTER_SQL_GET_SEQ, error);
  gint64 seq;
  int result;

  if (query == NULL)
    return FALSE;

  result = sqlite3_step (query);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    return fail_writing (self, result, error);
  seq = result == SQLITE_ROW ? sqlite3_column_int64 (query, 0) : 0;

  return seq == expected || charter_set_stale (expected, seq, error);
}

/* Binds a number and up to two texts and runs to the end. */
static int
run_with (CharterQuery      *query,
          gint64      number,
          const char *first,
          const char *second)
{
  int result = sqlite3_bind_int64 (query, 1, number);

  if (result == SQLITE_OK)
    result = sqlite3_bind_text64 (query, 2, first, strlen (first), SQLITE_STATIC, SQLITE_UTF8);
  if (result == SQLITE_OK && second != NULL)
    result = sqlite3_bind_text64 (query, 3, second, strlen (second), SQLITE_STATIC, SQLITE_UTF8);
  if (result == SQLITE_OK)
    {
      sqlite3_step (query);
      result = sqlite3_reset (query);
    }

  return result;
}

static gboolean
add_entries (CharterSqliteStore  *self,
             gint64               expected,
             const char * const  *ids,
             const char * const  *leaves,
             GError             **error)
{
  g_autoptr(CharterQuery) query = charter_sqlite_query (self, CHARTER_SQL_ADD_ENTRY, error);

  if (query == NULL)
    return FALSE;

  for (guint i = 0; leaves[i] != NULL; i++)
    {
      int result = run_with (query, expected + 1 + i, ids[i], leaves[i]);

      if (result == SQLITE_CONSTRAINT_UNIQUE)
        return charter_set_id_reused (ids[i], error);
      if (result != SQLITE_OK)
        return fail_writing (self, result, error);
    }

  return TRUE;
}

static gboolean
add_openings (CharterSqliteStore  *self,
              GArray              *keys,
              GError             **error)
{
  g_autoptr(CharterQuery) query = NULL;

  if (keys->len == 0)
    return TRUE;
  query = charter_sqlite_query (self, CHARTER_SQL_ADD_OPENING, error);
  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      const CharterOpeningKey *key = &g_array_index (keys, CharterOpeningKey, i);
      int result = run_with (query, key->seq, key->pointer, key->text);

      if (result != SQLITE_OK)
        return fail_writing (self, result, error);
    }

  return TRUE;
}

static gboolean
set_head (CharterSqliteStore  *self,
          gint64               seq,
          const char          *head,
          GError             **error)
{
  g_autoptr(CharterQuery) query = charter_sqlite_query (self, CHARTER_SQL_SET_HEAD, error);
  int result;

  if (query == NULL)
    return FALSE;

  result = run_with (query, seq, head, NULL);

  return result == SQLITE_OK || fail_writing (self, result, error);
}

gboolean
charter_sqlite_append (CharterStore        *store,
                       gint64               expected,
                       const char * const  *ids,
                       const char * const  *leaves,
                       const char * const  *openings,
                       const char          *head,
                       GError             **error)
{
  CharterSqliteStore *self = CHARTER_SQLITE_STORE (store);
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(GArray) keys = NULL;
  gint64 last = expected + g_strv_length ((GStrv) leaves);

  keys = charter_opening_keys (arena, openings, expected + 1, last, error);
  if (keys == NULL || !check_writable (self, error) || !begin (self, error))
    return FALSE;

  if (check_end (self, expected, error) &&
      add_entries (self, expected, ids, leaves, error) &&
      add_openings (self, keys, error) &&
      set_head (self, last, head, error) &&
      commit (self, error))
    return TRUE;

  roll_back (self);

  return FALSE;
}

/* Erasing */

/* With secure_delete SQLite overwrites what is deleted, but where rows were moved from page
 * to page, old copies of them can stay in the unused middle of a page.  So the table is
 * emptied, which overwrites every page of it, and filled again with what remains. */
static gboolean
rewrite_openings (CharterSqliteStore  *self,
                  GError             **error)
{
  static const char rewrite[] =
    "CREATE TEMP TABLE kept AS SELECT * FROM main.opening;"
    "DELETE FROM main.opening;"
    "INSERT INTO main.opening SELECT * FROM temp.kept ORDER BY record, seq, pointer;"
    "DROP TABLE temp.kept";
  int result = sqlite3_exec (self->db, rewrite, NULL, NULL, NULL);

  return result == SQLITE_OK || fail_writing (self, result, error);
}

static gboolean
delete_openings (CharterSqliteStore  *self,
                 gint64               seq,
                 const char * const  *pointers,
                 GError             **error)
{
  g_autoptr(CharterQuery) query = charter_sqlite_query (self, CHARTER_SQL_ERASE_OPENING, error);

  if (query == NULL)
    return FALSE;

  for (guint i = 0; pointers[i] != NULL; i++)
    {
      int result = run_with (query, seq, pointers[i], NULL);

      if (result != SQLITE_OK)
        return fail_writing (self, result, error);
    }

  return TRUE;
}

gboolean
charter_sqlite_erase_openings (CharterStore        *store,
                               gint64               seq,
                               const char * const  *pointers,
                               GError             **error)
{
  CharterSqliteStore *self = CHARTER_SQLITE_STORE (store);

  if (!check_writable (self, error) || !begin (self, error))
    return FALSE;

  if (delete_openings (self, seq, pointers, error) &&
      rewrite_openings (self, error) &&
      commit (self, error))
    return TRUE;

  roll_back (self);

  return FALSE;
}
