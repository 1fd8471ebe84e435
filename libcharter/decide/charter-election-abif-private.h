/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-scan-private.h"

G_BEGIN_DECLS

/* What the reader of ABIF knows between lines. */

typedef enum
{
  CHARTER_ABIF_NOT_SAID,
  CHARTER_ABIF_RANKED,
  CHARTER_ABIF_RATED,
  CHARTER_ABIF_CHOOSE_MANY,
} CharterAbifType;

typedef struct
{
  CharterScan          scan;
  CharterSheet         sheet;
  CharterElectionData *tokens;       /* what ballots call the options, by the same index */
  gboolean             listed;       /* lines "=A:[Name]" list the options */
  CharterAbifType      type;         /* metadata: ballot_type */
  gint64               max_rating;   /* metadata; -1: not said */
  gboolean             comma;        /* some ballot has "A, B" */
  gboolean             greater;      /* some ballot has "A > B" */
  gboolean             unrated;      /* some option in a ballot has no rating */
  gboolean             rated;        /* some has one */
  gint64               highest;
} CharterAbif;

/* Each reads the rest of a line. */
gboolean charter_abif_metadata (CharterAbif *self);
gboolean charter_abif_option   (CharterAbif *self);
gboolean charter_abif_ballot   (CharterAbif *self);
/* What an option is called: bare, "quoted" or [bracketed]. */
gboolean charter_abif_token    (CharterAbif *self,
                                const char **token,
                                gsize       *length);

G_END_DECLS
