/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include <charter/charter.h>

#include "decide/charter-tally-private.h"

/* Early closing: what is left out and what was kept from before gives what a count at every ballot
 * gives; and entering ballots takes as long as there are ballots. */

/* Against a count at every ballot */

typedef struct
{
  const CharterTimeline *timeline;
  const CharterScene    *scene;
  CharterRef             decision;
  CharterRuleData        rule;
} Counting;

static gboolean
all_voted (const CharterTally *tally)
{
  guint n = 0;

  for (guint i = 0; i < tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (tally->rows, CharterUnitVote, i);

      n += row->votes;
      if (row->votes && row->vote == CHARTER_VOTE_SILENT)
        return FALSE;
    }

  return n > 0;
}

static gboolean
further_hold (CharterTally           *tally,
              const CharterEarlyRule *early)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));

  if (early->n_further > 0)
    charter_tally_tests (tally, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterTestResult *row = &g_array_index (rows, CharterTestResult, i);

      if (!row->holds && row->test >= early->tests + early->n_tests - early->n_further
          && row->test < early->tests + early->n_tests)
        return FALSE;
    }

  return !tally->overflow || early->n_further == 0;
}

static gboolean
is_over_at (const Counting *self,
            gint64          at)
{
  const CharterEarlyRule *early = &self->rule.early;
  CharterSnapshot count;
  gboolean over;

  charter_snapshot_init (&count, self->timeline, self->scene, self->decision, &self->rule, at);
  over = early->on == CHARTER_EARLY_ALL_VOTED ? all_voted (&count.tally)
         : early->on == CHARTER_EARLY_SAFE
           ? charter_tally_is_settled (&count.tally, self->timeline->rule)
           : charter_tally_passes (&count.tally);
  over &= !count.electorate.indeterminate && !count.tally.awaits
          && further_hold (&count.tally, early);
  charter_snapshot_clear (&count);

  return over;
}

/* The plain way. */
static gint64
find_early (const CharterTimeline *timeline,
            const CharterScene    *scene,
            CharterRef             decision,
            gint64                 closes,
            gint64                 at)
{
  Counting counting = { timeline, scene, decision, *timeline->rule };
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));

  counting.rule.tests = timeline->rule->early.tests;
  counting.rule.n_tests = timeline->rule->early.n_tests;
  charter_scene_collect (scene, decision, CHARTER_KIND ("ballot-cast"), facts);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];

      if (fact->seq > timeline->since && fact->at <= at
          && charter_item_is_open (timeline->rule, timeline->opens, closes, fact->at))
        g_array_append_val (instants, fact->at);
    }
  charter_instants_sort (instants);
  for (guint i = 0; i < instants->len; i++)
    if (is_over_at (&counting, g_array_index (instants, gint64, i)))
      return g_array_index (instants, gint64, i);

  return CHARTER_INSTANT_NONE;
}

static void
compare (const CharterScene *scene,
         gint64              at,
         guint               round,
         const char         *rule)
{
  CharterRef item = charter_scene_find (scene, "item");
  CharterTimeline timeline;
  gint64 closes, found, plain;

  charter_timeline_init (&timeline, scene, item, at);
  closes = timeline.stated;
  if (timeline.opened == NULL)
    return;
  found = charter_early_closing (&timeline, scene, item, closes, at);
  plain = find_early (&timeline, scene, item, closes, at);
  cr_assert (found == plain, "round %u, %s, known %u, at %" G_GINT64_FORMAT ": %" G_GINT64_FORMAT
             ", plain %" G_GINT64_FORMAT, round, rule, scene->known, at, found, plain);
}

/* Histories */

static const char *const closings[] = {
  "'early': {'on': 'all-voted'}",
  "'early': {'on': 'all-voted', 'tests': [{'id': 'two', 'at-least': 2}]}",
  "'early': {'on': 'safe', 'cast-stands': true}",
  "'early': {'on': 'safe', 'cast-stands': true}, 'quorum': {'share': '1/2', 'compare': '>'}",
  "'early': {'on': 'safe', 'cast-stands': true}, 'tests': [{'id': 't', 'share': '2/3', 'base': "
  "'members', 'round': 'up'}]",
  "'early': {'on': 'safe'}, 'recast': 'refused', 'tests': [{'id': 't', 'of': 'against', 'at-most': "
  "2}]",
  "'early': {'on': 'safe'}, 'recast': 'invalid'",
  "'early': {'on': 'tests', 'tests': [{'id': 'three', 'at-least': 3}]}",
  "'early': {'on': 'tests', 'tests': []}, 'quorum': {'share': '2/3'}",
  "'early': {'on': 'tests', 'tests': [{'id': 'c', 'of': 'cast', 'at-least': 4}]}, 'tests': [{'id': "
  "'t', 'share': '3/5', 'base': 'cast', 'round': 'nearest'}]",
  "'early': {'on': 'tests', 'tests': [{'id': 'c', 'of': 'silent', 'at-most': 3}]}, 'tests': [{'id': "
  "'t', 'share': '1/2', 'by': 'heads'}]",
};
static const char *const moments[] = {
  "", "", ", 'electorate-as-at': 'opening'", ", 'electorate-as-at': 'ballot'",
  ", 'delegation': {'to': 'voters'}",
};

static char *
rule_of (GRand *rand,
         guint  round)
{
  const char *closing = closings[round % G_N_ELEMENTS (closings)];

  return g_strconcat (closing, moments[g_rand_int_range (rand, 0, 4)],
                      strstr (closing, "recast") == NULL && g_rand_boolean (rand)
                        ? ", 'recast': 'refused'" : "", NULL);
}

#define N_PERSONS 9

static void
add_other (CharterBuild *b,
           GRand        *rand,
           const char   *at,
           guint         step,
           char          who)
{
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      charter_build_add (b, "interest-declared", at, "{'id': 'i-%u', 'person': '%c', 'party': 'acme', "
                         "'category': 'financial', 'since': '2026-01-%02d', 'until': '2026-01-%02d'}",
                         step, who, g_rand_int_range (rand, 1, 9), g_rand_int_range (rand, 9, 14));
      break;
    case 1:
      charter_build_add (b, "person-left", at, "{'person': '%c'}", who);
      break;
    case 2:
      charter_build_add (b, "person-joined", at, "{'id': 'new-%u'}", step);
      break;
    case 3:
      charter_build_add (b, "stepped-out", at, "{'decision': 'item', 'person': '%c'}", who);
      break;
    default:
      charter_build_add (b, "ballot-withdrawn", at, "{'decision': 'item', 'voter': '%c'}", who);
      break;
    }
}

static void
add_one (CharterBuild *b,
         GRand        *rand,
         gint64        instant,
         guint         step)
{
  static const char *const choices[] = { "for", "for", "for", "against", "abstain" };
  char at[CHARTER_INSTANT_TEXT_SIZE], who = (char) ('a' + g_rand_int_range (rand, 0, N_PERSONS));

  charter_instant_format (instant, at);
  if (g_rand_int_range (rand, 0, 8) == 0)
    add_other (b, rand, at, step, who);
  else
    charter_build_add (b, "ballot-cast", at, "{'decision': '%s', 'voter': '%c', 'choice': '%s'}",
                       g_rand_int_range (rand, 0, 6) == 0 ? "other" : "item", who,
                       choices[g_rand_int_range (rand, 0, 5)]);
}

/* Ballots come in order of time or late, on several days; what is known is asked at each step, and
 * what was known before now and then. */
CHARTER_TEST (early, is_that_of_a_count_at_every_ballot)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261101);
  const gint64 opens = charter_build_instant (WORLD_OPENS);
  guint over = 0;

  for (guint round = 0; round < 360; round++)
    {
      g_autofree char *rule = rule_of (rand, round);
      g_autoptr(CharterBuild) b = world_of_persons (N_PERSONS, rule, NULL);
      gint64 now = opens;

      charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                         "{'id': 'other', 'title': 'O', 'rule': 'r'}");
      charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'other'}");
      for (guint step = 0; step < 30; step++)
        {
          CharterScene scene = charter_build_scene (b);
          CharterTimeline timeline;

          now += g_rand_int_range (rand, 0, 4) * 3600 * g_rand_int_range (rand, 0, 4);
          add_one (b, rand, g_rand_int_range (rand, 0, 7) == 0 ? MAX (opens, now - 36000) : now, step);
          scene = charter_build_scene (b);
          compare (&scene, g_rand_int_range (rand, 0, 5) == 0 ? now - 20000 : now, round, rule);
          compare (&scene, now + 86400 * 9, round, rule);
          scene.known -= (guint) g_rand_int_range (rand, 0, 4);
          compare (&scene, now, round, rule);
          scene = charter_build_scene (b);
          charter_timeline_init (&timeline, &scene, charter_build_ref (b, "item"), now);
          over += timeline.early;
        }
    }
  cr_assert (over > 1000, "%u", over);
}

/* The first ballot of many */

static CharterBuild *
many_persons (guint       n,
              const char *rule)
{
  CharterBuild *b = world_of_persons (0, rule, NULL);

  for (guint i = 0; i < n; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p-%u'}", i);

  return b;
}

static void
cast_at (CharterBuild *b,
         guint         i,
         const char   *choice)
{
  char at[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (charter_build_instant (WORLD_VOTES) + i, at);
  charter_build_add (b, "ballot-cast", at, "{'decision': 'item', 'voter': 'p-%u', 'choice': '%s'}",
                     i, choice);
}

/* It holds with one ballot, ceases with the next, and holds again. */
CHARTER_TEST (early, holds_ceases_and_holds_again)
{
  for (guint first = 41; first < 600; first += 94)
    {
      g_autoptr(CharterBuild) b = many_persons (
        600, "'early': {'on': 'tests', 'tests': []}, 'quorum': {'at-least': 40}");
      CharterTimeline timeline;
      CharterScene scene;

      /* behind and level in turn; then ahead and level in turn */
      for (guint i = 0; i < 600; i++)
        cast_at (b, i, (i < first ? i % 2 != 0 || i == first - 1 : i % 2 == 0) ? "for" : "against");
      scene = charter_build_scene (b);
      charter_timeline_init (&timeline, &scene, charter_build_ref (b, "item"),
                             charter_build_instant (WORLD_AFTER));
      cr_assert (timeline.early
                 && timeline.closes == charter_build_instant (WORLD_VOTES) + (gint64) first - 1,
                 "%u: %d", first, (int) (timeline.closes - charter_build_instant (WORLD_VOTES)));
      compare (&scene, charter_build_instant (WORLD_AFTER), first, "again");
    }
}

/* Entering ballots */

static void
enter (CharterPartnership *partnership,
       const char         *kind,
       gint64              at,
       const char         *data)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) entry = NULL;

  charter_instant_format (at, text);
  charter_partnership_set_clock (partnership, text, NULL);
  entry = charter_partnership_record (partnership, kind, text, NULL, data, &error);
  charter_assert_no_error (error);
}

static CharterPartnership *
open_vote (const char *rule,
           guint       n,
           gint64      start)
{
  CharterPartnership *partnership = charter_partnership_new ();
  g_autofree char *charter = g_strdup_printf (
    "{\"charter\":{\"charter\":\"1\",\"id\":\"c\",\"title\":\"C\",\"sections\":[],\"rules\":[{\"id\":\"r\","
    "\"method\":\"majority\",\"unit\":\"person\",\"time\":{\"open\":\"P7D\"}%s}]}}", rule);

  enter (partnership, "partnership-founded", start,
         "{\"id\":\"us\",\"title\":\"Us\",\"zone\":\"UTC\",\"origin\":\"us\",\"format\":\"1\"}");
  enter (partnership, "charter-adopted", start, charter);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *person = g_strdup_printf ("{\"id\":\"p-%u\"}", i);

      enter (partnership, "person-joined", start, person);
    }
  enter (partnership, "decision-proposed", start, "{\"id\":\"item\",\"title\":\"T\",\"rule\":\"r\"}");
  enter (partnership, "decision-opened", start, "{\"decision\":\"item\"}");

  return partnership;
}

/* Microseconds a ballot; all but the last of as many as have a vote, the first of each so many in
 * favour. */
static double
time_ballots (const char *rule,
              guint       for_each,
              guint       n)
{
  const gint64 start = 1767258000;   /* 1 January 2026, 09:00 */
  g_autoptr(CharterPartnership) partnership = open_vote (rule, n, start);
  gint64 from = g_get_monotonic_time ();

  for (guint i = 0; i + 1 < n; i++)
    {
      g_autofree char *ballot = g_strdup_printf (
        "{\"decision\":\"item\",\"voter\":\"p-%u\",\"choice\":\"%s\"}", i,
        i % for_each == 0 ? "for" : "against");

      enter (partnership, "ballot-cast", start + 60 * (gint64) (i / 4), ballot);
    }

  return (double) (g_get_monotonic_time () - from) / n;
}

/* Where each ballot took a count of all, it would take four times as long with four times as many.
 * (Where tests hang on the next ballot it does: what is measured are votes that are not as close.) */
CHARTER_TEST (early, entering_ballots_takes_as_long_as_there_are_ballots)
{
  static const struct { const char *rule; guint for_each; } rows[] = {
    { "", 2 },
    { ",\"early\":{\"on\":\"all-voted\"}", 2 },
    { ",\"early\":{\"on\":\"safe\",\"cast-stands\":true}", 2 },
    { ",\"early\":{\"on\":\"tests\",\"tests\":[{\"id\":\"t\",\"share\":\"1/2\",\"base\":\"members\"}]}", 3 },
    { ",\"early\":{\"on\":\"tests\",\"tests\":[]},\"quorum\":{\"share\":\"2/3\"}", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double few = 1e9, many = 1e9;

      for (guint pass = 0; pass < 3; pass++)
        {
          few = MIN (few, time_ballots (rows[i].rule, rows[i].for_each, 500));
          many = MIN (many, time_ballots (rows[i].rule, rows[i].for_each, 2000));
        }
      g_printerr ("# %s: %.1f µs a ballot of 500, %.1f of 2000\n", rows[i].rule, few, many);
      cr_assert (many < 2 * few, "%s: %.1f, then %.1f", rows[i].rule, few, many);
    }
}
