/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "charter-test.h"

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"

#include <string.h>

/* A text that must be accepted in the data profile; lives in @arena. */
static inline const CharterNode *
charter_test_read (CharterArena *arena,
                   const char   *text)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(GError) error = NULL;
  const CharterNode *root = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_DATA,
                                               CHARTER_READ_NONE, NULL, problems);

  charter_problems_to_error (problems, &error);
  charter_assert_no_error (error);

  return root;
}

/* A file of CHARTER_SHARED; NULL, with a line on stderr, where it is absent. */
static inline const CharterNode *
charter_test_read_shared (CharterArena *arena,
                          const char   *relative)
{
  g_autofree char *path = charter_test_path ("CHARTER_SHARED", relative);
  g_autofree char *text = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_printerr ("# absent: %s\n", relative);
      return NULL;
    }

  return charter_test_read (arena, text);
}
