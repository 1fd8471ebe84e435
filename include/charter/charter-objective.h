/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_OBJECTIVE (charter_objective_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterObjective, charter_objective, CHARTER, OBJECTIVE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_id       (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_what     (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_text     (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_owner    (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_measure  (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_baseline (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_target   (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_objective_get_due      (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_objective_get_redacted (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_objective_get_entry    (CharterObjective *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_objective_to_json      (CharterObjective *self);

G_END_DECLS
