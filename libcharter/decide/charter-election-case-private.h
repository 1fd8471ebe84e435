/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-count-private.h"
#include "format/charter-json-reader-private.h"

G_BEGIN_DECLS

/* Reading election-case/1: options, ballots, and what a count is asked. */

/* All ballots so far, so that a sum past 64 bits is told of the ballot that brings it. */
typedef struct
{
  gint64 heads, value;
} CharterElectionSums;

/* Adds one ballot.  FALSE and a problem where it is none; then nothing was added. */
gboolean charter_election_read_ballot  (CharterElectionData *data,
                                        CharterElectionSums *sums,
                                        const CharterNode   *node,
                                        const char          *path,
                                        CharterProblems     *problems);
/* Adds the options of a list. */
gboolean charter_election_read_options (CharterElectionData *data,
                                        const CharterNode   *node,
                                        const char          *path,
                                        CharterProblems     *problems);
/* The options and ballots of a case, and nothing else of it; NULL with problems. */
CharterElectionData *charter_election_read_case (const CharterNode   *root,
                                                 CharterElectionSums *sums,
                                                 CharterProblems     *problems);
/* What `method` with `params` (NULL: none) means; lists are in @arena. */
gboolean charter_election_read_params  (const CharterElectionData *data,
                                        const char                *method,
                                        const CharterNode         *params,
                                        const char                *path,
                                        CharterArena              *arena,
                                        CharterProblems           *problems,
                                        CharterCountParams        *out);
/* The ballots and options as members of a case. */
void     charter_election_build_case   (const CharterElectionData *data,
                                        CharterBuilder            *builder);

/* A whole number, a decimal or a fraction in a string. */
gboolean charter_election_read_number  (const CharterNode *node,
                                        CharterFraction   *out);

/* Helpers of these. */
typedef struct
{
  const CharterElectionData *data;
  const char                *path;      /* of `params` */
  CharterArena              *arena;
  CharterProblems           *problems;
  gboolean                   failed;
} CharterParamsReader;

void        charter_params_fault    (CharterParamsReader *self,
                                     const CharterNode   *node,
                                     const char          *place,
                                     const char          *suggestion,
                                     const char          *format,
                                     ...) G_GNUC_PRINTF (5, 6);
/* Is every member one of these? */
gboolean    charter_params_known    (CharterParamsReader *self,
                                     const CharterNode   *node,
                                     const char          *place,
                                     const char *const   *names);
/* The index of a word; @fallback where the member is absent. */
int         charter_params_word     (CharterParamsReader *self,
                                     const CharterNode   *params,
                                     const char          *place,
                                     const char          *name,
                                     const char *const   *words,
                                     int                  fallback);
/* A whole number or decimal, [n, d], or "n/d". */
gboolean    charter_params_fraction (CharterParamsReader *self,
                                     const CharterNode   *node,
                                     const char          *place,
                                     const char          *name,
                                     CharterFraction     *out);
const char *const *charter_params_strv (CharterParamsReader *self,
                                        const CharterNode   *node,
                                        const char          *place,
                                        const char          *name);
/* The tests of yes and no votes. */
void        charter_params_tests    (CharterParamsReader *self,
                                     const CharterNode   *node,
                                     CharterCountParams  *out);

extern const char *const charter_election_choices[];

G_END_DECLS
