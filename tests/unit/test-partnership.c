/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* The living partnership: damage, what may be supposed, retries, changes of hands. */

static GStrv
story (void)
{
  g_autofree char *path = charter_test_path ("CHARTER_TEST_DATA", "every-kind.jsonl");
  g_autofree char *text = NULL;

  cr_assert (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static void
tell (CharterPartnership *partnership,
      const GStrv         lines,
      guint               n)
{
  charter_partnership_set_clock (partnership, "2026-02-28T10:00:00Z", NULL);
  for (guint i = charter_partnership_get_head (partnership); i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterEntry) entry = charter_partnership_submit (partnership, lines[i], &error);

      cr_assert (entry != NULL, "%s\n%s", lines[i], error != NULL ? error->message : "");
    }
}

static char *
new_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("charter-XXXXXX", NULL);

  return g_build_filename (folder, "record.charter", NULL);
}

static void
drop (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
make_gap (const char *path,
          guint       seq)
{
  g_autofree char *statement = g_strdup_printf ("DELETE FROM entry WHERE seq = %u", seq);
  sqlite3 *db;

  cr_assert (sqlite3_open (path, &db) == SQLITE_OK);
  cr_assert (sqlite3_exec (db, statement, NULL, NULL, NULL) == SQLITE_OK);
  sqlite3_close (db);
}

CHARTER_TEST (partnership, a_gap_opens_up_to_the_last_good_entry)
{
  g_auto(GStrv) lines = story ();
  g_autofree char *path = new_path ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterPartnership) partnership = charter_partnership_create (path, &error);
  g_autoptr(CharterPartnership) opened = NULL;

  charter_assert_no_error (error);
  tell (partnership, lines, 50);
  g_clear_object (&partnership);
  make_gap (path, 31);
  opened = charter_partnership_open (path, &error);
  charter_assert_no_error (error);
  cr_assert (charter_partnership_get_head (opened) == 30, "%d", (int) charter_partnership_get_head (opened));
  cr_assert (charter_partnership_get_read_only (opened));
  cr_assert (strstr (charter_partnership_get_damage (opened), "31") != NULL, "%s",
             charter_partnership_get_damage (opened));
  cr_assert (charter_partnership_submit (opened, lines[30], &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY);
  g_clear_object (&opened);
  drop (path);
}

/* — what is sealed stays sealed — */

#define CLOSE "[{\"at\":\"2026-02-20T10:00:00Z\",\"by\":\"p-ana\",\"kind\":\"decision-closed\"," \
              "\"data\":{\"decision\":\"name\"}}]"

CHARTER_TEST (partnership, a_secret_vote_cannot_be_closed_by_supposing)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(CharterPartnership) partnership = charter_partnership_new ();
  g_autoptr(CharterView) view = NULL;
  g_autoptr(GError) error = NULL;

  tell (partnership, lines, 59);
  view = charter_partnership_get_view (partnership);
  cr_assert (charter_view_suppose (view, CLOSE, &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
}

CHARTER_TEST (partnership, trying_a_ballot_again_tells_nothing)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(CharterPartnership) partnership = charter_partnership_new ();
  const char *choices[] = { "for", "against", "abstain" };

  tell (partnership, lines, 59);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *data = g_strdup_printf ("\"choice\":\"%s\"", choices[i]);
      g_auto(GStrv) parts = g_strsplit (lines[57], "\"choice\":\"for\"", 2);
      g_autofree char *changed = g_strjoinv (data, parts);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterRefusal) refusal = charter_partnership_try_submission (partnership, changed, &error);

      charter_assert_no_error (error);
      cr_assert (refusal == NULL, "%s: %s", choices[i], charter_refusal_get_message (refusal));
    }
}

CHARTER_TEST (partnership, a_handlers_conflict_is_not_supposed)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(CharterPartnership) partnership = charter_partnership_new ();
  g_autoptr(CharterView) view = NULL;
  const char *handlers[] = { "p-ana", "p-ben", "p-cem" };

  tell (partnership, lines, 82);
  view = charter_partnership_get_view (partnership);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    {
      g_autofree char *entries = g_strdup_printf ("{\"at\":\"2026-02-20T00:00:00Z\",\"kind\":\"concern-assigned\","
                                                  "\"data\":{\"concern\":\"con-1\",\"handler\":\"%s\"}}", handlers[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterView) supposed = charter_view_suppose (view, entries, &error);
      g_autofree char *dump = NULL;

      charter_assert_no_error (error);
      dump = charter_view_dump (supposed);
      cr_assert (strstr (dump, "conflict-free") == NULL);
    }
}

CHARTER_TEST (partnership, an_object_made_by_a_script_is_an_empty_record)
{
  g_autoptr(CharterPartnership) partnership = g_object_new (CHARTER_TYPE_PARTNERSHIP, NULL);
  g_autoptr(CharterEntry) entry = g_object_new (CHARTER_TYPE_ENTRY, NULL);

  cr_assert (charter_partnership_get_head (partnership) == 0);
  cr_assert (charter_partnership_get_title (partnership) == NULL);
  cr_assert (charter_entry_get_id (entry) == NULL && charter_entry_dup_data (entry) == NULL);
}

CHARTER_TEST (partnership, redaction_erases_in_the_file)
{
  g_auto(GStrv) lines = story ();
  g_autofree char *path = new_path (), *bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterPartnership) partnership = charter_partnership_create (path, &error);
  g_autoptr(CharterEntry) entry = NULL;
  gsize length;

  charter_assert_no_error (error);
  tell (partnership, lines, 98);
  entry = charter_partnership_get_entry (partnership, "e-007");
  cr_assert (charter_entry_get_redacted (entry));
  g_clear_object (&entry);
  g_clear_object (&partnership);
  cr_assert (g_file_get_contents (path, &bytes, &length, NULL));
  cr_assert (memmem (bytes, length, "\"Ana\"", 5) != NULL, "another name is still there");
  cr_assert (memmem (bytes, length, "\"Ben\"", 5) == NULL, "the erased name is gone");
  drop (path);
}

/* — a store that fails once — */

#define FLAKY_TYPE_STORE (flaky_store_get_type ())
G_DECLARE_FINAL_TYPE (FlakyStore, flaky_store, FLAKY, STORE, GObject)

struct _FlakyStore
{
  GObject parent_instance;

  CharterStore *inner;
  gboolean      fails;      /* the next reading of openings */
  gboolean      is_short;   /* the next reading of leaves */
};

static char *
flaky_dup_head (CharterStore *store, GError **error)
{
  return charter_store_dup_head (FLAKY_STORE (store)->inner, error);
}

static gboolean
flaky_append (CharterStore *store, gint64 expected, const char *const *ids, const char *const *leaves,
              const char *const *openings, const char *head, GError **error)
{
  return charter_store_append (FLAKY_STORE (store)->inner, expected, ids, leaves, openings, head, error);
}

static GStrv
flaky_read_leaves (CharterStore *store, gint64 first, gint64 last, GError **error)
{
  FlakyStore *self = FLAKY_STORE (store);
  gboolean is_short = self->is_short && first < last;

  self->is_short = FALSE;
  return charter_store_read_leaves (self->inner, first, is_short ? last - 1 : last, error);
}

static GStrv
flaky_read_openings (CharterStore *store, gint64 first, gint64 last, GError **error)
{
  FlakyStore *self = FLAKY_STORE (store);

  if (!self->fails)
    return charter_store_read_openings (self->inner, first, last, error);
  self->fails = FALSE;
  g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_STORE, "The store is locked");
  return NULL;
}

static gint64
flaky_find_entry (CharterStore *store, const char *id, GError **error)
{
  return charter_store_find_entry (FLAKY_STORE (store)->inner, id, error);
}

static gboolean
flaky_erase_openings (CharterStore *store, gint64 seq, const char *const *pointers, GError **error)
{
  return charter_store_erase_openings (FLAKY_STORE (store)->inner, seq, pointers, error);
}

static void
flaky_store_iface_init (CharterStoreInterface *iface)
{
  iface->dup_head = flaky_dup_head;
  iface->append = flaky_append;
  iface->read_leaves = flaky_read_leaves;
  iface->read_openings = flaky_read_openings;
  iface->find_entry = flaky_find_entry;
  iface->erase_openings = flaky_erase_openings;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FlakyStore, flaky_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CHARTER_TYPE_STORE, flaky_store_iface_init))

static void
flaky_store_finalize (GObject *object)
{
  g_clear_object (&FLAKY_STORE (object)->inner);
  G_OBJECT_CLASS (flaky_store_parent_class)->finalize (object);
}

static void
flaky_store_class_init (FlakyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = flaky_store_finalize;
}

static void
flaky_store_init (FlakyStore *self)
{
}

/* Two partnerships over one store; the second sees it through a flaky one. */
typedef struct
{
  CharterPartnership *one, *two;
  FlakyStore         *flaky;
} Pair;

static void
pair_init (Pair       *pair,
           const GStrv lines)
{
  pair->one = charter_partnership_new ();
  tell (pair->one, lines, 20);
  pair->flaky = g_object_new (FLAKY_TYPE_STORE, NULL);
  pair->flaky->inner = g_object_ref (charter_partnership_get_store (pair->one));
  pair->two = charter_partnership_new_for_store (CHARTER_STORE (pair->flaky), NULL);
  tell (pair->one, lines, 26);
}

static void
pair_clear (Pair *pair)
{
  g_clear_object (&pair->one);
  g_clear_object (&pair->two);
  g_clear_object (&pair->flaky);
}

CHARTER_TEST (partnership, a_refresh_that_fails_changes_nothing)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterPartnership) reopened = NULL;
  Pair pair;

  pair_init (&pair, lines);
  pair.flaky->fails = TRUE;
  cr_assert (charter_partnership_refresh (pair.two, &error) == -1);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE);
  cr_assert (charter_partnership_get_head (pair.two) == 20);
  cr_assert (g_list_model_get_n_items (charter_partnership_get_entries (pair.two)) == 20);
  cr_assert (charter_partnership_refresh (pair.two, NULL) == 6);
  tell (pair.two, lines, 28);
  reopened = charter_partnership_new_for_store (charter_partnership_get_store (pair.one), NULL);
  cr_assert (charter_partnership_get_head (reopened) == 28);
  cr_assert (charter_partnership_get_damage (reopened) == NULL);
  pair_clear (&pair);
}

CHARTER_TEST (partnership, a_short_read_is_made_good_by_the_next)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(GError) error = NULL;
  Pair pair;

  pair_init (&pair, lines);
  pair.flaky->is_short = TRUE;
  cr_assert (charter_partnership_refresh (pair.two, &error) == -1);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED);
  cr_assert (charter_partnership_get_read_only (pair.two));
  cr_assert (g_list_model_get_n_items (charter_partnership_get_entries (pair.two))
             == charter_partnership_get_head (pair.two));
  cr_assert (charter_partnership_refresh (pair.two, NULL) == 1);
  cr_assert (!charter_partnership_get_read_only (pair.two));
  tell (pair.two, lines, 27);
  pair_clear (&pair);
}
