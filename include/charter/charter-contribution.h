/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_CONTRIBUTION (charter_contribution_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterContribution, charter_contribution, CHARTER, CONTRIBUTION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_contribution_get_id       (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_contribution_get_by       (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_contribution_get_what     (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_contribution_get_about    (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_contribution_get_text     (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_contribution_get_answered (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_contribution_get_adopted  (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_contribution_get_redacted (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_contribution_get_entry    (CharterContribution *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_contribution_to_json      (CharterContribution *self);

G_END_DECLS
