/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

/* Lists of conflicts: everyone conflicted on an item, and what one person has declared. */

static void
add_row (const CharterItem *item,
         CharterRef         person,
         const CharterFact *declared,
         const CharterFact *ruled,
         GArray            *out)
{
  const CharterConflictPolicy *policy = &item->charter->conflicts;
  gboolean holds = ruled != NULL ? charter_ruling_finds_conflict (item->scene, ruled) : TRUE;
  CharterConflictData row = {
    .person = person,
    .party = declared != NULL ? charter_scene_member (item->scene, declared, "party") : 0,
    .category = declared != NULL ? charter_scene_string (item->scene, declared, "category") : NULL,
    .declared = declared,
    .ruled = ruled,
    .awaits = policy->needs_ruling && ruled == NULL,
    .regime = holds ? &policy->regime : NULL,
    .clause = policy->clause,
  };

  g_array_append_val (out, row);
}

static void
add_rows_of (const CharterItem *item,
             CharterRef         person,
             GArray            *out)
{
  g_autoptr(GPtrArray) interests = g_ptr_array_new ();
  const CharterFact *ruled = charter_item_ruling (item, person);
  guint before = out->len;

  charter_scene_collect (item->scene, person, CHARTER_KIND ("interest-declared"), interests);
  for (guint i = 0; i < interests->len; i++)
    {
      const CharterFact *declared = interests->pdata[i];

      if (charter_scene_member (item->scene, declared, "person") == person
          && charter_item_has_interest (item, declared))
        add_row (item, person, declared, ruled, out);
    }
  if (out->len == before && ruled != NULL && charter_ruling_finds_conflict (item->scene, ruled))
    add_row (item, person, NULL, ruled, out);
}

void
charter_permit_conflicts (const CharterScene        *scene,
                          CharterRef                 decision,
                          const CharterDocumentData *charter,
                          gint64                     at,
                          GArray                    *out)
{
  g_autoptr(GArray) persons = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  CharterItem item;

  charter_item_init (&item, scene, decision, charter, NULL, at);
  if (item.charter != NULL && item.proposed != NULL)
    charter_scene_current (scene, CHARTER_KIND ("person-joined"), at, persons);
  for (guint i = 0; i < persons->len; i++)
    add_rows_of (&item, g_array_index (persons, CharterRef, i), out);
  charter_item_clear (&item);
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
      CharterConflictData row = {
        .person = person,
        .party = charter_scene_member (scene, declared, "party"),
        .category = charter_scene_string (scene, declared, "category"),
        .declared = declared,
        .regime = policy != NULL ? &policy->regime : NULL,
        .clause = policy != NULL ? policy->clause : NULL,
      };

      if (charter_scene_member (scene, declared, "person") == person
          && charter_interest_is_current (scene, policy, declared, at))
        g_array_append_val (out, row);
    }
}
