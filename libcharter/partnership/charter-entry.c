/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-private.h"

#include <charter/charter-entry.h>

/**
 * CharterEntry:
 *
 * One thing that happened, as it stands in the record.
 *
 * Nothing in a record is edited. What an entry says is read with the corrections recorded so
 * far; private values come from their openings, and sealed ones are never given out. There is
 * one object per entry at a time.
 *
 * Since: 0.1
 */
struct _CharterEntry
{
  GObject parent_instance;

  CharterLive *live;
  guint32      seq;
  char         at[CHARTER_INSTANT_TEXT_SIZE];
  char         recorded[CHARTER_INSTANT_TEXT_SIZE];
};

enum
{
  PROP_0,
  PROP_SEQ,
  PROP_ID,
  PROP_KIND,
  PROP_AT,
  PROP_BY,
  PROP_RECORDED,
  PROP_LATE,
  PROP_REDACTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterEntry, charter_entry, G_TYPE_OBJECT)

static void
charter_entry_finalize (GObject *object)
{
  CharterEntry *self = CHARTER_ENTRY (object);

  g_clear_pointer (&self->live, charter_live_unref);
  G_OBJECT_CLASS (charter_entry_parent_class)->finalize (object);
}

/* An entry that a script made by itself stands in no record and says nothing. */
#define in_record(self) ((self)->live != NULL)

static const CharterFact *
entry_fact (CharterEntry *self)
{
  CharterScene scene = charter_live_scene (self->live);

  return charter_scene_fact (&scene, self->seq);
}

static void
charter_entry_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CharterEntry *self = CHARTER_ENTRY (object);

  switch (id)
    {
    case PROP_SEQ:
      g_value_set_int64 (value, self->seq);
      break;
    case PROP_ID:
      g_value_set_string (value, charter_entry_get_id (self));
      break;
    case PROP_KIND:
      g_value_set_string (value, charter_entry_get_kind (self));
      break;
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_BY:
      g_value_set_string (value, charter_entry_get_by (self));
      break;
    case PROP_RECORDED:
      g_value_set_string (value, self->recorded);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, charter_entry_get_late (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_entry_get_redacted (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_strings (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterEntry:id: (getter get_id)
   *
   * The entry's id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterEntry:kind: (getter get_kind)
   *
   * What kind of thing happened, such as `ballot-cast`.
   *
   * Since: 0.1
   */
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);

  /**
   * CharterEntry:at: (getter get_at)
   *
   * When it happened: an instant in UTC.
   *
   * Since: 0.1
   */
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);

  /**
   * CharterEntry:by: (getter get_by)
   *
   * The id of the person who made the entry, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_BY] = g_param_spec_string ("by", NULL, NULL, NULL, flags);

  /**
   * CharterEntry:recorded: (getter get_recorded)
   *
   * When it was written down: an instant in UTC.
   *
   * Since: 0.1
   */
  properties[PROP_RECORDED] = g_param_spec_string ("recorded", NULL, NULL, NULL, flags);
}

static void
charter_entry_class_init (CharterEntryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_entry_finalize;
  object_class->get_property = charter_entry_get_property;

  /**
   * CharterEntry:seq: (getter get_seq)
   *
   * The place of the entry in the record, from 1.
   *
   * Since: 0.1
   */
  properties[PROP_SEQ] = g_param_spec_int64 ("seq", NULL, NULL, 0, G_MAXINT64, 0, flags);
  install_strings (object_class);

  /**
   * CharterEntry:late: (getter get_late)
   *
   * Whether it was written down more than five minutes after it happened.
   *
   * Since: 0.1
   */
  properties[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);

  /**
   * CharterEntry:redacted: (getter get_redacted)
   *
   * Whether a private or sealed value of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_entry_init (CharterEntry *self)
{
}

CharterEntry *
charter_live_entry (CharterLive *live,
                    guint32      seq)
{
  CharterEntry *self = charter_live_find (live, (guint64) seq * 2);
  const CharterFact *fact;

  if (self != NULL)
    return self;
  self = g_object_new (CHARTER_TYPE_ENTRY, NULL);
  self->live = charter_live_ref (live);
  self->seq = seq;
  fact = entry_fact (self);
  charter_instant_format (fact->at, self->at);
  charter_instant_format (fact->recorded, self->recorded);
  charter_live_note (live, (guint64) seq * 2, G_OBJECT (self));
  return self;
}

/**
 * charter_entry_get_seq: (get-property seq)
 * @self: an entry
 *
 * Gives the entry's place in the record.
 *
 * Returns: a number from 1, without gaps
 *
 * Since: 0.1
 */
gint64
charter_entry_get_seq (CharterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_ENTRY (self), 0);

  return self->seq;
}

/**
 * charter_entry_get_id: (get-property id)
 * @self: an entry
 *
 * Gives the entry's id.
 *
 * Returns: the id, unique among entries of the record
 *
 * Since: 0.1
 */
const char *
charter_entry_get_id (CharterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_ENTRY (self), NULL);
  if (!in_record (self))
    return NULL;

  return entry_fact (self)->id;
}

/**
 * charter_entry_get_kind: (get-property kind)
 * @self: an entry
 *
 * Gives the kind of thing that happened.
 *
 * Returns: the kind, spelled `noun-verb`
 *
 * Since: 0.1
 */
const char *
charter_entry_get_kind (CharterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_ENTRY (self), NULL);
  if (!in_record (self))
    return NULL;

  return charter_kinds[entry_fact (self)->kind]->data.name;
}

/**
 * charter_entry_get_at: (get-property at)
 * @self: an entry
 *
 * Gives the instant when it happened. Concerns are cut to the day.
 *
 * Returns: such as `2026-03-02T10:00:00Z`
 *
 * Since: 0.1
 */
const char *
charter_entry_get_at (CharterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_ENTRY (self), NULL);

  return self->at;
}

/**
 * charter_entry_get_by: (get-property by)
 * @self: an entry
 *
 * Gives the person who made the entry.
 *
 * Returns: (nullable): a person's id, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_entry_get_by (CharterEntry *self)
{
  const CharterFact *fact;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_ENTRY (self), NULL);
  if (!in_record (self))
    return NULL;

  scene = charter_live_scene (self->live);
  fact = charter_scene_fact (&scene, self->seq);
  return fact->by != 0 ? charter_scene_name (&scene, fact->by) : NULL;
}

/**
 * charter_entry_get_recorded: (get-property recorded)
 * @self: an entry
 *
 * Gives the instant when the entry was written down.
 *
 * Returns: such as `2026-03-02T10:00:04Z`
 *
 * Since: 0.1
 */
const char *
charter_entry_get_recorded (CharterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_ENTRY (self), NULL);

  return self->recorded;
}

/**
 * charter_entry_get_late: (get-property late)
 * @self: an entry
 *
 * Tells whether it was written down more than five minutes after it happened.
 *
 * Returns: %TRUE if it is late
 *
 * Since: 0.1
 */
gboolean
charter_entry_get_late (CharterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_ENTRY (self), FALSE);
  if (!in_record (self))
    return FALSE;

  return (entry_fact (self)->flags & CHARTER_FACT_LATE) != 0;
}

/**
 * charter_entry_get_redacted: (get-property redacted)
 * @self: an entry
 *
 * Tells whether a private value of the entry has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_entry_get_redacted (CharterEntry *self)
{
  g_autoptr(CharterArena) arena = NULL;
  gboolean redacted = FALSE;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_ENTRY (self), FALSE);
  if (!in_record (self))
    return FALSE;

  arena = charter_arena_new ();
  scene = charter_live_scene (self->live);
  charter_reveal_data (&scene, charter_scene_fact (&scene, self->seq), arena, FALSE, &redacted);
  return redacted;
}

/**
 * charter_entry_dup_data:
 * @self: an entry
 *
 * Writes what the entry says, with the corrections recorded so far: its `data` in canonical
 * JSON. Private values stand in clear, or as `{"redacted": true}` where they were erased;
 * sealed ones are left out.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_entry_dup_data (CharterEntry *self)
{
  g_autoptr(CharterArena) arena = NULL;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_ENTRY (self), NULL);
  if (!in_record (self))
    return NULL;

  arena = charter_arena_new ();
  scene = charter_live_scene (self->live);
  return charter_node_to_text (charter_reveal_data (&scene, charter_scene_fact (&scene, self->seq),
                                                    arena, FALSE, NULL));
}

/**
 * charter_entry_to_json:
 * @self: an entry
 *
 * Writes the whole entry in canonical JSON: `at`, `by`, `data` as
 * [method@Charter.Entry.dup_data] gives it, `id`, `kind`, `recorded` and `seq`.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_entry_to_json (CharterEntry *self)
{
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_ENTRY (self), NULL);
  if (!in_record (self))
    return NULL;

  scene = charter_live_scene (self->live);
  return charter_reveal_entry (&scene, charter_scene_fact (&scene, self->seq), FALSE);
}
