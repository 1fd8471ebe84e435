/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-private.h"

G_BEGIN_DECLS

/* Elections as texts.  A reader takes a whole text, mapped or in memory, copies nothing of it
 * but the names, and repairs nothing: what it refuses has CHARTER_ERROR_SYNTAX (not of the
 * format), _VALUE, _REFERENCE (an option that the text does not list) or _LIMIT, and a message
 * that starts with "Line N, column M: ", from 1, the column in characters.  NULL with @error set.
 *
 * What a text says beside its ballots stands in `seats` and `ignore_unranked` of the data. */

#define CHARTER_ELECTION_TEXT_MAX    ((gsize) 1 << 31)    /* bytes of a text */
#define CHARTER_ELECTION_NAME_MAX    1024u                /* bytes of an option's name */
#define CHARTER_ELECTION_BALLOTS_MAX 100000000u           /* rows */

CharterElectionData *charter_election_read_cef     (GBytes                    *text,
                                                    GError                   **error);
CharterElectionData *charter_election_read_blt     (GBytes                    *text,
                                                    GError                   **error);
CharterElectionData *charter_election_read_abif    (GBytes                    *text,
                                                    GError                   **error);
/* The ratings, where a text has ranks too. */
CharterElectionData *charter_election_read_abif_scores (GBytes                *text,
                                                    GError                   **error);
CharterElectionData *charter_election_read_preflib (GBytes                    *text,
                                                    GError                   **error);
CharterElectionData *charter_election_read_csv     (GBytes                    *text,
                                                    GError                   **error);
CharterElectionData *charter_election_read_debian  (GBytes                    *text,
                                                    GError                   **error);

/* NULL with CHARTER_ERROR_REFUSED where the format cannot say what the ballots say. */
char                *charter_election_write_cef     (const CharterElectionData *self,
                                                     GError                   **error);
char                *charter_election_write_blt     (const CharterElectionData *self,
                                                     GError                   **error);
char                *charter_election_write_abif    (const CharterElectionData *self,
                                                     GError                   **error);
char                *charter_election_write_abif_scores (const CharterElectionData *self,
                                                     GError                   **error);
char                *charter_election_write_preflib (const CharterElectionData *self,
                                                     GError                   **error);
/* A column for each rank; a column for each option. */
char                *charter_election_write_csv     (const CharterElectionData *self,
                                                     GError                   **error);
char                *charter_election_write_csv_options (const CharterElectionData *self,
                                                     GError                   **error);

G_END_DECLS
