/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-tally-private.h"

G_BEGIN_DECLS

/* Between counting and recording. */

/* @closing: the closing instant where none is set otherwise; NONE.  With @open_sealed it is
 * for the gate: nothing is recorded yet. */
CharterDecided *charter_decided_work_out (const CharterScene *scene,
                                          CharterRef          decision,
                                          gint64              at,
                                          gint64              closing,
                                          gboolean            open_sealed);
/* Puts what the decision-closed recorded in the place of what was counted. */
void            charter_decided_take_record (CharterDecided *self);
/* Does counting again give something else than what was recorded? */
gboolean        charter_decided_is_disputed (const CharterDecided *self);
/* The result that was recorded. */
CharterResult   charter_decided_recorded_result (const CharterDecided *self);
/* Adds the reasons that tell of the record. */
void            charter_decided_explain_record (CharterDecided *self);
/* The totals of it, in the place of what was counted; none where they were kept back. */
void            charter_decided_read_totals (CharterDecided *self);
/* What would have turned it. */
void            charter_decided_explain_margin (CharterDecided  *self,
                                                CharterReasonId  top);
/* "4", "2 1/2" */
char           *charter_mixed_number (const CharterFraction *f);
/* The same of who was left out, and of delegations. */
void            charter_decided_explain_exclusions (CharterDecided *self,
                                                    CharterTally   *tally);
/* Who voted against, objected or stood aside. */
void            charter_decided_read_dissent (CharterDecided *self,
                                              CharterTally   *tally);
/* Blocked, vacant, not called: results that no count of votes tells of.  The reason at the top, 0
 * if it is another result. */
CharterReasonId charter_decided_explain_rule (CharterDecided *self,
                                              CharterTally   *tally,
                                              const char     *clause);
/* Objections, vetoes, silence and who decided, under @parent. */
void            charter_decided_explain_dissent (CharterDecided  *self,
                                                 CharterTally    *tally,
                                                 const char      *clause,
                                                 CharterReasonId  parent);
/* What came to be known only after the closing. */
void            charter_decided_find_flagged (CharterDecided *self,
                                              gint64          item_time);
void            charter_decided_explain_flagged (CharterDecided *self);

/* The reasons that tell of its times, under the first one; and the members of the answer that
 * give them. */
void            charter_decided_explain_times (CharterDecided  *self,
                                               CharterReasonId  top);
void            charter_decided_build_times (const CharterDecided *self,
                                             CharterBuilder       *builder);

/* The entry by which the decision is superseded, and by which other one; NULL.  Of several that
 * replace it, the one that was proposed last. */
const CharterFact *charter_decide_superseding (const CharterScene *scene,
                                               CharterRef          decision,
                                               gint64              at,
                                               CharterRef         *by);
/* Says so at the top, once the decision is the one that was asked for. */
void            charter_decided_explain_superseded (CharterDecided *self);

/* Bundles */

typedef struct
{
  CharterRef     by;        /* the bundle with which it is decided, 0 */
  CharterRef     out_of;    /* one that it was taken out of, 0 */
  CharterBundled row;       /* why */
} CharterBundling;

void            charter_decide_bundling (const CharterScene *scene,
                                         CharterRef          decision,
                                         gint64              at,
                                         CharterBundling    *out);
/* Where it is a bundle: what is decided with it, and what was taken out and why. */
void            charter_decided_add_bundle (CharterDecided *self);
void            charter_decided_explain_out_of (CharterDecided        *self,
                                                const CharterBundling *bundling);
/* Makes the outcome of a bundle that of one of its decisions. */
void            charter_decided_give_to (CharterDecided *self,
                                         CharterRef      decision);
/* Ids of what is decided with it, or of what was taken out. */
GStrv           charter_decided_dup_bundle (const CharterDecided *self,
                                            gboolean              taken_out);

G_END_DECLS
