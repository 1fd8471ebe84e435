/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-option-private.h"

#include "state/charter-string-table-private.h"

/* The options of a decision: those proposed, or those of the last amendment that has any.  One
 * with `left-out` is named and not offered.  The rule's default option is one more, if the
 * proposal does not list it, and always offered. */

static const CharterNode *
find_list (const CharterScene *scene,
           CharterRef          decision,
           gint64              at)
{
  const CharterFact *proposed = charter_scene_maker (scene, decision);
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, decision,
                                                      CHARTER_KIND ("decision-amended"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      const CharterNode *list = charter_node_member (charter_scene_data (scene, fact), "options");

      if (list != NULL && fact->at <= at
          && charter_scene_member (scene, fact, "decision") == decision)
        return list;
    }

  return proposed != NULL ? charter_node_member (charter_scene_data (scene, proposed), "options")
                          : NULL;
}

static void
add (CharterOptions    *self,
     const char        *id,
     const CharterNode *node,
     gboolean           offered)
{
  CharterOption added = { id, node, offered };

  if (id == NULL || self->rows->len >= CHARTER_OPTIONS_MAX || charter_options_find (self, id) >= 0)
    return;
  g_array_append_val (self->rows, added);
  g_hash_table_insert (self->by_id, (gpointer) id, GUINT_TO_POINTER (self->rows->len));
}

void
charter_options_init (CharterOptions     *self,
                      const CharterScene *scene,
                      CharterRef          decision,
                      const char         *default_option,
                      gint64              at)
{
  const CharterNode *list = find_list (scene, decision, at);

  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterOption));
  self->by_id = g_hash_table_new (charter_string_hash, g_str_equal);
  for (const CharterNode *o = list != NULL ? charter_node_first (list) : NULL; o != NULL;
       o = charter_node_next (list, o))
    add (self, charter_node_member_string (o, "id"), o,
         charter_node_member (o, "left-out") == NULL);
  add (self, default_option, NULL, TRUE);
  self->default_ = default_option != NULL ? charter_options_find (self, default_option) : -1;
  if (self->default_ >= 0)
    charter_options_get (self, self->default_)->offered = TRUE;
}

void
charter_options_clear (CharterOptions *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
}

int
charter_options_find (const CharterOptions *self,
                      const char           *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
}
