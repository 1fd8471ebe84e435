/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-clause.h>
#include <charter/charter-delegation.h>
#include <charter/charter-dissent.h>
#include <charter/charter-enums.h>
#include <charter/charter-exclusion.h>
#include <charter/charter-option-result.h>
#include <charter/charter-test-row.h>
#include <charter/charter-tie-step.h>
#include <charter/charter-types.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_OUTCOME (charter_outcome_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterOutcome, charter_outcome, CHARTER, OUTCOME, GObject)

CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_decision         (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_at               (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
CharterDecisionState charter_outcome_get_state            (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
CharterResult        charter_outcome_get_result           (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_opens            (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_closes           (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_discussion_until   (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_reflection_until   (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_admission_needed   (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_admission_counted  (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_admission_until    (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gboolean             charter_outcome_get_admission_holds    (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_standstill_until   (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_review_on          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gboolean             charter_outcome_get_counted          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_turnout          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_count            (CharterOutcome *self,
                                                           CharterChoice   choice);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_silent           (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_invalid          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gboolean             charter_outcome_get_quorate          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_quorum_base      (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_quorum_base_count (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_quorum_base_exact (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_quorum_needed    (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_quorum_counted   (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_tests            (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_excluded         (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_delegations      (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_dissent          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_serves           (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char *const   *charter_outcome_get_bundled          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char *const   *charter_outcome_get_taken_out        (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char *const   *charter_outcome_get_winners          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char *const   *charter_outcome_get_ranking          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char *const   *charter_outcome_get_tied             (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_options          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_ties             (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
guint                charter_outcome_get_vacancies        (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_margin_at_least  (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gint64               charter_outcome_get_margin_at_most   (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_margin_change    (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_margin_because   (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_mode             (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
gboolean             charter_outcome_get_disputed         (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
CharterResult        charter_outcome_get_recount          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_flagged          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char *const   *charter_outcome_get_remedies         (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
GListModel          *charter_outcome_get_reasons          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
const char          *charter_outcome_get_summary          (CharterOutcome *self);
CHARTER_AVAILABLE_IN_0_1
char                *charter_outcome_to_json              (CharterOutcome *self);

G_END_DECLS
