/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

/* Affiliates: one vote together, or equal ballots that count once. */

/* Partners w and x of the group g, y alone, z of the group h with v; each has a person of the
 * same name in the capital letter's place: pw, px … */
static CharterBuild *
group_world (const char *rule,
             const char *more,
             const char *about)
{
  static const struct { const char *id, *group; int weight; } partners[] = {
    { "w", "g", 3 }, { "x", "g", 1 }, { "y", NULL, 2 }, { "z", "h", 1 }, { "v", "h", 1 },
  };
  g_autofree char *charter = world_charter (rule, more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      g_autofree char *group = partners[i].group != NULL
                                 ? g_strdup_printf (", 'group': '%s'", partners[i].group)
                                 : g_strdup ("");

      charter_build_add (b, "partner-joined", WORLD_START,
                         "{'id': '%s', 'name': 'P', 'weight': %d%s}", partners[i].id,
                         partners[i].weight, group);
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%s', 'for': ['%s']}",
                         partners[i].id, partners[i].id);
    }
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['acme'%s%s]}",
                     about != NULL ? ", " : "", about != NULL ? about : "");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");

  return b;
}

#define TOGETHER "'speaks': 'last', 'fold': 'affiliates'"
#define EQUAL "'speaks': 'last', 'fold': 'identical'"

CHARTER_TEST (affiliates, have_one_vote_under_the_first)
{
  g_autoptr(CharterBuild) b = group_world (TOGETHER ", 'quorum': {'share': '1/2'}", NULL, NULL);
  g_autofree char *electorate = world_electorate (b, WORLD_VOTES), *json = NULL;
  g_autoptr(CharterDecided) d = NULL;

  world_assert_members (electorate,
                        "{'excluded':[{'from':['quorum','vote'],'ground':'same-affiliation',"
                        "'who':'x'},{'from':['quorum','vote'],'ground':'same-affiliation',"
                        "'who':'v'}],'quorum':['w','y','z'],'vote':['w','y','z']}",
                        "excluded", "quorum", "vote");
  world_assert_may (b, "px", "vote", "item", WORLD_VOTES, "allowed");
  world_vote (b, "px", "for");
  world_vote (b, "py", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 3 && d->counts.against == 2 && d->counts.silent == 1);
  cr_assert (d->quorum.base_count == 6 && d->quorum.counted == 5 && d->barred->len == 0);
  json = world_decide_json (b, WORLD_AFTER);
  cr_assert (strstr (json, "x has one vote together with w, of the same affiliation, and it "
                           "stands under w.") != NULL);
  cr_assert (strstr (json, "; affiliates together;") != NULL);
}

CHARTER_TEST (affiliates, the_last_ballot_of_any_of_them_stands)
{
  static const struct { const char *more, *first, *second; gint64 for_, against, invalid; } rows[]
    = {
    { "'speaks': 'last'", "for", "against", 0, 3, 0 },
    { "'speaks': 'agreed'", "for", "against", 0, 0, 3 },
    { "'speaks': 'agreed'", "for", "for", 3, 0, 0 },
    { "'speaks': 'last', 'recast': 'refused'", "for", "against", 3, 0, 0 },
    { "'speaks': 'last', 'recast': 'invalid'", "for", "for", 0, 0, 3 },
    { "'speaks': 'agreed', 'recast': 'refused'", "for", "for", 3, 0, 0 },
    { "'speaks': 'agreed', 'recast': 'invalid'", "for", "for", 3, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'fold': 'affiliates', %s", rows[i].more);
      g_autoptr(CharterBuild) b = group_world (rule, NULL, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_vote (b, "pw", rows[i].first);
      world_vote (b, "px", rows[i].second);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->counts.for_ == rows[i].for_ && d->counts.against == rows[i].against
                   && d->counts.invalid == rows[i].invalid,
                 "row %u: %d %d %d", i, (int) d->counts.for_, (int) d->counts.against,
                 (int) d->counts.invalid);
    }
}

/* Taken back, a ballot spoils nobody's; two persons of one partner spoil nothing either. */
CHARTER_TEST (affiliates, what_is_taken_back_spoils_nothing)
{
  g_autoptr(CharterBuild) b = group_world (TOGETHER ", 'recast': 'invalid'", NULL, NULL);
  g_autoptr(CharterDecided) d = NULL, e = NULL;

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'qw', 'for': ['w']}");
  world_vote (b, "pw", "for");
  world_vote (b, "px", "for");
  charter_build_add (b, "ballot-withdrawn", WORLD_VOTES, "{'decision': 'item', 'voter': 'px'}");
  world_vote (b, "qw", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.against == 3 && d->counts.invalid == 0);
  world_vote (b, "px", "against");
  e = world_decide (b, WORLD_AFTER);
  cr_assert (e->counts.invalid == 3);
}

#define REPRESENTED                                                                                \
  "'roles': [{'id': 'representative', 'of': 'partner'}]"

CHARTER_TEST (affiliates, a_representative_of_each_may_cast)
{
  g_autoptr(CharterBuild) b = group_world ("'fold': 'affiliates', 'recast': 'refused'", REPRESENTED,
                                           NULL);
  g_autoptr(CharterDecided) d = NULL;

  for (const char *id = "wx"; *id != '\0'; id++)
    charter_build_add (b, "role-given", WORLD_START,
                       "{'role': 'representative', 'person': 'p%c', 'for': '%c'}", *id, *id);
  world_vote (b, "px", "for");
  world_assert_may (b, "pw", "vote", "item", "2026-01-09T09:00:00Z", "denied: already-voted");
  world_vote_at (b, "2026-01-09T09:00:00Z", "pw", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 3 && d->counts.against == 0 && d->barred->len == 1);
  charter_assert_str (g_array_index (d->barred, CharterBarredBallot, 0).ground, "already-voted");
}

CHARTER_TEST (affiliates, are_barred_only_if_all_are)
{
  static const struct { const char *about, *vote, *removed; } rows[] = {
    { "'w'", "w y z", "" },
    { "'x'", "w y z", "" },
    { "'w', 'x'", "y z", "w" },
    { "'v', 'z'", "w y", "z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = group_world (TOGETHER, "'conflicts': {'regime': 'units-removed'}",
                                               rows[i].about);
      g_autofree char *vote = NULL, *removed = NULL;
      g_autofree const char **votes = NULL, **gone = NULL;
      CharterScene scene = charter_build_scene (b);
      CharterElectorateData e;

      charter_permit_electorate (&scene, charter_build_ref (b, "item"), NULL, NULL,
                                 charter_build_instant (WORLD_VOTES), &e);
      votes = charter_refs_to_names (&scene, e.vote);
      gone = charter_refs_to_names (&scene, e.removed);
      vote = g_strjoinv (" ", (char **) votes);
      removed = g_strjoinv (" ", (char **) gone);
      cr_assert (strcmp (vote, rows[i].vote) == 0 && strcmp (removed, rows[i].removed) == 0,
                 "row %u: %s, removed %s", i, vote, removed);
      charter_electorate_clear (&e);
    }
}

CHARTER_TEST (affiliates, one_who_is_barred_leaves_it_to_the_others)
{
  g_autoptr(CharterBuild) b = group_world (TOGETHER, NULL, "'w'");
  g_autoptr(CharterDecided) d = NULL;

  world_vote (b, "pw", "against");
  world_vote (b, "px", "for");
  world_vote_at (b, "2026-01-09T09:00:00Z", "pw", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 3 && d->counts.against == 0 && d->barred->len == 2);
}

CHARTER_TEST (affiliates, when_the_first_leaves_the_next_stands_in)
{
  g_autoptr(CharterBuild) b = group_world (TOGETHER, NULL, NULL);
  g_autoptr(CharterDecided) d = NULL;

  world_vote (b, "px", "for");
  world_vote_at (b, "2026-01-09T09:00:00Z", "pw", "against");
  charter_build_add (b, "partner-left", "2026-01-10T09:00:00Z", "{'partner': 'w'}");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.against == 0, "x stands for itself: %d %d",
             (int) d->counts.for_, (int) d->counts.against);
}

CHARTER_TEST (affiliates, at_the_ballot_they_are_one_too)
{
  g_autoptr(CharterBuild)
    b = group_world (TOGETHER ", 'electorate-as-at': 'ballot'", NULL, NULL);
  g_autoptr(CharterDecided) d = NULL;

  world_vote (b, "pw", "against");
  charter_build_add (b, "partner-left", "2026-01-09T09:00:00Z", "{'partner': 'w'}");
  world_vote_at (b, "2026-01-10T09:00:00Z", "px", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ + d->counts.against == 1, "one vote: %d %d", (int) d->counts.for_,
             (int) d->counts.against);
}

CHARTER_TEST (affiliates, persons_of_one_partner)
{
  g_autofree char *charter = world_charter ("'unit': 'person', 'fold': 'affiliates'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autofree char *electorate = NULL;
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'x', 'name': 'P', 'group': 'g'}");
  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'y', 'name': 'P', 'group': 'g'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'b'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'c', 'for': ['y']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'e'}");
  world_propose (b);
  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'}");
  electorate = world_electorate (b, WORLD_VOTES);
  world_assert_members (electorate,
                        "{'excluded':[{'from':['discussion','presence'],'ground':'conflict','path':"
                        "['a','acme'],'who':'a'},{'from':['quorum','vote'],'ground':"
                        "'same-affiliation','who':'c'}],'vote':['a','b','e']}",
                        "excluded", "vote");
  world_assert_may (b, "a", "vote", "item", WORLD_VOTES, "denied: conflict");
  world_assert_may (b, "c", "vote", "item", WORLD_VOTES, "allowed");
  world_vote (b, "c", "for");
  world_vote (b, "a", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.against == 0 && d->counts.silent == 2);
}

/* Equal ballots */

CHARTER_TEST (affiliates, equal_ballots_count_once)
{
  g_autoptr(CharterBuild) b = group_world (EQUAL ", 'quorum': {'share': '1/2', 'by': 'heads'}",
                                           NULL, NULL);
  g_autofree char *json = NULL;
  g_autoptr(CharterDecided) d = NULL;

  world_vote (b, "px", "for");
  world_vote (b, "pw", "for");
  world_vote (b, "pz", "for");
  world_vote (b, "pv", "against");
  world_vote (b, "py", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 4 && d->counts.against == 1 && d->counts.silent == 0,
             "x's earlier ballot counts for both");
  cr_assert (d->quorum.base_count == 5 && d->quorum.counted == 4 && d->turnout == 4);
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json,
                        "{'excluded':[{'from':['quorum','vote'],'ground':'same-affiliation',"
                        "'who':'w'}]}",
                        "excluded");
  cr_assert (strstr (json, "w votes as x does, of the same affiliation, and the two count once.")
             != NULL);
}

CHARTER_TEST (affiliates, a_delegation_is_no_way_round)
{
  g_autoptr(CharterBuild) b = group_world (EQUAL, NULL, NULL);
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "delegation-made", WORLD_START, "{'id': 'd', 'from': 'w', 'to': 'x'}");
  charter_build_add (b, "delegation-made", WORLD_START, "{'id': 'e', 'from': 'y', 'to': 'w'}");
  world_vote (b, "px", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 3, "x with 1 and y with 2, and w once with x: %d",
             (int) d->counts.for_);
}

/* Which two were equal would show in the sums. */
CHARTER_TEST (affiliates, secret_ballots_tell_nothing)
{
  static const char *const choices[] = { "for", "against" };
  g_auto(GStrv) answers = g_new0 (char *, 3);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(CharterBuild) b = group_world (EQUAL ", 'secret': true", NULL, NULL);

      world_vote (b, "pw", "for");
      world_vote (b, "px", choices[i]);
      world_vote (b, "py", "for");
      world_vote (b, "pz", "against");
      world_vote (b, "pv", "for");
      charter_build_add (b, "decision-closed", WORLD_CLOSES, "{'decision': 'item'}");
      answers[i] = world_decide_json (b, WORLD_AFTER);
    }
  charter_assert_str (answers[0], answers[1]);
  world_assert_members (answers[0], "{'result':'carried'}", "counts", "result", "tests",
                        "turnout");
}

/* Whose ballot is invalid is said, with the reason; of a secret vote it is not. */
CHARTER_TEST (affiliates, who_did_not_agree_is_told)
{
  static const struct { const char *more, *second; gboolean told; } rows[] = {
    { "", "against", TRUE }, { "", "for", FALSE }, { ", 'secret': true", "against", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'fold': 'affiliates', 'speaks': 'agreed'%s",
                                               rows[i].more);
      g_autofree char *json = NULL;
      g_autoptr(CharterBuild) b = group_world (rule, NULL, NULL);

      world_vote (b, "pw", "for");
      world_vote (b, "px", rows[i].second);
      json = world_decide_json (b, WORLD_AFTER);
      cr_assert ((strstr (json, "The ballot of w is invalid: those who act for it have one vote, and "
                                "cast differently.") != NULL) == rows[i].told, "%u: %s", i, json);
      cr_assert ((strstr (json, "ballot-invalid") != NULL) == rows[i].told, "%u: %s", i, json);
    }
}
