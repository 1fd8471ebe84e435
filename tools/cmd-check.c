/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reasons.h"
#include "tool.h"

/* FILE:LINE:COLUMN: PATH: message. */
static void
print_fault (const char *file, CharterFault *fault)
{
  g_autofree char *where = NULL;
  g_autofree char *line = NULL;
  g_autofree char *word = tool_text_styled (TOOL_STYLE_BAD, _("fault"));
  const char *path = charter_fault_get_path (fault);
  g_autofree char *clean = NULL;

  if (charter_fault_get_line (fault) > 0)
    where = g_strdup_printf ("%s:%u:%u", file, charter_fault_get_line (fault),
                             charter_fault_get_column (fault));
  else
    where = g_strdup (file);
  line = g_strdup_printf ("%s%s%s", path != NULL && *path != '\0' ? path : "",
                          path != NULL && *path != '\0' ? ": " : "",
                          charter_fault_get_message (fault));
  clean = tool_text_clean (where);
  g_print ("%s: %s\n", clean, word);
  tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, line);
}

static void
print_warning (const char *file, const char *message)
{
  g_autofree char *word = tool_text_styled (TOOL_STYLE_FAIR, _("warning"));
  g_autofree char *clean = tool_text_clean (file);

  g_print ("%s: %s\n", clean, word);
  tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, message);
}

static const char *
code_of (CharterFault *fault)
{
  g_autoptr (GEnumClass) codes = g_type_class_ref (CHARTER_TYPE_ERROR);
  GEnumValue *value = g_enum_get_value (codes, (int) charter_fault_get_code (fault));

  return value != NULL ? value->value_nick : "";
}

static void
json_fault (GString *out, CharterFault *fault)
{
  g_string_append (out, "{\"code\":");
  tool_json_quote (out, code_of (fault));
  g_string_append_printf (out, ",\"column\":%u,\"line\":%u,\"message\":",
                          charter_fault_get_column (fault), charter_fault_get_line (fault));
  tool_json_quote (out, charter_fault_get_message (fault));
  g_string_append (out, ",\"path\":");
  tool_json_quote (out, charter_fault_get_path (fault));
  if (charter_fault_get_suggestion (fault) != NULL)
    {
      g_string_append (out, ",\"suggestion\":");
      tool_json_quote (out, charter_fault_get_suggestion (fault));
    }
  g_string_append_c (out, '}');
}

static void
print_json (GListModel *faults, GPtrArray *warnings)
{
  GString *out = g_string_new ("{\"faults\":[");

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (CharterFault) fault = g_list_model_get_item (faults, i);

      g_string_append (out, i > 0 ? "," : "");
      json_fault (out, fault);
    }
  g_string_append (out, "],\"warnings\":[");
  for (guint i = 0; i < warnings->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      tool_json_quote (out, g_ptr_array_index (warnings, i));
    }
  g_string_append (out, "]}");
  tool_print_json (out->str);
  g_string_free (out, TRUE);
}

static void
print_plain (const char *file, GListModel *faults, GPtrArray *warnings)
{
  guint n = g_list_model_get_n_items (faults);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CharterFault) fault = g_list_model_get_item (faults, i);

      print_fault (file, fault);
    }
  for (guint i = 0; i < warnings->len; i++)
    print_warning (file, g_ptr_array_index (warnings, i));
  if (n > 0)
    g_print (ngettext ("%u fault: this charter cannot be adopted yet.\n",
                       "%u faults: this charter cannot be adopted yet.\n", n), n);
  else
    g_print ("%s\n", _("This charter can be adopted."));
}

/* A warning for each clause that has no checks and that nobody is asked about. */
static void
list_unevidenced (const char *text, GPtrArray *warnings)
{
  g_autoptr (CharterDocument) document = charter_document_new_from_text (text, NULL);
  GListModel *clauses = document != NULL ? charter_document_get_clauses (document) : NULL;

  for (guint i = 0; clauses != NULL && i < g_list_model_get_n_items (clauses); i++)
    {
      g_autoptr (CharterClause) clause = g_list_model_get_item (clauses, i);

      if (charter_clause_get_has_checks (clause) || charter_clause_get_has_attestation (clause))
        continue;
      g_ptr_array_add (warnings,
                       g_strdup_printf (_("Nothing can show whether clause “%s” is lived: give it "
                                          "checks, or ask the partners about it (attest)"),
                                        charter_clause_get_id (clause)));
    }
}

/* What is no JSON, no object, or of a newer format cannot be read as a charter at all: that is
 * bad input.  Faults in one that can be read answer the question. */
static ToolStatus
status_of (const char *text, GListModel *faults)
{
  g_autofree char *canonical = NULL;

  if (g_list_model_get_n_items (faults) == 0)
    return TOOL_YES;
  canonical = charter_json_canonicalize (text, NULL);
  if (canonical == NULL || canonical[0] != '{')
    return TOOL_BAD;
  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (CharterFault) fault = g_list_model_get_item (faults, i);

      if (charter_fault_get_code (fault) == CHARTER_ERROR_VERSION)
        return TOOL_BAD;
    }
  return TOOL_NO;
}

ToolStatus
cmd_check (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_autofree char *against = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) faults = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  const GOptionEntry own[] = {
    { "against", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &against, NULL, NULL },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_NOTHING, &common, own, &argc, &argv))
    return TOOL_BAD;
  if (against != NULL)
    {
      tool_complain (command, _("Comparing a charter with a record is not built yet"));
      tool_advise (_("Check the charter without --against; adopting it will be judged in full."));
      return TOOL_BAD;
    }
  text = tool_json_load (argv[1], &error);
  if (text == NULL)
    return tool_fail (command, argv[1], error);
  faults = charter_document_check_text (text);
  if (g_list_model_get_n_items (faults) == 0)
    list_unevidenced (text, warnings);
  if (common.json)
    print_json (faults, warnings);
  else
    print_plain (argv[1], faults, warnings);
  return status_of (text, faults);
}
