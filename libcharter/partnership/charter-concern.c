/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-concern.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterConcern:
 *
 * A concern that was raised, and what became of it.
 *
 * Only what is open to everybody is here: what it says, who raised it and whom it is about are
 * sealed, and come through [method@Charter.Partnership.reveal] alone. Times are dates.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterConcern
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TRACK,
  PROP_RAISED,
  PROP_ACKNOWLEDGED,
  PROP_ASSIGNED,
  PROP_HANDLER,
  PROP_CONFLICT_FREE,
  PROP_CLOSED
} CharterConcernProperty;

#define N_PROPS (PROP_CLOSED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterConcern, charter_concern, G_TYPE_OBJECT)

static const CharterFact *
find_assignment (CharterConcern *self,
                 CharterScene   *scene)
{
  const CharterFact *made;

  if (!charter_thing_look (&self->thing, scene, &made))
    return NULL;
  return charter_thing_newest (&self->thing, scene, CHARTER_KIND_CONCERN_ASSIGNED);
}

static void
charter_concern_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterConcern *self = CHARTER_CONCERN (object);

  switch ((CharterConcernProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_concern_get_id (self));
      break;
    case PROP_TRACK:
      g_value_set_string (value, charter_concern_get_track (self));
      break;
    case PROP_RAISED:
      g_value_set_string (value, charter_concern_get_raised (self));
      break;
    case PROP_ACKNOWLEDGED:
      g_value_set_string (value, charter_concern_get_acknowledged (self));
      break;
    case PROP_ASSIGNED:
      g_value_set_string (value, charter_concern_get_assigned (self));
      break;
    case PROP_HANDLER:
      g_value_set_string (value, charter_concern_get_handler (self));
      break;
    case PROP_CONFLICT_FREE:
      g_value_set_boolean (value, charter_concern_get_conflict_free (self));
      break;
    case PROP_CLOSED:
      g_value_set_string (value, charter_concern_get_closed (self));
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
   * CharterConcern:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterConcern:track: (getter get_track)
   *
   * The procedure that it goes by, such as `complaint`.
   *
   * Since: 0.1
   */
  properties[PROP_TRACK] = g_param_spec_string ("track", NULL, NULL, NULL, flags);

  /**
   * CharterConcern:raised: (getter get_raised)
   *
   * The date on which it was raised, in UTC.
   *
   * Since: 0.1
   */
  properties[PROP_RAISED] = g_param_spec_string ("raised", NULL, NULL, NULL, flags);

  /**
   * CharterConcern:acknowledged: (getter get_acknowledged)
   *
   * The date on which it was acknowledged, %NULL if it has not been.
   *
   * Since: 0.1
   */
  properties[PROP_ACKNOWLEDGED] = g_param_spec_string ("acknowledged", NULL, NULL, NULL, flags);
}

static void
install_handling (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterConcern:assigned: (getter get_assigned)
   *
   * The date on which it was last given to somebody to deal with, %NULL if it has not been.
   *
   * Since: 0.1
   */
  properties[PROP_ASSIGNED] = g_param_spec_string ("assigned", NULL, NULL, NULL, flags);

  /**
   * CharterConcern:handler: (getter get_handler)
   *
   * The id of the person who deals with it, %NULL if nobody does.
   *
   * Since: 0.1
   */
  properties[PROP_HANDLER] = g_param_spec_string ("handler", NULL, NULL, NULL, flags);

  /**
   * CharterConcern:conflict-free: (getter get_conflict_free)
   *
   * Whether the one who deals with it was found not to be connected with those it is about.
   *
   * Since: 0.1
   */
  properties[PROP_CONFLICT_FREE]
    = g_param_spec_boolean ("conflict-free", NULL, NULL, FALSE, flags);

  /**
   * CharterConcern:closed: (getter get_closed)
   *
   * The date on which it was closed, %NULL if it has not been.
   *
   * Since: 0.1
   */
  properties[PROP_CLOSED] = g_param_spec_string ("closed", NULL, NULL, NULL, flags);
}

static void
charter_concern_class_init (CharterConcernClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_concern_get_property;
  install_matter ();
  install_handling ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_concern_init (CharterConcern *self)
{
}

/**
 * charter_concern_get_id: (get-property id)
 * @self: a concern
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_concern_get_id (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_concern_get_track: (get-property track)
 * @self: a concern
 *
 * Gives the procedure that it goes by, such as `complaint`.
 *
 * Returns: the track
 *
 * Since: 0.1
 */
const char *
charter_concern_get_track (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_get_string (&self->thing, "track");
}

/**
 * charter_concern_get_raised: (get-property raised)
 * @self: a concern
 *
 * Gives the date on which it was raised, in UTC.
 *
 * Returns: a date
 *
 * Since: 0.1
 */
const char *
charter_concern_get_raised (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_get_made (&self->thing);
}

/**
 * charter_concern_get_acknowledged: (get-property acknowledged)
 * @self: a concern
 *
 * Gives the date on which it was acknowledged.
 *
 * Returns: (nullable): a date, %NULL if it has not been
 *
 * Since: 0.1
 */
const char *
charter_concern_get_acknowledged (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_CONCERN_ACKNOWLEDGED);
}

/**
 * charter_concern_get_assigned: (get-property assigned)
 * @self: a concern
 *
 * Gives the date on which it was last given to somebody to deal with.
 *
 * Returns: (nullable): a date, %NULL if it has not been
 *
 * Since: 0.1
 */
const char *
charter_concern_get_assigned (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_CONCERN_ASSIGNED);
}

/**
 * charter_concern_get_handler: (get-property handler)
 * @self: a concern
 *
 * Gives the id of the person who deals with it.
 *
 * Returns: (nullable): an id, %NULL if nobody does
 *
 * Since: 0.1
 */
const char *
charter_concern_get_handler (CharterConcern *self)
{
  const CharterFact *assigned;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  assigned = find_assignment (self, &scene);
  return assigned != NULL ? charter_scene_string (&scene, assigned, "handler") : NULL;
}

/**
 * charter_concern_get_conflict_free: (get-property conflict-free)
 * @self: a concern
 *
 * Tells whether the one who deals with it was found not to be connected with those it is
 * about.
 *
 * Returns: %TRUE if so, %FALSE too where it could not be told
 *
 * Since: 0.1
 */
gboolean
charter_concern_get_conflict_free (CharterConcern *self)
{
  const CharterFact *assigned;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_CONCERN (self), FALSE);

  assigned = find_assignment (self, &scene);
  return assigned != NULL
         && charter_node_member_boolean (assigned->data, "conflict-free", FALSE);
}

/**
 * charter_concern_get_closed: (get-property closed)
 * @self: a concern
 *
 * Gives the date on which it was closed.
 *
 * Returns: (nullable): a date, %NULL if it has not been
 *
 * Since: 0.1
 */
const char *
charter_concern_get_closed (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_CONCERN_CLOSED);
}

/**
 * charter_concern_get_entry:
 * @self: a concern
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_concern_get_entry (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_concern_to_json:
 * @self: a concern
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
charter_concern_to_json (CharterConcern *self)
{
  g_return_val_if_fail (CHARTER_IS_CONCERN (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
