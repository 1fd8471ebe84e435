/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_ROLE (charter_role_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterRole, charter_role, CHARTER, ROLE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char  *charter_role_get_id           (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
const char  *charter_role_get_name         (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
const char  *charter_role_get_clause       (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
gboolean     charter_role_get_one_holder   (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
gboolean     charter_role_get_of_partner   (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
const char  *charter_role_get_term         (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
const char  *charter_role_get_substitutes  (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
char       **charter_role_dup_acts         (CharterRole *self);
CHARTER_AVAILABLE_IN_0_1
char       **charter_role_dup_incompatible (CharterRole *self);

G_END_DECLS
