/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

/* The electorate of one item at one time: who may see papers, discuss and be present, and
 * which voting units are counted and vote, with the ground of every exclusion.  Nothing
 * else computes this. */

typedef struct
{
  CharterItem            item;
  CharterElectorateData *out;
} Work;

static GArray *
new_refs (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CharterRef));
}

void
charter_electorate_clear (CharterElectorateData *self)
{
  g_clear_pointer (&self->papers, g_array_unref);
  g_clear_pointer (&self->discussion, g_array_unref);
  g_clear_pointer (&self->presence, g_array_unref);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->quorum, g_array_unref);
  g_clear_pointer (&self->vote, g_array_unref);
  g_clear_pointer (&self->removed, g_array_unref);
  g_clear_pointer (&self->excluded, g_array_unref);
  g_clear_pointer (&self->arena, charter_arena_unref);
}

static void
start (CharterElectorateData *self)
{
  *self = (CharterElectorateData) {
    .papers = new_refs (),
    .discussion = new_refs (),
    .presence = new_refs (),
    .members = new_refs (),
    .quorum = new_refs (),
    .vote = new_refs (),
    .removed = new_refs (),
    .excluded = g_array_new (FALSE, FALSE, sizeof (CharterExclusionData)),
  };
}

const CharterExclusionData *
charter_electorate_exclusion (const CharterElectorateData *self,
                              CharterRef                   who,
                              guint                        from)
{
  for (guint i = 0; i < self->excluded->len; i++)
    {
      const CharterExclusionData *row = &g_array_index (self->excluded, CharterExclusionData, i);

      if (row->who == who && row->from & from)
        return row;
    }

  return NULL;
}

gboolean
charter_exclusion_is_bar (const CharterExclusionData *self)
{
  static const char *const bars[] = {
    "conflict", "needs-ruling", "own-matter", "search-limit", "share-unknown", "withdrew", NULL
  };

  return g_strv_contains (bars, self->ground);
}

/* One row for each person or unit and ground. */
static void
exclude (Work                       *work,
         CharterRef                  who,
         CharterRef                  person,
         guint                       from,
         guint                       hidden,
         const CharterExclusionData *row)
{
  GArray *excluded = work->out->excluded;
  CharterExclusionData added = *row;

  if (from == 0)
    return;
  for (guint i = excluded->len; i > 0; i--)
    {
      CharterExclusionData *before = &g_array_index (excluded, CharterExclusionData, i - 1);

      if (before->who != who)
        break;
      if (g_str_equal (before->ground, row->ground))
        {
          before->from |= from;
          before->shown |= from & ~hidden;
          return;
        }
    }
  added.who = who;
  added.person = person;
  added.from = from;
  added.shown = from & ~hidden;
  g_array_append_val (excluded, added);
}

static void
exclude_for_bar (Work             *work,
                 CharterRef        who,
                 CharterRef        person,
                 guint             from,
                 guint             hidden,
                 const CharterBar *bar)
{
  const CharterExclusionData row = {
    .ground = bar->ground,
    .clause = bar->clause,
    .because = bar->because,
    .party = bar->party,
    .trail = bar->trail,
  };

  if (from & ~hidden & CHARTER_FROM_UNITS && (bar->awaits || bar->unbuilt))
    work->out->indeterminate = TRUE;
  exclude (work, who, person, from, hidden, &row);
}

static void
exclude_for_permission (Work                    *work,
                        CharterRef               who,
                        CharterRef               person,
                        guint                    from,
                        const CharterPermission *permission)
{
  const CharterExclusionData row = {
    .ground = permission->ground,
    .clause = permission->clause,
    .because = permission->because,
  };

  exclude (work, who, person, from, 0, &row);
}

static guint
bars_mask (GArray *bars)
{
  guint mask = 0;

  for (guint i = 0; i < bars->len; i++)
    mask |= g_array_index (bars, CharterBar, i).from;

  return mask;
}

static gboolean
permits (Work              *work,
         CharterRef         person,
         const char        *act,
         CharterPermission *permission)
{
  charter_permission_check (work->item.scene, work->item.charter, person, act, work->item.decision,
                            FALSE, 0, work->item.at, permission);

  return permission->allowed;
}

/* Papers, discussion and presence concern persons. */
static void
place_person (Work       *work,
              CharterRef  person,
              GArray     *bars)
{
  const struct { guint bit; const char *act; GArray *list; } parts[] = {
    { CHARTER_FROM_PAPERS, "see-papers", work->out->papers },
    { CHARTER_FROM_DISCUSSION, "discuss", work->out->discussion },
    { CHARTER_FROM_PRESENCE, "be-present", work->out->presence },
  };
  guint mask = bars_mask (bars);

  for (guint i = 0; i < bars->len; i++)
    exclude_for_bar (work, person, person, g_array_index (bars, CharterBar, i).from,
                     CHARTER_FROM_UNITS, &g_array_index (bars, CharterBar, i));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      CharterPermission permission;

      if (!permits (work, person, parts[i].act, &permission))
        exclude_for_permission (work, person, person, parts[i].bit, &permission);
      else if (!(mask & parts[i].bit))
        g_array_append_val (parts[i].list, person);
    }
}

/* Quorum and vote concern units. */
static void
place_unit (Work       *work,
            CharterRef  unit,
            guint       barred)
{
  if (!(barred & CHARTER_FROM_QUORUM))
    g_array_append_val (work->out->quorum, unit);
  if (!(barred & CHARTER_FROM_VOTE))
    g_array_append_val (work->out->vote, unit);
}

/* Under units-removed those who are barred leave the bases. */
static void
remove_unit (Work             *work,
             CharterRef        unit,
             const CharterBar *bar)
{
  if (bar->from & CHARTER_FROM_UNITS && g_str_equal (bar->regime->quorum, "units-removed")
      && !charter_refs_contain (work->out->removed, unit))
    g_array_append_val (work->out->removed, unit);
}

static guint
exclude_unit_for_bars (Work       *work,
                       CharterRef  unit,
                       CharterRef  person,
                       guint       from,
                       GArray     *bars)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      exclude_for_bar (work, unit, person, bar->from & from, 0, bar);
      remove_unit (work, unit, bar);
    }

  return bars_mask (bars) & from;
}

/* What a permission to vote or be counted that is not there takes from a unit through
 * @person. */
static guint
exclude_unpermitted (Work       *work,
                     CharterRef  unit,
                     CharterRef  person)
{
  CharterPermission permission;
  guint from = 0;

  if (!permits (work, person, "vote", &permission))
    {
      exclude_for_permission (work, unit, person, CHARTER_FROM_VOTE, &permission);
      from |= CHARTER_FROM_VOTE;
    }
  if (!permits (work, person, "be-counted", &permission))
    {
      exclude_for_permission (work, unit, person, CHARTER_FROM_QUORUM, &permission);
      from |= CHARTER_FROM_QUORUM;
    }

  return from;
}

static void
place_person_unit (Work       *work,
                   CharterRef  unit)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  guint barred;

  charter_item_bars (&work->item, unit, bars);
  barred = exclude_unit_for_bars (work, unit, unit, CHARTER_FROM_UNITS, bars);
  place_unit (work, unit, barred | exclude_unpermitted (work, unit, unit));
}

/* What all who could cast for a partner are kept out of, each by their own ground. */
static guint
barred_for_all (Work   *work,
                GArray *casters)
{
  guint common = CHARTER_FROM_UNITS;

  for (guint i = 0; i < casters->len; i++)
    {
      g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

      charter_item_bars (&work->item, g_array_index (casters, CharterRef, i), bars);
      common &= bars_mask (bars);
    }

  return common;
}

/* The partner has nobody to send: the ground is that of the first who could have come. */
static guint
exclude_for_casters (Work       *work,
                     CharterRef  partner,
                     GArray     *casters)
{
  static const CharterExclusionData nobody = { .ground = "not-appointed" };
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  CharterRef first;
  guint common;

  if (casters->len == 0)
    {
      exclude (work, partner, partner, CHARTER_FROM_VOTE, 0, &nobody);
      return CHARTER_FROM_VOTE;
    }
  first = g_array_index (casters, CharterRef, 0);
  common = barred_for_all (work, casters);
  if (common == 0)
    return exclude_unpermitted (work, partner, first);
  charter_item_bars (&work->item, first, bars);

  return exclude_unit_for_bars (work, partner, first, common, bars);
}

static void
place_partner (Work       *work,
               CharterRef  partner)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  g_autoptr(GArray) casters = new_refs ();
  guint barred;

  charter_item_bars (&work->item, partner, bars);
  barred = exclude_unit_for_bars (work, partner, partner, CHARTER_FROM_UNITS, bars);
  if (barred == 0)
    {
      charter_item_casters (&work->item, partner, casters);
      barred = exclude_for_casters (work, partner, casters);
    }
  place_unit (work, partner, barred);
}

static void
place_persons (Work *work)
{
  g_autoptr(GArray) persons = new_refs ();

  charter_scene_current (work->item.scene, CHARTER_KIND ("person-joined"), work->item.at, persons);
  for (guint i = 0; i < persons->len; i++)
    {
      CharterRef person = g_array_index (persons, CharterRef, i);
      g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

      charter_item_bars (&work->item, person, bars);
      place_person (work, person, bars);
      if (!charter_scene_is_person (work->item.scene, person)
          || !charter_item_is_unit (&work->item, person))
        continue;
      g_array_append_val (work->out->members, person);
      place_person_unit (work, person);
    }
}

static void
place_partners (Work *work)
{
  g_autoptr(GArray) partners = new_refs ();

  charter_scene_current (work->item.scene, CHARTER_KIND ("partner-joined"), work->item.at,
                         partners);
  for (guint i = 0; i < partners->len; i++)
    {
      CharterRef partner = g_array_index (partners, CharterRef, i);

      if (!charter_item_is_unit (&work->item, partner))
        continue;
      g_array_append_val (work->out->members, partner);
      place_partner (work, partner);
    }
}

void
charter_permit_electorate (const CharterScene        *scene,
                           CharterRef                 decision,
                           const CharterDocumentData *charter,
                           const CharterRuleData     *rule,
                           gint64                     at,
                           CharterElectorateData     *out)
{
  Work work = { .out = out };

  start (out);
  charter_item_init (&work.item, scene, decision, charter, rule, at);
  if (work.item.rule != NULL && work.item.rule->unit == CHARTER_UNIT_PARTNER)
    place_partners (&work);
  place_persons (&work);
  out->arena = charter_arena_ref (charter_web_get_arena (work.item.web));
  charter_item_clear (&work.item);
}
