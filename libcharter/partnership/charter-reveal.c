/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-live-private.h"

#include <string.h>

/* Entries in clear, as a scene shows them. */

typedef struct
{
  const CharterScene *scene;
  const CharterFact  *fact;
  GString            *pointer;
  CharterBuilder     *builder;
  gboolean            with_sealed;
  gboolean            redacted;
} Reveal;

static void reveal_object (Reveal             *self,
                           const CharterShape *shape,
                           const CharterNode  *object);

static gboolean
is_commitment (const CharterNode *node)
{
  return node->type == CHARTER_NODE_OBJECT && node->length == 1
         && strcmp (charter_node_first (node)->key, "commitment") == 0;
}

/* A member that no row knows is shown to nobody. */
static gboolean
is_sealed (Reveal           *self,
           const CharterRow *row)
{
  return row == NULL
         || charter_row_is_sealed (row, &charter_kinds[self->fact->kind]->data, self->fact->data);
}

static void
reveal_hidden (Reveal *self)
{
  const CharterNode *value = charter_scene_opened (self->scene, self->fact, self->pointer->str);

  if (value != NULL)
    {
      charter_builder_node (self->builder, value);
      return;
    }
  self->redacted = TRUE;
  charter_builder_begin_object (self->builder);
  charter_builder_set_boolean (self->builder, "redacted", TRUE);
  charter_builder_end (self->builder);
}

static void
reveal_value (Reveal            *self,
              const CharterRow  *row,
              const CharterNode *value)
{
  gsize before = self->pointer->len;
  guint i = 0;

  if (is_commitment (value))
    reveal_hidden (self);
  else if (value->type == CHARTER_NODE_OBJECT && row != NULL && row->shape != NULL)
    reveal_object (self, row->shape, value);
  else if (value->type == CHARTER_NODE_ARRAY)
    {
      charter_builder_begin_array (self->builder);
      for (const CharterNode *item = charter_node_first (value); item != NULL;
           item = charter_node_next (value, item))
        {
          g_string_append_printf (self->pointer, "/%u", i++);
          reveal_value (self, row, item);
          g_string_truncate (self->pointer, before);
        }
      charter_builder_end (self->builder);
    }
  else
    charter_builder_node (self->builder, value);
}

const CharterShape *
charter_inner_shape (const CharterScene *scene,
                     const CharterFact  *fact,
                     const CharterRow   *row)
{
  const CharterFact *target;

  if (row == NULL || fact->kind != CHARTER_KIND ("entry-corrected") || strcmp (row->name, "set") != 0)
    return row != NULL ? row->shape : NULL;
  target = charter_scene_find_entry (scene, charter_scene_string (scene, fact, "entry"));
  return target != NULL ? &charter_kinds[target->kind]->data : NULL;
}

static void
reveal_member (Reveal            *self,
               const CharterRow  *row,
               const CharterNode *member)
{
  gsize before = self->pointer->len;
  const CharterShape *shape = charter_inner_shape (self->scene, self->fact, row);

  if (is_commitment (member) && !self->with_sealed && is_sealed (self, row))
    return;
  g_string_append_c (self->pointer, '/');
  g_string_append (self->pointer, member->key);
  charter_builder_key (self->builder, member->key);
  if (shape != NULL && member->type == CHARTER_NODE_OBJECT && !is_commitment (member))
    reveal_object (self, shape, member);
  else
    reveal_value (self, row, member);
  g_string_truncate (self->pointer, before);
}

static void
reveal_object (Reveal             *self,
               const CharterShape *shape,
               const CharterNode  *object)
{
  charter_builder_begin_object (self->builder);
  for (const CharterNode *member = charter_node_first (object); member != NULL;
       member = charter_node_next (object, member))
    reveal_member (self, charter_shape_lookup (shape, member->key, member->key_length), member);
  charter_builder_end (self->builder);
}

const CharterNode *
charter_reveal_data (const CharterScene *scene,
                     const CharterFact  *fact,
                     CharterArena       *arena,
                     gboolean            with_sealed,
                     gboolean           *redacted)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autoptr(GString) pointer = g_string_new (NULL);
  Reveal reveal = { scene, fact, pointer, builder, with_sealed, FALSE };

  reveal_object (&reveal, &charter_kinds[fact->kind]->data, charter_scene_data (scene, fact));
  if (redacted != NULL)
    *redacted = reveal.redacted;
  return charter_builder_move_to (builder, arena);
}

static void
set_instant (CharterBuilder *builder,
             const char     *name,
             gint64          instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (instant, text);
  charter_builder_set_string (builder, name, text);
}

/* Of a value that was erased a submission says so where it must say something. */
static void
set_member (CharterBuilder    *builder,
            const CharterRow  *row,
            const CharterNode *member,
            gboolean           submission)
{
  gboolean erased = submission && row != NULL && row->flags & CHARTER_ROW_PRIVATE
                    && charter_node_member_boolean (member, "redacted", FALSE);

  if (!erased)
    charter_builder_set_node (builder, member->key, member);
  else if (row->flags & CHARTER_ROW_REQUIRED)
    charter_builder_set_string (builder, member->key, "(redacted)");
}

/* A submission carries nothing that the gate assigns. */
static void
set_data (CharterBuilder    *builder,
          const CharterFact *fact,
          const CharterNode *data,
          gboolean           submission)
{
  const CharterShape *shape = &charter_kinds[fact->kind]->data;

  charter_builder_key (builder, "data");
  charter_builder_begin_object (builder);
  for (const CharterNode *member = charter_node_first (data); member != NULL;
       member = charter_node_next (data, member))
    {
      const CharterRow *row = charter_shape_lookup (shape, member->key, member->key_length);

      if (!submission || row == NULL || !(row->flags & CHARTER_ROW_ASSIGNED))
        set_member (builder, row, member, submission);
    }
  charter_builder_end (builder);
}

char *
charter_reveal_entry (const CharterScene *scene,
                      const CharterFact  *fact,
                      gboolean            submission)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  const CharterNode *data = charter_reveal_data (scene, fact, arena, FALSE, NULL);

  charter_builder_begin_object (builder);
  set_instant (builder, "at", fact->at);
  if (fact->by != 0)
    charter_builder_set_string (builder, "by", charter_scene_name (scene, fact->by));
  set_data (builder, fact, data, submission);
  charter_builder_set_string (builder, "id", fact->id);
  charter_builder_set_string (builder, "kind", charter_kinds[fact->kind]->data.name);
  if (!submission)
    {
      set_instant (builder, "recorded", fact->recorded);
      charter_builder_set_integer (builder, "seq", fact->seq);
    }
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}
