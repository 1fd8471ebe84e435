/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "decide/charter-election-private.h"

static void
add_options (CharterElectionData *data,
             guint                from,
             guint                n)
{
  for (guint i = from; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("option %u", i);

      cr_assert_eq (charter_election_data_add_option (data, name, -1), (int) i);
    }
}

CHARTER_TEST (election_data, options_keep_their_numbers)
{
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);

  add_options (data, 0, 300);
  cr_assert_eq (charter_election_data_add_option (data, "option 7", -1), 7);
  cr_assert_eq (charter_election_data_find_option (data, "option 299 and more", 10), 299);
  cr_assert_eq (charter_election_data_find_option (data, "option 2", 7), -1);
  cr_assert_eq (charter_election_data_find_option (data, "nobody", -1), -1);
  cr_assert_eq (charter_election_data_n_options (data), 300);
  charter_assert_str (charter_election_data_option (data, 12), "option 12");
}

CHARTER_TEST (election_data, no_more_than_the_most_options)
{
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);

  charter_election_data_append (data);
  add_options (data, 0, CHARTER_OPTIONS_MAX);
  cr_assert_eq (charter_election_data_add_option (data, "one more", -1), -1);
  cr_assert_eq (charter_election_data_add_option (data, "option 9999", -1), 9999);
  cr_assert_eq (charter_election_data_get_rank (data, 0, 9999), CHARTER_UNRANKED_WIDE);
}

/* Options that come after ballots leave what the ballots say as it was. */
CHARTER_TEST (election_data, rows_are_repacked)
{
  static const guint counts[] = { 1, 2, 15, 16, 17, 31, 32, 33, 64, 65, 254, 255, 256, 257, 400 };
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);
  guint before = 0;

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      guint ballot;

      add_options (data, before, counts[c]);
      before = counts[c];
      ballot = charter_election_data_append (data);
      cr_assert_eq (ballot, c);
      for (guint i = 0; i < counts[c]; i += 2)
        charter_election_data_set_rank (data, ballot, i, counts[c] - 1 - i);
      cr_assert (data->stride == 16 || data->stride % 32 == 0);
      cr_assert ((gsize) data->ranks % 32 == 0);
      cr_assert_eq (data->wide, counts[c] > 255);
    }
  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    for (guint i = 0; i < before; i++)
      cr_assert_eq (charter_election_data_get_rank (data, c, i),
                    i < counts[c] && i % 2 == 0 ? counts[c] - 1 - i : CHARTER_UNRANKED_WIDE,
                    "ballot %u, option %u", c, i);
}

CHARTER_TEST (election_data, bytes_past_the_last_option_are_unranked)
{
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_APPROVES);

  add_options (data, 0, 20);
  for (guint i = 0; i < 1000; i++)
    charter_election_data_set_rank (data, charter_election_data_append (data), i % 20, 0);
  for (guint i = 0; i < 1000; i++)
    for (guint j = 0; j < data->stride; j++)
      cr_assert_eq (charter_election_data_row (data, i)[j], j == i % 20 ? 0 : 255);
}

CHARTER_TEST (election_data, counts_weights_and_names_are_kept)
{
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_CHOICE);
  gint64 value;

  for (guint i = 0; i < 500; i++)
    charter_election_data_append (data);
  cr_assert_null (data->counts);
  cr_assert_null (data->weights);
  cr_assert_null (data->voters);
  charter_election_data_set_count (data, 3, 5);
  charter_election_data_set_weight (data, 3, 7);
  charter_election_data_set_weight (data, 4, 0);
  charter_election_data_set_voter (data, 3, "Mara");
  charter_election_data_set_voter (data, 4, "Mara");
  charter_election_data_set_constituency (data, 3, "north");
  for (guint i = 0; i < 500; i++)
    charter_election_data_append (data);
  charter_assert_str (charter_election_data_get_voter (data, 3), "Mara");
  cr_assert_eq (data->voters[3], data->voters[4]);
  cr_assert_eq (charter_election_data_find_name (data, "Mara"), data->voters[3]);
  cr_assert_eq (charter_election_data_find_name (data, "Nobody"), 0);
  cr_assert_null (charter_election_data_get_voter (data, 900));
  charter_assert_str (charter_election_data_get_constituency (data, 3), "north");
  cr_assert_null (charter_election_data_get_constituency (data, 4));
  cr_assert (charter_election_data_value (data, 3, &value) && value == 35);
  cr_assert (charter_election_data_value (data, 999, &value) && value == 1);
  cr_assert (charter_election_data_total (data, &value) && value == 1000 + 34 - 1);
}

CHARTER_TEST (election_data, scores_survive_new_options)
{
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_SCORES);

  add_options (data, 0, 3);
  charter_election_data_append (data);
  data->scores[2] = CHARTER_FRACTION (5, 2);
  add_options (data, 3, 50);
  for (guint i = 0; i < 200; i++)
    charter_election_data_append (data);
  cr_assert_eq (data->scores[2].num, 5);
  cr_assert_eq (data->scores[1].den, 0);
  cr_assert_eq (data->scores[(gsize) 200 * data->score_stride + 49].den, 0);
}

CHARTER_TEST (election_data, sums_past_64_bits_are_refused)
{
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);
  gint64 matrix[4], total;

  add_options (data, 0, 2);
  for (guint i = 0; i < 2; i++)
    charter_election_data_set_rank (data, charter_election_data_append (data), i, 0);
  charter_election_data_set_weight (data, 0, G_MAXINT64 - 1);
  cr_assert (charter_election_data_pairwise (data, FALSE, matrix));
  cr_assert_eq (matrix[1], G_MAXINT64 - 1);
  cr_assert_eq (matrix[2], 1);
  charter_election_data_set_weight (data, 0, G_MAXINT64);
  cr_assert_not (charter_election_data_total (data, &total));
  cr_assert_not (charter_election_data_pairwise (data, FALSE, matrix));
  charter_election_data_set_weight (data, 0, (gint64) 1 << 32);
  charter_election_data_set_count (data, 0, (gint64) 1 << 31);
  cr_assert_not (charter_election_data_value (data, 0, &total));
}

/* What the matrix must be, pair by pair. */
static gint64
votes_over (const CharterElectionData *data,
            guint                      i,
            guint                      j,
            gboolean                   ignore)
{
  gint64 sum = 0, value;

  for (guint b = 0; b < data->n_ballots; b++)
    {
      guint first = charter_election_data_get_rank (data, b, i);
      guint second = charter_election_data_get_rank (data, b, j);

      charter_election_data_value (data, b, &value);
      if (first < second && !(ignore && second == CHARTER_UNRANKED_WIDE))
        sum += value;
    }
  return sum;
}

CHARTER_TEST (election_data, pairwise_counts_every_pair)
{
  static const guint counts[] = { 0, 1, 2, 16, 17, 40, 255, 256, 300 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);
      guint n = counts[c];
      g_autofree gint64 *matrix = g_new (gint64, MAX (1, n * n));

      add_options (data, 0, n);
      for (guint b = 0; b < 12; b++)
        {
          charter_election_data_append (data);
          for (guint i = 0; i < n; i++)
            if (g_rand_int_range (rand, 0, 3) > 0)
              charter_election_data_set_rank (data, b, i, (guint) g_rand_int_range (rand, 0, (gint32) n));
          charter_election_data_set_weight (data, b, g_rand_int_range (rand, 0, 5));
        }
      for (guint ignore = 0; ignore < 2; ignore++)
        {
          cr_assert (charter_election_data_pairwise (data, ignore == 1, matrix));
          for (guint k = 0; k < n * n; k++)
            cr_assert_eq (matrix[k], votes_over (data, k / n, k % n, ignore == 1),
                          "%u options, pair %u over %u", n, k / n, k % n);
        }
    }
}
