/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "oblige/charter-case-private.h"

G_BEGIN_DECLS

/* One `case` of a check, being gathered. */
typedef struct
{
  CharterInquiry    *inquiry;
  const CharterNode *node;      /* the case object */
  const CharterNode *group;     /* how cases are put together, NULL */
  const CharterNode *when;      /* the charter's own conditions, NULL */
  gint64             since;     /* where the window begins */
} CharterSource;

/* Cases that arose in the window, appended to @out; FALSE with a sentence part in @cannot. */
gboolean charter_source_gather    (CharterSource *self,
                                   GArray        *out,
                                   char         **cannot);
gboolean charter_source_in_window (const CharterSource *self,
                                   gint64               at);
/* How many of the last cases of a member are looked at; G_MAXUINT: all. */
guint    charter_source_last      (const CharterSource *self);
/* In order of time, of seq, and of member. */
void     charter_cases_sort       (GArray *cases);

G_END_DECLS
