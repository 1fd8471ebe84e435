/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-document.h>

#include "format/charter-json-reader-private.h"

/* Charters in files.  What is read is bounded, whatever the file says of its size. */

#define CHUNK (64 * 1024)

static GBytes *
load_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  const gsize limit = charter_limits_default.text + 1;
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = NULL;
  gssize n = 1;

  if (stream == NULL)
    return NULL;

  chunk = g_malloc (CHUNK);
  while (n > 0 && bytes->len < limit)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, MIN (CHUNK, limit - bytes->len),
                               cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (bytes, chunk, (guint) n);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * charter_document_new_from_file:
 * @file: a file that holds a charter as JSON
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a charter from a file. Besides the errors of
 * [ctor@Charter.Document.new_from_text], those of reading a file are in the domain
 * `G_IO_ERROR`.
 *
 * Returns: (transfer full): a new charter, %NULL with @error set
 *
 * Since: 0.1
 */
CharterDocument *
charter_document_new_from_file (GFile         *file,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = load_file (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  return charter_document_new_from_bytes (bytes, error);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      file,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = load_file (file, cancellable, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

/**
 * charter_document_new_from_file_async:
 * @file: a file that holds a charter as JSON
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable) (scope async): called when the file has been read
 * @user_data: data for @callback
 *
 * Reads a charter from a file without blocking; see
 * [ctor@Charter.Document.new_from_file]. The charter belongs to the thread that calls
 * [ctor@Charter.Document.new_from_file_finish].
 *
 * Since: 0.1
 */
void
charter_document_new_from_file_async (GFile               *file,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_document_new_from_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * charter_document_new_from_file_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Charter.Document.new_from_file_async] began. Errors are those of
 * [ctor@Charter.Document.new_from_file].
 *
 * Returns: (transfer full): a new charter, %NULL with @error set
 *
 * Since: 0.1
 */
CharterDocument *
charter_document_new_from_file_finish (GAsyncResult  *result,
                                       GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, charter_document_new_from_file_async),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = g_task_propagate_pointer (G_TASK (result), error);
  if (bytes == NULL)
    return NULL;

  return charter_document_new_from_bytes (bytes, error);
}
