/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

static gboolean
form_of (const ToolCommand *command, const char *word, CharterLineForm *form)
{
  if (word == NULL || strcmp (word, "record") == 0)
    *form = CHARTER_LINE_FORM_RECORD;
  else if (strcmp (word, "submission") == 0)
    *form = CHARTER_LINE_FORM_SUBMISSION;
  else
    {
      tool_complain (command, _("There is no form “%s”: it is record or submission"), word);
      return FALSE;
    }
  return TRUE;
}

/* A new file beside the old one takes its place only when all is written. */
static GOutputStream *
open_output (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL || strcmp (path, "-") == 0)
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  file = g_file_new_for_path (path);
  return G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error));
}

static void
on_progress (CharterPartnership *partnership, gint64 done, gint64 total, gpointer data)
{
  tool_progress_step (data, done, total);
}

static gboolean
close_output (GOutputStream *stream, gboolean written, GError **error)
{
  g_autoptr (GCancellable) undo = g_cancellable_new ();

  if (written)
    return g_output_stream_close (stream, NULL, error);
  /* Closing with a cancelled cancellable leaves the old file as it was. */
  g_cancellable_cancel (undo);
  g_output_stream_close (stream, undo, NULL);
  return FALSE;
}

static gboolean
export_to (ToolSource *source, const char *path, CharterLineForm form, GError **error)
{
  g_autoptr (GOutputStream) stream = open_output (path, error);
  g_auto (ToolProgress) progress = { 0 };
  gboolean written;

  if (stream == NULL)
    return FALSE;
  tool_progress_start (&progress, _("Writing"));
  g_signal_connect (source->partnership, "progress", G_CALLBACK (on_progress), &progress);
  written = charter_partnership_export (source->partnership, stream, form, NULL, error);
  g_signal_handlers_disconnect_by_data (source->partnership, &progress);
  return close_output (stream, written, error);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GOutputStream) stream = open_output (path, error);

  return stream != NULL &&
         close_output (stream, g_output_stream_write_all (stream, text, strlen (text), NULL, NULL,
                                                          error), error);
}

/* The options beside those that every command has. */
typedef struct
{
  char     *form;
  char     *path;
  gboolean  whole;       /* the register, instead of the entries */
  gboolean  published;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->form);
  g_free (options->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Entries are exported whole, whatever the time; the register is as at an instant. */
static gboolean
check_options (const ToolCommand *command, const Options *options, const ToolCommon *common)
{
  if (options->whole && (options->form != NULL || common->json))
    tool_complain (command, _("The register is written as CSV: --form and --json do not go with "
                              "--register"));
  else if (!options->whole && options->published)
    tool_complain (command, _("--published goes with --register"));
  else if (!options->whole && (common->at != NULL || common->known != NULL))
    tool_complain (command, _("--at and --known go with --register: entries are exported whole"));
  else
    return !options->whole || tool_check_at (command, common);
  return FALSE;
}

static ToolStatus
export_register (const ToolCommand *command, ToolSource *source, const char *record,
                 const Options *options, const ToolCommon *common)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = charter_view_export_register (source->view, common->at,
                                                        options->published, &error);

  if (text == NULL)
    return tool_source_fail (command, source, record, error);
  if (!write_text (options->path, text, &error))
    return tool_fail (command, options->path != NULL ? options->path : record, error);
  return tool_source_status (source, TOOL_YES);
}

static ToolStatus
export_entries (const ToolCommand *command, ToolSource *source, const char *record,
                const char *path, CharterLineForm form)
{
  g_autoptr (GError) error = NULL;

  if (!export_to (source, path, form, &error))
    return tool_fail (command, path != NULL ? path : record, error);
  return tool_source_status (source, TOOL_YES);
}


ToolStatus
cmd_export (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_auto (Options) options = { 0 };
  CharterLineForm form;
  const GOptionEntry own[] = {
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form,
      N_("record: the entries as stored, with what opens them; submission: in clear, to be "
         "judged anew"), "record|submission" },
    { "register", 0, 0, G_OPTION_ARG_NONE, &options.whole,
      N_("The register of interests as CSV, for spreadsheets"), NULL },
    { "published", 0, 0, G_OPTION_ARG_NONE, &options.published,
      N_("Only what stands in the public register"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path, N_("Write to this file"),
      N_("FILE") },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_AT | TOOL_TAKES_KNOWN, &common, own, &argc, &argv) ||
      !check_options (command, &options, &common) || !form_of (command, options.form, &form) ||
      !tool_source_open (command, argv[1], common.known, &source))
    return TOOL_BAD;
  if (options.whole)
    return export_register (command, &source, argv[1], &options, &common);
  return export_entries (command, &source, argv[1], options.path, form);
}
