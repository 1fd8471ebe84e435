/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-option-test.h"

/* Choices among options: ballots, methods, what is dropped, seats and caps, secret votes. */

/* Ballots */

static void
assert_fault (CharterBuild *b,
              const char   *content,
              const char   *code,
              const char   *path)
{
  g_autofree char *data = g_strdup_printf ("{'decision': 'item', 'voter': 'a', %s}", content);
  CharterScene scene = charter_build_scene (b);
  const CharterDocumentData *charter = charter_scene_charter (
    &scene, charter_build_instant (WORLD_VOTES), NULL);
  g_autofree char *where = NULL, *message = NULL;
  const char *got = charter_option_ballot_fault (
    &scene, charter_build_ref (b, "item"), &charter->rules[0], charter_build_instant (WORLD_OPENS),
    charter_build_read (b, data), &where, &message);

  cr_assert (g_strcmp0 (got, code) == 0 && g_strcmp0 (where, path) == 0, "%s: %s at %s (%s)",
             content, got, where, message);
  cr_assert ((code == NULL) == (message == NULL));
}

CHARTER_TEST (decide_options, ballots_that_cannot_be_read)
{
  static const struct { const char *method, *content, *code, *path; } rows[] = {
    { "schulze", "'ranking': ['x', ['y', 'z']]", NULL, NULL },
    { "schulze", "'ranking': []", NULL, NULL },
    { "schulze", "'ranking': ['x', 'q']", "no-such-option", "/data/ranking/1" },
    { "schulze", "'ranking': ['x', ['y', 'q']]", "no-such-option", "/data/ranking/1/1" },
    { "schulze", "'ranking': ['out']", "no-such-option", "/data/ranking/0" },
    { "schulze", "'ranking': ['x', 'y', 'x']", "option-twice", "/data/ranking/2" },
    { "schulze", "'ranking': [['x', 'y'], 'y']", "option-twice", "/data/ranking/1" },
    { "schulze", "'ranking': [[]]", "empty-rank", "/data/ranking/0" },
    { "schulze", "'choice': 'for'", "not-on-ballot", "/data/choice" },
    { "schulze", "'approves': ['x']", "not-on-ballot", "/data/approves" },
    { "instant-runoff", "'ranking': ['x', 'y']", NULL, NULL },
    { "instant-runoff", "'ranking': ['x', ['y', 'z']]", "equal-ranks", "/data/ranking/1" },
    { "instant-runoff", "'ranking': [['x']]", NULL, NULL },
    { "stv", "'ranking': [['x', 'y']]", "equal-ranks", "/data/ranking/0" },
    { "approval", "'approves': ['x', 'z']", NULL, NULL },
    { "approval", "'approves': []", NULL, NULL },
    { "approval", "'approves': ['x', 'q']", "no-such-option", "/data/approves/1" },
    { "approval", "'approves': ['x', 'x']", "option-twice", "/data/approves/1" },
    { "approval", "'ranking': ['x']", "not-on-ballot", "/data/ranking" },
    { "score", "'scores': {'x': 5, 'y': 0}", NULL, NULL },
    { "score", "'scores': {}", NULL, NULL },
    { "score", "'scores': {'x': 6}", "score-out-of-range", "/data/scores/x" },
    { "score", "'scores': {'x': -1}", "score-out-of-range", "/data/scores/x" },
    { "score", "'scores': {'q': 1}", "no-such-option", "/data/scores/q" },
    { "score", "'choice': 'abstain'", "not-on-ballot", "/data/choice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf (
        "'unit': 'person', 'method': '%s', 'counting': {'score-at-least': 0, 'score-at-most': 5}",
        rows[i].method);
      g_autofree char *charter = choice_charter (rule, NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

      charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
      choice_propose (b, "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}, {'id': 'out', 'left-out': 'no'}");
      assert_fault (b, rows[i].content, rows[i].code, rows[i].path);
    }
}

CHARTER_TEST (decide_options, equal_ranks_where_the_rule_says_what_they_do)
{
  g_autoptr(CharterBuild) b = choice_of_persons (
    3, "'method': 'instant-runoff', 'counting': {'equal-ranks': 'split'}", "x y");

  assert_fault (b, "'ranking': [['x', 'y']]", NULL, NULL);
}

CHARTER_TEST (decide_options, options_of_the_last_amendment)
{
  g_autofree char *charter = choice_charter ("'unit': 'person', 'method': 'approval'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'options': [{'id': 'x'}]}");
  charter_build_add (b, "decision-amended", WORLD_PROPOSED,
                     "{'decision': 'item', 'options': [{'id': 'y'}, {'id': 'z'}]}");
  charter_build_add (b, "decision-amended", WORLD_PROPOSED, "{'decision': 'item', 'text': 'T'}");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
  assert_fault (b, "'approves': ['y', 'z']", NULL, NULL);
  assert_fault (b, "'approves': ['x']", "no-such-option", "/data/approves/0");
}

CHARTER_TEST (decide_options, what_cannot_be_read_is_invalid_in_the_count)
{
  g_autoptr(CharterBuild) b = choice_of_persons (4, "'method': 'approval'", "x y");
  g_autoptr(CharterDecided) d = NULL;

  choice_cast (b, "a", "'approves': ['x']");
  choice_cast (b, "b", "'approves': ['q']");
  choice_cast (b, "c", "'choice': 'for'");
  choice_cast (b, "d", "'approves': []");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->counts.for_ == 1 && d->counts.invalid == 2 && d->counts.abstain == 1);
  choice_assert (b, "carried", "x");
}

CHARTER_TEST (decide_options, nobody_and_nothing)
{
  g_autoptr(CharterBuild) silent = choice_of_persons (3, "'method': 'schulze'", "x y");
  g_autoptr(CharterBuild) blank = choice_of_persons (3, "'method': 'borda'", "x y");
  g_autoptr(CharterBuild) single = choice_of_persons (3, "'method': 'ranked-pairs'", "x");
  g_autofree char *charter = choice_charter ("'unit': 'person', 'method': 'copeland'", NULL);
  g_autoptr(CharterBuild) none = charter_build_new (charter, WORLD_START);

  choice_assert (silent, "not-carried", "");
  choice_rank (blank, 0, "");
  choice_rank (blank, 1, "");
  choice_assert (blank, "not-carried", "");
  choice_assert (single, "not-carried", "");
  choice_rank (single, 0, "x");
  choice_assert (single, "carried", "x");
  charter_build_add (none, "person-joined", WORLD_START, "{'id': 'a'}");
  choice_propose (none, "");
  choice_rank (none, 0, "");
  choice_assert (none, "not-carried", "");
}

/* Everything alike is named all the same, and a tie. */
CHARTER_TEST (decide_options, everything_ranked_alike)
{
  g_autoptr(CharterBuild) all = choice_of_persons (
    1, "'method': 'approval', 'default-option': 'none'", "x y z none");
  g_autoptr(CharterBuild) level = choice_of_persons (
    1, "'method': 'schulze', 'default-option': 'x', 'tie': ['casting-vote']", "x y z");
  g_autoptr(CharterDecided) d = NULL;

  choice_cast (all, "a", "'approves': ['x', 'y', 'z', 'none']");
  choice_assert (all, "not-carried", "none");
  choice_rank (level, 0, "x=y=z");
  choice_assert (level, "tied", "");
  d = world_decide (level, WORLD_AFTER);
  cr_assert (d->choosing->tied->len == 3 && d->choosing->count != NULL);
}

CHARTER_TEST (decide_options, an_option_that_nobody_names_is_never_chosen)
{
  static const struct { const char *rule, *options, *ballots[3], *winners; guint vacancies; } rows[] = {
    { "'method': 'stv', 'seats': 3", "x y", { "x" }, "x", 2 },
    { "'method': 'stv', 'seats': 3", "x y z w", { "x" }, "x", 2 },
    { "'method': 'stv', 'seats': 2", "x y z", { "x>y" }, "x y", 0 },
    { "'method': 'stv', 'seats': 2, 'counting': {'equal-ranks': 'split'}", "x y z", { "x=y", "x" },
      "x y", 0 },
    { "'method': 'copeland', 'seats': 3", "x y z", { "x>y" }, "x y", 1 },
    { "'method': 'schulze', 'counting': {'unranked': 'ignored'}, 'default-option': 'fd'", "x y",
      { "fd" }, "fd", 0 },
    { "'method': 'ranked-pairs', 'counting': {'unranked': 'ignored'}", "x y", { "x" }, "x", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (2, rows[i].rule, rows[i].options);
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *winners = NULL;

      choice_rank_all (b, rows[i].ballots);
      d = world_decide (b, WORLD_AFTER);
      winners = choice_winners (d);
      cr_assert (g_strcmp0 (winners, rows[i].winners) == 0
                 && d->choosing->vacancies == rows[i].vacancies, "row %u: %s, %u vacant", i, winners,
                 d->choosing->vacancies);
    }
}

/* The quota goes by the seats there are to fill, however few options anybody names. */
CHARTER_TEST (decide_options, quota_of_seats_that_stay_vacant)
{
  g_autoptr(CharterBuild) b = choice_of_persons (7, "'method': 'stv', 'seats': 3", "x y z");
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 0; i < 7; i++)
    choice_rank (b, i, i < 5 ? "x" : "y");
  d = world_decide (b, WORLD_AFTER);
  charter_assert_str (d->choosing->count->quota, "2");
  choice_assert (b, "carried", "x y");
}

/* Seven papers pass on 3/7 each, cut at the fifth place: 0.42857 seven times is less than three
 * (Scottish Local Government Elections Order 2007, schedule 1, rule 48); one that weighs seven
 * passes on three. */
CHARTER_TEST (decide_options, each_paper_is_cut_by_itself)
{
  g_autofree char *charter = choice_charter ("'method': 'stv', 'seats': 2, 'speaks': 'last'", NULL);
  g_autoptr(CharterBuild) heads = choice_of_persons (10, "'method': 'stv', 'seats': 2", "x y z");
  g_autoptr(CharterBuild) weights = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) by_heads = NULL, by_weight = NULL;

  for (guint i = 0; i < 10; i++)
    choice_rank (heads, i, i < 7 ? "x>y" : "z");
  for (guint i = 0; i < 2; i++)
    {
      charter_build_add (weights, "partner-joined", WORLD_START,
                         "{'id': 'p%u', 'name': 'P', 'weight': %u}", i, i == 0 ? 7 : 3);
      charter_build_add (weights, "person-joined", WORLD_START, "{'id': '%c', 'for': ['p%u']}",
                         'a' + (char) i, i);
    }
  choice_propose (weights, "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}");
  choice_rank (weights, 0, "x>y");
  choice_rank (weights, 1, "z");
  by_heads = world_decide (heads, WORLD_AFTER);
  by_weight = world_decide (weights, WORLD_AFTER);
  choice_assert (heads, "carried", "x z");
  charter_assert_str (((CharterCountRound *) by_heads->choosing->count->rounds->pdata[1])->votes[1],
                      "2.99999");
  charter_assert_str (((CharterCountRound *) by_weight->choosing->count->rounds->pdata[1])->votes[1],
                      "3");
}

/* What keeps a rule of any method from an answer. */

CHARTER_TEST (decide_options, a_veto_blocks_a_choice)
{
  static const char rule[] =
    "'method': 'schulze', 'default-option': 'fd', 'option-tests': [{'id': 't', 'option-over': "
    "'default', 'share': '3/4'}], 'tests': [{'id': 'veto', 'veto': 'object', 'holders': ['person:b']}]";
  static const struct { const char *raises, *first, *result, *winners; } rows[] = {
    { NULL, "x>fd", "carried", "x" },
    { "a", "x>fd", "carried", "x" },
    { "b", "x>fd", "blocked", "" },
    { "b", "fd>x", "blocked", "" },
    { NULL, "fd>x", "not-carried", "fd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (3, rule, "x");
      g_autoptr(CharterDecided) d = NULL;

      choice_rank (b, 0, rows[i].first);
      choice_rank (b, 1, rows[i].first);
      if (rows[i].raises != NULL)
        charter_build_add (b, "objection-raised", WORLD_VOTES,
                           "{'id': 'o', 'decision': 'item', 'person': '%s', 'reason': 'R.'}",
                           rows[i].raises);
      choice_assert (b, rows[i].result, rows[i].winners);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->dissent->len == (rows[i].raises != NULL), "row %u: %u", i, d->dissent->len);
    }
}

CHARTER_TEST (decide_options, a_quorum_of_nobody_knows_what)
{
  static const char *const rules[] = {
    "'method': 'approval', 'quorum': {'base': 'invited', 'share': '1/2'}",
    "'method': 'approval', 'quorum': {'base': 'invited', 'share': '1/2', 'per': 'option'}",
    "'method': 'borda', 'quorum': {'base': 'mean-attendance', 'meetings': 3, 'share': '1/2'}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (3, rules[i], "x y");

      choice_cast (b, "a", i < 2 ? "'approves': ['x']" : "'ranking': ['x']");
      choice_assert (b, "indeterminate", "");
    }
}

CHARTER_TEST (decide_options, quorum_of_each_option_from_a_square_root)
{
  /* Debian constitution, 4.2.6: Q is half of the square root of the developers, K and 3Q are not
   * rounded, and an option needs at least 3Q over the default: of 7 persons 3.97, of 16 just 6. */
  static const struct { guint n, over; const char *result; gint64 needed; } rows[] = {
    { 7, 3, "no-quorum", 4 }, { 7, 4, "carried", 4 }, { 7, 5, "carried", 4 },
    { 16, 5, "no-quorum", 6 }, { 16, 6, "carried", 6 }, { 16, 7, "carried", 6 },
    { 17, 6, "no-quorum", 7 }, { 17, 7, "carried", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (
        rows[i].n, "'method': 'schulze', 'default-option': 'fd', 'quorum': {'base': 'members', "
                   "'share': '3/2', 'sqrt-of': true, 'compare': '>=', 'per': 'option'}", "x");
      g_autoptr(CharterDecided) d = NULL;

      for (guint v = 0; v < rows[i].over; v++)
        choice_rank (b, v, "x>fd");
      choice_assert (b, rows[i].result, rows[i].over < rows[i].needed ? "fd" : "x");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->choosing->needed == rows[i].needed);
    }
}

CHARTER_TEST (decide_options, quorum_of_each_option_at_most)
{
  g_autoptr(CharterBuild) b = choice_of_persons (
    4, "'method': 'approval', 'quorum': {'at-most': 2, 'per': 'option'}", "x y");

  for (guint i = 0; i < 3; i++)
    choice_cast (b, (char[]) { (char) ('a' + i), '\0' },
                 i < 2 ? "'approves': ['x', 'y']" : "'approves': ['x']");
  choice_assert (b, "carried", "y");
}

/* Methods */

CHARTER_TEST (decide_options, each_method_has_its_winner)
{
  /* The best known small election: 42 %, 26 %, 15 %, 17 %. */
  static const struct { const char *method, *winner; } rows[] = {
    { "schulze", "n" }, { "ranked-pairs", "n" }, { "copeland", "n" }, { "minimax", "n" },
    { "borda", "n" }, { "instant-runoff", "k" },
  };
  static const struct { const char *city, *ranking; int weight; } cities[] = {
    { "m", "['m', 'n', 'c', 'k']", 42 },
    { "n", "['n', 'c', 'k', 'm']", 26 },
    { "c", "['c', 'k', 'n', 'm']", 15 },
    { "k", "['k', 'c', 'n', 'm']", 17 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': '%s', 'speaks': 'last'", rows[i].method);
      g_autofree char *charter = choice_charter (rule, NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

      for (guint c = 0; c < G_N_ELEMENTS (cities); c++)
        {
          charter_build_add (b, "partner-joined", WORLD_START,
                             "{'id': 'city-%s', 'name': 'City', 'weight': %d}", cities[c].city,
                             cities[c].weight);
          charter_build_add (b, "person-joined", WORLD_START,
                             "{'id': 'of-%s', 'for': ['city-%s']}", cities[c].city,
                             cities[c].city);
        }
      choice_propose (b, "{'id': 'm'}, {'id': 'n'}, {'id': 'c'}, {'id': 'k'}");
      for (guint c = 0; c < G_N_ELEMENTS (cities); c++)
        charter_build_add (b, "ballot-cast", WORLD_VOTES,
                           "{'decision': 'item', 'voter': 'of-%s', 'ranking': %s}", cities[c].city,
                           cities[c].ranking);
      choice_assert (b, "carried", rows[i].winner);
    }
}

/* Quorum and tests of each option */

CHARTER_TEST (decide_options, quorum_of_each_option)
{
  /* x is over the default on as many ballots as given. */
  static const struct { const char *quorum; guint over; const char *result, *winners; } rows[] = {
    { "'at-least': 3", 2, "no-quorum", "fd" },
    { "'at-least': 3", 3, "carried", "x" },
    { "'at-least': 3", 4, "carried", "x" },
    { "'share': '1/2', 'compare': '>'", 3, "no-quorum", "fd" },
    { "'share': '1/2', 'compare': '>'", 4, "carried", "x" },
    { "'share': '1/2', 'compare': '>='", 2, "no-quorum", "fd" },
    { "'share': '1/2', 'compare': '>='", 3, "carried", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': 'schulze', 'default-option': 'fd', "
                                               "'quorum': {%s, 'per': 'option'}",
                                               rows[i].quorum);
      g_autoptr(CharterBuild) b = choice_of_persons (6, rule, "x");

      for (guint v = 0; v < rows[i].over; v++)
        choice_rank (b, v, "x>fd");
      choice_assert (b, rows[i].result, rows[i].winners);
    }
}

CHARTER_TEST (decide_options, quorum_of_each_option_without_a_default)
{
  g_autoptr(CharterBuild) b = choice_of_persons (
    6, "'method': 'approval', 'quorum': {'at-least': 3, 'per': 'option'}", "x y");
  g_autoptr(CharterDecided) d = NULL;
  static const char *const approves[] = { "['x', 'y']", "['x', 'y']", "['y']" };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *content = g_strdup_printf ("'approves': %s", approves[i]);

      choice_cast (b, (char[]) { (char) ('a' + i), '\0' }, content);
    }
  choice_assert (b, "carried", "y");
  d = world_decide (b, WORLD_AFTER);
  charter_assert_str (charter_choosing_row (d->choosing, 0)->dropped, "quorum");
  cr_assert (charter_choosing_row (d->choosing, 0)->counted == 2 && d->choosing->needed == 3);
  cr_assert_null (charter_choosing_row (d->choosing, 1)->dropped);
}

CHARTER_TEST (decide_options, option_tests_at_their_boundary)
{
  static const struct { const char *test; guint over, under; const char *result; } rows[] = {
    { "'share': '3/4', 'compare': '>='", 2, 1, "not-carried" },
    { "'share': '3/4', 'compare': '>='", 3, 1, "carried" },
    { "'share': '3/4', 'compare': '>='", 4, 1, "carried" },
    { "'share': '3/4', 'compare': '>'", 3, 1, "not-carried" },
    { "'share': '3/4', 'compare': '>'", 4, 1, "carried" },
    { "'share': '1/2'", 2, 2, "not-carried" },
    { "'share': '1/2'", 3, 2, "carried" },
    { "'share': '3/4', 'options': ['y']", 2, 1, "carried" },
    { "'share': '3/4', 'options': ['x']", 2, 1, "not-carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf (
        "'method': 'schulze', 'default-option': 'fd', 'option-tests': [{'id': 't', 'option-over': "
        "'default', %s}]",
        rows[i].test);
      g_autoptr(CharterBuild) b = choice_of_persons (8, rule, "x y");
      g_autofree char *json = NULL;

      for (guint v = 0; v < rows[i].over + rows[i].under; v++)
        choice_rank (b, v, v < rows[i].over ? "x>fd>y" : "fd>x>y");
      choice_assert (b, rows[i].result, g_str_equal (rows[i].result, "carried") ? "x" : "fd");
      json = world_decide_json (b, WORLD_AFTER);
      cr_assert (strstr (json, "\"option\":\"x\"") != NULL || strstr (rows[i].test, "'y'") != NULL,
                 "row %u: %s", i, json);
    }
}

CHARTER_TEST (decide_options, the_default_is_offered_listed_or_not)
{
  static const char *const options[] = { "x y", "x fd y" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (
        3, "'method': 'schulze', 'default-option': 'fd'", options[i]);

      choice_rank (b, 0, "fd>x>y");
      choice_rank (b, 1, "fd>y>x");
      choice_rank (b, 2, "x>y");
      choice_assert (b, "not-carried", "fd");
    }
}

/* Who votes */

CHARTER_TEST (decide_options, recusal_changes_the_winner)
{
  static const char *const interest =
    "{'id': 'i', 'person': 'a', 'party': 'acme', 'category': 'financial', 'nature': 'N'}";
  g_autoptr(CharterBuild) b = choice_of_persons (5, "'method': 'schulze'", "x y");

  choice_rank_all (b, (const char *const[]) { "x>y", "x>y", "y>x", "y>x", "x>y", NULL });
  choice_assert (b, "carried", "x");
  charter_build_add (b, "interest-declared", WORLD_PROPOSED, "%s", interest);
  choice_assert (b, "not-carried", "");
}

CHARTER_TEST (decide_options, delegations_and_weights)
{
  g_autofree char *charter = choice_charter ("'method': 'approval', 'speaks': 'last'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;

  for (char c = 'a'; c <= 'd'; c++)
    {
      charter_build_add (b, "partner-joined", WORLD_START,
                         "{'id': 'p%c', 'name': 'P', 'weight': %d}", c, c == 'd' ? 5 : 1);
      charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c', 'for': ['p%c']}", c, c);
    }
  charter_build_add (b, "delegation-made", WORLD_START,
                     "{'id': 'dm', 'from': 'pd', 'to': 'pa'}");
  choice_propose (b, "{'id': 'x'}, {'id': 'y'}");
  choice_cast (b, "a", "'approves': ['x']");
  choice_cast (b, "b", "'approves': ['y']");
  choice_cast (b, "c", "'approves': ['y']");
  choice_assert (b, "carried", "x");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (charter_choosing_row (d->choosing, 0)->for_ == 6);
  choice_cast (b, "d", "'approves': ['y']");
  choice_assert (b, "carried", "y");
}

CHARTER_TEST (decide_options, partners_of_one_mind)
{
  g_autofree char *charter = choice_charter ("'method': 'schulze', 'speaks': 'agreed'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) one = NULL, two = NULL;

  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'p', 'name': 'P'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a', 'for': ['p']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'b', 'for': ['p']}");
  choice_propose (b, "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}");
  choice_rank (b, 0, "x>y=z");
  choice_rank (b, 1, "x>z=y");
  one = world_decide (b, WORLD_AFTER);
  cr_assert (one->counts.for_ == 1 && one->counts.invalid == 0, "the same, written otherwise");
  choice_rank (b, 1, "x>y>z");
  two = world_decide (b, WORLD_AFTER);
  cr_assert (two->counts.for_ == 0 && two->counts.invalid == 1, "not of one mind");
}

CHARTER_TEST (decide_options, equal_ballots_of_one_affiliation_count_once)
{
  g_autofree char *charter = choice_charter (
    "'method': 'approval', 'speaks': 'last', 'fold': 'identical'", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;

  for (char c = 'a'; c <= 'e'; c++)
    {
      charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'p%c', 'name': 'P'%s}", c,
                         c <= 'c' ? ", 'group': 'g'" : "");
      charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c', 'for': ['p%c']}", c, c);
    }
  choice_propose (b, "{'id': 'x'}, {'id': 'y'}");
  choice_cast (b, "a", "'approves': ['x', 'y']");
  choice_cast (b, "b", "'approves': ['y', 'x']");
  choice_cast (b, "c", "'approves': ['x']");
  choice_cast (b, "d", "'approves': ['y']");
  choice_cast (b, "e", "'approves': ['y']");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (charter_choosing_row (d->choosing, 0)->for_ == 2, "%d",
             (int) charter_choosing_row (d->choosing, 0)->for_);
  cr_assert (charter_choosing_row (d->choosing, 1)->for_ == 3);
  choice_assert (b, "carried", "y");
}

CHARTER_TEST (decide_options, the_order_of_entries_tells_nothing)
{
  static const char *const rankings[] = { "x>y>z", "y>z", "z>x=y", "x", "y>x", "z>y>x" };
  static const char *const methods[] = { "schulze", "ranked-pairs", "copeland", "minimax",
                                         "borda" };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': '%s'", methods[m]);
      g_autoptr(CharterBuild) b = choice_of_persons (6, rule, "x y z");
      g_autoptr(CharterBuild) c = choice_of_persons (6, rule, "x y z");
      g_autofree char *one = NULL, *two = NULL;

      for (guint i = 0; i < 6; i++)
        {
          choice_rank (b, i, rankings[i]);
          choice_rank (c, 5 - i, rankings[5 - i]);
        }
      one = world_decide_json (b, WORLD_AFTER);
      two = world_decide_json (c, WORLD_AFTER);
      charter_assert_str (one, two);
    }
}

/* Seats */

CHARTER_TEST (decide_options, seats_are_filled_from_the_ranking)
{
  static const struct
  {
    const char *rule, *winners;
    guint vacancies;
    const char *result;
  } rows[] = {
    { "'seats': 2", "x y", 0, "carried" },
    { "'seats': 3", "x y z", 0, "carried" },
    { "'seats': 5", "x y z w", 1, "carried" },
    { "'seats': 2, 'cap': {'by': 'of', 'at-most': 1}", "x z", 0, "carried" },
    { "'seats': 3, 'cap': {'by': 'of', 'at-most': 1}", "x z w", 0, "carried" },
    { "'seats': 4, 'cap': {'by': 'of', 'at-most': 1}", "x z w", 1, "carried" },
    { "'seats': 4, 'cap': {'by': 'of', 'at-most': 2}", "x y z w", 0, "carried" },
    { "'seats': 3, 'default-option': 'w'", "x y z", 0, "carried" },
    { "'seats': 3, 'default-option': 'z'", "x y", 1, "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'unit': 'person', 'method': 'approval', %s",
                                               rows[i].rule);
      g_autofree char *charter = choice_charter (rule, NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
      g_autoptr(CharterDecided) d = NULL;

      for (char c = 'a'; c <= 'e'; c++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
      choice_propose (b, "{'id': 'x', 'of': 'acme'}, {'id': 'y', 'of': 'acme'}, "
                         "{'id': 'z', 'of': 'beta'}, {'id': 'w'}, {'id': 'v', 'of': 'gamma'}");
      choice_cast (b, "a", "'approves': ['x', 'y', 'z', 'w']");
      choice_cast (b, "b", "'approves': ['x', 'y', 'z']");
      choice_cast (b, "c", "'approves': ['x', 'y']");
      choice_cast (b, "d", "'approves': ['x']");
      choice_assert (b, rows[i].result, rows[i].winners);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->choosing->vacancies == rows[i].vacancies, "row %u: %u", i,
                 d->choosing->vacancies);
    }
}

CHARTER_TEST (decide_options, a_cap_takes_candidates_out_of_a_transferable_vote)
{
  g_autofree char *charter = choice_charter (
    "'unit': 'person', 'method': 'stv', 'seats': 2, 'cap': {'by': 'of', 'at-most': 1}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

  for (char c = 'a'; c <= 'i'; c++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
  choice_propose (b, "{'id': 'x', 'of': 'acme'}, {'id': 'y', 'of': 'acme'}, {'id': 'z'}");
  choice_rank_all (b, (const char *const[]) { "x>y", "x>y", "x>y", "x>y", "y", "y", "y", "z", "z",
                                              NULL });
  choice_assert (b, "carried", "x z");
}

/* Secret */

static void
cast_secret (CharterBuild *b,
             guint         n,
             gboolean      alike)
{
  for (guint i = 0; i < n; i++)
    choice_rank (b, i, alike || i % 3 != 0 ? "x>y" : "y>x");
}

CHARTER_TEST (decide_options, a_secret_choice_is_pending_until_it_is_closed)
{
  g_autoptr(CharterBuild) b = choice_of_persons (7, "'method': 'schulze', 'secret': true", "x y");
  g_autoptr(CharterDecided) before = NULL, after = NULL;
  g_autofree char *json = NULL;

  cast_secret (b, 6, FALSE);
  before = world_decide (b, WORLD_AFTER);
  cr_assert (before->result == CHARTER_RESULT_PENDING && before->turnout == 6);
  cr_assert_null (before->choosing);
  json = world_decide_json (b, WORLD_AFTER);
  cr_assert (strstr (json, "\"options\"") == NULL && strstr (json, "winners") == NULL, "%s", json);
  charter_build_add (b, "decision-closed", WORLD_AFTER, "{'decision': 'item'}");
  choice_assert (b, "carried", "x");
  after = world_decide (b, WORLD_AFTER);
  cr_assert (after->counted && charter_choosing_row (after->choosing, 0)->first == 4);
}

CHARTER_TEST (decide_options, few_or_equal_secret_ballots_tell_the_winners_alone)
{
  static const struct { guint n; gboolean alike, told; } rows[] = {
    { 4, FALSE, FALSE }, { 5, FALSE, TRUE }, { 6, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (7, "'method': 'schulze', 'secret': true",
                                                     "x y");
      g_autofree char *json = NULL;

      cast_secret (b, rows[i].n, rows[i].alike);
      if (rows[i].n == 4)
        choice_rank (b, 3, "x>y");
      charter_build_add (b, "decision-closed", WORLD_AFTER, "{'decision': 'item'}");
      json = world_decide_json (b, WORLD_AFTER);
      cr_assert (strstr (json, rows[i].n == 4 ? "\"result\":" : "\"winners\":[\"x\"]") != NULL,
                 "row %u: %s", i, json);
      cr_assert ((strstr (json, "\"options\"") != NULL) == rows[i].told, "row %u: %s", i, json);
      cr_assert ((strstr (json, "\"ranking\"") != NULL) == rows[i].told, "row %u: %s", i, json);
      cr_assert (strstr (json, "alone") == NULL, "no margin and no reason tells of ballots: %s",
                 json);
    }
}

CHARTER_TEST (decide_options, it_does_not_matter_who_cast_which_secret_ballot)
{
  static const char *const rankings[] = { "x>y>z", "y>z>x", "z>x>y", "x>z>y", "x" };
  static const char *const methods[] = { "schulze", "instant-runoff", "stv", "borda", "minimax" };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': '%s', 'secret': true", methods[m]);
      g_autofree char *first = NULL;

      for (guint shift = 0; shift < G_N_ELEMENTS (rankings); shift++)
        {
          g_autoptr(CharterBuild) b = choice_of_persons (5, rule, "x y z");
          g_autofree char *json = NULL;

          for (guint i = 0; i < 5; i++)
            choice_rank (b, i, rankings[(i + shift) % 5]);
          charter_build_add (b, "decision-closed", WORLD_AFTER, "{'decision': 'item'}");
          json = world_decide_json (b, WORLD_AFTER);
          if (first == NULL)
            first = g_steal_pointer (&json);
          else
            charter_assert_str (json, first);
        }
    }
}

/* Finality */

CHARTER_TEST (decide_options, what_was_recorded_is_read_back)
{
  static const char *const rules[] = {
    "'method': 'schulze', 'default-option': 'fd', 'quorum': {'at-least': 2, 'per': 'option'}, "
    "'option-tests': [{'id': 't', 'option-over': 'default', 'share': '1/2'}]",
    "'method': 'borda', 'tie': ['lot']",
    "'method': 'stv', 'seats': 2, 'tie': ['lot']",
    "'method': 'copeland', 'tie': ['first-ranks', 'status-quo']",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (6, rules[i], "x y z");
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr(CharterDecided) d = NULL;

      choice_rank_all (b, (const char *const[]) { "x>y>z", "y>z>x", "z>x>y", "x>y", "y>x", NULL });
      before = world_decide_json (b, WORLD_AFTER);
      charter_build_add (b, "decision-closed", WORLD_AFTER, "{'decision': 'item'}");
      after = world_decide_json (b, WORLD_AFTER);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (!d->disputed, "rule %u", i);
      {
        g_autofree char *was = world_members (before, (const char *const[]) {
          "counts", "margin", "options", "ranking", "result", "tests", "ties", "vacancies",
          "winners", NULL });
        g_autofree char *is = world_members (after, (const char *const[]) {
          "counts", "margin", "options", "ranking", "result", "tests", "ties", "vacancies",
          "winners", NULL });

        charter_assert_str (is, was);
      }
    }
}
