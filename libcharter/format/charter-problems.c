/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-problems-private.h"

#include <string.h>

#define SHOWN_MAX 1000   /* characters of a message or path that are shown */

typedef struct
{
  CharterProblem problem;
  gsize          offset;
  guint          text_number;
} Entry;

struct _CharterProblems
{
  GArray     *entries;       /* Entry, in the order of the texts */
  guint       count;
  char       *base;
  const char *text;
  gsize       length;
  guint       text_number;   /* goes up with every new text */
  gboolean    one_line;      /* errors give the column alone */
  gsize       seen;          /* line and column are known up to here */
  guint       line;
  guint       column;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->problem.path);
  g_free (entry->problem.message);
  g_free (entry->problem.suggestion);
}

CharterProblems *
charter_problems_new (void)
{
  CharterProblems *self = g_new0 (CharterProblems, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);

  return self;
}

void
charter_problems_free (CharterProblems *self)
{
  g_array_unref (self->entries);
  g_free (self->base);
  g_free (self);
}

void
charter_problems_set_text (CharterProblems *self,
                           const char      *text,
                           gsize            length)
{
  self->text = text;
  self->length = length;
  self->text_number++;
  self->seen = 0;
  self->line = 1;
  self->column = 1;
}

const char *
charter_problems_get_text (CharterProblems *self,
                           gsize           *length)
{
  *length = self->length;

  return self->text;
}

void
charter_problems_set_base (CharterProblems *self,
                           const char      *prefix)
{
  char *base = g_strdup (prefix);

  g_free (self->base);
  self->base = base;
}

void
charter_problems_set_one_line (CharterProblems *self,
                               gboolean         one_line)
{
  self->one_line = one_line;
}

static gboolean
is_hidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
         (c >= 0x200e && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) ||
         c == 0x061c || c == 0xfeff;
}

/* Texts that hold parts of the input end up on terminals: control characters and those
 * that turn the direction of writing are spelled out, and what is very long is cut. */
static void
append_shown (GString    *out,
              const char *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *p = valid != NULL ? valid : text;

  for (guint n = 0; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == SHOWN_MAX)
        {
          g_string_append (out, "…");
          return;
        }
      if (is_hidden (c))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
}

/* Problems mostly come in the order of the text, so counting goes on from the last one. */
static void
find_position (CharterProblems *self,
               gsize            offset,
               CharterProblem  *problem)
{
  gsize goal = MIN (offset, self->length);

  if (self->text == NULL || offset == G_MAXSIZE)
    return;

  if (goal < self->seen)
    {
      self->seen = 0;
      self->line = 1;
      self->column = 1;
    }
  for (; self->seen < goal; self->seen++)
    {
      guchar c = self->text[self->seen];

      if (c == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else if ((c & 0xc0) != 0x80)
        {
          self->column++;
        }
    }
  problem->line = self->line;
  problem->column = self->column;
}

/* Where a new problem goes: after those of the same text that stand before it. */
static guint
find_place (CharterProblems *self,
            gsize            offset)
{
  guint place = self->entries->len;

  while (place > 0)
    {
      Entry *before = &g_array_index (self->entries, Entry, place - 1);

      if (before->text_number != self->text_number || before->offset <= offset)
        break;
      place--;
    }

  return place;
}

void
charter_problems_add (CharterProblems *self,
                      CharterError     code,
                      const char      *path,
                      gsize            offset,
                      const char      *suggestion,
                      const char      *format,
                      ...)
{
  g_autofree char *formatted = NULL;
  GString *shown;
  Entry entry = { { 0 } };
  va_list args;

  self->count++;
  if (self->entries->len == CHARTER_PROBLEMS_MAX)
    return;

  va_start (args, format);
  formatted = g_strdup_vprintf (format, args);
  va_end (args);
  shown = g_string_new (NULL);
  append_shown (shown, formatted);

  entry.problem.code = code;
  entry.problem.path = g_strconcat (self->base != NULL ? self->base : "", path, NULL);
  entry.problem.message = g_string_free (shown, FALSE);
  entry.problem.suggestion = g_strdup (suggestion);
  entry.offset = offset;
  entry.text_number = self->text_number;
  find_position (self, offset, &entry.problem);
  g_array_insert_val (self->entries, find_place (self, offset), entry);
}

guint
charter_problems_get_count (CharterProblems *self)
{
  return self->count;
}

guint
charter_problems_get_kept (CharterProblems *self)
{
  return self->entries->len;
}

const CharterProblem *
charter_problems_get (CharterProblems *self,
                      guint            index)
{
  if (index >= self->entries->len)
    return NULL;

  return &g_array_index (self->entries, Entry, index).problem;
}

static void
append_place (GString              *out,
              const CharterProblem *problem,
              gboolean              one_line)
{
  gboolean has_path = problem->path[0] != '\0';

  append_shown (out, problem->path);
  if (problem->line > 0 && one_line)
    g_string_append_printf (out, has_path ? " (column %u)" : "column %u", problem->column);
  else if (problem->line > 0)
    g_string_append_printf (out, has_path ? " (line %u, column %u)" : "line %u, column %u",
                            problem->line, problem->column);
  if (has_path || problem->line > 0)
    g_string_append (out, ": ");
}

gboolean
charter_problems_to_error (CharterProblems *self,
                           GError         **error)
{
  const CharterProblem *problem = charter_problems_get (self, 0);
  guint more = self->count - 1;
  GString *text;

  if (problem == NULL)
    return TRUE;

  text = g_string_new (NULL);
  append_place (text, problem, self->one_line);
  g_string_append (text, problem->message);
  if (problem->suggestion != NULL && strstr (problem->message, problem->suggestion) == NULL)
    g_string_append_printf (text, "; did you mean \"%s\"?", problem->suggestion);
  if (more > 0)
    g_string_append_printf (text, more == 1 ? "; and %u more problem" : "; and %u more problems",
                            more);
  g_set_error_literal (error, CHARTER_ERROR, problem->code, text->str);
  g_string_free (text, TRUE);

  return FALSE;
}
