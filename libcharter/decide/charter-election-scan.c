/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-scan-private.h"

#include <string.h>

#define LARGEST "9223372036854775807"

gboolean
charter_scan_init (CharterScan *self,
                   GBytes      *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  *self = (CharterScan) { .rest = data != NULL ? data : "" };
  self->end = self->rest + size;
  if (size > CHARTER_ELECTION_TEXT_MAX)
    return charter_scan_fail (self, NULL, CHARTER_ERROR_LIMIT,
                              "The text is longer than 2 GiB; leave out what it holds besides "
                              "ballots, or count equal ballots together");
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    self->rest += 3;
  return TRUE;
}

void
charter_scan_clear (CharterScan *self)
{
  g_clear_error (&self->error);
}

gboolean
charter_scan_fail (CharterScan *self,
                   const char  *at,
                   CharterError code,
                   const char  *format,
                   ...)
{
  g_autoptr (GString) message = g_string_new (NULL);
  va_list arguments;

  if (self->error != NULL)
    return FALSE;
  g_string_printf (message, "Line %u, column %ld: ", MAX (self->number, 1),
                   at != NULL ? g_utf8_strlen (self->line, at - self->line) + 1 : 1);
  if (self->ballot > 0)
    g_string_append_printf (message, "Ballot %u: ", self->ballot);
  va_start (arguments, format);
  g_string_append_vprintf (message, format, arguments);
  va_end (arguments);
  self->error = g_error_new_literal (CHARTER_ERROR, (int) code, message->str);
  return FALSE;
}

/* Where the line ends; NULL where it is too long. */
static const char *
find_end (const char *line,
          const char *end)
{
  gsize left = (gsize) (end - line);
  const char *found = memchr (line, '\n', MIN (left, CHARTER_ELECTION_LINE_MAX + 1));

  if (found != NULL)
    return found;
  return left <= CHARTER_ELECTION_LINE_MAX ? end : NULL;
}

gboolean
charter_scan_line (CharterScan *self)
{
  const char *stop, *fault;

  if (self->error != NULL || self->rest == self->end)
    return FALSE;
  self->line = self->at = self->rest;
  self->number++;
  stop = find_end (self->line, self->end);
  if (stop == NULL)
    return charter_scan_fail (self, self->line, CHARTER_ERROR_LIMIT,
                              "The line is longer than %u bytes", CHARTER_ELECTION_LINE_MAX);
  self->rest = stop < self->end ? stop + 1 : stop;
  self->stop = stop > self->line && stop[-1] == '\r' ? stop - 1 : stop;
  if (!g_utf8_validate_len (self->line, (gsize) (self->stop - self->line), &fault))
    return charter_scan_fail (self, fault, CHARTER_ERROR_SYNTAX,
                              *fault == '\0' ? "There is a zero byte, which no text has"
                                             : "This is not UTF-8; save the text as UTF-8");
  return TRUE;
}

gboolean
charter_scan_more (CharterScan *self)
{
  while (self->at < self->stop && (*self->at == ' ' || *self->at == '\t'))
    self->at++;
  return self->at < self->stop;
}

gboolean
charter_scan_eat (CharterScan *self,
                  char         c)
{
  if (self->at == self->stop || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

gboolean
charter_scan_integer (CharterScan *self,
                      const char  *what,
                      gint64      *out)
{
  const char *start = self->at;
  gint64 value = 0;

  for (; self->at < self->stop && g_ascii_isdigit (*self->at); self->at++)
    if (__builtin_mul_overflow (value, 10, &value) ||
        __builtin_add_overflow (value, *self->at - '0', &value))
      return charter_scan_fail (self, start, CHARTER_ERROR_VALUE,
                                "%s is a whole number up to " LARGEST, what);
  *out = value;
  if (self->at == start)
    return charter_scan_fail (self, start, CHARTER_ERROR_SYNTAX, "%s belongs here, in digits",
                              what);
  return TRUE;
}

gssize
charter_scan_until (CharterScan *self,
                    char         c)
{
  const char *found = memchr (self->at, c, (gsize) (self->stop - self->at));

  return found != NULL ? found - self->at : -1;
}

void
charter_scan_trim (const char **text,
                   gsize       *length)
{
  while (*length > 0 && (**text == ' ' || **text == '\t'))
    (*text)++, (*length)--;
  while (*length > 0 && ((*text)[*length - 1] == ' ' || (*text)[*length - 1] == '\t'))
    (*length)--;
}

gboolean
charter_scan_name (CharterScan *self,
                   const char  *at,
                   const char  *name,
                   gsize        length)
{
  if (length == 0)
    return charter_scan_fail (self, at, CHARTER_ERROR_VALUE, "An option needs a name");
  if (length > CHARTER_ELECTION_NAME_MAX)
    return charter_scan_fail (self, at, CHARTER_ERROR_LIMIT,
                              "An option's name is longer than %u bytes",
                              CHARTER_ELECTION_NAME_MAX);
  return TRUE;
}

CharterElectionData *
charter_scan_finish (CharterScan         *self,
                     CharterElectionData *data,
                     GError             **error)
{
  if (self->error == NULL)
    return data;
  g_clear_pointer (&data, charter_election_data_unref);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}
