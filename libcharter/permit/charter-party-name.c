/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-view.h>

#include "state/charter-view-private.h"

/* What a party is called: as a person or partner of the record, or as a link or an interest
 * that names it says.  Names are private members, so they may be gone. */

static char *
opened_text (const CharterScene *scene,
             const CharterFact  *fact,
             const char         *pointer)
{
  const CharterNode *node = charter_scene_opened (scene, fact, pointer);

  return charter_node_is (node, CHARTER_NODE_STRING) ? g_strdup (node->string) : NULL;
}

static gboolean
is_sensitive (const CharterScene *scene,
              const CharterFact  *fact)
{
  return charter_node_member_boolean (charter_scene_data (scene, fact), "sensitive", FALSE);
}

/* The newest entry of a kind that calls it something. */
static char *
name_in (const CharterScene *scene,
         CharterRef          party,
         guint16             kind,
         const char         *member,
         const char         *pointer)
{
  CharterCursor cursor;
  char *name = NULL;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, party, kind);
       fact != NULL && name == NULL; fact = charter_cursor_previous (&cursor))
    if (charter_scene_member (scene, fact, member) == party && !is_sensitive (scene, fact))
      name = opened_text (scene, fact, pointer);

  return name;
}

static char *
name_of (const CharterScene *scene,
         CharterRef          party)
{
  const CharterFact *maker = charter_scene_maker (scene, party);
  char *name = NULL;

  if (maker != NULL
      && (maker->kind == CHARTER_KIND ("person-joined")
          || maker->kind == CHARTER_KIND ("partner-joined")))
    name = opened_text (scene, maker, "/name");
  if (name == NULL)
    name = name_in (scene, party, CHARTER_KIND ("interest-declared"), "party", "/party-name");
  if (name == NULL)
    name = name_in (scene, party, CHARTER_KIND ("link-stated"), "from", "/from-name");
  if (name == NULL)
    name = name_in (scene, party, CHARTER_KIND ("link-stated"), "to", "/to-name");

  return name;
}

/**
 * charter_view_dup_party_name:
 * @self: a view
 * @id: the id of a person, a partner or any other party
 *
 * Gives the name of a party, from the entry by which it joined or from one that names it: a
 * declared interest or a link that is not sensitive.
 *
 * Returns: (transfer full) (nullable): the name; %NULL where there is none, or where it is gone
 *
 * Since: 0.1
 */
char *
charter_view_dup_party_name (CharterView *self,
                             const char  *id)
{
  const CharterScene *scene;
  CharterRef party;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  scene = charter_view_get_scene (self);
  party = charter_scene_find (scene, id);

  return party != 0 ? name_of (scene, party) : NULL;
}
