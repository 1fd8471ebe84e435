/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "scenario.h"

/* Where two nodes differ is counted in leaves: a string, a number, a truth value, or a whole
 * branch that only one of them has. */
static guint
count_leaves (JsonNode *a, JsonNode *b)
{
  JsonObject *left = tool_json_object (a), *right = tool_json_object (b);
  JsonArray *one = tool_json_array (a), *two = tool_json_array (b);
  guint count = 0;

  if (scenario_equal (a, b))
    return 0;
  if (left != NULL && right != NULL)
    {
      g_autoptr (GList) names = json_object_get_members (left);
      g_autoptr (GList) others = json_object_get_members (right);

      for (GList *l = names; l != NULL; l = l->next)
        count += json_object_has_member (right, l->data)
          ? count_leaves (json_object_get_member (left, l->data),
                          json_object_get_member (right, l->data)) : 1;
      for (GList *l = others; l != NULL; l = l->next)
        count += !json_object_has_member (left, l->data);
      return count;
    }
  if (one == NULL || two == NULL || json_array_get_length (one) != json_array_get_length (two))
    return 1;
  for (guint i = 0; i < json_array_get_length (one); i++)
    count += count_leaves (json_array_get_element (one, i), json_array_get_element (two, i));
  return count;
}

static guint
length_of (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/* How many entries must be changed, added or taken out: common starts and ends are set
 * aside, and what is left in the middle is the longer of the two. */
static guint
count_entries (JsonArray *a, JsonArray *b)
{
  guint n = length_of (a), m = length_of (b), start = 0, end = 0;

  while (start < n && start < m &&
         scenario_equal (json_array_get_element (a, start), json_array_get_element (b, start)))
    start++;
  while (end < n - start && end < m - start &&
         scenario_equal (json_array_get_element (a, n - 1 - end),
                         json_array_get_element (b, m - 1 - end)))
    end++;
  return MAX (n, m) - start - end;
}

static guint
count_leaves_of_entries (JsonArray *a, JsonArray *b)
{
  guint count = 0;

  if (length_of (a) != length_of (b))
    return G_MAXUINT;
  for (guint i = 0; i < length_of (a); i++)
    count += count_leaves (json_array_get_element (a, i), json_array_get_element (b, i));
  return count;
}

static gboolean
is_about_answers (const char *name)
{
  static const char * const names[] = { "expect", "exactly", "absent", "name" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Leaves in which the questions themselves differ, not what is expected of them. */
static guint
count_leaves_of_question (JsonObject *a, JsonObject *b)
{
  g_autoptr (GList) names = json_object_get_members (a);
  guint count = 0;

  for (GList *l = names; l != NULL; l = l->next)
    if (!is_about_answers (l->data))
      count += json_object_has_member (b, l->data)
        ? count_leaves (json_object_get_member (a, l->data), json_object_get_member (b, l->data))
        : 1;
  return count;
}

static guint
count_leaves_of_questions (Scenario *a, Scenario *b)
{
  JsonArray *one = tool_json_list (a->object, "ask"), *two = tool_json_list (b->object, "ask");
  guint count = 0;

  for (guint i = 0; i < MIN (length_of (one), length_of (two)); i++)
    count += count_leaves_of_question (json_array_get_object_element (one, i),
                                       json_array_get_object_element (two, i));
  return count;
}

/* Is a question both have answered otherwise? */
static gboolean
answers_differ (Scenario *a, Scenario *b)
{
  JsonArray *one = tool_json_list (a->object, "ask"), *two = tool_json_list (b->object, "ask");

  for (guint i = 0; i < MIN (length_of (one), length_of (two)); i++)
    {
      JsonObject *left = json_array_get_object_element (one, i);
      JsonObject *right = json_array_get_object_element (two, i);
      ScenarioResult *x = g_ptr_array_index (a->results, i);
      ScenarioResult *y = g_ptr_array_index (b->results, i);

      if (!json_object_has_member (left, "expect") || !json_object_has_member (right, "expect") ||
          scenario_equal (json_object_get_member (left, "expect"),
                          json_object_get_member (right, "expect")))
        continue;
      if (x->answer == NULL || y->answer == NULL || !scenario_equal (x->answer, y->answer))
        return TRUE;
    }
  return FALSE;
}

/* One entry, or one number (or other single value) anywhere: in the charter, an entry or a
 * question. */
static gboolean
differ_in_one (Scenario *a, Scenario *b)
{
  JsonArray *one = tool_json_list (a->object, "entries");
  JsonArray *two = tool_json_list (b->object, "entries");
  guint charter = count_leaves (a->charter, b->charter);
  guint entries = count_entries (one, two);
  guint leaves = count_leaves_of_entries (one, two);
  guint asked = count_leaves_of_questions (a, b);

  if (charter == 0 && asked == 0 && entries == 1)
    return TRUE;
  return leaves != G_MAXUINT && charter + leaves + asked == 1;
}

char *
scenario_twin_fault (Scenario *self, gboolean *named)
{
  const char *name = tool_json_member (self->object, "twin");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Scenario) twin = NULL;

  *named = name != NULL;
  if (name == NULL)
    return NULL;
  path = scenario_beside (self, name);
  twin = scenario_load (path, &error);
  if (twin == NULL || !scenario_run (twin, &error))
    return g_strdup_printf (_("The twin cannot be used: %s"), error->message);
  if (!differ_in_one (self, twin))
    return g_strdup (_("The two must differ in one entry or one number, and in nothing else"));
  if (scenario_count (twin, SCENARIO_DIFFERS) > 0)
    return g_strdup (_("The twin's own answers are not as expected"));
  if (!answers_differ (self, twin))
    return g_strdup (_("The two must have another answer to a question that both ask"));
  return NULL;
}
