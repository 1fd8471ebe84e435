/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_CONFLICT (charter_conflict_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterConflict, charter_conflict, CHARTER, CONFLICT, GObject)

CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_person    (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_party     (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_kind      (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_category  (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_conflict_get_path      (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_effect    (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_conflict_get_ruled     (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_clause    (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
gint64             charter_conflict_get_entry     (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_via       (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_share     (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_conflict_get_holdings  (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_conflict_get_exemption (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_conflict_get_withheld  (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_conflict_to_json       (CharterConflict *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_conflict_list_to_json  (GListModel      *conflicts);

G_END_DECLS
