/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_FINDING (charter_finding_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterFinding, charter_finding, CHARTER, FINDING, GObject)

CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_get_clause       (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_get_section      (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
CharterFindingStatus  charter_finding_get_status       (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_get_summary      (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
GListModel           *charter_finding_get_reasons      (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
GListModel           *charter_finding_get_measures     (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
guint                 charter_finding_get_n_offending  (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
gint64                charter_finding_get_offending    (CharterFinding *self,
                                                        guint           index);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_get_offending_id (CharterFinding *self,
                                                        guint           index);
CHARTER_AVAILABLE_IN_0_1
guint                 charter_finding_get_n_satisfying (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
gint64                charter_finding_get_satisfying   (CharterFinding *self,
                                                        guint           index);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_get_satisfying_id (CharterFinding *self,
                                                         guint           index);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_get_fresh_until  (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
const char           *charter_finding_get_restore      (CharterFinding *self);
CHARTER_AVAILABLE_IN_0_1
char                 *charter_finding_to_json          (CharterFinding *self);

G_END_DECLS
