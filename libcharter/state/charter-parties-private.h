/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* What is kept of a party, a person or a decision beside its letters: where its edges, its
 * tenures or its times stand, and that it belongs.  It is what every check looks at first, and
 * memory is what checks wait for, so it is kept small and close together: such names are numbered
 * anew, in the order in which they came to be one of these.  Adding to it is constant time.
 *
 * Flags never make a thing so that a view could not know: what an entry after it changes, they
 * only mark as to be read from the entries. */
typedef struct
{
  guint32 out;                  /* newest edge from it */
  guint32 hub;                  /* where edges lead to it; 0 if it never was where one could */
  guint32 own;                  /* of a person: newest tenure; of a decision: its row */
  union
  {
    struct
    {
      guint32 flags : 8;
      guint32 plain_roles : 12; /* roles 1 to 12 of a person: a tenure that its row tells all of … */
      guint32 other_roles : 12; /* … and one of which it does not */
    };
    struct
    {
      guint32 : 8;
      guint32 terms : 8;        /* of a decision: as in its row */
      guint32 signs : 8;        /* flags of its row */
    };
  };
  union
  {
    guint64 few[2];             /* its declared interests, unless there is more: charter_party_few() */
    struct
    {
      guint32 opens, closes;    /* of a decision: seconds from CHARTER_PARTY_EPOCH on; 0: none */
      guint64 about;            /* hubs that it concerns, as in few */
    };
  };
} CharterParty;

/* 2000-01-01T00:00:00Z */
#define CHARTER_PARTY_EPOCH G_GINT64_CONSTANT (946684800)

enum
{
  CHARTER_PARTY_PERSON   = 1 << 0,
  CHARTER_PARTY_PARTNER  = 1 << 1,
  CHARTER_PARTY_DECISION = 1 << 2,
  CHARTER_PARTY_LEFT     = 1 << 3,    /* an entry says that it left */
  CHARTER_PARTY_ACTS     = 1 << 4,    /* names partners that it acts for */
  CHARTER_PARTY_TOUCHED  = 1 << 5,    /* was ruled on, dispensed, or stepped out or in */
  CHARTER_PARTY_MORE     = 1 << 6     /* not all edges from it are among the few */
};

/* Three hubs to a word; 0 where there are no more.  Each is a declared interest whose arc is
 * plain. */
#define CHARTER_PARTY_FEW 6
#define CHARTER_PARTY_FEW_BITS 21
#define CHARTER_PARTY_FEW_MAX ((1u << CHARTER_PARTY_FEW_BITS) - 1)

static inline guint32
charter_few_get (guint64 few,
                 guint   i)
{
  return (guint32) (few >> (i * CHARTER_PARTY_FEW_BITS)) & CHARTER_PARTY_FEW_MAX;
}

static inline guint32
charter_party_few (const CharterParty *self,
                   guint               i)
{
  return charter_few_get (self->few[i / 3], i % 3);
}

#define CHARTER_PARTY_ROLES 12

typedef struct
{
  GArray  *numbers;           /* guint32 by CharterRef: its number, 0 if it has none */
  GArray  *list;              /* CharterParty by number, [0] stays empty */
  GArray  *refs;              /* CharterRef by number */
  GArray  *born;              /* guint32 by number: seq of the entry that gave it */
  guint32  folding;           /* seq of the entry that is taken in */
  guint32  last_joined;       /* the newest entry by which somebody joined … */
  gint64   last_since;        /* … and the latest `at` of any */
  gboolean persons_are_hubs;  /* some edge may lead to a person */
} CharterParties;

static inline guint32
charter_parties_number (const CharterParties *self,
                        CharterRef            ref)
{
  return G_LIKELY (ref < self->numbers->len) ? g_array_index (self->numbers, guint32, ref) : 0;
}

/* By number; an empty one where there is none. */
static inline const CharterParty *
charter_parties_row (const CharterParties *self,
                     guint32               number)
{
  return &g_array_index (self->list, CharterParty, G_LIKELY (number < self->list->len) ? number : 0);
}

static inline CharterRef
charter_parties_ref (const CharterParties *self,
                     guint32               number)
{
  return g_array_index (self->refs, CharterRef, number);
}

/* By name; an empty one where it has no number. */
static inline const CharterParty *
charter_parties_get (const CharterParties *self,
                     CharterRef            ref)
{
  return charter_parties_row (self, charter_parties_number (self, ref));
}

const CharterParties *charter_scene_parties (const CharterScene *scene);
/* Has everybody who ever joined done so by what is known, and by @at? */
static inline gboolean
charter_parties_all_joined (const CharterParties *self,
                            guint32               known,
                            gint64                at)
{
  return self->last_joined <= known && self->last_since <= at;
}

/* — for state/ — */

void          charter_parties_init  (CharterParties       *self);
void          charter_parties_clear (CharterParties       *self);
/* Copies them as they are; what later entries made is for others to trim. */
void          charter_parties_copy  (CharterParties       *self,
                                     const CharterParties *source);
/* Takes out whoever joined after what is known. */
void          charter_parties_trim  (CharterParties       *self,
                                     const CharterScene   *scene);
/* Its number, given where there is none yet. */
guint32       charter_parties_number_of (CharterParties   *self,
                                         CharterRef        ref);
/* To be written to: made where there is none yet. */
CharterParty *charter_parties_at    (CharterParties       *self,
                                     CharterRef            ref);
/* Takes in an entry that has just been folded; before anybody else does. */
void          charter_parties_fold  (CharterParties       *self,
                                     const CharterScene   *scene,
                                     const CharterFact    *fact);

G_END_DECLS
