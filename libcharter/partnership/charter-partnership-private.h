/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "partnership/charter-batch-private.h"
#include "state/charter-view-private.h"

G_BEGIN_DECLS

CharterLive  *charter_partnership_get_live     (CharterPartnership  *self);
/* A batch on the current state. NULL with BUSY or READ_ONLY. */
CharterBatch *charter_partnership_begin        (CharterPartnership  *self,
                                                gboolean             single,
                                                GError             **error);
/* Writes and applies a batch; then notifies. Nothing has changed if it fails. */
gboolean      charter_partnership_commit       (CharterPartnership  *self,
                                                CharterBatch        *batch,
                                                GError             **error);
/* Ends a batch without writing. */
void          charter_partnership_abandon      (CharterPartnership  *self);
/* Entries of a batch as a GListStore of CharterEntry. */
GListModel   *charter_partnership_batch_model  (CharterPartnership  *self,
                                                CharterBatch        *batch);
/* Puts openings into the calling thread's hands (after work elsewhere made the state). */
CharterPartnership *charter_partnership_new_opened (CharterStore  *store,
                                                    GError       **error);
gint64        charter_partnership_now          (CharterPartnership  *self);

/* Submissions from a text: an array of them, one object, or JSON Lines. Adds each to the
 * batch; FALSE with the line or index in the message. */
gboolean      charter_batch_submit_text        (CharterBatch  *batch,
                                                const char    *text,
                                                GError       **error);
/* One line of either form. */
gboolean      charter_batch_take_line          (CharterBatch  *batch,
                                                const char    *line,
                                                gsize          length,
                                                guint          number,
                                                GError       **error);
/* {kind, at, by, data} put together; @data is JSON text. */
gboolean      charter_batch_submit_parts       (CharterBatch  *batch,
                                                const char    *kind,
                                                const char    *at,
                                                const char    *by,
                                                const char    *data,
                                                GError       **error);
/* Records one submission, given as a tree. NULL with an error. */
CharterEntry *charter_partnership_record_node  (CharterPartnership *self,
                                                const CharterNode  *submission,
                                                GError            **error);

/* The list model of all entries. */
GListModel   *charter_entries_new              (CharterLive *live);
void          charter_entries_grew             (GListModel  *model,
                                                guint        before);

CharterRefusal *charter_refusal_new            (const CharterRefused *refused);

G_END_DECLS
