/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-case-private.h"

#include <gio/gio.h>
#include <string.h>

#include "charter-checks-resource.h"
#include "format/charter-json-reader-private.h"

/* The catalogue of checks: checks.json, read once and never changed. */

#define PATH "/libcharter/uphold/checks.json"

static const CharterNode *
read_catalogue (void)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (charter_checks_get_resource (), PATH,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  static CharterArena *arena;   /* as long as the process */
  const CharterNode *root;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  arena = charter_arena_new ();
  charter_problems_set_text (problems, text, length);
  root = charter_json_read (arena, text, length, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE, NULL,
                            problems);
  if (root == NULL)
    g_error ("checks.json: %s", charter_problems_get (problems, 0)->message);
  return root;
}

static const CharterNode *
catalogue (void)
{
  static gsize root;

  if (g_once_init_enter (&root))
    g_once_init_leave (&root, (gsize) read_catalogue ());
  return (const CharterNode *) root;
}

static const CharterNode *
find_row (const char *list,
          const char *name)
{
  const CharterNode *rows = charter_node_member (catalogue (), list);

  for (const CharterNode *row = charter_node_first (rows); row != NULL;
       row = charter_node_next (rows, row))
    if (g_strcmp0 (charter_node_member_string (row, "id"), name) == 0)
      return row;
  return NULL;
}

const CharterNode *
charter_catalogue_row (const char *name)
{
  return find_row ("checks", name);
}

const CharterNode *
charter_catalogue_family (const char *name)
{
  return find_row ("families", name);
}

const CharterNode *
charter_catalogue_words (const char *lexicon)
{
  return charter_node_member (charter_node_member (catalogue (), "lexicons"), lexicon);
}
