/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "base/charter-arena-private.h"

#include <string.h>

CHARTER_TEST (arena, memory_is_aligned_and_apart)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  guint8 *pieces[500];

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      pieces[i] = charter_arena_alloc (arena, i);
      cr_assert ((gsize) pieces[i] % 8 == 0);
      memset (pieces[i], (int) (i % 251), i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      for (gsize j = 0; j < i; j++)
        cr_assert (pieces[i][j] == i % 251, "piece %zu", i);
    }
}

CHARTER_TEST (arena, large_pieces_fit)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  char *small = charter_arena_strndup (arena, "before", 6);
  char *large = charter_arena_alloc (arena, 10 * 1024 * 1024);

  memset (large, 'x', 10 * 1024 * 1024);
  charter_assert_str (small, "before");
  cr_assert (charter_arena_get_size (arena) >= 10 * 1024 * 1024);
}

CHARTER_TEST (arena, strings_end_with_nul)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();

  charter_assert_str (charter_arena_strndup (arena, "partnership", 7), "partner");
  charter_assert_str (charter_arena_strndup (arena, "", 0), "");
}

CHARTER_TEST (arena, newest_can_be_given_back)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  char *first = charter_arena_alloc (arena, 1000);
  char *second, *third;

  charter_arena_shrink (arena, first, 1000, 16);
  second = charter_arena_alloc (arena, 8);
  cr_assert (second == first + 16);
  third = charter_arena_alloc (arena, 100);
  /* Not the newest any more: nothing happens. */
  charter_arena_shrink (arena, second, 8, 0);
  cr_assert ((char *) charter_arena_alloc (arena, 8) > third);
}

CHARTER_TEST (arena, lives_until_the_last_reference_goes)
{
  CharterArena *arena = charter_arena_new ();
  char *text = charter_arena_strndup (arena, "kept", 4);

  charter_arena_ref (arena);
  charter_arena_unref (arena);
  charter_assert_str (text, "kept");
  charter_arena_unref (arena);
}

CHARTER_TEST (arena, many_small_pieces_need_few_blocks)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();

  for (int i = 0; i < 100000; i++)
    charter_arena_alloc (arena, 40);
  cr_assert (charter_arena_get_size (arena) < 100000 * 40 * 11 / 10 + 300000);
}
