/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter-error.h>
#include <charter/charter-memory-store.h>
#include <charter/charter-sqlite-store.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "record/charter-leaf-private.h"

#define SALT "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
#define OPENING(pointer, seq, value) \
  "{\"pointer\":\"" pointer "\",\"salt\":\"" SALT "\",\"seq\":" seq ",\"value\":" value "}"

/* Behaviour that every store must show */

static const char *const nothing[] = { NULL };

static void
append_one (CharterStore *store,
            gint64        expected)
{
  g_autofree char *id = g_strdup_printf ("e-%d", (int) expected + 1);
  g_autofree char *leaf = g_strdup_printf ("leaf %d", (int) expected + 1);
  g_autofree char *head = g_strdup_printf ("head %d", (int) expected + 1);
  const char *const ids[] = { id, NULL };
  const char *const leaves[] = { leaf, NULL };
  g_autoptr(GError) error = NULL;

  cr_assert (charter_store_append (store, expected, ids, leaves, nothing, head, &error), "%s",
             error != NULL ? error->message : "");
  charter_assert_no_error (error);
}

static void
append_openings (CharterStore *store)
{
  static const char *const ids[] = { "e-1", "e-2", "e-3", NULL };
  static const char *const leaves[] = { "leaf 1", "leaf 2", "leaf 3", NULL };
  static const char *const openings[] = {
    OPENING ("/data/b", "1", "\"b1\""), OPENING ("/data/a", "3", "\"a3\""),
    OPENING ("/data/a", "1", "\"a1\""), OPENING ("/data/c/10/x", "3", "\"c10\""),
    OPENING ("/data/c/2/x", "3", "{\"z\":[1]}"), NULL
  };
  g_autoptr(GError) error = NULL;

  cr_assert (charter_store_append (store, 0, ids, leaves, openings, "head 3", &error), "%s",
             error != NULL ? error->message : "");
}

static void
expect_leaves (CharterStore *store,
               gint64        first,
               gint64        last,
               const char   *joined)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) leaves = charter_store_read_leaves (store, first, last, &error);
  g_autofree char *text = NULL;

  charter_assert_no_error (error);
  text = g_strjoinv ("|", leaves);
  charter_assert_str (text, joined);
}

static void
expect_openings (CharterStore *store,
                 gint64        first,
                 gint64        last,
                 const char   *joined)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) openings = charter_store_read_openings (store, first, last, &error);
  g_autofree char *text = NULL;

  charter_assert_no_error (error);
  text = g_strjoinv ("|", openings);
  charter_assert_str (text, joined);
}

static void
expect_head (CharterStore *store,
             const char   *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *head = charter_store_dup_head (store, &error);

  charter_assert_no_error (error);
  charter_assert_str (head, expected);
}

static void
expect_found (CharterStore *store,
              const char   *id,
              gint64        expected)
{
  g_autoptr(GError) error = NULL;
  gint64 seq = charter_store_find_entry (store, id, &error);

  charter_assert_no_error (error);
  cr_assert (seq == expected, "%s: %d", id, (int) seq);
}

static void
behave_empty (CharterStore *store)
{
  expect_head (store, "");
  expect_leaves (store, 1, G_MAXINT64, "");
  expect_openings (store, 1, G_MAXINT64, "");
  expect_found (store, "e-1", 0);
  expect_found (store, "", 0);
}

static void
behave_append (CharterStore *store)
{
  for (gint64 i = 0; i < 5; i++)
    append_one (store, i);
  expect_head (store, "head 5");
  expect_leaves (store, 1, G_MAXINT64, "leaf 1|leaf 2|leaf 3|leaf 4|leaf 5");
  expect_leaves (store, 2, 4, "leaf 2|leaf 3|leaf 4");
  expect_leaves (store, 5, 5, "leaf 5");
  expect_leaves (store, 6, 9, "");
  expect_leaves (store, 4, 3, "");
  expect_leaves (store, G_MAXINT64, G_MAXINT64, "");
  expect_found (store, "e-1", 1);
  expect_found (store, "e-5", 5);
  expect_found (store, "e-6", 0);
  expect_found (store, "e-5 ", 0);
}

static void
behave_openings (CharterStore *store)
{
  append_openings (store);
  expect_head (store, "head 3");
  expect_openings (store, 1, 1, OPENING ("/data/a", "1",
                                         "\"a1\"") "|" OPENING ("/data/b", "1", "\"b1\""));
  expect_openings (store, 2, 2, "");
  expect_openings (store, 2, 9,
                   OPENING ("/data/a", "3", "\"a3\"") "|" OPENING ("/data/c/10/x", "3",
                                                                   "\"c10\"") "|"
                   OPENING ("/data/c/2/x", "3", "{\"z\":[1]}"));
}

static void
behave_erase (CharterStore *store)
{
  static const char *const pointers[] = { "/data/a", "/data/c/2/x", "/data/none", NULL };
  g_autoptr(GError) error = NULL;

  append_openings (store);
  cr_assert (charter_store_erase_openings (store, 3, pointers, &error));
  charter_assert_no_error (error);
  expect_openings (store, 1, 9,
                   OPENING ("/data/a", "1", "\"a1\"") "|" OPENING ("/data/b", "1", "\"b1\"") "|"
                   OPENING ("/data/c/10/x", "3", "\"c10\""));
  cr_assert (charter_store_erase_openings (store, 3, pointers, &error), "erasing again");
  cr_assert (charter_store_erase_openings (store, 77, pointers, &error));
  cr_assert (charter_store_erase_openings (store, 1, nothing, &error));
  expect_leaves (store, 1, 9, "leaf 1|leaf 2|leaf 3");
  expect_head (store, "head 3");
  append_one (store, 3);
  expect_leaves (store, 4, 9, "leaf 4");
}

static void
refuse (CharterStore        *store,
        gint64               expected,
        const char *const   *ids,
        const char *const   *leaves,
        const char *const   *openings,
        CharterError         code)
{
  g_autoptr(GError) error = NULL;

  cr_assert (!charter_store_append (store, expected, ids, leaves, openings, "bad head", &error));
  charter_assert_error (error, CHARTER_ERROR, (int) code);
  expect_head (store, "head 3");
  expect_leaves (store, 1, 9, "leaf 1|leaf 2|leaf 3");
  expect_openings (store, 4, 9, "");
}

static void
behave_refuse (CharterStore *store)
{
  static const char *const one[] = { "e-4", NULL };
  static const char *const two[] = { "e-4", "e-5", NULL };
  static const char *const taken[] = { "e-4", "e-2", NULL };
  static const char *const twice[] = { "e-4", "e-4", NULL };
  static const char *const leaf[] = { "leaf 4", NULL };
  static const char *const leaves[] = { "leaf 4", "leaf 5", NULL };
  static const char *const bad[][3] = {
    { "no opening", NULL }, { "{}", NULL }, { OPENING ("/data/a", "3", "1"), NULL },
    { OPENING ("/data/a", "5", "1"), NULL }, { OPENING ("/data/a", "4", "1"),
                                               OPENING ("/data/a", "4", "2"), NULL },
  };

  append_openings (store);
  refuse (store, 2, one, leaf, nothing, CHARTER_ERROR_STALE);
  refuse (store, 0, one, leaf, nothing, CHARTER_ERROR_STALE);
  refuse (store, 4, one, leaf, nothing, CHARTER_ERROR_STALE);
  refuse (store, 3, taken, leaves, nothing, CHARTER_ERROR_ID_REUSED);
  refuse (store, 3, twice, leaves, nothing, CHARTER_ERROR_ID_REUSED);
  refuse (store, 3, two, leaf, nothing, CHARTER_ERROR_VALUE);
  refuse (store, 3, one, leaves, nothing, CHARTER_ERROR_VALUE);
  refuse (store, 3, nothing, nothing, nothing, CHARTER_ERROR_VALUE);
  refuse (store, -1, one, leaf, nothing, CHARTER_ERROR_VALUE);
  refuse (store, G_MAXINT64, one, leaf, nothing, CHARTER_ERROR_VALUE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    refuse (store, 3, one, leaf, bad[i], CHARTER_ERROR_VALUE);
  append_one (store, 3);
  expect_leaves (store, 4, 9, "leaf 4");
}

static void
behave_ranges (CharterStore *store)
{
  static const gint64 wrong[] = { 0, -1, G_MININT64 };

  append_one (store, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) leaves = NULL;
      g_autoptr(GError) openings = NULL;
      g_autoptr(GError) erase = NULL;

      cr_assert (charter_store_read_leaves (store, wrong[i], 1, &leaves) == NULL);
      charter_assert_error (leaves, CHARTER_ERROR, CHARTER_ERROR_VALUE);
      cr_assert (charter_store_read_openings (store, wrong[i], 1, &openings) == NULL);
      charter_assert_error (openings, CHARTER_ERROR, CHARTER_ERROR_VALUE);
      cr_assert (!charter_store_erase_openings (store, wrong[i], nothing, &erase));
      charter_assert_error (erase, CHARTER_ERROR, CHARTER_ERROR_VALUE);
    }
  expect_leaves (store, 1, -5, "");
}

/* Nothing is done to the texts. */
static void
behave_texts (CharterStore *store)
{
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  const char *const ids[] = { "e-1", "e-2", "e-3", "e-4", NULL };
  const char *const leaves[] = { "", " '\"; DROP TABLE entry; --\n\t", "Zoë 🙂 \xef\xbf\xbf", large,
                                 NULL };
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) read = NULL;

  cr_assert (charter_store_append (store, 0, ids, leaves, NULL, "' or 1", &error));
  expect_head (store, "' or 1");
  read = charter_store_read_leaves (store, 1, 9, &error);
  cr_assert (g_strv_equal ((const char *const *) read, leaves));
}

static void
behave_many (CharterStore *store)
{
  gint64 seq = 0;

  for (guint batch = 1; batch <= 20; batch++)
    {
      g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
      g_autoptr(GStrvBuilder) leaves = g_strv_builder_new ();
      g_auto(GStrv) id_list = NULL;
      g_auto(GStrv) leaf_list = NULL;
      g_autoptr(GError) error = NULL;

      for (guint i = 0; i < batch * 10; i++)
        {
          g_autofree char *id = g_strdup_printf ("x%d", (int) (seq + i) * 7919 % 100003);
          g_autofree char *leaf = g_strdup_printf ("%d", (int) (seq + i + 1));

          g_strv_builder_add (ids, id);
          g_strv_builder_add (leaves, leaf);
        }
      id_list = g_strv_builder_end (ids);
      leaf_list = g_strv_builder_end (leaves);
      cr_assert (charter_store_append (store, seq, (const char *const *) id_list,
                                       (const char *const *) leaf_list,
                                       NULL, "h", &error));
      seq += batch * 10;
    }
  for (gint64 first = 1; first <= seq; first += 333)
    {
      g_auto(GStrv) leaves = charter_store_read_leaves (store, first, first + 332, NULL);

      for (guint i = 0; leaves[i] != NULL; i++)
        cr_assert (g_ascii_strtoll (leaves[i], NULL, 10) == first + i);
    }
  expect_found (store, "x0", 1);
  expect_found (store, "x7919", 2);
}

static void (*const behaviours[]) (CharterStore *) = {
  behave_empty, behave_append, behave_openings, behave_erase, behave_refuse, behave_ranges,
  behave_texts,
  behave_many,
};

CHARTER_TEST (store, memory)
{
  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autoptr(CharterMemoryStore) store = charter_memory_store_new ();

      behaviours[i] (CHARTER_STORE (store));
    }
}

CHARTER_TEST (store, sqlite)
{
  g_autofree char *directory = g_dir_make_tmp ("charter-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autofree char *path = g_build_filename (directory, "a.charter", NULL);
      g_autoptr(GError) error = NULL;
      CharterSqliteStore *store = charter_sqlite_store_create (path, &error);

      cr_assert (store != NULL, "%s", error != NULL ? error->message : "");
      behaviours[i] (CHARTER_STORE (store));
      g_object_unref (store);
      store = charter_sqlite_store_open (path, &error);
      cr_assert (store != NULL, "%s", error != NULL ? error->message : "");
      g_object_unref (store);
      g_unlink (path);
    }
  g_rmdir (directory);
}

/* A store that fails as scripts do */

#define TEST_TYPE_STORE (test_store_get_type ())
G_DECLARE_FINAL_TYPE (TestStore, test_store, TEST, STORE, GObject)

typedef enum
{
  SILENT,        /* FALSE, NULL or -1 without an error */
  SPEAKING,      /* with an error */
  CONFUSED       /* success with an error */
} Manner;

struct _TestStore
{
  GObject parent_instance;
  Manner  manner;
};

static void test_store_iface_init (CharterStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestStore, test_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CHARTER_TYPE_STORE, test_store_iface_init))

static gboolean
misbehave (CharterStore  *store,
           GError       **error)
{
  Manner manner = TEST_STORE (store)->manner;

  if (manner != SILENT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "As the script says");

  return manner == CONFUSED;
}

static char *
test_dup_head (CharterStore  *store,
               GError       **error)
{
  return misbehave (store, error) ? g_strdup ("head") : NULL;
}

static gboolean
test_append (CharterStore        *store,
             gint64               expected,
             const char * const  *ids,
             const char * const  *leaves,
             const char * const  *openings,
             const char          *head,
             GError             **error)
{
  cr_assert (openings != NULL);

  return misbehave (store, error);
}

static GStrv
test_read (CharterStore  *store,
           gint64         first,
           gint64         last,
           GError       **error)
{
  return misbehave (store, error) ? g_strsplit ("a b", " ", -1) : NULL;
}

static gint64
test_find_entry (CharterStore  *store,
                 const char    *id,
                 GError       **error)
{
  return misbehave (store, error) ? 5 : -1;
}

static gboolean
test_erase_openings (CharterStore        *store,
                     gint64               seq,
                     const char * const  *pointers,
                     GError             **error)
{
  return misbehave (store, error);
}

static void
test_store_iface_init (CharterStoreInterface *iface)
{
  iface->dup_head = test_dup_head;
  iface->append = test_append;
  iface->read_leaves = test_read;
  iface->read_openings = test_read;
  iface->find_entry = test_find_entry;
  iface->erase_openings = test_erase_openings;
}

static void
test_store_class_init (TestStoreClass *klass)
{
}

static void
test_store_init (TestStore *self)
{
}

static void
expect_failure (GError **error,
                GQuark   domain,
                int      code,
                guint    line)
{
  cr_assert (g_error_matches (*error, domain, code), "line %u: %s", line,
             *error != NULL ? (*error)->message : "no error");
  cr_assert (strlen ((*error)->message) > 10);
  g_clear_error (error);
}

#define EXPECT_FAILURE() expect_failure (&error, domain, code, __LINE__)

static void
expect_every_failure (CharterStore *store,
                      GQuark        domain,
                      int           code)
{
  static const char *const one[] = { "x", NULL };
  GError *error = NULL;

  cr_assert (charter_store_dup_head (store, &error) == NULL);
  EXPECT_FAILURE ();
  cr_assert (!charter_store_append (store, 0, one, one, one, "h", &error));
  EXPECT_FAILURE ();
  cr_assert (!charter_store_append (store, 0, one, one, NULL, "h", &error));
  EXPECT_FAILURE ();
  cr_assert (charter_store_read_leaves (store, 1, 2, &error) == NULL);
  EXPECT_FAILURE ();
  cr_assert (charter_store_read_openings (store, 1, 2, &error) == NULL);
  EXPECT_FAILURE ();
  cr_assert (charter_store_find_entry (store, "x", &error) == -1);
  EXPECT_FAILURE ();
  cr_assert (!charter_store_erase_openings (store, 1, one, &error));
  EXPECT_FAILURE ();
  cr_assert (!charter_store_erase_openings (store, 1, NULL, &error));
  EXPECT_FAILURE ();

  /* Nor may a caller who does not ask for the error come to harm. */
  cr_assert (!charter_store_append (store, 0, one, one, NULL, "h", NULL));
  cr_assert (charter_store_read_leaves (store, 1, 2, NULL) == NULL);
}

CHARTER_TEST (store, failing)
{
  g_autoptr(TestStore) store = g_object_new (TEST_TYPE_STORE, NULL);

  store->manner = SILENT;
  expect_every_failure (CHARTER_STORE (store), CHARTER_ERROR, CHARTER_ERROR_STORE);
  store->manner = SPEAKING;
  expect_every_failure (CHARTER_STORE (store), G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  store->manner = CONFUSED;
  expect_every_failure (CHARTER_STORE (store), G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
}

/* A store that lacks every function, and one that was never opened */

#define BARE_TYPE_STORE (bare_store_get_type ())
G_DECLARE_FINAL_TYPE (BareStore, bare_store, BARE, STORE, GObject)

struct _BareStore
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (BareStore, bare_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CHARTER_TYPE_STORE, NULL))

static void
bare_store_class_init (BareStoreClass *klass)
{
}

static void
bare_store_init (BareStore *self)
{
}

CHARTER_TEST (store, bare)
{
  g_autoptr(BareStore) store = g_object_new (BARE_TYPE_STORE, NULL);

  expect_every_failure (CHARTER_STORE (store), CHARTER_ERROR, CHARTER_ERROR_STORE);
}

CHARTER_TEST (store, never_opened)
{
  static const char *const one[] = { "x", NULL };
  g_autoptr(CharterSqliteStore) store = g_object_new (CHARTER_TYPE_SQLITE_STORE, NULL);
  g_autoptr(GError) append = NULL;
  g_autoptr(GError) head = NULL;
  g_autoptr(GError) find = NULL;

  cr_assert (!charter_store_append (CHARTER_STORE (store), 0, one, one, NULL, "h", &append));
  charter_assert_error (append, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (charter_store_dup_head (CHARTER_STORE (store), &head) == NULL);
  charter_assert_error (head, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (charter_store_find_entry (CHARTER_STORE (store), "x", &find) == -1);
  charter_assert_error (find, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (charter_sqlite_store_get_path (store) == NULL);
}
