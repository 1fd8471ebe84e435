/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_REASON (charter_reason_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterReason, charter_reason, CHARTER, REASON, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_reason_get_code     (CharterReason *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_reason_get_message  (CharterReason *self);
CHARTER_AVAILABLE_IN_0_1
char       *charter_reason_dup_localized_message (CharterReason *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_reason_get_clause   (CharterReason *self);
CHARTER_AVAILABLE_IN_0_1
GListModel *charter_reason_get_reasons  (CharterReason *self);
CHARTER_AVAILABLE_IN_0_1
guint       charter_reason_get_n_entries (CharterReason *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_reason_get_entry    (CharterReason *self,
                                         guint          index);

G_END_DECLS
