/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

/* Typed calls: the record itself. */

/**
 * charter_partnership_correct_entry:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @entry: the id of the entry
 * @set: a JSON object with the members that are corrected and their new values
 * @more: (nullable): a JSON object with further members, such as `reason`
 * @error: return location for an error
 *
 * Corrects an earlier entry: it reads differently from here on, and views of the past still
 * show what stood there. Records `entry-corrected`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_correct_entry (CharterPartnership  *self,
                                   const char          *at,
                                   const char          *by,
                                   const char          *entry,
                                   const char          *set,
                                   const char          *more,
                                   GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "entry-corrected", at, by);
  charter_call_set (call, "entry", entry);
  charter_call_set_json (call, "set", set);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_redact_entry:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @entry: the id of the entry
 * @members: (array zero-terminated=1): the members that are erased
 * @rule: the rule under which they are erased
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Erases private or sealed values of an earlier entry, beyond recovery. That they were there
 * stays on record, and so does every answer. Records `entry-redacted`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_redact_entry (CharterPartnership  *self,
                                  const char          *at,
                                  const char          *by,
                                  const char          *entry,
                                  const char *const   *members,
                                  const char          *rule,
                                  const char          *more,
                                  GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "entry-redacted", at, by);
  charter_call_set (call, "entry", entry);
  charter_call_set_strings (call, "members", members);
  charter_call_set (call, "rule", rule);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_sign_checkpoint:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @checkpoint: the text of the checkpoint
 * @partner: the id of the partner
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that a partner holds a checkpoint of the record. Records `checkpoint-signed`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_sign_checkpoint (CharterPartnership  *self,
                                     const char          *at,
                                     const char          *by,
                                     const char          *checkpoint,
                                     const char          *partner,
                                     const char          *more,
                                     GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "checkpoint-signed", at, by);
  charter_call_set (call, "checkpoint", checkpoint);
  charter_call_set (call, "partner", partner);
  return charter_call_record (call, more, error);
}
