/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-private.h"

#include <string.h>

/* Nothing in these loops depends on a comparison by a branch: a mask of all ones or none is
 * added in. */

static void
add_row (const guint8 *row,
         guint         n,
         guint8        last,
         gint64        value,
         gint64       *matrix)
{
  for (guint i = 0; i < n; i++)
    {
      gint64 *cells = matrix + (gsize) i * n;

      for (guint j = 0; j < n; j++)
        cells[j] += value & -(gint64) ((row[i] < row[j]) & (row[j] <= last));
    }
}

static void
add_wide_row (const guint16 *row,
              guint          n,
              guint16        last,
              gint64         value,
              gint64        *matrix)
{
  for (guint i = 0; i < n; i++)
    {
      gint64 *cells = matrix + (gsize) i * n;

      for (guint j = 0; j < n; j++)
        cells[j] += value & -(gint64) ((row[i] < row[j]) & (row[j] <= last));
    }
}

gboolean
charter_election_data_pairwise (const CharterElectionData *self,
                                gboolean                   ignore_unranked,
                                gint64                    *matrix)
{
  guint n = charter_election_data_n_options (self);
  gint64 value;

  if (n > 0)
    memset (matrix, 0, (gsize) n * n * sizeof (gint64));
  /* No place can hold more than all ballots together. */
  if (!charter_election_data_total (self, &value))
    return FALSE;

  for (guint i = 0; i < self->n_ballots; i++)
    {
      const guint8 *row = charter_election_data_row (self, i);

      charter_election_data_value (self, i, &value);
      if (self->wide)
        add_wide_row ((const guint16 *) (const void *) row, n,
                      CHARTER_UNRANKED_WIDE - (ignore_unranked ? 1 : 0), value, matrix);
      else
        add_row (row, n, CHARTER_UNRANKED - (ignore_unranked ? 1 : 0), value, matrix);
    }
  return TRUE;
}
