/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-appointment.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterAppointment:
 *
 * A role given to a person, from one day to another.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterAppointment
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_ROLE,
  PROP_PERSON,
  PROP_PARTNER,
  PROP_FROM,
  PROP_UNTIL,
  PROP_HELD
} CharterAppointmentProperty;

#define N_PROPS (PROP_HELD + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterAppointment, charter_appointment, G_TYPE_OBJECT)

/* What the role-given comes to at the time of the last entry; TRUE if it is held then. */
static gboolean
look_up (CharterAppointment *self,
         CharterTenure      *tenure)
{
  const CharterFact *given;
  CharterScene scene;

  tenure->from = tenure->until = CHARTER_DATE_NONE;
  return charter_thing_look (&self->thing, &scene, &given)
         && charter_scene_tenure (&scene, given, charter_thing_now (&scene), tenure);
}

static void
charter_appointment_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  CharterAppointment *self = CHARTER_APPOINTMENT (object);

  switch ((CharterAppointmentProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_appointment_get_id (self));
      break;
    case PROP_ROLE:
      g_value_set_string (value, charter_appointment_get_role (self));
      break;
    case PROP_PERSON:
      g_value_set_string (value, charter_appointment_get_person (self));
      break;
    case PROP_PARTNER:
      g_value_set_string (value, charter_appointment_get_partner (self));
      break;
    case PROP_FROM:
      g_value_set_string (value, charter_appointment_get_from (self));
      break;
    case PROP_UNTIL:
      g_value_set_string (value, charter_appointment_get_until (self));
      break;
    case PROP_HELD:
      g_value_set_boolean (value, charter_appointment_get_held (self));
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
   * CharterAppointment:id: (getter get_id)
   *
   * The id of the entry that gave the role.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterAppointment:role: (getter get_role)
   *
   * The id of the role.
   *
   * Since: 0.1
   */
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, flags);

  /**
   * CharterAppointment:person: (getter get_person)
   *
   * The id of the person who was given it.
   *
   * Since: 0.1
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);

  /**
   * CharterAppointment:partner: (getter get_partner)
   *
   * The id of the partner for which the role is held, %NULL if it is held for none.
   *
   * Since: 0.1
   */
  properties[PROP_PARTNER] = g_param_spec_string ("partner", NULL, NULL, NULL, flags);
}

static void
install_term (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterAppointment:from: (getter get_from)
   *
   * The first day on which it is held.
   *
   * Since: 0.1
   */
  properties[PROP_FROM] = g_param_spec_string ("from", NULL, NULL, NULL, flags);

  /**
   * CharterAppointment:until: (getter get_until)
   *
   * The last day on which it is held: the one stated, else the end of the term that the
   * charter gives the role, %NULL if it has no end.
   *
   * Since: 0.1
   */
  properties[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, NULL, flags);

  /**
   * CharterAppointment:held: (getter get_held)
   *
   * Whether it is held at the time of the last entry.
   *
   * Since: 0.1
   */
  properties[PROP_HELD] = g_param_spec_boolean ("held", NULL, NULL, FALSE, flags);
}

static void
charter_appointment_class_init (CharterAppointmentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_appointment_get_property;
  install_identity ();
  install_term ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_appointment_init (CharterAppointment *self)
{
}

/**
 * charter_appointment_get_id: (get-property id)
 * @self: an appointment
 *
 * Gives the id of the entry that gave the role.
 *
 * Returns: the id, unique among the entries of the record
 *
 * Since: 0.1
 */
const char *
charter_appointment_get_id (CharterAppointment *self)
{
  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_appointment_get_role: (get-property role)
 * @self: an appointment
 *
 * Gives the id of the role.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_appointment_get_role (CharterAppointment *self)
{
  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "role");
}

/**
 * charter_appointment_get_person: (get-property person)
 * @self: an appointment
 *
 * Gives the id of the person who was given it.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_appointment_get_person (CharterAppointment *self)
{
  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "person");
}

/**
 * charter_appointment_get_partner: (get-property partner)
 * @self: an appointment
 *
 * Gives the id of the partner for which the role is held.
 *
 * Returns: (nullable): an id, %NULL if it is held for none
 *
 * Since: 0.1
 */
const char *
charter_appointment_get_partner (CharterAppointment *self)
{
  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "for");
}

/**
 * charter_appointment_get_from: (get-property from)
 * @self: an appointment
 *
 * Gives the first day on which it is held.
 *
 * Returns: a date in the record's zone
 *
 * Since: 0.1
 */
const char *
charter_appointment_get_from (CharterAppointment *self)
{
  CharterTenure tenure;

  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  look_up (self, &tenure);
  return charter_thing_keep_date (&self->thing, tenure.from);
}

/**
 * charter_appointment_get_until: (get-property until)
 * @self: an appointment
 *
 * Gives the last day on which it is held: the one stated, else the end of the term that the
 * charter gives the role.
 *
 * Returns: (nullable): a date in the record's zone, %NULL if it has no end
 *
 * Since: 0.1
 */
const char *
charter_appointment_get_until (CharterAppointment *self)
{
  CharterTenure tenure;

  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  look_up (self, &tenure);
  return charter_thing_keep_date (&self->thing, tenure.until);
}

/**
 * charter_appointment_get_held: (get-property held)
 * @self: an appointment
 *
 * Tells whether it is held at the time of the last entry.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_appointment_get_held (CharterAppointment *self)
{
  CharterTenure tenure;

  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), FALSE);

  return look_up (self, &tenure);
}

/**
 * charter_appointment_get_entry:
 * @self: an appointment
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_appointment_get_entry (CharterAppointment *self)
{
  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_appointment_to_json:
 * @self: an appointment
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
charter_appointment_to_json (CharterAppointment *self)
{
  g_return_val_if_fail (CHARTER_IS_APPOINTMENT (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
