/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-kinds-private.h"
#include "oblige/charter-oblige-private.h"

G_BEGIN_DECLS

/* What a check is asked with: the scene, the charter in force, and the instant. */
typedef struct
{
  const CharterScene        *scene;
  const CharterDocumentData *charter;
  CharterZone               *zone;
  const CharterCalendar     *calendar;
  gint64                     at;
  gint32                     today;
  CharterArena              *arena;     /* for what lives as long as the inquiry */
  GHashTable                *turns;     /* of cycles, as far as they were asked for */
} CharterInquiry;

void     charter_inquiry_init     (CharterInquiry            *self,
                                   const CharterScene        *scene,
                                   const CharterDocumentData *charter,
                                   gint64                     at);
void     charter_inquiry_clear    (CharterInquiry *self);

/* The turns (CharterTurn) of a cycle of the charter up to today, in order of date, reckoned once
 * however many checks ask for them; NULL where its rhythm cannot be reckoned. */
GArray  *charter_inquiry_turns    (CharterInquiry         *self,
                                   const CharterCycleData *cycle);
/* The number of the first of them that begins at @since or later. */
guint    charter_inquiry_turn_from (GArray *turns,
                                    gint64  since);
/* "CYCLE/DATE": lives as long as the inquiry. */
const char *charter_inquiry_turn_name (CharterInquiry *self,
                                       GArray         *turns,
                                       guint           index);

/* — sets —
 *
 * A set is named as `of`, `from`, `to`, `with`, `groups` and `asked` spell it: partners (or
 * each), persons, role-holders, a constituency of the charter (with or without
 * constituency:), a role (with or without role:), person:ID, partner:ID.  Any other word may
 * name an audience outside the record ("public"), whose members nobody can list. */

/* Can the members be listed? */
gboolean charter_set_is_known     (const CharterInquiry *self,
                                   const char           *set);
/* The members at the inquiry's instant, CharterRef appended to @out; FALSE if not known. */
gboolean charter_set_members      (const CharterInquiry *self,
                                   const char           *set,
                                   GArray               *out);
/* Is @ref in the set at @at: itself, through the partner that a person acts for, or as the
 * name of the set? */
gboolean charter_set_has          (const CharterInquiry *self,
                                   const char           *set,
                                   CharterRef            ref,
                                   gint64                at);
/* The same for any set of a "list or one" node. */
gboolean charter_sets_have        (const CharterInquiry *self,
                                   const CharterNode    *sets,
                                   CharterRef            ref,
                                   gint64                at);
/* The partners that a unit stands for: itself, or those a person acts for or acted for;
 * CharterRef appended to @out. */
void     charter_partners_behind  (const CharterInquiry *self,
                                   CharterRef            unit,
                                   GArray               *out);

/* Every value of a "list or one" node. */
#define CHARTER_EACH(list, item)                                                            \
  for (const CharterNode *item = charter_values_first (list); item != NULL;                 \
       item = charter_values_next (list, item))

G_END_DECLS
