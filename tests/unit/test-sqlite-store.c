/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "charter-test-store.h"

#include <signal.h>
#include <sys/resource.h>

#include "record/charter-sqlite-private.h"

/* Other users of the file */

static void
expect_locked (CharterStore *store,
               gint64        expected)
{
  g_autoptr(GError) error = NULL;

  cr_assert (!append_at (store, expected, NULL, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (strstr (error->message, "is locked by another program") != NULL, "%s", error->message);
}

CHARTER_TEST (sqlite_store, locked)
{
  static const char *const locks[] = { "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE",
                                       "BEGIN; SELECT * FROM head" };
  static const char *const pointers[] = { "/data/text", NULL };
  CharterStore *store;
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  store = open_at (place.path);
  charter_sqlite_store_set_patience (CHARTER_SQLITE_STORE (store), 30);
  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    {
      sqlite3 *db = raw_open (place.path);

      cr_assert (sqlite3_exec (db, locks[i], NULL, NULL, NULL) == SQLITE_OK);
      expect_locked (store, 3 + i);
      cr_assert (!charter_store_erase_openings (store, 1, pointers, NULL));
      sqlite3_close (db);
      /* Being locked out is no failure of the disk: the next append goes through. */
      must_append (store, 3 + i, NULL);
    }
  cr_assert (count_entries (store) == 6);
  g_object_unref (store);
  place_clear (&place);
}

CHARTER_TEST (sqlite_store, locked_on_opening)
{
  gint64 start = g_get_monotonic_time ();
  sqlite3 *db;
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  db = raw_open (place.path);
  cr_assert (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK);
  expect_open_error (place.path, CHARTER_ERROR_STORE, "is locked by another program");
  cr_assert (g_get_monotonic_time () - start >= 4900000, "it waits five seconds");
  sqlite3_close (db);
  g_object_unref (open_at (place.path));
  place_clear (&place);
}

CHARTER_TEST (sqlite_store, two_handles)
{
  g_autoptr(GError) error = NULL;
  CharterStore *one, *two;
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  one = open_at (place.path);
  two = open_at (place.path);
  must_append (one, 3, NULL);
  cr_assert (!append_at (two, 3, NULL, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_STALE);
  charter_assert_str (error->message,
                      "The record ends at entry 4, not at entry 3; nothing was written. "
                                      "Read what is new and try again");
  must_append (two, 4, NULL);
  must_append (one, 5, NULL);
  cr_assert (count_entries (one) == 6 && count_entries (two) == 6);
  g_object_unref (one);
  g_object_unref (two);
  place_clear (&place);
}

#define WRITERS 4
#define EACH 15

/* Appends as long as others do not come between; every entry knows its writer. */
static void
race (const char *path,
      guint       writer)
{
  /* No assertion here: this is a child of the test's process, and a busy disk is no fault. */
  CharterStore *store = NULL;
  gint64 seq = 0;

  while (store == NULL)
    store = (CharterStore *) charter_sqlite_store_open (path, NULL);
  for (guint done = 0; done < EACH;)
    {
      g_autofree char *id = g_strdup_printf ("w%u-%u", writer, done);
      g_autofree char *leaf = NULL;
      const char *ids[] = { id, NULL };
      const char *leaves[] = { NULL, NULL };
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) more = charter_store_read_leaves (store, seq + 1, G_MAXINT64, &error);

      if (more == NULL)
        continue;
      seq += g_strv_length (more);
      leaf = g_strdup_printf ("leaf %d", (int) seq + 1);
      leaves[0] = leaf;
      if (charter_store_append (store, seq, ids, leaves, NULL, "", &error))
        done++;
      else if (!g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_STALE)
               && strstr (error->message, "locked") == NULL)
        _exit (1);
    }
  g_object_unref (store);
  _exit (0);
}

CHARTER_TEST (sqlite_store, many_writers, .timeout = 120)
{
  CharterStore *store;
  Place place;

  place_init (&place);
  make_record (place.path, 0);
  for (guint i = 0; i < WRITERS; i++)
    {
      if (fork () == 0)
        race (place.path, i);
    }
  for (guint i = 0; i < WRITERS; i++)
    {
      int status;

      cr_assert (wait (&status) > 0 && WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  store = open_at (place.path);
  cr_assert (count_entries (store) == WRITERS * EACH);
  for (guint i = 0; i < WRITERS; i++)
    {
      gint64 before = 0;

      for (guint j = 0; j < EACH; j++)
        {
          g_autofree char *id = g_strdup_printf ("w%u-%u", i, j);
          gint64 seq = charter_store_find_entry (store, id, NULL);

          cr_assert (seq > before);
          before = seq;
        }
    }
  g_object_unref (store);
  place_clear (&place);
}

CHARTER_TEST (sqlite_store, forked)
{
  CharterStore *store;
  int status;
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  store = open_at (place.path);
  if (fork () == 0)
    {
      g_autoptr(GError) append = NULL;
      g_autoptr(GError) read = NULL;
      gboolean good = !append_at (store, 3, NULL, &append) &&
                      g_error_matches (append, CHARTER_ERROR, CHARTER_ERROR_STORE) &&
                      charter_store_dup_head (store, &read) == NULL &&
                      g_error_matches (read, CHARTER_ERROR, CHARTER_ERROR_STORE);

      g_object_unref (store);
      _exit (good ? 0 : 1);
    }
  cr_assert (wait (&status) > 0 && WIFEXITED (status) && WEXITSTATUS (status) == 0);
  must_append (store, 3, NULL);
  cr_assert (count_entries (store) == 4);
  g_object_unref (store);
  place_clear (&place);
}

/* A file that is no longer where it was: what would be written to it, nobody would find. */
CHARTER_TEST (sqlite_store, moved)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) again = NULL;
      g_autofree char *other = NULL;
      CharterStore *store;
      Place place;

      place_init (&place);
      other = g_build_filename (place.directory, "other", NULL);
      make_record (place.path, 3);
      store = open_at (place.path);
      cr_assert (i == 0 ? g_unlink (place.path) == 0 : g_rename (place.path, other) == 0);
      if (i == 2)
        make_record (place.path, 3);
      cr_assert (!append_at (store, 3, NULL, &error));
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE);
      cr_assert (strstr (error->message, "was moved or deleted") != NULL, "%s", error->message);
      cr_assert (!append_at (store, 3, NULL, &again));
      g_object_unref (store);
      place_clear (&place);
    }
}

/* The disk is full */

/* The file may grow a little more; 1 says that a limit was never met. */
static gboolean
fill_up (gpointer path)
{
  struct rlimit limit = { 120000, 120000 };
  CharterStore *store = open_at (path);
  g_autofree char *value = g_strnfill (3000, 'v');
  gint64 seq = count_entries (store);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) again = NULL;
  gboolean good;

  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return FALSE;
  while (seq < 1000 && append_at (store, seq, value, &error))
    seq++;
  good = seq > 5 && seq < 1000 && g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_STORE) &&
         (strstr (error->message, "disk is full") != NULL ||
          strstr (error->message, "disk reported") != NULL) &&
         !append_at (store, seq, NULL, &again) && strstr (again->message, "open it again") != NULL;
  g_object_unref (store);

  return good;
}

CHARTER_TEST (sqlite_store, disk_full)
{
  CharterStore *store;
  guint before;
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  g_chmod (place.path, 0666);
  g_chmod (place.directory, 0777);
  cr_assert (in_child (fill_up, place.path));

  /* Everything acknowledged is there, and with room it goes on. */
  store = open_at (place.path);
  before = count_entries (store);
  cr_assert (before > 5);
  must_append (store, before, NULL);
  cr_assert (count_entries (store) == before + 1);
  g_object_unref (store);
  place_clear (&place);
}

/* A batch larger than the disk leaves nothing at all. */
static gboolean
fill_at_once (gpointer path)
{
  struct rlimit limit = { 400000, 400000 };
  CharterStore *store = open_at (path);
  g_autofree char *leaf = g_strnfill (3000, 'v');
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) leaves = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  gboolean good;

  for (guint i = 0; i < 3000; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("b-%u", i));
      g_ptr_array_add (leaves, leaf);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (leaves, NULL);
  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return FALSE;
  good = !charter_store_append (store, 3, (const char *const *) ids->pdata,
                                (const char *const *) leaves->pdata,
                                NULL, "h", &error) &&
         g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_STORE);
  g_object_unref (store);

  return good;
}

CHARTER_TEST (sqlite_store, disk_full_in_batch)
{
  g_autofree char *head = NULL;
  CharterStore *store;
  Place place;

  place_init (&place);
  make_record (place.path, 3);
  g_chmod (place.path, 0666);
  g_chmod (place.directory, 0777);
  cr_assert (in_child (fill_at_once, place.path));
  store = open_at (place.path);
  cr_assert (count_entries (store) == 3);
  cr_assert (charter_store_find_entry (store, "b-0", NULL) == 0);
  head = charter_store_dup_head (store, NULL);
  charter_assert_str (head, "head 3");
  g_object_unref (store);
  place_clear (&place);
}

/* Limits */

CHARTER_TEST (sqlite_store, too_large)
{
  g_autofree char *leaf = g_strnfill (5 * 1024 * 1024, 'v');
  const char *const ids[] = { "e-1", "e-2", NULL };
  const char *const leaves[] = { "leaf 1", leaf, NULL };
  g_autoptr(GError) error = NULL;
  CharterStore *store;
  Place place;

  place_init (&place);
  store = create_at (place.path);
  cr_assert (!charter_store_append (store, 0, ids, leaves, NULL, "h", &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
  must_append (store, 0, NULL);
  cr_assert (count_entries (store) == 1);
  g_object_unref (store);
  place_clear (&place);
}

/* A record beyond the size that is checked page by page. */
CHARTER_TEST (sqlite_store, large)
{
  g_autofree char *leaf = g_strnfill (800000, 'v');
  g_autoptr(GError) error = NULL;
  CharterStore *store;
  Place place;

  place_init (&place);
  store = create_at (place.path);
  for (gint64 i = 0; i < 25; i++)
    {
      g_autofree char *id = g_strdup_printf ("e-%d", (int) i);
      const char *const ids[] = { id, NULL };
      const char *const leaves[] = { leaf, NULL };

      cr_assert (charter_store_append (store, i, ids, leaves, NULL, "h", &error));
    }
  g_object_unref (store);
  store = open_at (place.path);
  cr_assert (charter_store_find_entry (store, "e-24", NULL) == 25);
  g_object_unref (store);
  cr_assert (truncate (place.path, 18 * 1024 * 1024) == 0);
  expect_open_error (place.path, CHARTER_ERROR_DAMAGED, "");
  place_clear (&place);
}

/* Erasing */

static void
expect_absent (const char *path,
               GPtrArray  *values)
{
  g_autofree char *data = NULL;
  gsize length;

  cr_assert (g_file_get_contents (path, &data, &length, NULL));
  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);

      cr_assert (memmem (data, length, value, strlen (value)) == NULL, "%s is still in the file",
                 value);
    }
}

static void
erase (CharterStore *store,
       gint64        seq)
{
  static const char *const pointers[] = { "/data/text", NULL };
  g_autoptr(GError) error = NULL;

  cr_assert (charter_store_erase_openings (store, seq, pointers, &error), "%s",
             error != NULL ? error->message : "");
}

/* Appends and erasures in turn, so that rows are moved from page to page in between; no part
 * of what was erased may be left anywhere in the file. */
static void
erase_at_random (guint32 seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) live = g_array_new (FALSE, FALSE, sizeof (gint64));
  CharterStore *store;
  gint64 seq = 0;
  Place place;

  place_init (&place);
  store = create_at (place.path);
  for (guint step = 0; step < 350; step++)
    {
      if (live->len < 5 || g_rand_int_range (random, 0, 3) > 0)
        {
          g_autoptr(GString) value = g_string_new (NULL);
          guint n = g_rand_int_range (random, 1, step % 10 == 0 ? 400 : 12);

          for (guint i = 0; i < n; i++)
            g_string_append_printf (value, "<%d>secret", (int) seq + 1);
          must_append (store, seq, value->str);
          seq++;
          g_array_append_val (live, seq);
        }
      else
        {
          guint index = g_rand_int_range (random, 0, (int) live->len);
          gint64 one = g_array_index (live, gint64, index);

          erase (store, one);
          g_array_remove_index_fast (live, index);
          g_ptr_array_add (gone, g_strdup_printf ("<%d>secret", (int) one));
          expect_absent (place.path, gone);
        }
    }
  cr_assert (count_entries (store) == seq);
  g_object_unref (store);
  expect_absent (place.path, gone);
  store = open_at (place.path);
  for (guint i = 0; i < live->len; i++)
    {
      gint64 one = g_array_index (live, gint64, i);
      g_auto(GStrv) openings = charter_store_read_openings (store, one, one, NULL);

      cr_assert (g_strv_length (openings) == 1);
    }
  g_object_unref (store);
  place_clear (&place);
}

/* Without rewriting the table, these leave a copy of a moved row behind. */
CHARTER_TEST (sqlite_store, erased)
{
  static const guint32 seeds[] = { 19, 22, 26, 31 };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    erase_at_random (seeds[i]);
}
