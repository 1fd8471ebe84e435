/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scenario-report.h"
#include "tool.h"

static void
test_file (ScenarioReport *report, const char *path, gboolean twins)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Scenario) scenario = scenario_load (path, &error);
  g_autofree char *fault = NULL;
  gboolean named = FALSE;

  if (scenario == NULL || !scenario_run (scenario, &error))
    {
      scenario_report_unusable (report, path, error);
      return;
    }
  scenario_report_file (report, scenario);
  if (!twins)
    return;
  fault = scenario_twin_fault (scenario, &named);
  if (named)
    scenario_report_twin (report, scenario, fault);
}

ToolStatus
cmd_test (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  gboolean tap = FALSE, twins = FALSE;
  ScenarioReport report;
  const GOptionEntry own[] = {
    { "tap", 0, 0, G_OPTION_ARG_NONE, &tap, N_("Answer in TAP, the Test Anything Protocol"), NULL },
    { "twins", 0, 0, G_OPTION_ARG_NONE, &twins,
      N_("Check too that a file and its twin differ in one thing, and in the answer"), NULL },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_NOTHING, &common, own, &argc, &argv))
    return TOOL_BAD;
  if (tap && common.json)
    {
      tool_complain (command, _("--tap and --json exclude each other"));
      return TOOL_BAD;
    }
  scenario_report_start (&report, tap ? SCENARIO_OUTPUT_TAP
                                      : common.json ? SCENARIO_OUTPUT_JSON : SCENARIO_OUTPUT_PLAIN);
  for (int i = 1; i < argc; i++)
    test_file (&report, argv[i], twins);
  scenario_report_end (&report);
  if (report.unusable > 0)
    return TOOL_BAD;
  return report.counts[SCENARIO_DIFFERS] > 0 ? TOOL_NO : TOOL_YES;
}
