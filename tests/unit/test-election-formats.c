/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-election-test.h"

#include <charter/charter-error.h>

#include "decide/charter-election-formats-private.h"

/* What the readers of election texts make of texts, and what the writers refuse. */

#define blt charter_election_read_blt
#define abif charter_election_read_abif
#define abif_scores charter_election_read_abif_scores
#define preflib charter_election_read_preflib
#define csv charter_election_read_csv
#define debian charter_election_read_debian

#define SOC "# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n" \
            "# ALTERNATIVE NAME 3: C\n"

static const struct
{
  CharterElectionRead read;
  const char         *text;
  const char         *means;
} good[] = {
  /* Hill, Wichmann and Woodall's own example. */
  { blt, "4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n1 2 0\n2 2 4 3 1 0\n1 3 4 2 0\n0\n\"Adam\"\n"
         "\"Basil\"\n\"Charlotte\"\n\"Donald\"\n\"Title\"\n",
    "2 seats; Adam; Charlotte; Donald; 3 Adam>Charlotte>Donald; 4 Adam>Charlotte; "
    "2 Donald>Adam>Charlotte; 1 ; 2 Donald>Charlotte>Adam; 1 Charlotte>Donald; " },
  { blt, "3 1 -1 -3 2 1=2 3 0 0 \"A\" \"B\" \"C\" \"T\" \"source\" \"comment\"",
    "1 seats; B; 2 B; " },
  { blt, "# a comment\r\n3 1 # another\r\n(a b) 1 2=3 1 0\r\n[7] 2 - 1 - 3 0 # end\r\n1 (2 3)1 0\r\n"
         "1 0\r\n0\r\n\"#1\" # not in the name\r\n\"B = b\"\r\n\"Ç\"\r\n\"T\"",
    "1 seats; #1; B = b; Ç; 1 B = b=Ç>#1 by a b; 2 #1>Ç by 7; 1 B = b=Ç>#1; 1 ; " },
  { blt, "0 2\n0\n\"Nobody stood\"\n", "2 seats; " },
  { blt, "\xef\xbb\xbf" "1 1\n9223372036854775807 1 0\n0 \"A\" \"\"", "1 seats; A; 9223372036854775807 A; " },
  { blt, "3 2\n12 1 0\n88 1 3 2 0\n0\nCand A (Party #1)\n  Cand \"B\" \nC\nWardy McWard Town\n",
    "2 seats; Cand A (Party #1); Cand \"B\"; C; 12 Cand A (Party #1); 88 Cand A (Party #1)>C>Cand \"B\"; " },
  /* A file of David Hill's has all names on one line. */
  { blt, "3 1\n1 3 1 0\n1 2 0\n0\n\"A\" \"B\" \"C\" \"R001: Voting data\"\n",
    "1 seats; A; B; C; 1 C>A; 1 B; " },

  { abif, "27:A>B>C\n3: B = C > A\n2:\n1:C\n", "A; B; C; 27 A>B>C; 3 B=C>A; 2 ; 1 C; " },
  { abif, "{\"title\": \"Tennessee\"}\n{max_rating: 5}\n# 42:X\n=Memph:[Memphis, TN]\n"
          "=[N]:[Nashville # TN]\n=C:Chattanooga # here\n=\"K\":\n"
          "42:Memph/5>[N]/2>C=\"K\" # most\n",
    "Memphis, TN; Nashville # TN; Chattanooga; K; 42 Memphis, TN>Nashville # TN>Chattanooga=K; " },
  { abif, "12: Allie/5, Billy/5, Candace\n7: Allie/4\n3:",
    "scores; Allie; Billy; Candace; 12 Allie/5 Billy/5 ; 7 Allie/4 ; 3 ; " },
  { abif, "{\"max_rating\": 1}\n21:M/1\n21:M/1=N/1\n3:N/0\n", "approves; M; N; 21 M; 21 M=N; 3 ; " },
  { abif, "{ballot_type: \"choose_many\"}\n4: A=C\n1: B, A", "approves; A; C; B; 4 A=C; 1 A=B; " },
  { abif, "{\"ballot_type\": \"rated\"}\n4: A/3 > C/1\n", "scores; A; C; 4 A/3 C/1 ; " },
  { abif, "4: A/3 > C/1\n", "A; C; 4 A>C; " },
  { abif, "{\"ballot_type\": \"ranked\"}\n4: A/3\n", "A; 4 A; " },
  { abif_scores, "4: A/3 > C/1 = D/1\n2:D", "scores; A; C; D; 4 A/3 C/1 D/1 ; 2 ; " },
  { abif, "# nothing but a comment\n", "" },

  { preflib, "# FILE NAME: x.toi\n# TITLE: t\n" SOC "# DATA TYPE: toi\n# NUMBER VOTERS: 6\n"
             "# NUMBER UNIQUE ORDERS: 3\n3: 3,{1,2}\n2: { 2 , 3 }\n1:\n",
    "A; B; C; 3 C>A=B; 2 B=C; 1 ; " },
  { preflib, SOC "# DATA TYPE: soc\n4:2,1,3", "A; B; C; 4 B>A>C; " },
  { preflib, "# NUMBER ALTERNATIVES: 0\n# NUMBER VOTERS: 0\n", "" },

  { csv, "rank 1,rank 2,rank 3\nA,B,C\n,C,\nB,,\n", "A; B; C; 1 A>B>C; 1 C; 1 B; " },
  { csv, "\xef\xbb\xbf" "Count,Choice 1,Choice_2,choice-2\r\n3,A,B,C\r\n0,D,E,\r\n1,\"x, \"\"y\"\"\",D,\r\n",
    "A; B; C; D; E; x, \"y\"; 3 A>B=C; 1 x, \"y\">D; " },
  { csv, "A,B,C\n1,2,2\n3,,1\n-,-,-\n", "A; B; C; 1 A>B=C; 1 C>A; 1 ; " },
  { csv, "count,weight,voter,constituency,\" A \",'=B\n2,3,v,k,2,1\n1,0,,k,1,\n",
    " A ; =B; 2 =B> A  ^3 by v in k; 1  A  ^0 in k; " },
  { csv, "form,A,B\nscores,2.5,-1\nscores,,7/2\nscores,,\n", "scores; A; B; 1 A/5/2 B/-1 ; 1 B/7/2 ; 1 ; " },
  { csv, "A,B\nyes,no\n,x\n", "approves; A; B; 1 A; 1 B; " },
  { csv, "form,rank 1,rank 2\nranking,2,1\n", "rank 1; rank 2; 1 rank 2>rank 1; " },
  { csv, "count,count,form\n4,1,2\n", "count; form; 4 count>form; " },
  { csv, "rank 1\n\"two\nlines\"\n\"\"\n\n\n", "two\nlines; 1 two\nlines; 1 ; " },
  { csv, "count\n5\n", "5 ; " },

  { debian, "Tally Sheet for the votes cast.\n\n The format is:\n   \"V: vote  MD5SUM\"\n"
            "         Option 1---------->: Init\n       /  Option 2--------->: Further Discussion\n"
            "       |/\nV: 12   93ab\nV: -1\tJo Bloggs\nV: 22\nV: 91 x\nThis is the end.\n",
    "Init; Further Discussion; 1 Init>Further Discussion by 93ab; 1 Further Discussion by Jo Bloggs; "
    "1 Further Discussion=Init; 1 Further Discussion>Init by x; " },
  { debian, "V: 1-A9\n", "Option 1; Option 2; Option 3; Option 4; 1 Option 1>Option 4>Option 3; " },
  { debian, "Option 1: A\n", "A; " },
};

CHARTER_TEST (election_formats, texts_mean_this)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElectionData) data = charter_test_election (good[i].read, good[i].text, -1,
                                                                   &error);
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

static const struct
{
  CharterElectionRead read;
  const char         *text;
  int                 code;
  const char         *message;    /* what it begins with */
} bad[] = {
  { blt, "", SYNTAX, "Line 1, column 1: The text ends where the number of options belongs" },
  { blt, "3", SYNTAX, "Line 1, column 2: The text ends where the number of seats belongs" },
  { blt, "3 0", VALUE, "Line 1, column 3: The number of seats is from 1" },
  { blt, "3 99999999999", VALUE, "Line 1, column 3: The number of seats" },
  { blt, "10001 1", LIMIT, "Line 1, column 1: There are more than 10000 options" },
  { blt, "x", SYNTAX, "Line 1, column 1: The number of options belongs here" },
  { blt, "3 1 -4", REFERENCE, "Line 1, column 6: There is no option 4; the options are numbered from 1 to 3" },
  { blt, "3 1 -2 -2", VALUE, "Line 1, column 9: Option 2 is withdrawn twice" },
  { blt, "3 1\n1 4 0", REFERENCE, "Line 2, column 3: Ballot 1: There is no option 4" },
  { blt, "3 1\n1 1 0\n1 2 3=2 0", VALUE, "Line 3, column 7: Ballot 2: Option 2 stands here for the second time" },
  { blt, "3 1\n9223372036854775808 1 0", VALUE, "Line 2, column 1: A ballot's count is a whole number up to 9223372036854775807" },
  { blt, "3 1\n9223372036854775807 1 0\n1 1 0", VALUE, "Line 3, column 1: Ballot 2: With this the ballots come to more than" },
  { blt, "3 1\n1 1 2", SYNTAX, "Line 2, column 6: Ballot 1: The text ends where 0 at the end of the ballot belongs" },
  { blt, "3 1\n1 1x 0", SYNTAX, "Line 2, column 4: Ballot 1: A blank belongs" },
  { blt, "3 1\n1.5 1 0", SYNTAX, "Line 2, column 2: A blank belongs" },
  { blt, "3 1\n(1 1 0", SYNTAX, "Line 2, column 2: The ballot's id is not closed by “)”" },
  { blt, "3 1\n1 1= 0", SYNTAX, "Line 2, column 5: Ballot 1: An option's number belongs here" },
  { blt, "3 1\n1 (1 2 0", REFERENCE, "Line 2, column 8: Ballot 1: There is no option 0" },
  { blt, "3 1\n1 1 0\n", SYNTAX, "Line 2, column 6: The text ends where a ballot, or 0 after the last one belongs" },
  { blt, "2 1\n0\n\"Adam\" Basil \"T\"", SYNTAX, "Line 3, column 8: Here belongs an option's name, in quotation marks" },
  { blt, "2 1\n0\nAdam\n\"Basil\"\nT", SYNTAX, "Line 4, column 1: Here belongs an option's name, on a line of its own" },
  { blt, "2 1\n0 Adam\nBasil\nT", SYNTAX, "Line 2, column 3: Here belongs an option's name, on a line of its own" },
  { blt, "2 1\n0\nAdam\nBasil\n", SYNTAX, "Line 4, column 6: The text ends where the title of the election belongs" },
  { blt, "1 1\n0\n\"Adam", SYNTAX, "Line 3, column 1: The quotation mark is not closed" },
  { blt, "1 1\n0\n\"Adam\"\n", SYNTAX, "Line 3, column 7: The text ends where the title of the election belongs" },
  { blt, "1 1\n0\n\"\" \"T\"", VALUE, "Line 3, column 2: An option needs a name" },
  { blt, "2 1\n0\n\"Ç\" \"Ç\" \"T\"", VALUE, "Line 3, column 6: There are two options “Ç”" },
  { blt, "1 1\n0\n\"A\" \"T\" \"s\" \"c\" \"x\"", SYNTAX, "Line 3, column 17: After 1 names" },
  { blt, "1 1\n1 \xff 0", SYNTAX, "Line 2, column 3: This is not UTF-8" },

  { abif, "", SYNTAX, "Line 1, column 1: The text is empty" },
  { abif, "A>B", SYNTAX, "Line 1, column 1: A line is a ballot" },
  { abif, "3 A>B", SYNTAX, "Line 1, column 3: Ballot 1: A colon belongs after the count" },
  { abif, "0:A>B", VALUE, "Line 1, column 1: Ballot 1: A count is 1 or more" },
  { abif, "3:A>B\n2:A>B=A", VALUE, "Line 2, column 7: Ballot 2: “A” stands here for the second time" },
  { abif, "=A:[Ada]\n3:A>B", REFERENCE, "Line 2, column 5: Ballot 1: There is no option “B”" },
  { abif, "3:A>B\n=A:[Ada]", SYNTAX, "Line 2, column 2: The options are listed before the ballots" },
  { abif, "=A:[Ada]\n=A:[Bea]", VALUE, "Line 2, column 2: The token “A” stands for an option already" },
  { abif, "=A:[Ada]\n=B:[Ada]", VALUE, "Line 2, column 2: There are two options “Ada”" },
  { abif, "=A[Ada]", SYNTAX, "Line 1, column 3: A colon belongs between" },
  { abif, "=A:[Ada", SYNTAX, "Line 1, column 4: “]” is missing" },
  { abif, "=A:[Ada] x", SYNTAX, "Line 1, column 10: Nothing more belongs here" },
  { abif, "3:A>Ça", SYNTAX, "Line 1, column 5: Ballot 1: An option belongs here; one whose name" },
  { abif, "3:A>", SYNTAX, "Line 1, column 5: Ballot 1: An option belongs here" },
  { abif, "3:A B", SYNTAX, "Line 1, column 5: Ballot 1: “>”, “=” or “,” belongs" },
  { abif, "3:A/x", SYNTAX, "Line 1, column 5: Ballot 1: A rating belongs here" },
  { abif, "3:A/1>B/2", VALUE, "Line 1, column 6: Ballot 1: “>” says the contrary" },
  { abif, "3:A/1=B/2", VALUE, "Line 1, column 6: Ballot 1: “=” stands between two ratings that differ" },
  { abif, "3:A/1,B/2\n1:A>B", SYNTAX, "Line 2, column 4: Ballot 2: Some ballots order" },
  { abif, "3:A,B", VALUE, "Line 1, column 1: There are no ratings" },
  { abif, "{ballot_type: \"ranked\"}\n3:A,B", VALUE, "Line 2, column 1: The ballots are said to be ranked" },
  { abif, "{ballot_type: \"choose_many\"}\n3:A/2", VALUE, "Line 2, column 1: In approvals a rating is 0 or 1" },
  { abif, "{title}", SYNTAX, "Line 1, column 1: Metadata stand on one line" },
  { abif, "{a: \"x\"", SYNTAX, "Line 1, column 1: Metadata stand on one line" },

  { preflib, "", SYNTAX, "Line 1, column 1: A line “# NUMBER ALTERNATIVES: …” belongs" },
  { preflib, "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n1: 1", VALUE, "Line 3, column 1: The header says that there are 2 alternatives, and names up to number 1" },
  { preflib, "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 2: A\n1: 1", VALUE, "Line 3, column 1: The header has no line “# ALTERNATIVE NAME 1" },
  { preflib, "# NUMBER ALTERNATIVES: 2\n# NUMBER ALTERNATIVES: 2\n", SYNTAX, "Line 2, column 1: The number of alternatives stands here for the second time" },
  { preflib, "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 1: B\n", VALUE, "Line 2, column 20: Option 1 has a name already" },
  { preflib, "# ALTERNATIVE NAME 10001: A\n", LIMIT, "Line 1, column 20: Options are numbered from 1 to 10000" },
  { preflib, "# ALTERNATIVE NAME 0: A\n", LIMIT, "Line 1, column 20: Options are numbered from 1" },
  { preflib, "# ALTERNATIVE NAME 1:\n", VALUE, "Line 1, column 22: An option needs a name" },
  { preflib, "# NUMBER VOTERS: many", SYNTAX, "Line 1, column 18: The number of voters belongs here" },
  { preflib, "# DATA TYPE: tog", VALUE, "Line 1, column 14: Ballots have the data type soc" },
  { preflib, SOC "1: 1\n# TITLE: x\n", SYNTAX, "Line 6, column 1: Ballot 1: The header stands before the orders" },
  { preflib, SOC "1, 1\n", SYNTAX, "Line 5, column 2: Ballot 1: A colon belongs after the count" },
  { preflib, SOC "1: 4\n", REFERENCE, "Line 5, column 4: Ballot 1: There is no option 4" },
  { preflib, SOC "1: 2,{3,2}\n", VALUE, "Line 5, column 9: Ballot 1: “B” stands here for the second time" },
  { preflib, SOC "1: 2,{3,1\n", SYNTAX, "Line 5, column 10: Ballot 1: A comma or “}” belongs" },
  { preflib, SOC "1: 2 3\n", SYNTAX, "Line 5, column 6: Ballot 1: A comma belongs" },
  { preflib, SOC "1: {}\n", SYNTAX, "Line 5, column 5: Ballot 1: An option's number belongs" },
  { preflib, SOC "# DATA TYPE: soi\n1: {2,3}\n", VALUE, "Line 6, column 4: Ballot 1: The header says that there are no ties" },
  { preflib, SOC "# DATA TYPE: toc\n1: {2,3}\n", VALUE, "Line 6, column 1: Ballot 1: The header says that each order is complete" },
  { preflib, SOC "# NUMBER VOTERS: 3\n2: 1\n", VALUE, "Line 6, column 1: The header says that there are 3 voters, and the orders come to 2" },
  { preflib, SOC "# NUMBER UNIQUE ORDERS: 2\n2: 1\n", VALUE, "Line 6, column 1: The header says that there are 2 orders, and there are 1" },

  { csv, "", SYNTAX, "Line 1, column 1: The text is empty" },
  { csv, "A;B\n1;2", SYNTAX, "Line 1, column 1: A comma belongs between two columns" },
  { csv, "A,,B\n", VALUE, "Line 1, column 3: The column has no title" },
  { csv, "A,B,A\n", VALUE, "Line 1, column 1: There are two options “A”" },
  { csv, "A,B\n1\n", SYNTAX, "Line 2, column 2: Ballot 1: The row has fewer cells" },
  { csv, "A,B\n1,2,3\n", SYNTAX, "Line 2, column 5: Ballot 1: The row has more cells" },
  { csv, "A,B\n1,b\n", VALUE, "Line 2, column 3: Ballot 1: A rank (scores need a column “form”) is a whole number" },
  { csv, "A,B\n1,0\n", VALUE, "Line 2, column 3: Ballot 1: A rank is from 1" },
  { csv, "A,B\nyes,2\n", VALUE, "Line 2, column 5: Ballot 1: An option is approved" },
  { csv, "A,B\n1, 2\n", SYNTAX, "Line 2, column 3: Ballot 1: The cell begins or ends with a blank" },
  { csv, "A,B\n1,\"2\"x\n", SYNTAX, "Line 2, column 6: Ballot 1: A comma belongs after the cell's quotation mark" },
  { csv, "A,B\n1,2\"\n", SYNTAX, "Line 2, column 4: Ballot 1: A cell with a quotation mark" },
  { csv, "A,B\n1,\"2\n", SYNTAX, "Line 2, column 3: Ballot 1: The cell's quotation mark is not closed" },
  { csv, "A,B\n\n1,2\n", SYNTAX, "Line 3, column 1: There is an empty line before" },
  { csv, "form,A\nfoo,2\n", VALUE, "Line 2, column 1: Ballot 1: The form of a ballot is" },
  { csv, "form,A\nscores,2\nranking,1\n", VALUE, "Line 3, column 1: Ballot 2: This is of the form ranking" },
  { csv, "form,A\nscores,many\n", VALUE, "Line 2, column 8: Ballot 1: A score is a number" },
  { csv, "count,A\n0,1\n", VALUE, "Line 2, column 1: Ballot 1: A count is 1 or more" },
  { csv, "weight,A\n-1,1\n", VALUE, "Line 2, column 1: Ballot 1: A weight is a whole number" },
  { csv, "weight,A\n9223372036854775808,1\n", VALUE, "Line 2, column 1: Ballot 1: A weight is a whole number" },
  { csv, "count,weight,A\n4294967296,4294967296,1\n", VALUE, "Line 2, column 1: Ballot 1: With this the ballots come to more" },
  { csv, "rank 1,rank 2\nA,A\n", VALUE, "Line 2, column 3: Ballot 1: “A” stands here for the second time" },

  { debian, "", SYNTAX, "Line 1, column 1: There is no ballot" },
  { debian, "Option 1: A\nOption 3: B\n", VALUE, "Line 2, column 8: Here belongs option 2" },
  { debian, "Option 1: A\nV: 12 x\n", VALUE, "Line 2, column 4: Ballot 1: There are 2 ranks for 1 options" },
  { debian, "V: 12\nV: 1\n", VALUE, "Line 2, column 4: Ballot 2: There are 1 ranks for 2 options" },
  { debian, "V: 1a\n", VALUE, "Line 1, column 5: Ballot 1: A rank is a digit" },
  { debian, "V: 10\n", VALUE, "Line 1, column 5: Ballot 1: A rank is a digit" },
  { debian, "V:\n", SYNTAX, "Line 1, column 3: Ballot 1: Ranks belong after" },
  { debian, "Option 1: A\nOption 2: A\n", VALUE, "Line 2, column 11: There are two options “A”" },
};

static void
check_refusal (guint               row,
               CharterElectionRead read,
               const char         *text,
               gssize              length,
               int                 code,
               const char         *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElectionData) data = charter_test_election (read, text, length, &error);

  cr_assert (data == NULL, "row %u was read", row);
  cr_assert (g_error_matches (error, CHARTER_ERROR, code) && g_str_has_prefix (error->message, message),
             "row %u: code %d, “%s”, not code %d, “%s”", row, error->code, error->message, code, message);
  cr_assert (g_utf8_validate (error->message, -1, NULL));
}

CHARTER_TEST (election_formats, faults_have_a_place)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    check_refusal (i, bad[i].read, bad[i].text, -1, bad[i].code, bad[i].message);
}

static const CharterElectionRead readers[] = { blt, abif, abif_scores, preflib, csv, debian };

CHARTER_TEST (election_formats, zero_bytes_are_refused)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    check_refusal (i, readers[i], "1 1\0001", 5, SYNTAX, "Line 1, column 4: There is a zero byte");
}

CHARTER_TEST (election_formats, a_line_has_a_largest_length)
{
  gsize n = (16u << 20) + 1;
  g_autofree char *text = g_malloc (n);

  memset (text, '1', n);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    check_refusal (i, readers[i], text, (gssize) n, LIMIT,
                   "Line 1, column 1: The line is longer than 16777216 bytes");
}

CHARTER_TEST (election_formats, a_name_has_a_largest_length)
{
  g_autofree char *name = g_strnfill (1024, 'n');
  g_autofree char *fits = g_strdup_printf ("1:%s", name);
  g_autofree char *longer = g_strdup_printf ("1:%sx", name);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElectionData) data = charter_test_election (abif, fits, -1, &error);

  charter_assert_no_error (error);
  cr_assert_eq (data->n_ballots, 1);
  check_refusal (0, abif, longer, -1, LIMIT,
                 "Line 1, column 3: Ballot 1: An option's name is longer than 1024 bytes");
}

static char *
many_options (guint       n,
              const char *before,
              const char *between)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sn%u", i > 0 ? between : "", i);
  return g_string_free (text, FALSE);
}

CHARTER_TEST (election_formats, ten_thousand_options_and_no_more)
{
  g_autofree char *ranked = many_options (10000, "1:", ">");
  g_autofree char *one_more = many_options (10001, "1:", ">");
  g_autofree char *columns = many_options (10001, "", ",");
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElectionData) data = charter_test_election (abif, ranked, -1, &error);

  charter_assert_no_error (error);
  cr_assert_eq (charter_election_data_n_options (data), 10000);
  cr_assert_eq (charter_election_data_get_rank (data, 0, 9999), 9999);
  check_refusal (0, abif, one_more, -1, LIMIT,
                 "Line 1, column 58893: Ballot 1: There are more than 10000 options");
  check_refusal (1, csv, columns, -1, LIMIT,
                 "Line 1, column 1: There are more than 10000 options");
}

/* A short text that would need very much memory. */
CHARTER_TEST (election_formats, ballots_have_a_largest_size)
{
  g_autoptr(GString) text = g_string_new ("10000 1\n");

  for (guint i = 0; i < 110000; i++)
    g_string_append (text, "1 1 0\n");
  g_string_append (text, "0\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "\"n%u\"\n", i);
  g_string_append (text, "\"T\"\n");
  check_refusal (0, blt, text->str, (gssize) text->len, LIMIT, "Line 120003, column 1: 110000 ballots on "
                 "10000 options take more than 2 GiB");
}

/* Which format it is */

static const struct
{
  const char *text;
  const char *format;
} guesses[] = {
  { "", "cef" },
  { "A > B * 3\n", "cef" },
  { "# a comment\nA\n", "cef" },
  { "#/Candidates: A ; B\nA\n", "cef" },
  { "t, u || A > B, C\n", "cef" },
  { "A = B > C\n1:2\n", "cef" },
  { "4 2\n-2\n3 1 0\n", "blt" },
  { "# x\n4 2 # four\n", "blt" },
  { "4 2 -2 3 1 3 4 0", "blt" },
  { "5 2\n1 1 4 0\n", "blt" },
  { "27:A>B\n", "abif" },
  { "\xef\xbb\xbf# x\n  27 : A, B\n", "abif" },
  { "{title: \"x\"}\n# y\n", "abif" },
  { "=A:[Ada]\n", "abif" },
  { "# FILE NAME: x\n# DATA TYPE: soc\n", "preflib" },
  { "# FILE NAME: x\n# NUMBER ALTERNATIVES: 4\n3: 1,2\n", "preflib" },
  { "rank 1,rank 2\nA,B\n", "csv" },
  { "\"A\"\n1\n", "csv" },
  { "Tally Sheet, for the votes cast.\n\n   Option 1---------->: A\n", "debian" },
  { "V: 12-3 x\n", "debian" },
  { "1234 5\nV: 1\n", "blt" },
  { "{\"options\": []}", "json" },
  { "{\"options\": []}\n \n", "json" },
  { " {\n  \"a\": {}\n}", "json" },
  { "{\"title\": \"x\"}\n\n3:A", "abif" },
};

CHARTER_TEST (election_formats, a_text_tells_its_format)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr(GBytes) text = g_bytes_new (guesses[i].text, strlen (guesses[i].text));
      const char *format = charter_election_format_guess (text)->name;

      cr_assert_str_eq (format, guesses[i].format, "row %u: %s, not %s", i, format, guesses[i].format);
    }
}

CHARTER_TEST (election_formats, a_path_tells_its_format)
{
  static const char *const paths[][2] = {
    { "a.cvotes", "cef" }, { "A.BLT", "blt" }, { "x/A1.HIL", "blt" }, { "a.b.abif", "abif" },
    { "x.soc", "preflib" }, { "x.soi", "preflib" }, { "x.toc", "preflib" }, { "x.toi", "preflib" },
    { "x.csv", "csv" }, { "x.cs", NULL }, { "x.", NULL }, { "x", NULL }, { "a.csv/x", NULL }, { "x.json", "json" },
    { "x.txt", NULL }, { "x.ht", NULL }, { "x.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const CharterElectionFormat *format = charter_election_format_of_path (paths[i][0]);

      charter_assert_str (format != NULL ? format->name : NULL, paths[i][1]);
    }
}

CHARTER_TEST (election_formats, unknown_formats_are_told_of)
{
  g_autoptr(GError) error = NULL;

  cr_assert (charter_election_format_find ("cef", &error) != NULL);
  cr_assert (charter_election_format_find ("xml", &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
  charter_assert_str (error->message, "There is no format “xml”; the formats are cef, blt, abif, "
                      "abif-scores, preflib, csv, csv-options, debian, json");
}

/* Writers */

static const struct
{
  CharterElectionRead  read;
  const char          *text;
  CharterElectionWrite write;
  const char          *message;    /* NULL: @writes */
  const char          *writes;
} written[] = {
  { csv, "count,A,B,C\n2,1,2,2\n1,,,1\n1,,,\n", charter_election_write_blt, NULL,
    "3 1\n2 1 2=3 0\n1 3 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"Election\"\n" },
  { csv, "voter,A\nv w,1\n", charter_election_write_blt, NULL,
    "1 1\n(v w) 1 1 0\n0\n\"A\"\n\"Election\"\n" },
  { csv, "count,A b,c1,B\n2,1,2,2\n1,,,1\n1,,,\n", charter_election_write_abif, NULL,
    "{\"version\": \"0.1\"}\n{\"ballot_type\": \"ranked\"}\n=c1_:[A b]\n=c1:[c1]\n=B:[B]\n"
    "2:c1_>c1=B\n1:B\n1:\n" },
  { csv, "form,A,B\nscores,3,\nscores,0,12\n", charter_election_write_abif, NULL,
    "{\"version\": \"0.1\"}\n{\"ballot_type\": \"rated\"}\n=A:[A]\n=B:[B]\n1:A/3\n1:A/0,B/12\n" },
  { csv, "A,B\nyes,yes\n,yes\n", charter_election_write_abif, NULL,
    "{\"version\": \"0.1\"}\n{\"ballot_type\": \"choose_many\"}\n{\"max_rating\": 1}\n=A:[A]\n=B:[B]\n"
    "1:A/1=B/1\n1:B/1\n" },
  { csv, "count,A,B,C\n2,1,2,2\n1,,,1\n3,1,2,2\n9,2,1,3\n", charter_election_write_preflib, NULL,
    "# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 15\n# NUMBER UNIQUE ORDERS: 3\n"
    "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n9: 2,1,3\n5: 1,{2,3}\n"
    "1: 3\n" },
  { csv, "A,B\n1,2\n", charter_election_write_preflib, NULL,
    "# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 1\n# NUMBER UNIQUE ORDERS: 1\n"
    "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n1: 1,2\n" },
  { csv, "count,A,B,C,D\n2,1,2,2,\n1,,,1,\n", charter_election_write_csv, NULL,
    "count,rank 1,rank 2,rank 2\r\n0,D,,\r\n2,A,B,C\r\n1,C,,\r\n" },
  { csv, "rank 1,rank 2\nA,B\nB,\n", charter_election_write_csv_options, NULL,
    "count,A,B\r\n1,1,2\r\n1,,1\r\n" },
  { csv, "weight,A\n2,1\n", charter_election_write_blt, "BLT cannot write weights, and ballot 1 weighs 2", NULL },
  { csv, "weight,A\n2,1\n", charter_election_write_abif, "ABIF cannot write weights", NULL },
  { csv, "weight,A\n2,1\n", charter_election_write_preflib, "PrefLib cannot write weights", NULL },
  { csv, "A\nyes\n", charter_election_write_blt, "BLT cannot write approvals", NULL },
  { csv, "A\nyes\n", charter_election_write_csv, "CSV with a column for each rank cannot write approvals", NULL },
  { csv, "form,A\nscores,1\n", charter_election_write_preflib, "PrefLib cannot write scores", NULL },
  { csv, "form,A\nscores,1/2\n", charter_election_write_abif, "ABIF cannot write the score 1/2 of ballot 1", NULL },
  { csv, "form,A\nscores,-1\n", charter_election_write_abif, "ABIF cannot write the score -1 of ballot 1", NULL },
  { csv, "\"A\"\"\"\n1\n", charter_election_write_blt, "BLT cannot write the option “A\"”", NULL },
  { csv, "\"A\nB\"\n1\n", charter_election_write_preflib, "PrefLib cannot write the option “A\nB”", NULL },
  { csv, "\" A\"\n1\n", charter_election_write_preflib, "PrefLib cannot write the option “ A”", NULL },
  { csv, "A]\n1\n", charter_election_write_abif, "ABIF cannot write the option “A]”", NULL },
  { csv, "A# 1\n1\n", charter_election_write_abif, "ABIF cannot write the option “A# 1”", NULL },
  { csv, "voter,A\n(x),1\n", charter_election_write_blt, "BLT cannot write the voter “(x)”", NULL },
};

CHARTER_TEST (election_formats, writers_write_or_refuse)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElectionData) data = charter_test_election (written[i].read, written[i].text,
                                                                   -1, &error);
      g_autofree char *text = NULL;

      charter_assert_no_error (error);
      text = written[i].write (data, &error);
      if (written[i].message == NULL)
        cr_assert_str_eq (text, written[i].writes, "row %u: “%s”, not “%s”", i, text, written[i].writes);
      else
        cr_assert (text == NULL && g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED) &&
                   g_str_has_prefix (error->message, written[i].message), "row %u: “%s”, not “%s”",
                   i, error != NULL ? error->message : text, written[i].message);
    }
}

CHARTER_TEST (election_formats, ignored_options_are_not_made_last)
{
  static const CharterElectionWrite writers[] = {
    charter_election_write_blt, charter_election_write_abif, charter_election_write_preflib,
    charter_election_write_csv, charter_election_write_csv_options,
  };
  g_autoptr(CharterElectionData) whole = charter_test_election (csv, "A,B\n1,2\n", -1, NULL);
  g_autoptr(CharterElectionData) part = charter_test_election (csv, "A,B\n1,2\n1,\n", -1, NULL);

  whole->ignore_unranked = part->ignore_unranked = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *written_whole = writers[i] (whole, NULL);
      g_autofree char *written_part = writers[i] (part, &error);

      cr_assert (written_whole != NULL && written_part == NULL);
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
      cr_assert (strstr (error->message, "ballot 2 leaves options out") != NULL, "%s", error->message);
    }
}
