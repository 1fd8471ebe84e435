/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-objects-private.h"

/**
 * CharterTieStep:
 *
 * One step by which a tie among options was settled, or tried to be.
 *
 * A lot can be drawn again by anybody: `doc/options.md` says how the order follows from what it was
 * drawn from.
 *
 * Since: 0.1
 */
struct _CharterTieStep
{
  GObject parent_instance;

  char    *step;
  GStrv    tied;
  GStrv    left;
  char    *person;
  char    *charter;
  char    *decision;
  char    *ballots;
  char    *seed;
  GStrv    order;
};

typedef enum
{
  PROP_STEP = 1,
  PROP_TIED,
  PROP_LEFT,
  PROP_PERSON,
  PROP_CHARTER,
  PROP_DECISION,
  PROP_BALLOTS,
  PROP_SEED,
  PROP_ORDER
} CharterTieStepProperty;

#define N_PROPS (PROP_ORDER + 1)
#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterTieStep, charter_tie_step, G_TYPE_OBJECT)

static void
charter_tie_step_finalize (GObject *object)
{
  CharterTieStep *self = CHARTER_TIE_STEP (object);

  g_free (self->step);
  g_strfreev (self->tied);
  g_strfreev (self->left);
  g_free (self->person);
  g_free (self->charter);
  g_free (self->decision);
  g_free (self->ballots);
  g_free (self->seed);
  g_strfreev (self->order);

  G_OBJECT_CLASS (charter_tie_step_parent_class)->finalize (object);
}

static void
charter_tie_step_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterTieStep *self = CHARTER_TIE_STEP (object);

  switch ((CharterTieStepProperty) id)
    {
    case PROP_STEP:
      g_value_set_string (value, self->step);
      break;
    case PROP_TIED:
      g_value_set_boxed (value, self->tied);
      break;
    case PROP_LEFT:
      g_value_set_boxed (value, self->left);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_CHARTER:
      g_value_set_string (value, self->charter);
      break;
    case PROP_DECISION:
      g_value_set_string (value, self->decision);
      break;
    case PROP_BALLOTS:
      g_value_set_string (value, self->ballots);
      break;
    case PROP_SEED:
      g_value_set_string (value, self->seed);
      break;
    case PROP_ORDER:
      g_value_set_boxed (value, self->order);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * CharterTieStep:step: (getter get_step)
   *
   * The step as the rule spells it: `first-ranks`, `role-ranking`, `seniority`, `lot`,
   * `casting-vote` or `status-quo`.
   *
   * Since: 0.1
   */
  properties[PROP_STEP] = g_param_spec_string ("step", NULL, NULL, NULL, FLAGS);

  /**
   * CharterTieStep:tied: (getter get_tied)
   *
   * The options that were level.
   *
   * Since: 0.1
   */
  properties[PROP_TIED] = g_param_spec_boxed ("tied", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterTieStep:left: (getter get_left)
   *
   * The options for which it went on, or that the step chose.
   *
   * Since: 0.1
   */
  properties[PROP_LEFT] = g_param_spec_boxed ("left", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterTieStep:person: (getter get_person)
   *
   * The person whose ballot or casting vote it was, %NULL for other steps.
   *
   * Since: 0.1
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, FLAGS);

  /**
   * CharterTieStep:charter: (getter get_charter)
   *
   * Of a lot, the id of the charter; else %NULL.
   *
   * Since: 0.1
   */
  properties[PROP_CHARTER] = g_param_spec_string ("charter", NULL, NULL, NULL, FLAGS);

  /**
   * CharterTieStep:decision: (getter get_decision)
   *
   * Of a lot, the id of the decision; else %NULL.
   *
   * Since: 0.1
   */
  properties[PROP_DECISION] = g_param_spec_string ("decision", NULL, NULL, NULL, FLAGS);

  /**
   * CharterTieStep:ballots: (getter get_ballots)
   *
   * Of a lot, the SHA-256 over the ballots as they are recorded; else %NULL.
   *
   * Since: 0.1
   */
  properties[PROP_BALLOTS] = g_param_spec_string ("ballots", NULL, NULL, NULL, FLAGS);

  /**
   * CharterTieStep:seed: (getter get_seed)
   *
   * Of a lot, the SHA-256 over the other three; else %NULL.
   *
   * Since: 0.1
   */
  properties[PROP_SEED] = g_param_spec_string ("seed", NULL, NULL, NULL, FLAGS);

  /**
   * CharterTieStep:order: (getter get_order)
   *
   * Of a lot, the options in the order drawn; else none.
   *
   * Since: 0.1
   */
  properties[PROP_ORDER] = g_param_spec_boxed ("order", NULL, NULL, G_TYPE_STRV, FLAGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_tie_step_class_init (CharterTieStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_tie_step_finalize;
  object_class->get_property = charter_tie_step_get_property;
  install_properties (object_class);
}

static void
charter_tie_step_init (CharterTieStep *self)
{
}

static void
set_lot (CharterTieStep        *self,
         const CharterChoosing *choosing)
{
  const CharterLot *lot = choosing->lot;

  self->charter = g_strdup (lot->charter);
  self->decision = g_strdup (lot->decision);
  self->ballots = g_strdup (lot->ballots);
  self->seed = g_strdup (lot->seed);
  g_strfreev (self->order);
  self->order = charter_choosing_dup_ids (choosing, lot->order);
}

CharterTieStep *
charter_tie_step_new (const CharterScene    *scene,
                      const CharterChoosing *choosing,
                      guint                  step)
{
  CharterTieStep *self = g_object_new (CHARTER_TYPE_TIE_STEP, NULL);
  const CharterTieRow *row = &g_array_index (choosing->ties, CharterTieRow, step);

  self->step = g_strdup (row->step);
  self->tied = charter_choosing_dup_ids (choosing, row->tied);
  self->left = charter_choosing_dup_ids (choosing, row->left);
  self->person = row->person != 0 ? g_strdup (charter_scene_name (scene, row->person)) : NULL;
  self->order = g_new0 (char *, 1);
  if (choosing->lot != NULL && g_strcmp0 (row->step, "lot") == 0)
    set_lot (self, choosing);

  return self;
}

/**
 * charter_tie_step_get_step: (get-property step)
 * @self: a step
 *
 * Gives the step.
 *
 * Returns: `first-ranks`, `role-ranking`, `seniority`, `lot`, `casting-vote` or `status-quo`
 *
 * Since: 0.1
 */
const char *
charter_tie_step_get_step (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return self->step;
}

/**
 * charter_tie_step_get_tied: (get-property tied)
 * @self: a step
 *
 * Gives the options that were level.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 *
 * Since: 0.1
 */
const char *const *
charter_tie_step_get_tied (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return (const char *const *) self->tied;
}

/**
 * charter_tie_step_get_left: (get-property left)
 * @self: a step
 *
 * Gives the options for which it went on, or that the step chose.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids; all of the tied ones where the step
 *   told none of them apart
 *
 * Since: 0.1
 */
const char *const *
charter_tie_step_get_left (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return (const char *const *) self->left;
}

/**
 * charter_tie_step_get_person: (get-property person)
 * @self: a step
 *
 * Gives the person whose ballot or casting vote it was.
 *
 * Returns: (nullable): the id of a person
 *
 * Since: 0.1
 */
const char *
charter_tie_step_get_person (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return self->person;
}

/**
 * charter_tie_step_get_charter: (get-property charter)
 * @self: a step
 *
 * Gives the first thing that a lot was drawn from.
 *
 * Returns: (nullable): the id of the charter; %NULL if it is no lot
 *
 * Since: 0.1
 */
const char *
charter_tie_step_get_charter (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return self->charter;
}

/**
 * charter_tie_step_get_decision: (get-property decision)
 * @self: a step
 *
 * Gives the second thing that a lot was drawn from.
 *
 * Returns: (nullable): the id of the decision; %NULL if it is no lot
 *
 * Since: 0.1
 */
const char *
charter_tie_step_get_decision (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return self->decision;
}

/**
 * charter_tie_step_get_ballots: (get-property ballots)
 * @self: a step
 *
 * Gives the third thing that a lot was drawn from.
 *
 * Returns: (nullable): SHA-256 in hex over the ballots as they are recorded; %NULL if it is no
 *   lot
 *
 * Since: 0.1
 */
const char *
charter_tie_step_get_ballots (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return self->ballots;
}

/**
 * charter_tie_step_get_seed: (get-property seed)
 * @self: a step
 *
 * Gives the seed of a lot.
 *
 * Returns: (nullable): SHA-256 in hex over what it was drawn from; %NULL if it is no lot
 *
 * Since: 0.1
 */
const char *
charter_tie_step_get_seed (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return self->seed;
}

/**
 * charter_tie_step_get_order: (get-property order)
 * @self: a step
 *
 * Gives the order that was drawn.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, the first drawn first; none if it is
 *   no lot
 *
 * Since: 0.1
 */
const char *const *
charter_tie_step_get_order (CharterTieStep *self)
{
  g_return_val_if_fail (CHARTER_IS_TIE_STEP (self), NULL);

  return (const char *const *) self->order;
}
