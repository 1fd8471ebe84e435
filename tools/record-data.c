/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "source.h"

/* A key given as key=value: its text, and how it is read now. */
typedef struct
{
  char  *text;
  guint  reading;   /* 0 text, 1 JSON, 2 list of one text */
} Plain;

static void
plain_free (gpointer data)
{
  Plain *plain = data;

  g_free (plain->text);
  g_free (plain);
}

void
record_data_clear (RecordData *self)
{
  g_clear_pointer (&self->object, json_object_unref);
  g_clear_pointer (&self->plain, g_tree_unref);
}

gboolean
record_data_init (RecordData *self, CharterPartnership *partnership, const char *json,
                  GError **error)
{
  g_autoptr (JsonNode) node = NULL;

  self->partnership = partnership;
  self->plain = tool_tree_new (g_free, plain_free);
  if (json == NULL)
    {
      self->object = json_object_new ();
      return TRUE;
    }
  node = tool_json_read (json, error);
  if (node == NULL)
    {
      g_prefix_error (error, "--data: ");
      return FALSE;
    }
  if (tool_json_object (node) != NULL)
    self->object = json_object_ref (tool_json_object (node));
  else
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_FORMAT, "--data: %s",
                 _("This must be an object, such as '{\"id\": \"north\"}'"));
  return self->object != NULL;
}

/* Members that name a person: a bare handle is accepted there too. */
static gboolean
names_person (const char *key)
{
  static const char * const keys[] = { "by", "handler", "line-manager", "owner", "person",
                                       "reporter", "voter", NULL };

  return g_strv_contains (keys, key);
}

static char *
value_of (RecordData *self, const char *key, const char *text, GError **error)
{
  if (g_str_has_prefix (text, "@@"))
    return g_strdup (text + 1);
  if (*text == '@' || names_person (key))
    return tool_person_id (self->partnership, text, error);
  return g_strdup (text);
}

/* A key that came before: its values become a list. */
static void
add_again (RecordData *self, const char *key, const char *text)
{
  JsonNode *before = json_object_get_member (self->object, key);
  JsonArray *list;

  if (tool_json_array (before) != NULL)
    {
      json_array_add_string_element (json_node_get_array (before), text);
      return;
    }
  list = json_array_new ();
  json_array_add_element (list, json_node_copy (before));
  json_array_add_string_element (list, text);
  json_object_set_array_member (self->object, key, list);
  g_tree_remove (self->plain, key);
}

static gboolean
add_text (RecordData *self, const char *key, const char *text, GError **error)
{
  g_autofree char *value = value_of (self, key, text, error);
  Plain *plain;

  if (value == NULL)
    return FALSE;
  if (json_object_has_member (self->object, key))
    {
      add_again (self, key, value);
      return TRUE;
    }
  plain = g_new0 (Plain, 1);
  plain->text = g_strdup (value);
  g_tree_replace (self->plain, g_strdup (key), plain);
  json_object_set_string_member (self->object, key, value);
  return TRUE;
}

static gboolean
add_json (RecordData *self, const char *key, const char *text, GError **error)
{
  g_autofree char *contents = NULL;
  JsonNode *node;

  if (*text == '@')
    {
      contents = tool_json_load (text + 1, error);
      if (contents == NULL)
        {
          g_prefix_error (error, "%s: ", key);
          return FALSE;
        }
      text = contents;
    }
  node = tool_json_read (text, error);
  if (node == NULL)
    {
      g_prefix_error (error, "%s: ", key);
      return FALSE;
    }
  json_object_set_member (self->object, key, node);
  return TRUE;
}

gboolean
record_data_add (RecordData *self, const char *word, GError **error)
{
  const char *sign = strchr (word, '=');
  gboolean is_json = sign != NULL && sign > word && sign[-1] == ':';
  g_autofree char *key = NULL;

  if (sign == NULL || sign - is_json == word)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_FORMAT,
                   _("“%s” is neither key=value nor key:=JSON"), word);
      return FALSE;
    }
  key = g_strndup (word, (gsize) (sign - is_json - word));
  if (is_json)
    return add_json (self, key, sign + 1, error);
  return add_text (self, key, sign + 1, error);
}

char *
record_data_text (RecordData *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, self->object);
  return tool_json_text (node);
}

static void
set_list_of_one (RecordData *self, const char *key, const char *text)
{
  JsonArray *list = json_array_new ();

  json_array_add_string_element (list, text);
  json_object_set_array_member (self->object, key, list);
}

/* A value other than a text, NULL where @text is no JSON or a JSON string. */
static JsonNode *
other_value (const char *text)
{
  g_autoptr (JsonNode) node = tool_json_read (text, NULL);

  return node != NULL && tool_json_string (node) == NULL ? g_steal_pointer (&node) : NULL;
}

gboolean
record_data_retype (RecordData *self, const char *path)
{
  const char *key = path != NULL && g_str_has_prefix (path, "/data/") ? path + 6 : NULL;
  Plain *plain = key != NULL ? g_tree_lookup (self->plain, key) : NULL;
  JsonNode *node;

  if (plain == NULL)
    return FALSE;
  node = plain->reading == 0 ? other_value (plain->text) : NULL;
  if (node != NULL)
    {
      plain->reading = 1;
      json_object_set_member (self->object, key, node);
      return TRUE;
    }
  if (plain->reading < 2)
    {
      plain->reading = 2;
      set_list_of_one (self, key, plain->text);
      return TRUE;
    }
  json_object_set_string_member (self->object, key, plain->text);
  return FALSE;
}
