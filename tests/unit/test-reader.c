/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-json-test.h"

#define ACCEPTED -1
#define EIGHT "/0/0/0/0/0/0/0/0"
#define DEEP EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT

/* One case for every class of fault (tests/data/json), in the record profile. */
static const struct
{
  const char *name;
  int         code;
  guint       line, column;
  const char *path;
} cases[] = {
  { "array-closed-wrong", CHARTER_ERROR_SYNTAX, 1, 3, "" },
  { "array-colon", CHARTER_ERROR_SYNTAX, 1, 3, "" },
  { "array-comma-first", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "array-comma-last", CHARTER_ERROR_SYNTAX, 2, 3, "" },
  { "array-comma-missing", CHARTER_ERROR_SYNTAX, 1, 4, "" },
  { "array-comma-twice", CHARTER_ERROR_SYNTAX, 1, 4, "/1" },
  { "array-empty", ACCEPTED, 0, 0, "" },
  { "array-open", CHARTER_ERROR_SYNTAX, 2, 2, "/a" },
  { "array-open-empty", CHARTER_ERROR_SYNTAX, 1, 1, "" },
  { "bracket-after", CHARTER_ERROR_SYNTAX, 1, 4, "" },
  { "byte-order-mark", CHARTER_ERROR_SYNTAX, 1, 1, "" },
  { "comment-block", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "comment-hash", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "comment-line", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "delete-raw", ACCEPTED, 0, 0, "" },
  { "depth-64", ACCEPTED, 0, 0, "" },
  { "depth-65", CHARTER_ERROR_LIMIT, 1, 65, DEEP },
  { "duplicate", CHARTER_ERROR_FORMAT, 3, 2, "/a" },
  { "duplicate-deep", CHARTER_ERROR_FORMAT, 1, 18, "/x/1/q~0~1" },
  { "duplicate-empty-name", CHARTER_ERROR_FORMAT, 1, 7, "/" },
  { "duplicate-escaped", CHARTER_ERROR_FORMAT, 1, 8, "/a" },
  { "escape-cut", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "escape-hex-short", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "escape-hex-sign", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "escape-hex-wrong", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "escape-unknown", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "escape-upper", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "escape-zero", CHARTER_ERROR_VALUE, 1, 4, "/0" },
  { "escape-zero-name", CHARTER_ERROR_VALUE, 1, 16, "" },
  { "escapes-all", ACCEPTED, 0, 0, "" },
  { "form-feed", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "integers-edge", ACCEPTED, 0, 0, "" },
  { "key-empty", ACCEPTED, 0, 0, "" },
  { "keys-alike", ACCEPTED, 0, 0, "" },
  { "members-unsorted", ACCEPTED, 0, 0, "" },
  { "number-2-64", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "number-5000-nines", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "number-decimal", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "number-exponent", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "number-exponent-empty", CHARTER_ERROR_SYNTAX, 1, 4, "/0" },
  { "number-exponent-sign", CHARTER_ERROR_SYNTAX, 1, 5, "/0" },
  { "number-hex", CHARTER_ERROR_SYNTAX, 1, 3, "" },
  { "number-infinity", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "number-leading-zero", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "number-minus-alone", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "number-minus-point", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "number-minus-space", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "number-minus-zero", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "number-minus-zero-digit", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "number-nan", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "number-plus", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "number-point-first", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "number-point-last", CHARTER_ERROR_SYNTAX, 1, 4, "/0" },
  { "number-too-large", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "number-too-small", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "number-whole-decimal", CHARTER_ERROR_VALUE, 1, 4, "/1" },
  { "object-closed-wrong", CHARTER_ERROR_SYNTAX, 1, 7, "" },
  { "object-colon-missing", CHARTER_ERROR_SYNTAX, 1, 6, "/a" },
  { "object-comma-first", CHARTER_ERROR_SYNTAX, 1, 2, "" },
  { "object-comma-last", CHARTER_ERROR_SYNTAX, 1, 8, "" },
  { "object-comma-missing", CHARTER_ERROR_SYNTAX, 1, 8, "" },
  { "object-empty", ACCEPTED, 0, 0, "" },
  { "object-name-bare", CHARTER_ERROR_SYNTAX, 1, 2, "" },
  { "object-name-number", CHARTER_ERROR_SYNTAX, 1, 2, "" },
  { "object-name-only", CHARTER_ERROR_SYNTAX, 1, 5, "/a" },
  { "object-name-single", CHARTER_ERROR_SYNTAX, 1, 2, "" },
  { "object-open", CHARTER_ERROR_SYNTAX, 1, 1, "" },
  { "object-value-missing", CHARTER_ERROR_SYNTAX, 1, 6, "/a" },
  { "path-long", CHARTER_ERROR_SYNTAX, 2, 16, "/partners/3/id" },
  { "scalar-null", ACCEPTED, 0, 0, "" },
  { "scalar-number", ACCEPTED, 0, 0, "" },
  { "scalar-string", ACCEPTED, 0, 0, "" },
  { "scalar-true", ACCEPTED, 0, 0, "" },
  { "string-control", CHARTER_ERROR_SYNTAX, 1, 4, "/0" },
  { "string-line-break", CHARTER_ERROR_SYNTAX, 1, 4, "/0" },
  { "string-open", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "string-open-name", CHARTER_ERROR_SYNTAX, 1, 2, "" },
  { "string-single", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "string-tab", CHARTER_ERROR_SYNTAX, 1, 4, "/0" },
  { "string-zero-byte", CHARTER_ERROR_SYNTAX, 1, 4, "/0" },
  { "surrogate-high", CHARTER_ERROR_VALUE, 1, 3, "/0" },
  { "surrogate-low", CHARTER_ERROR_VALUE, 1, 3, "/0" },
  { "surrogate-swapped", CHARTER_ERROR_VALUE, 1, 3, "/0" },
  { "surrogate-then-text", CHARTER_ERROR_VALUE, 1, 3, "/0" },
  { "surrogate-two-high", CHARTER_ERROR_VALUE, 1, 3, "/0" },
  { "text-after", CHARTER_ERROR_SYNTAX, 1, 4, "" },
  { "text-blank", CHARTER_ERROR_SYNTAX, 2, 2, "" },
  { "text-empty", CHARTER_ERROR_SYNTAX, 1, 1, "" },
  { "two-values", CHARTER_ERROR_SYNTAX, 2, 1, "" },
  { "utf16-bare", CHARTER_ERROR_SYNTAX, 1, 1, "" },
  { "utf16-little", CHARTER_ERROR_SYNTAX, 1, 1, "" },
  { "utf8-after-text", CHARTER_ERROR_SYNTAX, 1, 6, "/0" },
  { "utf8-all-lengths", ACCEPTED, 0, 0, "" },
  { "utf8-cut-by-end", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-cut-by-quote", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-five-bytes", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-latin-1", CHARTER_ERROR_SYNTAX, 1, 6, "/0" },
  { "utf8-lone-tail", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-no-break-space", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "utf8-outside", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "utf8-overlong-2", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-overlong-3", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-overlong-4", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-surrogate", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "utf8-too-high", CHARTER_ERROR_SYNTAX, 1, 3, "/0" },
  { "white-space", ACCEPTED, 0, 0, "" },
  { "word-cut", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "word-longer", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "word-other", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "word-upper", CHARTER_ERROR_SYNTAX, 1, 2, "/0" },
  { "zero-byte-outside", CHARTER_ERROR_SYNTAX, 1, 3, "" },
};

typedef struct
{
  CharterArena      *arena;
  CharterProblems   *problems;
  const CharterNode *root;
} Reading;

static void
reading_clear (Reading *self)
{
  charter_arena_unref (self->arena);
  charter_problems_free (self->problems);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static Reading
read_bytes (const char          *text,
            gsize                length,
            CharterProfile       profile,
            CharterReadFlags     flags,
            const CharterLimits *limits)
{
  /* A copy of just this size, so that reading past its end is seen. */
  g_autofree char *exact = g_memdup2 (text, length);
  Reading self = { charter_arena_new (), charter_problems_new (), NULL };

  self.root = charter_json_read (self.arena, exact, length, profile, flags, limits, self.problems);
  cr_assert ((self.root == NULL) == (charter_problems_get_count (self.problems) > 0));

  return self;
}

static Reading
read_record (const char *text)
{
  return read_bytes (text, strlen (text), CHARTER_PROFILE_RECORD, CHARTER_READ_NONE, NULL);
}

static void
check_error (const Reading *reading,
             CharterError   code,
             const char    *message)
{
  g_autoptr(GError) error = NULL;

  cr_assert (reading->root == NULL, "accepted, but expected: %s", message);
  cr_assert (!charter_problems_to_error (reading->problems, &error));
  charter_assert_error (error, CHARTER_ERROR, (int) code);
  charter_assert_str (error->message, message);
}

static void
check_refused (const char  *text,
               CharterError code,
               const char  *message)
{
  g_auto(Reading) reading = read_record (text);

  check_error (&reading, code, message);
}

CHARTER_TEST (reader, every_class_of_fault)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("json/%s.json", cases[i].name);
      g_autofree char *path = charter_test_path ("CHARTER_TEST_DATA", name);
      g_autofree char *text = NULL;
      const CharterProblem *first;
      gsize length;

      cr_assert (g_file_get_contents (path, &text, &length, NULL), "%s", path);
      g_auto(Reading) reading = read_bytes (text, length, CHARTER_PROFILE_RECORD,
                                            CHARTER_READ_NONE, NULL);
      first = charter_problems_get (reading.problems, 0);
      cr_assert ((first == NULL) == (cases[i].code == ACCEPTED), "%s", name);
      if (first == NULL)
        continue;
      cr_assert ((int) first->code == cases[i].code, "%s: %s", name, first->message);
      cr_assert (first->line == cases[i].line && first->column == cases[i].column,
                 "%s: line %u, column %u: %s", name, first->line, first->column, first->message);
      charter_assert_str (first->path, cases[i].path);
      cr_assert (g_utf8_validate (first->message, -1, NULL) && first->message[0] != '\0');
    }
}

CHARTER_TEST (reader, every_case_has_its_file)
{
  g_autofree char *path = charter_test_path ("CHARTER_TEST_DATA", "json");
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  cr_assert (n == G_N_ELEMENTS (cases), "%u files", n);
}

CHARTER_TEST (reader, values_are_kept)
{
  g_auto(Reading) reading = read_record (" { \"b\" : [ true , false, null, -7, \"x\\u00e9\\n\" ], "
                                         "\"a\\u0062\": {} } ");
  const CharterNode *b = charter_node_member (reading.root, "b");
  const CharterNode *ab = charter_node_member (reading.root, "ab");

  cr_assert (reading.root->type == CHARTER_NODE_OBJECT && reading.root->length == 2);
  cr_assert (reading.root->span == 8 && reading.root->key == NULL && reading.root->offset == 1);
  cr_assert (b->type == CHARTER_NODE_ARRAY && b->length == 5 && b->span == 6 && b->offset == 9);
  cr_assert (b[1].type == CHARTER_NODE_TRUE && b[1].key == NULL);
  cr_assert (b[2].type == CHARTER_NODE_FALSE && b[3].type == CHARTER_NODE_NULL);
  cr_assert (b[4].type == CHARTER_NODE_INTEGER && b[4].integer == -7);
  charter_assert_str (b[5].string, "xé\n");
  cr_assert (b[5].length == 4);
  cr_assert (ab->type == CHARTER_NODE_OBJECT && ab->length == 0 && ab->key_length == 2);
}

CHARTER_TEST (reader, messages)
{
  check_refused ("", CHARTER_ERROR_SYNTAX,
                 "line 1, column 1: The text is empty; a JSON value such as {} was expected");
  check_refused ("{\n  \"partners\": [1, 2, 3,\n    {\"id\": 07}]}", CHARTER_ERROR_SYNTAX,
                 "/partners/3/id (line 3, column 12): A number may not begin with 0; leave the 0 "
                 "out");
  check_refused ("[True]", CHARTER_ERROR_SYNTAX,
                 "/0 (line 1, column 2): A value was expected, but found \"True\"; did you mean "
                 "true?");
  check_refused ("{\"Ää\": \"ö\" x}", CHARTER_ERROR_SYNTAX,
                 "line 1, column 12: A comma or } was expected, but found \"x\"");
  check_refused ("[1.5]", CHARTER_ERROR_VALUE,
                 "/0 (line 1, column 2): The number 1.5 is not whole; write whole numbers, and "
                 "shares as fractions in quotation marks, such as \"7/2\"");
  check_refused ("{\"a\":1,\"a\":2}", CHARTER_ERROR_FORMAT,
                 "/a (line 1, column 8): The member \"a\" is given more than once; keep one of "
                 "them");
  check_refused ("[-0, 1e2]", CHARTER_ERROR_VALUE,
                 "/0 (line 1, column 2): The number -0 is not allowed; write 0; and 1 more "
                 "problem");
  check_refused ("[-0, 1e2, 0.5]", CHARTER_ERROR_VALUE,
                 "/0 (line 1, column 2): The number -0 is not allowed; write 0; and 2 more "
                 "problems");
  check_refused ("[\x07]", CHARTER_ERROR_SYNTAX,
                 "/0 (line 1, column 2): A value was expected, but found the character U+0007");
  check_refused ("[\u202e]", CHARTER_ERROR_SYNTAX,
                 "/0 (line 1, column 2): A value was expected, but found the character U+202E");
}

/* A name that would turn the terminal round is spelled out in messages, kept in paths. */
CHARTER_TEST (reader, messages_are_safe_to_show)
{
  g_auto(Reading) reading = read_record ("{\"a\\u001b[31m\":1.5,\"a\\u001b[31m\":2}");
  g_autoptr(GError) error = NULL;

  charter_problems_to_error (reading.problems, &error);
  cr_assert (strchr (error->message, '\x1b') == NULL);
  cr_assert (strstr (error->message, "/a\\u001b[31m") != NULL);
  charter_assert_str (charter_problems_get (reading.problems, 0)->path, "/a\x1b[31m");
}

CHARTER_TEST (reader, all_problems_in_one_pass)
{
  g_auto(Reading) reading = read_record ("{\"a\": 1.5,\n \"b\": {\"x\": 1, \"x\": -0},\n"
                                         " \"a\": 99999999999999999,\n \"c\": \"\\ud800\"}");
  static const struct { CharterError code; const char *path; guint line; } expected[] = {
    { CHARTER_ERROR_VALUE, "/a", 1 },
    { CHARTER_ERROR_FORMAT, "/b/x", 2 },
    { CHARTER_ERROR_VALUE, "/b/x", 2 },
    { CHARTER_ERROR_FORMAT, "/a", 3 },
    { CHARTER_ERROR_VALUE, "/a", 3 },
    { CHARTER_ERROR_VALUE, "/c", 4 },
  };

  cr_assert (reading.root == NULL);
  cr_assert (charter_problems_get_count (reading.problems) == G_N_ELEMENTS (expected), "%u",
             charter_problems_get_count (reading.problems));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CharterProblem *problem = charter_problems_get (reading.problems, i);

      cr_assert (problem->code == expected[i].code && problem->line == expected[i].line,
                 "%u: %s", i, problem->message);
      charter_assert_str (problem->path, expected[i].path);
    }
}

CHARTER_TEST (reader, many_problems_take_no_time)
{
  GString *text = g_string_new ("[");
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 500000; i++)
    g_string_append (text, "0.5,");
  g_string_append (text, "1]");
  {
    g_auto(Reading) reading = read_record (text->str);

    cr_assert (charter_problems_get_count (reading.problems) == 500000);
    cr_assert (charter_problems_get_kept (reading.problems) == CHARTER_PROBLEMS_MAX);
  }
  g_string_free (text, TRUE);
  cr_assert (g_get_monotonic_time () - start < 5 * G_USEC_PER_SEC);
}

CHARTER_TEST (reader, data_profile)
{
  g_autofree char *text = NULL;
  const char *accepted = "[92.5,92.0,9223372036854775807,-9223372036854775808,-0.25]";
  g_auto(Reading) reading = read_bytes (accepted, strlen (accepted), CHARTER_PROFILE_DATA,
                                        CHARTER_READ_NONE, NULL);
  static const char *const refused[] = {
    "[9223372036854775808]", "[-9223372036854775809]", "[1e5]", "[1.5e0]", "[-0]", "[-0.0]",
    "[0.000000000000000001]", "[1234567890123456789.5]", "[99999999999999999999]",
  };

  cr_assert (reading.root != NULL);
  cr_assert (reading.root[1].type == CHARTER_NODE_DECIMAL);
  cr_assert (reading.root[1].fraction->num == 185 && reading.root[1].fraction->den == 2);
  cr_assert (reading.root[2].type == CHARTER_NODE_INTEGER && reading.root[2].integer == 92);
  cr_assert (reading.root[3].integer == G_MAXINT64 && reading.root[4].integer == G_MININT64);
  text = charter_node_to_text (reading.root);
  charter_assert_str (text, "[92.5,92,9223372036854775807,-9223372036854775808,-0.25]");

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto(Reading) other = read_bytes (refused[i], strlen (refused[i]), CHARTER_PROFILE_DATA,
                                          CHARTER_READ_NONE, NULL);

      cr_assert (other.root == NULL, "%s", refused[i]);
      cr_assert (charter_problems_get (other.problems, 0)->code == CHARTER_ERROR_VALUE);
    }
}

CHARTER_TEST (reader, canonical_form)
{
  static const char *const accepted[] = {
    "{}", "[]", "{\"a\":1,\"b\":[true,false,null]}",
    "\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\\u001f\x7f/é€😀\"",
    /* By UTF-16 code units: U+1F600 (D83D…) comes before U+FB33. */
    "{\"\":0,\"a\":1,\"aa\":2,\"é\":3,\"€\":4,\"😀\":5,\"\xef\xac\xb3\":6}", "-5",
  };
  static const struct { const char *text, *why; } refused[] = {
    { "{ }", "there is white space" }, { " {}", "there is white space" },
    { "{}\n", "there is white space" }, { "[1, 2]", "there is white space" },
    { "{\"a\" :1}", "there is white space" }, { "{\"a\": 1}", "there is white space" },
    { "{\"b\":1,\"a\":2}", "members are not in ascending order" },
    { "{\"aa\":1,\"a\":2}", "members are not in ascending order" },
    { "{\"\xef\xac\xb3\":6,\"😀\":5}", "members are not in ascending order" },
    { "\"\\/\"", "an escape is not the shortest" },
    { "\"\\u0041\"", "an escape is not the shortest" },
    { "\"\\u001F\"", "an escape is not the shortest" },
    { "\"\\u000a\"", "an escape is not the shortest" },
    { "\"\\u0022\"", "an escape is not the shortest" },
    { "\"\\u005c\"", "an escape is not the shortest" },
    { "\"\\u007f\"", "an escape is not the shortest" },
    { "\"\\u00e9\"", "an escape is not the shortest" },
    { "\"\\ud83d\\ude00\"", "an escape is not the shortest" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_auto(Reading) reading = read_bytes (accepted[i], strlen (accepted[i]),
                                            CHARTER_PROFILE_RECORD, CHARTER_READ_CANONICAL, NULL);
      g_autofree char *text = NULL;

      cr_assert (reading.root != NULL, "%s", accepted[i]);
      text = charter_node_to_text (reading.root);
      charter_assert_str (text, accepted[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto(Reading) reading = read_bytes (refused[i].text, strlen (refused[i].text),
                                            CHARTER_PROFILE_RECORD, CHARTER_READ_CANONICAL, NULL);
      const CharterProblem *problem = charter_problems_get (reading.problems, 0);

      cr_assert (problem != NULL && problem->code == CHARTER_ERROR_DAMAGED, "%s", refused[i].text);
      cr_assert (g_str_has_suffix (problem->message, refused[i].why), "%s", problem->message);
    }
}

CHARTER_TEST (reader, duplicates_in_canonical_text)
{
  const char *text = "{\"a\":1,\"a\":2}";
  g_auto(Reading) reading = read_bytes (text, strlen (text), CHARTER_PROFILE_RECORD,
                                        CHARTER_READ_CANONICAL, NULL);

  cr_assert (charter_problems_get (reading.problems, 0)->code == CHARTER_ERROR_FORMAT);
}

CHARTER_TEST (reader, canonical_decimals)
{
  static const struct { const char *text; gboolean accepted; } texts[] = {
    { "92.5", TRUE }, { "-0.25", TRUE }, { "92.50", FALSE }, { "92.0", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto(Reading) reading = read_bytes (texts[i].text, strlen (texts[i].text),
                                            CHARTER_PROFILE_DATA, CHARTER_READ_CANONICAL, NULL);

      cr_assert ((reading.root != NULL) == texts[i].accepted, "%s", texts[i].text);
    }
}

static void
check_limit (const char          *text,
             const CharterLimits *limits,
             const char          *message)
{
  g_auto(Reading) reading = read_bytes (text, strlen (text), CHARTER_PROFILE_RECORD,
                                        CHARTER_READ_NONE, limits);

  if (message != NULL)
    check_error (&reading, CHARTER_ERROR_LIMIT, message);
  else
    cr_assert (reading.root != NULL, "%s", text);
}

CHARTER_TEST (reader, limits_can_be_lowered)
{
  static const CharterLimits text = { .text = 5 }, depth = { .depth = 2 }, nodes = { .nodes = 4 },
                             members = { .members = 2 }, string = { .string = 3 },
                             key = { .key = 3 };

  check_limit ("[123]", &text, NULL);
  check_limit ("[1234]", &text, "line 1, column 1: The text has 6 bytes; at most 5 are allowed");
  check_limit ("[[1],[2]]", &depth, NULL);
  check_limit ("[[[]]]", &depth,
               "/0/0 (line 1, column 3): Arrays and objects stand in each other more than 2 deep");
  check_limit ("{\"a\":1,\"b\":2}", &members, NULL);
  check_limit ("{\"a\":1,\"b\":2,\"c\":3}", &members,
               "line 1, column 14: The object has more than 2 members");
  check_limit ("[1,2,3]", &nodes, NULL);
  check_limit ("[1,2,3,4]", &nodes, "/3 (line 1, column 8): The text has more than 4 values");
  check_limit ("[\"\\u20ac\"]", &string, NULL);
  check_limit ("[\"abcd\"]", &string,
               "/0 (line 1, column 2): The string has 4 bytes; at most 3 are allowed");
  check_limit ("{\"abc\":1}", &key, NULL);
  check_limit ("{\"a\\u20ac\":1}", &key,
               "line 1, column 2: The member name has 4 bytes; at most 3 are allowed");
}

CHARTER_TEST (reader, limits_cannot_be_raised)
{
  CharterLimits high = { 0 };
  g_autofree char *deep = g_strnfill (65, '[');
  GString *many = g_string_new ("{");
  g_autofree char *long_string = g_strnfill (1024 * 1024 + 3, 'a');

  memset (&high, 0xff, sizeof high);
  check_limit (deep, &high, DEEP " (line 1, column 65): Arrays and objects stand in each other "
               "more than 64 deep");
  for (int i = 0; i < 1025; i++)
    g_string_append_printf (many, "%s\"k%d\":1", i > 0 ? "," : "", i);
  g_string_append_c (many, '}');
  check_limit (many->str, &high, "line 1, column 9132: The object has more than 1024 members");
  g_string_free (many, TRUE);
  long_string[0] = long_string[1024 * 1024 + 2] = '"';
  check_limit (long_string, &high, "line 1, column 1: The string has 1048577 bytes; at most "
               "1048576 are allowed");
}

CHARTER_TEST (reader, default_limits)
{
  GString *text = g_string_new ("[");

  for (int i = 0; i < 999998; i++)
    g_string_append (text, "1,");
  g_string_append (text, "1]");
  check_limit (text->str, NULL, NULL);
  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",1]");
  check_limit (text->str, NULL, "/999999 (line 1, column 2000000): The text has more than 1000000 "
               "values");
  g_string_set_size (text, 16 * 1024 * 1024 + 1);
  memset (text->str, ' ', text->len);
  check_limit (text->str, NULL, "line 1, column 1: The text has 16777217 bytes; at most 16777216 "
               "are allowed");
  text->str[0] = '1';
  g_string_truncate (text, 16 * 1024 * 1024);
  check_limit (text->str, NULL, NULL);
  check_limit (text->str, &charter_limits_entry, "line 1, column 1: The text has 16777216 bytes; "
               "at most 1048576 are allowed");
  g_string_free (text, TRUE);
}

CHARTER_TEST (reader, a_hundred_thousand_brackets)
{
  g_autofree char *text = g_strnfill (100000, '[');
  GString *objects = g_string_new (NULL);

  check_limit (text, NULL, DEEP " (line 1, column 65): Arrays and objects stand in each other more "
               "than 64 deep");
  for (int i = 0; i < 100000; i++)
    g_string_append (objects, "{\"\":");
  g_auto(Reading) reading = read_record (objects->str);
  cr_assert (charter_problems_get (reading.problems, 0)->code == CHARTER_ERROR_LIMIT);
  g_string_free (objects, TRUE);
}

/* 2^15 names with one djb2 hash: "Az" and "BY" have the same, and so has any row of them. */
CHARTER_TEST (reader, colliding_names)
{
  gint64 start = g_get_monotonic_time ();
  GString *text = g_string_new ("{");

  for (int i = 0; i < 32768; i++)
    {
      g_string_append (text, i > 0 ? ",\"" : "\"");
      for (int bit = 0; bit < 15; bit++)
        g_string_append (text, (i >> bit & 1) != 0 ? "Az" : "BY");
      g_string_append (text, "\":1");
    }
  g_string_append_c (text, '}');
  {
    g_auto(Reading) reading = read_record (text->str);

    cr_assert (charter_problems_get (reading.problems, 0)->code == CHARTER_ERROR_LIMIT);
  }
  g_string_free (text, TRUE);
  cr_assert (g_get_monotonic_time () - start < G_USEC_PER_SEC);
}

static char *
random_name (GRand *random)
{
  return g_strdup_printf ("n%d", g_rand_int_range (random, 0, 400));
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return strcmp (a, b);
}

/* Objects of all sizes with random names: as many problems as there are repeats. */
CHARTER_TEST (reader, duplicates_are_all_found)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);

  for (int round = 0; round < 400; round++)
    {
      g_autoptr(GTree) seen = g_tree_new_full (compare_names, NULL, g_free, NULL);
      GString *text = g_string_new ("{");
      int n = g_rand_int_range (random, 1, round < 300 ? 40 : 1000);
      guint repeats = 0;

      for (int i = 0; i < n; i++)
        {
          char *name = random_name (random);

          g_string_append_printf (text, "%s\"%s\":%d", i > 0 ? "," : "", name, i);
          repeats += g_tree_lookup (seen, name) != NULL ? 1 : 0;
          g_tree_insert (seen, name, GINT_TO_POINTER (1));
        }
      g_string_append_c (text, '}');
      g_auto(Reading) reading = read_record (text->str);
      cr_assert (charter_problems_get_count (reading.problems) == repeats, "%s", text->str);
      g_string_free (text, TRUE);
    }
}

/* Where the text is cut or one byte changed, there is an answer and nothing worse. */
CHARTER_TEST (reader, cut_and_changed_texts)
{
  const char *text = "{\"a\":[1,-2,\"x\\u00e9\\ud83d\\ude00é€😀\",{\"b\":true}],"
                     "\"c\":null,\"d\":92}";
  gsize length = strlen (text);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_auto(Reading) reading = read_bytes (text, cut, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE,
                                            NULL);

      cr_assert (reading.root == NULL, "cut at %zu", cut);
      cr_assert (charter_problems_get (reading.problems, 0)->code == CHARTER_ERROR_SYNTAX ||
                 charter_problems_get (reading.problems, 0)->code == CHARTER_ERROR_VALUE);
    }
  for (gsize at = 0; at < length; at++)
    {
      for (int byte = 0; byte < 256; byte++)
        {
          g_autofree char *changed = g_strdup (text);

          changed[at] = (char) byte;
          g_auto(Reading) reading = read_bytes (changed, length, CHARTER_PROFILE_RECORD,
                                                CHARTER_READ_NONE, NULL);
          if (reading.root != NULL)
            {
              g_autofree char *written = charter_node_to_text (reading.root);

              cr_assert (g_utf8_validate (written, -1, NULL));
            }
        }
    }
}

CHARTER_TEST (reader, a_refused_text_leaves_nothing)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autofree char *text = g_strnfill (100000, '1');

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();

      cr_assert (charter_json_read (arena, text, 100000, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE,
                                    NULL, problems) == NULL);
    }
  cr_assert (charter_arena_get_size (arena) < 1000000);
}

CHARTER_TEST (reader, problems_keep_the_callers_text_and_base)
{
  g_auto(Reading) reading = { charter_arena_new (), charter_problems_new (), NULL };
  const CharterProblem *problem;

  charter_problems_set_text (reading.problems, "one\ntwo", 7);
  charter_problems_set_base (reading.problems, "/entries/4");
  charter_json_read (reading.arena, "[\n-0]", 5, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE, NULL,
                     reading.problems);
  charter_problems_add (reading.problems, CHARTER_ERROR_VALUE, "/x", 4, NULL, "Of the outer text");
  charter_problems_set_base (reading.problems, NULL);
  charter_problems_set_text (reading.problems, NULL, 0);
  charter_problems_add (reading.problems, CHARTER_ERROR_VALUE, "/y", 4, NULL, "Of no text");

  problem = charter_problems_get (reading.problems, 0);
  charter_assert_str (problem->path, "/entries/4/0");
  cr_assert (problem->line == 2 && problem->column == 1);
  problem = charter_problems_get (reading.problems, 1);
  charter_assert_str (problem->path, "/entries/4/x");
  cr_assert (problem->line == 2 && problem->column == 1);
  problem = charter_problems_get (reading.problems, 2);
  charter_assert_str (problem->path, "/y");
  cr_assert (problem->line == 0 && problem->column == 0);
  cr_assert (charter_problems_get (reading.problems, 3) == NULL);
}
