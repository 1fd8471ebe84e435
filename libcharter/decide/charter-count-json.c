/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-private.h"

#include <string.h>

/* A count as the members of `expected` in election-case/1. */

static const char *const choice_words[] =
{
  "yes", "no", "abstain", "blank", "invalid", "object", "stand-aside", "absent"
};

typedef struct
{
  const CharterCountData    *count;
  const CharterElectionData *election;
  CharterBuilder            *builder;
} CharterCountWriter;

static void
put_option (CharterCountWriter *self,
            guint               option)
{
  charter_builder_string (self->builder, charter_election_data_option (self->election, option));
}

static void
put_options (CharterCountWriter *self,
             const char         *key,
             GArray             *options)
{
  charter_builder_key (self->builder, key);
  charter_builder_begin_array (self->builder);
  for (guint i = 0; i < options->len; i++)
    put_option (self, g_array_index (options, guint, i));
  charter_builder_end (self->builder);
}

static void
put_matrix (CharterCountWriter *self,
            const char         *key,
            const gint64       *matrix)
{
  guint n = self->count->n_options;

  if (matrix == NULL || n > CHARTER_COUNT_SHOWN_MAX)
    return;
  charter_builder_key (self->builder, key);
  charter_builder_begin_array (self->builder);
  for (guint i = 0; i < n; i++)
    {
      charter_builder_begin_array (self->builder);
      for (guint j = 0; j < n; j++)
        charter_builder_integer (self->builder, matrix[(gsize) i * n + j]);
      charter_builder_end (self->builder);
    }
  charter_builder_end (self->builder);
}

static void
put_pairs (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;

  put_matrix (self, "pairwise", count->pairwise);
  put_matrix (self, "path_strengths", count->paths);
  if (count->pairwise == NULL)
    return;
  charter_builder_key (self->builder, "condorcet_winner");
  if (count->condorcet_winner >= 0)
    put_option (self, (guint) count->condorcet_winner);
  else
    charter_builder_null (self->builder);
  put_options (self, "smith_set", count->smith);
}

/* The options of each layer, each in the order of the options. */
static void
put_ranking (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;
  g_autofree guint *sizes = NULL;
  guint n_layers = 0;

  if (count->ranking == NULL)
    return;
  for (guint i = 0; i < count->n_options; i++)
    if (g_array_index (count->ranking, guint, i) != G_MAXUINT)
      n_layers = MAX (n_layers, g_array_index (count->ranking, guint, i) + 1);
  charter_builder_key (self->builder, count->may_drop ? "ranking_of_survivors" : "ranking");
  charter_builder_begin_array (self->builder);
  for (guint layer = 0; layer < n_layers; layer++)
    {
      charter_builder_begin_array (self->builder);
      for (guint i = 0; i < count->n_options; i++)
        if (g_array_index (count->ranking, guint, i) == layer)
          put_option (self, i);
      charter_builder_end (self->builder);
    }
  charter_builder_end (self->builder);
}

/* The relation, where the layers say less than it. */
static void
put_beats (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;
  guint n = count->n_options;

  if (!count->layering)
    return;
  charter_builder_set_boolean (self->builder, "ranking_is_layering", TRUE);
  if (n > CHARTER_COUNT_SHOWN_MAX)
    return;
  charter_builder_key (self->builder, "beats");
  charter_builder_begin_array (self->builder);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (count->beats[(gsize) i * n + j])
        {
          charter_builder_begin_array (self->builder);
          put_option (self, i);
          put_option (self, j);
          charter_builder_end (self->builder);
        }
  charter_builder_end (self->builder);
}

static void
put_scores (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;

  if (count->scores == NULL)
    return;
  charter_builder_key (self->builder, "scores");
  charter_builder_begin_object (self->builder);
  for (guint i = 0; i < count->n_options; i++)
    if (count->ranking == NULL || g_array_index (count->ranking, guint, i) != G_MAXUINT)
      charter_builder_set_fraction (self->builder, charter_election_data_option (self->election, i),
                                    &count->scores[i]);
  charter_builder_end (self->builder);
  if (!count->runoff || count->finalists[0] == G_MAXUINT || !count->unique)
    return;
  charter_builder_key (self->builder, "finalists");
  charter_builder_begin_array (self->builder);
  put_option (self, count->finalists[0]);
  put_option (self, count->finalists[1]);
  charter_builder_end (self->builder);
  charter_builder_key (self->builder, "runoff");
  charter_builder_begin_object (self->builder);
  for (guint i = 0; i < 2; i++)
    charter_builder_set_integer (self->builder,
                                 charter_election_data_option (self->election, count->finalists[i]),
                                 count->runoff_votes[i]);
  charter_builder_end (self->builder);
}

/* Whole numbers as integers, others as "7/2" or "910.1696". */
static void
put_number (CharterBuilder *builder,
            const char     *text)
{
  CharterFraction number;

  if (charter_fraction_parse (text, -1, &number) && charter_fraction_is_whole (&number))
    charter_builder_integer (builder, number.num);
  else
    charter_builder_string (builder, text);
}

static void
put_rounds (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;

  if (count->quota != NULL)
    {
      charter_builder_key (self->builder, "quota");
      put_number (self->builder, count->quota);
    }
  if (count->rounds == NULL || count->rounds->len == 0)
    return;
  charter_builder_key (self->builder, "rounds");
  charter_builder_begin_array (self->builder);
  for (guint r = 0; r < count->rounds->len; r++)
    {
      CharterCountRound *round = g_ptr_array_index (count->rounds, r);

      charter_builder_begin_object (self->builder);
      for (guint i = 0; i < count->n_options; i++)
        if (round->votes[i] != NULL)
          {
            charter_builder_key (self->builder, charter_election_data_option (self->election, i));
            put_number (self->builder, round->votes[i]);
          }
      charter_builder_end (self->builder);
    }
  charter_builder_end (self->builder);
}

static void
put_dropped (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;

  if (!count->may_drop)
    return;
  charter_builder_key (self->builder, "dropped");
  charter_builder_begin_object (self->builder);
  for (guint i = 0; i < count->dropped->len; i++)
    {
      CharterDropped *dropped = &g_array_index (count->dropped, CharterDropped, i);

      charter_builder_set_string (self->builder,
                                  charter_election_data_option (self->election, dropped->option),
                                  dropped->test);
    }
  charter_builder_end (self->builder);
}

static void
put_choices (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;

  charter_builder_set_string (self->builder, "outcome", count->indeterminate ? "indeterminate"
                              : count->adopted ? "adopted" : "rejected");
  charter_builder_key (self->builder, "failed");
  charter_builder_begin_array (self->builder);
  for (guint i = 0; i < count->failed->len; i++)
    charter_builder_string (self->builder, g_ptr_array_index (count->failed, i));
  charter_builder_end (self->builder);
  charter_builder_key (self->builder, "tally");
  charter_builder_begin_object (self->builder);
  for (guint i = 0; i < CHARTER_N_ELECTION_CHOICES; i++)
    if (count->tally[i] >= 0)
      charter_builder_set_integer (self->builder, choice_words[i], count->tally[i]);
  charter_builder_end (self->builder);
}

static void
put_ties (CharterCountWriter *self)
{
  const CharterCountData *count = self->count;

  if (count->method == CHARTER_METHOD_RANKED_PAIRS || count->method == CHARTER_METHOD_STV)
    charter_builder_set_boolean (self->builder, "unique", count->unique);
  if (count->method == CHARTER_METHOD_INSTANT_RUNOFF || count->method == CHARTER_METHOD_STV)
    charter_builder_set_boolean (self->builder, "elimination_tie", count->tie_at_cut);
  if (count->method == CHARTER_METHOD_INSTANT_RUNOFF && count->eliminated != NULL &&
      count->rounds->len > 0)
    put_options (self, "eliminated", count->eliminated);
  if (count->method == CHARTER_METHOD_STV)
    put_options (self, "winners_in_order", count->elected);
}

void
charter_count_build (const CharterCountData    *self,
                     const CharterElectionData *election,
                     CharterBuilder            *builder)
{
  CharterCountWriter writer = { self, election, builder };

  if (self->indeterminate)
    charter_builder_set_boolean (builder, "indeterminate", TRUE);
  if (self->why != NULL)
    charter_builder_set_string (builder, "why", self->why);
  if (self->failed != NULL)
    {
      put_choices (&writer);
      return;
    }
  put_options (&writer, "winners", self->winners);
  put_pairs (&writer);
  put_ranking (&writer);
  put_beats (&writer);
  put_scores (&writer);
  put_rounds (&writer);
  put_dropped (&writer);
  if (!self->nobody && !self->indeterminate)
    put_ties (&writer);
}
