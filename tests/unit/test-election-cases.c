/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter.h>

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"

#include <string.h>

/* Every election case, main expectation and `more`: each expected member must be there and
 * equal.  Where order does not count (winners, sets, options of a layer) it is not compared. */

#define CASES_MIN 30

typedef struct
{
  CharterArena *arena;
  const char   *file;
  guint         n_compared;
} Runner;

static const CharterNode *
parse (Runner     *self,
       const char *text)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *node;

  charter_problems_set_text (problems, text, strlen (text));
  node = charter_json_read (self->arena, text, strlen (text), CHARTER_PROFILE_DATA,
                            CHARTER_READ_NONE, NULL, problems);
  cr_assert_not_null (node, "%s", self->file);
  return node;
}

static gboolean
number_of (const CharterNode *node,
           CharterFraction   *out)
{
  switch ((CharterNodeType) node->type)
    {
    case CHARTER_NODE_INTEGER:
      return charter_fraction_init (out, node->integer, 1);
    case CHARTER_NODE_DECIMAL:
      *out = *node->fraction;
      return TRUE;
    case CHARTER_NODE_STRING:
      return charter_fraction_parse (node->string, -1, out) ||
             charter_fraction_parse_decimal (node->string, -1, out);
    default:
      return FALSE;
    }
}

static gboolean same (const CharterNode *expected, const CharterNode *actual, gboolean as_sets);

static gboolean
has (const CharterNode *list,
     const CharterNode *item,
     gboolean           as_sets)
{
  for (const CharterNode *c = charter_node_first (list); c != NULL; c = charter_node_next (list, c))
    if (same (item, c, as_sets))
      return TRUE;
  return FALSE;
}

static gboolean
same_list (const CharterNode *expected,
           const CharterNode *actual,
           gboolean           as_sets)
{
  const CharterNode *a = charter_node_first (actual);

  if (expected->length != actual->length)
    return FALSE;
  for (const CharterNode *e = charter_node_first (expected); e != NULL;
       e = charter_node_next (expected, e), a = as_sets ? a : charter_node_next (actual, a))
    if (as_sets ? !has (actual, e, FALSE) : !same (e, a, FALSE))
      return FALSE;
  return TRUE;
}

static gboolean
same_object (const CharterNode *expected,
             const CharterNode *actual)
{
  if (expected->length != actual->length)
    return FALSE;
  for (const CharterNode *e = charter_node_first (expected); e != NULL;
       e = charter_node_next (expected, e))
    {
      const CharterNode *a = charter_node_member (actual, e->key);

      if (a == NULL || !same (e, a, FALSE))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same (const CharterNode *expected,
      const CharterNode *actual,
      gboolean           as_sets)
{
  CharterFraction x, y;

  if (expected->type == CHARTER_NODE_ARRAY && actual->type == CHARTER_NODE_ARRAY)
    return same_list (expected, actual, as_sets);
  if (expected->type == CHARTER_NODE_OBJECT && actual->type == CHARTER_NODE_OBJECT)
    return same_object (expected, actual);
  if (expected->type != CHARTER_NODE_STRING && number_of (expected, &x) && number_of (actual, &y))
    return charter_fraction_compare (&x, &y) == 0;
  return charter_node_equal (expected, actual);
}

/* Layers in order, the options of each as a set. */
static gboolean
same_ranking (const CharterNode *expected,
              const CharterNode *actual)
{
  const CharterNode *a = charter_node_first (actual);

  if (expected->length != actual->length)
    return FALSE;
  for (const CharterNode *e = charter_node_first (expected); e != NULL;
       e = charter_node_next (expected, e), a = charter_node_next (actual, a))
    if (!same_list (e, a, TRUE))
      return FALSE;
  return TRUE;
}

static gboolean
matches (const CharterNode *expected,
         const CharterNode *actual)
{
  if (g_str_has_prefix (expected->key, "ranking") && expected->type == CHARTER_NODE_ARRAY)
    return same_ranking (expected, actual);
  return same (expected, actual, g_strv_contains ((const char *const[]) { "winners", "smith_set",
                                                  "beats", NULL }, expected->key));
}

/* What must not be there where it is not expected. */
static void
compare_absent (Runner            *self,
                const char        *method,
                const CharterNode *expected,
                const CharterNode *actual)
{
  static const char *const members[] = { "ranking_is_layering", "dropped", "indeterminate", "why" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    cr_assert (charter_node_member (expected, members[i]) != NULL ||
               charter_node_member (actual, members[i]) == NULL,
               "%s, %s: %s", self->file, method, members[i]);
  /* A ranking that is not the same in every order is none. */
  if (g_str_equal (method, "ranked-pairs"))
    cr_assert_eq (charter_node_member (expected, "ranking") != NULL,
                  charter_node_member (actual, "ranking") != NULL, "%s", self->file);
}

static void
compare (Runner            *self,
         const char        *method,
         const CharterNode *expected,
         const CharterNode *actual)
{
  for (const CharterNode *e = charter_node_first (expected); e != NULL;
       e = charter_node_next (expected, e))
    {
      const CharterNode *a = charter_node_member (actual, e->key);
      g_autofree char *wanted = charter_node_to_text (e);
      g_autofree char *given = NULL;

      if (g_str_equal (e->key, "note"))
        continue;
      given = a != NULL ? charter_node_to_text (a) : g_strdup ("nothing");
      cr_assert (a != NULL && matches (e, a), "%s, %s: %s is %s, not %s", self->file, method, e->key,
                 given, wanted);
      self->n_compared++;
    }
  compare_absent (self, method, expected, actual);
}

static void
count (Runner            *self,
       CharterElection   *election,
       const CharterNode *what,
       gboolean           own)
{
  const char *method = charter_node_member_string (what, "method");
  g_autofree char *params = charter_node_to_text (charter_node_member (what, "params"));
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterCount) counted =
    charter_election_count (election, own ? NULL : method, own ? NULL : params, NULL, &error);
  g_autofree char *text = NULL;

  charter_assert_no_error (error);
  text = charter_count_to_json (counted);
  compare (self, method, charter_node_member (what, "expected"), parse (self, text));
  cr_assert (strlen (charter_count_get_summary (counted)) > 10);
}

static void
run_case (Runner     *self,
          const char *text)
{
  const CharterNode *root = parse (self, text);
  const CharterNode *more = charter_node_member (root, "more");
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) election = charter_election_new_from_json (text, &error);
  g_autoptr(CharterElection) again = NULL;
  g_autofree char *written = NULL;

  charter_assert_no_error (error);
  written = charter_election_to_json (election);
  again = charter_election_new_from_json (written, &error);
  charter_assert_no_error (error);
  count (self, election, root, TRUE);
  count (self, again, root, TRUE);
  for (const CharterNode *c = more != NULL ? charter_node_first (more) : NULL; c != NULL;
       c = charter_node_next (more, c))
    count (self, election, c, FALSE);
}

/* The number of cases in a folder. */
static guint
run_folder (const char *folder,
            guint      *n_compared)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_cases = 0;
  const char *name;

  cr_assert_not_null (dir, "%s", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      Runner runner = { NULL, name, 0 };

      if (!g_str_has_suffix (name, ".json"))
        continue;
      runner.arena = charter_arena_new ();
      cr_assert (g_file_get_contents (path, &text, NULL, NULL));
      run_case (&runner, text);
      charter_arena_unref (runner.arena);
      *n_compared += runner.n_compared;
      n_cases++;
    }
  return n_cases;
}

CHARTER_TEST (election_cases, committed_cases_come_out_as_published)
{
  g_autofree char *folder = charter_test_path ("CHARTER_TEST_DATA", "elections");
  guint n_compared = 0, n_cases = run_folder (folder, &n_compared);

  cr_assert_geq (n_cases, CASES_MIN);
  cr_log_info ("%u cases, %u members", n_cases, n_compared);
}

CHARTER_TEST (election_cases, shared_cases_come_out_as_expected)
{
  g_autofree char *folder = charter_test_path ("CHARTER_SHARED", "elections");
  guint n_compared = 0, n_cases;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    cr_skip ("the shared cases are not here");
  n_cases = run_folder (folder, &n_compared);
  cr_assert_geq (n_cases, 67);
  cr_log_info ("%u cases, %u members", n_cases, n_compared);
}
