/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "assess-page.h"
#include "reasons.h"
#include "tool.h"

static ToolStatus
status_of_finding (CharterFindingStatus status)
{
  switch (status)
    {
    case CHARTER_FINDING_STATUS_UPHELD:
    case CHARTER_FINDING_STATUS_PARTLY:
      return TOOL_YES;
    case CHARTER_FINDING_STATUS_NOT_UPHELD:
      return TOOL_NO;
    case CHARTER_FINDING_STATUS_NO_EVIDENCE:
    case CHARTER_FINDING_STATUS_INDETERMINATE:
    default:
      return TOOL_UNSURE;
    }
}

/* Anything not upheld is a no; if nothing at all can be told, that is the answer. */
static ToolStatus
status_of_all (CharterAssessment *assessment)
{
  GListModel *findings = G_LIST_MODEL (assessment);
  gboolean told = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (CharterFinding) finding = g_list_model_get_item (findings, i);
      CharterFindingStatus status = charter_finding_get_status (finding);

      if (status == CHARTER_FINDING_STATUS_NOT_UPHELD)
        return TOOL_NO;
      told = told || (status != CHARTER_FINDING_STATUS_NO_EVIDENCE &&
                      status != CHARTER_FINDING_STATUS_INDETERMINATE);
    }
  return told ? TOOL_YES : TOOL_UNSURE;
}

static ToolStatus
assess_clause (const ToolCommand *command, const ToolCommon *common, ToolSource *source,
               const char *path, const char *clause)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterFinding) finding =
    charter_view_assess_clause (source->view, clause, common->at, &error);
  g_autofree char *json = NULL;

  if (finding == NULL)
    return tool_source_fail (command, source, path, error);
  if (common->json)
    {
      json = charter_finding_to_json (finding);
      tool_print_json (json);
    }
  else
    tool_print_finding (source, finding, common->at);
  return status_of_finding (charter_finding_get_status (finding));
}

static void
print_json (CharterAssessment *assessment, CharterAssessment *before)
{
  g_autofree char *now = charter_assessment_to_json (assessment);
  g_autofree char *then = before != NULL ? charter_assessment_to_json (before) : NULL;
  g_autofree char *both = NULL;

  if (then == NULL)
    {
      tool_print_json (now);
      return;
    }
  both = g_strdup_printf ("{\"now\":%s,\"since\":%s}", now, then);
  tool_print_json (both);
}

static ToolStatus
assess_all (const ToolCommand *command, const ToolCommon *common, ToolSource *source,
            const char *path, const char *since)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterAssessment) assessment = charter_view_assess (source->view, common->at, &error);
  g_autoptr (CharterAssessment) before = NULL;

  if (assessment != NULL && since != NULL)
    before = charter_view_assess (source->view, since, &error);
  if (error != NULL)
    return tool_source_fail (command, source, assessment != NULL ? "--since" : path, error);
  if (common->json)
    print_json (assessment, before);
  else
    {
      tool_print_assessment (source, assessment, common->at);
      if (before != NULL)
        tool_print_comparison (before, assessment, since);
      g_print ("\n");
      tool_print_wrapped ("", TOOL_STYLE_DIM,
                          _("“charter assess PATH CLAUSE --at …” shows the proof of one clause."));
    }
  return status_of_all (assessment);
}

ToolStatus
cmd_assess (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_autofree char *since = NULL;
  ToolStatus status;
  const GOptionEntry own[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, N_("Compare with how things stood then"),
      N_("INSTANT") },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_NEEDS_AT | TOOL_TAKES_KNOWN, &common, own,
                   &argc, &argv))
    return TOOL_BAD;
  if (argc > 2 && since != NULL)
    {
      tool_complain (command, _("--since compares all clauses; it cannot stand beside CLAUSE"));
      return TOOL_BAD;
    }
  if (!tool_source_open (command, argv[1], common.known, &source))
    return TOOL_BAD;
  status = argc > 2 ? assess_clause (command, &common, &source, argv[1], argv[2])
                    : assess_all (command, &common, &source, argv[1], since);
  return tool_source_status (&source, status);
}
