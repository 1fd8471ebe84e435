/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_REGISTER_ENTRY (charter_register_entry_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterRegisterEntry, charter_register_entry, CHARTER, REGISTER_ENTRY, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_person           (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_person_name      (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_kind             (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_interest         (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_party            (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_party_name       (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_category         (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_nature           (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_register_entry_get_redacted         (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_register_entry_get_sensitive        (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_register_entry_get_standing         (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_meeting          (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_since            (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_until            (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_ended            (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_declared         (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_register_entry_get_current          (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_register_entry_get_published        (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_published_until  (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_due              (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_register_entry_get_late             (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_confirm_by       (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_register_entry_get_confirm_overdue  (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_register_entry_get_left             (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_register_entry_get_entry            (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
char       *charter_register_entry_to_json              (CharterRegisterEntry *self);
CHARTER_AVAILABLE_IN_0_1
char       *charter_register_to_json                    (GListModel           *entries);

G_END_DECLS
