/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-memo-private.h"

#include "state/charter-state-internal.h"

/* What was worked out before.  Threads that read one state take turns. */

struct _CharterMemos
{
  GMutex      lock;
  GHashTable *rows[CHARTER_N_MEMOS];   /* seq → row */
  GArray     *latest;                  /* gint64: the latest `at` of the entries up to seq, at
                                          seq - 1; as far as it was asked for */
};

CharterMemos *
charter_memos_new (void)
{
  CharterMemos *self = g_new0 (CharterMemos, 1);

  g_mutex_init (&self->lock);
  for (guint i = 0; i < CHARTER_N_MEMOS; i++)
    self->rows[i] = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->latest = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
charter_memos_free (CharterMemos *self)
{
  for (guint i = 0; i < CHARTER_N_MEMOS; i++)
    g_hash_table_unref (self->rows[i]);
  g_array_unref (self->latest);
  g_mutex_clear (&self->lock);
  g_free (self);
}

gpointer
charter_scene_take_memo (const CharterScene *scene,
                         CharterMemoKind     kind,
                         guint32             seq)
{
  CharterMemos *self = scene->state->memos;
  gpointer row = NULL;

  g_mutex_lock (&self->lock);
  g_hash_table_steal_extended (self->rows[kind], GUINT_TO_POINTER (seq), NULL, &row);
  g_mutex_unlock (&self->lock);
  return row;
}

void
charter_scene_give_memo (const CharterScene *scene,
                         CharterMemoKind     kind,
                         guint32             seq,
                         gpointer            row)
{
  CharterMemos *self = scene->state->memos;

  g_mutex_lock (&self->lock);
  g_hash_table_replace (self->rows[kind], GUINT_TO_POINTER (seq), row);
  g_mutex_unlock (&self->lock);
}

static gint64
latest_up_to (const CharterMemos *self,
              guint32             seq)
{
  return seq > 0 ? g_array_index (self->latest, gint64, seq - 1) : G_MININT64;
}

static void
extend (CharterMemos       *self,
        const CharterScene *scene)
{
  for (guint32 seq = self->latest->len + 1; seq <= scene->known; seq++)
    {
      gint64 latest = MAX (latest_up_to (self, seq - 1), charter_scene_fact (scene, seq)->at);

      g_array_append_val (self->latest, latest);
    }
}

guint32
charter_scene_all_by (const CharterScene *scene,
                      gint64              at)
{
  CharterMemos *self = scene->state->memos;
  guint32 low = 0, high = scene->known;

  g_mutex_lock (&self->lock);
  extend (self, scene);
  while (low < high)
    {
      guint32 middle = low + (high - low + 1) / 2;

      if (latest_up_to (self, middle) <= at)
        low = middle;
      else
        high = middle - 1;
    }
  g_mutex_unlock (&self->lock);
  return low;
}
