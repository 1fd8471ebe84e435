/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scenario.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "options.h"

/* The questions, the members that each cannot be asked without, and what else it takes. */
static const struct
{
  const char *question;
  const char *members[4];
  const char *others[3];
} questions[] = {
  { "assessment", { "at" }, { NULL } },
  { "conflicts", { "at" }, { "on", "person" } },
  { "count", { "case" }, { NULL } },
  { "decision", { "decision", "at" }, { NULL } },
  { "due", { "at" }, { "who", "until" } },
  { "electorate", { "on", "at" }, { NULL } },
  { "finding", { "clause", "at" }, { NULL } },
  { "may", { "person", "act", "at" }, { "on" } },
  { "recur", { "case" }, { NULL } },
  { "refused", { "entry" }, { NULL } },
  { "state", { "of", "at" }, { NULL } },
};

/* What every question may have, and what a scenario has. */
static const char * const question_members[] = { "question", "at", "known", "expect", "exactly",
                                                 "absent", "name", NULL };
static const char * const scenario_members[] = { "scenario", "name", "source", "charter",
                                                 "entries", "ask", "twin", "needs", NULL };

void
scenario_result_free (ScenarioResult *self)
{
  g_free (self->name);
  g_free (self->fault);
  g_clear_pointer (&self->answer, json_node_unref);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

void
scenario_free (Scenario *self)
{
  g_free (self->path);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->charter, json_node_unref);
  g_free (self->charter_text);
  g_clear_object (&self->partnership);
  g_free (self->latest);
  g_tree_unref (self->tried);
  g_array_unref (self->origins);
  g_free (self->fault);
  g_free (self->cannot);
  g_ptr_array_unref (self->results);
  g_free (self);
}

guint
scenario_count (Scenario *self, ScenarioStatus status)
{
  guint count = 0;

  for (guint i = 0; i < self->results->len; i++)
    count += ((ScenarioResult *) g_ptr_array_index (self->results, i))->status == status;
  return count;
}

char *
scenario_line (Scenario *self, ScenarioResult *result)
{
  return g_strdup_printf ("%s: %s: %s", self->path, self->name, result->name);
}

char *
scenario_beside (Scenario *self, const char *name)
{
  g_autofree char *absolute = g_canonicalize_filename (self->path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);

  return g_canonicalize_filename (name, folder);
}

static gboolean
fault (GError **error, const char *path, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fault (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_FORMAT, "%s: %s", path, message);
  return FALSE;
}

static gboolean
check_kind (const char *kind, const char *path, guint *row, GError **error)
{
  const char *names[G_N_ELEMENTS (questions) + 1] = { NULL };
  const char *nearest;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      names[i] = questions[i].question;
      if (g_strcmp0 (kind, names[i]) == 0)
        {
          *row = i;
          return TRUE;
        }
    }
  if (kind == NULL)
    return fault (error, path, _("“question” is missing: what is asked, such as \"may\""));
  nearest = tool_nearest (kind, names);
  if (nearest != NULL)
    return fault (error, path, _("There is no question “%s”; did you mean “%s”?"), kind, nearest);
  return fault (error, path, _("There is no question “%s”"), kind);
}

/* What a question asks with is text, all but `case` and `known`. */
static gboolean
check_texts (JsonObject *question, const char *path, GError **error)
{
  static const char * const names[] = { "act", "at", "clause", "decision", "entry", "name", "of",
                                        "on", "person", "until", "who" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (question, names[i]) &&
        tool_json_member (question, names[i]) == NULL)
      return fault (error, path, _("“%s” must be a text"), names[i]);
  return TRUE;
}

/* Every member of @object is one of @names. */
static gboolean
check_members (JsonObject *object, const char * const *names, const char *path, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *list = NULL;
      const char *nearest;

      if (g_strv_contains (names, name))
        continue;
      nearest = tool_nearest (name, names);
      if (nearest != NULL)
        return fault (error, path, _("Unknown member “%s”; did you mean “%s”?"), name, nearest);
      list = g_strjoinv (", ", (char **) names);
      return fault (error, path, _("Unknown member “%s”; there can be: %s"), name, list);
    }
  return TRUE;
}

static gboolean
check_question_members (JsonObject *question, guint row, const char *path, GError **error)
{
  const char *names[G_N_ELEMENTS (question_members) + G_N_ELEMENTS (questions[0].members) +
                    G_N_ELEMENTS (questions[0].others)] = { NULL };
  guint n = 0;

  for (guint i = 0; question_members[i] != NULL; i++)
    names[n++] = question_members[i];
  for (guint i = 0; i < G_N_ELEMENTS (questions[row].members); i++)
    if (questions[row].members[i] != NULL)
      names[n++] = questions[row].members[i];
  for (guint i = 0; i < G_N_ELEMENTS (questions[row].others); i++)
    if (questions[row].others[i] != NULL)
      names[n++] = questions[row].others[i];
  return check_members (question, names, path, error);
}

static gboolean
is_text_list (JsonNode *node)
{
  JsonArray *array = tool_json_array (node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (tool_json_string (json_array_get_element (array, i)) == NULL)
      return FALSE;
  return array != NULL;
}

static gboolean
is_of_type (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* What stands beside `expect`, and `known`, in the form that they have. */
static gboolean
check_siblings (JsonObject *question, const char *path, GError **error)
{
  JsonNode *exactly = json_object_get_member (question, "exactly");
  JsonNode *absent = json_object_get_member (question, "absent");
  JsonNode *known = json_object_get_member (question, "known");

  if (exactly != NULL && !is_of_type (exactly, G_TYPE_BOOLEAN))
    return fault (error, path, _("“exactly” must be true or false"));
  if (absent != NULL && !is_text_list (absent))
    return fault (error, path, _("“absent” must be a list of names of members"));
  if (known != NULL && !is_of_type (known, G_TYPE_INT64) && tool_json_string (known) == NULL)
    return fault (error, path, _("“known” must be the number of an entry of the record, or the id "
                                 "of an entry"));
  return TRUE;
}

static gboolean
check_question (JsonNode *node, guint index, GError **error)
{
  JsonObject *question = tool_json_object (node);
  g_autofree char *path = g_strdup_printf ("/ask/%u", index);
  guint row = 0;

  if (question == NULL)
    return fault (error, path, _("A question is an object"));
  if (!check_kind (tool_json_member (question, "question"), path, &row, error) ||
      !check_question_members (question, row, path, error) ||
      !check_texts (question, path, error) || !check_siblings (question, path, error))
    return FALSE;
  for (guint i = 0; i < 4 && questions[row].members[i] != NULL; i++)
    if (!json_object_has_member (question, questions[row].members[i]))
      return fault (error, path, _("“%s” is missing, which “%s” cannot be asked without"),
                    questions[row].members[i], questions[row].question);
  if (!json_object_has_member (question, "expect") &&
      !json_object_has_member (question, "absent") &&
      tool_json_inner (question, "case") == NULL)
    return fault (error, path, _("“expect” is missing: the answer that must come"));
  return TRUE;
}

static gboolean
check_top (JsonObject *object, GError **error)
{
  static const char * const texts[] = { "/name", "/source", "/twin" };

  if (g_strcmp0 (tool_json_member (object, "scenario"), "1") != 0)
    return fault (error, "/scenario", _("This must be \"1\": the version of the format"));
  if (!check_members (object, scenario_members, "/", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (json_object_has_member (object, texts[i] + 1) &&
        tool_json_member (object, texts[i] + 1) == NULL)
      return fault (error, texts[i], _("This must be a text"));
  if (json_object_has_member (object, "needs") &&
      !is_text_list (json_object_get_member (object, "needs")))
    return fault (error, "/needs", _("This must be a list of texts"));
  return TRUE;
}

static gboolean
check_form (Scenario *self, GError **error)
{
  JsonArray *ask, *entries;

  if (self->object == NULL)
    return fault (error, "/", _("A scenario is an object"));
  if (!check_top (self->object, error))
    return FALSE;
  if (!json_object_has_member (self->object, "charter"))
    return fault (error, "/charter", _("A scenario needs a charter: a document, \"model:ID\" or "
                                       "\"file:PATH\""));
  entries = tool_json_list (self->object, "entries");
  if (entries == NULL && json_object_has_member (self->object, "entries"))
    return fault (error, "/entries", _("This must be a list of entries"));
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    if (tool_json_object (json_array_get_element (entries, i)) == NULL)
      {
        g_autofree char *path = g_strdup_printf ("/entries/%u", i);

        return fault (error, path, _("An entry is an object"));
      }
  ask = tool_json_list (self->object, "ask");
  if (ask == NULL || json_array_get_length (ask) == 0)
    return fault (error, "/ask", _("A scenario needs at least one question"));
  for (guint i = 0; i < json_array_get_length (ask); i++)
    if (!check_question (json_array_get_element (ask, i), i, error))
      return FALSE;
  return TRUE;
}

Scenario *
scenario_load (const char *path, GError **error)
{
  g_autoptr (Scenario) self = g_new0 (Scenario, 1);
  g_autofree char *text = NULL;

  self->path = g_strdup (path);
  self->tried = tool_tree_new (g_free, g_free);
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_result_free);
  text = tool_json_load (path, error);
  if (text == NULL)
    return NULL;
  self->root = tool_json_read (text, error);
  if (self->root == NULL)
    return NULL;
  self->object = tool_json_object (self->root);
  if (!check_form (self, error))
    return NULL;
  self->name = tool_json_member (self->object, "name");
  if (self->name == NULL)
    self->name = _("(no name)");
  self->has_needs = json_object_has_member (self->object, "needs");
  self->charter = scenario_charter (self, error);
  return self->charter != NULL ? g_steal_pointer (&self) : NULL;
}

/* What a question is called: its own name, or its kind and what it asks with. */
static char *
question_name (JsonObject *question)
{
  static const char * const members[] = { "person", "act", "on", "decision", "clause", "of",
                                          "entry", "who", "until" };
  GString *name;

  if (tool_json_member (question, "name") != NULL)
    return g_strdup (tool_json_member (question, "name"));
  name = g_string_new (tool_json_member (question, "question"));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (tool_json_member (question, members[i]) != NULL)
      g_string_append_printf (name, " %s", tool_json_member (question, members[i]));
  if (tool_json_member (question, "at") != NULL)
    g_string_append_printf (name, " at %s", tool_json_member (question, "at"));
  return g_string_free (name, FALSE);
}

static gboolean
is_cannot_express (JsonNode *answer)
{
  return g_strcmp0 (tool_json_member (tool_json_object (answer), "result"), "cannot-express") == 0;
}

/* The expectation of `count` and `recur` may stand in their case. */
static JsonNode *
expectation (JsonObject *question)
{
  JsonObject *election = tool_json_inner (question, "case");

  if (json_object_has_member (question, "expect"))
    return json_object_get_member (question, "expect");
  return election != NULL ? json_object_get_member (election, "expected") : NULL;
}

static void
compare (Scenario *self, JsonObject *question, ScenarioResult *result)
{
  JsonNode *expect = expectation (question);
  gboolean good = TRUE;

  if (expect != NULL)
    good = scenario_match (expect, result->answer, tool_json_truth (question, "exactly"),
                           result->differences);
  if (json_object_has_member (question, "absent"))
    good = scenario_match_absent (json_object_get_member (question, "absent"), result->answer,
                                  result->differences) && good;
  if (good)
    result->status = SCENARIO_AS_EXPECTED;
  else if (self->has_needs && is_cannot_express (result->answer))
    result->status = SCENARIO_CANNOT_EXPRESS;
  else
    result->status = SCENARIO_DIFFERS;
}

static ScenarioResult *
run_question (Scenario *self, JsonObject *question)
{
  ScenarioResult *result = g_new0 (ScenarioResult, 1);
  g_autoptr (GError) error = NULL;

  result->name = question_name (question);
  result->status = SCENARIO_DIFFERS;
  result->differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) scenario_difference_free);
  if (self->fault != NULL)
    result->fault = g_strdup (self->fault);
  else if (self->cannot != NULL)
    result->answer = tool_json_parse (self->cannot, &error);
  else
    result->answer = scenario_ask (self, question, &error);
  if (error != NULL)
    result->fault = scenario_words (self, error->message);
  if (result->answer != NULL)
    compare (self, question, result);
  return result;
}

gboolean
scenario_run (Scenario *self, GError **error)
{
  JsonArray *ask = tool_json_list (self->object, "ask");

  if (!scenario_found (self, error))
    return FALSE;
  if (self->cannot == NULL)
    scenario_append (self);
  for (guint i = 0; i < json_array_get_length (ask); i++)
    g_ptr_array_add (self->results,
                     run_question (self, json_array_get_object_element (ask, i)));
  return TRUE;
}
