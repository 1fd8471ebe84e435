/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-batch-private.h"

#include <string.h>

CharterBatch *
charter_batch_new (CharterState          *base,
                   const CharterFrontier *frontier,
                   gint64                 clock,
                   gint64                 last_recorded,
                   gboolean               governed,
                   gboolean               single)
{
  CharterBatch *self = g_new0 (CharterBatch, 1);

  self->base = charter_state_ref (base);
  self->head = charter_state_get_head (base);
  self->state = single ? NULL : charter_state_fork (base, self->head);
  self->arena = charter_arena_new ();
  self->clock = clock;
  self->last_recorded = last_recorded;
  self->governed = governed;
  self->governed_until = self->head;
  self->frontier = *frontier;
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->leaves = g_ptr_array_new_with_free_func (g_free);
  self->openings = g_ptr_array_new_with_free_func (g_free);
  self->seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->by_leaf = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
charter_batch_free (CharterBatch *self)
{
  g_clear_pointer (&self->state, charter_state_unref);
  g_clear_pointer (&self->base, charter_state_unref);
  charter_arena_unref (self->arena);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->leaves);
  g_ptr_array_unref (self->openings);
  g_array_unref (self->seqs);
  g_ptr_array_unref (self->by_leaf);
  g_free (self);
}

guint
charter_batch_n_new (CharterBatch *self)
{
  return self->leaves->len;
}

static CharterScene
batch_scene (CharterBatch *self)
{
  CharterState *state = self->state != NULL ? self->state : self->base;
  CharterScene scene = { state, charter_state_get_head (state) };

  return scene;
}

static void
keep (CharterBatch      *self,
      const char        *id,
      const char        *leaf,
      const char *const *openings)
{
  guint32 seq = self->head + self->leaves->len + 1;

  charter_frontier_push (&self->frontier, leaf, strlen (leaf));
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->leaves, g_strdup (leaf));
  g_ptr_array_add (self->by_leaf, g_strdupv ((char **) openings));
  for (guint i = 0; openings[i] != NULL; i++)
    g_ptr_array_add (self->openings, g_strdup (openings[i]));
  g_array_append_val (self->seqs, seq);
}

/* Folds the entry into the fork, so that the next one is judged with it in view. */
static gboolean
take_in (CharterBatch      *self,
         const char        *leaf,
         const char *const *openings,
         GError           **error)
{
  CharterScene scene;

  if (self->state == NULL)
    return TRUE;
  if (!charter_state_apply (self->state, leaf, strlen (leaf), error))
    return FALSE;
  scene = batch_scene (self);
  charter_state_add_openings (self->state, scene.known, openings);
  if (!self->governed)
    self->governed = charter_gate_is_governed (&scene, self->governed_until);
  self->governed_until = scene.known;
  return TRUE;
}

static gboolean
take_admitted (CharterBatch    *self,
               CharterAdmitted *admitted,
               CharterRefused  *refused)
{
  g_autoptr(GError) error = NULL;
  const char *const *openings;

  g_ptr_array_add (admitted->openings, NULL);
  openings = (const char *const *) admitted->openings->pdata;
  if (!take_in (self, admitted->leaf, openings, &error))
    {
      refused->error = error->code;
      refused->code = g_strdup ("invalid");
      refused->path = g_strdup ("");
      refused->message = g_strdup (error->message);
      return FALSE;
    }
  keep (self, admitted->id, admitted->leaf, openings);
  self->last_recorded = MAX (self->last_recorded, admitted->recorded);
  return TRUE;
}

gboolean
charter_batch_submit (CharterBatch            *self,
                      const CharterSubmission *submission,
                      CharterRefused          *refused)
{
  CharterAdmitted admitted;
  CharterGate gate = {
    .scene = batch_scene (self),
    .clock = self->clock,
    .last_recorded = self->last_recorded,
    .governed = self->governed,
    .supposing = self->supposing,
    .trying = self->trying,
    .arena = self->arena,
    .refused = refused,
  };
  gboolean ok = charter_gate_admit (&gate, submission, &admitted);

  if (ok && admitted.existing != 0)
    {
      guint32 seq = admitted.existing;

      g_array_append_val (self->seqs, seq);
    }
  else if (ok)
    ok = take_admitted (self, &admitted, refused);
  charter_admitted_clear (&admitted);
  return ok;
}

/* — record lines — */

static gboolean
opening_fits (CharterBatch      *self,
              const CharterLeaf *leaf,
              const char        *text,
              GError           **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterOpening opening;
  const CharterNode *node;
  char hex[65];

  if (!charter_opening_read (self->arena, text, &opening, problems))
    return charter_problems_to_error (problems, error);
  node = g_str_has_prefix (opening.pointer, "/data/")
         ? charter_node_at (leaf->data, opening.pointer + strlen ("/data")) : NULL;
  charter_commitment (opening.salt, opening.value, hex);
  if (opening.seq == leaf->seq && node != NULL
      && g_strcmp0 (charter_node_member_string (node, "commitment"), hex) == 0)
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
               "The opening of %s in entry %" G_GINT64_FORMAT " does not fit the commitment there",
               opening.pointer, leaf->seq);
  return FALSE;
}

static gboolean
read_restored (CharterBatch      *self,
               const char        *text,
               const char *const *openings,
               CharterLeaf       *leaf,
               GError           **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  gint64 expected = (gint64) self->head + self->leaves->len + 1;

  charter_problems_set_text (problems, text, strlen (text));
  if (!charter_leaf_read (self->arena, text, strlen (text), expected, leaf, problems))
    return charter_problems_to_error (problems, error);
  for (guint i = 0; openings[i] != NULL; i++)
    if (!opening_fits (self, leaf, openings[i], error))
      return FALSE;
  return TRUE;
}

/* `recorded` never runs backwards, and not ahead of the clock; concerns are cut to the day. */
static gboolean
check_recorded (CharterBatch      *self,
                const CharterLeaf *leaf,
                GError           **error)
{
  gboolean by_day = (charter_kinds[leaf->kind]->flags & CHARTER_KIND_CONCERN) != 0;
  gint64 earliest = self->last_recorded;

  if (by_day && earliest != CHARTER_INSTANT_NONE)
    earliest = charter_instant_cut_to_day (earliest);
  if (leaf->recorded >= earliest && leaf->recorded <= self->clock + 300)
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_TIME,
               "/entry/recorded: Entry %" G_GINT64_FORMAT " was recorded %s", leaf->seq,
               leaf->recorded < earliest ? "before the entry that stands before it"
                                         : "in the future, by the record's clock");
  return FALSE;
}

gboolean
charter_batch_restore (CharterBatch      *self,
                       const char        *text,
                       const char *const *openings,
                       GError           **error)
{
  CharterLeaf leaf;

  if (!read_restored (self, text, openings, &leaf, error) || !check_recorded (self, &leaf, error)
      || !take_in (self, text, openings, error))
    return FALSE;
  keep (self, leaf.id, text, openings);
  if (!(charter_kinds[leaf.kind]->flags & CHARTER_KIND_CONCERN))
    self->last_recorded = MAX (self->last_recorded, leaf.recorded);
  return TRUE;
}

gboolean
charter_batch_write (CharterBatch  *self,
                     CharterStore  *store,
                     GError       **error)
{
  g_autofree char *head = charter_frontier_to_text (&self->frontier);
  gboolean ok;

  g_ptr_array_add (self->ids, NULL);
  g_ptr_array_add (self->leaves, NULL);
  g_ptr_array_add (self->openings, NULL);
  ok = charter_store_append (store, self->head,
                             (const char *const *) self->ids->pdata,
                             (const char *const *) self->leaves->pdata,
                             (const char *const *) self->openings->pdata, head, error);
  g_ptr_array_set_size (self->ids, self->ids->len - 1);
  g_ptr_array_set_size (self->leaves, self->leaves->len - 1);
  g_ptr_array_set_size (self->openings, self->openings->len - 1);
  return ok;
}
