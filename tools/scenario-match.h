/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One thing that differs. */
typedef struct
{
  char *path;       /* "tests/0/holds", "" is the whole answer */
  char *expected;   /* JSON text, or words in brackets */
  char *actual;
} ScenarioDifference;

void       scenario_difference_free (ScenarioDifference *self);
/* Compares an answer with what is expected of it, by the rules of SCENARIOS.md; adds to
 * @differences (ScenarioDifference). TRUE if nothing differs. @exactly forbids objects in
 * lists that nothing expects. */
gboolean   scenario_match           (JsonNode           *expected,
                                     JsonNode           *actual,
                                     gboolean            exactly,
                                     GPtrArray          *differences);
/* Adds a difference for each name of @absent (an array, or NULL) that the answer has. */
gboolean   scenario_match_absent    (JsonNode           *absent,
                                     JsonNode           *actual,
                                     GPtrArray          *differences);
/* The same value: members in any order, numbers as numbers. */
gboolean   scenario_equal           (JsonNode           *a,
                                     JsonNode           *b);
void       scenario_differ          (GPtrArray          *differences,
                                     const char         *path,
                                     char               *expected,   /* taken */
                                     char               *actual);    /* taken */

/* scenario-number.c: two numbers, or texts of numbers, that are the same: 92.5 as "92.5" and
 * "185/2". Two plain texts are compared as texts, so ids and versions stay what they are. */
gboolean   scenario_same_number     (JsonNode           *a,
                                     JsonNode           *b);

G_END_DECLS
