/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-need.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterNeed:
 *
 * A need that somebody has named, or the note that there is none.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterNeed
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_OF,
  PROP_WHAT,
  PROP_NIL,
  PROP_TEXT,
  PROP_DUE,
  PROP_MET,
  PROP_REDACTED
} CharterNeedProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterNeed, charter_need, G_TYPE_OBJECT)

static void
charter_need_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CharterNeed *self = CHARTER_NEED (object);

  switch ((CharterNeedProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_need_get_id (self));
      break;
    case PROP_OF:
      g_value_set_string (value, charter_need_get_of (self));
      break;
    case PROP_WHAT:
      g_value_set_string (value, charter_need_get_what (self));
      break;
    case PROP_NIL:
      g_value_set_boolean (value, charter_need_get_nil (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, charter_need_get_text (self));
      break;
    case PROP_DUE:
      g_value_set_string (value, charter_need_get_due (self));
      break;
    case PROP_MET:
      g_value_set_string (value, charter_need_get_met (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_need_get_redacted (self));
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
   * CharterNeed:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterNeed:of: (getter get_of)
   *
   * The id of the one whose need it is.
   *
   * Since: 0.1
   */
  properties[PROP_OF] = g_param_spec_string ("of", NULL, NULL, NULL, flags);

  /**
   * CharterNeed:what: (getter get_what)
   *
   * What sort of need it is, such as `skill`.
   *
   * Since: 0.1
   */
  properties[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);

  /**
   * CharterNeed:nil: (getter get_nil)
   *
   * Whether it notes that there is no need of this sort.
   *
   * Since: 0.1
   */
  properties[PROP_NIL] = g_param_spec_boolean ("nil", NULL, NULL, FALSE, flags);

  /**
   * CharterNeed:text: (getter get_text)
   *
   * The need in words, %NULL if nothing is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
}

static void
install_standing (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterNeed:due: (getter get_due)
   *
   * The date by which it is to be met, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, NULL, flags);

  /**
   * CharterNeed:met: (getter get_met)
   *
   * The instant at which it was met, %NULL if it has not been met.
   *
   * Since: 0.1
   */
  properties[PROP_MET] = g_param_spec_string ("met", NULL, NULL, NULL, flags);

  /**
   * CharterNeed:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_need_class_init (CharterNeedClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_need_get_property;
  install_matter ();
  install_standing ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_need_init (CharterNeed *self)
{
}

/**
 * charter_need_get_id: (get-property id)
 * @self: a need
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_need_get_id (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_need_get_of: (get-property of)
 * @self: a need
 *
 * Gives the id of the one whose need it is.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_need_get_of (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_get_string (&self->thing, "of");
}

/**
 * charter_need_get_what: (get-property what)
 * @self: a need
 *
 * Gives what sort of need it is, such as `skill`.
 *
 * Returns: a word
 *
 * Since: 0.1
 */
const char *
charter_need_get_what (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_get_string (&self->thing, "what");
}

/**
 * charter_need_get_nil: (get-property nil)
 * @self: a need
 *
 * Tells whether it notes that there is no need of this sort.
 *
 * Returns: %TRUE if there is none
 *
 * Since: 0.1
 */
gboolean
charter_need_get_nil (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), FALSE);

  return charter_thing_get_boolean (&self->thing, "nil");
}

/**
 * charter_need_get_text: (get-property text)
 * @self: a need
 *
 * Gives the need in words.
 *
 * Returns: (nullable): the words, %NULL if nothing is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_need_get_text (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_get_string (&self->thing, "text");
}

/**
 * charter_need_get_due: (get-property due)
 * @self: a need
 *
 * Gives the date by which it is to be met.
 *
 * Returns: (nullable): a date, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_need_get_due (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_get_string (&self->thing, "due");
}

/**
 * charter_need_get_met: (get-property met)
 * @self: a need
 *
 * Gives the instant at which it was met.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it has not been met
 *
 * Since: 0.1
 */
const char *
charter_need_get_met (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_NEED_MET);
}

/**
 * charter_need_get_redacted: (get-property redacted)
 * @self: a need
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_need_get_redacted (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_need_get_entry:
 * @self: a need
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_need_get_entry (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_need_to_json:
 * @self: a need
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
charter_need_to_json (CharterNeed *self)
{
  g_return_val_if_fail (CHARTER_IS_NEED (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
