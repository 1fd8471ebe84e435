/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "permit/charter-item-private.h"

G_BEGIN_DECLS

/* Permissions and voters, looked up once in the charter so that they can be asked of many
 * persons.  They answer as charter_permission_check() and charter_item_is_unit() do, without
 * the ground; what they do not know of is left to these. */

/* One of the spellings of `permissions[].to` and `voters`. */
typedef struct
{
  enum
  {
    CHARTER_WHO_PERSONS,
    CHARTER_WHO_PERSON,
    CHARTER_WHO_ROLE,
    CHARTER_WHO_OTHER
  }           kind;
  CharterRef  person;
  guint       role;       /* number, 0 if nobody was ever given it */
  gboolean    plain;      /* what its rows say is all */
  const char *text;
} CharterWho;

/* May a person do an act, under one version of the charter? */
typedef struct
{
  const CharterDocumentData *charter;
  const char                *act;
  gboolean                   exact;     /* FALSE: there is more to it than the lists below */
  gboolean                   everyone;
  GArray                    *listed;    /* CharterWho */
  GArray                    *barred;    /* CharterWho of roles that take the act away */
} CharterAccess;

/* Does a rule give a person a vote?  For rules whose unit is the person. */
typedef struct
{
  gboolean everyone;
  GArray  *listed;        /* CharterWho */
} CharterVoters;

void     charter_access_init    (CharterAccess             *self,
                                 const CharterScene        *scene,
                                 const CharterDocumentData *charter,
                                 const char                *act);
void     charter_access_clear   (CharterAccess             *self);
/* @person: a number among CharterParties, of somebody who is current at @at.  @proposed: the
 * decision that the act is done on, NULL. */
gboolean charter_access_allows  (const CharterAccess       *self,
                                 const CharterScene        *scene,
                                 guint32                    person,
                                 const CharterFact         *proposed,
                                 gint64                     at);

void     charter_voters_init    (CharterVoters             *self,
                                 const CharterScene        *scene,
                                 const CharterRuleData     *rule);
void     charter_voters_clear   (CharterVoters             *self);
/* @person: the number of somebody who is current at @at. */
gboolean charter_voters_include (const CharterVoters       *self,
                                 const CharterScene        *scene,
                                 guint32                    person,
                                 gint64                     at);

G_END_DECLS
