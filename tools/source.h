/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

#include "options.h"

G_BEGIN_DECLS

/* A record that was opened, and the view of it that a question is put to. */
typedef struct
{
  CharterPartnership *partnership;
  CharterView        *view;
  char               *known;   /* as --known gave it; NULL */
} ToolSource;

/* Opens PATH for reading: a `.charter` file, a `.jsonl` file or "-" (JSON Lines on the
 * standard input).  FALSE after having said what is wrong. */
gboolean            tool_source_open  (const ToolCommand  *command,
                                       const char         *path,
                                       const char         *known,
                                       ToolSource         *source);
void                tool_source_clear (ToolSource         *source);
/* The exit status of an answer: "cannot tell" where only part of the record could be read. */
int                 tool_source_status (const ToolSource  *source,
                                        int                status);
/* As tool_fail(), and says what --known leaves out of account. */
int                 tool_source_fail  (const ToolCommand  *command,
                                       const ToolSource   *source,
                                       const char         *about,   /* a file, NULL */
                                       const GError       *error);
void                tool_source_advise_known (const ToolSource *source);
/* The charter in force, as known to the view; NULL if none was, or with an error. */
CharterDocument    *tool_source_charter (const ToolSource *source,
                                         const char       *at,
                                         GError          **error);
/* Opens a `.charter` file to append to it. NULL after having said what is wrong. */
CharterPartnership *tool_open_writable (const ToolCommand *command,
                                        const char        *path);
/* Complains about @error in words that say what to do, and gives the exit status. */
int                 tool_fail         (const ToolCommand  *command,
                                       const char         *about,   /* a file, NULL */
                                       const GError       *error);
/* The id of a person given as an id, a handle or "@handle". */
char               *tool_person_id    (CharterPartnership *partnership,
                                       const char         *name,
                                       GError            **error);
/* How people call it: a person's handle, where the record still shows one; else the id. */
/* "amira → Imran Siddiqui → Pell Valley Coaches" */
char               *tool_path_of      (CharterPartnership *partnership,
                                       const char *const  *ids);
/* The same, and what other parties are called. */
char               *tool_party_of     (CharterPartnership *partnership,
                                       const char         *id);
char               *tool_name_of      (CharterPartnership *partnership,
                                       const char         *id);
/* The latest `at` of all entries, "" if there is none. */
char               *tool_last_instant (CharterPartnership *partnership,
                                       gint64              known);
/* Absolute, as the library wants paths. */
char               *tool_absolute     (const char         *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ToolSource, tool_source_clear)

G_END_DECLS
