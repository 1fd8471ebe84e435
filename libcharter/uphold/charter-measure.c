/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-measure-private.h"

/**
 * CharterMeasure:
 *
 * One figure behind a [class@Charter.Finding], and what it must reach.
 *
 * Figures are exact: whole numbers, or fractions such as `7/9`.
 *
 * Since: 0.1
 */
struct _CharterMeasure
{
  GObject parent_instance;

  char     *name, *value, *needed;
  gboolean  at_most, holds;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_VALUE,
  PROP_NEEDED,
  PROP_AT_MOST,
  PROP_HOLDS
} CharterMeasureProperty;

#define N_PROPS (PROP_HOLDS + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterMeasure, charter_measure, G_TYPE_OBJECT)

static void
charter_measure_finalize (GObject *object)
{
  CharterMeasure *self = CHARTER_MEASURE (object);

  g_free (self->name);
  g_free (self->value);
  g_free (self->needed);

  G_OBJECT_CLASS (charter_measure_parent_class)->finalize (object);
}

static void
charter_measure_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterMeasure *self = CHARTER_MEASURE (object);

  switch ((CharterMeasureProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_NEEDED:
      g_value_set_string (value, self->needed);
      break;
    case PROP_AT_MOST:
      g_value_set_boolean (value, self->at_most);
      break;
    case PROP_HOLDS:
      g_value_set_boolean (value, self->holds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_measure_class_init (CharterMeasureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_measure_finalize;
  object_class->get_property = charter_measure_get_property;

  /**
   * CharterMeasure:name: (getter get_name)
   *
   * What is measured: the check, or the question and the figure of its answers.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  /**
   * CharterMeasure:value: (getter get_value)
   *
   * The figure, such as `7/9`.
   *
   * Since: 0.1
   */
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);

  /**
   * CharterMeasure:needed: (getter get_needed)
   *
   * What is needed, such as `9/10`.
   *
   * Since: 0.1
   */
  properties[PROP_NEEDED] = g_param_spec_string ("needed", NULL, NULL, NULL, flags);

  /**
   * CharterMeasure:at-most: (getter get_at_most)
   *
   * Whether what is needed is the most, and not the least.
   *
   * Since: 0.1
   */
  properties[PROP_AT_MOST] = g_param_spec_boolean ("at-most", NULL, NULL, FALSE, flags);

  /**
   * CharterMeasure:holds: (getter get_holds)
   *
   * Whether the figure is enough.
   *
   * Since: 0.1
   */
  properties[PROP_HOLDS] = g_param_spec_boolean ("holds", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_measure_init (CharterMeasure *self)
{
}

CharterMeasure *
charter_measure_new (const CharterMeasureData *data)
{
  CharterMeasure *self = g_object_new (CHARTER_TYPE_MEASURE, NULL);

  self->name = g_strdup (data->name);
  self->value = charter_fraction_to_string (&data->value);
  self->needed = charter_fraction_to_string (&data->needed);
  self->at_most = data->at_most;
  self->holds = data->holds;
  return self;
}

/**
 * charter_measure_get_name: (get-property name)
 * @self: a measure
 *
 * Gives what is measured.
 *
 * Returns: a name
 *
 * Since: 0.1
 */
const char *
charter_measure_get_name (CharterMeasure *self)
{
  g_return_val_if_fail (CHARTER_IS_MEASURE (self), NULL);

  return self->name;
}

/**
 * charter_measure_get_value: (get-property value)
 * @self: a measure
 *
 * Gives the figure.
 *
 * Returns: a whole number or a fraction, as text
 *
 * Since: 0.1
 */
const char *
charter_measure_get_value (CharterMeasure *self)
{
  g_return_val_if_fail (CHARTER_IS_MEASURE (self), NULL);

  return self->value;
}

/**
 * charter_measure_get_needed: (get-property needed)
 * @self: a measure
 *
 * Gives what is needed.
 *
 * Returns: a whole number or a fraction, as text
 *
 * Since: 0.1
 */
const char *
charter_measure_get_needed (CharterMeasure *self)
{
  g_return_val_if_fail (CHARTER_IS_MEASURE (self), NULL);

  return self->needed;
}

/**
 * charter_measure_get_at_most: (get-property at-most)
 * @self: a measure
 *
 * Says whether what is needed is the most, and not the least.
 *
 * Returns: %TRUE if the figure may not be above it
 *
 * Since: 0.1
 */
gboolean
charter_measure_get_at_most (CharterMeasure *self)
{
  g_return_val_if_fail (CHARTER_IS_MEASURE (self), FALSE);

  return self->at_most;
}

/**
 * charter_measure_get_holds: (get-property holds)
 * @self: a measure
 *
 * Says whether the figure is enough.
 *
 * Returns: %TRUE if it is
 *
 * Since: 0.1
 */
gboolean
charter_measure_get_holds (CharterMeasure *self)
{
  g_return_val_if_fail (CHARTER_IS_MEASURE (self), FALSE);

  return self->holds;
}
