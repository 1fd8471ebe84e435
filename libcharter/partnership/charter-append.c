/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-internal.h"

#include <string.h>

/* Appending: a batch is judged, written, applied, and then told about. */

/* Permission is asked once somebody has held `record`; that is worked out when first needed. */
static void
note_governed (CharterPartnership *self)
{
  CharterScene scene = charter_live_scene (self->live);

  if (!self->governed)
    self->governed = charter_gate_is_governed (&scene, self->governed_until);
  self->governed_until = scene.known;
}

CharterBatch *
charter_partnership_begin (CharterPartnership  *self,
                           gboolean             single,
                           GError             **error)
{
  if (self->busy)
    g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_BUSY,
                         "Another append is under way: record this after it has ended");
  else if (self->read_only)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_READ_ONLY,
                 "This record can only be read%s%s", self->damage != NULL ? ": " : "",
                 self->damage != NULL ? self->damage : "");
  else if (self->frontier.size != charter_state_get_head (self->live->state))
    g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_STALE,
                         "What others recorded has been taken in only in part: refresh first");
  if (self->busy || self->read_only
      || self->frontier.size != charter_state_get_head (self->live->state))
    return NULL;
  note_governed (self);
  self->busy = TRUE;
  return charter_batch_new (self->live->state, &self->frontier, charter_partnership_now (self),
                            self->last_recorded, self->governed, single);
}

void
charter_partnership_abandon (CharterPartnership *self)
{
  self->busy = FALSE;
}

/* What has been stored is applied; it was applied to the batch's fork before, or came through
 * the gate alone, so failure here would be a fault of the library. */
static gboolean
apply_batch (CharterPartnership  *self,
             CharterBatch        *batch,
             GError             **error)
{
  g_clear_pointer (&batch->base, charter_state_unref);
  g_clear_pointer (&batch->state, charter_state_unref);
  self->live->state = charter_state_grow (self->live->state);
  for (guint i = 0; i < batch->leaves->len; i++)
    {
      const char *leaf = batch->leaves->pdata[i];

      if (!charter_state_apply (self->live->state, leaf, strlen (leaf), error))
        return FALSE;
      charter_state_add_openings (self->live->state, batch->head + i + 1,
                                  (const char *const *) batch->by_leaf->pdata[i]);
    }
  self->frontier = batch->frontier;
  self->last_recorded = MAX (self->last_recorded, batch->last_recorded);
  return TRUE;
}

/* Erases what an entry-redacted names: the openings of the entry and of its corrections. */
static gboolean
erase (CharterPartnership  *self,
       guint32              seq,
       const char          *prefix,
       const CharterNode   *members,
       GError             **error)
{
  g_auto(GStrv) texts = charter_store_read_openings (self->store, seq, seq, error);
  g_autoptr(GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CharterArena) arena = charter_arena_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();
      CharterOpening opening;
      g_auto(GStrv) parts = NULL;

      if (!charter_opening_read (arena, texts[i], &opening, problems)
          || !g_str_has_prefix (opening.pointer, prefix))
        continue;
      parts = g_strsplit (opening.pointer + strlen (prefix), "/", 2);
      if (charter_node_has_string (members, parts[0]))
        g_ptr_array_add (pointers, g_strdup (opening.pointer));
    }
  g_ptr_array_add (pointers, NULL);
  if (texts == NULL)
    return FALSE;
  if (pointers->len > 1
      && !charter_store_erase_openings (self->store, seq, (const char *const *) pointers->pdata, error))
    return FALSE;
  charter_state_forget_openings (self->live->state, seq, (const char *const *) pointers->pdata);
  return TRUE;
}

static gboolean
erase_redacted (CharterPartnership  *self,
                guint32              seq,
                GError             **error)
{
  CharterScene scene = charter_live_scene (self->live);
  const CharterFact *redaction = charter_scene_fact (&scene, seq);
  const CharterNode *members;
  const CharterFact *entry;

  members = charter_node_member (redaction->data, "members");
  entry = charter_scene_find_entry (&scene, charter_scene_string (&scene, redaction, "entry"));
  if (!erase (self, entry->seq, "/data/", members, error))
    return FALSE;
  for (guint32 c = entry->newest_correction; c != 0; c = charter_scene_fact (&scene, c)->previous_correction)
    if (!erase (self, c, "/data/set/", members, error))
      return FALSE;
  return TRUE;
}

gboolean
charter_partnership_erase_redacted (CharterPartnership  *self,
                                    guint32              before,
                                    GError             **error)
{
  CharterScene scene = charter_live_scene (self->live);
  g_autoptr(GPtrArray) redactions = g_ptr_array_new ();

  charter_scene_collect (&scene, 0, CHARTER_KIND ("entry-redacted"), redactions);
  for (guint i = 0; i < redactions->len; i++)
    if (((const CharterFact *) redactions->pdata[i])->seq > before
        && !erase_redacted (self, ((const CharterFact *) redactions->pdata[i])->seq, error))
      return FALSE;
  return TRUE;
}

/* Erases what the batch asks for, also where the redaction stood in the record already: to
 * record it again is how to try once more. */
static gboolean
erase_asked (CharterPartnership  *self,
             CharterBatch        *batch,
             GError             **error)
{
  CharterScene scene = charter_live_scene (self->live);

  for (guint i = 0; i < batch->seqs->len; i++)
    {
      guint32 seq = g_array_index (batch->seqs, guint32, i);

      if (charter_scene_fact (&scene, seq)->kind != CHARTER_KIND ("entry-redacted")
          || erase_redacted (self, seq, error))
        continue;
      g_prefix_error (error, "The redaction is recorded, but the values could not be erased "
                      "(record it again to try once more): ");
      return FALSE;
    }
  return TRUE;
}

gboolean
charter_partnership_commit (CharterPartnership  *self,
                            CharterBatch        *batch,
                            GError             **error)
{
  guint32 before = charter_state_get_head (self->live->state);
  g_autoptr(GError) failure = NULL;
  gboolean ok = TRUE;

  if (charter_batch_n_new (batch) > 0)
    {
      ok = charter_batch_write (batch, self->store, &failure)
           && apply_batch (self, batch, &failure)
           && erase_asked (self, batch, &failure);
      if (charter_state_get_head (self->live->state) > before)
        charter_partnership_notify_grown (self, before);
    }
  else
    ok = erase_asked (self, batch, &failure);
  self->busy = FALSE;
  if (!ok && g_error_matches (failure, CHARTER_ERROR, CHARTER_ERROR_STALE))
    charter_partnership_refresh (self, NULL);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&failure));
  return ok;
}

GListModel *
charter_partnership_batch_model (CharterPartnership *self,
                                 CharterBatch       *batch)
{
  GListStore *entries = g_list_store_new (CHARTER_TYPE_ENTRY);

  for (guint i = 0; i < batch->seqs->len; i++)
    {
      g_autoptr(CharterEntry) entry
        = charter_live_entry (self->live, g_array_index (batch->seqs, guint32, i));

      g_list_store_append (entries, entry);
    }
  return G_LIST_MODEL (entries);
}
