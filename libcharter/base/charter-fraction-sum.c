/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/charter-fraction-private.h"

#include <string.h>

/* Sums of shares against the whole.  Each share is written out to so many binary digits that
 * what is cut off cannot hide an excess: a sum over 1 is over it by at least the inverse of
 * the product of the denominators. */

typedef unsigned __int128 UWide;

#define DIGITS_MAX 8000000

static int
compare_denominators (gconstpointer a,
                      gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* Bits of the product of the different denominators. */
static gsize
count_bits (const CharterFraction *fractions,
            guint                  n)
{
  g_autoptr(GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  gsize bits = 0;

  for (guint i = 0; i < n; i++)
    g_array_append_val (all, fractions[i].den);
  g_array_sort (all, compare_denominators);
  for (guint i = 0; i < n; i++)
    if (i == 0 || g_array_index (all, gint64, i) != g_array_index (all, gint64, i - 1))
      bits += 64 - (gsize) __builtin_clzll ((guint64) g_array_index (all, gint64, i));

  return bits;
}

/* Adds the first @n_limbs times 64 digits after the point to @sum; the carry is given back. */
static guint
add_digits (const CharterFraction *fraction,
            guint64               *digits,
            guint64               *sum,
            gsize                  n_limbs)
{
  guint64 rest = (guint64) (fraction->num % fraction->den), den = (guint64) fraction->den;
  guint carry = 0;

  for (gsize i = 0; i < n_limbs; i++)
    {
      UWide wide = (UWide) rest << 64;

      digits[i] = (guint64) (wide / den);
      rest = (guint64) (wide % den);
    }
  for (gsize i = n_limbs; i > 0; i--)
    {
      UWide wide = (UWide) sum[i - 1] + digits[i - 1] + carry;

      sum[i - 1] = (guint64) wide;
      carry = (guint) (wide >> 64);
    }

  return carry;
}

gboolean
charter_fractions_exceed_one (const CharterFraction *fractions,
                              guint                  n_fractions)
{
  gsize n_limbs = (count_bits (fractions, n_fractions) + 32) / 64 + 1;
  g_autofree guint64 *digits = NULL;
  g_autofree guint64 *sum = NULL;
  guint64 whole = 0;

  n_limbs = MIN (n_limbs, MAX (DIGITS_MAX / MAX (n_fractions, 1), 1));
  digits = g_new0 (guint64, n_limbs);
  sum = g_new0 (guint64, n_limbs);
  for (guint i = 0; i < n_fractions; i++)
    whole += (guint64) (fractions[i].num / fractions[i].den)
             + add_digits (&fractions[i], digits, sum, n_limbs);
  if (whole != 1)
    return whole > 1;
  for (gsize i = 0; i < n_limbs; i++)
    if (sum[i] != 0)
      return TRUE;

  return FALSE;
}
