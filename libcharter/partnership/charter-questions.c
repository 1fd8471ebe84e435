/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-private.h"

#include "document/charter-document-object-private.h"
#include <string.h>

/* The four questions, forwarded to the partnership's current view; views of the past, and
 * views of what would follow. */

/**
 * charter_partnership_get_view:
 * @self: a partnership
 *
 * Gives the view of everything recorded so far. It does not change when more is recorded.
 *
 * Returns: (transfer full): a view
 *
 * Since: 0.1
 */
CharterView *
charter_partnership_get_view (CharterPartnership *self)
{
  CharterState *state;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  state = charter_partnership_get_live (self)->state;
  return charter_view_new (state, charter_state_get_head (state));
}

/**
 * charter_partnership_as_of:
 * @self: a partnership
 * @seq: the last entry to take into account, 0 for none
 * @error: return location for an error
 *
 * Gives the view as it was once entry @seq had been recorded, and nothing after it.
 *
 * Returns: (transfer full): a view, %NULL with [error@Charter.Error.NOT_FOUND] if the record
 *   is not that long
 *
 * Since: 0.1
 */
CharterView *
charter_partnership_as_of (CharterPartnership  *self,
                           gint64               seq,
                           GError             **error)
{
  CharterState *state;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  state = charter_partnership_get_live (self)->state;
  if (seq >= 0 && seq <= charter_state_get_head (state))
    return charter_view_new (state, seq);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               "There is no entry %" G_GINT64_FORMAT ": the record ends with %u", seq,
               charter_state_get_head (state));
  return NULL;
}

/* Concerns are recorded by the day alone, so one counts as recorded with the entry before. */
static guint32
recorded_by (const CharterScene *scene,
             gint64              instant)
{
  guint32 known = 0;

  for (guint32 seq = 1; seq <= scene->known; seq++)
    {
      const CharterFact *fact = charter_scene_fact (scene, seq);

      if (charter_kinds[fact->kind]->flags & CHARTER_KIND_CONCERN)
        {
          if (known == seq - 1)
            known = seq;
        }
      else if (fact->recorded <= instant)
        known = seq;
      else
        break;
    }
  return known;
}

/**
 * charter_partnership_as_known:
 * @self: a partnership
 * @known: what to take into account: a seq, an instant in UTC, or an entry's id
 * @error: return location for an error
 *
 * Gives the view of what had been recorded by then.
 *
 * Returns: (transfer full): a view, %NULL with [error@Charter.Error.NOT_FOUND] if @known is
 *   none of these
 *
 * Since: 0.1
 */
CharterView *
charter_partnership_as_known (CharterPartnership  *self,
                              const char          *known,
                              GError             **error)
{
  const CharterFact *fact;
  CharterScene scene;
  gint64 instant;
  guint64 seq;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (known != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  scene = charter_live_scene (charter_partnership_get_live (self));
  fact = charter_scene_find_entry (&scene, known);
  if (fact != NULL)
    return charter_view_new (scene.state, fact->seq);
  if (g_ascii_string_to_unsigned (known, 10, 0, G_MAXINT64, &seq, NULL))
    return charter_partnership_as_of (self, seq, error);
  if (charter_instant_parse (known, -1, &instant))
    return charter_view_new (scene.state, recorded_by (&scene, instant));
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               "“%s” is no entry of the record; give a number, an entry's id, or an instant such "
               "as 2026-03-02T10:00:00Z", known);
  return NULL;
}

/**
 * charter_view_get_charter:
 * @self: a view
 * @at: an instant in UTC
 * @error: return location for an error
 *
 * Gives the version of the charter in force at an instant, as far as was known.
 *
 * Returns: (transfer full) (nullable): the charter; %NULL if none was in force, or with
 *   [error@Charter.Error.VALUE] if @at is no instant
 *
 * Since: 0.1
 */
CharterDocument *
charter_view_get_charter (CharterView  *self,
                          const char   *at,
                          GError      **error)
{
  const CharterDocumentData *data;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_at (at, &instant, error))
    return NULL;
  data = charter_scene_charter (charter_view_get_scene (self), instant, NULL);
  return data != NULL ? charter_document_new_for_data ((CharterDocumentData *) data) : NULL;
}

/**
 * charter_partnership_get_charter:
 * @self: a partnership
 * @at: an instant in UTC
 * @error: return location for an error
 *
 * Gives the version of the charter in force at an instant. See
 * [method@Charter.View.get_charter].
 *
 * Returns: (transfer full) (nullable): the charter; %NULL if none was in force, or with
 *   [error@Charter.Error.VALUE] if @at is no instant
 *
 * Since: 0.1
 */
CharterDocument *
charter_partnership_get_charter (CharterPartnership  *self,
                                 const char          *at,
                                 GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  return charter_view_get_charter (view, at, error);
}

/**
 * charter_partnership_may:
 * @self: a partnership
 * @person: a person's id
 * @act: what they want to do, such as `vote` or `chair`
 * @subject: (nullable): the id of what it is about: a decision, a concern, an entry
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * Asks *May I?* of everything recorded so far. See [method@Charter.View.may].
 *
 * Returns: (transfer full): the verdict, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterVerdict *
charter_partnership_may (CharterPartnership  *self,
                         const char          *person,
                         const char          *act,
                         const char          *subject,
                         const char          *at,
                         GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  return charter_view_may (view, person, act, subject, at, error);
}

/**
 * charter_partnership_decide:
 * @self: a partnership
 * @decision: a decision's id
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * Asks *What was decided?* of everything recorded so far. See [method@Charter.View.decide].
 *
 * Returns: (transfer full): the outcome, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterOutcome *
charter_partnership_decide (CharterPartnership  *self,
                            const char          *decision,
                            const char          *at,
                            GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  return charter_view_decide (view, decision, at, error);
}

/**
 * charter_partnership_list_obligations:
 * @self: a partnership
 * @at: the instant asked about, in UTC
 * @who: (nullable): the id of a person or partner; %NULL for everybody
 * @until: (nullable): the last date to look ahead to, such as `2026-12-31`; %NULL for a year
 * @error: return location for an error
 *
 * Asks *What is due?* of everything recorded so far. See
 * [method@Charter.View.list_obligations].
 *
 * Returns: (transfer full): a list model of [class@Charter.Obligation], %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_list_obligations (CharterPartnership  *self,
                                      const char          *at,
                                      const char          *who,
                                      const char          *until,
                                      GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  return charter_view_list_obligations (view, at, who, until, error);
}

/**
 * charter_partnership_list_register:
 * @self: a partnership
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * Gives the register of interests, from everything recorded so far. See
 * [method@Charter.View.list_register].
 *
 * Returns: (transfer full): a list model of [class@Charter.RegisterEntry], %NULL with an error
 *   of [error@Charter.Error]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_list_register (CharterPartnership  *self,
                                   const char          *at,
                                   GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  return charter_view_list_register (view, at, error);
}

/**
 * charter_partnership_assess_clause:
 * @self: a partnership
 * @clause: a clause's id
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * Asks *Do we live by it?* of one clause. See [method@Charter.View.assess_clause].
 *
 * Returns: (transfer full): the finding, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterFinding *
charter_partnership_assess_clause (CharterPartnership  *self,
                                   const char          *clause,
                                   const char          *at,
                                   GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  if (!charter_view_load (view, error))
    return NULL;
  return charter_view_assess_clause (view, clause, at, error);
}

/**
 * charter_partnership_assess:
 * @self: a partnership
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * Asks *Do we live by it?* of every clause in force. See [method@Charter.View.assess].
 *
 * Returns: (transfer full): the assessment, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterAssessment *
charter_partnership_assess (CharterPartnership  *self,
                            const char          *at,
                            GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  if (!charter_view_load (view, error))
    return NULL;
  return charter_view_assess (view, at, error);
}

/**
 * charter_view_load:
 * @self: a view
 * @error: return location for an error
 *
 * Reads the private values of the view's entries into memory. They are read when they are first
 * needed, but only in the thread that owns the partnership, since a store belongs to its thread:
 * call this there before the view is used in another one, where what has not been read shows as
 * redacted.
 *
 * Returns: %TRUE, or %FALSE with an error of [error@Charter.Error] if the store cannot be read
 *
 * Since: 0.1
 */
gboolean
charter_view_load (CharterView  *self,
                   GError      **error)
{
  const CharterScene *scene;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  scene = charter_view_get_scene (self);
  return charter_state_load_openings (scene->state, scene->known, error);
}

/* — what would follow — */

/**
 * charter_view_suppose:
 * @self: a view
 * @entries: a JSON array of submissions, or JSON Lines of them
 * @error: return location for an error
 *
 * Gives the view that would follow if these entries were recorded, and records nothing. They
 * are judged as if recorded when the latest of them happened. Nothing sealed bears on such a
 * view: a secret decision cannot be closed in it, and whether a handler is free of conflict
 * stays open.
 *
 * Returns: (transfer full): a view, %NULL with an error of [error@Charter.Error] that names the
 *   entry if one would be refused
 *
 * Since: 0.1
 */
CharterView *
charter_view_suppose (CharterView  *self,
                      const char   *entries,
                      GError      **error)
{
  const CharterScene *scene;
  g_autoptr(CharterState) fork = NULL;
  g_autoptr(CharterBatch) batch = NULL;
  CharterFrontier none;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (entries != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  scene = charter_view_get_scene (self);
  fork = charter_state_fork (scene->state, scene->known);
  charter_frontier_init (&none);
  batch = charter_batch_new (fork, &none, CHARTER_INSTANT_NONE, CHARTER_INSTANT_NONE,
                             charter_gate_is_governed (scene, 0), FALSE);
  batch->supposing = TRUE;
  if (!charter_batch_submit_text (batch, entries, error))
    return NULL;
  return charter_view_new (batch->state, charter_state_get_head (batch->state));
}

/**
 * charter_partnership_reveal:
 * @self: a partnership
 * @entry: an entry's id
 * @viewer: the id of the person who asks to see it
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * The one way to sealed values: gives an entry's data with them, if the viewer may
 * `see-sealed` this entry. Choices of a secret ballot are never given.
 *
 * Returns: (transfer full): JSON text, %NULL with [error@Charter.Error.PERMISSION] if the
 *   viewer may not see it, or another error of [error@Charter.Error]
 *
 * Since: 0.1
 */
char *
charter_partnership_reveal (CharterPartnership  *self,
                            const char          *entry,
                            const char          *viewer,
                            const char          *at,
                            GError             **error)
{
  g_autoptr(CharterArena) arena = NULL;
  CharterJudgement judgement = { 0 };
  const CharterFact *fact;
  CharterScene scene;
  gboolean allowed;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (entry != NULL && viewer != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_at (at, &instant, error) || !charter_question_utf8 (entry, error)
      || !charter_question_utf8 (viewer, error))
    return NULL;
  scene = charter_live_scene (charter_partnership_get_live (self));
  fact = charter_scene_find_entry (&scene, entry);
  if (fact == NULL)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
                   "There is no entry “%s” in the record", entry);
      return NULL;
    }
  charter_permit_may (&scene, charter_scene_find (&scene, viewer), "see-sealed", fact->makes,
                      instant, &judgement);
  allowed = judgement.answer == CHARTER_ANSWER_ALLOWED && fact->kind != CHARTER_KIND ("ballot-cast");
  charter_judgement_clear (&judgement);
  if (!allowed)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_PERMISSION,
                   "%s may not see what is sealed in this entry", viewer);
      return NULL;
    }
  arena = charter_arena_new ();
  return charter_node_to_text (charter_reveal_data (&scene, fact, arena, TRUE, NULL));
}
