/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "decide/charter-pairwise-private.h"

#include <string.h>

/* Every version that runs here gives the numbers of the plain loop, to the bit. */

#define N_SIZES 6

static const guint sizes[N_SIZES] = { 0, 1, 254, 255, 256, 511 };

typedef enum
{
  VALUES_NONE,
  VALUES_SMALL,     /* weights 0 to 4, counts 1 to 3 */
  VALUES_LARGE,     /* any that 511 of them fit 63 bits */
} Values;

static CharterElectionData *
new_election (guint n_options)
{
  CharterElectionData *data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);

  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *name = g_strdup_printf ("o%u", i);

      cr_assert_eq (charter_election_data_add_option (data, name, -1), (int) i);
    }
  return data;
}

static void
append_random (CharterElectionData *data,
               Values               values,
               GRand               *random)
{
  guint n = charter_election_data_n_options (data);
  guint ballot = charter_election_data_append (data);
  guint n_ranks = 1 + (guint) g_rand_int_range (random, 0, (gint32) n);
  guint named = (guint) g_rand_int_range (random, 0, 5);

  for (guint i = 0; i < n; i++)
    if (named == 0 || (guint) g_rand_int_range (random, 0, 5) <= named)
      charter_election_data_set_rank (data, ballot, i,
                                      (guint) g_rand_int_range (random, 0, (gint32) n_ranks));
  if (values == VALUES_NONE)
    return;
  charter_election_data_set_count (data, ballot, g_rand_int_range (random, 1, 4));
  charter_election_data_set_weight (data, ballot,
                                    values == VALUES_SMALL
                                    ? g_rand_int_range (random, 0, 5)
                                    : (gint64) (((guint64) g_rand_int (random) << 32
                                                 | g_rand_int (random)) >> 12));
}

/* The plain loop. */
static void
add_plainly (const CharterElectionData *data,
             guint                      ballot,
             gint64                    *last,
             gint64                    *ignored)
{
  guint n = charter_election_data_n_options (data);
  g_autofree guint *ranks = g_new (guint, n);
  gint64 value;

  cr_assert (charter_election_data_value (data, ballot, &value));
  for (guint i = 0; i < n; i++)
    ranks[i] = charter_election_data_get_rank (data, ballot, i);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        gint64 over = ranks[i] < ranks[j] ? value : 0;

        last[i * n + j] += over;
        ignored[i * n + j] += ranks[j] != CHARTER_UNRANKED_WIDE ? over : 0;
      }
}

static void
compare (const CharterPairwiseVersion *version,
         const CharterElectionData    *data,
         gboolean                      ignore_unranked,
         const gint64                 *expected,
         gint64                       *found)
{
  gsize n = charter_election_data_n_options (data);

  memset (found, 0xa5, n * n * sizeof *found);
  cr_assert (charter_pairwise_run (version, data, ignore_unranked, found));
  if (memcmp (expected, found, n * n * sizeof *found) == 0)
    return;
  for (gsize i = 0; i < n * n; i++)
    cr_assert_eq (found[i], expected[i], "%s, %zu options, %u ballots, option %zu over %zu: %"
                  G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, version->name, n, data->n_ballots,
                  i / n, i % n, found[i], expected[i]);
}

static void
check_all (const CharterElectionData *data,
           const gint64              *last,
           const gint64              *ignored,
           gint64                    *found)
{
  for (guint v = 0; charter_pairwise_versions[v] != NULL; v++)
    {
      if (!charter_pairwise_versions[v]->runs_here ())
        continue;
      compare (charter_pairwise_versions[v], data, FALSE, last, found);
      compare (charter_pairwise_versions[v], data, TRUE, ignored, found);
    }
}

static void
check_sizes (guint        n_options,
             const guint *ballots,
             guint        n_sizes,
             Values       values,
             GRand       *random)
{
  g_autoptr(CharterElectionData) data = new_election (n_options);
  gsize places = (gsize) n_options * n_options;
  g_autofree gint64 *last = g_new0 (gint64, places);
  g_autofree gint64 *ignored = g_new0 (gint64, places);
  g_autofree gint64 *found = g_new (gint64, places);

  for (guint s = 0; s < n_sizes; s++)
    {
      while (data->n_ballots < ballots[s])
        {
          append_random (data, values, random);
          add_plainly (data, data->n_ballots - 1, last, ignored);
        }
      check_all (data, last, ignored, found);
    }
}

CHARTER_TEST (pairwise, every_number_of_options, .timeout = 600)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (42);

  for (guint n = 1; n <= 300; n++)
    {
      guint n_sizes = n <= 40 || n % 8 == 0 ? N_SIZES : N_SIZES - 1;

      check_sizes (n, sizes, n_sizes, n % 2 == 0 ? VALUES_NONE : VALUES_SMALL, random);
      if (n <= 40)
        check_sizes (n, sizes, N_SIZES, n % 2 == 1 ? VALUES_NONE : VALUES_SMALL, random);
      if (n <= 40 || n == 128 || n == 255 || n == 256)
        check_sizes (n, sizes, N_SIZES, VALUES_LARGE, random);
    }
}

/* Batches are of 2048 ballots at most; vectors of 16 and 32. */
CHARTER_TEST (pairwise, batches_end_anywhere, .timeout = 300)
{
  static const guint ballots[] = { 15, 16, 17, 31, 32, 33, 63, 64, 65, 2047, 2048, 2049, 4095, 4097, 9000 };
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (Values values = VALUES_NONE; values <= VALUES_SMALL; values++)
    {
      check_sizes (1, ballots, G_N_ELEMENTS (ballots), values, random);
      check_sizes (3, ballots, G_N_ELEMENTS (ballots), values, random);
      check_sizes (10, ballots, G_N_ELEMENTS (ballots), values, random);
      check_sizes (16, ballots, G_N_ELEMENTS (ballots), values, random);
      check_sizes (33, ballots, 12, values, random);
      check_sizes (257, ballots, 9, values, random);
    }
}

/* Every ballot says the same: no lane of eight bits may run over. */
CHARTER_TEST (pairwise, no_counter_runs_over)
{
  g_autoptr(CharterElectionData) data = new_election (10);
  g_autofree gint64 *found = g_new (gint64, 100);

  for (guint i = 0; i < 20000; i++)
    {
      guint ballot = charter_election_data_append (data);

      for (guint k = 0; k < 10; k++)
        charter_election_data_set_rank (data, ballot, k, k);
    }
  for (guint v = 0; charter_pairwise_versions[v] != NULL; v++)
    {
      if (!charter_pairwise_versions[v]->runs_here ())
        continue;
      cr_assert (charter_pairwise_run (charter_pairwise_versions[v], data, FALSE, found));
      for (guint i = 0; i < 100; i++)
        cr_assert_eq (found[i], i / 10 < i % 10 ? 20000 : 0, "%s", charter_pairwise_versions[v]->name);
    }
}

CHARTER_TEST (pairwise, a_sum_past_64_bits_is_none)
{
  g_autoptr(CharterElectionData) data = new_election (2);
  gint64 found[4];

  for (guint i = 0; i < 2; i++)
    charter_election_data_set_rank (data, charter_election_data_append (data), 0, 0);
  charter_election_data_set_weight (data, 0, G_MAXINT64 - 1);
  for (guint v = 0; charter_pairwise_versions[v] != NULL; v++)
    {
      if (!charter_pairwise_versions[v]->runs_here ())
        continue;
      charter_election_data_set_weight (data, 1, 1);
      cr_assert (charter_pairwise_run (charter_pairwise_versions[v], data, FALSE, found));
      cr_assert_eq (found[1], G_MAXINT64);
      cr_assert_eq (found[2], 0);
      charter_election_data_set_weight (data, 1, 2);
      cr_assert (!charter_pairwise_run (charter_pairwise_versions[v], data, FALSE, found));
    }
  charter_election_data_set_count (data, 0, 2);
  cr_assert (!charter_election_data_pairwise (data, FALSE, found));
}

CHARTER_TEST (pairwise, no_options_and_no_ballots)
{
  g_autoptr(CharterElectionData) none = new_election (0);
  g_autoptr(CharterElectionData) data = new_election (2);
  gint64 found[4] = { 1, 2, 3, 4 };

  cr_assert (charter_election_data_pairwise (none, FALSE, NULL));
  charter_election_data_append (none);
  cr_assert (charter_election_data_pairwise (none, TRUE, NULL));
  cr_assert (charter_election_data_pairwise (data, TRUE, found));
  for (guint i = 0; i < 4; i++)
    cr_assert_eq (found[i], 0);
}
