/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_OBLIGATION (charter_obligation_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterObligation, charter_obligation, CHARTER, OBLIGATION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char             *charter_obligation_get_what    (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
const char             *charter_obligation_get_who     (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
const char             *charter_obligation_get_due     (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
CharterObligationState  charter_obligation_get_state   (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
const char             *charter_obligation_get_clause  (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
const char             *charter_obligation_get_about   (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
gint64                  charter_obligation_get_because (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
gint64                  charter_obligation_get_met_by  (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
const char             *charter_obligation_get_summary (CharterObligation *self);
CHARTER_AVAILABLE_IN_0_1
char                   *charter_obligation_to_json     (CharterObligation *self);

G_END_DECLS
