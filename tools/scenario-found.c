/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lines.h"
#include "scenario.h"

/* The document that `charter` gives: itself, a model's, or a file's. */
JsonNode *
scenario_charter (Scenario *self, GError **error)
{
  JsonNode *node = json_object_get_member (self->object, "charter");
  const char *text = tool_json_string (node);

  if (tool_json_object (node) != NULL)
    return json_node_ref (node);
  if (text != NULL && g_str_has_prefix (text, "model:"))
    {
      g_autoptr (CharterDocument) model = charter_document_new_from_model (text + 6, error);
      g_autofree char *json = model != NULL ? charter_document_to_json (model) : NULL;

      return json != NULL ? tool_json_parse (json, error) : NULL;
    }
  if (text != NULL && g_str_has_prefix (text, "file:"))
    {
      g_autofree char *path = scenario_beside (self, text + 5);

      self->charter_text = tool_json_load (path, error);
      node = self->charter_text != NULL ? tool_json_read (self->charter_text, error) : NULL;
      if (node == NULL)
        g_prefix_error (error, "%s: ", path);
      return node;
    }
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE, "/charter: %s",
               _("This must be a document, \"model:ID\" or \"file:PATH\""));
  return NULL;
}

static JsonObject *
entry_at (Scenario *self, guint index)
{
  JsonArray *entries = tool_json_list (self->object, "entries");

  if (entries == NULL || index >= json_array_get_length (entries))
    return NULL;
  return json_array_get_object_element (entries, index);
}

static gboolean
is_kind (JsonObject *entry, const char *kind)
{
  return entry != NULL && g_strcmp0 (tool_json_member (entry, "kind"), kind) == 0;
}

/* The first entry's `at`; without entries, the first question's. */
static const char *
first_instant (Scenario *self)
{
  JsonObject *first = entry_at (self, 0);
  JsonArray *ask = tool_json_list (self->object, "ask");
  const char *at = first != NULL ? tool_json_member (first, "at") : NULL;

  for (guint i = 0; at == NULL && i < json_array_get_length (ask); i++)
    at = tool_json_member (json_array_get_object_element (ask, i), "at");
  return at;
}

/* @number: that of the entry in the file, from 1; 0 where the runner makes it. */
static gboolean
submit (Scenario *self, const char *submission, const char *at, guint number, GError **error)
{
  g_autoptr (CharterEntry) entry = NULL;

  tool_lines_clock (self->partnership, at, &self->latest);
  entry = charter_partnership_submit (self->partnership, submission, error);
  if (entry != NULL && charter_entry_get_seq (entry) > (gint64) self->origins->len)
    g_array_append_val (self->origins, number);
  return entry != NULL;
}

static gboolean
place_entry (const GMatchInfo *match, GString *out, gpointer data)
{
  Scenario *self = data;
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *digits = g_match_info_fetch (match, 1);
  guint64 seq = g_ascii_strtoull (digits, NULL, 10);
  guint number = seq > 0 && seq <= self->origins->len
                 ? g_array_index (self->origins, guint, seq - 1) : 0;

  g_string_append_printf (out, _("%s of the record"), whole);
  if (number > 0)
    g_string_append_printf (out, " (entries[%u])", number - 1);
  return FALSE;
}

char *
scenario_words (Scenario *self, const char *message)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b[Ee]ntry ([0-9]+)\\b", 0, 0, NULL);

  return g_regex_replace_eval (regex, message, -1, 0, 0, place_entry, self, NULL);
}

static char *
founding (Scenario *self, const char *at)
{
  const char *zone = tool_json_member (tool_json_inner (tool_json_object (self->charter),
                                                        "calendar"), "zone");
  GString *text = g_string_new ("{\"id\":\"scenario-founded\",\"kind\":\"partnership-founded\"");

  g_string_append (text, ",\"at\":");
  tool_json_quote (text, at);
  g_string_append (text, ",\"data\":{\"id\":\"partnership\",\"title\":");
  tool_json_quote (text, self->name);
  g_string_append (text, ",\"zone\":");
  tool_json_quote (text, zone != NULL ? zone : "UTC");
  g_string_append (text, ",\"origin\":\"scenario.invalid\",\"format\":\"1\"}}");
  return g_string_free (text, FALSE);
}

static char *
adoption (Scenario *self, const char *at)
{
  GString *text = g_string_new ("{\"id\":\"scenario-adopted\",\"kind\":\"charter-adopted\"");

  g_string_append (text, ",\"at\":");
  tool_json_quote (text, at);
  g_string_append (text, ",\"data\":{\"charter\":");
  if (self->charter_text != NULL)
    g_string_append (text, self->charter_text);
  else
    tool_json_append (text, self->charter);
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}

/* Does a question expect that the charter cannot be expressed, or does the file allow it? */
static gboolean
may_be_beyond (Scenario *self)
{
  JsonArray *ask = tool_json_list (self->object, "ask");

  for (guint i = 0; i < json_array_get_length (ask); i++)
    {
      JsonObject *expect = tool_json_inner (json_array_get_object_element (ask, i), "expect");

      if (g_strcmp0 (tool_json_member (expect, "result"), "cannot-express") == 0)
        return TRUE;
    }
  return self->has_needs;
}

/* The first fault of the charter, with its place in the scenario; the gate's own words where
 * the charter by itself has none. */
static char *
charter_fault_words (Scenario *self, const GError *refusal)
{
  g_autofree char *text = self->charter_text != NULL ? g_strdup (self->charter_text)
                                                     : tool_json_text (self->charter);
  g_autoptr (GListModel) faults = charter_document_check_text (text);
  g_autoptr (CharterFault) fault = g_list_model_get_item (faults, 0);

  if (fault == NULL)
    return g_strdup (refusal->message);
  return g_strdup_printf ("/charter%s: %s", charter_fault_get_path (fault),
                          charter_fault_get_message (fault));
}

/* A charter that is refused makes the file useless, unless that is what it is about. */
static gboolean
settle_refused_charter (Scenario *self, const GError *refusal, GError **error)
{
  g_autofree char *words = charter_fault_words (self, refusal);
  GString *text;

  if (!may_be_beyond (self))
    {
      g_set_error (error, CHARTER_ERROR, refusal->code, _("The charter was refused: %s"), words);
      return FALSE;
    }
  text = g_string_new ("{\"place\":");
  tool_json_quote (text, words);
  g_string_append (text, ",\"result\":\"cannot-express\"}");
  self->cannot = g_string_free (text, FALSE);
  return TRUE;
}

gboolean
scenario_found (Scenario *self, GError **error)
{
  const char *at = first_instant (self);
  g_autoptr (GError) refusal = NULL;
  g_autofree char *text = NULL;

  self->partnership = charter_partnership_new ();
  if (at == NULL)
    at = "2000-01-01T00:00:00Z";
  if (!is_kind (entry_at (self, 0), "partnership-founded"))
    {
      g_autofree char *found = founding (self, at);

      if (!submit (self, found, at, 0, error))
        return FALSE;
    }
  else
    return TRUE;
  text = adoption (self, at);
  if (!submit (self, text, at, 0, &refusal))
    return settle_refused_charter (self, refusal, error);
  return TRUE;
}

/* The ids of entries that `refused` questions name. */
static GTree *
ids_to_try (Scenario *self)
{
  JsonArray *ask = tool_json_list (self->object, "ask");
  GTree *ids = tool_tree_new (NULL, NULL);

  for (guint i = 0; i < json_array_get_length (ask); i++)
    {
      JsonObject *question = json_array_get_object_element (ask, i);

      if (g_strcmp0 (tool_json_member (question, "question"), "refused") == 0 &&
          tool_json_member (question, "entry") != NULL)
        g_tree_insert (ids, (gpointer) tool_json_member (question, "entry"),
                       (gpointer) tool_json_member (question, "entry"));
    }
  return ids;
}

/* "entries[5] (id “x”, ballot-cast)": no mistaking it for a number of the record. */
static char *
name_of_entry (guint index, JsonObject *entry)
{
  const char *id = tool_json_member (entry, "id");
  const char *kind = tool_json_member (entry, "kind");

  if (id != NULL && kind != NULL)
    return g_strdup_printf (_("entries[%u] (id “%s”, %s)"), index, id, kind);
  if (id != NULL)
    return g_strdup_printf (_("entries[%u] (id “%s”)"), index, id);
  if (kind != NULL)
    return g_strdup_printf ("entries[%u] (%s)", index, kind);
  return g_strdup_printf ("entries[%u]", index);
}

static void
try_entry (Scenario *self, guint index, JsonObject *entry, const char *text)
{
  const char *id = tool_json_member (entry, "id");
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterRefusal) refusal =
    charter_partnership_try_submission (self->partnership, text, &error);

  if (error != NULL)
    {
      g_autofree char *name = name_of_entry (index, entry);
      g_autofree char *words = scenario_words (self, error->message);

      self->fault = g_strdup_printf (_("%s could not be tried: %s"), name, words);
    }
  else
    g_tree_replace (self->tried, g_strdup (id),
                         refusal != NULL ? charter_refusal_to_json (refusal) : g_strdup (""));
}

static void
append_entry (Scenario *self, guint index, JsonObject *entry, GTree *to_try)
{
  JsonNode *node = json_array_get_element (tool_json_list (self->object, "entries"), index);
  g_autofree char *text = tool_json_text (node);
  const char *id = tool_json_member (entry, "id");
  const char *at = tool_json_member (entry, "at");
  g_autoptr (GError) error = NULL;

  if (id != NULL && g_tree_lookup (to_try, id) != NULL)
    {
      tool_lines_clock (self->partnership, at, &self->latest);
      try_entry (self, index, entry, text);
    }
  else if (!submit (self, text, at, index + 1, &error))
    {
      g_autofree char *name = name_of_entry (index, entry);
      g_autofree char *words = scenario_words (self, error->message);

      self->fault = g_strdup_printf (_("%s was refused: %s"), name, words);
    }
}

void
scenario_append (Scenario *self)
{
  JsonArray *entries = tool_json_list (self->object, "entries");
  g_autoptr (GTree) to_try = ids_to_try (self);
  guint n = entries != NULL ? json_array_get_length (entries) : 0;

  for (guint i = 0; i < n && self->fault == NULL; i++)
    {
      JsonObject *entry = entry_at (self, i);
      g_autoptr (GError) error = NULL;

      append_entry (self, i, entry, to_try);
      /* A file that founds its own record adopts the charter right after. */
      if (i == 0 && is_kind (entry, "partnership-founded") && self->fault == NULL &&
          !is_kind (entry_at (self, 1), "charter-adopted"))
        {
          const char *at = tool_json_member (entry, "at");
          g_autofree char *text = adoption (self, at != NULL ? at : "");

          if (!submit (self, text, at, 0, &error))
            self->fault = g_strdup_printf (_("The charter was refused: %s"), error->message);
        }
    }
}
