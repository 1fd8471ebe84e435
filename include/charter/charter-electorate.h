/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-delegation.h>
#include <charter/charter-exclusion.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_ELECTORATE (charter_electorate_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterElectorate, charter_electorate, CHARTER, ELECTORATE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char        *charter_electorate_get_decision      (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_electorate_get_at            (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_electorate_get_papers        (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_electorate_get_discussion    (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_electorate_get_presence      (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_electorate_get_quorum        (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_electorate_get_vote          (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_electorate_get_excluded      (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_electorate_get_delegations   (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_electorate_get_indeterminate (CharterElectorate *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_electorate_to_json           (CharterElectorate *self);

G_END_DECLS
