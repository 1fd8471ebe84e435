/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-power-private.h"

#include <string.h>

/* Coalitions by size and sums of weights, by generating functions (S. J. Brams and P. J. Affuso,
 * "Power and size: a new paradox", Theory and Decision 7 (1976); J. M. Bilbao and others,
 * "Generating functions for computing power indices efficiently", TOP 8 (2000)).
 *
 * The table has, for each size and each sum of every row, cut off at what the row asks for, how
 * many coalitions there are; then how many reach at least these sums.  Of those, F(X, s), the
 * coalitions without voter i follow by taking turns: F(X, s) - F(X - w, s - 1) + F(X - 2w, s - 2)
 * … with its weights w, so that no table is made for any voter.
 *
 * Counts stay below 2^60.  Differences are taken modulo 2^64. */

typedef struct
{
  guint    n_rows;
  gint64  *least;         /* after a single row has been exchanged for its dual */
  gsize   *stride;        /* of each row; the last row's is 1 */
  gsize    plane;         /* numbers of one size */
  guint64 *table;         /* sizes × plane */
  guint64  whole;         /* 2^n */
} Sums;

/* A row that asks for q of T decides as one that asks for T + 1 - q: whoever can pass the one can
 * block the other. */
static gint64
shorter (const CharterPowerTypes *types)
{
  gint64 total = 0;

  for (guint t = 0; t < types->n_types; t++)
    total += types->weights[t] * types->n_of[t];

  return MIN (types->least[0], total + 1 - types->least[0]);
}

static gint64
least_of (const CharterPowerTypes *types,
          guint                    row)
{
  return types->n_rows == 1 ? shorter (types) : types->least[row];
}

gboolean
charter_power_fits_sums (const CharterPowerTypes *types)
{
  guint64 cells = (guint64) types->n_voters + 1;

  if (types->n_voters > CHARTER_POWER_VOTERS)
    return FALSE;
  for (guint r = 0; r < types->n_rows; r++)
    if (__builtin_mul_overflow (cells, (guint64) least_of (types, r) + 1, &cells))
      return FALSE;

  return cells <= CHARTER_POWER_CELLS;
}

static void
sums_init (Sums                    *self,
           const CharterPowerTypes *types)
{
  self->n_rows = types->n_rows;
  self->least = g_new0 (gint64, MAX (types->n_rows, 1));
  self->stride = g_new0 (gsize, MAX (types->n_rows, 1));
  self->plane = 1;
  for (guint r = types->n_rows; r-- > 0;)
    {
      self->least[r] = least_of (types, r);
      self->stride[r] = self->plane;
      self->plane *= (gsize) self->least[r] + 1;
    }
  self->table = g_new0 (guint64, (types->n_voters + 1) * self->plane);
  self->table[0] = 1;
  self->whole = G_GUINT64_CONSTANT (1) << types->n_voters;
}

static void
sums_clear (Sums *self)
{
  g_free (self->least);
  g_free (self->stride);
  g_free (self->table);
}

/* Filling the table */

/* The innermost row: sums move up by @weight, what would pass @least gathers there.  @reach:
 * no sum is above. */
static void
add_line (guint64       *to,
          const guint64 *from,
          gint64         least,
          gint64         weight,
          gint64         reach)
{
  gint64 n = MIN (MAX (least - weight, 0), reach + 1);
  guint64 above = 0;

  for (gint64 x = 0; x < n; x++)
    to[x + weight] += from[x];
  for (gint64 x = n; x <= reach; x++)
    above += from[x];
  to[least] += above;
}

/* Goes through the sums of all rows but the last; FALSE at the end. */
static gboolean
next_line (const Sums *self,
           gint64     *sums)
{
  for (guint r = self->n_rows - 1; r-- > 0;)
    {
      if (sums[r] < self->least[r])
        {
          sums[r]++;
          return TRUE;
        }
      sums[r] = 0;
    }

  return FALSE;
}

static gsize
line_at (const Sums   *self,
         const gint64 *sums,
         const gint64 *weights)
{
  gsize at = 0;

  for (guint r = 0; r + 1 < self->n_rows; r++)
    at += self->stride[r] * (gsize) MIN (sums[r] + (weights != NULL ? weights[r] : 0),
                                         self->least[r]);

  return at;
}

/* One more voter: coalitions of @size that it has joined. */
static void
add_plane (Sums         *self,
           guint         size,
           const gint64 *weights,
           gint64        reach)
{
  guint64 *to = self->table + size * self->plane;
  const guint64 *from = to - self->plane;
  g_autofree gint64 *sums = g_new0 (gint64, self->n_rows);
  const guint last = self->n_rows - 1;

  do
    add_line (to + line_at (self, sums, weights), from + line_at (self, sums, NULL),
              self->least[last], weights[last], reach);
  while (next_line (self, sums));
}

static void
weights_of (const CharterPowerTypes *types,
            guint                    type,
            gint64                  *out)
{
  for (guint r = 0; r < types->n_rows; r++)
    out[r] = types->weights[(gsize) r * types->n_types + type];
}

/* Types by weight in the last row, the lightest first: then sums stay small for long. */
static guint *
order_types (const CharterPowerTypes *types)
{
  const gint64 *weights = types->weights + (gsize) (types->n_rows - 1) * types->n_types;
  guint *order = g_new (guint, types->n_types);

  for (guint i = 0; i < types->n_types; i++)
    {
      guint at = i;

      for (; at > 0 && weights[order[at - 1]] > weights[i]; at--)
        order[at] = order[at - 1];
      order[at] = i;
    }

  return order;
}

static gboolean
fill (Sums                    *self,
      const CharterPowerTypes *types,
      GCancellable            *cancellable,
      CharterPowerProgress     progress,
      gpointer                 data)
{
  g_autofree guint *order = order_types (types);
  g_autofree gint64 *weights = g_new0 (gint64, types->n_rows);
  const gint64 least = self->least[types->n_rows - 1];
  gint64 reach = 0;
  guint n = 0;

  for (guint i = 0; i < types->n_types; i++)
    {
      weights_of (types, order[i], weights);
      for (guint k = 0; k < types->n_of[order[i]]; k++)
        {
          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;
          for (guint size = ++n; size > 0; size--)
            add_plane (self, size, weights, reach);
          reach = MIN (reach + weights[types->n_rows - 1], least);
          if (progress != NULL)
            progress ((guint64) n * n, (guint64) types->n_voters * types->n_voters, data);
        }
    }

  return TRUE;
}

/* From "just these sums" to "at least these", row by row. */
static void
gather (Sums  *self,
        guint  n_voters)
{
  const gsize n = (n_voters + 1) * self->plane;

  for (guint r = 0; r < self->n_rows; r++)
    for (gsize i = n; i-- > 0;)
      if ((gint64) (i / self->stride[r] % ((gsize) self->least[r] + 1)) < self->least[r])
        self->table[i] += self->table[i + self->stride[r]];
}

/* Reading it */

static guint64
reaching (const Sums   *self,
          guint         size,
          const gint64 *weights,
          guint         times)
{
  gsize at = size * self->plane;

  for (guint r = 0; r < self->n_rows; r++)
    {
      gint64 below;

      if (__builtin_mul_overflow (weights[r], (gint64) times, &below))
        below = self->least[r];
      at += self->stride[r] * (gsize) MAX (self->least[r] - below, 0);
    }

  return self->table[at];
}

/* Coalitions of @size without a voter of these weights, that win with @helped: 1 with it, 0 as
 * they are. */
static guint64
winning_without (const Sums   *self,
                 guint         size,
                 const gint64 *weights,
                 guint         helped)
{
  guint64 count = 0;

  for (guint j = 0; j <= size; j++)
    {
      guint64 part = reaching (self, size - j, weights, helped + j);

      count += j % 2 == 0 ? part : -part;
    }

  return count;
}

static void
collect (const Sums              *self,
         const CharterPowerTypes *types,
         CharterPowerCount       *out)
{
  g_autofree gint64 *weights = g_new0 (gint64, types->n_rows);
  g_autofree gint64 *nothing = g_new0 (gint64, types->n_rows);
  const gboolean dual = self->least[0] != types->least[0];
  const guint n = types->n_voters;
  guint64 winning = 0;

  for (guint t = 0; t < types->n_types; t++)
    {
      weights_of (types, t, weights);
      for (guint s = 0; s < n; s++)
        {
          guint64 swings = winning_without (self, s, weights, 1)
                           - winning_without (self, s, weights, 0);

          mpz_set_ui (out->swings[(gsize) t * n + (dual ? n - 1 - s : s)], swings);
        }
    }
  for (guint s = 0; s <= n; s++)
    winning += reaching (self, s, nothing, 0);
  if (dual)
    winning = self->whole - winning;
  mpz_set_ui (out->winning, winning);
}

gboolean
charter_power_count_sums (const CharterPowerTypes *types,
                          CharterPowerCount       *out,
                          GCancellable            *cancellable,
                          CharterPowerProgress     progress,
                          gpointer                 data)
{
  Sums self;
  gboolean done;

  sums_init (&self, types);
  done = fill (&self, types, cancellable, progress, data);
  if (done)
    {
      gather (&self, types->n_voters);
      collect (&self, types, out);
    }
  sums_clear (&self);

  return done;
}
