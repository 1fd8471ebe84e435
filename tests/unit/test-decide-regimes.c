/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

/* What regimes do to the count: bases that shrink, qualified majorities, floors, and nobody
 * left. */

static CharterBuild *
conflicted_world (const char *rule,
                  const char *policy,
                  const char *conflicted)
{
  g_autofree char *more = g_strdup_printf ("'conflicts': {%s}", policy);
  CharterBuild *b = world_of_persons (6, rule, more);

  for (; *conflicted != '\0'; conflicted++)
    charter_build_add (b, "interest-declared", WORLD_START,
                       "{'id': 'i-%c', 'person': '%c', 'party': 'acme', 'category': 'financial'}",
                       *conflicted, *conflicted);

  return b;
}

CHARTER_TEST (regimes, bases_shrink_by_the_barred)
{
  static const char shrinking[] = "'regime': 'mine', 'regimes': [{'id': 'mine', 'quorum': "
                                  "'shrinking-base'}]";
  static const struct
  {
    const char *policy, *base;
    gint64 base_count, needed;
    const char *result;
  } rows[] = {
    { "'regime': 'fixed-base'", "eligible", 6, 4, "no-quorum" },
    { "'regime': 'authorised-without'", "eligible", 6, 4, "no-quorum" },
    { "'regime': 'units-removed'", "eligible", 5, 3, "carried" },
    { "'regime': 'qualified-majority'", "eligible", 5, 3, "carried" },
    { shrinking, "eligible", 5, 3, "carried" },
    { shrinking, "members", 6, 4, "no-quorum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf (
        "'quorum': {'base': '%s', 'share': '1/2', 'compare': '>'}", rows[i].base);
      g_autoptr(CharterBuild) b = conflicted_world (rule, rows[i].policy, "f");
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, 3, 0, 0);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->quorum.base_count == rows[i].base_count && d->quorum.needed == rows[i].needed,
                 "row %u: %d %d", i, (int) d->quorum.base_count, (int) d->quorum.needed);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
    }
}

/* A rule that a third in favour satisfies. */
#define EASY "'tests': [{'id': 't', 'share': '1/3', 'base': 'for+against'}]"

CHARTER_TEST (regimes, a_qualified_majority_asks_for_more)
{
  static const struct
  {
    const char *conflicted;
    guint n_for, n_against;
    const char *result;
    gint64 least;
  } rows[] = {
    { "", 2, 3, "carried", 1 },
    { "f", 2, 3, "not-carried", 1 },
    { "f", 2, 2, "not-carried", 1 },
    { "f", 3, 2, "carried", 1 },
    { "f", 1, 0, "no-quorum", 1 },
    { "f", 2, 0, "carried", 1 },
    { "ef", 4, 0, "carried", 2 },
    { "f", 0, 0, "no-quorum", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = conflicted_world (EASY, "'regime': 'qualified-majority'",
                                                    rows[i].conflicted);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, rows[i].n_for, rows[i].n_against, 0);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->tests->len == (rows[i].conflicted[0] != '\0' ? 3 : 1), "row %u", i);
      cr_assert (d->has_margin && d->margin_least == rows[i].least
                   && d->margin_most == rows[i].least,
                 "row %u: %d to %d (%s)", i, (int) d->margin_least, (int) d->margin_most,
                 d->margin_change);
    }
}

CHARTER_TEST (regimes, the_tests_of_a_qualified_majority_are_shown)
{
  g_autoptr(CharterBuild) b = conflicted_world (
    NULL, "'regime': 'qualified-majority', 'clause': 'cl'", "f");
  g_autofree char *json = NULL;

  world_votes (b, 1, 1, 1);
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (
    json,
    "{'quorate':true,'quorum':{'base':'members','base-count':6,'counted':3,'holds':true,"
    "'needed':2},'tests':[{'compare':'>','holds':false,'id':'majority','left':1,'right':1},"
    "{'compare':'>','holds':false,'id':'qualified-majority','left':1,'right':1},"
    "{'compare':'>=','holds':false,'id':'qualified-two','left':1,'right':2}]}",
    "quorate", "quorum", "tests");
  cr_assert (strstr (json, "Test qualified-two: 1 in favour; at least 2 is needed.") != NULL);
  cr_assert (strstr (json, "Since somebody is kept out, at least 2 must take part.") != NULL);
}

/* A conflict under another regime does not ask for it. */
CHARTER_TEST (regimes, only_who_is_barred_under_it_counts)
{
  static const char policy[] = "'regime': 'fixed-base', 'categories': [{'category': 'financial', "
                               "'regime': 'qualified-majority'}]";
  g_autofree char *more = g_strdup_printf ("'conflicts': {%s}", policy);
  g_autoptr(CharterBuild) b = world_of_persons (6, NULL, more);
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "stepped-out", WORLD_VOTES, "{'decision': 'item', 'person': 'f'}");
  world_votes (b, 1, 0, 0);
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_CARRIED && d->tests->len == 1 && !d->quorum.given);
}

CHARTER_TEST (regimes, a_floor_is_a_quorum_where_somebody_is_barred)
{
  static const struct { const char *conflicted; guint n_for; const char *result; } rows[] = {
    { "", 1, "carried" }, { "f", 2, "no-quorum" }, { "f", 3, "carried" }, { "ef", 3, "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = conflicted_world (NULL, "'floor': 3, 'remedies': ['adjourn']",
                                                    rows[i].conflicted);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, rows[i].n_for, 0, 0);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->quorum.given == (rows[i].conflicted[0] != '\0'), "row %u", i);
      cr_assert (d->remedies->len == (d->result == CHARTER_RESULT_NO_QUORUM ? 1 : 0), "row %u", i);
    }
}

CHARTER_TEST (regimes, nobody_left)
{
  static const struct { const char *rule, *regime, *result; } rows[] = {
    { NULL, "fixed-base", "not-carried" },
    { NULL, "units-removed", "not-carried" },
    { "'quorum': {'share': '1/2'}", "fixed-base", "no-quorum" },
    { "'quorum': {'base': 'eligible', 'share': '1/2'}", "units-removed", "not-carried" },
    { "'quorum': {'base': 'eligible', 'share': '1/2', 'compare': '>'}", "units-removed",
      "no-quorum" },
    { NULL, "qualified-majority", "no-quorum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *policy = g_strdup_printf ("'regime': '%s', 'remedies': ['dispensation']",
                                                 rows[i].regime);
      g_autoptr(CharterBuild) b = conflicted_world (rows[i].rule, policy, "abcdef");
      g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER), closed = NULL;
      g_autofree char *json = world_decide_json (b, WORLD_AFTER);

      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->nobody_left && d->remedies->len == 1 && !d->has_margin, "row %u", i);
      cr_assert (strstr (json, "\"code\":\"nobody-left\"") != NULL, "row %u: %s", i, json);
      charter_build_add (b, "decision-closed", WORLD_CLOSES, "{'decision': 'item'}");
      closed = world_decide (b, WORLD_AFTER);
      cr_assert (!closed->disputed && closed->remedies->len == 1, "row %u", i);
    }
}
