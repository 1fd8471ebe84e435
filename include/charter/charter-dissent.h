/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_DISSENT (charter_dissent_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterDissent, charter_dissent, CHARTER, DISSENT, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_dissent_get_who       (CharterDissent *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_dissent_get_person    (CharterDissent *self);
CHARTER_AVAILABLE_IN_0_1
CharterChoice charter_dissent_get_choice    (CharterDissent *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_dissent_get_reasoned  (CharterDissent *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_dissent_get_objection (CharterDissent *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_dissent_get_stands    (CharterDissent *self);
CHARTER_AVAILABLE_IN_0_1
gint64        charter_dissent_get_entry     (CharterDissent *self);

G_END_DECLS
