/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <gmp.h>

G_BEGIN_DECLS

/* Voting power, away from any partnership: how often somebody's vote decides.
 *
 * A game is several weighted thresholds at once.  A coalition, those who vote in favour while
 * everybody else votes against, wins if its weights reach `least` in every row: one row for a
 * plain weighted majority, another one for each further test, constituency or veto. */

typedef struct
{
  const gint64 *weights;   /* one a voter, none negative */
  gint64        least;
} CharterPowerRow;

typedef struct
{
  guint                  n_voters;
  const CharterPowerRow *rows;
  guint                  n_rows;
} CharterPowerGame;

/* Sums of weights are gone through for up to so many voters … */
#define CHARTER_POWER_VOTERS   60u
/* … whose weights, divided by their greatest common divisor, add up to so much, … */
#define CHARTER_POWER_SUM      G_GINT64_CONSTANT (1000000)
/* … all rows of them together, and coalition sizes, making so many numbers at most. */
#define CHARTER_POWER_CELLS    G_GUINT64_CONSTANT (40000000)
/* Coalitions are gone through one by one, those of voters who are alike together, for up to
 * so many voters whatever their weights; and for more as long as there are no more kinds of
 * coalitions than so many voters would make. */
#define CHARTER_POWER_ANY      24u
/* Nobody's power is worked out beyond. */
#define CHARTER_POWER_MAX      1000u

typedef enum
{
  CHARTER_POWER_EXACT,
  CHARTER_POWER_TOO_LARGE,   /* only `veto` and `dictator` are known */
  CHARTER_POWER_OVERFLOW     /* weights of a row do not add up in 64 bits: nothing is known */
} CharterPowerStatus;

typedef struct
{
  CharterPowerStatus status;
  guint     n_voters;
  gboolean  wins_all;      /* all together win */
  gboolean  wins_none;     /* so does nobody: no vote is needed at all */
  gboolean *veto;          /* without this voter nobody wins */
  int       dictator;      /* alone wins, and nobody without; -1 */
  mpz_t     winning;       /* coalitions that win, of 2^n */
  mpz_t    *swings;        /* coalitions that win with a voter and would not without: Banzhaf's
                              raw index */
  mpz_t     all_swings;
  mpz_t    *pivots;        /* orders of joining in which a voter makes the coalition win:
                              Shapley and Shubik's index, of n! */
  mpz_t     orders;        /* n! */
} CharterPower;

/* @done of @total steps. */
typedef void (*CharterPowerProgress) (guint64  done,
                                      guint64  total,
                                      gpointer data);

/* NULL if cancelled, with the error set. */
CharterPower *charter_power_new        (const CharterPowerGame *game,
                                        GCancellable           *cancellable,
                                        CharterPowerProgress    progress,
                                        gpointer                data,
                                        GError                **error);
void          charter_power_free       (CharterPower           *self);
/* Lowest terms, "1/3" or "0": swings of all swings, pivots of all orders; and Penrose's measure,
 * the swings of 2^(n-1).  "0" where nobody has any. */
char         *charter_power_banzhaf    (const CharterPower     *self,
                                        guint                   voter);
char         *charter_power_shapley    (const CharterPower     *self,
                                        guint                   voter);
char         *charter_power_penrose    (const CharterPower     *self,
                                        guint                   voter);
/* A whole number. */
char         *charter_power_swings     (const CharterPower     *self,
                                        guint                   voter);
/* By pivots; exact. */
int           charter_power_compare    (const CharterPower     *self,
                                        guint                   a,
                                        guint                   b);
gboolean      charter_power_is_dummy   (const CharterPower     *self,
                                        guint                   voter);

/* — what the files of it share — */

/* A game reduced: rows that decide nothing left out, weights divided by what they have in
 * common, voters who are alike together. */
typedef struct
{
  guint    n_voters, n_rows, n_types;
  gint64  *weights;        /* rows × types */
  gint64  *least;
  guint   *type_of;        /* of each voter */
  guint   *n_of;           /* voters of each type */
} CharterPowerTypes;

/* For each type and each number of others, coalitions of so many others that win with a voter of
 * the type and would not without; and winning coalitions. */
typedef struct
{
  mpz_t *swings;           /* types × n_voters */
  mpz_t  winning;
} CharterPowerCount;

gboolean charter_power_fits_sums      (const CharterPowerTypes *types);
gboolean charter_power_fits_kinds     (const CharterPowerTypes *types);
/* FALSE if cancelled. */
gboolean charter_power_count_sums     (const CharterPowerTypes *types,
                                       CharterPowerCount       *out,
                                       GCancellable            *cancellable,
                                       CharterPowerProgress     progress,
                                       gpointer                 data);
gboolean charter_power_count_kinds    (const CharterPowerTypes *types,
                                       CharterPowerCount       *out,
                                       GCancellable            *cancellable,
                                       CharterPowerProgress     progress,
                                       gpointer                 data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPower, charter_power_free)

G_END_DECLS
