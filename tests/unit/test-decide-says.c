/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

/* What an outcome says of itself. */

static guint
times_in (const char *json,
          const char *part)
{
  guint n = 0;

  for (const char *at = strstr (json, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

#define assert_says(json, part) cr_assert (times_in ((json), (part)) == 1, "%s\n%s", (part), (json))
#define assert_silent(json, part) cr_assert (times_in ((json), (part)) == 0, "%s\n%s", (part), (json))

#define DIGEST "'digest': '0000000000000000000000000000000000000000000000000000000000000000'"
#define SECRET "'secret': true, 'clause': 'cl', 'quorum': {'share': '1/2', 'base': 'members'}"
#define TOTALS                                                                                    \
  "'quorate': true, 'quorum': {'base': 'members', 'base-count': 4, 'needed': 2, 'counted': 3, "   \
  "'holds': true, 'requires': [{'constituency': 'lived', 'needed': 1, 'counted': 2, "             \
  "'holds': true}]}, 'counts': {'for': 2, 'against': 1, 'abstain': 0, 'object': 0, "              \
  "'stand-aside': 0, 'silent': 1, 'invalid': 0}, 'tests': [{'id': 'most', 'left': 2, "            \
  "'compare': '>', 'right': '3/2', 'holds': true}, {'id': 'qualified-two', 'constituency': "      \
  "'lived', 'left': 2, 'compare': '>=', 'right': 2, 'holds': true}, {'id': 'few', 'left': 1, "    \
  "'compare': '<=', 'right': 0, 'holds': false}], 'margin': {'at-least': 1, 'at-most': 2, "       \
  "'change': 'two say no'}"

static char *
closed_as (const char *rule,
           const char *recorded)
{
  g_autoptr(CharterBuild) b = world_of_persons (4, rule, NULL);

  charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item', " DIGEST ", %s}",
                     recorded);

  return world_decide_json (b, WORLD_AFTER);
}

CHARTER_TEST (decide_says, what_was_recorded_of_a_secret_vote)
{
  g_autofree char *json = closed_as (SECRET, "'result': 'carried', " TOTALS);

  assert_says (json, "Carried, as recorded for good at 2026-01-15T09:00:00Z.");
  assert_says (json, "Quorum: at least 2, with a base of 4 members; 3 took part. It was reached.");
  assert_says (json, "At least 1 from lived must take part; 2 did.");
  assert_says (json, "Test most: 2; more than 1 1/2 is needed. It holds.");
  assert_says (json, "Test qualified-two within lived: 2; at least 2 is needed. It holds.");
  assert_says (json, "Test few: 1; at most 0 is allowed. It does not hold.");
  assert_says (json, "At most 2 of the voters casting otherwise would have turned it (two say no).");
  assert_silent (json, "Only the result");
  /* The result, the quorum and what it requires, and two tests. */
  cr_assert (times_in (json, "\"clause\":\"cl\"") == 5, "%s", json);
}

CHARTER_TEST (decide_says, that_too_many_took_part_in_a_secret_vote)
{
  g_autofree char *json = closed_as (
    SECRET, "'result': 'no-quorum', 'quorate': false, 'quorum': {'base': 'members', 'base-count': 4, "
            "'needed': 1, 'counted': 3, 'holds': false}, 'counts': {'for': 3, 'against': 0}, "
            "'tests': []");

  assert_says (json, "The quorum does not hold: more took part than the rule allows.");
}

CHARTER_TEST (decide_says, why_no_more_is_told_of_a_secret_vote)
{
  static const struct { const char *recorded, *says; } rows[] = {
    { "'result': 'carried'", "Only the result was recorded of this secret vote" },
    { "'result': 'carried', 'winners': ['x']", "Only the result and who was chosen were recorded" },
    { "'result': 'indeterminate'", "No totals were recorded: it could not be counted." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = closed_as (SECRET, rows[i].recorded);

      assert_says (json, rows[i].says);
      assert_silent (json, "Quorum:");
      assert_silent (json, "Test ");
      assert_silent (json, "What would have turned it");
    }
}

CHARTER_TEST (decide_says, what_was_recorded_of_a_secret_choice)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'secret': true, 'quorum': {'at-least': 2, 'per': 'option'}, 'tie': ['lot', "
    "'status-quo']", NULL);
  g_auto(GStrv) parts = g_strsplit (charter, "'majority'", 2);
  g_autofree char *approval = g_strjoinv ("'approval'", parts);
  g_autoptr(CharterBuild) b = charter_build_new (approval, WORLD_START);
  g_autofree char *json = NULL;

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'options': [{'id': 'x'}, "
                     "{'id': 'y'}, {'id': 'z'}]}");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
  charter_build_add (
    b, "decision-closed", "2026-01-15T09:00:00Z",
    "{'decision': 'item', " DIGEST ", 'result': 'carried', 'winners': ['y'], 'quorate': true, 'quorum': {"
    "'base': 'members', 'base-count': 1, 'needed': 2, 'counted': 4, 'holds': true}, 'counts': "
    "{'for': 0, 'against': 0}, 'tests': [], 'options': [{'id': 'x', 'counts': {'for': 4}, "
    "'quorum': {'needed': 2, 'counted': 4, 'holds': true}}, {'id': 'y', 'counts': {'for': 4}, "
    "'quorum': {'needed': 2, 'counted': 4, 'holds': true}}, {'id': 'z', 'counts': {'for': 1}, "
    "'quorum': {'needed': 2, 'counted': 1, 'holds': false}, 'dropped': 'quorum'}], 'ties': "
    "[{'step': 'lot', 'tied': ['x', 'y'], 'left': ['y']}]}");
  json = world_decide_json (b, WORLD_AFTER);
  assert_says (json, "Each option needs 2; the one with the most has 4.");
  assert_says (json, "x: named on ballots that weigh 4.");
  assert_says (json, "y: named on ballots that weigh 4.");
  assert_says (json, "z is dropped: 1 counted, of 2 needed.");
  assert_says (json, "A tie between x and y. The lot goes before: y.");
}

CHARTER_TEST (decide_says, by_which_decision_it_is_superseded)
{
  static const struct { const char *kind, *data, *says; } rows[] = {
    { "decision-closed", "{'decision': 'd-2', " DIGEST ", 'result': 'carried'}",
      "It is superseded: d-2 replaces it, which was carried at 2026-01-20T09:00:00Z." },
    { "decision-enacted", "{'decision': 'd-2'}",
      "It is superseded: d-2 replaces it, which was enacted at 2026-01-20T09:00:00Z." },
    { "decision-closed", "{'decision': 'd-2', " DIGEST ", 'result': 'not-carried'}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = world_of_persons (2, NULL, NULL);
      g_autofree char *before = NULL, *json = NULL;

      charter_build_add (b, "decision-proposed", "2026-01-18T09:00:00Z",
                         "{'id': 'd-2', 'title': 'D', 'rule': 'r', 'replaces': 'item'}");
      charter_build_add (b, "decision-opened", "2026-01-18T09:00:00Z", "{'decision': 'd-2'}");
      charter_build_add (b, rows[i].kind, "2026-01-20T09:00:00Z", rows[i].data);
      before = world_decide_json (b, "2026-01-20T08:59:59Z");
      json = world_decide_json (b, WORLD_AFTER);
      assert_silent (before, "supersed");
      if (rows[i].says == NULL)
        {
          assert_silent (json, "supersed");
          continue;
        }
      assert_says (json, rows[i].says);
      assert_says (json, "\"superseded-by\":\"d-2\"");
      assert_says (json, "\"entries\":[9]");
    }
}

CHARTER_TEST (decide_says, which_band_the_turnout_fell_in)
{
  static const struct { guint n; const char *says; } rows[] = {
    { 1, "Test t goes by the turnout, which was 1/4: from 0 on the share is more than three "
         "quarters." },
    { 3, "Test t goes by the turnout, which was 3/4: above 1/2 the share is at least half." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = world_of_persons (
        4, "'tests': [{'id': 't', 'bands': [{'from': '0', 'share': '3/4', 'compare': '>'}, "
           "{'above': '1/2', 'share': '1/2', 'compare': '>='}]}]", NULL);
      g_autofree char *json = NULL;

      world_votes (b, rows[i].n, 0, 0);
      json = world_decide_json (b, WORLD_AFTER);
      assert_says (json, rows[i].says);
      assert_says (json, "It holds.");
    }
}

CHARTER_TEST (decide_says, no_times_to_come_once_it_is_given_up)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'time': {'discussion': 'P2D', 'reflection': 'P3D', 'open': 'P7D'}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autofree char *before = NULL, *after = NULL;

  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r'}");
  charter_build_add (b, "decision-withdrawn", WORLD_VOTES, "{'decision': 'item'}");
  before = world_decide_json (b, WORLD_OPENS);
  after = world_decide_json (b, WORLD_VOTES);
  assert_says (before, "It is discussed until");
  assert_says (before, "There is time for reflection until");
  assert_silent (after, "It is discussed until");
  assert_silent (after, "There is time for reflection until");
}

CHARTER_TEST (decide_says, no_times_to_come_once_it_has_lapsed)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'time': {'reflection': 'P30D', 'open': 'P7D'}, 'admission': {'of': 'seconded', "
    "'at-least': 2, 'within': 'P3D'}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autofree char *json = NULL;

  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r'}");
  json = world_decide_json (b, "2026-01-12T09:00:00Z");
  assert_says (json, "\"state\":\"lapsed\"");
  assert_silent (json, "There is time for reflection");
}

CHARTER_TEST (decide_says, whether_voting_goes_on_or_went_on)
{
  g_autoptr(CharterBuild) b = world_of_persons (
    3, "'quorum': {'at-least': 3}, 'time': {'open': 'P7D', 'late-quorum': 'P2D'}", NULL);
  g_autofree char *during = NULL, *after = NULL;

  for (char who = 'a'; who < 'd'; who++)
    world_vote_at (b, "2026-01-14T08:00:00Z", (char[]) { who, '\0' }, "for");
  during = world_decide_json (b, "2026-01-14T10:00:00Z");
  after = world_decide_json (b, WORLD_AFTER);
  assert_says (during, "The quorum was reached late, so voting goes on until");
  assert_says (after, "The quorum was reached late, so voting went on until");
}

CHARTER_TEST (decide_says, comparisons_in_words)
{
  g_autoptr(CharterBuild) b = world_of_persons (
    2, "'quorum': {'share': '1/2'}, 'tests': [{'id': 't', 'share': '1', 'base': 'members'}]", NULL);
  g_autofree char *json = NULL;

  world_votes (b, 2, 0, 0);
  json = world_decide_json (b, WORLD_AFTER);
  assert_says (json, "The rule leaves open how the quorum is compared, so the default holds: at "
                     "least that share.");
  assert_says (json, "The rule leaves open how votes are compared, so the default holds: at least "
                     "that share.");
  assert_says (json, "t: for = all of members");
  assert_silent (json, ">= 1 of");
}
