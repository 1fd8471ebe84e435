/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-conflict.h>
#include <charter/charter-delegation.h>
#include <charter/charter-electorate.h>
#include <charter/charter-exclusion.h>
#include <charter/charter-verdict.h>

#include "permit/charter-permit-private.h"

G_BEGIN_DECLS

/* Public objects over answers.  They copy what they show, or hold the state, never a
 * partnership. */

CharterExclusion  *charter_exclusion_new  (const CharterScene         *scene,
                                           const CharterExclusionData *data);
/* A list of exclusions (CharterExclusionData). */
GListModel        *charter_exclusions_to_model (const CharterScene *scene,
                                                GArray             *rows);
CharterConflict   *charter_conflict_new   (const CharterScene         *scene,
                                           const CharterConflictData  *data);
GListModel        *charter_conflicts_to_model (const CharterScene *scene,
                                               GArray             *rows);
/* A list of CharterHolding; empty for @trail NULL, one without a threshold, and withheld. */
GListModel        *charter_holdings_to_model (const CharterScene *scene,
                                              const CharterTrail *trail);
/* A list of delegations (CharterDelegationData). */
GListModel        *charter_delegations_to_model (const CharterScene *scene,
                                                 GArray             *rows);
/* Takes what @data holds. */
CharterElectorate *charter_electorate_new (const CharterScene         *scene,
                                           const char                 *decision,
                                           const char                 *at,
                                           CharterElectorateData      *data);
/* What comes to the whole judgement on a question. */
typedef void (*CharterJudge) (const CharterScene *scene,
                              CharterRef          person,
                              const char         *act,
                              CharterRef          subject,
                              gint64              at,
                              CharterJudgement   *out);

/* One whose answer is known already: @judge is asked for the proof when it is first read. */
CharterVerdict    *charter_verdict_new_unread (const CharterScene   *scene,
                                               CharterRef            person,
                                               const char           *act,
                                               CharterRef            subject,
                                               const char           *at,
                                               CharterAnswer         answer,
                                               CharterJudge          judge);
/* Takes what @judgement holds. */
CharterVerdict    *charter_verdict_new    (const char                 *person,
                                           const char                 *act,
                                           const char                 *subject,
                                           const char                 *at,
                                           CharterJudgement           *judgement);

G_END_DECLS
