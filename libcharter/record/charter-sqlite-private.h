/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-sqlite-store.h>

#include <sqlite3.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* How long a locked file is waited for, in milliseconds. */
#define CHARTER_SQLITE_PATIENCE 5000

typedef enum
{
  CHARTER_SQL_BEGIN,
  CHARTER_SQL_COMMIT,
  CHARTER_SQL_ROLLBACK,
  CHARTER_SQL_GET_SEQ,
  CHARTER_SQL_GET_HEAD,
  CHARTER_SQL_SET_HEAD,
  CHARTER_SQL_ADD_ENTRY,
  CHARTER_SQL_ADD_OPENING,
  CHARTER_SQL_READ_LEAVES,
  CHARTER_SQL_READ_OPENINGS,
  CHARTER_SQL_FIND_ENTRY,
  CHARTER_SQL_ERASE_OPENING,
  CHARTER_SQL_COUNT
} CharterSql;

struct _CharterSqliteStore
{
  GObject       parent_instance;

  sqlite3      *db;
  char         *path;
  pid_t         process;
  gboolean      read_only;
  gboolean      broken;         /* a write failed such that nobody knows what the disk holds */
  sqlite3_stmt *statements[CHARTER_SQL_COUNT];
};

/* A statement in use; it is reset at the end of its scope. */
typedef sqlite3_stmt CharterQuery;

static inline void
charter_query_end (CharterQuery *query)
{
  sqlite3_reset (query);
  sqlite3_clear_bindings (query);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterQuery, charter_query_end)

typedef enum
{
  CHARTER_SQLITE_CREATE,
  CHARTER_SQLITE_WRITE,
  CHARTER_SQLITE_READ
} CharterSqliteMode;

/* Opens or creates the file, hardens the connection and checks that the file is a record
 * with nothing in it that this library did not make.  @real_path: its absolute path. */
sqlite3  *charter_sqlite_open               (const char          *path,
                                             CharterSqliteMode    mode,
                                             char               **real_path,
                                             GError             **error);
/* Sets @error from a result of SQLite, in plain words.  Returns FALSE. */
gboolean  charter_sqlite_fail               (const char          *path,
                                             int                  result,
                                             GError             **error);
/* NULL with an error. */
CharterQuery *charter_sqlite_query          (CharterSqliteStore  *self,
                                             CharterSql           sql,
                                             GError             **error);
gboolean  charter_sqlite_check_usable       (CharterSqliteStore  *self,
                                             GError             **error);
gboolean  charter_sqlite_append             (CharterStore        *store,
                                             gint64               expected,
                                             const char * const  *ids,
                                             const char * const  *leaves,
                                             const char * const  *openings,
                                             const char          *head,
                                             GError             **error);
gboolean  charter_sqlite_erase_openings     (CharterStore        *store,
                                             gint64               seq,
                                             const char * const  *pointers,
                                             GError             **error);
/* For tests: how long a locked file is waited for from here on. */
void      charter_sqlite_store_set_patience (CharterSqliteStore  *self,
                                             int                  milliseconds);

G_END_DECLS
