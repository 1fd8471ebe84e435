/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Voting units: the persons or partners that a rule gives a vote, and who casts for a
 * partner. */

static GArray *
new_refs (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CharterRef));
}

/* Does the person hold the role for the partner? */
static gboolean
holds_for (const CharterScene *scene,
           const char         *role,
           CharterRef          person,
           CharterRef          partner,
           gint64              at)
{
  g_autoptr(GArray) tenures = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (scene, role, person, at, tenures);
  for (guint i = 0; i < tenures->len; i++)
    {
      CharterRef held_for = g_array_index (tenures, CharterTenure, i).partner;

      if (held_for == partner
          || (held_for == 0 && charter_scene_acts_for (scene, person, partner, at)))
        return TRUE;
    }

  return FALSE;
}

/* Those whom an entry of a kind connects with the partner, and who hold the role for it.
 * @member: the person in the entry; NULL where the entry makes the person. */
static void
add_holders_among (const CharterScene *scene,
                   guint16             kind,
                   const char         *member,
                   const char         *role,
                   CharterRef          partner,
                   gint64              at,
                   GArray             *out)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();

  charter_scene_collect (scene, partner, kind, facts);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];
      CharterRef person = member != NULL ? charter_scene_member (scene, fact, member) : fact->makes;

      if (!charter_refs_contain (out, person) && holds_for (scene, role, person, partner, at))
        g_array_append_val (out, person);
    }
}

static void
add_holders (const CharterScene *scene,
             const char         *role,
             CharterRef          partner,
             gint64              at,
             GArray             *out)
{
  add_holders_among (scene, CHARTER_KIND ("role-given"), "person", role, partner, at, out);
  add_holders_among (scene, CHARTER_KIND ("person-joined"), NULL, role, partner, at, out);
}

static gboolean
partner_has_holder (const CharterItem *item,
                    CharterRef         partner,
                    const char        *role)
{
  g_autoptr(GArray) holders = new_refs ();

  add_holders (item->scene, role, partner, item->at, holders);

  return holders->len > 0;
}

static gboolean
voters_cover (const CharterItem *item,
              CharterRef         ref,
              gboolean           partner)
{
  const CharterNode *voters = item->rule->voters;

  if (voters == NULL)
    return TRUE;
  for (const CharterNode *who = charter_node_first (voters); who != NULL;
       who = charter_node_next (voters, who))
    {
      if (charter_scene_covers (item->scene, who->string, ref, item->at))
        return TRUE;
      if (partner && g_str_has_prefix (who->string, "role:")
          && partner_has_holder (item, ref, who->string + 5))
        return TRUE;
    }

  return charter_item_stands_in (item, ref);
}

/* Under `unit: partner` a person who acts for nobody is a unit if `voters` include persons. */
static gboolean
is_person_among_partners (const CharterItem *item,
                          CharterRef         person)
{
  g_autoptr(GArray) partners = new_refs ();

  if (item->rule->voters == NULL)
    return FALSE;
  charter_scene_partners_of (item->scene, person, item->at, partners);

  return partners->len == 0 && voters_cover (item, person, FALSE);
}

gboolean
charter_item_is_unit (const CharterItem *item,
                      CharterRef         ref)
{
  if (item->rule == NULL || !charter_scene_is_current (item->scene, ref, item->at))
    return FALSE;
  if (charter_scene_is_partner (item->scene, ref))
    return item->rule->unit == CHARTER_UNIT_PARTNER && voters_cover (item, ref, TRUE);
  if (!charter_scene_is_person (item->scene, ref))
    return FALSE;
  if (item->rule->unit == CHARTER_UNIT_PERSON)
    return voters_cover (item, ref, FALSE);

  return is_person_among_partners (item, ref);
}

static void
collect_units (const CharterItem *item,
               guint16            kind,
               GArray            *out)
{
  g_autoptr(GArray) all = new_refs ();

  charter_scene_current (item->scene, kind, item->at, all);
  for (guint i = 0; i < all->len; i++)
    {
      CharterRef ref = g_array_index (all, CharterRef, i);

      if (charter_item_is_unit (item, ref))
        g_array_append_val (out, ref);
    }
}

void
charter_item_units (const CharterItem *item,
                    GArray            *out)
{
  if (item->rule == NULL)
    return;
  if (item->rule->unit == CHARTER_UNIT_PARTNER)
    collect_units (item, CHARTER_KIND ("partner-joined"), out);
  if (item->rule->unit == CHARTER_UNIT_PERSON || item->rule->voters != NULL)
    collect_units (item, CHARTER_KIND ("person-joined"), out);
}

/* Who casts for a partner */

static void
add_substitutes (const CharterScene        *scene,
                 const CharterDocumentData *charter,
                 CharterRef                 partner,
                 gint64                     at,
                 GArray                    *out)
{
  for (guint i = 0; i < charter->n_roles; i++)
    if (g_strcmp0 (charter->roles[i].substitutes, "representative") == 0)
      add_holders (scene, charter->roles[i].id, partner, at, out);
}

/* Everyone who acts for it, in order of joining. */
static void
add_all_who_act (const CharterItem *item,
                 CharterRef         partner,
                 GArray            *out)
{
  g_autoptr(GPtrArray) joined = g_ptr_array_new ();

  charter_scene_collect (item->scene, partner, CHARTER_KIND ("person-joined"), joined);
  for (guint i = 0; i < joined->len; i++)
    {
      CharterRef person = ((const CharterFact *) joined->pdata[i])->makes;

      if (charter_scene_is_current (item->scene, person, item->at)
          && charter_scene_acts_for (item->scene, person, partner, item->at))
        g_array_append_val (out, person);
    }
}

gboolean
charter_item_can_cast (const CharterItem *item,
                       CharterRef         person)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  CharterPermission permission;

  charter_permission_check (item->scene, item->charter, person, "vote", item->decision, FALSE, 0,
                            item->at, &permission);
  if (!permission.allowed)
    return FALSE;
  charter_item_bars (item, person, bars);

  return charter_bars_from (bars, CHARTER_FROM_VOTE) == NULL;
}

/* Keeps those who can cast; FALSE, and all are kept, if nobody can. */
static gboolean
keep_able (const CharterItem *item,
           gboolean           in_the_room,
           GArray            *persons)
{
  g_autoptr(GArray) able = new_refs ();

  for (guint i = 0; i < persons->len; i++)
    {
      CharterRef person = g_array_index (persons, CharterRef, i);

      if (charter_item_can_cast (item, person)
          && !(in_the_room && charter_item_attendance (item, person, NULL) == 0))
        g_array_append_val (able, person);
    }
  if (able->len == 0)
    return FALSE;
  g_array_set_size (persons, 0);
  g_array_append_vals (persons, able->data, able->len);

  return TRUE;
}

/* The representative; else, where that is nobody, somebody barred, or somebody noted absent
 * from the item, those who substitute. */
static void
add_speakers (const CharterItem *item,
              CharterRef         partner,
              GArray            *out)
{
  g_autoptr(GArray) substitutes = new_refs ();

  add_holders (item->scene, "representative", partner, item->at, out);
  if (keep_able (item, TRUE, out))
    return;
  add_substitutes (item->scene, item->charter, partner, item->at, substitutes);
  if (keep_able (item, FALSE, substitutes) || out->len == 0)
    {
      g_array_set_size (out, 0);
      g_array_append_vals (out, substitutes->data, substitutes->len);
      return;
    }
  keep_able (item, FALSE, out);
}

void
charter_item_casters (const CharterItem *item,
                      CharterRef         partner,
                      GArray            *out)
{
  if (item->rule->speaks == CHARTER_SPEAKS_REPRESENTATIVE)
    {
      add_speakers (item, partner, out);
      return;
    }
  add_all_who_act (item, partner, out);
  keep_able (item, FALSE, out);
}

CharterRef
charter_permit_speaker (const CharterScene        *scene,
                        const CharterDocumentData *charter,
                        CharterRef                 partner,
                        gint64                     at)
{
  g_autoptr(GArray) persons = new_refs ();

  add_holders (scene, "representative", partner, at, persons);
  if (persons->len == 0 && charter != NULL)
    add_substitutes (scene, charter, partner, at, persons);

  return persons->len > 0 ? g_array_index (persons, CharterRef, 0) : 0;
}

/* For which unit somebody casts */

/* Why the rule gives a person no vote: a role no longer held, or never, or no voter at all. */
static const char *
voters_ground (const CharterItem *item,
               CharterRef         person,
               CharterPermission *why)
{
  const CharterNode *voters = item->rule->voters;
  gboolean roles_only = voters != NULL && voters->length > 0;
  CharterTenure tenure;

  if (voters == NULL)
    return "not-a-voter";
  for (const CharterNode *who = charter_node_first (voters); who != NULL;
       who = charter_node_next (voters, who))
    {
      if (!g_str_has_prefix (who->string, "role:"))
        {
          roles_only = FALSE;
          continue;
        }
      why->role = who->string + 5;
      if (charter_scene_last_tenure (item->scene, person, why->role, item->at, &tenure))
        {
          why->because = tenure.ended != NULL ? tenure.ended : tenure.given;
          return "term-ended";
        }
    }

  return roles_only ? "not-appointed" : "not-a-voter";
}

static const char *
speaker_ground (const CharterItem *item,
                CharterRef         person,
                CharterRef         partner,
                CharterPermission *why)
{
  CharterTenure tenure;

  if (item->rule->speaks != CHARTER_SPEAKS_REPRESENTATIVE)
    return "not-a-voter";
  why->role = "representative";
  if (charter_scene_last_tenure (item->scene, person, "representative", item->at, &tenure)
      && !charter_scene_holds_role (item->scene, person, "representative", item->at))
    {
      why->because = tenure.ended != NULL ? tenure.ended : tenure.given;
      return "term-ended";
    }

  return charter_permit_speaker (item->scene, item->charter, partner, item->at) != 0
         ? "not-representative" : "not-appointed";
}

/* The partner, if the person may cast for it; else 0 and why. */
static CharterRef
try_partner (const CharterItem  *item,
             CharterRef          person,
             CharterRef          partner,
             const char        **ground,
             CharterPermission  *why)
{
  g_autoptr(GArray) casters = new_refs ();

  if (!charter_item_is_unit (item, partner))
    return 0;
  charter_item_casters (item, partner, casters);
  if (charter_refs_contain (casters, person))
    return partner;
  *ground = speaker_ground (item, person, partner, why);

  return 0;
}

static void
partners_to_try (const CharterItem *item,
                 CharterRef         person,
                 CharterRef         wanted,
                 GArray            *out)
{
  if (wanted != 0)
    g_array_append_val (out, wanted);
  else
    charter_scene_partners_of (item->scene, person, item->at, out);
}

/* Have they one vote together? */
static gboolean
are_affiliates (const CharterItem *item,
                CharterRef         one,
                CharterRef         other)
{
  CharterAffiliation a, b;

  if (item->rule->fold != CHARTER_FOLD_AFFILIATES)
    return FALSE;
  charter_item_affiliation (item, one, &a);
  charter_item_affiliation (item, other, &b);

  return charter_affiliation_compare (&a, &b) == 0;
}

static CharterRef
unit_among_partners (const CharterItem  *item,
                     CharterRef          person,
                     CharterRef          wanted,
                     const char        **ground,
                     CharterPermission  *why)
{
  g_autoptr(GArray) partners = new_refs ();
  CharterRef found = 0;

  if (wanted == 0 && is_person_among_partners (item, person))
    return person;
  partners_to_try (item, person, wanted, partners);
  for (guint i = 0; i < partners->len; i++)
    {
      CharterRef unit = try_partner (item, person, g_array_index (partners, CharterRef, i), ground,
                                     why);

      if (unit == 0 || (found != 0 && are_affiliates (item, found, unit)))
        continue;
      if (found != 0)
        {
          *ground = "which-partner";
          return 0;
        }
      found = unit;
    }
  if (found == 0 && *ground == NULL)
    *ground = voters_ground (item, person, why);

  return found;
}

CharterRef
charter_item_unit_of (const CharterItem  *item,
                      CharterRef          person,
                      CharterRef          wanted,
                      const char        **ground,
                      CharterPermission  *why)
{
  *ground = NULL;
  memset (why, 0, sizeof *why);
  if (item->rule == NULL)
    return 0;
  if (item->rule->unit == CHARTER_UNIT_PARTNER)
    return unit_among_partners (item, person, wanted, ground, why);
  if (charter_item_is_unit (item, person))
    return person;
  *ground = voters_ground (item, person, why);

  return 0;
}
