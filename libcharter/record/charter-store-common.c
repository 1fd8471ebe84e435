/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-store-private.h"

#include "record/charter-leaf-private.h"

#include <string.h>

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const CharterOpeningKey *x = a;
  const CharterOpeningKey *y = b;

  if (x->seq != y->seq)
    return x->seq < y->seq ? -1 : 1;

  return strcmp (x->pointer, y->pointer);
}

static gboolean
read_key (CharterArena       *arena,
          const char         *text,
          guint               index,
          CharterOpeningKey  *key,
          GError            **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterOpening opening;

  if (charter_opening_read (arena, text, &opening, problems))
    {
      *key = (CharterOpeningKey) { opening.seq, opening.pointer, text };
      return TRUE;
    }
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE, "Opening %u cannot be read: %s%s%s",
               index,
               charter_problems_get (problems, 0)->path,
               charter_problems_get (problems, 0)->path[0] != '\0' ? ": " : "",
               charter_problems_get (problems, 0)->message);

  return FALSE;
}

static gboolean
check_no_twins (GArray  *keys,
                GError **error)
{
  for (guint i = 1; i < keys->len; i++)
    {
      const CharterOpeningKey *key = &g_array_index (keys, CharterOpeningKey, i);

      if (compare_keys (key - 1, key) != 0)
        continue;
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                   "There are two openings for \"%s\" of entry %" G_GINT64_FORMAT, key->pointer,
                   key->seq);
      return FALSE;
    }

  return TRUE;
}

GArray *
charter_opening_keys (CharterArena        *arena,
                      const char * const  *openings,
                      gint64               first,
                      gint64               last,
                      GError             **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (CharterOpeningKey));

  for (guint i = 0; openings[i] != NULL; i++)
    {
      CharterOpeningKey key;

      if (!read_key (arena, openings[i], i, &key, error))
        return NULL;
      if (key.seq < first || key.seq > last)
        {
          g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                       "Opening %u belongs to entry %" G_GINT64_FORMAT
                       ", which is not appended with it",
                       i, key.seq);
          return NULL;
        }
      g_array_append_val (keys, key);
    }

  g_array_sort (keys, compare_keys);

  return check_no_twins (keys, error) ? g_steal_pointer (&keys) : NULL;
}

gboolean
charter_set_stale (gint64   expected,
                   gint64   actual,
                   GError **error)
{
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_STALE,
               "The record ends at entry %" G_GINT64_FORMAT ", not at entry %" G_GINT64_FORMAT "; "
               "nothing was written. Read what is new and try again", actual, expected);

  return FALSE;
}

gboolean
charter_set_id_reused (const char  *id,
                       GError     **error)
{
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_ID_REUSED,
               "There is already an entry with the id \"%s\"; nothing was written", id);

  return FALSE;
}
