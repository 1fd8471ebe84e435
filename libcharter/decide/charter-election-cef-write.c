/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-cef-private.h"
#include "decide/charter-election-writer-private.h"

#include <string.h>

static gboolean
check_names (const CharterElectionData *self,
             GError                   **error)
{
  for (guint i = 0; i < charter_election_data_n_options (self); i++)
    {
      const char *name = charter_election_data_option (self, i), *trimmed = name;
      gsize length = strlen (name), n = length;

      charter_scan_trim (&trimmed, &n);
      if (n == 0 || n != length || charter_cef_find_reserved (name, length) != NULL)
        return charter_writer_refuse (error, "CEF cannot write the name \"%s\": it is empty, has a "
                                      "blank at an end, or has one of > = ; , # / * ^ | < or a "
                                      "control character in it", name);
    }
  return TRUE;
}

static gboolean
has_weights (const CharterElectionData *self)
{
  for (guint i = 0; i < self->n_ballots; i++)
    if (charter_writer_weight (self, i) != 1)
      return TRUE;
  return FALSE;
}

static void
write_parameters (const CharterElectionData *self,
                  GString                   *out)
{
  for (guint i = 0; i < charter_election_data_n_options (self); i++)
    {
      g_string_append (out, i == 0 ? "#/Candidates: " : " ; ");
      g_string_append (out, charter_election_data_option (self, i));
    }
  if (charter_election_data_n_options (self) > 0)
    g_string_append_c (out, '\n');
  if (self->seats > 0)
    g_string_append_printf (out, "#/Number of Seats: %u\n", self->seats);
  g_string_append_printf (out, "#/Implicit Ranking: %s\n", self->ignore_unranked ? "false" : "true");
  g_string_append_printf (out, "#/Weight Allowed: %s\n\n", has_weights (self) ? "true" : "false");
}

static void
write_ballot (const CharterElectionData *self,
              guint                      ballot,
              CharterWriterRanks        *ranks,
              GString                   *out)
{
  gint64 weight = charter_writer_weight (self, ballot), count = charter_writer_count (self, ballot);

  charter_writer_ranks_set (ranks, self, ballot);
  for (guint i = 0; i < ranks->n; i++)
    {
      if (i > 0)
        g_string_append (out, ranks->ranks[i] == ranks->ranks[i - 1] ? " = " : " > ");
      g_string_append (out, charter_election_data_option (self, ranks->options[i]));
    }
  if (ranks->n == 0)
    g_string_append (out, "/EMPTY_RANKING/");
  if (weight != 1)
    g_string_append_printf (out, " ^%" G_GINT64_FORMAT, weight);
  if (count != 1)
    g_string_append_printf (out, " * %" G_GINT64_FORMAT, count);
  g_string_append_c (out, '\n');
}

/* Condorcet Election Format, version 1.  Who cast a ballot is not written. */
char *
charter_election_write_cef (const CharterElectionData *self,
                            GError                   **error)
{
  g_auto(CharterWriterRanks) ranks = { 0 };
  GString *out;

  if (self->form != CHARTER_BALLOT_FORM_RANKING)
    {
      charter_writer_refuse (error, "CEF can write rankings only");
      return NULL;
    }
  if (!check_names (self, error))
    return NULL;
  out = g_string_new (NULL);
  write_parameters (self, out);
  charter_writer_ranks_init (&ranks, self);
  for (guint i = 0; i < self->n_ballots; i++)
    write_ballot (self, i, &ranks, out);

  return g_string_free (out, FALSE);
}
