/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Affiliations: partners of one group, and the persons who act for one partner or for one
 * group, belong together.  Under `fold: affiliates` they are one voting unit, which stands
 * under the one that joined first. */

static CharterRef
partner_acted_for (const CharterItem *item,
                   CharterRef         person)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_partners_of (item->scene, person, item->at, partners);

  return partners->len > 0 ? g_array_index (partners, CharterRef, 0) : 0;
}

/* Who acts for several partners belongs to the one that is named first. */
void
charter_item_affiliation (const CharterItem  *item,
                          CharterRef          unit,
                          CharterAffiliation *out)
{
  CharterRef partner = unit;

  if (charter_scene_is_person (item->scene, unit))
    partner = partner_acted_for (item, unit);
  out->group = NULL;
  out->self = partner != 0 ? partner : unit;
  if (partner != 0 && charter_scene_is_partner (item->scene, partner))
    out->group = charter_scene_string (item->scene, charter_scene_maker (item->scene, partner),
                                       "group");
}

int
charter_affiliation_compare (const CharterAffiliation *a,
                             const CharterAffiliation *b)
{
  if (a->group != NULL && b->group != NULL)
    return strcmp (a->group, b->group);
  if (a->group != NULL || b->group != NULL)
    return a->group != NULL ? 1 : -1;

  return a->self < b->self ? -1 : a->self > b->self;
}

/* Many at once */

typedef struct
{
  CharterAffiliation affiliation;
  guint              index;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;
  int order = charter_affiliation_compare (&x->affiliation, &y->affiliation);

  return order != 0 ? order : x->index < y->index ? -1 : x->index > y->index;
}

void
charter_item_affiliates (const CharterItem *item,
                         GArray            *units,
                         GArray            *firsts)
{
  g_autoptr(GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), units->len);
  const Place *first = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      Place place = { .index = i };

      charter_item_affiliation (item, g_array_index (units, CharterRef, i), &place.affiliation);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  g_array_set_size (firsts, units->len);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (first == NULL
          || charter_affiliation_compare (&first->affiliation, &place->affiliation) != 0)
        first = place;
      g_array_index (firsts, guint, place->index) = first->index;
    }
}

/* One */

CharterRef
charter_item_head (const CharterItem *item,
                   CharterRef         unit)
{
  g_autoptr(GArray) all = NULL;
  CharterAffiliation wanted;

  if (item->rule == NULL || item->rule->fold != CHARTER_FOLD_AFFILIATES)
    return unit;
  all = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  charter_item_affiliation (item, unit, &wanted);
  charter_scene_current (item->scene, charter_scene_maker_kind (item->scene, unit), item->at, all);
  for (guint i = 0; i < all->len; i++)
    {
      CharterRef other = g_array_index (all, CharterRef, i);
      CharterAffiliation affiliation;

      charter_item_affiliation (item, other, &affiliation);
      if (charter_affiliation_compare (&affiliation, &wanted) == 0
          && charter_item_is_unit (item, other))
        return other;
    }

  return unit;
}
