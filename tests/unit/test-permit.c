/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include <charter/charter.h>

/* May I: membership, permissions, terms, conflicts and what lifts them; the electorate. */

/* Permissions */

static CharterBuild *
permission_world (const char *more)
{
  g_autofree char *charter = world_charter ("'unit': 'person'", more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'north', 'name': 'North'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['north']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'b', 'constituencies': ['lived']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'c'}");

  return b;
}

#define ACTS                                                                                       \
  "'constituencies': [{'id': 'lived'}], 'roles': [{'id': 'chair', 'acts': ['chair', 'record']}], " \
  "'permissions': [{'act': 'propose', 'to': ['partners', 'constituency:lived'], 'clause': 'cl'}, " \
  "{'act': 'spend', 'to': ['person:c'], 'limit': {'amount-at-most': 5000}}]"

CHARTER_TEST (permit, default_deny_act_by_act)
{
  static const struct { const char *person, *act, *answer;
  } rows[] = {
    { "a", "propose", "allowed" },
    { "b", "propose", "allowed" },
    { "c", "propose", "denied: no-permission" },
    { "a", "record", "denied: no-permission" },
    { "a", "chair", "denied: no-permission" },
    { "a", "see-sealed", "denied: no-permission" },
    { "a", "handle-concern", "denied: no-permission" },
    { "a", "record-for", "denied: no-permission" },
    { "a", "discuss", "allowed" },
    { "c", "whatever", "allowed" },
    { "north", "discuss", "denied: not-a-member" },
  };
  g_autoptr(CharterBuild) b = permission_world (ACTS);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    world_assert_may (b, rows[i].person, rows[i].act, NULL, WORLD_VOTES, rows[i].answer);
}

CHARTER_TEST (permit, a_charter_that_lists_nothing_leaves_everything_open)
{
  g_autoptr(CharterBuild) b = permission_world (NULL);

  world_assert_may (b, "a", "see-sealed", NULL, WORLD_VOTES, "allowed");
  world_assert_may (b, "a", "chair", NULL, WORLD_VOTES, "allowed");
}

CHARTER_TEST (permit, roles_and_terms)
{
  static const struct { const char *at, *answer; } rows[] = {
    { "2026-01-09T09:00:00Z", "denied: no-permission" },   /* given for a later day */
    { "2026-01-10T00:00:00Z", "allowed" }, { "2026-01-20T23:59:59Z", "allowed" },
    { "2026-01-21T00:00:00Z", "denied: term-ended" },
  };
  g_autoptr(CharterBuild) b = permission_world (ACTS);

  charter_build_add (
    b, "role-given", WORLD_START,
    "{'role': 'chair', 'person': 'a', 'from': '2026-01-10', 'until': '2026-01-20'}");
  charter_build_add (b, "role-given", WORLD_START,
                     "{'role': 'chair', 'person': 'b', 'from': '2026-02-01'}");
  charter_build_add (b, "role-ended", "2026-02-03T09:00:00Z", "{'role': 'chair', 'person': 'b'}");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    world_assert_may (b, "a", "chair", NULL, rows[i].at, rows[i].answer);
  world_assert_may (b, "b", "chair", NULL, "2026-02-02T09:00:00Z", "allowed");
  world_assert_may (b, "b", "chair", NULL, "2026-02-03T09:00:00Z", "denied: term-ended");
}

CHARTER_TEST (permit, limits)
{
  static const struct { gint64 amount; const char *answer; } rows[] = {
    { 4999, "allowed" }, { 5000, "allowed" }, { 5001, "denied: over-limit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = permission_world (ACTS);
      CharterScene scene;
      CharterJudgement judgement;

      charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                         "{'id': 'item', 'title': 'D', 'rule': 'r', 'amount': %d}",
                         (int) rows[i].amount);
      world_assert_may (b, "c", "spend", "item", WORLD_VOTES, rows[i].answer);
      world_assert_may (b, "c", "spend", NULL, WORLD_VOTES, "allowed");
      world_assert_may (b, "a", "spend", "item", WORLD_VOTES, "denied: no-permission");
      scene = charter_build_scene (b);
      charter_permit_may_amount (&scene, charter_build_ref (b, "c"), "spend", rows[i].amount,
                                 charter_build_instant (WORLD_VOTES), &judgement);
      cr_assert ((judgement.answer == CHARTER_ANSWER_ALLOWED) == (rows[i].amount <= 5000));
      charter_judgement_clear (&judgement);
    }
}

CHARTER_TEST (permit, members_only)
{
  g_autoptr(CharterBuild) b = permission_world (NULL);

  charter_build_add (b, "person-left", "2026-01-20T09:00:00Z", "{'person': 'c'}");
  world_assert_may (b, "c", "discuss", NULL, "2026-01-05T08:59:59Z", "denied: not-a-member");
  world_assert_may (b, "c", "discuss", NULL, "2026-01-20T08:59:59Z", "allowed");
  world_assert_may (b, "c", "discuss", NULL, "2026-01-20T09:00:00Z", "denied: not-a-member");
  world_assert_may (b, "nobody", "discuss", NULL, WORLD_VOTES, "denied: not-a-member");
}

CHARTER_TEST (permit, without_a_charter_nothing_is_permitted)
{
  g_autoptr(CharterBuild) b = charter_build_new (NULL, WORLD_START);

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
  world_assert_may (b, "a", "discuss", NULL, WORLD_VOTES, "denied: no-charter");
}

/* Voting */

CHARTER_TEST (permit, voters)
{
  static const struct { const char *voters, *a, *b, *c; } rows[] = {
    { "['role:governor']", "allowed", "denied: term-ended", "denied: not-appointed" },
    { "['role:governor', 'constituency:lived']", "allowed", "allowed", "denied: not-a-voter" },
    { "['persons']", "allowed", "allowed", "allowed" },
    { "['person:c']", "denied: not-a-voter", "denied: not-a-voter", "allowed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'unit': 'person', 'voters': %s", rows[i].voters);
      g_autofree char *charter = world_charter (
        rule,
        "'constituencies': [{'id': 'lived'}], 'roles': [{'id': 'governor', 'holder': 'many'}]");
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
      charter_build_add (b, "person-joined", WORLD_START,
                         "{'id': 'b', 'constituencies': ['lived']}");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'c'}");
      charter_build_add (b, "role-given", WORLD_START, "{'role': 'governor', 'person': 'a'}");
      charter_build_add (b, "role-given", WORLD_START,
                         "{'role': 'governor', 'person': 'b', 'until': '2026-01-06'}");
      world_propose (b);
      world_assert_may (b, "a", "vote", "item", WORLD_VOTES, rows[i].a);
      world_assert_may (b, "b", "vote", "item", WORLD_VOTES, rows[i].b);
      world_assert_may (b, "c", "vote", "item", WORLD_VOTES, rows[i].c);
      world_assert_may (b, "a", "vote", NULL, WORLD_VOTES,
                        g_str_has_prefix (rows[i].a, "allowed") ? "allowed"
                                                                : "denied: not-a-voter");
      world_assert_may (b, "c", "be-counted", "item", WORLD_AFTER, rows[i].c);
    }
}

CHARTER_TEST (permit, a_listed_vote_is_for_those_listed)
{
  g_autoptr(CharterBuild)
    b = world_of_persons (3, NULL, "'permissions': [{'act': 'vote', 'to': ['person:a']}]");
  g_autofree char *electorate = NULL;

  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "allowed");
  world_assert_may (b, "b", "vote", "item", WORLD_VOTES, "denied: no-permission");
  electorate = world_electorate (b, WORLD_VOTES);
  cr_assert (strstr (electorate, "\"vote\":[\"a\"]") != NULL, "%s", electorate);
}

CHARTER_TEST (permit, times_of_voting)
{
  g_autoptr(CharterBuild) b = world_of_persons (3, "'recast': 'refused'", NULL);

  world_assert_may (b, "a", "vote", "item", "2026-01-07T08:59:59Z", "denied: not-yet-open");
  world_assert_may (b, "a", "vote", "item", WORLD_OPENS, "allowed");
  world_assert_may (b, "a", "vote", "item", "2026-01-14T08:59:59Z", "allowed");
  world_assert_may (b, "a", "vote", "item", WORLD_CLOSES, "denied: closed");
  world_vote (b, "a", "for");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: already-voted");
  world_assert_may (b, "b", "vote", "item", WORLD_VOTES, "allowed");
  charter_build_add (b, "ballot-withdrawn", "2026-01-09T09:00:00Z",
                     "{'decision': 'item', 'voter': 'a'}");
  world_assert_may (b, "a", "vote", "item", "2026-01-09T09:00:00Z", "allowed");
  charter_build_add (b, "decision-withdrawn", "2026-01-10T09:00:00Z", "{'decision': 'item'}");
  world_assert_may (b, "b", "vote", "item", "2026-01-10T09:00:00Z", "denied: closed");
}

/* Conflicts */

static CharterBuild *
conflict_world (const char *policy)
{
  g_autofree char *more = policy != NULL ? g_strdup_printf ("'conflicts': {%s}", policy) : NULL;

  return world_of_persons (5, NULL, more);
}

static void
declare (CharterBuild *b,
         const char   *members)
{
  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'%s}",
                     members);
}

CHARTER_TEST (permit, regimes_bar_act_by_act)
{
  static const char *const acts[] = { "see-papers", "discuss", "be-present",
                                      "be-counted", "vote",    "be-heard" };
  static const struct { const char *policy, *barred;
  } rows[] = {
    { NULL, "-xxxxx" },
    { "'regime': 'fixed-base'", "-xxxxx" },
    { "'regime': 'units-removed'", "-xxxxx" },
    { "'regime': 'counts-present'", "-x--xx" },
    { "'regime': 'mine', 'regimes': [{'id': 'mine', 'papers': false, 'discussion': true, "
      "'presence': true, 'quorum': 'counts'}]",
      "x---x-" },
    { "'regime': 'mine', 'regimes': [{'id': 'mine', 'papers': true, 'discussion': true, "
      "'presence': true, 'vote': true, 'quorum': 'counts'}]",
      "------" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = conflict_world (rows[i].policy);

      declare (b, "");
      for (guint k = 0; k < G_N_ELEMENTS (acts); k++)
        {
          world_assert_may (b, "a", acts[k], "item", WORLD_VOTES,
                            rows[i].barred[k] == 'x' ? "denied: conflict" : "allowed");
          world_assert_may (b, "b", acts[k], "item", WORLD_VOTES, "allowed");
        }
      world_assert_may (b, "a", "chair", "item", WORLD_VOTES, "allowed");
    }
}

CHARTER_TEST (permit, interests_have_their_time)
{
  static const struct { const char *members, *ended, *policy, *at, *answer; } rows[] = {
    { ", 'since': '2026-01-09'", NULL, NULL, WORLD_VOTES, "allowed" },
    { ", 'since': '2026-01-08'", NULL, NULL, WORLD_VOTES, "denied: conflict" },
    { ", 'until': '2026-01-07'", NULL, NULL, WORLD_VOTES, "allowed" },
    { ", 'until': '2026-01-08'", NULL, NULL, WORLD_VOTES, "denied: conflict" },
    { ", 'until': '2026-01-05'", NULL, "'tail': 'P3D'", WORLD_VOTES, "denied: conflict" },
    { ", 'until': '2026-01-04'", NULL, "'tail': 'P3D'", WORLD_VOTES, "allowed" },
    { "", "2026-01-08T08:59:59Z", NULL, WORLD_VOTES, "allowed" },
    { "", "2026-01-08T09:00:01Z", NULL, WORLD_VOTES, "denied: conflict" },
    { "", "2026-01-06T08:00:00Z", "'tail': 'P2D'", WORLD_VOTES, "denied: conflict" },
    { "", "2026-01-05T09:00:00Z", "'tail': 'P2D'", WORLD_VOTES, "allowed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = conflict_world (rows[i].policy);
      g_autofree char *answer = NULL;

      declare (b, rows[i].members);
      if (rows[i].ended != NULL)
        charter_build_add (b, "interest-ended", rows[i].ended, "{'interest': 'i'}");
      answer = world_may (b, "a", "vote", "item", rows[i].at);
      cr_assert (g_str_equal (answer, rows[i].answer), "row %u: %s", i, answer);
    }
}

CHARTER_TEST (permit, exemptions)
{
  static const struct { const char *policy, *answer; } rows[] = {
    { "'exempt-categories': ['financial']", "allowed" },
    { "'exempt-categories': ['indirect']", "denied: conflict" },
    { "'exempt': ['public-body'], 'public-bodies': ['acme']", "allowed" },
    { "'public-bodies': ['acme']", "denied: conflict" },
    { "'exempt': ['shared-by-all']", "denied: conflict" },
  };
  g_autoptr(CharterBuild) shared = conflict_world ("'exempt': ['shared-by-all']");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = conflict_world (rows[i].policy);

      declare (b, "");
      world_assert_may (b, "a", "vote", "item", WORLD_VOTES, rows[i].answer);
    }
  for (char c = 'a'; c <= 'e'; c++)
    charter_build_add (shared, "interest-declared", WORLD_START,
                       "{'id': 'i-%c', 'person': '%c', 'party': 'acme', 'category': 'financial'}",
                       c, c);
  world_assert_may (shared, "a", "vote", "item", WORLD_VOTES, "allowed");
}

CHARTER_TEST (permit, own_matter)
{
  g_autofree char *charter = world_charter ("'speaks': 'last'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autofree char *electorate = NULL;

  for (char c = 'x'; c <= 'y'; c++)
    charter_build_add (b, "partner-joined", WORLD_START, "{'id': '%c', 'name': 'P'}", c);
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'b', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'c', 'for': ['y']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'e', 'for': ['y']}");
  charter_build_add (
    b, "decision-proposed", WORLD_PROPOSED,
    "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['x', 'c'], 'centre': 'e'}");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: own-matter");
  world_assert_may (b, "b", "discuss", "item", WORLD_VOTES, "denied: own-matter");
  world_assert_may (b, "c", "vote", "item", WORLD_VOTES, "denied: own-matter");
  world_assert_may (b, "e", "vote", "item", WORLD_VOTES, "allowed");
  electorate = world_electorate (b, WORLD_VOTES);
  charter_assert_str (
    electorate, "{\"delegations\":[],\"discussion\":[\"e\"],\"excluded\":["
                "{\"from\":[\"quorum\",\"vote\"],\"ground\":\"own-matter\",\"who\":\"x\"},"
                "{\"from\":[\"discussion\",\"presence\"],\"ground\":\"own-matter\",\"who\":\"a\"},"
                "{\"from\":[\"discussion\",\"presence\"],\"ground\":\"own-matter\",\"who\":\"b\"},"
                "{\"from\":[\"discussion\",\"presence\"],\"ground\":\"own-matter\",\"who\":\"c\"}],"
                "\"papers\":[\"a\",\"b\",\"c\",\"e\"],\"presence\":[\"e\"],\"quorum\":[\"y\"],"
                "\"vote\":[\"y\"]}");
}

CHARTER_TEST (permit, stepping_out_and_in)
{
  g_autoptr(CharterBuild) b = conflict_world (NULL);

  charter_build_add (b, "stepped-out", "2026-01-08T09:00:00Z",
                     "{'decision': 'item', 'person': 'b'}");
  charter_build_add (b, "stepped-in", "2026-01-08T10:00:00Z",
                     "{'decision': 'item', 'person': 'b'}");
  world_assert_may (b, "b", "discuss", "item", "2026-01-08T08:59:59Z", "allowed");
  world_assert_may (b, "b", "discuss", "item", "2026-01-08T09:00:00Z", "denied: withdrew");
  world_assert_may (b, "b", "vote", "item", "2026-01-08T10:00:00Z", "allowed");
}

CHARTER_TEST (permit, several_grounds_are_all_told)
{
  g_autoptr(CharterBuild) b = conflict_world (NULL);

  declare (b, "");
  charter_build_add (b, "stepped-out", WORLD_VOTES, "{'decision': 'item', 'person': 'a'}");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: conflict withdrew");
}

CHARTER_TEST (permit, dispensations)
{
  static const struct { const char *acts, *scope, *until, *discuss, *vote, *counted;
  } rows[] = {
    { "['vote']", "decision:item", "2026-01-08", "denied: conflict", "allowed: dispensation",
      "allowed: dispensation" },
    { "['vote']", "decision:item", "2026-01-07", "denied: conflict", "denied: conflict",
      "denied: conflict" },
    { "['discuss', 'vote']", "rule:r", "2026-12-31", "allowed: dispensation",
      "allowed: dispensation", "allowed: dispensation" },
    { "['discuss']", "rule:other", "2026-12-31", "denied: conflict", "denied: conflict",
      "denied: conflict" },
    { "['discuss']", "area:grants", "2026-12-31", "denied: conflict", "denied: conflict",
      "denied: conflict" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = conflict_world (NULL);

      declare (b, "");
      charter_build_add (
        b, "dispensation-granted", WORLD_START,
        "{'id': 'x', 'person': 'a', 'acts': %s, 'scope': '%s', 'ground': 'needed', 'until': '%s'}",
        rows[i].acts, rows[i].scope, rows[i].until);
      world_assert_may (b, "a", "discuss", "item", WORLD_VOTES, rows[i].discuss);
      world_assert_may (b, "a", "vote", "item", WORLD_VOTES, rows[i].vote);
      world_assert_may (b, "a", "be-counted", "item", WORLD_VOTES, rows[i].counted);
    }
}

CHARTER_TEST (permit, deciding_on_a_dispensation)
{
  static const struct { const char *policy, *answer;
  } rows[] = {
    { "'dispensation-by': 'others'", "denied: own-matter" },
    { "'dispensation-by': 'all'", "allowed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *more = g_strdup_printf ("'conflicts': {%s}", rows[i].policy);
      g_autofree char *charter = world_charter ("'unit': 'person'", more);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
      charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                         "{'id': 'item', 'title': 'D', 'rule': 'r', 'dispenses': ['a']}");
      charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
      world_assert_may (b, "a", "vote", "item", WORLD_VOTES, rows[i].answer);
    }
}

CHARTER_TEST (permit, rulings)
{
  g_autoptr(CharterBuild) b = conflict_world ("'needs-ruling': true");

  declare (b, "");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "indeterminate: needs-ruling");
  world_assert_may (b, "a", "see-papers", "item", WORLD_VOTES, "allowed");
  charter_build_add (b, "conflict-ruled", WORLD_VOTES,
                     "{'decision': 'item', 'person': 'a', 'conflicted': false}");
  charter_build_add (b, "conflict-ruled", "2026-01-09T09:00:00Z",
                     "{'decision': 'item', 'person': 'a', 'conflicted': true}");
  charter_build_add (b, "conflict-ruled", "2026-01-09T09:00:00Z",
                     "{'decision': 'item', 'person': 'c', 'conflicted': true}");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "allowed");
  world_assert_may (b, "a", "vote", "item", "2026-01-09T09:00:00Z", "denied: conflict");
  world_assert_may (b, "c", "vote", "item", "2026-01-09T09:00:00Z", "denied: conflict");
}

/* Concerns */

CHARTER_TEST (permit, handling_a_concern_is_judged_at_the_gate)
{
  g_autoptr(CharterBuild) b = permission_world (
    "'permissions': [{'act': 'handle-concern', 'to': ['person:a', 'person:b']}]");

  charter_build_add (b, "concern-raised", "2026-01-06T00:00:00Z",
                     "{'id': 'k', 'track': 'complaint', 'text': 'T'}");
  world_assert_may (b, "a", "handle-concern", "k", WORLD_VOTES, "indeterminate: not-judged");
  world_assert_may (b, "c", "handle-concern", "k", WORLD_VOTES, "denied: no-permission");
  charter_build_add (b, "concern-assigned", "2026-01-07T00:00:00Z",
                     "{'concern': 'k', 'handler': 'a', 'conflict-free': true}");
  charter_build_add (b, "concern-assigned", "2026-01-07T00:00:00Z",
                     "{'concern': 'k', 'handler': 'b', 'conflict-free': false}");
  world_assert_may (b, "a", "handle-concern", "k", WORLD_VOTES, "allowed");
  world_assert_may (b, "b", "handle-concern", "k", WORLD_VOTES, "denied: conflict");
  world_assert_may (b, "a", "handle-concern", "k", WORLD_PROPOSED, "indeterminate: not-judged");
}

/* Objects */

CHARTER_TEST (permit, objects)
{
  g_autoptr(CharterBuild) b = conflict_world ("'clause': 'cl'");
  CharterScene scene;
  g_autoptr(CharterView) view = NULL;
  g_autoptr(CharterVerdict) verdict = NULL;
  g_autoptr(CharterElectorate) electorate = NULL;
  g_autoptr(GListModel) conflicts = NULL, interests = NULL;
  g_autoptr(CharterExclusion) row = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL, *list = NULL;

  declare (b, "");
  scene = charter_build_scene (b);
  view = charter_view_new (scene.state, scene.known);
  verdict = charter_view_may (view, "a", "vote", "item", WORLD_VOTES, &error);
  charter_assert_no_error (error);
  cr_assert (charter_verdict_get_answer (verdict) == CHARTER_ANSWER_DENIED);
  charter_assert_str (charter_verdict_get_grounds (verdict)[0], "conflict");
  charter_assert_str (
    charter_verdict_get_summary (verdict),
    "Denied: a has declared an interest in acme, which item concerns (financial).");
  json = charter_verdict_to_json (verdict);
  charter_assert_str (
    json,
    "{\"answer\":\"denied\",\"changes\":[{\"code\":\"interest-ended\",\"entries\":[],"
    "\"message\":\"The interest i ends.\"},{\"code\":\"conflict-ruled\",\"entries\":[],\"message\":"
    "\"The others rule that it is no conflict.\"},{\"code\":\"dispensation-granted\",\"entries\":[],"
    "\"message\":\"A dispensation lets a vote on item.\"}],\"grounds\":[\"conflict\"],\"reasons\":[{\"clause\":\"cl\",\"code\":"
    "\"conflict\","
    "\"entries\":[10],\"message\":\"a has declared an interest in acme, which item concerns "
    "(financial).\","
    "\"reasons\":[{\"clause\":\"cl\",\"code\":\"regime\",\"entries\":[],\"message\":"
    "\"Under the regime fixed-base this bars from: discussion, presence, quorum, vote.\"}]},{\"code\":"
    "\"basis\",\"entries\":[2,3,8,9],\"message\":\"This is judged under the charter “C” as it was in "
    "force for item.\"}]}");
  electorate = charter_view_electorate (view, "item", WORLD_AFTER, &error);
  charter_assert_no_error (error);
  charter_assert_str (charter_electorate_get_at (electorate), WORLD_CLOSES);
  cr_assert (g_strv_length ((char **) charter_electorate_get_vote (electorate)) == 4);
  cr_assert (g_strv_length ((char **) charter_electorate_get_papers (electorate)) == 5);
  row = g_list_model_get_item (charter_electorate_get_excluded (electorate), 0);
  charter_assert_str (charter_exclusion_get_who (row), "a");
  charter_assert_str (charter_exclusion_get_explanation (row),
                      "Has an interest in a party that the item concerns, or is connected with it.");
  cr_assert (charter_exclusion_get_entry (row) == 10);
  conflicts = charter_view_list_conflicts (view, "item", WORLD_AFTER, &error);
  list = charter_conflict_list_to_json (conflicts);
  charter_assert_str (
    list,
    "[{\"category\":\"financial\",\"clause\":\"cl\",\"effect\":\"fixed-base\",\"kind\":\"direct\","
    "\"links\":[{\"entry\":10,\"from\":\"a\",\"id\":\"i\",\"relation\":\"declared\",\"to\":\"acme\"}],"
    "\"party\":\"acme\",\"path\":[\"a\",\"acme\"],\"person\":\"a\"}]");
  interests = charter_view_list_interests (view, "b", WORLD_AFTER, &error);
  cr_assert (g_list_model_get_n_items (interests) == 0);
}

CHARTER_TEST (permit, questions_that_cannot_be_asked)
{
  g_autoptr(CharterBuild) b = conflict_world (NULL);
  CharterScene scene = charter_build_scene (b);
  g_autoptr(CharterView) view = charter_view_new (scene.state, scene.known);
  static const struct { const char *subject, *at; CharterError code;
  } rows[] = {
    { "item", "yesterday", CHARTER_ERROR_VALUE },
    { "item", "2026-02-30T09:00:00Z", CHARTER_ERROR_VALUE },
    { "no-such", WORLD_AFTER, CHARTER_ERROR_NOT_FOUND },
    { "item", "2026-01-06T08:59:59Z", CHARTER_ERROR_NOT_FOUND },
  };
  g_autoptr(CharterVerdict) stranger = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) may = NULL, decide = NULL, electorate = NULL, conflicts = NULL;

      cr_assert (charter_view_may (view, "a", "vote", rows[i].subject, rows[i].at, &may) == NULL);
      charter_assert_error (may, CHARTER_ERROR, (gint) rows[i].code);
      cr_assert (charter_view_decide (view, rows[i].subject, rows[i].at, &decide) == NULL);
      charter_assert_error (decide, CHARTER_ERROR, (gint) rows[i].code);
      cr_assert (charter_view_electorate (view, rows[i].subject, rows[i].at, &electorate) == NULL);
      charter_assert_error (electorate, CHARTER_ERROR, (gint) rows[i].code);
      cr_assert (charter_view_list_conflicts (view, rows[i].subject, rows[i].at, &conflicts)
                 == NULL);
      charter_assert_error (conflicts, CHARTER_ERROR, (gint) rows[i].code);
    }
  stranger = charter_view_may (view, "who", "vote", "item", WORLD_VOTES, NULL);
  charter_assert_str (charter_verdict_get_summary (stranger),
                      "Denied: who is not a current person of the partnership.");
}

CHARTER_TEST (permit, an_outcome_outlives_its_view)
{
  CharterBuild *b = world_of_persons (3, "'quorum': {'share': '1/2'}", NULL);
  g_autoptr(CharterOutcome) outcome = NULL;
  g_autoptr(CharterTestRow) test = NULL;
  g_autoptr(GListModel) reasons = NULL;

  world_votes (b, 2, 1, 0);
  {
    CharterScene scene = charter_build_scene (b);
    g_autoptr(CharterView) view = charter_view_new (scene.state, scene.known);

    outcome = charter_view_decide (view, "item", WORLD_AFTER, NULL);
  }
  charter_build_free (b);
  cr_assert (charter_outcome_get_result (outcome) == CHARTER_RESULT_CARRIED);
  charter_assert_str (charter_outcome_get_decision (outcome), "item");
  charter_assert_str (charter_outcome_get_closes (outcome), WORLD_CLOSES);
  charter_assert_str (charter_outcome_get_quorum_base (outcome), "members");
  cr_assert (charter_outcome_get_quorum_needed (outcome) == 2
             && charter_outcome_get_quorum_counted (outcome) == 3);
  cr_assert (charter_outcome_get_count (outcome, CHARTER_CHOICE_FOR) == 2
             && charter_outcome_get_silent (outcome) == 0);
  cr_assert (charter_outcome_get_margin_at_least (outcome) == 1);
  charter_assert_str (charter_outcome_get_summary (outcome),
                      "Carried: the quorum was reached, and every test holds.");
  test = g_list_model_get_item (charter_outcome_get_tests (outcome), 0);
  charter_assert_str (charter_test_row_get_right (test), "3/2");
  cr_assert (g_list_model_get_n_items (charter_outcome_get_excluded (outcome)) == 0);
  cr_assert (g_list_model_get_n_items (charter_outcome_get_reasons (outcome)) == 1);
}
