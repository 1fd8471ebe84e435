/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

#include "format/charter-json-writer-private.h"

/* The words of a check: "answered within {within}[ by {from}]". */

static char *
one_in_words (const CharterNode *value)
{
  CharterPeriod period;

  if (charter_period_from_node (value, &period))
    return charter_period_describe (&period);
  if (value->type == CHARTER_NODE_STRING)
    return g_strdup (value->string);
  if (value->type == CHARTER_NODE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  return charter_node_to_text (value);
}

/* "a", "a and b", "a, b and c". */
static char *
in_words (const CharterNode *value)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint i = 0, n = value->type == CHARTER_NODE_ARRAY ? value->length : 1;

  CHARTER_EACH (value, item)
    {
      g_autofree char *word = one_in_words (item);

      if (i > 0)
        g_string_append (out, i + 1 == n ? " and " : ", ");
      g_string_append (out, word);
      i++;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const CharterNode *
given_at (const CharterNode *given,
          const char        *start,
          const char        *end)
{
  g_autofree char *name = g_strndup (start, end - start);

  return charter_node_member (given, name);
}

/* Are all the parameters between these given? */
static gboolean
all_given (const CharterNode *given,
           const char        *start,
           const char        *end)
{
  for (const char *p = start; p < end; p++)
    {
      const char *close = *p == '{' ? memchr (p, '}', end - p) : NULL;

      if (close != NULL && given_at (given, p + 1, close) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
append_part (const CharterNode *given,
             const char        *start,
             const char        *end,
             GString           *out)
{
  for (const char *p = start; p < end; p++)
    {
      const char *close = *p == '{' ? memchr (p, '}', end - p) : NULL;
      const CharterNode *value = close != NULL ? given_at (given, p + 1, close) : NULL;
      g_autofree char *words = value != NULL ? in_words (value) : NULL;

      if (close == NULL)
        {
          g_string_append_c (out, *p);
          continue;
        }
      g_string_append (out, words != NULL ? words : "…");
      p = close;
    }
}

char *
charter_catalogue_phrase (const CharterNode *expanded,
                          const char        *text)
{
  const CharterNode *given = charter_node_member (expanded, "given");
  g_autoptr(GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *open = strchr (text, '[');
      const char *close = open != NULL ? strchr (open, ']') : NULL;
      const char *end = close != NULL ? open : text + strlen (text);

      append_part (given, text, end, out);
      if (close != NULL && all_given (given, open + 1, close))
        append_part (given, open + 1, close, out);
      text = close != NULL ? close + 1 : end;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
