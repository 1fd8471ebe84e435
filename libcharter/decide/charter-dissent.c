/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-objects-private.h"

/**
 * CharterDissent:
 *
 * One who voted against a decision, objected to it or stood aside, as minutes record it.
 *
 * Dissent is part of the record of a decision that was carried, too. Of a secret decision there
 * is none.
 *
 * Since: 0.1
 */
struct _CharterDissent
{
  GObject parent_instance;

  char         *who, *person, *objection;
  CharterChoice choice;
  gboolean      reasoned, stands;
  gint64        entry;
};

typedef enum
{
  PROP_WHO = 1,
  PROP_PERSON,
  PROP_CHOICE,
  PROP_REASONED,
  PROP_OBJECTION,
  PROP_STANDS,
  PROP_ENTRY
} CharterDissentProperty;

#define N_PROPS (PROP_ENTRY + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterDissent, charter_dissent, G_TYPE_OBJECT)

static void
charter_dissent_finalize (GObject *object)
{
  CharterDissent *self = CHARTER_DISSENT (object);

  g_free (self->who);
  g_free (self->person);
  g_free (self->objection);

  G_OBJECT_CLASS (charter_dissent_parent_class)->finalize (object);
}

static void
charter_dissent_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterDissent *self = CHARTER_DISSENT (object);

  switch ((CharterDissentProperty) id)
    {
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_CHOICE:
      g_value_set_enum (value, (int) self->choice);
      break;
    case PROP_REASONED:
      g_value_set_boolean (value, self->reasoned);
      break;
    case PROP_OBJECTION:
      g_value_set_string (value, self->objection);
      break;
    case PROP_STANDS:
      g_value_set_boolean (value, self->stands);
      break;
    case PROP_ENTRY:
      g_value_set_int64 (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_dissent_class_init (CharterDissentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_dissent_finalize;
  object_class->get_property = charter_dissent_get_property;

  /**
   * CharterDissent:who: (getter get_who)
   *
   * The id of the voting unit: a person, or the partner for which somebody spoke.
   *
   * Since: 0.1
   */
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);

  /**
   * CharterDissent:person: (getter get_person)
   *
   * The id of whoever spoke for the unit; %NULL where that is the unit itself.
   *
   * Since: 0.1
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);

  /**
   * CharterDissent:choice: (getter get_choice)
   *
   * Whether it voted against, objected or stood aside.
   *
   * Since: 0.1
   */
  properties[PROP_CHOICE] =
    g_param_spec_enum ("choice", NULL, NULL, CHARTER_TYPE_CHOICE, CHARTER_CHOICE_AGAINST, flags);

  /**
   * CharterDissent:reasoned: (getter get_reasoned)
   *
   * Whether a reason was given. What it says is private.
   *
   * Since: 0.1
   */
  properties[PROP_REASONED] = g_param_spec_boolean ("reasoned", NULL, NULL, FALSE, flags);

  /**
   * CharterDissent:objection: (getter get_objection)
   *
   * The id of the objection, where it was raised and not cast as a ballot; else %NULL.
   *
   * Since: 0.1
   */
  properties[PROP_OBJECTION] = g_param_spec_string ("objection", NULL, NULL, NULL, flags);

  /**
   * CharterDissent:stands: (getter get_stands)
   *
   * Whether it is an objection that bears on the result.
   *
   * Since: 0.1
   */
  properties[PROP_STANDS] = g_param_spec_boolean ("stands", NULL, NULL, FALSE, flags);

  /**
   * CharterDissent:entry: (getter get_entry)
   *
   * The seq of the entry.
   *
   * Since: 0.1
   */
  properties[PROP_ENTRY] = g_param_spec_int64 ("entry", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_dissent_init (CharterDissent *self)
{
}

static CharterChoice
parse_choice (const char *text)
{
  if (g_str_equal (text, "against"))
    return CHARTER_CHOICE_AGAINST;

  return g_str_equal (text, "object") ? CHARTER_CHOICE_OBJECT : CHARTER_CHOICE_STAND_ASIDE;
}

static char *
dup_name (const CharterScene *scene,
          CharterRef          ref)
{
  return ref != 0 ? g_strdup (charter_scene_name (scene, ref)) : NULL;
}

CharterDissent *
charter_dissent_new (const CharterScene       *scene,
                     const CharterDissentData *data)
{
  CharterDissent *self = g_object_new (CHARTER_TYPE_DISSENT, NULL);

  self->who = dup_name (scene, data->unit);
  self->person = dup_name (scene, data->person);
  self->objection = dup_name (scene, data->fact->makes);
  self->choice = parse_choice (data->choice);
  self->reasoned = data->reasoned;
  self->stands = data->stands;
  self->entry = data->fact->seq;

  return self;
}

/**
 * charter_dissent_get_who: (get-property who)
 * @self: a dissent
 *
 * Tells whose dissent it is.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_dissent_get_who (CharterDissent *self)
{
  g_return_val_if_fail (CHARTER_IS_DISSENT (self), NULL);

  return self->who;
}

/**
 * charter_dissent_get_person: (get-property person)
 * @self: a dissent
 *
 * Gives who spoke for the unit.
 *
 * Returns: (nullable): the id of a person, or %NULL where that is the unit itself
 *
 * Since: 0.1
 */
const char *
charter_dissent_get_person (CharterDissent *self)
{
  g_return_val_if_fail (CHARTER_IS_DISSENT (self), NULL);

  return self->person;
}

/**
 * charter_dissent_get_choice: (get-property choice)
 * @self: a dissent
 *
 * Tells what it did.
 *
 * Returns: against, object or stand-aside
 *
 * Since: 0.1
 */
CharterChoice
charter_dissent_get_choice (CharterDissent *self)
{
  g_return_val_if_fail (CHARTER_IS_DISSENT (self), CHARTER_CHOICE_AGAINST);

  return self->choice;
}

/**
 * charter_dissent_get_reasoned: (get-property reasoned)
 * @self: a dissent
 *
 * Tells whether a reason was given.
 *
 * Returns: %TRUE if there is one, whoever may read it
 *
 * Since: 0.1
 */
gboolean
charter_dissent_get_reasoned (CharterDissent *self)
{
  g_return_val_if_fail (CHARTER_IS_DISSENT (self), FALSE);

  return self->reasoned;
}

/**
 * charter_dissent_get_objection: (get-property objection)
 * @self: a dissent
 *
 * Gives the objection.
 *
 * Returns: (nullable): the id of an objection that was raised, or %NULL for a ballot
 *
 * Since: 0.1
 */
const char *
charter_dissent_get_objection (CharterDissent *self)
{
  g_return_val_if_fail (CHARTER_IS_DISSENT (self), NULL);

  return self->objection;
}

/**
 * charter_dissent_get_stands: (get-property stands)
 * @self: a dissent
 *
 * Tells whether it is an objection that stands.
 *
 * Returns: %TRUE if it is; an objection that nobody answered stands
 *
 * Since: 0.1
 */
gboolean
charter_dissent_get_stands (CharterDissent *self)
{
  g_return_val_if_fail (CHARTER_IS_DISSENT (self), FALSE);

  return self->stands;
}

/**
 * charter_dissent_get_entry: (get-property entry)
 * @self: a dissent
 *
 * Gives the entry.
 *
 * Returns: the seq of the ballot or of the objection
 *
 * Since: 0.1
 */
gint64
charter_dissent_get_entry (CharterDissent *self)
{
  g_return_val_if_fail (CHARTER_IS_DISSENT (self), 0);

  return self->entry;
}
