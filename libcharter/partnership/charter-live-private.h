/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-partnership.h>

#include "partnership/charter-gate-private.h"

G_BEGIN_DECLS

/* What a partnership and the objects it hands out share: the current state.  Objects hold
 * this, never the partnership, so there are no cycles and they outlive it. */
typedef struct
{
  gatomicrefcount  ref_count;
  CharterState    *state;
  GHashTable      *wrappers;     /* key (see below) → GObject, weak: one wrapper per thing at a time */
} CharterLive;

CharterLive *charter_live_new   (CharterState *state);
CharterLive *charter_live_ref   (CharterLive  *self);
void         charter_live_unref (CharterLive  *self);

static inline CharterScene
charter_live_scene (CharterLive *self)
{
  CharterScene scene = { self->state, charter_state_get_head (self->state) };

  return scene;
}

/* The wrapper under a key, a new reference, NULL if there is none; and taking note of a new
 * one.  Keys: seq * 2 for entries, ref * 2 + 1 for things. */
gpointer     charter_live_find  (CharterLive *self,
                                 guint64      key);
void         charter_live_note  (CharterLive *self,
                                 guint64      key,
                                 GObject     *wrapper);

/* The wrapper of an entry. */
CharterEntry *charter_live_entry (CharterLive *self,
                                  guint32      seq);

/* The clear form of an entry as the scene shows it: private values from their openings,
 * sealed ones left out, {"redacted": true} for what was erased. */
const CharterNode *charter_reveal_data (const CharterScene *scene,
                                        const CharterFact  *fact,
                                        CharterArena       *arena,
                                        gboolean            with_sealed,
                                        gboolean           *redacted);
/* The whole entry in clear: as corrected, in submission form ("seq", "recorded" too unless
 * @submission). */
char              *charter_reveal_entry (const CharterScene *scene,
                                         const CharterFact  *fact,
                                         gboolean            submission);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterLive, charter_live_unref)

G_END_DECLS
