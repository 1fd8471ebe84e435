/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-internal.h"

#include <charter/charter-sqlite-store.h>
#include <string.h>

#define CHUNK 1000

/* Opening records, and taking in what others appended. */

static void
note_recorded (CharterPartnership *self,
               guint32             since)
{
  CharterScene scene = charter_live_scene (self->live);

  for (guint32 seq = since + 1; seq <= scene.known; seq++)
    {
      const CharterFact *fact = charter_scene_fact (&scene, seq);

      if (!(charter_kinds[fact->kind]->flags & CHARTER_KIND_CONCERN))
        self->last_recorded = MAX (self->last_recorded, fact->recorded);
    }
}

static gboolean
apply_leaves (CharterState  *state,
              const GStrv    leaves,
              GError       **error)
{
  for (guint i = 0; leaves[i] != NULL; i++)
    if (!charter_state_apply (state, leaves[i], strlen (leaves[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_chunk (CharterStore  *store,
            CharterState  *state,
            gint64         first,
            gint64         last,
            GError       **error)
{
  g_auto(GStrv) leaves = charter_store_read_leaves (store, first, last, error);

  if (leaves == NULL || !apply_leaves (state, leaves, error))
    return FALSE;
  if ((gint64) g_strv_length (leaves) == last - first + 1)
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
               "Entry %u is missing from the file", charter_state_get_head (state) + 1);
  return FALSE;
}

/* Applies leaves from the store to the state, up to the end or the first that is no good: a
 * chunk that cannot be read is read again one by one, so that nothing good before the fault
 * is lost. */
static gboolean
read_leaves (CharterStore  *store,
             CharterState  *state,
             gint64         size,
             GError       **error)
{
  gint64 step = CHUNK;

  for (gint64 first = charter_state_get_head (state) + 1; first <= size;
       first = charter_state_get_head (state) + 1)
    {
      g_autoptr(GError) fault = NULL;
      gint64 last = MIN (size, first + step - 1);

      if (read_chunk (store, state, first, last, &fault))
        continue;
      if (first == last || charter_state_get_head (state) >= first)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      step = 1;
    }
  return TRUE;
}

static gboolean
is_damage (const GError *error)
{
  return error->domain == CHARTER_ERROR
         && (error->code == CHARTER_ERROR_DAMAGED || error->code == CHARTER_ERROR_VERSION
             || error->code == CHARTER_ERROR_REFERENCE);
}

static gboolean
store_is_read_only (CharterStore *store)
{
  return CHARTER_IS_SQLITE_STORE (store)
         && charter_sqlite_store_get_read_only (CHARTER_SQLITE_STORE (store));
}

/* Where the record breaks off, it opens read-only up to the last good entry. */
static gboolean
load (CharterPartnership *self,
      CharterState       *state,
      GError            **error)
{
  g_autofree char *head = charter_store_dup_head (self->store, error);
  g_autoptr(GError) damage = NULL;

  if (head == NULL || !charter_frontier_from_text (&self->frontier, head, error))
    return FALSE;
  if (read_leaves (self->store, state, self->frontier.size, &damage))
    return TRUE;
  if (!is_damage (damage))
    {
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  self->damage = g_strdup (damage->message);
  self->read_only = TRUE;
  return TRUE;
}

CharterPartnership *
charter_partnership_new_opened (CharterStore  *store,
                                GError       **error)
{
  g_autoptr(CharterPartnership) self = g_object_new (CHARTER_TYPE_PARTNERSHIP, NULL);

  g_set_object (&self->store, store);
  self->read_only = store_is_read_only (store);
  charter_state_unref (self->live->state);
  self->live->state = charter_state_new (store);
  if (!load (self, self->live->state, error))
    return NULL;
  note_recorded (self, 0);
  /* A redaction that a crash kept from erasing is made good; if that fails, the next opening
   * tries again. */
  if (!self->read_only)
    charter_partnership_erase_redacted (self, 0, NULL);
  charter_entries_grew (self->entries, 0);
  charter_things_grew (self->things, 0);
  charter_partnership_get_title (self);
  return g_steal_pointer (&self);
}

/**
 * charter_partnership_new:
 *
 * Makes a partnership with an empty record in memory; it is gone with the object.
 *
 * Returns: (transfer full): a new partnership
 *
 * Since: 0.1
 */
CharterPartnership *
charter_partnership_new (void)
{
  return g_object_new (CHARTER_TYPE_PARTNERSHIP, NULL);
}

/**
 * charter_partnership_new_for_store:
 * @store: a store
 * @error: return location for an error
 *
 * Opens the record that a store keeps, or begins one where it is empty. A record that breaks
 * off opens read-only up to its last good entry; [property@Charter.Partnership:damage] says
 * why.
 *
 * Returns: (transfer full): the partnership, %NULL with an error of [error@Charter.Error] if
 *   the store cannot be read
 *
 * Since: 0.1
 */
CharterPartnership *
charter_partnership_new_for_store (CharterStore  *store,
                                   GError       **error)
{
  g_return_val_if_fail (CHARTER_IS_STORE (store), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return charter_partnership_new_opened (store, error);
}

static CharterPartnership *
open_store (CharterSqliteStore *store,
            GError            **error)
{
  g_autoptr(CharterSqliteStore) owned = store;

  return owned != NULL ? charter_partnership_new_opened (CHARTER_STORE (owned), error) : NULL;
}

/**
 * charter_partnership_create:
 * @path: (type filename): where the new `.charter` file goes
 * @error: return location for an error
 *
 * Makes a new record in a new file, which only its owner can read. A file that is there
 * already is never touched.
 *
 * Returns: (transfer full): the partnership, %NULL with an error of [error@Charter.Error] if
 *   the file cannot be made
 *
 * Since: 0.1
 */
CharterPartnership *
charter_partnership_create (const char  *path,
                            GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return open_store (charter_sqlite_store_create (path, error), error);
}

/**
 * charter_partnership_open:
 * @path: (type filename): a `.charter` file
 * @error: return location for an error
 *
 * Opens a record.
 *
 * Returns: (transfer full): the partnership, %NULL with an error of [error@Charter.Error] if
 *   the file is no record or cannot be opened for writing
 *
 * Since: 0.1
 */
CharterPartnership *
charter_partnership_open (const char  *path,
                          GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return open_store (charter_sqlite_store_open (path, error), error);
}

/**
 * charter_partnership_open_read_only:
 * @path: (type filename): a `.charter` file
 * @error: return location for an error
 *
 * Opens a record for reading.
 *
 * Returns: (transfer full): the partnership, %NULL with an error of [error@Charter.Error] if
 *   the file is no record or cannot be read
 *
 * Since: 0.1
 */
CharterPartnership *
charter_partnership_open_read_only (const char  *path,
                                    GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return open_store (charter_sqlite_store_open_read_only (path, error), error);
}

/* What others wrote into openings: those of the new entries are there now, and those that a
 * redaction names are not. */
static void
forget_members (CharterPartnership *self,
                guint32             seq,
                const char         *prefix,
                const CharterNode  *members)
{
  g_autoptr(GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);

  for (const CharterNode *member = charter_node_first (members); member != NULL;
       member = charter_node_next (members, member))
    g_ptr_array_add (pointers, g_strconcat (prefix, member->string, NULL));
  g_ptr_array_add (pointers, NULL);
  charter_state_forget_openings (self->live->state, seq, (const char *const *) pointers->pdata);
}

static void
forget_redacted (CharterPartnership *self,
                 guint32             seq)
{
  CharterScene scene = charter_live_scene (self->live);
  const CharterFact *redaction = charter_scene_fact (&scene, seq);
  const CharterNode *members;
  const CharterFact *entry;

  if (redaction->kind != CHARTER_KIND ("entry-redacted"))
    return;
  members = charter_node_member (redaction->data, "members");
  entry = charter_scene_find_entry (&scene, charter_scene_string (&scene, redaction, "entry"));
  forget_members (self, entry->seq, "/data/", members);
  for (guint32 c = entry->newest_correction; c != 0;
       c = charter_scene_fact (&scene, c)->previous_correction)
    forget_members (self, c, "/data/set/", members);
}

/* Puts in place what others appended, read whole beforehand. */
static void
take_over (CharterPartnership *self,
           CharterState       *next,
           const GStrv         openings)
{
  guint32 before = charter_state_get_head (self->live->state);

  charter_state_unref (self->live->state);
  self->live->state = next;
  charter_state_add_openings (next, 0, (const char *const *) openings);
  for (guint32 seq = before + 1; seq <= charter_state_get_head (next); seq++)
    forget_redacted (self, seq);
  note_recorded (self, before);
}

/* @fault: what the record breaks off with, NULL where it could be read to its end. */
static void
note_damage (CharterPartnership *self,
             const GError       *fault)
{
  if (fault == NULL && self->damage == NULL)
    return;
  g_free (self->damage);
  self->damage = fault != NULL ? g_strdup (fault->message) : NULL;
  self->read_only = fault != NULL || store_is_read_only (self->store);
  g_object_notify (G_OBJECT (self), "damage");
  g_object_notify (G_OBJECT (self), "read-only");
}

/* Reads on into a copy: whatever fails, nothing here has changed.  A record that breaks off is
 * read up to its last good entry, with @fault set. */
static CharterState *
read_on (CharterPartnership  *self,
         gint64               size,
         GStrv               *openings,
         GError             **fault,
         GError             **error)
{
  guint32 before = charter_state_get_head (self->live->state);
  g_autoptr(CharterState) next = charter_state_grow (charter_state_ref (self->live->state));

  if (!read_leaves (self->store, next, size, fault) && !is_damage (*fault))
    {
      g_propagate_error (error, g_steal_pointer (fault));
      return NULL;
    }
  *openings = charter_store_read_openings (self->store, before + 1,
                                           MAX (charter_state_get_head (next), before + 1), error);
  return *openings != NULL ? g_steal_pointer (&next) : NULL;
}

/**
 * charter_partnership_refresh:
 * @self: a partnership
 * @error: return location for an error
 *
 * Takes in what others have appended to the store. This is refused as
 * [error@Charter.Error.BUSY] while an append is under way or its handlers are running.
 *
 * Returns: the number of entries that came in, −1 with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
gint64
charter_partnership_refresh (CharterPartnership  *self,
                             GError             **error)
{
  g_autofree char *head = NULL;
  g_autoptr(GError) fault = NULL;
  g_auto(GStrv) openings = NULL;
  CharterFrontier frontier;
  CharterState *next;
  guint32 before;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  if (self->busy)
    {
      g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_BUSY,
                           "An append is under way: take in what others appended after it has ended");
      return -1;
    }
  before = charter_state_get_head (self->live->state);
  head = charter_store_dup_head (self->store, error);
  if (head == NULL || !charter_frontier_from_text (&frontier, head, error))
    return -1;
  if (frontier.size <= before)
    return 0;
  next = read_on (self, frontier.size, &openings, &fault, error);
  if (next == NULL)
    return -1;
  take_over (self, next, openings);
  note_damage (self, fault);
  if (fault == NULL)
    self->frontier = frontier;
  self->busy = TRUE;
  if (charter_state_get_head (next) > before)
    charter_partnership_notify_grown (self, before);
  self->busy = FALSE;
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return -1;
    }
  return charter_state_get_head (self->live->state) - before;
}
