/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* What keeps a person or a whole partner out of an item: its own matter, a declared
 * interest, a ruling, stepping out; and what a dispensation gives back. */

static const CharterConflictPolicy *
policy_of (const CharterItem *item)
{
  return &item->charter->conflicts;
}

static CharterBar *
add_bar (const CharterItem *item,
         const char        *ground,
         const CharterFact *because,
         GArray            *out)
{
  const CharterConflictPolicy *policy = policy_of (item);
  CharterBar bar = {
    .ground = ground,
    .regime = &policy->regime,
    .clause = policy->clause,
    .because = because,
    .from = charter_regime_from (&policy->regime),
    .unbuilt = !charter_regime_is_built (&policy->regime),
  };

  g_array_append_val (out, bar);

  return &g_array_index (out, CharterBar, out->len - 1);
}

/* Exemptions */

static gboolean
exempts (const CharterItem *item,
         const char        *what)
{
  const CharterNode *exempt = policy_of (item)->exempt;

  return exempt != NULL && charter_node_has_string (exempt, what);
}

static gboolean
is_public_body (const CharterItem *item,
                CharterRef         party)
{
  const CharterNode *named = policy_of (item)->public_bodies;
  const CharterFact *joined = charter_scene_maker (item->scene, party);

  if (named != NULL && charter_node_has_string (named, charter_scene_name (item->scene, party)))
    return TRUE;

  return joined != NULL && joined->kind == CHARTER_KIND ("partner-joined")
         && charter_node_member_boolean (charter_scene_data (item->scene, joined), "public-body",
                                         FALSE);
}

static gboolean
declares (const CharterItem *item,
          CharterRef         person,
          CharterRef         party)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, person,
                                                      CHARTER_KIND ("interest-declared"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (charter_scene_member (item->scene, fact, "person") == person
        && charter_scene_member (item->scene, fact, "party") == party
        && charter_interest_is_current (item->scene, policy_of (item), fact, item->at))
      return TRUE;

  return FALSE;
}

/* Every current person has declared an interest in it. */
static gboolean
is_shared_by_all (const CharterItem *item,
                  CharterRef         party)
{
  g_autoptr(GArray) persons = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_current (item->scene, CHARTER_KIND ("person-joined"), item->at, persons);
  for (guint i = 0; i < persons->len; i++)
    if (!declares (item, g_array_index (persons, CharterRef, i), party))
      return FALSE;

  return TRUE;
}

static gboolean
is_exempt (const CharterItem *item,
           const char        *category,
           CharterRef         party)
{
  const CharterNode *categories = policy_of (item)->exempt_categories;

  if (categories != NULL && category != NULL && charter_node_has_string (categories, category))
    return TRUE;
  if (exempts (item, "public-body") && is_public_body (item, party))
    return TRUE;

  return exempts (item, "shared-by-all") && is_shared_by_all (item, party);
}

gboolean
charter_item_has_interest (const CharterItem *item,
                           const CharterFact *declared)
{
  CharterRef party = charter_scene_member (item->scene, declared, "party");

  return charter_refs_contain (item->about, party)
         && charter_interest_is_current (item->scene, policy_of (item), declared, item->at)
         && !is_exempt (item, charter_scene_string (item->scene, declared, "category"), party);
}

/* Rulings and dispensations */

const CharterFact *
charter_item_ruling (const CharterItem *item,
                     CharterRef         who)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, item->decision,
                                                      CHARTER_KIND ("conflict-ruled"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= item->at
        && charter_scene_member (item->scene, fact, "decision") == item->decision
        && charter_scene_member (item->scene, fact, "person") == who)
      return fact;

  return NULL;
}

gboolean
charter_ruling_finds_conflict (const CharterScene *scene,
                               const CharterFact  *ruled)
{
  return charter_node_member_boolean (charter_scene_data (scene, ruled), "conflicted", TRUE);
}

/* "rule:ID", "area:ID" or "decision:ID". */
static gboolean
scope_covers (const CharterItem *item,
              const char        *scope)
{
  if (scope == NULL)
    return FALSE;
  if (g_str_has_prefix (scope, "decision:"))
    return strcmp (scope + 9, charter_scene_name (item->scene, item->decision)) == 0;
  if (g_str_has_prefix (scope, "rule:"))
    return item->rule != NULL && strcmp (scope + 5, item->rule->id) == 0;
  if (g_str_has_prefix (scope, "area:"))
    return g_strcmp0 (scope + 5, charter_scene_string (item->scene, item->proposed, "area")) == 0;

  return FALSE;
}

/* Whoever may discuss may be in the room, and whose vote counts is counted. */
static guint
acts_to_bits (const CharterItem *item,
              const CharterFact *granted)
{
  static const struct { const char *act; guint bits; } acts[] = {
    { "be-counted", CHARTER_FROM_QUORUM },
    { "be-present", CHARTER_FROM_PRESENCE },
    { "discuss", CHARTER_FROM_DISCUSSION | CHARTER_FROM_PRESENCE },
    { "see-papers", CHARTER_FROM_PAPERS },
    { "vote", CHARTER_FROM_VOTE | CHARTER_FROM_QUORUM },
  };
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (charter_scene_member_has (item->scene, granted, "acts", acts[i].act))
      bits |= acts[i].bits;

  return bits;
}

static void
dispense (const CharterItem *item,
          CharterRef         who,
          CharterBar        *bar)
{
  CharterCursor cursor;
  gint32 today = charter_scene_date_of (item->scene, item->at);

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, who,
                                                      CHARTER_KIND ("dispensation-granted"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      guint bits;

      if (fact->at > item->at || charter_scene_member (item->scene, fact, "person") != who
          || charter_scene_date (item->scene, fact, "until") < today
          || !scope_covers (item, charter_scene_string (item->scene, fact, "scope")))
        continue;
      bits = acts_to_bits (item, fact) & bar->from;
      if (bits == 0)
        continue;
      bar->from &= ~bits;
      bar->dispensed |= bits;
      bar->dispensation = fact;
    }
}

/* Grounds */

/* Does the decision lift a bar for @who, so that the others (or all) vote on it? */
static gboolean
dispenses (const CharterItem *item,
           CharterRef         who)
{
  return charter_scene_member_has (item->scene, item->proposed, "dispenses",
                                   charter_scene_name (item->scene, who));
}

static void
add_own_matter (const CharterItem *item,
                CharterRef         who,
                GArray            *out)
{
  if (charter_refs_contain (item->about, who) || dispenses (item, who))
    add_bar (item, "own-matter", item->proposed, out)->party = who;
}

static void
add_interests (const CharterItem *item,
               CharterRef         person,
               const CharterFact *ruled,
               GArray            *out)
{
  const CharterScene *scene = item->scene;
  CharterCursor cursor;

  for (const CharterFact *fact =
         charter_cursor_last (&cursor, scene, person, CHARTER_KIND ("interest-declared"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      CharterRef party = charter_scene_member (scene, fact, "party");
      const char *category = charter_scene_string (scene, fact, "category");
      CharterBar *bar;

      if (charter_scene_member (scene, fact, "person") != person
          || !charter_item_has_interest (item, fact))
        continue;
      bar = add_bar (item, "conflict", fact, out);
      bar->party = party;
      bar->category = category;
      bar->ruled = ruled;
      bar->awaits = policy_of (item)->needs_ruling && ruled == NULL;
      if (bar->awaits)
        bar->ground = "needs-ruling";
    }
}

/* The others found a conflict that nobody declared. */
static void
add_ruling (const CharterItem *item,
            const CharterFact *ruled,
            guint              before,
            GArray            *out)
{
  for (guint i = before; i < out->len; i++)
    if (g_array_index (out, CharterBar, i).ruled == ruled)
      return;
  add_bar (item, "conflict", ruled, out)->ruled = ruled;
}

static void
add_conflicts (const CharterItem *item,
               CharterRef         who,
               GArray            *out)
{
  const CharterFact *ruled = charter_item_ruling (item, who);
  guint before = out->len;

  if (ruled != NULL && !charter_ruling_finds_conflict (item->scene, ruled))
    return;
  if (charter_scene_is_person (item->scene, who))
    add_interests (item, who, ruled, out);
  if (ruled != NULL)
    add_ruling (item, ruled, before, out);
}

static const CharterFact *
last_step (const CharterItem *item,
           CharterRef         person,
           guint16            kind)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, person, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= item->at
        && charter_scene_member (item->scene, fact, "decision") == item->decision
        && charter_scene_member (item->scene, fact, "person") == person)
      return fact;

  return NULL;
}

static void
add_stepping_out (const CharterItem *item,
                  CharterRef         person,
                  GArray            *out)
{
  const CharterFact *stepped_out = last_step (item, person, CHARTER_KIND ("stepped-out"));
  const CharterFact *stepped_in;

  if (stepped_out == NULL)
    return;
  stepped_in = last_step (item, person, CHARTER_KIND ("stepped-in"));
  if (stepped_in == NULL || stepped_in->seq < stepped_out->seq)
    add_bar (item, "withdrew", stepped_out, out);
}

/* A decision that grants a dispensation under `dispensation-by: all` is put to those whom it
 * frees as well: the bars in question do not apply to it. */
static void
add_own_bars (const CharterItem *item,
              CharterRef         who,
              GArray            *out)
{
  guint before = out->len;

  if (policy_of (item)->dispensation_by_all && dispenses (item, who))
    return;
  add_own_matter (item, who, out);
  add_conflicts (item, who, out);
  for (guint i = before; i < out->len; i++)
    dispense (item, who, &g_array_index (out, CharterBar, i));
}

/* What bars a partner bars everyone who acts for it. */
static void
add_bars_of_partners (const CharterItem *item,
                      CharterRef         person,
                      GArray            *out)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_partners_of (item->scene, person, item->at, partners);
  for (guint i = 0; i < partners->len; i++)
    {
      guint before = out->len;

      add_own_bars (item, g_array_index (partners, CharterRef, i), out);
      for (guint j = before; j < out->len; j++)
        dispense (item, person, &g_array_index (out, CharterBar, j));
    }
}

void
charter_item_bars (const CharterItem *item,
                   CharterRef         who,
                   GArray            *out)
{
  if (item->charter == NULL || item->proposed == NULL)
    return;
  add_own_bars (item, who, out);
  if (!charter_scene_is_person (item->scene, who))
    return;
  add_bars_of_partners (item, who, out);
  add_stepping_out (item, who, out);
}

const CharterBar *
charter_bars_from (GArray *bars,
                   guint   from)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const CharterBar *bar = &g_array_index (bars, CharterBar, i);

      if (bar->from & from)
        return bar;
    }

  return NULL;
}
