/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-objects-private.h"

#include "decide/charter-decide-work-private.h"
#include "state/charter-view-private.h"

/**
 * CharterOutcome:
 *
 * The answer to *What was decided?*: how a decision stands at one instant, and why.
 *
 * Before voting closes [property@Charter.Outcome:result] is pending while the counts show the
 * count so far. From the closing instant on it is that of the count. Once a
 * `decision-closed` has been entered the outcome is what that entry recorded, for good; where
 * counting again with what is known now would give something else, the outcome is
 * [property@Charter.Outcome:disputed].
 *
 * All numbers are exact. Sums add up the weights of voting units, which are 1 unless a
 * partner has another.
 *
 * ```c
 * g_autoptr(CharterOutcome) outcome =
 *   charter_view_decide (view, "grant-12", "2026-03-16T12:00:00Z", &error);
 * g_print ("%s\n", charter_outcome_get_summary (outcome));
 * ```
 *
 * Since: 0.1
 */

typedef enum
{
  PROP_DECISION = 1,
  PROP_AT,
  PROP_STATE,
  PROP_RESULT,
  PROP_OPENS,
  PROP_CLOSES,
  PROP_COUNTED,
  PROP_TURNOUT,
  PROP_SILENT,
  PROP_INVALID,
  PROP_QUORATE,
  PROP_QUORUM_BASE,
  PROP_QUORUM_BASE_COUNT,
  PROP_QUORUM_BASE_EXACT,
  PROP_QUORUM_NEEDED,
  PROP_QUORUM_COUNTED,
  PROP_TESTS,
  PROP_EXCLUDED,
  PROP_DELEGATIONS,
  PROP_DISSENT,
  PROP_SERVES,
  PROP_REMEDIES,
  PROP_BUNDLED,
  PROP_TAKEN_OUT,
  PROP_REASONS,
  PROP_MARGIN_AT_LEAST,
  PROP_MARGIN_AT_MOST,
  PROP_MARGIN_CHANGE,
  PROP_MARGIN_BECAUSE,
  PROP_MODE,
  PROP_DISPUTED,
  PROP_RECOUNT,
  PROP_FLAGGED,
  PROP_SUMMARY
} CharterOutcomeProperty;

#define N_PROPS (PROP_SUMMARY + 1)
#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterOutcome, charter_outcome, G_TYPE_OBJECT)

static void
charter_outcome_finalize (GObject *object)
{
  CharterOutcome *self = CHARTER_OUTCOME (object);

  g_clear_pointer (&self->decided, charter_decided_free);
  g_clear_pointer (&self->state, charter_state_unref);
  g_free (self->at);
  g_free (self->opens);
  g_free (self->closes);
  charter_outcome_clear_times (self);
  g_free (self->summary);
  g_clear_object (&self->tests);
  g_clear_object (&self->excluded);
  g_clear_object (&self->flagged);
  g_clear_object (&self->reasons);
  g_clear_object (&self->delegations);
  g_clear_object (&self->dissent);
  g_clear_object (&self->serves);
  g_free (self->quorum_base_exact);
  g_strfreev (self->remedies);
  g_strfreev (self->bundled);
  g_strfreev (self->taken_out);
  charter_outcome_clear_choice (self);

  G_OBJECT_CLASS (charter_outcome_parent_class)->finalize (object);
}

static void
get_later_property (CharterOutcome         *self,
                    CharterOutcomeProperty  id,
                    GValue                 *value)
{
  switch (id)
    {
    case PROP_QUORUM_NEEDED:
      g_value_set_int64 (value, charter_outcome_get_quorum_needed (self));
      break;
    case PROP_QUORUM_COUNTED:
      g_value_set_int64 (value, charter_outcome_get_quorum_counted (self));
      break;
    case PROP_TESTS:
      g_value_set_object (value, charter_outcome_get_tests (self));
      break;
    case PROP_EXCLUDED:
      g_value_set_object (value, charter_outcome_get_excluded (self));
      break;
    case PROP_DELEGATIONS:
      g_value_set_object (value, charter_outcome_get_delegations (self));
      break;
    case PROP_DISSENT:
      g_value_set_object (value, charter_outcome_get_dissent (self));
      break;
    case PROP_SERVES:
      g_value_set_object (value, charter_outcome_get_serves (self));
      break;
    case PROP_QUORUM_BASE_EXACT:
      g_value_set_string (value, charter_outcome_get_quorum_base_exact (self));
      break;
    case PROP_REMEDIES:
      g_value_set_boxed (value, charter_outcome_get_remedies (self));
      break;
    case PROP_BUNDLED:
      g_value_set_boxed (value, charter_outcome_get_bundled (self));
      break;
    case PROP_TAKEN_OUT:
      g_value_set_boxed (value, charter_outcome_get_taken_out (self));
      break;
    case PROP_REASONS:
      g_value_set_object (value, charter_outcome_get_reasons (self));
      break;
    case PROP_MARGIN_AT_LEAST:
      g_value_set_int64 (value, charter_outcome_get_margin_at_least (self));
      break;
    case PROP_MARGIN_AT_MOST:
      g_value_set_int64 (value, charter_outcome_get_margin_at_most (self));
      break;
    case PROP_MARGIN_CHANGE:
      g_value_set_string (value, charter_outcome_get_margin_change (self));
      break;
    case PROP_MARGIN_BECAUSE:
      g_value_set_string (value, charter_outcome_get_margin_because (self));
      break;
    case PROP_MODE:
      g_value_set_string (value, charter_outcome_get_mode (self));
      break;
    case PROP_DISPUTED:
      g_value_set_boolean (value, charter_outcome_get_disputed (self));
      break;
    case PROP_RECOUNT:
      g_value_set_enum (value, (int) charter_outcome_get_recount (self));
      break;
    case PROP_FLAGGED:
      g_value_set_object (value, charter_outcome_get_flagged (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, charter_outcome_get_summary (self));
      break;
    default:
      break;
    }
}

static void
get_property (CharterOutcome         *self,
              CharterOutcomeProperty  id,
              GValue                 *value)
{
  switch (id)
    {
    case PROP_DECISION:
      g_value_set_string (value, charter_outcome_get_decision (self));
      break;
    case PROP_AT:
      g_value_set_string (value, charter_outcome_get_at (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) charter_outcome_get_state (self));
      break;
    case PROP_RESULT:
      g_value_set_enum (value, (int) charter_outcome_get_result (self));
      break;
    case PROP_OPENS:
      g_value_set_string (value, charter_outcome_get_opens (self));
      break;
    case PROP_CLOSES:
      g_value_set_string (value, charter_outcome_get_closes (self));
      break;
    case PROP_COUNTED:
      g_value_set_boolean (value, charter_outcome_get_counted (self));
      break;
    case PROP_TURNOUT:
      g_value_set_int64 (value, charter_outcome_get_turnout (self));
      break;
    case PROP_SILENT:
      g_value_set_int64 (value, charter_outcome_get_silent (self));
      break;
    case PROP_INVALID:
      g_value_set_int64 (value, charter_outcome_get_invalid (self));
      break;
    case PROP_QUORATE:
      g_value_set_boolean (value, charter_outcome_get_quorate (self));
      break;
    case PROP_QUORUM_BASE:
      g_value_set_string (value, charter_outcome_get_quorum_base (self));
      break;
    case PROP_QUORUM_BASE_COUNT:
      g_value_set_int64 (value, charter_outcome_get_quorum_base_count (self));
      break;
    default:
      get_later_property (self, id, value);
      break;
    }
}

static void
charter_outcome_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterOutcome *self = CHARTER_OUTCOME (object);

  if (id < N_PROPS)
    get_property (self, (CharterOutcomeProperty) id, value);
  else if (!charter_outcome_get_choice_property (self, id, value))
    charter_outcome_get_time (self, id - N_PROPS, value);
}

static void
install_times (GObjectClass *object_class)
{
  /**
   * CharterOutcome:decision: (getter get_decision)
   *
   * The id of the decision.
   *
   * Since: 0.1
   */
  properties[PROP_DECISION] = g_param_spec_string ("decision", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:at: (getter get_at)
   *
   * The instant asked about.
   *
   * Since: 0.1
   */
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:state: (getter get_state)
   *
   * Where the decision stands.
   *
   * Since: 0.1
   */
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CHARTER_TYPE_DECISION_STATE,
                                              CHARTER_DECISION_STATE_PROPOSED, FLAGS);

  /**
   * CharterOutcome:result: (getter get_result)
   *
   * What was decided.
   *
   * Since: 0.1
   */
  properties[PROP_RESULT] =
    g_param_spec_enum ("result", NULL, NULL, CHARTER_TYPE_RESULT, CHARTER_RESULT_PENDING, FLAGS);

  /**
   * CharterOutcome:opens: (getter get_opens)
   *
   * When voting opened, %NULL if it has not.
   *
   * Since: 0.1
   */
  properties[PROP_OPENS] = g_param_spec_string ("opens", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:closes: (getter get_closes)
   *
   * When voting closes, %NULL if no end is set.
   *
   * Since: 0.1
   */
  properties[PROP_CLOSES] = g_param_spec_string ("closes", NULL, NULL, NULL, FLAGS);
}

static void
install_counts (GObjectClass *object_class)
{
  /**
   * CharterOutcome:counted: (getter get_counted)
   *
   * Whether there are counts to show: not before voting opens, and for a secret vote only what
   * its closing recorded.
   *
   * Since: 0.1
   */
  properties[PROP_COUNTED] = g_param_spec_boolean ("counted", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterOutcome:turnout: (getter get_turnout)
   *
   * How many voting units have cast a ballot that is counted.
   *
   * Since: 0.1
   */
  properties[PROP_TURNOUT] = g_param_spec_int64 ("turnout", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOutcome:silent: (getter get_silent)
   *
   * What those weigh who may vote and have not.
   *
   * Since: 0.1
   */
  properties[PROP_SILENT] = g_param_spec_int64 ("silent", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOutcome:invalid: (getter get_invalid)
   *
   * What the ballots weigh that could not be counted.
   *
   * Since: 0.1
   */
  properties[PROP_INVALID] = g_param_spec_int64 ("invalid", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);
}

static void
install_quorum (GObjectClass *object_class)
{
  /**
   * CharterOutcome:quorate: (getter get_quorate)
   *
   * Whether the quorum is there; %TRUE too where the rule asks for none.
   *
   * Since: 0.1
   */
  properties[PROP_QUORATE] = g_param_spec_boolean ("quorate", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterOutcome:quorum-base: (getter get_quorum_base)
   *
   * What the quorum is taken of, such as `members`; %NULL where the rule asks for none.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM_BASE] = g_param_spec_string ("quorum-base", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:quorum-base-count: (getter get_quorum_base_count)
   *
   * How many the base comes to, cut to a whole number.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM_BASE_COUNT] =
    g_param_spec_int64 ("quorum-base-count", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOutcome:quorum-base-exact: (getter get_quorum_base_exact)
   *
   * How many the base comes to, a fraction for a mean; %NULL where the rule asks for no quorum.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM_BASE_EXACT] =
    g_param_spec_string ("quorum-base-exact", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:quorum-needed: (getter get_quorum_needed)
   *
   * The smallest number that makes a quorum.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM_NEEDED] =
    g_param_spec_int64 ("quorum-needed", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOutcome:quorum-counted: (getter get_quorum_counted)
   *
   * How many count towards the quorum.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM_COUNTED] =
    g_param_spec_int64 ("quorum-counted", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);
}

static void
install_lists (GObjectClass *object_class)
{
  /**
   * CharterOutcome:tests: (getter get_tests)
   *
   * The tests, with their numbers: a list of [class@Charter.TestRow].
   *
   * Since: 0.1
   */
  properties[PROP_TESTS] = g_param_spec_object ("tests", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  /**
   * CharterOutcome:excluded: (getter get_excluded)
   *
   * Who is left out, and why: a list of [class@Charter.Exclusion].
   *
   * Since: 0.1
   */
  properties[PROP_EXCLUDED] =
    g_param_spec_object ("excluded", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  /**
   * CharterOutcome:remedies: (getter get_remedies)
   *
   * The ways on that the charter offers where exclusions cost the quorum, or leave nobody to
   * vote.
   *
   * Since: 0.1
   */
  properties[PROP_REMEDIES] = g_param_spec_boxed ("remedies", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterOutcome:reasons: (getter get_reasons)
   *
   * The proof: a list of [class@Charter.Reason].
   *
   * Since: 0.1
   */
  properties[PROP_REASONS] = g_param_spec_object ("reasons", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);
}

static void
install_voices (GObjectClass *object_class)
{
  /**
   * CharterOutcome:dissent: (getter get_dissent)
   *
   * Who voted against, objected or stood aside: a list of [class@Charter.Dissent], empty for a
   * secret decision.
   *
   * Since: 0.1
   */
  properties[PROP_DISSENT] = g_param_spec_object ("dissent", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  /**
   * CharterOutcome:serves: (getter get_serves)
   *
   * The clauses that the decision serves: a list of [class@Charter.Clause].
   *
   * Since: 0.1
   */
  properties[PROP_SERVES] = g_param_spec_object ("serves", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);
}

static void
install_together (GObjectClass *object_class)
{
  /**
   * CharterOutcome:delegations: (getter get_delegations)
   *
   * The delegations of votes on the item: a list of [class@Charter.Delegation].
   *
   * Since: 0.1
   */
  properties[PROP_DELEGATIONS] =
    g_param_spec_object ("delegations", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  /**
   * CharterOutcome:bundled: (getter get_bundled)
   *
   * Of a bundle, the decisions that are decided with it.
   *
   * Since: 0.1
   */
  properties[PROP_BUNDLED] = g_param_spec_boxed ("bundled", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterOutcome:taken-out: (getter get_taken_out)
   *
   * Of a bundle, the decisions that are taken out of it and taken alone.
   *
   * Since: 0.1
   */
  properties[PROP_TAKEN_OUT] = g_param_spec_boxed ("taken-out", NULL, NULL, G_TYPE_STRV, FLAGS);
}

static void
install_margin (GObjectClass *object_class)
{
  /**
   * CharterOutcome:margin-at-least: (getter get_margin_at_least)
   *
   * At least so many voters would have had to cast otherwise to turn the result; 0 if no
   * margin is known.
   *
   * Since: 0.1
   */
  properties[PROP_MARGIN_AT_LEAST] =
    g_param_spec_int64 ("margin-at-least", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOutcome:margin-at-most: (getter get_margin_at_most)
   *
   * So many voters casting otherwise would have been enough; 0 if no such number is known.
   *
   * Since: 0.1
   */
  properties[PROP_MARGIN_AT_MOST] =
    g_param_spec_int64 ("margin-at-most", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterOutcome:margin-change: (getter get_margin_change)
   *
   * The change that would have done it.
   *
   * Since: 0.1
   */
  properties[PROP_MARGIN_CHANGE] = g_param_spec_string ("margin-change", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:margin-because: (getter get_margin_because)
   *
   * Why fewer voters could not have turned the result.
   *
   * Since: 0.1
   */
  properties[PROP_MARGIN_BECAUSE] =
    g_param_spec_string ("margin-because", NULL, NULL, NULL, FLAGS);

  /**
   * CharterOutcome:mode: (getter get_mode)
   *
   * Base, counting and comparison in one line.
   *
   * Since: 0.1
   */
  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, NULL, FLAGS);
}

static void
install_finality (GObjectClass *object_class)
{
  /**
   * CharterOutcome:disputed: (getter get_disputed)
   *
   * Whether counting again with what is known now gives something else than what was recorded
   * for good.
   *
   * Since: 0.1
   */
  properties[PROP_DISPUTED] = g_param_spec_boolean ("disputed", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterOutcome:recount: (getter get_recount)
   *
   * What counting again gives.
   *
   * Since: 0.1
   */
  properties[PROP_RECOUNT] =
    g_param_spec_enum ("recount", NULL, NULL, CHARTER_TYPE_RESULT, CHARTER_RESULT_PENDING, FLAGS);

  /**
   * CharterOutcome:flagged: (getter get_flagged)
   *
   * Conflicts that came to be known only after the decision was closed: a list of
   * [class@Charter.Conflict], each of which would have barred somebody at its time.
   *
   * Since: 0.1
   */
  properties[PROP_FLAGGED] =
    g_param_spec_object ("flagged", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  /**
   * CharterOutcome:summary: (getter get_summary)
   *
   * The outcome and its first reason in one sentence, the same bytes in every locale.
   *
   * Since: 0.1
   */
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, FLAGS);
}

static void
charter_outcome_class_init (CharterOutcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_outcome_finalize;
  object_class->get_property = charter_outcome_get_property;

  install_times (object_class);
  install_counts (object_class);
  install_quorum (object_class);
  install_lists (object_class);
  install_voices (object_class);
  install_together (object_class);
  install_margin (object_class);
  install_finality (object_class);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  charter_outcome_install_times (object_class, N_PROPS);
  charter_outcome_install_choice (object_class);
}

static void
charter_outcome_init (CharterOutcome *self)
{
}

static char *
dup_instant (gint64 instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (instant == CHARTER_INSTANT_NONE)
    return NULL;
  charter_instant_format (instant, text);

  return g_strdup (text);
}

static GStrv
dup_remedies (const CharterDecided *decided)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < decided->remedies->len; i++)
    {
      const CharterNode *row = decided->remedies->pdata[i];

      g_ptr_array_add (names, (gpointer) (row->type == CHARTER_NODE_STRING
                                            ? row->string
                                            : charter_node_member_string (row, "remedy")));
    }
  g_ptr_array_add (names, NULL);

  return g_strdupv ((char **) names->pdata);
}

CharterOutcome *
charter_outcome_new (const char     *at,
                     CharterDecided *decided)
{
  CharterOutcome *self = g_object_new (CHARTER_TYPE_OUTCOME, NULL);

  self->state = charter_state_ref (decided->scene.state);
  self->decided = decided;
  self->at = g_strdup (at);
  self->opens = dup_instant (decided->opens);
  self->closes = dup_instant (decided->closes);
  charter_outcome_fill_times (self);
  self->remedies = dup_remedies (decided);
  self->bundled = charter_decided_dup_bundle (decided, FALSE);
  self->taken_out = charter_decided_dup_bundle (decided, TRUE);
  charter_outcome_fill_choice (self);

  return self;
}

/**
 * charter_outcome_get_decision: (get-property decision)
 * @self: an outcome
 *
 * Gives the decision.
 *
 * Returns: the id of the decision
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_decision (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return charter_scene_name (&self->decided->scene, self->decided->decision);
}

/**
 * charter_outcome_get_at: (get-property at)
 * @self: an outcome
 *
 * Gives the instant asked about.
 *
 * Returns: an instant such as `2026-03-02T10:00:00Z`
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_at (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->at;
}

/**
 * charter_outcome_get_state: (get-property state)
 * @self: an outcome
 *
 * Tells where the decision stands.
 *
 * Returns: its state
 *
 * Since: 0.1
 */
CharterDecisionState
charter_outcome_get_state (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), CHARTER_DECISION_STATE_PROPOSED);

  return self->decided->state;
}

/**
 * charter_outcome_get_result: (get-property result)
 * @self: an outcome
 *
 * Tells what was decided.
 *
 * Returns: the result; pending before the closing instant
 *
 * Since: 0.1
 */
CharterResult
charter_outcome_get_result (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), CHARTER_RESULT_PENDING);

  return self->decided->result;
}

/**
 * charter_outcome_get_opens: (get-property opens)
 * @self: an outcome
 *
 * Gives when voting opened.
 *
 * Returns: (nullable): an instant, or %NULL if it has not opened
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_opens (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->opens;
}

/**
 * charter_outcome_get_closes: (get-property closes)
 * @self: an outcome
 *
 * Gives when voting closes, extensions included.
 *
 * Returns: (nullable): an instant, or %NULL if no end is set
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_closes (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->closes;
}

/**
 * charter_outcome_get_mode: (get-property mode)
 * @self: an outcome
 *
 * Gives the rule in one line: who votes, base, counting and comparison.
 *
 * Returns: (nullable): the line, %NULL if the rule cannot be evaluated
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_mode (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return self->decided->mode;
}

/**
 * charter_outcome_get_disputed: (get-property disputed)
 * @self: an outcome
 *
 * Tells whether counting again gives something else than what was recorded for good.
 *
 * Returns: %TRUE if it does; what was recorded stands
 *
 * Since: 0.1
 */
gboolean
charter_outcome_get_disputed (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), FALSE);

  return self->decided->disputed;
}

/**
 * charter_outcome_get_recount: (get-property recount)
 * @self: an outcome
 *
 * Gives what counting again gives; it differs from [property@Charter.Outcome:result] only in a
 * disputed outcome.
 *
 * Returns: a result
 *
 * Since: 0.1
 */
CharterResult
charter_outcome_get_recount (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), CHARTER_RESULT_PENDING);

  return self->decided->disputed ? self->decided->recount : self->decided->result;
}

/**
 * charter_outcome_get_summary: (get-property summary)
 * @self: an outcome
 *
 * Gives the outcome in one sentence.
 *
 * Returns: the sentence, the same bytes in every locale
 *
 * Since: 0.1
 */
const char *
charter_outcome_get_summary (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->summary == NULL)
    self->summary = charter_reasons_render (
      self->decided->reasons, charter_reasons_first (self->decided->reasons, 0), FALSE);

  return self->summary;
}

/**
 * charter_outcome_to_json:
 * @self: an outcome
 *
 * Writes the outcome as JSON in the canonical form of RFC 8785: the shape of the answer
 * `decision` of scenario files.
 *
 * Returns: (transfer full): JSON text of an object
 *
 * Since: 0.1
 */
char *
charter_outcome_to_json (CharterOutcome *self)
{
  g_autoptr(CharterBuilder) builder = NULL;

  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  builder = charter_builder_new ();
  charter_decided_build (self->decided, builder);

  return charter_builder_to_text (builder);
}
