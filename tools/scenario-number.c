/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "json.h"
#include "scenario-match.h"

/* An exact number, reduced. */
typedef struct
{
  gboolean negative;
  guint64  above;
  guint64  below;
  gboolean whole_text;   /* a text such as "12", without a stroke or a point */
} Number;

static guint64
common_factor (guint64 a, guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static void
reduce (Number *number)
{
  guint64 factor = common_factor (number->above, number->below);

  number->above /= factor;
  number->below /= factor;
  number->negative = number->negative && number->above != 0;
}

/* Digits without a leading zero; FALSE where there are none or they do not fit. */
static gboolean
read_digits (const char **text, gboolean leading_zeros, guint64 *value, guint64 *scale)
{
  const char *p = *text;

  if (!g_ascii_isdigit (*p) || (!leading_zeros && *p == '0' && g_ascii_isdigit (p[1])))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    if (!g_uint64_checked_mul (value, *value, 10) ||
        !g_uint64_checked_add (value, *value, (guint64) (*p - '0')) ||
        (scale != NULL && !g_uint64_checked_mul (scale, *scale, 10)))
      return FALSE;
  *text = p;
  return TRUE;
}

static gboolean
read_text (const char *text, Number *number)
{
  const char *p = text;

  *number = (Number) { *p == '-', 0, 1, FALSE };
  p += number->negative;
  if (!read_digits (&p, FALSE, &number->above, NULL))
    return FALSE;
  number->whole_text = *p == '\0';
  if (*p == '.')
    {
      p++;
      if (!read_digits (&p, TRUE, &number->above, &number->below))
        return FALSE;
    }
  else if (*p == '/')
    {
      p++;
      number->below = 0;
      if (!read_digits (&p, FALSE, &number->below, NULL))
        return FALSE;
    }
  return *p == '\0' && number->below != 0;
}

static gboolean
read_node (JsonNode *node, Number *number)
{
  gint64 value;

  if (tool_json_string (node) != NULL)
    {
      if (!read_text (tool_json_string (node), number))
        return FALSE;
    }
  else if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
           json_node_get_value_type (node) == G_TYPE_INT64)
    {
      value = json_node_get_int (node);
      *number = (Number) { value < 0, value < 0 ? -(guint64) value : (guint64) value, 1, FALSE };
    }
  else
    return FALSE;
  reduce (number);
  return TRUE;
}

gboolean
scenario_same_number (JsonNode *a, JsonNode *b)
{
  Number left, right;

  if (!read_node (a, &left) || !read_node (b, &right) || (left.whole_text && right.whole_text))
    return FALSE;
  return left.negative == right.negative && left.above == right.above &&
         left.below == right.below;
}
