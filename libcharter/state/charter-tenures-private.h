/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-parties-private.h"

G_BEGIN_DECLS

/* Every role-given as a row, in order of seq, with chains from its person and its role, the
 * newest first.  Rows only grow; a flag says that entries after it have to be read as well. */
typedef struct
{
  guint32    seq;
  CharterRef person, partner;
  guint32    role : 24;         /* number */
  guint32    flags : 8;
  guint32    next, next_of_role;    /* the row before it of the person, of the role; 0 */
  gint64     begins, ends;      /* instants; ends: the first one after, G_MAXINT64 if it says none */
} CharterTenureRow;

enum
{
  CHARTER_TENURE_CORRECTED = 1 << 0,    /* its days are not to be read from here */
  CHARTER_TENURE_ENDED     = 1 << 1     /* a role-ended names its person and role */
};

/* A role that somebody was given. */
typedef struct
{
  CharterRef ref;
  guint32    newest;            /* row */
} CharterRoleRow;

typedef struct
{
  GArray     *rows;             /* CharterTenureRow, [0] unused */
  GArray     *roles;            /* CharterRoleRow, [0] unused */
  GHashTable *numbers;          /* CharterRef of a role → its number */
  guint32     last_seq;         /* of the newest row */
  gint64      last_begins;      /* of any that is plain */
} CharterTenures;

/* Has every plain tenure begun by @at, and is it known? */
static inline gboolean
charter_tenures_all_there (const CharterTenures *self,
                           guint32               known,
                           gint64                at)
{
  return self->last_seq <= known && self->last_begins <= at;
}


static inline const CharterTenureRow *
charter_tenures_get (const CharterTenures *self,
                     guint32               row)
{
  return &g_array_index (self->rows, CharterTenureRow, row);
}

const CharterTenures *charter_scene_tenure_rows (const CharterScene *scene);
/* The number of a role, 0 if nobody was ever given it. */
guint                 charter_scene_role        (const CharterScene *scene,
                                                 const char         *role);
/* What some version of the charter that is known says of a role: CHARTER_ROLE_ flags.  Of one
 * with none of them, a tenure that was neither corrected nor ended lasts from `begins` to
 * `ends`. */
enum
{
  CHARTER_ROLE_LACKING = 1 << 0,        /* there is no such role */
  CHARTER_ROLE_ONE     = 1 << 1,        /* one person holds it */
  CHARTER_ROLE_TERM    = 1 << 2         /* it has a term */
};

guint                 charter_scene_role_words   (const CharterScene *scene,
                                                  const char         *role);
/* The newest row of a person, 0 if there is none. */
guint32               charter_tenures_of         (const CharterScene *scene,
                                                  CharterRef          person);
/* Is the tenure held at @at?  @plain: charter_scene_role_words() has nothing of its role. */
gboolean              charter_tenure_row_is_held (const CharterScene     *scene,
                                                  const CharterTenureRow *row,
                                                  gboolean                plain,
                                                  gint64                  at);
/* Does somebody who belongs hold a role of which CHARTER_ROLE_ words say nothing, where all plain
 * tenures are there?  -1: the rows have to be read. */
static inline int
charter_party_holds (const CharterParty *self,
                     guint               role)
{
  guint bit;

  if (role == 0 || role > CHARTER_PARTY_ROLES)
    return role == 0 ? FALSE : -1;
  bit = 1u << (role - 1);
  if (self->plain_roles & bit)
    return TRUE;

  return self->other_roles & bit ? -1 : FALSE;
}

/* charter_scene_holds_role() by the number of the role. */
gboolean              charter_scene_holds        (const CharterScene *scene,
                                                  CharterRef          person,
                                                  guint               role,
                                                  gboolean            plain,
                                                  gint64              at);

/* — for state/ — */

/* The row of a role-given; NULL if the entry is none. */
const CharterTenureRow *charter_tenures_find (const CharterTenures *self,
                                              guint32               seq);

void charter_tenures_init  (CharterTenures       *self);
void charter_tenures_clear (CharterTenures       *self);
/* Copies what entries up to @known made; @parties are those of the copy. */
void charter_tenures_copy  (CharterTenures       *self,
                            const CharterTenures *source,
                            CharterParties       *parties,
                            guint32               known);
/* Takes in an entry that has just been folded. */
void charter_tenures_fold  (CharterTenures       *self,
                            CharterParties       *parties,
                            const CharterScene   *scene,
                            const CharterFact    *fact);

G_END_DECLS
