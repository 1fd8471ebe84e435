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

/* One submission: the clock first, then the gate. */
static gboolean
load_submission (CharterPartnership *partnership, const char *line, char **latest,
                 GError **error)
{
  g_autoptr (JsonNode) node = tool_json_read (line, error);
  g_autoptr (CharterEntry) entry = NULL;

  if (node == NULL)
    return FALSE;
  tool_lines_clock (partnership, tool_json_member (tool_json_object (node), "at"), latest);
  entry = charter_partnership_submit (partnership, line, error);
  return entry != NULL;
}

static gboolean
load_submissions (CharterPartnership *partnership, GDataInputStream *lines, const char *name,
                  GError **error)
{
  g_autofree char *latest = NULL;

  for (guint number = 1;; number++)
    {
      g_autoptr (GError) fault = NULL;
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &fault);

      if (line == NULL && fault == NULL)
        return TRUE;
      if (line != NULL && *g_strstrip (line) == '\0')
        continue;
      if (line == NULL || !load_submission (partnership, line, &latest, &fault))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&fault), _("line %u: "), number);
          return FALSE;
        }
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
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean stored;

  tool_progress_start (&progress, what);
  watch = tool_lines_watch (stream, &progress, size);
  lines = g_data_input_stream_new (watch);
  stored = holds_record_lines (G_BUFFERED_INPUT_STREAM (lines), &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (stored)
    return charter_partnership_import (partnership, G_INPUT_STREAM (lines), NULL, error) >= 0;
  return load_submissions (partnership, lines, name, error);
}
