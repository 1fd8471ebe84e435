/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-cycle.h>

#include "document/charter-document-object-private.h"

/**
 * CharterCycle:
 *
 * A review that comes round.
 *
 * It is a part of a [class@Charter.Document] and holds what it needs of it.
 *
 * Since: 0.1
 */
struct _CharterCycle
{
  GObject parent_instance;

  CharterDocumentData    *data;
  const CharterCycleData *row;
  char                   *every;
  char                   *notice;
  char                   *window;
  char                   *grace;
  char                    anchor[CHARTER_DATE_TEXT_SIZE];
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_CLAUSE,
  PROP_OF,
  PROP_EVERY,
  PROP_ANCHOR,
  PROP_FROM_COMPLETION,
  PROP_NOTICE,
  PROP_WINDOW,
  PROP_GRACE,
  PROP_OWNER
} CharterCycleProperty;

#define N_PROPS (PROP_OWNER + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterCycle, charter_cycle, G_TYPE_OBJECT)

static void
charter_cycle_finalize (GObject *object)
{
  CharterCycle *self = CHARTER_CYCLE (object);

  g_clear_pointer (&self->data, charter_document_data_unref);
  g_clear_pointer (&self->every, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->window, g_free);
  g_clear_pointer (&self->grace, g_free);

  G_OBJECT_CLASS (charter_cycle_parent_class)->finalize (object);
}

static void
charter_cycle_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CharterCycle *self = CHARTER_CYCLE (object);

  switch ((CharterCycleProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_cycle_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, charter_cycle_get_name (self));
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, charter_cycle_get_clause (self));
      break;
    case PROP_OF:
      g_value_set_string (value, charter_cycle_get_of (self));
      break;
    case PROP_EVERY:
      g_value_set_string (value, charter_cycle_get_every (self));
      break;
    case PROP_ANCHOR:
      g_value_set_string (value, charter_cycle_get_anchor (self));
      break;
    case PROP_FROM_COMPLETION:
      g_value_set_boolean (value, charter_cycle_get_from_completion (self));
      break;
    case PROP_NOTICE:
      g_value_set_string (value, charter_cycle_get_notice (self));
      break;
    case PROP_WINDOW:
      g_value_set_string (value, charter_cycle_get_window (self));
      break;
    case PROP_GRACE:
      g_value_set_string (value, charter_cycle_get_grace (self));
      break;
    case PROP_OWNER:
      g_value_set_string (value, charter_cycle_get_owner (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* When it comes round. */
static void
install_times (GParamFlags flags)
{
  /**
   * CharterCycle:every: (getter get_every)
   *
   * How often it comes round: words such as “6 months”, or the recurrence rule as the charter
   * has it.
   *
   * Since: 0.1
   */
  properties[PROP_EVERY] = g_param_spec_string ("every", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:anchor: (getter get_anchor)
   *
   * The date from which the first turn is reckoned, such as `2026-01-05`, %NULL if it is the day
   * on which the charter comes into force.
   *
   * Since: 0.1
   */
  properties[PROP_ANCHOR] = g_param_spec_string ("anchor", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:from-completion: (getter get_from_completion)
   *
   * Whether the next turn is reckoned from the last completion; otherwise it keeps to the
   * schedule.
   *
   * Since: 0.1
   */
  properties[PROP_FROM_COMPLETION] =
    g_param_spec_boolean ("from-completion", NULL, NULL, FALSE, flags);

  /**
   * CharterCycle:notice: (getter get_notice)
   *
   * How long before its date a review is announced, in words, %NULL if it is not said.
   *
   * Since: 0.1
   */
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:window: (getter get_window)
   *
   * How long before its date a review may already be held, in words, %NULL if it is not said.
   *
   * Since: 0.1
   */
  properties[PROP_WINDOW] = g_param_spec_string ("window", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:grace: (getter get_grace)
   *
   * How long after its date a review still counts as held on time, in words, %NULL if it is not
   * said.
   *
   * Since: 0.1
   */
  properties[PROP_GRACE] = g_param_spec_string ("grace", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:owner: (getter get_owner)
   *
   * The id of the role or person who sees to it, %NULL if nobody is named.
   *
   * Since: 0.1
   */
  properties[PROP_OWNER] = g_param_spec_string ("owner", NULL, NULL, NULL, flags);
}

static void
charter_cycle_class_init (CharterCycleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_cycle_finalize;
  object_class->get_property = charter_cycle_get_property;

  /**
   * CharterCycle:id: (getter get_id)
   *
   * The id by which checks and reviews name the cycle.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:name: (getter get_name)
   *
   * What people call it, %NULL if it has no name besides its id.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:clause: (getter get_clause)
   *
   * The id of the clause behind the cycle, %NULL if none is named.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterCycle:of: (getter get_of)
   *
   * What is reviewed: `charter`, `partnership`, or the id of something in the charter or the
   * record, %NULL if it is not said.
   *
   * Since: 0.1
   */
  properties[PROP_OF] = g_param_spec_string ("of", NULL, NULL, NULL, flags);

  install_times (flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_cycle_init (CharterCycle *self)
{
  static const CharterCycleData nothing = { .id = "" };

  /* Scripts can make objects of any type; those that stand for nothing answer nothing. */
  self->row = &nothing;
}

static char *
describe_period (gboolean             given,
                 const CharterPeriod *period)
{
  return given ? charter_period_describe (period) : NULL;
}

CharterCycle *
charter_cycle_new_for_row (CharterDocumentData    *data,
                           const CharterCycleData *row)
{
  CharterCycle *self = g_object_new (CHARTER_TYPE_CYCLE, NULL);

  self->data = charter_document_data_ref (data);
  self->row = row;
  if (row->every_is_rule)
    self->every = g_strdup (row->every_text);
  else
    self->every = charter_period_describe (&row->every);
  self->notice = describe_period (row->has_notice, &row->notice);
  self->window = describe_period (row->has_window, &row->window);
  self->grace = describe_period (row->has_grace, &row->grace);
  if (row->anchor != CHARTER_DATE_NONE)
    charter_date_format (row->anchor, self->anchor);

  return self;
}

/**
 * charter_cycle_get_id: (get-property id)
 * @self: a cycle
 *
 * The id by which checks and reviews name the cycle.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_id (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->row->id;
}

/**
 * charter_cycle_get_name: (get-property name)
 * @self: a cycle
 *
 * What people call it, %NULL if it has no name besides its id.
 *
 * Returns: (transfer none) (nullable): the name
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_name (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->row->name;
}

/**
 * charter_cycle_get_clause: (get-property clause)
 * @self: a cycle
 *
 * The id of the clause behind the cycle, %NULL if none is named.
 *
 * Returns: (transfer none) (nullable): the id of the clause
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_clause (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->row->clause;
}

/**
 * charter_cycle_get_of: (get-property of)
 * @self: a cycle
 *
 * What is reviewed: `charter`, `partnership`, or the id of something in the charter or the
 * record, %NULL if it is not said.
 *
 * Returns: (transfer none) (nullable): what is reviewed
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_of (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->row->of;
}

/**
 * charter_cycle_get_every: (get-property every)
 * @self: a cycle
 *
 * How often it comes round: words such as “6 months”, or the recurrence rule as the charter has
 * it.
 *
 * Returns: (transfer none): how often, in words
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_every (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->every;
}

/**
 * charter_cycle_get_anchor: (get-property anchor)
 * @self: a cycle
 *
 * The date from which the first turn is reckoned, such as `2026-01-05`, %NULL if it is the day
 * on which the charter comes into force.
 *
 * Returns: (transfer none) (nullable): a date
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_anchor (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->anchor[0] != '\0' ? self->anchor : NULL;
}

/**
 * charter_cycle_get_from_completion: (get-property from-completion)
 * @self: a cycle
 *
 * Whether the next turn is reckoned from the last completion; otherwise it keeps to the
 * schedule.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_cycle_get_from_completion (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), FALSE);

  return self->row->from_completion;
}

/**
 * charter_cycle_get_notice: (get-property notice)
 * @self: a cycle
 *
 * How long before its date a review is announced, in words, %NULL if it is not said.
 *
 * Returns: (transfer none) (nullable): a period in words
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_notice (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->notice;
}

/**
 * charter_cycle_get_window: (get-property window)
 * @self: a cycle
 *
 * How long before its date a review may already be held, in words, %NULL if it is not said.
 *
 * Returns: (transfer none) (nullable): a period in words
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_window (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->window;
}

/**
 * charter_cycle_get_grace: (get-property grace)
 * @self: a cycle
 *
 * How long after its date a review still counts as held on time, in words, %NULL if it is not
 * said.
 *
 * Returns: (transfer none) (nullable): a period in words
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_grace (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->grace;
}

/**
 * charter_cycle_get_owner: (get-property owner)
 * @self: a cycle
 *
 * The id of the role or person who sees to it, %NULL if nobody is named.
 *
 * Returns: (transfer none) (nullable): an id
 *
 * Since: 0.1
 */
const char *
charter_cycle_get_owner (CharterCycle *self)
{
  g_return_val_if_fail (CHARTER_IS_CYCLE (self), NULL);

  return self->row->owner;
}
