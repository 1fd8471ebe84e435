/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-check-private.h"

#include "base/charter-id-private.h"
#include "format/charter-kinds-private.h"

#define GIVEN_MAX 60    /* characters of a value that a message repeats */
#define VALUES_MAX 8    /* words of a closed vocabulary that a message lists */

static const char *const period_units[] = {
  "days", "working-days", "clear-days", "months", "hours", NULL
};
static const char *const period_froms[] = { "after", "beginning-with", NULL };

static const CharterRow period_rows[] = {
  { "count", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .max = 999999999,
    .meaning = "How many units the period has." },
  { "from", CHARTER_TYPE_ENUM, 0,
    .values = period_froms,
    .meaning = "Whether the first day is the one after the event (the default) or its own." },
  { "unit", CHARTER_TYPE_ENUM, CHARTER_ROW_REQUIRED,
    .values = period_units,
    .meaning = "The unit that is counted." },
};

const CharterShape charter_period_shape = {
  "period", CHARTER_ROWS (period_rows),
  "A period that is counted in units.",
};

static const CharterRow remedy_rows[] = {
  { "clause", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_CLAUSE,
    .meaning = "The clause behind the remedy." },
  { "remedy", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The remedy, such as adjourn." },
};

const CharterShape charter_remedy_shape = {
  "remedy", CHARTER_ROWS (remedy_rows),
  "A way on when exclusions cost the quorum.",
};

#define ID_WORDS \
  "an id of lower-case letters, digits, “.”, “_” and “-”, such as lived-experience"

static const char *const type_words[] = {
  [CHARTER_TYPE_TEXT] = "a text",
  [CHARTER_TYPE_CODE] = ID_WORDS,
  [CHARTER_TYPE_NAME] = ID_WORDS,
  [CHARTER_TYPE_INSTANT] = "an instant such as 2026-03-02T10:00:00Z",
  [CHARTER_TYPE_DATE] = "a date such as 2026-03-02",
  [CHARTER_TYPE_PERIOD] = "a period such as P28D",
  [CHARTER_TYPE_FRACTION] = "a whole number or a fraction such as \"2/3\"",
  [CHARTER_TYPE_INTEGER] = "a whole number",
  [CHARTER_TYPE_BOOLEAN] = "true or false",
  [CHARTER_TYPE_ENUM] = "one of a few words",
  [CHARTER_TYPE_DIGEST] = "64 lower-case hexadecimal digits",
  [CHARTER_TYPE_OBJECT] = "an object",
  [CHARTER_TYPE_MAP] = "an object",
  [CHARTER_TYPE_ZONE] = "a time zone such as Europe/London",
  [CHARTER_TYPE_REPEAT] = "a period such as P1Y, or a rule such as FREQ=YEARLY",
  [CHARTER_TYPE_VALUE] = "a text, a whole number, true, false, or a list of them",
  [CHARTER_TYPE_AMOUNT] = "a whole number or a fraction such as \"7/2\", 0 or more",
  [CHARTER_TYPE_GAP] = "a whole number, a fraction or a period such as P28D",
  [CHARTER_TYPE_REMEDY] = "a remedy such as adjourn",
  [CHARTER_TYPE_CHARTER] = "a charter document",
};

static void
append_values (GString           *out,
               const char *const *values)
{
  guint n = g_strv_length ((GStrv) values);

  if (n > VALUES_MAX)
    {
      g_string_append_printf (out, "one of %u words such as “%s”", n, values[0]);
      return;
    }
  g_string_append (out, n > 1 ? "one of " : "");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s“%s”", i > 0 ? ", " : "", values[i]);
}

static void
append_range (GString *out,
              gint64   min,
              gint64   max)
{
  g_string_append (out, type_words[CHARTER_TYPE_INTEGER]);
  if (min == 0 && max == 0)
    return;
  if (max == CHARTER_RECORD_INTEGER_MAX)
    g_string_append_printf (out, ", %" G_GINT64_FORMAT " or more", min);
  else
    g_string_append_printf (out, " from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, min, max);
}

void
charter_row_append_expected (const CharterRow *row,
                             GString          *out)
{
  if (row->type == CHARTER_TYPE_ENUM)
    append_values (out, row->values);
  else if (row->type == CHARTER_TYPE_INTEGER)
    append_range (out, row->min, row->max);
  else
    g_string_append (out, type_words[row->type]);
}

static void
append_string (GString    *out,
               const char *string)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (string, -1) <= GIVEN_MAX)
    {
      g_string_append_printf (out, "“%s”", string);
      return;
    }
  cut = g_utf8_substring (string, 0, GIVEN_MAX);
  g_string_append_printf (out, "“%s…”", cut);
}

void
charter_node_append_given (const CharterNode *node,
                           gboolean           with_value,
                           GString           *out)
{
  static const char *const words[] = {
    [CHARTER_NODE_NULL] = "null",
    [CHARTER_NODE_FALSE] = "false",
    [CHARTER_NODE_TRUE] = "true",
    [CHARTER_NODE_INTEGER] = "a number",
    [CHARTER_NODE_DECIMAL] = "a decimal number",
    [CHARTER_NODE_STRING] = "a text",
    [CHARTER_NODE_ARRAY] = "a list",
    [CHARTER_NODE_OBJECT] = "an object",
  };

  if (with_value && node->type == CHARTER_NODE_STRING)
    append_string (out, node->string);
  else if (with_value && node->type == CHARTER_NODE_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, node->integer);
  else
    g_string_append (out, words[node->type]);
}

gboolean
charter_row_is_discreet (const CharterRow *row)
{
  return (row->flags & (CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED | CHARTER_ROW_SEALED_IF_SECRET |
                        CHARTER_ROW_SEALED_IF_ANONYMOUS)) != 0;
}

const char *
charter_shape_nearest (const CharterShape *shape,
                       const char         *name)
{
  g_autofree const char **names = g_new0 (const char *, shape->n_rows + 1);

  for (guint i = 0; i < shape->n_rows; i++)
    names[i] = shape->rows[i].name;
  return charter_nearest_spelling (name, names);
}
