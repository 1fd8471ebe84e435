/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-json-test.h"

CHARTER_TEST (node, children_are_walked)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read (arena, "[1,[2,[3]],{},{\"a\":[4]},5]");
  guint n = 0;

  for (const CharterNode *c = charter_node_first (root); c != NULL; c = charter_node_next (root, c))
    n++;
  cr_assert (n == 5 && root->length == 5 && root->span == 11);
  cr_assert (charter_node_first (charter_node_at (root, "/2")) == NULL);
  cr_assert (charter_node_first (charter_node_at (root, "/0")) == NULL);
}

CHARTER_TEST (node, members_are_found)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read (arena, "{\"s\":\"x\",\"i\":7,\"t\":true,\"f\":false,"
                                               "\"n\":null,\"\":1,\"d\":1.5}");

  cr_assert (charter_node_member (root, "i")->integer == 7);
  cr_assert (charter_node_member (root, "") != NULL && charter_node_member (root, "x") == NULL);
  cr_assert (charter_node_member (NULL, "i") == NULL);
  cr_assert (charter_node_member (charter_node_member (root, "s"), "i") == NULL);
  charter_assert_str (charter_node_member_string (root, "s"), "x");
  cr_assert (charter_node_member_string (root, "i") == NULL);
  cr_assert (charter_node_member_string (root, "absent") == NULL);
  cr_assert (charter_node_member_integer (root, "i", -1) == 7);
  cr_assert (charter_node_member_integer (root, "s", -1) == -1);
  cr_assert (charter_node_member_integer (root, "d", -1) == -1);
  cr_assert (charter_node_member_boolean (root, "t", FALSE));
  cr_assert (!charter_node_member_boolean (root, "f", TRUE));
  cr_assert (charter_node_member_boolean (root, "n", TRUE));
  cr_assert (!charter_node_member_boolean (root, "absent", FALSE));
}

CHARTER_TEST (node, list_or_one)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read (arena, "{\"one\":\"a\","
                                               "\"list\":[\"b\",1,\"a\"],\"o\":{}}");

  cr_assert (charter_node_has_string (charter_node_member (root, "one"), "a"));
  cr_assert (!charter_node_has_string (charter_node_member (root, "one"), "b"));
  cr_assert (charter_node_has_string (charter_node_member (root, "list"), "a"));
  cr_assert (!charter_node_has_string (charter_node_member (root, "list"), "c"));
  cr_assert (!charter_node_has_string (charter_node_member (root, "o"), "a"));
  cr_assert (!charter_node_has_string (NULL, "a"));
}

/* The examples of RFC 6901, section 5, and what it refuses. */
CHARTER_TEST (node, pointers)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read (arena, "{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,"
                                               "\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,"
                                               "\"k\\\"l\":6,\" \":7,\"m~n\":8,\"01\":{\"\":9}}");
  static const struct { const char *pointer; gint64 value; } cases[] = {
    { "/", 0 }, { "/a~1b", 1 }, { "/c%d", 2 }, { "/e^f", 3 }, { "/g|h", 4 }, { "/i\\j", 5 },
    { "/k\"l", 6 }, { "/ ", 7 }, { "/m~0n", 8 }, { "/01/", 9 },
  };
  static const char *const absent[] = {
    "foo", "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/-1", "/foo/+1", "/foo/1x", "/foo/",
    "/foo/0/x", "/bar", "/m~n", "/m~", "/m~2n", "/a/b", "//", "/foo/4294967296", "/foo/0/",
  };

  cr_assert (charter_node_at (root, "") == root);
  charter_assert_str (charter_node_at (root, "/foo/0")->string, "bar");
  charter_assert_str (charter_node_at (root, "/foo/1")->string, "baz");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CharterNode *node = charter_node_at (root, cases[i].pointer);

      cr_assert (node != NULL && node->integer == cases[i].value, "%s", cases[i].pointer);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (absent); i++)
    cr_assert (charter_node_at (root, absent[i]) == NULL, "%s", absent[i]);
  cr_assert (charter_node_at (NULL, "") == NULL);
}

CHARTER_TEST (node, equality)
{
  static const struct { const char *a, *b; gboolean equal; } cases[] = {
    { "{\"a\":1,\"b\":[1,2]}", "{\"b\":[1,2],\"a\":1}", TRUE },
    { "{\"a\":{\"x\":1,\"y\":2},\"b\":3}", "{\"b\":3,\"a\":{\"y\":2,\"x\":1}}", TRUE },
    { "[1,2]", "[2,1]", FALSE }, { "[1,2]", "[1,2,3]", FALSE }, { "[]", "{}", FALSE },
    { "{\"a\":1}", "{\"a\":2}", FALSE }, { "{\"a\":1}", "{\"b\":1}", FALSE },
    { "{\"a\":1}", "{\"a\":1,\"b\":1}", FALSE },
    { "{\"a\":1,\"b\":1}", "{\"a\":1,\"c\":1}", FALSE },
    { "92.0", "92", TRUE }, { "92.5", "92.50", TRUE }, { "92.5", "92", FALSE },
    { "\"1\"", "1", FALSE },
    { "true", "false", FALSE }, { "null", "false", FALSE }, { "null", "null", TRUE },
    { "\"a\\u0062\"", "\"ab\"", TRUE }, { "\"a\"", "\"ab\"", FALSE }, { "1", "true", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CharterArena) arena = charter_arena_new ();
      const CharterNode *a = charter_test_read (arena, cases[i].a);
      const CharterNode *b = charter_test_read (arena, cases[i].b);

      cr_assert (charter_node_equal (a, b) == cases[i].equal, "%s %s", cases[i].a, cases[i].b);
      cr_assert (charter_node_equal (b, a) == cases[i].equal, "%s %s", cases[i].b, cases[i].a);
      cr_assert (charter_node_equal (a, a));
    }
  cr_assert (charter_node_equal (NULL, NULL));
}

CHARTER_TEST (node, nothing_equals_only_nothing)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *null = charter_test_read (arena, "null");

  cr_assert (!charter_node_equal (null, NULL) && !charter_node_equal (NULL, null));
}

CHARTER_TEST (node, copies_stand_alone)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterArena) keep = charter_arena_new ();
  const CharterNode *original, *expected;
  CharterNode *copy;

  {
    g_autoptr(CharterArena) source = charter_arena_new ();

    original = charter_test_read (source, "{\"x\":{\"k\":[\"s\",1.5,{\"deep\":null}],\"l\":\"\"}}");
    copy = charter_node_copy (charter_node_at (original, "/x"), keep);
  }
  expected = charter_test_read (arena, "{\"k\":[\"s\",1.5,{\"deep\":null}],\"l\":\"\"}");
  cr_assert (copy->key == NULL && copy->key_length == 0);
  cr_assert (charter_node_equal (copy, expected));
}

CHARTER_TEST (node, keys_compare_by_utf16)
{
  /* Ascending. */
  static const char *const keys[] = {
    "", "a", "aa", "b", "\x7f", "\xc2\x80", "\u07ff", "\u0800", "\ud7ff", "\U00010000",
    "\U0010ffff", "\U0010ffff\ue000", "\U0010ffff\uffff", "\ue000", "\uf000", "\uffff",
    "\uffff\U00010000", "\uffff\ue000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (keys); j++)
        {
          int order = charter_key_compare (keys[i], strlen (keys[i]), keys[j], strlen (keys[j]));

          cr_assert (order == (i < j ? -1 : i > j), "%zu %zu", i, j);
        }
    }
}
