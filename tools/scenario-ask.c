/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "scenario.h"

/* What a question is put to. */
typedef struct
{
  Scenario    *scenario;
  JsonObject  *question;
  CharterView *view;
  const char  *at;
} Ask;

static const char *
with (const Ask *ask, const char *name)
{
  return tool_json_member (ask->question, name);
}

static JsonNode *
cannot_express (const char *place)
{
  GString *text = g_string_new ("{\"place\":");
  JsonNode *node;

  tool_json_quote (text, place);
  g_string_append (text, ",\"result\":\"cannot-express\"}");
  node = tool_json_parse (text->str, NULL);
  g_string_free (text, TRUE);
  return node;
}

/* The text of an answer as a node; takes the text. */
static JsonNode *
answer_of (char *text, GError **error)
{
  g_autofree char *owned = text;

  return owned != NULL ? tool_json_parse (owned, error) : NULL;
}

static JsonNode *
ask_may (const Ask *ask, GError **error)
{
  g_autoptr (CharterVerdict) verdict =
    charter_view_may (ask->view, with (ask, "person"), with (ask, "act"), with (ask, "on"),
                      ask->at, error);

  return verdict != NULL ? answer_of (charter_verdict_to_json (verdict), error) : NULL;
}

static JsonNode *
ask_decision (const Ask *ask, GError **error)
{
  g_autoptr (CharterOutcome) outcome =
    charter_view_decide (ask->view, with (ask, "decision"), ask->at, error);

  return outcome != NULL ? answer_of (charter_outcome_to_json (outcome), error) : NULL;
}

static JsonNode *
ask_due (const Ask *ask, GError **error)
{
  g_autoptr (GListModel) obligations =
    charter_view_list_obligations (ask->view, ask->at, with (ask, "who"), with (ask, "until"),
                                   error);
  JsonNode *node;
  JsonArray *array;

  if (obligations == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (obligations); i++)
    {
      g_autoptr (CharterObligation) obligation = g_list_model_get_item (obligations, i);
      g_autofree char *text = charter_obligation_to_json (obligation);

      json_array_add_element (array, tool_json_parse (text, error));
    }
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
ask_finding (const Ask *ask, GError **error)
{
  g_autoptr (CharterFinding) finding =
    charter_view_assess_clause (ask->view, with (ask, "clause"), ask->at, error);

  return finding != NULL ? answer_of (charter_finding_to_json (finding), error) : NULL;
}

static JsonNode *
ask_assessment (const Ask *ask, GError **error)
{
  g_autoptr (CharterAssessment) assessment = charter_view_assess (ask->view, ask->at, error);

  return assessment != NULL ? answer_of (charter_assessment_to_json (assessment), error) : NULL;
}

static JsonNode *
ask_state (const Ask *ask, GError **error)
{
  return answer_of (charter_view_describe (ask->view, with (ask, "of"), ask->at, error), error);
}

static JsonNode *
ask_electorate (const Ask *ask, GError **error)
{
  g_autoptr (CharterElectorate) electorate =
    charter_view_electorate (ask->view, with (ask, "on"), ask->at, error);

  return electorate != NULL ? answer_of (charter_electorate_to_json (electorate), error) : NULL;
}

/* Of one item, or of one person whatever the item. */
static JsonNode *
ask_conflicts (const Ask *ask, GError **error)
{
  const char *on = with (ask, "on");
  const char *person = with (ask, "person");
  g_autoptr (GListModel) conflicts = NULL;

  if (on != NULL)
    conflicts = charter_view_list_conflicts (ask->view, on, ask->at, error);
  else if (person != NULL)
    conflicts = charter_view_list_interests (ask->view, person, ask->at, error);
  else
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_FORMAT,
                 _("“conflicts” is asked with “on” or with “person”"));
  return conflicts != NULL ? answer_of (charter_conflict_list_to_json (conflicts), error) : NULL;
}

/* Lines and columns would be those of the case alone, written anew; its paths stay true. */
static void
place_in_case (GError **error)
{
  g_autoptr (GRegex) position = g_regex_new (" \\(line [0-9]+, column [0-9]+\\)", 0, 0, NULL);
  g_autofree char *message = NULL;
  GError *placed;

  if (error == NULL || *error == NULL)
    return;
  message = g_regex_replace_literal (position, (*error)->message, -1, 0, "", 0, NULL);
  placed = g_error_new ((*error)->domain, (*error)->code, "case%s%s",
                        message[0] == '/' ? "" : ": ", message);
  g_clear_error (error);
  g_propagate_error (error, placed);
}

static JsonNode *
ask_count (const Ask *ask, GError **error)
{
  g_autofree char *text = tool_json_text (json_object_get_member (ask->question, "case"));
  g_autoptr (CharterElection) election = charter_election_new_from_json (text, error);
  g_autoptr (CharterCount) count = NULL;

  if (election != NULL)
    count = charter_election_count (election, NULL, NULL, NULL, error);
  if (count == NULL)
    place_in_case (error);
  return count != NULL ? answer_of (charter_count_to_json (count), error) : NULL;
}

static JsonNode *
ask_recur (const Ask *ask, GError **error)
{
  return cannot_express (_("the question “recur”"));
}

/* It was tried in its place, when the entries were appended. */
static JsonNode *
ask_refused (const Ask *ask, GError **error)
{
  const char *id = with (ask, "entry");
  const char *text = id != NULL ? g_tree_lookup (ask->scenario->tried, id) : NULL;

  if (text != NULL && *text != '\0')
    return tool_json_parse (text, error);
  if (text != NULL)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED,
                 _("Entry “%s” should be refused, but is accepted"), id);
  else
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
                 _("No entry of this scenario has the id “%s”"), id != NULL ? id : "");
  return NULL;
}

static const struct
{
  const char *question;
  JsonNode *(*ask) (const Ask *ask, GError **error);
} table[] = {
  { "assessment", ask_assessment },
  { "conflicts", ask_conflicts },
  { "count", ask_count },
  { "decision", ask_decision },
  { "due", ask_due },
  { "electorate", ask_electorate },
  { "finding", ask_finding },
  { "may", ask_may },
  { "recur", ask_recur },
  { "refused", ask_refused },
  { "state", ask_state },
};

/* `known`: the number of an entry, or its id; by default the last one. */
static CharterView *
view_for (Scenario *self, JsonObject *question, GError **error)
{
  g_autofree char *known = NULL;

  if (!json_object_has_member (question, "known"))
    return charter_partnership_get_view (self->partnership);
  known = tool_json_plain (json_object_get_member (question, "known"));
  return charter_partnership_as_known (self->partnership, known, error);
}

JsonNode *
scenario_ask (Scenario *self, JsonObject *question, GError **error)
{
  const char *kind = tool_json_member (question, "question");
  g_autoptr (CharterView) view = view_for (self, question, error);
  const Ask ask = { self, question, view, tool_json_member (question, "at") };

  if (view == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (kind, table[i].question) == 0)
      return table[i].ask (&ask, error);
  return cannot_express (kind);
}
