/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables as CSV (RFC 4180): cells in order, a comma between them, a row ended by CRLF.  A cell
 * with a comma, a quote or a line break is quoted.  A cell that a spreadsheet would take for a
 * formula (it begins with = + - @, in full width too, a tab or a line break) has an apostrophe
 * put before it. */
typedef struct
{
  GString  *text;
  gboolean  begun;      /* a row has a cell already */
} CharterCsv;

void  charter_csv_init    (CharterCsv *self);
/* NULL is an empty cell. */
void  charter_csv_cell    (CharterCsv *self,
                           const char *value);
void  charter_csv_end_row (CharterCsv *self);
/* The whole text; ends the table. */
char *charter_csv_finish  (CharterCsv *self);

G_END_DECLS
