/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include "decide/charter-tally-private.h"

/* Properties of counts in which one ballot bears on several units, over random records: the
 * margin is the smallest change or bounds it, a barred ballot never counts through a
 * delegation, a delegation adds the vote of whoever delegated and nothing else, the order of
 * unrelated entries does not matter, affiliates have one vote. */

static const char *const rules[] = {
  "'quorum': {'share': '1/2', 'compare': '>'}",
  "'quorum': {'share': '2/3'}, 'tests': [{'id': 't', 'share': '2/3'}]",
  "'tests': [{'id': 't', 'share': '1/2', 'base': 'members', 'compare': '>='}]",
  "'quorum': {'at-least': 4, 'counts': ['for', 'against']}, 'tests': [{'id': 't', 'share': '3/5', "
  "'base': 'cast'}]",
  "'quorum': {'share': '3/4', 'base': 'eligible'}, 'tests': [{'id': 'a', 'at-least': 2}, {'id': "
  "'b', 'of': 'against', 'at-most': 1}]",
  "'tests': [{'id': 't', 'share': '2/3', 'base': 'quorum'}, {'id': 's', 'of': 'silent', 'at-most': "
  "2}], 'quorum': {'at-least': 1}",
  "'quorum': {'share': '1/2', 'compare': '>', 'plus': 1}, 'tests': [{'id': 't', 'share': '1/2', "
  "'plus': 1, 'compare': '>='}]",
  "'tests': [{'id': 'few', 'of': 'for', 'at-most': 4}, {'id': 'm', 'share': '1/2'}]",
  "'tests': [{'id': 'two', 'of': 'for', 'at-least': 2, 'at-most': 2}, {'id': 'one', 'of': 'against', "
  "'at-least': 1}]",
  "'tests': [{'id': 'l', 'constituency': 'lived', 'share': '1/2'}, {'id': 'o', 'of': 'for', "
  "'at-most': 3}, {'id': 'a', 'of': 'abstain', 'constituency': 'lived', 'at-most': 1}]",
  "'tests': [{'id': 'b', 'bands': [{'from': '1/4', 'share': '3/4', 'compare': '>'}, {'above': '1/2', "
  "'share': '2/3', 'compare': '>'}, {'from': '3/4', 'share': '1/2'}]}]",
  "'tests': [{'id': 'm', 'share': '1/2'}, {'id': 'v', 'veto': 'against', 'holders': "
  "['constituency:lived']}, {'id': 'b', 'constituency': 'lived', 'bands': [{'from': 0, 'share': "
  "'1/2'}, {'above': '1/2', 'share': '1/3'}]}]",
  "'quorum': {'at-least': 2, 'at-most': 6}, 'tests': [{'id': 't', 'share': "
  "'1/2'}, {'id': 'u', 'of': 'for+abstain', 'base': 'members', 'bands': [{'from': '1/3', 'share': "
  "'1/3'}]}]",
};

static const char *const choices[] = { "for", "against", "abstain", NULL };
static const char *const regimes[] = { "fixed-base", "units-removed", "qualified-majority",
                                       "counts-present" };

typedef struct
{
  guint       n;
  const char *rule, *fold, *regime;
  int         ballots[8];       /* index of a choice */
  int         delegates[8];     /* -1: none */
  gboolean    conflicted[8];
  int         partner[8];       /* of three; -1: none */
  gboolean    lived[8];
  gboolean    weighted;         /* the units are partners with weights, two of them of one group */
  int         weights[8];
} Plan;

static void
draw_plan (GRand      *rand,
           const char *fold,
           gboolean    delegates,
           guint       round,
           Plan       *out)
{
  out->n = 3 + (guint) g_rand_int_range (rand, 0, 4);
  out->rule = rules[round % G_N_ELEMENTS (rules)];
  out->fold = fold;
  out->regime = regimes[g_rand_int_range (rand, 0, G_N_ELEMENTS (regimes))];
  for (guint i = 0; i < out->n; i++)
    {
      out->ballots[i] = g_rand_int_range (rand, 0, 4);
      out->delegates[i] = delegates && g_rand_int_range (rand, 0, 2) == 0
                            ? g_rand_int_range (rand, 0, (gint32) out->n) : -1;
      if (out->delegates[i] == (int) i)
        out->delegates[i] = -1;
      out->conflicted[i] = g_rand_int_range (rand, 0, 8) == 0;
      out->partner[i] = g_rand_int_range (rand, -1, 3);
      out->lived[i] = g_rand_boolean (rand);
      out->weights[i] = g_rand_int_range (rand, 1, 5);
    }
}

static void
add_delegation (CharterBuild *b,
                const Plan   *plan,
                guint         i)
{
  if (plan->delegates[i] >= 0)
    charter_build_add (b, "delegation-made", WORLD_START,
                       "{'id': 'd-%u', 'from': '%c', 'to': '%c'}", i, 'a' + (char) i,
                       'a' + (char) plan->delegates[i]);
}

/* Partners a, b, c … with weights, and persons pa, pb, pc … who cast for them. */
static CharterBuild *
build_weighted (const Plan *plan)
{
  g_autofree char *rule = g_strdup_printf ("'speaks': 'last', 'fold': '%s', %s", plan->fold,
                                           plan->rule);
  g_autofree char *more = g_strdup_printf ("'conflicts': {'regime': '%s'}, 'constituencies': [{"
                                           "'id': 'lived', 'name': 'L'}]", plan->regime);
  g_autofree char *charter = world_charter (rule, more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < plan->n; i++)
    charter_build_add (b, "partner-joined", WORLD_START,
                       "{'id': '%c', 'name': 'P', 'weight': %d%s%s}", 'a' + (char) i,
                       plan->weights[i], plan->partner[i] > 0 ? ", 'group': 'g'" : "",
                       plan->lived[i] ? ", 'constituencies': ['lived']" : "");
  for (guint i = 0; i < plan->n; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%c', 'for': ['%c']}",
                       'a' + (char) i, 'a' + (char) i);
  world_propose (b);
  for (guint i = 0; i < plan->n; i++)
    {
      g_autofree char *voter = g_strdup_printf ("p%c", 'a' + (char) i);

      add_delegation (b, plan, i);
      if (plan->conflicted[i])
        charter_build_add (b, "interest-declared", WORLD_START,
                           "{'id': 'i-%u', 'person': '%s', 'party': 'acme', 'category': "
                           "'financial'}", i, voter);
      if (choices[plan->ballots[i]] != NULL)
        world_vote (b, voter, choices[plan->ballots[i]]);
    }

  return b;
}

/* @backwards: delegations in the other order. */
static CharterBuild *
build_plan (const Plan *plan,
            gboolean    backwards)
{
  g_autofree char *rule = g_strdup_printf ("'unit': 'person', 'fold': '%s', %s", plan->fold,
                                           plan->rule);
  g_autofree char *more = g_strdup_printf ("'conflicts': {'regime': '%s'}, 'constituencies': [{"
                                           "'id': 'lived', 'name': 'L'}]", plan->regime);
  g_autofree char *charter = world_charter (rule, more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < 3; i++)
    charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'org-%u', 'name': 'P'%s}", i,
                       i < 2 ? ", 'group': 'g'" : "");
  for (guint i = 0; i < plan->n; i++)
    {
      g_autofree char *acts = plan->partner[i] >= 0
                                ? g_strdup_printf (", 'for': ['org-%d']", plan->partner[i])
                                : g_strdup ("");

      charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'%s%s}", 'a' + (char) i, acts,
                         plan->lived[i] ? ", 'constituencies': ['lived']" : "");
    }
  world_propose (b);
  for (guint i = 0; i < plan->n; i++)
    {
      add_delegation (b, plan, backwards ? plan->n - 1 - i : i);
      if (plan->conflicted[i])
        charter_build_add (b, "interest-declared", WORLD_START,
                           "{'id': 'i-%u', 'person': '%c', 'party': 'acme', 'category': "
                           "'financial'}", i, 'a' + (char) i);
    }
  for (guint i = 0; i < plan->n; i++)
    if (choices[plan->ballots[i]] != NULL)
      world_vote (b, (char[]) { (char) ('a' + i), '\0' }, choices[plan->ballots[i]]);

  return b;
}

static char *
describe_plan (const Plan *plan)
{
  GString *out = g_string_new (plan->rule);

  g_string_append_printf (out, " fold %s regime %s:", plan->fold, plan->regime);
  for (guint i = 0; i < plan->n; i++)
    g_string_append_printf (out, " %c%s=%s>%d/%d", 'a' + (char) i,
                            plan->conflicted[i] ? "!" : "",
                            choices[plan->ballots[i]] != NULL ? choices[plan->ballots[i]] : "-",
                            plan->delegates[i], plan->partner[i]);

  return g_string_free (out, FALSE);
}

/* Margins */

/* The fewest voters whose own ballots make the outcome other than @carried, by trying all. */
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
check_margin (const Plan *plan,
              guint      *n_exact,
              guint      *n_all)
{
  g_autoptr(CharterBuild) b = plan->weighted ? build_weighted (plan) : build_plan (plan, FALSE);
  g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);
  g_autofree char *what = describe_plan (plan);
  CharterScene scene = charter_build_scene (b);
  CharterTally tally;
  guint fewest;

  charter_tally_init (&tally, &scene, d->decision, d->charter, d->rule, &d->electorate, d->closes,
                      d->opens, d->closes, d->at, 0, FALSE);
  fewest = fewest_by_trying (&tally, d->result == CHARTER_RESULT_CARRIED, 0, 0, plan->n + 1);
  charter_tally_clear (&tally);
  if (fewest > plan->n)
    {
      cr_assert (!d->has_margin, "nothing turns it, and %s is said to: %s", d->margin_change, what);
      return;
    }
  ++*n_all;
  if (!d->has_margin)
    return;
  cr_assert (d->margin_least <= fewest && fewest <= d->margin_most, "%u not in %d to %d (%s): %s",
             fewest, (int) d->margin_least, (int) d->margin_most, d->margin_change, what);
  *n_exact += d->margin_least == d->margin_most;
}

static void
check_margins (const char *fold,
               gboolean    delegates,
               guint       seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_exact = 0, n_all = 0;

  for (guint i = 0; i < 800; i++)
    {
      Plan plan = { .weighted = i % 2 == 1 };

      draw_plan (rand, fold, delegates, i / 2, &plan);
      check_margin (&plan, &n_exact, &n_all);
    }
  cr_assert (n_all > 200 && n_exact * 100 >= n_all * 98, "%u of %u margins are exact", n_exact,
             n_all);
}

CHARTER_TEST (moving, margins_with_delegations)
{
  check_margins ("none", TRUE, 20260303);
}

CHARTER_TEST (moving, margins_with_affiliates)
{
  check_margins ("affiliates", FALSE, 20260304);
  check_margins ("affiliates", TRUE, 20260305);
}

CHARTER_TEST (moving, margins_with_equal_ballots)
{
  check_margins ("identical", FALSE, 20260306);
  check_margins ("identical", TRUE, 20260307);
}

/* Counting */

static char *
numbers_of (CharterBuild *b)
{
  g_autofree char *json = world_decide_json (b, WORLD_AFTER);
  static const char *const names[] = { "counts",  "delegations", "margin", "quorate", "quorum",
                                       "result",  "tests",       NULL };

  return world_members (json, names);
}

/* What the barred put on their ballots makes no difference to anything. */
CHARTER_TEST (moving, a_barred_ballot_never_counts)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260308);
  guint n_barred = 0;

  for (guint i = 0; i < 240; i++)
    {
      g_autofree char *first = NULL, *second = NULL, *what = NULL;
      g_autoptr(CharterBuild) a = NULL, b = NULL;
      Plan plan;

      draw_plan (rand, "none", TRUE, i, &plan);
      a = build_plan (&plan, FALSE);
      for (guint k = 0; k < plan.n; k++)
        if (plan.conflicted[k])
          {
            plan.ballots[k] = (plan.ballots[k] + 1) % 4;
            n_barred++;
          }
      b = build_plan (&plan, FALSE);
      first = numbers_of (a);
      second = numbers_of (b);
      what = describe_plan (&plan);
      cr_assert (strcmp (first, second) == 0, "%s\n%s\n%s", what, first, second);
    }
  cr_assert (n_barred > 50);
}

static gint64
votes_cast (const CharterCounts *c)
{
  return c->for_ + c->against + c->abstain + c->object + c->stand_aside + c->invalid;
}

/* The delegations that hold and reach a ballot bring one vote each, and no other vote changes. */
CHARTER_TEST (moving, a_delegation_adds_the_vote_of_who_delegated)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260309);
  guint n_through = 0;

  for (guint i = 0; i < 240; i++)
    {
      g_autoptr(CharterBuild) with = NULL, without = NULL;
      g_autoptr(CharterDecided) d = NULL, e = NULL;
      g_autofree char *what = NULL;
      gint64 through = 0;
      Plan plan;

      draw_plan (rand, "none", TRUE, i, &plan);
      what = describe_plan (&plan);
      with = build_plan (&plan, FALSE);
      d = world_decide (with, WORLD_AFTER);
      for (guint k = 0; k < d->delegations->len; k++)
        {
          const CharterDelegationData *row = &g_array_index (d->delegations, CharterDelegationData,
                                                             k);
          const char *final = charter_scene_name (&d->scene, row->final);

          if (row->ground == NULL && choices[plan.ballots[final[0] - 'a']] != NULL)
            through++;
        }
      for (guint k = 0; k < plan.n; k++)
        plan.delegates[k] = -1;
      without = build_plan (&plan, FALSE);
      e = world_decide (without, WORLD_AFTER);
      cr_assert (votes_cast (&d->counts) == votes_cast (&e->counts) + through, "%s", what);
      cr_assert (d->counts.for_ >= e->counts.for_ && d->counts.against >= e->counts.against
                   && d->counts.abstain >= e->counts.abstain,
                 "%s", what);
      n_through += through;
    }
  cr_assert (n_through > 50);
}

CHARTER_TEST (moving, the_order_of_unrelated_delegations_does_not_matter)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260310);
  static const char *const folds[] = { "none", "affiliates", "identical" };

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *first = NULL, *second = NULL, *what = NULL;
      g_autoptr(CharterBuild) a = NULL, b = NULL;
      Plan plan;

      draw_plan (rand, folds[i % 3], TRUE, i, &plan);
      /* Delegations of affiliates with one vote are related. */
      if (i % 3 == 1)
        for (guint k = 0; k < plan.n; k++)
          plan.delegates[k] = k == 0 ? plan.delegates[k] : -1;
      a = build_plan (&plan, FALSE);
      b = build_plan (&plan, TRUE);
      first = numbers_of (a);
      second = numbers_of (b);
      what = describe_plan (&plan);
      cr_assert (strcmp (first, second) == 0, "%s\n%s\n%s", what, first, second);
    }
}

/* No affiliation has two votes, nor two equal ones. */
CHARTER_TEST (moving, an_affiliation_has_one_vote)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260311);

  for (guint i = 0; i < 160; i++)
    {
      gint64 in_group = 0, most = i % 2 == 0 ? 1 : 3;
      g_autoptr(CharterBuild) b = NULL;
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *what = NULL;
      Plan plan;

      draw_plan (rand, i % 2 == 0 ? "affiliates" : "identical", FALSE, i, &plan);
      what = describe_plan (&plan);
      for (guint k = 0; k < plan.n; k++)
        if (plan.partner[k] == 0 || plan.partner[k] == 1)
          in_group++;
        else
          plan.ballots[k] = 3;
      b = build_plan (&plan, FALSE);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (votes_cast (&d->counts) <= MIN (in_group, most), "%s", what);
      cr_assert (d->counts.for_ <= 1 && d->counts.against <= 1 && d->counts.abstain <= 1, "%s",
                 what);
    }
}
