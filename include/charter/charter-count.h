/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_COUNT (charter_count_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterCount, charter_count, CHARTER, COUNT, GObject)

CHARTER_AVAILABLE_IN_0_1
const char        *charter_count_get_method        (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_count_get_winners       (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_count_get_elected       (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
guint              charter_count_get_n_layers      (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
char             **charter_count_dup_layer         (CharterCount *self,
                                                    guint         layer);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_count_get_indeterminate (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_count_get_unique        (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
gboolean           charter_count_get_adopted       (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_count_get_failed        (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
GBytes            *charter_count_dup_pairwise      (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
GListModel        *charter_count_get_reasons       (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
const char        *charter_count_get_summary       (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_count_to_json           (CharterCount *self);
CHARTER_AVAILABLE_IN_0_1
char              *charter_count_to_dot            (CharterCount *self);

G_END_DECLS
