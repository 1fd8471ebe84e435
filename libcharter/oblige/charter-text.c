/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* Phrases in a text: whole words, whatever the case of ASCII letters. */

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

static gboolean
stands_at (const char *text,
           const char *place,
           const char *phrase,
           gsize       length)
{
  if (g_ascii_strncasecmp (place, phrase, length) != 0)
    return FALSE;
  if (place > text && is_word_byte (place[-1]) && is_word_byte (phrase[0]))
    return FALSE;
  return !is_word_byte (place[length]) || !is_word_byte (phrase[length - 1]);
}

static gboolean
has_phrase (const char *text,
            const char *phrase)
{
  gsize length = strlen (phrase);

  for (const char *place = text; *place != '\0'; place++)
    if (g_ascii_tolower (*place) == g_ascii_tolower (phrase[0])
        && stands_at (text, place, phrase, length))
      return TRUE;
  return FALSE;
}

gboolean
charter_text_has_any (const char        *text,
                      const CharterNode *phrases)
{
  CHARTER_EACH (phrases, phrase)
  if (phrase->type == CHARTER_NODE_STRING && *phrase->string != '\0'
      && has_phrase (text, phrase->string))
    return TRUE;
  return FALSE;
}
