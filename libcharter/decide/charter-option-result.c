/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-objects-private.h"

/**
 * CharterOptionResult:
 *
 * How one option of a decision came out: what it has, whether it was dropped, and its place.
 *
 * Since: 0.1
 */
struct _CharterOptionResult
{
  GObject parent_instance;

  char    *id;
  gint64   votes_for;
  gint64   votes_against;
  gint64   first;
  char    *score;
  gint64   quorum_needed;
  gint64   quorum_counted;
  gboolean quorate;
  char    *dropped;
  gint64   place;
  gboolean won;
};

typedef enum
{
  PROP_ID = 1,
  PROP_VOTES_FOR,
  PROP_VOTES_AGAINST,
  PROP_FIRST,
  PROP_SCORE,
  PROP_QUORUM_NEEDED,
  PROP_QUORUM_COUNTED,
  PROP_QUORATE,
  PROP_DROPPED,
  PROP_PLACE,
  PROP_WON
} CharterOptionResultProperty;

#define N_PROPS (PROP_WON + 1)
#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterOptionResult, charter_option_result, G_TYPE_OBJECT)

static void
charter_option_result_finalize (GObject *object)
{
  CharterOptionResult *self = CHARTER_OPTION_RESULT (object);

  g_free (self->id);
  g_free (self->score);
  g_free (self->dropped);

  G_OBJECT_CLASS (charter_option_result_parent_class)->finalize (object);
}

static void
charter_option_result_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CharterOptionResult *self = CHARTER_OPTION_RESULT (object);

  switch ((CharterOptionResultProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_VOTES_FOR:
      g_value_set_int64 (value, self->votes_for);
      break;
    case PROP_VOTES_AGAINST:
      g_value_set_int64 (value, self->votes_against);
      break;
    case PROP_FIRST:
      g_value_set_int64 (value, self->first);
      break;
    case PROP_SCORE:
      g_value_set_string (value, self->score);
      break;
    case PROP_QUORUM_NEEDED:
      g_value_set_int64 (value, self->quorum_needed);
      break;
    case PROP_QUORUM_COUNTED:
      g_value_set_int64 (value, self->quorum_counted);
      break;
    case PROP_QUORATE:
      g_value_set_boolean (value, self->quorate);
      break;
    case PROP_DROPPED:
      g_value_set_string (value, self->dropped);
      break;
    case PROP_PLACE:
      g_value_set_int64 (value, self->place);
      break;
    case PROP_WON:
      g_value_set_boolean (value, self->won);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_counts (void)
{
  /**
   * CharterOptionResult:id: (getter get_id)
   *
   * The id of the option.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOptionResult:votes-for: (getter get_votes_for)
   *
   * What the ballots weigh that put it over the default option or, where the rule has none,
   * that name it.
   *
   * Since: 0.1
   */
  properties[PROP_VOTES_FOR] =
    g_param_spec_int64 ("votes-for", NULL, NULL, G_MININT64, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOptionResult:votes-against: (getter get_votes_against)
   *
   * What the ballots weigh that put it under the default option.
   *
   * Since: 0.1
   */
  properties[PROP_VOTES_AGAINST] =
    g_param_spec_int64 ("votes-against", NULL, NULL, G_MININT64, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOptionResult:first: (getter get_first)
   *
   * What the ballots weigh on which it stands alone at the top.
   *
   * Since: 0.1
   */
  properties[PROP_FIRST] =
    g_param_spec_int64 ("first", NULL, NULL, G_MININT64, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOptionResult:score: (getter get_score)
   *
   * What it comes to where the method adds up, exact; %NULL where it does not.
   *
   * Since: 0.1
   */
  properties[PROP_SCORE] = g_param_spec_string ("score", NULL, NULL, NULL, FLAGS);
}

static void
install_results (void)
{
  /**
   * CharterOptionResult:quorum-needed: (getter get_quorum_needed)
   *
   * What the option needs where the quorum is one of each option, else 0.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM_NEEDED] =
    g_param_spec_int64 ("quorum-needed", NULL, NULL, G_MININT64, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOptionResult:quorum-counted: (getter get_quorum_counted)
   *
   * What is counted towards it where the quorum is one of each option, else 0.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM_COUNTED] =
    g_param_spec_int64 ("quorum-counted", NULL, NULL, G_MININT64, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOptionResult:quorate: (getter get_quorate)
   *
   * Whether it has its quorum; %TRUE too where the rule has no quorum of each option.
   *
   * Since: 0.1
   */
  properties[PROP_QUORATE] = g_param_spec_boolean ("quorate", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterOptionResult:dropped: (getter get_dropped)
   *
   * Why it was dropped before the method ran: `quorum`, the id of an option test, or
   * `not-seconded` for one that was never offered as too few seconded it; %NULL if it was not.
   *
   * Since: 0.1
   */
  properties[PROP_DROPPED] = g_param_spec_string ("dropped", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOptionResult:place: (getter get_place)
   *
   * Its place in the ranking from 1, tied options having the same; 0 if it has none.
   *
   * Since: 0.1
   */
  properties[PROP_PLACE] =
    g_param_spec_int64 ("place", NULL, NULL, G_MININT64, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOptionResult:won: (getter get_won)
   *
   * Whether it is among the winners.
   *
   * Since: 0.1
   */
  properties[PROP_WON] = g_param_spec_boolean ("won", NULL, NULL, FALSE, FLAGS);
}

static void
charter_option_result_class_init (CharterOptionResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_option_result_finalize;
  object_class->get_property = charter_option_result_get_property;
  install_counts ();
  install_results ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_option_result_init (CharterOptionResult *self)
{
}

CharterOptionResult *
charter_option_result_new (const CharterChoosing *choosing,
                           guint                  option)
{
  CharterOptionResult *self = g_object_new (CHARTER_TYPE_OPTION_RESULT, NULL);
  const CharterOptionRow *row = charter_choosing_row (choosing, option);
  gboolean per_option = choosing->terms.per_option && (int) option != choosing->default_;

  self->id = g_strdup (row->id);
  self->votes_for = (int) option != choosing->default_ ? row->for_ : 0;
  self->votes_against = row->against;
  self->first = row->first;
  self->score = row->has_score ? charter_fraction_to_string (&row->score) : NULL;
  self->quorum_needed = per_option ? choosing->needed : 0;
  self->quorum_counted = per_option ? row->counted : 0;
  self->quorate = row->quorate;
  self->dropped = g_strdup (row->dropped);
  self->place = row->layer != CHARTER_NO_LAYER ? (gint64) row->layer + 1 : 0;
  self->won = charter_choosing_won (choosing, option);

  return self;
}

/**
 * charter_option_result_get_id: (get-property id)
 * @self: an option
 *
 * Gives the id of the option.
 *
 * Returns: the id that the proposal gives it
 *
 * Since: 0.1
 */
const char *
charter_option_result_get_id (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), NULL);

  return self->id;
}

/**
 * charter_option_result_get_votes_for: (get-property votes-for)
 * @self: an option
 *
 * Gives what the ballots weigh that put the option over the default option or, where the rule
 * has none, that name it.
 *
 * Returns: a sum of weights; 0 for the default option itself
 *
 * Since: 0.1
 */
gint64
charter_option_result_get_votes_for (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), 0);

  return self->votes_for;
}

/**
 * charter_option_result_get_votes_against: (get-property votes-against)
 * @self: an option
 *
 * Gives what the ballots weigh that put the option under the default option.
 *
 * Returns: a sum of weights; 0 where the rule has no default option
 *
 * Since: 0.1
 */
gint64
charter_option_result_get_votes_against (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), 0);

  return self->votes_against;
}

/**
 * charter_option_result_get_first: (get-property first)
 * @self: an option
 *
 * Gives what the ballots weigh on which the option stands alone at the top.
 *
 * Returns: a sum of weights
 *
 * Since: 0.1
 */
gint64
charter_option_result_get_first (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), 0);

  return self->first;
}

/**
 * charter_option_result_get_score: (get-property score)
 * @self: an option
 *
 * Gives what the option comes to where the method adds up: approvals, scores, or points.
 *
 * Returns: (nullable): a whole number as `5`, or a fraction as `7/2`
 *
 * Since: 0.1
 */
const char *
charter_option_result_get_score (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), NULL);

  return self->score;
}

/**
 * charter_option_result_get_quorum_needed: (get-property quorum-needed)
 * @self: an option
 *
 * Gives what the option needs where the quorum is one of each option.
 *
 * Returns: a whole number; 0 where the rule has no such quorum
 *
 * Since: 0.1
 */
gint64
charter_option_result_get_quorum_needed (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), 0);

  return self->quorum_needed;
}

/**
 * charter_option_result_get_quorum_counted: (get-property quorum-counted)
 * @self: an option
 *
 * Gives what is counted towards the quorum of the option.
 *
 * Returns: a whole number; 0 where the rule has no such quorum
 *
 * Since: 0.1
 */
gint64
charter_option_result_get_quorum_counted (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), 0);

  return self->quorum_counted;
}

/**
 * charter_option_result_get_quorate: (get-property quorate)
 * @self: an option
 *
 * Tells whether the option has its quorum.
 *
 * Returns: %TRUE if it has, and where the rule has no quorum of each option
 *
 * Since: 0.1
 */
gboolean
charter_option_result_get_quorate (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), FALSE);

  return self->quorate;
}

/**
 * charter_option_result_get_dropped: (get-property dropped)
 * @self: an option
 *
 * Tells why the option was dropped before the method ran.
 *
 * Returns: (nullable): `quorum`, the id of an option test, or `not-seconded` for one that was never
 *   offered as too few seconded it
 *
 * Since: 0.1
 */
const char *
charter_option_result_get_dropped (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), NULL);

  return self->dropped;
}

/**
 * charter_option_result_get_place: (get-property place)
 * @self: an option
 *
 * Gives the place of the option in the ranking.
 *
 * Returns: its place from 1, the same for options that are tied; 0 if it has none
 *
 * Since: 0.1
 */
gint64
charter_option_result_get_place (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), 0);

  return self->place;
}

/**
 * charter_option_result_get_won: (get-property won)
 * @self: an option
 *
 * Tells whether the option is among the winners.
 *
 * Returns: %TRUE if it is
 *
 * Since: 0.1
 */
gboolean
charter_option_result_get_won (CharterOptionResult *self)
{
  g_return_val_if_fail (CHARTER_IS_OPTION_RESULT (self), FALSE);

  return self->won;
}
