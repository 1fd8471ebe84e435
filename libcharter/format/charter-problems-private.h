/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-error.h>

G_BEGIN_DECLS

#define CHARTER_PROBLEMS_MAX 100

/* Every problem found in a text, in the order of the text, to a stated maximum (100; the
 * count goes on).  Each has a JSON Pointer, line and column (from 1; 0 when there is no
 * text), what is wrong, what was expected and the nearest valid spelling. */
typedef struct
{
  CharterError code;
  char        *path;        /* JSON Pointer, "" is the whole text */
  guint        line;
  guint        column;      /* in characters */
  char        *message;     /* what is wrong and what would be right; plain words */
  char        *suggestion;  /* nearest valid spelling, or NULL */
} CharterProblem;

typedef struct _CharterProblems CharterProblems;

CharterProblems      *charter_problems_new       (void);
void                  charter_problems_free      (CharterProblems *self);
/* The text that positions refer to; borrowed, must outlive the adding of problems. */
void                  charter_problems_set_text  (CharterProblems *self,
                                                  const char      *text,
                                                  gsize            length);
const char           *charter_problems_get_text  (CharterProblems *self,
                                                  gsize           *length);
/* The prefix put before every path added from here on, such as "/entries/4"; NULL for none. */
void                  charter_problems_set_base  (CharterProblems *self,
                                                  const char      *prefix);
/* The text is one line of many, and who shows the error says which: it gives the column alone. */
void                  charter_problems_set_one_line (CharterProblems *self,
                                                     gboolean         one_line);
/* @offset: byte offset in the text, or G_MAXSIZE for none. @suggestion nullable. */
void                  charter_problems_add       (CharterProblems *self,
                                                  CharterError     code,
                                                  const char      *path,
                                                  gsize            offset,
                                                  const char      *suggestion,
                                                  const char      *format,
                                                  ...) G_GNUC_PRINTF (6, 7);
guint                 charter_problems_get_count (CharterProblems *self);   /* all, also those past the maximum */
guint                 charter_problems_get_kept  (CharterProblems *self);
const CharterProblem *charter_problems_get       (CharterProblems *self,
                                                  guint            index);
/* Sets @error from the first problem: "PATH (line L, column C): MESSAGE", and, where there
 * are more, ", and N more". Returns FALSE always. No-op returning TRUE when there are none. */
gboolean              charter_problems_to_error  (CharterProblems *self,
                                                  GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterProblems, charter_problems_free)

G_END_DECLS
