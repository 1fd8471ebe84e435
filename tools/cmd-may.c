/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reasons.h"
#include "tool.h"

static ToolStatus
status_of (CharterAnswer answer)
{
  if (answer == CHARTER_ANSWER_ALLOWED)
    return TOOL_YES;
  return answer == CHARTER_ANSWER_DENIED ? TOOL_NO : TOOL_UNSURE;
}

static void
print_answer (ToolStatus status, const char *person, const char *act, const char *subject)
{
  const char *words[] = { _("Yes"), _("No"), NULL, _("Cannot tell") };
  const ToolStyle styles[] = { TOOL_STYLE_GOOD, TOOL_STYLE_BAD, TOOL_STYLE_PLAIN, TOOL_STYLE_FAIR };
  g_autofree char *word = tool_text_styled (styles[status], words[status]);
  g_autofree char *line = NULL;
  g_autofree char *clean = NULL;

  if (subject != NULL)
    line = g_strdup_printf (_("%s, %s on %s"), person, act, subject);
  else
    line = g_strdup_printf (_("%s, %s"), person, act);
  clean = tool_text_clean (line);
  g_print ("%s: %s\n", word, clean);
}

/* "conflict: Has an interest in a party that the item concerns." */
static void
print_grounds (CharterVerdict *verdict)
{
  const char *const *grounds = charter_verdict_get_grounds (verdict);

  for (guint i = 0; grounds != NULL && grounds[i] != NULL; i++)
    {
      const char *sentence = charter_ground_explain (grounds[i]);
      g_autofree char *line = sentence != NULL
        ? g_strdup_printf ("%s: %s", grounds[i], sentence) : g_strdup (grounds[i]);

      tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, line);
    }
}

ToolStatus
cmd_may (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterVerdict) verdict = NULL;
  g_autofree char *person = NULL;
  g_autofree char *json = NULL;
  const char *subject;
  ToolStatus status;

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_NEEDS_AT | TOOL_TAKES_KNOWN, &common, NULL,
                   &argc, &argv) ||
      !tool_source_open (command, argv[1], common.known, &source))
    return TOOL_BAD;
  subject = argc > 4 ? argv[4] : NULL;
  person = tool_person_id (source.partnership, argv[2], &error);
  if (person != NULL)
    verdict = charter_view_may (source.view, person, argv[3], subject, common.at, &error);
  if (verdict == NULL)
    return tool_source_fail (command, &source, argv[1], error);
  status = status_of (charter_verdict_get_answer (verdict));
  if (common.json)
    {
      json = charter_verdict_to_json (verdict);
      tool_print_json (json);
    }
  else
    {
      print_answer (status, argv[2], argv[3], subject);
      print_grounds (verdict);
      tool_print_reasons (source.partnership, _("Why"), charter_verdict_get_reasons (verdict));
      tool_print_reasons (source.partnership, _("What would change it"),
                          charter_verdict_get_changes (verdict));
    }
  return tool_source_status (&source, status);
}
