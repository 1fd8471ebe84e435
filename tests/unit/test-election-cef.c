/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-election-test.h"

#include <charter/charter-error.h>

/* The Condorcet Election Format: what texts mean, what is refused, and that the quick way through
 * a text and the careful one come to the same. */

static CharterElectionData *
read_text (const char *text,
           gssize      length,
           GError    **error)
{
  return charter_test_election (charter_election_read_cef, text, length, error);
}

#define ABC "#/Candidates: A;B;C\n"
#define MAX63 "9223372036854775807"

static const struct { const char *text, *means; } good[] = {
  { "", "" },
  { "\n\n  \n# A comment\n\t# another\n", "" },
  /* The examples of the format's own text. */
  { "# My beautiful election\n#/Candidates: Candidate A ; Candidate B ; Candidate C\n"
    "#/Number of Seats: 42\n#/Implicit Ranking: true\n#/Weight allowed: true\n\n"
    "# Here the votes datas:\nCandidate A > Candidate B > Candidate C * 42\n"
    "Candidate C > Candidate A = Candidate B ^7\nCandidate B = Candidate A > Candidate C\n"
    "Candidate C\nCandidate B > Candidate C\n",
    "42 seats; Candidate A; Candidate B; Candidate C; 42 Candidate A>Candidate B>Candidate C; "
    "1 Candidate C>Candidate A=Candidate B ^7; 1 Candidate A=Candidate B>Candidate C; "
    "1 Candidate C; 1 Candidate B>Candidate C; " },
  { ABC "#/Implicit Ranking: true\n#/Weight allowed: true\n\n"
    "julien@condorcet.vote , signature:55073db57b0a859911 || A > B > C # Same as above\n"
    "C > A = B ^7 * 8 # 8 votes with a weight of 7.\n",
    "A; B; C; 1 A>B>C; 8 C>A=B ^7; " },
  { ABC "#/Implicit Ranking: false\n#/Weight allowed: false\n\nA > B > C ^7 *2 # disabled\nC>B # more\n"
    "/EMPTY_RANKING/ * 2 # Two blank votes.\nB",
    "ignored; A; B; C; 2 A>B>C; 1 C>B; 2 ; 1 B; " },

  { "A>B\nC=A>B\nB>C>A>D\n", "A; B; C; D; 1 A>B; 1 A=C>B; 1 B>C>A>D; " },
  { "\xef\xbb\xbf#/candidates:A;B\r\n\r\nB > A\r\nB=A ^1\r\n", "A; B; 1 B>A; 1 A=B; " },
  { ABC "A^3*2", "A; B; C; 2 A; " },
  { "#/WEIGHT ALLOWED: TRUE\nA ^ 0 * " MAX63 "\nB^2\n", "A; B; " MAX63 " A ^0; 1 B ^2; " },
  { "#/Number of Seat: 3\n#/Voting Methods: Schulze Margin; Minimax\n#/Colour: red\nA\n", "3 seats; A; 1 A; " },
  { "#/Voting Method: Schulze\nA\n", "A; 1 A; " },
  { "tag||A>B\n", "A; B; 1 A>B; " },
  { "Zoë > Ægir the 2nd = Лев\n", "Zoë; Ægir the 2nd; Лев; 1 Zoë>Ægir the 2nd=Лев; " },
  { "\tA\t>\t B\t\n", "A; B; 1 A>B; " },
  { " /EMPTY_RANKING/ \nA", "A; 1 ; 1 A; " },
  { "O'Neill-Smith (the \"3.\") & co.\n", "O'Neill-Smith (the \"3.\") & co.; 1 O'Neill-Smith (the \"3.\") & co.; " },
};

CHARTER_TEST (election_cef, texts_mean_this)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElectionData) data = read_text (good[i].text, -1, &error);
      g_autofree char *means = NULL;

      cr_assert (data != NULL, "row %u: %s", i, error != NULL ? error->message : "");
      means = charter_test_describe (data);
      cr_assert_str_eq (means, good[i].means, "row %u means “%s”, not “%s”", i, means, good[i].means);
    }
}

#define SYNTAX CHARTER_ERROR_SYNTAX
#define VALUE CHARTER_ERROR_VALUE
#define REFERENCE CHARTER_ERROR_REFERENCE
#define LIMIT CHARTER_ERROR_LIMIT

static const struct { const char *text; int code; const char *message; } bad[] = {
  /* What the format's own text calls invalid. */
  { "#/Candidates: A;B;C # On comment\n", SYNTAX,
    "Line 1, column 21: A comment cannot stand on a line with a parameter" },
  { ABC "    #/Implicit Ranking: false\n", SYNTAX,
    "Line 2, column 5: A parameter starts where its line does" },
  { "#/Implicit Ranking   : false\n", SYNTAX,
    "Line 1, column 21: No blank belongs between a parameter's name and its colon" },
  { ABC "\nA < B > C\n", SYNTAX, "Line 3, column 3: Ballot 1: An option's name cannot have \"<\" in it" },
  { ABC "A > B > A\n", VALUE, "Line 2, column 9: Ballot 1: \"A\" is ranked twice" },
  { ABC "A > B > C  * 8 ^7\n", SYNTAX,
    "Line 2, column 16: Ballot 1: A ballot ends with its ranking, its weight and its quantity" },
  { ABC "A > B > /EMPTY_RANKING/\n", SYNTAX,
    "Line 2, column 9: Ballot 1: /EMPTY_RANKING/ is a whole ranking, and no rank" },

  { ABC "A\nB > D\n", REFERENCE,
    "Line 3, column 5: Ballot 2: \"D\" is not among the candidates that are listed" },
  { ABC "a\n", REFERENCE, "Line 2, column 1: Ballot 1: \"a\" is not among" },
  { "#/Candidates: A ; B ; A\n", VALUE, "Line 1, column 23: \"A\" is listed twice" },
  { "#/Candidates:\n", VALUE, "Line 1, column 14: An option needs a name" },
  { "#/Candidates: A ; ; B\n", VALUE, "Line 1, column 19: An option needs a name" },
  { "#/Candidates: A ; B;\n", VALUE, "Line 1, column 21: An option needs a name" },
  { "#/Candidates: A > B\n", SYNTAX, "Line 1, column 17: An option's name cannot have \">\" in it" },
  { ABC ABC, VALUE, "Line 2, column 1: The parameter is given twice" },
  { "#/Number of Seats: 1\n#/Number of Seat: 1\n", VALUE, "Line 2, column 1: The parameter is given twice" },
  { "#/Number of Seats: 0\n", VALUE, "Line 1, column 20: The number of seats is from 1 to 2147483647" },
  { "#/Number of Seats: two\n", SYNTAX, "Line 1, column 20: The number of seats belongs here, in digits" },
  { "#/Number of Seats: 2.5\n", SYNTAX, "Line 1, column 21: The number of seats is a whole number" },
  { "#/Number of Seats: 9223372036854775808\n", VALUE, "Line 1, column 20: The number of seats is a whole number up to" },
  { "#/Implicit Ranking: yes\n", VALUE, "Line 1, column 21: true or false belongs here" },
  { "#/Weight Allowed:\n", VALUE, "Line 1, column 18: true or false belongs here" },
  { "#/usr/bin/env\n", SYNTAX, "Line 1, column 3: A parameter is written \"#/Name: value\"" },
  { "#/: A\n", SYNTAX, "Line 1, column 3: A parameter is written" },
  { "A > B\n#/Candidates: A ; B\n", SYNTAX, "Line 2, column 1: Parameters stand before the first ballot" },

  { "A >\n", SYNTAX, "Line 1, column 4: Ballot 1: The name of an option belongs here" },
  { "> A\n", SYNTAX, "Line 1, column 1: Ballot 1: The name of an option belongs here" },
  { "A >> B\n", SYNTAX, "Line 1, column 4: Ballot 1: The name of an option belongs here" },
  { "A == B\n", SYNTAX, "Line 1, column 4: Ballot 1: The name of an option belongs here" },
  { "A > = B\n", SYNTAX, "Line 1, column 5: Ballot 1: The name of an option belongs here" },
  { "* 3\n", SYNTAX, "Line 1, column 1: Ballot 1: The name of an option belongs here" },
  { "Zoë > Zoë\n", VALUE, "Line 1, column 7: Ballot 1: \"Zoë\" is ranked twice" },
  { "A = A\n", VALUE, "Line 1, column 5: Ballot 1: \"A\" is ranked twice" },
  { "A/B\n", SYNTAX, "Line 1, column 2: Ballot 1: An option's name cannot have \"/\" in it" },
  { "/EMPTY/\n", SYNTAX, "Line 1, column 1: Ballot 1: An option's name cannot have \"/\" in it" },
  { "A, B > C\n", SYNTAX, "Line 1, column 2: Ballot 1: An option's name cannot have \",\" in it" },
  { "A|B\n", SYNTAX, "Line 1, column 2: Ballot 1: An option's name cannot have \"|\" in it" },
  { "A\rB\n", SYNTAX, "Line 1, column 2: Ballot 1: An option's name cannot have a control character in it" },
  { "A\tB\n", SYNTAX, "Line 1, column 2: Ballot 1: An option's name cannot have a control character in it" },
  { "t || A || B\n", SYNTAX, "Line 1, column 8: Ballot 1: An option's name cannot have \"|\" in it" },
  { "|| A\n", SYNTAX, "Line 1, column 1: Ballot 1: A tag is empty" },
  { "t,, u || A\n", SYNTAX, "Line 1, column 3: Ballot 1: A tag is empty" },
  { "A > B || A\n", SYNTAX, "Line 1, column 3: Ballot 1: A tag cannot have \">\" in it" },
  { "t ||\n", SYNTAX, "Line 1, column 5: Ballot 1: The name of an option belongs here" },

  { "A * 0\n", VALUE, "Line 1, column 5: Ballot 1: A quantity is at least 1" },
  { "A * -1\n", SYNTAX, "Line 1, column 5: Ballot 1: A quantity belongs here, in digits" },
  { "A * 1.5\n", SYNTAX, "Line 1, column 6: Ballot 1: A ballot ends with" },
  { "A *\n", SYNTAX, "Line 1, column 4: Ballot 1: A quantity belongs here, in digits" },
  { "A * 9223372036854775808\n", VALUE, "Line 1, column 5: Ballot 1: A quantity is a whole number up to " MAX63 },
  { "A ^x\n", SYNTAX, "Line 1, column 4: Ballot 1: A weight belongs here, in digits" },
  { "A ^-1\n", SYNTAX, "Line 1, column 4: Ballot 1: A weight belongs here, in digits" },
  { "A ^9223372036854775808\n", VALUE, "Line 1, column 4: Ballot 1: A weight is a whole number up to " MAX63 },
  { "A ^1 ^1\n", SYNTAX, "Line 1, column 6: Ballot 1: A ballot ends with" },
  { "#/Weight Allowed: true\nA ^" MAX63 " * 2\n", VALUE,
    "Line 2, column 3: Ballot 1: All ballots together, with their weights, come to more than 2^63-1" },
  { "A * " MAX63 "\nA\n", VALUE, "Line 2, column 2: Ballot 2: All ballots together" },
  { "A\nB \xff\n", SYNTAX, "Line 2, column 3: This is not UTF-8" },
  { "# \xc3\n", SYNTAX, "Line 1, column 3: This is not UTF-8" },
};

CHARTER_TEST (election_cef, faults_are_told_with_their_place)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElectionData) data = read_text (bad[i].text, -1, &error);

      cr_assert (data == NULL, "row %u is read", i);
      charter_assert_error (error, CHARTER_ERROR, bad[i].code);
      cr_assert (g_str_has_prefix (error->message, bad[i].message), "row %u: “%s”, not “%s”", i,
                 error->message, bad[i].message);
      cr_assert (g_utf8_validate (error->message, -1, NULL));
    }
}

CHARTER_TEST (election_cef, a_zero_byte_is_refused_anywhere)
{
  static const char text[] = "#/Candidates: A ; B\nt || A > B ^1 * 2 # x\n";

  for (gsize i = 0; i < sizeof text - 1; i++)
    {
      g_autofree char *copy = g_memdup2 (text, sizeof text);
      g_autoptr(GError) error = NULL;

      copy[i] = '\0';
      cr_assert_null (read_text (copy, sizeof text - 1, &error), "at %zu", i);
      cr_assert_not_null (strstr (error->message, "zero byte"), "at %zu: %s", i, error->message);
    }
}

/* Texts long enough for the quick way */

typedef enum
{
  STYLE_TIGHT,
  STYLE_WIDE,       /* blanks around signs */
  STYLE_CRLF,
  STYLE_COMMENTS,   /* no line is for the quick way */
  STYLE_MIXED,
} Style;

static void
append_ballot (GString           *text,
               const char *const *names,
               guint              n,
               Style              style,
               GRand             *random)
{
  guint named = (guint) g_rand_int_range (random, 1, (gint32) n + 1), start = g_rand_int (random) % n;
  guint step = n == 1 ? 1 : 1 + g_rand_int (random) % (n - 1);
  Style own = style == STYLE_MIXED ? g_rand_int (random) % STYLE_MIXED : style;

  while (n > 1 && (n % step == 0 || step % 2 == 0 || step % 3 == 0) && step != 1)
    step--;
  for (guint i = 0, at = start; i < named; i++, at = (at + step) % n)
    {
      if (i > 0 && at == start)
        break;
      if (i > 0)
        g_string_append_printf (text, own == STYLE_WIDE ? " %c  " : "%c",
                                g_rand_int_range (random, 0, 4) > 0 ? '>' : '=');
      g_string_append (text, names[at]);
    }
  g_string_append (text, own == STYLE_CRLF ? "\r\n" : own == STYLE_COMMENTS ? "# x > y\n" : "\n");
}

static char *
make_text (const char *const *names,
           guint              n,
           guint              n_ballots,
           Style              style,
           guint32            seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_ballots; i++)
    append_ballot (text, names, n, style, random);
  return g_string_free (text, FALSE);
}

static char **
make_names (guint n,
            guint length)
{
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GString *name = g_string_new (NULL);

      /* The middle differs alone where names are long. */
      while (name->len + 10 < length)
        g_string_append_c (name, 'x');
      g_string_append_printf (name, "%u", i);
      for (guint k = 0; length > 16 && k < 9; k++)
        g_string_append_c (name, 'y');
      names[i] = g_string_free (name, FALSE);
    }
  return names;
}

static void
check_same (const char *quick,
            const char *careful)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElectionData) a = read_text (quick, -1, &error);
  g_autoptr(CharterElectionData) b = NULL;
  g_autofree char *a_means = NULL, *b_means = NULL;

  charter_assert_no_error (error);
  b = read_text (careful, -1, &error);
  charter_assert_no_error (error);
  a_means = charter_test_describe (a);
  b_means = charter_test_describe (b);
  cr_assert_str_eq (a_means, b_means);
}

CHARTER_TEST (election_cef, both_ways_come_to_the_same)
{
  static const struct { guint n, length, n_ballots; } sizes[] = {
    { 1, 1, 200 }, { 3, 1, 300 }, { 10, 3, 500 }, { 10, 12, 500 }, { 12, 40, 300 }, { 63, 8, 60 },
    { 64, 8, 60 }, { 65, 8, 60 }, { 200, 20, 30 }, { 255, 2, 20 }, { 256, 2, 20 }, { 300, 30, 20 },
    { 1500, 5, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto(GStrv) names = make_names (sizes[i].n, sizes[i].length);
      const char *const *list = (const char *const *) names;
      g_autofree char *careful = make_text (list, sizes[i].n, sizes[i].n_ballots, STYLE_COMMENTS, i);

      for (Style style = STYLE_TIGHT; style < STYLE_COMMENTS; style++)
        {
          g_autofree char *text = make_text (list, sizes[i].n, sizes[i].n_ballots, style, i);

          check_same (text, careful);
        }
    }
}

/* A list of options lets the quick way start at the first line. */
CHARTER_TEST (election_cef, a_fault_on_the_quick_way_has_its_place)
{
  static const struct { const char *line, *message; } cases[] = {
    { "A>B>A\n", "column 5: Ballot 41: \"A\" is ranked twice" },
    { "A>B>X\n", "column 5: Ballot 41: \"X\" is not among" },
    { "A>>B\n", "column 3: Ballot 41: The name of an option belongs here" },
    { "A>B\r>C\n", "column 4: Ballot 41: An option's name cannot have a control character in it" },
    { "A>B=\n", "column 5: Ballot 41: The name of an option belongs here" },
    { "A>B ^1 * 0\n", "column 10: Ballot 41: A quantity is at least 1" },
    { "A>\xc3>B\n", "column 3: This is not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) text = g_string_new (ABC);
      g_autofree char *message = g_strdup_printf ("Line 42, %s", cases[i].message);
      g_autoptr(GError) error = NULL;

      for (guint k = 0; k < 40; k++)
        g_string_append (text, "C>A=B\n");
      g_string_append (text, cases[i].line);
      for (guint k = 0; k < 40; k++)
        g_string_append (text, "C>A=B\n");
      cr_assert_null (read_text (text->str, (gssize) text->len, &error));
      cr_assert (g_str_has_prefix (error->message, message), "“%s”, not “%s”", error->message, message);
    }
}

/* Numbers that came before do not end up on ballots that have none. */
CHARTER_TEST (election_cef, lines_with_and_without_numbers)
{
  g_autoptr(GString) text = g_string_new ("#/Weight Allowed: true\nA>B ^3 * 2\n");
  g_autoptr(CharterElectionData) data = NULL;
  g_autoptr(GError) error = NULL;
  gint64 total, matrix[4];

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "A>B\nB>A\nA>B\n");
  g_string_append (text, "B * 5\n");
  data = read_text (text->str, (gssize) text->len, &error);
  charter_assert_no_error (error);
  cr_assert (charter_election_data_total (data, &total) && total == 3011);
  cr_assert (charter_election_data_pairwise (data, FALSE, matrix));
  cr_assert_eq (matrix[1], 2006);
  cr_assert_eq (matrix[2], 1005);
}

/* Cut anywhere, a text is read or refused, and nothing past its end is looked at. */
CHARTER_TEST (election_cef, texts_cut_anywhere)
{
  g_auto(GStrv) names = make_names (10, 3);
  g_autofree char *text = make_text ((const char *const *) names, 10, 30, STYLE_MIXED, 5);

  for (gsize i = 0; i < strlen (text); i++)
    {
      g_autofree char *copy = g_memdup2 (text, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElectionData) data = read_text (copy, (gssize) i, &error);

      cr_assert ((data == NULL) == (error != NULL));
    }
}

CHARTER_TEST (election_cef, limits)
{
  g_autofree char *name = g_strnfill (CHARTER_ELECTION_NAME_MAX, 'n');
  g_autofree char *longer = g_strconcat (name, "n>A\n", NULL);
  g_autofree char *listed = g_strconcat ("#/Candidates: A\nA>", longer, NULL);
  g_autoptr(CharterElectionData) data = read_text (name, -1, NULL);
  g_autoptr(GString) many = g_string_new ("#/Candidates: 0");
  g_autoptr(GError) error = NULL;

  cr_assert_not_null (data);
  cr_assert_null (read_text (longer, -1, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
  g_clear_error (&error);
  cr_assert_null (read_text (listed, -1, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
  g_clear_error (&error);
  for (guint i = 1; i <= CHARTER_OPTIONS_MAX; i++)
    g_string_append_printf (many, ";%u", i);
  cr_assert_null (read_text (many->str, -1, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
  charter_assert_str (error->message, "Line 1, column 48905: There are more than 10000 options");
}

/* Many ballots of one option, then more options than the memory for so many rows allows. */
CHARTER_TEST (election_cef, rows_that_would_not_fit_are_refused)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 400000; i++)
    g_string_append (text, "A\n");
  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "=" : "", i);
  cr_assert_null (read_text (text->str, (gssize) text->len, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
  cr_assert (g_str_has_prefix (error->message, "Line 400001, column "), "%s", error->message);
}

/* Out */

CHARTER_TEST (election_cef, what_is_written)
{
  static const char text[] = "#/Candidates: Zoë ; B 2 ; C\n#/Number of Seats: 2\n"
                             "#/Implicit Ranking: false\n#/Weight Allowed: true\n\n"
                             "C > Zoë = B 2 ^7 * 42\n/EMPTY_RANKING/ * 2\nB 2 ^0\nZoë > C > B 2\n";
  g_autoptr(CharterElectionData) data = read_text (text, -1, NULL);
  g_autofree char *written = charter_election_write_cef (data, NULL);

  charter_assert_str (written, "#/Candidates: Zoë ; B 2 ; C\n#/Number of Seats: 2\n"
                               "#/Implicit Ranking: false\n#/Weight Allowed: true\n\n"
                               "C > Zoë = B 2 ^7 * 42\n/EMPTY_RANKING/ * 2\nB 2 ^0\nZoë > C > B 2\n");
}

CHARTER_TEST (election_cef, what_is_written_reads_back)
{
  static const guint sizes[] = { 1, 3, 17, 70, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto(GStrv) names = make_names (sizes[i], 9);
      g_autofree char *text = make_text ((const char *const *) names, sizes[i], 40, STYLE_MIXED, i);
      g_autoptr(CharterElectionData) data = read_text (text, -1, NULL);
      g_autofree char *written = charter_election_write_cef (data, NULL);

      check_same (text, written);
    }
  check_same ("", "#/Implicit Ranking: true\n#/Weight Allowed: false\n\n");
}

CHARTER_TEST (election_cef, names_that_cannot_be_written_are_refused)
{
  static const char *const names[] = { "", " A", "A ", "\tA", "A>B", "A=B", "A;B", "A,B", "A#B", "A/B",
                                       "A*B", "A^B", "A|B", "A<B", "A\nB", "\x7f" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);
      g_autoptr(GError) error = NULL;

      charter_election_data_add_option (data, names[i], -1);
      cr_assert_null (charter_election_write_cef (data, &error), "“%s”", names[i]);
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
    }
}

CHARTER_TEST (election_cef, only_rankings_are_written)
{
  for (CharterBallotForm form = CHARTER_BALLOT_FORM_APPROVES; form <= CHARTER_BALLOT_FORM_CHOICE; form++)
    {
      g_autoptr(CharterElectionData) data = charter_election_data_new (form);
      g_autoptr(GError) error = NULL;

      cr_assert_null (charter_election_write_cef (data, &error));
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
    }
}
