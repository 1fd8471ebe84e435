/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-option-test.h"

#include <stdio.h>

/* Margins of choices, against all changes of ballots in small elections. */

#define VOTERS_MAX 5

typedef struct
{
  const char *rule;        /* members */
  const char *options;
  const char *const *ballots;   /* every ballot that can be cast; the first is none */
  gboolean    exact;
  const char *casting;     /* whom a casting vote names; NULL */
  gboolean    drawn;       /* by lot: others would be drawn from other ballots */
} Kind;

static const char *const approvals[] = {
  NULL, "'approves': []", "'approves': ['x']", "'approves': ['y']", "'approves': ['z']",
  "'approves': ['x', 'y']", "'approves': ['x', 'z']", "'approves': ['y', 'z']",
  "'approves': ['x', 'y', 'z']", NULL
};
static const char *const scores[] = {
  NULL, "'scores': {}", "'scores': {'x': 2}", "'scores': {'y': 2}", "'scores': {'z': 2}",
  "'scores': {'x': 1, 'y': 2}", "'scores': {'x': 2, 'z': 1}", "'scores': {'y': 2, 'z': 2}",
  "'scores': {'x': 2, 'y': 1, 'z': 1}", "'scores': {'x': 0, 'y': 2}", NULL
};
static const char *const rankings[] = {
  NULL, "'ranking': []", "'ranking': ['x']", "'ranking': ['y']", "'ranking': ['z']",
  "'ranking': ['x', 'y']", "'ranking': ['x', 'z']", "'ranking': ['y', 'x']",
  "'ranking': ['y', 'z']", "'ranking': ['z', 'x']", "'ranking': ['z', 'y']", NULL
};

static const Kind kinds[] = {
  { "'method': 'approval'", "x y z", approvals, TRUE },
  { "'method': 'approval', 'quorum': {'at-least': 3}", "x y z", approvals, TRUE },
  { "'method': 'approval', 'quorum': {'at-least': 2, 'per': 'option'}", "x y z", approvals, FALSE },
  { "'method': 'approval', 'tests': [{'id': 't', 'of': 'for', 'base': 'members', 'share': '1/3'}]",
    "x y z", approvals, TRUE },
  { "'method': 'score', 'counting': {'score-at-least': 0, 'score-at-most': 2}", "x y z", scores,
    TRUE },
  { "'method': 'borda'", "x y z", rankings, FALSE },
  { "'method': 'schulze'", "x y z", rankings, FALSE },
  { "'method': 'schulze', 'default-option': 'z', 'option-tests': [{'id': 't', 'option-over': "
    "'default', 'share': '2/3'}]", "x y z", rankings, FALSE },
  { "'method': 'ranked-pairs'", "x y z", rankings, FALSE },
  { "'method': 'copeland'", "x y z", rankings, FALSE },
  { "'method': 'minimax'", "x y z", rankings, FALSE },
  { "'method': 'instant-runoff'", "x y z", rankings, FALSE },
  { "'method': 'stv', 'seats': 2", "x y z", rankings, FALSE },
  { "'method': 'approval', 'seats': 2", "x y z", approvals, FALSE },
  { "'method': 'approval', 'seats': 2, 'default-option': 'z'", "x y z", approvals, FALSE },
  { "'method': 'score', 'seats': 2, 'counting': {'score-at-least': 0, 'score-at-most': 2}",
    "x y z", scores, FALSE },
  { "'method': 'score', 'default-option': 'z', 'counting': {'score-at-least': 0, "
    "'score-at-most': 2}, 'option-tests': [{'id': 't', 'option-over': 'default', 'share': '1/2'}]",
    "x y z", scores, FALSE },
  { "'method': 'borda', 'default-option': 'z', 'quorum': {'at-least': 2, 'per': 'option'}",
    "x y z", rankings, FALSE },
  { "'method': 'schulze', 'counting': {'unranked': 'ignored'}, 'default-option': 'z', "
    "'option-tests': [{'id': 't', 'option-over': 'default', 'share': '1/2'}]", "x y z", rankings,
    FALSE },
  { "'method': 'minimax', 'counting': {'strength': 'margins'}", "x y z", rankings, FALSE },
  { "'method': 'schulze', 'counting': {'strength': 'support-only'}", "x y z", rankings, FALSE },
  { "'method': 'copeland', 'seats': 2", "x y z", rankings, FALSE },
  { "'method': 'approval', 'tie': ['first-ranks']", "x y z", approvals, FALSE },
  { "'method': 'score', 'counting': {'score-at-least': 0, 'score-at-most': 2}, "
    "'tie': ['first-ranks']", "x y z", scores, FALSE },
  { "'method': 'borda', 'tie': ['first-ranks']", "x y z", rankings, FALSE },
  { "'method': 'schulze', 'tie': ['first-ranks', 'status-quo']", "x y z", rankings, FALSE },
  { "'method': 'instant-runoff', 'tie': ['first-ranks']", "x y z", rankings, FALSE },
  { "'method': 'approval', 'tie': ['casting-vote']", "x y z", approvals, FALSE, "x" },
  { "'method': 'borda', 'tie': ['casting-vote']", "x y z", rankings, FALSE, "y" },
  { "'method': 'approval', 'tie': ['lot']", "x y z", approvals, FALSE, NULL, TRUE },
  { "'method': 'score', 'tie': ['first-ranks', 'lot'], 'counting': {'score-at-least': 0, "
    "'score-at-most': 2}", "x y z", scores, FALSE, NULL, TRUE },
  { "'method': 'borda', 'tie': ['lot']", "x y z", rankings, FALSE, NULL, TRUE },
};

static guint
n_ballots (const Kind *kind)
{
  guint n = 1;

  while (kind->ballots[n] != NULL)
    n++;

  return n;
}

static CharterBuild *
build (const Kind  *kind,
       const guint *cast)
{
  CharterBuild *b = choice_of_persons (VOTERS_MAX, kind->rule, kind->options);

  for (guint i = 0; i < VOTERS_MAX; i++)
    if (kind->ballots[cast[i]] != NULL)
      choice_cast (b, (char[]) { (char) ('a' + i), '\0' }, kind->ballots[cast[i]]);
  if (kind->casting != NULL)
    charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                       "{'decision': 'item', 'person': 'a', 'choice': '%s'}", kind->casting);

  return b;
}

/* Result and winners. */
static char *
signature (const Kind  *kind,
           const guint *cast)
{
  g_autoptr(CharterBuild) b = build (kind, cast);
  g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);
  g_autofree char *winners = choice_winners (d);
  g_auto(GStrv) names = g_strsplit (winners, " ", -1);
  GString *out = g_string_new (world_result (d->result));

  for (const char *c = "xyz"; *c != '\0'; c++)
    if (g_strv_contains ((const char *const *) names, (char[]) { *c, '\0' }))
      g_string_append_printf (out, " %c", *c);

  return g_string_free (out, FALSE);
}

typedef struct
{
  const Kind *kind;
  GHashTable *known;       /* of signatures, by ballots */
} Table;

static const char *
known_signature (Table       *table,
                 const guint *cast)
{
  guint key = 1;
  char *text;

  for (guint i = 0; i < VOTERS_MAX; i++)
    key = key * 16 + cast[i];
  text = g_hash_table_lookup (table->known, GUINT_TO_POINTER (key));
  if (text == NULL)
    {
      text = signature (table->kind, cast);
      g_hash_table_insert (table->known, GUINT_TO_POINTER (key), text);
    }

  return text;
}

static gboolean
some_change_turns (Table      *table,
                   const char *before,
                   guint      *cast,
                   guint       from,
                   guint       n_left)
{
  if (n_left == 0)
    return strcmp (known_signature (table, cast), before) != 0;
  for (guint i = from; i < VOTERS_MAX; i++)
    {
      guint was = cast[i];

      for (guint to = 0; to < n_ballots (table->kind); to++)
        {
          cast[i] = to;
          if (to != was && some_change_turns (table, before, cast, i + 1, n_left - 1))
            {
              cast[i] = was;
              return TRUE;
            }
        }
      cast[i] = was;
    }

  return FALSE;
}

/* 0 where more than two would have to change. */
static guint
true_margin (Table *table,
             guint *cast)
{
  g_autofree char *before = g_strdup (known_signature (table, cast));

  for (guint n = 1; n <= 2; n++)
    if (some_change_turns (table, before, cast, 0, n))
      return n;

  return 0;
}

static void
check (Table *table,
       guint *cast,
       guint *n_exact)
{
  g_autoptr(CharterBuild) b = build (table->kind, cast);
  g_autoptr(CharterDecided) d = world_decide (b, WORLD_AFTER);
  guint margin;

  if (!d->has_margin || (table->kind->drawn && d->choosing->ties->len == 0))
    return;
  cr_assert ((d->margin_because != NULL) == (d->margin_least > 1
                                             || d->margin_least == d->margin_most));
  cr_assert (d->choosing->ties->len == 0 || d->margin_least == 1);
  margin = true_margin (table, cast);
  cr_assert (d->margin_least >= 1 && d->margin_least <= d->margin_most);
  if (margin > 0)
    cr_assert (d->margin_least <= margin && d->margin_most >= margin, "%s: %u is not in %d to %d",
               table->kind->rule, margin, (int) d->margin_least, (int) d->margin_most);
  else
    cr_assert (d->margin_most > 2, "%s: %d", table->kind->rule, (int) d->margin_most);
  if (table->kind->exact)
    cr_assert (d->margin_least == d->margin_most, "%s: %d to %d (true %u): %s", table->kind->rule,
               (int) d->margin_least, (int) d->margin_most, margin, known_signature (table, cast));
  *n_exact += d->margin_least == d->margin_most;
}

CHARTER_TEST (decide_option_margins, hold_against_every_change)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      Table table = { &kinds[k], g_hash_table_new_full (NULL, NULL, NULL, g_free) };
      g_autoptr(GRand) rand = g_rand_new_with_seed (1000 + k);
      guint n_exact = 0;

      for (guint round = 0; round < 60; round++)
        {
          guint cast[VOTERS_MAX];

          for (guint i = 0; i < VOTERS_MAX; i++)
            cast[i] = (guint) g_rand_int_range (rand, 0, (gint32) n_ballots (&kinds[k]));
          check (&table, cast, &n_exact);
        }
      cr_assert (n_exact > 0 || !kinds[k].exact, "%s", kinds[k].rule);
      g_hash_table_unref (table.known);
    }
}

/* Weights, and numbers that can be worked out by hand. */

static CharterBuild *
build_weighted (const char *rule)
{
  static const int weights[] = { 4, 3, 2, 1, 1 };
  g_autofree char *with_speaks = g_strconcat (rule, ", 'speaks': 'last'", NULL);
  g_autofree char *charter = choice_charter (with_speaks, NULL);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (char c = 'a'; c <= 'e'; c++)
    {
      charter_build_add (b, "partner-joined", WORLD_START,
                         "{'id': 'p%c', 'name': 'P', 'weight': %d}", c, weights[c - 'a']);
      charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c', 'for': ['p%c']}", c, c);
    }
  choice_propose (b, "{'id': 'x'}, {'id': 'y'}");

  return b;
}

CHARTER_TEST (decide_option_margins, heavy_voters_go_first)
{
  static const char *const approves[] = { "['x']", "['x']", "['y']", "['x', 'y']", "[]" };
  g_autoptr(CharterBuild) b = build_weighted ("'method': 'approval'");
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *content = g_strdup_printf ("'approves': %s", approves[i]);

      choice_cast (b, (char[]) { (char) ('a' + i), '\0' }, content);
    }
  /* x has 8, y has 3: the heaviest turns a lead of 5 by 8. */
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->has_margin && d->margin_least == 1 && d->margin_most == 1);
  charter_assert_str (d->margin_change, "1 voter casting for y alone: then y is chosen");
}

CHARTER_TEST (decide_option_margins, a_clear_lead_takes_half_of_it)
{
  g_autoptr(CharterBuild) b = choice_of_persons (11, "'method': 'schulze'", "x y");
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 0; i < 11; i++)
    choice_rank (b, i, i < 9 ? "x>y" : "y>x");
  /* 9 to 2: four to change sides for a lead of y; three make 6 to 5, not level. */
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->has_margin && d->margin_least == 4 && d->margin_most == 4, "%d to %d",
             (int) d->margin_least, (int) d->margin_most);
  charter_assert_str (d->margin_because,
                      "fewer cannot bring any other option level, one to one: the one they could "
                      "bring nearest, y, is 7 behind x, and fewer undo neither the quorum nor a "
                      "test");
}

CHARTER_TEST (decide_option_margins, scores_without_limits)
{
  g_autoptr(CharterBuild) b = choice_of_persons (5, "'method': 'score'", "x y");
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 0; i < 5; i++)
    choice_cast (b, (char[]) { (char) ('a' + i), '\0' }, "'scores': {'x': 100, 'y': 1}");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->has_margin && d->margin_least == 1 && d->margin_most == 1);
}

/* x and y have one each, from a.  Whoever is chosen then, one more for the other turns it. */
CHARTER_TEST (decide_option_margins, of_a_tie_that_a_step_settled)
{
  static const struct { const char *tie, *casting; gboolean told; } rows[] = {
    { "'lot'", NULL, TRUE },
    { "'first-ranks', 'lot'", NULL, TRUE },
    { "'status-quo'", NULL, TRUE },
    { "'seniority'", NULL, TRUE },
    { "'casting-vote'", "x", TRUE },
    { "'casting-vote'", "y", TRUE },
    { "'casting-vote'", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': 'approval', 'tie': [%s]", rows[i].tie);
      g_autoptr(CharterBuild) b = choice_of_persons (3, rule, "x y");
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *winners = NULL, *change = NULL;

      choice_cast (b, "a", "'approves': ['x', 'y']");
      if (rows[i].casting != NULL)
        charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                           "{'decision': 'item', 'person': 'a', 'choice': '%s'}", rows[i].casting);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->has_margin == rows[i].told, "%s", rows[i].tie);
      if (!rows[i].told)
        continue;
      cr_assert (d->margin_least == 1 && d->margin_most == 1, "%s", rows[i].tie);
      charter_assert_str (d->margin_because, "no change takes fewer than one voter");
      winners = choice_winners (d);
      change = g_strdup_printf ("1 voter casting for %s alone: then %s is chosen",
                                strcmp (winners, "y") == 0 || *winners == '\0' ? "x" : "y",
                                strcmp (winners, "y") == 0 || *winners == '\0' ? "x" : "y");
      charter_assert_str (d->margin_change, change);
    }
}

/* In a circle, who is brought forward need not be who is chosen then. */
CHARTER_TEST (decide_option_margins, the_change_says_who_is_chosen_then)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (77);
  guint n_others = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (5, "'method': 'schulze', 'tie': ['first-ranks']",
                                                     "x y z");
      g_autoptr(CharterDecided) d = NULL;
      char for_[8], then[8];

      for (guint i = 0; i < 5; i++)
        choice_cast (b, (char[]) { (char) ('a' + i), '\0' },
                     rankings[g_rand_int_range (rand, 2, (gint32) g_strv_length (
                                                         (char **) rankings + 1) + 1)]);
      d = world_decide (b, WORLD_AFTER);
      if (!d->has_margin
          || sscanf (d->margin_change, "1 voter casting for %7s alone: then %7s is chosen", for_,
                     then) != 2)
        continue;
      n_others += strcmp (for_, then) != 0;
    }
  cr_assert (n_others > 0, "always the same");
}

/* For and against, all ballots of four: what bears on a tie is a ballot itself, or drawn from
 * them all. */
static void
yes_and_no (const char *tie)
{
  static const char *const choices[] = { NULL, "for", "against", "abstain" };
  g_autofree char *rule = g_strdup_printf ("'unit': 'person', 'method': 'majority', 'tie': [%s]", tie);
  g_autofree char *charter = choice_charter (rule, "'roles': [{'id': 'chair', 'acts': ['chair']}]");
  gint64 least[256], most[256];
  CharterResult results[256];
  guint n_level = 0;

  for (guint code = 0; code < 256; code++)
    {
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
      g_autoptr(CharterDecided) d = NULL;

      for (char c = 'a'; c <= 'd'; c++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
      charter_build_add (b, "role-given", WORLD_PROPOSED, "{'role': 'chair', 'person': 'd'}");
      world_propose (b);
      for (guint i = 0; i < 4; i++)
        if (choices[code >> 2 * i & 3] != NULL)
          world_vote (b, (char[]) { (char) ('a' + i), '\0' }, choices[code >> 2 * i & 3]);
      d = world_decide (b, WORLD_AFTER);
      results[code] = d->result;
      least[code] = d->has_margin ? d->margin_least : 0;
      most[code] = d->has_margin ? d->margin_most : 0;
      n_level += d->tie_break != NULL && d->has_margin;
    }
  for (guint i = 0; i < 256; i++)
    {
      gint64 fewest = G_MAXINT64;

      for (guint k = 0; k < 256; k++)
        {
          gint64 n = 0;

          for (guint v = 0; v < 4; v++)
            n += (i >> 2 * v & 3) != (k >> 2 * v & 3);
          if (results[i] != results[k])
            fewest = MIN (fewest, n);
        }
      cr_assert (least[i] >= 1 && least[i] <= fewest && fewest <= most[i], "%s, %u: %d not %d to %d",
                 tie, i, (int) fewest, (int) least[i], (int) most[i]);
    }
  cr_assert (n_level > 10, "%s: %u", tie, n_level);
}

CHARTER_TEST (decide_option_margins, of_for_and_against_that_ballots_settle)
{
  yes_and_no ("'role-ranking', 'status-quo'");
  yes_and_no ("'role-ranking', 'lot'");
  yes_and_no ("'lot'");
  yes_and_no ("'first-ranks', 'status-quo'");
}

CHARTER_TEST (decide_option_margins, more_voters_for_a_missed_quorum)
{
  g_autoptr(CharterBuild) b = choice_of_persons (
    8, "'method': 'borda', 'quorum': {'share': '1/2', 'compare': '>'}", "x y");
  g_autoptr(CharterDecided) d = NULL;

  choice_rank_all (b, (const char *const[]) { "x", "y", "x", NULL });
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_NO_QUORUM && d->quorum.needed == 5);
  cr_assert (d->has_margin && d->margin_least == 2 && d->margin_most == 2, "%d to %d",
             (int) d->margin_least, (int) d->margin_most);
}

CHARTER_TEST (decide_option_margins, none_where_no_ballot_helps)
{
  static const char *const rules[] = {
    "'method': 'schulze', 'quorum': {'at-least': 4}",
    "'method': 'schulze', 'default-option': 'x', 'quorum': {'at-least': 4, 'per': 'option'}",
    "'method': 'approval', 'quorum': {'at-least': 4}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (3, rules[i], "x y");
      g_autoptr(CharterDecided) d = NULL;

      choice_cast (b, "a", i < 2 ? "'ranking': ['y']" : "'approves': ['y']");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->result == CHARTER_RESULT_NO_QUORUM && !d->has_margin, "%s: %d", rules[i],
                 (int) d->margin_most);
    }
}

/* x has three, y and z have one together: one voter who goes over makes a tie, which x wins again,
 * with two alone at the top to one. */
CHARTER_TEST (decide_option_margins, a_tie_that_is_settled_alike_changes_nothing)
{
  static const struct { const char *tie; gint64 most; } rows[] = {
    { "'first-ranks'", 2 }, { "'first-ranks', 'lot'", 2 }, { "'seniority', 'first-ranks'", 2 },
    { "'lot'", 1 }, { "'casting-vote'", 1 }, { "'status-quo'", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': 'approval', 'tie': [%s]", rows[i].tie);
      g_autoptr(CharterBuild) b = choice_of_persons (4, rule, "x y z");
      g_autoptr(CharterDecided) d = NULL;

      for (const char *c = "abc"; *c != '\0'; c++)
        choice_cast (b, (char[]) { *c, '\0' }, "'approves': ['x']");
      choice_cast (b, "d", "'approves': ['y', 'z']");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->has_margin && d->margin_least == 1 && d->margin_most == rows[i].most, "%s: %d",
                 rows[i].tie, (int) d->margin_most);
    }
}

/* 1,800 to 200: level when 800 go over. */
CHARTER_TEST (decide_option_margins, gaps_between_many_voters)
{
  g_autoptr(CharterBuild) b = choice_of_persons (1, "'method': 'instant-runoff'", "x y");
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("v%u", i);

      charter_build_add (b, "person-joined", WORLD_START, "{'id': '%s'}", name);
      choice_cast (b, name, i < 1800 ? "'ranking': ['x']" : "'ranking': ['y']");
    }
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->has_margin && d->margin_least == 800 && d->margin_most == 800, "%d to %d",
             (int) d->margin_least, (int) d->margin_most);
  charter_assert_str (d->margin_because,
                      "in every round the option that goes out is 1600 or more behind every other, "
                      "and fewer cannot close that gap, and fewer undo neither the quorum nor a "
                      "test");
}

/* Or the margin of a secret vote would tell who cast what. */
CHARTER_TEST (decide_option_margins, are_the_same_whoever_cast_what)
{
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    if (!kinds[k].drawn)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (2000 + k);

      for (guint round = 0; round < 200; round++)
        {
          g_autoptr(CharterDecided) one = NULL, other = NULL;
          g_autoptr(CharterBuild) first = NULL, second = NULL;
          guint cast[VOTERS_MAX], shuffled[VOTERS_MAX];

          for (guint i = 0; i < VOTERS_MAX; i++)
            {
              guint k2 = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

              cast[i] = (guint) g_rand_int_range (rand, 0, (gint32) n_ballots (&kinds[k]));
              shuffled[i] = shuffled[k2];
              shuffled[k2] = cast[i];
            }
          first = build (&kinds[k], cast);
          second = build (&kinds[k], shuffled);
          one = world_decide (first, WORLD_AFTER);
          other = world_decide (second, WORLD_AFTER);
          cr_assert (one->has_margin == other->has_margin
                     && one->margin_least == other->margin_least
                     && one->margin_most == other->margin_most
                     && g_strcmp0 (one->margin_because, other->margin_because) == 0
                     && g_strcmp0 (one->margin_change, other->margin_change) == 0,
                     "%s, round %u: %d to %d (%s), %d to %d (%s)", kinds[k].rule, round,
                     (int) one->margin_least, (int) one->margin_most, one->margin_change,
                     (int) other->margin_least, (int) other->margin_most, other->margin_change);
        }
    }
}
