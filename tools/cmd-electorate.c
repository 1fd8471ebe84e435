/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide-page.h"
#include "reasons.h"
#include "tool.h"

/* "nia, sam" */
static char *
names_in (ToolSource *source, JsonArray *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      g_autofree char *name = tool_name_of (source->partnership,
                                            tool_json_string (json_array_get_element (ids, i)));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name != NULL ? name : "");
    }
  return g_string_free (names, FALSE);
}

static void
print_electorate (ToolSource *source, CharterElectorate *electorate, JsonObject *object)
{
  const char *labels[] = { _("See papers"), _("Discuss"), _("Be present"), _("Be counted"),
                           _("Vote") };
  static const char * const names[] = { "papers", "discussion", "presence", "quorum", "vote" };
  const char *rows[2 * G_N_ELEMENTS (names) + 1] = { NULL };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *text = names_in (source, tool_json_list (object, names[i]));

      g_ptr_array_add (texts, text);
      rows[2 * i] = labels[i];
      rows[2 * i + 1] = *text != '\0' ? text : _("nobody");
    }
  tool_print_wrapped ("", TOOL_STYLE_BOLD, charter_electorate_get_decision (electorate));
  if (charter_electorate_get_indeterminate (electorate))
    tool_print_wrapped ("", TOOL_STYLE_FAIR, _("Not all of this can be worked out yet."));
  tool_print_pairs (rows);
  tool_print_excluded (source, object);
  tool_print_delegations (source, object);
}

ToolStatus
cmd_electorate (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterElectorate) electorate = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_NEEDS_AT | TOOL_TAKES_KNOWN, &common, NULL,
                   &argc, &argv) ||
      !tool_source_open (command, argv[1], common.known, &source))
    return TOOL_BAD;
  electorate = charter_view_electorate (source.view, argv[2], common.at, &error);
  if (electorate == NULL)
    return tool_source_fail (command, &source, argv[1], error);
  json = charter_electorate_to_json (electorate);
  node = tool_json_parse (json, NULL);
  if (common.json)
    tool_print_json (json);
  else
    print_electorate (&source, electorate, tool_json_object (node));
  return tool_source_status (&source, charter_electorate_get_indeterminate (electorate)
                                        ? TOOL_UNSURE : TOOL_YES);
}
