/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-check-private.h"

#include <string.h>

#include "base/charter-id-private.h"
#include "base/charter-period-private.h"

/* Whether a single value is of the type that its row says. */

static CharterFit
fit_if (gboolean right)
{
  return right ? CHARTER_FIT_RIGHT : CHARTER_FIT_NO_VALUE;
}

gboolean
charter_digest_is_valid (const char *text,
                         gsize       length)
{
  if (length != 64)
    return FALSE;
  for (guint i = 0; i < 64; i++)
    {
      if (!g_ascii_isdigit (text[i]) && (text[i] < 'a' || text[i] > 'f'))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_period (const CharterNode *node)
{
  CharterPeriod period;

  return charter_period_parse (node->string, node->length, &period);
}

/* Whether the rule itself can be kept is for those who evaluate it. */
static gboolean
is_repeat (const CharterNode *node)
{
  const char *text = node->string;

  if (text[0] == 'P')
    return is_period (node);
  if (text[0] == 'R' && text[1 + strspn (text + 1, "0123456789")] == '/')
    return TRUE;
  return strstr (text, "FREQ=") != NULL;
}

static gboolean
is_zone (const char *name)
{
  g_autoptr(CharterZone) zone = charter_zone_new (name);

  return zone != NULL;
}

static CharterFit
fit_enum (const CharterRow  *row,
          const CharterNode *node)
{
  for (guint i = 0; row->values[i] != NULL; i++)
    {
      if (row->values[i][0] == node->string[0] && strcmp (row->values[i], node->string) == 0)
        return CHARTER_FIT_RIGHT;
    }
  return CHARTER_FIT_NO_VALUE;
}

static CharterFit
fit_integer (const CharterRow  *row,
             const CharterNode *node)
{
  if (node->type != CHARTER_NODE_INTEGER)
    return CHARTER_FIT_NO_TYPE;
  if (row->min == 0 && row->max == 0)
    return CHARTER_FIT_RIGHT;
  return fit_if (node->integer >= row->min && node->integer <= row->max);
}

static CharterFit
fit_fraction (const CharterNode *node,
              gboolean           may_be_negative)
{
  CharterFraction fraction;

  if (node->type == CHARTER_NODE_INTEGER)
    return fit_if (may_be_negative || node->integer >= 0);
  if (node->type != CHARTER_NODE_STRING)
    return CHARTER_FIT_NO_TYPE;
  return fit_if (charter_fraction_parse (node->string, node->length, &fraction) &&
                 (may_be_negative || fraction.num >= 0));
}

static CharterFit
fit_gap (const CharterNode *node)
{
  if (node->type == CHARTER_NODE_STRING && is_period (node))
    return CHARTER_FIT_RIGHT;
  return fit_fraction (node, FALSE);
}

static CharterFit
fit_string (const CharterRow  *row,
            const CharterNode *node)
{
  gint64 instant;
  gint32 date;

  if (node->type != CHARTER_NODE_STRING)
    return CHARTER_FIT_NO_TYPE;

  switch (row->type)
    {
    case CHARTER_TYPE_CODE:
    case CHARTER_TYPE_NAME:
    case CHARTER_TYPE_REMEDY:
      return fit_if (charter_id_is_valid (node->string, node->length));
    case CHARTER_TYPE_INSTANT:
      return fit_if (charter_instant_parse (node->string, node->length, &instant));
    case CHARTER_TYPE_DATE:
      return fit_if (charter_date_parse (node->string, node->length, &date));
    case CHARTER_TYPE_PERIOD:
      return fit_if (is_period (node));
    case CHARTER_TYPE_REPEAT:
      return fit_if (is_repeat (node));
    case CHARTER_TYPE_ENUM:
      return fit_enum (row, node);
    case CHARTER_TYPE_DIGEST:
      return fit_if (charter_digest_is_valid (node->string, node->length));
    case CHARTER_TYPE_ZONE:
      return fit_if (is_zone (node->string));
    default:
      return fit_if (node->length > 0);
    }
}

static gboolean
is_boolean (const CharterNode *node)
{
  return node->type == CHARTER_NODE_TRUE || node->type == CHARTER_NODE_FALSE;
}

static gboolean
is_simple (const CharterNode *node)
{
  return node->type == CHARTER_NODE_STRING || node->type == CHARTER_NODE_INTEGER ||
         is_boolean (node);
}

static CharterFit
fit_any_value (const CharterNode *node)
{
  if (node->type != CHARTER_NODE_ARRAY)
    return is_simple (node) ? CHARTER_FIT_RIGHT : CHARTER_FIT_NO_TYPE;

  for (const CharterNode *c = charter_node_first (node); c != NULL;
       c = charter_node_next (node, c))
    {
      if (!is_simple (c))
        return CHARTER_FIT_NO_TYPE;
    }
  return CHARTER_FIT_RIGHT;
}

CharterFit
charter_row_fit (const CharterRow  *row,
                 const CharterNode *node)
{
  switch (row->type)
    {
    case CHARTER_TYPE_BOOLEAN:
      return is_boolean (node) ? CHARTER_FIT_RIGHT : CHARTER_FIT_NO_TYPE;
    case CHARTER_TYPE_INTEGER:
      return fit_integer (row, node);
    case CHARTER_TYPE_FRACTION:
      return fit_fraction (node, TRUE);
    case CHARTER_TYPE_AMOUNT:
      return fit_fraction (node, FALSE);
    case CHARTER_TYPE_GAP:
      return fit_gap (node);
    case CHARTER_TYPE_VALUE:
      return fit_any_value (node);
    case CHARTER_TYPE_OBJECT:
    case CHARTER_TYPE_MAP:
    case CHARTER_TYPE_CHARTER:
      return node->type == CHARTER_NODE_OBJECT ? CHARTER_FIT_RIGHT : CHARTER_FIT_NO_TYPE;
    default:
      return fit_string (row, node);
    }
}
