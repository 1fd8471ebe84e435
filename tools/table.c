/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table.h"

#include <string.h>

#define GAP 2

typedef struct
{
  char            *title;
  ToolColumnFlags  flags;
  int              width;   /* as laid out */
} Column;

typedef struct
{
  char      *text;
  ToolStyle  style;
} Cell;

struct _ToolTable
{
  GArray *columns;   /* Column */
  GArray *cells;     /* Cell, row by row */
  guint   rows;
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->title);
}

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

ToolTable *
tool_table_new (void)
{
  ToolTable *table = g_new0 (ToolTable, 1);

  table->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (table->columns, column_clear);
  table->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (table->cells, cell_clear);
  return table;
}

void
tool_table_free (ToolTable *table)
{
  g_array_unref (table->columns);
  g_array_unref (table->cells);
  g_free (table);
}

void
tool_table_column (ToolTable *table, const char *title, ToolColumnFlags flags)
{
  Column column = { g_strdup (title), flags, 0 };

  g_array_append_val (table->columns, column);
}

void
tool_table_row (ToolTable *table)
{
  table->rows++;
}

void
tool_table_cell (ToolTable *table, ToolStyle style, const char *text)
{
  Cell cell = { tool_text_clean (text != NULL ? text : ""), style };

  g_array_append_val (table->cells, cell);
}

guint
tool_table_count (ToolTable *table)
{
  return table->rows;
}

static Cell *
cell_at (ToolTable *table, guint row, guint column)
{
  return &g_array_index (table->cells, Cell, row * table->columns->len + column);
}

static Column *
column_at (ToolTable *table, guint column)
{
  return &g_array_index (table->columns, Column, column);
}

static void
measure (ToolTable *table)
{
  for (guint c = 0; c < table->columns->len; c++)
    {
      Column *column = column_at (table, c);

      column->width = column->title != NULL ? tool_text_width (column->title) : 0;
      for (guint r = 0; r < table->rows; r++)
        column->width = MAX (column->width, tool_text_width (cell_at (table, r, c)->text));
    }
}

/* The widest column that may still give way, NULL if none may. */
static Column *
widest (ToolTable *table, gboolean any, int least)
{
  Column *found = NULL;

  for (guint c = 0; c < table->columns->len; c++)
    {
      Column *column = column_at (table, c);

      if (!any && (column->flags & TOOL_COLUMN_WRAP) == 0)
        continue;
      if (column->width > least && (found == NULL || column->width > found->width))
        found = column;
    }
  return found;
}

static int
total_width (ToolTable *table)
{
  int total = GAP * ((int) table->columns->len - 1);

  for (guint c = 0; c < table->columns->len; c++)
    total += column_at (table, c)->width;
  return total;
}

static void
lay_out (ToolTable *table, int width)
{
  int over;

  measure (table);
  over = total_width (table) - width;
  while (over > 0)
    {
      Column *column = widest (table, FALSE, 16);

      if (column == NULL)
        column = widest (table, TRUE, 4);
      if (column == NULL)
        return;
      column->width--;
      over--;
    }
}

/* One piece of text, padded to its column unless it is the last. */
static void
print_piece (Column *column, ToolStyle style, const char *text, gboolean last)
{
  g_autofree char *styled = tool_text_styled (style, text);
  int blank = MAX (column->width - tool_text_width (text), 0);

  if ((column->flags & TOOL_COLUMN_RIGHT) != 0)
    g_print ("%*s%s", blank, "", styled);
  else
    g_print ("%s%*s", styled, last ? 0 : blank, "");
  if (!last)
    g_print ("%*s", GAP, "");
}

static GStrv
cell_lines (Column *column, const char *text)
{
  g_auto (GStrv) lines = NULL;

  if ((column->flags & TOOL_COLUMN_WRAP) != 0)
    return tool_text_wrap (text, column->width);
  lines = g_new0 (char *, 2);
  lines[0] = tool_text_fit (text, column->width);
  return g_steal_pointer (&lines);
}

/* The last column that has text on line @line; later ones print nothing. */
static guint
columns_used (GPtrArray *texts, guint line)
{
  guint used = 0;

  for (guint c = 0; c < texts->len; c++)
    {
      GStrv lines = g_ptr_array_index (texts, c);

      if (line < g_strv_length (lines) && *lines[line] != '\0')
        used = c + 1;
    }
  return used;
}

static void
print_row (ToolTable *table, guint row, int indent)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint height = 1;

  for (guint c = 0; c < table->columns->len; c++)
    {
      GStrv lines = cell_lines (column_at (table, c), cell_at (table, row, c)->text);

      height = MAX (height, g_strv_length (lines));
      g_ptr_array_add (texts, lines);
    }
  for (guint line = 0; line < height; line++)
    {
      guint used = columns_used (texts, line);

      g_print ("%*s", used > 0 ? indent : 0, "");
      for (guint c = 0; c < used; c++)
        {
          GStrv lines = g_ptr_array_index (texts, c);

          print_piece (column_at (table, c), cell_at (table, row, c)->style,
                       line < g_strv_length (lines) ? lines[line] : "", c + 1 == used);
        }
      g_print ("\n");
    }
}

static void
print_titles (ToolTable *table, int indent)
{
  gboolean some = FALSE;

  for (guint c = 0; c < table->columns->len; c++)
    some = some || column_at (table, c)->title != NULL;
  if (!some)
    return;
  g_print ("%*s", indent, "");
  for (guint c = 0; c < table->columns->len; c++)
    {
      Column *column = column_at (table, c);
      g_autofree char *title = tool_text_fit (column->title != NULL ? column->title : "",
                                              column->width);

      print_piece (column, TOOL_STYLE_BOLD, title, c + 1 == table->columns->len);
    }
  g_print ("\n");
}

void
tool_table_print_rows (ToolTable *table, int indent, guint from, guint count)
{
  lay_out (table, tool_terminal_width () - indent);
  for (guint r = from; r < table->rows && r < from + count; r++)
    print_row (table, r, indent);
}

void
tool_table_print (ToolTable *table, int indent)
{
  lay_out (table, tool_terminal_width () - indent);
  print_titles (table, indent);
  for (guint r = 0; r < table->rows; r++)
    print_row (table, r, indent);
}
