/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide-page.h"

#include <string.h>

#include "table.h"

/* A choice among options: what each has, and how ties were settled. */

typedef struct
{
  const char *object;           /* of the option; NULL: its own */
  const char *member;
  const char *heading;
} Column;

static const Column columns[] = {
  { NULL, "id", N_("Option") },
  { "counts", "for", N_("For") },
  { "counts", "against", N_("Against") },
  { "counts", "first", N_("At the top") },
  { "counts", "score", N_("Comes to") },
  { "quorum", "counted", N_("Counted") },
  { "quorum", "needed", N_("Needed") },
  { NULL, "dropped", N_("Dropped") },
};

static char *
cell_of (JsonObject *option, const Column *column)
{
  JsonObject *from = column->object != NULL ? tool_json_inner (option, column->object) : option;
  JsonNode *node = from != NULL ? json_object_get_member (from, column->member) : NULL;

  return node != NULL ? tool_json_plain (node) : NULL;
}

static gboolean
is_used (JsonArray *options, const Column *column)
{
  for (guint i = 0; i < json_array_get_length (options); i++)
    {
      g_autofree char *text = cell_of (json_array_get_object_element (options, i), column);

      if (text != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
print_table (JsonArray *options)
{
  g_autoptr (ToolTable) table = tool_table_new ();
  gboolean used[G_N_ELEMENTS (columns)];

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      used[c] = is_used (options, &columns[c]);
      if (used[c])
        tool_table_column (table, _(columns[c].heading), TOOL_COLUMN_WRAP);
    }
  for (guint i = 0; i < json_array_get_length (options); i++)
    {
      tool_table_row (table);
      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        if (used[c])
          {
            g_autofree char *text = cell_of (json_array_get_object_element (options, i),
                                             &columns[c]);

            tool_table_cell (table, TOOL_STYLE_PLAIN, text);
          }
    }
  tool_print_heading (_("Options"));
  tool_table_print (table, 2);
}

static char *
plain (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL ? tool_json_plain (node) : NULL;
}

static const char *
left_or_nobody (const char *left)
{
  return left != NULL && *left != '\0' ? left : _("nobody");
}

static void
print_step (JsonObject *step)
{
  g_autofree char *tied = plain (step, "tied"), *left = plain (step, "left");
  g_autofree char *seed = plain (step, "seed"), *order = plain (step, "order");
  g_autofree char *line = NULL, *drawn = NULL;
  const char *person = tool_json_member (step, "person");

  if (person != NULL)
    line = g_strdup_printf (_("%s by %s: of %s there is left %s"), tool_json_member (step, "step"),
                            person, tied, left_or_nobody (left));
  else
    line = g_strdup_printf (_("%s: of %s there is left %s"), tool_json_member (step, "step"), tied,
                            left_or_nobody (left));
  tool_print_wrapped ("  ", TOOL_STYLE_PLAIN, line);
  if (seed == NULL)
    return;
  drawn = g_strdup_printf (_("drawn: %s, from the seed %s"), order, seed);
  tool_print_wrapped ("    ", TOOL_STYLE_PLAIN, drawn);
}

char *
tool_ranking_text (JsonObject *outcome)
{
  JsonArray *ranking = tool_json_list (outcome, "ranking");
  GString *out;

  if (ranking == NULL || json_array_get_length (ranking) == 0)
    return NULL;
  out = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (ranking); i++)
    {
      JsonArray *equals = tool_json_array (json_array_get_element (ranking, i));

      if (out->len > 0)
        g_string_append (out, " > ");
      if (equals == NULL)
        g_string_append (out, json_array_get_string_element (ranking, i));
      for (guint k = 0; equals != NULL && k < json_array_get_length (equals); k++)
        g_string_append_printf (out, "%s%s", k > 0 ? " = " : "",
                                json_array_get_string_element (equals, k));
    }
  return g_string_free (out, FALSE);
}

void
tool_print_options (JsonObject *outcome)
{
  JsonArray *options = tool_json_list (outcome, "options");
  JsonArray *ties = tool_json_list (outcome, "ties");

  if (options != NULL && json_array_get_length (options) > 0)
    print_table (options);
  if (ties == NULL || json_array_get_length (ties) == 0)
    return;
  tool_print_heading (_("Ties"));
  for (guint i = 0; i < json_array_get_length (ties); i++)
    print_step (json_array_get_object_element (ties, i));
}
