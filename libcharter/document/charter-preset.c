/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-parts-private.h"

#include <charter/charter-document.h>
#include <charter/charter-error.h>

#include <string.h>

#include "base/charter-id-private.h"
#include "document/charter-presets-resource.h"
#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"
#include "format/charter-schema-rows-private.h"

/* Published conflict policies that a charter takes over by name. */

#define PRESETS_PATH "/org/charter/presets/"

static GBytes *
load_preset (const char *id)
{
  g_autofree char *path = g_strconcat (PRESETS_PATH, id, ".json", NULL);

  return g_resource_lookup_data (charter_presets_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* The preset of that id, in @arena. */
static const CharterNode *
read_preset (const char   *id,
             CharterArena *arena)
{
  g_autoptr(GBytes) bytes = load_preset (id);
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *root;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  root = charter_json_read (arena, text, length, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE, NULL,
                            problems);
  g_assert (root != NULL);

  return root;
}

/* The name by which a row of a list is replaced. */
static const char *
row_key (const CharterNode *row,
         const char        *key)
{
  const char *name = charter_node_member_string (row, key);

  return name != NULL ? name : "";
}

static gboolean
has_row (const CharterNode *list,
         const char        *key,
         const char        *name)
{
  CHARTER_EACH_VALUE (list, row)
    if (strcmp (row_key (row, key), name) == 0)
      return TRUE;

  return FALSE;
}

/* The rows of the preset that the charter does not replace, then the charter's own. */
static void
merge_list (CharterBuilder    *builder,
            const char        *member,
            const char        *key,
            const CharterNode *theirs,
            const CharterNode *own)
{
  if (theirs == NULL && own == NULL)
    return;
  charter_builder_key (builder, member);
  charter_builder_begin_array (builder);
  CHARTER_EACH_VALUE (theirs, row)
    if (!has_row (own, key, row_key (row, key)))
      charter_builder_node (builder, row);
  CHARTER_EACH_VALUE (own, row)
    charter_builder_node (builder, row);
  charter_builder_end (builder);
}

static gboolean
is_merged (const char *member)
{
  return strcmp (member, "paths") == 0 || strcmp (member, "categories") == 0
         || strcmp (member, "regimes") == 0;
}

const CharterNode *
charter_document_merge_preset (const CharterNode *policy,
                               CharterArena      *arena)
{
  const char *id = charter_node_member_string (policy, "preset");
  g_autoptr(CharterBuilder) builder = NULL;
  const CharterNode *preset;

  if (id == NULL || !g_strv_contains (charter_policy_presets, id))
    return policy;
  preset = read_preset (id, arena);
  builder = charter_builder_new ();
  charter_builder_begin_object (builder);
  CHARTER_EACH_MEMBER (preset, member)
    if (!is_merged (member->key) && charter_node_member (policy, member->key) == NULL)
      charter_builder_set_node (builder, member->key, member);
  CHARTER_EACH_MEMBER (policy, member)
    if (!is_merged (member->key))
      charter_builder_set_node (builder, member->key, member);
  merge_list (builder, "paths", "id", charter_node_member (preset, "paths"),
              charter_node_member (policy, "paths"));
  merge_list (builder, "categories", "category", charter_node_member (preset, "categories"),
              charter_node_member (policy, "categories"));
  merge_list (builder, "regimes", "id", charter_node_member (preset, "regimes"),
              charter_node_member (policy, "regimes"));
  charter_builder_end (builder);

  return charter_builder_move_to (builder, arena);
}

/**
 * charter_document_list_presets:
 *
 * Lists the conflict policies that a charter can take over by naming one as
 * `conflicts.preset`; each is that of a statute or of published guidance.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, ascending
 *
 * Since: 0.1
 */
char **
charter_document_list_presets (void)
{
  return g_strdupv ((char **) charter_policy_presets);
}

/**
 * charter_document_get_preset:
 * @id: the id of a preset, as [func@Charter.Document.list_presets] gives it
 * @error: return location for an error
 *
 * Gives a preset conflict policy as it would stand in a charter. If there is none of that
 * id, @error is set to [error@Charter.Error.NOT_FOUND].
 *
 * Returns: (transfer full): JSON text of an object, or %NULL with @error set
 *
 * Since: 0.1
 */
char *
charter_document_get_preset (const char  *id,
                             GError     **error)
{
  g_autofree char *valid = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const char *nearest;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_strv_contains (charter_policy_presets, id))
    {
      bytes = load_preset (id);
      return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  valid = g_utf8_make_valid (id, -1);
  nearest = charter_nearest_spelling (valid, charter_policy_presets);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               nearest != NULL ? "There is no preset conflict policy “%s”; did you mean “%s”?"
                               : "There is no preset conflict policy “%s”",
               valid, nearest);

  return NULL;
}
