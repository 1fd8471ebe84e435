/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

/* Typed calls: concerns. None of these entries has a maker. */

/**
 * charter_partnership_raise_concern:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @track: the procedure that it goes by, such as `complaint`
 * @text: the concern in words; it is sealed
 * @more: (nullable): a JSON object with further members: `reporter` and `about`, both sealed,
 *   and `id`
 * @error: return location for an error
 *
 * Raises a concern. Its text, who raises it and whom it is about are sealed; its id is drawn
 * at random where none is given. The entry names nobody as its maker. Records
 * `concern-raised`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_raise_concern (CharterPartnership  *self,
                                   const char          *at,
                                   const char          *track,
                                   const char          *text,
                                   const char          *more,
                                   GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "concern-raised", at, NULL);
  charter_call_set (call, "track", track);
  charter_call_set (call, "text", text);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_acknowledge_concern:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @concern: the id of the concern
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that the arrival of a concern has been acknowledged. The entry names nobody as its
 * maker. Records `concern-acknowledged`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_acknowledge_concern (CharterPartnership  *self,
                                         const char          *at,
                                         const char          *concern,
                                         const char          *more,
                                         GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "concern-acknowledged", at, NULL);
  charter_call_set (call, "concern", concern);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_assign_concern:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @concern: the id of the concern
 * @handler: (nullable): the id or the handle of the person who deals with it
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records to whom a concern is given to deal with, and whether that person is connected with
 * those it is about. The entry names nobody as its maker. Records `concern-assigned`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_assign_concern (CharterPartnership  *self,
                                    const char          *at,
                                    const char          *concern,
                                    const char          *handler,
                                    const char          *more,
                                    GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "concern-assigned", at, NULL);
  charter_call_set (call, "concern", concern);
  charter_call_set (call, "handler", handler);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_close_concern:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @concern: the id of the concern
 * @more: (nullable): a JSON object with further members: `outcome`, `learning` and `cause`
 * @error: return location for an error
 *
 * Records that a concern has been dealt with. The entry names nobody as its maker. Records
 * `concern-closed`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_close_concern (CharterPartnership  *self,
                                   const char          *at,
                                   const char          *concern,
                                   const char          *more,
                                   GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "concern-closed", at, NULL);
  charter_call_set (call, "concern", concern);
  return charter_call_record (call, more, error);
}
