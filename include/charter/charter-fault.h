/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-error.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_FAULT (charter_fault_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterFault, charter_fault, CHARTER, FAULT, GObject)

CHARTER_AVAILABLE_IN_0_1
CharterError  charter_fault_get_code       (CharterFault *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_fault_get_path       (CharterFault *self);
CHARTER_AVAILABLE_IN_0_1
guint         charter_fault_get_line       (CharterFault *self);
CHARTER_AVAILABLE_IN_0_1
guint         charter_fault_get_column     (CharterFault *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_fault_get_message    (CharterFault *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_fault_get_suggestion (CharterFault *self);

G_END_DECLS
