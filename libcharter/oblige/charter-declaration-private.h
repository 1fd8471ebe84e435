/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* One declaration of a person: an interest, or that there is none; and how it hangs together
 * with the others. */
typedef struct
{
  const CharterFact *fact;
  CharterRef         party;          /* 0: there is nothing to declare */
  gint64             since;          /* the first instant of its `since`; CHARTER_INSTANT_NONE */
  gint32             until;          /* its last day; CHARTER_DATE_NONE */
  gint64             ended;          /* the earliest interest-ended, CHARTER_INSTANT_NONE */
  gboolean           disclosed;      /* at a meeting: it is no entry of the register itself */
  gboolean           again;          /* the interest stood declared already */
  gboolean           registered;     /* disclosed: it stood in the register already */
  const CharterFact *registered_by;  /* disclosed: the next entry of the register on it; NULL */
} CharterDeclaration;

/* What the person declared by @at, in order of time: CharterDeclaration. */
GArray            *charter_declarations_of (const CharterScene *scene,
                                            CharterRef          person,
                                            gint64              at);
/* The entry by which the person had left by @at, NULL if she has not. */
const CharterFact *charter_person_leaving  (const CharterScene *scene,
                                            CharterRef          person,
                                            gint64              at);

G_END_DECLS
