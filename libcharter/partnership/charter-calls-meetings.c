/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

/* Typed calls: meetings, notices, reviews and attestations. */

/**
 * charter_partnership_call_meeting:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the meeting
 * @starts: when it starts, an instant in UTC
 * @purpose: what it is for; it is private
 * @more: (nullable): a JSON object with further members, such as `place`, `items`, `invited`
 *   and others
 * @error: return location for an error
 *
 * Calls a meeting. Records `meeting-called`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_call_meeting (CharterPartnership  *self,
                                  const char          *at,
                                  const char          *by,
                                  const char          *id,
                                  const char          *starts,
                                  const char          *purpose,
                                  const char          *more,
                                  GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "meeting-called", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "starts", starts);
  charter_call_set (call, "purpose", purpose);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_change_meeting:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @meeting: the id of the meeting
 * @more: (nullable): a JSON object with further members, such as `starts`, `purpose`, `place`,
 *   `items`, `invited`, `reason` and others
 * @error: return location for an error
 *
 * Changes a meeting that was called. What is to change is given by the further members.
 * Records `meeting-changed`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_change_meeting (CharterPartnership  *self,
                                    const char          *at,
                                    const char          *by,
                                    const char          *meeting,
                                    const char          *more,
                                    GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "meeting-changed", at, by);
  charter_call_set (call, "meeting", meeting);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_note_attendance:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @meeting: (nullable): the id of the meeting, %NULL for an activity
 * @person: the id or the handle of the person
 * @present: whether the person was present
 * @more: (nullable): a JSON object with further members: `activity`, `items`, `for` and
 *   `excused`
 * @error: return location for an error
 *
 * Notes whether somebody was present at a meeting, or at an activity that the further members
 * name as `activity`. Records `attendance-noted`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_note_attendance (CharterPartnership  *self,
                                     const char          *at,
                                     const char          *by,
                                     const char          *meeting,
                                     const char          *person,
                                     gboolean             present,
                                     const char          *more,
                                     GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "attendance-noted", at, by);
  charter_call_set (call, "meeting", meeting);
  charter_call_set (call, "person", person);
  charter_call_set_boolean (call, "present", present);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_send_notice:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the notice
 * @about: the id of what it is about
 * @what: what it tells, such as `agenda`, `papers` or `outcome`
 * @to: (array zero-terminated=1): those to whom it is sent: ids of partners and
 *   constituencies, ids or handles of persons, or words such as `public`
 * @more: (nullable): a JSON object with further members, such as `text`, `format` and others
 * @error: return location for an error
 *
 * Records that those concerned have been told of something, all in one message. Records
 * `notice-sent`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_send_notice (CharterPartnership  *self,
                                 const char          *at,
                                 const char          *by,
                                 const char          *id,
                                 const char          *about,
                                 const char          *what,
                                 const char *const   *to,
                                 const char          *more,
                                 GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "notice-sent", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "about", about);
  charter_call_set (call, "what", what);
  charter_call_set_strings (call, "to", to);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_hold_review:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @cycle: (nullable): the id of the review cycle, %NULL where it is of something else
 * @more: (nullable): a JSON object with further members, such as `of`, `for-date`, `present`,
 *   `covers`, `findings` and others
 * @error: return location for an error
 *
 * Records that a review has been held, of a cycle of the charter or of something else that the
 * further members name as `of`. Records `review-held`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_hold_review (CharterPartnership  *self,
                                 const char          *at,
                                 const char          *by,
                                 const char          *cycle,
                                 const char          *more,
                                 GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "review-held", at, by);
  charter_call_set (call, "cycle", cycle);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_attest:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @clause: the id of the clause
 * @question: the question that is answered
 * @person: (nullable): the id of the partner, or the id or the handle of the person, that
 *   answers; %NULL for a group outside the record
 * @score: the answer on the scale of the question, 0 where there is none
 * @more: (nullable): a JSON object with further members, such as `about`, `anonymous`,
 *   `reply`, `tally`, `round` and others
 * @error: return location for an error
 *
 * Records how somebody says a clause is lived. An answer without a score gives `reply` or
 * `tally` among the further members; one that is marked as `anonymous` is made by nobody.
 * Records `attestation-made`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_attest (CharterPartnership  *self,
                            const char          *at,
                            const char          *by,
                            const char          *clause,
                            const char          *question,
                            const char          *person,
                            gint64               score,
                            const char          *more,
                            GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "attestation-made", at, by);
  charter_call_set (call, "clause", clause);
  charter_call_set (call, "question", question);
  charter_call_set (call, "person", person);
  if (score != 0)
    charter_call_set_integer (call, "score", score);
  return charter_call_record (call, more, error);
}
