/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "base/charter-id-private.h"

#include <string.h>

CHARTER_TEST (id, syntax)
{
  static const char *const valid[] = {
    "a", "0", "p-7k3qzm1x0c4d", "a.b_c-d", "9lives", "a--", "a..",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  };
  static const char *const invalid[] = {
    "", "-a", ".a", "_a", "A", "aB", "a b", "a/b", "a:b", "ä", "a\n", "a\\", "..", "a'",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    cr_assert (charter_id_is_valid (valid[i], -1), "\"%s\"", valid[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    cr_assert (!charter_id_is_valid (invalid[i], -1), "\"%s\"", invalid[i]);
  cr_assert (charter_id_is_valid ("ab C", 2));
  cr_assert (!charter_id_is_valid ("ab", 0));
  cr_assert (!charter_id_is_valid ("a\0b", 3));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

CHARTER_TEST (id, drawn_ids_are_valid_and_differ)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint seen[256] = { 0 };

  for (int i = 0; i < 5000; i++)
    {
      char *id = charter_id_draw ("p-");

      cr_assert (strlen (id) == 14 && g_str_has_prefix (id, "p-") && charter_id_is_valid (id, -1));
      for (const char *p = id + 2; *p != '\0'; p++)
        seen[(guchar) *p]++;
      g_ptr_array_add (ids, id);
    }

  g_ptr_array_sort (ids, compare_texts);
  for (guint i = 1; i < ids->len; i++)
    cr_assert (strcmp (g_ptr_array_index (ids, i - 1), g_ptr_array_index (ids, i)) != 0);

  /* 60 000 characters over 36: about 1667 each, with a standard deviation of 40. */
  for (const char *p = "0123456789abcdefghijklmnopqrstuvwxyz"; *p != '\0'; p++)
    cr_assert (seen[(guchar) *p] > 1300 && seen[(guchar) *p] < 2050, "%c came %u times", *p,
               seen[(guchar) *p]);
}

CHARTER_TEST (id, random_bytes_fill_everything)
{
  guint8 bytes[1000] = { 0 };
  guint zeros = 0;

  charter_random_bytes (bytes, sizeof bytes);
  for (gsize i = 0; i < sizeof bytes; i++)
    zeros += bytes[i] == 0 ? 1 : 0;
  cr_assert (zeros < 40);
  charter_random_bytes (bytes, 0);
}

CHARTER_TEST (id, nearest_spelling)
{
  static const char *const words[] = {
    "title", "version", "language", "in-force-from", "id", "source", "commitment", NULL
  };
  static const struct { const char *text, *nearest; } cases[] = {
    { "tittle", "title" }, { "ttile", "title" }, { "Title", "title" }, { "langauge", "language" },
    { "in_force_from", "in-force-from" }, { "inforcefrom", "in-force-from" }, { "ids", "id" },
    { "committment", "commitment" }, { "comitement", "commitment" }, { "sorce", "source" },
    { "x", NULL }, { "", NULL }, { "quorum", NULL }, { "abc", NULL }, { "versions", "version" },
  };
  g_autofree char *endless = g_strnfill (100000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    charter_assert_str (charter_nearest_spelling (cases[i].text, words), cases[i].nearest);
  cr_assert (charter_nearest_spelling (endless, words) == NULL);
}
