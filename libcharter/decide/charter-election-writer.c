/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-writer-private.h"

#include <string.h>

#include <charter/charter-error.h>

gboolean
charter_writer_refuse (GError    **error,
                       const char *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED, message);
  return FALSE;
}

gint64
charter_writer_count (const CharterElectionData *data,
                      guint                      ballot)
{
  return data->counts != NULL ? data->counts[ballot] : 1;
}

gint64
charter_writer_weight (const CharterElectionData *data,
                       guint                      ballot)
{
  return data->weights != NULL ? data->weights[ballot] : 1;
}

static gboolean
check_form (CharterBallotForm form,
            const char       *format,
            CharterWriterCan  can,
            GError          **error)
{
  switch (form)
    {
    case CHARTER_BALLOT_FORM_RANKING:
      return (can & CHARTER_WRITER_RANKS) != 0 ||
             charter_writer_refuse (error, "%s cannot write rankings", format);
    case CHARTER_BALLOT_FORM_APPROVES:
      return (can & CHARTER_WRITER_APPROVES) != 0 ||
             charter_writer_refuse (error, "%s cannot write approvals: it would make them equal "
                                    "ranks", format);
    case CHARTER_BALLOT_FORM_SCORES:
      return (can & CHARTER_WRITER_SCORES) != 0 ||
             charter_writer_refuse (error, "%s cannot write scores", format);
    case CHARTER_BALLOT_FORM_CHOICE:
    default:
      return charter_writer_refuse (error, "%s cannot write yes and no votes; it lists options",
                                    format);
    }
}

static gboolean
check_weights (const CharterElectionData *data,
               const char                *format,
               GError                   **error)
{
  for (guint i = 0; i < data->n_ballots; i++)
    if (charter_writer_weight (data, i) != 1)
      return charter_writer_refuse (error, "%s cannot write weights, and ballot %u weighs %"
                                    G_GINT64_FORMAT, format, i + 1,
                                    charter_writer_weight (data, i));
  return TRUE;
}

static gboolean
is_complete (const CharterElectionData *data,
             guint                      ballot)
{
  for (guint option = 0; option < charter_election_data_n_options (data); option++)
    if (charter_election_data_get_rank (data, ballot, option) == CHARTER_UNRANKED_WIDE)
      return FALSE;
  return TRUE;
}

static gboolean
check_unranked (const CharterElectionData *data,
                const char                *format,
                GError                   **error)
{
  if (!data->ignore_unranked || data->form != CHARTER_BALLOT_FORM_RANKING)
    return TRUE;
  for (guint i = 0; i < data->n_ballots; i++)
    if (!is_complete (data, i))
      return charter_writer_refuse (error, "%s cannot say that what a ballot leaves out is compared "
                                    "with nothing, and ballot %u leaves options out", format,
                                    i + 1);
  return TRUE;
}

gboolean
charter_writer_check (const CharterElectionData *data,
                      const char                *format,
                      CharterWriterCan           can,
                      GError                   **error)
{
  return check_form (data->form, format, can, error) &&
         ((can & CHARTER_WRITER_WEIGHTS) != 0 || check_weights (data, format, error)) &&
         check_unranked (data, format, error);
}

char *
charter_writer_finish (GString **out)
{
  return g_string_free (g_steal_pointer (out), FALSE);
}

void
charter_writer_ranks_init (CharterWriterRanks        *self,
                           const CharterElectionData *data)
{
  gsize n = charter_election_data_n_options (data);

  self->n = 0;
  self->options = g_new (guint, n);
  self->ranks = g_new (guint, n);
  self->places = g_new (guint, n + 1);
}

void
charter_writer_ranks_clear (CharterWriterRanks *self)
{
  g_clear_pointer (&self->options, g_free);
  g_clear_pointer (&self->ranks, g_free);
  g_clear_pointer (&self->places, g_free);
}

/* Ranks have no gaps, so that counting sorts them. */
void
charter_writer_ranks_set (CharterWriterRanks        *self,
                          const CharterElectionData *data,
                          guint                      ballot)
{
  guint n_options = charter_election_data_n_options (data);

  self->n = 0;
  memset (self->places, 0, (n_options + 1) * sizeof *self->places);
  for (guint i = 0; i < n_options; i++)
    {
      guint rank = charter_election_data_get_rank (data, ballot, i);

      if (rank < n_options)
        self->places[rank + 1]++;
    }
  for (guint i = 1; i <= n_options; i++)
    self->places[i] += self->places[i - 1];
  for (guint i = 0; i < n_options; i++)
    {
      guint rank = charter_election_data_get_rank (data, ballot, i);

      if (rank >= n_options)
        continue;
      self->options[self->places[rank]] = i;
      self->ranks[self->places[rank]++] = rank;
      self->n++;
    }
}
