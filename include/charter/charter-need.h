/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_NEED (charter_need_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterNeed, charter_need, CHARTER, NEED, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_need_get_id       (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_need_get_of       (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_need_get_what     (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_need_get_nil      (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_need_get_text     (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_need_get_due      (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_need_get_met      (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_need_get_redacted (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_need_get_entry    (CharterNeed *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_need_to_json      (CharterNeed *self);

G_END_DECLS
