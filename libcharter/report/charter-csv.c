/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "report/charter-csv-private.h"

#include <string.h>

/* Writing CSV that spreadsheets open without harm. */

void
charter_csv_init (CharterCsv *self)
{
  self->text = g_string_new (NULL);
  self->begun = FALSE;
}

/* What somebody wrote must stay a text wherever it is opened (OWASP, CSV injection). */
static gboolean
reads_as_formula (const char *value)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (*value != '\0' && strchr ("=+-@\t\r\n", *value) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (value, wide[i]))
      return TRUE;
  return FALSE;
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

void
charter_csv_cell (CharterCsv *self,
                  const char *value)
{
  g_autofree char *harmless = NULL;

  if (self->begun)
    g_string_append_c (self->text, ',');
  self->begun = TRUE;
  if (value == NULL)
    return;
  if (reads_as_formula (value))
    value = harmless = g_strconcat ("'", value, NULL);
  if (strpbrk (value, ",\"\r\n") != NULL)
    append_quoted (self->text, value);
  else
    g_string_append (self->text, value);
}

void
charter_csv_end_row (CharterCsv *self)
{
  g_string_append (self->text, "\r\n");
  self->begun = FALSE;
}

char *
charter_csv_finish (CharterCsv *self)
{
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
