/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-finding-change-private.h"

/**
 * CharterFindingChange:
 *
 * How one clause came out differently in a later assessment.
 *
 * A clause rises from not-upheld over partly to upheld, and falls the other way. To and from
 * no-evidence and indeterminate it does neither.
 *
 * Since: 0.1
 */
struct _CharterFindingChange
{
  GObject parent_instance;

  CharterFinding *earlier, *later;
};

typedef enum
{
  PROP_CLAUSE = 1,
  PROP_EARLIER,
  PROP_LATER,
  PROP_ROSE,
  PROP_FELL
} CharterFindingChangeProperty;

#define N_PROPS (PROP_FELL + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterFindingChange, charter_finding_change, G_TYPE_OBJECT)

static void
charter_finding_change_finalize (GObject *object)
{
  CharterFindingChange *self = CHARTER_FINDING_CHANGE (object);

  g_clear_object (&self->earlier);
  g_clear_object (&self->later);

  G_OBJECT_CLASS (charter_finding_change_parent_class)->finalize (object);
}

static void
charter_finding_change_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CharterFindingChange *self = CHARTER_FINDING_CHANGE (object);

  switch ((CharterFindingChangeProperty) id)
    {
    case PROP_CLAUSE:
      g_value_set_string (value, charter_finding_change_get_clause (self));
      break;
    case PROP_EARLIER:
      g_value_set_object (value, self->earlier);
      break;
    case PROP_LATER:
      g_value_set_object (value, self->later);
      break;
    case PROP_ROSE:
      g_value_set_boolean (value, charter_finding_change_get_rose (self));
      break;
    case PROP_FELL:
      g_value_set_boolean (value, charter_finding_change_get_fell (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_finding_change_class_init (CharterFindingChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_finding_change_finalize;
  object_class->get_property = charter_finding_change_get_property;

  /**
   * CharterFindingChange:clause: (getter get_clause)
   *
   * The id of the clause.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterFindingChange:earlier: (getter get_earlier)
   *
   * The finding before, %NULL where the clause was not in the charter.
   *
   * Since: 0.1
   */
  properties[PROP_EARLIER] =
      g_param_spec_object ("earlier", NULL, NULL, CHARTER_TYPE_FINDING, flags);

  /**
   * CharterFindingChange:later: (getter get_later)
   *
   * The finding after, %NULL where the clause is no longer in the charter.
   *
   * Since: 0.1
   */
  properties[PROP_LATER] = g_param_spec_object ("later", NULL, NULL, CHARTER_TYPE_FINDING, flags);

  /**
   * CharterFindingChange:rose: (getter get_rose)
   *
   * Whether the clause is lived better than before.
   *
   * Since: 0.1
   */
  properties[PROP_ROSE] = g_param_spec_boolean ("rose", NULL, NULL, FALSE, flags);

  /**
   * CharterFindingChange:fell: (getter get_fell)
   *
   * Whether the clause is lived worse than before.
   *
   * Since: 0.1
   */
  properties[PROP_FELL] = g_param_spec_boolean ("fell", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_finding_change_init (CharterFindingChange *self)
{
}

CharterFindingChange *
charter_finding_change_new (CharterFinding *earlier,
                            CharterFinding *later)
{
  CharterFindingChange *self = g_object_new (CHARTER_TYPE_FINDING_CHANGE, NULL);

  g_set_object (&self->earlier, earlier);
  g_set_object (&self->later, later);
  return self;
}

/* 0 where there is no better and worse. */
static int
rank_of (CharterFinding *finding)
{
  if (finding == NULL)
    return 0;
  switch (charter_finding_get_status (finding))
    {
    case CHARTER_FINDING_STATUS_UPHELD:
      return 3;
    case CHARTER_FINDING_STATUS_PARTLY:
      return 2;
    case CHARTER_FINDING_STATUS_NOT_UPHELD:
      return 1;
    default:
      return 0;
    }
}

static int
direction (CharterFindingChange *self)
{
  int before = rank_of (self->earlier), after = rank_of (self->later);

  return before != 0 && after != 0 ? after - before : 0;
}

/**
 * charter_finding_change_get_clause: (get-property clause)
 * @self: a change
 *
 * Gives the clause.
 *
 * Returns: the id of a clause
 *
 * Since: 0.1
 */
const char *
charter_finding_change_get_clause (CharterFindingChange *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING_CHANGE (self), NULL);

  return charter_finding_get_clause (self->later != NULL ? self->later : self->earlier);
}

/**
 * charter_finding_change_get_earlier: (get-property earlier)
 * @self: a change
 *
 * Gives the finding before.
 *
 * Returns: (transfer none) (nullable): a finding, %NULL where the clause was not in the charter
 *
 * Since: 0.1
 */
CharterFinding *
charter_finding_change_get_earlier (CharterFindingChange *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING_CHANGE (self), NULL);

  return self->earlier;
}

/**
 * charter_finding_change_get_later: (get-property later)
 * @self: a change
 *
 * Gives the finding after.
 *
 * Returns: (transfer none) (nullable): a finding, %NULL where the clause is no longer in the
 *   charter
 *
 * Since: 0.1
 */
CharterFinding *
charter_finding_change_get_later (CharterFindingChange *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING_CHANGE (self), NULL);

  return self->later;
}

/**
 * charter_finding_change_get_rose: (get-property rose)
 * @self: a change
 *
 * Says whether the clause is lived better than before.
 *
 * Returns: %TRUE if it rose
 *
 * Since: 0.1
 */
gboolean
charter_finding_change_get_rose (CharterFindingChange *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING_CHANGE (self), FALSE);

  return direction (self) > 0;
}

/**
 * charter_finding_change_get_fell: (get-property fell)
 * @self: a change
 *
 * Says whether the clause is lived worse than before.
 *
 * Returns: %TRUE if it fell
 *
 * Since: 0.1
 */
gboolean
charter_finding_change_get_fell (CharterFindingChange *self)
{
  g_return_val_if_fail (CHARTER_IS_FINDING_CHANGE (self), FALSE);

  return direction (self) < 0;
}
