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
