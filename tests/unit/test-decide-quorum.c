/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include "decide/charter-tally-private.h"

/* What a quorum may go by, and tests that go by turnout. */

/* Square roots */

CHARTER_TEST (quorum, so_many_times_the_root)
{
  static const struct
  {
    gint64 num, den, base_num, base_den;
    CharterRound round;
    CharterCompare compare;
    gint64 plus, needed;
  } rows[] = {
    /* Debian: Q is half the root of the number of developers, and 3Q are needed. */
    { 3, 2, 961, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 47 },   /* 46.5 */
    { 3, 2, 900, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 45 },
    { 3, 2, 900, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER, 0, 46 },
    { 3, 2, 901, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 46 },
    { 3, 2, 899, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 45 },
    { 1, 1, 2, 1, CHARTER_ROUND_UP, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 2 },
    { 1, 1, 2, 1, CHARTER_ROUND_DOWN, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 1 },
    { 1, 1, 2, 1, CHARTER_ROUND_NEAREST, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 1 },
    { 1, 1, 3, 1, CHARTER_ROUND_NEAREST, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 2 },
    { 1, 2, 9, 1, CHARTER_ROUND_NEAREST, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 2 },    /* 3/2 */
    { 1, 2, 25, 1, CHARTER_ROUND_NEAREST, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 3 },   /* 5/2 */
    { 1, 2, 25, 1, CHARTER_ROUND_NEAREST, CHARTER_COMPARE_GREATER, 0, 4 },
    { 1, 2, 25, 1, CHARTER_ROUND_DOWN, CHARTER_COMPARE_GREATER, 0, 3 },
    { 1, 1, 4, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 1, 3 },
    { 1, 1, 4, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, -5, 0 },
    { 1, 1, 9, 4, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 2 },      /* 3/2 */
    { 2, 1, 9, 4, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 3 },
    { 1, 1, 0, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 0 },
    { 1, 1, 0, 1, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER, 0, 1 },
    { 1, 1, 0, 1, CHARTER_ROUND_NEAREST, CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 0 },
    { 1, 1, G_GINT64_CONSTANT (9007199254740993), 1, CHARTER_ROUND_EXACT,
      CHARTER_COMPARE_GREATER_OR_EQUAL, 0, 94906266 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CharterFraction share = CHARTER_FRACTION (rows[i].num, rows[i].den);
      const CharterFraction base = CHARTER_FRACTION (rows[i].base_num, rows[i].base_den);
      gint64 needed = -1;

      cr_assert (charter_root_needed (&share, &base, rows[i].round, rows[i].compare, rows[i].plus,
                                      &needed), "row %u", i);
      cr_assert (needed == rows[i].needed, "row %u: %d", i, (int) needed);
    }
}

/* Against whole numbers: (n q)^2 compared with p^2 b. */
CHARTER_TEST (quorum, roots_are_exact)
{
  for (gint64 p = 1; p <= 7; p++)
    for (gint64 q = 1; q <= 5; q++)
      for (gint64 b = 0; b <= 60; b++)
        for (guint above = 0; above < 2; above++)
          {
            const CharterFraction share = CHARTER_FRACTION (p, q), base = CHARTER_FRACTION (b, 1);
            gint64 n = 0, needed;

            while (above ? n * n * q * q <= p * p * b : n * n * q * q < p * p * b)
              n++;
            cr_assert (charter_root_needed (&share, &base, CHARTER_ROUND_EXACT,
                                            above ? CHARTER_COMPARE_GREATER
                                                  : CHARTER_COMPARE_GREATER_OR_EQUAL,
                                            0, &needed));
            cr_assert (needed == n, "%d/%d of %d", (int) p, (int) q, (int) b);
          }
}

CHARTER_TEST (quorum, a_root_that_does_not_fit_is_said_so)
{
  const CharterFraction large = CHARTER_FRACTION (G_MAXINT64, 1);
  gint64 needed;

  cr_assert (!charter_root_needed (&large, &large, CHARTER_ROUND_EXACT, CHARTER_COMPARE_GREATER, 0,
                                   &needed));
  cr_assert (!charter_root_needed (&large, &large, CHARTER_ROUND_NEAREST, CHARTER_COMPARE_GREATER,
                                   0, &needed));
}

/* Bases and numbers */

CHARTER_TEST (quorum, numbers)
{
  static const struct { const char *quorum; guint voting; gint64 needed; const char *result;
  } rows[] = {
    { "{'sqrt-of': 'members', 'share': '3/2'}", 4, 5, "no-quorum" },      /* of 9: 4 1/2 */
    { "{'sqrt-of': 'members', 'share': '3/2'}", 5, 5, "carried" },
    { "{'base': 'members', 'sqrt-of': true, 'share': '3/2', 'round': 'down'}", 4, 4, "carried" },
    { "{'sqrt-of': 'eligible', 'share': 1, 'compare': '>'}", 3, 4, "no-quorum" },
    { "{'at-most': 4}", 4, 0, "carried" },
    { "{'at-most': 4}", 5, 0, "no-quorum" },
    { "{'at-most': '9/2'}", 4, 0, "carried" },
    { "{'at-least': 2, 'at-most': 4}", 1, 2, "no-quorum" },
    { "{'at-least': 2, 'at-most': 4}", 2, 2, "carried" },
    { "{'at-least': '5/2'}", 2, 3, "no-quorum" },
    { "{'at-least': '5/2'}", 3, 3, "carried" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'quorum': %s", rows[i].quorum);
      g_autoptr(CharterBuild) b = world_of_persons (9, rule, NULL);
      g_autoptr(CharterDecided) d = NULL;

      world_votes (b, rows[i].voting, 0, 0);
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->quorum.needed == rows[i].needed, "row %u: needed %d", i,
                 (int) d->quorum.needed);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
    }
}

/* Meetings */

/* Five partners, each with a person of its own; the decision has the meeting `m`. */
static CharterBuild *
meeting_world (const char *quorum,
               const char *meeting)
{
  g_autofree char *rule = g_strdup_printf ("'unit': 'partner', 'speaks': 'last', 'quorum': %s",
                                           quorum);
  g_autofree char *charter = world_charter (rule, "'roles': [{'id': 'chair'}]");
  CharterBuild *b = charter_build_new (charter, "2025-01-01T09:00:00Z");

  for (char c = 'a'; c <= 'e'; c++)
    {
      charter_build_add (b, "partner-joined", "2025-01-02T09:00:00Z", "{'id': '%c', 'name': 'P'}",
                         c);
      charter_build_add (b, "person-joined", "2025-01-02T09:00:00Z", "{'id': '%c1', 'for': '%c'}",
                         c, c);
      charter_build_add (b, "person-joined", "2025-01-02T09:00:00Z", "{'id': '%c2', 'for': '%c'}",
                         c, c);
    }
  charter_build_add (b, "meeting-called", "2025-12-01T09:00:00Z", "%s", meeting);

  return b;
}

static void
propose_at_meeting (CharterBuild *b)
{
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['acme'], "
                     "'meeting': 'm'}");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
}

static void
note_attendance (CharterBuild *b,
                 const char   *meeting,
                 const char   *person,
                 const char   *more)
{
  charter_build_add (b, "attendance-noted", WORLD_OPENS,
                     "{'meeting': '%s', 'person': '%s', 'present': true%s}", meeting, person, more);
}

#define MEETING "{'id': 'm', 'purpose': 'P', 'starts': '2026-01-07T08:00:00Z'"

CHARTER_TEST (quorum, those_invited)
{
  static const struct { const char *invited, *changed; gint64 base; const char *result; } rows[] = {
    { ", 'invited': ['a', 'b', 'c1']}", NULL, 3, "carried" },
    { ", 'invited': ['a', 'b', 'c', 'd', 'e']}", NULL, 5, "no-quorum" },
    { ", 'invited': 'a'}", NULL, 1, "carried" },
    { ", 'invited': ['a', 'b', 'c']}", "['a', 'b', 'c', 'd1']", 4, "carried" },
    { ", 'invited': ['a', 'a1', 'a2']}", NULL, 1, "carried" },       /* one partner */
    { "}", NULL, 0, "indeterminate" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *meeting = g_strconcat (MEETING, rows[i].invited, NULL);
      g_autoptr(CharterBuild) b = meeting_world ("{'base': 'invited', 'share': '1/2'}", meeting);
      g_autoptr(CharterDecided) d = NULL;

      if (rows[i].changed != NULL)
        charter_build_add (b, "meeting-changed", WORLD_START, "{'meeting': 'm', 'invited': %s}",
                           rows[i].changed);
      propose_at_meeting (b);
      world_vote (b, "a1", "for");
      world_vote (b, "b1", "for");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (d->quorum.base_count == rows[i].base, "row %u: %d", i, (int) d->quorum.base_count);
    }
}

/* Barred or not: `invited` includes the barred. */
CHARTER_TEST (quorum, the_barred_stay_invited)
{
  g_autoptr(CharterBuild) b = meeting_world ("{'base': 'invited', 'share': '1/2'}",
                                             MEETING ", 'invited': ['a', 'b', 'c', 'd']}");
  g_autoptr(CharterDecided) d = NULL;

  for (guint i = 1; i <= 2; i++)
    charter_build_add (b, "interest-declared", WORLD_START,
                       "{'id': 'i%u', 'person': 'd%u', 'party': 'acme', 'category': 'financial'}",
                       i, i);
  propose_at_meeting (b);
  world_vote (b, "a1", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->quorum.base_count == 4 && d->quorum.needed == 2 && d->quorum.counted == 1);
}

CHARTER_TEST (quorum, persons_are_invited_with_their_partner)
{
  g_autofree char *charter = world_charter (
    "'unit': 'person', 'quorum': {'base': 'invited', 'share': '1/2'}", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  g_autoptr(CharterDecided) d = NULL;

  charter_build_add (b, "partner-joined", WORLD_START, "{'id': 'north', 'name': 'N'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'x', 'for': 'north'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'y', 'for': 'north'}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'z'}");
  charter_build_add (b, "meeting-called", WORLD_START,
                     "{'id': 'm', 'starts': '2026-01-07T08:00:00Z', 'purpose': 'P', "
                     "'invited': 'north'}");
  propose_at_meeting (b);
  world_vote (b, "x", "for");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->quorum.base_count == 2 && d->result == CHARTER_RESULT_CARRIED);
}

/* Three meetings before: two, three and three partners came; one was cancelled, of one nobody
 * noted anything. */
static void
add_meetings (CharterBuild *b)
{
  static const struct { const char *id, *starts; const char *came[4]; } held[] = {
    { "m1", "2025-09-01T09:00:00Z", { "a1", "b1", "c1", "d1" } },
    { "m2", "2025-10-01T09:00:00Z", { "a1", "b1", "b2" } },
    { "m3", "2025-11-01T09:00:00Z", { "a1", "b1", "c1" } },
    { "m4", "2025-11-15T09:00:00Z", { NULL } },
    { "m5", "2025-12-01T09:00:00Z", { "a1", "c2", "e1" } },
    { "m6", "2025-12-20T09:00:00Z", { "a1" } },
    { "m7", "2026-03-01T09:00:00Z", { "a1" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      charter_build_add (b, "meeting-called", "2025-02-01T09:00:00Z",
                         "{'id': '%s', 'starts': '%s', 'purpose': 'P'}", held[i].id,
                         held[i].starts);
      for (guint k = 0; k < 4 && held[i].came[k] != NULL; k++)
        note_attendance (b, held[i].id, held[i].came[k], "");
    }
  charter_build_add (b, "meeting-cancelled", WORLD_START, "{'meeting': 'm6'}");
}

CHARTER_TEST (quorum, mean_attendance)
{
  static const struct { guint meetings; const char *mean; gint64 needed; } rows[] = {
    { 1, "3", 2 },             /* m5 */
    { 2, "3", 2 },             /* and m3 */
    { 3, "8/3", 2 },           /* and m2 */
    { 4, "3", 2 },             /* and m1 */
    { 9, "3", 2 },             /* there are no more */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *quorum = g_strdup_printf (
        "{'base': 'mean-attendance', 'meetings': %u, 'share': '1/2', 'compare': '>'}",
        rows[i].meetings);
      g_autoptr(CharterBuild) b = meeting_world (quorum, MEETING "}");
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *mean = NULL;

      add_meetings (b);
      charter_build_add (b, "meeting-cancelled", WORLD_START, "{'meeting': 'm'}");
      world_propose (b);
      world_vote (b, "a1", "for");
      world_vote (b, "b1", "for");
      d = world_decide (b, WORLD_AFTER);
      mean = charter_fraction_to_string (&d->quorum.base_exact);
      cr_assert (g_strcmp0 (mean, rows[i].mean) == 0, "row %u: %s", i, mean);
      cr_assert (d->quorum.needed == rows[i].needed && d->result == CHARTER_RESULT_CARRIED,
                 "row %u", i);
    }
}

CHARTER_TEST (quorum, the_mean_is_recorded_as_a_fraction)
{
  g_autoptr(CharterBuild) b = meeting_world (
    "{'base': 'mean-attendance', 'meetings': 3, 'share': '1/2', 'compare': '>'}", MEETING "}");
  g_autofree char *json = NULL;

  add_meetings (b);
  charter_build_add (b, "meeting-cancelled", WORLD_START, "{'meeting': 'm'}");
  world_propose (b);
  world_vote (b, "a1", "for");
  world_vote (b, "b1", "for");
  charter_build_add (b, "decision-closed", "2026-01-15T09:00:00Z", "{'decision': 'item'}");
  json = world_decide_json (b, WORLD_AFTER);
  world_assert_members (json,
                        "{'disputed':false,'quorum':{'base':'mean-attendance','base-count':'8/3',"
                        "'counted':2,'holds':true,'needed':2},'result':'carried'}",
                        "disputed", "quorum", "result");
}

CHARTER_TEST (quorum, no_meeting_no_mean)
{
  g_autoptr(CharterBuild) b = meeting_world (
    "{'base': 'mean-attendance', 'meetings': 3, 'share': '1/2'}", MEETING "}");

  world_propose (b);
  world_vote (b, "a1", "for");
  world_assert_result (b, WORLD_AFTER, "indeterminate");
}

/* For the meeting, those who were there when it began; for the item, those who still are. */
CHARTER_TEST (quorum, for_the_meeting_or_for_the_item)
{
  static const struct { const char *per; gint64 counted; const char *result; } rows[] = {
    { "meeting", 3, "carried" }, { "item", 2, "no-quorum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *quorum = g_strdup_printf (
        "{'share': '1/2', 'compare': '>', 'counts': ['present'], 'per': '%s'}", rows[i].per);
      g_autoptr(CharterBuild) b = meeting_world (
        quorum, MEETING ", 'items': [{'id': 'one'}, {'id': 'item'}]}");
      g_autoptr(CharterDecided) d = NULL;

      propose_at_meeting (b);
      note_attendance (b, "m", "a1", "");
      note_attendance (b, "m", "b1", "");
      note_attendance (b, "m", "c1", ", 'items': ['one']");          /* left */
      note_attendance (b, "m", "c2", ", 'items': ['one']");
      world_vote (b, "a1", "for");
      world_vote (b, "b1", "for");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->quorum.counted == rows[i].counted, "row %u: %d", i, (int) d->quorum.counted);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
    }
}

CHARTER_TEST (quorum, whoever_comes_later_did_not_make_the_meeting)
{
  g_autoptr(CharterBuild) b = meeting_world (
    "{'at-least': 3, 'per': 'meeting'}",
    MEETING ", 'items': [{'id': 'one'}, {'id': 'item'}]}");

  propose_at_meeting (b);
  note_attendance (b, "m", "a1", "");
  note_attendance (b, "m", "b1", "");
  note_attendance (b, "m", "c1", ", 'items': ['item']");
  for (char c = 'a'; c <= 'c'; c++)
    world_vote (b, (char[]) { c, '1', '\0' }, "for");
  world_assert_result (b, WORLD_AFTER, "no-quorum");
  note_attendance (b, "m", "d1", ", 'items': ['one']");
  world_assert_result (b, WORLD_AFTER, "carried");
}

CHARTER_TEST (quorum, who_must_be_at_the_meeting)
{
  g_autoptr(CharterBuild) b = meeting_world (
    "{'at-least': 2, 'per': 'meeting', 'requires': [{'role': 'chair', 'at-least': 1}]}",
    MEETING "}");

  charter_build_add (b, "role-given", WORLD_START, "{'role': 'chair', 'person': 'c1'}");
  propose_at_meeting (b);
  note_attendance (b, "m", "a1", "");
  note_attendance (b, "m", "b1", "");
  world_vote (b, "c1", "for");
  world_assert_result (b, WORLD_AFTER, "no-quorum");
  note_attendance (b, "m", "c1", "");
  world_assert_result (b, WORLD_AFTER, "carried");
}

/* A bar from one item does not undo the quorum of the meeting. */
CHARTER_TEST (quorum, a_bar_from_an_item_leaves_the_meeting)
{
  static const struct { const char *per, *result; } rows[] = {
    { "meeting", "carried" }, { "item", "no-quorum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *quorum = g_strdup_printf (
        "{'at-least': 2, 'counts': ['present'], 'per': '%s'}", rows[i].per);
      g_autoptr(CharterBuild) b = meeting_world (quorum, MEETING "}");

      charter_build_add (b, "interest-declared", WORLD_START,
                         "{'id': 'i', 'person': 'b1', 'party': 'acme', 'category': 'financial'}");
      propose_at_meeting (b);
      note_attendance (b, "m", "a1", "");
      note_attendance (b, "m", "b1", "");
      world_vote (b, "a1", "for");
      world_assert_result (b, WORLD_AFTER, rows[i].result);
    }
}

/* Bands */

/* W3C Process 2023, appeal by the Advisory Committee. */
#define APPEAL "'tests': [{'id': 'appeal', 'bands': [" \
  "{'from': '1/20', 'share': '3/4', 'compare': '>'}, " \
  "{'above': '3/20', 'share': '2/3', 'compare': '>'}, " \
  "{'from': '1/5', 'share': '1/2', 'compare': '>'}]}]"

CHARTER_TEST (quorum, bands_of_turnout)
{
  static const struct { guint n_for, n_against, n_abstain; const char *result, *right; } rows[] = {
    { 1, 0, 0, "not-carried", "1/20" },        /* 1 of 40: below 5 % */
    { 2, 0, 0, "carried", "3/2" },             /* 5 % */
    { 3, 1, 0, "not-carried", "3" },           /* 10 %: not more than three to one */
    { 4, 1, 0, "carried", "15/4" },
    { 4, 1, 1, "carried", "15/4" },            /* 15 % is still the first band */
    { 3, 1, 2, "not-carried", "3" },
    { 4, 2, 1, "not-carried", "4" },           /* above 15 %: two to one is not enough */
    { 5, 2, 0, "carried", "14/3" },
    { 4, 4, 0, "not-carried", "4" },           /* 20 %: one to one is not enough */
    { 5, 4, 0, "carried", "9/2" },
    { 1, 0, 7, "carried", "1/2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *charter = world_charter ("'unit': 'person', " APPEAL, NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *right = NULL;

      for (guint k = 0; k < 40; k++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%u'}", k);
      world_propose (b);
      for (guint k = 0; k < rows[i].n_for + rows[i].n_against + rows[i].n_abstain; k++)
        {
          g_autofree char *voter = g_strdup_printf ("p%u", k);

          world_vote (b, voter, k < rows[i].n_for ? "for"
                                : k < rows[i].n_for + rows[i].n_against ? "against" : "abstain");
        }
      d = world_decide (b, WORLD_AFTER);
      right = charter_fraction_to_string (&g_array_index (d->tests, CharterTestResult, 0).right);
      cr_assert (g_strcmp0 (world_result (d->result), rows[i].result) == 0, "row %u: %s", i,
                 world_result (d->result));
      cr_assert (g_strcmp0 (right, rows[i].right) == 0, "row %u: %s", i, right);
      cr_assert (d->has_margin && d->margin_least == d->margin_most, "row %u: %d to %d", i,
                 (int) d->margin_least, (int) d->margin_most);
    }
}

/* Margins */

static const char *const rules[] = {
  "'tests': [{'id': 't', 'bands': [{'from': '1/4', 'share': '3/4', 'compare': '>'}, "
  "{'above': '1/2', 'share': '2/3', 'compare': '>'}, {'from': '3/4', 'share': '1/2'}]}]",
  "'quorum': {'at-least': 2}, 'tests': [{'id': 't', 'bands': [{'from': '1/3', 'share': '3/4'}, "
  "{'from': '2/3', 'share': '1/2'}], 'base': 'cast'}, {'id': 'few', 'of': 'against', "
  "'at-most': 2}]",
  "'tests': [{'id': 't', 'base': 'members', 'bands': [{'from': 0, 'share': '1/2'}, {'from': '3/4', "
  "'share': '1/4'}]}, {'id': 'u', 'bands': [{'above': '1/4', 'share': '1/2'}]}]",
  "'quorum': {'sqrt-of': 'members', 'share': '3/2'}",
  "'quorum': {'at-least': 1, 'at-most': 3}",
  "'quorum': {'at-most': '5/2', 'counts': ['for']}, 'tests': [{'id': 't', 'share': '2/3'}]",
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

CHARTER_TEST (quorum, margins_are_the_smallest_change)
{
  static const char *const choices[] = { "for", "against", "abstain", NULL };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260304);

  for (guint i = 0; i < 240; i++)
    {
      guint n = 3 + (guint) g_rand_int_range (rand, 0, 5), fewest;
      const char *rule = rules[i % G_N_ELEMENTS (rules)];
      g_autoptr(CharterBuild) b = NULL;
      g_autoptr(CharterDecided) d = NULL;
      CharterScene scene;
      CharterTally tally;

      b = world_of_persons (n, rule, NULL);
      for (guint k = 0; k < n; k++)
        {
          const char *choice = choices[g_rand_int_range (rand, 0, 4)];

          if (choice != NULL)
            world_vote (b, (char[]) { (char) ('a' + k), '\0' }, choice);
        }
      scene = charter_build_scene (b);
      d = world_decide (b, WORLD_AFTER);
      charter_tally_init (&tally, &scene, d->decision, d->charter, d->rule, &d->electorate,
                          d->closes, d->opens, d->closes, d->at, 0, FALSE);
      fewest = fewest_by_trying (&tally, d->result == CHARTER_RESULT_CARRIED, 0, 0, n + 1);
      charter_tally_clear (&tally);
      cr_assert (d->has_margin == (fewest <= n), "round %u, %s", i, rule);
      if (d->has_margin)
        cr_assert (d->margin_least == fewest && d->margin_most == fewest,
                   "round %u: %u not %d to %d", i, fewest, (int) d->margin_least,
                   (int) d->margin_most);
    }
}

/* Of a larger body: where all weigh the same, only the numbers matter. */

static gboolean
appeal_passes (int n_for,
               int n_against,
               int n_abstain,
               int members)
{
  int voted = n_for + n_against + n_abstain;

  if (n_for == 0 || 20 * voted < members)
    return FALSE;
  if (20 * voted <= 3 * members)
    return n_for > 3 * n_against;

  return 5 * voted < members ? n_for > 2 * n_against : n_for > n_against;
}

static int
fewest_of_numbers (const int before[4],
                   int       members)
{
  gboolean carried = appeal_passes (before[0], before[1], before[2], members);
  int best = members + 1;

  for (int f = 0; f <= members; f++)
    for (int a = 0; f + a <= members; a++)
      for (int n = 0; f + a + n <= members; n++)
        {
          const int after[] = { f, a, n, members - f - a - n };
          int changed = 0;

          for (guint i = 0; i < 4; i++)
            changed += MAX (after[i] - before[i], 0);
          if (changed < best && appeal_passes (f, a, n, members) != carried)
            best = changed;
        }

  return best;
}

CHARTER_TEST (quorum, margins_of_a_larger_body)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260305);
  const int members = 80;

  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *charter = world_charter ("'unit': 'person', " APPEAL, NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
      g_autoptr(CharterDecided) d = NULL;
      int votes[4], fewest, k = 0;

      votes[0] = g_rand_int_range (rand, 0, 14);
      votes[1] = g_rand_int_range (rand, 0, 8);
      votes[2] = g_rand_int_range (rand, 0, 6);
      votes[3] = members - votes[0] - votes[1] - votes[2];
      for (int i = 0; i < members; i++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': 'p%d'}", i);
      world_propose (b);
      for (int i = 0; i < 3; i++)
        for (int v = 0; v < votes[i]; v++, k++)
          {
            g_autofree char *voter = g_strdup_printf ("p%d", k);

            world_vote (b, voter, i == 0 ? "for" : i == 1 ? "against" : "abstain");
          }
      d = world_decide (b, WORLD_AFTER);
      fewest = fewest_of_numbers (votes, members);
      cr_assert ((d->result == CHARTER_RESULT_CARRIED)
                 == appeal_passes (votes[0], votes[1], votes[2], members));
      cr_assert (d->has_margin && d->margin_least == fewest && d->margin_most == fewest,
                 "%d for, %d against, %d abstaining: %d not %d to %d", votes[0], votes[1], votes[2],
                 fewest, (int) d->margin_least, (int) d->margin_most);
    }
}
