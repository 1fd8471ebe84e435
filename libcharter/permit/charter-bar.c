/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* What keeps a person or a whole partner out of an item: its own matter, a conflict, a
 * ruling, stepping out; and what a dispensation gives back. */

static const CharterConflictPolicy *
policy_of (const CharterItem *item)
{
  return &item->charter->conflicts;
}

static CharterBar *
add_bar (const CharterItem       *item,
         CharterRef               who,
         const char              *ground,
         const CharterRegimeData *regime,
         const char              *clause,
         const CharterFact       *because,
         GArray                  *out)
{
  CharterBar bar = {
    .ground = ground,
    .regime = regime,
    .clause = clause,
    .because = because,
    .from = charter_regime_from (regime),
    .who = who,
  };

  g_array_append_val (out, bar);

  return &g_array_index (out, CharterBar, out->len - 1);
}

static CharterBar *
add_plain_bar (const CharterItem *item,
               CharterRef         who,
               const char        *ground,
               const CharterFact *because,
               GArray            *out)
{
  const CharterConflictPolicy *policy = policy_of (item);

  return add_bar (item, who, ground, &policy->regime, policy->clause, because, out);
}

const CharterRegimeData *
charter_item_regime (const CharterItem  *item,
                     const CharterTrail *trail,
                     const char        **clause)
{
  const CharterConflictPolicy *policy = policy_of (item);

  *clause = policy->clause;
  if (trail->path != NULL)
    {
      if (trail->path->clause != NULL)
        *clause = trail->path->clause;
      return trail->path->regime != NULL ? trail->path->regime : &policy->regime;
    }
  for (guint i = 0; trail->category != NULL && i < policy->n_categories; i++)
    if (strcmp (policy->categories[i].category, trail->category) == 0)
      {
        if (policy->categories[i].clause != NULL)
          *clause = policy->categories[i].clause;
        return policy->categories[i].regime;
      }

  return &policy->regime;
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
    { "be-heard", CHARTER_FROM_HEARING },
    { "be-present", CHARTER_FROM_PRESENCE },
    { "discuss", CHARTER_FROM_DISCUSSION | CHARTER_FROM_PRESENCE | CHARTER_FROM_HEARING },
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
      if (bar->regime->without)
        bits &= ~CHARTER_FROM_UNITS;
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
    add_plain_bar (item, who, "own-matter", item->proposed, out)->party = who;
}

/* A trail that cannot be judged bars nobody for good: the answer is indeterminate. */
static void
add_conflict (const CharterItem  *item,
              const CharterTrail *trail,
              const CharterFact  *ruled,
              GArray             *out)
{
  const char *clause;
  const CharterRegimeData *regime = charter_item_regime (item, trail, &clause);
  CharterBar *bar = add_bar (item, trail->from, "conflict", regime, clause,
                             charter_scene_fact (item->scene, trail->hops[0].edge->seq), out);

  bar->trail = trail;
  bar->party = trail->party;
  bar->category = trail->category;
  bar->ruled = ruled;
  if (ruled != NULL)
    return;
  bar->awaits = policy_of (item)->needs_ruling || regime->by_ruling;
  bar->unbuilt = trail->doubt != CHARTER_DOUBT_NONE;
  if (bar->unbuilt)
    bar->ground = charter_doubt_ground (trail->doubt);
  else if (bar->awaits)
    bar->ground = "needs-ruling";
}

static void
add_trails (const CharterItem *item,
            CharterRef         who,
            const CharterFact *ruled,
            GArray            *out)
{
  g_autoptr(GPtrArray) trails = NULL;
  const CharterEnds ends = charter_edges_of (charter_scene_edges (item->scene), who);

  if (ends.out == 0 && ends.links == 0)
    return;
  trails = g_ptr_array_new ();
  charter_item_trails (item, who, 0, trails);
  for (guint i = 0; i < trails->len; i++)
    add_conflict (item, trails->pdata[i], ruled, out);
}

/* The others found a conflict that nobody declared. */
static void
add_ruling (const CharterItem *item,
            CharterRef         who,
            const CharterFact *ruled,
            guint              before,
            GArray            *out)
{
  for (guint i = before; i < out->len; i++)
    if (g_array_index (out, CharterBar, i).ruled == ruled)
      return;
  add_plain_bar (item, who, "conflict", ruled, out)->ruled = ruled;
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
  add_trails (item, who, ruled, out);
  if (ruled != NULL)
    add_ruling (item, who, ruled, before, out);
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
    add_plain_bar (item, person, "withdrew", stepped_out, out);
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
