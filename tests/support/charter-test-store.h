/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-error.h>
#include <charter/charter-sqlite-store.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the tests of the SQLite store share: a directory of their own, records in it, raw
 * access behind the store's back, and children. */

typedef struct
{
  char *directory;
  char *path;        /* of the record in it */
} Place;

static inline void
place_init (Place *self)
{
  self->directory = g_dir_make_tmp ("charter-XXXXXX", NULL);
  cr_assert (self->directory != NULL);
  self->path = g_build_filename (self->directory, "a.charter", NULL);
}

static inline void
place_clear (Place *self)
{
  GDir *directory;
  const char *name;

  g_chmod (self->directory, 0700);
  directory = g_dir_open (self->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      g_remove (path);
    }
  g_dir_close (directory);
  cr_assert (g_rmdir (self->directory) == 0);
  g_free (self->directory);
  g_free (self->path);
}

static inline CharterStore *
create_at (const char *path)
{
  g_autoptr(GError) error = NULL;
  CharterSqliteStore *store = charter_sqlite_store_create (path, &error);

  cr_assert (store != NULL, "%s", error != NULL ? error->message : "");

  return CHARTER_STORE (store);
}

static inline CharterStore *
open_at (const char *path)
{
  g_autoptr(GError) error = NULL;
  CharterSqliteStore *store = charter_sqlite_store_open (path, &error);

  cr_assert (store != NULL, "%s", error != NULL ? error->message : "");

  return CHARTER_STORE (store);
}

/* Entry @expected + 1 with one opening, whose value is @value unless that is NULL. */
static inline gboolean
append_at (CharterStore  *store,
           gint64         expected,
           const char    *value,
           GError       **error)
{
  int seq = (int) expected + 1;
  g_autofree char *id = g_strdup_printf ("e-%d", seq);
  g_autofree char *leaf = g_strdup_printf ("leaf %d", seq);
  g_autofree char *head = g_strdup_printf ("head %d", seq);
  g_autofree char *opening = value == NULL ? NULL :
    g_strdup_printf ("{\"pointer\":\"/data/text\",\"salt\":\"%064d\",\"seq\":%d,\"value\":\"%s\"}",
                     seq, seq,
                     value);
  const char *const ids[] = { id, NULL };
  const char *const leaves[] = { leaf, NULL };
  const char *const openings[] = { opening, NULL };

  return charter_store_append (store, expected, ids, leaves, openings, head, error);
}

static inline void
must_append (CharterStore *store,
             gint64        expected,
             const char   *value)
{
  g_autoptr(GError) error = NULL;

  cr_assert (append_at (store, expected, value, &error), "%s", error != NULL ? error->message : "");
}

/* The number of entries, all of them there. */
static inline guint
count_entries (CharterStore *store)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) leaves = charter_store_read_leaves (store, 1, G_MAXINT64, &error);

  cr_assert (leaves != NULL, "%s", error != NULL ? error->message : "");
  for (guint i = 0; leaves[i] != NULL; i++)
    {
      g_autofree char *expected = g_strdup_printf ("leaf %u", i + 1);

      cr_assert (strcmp (leaves[i], expected) == 0);
    }

  return g_strv_length (leaves);
}

/* A record with @n entries. */
static inline void
make_record (const char *path,
             guint       n)
{
  CharterStore *store = create_at (path);

  for (guint i = 0; i < n; i++)
    must_append (store, i, "a private value");
  g_object_unref (store);
}

/* Behind the store's back. */
static inline sqlite3 *
raw_open (const char *path)
{
  sqlite3 *db = NULL;

  cr_assert (sqlite3_open (path, &db) == SQLITE_OK);

  return db;
}

static inline void
raw_run (const char *path,
         const char *sql)
{
  sqlite3 *db = raw_open (path);
  char *message = NULL;

  cr_assert (sqlite3_exec (db, sql, NULL, NULL, &message) == SQLITE_OK, "%s: %s", sql, message);
  cr_assert (sqlite3_close (db) == SQLITE_OK);
}

static inline void
expect_open_error (const char *path,
                   int         code,
                   const char *words)
{
  g_autoptr(GError) error = NULL;

  cr_assert (charter_sqlite_store_open (path, &error) == NULL, "%s was opened", words);
  cr_assert (g_error_matches (error, CHARTER_ERROR, code), "code %d, not %d: %s", error->code, code,
             error->message);
  cr_assert (strstr (error->message, words) != NULL, "\"%s\" not in: %s", words, error->message);
}

/* Runs @function in a child, as a user who is not root; TRUE if it returns TRUE there. */
static inline gboolean
in_child (gboolean (*function) (gpointer),
          gpointer   data)
{
  pid_t child = fork ();
  int status = 0;

  cr_assert (child >= 0);
  if (child == 0)
    {
      if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setresgid (65534, 65534, 65534) != 0 ||
                              setresuid (65534, 65534, 65534) != 0))
        _exit (3);
      _exit (function (data) ? 0 : 1);
    }
  cr_assert (waitpid (child, &status, 0) == child);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}
