/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-lines-private.h"

#include <charter/charter-sqlite-store.h>

#include "uphold/charter-uphold-private.h"

/* The asynchronous twins.  Appends and exports take their turns in the main loop of the thread
 * that owns the partnership, where stores written in scripts may be called; opening a file and
 * assessing, which touch no script code, run in a thread of their own. */

/* Runs @step again and again, from idle, until it says that it is done.  An append that finds
 * another under way waits for its turn. */
typedef gboolean (*Step) (GTask *task, gpointer job);

typedef struct
{
  GTask *task;
  Step   step;
} Turn;

static gboolean
take_turn (gpointer data)
{
  Turn *turn = data;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (turn->task)))
    {
      /* What was begun is let go of first, so that others have their turn. */
      g_task_set_task_data (turn->task, NULL, NULL);
      g_task_return_error_if_cancelled (turn->task);
      return G_SOURCE_REMOVE;
    }
  return turn->step (turn->task, g_task_get_task_data (turn->task)) ? G_SOURCE_CONTINUE
                                                                    : G_SOURCE_REMOVE;
}

static void
free_turn (gpointer data)
{
  Turn *turn = data;

  g_object_unref (turn->task);
  g_free (turn);
}

static void
run_in_turns (GTask *task,
              Step   step)
{
  Turn *turn = g_new (Turn, 1);
  g_autoptr(GSource) source = g_idle_source_new ();

  turn->task = task;
  turn->step = step;
  g_source_set_callback (source, take_turn, turn, free_turn);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_attach (source, g_task_get_context (task));
}

/* — record — */

typedef struct
{
  char *kind, *at, *by, *data;
  char *submissions;
} RecordJob;

static void
free_record_job (gpointer data)
{
  RecordJob *job = data;

  g_free (job->kind);
  g_free (job->at);
  g_free (job->by);
  g_free (job->data);
  g_free (job->submissions);
  g_free (job);
}

/* TRUE: busy, so come back later. */
static gboolean
return_result (GTask    *task,
               gpointer  result,
               GError   *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else if (g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_BUSY))
    {
      g_error_free (error);
      return TRUE;
    }
  else
    g_task_return_error (task, error);
  return FALSE;
}

static gboolean
step_record (GTask    *task,
             gpointer  data)
{
  RecordJob *job = data;
  GError *error = NULL;
  gpointer result;

  /* Its turn has come: from here on the answer is what happened. */
  g_task_set_check_cancellable (task, FALSE);
  if (job->submissions != NULL)
    result = charter_partnership_record_many (g_task_get_source_object (task), job->submissions,
                                              &error);
  else
    result = charter_partnership_record (g_task_get_source_object (task), job->kind, job->at,
                                         job->by, job->data, &error);
  return return_result (task, result, error);
}

static void
start_record (CharterPartnership  *self,
              RecordJob           *job,
              gpointer             tag,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, free_record_job);
  run_in_turns (task, step_record);
}

/**
 * charter_partnership_record_async:
 * @self: a partnership
 * @kind: the kind of thing that happened
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id of the person who makes the entry
 * @data: a JSON object with the members of the kind
 * @cancellable: (nullable): a cancellable; once the entry's turn has come it is recorded
 * @callback: (scope async): called when it has been recorded or refused
 * @user_data: data for @callback
 *
 * Records one thing that happened when those asked for before it are done. See
 * [method@Charter.Partnership.record].
 *
 * Since: 0.1
 */
void
charter_partnership_record_async (CharterPartnership  *self,
                                  const char          *kind,
                                  const char          *at,
                                  const char          *by,
                                  const char          *data,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  RecordJob *job;

  g_return_if_fail (CHARTER_IS_PARTNERSHIP (self));
  g_return_if_fail (kind != NULL && at != NULL && data != NULL);

  job = g_new0 (RecordJob, 1);
  job->kind = g_strdup (kind);
  job->at = g_strdup (at);
  job->by = g_strdup (by);
  job->data = g_strdup (data);
  start_record (self, job, charter_partnership_record_async, cancellable, callback, user_data);
}

/**
 * charter_partnership_record_finish:
 * @self: a partnership
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Charter.Partnership.record_async].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error] or [error@Gio.IOErrorEnum.CANCELLED]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_record_finish (CharterPartnership  *self,
                                   GAsyncResult        *result,
                                   GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * charter_partnership_record_many_async:
 * @self: a partnership
 * @submissions: a JSON array of submissions, or JSON Lines of them
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when they have been recorded or refused
 * @user_data: data for @callback
 *
 * Records several entries, all of them or none. See
 * [method@Charter.Partnership.record_many].
 *
 * Since: 0.1
 */
void
charter_partnership_record_many_async (CharterPartnership  *self,
                                       const char          *submissions,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  RecordJob *job;

  g_return_if_fail (CHARTER_IS_PARTNERSHIP (self));
  g_return_if_fail (submissions != NULL);

  job = g_new0 (RecordJob, 1);
  job->submissions = g_strdup (submissions);
  start_record (self, job, charter_partnership_record_many_async, cancellable, callback, user_data);
}

/**
 * charter_partnership_record_many_finish:
 * @self: a partnership
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Charter.Partnership.record_many_async].
 *
 * Returns: (transfer full): a list model of [class@Charter.Entry], %NULL with an error of
 *   [error@Charter.Error] or [error@Gio.IOErrorEnum.CANCELLED]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_record_many_finish (CharterPartnership  *self,
                                        GAsyncResult        *result,
                                        GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* — import — */

typedef struct
{
  GInputStream  *stream;
  CharterImport *import;      /* from its first turn on */
} ImportJob;

static void
free_import_job (gpointer data)
{
  ImportJob *job = data;

  g_clear_pointer (&job->import, charter_import_free);
  g_object_unref (job->stream);
  g_free (job);
}

static gboolean
end_import (GTask     *task,
            ImportJob *job,
            gboolean   ok,
            GError    *error)
{
  ok = ok && !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error);
  g_task_set_check_cancellable (task, FALSE);
  ok = ok && charter_import_finish (job->import, &error);
  if (ok)
    g_task_return_int (task, charter_batch_n_new (job->import->batch));
  else
    {
      g_clear_pointer (&job->import, charter_import_free);
      g_task_return_error (task, error);
    }
  return FALSE;
}

static gboolean
step_import (GTask    *task,
             gpointer  data)
{
  ImportJob *job = data;
  GError *error = NULL;
  gboolean more = TRUE;

  if (job->import == NULL)
    job->import = charter_import_new (g_task_get_source_object (task), job->stream, &error);
  if (job->import == NULL)
    return return_result (task, NULL, error);
  if (!charter_import_step (job->import, g_task_get_cancellable (task), &more, &error))
    return end_import (task, job, FALSE, error);
  return more || end_import (task, job, TRUE, NULL);
}

/**
 * charter_partnership_import_async:
 * @self: a partnership
 * @stream: JSON Lines
 * @cancellable: (nullable): a cancellable; nothing has been taken in if it is used
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Takes in entries from JSON Lines, all of them or none, in slices between which the main loop
 * has its turn. See [method@Charter.Partnership.import].
 *
 * Since: 0.1
 */
void
charter_partnership_import_async (CharterPartnership  *self,
                                  GInputStream        *stream,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  ImportJob *job;
  GTask *task;

  g_return_if_fail (CHARTER_IS_PARTNERSHIP (self));
  g_return_if_fail (G_IS_INPUT_STREAM (stream));

  job = g_new0 (ImportJob, 1);
  job->stream = g_object_ref (stream);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_partnership_import_async);
  g_task_set_task_data (task, job, free_import_job);
  run_in_turns (task, step_import);
}

/**
 * charter_partnership_import_finish:
 * @self: a partnership
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Charter.Partnership.import_async].
 *
 * Returns: the number of new entries, −1 with an error of [error@Charter.Error] or
 *   [error@Gio.IOErrorEnum.CANCELLED]
 *
 * Since: 0.1
 */
gint64
charter_partnership_import_finish (CharterPartnership  *self,
                                   GAsyncResult        *result,
                                   GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

/* — export — */

static gboolean
step_export (GTask    *task,
             gpointer  data)
{
  CharterExport *export = data;
  GError *error = NULL;
  gboolean more = FALSE;

  if (!charter_export_step (export, g_task_get_cancellable (task), &more, &error)
      || (!more && !g_output_stream_flush (export->stream, g_task_get_cancellable (task), &error)))
    g_task_return_error (task, error);
  else if (!more)
    g_task_return_boolean (task, TRUE);
  return more;
}

/**
 * charter_partnership_export_async:
 * @self: a partnership
 * @stream: where the lines go
 * @form: which of the two forms of JSON Lines
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Writes what has been recorded so far as JSON Lines, in slices between which the main loop
 * has its turn. See [method@Charter.Partnership.export].
 *
 * Since: 0.1
 */
void
charter_partnership_export_async (CharterPartnership  *self,
                                  GOutputStream       *stream,
                                  CharterLineForm      form,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CHARTER_IS_PARTNERSHIP (self));
  g_return_if_fail (G_IS_OUTPUT_STREAM (stream));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_partnership_export_async);
  g_task_set_task_data (task, charter_export_new (self, stream, form),
                        (GDestroyNotify) charter_export_free);
  run_in_turns (task, step_export);
}

/**
 * charter_partnership_export_finish:
 * @self: a partnership
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Charter.Partnership.export_async].
 *
 * Returns: %TRUE, or %FALSE with an error
 *
 * Since: 0.1
 */
gboolean
charter_partnership_export_finish (CharterPartnership  *self,
                                   GAsyncResult        *result,
                                   GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* — open — */

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  CharterPartnership *partnership;

  if (g_task_return_error_if_cancelled (task))
    return;
  partnership = charter_partnership_open (data, &error);
  if (partnership != NULL)
    g_task_return_pointer (task, partnership, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * charter_partnership_open_async:
 * @path: (type filename): a `.charter` file
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when it is open
 * @user_data: data for @callback
 *
 * Opens a record without holding up the main loop. See [func@Charter.Partnership.open].
 *
 * Since: 0.1
 */
void
charter_partnership_open_async (const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_partnership_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * charter_partnership_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@Charter.Partnership.open_async]. The partnership belongs to the thread that calls
 * this.
 *
 * Returns: (transfer full): the partnership, %NULL with an error of [error@Charter.Error] or
 *   [error@Gio.IOErrorEnum.CANCELLED]
 *
 * Since: 0.1
 */
CharterPartnership *
charter_partnership_open_finish (GAsyncResult  *result,
                                 GError       **error)
{
  CharterPartnership *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  self = g_task_propagate_pointer (G_TASK (result), error);
  if (self != NULL)
    charter_state_take (charter_partnership_get_live (self)->state);
  return self;
}

/* — assess — */

typedef struct
{
  CharterView *view;
  gint64       at;
} AssessJob;

static void
free_assess_job (gpointer data)
{
  AssessJob *job = data;

  g_object_unref (job->view);
  g_free (job);
}

static void
assess_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  AssessJob *job = data;
  GError *error = NULL;
  CharterAssessment *assessment;

  assessment = charter_uphold_assess (charter_view_get_scene (job->view), job->at, cancellable,
                                      &error);
  if (assessment != NULL)
    g_task_return_pointer (task, assessment, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * charter_partnership_assess_async:
 * @self: a partnership
 * @at: the instant asked about, in UTC
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when the assessment is ready
 * @user_data: data for @callback
 *
 * Asks *Do we live by it?* of every clause, of what has been recorded so far, without holding
 * up the main loop. See [method@Charter.Partnership.assess].
 *
 * Since: 0.1
 */
void
charter_partnership_assess_async (CharterPartnership  *self,
                                  const char          *at,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(CharterView) view = NULL;
  GError *error = NULL;
  AssessJob *job;
  gint64 instant;

  g_return_if_fail (CHARTER_IS_PARTNERSHIP (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_partnership_assess_async);
  view = charter_partnership_get_view (self);
  if (!charter_question_at (at, &instant, &error)
      || !charter_state_load_openings (charter_view_get_scene (view)->state,
                                       charter_view_get_known (view), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job = g_new0 (AssessJob, 1);
  job->view = g_steal_pointer (&view);
  job->at = instant;
  g_task_set_task_data (task, job, free_assess_job);
  g_task_run_in_thread (task, assess_in_thread);
}

/**
 * charter_partnership_assess_finish:
 * @self: a partnership
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Charter.Partnership.assess_async].
 *
 * Returns: (transfer full): the assessment, %NULL with an error of [error@Charter.Error] or
 *   [error@Gio.IOErrorEnum.CANCELLED]
 *
 * Since: 0.1
 */
CharterAssessment *
charter_partnership_assess_finish (CharterPartnership  *self,
                                   GAsyncResult        *result,
                                   GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
