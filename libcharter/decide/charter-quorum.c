/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* The quorum: base, share or its square root, rounding, which ballots count, required categories,
 * and the floor of the conflict policy. */

#define QUALIFIED_MIN 2

static guint
base_bits (CharterBase base)
{
  switch (base)
    {
    case CHARTER_BASE_MEMBERS:
      return CHARTER_SUM_MEMBERS;
    case CHARTER_BASE_ELIGIBLE:
      return CHARTER_SUM_ELIGIBLE;
    case CHARTER_BASE_PRESENT:
      return CHARTER_SUM_PRESENT;
    case CHARTER_BASE_INVITED:
      return CHARTER_SUM_INVITED;
    case CHARTER_BASE_NONE:
    case CHARTER_BASE_MEAN_ATTENDANCE:
    default:
      return 0;
    }
}

static CharterFraction
rounded (const CharterFraction *exact,
         CharterRound           round)
{
  switch (round)
    {
    case CHARTER_ROUND_UP:
      return CHARTER_FRACTION (charter_fraction_ceil (exact), 1);
    case CHARTER_ROUND_DOWN:
      return CHARTER_FRACTION (charter_fraction_floor (exact), 1);
    case CHARTER_ROUND_NEAREST:
      return CHARTER_FRACTION (charter_fraction_round (exact), 1);
    case CHARTER_ROUND_EXACT:
    default:
      return *exact;
    }
}

gboolean
charter_threshold (const CharterFraction *share,
                   gint64                 base,
                   CharterRound           round,
                   gint64                 plus,
                   CharterFraction       *out)
{
  const CharterFraction whole = CHARTER_FRACTION (base, 1), added = CHARTER_FRACTION (plus, 1);
  CharterFraction part;

  if (!charter_fraction_multiply (share, &whole, &part))
    return FALSE;
  part = rounded (&part, round);

  return charter_fraction_add (&part, &added, out);
}

/* The smallest whole count above the threshold, or not below it. */
static gint64
smallest_count (const CharterFraction *threshold,
                CharterCompare         compare)
{
  gint64 needed = compare == CHARTER_COMPARE_GREATER ? charter_fraction_floor (threshold) + 1
                                                     : charter_fraction_ceil (threshold);

  return MAX (needed, 0);
}

/* Weights or heads; a mean may be no whole number. */
static void
set_base (CharterTally        *self,
          CharterQuorumResult *out)
{
  const CharterQuorumRule *rule = &self->item.rule->quorum;
  CharterBase base = rule->given ? rule->base : CHARTER_BASE_MEMBERS;

  out->base = charter_base_name (base);
  if (base == CHARTER_BASE_MEAN_ATTENDANCE)
    out->base_exact = self->mean;
  else
    out->base_exact = CHARTER_FRACTION (charter_tally_sum (self, base_bits (base), -1,
                                                           rule->by_heads), 1);
  out->base_count = charter_fraction_floor (&out->base_exact);
}

static gboolean
share_needed (const CharterQuorumRule *rule,
              const CharterFraction   *base,
              gint64                  *out)
{
  const CharterFraction plus = CHARTER_FRACTION (rule->plus, 1);
  CharterFraction part, threshold;

  if (rule->sqrt_of)
    return charter_root_needed (&rule->share, base, rule->round, rule->compare, rule->plus, out);
  if (!charter_fraction_multiply (&rule->share, base, &part))
    return FALSE;
  part = rounded (&part, rule->round);
  if (!charter_fraction_add (&part, &plus, &threshold))
    return FALSE;
  *out = smallest_count (&threshold, rule->compare);

  return TRUE;
}

static void
set_needed (CharterTally        *self,
            CharterQuorumResult *out)
{
  const CharterQuorumRule *rule = &self->item.rule->quorum;

  set_base (self, out);
  if (!rule->given)
    return;
  if (!rule->has_share)
    out->needed = smallest_count (&rule->at_least, CHARTER_COMPARE_GREATER_OR_EQUAL);
  else if (!share_needed (rule, &out->base_exact, &out->needed))
    self->overflow = TRUE;
}

/* Where anyone is kept out, the policy may ask that so many be left; a qualified majority
 * asks for two.  0: nothing. */
static gint64
floor_of (const CharterTally *self)
{
  gint64 floor = self->item.charter->conflicts.floor;

  if (!self->anyone_barred)
    return 0;

  return self->qualified ? MAX (floor, QUALIFIED_MIN) : floor;
}

static void
raise_to_floor (CharterQuorumResult *out,
                gint64               floor)
{
  if (out->needed < floor)
    out->needed = out->floor = floor;
}

/* What counts: for the meeting, those who were there when it began. */
static guint
counted_bits (const CharterQuorumRule *rule)
{
  return rule->per_meeting ? CHARTER_SUM_MET : CHARTER_SUM_QUORUM;
}

/* Categories count heads: "at least two with lived experience" means two of them. */
static gint64
count_sort (const CharterTally *self,
            guint               requirement)
{
  const CharterQuorumRule *rule = &self->item.rule->quorum;
  gint64 n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);
      guint64 sorts = rule->per_meeting ? row->met_sorts : row->sorts;

      if (sorts >> requirement & 1 && charter_row_in (self, row, row->vote, counted_bits (rule)))
        n++;
    }

  return n;
}

gboolean
charter_quorum_allows (const CharterQuorumRule *rule,
                       gint64                   counted)
{
  const CharterFraction sum = CHARTER_FRACTION (counted, 1);

  return !rule->has_at_most || charter_fraction_compare (&sum, &rule->at_most) <= 0;
}

static gboolean
check_requirements (CharterTally *self,
                    GArray       *out)
{
  const CharterQuorumRule *rule = &self->item.rule->quorum;
  gboolean all = TRUE;

  for (guint i = 0; i < rule->n_requires; i++)
    {
      CharterRequirementResult row = {
        .constituency = rule->requires_[i].constituency,
        .role = rule->requires_[i].role,
        .needed = charter_fraction_ceil (&rule->requires_[i].at_least),
        .counted = count_sort (self, i),
      };

      row.holds = row.counted >= row.needed;
      all &= row.holds;
      g_array_append_val (out, row);
    }

  return all;
}

/* A floor makes a quorum also where the rule asks for none. */
void
charter_tally_quorum (CharterTally        *self,
                      CharterQuorumResult *out)
{
  const CharterQuorumRule *rule = &self->item.rule->quorum;
  gint64 floor = floor_of (self);
  gboolean required;

  *out = (CharterQuorumResult) {
    .given = rule->given || floor > 0, .holds = TRUE, .base_exact = CHARTER_FRACTION (0, 1)
  };
  out->requires_ = g_array_new (FALSE, FALSE, sizeof (CharterRequirementResult));
  if (!out->given)
    return;
  set_needed (self, out);
  raise_to_floor (out, floor);
  out->counted = charter_tally_sum (self, counted_bits (rule), -1, rule->by_heads);
  required = check_requirements (self, out->requires_);
  out->holds = out->counted >= out->needed && charter_quorum_allows (rule, out->counted) && required
               && !self->no_base;
}

void
charter_quorum_result_clear (CharterQuorumResult *self)
{
  g_clear_pointer (&self->requires_, g_array_unref);
}
