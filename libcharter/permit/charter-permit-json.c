/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-build-private.h"

#include "permit/charter-item-private.h"

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

static GPtrArray *
path_names (const CharterScene *scene,
            CharterRef          from,
            const CharterHop   *hops,
            guint               n_hops)
{
  GPtrArray *names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) charter_scene_name (scene, from));
  for (guint i = 0; i < n_hops; i++)
    g_ptr_array_add (names, (gpointer) charter_scene_name (scene, charter_hop_to (&hops[i])));
  g_ptr_array_add (names, NULL);

  return names;
}

static void
set_path (const CharterScene *scene,
          CharterRef          from,
          const CharterHop   *hops,
          guint               n_hops,
          CharterBuilder     *builder)
{
  g_autoptr(GPtrArray) names = path_names (scene, from, hops, n_hops);

  charter_builder_set_strv (builder, "path", (const char *const *) names->pdata);
}

char **
charter_hops_to_path (const CharterScene *scene,
                      CharterRef          from,
                      const CharterHop   *hops,
                      guint               n_hops)
{
  g_autoptr(GPtrArray) names = path_names (scene, from, hops, n_hops);

  return g_strdupv ((char **) names->pdata);
}

/* {id, from, to, relation, share, source, entry}: each edge of the way, with what is known. */
static void
build_link (const CharterScene *scene,
            const CharterHop   *hop,
            CharterBuilder     *builder)
{
  const CharterFact *fact = charter_scene_fact (scene, hop->edge->seq);
  const CharterNode *data = charter_scene_data (scene, fact);
  const CharterNode *share = charter_node_member (data, "share");
  const char *source = charter_node_member_string (data, "source");

  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "id", charter_scene_name (scene, fact->makes));
  charter_builder_set_string (builder, "from", charter_scene_name (scene, hop->edge->from));
  charter_builder_set_string (builder, "to", charter_scene_name (scene, hop->edge->to));
  charter_builder_set_string (builder, "relation", charter_hop_relation (scene, hop));
  if (share != NULL)
    charter_builder_set_node (builder, "share", share);
  if (source != NULL)
    charter_builder_set_string (builder, "source", source);
  charter_builder_set_integer (builder, "entry", hop->edge->seq);
  charter_builder_end (builder);
}

static void
set_links (const CharterScene *scene,
           const CharterTrail *trail,
           CharterBuilder     *builder)
{
  charter_builder_key (builder, "links");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < trail->n_hops; i++)
    build_link (scene, &trail->hops[i], builder);
  charter_builder_end (builder);
}

/* {holder, share, path}; a share that nobody stated is left out. */
static void
set_holdings (const CharterScene *scene,
              const CharterTrail *trail,
              CharterBuilder     *builder)
{
  charter_builder_set_fraction (builder, "share", &trail->share);
  charter_builder_key (builder, "holdings");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < trail->n_holdings; i++)
    {
      const CharterHeld *holding = &trail->holdings[i];

      charter_builder_begin_object (builder);
      charter_builder_set_string (builder, "holder", charter_scene_name (scene, holding->holder));
      if (holding->known)
        charter_builder_set_fraction (builder, "share", &holding->share);
      set_path (scene, holding->holder, holding->hops, holding->n_hops, builder);
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
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
  if (row->trail != NULL && !row->trail->withheld)
    set_path (scene, row->trail->from, row->trail->hops, row->trail->n_hops, builder);
  charter_builder_end (builder);
}

static void
build_delegation (const CharterScene          *scene,
                  const CharterDelegationData *row,
                  CharterBuilder              *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "id", charter_scene_name (scene, row->made->makes));
  charter_builder_set_string (builder, "from", charter_scene_name (scene, row->from));
  charter_builder_set_string (builder, "to", charter_scene_name (scene, row->to));
  if (row->ground != NULL)
    charter_builder_set_string (builder, "ground", row->ground);
  else
    charter_builder_set_string (builder, "final", charter_scene_name (scene, row->final));
  charter_builder_end (builder);
}

void
charter_delegations_build (const CharterScene *scene,
                           GArray             *rows,
                           CharterBuilder     *builder)
{
  charter_builder_key (builder, "delegations");
  charter_builder_begin_array (builder);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    build_delegation (scene, &g_array_index (rows, CharterDelegationData, i), builder);
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
  charter_delegations_build (scene, self->delegations, builder);
  charter_builder_end (builder);
}

void
charter_judgement_set (const CharterJudgement *self,
                       CharterBuilder         *builder)
{
  g_autoptr(GEnumClass) answers = g_type_class_ref (CHARTER_TYPE_ANSWER);

  charter_builder_set_string (builder, "answer",
                              g_enum_get_value (answers, (int) self->answer)->value_nick);
  charter_builder_key (builder, "grounds");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->grounds->len; i++)
    charter_builder_string (builder, self->grounds->pdata[i]);
  charter_builder_end (builder);
  charter_builder_key (builder, "reasons");
  charter_reasons_build (self->reasons, builder);
  charter_builder_key (builder, "changes");
  charter_reasons_build (self->changes, builder);
}

void
charter_judgement_build (const CharterJudgement *self,
                         CharterBuilder         *builder)
{
  charter_builder_begin_object (builder);
  charter_judgement_set (self, builder);
  charter_builder_end (builder);
}

static const char *
effect_of (const CharterConflictData *row)
{
  if (row->trail != NULL && row->trail->exemption != NULL)
    return "exempt";
  if (row->trail != NULL && row->trail->doubt != CHARTER_DOUBT_NONE && row->ruled == NULL)
    return charter_doubt_ground (row->trail->doubt);
  if (row->awaits)
    return "needs-ruling";

  return row->regime != NULL ? row->regime->id : "none";
}

static void
set_trail (const CharterScene *scene,
           const CharterTrail *trail,
           CharterBuilder     *builder)
{
  charter_builder_set_string (builder, "kind", trail->n_hops == 1 ? "direct" : "indirect");
  if (trail->exemption != NULL)
    charter_builder_set_string (builder, "exemption", trail->exemption);
  if (trail->withheld)
    {
      charter_builder_set_boolean (builder, "withheld", TRUE);
      return;
    }
  charter_builder_set_string (builder, "party", charter_scene_name (scene, trail->party));
  set_path (scene, trail->from, trail->hops, trail->n_hops, builder);
  if (trail->category != NULL)
    charter_builder_set_string (builder, "category", trail->category);
  if (trail->path != NULL)
    charter_builder_set_string (builder, "via", trail->path->id);
  set_links (scene, trail, builder);
  if (trail->has_share)
    set_holdings (scene, trail, builder);
}

/* What a person has declared, whatever it bears on. */
static void
set_declared (const CharterScene        *scene,
              const CharterConflictData *row,
              CharterBuilder            *builder)
{
  const char *path[] = { charter_scene_name (scene, row->person),
                         charter_scene_name (scene, row->party), NULL };

  charter_builder_set_string (builder, "party", path[1]);
  charter_builder_set_string (builder, "kind", "direct");
  charter_builder_set_strv (builder, "path", path);
  if (row->category != NULL)
    charter_builder_set_string (builder, "category", row->category);
}

void
charter_conflict_build (const CharterScene        *scene,
                        const CharterConflictData *row,
                        CharterBuilder            *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "person", charter_scene_name (scene, row->person));
  if (row->trail != NULL)
    set_trail (scene, row->trail, builder);
  else if (row->party != 0)
    set_declared (scene, row, builder);
  else if (row->declared != NULL && row->declared != row->ruled)
    charter_builder_set_boolean (builder, "withheld", TRUE);
  charter_builder_set_string (builder, "effect", effect_of (row));
  if (row->ruled != NULL)
    charter_builder_set_boolean (builder, "ruled",
                                 charter_ruling_finds_conflict (scene, row->ruled));
  if (row->clause != NULL)
    charter_builder_set_string (builder, "clause", row->clause);
  charter_builder_end (builder);
}
