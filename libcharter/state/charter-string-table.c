/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-string-table-private.h"

#include <sodium.h>
#include <string.h>

static const guint8 *
table_key (void)
{
  static gsize ready;
  static guint8 key[crypto_shorthash_KEYBYTES];

  if (g_once_init_enter (&ready))
    {
      if (sodium_init () < 0)
        g_error ("The system gives no random numbers");
      randombytes_buf (key, sizeof key);
      g_once_init_leave (&ready, 1);
    }
  return key;
}

guint32
charter_string_hash_length (const char *string,
                            gsize       length)
{
  guint32 halves[2];

  crypto_shorthash ((guint8 *) halves, (const guint8 *) string, length, table_key ());
  return halves[0] ^ halves[1];
}

static guint32
table_hash (const char *string)
{
  return charter_string_hash_length (string, strlen (string));
}

guint
charter_string_hash (gconstpointer string)
{
  return table_hash (string);
}

void
charter_string_table_init (CharterStringTable *self)
{
  const char *none = NULL;

  self->strings = g_array_new (FALSE, FALSE, sizeof (const char *));
  g_array_append_val (self->strings, none);
  self->mask = 63;
  self->slots = g_new0 (CharterStringSlot, self->mask + 1);
}

void
charter_string_table_clear (CharterStringTable *self)
{
  g_clear_pointer (&self->strings, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

static void
place (CharterStringTable      *self,
       const CharterStringSlot *placed)
{
  guint slot = placed->hash & self->mask;

  while (self->slots[slot].number != 0)
    slot = (slot + 1) & self->mask;
  self->slots[slot] = *placed;
}

/* Places the first @n strings of @source anew. */
static void
rebuild (CharterStringTable      *self,
         const CharterStringSlot *source,
         guint                    source_mask,
         guint                    n,
         guint                    mask)
{
  self->mask = mask;
  self->slots = g_new0 (CharterStringSlot, (gsize) mask + 1);
  for (guint i = 0; i <= source_mask; i++)
    if (source[i].number != 0 && source[i].number <= n)
      place (self, &source[i]);
}

void
charter_string_table_copy (CharterStringTable       *self,
                           const CharterStringTable *source,
                           guint                     n)
{
  self->strings = g_array_sized_new (FALSE, FALSE, sizeof (const char *), n + 64);
  g_array_append_vals (self->strings, source->strings->data, n + 1);
  self->mask = source->mask;
  if (n == charter_string_table_size (source))
    self->slots = g_memdup2 (source->slots, ((gsize) source->mask + 1) * sizeof *self->slots);
  else
    rebuild (self, source->slots, source->mask, n, source->mask);
}

/* From a slot on: the number of the string, 0 if it is not there. */
static guint32
find_from (const CharterStringTable *self,
           guint                     slot,
           guint32                   hash,
           const char               *string)
{
  for (; self->slots[slot].number != 0; slot = (slot + 1) & self->mask)
    if (self->slots[slot].hash == hash
        && strcmp (self->slots[slot].string, string) == 0)
      return self->slots[slot].number;

  return 0;
}

guint32
charter_string_table_find (const CharterStringTable *self,
                           const char               *string)
{
  guint32 hash = table_hash (string);

  return find_from (self, hash & self->mask, hash, string);
}

/* The first slot from @slot on that is free or has the hash. */
static guint
candidate (const CharterStringTable *self,
           guint                     slot,
           guint32                   hash)
{
  while (self->slots[slot].number != 0 && self->slots[slot].hash != hash)
    slot = (slot + 1) & self->mask;

  return slot;
}

void
charter_string_table_find_many (const CharterStringTable *self,
                                const char *const        *strings,
                                guint                     n,
                                guint32                  *out)
{
  guint32 hashes[CHARTER_STRING_TABLE_MANY];
  guint slots[CHARTER_STRING_TABLE_MANY];

  g_assert (n <= CHARTER_STRING_TABLE_MANY);

  for (guint i = 0; i < n; i++)
    {
      hashes[i] = table_hash (strings[i]);
      slots[i] = hashes[i] & self->mask;
      __builtin_prefetch (&self->slots[slots[i]]);
    }
  for (guint i = 0; i < n; i++)
    {
      slots[i] = candidate (self, slots[i], hashes[i]);
      __builtin_prefetch (self->slots[slots[i]].string);
    }
  for (guint i = 0; i < n; i++)
    out[i] = find_from (self, slots[i], hashes[i], strings[i]);
}

guint32
charter_string_table_add (CharterStringTable *self,
                          const char         *string)
{
  const CharterStringSlot added = { string, table_hash (string), self->strings->len };
  CharterStringSlot *old = self->slots;

  g_array_append_val (self->strings, string);
  place (self, &added);
  if (self->strings->len * 3ull > (self->mask + 1ull) * 2)
    {
      rebuild (self, old, self->mask, added.number, self->mask * 2 + 1);
      g_free (old);
    }

  return added.number;
}
