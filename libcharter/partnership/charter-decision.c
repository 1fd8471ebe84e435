/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-decision.h>

#include "decide/charter-decide-private.h"
#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"
#include "state/charter-view-private.h"

/**
 * CharterDecision:
 *
 * A matter put to the partnership for decision.
 *
 * It reads the record as it stands, with every amendment and correction, and notifies of what
 * changes. Where it stands is told for the time of the last entry;
 * [method@Charter.Decision.get_state_at] tells it for any other. What was decided, with
 * reasons, is a question: [method@Charter.Partnership.decide]. The object outlives the
 * partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterDecision
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_TEXT,
  PROP_RULE,
  PROP_STATE,
  PROP_RESULT,
  PROP_OPENED,
  PROP_CLOSES,
  PROP_CLOSED,
  PROP_REDACTED
} CharterDecisionProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterDecision, charter_decision, G_TYPE_OBJECT)

static CharterDecisionState
look_up (CharterDecision *self,
         gint64          *closes)
{
  const CharterFact *made;
  CharterScene scene;
  gint64 opens;

  *closes = CHARTER_INSTANT_NONE;
  if (!charter_thing_look (&self->thing, &scene, &made))
    return CHARTER_DECISION_STATE_PROPOSED;
  return charter_decide_state (&scene, made->makes, charter_thing_now (&scene), &opens, closes);
}

/* The decision-closed that stands, its own or that of its bundle: it is gone once the matter has
 * been taken up again. */
static const CharterFact *
find_closing (CharterDecision *self,
              CharterScene    *scene)
{
  const CharterFact *made, *closing, *reopening;

  if (!charter_thing_look (&self->thing, scene, &made))
    return NULL;
  closing = charter_thing_newest (&self->thing, scene, CHARTER_KIND_DECISION_CLOSED);
  reopening = charter_thing_newest (&self->thing, scene, CHARTER_KIND_DECISION_REOPENED);
  if (closing != NULL)
    return reopening == NULL || reopening->seq < closing->seq ? closing : NULL;
  return charter_decide_closing (scene, made->makes, charter_thing_now (scene));
}

static CharterResult
recorded_result (CharterDecision *self)
{
  CharterScene scene;
  const CharterFact *closing = find_closing (self, &scene);
  g_autoptr(GEnumClass) class = NULL;
  const GEnumValue *value;

  if (closing == NULL)
    return CHARTER_RESULT_PENDING;
  class = g_type_class_ref (CHARTER_TYPE_RESULT);
  value = g_enum_get_value_by_nick (class, charter_scene_string (&scene, closing, "result"));
  return value != NULL ? value->value : CHARTER_RESULT_INDETERMINATE;
}

static void
charter_decision_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterDecision *self = CHARTER_DECISION (object);

  switch ((CharterDecisionProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_decision_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, charter_decision_get_title (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, charter_decision_get_text (self));
      break;
    case PROP_RULE:
      g_value_set_string (value, charter_decision_get_rule (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, charter_decision_get_state (self));
      break;
    case PROP_RESULT:
      g_value_set_enum (value, charter_decision_get_result (self));
      break;
    case PROP_OPENED:
      g_value_set_string (value, charter_decision_get_opened (self));
      break;
    case PROP_CLOSES:
      g_value_set_string (value, charter_decision_get_closes (self));
      break;
    case PROP_CLOSED:
      g_value_set_string (value, charter_decision_get_closed (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_decision_get_redacted (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_matter (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterDecision:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterDecision:title: (getter get_title)
   *
   * Its short name, %NULL if it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  /**
   * CharterDecision:text: (getter get_text)
   *
   * The wording of the proposal, as amended, %NULL if none is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);

  /**
   * CharterDecision:rule: (getter get_rule)
   *
   * The id of the decision rule that it is taken by.
   *
   * Since: 0.1
   */
  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, flags);
}

static void
install_standing (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterDecision:state: (getter get_state)
   *
   * Where it stands at the time of the last entry.
   *
   * Since: 0.1
   */
  properties[PROP_STATE]
    = g_param_spec_enum ("state", NULL, NULL, CHARTER_TYPE_DECISION_STATE,
                         CHARTER_DECISION_STATE_PROPOSED, flags);

  /**
   * CharterDecision:result: (getter get_result)
   *
   * The result that was recorded when it was closed, `pending` before that.
   *
   * Since: 0.1
   */
  properties[PROP_RESULT]
    = g_param_spec_enum ("result", NULL, NULL, CHARTER_TYPE_RESULT, CHARTER_RESULT_PENDING, flags);
}

static void
install_times (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterDecision:opened: (getter get_opened)
   *
   * The instant at which voting opened, %NULL if it has not opened.
   *
   * Since: 0.1
   */
  properties[PROP_OPENED] = g_param_spec_string ("opened", NULL, NULL, NULL, flags);

  /**
   * CharterDecision:closes: (getter get_closes)
   *
   * The instant at which voting closes, %NULL if that is not settled.
   *
   * Since: 0.1
   */
  properties[PROP_CLOSES] = g_param_spec_string ("closes", NULL, NULL, NULL, flags);

  /**
   * CharterDecision:closed: (getter get_closed)
   *
   * The instant at which it was closed and its result recorded, %NULL if it has not been
   * closed, or was taken up again.
   *
   * Since: 0.1
   */
  properties[PROP_CLOSED] = g_param_spec_string ("closed", NULL, NULL, NULL, flags);

  /**
   * CharterDecision:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_decision_class_init (CharterDecisionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_decision_get_property;
  install_matter ();
  install_standing ();
  install_times ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_decision_init (CharterDecision *self)
{
}

/**
 * charter_decision_get_id: (get-property id)
 * @self: a decision
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_decision_get_id (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_decision_get_title: (get-property title)
 * @self: a decision
 *
 * Gives its short name.
 *
 * Returns: (nullable): the title, %NULL if it has been erased
 *
 * Since: 0.1
 */
const char *
charter_decision_get_title (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  return charter_thing_get_string (&self->thing, "title");
}

/**
 * charter_decision_get_text: (get-property text)
 * @self: a decision
 *
 * Gives the wording of the proposal, as amended.
 *
 * Returns: (nullable): the wording, %NULL if none is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_decision_get_text (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  return charter_thing_get_string (&self->thing, "text");
}

/**
 * charter_decision_get_rule: (get-property rule)
 * @self: a decision
 *
 * Gives the id of the decision rule that it is taken by.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_decision_get_rule (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  return charter_thing_get_string (&self->thing, "rule");
}

/**
 * charter_decision_get_state: (get-property state)
 * @self: a decision
 *
 * Gives where it stands at the time of the last entry.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
CharterDecisionState
charter_decision_get_state (CharterDecision *self)
{
  gint64 closes;

  g_return_val_if_fail (CHARTER_IS_DECISION (self), CHARTER_DECISION_STATE_PROPOSED);

  return look_up (self, &closes);
}

/**
 * charter_decision_get_result: (get-property result)
 * @self: a decision
 *
 * Gives the result that was recorded when it was closed, `pending` before that.
 *
 * Returns: the result
 *
 * Since: 0.1
 */
CharterResult
charter_decision_get_result (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), CHARTER_RESULT_PENDING);

  return recorded_result (self);
}

/**
 * charter_decision_get_opened: (get-property opened)
 * @self: a decision
 *
 * Gives the instant at which voting opened.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it has not opened
 *
 * Since: 0.1
 */
const char *
charter_decision_get_opened (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_DECISION_OPENED);
}

/**
 * charter_decision_get_closes: (get-property closes)
 * @self: a decision
 *
 * Gives the instant at which voting closes.
 *
 * Returns: (nullable): an instant in UTC, %NULL if that is not settled
 *
 * Since: 0.1
 */
const char *
charter_decision_get_closes (CharterDecision *self)
{
  gint64 closes;

  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  look_up (self, &closes);
  return charter_thing_keep_instant (&self->thing, closes);
}

/**
 * charter_decision_get_closed: (get-property closed)
 * @self: a decision
 *
 * Gives the instant at which it was closed and its result recorded.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it has not been closed, or was taken up
 *   again
 *
 * Since: 0.1
 */
const char *
charter_decision_get_closed (CharterDecision *self)
{
  const CharterFact *closing;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  closing = find_closing (self, &scene);
  return closing != NULL ? charter_thing_keep_instant (&self->thing, closing->at) : NULL;
}

/**
 * charter_decision_get_redacted: (get-property redacted)
 * @self: a decision
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_decision_get_redacted (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_decision_get_state_at:
 * @self: a decision
 * @at: the instant asked about, in UTC, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Tells where the decision stands at an instant, by everything recorded so far.
 *
 * Returns: the state; with [error@Charter.Error.VALUE] if @at is no instant, or
 *   [error@Charter.Error.NOT_FOUND] if the decision had not been proposed by then
 *
 * Since: 0.1
 */
CharterDecisionState
charter_decision_get_state_at (CharterDecision  *self,
                               const char       *at,
                               GError          **error)
{
  gint64 instant, opens, closes;
  const CharterFact *made;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_DECISION (self), CHARTER_DECISION_STATE_PROPOSED);
  g_return_val_if_fail (error == NULL || *error == NULL, CHARTER_DECISION_STATE_PROPOSED);

  if (!charter_question_at (at, &instant, error))
    return CHARTER_DECISION_STATE_PROPOSED;
  if (charter_thing_look (&self->thing, &scene, &made) && made->at <= instant)
    return charter_decide_state (&scene, made->makes, instant, &opens, &closes);
  g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
                       "The decision had not been proposed by then");
  return CHARTER_DECISION_STATE_PROPOSED;
}

/**
 * charter_decision_get_entry:
 * @self: a decision
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_decision_get_entry (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_decision_to_json:
 * @self: a decision
 *
 * Writes its members as they read now, with `id` and the `kind` of the entry that made it, in
 * canonical JSON. Private values stand in clear, or as `{"redacted": true}` where they were
 * erased; sealed ones are left out.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_decision_to_json (CharterDecision *self)
{
  g_return_val_if_fail (CHARTER_IS_DECISION (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
