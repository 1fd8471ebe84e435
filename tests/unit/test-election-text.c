/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter.h>

/* Elections as texts through the public interface. */

static CharterElection *
from_text (const char *text,
           gssize      length,
           const char *format,
           GError    **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return charter_election_new_from_text (bytes, format, error);
}

static const struct
{
  const char *text;
  const char *format;     /* asked for */
  const char *taken_for;
  const char *form;
  gint64      n_ballots;
  const char *method;     /* that the text names */
} texts[] = {
  { "A > B * 3\n", NULL, "cef", "ranking", 3, NULL },
  { "#/Voting Methods: Ranked Pairs ; Schulze\nA > B\n", NULL, "cef", "ranking", 1, "ranked-pairs" },
  { "#/Voting Methods: Schulze Margin\nA > B\n", NULL, "cef", "ranking", 1, NULL },
  { "2 1\n4 1 2 0\n0\n\"A\"\n\"B\"\n\"T\"\n", NULL, "blt", "ranking", 4, NULL },
  { "27:A>B\n3:B\n", NULL, "abif", "ranking", 30, NULL },
  { "27:A/3>B/1\n", "abif-scores", "abif-scores", "scores", 27, NULL },
  { "count,A,B\n5,yes,no\n", NULL, "csv", "approves", 5, NULL },
  { "V: 12 x\nV: -1 y\n", NULL, "debian", "ranking", 2, NULL },
  { "# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: A\n7: 1\n", NULL, "preflib", "ranking", 7, NULL },
  { "{\"options\": [\"A\"], \"ballots\": [{\"choice\": \"yes\", \"count\": 2}]}", NULL, "json", "choice", 2,
    NULL },
  { "{\"method\": \"borda\", \"options\": [\"A\"], \"ballots\": []}", "json", "json", "ranking", 0, "borda" },
};

CHARTER_TEST (election_text, texts_are_taken_for)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElection) election = from_text (texts[i].text, -1, texts[i].format, &error);

      charter_assert_no_error (error);
      charter_assert_str (charter_election_get_format (election), texts[i].taken_for);
      charter_assert_str (charter_election_get_form (election), texts[i].form);
      charter_assert_str (charter_election_get_method (election), texts[i].method);
      cr_assert_eq (charter_election_get_n_ballots (election), texts[i].n_ballots, "row %u", i);
    }
}

static const struct
{
  const char *text;
  gssize      length;
  const char *format;
  int         code;
  const char *message;
} faults[] = {
  { "A", -1, "xml", CHARTER_ERROR_VALUE, "There is no format “xml”; the formats are cef, blt, abif," },
  { "3:A>A", -1, NULL, CHARTER_ERROR_VALUE, "Line 1, column 5: Ballot 1: “A” stands here" },
  { "{\"a\": 1}", -1, NULL, CHARTER_ERROR_FORMAT, "" },
  { "", -1, "json", CHARTER_ERROR_SYNTAX, "" },
  { "{\0}", 3, "json", CHARTER_ERROR_SYNTAX, "There is a zero byte" },
};

CHARTER_TEST (election_text, faults_are_told)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElection) election = from_text (faults[i].text, faults[i].length,
                                                       faults[i].format, &error);

      cr_assert (election == NULL);
      cr_assert (g_error_matches (error, CHARTER_ERROR, faults[i].code) &&
                 g_str_has_prefix (error->message, faults[i].message), "row %u: %d, %s", i, error->code,
                 error->message);
    }
}

static char *
data_file (const char *name)
{
  g_autofree char *relative = g_build_filename ("elections-text", name, NULL);

  return charter_test_path ("CHARTER_TEST_DATA", relative);
}

/* What the publications say of the example files. */
static const struct
{
  const char *file;
  const char *method;
  const char *winners;
} files[] = {
  { "schulze-01.cvotes", NULL, "D" },
  { "schulze-01.abif", "schulze", "D" },
  { "schulze-01.blt", "schulze", "D" },
  { "schulze-01.soc", "schulze", "D" },
  { "schulze-01.csv", "schulze", "D" },
  { "schulze-01-options.csv", "schulze", "D" },
  { "schulze-01.soc", "ranked-pairs", "A" },
  { "tennessee.abif", "schulze", "Nashville, TN" },
  { "tennessee.abif", "instant-runoff", "Knoxville, TN" },
  { "tennessee-approval.csv", "approval", "Nashville" },
  { "tennessee-score.csv", "score", "Nashville" },
  { "dessert.cvotes", NULL, "Orange, Chocolate, Strawberry" },
  { "meek-1987.blt", "schulze", "Adam" },
  { "trustees.hil", "stv", "Abara, Bewick" },
  { "heating_tally.txt", "schulze", "District heating" },
};

CHARTER_TEST (election_text, files_of_publications)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = data_file (files[i].file);
      g_autoptr(CharterElection) election = charter_election_new_from_file (path, NULL, &error);
      g_autoptr(CharterCount) count = NULL;
      g_autofree char *winners = NULL;

      charter_assert_no_error (error);
      count = charter_election_count (election, files[i].method, NULL, NULL, &error);
      charter_assert_no_error (error);
      winners = g_strjoinv (", ", (char **) charter_count_get_winners (count));
      cr_assert_str_eq (winners, files[i].winners, "%s: %s, not %s", files[i].file, winners,
                        files[i].winners);
    }
}

CHARTER_TEST (election_text, a_file_is_told_by_its_name_and_then_its_text)
{
  g_autofree char *path = data_file ("heating_tally.txt");
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) election = charter_election_new_from_file (path, NULL, &error);
  g_autoptr(CharterElection) wrong = NULL;

  charter_assert_no_error (error);
  charter_assert_str (charter_election_get_format (election), "debian");
  wrong = charter_election_new_from_file (path, "blt", &error);
  cr_assert (wrong == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_SYNTAX);
  g_clear_error (&error);
  wrong = charter_election_new_from_file (path, "foo", &error);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
  g_clear_error (&error);
  wrong = charter_election_new_from_file ("/nowhere/x.blt", NULL, &error);
  cr_assert (wrong == NULL && g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT));
}

CHARTER_TEST (election_text, writing)
{
  static const char *const formats[] = { "cef", "blt", "abif", "preflib", "csv", "csv-options", "json" };
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) election = from_text ("count,A,B\n2,1,2\n3,,1\n", -1, NULL, &error);
  g_autofree char *text = NULL;

  charter_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *written = charter_election_to_text (election, formats[i], &error);
      g_autoptr(CharterElection) back = NULL;

      charter_assert_no_error (error);
      back = from_text (written, -1, NULL, &error);
      charter_assert_no_error (error);
      cr_assert_eq (charter_election_get_n_ballots (back), 5);
    }
  text = charter_election_to_text (election, "debian", &error);
  cr_assert (text == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
  g_clear_error (&error);
  text = charter_election_to_text (election, "xml", &error);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
}

/* What the text says beside its ballots holds where nothing else is asked. */
CHARTER_TEST (election_text, seats_and_unranked_options_of_the_text)
{
  static const char implicit[] = "#/Candidates: A ; B ; C\n#/Implicit Ranking: false\nA * 2\nB > A\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) ignored = from_text (implicit, -1, NULL, &error);
  g_autoptr(CharterCount) as_said = charter_election_count (ignored, "schulze", NULL, NULL, &error);
  g_autoptr(CharterCount) last = charter_election_count (ignored, "schulze", "{\"unranked\": \"last\"}",
                                                         NULL, &error);
  g_autoptr(CharterElection) two = from_text ("3 2\n3 1 0\n2 2 0\n1 3 0\n0 \"A\" \"B\" \"C\" \"T\"", -1, "blt",
                                              &error);
  g_autoptr(CharterCount) seats = charter_election_count (two, "stv", NULL, NULL, &error);
  g_autofree char *json = NULL;

  charter_assert_no_error (error);
  cr_assert (!g_strv_contains (charter_count_get_winners (as_said), "A"));
  charter_assert_str (charter_count_get_winners (last)[0], "A");
  cr_assert_eq (g_strv_length ((char **) charter_count_get_elected (seats)), 2);
  json = charter_election_to_text (ignored, "json", &error);
  cr_assert (json == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
}

/* The shared cases, written in every format that can say them and read again by what they look like,
 * come to the same. */

static const char *
method_for (CharterElection *election)
{
  const char *form = charter_election_get_form (election);

  return strcmp (form, "approves") == 0 ? "approval" : strcmp (form, "scores") == 0 ? "score"
         : "schulze";
}

static gboolean
same_options (const char *const *a,
              const char *const *b)
{
  if (g_strv_length ((char **) a) != g_strv_length ((char **) b))
    return FALSE;
  for (guint i = 0; a[i] != NULL; i++)
    if (!g_strv_contains (b, a[i]))
      return FALSE;
  return TRUE;
}

static gboolean
survives (CharterElection *election,
          const char      *format,
          const char      *file)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = charter_election_to_text (election, format, &error);
  g_autoptr(CharterElection) back = NULL;
  g_autoptr(CharterCount) before = NULL, after = NULL;
  g_autoptr(GBytes) pairs_before = NULL, pairs_after = NULL;

  if (text == NULL)
    {
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
      return FALSE;
    }
  back = from_text (text, -1, NULL, &error);
  cr_assert (back != NULL, "%s, %s: %s", file, format, error != NULL ? error->message : "");
  before = charter_election_count (election, method_for (election), NULL, NULL, NULL);
  after = charter_election_count (back, method_for (election), NULL, NULL, NULL);
  cr_assert (before != NULL && after != NULL, "%s, %s", file, format);
  cr_assert (same_options (charter_count_get_winners (before), charter_count_get_winners (after)),
             "%s, %s", file, format);
  pairs_before = charter_count_dup_pairwise (before);
  pairs_after = charter_count_dup_pairwise (after);
  /* A column for each rank gives the options in the order in which ballots name them. */
  cr_assert (strcmp (format, "csv") == 0 || pairs_before == NULL ||
             g_bytes_equal (pairs_before, pairs_after), "%s, %s", file, format);
  return TRUE;
}

CHARTER_TEST (election_text, shared_cases_survive_every_format)
{
  static const char *const formats[] = { "cef", "blt", "abif", "preflib", "csv", "csv-options", "json" };
  g_autofree char *folder = charter_test_path ("CHARTER_SHARED", "elections");
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint n = 0;

  if (dir == NULL)
    cr_skip ("the shared cases are not here");
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElection) election = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      election = charter_election_new_from_file (path, NULL, &error);
      charter_assert_no_error (error);
      for (guint i = 0; i < G_N_ELEMENTS (formats) &&
           strcmp (charter_election_get_form (election), "choice") != 0; i++)
        n += survives (election, formats[i], name);
    }
  cr_assert (n > 300, "only %u were written", n);
}
