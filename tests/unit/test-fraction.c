/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "base/charter-fraction-private.h"

static void
check_text (const CharterFraction *fraction,
            const char            *expected)
{
  g_autofree char *text = charter_fraction_to_string (fraction);

  charter_assert_str (text, expected);
}

CHARTER_TEST (fraction, is_reduced)
{
  static const struct { gint64 num, den; const char *text; } cases[] = {
    { 4, 6, "2/3" },
    { -4, 6, "-2/3" },
    { 4, -6, "-2/3" },
    { -4, -6, "2/3" },
    { 0, -5, "0" },
    { 7, 1, "7" },
    { 14, 2, "7" },
    { G_MAXINT64, G_MAXINT64, "1" },
    { G_MININT64, 1, "-9223372036854775808" },
    { G_MININT64, G_MININT64, "1" },
    { G_MININT64, 2, "-4611686018427387904" },
    { G_MAXINT64, 3, "9223372036854775807/3" },
    { 1, G_MAXINT64, "1/9223372036854775807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterFraction f;

      cr_assert (charter_fraction_init (&f, cases[i].num, cases[i].den), "case %zu", i);
      check_text (&f, cases[i].text);
    }
}

CHARTER_TEST (fraction, what_does_not_fit_is_refused)
{
  CharterFraction f;

  cr_assert (!charter_fraction_init (&f, 1, 0));
  cr_assert (!charter_fraction_init (&f, 0, 0));
  cr_assert (!charter_fraction_init (&f, 1, G_MININT64));
  cr_assert (!charter_fraction_init (&f, G_MININT64, -1));
}

CHARTER_TEST (fraction, texts_are_read)
{
  static const struct { const char *text, *value; } cases[] = {
    { "2/3", "2/3" }, { "-1/4", "-1/4" }, { "7", "7" }, { "0", "0" }, { "0/3", "0" },
    { "50/100", "1/2" }, { "-9223372036854775808", "-9223372036854775808" },
    { "9223372036854775807/9223372036854775806", "9223372036854775807/9223372036854775806" },
    { "9999999999999999998/2", "4999999999999999999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterFraction f;

      cr_assert (charter_fraction_parse (cases[i].text, -1, &f), "%s", cases[i].text);
      check_text (&f, cases[i].value);
      cr_assert (charter_fraction_parse_decimal (cases[i].text, -1, &f), "%s", cases[i].text);
      check_text (&f, cases[i].value);
    }
}

CHARTER_TEST (fraction, other_texts_are_refused)
{
  static const char *const texts[] = {
    "", "-", "/", "1/", "/2", "1/0", "01", "1/02", "00", "-0", "-0/3", "+1", " 1", "1 ", "1/ 2",
    "1/-2", "1//2", "1/2/3", "1e3", "0x1", "½", "9223372036854775808", "-9223372036854775809",
    "99999999999999999999", "1/99999999999999999999", "1,5", "--1", "1/2 ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CharterFraction f;

      cr_assert (!charter_fraction_parse (texts[i], -1, &f), "\"%s\"", texts[i]);
      cr_assert (!charter_fraction_parse_decimal (texts[i], -1, &f), "\"%s\"", texts[i]);
    }
}

CHARTER_TEST (fraction, length_is_kept_to)
{
  CharterFraction f;

  cr_assert (charter_fraction_parse ("1/23", 3, &f));
  check_text (&f, "1/2");
  cr_assert (!charter_fraction_parse ("1/23", 2, &f));
  cr_assert (!charter_fraction_parse ("1/23", 0, &f));
  cr_assert (charter_fraction_parse_decimal ("2.53", 3, &f));
  check_text (&f, "5/2");
  cr_assert (!charter_fraction_parse_decimal ("2.53", 2, &f));
}

CHARTER_TEST (fraction, decimals_are_exact)
{
  static const struct { const char *text, *value; } cases[] = {
    { "92.5", "185/2" }, { "92.0", "92" }, { "0.1", "1/10" }, { "-0.5", "-1/2" }, { "0.0", "0" },
    { "1.50", "3/2" }, { "0.00000000000000001", "1/100000000000000000" },
    { "99999999999999999.9", "999999999999999999/10" },
  };
  static const char *const refused[] = {
    "1.", ".5", "-.5", "1.2.3", "1.5e3", "01.5", "-0.0", "1.5/2", "1.-5", "1.+5", "1. 5", "-1.",
    "0.000000000000000001", "1234567890123456789.5", "-", "-.",
  };
  CharterFraction f;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cr_assert (charter_fraction_parse_decimal (cases[i].text, -1, &f), "%s", cases[i].text);
      check_text (&f, cases[i].value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    cr_assert (!charter_fraction_parse_decimal (refused[i], -1, &f), "%s", refused[i]);
  cr_assert (!charter_fraction_parse ("92.5", -1, &f));
}

CHARTER_TEST (fraction, comparing_needs_128_bits)
{
  const gint64 big = G_MAXINT64;
  CharterFraction a = CHARTER_FRACTION (big - 1, big);
  CharterFraction b = CHARTER_FRACTION (big - 2, big - 1);
  CharterFraction low = CHARTER_FRACTION (G_MININT64, 1);
  CharterFraction tiny = CHARTER_FRACTION (-1, big);

  /* (n−1)/n is more than (n−2)/(n−1) by 1/(n(n−1)); doubles take both for 1. */
  cr_assert (charter_fraction_compare (&a, &b) > 0);
  cr_assert (charter_fraction_compare (&b, &a) < 0);
  cr_assert (charter_fraction_compare (&a, &a) == 0);
  cr_assert (charter_fraction_compare (&low, &tiny) < 0);
  cr_assert (charter_fraction_compare (&tiny, &a) < 0);
}

CHARTER_TEST (fraction, arithmetic)
{
  CharterFraction a = CHARTER_FRACTION (1, 2);
  CharterFraction b = CHARTER_FRACTION (-1, 3);
  CharterFraction f;

  cr_assert (charter_fraction_add (&a, &b, &f));
  check_text (&f, "1/6");
  cr_assert (charter_fraction_subtract (&a, &b, &f));
  check_text (&f, "5/6");
  cr_assert (charter_fraction_multiply (&a, &b, &f));
  check_text (&f, "-1/6");
  cr_assert (charter_fraction_divide (&a, &b, &f));
  check_text (&f, "-3/2");
  /* The result may be one of the operands. */
  cr_assert (charter_fraction_add (&a, &b, &a));
  check_text (&a, "1/6");
}

CHARTER_TEST (fraction, overflow_is_reported)
{
  CharterFraction max = CHARTER_FRACTION (G_MAXINT64, 1);
  CharterFraction min = CHARTER_FRACTION (G_MININT64, 1);
  CharterFraction one = CHARTER_FRACTION (1, 1);
  CharterFraction zero = CHARTER_FRACTION (0, 1);
  CharterFraction p = CHARTER_FRACTION (1, G_MAXINT64);
  CharterFraction q = CHARTER_FRACTION (1, G_MAXINT64 - 1);
  CharterFraction f;

  cr_assert (!charter_fraction_add (&max, &one, &f));
  cr_assert (!charter_fraction_subtract (&min, &one, &f));
  cr_assert (!charter_fraction_multiply (&max, &max, &f));
  cr_assert (!charter_fraction_multiply (&min, &min, &f));
  cr_assert (!charter_fraction_divide (&one, &zero, &f));
  cr_assert (!charter_fraction_divide (&one, &min, &f));
  cr_assert (!charter_fraction_add (&p, &q, &f));
  /* Between steps more than 64 bits are fine where the result fits. */
  cr_assert (charter_fraction_subtract (&max, &max, &f));
  check_text (&f, "0");
  cr_assert (charter_fraction_multiply (&max, &p, &f));
  check_text (&f, "1");
  cr_assert (charter_fraction_add (&min, &max, &f));
  check_text (&f, "-1");
}

CHARTER_TEST (fraction, rounding)
{
  static const struct { gint64 num, den, floor, ceil, round; } cases[] = {
    { 7, 2, 3, 4, 4 }, { -7, 2, -4, -3, -3 }, { 5, 3, 1, 2, 2 }, { 4, 3, 1, 2, 1 },
    { -4, 3, -2, -1, -1 }, { -5, 3, -2, -1, -2 }, { 6, 1, 6, 6, 6 }, { -6, 1, -6, -6, -6 },
    { 0, 1, 0, 0, 0 }, { 1, 2, 0, 1, 1 }, { -1, 2, -1, 0, 0 },
    { G_MAXINT64, 1, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { G_MININT64, 1, G_MININT64, G_MININT64, G_MININT64 },
    { G_MAXINT64, 2, G_MAXINT64 / 2, G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 + 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CharterFraction f = CHARTER_FRACTION (cases[i].num, cases[i].den);

      cr_assert (charter_fraction_floor (&f) == cases[i].floor, "floor, case %zu", i);
      cr_assert (charter_fraction_ceil (&f) == cases[i].ceil, "ceil, case %zu", i);
      cr_assert (charter_fraction_round (&f) == cases[i].round, "round, case %zu", i);
    }
}

/* The laws of arithmetic, over random fractions. */
CHARTER_TEST (fraction, laws_hold)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20260302);

  for (int i = 0; i < 20000; i++)
    {
      CharterFraction a, b, sum, back, product;

      charter_fraction_init (&a, g_rand_int_range (random, -100000, 100000),
                             g_rand_int_range (random, 1, 100000));
      charter_fraction_init (&b, g_rand_int_range (random, -100000, 100000),
                             g_rand_int_range (random, 1, 100000));
      cr_assert (charter_fraction_add (&a, &b, &sum));
      cr_assert (charter_fraction_subtract (&sum, &b, &back));
      cr_assert (charter_fraction_compare (&a, &back) == 0);
      cr_assert (charter_fraction_multiply (&a, &b, &product));
      if (b.num != 0)
        {
          cr_assert (charter_fraction_divide (&product, &b, &back));
          cr_assert (a.num == back.num && a.den == back.den);
        }
      cr_assert (charter_fraction_compare (&a, &b) == -charter_fraction_compare (&b, &a));
    }
}

/* n fractions 1/n, and one more that makes them pass the whole or not. */
static gboolean
exceeds (guint           n,
         CharterFraction each,
         CharterFraction last)
{
  g_autofree CharterFraction *all = g_new (CharterFraction, n + 1);

  for (guint i = 0; i < n; i++)
    all[i] = each;
  all[n] = last;

  return charter_fractions_exceed_one (all, n + 1);
}

CHARTER_TEST (fraction, sums_against_the_whole)
{
  const gint64 big = G_GINT64_CONSTANT (9007199254740991);
  CharterFraction primes[] = {
    CHARTER_FRACTION (1, G_GINT64_CONSTANT (9007199254740881)),
    CHARTER_FRACTION (1, G_GINT64_CONSTANT (9007199254740847)),
    CHARTER_FRACTION (1, G_GINT64_CONSTANT (9007199254740761)),
    CHARTER_FRACTION (big - 4, big),
    CHARTER_FRACTION (big - 1, big),
  };

  cr_assert (!charter_fractions_exceed_one (NULL, 0));
  cr_assert (!exceeds (3, CHARTER_FRACTION (1, 4), CHARTER_FRACTION (1, 4)));
  cr_assert (exceeds (3, CHARTER_FRACTION (1, 4), CHARTER_FRACTION (big / 4 + 1, big)));
  cr_assert (!exceeds (2, CHARTER_FRACTION (1, 3), CHARTER_FRACTION (1, 3)));
  cr_assert (exceeds (0, CHARTER_FRACTION (1, 1), CHARTER_FRACTION (1, 1)) == FALSE);
  cr_assert (exceeds (1, CHARTER_FRACTION (1, 1), CHARTER_FRACTION (1, big)));
  cr_assert (!exceeds (1, CHARTER_FRACTION (big - 1, big), CHARTER_FRACTION (1, big)));
  cr_assert (exceeds (1, CHARTER_FRACTION (big - 1, big), CHARTER_FRACTION (1, big - 1)));
  cr_assert (!charter_fractions_exceed_one (primes, 4));
  primes[3] = primes[4];
  cr_assert (charter_fractions_exceed_one (primes, 4));
  cr_assert (!exceeds (2000, CHARTER_FRACTION (1, 2001), CHARTER_FRACTION (1, 2001)));
  cr_assert (exceeds (2000, CHARTER_FRACTION (1, 2001), CHARTER_FRACTION (1, 2000)));
}

CHARTER_TEST (fraction, many_shares_are_summed_in_time)
{
  g_autofree CharterFraction *all = g_new (CharterFraction, 20000);

  for (gint64 i = 0; i < 20000; i++)
    all[i] = CHARTER_FRACTION (450359962737, G_GINT64_CONSTANT (9007199254740991) - 2 * i);
  cr_assert (charter_fractions_exceed_one (all, 20000));
}
