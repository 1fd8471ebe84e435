/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <string.h>

/* A few values on the stack, more on the heap. */

void
charter_bag_init (CharterBag *self)
{
  self->items = self->fixed;
  self->n = 0;
  self->size = G_N_ELEMENTS (self->fixed);
}

void
charter_bag_clear (CharterBag *self)
{
  if (self->items != self->fixed)
    g_free (self->items);
  charter_bag_init (self);
}

void
charter_bag_add (CharterBag     *self,
                    const char        *string,
                    const CharterNode *node)
{
  if (self->n == self->size)
    {
      CharterBagItem *more = g_new (CharterBagItem, self->size * 2);

      memcpy (more, self->items, self->n * sizeof (CharterBagItem));
      if (self->items != self->fixed)
        g_free (self->items);
      self->items = more;
      self->size *= 2;
    }
  self->items[self->n++] = (CharterBagItem) { string, node };
}

gboolean
charter_bag_holds (const CharterBag *self,
                     const char          *string)
{
  for (guint i = 0; i < self->n; i++)
    if (self->items[i].string != NULL && strcmp (self->items[i].string, string) == 0)
      return TRUE;
  return FALSE;
}

gboolean
charter_bags_meet (const CharterBag *a,
                     const CharterBag *b)
{
  for (guint i = 0; i < a->n; i++)
    if (a->items[i].string != NULL && charter_bag_holds (b, a->items[i].string))
      return TRUE;
  return FALSE;
}
