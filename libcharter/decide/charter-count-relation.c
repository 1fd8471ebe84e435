/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

#include <string.h>

/* Who beats whom, the layers of that relation, and the two sets that depend on the pairs alone. */

int
charter_count_condorcet_winner (const gint64 *pairwise,
                                guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      guint beaten = 0;

      for (guint j = 0; j < n; j++)
        beaten += pairwise[(gsize) i * n + j] > pairwise[(gsize) j * n + i] ? 1 : 0;
      if (beaten + 1 == n)
        return (int) i;
    }
  return -1;
}

/* Twice the options beaten, and once those tied with. */
static guint
points (const gint64 *pairwise,
        guint         n,
        guint         option)
{
  guint sum = 0;

  for (guint j = 0; j < n; j++)
    {
      gint64 over = pairwise[(gsize) option * n + j];
      gint64 under = pairwise[(gsize) j * n + option];

      sum += j == option ? 0 : over > under ? 2 : over == under ? 1 : 0;
    }
  return sum;
}

/* Smith, "Aggregation of preferences with variable electorate" (1973).  Whoever has most points
 * is in it; with a member, so is everybody whom that member does not beat. */
GArray *
charter_count_smith_set (const gint64 *pairwise,
                         guint         n)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *in = g_new0 (guint8, MAX (1, n));
  g_autofree guint *queue = g_new (guint, MAX (1, n));
  guint first = 0, most = 0, n_queue = 0;

  for (guint i = 0; i < n; i++)
    {
      guint has = points (pairwise, n, i);

      if (i == 0 || has > most)
        first = i;
      most = MAX (most, has);
    }
  if (n > 0)
    {
      in[first] = 1;
      queue[n_queue++] = first;
    }
  for (guint q = 0; q < n_queue; q++)
    for (guint j = 0; j < n; j++)
      if (!in[j] && pairwise[(gsize) queue[q] * n + j] <= pairwise[(gsize) j * n + queue[q]])
        {
          in[j] = 1;
          queue[n_queue++] = j;
        }
  for (guint i = 0; i < n; i++)
    if (in[i])
      g_array_append_val (set, i);
  return set;
}

/* The layer of each option: those whom nobody left beats are taken off together. */
static void
find_layers (const guint8 *beats,
             guint         n,
             guint        *layers)
{
  g_autofree guint *beaten_by = g_new0 (guint, MAX (1, n));
  g_autofree guint *queue = g_new (guint, MAX (1, n));
  guint n_queue = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      beaten_by[j] += beats[(gsize) i * n + j];
  for (guint i = 0; i < n; i++)
    {
      layers[i] = 0;
      if (beaten_by[i] == 0)
        queue[n_queue++] = i;
    }
  for (guint q = 0; q < n_queue; q++)
    for (guint j = 0; j < n; j++)
      if (beats[(gsize) queue[q] * n + j])
        {
          layers[j] = layers[queue[q]] + 1;
          if (--beaten_by[j] == 0)
            queue[n_queue++] = j;
        }
}

/* Does an option of one layer fail to beat one of a later layer?  Then the layers say less than
 * the relation. */
static gboolean
is_layering (const guint8 *beats,
             guint         n,
             const guint  *layers)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (layers[i] < layers[j] && !beats[(gsize) i * n + j])
        return TRUE;
  return FALSE;
}

static void
new_ranking (CharterCountWork *work)
{
  guint none = G_MAXUINT;

  work->out->ranking = g_array_sized_new (FALSE, FALSE, sizeof (guint), work->n);
  for (guint i = 0; i < work->n; i++)
    g_array_append_val (work->out->ranking, none);
}

void
charter_count_take_relation (CharterCountWork *work,
                             const guint8     *beats)
{
  guint n = work->n_alive;
  g_autofree guint *layers = g_new (guint, MAX (1, n));
  guint8 *whole = g_new0 (guint8, MAX (1, (gsize) work->n * work->n));

  find_layers (beats, n, layers);
  new_ranking (work);
  for (guint i = 0; i < n; i++)
    {
      g_array_index (work->out->ranking, guint, work->alive[i]) = layers[i];
      if (layers[i] == 0)
        charter_count_add_winner (work, work->alive[i]);
      for (guint j = 0; j < n; j++)
        whole[(gsize) work->alive[i] * work->n + work->alive[j]] = beats[(gsize) i * n + j];
    }
  work->out->beats = whole;
  work->out->layering = is_layering (beats, n, layers);
}

typedef struct
{
  const CharterFraction *scores;
  int                    sign;
} CharterScoreOrder;

static int
compare_scores (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const CharterScoreOrder *order = data;

  return order->sign * charter_fraction_compare (&order->scores[*(const guint *) a],
                                                 &order->scores[*(const guint *) b]);
}

void
charter_count_take_scores (CharterCountWork *work,
                           gboolean          lowest)
{
  CharterScoreOrder order = { work->out->scores, lowest ? 1 : -1 };
  g_autofree guint *sorted = g_memdup2 (work->alive, MAX (1, work->n_alive) * sizeof (guint));
  guint layer = 0;

  g_qsort_with_data (sorted, (int) work->n_alive, sizeof (guint), compare_scores, &order);
  new_ranking (work);
  for (guint i = 0; i < work->n_alive; i++)
    {
      if (i > 0 && compare_scores (&sorted[i - 1], &sorted[i], &order) != 0)
        layer++;
      g_array_index (work->out->ranking, guint, sorted[i]) = layer;
      if (layer == 0)
        charter_count_add_winner (work, sorted[i]);
    }
}

GArray *
charter_count_find_path (const gint32 *links,
                         guint         n,
                         guint         from,
                         guint         to,
                         gint32        at_least)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *before = g_new (guint, n);
  g_autofree guint *queue = g_new (guint, n);
  guint n_queue = 1;

  for (guint i = 0; i < n; i++)
    before[i] = G_MAXUINT;
  before[from] = from;
  queue[0] = from;
  for (guint q = 0; q < n_queue && before[to] == G_MAXUINT; q++)
    for (guint j = 0; j < n; j++)
      if (before[j] == G_MAXUINT && links[(gsize) queue[q] * n + j] >= at_least)
        {
          before[j] = queue[q];
          queue[n_queue++] = j;
        }
  for (guint at = to; before[to] != G_MAXUINT; at = before[at])
    {
      g_array_prepend_val (path, at);
      if (at == from)
        break;
    }
  return path;
}
