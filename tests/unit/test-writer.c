/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-json-test.h"

#include <charter/charter-json.h>

static void
check_text (CharterBuilder *builder,
            const char     *expected)
{
  g_autofree char *text = charter_builder_to_text (builder);

  charter_assert_str (text, expected);
}

CHARTER_TEST (writer, every_kind_of_value)
{
  g_autoptr(CharterBuilder) b = charter_builder_new ();
  const char *const words[] = { "a", "b", NULL };

  charter_builder_begin_object (b);
  charter_builder_set_string (b, "string", "x");
  charter_builder_set_string (b, "none", NULL);
  charter_builder_set_integer (b, "integer", -42);
  charter_builder_set_integer (b, "smallest", G_MININT64);
  charter_builder_set_integer (b, "largest", G_MAXINT64);
  charter_builder_set_boolean (b, "yes", TRUE);
  charter_builder_set_boolean (b, "no", FALSE);
  charter_builder_set_fraction (b, "half", &CHARTER_FRACTION (7, 2));
  charter_builder_set_fraction (b, "whole", &CHARTER_FRACTION (7, 1));
  charter_builder_set_strv (b, "words", words);
  charter_builder_set_strv (b, "no-words", NULL);
  charter_builder_key (b, "list");
  charter_builder_begin_array (b);
  charter_builder_null (b);
  charter_builder_integer (b, 0);
  charter_builder_begin_object (b);
  charter_builder_end (b);
  charter_builder_begin_array (b);
  charter_builder_end (b);
  charter_builder_end (b);
  charter_builder_end (b);

  check_text (b, "{\"half\":\"7/2\",\"integer\":-42,\"largest\":9223372036854775807,"
              "\"list\":[null,0,{},[]],\"no\":false,\"no-words\":[],\"none\":null,"
              "\"smallest\":-9223372036854775808,\"string\":\"x\",\"whole\":7,"
              "\"words\":[\"a\",\"b\"],\"yes\":true}");
  cr_assert (charter_builder_get_root (b)->length == 12);
}

CHARTER_TEST (writer, a_value_alone)
{
  g_autoptr(CharterBuilder) b = charter_builder_new ();

  charter_builder_string (b, "alone");
  check_text (b, "\"alone\"");
}

CHARTER_TEST (writer, escapes_are_the_shortest)
{
  g_autoptr(CharterBuilder) b = charter_builder_new ();
  GString *quoted = g_string_new (NULL);

  charter_builder_begin_array (b);
  charter_builder_string (b, "\b\t\n\f\r\"\\/");
  charter_builder_string (b, "\x01\x07\x0b\x0e\x1f\x7f");
  charter_builder_string (b, "<>&'é€😀\u2028\ufeff");
  charter_builder_end (b);
  check_text (b, "[\"\\b\\t\\n\\f\\r\\\"\\\\/\",\"\\u0001\\u0007\\u000b\\u000e\\u001f\x7f\","
              "\"<>&'é€😀\u2028\ufeff\"]");

  charter_json_append_string (quoted, "a\"b\n");
  charter_assert_str (quoted->str, "\"a\\\"b\\n\"");
  g_string_free (quoted, TRUE);
}

CHARTER_TEST (writer, members_are_sorted_by_utf16)
{
  /* The example of RFC 8785, section 3.2.3. */
  g_autoptr(CharterBuilder) b = charter_builder_new ();
  static const char *const names[] = {
    "\u20ac", "\r", "\ufb33", "1", "😀", "\xc2\x80", "\u00f6",
  };

  charter_builder_begin_object (b);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    charter_builder_set_integer (b, names[i], (gint64) i);
  charter_builder_end (b);
  check_text (b, "{\"\\r\":1,\"1\":3,\"\xc2\x80\":5,\"\u00f6\":6,\"\u20ac\":0,"
              "\"😀\":4,\"\ufb33\":2}");
}

CHARTER_TEST (writer, nodes_are_taken_in)
{
  g_autoptr(CharterBuilder) b = charter_builder_new ();

  charter_builder_begin_object (b);
  {
    g_autoptr(CharterArena) arena = charter_arena_new ();
    const CharterNode *root = charter_test_read (arena, "{\"z\":{\"k\":[1,2.5,\"s\"]},\"a\":null}");

    charter_builder_set_node (b, "copy", root);
    charter_builder_set_node (b, "part", charter_node_at (root, "/z/k"));
    charter_builder_set_node (b, "none", NULL);
  }
  charter_builder_end (b);
  check_text (b, "{\"copy\":{\"a\":null,\"z\":{\"k\":[1,2.5,\"s\"]}},\"none\":null,"
              "\"part\":[1,2.5,\"s\"]}");
}

CHARTER_TEST (writer, a_node_as_root)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterBuilder) b = charter_builder_new ();

  charter_builder_node (b, charter_node_at (charter_test_read (arena, "{\"a\":[1]}"), "/a"));
  check_text (b, "[1]");
  cr_assert (charter_builder_get_root (b)->key == NULL);
}

CHARTER_TEST (writer, what_is_built_can_move)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root;
  g_autofree char *text = NULL;

  {
    g_autoptr(CharterBuilder) b = charter_builder_new ();

    charter_builder_begin_array (b);
    for (int i = 0; i < 100; i++)
      charter_builder_string (b, "kept");
    charter_builder_end (b);
    root = charter_builder_move_to (b, arena);
  }
  cr_assert (root->length == 100);
  charter_assert_str (charter_node_at (root, "/99")->string, "kept");
}

CHARTER_TEST (writer, decimals)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  static const char *const texts[] = {
    "92.5", "-0.25", "0.00000000000000001", "99999999999999999.9", "0.1", "1.05", "-12.000001",
  };
  CharterFraction third = CHARTER_FRACTION (-1, 3);
  CharterNode node = { .type = CHARTER_NODE_DECIMAL, .span = 1, .fraction = &third };
  g_autofree char *third_text = charter_node_to_text (&node);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = charter_node_to_text (charter_test_read (arena, texts[i]));

      charter_assert_str (text, texts[i]);
    }
  charter_assert_str (third_text, "\"-1/3\"");
}

CHARTER_TEST (writer, pretty)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read (arena, "{\"b\":[1,{\"x\":\"\\n\"}],"
                                               "\"a\":{},\"c\":[]}");
  g_autofree char *text = charter_node_to_pretty (root);
  g_autofree char *scalar = charter_node_to_pretty (charter_node_at (root, "/b/0"));

  charter_assert_str (text, "{\n  \"b\": [\n    1,\n    {\n      \"x\": \"\\n\"\n    }\n  ],\n"
                      "  \"a\": {},\n  \"c\": []\n}\n");
  charter_assert_str (scalar, "1\n");
  cr_assert (charter_node_equal (root, charter_test_read (arena, text)));
}

CHARTER_TEST (writer, text_is_appended)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  GString *out = g_string_new ("x=");

  charter_node_append_text (charter_test_read (arena, "[1]"), out);
  charter_assert_str (out->str, "x=[1]");
  g_string_free (out, TRUE);
}

static void
build_twice (void)
{
  g_autoptr(CharterBuilder) b = charter_builder_new ();
  g_autofree char *text = NULL;

  charter_builder_begin_object (b);
  charter_builder_set_integer (b, "a", 1);
  charter_builder_set_integer (b, "a", 2);
  charter_builder_end (b);
  text = charter_builder_to_text (b);
}

/* Mistakes of our own are loud. */
CHARTER_TEST (writer, a_member_twice_is_critical, .signal = SIGTRAP)
{
  build_twice ();
}

/* Random values */

#define SEED 8785

static char *
random_string (GRand *random)
{
  static const gunichar ranges[][2] = {
    { 0x01, 0x20 }, { 0x20, 0x7f }, { 0x20, 0x7f }, { 0x7f, 0x800 }, { 0x800, 0xd800 },
    { 0xe000, 0x10000 }, { 0x10000, 0x110000 }, { 0x22, 0x23 }, { 0x5c, 0x5d },
  };
  GString *string = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 12);

  for (int i = 0; i < n; i++)
    {
      const gunichar *range = ranges[g_rand_int_range (random, 0, G_N_ELEMENTS (ranges))];
      gint32 c = g_rand_int_range (random, (gint32) range[0], (gint32) range[1]);

      g_string_append_unichar (string, (gunichar) c);
    }

  return g_string_free (string, FALSE);
}

static gint64
random_integer (GRand *random)
{
  const gint64 max = G_GINT64_CONSTANT (9007199254740991);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return g_rand_int_range (random, -10, 10);
    case 1:
      return max - g_rand_int_range (random, 0, 3);
    case 2:
      return -max + g_rand_int_range (random, 0, 3);
    default:
      return ((gint64) g_rand_int (random) << 20 ^ g_rand_int (random)) % max;
    }
}

static void
add_random (CharterBuilder *b,
            GRand          *random,
            int             depth)
{
  int kind = g_rand_int_range (random, depth > 5 ? 2 : 0, 7);
  int n = g_rand_int_range (random, 0, 7);

  if (kind == 0)
    {
      g_autoptr(GTree) names = g_tree_new ((GCompareFunc) strcmp);
      g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

      charter_builder_begin_object (b);
      for (int i = 0; i < n; i++)
        {
          char *name = random_string (random);

          g_ptr_array_add (kept, name);
          if (g_tree_lookup (names, name) != NULL)
            continue;
          g_tree_insert (names, name, name);
          charter_builder_key (b, name);
          add_random (b, random, depth + 1);
        }
      charter_builder_end (b);
    }
  else if (kind == 1)
    {
      charter_builder_begin_array (b);
      for (int i = 0; i < n; i++)
        add_random (b, random, depth + 1);
      charter_builder_end (b);
    }
  else if (kind == 2)
    {
      charter_builder_null (b);
    }
  else if (kind == 3)
    {
      charter_builder_boolean (b, g_rand_boolean (random));
    }
  else if (kind == 4)
    {
      charter_builder_integer (b, random_integer (random));
    }
  else
    {
      g_autofree char *string = random_string (random);

      charter_builder_string (b, string);
    }
}

static const CharterNode *
read_as (CharterArena    *arena,
         const char      *text,
         CharterReadFlags flags)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();

  return charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_RECORD, flags, NULL,
                            problems);
}

/* What is written reads back as the same, in canonical form too; and canonical reading
 * accepts exactly what is written: the same value in another spelling is refused. */
CHARTER_TEST (writer, reading_undoes_writing)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  guint other_spellings = 0;

  g_printerr ("# seed %d\n", SEED);
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(CharterBuilder) b = charter_builder_new ();
      g_autoptr(CharterArena) arena = charter_arena_new ();
      g_autofree char *text = NULL;
      g_autofree char *pretty = NULL;
      g_autofree char *again = NULL;
      const CharterNode *root, *back;

      add_random (b, random, 0);
      root = charter_builder_get_root (b);
      text = charter_node_to_text (root);
      back = read_as (arena, text, CHARTER_READ_CANONICAL);
      cr_assert (back != NULL && charter_node_equal (root, back), "%s", text);
      again = charter_node_to_text (back);
      charter_assert_str (again, text);

      pretty = charter_node_to_pretty (root);
      back = read_as (arena, pretty, CHARTER_READ_NONE);
      cr_assert (back != NULL && charter_node_equal (root, back), "%s", pretty);
      if (strcmp (pretty, text) == 0)
        continue;
      cr_assert (read_as (arena, pretty, CHARTER_READ_CANONICAL) == NULL, "%s", pretty);
      other_spellings++;
    }
  cr_assert (other_spellings == 20000);
}

/* Any change of one byte that still reads as canonical must be what its value is written as. */
CHARTER_TEST (writer, canonical_reading_accepts_only_what_is_written)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED + 1);
  static const char bytes[] = "\"\\/{}[]:, 0123456789-truefalsn\n\tabcdefu\xc3\xa9\xf0\x9f";
  guint accepted = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(CharterBuilder) b = charter_builder_new ();
      g_autoptr(CharterArena) arena = charter_arena_new ();
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      const CharterNode *root;

      add_random (b, random, 3);
      text = charter_builder_to_text (b);
      text[g_rand_int_range (random, 0, (gint32) strlen (text))] =
        bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
      root = read_as (arena, text, CHARTER_READ_CANONICAL);
      if (root == NULL)
        continue;
      again = charter_node_to_text (root);
      charter_assert_str (again, text);
      accepted++;
    }
  cr_assert (accepted > 1000);
}

CHARTER_TEST (writer, canonical_text_of_decimals)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = charter_json_canonicalize ("{\"b\": [92.5, 7], \"a\": -0.25}", &error);

  charter_assert_no_error (error);
  charter_assert_str (text, "{\"a\":\"-1/4\",\"b\":[\"185/2\",7]}");
  cr_assert (charter_json_canonicalize ("{\"a\":1,\"a\":2}", &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_FORMAT);
}
