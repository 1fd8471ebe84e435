/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_ACTION (charter_action_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterAction, charter_action, CHARTER, ACTION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_action_get_id       (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_action_get_owner    (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_action_get_due      (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_action_get_text     (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_action_get_decision (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_action_get_done     (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_action_get_dropped  (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_action_get_redacted (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_action_get_entry    (CharterAction *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_action_to_json      (CharterAction *self);

G_END_DECLS
