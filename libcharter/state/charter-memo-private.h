/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* What was worked out of the entries up to a seq and need not be worked out again, kept beside a
 * state: a replay has none of it and gives the same answers.  A row says itself how far it holds.
 * A copy of a state begins without any. */

typedef enum
{
  CHARTER_MEMO_EARLY,       /* early closing, by the seq of the decision-opened */
  CHARTER_MEMO_SECONDED,    /* which options were seconded, by the same */
  CHARTER_N_MEMOS
} CharterMemoKind;

typedef struct _CharterMemos CharterMemos;

CharterMemos *charter_memos_new  (void);
void          charter_memos_free (CharterMemos *self);

/* Takes a row out, so that no other thread has it; NULL if there is none.  g_free() or give it
 * back. */
gpointer      charter_scene_take_memo (const CharterScene *scene,
                                       CharterMemoKind     kind,
                                       guint32             seq);
void          charter_scene_give_memo (const CharterScene *scene,
                                       CharterMemoKind     kind,
                                       guint32             seq,
                                       gpointer            row);

/* The last entry before which nothing had happened later than @at: what is later stands behind
 * it, among other things. */
guint32       charter_scene_all_by    (const CharterScene *scene,
                                       gint64              at);

G_END_DECLS
