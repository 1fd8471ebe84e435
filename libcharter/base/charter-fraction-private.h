/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An exact fraction in lowest terms, den > 0.  Arithmetic goes through 128 bits; a result
 * that does not fit 64 bits is reported by FALSE, never rounded. */
typedef struct
{
  gint64 num;
  gint64 den;
} CharterFraction;

#define CHARTER_FRACTION(n, d) ((CharterFraction) { (n), (d) })

/* FALSE if den is 0 or the reduced value does not fit. */
gboolean charter_fraction_init      (CharterFraction *self,
                                     gint64           num,
                                     gint64           den);
/* "2/3", "-1/4", "7": digits without leading zeros, no sign but '-', no blanks, den > 0. */
gboolean charter_fraction_parse     (const char      *text,
                                     gssize           length,
                                     CharterFraction *out);
/* The data profile: also "92.5" with at most 18 digits in all. */
gboolean charter_fraction_parse_decimal (const char      *text,
                                         gssize           length,
                                         CharterFraction *out);
/* "2/3", whole numbers as "7". */
char    *charter_fraction_to_string (const CharterFraction *self);
int      charter_fraction_compare   (const CharterFraction *a,
                                     const CharterFraction *b);
gboolean charter_fraction_add       (const CharterFraction *a,
                                     const CharterFraction *b,
                                     CharterFraction       *out);
gboolean charter_fraction_subtract  (const CharterFraction *a,
                                     const CharterFraction *b,
                                     CharterFraction       *out);
gboolean charter_fraction_multiply  (const CharterFraction *a,
                                     const CharterFraction *b,
                                     CharterFraction       *out);
gboolean charter_fraction_divide    (const CharterFraction *a,
                                     const CharterFraction *b,
                                     CharterFraction       *out);
/* Do positive fractions of at most 1 come to more than 1 together?  Exact also where their sum
 * does not fit, but that of more than 3000 denominators, no two alike, what is over by less
 * than the last digit reckoned with may be missed. */
gboolean charter_fractions_exceed_one (const CharterFraction *fractions,
                                       guint                  n_fractions);
/* Largest whole number not above, smallest not below, nearest (halves up). */
gint64   charter_fraction_floor     (const CharterFraction *self);
gint64   charter_fraction_ceil      (const CharterFraction *self);
gint64   charter_fraction_round     (const CharterFraction *self);
#define charter_fraction_is_whole(self) ((self)->den == 1)

G_END_DECLS
