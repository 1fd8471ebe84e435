/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_REFUSAL (charter_refusal_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterRefusal, charter_refusal, CHARTER, REFUSAL, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_refusal_get_code    (CharterRefusal *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_refusal_get_path    (CharterRefusal *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_refusal_get_message (CharterRefusal *self);
CHARTER_AVAILABLE_IN_0_1
char       *charter_refusal_to_json     (CharterRefusal *self);

G_END_DECLS
