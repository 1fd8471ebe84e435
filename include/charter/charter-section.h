/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_SECTION (charter_section_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterSection, charter_section, CHARTER, SECTION, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_section_get_id      (CharterSection *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_section_get_title   (CharterSection *self);
CHARTER_AVAILABLE_IN_0_1
GListModel *charter_section_get_clauses (CharterSection *self);

G_END_DECLS
