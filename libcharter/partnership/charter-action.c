/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-action.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterAction:
 *
 * Something that somebody is to do by a date.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterAction
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_OWNER,
  PROP_DUE,
  PROP_TEXT,
  PROP_DECISION,
  PROP_DONE,
  PROP_DROPPED,
  PROP_REDACTED
} CharterActionProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterAction, charter_action, G_TYPE_OBJECT)

static void
charter_action_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CharterAction *self = CHARTER_ACTION (object);

  switch ((CharterActionProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_action_get_id (self));
      break;
    case PROP_OWNER:
      g_value_set_string (value, charter_action_get_owner (self));
      break;
    case PROP_DUE:
      g_value_set_string (value, charter_action_get_due (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, charter_action_get_text (self));
      break;
    case PROP_DECISION:
      g_value_set_string (value, charter_action_get_decision (self));
      break;
    case PROP_DONE:
      g_value_set_string (value, charter_action_get_done (self));
      break;
    case PROP_DROPPED:
      g_value_set_string (value, charter_action_get_dropped (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_action_get_redacted (self));
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
   * CharterAction:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterAction:owner: (getter get_owner)
   *
   * The id of the person or partner who answers for it now.
   *
   * Since: 0.1
   */
  properties[PROP_OWNER] = g_param_spec_string ("owner", NULL, NULL, NULL, flags);

  /**
   * CharterAction:due: (getter get_due)
   *
   * The date by which it is to be done, as last changed.
   *
   * Since: 0.1
   */
  properties[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, NULL, flags);

  /**
   * CharterAction:text: (getter get_text)
   *
   * The action in words, %NULL if nothing is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);

  /**
   * CharterAction:decision: (getter get_decision)
   *
   * The id of the decision that it follows from, %NULL if it follows from none.
   *
   * Since: 0.1
   */
  properties[PROP_DECISION] = g_param_spec_string ("decision", NULL, NULL, NULL, flags);
}

static void
install_standing (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterAction:done: (getter get_done)
   *
   * The instant at which it was done, %NULL if it has not been done.
   *
   * Since: 0.1
   */
  properties[PROP_DONE] = g_param_spec_string ("done", NULL, NULL, NULL, flags);

  /**
   * CharterAction:dropped: (getter get_dropped)
   *
   * The instant at which it was dropped, %NULL if it has not been dropped.
   *
   * Since: 0.1
   */
  properties[PROP_DROPPED] = g_param_spec_string ("dropped", NULL, NULL, NULL, flags);

  /**
   * CharterAction:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_action_class_init (CharterActionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_action_get_property;
  install_matter ();
  install_standing ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_action_init (CharterAction *self)
{
}

/**
 * charter_action_get_id: (get-property id)
 * @self: an action
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_action_get_id (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_action_get_owner: (get-property owner)
 * @self: an action
 *
 * Gives the id of the person or partner who answers for it now.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_action_get_owner (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_get_string (&self->thing, "owner");
}

/**
 * charter_action_get_due: (get-property due)
 * @self: an action
 *
 * Gives the date by which it is to be done, as last changed.
 *
 * Returns: a date
 *
 * Since: 0.1
 */
const char *
charter_action_get_due (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_get_string (&self->thing, "due");
}

/**
 * charter_action_get_text: (get-property text)
 * @self: an action
 *
 * Gives the action in words.
 *
 * Returns: (nullable): the words, %NULL if nothing is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_action_get_text (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_get_string (&self->thing, "text");
}

/**
 * charter_action_get_decision: (get-property decision)
 * @self: an action
 *
 * Gives the id of the decision that it follows from.
 *
 * Returns: (nullable): an id, %NULL if it follows from none
 *
 * Since: 0.1
 */
const char *
charter_action_get_decision (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_get_string (&self->thing, "decision");
}

/**
 * charter_action_get_done: (get-property done)
 * @self: an action
 *
 * Gives the instant at which it was done.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it has not been done
 *
 * Since: 0.1
 */
const char *
charter_action_get_done (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_ACTION_DONE);
}

/**
 * charter_action_get_dropped: (get-property dropped)
 * @self: an action
 *
 * Gives the instant at which it was dropped.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it has not been dropped
 *
 * Since: 0.1
 */
const char *
charter_action_get_dropped (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_ACTION_DROPPED);
}

/**
 * charter_action_get_redacted: (get-property redacted)
 * @self: an action
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_action_get_redacted (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_action_get_entry:
 * @self: an action
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_action_get_entry (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_action_to_json:
 * @self: an action
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
charter_action_to_json (CharterAction *self)
{
  g_return_val_if_fail (CHARTER_IS_ACTION (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
