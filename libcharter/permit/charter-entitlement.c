/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

/* The electorate of one item at one time: who may see papers, discuss and be present, and
 * which voting units are counted and vote, with the ground of every exclusion.  Nothing
 * else computes this. */

#define NONE G_MAXUINT

typedef struct
{
  CharterItem            item;
  CharterElectorateData *out;
  GArray                *units;     /* CharterRef of those with a vote, partners first */
  GArray                *firsts;    /* for each, the position of the first it votes together with */
  guint                 *next;      /* for each, the position of the next of these; NONE */
  /* While a unit is looked at. */
  gboolean               quiet;     /* nothing is noted */
  guint                  mask;      /* what is noted: CHARTER_FROM_ bits */
  gboolean               awaits;    /* something hangs on a ruling that is not there */
  gboolean               removes;   /* it would leave the bases */
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
  g_clear_pointer (&self->folded, g_array_unref);
  g_clear_pointer (&self->delegations, g_array_unref);
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
    .folded = g_array_new (FALSE, FALSE, sizeof (CharterFolded)),
    .delegations = g_array_new (FALSE, FALSE, sizeof (CharterDelegationData)),
  };
}

CharterRef
charter_electorate_unit (const CharterElectorateData *self,
                         CharterRef                   who)
{
  for (guint i = 0; i < self->folded->len; i++)
    if (g_array_index (self->folded, CharterFolded, i).unit == who)
      return g_array_index (self->folded, CharterFolded, i).under;

  return who;
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
charter_ground_is_bar (const char *ground)
{
  static const char *const bars[] = {
    "conflict", "needs-ruling", "own-matter", "search-limit", "share-unknown", "withdrew", NULL
  };

  return g_strv_contains (bars, ground);
}

gboolean
charter_exclusion_is_bar (const CharterExclusionData *self)
{
  return charter_ground_is_bar (self->ground);
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

  from &= work->mask;
  if (from == 0 || work->quiet)
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
          before->qualified |= row->qualified;
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
note_awaiting (Work *work)
{
  work->awaits = TRUE;
  if (!work->quiet)
    work->out->indeterminate = TRUE;
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
    .qualified = bar->regime->qualified,
  };

  if (from & ~hidden & CHARTER_FROM_UNITS && (bar->awaits || bar->unbuilt))
    note_awaiting (work);
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

static gboolean
shrinks_bases (const CharterRegimeData *regime)
{
  return g_str_equal (regime->quorum, "units-removed")
         || g_str_equal (regime->quorum, "shrinking-base");
}

/* Under some regimes those who are barred leave the bases. */
static void
remove_unit (Work             *work,
             CharterRef        unit,
             const CharterBar *bar)
{
  if (!(bar->from & CHARTER_FROM_UNITS) || !shrinks_bases (bar->regime))
    return;
  work->removes = TRUE;
  if (!work->quiet && !charter_refs_contain (work->out->removed, unit))
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
 * @person, as far as @from goes. */
static guint
exclude_unpermitted (Work       *work,
                     CharterRef  unit,
                     CharterRef  person,
                     guint       from)
{
  const struct { guint bit; const char *act; } parts[] = {
    { CHARTER_FROM_VOTE, "vote" }, { CHARTER_FROM_QUORUM, "be-counted" },
  };
  guint taken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      CharterPermission permission;

      if (!(from & parts[i].bit) || permits (work, person, parts[i].act, &permission))
        continue;
      exclude_for_permission (work, unit, person, parts[i].bit, &permission);
      taken |= parts[i].bit;
    }

  return taken;
}

/* The same, noted nowhere. */
static guint
unpermitted (Work       *work,
             CharterRef  person)
{
  CharterPermission permission;
  guint taken = 0;

  if (!permits (work, person, "vote", &permission))
    taken |= CHARTER_FROM_VOTE;
  if (!permits (work, person, "be-counted", &permission))
    taken |= CHARTER_FROM_QUORUM;

  return taken;
}

static guint
keep_out_person (Work       *work,
                 CharterRef  person)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  guint barred;

  charter_item_bars (&work->item, person, bars);
  barred = exclude_unit_for_bars (work, person, person, CHARTER_FROM_UNITS, bars);

  return barred | exclude_unpermitted (work, person, person, CHARTER_FROM_UNITS);
}

static gboolean
any_awaits (GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if ((bar->awaits || bar->unbuilt) && bar->from & CHARTER_FROM_UNITS)
        return TRUE;
    }

  return FALSE;
}

/* What all who could cast for a partner are kept out of, each by their own ground. */
static guint
barred_for_all (Work   *work,
                GArray *casters)
{
  guint common = CHARTER_FROM_UNITS;
  gboolean awaits = FALSE;

  for (guint i = 0; i < casters->len; i++)
    {
      g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

      charter_item_bars (&work->item, g_array_index (casters, CharterRef, i), bars);
      common &= bars_mask (bars) | unpermitted (work, g_array_index (casters, CharterRef, i));
      awaits |= any_awaits (bars);
    }
  if (common != 0 && awaits)
    note_awaiting (work);

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
  guint common, barred;

  if (casters->len == 0)
    {
      exclude (work, partner, partner, CHARTER_FROM_VOTE, 0, &nobody);
      return CHARTER_FROM_VOTE;
    }
  first = g_array_index (casters, CharterRef, 0);
  common = barred_for_all (work, casters);
  if (common == 0)
    return 0;
  charter_item_bars (&work->item, first, bars);
  barred = exclude_unit_for_bars (work, partner, first, common, bars);

  return barred | exclude_unpermitted (work, partner, first, common & ~barred);
}

static guint
keep_out_partner (Work       *work,
                  CharterRef  partner)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  g_autoptr(GArray) casters = new_refs ();
  guint barred;

  charter_item_bars (&work->item, partner, bars);
  barred = exclude_unit_for_bars (work, partner, partner, CHARTER_FROM_UNITS, bars);
  if (barred != 0)
    return barred;
  charter_item_casters (&work->item, partner, casters);

  return exclude_for_casters (work, partner, casters);
}

/* What somebody with a vote is kept out of, noted with its grounds. */
static guint
keep_out (Work       *work,
          CharterRef  unit)
{
  return charter_scene_is_person (work->item.scene, unit) ? keep_out_person (work, unit)
                                                          : keep_out_partner (work, unit);
}

/* Affiliates */

static CharterRef
unit_at (Work  *work,
         guint  i)
{
  return g_array_index (work->units, CharterRef, i);
}

/* What all of them are kept out of; @removed where all would leave the bases. */
static guint
common_to_affiliates (Work     *work,
                      guint     first,
                      gboolean *removed)
{
  guint common = CHARTER_FROM_UNITS;

  *removed = TRUE;
  work->quiet = TRUE;
  work->awaits = FALSE;
  for (guint i = first; i != NONE; i = work->next[i])
    {
      work->removes = FALSE;
      common &= keep_out (work, unit_at (work, i));
      *removed &= work->removes;
    }
  work->quiet = FALSE;

  return common;
}

/* Affiliates are kept out of what all of them are, by the ground of the first. */
static guint
keep_out_affiliates (Work  *work,
                     guint  first)
{
  gboolean removed, awaits;
  guint common = common_to_affiliates (work, first, &removed), n_removed = work->out->removed->len;

  if (common == 0)
    return 0;
  awaits = work->awaits;
  work->mask = common;
  keep_out (work, unit_at (work, first));
  work->mask = ~0u;
  if (awaits)
    note_awaiting (work);
  if (!removed)
    g_array_set_size (work->out->removed, n_removed);

  return common;
}

static void
fold (Work  *work,
      guint  i,
      guint  first)
{
  const CharterFolded folded = { unit_at (work, i), unit_at (work, first) };
  const CharterExclusionData row = { .ground = "same-affiliation", .party = folded.under };

  g_array_append_val (work->out->folded, folded);
  exclude (work, folded.unit, folded.unit, CHARTER_FROM_UNITS, 0, &row);
}

static void
place_unit_at (Work  *work,
               guint  i)
{
  guint first = g_array_index (work->firsts, guint, i);
  CharterRef unit = unit_at (work, i);

  if (first != i)
    {
      fold (work, i, first);
      return;
    }
  g_array_append_val (work->out->members, unit);
  place_unit (work, unit, work->next[i] != NONE ? keep_out_affiliates (work, i)
                                                : keep_out (work, unit));
}

/* Everybody */

/* @only: nobody else is asked about; 0 for all. */
static void
find_units (Work       *work,
            CharterRef  only)
{
  g_autofree guint *after = NULL;

  if (only == 0)
    charter_item_units (&work->item, work->units);
  else if (charter_item_is_unit (&work->item, only))
    g_array_append_val (work->units, only);
  after = g_new (guint, work->units->len + 1);
  work->next = g_new (guint, work->units->len + 1);
  if (work->item.rule != NULL && work->item.rule->fold == CHARTER_FOLD_AFFILIATES)
    charter_item_affiliates (&work->item, work->units, work->firsts);
  for (guint i = work->firsts->len; i < work->units->len; i++)
    g_array_append_val (work->firsts, i);
  for (guint i = 0; i < work->units->len; i++)
    after[i] = NONE;
  for (guint i = work->units->len; i-- > 0;)
    {
      guint first = g_array_index (work->firsts, guint, i);

      work->next[i] = after[first];
      after[first] = i;
    }
}

/* Units that are persons follow the order of persons. */
static void
place_persons (Work  *work,
               guint  from)
{
  g_autoptr(GArray) persons = new_refs ();

  charter_scene_current (work->item.scene, CHARTER_KIND ("person-joined"), work->item.at, persons);
  for (guint i = 0; i < persons->len; i++)
    {
      CharterRef person = g_array_index (persons, CharterRef, i);
      g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));

      charter_item_bars (&work->item, person, bars);
      place_person (work, person, bars);
      if (from < work->units->len && unit_at (work, from) == person)
        place_unit_at (work, from++);
    }
}

/* Gives the position of the first unit that is a person. */
static guint
place_partners (Work *work)
{
  guint i = 0;

  while (i < work->units->len
         && !charter_scene_is_person (work->item.scene, unit_at (work, i)))
    place_unit_at (work, i++);

  return i;
}

void
charter_permit_electorate (const CharterScene        *scene,
                           CharterRef                 decision,
                           const CharterDocumentData *charter,
                           const CharterRuleData     *rule,
                           gint64                     at,
                           CharterElectorateData     *out)
{
  g_autoptr(GArray) units = new_refs (), firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  Work work = { .out = out, .units = units, .firsts = firsts, .mask = ~0u };

  start (out);
  charter_item_init (&work.item, scene, decision, charter, rule, at);
  find_units (&work, 0);
  place_persons (&work, place_partners (&work));
  charter_item_delegations (&work.item, out);
  out->arena = charter_arena_ref (charter_web_get_arena (work.item.web));
  g_free (work.next);
  charter_item_clear (&work.item);
}

/* Affiliates stand together, so there all have to be looked at. */
void
charter_permit_electorate_of (const CharterScene        *scene,
                              CharterRef                 decision,
                              const CharterDocumentData *charter,
                              const CharterRuleData     *rule,
                              gint64                     at,
                              CharterRef                 unit,
                              CharterElectorateData     *out)
{
  g_autoptr(GArray) units = new_refs (), firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  Work work = { .out = out, .units = units, .firsts = firsts, .mask = ~0u };
  gboolean together;

  start (out);
  charter_item_init (&work.item, scene, decision, charter, rule, at);
  together = work.item.rule != NULL && work.item.rule->fold == CHARTER_FOLD_AFFILIATES;
  find_units (&work, together ? 0 : unit);
  for (guint i = 0; i < units->len; i++)
    place_unit_at (&work, i);
  out->arena = charter_arena_ref (charter_web_get_arena (work.item.web));
  g_free (work.next);
  charter_item_clear (&work.item);
}
