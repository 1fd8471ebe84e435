/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-text-private.h"

G_BEGIN_DECLS

/* The formats by their names in the API and on the command line. */
typedef struct
{
  const char           *name;
  const char           *extensions;    /* ".blt.hil", in lower case */
  CharterElectionData *(*read)  (GBytes                    *text,
                                 GError                   **error);   /* NULL: election-case/1 */
  char                *(*write) (const CharterElectionData *data,
                                 GError                   **error);   /* NULL: never written */
} CharterElectionFormat;

/* NULL with CHARTER_ERROR_VALUE, which lists them, where there is none of that name. */
const CharterElectionFormat *charter_election_format_find    (const char  *name,
                                                              GError     **error);
/* What the file's extension says, NULL where that is nothing. */
const CharterElectionFormat *charter_election_format_of_path (const char  *path);
/* What a text looks like; never NULL. */
const CharterElectionFormat *charter_election_format_guess   (GBytes      *text);

G_END_DECLS
