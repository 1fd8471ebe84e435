/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/charter-id-private.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define DRAWN_LENGTH 12
#define SPELLING_MAX 64   /* longer words are not compared */

static gboolean
is_id_start (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

gboolean
charter_id_is_valid (const char *text,
                     gssize      length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (n == 0 || n > CHARTER_ID_MAX || !is_id_start (text[0]))
    return FALSE;

  for (gsize i = 1; i < n; i++)
    {
      if (!is_id_start (text[i]) && text[i] != '.' && text[i] != '_' && text[i] != '-')
        return FALSE;
    }

  return TRUE;
}

void
charter_random_bytes (guint8 *bytes,
                      gsize   n_bytes)
{
  while (n_bytes > 0)
    {
      gssize n = getrandom (bytes, n_bytes, 0);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        g_error ("The operating system gives no random numbers: %s", g_strerror (errno));
      bytes += n;
      n_bytes -= (gsize) n;
    }
}

char *
charter_id_draw (const char *prefix)
{
  static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  GString *id = g_string_new (prefix);
  gsize goal = id->len + DRAWN_LENGTH;

  while (id->len < goal)
    {
      guint8 bytes[DRAWN_LENGTH * 2];

      charter_random_bytes (bytes, sizeof bytes);
      /* 252 is the largest multiple of 36 in a byte: every letter is as likely. */
      for (gsize i = 0; i < sizeof bytes && id->len < goal; i++)
        {
          if (bytes[i] < 252)
            g_string_append_c (id, letters[bytes[i] % 36]);
        }
    }

  return g_string_free (id, FALSE);
}

/* Insertions, deletions, substitutions and swaps of neighbours that lead from one word to
 * the other; the case of letters does not matter. */
static guint
count_edits (const char *a,
             gsize       a_length,
             const char *b,
             gsize       b_length)
{
  guint rows[3][SPELLING_MAX + 1];

  for (gsize j = 0; j <= b_length; j++)
    rows[0][j] = (guint) j;

  for (gsize i = 1; i <= a_length; i++)
    {
      const guint *above = rows[(i - 1) % 3];
      const guint *two_above = rows[(i + 1) % 3];
      guint *row = rows[i % 3];
      char c = g_ascii_tolower (a[i - 1]);

      row[0] = (guint) i;
      for (gsize j = 1; j <= b_length; j++)
        {
          char d = g_ascii_tolower (b[j - 1]);

          row[j] = MIN (MIN (row[j - 1], above[j]) + 1, above[j - 1] + (c != d));
          if (i > 1 && j > 1 && c == g_ascii_tolower (b[j - 2]) && d == g_ascii_tolower (a[i - 2]))
            row[j] = MIN (row[j], two_above[j - 2] + 1);
        }
    }

  return rows[a_length % 3][b_length];
}

/* A short word must not be taken for one that shares hardly a letter with it. */
static guint
edits_allowed (gsize length)
{
  if (length <= 3)
    return length <= 1 ? 0 : 1;

  return MAX (2, (guint) length / 3);
}

const char *
charter_nearest_spelling (const char        *text,
                          const char *const *candidates)
{
  gsize length = strlen (text);
  const char *nearest = NULL;
  guint fewest;

  if (length > SPELLING_MAX)
    return NULL;

  fewest = edits_allowed (length) + 1;
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      gsize other = strlen (candidates[i]);
      guint edits;

      if (other > SPELLING_MAX)
        continue;
      edits = count_edits (text, length, candidates[i], other);
      if (edits < fewest)
        {
          fewest = edits;
          nearest = candidates[i];
        }
    }

  return nearest;
}
