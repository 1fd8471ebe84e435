/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "charter-test-store.h"

#include <sys/types.h>

/* Files that are not what they should be. */

static char *
path_in (Place      *place,
         const char *name)
{
  return g_build_filename (place->directory, name, NULL);
}

static guint
mode_of (const char *path)
{
  struct stat info;

  cr_assert (lstat (path, &info) == 0);

  return info.st_mode & 07777;
}

/* Creating */

CHARTER_TEST (sqlite_files, mode)
{
  static const mode_t masks[] = { 0, 022, 077, 0777 };
  Place place;

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      mode_t before = umask (masks[i]);
      CharterStore *store = create_at (place.path);

      umask (before);
      cr_assert (mode_of (place.path) == 0600, "umask %o: %o", masks[i], mode_of (place.path));
      must_append (store, 0, NULL);
      g_object_unref (store);
      g_unlink (place.path);
    }
  place_clear (&place);
}

CHARTER_TEST (sqlite_files, create_over)
{
  g_autoptr(GError) exists = NULL;
  g_autoptr(GError) link = NULL;
  g_autofree char *target = NULL;
  g_autofree char *text = NULL;
  Place place;

  place_init (&place);
  target = path_in (&place, "target");
  cr_assert (g_file_set_contents (place.path, "mine", -1, NULL));
  cr_assert (charter_sqlite_store_create (place.path, &exists) == NULL);
  charter_assert_error (exists, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (g_file_get_contents (place.path, &text, NULL, NULL));
  charter_assert_str (text, "mine");

  g_unlink (place.path);
  cr_assert (symlink (target, place.path) == 0);
  cr_assert (charter_sqlite_store_create (place.path, &link) == NULL);
  charter_assert_error (link, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (!g_file_test (target, G_FILE_TEST_EXISTS));
  place_clear (&place);
}

/* A name that SQLite would take for a URI, in the working directory. */
CHARTER_TEST (sqlite_files, uri_name)
{
  static const char *const names[] = { "file:x?mode=memory", "file::memory:", ":memory:",
                                       "a b%20c?d#e" };
  g_autofree char *before = g_get_current_dir ();
  Place place;

  place_init (&place);
  cr_assert (g_chdir (place.directory) == 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_in (&place, names[i]);
      CharterStore *store = create_at (names[i]);

      charter_assert_str (charter_sqlite_store_get_path (CHARTER_SQLITE_STORE (store)), path);
      must_append (store, 0, NULL);
      g_object_unref (store);
      cr_assert (g_file_test (path, G_FILE_TEST_IS_REGULAR), "%s", path);

      store = open_at (names[i]);
      cr_assert (count_entries (store) == 1);
      g_object_unref (store);
    }
  cr_assert (g_chdir (before) == 0);
  place_clear (&place);
}

CHARTER_TEST (sqlite_files, directory_link)
{
  g_autofree char *link = NULL;
  g_autofree char *path = NULL;
  CharterStore *store;
  Place place;

  place_init (&place);
  link = path_in (&place, "link");
  path = g_build_filename (link, "a.charter", NULL);
  cr_assert (symlink (place.directory, link) == 0);
  store = create_at (path);
  charter_assert_str (charter_sqlite_store_get_path (CHARTER_SQLITE_STORE (store)), place.path);
  g_object_unref (store);
  place_clear (&place);
}

CHARTER_TEST (sqlite_files, names)
{
  static const char *const names[] = { "", "/", ".", "..", "/tmp/", "/tmp/..", "/tmp/." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) create = NULL;

      expect_open_error (names[i], CHARTER_ERROR_STORE, "is not the name of a file");
      cr_assert (charter_sqlite_store_create (names[i], &create) == NULL);
      charter_assert_error (create, CHARTER_ERROR, CHARTER_ERROR_STORE);
    }
}

/* What is no file */

CHARTER_TEST (sqlite_files, not_a_file)
{
  g_autofree char *missing = NULL;
  g_autofree char *nowhere = NULL;
  g_autofree char *below = NULL;
  g_autofree char *link = NULL;
  g_autofree char *dangling = NULL;
  g_autofree char *fifo = NULL;
  Place place;

  place_init (&place);
  make_record (place.path, 1);
  missing = path_in (&place, "missing");
  nowhere = path_in (&place, "nowhere/a.charter");
  below = path_in (&place, "a.charter/b");
  link = path_in (&place, "link");
  dangling = path_in (&place, "dangling");
  fifo = path_in (&place, "fifo");
  cr_assert (symlink (place.path, link) == 0 && symlink (missing, dangling) == 0 &&
             mkfifo (fifo, 0600) == 0);

  expect_open_error (missing, CHARTER_ERROR_NOT_FOUND, "does not exist");
  expect_open_error (nowhere, CHARTER_ERROR_NOT_FOUND, "is not a directory");
  expect_open_error (below, CHARTER_ERROR_NOT_FOUND, "does not exist");
  expect_open_error (place.directory, CHARTER_ERROR_STORE, "is a directory");
  expect_open_error (link, CHARTER_ERROR_STORE, "is a symbolic link");
  expect_open_error (dangling, CHARTER_ERROR_STORE, "is a symbolic link");
  expect_open_error (fifo, CHARTER_ERROR_STORE, "is not an ordinary file");
  expect_open_error ("/dev/null", CHARTER_ERROR_STORE, "is not an ordinary file");
  place_clear (&place);
}

/* What is no record */

CHARTER_TEST (sqlite_files, no_record)
{
  static const struct { const char *text; gssize length; const char *words; } files[] = {
    { "", 0, "is empty" },
    { "x", 1, "is not a partnership record" },
    { "{\"charter\": \"1\"}\n", -1, "is not a partnership record" },
    { "SQLite format 3", 16, "is not a partnership record" },
  };
  g_autofree char *garbage = g_malloc (100000);
  Place place;

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      cr_assert (g_file_set_contents (place.path, files[i].text, files[i].length, NULL));
      expect_open_error (place.path, CHARTER_ERROR_DAMAGED, files[i].words);
    }
  for (guint i = 0; i < 100000; i++)
    garbage[i] = (char) (i * 2654435761u >> 24);
  cr_assert (g_file_set_contents (place.path, garbage, 100000, NULL));
  expect_open_error (place.path, CHARTER_ERROR_DAMAGED, "is not a partnership record");
  memcpy (garbage, "SQLite format 3\0", 16);
  cr_assert (g_file_set_contents (place.path, garbage, 100000, NULL));
  expect_open_error (place.path, CHARTER_ERROR_DAMAGED, "");
  place_clear (&place);
}

CHARTER_TEST (sqlite_files, another_database)
{
  Place place;

  place_init (&place);
  raw_run (place.path, "CREATE TABLE a (b)");
  expect_open_error (place.path, CHARTER_ERROR_DAMAGED, "another program");
  place_clear (&place);
}

static const struct
{
  const char  *sql;
  CharterError code;
  const char  *words;
} changes[] = {
  { "PRAGMA application_id = 1", CHARTER_ERROR_DAMAGED, "another program" },
  { "PRAGMA user_version = 2", CHARTER_ERROR_VERSION, "newer version" },
  { "PRAGMA user_version = 2; CREATE TABLE later (a)", CHARTER_ERROR_VERSION, "newer version" },
  { "PRAGMA user_version = 0", CHARTER_ERROR_DAMAGED, "states no format" },
  { "PRAGMA user_version = -1", CHARTER_ERROR_DAMAGED, "states no format" },
  { "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM opening; END", CHARTER_ERROR_DAMAGED,
    "\"t\"" },
  { "CREATE VIEW v AS SELECT * FROM entry", CHARTER_ERROR_DAMAGED, "\"v\"" },
  { "CREATE TABLE a (b)", CHARTER_ERROR_DAMAGED, "\"a\"" },
  { "CREATE TABLE z (b)", CHARTER_ERROR_DAMAGED, "\"z\"" },
  { "CREATE INDEX i ON entry (leaf)", CHARTER_ERROR_DAMAGED, "\"i\"" },
  { "CREATE VIRTUAL TABLE f USING fts5 (x)", CHARTER_ERROR_DAMAGED, "\"f\"" },
  { "ANALYZE", CHARTER_ERROR_DAMAGED, "\"sqlite_stat1\"" },
  { "DROP TABLE opening", CHARTER_ERROR_DAMAGED, "" },
  { "DROP TABLE head; CREATE TABLE head (record, seq, text)", CHARTER_ERROR_DAMAGED, "\"head\"" },
  { "DROP TABLE head; CREATE VIEW head AS SELECT 1 AS record, 5 AS seq, 'x' AS text",
    CHARTER_ERROR_DAMAGED,
    "\"head\"" },
  { "ALTER TABLE entry ADD COLUMN x TEXT", CHARTER_ERROR_DAMAGED, "\"entry\"" },
  { "ALTER TABLE entry ADD COLUMN x TEXT AS (upper (leaf))", CHARTER_ERROR_DAMAGED, "\"entry\"" },
  { "DELETE FROM entry WHERE seq = 5", CHARTER_ERROR_DAMAGED, "ends at entry 4" },
  { "DELETE FROM entry", CHARTER_ERROR_DAMAGED, "ends at entry 0" },
  { "DELETE FROM head", CHARTER_ERROR_DAMAGED, "ends at entry 5" },
  { "UPDATE head SET seq = 4", CHARTER_ERROR_DAMAGED, "ends at entry 5" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99 WHERE name = 'entry'",
    CHARTER_ERROR_DAMAGED, "is damaged" },
};

CHARTER_TEST (sqlite_files, changed_by_others)
{
  Place place;

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      make_record (place.path, 5);
      raw_run (place.path, changes[i].sql);
      expect_open_error (place.path, (int) changes[i].code, changes[i].words);
      cr_assert (charter_sqlite_store_open_read_only (place.path, NULL) == NULL);
      g_unlink (place.path);
    }
  place_clear (&place);
}

/* Damage that shows on reading only. */
CHARTER_TEST (sqlite_files, missing_entry)
{
  static const char *const sql[] = {
    "DELETE FROM entry WHERE seq = 3",
    "UPDATE entry SET seq = -1 WHERE seq = 1",
    "UPDATE entry SET leaf = 'a' || char (0) || 'b' WHERE seq = 2",
  };
  Place place;

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr(GError) error = NULL;
      CharterStore *store;

      make_record (place.path, 5);
      raw_run (place.path, sql[i]);
      store = open_at (place.path);
      cr_assert (charter_store_read_leaves (store, 1, 5, &error) == NULL);
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED);
      g_object_unref (store);
      g_unlink (place.path);
    }
  place_clear (&place);
}

static void
make_large (const char *path)
{
  CharterStore *store = create_at (path);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *value = g_strnfill (i % 7 == 0 ? 6000 : 400, 'v');

      must_append (store, i, value);
    }
  g_object_unref (store);
}

CHARTER_TEST (sqlite_files, truncated)
{
  g_autofree char *data = NULL;
  gsize length;
  Place place;

  place_init (&place);
  make_large (place.path);
  cr_assert (g_file_get_contents (place.path, &data, &length, NULL));
  cr_assert (length > 100000 && length % 4096 == 0);

  for (gsize size = length - 4096; size > 4096; size -= 4096)
    {
      cr_assert (truncate (place.path, (off_t) size) == 0);
      expect_open_error (place.path, CHARTER_ERROR_DAMAGED, "");
    }
  for (gsize size = 4096; size > 0; size -= size > 600 ? 500 : 1)
    {
      cr_assert (truncate (place.path, (off_t) size) == 0);
      expect_open_error (place.path, CHARTER_ERROR_DAMAGED, "");
    }
  for (guint cut = 1; cut < 4096; cut += 300)
    {
      cr_assert (g_file_set_contents (place.path, data, (gssize) (length - cut), NULL));
      expect_open_error (place.path, CHARTER_ERROR_DAMAGED, "");
    }
  place_clear (&place);
}

/* A few bytes changed anywhere: opening may find it or not, but nothing crashes or hangs. */
CHARTER_TEST (sqlite_files, changed_bytes)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (340);
  g_autofree char *good = NULL;
  guint refused = 0;
  gsize length;
  Place place;

  place_init (&place);
  make_large (place.path);
  cr_assert (g_file_get_contents (place.path, &good, &length, NULL));
  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *data = g_memdup2 (good, length);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterSqliteStore) store = NULL;

      for (guint i = 0; i < 4; i++)
        {
          gsize page = (gsize) g_rand_int_range (random, 0, (int) (length / 4096)) * 4096;
          gsize offset = page + (gsize) (round % 2 == 0 ? g_rand_int_range (random, 0, 100)
                                                        : g_rand_int_range (random, 0, 4096));

          data[offset] = (char) g_rand_int_range (random, 0, 256);
        }
      cr_assert (g_file_set_contents (place.path, data, (gssize) length, NULL));
      store = charter_sqlite_store_open (place.path, &error);
      if (store == NULL)
        {
          refused++;
          cr_assert (error->domain == CHARTER_ERROR);
          continue;
        }
      g_strfreev (charter_store_read_leaves (CHARTER_STORE (store), 1, G_MAXINT64, NULL));
      g_strfreev (charter_store_read_openings (CHARTER_STORE (store), 1, G_MAXINT64, NULL));
      charter_store_find_entry (CHARTER_STORE (store), "e-7", NULL);
      append_at (CHARTER_STORE (store), 120, "x", NULL);
    }
  cr_assert (refused > 100, "%u", refused);
  place_clear (&place);
}

/* Rights */

static gboolean
is_refused_for_writing (gpointer path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) append = NULL;
  g_autoptr(CharterSqliteStore) writable = charter_sqlite_store_open (path, &error);
  g_autoptr(CharterSqliteStore) readable = NULL;

  if (writable != NULL || !g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY) ||
      strstr (error->message, "for reading only") == NULL)
    return FALSE;

  readable = charter_sqlite_store_open_read_only (path, NULL);

  return readable != NULL && charter_sqlite_store_get_read_only (readable) &&
         count_entries (CHARTER_STORE (readable)) == 3 &&
         !append_at (CHARTER_STORE (readable), 3, NULL, &append) &&
         g_error_matches (append, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY);
}

CHARTER_TEST (sqlite_files, read_only)
{
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  g_chmod (place.path, 0444);
  g_chmod (place.directory, 0777);
  cr_assert (in_child (is_refused_for_writing, place.path), "file");
  g_chmod (place.path, 0666);
  g_chmod (place.directory, 0555);
  cr_assert (in_child (is_refused_for_writing, place.path), "directory");
  place_clear (&place);
}

static gboolean
is_forbidden (gpointer path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *other = g_build_filename (directory, "other", NULL);
  g_autoptr(GError) open = NULL;
  g_autoptr(GError) create = NULL;

  return charter_sqlite_store_open (path, &open) == NULL &&
         charter_sqlite_store_create (other, &create) == NULL &&
         g_error_matches (open, CHARTER_ERROR, CHARTER_ERROR_STORE) &&
         g_error_matches (create, CHARTER_ERROR, CHARTER_ERROR_STORE) &&
         strstr (open->message, "may not be read") != NULL &&
         strstr (create->message, "cannot be created") != NULL;
}

CHARTER_TEST (sqlite_files, forbidden)
{
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  g_chmod (place.path, 0);
  g_chmod (place.directory, 0555);
  cr_assert (in_child (is_forbidden, place.path));
  place_clear (&place);
}

CHARTER_TEST (sqlite_files, opened_for_reading)
{
  g_autoptr(GError) append = NULL;
  g_autoptr(GError) erase = NULL;
  static const char *const pointers[] = { "/data/text", NULL };
  g_autoptr(CharterSqliteStore) store = NULL;
  g_autofree char *path = NULL;
  gboolean read_only;
  CharterStore *writer;
  Place place;

  place_init (&place);
  make_record (place.path, 2);
  writer = open_at (place.path);
  cr_assert (!charter_sqlite_store_get_read_only (CHARTER_SQLITE_STORE (writer)));
  store = charter_sqlite_store_open_read_only (place.path, NULL);
  g_object_get (store, "path", &path, "read-only", &read_only, NULL);
  charter_assert_str (path, place.path);
  cr_assert (read_only);

  must_append (writer, 2, NULL);
  cr_assert (count_entries (CHARTER_STORE (store)) == 3, "it sees what others append");
  cr_assert (!append_at (CHARTER_STORE (store), 3, NULL, &append));
  charter_assert_error (append, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY);
  cr_assert (!charter_store_erase_openings (CHARTER_STORE (store), 1, pointers, &erase));
  charter_assert_error (erase, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY);
  g_object_unref (writer);
  g_clear_object (&store);
  place_clear (&place);
}

/* Interrupted writes */

/* Leaves a hot journal: a transaction larger than the cache, never ended. */
static gboolean
die_in_transaction (gpointer path)
{
  sqlite3 *db = raw_open (path);

  sqlite3_exec (db,
                "PRAGMA cache_size = 2; BEGIN IMMEDIATE;"
                "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
                "INSERT INTO entry SELECT 1, i, 'e-' || i, 'leaf ' || i || zeroblob (0) FROM n;"
                "UPDATE entry SET leaf = 'overwritten' WHERE seq = 1", NULL, NULL, NULL);
  _exit (0);
}

static void
interrupt (Place *place)
{
  g_autofree char *journal = g_strconcat (place->path, "-journal", NULL);

  make_record (place->path, 3);
  g_chmod (place->directory, 0777);
  g_chmod (place->path, 0666);
  cr_assert (in_child (die_in_transaction, place->path));
  cr_assert (g_file_test (journal, G_FILE_TEST_EXISTS));
  cr_assert (g_chmod (journal, 0666) == 0);
}

CHARTER_TEST (sqlite_files, hot_journal)
{
  Place place;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterSqliteStore) store = NULL;

      place_init (&place);
      interrupt (&place);
      store = i == 0 ? charter_sqlite_store_open (place.path, &error)
                     : charter_sqlite_store_open_read_only (place.path, &error);
      charter_assert_no_error (error);
      cr_assert (count_entries (CHARTER_STORE (store)) == 3);
      g_clear_object (&store);
      place_clear (&place);
    }
}

static gboolean
needs_leave (gpointer path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterSqliteStore) store = charter_sqlite_store_open_read_only (path, &error);

  return store == NULL && g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY) &&
         strstr (error->message, "must be undone first") != NULL;
}

CHARTER_TEST (sqlite_files, hot_journal_read_only)
{
  Place place;

  place_init (&place);
  interrupt (&place);
  g_chmod (place.path, 0444);
  cr_assert (in_child (needs_leave, place.path));
  place_clear (&place);
}

/* Other programs may have switched it to a write-ahead log; we switch it back. */
CHARTER_TEST (sqlite_files, write_ahead_log)
{
  g_autofree char *data = NULL;
  CharterStore *store;
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  raw_run (place.path, "PRAGMA journal_mode = WAL");
  store = open_at (place.path);
  must_append (store, 3, NULL);
  cr_assert (count_entries (store) == 4);
  g_object_unref (store);
  cr_assert (g_file_get_contents (place.path, &data, NULL, NULL));
  cr_assert (data[18] == 1 && data[19] == 1);
  place_clear (&place);
}
