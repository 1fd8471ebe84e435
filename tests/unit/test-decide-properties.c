/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include "decide/charter-tally-private.h"

/* Properties of every count: the margin is the smallest change, a barred ballot never counts,
 * more in favour never loses, names do not matter. */

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
};

static const char *const choices[] = { "for", "against", "abstain", NULL };

/* The rows of the count at the end, to be changed at will. */
static void
init_tally (CharterTally          *tally,
            const CharterScene    *scene,
            const CharterDecided  *d)
{
  charter_tally_init (tally, scene, d->decision, d->charter, d->rule, &d->electorate, d->closes,
                      d->opens, d->closes, d->at, 0, FALSE);
}

/* The fewest changes that make the outcome other than @carried, by trying all. */
static guint
fewest_by_trying (CharterTally *tally,
                  gboolean      carried,
                  guint         from,
                  guint         changed,
                  guint         best)
{
  static const CharterVote votes[] = {
    CHARTER_VOTE_FOR, CHARTER_VOTE_AGAINST, CHARTER_VOTE_ABSTAIN, CHARTER_VOTE_SILENT
  };
  CharterUnitVote *row;
  CharterVote before;

  if (changed >= best)
    return best;
  if (charter_tally_carries (tally) != carried)
    return changed;
  if (from == tally->rows->len)
    return best;
  best = MIN (best, fewest_by_trying (tally, carried, from + 1, changed, best));
  row = &g_array_index (tally->rows, CharterUnitVote, from);
  before = row->vote;
  for (guint i = 0; row->votes && i < G_N_ELEMENTS (votes); i++)
    {
      row->vote = votes[i];
      if (votes[i] != before)
        best = MIN (best, fewest_by_trying (tally, carried, from + 1, changed + 1, best));
    }
  row->vote = before;

  return best;
}

CHARTER_TEST (properties, the_margin_is_the_smallest_change)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260302);
  guint exact = 0, all = 0;

  for (guint i = 0; i < 210; i++)
    {
      guint n = 3 + (guint) g_rand_int_range (rand, 0, 4);
      g_autoptr(CharterBuild) b = world_of_persons (n, rules[i % G_N_ELEMENTS (rules)], NULL);
      g_autoptr(CharterDecided) d = NULL;
      CharterScene scene;
      CharterTally tally;
      guint fewest;

      for (guint k = 0; k < n; k++)
        {
          const char *choice = choices[g_rand_int_range (rand, 0, 4)];

          if (choice != NULL)
            world_vote (b, (char[]) { (char) ('a' + k), '\0' }, choice);
        }
      scene = charter_build_scene (b);
      d = world_decide (b, WORLD_AFTER);
      init_tally (&tally, &scene, d);
      fewest = fewest_by_trying (&tally, d->result == CHARTER_RESULT_CARRIED, 0, 0, n + 1);
      charter_tally_clear (&tally);
      if (fewest > n)
        {
          cr_assert (!d->has_margin, "nothing turns it");
          continue;
        }
      all++;
      if (!d->has_margin)
        continue;
      cr_assert (d->margin_least <= fewest && fewest <= d->margin_most,
                 "round %u: %u not in %d to %d", i, fewest, (int) d->margin_least,
                 (int) d->margin_most);
      exact += d->margin_least == d->margin_most;
    }
  cr_assert (exact * 100 >= all * 95, "%u of %u margins are exact", exact, all);
}

/* Rules under which more in favour, or more who take part, may also be too many, or none of those
 * who are counted are in favour, or what is asked for is rounded. */
static const char *const unsteady[] = {
  "'tests': [{'id': 'few', 'at-most': 1}, {'id': 't', 'share': '1/2'}]",
  "'tests': [{'id': 'few', 'at-most': 3}, {'id': 't', 'share': '1/2'}]",
  "'quorum': {'share': '3/5', 'counts': ['against', 'abstain']}",
  "'quorum': {'at-least': 3, 'counts': ['abstain']}, 'tests': [{'id': 't', 'share': '2/3'}]",
  "'quorum': {'at-least': 1, 'at-most': 4}, 'tests': [{'id': 'n', 'of': 'against', 'at-least': 1}, "
  "{'id': 't', 'share': '1/2'}]",
  "'tests': [{'id': 't', 'share': '3/5', 'base': 'cast', 'round': 'up'}]",
  "'tests': [{'id': 't', 'share': '1/3', 'base': 'for+against+abstain', 'round': 'nearest', "
  "'plus': 1}, {'id': 's', 'of': 'silent', 'at-least': 1}]",
  "'tests': [{'id': 'a', 'of': 'abstain', 'base': 'cast', 'share': '1/2', 'compare': '>='}, "
  "{'id': 'n', 'of': 'against', 'base': 'cast', 'share': '1/3', 'round': 'down'}]",
  "'tests': [{'id': 't', 'base': 'cast', 'share': '1/2', 'round': 'down', 'compare': '>'}]",
  "'tests': [{'id': 't', 'base': 'cast', 'share': '2/5', 'round': 'down', 'compare': '>='}]",
  "'tests': [{'id': 't', 'base': 'for+against', 'share': '2/5', 'round': 'up', 'compare': '>'}]",
  "'tests': [{'id': 't', 'base': 'cast', 'share': '1/2', 'round': 'nearest', 'compare': '>'}, "
  "{'id': 's', 'of': 'silent', 'at-most': 2}]",
};

/* Partners a, b, c … with weights; the first of them, and more by chance, are left by their only
 * person once that has cast. */
static CharterBuild *
unsteady_world (GRand      *rand,
                guint       n,
                const char *rule,
                const char *casting)
{
  g_autofree char *with_tie = g_strdup_printf ("'tie': ['casting-vote'], %s", rule);
  g_autofree char *charter = world_charter (with_tie, NULL);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < n; i++)
    {
      charter_build_add (b, "partner-joined", WORLD_START,
                         "{'id': '%c', 'name': 'P', 'weight': %d}", 'a' + (char) i,
                         g_rand_int_range (rand, 0, 3) == 0 ? 2 : 1);
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%c', 'for': ['%c']}",
                         'a' + (char) i, 'a' + (char) i);
    }
  world_propose (b);
  for (guint i = 0; i < n; i++)
    {
      const char *choice = choices[g_rand_int_range (rand, 0, 4)];
      char who[] = { 'p', (char) ('a' + i), '\0' };

      if (choice != NULL)
        world_vote (b, who, choice);
      if (i == 0 || g_rand_int_range (rand, 0, 6) == 0)
        charter_build_add (b, "person-left", "2026-01-10T09:00:00Z", "{'person': '%s'}", who);
    }
  if (casting != NULL)
    charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                       "{'decision': 'item', 'person': 'pb', 'choice': '%s'}", casting);

  return b;
}

CHARTER_TEST (properties, the_margin_is_exact_under_unsteady_rules)
{
  static const char *const castings[] = { NULL, "for", "against" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260401);
  guint n_told = 0, n_settled = 0;

  for (guint i = 0; i < 720; i++)
    {
      const char *casting = castings[i % G_N_ELEMENTS (castings)];
      guint n = 2 + (guint) g_rand_int_range (rand, 0, 4), fewest;
      g_autoptr(CharterBuild)
        b = unsteady_world (rand, n, unsteady[i / 3 % G_N_ELEMENTS (unsteady)], casting);
      g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);
      CharterScene scene = charter_build_scene (b);
      CharterTally tally;

      if (d->result == CHARTER_RESULT_TIED)
        continue;
      init_tally (&tally, &scene, d);
      tally.tie_carries = g_strcmp0 (casting, "for") == 0;
      fewest = fewest_by_trying (&tally, d->result == CHARTER_RESULT_CARRIED, 0, 0, n + 1);
      charter_tally_clear (&tally);
      cr_assert (d->has_margin == (fewest <= n), "round %u: %u of %u", i, fewest, n);
      n_told += d->has_margin;
      n_settled += d->casting != NULL && d->has_margin;
      if (d->has_margin)
        cr_assert (d->margin_least == fewest && d->margin_most == fewest, "round %u: %u, not %d to %d",
                   i, fewest, (int) d->margin_least, (int) d->margin_most);
    }
  cr_assert (n_told > 500 && n_settled > 10, "%u margins, %u of ties", n_told, n_settled);
}

/* Whoever cast and has left could have cast otherwise; whoever left without a ballot could not. */
CHARTER_TEST (properties, the_margin_knows_who_has_left)
{
  static const struct { const char *choice; gint64 margin; } rows[] = {
    { "against", 1 }, { NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *charter = world_charter (NULL, NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
      g_autoptr(CharterDecided) d = NULL;

      charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'a', 'name': 'P'}");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'pa', 'for': ['a']}");
      world_propose (b);
      if (rows[i].choice != NULL)
        world_vote (b, "pa", rows[i].choice);
      charter_build_add (b, "person-left", "2026-01-10T09:00:00Z", "{'person': 'pa'}");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->has_margin == (rows[i].margin != 0), "row %u", i);
      cr_assert (!d->has_margin || d->margin_most == rows[i].margin, "row %u", i);
    }
}

/* The chair's vote stands; what others would have cast is asked about. */
CHARTER_TEST (properties, the_margin_of_a_tie_that_the_chair_settled)
{
  static const struct { const char *casting; guint n_for, n_against; const char *change; } rows[] = {
    { "against", 1, 1, "1 from no vote to for" },
    { "for", 1, 1, "1 from no vote to against" },
    { "for", 1, 2, "1 from no vote to for" },
    { "for", 2, 1, "1 from for to against" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = world_of_persons (4, "'tie': ['casting-vote']", NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, rows[i].n_for, rows[i].n_against, 0);
      charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                         "{'decision': 'item', 'person': 'a', 'choice': '%s'}", rows[i].casting);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->has_margin, "row %u", i);
      charter_assert_str (d->margin_change, rows[i].change);
    }
}

CHARTER_TEST (properties, a_barred_ballot_never_counts)
{
  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    for (guint i = 0; choices[i] != NULL; i++)
      {
        g_autoptr(CharterBuild) with = world_of_persons (6, rules[r], NULL),
                                 without = world_of_persons (6, rules[r], NULL);
        g_autoptr(CharterDecided) a = NULL, b = NULL;

        world_votes (with, 3, 1, 1);
        world_votes (without, 3, 1, 1);
        charter_build_add (with, "interest-declared", WORLD_START,
                           "{'id': 'i', 'person': 'f', 'party': 'acme', 'category': 'financial'}");
        charter_build_add (without, "interest-declared", WORLD_START,
                           "{'id': 'i', 'person': 'f', 'party': 'acme', 'category': 'financial'}");
        world_vote (with, "f", choices[i]);
        a = world_decide (with, WORLD_AFTER);
        b = world_decide (without, WORLD_AFTER);
        cr_assert (a->result == b->result && memcmp (&a->counts, &b->counts, sizeof a->counts) == 0,
                   "rule %u", r);
        cr_assert (a->quorum.counted == b->quorum.counted);
        cr_assert (a->barred->len == 1 && b->barred->len == 0);
      }
}

/* Rules whose tests ask for votes in favour, or against being few. */
CHARTER_TEST (properties, more_in_favour_never_loses)
{
  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    for (guint n_for = 0; n_for <= 5; n_for++)
      for (guint n_against = 0; n_for + n_against <= 5; n_against++)
        {
          g_autoptr(CharterBuild) fewer = world_of_persons (6, rules[r], NULL),
                                   more = world_of_persons (6, rules[r], NULL);
          g_autoptr(CharterDecided) a = NULL, b = NULL;

          world_votes (fewer, n_for, n_against, 0);
          world_votes (more, n_for, n_against, 0);
          world_vote (more, "f", "for");
          a = world_decide (fewer, WORLD_AFTER);
          b = world_decide (more, WORLD_AFTER);
          cr_assert (a->result != CHARTER_RESULT_CARRIED || b->result == CHARTER_RESULT_CARRIED,
                     "rule %u: %u for, %u against", r, n_for, n_against);
        }
}

/* The answer with every name of @from replaced. */
static char *
renamed (const char *json,
         const char *from,
         const char *to)
{
  g_autofree char *quoted_from = g_strdup_printf ("\"%s\"", from),
                  *quoted_to = g_strdup_printf ("\"%s\"", to);
  g_auto(GStrv) parts = g_strsplit (json, quoted_from, -1);

  return g_strjoinv (quoted_to, parts);
}

static char *
world_with_names (const char *first,
                  const char *second)
{
  g_autofree char *charter = world_charter ("'unit': 'person', 'quorum': {'share': '1/2'}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  CharterScene scene;
  g_autoptr(CharterDecided) d = NULL;
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_build_add (b, "person-joined", WORLD_START, "{'id': '%s'}", first);
  charter_build_add (b, "person-joined", WORLD_START, "{'id': '%s'}", second);
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'm'}");
  world_propose (b);
  charter_build_add (b, "interest-declared", WORLD_START,
                     "{'id': 'i', 'person': '%s', 'party': 'acme', 'category': 'financial'}",
                     second);
  world_vote (b, first, "for");
  world_vote (b, "m", "against");
  scene = charter_build_scene (b);
  d = charter_decide (&scene, charter_build_ref (b, "item"), charter_build_instant (WORLD_AFTER));
  /* Reasons hold names inside sentences. */
  charter_reasons_unref (d->reasons);
  d->reasons = charter_reasons_new ();
  charter_decided_build (d, builder);

  return charter_builder_to_text (builder);
}

CHARTER_TEST (properties, names_do_not_matter)
{
  g_autofree char *a = world_with_names ("a", "z"), *b = world_with_names ("y", "b");
  g_autofree char *first = renamed (b, "y", "a");
  g_autofree char *both = renamed (first, "b", "z");

  charter_assert_str (both, a);
}

CHARTER_TEST (properties, the_same_question_has_the_same_answer)
{
  g_autoptr(CharterBuild) b = world_of_persons (6, rules[0], NULL);
  g_autofree char *first = NULL, *second = NULL;

  world_votes (b, 2, 1, 1);
  first = world_decide_json (b, WORLD_AFTER);
  second = world_decide_json (b, WORLD_AFTER);
  charter_assert_str (first, second);
}
