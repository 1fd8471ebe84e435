/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-action.h>
#include <charter/charter-agreement.h>
#include <charter/charter-appointment.h>
#include <charter/charter-concern.h>
#include <charter/charter-contribution.h>
#include <charter/charter-decision.h>
#include <charter/charter-interest.h>
#include <charter/charter-meeting.h>
#include <charter/charter-need.h>
#include <charter/charter-objective.h>
#include <charter/charter-partner.h>
#include <charter/charter-partnership.h>
#include <charter/charter-person.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

/* The things of a partnership: every one ever made, and one by its id. */

CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_partners      (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_persons       (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_appointments  (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_decisions     (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_meetings      (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_actions       (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_interests     (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_agreements    (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_objectives    (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_contributions (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_concerns      (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_partnership_get_needs         (CharterPartnership *self);
CHARTER_AVAILABLE_IN_0_1
CharterPartner      *charter_partnership_get_partner       (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterPerson       *charter_partnership_get_person        (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterAppointment  *charter_partnership_get_appointment   (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterDecision     *charter_partnership_get_decision      (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterMeeting      *charter_partnership_get_meeting       (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterAction       *charter_partnership_get_action        (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterInterest     *charter_partnership_get_interest      (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterAgreement    *charter_partnership_get_agreement     (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterObjective    *charter_partnership_get_objective     (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterContribution *charter_partnership_get_contribution  (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterConcern      *charter_partnership_get_concern       (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
CharterNeed         *charter_partnership_get_need          (CharterPartnership *self,
                                                            const char         *id);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_partnership_find_person       (CharterPartnership *self,
                                                            const char         *handle);

G_END_DECLS
