/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "json.h"

#include <charter/charter.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lines.h"

#define CHUNK (64 * 1024)

gboolean
tool_fail_long (GError **error)
{
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
               _("This is longer than %d MiB, which no charter, entry or scenario is"),
               TOOL_TEXT_MAX / (1024 * 1024));
  return FALSE;
}

gboolean
tool_json_check_text (const char *text, gsize length, GError **error)
{
  if (length > TOOL_TEXT_MAX)
    return tool_fail_long (error);
  if (strlen (text) == length)
    return TRUE;
  g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_SYNTAX,
                       _("This is no text: it holds a zero byte; save it as UTF-8"));
  return FALSE;
}

/* What never ends, such as /dev/zero, is read up to a little more than may be. */
static gboolean
read_stream (GInputStream *stream, GString *text, GError **error)
{
  gssize n = 1;

  while (n > 0 && text->len <= TOOL_TEXT_MAX)
    {
      gsize length = text->len;

      g_string_set_size (text, length + CHUNK);
      n = g_input_stream_read (stream, text->str + length, CHUNK, NULL, error);
      g_string_truncate (text, length + (gsize) MAX (n, 0));
    }
  return n >= 0;
}

char *
tool_json_load (const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GInputStream) stream = NULL;
  gint64 size;

  stream = tool_lines_open (path, &size, error);
  if (stream == NULL || !read_stream (stream, text, error) ||
      !tool_json_check_text (text->str, text->len, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

GTree *
tool_tree_new (GDestroyNotify free_name, GDestroyNotify free_value)
{
  return g_tree_new_full (compare_names, NULL, free_name, free_value);
}

JsonNode *
tool_json_parse (const char *text, GError **error)
{
  return json_from_string (text, error);
}

/* The canonical text has decimals as fractions in strings, so json-glib makes no doubles. */
JsonNode *
tool_json_read (const char *text, GError **error)
{
  g_autofree char *canonical = charter_json_canonicalize (text, error);

  return canonical != NULL ? json_from_string (canonical, error) : NULL;
}

void
tool_json_quote (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else if (c < 0x20)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_c (out, (char) c);
    }
  g_string_append_c (out, '"');
}

static void
append_object (GString *out, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      tool_json_quote (out, name);
      g_string_append_c (out, ':');
      tool_json_append (out, value);
    }
  g_string_append_c (out, '}');
}

static void
append_array (GString *out, JsonArray *array)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      tool_json_append (out, json_array_get_element (array, i));
    }
  g_string_append_c (out, ']');
}

static void
append_value (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    tool_json_quote (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

void
tool_json_append (GString *out, JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (out, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (out, json_node_get_array (node));
  else
    append_value (out, node);
}

char *
tool_json_text (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  tool_json_append (out, node);
  return g_string_free (out, FALSE);
}

JsonObject *
tool_json_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
tool_json_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
tool_json_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static JsonNode *
member_of (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

const char *
tool_json_member (JsonObject *object, const char *name)
{
  return tool_json_string (member_of (object, name));
}

gint64
tool_json_integer (JsonObject *object, const char *name)
{
  JsonNode *node = member_of (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  return json_node_get_int (node);
}

gboolean
tool_json_truth (JsonObject *object, const char *name)
{
  JsonNode *node = member_of (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

JsonObject *
tool_json_inner (JsonObject *object, const char *name)
{
  return tool_json_object (member_of (object, name));
}

JsonArray *
tool_json_list (JsonObject *object, const char *name)
{
  return tool_json_array (member_of (object, name));
}

static void
plain_append (GString *out, JsonNode *node)
{
  JsonArray *array = tool_json_array (node);
  JsonObject *object = tool_json_object (node);

  if (tool_json_string (node) != NULL)
    g_string_append (out, tool_json_string (node));
  else if (array != NULL)
    for (guint i = 0; i < json_array_get_length (array); i++)
      {
        g_string_append (out, i > 0 ? ", " : "");
        plain_append (out, json_array_get_element (array, i));
      }
  else if (object != NULL)
    {
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        {
          g_string_append_printf (out, "%s%s ", l != names ? ", " : "", (const char *) l->data);
          plain_append (out, json_object_get_member (object, l->data));
        }
    }
  else
    tool_json_append (out, node);
}

char *
tool_json_plain (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  plain_append (out, node);
  return g_string_free (out, FALSE);
}
