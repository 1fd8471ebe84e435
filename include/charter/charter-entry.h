/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_ENTRY (charter_entry_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterEntry, charter_entry, CHARTER, ENTRY, GObject)

CHARTER_AVAILABLE_IN_0_1
gint64      charter_entry_get_seq      (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_entry_get_id       (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_entry_get_kind     (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_entry_get_at       (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_entry_get_by       (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_entry_get_recorded (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_entry_get_late     (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_entry_get_redacted (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
char       *charter_entry_dup_data     (CharterEntry *self);
CHARTER_AVAILABLE_IN_0_1
char       *charter_entry_to_json      (CharterEntry *self);

G_END_DECLS
