/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

/* Typed calls: objectives, actions and contributions. */

/**
 * charter_partnership_agree_objective:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the objective
 * @what: what sort of objective it is, such as `delivery`
 * @more: (nullable): a JSON object with further members, such as `text`, `measure`,
 *   `baseline`, `target`, `owner`, `reports` and others
 * @error: return location for an error
 *
 * Records that the partnership has agreed on something to be reached. Records
 * `objective-agreed`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_agree_objective (CharterPartnership  *self,
                                     const char          *at,
                                     const char          *by,
                                     const char          *id,
                                     const char          *what,
                                     const char          *more,
                                     GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "objective-agreed", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "what", what);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_agree_action:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the action
 * @owner: the id of the partner, or the id or the handle of the person, that answers for it
 * @due: the date by which it is to be done
 * @more: (nullable): a JSON object with further members, such as `text`, `decision`, `for` and
 *   others
 * @error: return location for an error
 *
 * Records that somebody is to do something by a date. Records `action-agreed`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_agree_action (CharterPartnership  *self,
                                  const char          *at,
                                  const char          *by,
                                  const char          *id,
                                  const char          *owner,
                                  const char          *due,
                                  const char          *more,
                                  GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "action-agreed", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "owner", owner);
  charter_call_set (call, "due", due);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_finish_action:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @action: the id of the action
 * @more: (nullable): a JSON object with further members: `note`, `reason` and `learning`
 * @error: return location for an error
 *
 * Records that an action is done. Records `action-done`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_finish_action (CharterPartnership  *self,
                                   const char          *at,
                                   const char          *by,
                                   const char          *action,
                                   const char          *more,
                                   GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "action-done", at, by);
  charter_call_set (call, "action", action);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_make_contribution:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the contribution
 * @contributor: the id of the partner, or the id or the handle of the person, that contributes
 * @what: what it is, such as `idea`, `suggestion` or `learning`
 * @more: (nullable): a JSON object with further members, such as `text`, `about`, `basis` and
 *   others
 * @error: return location for an error
 *
 * Records what somebody contributes: an idea, a suggestion, something learned, a goal. Records
 * `contribution-made`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_make_contribution (CharterPartnership  *self,
                                       const char          *at,
                                       const char          *by,
                                       const char          *id,
                                       const char          *contributor,
                                       const char          *what,
                                       const char          *more,
                                       GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "contribution-made", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "by", contributor);
  charter_call_set (call, "what", what);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_answer_contribution:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @contribution: the id of the contribution
 * @adopted: how it is taken up: `full`, `part`, `no` or `noted`
 * @more: (nullable): a JSON object with further members, such as `reason`
 * @error: return location for an error
 *
 * Records that a contribution has been answered. Records `contribution-answered`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_answer_contribution (CharterPartnership  *self,
                                         const char          *at,
                                         const char          *by,
                                         const char          *contribution,
                                         const char          *adopted,
                                         const char          *more,
                                         GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "contribution-answered", at, by);
  charter_call_set (call, "contribution", contribution);
  charter_call_set (call, "adopted", adopted);
  return charter_call_record (call, more, error);
}
