/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Published suites: nst/JSONTestSuite and the vectors of RFC 8785 of
 * cyberphone/json-canonicalization, where the folder with them is there. */
#include "charter-json-test.h"

/* Valid JSON that we refuse by policy: members given twice, NUL, minus zero. */
static const char *const by_policy[] = {
  "y_number_minus_zero.json",
  "y_number_negative_zero.json",
  "y_object_duplicated_key.json",
  "y_object_duplicated_key_and_value.json",
  "y_object_escaped_null_in_key.json",
  "y_string_null_escape.json",
  NULL
};

typedef struct
{
  guint accepted;
  guint by_policy;
  guint refused;
  guint free_accepted;
  guint free_refused;
} Verdicts;

static gboolean
is_accepted (const char    *text,
             gsize          length,
             CharterProfile profile,
             CharterError  *code)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  /* Of just this size, so that reading past its end is seen. */
  g_autofree char *exact = g_memdup2 (text, length);
  const CharterNode *root = charter_json_read (arena, exact, length, profile, CHARTER_READ_NONE,
                                               NULL, problems);

  if (root == NULL)
    *code = charter_problems_get (problems, 0)->code;

  return root != NULL;
}

static void
judge (const char *name,
       const char *text,
       gsize       length,
       Verdicts   *verdicts)
{
  CharterError code = CHARTER_ERROR_SYNTAX;
  gboolean accepted = is_accepted (text, length, CHARTER_PROFILE_SYNTAX, &code);

  switch (name[0])
    {
    case 'y':
      if (g_strv_contains (by_policy, name))
        {
          cr_assert (!accepted && code != CHARTER_ERROR_SYNTAX, "%s", name);
          verdicts->by_policy++;
          break;
        }
      cr_assert (accepted, "%s", name);
      verdicts->accepted++;
      break;
    case 'n':
      cr_assert (!accepted, "%s", name);
      verdicts->refused++;
      break;
    default:
      verdicts->free_accepted += accepted ? 1 : 0;
      verdicts->free_refused += accepted ? 0 : 1;
      break;
    }

  /* What the grammar refuses is refused in every profile. */
  if (!accepted)
    {
      cr_assert (!is_accepted (text, length, CHARTER_PROFILE_RECORD, &code), "%s", name);
      cr_assert (!is_accepted (text, length, CHARTER_PROFILE_DATA, &code), "%s", name);
    }
}

CHARTER_TEST (conformance, json_test_suite)
{
  g_autofree char *path = charter_test_path ("CHARTER_SHARED", "conformance/json/test_parsing");
  g_autoptr(GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  Verdicts verdicts = { 0 };
  const char *name;

  if (dir == NULL)
    {
      g_printerr ("# absent: conformance/json/test_parsing\n");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      cr_assert (g_file_get_contents (file, &text, &length, NULL), "%s", name);
      judge (name, text, length, &verdicts);
    }

  g_printerr ("# JSONTestSuite: %u accepted, %u right by policy, %u refused; of the free ones %u "
              "accepted, %u refused\n", verdicts.accepted, verdicts.by_policy, verdicts.refused,
              verdicts.free_accepted, verdicts.free_refused);
  cr_assert (verdicts.by_policy == 6);
  cr_assert (verdicts.accepted + verdicts.by_policy + verdicts.refused == 283);
}

static void
check_vector (const char    *name,
              CharterProfile profile,
              const char    *input,
              const char    *expected)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *root = charter_json_read (arena, input, strlen (input), profile,
                                               CHARTER_READ_NONE, NULL, problems);
  const CharterNode *again;
  g_autofree char *text = NULL;

  cr_assert (root != NULL, "%s", name);
  text = charter_node_to_text (root);
  charter_assert_str (text, expected);

  again = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_RECORD,
                             CHARTER_READ_CANONICAL, NULL, problems);
  cr_assert (again != NULL && charter_node_equal (root, again), "%s", name);
}

/* The one vector with numbers outside of the profile, less these numbers. */
static const char values_input[] =
  "{\n  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
  "  \"literals\": [null, true, false]\n}";
static const char values_output[] =
  "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";

CHARTER_TEST (conformance, canonical_form)
{
  static const char *const names[] = {
    "arrays.json", "french.json", "structures.json", "unicode.json", "values.json", "weird.json",
  };
  guint ran = 0;

  check_vector ("values.json, without its numbers", CHARTER_PROFILE_RECORD, values_input,
                values_output);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *in = g_strconcat ("conformance/jcs/testdata/input/", names[i], NULL);
      g_autofree char *out = g_strconcat ("conformance/jcs/testdata/output/", names[i], NULL);
      g_autofree char *in_path = charter_test_path ("CHARTER_SHARED", in);
      g_autofree char *out_path = charter_test_path ("CHARTER_SHARED", out);
      g_autofree char *input = NULL;
      g_autofree char *output = NULL;
      CharterError code;

      if (in_path == NULL || !g_file_get_contents (in_path, &input, NULL, NULL) ||
          !g_file_get_contents (out_path, &output, NULL, NULL))
        {
          g_printerr ("# absent: %s\n", in);
          continue;
        }
      ran++;
      if (is_accepted (input, strlen (input), CHARTER_PROFILE_RECORD, &code))
        {
          check_vector (names[i], CHARTER_PROFILE_RECORD, input, output);
          g_printerr ("# as RFC 8785 wants it: %s\n", names[i]);
        }
      else if (is_accepted (input, strlen (input), CHARTER_PROFILE_DATA, &code))
        {
          check_vector (names[i], CHARTER_PROFILE_DATA, input, output);
          g_printerr ("# outside of the record profile (a decimal), right in the data profile: "
                      "%s\n", names[i]);
        }
      else
        {
          cr_assert (code == CHARTER_ERROR_VALUE && strcmp (names[i], "values.json") == 0,
                     "%s", names[i]);
          g_printerr ("# outside of both profiles (exponents), tested without its numbers: %s\n",
                      names[i]);
        }
    }
  cr_assert (ran == 0 || ran == G_N_ELEMENTS (names));
}
