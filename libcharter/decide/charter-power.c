/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-power-private.h"

#include <stdlib.h>
#include <string.h>

/* Power indices: J. F. Banzhaf, "Weighted voting doesn't work", Rutgers Law Review 19 (1965);
 * L. S. Shapley and M. Shubik, "A method for evaluating the distribution of power in a committee
 * system", American Political Science Review 48 (1954); L. S. Penrose, "The elementary
 * statistics of majority voting", Journal of the Royal Statistical Society 109 (1946).
 *
 * Here a game is reduced, and the count of coalitions handed to whichever way is exact and short
 * enough. */

/* Reduction */

static gint64
gcd (gint64 a,
     gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

static gboolean
total_of (const CharterPowerGame *game,
          guint                   row,
          gint64                 *out)
{
  *out = 0;
  for (guint i = 0; i < game->n_voters; i++)
    if (__builtin_add_overflow (*out, game->rows[row].weights[i], out))
      return FALSE;

  return TRUE;
}

static void
types_clear (CharterPowerTypes *self)
{
  g_free (self->weights);
  g_free (self->least);
  g_free (self->type_of);
  g_free (self->n_of);
}

static gboolean
anybody_reaches (const gint64 *row,
                 guint         n_voters,
                 gint64        least)
{
  for (guint i = 0; i < n_voters; i++)
    if (row[i] < least)
      return FALSE;

  return TRUE;
}

/* A row that whoever it may be reaches alone asks that there be somebody, and so does every
 * other row. */
static guint
drop_rows_that_anybody_reaches (gint64 *weights,
                                gint64 *least,
                                guint   n_rows,
                                guint   n_voters)
{
  guint n = n_rows;

  for (guint r = n_rows; r-- > 0 && n > 1;)
    {
      gint64 *row = weights + (gsize) r * n_voters;

      if (!anybody_reaches (row, n_voters, least[r]))
        continue;
      memmove (row, row + n_voters, (gsize) (n - r - 1) * n_voters * sizeof *row);
      memmove (&least[r], &least[r + 1], (n - r - 1) * sizeof *least);
      n--;
    }

  return n;
}

/* The rows that decide anything, in lowest terms, one after another: weights of every voter. */
static gint64 *
reduce_rows (const CharterPowerGame *game,
             gint64                 *least,
             guint                  *n_rows)
{
  gint64 *weights = g_new0 (gint64, (gsize) MAX (game->n_rows, 1) * MAX (game->n_voters, 1));
  guint n = 0;

  for (guint r = 0; r < game->n_rows; r++)
    {
      gint64 *row = weights + (gsize) n * game->n_voters;
      gint64 common = 0;
      guint same;

      if (game->rows[r].least <= 0)
        continue;
      for (guint i = 0; i < game->n_voters; i++)
        common = gcd (common, game->rows[r].weights[i]);
      common = MAX (common, 1);
      for (guint i = 0; i < game->n_voters; i++)
        row[i] = game->rows[r].weights[i] / common;
      least[n] = game->rows[r].least / common + (game->rows[r].least % common != 0);
      for (same = 0; same < n; same++)
        if (memcmp (weights + (gsize) same * game->n_voters, row,
                    game->n_voters * sizeof *row) == 0)
          break;
      if (same == n)
        n++;
      else
        least[same] = MAX (least[same], least[n]);
    }
  *n_rows = drop_rows_that_anybody_reaches (weights, least, n, game->n_voters);

  return weights;
}

static gboolean
are_alike (const gint64 *rows,
           guint         n_rows,
           guint         n_voters,
           guint         a,
           guint         b)
{
  for (guint r = 0; r < n_rows; r++)
    if (rows[(gsize) r * n_voters + a] != rows[(gsize) r * n_voters + b])
      return FALSE;

  return TRUE;
}

static void
collect_types (CharterPowerTypes *self,
               const gint64      *rows)
{
  g_autofree guint *first = g_new0 (guint, MAX (self->n_voters, 1));

  for (guint i = 0; i < self->n_voters; i++)
    {
      guint t = 0;

      while (t < self->n_types && !are_alike (rows, self->n_rows, self->n_voters, first[t], i))
        t++;
      if (t == self->n_types)
        first[self->n_types++] = i;
      self->type_of[i] = t;
      self->n_of[t]++;
    }
  self->weights = g_new0 (gint64, (gsize) MAX (self->n_rows, 1) * MAX (self->n_types, 1));
  for (guint r = 0; r < self->n_rows; r++)
    for (guint t = 0; t < self->n_types; t++)
      self->weights[(gsize) r * self->n_types + t] = rows[(gsize) r * self->n_voters + first[t]];
}

static void
types_init (CharterPowerTypes      *self,
            const CharterPowerGame *game)
{
  g_autofree gint64 *rows = NULL;

  *self = (CharterPowerTypes) { .n_voters = game->n_voters };
  self->least = g_new0 (gint64, MAX (game->n_rows, 1));
  self->type_of = g_new0 (guint, MAX (game->n_voters, 1));
  self->n_of = g_new0 (guint, MAX (game->n_voters, 1));
  rows = reduce_rows (game, self->least, &self->n_rows);
  collect_types (self, rows);
}

/* Vetoes and dictators, which need no count */

/* Do all win, but for @without (-1: for nobody)? */
static gboolean
wins_without (const CharterPowerGame *game,
              const gint64           *totals,
              int                     without)
{
  for (guint r = 0; r < game->n_rows; r++)
    {
      gint64 sum = totals[r] - (without >= 0 ? game->rows[r].weights[without] : 0);

      if (sum < game->rows[r].least)
        return FALSE;
    }

  return TRUE;
}

static gboolean
wins_alone (const CharterPowerGame *game,
            guint                   voter)
{
  for (guint r = 0; r < game->n_rows; r++)
    if (game->rows[r].weights[voter] < game->rows[r].least)
      return FALSE;

  return TRUE;
}

static gboolean
wins_with_nobody (const CharterPowerGame *game)
{
  for (guint r = 0; r < game->n_rows; r++)
    if (game->rows[r].least > 0)
      return FALSE;

  return TRUE;
}

static void
find_vetoes (CharterPower           *self,
             const CharterPowerGame *game,
             const gint64           *totals)
{
  self->wins_all = wins_without (game, totals, -1);
  self->wins_none = wins_with_nobody (game);
  for (guint i = 0; i < game->n_voters; i++)
    {
      self->veto[i] = self->wins_all && !wins_without (game, totals, (int) i);
      if (self->veto[i] && wins_alone (game, i))
        self->dictator = (int) i;
    }
}

/* The indices */

static CharterPower *
power_alloc (guint n_voters)
{
  CharterPower *self = g_new0 (CharterPower, 1);

  self->n_voters = n_voters;
  self->dictator = -1;
  self->veto = g_new0 (gboolean, MAX (n_voters, 1));
  self->swings = g_new (mpz_t, MAX (n_voters, 1));
  self->pivots = g_new (mpz_t, MAX (n_voters, 1));
  mpz_init (self->winning);
  mpz_init (self->all_swings);
  mpz_init (self->orders);
  for (guint i = 0; i < n_voters; i++)
    {
      mpz_init (self->swings[i]);
      mpz_init (self->pivots[i]);
    }

  return self;
}

void
charter_power_free (CharterPower *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_voters; i++)
    {
      mpz_clear (self->swings[i]);
      mpz_clear (self->pivots[i]);
    }
  mpz_clear (self->winning);
  mpz_clear (self->all_swings);
  mpz_clear (self->orders);
  g_free (self->swings);
  g_free (self->pivots);
  g_free (self->veto);
  g_free (self);
}

/* Of the n! orders, s!(n-1-s)! have just these s others before a voter. */
static void
sum_up (CharterPower            *self,
        const CharterPowerTypes *types,
        const CharterPowerCount *count)
{
  const guint n = self->n_voters;
  g_autofree mpz_t *orders = g_new (mpz_t, MAX (n, 1));
  mpz_t before;

  mpz_init (before);
  for (guint s = 0; s < n; s++)
    {
      mpz_init (orders[s]);
      mpz_fac_ui (orders[s], s);
      mpz_fac_ui (before, n - 1 - s);
      mpz_mul (orders[s], orders[s], before);
    }
  for (guint i = 0; i < n; i++)
    for (guint s = 0; s < n; s++)
      {
        const mpz_t *swings = &count->swings[(gsize) types->type_of[i] * n + s];

        mpz_add (self->swings[i], self->swings[i], *swings);
        mpz_addmul (self->pivots[i], *swings, orders[s]);
      }
  for (guint i = 0; i < n; i++)
    mpz_add (self->all_swings, self->all_swings, self->swings[i]);
  for (guint s = 0; s < n; s++)
    mpz_clear (orders[s]);
  mpz_clear (before);
  mpz_fac_ui (self->orders, n);
  mpz_set (self->winning, count->winning);
}

static gboolean
count_coalitions (CharterPower            *self,
                  const CharterPowerTypes *types,
                  GCancellable            *cancellable,
                  CharterPowerProgress     progress,
                  gpointer                 data)
{
  gsize n_swings = (gsize) types->n_types * types->n_voters;
  CharterPowerCount count = { .swings = g_new (mpz_t, MAX (n_swings, 1)) };
  gboolean done;

  mpz_init (count.winning);
  for (gsize i = 0; i < n_swings; i++)
    mpz_init (count.swings[i]);
  if (charter_power_fits_kinds (types))
    done = charter_power_count_kinds (types, &count, cancellable, progress, data);
  else
    done = charter_power_count_sums (types, &count, cancellable, progress, data);
  if (done)
    sum_up (self, types, &count);
  for (gsize i = 0; i < n_swings; i++)
    mpz_clear (count.swings[i]);
  g_free (count.swings);
  mpz_clear (count.winning);

  return done;
}

CharterPower *
charter_power_new (const CharterPowerGame *game,
                   GCancellable           *cancellable,
                   CharterPowerProgress    progress,
                   gpointer                data,
                   GError                **error)
{
  g_autoptr(CharterPower) self = power_alloc (game->n_voters);
  g_autofree gint64 *totals = g_new0 (gint64, MAX (game->n_rows, 1));
  CharterPowerTypes types;
  gboolean done = TRUE;

  for (guint r = 0; r < game->n_rows; r++)
    if (!total_of (game, r, &totals[r]))
      {
        self->status = CHARTER_POWER_OVERFLOW;
        return g_steal_pointer (&self);
      }
  find_vetoes (self, game, totals);
  if (game->n_voters > CHARTER_POWER_MAX)
    self->status = CHARTER_POWER_TOO_LARGE;
  if (!self->wins_all || game->n_voters > CHARTER_POWER_MAX)
    return g_steal_pointer (&self);
  types_init (&types, game);
  if (charter_power_fits_kinds (&types) || charter_power_fits_sums (&types))
    done = count_coalitions (self, &types, cancellable, progress, data);
  else
    self->status = CHARTER_POWER_TOO_LARGE;
  types_clear (&types);
  if (!done)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* Reading */

static char *
ratio (const mpz_t num,
       const mpz_t den)
{
  mpq_t q;
  char *text, *copy;

  if (mpz_sgn (num) == 0 || mpz_sgn (den) == 0)
    return g_strdup ("0");
  mpq_init (q);
  mpz_set (mpq_numref (q), num);
  mpz_set (mpq_denref (q), den);
  mpq_canonicalize (q);
  text = mpq_get_str (NULL, 10, q);
  copy = g_strdup (text);
  free (text);
  mpq_clear (q);

  return copy;
}

char *
charter_power_banzhaf (const CharterPower *self,
                       guint               voter)
{
  return ratio (self->swings[voter], self->all_swings);
}

char *
charter_power_shapley (const CharterPower *self,
                       guint               voter)
{
  return ratio (self->pivots[voter], self->orders);
}

char *
charter_power_penrose (const CharterPower *self,
                       guint               voter)
{
  mpz_t all;
  char *text;

  mpz_init_set_ui (all, 1);
  mpz_mul_2exp (all, all, self->n_voters - 1);
  text = ratio (self->swings[voter], all);
  mpz_clear (all);

  return text;
}

char *
charter_power_swings (const CharterPower *self,
                      guint               voter)
{
  char *text = mpz_get_str (NULL, 10, self->swings[voter]);
  char *copy = g_strdup (text);

  free (text);

  return copy;
}

int
charter_power_compare (const CharterPower *self,
                       guint               a,
                       guint               b)
{
  return mpz_cmp (self->pivots[a], self->pivots[b]);
}

gboolean
charter_power_is_dummy (const CharterPower *self,
                        guint               voter)
{
  return self->status == CHARTER_POWER_EXACT && mpz_sgn (self->swings[voter]) == 0;
}
