/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-objects-private.h"

/* The numbers of an outcome: counts, quorum and margin. */

/**
 * charter_outcome_get_counted: (get-property counted)
 * @self: an outcome
 *
 * Tells whether there are counts to show.
 *
 * Returns: %TRUE if there are
 *
 * Since: 0.1
 */
gboolean
charter_outcome_get_counted (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), FALSE);

  return self->decided->counted;
}

/**
 * charter_outcome_get_turnout: (get-property turnout)
 * @self: an outcome
 *
 * Counts the voting units that have cast a ballot.
 *
 * Returns: how many there are; for a secret vote this is all there is before its closing is
 * entered
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_turnout (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->turnout;
}

/**
 * charter_outcome_get_count:
 * @self: an outcome
 * @choice: a choice
 *
 * Gives what the ballots with a choice weigh.
 *
 * Returns: a sum of weights
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_count (CharterOutcome *self,
                           CharterChoice   choice)
{
  const CharterCounts *counts;

  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  counts = &self->decided->counts;
  switch (choice)
    {
    case CHARTER_CHOICE_FOR:
      return counts->for_;
    case CHARTER_CHOICE_AGAINST:
      return counts->against;
    case CHARTER_CHOICE_ABSTAIN:
      return counts->abstain;
    case CHARTER_CHOICE_OBJECT:
      return counts->object;
    case CHARTER_CHOICE_STAND_ASIDE:
      return counts->stand_aside;
    default:
      return 0;
    }
}

/**
 * charter_outcome_get_silent: (get-property silent)
 * @self: an outcome
 *
 * Gives what those weigh who may vote and have not.
 *
 * Returns: a sum of weights
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_silent (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->counts.silent;
}

/**
 * charter_outcome_get_invalid: (get-property invalid)
 * @self: an outcome
 *
 * Gives what the ballots weigh that could not be counted.
 *
 * Returns: a sum of weights
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_invalid (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->counts.invalid;
}

/**
 * charter_outcome_get_quorate: (get-property quorate)
 * @self: an outcome
 *
 * Tells whether the quorum is there.
 *
 * Returns: %TRUE if it is, or if the rule asks for none
 *
 * Since: 0.1
 */
gboolean
charter_outcome_get_quorate (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), FALSE);

  return self->decided->quorate;
}

/**
 * charter_outcome_get_quorum_base: (get-property quorum-base)
 * @self: an outcome
 *
 * Gives what the quorum is taken of.
 *
 * Returns: (nullable): a base such as `members`, or %NULL if the rule asks for no quorum
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_quorum_base (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->decided->quorum.given ? self->decided->quorum.base : NULL;
}

/**
 * charter_outcome_get_quorum_base_count: (get-property quorum-base-count)
 * @self: an outcome
 *
 * Gives how many the base comes to.
 *
 * Returns: a sum of weights, cut to a whole number
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_quorum_base_count (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->quorum.base_count;
}

/**
 * charter_outcome_get_quorum_base_exact: (get-property quorum-base-exact)
 * @self: an outcome
 *
 * Gives how many the base comes to, exactly: a mean attendance may be no whole number.
 *
 * Returns: (nullable): a whole number such as `8` or a fraction such as `13/3`, or %NULL if the
 *   rule asks for no quorum
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_quorum_base_exact (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->quorum_base_exact == NULL && self->decided->quorum.given)
    self->quorum_base_exact = charter_fraction_to_string (&self->decided->quorum.base_exact);

  return self->quorum_base_exact;
}

/**
 * charter_outcome_get_quorum_needed: (get-property quorum-needed)
 * @self: an outcome
 *
 * Gives the smallest number that makes a quorum.
 *
 * Returns: a whole number
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_quorum_needed (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->quorum.needed;
}

/**
 * charter_outcome_get_quorum_counted: (get-property quorum-counted)
 * @self: an outcome
 *
 * Gives how many count towards the quorum.
 *
 * Returns: a sum of weights
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_quorum_counted (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->quorum.counted;
}

/**
 * charter_outcome_get_margin_at_least: (get-property margin-at-least)
 * @self: an outcome
 *
 * Gives how many voters at least would have had to cast otherwise to turn the result.
 *
 * Returns: a number of voters, 0 if no margin is known
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_margin_at_least (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->has_margin ? self->decided->margin_least : 0;
}

/**
 * charter_outcome_get_margin_at_most: (get-property margin-at-most)
 * @self: an outcome
 *
 * Gives how many voters casting otherwise would have been enough to turn the result.
 *
 * Returns: a number of voters, 0 if no such number is known; equal to
 * [property@Charter.Outcome:margin-at-least] where the margin is exact
 *
 * Since: 0.1
 */
gint64
charter_outcome_get_margin_at_most (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), 0);

  return self->decided->has_margin ? self->decided->margin_most : 0;
}

/**
 * charter_outcome_get_margin_change: (get-property margin-change)
 * @self: an outcome
 *
 * Gives the change that would have turned the result: it shows
 * [property@Charter.Outcome:margin-at-most].  Of a choice among options it says who would have been
 * chosen then.
 *
 * Returns: (nullable): words such as `1 from against to for`, or `1 voter casting for cem alone:
 *   then bea is chosen`
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_margin_change (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->decided->margin_change;
}

/**
 * charter_outcome_get_margin_because: (get-property margin-because)
 * @self: an outcome
 *
 * Tells why fewer voters than [property@Charter.Outcome:margin-at-least] cannot turn the result.
 *
 * It is not part of what a closing records; where that cannot be counted again it says no more
 * than that it was worked out then.
 *
 * Returns: (nullable): plain words, or %NULL where nothing is claimed beyond that it takes one, and
 *   where the number is exact because every condition is a sum over voters, as in votes of for
 *   and against
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_margin_because (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->decided->margin_because;
}
