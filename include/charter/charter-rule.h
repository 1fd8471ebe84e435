/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_RULE (charter_rule_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterRule, charter_rule, CHARTER, RULE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_rule_get_id          (CharterRule *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_rule_get_name        (CharterRule *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_rule_get_clause      (CharterRule *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_rule_get_method      (CharterRule *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_rule_get_unit        (CharterRule *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_rule_get_secret      (CharterRule *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_rule_get_summary     (CharterRule *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_rule_get_unsupported (CharterRule *self);

G_END_DECLS
