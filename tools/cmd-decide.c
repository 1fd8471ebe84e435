/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide-page.h"
#include "reasons.h"
#include "tool.h"

static ToolStatus
status_of (JsonObject *outcome)
{
  static const char * const no[] = { "not-carried", "no-quorum", "blocked", NULL };
  const char *result = tool_json_member (outcome, "result");

  if (g_strcmp0 (result, "carried") == 0)
    return TOOL_YES;
  return result != NULL && g_strv_contains (no, result) ? TOOL_NO : TOOL_UNSURE;
}

ToolStatus
cmd_decide (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterOutcome) outcome = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_NEEDS_AT | TOOL_TAKES_KNOWN, &common, NULL,
                   &argc, &argv) ||
      !tool_source_open (command, argv[1], common.known, &source))
    return TOOL_BAD;
  outcome = charter_view_decide (source.view, argv[2], common.at, &error);
  if (outcome == NULL)
    return tool_source_fail (command, &source, argv[1], error);
  json = charter_outcome_to_json (outcome);
  node = tool_json_parse (json, &error);
  object = tool_json_object (node);
  if (object == NULL)
    return TOOL_BAD;
  if (common.json)
    tool_print_json (json);
  else
    tool_print_outcome (&source, argv[2], common.at, object, status_of (object),
                        charter_outcome_get_reasons (outcome));
  return tool_source_status (&source, status_of (object));
}
