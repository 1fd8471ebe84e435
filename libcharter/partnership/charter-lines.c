/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-lines-private.h"

#include <string.h>

#include "format/charter-json-reader-private.h"

#define REPORT_EVERY 500

/* JSON Lines, in and out.  Both run in slices, so that the asynchronous forms can give the
 * main loop its turn between them; sealed values never leave. */

CharterImport *
charter_import_new (CharterPartnership  *partnership,
                    GInputStream        *stream,
                    GError             **error)
{
  CharterBatch *batch = charter_partnership_begin (partnership, FALSE, error);
  CharterImport *self;

  if (batch == NULL)
    return NULL;
  self = g_new0 (CharterImport, 1);
  self->partnership = g_object_ref (partnership);
  self->batch = batch;
  self->lines = G_BUFFERED_INPUT_STREAM (g_buffered_input_stream_new (stream));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (self->lines), FALSE);
  return self;
}

void
charter_import_free (CharterImport *self)
{
  if (!self->finished)
    charter_partnership_abandon (self->partnership);
  charter_batch_free (self->batch);
  g_object_unref (self->lines);
  g_object_unref (self->partnership);
  g_free (self);
}

static gboolean
fail_long (guint    number,
           GError **error)
{
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
               "Line %u: The line has more than %" G_GSIZE_FORMAT " bytes; "
               "in JSON Lines every entry stands on a line of its own",
               number, charter_limits_default.text);
  return FALSE;
}

/* Moves what is buffered to @line, up to a line feed, which is left out; TRUE with one. */
static gboolean
take_buffered (GBufferedInputStream *stream,
               GString              *line)
{
  gsize length;
  const char *start = g_buffered_input_stream_peek_buffer (stream, &length);
  const char *feed = length > 0 ? memchr (start, '\n', length) : NULL;

  g_string_append_len (line, start, feed != NULL ? feed - start : (gssize) length);
  g_input_stream_skip (G_INPUT_STREAM (stream), feed != NULL ? (gsize) (feed - start) + 1 : length,
                       NULL, NULL);
  return feed != NULL;
}

/* Reads a line into @line; FALSE with an error, or at the end.  A line that goes on and on is
 * not kept. */
static gboolean
read_line (CharterImport  *self,
           GString        *line,
           GCancellable   *cancellable,
           GError        **error)
{
  gboolean any = FALSE;

  g_string_truncate (line, 0);
  while (!take_buffered (self->lines, line))
    {
      gssize n = g_buffered_input_stream_fill (self->lines, -1, cancellable, error);

      any = any || line->len > 0;
      if (n < 0)
        return FALSE;
      if (n == 0)
        return any;
      if (line->len > charter_limits_default.text)
        return fail_long (self->number + 1, error);
    }
  return TRUE;
}

static gboolean
is_blank (const char *line,
          gsize       length)
{
  return strspn (line, " \t\r") == length;
}

gboolean
charter_import_step (CharterImport  *self,
                     GCancellable   *cancellable,
                     gboolean       *more,
                     GError        **error)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GError) failure = NULL;

  *more = TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < REPORT_EVERY && *more; i++)
    {
      *more = read_line (self, line, cancellable, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      self->number += *more;
      if (*more && !is_blank (line->str, line->len)
          && !charter_batch_take_line (self->batch, line->str, line->len, self->number, error))
        return FALSE;
    }
  g_signal_emit_by_name (self->partnership, "progress", (gint64) self->batch->seqs->len, (gint64) 0);
  return TRUE;
}

gboolean
charter_import_finish (CharterImport  *self,
                       GError        **error)
{
  self->finished = TRUE;
  return charter_partnership_commit (self->partnership, self->batch, error);
}

/**
 * charter_partnership_import:
 * @self: a partnership
 * @stream: JSON Lines
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Takes in entries from JSON Lines, all of them or none. Submissions (`kind`, `at`, `by`, `id`,
 * `data`) are judged one by one as if recorded now; submissions that are there already (same
 * `id`) are passed over. Record lines (`entry`, `openings`) keep their seq, times and salts and
 * must continue the record: all of them go into an empty record, and into one that holds their
 * beginning those that follow its last entry. That they are of the same record is for the host
 * to know.
 *
 * Returns: the number of new entries, −1 with an error of [error@Charter.Error] that names the
 *   line
 *
 * Since: 0.1
 */
gint64
charter_partnership_import (CharterPartnership  *self,
                            GInputStream        *stream,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_autoptr(CharterImport) import = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), -1);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  import = charter_import_new (self, stream, error);
  if (import == NULL)
    return -1;
  while (more)
    if (!charter_import_step (import, cancellable, &more, error))
      return -1;
  if (!charter_import_finish (import, error))
    return -1;
  return charter_batch_n_new (import->batch);
}

/* — out — */

CharterExport *
charter_export_new (CharterPartnership *partnership,
                    GOutputStream      *stream,
                    CharterLineForm     form)
{
  CharterExport *self = g_new0 (CharterExport, 1);

  self->partnership = g_object_ref (partnership);
  self->stream = g_object_ref (stream);
  self->form = form;
  self->head = charter_partnership_get_head (partnership);
  return self;
}

void
charter_export_free (CharterExport *self)
{
  g_object_unref (self->partnership);
  g_object_unref (self->stream);
  g_free (self);
}

/* An opening may leave only if the value it opens is private, not sealed. */
static gboolean
may_leave (const CharterScene *scene,
           const CharterFact  *fact,
           const char         *text,
           CharterArena       *arena)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterShape *shape = &charter_kinds[fact->kind]->data;
  CharterOpening opening;
  g_auto(GStrv) parts = NULL;
  guint first = 2;

  if (!charter_opening_read (arena, text, &opening, problems))
    return FALSE;
  parts = g_strsplit (opening.pointer, "/", -1);
  if (fact->kind == CHARTER_KIND ("entry-corrected") && g_strcmp0 (parts[2], "set") == 0)
    {
      const CharterFact *target
        = charter_scene_find_entry (scene, charter_scene_string (scene, fact, "entry"));

      shape = &charter_kinds[target->kind]->data;
      first = 3;
    }
  for (guint i = first; i < g_strv_length (parts) && shape != NULL; i++)
    {
      const CharterRow *row = charter_shape_lookup (shape, parts[i], strlen (parts[i]));

      if (row == NULL)
        continue;
      if (row->flags & (CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED | CHARTER_ROW_SEALED_IF_SECRET
                        | CHARTER_ROW_SEALED_IF_ANONYMOUS))
        return !charter_row_is_sealed (row, &charter_kinds[fact->kind]->data, fact->data);
      shape = row->shape;
    }
  return FALSE;
}

static GStrv
openings_to_export (CharterExport       *self,
                    const CharterScene  *scene,
                    const CharterFact   *fact,
                    GError             **error)
{
  g_auto(GStrv) all = charter_store_read_openings (charter_partnership_get_store (self->partnership),
                                                   fact->seq, fact->seq, error);
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();

  if (all == NULL)
    return NULL;
  for (guint i = 0; all[i] != NULL; i++)
    if (may_leave (scene, fact, all[i], arena))
      g_strv_builder_add (kept, all[i]);
  return g_strv_builder_end (kept);
}

static char *
record_line (CharterExport       *self,
             const CharterScene  *scene,
             const CharterFact   *fact,
             GError             **error)
{
  g_auto(GStrv) leaves = charter_store_read_leaves (charter_partnership_get_store (self->partnership),
                                                    fact->seq, fact->seq, error);
  g_auto(GStrv) openings = NULL;

  if (leaves == NULL)
    return NULL;
  if (g_strv_length (leaves) != 1)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_STORE,
                   "The store was asked for entry %u alone and gave %u", fact->seq,
                   g_strv_length (leaves));
      return NULL;
    }
  openings = openings_to_export (self, scene, fact, error);
  return openings != NULL
         ? charter_record_line_write (leaves[0], (const char *const *) openings) : NULL;
}

static gboolean
write_line (CharterExport  *self,
            guint32         seq,
            GCancellable   *cancellable,
            GError        **error)
{
  CharterScene scene = charter_live_scene (charter_partnership_get_live (self->partnership));
  CharterScene then = { scene.state, seq };
  const CharterFact *fact = charter_scene_fact (&scene, seq);
  g_autofree char *line = self->form == CHARTER_LINE_FORM_RECORD
                          ? record_line (self, &scene, fact, error)
                          : charter_reveal_entry (&then, fact, TRUE);

  return line != NULL
         && g_output_stream_write_all (self->stream, line, strlen (line), NULL, cancellable, error)
         && g_output_stream_write_all (self->stream, "\n", 1, NULL, cancellable, error);
}

/* A value that cannot be read is no value that was erased. */
static gboolean
load_private (CharterExport  *self,
              GError        **error)
{
  return charter_state_load_openings (charter_partnership_get_live (self->partnership)->state,
                                      self->head, error);
}

gboolean
charter_export_step (CharterExport  *self,
                     GCancellable   *cancellable,
                     gboolean       *more,
                     GError        **error)
{
  guint32 last = MIN (self->head, self->done + REPORT_EVERY);

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || (self->done == 0 && !load_private (self, error)))
    return FALSE;
  while (self->done < last)
    if (!write_line (self, ++self->done, cancellable, error))
      return FALSE;
  *more = self->done < self->head;
  g_signal_emit_by_name (self->partnership, "progress", (gint64) self->done, (gint64) self->head);
  return TRUE;
}

/**
 * charter_partnership_export:
 * @self: a partnership
 * @stream: where the lines go
 * @form: which of the two forms of JSON Lines
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes the whole record as JSON Lines. Private values are in clear (submissions) or in their
 * openings (record lines); sealed ones never leave the record, so a record with secret ballots
 * or concerns is copied as a file, not through here.
 *
 * Returns: %TRUE, or %FALSE with an error
 *
 * Since: 0.1
 */
gboolean
charter_partnership_export (CharterPartnership  *self,
                            GOutputStream       *stream,
                            CharterLineForm      form,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_autoptr(CharterExport) export = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  export = charter_export_new (self, stream, form);
  while (more)
    if (!charter_export_step (export, cancellable, &more, error))
      return FALSE;
  return g_output_stream_flush (stream, cancellable, error);
}
