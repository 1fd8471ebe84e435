/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-interest.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterInterest:
 *
 * An interest that a person has declared in a party.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterInterest
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_PERSON,
  PROP_PARTY,
  PROP_CATEGORY,
  PROP_NATURE,
  PROP_SENSITIVE,
  PROP_SINCE,
  PROP_UNTIL,
  PROP_ENDED,
  PROP_REDACTED
} CharterInterestProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterInterest, charter_interest, G_TYPE_OBJECT)

static void
charter_interest_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterInterest *self = CHARTER_INTEREST (object);

  switch ((CharterInterestProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_interest_get_id (self));
      break;
    case PROP_PERSON:
      g_value_set_string (value, charter_interest_get_person (self));
      break;
    case PROP_PARTY:
      g_value_set_string (value, charter_interest_get_party (self));
      break;
    case PROP_CATEGORY:
      g_value_set_string (value, charter_interest_get_category (self));
      break;
    case PROP_NATURE:
      g_value_set_string (value, charter_interest_get_nature (self));
      break;
    case PROP_SENSITIVE:
      g_value_set_boolean (value, charter_interest_get_sensitive (self));
      break;
    case PROP_SINCE:
      g_value_set_string (value, charter_interest_get_since (self));
      break;
    case PROP_UNTIL:
      g_value_set_string (value, charter_interest_get_until (self));
      break;
    case PROP_ENDED:
      g_value_set_string (value, charter_interest_get_ended (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_interest_get_redacted (self));
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
   * CharterInterest:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterInterest:person: (getter get_person)
   *
   * The id of the person who declared it.
   *
   * Since: 0.1
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);

  /**
   * CharterInterest:party: (getter get_party)
   *
   * The id of the party in which it lies.
   *
   * Since: 0.1
   */
  properties[PROP_PARTY] = g_param_spec_string ("party", NULL, NULL, NULL, flags);

  /**
   * CharterInterest:category: (getter get_category)
   *
   * Its category, such as `financial`.
   *
   * Since: 0.1
   */
  properties[PROP_CATEGORY] = g_param_spec_string ("category", NULL, NULL, NULL, flags);

  /**
   * CharterInterest:nature: (getter get_nature)
   *
   * What the interest is, %NULL if none is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_NATURE] = g_param_spec_string ("nature", NULL, NULL, NULL, flags);
}

static void
install_standing (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterInterest:sensitive: (getter get_sensitive)
   *
   * Whether its details are to be withheld from the register.
   *
   * Since: 0.1
   */
  properties[PROP_SENSITIVE] = g_param_spec_boolean ("sensitive", NULL, NULL, FALSE, flags);

  /**
   * CharterInterest:since: (getter get_since)
   *
   * Its first day, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, flags);

  /**
   * CharterInterest:until: (getter get_until)
   *
   * Its last day, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, NULL, flags);

  /**
   * CharterInterest:ended: (getter get_ended)
   *
   * The instant at which it was said to have ended, %NULL if that has not been said.
   *
   * Since: 0.1
   */
  properties[PROP_ENDED] = g_param_spec_string ("ended", NULL, NULL, NULL, flags);

  /**
   * CharterInterest:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_interest_class_init (CharterInterestClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_interest_get_property;
  install_matter ();
  install_standing ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_interest_init (CharterInterest *self)
{
}

/**
 * charter_interest_get_id: (get-property id)
 * @self: an interest
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_interest_get_id (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_interest_get_person: (get-property person)
 * @self: an interest
 *
 * Gives the id of the person who declared it.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_interest_get_person (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_string (&self->thing, "person");
}

/**
 * charter_interest_get_party: (get-property party)
 * @self: an interest
 *
 * Gives the id of the party in which it lies.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_interest_get_party (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_string (&self->thing, "party");
}

/**
 * charter_interest_get_category: (get-property category)
 * @self: an interest
 *
 * Gives its category, such as `financial`.
 *
 * Returns: the category
 *
 * Since: 0.1
 */
const char *
charter_interest_get_category (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_string (&self->thing, "category");
}

/**
 * charter_interest_get_nature: (get-property nature)
 * @self: an interest
 *
 * Gives what the interest is.
 *
 * Returns: (nullable): the nature, %NULL if none is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_interest_get_nature (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_string (&self->thing, "nature");
}

/**
 * charter_interest_get_sensitive: (get-property sensitive)
 * @self: an interest
 *
 * Tells whether its details are to be withheld from the register.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_interest_get_sensitive (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), FALSE);

  return charter_thing_get_boolean (&self->thing, "sensitive");
}

/**
 * charter_interest_get_since: (get-property since)
 * @self: an interest
 *
 * Gives its first day.
 *
 * Returns: (nullable): a date, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_interest_get_since (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_string (&self->thing, "since");
}

/**
 * charter_interest_get_until: (get-property until)
 * @self: an interest
 *
 * Gives its last day.
 *
 * Returns: (nullable): a date, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_interest_get_until (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_string (&self->thing, "until");
}

/**
 * charter_interest_get_ended: (get-property ended)
 * @self: an interest
 *
 * Gives the instant at which it was said to have ended.
 *
 * Returns: (nullable): an instant in UTC, %NULL if that has not been said
 *
 * Since: 0.1
 */
const char *
charter_interest_get_ended (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_INTEREST_ENDED);
}

/**
 * charter_interest_get_redacted: (get-property redacted)
 * @self: an interest
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_interest_get_redacted (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_interest_get_entry:
 * @self: an interest
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_interest_get_entry (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_interest_to_json:
 * @self: an interest
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
charter_interest_to_json (CharterInterest *self)
{
  g_return_val_if_fail (CHARTER_IS_INTEREST (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
