/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lines.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "tool.h"

/* A filter that counts what passes. */
#define TOOL_TYPE_WATCH (tool_watch_get_type ())
G_DECLARE_FINAL_TYPE (ToolWatch, tool_watch, TOOL, WATCH, GFilterInputStream)

struct _ToolWatch
{
  GFilterInputStream parent_instance;
  ToolProgress      *progress;
  gint64             done;
  gint64             size;
};

G_DEFINE_FINAL_TYPE (ToolWatch, tool_watch, G_TYPE_FILTER_INPUT_STREAM)

static gssize
tool_watch_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
                 GError **error)
{
  ToolWatch *self = TOOL_WATCH (stream);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  gssize got = g_input_stream_read (base, buffer, count, cancellable, error);

  self->done += MAX (got, 0);
  tool_progress_step (self->progress, self->done, self->size);
  return got;
}

static void
tool_watch_class_init (ToolWatchClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = tool_watch_read;
}

static void
tool_watch_init (ToolWatch *self)
{
}

GInputStream *
tool_lines_watch (GInputStream *base, ToolProgress *progress, gint64 size)
{
  ToolWatch *self = g_object_new (TOOL_TYPE_WATCH, "base-stream", base, NULL);

  self->progress = progress;
  self->size = size;
  return G_INPUT_STREAM (self);
}

GInputStream *
tool_lines_open (const char *path, gint64 *size, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;

  *size = 0;
  if (*path == '\0')
    {
      g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
                           _("The name of a file is missing"));
      return NULL;
    }
  if (strcmp (path, "-") == 0)
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  if (info != NULL)
    *size = g_file_info_get_size (info);
  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

void
tool_lines_clock (CharterPartnership *partnership, const char *at, char **latest)
{
  if (at == NULL || (*latest != NULL && strcmp (at, *latest) <= 0) ||
      !charter_partnership_set_clock (partnership, at, NULL))
    return;
  g_free (*latest);
  *latest = g_strdup (at);
}

/* Moves what is buffered to @line, up to a line feed, which is left out; TRUE with one. */
static gboolean
take_buffered (GBufferedInputStream *stream, GString *line)
{
  gsize length;
  const char *start = g_buffered_input_stream_peek_buffer (stream, &length);
  const char *feed = length > 0 ? memchr (start, '\n', length) : NULL;

  g_string_append_len (line, start, feed != NULL ? feed - start : (gssize) length);
  g_input_stream_skip (G_INPUT_STREAM (stream), feed != NULL ? (gsize) (feed - start) + 1 : length,
                       NULL, NULL);
  return feed != NULL;
}

/* Reads a line; FALSE with an error, or at the end. */
static gboolean
read_line (GBufferedInputStream *stream, GString *line, GError **error)
{
  gboolean any = FALSE;

  g_string_truncate (line, 0);
  while (!take_buffered (stream, line))
    {
      gssize n = g_buffered_input_stream_fill (stream, -1, NULL, error);

      any = any || line->len > 0;
      if (n <= 0)
        return n == 0 && any;
      if (line->len > TOOL_TEXT_MAX)
        return tool_fail_long (error);
    }
  return TRUE;
}

/* The number of the line is said already. */
static void
drop_line (GError *error)
{
  GString *message = g_string_new (error->message);

  g_string_replace (message, "line 1, column ", "column ", 1);
  g_free (error->message);
  error->message = g_string_free (message, FALSE);
}

/* One submission: the clock first, then the gate. */
static gboolean
load_submission (CharterPartnership *partnership, GString *line, char **latest, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (CharterEntry) entry = NULL;

  if (!tool_json_check_text (line->str, line->len, error))
    return FALSE;
  node = tool_json_read (line->str, error);
  if (node == NULL)
    return FALSE;
  tool_lines_clock (partnership, tool_json_member (tool_json_object (node), "at"), latest);
  entry = charter_partnership_submit (partnership, line->str, error);
  return entry != NULL;
}

static gboolean
load_submissions (CharterPartnership *partnership, GBufferedInputStream *lines, GError **error)
{
  g_autofree char *latest = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint number = 1;; number++)
    {
      g_autoptr (GError) fault = NULL;
      gboolean more = read_line (lines, line, &fault);

      if (more && strspn (line->str, " \t\r") < line->len)
        load_submission (partnership, line, &latest, &fault);
      if (fault != NULL)
        {
          drop_line (fault);
          g_propagate_prefixed_error (error, g_steal_pointer (&fault), _("line %u: "), number);
          return FALSE;
        }
      if (!more)
        return TRUE;
    }
}

/* Record lines start with their `entry`, submissions with another member. */
static gboolean
holds_record_lines (GBufferedInputStream *stream, GError **error)
{
  const char *start;
  gsize length;

  if (g_buffered_input_stream_fill (stream, -1, NULL, error) < 0)
    return FALSE;
  start = g_buffered_input_stream_peek_buffer (stream, &length);
  while (length > 0 && strchr (" \t\r\n{", *start) != NULL)
    {
      start++;
      length--;
    }
  return length >= 7 && memcmp (start, "\"entry\"", 7) == 0;
}

gboolean
tool_lines_load (CharterPartnership *partnership, GInputStream *stream, const char *name,
                 gint64 size, GError **error)
{
  g_autofree char *what = g_strdup_printf (_("Reading %s"), name);
  g_auto (ToolProgress) progress = { 0 };
  g_autoptr (GInputStream) watch = NULL;
  g_autoptr (GInputStream) lines = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean stored;

  tool_progress_start (&progress, what);
  watch = tool_lines_watch (stream, &progress, size);
  lines = g_buffered_input_stream_new (watch);
  stored = holds_record_lines (G_BUFFERED_INPUT_STREAM (lines), &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (stored)
    return charter_partnership_import (partnership, lines, NULL, error) >= 0;
  return load_submissions (partnership, G_BUFFERED_INPUT_STREAM (lines), error);
}

gint64
tool_lines_import (CharterPartnership *partnership, const char *path, GError **error)
{
  g_autofree char *what = g_strdup_printf (_("Reading %s"), path);
  g_auto (ToolProgress) progress = { 0 };
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) watch = NULL;
  gint64 size, count;

  stream = tool_lines_open (path, &size, error);
  if (stream == NULL)
    return -1;
  tool_progress_start (&progress, what);
  watch = tool_lines_watch (stream, &progress, size);
  count = charter_partnership_import (partnership, watch, NULL, error);
  if (count < 0)
    g_prefix_error (error, "%s: ", path);
  return count;
}
