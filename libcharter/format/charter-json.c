/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-json.h>

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"

#include <string.h>

/* Decimals become fractions in strings; a text is at most 64 deep, and so is this. */
static void
build_exact (CharterBuilder    *builder,
             const CharterNode *node)
{
  if (node->type == CHARTER_NODE_DECIMAL)
    {
      charter_builder_fraction (builder, node->fraction);
      return;
    }
  if (node->type != CHARTER_NODE_ARRAY && node->type != CHARTER_NODE_OBJECT)
    {
      charter_builder_node (builder, node);
      return;
    }
  if (node->type == CHARTER_NODE_ARRAY)
    charter_builder_begin_array (builder);
  else
    charter_builder_begin_object (builder);
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      if (node->type == CHARTER_NODE_OBJECT)
        charter_builder_key (builder, c->key);
      build_exact (builder, c);
    }
  charter_builder_end (builder);
}

static char *
exact_text (const CharterNode *node)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  build_exact (builder, node);
  return charter_builder_to_text (builder);
}

/**
 * charter_json_canonicalize:
 * @text: JSON text
 * @error: return location for an error
 *
 * Reads a text strictly (RFC 8259; no duplicate members, no lone surrogates, fixed limits) and
 * writes it in the canonical form of RFC 8785. Whole numbers may have up to 64 bits; decimals
 * of up to 18 digits come out as exact fractions in strings, such as `"185/2"` for `92.5`, so
 * that no number passes through floating point.
 *
 * Returns: (transfer full): the canonical text, %NULL with an error of [error@Charter.Error]
 *   that names path, line and column
 *
 * Since: 0.1
 */
char *
charter_json_canonicalize (const char  *text,
                           GError     **error)
{
  g_autoptr(CharterArena) arena = NULL;
  g_autoptr(CharterProblems) problems = NULL;
  const CharterNode *node;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  arena = charter_arena_new ();
  problems = charter_problems_new ();
  charter_problems_set_text (problems, text, strlen (text));
  node = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_DATA, CHARTER_READ_NONE,
                            NULL, problems);
  if (node != NULL)
    return exact_text (node);
  charter_problems_to_error (problems, error);
  return NULL;
}
