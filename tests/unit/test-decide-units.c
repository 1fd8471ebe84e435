/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

/* What was decided, by whom: weights, partners and who speaks for them, when a voter must be
 * entitled, the conflicted, who was in the room. */

/* Weights */

static CharterBuild *
weighted_world (const char *rule)
{
  g_autofree char *charter = world_charter (rule, NULL);
  CharterBuild *b = charter_build_new (charter, WORLD_START);
  static const char *const weights[] = { "3", "2", "1", "9007199254740991" };

  for (guint i = 0; i < 3; i++)
    {
      charter_build_add (b, "partner-joined", WORLD_START,
                         "{'id': 'p%c', 'name': 'P', 'weight': %s}", 'a' + (char) i, weights[i]);
      charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c', 'for': ['p%c']}",
                         'a' + (char) i, 'a' + (char) i);
    }
  world_propose (b);

  return b;
}

CHARTER_TEST (units, weights_and_heads)
{
  g_autoptr(CharterBuild) weights = weighted_world ("'quorum': {'share': '1/2', 'compare': '>'}");
  g_autoptr(CharterBuild)
    heads = weighted_world ("'quorum': {'share': '1/2', 'compare': '>', 'by': 'heads'}, "
                            "'tests': [{'id': 't', 'share': '1/2', 'by': 'heads'}]");
  g_autoptr(CharterDecided) w = NULL, h = NULL;

  world_vote (weights, "a", "for");
  world_vote (weights, "b", "against");
  world_vote (heads, "a", "for");
  world_vote (heads, "b", "against");
  world_vote (heads, "c", "against");
  w = world_decide (weights, WORLD_AFTER);
  h = world_decide (heads, WORLD_AFTER);
  cr_assert (w->result == CHARTER_RESULT_CARRIED && w->quorum.base_count == 6
             && w->quorum.needed == 4);
  cr_assert (w->quorum.counted == 5 && w->counts.for_ == 3 && w->counts.silent == 1);
  cr_assert (h->result == CHARTER_RESULT_NOT_CARRIED && h->quorum.base_count == 3
             && h->quorum.counted == 3);
  cr_assert (h->counts.for_ == 3, "counts always show weights");
}

CHARTER_TEST (units, sums_that_do_not_fit_are_indeterminate)
{
  g_autofree char *charter = world_charter (
    "'tests': [{'id': 't', 'of': 'for', 'base': 'members', 'share': '1/2'}]", NULL);
  g_autofree char *json = NULL;
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < 1100; i++)
    charter_build_add (b, "partner-joined", WORLD_START,
                       "{'id': 'p%u', 'name': 'P', 'weight': 9007199254740991}", i);
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['p0']}");
  world_propose (b);
  world_vote (b, "a", "for");
  world_assert_result (b, WORLD_AFTER, "indeterminate");
  json = world_decide_json (b, WORLD_AFTER);
  cr_assert (strstr (json, "\"code\":\"overflow\"") != NULL, "%s", json);
  cr_assert (strstr (json, "\"counts\"") == NULL && strstr (json, "\"quorate\"") == NULL
             && strstr (json, "\"code\":\"test\"") == NULL, "%s", json);
}

/* Partners */

static CharterBuild *
partner_world (const char *rule,
               const char *more)
{
  g_autofree char *charter = world_charter (rule, more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (char c = 'x'; c <= 'z'; c++)
    charter_build_add (b, "partner-joined", WORLD_START, "{'id': '%c', 'name': 'P'}", c);
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'b', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'c', 'for': ['y']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'e', 'for': ['y', 'z']}");

  return b;
}

#define REPRESENTATIVES                                                                            \
  "'roles': [{'id': 'representative', 'of': 'partner'}, "                                          \
  "{'id': 'substitute', 'of': 'partner', 'holder': 'many', 'substitutes': 'representative'}]"

static void
appoint (CharterBuild *b,
         const char   *role,
         const char   *person,
         const char   *partner)
{
  charter_build_add (b, "role-given", WORLD_START, "{'role': '%s', 'person': '%s', 'for': '%s'}",
                     role, person, partner);
}

CHARTER_TEST (units, the_representative_speaks)
{
  g_autoptr(CharterBuild) b = partner_world (NULL, REPRESENTATIVES);
  g_autoptr(CharterDecided) d = NULL;

  appoint (b, "representative", "a", "x");
  appoint (b, "representative", "c", "y");
  world_propose (b);
  world_vote (b, "a", "for");
  world_vote (b, "b", "against");
  world_vote (b, "c", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.against == 1 && d->counts.silent == 0,
             "z has nobody to speak");
  cr_assert (d->barred->len == 1);
  charter_assert_str (g_array_index (d->barred, CharterBarredBallot, 0).ground,
                      "not-representative");
}

CHARTER_TEST (units, a_barred_representative_is_substituted)
{
  g_autoptr(CharterBuild) b = partner_world (NULL, REPRESENTATIVES);
  g_autoptr(CharterDecided) d = NULL;

  appoint (b, "representative", "a", "x");
  appoint (b, "substitute", "b", "x");
  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'}");
  world_propose (b);
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: conflict");
  world_assert_may (b, "b", "vote", "item", WORLD_VOTES, "allowed");
  world_vote (b, "a", "against");
  world_vote (b, "b", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.against == 0 && d->result == CHARTER_RESULT_CARRIED);
  cr_assert (
    charter_electorate_exclusion (&d->electorate, charter_build_ref (b, "a"), CHARTER_FROM_VOTE)
    != NULL);
  cr_assert (charter_refs_contain (d->electorate.vote, charter_build_ref (b, "x")));
}

CHARTER_TEST (units, without_a_substitute_the_partner_is_out)
{
  g_autoptr(CharterBuild) b = partner_world ("'quorum': {'at-least': 1}", REPRESENTATIVES
                                              ", 'conflicts': {'remedies': ['substitute']}");
  g_autoptr(CharterDecided) d = NULL;
  const CharterExclusionData *row;

  appoint (b, "representative", "a", "x");
  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'}");
  world_propose (b);
  d = world_decide (b, WORLD_AFTER);
  row = charter_electorate_exclusion (&d->electorate, charter_build_ref (b, "x"),
                                      CHARTER_FROM_VOTE);
  cr_assert (row != NULL && row->person == charter_build_ref (b, "a")
             && row->from == CHARTER_FROM_UNITS);
  charter_assert_str (row->ground, "conflict");
  cr_assert (d->result == CHARTER_RESULT_NO_QUORUM && d->remedies->len == 1);
}

CHARTER_TEST (units, an_absent_representative_is_substituted)
{
  g_autoptr(CharterBuild) b = partner_world (NULL, REPRESENTATIVES);

  appoint (b, "representative", "a", "x");
  appoint (b, "substitute", "b", "x");
  charter_build_add (b, "meeting-called", WORLD_START,
                     "{'id': 'm', 'starts': '" WORLD_VOTES "', 'purpose': 'P'}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'meeting': 'm'}");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
  world_assert_may (b, "b", "vote", "item", WORLD_VOTES, "denied: not-representative");
  charter_build_add (b, "attendance-noted", WORLD_VOTES,
                     "{'meeting': 'm', 'person': 'a', 'present': false}");
  world_assert_may (b, "b", "vote", "item", WORLD_VOTES, "allowed");
  world_assert_may (b, "b", "vote", "item", WORLD_OPENS, "denied: not-representative");
}

CHARTER_TEST (units, last_and_agreed)
{
  static const struct
  {
    const char *speaks, *second;
    gint64 n_for, n_against, n_invalid;
  } rows[] = {
    { "last", "against", 0, 1, 0 },
    { "last", "for", 1, 0, 0 },
    { "agreed", "against", 0, 0, 1 },
    { "agreed", "for", 1, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'speaks': '%s'", rows[i].speaks);
      g_autoptr(CharterBuild) b = partner_world (rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_propose (b);
      world_vote (b, "a", "for");
      world_vote_at (b, "2026-01-09T09:00:00Z", "b", rows[i].second);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->counts.for_ == rows[i].n_for && d->counts.against == rows[i].n_against
                 && d->counts.invalid == rows[i].n_invalid, "row %u", i);
    }
}

CHARTER_TEST (units, who_acts_for_two_says_for_which)
{
  g_autoptr(CharterBuild) b = partner_world ("'speaks': 'last'", NULL);
  g_autoptr(CharterDecided) d = NULL;

  world_propose (b);
  world_assert_may (b, "e", "vote", "item", WORLD_VOTES, "allowed");
  world_vote (b, "e", "against");
  charter_build_add (b, "ballot-cast", WORLD_VOTES,
                     "{'decision': 'item', 'voter': 'e', 'for': 'z', 'choice': 'for'}");
  charter_build_add (b, "ballot-cast", WORLD_VOTES,
                     "{'decision': 'item', 'voter': 'e', 'for': 'x', 'choice': 'for'}");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.against == 0 && d->barred->len == 2);
  charter_assert_str (g_array_index (d->barred, CharterBarredBallot, 0).ground, "which-partner");
  charter_assert_str (g_array_index (d->barred, CharterBarredBallot, 1).ground, "not-a-voter");
}

CHARTER_TEST (units, persons_beside_partners)
{
  g_autoptr(CharterBuild)
    b = partner_world ("'speaks': 'last', 'voters': ['partners', 'constituency:lived']",
                       "'constituencies': [{'id': 'lived'}]");
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'f', 'constituencies': ['lived']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'g'}");
  world_propose (b);
  world_vote (b, "f", "for");
  world_vote (b, "g", "for");
  world_vote (b, "a", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->electorate.members->len == 4 && d->counts.for_ == 1 && d->counts.against == 1);
}

/* When a voter must be entitled */

CHARTER_TEST (units, electorate_as_at)
{
  static const struct { const char *as_at; gint64 leaver, joiner, conflicted, base; } rows[] = {
    { "closing", 0, 1, 0, 3 }, { "opening", 1, 0, 1, 3 }, { "ballot", 1, 1, 1, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf (
        "'electorate-as-at': '%s', 'quorum': {'share': '1/2'}", rows[i].as_at);
      g_autoptr(CharterBuild) b = world_of_persons (3, rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      charter_build_add (b, "person-joined", "2026-01-08T08:00:00Z", "{'id': 'n'}");
      world_vote (b, "a", "for");        /* leaves */
      world_vote (b, "n", "against");    /* came after the opening */
      world_vote (b, "c", "abstain");    /* conflicted from the 10th on */
      charter_build_add (b, "person-left", "2026-01-10T09:00:00Z", "{'person': 'a'}");
      charter_build_add (b, "interest-declared", "2026-01-10T09:00:00Z",
                         "{'id': 'i', 'person': 'c', 'party': 'acme', 'category': 'financial'}");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->counts.for_ == rows[i].leaver && d->counts.against == rows[i].joiner
                   && d->counts.abstain == rows[i].conflicted
                   && d->quorum.base_count == rows[i].base,
                 "%s", rows[i].as_at);
      cr_assert (d->quorum.counted == rows[i].leaver + rows[i].joiner + rows[i].conflicted, "%s",
                 rows[i].as_at);
    }
}

/* Regimes */

static CharterBuild *
conflicted_world (const char *rule,
                  const char *policy)
{
  g_autofree char *more = g_strdup_printf ("'conflicts': {%s}", policy);
  CharterBuild *b = world_of_persons (6, rule, more);

  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'}");

  return b;
}

CHARTER_TEST (units, regimes_and_bases)
{
  static const struct
  {
    const char *policy, *base;
    gint64 base_count, needed, counted;
    const char *result;
  } rows[] = {
    { "'regime': 'fixed-base'", "members", 6, 4, 3, "no-quorum" },
    { "'regime': 'fixed-base'", "eligible", 6, 4, 3, "no-quorum" },
    { "'regime': 'units-removed'", "members", 6, 4, 3, "no-quorum" },
    { "'regime': 'units-removed'", "eligible", 5, 3, 3, "carried" },
    { "'regime': 'units-removed', 'floor': 4", "eligible", 5, 4, 3, "no-quorum" },
    { "'regime': 'counts-present'", "members", 6, 4, 3, "no-quorum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf (
        "'quorum': {'base': '%s', 'share': '1/2', 'compare': '>'}", rows[i].base);
      g_autoptr(CharterBuild) b = conflicted_world (rule, rows[i].policy);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, 4, 0, 0);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->quorum.base_count == rows[i].base_count && d->quorum.needed == rows[i].needed
                   && d->quorum.counted == rows[i].counted,
                 "row %u: %d %d %d", i, (int) d->quorum.base_count, (int) d->quorum.needed,
                 (int) d->quorum.counted);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->counts.for_ == 3, "a barred ballot never counts");
    }
}

/* Under colleagues-decide nobody is out by themselves. */
CHARTER_TEST (units, what_only_colleagues_settle_is_indeterminate)
{
  const char *policy = "'regime': 'colleagues-decide'";
  g_autoptr(CharterBuild) b = conflicted_world (NULL, policy);
  g_autoptr(CharterBuild) nobody = world_of_persons (6, NULL, "'conflicts': {'regime': 'colleagues-decide'}");

  world_votes (b, 3, 0, 0);
  world_votes (nobody, 3, 0, 0);
  world_assert_result (b, WORLD_AFTER, "indeterminate");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "indeterminate: needs-ruling");
  world_assert_may (b, "a", "be-heard", "item", WORLD_VOTES, "allowed");
  world_assert_result (nobody, WORLD_AFTER, "carried");
}

CHARTER_TEST (units, rulings)
{
  g_autoptr(CharterBuild) b = conflicted_world (NULL, "'needs-ruling': true");
  g_autoptr(CharterDecided) d = NULL;

  world_votes (b, 2, 1, 0);
  world_assert_result (b, WORLD_AFTER, "indeterminate");
  charter_build_add (b, "conflict-ruled", "2026-01-10T09:00:00Z",
                     "{'decision': 'item', 'person': 'a', 'conflicted': false}");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_CARRIED && d->counts.for_ == 2);
  charter_build_add (b, "conflict-ruled", "2026-01-11T09:00:00Z",
                     "{'decision': 'item', 'person': 'a', 'conflicted': true}");
  world_assert_result (b, WORLD_AFTER, "not-carried");
}

CHARTER_TEST (units, remedies_where_exclusions_cost_the_quorum)
{
  g_autoptr(CharterBuild)
    cost = conflicted_world ("'quorum': {'at-least': 4}",
                             "'remedies': ['adjourn', {'remedy': 'dispensation', 'clause': 'cl'}]");
  g_autoptr(CharterBuild)
    anyway = conflicted_world ("'quorum': {'at-least': 4}", "'remedies': ['adjourn']");
  g_autoptr(CharterDecided) d = NULL, e = NULL;

  world_votes (cost, 4, 0, 0);
  world_votes (anyway, 2, 0, 0);
  d = world_decide (cost, WORLD_AFTER);
  e = world_decide (anyway, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_NO_QUORUM && d->remedies->len == 2);
  cr_assert (e->result == CHARTER_RESULT_NO_QUORUM && e->remedies->len == 0);
}

/* In the room */

CHARTER_TEST (units, presence)
{
  g_autoptr(CharterBuild)
    b = world_of_persons (0,
                          "'quorum': {'share': '1/2', 'compare': '>', 'counts': ['present']}, "
                          "'tests': [{'id': 't', 'base': 'present', 'share': '1/2'}]",
                          "'conflicts': {'regime': 'fixed-base'}");
  g_autoptr(CharterDecided) d = NULL, e = NULL;

  for (char c = 'a'; c <= 'e'; c++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
  charter_build_add (b, "meeting-called", WORLD_START,
                     "{'id': 'm', 'starts': '" WORLD_OPENS
                     "', 'purpose': 'P', 'items': [{'id': 'i-1', 'decision': 'item'}]}");
  for (char c = 'a'; c <= 'd'; c++)
    charter_build_add (b, "attendance-noted", WORLD_OPENS,
                       "{'meeting': 'm', 'person': '%c', 'present': true}", c);
  world_vote (b, "a", "for");
  world_vote (b, "b", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->quorum.counted == 4 && d->quorum.needed == 3
             && d->result == CHARTER_RESULT_NOT_CARRIED);
  charter_build_add (b, "stepped-out", "2026-01-08T10:00:00Z",
                     "{'decision': 'item', 'person': 'c'}");
  charter_build_add (b, "attendance-noted", "2026-01-08T10:00:00Z",
                     "{'meeting': 'm', 'person': 'd', 'present': false, 'items': ['i-1']}");
  e = world_decide (b, WORLD_AFTER);
  cr_assert (e->quorum.counted == 2 && e->result == CHARTER_RESULT_NO_QUORUM);
  cr_assert (g_array_index (e->tests, CharterTestResult, 0).base_count == 3,
             "who stepped out stays in the base");
}
