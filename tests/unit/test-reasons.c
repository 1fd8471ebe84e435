/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "base/charter-reasons-private.h"
#include "format/charter-json-writer-private.h"
#include "permit/charter-permit-private.h"
#include "state/charter-view-private.h"

#include <charter/charter-reason.h>

static const CharterReasonType plain = { "plain", "Nothing to fill in." };
static const CharterReasonType filled = { "filled",
                                          "{0} of {1}, and {0} again; {9} and {x} and {2" };

CHARTER_TEST (reasons, tree)
{
  g_autoptr(CharterReasons) reasons = charter_reasons_new ();
  CharterReasonId a = charter_reasons_add (reasons, 0, &plain, NULL, NULL);
  CharterReasonId b = charter_reasons_add (reasons, 0, &plain, "respect", NULL);
  CharterReasonId c = charter_reasons_add (reasons, a, &plain, NULL, NULL);

  cr_assert (charter_reasons_count (reasons) == 3);
  cr_assert (charter_reasons_first (reasons, 0) == a && charter_reasons_next (reasons, a) == b);
  cr_assert (charter_reasons_next (reasons, b) == 0 && charter_reasons_first (reasons, a) == c);
  cr_assert (charter_reasons_first (reasons, c) == 0);
  charter_assert_str (charter_reasons_code (reasons, b), "plain");
  charter_assert_str (charter_reasons_clause (reasons, b), "respect");
  charter_assert_str (charter_reasons_clause (reasons, a), NULL);
}

CHARTER_TEST (reasons, copied_under_another)
{
  g_autoptr(CharterReasons) reasons = charter_reasons_new (), other = charter_reasons_new ();
  CharterReasonId top = charter_reasons_add (reasons, 0, &plain, NULL, NULL);
  CharterReasonId a = charter_reasons_add (other, 0, &filled, "respect", "1", "2", NULL);
  CharterReasonId b = charter_reasons_add (other, 0, &plain, NULL, NULL);
  CharterReasonId c = charter_reasons_add (other, a, &plain, NULL, NULL);
  g_autofree char *was = charter_reasons_render (other, a, FALSE), *is = NULL;
  const guint32 *entries;
  guint n;

  charter_reasons_cite (other, c, 9);
  charter_reasons_copy_under (reasons, top, other);
  cr_assert (charter_reasons_count (reasons) == 4 && b != 0);
  a = charter_reasons_first (reasons, top);
  c = charter_reasons_first (reasons, a);
  is = charter_reasons_render (reasons, a, FALSE);
  charter_assert_str (is, was);
  charter_assert_str (charter_reasons_clause (reasons, a), "respect");
  cr_assert (charter_reasons_next (reasons, a) != 0 && charter_reasons_next (reasons, c) == 0);
  entries = charter_reasons_entries (reasons, c, &n);
  cr_assert (n == 1 && entries[0] == 9);
}

CHARTER_TEST (reasons, text)
{
  g_autoptr(CharterReasons) reasons = charter_reasons_new ();
  char borrowed[] = "five";
  CharterReasonId id = charter_reasons_add (reasons, 0, &filled, NULL, borrowed, "{0}", NULL);
  g_autofree char *text = NULL, *translated = NULL;

  borrowed[0] = 'h';
  text = charter_reasons_render (reasons, id, FALSE);
  translated = charter_reasons_render (reasons, id, TRUE);
  charter_assert_str (text, "five of {0}, and five again;  and {x} and {2");
  charter_assert_str (translated, text);
}

CHARTER_TEST (reasons, entries_stand_in_order_each_once)
{
  g_autoptr(CharterReasons) reasons = charter_reasons_new ();
  CharterReasonId a = charter_reasons_add (reasons, 0, &plain, NULL, NULL);
  CharterReasonId b = charter_reasons_add (reasons, 0, &plain, NULL, NULL);
  const guint32 *entries;
  guint n;

  charter_reasons_cite (reasons, a, 7);
  charter_reasons_cite (reasons, b, 1);
  charter_reasons_cite (reasons, a, 3);
  charter_reasons_cite (reasons, a, 7);
  charter_reasons_cite (reasons, a, 5);
  charter_reasons_cite (reasons, b, 0);
  entries = charter_reasons_entries (reasons, a, &n);
  cr_assert (n == 3 && entries[0] == 3 && entries[1] == 5 && entries[2] == 7);
  entries = charter_reasons_entries (reasons, b, &n);
  cr_assert (n == 1 && entries[0] == 1);
}

CHARTER_TEST (reasons, objects)
{
  g_autoptr(CharterReasons) reasons = charter_reasons_new ();
  CharterReasonId a = charter_reasons_add (reasons, 0, &filled, "respect", "1", "2", NULL);
  g_autoptr(GListModel) model = NULL;
  g_autoptr(CharterReason) reason = NULL;
  g_autofree char *code = NULL, *message = NULL, *clause = NULL;
  guint n_entries;

  charter_reasons_cite (reasons, a, 4);
  charter_reasons_add (reasons, a, &plain, NULL, NULL);
  model = charter_reasons_to_model (reasons);
  cr_assert (g_list_model_get_n_items (model) == 1);
  reason = g_list_model_get_item (model, 0);
  g_object_get (reason, "code", &code, "message", &message, "clause", &clause, "n-entries",
                &n_entries, NULL);
  charter_assert_str (code, "filled");
  charter_assert_str (clause, "respect");
  charter_assert_str (message, charter_reason_get_message (reason));
  cr_assert (n_entries == 1 && charter_reason_get_entry (reason, 0) == 4
             && charter_reason_get_entry (reason, 1) == 0);
  cr_assert (g_list_model_get_n_items (charter_reason_get_reasons (reason)) == 1);
}

CHARTER_TEST (reasons, json)
{
  g_autoptr(CharterReasons) reasons = charter_reasons_new ();
  CharterReasonId a = charter_reasons_add (reasons, 0, &plain, "c", NULL);
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autofree char *text = NULL;

  charter_reasons_cite (reasons, a, 2);
  charter_reasons_add (reasons, a, &plain, NULL, NULL);
  charter_reasons_build (reasons, builder);
  text = charter_builder_to_text (builder);
  charter_assert_str (
    text,
    "[{\"clause\":\"c\",\"code\":\"plain\",\"entries\":[2],\"message\":\"Nothing to fill in.\","
    "\"reasons\":[{\"code\":\"plain\",\"entries\":[],\"message\":\"Nothing to fill in.\"}]}]");
}

CHARTER_TEST (reasons, grounds_are_sorted_sentences)
{
  for (guint i = 0; i < charter_n_grounds; i++)
    {
      const char *sentence = charter_grounds[i].sentence;

      cr_assert (i == 0 || strcmp (charter_grounds[i - 1].code, charter_grounds[i].code) < 0, "%s",
                 charter_grounds[i].code);
      cr_assert (g_ascii_isupper (sentence[0]) && g_str_has_suffix (sentence, "."), "%s", sentence);
    }
}
