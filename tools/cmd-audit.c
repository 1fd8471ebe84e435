/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reasons.h"
#include "table.h"
#include "tool.h"

#include <string.h>

/* Look before you sign. */

typedef struct
{
  char *record, *against, *voters;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->record);
  g_free (self->against);
  g_free (self->voters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Waiting */

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
  ToolProgress  progress;
  gint64        seconds;
} Waiting;

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->result = g_object_ref (result);
  g_main_loop_quit (waiting->loop);
}

/* How far it is cannot be told; that it goes on can. */
static gboolean
on_second (gpointer data)
{
  Waiting *waiting = data;

  tool_progress_step (&waiting->progress, ++waiting->seconds, 0);
  return G_SOURCE_CONTINUE;
}

static void
waiting_init (Waiting *self)
{
  self->loop = g_main_loop_new (NULL, FALSE);
  tool_progress_start (&self->progress, _("Looking for whose vote decides, seconds"));
}

static void
waiting_run (Waiting *self)
{
  guint timer = g_timeout_add_seconds (1, on_second, self);

  g_main_loop_run (self->loop);
  g_source_remove (timer);
  tool_progress_end (&self->progress);
}

static void
waiting_clear (Waiting *self)
{
  g_clear_object (&self->result);
  g_main_loop_unref (self->loop);
}

static CharterAudit *
audit_document (CharterDocument *document, const char *voters, GError **error)
{
  Waiting waiting = { 0 };
  CharterAudit *audit;

  waiting_init (&waiting);
  charter_audit_document_async (document, voters, NULL, on_ready, &waiting);
  waiting_run (&waiting);
  audit = charter_audit_document_finish (waiting.result, error);
  waiting_clear (&waiting);
  return audit;
}

static CharterAudit *
audit_members (CharterView *view, CharterDocument *document, const char *at, GError **error)
{
  Waiting waiting = { 0 };
  CharterAudit *audit;

  waiting_init (&waiting);
  charter_audit_members_async (view, document, at, NULL, on_ready, &waiting);
  waiting_run (&waiting);
  audit = charter_audit_members_finish (waiting.result, error);
  waiting_clear (&waiting);
  return audit;
}

/* Printing */

static ToolStyle
style_of (CharterAuditSeverity severity)
{
  switch (severity)
    {
    case CHARTER_AUDIT_SEVERITY_ERROR:
      return TOOL_STYLE_BAD;
    case CHARTER_AUDIT_SEVERITY_WARNING:
      return TOOL_STYLE_FAIR;
    case CHARTER_AUDIT_SEVERITY_NOTE:
    default:
      return TOOL_STYLE_DIM;
    }
}

static const char *
word_of (CharterAuditSeverity severity)
{
  switch (severity)
    {
    case CHARTER_AUDIT_SEVERITY_ERROR:
      return _("error");
    case CHARTER_AUDIT_SEVERITY_WARNING:
      return _("warning");
    case CHARTER_AUDIT_SEVERITY_NOTE:
    default:
      return _("note");
    }
}

/* A message of the members of a record names them as other pages do. */
static char *
named (CharterPartnership *partnership, char *text)
{
  char *out;

  if (partnership == NULL || text == NULL)
    return text;
  out = tool_text_with_names (partnership, text);
  g_free (text);
  return out;
}

static void
print_reasons (CharterPartnership *partnership, CharterAuditFinding *finding)
{
  GListModel *reasons = charter_audit_finding_get_reasons (finding);

  for (guint i = 0; i < g_list_model_get_n_items (reasons); i++)
    {
      g_autoptr (CharterReason) reason = g_list_model_get_item (reasons, i);
      g_autofree char *text = named (partnership, charter_reason_dup_localized_message (reason));

      tool_print_wrapped ("    ", TOOL_STYLE_DIM, text);
    }
}

static void
print_finding (CharterPartnership *partnership, CharterAuditFinding *finding)
{
  CharterAuditSeverity severity = charter_audit_finding_get_severity (finding);
  g_autofree char *word = tool_text_styled (style_of (severity), word_of (severity));
  g_autofree char *message
    = named (partnership, charter_audit_finding_dup_localized_message (finding));
  g_autofree char *suggestion = charter_audit_finding_dup_localized_suggestion (finding);
  const char *path = charter_audit_finding_get_path (finding);
  g_autofree char *clean = tool_text_clean (path);

  g_print ("%s: %s%s%s\n", word, charter_audit_finding_get_code (finding),
           *clean != '\0' ? " " : "", clean);
  tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, message);
  print_reasons (partnership, finding);
  if (suggestion != NULL)
    tool_print_wrapped ("  → ", TOOL_STYLE_PLAIN, suggestion);
}

/* The errors first, then the warnings, then the notes, each in the order of the charter. */
static void
print_findings (CharterPartnership *partnership, CharterAudit *audit)
{
  GListModel *findings = G_LIST_MODEL (audit);

  for (int severity = CHARTER_AUDIT_SEVERITY_ERROR; severity <= CHARTER_AUDIT_SEVERITY_NOTE;
       severity++)
    for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
      {
        g_autoptr (CharterAuditFinding) finding = g_list_model_get_item (findings, i);

        if ((int) charter_audit_finding_get_severity (finding) == severity)
          print_finding (partnership, finding);
      }
}

static const char *
basis_of (CharterAudit *audit)
{
  const char *kind = charter_audit_get_kind (audit);

  if (strcmp (kind, "anybody") == 0)
    return _("Looked at for any number of voters; --voters or --record says more.");
  if (strcmp (kind, "members") == 0)
    return _("Looked at for the members of the record.");
  return _("Looked at for the voters given.");
}

static void
print_counts (CharterAudit *audit)
{
  guint errors = charter_audit_get_count (audit, CHARTER_AUDIT_SEVERITY_ERROR);
  guint warnings = charter_audit_get_count (audit, CHARTER_AUDIT_SEVERITY_WARNING);
  guint notes = charter_audit_get_count (audit, CHARTER_AUDIT_SEVERITY_NOTE);

  g_print (ngettext ("%u error, ", "%u errors, ", errors), errors);
  g_print (ngettext ("%u warning, ", "%u warnings, ", warnings), warnings);
  g_print (ngettext ("%u note.\n", "%u notes.\n", notes), notes);
}

static void
print_plain (CharterPartnership *partnership, CharterAudit *audit, CharterAudit *changes)
{
  print_findings (partnership, audit);
  if (changes != NULL)
    {
      tool_print_heading (_("What changes"));
      if (g_list_model_get_n_items (G_LIST_MODEL (changes)) == 0)
        g_print ("%s\n", _("Nothing."));
      print_findings (partnership, changes);
    }
  tool_print_wrapped ("", TOOL_STYLE_DIM, basis_of (audit));
  print_counts (audit);
}

static void
print_json (CharterAudit *audit, CharterAudit *changes)
{
  g_autofree char *text = charter_audit_to_json (audit);
  g_autofree char *more = changes != NULL ? charter_audit_to_json (changes) : NULL;
  g_autofree char *both = NULL;

  if (more != NULL)
    both = g_strdup_printf ("{\"audit\":%s,\"changes\":%s}", text, more);
  tool_print_json (both != NULL ? both : text);
}

/* The answer */

static ToolStatus
status_of (CharterAudit *audit)
{
  if (charter_audit_get_count (audit, CHARTER_AUDIT_SEVERITY_ERROR) > 0
      || charter_audit_get_count (audit, CHARTER_AUDIT_SEVERITY_WARNING) > 0)
    return TOOL_NO;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (audit)); i++)
    {
      g_autoptr (CharterAuditFinding) finding = g_list_model_get_item (G_LIST_MODEL (audit), i);

      if (strcmp (charter_audit_finding_get_code (finding), "power-not-computed") == 0)
        return TOOL_UNSURE;
    }
  return TOOL_YES;
}

static CharterDocument *
load (const ToolCommand *command, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tool_json_load (path, &error);
  CharterDocument *document = text != NULL ? charter_document_new_from_text (text, &error) : NULL;

  if (document == NULL)
    tool_fail (command, path, error);
  return document;
}

/* A number, an object or a list as such, else the name of a file with one of them. */
static char *
load_voters (const ToolCommand *command, const char *given)
{
  g_autoptr (GError) error = NULL;
  char *text;

  if (given == NULL || strchr ("0123456789{[", given[0]) != NULL)
    return g_strdup (given);
  text = tool_json_load (given, &error);
  if (text == NULL)
    tool_fail (command, given, error);
  return text;
}

static ToolStatus
answer (const ToolCommand *command, const ToolCommon *common, CharterPartnership *partnership,
        CharterAudit *audit, CharterDocument *document, const char *against)
{
  g_autoptr (CharterDocument) older = against != NULL ? load (command, against) : NULL;
  g_autoptr (CharterAudit) changes = NULL;

  if (against != NULL && older == NULL)
    return TOOL_BAD;
  if (older != NULL)
    changes = charter_audit_compare (document, older);
  if (common->json)
    print_json (audit, changes);
  else
    print_plain (partnership, audit, changes);
  return status_of (audit);
}

static ToolStatus
audit_alone (const ToolCommand *command, const ToolCommon *common, const char *path,
             const Options *options)
{
  g_autoptr (CharterDocument) document = load (command, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterAudit) audit = NULL;
  g_autofree char *voters = NULL;

  if (document == NULL)
    return TOOL_BAD;
  voters = load_voters (command, options->voters);
  if (options->voters != NULL && voters == NULL)
    return TOOL_BAD;
  audit = audit_document (document, voters, &error);
  if (audit == NULL)
    return tool_fail (command, "--voters", error);
  return answer (command, common, NULL, audit, document, options->against);
}

static ToolStatus
audit_with_record (const ToolCommand *command, const ToolCommon *common, const char *path,
                   const Options *options)
{
  g_autoptr (CharterDocument) document = load (command, path);
  g_auto (ToolSource) source = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterAudit) audit = NULL;

  if (document == NULL || !tool_source_open (command, options->record, common->known, &source))
    return TOOL_BAD;
  audit = audit_members (source.view, document, common->at, &error);
  if (audit == NULL)
    return tool_source_fail (command, &source, options->record, error);
  return tool_source_status (&source, answer (command, common, source.partnership, audit, document,
                                              options->against));
}

ToolStatus
cmd_audit (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (Options) options = { 0 };
  const GOptionEntry own[] = {
    { "voters", 0, 0, G_OPTION_ARG_STRING, &options.voters,
      N_("Who has a vote: a number, or JSON, or a file with it"), N_("N|JSON|FILE") },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &options.record,
      N_("Look at it for the members of this record, as at --at"), N_("RECORD") },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.against,
      N_("Say as well what changes against an older version"), N_("OLD") },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_TAKES_KNOWN, &common, own, &argc, &argv)
      || !tool_check_text (command, options.voters))
    return TOOL_BAD;
  if (options.record == NULL)
    {
      if (common.at == NULL && common.known == NULL)
        return audit_alone (command, &common, argv[1], &options);
      tool_complain (command, _("--at and --known say something of a record; give one with "
                                "--record"));
      return TOOL_BAD;
    }
  if (options.voters != NULL)
    {
      tool_complain (command, _("--voters and --record cannot stand side by side: the record has "
                                "its own voters"));
      return TOOL_BAD;
    }
  if (!tool_check_at (command, &common))
    return TOOL_BAD;
  return audit_with_record (command, &common, argv[1], &options);
}
