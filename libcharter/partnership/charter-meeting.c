/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-meeting.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterMeeting:
 *
 * A meeting, or another contact, that was called.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterMeeting
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_PURPOSE,
  PROP_STARTS,
  PROP_PLACE,
  PROP_CANCELLED,
  PROP_REDACTED
} CharterMeetingProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterMeeting, charter_meeting, G_TYPE_OBJECT)

static void
charter_meeting_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterMeeting *self = CHARTER_MEETING (object);

  switch ((CharterMeetingProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_meeting_get_id (self));
      break;
    case PROP_PURPOSE:
      g_value_set_string (value, charter_meeting_get_purpose (self));
      break;
    case PROP_STARTS:
      g_value_set_string (value, charter_meeting_get_starts (self));
      break;
    case PROP_PLACE:
      g_value_set_string (value, charter_meeting_get_place (self));
      break;
    case PROP_CANCELLED:
      g_value_set_string (value, charter_meeting_get_cancelled (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_meeting_get_redacted (self));
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
   * CharterMeeting:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterMeeting:purpose: (getter get_purpose)
   *
   * What it is for, %NULL if it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_PURPOSE] = g_param_spec_string ("purpose", NULL, NULL, NULL, flags);
}

static void
install_time (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterMeeting:starts: (getter get_starts)
   *
   * When it starts, as last changed.
   *
   * Since: 0.1
   */
  properties[PROP_STARTS] = g_param_spec_string ("starts", NULL, NULL, NULL, flags);

  /**
   * CharterMeeting:place: (getter get_place)
   *
   * Where it is held, %NULL if none is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);

  /**
   * CharterMeeting:cancelled: (getter get_cancelled)
   *
   * The instant at which it was cancelled, %NULL if it was not cancelled.
   *
   * Since: 0.1
   */
  properties[PROP_CANCELLED] = g_param_spec_string ("cancelled", NULL, NULL, NULL, flags);

  /**
   * CharterMeeting:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_meeting_class_init (CharterMeetingClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_meeting_get_property;
  install_matter ();
  install_time ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_meeting_init (CharterMeeting *self)
{
}

/**
 * charter_meeting_get_id: (get-property id)
 * @self: a meeting
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_meeting_get_id (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_meeting_get_purpose: (get-property purpose)
 * @self: a meeting
 *
 * Gives what it is for.
 *
 * Returns: (nullable): the purpose, %NULL if it has been erased
 *
 * Since: 0.1
 */
const char *
charter_meeting_get_purpose (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), NULL);

  return charter_thing_get_string (&self->thing, "purpose");
}

/**
 * charter_meeting_get_starts: (get-property starts)
 * @self: a meeting
 *
 * Gives when it starts, as last changed.
 *
 * Returns: an instant in UTC
 *
 * Since: 0.1
 */
const char *
charter_meeting_get_starts (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), NULL);

  return charter_thing_get_string (&self->thing, "starts");
}

/**
 * charter_meeting_get_place: (get-property place)
 * @self: a meeting
 *
 * Gives where it is held.
 *
 * Returns: (nullable): the place, %NULL if none is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_meeting_get_place (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), NULL);

  return charter_thing_get_string (&self->thing, "place");
}

/**
 * charter_meeting_get_cancelled: (get-property cancelled)
 * @self: a meeting
 *
 * Gives the instant at which it was cancelled.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it was not cancelled
 *
 * Since: 0.1
 */
const char *
charter_meeting_get_cancelled (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_MEETING_CANCELLED);
}

/**
 * charter_meeting_get_redacted: (get-property redacted)
 * @self: a meeting
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_meeting_get_redacted (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_meeting_get_entry:
 * @self: a meeting
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_meeting_get_entry (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_meeting_to_json:
 * @self: a meeting
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
charter_meeting_to_json (CharterMeeting *self)
{
  g_return_val_if_fail (CHARTER_IS_MEETING (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
