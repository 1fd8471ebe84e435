/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-json-writer-private.h"
#include "permit/charter-permit-private.h"
#include "permit/charter-trail-private.h"

G_BEGIN_DECLS

/* Answers of permit/ as JSON, in the shapes of SCENARIOS.md. */

/* {who, from, ground, path} */
void charter_exclusion_build  (const CharterScene         *scene,
                               const CharterExclusionData *row,
                               CharterBuilder             *builder);
/* {id, from, to, final, ground}; NULL: none */
void charter_delegations_build (const CharterScene *scene,
                                GArray             *rows,
                                CharterBuilder     *builder);
void charter_electorate_build (const CharterScene          *scene,
                               const CharterElectorateData *self,
                               CharterBuilder              *builder);
/* {answer, grounds, reasons} */
void charter_judgement_build  (const CharterJudgement *self,
                               CharterBuilder         *builder);
/* Its members, in an object that is begun. */
void charter_judgement_set    (const CharterJudgement *self,
                               CharterBuilder         *builder);
/* {person, party, kind, category, path, effect, ruled, clause} */
void charter_conflict_build   (const CharterScene        *scene,
                               const CharterConflictData *row,
                               CharterBuilder            *builder);
/* The ids on the way, from one end to the other. */
char       **charter_hops_to_path  (const CharterScene *scene,
                                    CharterRef          from,
                                    const CharterHop   *hops,
                                    guint               n_hops);
/* Names of refs in alphabetical order, NULL-terminated; the strings are the state's. */
const char **charter_refs_to_names (const CharterScene *scene,
                                    GArray             *refs);

G_END_DECLS
