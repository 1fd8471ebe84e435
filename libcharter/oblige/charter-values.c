/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* A few values on the stack, more on the heap. */

void
charter_values_init (CharterValues *self)
{
  self->items = self->fixed;
  self->n = 0;
  self->size = G_N_ELEMENTS (self->fixed);
}

void
charter_values_clear (CharterValues *self)
{
  if (self->items != self->fixed)
    g_free (self->items);
  charter_values_init (self);
}

void
charter_values_add (CharterValues     *self,
                    const char        *string,
                    const CharterNode *node)
{
  if (self->n == self->size)
    {
      CharterValue *more = g_new (CharterValue, self->size * 2);

      memcpy (more, self->items, self->n * sizeof (CharterValue));
      if (self->items != self->fixed)
        g_free (self->items);
      self->items = more;
      self->size *= 2;
    }
  self->items[self->n++] = (CharterValue) { string, node };
}

gboolean
charter_values_hold (const CharterValues *self,
                     const char          *string)
{
  for (guint i = 0; i < self->n; i++)
    if (self->items[i].string != NULL && strcmp (self->items[i].string, string) == 0)
      return TRUE;
  return FALSE;
}

gboolean
charter_values_meet (const CharterValues *a,
                     const CharterValues *b)
{
  for (guint i = 0; i < a->n; i++)
    if (a->items[i].string != NULL && charter_values_hold (b, a->items[i].string))
      return TRUE;
  return FALSE;
}
