/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_OPTION_RESULT (charter_option_result_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterOptionResult, charter_option_result, CHARTER, OPTION_RESULT, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *charter_option_result_get_id             (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_option_result_get_votes_for      (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_option_result_get_votes_against  (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_option_result_get_first          (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_option_result_get_score          (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_option_result_get_quorum_needed  (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_option_result_get_quorum_counted (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_option_result_get_quorate        (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
const char *charter_option_result_get_dropped        (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gint64      charter_option_result_get_place          (CharterOptionResult *self);
CHARTER_AVAILABLE_IN_0_1
gboolean    charter_option_result_get_won            (CharterOptionResult *self);

G_END_DECLS
