/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-chains-private.h"

void
charter_chains_init (CharterChains *self)
{
  CharterLink none = { 0 };

  self->links = g_array_new (FALSE, FALSE, sizeof (CharterLink));
  g_array_append_val (self->links, none);
  self->mask = 255;
  self->n_chains = 0;
  self->slots = g_new0 (guint32, self->mask + 1);
}

void
charter_chains_clear (CharterChains *self)
{
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

/* Both numbers are dense and ours, so mixing is enough. */
static guint
chain_slot (guint32 ref,
            guint32 kind,
            guint   mask)
{
  guint64 x = ((guint64) ref << 16 ^ kind) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (x >> 32) & mask;
}

/* The slot of a chain: where it is, or the free one where it would go. */
static guint
find_slot (const CharterChains *self,
           guint32              ref,
           guint32              kind)
{
  guint slot = chain_slot (ref, kind, self->mask);

  while (self->slots[slot] != 0)
    {
      const CharterLink *newest = charter_chains_get (self, self->slots[slot]);

      if (newest->ref == ref && newest->kind == kind)
        break;
      slot = (slot + 1) & self->mask;
    }
  return slot;
}

static void
grow (CharterChains *self)
{
  guint32 *old = self->slots;
  guint n_old = self->mask + 1;

  self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint i = 0; i < n_old; i++)
    {
      const CharterLink *newest;

      if (old[i] == 0)
        continue;
      newest = charter_chains_get (self, old[i]);
      self->slots[find_slot (self, newest->ref, newest->kind)] = old[i];
    }
  g_free (old);
}

static void
put (CharterChains *self,
     guint32        link)
{
  const CharterLink *added = charter_chains_get (self, link);
  guint slot = find_slot (self, added->ref, added->kind);

  if (self->slots[slot] == 0)
    self->n_chains++;
  self->slots[slot] = link;
  if (self->n_chains * 3ull > (self->mask + 1ull) * 2)
    grow (self);
}

void
charter_chains_add (CharterChains *self,
                    guint32        ref,
                    guint32        kind,
                    guint32        seq)
{
  CharterLink link = { seq, charter_chains_last (self, ref, kind), ref, kind };

  if (link.previous != 0 && charter_chains_get (self, link.previous)->seq == seq)
    return;
  g_array_append_val (self->links, link);
  put (self, self->links->len - 1);
}

guint32
charter_chains_last (const CharterChains *self,
                     guint32              ref,
                     guint32              kind)
{
  return self->slots[find_slot (self, ref, kind)];
}

static guint
links_up_to (const CharterChains *self,
             guint32              known)
{
  guint low = 1, high = self->links->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (charter_chains_get (self, middle)->seq <= known)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
charter_chains_copy (CharterChains       *self,
                     const CharterChains *source,
                     guint32              known)
{
  guint n = links_up_to (source, known);

  self->links = g_array_sized_new (FALSE, FALSE, sizeof (CharterLink), n + 64);
  g_array_append_vals (self->links, source->links->data, n);
  self->mask = source->mask;
  self->n_chains = source->n_chains;
  if (n == source->links->len)
    {
      self->slots = g_memdup2 (source->slots, ((gsize) source->mask + 1) * sizeof (guint32));
      return;
    }
  self->n_chains = 0;
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint32 link = 1; link < n; link++)
    put (self, link);
}
