/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-method-test.h"

#include "decide/charter-tally-private.h"

/* Methods under which voters are unanimous, object, or leave it to an office; vetoes. */

typedef struct
{
  const char *method, *rule;
  guint       n;
  const char *ballots, *result;
} Row;

static void
check_rows (const Row *rows,
            guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *result = method_result (rows[i].method, rows[i].rule, rows[i].n, rows[i].ballots);

      cr_assert (g_strcmp0 (result, rows[i].result) == 0, "row %u, %s: %s", i, rows[i].ballots,
                 result);
    }
}

#define ANY "'tests': [{'id': 't', 'share': '1', 'base': "

CHARTER_TEST (objections, unanimity_of_both_kinds)
{
  static const Row rows[] = {
    /* Nobody against; abstentions and silence do not prevent it. */
    { "unanimity", NULL, 4, "ff--", "carried" },
    { "unanimity", NULL, 4, "fnnn", "carried" },
    { "unanimity", NULL, 4, "fffa", "not-carried" },
    { "unanimity", NULL, 4, "nnnn", "not-carried" },
    { "unanimity", NULL, 4, "----", "not-carried" },
    { "unanimity", NULL, 4, "aaaa", "not-carried" },
    /* Nobody who votes may abstain. */
    { "unanimity", ANY "'for+against+abstain'}]", 4, "fff-", "carried" },
    { "unanimity", ANY "'for+against+abstain'}]", 4, "fffn", "not-carried" },
    { "unanimity", ANY "'cast'}]", 4, "ff--", "carried" },
    /* Everybody is in favour. */
    { "unanimity", ANY "'eligible'}]", 4, "ffff", "carried" },
    { "unanimity", ANY "'eligible'}]", 4, "fff-", "not-carried" },
    { "unanimity", ANY "'members'}]", 4, "fffn", "not-carried" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

CHARTER_TEST (objections, consent)
{
  static const Row rows[] = {
    { "consent", NULL, 4, "f---", "carried" },
    { "consent", NULL, 4, "fffo", "blocked" },
    { "consent", NULL, 4, "fffO", "carried" },        /* a concern */
    { "consent", NULL, 4, "fffs", "carried" },
    { "consent", NULL, 4, "faaa", "carried" },        /* no vote is counted */
    { "consent", NULL, 4, "nnnn", "not-carried" },
    { "consent", NULL, 4, "----", "not-carried" },
    { "consent", "'silence': 'assents'", 4, "----", "carried" },
    { "consent", "'silence': 'assents'", 4, "---o", "blocked" },
    { "consent", "'silence': 'assents'", 4, "---O", "carried" },
    { "consent", "'silence': 'assents', 'quorum': {'at-least': 2}", 4, "nn--", "carried" },
    { "consent", "'silence': 'assents', 'quorum': {'at-least': 2}", 4, "n---", "no-quorum" },
    { "consent", "'quorum': {'at-least': 2, 'counts': ['for', 'object']}", 4, "fo--", "blocked" },
    { "consent", "'quorum': {'at-least': 3, 'counts': ['for', 'object']}", 4, "fo--", "no-quorum" },
    { "consent", "'tests': [{'id': 'm', 'at-least': 2}]", 4, "f---", "not-carried" },
    { "consent", "'tests': [{'id': 'm', 'at-least': 2}]", 4, "ff--", "carried" },
    { "consent", "'tests': [{'id': 'm', 'at-least': 2}]", 4, "f--o", "blocked" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

CHARTER_TEST (objections, lazy_consensus)
{
  static const Row rows[] = {
    { "lazy-consensus", "'silence': 'assents'", 4, "----", "carried" },
    { "lazy-consensus", NULL, 4, "----", "not-carried" },
    { "lazy-consensus", "'silence': 'nothing'", 4, "f---", "carried" },
    { "lazy-consensus", "'silence': 'assents'", 4, "-o--", "blocked" },
    { "lazy-consensus", "'silence': 'assents'", 4, "-s--", "carried" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

CHARTER_TEST (objections, tolerated_objections)
{
  static const char tolerant[] = "'tests': [{'id': 'few', 'of': 'object', 'at-most': 1}]";
  static const char share[] =
    "'tests': [{'id': 'few', 'of': 'object', 'at-most': '1/2'}]";
  static const Row rows[] = {
    { "consent", tolerant, 5, "fffo-", "carried" },
    { "consent", tolerant, 5, "ffoo-", "blocked" },
    { "consent", tolerant, 5, "ffoO-", "carried" },
    { "consent", share, 5, "fff--", "carried" },
    { "consent", share, 5, "fffo-", "blocked" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* — objections that are raised, and answered — */

static void
raise_objection (CharterBuild *b,
                 const char   *at,
                 const char   *id,
                 const char   *person)
{
  charter_build_add (b, "objection-raised", at,
                     "{'id': '%s', 'decision': 'item', 'person': '%s', 'reason': 'No.'}", id,
                     person);
}

static void
answer_objection (CharterBuild *b,
                  const char   *at,
                  const char   *id,
                  gboolean      standing)
{
  charter_build_add (b, "objection-answered", at, "{'objection': '%s', 'standing': %s}", id,
                     standing ? "true" : "false");
}

CHARTER_TEST (objections, it_stands_until_it_is_found_not_to)
{
  static const struct { const char *raised, *answered; gboolean standing; const char *result;
  } rows[] = {
    { WORLD_PROPOSED, NULL, TRUE, "blocked" },                      /* in discussion */
    { WORLD_VOTES, NULL, TRUE, "blocked" },                         /* nobody tested it */
    { WORLD_VOTES, "2026-01-09T09:00:00Z", FALSE, "carried" },
    { WORLD_VOTES, "2026-01-09T09:00:00Z", TRUE, "blocked" },
    { WORLD_VOTES, "2026-01-20T09:00:00Z", FALSE, "carried" },      /* before it is closed */
    { "2026-01-14T08:59:59Z", NULL, TRUE, "blocked" },
    { WORLD_CLOSES, NULL, TRUE, "carried" },                        /* too late */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world ("consent", 3, NULL, NULL);
      g_autoptr(CharterDecided) d = NULL;

      raise_objection (b, rows[i].raised, "o", "c");
      method_votes (b, "ff-");
      if (rows[i].answered != NULL)
        answer_objection (b, rows[i].answered, "o", rows[i].standing);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
    }
}

CHARTER_TEST (objections, a_later_answer_does_not_touch_what_is_closed)
{
  g_autoptr(CharterBuild) b = method_world ("consent", 3, NULL, NULL);
  g_autoptr(CharterDecided) d = NULL;

  raise_objection (b, WORLD_VOTES, "o", "c");
  method_votes (b, "ff-");
  charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item'}");
  answer_objection (b, "2026-01-20T09:00:00Z", "o", FALSE);
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_BLOCKED && !d->disputed);
}

CHARTER_TEST (objections, whoever_has_no_vote_has_no_objection)
{
  g_autoptr(CharterBuild) stranger = method_world (
    "consent", 3, "'voters': ['person:a', 'person:b']", NULL);
  g_autoptr(CharterBuild) barred = method_world ("consent", 3, NULL, NULL);
  g_autofree char *json = NULL;

  raise_objection (stranger, WORLD_VOTES, "o", "c");
  method_votes (stranger, "ff");
  world_assert_result (stranger, WORLD_AFTER, "carried");
  charter_build_add (barred, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'c', 'party': 'acme', 'category': 'financial'}");
  raise_objection (barred, WORLD_VOTES, "o", "c");
  method_votes (barred, "ff");
  world_assert_result (barred, WORLD_AFTER, "carried");
  json = world_decide_json (barred, WORLD_AFTER);
  cr_assert (strstr (json, "\"objection-not-counted\"") != NULL, "%s", json);
}

CHARTER_TEST (objections, a_ballot_beside_it_counts_as_it_was_cast)
{
  g_autoptr(CharterBuild) b = method_world ("consent", 3, NULL, NULL);
  g_autoptr(CharterDecided) open = NULL, answered = NULL;

  raise_objection (b, WORLD_PROPOSED, "o", "c");
  method_votes (b, "fff");
  open = world_decide (b, WORLD_AFTER);
  cr_assert (open->result == CHARTER_RESULT_BLOCKED && open->counts.for_ == 3
             && open->counts.object == 0);
  answer_objection (b, "2026-01-09T09:00:00Z", "o", FALSE);
  answered = world_decide (b, WORLD_AFTER);
  cr_assert (answered->result == CHARTER_RESULT_CARRIED);
}

CHARTER_TEST (objections, a_partner_objects_through_its_representative)
{
  static const struct { const char *person, *result; } rows[] = {
    { "north-rep", "blocked" }, { "north-other", "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *majority = world_charter (
        "'unit': 'partner'", "'roles': [{'id': 'representative', 'of': 'partner'}]");
      g_auto(GStrv) parts = g_strsplit (majority, "'majority'", 2);
      g_autofree char *charter = g_strjoinv ("'consent'", parts);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

      charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'north', 'name': 'N'}");
      charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'south', 'name': 'S'}");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'north-rep', 'for': 'north'}");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'north-other', 'for': 'north'}");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'south-rep', 'for': 'south'}");
      for (guint k = 0; k < 2; k++)
        charter_build_add (b, "role-given", WORLD_START,
                           "{'role': 'representative', 'person': '%s', 'for': '%s'}",
                           k == 0 ? "north-rep" : "south-rep", k == 0 ? "north" : "south");
      world_propose (b);
      world_vote (b, "south-rep", "for");
      raise_objection (b, WORLD_VOTES, "o", rows[i].person);
      world_assert_result (b, WORLD_AFTER, rows[i].result);
    }
}

CHARTER_TEST (objections, one_that_comes_too_late_is_told)
{
  g_autoptr(CharterBuild) b = method_world ("consent", 3, NULL, NULL);
  g_autofree char *json = NULL;

  method_votes (b, "ff-");
  raise_objection (b, WORLD_CLOSES, "o", "c");
  json = world_decide_json (b, WORLD_AFTER);
  cr_assert (strstr (json, "The objection of c does not count.") != NULL, "%s", json);
  world_assert_members (json,
                        "{'dissent':[{'choice':'object','objection':'o','reasoned':true,"
                        "'stands':false,'who':'c'}],'result':'carried'}", "dissent", "result");
}

/* — silence — */

CHARTER_TEST (objections, silence_needs_its_time_and_an_unbarred_proposer)
{
  static const struct { const char *closes; gboolean barred, in_favour; const char *quorum, *result;
  } rows[] = {
    { WORLD_CLOSES, FALSE, FALSE, "", "carried" },
    { "2026-01-14T08:59:59Z", FALSE, FALSE, "", "not-carried" },     /* a second short */
    { "2026-01-20T09:00:00Z", FALSE, FALSE, "", "carried" },
    { "2026-01-10T09:00:00Z", FALSE, TRUE, "", "carried" },          /* somebody spoke */
    { "2026-01-10T09:00:00Z", FALSE, FALSE, ", 'quorum': {'at-least': 0}", "carried" },
    { WORLD_CLOSES, TRUE, FALSE, "", "not-carried" },
    { WORLD_CLOSES, TRUE, TRUE, "", "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strconcat ("'silence': 'assents', 'time': {'open': 'P7D'}",
                                           rows[i].quorum, NULL);
      g_autofree char *with_unit = g_strconcat ("'unit': 'person', ", rule, NULL);
      g_autofree char *majority = world_charter (with_unit, NULL);
      g_auto(GStrv) parts = g_strsplit (majority, "'majority'", 2);
      g_autofree char *charter = g_strjoinv ("'lazy-consensus'", parts);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

      for (char c = 'a'; c <= 'd'; c++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
      if (rows[i].barred)
        charter_build_add (b, "interest-declared", WORLD_START,
                           "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'}");
      charter_build_add_full (b, "decision-proposed", WORLD_PROPOSED, "a", NULL,
                              "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['acme']}");
      charter_build_add (b, "decision-opened", WORLD_OPENS,
                         "{'decision': 'item', 'closes': '%s'}", rows[i].closes);
      if (rows[i].in_favour)
        world_vote (b, "b", "for");
      world_assert_result (b, WORLD_AFTER, rows[i].result);
    }
}

/* — consensus — */

CHARTER_TEST (objections, consensus_is_called_by_whoever_may_chair)
{
  static const char chair[] =
    "'roles': [{'id': 'chair', 'acts': ['chair']}], 'permissions': [{'act': 'record', 'to': "
    "['persons']}]";
  static const struct { const char *who, *at, *ballots, *result; } rows[] = {
    { NULL, NULL, "fff-", "not-carried" },
    { "a", "2026-01-13T09:00:00Z", "fff-", "carried" },
    { "a", "2026-01-20T09:00:00Z", "fff-", "carried" },              /* once voting is over */
    { "b", "2026-01-13T09:00:00Z", "fff-", "not-carried" },          /* does not chair */
    { "a", WORLD_PROPOSED, "fff-", "not-carried" },                  /* the text may change yet */
    { "a", "2026-01-13T09:00:00Z", "ffo-", "blocked" },
    { "a", "2026-01-13T09:00:00Z", "ffO-", "carried" },
    { "a", "2026-01-13T09:00:00Z", "nn--", "not-carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world ("consensus", 4, NULL, chair);
      g_autoptr(CharterDecided) d = NULL;

      charter_build_add (b, "role-given", WORLD_START, "{'role': 'chair', 'person': 'a'}");
      method_votes (b, rows[i].ballots);
      if (rows[i].who != NULL)
        charter_build_add (b, "consensus-called", rows[i].at,
                           "{'decision': 'item', 'person': '%s'}", rows[i].who);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->has_margin == (d->result == CHARTER_RESULT_CARRIED
                                   || d->result == CHARTER_RESULT_BLOCKED
                                   || g_str_equal (rows[i].ballots, "nn--")), "row %u", i);
    }
}

/* — role-holder — */

#define OFFICES "'roles': [{'id': 'chair', 'holder': 'many'}, {'id': 'deputy', 'substitutes': 'chair'}]"

CHARTER_TEST (objections, whoever_holds_the_office_decides)
{
  static const struct { const char *chairs, *deputy, *barred, *ballots, *result; } rows[] = {
    { "a", NULL, NULL, "a+", "carried" },
    { "a", NULL, NULL, "a-", "not-carried" },
    { "a", NULL, NULL, "", "not-carried" },
    { "a", NULL, NULL, "b+", "not-carried" },           /* has no vote */
    { "", NULL, NULL, "", "no-quorum" },                /* vacant */
    { "", "d", NULL, "d+", "carried" },                 /* stands in */
    { "a", "d", NULL, "d+", "not-carried" },            /* the chair is there */
    { "a", "d", "a", "d+", "carried" },                 /* the chair is barred */
    { "a", NULL, "a", "a+", "no-quorum" },
    { "ab", NULL, NULL, "a+", "carried" },              /* one of two decides */
    { "ab", NULL, NULL, "a+b+", "carried" },
    { "ab", NULL, NULL, "a+b-", "not-carried" },        /* they differ: a tie */
    { "ab", "d", "a", "d+", "not-carried" },            /* b is there */
    { "abc", NULL, NULL, "a+b-c+", "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world ("role-holder", 4, "'voters': ['role:chair']",
                                                OFFICES);
      g_autoptr(CharterDecided) d = NULL;

      for (const char *c = rows[i].chairs; *c != '\0'; c++)
        charter_build_add (b, "role-given", WORLD_START, "{'role': 'chair', 'person': '%c'}", *c);
      if (rows[i].deputy != NULL)
        charter_build_add (b, "role-given", WORLD_START, "{'role': 'deputy', 'person': '%s'}",
                           rows[i].deputy);
      if (rows[i].barred != NULL)
        charter_build_add (b, "interest-declared", WORLD_START,
                           "{'id': 'i', 'person': '%s', 'party': 'acme', 'category': 'financial'}",
                           rows[i].barred);
      for (const char *v = rows[i].ballots; *v != '\0'; v += 2)
        world_vote (b, (char[]) { *v, '\0' }, v[1] == '+' ? "for" : "against");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->quorate == (d->result != CHARTER_RESULT_NO_QUORUM), "row %u", i);
    }
}

CHARTER_TEST (objections, an_absent_holder_is_stood_in_for)
{
  static const struct { const char *present; const char *result; } rows[] = {
    { "true", "not-carried" }, { "false", "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *majority = world_charter ("'unit': 'person', 'voters': ['role:chair']",
                                                 OFFICES);
      g_auto(GStrv) parts = g_strsplit (majority, "'majority'", 2);
      g_autofree char *charter = g_strjoinv ("'role-holder'", parts);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'd'}");
      charter_build_add (b, "role-given", WORLD_START, "{'role': 'chair', 'person': 'a'}");
      charter_build_add (b, "role-given", WORLD_START, "{'role': 'deputy', 'person': 'd'}");
      charter_build_add (b, "meeting-called", WORLD_START,
                         "{'id': 'm', 'starts': '2026-01-07T08:00:00Z', 'purpose': 'P'}");
      charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                         "{'id': 'item', 'title': 'D', 'rule': 'r', 'meeting': 'm'}");
      charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
      charter_build_add (b, "attendance-noted", WORLD_OPENS,
                         "{'meeting': 'm', 'person': 'a', 'present': %s}", rows[i].present);
      world_assert_may (b, "d", "vote", "item", WORLD_VOTES,
                        i == 0 ? "denied: not-appointed" : "allowed");
      world_vote (b, "d", "for");
      world_assert_result (b, WORLD_AFTER, rows[i].result);
    }
}

/* — vetoes — */

#define VETO(word, more) "'tests': [{'id': 'm', 'share': '1/2'}, {'id': 'v', 'veto': '" word \
                         "', 'holders': ['role:pmc']" more "}]"

CHARTER_TEST (objections, a_veto_blocks_while_it_stands)
{
  static const struct { const char *rule, *ballots, *result; } rows[] = {
    { VETO ("against", ""), "fff-", "carried" },
    { VETO ("against", ""), "fffa", "carried" },                 /* d is no holder */
    { VETO ("against", ""), "afff", "blocked" },
    { VETO ("against", ""), "nfff", "carried" },
    { VETO ("against", ", 'needs-reason': true"), "afff", "carried" },
    { VETO ("against", ", 'needs-reason': true"), "rfff", "blocked" },
    { VETO ("object", ""), "afff", "carried" },
    { VETO ("object", ""), "Offf", "blocked" },
    { VETO ("object", ", 'needs-reason': true"), "Offf", "carried" },
    { VETO ("object", ", 'needs-reason': true"), "offf", "blocked" },
    { "'quorum': {'at-least': 9}, " VETO ("against", ""), "afff", "no-quorum" },
    { VETO ("against", ""), "aaaa", "blocked" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world ("majority", 4, rows[i].rule,
                                                "'roles': [{'id': 'pmc', 'holder': 'many'}]");
      g_autoptr(CharterDecided) d = NULL;

      charter_build_add (b, "role-given", WORLD_START, "{'role': 'pmc', 'person': 'a'}");
      charter_build_add (b, "role-given", WORLD_START, "{'role': 'pmc', 'person': 'b'}");
      if (rows[i].ballots[0] == 'r')
        charter_build_add (b, "ballot-cast", WORLD_VOTES,
                           "{'decision': 'item', 'voter': 'a', 'choice': 'against', 'reason': 'X'}");
      method_votes (b, "-");
      for (guint k = rows[i].ballots[0] == 'r' ? 1 : 0; rows[i].ballots[k] != '\0'; k++)
        {
          char ballots[] = "----";

          ballots[k] = rows[i].ballots[k];
          method_votes (b, ballots);
        }
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
    }
}

static CharterBuild *
veto_world (const char *rule,
            const char *more)
{
  g_autofree char *roles = g_strconcat ("'roles': [{'id': 'pmc', 'holder': 'many'}]", more, NULL);
  CharterBuild *b = method_world ("majority", 4, rule, roles);

  charter_build_add (b, "role-given", WORLD_START, "{'role': 'pmc', 'person': 'a'}");

  return b;
}

CHARTER_TEST (objections, a_veto_that_is_withdrawn_barred_or_delegated_is_none)
{
  g_autoptr(CharterBuild) withdrawn = veto_world (VETO ("against", ""), NULL);
  g_autoptr(CharterBuild) recast = veto_world (VETO ("against", ""), NULL);
  g_autoptr(CharterBuild) barred = veto_world (VETO ("against", ""), NULL);
  g_autoptr(CharterBuild) delegated = veto_world (VETO ("against", ""), NULL);

  method_votes (withdrawn, "afff");
  world_assert_result (withdrawn, WORLD_AFTER, "blocked");
  charter_build_add (withdrawn, "ballot-withdrawn", "2026-01-09T09:00:00Z",
                     "{'decision': 'item', 'voter': 'a'}");
  world_assert_result (withdrawn, WORLD_AFTER, "carried");
  method_votes (recast, "afff");
  world_vote_at (recast, "2026-01-09T09:00:00Z", "a", "abstain");
  world_assert_result (recast, WORLD_AFTER, "carried");
  charter_build_add (barred, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'}");
  method_votes (barred, "afff");
  world_assert_result (barred, WORLD_AFTER, "carried");
  charter_build_add (delegated, "delegation-made", WORLD_START,
                     "{'id': 'g', 'from': 'a', 'to': 'b', 'scope': 'rule:r'}");
  method_votes (delegated, "-aff");
  world_assert_result (delegated, WORLD_AFTER, "not-carried");   /* two and two, no veto */
}

/* — what the outcome says of it — */

CHARTER_TEST (objections, dissent_is_on_record)
{
  g_autoptr(CharterBuild) b = method_world ("consent", 6, NULL, NULL);
  g_autofree char *json = NULL;

  method_votes (b, "foOsa");
  raise_objection (b, "2026-01-09T09:00:00Z", "o-1", "f");
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (
    json,
    "{'dissent':[{'choice':'object','reasoned':true,'stands':true,'who':'b'},"
    "{'choice':'object','reasoned':false,'stands':false,'who':'c'},"
    "{'choice':'stand-aside','reasoned':false,'who':'d'},"
    "{'choice':'against','reasoned':false,'who':'e'},"
    "{'choice':'object','objection':'o-1','reasoned':true,'stands':true,'who':'f'}],"
    "'result':'blocked'}",
    "result", "dissent");
}

CHARTER_TEST (objections, nobody_dissents_by_name_in_secret)
{
  g_autoptr(CharterBuild) b = method_world ("consent", 6, "'secret': true", NULL);
  g_autofree char *json = NULL;

  method_votes (b, "fffffo");
  charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item'}");
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json, "{'dissent':[],'result':'blocked'}", "result", "dissent");
  cr_assert (strstr (json, "objects, and says why") == NULL, "%s", json);
}

CHARTER_TEST (objections, a_secret_veto_has_no_margin)
{
  static const struct { const char *secret; gboolean margin; } rows[] = {
    { "", TRUE }, { ", 'secret': true", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strconcat (VETO ("against", ""), rows[i].secret, NULL);
      g_autoptr(CharterBuild) b = method_world ("majority", 7, rule,
                                                "'roles': [{'id': 'pmc', 'holder': 'many'}]");
      g_autoptr(CharterDecided) d = NULL;

      charter_build_add (b, "role-given", WORLD_START, "{'role': 'pmc', 'person': 'a'}");
      method_votes (b, "affffff");
      charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item'}");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->result == CHARTER_RESULT_BLOCKED && d->has_margin == rows[i].margin, "%u", i);
    }
}

CHARTER_TEST (objections, the_clauses_it_serves)
{
  g_autofree char *charter = world_charter ("'unit': 'person'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autofree char *json = NULL;

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'serves': ['cl', 'a']}");
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json, "{'serves':[{'clause':'cl','text':'We decide fairly.'}]}", "serves");
}

CHARTER_TEST (objections, modes)
{
  static const struct { const char *method, *rule, *mode; } rows[] = {
    { "unanimity", NULL,
      "unanimity by person as at closing; no quorum; unanimity: for = all of for+against; tie: "
      "status-quo" },
    { "consent", "'silence': 'assents', 'quorum': {'base': 'invited', 'share': '1/2'}",
      "consent by person as at closing; quorum: for+against+abstain >= 1/2 of invited; silence: "
      "assents; tie: status-quo" },
    { "consensus", "'tests': [{'id': 'few', 'of': 'object', 'at-most': 1}]",
      "consensus by person as at closing; no quorum; few: object <= 1; silence: nothing; tie: "
      "status-quo" },
    { "lazy-consensus", "'secret': true",
      "lazy-consensus by person as at closing; no quorum; silence: nothing; tie: status-quo; "
      "secret" },
    { "majority", VETO ("against", ", 'needs-reason': true"),
      "majority by person as at closing; no quorum; m: for > 1/2 of for+against; v: veto by against "
      "of role:pmc with a reason; tie: status-quo" },
    { "majority", "'quorum': {'at-least': 2, 'at-most': 9, 'per': 'meeting'}, 'tests': [{'id': "
      "'b', 'bands': [{'from': '1/20', 'share': '3/4'}, {'above': '3/20', 'share': '1/2'}]}]",
      "majority by person as at closing; quorum: present when the meeting began >= 2 and <= 9; b: "
      "for >= 3/4 of for+against from a turnout of 1/20, > 1/2 of for+against above a turnout of "
      "3/20; tie: status-quo" },
    { "majority", "'quorum': {'base': 'mean-attendance', 'meetings': 3, 'sqrt-of': true, 'share': 2}",
      "majority by person as at closing; quorum: for+against+abstain >= 2 of the square root of "
      "mean-attendance over 3; majority: for > 1/2 of for+against; tie: status-quo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world (rows[i].method, 2, rows[i].rule,
                                                "'roles': [{'id': 'pmc', 'holder': 'many'}]");
      g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);

      charter_assert_str (d->mode, rows[i].mode);
    }
}

CHARTER_TEST (objections, ballots_that_a_method_reads)
{
  static const struct { const char *method, *rule, *choice, *code; } rows[] = {
    { "consent", NULL, "'choice': 'object'", NULL },
    { "consensus", NULL, "'choice': 'stand-aside'", NULL },
    { "lazy-consensus", NULL, "'choice': 'against'", NULL },
    { "consent", NULL, "'ranking': ['a']", "not-on-ballot" },
    { "unanimity", NULL, "'choice': 'abstain'", NULL },
    { "unanimity", NULL, "'choice': 'object'", "not-on-ballot" },
    { "role-holder", "'voters': ['persons']", "'choice': 'stand-aside'", "not-on-ballot" },
    { "majority", VETO ("object", ""), "'choice': 'object'", NULL },
    { "majority", VETO ("against", ""), "'choice': 'object'", "not-on-ballot" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world (rows[i].method, 2, rows[i].rule,
                                                "'roles': [{'id': 'pmc', 'holder': 'many'}]");
      CharterScene scene = charter_build_scene (b);
      g_autofree char *data = g_strdup_printf ("{%s}", rows[i].choice), *message = NULL;
      const char *path = NULL;

      charter_assert_str (charter_decide_ballot_fault (&scene, charter_build_ref (b, "item"),
                                                       charter_build_read (b, data), &path,
                                                       &message), rows[i].code);
    }
}

/* The first reason of every result, in words. */
CHARTER_TEST (objections, what_is_said_first)
{
  static const struct { const char *method, *rule, *ballots, *sentence; } rows[] = {
    { "consent", NULL, "ffo", "Blocked: the objection of c stands." },
    { "consent", NULL, "foo", "Blocked: 2 objections stand, and 0 are tolerated." },
    { "consent", NULL, "nnn",
      "Not carried: nobody objected, but nobody was in favour either." },
    { "consent", NULL, "ff-", "Carried: 2 in favour, and no more objections stand than are tolerated." },
    { "consent", "'silence': 'assents'", "---",
      "Carried: no objection stands, and under this rule silence assents." },
    { "consent", "'silence': 'assents', 'tests': [{'id': 'm', 'at-least': 2}]", "f--",
      "Not carried: the test m does not hold." },
    { "consensus", NULL, "ff-", "Not carried: nobody who may chair has called consensus." },
    { "role-holder", "'voters': ['role:pmc']", "---",
      "No quorum: the office that decides is vacant." },
    { "unanimity", NULL, "ffa", "Not carried: the test unanimity does not hold." },
    { "unanimity", NULL, "fan", "Not carried: the test unanimity does not hold." },
    { "majority", NULL, "fan", "Not carried: 1 in favour and 1 against is a tie, and things stay as "
      "they are." },
    { "majority", "'quorum': {'at-most': 2}", "fff", "No quorum: 3 took part, and at most 2 may." },
    { "majority", "'quorum': {'base': 'invited', 'share': '1/2'}", "fff",
      "It cannot be worked out how many are needed: the decision has no meeting that names those "
      "invited." },
    { "majority", "'quorum': {'base': 'mean-attendance', 'meetings': 2, 'share': '1/2'}", "fff",
      "It cannot be worked out how many are needed: no meeting was held at which attendance was "
      "noted." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world (rows[i].method, 3, rows[i].rule,
                                                "'roles': [{'id': 'pmc', 'holder': 'many'}]");
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *sentence = NULL;

      method_votes (b, rows[i].ballots);
      d = world_decide (b, WORLD_AFTER);
      sentence = charter_reasons_render (d->reasons, charter_reasons_first (d->reasons, 0), FALSE);
      charter_assert_str (sentence, rows[i].sentence);
    }
}

/* — properties — */

static const struct { const char *method, *rule; } hearing[] = {
  { "consent", NULL },
  { "consent", "'silence': 'assents', 'quorum': {'share': '1/2'}" },
  { "lazy-consensus", "'silence': 'assents'" },
  { "consent", "'tests': [{'id': 'few', 'of': 'object', 'at-most': 1}, {'id': 'm', 'share': '1/2', "
               "'base': 'members'}]" },
  { "unanimity", NULL },
  { "unanimity", "'tests': [{'id': 'u', 'share': '1', 'base': 'eligible'}]" },
  { "majority", VETO ("against", ", 'needs-reason': true") },
  { "majority", VETO ("object", "") ", 'quorum': {'share': '1/2', 'counts': ['for', 'object']}" },
};

static guint
fewest_by_trying (CharterTally *tally,
                  gboolean      carried,
                  guint         from,
                  guint         changed,
                  guint         best)
{
  CharterUnitVote *row;
  CharterVote before;

  if (changed >= best)
    return best;
  charter_tally_settle (tally);
  if (charter_tally_passes (tally) != carried)
    return changed;
  if (from == tally->rows->len)
    return best;
  best = MIN (best, fewest_by_trying (tally, carried, from + 1, changed, best));
  row = &g_array_index (tally->rows, CharterUnitVote, from);
  before = row->own;
  for (guint i = 0; row->votes && i < charter_n_vote_changes (tally); i++)
    {
      row->own = charter_vote_changes[i];
      if (row->own != before)
        best = MIN (best, fewest_by_trying (tally, carried, from + 1, changed + 1, best));
    }
  row->own = before;

  return best;
}

static void
check_margin (CharterBuild *b,
              guint         n,
              guint         round)
{
  CharterScene scene = charter_build_scene (b);
  g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);
  CharterTally tally;
  guint fewest;

  charter_tally_init (&tally, &scene, d->decision, d->charter, d->rule, &d->electorate, d->closes,
                      d->opens, d->closes, d->at, 0, FALSE);
  fewest = fewest_by_trying (&tally, d->result == CHARTER_RESULT_CARRIED, 0, 0, n + 1);
  charter_tally_clear (&tally);
  cr_assert (d->has_margin == (fewest <= n), "round %u", round);
  if (d->has_margin)
    cr_assert (d->margin_least == fewest && d->margin_most == fewest, "round %u: %u not %d to %d",
               round, fewest, (int) d->margin_least, (int) d->margin_most);
}

CHARTER_TEST (objections, margins_are_the_smallest_change)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260303);
  static const char letters[] = "faon-Os";

  for (guint i = 0; i < 240; i++)
    {
      const char *method = hearing[i % G_N_ELEMENTS (hearing)].method;
      const char *rule = hearing[i % G_N_ELEMENTS (hearing)].rule;
      guint n = 3 + (guint) g_rand_int_range (rand, 0, 3);
      g_autoptr(CharterBuild) b = method_world (
        method, n, rule, "'roles': [{'id': 'pmc', 'holder': 'many'}]");
      char ballots[8] = { '\0' };

      charter_build_add (b, "role-given", WORLD_START, "{'role': 'pmc', 'person': 'b'}");
      for (guint k = 0; k < n; k++)
        ballots[k] = letters[g_rand_int_range (rand, 0, (gint) strlen (letters))];
      method_votes (b, ballots);
      if (i % 5 == 0)
        raise_objection (b, WORLD_VOTES, "o", "a");
      check_margin (b, n, i);
    }
}

/* One more objection never carries, one fewer never blocks. */
CHARTER_TEST (objections, objecting_never_helps)
{
  for (guint r = 0; r < 4; r++)
    for (guint n_for = 0; n_for <= 4; n_for++)
      for (guint n_object = 0; n_for + n_object <= 4; n_object++)
        {
          g_autofree char *one = g_strnfill (5, '-'), *more = g_strnfill (5, '-');
          const char *before, *after;

          memset (one, 'f', n_for);
          memset (one + n_for, 'o', n_object);
          memcpy (more, one, 4);
          more[4] = 'o';
          before = method_result (hearing[r].method, hearing[r].rule, 5, one);
          after = method_result (hearing[r].method, hearing[r].rule, 5, more);
          cr_assert (!g_str_equal (after, "carried") || g_str_equal (before, "carried")
                     || r == 3 || g_str_equal (before, "no-quorum"), "rule %u %s", r, one);
        }
}
