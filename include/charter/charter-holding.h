/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_HOLDING (charter_holding_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterHolding, charter_holding, CHARTER, HOLDING, GObject)

CHARTER_AVAILABLE_IN_0_1
const char        *charter_holding_get_holder (CharterHolding *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_holding_get_share  (CharterHolding *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_holding_get_path   (CharterHolding *self);

G_END_DECLS
