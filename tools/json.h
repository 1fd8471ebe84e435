/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading texts that the library wrote or has judged strictly, and writing texts: nothing
 * else is ever given to json-glib here. */

/* The largest text that is read, as in the library. */
#define TOOL_TEXT_MAX (16 * 1024 * 1024)
gboolean    tool_fail_long       (GError **error);
/* FALSE where a text is longer than that, or holds a zero byte: a C string would end there. */
gboolean    tool_json_check_text (const char *text, gsize length, GError **error);
/* The text of a file ("-": of the standard input) that is neither. */
char       *tool_json_load       (const char *path, GError **error);

/* A table by names that come from the input: ascending, so that none can be made to collide. */
GTree      *tool_tree_new     (GDestroyNotify free_name, GDestroyNotify free_value);

JsonNode   *tool_json_parse   (const char *text, GError **error);
/* Judges @text strictly (data profile: decimals come out as fractions), then parses it. */
JsonNode   *tool_json_read    (const char *text, GError **error);
/* One line, members in the order they have, shortest escapes, no locale. */
char       *tool_json_text    (JsonNode *node);
void        tool_json_append  (GString *out, JsonNode *node);
void        tool_json_quote   (GString *out, const char *text);

/* Members of an object; NULL, 0 or FALSE where they are missing or of another type. */
JsonObject *tool_json_object  (JsonNode *node);
JsonArray  *tool_json_array   (JsonNode *node);
const char *tool_json_string  (JsonNode *node);
const char *tool_json_member  (JsonObject *object, const char *name);
gint64      tool_json_integer (JsonObject *object, const char *name);
gboolean    tool_json_truth   (JsonObject *object, const char *name);
JsonObject *tool_json_inner   (JsonObject *object, const char *name);
JsonArray  *tool_json_list    (JsonObject *object, const char *name);
/* A value for people: strings bare, lists with commas, objects as "name value". */
char       *tool_json_plain   (JsonNode *node);

G_END_DECLS
