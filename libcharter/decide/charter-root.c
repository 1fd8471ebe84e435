/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* A quorum of so many times the square root of a base (Debian Constitution, section 4.2: Q is
 * half the square root of the number of developers, and a general resolution needs 3Q), never
 * worked out but compared by squaring: with share p/q and base b, n is not below it where
 * (n q)^2 >= p^2 b. */

typedef unsigned __int128 Wide;

typedef struct
{
  Wide left;    /* n^2 x left against right */
  Wide right;
} Squares;

static gboolean
multiply (Wide  a,
          Wide  b,
          Wide *out)
{
  return !__builtin_mul_overflow (a, b, out);
}

static gboolean
square (const CharterFraction *share,
        const CharterFraction *base,
        Squares               *out)
{
  Wide p = (Wide) share->num, q = (Wide) share->den;

  return share->num >= 0 && base->num >= 0 && multiply (p, p, &out->right)
         && multiply (out->right, (Wide) base->num, &out->right) && multiply (q, q, &out->left)
         && multiply (out->left, (Wide) base->den, &out->left);
}

/* Is n (or n less a half) at least the root; or above it? */
static gboolean
reaches (const Squares *squares,
         gint64         n,
         gboolean       less_a_half,
         gboolean       above)
{
  Wide number = less_a_half ? 2 * (Wide) n - 1 : (Wide) n, left;
  Wide right = squares->right;

  if (less_a_half && (n <= 0 || !multiply (right, 4, &right)))
    return FALSE;
  if (!multiply (number, number, &left) || !multiply (left, squares->left, &left))
    return TRUE;

  return above ? left > right : left >= right;
}

/* The smallest n from 0 that does; -1 if none fits. */
static gint64
first_to_reach (const Squares *squares,
                gboolean       less_a_half,
                gboolean       above)
{
  gint64 low = 0, high = G_MAXINT64 / 4;

  if (!reaches (squares, high, less_a_half, above))
    return -1;
  while (low < high)
    {
      gint64 middle = low + (high - low) / 2;

      if (reaches (squares, middle, less_a_half, above))
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/* The root as a whole number, by the rounding; halves go up. */
static gint64
rounded_root (const Squares *squares,
              CharterRound   round)
{
  gint64 up = first_to_reach (squares, FALSE, FALSE);

  if (round == CHARTER_ROUND_UP || up <= 0)
    return up;
  if (round == CHARTER_ROUND_DOWN)
    return first_to_reach (squares, FALSE, TRUE) - 1;

  /* The last n whose half below does not lie above the root. */
  return first_to_reach (squares, TRUE, TRUE) - 1;
}

gboolean
charter_root_needed (const CharterFraction *share,
                     const CharterFraction *base,
                     CharterRound           round,
                     CharterCompare         compare,
                     gint64                 plus,
                     gint64                *out)
{
  gboolean above = compare == CHARTER_COMPARE_GREATER;
  Squares squares;
  gint64 needed;

  if (!square (share, base, &squares))
    return FALSE;
  if (round == CHARTER_ROUND_EXACT)
    needed = first_to_reach (&squares, FALSE, above);
  else
    {
      needed = rounded_root (&squares, round);
      if (needed >= 0 && above)
        needed++;
    }
  if (needed < 0 || __builtin_add_overflow (needed, plus, &needed))
    return FALSE;
  *out = MAX (needed, 0);

  return TRUE;
}
