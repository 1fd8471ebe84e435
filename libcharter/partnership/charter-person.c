/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-person.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterPerson:
 *
 * A person who acts in a partnership, usually for a partner.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * The id is a pseudonym; what people call the person is private, and may be erased.
 *
 * Since: 0.1
 */
struct _CharterPerson
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_HANDLE,
  PROP_PARTNERS,
  PROP_CONSTITUENCIES,
  PROP_EXPERTISE,
  PROP_CURRENT,
  PROP_REDACTED
} CharterPersonProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterPerson, charter_person, G_TYPE_OBJECT)

static void
charter_person_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CharterPerson *self = CHARTER_PERSON (object);

  switch ((CharterPersonProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_person_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, charter_person_get_name (self));
      break;
    case PROP_HANDLE:
      g_value_set_string (value, charter_person_get_handle (self));
      break;
    case PROP_PARTNERS:
      g_value_take_boxed (value, charter_person_dup_partners (self));
      break;
    case PROP_CONSTITUENCIES:
      g_value_take_boxed (value, charter_person_dup_constituencies (self));
      break;
    case PROP_EXPERTISE:
      g_value_take_boxed (value, charter_person_dup_expertise (self));
      break;
    case PROP_CURRENT:
      g_value_set_boolean (value, charter_person_get_current (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_person_get_redacted (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_identity (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterPerson:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterPerson:name: (getter get_name)
   *
   * The person's name, %NULL if none is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  /**
   * CharterPerson:handle: (getter get_handle)
   *
   * The readable name that stands for the id in commands and typed calls, %NULL if none is
   * stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_HANDLE] = g_param_spec_string ("handle", NULL, NULL, NULL, flags);
}

static void
install_belonging (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterPerson:partners:
   *
   * Ids of the partners the person acts for.
   *
   * Since: 0.1
   */
  properties[PROP_PARTNERS] = g_param_spec_boxed ("partners", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * CharterPerson:constituencies:
   *
   * Ids of the person's own constituencies.
   *
   * Since: 0.1
   */
  properties[PROP_CONSTITUENCIES]
    = g_param_spec_boxed ("constituencies", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * CharterPerson:expertise:
   *
   * Whether the person knows the matter from living it (`lived`), from studying it
   * (`learned`), or both.
   *
   * Since: 0.1
   */
  properties[PROP_EXPERTISE] = g_param_spec_boxed ("expertise", NULL, NULL, G_TYPE_STRV, flags);
}

static void
install_standing (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterPerson:current: (getter get_current)
   *
   * Whether the person is in the partnership at the time of the last entry.
   *
   * Since: 0.1
   */
  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, flags);

  /**
   * CharterPerson:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_person_class_init (CharterPersonClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_person_get_property;
  install_identity ();
  install_belonging ();
  install_standing ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_person_init (CharterPerson *self)
{
}

/**
 * charter_person_get_id: (get-property id)
 * @self: a person
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_person_get_id (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_person_get_name: (get-property name)
 * @self: a person
 *
 * Gives the person's name.
 *
 * Returns: (nullable): the name, %NULL if none is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_person_get_name (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_get_string (&self->thing, "name");
}

/**
 * charter_person_get_handle: (get-property handle)
 * @self: a person
 *
 * Gives the readable name that stands for the id in commands and typed calls.
 *
 * Returns: (nullable): the handle, %NULL if none is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_person_get_handle (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_get_string (&self->thing, "handle");
}

/**
 * charter_person_dup_partners:
 * @self: a person
 *
 * Gives ids of the partners the person acts for.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, none if the person acts for nobody
 *
 * Since: 0.1
 */
char **
charter_person_dup_partners (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_dup_strings (&self->thing, "for");
}

/**
 * charter_person_dup_constituencies:
 * @self: a person
 *
 * Gives ids of the person's own constituencies.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, none if the person is in none
 *
 * Since: 0.1
 */
char **
charter_person_dup_constituencies (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_dup_strings (&self->thing, "constituencies");
}

/**
 * charter_person_dup_expertise:
 * @self: a person
 *
 * Gives whether the person knows the matter from living it (`lived`), from studying it
 * (`learned`), or both.
 *
 * Returns: (transfer full) (array zero-terminated=1): words, none if nothing is stated
 *
 * Since: 0.1
 */
char **
charter_person_dup_expertise (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_dup_strings (&self->thing, "expertise");
}

/**
 * charter_person_get_current: (get-property current)
 * @self: a person
 *
 * Tells whether the person is in the partnership at the time of the last entry.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_person_get_current (CharterPerson *self)
{
  const CharterFact *made;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_PERSON (self), FALSE);

  return charter_thing_look (&self->thing, &scene, &made)
         && charter_scene_is_current (&scene, made->makes, charter_thing_now (&scene));
}

/**
 * charter_person_get_redacted: (get-property redacted)
 * @self: a person
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_person_get_redacted (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_person_get_entry:
 * @self: a person
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_person_get_entry (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_person_to_json:
 * @self: a person
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
charter_person_to_json (CharterPerson *self)
{
  g_return_val_if_fail (CHARTER_IS_PERSON (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
