/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "decide/charter-power-private.h"

#define ROWS_MAX   4
#define VOTERS_MAX 64

typedef struct
{
  gint64           weights[ROWS_MAX][VOTERS_MAX];
  CharterPowerRow  rows[ROWS_MAX];
  CharterPowerGame game;
} Game;

static const CharterPowerGame *
game_init (Game  *self,
           guint  n_voters,
           guint  n_rows)
{
  for (guint r = 0; r < n_rows; r++)
    self->rows[r].weights = self->weights[r];
  self->game = (CharterPowerGame) { n_voters, self->rows, n_rows };

  return &self->game;
}

static CharterPower *
count (const CharterPowerGame *game)
{
  g_autoptr(GError) error = NULL;
  CharterPower *power = charter_power_new (game, NULL, NULL, NULL, &error);

  charter_assert_no_error (error);

  return power;
}

/* Published indices */

typedef struct
{
  const char *name;
  gint64      quota;
  gint64      weights[30];
  const char *banzhaf[30], *shapley[30];   /* of some voters; NULL is not compared */
} Published;

/* The figures, or the fractions that they round:
 * - EEC Council 1958: S. J. Brams, "Game Theory and Politics" (1975), ch. 5.
 * - UN Security Council as 39 of 7,7,7,7,7,1 …: Shapley and Shubik's method gives a permanent
 *   member 421/2145 (0.1963) and another one 4/2145 (0.0019); Banzhaf's 848 and 84 of 5080.
 * - Nassau County Board of Supervisors: Banzhaf (1965), three of six without any power.
 *
 * Shapley and Shubik's (1954) shareholder stands in a test of its own. */
static const Published published[] = {
  { "EEC 1958", 12, { 4, 4, 4, 2, 2, 1 },
    { "5/21", "5/21", "5/21", "1/7", "1/7", "0" },
    { "7/30", "7/30", "7/30", "3/20", "3/20", "0" } },
  { "UN Security Council", 39, { 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 },
    { "106/635", NULL, NULL, NULL, NULL, "21/1270" },
    { "421/2145", NULL, NULL, NULL, NULL, "4/2145" } },
  { "Nassau County 1964", 58, { 31, 31, 28, 21, 2, 2 },
    { "1/3", "1/3", "1/3", "0", "0", "0" },
    { "1/3", "1/3", "1/3", "0", "0", "0" } },
  { "Nassau County 1958", 16, { 9, 9, 7, 3, 1, 1 },
    { "1/3", "1/3", "1/3", "0", "0", "0" },
    { "1/3", "1/3", "1/3", "0", "0", "0" } },
  { "three with one large", 3, { 2, 1, 1 }, { "3/5", "1/5", "1/5" }, { "2/3", "1/6", "1/6" } },
  { "one who decides", 51, { 51, 25, 24 }, { "1", "0", "0" }, { "1", "0", "0" } },
};

static guint
n_weights (const Published *row)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (row->weights) && row->weights[n] > 0)
    n++;

  return n;
}

CHARTER_TEST (power, published_indices)
{
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      const Published *row = &published[i];
      CharterPowerRow line = { row->weights, row->quota };
      CharterPowerGame game = { n_weights (row), &line, 1 };
      g_autoptr(CharterPower) power = count (&game);

      cr_assert (power->status == CHARTER_POWER_EXACT, "%s", row->name);
      for (guint v = 0; v < game.n_voters; v++)
        {
          g_autofree char *banzhaf = charter_power_banzhaf (power, v);
          g_autofree char *shapley = charter_power_shapley (power, v);

          if (row->banzhaf[v] != NULL)
            cr_assert (g_str_equal (banzhaf, row->banzhaf[v]), "%s, voter %u: Banzhaf %s, not %s",
                       row->name, v, banzhaf, row->banzhaf[v]);
          if (row->shapley[v] != NULL)
            cr_assert (g_str_equal (shapley, row->shapley[v]), "%s, voter %u: Shapley %s, not %s",
                       row->name, v, shapley, row->shapley[v]);
        }
    }
}

/* A fraction such as "70/603" to four places, rounded; the test's own arithmetic. */
static int
ten_thousandths (const char *fraction)
{
  mpq_t q;
  mpz_t n;
  int out;

  mpq_init (q);
  mpz_init (n);
  mpq_set_str (q, fraction, 10);
  mpz_mul_ui (mpq_numref (q), mpq_numref (q), 20000);
  mpz_fdiv_q (n, mpq_numref (q), mpq_denref (q));
  mpz_add_ui (n, n, 1);
  mpz_fdiv_q_ui (n, n, 2);
  out = (int) mpz_get_si (n);
  mpq_clear (q);
  mpz_clear (n);

  return out;
}

/* The Council of the Union of 15: D. S. Felsenthal and M. Machover, "The measurement of voting
 * power" (1998), ch. 5, to four places. */
CHARTER_TEST (power, council_of_fifteen)
{
  static const gint64 weights[15] = { 10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2 };
  static const struct { guint voter; int banzhaf, shapley; } rows[] = {
    { 0, 1116, 1167 }, { 4, 924, 955 }, { 5, 587, 552 }, { 9, 479, 454 }, { 11, 359, 353 },
    { 14, 226, 207 },
  };
  CharterPowerRow line = { weights, 62 };
  CharterPowerGame game = { 15, &line, 1 };
  g_autoptr(CharterPower) power = count (&game);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *banzhaf = charter_power_banzhaf (power, rows[i].voter);
      g_autofree char *shapley = charter_power_shapley (power, rows[i].voter);

      cr_assert (ten_thousandths (banzhaf) == rows[i].banzhaf, "voter %u: %s", rows[i].voter,
                 banzhaf);
      cr_assert (ten_thousandths (shapley) == rows[i].shapley, "voter %u: %s", rows[i].voter,
                 shapley);
    }
}

/* The Security Council as its Charter has it (article 27): nine votes of fifteen, those of all five
 * permanent members among them. */
CHARTER_TEST (power, two_conditions_at_once)
{
  g_autoptr(CharterPower) power = NULL;
  g_autofree char *permanent = NULL, *other = NULL;
  Game game = { 0 };

  for (guint i = 0; i < 15; i++)
    {
      game.weights[0][i] = 1;
      game.weights[1][i] = i < 5;
    }
  game.rows[0].least = 9;
  game.rows[1].least = 5;
  power = count (game_init (&game, 15, 2));
  permanent = charter_power_shapley (power, 0);
  other = charter_power_shapley (power, 14);
  charter_assert_str (permanent, "421/2145");
  charter_assert_str (other, "4/2145");
  cr_assert (power->veto[0] && !power->veto[14]);
}

/* Against going through every coalition and every order */

static gboolean
wins (const CharterPowerGame *game,
      guint                   coalition)
{
  for (guint r = 0; r < game->n_rows; r++)
    {
      gint64 sum = 0;

      for (guint i = 0; i < game->n_voters; i++)
        if (coalition >> i & 1)
          sum += game->rows[r].weights[i];
      if (sum < game->rows[r].least)
        return FALSE;
    }

  return TRUE;
}

static guint64
factorial (guint n)
{
  return n < 2 ? 1 : n * factorial (n - 1);
}

static void
compare_with_all (const CharterPowerGame *game,
                  const CharterPower     *power,
                  const char             *label)
{
  const guint n = game->n_voters;
  guint64 winning = 0;

  for (guint c = 0; c < 1u << n; c++)
    winning += wins (game, c);
  cr_assert (!power->wins_all || mpz_get_ui (power->winning) == winning, "%s: %lu winning, not %lu",
             label, mpz_get_ui (power->winning), winning);
  for (guint v = 0; v < n; v++)
    {
      guint64 swings = 0, pivots = 0;
      gboolean veto = wins (game, (1u << n) - 1) && !wins (game, ((1u << n) - 1) ^ 1u << v);

      for (guint c = 0; c < 1u << n; c++)
        if (c >> v & 1 && wins (game, c) && !wins (game, c ^ 1u << v))
          {
            guint size = __builtin_popcount (c);

            swings++;
            pivots += factorial (size - 1) * factorial (n - size);
          }
      cr_assert (mpz_get_ui (power->swings[v]) == swings, "%s, voter %u: %lu swings, not %lu",
                 label, v, mpz_get_ui (power->swings[v]), swings);
      cr_assert (mpz_get_ui (power->pivots[v]) == pivots, "%s, voter %u: %lu pivots, not %lu",
                 label, v, mpz_get_ui (power->pivots[v]), pivots);
      cr_assert (power->veto[v] == veto, "%s, voter %u: veto", label, v);
      cr_assert (charter_power_is_dummy (power, v) == (swings == 0), "%s, voter %u: dummy", label, v);
      cr_assert ((power->dictator == (int) v) == (veto && wins (game, 1u << v)),
                 "%s, voter %u: dictator", label, v);
    }
}

static void
make_random (Game  *self,
             GRand *random)
{
  const guint n = (guint) g_rand_int_range (random, 1, 10);
  const guint n_rows = (guint) g_rand_int_range (random, 0, ROWS_MAX + 1);
  const int most = g_rand_int_range (random, 1, 12);

  for (guint r = 0; r < n_rows; r++)
    {
      int total = 0;

      for (guint i = 0; i < n; i++)
        total += (int) (self->weights[r][i] = g_rand_int_range (random, 0, most + 1));
      self->rows[r].least = g_rand_int_range (random, 0, total + 2);
    }
  game_init (self, n, n_rows);
}

CHARTER_TEST (power, random_games_as_by_hand)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1965);
  guint by_sums = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *label = g_strdup_printf ("game %u", i);
      g_autoptr(CharterPower) power = NULL;
      Game game;

      make_random (&game, random);
      power = count (&game.game);
      cr_assert (power->status == CHARTER_POWER_EXACT, "%s", label);
      compare_with_all (&game.game, power, label);
      by_sums += power->wins_all && !power->wins_none;
    }
  cr_assert (by_sums > 300, "only %u games decide anything", by_sums);
}

/* The two ways of counting agree where both can be gone. */
static CharterPowerTypes
types_of (const CharterPowerGame *game,
          gint64                 *weights,
          gint64                 *least,
          guint                  *type_of,
          guint                  *n_of)
{
  for (guint i = 0; i < game->n_voters; i++)
    {
      type_of[i] = i;
      n_of[i] = 1;
      for (guint r = 0; r < game->n_rows; r++)
        weights[r * game->n_voters + i] = game->rows[r].weights[i];
    }
  for (guint r = 0; r < game->n_rows; r++)
    least[r] = game->rows[r].least;

  return (CharterPowerTypes) {
    game->n_voters, game->n_rows, game->n_voters, weights, least, type_of, n_of
  };
}

static void
count_init (CharterPowerCount *self,
            gsize              n)
{
  self->swings = g_new (mpz_t, n);
  for (gsize i = 0; i < n; i++)
    mpz_init (self->swings[i]);
  mpz_init (self->winning);
}

static void
count_clear (CharterPowerCount *self,
             gsize              n)
{
  for (gsize i = 0; i < n; i++)
    mpz_clear (self->swings[i]);
  g_free (self->swings);
  mpz_clear (self->winning);
}

CHARTER_TEST (power, both_ways_agree)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1954);

  for (guint i = 0; i < 600; i++)
    {
      gint64 weights[ROWS_MAX * VOTERS_MAX], least[ROWS_MAX];
      guint type_of[VOTERS_MAX], n_of[VOTERS_MAX];
      CharterPowerCount kinds, sums;
      CharterPowerTypes types;
      Game game;
      gsize n;

      make_random (&game, random);
      if (game.game.n_rows == 0 || !wins (&game.game, (1u << game.game.n_voters) - 1)
          || wins (&game.game, 0))
        continue;
      types = types_of (&game.game, weights, least, type_of, n_of);
      n = (gsize) types.n_voters * types.n_voters;
      count_init (&kinds, n);
      count_init (&sums, n);
      cr_assert (charter_power_count_kinds (&types, &kinds, NULL, NULL, NULL));
      cr_assert (charter_power_count_sums (&types, &sums, NULL, NULL, NULL));
      for (gsize s = 0; s < n; s++)
        cr_assert (mpz_cmp (kinds.swings[s], sums.swings[s]) == 0, "game %u, place %zu", i, s);
      cr_assert (mpz_cmp (kinds.winning, sums.winning) == 0, "game %u", i);
      count_clear (&kinds, n);
      count_clear (&sums, n);
    }
}

/* Large games */

static void
assert_sums_to_one (const CharterPower *power,
                    const char         *label)
{
  mpz_t sum;

  mpz_init (sum);
  for (guint i = 0; i < power->n_voters; i++)
    mpz_add (sum, sum, power->pivots[i]);
  cr_assert (mpz_cmp (sum, power->orders) == 0, "%s: pivots do not add up to n!", label);
  mpz_clear (sum);
}

/* Sixty voters whose weights add up to a million. */
static void
make_largest (Game *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < 60; i++)
    {
      self->weights[0][i] = 1 + (gint64) i * 564 + i % 7;
      sum += self->weights[0][i];
    }
  self->weights[0][59] += CHARTER_POWER_SUM - sum;
  self->rows[0].least = CHARTER_POWER_SUM / 2 + 1;
  game_init (self, 60, 1);
}

CHARTER_TEST (power, sixty_voters_and_a_million)
{
  g_autoptr(CharterPower) power = NULL;
  Game game;

  make_largest (&game);
  power = count (&game.game);
  cr_assert (power->status == CHARTER_POWER_EXACT);
  assert_sums_to_one (power, "sixty");
  for (guint i = 1; i < 60; i++)
    cr_assert (charter_power_compare (power, i, i - 1) >= 0, "voter %u has less than a lighter one",
               i);
}

/* Every rule has a second condition, that somebody be in favour: it costs no size. */
CHARTER_TEST (power, sixty_voters_of_whom_one_must_be_in_favour)
{
  g_autoptr(CharterPower) power = NULL, plain = NULL;
  Game game, alone;

  make_largest (&game);
  make_largest (&alone);
  for (guint i = 0; i < 60; i++)
    game.weights[1][i] = 1;
  game.rows[1].least = 1;
  power = count (game_init (&game, 60, 2));
  plain = count (&alone.game);
  cr_assert (power->status == CHARTER_POWER_EXACT);
  cr_assert (mpz_cmp (power->winning, plain->winning) == 0);
  for (guint i = 0; i < 60; i++)
    cr_assert (mpz_cmp (power->swings[i], plain->swings[i]) == 0, "voter %u", i);
}

/* Where it is all that is asked, anybody decides. */
CHARTER_TEST (power, somebody_in_favour_is_all)
{
  g_autoptr(CharterPower) power = NULL;
  Game game = { 0 };

  for (guint r = 0; r < 2; r++)
    for (guint i = 0; i < 3; i++)
      game.weights[r][i] = r + i + 1;
  game.rows[0].least = game.rows[1].least = 1;
  power = count (game_init (&game, 3, 2));
  cr_assert (power->status == CHARTER_POWER_EXACT && mpz_cmp_ui (power->winning, 7) == 0);
}

CHARTER_TEST (power, any_weights_up_to_24)
{
  g_autoptr(CharterPower) power = NULL;
  Game game;
  gint64 total = 0;

  for (guint i = 0; i < 24; i++)
    total += game.weights[0][i] = G_GINT64_CONSTANT (100000000000000003) + (gint64) i * i * 1000000007;
  game.rows[0].least = total / 2 + 1;
  power = count (game_init (&game, 24, 1));
  cr_assert (power->status == CHARTER_POWER_EXACT);
  assert_sums_to_one (power, "any weights");
}

/* Many who are alike: n of them under a majority have 1/n each. */
CHARTER_TEST (power, many_alike)
{
  static const guint sizes[] = { 1, 2, 61, 63, 200, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree gint64 *weights = g_new (gint64, sizes[i]);
      g_autofree char *expected = sizes[i] > 1 ? g_strdup_printf ("1/%u", sizes[i]) : g_strdup ("1");
      CharterPowerRow row = { weights, sizes[i] / 2 + 1 };
      CharterPowerGame game = { sizes[i], &row, 1 };
      g_autoptr(CharterPower) power = NULL;
      g_autofree char *banzhaf = NULL, *shapley = NULL;

      for (guint v = 0; v < sizes[i]; v++)
        weights[v] = 3;
      row.least *= 3;
      power = count (&game);
      cr_assert (power->status == CHARTER_POWER_EXACT, "%u", sizes[i]);
      banzhaf = charter_power_banzhaf (power, sizes[i] - 1);
      shapley = charter_power_shapley (power, sizes[i] - 1);
      charter_assert_str (banzhaf, expected);
      charter_assert_str (shapley, expected);
    }
}

/* A shareholder with 40 % among 600 others with 0.1 % each decides in 2/3 of the orders, nearly
 * (Shapley and Shubik 1954: 400/601). */
CHARTER_TEST (power, one_large_among_many)
{
  g_autofree gint64 *weights = g_new (gint64, 601);
  CharterPowerRow row = { weights, 501 };
  CharterPowerGame game = { 601, &row, 1 };
  g_autoptr(CharterPower) power = NULL;
  g_autofree char *shapley = NULL;

  weights[0] = 400;
  for (guint i = 1; i <= 600; i++)
    weights[i] = 1;
  power = count (&game);
  cr_assert (power->status == CHARTER_POWER_EXACT);
  shapley = charter_power_shapley (power, 0);
  charter_assert_str (shapley, "400/601");
}

CHARTER_TEST (power, what_is_too_large_is_said)
{
  g_autoptr(CharterPower) many = NULL;
  g_autoptr(CharterPower) overflow = NULL;
  Game game;

  for (guint i = 0; i < 60; i++)
    game.weights[0][i] = 1 + (gint64) i * 1000003;
  game.rows[0].least = 1000000000;
  many = count (game_init (&game, 60, 1));
  cr_assert (many->status == CHARTER_POWER_TOO_LARGE);
  cr_assert (many->dictator == -1);

  game.weights[0][0] = G_MAXINT64;
  overflow = count (&game.game);
  cr_assert (overflow->status == CHARTER_POWER_OVERFLOW);
}

CHARTER_TEST (power, it_can_be_stopped)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterPower) power = NULL;
  Game game;

  make_largest (&game);
  g_cancellable_cancel (cancellable);
  power = charter_power_new (&game.game, cancellable, NULL, NULL, &error);
  cr_assert (power == NULL);
  charter_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}
