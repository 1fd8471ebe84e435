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
export_to (ToolSource *source, const char *path, CharterLineForm form, GError **error)
{
  g_autoptr (GOutputStream) stream = open_output (path, error);
  g_autoptr (GCancellable) undo = g_cancellable_new ();
  g_auto (ToolProgress) progress = { 0 };
  gboolean written;

  if (stream == NULL)
    return FALSE;
  tool_progress_start (&progress, _("Writing"));
  g_signal_connect (source->partnership, "progress", G_CALLBACK (on_progress), &progress);
  written = charter_partnership_export (source->partnership, stream, form, NULL, error);
  g_signal_handlers_disconnect_by_data (source->partnership, &progress);
  if (written)
    return g_output_stream_close (stream, NULL, error);
  /* Closing with a cancelled cancellable leaves the old file as it was. */
  g_cancellable_cancel (undo);
  g_output_stream_close (stream, undo, NULL);
  return FALSE;
}

ToolStatus
cmd_export (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (ToolSource) source = { 0 };
  g_autofree char *word = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  CharterLineForm form;
  const GOptionEntry own[] = {
    { "form", 0, 0, G_OPTION_ARG_STRING, &word,
      N_("record: the entries as stored, with what opens them; submission: in clear, to be "
         "judged anew"), "record|submission" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write to this file"), N_("FILE") },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_NOTHING, &common, own, &argc, &argv) ||
      !form_of (command, word, &form) || !tool_source_open (command, argv[1], NULL, &source))
    return TOOL_BAD;
  if (!export_to (&source, path, form, &error))
    return tool_fail (command, path != NULL ? path : argv[1], error);
  return tool_source_status (&source, TOOL_YES);
}
