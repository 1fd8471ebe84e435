/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_CONSTITUENCY (charter_constituency_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterConstituency, charter_constituency, CHARTER, CONSTITUENCY, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_constituency_get_id   (CharterConstituency *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_constituency_get_name (CharterConstituency *self);

G_END_DECLS
