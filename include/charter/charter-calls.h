/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-document.h>
#include <charter/charter-entry.h>
#include <charter/charter-partnership.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

/* Calls that record one entry of a kind: when it happened, who makes it, the members that the
 * kind requires, and further ones as JSON.  Where a person's id stands, a handle will do. */

/* Standing and roles */
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_found (CharterPartnership  *self,
                                         const char          *at,
                                         const char          *id,
                                         const char          *title,
                                         const char          *zone,
                                         const char          *origin,
                                         const char          *more,
                                         GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_adopt_charter (CharterPartnership  *self,
                                                 const char          *at,
                                                 const char          *by,
                                                 CharterDocument     *document,
                                                 const char          *decision,
                                                 const char          *more,
                                                 GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_join_partner (CharterPartnership  *self,
                                                const char          *at,
                                                const char          *by,
                                                const char          *id,
                                                const char          *name,
                                                const char          *more,
                                                GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_leave_partner (CharterPartnership  *self,
                                                 const char          *at,
                                                 const char          *by,
                                                 const char          *partner,
                                                 const char          *more,
                                                 GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_join_person (CharterPartnership  *self,
                                               const char          *at,
                                               const char          *by,
                                               const char          *id,
                                               const char          *more,
                                               GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_leave_person (CharterPartnership  *self,
                                                const char          *at,
                                                const char          *by,
                                                const char          *person,
                                                const char          *more,
                                                GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_sign_charter (CharterPartnership  *self,
                                                const char          *at,
                                                const char          *by,
                                                const char          *partner,
                                                const char          *version,
                                                const char          *more,
                                                GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_accept_agreement (CharterPartnership  *self,
                                                    const char          *at,
                                                    const char          *by,
                                                    const char          *agreement,
                                                    const char          *who,
                                                    const char          *more,
                                                    GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_give_role (CharterPartnership  *self,
                                             const char          *at,
                                             const char          *by,
                                             const char          *role,
                                             const char          *person,
                                             const char          *more,
                                             GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_end_role (CharterPartnership  *self,
                                            const char          *at,
                                            const char          *by,
                                            const char          *role,
                                            const char          *person,
                                            const char          *more,
                                            GError             **error);

/* Interests */
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_declare_interest (CharterPartnership  *self,
                                                    const char          *at,
                                                    const char          *by,
                                                    const char          *id,
                                                    const char          *person,
                                                    const char          *party,
                                                    const char          *category,
                                                    const char          *more,
                                                    GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_end_interest (CharterPartnership  *self,
                                                const char          *at,
                                                const char          *by,
                                                const char          *interest,
                                                const char          *more,
                                                GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_declare_nothing (CharterPartnership  *self,
                                                   const char          *at,
                                                   const char          *by,
                                                   const char          *person,
                                                   const char          *more,
                                                   GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_step_out (CharterPartnership  *self,
                                            const char          *at,
                                            const char          *by,
                                            const char          *decision,
                                            const char          *person,
                                            const char          *more,
                                            GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_step_in (CharterPartnership  *self,
                                           const char          *at,
                                           const char          *by,
                                           const char          *decision,
                                           const char          *person,
                                           const char          *more,
                                           GError             **error);

/* Decisions */
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_propose_decision (CharterPartnership  *self,
                                                    const char          *at,
                                                    const char          *by,
                                                    const char          *id,
                                                    const char          *title,
                                                    const char          *rule,
                                                    const char          *more,
                                                    GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_open_decision (CharterPartnership  *self,
                                                 const char          *at,
                                                 const char          *by,
                                                 const char          *decision,
                                                 const char          *more,
                                                 GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_cast_ballot (CharterPartnership  *self,
                                               const char          *at,
                                               const char          *by,
                                               const char          *decision,
                                               const char          *voter,
                                               const char          *choice,
                                               const char          *more,
                                               GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_withdraw_ballot (CharterPartnership  *self,
                                                   const char          *at,
                                                   const char          *by,
                                                   const char          *decision,
                                                   const char          *voter,
                                                   const char          *more,
                                                   GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_close_decision (CharterPartnership  *self,
                                                  const char          *at,
                                                  const char          *by,
                                                  const char          *decision,
                                                  const char          *more,
                                                  GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_publish_decision (CharterPartnership  *self,
                                                    const char          *at,
                                                    const char          *by,
                                                    const char          *decision,
                                                    const char          *more,
                                                    GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_withdraw_decision (CharterPartnership  *self,
                                                     const char          *at,
                                                     const char          *by,
                                                     const char          *decision,
                                                     const char          *more,
                                                     GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_enact_decision (CharterPartnership  *self,
                                                  const char          *at,
                                                  const char          *by,
                                                  const char          *decision,
                                                  const char          *more,
                                                  GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_seek_view (CharterPartnership  *self,
                                             const char          *at,
                                             const char          *by,
                                             const char          *decision,
                                             const char          *person,
                                             const char          *more,
                                             GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_give_view (CharterPartnership  *self,
                                             const char          *at,
                                             const char          *by,
                                             const char          *decision,
                                             const char          *person,
                                             const char          *more,
                                             GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_raise_objection (CharterPartnership  *self,
                                                   const char          *at,
                                                   const char          *by,
                                                   const char          *id,
                                                   const char          *decision,
                                                   const char          *person,
                                                   const char          *reason,
                                                   const char          *more,
                                                   GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_answer_objection (CharterPartnership  *self,
                                                    const char          *at,
                                                    const char          *by,
                                                    const char          *objection,
                                                    gboolean             standing,
                                                    const char          *more,
                                                    GError             **error);

/* Meetings, reviews and attestations */
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_call_meeting (CharterPartnership  *self,
                                                const char          *at,
                                                const char          *by,
                                                const char          *id,
                                                const char          *starts,
                                                const char          *purpose,
                                                const char          *more,
                                                GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_change_meeting (CharterPartnership  *self,
                                                  const char          *at,
                                                  const char          *by,
                                                  const char          *meeting,
                                                  const char          *more,
                                                  GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_note_attendance (CharterPartnership  *self,
                                                   const char          *at,
                                                   const char          *by,
                                                   const char          *meeting,
                                                   const char          *person,
                                                   gboolean             present,
                                                   const char          *more,
                                                   GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_send_notice (CharterPartnership  *self,
                                               const char          *at,
                                               const char          *by,
                                               const char          *id,
                                               const char          *about,
                                               const char          *what,
                                               const char *const   *to,
                                               const char          *more,
                                               GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_hold_review (CharterPartnership  *self,
                                               const char          *at,
                                               const char          *by,
                                               const char          *cycle,
                                               const char          *more,
                                               GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_attest (CharterPartnership  *self,
                                          const char          *at,
                                          const char          *by,
                                          const char          *clause,
                                          const char          *question,
                                          const char          *person,
                                          gint64               score,
                                          const char          *more,
                                          GError             **error);

/* Actions and contributions */
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_agree_objective (CharterPartnership  *self,
                                                   const char          *at,
                                                   const char          *by,
                                                   const char          *id,
                                                   const char          *what,
                                                   const char          *more,
                                                   GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_agree_action (CharterPartnership  *self,
                                                const char          *at,
                                                const char          *by,
                                                const char          *id,
                                                const char          *owner,
                                                const char          *due,
                                                const char          *more,
                                                GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_finish_action (CharterPartnership  *self,
                                                 const char          *at,
                                                 const char          *by,
                                                 const char          *action,
                                                 const char          *more,
                                                 GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_make_contribution (CharterPartnership  *self,
                                                     const char          *at,
                                                     const char          *by,
                                                     const char          *id,
                                                     const char          *contributor,
                                                     const char          *what,
                                                     const char          *more,
                                                     GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_answer_contribution (CharterPartnership  *self,
                                                       const char          *at,
                                                       const char          *by,
                                                       const char          *contribution,
                                                       const char          *adopted,
                                                       const char          *more,
                                                       GError             **error);

/* Concerns: nobody is named as the maker of these entries */
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_raise_concern (CharterPartnership  *self,
                                                 const char          *at,
                                                 const char          *track,
                                                 const char          *text,
                                                 const char          *more,
                                                 GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_acknowledge_concern (CharterPartnership  *self,
                                                       const char          *at,
                                                       const char          *concern,
                                                       const char          *more,
                                                       GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_assign_concern (CharterPartnership  *self,
                                                  const char          *at,
                                                  const char          *concern,
                                                  const char          *handler,
                                                  const char          *more,
                                                  GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_close_concern (CharterPartnership  *self,
                                                 const char          *at,
                                                 const char          *concern,
                                                 const char          *more,
                                                 GError             **error);

/* The record itself */
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_correct_entry (CharterPartnership  *self,
                                                 const char          *at,
                                                 const char          *by,
                                                 const char          *entry,
                                                 const char          *set,
                                                 const char          *more,
                                                 GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_redact_entry (CharterPartnership  *self,
                                                const char          *at,
                                                const char          *by,
                                                const char          *entry,
                                                const char *const   *members,
                                                const char          *rule,
                                                const char          *more,
                                                GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_partnership_sign_checkpoint (CharterPartnership  *self,
                                                   const char          *at,
                                                   const char          *by,
                                                   const char          *checkpoint,
                                                   const char          *partner,
                                                   const char          *more,
                                                   GError             **error);

G_END_DECLS
