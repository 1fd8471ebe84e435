/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/charter-document-private.h"
#include "format/charter-kinds-private.h"

G_BEGIN_DECLS

/* What the files that compile a charter share.  They run once everything has been checked,
 * so they read members without looking at their types. */

/* @n things of @size bytes each, all zero, in the charter's arena. */
gpointer    charter_document_alloc               (CharterDocumentData *self,
                                                  guint                n,
                                                  gsize                size);
#define charter_document_new(self, type, n) ((type *) charter_document_alloc ((self), (n), sizeof (type)))

/* The position of a member's word among @words, @fallback if it is not given. */
guint       charter_member_choice                (const CharterNode   *object,
                                                  const char          *name,
                                                  const char *const   *words,
                                                  guint                fallback);
/* TRUE, and @out set, if the member is given. */
gboolean    charter_member_period                (const CharterNode   *object,
                                                  const char          *name,
                                                  CharterPeriod       *out);
gboolean    charter_member_fraction              (const CharterNode   *object,
                                                  const char          *name,
                                                  CharterFraction     *out);
/* CHARTER_DATE_NONE if it is not given. */
gint32      charter_member_date                  (const CharterNode   *object,
                                                  const char          *name);
/* The values of a member that is a list, or one or a list, or absent. */
#define CHARTER_EACH_VALUE(list, v)                                                         \
  for (const CharterNode *v = charter_values_first (list); v != NULL;                       \
       v = charter_values_next ((list), v))
/* The members of an object. */
#define CHARTER_EACH_MEMBER(object, m)                                                      \
  for (const CharterNode *m = charter_node_first (object); m != NULL;                       \
       m = charter_node_next ((object), m))
/* The number of children of a list, 0 for NULL. */
#define charter_list_length(node) ((node) != NULL ? (node)->length : 0)

void        charter_document_compile_calendar    (CharterDocumentData *self);
void        charter_document_compile_sections    (CharterDocumentData *self);
void        charter_document_compile_roles       (CharterDocumentData *self);
void        charter_document_compile_permissions (CharterDocumentData *self);
void        charter_document_compile_cycles      (CharterDocumentData *self);
void        charter_document_compile_periods     (CharterDocumentData *self);
/* After the roles. */
void        charter_document_compile_rules       (CharterDocumentData *self);
void        charter_document_compile_conflicts   (CharterDocumentData *self);
/* After the regimes. */
void        charter_document_compile_path        (CharterDocumentData *self,
                                                  const CharterNode   *node,
                                                  CharterPathData     *path);

/* Adds to @problems what the schema tables cannot see: ids given twice, references that lead
 * nowhere, members that contradict each other. */
void        charter_document_check_meaning       (const CharterNode   *root,
                                                  const char          *path,
                                                  CharterProblems     *problems);

/* The conflict policy with what its preset says where it says nothing itself; @policy where it
 * names none (or none that there is). */
const CharterNode *charter_document_merge_preset (const CharterNode *policy,
                                                  CharterArena      *arena);

/* The ids of the preset regimes; NULL-terminated. */
extern const char *const charter_preset_regimes[];

G_END_DECLS
