/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_CONCERN (charter_concern_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterConcern, charter_concern, CHARTER, CONCERN, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_concern_get_id            (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_concern_get_track         (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_concern_get_raised        (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_concern_get_acknowledged  (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_concern_get_assigned      (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_concern_get_handler       (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_concern_get_conflict_free (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_concern_get_closed        (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_concern_get_entry         (CharterConcern *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_concern_to_json           (CharterConcern *self);

G_END_DECLS
