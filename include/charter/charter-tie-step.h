/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_TIE_STEP (charter_tie_step_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterTieStep, charter_tie_step, CHARTER, TIE_STEP, GObject)

CHARTER_AVAILABLE_IN_0_1
const char *       charter_tie_step_get_step     (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_tie_step_get_tied     (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_tie_step_get_left     (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *       charter_tie_step_get_person   (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *       charter_tie_step_get_charter  (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *       charter_tie_step_get_decision (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *       charter_tie_step_get_ballots  (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *       charter_tie_step_get_seed     (CharterTieStep *self);
CHARTER_AVAILABLE_IN_0_1
const char *const *charter_tie_step_get_order    (CharterTieStep *self);

G_END_DECLS
