/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "charter-decide-test.h"

/* The small world under another method than majority. */
static inline CharterBuild *
method_world (const char *method,
              guint       n,
              const char *rule,
              const char *more)
{
  g_autofree char *with_unit = g_strconcat ("'unit': 'person'", rule != NULL ? ", " : "", rule,
                                            NULL);
  g_autofree char *charter = world_charter (with_unit, more);
  g_auto(GStrv) parts = g_strsplit (charter, "'method': 'majority'", 2);
  g_autofree char *other = g_strdup_printf ("%s'method': '%s'%s", parts[0], method, parts[1]);
  CharterBuild *b = charter_build_new (other, WORLD_START);

  for (guint i = 0; i < n; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", 'a' + (char) i);
  world_propose (b);

  return b;
}

/* A letter a voter: f(or) a(gainst) n(either) o(bjects, with a reason) O(bjects without)
 * s(tands aside) -(silent). */
static inline void
method_votes (CharterBuild *b,
              const char   *ballots)
{
  for (guint i = 0; ballots[i] != '\0'; i++)
    {
      const char *choice = ballots[i] == 'f' ? "for"
                           : ballots[i] == 'a' ? "against"
                           : ballots[i] == 'n' ? "abstain"
                           : ballots[i] == 's' ? "stand-aside" : "object";

      if (ballots[i] != '-')
        charter_build_add (b, "ballot-cast", WORLD_VOTES,
                           "{'decision': 'item', 'voter': '%c', 'choice': '%s'%s}", 'a' + (char) i,
                           choice, ballots[i] == 'o' ? ", 'reason': 'It harms us.'" : "");
    }
}

/* The result in words. */
static inline const char *
method_result (const char *method,
               const char *rule,
               guint       n,
               const char *ballots)
{
  g_autoptr(CharterBuild) b = method_world (method, n, rule, NULL);
  g_autoptr(CharterDecided) d = NULL;

  method_votes (b, ballots);
  d = world_decide (b, WORLD_AFTER);

  return world_result (d->result);
}
