/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "terminal.h"

G_BEGIN_DECLS

/* A table that fits the terminal: columns marked to wrap give way first, then all of them;
 * a cell of any other column that does not fit is cut with "…". */
typedef struct _ToolTable ToolTable;

typedef enum
{
  TOOL_COLUMN_CUT   = 0,
  TOOL_COLUMN_WRAP  = 1 << 0,
  TOOL_COLUMN_RIGHT = 1 << 1
} ToolColumnFlags;

ToolTable *tool_table_new    (void);
void       tool_table_free   (ToolTable       *table);
/* @title NULL: no line of titles, if no column has one. */
void       tool_table_column (ToolTable       *table,
                              const char      *title,
                              ToolColumnFlags  flags);
/* Starts a row; then one cell for each column. */
void       tool_table_row    (ToolTable       *table);
void       tool_table_cell   (ToolTable       *table,
                              ToolStyle        style,
                              const char      *text);
guint      tool_table_count  (ToolTable       *table);
/* All of it, titles first. */
void       tool_table_print  (ToolTable       *table,
                              int              indent);
/* Some rows, without titles; the widths are those that all rows need, so that parts of one
 * table line up with headings between them. */
void       tool_table_print_rows (ToolTable   *table,
                              int              indent,
                              guint            from,
                              guint            count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolTable, tool_table_free)

G_END_DECLS
