/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

/* What was decided: boundaries of quorum and tests, ties, several ballots, times, finality. */

/* Quorum */

CHARTER_TEST (decide, quorum_boundaries)
{
  static const struct
  {
    const char *quorum;
    guint members, voting;
    gint64 needed;
    const char *result;
  } rows[] = {
    { "{'share': '1/2', 'compare': '>'}", 8, 4, 5, "no-quorum" },
    { "{'share': '1/2', 'compare': '>'}", 8, 5, 5, "carried" },
    { "{'share': '1/2', 'compare': '>'}", 7, 3, 4, "no-quorum" },
    { "{'share': '1/2', 'compare': '>'}", 7, 4, 4, "carried" },
    { "{'share': '1/2', 'compare': '>='}", 8, 3, 4, "no-quorum" },
    { "{'share': '1/2', 'compare': '>='}", 8, 4, 4, "carried" },
    { "{'share': '1/2'}", 8, 4, 4, "carried" },
    { "{'share': '2/3'}", 9, 5, 6, "no-quorum" },
    { "{'share': '2/3'}", 9, 6, 6, "carried" },
    { "{'share': '2/3', 'compare': '>'}", 9, 6, 7, "no-quorum" },
    { "{'share': '2/3', 'round': 'down'}", 8, 5, 5, "carried" },
    { "{'share': '2/3', 'round': 'down'}", 8, 4, 5, "no-quorum" },
    { "{'share': '2/3', 'round': 'up'}", 8, 5, 6, "no-quorum" },
    { "{'share': '1/3', 'round': 'nearest'}", 8, 3, 3, "carried" },
    { "{'share': '1/3', 'round': 'nearest'}", 7, 2, 2, "carried" },
    { "{'share': '1/2', 'plus': 1}", 8, 4, 5, "no-quorum" },
    { "{'share': '1/2', 'plus': 1}", 8, 5, 5, "carried" },
    { "{'at-least': 3}", 8, 2, 3, "no-quorum" },
    { "{'at-least': 3}", 8, 3, 3, "carried" },
    { "{'at-least': '5/2'}", 8, 3, 3, "carried" },
    { "{'share': '1'}", 4, 3, 4, "no-quorum" },
    { "{'share': '1'}", 4, 4, 4, "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'quorum': %s", rows[i].quorum);
      g_autoptr(CharterBuild) b = world_of_persons (rows[i].members, rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, rows[i].voting, 0, 0);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->quorum.needed == rows[i].needed, "row %u: needed %d", i,
                 (int) d->quorum.needed);
      cr_assert (d->quorum.counted == rows[i].voting, "row %u", i);
      cr_assert (d->quorum.base_count == rows[i].members, "row %u", i);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->quorate == d->quorum.holds
                 && d->quorate == (d->result == CHARTER_RESULT_CARRIED));
    }
}

CHARTER_TEST (decide, which_ballots_make_a_quorum)
{
  static const struct { const char *counts; gint64 counted; } rows[] = {
    { "['for', 'against', 'abstain']", 6 },
    { "['for', 'against']", 5 },
    { "['for', 'abstain']", 4 },
    { "['for']", 3 },
    { "['abstain']", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'quorum': {'at-least': 1, 'counts': %s}",
                                               rows[i].counts);
      g_autoptr(CharterBuild) b = world_of_persons (8, rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, 3, 2, 1);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->quorum.counted == rows[i].counted, "row %u: %d", i, (int) d->quorum.counted);
    }
}

CHARTER_TEST (decide, required_categories)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'quorum': {'at-least': 1, 'requires': "
    "[{'constituency': 'lived', 'at-least': 2}, {'role': 'chair', 'at-least': 1}]}",
    "'constituencies': [{'id': 'lived'}], 'roles': [{'id': 'chair'}, "
    "{'id': 'deputy', 'substitutes': 'chair'}]");
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  const CharterRequirementResult *rows;
  g_autoptr(CharterDecided) one = NULL, two = NULL;

  for (char c = 'a'; c <= 'e'; c++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c', 'constituencies': %s}", c,
                       c <= 'c' ? "['lived']" : "[]");
  charter_build_add (b, "role-given", WORLD_START, "{'role': 'deputy', 'person': 'e'}");
  world_propose (b);
  world_vote (b, "a", "for");
  world_vote (b, "d", "for");
  one = world_decide (b, WORLD_AFTER);
  cr_assert (one->result == CHARTER_RESULT_NO_QUORUM);
  rows = (const CharterRequirementResult *) one->quorum.requires_->data;
  cr_assert (rows[0].needed == 2 && rows[0].counted == 1 && !rows[0].holds);
  cr_assert (rows[1].needed == 1 && rows[1].counted == 0 && !rows[1].holds);
  world_vote (b, "c", "against");
  world_assert_result (b, WORLD_AFTER, "no-quorum");
  world_vote (b, "e", "abstain");
  two = world_decide (b, WORLD_AFTER);
  cr_assert (two->result == CHARTER_RESULT_CARRIED, "a deputy stands in for the chair");
}

/* Tests */

CHARTER_TEST (decide, test_boundaries)
{
  static const struct
  {
    const char *test;
    guint n_for, n_against, n_abstain;
    const char *result;
  } rows[] = {
    { "'share': '1/2', 'compare': '>'", 4, 4, 0, "not-carried" },
    { "'share': '1/2', 'compare': '>'", 5, 4, 0, "carried" },
    { "'share': '1/2', 'compare': '>'", 3, 4, 0, "not-carried" },
    { "'share': '1/2', 'compare': '>='", 4, 4, 0, "carried" },
    { "'share': '2/3'", 6, 3, 0, "carried" },
    { "'share': '2/3'", 5, 3, 0, "not-carried" },
    { "'share': '2/3', 'compare': '>'", 6, 3, 0, "not-carried" },
    { "'share': '2/3', 'compare': '>'", 7, 3, 0, "carried" },
    { "'share': '1/2', 'base': 'for+against+abstain'", 4, 3, 1, "not-carried" },
    { "'share': '1/2', 'base': 'for+against+abstain'", 5, 3, 1, "carried" },
    { "'share': '1/2', 'base': 'cast'", 2, 1, 1, "not-carried" },
    { "'share': '1/2', 'base': 'members'", 6, 0, 0, "not-carried" },
    { "'share': '1/2', 'base': 'members'", 7, 0, 0, "carried" },
    { "'share': '1/2', 'base': 'eligible'", 6, 0, 0, "not-carried" },
    { "'share': '1/2', 'base': 'quorum'", 2, 1, 1, "not-carried" },
    { "'at-least': 3", 2, 0, 0, "not-carried" },
    { "'at-least': 3", 3, 9, 0, "carried" },
    { "'of': 'against', 'at-most': 1", 5, 1, 0, "carried" },
    { "'of': 'against', 'at-most': 1", 5, 2, 0, "not-carried" },
    { "'at-least': 2, 'at-most': 3", 4, 0, 0, "not-carried" },
    { "'share': '1/2', 'compare': '>=', 'plus': 1", 5, 4, 0, "not-carried" },
    { "'share': '1/2', 'compare': '>=', 'plus': 1", 6, 4, 0, "carried" },
    { "'share': '2/3', 'round': 'down'", 5, 3, 0, "carried" },
    { "'share': '2/3', 'round': 'up'", 5, 3, 0, "not-carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'tests': [{'id': 't', %s}]", rows[i].test);
      g_autoptr(CharterBuild) b = world_of_persons (12, rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, rows[i].n_for, rows[i].n_against, rows[i].n_abstain);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
    }
}

CHARTER_TEST (decide, nobody_in_favour_never_passes)
{
  g_autoptr(CharterBuild)
    b = world_of_persons (4, "'tests': [{'id': 't', 'share': '1/2', 'compare': '>='}]", NULL);
  g_autoptr(CharterBuild)
    none = world_of_persons (4, "'tests': [{'id': 't', 'of': 'against', 'at-most': 0}]", NULL);

  world_votes (b, 0, 0, 4);
  world_assert_result (b, WORLD_AFTER, "not-carried");
  world_assert_result (none, WORLD_AFTER, "not-carried");
}

CHARTER_TEST (decide, both_constituencies_must_agree)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'tests': [{'id': 'all', 'share': '1/2'}, "
    "{'id': 'lived', 'share': '1/2', 'constituency': 'lived'}]",
    "'constituencies': [{'id': 'lived'}]");
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;
  const CharterTestResult *tests;

  for (char c = 'a'; c <= 'g'; c++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c', 'constituencies': %s}", c,
                       c <= 'c' ? "['lived']" : "[]");
  world_propose (b);
  world_vote (b, "a", "against");
  world_vote (b, "b", "against");
  for (char c = 'c'; c <= 'g'; c++)
    world_vote (b, (char[]) { c, '\0' }, "for");
  d = world_decide (b, WORLD_AFTER);
  tests = (const CharterTestResult *) d->tests->data;
  cr_assert (d->result == CHARTER_RESULT_NOT_CARRIED && d->tests->len == 2);
  cr_assert (tests[0].holds && tests[0].left.num == 5 && tests[0].right.num == 7
             && tests[0].right.den == 2);
  cr_assert (!tests[1].holds && tests[1].left.num == 1 && tests[1].right.num == 3
             && tests[1].right.den == 2);
  charter_assert_str (tests[1].constituency, "lived");
  /* One of the two changes sides. */
  cr_assert (d->has_margin && d->margin_least == 1 && d->margin_most == 1);
  charter_assert_str (d->margin_change, "1 from against to for");
}

/* Ties */

CHARTER_TEST (decide, ties)
{
  static const struct { const char *tie, *casting, *result; } rows[] = {
    { "['status-quo']", NULL, "not-carried" },
    { "['status-quo']", "for", "not-carried" },
    { "['casting-vote']", NULL, "tied" },
    { "['casting-vote']", "for", "carried" },
    { "['casting-vote']", "against", "not-carried" },
    { "['casting-vote', 'status-quo']", "abstain", "not-carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'tie': %s", rows[i].tie);
      g_autoptr(CharterBuild) b = world_of_persons (6, rule, NULL);

      world_votes (b, 2, 2, 1);
      world_assert_result (b, WORLD_CLOSES,
                           g_str_equal (rows[i].tie, "['status-quo']") ? "not-carried" : "tied");
      if (rows[i].casting != NULL)
        charter_build_add (b, "casting-vote-given", "2026-01-15T09:00:00Z",
                           "{'decision': 'item', 'person': 'f', 'choice': '%s'}", rows[i].casting);
      world_assert_result (b, WORLD_AFTER, rows[i].result);
    }
}

CHARTER_TEST (decide, a_missed_larger_share_is_no_tie)
{
  g_autoptr(CharterBuild) b = world_of_persons (
    6, "'tie': ['casting-vote'], 'tests': [{'id': 't', 'share': '2/3'}]", NULL);
  g_autoptr(CharterBuild) even = world_of_persons (
    6, "'tie': ['casting-vote'], 'tests': [{'id': 't', 'share': '2/3'}]", NULL);

  world_votes (b, 3, 2, 0);
  world_assert_result (b, WORLD_AFTER, "not-carried");
  world_votes (even, 3, 3, 0);
  world_assert_result (even, WORLD_AFTER, "not-carried");
}

/* Several ballots */

CHARTER_TEST (decide, recast)
{
  static const struct { const char *recast; gint64 n_for, n_against, n_invalid; } rows[] = {
    { "replaces", 0, 1, 0 }, { "refused", 1, 0, 0 }, { "invalid", 0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'recast': '%s'", rows[i].recast);
      g_autofree char *json = NULL;
      g_autoptr(CharterBuild) b = world_of_persons (3, rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_vote (b, "a", "for");
      world_vote_at (b, "2026-01-09T09:00:00Z", "a", "against");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->counts.for_ == rows[i].n_for && d->counts.against == rows[i].n_against
                 && d->counts.invalid == rows[i].n_invalid, "%s", rows[i].recast);
      cr_assert (d->counts.silent == 2);
      json = world_decide_json (b, WORLD_AFTER);
      cr_assert ((strstr (json, "The ballot of a is invalid: it was cast again, and under this rule "
                                "that spoils it.") != NULL) == (rows[i].n_invalid > 0),
                 "%s: %s", rows[i].recast, json);
    }
}

/* A share that slides says at which turnout it was taken: 3 of 20 is not above 3/20, 4 of 20 is. */
CHARTER_TEST (decide, bands_tell_their_turnout)
{
  static const struct { guint n; const char *told; } rows[] = {
    { 3, "Test t goes by the turnout, which was 3/20: from 1/20 on the share is at least three quarters." },
    { 4, "Test t goes by the turnout, which was 1/5: above 3/20 the share is at least two thirds." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = NULL;
      g_autoptr(CharterBuild) b = world_of_persons (
        20, "'tests': [{'id': 't', 'bands': [{'from': '1/20', 'share': '3/4'}, "
            "{'above': '3/20', 'share': '2/3'}]}]", NULL);

      for (guint k = 0; k < rows[i].n; k++)
        {
          const char voter[] = { 'a' + (char) k, '\0' };

          world_vote (b, voter, "for");
        }
      json = world_decide_json (b, WORLD_AFTER);
      cr_assert (strstr (json, rows[i].told) != NULL, "%s", json);
    }
}

CHARTER_TEST (decide, withdrawn_ballots)
{
  g_autoptr(CharterBuild) b = world_of_persons (3, "'recast': 'refused'", NULL);
  g_autoptr(CharterDecided) gone = NULL, again = NULL;

  world_vote (b, "a", "for");
  charter_build_add (b, "ballot-withdrawn", "2026-01-09T09:00:00Z",
                     "{'decision': 'item', 'voter': 'a'}");
  gone = world_decide (b, WORLD_AFTER);
  cr_assert (gone->counts.for_ == 0 && gone->counts.silent == 3);
  world_vote_at (b, "2026-01-10T09:00:00Z", "a", "against");
  charter_build_add (b, "ballot-withdrawn", "2026-01-20T09:00:00Z",
                     "{'decision': 'item', 'voter': 'a'}");
  again = world_decide (b, WORLD_AFTER);
  cr_assert (again->counts.against == 1, "a withdrawal after the closing changes nothing");
}

/* Times */

CHARTER_TEST (decide, late_and_early_ballots)
{
  static const struct { const char *at; gboolean inclusive; gint64 counted;
  } rows[] = {
    { "2026-01-07T08:59:59Z", FALSE, 0 },
    { WORLD_OPENS, FALSE, 1 },
    { "2026-01-14T08:59:59Z", FALSE, 1 },
    { WORLD_CLOSES, FALSE, 0 },
    { WORLD_CLOSES, TRUE, 1 },
    { "2026-01-14T09:00:01Z", TRUE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild)
        b = world_of_persons (2, rows[i].inclusive ? "'closes-inclusive': true" : NULL, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_vote_at (b, rows[i].at, "a", "for");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->counts.for_ == rows[i].counted, "row %u", i);
      cr_assert (d->barred->len == 1 - (guint) rows[i].counted, "row %u", i);
    }
}

CHARTER_TEST (decide, states)
{
  static const struct { const char *at, *state;
  } rows[] = {
    { "2026-01-06T09:00:00Z", "discussion" }, { "2026-01-08T08:59:59Z", "discussion" },
    { "2026-01-08T09:00:00Z", "reflection" }, { "2026-01-12T09:00:00Z", "reflection" },
    { "2026-01-13T09:00:00Z", "open" },       { "2026-01-20T08:59:59Z", "open" },
    { "2026-01-20T09:00:00Z", "closed" },     { "2026-01-21T09:00:00Z", "standstill" },
    { "2026-01-24T09:00:00Z", "standstill" }, { "2026-01-27T08:59:59Z", "standstill" },
    { "2026-01-27T09:00:00Z", "published" },  { "2026-01-30T09:00:00Z", "enacted" },
    { "2026-02-20T09:00:00Z", "superseded" },
  };
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'time': {'discussion': 'P2D', 'reflection': 'P3D', "
    "'open': 'P7D', 'standstill': 'P7D'}",
    NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(GEnumClass) class = g_type_class_ref (CHARTER_TYPE_DECISION_STATE);

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r'}");
  charter_build_add (b, "decision-opened", "2026-01-13T09:00:00Z", "{'decision': 'item'}");
  world_vote_at (b, "2026-01-14T09:00:00Z", "a", "for");
  charter_build_add (b, "decision-closed", "2026-01-21T09:00:00Z", "{'decision': 'item'}");
  charter_build_add (b, "decision-published", "2026-01-23T09:00:00Z", "{'decision': 'item'}");
  charter_build_add (b, "decision-enacted", "2026-01-30T09:00:00Z", "{'decision': 'item'}");
  charter_build_add (b, "decision-proposed", "2026-02-01T09:00:00Z",
                     "{'id': 'd-2', 'title': 'D', 'rule': 'r', 'replaces': 'item'}");
  charter_build_add (b, "decision-enacted", "2026-02-19T09:00:00Z", "{'decision': 'd-2'}");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterDecided) d = world_decide (b, rows[i].at);

      cr_assert (g_strcmp0 (g_enum_get_value (class, (int) d->state)->value_nick, rows[i].state)
                   == 0,
                 "%s: %s", rows[i].at, g_enum_get_value (class, (int) d->state)->value_nick);
    }
}

CHARTER_TEST (decide, without_periods_it_is_proposed_and_may_be_withdrawn)
{
  g_autofree char *charter = world_charter ("'unit': 'person'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) before = NULL, after = NULL;

  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r'}");
  charter_build_add (b, "decision-withdrawn", WORLD_VOTES, "{'decision': 'item'}");
  before = world_decide (b, WORLD_OPENS);
  after = world_decide (b, WORLD_AFTER);
  cr_assert (before->state == CHARTER_DECISION_STATE_PROPOSED
             && before->result == CHARTER_RESULT_PENDING);
  cr_assert (after->state == CHARTER_DECISION_STATE_WITHDRAWN
             && after->result == CHARTER_RESULT_PENDING);
}

CHARTER_TEST (decide, pending_shows_the_count_so_far)
{
  g_autoptr(CharterBuild) b = world_of_persons (4, "'quorum': {'share': '1/2'}", NULL);
  g_autoptr(CharterDecided) before = NULL, early = NULL, open = NULL;

  world_votes (b, 1, 1, 0);
  before = world_decide (b, WORLD_PROPOSED);
  early = world_decide (b, WORLD_OPENS);
  open = world_decide (b, "2026-01-09T09:00:00Z");
  cr_assert (!before->counted && before->opens == CHARTER_INSTANT_NONE);
  cr_assert (early->counted && early->counts.silent == 4 && !early->quorate);
  cr_assert (open->result == CHARTER_RESULT_PENDING && open->counts.for_ == 1
             && open->counts.against == 1);
  cr_assert (open->quorate && open->quorum.needed == 2 && !open->has_margin);
}

CHARTER_TEST (decide, a_closing_without_an_end_is_its_entry)
{
  g_autofree char *charter = world_charter ("'unit': 'person', 'time': {}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
  world_propose (b);
  world_vote (b, "a", "for");
  world_assert_result (b, WORLD_AFTER, "pending");
  charter_build_add (b, "decision-closed", "2026-01-21T09:00:00Z", "{'decision': 'item'}");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_CARRIED && !d->disputed);
  cr_assert (d->closes == charter_build_instant ("2026-01-21T09:00:00Z"));
}

CHARTER_TEST (decide, a_reopened_decision_is_voted_on_anew)
{
  g_autoptr(CharterBuild) b = world_of_persons (2, NULL, NULL);
  g_autoptr(CharterDecided) reopened = NULL, again = NULL;

  world_votes (b, 2, 0, 0);
  charter_build_add (b, "decision-closed", "2026-01-21T09:00:00Z", "{'decision': 'item'}");
  charter_build_add (b, "decision-reopened", "2026-02-02T09:00:00Z", "{'decision': 'item'}");
  charter_build_add (b, "decision-opened", "2026-02-03T09:00:00Z", "{'decision': 'item'}");
  world_vote_at (b, "2026-02-04T09:00:00Z", "a", "against");
  world_assert_result (b, WORLD_AFTER, "carried");
  reopened = world_decide (b, "2026-02-02T10:00:00Z");
  again = world_decide (b, "2026-03-01T09:00:00Z");
  cr_assert (reopened->result == CHARTER_RESULT_PENDING && reopened->closed == NULL);
  cr_assert (again->result == CHARTER_RESULT_NOT_CARRIED && again->counts.against == 1
             && again->counts.for_ == 0);
}

CHARTER_TEST (decide, a_late_quorum_extends_once)
{
  static const char rule[] =
    "'quorum': {'at-least': 3}, 'time': {'open': 'P7D', 'late-quorum': 'P2D'}";
  static const struct { const char *third, *closes; } rows[] = {
    { "2026-01-10T09:00:00Z", WORLD_CLOSES },            /* in good time */
    { "2026-01-12T09:00:00Z", WORLD_CLOSES },            /* just before the window */
    { "2026-01-13T09:00:00Z", "2026-01-15T09:00:00Z" },  /* late */
    { "2026-01-14T08:00:00Z", "2026-01-16T08:00:00Z" },  /* an hour before the end */
    { "2026-01-14T09:00:00Z", WORLD_CLOSES },            /* too late */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = world_of_persons (5, rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, 2, 0, 0);
      world_vote_at (b, rows[i].third, "c", "for");
      world_vote_at (b, "2026-01-15T07:00:00Z", "d", "against");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->closes == charter_build_instant (rows[i].closes), "row %u", i);
      cr_assert (d->counts.against == (i == 2 || i == 3), "row %u", i);
    }
}

/* Somebody barred makes a quorum of the policy's floor, where the rule has none. */
CHARTER_TEST (decide, a_floor_that_is_reached_late_extends)
{
  static const struct { const char *conflicts, *party, *closes; } rows[] = {
    { "'conflicts': {'floor': 1}", "acme", "2026-01-15T08:00:00Z" },
    { "'conflicts': {'floor': 1}", "other", WORLD_CLOSES },     /* nobody is barred */
    { "'conflicts': {'floor': 0}", "acme", WORLD_CLOSES },
    { "'conflicts': {'floor': 2}", "acme", WORLD_CLOSES },      /* not reached */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = world_of_persons (
        3, "'time': {'open': 'P7D', 'late-quorum': 'P1D'}", rows[i].conflicts);
      g_autoptr(CharterDecided) d = NULL;

      charter_build_add (b, "interest-declared", WORLD_START,
                         "{'id': 'i', 'person': 'c', 'party': '%s', 'category': 'financial'}",
                         rows[i].party);
      world_vote_at (b, "2026-01-14T08:00:00Z", "a", "for");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->closes == charter_build_instant (rows[i].closes), "row %u", i);
    }
}

CHARTER_TEST (decide, a_voter_in_an_extension_may_vote)
{
  g_autoptr(CharterBuild) b = world_of_persons (
    3, "'quorum': {'at-least': 2}, 'time': {'open': 'P7D', 'late-quorum': 'P2D'}", NULL);

  world_vote (b, "a", "for");
  world_vote_at (b, "2026-01-14T08:00:00Z", "b", "for");
  world_assert_may (b, "c", "vote", "item", "2026-01-15T09:00:00Z", "allowed");
  world_assert_may (b, "c", "vote", "item", "2026-01-16T09:00:00Z", "denied: closed");
}

/* Secret votes */

static CharterBuild *
secret_world (const char *more_rule,
              guint       n)
{
  g_autofree char *rule = g_strconcat ("'secret': true", more_rule, NULL);

  return world_of_persons (n, rule, NULL);
}

CHARTER_TEST (decide, a_secret_vote_shows_its_turnout_only)
{
  g_autoptr(CharterBuild) b = secret_world (NULL, 8);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(CharterDecided) open = NULL, closed = NULL, final = NULL;

  world_votes (b, 4, 2, 0);
  open = world_decide (b, "2026-01-09T09:00:00Z");
  closed = world_decide (b, WORLD_CLOSES);
  before = world_decide_json (b, WORLD_CLOSES);
  cr_assert (open->turnout_only && open->turnout == 6 && !open->counted);
  cr_assert (closed->result == CHARTER_RESULT_PENDING
             && closed->state == CHARTER_DECISION_STATE_CLOSED);
  cr_assert (strstr (before, "\"counts\"") == NULL && strstr (before, "\"turnout\":6") != NULL);
  charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item'}");
  final = world_decide (b, WORLD_AFTER);
  after = world_decide_json (b, WORLD_AFTER);
  cr_assert (final->result == CHARTER_RESULT_CARRIED && final->counted && !final->disputed);
  cr_assert (final->counts.for_ == 4 && final->counts.against == 2, "%s", after);
}

CHARTER_TEST (decide, small_secret_votes_keep_their_totals)
{
  static const struct { const char *totals; guint n_for, n_against; gboolean shown; } rows[] = {
    { NULL, 3, 1, FALSE }, { NULL, 3, 2, TRUE }, { NULL, 6, 0, FALSE },
    { ", 'secret-totals': 'always'", 3, 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = secret_world (rows[i].totals, 8);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, rows[i].n_for, rows[i].n_against, 0);
      charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item'}");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->result == CHARTER_RESULT_CARRIED && d->counted == rows[i].shown, "row %u", i);
    }
}

/* Finality */

CHARTER_TEST (decide, what_was_recorded_stands)
{
  g_autoptr(CharterBuild) b = world_of_persons (5, NULL, NULL);
  g_autoptr(CharterDecided) same = NULL, disputed = NULL;
  g_autofree char *json = NULL;

  world_votes (b, 3, 2, 0);
  charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item'}");
  same = world_decide (b, WORLD_AFTER);
  cr_assert (same->result == CHARTER_RESULT_CARRIED && !same->disputed);
  charter_build_add (
    b, "interest-declared", "2026-01-20T09:00:00Z",
    "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial', 'since': '2025-01-01'}");
  disputed = world_decide (b, WORLD_AFTER);
  json = world_decide_json (b, WORLD_AFTER);
  cr_assert (disputed->result == CHARTER_RESULT_CARRIED && disputed->disputed);
  cr_assert (disputed->recount == CHARTER_RESULT_NOT_CARRIED && disputed->counts.for_ == 3);
  cr_assert (strstr (json, "\"disputed\":true") != NULL
             && strstr (json, "\"recount\":\"not-carried\"") != NULL);
}

CHARTER_TEST (decide, closing_is_refused_while_pending_or_tied)
{
  g_autoptr(CharterBuild) b = world_of_persons (4, "'tie': ['casting-vote']", NULL);
  CharterScene scene;
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autoptr(GError) pending = NULL, tied = NULL, none = NULL;

  world_votes (b, 2, 2, 0);
  scene = charter_build_scene (b);
  charter_builder_begin_object (builder);
  cr_assert (!charter_decide_close (&scene, charter_build_ref (b, "item"),
                                    charter_build_instant (WORLD_VOTES), builder, &pending));
  charter_assert_error (pending, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
  cr_assert (!charter_decide_close (&scene, charter_build_ref (b, "item"),
                                    charter_build_instant (WORLD_AFTER), builder, &tied));
  charter_assert_error (tied, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
  charter_build_add (b, "casting-vote-given", "2026-01-15T09:00:00Z",
                     "{'decision': 'item', 'person': 'a', 'choice': 'for'}");
  scene = charter_build_scene (b);
  cr_assert (charter_decide_close (&scene, charter_build_ref (b, "item"),
                                   charter_build_instant (WORLD_AFTER), builder, &none));
  charter_builder_end (builder);
  charter_assert_str (charter_node_member_string (charter_builder_get_root (builder), "result"),
                      "carried");
  cr_assert (strlen (charter_node_member_string (charter_builder_get_root (builder), "digest"))
             == 64);
}

/* What cannot be expressed */

CHARTER_TEST (decide, cannot_express_names_the_place)
{
  static const struct { const char *rule, *place;
  } rows[] = {
    { "'seats': 2", "/rules/0/seats" },
    { "'quorum': {'share': '1/2', 'per': 'option'}", "/rules/0/quorum/per: \"option\"" },
    { "'secret': true, 'quorum': {'share': '1/2'}, 'time': {'open': 'P7D', 'late-quorum': 'P1D'}, "
      "'tests': [{'id': 't', 'veto': 'object', 'holders': ['persons']}]",
      "/rules/0/time/late-quorum: \"P1D\"" },
    { "'secret': true, 'tie': ['role-ranking']", "/rules/0/tie/0: \"role-ranking\"" },
  };
  g_autoptr(CharterBuild) method = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = world_of_persons (2, rows[i].rule, NULL);
      g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);

      cr_assert (d->result == CHARTER_RESULT_CANNOT_EXPRESS, "row %u", i);
      charter_assert_str (d->cannot, rows[i].place);
    }
}

CHARTER_TEST (decide, the_mode_names_base_counting_and_comparison)
{
  g_autoptr(CharterBuild)
    b = world_of_persons (2,
                          "'quorum': {'base': 'eligible', 'share': '2/3', 'round': 'up'}, "
                          "'tests': [{'id': 't', 'of': 'for', 'base': 'cast', 'share': '3/4'}], "
                          "'tie': ['casting-vote']",
                          NULL);
  g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);

  charter_assert_str (
    d->mode,
    "majority by person as at closing; quorum: for+against+abstain >= 2/3 of eligible rounded up; "
    "t: for >= 3/4 of cast; tie: casting-vote");
}

CHARTER_TEST (decide, ballots_that_a_rule_cannot_read)
{
  static const struct { const char *data, *code, *path; } rows[] = {
    { "{'choice': 'for'}", NULL, NULL }, { "{'choice': 'abstain'}", NULL, NULL },
    { "{'choice': 'stand-aside'}", "not-on-ballot", "/data/choice" },
    { "{'choice': 'object'}", "not-on-ballot", "/data/choice" },
    { "{'ranking': ['a']}", "not-on-ballot", "/data/ranking" },
    { "{'approves': ['a']}", "not-on-ballot", "/data/approves" },
    { "{'scores': {'a': 1}}", "not-on-ballot", "/data/scores" },
  };
  g_autoptr(CharterBuild) b = world_of_persons (2, NULL, NULL);
  CharterScene scene = charter_build_scene (b);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *path = NULL;
      g_autofree char *message = NULL;
      const char *code = charter_decide_ballot_fault (&scene, charter_build_ref (b, "item"),
                                                      charter_build_read (b, rows[i].data), &path,
                                                      &message);

      charter_assert_str (code, rows[i].code);
      charter_assert_str (path, rows[i].path);
      cr_assert ((message != NULL) == (code != NULL));
    }
}
