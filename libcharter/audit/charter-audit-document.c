/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-members-private.h"

#include "document/charter-document-object-private.h"
#include "state/charter-view-private.h"

#include <charter/charter-error.h>

/* The ways to ask for an audit, each at once and from a thread. */

static CharterAudit *
run (CharterAuditWork *work,
     GCancellable     *cancellable,
     GError          **error)
{
  work->cancellable = cancellable;
  if (!charter_audit_work_run (work, error))
    return NULL;

  return charter_audit_work_finish (work);
}

static CharterAuditWork *
prepare_document (CharterDocument *document,
                  const char      *voters,
                  GError         **error)
{
  g_autoptr(CharterAuditWork) work =
    charter_audit_work_new (charter_document_get_data (document));

  if (!charter_question_utf8 (voters, error) || !charter_audit_read_voters (work, voters, error))
    return NULL;

  return g_steal_pointer (&work);
}

static CharterAuditWork *
prepare_members (CharterView     *view,
                 CharterDocument *document,
                 const char      *at,
                 GError         **error)
{
  const CharterScene *scene = charter_view_get_scene (view);
  const CharterDocumentData *charter;
  g_autoptr(CharterAuditWork) work = NULL;
  gint64 instant;

  if (!charter_question_at (at, &instant, error))
    return NULL;
  charter = document != NULL ? charter_document_get_data (document)
                             : charter_scene_charter (scene, instant, NULL);
  if (charter == NULL)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
                   "No charter was in force at %s; give one, or ask about a later instant", at);
      return NULL;
    }
  work = charter_audit_work_new ((CharterDocumentData *) charter);
  charter_audit_read_members (work, scene, instant);

  return g_steal_pointer (&work);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  CharterAudit *audit = run (data, cancellable, &error);

  if (audit != NULL)
    g_task_return_pointer (task, audit, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Takes @work, or where it is NULL @error. */
static void
start (GTask            *task,
       CharterAuditWork *work,
       GError           *error)
{
  if (work == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, work, (GDestroyNotify) charter_audit_work_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * charter_audit_document:
 * @document: a charter
 * @voters: (nullable): who has a vote, as JSON; %NULL if that is not known yet
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Examines a charter before anyone relies on it: quorums that cannot be reached, conditions that
 * exclude each other, what hangs on one person, how many may be missing or kept out, who can
 * block and who can never decide, what nothing can evidence.
 *
 * @voters is a number, such as `7`, of voters alike; an object with how many belong to each
 * constituency, such as `{"lived-experience": 3, "others": 4}`; or a list of voters, such as
 * `[{"id": "north", "weight": 2, "constituencies": ["statutory"], "roles": ["chair"]}]`, of which
 * every member may be left out. Where no voter has constituencies, or roles, each is taken to
 * belong to any. There can be 10 000 voters. Without voters, statements hold for any number of
 * them, or name the numbers for which they hold.
 *
 * It can take some seconds, mostly for the power of many voters with different weights:
 * [func@Charter.Audit.document_async] does not hold up the main loop.
 *
 * Returns: (transfer full): the audit, or %NULL with @error set: of [error@Charter.Error] where
 *   @voters cannot be read, the message beginning with the place in it, or
 *   [error@Gio.IOErrorEnum.CANCELLED]
 *
 * Since: 0.1
 */
CharterAudit *
charter_audit_document (CharterDocument *document,
                        const char      *voters,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr(CharterAuditWork) work = NULL;

  g_return_val_if_fail (CHARTER_IS_DOCUMENT (document), NULL);

  work = prepare_document (document, voters, error);

  return work != NULL ? run (work, cancellable, error) : NULL;
}

/**
 * charter_audit_document_async:
 * @document: a charter
 * @voters: (nullable): who has a vote, as JSON; %NULL if that is not known yet
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when the audit is ready
 * @user_data: data for @callback
 *
 * Examines a charter without holding up the main loop. See [func@Charter.Audit.document].
 *
 * Since: 0.1
 */
void
charter_audit_document_async (CharterDocument     *document,
                              const char          *voters,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  CharterAuditWork *work;

  g_return_if_fail (CHARTER_IS_DOCUMENT (document));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_audit_document_async);
  work = prepare_document (document, voters, &error);
  start (task, work, error);
}

/**
 * charter_audit_document_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@Charter.Audit.document_async].
 *
 * Returns: (transfer full): the audit, or %NULL with @error set, as for
 *   [func@Charter.Audit.document]
 *
 * Since: 0.1
 */
CharterAudit *
charter_audit_document_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * charter_audit_members:
 * @view: a view
 * @document: (nullable): a charter that might be adopted; %NULL for the one in force
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Examines a charter for the members whom a partnership has: who has a vote under each rule with
 * which weight, who can cast for whom, who holds which role until when.
 *
 * Returns: (transfer full): the audit, or %NULL with @error set: of [error@Charter.Error] where
 *   @at is no instant or no charter was in force, or [error@Gio.IOErrorEnum.CANCELLED]
 *
 * Since: 0.1
 */
CharterAudit *
charter_audit_members (CharterView     *view,
                       CharterDocument *document,
                       const char      *at,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr(CharterAuditWork) work = NULL;

  g_return_val_if_fail (CHARTER_IS_VIEW (view), NULL);
  g_return_val_if_fail (document == NULL || CHARTER_IS_DOCUMENT (document), NULL);

  work = prepare_members (view, document, at, error);

  return work != NULL ? run (work, cancellable, error) : NULL;
}

/**
 * charter_audit_members_async:
 * @view: a view
 * @document: (nullable): a charter that might be adopted; %NULL for the one in force
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called when the audit is ready
 * @user_data: data for @callback
 *
 * Examines a charter for the members whom a partnership has, without holding up the main loop.
 * What is needed of the view is read before this returns. See [func@Charter.Audit.members].
 *
 * Since: 0.1
 */
void
charter_audit_members_async (CharterView         *view,
                             CharterDocument     *document,
                             const char          *at,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  CharterAuditWork *work;

  g_return_if_fail (CHARTER_IS_VIEW (view));
  g_return_if_fail (document == NULL || CHARTER_IS_DOCUMENT (document));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_audit_members_async);
  work = prepare_members (view, document, at, &error);
  start (task, work, error);
}

/**
 * charter_audit_members_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [func@Charter.Audit.members_async].
 *
 * Returns: (transfer full): the audit, or %NULL with @error set, as for
 *   [func@Charter.Audit.members]
 *
 * Since: 0.1
 */
CharterAudit *
charter_audit_members_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * charter_audit_compare:
 * @document: a charter
 * @older: an earlier version of it
 *
 * Says what a new version of a charter changes: clauses, roles, rules and the like that are new
 * or dropped, and every changed value with what it was and what it is.
 *
 * Paths are places in @document, but of what is dropped places in @older.
 *
 * Returns: (transfer full): an audit of kind `changes`
 *
 * Since: 0.1
 */
CharterAudit *
charter_audit_compare (CharterDocument *document,
                       CharterDocument *older)
{
  g_autoptr(CharterAuditWork) work = NULL;

  g_return_val_if_fail (CHARTER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (older), NULL);

  work = charter_audit_work_new (charter_document_get_data (document));
  charter_audit_compare_charters (work, charter_document_get_data (older));

  return charter_audit_new (work->charter, "changes", NULL, work->findings, work->powers);
}
