/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-object-private.h"
#include "decide/charter-election-scan-private.h"

/* Rankings that a program has in memory already, one byte an option, become packed rows. */

/* Do the numbers of a ballot's ranks leave one out?  Also where one is too high to see. */
static gboolean
has_gaps (const guint8 *ranks,
          guint         n)
{
  guint64 seen = 0;
  guint high = 0;

  for (guint i = 0; i < n; i++)
    {
      seen |= (guint64) (ranks[i] < 64) << (ranks[i] & 63);
      high |= ranks[i] >= 64 && ranks[i] != CHARTER_UNRANKED;
    }
  return high != 0 || (seen & (seen + 1)) != 0;
}

static void
close_gaps (guint8 *row,
            guint   n)
{
  guint8 ranks[CHARTER_UNRANKED + 1] = { 0 };
  guint8 next = 0;

  for (guint i = 0; i < n; i++)
    ranks[row[i]] = 1;
  for (guint rank = 0; rank < CHARTER_UNRANKED; rank++)
    if (ranks[rank] != 0)
      ranks[rank] = next++;
  ranks[CHARTER_UNRANKED] = CHARTER_UNRANKED;
  for (guint i = 0; i < n; i++)
    row[i] = ranks[row[i]];
}

/* The number of ballots; -1 with an error where the ranks are none of these options. */
static gint64
count_ballots (const CharterElectionData *data,
               gsize                      size,
               GError                   **error)
{
  gsize n = charter_election_data_n_options (data);

  if (n > CHARTER_OPTIONS_BYTE)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                   "With one byte an option, an election has at most %u options, and here are %zu",
                   CHARTER_OPTIONS_BYTE, n);
      return -1;
    }
  if (n == 0 ? size != 0 : size % n != 0)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                   "The ranks must be one byte an option for each ballot: %zu bytes are no "
                   "multiple of %zu options", size, n);
      return -1;
    }
  if (n > 0 && size / n > MIN (CHARTER_ELECTION_BALLOTS_MAX,
                               CHARTER_ELECTION_ROWS_MAX / data->stride))
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                   "There are more ballots than fit: %zu; count equal ballots together", size / n);
      return -1;
    }
  return n > 0 ? (gint64) (size / n) : 0;
}

static void
append (CharterElectionData *data,
        const guint8        *ranks,
        guint                n)
{
  guint8 *row = charter_election_data_row (data, charter_election_data_append (data));

  for (guint i = 0; i < n; i++)
    row[i] = ranks[i];
  if (has_gaps (ranks, n))
    close_gaps (row, n);
}

/**
 * charter_election_new_rankings:
 * @options: (array zero-terminated=1): what is voted on, each once, at most 255
 * @ranks: one byte an option for each ballot, ballot after ballot, options in their order
 * @error: return location for an error
 *
 * Makes an election of rankings that a program has in memory, in one call.
 *
 * A byte is the rank of an option, the lower the better; options with equal numbers are equally
 * good, and 255 is for an option that the voter did not rank. Only the order of a ballot's
 * numbers counts: ranks 1, 4, 4 say what 0, 1, 1 says.
 *
 * ```python
 * # Buy before Lease, and Wait unranked; then all three equal
 * ranks = GLib.Bytes.new(bytes([1, 0, 255, 0, 0, 0]))
 * election = Charter.Election.new_rankings(["Lease", "Buy", "Wait"], ranks)
 * ```
 *
 * Returns: (transfer full): the election, %NULL with an error where [ctor@Charter.Election.new]
 *   refuses the options, where there are more than 255 (`CHARTER_ERROR_LIMIT`), or where the
 *   bytes are no multiple of them (`CHARTER_ERROR_VALUE`)
 *
 * Since: 0.1
 */
CharterElection *
charter_election_new_rankings (const char *const *options,
                               GBytes            *ranks,
                               GError           **error)
{
  g_autoptr(CharterElection) empty = NULL;
  CharterElectionData *data;
  const guint8 *bytes;
  gint64 n_ballots;
  gsize size, n;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (ranks != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  empty = charter_election_new (options, error);
  if (empty == NULL)
    return NULL;
  data = charter_election_get_data (empty);
  n = charter_election_data_n_options (data);
  bytes = g_bytes_get_data (ranks, &size);
  n_ballots = count_ballots (data, size, error);
  if (n_ballots < 0)
    return NULL;
  charter_election_data_reserve (data, (guint) n_ballots);
  for (gint64 i = 0; i < n_ballots; i++)
    append (data, bytes + (gsize) i * n, (guint) n);

  return charter_election_new_for_data (charter_election_data_ref (data), error);
}
