/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int
tool_terminal_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  gint64 width = 0;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (width == 0 && columns != NULL)
    width = g_ascii_strtoll (columns, NULL, 10);
  if (width <= 0)
    width = 80;
  return (int) CLAMP (width, 20, 400);
}

gboolean
tool_terminal_colour (void)
{
  const char *off = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  return isatty (STDOUT_FILENO) && (off == NULL || *off == '\0') &&
         g_strcmp0 (term, "dumb") != 0;
}

gboolean
tool_terminal_unicode (void)
{
  return g_get_charset (NULL);
}

static gboolean
is_harmful (gunichar c)
{
  return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* What stands for a typographic sign where the locale has only ASCII; NULL for others. */
static const char *
plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
      return "'";
    case 0x201c:
    case 0x201d:
      return "\"";
    case 0x2013:
    case 0x2014:
      return "-";
    case 0x2026:
      return "...";
    default:
      return NULL;
    }
}

char *
tool_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gboolean unicode = tool_terminal_unicode ();
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (out, ' ');
      else if (is_harmful (c))
        g_string_append_unichar (out, 0xfffd);
      else if (!unicode && plain_sign (c) != NULL)
        g_string_append (out, plain_sign (c));
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static int
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

int
tool_text_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += width_of (g_utf8_get_char (p));
  return width;
}

/* The longest start of @text that takes at most @width columns. */
static const char *
start_within (const char *text, int width)
{
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      width -= width_of (g_utf8_get_char (p));
      if (width < 0)
        break;
    }
  return p;
}

char *
tool_text_fit (const char *text, int width)
{
  const char *end;

  if (tool_text_width (text) <= width)
    return g_strdup (text);
  end = start_within (text, MAX (width - 1, 0));
  return g_strdup_printf ("%.*s%s", (int) (end - text), text, tool_terminal_unicode () ? "…" : "~");
}

/* Where to break a line that has no blank: after its last hyphen that is not among the first
 * letters (those of "p-7k3q…" stay together), else where it is full. */
static const char *
word_break (const char *line, const char *end)
{
  for (const char *p = end - 1; p > line + 2; p--)
    if (*p == '-')
      return p + 1;
  return end > line ? end : g_utf8_next_char (line);
}

/* The end of the line that starts at @line: at the last blank that fits, or within a word
 * that is wider than a line. */
static const char *
line_end (const char *line, int width)
{
  const char *end = start_within (line, width);
  const char *blank;

  for (const char *p = line; p < end; p++)
    if (*p == '\n')
      return p;
  if (*end == '\0' || *end == ' ' || *end == '\n')
    return end;
  for (blank = end; blank > line && *blank != ' '; blank--)
    ;
  return blank > line ? blank : word_break (line, end);
}

GStrv
tool_text_wrap (const char *text, int width)
{
  GPtrArray *lines = g_ptr_array_new ();
  const char *line = text;

  width = MAX (width, 1);
  do
    {
      const char *end = line_end (line, width);

      g_ptr_array_add (lines, g_strchomp (g_strndup (line, (gsize) (end - line))));
      line = end;
      if (*line == '\n')
        line++;
      else
        while (*line == ' ')
          line++;
    }
  while (*line != '\0');
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}

char *
tool_text_styled (ToolStyle style, const char *text)
{
  static const char * const codes[] = { "", "1", "2", "32", "33", "31", "35" };

  if (style == TOOL_STYLE_PLAIN || *text == '\0' || !tool_terminal_colour ())
    return g_strdup (text);
  return g_strdup_printf ("\033[%sm%s\033[0m", codes[style], text);
}

void
tool_print_wrapped (const char *first, ToolStyle style, const char *text)
{
  int indent = tool_text_width (first);
  g_autofree char *clean = tool_text_clean (text);
  g_auto (GStrv) lines = tool_text_wrap (clean, MAX (tool_terminal_width () - indent, 16));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = tool_text_styled (style, lines[i]);

      if (i == 0)
        g_print ("%s%s\n", first, line);
      else
        g_print ("%*s%s\n", indent, "", line);
    }
}

void
tool_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  clean = tool_text_clean (text);
  g_print ("%s\n", clean);
}

void
tool_print_heading (const char *text)
{
  g_print ("\n");
  tool_print_wrapped ("", TOOL_STYLE_BOLD, text);
}

void
tool_progress_start (ToolProgress *progress, const char *what)
{
  progress->what = g_strdup (what);
  progress->started = g_get_monotonic_time ();
  progress->shown = isatty (STDERR_FILENO) ? 0 : -1;
}

void
tool_progress_step (ToolProgress *progress, gint64 done, gint64 total)
{
  gint64 now;

  if (progress->shown < 0)
    return;
  now = g_get_monotonic_time ();
  if (now - progress->started < G_USEC_PER_SEC || now - progress->shown < G_USEC_PER_SEC / 10)
    return;
  progress->shown = now;
  if (total > 0)
    g_printerr ("\r%s… %d %%\033[K", progress->what, (int) (done * 100 / total));
  else
    g_printerr ("\r%s… %" G_GINT64_FORMAT "\033[K", progress->what, done);
}

void
tool_progress_end (ToolProgress *progress)
{
  if (progress->what != NULL && progress->shown > 0)
    g_printerr ("\r\033[K");
  g_clear_pointer (&progress->what, g_free);
}
