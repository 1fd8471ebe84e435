/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scenario-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "json.h"

static gboolean match_node (JsonNode   *expected,
                            JsonNode   *actual,
                            gboolean    exactly,
                            const char *path,
                            GPtrArray  *differences);

void
scenario_difference_free (ScenarioDifference *self)
{
  g_free (self->path);
  g_free (self->expected);
  g_free (self->actual);
  g_free (self);
}

void
scenario_differ (GPtrArray *differences, const char *path, char *expected, char *actual)
{
  ScenarioDifference *difference = g_new0 (ScenarioDifference, 1);

  difference->path = g_strdup (path);
  difference->expected = expected;
  difference->actual = actual;
  g_ptr_array_add (differences, difference);
}

static gboolean
differ (GPtrArray *differences, const char *path, JsonNode *expected, JsonNode *actual)
{
  if (differences != NULL)
    scenario_differ (differences, path, tool_json_text (expected),
                     actual != NULL ? tool_json_text (actual) : g_strdup (_("(not there)")));
  return FALSE;
}

static gboolean
is_null (JsonNode *node)
{
  return node == NULL || JSON_NODE_HOLDS_NULL (node);
}

static gboolean
same_scalar (JsonNode *a, JsonNode *b)
{
  if (is_null (a) || is_null (b))
    return is_null (a) && is_null (b);
  if (!JSON_NODE_HOLDS_VALUE (a) || !JSON_NODE_HOLDS_VALUE (b))
    return FALSE;
  if (scenario_same_number (a, b))
    return TRUE;
  return json_node_get_value_type (a) == json_node_get_value_type (b) && json_node_equal (a, b);
}

/* The last name of a path, past the numbers of lists. */
static gboolean
path_ends_in (const char *path, const char *name)
{
  const char *stroke = strrchr (path, '/');

  return strcmp (stroke != NULL ? stroke + 1 : path, name) == 0;
}

/* Order counts in these; a list inside one is a set (options that tie). */
static gboolean
is_ordered (const char *path)
{
  return path_ends_in (path, "path") || path_ends_in (path, "ranking") ||
         path_ends_in (path, "ranking_of_survivors");
}

/* Tables and lists of a count, which are compared place by place, and each pair of `beats`. */
static gboolean
is_table (const char *path, JsonArray *expected)
{
  static const char * const names[] = { "eliminated", "failed", "finalists", "pairwise",
                                        "path_strengths", "rounds", "winners_in_order" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (path_ends_in (path, names[i]))
      return TRUE;
  return path_ends_in (path, "beats") && json_array_get_length (expected) > 0 &&
         tool_json_array (json_array_get_element (expected, 0)) == NULL;
}

/* The member that stands first in the shape of the objects of a list. Our texts have their
 * members in the order of the alphabet, so it is looked up. */
static JsonNode *
first_member (JsonObject *object, const char *path)
{
  static const char * const rows[][2] = {
    { "conflicts", "person" }, { "due", "what" }, { "excluded", "who" }, { "findings", "clause" },
    { "options", "id" }, { "reasons", "code" }, { "remedies", "remedy" }, { "tests", "id" },
  };
  static const char * const others[] = { "id", "remedy", "who", "what", "code", "constituency",
                                         "role", "person", "clause", "case", "option" };
  g_autoptr (GList) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (path_ends_in (path, rows[i][0]) && json_object_has_member (object, rows[i][1]))
      return json_object_get_member (object, rows[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (json_object_has_member (object, others[i]))
      return json_object_get_member (object, others[i]);
  names = json_object_get_members (object);
  return names != NULL ? json_object_get_member (object, names->data) : NULL;
}

/* Does one expected element of a list fit one actual element? */
static gboolean
fits (JsonNode *expected, JsonNode *actual, gboolean exactly, const char *path)
{
  JsonObject *object = tool_json_object (actual);

  if (object != NULL && JSON_NODE_HOLDS_VALUE (expected))
    actual = first_member (object, path);
  return match_node (expected, actual, exactly, path, NULL);
}

/* Finds a partner for expected element @i, moving others to different partners where that
 * helps (augmenting paths). @partner: of each actual element, the expected one plus 1. */
static gboolean
find_partner (const gboolean *fit, guint n_actual, guint i, guint *partner, gboolean *tried)
{
  for (guint j = 0; j < n_actual; j++)
    {
      if (!fit[i * n_actual + j] || tried[j])
        continue;
      tried[j] = TRUE;
      if (partner[j] == 0 || find_partner (fit, n_actual, partner[j] - 1, partner, tried))
        {
          partner[j] = i + 1;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean *
fit_table (JsonArray *expected, JsonArray *actual, gboolean exactly, const char *path)
{
  guint n = json_array_get_length (expected), m = json_array_get_length (actual);
  gboolean *fit = g_new0 (gboolean, (gsize) n * m + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      fit[i * m + j] = fits (json_array_get_element (expected, i),
                             json_array_get_element (actual, j), exactly, path);
  return fit;
}

/* The only actual object that an expected one can have meant: the one with the same first
 * member; then the differences are told inside it. */
static JsonNode *
meant (JsonNode *expected, JsonArray *actual, const char *path)
{
  JsonObject *wanted = tool_json_object (expected);
  JsonNode *name = wanted != NULL ? first_member (wanted, path) : NULL;
  JsonNode *found = NULL;

  for (guint j = 0; name != NULL && j < json_array_get_length (actual); j++)
    {
      JsonNode *node = json_array_get_element (actual, j);
      JsonObject *object = tool_json_object (node);

      if (object == NULL || !same_scalar (name, first_member (object, path)))
        continue;
      if (found != NULL)
        return NULL;
      found = node;
    }
  return found;
}

static void
tell_missing (GPtrArray *differences, const char *path, guint index, JsonNode *expected,
              JsonArray *actual, gboolean exactly)
{
  g_autofree char *place = g_strdup_printf ("%s/%u", path, index);
  JsonNode *node = meant (expected, actual, path);

  if (node != NULL)
    match_node (expected, node, exactly, place, differences);
  else
    scenario_differ (differences, place, tool_json_text (expected), g_strdup (_("(not there)")));
}

/* Every expected element meets a different actual one; @whole: and none is left over. */
static gboolean
match_set (JsonArray *expected, JsonArray *actual, gboolean whole, gboolean exactly,
           const char *path, GPtrArray *differences)
{
  guint n = json_array_get_length (expected), m = json_array_get_length (actual);
  g_autofree gboolean *fit = fit_table (expected, actual, exactly, path);
  g_autofree guint *partner = g_new0 (guint, m + 1);
  gboolean good = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree gboolean *tried = g_new0 (gboolean, m + 1);

      if (find_partner (fit, m, i, partner, tried))
        continue;
      good = FALSE;
      if (differences != NULL)
        tell_missing (differences, path, i, json_array_get_element (expected, i), actual, exactly);
    }
  for (guint j = 0; whole && good && j < m; j++)
    if (partner[j] == 0)
      {
        good = FALSE;
        if (differences != NULL)
          scenario_differ (differences, path, g_strdup (_("(nothing more)")),
                           tool_json_text (json_array_get_element (actual, j)));
      }
  return good;
}

static gboolean
match_sequence (JsonArray *expected, JsonArray *actual, const char *path)
{
  guint n = json_array_get_length (expected);

  if (n != json_array_get_length (actual))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *left = json_array_get_element (expected, i);
      JsonNode *right = json_array_get_element (actual, i);

      if (tool_json_array (left) != NULL && tool_json_array (right) != NULL)
        {
          if (!match_set (tool_json_array (left), tool_json_array (right), TRUE, TRUE, path, NULL))
            return FALSE;
        }
      else if (!fits (left, right, TRUE, path))
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds_objects (JsonArray *array)
{
  return json_array_get_length (array) > 0 &&
         tool_json_object (json_array_get_element (array, 0)) != NULL;
}

static gboolean
match_array (JsonNode *expected, JsonNode *actual, gboolean exactly, const char *path,
             GPtrArray *differences)
{
  JsonArray *left = tool_json_array (expected);
  JsonArray *right = tool_json_array (actual);
  gboolean scalars = !holds_objects (left);

  if (right == NULL)
    return differ (differences, path, expected, actual);
  if (is_table (path, left))
    return scenario_equal (expected, actual) || differ (differences, path, expected, actual);
  if (is_ordered (path))
    return match_sequence (left, right, path) || differ (differences, path, expected, actual);
  if (scalars)
    return match_set (left, right, TRUE, exactly, path, NULL) ||
           differ (differences, path, expected, actual);
  return match_set (left, right, exactly, exactly, path, differences);
}

/* "absent" inside an expected object is not a member but a list of what must not be there. */
static gboolean
is_absent_list (JsonObject *actual, const char *name, JsonNode *value)
{
  return strcmp (name, "absent") == 0 && tool_json_array (value) != NULL &&
         !json_object_has_member (actual, "absent");
}

static gboolean
none_present (JsonNode *absent, JsonObject *actual, const char *path, GPtrArray *differences)
{
  JsonArray *names = tool_json_array (absent);
  gboolean good = TRUE;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      const char *name = tool_json_string (json_array_get_element (names, i));
      g_autofree char *place = NULL;

      if (name == NULL || !json_object_has_member (actual, name))
        continue;
      good = FALSE;
      place = g_strdup_printf ("%s%s%s", path, *path != '\0' ? "/" : "", name);
      if (differences != NULL)
        scenario_differ (differences, place, g_strdup (_("(absent)")),
                         tool_json_text (json_object_get_member (actual, name)));
    }
  return good;
}

static gboolean
match_object (JsonNode *expected, JsonNode *actual, gboolean exactly, const char *path,
              GPtrArray *differences)
{
  JsonObject *object = tool_json_object (actual);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean good = TRUE;

  if (object == NULL)
    return differ (differences, path, expected, actual);
  json_object_iter_init_ordered (&iter, tool_json_object (expected));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *place = g_strdup_printf ("%s%s%s", path, *path != '\0' ? "/" : "", name);

      if (is_absent_list (object, name, value))
        good = none_present (value, object, path, differences) && good;
      else
        good = match_node (value, json_object_get_member (object, name), exactly, place,
                           differences) && good;
    }
  return good;
}

static gboolean
match_node (JsonNode *expected, JsonNode *actual, gboolean exactly, const char *path,
            GPtrArray *differences)
{
  if (tool_json_object (expected) != NULL)
    return match_object (expected, actual, exactly, path, differences);
  if (tool_json_array (expected) != NULL)
    return match_array (expected, actual, exactly, path, differences);
  return same_scalar (expected, actual) || differ (differences, path, expected, actual);
}

gboolean
scenario_match (JsonNode *expected, JsonNode *actual, gboolean exactly, GPtrArray *differences)
{
  return match_node (expected, actual, exactly, "", differences);
}

gboolean
scenario_match_absent (JsonNode *absent, JsonNode *actual, GPtrArray *differences)
{
  JsonArray *array = tool_json_array (actual);
  gboolean good = TRUE;

  if (tool_json_object (actual) != NULL)
    return none_present (absent, tool_json_object (actual), "", differences);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", i);
      JsonObject *object = tool_json_object (json_array_get_element (array, i));

      if (object != NULL)
        good = none_present (absent, object, place, differences) && good;
    }
  return good;
}

static gboolean
equal_objects (JsonObject *a, JsonObject *b)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;
  json_object_iter_init (&iter, a);
  while (json_object_iter_next (&iter, &name, &value))
    if (!json_object_has_member (b, name) ||
        !scenario_equal (value, json_object_get_member (b, name)))
      return FALSE;
  return TRUE;
}

gboolean
scenario_equal (JsonNode *a, JsonNode *b)
{
  JsonArray *left = tool_json_array (a), *right = tool_json_array (b);

  if (tool_json_object (a) != NULL && tool_json_object (b) != NULL)
    return equal_objects (tool_json_object (a), tool_json_object (b));
  if (left == NULL || right == NULL)
    return same_scalar (a, b);
  if (json_array_get_length (left) != json_array_get_length (right))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (left); i++)
    if (!scenario_equal (json_array_get_element (left, i), json_array_get_element (right, i)))
      return FALSE;
  return TRUE;
}
