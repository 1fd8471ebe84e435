/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-json-bridge-private.h"

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"

#include <string.h>

typedef struct
{
  CharterBuilder  *builder;
  CharterProblems *problems;
  GString         *path;
} Bridge;

static gboolean add_value (Bridge   *self,
                           JsonNode *node,
                           guint     depth);

static gboolean
fault (Bridge       *self,
       CharterError  code,
       const char   *message)
{
  charter_problems_add (self->problems, code, self->path->str, G_MAXSIZE, NULL, "%s", message);

  return FALSE;
}

static gsize
enter (Bridge     *self,
       const char *name)
{
  gsize mark = self->path->len;

  g_string_append_c (self->path, '/');
  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == '~' || *p == '/')
        g_string_append (self->path, *p == '~' ? "~0" : "~1");
      else
        g_string_append_c (self->path, *p);
    }

  return mark;
}

static gboolean
add_string (Bridge     *self,
            const char *string)
{
  if (string == NULL || !g_utf8_validate (string, -1, NULL))
    return fault (self, CHARTER_ERROR_SYNTAX, "The text is not UTF-8");

  charter_builder_string (self->builder, string);

  return TRUE;
}

static gboolean
add_plain (Bridge   *self,
           JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_BOOLEAN:
      charter_builder_boolean (self->builder, json_node_get_boolean (node));
      return TRUE;
    case G_TYPE_INT64:
      charter_builder_integer (self->builder, json_node_get_int (node));
      return TRUE;
    case G_TYPE_STRING:
      return add_string (self, json_node_get_string (node));
    default:
      return fault (self, CHARTER_ERROR_VALUE,
                    "Expected a whole number; shares are written as fractions, such as \"2/3\"");
    }
}

static gboolean
add_array (Bridge    *self,
           JsonArray *array,
           guint      depth)
{
  charter_builder_begin_array (self->builder);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = self->path->len;

      g_string_append_printf (self->path, "/%u", i);
      if (!add_value (self, json_array_get_element (array, i), depth + 1))
        return FALSE;
      g_string_truncate (self->path, mark);
    }
  charter_builder_end (self->builder);

  return TRUE;
}

static gboolean
add_object (Bridge     *self,
            JsonObject *object,
            guint       depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  charter_builder_begin_object (self->builder);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      gsize mark = enter (self, name);

      if (!g_utf8_validate (name, -1, NULL))
        return fault (self, CHARTER_ERROR_SYNTAX, "The name of the member is not UTF-8");
      if (strlen (name) > charter_limits_default.key)
        return fault (self, CHARTER_ERROR_LIMIT, "The name of the member is too long");
      charter_builder_key (self->builder, name);
      if (!add_value (self, member, depth + 1))
        return FALSE;
      g_string_truncate (self->path, mark);
    }
  charter_builder_end (self->builder);

  return TRUE;
}

static gboolean
add_value (Bridge   *self,
           JsonNode *node,
           guint     depth)
{
  if (depth > charter_limits_default.depth)
    return fault (self, CHARTER_ERROR_LIMIT, "Values are nested too deep");

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return add_object (self, json_node_get_object (node), depth);
    case JSON_NODE_ARRAY:
      return add_array (self, json_node_get_array (node), depth);
    case JSON_NODE_VALUE:
      return add_plain (self, node);
    case JSON_NODE_NULL:
    default:
      charter_builder_null (self->builder);
      return TRUE;
    }
}

char *
charter_json_bridge_to_text (JsonNode        *node,
                             CharterProblems *problems)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  g_autoptr(GString) path = g_string_new (NULL);
  Bridge self = { builder, problems, path };

  if (!add_value (&self, node, 0))
    return NULL;

  return charter_builder_to_text (builder);
}

/* — back — */

static JsonNode *
array_from_node (const CharterNode *node)
{
  g_autoptr(JsonArray) array = json_array_sized_new (node->length);

  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    json_array_add_element (array, charter_json_bridge_from_node (c));

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
object_from_node (const CharterNode *node)
{
  g_autoptr(JsonObject) object = json_object_new ();

  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    json_object_set_member (object, c->key, charter_json_bridge_from_node (c));

  return json_node_init_object (json_node_alloc (), object);
}

/* A decimal of the data profile is given as it is written elsewhere, as the text of a fraction. */
static JsonNode *
fraction_from_node (const CharterNode *node)
{
  g_autofree char *text = charter_fraction_to_string (node->fraction);

  return json_node_init_string (json_node_alloc (), text);
}

JsonNode *
charter_json_bridge_from_node (const CharterNode *node)
{
  switch ((CharterNodeType) node->type)
    {
    case CHARTER_NODE_OBJECT:
      return object_from_node (node);
    case CHARTER_NODE_ARRAY:
      return array_from_node (node);
    case CHARTER_NODE_STRING:
      return json_node_init_string (json_node_alloc (), node->string);
    case CHARTER_NODE_INTEGER:
      return json_node_init_int (json_node_alloc (), node->integer);
    case CHARTER_NODE_DECIMAL:
      return fraction_from_node (node);
    case CHARTER_NODE_TRUE:
    case CHARTER_NODE_FALSE:
      return json_node_init_boolean (json_node_alloc (), node->type == CHARTER_NODE_TRUE);
    case CHARTER_NODE_NULL:
    default:
      return json_node_init_null (json_node_alloc ());
    }
}
