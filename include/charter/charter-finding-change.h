/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_FINDING_CHANGE (charter_finding_change_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterFindingChange, charter_finding_change, CHARTER, FINDING_CHANGE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_change_get_clause  (CharterFindingChange *self);
CHARTER_AVAILABLE_IN_0_1
CharterFinding       *charter_finding_change_get_earlier (CharterFindingChange *self);
CHARTER_AVAILABLE_IN_0_1
CharterFinding       *charter_finding_change_get_later   (CharterFindingChange *self);
CHARTER_AVAILABLE_IN_0_1
gboolean              charter_finding_change_get_rose    (CharterFindingChange *self);
CHARTER_AVAILABLE_IN_0_1
gboolean              charter_finding_change_get_fell    (CharterFindingChange *self);

G_END_DECLS
