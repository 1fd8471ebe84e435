/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-object-private.h"
#include "document/charter-document-parts-private.h"

#include "format/charter-schema-rows-private.h"

#include <string.h>

/* Single values as they stand in a charter. */

static const char *const period_units[] = { "days", "working-days", "clear-days", "months",
                                            "hours", NULL };

static gboolean
period_from_count (const CharterNode *node,
                   CharterPeriod     *out)
{
  gint64 count = charter_node_member_integer (node, "count", -1);
  const char *from = charter_node_member_string (node, "from");
  guint unit = charter_member_choice (node, "unit", period_units, G_MAXUINT);
  CharterPeriod period = { 0 };

  if (count < 0 || count > 999999999 || unit == G_MAXUINT)
    return FALSE;

  if (g_str_equal (period_units[unit], "months"))
    period.months = (gint32) count;
  else if (g_str_equal (period_units[unit], "hours"))
    period.seconds = count * 3600;
  else
    period.days = (gint32) count;
  if (g_str_equal (period_units[unit], "working-days"))
    period.unit = CHARTER_PERIOD_WORKING_DAYS;
  else if (g_str_equal (period_units[unit], "clear-days"))
    period.unit = CHARTER_PERIOD_CLEAR_DAYS;
  if (g_strcmp0 (from, "beginning-with") == 0)
    period.from = CHARTER_PERIOD_BEGINNING_WITH;
  *out = period;

  return TRUE;
}

gboolean
charter_period_from_node (const CharterNode *node,
                          CharterPeriod     *out)
{
  if (charter_node_is (node, CHARTER_NODE_STRING))
    return charter_period_parse (node->string, node->length, out);

  return charter_node_is (node, CHARTER_NODE_OBJECT) && period_from_count (node, out);
}

gboolean
charter_fraction_from_node (const CharterNode *node,
                            CharterFraction   *out)
{
  if (charter_node_is (node, CHARTER_NODE_INTEGER))
    return charter_fraction_init (out, node->integer, 1);

  return charter_node_is (node, CHARTER_NODE_STRING) &&
         charter_fraction_parse (node->string, node->length, out);
}

static guint
find_sum (const char *word,
          gsize       length)
{
  for (guint i = 0; charter_words_sums[i] != NULL; i++)
    {
      if (strlen (charter_words_sums[i]) == length &&
          memcmp (charter_words_sums[i], word, length) == 0)
        return 1u << i;
    }

  return 0;
}

gboolean
charter_sum_parse (const char *text,
                   guint      *out)
{
  const guint alone = CHARTER_SUM_CAST | CHARTER_SUM_PRESENT | CHARTER_SUM_ELIGIBLE |
                      CHARTER_SUM_MEMBERS | CHARTER_SUM_QUORUM;
  guint bits = 0;

  for (const char *word = text; word != NULL;)
    {
      const char *plus = strchr (word, '+');
      gsize length = plus != NULL ? (gsize) (plus - word) : strlen (word);
      guint bit = find_sum (word, length);

      if (bit == 0 || (bits & bit) != 0 || ((bits | bit) & alone && bits != 0))
        return FALSE;
      bits |= bit;
      word = plus != NULL ? plus + 1 : NULL;
    }
  *out = bits;

  return TRUE;
}

guint
charter_member_choice (const CharterNode *object,
                       const char        *name,
                       const char *const *words,
                       guint              fallback)
{
  const char *word = charter_node_member_string (object, name);

  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    {
      if (strcmp (words[i], word) == 0)
        return i;
    }

  return fallback;
}

gboolean
charter_member_period (const CharterNode *object,
                       const char        *name,
                       CharterPeriod     *out)
{
  const CharterNode *member = charter_node_member (object, name);

  return member != NULL && charter_period_from_node (member, out);
}

gboolean
charter_member_fraction (const CharterNode *object,
                         const char        *name,
                         CharterFraction   *out)
{
  const CharterNode *member = charter_node_member (object, name);

  return member != NULL && charter_fraction_from_node (member, out);
}

gint32
charter_member_date (const CharterNode *object,
                     const char        *name)
{
  const char *text = charter_node_member_string (object, name);
  gint32 date;

  if (text == NULL || !charter_date_parse (text, -1, &date))
    return CHARTER_DATE_NONE;

  return date;
}

char **
charter_node_dup_strv (const CharterNode *node)
{
  g_autoptr(GStrvBuilder) strings = g_strv_builder_new ();

  CHARTER_EACH_VALUE (node, v)
    g_strv_builder_add (strings, v->string);

  return g_strv_builder_end (strings);
}
