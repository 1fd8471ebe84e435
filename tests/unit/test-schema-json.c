/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <string.h>

#include "format/charter-json-reader-private.h"
#include "format/charter-kinds-private.h"
#include "format/charter-schema-json-private.h"

static const CharterNode *
read_schema (CharterArena *arena, const char *text)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *root = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_RECORD,
                                               CHARTER_READ_NONE, NULL, problems);

  cr_assert (root != NULL, "%s", charter_problems_get (problems, 0)->message);
  return root;
}

/* Every $ref below @node must lead to a definition. */
static void
expect_references (const CharterNode *root, const CharterNode *node)
{
  const char *ref = charter_node_member_string (node, "$ref");

  if (ref != NULL)
    {
      cr_assert (ref[0] == '#', "%s", ref);
      cr_assert (charter_node_at (root, ref + 1) != NULL, "%s leads nowhere", ref);
    }
  if (node->type != CHARTER_NODE_OBJECT && node->type != CHARTER_NODE_ARRAY)
    return;
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    expect_references (root, c);
}

CHARTER_TEST (schema_json, references_lead_somewhere)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autofree char *charter = charter_schema_charter_to_json ();
  g_autofree char *record = charter_schema_record_to_json ();
  const CharterNode *root = read_schema (arena, charter);

  expect_references (root, root);
  charter_assert_str (charter_node_member_string (root, "$ref"), "#/$defs/charter");
  root = read_schema (arena, record);
  expect_references (root, root);
}

static const CharterNode *
find_definition (const CharterNode *root, const char *name, const char *suffix)
{
  g_autofree char *pointer = g_strconcat ("/$defs/", name, suffix, NULL);

  return charter_node_at (root, pointer);
}

CHARTER_TEST (schema_json, every_kind_is_defined)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autofree char *record = charter_schema_record_to_json ();
  const CharterNode *root = read_schema (arena, record);

  for (guint i = 0; i < charter_n_kinds; i++)
    {
      const CharterShape *shape = &charter_kinds[i]->data;
      const CharterNode *node = find_definition (root, shape->name, "");

      cr_assert (node != NULL, "%s", shape->name);
      charter_assert_str (charter_node_member_string (node, "description"), shape->meaning);
    }
  cr_assert (charter_node_at (root, "/$defs/submission/allOf/80/if/properties/kind/const") != NULL);
}

CHARTER_TEST (schema_json, clear_and_stored_forms_differ)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autofree char *record = charter_schema_record_to_json ();
  const CharterNode *root = read_schema (arena, record);

  charter_assert_str (charter_node_member_string (charter_node_at (root,
                        "/$defs/partner-joined.leaf/properties/name"), "$ref"),
                      "#/$defs/Commitment");
  charter_assert_str (charter_node_member_string (charter_node_at (root,
                        "/$defs/partner-joined/properties/name"), "type"), "string");
  charter_assert_str (charter_node_member_string (charter_node_at (root,
                        "/$defs/ballot-cast.leaf/properties/choice/anyOf/1"), "$ref"),
                      "#/$defs/Commitment");
  charter_assert_str (charter_node_member_string (charter_node_at (root,
                        "/$defs/decision.option.leaf/properties/for"), "$ref"),
                      "#/$defs/Commitment");
  cr_assert (charter_node_at (root, "/$defs/decision-closed/properties/result") == NULL);
  cr_assert (charter_node_at (root, "/$defs/decision-closed.leaf/properties/result") != NULL);
  /* Drawn: not required of a submission, but there in what is stored. */
  cr_assert (!charter_node_has_string (charter_node_at (root, "/$defs/person-joined/required"),
                                       "id"));
  cr_assert (charter_node_has_string (charter_node_at (root, "/$defs/person-joined.leaf/required"),
                                      "id"));
  /* One form where nothing is hidden. */
  cr_assert (find_definition (root, "partner-left", ".leaf") == NULL);
}

CHARTER_TEST (schema_json, alternatives)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autofree char *record = charter_schema_record_to_json ();
  const CharterNode *root = read_schema (arena, record);

  charter_assert_str (charter_node_at (root,
                        "/$defs/ballot-cast/allOf/0/oneOf/3/required/0")->string, "scores");
  charter_assert_str (charter_node_at (root,
                        "/$defs/detriment-reported/allOf/0/not/anyOf/0/required/1")->string, "view");
}

/* Two shapes of one name would share a definition. */
static void
collect_names (const CharterShape *shape, GPtrArray *shapes)
{
  if (g_ptr_array_find (shapes, shape, NULL))
    return;
  for (guint i = 0; i < shapes->len; i++)
    {
      const CharterShape *other = g_ptr_array_index (shapes, i);

      cr_assert (!g_str_equal (other->name, shape->name), "two shapes are called %s", shape->name);
    }
  g_ptr_array_add (shapes, (gpointer) shape);
  for (guint i = 0; i < shape->n_rows; i++)
    {
      if (shape->rows[i].shape != NULL)
        collect_names (shape->rows[i].shape, shapes);
    }
}

CHARTER_TEST (schema_json, names_of_shapes_are_unique)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new ();

  collect_names (&charter_submission_shape, shapes);
  collect_names (&charter_entry_shape, shapes);
  collect_names (&charter_document_shape, shapes);
  for (guint i = 0; i < charter_n_kinds; i++)
    collect_names (&charter_kinds[i]->data, shapes);
}

CHARTER_TEST (schema_json, every_kind_is_in_one_group)
{
  guint seen[CHARTER_N_KINDS] = { 0 };

  for (guint i = 0; i < charter_n_kind_groups; i++)
    {
      for (guint j = 0; j < charter_kind_groups[i].n_kinds; j++)
        seen[charter_kind_groups[i].kinds[j]]++;
    }
  for (guint i = 0; i < charter_n_kinds; i++)
    cr_assert (seen[i] == 1, "%s is in %u groups", charter_kind_names[i], seen[i]);
}

/* Renderers make the anchor of a heading from its letters, digits and dashes. */
static gboolean
has_heading (const char *const *lines, const char *anchor)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], ".", -1);
      g_autofree char *heading = g_strjoinv ("", parts);

      if (g_str_has_prefix (heading, "### ") && g_str_equal (heading + 4, anchor))
        return TRUE;
    }
  return FALSE;
}

CHARTER_TEST (schema_json, markdown_has_every_kind_and_no_dead_link)
{
  g_autofree char *text = charter_schema_to_markdown ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GPtrArray) anchors = g_ptr_array_new_with_free_func (g_free);

  cr_assert (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < charter_n_kinds; i++)
    cr_assert (has_heading ((const char *const *) lines, charter_kind_names[i]), "%s",
               charter_kind_names[i]);
  for (const char *p = strstr (text, "](#"); p != NULL; p = strstr (p + 3, "](#"))
    {
      char *anchor = g_strndup (p + 3, strcspn (p + 3, ")"));

      if (g_ptr_array_find_with_equal_func (anchors, anchor, g_str_equal, NULL))
        g_free (anchor);
      else
        g_ptr_array_add (anchors, anchor);
    }
  for (guint i = 0; i < anchors->len; i++)
    cr_assert (has_heading ((const char *const *) lines, g_ptr_array_index (anchors, i)),
               "no heading for %s", (char *) g_ptr_array_index (anchors, i));
}

CHARTER_TEST (schema_json, output_is_the_same_each_time)
{
  g_autofree char *first = charter_schema_record_to_json ();
  g_autofree char *second = charter_schema_record_to_json ();

  charter_assert_str (first, second);
}
