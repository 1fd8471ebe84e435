/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "charter-test.h"

#include <charter/charter.h>
#include <string.h>

#include "decide/charter-count-private.h"
#include "format/charter-json-reader-private.h"

/* Elections written short: options "A B C", ballots "3:A>B=C 2:B". */

static inline void
count_test_append_ranking (GString    *out,
                           const char *text)
{
  g_auto(GStrv) ranks = g_strsplit (text, ">", -1);

  for (guint r = 0; ranks[r] != NULL; r++)
    {
      g_auto(GStrv) equal = g_strsplit (ranks[r], "=", -1);

      g_string_append (out, r > 0 ? ",[" : "[");
      for (guint i = 0; equal[i] != NULL; i++)
        g_string_append_printf (out, "%s\"%s\"", i > 0 ? "," : "", equal[i]);
      g_string_append_c (out, ']');
    }
}

static inline CharterElection *
count_test_election (const char *options,
                     const char *ballots)
{
  g_auto(GStrv) names = g_strsplit (options, " ", *options != '\0' ? -1 : 1);
  g_auto(GStrv) rows = g_strsplit (ballots, " ", -1);
  g_autoptr(GError) error = NULL;
  const char *none[] = { NULL };
  CharterElection *election =
    charter_election_new (*options != '\0' ? (const char *const *) names : none, &error);

  charter_assert_no_error (error);
  for (guint i = 0; *ballots != '\0' && rows[i] != NULL; i++)
    {
      g_autoptr(GString) json = g_string_new ("{\"count\":");
      char *ranking = strchr (rows[i], ':');

      g_string_append_len (json, rows[i], ranking - rows[i]);
      g_string_append (json, ",\"ranking\":[");
      count_test_append_ranking (json, ranking + 1);
      g_string_append (json, "]}");
      charter_election_add_ballot (election, json->str, &error);
      charter_assert_no_error (error);
    }
  return election;
}

/* Every member of @expected is in @text, and equal. */
static inline void
count_test_expect (const char *text,
                   const char *expected,
                   const char *label)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *given, *wanted;

  given = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_DATA, CHARTER_READ_NONE,
                             NULL, problems);
  wanted = charter_json_read (arena, expected, strlen (expected), CHARTER_PROFILE_DATA,
                              CHARTER_READ_NONE, NULL, problems);
  cr_assert (given != NULL && wanted != NULL, "%s", expected);
  for (const CharterNode *w = charter_node_first (wanted); w != NULL;
       w = charter_node_next (wanted, w))
    {
      const CharterNode *g = charter_node_member (given, w->key);

      cr_assert (g != NULL && charter_node_equal (g, w), "%s: %s is not %s in %s", label, w->key,
                 expected, text);
    }
}
