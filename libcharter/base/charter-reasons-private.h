/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The proof behind an answer, in a compact array: stable code, clause, entries relied on,
 * arguments of the message, child reasons.  Text is rendered, and a CharterReason made,
 * only when somebody reads it. */

/* A row of a layer's table of reasons.  @text has places {0} to {9} for the arguments, is
 * marked with N_() for translation, is a whole sentence and ends with a full stop. */
typedef struct
{
  const char *code;
  const char *text;
} CharterReasonType;

typedef struct _CharterReasons CharterReasons;

/* A reason's number in its array; 0 is none (the root). */
typedef guint CharterReasonId;

CharterReasons  *charter_reasons_new    (void);
CharterReasons  *charter_reasons_ref    (CharterReasons *self);
void             charter_reasons_unref  (CharterReasons *self);

/* Adds a reason under @parent (0: at the top).  @clause nullable; the arguments are strings,
 * ended by NULL, and are copied. */
CharterReasonId  charter_reasons_add    (CharterReasons          *self,
                                         CharterReasonId          parent,
                                         const CharterReasonType *type,
                                         const char              *clause,
                                         ...) G_GNUC_NULL_TERMINATED;
/* Copies all reasons of @source under @parent. */
void             charter_reasons_copy_under (CharterReasons *self,
                                             CharterReasonId parent,
                                             CharterReasons *source);
/* An entry relied on. */
void             charter_reasons_cite   (CharterReasons  *self,
                                         CharterReasonId  reason,
                                         guint32          seq);
guint            charter_reasons_count  (CharterReasons  *self);
/* Children of @parent in order: first child, next sibling; 0 at the end. */
CharterReasonId  charter_reasons_first  (CharterReasons  *self,
                                         CharterReasonId  parent);
CharterReasonId  charter_reasons_next   (CharterReasons  *self,
                                         CharterReasonId  reason);
/* Is it of that type, with that first argument? */
gboolean         charter_reasons_is     (CharterReasons          *self,
                                         CharterReasonId          reason,
                                         const CharterReasonType *type,
                                         const char              *argument);
const char      *charter_reasons_code   (CharterReasons  *self,
                                         CharterReasonId  reason);
const char      *charter_reasons_clause (CharterReasons  *self,
                                         CharterReasonId  reason);
const guint32   *charter_reasons_entries (CharterReasons *self,
                                          CharterReasonId reason,
                                          guint          *n_entries);
/* The sentence; untranslated (the same bytes in every locale), or through gettext. */
char            *charter_reasons_render (CharterReasons  *self,
                                         CharterReasonId  reason,
                                         gboolean         translated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterReasons, charter_reasons_unref)

G_END_DECLS
