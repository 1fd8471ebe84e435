/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-build-private.h"

#include "state/charter-view-private.h"

#include <string.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
charter_refs_to_names (const CharterScene *scene,
                       GArray             *refs)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; refs != NULL && i < refs->len; i++)
    g_ptr_array_add (names,
                     (gpointer) charter_scene_name (scene, g_array_index (refs, CharterRef, i)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (const char **) g_ptr_array_free (names, FALSE);
}

static void
set_refs (const CharterScene *scene,
          const char         *name,
          GArray             *refs,
          CharterBuilder     *builder)
{
  g_autofree const char **names = charter_refs_to_names (scene, refs);

  charter_builder_set_strv (builder, name, names);
}

static void
set_path (const CharterScene *scene,
          CharterRef          person,
          CharterRef          party,
          CharterBuilder     *builder)
{
  const char *path[] = { charter_scene_name (scene, person), charter_scene_name (scene, party),
                         NULL };

  charter_builder_set_strv (builder, "path", path);
}

static gboolean
is_conflict (const CharterExclusionData *row)
{
  return row->party != 0
         && (strcmp (row->ground, "conflict") == 0 || strcmp (row->ground, "needs-ruling") == 0);
}

void
charter_exclusion_build (const CharterScene         *scene,
                         const CharterExclusionData *row,
                         CharterBuilder             *builder)
{
  const char *from[6] = { NULL };

  charter_from_names (row->shown, from);
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "who", charter_scene_name (scene, row->who));
  charter_builder_set_strv (builder, "from", from);
  charter_builder_set_string (builder, "ground", row->ground);
  if (is_conflict (row))
    set_path (scene, row->person, row->party, builder);
  charter_builder_end (builder);
}

void
charter_electorate_build (const CharterScene          *scene,
                          const CharterElectorateData *self,
                          CharterBuilder              *builder)
{
  charter_builder_begin_object (builder);
  set_refs (scene, "papers", self->papers, builder);
  set_refs (scene, "discussion", self->discussion, builder);
  set_refs (scene, "presence", self->presence, builder);
  set_refs (scene, "quorum", self->quorum, builder);
  set_refs (scene, "vote", self->vote, builder);
  charter_builder_key (builder, "excluded");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->excluded->len; i++)
    if (g_array_index (self->excluded, CharterExclusionData, i).shown != 0)
      charter_exclusion_build (scene, &g_array_index (self->excluded, CharterExclusionData, i),
                               builder);
  charter_builder_end (builder);
  charter_builder_end (builder);
}

void
charter_judgement_build (const CharterJudgement *self,
                         CharterBuilder         *builder)
{
  g_autoptr(GEnumClass) answers = g_type_class_ref (CHARTER_TYPE_ANSWER);

  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "answer",
                              g_enum_get_value (answers, (int) self->answer)->value_nick);
  charter_builder_key (builder, "grounds");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->grounds->len; i++)
    charter_builder_string (builder, self->grounds->pdata[i]);
  charter_builder_end (builder);
  charter_builder_key (builder, "reasons");
  charter_reasons_build (self->reasons, builder);
  charter_builder_end (builder);
}

static const char *
effect_of (const CharterConflictData *row)
{
  if (row->awaits)
    return "needs-ruling";

  return row->regime != NULL ? row->regime->id : "none";
}

void
charter_conflict_build (const CharterScene        *scene,
                        const CharterConflictData *row,
                        CharterBuilder            *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "person", charter_scene_name (scene, row->person));
  if (row->party != 0)
    {
      charter_builder_set_string (builder, "party", charter_scene_name (scene, row->party));
      charter_builder_set_string (builder, "kind", "direct");
      set_path (scene, row->person, row->party, builder);
    }
  if (row->category != NULL)
    charter_builder_set_string (builder, "category", row->category);
  charter_builder_set_string (builder, "effect", effect_of (row));
  if (row->ruled != NULL)
    charter_builder_set_boolean (builder, "ruled",
                                 charter_ruling_finds_conflict (scene, row->ruled));
  if (row->clause != NULL)
    charter_builder_set_string (builder, "clause", row->clause);
  charter_builder_end (builder);
}
