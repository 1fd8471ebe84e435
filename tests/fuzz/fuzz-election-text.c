/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include <string.h>

#include <charter/charter-error.h>

#include "decide/charter-election-formats-private.h"

/* Whatever the bytes: no reader of election texts crashes, each gives ballots or a fault with its
 * place.  Ballots that are read are sound; what a writer makes of them is read as the same. */

typedef CharterElectionData *(*Read)  (GBytes                    *text,
                                       GError                   **error);
typedef char                *(*Write) (const CharterElectionData *data,
                                       GError                   **error);

static const struct
{
  Read  read;
  Write write;
} formats[] = {
  { charter_election_read_blt, charter_election_write_blt },
  { charter_election_read_abif, charter_election_write_abif },
  { charter_election_read_preflib, charter_election_write_preflib },
  { charter_election_read_csv, charter_election_write_csv },
  { charter_election_read_csv, charter_election_write_csv_options },
  { charter_election_read_cef, charter_election_write_cef },
  { charter_election_read_abif_scores, charter_election_write_abif },
  { charter_election_read_debian, NULL },
};

/* Ranks from 0 without a gap. */
static void
check_ballot (const CharterElectionData *data,
              guint                      ballot)
{
  guint n = charter_election_data_n_options (data);
  g_autofree gboolean *used = g_new0 (gboolean, n + 1);
  guint highest = 0, n_ranked = 0;

  if (data->ranks == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      guint rank = charter_election_data_get_rank (data, ballot, i);

      if (rank == CHARTER_UNRANKED_WIDE)
        continue;
      g_assert (rank < n);
      used[rank] = TRUE;
      highest = MAX (highest, rank);
      n_ranked++;
    }
  for (guint rank = 0; n_ranked > 0 && rank <= highest; rank++)
    g_assert (used[rank]);
  g_assert (data->form != CHARTER_BALLOT_FORM_APPROVES || highest == 0);
}

static void
check_data (const CharterElectionData *data)
{
  gint64 total;

  g_assert (charter_election_data_total (data, &total));
  for (guint i = 0; i < data->n_ballots; i++)
    {
      g_assert (data->counts == NULL || data->counts[i] >= 1);
      g_assert (data->weights == NULL || data->weights[i] >= 0);
      check_ballot (data, i);
    }
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    {
      const char *name = charter_election_data_option (data, i);

      g_assert (*name != '\0' && g_utf8_validate (name, -1, NULL));
      g_assert (charter_election_data_find_option (data, name, -1) == (int) i);
    }
}

static void
check_writer (const CharterElectionData *data,
              Read                       read,
              Write                      write)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = write (data, &error);
  g_autofree char *again = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CharterElectionData) back = NULL;
  gint64 before, after;

  if (text == NULL)
    {
      g_assert (g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED));
      return;
    }
  bytes = g_bytes_new (text, strlen (text));
  back = read (bytes, &error);
  g_assert_no_error (error);
  check_data (back);
  g_assert (charter_election_data_total (data, &before) && charter_election_data_total (back, &after));
  g_assert (before == after);
  g_assert (charter_election_data_n_options (data) == charter_election_data_n_options (back));
  again = write (back, &error);
  g_assert_no_error (error);
  /* A table with a column for each rank lists the options as its ballots name them, and one with no
   * ballots does not say what its cells would be. */
  if (write != charter_election_write_csv && data->form == back->form)
    g_assert_cmpstr (text, ==, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) text = g_bytes_new (data, size);

  g_assert (charter_election_format_guess (text) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterElectionData) read = formats[i].read (text, &error);

      if (read == NULL)
        {
          g_assert (error != NULL && g_str_has_prefix (error->message, "Line ") &&
                    g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      g_assert_no_error (error);
      check_data (read);
      for (guint j = 0; j < 6; j++)
        check_writer (read, formats[j].read, formats[j].write);
    }
  return 0;
}
