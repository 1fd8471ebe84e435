/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "steps.h"

#include <string.h>

#include "decide/charter-count-private.h"
#include "decide/charter-election-object-private.h"
#include "decide/charter-election-text-private.h"

static void
stop_at (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static GBytes *
map (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  stop_at (error);
  return g_mapped_file_get_bytes (file);
}

static CharterElectionData *
read_packed (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = map (path);
  CharterElectionData *data = charter_election_read_cef (text, &error);

  stop_at (error);
  return data;
}

static CharterElection *
read_election (const char *path)
{
  g_autoptr(GError) error = NULL;
  CharterElection *election = charter_election_new_from_file (path, "cef", &error);

  stop_at (error);
  return election;
}

static CharterCount *
count (CharterElection *election)
{
  g_autoptr(GError) error = NULL;
  CharterCount *counted = charter_election_count (election, "schulze", NULL, NULL, &error);

  stop_at (error);
  return counted;
}

/* Names are "c03"; those of a layer come in the order of their numbers. */
static char *
order_of (CharterCount *counted)
{
  GString *order = g_string_new (NULL);

  for (guint layer = 0; layer < charter_count_get_n_layers (counted); layer++)
    {
      g_auto(GStrv) names = charter_count_dup_layer (counted, layer);
      gboolean in[100] = { FALSE }, first = TRUE;

      for (guint i = 0; names[i] != NULL; i++)
        in[g_ascii_strtoull (names[i] + 1, NULL, 10)] = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (in); i++)
        if (in[i])
          {
            g_string_append_printf (order, "%s%u", !first ? "=" : layer > 0 ? " " : "", i);
            first = FALSE;
          }
    }
  return g_string_free (order, FALSE);
}

char *
steps_once (const char *path)
{
  g_autoptr(CharterElection) election = read_election (path);
  g_autoptr(CharterCount) counted = count (election);

  return order_of (counted);
}

/* Setting up */

static GBytes *
make_bulk (const Steps *self)
{
  guint8 *ranks = g_malloc ((gsize) self->packed->n_ballots * self->n);
  int options[100];

  for (guint i = 0; i < self->n; i++)
    options[i] = charter_election_data_find_option (self->packed, self->options[i], -1);
  for (gsize ballot = 0; ballot < self->packed->n_ballots; ballot++)
    for (guint i = 0; i < self->n; i++)
      ranks[ballot * self->n + i] = charter_election_data_row (self->packed, ballot)[options[i]];
  return g_bytes_new_take (ranks, (gsize) self->packed->n_ballots * self->n);
}

static int
find_winner (const Steps *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint won = 0;

      for (guint j = 0; j < self->n; j++)
        won += self->matrix[i * self->n + j] > self->matrix[j * self->n + i];
      if (won == self->n - 1)
        return (int) g_ascii_strtoll (charter_election_data_option (self->packed, i) + 1, NULL, 10);
    }
  return -1;
}

static CharterElection *
read_bulk (Steps *self)
{
  g_autoptr(GError) error = NULL;
  CharterElection *election = charter_election_new_rankings ((const char *const *) self->options,
                                                             self->bulk, &error);

  stop_at (error);
  return election;
}

static void
check_results (Steps *self)
{
  int a = charter_election_data_find_option (self->packed, "c00", 2 + 1);
  int b = charter_election_data_find_option (self->packed, "c01", 2 + 1);
  gint64 over, under;
  g_autoptr(CharterElection) bulk = read_bulk (self);
  g_autoptr(CharterCount) counted = count (bulk);
  g_autofree char *bulk_order = order_of (counted);

  over = self->matrix[(guint) a * self->n + (guint) b];
  under = self->matrix[(guint) b * self->n + (guint) a];
  g_print ("  c00 over c01 %" G_GINT64_FORMAT ", c01 over c00 %" G_GINT64_FORMAT ", winner of all pairs "
           "%d, Schulze %s\n", over, under, find_winner (self), self->order);
  if (self->packed->n_ballots != self->sample->n_ballots || over != self->sample->over
      || under != self->sample->under || find_winner (self) != self->sample->winner
      || !g_str_has_prefix (self->order, self->sample->order))
    g_error ("%s: another result than is known", self->sample->name);
  if (!g_str_equal (self->order, bulk_order))
    g_error ("%s: from memory the order is %s", self->sample->name, bulk_order);
}

void
steps_set_up (Steps *self)
{
  g_autoptr(GBytes) text = sample_generate (self->sample);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (self->path, g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text), &error);
  stop_at (error);
  self->n = self->sample->n_options;
  self->options = g_new0 (char *, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->options[i] = g_strdup_printf ("c%02u", i);
  self->packed = read_packed (self->path);
  self->bulk = make_bulk (self);
  self->matrix = g_new (gint64, self->n * self->n);
  step_packed_to_matrix (self);
  self->order = steps_once (self->path);
  check_results (self);
}

void
steps_tear_down (Steps *self)
{
  g_strfreev (self->options);
  g_clear_pointer (&self->packed, charter_election_data_unref);
  g_clear_pointer (&self->bulk, g_bytes_unref);
  g_free (self->matrix);
  g_free (self->order);
}

/* The steps */

void
step_text_to_packed (Steps *self)
{
  charter_election_data_unref (read_packed (self->path));
}

void
step_packed_to_matrix (Steps *self)
{
  if (!charter_election_data_pairwise (self->packed, FALSE, self->matrix))
    g_error ("The matrix does not fit");
}

void
step_version (Steps *self)
{
  charter_pairwise_run (self->version, self->packed, FALSE, self->matrix);
}

/* What anybody would write who avoids branches. */
void
step_plain_loop (Steps *self)
{
  guint n = self->n;

  memset (self->matrix, 0, n * n * sizeof *self->matrix);
  for (guint ballot = 0; ballot < self->packed->n_ballots; ballot++)
    {
      const guint8 *row = charter_election_data_row (self->packed, ballot);

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          self->matrix[i * n + j] += row[i] < row[j];
    }
}

void
step_matrix_to_paths (Steps *self)
{
  gsize n_places = (gsize) self->n * self->n;
  g_autofree gint32 *strengths = g_new (gint32, n_places);
  g_autoptr(GError) error = NULL;

  charter_count_strengths (self->matrix, self->n, CHARTER_STRENGTH_WINNING_VOTES, strengths);
  charter_count_strongest_paths (strengths, self->n, NULL, &error);
  stop_at (error);
}

void
step_packed_to_result (Steps *self)
{
  CharterCountParams params = CHARTER_COUNT_PARAMS_INIT;
  g_autoptr(CharterCountData) counted = NULL;
  g_autoptr(GError) error = NULL;

  params.method = CHARTER_METHOD_SCHULZE;
  counted = charter_count_run (self->packed, &params, NULL, &error);
  stop_at (error);
}

void
step_text_to_result (Steps *self)
{
  g_autoptr(CharterElection) election = read_election (self->path);
  g_autoptr(CharterCount) counted = count (election);
}

void
step_bulk_to_result (Steps *self)
{
  g_autoptr(CharterElection) election = read_bulk (self);
  g_autoptr(CharterCount) counted = count (election);
}
