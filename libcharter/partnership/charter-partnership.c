/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-internal.h"

#include <charter/charter-memory-store.h>

/**
 * CharterPartnership:
 *
 * The living partnership: its record, and the answers that follow from it.
 *
 * A partnership is computed from its record and nothing else. It lives in one `.charter` file
 * (or in any [iface@Charter.Store]); each call of [method@Charter.Partnership.record] judges
 * one entry against the record and the charter in force, and writes it durably or refuses it
 * with words that say why. Four questions can then be asked, each about one instant, each
 * answered with reasons:
 *
 * - *May I?* [method@Charter.Partnership.may]
 * - *What was decided?* [method@Charter.Partnership.decide]
 * - *What is due?* [method@Charter.Partnership.list_obligations]
 * - *Do we live by it?* [method@Charter.Partnership.assess]
 *
 * The object belongs to the thread that made it. What it hands out outlives it.
 *
 * Since: 0.1
 */
enum
{
  PROP_0,
  PROP_STORE,
  PROP_ID,
  PROP_TITLE,
  PROP_ZONE,
  PROP_HEAD,
  PROP_READ_ONLY,
  PROP_DAMAGE,
  PROP_CLOCK,
  PROP_ENTRIES,
  N_PROPS
};

enum
{
  SIGNAL_ENTRY_APPENDED,
  SIGNAL_PROGRESS,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CharterPartnership, charter_partnership, G_TYPE_OBJECT)

static void
charter_partnership_finalize (GObject *object)
{
  CharterPartnership *self = CHARTER_PARTNERSHIP (object);

  g_clear_object (&self->entries);
  g_clear_pointer (&self->things, charter_things_free);
  g_clear_pointer (&self->live, charter_live_unref);
  g_clear_object (&self->store);
  g_free (self->damage);
  g_free (self->title);
  G_OBJECT_CLASS (charter_partnership_parent_class)->finalize (object);
}

static void
charter_partnership_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  CharterPartnership *self = CHARTER_PARTNERSHIP (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_ID:
      g_value_set_string (value, charter_partnership_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, charter_partnership_get_title (self));
      break;
    case PROP_ZONE:
      g_value_set_string (value, charter_partnership_get_zone (self));
      break;
    case PROP_HEAD:
      g_value_set_int64 (value, charter_partnership_get_head (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_DAMAGE:
      g_value_set_string (value, self->damage);
      break;
    case PROP_CLOCK:
      g_value_set_string (value, charter_partnership_get_clock (self));
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries);
      break;
    default:
      if (id >= N_PROPS && id < N_PROPS + CHARTER_N_THING_SORTS)
        g_value_set_object (value, charter_things_get_list (self->things, id - N_PROPS));
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_partnership_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  CharterPartnership *self = CHARTER_PARTNERSHIP (object);
  g_autoptr(GError) error = NULL;

  if (id == PROP_CLOCK)
    {
      if (!charter_partnership_set_clock (self, g_value_get_string (value), &error))
        g_message ("The clock was left as it was: %s", error->message);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
install_identity (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterPartnership:store: (getter get_store)
   *
   * Where the record is kept.
   *
   * Since: 0.1
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, CHARTER_TYPE_STORE, flags);

  /**
   * CharterPartnership:id: (getter get_id)
   *
   * The partnership's id, %NULL before it is founded.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterPartnership:title: (getter get_title)
   *
   * The partnership's name, %NULL before it is founded.
   *
   * Since: 0.1
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  /**
   * CharterPartnership:zone: (getter get_zone)
   *
   * The IANA time zone that governs every date of the record, %NULL before it is founded.
   *
   * Since: 0.1
   */
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, NULL, flags);
}

static void
install_condition (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterPartnership:head: (getter get_head)
   *
   * The seq of the last entry, 0 for an empty record.
   *
   * Since: 0.1
   */
  properties[PROP_HEAD] = g_param_spec_int64 ("head", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * CharterPartnership:read-only: (getter get_read_only)
   *
   * Whether the record can only be read.
   *
   * Since: 0.1
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);

  /**
   * CharterPartnership:damage: (getter get_damage)
   *
   * What stopped the record from being read to its end, %NULL if nothing did.
   *
   * Since: 0.1
   */
  properties[PROP_DAMAGE] = g_param_spec_string ("damage", NULL, NULL, NULL, flags);

  /**
   * CharterPartnership:clock: (getter get_clock) (setter set_clock)
   *
   * The instant that the record's clock shows, %NULL for the system's clock.
   *
   * Since: 0.1
   */
  properties[PROP_CLOCK] = g_param_spec_string ("clock", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * CharterPartnership:entries: (getter get_entries)
   *
   * All entries, in order.
   *
   * Since: 0.1
   */
  properties[PROP_ENTRIES] = g_param_spec_object ("entries", NULL, NULL, G_TYPE_LIST_MODEL, flags);
}

static void
charter_partnership_class_init (CharterPartnershipClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_partnership_finalize;
  object_class->get_property = charter_partnership_get_property;
  object_class->set_property = charter_partnership_set_property;
  install_identity ();
  install_condition ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
  charter_partnership_install_things (object_class, N_PROPS);

  /**
   * CharterPartnership::entry-appended:
   * @self: the partnership
   * @entry: the entry
   *
   * An entry has been recorded, and everything already shows it. An append from inside a
   * handler is refused as [error@Charter.Error.BUSY].
   *
   * Since: 0.1
   */
  signals[SIGNAL_ENTRY_APPENDED]
    = g_signal_new ("entry-appended", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, CHARTER_TYPE_ENTRY);

  /**
   * CharterPartnership::progress:
   * @self: the partnership
   * @done: entries done so far
   * @total: entries in all, 0 if that is not known
   *
   * Long work (an import, an export) has come this far.
   *
   * Since: 0.1
   */
  signals[SIGNAL_PROGRESS]
    = g_signal_new ("progress", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
charter_partnership_init (CharterPartnership *self)
{
  g_autoptr(CharterState) state = NULL;

  self->last_recorded = CHARTER_INSTANT_NONE;
  self->clock = CHARTER_INSTANT_NONE;
  charter_frontier_init (&self->frontier);
  /* However it was made, it has a record: an empty one in memory until a store takes over. */
  self->store = CHARTER_STORE (charter_memory_store_new ());
  state = charter_state_new (self->store);
  self->live = charter_live_new (state);
  self->entries = charter_entries_new (self->live);
  self->things = charter_things_new (self->live);
}

/* — properties — */

CharterLive *
charter_partnership_get_live (CharterPartnership *self)
{
  return self->live;
}

/**
 * charter_partnership_get_store: (get-property store)
 * @self: a partnership
 *
 * Gives the store that keeps the record.
 *
 * Returns: (transfer none): the store
 *
 * Since: 0.1
 */
CharterStore *
charter_partnership_get_store (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return self->store;
}

static const char *
founding_string (CharterPartnership *self,
                 const char         *member)
{
  CharterScene scene = charter_live_scene (self->live);
  const CharterFact *founding = charter_scene_founding (&scene);

  return founding != NULL ? charter_scene_string (&scene, founding, member) : NULL;
}

/**
 * charter_partnership_get_id: (get-property id)
 * @self: a partnership
 *
 * Gives the partnership's id.
 *
 * Returns: (nullable): the id, %NULL before it is founded
 *
 * Since: 0.1
 */
const char *
charter_partnership_get_id (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return founding_string (self, "id");
}

/**
 * charter_partnership_get_title: (get-property title)
 * @self: a partnership
 *
 * Gives the partnership's name, as corrected.
 *
 * Returns: (nullable): the name, %NULL before it is founded
 *
 * Since: 0.1
 */
const char *
charter_partnership_get_title (CharterPartnership *self)
{
  const char *now;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  now = founding_string (self, "title");
  if (g_strcmp0 (now, self->title) != 0)
    {
      g_free (self->title);
      self->title = g_strdup (now);
    }
  return self->title;
}

/**
 * charter_partnership_get_zone: (get-property zone)
 * @self: a partnership
 *
 * Gives the time zone that governs every date of the record.
 *
 * Returns: (nullable): an IANA name, %NULL before the partnership is founded
 *
 * Since: 0.1
 */
const char *
charter_partnership_get_zone (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return founding_string (self, "zone");
}

/**
 * charter_partnership_get_head: (get-property head)
 * @self: a partnership
 *
 * Gives the seq of the last entry.
 *
 * Returns: a seq from 1, 0 for an empty record
 *
 * Since: 0.1
 */
gint64
charter_partnership_get_head (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), 0);

  return charter_state_get_head (self->live->state);
}

/**
 * charter_partnership_get_read_only: (get-property read-only)
 * @self: a partnership
 *
 * Tells whether the record can only be read.
 *
 * Returns: %TRUE if nothing can be recorded
 *
 * Since: 0.1
 */
gboolean
charter_partnership_get_read_only (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), FALSE);

  return self->read_only;
}

/**
 * charter_partnership_get_damage: (get-property damage)
 * @self: a partnership
 *
 * Tells what stopped the record from being read to its end.
 *
 * Returns: (nullable): a message that names the entry, %NULL if nothing did
 *
 * Since: 0.1
 */
const char *
charter_partnership_get_damage (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return self->damage;
}

/**
 * charter_partnership_get_clock: (get-property clock)
 * @self: a partnership
 *
 * Gives the instant that the host has set for the record's clock.
 *
 * Returns: (nullable): an instant in UTC, %NULL where the system's clock is used
 *
 * Since: 0.1
 */
const char *
charter_partnership_get_clock (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return self->clock != CHARTER_INSTANT_NONE ? self->clock_text : NULL;
}

/**
 * charter_partnership_set_clock: (set-property clock)
 * @self: a partnership
 * @instant: (nullable): an instant in UTC, such as `2026-03-02T10:00:00Z`; %NULL for the
 *   system's clock
 * @error: return location for an error
 *
 * Sets the instant at which the next entries are recorded. `recorded` never runs backwards: an
 * instant before that of the last entry counts as that of the last entry.
 *
 * Returns: %TRUE, or %FALSE with [error@Charter.Error.VALUE] if @instant is none
 *
 * Since: 0.1
 */
gboolean
charter_partnership_set_clock (CharterPartnership  *self,
                               const char          *instant,
                               GError             **error)
{
  gint64 clock = CHARTER_INSTANT_NONE;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (instant != NULL && !charter_question_at (instant, &clock, error))
    return FALSE;
  if (clock == self->clock)
    return TRUE;
  self->clock = clock;
  if (clock != CHARTER_INSTANT_NONE)
    charter_instant_format (clock, self->clock_text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOCK]);
  return TRUE;
}

gint64
charter_partnership_now (CharterPartnership *self)
{
  return self->clock != CHARTER_INSTANT_NONE ? self->clock : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * charter_partnership_get_entries: (get-property entries)
 * @self: a partnership
 *
 * Gives all entries in order of seq, as a list that grows with the record.
 *
 * Returns: (transfer none): a list model of [class@Charter.Entry]
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_get_entries (CharterPartnership *self)
{
  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  return self->entries;
}

/**
 * charter_partnership_get_entry:
 * @self: a partnership
 * @id: an entry's id
 *
 * Looks up an entry.
 *
 * Returns: (transfer full) (nullable): the entry, %NULL if there is none
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_get_entry (CharterPartnership *self,
                               const char         *id)
{
  const CharterFact *fact;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  scene = charter_live_scene (self->live);
  fact = charter_scene_find_entry (&scene, id);
  return fact != NULL ? charter_live_entry (self->live, fact->seq) : NULL;
}

/* — growing — */

void
charter_partnership_notify_grown (CharterPartnership *self,
                                  guint32             before)
{
  guint32 now = charter_state_get_head (self->live->state);
  g_autofree char *title = g_strdup (self->title);

  charter_entries_grew (self->entries, before);
  charter_things_grew (self->things, before);
  if (before == 0)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
    }
  if (g_strcmp0 (charter_partnership_get_title (self), title) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEAD]);
  for (guint32 seq = before + 1; seq <= now; seq++)
    {
      g_autoptr(CharterEntry) entry = NULL;

      if (!g_signal_has_handler_pending (self, signals[SIGNAL_ENTRY_APPENDED], 0, FALSE))
        break;
      entry = charter_live_entry (self->live, seq);
      g_signal_emit (self, signals[SIGNAL_ENTRY_APPENDED], 0, entry);
    }
}
