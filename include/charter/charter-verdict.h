/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_VERDICT (charter_verdict_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterVerdict, charter_verdict, CHARTER, VERDICT, GObject)

CHARTER_AVAILABLE_IN_0_1
CharterAnswer      charter_verdict_get_answer  (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_verdict_get_person  (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_verdict_get_act     (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_verdict_get_subject (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_verdict_get_at      (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_verdict_get_grounds (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_verdict_get_reasons (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_verdict_get_changes (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_verdict_get_summary (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_verdict_to_json     (CharterVerdict *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_ground_explain      (const char     *ground);

G_END_DECLS
