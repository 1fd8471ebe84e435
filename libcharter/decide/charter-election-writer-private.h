/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-text-private.h"

G_BEGIN_DECLS

/* What the writers of elections share.  A writer refuses what its format cannot say. */

typedef enum
{
  CHARTER_WRITER_RANKS    = 1 << 0,
  CHARTER_WRITER_APPROVES = 1 << 1,
  CHARTER_WRITER_SCORES   = 1 << 2,
  CHARTER_WRITER_WEIGHTS  = 1 << 3,
} CharterWriterCan;

/* Can the format, called @format in messages, say it: the form of the ballots, weights that are
 * not 1, and that what a ballot leaves out is in no pair? */
gboolean charter_writer_check  (const CharterElectionData *data,
                                const char                *format,
                                CharterWriterCan           can,
                                GError                   **error);
/* CHARTER_ERROR_REFUSED; FALSE always. */
gboolean charter_writer_refuse (GError                   **error,
                                const char                *format,
                                ...) G_GNUC_PRINTF (2, 3);
gint64   charter_writer_count  (const CharterElectionData *data,
                                guint                      ballot);
gint64   charter_writer_weight (const CharterElectionData *data,
                                guint                      ballot);
char    *charter_writer_finish (GString                  **out);

/* The options that a ballot ranks or approves, best first. */
typedef struct
{
  guint  n;
  guint *options;
  guint *ranks;
  guint *places;    /* for each rank, where its options begin */
} CharterWriterRanks;

void     charter_writer_ranks_init  (CharterWriterRanks        *self,
                                     const CharterElectionData *data);
void     charter_writer_ranks_clear (CharterWriterRanks        *self);
void     charter_writer_ranks_set   (CharterWriterRanks        *self,
                                     const CharterElectionData *data,
                                     guint                      ballot);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterWriterRanks, charter_writer_ranks_clear)

G_END_DECLS
