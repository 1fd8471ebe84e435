/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-leaf-walk-private.h"

#include "base/charter-id-private.h"
#include "format/charter-kinds-private.h"

#include <string.h>

/* Commitments */

void
charter_commitment (const guint8       salt[CHARTER_SALT_SIZE],
                    const CharterNode *value,
                    char               hex[65])
{
  static const char domain[] = "charter-commitment-1";   /* its NUL is hashed too */
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  charter_node_append_text (value, text);
  g_checksum_update (checksum, (const guchar *) domain, sizeof domain);
  g_checksum_update (checksum, salt, CHARTER_SALT_SIZE);
  g_checksum_update (checksum, (const guchar *) text->str, (gssize) text->len);
  memcpy (hex, g_checksum_get_string (checksum), 65);
}

/* Writing */

typedef struct
{
  char *pointer;
  char *text;
} Sealed;

typedef struct
{
  CharterBuilder         *builder;
  const CharterLeafParts *parts;
  GString                *pointer;    /* of what is being written */
  GArray                 *sealed;     /* Sealed */
} Sealer;

static void seal_object (Sealer             *self,
                         const CharterShape *shape,
                         const CharterNode  *object);

static gboolean
is_hidden (Sealer           *self,
           const CharterRow *row)
{
  return (row->flags & CHARTER_ROW_HIDDEN) != 0 ||
         (self->parts->secret && (row->flags & CHARTER_ROW_SEALED_IF_SECRET) != 0) ||
         (self->parts->anonymous && (row->flags & CHARTER_ROW_SEALED_IF_ANONYMOUS) != 0);
}

static char *
write_opening (Sealer            *self,
               const guint8       salt[CHARTER_SALT_SIZE],
               const CharterNode *value)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autoptr(GString) digits = g_string_sized_new (2 * CHARTER_SALT_SIZE + 1);

  charter_hex_append (digits, salt, CHARTER_SALT_SIZE);
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "pointer", self->pointer->str);
  charter_builder_set_string (builder, "salt", digits->str);
  charter_builder_set_integer (builder, "seq", self->parts->seq);
  charter_builder_set_node (builder, "value", value);
  charter_builder_end (builder);

  return charter_builder_to_text (builder);
}

static void
seal_hidden (Sealer            *self,
             const CharterNode *value)
{
  guint8 salt[CHARTER_SALT_SIZE];
  char hex[65];
  Sealed sealed;

  charter_random_bytes (salt, sizeof salt);
  charter_commitment (salt, value, hex);
  charter_builder_begin_object (self->builder);
  charter_builder_set_string (self->builder, "commitment", hex);
  charter_builder_end (self->builder);

  sealed.pointer = g_strdup (self->pointer->str);
  sealed.text = write_opening (self, salt, value);
  g_array_append_val (self->sealed, sealed);
}

/* A value that is an object, or a list of objects, of a shape. */
static void
seal_shaped (Sealer             *self,
             const CharterShape *shape,
             const CharterNode  *value)
{
  guint index = 0;

  if (value->type != CHARTER_NODE_ARRAY)
    {
      seal_object (self, shape, value);
      return;
    }

  charter_builder_begin_array (self->builder);
  for (const CharterNode *c = charter_node_first (value); c != NULL;
       c = charter_node_next (value, c))
    {
      gsize before = charter_push_index (self->pointer, index++);

      seal_shaped (self, shape, c);
      g_string_truncate (self->pointer, before);
    }
  charter_builder_end (self->builder);
}

/* A map whose values are objects of a shape. */
static void
seal_map (Sealer             *self,
          const CharterShape *shape,
          const CharterNode  *map)
{
  charter_builder_begin_object (self->builder);
  for (const CharterNode *c = charter_node_first (map); c != NULL; c = charter_node_next (map, c))
    {
      gsize before = charter_push_name (self->pointer, c->key);

      charter_builder_key (self->builder, c->key);
      seal_shaped (self, shape, c);
      g_string_truncate (self->pointer, before);
    }
  charter_builder_end (self->builder);
}

static void
seal_member (Sealer            *self,
             const CharterRow  *row,
             const CharterNode *value)
{
  if (row == NULL)
    charter_builder_node (self->builder, value);
  else if (is_hidden (self, row))
    seal_hidden (self, value);
  else if (self->parts->kind == CHARTER_KIND_ENTRY_CORRECTED && row->type == CHARTER_TYPE_MAP)
    seal_shaped (self, &self->parts->corrects->data, value);
  else if (row->shape != NULL && row->type == CHARTER_TYPE_OBJECT)
    seal_shaped (self, row->shape, value);
  else if (row->shape != NULL && row->type == CHARTER_TYPE_MAP)
    seal_map (self, row->shape, value);
  else
    charter_builder_node (self->builder, value);
}

static void
seal_object (Sealer             *self,
             const CharterShape *shape,
             const CharterNode  *object)
{
  if (object->type != CHARTER_NODE_OBJECT)
    {
      charter_builder_node (self->builder, object);
      return;
    }

  charter_builder_begin_object (self->builder);
  for (const CharterNode *c = charter_node_first (object); c != NULL;
       c = charter_node_next (object, c))
    {
      gsize before = charter_push_name (self->pointer, c->key);

      charter_builder_key (self->builder, c->key);
      seal_member (self, charter_shape_lookup (shape, c->key, c->key_length), c);
      g_string_truncate (self->pointer, before);
    }
  charter_builder_end (self->builder);
}

static int
compare_sealed (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Sealed *) a)->pointer, ((const Sealed *) b)->pointer);
}

char *
charter_leaf_write (const CharterLeafParts *parts,
                    GPtrArray              *openings)
{
  const CharterShape *shape = &charter_kinds[parts->kind]->data;
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autoptr(GString) pointer = g_string_new ("/data");
  g_autoptr(GArray) sealed = g_array_new (FALSE, FALSE, sizeof (Sealed));
  Sealer self = { builder, parts, pointer, sealed };

  /* Without the rows of the corrected kind, private values would end up in the leaf. */
  g_assert (parts->kind != CHARTER_KIND_ENTRY_CORRECTED || parts->corrects != NULL);

  charter_builder_begin_object (builder);
  charter_set_instant (builder, "at", parts->at);
  if (parts->by != NULL)
    charter_builder_set_string (builder, "by", parts->by);
  charter_builder_key (builder, "data");
  seal_object (&self, shape, parts->data);
  charter_builder_set_string (builder, "id", parts->id);
  charter_builder_set_string (builder, "kind", shape->name);
  charter_set_instant (builder, "recorded", parts->recorded);
  charter_builder_set_integer (builder, "seq", parts->seq);
  charter_builder_end (builder);

  g_array_sort (sealed, compare_sealed);
  for (guint i = 0; i < sealed->len; i++)
    {
      Sealed *one = &g_array_index (sealed, Sealed, i);

      g_ptr_array_add (openings, one->text);
      g_free (one->pointer);
    }

  return charter_builder_to_text (builder);
}
