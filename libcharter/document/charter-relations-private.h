/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Relations between parties.  Those that the library knows have a code, which fits a bit of
 * a mask; of any other word only its spelling is compared. */
typedef enum
{
  CHARTER_RELATION_OTHER,
  CHARTER_RELATION_DECLARED,       /* a declared interest */
  CHARTER_RELATION_CONNECTED,      /* a sensitive link */
  CHARTER_RELATION_OWNS,
  CHARTER_RELATION_OWNED_BY,
  CHARTER_RELATION_CONTROLS,
  CHARTER_RELATION_CONTROLLED_BY,
  CHARTER_RELATION_DIRECTS,
  CHARTER_RELATION_DIRECTED_BY,
  CHARTER_RELATION_EMPLOYED_BY,
  CHARTER_RELATION_EMPLOYS,
  CHARTER_RELATION_MEMBER_OF,
  CHARTER_RELATION_HAS_MEMBER,
  CHARTER_RELATION_FUNDED_BY,
  CHARTER_RELATION_FUNDS,
  CHARTER_RELATION_NOMINATED_BY,
  CHARTER_RELATION_NOMINATED,
  CHARTER_RELATION_PARTNER_OF,
  CHARTER_RELATION_SIBLING_OF,
  CHARTER_RELATION_BUSINESS_PARTNER_OF,
  CHARTER_RELATION_CLOSE_TO,
  CHARTER_RELATION_RELATIVE_OF,
  CHARTER_RELATION_CHILD_OF,
  CHARTER_RELATION_PARENT_OF,
  CHARTER_RELATION_STEPCHILD_OF,
  CHARTER_RELATION_STEPPARENT_OF,
  CHARTER_RELATION_GRANDCHILD_OF,
  CHARTER_RELATION_GRANDPARENT_OF,
  CHARTER_N_RELATIONS
} CharterRelation;

#define CHARTER_RELATION_BIT(relation) (G_GUINT64_CONSTANT (1) << (relation))

/* CHARTER_RELATION_OTHER for a word that is not in the table. */
CharterRelation charter_relation_lookup  (const char      *name,
                                          gssize           length);
const char     *charter_relation_name    (CharterRelation  relation);
/* What the second party is to the first; CHARTER_RELATION_OTHER where there is no word. */
CharterRelation charter_relation_inverse (CharterRelation  relation);

G_END_DECLS
