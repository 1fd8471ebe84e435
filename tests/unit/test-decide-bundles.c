/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include <charter/charter.h>

/* Bundles: several decisions put as one motion, those taken out of it, and what may rest on
 * them. */

/* Persons a to e; the bundle `all` of d-1 (about acme), d-2 and d-3 (about other). */
static CharterBuild *
bundle_world (const char *rule,
              const char *more)
{
  g_autofree char *with_unit = g_strconcat ("'unit': 'person'", rule != NULL ? ", " : "", rule,
                                            NULL);
  g_autofree char *charter = world_charter (with_unit, more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (char c = 'a'; c <= 'e'; c++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'd-1', 'title': 'D', 'rule': 'r', 'about': ['acme']}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'd-2', 'title': 'D', 'rule': 'r'}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'd-3', 'title': 'D', 'rule': 'r', 'about': ['other']}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'all', 'title': 'D', 'rule': 'r', 'bundle': ['d-3', 'd-1', 'd-2']}");

  return b;
}

static void
open_bundle (CharterBuild *b)
{
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'all'}");
}

static void
vote_on (CharterBuild *b,
         const char   *decision,
         const char   *voters,
         const char   *choice)
{
  for (; *voters != '\0'; voters++)
    charter_build_add (b, "ballot-cast", WORLD_VOTES,
                       "{'decision': '%s', 'voter': '%c', 'choice': '%s'}", decision, *voters, choice);
}

static void
declare (CharterBuild *b,
         const char   *at,
         const char   *person,
         const char   *party)
{
  charter_build_add (b, "interest-declared", at,
                     "{'id': 'i-%s-%s', 'person': '%s', 'party': '%s', 'category': 'financial', "
                     "'since': '2026-01-01'}", person, party, person, party);
}

static char *
answer (CharterBuild *b,
        const char   *decision,
        const char   *at)
{
  CharterScene scene = charter_build_scene (b);
  g_autoptr(CharterDecided) d = charter_decide (&scene, charter_build_ref (b, decision),
                                                charter_build_instant (at));
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_decided_build (d, builder);

  return charter_builder_to_text (builder);
}

#define assert_answer(b_, decision_, at_, expected_, ...)                                     \
  G_STMT_START {                                                                              \
    g_autofree char *answer_j = answer ((b_), (decision_), (at_));                            \
    world_assert_members (answer_j, (expected_), __VA_ARGS__);                                \
  } G_STMT_END

CHARTER_TEST (bundles, are_decided_together)
{
  g_autoptr(CharterBuild) b = bundle_world (NULL, NULL);
  g_autofree char *all = NULL, *one = NULL;

  assert_answer (b, "all", WORLD_PROPOSED,
                 "{'bundled':['d-1','d-2','d-3'],'result':'pending','taken-out':[]}", "bundled",
                 "result", "taken-out");
  open_bundle (b);
  vote_on (b, "all", "abc", "for");
  vote_on (b, "all", "d", "against");
  assert_answer (b, "d-2", WORLD_VOTES, "{'closes':'2026-01-14T09:00:00Z','result':'pending','state'"
                                        ":'open'}", "closes", "result", "state");
  assert_answer (b, "d-2", WORLD_AFTER,
                 "{'counts':{'abstain':0,'against':1,'for':3,'invalid':0,'object':0,'silent':1,"
                 "'stand-aside':0},'margin':{'at-least':1,'at-most':1,'change':'1 from for to "
                 "against'},'result':'carried','state':'closed'}", "bundled", "counts", "margin",
                 "result", "state", "taken-out");
  all = answer (b, "all", WORLD_AFTER);
  one = answer (b, "d-1", WORLD_AFTER);
  cr_assert (strstr (one, "d-1 is decided with the bundle all.") != NULL);
  cr_assert (strstr (all, "is decided with the bundle") == NULL);
  charter_build_add (b, "decision-closed", WORLD_CLOSES, "{'decision': 'all'}");
  charter_build_add (b, "decision-enacted", "2026-01-15T09:00:00Z", "{'decision': 'd-1'}");
  assert_answer (b, "d-1", WORLD_AFTER, "{'result':'carried','state':'enacted'}", "result", "state");
  assert_answer (b, "d-2", WORLD_AFTER, "{'result':'carried','state':'closed'}", "result", "state");
}

CHARTER_TEST (bundles, lose_what_somebody_is_barred_on)
{
  g_autoptr(CharterBuild) b = bundle_world (NULL, "'conflicts': {'regime': 'fixed-base'}");
  g_autofree char *all = NULL, *one = NULL;

  declare (b, WORLD_START, "e", "acme");
  open_bundle (b);
  vote_on (b, "all", "abcde", "for");
  assert_answer (b, "all", WORLD_AFTER,
                 "{'bundled':['d-2','d-3'],'counts':{'abstain':0,'against':0,'for':5,'invalid':0,"
                 "'object':0,'silent':0,'stand-aside':0},'result':'carried','taken-out':['d-1']}",
                 "bundled", "counts", "result", "taken-out");
  assert_answer (b, "d-1", WORLD_AFTER, "{'result':'pending','state':'proposed'}", "counts", "result",
                 "state");
  assert_answer (b, "d-3", WORLD_AFTER, "{'result':'carried'}", "result");
  all = answer (b, "all", WORLD_AFTER);
  one = answer (b, "d-1", WORLD_AFTER);
  cr_assert (strstr (all, "d-1 is taken out of the bundle, and is taken alone, since e is kept from "
                          "voting on it. Has an interest in a party")
             != NULL);
  cr_assert (strstr (one, "It was put as part of the bundle all, and is not decided with it.")
             != NULL);
  charter_build_add (b, "decision-opened", "2026-01-20T09:00:00Z", "{'decision': 'd-1'}");
  charter_build_add (b, "ballot-cast", "2026-01-21T09:00:00Z",
                     "{'decision': 'd-1', 'voter': 'a', 'choice': 'against'}");
  assert_answer (b, "d-1", WORLD_AFTER, "{'result':'not-carried','state':'closed'}", "result",
                 "state");
  assert_answer (b, "all", WORLD_AFTER, "{'taken-out':['d-1']}", "taken-out");
}

/* Whoever has no vote on the bundle takes nothing out of it. */
CHARTER_TEST (bundles, only_who_votes_takes_out)
{
  g_autoptr(CharterBuild) b = bundle_world ("'voters': ['role:member']",
                                            "'roles': [{'id': 'member', 'holder': 'many'}]");

  for (char c = 'a'; c <= 'c'; c++)
    charter_build_add (b, "role-given", WORLD_START, "{'role': 'member', 'person': '%c'}", c);
  declare (b, WORLD_START, "e", "acme");
  declare (b, WORLD_START, "a", "other");
  open_bundle (b);
  assert_answer (b, "all", WORLD_VOTES, "{'bundled':['d-1','d-2'],'taken-out':['d-3']}", "bundled",
                 "taken-out");
}

/* A partner that can send another is not barred. */
CHARTER_TEST (bundles, of_partners)
{
  g_autofree char *charter = world_charter ("'speaks': 'last'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'x', 'name': 'P'}");
  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'y', 'name': 'P'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'b', 'for': ['x']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'c', 'for': ['y']}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'd-1', 'title': 'D', 'rule': 'r', 'about': ['acme']}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'd-2', 'title': 'D', 'rule': 'r', 'about': ['other']}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'all', 'title': 'D', 'rule': 'r', 'bundle': ['d-1', 'd-2']}");
  declare (b, WORLD_START, "a", "acme");
  declare (b, WORLD_START, "c", "other");
  open_bundle (b);
  assert_answer (b, "all", WORLD_VOTES, "{'bundled':['d-1'],'taken-out':['d-2']}", "bundled",
                 "taken-out");
  charter_build_add (b, "stepped-out", WORLD_VOTES, "{'decision': 'd-1', 'person': 'b'}");
  assert_answer (b, "all", WORLD_VOTES, "{'bundled':[],'taken-out':['d-1','d-2']}", "bundled",
                 "taken-out");
}

CHARTER_TEST (bundles, leave_to_themselves_what_does_not_fit)
{
  g_autoptr(CharterBuild) b = bundle_world (NULL, NULL);

  charter_build_add (b, "decision-amended", WORLD_PROPOSED, "{'decision': 'd-1', 'rule': 'other'}");
  charter_build_add (b, "decision-withdrawn", WORLD_PROPOSED, "{'decision': 'd-2'}");
  charter_build_add (b, "decision-opened", WORLD_PROPOSED, "{'decision': 'd-3'}");
  open_bundle (b);
  assert_answer (b, "all", WORLD_VOTES, "{'bundled':[],'taken-out':['d-1','d-2','d-3']}", "bundled",
                 "taken-out");
  assert_answer (b, "d-2", WORLD_VOTES, "{'state':'withdrawn'}", "state");
}

/* What a bundle held at its closing stands. */
CHARTER_TEST (bundles, are_final_once_closed)
{
  g_autoptr(CharterBuild) b = bundle_world (NULL, NULL), open = bundle_world (NULL, NULL);

  for (guint i = 0; i < 2; i++)
    {
      CharterBuild *w = i == 0 ? b : open;
      g_autofree char *flagged = NULL;

      open_bundle (w);
      vote_on (w, "all", "abcde", "for");
      if (i == 0)
        charter_build_add (w, "decision-closed", WORLD_CLOSES, "{'decision': 'all'}");
      declare (w, "2026-01-20T09:00:00Z", "e", "acme");
      assert_answer (w, "all", WORLD_AFTER,
                     i == 0 ? "{'bundled':['d-1','d-2','d-3'],'taken-out':[]}"
                            : "{'bundled':['d-2','d-3'],'taken-out':['d-1']}",
                     "bundled", "taken-out");
      assert_answer (w, "d-1", WORLD_AFTER,
                     i == 0 ? "{'result':'carried'}" : "{'result':'pending'}", "result");
      flagged = answer (w, "d-1", WORLD_AFTER);
      cr_assert ((strstr (flagged, "After d-1 was closed it came to be known that e") != NULL)
                   == (i == 0),
                 "%s", flagged);
    }
}

CHARTER_TEST (bundles, that_are_secret)
{
  g_autoptr(CharterBuild) b = bundle_world ("'secret': true", NULL);

  declare (b, WORLD_START, "e", "acme");
  open_bundle (b);
  vote_on (b, "all", "abcd", "for");
  vote_on (b, "all", "e", "against");
  assert_answer (b, "d-2", WORLD_AFTER, "{'result':'pending','turnout':5}", "counts", "result",
                 "tests", "turnout");
  charter_build_add (b, "decision-closed", WORLD_CLOSES, "{'decision': 'all'}");
  assert_answer (b, "d-2", WORLD_AFTER,
                 "{'counts':{'abstain':0,'against':1,'for':4,'invalid':0,'object':0,'silent':0,"
                 "'stand-aside':0},'result':'carried'}", "counts", "result");
  assert_answer (b, "d-1", WORLD_AFTER, "{'result':'pending'}", "counts", "result");
}

CHARTER_TEST (bundles, the_first_one_put_decides)
{
  g_autoptr(CharterBuild) b = bundle_world (NULL, NULL);

  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'later', 'title': 'D', 'rule': 'r', 'bundle': ['d-1']}");
  open_bundle (b);
  charter_build_add (b, "decision-opened", WORLD_VOTES, "{'decision': 'later'}");
  vote_on (b, "all", "ab", "for");
  vote_on (b, "later", "cde", "against");
  assert_answer (b, "d-1", WORLD_AFTER, "{'result':'carried'}", "result");
  assert_answer (b, "later", WORLD_AFTER, "{'bundled':['d-1'],'result':'not-carried'}", "bundled",
                 "result");
}

CHARTER_TEST (bundles, may_is_asked_of_the_bundle)
{
  g_autoptr(CharterBuild) b = bundle_world (NULL, NULL);

  declare (b, WORLD_START, "e", "acme");
  open_bundle (b);
  world_assert_may (b, "a", "vote", "d-2", WORLD_VOTES, "allowed");
  world_assert_may (b, "e", "vote", "d-2", WORLD_VOTES, "allowed");
  world_assert_may (b, "a", "vote", "d-2", WORLD_AFTER, "denied: closed");
  world_assert_may (b, "a", "vote", "d-1", WORLD_VOTES, "denied: not-yet-open");
  world_assert_may (b, "e", "discuss", "d-1", WORLD_VOTES, "denied: conflict");
}

/* At the gate */

static CharterPartnership *
living (void)
{
  static const char *const story[] = {
    "{'kind': 'partnership-founded', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'p', 'title': "
    "'P', 'zone': 'UTC', 'origin': 'p', 'format': '1'}}",
    "{'kind': 'charter-adopted', 'at': '2026-01-05T09:00:00Z', 'data': {'charter': {'charter': '1', "
    "'id': 'c', 'title': 'C', 'sections': [], 'roles': [{'id': 'chair'}], 'rules': [{'id': 'r', "
    "'method': 'majority', 'unit': 'person', 'tie': ['casting-vote'], 'time': {'open': 'P7D'}}, "
    "{'id': 's', 'method': 'majority', 'unit': 'person', 'time': {'open': 'P7D'}}]}}}",
    "{'kind': 'person-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'a'}}",
    "{'kind': 'person-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'b'}}",
    "{'kind': 'decision-proposed', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'd-1', 'title': "
    "'D', 'rule': 'r', 'about': ['acme']}}",
    "{'kind': 'decision-proposed', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'd-2', 'title': "
    "'D', 'rule': 'r', 'about': ['b']}}",
    "{'kind': 'decision-proposed', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'd-3', 'title': "
    "'D', 'rule': 's'}}",
    "{'kind': 'decision-proposed', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'all', 'title': "
    "'D', 'rule': 'r', 'bundle': ['d-1', 'd-2']}}",
    "{'kind': 'decision-opened', 'at': '2026-01-06T09:00:00Z', 'data': {'decision': 'all'}}",
  };
  CharterPartnership *partnership = charter_partnership_new ();

  charter_partnership_set_clock (partnership, "2026-02-28T10:00:00Z", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (story); i++)
    {
      g_autofree char *text = charter_build_quote (story[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterEntry) entry = charter_partnership_submit (partnership, text, &error);

      cr_assert (entry != NULL, "%s: %s", text, error != NULL ? error->message : "");
    }

  return partnership;
}

/* The message of the refusal, or "". */
static char *
submit (CharterPartnership *partnership,
        const char         *kind,
        const char         *at,
        const char         *data)
{
  g_autofree char *json = g_strdup_printf ("{'kind': '%s', 'at': '%s', 'data': %s}", kind, at, data);
  g_autofree char *text = charter_build_quote (json);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) entry = charter_partnership_submit (partnership, text, &error);

  return g_strdup (entry != NULL ? "" : error->message);
}

CHARTER_TEST (bundles, the_gate_keeps_them_together)
{
  g_autoptr(CharterPartnership) p = living ();
  static const struct { const char *kind, *at, *data, *refusal; } rows[] = {
    { "decision-proposed", WORLD_PROPOSED,
      "{'id': 'x', 'title': 'D', 'rule': 'r', 'bundle': ['d-3']}", "all must be under one" },
    { "decision-proposed", WORLD_VOTES,
      "{'id': 'x', 'title': 'D', 'rule': 'r', 'bundle': ['d-1']}", "is in another bundle" },
    { "decision-opened", WORLD_VOTES, "{'decision': 'd-1'}", "is decided with the bundle “all”" },
    { "decision-amended", WORLD_VOTES, "{'decision': 'd-1', 'text': 'T'}", "is open for voting" },
    { "ballot-cast", WORLD_VOTES, "{'decision': 'd-1', 'voter': 'a', 'choice': 'for'}",
      "is decided with the bundle “all”" },
    { "role-given", WORLD_VOTES, "{'role': 'chair', 'person': 'a', 'decision': 'd-1'}",
      "has not been carried" },
    { "ballot-cast", WORLD_VOTES, "{'decision': 'all', 'voter': 'a', 'choice': 'for'}", "" },
    { "decision-closed", "2026-01-13T09:00:00Z", "{'decision': 'd-1'}", "decided with the bundle" },
    { "decision-published", "2026-01-13T09:00:00Z", "{'decision': 'd-1', 'where': 'w'}",
      "has no decision-closed yet" },
    { "decision-closed", "2026-01-13T09:00:00Z", "{'decision': 'all'}", "" },
    { "decision-proposed", "2026-01-14T09:00:00Z",
      "{'id': 'x', 'title': 'D', 'rule': 'r', 'bundle': ['d-1', 'd-2']}", "decided already" },
    { "role-given", "2026-01-14T09:00:00Z", "{'role': 'chair', 'person': 'a', 'decision': 'd-1'}",
      "" },
    { "role-given", "2026-01-14T09:00:00Z", "{'role': 'chair', 'person': 'b', 'decision': 'd-2'}",
      "has not been carried" },
    { "decision-published", "2026-01-14T09:00:00Z", "{'decision': 'd-1', 'where': 'w'}", "" },
    { "decision-enacted", "2026-01-14T09:00:00Z", "{'decision': 'd-1'}", "" },
    { "decision-opened", "2026-01-14T09:00:00Z", "{'decision': 'd-2'}", "" },
    { "decision-reopened", "2026-01-15T09:00:00Z", "{'decision': 'd-1', 'reason': 'R'}", "" },
    { "decision-opened", "2026-01-15T09:00:00Z", "{'decision': 'd-1'}", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *refusal = submit (p, rows[i].kind, rows[i].at, rows[i].data);

      cr_assert (rows[i].refusal[0] == '\0' ? refusal[0] == '\0'
                                            : strstr (refusal, rows[i].refusal) != NULL,
                 "row %u: %s", i, refusal);
    }
}

CHARTER_TEST (bundles, decisions_tell_what_came_of_them)
{
  g_autoptr(CharterPartnership) p = living ();
  g_autofree char *voted = submit (p, "ballot-cast", WORLD_VOTES,
                                   "{'decision': 'all', 'voter': 'a', 'choice': 'for'}");
  g_autofree char *closed = submit (p, "decision-closed", "2026-01-13T09:00:00Z",
                                    "{'decision': 'all'}");
  g_autoptr(CharterView) view = charter_partnership_get_view (p);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterOutcome) all = charter_view_decide (view, "all", WORLD_AFTER, &error),
                            one = charter_view_decide (view, "d-1", WORLD_AFTER, &error);
  g_autofree char *bundled = g_strjoinv (" ", (char **) charter_outcome_get_bundled (all));
  g_autofree char *taken_out = g_strjoinv (" ", (char **) charter_outcome_get_taken_out (all));

  charter_assert_str (bundled, "d-1");
  charter_assert_str (taken_out, "d-2");
  cr_assert (charter_outcome_get_bundled (one)[0] == NULL);
  charter_assert_str (charter_outcome_get_decision (one), "d-1");
  cr_assert (charter_outcome_get_result (one) == CHARTER_RESULT_CARRIED);
  cr_assert (voted[0] == '\0' && closed[0] == '\0');
}

CHARTER_TEST (bundles, what_is_found_later_flags_the_decision_it_is_about)
{
  static const char late[] = "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial', "
                             "'since': '2026-01-01'}";
  g_autoptr(CharterPartnership) p = living ();
  g_autofree char *closed = submit (p, "decision-closed", "2026-01-13T09:00:00Z",
                                    "{'decision': 'all'}");
  g_autofree char *declared = submit (p, "interest-declared", "2026-01-20T09:00:00Z", late);
  g_autoptr(CharterView) view = charter_partnership_get_view (p);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) ids = charter_view_list_flagged (view, WORLD_AFTER, &error);
  g_autofree char *flagged = g_strjoinv (" ", ids);

  cr_assert (closed[0] == '\0' && declared[0] == '\0', "%s%s", closed, declared);
  charter_assert_str (flagged, "d-1");
}

static void
count_notification (GObject    *object,
                    GParamSpec *pspec,
                    gpointer    data)
{
  ++*(guint *) data;
}

CHARTER_TEST (bundles, decisions_notify_what_came_of_their_bundle)
{
  g_autoptr(CharterPartnership) p = living ();
  g_autoptr(CharterDecision) one = g_list_model_get_item (charter_partnership_get_decisions (p), 0);
  g_autofree char *voted = NULL, *later = NULL, *closed = NULL;
  guint results = 0, states = 0;

  charter_assert_str (charter_decision_get_id (one), "d-1");
  g_signal_connect (one, "notify::result", G_CALLBACK (count_notification), &results);
  g_signal_connect (one, "notify::state", G_CALLBACK (count_notification), &states);
  voted = submit (p, "ballot-cast", WORLD_VOTES, "{'decision': 'all', 'voter': 'a', 'choice': 'for'}");
  later = submit (p, "person-joined", "2026-01-20T09:00:00Z", "{'id': 'c'}");
  closed = submit (p, "decision-closed", "2026-01-21T09:00:00Z", "{'decision': 'all'}");
  cr_assert (voted[0] == '\0' && later[0] == '\0' && closed[0] == '\0', "%s%s%s", voted, later,
             closed);
  cr_assert (results == 1, "%u results, %u states", results, states);
  cr_assert (charter_decision_get_result (one) == CHARTER_RESULT_CARRIED);
  cr_assert (charter_decision_get_state (one) == CHARTER_DECISION_STATE_CLOSED);
}
