/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-method-test.h"

#include "decide/charter-tally-private.h"

/* Margins where objections are heard: what was raised stands beside every ballot, what somebody
 * votes through somebody else's is not one's own, and weights are added up. */

static void
raise_objection (CharterBuild *b,
                 const char   *person)
{
  charter_build_add (b, "objection-raised", WORLD_VOTES,
                     "{'id': 'o%s', 'decision': 'item', 'person': '%s', 'reason': 'No.'}", person,
                     person);
}

static void
delegate (CharterBuild *b,
          const char   *from,
          const char   *to)
{
  charter_build_add (b, "delegation-made", WORLD_START, "{'id': 'd%s', 'from': '%s', 'to': '%s'}",
                     from, from, to);
}

CHARTER_TEST (margins, no_ballot_turns_a_raised_objection)
{
  static const struct { const char *ballots; gboolean answered; gint64 margin; } rows[] = {
    { "--", FALSE, 0 }, { "ff", FALSE, 0 }, { "af", FALSE, 0 }, { "--", TRUE, 1 }, { "ff", TRUE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world ("consent", 2, NULL, NULL);
      g_autoptr(CharterDecided) d = NULL;

      method_votes (b, rows[i].ballots);
      raise_objection (b, "a");
      if (rows[i].answered)
        charter_build_add (b, "objection-answered", WORLD_VOTES,
                           "{'objection': 'oa', 'standing': false}");
      d = world_decide (b, WORLD_AFTER);
      cr_assert ((d->result == CHARTER_RESULT_BLOCKED) == !rows[i].answered, "row %u", i);
      cr_assert ((d->has_margin ? d->margin_most : 0) == rows[i].margin, "row %u", i);
    }
}

/* b votes through the concern of a; its own objection, with a reason, would block. */
CHARTER_TEST (margins, whoever_delegates_may_object)
{
  g_autoptr(CharterBuild) b = method_world ("consent", 2, "'silence': 'assents'", NULL);
  g_autoptr(CharterDecided) d = NULL;

  delegate (b, "b", "a");
  method_votes (b, "O-");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_CARRIED && d->counts.object == 2);
  cr_assert (d->has_margin && d->margin_least == 1 && d->margin_most == 1);
  charter_assert_str (d->margin_change, "1 from a delegation to object");
}

/* By the weights of those who object, as every test that does not say otherwise. */
CHARTER_TEST (margins, objections_have_weights)
{
  static const struct { const char *second, *left, *sentence; } rows[] = {
    { "for", "3", "Blocked: the objection of x stands." },
    { "object", "5", "Blocked: the objections that stand have a weight of 5, and 0 is tolerated." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = charter_build_new (
        "{'charter': '1', 'id': 'c', 'title': 'C', 'sections': [{'id': 's', 'title': 'S', "
        "'clauses': [{'id': 'cl', 'kind': 'value', 'text': 'We decide fairly.'}]}], 'rules': [{'id': "
        "'r', 'method': 'consent', 'unit': 'partner', 'time': {'open': 'P7D'}}]}", WORLD_START);
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *sentence = NULL, *left = NULL;
      const CharterTestResult *test;

      for (guint k = 0; k < 2; k++)
        {
          charter_build_add (b, "partner-joined", WORLD_START,
                             "{'id': '%c', 'name': 'P', 'weight': %u}", 'x' + (char) k, 3 - k);
          charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%c', 'for': ['%c']}",
                             'x' + (char) k, 'x' + (char) k);
        }
      world_propose (b);
      charter_build_add (b, "ballot-cast", WORLD_VOTES,
                         "{'decision': 'item', 'voter': 'px', 'choice': 'object', 'reason': 'No.'}");
      charter_build_add (b, "ballot-cast", WORLD_VOTES,
                         "{'decision': 'item', 'voter': 'py', 'choice': '%s', 'reason': 'So.'}",
                         rows[i].second);
      d = world_decide (b, WORLD_AFTER);
      test = &g_array_index (d->tests, CharterTestResult, 0);
      left = charter_fraction_to_string (&test->left);
      charter_assert_str (test->id, "no-objection");
      charter_assert_str (left, rows[i].left);
      sentence = charter_reasons_render (d->reasons, charter_reasons_first (d->reasons, 0), FALSE);
      charter_assert_str (sentence, rows[i].sentence);
    }
}

/* Where all of a partner have to agree, one of them who says why is enough. */
CHARTER_TEST (margins, one_reason_is_enough_where_all_agree)
{
  static const struct { const char *first, *second, *result; } rows[] = {
    { ", 'reason': 'No.'", "", "blocked" },
    { "", ", 'reason': 'No.'", "blocked" },
    { "", "", "not-carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = charter_build_new (
        "{'charter': '1', 'id': 'c', 'title': 'C', 'sections': [{'id': 's', 'title': 'S', "
        "'clauses': [{'id': 'cl', 'kind': 'value', 'text': 'We decide fairly.'}]}], 'rules': [{'id': "
        "'r', 'method': 'consent', 'unit': 'partner', 'speaks': 'agreed', 'time': {'open': 'P7D'}}]}",
        WORLD_START);

      charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'x', 'name': 'P'}");
      for (guint k = 0; k < 2; k++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c', 'for': ['x']}",
                           'a' + (char) k);
      world_propose (b);
      for (guint k = 0; k < 2; k++)
        charter_build_add (b, "ballot-cast", WORLD_VOTES,
                           "{'decision': 'item', 'voter': '%c', 'choice': 'object'%s}",
                           'a' + (char) k, k == 0 ? rows[i].first : rows[i].second);
      world_assert_result (b, WORLD_AFTER, rows[i].result);
    }
}

/* Barred when raising it, or as at the electorate's instant: as with a ballot. */
CHARTER_TEST (margins, whoever_is_barred_when_objecting_does_not)
{
  static const struct { const char *days, *result; } rows[] = {
    { "", "not-carried" },
    { ", 'until': '2026-01-08'", "not-carried" },   /* the day on which it was raised */
    { ", 'until': '2026-01-07'", "blocked" },
    { ", 'since': '2026-01-09'", "not-carried" },
    { ", 'since': '2026-01-15'", "blocked" },       /* after voting closed */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = method_world ("consent", 2, NULL, NULL);

      charter_build_add (b, "interest-declared", WORLD_START,
                         "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial'%s}",
                         rows[i].days);
      raise_objection (b, "a");
      world_assert_result (b, WORLD_AFTER, rows[i].result);
    }
}

/* — against trying all — */

static const struct { const char *method, *rule; } hearing[] = {
  { "consent", NULL },
  { "consent", "'silence': 'assents', 'quorum': {'share': '1/2', 'counts': ['for', 'object']}" },
  { "lazy-consensus", "'silence': 'assents'" },
  { "consent", "'tests': [{'id': 'few', 'of': 'object', 'at-most': 1}, {'id': 'm', 'share': '1/2', "
               "'base': 'members'}]" },
  { "consent", "'tests': [{'id': 'some', 'of': 'object', 'at-least': 1}, {'id': 'f', 'at-most': 2}]" },
  { "majority", "'tests': [{'id': 'v', 'veto': 'object', 'holders': ['persons']}, {'id': 'm', "
                "'share': '1/2'}]" },
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
      if (row->own != before && !(row->raised && row->own == CHARTER_VOTE_SILENT))
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
  cr_assert (d->has_margin == (fewest <= n), "round %u: %u of %u", round, fewest, n);
  if (d->has_margin)
    cr_assert (d->margin_least == fewest && d->margin_most == fewest, "round %u: %u not %d to %d",
               round, fewest, (int) d->margin_least, (int) d->margin_most);
}

CHARTER_TEST (margins, are_exact_beside_objections_and_delegations)
{
  static const char letters[] = "faon-O-s";
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260402);

  for (guint i = 0; i < 360; i++)
    {
      guint n = 2 + (guint) g_rand_int_range (rand, 0, 4);
      g_autoptr(CharterBuild) b = method_world (hearing[i % G_N_ELEMENTS (hearing)].method, n,
                                                hearing[i % G_N_ELEMENTS (hearing)].rule, NULL);
      char ballots[8] = { '\0' };

      for (guint k = 0; k < n; k++)
        {
          char who[] = { (char) ('a' + k), '\0' }, to[] = { (char) ('a' + (k + 1) % n), '\0' };

          ballots[k] = letters[g_rand_int_range (rand, 0, (gint) strlen (letters))];
          if (g_rand_int_range (rand, 0, 4) == 0)
            raise_objection (b, who);
          if (k + 1 < n && g_rand_int_range (rand, 0, 3) == 0)
            delegate (b, who, to);
        }
      if (strcmp (hearing[i % G_N_ELEMENTS (hearing)].method, "majority") == 0)
        g_strdelimit (ballots, "s", 'o');
      method_votes (b, ballots);
      check_margin (b, n, i);
    }
}

/* Of many, too many are in favour and too few abstain: what mends one must not break the other. */
CHARTER_TEST (margins, are_found_among_many)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'tests': [{'id': 'few', 'at-most': 3}, {'id': 'm', 'share': '1/2'}, {'id': "
    "'a', 'of': 'abstain', 'at-least': 5}]", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 0; i < 60; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': 'u%u'}", i);
  world_propose (b);
  for (guint i = 0; i < 55; i++)
    charter_build_add (b, "ballot-cast", WORLD_VOTES,
                       "{'decision': 'item', 'voter': 'u%u', 'choice': '%s'}", i,
                       i < 30 ? "for" : "against");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_NOT_CARRIED && d->has_margin);
  cr_assert (d->margin_least >= 27 && d->margin_least <= 50 && d->margin_most == 27 + 23,
             "%d to %d", (int) d->margin_least, (int) d->margin_most);
}

/* Where all changes are too many to try, what is known is told: so many are not enough. */
CHARTER_TEST (margins, are_bounds_where_too_many_would_be_tried)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'fold': 'identical', 'tests': [{'id': 'n', 'of': 'against', 'at-least': 8}, "
    "{'id': 'a', 'of': 'abstain', 'at-least': 8}, {'id': 'f', 'at-least': 8}]", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autofree char *json = NULL;
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'p', 'name': 'P'}");
  for (guint i = 0; i < 40; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': 'u%u'%s}", i,
                       i < 2 ? ", 'for': ['p']" : "");
  world_propose (b);
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_NOT_CARRIED && d->has_margin);
  cr_assert (d->margin_least > 1 && d->margin_least <= 24 && d->margin_most == 0
             && d->margin_change == NULL, "%d to %d", (int) d->margin_least, (int) d->margin_most);
  json = world_decide_json (b, WORLD_AFTER);
  cr_assert (strstr (json, "at-most") == NULL
             && strstr (json, " of the voters casting otherwise would not have turned it;") != NULL);
}
