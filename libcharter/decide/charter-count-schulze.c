/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

/* Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36 (2011), and "The Schulze Method
 * of Voting" (arXiv 1804.02973).  An option beats another if its strongest path to it is
 * stronger than the way back; that relation is transitive but need not order everybody. */

/* The number shown for a rank of strength: its support, or margin. */
static gint64 *
numbers_of_ranks (const gint64    *pairs,
                  const gint32    *links,
                  guint            n,
                  guint            n_ranks,
                  CharterStrength  strength)
{
  gint64 *numbers = g_new0 (gint64, n_ranks);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        gsize place = (gsize) i * n + j;

        if (links[place] > 0)
          numbers[links[place]] = strength == CHARTER_STRENGTH_MARGINS
            ? pairs[place] - pairs[(gsize) j * n + i] : pairs[place];
      }
  return numbers;
}

static void
take_paths (CharterCountWork *work,
            const gint32     *paths,
            const gint64     *numbers)
{
  guint n = work->n_alive;

  work->out->paths = g_new0 (gint64, MAX (1, (gsize) work->n * work->n));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      work->out->paths[(gsize) work->alive[i] * work->n + work->alive[j]] =
        numbers[paths[(gsize) i * n + j]];
}

gboolean
charter_count_schulze (CharterCountWork *work,
                       GError          **error)
{
  guint n = work->n_alive;
  gsize n_places = MAX (1, (gsize) n * n);
  g_autofree gint64 *pairs = charter_count_alive_pairs (work);
  g_autofree guint8 *beats = g_new0 (guint8, n_places);
  g_autofree gint64 *numbers = NULL;
  guint n_ranks;

  work->links = g_new0 (gint32, n_places);
  n_ranks = charter_count_strengths (pairs, n, work->params->strength, work->links);
  work->paths = g_memdup2 (work->links, n_places * sizeof (gint32));
  numbers = numbers_of_ranks (pairs, work->links, n, n_ranks, work->params->strength);
  if (!charter_count_strongest_paths (work->paths, n, work->cancellable, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      beats[(gsize) i * n + j] = work->paths[(gsize) i * n + j] > work->paths[(gsize) j * n + i];
  take_paths (work, work->paths, numbers);
  charter_count_take_relation (work, beats);
  return TRUE;
}
