/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"

#include <string.h>

/* Whatever the bytes: no crash, and either a tree or a problem with its place.  What is
 * accepted is written, and what is written reads back in canonical form as the same. */

static void
check_problems (CharterProblems *problems)
{
  g_autoptr(GError) error = NULL;

  g_assert (charter_problems_get_count (problems) > 0);
  for (guint i = 0; i < charter_problems_get_kept (problems); i++)
    {
      const CharterProblem *problem = charter_problems_get (problems, i);

      g_assert (problem->line > 0 && problem->column > 0 && problem->message[0] != '\0');
    }
  g_assert (!charter_problems_to_error (problems, &error));
  g_assert (g_utf8_validate (error->message, -1, NULL));
}

static void
check_tree (const CharterNode *root,
            CharterProfile     profile)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autofree char *text = charter_node_to_text (root);
  g_autofree char *pretty = charter_node_to_pretty (root);
  g_autofree char *again = NULL;
  const CharterNode *back;

  back = charter_json_read (arena, text, strlen (text), profile, CHARTER_READ_CANONICAL, NULL,
                            problems);
  g_assert (back != NULL && charter_node_equal (root, back));
  again = charter_node_to_text (back);
  g_assert (strcmp (text, again) == 0);
  g_assert (charter_node_equal (root, charter_node_copy (back, arena)));

  back = charter_json_read (arena, pretty, strlen (pretty), profile, CHARTER_READ_NONE, NULL,
                            problems);
  /* Indentation can take a text past the largest size. */
  g_assert (back == NULL ? strlen (pretty) > charter_limits_default.text
                         : charter_node_equal (root, back));
}

static void
check_reading (const char       *text,
               gsize             length,
               CharterProfile    profile,
               CharterReadFlags  flags)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *root = charter_json_read (arena, text, length, profile, flags, NULL, problems);
  g_autofree char *written = NULL;

  if (root == NULL)
    {
      check_problems (problems);
      return;
    }

  g_assert (charter_problems_get_count (problems) == 0);
  check_tree (root, profile);
  if (flags != CHARTER_READ_CANONICAL)
    return;
  written = charter_node_to_text (root);
  g_assert (strlen (written) == length && memcmp (written, text, length) == 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = (const char *) data;

  check_reading (text, size, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE);
  check_reading (text, size, CHARTER_PROFILE_RECORD, CHARTER_READ_CANONICAL);
  check_reading (text, size, CHARTER_PROFILE_DATA, CHARTER_READ_NONE);
  check_reading (text, size, CHARTER_PROFILE_DATA, CHARTER_READ_CANONICAL);
  check_reading (text, size, CHARTER_PROFILE_SYNTAX, CHARTER_READ_NONE);

  return 0;
}
