/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

/* Typed calls: interests, and stepping out and in. */

/**
 * charter_partnership_declare_interest:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the interest
 * @person: the id or the handle of the person
 * @party: the id of the party in which the interest lies
 * @category: the category of the interest, such as `financial`
 * @more: (nullable): a JSON object with further members, such as `nature`, `since`, `until`,
 *   `meeting`, `sensitive` and others
 * @error: return location for an error
 *
 * Records that a person has declared an interest in a party. Records `interest-declared`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_declare_interest (CharterPartnership  *self,
                                      const char          *at,
                                      const char          *by,
                                      const char          *id,
                                      const char          *person,
                                      const char          *party,
                                      const char          *category,
                                      const char          *more,
                                      GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "interest-declared", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "person", person);
  charter_call_set (call, "party", party);
  charter_call_set (call, "category", category);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_end_interest:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @interest: the id of the interest
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that a declared interest has come to an end. Records `interest-ended`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_end_interest (CharterPartnership  *self,
                                  const char          *at,
                                  const char          *by,
                                  const char          *interest,
                                  const char          *more,
                                  GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "interest-ended", at, by);
  charter_call_set (call, "interest", interest);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_declare_nothing:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @person: the id or the handle of the person
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that a person has declared that there is no interest to declare. Records
 * `nothing-declared`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_declare_nothing (CharterPartnership  *self,
                                     const char          *at,
                                     const char          *by,
                                     const char          *person,
                                     const char          *more,
                                     GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "nothing-declared", at, by);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_step_out:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision that is the item
 * @person: the id or the handle of the person
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that a person withdraws from an item. It has the effect of a conflict. Records
 * `stepped-out`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_step_out (CharterPartnership  *self,
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

  call = charter_call_new (self, "stepped-out", at, by);
  charter_call_set (call, "decision", decision);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_step_in:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @decision: the id of the decision that is the item
 * @person: the id or the handle of the person
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that a person who had withdrawn from an item comes back to it. Records `stepped-in`;
 * see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_step_in (CharterPartnership  *self,
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

  call = charter_call_new (self, "stepped-in", at, by);
  charter_call_set (call, "decision", decision);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}
