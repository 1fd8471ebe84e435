/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <string.h>

/* A choice as JSON, in answers and in decision-closed, and reading back what that recorded. */

static void
set_options (const CharterChoosing *self,
             GArray                *options,
             const char            *name,
             CharterBuilder        *builder)
{
  charter_builder_key (builder, name);
  charter_builder_begin_array (builder);
  for (guint i = 0; i < options->len; i++)
    charter_builder_string (builder,
                            charter_choosing_row (self, g_array_index (options, guint, i))->id);
  charter_builder_end (builder);
}

void
charter_choosing_build_winners (const CharterChoosing *self,
                                CharterBuilder        *builder)
{
  set_options (self, self->winners, "winners", builder);
}

/* The ranking */

static guint
n_layers (const CharterChoosing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (charter_choosing_row (self, i)->layer != CHARTER_NO_LAYER)
      n = MAX (n, charter_choosing_row (self, i)->layer + 1);

  return n;
}

static void
build_layer (const CharterChoosing *self,
             GArray                *layer,
             CharterBuilder        *builder)
{
  if (layer->len > 1)
    charter_builder_begin_array (builder);
  for (guint i = 0; i < layer->len; i++)
    charter_builder_string (builder,
                            charter_choosing_row (self, g_array_index (layer, guint, i))->id);
  if (layer->len > 1)
    charter_builder_end (builder);
}

static void
build_ranking (const CharterChoosing *self,
               CharterBuilder        *builder)
{
  const guint n = n_layers (self);
  g_autofree GArray **layers = g_new0 (GArray *, n + 1);

  if (!self->ranked)
    return;
  for (guint i = 0; i < n; i++)
    layers[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->rows->len; i++)
    if (charter_choosing_row (self, i)->layer != CHARTER_NO_LAYER)
      g_array_append_val (layers[charter_choosing_row (self, i)->layer], i);
  charter_builder_key (builder, "ranking");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (layers[i]->len > 0)
        build_layer (self, layers[i], builder);
      g_array_unref (layers[i]);
    }
  charter_builder_end (builder);
}

/* What each option has */

static void
build_unseconded (const CharterOptionRow *row,
                  CharterBuilder         *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "id", row->id);
  charter_builder_set_string (builder, "dropped", row->dropped);
  charter_builder_end (builder);
}

static void
build_option (const CharterChoosing  *self,
              const CharterOptionRow *row,
              gboolean                is_default,
              CharterBuilder         *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "id", row->id);
  charter_builder_key (builder, "counts");
  charter_builder_begin_object (builder);
  if (!is_default)
    charter_builder_set_integer (builder, "for", row->for_);
  if (self->has_default && !is_default)
    charter_builder_set_integer (builder, "against", row->against);
  charter_builder_set_integer (builder, "first", row->first);
  if (row->has_score)
    charter_builder_set_fraction (builder, "score", &row->score);
  charter_builder_end (builder);
  if (self->terms.per_option && !is_default)
    {
      charter_builder_key (builder, "quorum");
      charter_builder_begin_object (builder);
      charter_builder_set_integer (builder, "needed", self->needed);
      charter_builder_set_integer (builder, "counted", row->counted);
      charter_builder_set_boolean (builder, "holds", row->quorate);
      charter_builder_end (builder);
    }
  if (row->dropped != NULL)
    charter_builder_set_string (builder, "dropped", row->dropped);
  charter_builder_end (builder);
}

static void
build_options (const CharterChoosing *self,
               CharterBuilder        *builder)
{
  charter_builder_key (builder, "options");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->rows->len; i++)
    if (charter_choosing_row (self, i)->offered)
      build_option (self, charter_choosing_row (self, i), (int) i == self->default_, builder);
    else if (charter_choosing_row (self, i)->dropped != NULL)
      build_unseconded (charter_choosing_row (self, i), builder);
  charter_builder_end (builder);
}

/* Ties */

static void
build_lot (const CharterChoosing *self,
           CharterBuilder        *builder)
{
  const CharterLot *lot = self->lot;

  charter_builder_set_string (builder, "charter", lot->charter);
  charter_builder_set_string (builder, "decision", lot->decision);
  charter_builder_set_string (builder, "ballots", lot->ballots);
  charter_builder_set_string (builder, "seed", lot->seed);
  set_options (self, lot->order, "order", builder);
}

static void
build_step (const CharterChoosing *self,
            const CharterScene    *scene,
            const CharterTieRow   *step,
            CharterBuilder        *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "step", step->step);
  set_options (self, step->tied, "tied", builder);
  set_options (self, step->left, "left", builder);
  if (step->person != 0)
    charter_builder_set_string (builder, "person", charter_scene_name (scene, step->person));
  if (self->lot != NULL && strcmp (step->step, "lot") == 0)
    build_lot (self, builder);
  charter_builder_end (builder);
}

void
charter_choosing_build_ties (const CharterChoosing *self,
                             const CharterScene    *scene,
                             CharterBuilder        *builder)
{
  if (self->ties->len == 0)
    return;
  charter_builder_key (builder, "ties");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->ties->len; i++)
    build_step (self, scene, &g_array_index (self->ties, CharterTieRow, i), builder);
  charter_builder_end (builder);
}

void
charter_choosing_build_counts (const CharterChoosing *self,
                               const CharterScene    *scene,
                               CharterBuilder        *builder)
{
  build_ranking (self, builder);
  build_options (self, builder);
  charter_choosing_build_ties (self, scene, builder);
  if (self->tied->len > 0)
    set_options (self, self->tied, "tied", builder);
  if (self->vacancies > 0)
    charter_builder_set_integer (builder, "vacancies", self->vacancies);
}

void
charter_choosing_build_count (const CharterChoosing *self,
                              CharterBuilder        *builder)
{
  if (self->count == NULL)
    return;
  charter_builder_key (builder, "count");
  charter_builder_begin_object (builder);
  charter_count_build (self->count, self->election, builder);
  charter_builder_end (builder);
}

/* Reading back */

static void
add_option (const CharterOptions *options,
            const CharterNode    *node,
            GArray               *out)
{
  int found = charter_node_is (node, CHARTER_NODE_STRING)
                ? charter_options_find (options, node->string)
                : -1;
  guint option = (guint) found;

  if (found >= 0)
    g_array_append_val (out, option);
}

static void
read_options (const CharterOptions *options,
              const CharterNode    *list,
              GArray               *out)
{
  for (const CharterNode *o = list != NULL ? charter_node_first (list) : NULL; o != NULL;
       o = charter_node_next (list, o))
    add_option (options, o, out);
}

static void
read_ranking (CharterChoosing      *self,
              const CharterOptions *options,
              const CharterNode    *ranking)
{
  guint layer = 0;

  self->ranked = ranking != NULL;
  for (const CharterNode *l = ranking != NULL ? charter_node_first (ranking) : NULL; l != NULL;
       l = charter_node_next (ranking, l), layer++)
    {
      g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

      if (l->type == CHARTER_NODE_ARRAY)
        read_options (options, l, members);
      else
        add_option (options, l, members);
      for (guint i = 0; i < members->len; i++)
        charter_choosing_row (self, g_array_index (members, guint, i))->layer = layer;
    }
}

static void
read_option (CharterChoosing   *self,
             CharterOptionRow  *row,
             const CharterNode *node)
{
  const CharterNode *counts = charter_node_member (node, "counts"),
                    *quorum = charter_node_member (node, "quorum"),
                    *score = charter_node_member (counts, "score");

  row->for_ = charter_node_member_integer (counts, "for", 0);
  row->against = charter_node_member_integer (counts, "against", 0);
  row->first = charter_node_member_integer (counts, "first", 0);
  row->has_score = score != NULL && charter_fraction_from_node (score, &row->score);
  row->counted = charter_node_member_integer (quorum, "counted", 0);
  row->quorate = charter_node_member_boolean (quorum, "holds", TRUE);
  row->dropped = charter_node_member_string (node, "dropped");
  if (quorum != NULL)
    self->needed = charter_node_member_integer (quorum, "needed", 0);
}

static void
read_rows (CharterChoosing      *self,
           const CharterOptions *options,
           const CharterNode    *list)
{
  for (const CharterNode *o = list != NULL ? charter_node_first (list) : NULL; o != NULL;
       o = charter_node_next (list, o))
    {
      const char *id = charter_node_member_string (o, "id");
      int found = id != NULL ? charter_options_find (options, id) : -1;

      if (found >= 0)
        read_option (self, charter_choosing_row (self, found), o);
    }
}

static void
read_lot (CharterChoosing      *self,
          const CharterOptions *options,
          const CharterNode    *node)
{
  if (self->lot != NULL || charter_node_member (node, "seed") == NULL)
    return;
  self->lot = g_new0 (CharterLot, 1);
  self->lot->charter = g_strdup (charter_node_member_string (node, "charter"));
  self->lot->decision = g_strdup (charter_node_member_string (node, "decision"));
  self->lot->ballots = g_strdup (charter_node_member_string (node, "ballots"));
  self->lot->seed = g_strdup (charter_node_member_string (node, "seed"));
  self->lot->order = g_array_new (FALSE, FALSE, sizeof (guint));
  read_options (options, charter_node_member (node, "order"), self->lot->order);
}

void
charter_choosing_read_ties (CharterChoosing      *self,
                            const CharterScene   *scene,
                            const CharterOptions *options,
                            const CharterNode    *list)
{
  for (const CharterNode *t = list != NULL ? charter_node_first (list) : NULL; t != NULL;
       t = charter_node_next (list, t))
    {
      const char *person = charter_node_member_string (t, "person");
      CharterTieRow step = {
        .step = charter_node_member_string (t, "step"),
        .tied = g_array_new (FALSE, FALSE, sizeof (guint)),
        .left = g_array_new (FALSE, FALSE, sizeof (guint)),
        .person = person != NULL ? charter_scene_find (scene, person) : 0,
      };

      read_options (options, charter_node_member (t, "tied"), step.tied);
      read_options (options, charter_node_member (t, "left"), step.left);
      read_lot (self, options, t);
      g_array_append_val (self->ties, step);
    }
}

static CharterChoosing *
read_choice (const CharterDecided *decided,
             const CharterNode    *recorded)
{
  CharterChoosing *self;
  CharterOptions options;

  if (!charter_rule_chooses (decided->rule))
    return NULL;
  charter_options_init (&options, &decided->scene, decided->decision, decided->rule,
                        decided->opens);
  self = charter_choosing_new (decided->rule, &options);
  read_options (&options, charter_node_member (recorded, "winners"), self->winners);
  read_ranking (self, &options, charter_node_member (recorded, "ranking"));
  read_rows (self, &options, charter_node_member (recorded, "options"));
  charter_choosing_read_ties (self, &decided->scene, &options,
                              charter_node_member (recorded, "ties"));
  self->vacancies = (guint) charter_node_member_integer (recorded, "vacancies", 0);
  charter_options_clear (&options);

  return self;
}

/* The count that comes to the same is kept, to show what it rests on. */
void
charter_decided_take_choice (CharterDecided *self)
{
  CharterChoosing *counted = self->choosing;

  self->choosing = read_choice (self, self->recorded);
  g_clear_pointer (&self->tie_break, charter_choosing_free);
  if (self->choosing == NULL)
    self->tie_break = charter_tie_break_read (self, charter_node_member (self->recorded, "ties"));
  if (counted != NULL && self->choosing != NULL && !self->disputed)
    {
      self->choosing->election = g_steal_pointer (&counted->election);
      self->choosing->numbers = g_steal_pointer (&counted->numbers);
      self->choosing->count = g_steal_pointer (&counted->count);
    }
  g_clear_pointer (&counted, charter_choosing_free);
}
