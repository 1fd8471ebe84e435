/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-edges-private.h"

G_BEGIN_DECLS

/* Every decision-proposed as a row, with the decision-opened that came after it: enough to know
 * what most decisions are about, under which rule they are put and when voting is open.  A
 * flag says that there is more to it, and entries have to be read. */
typedef struct
{
  gint64  opens, closes;            /* as decision-opened says; CHARTER_INSTANT_NONE */
  guint32 proposed, opened;         /* seq; opened: 0 if it was not */
  guint32 first_about;              /* in abouts, up to that of the next row */
  guint32 terms : 8;
  guint32 flags : 8;
} CharterDecisionRow;

enum
{
  CHARTER_DECISION_CHANGED   = 1 << 0,  /* amended, opened again, withdrawn, closed, corrected … */
  CHARTER_DECISION_DISPENSES = 1 << 1,  /* would free persons from a bar */
  CHARTER_DECISION_ORDERLY   = 1 << 2,  /* was not opened before it was proposed */
  CHARTER_DECISION_LONG      = 1 << 3,  /* does not fit its party: the row has to be read */
  CHARTER_DECISION_BUNDLED   = 1 << 4   /* is named in a bundle, and may be voted on with that */
};

/* Under which version of the charter, and by which rule, decisions are taken. */
typedef struct
{
  guint32    adoption;              /* seq of the charter-adopted that is pinned, 0: none is */
  CharterRef rule;                  /* by name */
} CharterTerms;

/* Whatever goes beyond is read from the entries. */
#define CHARTER_TERMS_MAX 255

typedef struct
{
  GArray *rows;                 /* CharterDecisionRow, [0] unused; most fit their CharterParty too */
  GArray *abouts;               /* guint32: hubs of parties concerned, each once a decision */
  GArray *terms;                /* CharterTerms */
  guint32 last_seq;             /* of the newest entry behind any row */
} CharterDecisions;

static inline const CharterDecisionRow *
charter_decisions_get (const CharterDecisions *self,
                       guint32                 row)
{
  return &g_array_index (self->rows, CharterDecisionRow, row);
}

/* The hubs that it concerns. */
static inline const guint32 *
charter_decisions_about (const CharterDecisions *self,
                         guint32                 row,
                         guint                  *n)
{
  const CharterDecisionRow *rows = &g_array_index (self->rows, CharterDecisionRow, row);
  guint end = row + 1 < self->rows->len ? rows[1].first_about : self->abouts->len;

  *n = end - rows[0].first_about;

  return &g_array_index (self->abouts, guint32, rows[0].first_about);
}

const CharterDecisions *charter_scene_decisions (const CharterScene *scene);

/* — for state/ — */

void charter_decisions_init  (CharterDecisions       *self);
void charter_decisions_clear (CharterDecisions       *self);
/* Copies what entries that the scene, which is the copy's, knows made. */
void charter_decisions_copy  (CharterDecisions       *self,
                              const CharterDecisions *source,
                              CharterParties         *parties,
                              const CharterScene     *scene);
/* Takes in an entry that has just been folded. */
void charter_decisions_fold  (CharterDecisions       *self,
                              CharterEdges           *edges,
                              const CharterScene     *scene,
                              const CharterFact      *fact);

G_END_DECLS
