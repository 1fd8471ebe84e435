/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "partnership/charter-live-private.h"

G_BEGIN_DECLS

/* Entries on their way into a record: judged one after the other, each with those before it
 * in view, then written all or none. */
typedef struct
{
  CharterState    *state;          /* a fork; NULL while the batch has one entry at most */
  CharterState    *base;           /* the live state at the beginning */
  CharterArena    *arena;
  gint64           clock;
  gint64           last_recorded;
  gboolean         governed;
  gboolean         supposing;      /* for a view of what would follow */
  gboolean         trying;         /* only asking */
  guint32          governed_until; /* entries up to here have been looked at for that */
  guint32          head;           /* the record's head at the beginning */
  CharterFrontier  frontier;
  GPtrArray       *ids, *leaves;   /* char * */
  GPtrArray       *openings;       /* char * */
  GArray          *seqs;           /* guint32: of every entry asked for, also those there before */
  GPtrArray       *by_leaf;        /* GStrv: the openings of each new leaf */
} CharterBatch;

/* @single: the batch will have one entry, so that no fork is needed. */
CharterBatch *charter_batch_new    (CharterState          *base,
                                    const CharterFrontier *frontier,
                                    gint64                 clock,
                                    gint64                 last_recorded,
                                    gboolean               governed,
                                    gboolean               single);
void          charter_batch_free   (CharterBatch          *self);
/* Judges a submission and takes it in. */
gboolean      charter_batch_submit (CharterBatch            *self,
                                    const CharterSubmission *submission,
                                    CharterRefused          *refused);
/* Takes in a record line as it is (no permission is asked and no rule: it was judged when
 * it was first recorded); checks form, references and that openings fit. */
gboolean      charter_batch_restore (CharterBatch      *self,
                                     const char        *leaf,
                                     const char *const *openings,
                                     GError           **error);
guint         charter_batch_n_new  (CharterBatch          *self);
/* Writes what is new to @store. */
gboolean      charter_batch_write  (CharterBatch          *self,
                                    CharterStore          *store,
                                    GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBatch, charter_batch_free)

G_END_DECLS
