/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-pairwise-private.h"

#include <string.h>

/* For every architecture: compilers turn these vectors into whatever there is. */

typedef guint8 Bytes __attribute__ ((vector_size (16)));
typedef guint16 Words __attribute__ ((vector_size (16)));

G_STATIC_ASSERT (CHARTER_PAIRWISE_COLUMN <= 16 * 255);

static void
turn (const CharterPairwiseWork *work)
{
  gsize width = work->wide ? 2 : 1;

  memset (work->columns, 0, work->length * work->n_options * width);
  for (guint row = 0; row < work->n_rows; row++)
    {
      const guint8 *ranks = work->rows + (gsize) row * work->stride;

      for (guint option = 0; option < work->n_options; option++)
        {
          gsize place = (gsize) option * work->length + row;

          if (work->wide)
            ((guint16 *) work->columns)[place] = ((const guint16 *) ranks)[option];
          else
            work->columns[place] = ranks[option];
        }
    }
}

/* A compare that holds is all ones, that is -1. */
static guint
count_bytes (const guint8 *better,
             const guint8 *worse,
             guint         length)
{
  Bytes counters = { 0 }, a, b;
  guint sum = 0;

  for (guint at = 0; at < length; at += sizeof a)
    {
      memcpy (&a, better + at, sizeof a);
      memcpy (&b, worse + at, sizeof b);
      counters -= (Bytes) (a < b);
    }
  for (guint lane = 0; lane < sizeof counters; lane++)
    sum += counters[lane];

  return sum;
}

static guint
count_words (const guint16 *better,
             const guint16 *worse,
             guint          length)
{
  Words counters = { 0 }, a, b;
  guint sum = 0;

  for (guint at = 0; at < length; at += sizeof a / 2)
    {
      memcpy (&a, better + at, sizeof a);
      memcpy (&b, worse + at, sizeof b);
      counters -= (Words) (a < b);
    }
  for (guint lane = 0; lane < sizeof counters / 2; lane++)
    sum += counters[lane];

  return sum;
}

static void
count (const CharterPairwiseWork *work)
{
  gsize n = work->n_options, size = work->length * (work->wide ? 2 : 1);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      {
        const guint8 *better = work->columns + i * size, *worse = work->lanes + j * size;
        guint found = work->wide
                      ? count_words ((gconstpointer) better, (gconstpointer) worse, work->length)
                      : count_bytes (better, worse, work->length);

        work->matrix[i * n + j] += (gint64) found << work->shift;
      }
}

static gboolean
runs_here (void)
{
  return TRUE;
}

const CharterPairwiseVersion charter_pairwise_portable = { "portable", runs_here, 0, 0, turn, count };
