/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-pairwise-private.h"

#include <string.h>

/* Pairwise counts: ballots are taken in batches whose columns fit the nearest cache. Where
 * ballots count differently, each goes into the batches of the bits of its value, and a batch is
 * counted once for its bit: no number of different values makes it slow. */

#define CACHE 24576u            /* bytes of columns at a time, where there are few options */
#define BITS  63u

const CharterPairwiseVersion *const charter_pairwise_versions[] = {
  &charter_pairwise_portable,
#ifdef __x86_64__
  &charter_pairwise_sse2,
  &charter_pairwise_avx2,
#endif
  NULL
};

static const CharterPairwiseVersion *
best_version (void)
{
  static gsize found;

  if (g_once_init_enter (&found))
    {
      guint last = 0;

      for (guint i = 0; charter_pairwise_versions[i] != NULL; i++)
        if (charter_pairwise_versions[i]->runs_here ())
          last = i;
      g_once_init_leave (&found, last + 1);
    }
  return charter_pairwise_versions[found - 1];
}

/* One batch */

typedef struct
{
  const CharterPairwiseVersion *version;
  CharterPairwiseWork           work;
  gsize                         size;   /* of all columns, in bytes */
  guint                         batch;  /* ballots */
} Batches;

static void
batches_init (Batches                      *self,
              const CharterPairwiseVersion *version,
              const CharterElectionData    *election,
              gboolean                      ignore_unranked,
              gint64                       *matrix)
{
  guint n = charter_election_data_n_options (election);
  guint width = election->wide ? 2 : 1;
  guint batch = CLAMP (CACHE / (n * width), 256, CHARTER_PAIRWISE_COLUMN);

  batch = MIN (batch, MAX (election->n_ballots, 1));
  self->version = version;
  self->batch = batch;
  self->work = (CharterPairwiseWork) {
    .stride = election->stride, .n_options = n, .wide = election->wide, .matrix = matrix,
    .length = (batch + CHARTER_PAIRWISE_STEP - 1) / CHARTER_PAIRWISE_STEP * CHARTER_PAIRWISE_STEP,
  };
  self->size = (gsize) self->work.length * n * width;
  self->work.columns = g_aligned_alloc (1, self->size, CHARTER_PAIRWISE_STEP);
  self->work.lanes = ignore_unranked ? g_aligned_alloc (1, self->size, CHARTER_PAIRWISE_STEP)
                                     : self->work.columns;
}

static void
batches_clear (Batches *self)
{
  if (self->work.lanes != self->work.columns)
    g_aligned_free (self->work.lanes);
  g_aligned_free (self->work.columns);
}

/* Nothing is better than the lowest value, so an option that holds it loses to none. */
static void
leave_out_unranked (const Batches *self)
{
  const CharterPairwiseWork *work = &self->work;

  if (work->wide)
    {
      const guint16 *from = (const guint16 *) (gconstpointer) work->columns;
      guint16 *to = (guint16 *) (gpointer) work->lanes;
      guint16 flip = self->version->flip_word, unranked = CHARTER_UNRANKED_WIDE ^ flip;

      for (gsize i = 0; i < self->size / 2; i++)
        to[i] = from[i] == unranked ? flip : from[i];
    }
  else
    {
      guint8 flip = (guint8) self->version->flip_byte, unranked = CHARTER_UNRANKED ^ flip;

      for (gsize i = 0; i < self->size; i++)
        work->lanes[i] = work->columns[i] == unranked ? flip : work->columns[i];
    }
}

static void
count_batch (Batches      *self,
             const guint8 *rows,
             guint         n_rows,
             guint         shift)
{
  CharterPairwiseWork *work = &self->work;

  work->rows = rows;
  work->n_rows = n_rows;
  work->shift = shift;
  self->version->turn (work);
  if (work->lanes != work->columns)
    leave_out_unranked (self);
  self->version->count (work);
}

/* Ballots that all count once */

static void
count_equal (Batches                   *self,
             const CharterElectionData *election)
{
  for (guint at = 0; at < election->n_ballots; at += self->batch)
    count_batch (self, charter_election_data_row (election, at),
                 MIN (self->batch, election->n_ballots - at), 0);
}

/* Ballots that count differently */

typedef struct
{
  guint32 *ballots;
  guint    n_ballots;
} Plane;

static void
count_plane (Batches                   *self,
             const CharterElectionData *election,
             Plane                     *plane,
             guint8                    *rows,
             guint                      bit)
{
  gsize stride = election->stride;

  for (guint i = 0; i < plane->n_ballots; i++)
    memcpy (rows + i * stride, charter_election_data_row (election, plane->ballots[i]), stride);
  count_batch (self, rows, plane->n_ballots, bit);
  plane->n_ballots = 0;
}

static void
count_different (Batches                   *self,
                 const CharterElectionData *election)
{
  guint8 *rows = g_aligned_alloc (self->batch, election->stride, CHARTER_PAIRWISE_STEP);
  g_autofree guint32 *ballots = g_new (guint32, BITS * self->batch);
  Plane planes[BITS];

  for (guint bit = 0; bit < BITS; bit++)
    planes[bit] = (Plane) { ballots + bit * self->batch, 0 };
  for (guint i = 0; i < election->n_ballots; i++)
    {
      gint64 value = 0;

      charter_election_data_value (election, i, &value);
      for (; value > 0; value &= value - 1)
        {
          guint bit = (guint) __builtin_ctzll ((guint64) value);
          Plane *plane = &planes[bit];

          plane->ballots[plane->n_ballots++] = i;
          if (plane->n_ballots == self->batch)
            count_plane (self, election, plane, rows, bit);
        }
    }
  for (guint bit = 0; bit < BITS; bit++)
    if (planes[bit].n_ballots > 0)
      count_plane (self, election, &planes[bit], rows, bit);
  g_aligned_free (rows);
}

gboolean
charter_pairwise_run (const CharterPairwiseVersion *version,
                      const CharterElectionData    *election,
                      gboolean                      ignore_unranked,
                      gint64                       *matrix)
{
  gsize n = charter_election_data_n_options (election);
  Batches batches;
  gint64 total;

  if (n > 0)
    memset (matrix, 0, n * n * sizeof *matrix);
  /* No place can hold more than all ballots together. */
  if (!charter_election_data_total (election, &total))
    return FALSE;
  if (n == 0 || total == 0)
    return TRUE;

  batches_init (&batches, version, election, ignore_unranked, matrix);
  if (election->counts == NULL && election->weights == NULL)
    count_equal (&batches, election);
  else
    count_different (&batches, election);
  batches_clear (&batches);

  return TRUE;
}

gboolean
charter_election_data_pairwise (const CharterElectionData *self,
                                gboolean                   ignore_unranked,
                                gint64                    *matrix)
{
  return charter_pairwise_run (best_version (), self, ignore_unranked, matrix);
}
