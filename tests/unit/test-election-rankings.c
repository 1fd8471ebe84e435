/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-election-test.h"

#include "decide/charter-election-object-private.h"

/* Elections made of bytes: one an option, ballot after ballot. */

static const char *const options[] = { "Lease", "Buy", "Wait", NULL };

static CharterElection *
make (const guint8 *ranks,
      gsize         size,
      GError      **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (ranks, size);

  return charter_election_new_rankings (options, bytes, error);
}

CHARTER_TEST (election_rankings, bytes_are_ballots)
{
  static const struct { guint8 ranks[3]; const char *means; } cases[] = {
    { { 1, 0, 255 }, "Buy>Lease" }, { { 0, 0, 0 }, "Buy=Lease=Wait" }, { { 255, 255, 255 }, "" },
    { { 1, 4, 4 }, "Lease>Buy=Wait" }, { { 2, 1, 3 }, "Buy>Lease>Wait" },
    { { 254, 255, 0 }, "Wait>Lease" }, { { 63, 64, 65 }, "Lease>Buy>Wait" },
    { { 200, 100, 200 }, "Buy>Lease=Wait" }, { { 255, 7, 255 }, "Buy" }, { { 0, 1, 2 }, "Lease>Buy>Wait" },
  };
  guint8 ranks[G_N_ELEMENTS (cases) * 3];
  g_autoptr(CharterElection) election = NULL;
  g_autoptr(GError) error = NULL;
  CharterElectionData *data;

  for (guint i = 0; i < sizeof ranks; i++)
    ranks[i] = cases[i / 3].ranks[i % 3];
  election = make (ranks, sizeof ranks, &error);
  charter_assert_no_error (error);
  cr_assert_eq (charter_election_get_n_ballots (election), G_N_ELEMENTS (cases));
  data = charter_election_get_data (election);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *means = charter_test_ballot (data, i);

      cr_assert_str_eq (means, cases[i].means, "row %u means “%s”", i, means);
    }
}

CHARTER_TEST (election_rankings, the_same_as_ballots_one_by_one)
{
  static const guint8 ranks[] = { 1, 0, 255, 1, 0, 2, 0, 255, 255 };
  g_autoptr(CharterElection) bulk = make (ranks, sizeof ranks, NULL);
  g_autoptr(CharterElection) single = charter_election_new (options, NULL);
  g_autofree char *a = NULL, *b = NULL;

  cr_assert (charter_election_add_ballot (single, "{\"ranking\": [[\"Buy\"], [\"Lease\"]]}", NULL));
  cr_assert (charter_election_add_ballot (single, "{\"ranking\": [[\"Buy\"], [\"Lease\"], [\"Wait\"]]}", NULL));
  cr_assert (charter_election_add_ballot (single, "{\"ranking\": [[\"Lease\"]]}", NULL));
  a = charter_election_to_json (bulk);
  b = charter_election_to_json (single);
  charter_assert_str (a, b);
}

/* Ranks that are too many for a word of bits. */
CHARTER_TEST (election_rankings, as_many_options_as_a_byte_holds)
{
  g_auto(GStrv) names = g_new0 (char *, 257);
  guint8 ranks[2 * 255];
  g_autoptr(GBytes) bytes = NULL, more = NULL;
  g_autoptr(CharterElection) election = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 255; i++)
    {
      names[i] = g_strdup_printf ("%u", i);
      ranks[i] = (guint8) (254 - i);
      ranks[255 + i] = i % 2 == 0 ? 255 : (guint8) i;
    }
  bytes = g_bytes_new (ranks, sizeof ranks);
  election = charter_election_new_rankings ((const char *const *) names, bytes, &error);
  charter_assert_no_error (error);
  for (guint i = 0; i < 255; i++)
    {
      const CharterElectionData *data = charter_election_get_data (election);

      cr_assert_eq (charter_election_data_get_rank (data, 0, i), 254 - i);
      cr_assert_eq (charter_election_data_get_rank (data, 1, i), i % 2 == 0 ? CHARTER_UNRANKED_WIDE : i / 2);
    }
  names[255] = g_strdup ("one more");
  more = g_bytes_new (ranks, 256);
  cr_assert_null (charter_election_new_rankings ((const char *const *) names, more, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
}

CHARTER_TEST (election_rankings, what_is_no_election_is_refused)
{
  static const char *const twice[] = { "Buy", "Wait", "Buy", NULL };
  static const char *const none[] = { NULL };
  static const guint8 ranks[] = { 0, 1, 2, 0 };
  g_autoptr(GBytes) bytes = g_bytes_new (ranks, 3), nothing = g_bytes_new (NULL, 0);
  g_autoptr(CharterElection) empty = NULL, zero = NULL;
  g_autoptr(GError) error = NULL;

  cr_assert_null (make (ranks, 4, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
  charter_assert_str (error->message, "The ranks must be one byte an option for each ballot: 4 bytes "
                                      "are no multiple of 3 options");
  g_clear_error (&error);
  cr_assert_null (charter_election_new_rankings (twice, bytes, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
  g_clear_error (&error);
  cr_assert_null (charter_election_new_rankings (none, bytes, &error));
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE);
  empty = make (NULL, 0, NULL);
  cr_assert_eq (charter_election_get_n_ballots (empty), 0);
  zero = charter_election_new_rankings (none, nothing, NULL);
  cr_assert_not_null (zero);
}
