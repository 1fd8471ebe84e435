/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_TEST_ROW (charter_test_row_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterTestRow, charter_test_row, CHARTER, TEST_ROW, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_test_row_get_id           (CharterTestRow *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_test_row_get_constituency (CharterTestRow *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_test_row_get_option       (CharterTestRow *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_test_row_get_left         (CharterTestRow *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_test_row_get_compare      (CharterTestRow *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_test_row_get_right        (CharterTestRow *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_test_row_get_holds        (CharterTestRow *self);

G_END_DECLS
