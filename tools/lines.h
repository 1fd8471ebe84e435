/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

#include "terminal.h"

G_BEGIN_DECLS

/* Takes JSON Lines into an empty record in memory.  Record lines keep what they say;
 * submissions pass the gate with the clock at their own `at` (or the latest so far), so that
 * the same file gives the same answers on any day. */
gboolean      tool_lines_load     (CharterPartnership  *partnership,
                                   GInputStream        *stream,
                                   const char          *name,
                                   gint64               size,   /* 0: not known */
                                   GError             **error);
/* Takes JSON Lines into a record, all or none, submissions as recorded now; the number of new
 * entries, -1 with an error that names the file. */
gint64        tool_lines_import   (CharterPartnership  *partnership,
                                   const char          *path,
                                   GError             **error);
/* A stream that reads from @base and says how far it is. */
GInputStream *tool_lines_watch    (GInputStream        *base,
                                   ToolProgress        *progress,
                                   gint64               size);
/* "-" is the standard input. */
GInputStream *tool_lines_open     (const char          *path,
                                   gint64              *size,
                                   GError             **error);
/* Sets the clock to @at where that is an instant later than @latest; anything else is left
 * for the gate to judge. */
void          tool_lines_clock    (CharterPartnership  *partnership,
                                   const char          *at,
                                   char               **latest);

G_END_DECLS
