/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-partner.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterPartner:
 *
 * An organisation or group that takes part in a partnership.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterPartner
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_SECTOR,
  PROP_GROUP,
  PROP_CONSTITUENCIES,
  PROP_WEIGHT,
  PROP_PUBLIC_BODY,
  PROP_CURRENT,
  PROP_CURRENT_SINCE,
  PROP_LEFT,
  PROP_REDACTED
} CharterPartnerProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterPartner, charter_partner, G_TYPE_OBJECT)

static void
charter_partner_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterPartner *self = CHARTER_PARTNER (object);

  switch ((CharterPartnerProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_partner_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, charter_partner_get_name (self));
      break;
    case PROP_SECTOR:
      g_value_set_string (value, charter_partner_get_sector (self));
      break;
    case PROP_GROUP:
      g_value_set_string (value, charter_partner_get_group (self));
      break;
    case PROP_CONSTITUENCIES:
      g_value_take_boxed (value, charter_partner_dup_constituencies (self));
      break;
    case PROP_WEIGHT:
      g_value_set_int64 (value, charter_partner_get_weight (self));
      break;
    case PROP_PUBLIC_BODY:
      g_value_set_boolean (value, charter_partner_get_public_body (self));
      break;
    case PROP_CURRENT:
      g_value_set_boolean (value, charter_partner_get_current (self));
      break;
    case PROP_CURRENT_SINCE:
      g_value_set_string (value, charter_partner_get_current_since (self));
      break;
    case PROP_LEFT:
      g_value_set_string (value, charter_partner_get_left (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_partner_get_redacted (self));
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
   * CharterPartner:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterPartner:name: (getter get_name)
   *
   * Its name, %NULL if it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  /**
   * CharterPartner:sector: (getter get_sector)
   *
   * The sector it belongs to, such as `voluntary`, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_SECTOR] = g_param_spec_string ("sector", NULL, NULL, NULL, flags);

  /**
   * CharterPartner:group: (getter get_group)
   *
   * The group of affiliated organisations it belongs to, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
}

static void
install_weight (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterPartner:constituencies:
   *
   * Ids of the constituencies it belongs to.
   *
   * Since: 0.1
   */
  properties[PROP_CONSTITUENCIES]
    = g_param_spec_boxed ("constituencies", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * CharterPartner:weight: (getter get_weight)
   *
   * The weight of its vote, 1 where none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_WEIGHT]
    = g_param_spec_int64 ("weight", NULL, NULL, G_MININT64, G_MAXINT64, 1, flags);

  /**
   * CharterPartner:public-body: (getter get_public_body)
   *
   * Whether it is a public body.
   *
   * Since: 0.1
   */
  properties[PROP_PUBLIC_BODY] = g_param_spec_boolean ("public-body", NULL, NULL, FALSE, flags);
}

static void
install_standing (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterPartner:current: (getter get_current)
   *
   * Whether it is a partner at the time of the last entry.
   *
   * Since: 0.1
   */
  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, flags);

  /**
   * CharterPartner:current-since: (getter get_current_since)
   *
   * The instant from which it has been a partner.
   *
   * Since: 0.1
   */
  properties[PROP_CURRENT_SINCE] = g_param_spec_string ("current-since", NULL, NULL, NULL, flags);

  /**
   * CharterPartner:left: (getter get_left)
   *
   * The instant at which it left, %NULL if it has not left.
   *
   * Since: 0.1
   */
  properties[PROP_LEFT] = g_param_spec_string ("left", NULL, NULL, NULL, flags);

  /**
   * CharterPartner:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_partner_class_init (CharterPartnerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_partner_get_property;
  install_identity ();
  install_weight ();
  install_standing ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_partner_init (CharterPartner *self)
{
}

/**
 * charter_partner_get_id: (get-property id)
 * @self: a partner
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_partner_get_id (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_partner_get_name: (get-property name)
 * @self: a partner
 *
 * Gives its name.
 *
 * Returns: (nullable): the name, %NULL if it has been erased
 *
 * Since: 0.1
 */
const char *
charter_partner_get_name (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_get_string (&self->thing, "name");
}

/**
 * charter_partner_get_sector: (get-property sector)
 * @self: a partner
 *
 * Gives the sector it belongs to, such as `voluntary`.
 *
 * Returns: (nullable): the sector, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_partner_get_sector (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_get_string (&self->thing, "sector");
}

/**
 * charter_partner_get_group: (get-property group)
 * @self: a partner
 *
 * Gives the group of affiliated organisations it belongs to.
 *
 * Returns: (nullable): the group, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_partner_get_group (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_get_string (&self->thing, "group");
}

/**
 * charter_partner_dup_constituencies:
 * @self: a partner
 *
 * Gives ids of the constituencies it belongs to.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, none if it belongs to none
 *
 * Since: 0.1
 */
char **
charter_partner_dup_constituencies (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_dup_strings (&self->thing, "constituencies");
}

/**
 * charter_partner_get_weight: (get-property weight)
 * @self: a partner
 *
 * Gives the weight of its vote, 1 where none is stated.
 *
 * Returns: the weight
 *
 * Since: 0.1
 */
gint64
charter_partner_get_weight (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), 0);

  return charter_thing_get_integer (&self->thing, "weight", 1);
}

/**
 * charter_partner_get_public_body: (get-property public-body)
 * @self: a partner
 *
 * Tells whether it is a public body.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_partner_get_public_body (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), FALSE);

  return charter_thing_get_boolean (&self->thing, "public-body");
}

/**
 * charter_partner_get_current: (get-property current)
 * @self: a partner
 *
 * Tells whether it is a partner at the time of the last entry.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_partner_get_current (CharterPartner *self)
{
  const CharterFact *made;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_PARTNER (self), FALSE);

  return charter_thing_look (&self->thing, &scene, &made)
         && charter_scene_is_current (&scene, made->makes, charter_thing_now (&scene));
}

/**
 * charter_partner_get_current_since: (get-property current-since)
 * @self: a partner
 *
 * Gives the instant from which it has been a partner.
 *
 * Returns: an instant in UTC
 *
 * Since: 0.1
 */
const char *
charter_partner_get_current_since (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_get_made (&self->thing);
}

/**
 * charter_partner_get_left: (get-property left)
 * @self: a partner
 *
 * Gives the instant at which it left.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it has not left
 *
 * Since: 0.1
 */
const char *
charter_partner_get_left (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_PARTNER_LEFT);
}

/**
 * charter_partner_get_redacted: (get-property redacted)
 * @self: a partner
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_partner_get_redacted (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_partner_get_entry:
 * @self: a partner
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_partner_get_entry (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_partner_to_json:
 * @self: a partner
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
charter_partner_to_json (CharterPartner *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNER (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
