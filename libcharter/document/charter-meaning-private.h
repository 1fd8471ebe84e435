/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/charter-document-parts-private.h"

G_BEGIN_DECLS

/* What the schema tables cannot see.  The checks below run whether or not the tables found
 * something, so that one reading shows everything; they take nothing for granted and are
 * silent about members of the wrong type, which the tables have reported. */

/* The ids of one list, in the order of the text and sorted. */
typedef struct
{
  GPtrArray *names;    /* NULL-terminated */
  GArray    *sorted;
} CharterIds;

typedef struct
{
  CharterProblems   *problems;
  GString           *path;           /* of the value being looked at */
  const CharterNode *root;
  CharterArena      *arena;          /* of what a preset adds */
  CharterIds         clauses, roles, rules, cycles, constituencies, regimes;
} CharterMeaning;

void        charter_ids_init                   (CharterIds         *self);
void        charter_ids_clear                  (CharterIds         *self);
/* The `id` of every object of @list. */
void        charter_ids_add_list               (CharterIds         *self,
                                                const CharterNode  *list);
void        charter_ids_add                    (CharterIds         *self,
                                                const char         *id);
/* After the last addition, before the first question. */
void        charter_ids_sort                   (CharterIds         *self);
gboolean    charter_ids_has                    (const CharterIds   *self,
                                                const char         *id);

/* Goes down to a member or an item; what it returns leads back. */
gsize       charter_meaning_enter              (CharterMeaning     *self,
                                                const char         *name);
gsize       charter_meaning_enter_item         (CharterMeaning     *self,
                                                guint               index);
void        charter_meaning_leave              (CharterMeaning     *self,
                                                gsize               mark);

/* A fault at the value being looked at. */
void        charter_meaning_fault              (CharterMeaning     *self,
                                                const CharterNode  *node,
                                                CharterError        code,
                                                const char         *format,
                                                ...) G_GNUC_PRINTF (4, 5);
/* The same, ending in "; did you mean “…”?" where one of @candidates is near. */
void        charter_meaning_fault_near         (CharterMeaning     *self,
                                                const CharterNode  *node,
                                                CharterError        code,
                                                const char         *given,
                                                const char *const  *candidates,
                                                const char         *format,
                                                ...) G_GNUC_PRINTF (6, 7);

/* The objects of a member that is a list, or one object, or absent:
 *   CHARTER_MEANING_EACH (self, object, "rules", rule) { … } */
#define CHARTER_MEANING_EACH(self, object, name, item)                                      \
  for (CharterMeaningWalk walk_##item = charter_meaning_walk_begin ((self), (object), (name)); \
       charter_meaning_walk_step (&walk_##item, &(item));)

typedef struct
{
  CharterMeaning    *meaning;
  const CharterNode *list;
  const CharterNode *item;
  guint              index;
  gsize              outside, inside;
} CharterMeaningWalk;

CharterMeaningWalk charter_meaning_walk_begin  (CharterMeaning     *self,
                                                const CharterNode  *object,
                                                const char         *name);
/* Goes to the next item and its path; FALSE, and the path as it was, after the last one. */
gboolean    charter_meaning_walk_step          (CharterMeaningWalk *walk,
                                                const CharterNode **item);

/* The ids of @object's member @list must differ. */
void        charter_meaning_check_ids          (CharterMeaning     *self,
                                                const CharterNode  *object,
                                                const char         *list,
                                                const char         *noun);
/* The same for one object; @ids holds those of all, @place counts them. */
void        charter_meaning_check_id           (CharterMeaning     *self,
                                                const CharterNode  *item,
                                                const CharterIds   *ids,
                                                guint              *place,
                                                const char         *noun);
/* A member, or each of its items, must be one of @ids. */
void        charter_meaning_check_reference    (CharterMeaning     *self,
                                                const CharterNode  *object,
                                                const char         *name,
                                                const CharterIds   *ids,
                                                const char         *noun);
void        charter_meaning_check_clause       (CharterMeaning     *self,
                                                const CharterNode  *object);
/* "role:ID", "constituency:ID", "partner:ID", "person:ID", "partners", "persons"; with
 * @words also any other word, such as "each" or the id of a constituency. */
void        charter_meaning_check_voices       (CharterMeaning     *self,
                                                const CharterNode  *object,
                                                const char         *name,
                                                gboolean            words);
/* A fraction between 0 and 1. */
void        charter_meaning_check_share        (CharterMeaning     *self,
                                                const CharterNode  *object,
                                                const char         *name);
/* A period that is longer than nothing. */
void        charter_meaning_check_length       (CharterMeaning     *self,
                                                const CharterNode  *object,
                                                const char         *name);
/* Known to this version, or beginning with x- and listed under `requires`. */
gboolean    charter_meaning_requires           (const CharterMeaning *self,
                                                const char         *name);

void        charter_meaning_check_rules        (CharterMeaning     *self);
/* What of a rule no vote could ever satisfy. */
void        charter_meaning_check_possible     (CharterMeaning     *self,
                                                const CharterNode  *rule);
void        charter_meaning_check_conflicts    (CharterMeaning     *self);
void        charter_meaning_check_checks       (CharterMeaning     *self,
                                                const CharterNode  *clause);
void        charter_meaning_check_attest       (CharterMeaning     *self,
                                                const CharterNode  *clause);

G_END_DECLS
