/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-count-test.h"

#include <string.h>
#include <time.h>

/* What each method does at its edges: nobody, one, ties, limits, and bad input with its place. */

typedef struct
{
  const char *method, *params;
  const char *options;      /* "A B C" */
  const char *ballots;      /* "3:A>B=C 2:B" */
  const char *expected;     /* canonical members that the answer must have, "winners" first */
} CountRow;

static const CountRow rows[] =
{
  /* One option, one voter, nobody. */
  { "schulze", NULL, "A", "1:A", "{\"winners\":[\"A\"],\"condorcet_winner\":\"A\",\"smith_set\":[\"A\"]}" },
  { "ranked-pairs", NULL, "A", "1:A", "{\"winners\":[\"A\"],\"unique\":true}" },
  { "irv", NULL, "A", "1:A", "{\"winners\":[\"A\"],\"elimination_tie\":false}" },
  { "stv", NULL, "A", "1:A", "{\"winners\":[\"A\"],\"quota\":1}" },
  { "minimax", "{\"strength\":\"margins\"}", "A", "1:A", "{\"winners\":[\"A\"],\"scores\":{\"A\":0}}" },
  { "schulze", NULL, "A", "", "{\"winners\":[],\"why\":\"nobody voted\",\"condorcet_winner\":null}" },
  { "schulze", NULL, "A B", "5:", "{\"winners\":[],\"why\":\"all ballots are blank\"}" },
  { "irv", NULL, "A B", "5:", "{\"winners\":[],\"why\":\"all ballots are blank\"}" },
  { "stv", NULL, "A B", "", "{\"winners\":[],\"why\":\"nobody voted\"}" },
  { "borda", NULL, "A B", "2:", "{\"winners\":[],\"why\":\"all ballots are blank\"}" },
  { "schulze", NULL, "", "", "{\"winners\":[],\"why\":\"there are no options\",\"smith_set\":[]}" },
  { "stv", NULL, "", "", "{\"winners\":[],\"why\":\"there are no options\"}" },
  /* Everybody equal is a tie, and no circle. */
  { "schulze", NULL, "A B", "1:A=B", "{\"winners\":[\"A\",\"B\"],\"ranking\":[[\"A\",\"B\"]]}" },
  { "ranked-pairs", NULL, "A B", "1:A=B", "{\"winners\":[\"A\",\"B\"],\"unique\":true}" },
  { "ranked-pairs", "{\"order\":[\"B\",\"A\"]}", "A B", "1:A=B", "{\"winners\":[\"B\"],\"ranking\":[[\"B\"],[\"A\"]]}" },
  { "copeland", NULL, "A B", "1:A=B", "{\"winners\":[\"A\",\"B\"],\"scores\":{\"A\":0,\"B\":0}}" },
  /* Circles of equal defeats: a winner in every order, the union, or too many orders. */
  { "ranked-pairs", NULL, "A B C D", "2:A>B>C>D 2:A>C>D>B 2:A>D>B>C", "{\"winners\":[\"A\"],\"unique\":false}" },
  { "ranked-pairs", "{\"orders_max\":3}", "A B C", "1:A>B>C 1:B>C>A 1:C>A>B", "{\"winners\":[\"A\",\"B\",\"C\"],\"unique\":false}" },
  { "ranked-pairs", "{\"orders_max\":2}", "A B C", "1:A>B>C 1:B>C>A 1:C>A>B", "{\"winners\":[],\"indeterminate\":true}" },
  { "ranked-pairs", "{\"order\":[\"B\",\"A\",\"C\"]}", "A B C", "1:A>B>C 1:B>C>A 1:C>A>B", "{\"winners\":[\"A\"],\"unique\":true,\"ranking\":[[\"A\"],[\"B\"],[\"C\"]]}" },
  /* Elimination ties. */
  { "irv", NULL, "A B", "1:A 1:B", "{\"winners\":[\"A\",\"B\"],\"elimination_tie\":true}" },
  { "irv", "{\"order\":[\"B\",\"A\"]}", "A B", "1:A 1:B", "{\"winners\":[\"B\"],\"elimination_tie\":true,\"eliminated\":[\"A\"]}" },
  { "irv", "{\"orders_max\":1}", "A B C", "1:A 1:B 1:C", "{\"winners\":[],\"indeterminate\":true}" },
  { "irv", NULL, "A B C D E", "3:A 2:B", "{\"winners\":[\"A\"]}" },
  { "irv", NULL, "A B C D E", "2:A 2:B 1:C>B", "{\"winners\":[\"B\"],\"elimination_tie\":true}" },
  /* Equal ranks in rounds. */
  { "irv", "{\"equal_ranks\":\"exhaust\"}", "A B C", "3:A=B>C 2:B", "{\"winners\":[\"B\"]}" },
  { "irv", "{\"equal_ranks\":\"skip\"}", "A B C", "3:A=B>C 2:B", "{\"winners\":[\"C\"]}" },
  { "irv", "{\"equal_ranks\":\"split\"}", "A B C", "3:A=B>C 2:C", "{\"winners\":[\"A\",\"B\"],\"elimination_tie\":true}" },
  { "irv", "{\"equal_ranks\":\"split\"}", "A B C", "2:A=B=C 3:A 2:B 1:C", "{\"rounds\":[{\"A\":\"11/3\",\"B\":\"8/3\",\"C\":\"5/3\"},{\"A\":4,\"B\":3}],\"winners\":[\"A\"]}" },
  { "irv", "{\"equal_ranks\":\"skip\"}", "A B", "3:A=B", "{\"winners\":[],\"why\":\"no ballot names an option alone at a rank\"}" },
  { "stv", "{\"equal_ranks\":\"split\",\"seats\":1,\"truncate_places\":null}", "A B C", "2:A=B=C 3:A 2:B 1:C", "{\"rounds\":[{\"A\":\"11/3\",\"B\":\"8/3\",\"C\":\"5/3\"},{\"A\":4,\"B\":3},{\"A\":5}],\"winners\":[\"A\"]}" },
  /* Seats: as many as options, more than options, the last one on a tie. */
  { "stv", "{\"seats\":2}", "A B", "3:A", "{\"winners\":[\"A\",\"B\"],\"unique\":true}" },
  { "stv", "{\"seats\":5}", "A B", "3:A", "{\"winners\":[\"A\",\"B\"],\"winners_in_order\":[\"A\",\"B\"]}" },
  { "stv", "{\"seats\":1}", "A B", "1:A 1:B", "{\"winners\":[\"A\",\"B\"],\"unique\":false,\"winners_in_order\":[]}" },
  { "stv", "{\"seats\":1,\"order\":[\"B\",\"A\"]}", "A B", "1:A 1:B", "{\"winners\":[\"B\"],\"unique\":true,\"elimination_tie\":true}" },
  { "stv", "{\"seats\":1,\"orders_max\":1}", "A B", "1:A 1:B", "{\"winners\":[],\"indeterminate\":true}" },
  { "stv", "{\"orders_max\":6}", "A B C", "1:A 1:B 1:C", "{\"winners\":[\"A\",\"B\",\"C\"],\"unique\":false}" },
  { "stv", "{\"orders_max\":5}", "A B C", "1:A 1:B 1:C", "{\"winners\":[],\"indeterminate\":true}" },
  { "stv", "{\"seats\":1,\"quota\":\"hagenbach-bischoff\"}", "A B", "1:A 1:B", "{\"winners\":[\"A\",\"B\"],\"quota\":1}" },
  { "stv", "{\"seats\":2,\"quota\":\"hare\"}", "A B C", "4:A 3:B 1:C>B", "{\"winners\":[\"A\",\"B\"],\"quota\":4}" },
  { "stv", "{\"seats\":2,\"quota\":\"imperiali\"}", "A B C", "4:A 3:B 2:C", "{\"quota\":\"2.25\",\"winners\":[\"A\",\"B\"]}" },
  { "stv", "{\"seats\":1,\"quota\":\"imperiali\"}", "A B C", "4:A 3:B 3:C", "{\"quota\":\"10/3\",\"winners\":[\"A\"]}" },
  /* What the default option drops. */
  { "schulze", "{\"default_option\":\"D\"}", "A D", "2:A>D 2:D>A", "{\"dropped\":{\"A\":\"majority\"},\"winners\":[\"D\"]}" },
  { "schulze", "{\"default_option\":\"D\",\"majority_compare\":\"ge\"}", "A D", "2:A>D 2:D>A", "{\"dropped\":{\"A\":\"majority\"},\"winners\":[\"D\"]}" },
  { "schulze", "{\"default_option\":\"D\",\"quorum_over_default\":\"5/2\"}", "A D", "3:A>D", "{\"dropped\":{},\"winners\":[\"A\"]}" },
  { "schulze", "{\"default_option\":\"D\",\"quorum_over_default_squared\":9}", "A D", "3:A>D", "{\"dropped\":{},\"winners\":[\"A\"]}" },
  { "schulze", "{\"default_option\":\"D\",\"quorum_over_default_squared\":\"91/10\"}", "A D", "3:A>D", "{\"dropped\":{\"A\":\"quorum\"}}" },
  { "irv", "{\"default_option\":\"D\"}", "A B D", "4:A>D 3:B>D 2:D>B", "{\"dropped\":{\"A\":\"majority\",\"B\":\"majority\"},\"winners\":[\"D\"]}" },
  { "borda", "{\"default_option\":\"D\",\"quorum_over_default\":4}", "A B D", "4:A>D>B 3:B>D>A", "{\"dropped\":{\"B\":\"quorum\"},\"scores\":{\"A\":4,\"D\":3}}" },
  { "copeland", "{\"default_option\":\"D\",\"quorum_over_default\":5}", "A B D", "4:A>D>B 3:B>D>A", "{\"winners\":[\"D\"],\"condorcet_winner\":\"A\"}" },
};

static void
run_row (const CountRow *row)
{
  g_autoptr(CharterElection) election = count_test_election (row->options, row->ballots);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterCount) count =
    charter_election_count (election, row->method, row->params, NULL, &error);
  g_autofree char *text = NULL, *dot = NULL;

  charter_assert_no_error (error);
  text = charter_count_to_json (count);
  count_test_expect (text, row->expected, row->ballots);
  dot = charter_count_to_dot (count);
  cr_assert (g_str_has_prefix (dot, "digraph"));
}

CHARTER_TEST (count, edges)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    run_row (&rows[i]);
}

typedef struct
{
  const char *method, *params;
  const char *message;      /* a part of it */
} BadRow;

static const BadRow bad_params[] =
{
  { "shulze", NULL, "“shulze” is no method" },
  { "schulze", "[]", "must be an object" },
  { "schulze", "{\"strenght\":\"margins\"}", "/strenght" },
  { "schulze", "{\"strength\":\"margin\"}", "/strength" },
  { "schulze", "{\"unranked\":1}", "/unranked" },
  { "schulze", "{\"majority\":{}}", "“default_option” is missing" },
  { "schulze", "{\"default_option\":\"Z\"}", "/default_option" },
  { "schulze", "{\"default_option\":\"A\",\"majority\":{\"Z\":[1,1]}}", "/majority" },
  { "schulze", "{\"default_option\":\"A\",\"majority\":{\"B\":[1,0]}}", "/majority/B" },
  { "schulze", "{\"default_option\":\"A\",\"quorum_over_default\":-1}", "/quorum_over_default" },
  { "default-option-schulze", NULL, "“default_option” is missing" },
  { "ranked-pairs", "{\"order\":[\"A\",\"B\"]}", "/order" },
  { "ranked-pairs", "{\"order\":[\"A\",\"B\",\"B\"]}", "“B” is named twice" },
  { "ranked-pairs", "{\"orders_max\":0}", "/orders_max" },
  { "irv", NULL, "/ballots/1: “B” and “C” share a rank" },
  { "stv", NULL, "/ballots/1: “B” and “C” share a rank" },
  { "irv", "{\"stop\":\"majority\"}", "/stop" },
  { "stv", "{\"transfer\":\"meek\"}", "/transfer" },
  { "stv", "{\"seats\":\"2\"}", "/seats" },
  { "stv", "{\"truncate_places\":19}", "/truncate_places" },
  { "borda", "{\"unranked\":\"ignored\"}", "/unranked" },
  { "approval", NULL, "The ballots are rankings, and this method counts approvals" },
  { "score", NULL, "The ballots are rankings, and this method counts scores" },
  { "decision", NULL, "there must be a list of at least one test" },
  { "decision", "{\"tests\":[{\"id\":\"a\",\"kind\":\"shares\"}]}", "/tests/0/kind" },
  { "decision", "{\"tests\":[{\"id\":\"a\",\"kind\":\"share\"}]}", "“base” is missing" },
  { "decision", "{\"tests\":[{\"kind\":\"veto\",\"holders\":[]}]}", "“id” is missing" },
  { "decision", "{\"tests\":[{\"id\":\"a\",\"kind\":\"veto\",\"holders\":[1]}]}", "list of strings" },
  { "decision", "{\"tests\":[{\"id\":\"a\",\"kind\":\"count-at-least\",\"of\":\"maybe\",\"n\":1}]}", "/tests/0/of" },
  { "decision", "{\"tests\":[{\"id\":\"a\",\"kind\":\"turnout\",\"fraction\":[1,2]}]}", "“compare” is missing" },
  { "decision", "{\"tests\":[{\"id\":\"a\",\"kind\":\"share\",\"base\":\"cast\",\"fraction\":\"3/2\",\"compare\":\"gt\"}]}",
    "/tests/0/fraction (line 1, column 61): this must be a share from 0 to 1" },
  { "decision", "{\"tests\":[{\"id\":\"a\",\"kind\":\"turnout\",\"fraction\":2,\"compare\":\"ge\"}]}", "/tests/0/fraction" },
  { "schulze", "{\"excluded_voters\":[\"Mara\"]}", "/excluded_voters/0 (line 1, column 20): “Mara” is the voter of no ballot" },
};

CHARTER_TEST (count, what_is_not_understood_is_told)
{
  g_autoptr(CharterElection) election = count_test_election ("A B C", "1:A>B>C 1:A>B=C");

  for (guint i = 0; i < G_N_ELEMENTS (bad_params); i++)
    {
      const BadRow *row = &bad_params[i];
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterCount) count =
        charter_election_count (election, row->method, row->params, NULL, &error);

      cr_assert_null (count, "%s %s", row->method, row->params);
      cr_assert (error->domain == CHARTER_ERROR);
      cr_assert_not_null (strstr (error->message, row->message), "%s %s: %s", row->method,
                          row->params, error->message);
    }
}

typedef struct
{
  const char  *json;
  CharterError code;
  const char  *message;
} BadCase;

#define AB "{\"options\":[\"A\",\"B\"],\"ballots\":["

static const BadCase bad_cases[] =
{
  { "", CHARTER_ERROR_SYNTAX, "" },
  { "[]", CHARTER_ERROR_FORMAT, "an election must be an object" },
  { "{}", CHARTER_ERROR_FORMAT, "/options: there must be a list of options" },
  { "{\"options\":[]}", CHARTER_ERROR_FORMAT, "/ballots: there must be a list of ballots" },
  { "{\"format\":\"election-case/2\",\"options\":[],\"ballots\":[]}", CHARTER_ERROR_VERSION, "/format" },
  { "{\"options\":[\"A\",\"A\"],\"ballots\":[]}", CHARTER_ERROR_VALUE, "/options/1" },
  { "{\"options\":[\"\"],\"ballots\":[]}", CHARTER_ERROR_FORMAT, "/options/0" },
  { "{\"options\":[],\"ballots\":[],\"method\":7}", CHARTER_ERROR_FORMAT, "/method" },
  { "{\"options\":[],\"ballots\":[],\"method\":\"irv\",\"params\":{\"seats\":1}}", CHARTER_ERROR_VALUE, "/params/seats" },
  { "{\"options\":[],\"balots\":[]}", CHARTER_ERROR_FORMAT, "ballots" },
  { AB "7]}", CHARTER_ERROR_FORMAT, "/ballots/0" },
  { AB "{}]}", CHARTER_ERROR_FORMAT, "exactly one" },
  { AB "{\"ranking\":[],\"choice\":\"yes\"}]}", CHARTER_ERROR_FORMAT, "exactly one" },
  { AB "{\"ranking\":[]},{\"choice\":\"yes\"}]}", CHARTER_ERROR_VALUE, "/ballots/1" },
  { AB "{\"ranking\":[\"A\"]}]}", CHARTER_ERROR_FORMAT, "/ballots/0/ranking/0" },
  { AB "{\"ranking\":[[\"A\"],[]]}]}", CHARTER_ERROR_FORMAT, "/ballots/0/ranking/1" },
  { AB "{\"ranking\":[[\"A\",\"A\"]]}]}", CHARTER_ERROR_VALUE, "/ballots/0/ranking/0/1" },
  { AB "{\"ranking\":[[\"A\"],[\"B\",\"A\"]]}]}", CHARTER_ERROR_VALUE, "“A” is named twice" },
  { AB "{\"ranking\":[[\"C\"]]}]}", CHARTER_ERROR_REFERENCE, "“C” is none of the options" },
  { AB "{\"ranking\":[[1]]}]}", CHARTER_ERROR_FORMAT, "/ballots/0/ranking/0/0" },
  { AB "{\"rankings\":[]}]}", CHARTER_ERROR_FORMAT, "/ballots/0/rankings" },
  { AB "{\"approves\":[\"A\",\"A\"]}]}", CHARTER_ERROR_VALUE, "/ballots/0/approves/1" },
  { AB "{\"approves\":\"A\"}]}", CHARTER_ERROR_FORMAT, "/ballots/0/approves" },
  { AB "{\"scores\":{\"C\":1}}]}", CHARTER_ERROR_REFERENCE, "/ballots/0/scores" },
  { AB "{\"scores\":{\"A\":\"x\"}}]}", CHARTER_ERROR_FORMAT, "a score must be a number" },
  { AB "{\"choice\":\"perhaps\"}]}", CHARTER_ERROR_VALUE, "/ballots/0/choice" },
  { AB "{\"ranking\":[],\"count\":0}]}", CHARTER_ERROR_VALUE, "/ballots/0/count" },
  { AB "{\"ranking\":[],\"count\":-1}]}", CHARTER_ERROR_VALUE, "/ballots/0/count" },
  { AB "{\"ranking\":[],\"weight\":-1}]}", CHARTER_ERROR_VALUE, "/ballots/0/weight" },
  { AB "{\"ranking\":[],\"weight\":1.5}]}", CHARTER_ERROR_VALUE, "/ballots/0/weight" },
  { AB "{\"ranking\":[],\"weight\":9223372036854775808}]}", CHARTER_ERROR_VALUE, "/ballots/0/weight" },
  { AB "{\"ranking\":[],\"weight\":9223372036854775807},{\"ranking\":[]}]}", CHARTER_ERROR_LIMIT, "/ballots/1" },
  { AB "{\"ranking\":[],\"weight\":4294967296,\"count\":2147483648}]}", CHARTER_ERROR_LIMIT, "/ballots/0" },
  { AB "{\"ranking\":[],\"voter\":7}]}", CHARTER_ERROR_FORMAT, "/ballots/0/voter" },
  { AB "{\"ranking\":[]},{\"ranking\":[],\"voter\":\"amy\"},{\"ranking\":[],\"voter\":\"ben\"},"
       "{\"ranking\":[],\"voter\":\"amy\"}]}", CHARTER_ERROR_VALUE,
    "/ballots/3/voter (line 1, column 128): “amy” has a ballot already, /ballots/1" },
};

CHARTER_TEST (count, what_is_no_election_is_told)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElection) election =
        charter_election_new_from_json (bad_cases[i].json, &error);

      cr_assert_null (election, "%s", bad_cases[i].json);
      cr_assert (g_error_matches (error, CHARTER_ERROR, (int) bad_cases[i].code), "%s: %s (%d)",
                 bad_cases[i].json, error->message, error->code);
      cr_assert_not_null (strstr (error->message, bad_cases[i].message), "%s: %s",
                          bad_cases[i].json, error->message);
    }
}

/* A refused ballot leaves no trace, be it the first and of another form than the next. */
CHARTER_TEST (count, refused_ballots_leave_no_trace)
{
  static const char *const options[] = { "A", "B", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) election = charter_election_new (options, &error);
  g_autoptr(CharterCount) count = NULL;

  cr_assert_not (charter_election_add_ballot (election, "{\"choice\":\"no\",\"voter\":7}", NULL));
  cr_assert_not (charter_election_add_ballot (election, "{\"choice\":\"never\"}", NULL));
  cr_assert_not (charter_election_add_ballot (election, "{\"ranking\":[[\"A\"],[\"A\"]]}", NULL));
  cr_assert_eq (charter_election_get_n_ballots (election), 0);
  cr_assert (charter_election_add_ballot (election, "{\"scores\":{\"A\":1.5}}", &error));
  cr_assert_not (charter_election_add_ballot (election, "{\"scores\":{\"B\":9,\"C\":9}}", NULL));
  cr_assert (charter_election_add_ballot (election, "{\"scores\":{\"B\":\"4/3\"}}", &error));
  count = charter_election_count (election, "score", NULL, NULL, &error);
  charter_assert_no_error (error);
  charter_assert_str (charter_count_get_winners (count)[0], "A");
  cr_assert_null (charter_count_get_winners (count)[1]);
}

/* A ballot that was refused is nobody's; one that was taken is its voter's only one. */
CHARTER_TEST (count, nobody_has_two_ballots)
{
  static const char *const options[] = { "A", "B", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) election = charter_election_new (options, &error);
  g_autoptr(CharterCount) count = NULL;
  g_autofree char *text = NULL;

  cr_assert_not (charter_election_add_ballot (election, "{\"ranking\":[[\"C\"]],\"voter\":\"amy\"}", NULL));
  cr_assert (charter_election_add_ballot (election, "{\"ranking\":[[\"B\"]],\"constituency\":\"ben\"}", &error));
  cr_assert (charter_election_add_ballot (election, "{\"ranking\":[[\"A\"]],\"voter\":\"amy\"}", &error));
  cr_assert (charter_election_add_ballot (election, "{\"ranking\":[[\"B\"]],\"voter\":\"ben\"}", &error));
  cr_assert_not (charter_election_add_ballot (election, "{\"ranking\":[[\"A\"]],\"voter\":\"amy\"}", &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
  cr_assert_not_null (strstr (error->message, "“amy” has a ballot already, /ballots/1"));
  g_clear_error (&error);
  cr_assert_eq (charter_election_get_n_ballots (election), 3);
  count = charter_election_count (election, "schulze", "{\"excluded_voters\":[\"amy\"]}", NULL, &error);
  charter_assert_no_error (error);
  text = charter_count_to_json (count);
  cr_assert_not_null (strstr (text, "Whatever amy cast is left out: they are recused."));
}

/* Blank ballots are not nobody, and neither are those that weigh nothing. */
CHARTER_TEST (count, why_nobody_wins)
{
  static const struct { const char *ballots, *why; } whys[] = {
    { "", "nobody voted" },
    { "{\"approves\":[]},{\"approves\":[],\"weight\":0}", "all ballots are blank" },
    { "{\"approves\":[]},{\"approves\":[\"A\"],\"weight\":0}",
      "no ballot that names an option weighs anything" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (whys); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"options\":[\"A\"],\"ballots\":[%s]}", whys[i].ballots);
      g_autofree char *summary = g_strdup_printf ("There is no winner: %s.", whys[i].why);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElection) election = charter_election_new_from_json (json, &error);
      g_autoptr(CharterCount) count =
        charter_election_count (election, "approval", NULL, NULL, &error);

      charter_assert_no_error (error);
      charter_assert_str (charter_count_get_summary (count), summary);
    }
}

/* Ties in very many ways among very many options: it is told that they are too many while somebody
 * still waits for the answer. */
CHARTER_TEST (count, ties_of_very_many_options_have_an_end)
{
  g_autoptr(GString) text = g_string_new ("{\"options\":[");
  g_autoptr(CharterElection) election = NULL;
  g_autoptr(CharterCount) count = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (4);
  struct timespec start, end;
  double seconds;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s\"%u\"", i > 0 ? "," : "", i);
  g_string_append (text, "],\"ballots\":[");
  for (guint i = 0; i < 300; i++)
    {
      g_string_append_printf (text, "%s{\"ranking\":[", i > 0 ? "," : "");
      for (guint j = 0; j < 5; j++)
        g_string_append_printf (text, "%s[\"%d\"]", j > 0 ? "," : "",
                                g_rand_int_range (random, (gint32) j * 2000, (gint32) j * 2000 + 2000));
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  election = charter_election_new_from_json (text->str, &error);
  charter_assert_no_error (error);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &start);
  count = charter_election_count (election, "stv", NULL, NULL, &error);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &end);
  seconds = (double) (end.tv_sec - start.tv_sec) + (double) (end.tv_nsec - start.tv_nsec) / 1e9;
  charter_assert_no_error (error);
  cr_log_info ("%.3f s", seconds);
  cr_assert (charter_count_get_indeterminate (count));
  cr_assert (seconds < 20, "%.3f s", seconds);
}

CHARTER_TEST (count, a_hostile_name_is_a_name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) election =
    charter_election_new_from_json ("{\"options\":[\"\\\"]; evil -> \\\\n\",\"&lt;\"],"
                                    "\"ballots\":[{\"ranking\":[[\"&lt;\"]]}]}", &error);
  g_autoptr(CharterCount) count = charter_election_count (election, "schulze", NULL, NULL, &error);
  g_autofree char *dot = charter_count_to_dot (count);

  charter_assert_str (dot, "digraph defeats {\n  rankdir=TB;\n  node [shape=box];\n"
                           "  n0 [label=\"\\\"]; evil -> \\\\n\"];\n"
                           "  n1 [label=\"&amp;lt;\", peripheries=2];\n"
                           "  n1 -> n0 [label=\"1 : 0\"];\n}\n");
}

/* Ten thousand options: methods that need every pair say so, the others count. */
CHARTER_TEST (count, very_many_options)
{
  static const char *const methods[] = { "approval", "borda", "irv", "stv", "schulze" };
  g_autoptr(GString) text = g_string_new ("{\"options\":[");
  g_autoptr(CharterElection) election = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s\"%u\"", i > 0 ? "," : "", i);
  g_string_append (text, "],\"ballots\":[");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "%s{\"ranking\":[[\"%u\"],[\"%u\"],[\"9999\"]]}", i > 0 ? "," : "",
                            i * 200, i * 100 + 1);
  g_string_append (text, "]}");
  election = charter_election_new_from_json (text->str, &error);
  charter_assert_no_error (error);
  for (guint i = 1; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr(GError) told = NULL;
      g_autoptr(CharterCount) count =
        charter_election_count (election, methods[i], "{\"orders_max\":50}", NULL, &told);

      if (i < 4)
        charter_assert_no_error (told);
      else
        charter_assert_error (told, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
      if (i == 1)
        charter_assert_str (charter_count_get_winners (count)[0], "9999");
    }
}

/* The strongest paths of a thousand options, and stopping them. */
CHARTER_TEST (count, strongest_paths_of_many_options)
{
  const guint n = 1000;
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autofree gint32 *ranks = g_new (gint32, n * n);
  g_autofree gint64 *pairs = g_new0 (gint64, n * n);
  g_autoptr(GCancellable) stop = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gint64 start;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        pairs[i * n + j] = g_rand_int_range (rand, 0, 100001);
        pairs[j * n + i] = 100000 - pairs[i * n + j];
      }
  charter_count_strengths (pairs, n, CHARTER_STRENGTH_WINNING_VOTES, ranks);
  start = g_get_monotonic_time ();
  cr_assert (charter_count_strongest_paths (ranks, n, NULL, &error));
  cr_log_info ("%.3f s", (double) (g_get_monotonic_time () - start) / 1e6);
  for (guint i = 0; i < n; i += 97)
    for (guint j = 0; j < n; j++)
      for (guint k = 0; k < n; k += 113)
        cr_assert (i == j || i == k || j == k ||
                   ranks[i * n + j] >= MIN (ranks[i * n + k], ranks[k * n + j]));
  g_cancellable_cancel (stop);
  cr_assert_not (charter_count_strongest_paths (ranks, n, stop, &error));
  charter_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Exact values that outgrow everything are given up, and say why. */
CHARTER_TEST (count, exact_values_have_an_end)
{
  g_autoptr(GString) ballots = g_string_new (NULL);
  g_autoptr(GString) options = g_string_new (NULL);
  g_autoptr(CharterElection) election = NULL;
  g_autoptr(CharterCount) exact = NULL, cut = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (options, "%so%u", i > 0 ? " " : "", i);
  g_string_append (ballots, "10007:o0");
  for (guint i = 1; i < 60; i++)
    g_string_append_printf (ballots, ">o%u", i);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (ballots, " %u:o%u>o%u", 13 + i, i, (i * 7 + 3) % 60 == i ? (i + 1) % 60 : (i * 7 + 3) % 60);
  election = count_test_election (options->str, ballots->str);
  exact = charter_election_count (election, "stv", "{\"seats\":40,\"truncate_places\":null}", NULL, &error);
  charter_assert_no_error (error);
  cr_assert (charter_count_get_indeterminate (exact));
  cr_assert_not_null (strstr (charter_count_get_summary (exact), "outgrew"));
  cut = charter_election_count (election, "stv", "{\"seats\":40}", NULL, &error);
  charter_assert_no_error (error);
  cr_assert_not (charter_count_get_indeterminate (cut));
  cr_assert_eq (g_strv_length ((char **) charter_count_get_elected (cut)), 40);
}

CHARTER_TEST (count, decisions_at_their_boundary)
{
  static const struct { guint yes, no, abstain; const char *test; gboolean adopted; } tests[] = {
    { 2, 1, 0, "\"share\",\"base\":\"yes+no\",\"fraction\":[2,3],\"compare\":\"ge\"", TRUE },
    { 2, 1, 0, "\"share\",\"base\":\"yes+no\",\"fraction\":[2,3],\"compare\":\"gt\"", FALSE },
    { 2, 1, 1, "\"share\",\"base\":\"cast\",\"fraction\":[1,2],\"compare\":\"ge\"", TRUE },
    { 2, 1, 1, "\"share\",\"base\":\"cast\",\"fraction\":[1,2],\"compare\":\"gt\"", FALSE },
    { 2, 1, 1, "\"share\",\"base\":\"eligible\",\"eligible\":4,\"fraction\":[1,2],\"compare\":\"ge\"", TRUE },
    { 2, 1, 1, "\"share\",\"base\":\"eligible\",\"eligible\":5,\"fraction\":[1,2],\"compare\":\"ge\"", FALSE },
    { 2, 1, 1, "\"turnout\",\"eligible\":8,\"fraction\":\"1/2\",\"compare\":\"ge\"", TRUE },
    { 2, 1, 1, "\"turnout\",\"eligible\":8,\"fraction\":\"1/2\",\"compare\":\"gt\"", FALSE },
    { 0, 0, 3, "\"share\",\"base\":\"yes+no\",\"fraction\":[1,2],\"compare\":\"ge\"", FALSE },
    { 0, 0, 3, "\"count-at-most\",\"of\":\"no\",\"n\":0", TRUE },
    { 0, 0, 0, "\"count-at-most\",\"of\":\"no\",\"n\":0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *params = g_strdup_printf ("{\"tests\":[{\"id\":\"t\",\"kind\":%s}]}", tests[i].test);
      static const char *const options[] = { "yes", "no", NULL };
      g_autoptr(CharterElection) election = charter_election_new (options, &error);
      g_autoptr(CharterCount) count = NULL;

      for (guint b = 0; b < tests[i].yes; b++)
        charter_election_add_ballot (election, "{\"choice\":\"yes\"}", &error);
      for (guint b = 0; b < tests[i].no; b++)
        charter_election_add_ballot (election, "{\"choice\":\"no\"}", &error);
      for (guint b = 0; b < tests[i].abstain; b++)
        charter_election_add_ballot (election, "{\"choice\":\"abstain\"}", &error);
      count = charter_election_count (election, "decision", params, NULL, &error);
      charter_assert_no_error (error);
      cr_assert_eq (charter_count_get_adopted (count), tests[i].adopted, "row %u", i);
    }
}

typedef struct
{
  const char *method, *params, *options, *ballots;
  const char *messages[4];
} ProofRow;

/* Schulze's first example: the numbers are those of the paper. */
static const ProofRow proofs[] =
{
  { "schulze", NULL, "A B C D", "8:A>C>D>B 2:B>A>D>C 4:C>D>B>A 4:D>B>A>C 3:D>C>B>A",
    { "The winner is “D”, by the method schulze.",
      "The strongest path from “D” to “A” goes “D” > “B” > “A”; its weakest link is “B” over “A”, 13 "
      "to 8 votes.",
      "The strongest path from “A” to “D” goes “A” > “C” > “D”; its weakest link is “C” over “D”, 12 "
      "to 9 votes." } },
  { "schulze", NULL, "A B", "1:A>B 1:B>A",
    { "Tied by the method schulze: “A” and “B”.", "“A” over “B”: 1 to 1 votes." } },
  { "schulze", NULL, "A B", "1:A",
    { "No path leads from “B” to “A”.", "“A” wins every pair against another option.",
      "“A” over “B”: 1 to 0 votes." } },
  { "ranked-pairs", NULL, "A B C", "4:A>B>C 3:B>C>A 2:C>A>B",
    { "That “C” defeats “A”, 5 to 4 votes, is passed over: stronger defeats lead from “A” to “C”." } },
  { "ranked-pairs", "{\"order\":[\"A\",\"B\",\"C\"]}", "A B C", "1:A>B>C 1:B>C>A 1:C>A>B",
    { "Equally strong defeats lead in circles; they are taken in the order given." } },
  { "ranked-pairs", NULL, "A B C", "1:A>B>C 1:B>C>A 1:C>A>B",
    { "It hangs on the order in which ties are taken who wins by the method ranked-pairs: “A”, “B” "
      "and “C” can." } },
  { "schulze", "{\"default_option\":\"D\",\"quorum_over_default\":3,\"majority\":{\"B\":[2,1]}}",
    "A B D", "2:A>B>D 3:B>D>A 2:D",
    { "“A” is dropped: it has 2 of the 3 votes over the default option that it needs." } },
  { "schulze", "{\"default_option\":\"D\",\"majority\":{\"B\":[3,1]}}", "B D", "5:B>D 2:D>B",
    { "“B” is dropped by the test majority: its votes over the default option are 5; those under "
      "it, times the ratio asked for, come to 6." } },
  { "irv", NULL, "A B C", "4:A 3:B 2:C>B",
    { "Round 1: “C” has the fewest votes, 2, and goes out.", "Round 2: “A” 4, “B” 5.",
      "Round 2: “B” has 5, more than half of the ballots that still count." } },
  { "irv", "{\"order\":[\"B\",\"A\"]}", "A B", "1:A 1:B",
    { "Round 1: of those with 1, the order given picks “A”.",
      "Round 2: “B” has 1, and nobody else is left." } },
  { "stv", "{\"seats\":2}", "A B C", "7:A>B 3:B 4:C",
    { "The quota is 5.", "Round 1: the surplus of “A”, 2, passes on.",
      "Round 3: “B” is elected with 4.99997, as no more options are left than seats." } },
  { "stv", NULL, "A B C D", "4:A 3:B>C 2:C>B 1:D>C",
    { "Round 2: “C”, one of those with 3, goes out, having had the fewest at the latest stage at "
      "which they differed." } },
  { "borda", NULL, "A B", "1:A", { "“A”: 1." } },
  { "copeland", NULL, "A B", "1:A", { "“B”: pairs won less pairs lost come to -1." } },
  { "minimax", NULL, "A B", "1:A",
    { "“B”: its greatest defeat comes to 1; the smallest is best." } },
  { "stv", "{\"seats\":5}", "A B", "3:A", { "3 of the 5 seats stay empty: there are no more options." } },
  { "schulze", "{\"unranked\":\"ignored\"}", "A", "1:A",
    { "Pairs with an option that a ballot does not name are left out." } },
};

CHARTER_TEST (count, proofs_have_their_numbers)
{
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    {
      const ProofRow *row = &proofs[i];
      g_autoptr(CharterElection) election = count_test_election (row->options, row->ballots);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterCount) count =
        charter_election_count (election, row->method, row->params, NULL, &error);
      g_autofree char *text = NULL;

      charter_assert_no_error (error);
      text = charter_count_to_json (count);
      for (guint m = 0; m < G_N_ELEMENTS (row->messages) && row->messages[m] != NULL; m++)
        {
          g_autofree char *member = g_strdup_printf ("\"message\":\"%s\"", row->messages[m]);

          cr_assert_not_null (strstr (text, member), "%s, %s: %s", row->method, row->ballots, text);
        }
    }
}

/* Between winners that are level each pair and each path is told once. */
CHARTER_TEST (count, proofs_say_nothing_twice)
{
  static const char *const methods[] = { "schulze", "copeland", "minimax", "ranked-pairs" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr(CharterElection) election = count_test_election ("A B C", "1:A>B>C 1:C>B>A");
      g_autoptr(CharterCount) count = charter_election_count (election, methods[i], NULL, NULL, NULL);
      g_autoptr(CharterReason) top = g_list_model_get_item (charter_count_get_reasons (count), 0);
      GListModel *below = charter_reason_get_reasons (top);
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      cr_assert (g_list_model_get_n_items (below) > 2, "%s", methods[i]);
      for (guint k = 0; k < g_list_model_get_n_items (below); k++)
        {
          g_autoptr(CharterReason) reason = g_list_model_get_item (below, k);
          const char *message = charter_reason_get_message (reason);

          cr_assert (g_hash_table_add (seen, g_strdup (message)), "%s: %s", methods[i], message);
          cr_assert (strstr (message, "“B” over “A”") == NULL, "%s: %s", methods[i], message);
        }
    }
}
