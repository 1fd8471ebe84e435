/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

/* Typed calls: decisions, ballots, views and objections. */

/**
 * charter_partnership_propose_decision:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the decision
 * @title: the short name of the matter; it is private
 * @rule: the id of the decision rule that it is taken by
 * @more: (nullable): a JSON object with further members, such as `text`, `about` (the parties
 *   concerned), `options`, `meeting` and others
 * @error: return location for an error
 *
 * Puts a matter to the partnership for decision. Records `decision-proposed`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_propose_decision (CharterPartnership  *self,
                                      const char          *at,
                                      const char          *by,
                                      const char          *id,
                                      const char          *title,
                                      const char          *rule,
                                      const char          *more,
                                      GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "decision-proposed", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "title", title);
  charter_call_set (call, "rule", rule);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_open_decision:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision
 * @more: (nullable): a JSON object with further members, such as `closes`, the instant at
 *   which voting closes
 * @error: return location for an error
 *
 * Opens voting on a decision, and pins the version of the charter that is in force. Records
 * `decision-opened`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_open_decision (CharterPartnership  *self,
                                   const char          *at,
                                   const char          *by,
                                   const char          *decision,
                                   const char          *more,
                                   GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "decision-opened", at, by);
  charter_call_set (call, "decision", decision);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_cast_ballot:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision
 * @voter: the id of the partner, or the id or the handle of the person, that votes
 * @choice: (nullable): the choice: `for`, `against`, `abstain`, `object` or `stand-aside`;
 *   %NULL for a ballot on options
 * @more: (nullable): a JSON object with further members, such as `for` (the partner for which
 *   a person votes), `reason` and others
 * @error: return location for an error
 *
 * Casts a ballot. One that ranks, approves or scores options has no choice: it gives
 * `ranking`, `approves` or `scores` among the further members. Records `ballot-cast`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_cast_ballot (CharterPartnership  *self,
                                 const char          *at,
                                 const char          *by,
                                 const char          *decision,
                                 const char          *voter,
                                 const char          *choice,
                                 const char          *more,
                                 GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "ballot-cast", at, by);
  charter_call_set (call, "decision", decision);
  charter_call_set (call, "voter", voter);
  charter_call_set (call, "choice", choice);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_withdraw_ballot:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision
 * @voter: the id of the partner, or the id or the handle of the person, that voted
 * @more: (nullable): a JSON object with further members, such as `for`, the partner for which
 *   a person voted
 * @error: return location for an error
 *
 * Takes a ballot back. Records `ballot-withdrawn`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_withdraw_ballot (CharterPartnership  *self,
                                     const char          *at,
                                     const char          *by,
                                     const char          *decision,
                                     const char          *voter,
                                     const char          *more,
                                     GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "ballot-withdrawn", at, by);
  charter_call_set (call, "decision", decision);
  charter_call_set (call, "voter", voter);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_close_decision:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Closes a decision. What was decided is counted and fixed: nothing that is recorded later
 * changes it. Records `decision-closed`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_close_decision (CharterPartnership  *self,
                                    const char          *at,
                                    const char          *by,
                                    const char          *decision,
                                    const char          *more,
                                    GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "decision-closed", at, by);
  charter_call_set (call, "decision", decision);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_publish_decision:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision
 * @more: (nullable): a JSON object with further members, such as `where`, `reason`, `views`
 *   (how each was taken into account) and others
 * @error: return location for an error
 *
 * Records that the outcome of a decision has been made known. Records `decision-published`;
 * see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_publish_decision (CharterPartnership  *self,
                                      const char          *at,
                                      const char          *by,
                                      const char          *decision,
                                      const char          *more,
                                      GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "decision-published", at, by);
  charter_call_set (call, "decision", decision);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_withdraw_decision:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision
 * @more: (nullable): a JSON object with further members, such as `reason` and others
 * @error: return location for an error
 *
 * Takes a proposal back before it is decided. Records `decision-withdrawn`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_withdraw_decision (CharterPartnership  *self,
                                       const char          *at,
                                       const char          *by,
                                       const char          *decision,
                                       const char          *more,
                                       GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "decision-withdrawn", at, by);
  charter_call_set (call, "decision", decision);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_enact_decision:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision
 * @more: (nullable): a JSON object with further members, such as `reason` and others
 * @error: return location for an error
 *
 * Records that a decision takes effect. Records `decision-enacted`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_enact_decision (CharterPartnership  *self,
                                    const char          *at,
                                    const char          *by,
                                    const char          *decision,
                                    const char          *more,
                                    GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "decision-enacted", at, by);
  charter_call_set (call, "decision", decision);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_seek_view:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: (nullable): the id of the decision, %NULL where a question is put
 * @person: the id of the partner, or the id or the handle of the person, that is asked
 * @more: (nullable): a JSON object with further members, such as `question`, `manner` and
 *   others
 * @error: return location for an error
 *
 * Records that somebody is asked for a view on a decision, or on a question that the further
 * members name as `question`. Records `view-sought`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_seek_view (CharterPartnership  *self,
                               const char          *at,
                               const char          *by,
                               const char          *decision,
                               const char          *person,
                               const char          *more,
                               GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "view-sought", at, by);
  charter_call_set (call, "decision", decision);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_give_view:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: (nullable): the id of the decision, %NULL where a question is answered
 * @person: the id or the handle of the person whose view it is
 * @more: (nullable): a JSON object with further members, such as `question`, `position`,
 *   `basis`, `text` and others
 * @error: return location for an error
 *
 * Records a view on a decision, or on a question that the further members name as `question`.
 * Records `view-given`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_give_view (CharterPartnership  *self,
                               const char          *at,
                               const char          *by,
                               const char          *decision,
                               const char          *person,
                               const char          *more,
                               GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "view-given", at, by);
  charter_call_set (call, "decision", decision);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_raise_objection:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the objection
 * @decision: the id of the decision
 * @person: the id or the handle of the person who objects
 * @reason: why the person objects; it is private
 * @more: (nullable): a JSON object with further members: `for` (the partner for which the
 *   person speaks) and `option`
 * @error: return location for an error
 *
 * Records that somebody objects to a decision, with a reason. Records `objection-raised`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_raise_objection (CharterPartnership  *self,
                                     const char          *at,
                                     const char          *by,
                                     const char          *id,
                                     const char          *decision,
                                     const char          *person,
                                     const char          *reason,
                                     const char          *more,
                                     GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "objection-raised", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "decision", decision);
  charter_call_set (call, "person", person);
  charter_call_set (call, "reason", reason);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_answer_objection:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @objection: the id of the objection
 * @standing: whether the objection still stands
 * @more: (nullable): a JSON object with further members, such as `text`
 * @error: return location for an error
 *
 * Records that an objection has been answered. Records `objection-answered`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_answer_objection (CharterPartnership  *self,
                                      const char          *at,
                                      const char          *by,
                                      const char          *objection,
                                      gboolean             standing,
                                      const char          *more,
                                      GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "objection-answered", at, by);
  charter_call_set (call, "objection", objection);
  charter_call_set_boolean (call, "standing", standing);
  return charter_call_record (call, more, error);
}
