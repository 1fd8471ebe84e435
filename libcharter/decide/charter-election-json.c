/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-case-private.h"

/* Options and ballots as members of election-case/1. */

static void
build_ranking (const CharterElectionData *data,
               guint                      ballot,
               CharterBuilder            *builder)
{
  guint n = charter_election_data_n_options (data);
  g_autofree guint *first = g_new (guint, MAX (1, n));
  g_autofree guint *next = g_new (guint, MAX (1, n));

  for (guint i = 0; i < n; i++)
    first[i] = n;
  for (guint i = n; i-- > 0;)
    {
      guint rank = charter_election_data_get_rank (data, ballot, i);

      if (rank >= n)
        continue;
      next[i] = first[rank];
      first[rank] = i;
    }
  charter_builder_key (builder, "ranking");
  charter_builder_begin_array (builder);
  for (guint r = 0; r < n; r++)
    {
      if (first[r] == n)
        continue;
      charter_builder_begin_array (builder);
      for (guint i = first[r]; i < n; i = next[i])
        charter_builder_string (builder, charter_election_data_option (data, i));
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

static void
build_others (const CharterElectionData *data,
              guint                      ballot,
              CharterBuilder            *builder)
{
  guint n = charter_election_data_n_options (data);
  gboolean scores = data->form == CHARTER_BALLOT_FORM_SCORES;

  charter_builder_key (builder, scores ? "scores" : "approves");
  if (scores)
    charter_builder_begin_object (builder);
  else
    charter_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      const char *option = charter_election_data_option (data, i);

      if (!scores && charter_election_data_get_rank (data, ballot, i) != CHARTER_UNRANKED_WIDE)
        charter_builder_string (builder, option);
      if (scores && data->scores[(gsize) ballot * data->score_stride + i].den != 0)
        charter_builder_set_fraction (builder, option,
                                      &data->scores[(gsize) ballot * data->score_stride + i]);
    }
  charter_builder_end (builder);
}

static void
build_ballot (const CharterElectionData *data,
              guint                      ballot,
              CharterBuilder            *builder)
{
  const char *voter = charter_election_data_get_voter (data, ballot);
  const char *constituency = charter_election_data_get_constituency (data, ballot);

  charter_builder_begin_object (builder);
  if (data->form == CHARTER_BALLOT_FORM_RANKING)
    build_ranking (data, ballot, builder);
  else if (data->form == CHARTER_BALLOT_FORM_CHOICE)
    charter_builder_set_string (builder, "choice", charter_election_choices[data->choices[ballot]]);
  else
    build_others (data, ballot, builder);
  if (data->counts != NULL && data->counts[ballot] != 1)
    charter_builder_set_integer (builder, "count", data->counts[ballot]);
  if (data->weights != NULL && data->weights[ballot] != 1)
    charter_builder_set_integer (builder, "weight", data->weights[ballot]);
  if (voter != NULL)
    charter_builder_set_string (builder, "voter", voter);
  if (constituency != NULL)
    charter_builder_set_string (builder, "constituency", constituency);
  charter_builder_end (builder);
}

void
charter_election_build_case (const CharterElectionData *data,
                             CharterBuilder            *builder)
{
  charter_builder_set_string (builder, "format", "election-case/1");
  charter_builder_key (builder, "options");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    charter_builder_string (builder, charter_election_data_option (data, i));
  charter_builder_end (builder);
  charter_builder_key (builder, "ballots");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < data->n_ballots; i++)
    build_ballot (data, i, builder);
  charter_builder_end (builder);
}
