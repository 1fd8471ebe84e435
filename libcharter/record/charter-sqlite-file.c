/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-sqlite-private.h"

#include <charter/charter-error.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Creating, opening and hardening the file.  The file may come from anywhere, so nothing in
 * it is trusted: not its schema, not its pages.  It is never opened except through SQLite
 * (but for the moment of its creation), since closing any other descriptor of it would give
 * up the locks of every connection that this process has to it. */

#define APPLICATION_ID 0x43687472        /* "Chtr" */
#define FORMAT 1                         /* user_version */
#define CHECKED_SIZE (16 * 1024 * 1024)  /* smaller files are checked page by page on opening */

#define ENTRY_SQL \
  "CREATE TABLE entry (record INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, " \
  "leaf TEXT NOT NULL, PRIMARY KEY (record, seq), UNIQUE (record, id)) STRICT, WITHOUT ROWID"
#define HEAD_SQL \
  "CREATE TABLE head (record INTEGER NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, " \
  "text TEXT NOT NULL) STRICT, WITHOUT ROWID"
#define OPENING_SQL \
  "CREATE TABLE opening (record INTEGER NOT NULL, seq INTEGER NOT NULL, pointer TEXT NOT NULL, " \
  "text TEXT NOT NULL, PRIMARY KEY (record, seq, pointer)) STRICT, WITHOUT ROWID"

static const char create_sql[] =
  "BEGIN IMMEDIATE;"
  "PRAGMA application_id = " G_STRINGIFY (APPLICATION_ID) ";"
  "PRAGMA user_version = " G_STRINGIFY (FORMAT) ";"
  ENTRY_SQL ";" HEAD_SQL ";" OPENING_SQL ";"
  "COMMIT";

/* Everything that may be in the schema, in order of name. */
static const struct
{
  const char *name;
  const char *sql;    /* NULL: made by SQLite for a constraint */
} schema[] = {
  { "entry", ENTRY_SQL },
  { "head", HEAD_SQL },
  { "opening", OPENING_SQL },
  { "sqlite_autoindex_entry_2", NULL },
};

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
};

static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 4 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 4096 },
  { SQLITE_LIMIT_COLUMN, 16 },
  { SQLITE_LIMIT_EXPR_DEPTH, 16 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 4 },
  { SQLITE_LIMIT_VDBE_OP, 10000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 8 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* Errors */

static gboolean fail (const char    *path,
                      CharterError   code,
                      GError       **error,
                      const char    *format,
                      ...) G_GNUC_PRINTF (4, 5);

/* @format goes on from the name of the file. Returns FALSE. */
static gboolean
fail (const char    *path,
      CharterError   code,
      GError       **error,
      const char    *format,
      ...)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, CHARTER_ERROR, code, "%s %s", name, text);

  return FALSE;
}

gboolean
charter_sqlite_fail (const char  *path,
                     int          result,
                     GError     **error)
{
  if (result == SQLITE_READONLY_DBMOVED)
    return fail (path, CHARTER_ERROR_STORE, error,
                 "was moved or deleted after it was opened; nothing was written");

  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail (path, CHARTER_ERROR_STORE, error,
                   "is locked by another program; try again when that has finished");
    case SQLITE_NOTADB:
      return fail (path, CHARTER_ERROR_DAMAGED, error,
                   "is not a partnership record, or its beginning is damaged");
    case SQLITE_CORRUPT:
      return fail (path, CHARTER_ERROR_DAMAGED, error, "is damaged (%s)", sqlite3_errstr (result));
    case SQLITE_READONLY:
      return fail (path, CHARTER_ERROR_READ_ONLY, error, "can be read but not written");
    case SQLITE_FULL:
      return fail (path, CHARTER_ERROR_STORE, error,
                   "cannot grow because the disk is full; nothing was written");
    case SQLITE_TOOBIG:
      return fail (path, CHARTER_ERROR_LIMIT, error, "cannot hold a text of more than 4 MiB");
    case SQLITE_IOERR:
      if (result == SQLITE_IOERR_WRITE)
        return fail (path, CHARTER_ERROR_STORE, error,
                     "cannot be written: the disk is full or faulty, or the file may not grow "
                     "(%d)", result);
      return fail (path, CHARTER_ERROR_STORE, error,
                   "cannot be used: the disk reported an error (%d)",
                   result);
    default:
      return fail (path, CHARTER_ERROR_STORE, error, "cannot be used (%s)",
                   sqlite3_errstr (result));
    }
}

/* Paths */

/* SQLite takes a name that begins with "file:" for a URI, and refuses symbolic links on the
 * way as well as at the end; so the directory is resolved, and what begins with "/" is none. */
static char *
resolve_path (const char  *path,
              GError     **error)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *whole = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *base = NULL;
  char *real;
  char *result;

  if (path[0] == '\0' || g_str_has_suffix (path, "/") || g_str_has_suffix (path, "/.") ||
      g_str_has_suffix (path, "/..") || strcmp (path, ".") == 0 || strcmp (path, "..") == 0)
    {
      fail (path[0] != '\0' ? path : "\"\"", CHARTER_ERROR_STORE, error,
            "is not the name of a file");
      return NULL;
    }

  whole = path[0] == '/' ? g_strdup (path) : g_strconcat (here, "/", path, NULL);
  directory = g_path_get_dirname (whole);
  base = g_path_get_basename (whole);
  real = realpath (directory, NULL);
  if (real == NULL)
    {
      int reason = errno;
      gboolean missing = reason == ENOENT || reason == ENOTDIR;

      fail (directory, missing ? CHARTER_ERROR_NOT_FOUND : CHARTER_ERROR_STORE, error,
            "is not a directory that can be used: %s", g_strerror (reason));
      return NULL;
    }
  result = g_build_filename (real, base, NULL);
  free (real);

  return result;
}

static gboolean
may (const char *path,
     int         mode)
{
  return faccessat (AT_FDCWD, path, mode, AT_EACCESS) == 0;
}

/* What can be known without opening it.  A FIFO or device would block or have effects. */
static gboolean
check_file (const char   *path,
            struct stat  *info,
            GError      **error)
{
  if (lstat (path, info) != 0)
    {
      int reason = errno;

      if (reason == ENOENT || reason == ENOTDIR)
        return fail (path, CHARTER_ERROR_NOT_FOUND, error, "does not exist");
      return fail (path, CHARTER_ERROR_STORE, error, "cannot be opened: %s", g_strerror (reason));
    }
  if (S_ISLNK (info->st_mode))
    return fail (path, CHARTER_ERROR_STORE, error,
                 "is a symbolic link; give the path of the file itself");
  if (S_ISDIR (info->st_mode))
    return fail (path, CHARTER_ERROR_STORE, error, "is a directory, not a partnership record");
  if (!S_ISREG (info->st_mode))
    return fail (path, CHARTER_ERROR_STORE, error, "is not an ordinary file");
  if (!may (path, R_OK))
    return fail (path, CHARTER_ERROR_STORE, error, "may not be read: %s", g_strerror (errno));
  if (info->st_size == 0)
    return fail (path, CHARTER_ERROR_DAMAGED, error,
                 "is empty, so it is not a partnership record; its making may have been "
                 "interrupted");

  return TRUE;
}

/* SQLite would quietly open for reading what cannot be written. */
static gboolean
check_writable (const char  *path,
                GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);

  if (!may (path, W_OK))
    return fail (path, CHARTER_ERROR_READ_ONLY, error,
                 "may not be written (%s); it can still be opened for reading only",
                 g_strerror (errno));
  if (!may (directory, W_OK | X_OK))
    return fail (path, CHARTER_ERROR_READ_ONLY, error,
                 "is in a directory that may not be written (%s), which every append needs; "
                 "it can still be opened for reading only", g_strerror (errno));

  return TRUE;
}

static gboolean
create_file (const char  *path,
             GError     **error)
{
  int file = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  int reason = errno;

  if (file < 0 && reason == EEXIST)
    return fail (path, CHARTER_ERROR_STORE, error,
                 "is already there; open it, or choose another name");
  if (file < 0)
    return fail (path, CHARTER_ERROR_STORE, error, "cannot be created: %s", g_strerror (reason));

  /* A umask may have taken the owner's own rights. */
  if (fchmod (file, 0600) != 0)
    g_debug ("The mode of a new record could not be set: %s", g_strerror (errno));
  close (file);

  return TRUE;
}

static void
remove_file (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  unlink (path);
  unlink (journal);
}

/* Connections */

static gboolean
run (sqlite3     *db,
     const char  *path,
     const char  *sql,
     GError     **error)
{
  int result = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || charter_sqlite_fail (path, result, error);
}

/* The first column of the first row, a number; @fallback without a row. */
static int
query_integer (sqlite3    *db,
               const char *sql,
               gint64      fallback,
               gint64     *out)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  *out = fallback;
  if (result != SQLITE_OK)
    return result;

  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *out = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

/* The same for a text; NULL without a row, or on failure. */
static char *
query_text (sqlite3    *db,
            const char *sql,
            int        *result)
{
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  *result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  if (*result != SQLITE_OK)
    return NULL;

  *result = sqlite3_step (statement);
  if (*result == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return text;
}

static void
harden (sqlite3 *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (db, options[i].option, options[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  sqlite3_busy_timeout (db, CHARTER_SQLITE_PATIENCE);
}

static sqlite3 *
connect_to (const char  *path,
            int          flags,
            GError     **error)
{
  sqlite3 *db = NULL;
  int result = sqlite3_open_v2 (path, &db,
                                flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX |
                                SQLITE_OPEN_EXRESCODE, NULL);

  if (result != SQLITE_OK)
    {
      charter_sqlite_fail (path, result, error);
      sqlite3_close (db);
      return NULL;
    }
  harden (db);

  return db;
}

/* Checks */

static gboolean
check_identity (sqlite3     *db,
                const char  *path,
                GError     **error)
{
  gint64 id, version;
  int result = query_integer (db, "PRAGMA application_id", 0, &id);

  if (result == SQLITE_OK)
    result = query_integer (db, "PRAGMA user_version", 0, &version);
  if (result != SQLITE_OK)
    return charter_sqlite_fail (path, result, error);

  if (id != APPLICATION_ID)
    return fail (path, CHARTER_ERROR_DAMAGED, error,
                 "is not a partnership record; it is a database of another program");
  if (version > FORMAT)
    return fail (path, CHARTER_ERROR_VERSION, error,
                 "was written by a newer version of this library (its format is %" G_GINT64_FORMAT
                 ", this version knows formats up to %d)", version, FORMAT);
  if (version < 1)
    return fail (path, CHARTER_ERROR_DAMAGED, error, "states no format");

  return TRUE;
}

static gboolean
is_expected (sqlite3_stmt *row,
             guint         index)
{
  const char *name = (const char *) sqlite3_column_text (row, 0);
  const char *sql = (const char *) sqlite3_column_text (row, 1);

  return index < G_N_ELEMENTS (schema) && g_strcmp0 (name, schema[index].name) == 0 &&
         g_strcmp0 (sql, schema[index].sql) == 0;
}

/* A trigger or a view is code: whatever this library did not make is refused. */
static gboolean
check_schema (sqlite3     *db,
              const char  *path,
              GError     **error)
{
  sqlite3_stmt *rows = NULL;
  guint n = 0;
  int result = sqlite3_prepare_v2 (db, "SELECT name, sql FROM sqlite_schema ORDER BY name", -1,
                                   &rows, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (rows);
      if (result == SQLITE_ROW && !is_expected (rows, n++))
        {
          const char *found = (const char *) sqlite3_column_text (rows, 0);

          fail (path, CHARTER_ERROR_DAMAGED, error,
                "holds something that this library did not put there (\"%.64s\"), so it is not "
                "opened",
                found != NULL && g_utf8_validate (found, -1, NULL) ? found : "");
          sqlite3_finalize (rows);
          return FALSE;
        }
    }
  sqlite3_finalize (rows);

  if (result != SQLITE_DONE)
    return charter_sqlite_fail (path, result, error);
  if (n != G_N_ELEMENTS (schema))
    return fail (path, CHARTER_ERROR_DAMAGED, error, "lacks a part of a partnership record");

  return TRUE;
}

/* SQLite takes what is missing of the last page for zeros. */
static gboolean
check_length (sqlite3     *db,
              const char  *path,
              GError     **error)
{
  struct stat info;
  gint64 n_pages, page_size;
  int result = query_integer (db, "PRAGMA page_count", 0, &n_pages);

  if (result == SQLITE_OK)
    result = query_integer (db, "PRAGMA page_size", 0, &page_size);
  if (result != SQLITE_OK)
    return charter_sqlite_fail (path, result, error);
  if (lstat (path, &info) == 0 && info.st_size / page_size < n_pages)
    return fail (path, CHARTER_ERROR_DAMAGED, error, "is damaged: its end is missing");

  return TRUE;
}

static gboolean
check_pages (sqlite3     *db,
             const char  *path,
             GError     **error)
{
  int result;
  g_autofree char *verdict = query_text (db, "PRAGMA quick_check(1)", &result);

  if (verdict == NULL)
    return charter_sqlite_fail (path, result, error);
  if (strcmp (verdict, "ok") != 0)
    return fail (path, CHARTER_ERROR_DAMAGED, error, "is damaged (%s)", verdict);

  return TRUE;
}

/* The head says where the record ends, and there it must end. */
static gboolean
check_end (sqlite3     *db,
           const char  *path,
           GError     **error)
{
  gint64 head, last;
  int result = query_integer (db, "SELECT seq FROM head WHERE record = 1", 0, &head);

  if (result == SQLITE_OK)
    result = query_integer (db, "SELECT seq FROM entry WHERE record = 1 ORDER BY seq DESC LIMIT 1",
                            0,
                            &last);
  if (result != SQLITE_OK)
    return charter_sqlite_fail (path, result, error);
  if (head != last)
    return fail (path, CHARTER_ERROR_DAMAGED, error,
                 "is damaged: it should end at entry %" G_GINT64_FORMAT
                 ", but ends at entry %" G_GINT64_FORMAT,
                 head, last);

  return TRUE;
}

/* EXTRA makes the unlinking of the journal durable too; without it an acknowledged commit
 * can be lost with the power. */
static gboolean
set_up_writing (sqlite3     *db,
                const char  *path,
                GError     **error)
{
  int result;
  g_autofree char *mode = query_text (db, "PRAGMA journal_mode = DELETE", &result);

  if (mode == NULL)
    return charter_sqlite_fail (path, result, error);
  if (strcmp (mode, "delete") != 0)
    return fail (path, CHARTER_ERROR_STORE, error, "cannot be written safely (journal mode %s)",
                 mode);

  return run (db, path, "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON", error);
}

static gboolean
set_up_reading (sqlite3     *db,
                const char  *path,
                GError     **error)
{
  return run (db, path,
              "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; "
              "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0", error);
}

static gboolean
examine (sqlite3            *db,
         const char         *path,
         const struct stat  *info,
         GError            **error)
{
  return check_identity (db, path, error) &&
         check_schema (db, path, error) &&
         check_length (db, path, error) &&
         (info->st_size >= CHECKED_SIZE || check_pages (db, path, error)) &&
         check_end (db, path, error);
}

/* Opening */

static sqlite3 *
create_record (const char  *path,
               GError     **error)
{
  sqlite3 *db;

  if (!create_file (path, error))
    return NULL;

  db = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (db != NULL && set_up_reading (db, path, error) && set_up_writing (db, path, error) &&
      run (db, path, create_sql, error))
    return db;

  sqlite3_close (db);
  remove_file (path);

  return NULL;
}

static sqlite3 *
open_writing (const char  *path,
              GError     **error)
{
  struct stat info;
  sqlite3 *db;

  if (!check_file (path, &info, error) || !check_writable (path, error))
    return NULL;

  db = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    return NULL;

  if (sqlite3_db_readonly (db, "main") != 0)
    fail (path, CHARTER_ERROR_READ_ONLY, error,
          "cannot be written; it can still be opened for reading only");
  else if (set_up_reading (db, path, error) && examine (db, path, &info, error) &&
           set_up_writing (db, path, error))
    return db;

  sqlite3_close (db);

  return NULL;
}

/* A write that was interrupted is undone by the next who opens the file; who only reads
 * cannot, so it is opened for writing for that moment. */
static gboolean
undo_interrupted (const char  *path,
                  GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  sqlite3 *db = NULL;
  gint64 unused;
  int result = SQLITE_READONLY;

  if (may (path, W_OK) && may (directory, W_OK | X_OK))
    db = connect_to (path, SQLITE_OPEN_READWRITE, NULL);
  if (db != NULL)
    result = query_integer (db, "PRAGMA application_id", 0, &unused);
  sqlite3_close (db);
  if ((result & 0xff) == SQLITE_READONLY)
    return fail (path, CHARTER_ERROR_READ_ONLY, error,
                 "was being written when its writer stopped; that must be undone first, which "
                 "needs leave to write the file and its directory");

  return result == SQLITE_OK || charter_sqlite_fail (path, result, error);
}

static sqlite3 *
open_reading (const char  *path,
              GError     **error)
{
  struct stat info;
  sqlite3 *db;
  gint64 unused;
  int result;

  if (!check_file (path, &info, error))
    return NULL;

  db = connect_to (path, SQLITE_OPEN_READONLY, error);
  if (db == NULL)
    return NULL;
  result = query_integer (db, "PRAGMA application_id", 0, &unused) & 0xff;
  if (result == SQLITE_BUSY)
    {
      /* Asking again would wait as long once more. */
      charter_sqlite_fail (path, result, error);
      sqlite3_close (db);
      return NULL;
    }
  if (result == SQLITE_READONLY)
    {
      sqlite3_close (db);
      db = undo_interrupted (path, error) ? connect_to (path, SQLITE_OPEN_READONLY, error) : NULL;
    }
  if (db == NULL)
    return NULL;
  if (set_up_reading (db, path, error) && examine (db, path, &info, error))
    return db;

  sqlite3_close (db);

  return NULL;
}

sqlite3 *
charter_sqlite_open (const char         *path,
                     CharterSqliteMode   mode,
                     char              **real_path,
                     GError            **error)
{
  g_autofree char *real = resolve_path (path, error);
  sqlite3 *db = NULL;

  if (real == NULL)
    return NULL;

  switch (mode)
    {
    case CHARTER_SQLITE_CREATE:
      db = create_record (real, error);
      break;
    case CHARTER_SQLITE_WRITE:
      db = open_writing (real, error);
      break;
    case CHARTER_SQLITE_READ:
      db = open_reading (real, error);
      break;
    }
  if (db != NULL)
    *real_path = g_steal_pointer (&real);

  return db;
}
