/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-state-internal.h"

/* Everything that a scene shows, in RFC 8785 form.  Two scenes with the same dump answer
 * every question alike, but for what openings say. */

static void
set_instant (CharterBuilder *builder,
             const char     *name,
             gint64          instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (instant, text);
  charter_builder_set_string (builder, name, text);
}

static void
dump_fact (const CharterScene *scene,
           const CharterFact  *fact,
           CharterBuilder     *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_integer (builder, "seq", fact->seq);
  charter_builder_set_string (builder, "kind", charter_kinds[fact->kind]->data.name);
  charter_builder_set_string (builder, "id", fact->id);
  set_instant (builder, "at", fact->at);
  set_instant (builder, "recorded", fact->recorded);
  if (fact->by != 0)
    charter_builder_set_string (builder, "by", charter_scene_name (scene, fact->by));
  if (fact->makes != 0)
    charter_builder_set_string (builder, "makes", charter_scene_name (scene, fact->makes));
  if (fact->flags & CHARTER_FACT_LATE)
    charter_builder_set_boolean (builder, "late", TRUE);
  charter_builder_set_node (builder, "data", charter_scene_data (scene, fact));
  charter_builder_end (builder);
}

static void
dump_chains_of (const CharterScene *scene,
                CharterRef          ref,
                CharterBuilder     *builder)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();

  for (guint kind = 0; kind < charter_n_kinds; kind++)
    {
      g_ptr_array_set_size (facts, 0);
      charter_scene_collect (scene, ref, kind, facts);
      if (facts->len == 0)
        continue;
      charter_builder_key (builder, charter_kinds[kind]->data.name);
      charter_builder_begin_array (builder);
      for (guint i = 0; i < facts->len; i++)
        charter_builder_integer (builder, ((const CharterFact *) facts->pdata[i])->seq);
      charter_builder_end (builder);
    }
}

static void
dump_names (const CharterScene *scene,
            CharterBuilder     *builder)
{
  charter_builder_key (builder, "names");
  charter_builder_begin_object (builder);
  for (CharterRef ref = 1; ref <= charter_string_table_size (&scene->state->names); ref++)
    {
      const CharterFact *maker;

      if (g_array_index (scene->state->first_named, guint32, ref) > scene->known)
        break;
      charter_builder_key (builder, charter_scene_name (scene, ref));
      charter_builder_begin_object (builder);
      maker = charter_scene_maker (scene, ref);
      if (maker != NULL)
        charter_builder_set_integer (builder, "made", maker->seq);
      dump_chains_of (scene, ref, builder);
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

static void
dump_adoptions (const CharterScene *scene,
                CharterBuilder     *builder)
{
  GArray *adoptions = scene->state->adoptions;

  charter_builder_key (builder, "charters");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < adoptions->len; i++)
    if (g_array_index (adoptions, CharterAdoption, i).seq <= scene->known)
      charter_builder_string (builder, charter_document_data_get_digest (g_array_index (adoptions, CharterAdoption, i).document));
  charter_builder_end (builder);
}

char *
charter_scene_dump (const CharterScene *scene)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "zone", charter_zone_get_name (charter_scene_zone (scene)));
  charter_builder_key (builder, "entries");
  charter_builder_begin_array (builder);
  for (guint32 seq = 1; seq <= scene->known; seq++)
    dump_fact (scene, charter_scene_fact (scene, seq), builder);
  charter_builder_end (builder);
  dump_names (scene, builder);
  dump_adoptions (scene, builder);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}
