/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_EXCLUSION (charter_exclusion_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterExclusion, charter_exclusion, CHARTER, EXCLUSION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char        *charter_exclusion_get_who         (CharterExclusion *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_exclusion_get_person      (CharterExclusion *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_exclusion_get_from        (CharterExclusion *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_exclusion_get_ground      (CharterExclusion *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_exclusion_get_explanation (CharterExclusion *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_exclusion_get_party       (CharterExclusion *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_exclusion_get_clause      (CharterExclusion *self);
CHARTER_AVAILABLE_IN_0_1
gint64             charter_exclusion_get_entry       (CharterExclusion *self);

G_END_DECLS
