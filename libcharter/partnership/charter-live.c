/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-live-private.h"

CharterLive *
charter_live_new (CharterState *state)
{
  CharterLive *self = g_new0 (CharterLive, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->state = charter_state_ref (state);
  self->wrappers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

CharterLive *
charter_live_ref (CharterLive *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
charter_live_unref (CharterLive *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->wrappers);
  charter_state_unref (self->state);
  g_free (self);
}

/* Wrappers hold the live state, so it is there when the last of them goes. */
typedef struct
{
  CharterLive *live;
  guint64      key;
} Note;

static void
forget_wrapper (gpointer data,
                GObject *gone)
{
  g_autofree Note *note = data;

  if (g_hash_table_lookup (note->live->wrappers, &note->key) == gone)
    g_hash_table_remove (note->live->wrappers, &note->key);
  charter_live_unref (note->live);
}

gpointer
charter_live_find (CharterLive *self,
                   guint64      key)
{
  GObject *wrapper = g_hash_table_lookup (self->wrappers, &key);

  return wrapper != NULL ? g_object_ref (wrapper) : NULL;
}

void
charter_live_note (CharterLive *self,
                   guint64      key,
                   GObject     *wrapper)
{
  Note *note = g_new (Note, 1);

  note->live = charter_live_ref (self);
  note->key = key;
  g_hash_table_insert (self->wrappers, g_memdup2 (&key, sizeof key), wrapper);
  g_object_weak_ref (wrapper, forget_wrapper, note);
}
