/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-leaf-walk-private.h"

#include "format/charter-kinds-private.h"

#include <string.h>

typedef struct
{
  CharterBuilder       *builder;
  const CharterLeaf    *leaf;
  const CharterOpening *openings;
  guint                 n_openings;
  gboolean              with_sealed;
  GString              *pointer;
} Revealer;

static void reveal_object (Revealer           *self,
                           const CharterShape *shape,
                           const CharterNode  *object);

/* A ballot is secret if a member that only secrecy seals is a commitment. */
static gboolean
is_secret (const CharterShape *shape,
           const CharterNode  *data)
{
  for (guint i = 0; i < shape->n_rows; i++)
    {
      const CharterRow *row = &shape->rows[i];

      if ((row->flags & CHARTER_ROW_SEALED_IF_SECRET) != 0 &&
          (row->flags & CHARTER_ROW_HIDDEN) == 0 &&
          charter_commitment_of (charter_node_member (data, row->name)) != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
charter_row_is_sealed (const CharterRow   *row,
                       const CharterShape *shape,
                       const CharterNode  *data)
{
  if ((row->flags & CHARTER_ROW_PRIVATE) == 0 || (row->flags & CHARTER_ROW_SEALED) != 0)
    return TRUE;
  if ((row->flags & CHARTER_ROW_SEALED_IF_ANONYMOUS) != 0 &&
      charter_node_member_boolean (data, "anonymous", FALSE))
    return TRUE;

  return (row->flags & CHARTER_ROW_SEALED_IF_SECRET) != 0 && is_secret (shape, data);
}

/* The value behind a commitment, NULL if its opening is gone or does not fit. */
static const CharterNode *
find_value (Revealer   *self,
            const char *commitment)
{
  char hex[65];

  for (guint i = 0; i < self->n_openings; i++)
    {
      const CharterOpening *opening = &self->openings[i];

      if (opening->seq != self->leaf->seq || strcmp (opening->pointer, self->pointer->str) != 0)
        continue;
      charter_commitment (opening->salt, opening->value, hex);
      return strcmp (hex, commitment) == 0 ? opening->value : NULL;
    }

  return NULL;
}

static void
reveal_hidden (Revealer          *self,
               const CharterNode *member,
               const char        *commitment,
               gboolean           sealed)
{
  const CharterNode *value;

  if (sealed && !self->with_sealed)
    return;

  charter_builder_key (self->builder, member->key);
  value = find_value (self, commitment);
  if (value != NULL)
    {
      charter_builder_node (self->builder, value);
      return;
    }
  charter_builder_begin_object (self->builder);
  charter_builder_set_boolean (self->builder, "redacted", TRUE);
  charter_builder_end (self->builder);
}

static void
reveal_shaped (Revealer           *self,
               const CharterShape *shape,
               const CharterNode  *value)
{
  guint index = 0;

  if (value->type != CHARTER_NODE_ARRAY)
    {
      reveal_object (self, shape, value);
      return;
    }

  charter_builder_begin_array (self->builder);
  for (const CharterNode *c = charter_node_first (value); c != NULL;
       c = charter_node_next (value, c))
    {
      gsize before = charter_push_index (self->pointer, index++);

      reveal_shaped (self, shape, c);
      g_string_truncate (self->pointer, before);
    }
  charter_builder_end (self->builder);
}

/* The values of a map; where no shape is known for it, each is clear or a commitment. */
static void
reveal_map (Revealer           *self,
            const CharterShape *shape,
            const CharterNode  *map)
{
  charter_builder_begin_object (self->builder);
  for (const CharterNode *c = charter_node_first (map); c != NULL; c = charter_node_next (map, c))
    {
      gsize before = charter_push_name (self->pointer, c->key);
      const char *commitment = shape == NULL ? charter_commitment_of (c) : NULL;

      if (commitment != NULL)
        {
          reveal_hidden (self, c, commitment, TRUE);
        }
      else
        {
          charter_builder_key (self->builder, c->key);
          if (shape != NULL)
            reveal_shaped (self, shape, c);
          else
            charter_builder_node (self->builder, c);
        }
      g_string_truncate (self->pointer, before);
    }
  charter_builder_end (self->builder);
}

static void
reveal_clear (Revealer          *self,
              const CharterRow  *row,
              const CharterNode *value)
{
  charter_builder_key (self->builder, value->key);
  if (row == NULL || value->span == 1)
    charter_builder_node (self->builder, value);
  else if (self->leaf->corrects != NULL && row->type == CHARTER_TYPE_MAP)
    reveal_shaped (self, &self->leaf->corrects->data, value);
  else if (row->type == CHARTER_TYPE_MAP && value->type == CHARTER_NODE_OBJECT)
    reveal_map (self, row->shape, value);
  else if (row->type == CHARTER_TYPE_OBJECT && row->shape != NULL)
    reveal_shaped (self, row->shape, value);
  else
    charter_builder_node (self->builder, value);
}

static void
reveal_object (Revealer           *self,
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
      const CharterRow *row = charter_shape_lookup (shape, c->key, c->key_length);
      const char *commitment = charter_commitment_of (c);
      gsize before = charter_push_name (self->pointer, c->key);

      if (row != NULL && commitment != NULL)
        reveal_hidden (self, c, commitment, charter_row_is_sealed (row, &charter_kinds[self->leaf->kind]->data, self->leaf->data));
      else
        reveal_clear (self, row, c);
      g_string_truncate (self->pointer, before);
    }
  charter_builder_end (self->builder);
}

const CharterNode *
charter_leaf_reveal (CharterArena         *arena,
                     const CharterLeaf    *leaf,
                     const CharterOpening *openings,
                     guint                 n_openings,
                     gboolean              with_sealed)
{
  const CharterShape *shape = &charter_kinds[leaf->kind]->data;
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autoptr(GString) pointer = g_string_new ("/data");
  Revealer self = { builder, leaf, openings, n_openings, with_sealed, pointer };

  charter_builder_begin_object (builder);
  charter_set_instant (builder, "at", leaf->at);
  if (leaf->by != NULL)
    charter_builder_set_string (builder, "by", leaf->by);
  charter_builder_key (builder, "data");
  reveal_object (&self, shape, leaf->data);
  charter_builder_set_string (builder, "id", leaf->id);
  charter_builder_set_string (builder, "kind", shape->name);
  charter_set_instant (builder, "recorded", leaf->recorded);
  charter_builder_set_integer (builder, "seq", leaf->seq);
  charter_builder_end (builder);

  return charter_builder_move_to (builder, arena);
}
