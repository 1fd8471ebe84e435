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

static guint32
table_hash (const char *string)
{
  guint32 halves[2];

  crypto_shorthash ((guint8 *) halves, (const guint8 *) string, strlen (string), table_key ());
  return halves[0] ^ halves[1];
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
  guint32 no_hash = 0;

  self->strings = g_array_new (FALSE, FALSE, sizeof (const char *));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->strings, none);
  g_array_append_val (self->hashes, no_hash);
  self->mask = 63;
  self->slots = g_new0 (guint32, self->mask + 1);
}

void
charter_string_table_clear (CharterStringTable *self)
{
  g_clear_pointer (&self->strings, g_array_unref);
  g_clear_pointer (&self->hashes, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

static void
place (CharterStringTable *self,
       guint32             number)
{
  guint slot = g_array_index (self->hashes, guint32, number) & self->mask;

  while (self->slots[slot] != 0)
    slot = (slot + 1) & self->mask;
  self->slots[slot] = number;
}

static void
rebuild (CharterStringTable *self,
         guint               mask)
{
  g_free (self->slots);
  self->mask = mask;
  self->slots = g_new0 (guint32, (gsize) mask + 1);
  for (guint32 number = 1; number < self->strings->len; number++)
    place (self, number);
}

void
charter_string_table_copy (CharterStringTable       *self,
                           const CharterStringTable *source,
                           guint                     n)
{
  self->strings = g_array_sized_new (FALSE, FALSE, sizeof (const char *), n + 64);
  self->hashes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n + 64);
  g_array_append_vals (self->strings, source->strings->data, n + 1);
  g_array_append_vals (self->hashes, source->hashes->data, n + 1);
  self->mask = source->mask;
  if (n == charter_string_table_size (source))
    {
      self->slots = g_memdup2 (source->slots, ((gsize) source->mask + 1) * sizeof (guint32));
      return;
    }
  self->slots = NULL;
  rebuild (self, source->mask);
}

guint32
charter_string_table_find (const CharterStringTable *self,
                           const char               *string)
{
  guint32 hash = table_hash (string);

  for (guint slot = hash & self->mask; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    {
      guint32 number = self->slots[slot];

      if (g_array_index (self->hashes, guint32, number) == hash
          && strcmp (charter_string_table_get (self, number), string) == 0)
        return number;
    }
  return 0;
}

guint32
charter_string_table_add (CharterStringTable *self,
                          const char         *string)
{
  guint32 number = self->strings->len;
  guint32 hash = table_hash (string);

  g_array_append_val (self->strings, string);
  g_array_append_val (self->hashes, hash);
  if (self->strings->len * 3ull > (self->mask + 1ull) * 2)
    rebuild (self, self->mask * 2 + 1);
  else
    place (self, number);
  return number;
}
