/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-state-internal.h"

#include <string.h>

#include "format/charter-kinds-private.h"

/* Apply: folds an admitted entry into the state.  It reads nothing but state and entry and
 * never refuses on policy; it stops only at a text that is no entry, or at a reference to
 * what never was. */

static void
mention (const CharterRow  *row,
         const CharterNode *value,
         GArray            *out)
{
  if (value->type == CHARTER_NODE_STRING)
    {
      CharterMention m = { value->string, row };

      g_array_append_val (out, m);
    }
}

static void
mentions_of (const CharterRow  *row,
             const CharterNode *value,
             GArray            *out)
{
  if (value->type == CHARTER_NODE_ARRAY)
    {
      for (const CharterNode *item = charter_node_first (value); item != NULL;
           item = charter_node_next (value, item))
        mentions_of (row, item, out);
    }
  else if (row->type == CHARTER_TYPE_OBJECT)
    charter_collect_mentions (row->shape, value, out);
  else if (row->refers != CHARTER_REFERS_NOTHING)
    mention (row, value, out);
}

void
charter_collect_mentions (const CharterShape *shape,
                          const CharterNode  *data,
                          GArray             *out)
{
  if (data->type != CHARTER_NODE_OBJECT)
    return;
  for (const CharterNode *member = charter_node_first (data); member != NULL;
       member = charter_node_next (data, member))
    {
      const CharterRow *row = charter_shape_lookup (shape, member->key, member->key_length);

      if (row != NULL && (row->refers != CHARTER_REFERS_NOTHING || row->type == CHARTER_TYPE_OBJECT))
        mentions_of (row, member, out);
    }
}

const CharterNode *
charter_corrected_data (const CharterNode *base,
                        const CharterNode *set,
                        CharterArena      *arena)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_builder_begin_object (builder);
  for (const CharterNode *member = charter_node_first (base); member != NULL;
       member = charter_node_next (base, member))
    if (charter_node_member (set, member->key) == NULL)
      charter_builder_set_node (builder, member->key, member);
  for (const CharterNode *member = charter_node_first (set); member != NULL;
       member = charter_node_next (set, member))
    charter_builder_set_node (builder, member->key, member);
  charter_builder_end (builder);
  return charter_builder_move_to (builder, arena);
}

static gboolean
never_was (guint32     seq,
           const char *what,
           const char *name,
           GError    **error)
{
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_REFERENCE,
               "Entry %u names the %s “%s”, which is nowhere before it in the record",
               seq, what, name);
  return FALSE;
}

static gboolean
check_mention (CharterState         *self,
               guint32               seq,
               const CharterMention *m,
               GError              **error)
{
  const char *kind = charter_refers_kind (m->row->refers);
  guint32 ref, maker;

  if (m->row->refers == CHARTER_REFERS_ENTRY)
    return charter_string_table_find (&self->entry_ids, m->name) != 0
           || never_was (seq, "entry", m->name, error);
  if (kind == NULL && m->row->refers != CHARTER_REFERS_UNIT
      && m->row->refers != CHARTER_REFERS_THING)
    return TRUE;
  ref = charter_string_table_find (&self->names, m->name);
  maker = ref != 0 ? g_array_index (self->makers, guint32, ref) : 0;
  if (maker == 0)
    return never_was (seq, m->row->name, m->name, error);
  if (kind != NULL && charter_state_fact (self, maker)->kind != charter_kind_lookup (kind))
    return never_was (seq, m->row->name, m->name, error);
  return TRUE;
}

static CharterRef
intern (CharterState *self,
        const char   *name,
        guint32       seq)
{
  CharterRef ref = charter_string_table_find (&self->names, name);
  guint32 none = 0;

  if (ref != 0)
    return ref;
  ref = charter_string_table_add (&self->names,
                                  charter_arena_strndup (self->letters, name, strlen (name)));
  g_array_append_val (self->makers, none);
  g_array_append_val (self->first_named, seq);
  return ref;
}

/* The id of the thing that the entry makes, NULL if it makes none. */
static const char *
made_id (const CharterLeaf *leaf)
{
  const CharterShape *shape = &charter_kinds[leaf->kind]->data;

  for (guint i = 0; i < shape->n_rows; i++)
    if (shape->rows[i].flags & CHARTER_ROW_MAKES)
      return charter_node_member_string (leaf->data, shape->rows[i].name);
  return NULL;
}

static gboolean
check_references (CharterState      *self,
                  const CharterLeaf *leaf,
                  GArray            *mentions,
                  GError           **error)
{
  const char *made = made_id (leaf);
  CharterRef ref = made != NULL ? charter_string_table_find (&self->names, made) : 0;

  if (ref != 0 && g_array_index (self->makers, guint32, ref) != 0)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
                   "Entry %" G_GINT64_FORMAT " makes “%s” a second time", leaf->seq, made);
      return FALSE;
    }
  if (charter_string_table_find (&self->entry_ids, leaf->id) != 0)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
                   "Entry %" G_GINT64_FORMAT " has the id “%s” of an earlier one", leaf->seq,
                   leaf->id);
      return FALSE;
    }
  for (guint i = 0; i < mentions->len; i++)
    if (!check_mention (self, leaf->seq, &g_array_index (mentions, CharterMention, i), error))
      return FALSE;
  return TRUE;
}

/* Says why an entry cannot be read; only what is newer than the library is no damage. */
static gboolean
unreadable (const CharterLeaf *leaf,
            CharterProblems   *problems,
            GError           **error)
{
  charter_problems_to_error (problems, error);
  if (error != NULL && !g_error_matches (*error, CHARTER_ERROR, CHARTER_ERROR_VERSION))
    (*error)->code = CHARTER_ERROR_DAMAGED;
  g_prefix_error (error, "Entry %" G_GINT64_FORMAT ": ", leaf->seq);
  return FALSE;
}

static gboolean
adopt (CharterState      *self,
       const CharterLeaf *leaf,
       GError           **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterAdoption adoption = { .seq = leaf->seq };

  adoption.document = charter_document_data_from_node (charter_node_member (leaf->data, "charter"),
                                                       "/data/charter", problems);
  if (adoption.document == NULL)
    return unreadable (leaf, problems, error);
  g_array_append_val (self->adoptions, adoption);
  return TRUE;
}

static gboolean
found (CharterState      *self,
       const CharterLeaf *leaf,
       GError           **error)
{
  const char *name = charter_node_member_string (leaf->data, "zone");

  if (self->zone != NULL)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
                   "Entry %" G_GINT64_FORMAT " founds the partnership a second time", leaf->seq);
      return FALSE;
    }
  self->zone = charter_zone_new (name);
  if (self->zone == NULL)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
                 "Entry %" G_GINT64_FORMAT " names the time zone “%s”, which this machine does "
                 "not know", leaf->seq, name);
  return self->zone != NULL;
}

/* New values must fit the rows that they correct: whoever reads the entry from here on relies
 * on these. */
static gboolean
check_correction (CharterState      *self,
                  const CharterLeaf *leaf,
                  GError           **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const char *id = charter_node_member_string (leaf->data, "entry");
  const CharterFact *target
    = charter_state_fact (self, charter_string_table_find (&self->entry_ids, id));

  return charter_kind_check_correction (charter_kinds[target->kind],
                                        charter_node_member (leaf->data, "set"),
                                        CHARTER_CHECK_LEAF, "/data/set", problems)
         || unreadable (leaf, problems, error);
}

/* What can fail beyond references: done before anything is changed. */
static gboolean
apply_special (CharterState      *self,
               const CharterLeaf *leaf,
               GError           **error)
{
  if (leaf->seq == 1 && leaf->kind != CHARTER_KIND ("partnership-founded"))
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
                   "Entry 1 is %s, but a record begins with partnership-founded",
                   charter_kinds[leaf->kind]->data.name);
      return FALSE;
    }
  if (leaf->kind == CHARTER_KIND ("entry-corrected"))
    return check_correction (self, leaf, error);
  if (leaf->kind == CHARTER_KIND ("charter-adopted"))
    return adopt (self, leaf, error);
  if (leaf->kind == CHARTER_KIND ("partnership-founded"))
    return found (self, leaf, error);
  return TRUE;
}

static void
apply_correction (CharterState      *self,
                  const CharterLeaf *leaf,
                  CharterFact       *fact)
{
  const char *id = charter_node_member_string (leaf->data, "entry");
  guint32 seq = charter_string_table_find (&self->entry_ids, id);
  CharterFact *target = charter_state_fact (self, seq);
  const CharterNode *base = target->newest_correction != 0
                            ? charter_state_fact (self, target->newest_correction)->corrected
                            : target->data;

  fact->previous_correction = target->newest_correction;
  fact->corrected = charter_corrected_data (base, charter_node_member (leaf->data, "set"),
                                            charter_state_arena (self));
  target->newest_correction = leaf->seq;
}

static void
link_mentions (CharterState      *self,
               const CharterLeaf *leaf,
               GArray            *mentions)
{
  charter_chains_add (&self->chains, 0, leaf->kind, leaf->seq);
  for (guint i = 0; i < mentions->len; i++)
    {
      const CharterMention *m = &g_array_index (mentions, CharterMention, i);

      if (m->row->refers != CHARTER_REFERS_ENTRY)
        charter_chains_add (&self->chains, intern (self, m->name, leaf->seq), leaf->kind,
                            leaf->seq);
    }
}

/* What is kept ready beside the entries. */
static void
fold_rows (CharterState       *self,
           const CharterScene *scene,
           const CharterFact  *fact)
{
  charter_parties_fold (&self->parties, scene, fact);
  charter_edges_fold (&self->edges, scene, fact);
  charter_tenures_fold (&self->tenures, &self->parties, scene, fact);
  charter_decisions_fold (&self->decisions, &self->edges, scene, fact);
}

static void
fold (CharterState      *self,
      const CharterLeaf *leaf,
      GArray            *mentions)
{
  const char *made = made_id (leaf);
  CharterFact fact = {
    .seq = leaf->seq,
    .kind = leaf->kind,
    .flags = leaf->recorded - leaf->at > CHARTER_LATE_AFTER ? CHARTER_FACT_LATE : 0,
    .at = leaf->at,
    .recorded = leaf->recorded,
    .id = leaf->id,
    .data = leaf->data,
  };

  if (leaf->by != NULL)
    fact.by = intern (self, leaf->by, leaf->seq);
  if (made != NULL)
    {
      fact.makes = intern (self, made, leaf->seq);
      g_array_index (self->makers, guint32, fact.makes) = leaf->seq;
      charter_chains_add (&self->chains, fact.makes, leaf->kind, leaf->seq);
    }
  link_mentions (self, leaf, mentions);
  if (leaf->kind == CHARTER_KIND ("entry-corrected"))
    apply_correction (self, leaf, &fact);
  charter_string_table_add (&self->entry_ids, leaf->id);
  g_array_append_val (self->facts, fact);
  fold_rows (self, &(CharterScene) { self, leaf->seq }, charter_state_fact (self, leaf->seq));
}

static gboolean
read_leaf (CharterState *self,
           const char   *text,
           gsize         length,
           CharterLeaf  *out,
           GError      **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  guint32 seq = self->facts->len + 1;

  charter_problems_set_text (problems, text, length);
  if (charter_leaf_read (charter_state_arena (self), text, length, seq, out, problems))
    return TRUE;
  charter_problems_to_error (problems, error);
  g_prefix_error (error, "Entry %u: ", seq);
  return FALSE;
}

gboolean
charter_state_apply (CharterState *self,
                     const char   *leaf,
                     gsize         length,
                     GError      **error)
{
  g_autoptr(GArray) mentions = NULL;
  CharterLeaf read;

  if (!read_leaf (self, leaf, length, &read, error))
    return FALSE;
  mentions = g_array_new (FALSE, FALSE, sizeof (CharterMention));
  charter_collect_mentions (&charter_kinds[read.kind]->data, read.data, mentions);
  if (!check_references (self, &read, mentions, error) || !apply_special (self, &read, error))
    return FALSE;
  fold (self, &read, mentions);
  return TRUE;
}
