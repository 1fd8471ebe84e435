/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-objective.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterObjective:
 *
 * Something that the partnership has agreed to reach.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterObjective
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_WHAT,
  PROP_TEXT,
  PROP_OWNER,
  PROP_MEASURE,
  PROP_BASELINE,
  PROP_TARGET,
  PROP_DUE,
  PROP_REDACTED
} CharterObjectiveProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterObjective, charter_objective, G_TYPE_OBJECT)

static void
charter_objective_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CharterObjective *self = CHARTER_OBJECTIVE (object);

  switch ((CharterObjectiveProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_objective_get_id (self));
      break;
    case PROP_WHAT:
      g_value_set_string (value, charter_objective_get_what (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, charter_objective_get_text (self));
      break;
    case PROP_OWNER:
      g_value_set_string (value, charter_objective_get_owner (self));
      break;
    case PROP_MEASURE:
      g_value_set_string (value, charter_objective_get_measure (self));
      break;
    case PROP_BASELINE:
      g_value_set_string (value, charter_objective_get_baseline (self));
      break;
    case PROP_TARGET:
      g_value_set_string (value, charter_objective_get_target (self));
      break;
    case PROP_DUE:
      g_value_set_string (value, charter_objective_get_due (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_objective_get_redacted (self));
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
   * CharterObjective:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterObjective:what: (getter get_what)
   *
   * What sort of objective it is, such as `delivery`.
   *
   * Since: 0.1
   */
  properties[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);

  /**
   * CharterObjective:text: (getter get_text)
   *
   * The objective in words, %NULL if nothing is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);

  /**
   * CharterObjective:owner: (getter get_owner)
   *
   * The id of the person or partner who answers for it, %NULL if nobody is named.
   *
   * Since: 0.1
   */
  properties[PROP_OWNER] = g_param_spec_string ("owner", NULL, NULL, NULL, flags);
}

static void
install_measure (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterObjective:measure: (getter get_measure)
   *
   * What is measured, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, NULL, flags);

  /**
   * CharterObjective:baseline: (getter get_baseline)
   *
   * The value of the measure at the start, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_BASELINE] = g_param_spec_string ("baseline", NULL, NULL, NULL, flags);

  /**
   * CharterObjective:target: (getter get_target)
   *
   * The value of the measure that is to be reached, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_TARGET] = g_param_spec_string ("target", NULL, NULL, NULL, flags);

  /**
   * CharterObjective:due: (getter get_due)
   *
   * The date by which it is to be reached, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, NULL, flags);

  /**
   * CharterObjective:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_objective_class_init (CharterObjectiveClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_objective_get_property;
  install_matter ();
  install_measure ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_objective_init (CharterObjective *self)
{
}

/**
 * charter_objective_get_id: (get-property id)
 * @self: an objective
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_objective_get_id (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_objective_get_what: (get-property what)
 * @self: an objective
 *
 * Gives what sort of objective it is, such as `delivery`.
 *
 * Returns: a word
 *
 * Since: 0.1
 */
const char *
charter_objective_get_what (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_string (&self->thing, "what");
}

/**
 * charter_objective_get_text: (get-property text)
 * @self: an objective
 *
 * Gives the objective in words.
 *
 * Returns: (nullable): the words, %NULL if nothing is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_objective_get_text (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_string (&self->thing, "text");
}

/**
 * charter_objective_get_owner: (get-property owner)
 * @self: an objective
 *
 * Gives the id of the person or partner who answers for it.
 *
 * Returns: (nullable): an id, %NULL if nobody is named
 *
 * Since: 0.1
 */
const char *
charter_objective_get_owner (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_string (&self->thing, "owner");
}

/**
 * charter_objective_get_measure: (get-property measure)
 * @self: an objective
 *
 * Gives what is measured.
 *
 * Returns: (nullable): a word, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_objective_get_measure (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_string (&self->thing, "measure");
}

/**
 * charter_objective_get_baseline: (get-property baseline)
 * @self: an objective
 *
 * Gives the value of the measure at the start.
 *
 * Returns: (nullable): a whole number or a fraction such as `2/3`, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_objective_get_baseline (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_number (&self->thing, "baseline");
}

/**
 * charter_objective_get_target: (get-property target)
 * @self: an objective
 *
 * Gives the value of the measure that is to be reached.
 *
 * Returns: (nullable): a whole number or a fraction such as `2/3`, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_objective_get_target (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_number (&self->thing, "target");
}

/**
 * charter_objective_get_due: (get-property due)
 * @self: an objective
 *
 * Gives the date by which it is to be reached.
 *
 * Returns: (nullable): a date, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_objective_get_due (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_get_string (&self->thing, "due");
}

/**
 * charter_objective_get_redacted: (get-property redacted)
 * @self: an objective
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_objective_get_redacted (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_objective_get_entry:
 * @self: an objective
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_objective_get_entry (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_objective_to_json:
 * @self: an objective
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
charter_objective_to_json (CharterObjective *self)
{
  g_return_val_if_fail (CHARTER_IS_OBJECTIVE (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
