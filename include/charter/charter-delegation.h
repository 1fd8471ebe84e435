/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_DELEGATION (charter_delegation_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterDelegation, charter_delegation, CHARTER, DELEGATION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_delegation_get_id          (CharterDelegation *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_delegation_get_delegator   (CharterDelegation *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_delegation_get_delegate    (CharterDelegation *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_delegation_get_final       (CharterDelegation *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_delegation_get_ground      (CharterDelegation *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_delegation_get_explanation (CharterDelegation *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_delegation_get_entry       (CharterDelegation *self);

G_END_DECLS
