/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_INTEREST (charter_interest_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterInterest, charter_interest, CHARTER, INTEREST, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_id        (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_person    (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_party     (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_category  (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_nature    (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_interest_get_sensitive (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_since     (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_until     (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_interest_get_ended     (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_interest_get_redacted  (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_interest_get_entry     (CharterInterest *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_interest_to_json       (CharterInterest *self);

G_END_DECLS
