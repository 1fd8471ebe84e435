/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-count.h>
#include <charter/charter-election.h>

#include "decide/charter-election-case-private.h"

G_BEGIN_DECLS

/* A public election for a ballot store that is filled already; takes @data.  Its counts and
 * weights must fit 64 bits together: NULL with an error otherwise. */
CharterElection     *charter_election_new_for_data (CharterElectionData *data,
                                                    GError             **error);
/* Borrowed. */
CharterElectionData *charter_election_get_data     (CharterElection     *self);
/* @format is a static string. */
void                 charter_election_set_format   (CharterElection     *self,
                                                    const char          *format);
/* Takes @data; holds the options of @election. */
CharterCount        *charter_count_new             (const char          *method,
                                                    CharterCountData    *data,
                                                    CharterElectionData *election);
const CharterCountData *charter_count_get_data     (CharterCount        *self);
/* The graph of the defeats, in the language of GraphViz. */
char                *charter_count_build_dot       (const CharterCountData    *data,
                                                    const CharterElectionData *election);

G_END_DECLS
