/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/charter-fraction-private.h"

#include <string.h>

/* Numerators and denominators fit 64 bits, so their products and sums of two products
 * fit 128. */
typedef __int128 Wide;
typedef unsigned __int128 UWide;

static guint64
gcd_narrow (guint64 a,
            guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

static UWide
gcd_wide (UWide a,
          UWide b)
{
  while (b > G_MAXUINT64)
    {
      UWide rest = a % b;

      a = b;
      b = rest;
    }
  if (b == 0)
    return a;

  return gcd_narrow ((guint64) b, (guint64) (a % b));
}

static gboolean
reduce (Wide             num,
        Wide             den,
        CharterFraction *out)
{
  gboolean negative = (num < 0) != (den < 0);
  UWide n = num < 0 ? 0 - (UWide) num : (UWide) num;
  UWide d = den < 0 ? 0 - (UWide) den : (UWide) den;
  UWide divisor;

  if (d == 0)
    return FALSE;

  divisor = d == 1 ? 1 : gcd_wide (n, d);
  n /= divisor;
  d /= divisor;
  if (d > G_MAXINT64 || n > (UWide) G_MAXINT64 + (negative ? 1 : 0))
    return FALSE;

  out->num = (gint64) (negative ? 0 - (guint64) n : (guint64) n);
  out->den = (gint64) d;

  return TRUE;
}

gboolean
charter_fraction_init (CharterFraction *self,
                       gint64           num,
                       gint64           den)
{
  return reduce (num, den, self);
}

/* Digits without leading zeros from @p up to @end; NULL if there are none or too many. */
static const char *
parse_digits (const char *p,
              const char *end,
              guint64    *out)
{
  const char *start = p;
  guint64 value = 0;

  for (; p < end && g_ascii_isdigit (*p); p++)
    {
      if (p - start == 19)
        return NULL;
      value = value * 10 + (guint64) (*p - '0');
    }
  if (p == start || (*start == '0' && p - start > 1))
    return NULL;
  *out = value;

  return p;
}

static gboolean
finish_parse (gboolean         negative,
              guint64          num,
              guint64          den,
              CharterFraction *out)
{
  if (negative && num == 0)
    return FALSE;

  return reduce (negative ? -(Wide) num : (Wide) num, (Wide) den, out);
}

gboolean
charter_fraction_parse (const char      *text,
                        gssize           length,
                        CharterFraction *out)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  gboolean negative = text < end && *text == '-';
  guint64 num = 0, den = 1;
  const char *p = parse_digits (text + (negative ? 1 : 0), end, &num);

  if (p != NULL && p < end && *p == '/')
    p = parse_digits (p + 1, end, &den);
  if (p != end)
    return FALSE;

  return finish_parse (negative, num, den, out);
}

static gboolean
parse_point (const char      *text,
             const char      *point,
             const char      *end,
             CharterFraction *out)
{
  gboolean negative = *text == '-';
  const char *digits = text + (negative ? 1 : 0);
  guint64 num = 0, den = 1;

  if (point + 1 == end || (point - digits) + (end - point - 1) > 18)
    return FALSE;
  if (parse_digits (digits, point, &num) != point)
    return FALSE;

  for (const char *p = point + 1; p < end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      num = num * 10 + (guint64) (*p - '0');
      den *= 10;
    }

  return finish_parse (negative, num, den, out);
}

gboolean
charter_fraction_parse_decimal (const char      *text,
                                gssize           length,
                                CharterFraction *out)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  const char *point = memchr (text, '.', n);

  if (point == NULL)
    return charter_fraction_parse (text, (gssize) n, out);

  return parse_point (text, point, text + n, out);
}

char *
charter_fraction_to_string (const CharterFraction *self)
{
  if (charter_fraction_is_whole (self))
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->num);

  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, self->num, self->den);
}

int
charter_fraction_compare (const CharterFraction *a,
                          const CharterFraction *b)
{
  Wide x = (Wide) a->num * b->den;
  Wide y = (Wide) b->num * a->den;

  return x < y ? -1 : x > y;
}

gboolean
charter_fraction_add (const CharterFraction *a,
                      const CharterFraction *b,
                      CharterFraction       *out)
{
  return reduce ((Wide) a->num * b->den + (Wide) b->num * a->den, (Wide) a->den * b->den, out);
}

gboolean
charter_fraction_subtract (const CharterFraction *a,
                           const CharterFraction *b,
                           CharterFraction       *out)
{
  return reduce ((Wide) a->num * b->den - (Wide) b->num * a->den, (Wide) a->den * b->den, out);
}

gboolean
charter_fraction_multiply (const CharterFraction *a,
                           const CharterFraction *b,
                           CharterFraction       *out)
{
  return reduce ((Wide) a->num * b->num, (Wide) a->den * b->den, out);
}

gboolean
charter_fraction_divide (const CharterFraction *a,
                         const CharterFraction *b,
                         CharterFraction       *out)
{
  return reduce ((Wide) a->num * b->den, (Wide) a->den * b->num, out);
}

static gint64
floor_divide (Wide num,
              Wide den)
{
  Wide quotient = num / den;

  if (num % den < 0)
    quotient--;

  return (gint64) quotient;
}

gint64
charter_fraction_floor (const CharterFraction *self)
{
  return floor_divide (self->num, self->den);
}

gint64
charter_fraction_ceil (const CharterFraction *self)
{
  return floor_divide ((Wide) self->num + self->den - 1, self->den);
}

gint64
charter_fraction_round (const CharterFraction *self)
{
  return floor_divide ((Wide) self->num * 2 + self->den, (Wide) self->den * 2);
}
