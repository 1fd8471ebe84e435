/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Strings numbered from 1 in the order they were added, found through a keyed hash
 * (SipHash of libsodium, a key drawn once a process), so that ids chosen to collide cost
 * nothing.  Strings are borrowed.  The order of the hash is never seen. */
typedef struct
{
  const char *string;
  guint32     hash;
  guint32     number;                 /* 0 is free */
} CharterStringSlot;

typedef struct
{
  GArray            *strings;         /* const char *, [0] is NULL */
  CharterStringSlot *slots;
  guint              mask;
} CharterStringTable;

/* The same hash, for a GHashTable whose keys come from the input. */
guint       charter_string_hash        (gconstpointer string);
guint32     charter_string_hash_length (const char               *string,
                                        gsize                     length);

void        charter_string_table_init  (CharterStringTable       *self);
void        charter_string_table_clear (CharterStringTable       *self);
/* Copies the first @n strings of @source. */
void        charter_string_table_copy  (CharterStringTable       *self,
                                        const CharterStringTable *source,
                                        guint                     n);
guint32     charter_string_table_find  (const CharterStringTable *self,
                                        const char               *string);
/* Several at once, which waits for memory only once: the number of each, 0 if it is not there, in
 * @out.  @n is at most CHARTER_STRING_TABLE_MANY. */
#define CHARTER_STRING_TABLE_MANY 8
void        charter_string_table_find_many (const CharterStringTable *self,
                                            const char *const        *strings,
                                            guint                     n,
                                            guint32                  *out);
/* @string must not be there. */
guint32     charter_string_table_add   (CharterStringTable       *self,
                                        const char               *string);

static inline guint
charter_string_table_size (const CharterStringTable *self)
{
  return self->strings->len - 1;
}

static inline const char *
charter_string_table_get (const CharterStringTable *self,
                          guint32                   number)
{
  return g_array_index (self->strings, const char *, number);
}

G_END_DECLS
