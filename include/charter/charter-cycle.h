/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_CYCLE (charter_cycle_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterCycle, charter_cycle, CHARTER, CYCLE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_id              (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_name            (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_clause          (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_of              (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_every           (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_anchor          (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_cycle_get_from_completion (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_notice          (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_window          (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_grace           (CharterCycle *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_cycle_get_owner           (CharterCycle *self);

G_END_DECLS
