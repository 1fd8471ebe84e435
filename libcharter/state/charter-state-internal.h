/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-chains-private.h"
#include "state/charter-decisions-private.h"
#include "state/charter-edges-private.h"
#include "state/charter-memo-private.h"
#include "state/charter-state-private.h"
#include "state/charter-string-table-private.h"
#include "state/charter-tenures-private.h"

G_BEGIN_DECLS

/* A version of the charter as adopted. */
typedef struct
{
  guint32              seq;
  CharterDocumentData *document;
} CharterAdoption;

struct _CharterState
{
  gatomicrefcount     ref_count;
  GPtrArray          *arenas;      /* CharterArena; the last is this state's own */
  GArray             *facts;       /* CharterFact, entry seq at seq - 1 */
  CharterArena       *letters;     /* of the names that this state added, close together */
  CharterStringTable  names;       /* number = CharterRef */
  CharterStringTable  entry_ids;   /* number = seq */
  GArray             *makers;      /* guint32 seq of the maker, by CharterRef; 0 if only named */
  GArray             *first_named; /* guint32 seq that first named it, by CharterRef */
  CharterChains       chains;
  CharterParties      parties;
  CharterEdges        edges;
  CharterTenures      tenures;
  CharterDecisions    decisions;
  GArray             *adoptions;   /* CharterAdoption, in order of seq */
  CharterZone        *zone;        /* NULL before founding */
  CharterOpenings    *openings;
  CharterMemos       *memos;
};

static inline CharterArena *
charter_state_arena (CharterState *self)
{
  return g_ptr_array_index (self->arenas, self->arenas->len - 1);
}

static inline CharterFact *
charter_state_fact (CharterState *self,
                    guint32       seq)
{
  return &g_array_index (self->facts, CharterFact, seq - 1);
}

/* — openings — */

/* @parent nullable: openings of entries up to @parent_known are looked for there. */
CharterOpenings   *charter_openings_new    (CharterStore    *store,
                                            CharterOpenings *parent,
                                            guint32          parent_known);
CharterOpenings   *charter_openings_ref    (CharterOpenings *self);
void               charter_openings_unref  (CharterOpenings *self);
void               charter_openings_add    (CharterOpenings   *self,
                                            guint32            seq,
                                            const char *const *texts);
void               charter_openings_forget (CharterOpenings   *self,
                                            guint32            seq,
                                            const char *const *pointers);
gboolean           charter_openings_load   (CharterOpenings *self,
                                            guint32          known,
                                            GError         **error);
void               charter_openings_take   (CharterOpenings *self);
const CharterNode *charter_openings_find   (CharterOpenings *self,
                                            guint32          seq,
                                            const char      *pointer);

G_END_DECLS
