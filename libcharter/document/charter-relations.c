/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-relations-private.h"

#include <string.h>

/* The relations of the interest graph and their inverses. */

static const struct
{
  const char     *name;
  CharterRelation inverse;
} relations[CHARTER_N_RELATIONS] = {
  [CHARTER_RELATION_OTHER] = { "", CHARTER_RELATION_OTHER },
  [CHARTER_RELATION_DECLARED] = { "declared", CHARTER_RELATION_OTHER },
  [CHARTER_RELATION_CONNECTED] = { "connected", CHARTER_RELATION_CONNECTED },
  [CHARTER_RELATION_OWNS] = { "owns", CHARTER_RELATION_OWNED_BY },
  [CHARTER_RELATION_OWNED_BY] = { "owned-by", CHARTER_RELATION_OWNS },
  [CHARTER_RELATION_CONTROLS] = { "controls", CHARTER_RELATION_CONTROLLED_BY },
  [CHARTER_RELATION_CONTROLLED_BY] = { "controlled-by", CHARTER_RELATION_CONTROLS },
  [CHARTER_RELATION_DIRECTS] = { "directs", CHARTER_RELATION_DIRECTED_BY },
  [CHARTER_RELATION_DIRECTED_BY] = { "directed-by", CHARTER_RELATION_DIRECTS },
  [CHARTER_RELATION_EMPLOYED_BY] = { "employed-by", CHARTER_RELATION_EMPLOYS },
  [CHARTER_RELATION_EMPLOYS] = { "employs", CHARTER_RELATION_EMPLOYED_BY },
  [CHARTER_RELATION_MEMBER_OF] = { "member-of", CHARTER_RELATION_HAS_MEMBER },
  [CHARTER_RELATION_HAS_MEMBER] = { "has-member", CHARTER_RELATION_MEMBER_OF },
  [CHARTER_RELATION_FUNDED_BY] = { "funded-by", CHARTER_RELATION_FUNDS },
  [CHARTER_RELATION_FUNDS] = { "funds", CHARTER_RELATION_FUNDED_BY },
  [CHARTER_RELATION_NOMINATED_BY] = { "nominated-by", CHARTER_RELATION_NOMINATED },
  [CHARTER_RELATION_NOMINATED] = { "nominated", CHARTER_RELATION_NOMINATED_BY },
  [CHARTER_RELATION_PARTNER_OF] = { "partner-of", CHARTER_RELATION_PARTNER_OF },
  [CHARTER_RELATION_SIBLING_OF] = { "sibling-of", CHARTER_RELATION_SIBLING_OF },
  [CHARTER_RELATION_BUSINESS_PARTNER_OF] = { "business-partner-of",
                                             CHARTER_RELATION_BUSINESS_PARTNER_OF },
  [CHARTER_RELATION_CLOSE_TO] = { "close-to", CHARTER_RELATION_CLOSE_TO },
  [CHARTER_RELATION_RELATIVE_OF] = { "relative-of", CHARTER_RELATION_RELATIVE_OF },
  [CHARTER_RELATION_CHILD_OF] = { "child-of", CHARTER_RELATION_PARENT_OF },
  [CHARTER_RELATION_PARENT_OF] = { "parent-of", CHARTER_RELATION_CHILD_OF },
  [CHARTER_RELATION_STEPCHILD_OF] = { "stepchild-of", CHARTER_RELATION_STEPPARENT_OF },
  [CHARTER_RELATION_STEPPARENT_OF] = { "stepparent-of", CHARTER_RELATION_STEPCHILD_OF },
  [CHARTER_RELATION_GRANDCHILD_OF] = { "grandchild-of", CHARTER_RELATION_GRANDPARENT_OF },
  [CHARTER_RELATION_GRANDPARENT_OF] = { "grandparent-of", CHARTER_RELATION_GRANDCHILD_OF },
};

CharterRelation
charter_relation_lookup (const char *name,
                         gssize      length)
{
  gsize n = length < 0 ? strlen (name) : (gsize) length;

  for (guint i = CHARTER_RELATION_DECLARED; i < CHARTER_N_RELATIONS; i++)
    if (strlen (relations[i].name) == n && memcmp (relations[i].name, name, n) == 0)
      return i;

  return CHARTER_RELATION_OTHER;
}

const char *
charter_relation_name (CharterRelation relation)
{
  return relations[relation].name;
}

CharterRelation
charter_relation_inverse (CharterRelation relation)
{
  return relations[relation].inverse;
}
