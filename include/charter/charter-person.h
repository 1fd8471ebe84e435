/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_PERSON (charter_person_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterPerson, charter_person, CHARTER, PERSON, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_person_get_id             (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_person_get_name           (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_person_get_handle         (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
char        **charter_person_dup_partners       (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
char        **charter_person_dup_constituencies (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
char        **charter_person_dup_expertise      (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_person_get_current        (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_person_get_redacted       (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_person_get_entry          (CharterPerson *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_person_to_json            (CharterPerson *self);

G_END_DECLS
