/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-json-token-private.h"

#define INTEGER_MAX G_GINT64_CONSTANT (9007199254740991)

/* White space */

char *
charter_json_skip_space (JsonReader *self,
                         char       *p)
{
  char *start = p;

  while (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
    p++;
  if (self->canonical && p > start)
    return charter_json_fault_canonical (self, start, "there is white space");

  return p;
}

/* Strings */

#define IS_TAIL(c) (((guchar) (c) & 0xc0) == 0x80)

/* Bytes of the UTF-8 sequence at @p that is longer than one; 0 if it is none (overlong,
 * a surrogate, above U+10FFFF, cut short). */
static guint
sequence_length (const char *p)
{
  const guchar *b = (const guchar *) p;

  if (b[0] >= 0xc2 && b[0] <= 0xdf)
    return IS_TAIL (b[1]) ? 2 : 0;
  if (b[0] >= 0xe0 && b[0] <= 0xef)
    {
      if ((b[0] == 0xe0 && b[1] < 0xa0) || (b[0] == 0xed && b[1] > 0x9f))
        return 0;
      return IS_TAIL (b[1]) && IS_TAIL (b[2]) ? 3 : 0;
    }
  if (b[0] >= 0xf0 && b[0] <= 0xf4)
    {
      if ((b[0] == 0xf0 && b[1] < 0x90) || (b[0] == 0xf4 && b[1] > 0x8f))
        return 0;
      return IS_TAIL (b[1]) && IS_TAIL (b[2]) && IS_TAIL (b[3]) ? 4 : 0;
    }

  return 0;
}

/* Four hexadecimal digits; -1 if they are not. */
static int
read_hex (const char *p)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

/* The only \u that RFC 8785 writes: control characters without a short form, lower case. */
static gboolean
is_canonical_hex (const char *p,
                  int         value)
{
  return value < 0x20 && (value < 0x08 || value == 0x0b || value > 0x0d) &&
         !g_ascii_isupper (p[2]) && !g_ascii_isupper (p[3]);
}

/* @p at the backslash of \uXXXX; writes to *@to. */
static char *
read_unicode (JsonReader *self,
              char       *p,
              char      **to)
{
  int value = read_hex (p + 2);
  char *after = p + 6;

  if (value < 0)
    return charter_json_fault_syntax (self, self->place, p,
                                      "\\u must be followed by four hexadecimal digits");
  if (self->canonical && value != 0 && !is_canonical_hex (p + 2, value))
    return charter_json_fault_canonical (self, p, "an escape is not the shortest");

  if (value == 0)
    {
      charter_json_fault (self, CHARTER_ERROR_VALUE, self->place, p,
                          "\\u0000 is not allowed in strings; leave it out");
      value = 0xfffd;
    }
  else if (value >= 0xd800 && value <= 0xdfff)
    {
      int low = value < 0xdc00 && after[0] == '\\' && after[1] == 'u' ? read_hex (after + 2) : -1;

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          value = 0x10000 + (value - 0xd800) * 0x400 + (low - 0xdc00);
          after += 6;
        }
      else
        {
          charter_json_fault (self, CHARTER_ERROR_VALUE, self->place, p, "\\u%04x is half of a "
                              "surrogate pair, and the other half is missing", value);
          value = 0xfffd;
        }
    }
  *to += g_unichar_to_utf8 ((gunichar) value, *to);

  return after;
}

/* @p at a backslash. */
static char *
read_escape (JsonReader *self,
             char       *p,
             char      **to)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (p[1] == 'u')
    return read_unicode (self, p, to);

  letter = p[1] != '\0' ? strchr (letters, p[1]) : NULL;
  if (letter == NULL)
    return charter_json_fault_syntax (self, self->place, p,
                                      "After a backslash only \", \\, /, b, f, n, r, t or u may "
                                      "stand; write \\\\ for a backslash");
  if (self->canonical && p[1] == '/')
    return charter_json_fault_canonical (self, p, "an escape is not the shortest");
  *(*to)++ = meanings[letter - letters];

  return p + 2;
}

/* The rest of a string from its first byte that is not plain. */
char *
charter_json_read_string (JsonReader *self,
                          char       *start,
                          char       *p,
                          guint32    *length)
{
  char *to = p;

  while (*p != '"')
    {
      char *from = p;
      gsize n;

      if (*p == '\\')
        {
          p = read_escape (self, p, &to);
          if (p == NULL)
            return NULL;
          from = p;
        }
      else
        {
          n = (guchar) *p >= 0x80 ? sequence_length (p) : 0;
          if (n == 0)
            return charter_json_fault_in_string (self, start, p);
          p += n;
        }
      p = json_skip_plain (p);
      n = (gsize) (p - from);
      if (to != from)
        memmove (to, from, n);
      to += n;
    }
  *to = '\0';
  *length = (guint32) (to - start);

  return p + 1;
}

/* Numbers */

static void
add_integer (JsonReader *self,
             const char *start,
             gint64      value)
{
  json_add_node (self, CHARTER_NODE_INTEGER, start)->integer = value;
}

static void
fault_number (JsonReader *self,
              const char *start,
              const char *end,
              const char *what)
{
  const char *text = self->text + (start - self->base);
  int length = (int) MIN (end - start, 40);

  charter_json_fault (self, CHARTER_ERROR_VALUE, JSON_AT_VALUE, start, "The number %.*s%s %s",
                      length, text, end - start > length ? "…" : "", what);
}

/* The whole number whose digits make up @value (wrong where there are more than 19). */
static void
take_integer (JsonReader *self,
              const char *start,
              const char *end,
              guint64     value)
{
  gboolean negative = *start == '-';
  gsize digits = (gsize) (end - start) - (negative ? 1 : 0);
  gboolean fits = digits <= 19 && value <= (guint64) G_MAXINT64 + (negative ? 1 : 0);

  if (self->profile == CHARTER_PROFILE_RECORD)
    fits = digits <= 16 && value <= INTEGER_MAX;

  if (negative && value == 0 && digits == 1)
    fault_number (self, start, end, "is not allowed; write 0");
  else if (self->profile == CHARTER_PROFILE_SYNTAX)
    value = 0;
  else if (!fits && self->profile == CHARTER_PROFILE_RECORD)
    fault_number (self, start, end, "is out of range; whole numbers go from "
                  "-9007199254740991 to 9007199254740991");
  else if (!fits)
    fault_number (self, start, end, "is out of range; whole numbers go from "
                  "-9223372036854775808 to 9223372036854775807");
  add_integer (self, start, (gint64) (negative ? 0 - value : value));
}

static void
take_decimal (JsonReader *self,
              const char *start,
              const char *end)
{
  CharterFraction value;
  CharterFraction *kept;

  if (!charter_fraction_parse_decimal (start, end - start, &value))
    {
      fault_number (self, start, end, "cannot be taken exactly; at most 18 digits are allowed, "
                    "and no minus before zero");
      value = CHARTER_FRACTION (0, 1);
    }
  else if (self->canonical && end[-1] == '0')
    {
      charter_json_fault_canonical (self, start, "a number ends in a needless 0");
    }

  if (charter_fraction_is_whole (&value))
    {
      add_integer (self, start, value.num);
      return;
    }
  kept = charter_arena_alloc (self->arena, sizeof (CharterFraction));
  *kept = value;
  json_add_node (self, CHARTER_NODE_DECIMAL, start)->fraction = kept;
}

static char *
skip_digits (char *p)
{
  while (g_ascii_isdigit (*p))
    p++;

  return p;
}

/* @p at the point or the exponent.  Out of profile there is a node too, so that members can
 * still be compared. */
static char *
read_decimal (JsonReader *self,
              const char *start,
              char       *p)
{
  char *digits;
  gboolean exponent;

  if (*p == '.')
    {
      digits = p + 1;
      p = skip_digits (digits);
      if (p == digits)
        return charter_json_fault_found (self, JSON_AT_VALUE, p,
                                         "A digit must follow the decimal point");
    }
  exponent = *p == 'e' || *p == 'E';
  if (exponent)
    {
      digits = p + 1 + (p[1] == '+' || p[1] == '-' ? 1 : 0);
      p = skip_digits (digits);
      if (p == digits)
        return charter_json_fault_found (self, JSON_AT_VALUE, p,
                                         "A digit must follow the exponent's e");
    }

  if (self->profile == CHARTER_PROFILE_DATA && !exponent)
    {
      take_decimal (self, start, p);
      return p;
    }
  if (self->profile == CHARTER_PROFILE_DATA)
    fault_number (self, start, p, "has an exponent; write it out");
  else if (self->profile == CHARTER_PROFILE_RECORD)
    fault_number (self, start, p, "is not whole; write whole numbers, "
                  "and shares as fractions in quotation marks, such as \"7/2\"");
  add_integer (self, start, 0);

  return p;
}

char *
charter_json_read_number (JsonReader *self,
                          char       *p)
{
  const char *start = p;
  char *digits = p + (*p == '-' ? 1 : 0);
  guint64 value = 0;

  for (p = digits; g_ascii_isdigit (*p); p++)
    value = value * 10 + (guint64) (*p - '0');

  if (p == digits)
    return charter_json_fault_found (self, JSON_AT_VALUE, p, "A digit must follow the minus");
  if (*digits == '0' && p > digits + 1)
    return charter_json_fault_syntax (self, JSON_AT_VALUE, start,
                                      "A number may not begin with 0; leave the 0 out");
  if (*p == '.' || *p == 'e' || *p == 'E')
    return read_decimal (self, start, p);
  take_integer (self, start, p, value);

  return p;
}
