/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-json-token-private.h"

#include "base/charter-id-private.h"

/* What is said of a fault: where it stands, what is wrong, what would be right. */

static void
append_segment (GString         *path,
                const JsonFrame *frame)
{
  g_string_append_c (path, '/');
  if (frame->kind == JSON_FRAME_ARRAY)
    {
      g_string_append_printf (path, "%u", frame->count - 1);
      return;
    }

  for (guint32 i = 0; i < frame->key_length; i++)
    {
      if (frame->key[i] == '~')
        g_string_append (path, "~0");
      else if (frame->key[i] == '/')
        g_string_append (path, "~1");
      else
        g_string_append_c (path, frame->key[i]);
    }
}

static char *
path_of (JsonReader *self,
         JsonPlace   place)
{
  GString *path = g_string_new (NULL);
  guint depth = (guint) (self->top - self->stack) + (place == JSON_AT_VALUE ? 1 : 0);

  for (guint i = 1; i < depth; i++)
    append_segment (path, &self->stack[i]);

  return g_string_free (path, FALSE);
}

char *
charter_json_fault (JsonReader  *self,
                    CharterError code,
                    JsonPlace    place,
                    const char  *at,
                    const char  *format,
                    ...)
{
  gboolean kept = charter_problems_get_kept (self->problems) < CHARTER_PROBLEMS_MAX;
  g_autofree char *path = kept ? path_of (self, place) : NULL;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = kept ? g_strdup_vprintf (format, args) : NULL;
  va_end (args);
  self->n_faults++;
  charter_problems_add (self->problems, code, kept ? path : "", (gsize) (at - self->base), NULL,
                        "%s", kept ? message : "");

  return NULL;
}

char *
charter_json_fault_canonical (JsonReader *self,
                              const char *at,
                              const char *what)
{
  return charter_json_fault (self, CHARTER_ERROR_DAMAGED, JSON_AT_CONTAINER, at,
                             "The text is not in canonical form (RFC 8785): %s", what);
}

static gsize
word_length (const char *text,
             gsize       left)
{
  gsize n = 0;

  while (n < left && n < 24 && (g_ascii_isalnum (text[n]) || text[n] == '_'))
    n++;

  return n;
}

/* What stands at a place of the text as it was given. */
static char *
describe (JsonReader *self,
          const char *at)
{
  const char *text = self->text + (at - self->base);
  gsize left = (gsize) (self->end - at);
  guchar c = left > 0 ? (guchar) text[0] : 0;
  gunichar u;

  if (left == 0)
    return g_strdup ("the end of the text");
  if (word_length (text, left) > 0)
    return g_strdup_printf ("\"%.*s\"", (int) word_length (text, left), text);
  if (c == '"')
    return g_strdup ("a quotation mark");
  if (c == '\n' || c == '\r')
    return g_strdup ("a line break");
  if (c == '\t')
    return g_strdup ("a tab");
  if (c > 0x20 && c < 0x7f)
    return g_strdup_printf ("\"%c\"", c);
  if (c < 0x80)
    return g_strdup_printf ("the character U+%04X", c);

  u = g_utf8_get_char_validated (text, (gssize) left);
  if (u >= (gunichar) -2)
    return g_strdup_printf ("the byte 0x%02X", c);

  return g_strdup_printf ("the character U+%04X", u);
}

char *
charter_json_fault_found (JsonReader *self,
                          JsonPlace   place,
                          const char *at,
                          const char *expected)
{
  g_autofree char *found = describe (self, at);

  return charter_json_fault (self, CHARTER_ERROR_SYNTAX, place, at, "%s, but found %s",
                             expected, found);
}

char *
charter_json_fault_syntax (JsonReader *self,
                           JsonPlace   place,
                           const char *at,
                           const char *message)
{
  return charter_json_fault (self, CHARTER_ERROR_SYNTAX, place, at, "%s", message);
}

char *
charter_json_fault_in_string (JsonReader *self,
                              char       *start,
                              char       *p)
{
  guchar c = (guchar) *p;

  if (p == self->end)
    return charter_json_fault_syntax (self, self->place, start - 1,
                                      "The string that starts here is not closed; "
                                      "a quotation mark is missing");
  if (c == '\n' || c == '\r')
    return charter_json_fault_syntax (self, self->place, p,
                                      "A string may not go over a line break; "
                                      "write \\n, or close the string");
  if (c == '\t')
    return charter_json_fault_syntax (self, self->place, p,
                                      "A string may not hold a tab; write \\t");
  if (c == '\0')
    return charter_json_fault_syntax (self, self->place, p,
                                      "A string may not hold a zero byte; leave it out");
  if (c < 0x20)
    return charter_json_fault (self, CHARTER_ERROR_SYNTAX, self->place, p,
                               "A string may not hold the control character U+%04X; "
                               "write \\u%04x", c, c);

  return charter_json_fault (self, CHARTER_ERROR_SYNTAX, self->place, p,
                             "The byte 0x%02X is not UTF-8 here; save the text as UTF-8", c);
}

char *
charter_json_fault_name (JsonReader *self,
                         char       *p)
{
  if (*p == '}')
    return charter_json_fault_syntax (self, JSON_AT_CONTAINER, p,
                                      "After a comma another member must follow; "
                                      "leave the last comma out");

  return charter_json_fault_found (self, JSON_AT_CONTAINER, p,
                                   "A member name in quotation marks was expected");
}

char *
charter_json_fault_comma (JsonReader *self,
                          char       *p)
{
  gboolean object = self->top->kind == JSON_FRAME_OBJECT;
  const char *start = self->base + self->nodes[self->top->node].offset;

  if (p == self->end)
    return charter_json_fault (self, CHARTER_ERROR_SYNTAX, JSON_AT_CONTAINER, start,
                               "The text ends before the %s that starts here is closed; "
                               "\"%c\" is missing",
                               object ? "object" : "array", object ? '}' : ']');

  return charter_json_fault_found (self, JSON_AT_CONTAINER, p,
                                   object ? "A comma or } was expected"
                                          : "A comma or ] was expected");
}

/* What may be meant by what stands at @p in place of a value; NULL if nothing is known. */
static const char *
find_advice (const char *p)
{
  switch (*p)
    {
    case '\'':
      return "Strings stand in double quotation marks, not in single ones";
    case '/':
    case '#':
      return "Comments are not allowed";
    case '+':
      return "A number may not begin with a plus; leave it out";
    case '.':
      return "A number may not begin with a point; write 0 before it";
    default:
      return NULL;
    }
}

char *
charter_json_fault_value (JsonReader *self,
                          char       *p)
{
  static const char *const words[] = { "true", "false", "null", NULL };
  const char *text = self->text + (p - self->base);
  g_autofree char *word = g_strndup (text, word_length (text, (gsize) (self->end - p)));
  const char *meant = *word != '\0' ? charter_nearest_spelling (word, words) : NULL;
  const char *advice = find_advice (p);

  if (meant != NULL)
    return charter_json_fault (self, CHARTER_ERROR_SYNTAX, JSON_AT_VALUE, p,
                               "A value was expected, but found \"%s\"; did you mean %s?",
                               word, meant);
  if (advice != NULL)
    return charter_json_fault_syntax (self, JSON_AT_VALUE, p, advice);
  if ((*p == ']' || *p == '}') && self->top->kind != JSON_FRAME_ROOT && self->top->count > 1)
    return charter_json_fault_syntax (self, JSON_AT_CONTAINER, p,
                                      "After a comma another value must follow; "
                                      "leave the last comma out");
  if (*word != '\0')
    return charter_json_fault_found (self, JSON_AT_VALUE, p,
                                     "A value was expected (words stand in quotation marks)");

  return charter_json_fault_found (self, JSON_AT_VALUE, p, "A value was expected");
}
