/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-power-private.h"

/* Coalitions one by one, those that differ only in which of several voters alike they have
 * counted together: a kind of coalition is a number of voters of each type, and stands for the
 * product of binomials.  Winning coalitions of each size are counted, and how many voters of each
 * type they have; from both follows how many win with a given voter, and without. */

#define CANCEL_EVERY 65536
/* Numbers past 64 bits take so many times as long. */
#define BIG_FACTOR   100

typedef struct
{
  const CharterPowerTypes *types;
  gint64               *sums;       /* depths × rows: of the types chosen so far */
  gint64               *rest;       /* depths × rows: what is left to come at most */
  guint                *chosen;     /* of each type */
  GCancellable         *cancellable;
  CharterPowerProgress  progress;
  gpointer              data;
  guint64               done, total;
  gboolean              cancelled;
  /* n_voters up to 62: */
  guint64              *choose;     /* types × (n + 1): binomials */
  unsigned __int128    *won;        /* sizes */
  unsigned __int128    *held;       /* types × sizes */
  /* Beyond: */
  mpz_t                *choose_big, *won_big, *held_big, *product;   /* product: depths */
} Kinds;

#define MANY(types) ((types)->n_voters > 62)

/* How many kinds there are; G_MAXUINT64 if more than can be told. */
static guint64
kinds_of (const CharterPowerTypes *types)
{
  guint64 kinds = 1;

  for (guint t = 0; t < types->n_types; t++)
    if (__builtin_mul_overflow (kinds, (guint64) types->n_of[t] + 1, &kinds))
      return G_MAXUINT64;

  return kinds;
}

gboolean
charter_power_fits_kinds (const CharterPowerTypes *types)
{
  const guint64 most = (G_GUINT64_CONSTANT (1) << CHARTER_POWER_ANY) * CHARTER_POWER_ANY;
  guint64 work;

  if (types->n_voters > CHARTER_POWER_MAX
      || __builtin_mul_overflow (kinds_of (types), (guint64) MAX (types->n_types, 1), &work))
    return FALSE;

  return work <= (MANY (types) ? most / BIG_FACTOR : most);
}

static void
note_small (Kinds   *self,
            guint    size,
            guint64  product)
{
  const CharterPowerTypes *types = self->types;

  self->won[size] += product;
  for (guint t = 0; t < types->n_types; t++)
    self->held[(gsize) t * (types->n_voters + 1) + size] +=
      (unsigned __int128) product * self->chosen[t];
}

static void
note_big (Kinds *self,
          guint  size)
{
  const CharterPowerTypes *types = self->types;

  mpz_add (self->won_big[size], self->won_big[size], self->product[types->n_types]);
  for (guint t = 0; t < types->n_types; t++)
    mpz_addmul_ui (self->held_big[(gsize) t * (types->n_voters + 1) + size],
                   self->product[types->n_types], self->chosen[t]);
}

/* Can the thresholds still be reached? */
static gboolean
can_win (const Kinds *self,
         guint        depth)
{
  const guint n_rows = self->types->n_rows;

  for (guint r = 0; r < n_rows; r++)
    if (self->sums[(gsize) depth * n_rows + r] + self->rest[(gsize) depth * n_rows + r]
        < self->types->least[r])
      return FALSE;

  return TRUE;
}

static void
step (Kinds *self)
{
  if (++self->done % CANCEL_EVERY != 0)
    return;
  self->cancelled = g_cancellable_is_cancelled (self->cancellable);
  if (self->progress != NULL)
    self->progress (MIN (self->done, self->total), self->total, self->data);
}

/* Depth is the number of types, at most 24 unless there are fewer kinds. */
static void
walk (Kinds   *self,
      guint    depth,
      guint    size,
      guint64  product)
{
  const CharterPowerTypes *types = self->types;
  const guint n_rows = types->n_rows;

  if (self->cancelled || !can_win (self, depth))
    return;
  if (depth == types->n_types)
    {
      step (self);
      if (MANY (types))
        note_big (self, size);
      else
        note_small (self, size, product);
      return;
    }
  for (guint k = 0; k <= types->n_of[depth]; k++)
    {
      gsize binomial = (gsize) depth * (types->n_voters + 1) + k;

      self->chosen[depth] = k;
      for (guint r = 0; r < n_rows; r++)
        self->sums[(gsize) (depth + 1) * n_rows + r] =
          self->sums[(gsize) depth * n_rows + r]
          + types->weights[(gsize) r * types->n_types + depth] * k;
      if (MANY (types))
        mpz_mul (self->product[depth + 1], self->product[depth], self->choose_big[binomial]);
      walk (self, depth + 1, size + k, MANY (types) ? 0 : product * self->choose[binomial]);
    }
}

static void
set_rest (Kinds *self)
{
  const CharterPowerTypes *types = self->types;
  const guint n_rows = types->n_rows;

  for (guint t = types->n_types; t-- > 0;)
    for (guint r = 0; r < n_rows; r++)
      self->rest[(gsize) t * n_rows + r] =
        self->rest[(gsize) (t + 1) * n_rows + r]
        + types->weights[(gsize) r * types->n_types + t] * types->n_of[t];
}

static mpz_t *
new_numbers (gsize n)
{
  mpz_t *numbers = g_new (mpz_t, n);

  for (gsize i = 0; i < n; i++)
    mpz_init (numbers[i]);

  return numbers;
}

static void
free_numbers (mpz_t *numbers,
              gsize  n)
{
  for (gsize i = 0; numbers != NULL && i < n; i++)
    mpz_clear (numbers[i]);
  g_free (numbers);
}

static void
kinds_init (Kinds *self)
{
  const CharterPowerTypes *types = self->types;
  const gsize m = types->n_types, sizes = types->n_voters + 1;
  mpz_t binomial;

  self->sums = g_new0 (gint64, (m + 1) * MAX (types->n_rows, 1));
  self->rest = g_new0 (gint64, (m + 1) * MAX (types->n_rows, 1));
  self->chosen = g_new0 (guint, m + 1);
  self->total = kinds_of (types);
  set_rest (self);
  if (MANY (types))
    {
      self->choose_big = new_numbers (m * sizes);
      self->won_big = new_numbers (sizes);
      self->held_big = new_numbers (m * sizes);
      self->product = new_numbers (m + 1);
      mpz_set_ui (self->product[0], 1);
      for (gsize t = 0; t < m; t++)
        for (guint k = 0; k <= types->n_of[t]; k++)
          mpz_bin_uiui (self->choose_big[t * sizes + k], types->n_of[t], k);
      return;
    }
  self->choose = g_new0 (guint64, m * sizes + 1);
  self->won = g_new0 (unsigned __int128, sizes);
  self->held = g_new0 (unsigned __int128, m * sizes + 1);
  mpz_init (binomial);
  for (gsize t = 0; t < m; t++)
    for (guint k = 0; k <= types->n_of[t]; k++)
      {
        mpz_bin_uiui (binomial, types->n_of[t], k);
        self->choose[t * sizes + k] = mpz_get_ui (binomial);
      }
  mpz_clear (binomial);
}

static void
kinds_clear (Kinds *self)
{
  const gsize m = self->types->n_types, sizes = self->types->n_voters + 1;

  free_numbers (self->choose_big, m * sizes);
  free_numbers (self->won_big, sizes);
  free_numbers (self->held_big, m * sizes);
  free_numbers (self->product, m + 1);
  g_free (self->choose);
  g_free (self->won);
  g_free (self->held);
  g_free (self->sums);
  g_free (self->rest);
  g_free (self->chosen);
}

static void
set_number (mpz_t             out,
            unsigned __int128 value)
{
  mpz_set_ui (out, (unsigned long) (value >> 64));
  mpz_mul_2exp (out, out, 64);
  mpz_add_ui (out, out, (unsigned long) value);
}

/* Winning coalitions of @size, and those that have a given voter of the type. */
static void
read_counts (const Kinds *self,
             guint        type,
             guint        size,
             mpz_t        won,
             mpz_t        with)
{
  gsize at = (gsize) type * (self->types->n_voters + 1) + size;

  if (MANY (self->types))
    {
      mpz_set (won, self->won_big[size]);
      mpz_set (with, self->held_big[at]);
    }
  else
    {
      set_number (won, self->won[size]);
      set_number (with, self->held[at]);
    }
  mpz_divexact_ui (with, with, self->types->n_of[type]);
}

/* Whoever wins with s others, less whoever wins with just these. */
static void
collect (const Kinds       *self,
         CharterPowerCount *out)
{
  const CharterPowerTypes *types = self->types;
  const guint n = types->n_voters;
  mpz_t won, with, without, larger;

  mpz_inits (won, with, without, larger, NULL);
  for (guint t = 0; t < types->n_types; t++)
    for (guint s = 0; s < n; s++)
      {
        mpz_t *swings = &out->swings[(gsize) t * n + s];

        read_counts (self, t, s + 1, larger, with);
        mpz_set (*swings, with);
        read_counts (self, t, s, won, with);
        mpz_sub (without, won, with);
        mpz_sub (*swings, *swings, without);
      }
  for (guint s = 0; s <= n; s++)
    {
      if (MANY (types))
        mpz_set (won, self->won_big[s]);
      else
        set_number (won, self->won[s]);
      mpz_add (out->winning, out->winning, won);
    }
  mpz_clears (won, with, without, larger, NULL);
}

gboolean
charter_power_count_kinds (const CharterPowerTypes *types,
                           CharterPowerCount       *out,
                           GCancellable            *cancellable,
                           CharterPowerProgress     progress,
                           gpointer                 data)
{
  Kinds self = {
    .types = types, .cancellable = cancellable, .progress = progress, .data = data,
  };

  kinds_init (&self);
  self.cancelled = g_cancellable_is_cancelled (cancellable);
  walk (&self, 0, 0, 1);
  if (!self.cancelled)
    collect (&self, out);
  kinds_clear (&self);

  return !self.cancelled;
}
