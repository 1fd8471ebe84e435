/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include <charter/charter.h>

#include "decide/charter-tally-private.h"

/* Times: what closes voting early is right, whatever is cast afterwards; a state never goes back
 * without an entry that takes the matter up again; and the live state is that of a replay. */

/* What is settled stays, whatever is cast */

static const struct { const char *rule; gboolean exact; } settling[] = {
  { "'recast': 'refused'", TRUE },
  { "'recast': 'refused', 'quorum': {'share': '1/2', 'compare': '>'}", FALSE },
  { "'recast': 'refused', 'tests': [{'id': 't', 'share': '2/3', 'base': 'members'}]", TRUE },
  { "'recast': 'refused', 'tests': [{'id': 't', 'share': '1/2', 'base': 'members', 'round': 'up'}]",
    TRUE },
  { "'recast': 'refused', 'tests': [{'id': 't', 'at-least': 3}]", TRUE },
  { "'recast': 'refused', 'tests': [{'id': 't', 'of': 'against', 'at-most': 1}]", FALSE },
  { "'recast': 'refused', 'tests': [{'id': 't', 'share': '3/5', 'base': 'cast', 'round': 'nearest'}]",
    FALSE },
  { "'recast': 'refused', 'tests': [{'id': 'a', 'share': '1/2'}, {'id': 'b', 'at-least': 2}], "
    "'quorum': {'at-least': 3, 'counts': ['for', 'against']}", FALSE },
  { "'recast': 'refused', 'tie': ['casting-vote']", FALSE },
  { "'recast': 'replaces'", FALSE },
  { "'recast': 'invalid'", FALSE },
  { "'early': {'on': 'safe', 'cast-stands': true}", TRUE },
};

static gboolean
may_be_cast (const CharterRuleData *rule,
             const CharterUnitVote *row,
             CharterVote            vote)
{
  if (vote == row->own)
    return TRUE;
  if (row->own == CHARTER_VOTE_SILENT)
    return row->votes;

  return row->votes && !rule->early.cast_stands && vote != CHARTER_VOTE_SILENT
         && (rule->recast == CHARTER_RECAST_REPLACES
             || (rule->recast == CHARTER_RECAST_INVALID && vote == CHARTER_VOTE_INVALID));
}

/* What it would come to: no quorum, carried, tied, not carried. */
static int
outcome_of (CharterTally          *tally,
            const CharterRuleData *rule)
{
  CharterQuorumResult quorum;
  gboolean holds;

  charter_tally_settle (tally);
  charter_tally_quorum (tally, &quorum);
  holds = quorum.holds;
  charter_quorum_result_clear (&quorum);
  if (!holds)
    return 0;
  if (charter_tally_passes (tally))
    return 1;
  if (rule->ties != NULL && charter_node_has_string (rule->ties, "casting-vote")
      && charter_tally_sum (tally, CHARTER_SUM_FOR, -1, FALSE)
         == charter_tally_sum (tally, CHARTER_SUM_AGAINST, -1, FALSE))
    return 2;

  return 3;
}

/* Tries every way in which the rest may vote: is there another outcome? */
static gboolean
can_differ (CharterTally          *tally,
            const CharterRuleData *rule,
            guint                  from,
            int                    now)
{
  static const CharterVote votes[] = { CHARTER_VOTE_SILENT, CHARTER_VOTE_FOR, CHARTER_VOTE_AGAINST,
                                       CHARTER_VOTE_ABSTAIN, CHARTER_VOTE_INVALID };
  gboolean found = FALSE;
  CharterUnitVote *row;
  CharterUnitVote before;

  if (from == tally->rows->len)
    return outcome_of (tally, rule) != now;
  row = &g_array_index (tally->rows, CharterUnitVote, from);
  before = *row;
  for (guint i = 0; i < G_N_ELEMENTS (votes) && !found; i++)
    {
      if (!may_be_cast (rule, &before, votes[i]))
        continue;
      row = &g_array_index (tally->rows, CharterUnitVote, from);
      row->own = votes[i];
      found = can_differ (tally, rule, from + 1, now);
    }
  g_array_index (tally->rows, CharterUnitVote, from).own = before.own;

  return found;
}

static void
vote_at_random (CharterBuild *b,
                GRand        *rand,
                guint         n)
{
  static const char *const choices[] = { "for", "against", "abstain" };

  for (guint i = 0; i < n; i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      world_vote (b, (char[]) { (char) ('a' + i), '\0' }, choices[g_rand_int_range (rand, 0, 3)]);
}

CHARTER_TEST (time, what_is_settled_nobody_can_change)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260501);
  guint settled = 0;

  for (guint round = 0; round < 600; round++)
    {
      guint k = round % G_N_ELEMENTS (settling), n = 2 + (guint) g_rand_int_range (rand, 0, 4);
      g_autoptr(CharterBuild) b = world_of_persons (n, settling[k].rule, NULL);
      g_autoptr(CharterDecided) d = NULL;
      CharterScene scene;
      CharterTally tally;
      gboolean sure, differs;

      vote_at_random (b, rand, n);
      scene = charter_build_scene (b);
      d = world_decide (b, WORLD_AFTER);
      charter_tally_init (&tally, &scene, d->decision, d->charter, d->rule, &d->electorate,
                          d->closes, d->opens, d->closes, d->at, 0, FALSE);
      sure = charter_tally_is_settled (&tally, d->rule);
      differs = can_differ (&tally, d->rule, 0, outcome_of (&tally, d->rule));
      charter_tally_clear (&tally);
      settled += sure;
      cr_assert (!sure || !differs, "round %u: %s is not settled", round, settling[k].rule);
      cr_assert (!settling[k].exact || sure == !differs, "round %u: %s is settled", round,
                 settling[k].rule);
    }
  cr_assert (settled > 100 && settled < 500, "%u of 600 are settled", settled);
}

/* The first instant */

typedef struct { guint64 holds; guint asked; } Pattern;

static gboolean
pattern_holds (gpointer data,
               gint64   at)
{
  Pattern *pattern = data;

  pattern->asked++;

  return at >= 64 || (pattern->holds >> at & 1) != 0;
}

CHARTER_TEST (time, the_first_instant)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260502);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
      Pattern pattern = { ((guint64) g_rand_int (rand) << 32) & ~(g_rand_int (rand) & 0xffffull), 0 };
      guint n = (guint) g_rand_int_range (rand, 0, 40);
      gint64 first = CHARTER_INSTANT_NONE;

      for (guint i = 0; i < n; i++)
        {
          gint64 at = g_rand_int_range (rand, 0, 64);

          g_array_append_val (instants, at);
        }
      charter_instants_sort (instants);
      for (guint i = instants->len; i-- > 0;)
        if (pattern.holds >> g_array_index (instants, gint64, i) & 1)
          first = g_array_index (instants, gint64, i);
      cr_assert (charter_first_instant (instants, pattern_holds, &pattern) == first);
    }
}

typedef struct { gint64 from; guint asked; } Since;

static gboolean
is_since (gpointer data,
          gint64   at)
{
  Since *since = data;

  since->asked++;

  return at >= since->from;
}

/* Of many, only as many are asked about as there are halves. */
CHARTER_TEST (time, the_first_of_many_instants)
{
  g_autoptr(GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 at = 0; at < 100000; at++)
    g_array_append_val (instants, at);
  for (gint64 from = 0; from <= 100000; from += 2500)
    {
      Since any = { from, 0 };
      gint64 first = from < 100000 ? from : CHARTER_INSTANT_NONE;

      cr_assert (charter_first_instant (instants, is_since, &any) == first);
      cr_assert (any.asked <= 9 + CHARTER_INSTANTS_MAX, "%u", any.asked);
    }
}

/* Histories */

#define STEPS 44

static const char *const early[] = {
  "", "", "\"early\":{\"on\":\"all-voted\"},", "\"early\":{\"on\":\"safe\",\"cast-stands\":true},",
  "\"early\":{\"on\":\"tests\",\"tests\":[{\"id\":\"two\",\"at-least\":2}]},",
};
static const char *const admissions[] = {
  "", "", "\"admission\":{\"of\":\"seconded\",\"at-least\":1,\"within\":\"PT12H\"},",
  "\"admission\":{\"of\":\"seconded\",\"share\":\"1/2\"},",
};
static const char *const others[] = {
  "", "\"recast\":\"refused\",", "\"closes-inclusive\":true,", "\"electorate-as-at\":\"opening\",",
  "\"secret\":true,",
};

static char *
random_charter (GRand *rand,
                guint  version)
{
  const char *other = others[g_rand_int_range (rand, 0, G_N_ELEMENTS (others))];
  const char *on = strstr (other, "secret") != NULL ? early[g_rand_int_range (rand, 0, 3)]
                                                     : early[g_rand_int_range (rand, 0, 5)];

  return g_strdup_printf (
    "{\"charter\":\"1\",\"id\":\"c\",\"title\":\"C\",\"version\":\"%u\",\"sections\":[],\"rules\":[{\"id\":\"r\","
    "\"method\":\"majority\",\"unit\":\"person\",%s%s%s\"quorum\":{\"at-least\":%d},\"time\":{"
    "\"discussion\":\"PT%dH\",\"reflection\":\"PT%dH\",\"open\":\"PT%dH\",\"late-quorum\":\"PT%dH\","
    "\"standstill\":\"PT%dH\",\"review\":\"P1M\"}},{\"id\":\"s\",\"method\":\"majority\",\"unit\":\"person\","
    "\"time\":{\"open\":\"PT9H\"}}]}",
    version, admissions[g_rand_int_range (rand, 0, G_N_ELEMENTS (admissions))], on, other,
    g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 0, 6), g_rand_int_range (rand, 0, 4),
    g_rand_int_range (rand, 6, 30), g_rand_int_range (rand, 0, 6), g_rand_int_range (rand, 0, 12));
}

static char *
random_data (GRand      *rand,
             const char *kind,
             guint       step)
{
  static const char *const choices[] = { "for", "against", "abstain" };
  char who = (char) ('a' + g_rand_int_range (rand, 0, 4));
  const char *decision = g_rand_int_range (rand, 0, 4) == 0 ? "two" : "one";

  if (strcmp (kind, "ballot-cast") == 0)
    return g_strdup_printf ("{\"decision\":\"%s\",\"voter\":\"%c\",\"choice\":\"%s\"}", decision, who,
                            choices[g_rand_int_range (rand, 0, 3)]);
  if (strcmp (kind, "ballot-withdrawn") == 0)
    return g_strdup_printf ("{\"decision\":\"%s\",\"voter\":\"%c\"}", decision, who);
  if (strcmp (kind, "decision-seconded") == 0 || strcmp (kind, "stepped-out") == 0)
    return g_strdup_printf ("{\"decision\":\"%s\",\"person\":\"%c\"}", decision, who);
  if (strcmp (kind, "decision-amended") == 0)
    return g_strdup_printf ("{\"decision\":\"%s\",%s}", decision,
                            g_rand_boolean (rand) ? "\"text\":\"Other.\"" : "\"rule\":\"s\"");
  if (strcmp (kind, "charter-adopted") == 0)
    {
      g_autofree char *charter = random_charter (rand, step);

      return g_strdup_printf ("{\"charter\":%s}", charter);
    }
  if (strcmp (kind, "interest-declared") == 0)
    return g_strdup_printf ("{\"id\":\"i-%u\",\"person\":\"%c\",\"party\":\"acme\",\"category\":\"financial\"}",
                            step, who);
  if (strcmp (kind, "person-left") == 0)
    return g_strdup_printf ("{\"person\":\"%c\"}", who);
  if (strcmp (kind, "person-joined") == 0)
    return g_strdup_printf ("{\"id\":\"p-%u\"}", step);

  return g_strdup_printf ("{\"decision\":\"%s\"}", decision);
}

static const char *const kinds[] = {
  "ballot-cast", "ballot-cast", "ballot-cast", "ballot-cast", "ballot-cast", "ballot-cast",
  "ballot-withdrawn", "decision-seconded", "decision-seconded", "decision-seconded",
  "decision-amended", "decision-opened", "decision-opened", "decision-opened", "decision-closed",
  "decision-closed", "decision-published", "decision-enacted", "decision-reopened",
  "decision-withdrawn", "charter-adopted", "interest-declared", "stepped-out", "person-left",
  "person-joined",
};

static char *
text_of (gint64 at)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (at, text);

  return g_strdup (text);
}

/* What is refused is refused; @late: it may be entered with an earlier instant. */
static gboolean
enter (CharterPartnership *partnership,
       const char         *kind,
       gint64              clock,
       gint64              at,
       const char         *data)
{
  g_autofree char *now = text_of (clock), *then = text_of (at);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) entry = NULL;

  charter_partnership_set_clock (partnership, now, NULL);
  entry = charter_partnership_record (partnership, kind, then, NULL, data, &error);

  return entry != NULL;
}

static void
found (CharterPartnership *partnership,
       GRand              *rand,
       gint64              at)
{
  g_autofree char *charter = random_charter (rand, 0);
  g_autofree char *adopted = g_strdup_printf ("{\"charter\":%s}", charter);

  cr_assert (enter (partnership, "partnership-founded", at, at,
                    "{\"id\":\"us\",\"title\":\"Us\",\"zone\":\"UTC\",\"origin\":\"us\",\"format\":\"1\"}"));
  cr_assert (enter (partnership, "charter-adopted", at, at, adopted), "%s", charter);
  for (char who = 'a'; who < 'e'; who++)
    {
      g_autofree char *person = g_strdup_printf ("{\"id\":\"%c\"}", who);

      cr_assert (enter (partnership, "person-joined", at, at, person));
    }
  cr_assert (enter (partnership, "decision-proposed", at, at,
                    "{\"id\":\"one\",\"title\":\"T\",\"rule\":\"r\",\"about\":[\"acme\"]}"));
  cr_assert (enter (partnership, "decision-proposed", at, at,
                    "{\"id\":\"two\",\"title\":\"T\",\"rule\":\"r\",\"replaces\":\"one\"}"));
}

static char *
answer (CharterView *view,
        const char  *decision,
        gint64       at)
{
  g_autofree char *text = text_of (at);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterOutcome) outcome = charter_view_decide (view, decision, text, &error);

  charter_assert_no_error (error);

  return charter_outcome_to_json (outcome);
}

static void
assert_replayed (CharterPartnership *partnership,
                 gint64              at,
                 guint               round)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterPartnership) again
    = charter_partnership_new_for_store (charter_partnership_get_store (partnership), &error);
  g_autoptr(CharterView) live = charter_partnership_get_view (partnership),
                         replay = charter_partnership_get_view (again);
  g_autofree char *x = charter_view_dump (live), *y = charter_view_dump (replay);

  charter_assert_no_error (error);
  charter_assert_str (x, y);
  for (guint i = 0; i < 2; i++)
    for (gint64 then = at - 30 * 3600; then <= at; then += 6 * 3600)
      {
        const char *decision = i == 0 ? "one" : "two";
        g_autofree char *a = then >= 1767258000 ? answer (live, decision, then) : NULL;
        g_autofree char *b = then >= 1767258000 ? answer (replay, decision, then) : NULL;

        cr_assert (g_strcmp0 (a, b) == 0, "round %u: %s\nand\n%s", round, a, b);
      }
}

/* How far a decision has come. */
static int
stage_of (CharterDecisionState state)
{
  switch (state)
    {
    case CHARTER_DECISION_STATE_PROPOSED:
      return 0;
    case CHARTER_DECISION_STATE_DISCUSSION:
      return 1;
    case CHARTER_DECISION_STATE_REFLECTION:
      return 2;
    case CHARTER_DECISION_STATE_OPEN:
      return 3;
    default:
      return 4;
    }
}

/* Does something between the two instants send a decision back? */
static gboolean
goes_back (CharterView *view,
           gint64       after,
           gint64       until)
{
  static const char *const back[] = { "decision-reopened", "decision-amended", "charter-adopted" };
  const CharterScene *scene = charter_view_get_scene (view);

  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    {
      CharterCursor cursor;

      for (const CharterFact *fact = charter_cursor_last (&cursor, scene, 0,
                                                          charter_kind_lookup (back[i]));
           fact != NULL; fact = charter_cursor_previous (&cursor))
        if (fact->at > after && fact->at <= until)
          return TRUE;
    }

  return FALSE;
}

static void
assert_forward (CharterPartnership *partnership,
                const char         *decision,
                gint64              from,
                gint64              to,
                guint               round)
{
  g_autoptr(CharterView) view = charter_partnership_get_view (partnership);
  const CharterScene *scene = charter_view_get_scene (view);
  CharterRef ref = charter_scene_find (scene, decision);
  int before = 0;

  for (gint64 at = from; at <= to; at += 1800)
    {
      int stage = stage_of (charter_decide_state (scene, ref, at, NULL, NULL));

      cr_assert (stage >= before || goes_back (view, at - 1800, at),
                 "round %u: %s went back from %d to %d at %d", round, decision, before, stage,
                 (int) at);
      before = stage;
    }
}

CHARTER_TEST (time, states_go_forward_and_are_those_of_a_replay)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260503);
  const gint64 start = 1767258000;   /* 1 January 2026, 09:00 */
  guint entered = 0;

  for (guint round = 0; round < 120; round++)
    {
      g_autoptr(CharterPartnership) partnership = charter_partnership_new ();
      gint64 now = start;

      found (partnership, rand, start);
      for (guint step = 1; step <= STEPS; step++)
        {
          const char *kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
          g_autofree char *data = random_data (rand, kind, step);

          now += g_rand_int_range (rand, 0, 7) * 1800;
          entered += enter (partnership, kind, now,
                            g_rand_int_range (rand, 0, 6) == 0 ? MAX (start, now - 7200) : now, data);
        }
      assert_replayed (partnership, now, round);
      assert_forward (partnership, "one", start, now + 48 * 3600, round);
      assert_forward (partnership, "two", start, now + 48 * 3600, round);
    }
  cr_assert (entered > 120 * STEPS / 4, "%u entries were taken", entered);
}

/* What a secretary is told */

CHARTER_TEST (time, an_outcome_has_its_times)
{
  g_autofree char *charter
    = world_charter ("'unit': 'person', 'admission': {'of': 'seconded', 'at-least': 1, 'within': "
                     "'P1D'}, 'time': {'discussion': 'P1D', 'reflection': 'P2D', 'open': 'P7D', "
                     "'standstill': 'P1D', 'review': 'P1M'}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterView) view = NULL;
  g_autoptr(CharterOutcome) before = NULL, after = NULL;
  CharterScene scene;

  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'a'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'b'}");
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'review-by': '2026-02-01'}");
  charter_build_add (b, "decision-seconded", WORLD_PROPOSED, "{'decision': 'item', 'person': 'b'}");
  charter_build_add (b, "decision-opened", "2026-01-09T09:00:00Z", "{'decision': 'item'}");
  world_vote_at (b, "2026-01-09T09:00:00Z", "a", "for");
  charter_build_add (b, "decision-closed", "2026-01-16T09:00:00Z", "{'decision': 'item'}");
  scene = charter_build_scene (b);
  view = charter_view_new (scene.state, scene.known);
  before = charter_view_decide (view, "item", WORLD_PROPOSED, NULL);
  after = charter_view_decide (view, "item", "2026-01-16T09:00:00Z", NULL);
  charter_assert_str (charter_outcome_get_discussion_until (before), "2026-01-07T09:00:00Z");
  charter_assert_str (charter_outcome_get_reflection_until (before), "2026-01-09T09:00:00Z");
  charter_assert_str (charter_outcome_get_admission_until (before), "2026-01-07T09:00:00Z");
  cr_assert (charter_outcome_get_admission_needed (before) == 1);
  cr_assert (charter_outcome_get_admission_counted (before) == 1);
  cr_assert (charter_outcome_get_admission_holds (before));
  charter_assert_str (charter_outcome_get_standstill_until (before), NULL);
  charter_assert_str (charter_outcome_get_review_on (before), NULL);
  charter_assert_str (charter_outcome_get_standstill_until (after), "2026-01-17T09:00:00Z");
  charter_assert_str (charter_outcome_get_review_on (after), "2026-02-01");
}

/* What is erased was counted */

static char *
cast (CharterPartnership *partnership,
      gint64              at)
{
  g_autofree char *text = text_of (at);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) entry = NULL;

  charter_partnership_set_clock (partnership, text, NULL);
  entry = charter_partnership_record (partnership, "ballot-cast", text, NULL,
                                      "{\"decision\":\"one\",\"voter\":\"a\",\"choice\":\"for\"}",
                                      &error);
  charter_assert_no_error (error);

  return g_strdup (charter_entry_get_id (entry));
}

static gboolean
erase (CharterPartnership *partnership,
       gint64              at,
       const char         *entry)
{
  g_autofree char *data = g_strdup_printf ("{\"entry\":\"%s\",\"members\":[\"choice\"],\"rule\":\"r\"}",
                                           entry);

  return enter (partnership, "entry-redacted", at, at, data);
}

CHARTER_TEST (time, a_ballot_of_a_new_vote_is_not_erased_before_it_is_counted)
{
  g_autoptr(CharterPartnership) partnership = charter_partnership_new ();
  const gint64 start = 1767258000, hour = 3600;
  g_autofree char *first = NULL, *second = NULL;

  cr_assert (enter (partnership, "partnership-founded", start, start,
                    "{\"id\":\"us\",\"title\":\"Us\",\"zone\":\"UTC\",\"origin\":\"us\",\"format\":\"1\"}"));
  cr_assert (enter (partnership, "charter-adopted", start, start,
                    "{\"charter\":{\"charter\":\"1\",\"id\":\"c\",\"title\":\"C\",\"sections\":[],\"rules\":["
                    "{\"id\":\"r\",\"method\":\"majority\",\"unit\":\"person\",\"secret\":true,\"time\":{"
                    "\"open\":\"PT2H\"}}]}}"));
  cr_assert (enter (partnership, "person-joined", start, start, "{\"id\":\"a\"}"));
  cr_assert (enter (partnership, "decision-proposed", start, start,
                    "{\"id\":\"one\",\"title\":\"T\",\"rule\":\"r\"}"));
  cr_assert (enter (partnership, "decision-opened", start, start, "{\"decision\":\"one\"}"));
  first = cast (partnership, start + hour);
  cr_assert (!erase (partnership, start + hour, first));
  cr_assert (enter (partnership, "decision-closed", start + 2 * hour, start + 2 * hour,
                    "{\"decision\":\"one\"}"));
  cr_assert (enter (partnership, "decision-reopened", start + 3 * hour, start + 3 * hour,
                    "{\"decision\":\"one\"}"));
  cr_assert (enter (partnership, "decision-opened", start + 4 * hour, start + 4 * hour,
                    "{\"decision\":\"one\"}"));
  second = cast (partnership, start + 5 * hour);
  cr_assert (!erase (partnership, start + 5 * hour, second));
  cr_assert (erase (partnership, start + 5 * hour, first));
  cr_assert (enter (partnership, "decision-closed", start + 6 * hour, start + 6 * hour,
                    "{\"decision\":\"one\"}"));
  cr_assert (erase (partnership, start + 7 * hour, second));
}

/* Options seconded by themselves */

CHARTER_TEST (time, options_may_be_seconded_until_voting_opens)
{
  static const struct { const char *option; gint64 counted; const char *met; } rows[] = {
    { "x", 2, "2026-01-06T11:00:00Z" },
    { "y", 2, "2026-01-08T09:00:00Z" },
    { "z", 1, NULL },
    { "none", 0, NULL },
  };
  g_autofree char *charter
    = world_charter ("'unit': 'person', 'admission': {'of': 'seconded', 'at-least': 2, 'within': 'P1D', "
                     "'per': 'option'}, 'time': {'open': 'P7D'}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  CharterTimeline timeline;
  CharterScene scene;
  CharterRef item;

  for (char who = 'a'; who < 'e'; who++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", who);
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'options': [{'id': 'x'}, {'id': 'y'}, "
                     "{'id': 'z'}]}");
#define SECOND(at, who, option) \
  charter_build_add (b, "decision-seconded", at, "{'decision': 'item', 'person': '" who "', 'option': '" \
                     option "'}")
  SECOND ("2026-01-06T10:00:00Z", "a", "x");
  SECOND ("2026-01-06T10:30:00Z", "a", "y");
  SECOND ("2026-01-06T11:00:00Z", "b", "x");
  SECOND ("2026-01-08T09:00:00Z", "c", "y");
  SECOND ("2026-01-08T09:00:00Z", "a", "z");
  charter_build_add (b, "decision-opened", "2026-01-08T10:00:00Z", "{'decision': 'item'}");
  SECOND ("2026-01-08T10:00:01Z", "b", "z");
#undef SECOND
  scene = charter_build_scene (b);
  item = charter_build_ref (b, "item");
  charter_timeline_init (&timeline, &scene, item, charter_build_instant (WORLD_AFTER));
  charter_timeline_read_start (&timeline, &scene, item, charter_build_instant (WORLD_AFTER));
  cr_assert (timeline.start == charter_build_instant (rows[0].met));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CharterAdmission one;

      charter_admission_read_option (&timeline, &scene, item, rows[i].option,
                                     charter_build_instant (WORLD_AFTER), &one);
      cr_assert (one.counted == rows[i].counted, "%s: %d", rows[i].option, (int) one.counted);
      cr_assert (one.met == (rows[i].met != NULL ? charter_build_instant (rows[i].met)
                                                 : CHARTER_INSTANT_NONE), "%s", rows[i].option);
    }
}
