/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

/* Who decides in the place of an office: where nobody holds the role that a rule leaves the
 * decision to, or whoever does is barred or noted absent from the item, the holders of a role
 * that substitutes it. */

/* Is there a holder of the role who can decide? */
static gboolean
is_filled (const CharterItem *item,
           const char        *role)
{
  g_autoptr(GArray) held = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (item->scene, role, 0, item->at, held);
  for (guint i = 0; i < held->len; i++)
    {
      CharterRef person = g_array_index (held, CharterTenure, i).person;

      if (charter_item_can_cast (item, person) && charter_item_attendance (item, person, NULL) != 0)
        return TRUE;
    }

  return FALSE;
}

/* The role that @ref holds and that substitutes @role; a partner holds it through a person. */
static gboolean
holds_substitute (const CharterItem *item,
                  CharterRef         ref,
                  const char        *role)
{
  g_autoptr(GArray) held = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  for (guint i = 0; i < item->charter->n_roles; i++)
    if (g_strcmp0 (item->charter->roles[i].substitutes, role) == 0)
      charter_scene_tenures (item->scene, item->charter->roles[i].id, 0, item->at, held);
  for (guint i = 0; i < held->len; i++)
    {
      const CharterTenure *tenure = &g_array_index (held, CharterTenure, i);

      if (tenure->person == ref || (tenure->partner != 0 && tenure->partner == ref))
        return TRUE;
    }

  return FALSE;
}

gboolean
charter_item_stands_in (const CharterItem *item,
                        CharterRef         ref)
{
  const CharterRuleData *rule = item->rule;

  if (rule->method != CHARTER_METHOD_ROLE_HOLDER || rule->voters == NULL || item->charter == NULL)
    return FALSE;
  for (const CharterNode *who = charter_node_first (rule->voters); who != NULL;
       who = charter_node_next (rule->voters, who))
    if (g_str_has_prefix (who->string, "role:") && holds_substitute (item, ref, who->string + 5)
        && !is_filled (item, who->string + 5))
      return TRUE;

  return FALSE;
}
