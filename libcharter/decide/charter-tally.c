/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

/* The count: one row a voting unit, and sums over them.  Weights are whole numbers and every
 * sum is exact; one that does not fit makes the result indeterminate. */

#define GROUPS_MAX 64

/* Groups: the constituencies that tests are narrowed to */

static void
collect_groups (CharterTally *self)
{
  const CharterRuleData *rule = self->item.rule;

  for (guint i = 0; i < rule->n_tests; i++)
    {
      const char *constituency = rule->tests[i].constituency;

      if (constituency != NULL && charter_tally_group (self, constituency) < 0
          && self->groups->len < GROUPS_MAX)
        g_ptr_array_add (self->groups, (gpointer) constituency);
    }
}

int
charter_tally_group (const CharterTally *self,
                     const char         *constituency)
{
  for (guint i = 0; constituency != NULL && i < self->groups->len; i++)
    if (strcmp (self->groups->pdata[i], constituency) == 0)
      return (int) i;

  return -1;
}

static guint64
groups_of (const CharterTally *self,
           CharterRef          unit)
{
  guint64 groups = 0;

  for (guint i = 0; i < self->groups->len; i++)
    if (charter_scene_in_constituency (self->item.scene, unit, self->groups->pdata[i],
                                       self->item.at))
      groups |= G_GUINT64_CONSTANT (1) << i;

  return groups;
}

/* Rows */

/* A partner's weight, 1 if none is given; a person has 1. */
static gint64
weight_of (const CharterTally *self,
           CharterRef          unit)
{
  const CharterFact *joined = charter_scene_maker (self->item.scene, unit);

  return charter_node_member_integer (charter_scene_data (self->item.scene, joined), "weight", 1);
}

static void
add_row (CharterTally *self,
         CharterRef    unit,
         gboolean      member)
{
  CharterUnitVote row = {
    .unit = unit,
    .weight = weight_of (self, unit),
    .groups = groups_of (self, unit),
    .member = member,
    .eligible = member,
  };

  g_array_append_val (self->rows, row);
  g_hash_table_insert (self->by_unit, GUINT_TO_POINTER (unit), GUINT_TO_POINTER (self->rows->len));
}

CharterUnitVote *
charter_tally_row (CharterTally *self,
                   CharterRef    unit)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_unit, GUINT_TO_POINTER (unit)));

  return at != 0 ? &g_array_index (self->rows, CharterUnitVote, at - 1) : NULL;
}

/* Somebody of the same affiliation has a row already: they have one vote together. */
static CharterUnitVote *
affiliates_row (CharterTally      *self,
                const CharterItem *then,
                CharterRef         unit)
{
  CharterAffiliation wanted, other;

  if (self->item.rule->fold != CHARTER_FOLD_AFFILIATES)
    return NULL;
  charter_item_affiliation (then, unit, &wanted);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);

      charter_item_affiliation (then, row->unit, &other);
      if (charter_affiliation_compare (&wanted, &other) == 0)
        return row;
    }

  return NULL;
}

static void
share_row (CharterTally *self,
           CharterRef    affiliate,
           CharterRef    unit)
{
  g_hash_table_insert (self->by_unit, GUINT_TO_POINTER (affiliate),
                       g_hash_table_lookup (self->by_unit, GUINT_TO_POINTER (unit)));
}

void
charter_tally_add_voter (CharterTally      *self,
                         const CharterItem *then,
                         CharterRef         unit)
{
  CharterUnitVote *row = charter_tally_row (self, unit);

  if (row == NULL)
    {
      CharterRef head;

      row = affiliates_row (self, then, unit);
      head = row != NULL ? row->unit : charter_item_head (then, unit);
      if (row == NULL)
        add_row (self, head, FALSE);
      share_row (self, unit, head);
      row = charter_tally_row (self, unit);
    }
  row->votes = row->may_count = TRUE;
}

static void
mark (CharterTally *self,
      GArray       *units,
      guint         what)
{
  for (guint i = 0; i < units->len; i++)
    {
      CharterUnitVote *row = charter_tally_row (self, g_array_index (units, CharterRef, i));

      if (what == CHARTER_SUM_ELIGIBLE)
        row->eligible = FALSE;
      else if (what == CHARTER_SUM_QUORUM)
        row->may_count = TRUE;
      else
        row->votes = TRUE;
    }
}

static void
add_rows (CharterTally *self)
{
  const CharterElectorateData *electorate = self->electorate;

  for (guint i = 0; i < electorate->members->len; i++)
    add_row (self, g_array_index (electorate->members, CharterRef, i), TRUE);
  for (guint i = 0; i < electorate->folded->len; i++)
    {
      const CharterFolded *folded = &g_array_index (electorate->folded, CharterFolded, i);

      share_row (self, folded->unit, folded->under);
    }
  mark (self, electorate->removed, CHARTER_SUM_ELIGIBLE);
  mark (self, electorate->quorum, CHARTER_SUM_QUORUM);
  mark (self, electorate->vote, CHARTER_SUM_CAST);
}

static void
find_barred (CharterTally *self)
{
  GArray *excluded = self->electorate->excluded;

  for (guint i = 0; i < excluded->len; i++)
    {
      const CharterExclusionData *row = &g_array_index (excluded, CharterExclusionData, i);

      if (!(row->shown & CHARTER_FROM_UNITS) || !charter_exclusion_is_bar (row))
        continue;
      self->anyone_barred = TRUE;
      self->qualified |= row->qualified;
    }
}

void
charter_tally_init (CharterTally                *self,
                    const CharterScene          *scene,
                    CharterRef                   decision,
                    const CharterDocumentData   *charter,
                    const CharterRuleData       *rule,
                    const CharterElectorateData *electorate,
                    gint64                       electorate_at,
                    gint64                       opens,
                    gint64                       closes,
                    gint64                       until,
                    guint32                      since,
                    gboolean                     open_sealed)
{
  *self = (CharterTally) {
    .electorate = electorate, .opens = opens, .closes = closes, .until = until, .since = since,
    .open_sealed = open_sealed,
  };
  charter_item_init (&self->item, scene, decision, charter, rule, electorate_at);
  if (charter_rule_chooses (self->item.rule))
    self->papers = charter_ballot_papers_new (scene, decision, self->item.rule, opens);
  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterUnitVote));
  self->by_unit = g_hash_table_new (NULL, NULL);
  self->groups = g_ptr_array_new ();
  self->barred = g_array_new (FALSE, FALSE, sizeof (CharterBarredBallot));
  self->objections = g_array_new (FALSE, FALSE, sizeof (CharterObjection));
  collect_groups (self);
  add_rows (self);
  find_barred (self);
  charter_tally_read_ballots (self);
  charter_tally_read_objections (self);
  charter_tally_read_vetoes (self);
  charter_tally_read_presence (self);
  charter_tally_read_meetings (self);
  charter_tally_read_assent (self);
  charter_tally_connect (self);
  charter_tally_settle (self);
  charter_tally_note_folded (self);
}

void
charter_tally_clear (CharterTally *self)
{
  charter_item_clear (&self->item);
  g_clear_pointer (&self->papers, charter_ballot_papers_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->by_unit, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->barred, g_array_unref);
  g_clear_pointer (&self->objections, g_array_unref);
}

/* Sums */

/* Under a regime that counts the conflicted as present, a unit that may not vote counts by
 * being there. */
static gboolean
counts_for_quorum (const CharterTally    *self,
                   const CharterUnitVote *row,
                   CharterVote            vote)
{
  const CharterQuorumRule *rule = &self->item.rule->quorum;
  const guint usual = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN;
  guint counts = rule->given ? rule->counts : usual;

  if (!row->may_count || vote == CHARTER_VOTE_FOLDED)
    return FALSE;
  if (row->attends && (counts & CHARTER_SUM_PRESENT || !row->votes))
    return TRUE;
  if (vote == CHARTER_VOTE_SEALED)
    return (counts & CHARTER_SUM_FOR) && (counts & CHARTER_SUM_AGAINST)
           && (counts & CHARTER_SUM_ABSTAIN);

  return (vote == CHARTER_VOTE_FOR && counts & CHARTER_SUM_FOR)
         || (vote == CHARTER_VOTE_AGAINST && counts & CHARTER_SUM_AGAINST)
         || (vote == CHARTER_VOTE_ABSTAIN && counts & CHARTER_SUM_ABSTAIN)
         || (vote == CHARTER_VOTE_OBJECT && counts & CHARTER_SUM_OBJECT);
}

/* A reasoned objection, by ballot or raised otherwise, which a ballot beside it leaves standing.
 * One that comes from changing a ballot is taken to give its reason; where votes are counted none
 * is asked for. */
static gboolean
objects (const CharterTally    *self,
         const CharterUnitVote *row,
         CharterVote            vote)
{
  const CharterUnitVote *whose = row;

  if (row->raised)
    return TRUE;
  if (vote != CHARTER_VOTE_OBJECT)
    return FALSE;
  if (row->through && vote == row->vote)
    whose = &g_array_index (self->rows, CharterUnitVote, row->root);

  return !(whose->unreasoned && whose->cast == vote
           && charter_rule_hears_objections (self->item.rule));
}

static gboolean
stands_in (const CharterTally    *self,
           const CharterUnitVote *row,
           CharterVote            vote,
           guint                  sum)
{
  switch (sum)
    {
    case CHARTER_SUM_FOR:
      return vote == CHARTER_VOTE_FOR;
    case CHARTER_SUM_AGAINST:
      return vote == CHARTER_VOTE_AGAINST;
    case CHARTER_SUM_ABSTAIN:
      return vote == CHARTER_VOTE_ABSTAIN;
    case CHARTER_SUM_OBJECT:
      return objects (self, row, vote);
    case CHARTER_SUM_SILENT:
      return vote == CHARTER_VOTE_SILENT && row->votes && row->member;
    case CHARTER_SUM_CAST:
      return vote != CHARTER_VOTE_SILENT && vote != CHARTER_VOTE_FOLDED;
    case CHARTER_SUM_PRESENT:
      return row->present;
    case CHARTER_SUM_ELIGIBLE:
      return row->eligible;
    case CHARTER_SUM_MEMBERS:
      return row->member;
    case CHARTER_SUM_QUORUM:
      return counts_for_quorum (self, row, vote);
    case CHARTER_SUM_INVITED:
      return row->invited;
    case CHARTER_SUM_MET:
      return row->met;
    default:
      g_assert_not_reached ();
    }
}

guint
charter_row_in (const CharterTally    *self,
                const CharterUnitVote *row,
                CharterVote            vote,
                guint                  bits)
{
  guint n = 0;

  for (guint bit = CHARTER_SUM_FOR; bit <= CHARTER_SUM_LAST; bit <<= 1)
    if (bits & bit && stands_in (self, row, vote, bit))
      n++;

  return n;
}

gint64
charter_tally_sum (CharterTally *self,
                   guint         bits,
                   int           group,
                   gboolean      by_heads)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);
      gint64 part;

      if (group >= 0 && !(row->groups >> group & 1))
        continue;
      if (__builtin_mul_overflow (by_heads ? 1 : row->weight,
                                  (gint64) charter_row_in (self, row, row->vote, bits), &part)
          || __builtin_add_overflow (sum, part, &sum))
        {
          self->overflow = TRUE;
          return 0;
        }
    }

  return sum;
}

static gint64
sum_of_vote (CharterTally *self,
             CharterVote   vote)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);

      if (row->vote == vote && __builtin_add_overflow (sum, row->weight, &sum))
        self->overflow = TRUE;
    }

  return sum;
}

void
charter_tally_counts (CharterTally  *self,
                      CharterCounts *out)
{
  out->for_ = sum_of_vote (self, CHARTER_VOTE_FOR);
  out->against = sum_of_vote (self, CHARTER_VOTE_AGAINST);
  out->abstain = sum_of_vote (self, CHARTER_VOTE_ABSTAIN);
  out->object = sum_of_vote (self, CHARTER_VOTE_OBJECT);
  out->stand_aside = sum_of_vote (self, CHARTER_VOTE_STAND_ASIDE);
  out->invalid = sum_of_vote (self, CHARTER_VOTE_INVALID);
  out->silent = charter_tally_sum (self, CHARTER_SUM_SILENT, -1, FALSE);
}

gint64
charter_tally_turnout (const CharterTally *self)
{
  gint64 n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);

      if (row->ballot != NULL && row->vote != CHARTER_VOTE_FOLDED)
        n++;
    }

  return n;
}

gboolean
charter_tally_is_uneven (const CharterTally *self)
{
  gint64 weight = -1;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);

      if (row->ballot == NULL)
        continue;
      if (weight >= 0 && row->weight != weight)
        return TRUE;
      weight = row->weight;
    }

  return FALSE;
}
