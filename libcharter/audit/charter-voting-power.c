/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-voting-power-private.h"

/**
 * CharterVotingPower:
 *
 * How often the vote of one voter decides under one rule.
 *
 * It is reckoned over all ways in which everybody could vote for or against one motion, nobody
 * being away: coalitions that carry with the vote and would not without. Fractions are exact.
 *
 * Since: 0.1
 */
struct _CharterVotingPower
{
  GObject parent_instance;

  char    *rule, *voter, *shapley, *banzhaf, *penrose, *swings;
  gint64   weight;
  gboolean blocks, decides;
};

typedef enum
{
  PROP_RULE = 1,
  PROP_VOTER,
  PROP_WEIGHT,
  PROP_SHAPLEY,
  PROP_BANZHAF,
  PROP_PENROSE,
  PROP_SWINGS,
  PROP_BLOCKS,
  PROP_DECIDES
} CharterVotingPowerProperty;

#define N_PROPS (PROP_DECIDES + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterVotingPower, charter_voting_power, G_TYPE_OBJECT)

static void
charter_voting_power_finalize (GObject *object)
{
  CharterVotingPower *self = CHARTER_VOTING_POWER (object);

  g_free (self->rule);
  g_free (self->voter);
  g_free (self->shapley);
  g_free (self->banzhaf);
  g_free (self->penrose);
  g_free (self->swings);

  G_OBJECT_CLASS (charter_voting_power_parent_class)->finalize (object);
}

static void
charter_voting_power_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CharterVotingPower *self = CHARTER_VOTING_POWER (object);

  switch ((CharterVotingPowerProperty) id)
    {
    case PROP_RULE:
      g_value_set_string (value, self->rule);
      break;
    case PROP_VOTER:
      g_value_set_string (value, self->voter);
      break;
    case PROP_WEIGHT:
      g_value_set_int64 (value, self->weight);
      break;
    case PROP_SHAPLEY:
      g_value_set_string (value, self->shapley);
      break;
    case PROP_BANZHAF:
      g_value_set_string (value, self->banzhaf);
      break;
    case PROP_PENROSE:
      g_value_set_string (value, self->penrose);
      break;
    case PROP_SWINGS:
      g_value_set_string (value, self->swings);
      break;
    case PROP_BLOCKS:
      g_value_set_boolean (value, self->blocks);
      break;
    case PROP_DECIDES:
      g_value_set_boolean (value, self->decides);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static void
install_indices (void)
{
  /**
   * CharterVotingPower:shapley: (getter get_shapley)
   *
   * In how many of the orders in which all could come to agree this vote is the one that
   * carries: the index of Shapley and Shubik (1954). A fraction such as `7/30`; over all voters
   * of a rule they add up to 1.
   *
   * Since: 0.1
   */
  properties[PROP_SHAPLEY] = g_param_spec_string ("shapley", NULL, NULL, NULL, FLAGS);

  /**
   * CharterVotingPower:banzhaf: (getter get_banzhaf)
   *
   * Its part of all swings: the normalised index of Banzhaf (1965). A fraction; over all voters
   * of a rule they add up to 1.
   *
   * Since: 0.1
   */
  properties[PROP_BANZHAF] = g_param_spec_string ("banzhaf", NULL, NULL, NULL, FLAGS);

  /**
   * CharterVotingPower:penrose: (getter get_penrose)
   *
   * How likely it is that the vote decides where each of the others votes either way as a coin
   * falls: the measure of Penrose (1946).
   *
   * Since: 0.1
   */
  properties[PROP_PENROSE] = g_param_spec_string ("penrose", NULL, NULL, NULL, FLAGS);

  /**
   * CharterVotingPower:swings: (getter get_swings)
   *
   * In how many of the ways in which the others can vote this vote decides: the raw index of
   * Banzhaf, a whole number of any size.
   *
   * Since: 0.1
   */
  properties[PROP_SWINGS] = g_param_spec_string ("swings", NULL, NULL, NULL, FLAGS);
}

static void
charter_voting_power_class_init (CharterVotingPowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_voting_power_finalize;
  object_class->get_property = charter_voting_power_get_property;

  /**
   * CharterVotingPower:rule: (getter get_rule)
   *
   * The id of the rule.
   *
   * Since: 0.1
   */
  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, FLAGS);

  /**
   * CharterVotingPower:voter: (getter get_voter)
   *
   * The voter: a partner or person of the record, as the caller calls it, or `voter-1` and so
   * on.
   *
   * Since: 0.1
   */
  properties[PROP_VOTER] = g_param_spec_string ("voter", NULL, NULL, NULL, FLAGS);

  /**
   * CharterVotingPower:weight: (getter get_weight)
   *
   * The weight of the vote.
   *
   * Since: 0.1
   */
  properties[PROP_WEIGHT] = g_param_spec_int64 ("weight", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterVotingPower:blocks: (getter get_blocks)
   *
   * Whether nothing is carried against this vote.
   *
   * Since: 0.1
   */
  properties[PROP_BLOCKS] = g_param_spec_boolean ("blocks", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterVotingPower:decides: (getter get_decides)
   *
   * Whether this vote alone carries, and nothing is carried against it.
   *
   * Since: 0.1
   */
  properties[PROP_DECIDES] = g_param_spec_boolean ("decides", NULL, NULL, FALSE, FLAGS);

  install_indices ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_voting_power_init (CharterVotingPower *self)
{
}

CharterVotingPower *
charter_voting_power_new (const char         *rule,
                          const char         *voter,
                          gint64              weight,
                          const CharterPower *power,
                          guint               index)
{
  CharterVotingPower *self = g_object_new (CHARTER_TYPE_VOTING_POWER, NULL);

  self->rule = g_strdup (rule);
  self->voter = g_strdup (voter);
  self->weight = weight;
  self->shapley = charter_power_shapley (power, index);
  self->banzhaf = charter_power_banzhaf (power, index);
  self->penrose = charter_power_penrose (power, index);
  self->swings = charter_power_swings (power, index);
  self->blocks = power->veto[index];
  self->decides = power->dictator == (int) index;

  return self;
}

void
charter_voting_power_build (CharterVotingPower *self,
                            CharterBuilder     *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "rule", self->rule);
  charter_builder_set_string (builder, "voter", self->voter);
  charter_builder_set_integer (builder, "weight", self->weight);
  charter_builder_set_string (builder, "shapley", self->shapley);
  charter_builder_set_string (builder, "banzhaf", self->banzhaf);
  charter_builder_set_string (builder, "penrose", self->penrose);
  charter_builder_set_string (builder, "swings", self->swings);
  charter_builder_set_boolean (builder, "blocks", self->blocks);
  charter_builder_set_boolean (builder, "decides", self->decides);
  charter_builder_end (builder);
}

/**
 * charter_voting_power_get_rule: (get-property rule)
 * @self: the power of a voter
 *
 * Gives the rule.
 *
 * Returns: the id of a rule
 *
 * Since: 0.1
 */
const char *
charter_voting_power_get_rule (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), NULL);

  return self->rule;
}

/**
 * charter_voting_power_get_voter: (get-property voter)
 * @self: the power of a voter
 *
 * Gives the voter.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_voting_power_get_voter (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), NULL);

  return self->voter;
}

/**
 * charter_voting_power_get_weight: (get-property weight)
 * @self: the power of a voter
 *
 * Gives the weight of the vote.
 *
 * Returns: a whole number
 *
 * Since: 0.1
 */
gint64
charter_voting_power_get_weight (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), 0);

  return self->weight;
}

/**
 * charter_voting_power_get_shapley: (get-property shapley)
 * @self: the power of a voter
 *
 * Gives the index of Shapley and Shubik.
 *
 * Returns: an exact fraction, in lowest terms
 *
 * Since: 0.1
 */
const char *
charter_voting_power_get_shapley (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), NULL);

  return self->shapley;
}

/**
 * charter_voting_power_get_banzhaf: (get-property banzhaf)
 * @self: the power of a voter
 *
 * Gives the normalised index of Banzhaf.
 *
 * Returns: an exact fraction, in lowest terms
 *
 * Since: 0.1
 */
const char *
charter_voting_power_get_banzhaf (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), NULL);

  return self->banzhaf;
}

/**
 * charter_voting_power_get_penrose: (get-property penrose)
 * @self: the power of a voter
 *
 * Gives the measure of Penrose.
 *
 * Returns: an exact fraction, in lowest terms
 *
 * Since: 0.1
 */
const char *
charter_voting_power_get_penrose (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), NULL);

  return self->penrose;
}

/**
 * charter_voting_power_get_swings: (get-property swings)
 * @self: the power of a voter
 *
 * Gives the raw index of Banzhaf.
 *
 * Returns: a whole number, of any size
 *
 * Since: 0.1
 */
const char *
charter_voting_power_get_swings (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), NULL);

  return self->swings;
}

/**
 * charter_voting_power_get_blocks: (get-property blocks)
 * @self: the power of a voter
 *
 * Says whether nothing is carried against this vote.
 *
 * Returns: %TRUE if it can block alone
 *
 * Since: 0.1
 */
gboolean
charter_voting_power_get_blocks (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), FALSE);

  return self->blocks;
}

/**
 * charter_voting_power_get_decides: (get-property decides)
 * @self: the power of a voter
 *
 * Says whether this vote alone decides.
 *
 * Returns: %TRUE if nobody else matters
 *
 * Since: 0.1
 */
gboolean
charter_voting_power_get_decides (CharterVotingPower *self)
{
  g_return_val_if_fail (CHARTER_IS_VOTING_POWER (self), FALSE);

  return self->decides;
}
