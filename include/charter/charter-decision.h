/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-enums.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_DECISION (charter_decision_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterDecision, charter_decision, CHARTER, DECISION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char          *charter_decision_get_id       (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_decision_get_title    (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_decision_get_text     (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_decision_get_rule     (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
CharterDecisionState charter_decision_get_state    (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
CharterResult        charter_decision_get_result   (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_decision_get_opened   (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_decision_get_closes   (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_decision_get_closed   (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
gboolean             charter_decision_get_redacted (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
CharterDecisionState charter_decision_get_state_at (CharterDecision *self,
                                                    const char      *at,
                                                    GError         **error);
CHARTER_AVAILABLE_IN_0_1
CharterEntry        *charter_decision_get_entry    (CharterDecision *self);
CHARTER_AVAILABLE_IN_0_1
char                *charter_decision_to_json      (CharterDecision *self);

G_END_DECLS
