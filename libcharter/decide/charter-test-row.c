/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-objects-private.h"

/**
 * CharterTestRow:
 *
 * One test that a decision had to pass, with its numbers.
 *
 * Both sides are exact: whole numbers as `5`, others as fractions such as `14/3`.
 *
 * Since: 0.1
 */
struct _CharterTestRow
{
  GObject parent_instance;

  char       *id, *constituency, *option, *left, *right;
  const char *compare;      /* static */
  gboolean    holds;
};

typedef enum
{
  PROP_ID = 1,
  PROP_CONSTITUENCY,
  PROP_LEFT,
  PROP_COMPARE,
  PROP_RIGHT,
  PROP_HOLDS,
  PROP_OPTION
} CharterTestRowProperty;

#define N_PROPS (PROP_OPTION + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterTestRow, charter_test_row, G_TYPE_OBJECT)

static void
charter_test_row_finalize (GObject *object)
{
  CharterTestRow *self = CHARTER_TEST_ROW (object);

  g_free (self->id);
  g_free (self->constituency);
  g_free (self->option);
  g_free (self->left);
  g_free (self->right);

  G_OBJECT_CLASS (charter_test_row_parent_class)->finalize (object);
}

static void
charter_test_row_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterTestRow *self = CHARTER_TEST_ROW (object);

  switch ((CharterTestRowProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_CONSTITUENCY:
      g_value_set_string (value, self->constituency);
      break;
    case PROP_LEFT:
      g_value_set_string (value, self->left);
      break;
    case PROP_COMPARE:
      g_value_set_static_string (value, self->compare);
      break;
    case PROP_RIGHT:
      g_value_set_string (value, self->right);
      break;
    case PROP_HOLDS:
      g_value_set_boolean (value, self->holds);
      break;
    case PROP_OPTION:
      g_value_set_string (value, self->option);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_test_row_class_init (CharterTestRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_test_row_finalize;
  object_class->get_property = charter_test_row_get_property;

  /**
   * CharterTestRow:id: (getter get_id)
   *
   * The id of the test in the rule.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterTestRow:constituency: (getter get_constituency)
   *
   * The constituency to which it is narrowed, %NULL if it is not.
   *
   * Since: 0.1
   */
  properties[PROP_CONSTITUENCY] = g_param_spec_string ("constituency", NULL, NULL, NULL, flags);

  /**
   * CharterTestRow:left: (getter get_left)
   *
   * What was counted.
   *
   * Since: 0.1
   */
  properties[PROP_LEFT] = g_param_spec_string ("left", NULL, NULL, NULL, flags);

  /**
   * CharterTestRow:compare: (getter get_compare)
   *
   * How the two sides are compared: `>`, `>=` or `<=`.
   *
   * Since: 0.1
   */
  properties[PROP_COMPARE] = g_param_spec_string ("compare", NULL, NULL, NULL, flags);

  /**
   * CharterTestRow:right: (getter get_right)
   *
   * The exact threshold.
   *
   * Since: 0.1
   */
  properties[PROP_RIGHT] = g_param_spec_string ("right", NULL, NULL, NULL, flags);

  /**
   * CharterTestRow:holds: (getter get_holds)
   *
   * Whether the test holds.
   *
   * Since: 0.1
   */
  properties[PROP_HOLDS] = g_param_spec_boolean ("holds", NULL, NULL, FALSE, flags);

  /**
   * CharterTestRow:option: (getter get_option)
   *
   * The option that is tested, %NULL where it is the decision as a whole.
   *
   * Since: 0.1
   */
  properties[PROP_OPTION] = g_param_spec_string ("option", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_test_row_init (CharterTestRow *self)
{
}

CharterTestRow *
charter_test_row_new (const CharterTestResult *result)
{
  CharterTestRow *self = g_object_new (CHARTER_TYPE_TEST_ROW, NULL);

  self->id = g_strdup (result->id);
  self->constituency = g_strdup (result->constituency);
  self->option = g_strdup (result->option);
  self->left = charter_fraction_to_string (&result->left);
  self->compare = charter_test_result_compare (result);
  self->right = charter_fraction_to_string (&result->right);
  self->holds = result->holds;

  return self;
}

/**
 * charter_test_row_get_id: (get-property id)
 * @self: a test
 *
 * Gives the id of the test.
 *
 * Returns: the id that the rule gives it
 *
 * Since: 0.1
 */
const char *
charter_test_row_get_id (CharterTestRow *self)
{
  g_return_val_if_fail (CHARTER_IS_TEST_ROW (self), NULL);

  return self->id;
}

/**
 * charter_test_row_get_constituency: (get-property constituency)
 * @self: a test
 *
 * Gives the constituency to which the test is narrowed.
 *
 * Returns: (nullable): the id of a constituency
 *
 * Since: 0.1
 */
const char *
charter_test_row_get_constituency (CharterTestRow *self)
{
  g_return_val_if_fail (CHARTER_IS_TEST_ROW (self), NULL);

  return self->constituency;
}

/**
 * charter_test_row_get_option: (get-property option)
 * @self: a test
 *
 * Gives the option that is tested.
 *
 * Returns: (nullable): the id of an option, %NULL where it is the decision as a whole
 *
 * Since: 0.1
 */
const char *
charter_test_row_get_option (CharterTestRow *self)
{
  g_return_val_if_fail (CHARTER_IS_TEST_ROW (self), NULL);

  return self->option;
}

/**
 * charter_test_row_get_left: (get-property left)
 * @self: a test
 *
 * Gives what was counted.
 *
 * Returns: a whole number or a fraction
 *
 * Since: 0.1
 */
const char *
charter_test_row_get_left (CharterTestRow *self)
{
  g_return_val_if_fail (CHARTER_IS_TEST_ROW (self), NULL);

  return self->left;
}

/**
 * charter_test_row_get_compare: (get-property compare)
 * @self: a test
 *
 * Gives how the two sides are compared.
 *
 * Returns: `>`, `>=` or `<=`
 *
 * Since: 0.1
 */
const char *
charter_test_row_get_compare (CharterTestRow *self)
{
  g_return_val_if_fail (CHARTER_IS_TEST_ROW (self), NULL);

  return self->compare;
}

/**
 * charter_test_row_get_right: (get-property right)
 * @self: a test
 *
 * Gives the exact threshold.
 *
 * Returns: a whole number or a fraction
 *
 * Since: 0.1
 */
const char *
charter_test_row_get_right (CharterTestRow *self)
{
  g_return_val_if_fail (CHARTER_IS_TEST_ROW (self), NULL);

  return self->right;
}

/**
 * charter_test_row_get_holds: (get-property holds)
 * @self: a test
 *
 * Tells whether the test holds.
 *
 * Returns: %TRUE if it does
 *
 * Since: 0.1
 */
gboolean
charter_test_row_get_holds (CharterTestRow *self)
{
  g_return_val_if_fail (CHARTER_IS_TEST_ROW (self), FALSE);

  return self->holds;
}
