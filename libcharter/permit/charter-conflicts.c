/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

/* Lists of conflicts: everyone conflicted on an item, and what one person has declared. */

static void
add_trail (const CharterItem  *item,
           const CharterTrail *trail,
           const CharterFact  *ruled,
           GArray             *out)
{
  gboolean holds = ruled != NULL ? charter_ruling_finds_conflict (item->scene, ruled) : TRUE;
  const char *clause;
  const CharterRegimeData *regime = charter_item_regime (item, trail, &clause);
  CharterConflictData row = {
    .person = trail->from,
    .party = trail->withheld ? 0 : trail->party,
    .category = trail->withheld ? NULL : trail->category,
    .declared = charter_scene_fact (item->scene, trail->hops[0].edge->seq),
    .ruled = trail->exemption == NULL ? ruled : NULL,
    .awaits = ruled == NULL && trail->exemption == NULL
              && (item->charter->conflicts.needs_ruling || regime->by_ruling),
    .regime = holds && trail->exemption == NULL ? regime : NULL,
    .clause = clause,
    .trail = trail,
  };

  g_array_append_val (out, row);
}

static void
add_ruling (const CharterItem *item,
            CharterRef         who,
            const CharterFact *ruled,
            GArray            *out)
{
  const CharterConflictPolicy *policy = &item->charter->conflicts;
  CharterConflictData row = {
    .person = who, .ruled = ruled, .declared = ruled, .regime = &policy->regime,
    .clause = policy->clause,
  };

  g_array_append_val (out, row);
}

static void
add_rows_of (const CharterItem *item,
             CharterRef         who,
             GArray            *out)
{
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();
  const CharterFact *ruled = charter_item_ruling (item, who);
  gboolean counts = FALSE;

  charter_item_trails (item, who, CHARTER_TRAILS_EXEMPT, trails);
  for (guint i = 0; i < trails->len; i++)
    {
      const CharterTrail *trail = trails->pdata[i];

      add_trail (item, trail, ruled, out);
      counts |= trail->exemption == NULL;
    }
  if (!counts && ruled != NULL && charter_ruling_finds_conflict (item->scene, ruled))
    add_ruling (item, who, ruled, out);
}

void
charter_permit_conflicts (const CharterScene        *scene,
                          CharterRef                 decision,
                          const CharterDocumentData *charter,
                          gint64                     at,
                          GArray                    *out,
                          CharterArena             **arena)
{
  g_autoptr(GArray) reachable = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  CharterItem item;

  charter_item_init (&item, scene, decision, charter, NULL, at);
  charter_item_reachable (&item, reachable);
  for (guint i = 0; i < reachable->len; i++)
    {
      CharterRef who = g_array_index (reachable, CharterRef, i);

      if (charter_scene_is_current (scene, who, at))
        add_rows_of (&item, who, out);
    }
  *arena = charter_arena_ref (charter_web_get_arena (item.web));
  charter_item_clear (&item);
}

static gboolean
is_connected (const CharterItem *item,
              CharterRef         who)
{
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();

  if (charter_refs_contain (item->about, who))
    return TRUE;
  charter_item_trails (item, who, 0, trails);

  return trails->len > 0;
}

gboolean
charter_permit_is_connected (const CharterScene *scene,
                             CharterRef          who,
                             const CharterNode  *about,
                             gint64              at)
{
  g_autoptr(GArray) whole = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  gboolean connected = FALSE;
  CharterItem item;

  charter_item_init_about (&item, scene, about, at);
  g_array_append_val (whole, who);
  charter_scene_partners_of (scene, who, at, whole);
  for (guint i = 0; i < whole->len && !connected; i++)
    connected = is_connected (&item, g_array_index (whole, CharterRef, i));
  charter_item_clear (&item);

  return connected;
}

/* The regime that a declared interest of a category would have. */
static const CharterRegimeData *
regime_of_category (const CharterConflictPolicy *policy,
                    const char                  *category)
{
  for (guint i = 0; category != NULL && i < policy->n_categories; i++)
    if (g_str_equal (policy->categories[i].category, category))
      return policy->categories[i].regime;

  return &policy->regime;
}

void
charter_permit_interests (const CharterScene *scene,
                          CharterRef          person,
                          gint64              at,
                          GArray             *out)
{
  g_autoptr(GPtrArray) interests = g_ptr_array_new ();
  const CharterDocumentData *charter = charter_scene_charter (scene, at, NULL);
  const CharterConflictPolicy *policy = charter != NULL ? &charter->conflicts : NULL;

  charter_scene_collect (scene, person, CHARTER_KIND ("interest-declared"), interests);
  for (guint i = 0; i < interests->len; i++)
    {
      const CharterFact *declared = interests->pdata[i];
      gboolean withheld =
        charter_node_member_boolean (charter_scene_data (scene, declared), "sensitive", FALSE);
      const char *category = charter_scene_string (scene, declared, "category");
      CharterConflictData row = {
        .person = person,
        .party = withheld ? 0 : charter_scene_member (scene, declared, "party"),
        .category = withheld ? NULL : category,
        .declared = declared,
        .regime = policy != NULL ? regime_of_category (policy, category) : NULL,
        .clause = policy != NULL ? policy->clause : NULL,
      };

      if (charter_scene_member (scene, declared, "person") == person
          && charter_interest_is_current (scene, policy, declared, at))
        g_array_append_val (out, row);
    }
}
