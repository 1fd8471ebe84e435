/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

/* Reading ballots: which ones count, for which unit, and what comes of several. */

/* What stands for one unit, or for one person of a partner whose persons cast each for
 * themselves (speaks: last, agreed). */
typedef struct
{
  CharterRef         unit, caster;   /* unit: that of the row */
  CharterRef         affiliate;      /* the one of the row that it was cast for */
  const CharterFact *fact;      /* NULL: withdrawn */
  CharterVote        vote;
  guint              paper;     /* position + 1 of what is said of options, 0 */
  guint              previous;  /* index + 1 of the one before it for the same unit, 0 */
} Standing;

typedef struct
{
  CharterTally *tally;
  GArray       *standing;       /* Standing */
  GHashTable   *by_unit;        /* CharterRef → index + 1 of its newest */
} Reading;

/* Who casts, for which unit */

static CharterRef
member_of (Reading           *reading,
           const CharterFact *fact,
           const char        *name)
{
  return charter_scene_member (reading->tally->item.scene, fact, name);
}

/* A partner as the voter: whoever entered it, if that person acts for it. */
static CharterRef
caster_for_partner (Reading           *reading,
                    const CharterFact *fact,
                    CharterRef         partner)
{
  return charter_scene_acts_for (reading->tally->item.scene, fact->by, partner, fact->at) ? fact->by
                                                                                          : 0;
}

static gboolean
cast_as_one (Reading   *reading,
             CharterRef unit)
{
  const CharterRuleData *rule = reading->tally->item.rule;

  return rule->speaks == CHARTER_SPEAKS_REPRESENTATIVE || rule->unit == CHARTER_UNIT_PERSON
         || charter_scene_is_person (reading->tally->item.scene, unit);
}

/* Leaving out */

static void
leave_out (Reading           *reading,
           const CharterFact *fact,
           CharterRef         caster,
           CharterRef         unit,
           const char        *ground,
           const CharterBar  *bar)
{
  CharterBarredBallot row = {
    .who = caster != 0 ? caster : unit,
    .unit = unit,
    .ballot = fact,
    .ground = ground,
    .from = CHARTER_FROM_VOTE,
  };

  if (bar != NULL)
    {
      row.clause = bar->clause;
      row.because = bar->because;
      row.party = bar->party;
      row.trail = bar->trail;
    }
  g_array_append_val (reading->tally->barred, row);
}

/* The first bar from voting on whoever casts, or on the unit that is cast for. */
static gboolean
find_bar (const CharterItem *item,
          CharterRef         caster,
          CharterRef         unit,
          CharterBar        *out)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterBar *bar;

  if (caster != 0)
    charter_item_bars (item, caster, bars);
  if (unit != 0 && unit != caster)
    charter_item_bars (item, unit, bars);
  bar = charter_bars_from (bars, CHARTER_FROM_VOTE);
  if (bar != NULL)
    *out = *bar;

  return bar != NULL;
}

/* TRUE if the ballot is left out because of a bar at the item's time. */
static gboolean
is_barred (Reading           *reading,
           const CharterItem *item,
           const CharterFact *fact,
           CharterRef         caster,
           CharterRef         unit)
{
  CharterBar bar;

  if (!find_bar (item, caster, unit, &bar))
    return FALSE;
  if (bar.awaits || bar.unbuilt)
    reading->tally->awaits = TRUE;
  leave_out (reading, fact, caster, unit, bar.ground, &bar);

  return TRUE;
}

/* The same when it was cast.  A conflict that still awaited its ruling then is judged as at
 * the electorate's instant. */
static gboolean
was_barred (Reading           *reading,
            const CharterItem *then,
            const CharterFact *fact,
            CharterRef         caster,
            CharterRef         unit)
{
  CharterBar bar;

  if (reading->tally->item.rule->as_at != CHARTER_AS_AT_BALLOT
      && find_bar (then, caster, unit, &bar) && bar.awaits)
    return FALSE;

  return is_barred (reading, then, fact, caster, unit);
}

/* Why somebody had no vote when casting; NULL if the person had. */
static const char *
ground_when_casting (const CharterItem *then,
                     CharterRef         caster,
                     CharterRef         unit)
{
  CharterPermission permission;
  const char *ground;

  if (caster == 0)
    return charter_item_is_unit (then, unit) ? NULL : "not-a-voter";
  charter_permission_check (then->scene, then->charter, caster, "vote", then->decision, FALSE, 0,
                            then->at, &permission);
  if (!permission.allowed)
    return permission.ground;
  if (charter_item_unit_of (then, caster, unit != caster ? unit : 0, &ground, &permission) == unit)
    return NULL;

  return ground != NULL ? ground : "not-a-voter";
}

/* Was the voter entitled when casting? */
static gboolean
was_entitled (Reading           *reading,
              const CharterFact *fact,
              CharterRef         caster,
              CharterRef         unit)
{
  CharterItem then = reading->tally->item;
  const char *ground;

  then.at = fact->at;
  if (was_barred (reading, &then, fact, caster, unit))
    return FALSE;
  ground = ground_when_casting (&then, caster, unit);
  if (ground == NULL)
    return TRUE;
  leave_out (reading, fact, caster, unit, ground, NULL);

  return FALSE;
}

/* Whoever lost the permission since, by a suspension for instance, has no vote at the end;
 * who has left had one for the partner. */
static gboolean
is_permitted (Reading           *reading,
              const CharterFact *fact,
              CharterRef         caster,
              CharterRef         unit)
{
  const CharterItem *item = &reading->tally->item;
  CharterPermission permission;

  if (caster == 0)
    return TRUE;
  charter_permission_check (item->scene, item->charter, caster, "vote", item->decision, FALSE, 0,
                            item->at, &permission);
  if (permission.allowed || strcmp (permission.ground, "not-a-member") == 0)
    return TRUE;
  leave_out (reading, fact, caster, unit, permission.ground, NULL);

  return FALSE;
}

/* Does the voter belong to the electorate of the instant that the rule names? */
static gboolean
belongs (Reading           *reading,
         const CharterFact *fact,
         CharterRef         caster,
         CharterRef         unit)
{
  CharterTally *tally = reading->tally;

  if (tally->item.rule->as_at == CHARTER_AS_AT_BALLOT)
    {
      CharterItem then = tally->item;

      then.at = fact->at;
      charter_tally_add_voter (tally, &then, unit);
      return TRUE;
    }
  if (charter_tally_row (tally, unit) == NULL)
    {
      leave_out (reading, fact, caster, unit,
                 charter_scene_is_current (tally->item.scene, unit, tally->item.at) ? "not-a-voter"
                                                                                   : "not-a-member",
                 NULL);
      return FALSE;
    }

  return !is_barred (reading, &tally->item, fact, caster, unit)
         && is_permitted (reading, fact, caster, unit);
}

static gboolean
is_in_time (Reading           *reading,
            const CharterFact *fact,
            CharterRef         caster,
            CharterRef         unit)
{
  const CharterTally *tally = reading->tally;

  if (charter_item_is_open (tally->item.rule, tally->opens, tally->closes, fact->at))
    return TRUE;
  leave_out (reading, fact, caster, unit, fact->at < tally->opens ? "not-yet-open" : "closed",
             NULL);

  return FALSE;
}

/* What is on the ballot */

static CharterVote
parse_choice (const char *choice)
{
  static const struct { const char *word; CharterVote vote; } words[] = {
    { "abstain", CHARTER_VOTE_ABSTAIN },
    { "against", CHARTER_VOTE_AGAINST },
    { "for", CHARTER_VOTE_FOR },
    { "object", CHARTER_VOTE_OBJECT },
    { "stand-aside", CHARTER_VOTE_STAND_ASIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, choice) == 0)
      return words[i].vote;

  return CHARTER_VOTE_INVALID;
}

/* A ballot without a choice cannot be read by a rule that puts one question. */
static CharterVote
read_vote (Reading           *reading,
           const CharterFact *fact,
           guint             *paper)
{
  const CharterScene *scene = reading->tally->item.scene;
  const CharterNode *choice = charter_node_member (charter_scene_data (scene, fact), "choice");

  *paper = 0;
  if (reading->tally->papers != NULL)
    return charter_tally_read_paper (reading->tally, fact, paper);
  if (choice == NULL)
    return CHARTER_VOTE_INVALID;
  if (choice->type != CHARTER_NODE_STRING)
    {
      if (!reading->tally->open_sealed)
        return CHARTER_VOTE_SEALED;
      choice = charter_scene_opened (scene, fact, "/choice");
      if (!charter_node_is (choice, CHARTER_NODE_STRING))
        {
          reading->tally->unread = TRUE;
          return CHARTER_VOTE_SEALED;
        }
    }

  return parse_choice (choice->string);
}

/* Several ballots */

static guint
newest_standing (Reading   *reading,
                 CharterRef unit)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (reading->by_unit, GUINT_TO_POINTER (unit)));
}

static Standing *
find_standing (Reading   *reading,
               CharterRef unit,
               CharterRef caster)
{
  gboolean as_one = cast_as_one (reading, unit);
  Standing *s;

  for (guint at = newest_standing (reading, unit); at != 0; at = s->previous)
    {
      s = &g_array_index (reading->standing, Standing, at - 1);
      if (as_one || s->caster == caster)
        return s;
    }

  return NULL;
}

/* Has somebody cast for another one of those who have this vote together? */
static gboolean
affiliate_has_cast (Reading   *reading,
                    CharterRef unit,
                    CharterRef affiliate)
{
  const Standing *s;

  for (guint at = newest_standing (reading, unit); at != 0; at = s->previous)
    {
      s = &g_array_index (reading->standing, Standing, at - 1);
      if (s->fact != NULL && s->affiliate != affiliate)
        return TRUE;
    }

  return FALSE;
}

static void
add_standing (Reading           *reading,
              const CharterFact *fact,
              CharterRef         caster,
              CharterRef         unit,
              CharterRef         affiliate)
{
  Standing added = { .unit = unit,
                     .caster = caster,
                     .affiliate = affiliate,
                     .fact = fact,
                     .previous = newest_standing (reading, unit) };

  added.vote = read_vote (reading, fact, &added.paper);
  g_array_append_val (reading->standing, added);
  g_hash_table_insert (reading->by_unit, GUINT_TO_POINTER (unit),
                       GUINT_TO_POINTER (reading->standing->len));
}

/* Affiliates with one vote cast it as if one had cast all their ballots, unless all have to
 * agree. */
static gboolean
is_refused_again (Reading        *reading,
                  const Standing *before,
                  CharterRef      unit,
                  CharterRef      affiliate)
{
  const CharterRuleData *rule = reading->tally->item.rule;

  return rule->recast == CHARTER_RECAST_REFUSED
         && ((before != NULL && before->fact != NULL)
             || (rule->speaks != CHARTER_SPEAKS_AGREED
                 && affiliate_has_cast (reading, unit, affiliate)));
}

static void
cast (Reading           *reading,
      const CharterFact *fact,
      CharterRef         caster,
      CharterRef         unit,
      CharterRef         affiliate)
{
  Standing *before = find_standing (reading, unit, caster);
  CharterRecast recast = reading->tally->item.rule->recast;

  if (is_refused_again (reading, before, unit, affiliate))
    {
      leave_out (reading, fact, caster, unit, "already-voted", NULL);
      return;
    }
  if (before == NULL)
    {
      add_standing (reading, fact, caster, unit, affiliate);
      return;
    }
  before->vote = read_vote (reading, fact, &before->paper);
  if (before->fact != NULL && recast == CHARTER_RECAST_INVALID)
    {
      before->vote = CHARTER_VOTE_INVALID;
      before->paper = 0;
    }
  before->fact = fact;
  before->caster = caster;
  before->affiliate = affiliate;
}

static void
take_back (Reading   *reading,
           CharterRef caster,
           CharterRef unit)
{
  Standing *before = find_standing (reading, unit, caster);

  if (before != NULL)
    before->fact = NULL;
}

/* The one that a ballot or its withdrawal is for, alone or with affiliates; 0 where it says
 * for none. */
static CharterRef
resolve (Reading           *reading,
         const CharterFact *fact,
         CharterRef        *caster,
         const char       **ground)
{
  CharterItem then = reading->tally->item;
  CharterRef voter = member_of (reading, fact, "voter"), wanted = member_of (reading, fact, "for");
  CharterPermission why;

  *ground = NULL;
  if (charter_scene_is_partner (then.scene, voter))
    {
      *caster = caster_for_partner (reading, fact, voter);
      return voter;
    }
  *caster = voter;
  if (then.rule->unit == CHARTER_UNIT_PERSON)
    return voter;
  if (wanted != 0)
    return wanted;
  then.at = fact->at;

  return charter_item_unit_of (&then, voter, 0, ground, &why);
}

static void
read_cast (Reading           *reading,
           const CharterFact *fact)
{
  const char *ground;
  CharterRef caster, unit = resolve (reading, fact, &caster, &ground);

  if (unit == 0)
    {
      CharterItem then = reading->tally->item;

      then.at = fact->at;
      if (!was_barred (reading, &then, fact, caster, 0))
        leave_out (reading, fact, caster, 0, ground != NULL ? ground : "not-a-voter", NULL);
      return;
    }
  if (is_in_time (reading, fact, caster, unit) && was_entitled (reading, fact, caster, unit)
      && belongs (reading, fact, caster, unit))
    cast (reading, fact, caster, charter_tally_row (reading->tally, unit)->unit, unit);
}

static void
read_withdrawal (Reading           *reading,
                 const CharterFact *fact)
{
  const char *ground;
  CharterRef caster, unit = resolve (reading, fact, &caster, &ground);
  CharterTally *tally = reading->tally;
  const CharterUnitVote *row = unit != 0 ? charter_tally_row (tally, unit) : NULL;

  if (row != NULL
      && charter_item_is_open (tally->item.rule, tally->opens, tally->closes, fact->at))
    take_back (reading, caster, row->unit);
}

/* A second ballot of affiliates with one vote, where casting twice makes it invalid. */
static void
spoil (Reading  *reading,
       Standing *standing)
{
  const CharterRuleData *rule = reading->tally->item.rule;

  if (rule->recast != CHARTER_RECAST_INVALID || rule->speaks == CHARTER_SPEAKS_AGREED
      || !affiliate_has_cast (reading, standing->unit, standing->affiliate))
    return;
  standing->vote = CHARTER_VOTE_INVALID;
  standing->paper = 0;
}

static gboolean
gives_reason (Reading           *reading,
              const CharterFact *fact)
{
  return charter_node_member (charter_scene_data (reading->tally->item.scene, fact), "reason")
         != NULL;
}

/* Of several that stand for one row the last speaks; of those that agree the first, or the first
 * that gives a reason. */
static gboolean
goes_before (Reading               *reading,
             const CharterUnitVote *row,
             const Standing        *standing)
{
  if (reading->tally->item.rule->speaks != CHARTER_SPEAKS_AGREED)
    return row->ballot->seq > standing->fact->seq;

  return gives_reason (reading, row->ballot) || !gives_reason (reading, standing->fact);
}

/* From persons to units: the last of a partner's persons speaks, or all must agree. */
static void
settle (Reading  *reading,
        Standing *standing)
{
  CharterUnitVote *row = charter_tally_row (reading->tally, standing->unit);
  gboolean agreed = reading->tally->item.rule->speaks == CHARTER_SPEAKS_AGREED;

  spoil (reading, standing);
  if (row->ballot != NULL && agreed
      && (row->own != standing->vote
          || !charter_tally_same_paper (reading->tally, row->own_paper, standing->paper)))
    {
      row->own = CHARTER_VOTE_INVALID;
      row->own_paper = 0;
      return;
    }
  if (row->ballot != NULL && goes_before (reading, row, standing))
    return;
  row->ballot = standing->fact;
  row->caster = standing->caster;
  row->own = standing->vote;
  row->own_paper = standing->paper;
}

static void
collect (CharterTally *tally,
         guint16       kind,
         GPtrArray    *out)
{
  charter_scene_collect (tally->item.scene, tally->item.decision, kind, out);
}

static int
compare_seq (gconstpointer a,
             gconstpointer b)
{
  const CharterFact *x = *(const CharterFact *const *) a, *y = *(const CharterFact *const *) b;

  return x->seq < y->seq ? -1 : x->seq > y->seq;
}

void
charter_tally_read_ballots (CharterTally *self)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  g_autoptr(GArray) standing = g_array_new (FALSE, FALSE, sizeof (Standing));
  g_autoptr(GHashTable) by_unit = g_hash_table_new (NULL, NULL);
  Reading reading = { self, standing, by_unit };

  collect (self, CHARTER_KIND ("ballot-cast"), facts);
  collect (self, CHARTER_KIND ("ballot-withdrawn"), facts);
  g_ptr_array_sort (facts, compare_seq);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];

      if (fact->seq <= self->since || fact->at > self->until)
        continue;
      if (fact->kind == CHARTER_KIND ("ballot-cast"))
        read_cast (&reading, fact);
      else
        read_withdrawal (&reading, fact);
    }
  if (self->papers != NULL)
    charter_ballot_papers_finish (self->papers);
  for (guint i = 0; i < standing->len; i++)
    if (g_array_index (standing, Standing, i).fact != NULL)
      settle (&reading, &g_array_index (standing, Standing, i));
  for (guint i = 0; i < self->rows->len; i++)
    {
      CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);

      /* Also where whoever cast it has left since, and nobody else is there. */
      row->votes |= row->ballot != NULL;
      row->cast = row->own;
    }
}
