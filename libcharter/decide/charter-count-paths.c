/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

/* Strengths as ranks, so that a strength that is a pair of numbers is compared as one. */

typedef struct
{
  gint64 support, opposition;
  guint  place;                     /* in the matrix */
} CharterDefeat;

static int
compare_defeats (gconstpointer a,
                 gconstpointer b)
{
  const CharterDefeat *x = a, *y = b;

  if (x->support != y->support)
    return x->support < y->support ? -1 : 1;
  if (x->opposition != y->opposition)
    return x->opposition > y->opposition ? -1 : 1;
  return x->place < y->place ? -1 : 1;
}

/* By margins the margin is what is compared; by support alone opposition does not count. */
static CharterDefeat
defeat_of (gint64          over,
           gint64          under,
           CharterStrength strength,
           guint           place)
{
  CharterDefeat defeat = { over, 0, place };

  if (strength == CHARTER_STRENGTH_MARGINS)
    defeat.support = over - under;
  if (strength == CHARTER_STRENGTH_WINNING_VOTES)
    defeat.opposition = under;
  return defeat;
}

guint
charter_count_strengths (const gint64    *pairwise,
                         guint            n,
                         CharterStrength  strength,
                         gint32          *ranks)
{
  g_autoptr(GArray) defeats = g_array_new (FALSE, FALSE, sizeof (CharterDefeat));
  guint rank = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        guint place = i * n + j;
        gint64 over = pairwise[place], under = pairwise[(gsize) j * n + i];

        ranks[place] = 0;
        if (over > under)
          {
            CharterDefeat defeat = defeat_of (over, under, strength, place);

            g_array_append_val (defeats, defeat);
          }
      }
  g_array_sort (defeats, compare_defeats);
  for (guint i = 0; i < defeats->len; i++)
    {
      CharterDefeat *defeat = &g_array_index (defeats, CharterDefeat, i);

      if (i == 0 || defeat[-1].support != defeat->support ||
          defeat[-1].opposition != defeat->opposition)
        rank++;
      ranks[defeat->place] = (gint32) rank;
    }
  return rank + 1;
}

/* A way over `via`: what it has to @row's option, and from there to everybody. */
static inline __attribute__ ((always_inline)) void
widen (gint32       *restrict row,
       const gint32 *restrict via,
       gint32                 first,
       guint                  n)
{
  for (guint k = 0; k < n; k++)
    {
      gint32 way = via[k] < first ? via[k] : first;

      row[k] = row[k] < way ? way : row[k];
    }
}

typedef void (*CharterWiden) (gint32       *row,
                              const gint32 *via,
                              gint32        first,
                              guint         n);

__attribute__ ((optimize ("O3"))) static void
widen_plain (gint32       *row,
             const gint32 *via,
             gint32        first,
             guint         n)
{
  widen (row, via, first, n);
}

#if defined(__x86_64__)
__attribute__ ((optimize ("O3"), target ("avx2"))) static void
widen_avx2 (gint32       *row,
            const gint32 *via,
            gint32        first,
            guint         n)
{
  widen (row, via, first, n);
}
#endif

static CharterWiden
choose (void)
{
#if defined(__x86_64__)
  if (__builtin_cpu_supports ("avx2"))
    return widen_avx2;
#endif
  return widen_plain;
}

/* Floyd and Warshall's order of loops, with the weakest link in place of the sum (Schulze,
 * "The Schulze Method of Voting", 2.3.1). */
gboolean
charter_count_strongest_paths (gint32       *strengths,
                               guint         n,
                               GCancellable *cancellable,
                               GError      **error)
{
  CharterWiden widen_row = choose ();

  for (guint i = 0; i < n; i++)
    {
      const gint32 *via = strengths + (gsize) i * n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint j = 0; j < n; j++)
        {
          gint32 *row = strengths + (gsize) j * n;

          if (j != i && row[i] > 0)
            widen_row (row, via, row[i], n);
        }
    }
  for (guint i = 0; i < n; i++)
    strengths[(gsize) i * n + i] = 0;
  return TRUE;
}
