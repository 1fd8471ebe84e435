/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TOOL_STYLE_PLAIN,
  TOOL_STYLE_BOLD,
  TOOL_STYLE_DIM,
  TOOL_STYLE_GOOD,
  TOOL_STYLE_FAIR,
  TOOL_STYLE_BAD,
  TOOL_STYLE_ODD
} ToolStyle;

/* Columns of the terminal on the standard output, else $COLUMNS, else 80; 20 to 400. */
int       tool_terminal_width   (void);
/* Colour only on a terminal, and not with NO_COLOR. */
gboolean  tool_terminal_colour  (void);
/* Can the locale's character set show more than ASCII? */
gboolean  tool_terminal_unicode (void);

/* @text with control characters and direction overrides made harmless; newlines stay. */
char     *tool_text_clean       (const char *text);
/* Columns that @text takes: wide characters two, combining ones none. */
int       tool_text_width       (const char *text);
/* @text cut to @width columns, ending in "…" where something was cut. */
char     *tool_text_fit         (const char *text, int width);
/* @text wrapped at words to lines of @width columns; words too long are broken. */
GStrv     tool_text_wrap        (const char *text, int width);
/* @text in its style, where colours are on. */
char     *tool_text_styled      (ToolStyle style, const char *text);
/* Prints a paragraph wrapped to the terminal: the first line after @first, the others
 * after blanks of the same width. */
void      tool_print_wrapped    (const char *first, ToolStyle style, const char *text);
/* Prints one line as it is, but for what could harm a terminal. */
void      tool_say              (const char *format, ...) G_GNUC_PRINTF (1, 2);
void      tool_print_heading    (const char *text);

/* Says how far long work is: on the standard error, only on a terminal, and only once it
 * has taken a second. */
typedef struct
{
  char   *what;
  gint64  started;
  gint64  shown;
} ToolProgress;

void      tool_progress_start   (ToolProgress *progress, const char *what);
void      tool_progress_step    (ToolProgress *progress, gint64 done, gint64 total);
void      tool_progress_end     (ToolProgress *progress);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ToolProgress, tool_progress_end)

G_END_DECLS
