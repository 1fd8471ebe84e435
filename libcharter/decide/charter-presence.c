/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

/* Who of each voting unit was in the room, and which required categories a unit satisfies
 * through itself, whoever cast for it, and whoever was there for it. */

/* The row that a requirement is, as a bit. */
#define SORT(i) (G_GUINT64_CONSTANT (1) << (i))

/* A role is also satisfied by one that substitutes it. */
static gboolean
holds (const CharterItem *item,
       CharterRef         person,
       const char        *role)
{
  if (charter_scene_holds_role (item->scene, person, role, item->at))
    return TRUE;
  for (guint i = 0; i < item->charter->n_roles; i++)
    if (g_strcmp0 (item->charter->roles[i].substitutes, role) == 0
        && charter_scene_holds_role (item->scene, person, item->charter->roles[i].id, item->at))
      return TRUE;

  return FALSE;
}

guint64
charter_tally_sorts_of (const CharterTally *self,
                        CharterRef          who)
{
  const CharterItem *item = &self->item;
  const CharterQuorumRule *quorum = &item->rule->quorum;
  guint64 sorts = 0;

  for (guint i = 0; who != 0 && i < quorum->n_requires; i++)
    {
      const CharterRequirement *r = &quorum->requires_[i];
      gboolean met = r->constituency != NULL
                     ? charter_scene_in_constituency (item->scene, who, r->constituency, item->at)
                     : charter_scene_is_person (item->scene, who) && holds (item, who, r->role);

      if (met)
        sorts |= SORT (i);
    }

  return sorts;
}

/* May a person in the room be counted: neither out of the item nor barred from the quorum? */
static gboolean
can_be_counted (const CharterItem *item,
                CharterRef         person)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

  charter_item_bars (item, person, bars);
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if (bar->from & CHARTER_FROM_QUORUM || strcmp (bar->ground, "withdrew") == 0)
        return FALSE;
    }

  return TRUE;
}

/* Under an unchanged base, whoever was there stays in it, out of the item or not.  @partner is
 * the one that it was for: the row's unit or an affiliate; 0 for persons as such. */
static void
read_person (CharterTally    *self,
             CharterRef       person,
             CharterRef       partner,
             CharterUnitVote *row)
{
  const CharterItem *item = &self->item;
  const CharterFact *noted;
  CharterRef there_for;

  if (charter_item_attendance (item, person, &noted) != 1)
    return;
  there_for = charter_scene_member (item->scene, noted, "for");
  if (partner != 0 && there_for != 0 && there_for != partner)
    return;
  row->present = row->eligible;
  if (!can_be_counted (item, person))
    return;
  row->attends = TRUE;
  row->sorts |= charter_tally_sorts_of (self, person);
}

static void
read_partner (CharterTally    *self,
              CharterRef       partner,
              CharterUnitVote *row)
{
  const CharterScene *scene = self->item.scene;
  g_autoptr(GPtrArray) joined = g_ptr_array_new ();

  charter_scene_collect (scene, partner, CHARTER_KIND ("person-joined"), joined);
  for (guint i = 0; i < joined->len; i++)
    {
      CharterRef person = ((const CharterFact *) joined->pdata[i])->makes;

      if (charter_scene_is_current (scene, person, self->item.at)
          && charter_scene_acts_for (scene, person, partner, self->item.at))
        read_person (self, person, partner, row);
    }
}

static void
read_unit (CharterTally    *self,
           CharterRef       unit,
           CharterUnitVote *row)
{
  if (charter_scene_is_partner (self->item.scene, unit))
    read_partner (self, unit, row);
  else
    read_person (self, unit, 0, row);
}

void
charter_tally_read_presence (CharterTally *self)
{
  GArray *folded = self->electorate->folded;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);

      row->sorts |= charter_tally_sorts_of (self, row->unit)
                    | charter_tally_sorts_of (self, row->caster);
      read_unit (self, row->unit, row);
    }
  for (guint i = 0; i < folded->len; i++)
    {
      const CharterFolded *f = &g_array_index (folded, CharterFolded, i);

      read_unit (self, f->unit, charter_tally_row (self, f->under));
    }
}
