/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-election-test.h"

#include <charter/charter-error.h>

/* Random elections, with names that separators could tear apart, are written and read: what comes
 * back is the same ballots, or the writer has refused. */

#define ROUNDS 4000

static const char *const names[] = {
  "A", "B", "Nashville, TN", "c1", "c2", "c1_", "rank 1", "choice 2", "count", "form", "weight",
  "voter", "constituency", "=1+1", "'=1", "''@x", "'", "-", "+5", "@a", "  ", " lead", "trail ",
  "a>b", "a=b", "#1", "a # b", "#", "[x]", "x]", "{1,2}", "\"", "\"q\"", "a\"b", "1", "0", "-1",
  "yes", "no", "(1)", "V: 12", "Option 1", "new\nline", "cr\r\nlf", "tab\tbed", "Ärger", "日本", "👍🏽",
  "＝wide", ";", "*", "^", "||", "/5", "A/5", "\\", "a:b", ": ", "\xc2\xa0", "null",
};

typedef struct
{
  const char          *name;
  CharterElectionWrite write;
  CharterElectionRead  read;
  gboolean             voters;    /* are written; also constituencies? */
  gboolean             constituencies;
  gboolean             seats;
  gboolean             order;     /* options come back in their order */
} Format;

static const Format formats[] = {
  { "cef", charter_election_write_cef, charter_election_read_cef, FALSE, FALSE, TRUE, TRUE },
  { "blt", charter_election_write_blt, charter_election_read_blt, TRUE, FALSE, TRUE, TRUE },
  { "abif", charter_election_write_abif, charter_election_read_abif, FALSE, FALSE, FALSE, TRUE },
  { "cef", charter_election_write_cef, charter_election_read_cef, FALSE, FALSE, TRUE, TRUE },
  { "preflib", charter_election_write_preflib, charter_election_read_preflib, FALSE, FALSE, FALSE,
    TRUE },
  { "csv", charter_election_write_csv, charter_election_read_csv, TRUE, TRUE, FALSE, FALSE },
  { "csv-options", charter_election_write_csv_options, charter_election_read_csv, TRUE, TRUE, FALSE,
    TRUE },
};

static guint
pick (GRand *random,
      guint  below)
{
  return (guint) g_rand_int_range (random, 0, (gint32) below);
}

static void
add_options (CharterElectionData *data,
             GRand               *random,
             gboolean             hostile)
{
  guint n = pick (random, 200) == 0 ? 255 + pick (random, 20) : pick (random, 9);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *plain = g_strdup_printf ("n%u", i);

      charter_election_data_add_option (data, hostile && i < 6
                                        ? names[pick (random, G_N_ELEMENTS (names))] : plain, -1);
    }
}

/* Ranks with equals and some left out, without gaps. */
static void
fill_ranks (CharterElectionData *data,
            guint                ballot,
            GRand               *random,
            gboolean             strict)
{
  guint n = charter_election_data_n_options (data);
  guint length = pick (random, 3) == 0 ? n : pick (random, n + 1), rank = 0;
  g_autofree guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint j = pick (random, i), swapped = order[i - 1];

      order[i - 1] = order[j];
      order[j] = swapped;
    }
  for (guint i = 0; i < length; i++)
    {
      rank += i > 0 && (strict || pick (random, 3) > 0);
      charter_election_data_set_rank (data, ballot, order[i], rank);
    }
}

static void
fill_scores (CharterElectionData *data,
             guint                ballot,
             GRand               *random,
             gboolean             whole)
{
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    {
      CharterFraction score;

      if (pick (random, 3) == 0)
        continue;
      charter_fraction_init (&score, whole ? (gint64) pick (random, 6) : (gint64) pick (random, 100) - 50,
                             whole ? 1 : 1 + pick (random, 7));
      data->scores[(gsize) ballot * data->score_stride + i] = score;
    }
}

static void
add_ballot (CharterElectionData *data,
            GRand               *random,
            guint                traits)
{
  guint ballot = charter_election_data_append (data), voter = pick (random, G_N_ELEMENTS (names));

  if ((traits & 1) != 0)
    charter_election_data_set_count (data, ballot, 1 + pick (random, 1000));
  if ((traits & 2) != 0)
    charter_election_data_set_weight (data, ballot, pick (random, 4));
  if ((traits & 4) != 0 && pick (random, 2) == 0 &&
      charter_election_data_find_voter (data, names[voter]) == 0)
    charter_election_data_set_voter (data, ballot, names[voter]);
  if ((traits & 8) != 0 && pick (random, 2) == 0)
    charter_election_data_set_constituency (data, ballot, names[pick (random, G_N_ELEMENTS (names))]);
  if (data->form == CHARTER_BALLOT_FORM_SCORES)
    fill_scores (data, ballot, random, (traits & 16) != 0);
  else if (data->form == CHARTER_BALLOT_FORM_RANKING)
    fill_ranks (data, ballot, random, (traits & 32) != 0);
  else
    for (guint i = 0; i < charter_election_data_n_options (data); i++)
      if (pick (random, 2) == 0)
        charter_election_data_set_rank (data, ballot, i, 0);
}

static CharterElectionData *
make_election (GRand *random)
{
  static const CharterBallotForm forms[] = {
    CHARTER_BALLOT_FORM_RANKING, CHARTER_BALLOT_FORM_RANKING, CHARTER_BALLOT_FORM_RANKING,
    CHARTER_BALLOT_FORM_APPROVES, CHARTER_BALLOT_FORM_SCORES,
  };
  CharterElectionData *data = charter_election_data_new (forms[pick (random, G_N_ELEMENTS (forms))]);
  guint traits = pick (random, 64), n = pick (random, 7);

  /* Weights and strange names are refused by most: often without. */
  if (pick (random, 3) > 0)
    traits &= ~6u;
  add_options (data, random, pick (random, 3) == 0);
  data->seats = 1 + pick (random, 3);
  for (guint i = 0; i < n; i++)
    add_ballot (data, random, traits);
  return data;
}

/* The ballots one by one in an order of their own, equal ones counted together. */
static char *
canonical (const CharterElectionData *data,
           const Format              *format)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);
  gint64 count = 0;

  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    g_ptr_array_add (lines, g_strdup_printf ("o%05u%s", format->order ? i : 0,
                                             charter_election_data_option (data, i)));
  g_ptr_array_sort (lines, charter_test_compare_names);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s; ", (char *) lines->pdata[i]);
  g_string_append_printf (out, "form %u seats %u; ", data->n_ballots > 0 ? data->form : 0,
                          format->seats ? data->seats : 0);
  g_ptr_array_set_size (lines, 0);
  for (guint i = 0; i < data->n_ballots; i++)
    g_ptr_array_add (lines, g_strdup_printf ("%020" G_GINT64_FORMAT "\n", data->counts != NULL
                                             ? data->counts[i] : 1));
  for (guint i = 0; i < data->n_ballots; i++)
    {
      g_autofree char *ballot = charter_test_ballot (data, i);

      g_ptr_array_add (lines, g_strconcat (ballot, "\t", lines->pdata[i], NULL));
    }
  if (data->n_ballots > 0)
    g_ptr_array_remove_range (lines, 0, data->n_ballots);
  g_ptr_array_sort (lines, charter_test_compare_names);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *tab = strrchr (lines->pdata[i], '\t');
      gsize length = (gsize) (tab - (char *) lines->pdata[i]) + 1;

      count += g_ascii_strtoll (tab + 1, NULL, 10);
      if (i + 1 < lines->len && strncmp (lines->pdata[i], lines->pdata[i + 1], length) == 0)
        continue;
      g_string_append_printf (out, "%" G_GINT64_FORMAT " %.*s; ", count, (int) length - 1,
                              (char *) lines->pdata[i]);
      count = 0;
    }
  return g_string_free (out, FALSE);
}

/* What the format has no place for, and no count depends on. */
static void
forget (CharterElectionData *data,
        const Format        *format)
{
  if (!format->voters)
    g_clear_pointer (&data->voters, g_free);
  if (!format->constituencies)
    g_clear_pointer (&data->constituencies, g_free);
}

static gboolean
try (CharterElectionData *data,
     const Format        *format,
     guint                seed)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = format->write (data, &error);
  g_autofree char *before = NULL, *after = NULL, *again = NULL;
  g_autoptr(CharterElectionData) back = NULL;

  if (text == NULL)
    {
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED);
      return FALSE;
    }
  back = charter_test_election (format->read, text, -1, &error);
  cr_assert (back != NULL, "seed %u, %s: %s\n%s", seed, format->name, error != NULL ? error->message : "",
             text);
  forget (data, format);
  before = canonical (data, format);
  after = canonical (back, format);
  cr_assert_str_eq (before, after, "seed %u, %s:\n%.2000s\n%.2000s\n%.2000s", seed, format->name, text, before, after);
  again = format->write (back, &error);
  charter_assert_no_error (error);
  if (format->order && back->form == data->form)
    cr_assert_str_eq (text, again, "seed %u, %s:\n%s\n%s", seed, format->name, text, again);
  return TRUE;
}

CHARTER_TEST (election_round_trip, what_is_written_is_read)
{
  guint held[G_N_ELEMENTS (formats)] = { 0 };

  for (guint seed = 0; seed < ROUNDS; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
      {
        g_autoptr(GRand) random = g_rand_new_with_seed (seed);
        g_autoptr(CharterElectionData) data = make_election (random);

        held[i] += try (data, &formats[i], seed);
      }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      cr_log_info ("%s: %u of %u", formats[i].name, held[i], ROUNDS);
      cr_assert (held[i] > ROUNDS / 5, "%s was written only %u times", formats[i].name, held[i]);
    }
}
