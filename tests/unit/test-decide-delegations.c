/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

/* Delegations: which one holds, which fall, where they lead, and what they count as. */

static void
delegate (CharterBuild *b,
          const char   *id,
          const char   *from,
          const char   *to,
          const char   *more)
{
  charter_build_add (b, "delegation-made", WORLD_START, "{'id': '%s', 'from': '%s', 'to': '%s'%s}",
                     id, from, to, more);
}

CHARTER_TEST (delegations, lead_on_to_a_ballot)
{
  g_autoptr(CharterBuild) b = world_of_persons (5, "'quorum': {'share': '1/2', 'compare': '>'}",
                                                NULL);
  g_autoptr(CharterDecided) d = NULL;
  g_autofree char *json = NULL, *electorate = NULL;

  delegate (b, "d-1", "a", "b", "");
  delegate (b, "d-2", "b", "c", "");
  electorate = world_electorate (b, WORLD_VOTES);
  world_assert_members (electorate,
                        "{'delegations':[{'final':'c','from':'a','id':'d-1','to':'b'},"
                        "{'final':'c','from':'b','id':'d-2','to':'c'}]}",
                        "delegations");
  world_vote (b, "c", "for");
  world_vote (b, "e", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 3 && d->counts.against == 1 && d->counts.silent == 1);
  cr_assert (d->quorum.counted == 4 && d->result == CHARTER_RESULT_CARRIED && d->turnout == 2);
  json = world_decide_json (b, WORLD_AFTER);
  cr_assert (strstr (json, "a cast no ballot, and votes through that of c, to whom its delegation "
                           "to b leads.") != NULL);
  cr_assert (strstr (json, "b cast no ballot, and votes through that of c.") != NULL);
}

CHARTER_TEST (delegations, a_ballot_of_ones_own_goes_first)
{
  g_autoptr(CharterBuild) b = world_of_persons (4, NULL, NULL);
  g_autoptr(CharterDecided) d = NULL, e = NULL;
  g_autofree char *json = NULL;

  delegate (b, "d-1", "a", "b", "");
  delegate (b, "d-2", "b", "c", "");
  world_vote (b, "c", "for");
  world_vote (b, "b", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.against == 2);
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json,
                        "{'delegations':[{'final':'b','from':'a','id':'d-1','to':'b'},"
                        "{'from':'b','ground':'own-ballot','id':'d-2','to':'c'}]}",
                        "delegations");
  charter_build_add (b, "ballot-withdrawn", "2026-01-09T09:00:00Z",
                     "{'decision': 'item', 'voter': 'b'}");
  e = world_decide (b, WORLD_AFTER);
  cr_assert (e->counts.for_ == 3 && e->counts.against == 0);
}

CHARTER_TEST (delegations, the_narrowest_then_the_newest_holds)
{
  static const struct { const char *scopes[3]; const char *to; } rows[] = {
    { { "", ", 'scope': 'rule:r'", ", 'scope': 'decision:item'" }, "e" },
    { { ", 'scope': 'decision:item'", ", 'scope': 'rule:r'", "" }, "c" },
    { { ", 'scope': 'rule:r'", ", 'scope': 'area:housing'", "" }, "d" },
    { { "", "", "" }, "e" },
    { { ", 'scope': 'rule:other'", "", ", 'scope': 'area:other'" }, "d" },
    { { ", 'scope': 'decision:other'", "", ", 'scope': 'nonsense'" }, "d" },
    { { "", ", 'scope': 'decision:item', 'until': '2026-01-13'", "" }, "e" },
    { { "", ", 'scope': 'decision:item', 'until': '2026-01-14'", "" }, "d" },
    { { "", ", 'action': 'act'", ", 'area': 'housing'" }, "c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *charter = world_charter ("'unit': 'person'", NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
      CharterScene scene;
      CharterElectorateData e;

      for (char c = 'a'; c <= 'e'; c++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
      charter_build_add (b, "action-agreed", WORLD_START,
                         "{'id': 'act', 'owner': 'a', 'due': '2026-03-01'}");
      charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                         "{'id': 'item', 'title': 'D', 'rule': 'r', 'area': 'housing'}");
      charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                         "{'id': 'other', 'title': 'D', 'rule': 'r'}");
      charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *id = g_strdup_printf ("d-%u", k);

          delegate (b, id, "a", (char[]) { (char) ('c' + k), '\0' }, rows[i].scopes[k]);
        }
      scene = charter_build_scene (b);
      charter_permit_electorate (&scene, charter_build_ref (b, "item"), NULL, NULL,
                                 charter_build_instant (WORLD_CLOSES), &e);
      cr_assert (e.delegations->len == 1, "row %u: %u", i, e.delegations->len);
      cr_assert (g_strcmp0 (charter_scene_name (&scene, g_array_index (e.delegations,
                                                                       CharterDelegationData, 0).to),
                            rows[i].to) == 0, "row %u", i);
      charter_electorate_clear (&e);
    }
}

CHARTER_TEST (delegations, hold_as_at_the_time_of_the_item)
{
  g_autoptr(CharterBuild) b = world_of_persons (4, NULL, NULL);
  g_autoptr(CharterDecided) d = NULL, e = NULL, f = NULL;

  delegate (b, "d-1", "a", "b", "");
  world_vote (b, "b", "for");
  charter_build_add (b, "delegation-recalled", "2026-01-12T09:00:00Z", "{'delegation': 'd-1'}");
  d = world_decide (b, WORLD_AFTER);
  e = world_decide (b, "2026-01-12T08:00:00Z");
  cr_assert (d->counts.for_ == 1 && d->delegations->len == 0);
  cr_assert (e->counts.for_ == 2 && e->delegations->len == 1);
  charter_build_add (b, "delegation-made", "2026-01-14T09:00:01Z",
                     "{'id': 'd-2', 'from': 'a', 'to': 'b'}");
  f = world_decide (b, WORLD_AFTER);
  cr_assert (f->counts.for_ == 1, "made after the closing");
}

CHARTER_TEST (delegations, fall_where_an_end_has_no_vote)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'voters': ['role:member']",
    "'roles': [{'id': 'member', 'holder': 'many'}], 'conflicts': {'regime': 'fixed-base'}");
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;
  g_autofree char *json = NULL;

  for (char c = 'a'; c <= 'h'; c++)
    {
      charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
      if (c != 'h')
        charter_build_add (b, "role-given", WORLD_START, "{'role': 'member', 'person': '%c'}", c);
    }
  world_propose (b);
  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'b', 'party': 'acme', 'category': 'financial'}");
  charter_build_add (b, "stepped-out", WORLD_VOTES, "{'decision': 'item', 'person': 'g'}");
  delegate (b, "d-a", "a", "b", "");
  delegate (b, "d-b", "b", "c", "");
  delegate (b, "d-d", "d", "h", "");
  delegate (b, "d-e", "e", "g", "");
  delegate (b, "d-h", "h", "c", "");
  delegate (b, "d-f", "f", "c", "");
  world_vote (b, "c", "for");
  world_vote (b, "b", "against");
  world_vote (b, "h", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 2 && d->counts.against == 0, "c, and f through it: %d",
             (int) d->counts.for_);
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json,
                        "{'delegations':["
                        "{'from':'a','ground':'conflict','id':'d-a','to':'b'},"
                        "{'from':'b','ground':'conflict','id':'d-b','to':'c'},"
                        "{'from':'d','ground':'not-a-voter','id':'d-d','to':'h'},"
                        "{'from':'e','ground':'withdrew','id':'d-e','to':'g'},"
                        "{'final':'c','from':'f','id':'d-f','to':'c'},"
                        "{'from':'h','ground':'not-a-voter','id':'d-h','to':'c'}]}",
                        "delegations");
  cr_assert (strstr (json, "The delegation of a to b falls. Has an interest in a party") != NULL);
}

CHARTER_TEST (delegations, a_circle_leads_nowhere)
{
  g_autoptr(CharterBuild) b = world_of_persons (5, NULL, NULL);
  g_autoptr(CharterDecided) d = NULL, e = NULL;
  g_autofree char *before = NULL, *after = NULL;

  delegate (b, "d-a", "a", "b", "");
  delegate (b, "d-b", "b", "c", "");
  delegate (b, "d-c", "c", "b", "");
  world_vote (b, "e", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.silent == 4);
  before = world_decide_json (b, WORLD_AFTER);
  world_assert_members (before,
                        "{'delegations':[{'from':'a','ground':'circle','id':'d-a','to':'b'},"
                        "{'from':'b','ground':'circle','id':'d-b','to':'c'},"
                        "{'from':'c','ground':'circle','id':'d-c','to':'b'}]}",
                        "delegations");
  world_vote (b, "c", "against");
  e = world_decide (b, WORLD_AFTER);
  cr_assert (e->counts.against == 3, "a ballot in it ends the circle");
  after = world_decide_json (b, WORLD_AFTER);
  world_assert_members (after,
                        "{'delegations':[{'final':'c','from':'a','id':'d-a','to':'b'},"
                        "{'final':'c','from':'b','id':'d-b','to':'c'},"
                        "{'from':'c','ground':'own-ballot','id':'d-c','to':'b'}]}",
                        "delegations");
}

CHARTER_TEST (delegations, bring_their_own_weight_and_constituency)
{
  g_autofree char *charter = world_charter (
    "'speaks': 'last', 'quorum': {'share': '1/2', 'requires': [{'constituency': 'lived', "
    "'at-least': 1}]}, 'tests': [{'id': 't', 'share': '1/2'}, {'id': 'l', 'constituency': 'lived', "
    "'share': '1/2'}]",
    "'constituencies': [{'id': 'lived', 'name': 'L'}]");
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "partner-joined", WORLD_START,
                     "{'id': 'x', 'name': 'P', 'weight': 5, 'constituencies': ['lived']}");
  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'y', 'name': 'P', 'weight': 2}");
  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'z', 'name': 'P', 'weight': 3}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'c', 'for': ['y']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'e', 'for': ['z']}");
  world_propose (b);
  delegate (b, "d-x", "x", "y", "");
  delegate (b, "d-a", "a", "c", "");
  world_vote (b, "c", "for");
  world_vote (b, "e", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 7 && d->counts.against == 3 && d->result == CHARTER_RESULT_CARRIED);
  cr_assert (d->delegations->len == 1, "a person has no vote here to delegate");
  cr_assert (g_array_index (d->quorum.requires_, CharterRequirementResult, 0).counted == 1);
  cr_assert (d->margin_least == 1 && d->margin_most == 1, "y moves x: %s", d->margin_change);
}

CHARTER_TEST (delegations, of_affiliates)
{
  g_autofree char *charter = world_charter ("'speaks': 'last', 'fold': 'affiliates'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;
  g_autofree char *json = NULL;

  for (char c = 'v'; c <= 'z'; c++)
    {
      charter_build_add (b, "partner-joined", WORLD_START, "{'id': '%c', 'name': 'P'%s}", c,
                         c <= 'w' ? ", 'group': 'g'" : "");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%c', 'for': ['%c']}", c, c);
    }
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['v']}");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
  delegate (b, "d-v", "v", "z", "");
  delegate (b, "d-x", "x", "w", "");
  delegate (b, "d-y", "y", "v", "");
  world_vote (b, "pz", "against");
  world_vote (b, "pw", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 2 && d->counts.against == 1, "v is barred, and w is not: %d %d",
             (int) d->counts.for_, (int) d->counts.against);
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json,
                        "{'delegations':[{'from':'v','ground':'own-matter','id':'d-v','to':'z'},"
                        "{'final':'v','from':'x','id':'d-x','to':'w'},"
                        "{'from':'y','ground':'own-matter','id':'d-y','to':'v'}]}",
                        "delegations");
}

/* Where the barred might have cast, or have been asked to. */
CHARTER_TEST (delegations, that_fall_count_where_bars_cost_the_quorum)
{
  g_autoptr(CharterBuild)
    b = world_of_persons (4, "'quorum': {'at-least': 4}", "'conflicts': {'remedies': ['adjourn']}");
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'b', 'party': 'acme', 'category': 'financial'}");
  delegate (b, "d-a", "a", "b", "");
  world_vote (b, "c", "for");
  world_vote (b, "d", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_NO_QUORUM && d->remedies->len == 1);
}

/* One ballot that weighs for many would show in the sums. */
CHARTER_TEST (delegations, of_secret_votes_tell_no_choice)
{
  static const char *const choices[] = { "for", "abstain" };
  g_auto(GStrv) open = g_new0 (char *, 3), closed = g_new0 (char *, 3);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(CharterBuild) b = world_of_persons (8, "'secret': true", NULL);

      delegate (b, "d-a", "a", "b", "");
      delegate (b, "d-g", "g", "b", "");
      world_vote (b, "b", choices[i]);
      world_vote (b, "c", "for");
      world_vote (b, "d", "against");
      world_vote (b, "e", "for");
      world_vote (b, "f", "for");
      open[i] = world_decide_json (b, WORLD_AFTER);
      charter_build_add (b, "decision-closed", WORLD_CLOSES, "{'decision': 'item'}");
      closed[i] = world_decide_json (b, WORLD_AFTER);
    }
  charter_assert_str (open[0], open[1]);
  charter_assert_str (closed[0], closed[1]);
  world_assert_members (closed[0],
                        "{'delegations':[{'final':'b','from':'a','id':'d-a','to':'b'},"
                        "{'final':'b','from':'g','id':'d-g','to':'b'}],'result':'carried'}",
                        "counts", "delegations", "margin", "result", "tests");
}

CHARTER_TEST (delegations, reach_a_late_quorum)
{
  g_autoptr(CharterBuild)
    b = world_of_persons (4, "'quorum': {'at-least': 3}, 'time': {'open': 'P7D', 'late-quorum': "
                             "'P2D'}", NULL);
  g_autoptr(CharterDecided) d = NULL;
  char closes[CHARTER_INSTANT_TEXT_SIZE];

  delegate (b, "d-a", "a", "b", "");
  world_vote (b, "c", "for");
  world_vote_at (b, "2026-01-13T09:00:00Z", "b", "for");
  d = world_decide (b, WORLD_AFTER);
  charter_instant_format (d->closes, closes);
  charter_assert_str (closes, "2026-01-15T09:00:00Z");
}

/* Whoever delegated may do with one ballot what no delegate can. */
CHARTER_TEST (delegations, the_margin_knows_who_could_cast_themselves)
{
  g_autoptr(CharterBuild)
    b = world_of_persons (5, "'tests': [{'id': 'f', 'of': 'for', 'at-least': 2}, {'id': 'a', 'of': "
                             "'against', 'at-least': 1}]", NULL);
  g_autoptr(CharterDecided) d = NULL;

  delegate (b, "d-b", "b", "a", "");
  delegate (b, "d-c", "c", "b", "");
  world_vote (b, "a", "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_NOT_CARRIED && d->counts.against == 3);
  cr_assert (d->margin_least == 1 && d->margin_most == 1);
  charter_assert_str (d->margin_change, "1 from a delegation to for");
}

/* A partner's ballot counts after its last person has left, and speaks for those behind it. */
CHARTER_TEST (delegations, stand_with_the_ballot_of_who_has_left)
{
  g_autofree char *charter = world_charter ("'quorum': {'share': '1/2'}", NULL), *json = NULL;
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) without = NULL, with = NULL;

  for (char c = 'x'; c <= 'z'; c++)
    {
      charter_build_add (b, "partner-joined", WORLD_START, "{'id': '%c', 'name': 'P'}", c);
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%c', 'for': ['%c']}", c, c);
    }
  world_propose (b);
  delegate (b, "d-1", "y", "x", "");
  delegate (b, "d-2", "z", "y", "");
  charter_build_add (b, "person-left", WORLD_OPENS, "{'person': 'py'}");
  charter_build_add (b, "person-left", "2026-01-09T09:00:00Z", "{'person': 'px'}");
  without = world_decide (b, WORLD_AFTER);
  cr_assert (without->counts.silent == 1 && !without->quorate, "nobody is there to cast for x");
  world_vote (b, "px", "for");
  with = world_decide (b, WORLD_AFTER);
  cr_assert (with->counts.for_ == 1 && with->counts.silent == 1, "y has nobody of its own");
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json,
                        "{'delegations':[{'from':'y','ground':'not-appointed','id':'d-1','to':'x'},"
                        "{'from':'z','ground':'not-appointed','id':'d-2','to':'y'}]}",
                        "delegations");
  delegate (b, "d-3", "z", "x", "");
  g_clear_pointer (&json, g_free);
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json,
                        "{'counts':{'abstain':0,'against':0,'for':2,'invalid':0,'object':0,"
                        "'silent':0,'stand-aside':0},'delegations':[{'from':'y','ground':"
                        "'not-appointed','id':'d-1','to':'x'},{'final':'x','from':'z','id':'d-3',"
                        "'to':'x'}],'result':'carried'}",
                        "counts", "delegations", "result");
}

/* A long chain is walked once, and a wide one too. */
CHARTER_TEST (delegations, thousands_in_a_chain)
{
  g_autofree char *charter = world_charter ("'unit': 'person'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 0; i < 3000; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p-%u'}", i);
  world_propose (b);
  for (guint i = 0; i + 1 < 3000; i++)
    charter_build_add (b, "delegation-made", WORLD_START,
                       "{'id': 'd-%u', 'from': 'p-%u', 'to': 'p-%u'}", i, i, i + 1);
  world_vote (b, "p-2999", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 3000 && d->margin_most == 1);
}
