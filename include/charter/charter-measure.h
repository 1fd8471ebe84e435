/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-enums.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_MEASURE (charter_measure_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterMeasure, charter_measure, CHARTER, MEASURE, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_measure_get_name    (CharterMeasure *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_measure_get_value   (CharterMeasure *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_measure_get_needed  (CharterMeasure *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_measure_get_at_most (CharterMeasure *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_measure_get_holds   (CharterMeasure *self);

G_END_DECLS
