/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-calls-private.h"

#include <charter/charter-things.h>

#include "document/charter-document-object-private.h"

/* Typed calls: standing and roles. */

/* The document as it was read; one that a script made stands for nothing. */
static const CharterNode *
document_node (CharterDocument *document)
{
  CharterDocumentData *data = charter_document_get_data (document);

  return data != NULL ? data->root : NULL;
}

/**
 * charter_partnership_found:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @id: the id of the partnership
 * @title: the name of the partnership
 * @zone: the IANA time zone that governs every date of the record, such as `Europe/London`
 * @origin: the origin line of every checkpoint of the record, such as
 *   `example.org/partnership`
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Begins the record: the partnership exists from here on. Nobody has joined yet, so nobody is
 * named as the maker of the entry. Records `partnership-founded`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_found (CharterPartnership  *self,
                           const char          *at,
                           const char          *id,
                           const char          *title,
                           const char          *zone,
                           const char          *origin,
                           const char          *more,
                           GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "partnership-founded", at, NULL);
  charter_call_set (call, "id", id);
  charter_call_set (call, "title", title);
  charter_call_set (call, "zone", zone);
  charter_call_set (call, "origin", origin);
  charter_call_set (call, "format", "1");
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_adopt_charter:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @document: the charter
 * @decision: (nullable): the id of the decision that adopted it
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Adopts a written charter. It comes into force at once, or on its own `in-force-from` date.
 * Records `charter-adopted`; see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_adopt_charter (CharterPartnership  *self,
                                   const char          *at,
                                   const char          *by,
                                   CharterDocument     *document,
                                   const char          *decision,
                                   const char          *more,
                                   GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "charter-adopted", at, by);
  charter_call_set_node (call, "charter", document_node (document));
  charter_call_set (call, "decision", decision);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_join_partner:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: the id of the partner
 * @name: the name of the partner; it is private
 * @more: (nullable): a JSON object with further members, such as `sector`, `constituencies`,
 *   `weight` and others
 * @error: return location for an error
 *
 * Records that an organisation or group has become a partner. Records `partner-joined`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_join_partner (CharterPartnership  *self,
                                  const char          *at,
                                  const char          *by,
                                  const char          *id,
                                  const char          *name,
                                  const char          *more,
                                  GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "partner-joined", at, by);
  charter_call_set (call, "id", id);
  charter_call_set (call, "name", name);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_leave_partner:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @partner: the id of the partner
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that a partner has left the partnership. Records `partner-left`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_leave_partner (CharterPartnership  *self,
                                   const char          *at,
                                   const char          *by,
                                   const char          *partner,
                                   const char          *more,
                                   GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "partner-left", at, by);
  charter_call_set (call, "partner", partner);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_join_person:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @id: (nullable): the id of the person, a pseudonym; %NULL to have one drawn
 * @more: (nullable): a JSON object with further members, such as `handle`, `name`, `for` (the
 *   partners the person acts for), `constituencies`, `expertise` and others
 * @error: return location for an error
 *
 * Records that a person has begun to act in the partnership. Records `person-joined`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_join_person (CharterPartnership  *self,
                                 const char          *at,
                                 const char          *by,
                                 const char          *id,
                                 const char          *more,
                                 GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "person-joined", at, by);
  charter_call_set (call, "id", id);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_leave_person:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @person: the id or the handle of the person
 * @more: (nullable): a JSON object with further members of the kind
 * @error: return location for an error
 *
 * Records that a person no longer acts in the partnership. Records `person-left`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_leave_person (CharterPartnership  *self,
                                  const char          *at,
                                  const char          *by,
                                  const char          *person,
                                  const char          *more,
                                  GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "person-left", at, by);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_sign_charter:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @partner: the id of the partner
 * @version: the version of the charter, as the charter names it
 * @more: (nullable): a JSON object with further members, such as `person`, who signs for the
 *   partner
 * @error: return location for an error
 *
 * Records that a partner has signed one version of the charter. Records `charter-signed`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_sign_charter (CharterPartnership  *self,
                                  const char          *at,
                                  const char          *by,
                                  const char          *partner,
                                  const char          *version,
                                  const char          *more,
                                  GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "charter-signed", at, by);
  charter_call_set (call, "partner", partner);
  charter_call_set (call, "version", version);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_accept_agreement:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @agreement: the id of the agreement
 * @who: the id of the partner, or the id or the handle of the person, that accepts
 * @more: (nullable): a JSON object with further members, such as the `person` who accepts for
 *   a partner
 * @error: return location for an error
 *
 * Records that a partner or a person has accepted an agreement. Records `agreement-accepted`;
 * see [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_accept_agreement (CharterPartnership  *self,
                                      const char          *at,
                                      const char          *by,
                                      const char          *agreement,
                                      const char          *who,
                                      const char          *more,
                                      GError             **error)
{
  g_autoptr(CharterCall) call = NULL;
  g_autoptr(CharterPartner) partner = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "agreement-accepted", at, by);
  charter_call_set (call, "agreement", agreement);
  partner = who != NULL ? charter_partnership_get_partner (self, who) : NULL;
  charter_call_set (call, partner != NULL ? "partner" : "person", who);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_give_role:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @role: the id of the role
 * @person: the id or the handle of the person
 * @more: (nullable): a JSON object with further members, such as `for` (the partner for which
 *   it is held), `from`, `until`, `decision` and others
 * @error: return location for an error
 *
 * Records that a person has been given a role. Records `role-given`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_give_role (CharterPartnership  *self,
                               const char          *at,
                               const char          *by,
                               const char          *role,
                               const char          *person,
                               const char          *more,
                               GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "role-given", at, by);
  charter_call_set (call, "role", role);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}

/**
 * charter_partnership_end_role:
 * @self: a partnership
 * @at: when it happened, an instant in UTC
 * @by: (nullable): the id or the handle of the person who makes the entry, %NULL where no
 *   permission is asked
 * @role: the id of the role
 * @person: the id or the handle of the person
 * @more: (nullable): a JSON object with further members, such as `for`, the partner for which
 *   it was held
 * @error: return location for an error
 *
 * Records that a person no longer holds a role. Records `role-ended`; see
 * [method@Charter.Partnership.record].
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_end_role (CharterPartnership  *self,
                              const char          *at,
                              const char          *by,
                              const char          *role,
                              const char          *person,
                              const char          *more,
                              GError             **error)
{
  g_autoptr(CharterCall) call = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = charter_call_new (self, "role-ended", at, by);
  charter_call_set (call, "role", role);
  charter_call_set (call, "person", person);
  return charter_call_record (call, more, error);
}
