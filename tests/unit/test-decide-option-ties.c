/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-option-test.h"

/* Ties among options: every step of the chain, and what it says of itself. */

#define ROLES "'roles': [{'id': 'chair', 'acts': ['chair']}]"

static CharterBuild *
build (const char *rule,
       const char *options,
       guint       n)
{
  g_autofree char *with_unit = g_strconcat ("'unit': 'person', ", rule, NULL);
  g_autofree char *charter = choice_charter (with_unit, ROLES);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < n; i++)
    charter_build_add (b, "person-joined", i == 0 ? WORLD_PROPOSED : WORLD_START, "{'id': '%c'}",
                       'a' + (char) i);
  charter_build_add (b, "role-given", WORLD_PROPOSED, "{'role': 'chair', 'person': 'd'}");
  choice_propose (b, options);

  return b;
}

static void
assert_steps (CharterBuild *b,
              const char   *expected)
{
  g_autofree char *json = world_decide_json (b, WORLD_AFTER);

  world_assert_members (json, expected, "ties");
}

/* x and y level with two approvals each, z with one. */
static CharterBuild *
build_level (const char *chain)
{
  g_autofree char *rule = g_strdup_printf ("'method': 'approval', 'tie': [%s]", chain);
  CharterBuild *b = build (rule, "{'id': 'x', 'person': 'a'}, {'id': 'y', 'person': 'b'}, "
                                 "{'id': 'z'}", 4);

  choice_cast (b, "a", "'approves': ['x', 'z']");
  choice_cast (b, "b", "'approves': ['y']");
  choice_cast (b, "c", "'approves': ['x', 'y']");

  return b;
}

CHARTER_TEST (decide_option_ties, each_step_alone)
{
  static const struct { const char *chain, *result, *winners, *ties; } rows[] = {
    { "'status-quo'", "not-carried", "",
      "{'ties':[{'left':[],'step':'status-quo','tied':['x','y']}]}" },
    { "'first-ranks', 'status-quo'", "carried", "y",
      "{'ties':[{'left':['y'],'step':'first-ranks','tied':['x','y']}]}" },
    { "'seniority'", "carried", "y",
      "{'ties':[{'left':['y'],'step':'seniority','tied':['x','y']}]}" },
    { "'casting-vote'", "tied", "", "{}" },
    { "'role-ranking', 'status-quo'", "not-carried", "",
      "{'ties':[{'left':['x','y'],'step':'role-ranking','tied':['x','y']},"
      "{'left':[],'step':'status-quo','tied':['x','y']}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterBuild) b = build_level (rows[i].chain);

      choice_assert (b, rows[i].result, rows[i].winners);
      assert_steps (b, rows[i].ties);
    }
}

CHARTER_TEST (decide_option_ties, without_a_chain_things_stay)
{
  g_autoptr(CharterBuild) b = choice_of_persons (2, "'method': 'schulze'", "x y");
  g_autoptr(CharterBuild) d = choice_of_persons (
    2, "'method': 'schulze', 'default-option': 'fd'", "x y");

  choice_rank_all (b, (const char *const[]) { "x>y", "y>x", NULL });
  choice_assert (b, "not-carried", "");
  choice_rank_all (d, (const char *const[]) { "x>fd", "fd>x", NULL });
  choice_assert (d, "not-carried", "fd");
}

CHARTER_TEST (decide_option_ties, the_ballot_of_whoever_chairs)
{
  g_autoptr(CharterBuild) b = build ("'method': 'schulze', 'tie': ['role-ranking', 'lot']",
                                     "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}", 4);

  choice_rank_all (b, (const char *const[]) { "x>y>z", "x>y>z", "y>x>z", "y>x>z", NULL });
  choice_assert (b, "carried", "y");
  assert_steps (b, "{'ties':[{'left':['y'],'person':'d','step':'role-ranking','tied':['x','y']}]}");
  choice_rank (b, 0, "y>x");
  choice_rank (b, 3, "x>y");
  choice_assert (b, "carried", "x");
}

CHARTER_TEST (decide_option_ties, a_casting_vote_names_an_option)
{
  g_autoptr(CharterBuild) b = build_level ("'casting-vote'");
  g_autoptr(CharterDecided) tied = world_decide (b, WORLD_AFTER);

  cr_assert (tied->result == CHARTER_RESULT_TIED && tied->choosing->tied->len == 2);
  charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                     "{'decision': 'item', 'person': 'd', 'choice': 'z'}");
  choice_assert (b, "tied", "");
  charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                     "{'decision': 'item', 'person': 'd', 'choice': 'x'}");
  choice_assert (b, "carried", "x");
  assert_steps (b, "{'ties':[{'left':['x'],'person':'d','step':'casting-vote','tied':['x','y']}]}");
}

CHARTER_TEST (decide_option_ties, a_casting_vote_for_each_seat)
{
  g_autoptr(CharterBuild) b = build ("'method': 'approval', 'seats': 2, 'tie': ['casting-vote']",
                                     "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}", 4);

  choice_cast (b, "a", "'approves': ['x', 'y', 'z']");
  choice_assert (b, "tied", "");
  charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                     "{'decision': 'item', 'person': 'd', 'choice': 'z'}");
  choice_assert (b, "tied", "z");
  charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                     "{'decision': 'item', 'person': 'd', 'choice': 'x'}");
  choice_assert (b, "carried", "z x");
}

CHARTER_TEST (decide_option_ties, seats_that_stay_vacant)
{
  g_autoptr(CharterBuild) b = build ("'method': 'approval', 'seats': 2, 'tie': ['status-quo']",
                                     "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}", 4);
  g_autoptr(CharterDecided) d = NULL;

  choice_cast (b, "a", "'approves': ['x', 'y', 'z']");
  choice_cast (b, "b", "'approves': ['x']");
  choice_assert (b, "carried", "x");
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->choosing->vacancies == 1);
}

CHARTER_TEST (decide_option_ties, a_tie_within_a_cap)
{
  g_autofree char *charter = choice_charter (
    "'unit': 'person', 'method': 'approval', 'seats': 3, 'cap': {'by': 'of', 'at-most': 1}, "
    "'tie': ['first-ranks', 'status-quo']", NULL);
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);

  for (char c = 'a'; c <= 'd'; c++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", c);
  choice_propose (b, "{'id': 'x', 'of': 'acme'}, {'id': 'y', 'of': 'acme'}, {'id': 'z'}");
  choice_cast (b, "a", "'approves': ['x', 'z']");
  choice_cast (b, "b", "'approves': ['y']");
  choice_cast (b, "c", "'approves': ['x', 'y', 'z']");
  choice_assert (b, "carried", "z y");
  assert_steps (b, "{'ties':[{'left':['y'],'step':'first-ranks','tied':['x','y']}]}");
}

/* Ties inside a count */

CHARTER_TEST (decide_option_ties, an_elimination_that_hangs_on_a_tie)
{
  /* x has 3, y and z have 2 each: whoever of them goes out, the other one wins. */
  static const char *const ballots[] = { "x", "x", "x", "y>z", "y>z", "z>y", "z>y", NULL };
  static const struct { const char *chain, *result, *winners; } rows[] = {
    { "'status-quo'", "not-carried", "" },
    { "'seniority', 'status-quo'", "carried", "y" },
    { "'first-ranks', 'status-quo'", "not-carried", "" },
    { "'role-ranking'", "carried", "y" },
    { "'casting-vote'", "tied", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': 'instant-runoff', 'tie': [%s]",
                                               rows[i].chain);
      g_autoptr(CharterBuild) b = build (rule, "{'id': 'x'}, {'id': 'y', 'person': 'b'}, "
                                               "{'id': 'z', 'person': 'a'}", 7);

      choice_rank_all (b, ballots);
      choice_assert (b, rows[i].result, rows[i].winners);
      if (!g_str_equal (rows[i].result, "tied"))
        continue;
      charter_build_add (b, "casting-vote-given", WORLD_CLOSES,
                         "{'decision': 'item', 'person': 'd', 'choice': 'z'}");
      choice_assert (b, "carried", "z");
    }
}

CHARTER_TEST (decide_option_ties, too_many_orders_cannot_be_worked_out)
{
  g_autoptr(CharterBuild) b = build (
    "'method': 'instant-runoff', 'tie': ['status-quo'], 'counting': {'orders': 3}",
    "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}, {'id': 'w'}", 8);
  g_autoptr(CharterDecided) d = NULL;

  choice_rank_all (b, (const char *const[]) { "x>y>z>w", "x>y>z>w", "y>z>w>x", "y>z>w>x", "z>w>x>y",
                                              "z>w>x>y", "w>x>y>z", "w>x>y>z", NULL });
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_INDETERMINATE, "%s", world_result (d->result));
  cr_assert (d->choosing->why != NULL && strstr (d->choosing->why, "3 orders") != NULL, "%s",
             d->choosing->why);
}

CHARTER_TEST (decide_option_ties, a_lot_settles_what_orders_leave_open)
{
  g_autoptr(CharterBuild) b = build (
    "'method': 'instant-runoff', 'tie': ['lot'], 'counting': {'orders': 3}",
    "{'id': 'x'}, {'id': 'y'}, {'id': 'z'}, {'id': 'w'}", 8);
  g_autoptr(CharterDecided) d = NULL;

  choice_rank_all (b, (const char *const[]) { "x>y>z>w", "x>y>z>w", "y>z>w>x", "y>z>w>x", "z>w>x>y",
                                              "z>w>x>y", "w>x>y>z", "w>x>y>z", NULL });
  d = world_decide (b, WORLD_AFTER);
  cr_assert (d->result == CHARTER_RESULT_CARRIED && d->choosing->winners->len == 1);
  cr_assert (d->choosing->lot != NULL && d->choosing->lot->order->len == 4);
}

/* Lots */

static char *
drawn (const CharterDecided *d)
{
  g_autofree char *winners = choice_winners (d);
  GString *out = g_string_new (winners);

  g_string_append_c (out, ':');
  for (guint i = 0; i < d->choosing->lot->order->len; i++)
    g_string_append_printf (
      out, " %s", charter_choosing_row (d->choosing,
                                        g_array_index (d->choosing->lot->order, guint, i))->id);

  return g_string_free (out, FALSE);
}

/* Ballots in clear, so that the digest of what is recorded is the same in every run. */
CHARTER_TEST (decide_option_ties, a_lot_that_anybody_can_draw_again)
{
  static const char *const orders[] = { "x y z", "z y x", "y x z" };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(CharterBuild) b = choice_of_persons (4, "'method': 'approval', 'tie': ['lot']",
                                                     orders[i]);
      g_autoptr(CharterDecided) d = NULL;
      g_autofree char *text = NULL;

      choice_cast (b, "a", "'approves': ['x', 'y', 'z']");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->result == CHARTER_RESULT_CARRIED);
      charter_assert_str (d->choosing->lot->charter, "c");
      charter_assert_str (d->choosing->lot->decision, "item");
      text = drawn (d);
      if (first == NULL)
        first = g_steal_pointer (&text);
      else
        charter_assert_str (text, first);
    }
}

CHARTER_TEST (decide_option_ties, no_order_is_likelier_than_another)
{
  const char *const ids[] = { "x", "y", "z" };
  guint counts[6] = { 0 };

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *rule = g_strdup ("'method': 'approval', 'tie': ['lot']");
      static CharterBuild *b = NULL;
      CharterDecided decided = { 0 };
      CharterDocumentData charter = { 0 };
      g_autofree char *id = g_strdup_printf ("charter-%u", i);
      CharterLot *lot;
      const guint *o;

      if (b == NULL)
        b = choice_of_persons (1, rule, "x y z");
      decided.scene = charter_build_scene (b);
      decided.decision = charter_build_ref (b, "item");
      charter.id = id;
      decided.charter = &charter;
      lot = charter_lot_draw (&decided, 0, ids, 3);
      o = (const guint *) lot->order->data;
      counts[o[0] * 2 + (o[1] > o[2])]++;
      charter_lot_free (lot);
    }
  for (guint i = 0; i < 6; i++)
    cr_assert (counts[i] > 880 && counts[i] < 1120, "%u: %u of 6000", i, counts[i]);
}

/* For and against */

CHARTER_TEST (decide_option_ties, a_tie_of_for_and_against)
{
  static const struct { const char *chain, *result, *why, *ties; } rows[] = {
    { "'status-quo'", "not-carried", "and things stay as they are.", "{}" },
    { "'casting-vote'", "tied", "a casting vote settles it.", "{}" },
    { "'first-ranks', 'casting-vote'", "tied", "a casting vote settles it.",
      "{'ties':[{'left':['for','against'],'step':'first-ranks','tied':['for','against']}]}" },
    { "'first-ranks', 'seniority'", "not-carried",
      "Not carried: 1 in favour and 1 against was a tie, and the rule's steps for ties settled it.",
      "{'ties':[{'left':['for','against'],'step':'first-ranks','tied':['for','against']},"
      "{'left':['for','against'],'step':'seniority','tied':['for','against']},"
      "{'left':['against'],'step':'status-quo','tied':['for','against']}]}" },
    { "'role-ranking'", "carried",
      "Carried: 1 in favour and 1 against was a tie, and the rule's steps for ties settled it.",
      "{'ties':[{'left':['for'],'person':'d','step':'role-ranking','tied':['for','against']}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *rule = g_strdup_printf ("'method': 'majority', 'tie': [%s]", rows[i].chain);
      g_autofree char *json = NULL;
      g_autoptr(CharterBuild) b = build (rule, "", 4);

      world_vote (b, "a", "against");
      world_vote (b, "d", "for");
      world_assert_result (b, WORLD_AFTER, rows[i].result);
      assert_steps (b, rows[i].ties);
      json = world_decide_json (b, WORLD_AFTER);
      cr_assert (strstr (json, rows[i].why) != NULL, "%s: %s", rows[i].chain, json);
      cr_assert (strstr (json, "every test holds") == NULL, "%s: %s", rows[i].chain, json);
    }
}

CHARTER_TEST (decide_option_ties, a_lot_between_for_and_against)
{
  guint n_for = 0;

  for (guint i = 0; i < 64; i++)
    {
      g_autofree char *charter = choice_charter (
        "'unit': 'person', 'method': 'majority', 'tie': ['lot']", NULL);
      g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
      g_autoptr(CharterDecided) d = NULL, closed = NULL;

      for (guint k = 0; k < 2; k++)
        charter_build_add (b, "person-joined", WORLD_START, "{'id': 'v%u-%u'}", i, k);
      world_propose (b);
      for (guint k = 0; k < 2; k++)
        charter_build_add (b, "ballot-cast", WORLD_VOTES,
                           "{'decision': 'item', 'voter': 'v%u-%u', 'choice': '%s'}", i, k,
                           k == 0 ? "for" : "against");
      d = world_decide (b, WORLD_AFTER);
      cr_assert (d->result == CHARTER_RESULT_CARRIED || d->result == CHARTER_RESULT_NOT_CARRIED);
      cr_assert (d->tie_break->lot != NULL && d->has_margin && d->margin_most == 1);
      charter_assert_str (d->margin_change, d->result == CHARTER_RESULT_CARRIED
                                              ? "1 from for to against" : "1 from against to for");
      n_for += d->result == CHARTER_RESULT_CARRIED;
      charter_build_add (b, "decision-closed", WORLD_AFTER, "{'decision': 'item'}");
      closed = world_decide (b, WORLD_AFTER);
      cr_assert (closed->result == d->result && !closed->disputed);
      charter_assert_str (closed->tie_break->lot->seed, d->tie_break->lot->seed);
    }
  cr_assert (n_for > 16 && n_for < 48, "%u of 64 go to those in favour", n_for);
}
