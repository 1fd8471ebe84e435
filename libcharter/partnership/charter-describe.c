/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-private.h"

#include <string.h>

/* One thing of the record, as it stood at an instant: its members in clear, what became of it,
 * and the entries about it. */

static void
set_instant (CharterBuilder *builder,
             const char     *name,
             gint64          instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (instant == CHARTER_INSTANT_NONE)
    return;
  charter_instant_format (instant, text);
  charter_builder_set_string (builder, name, text);
}

static const char *
nick (GType type,
      int   value)
{
  g_autoptr(GEnumClass) class = g_type_class_ref (type);

  return g_enum_get_value (class, value)->value_nick;
}

static void
describe_decision (const CharterScene *scene,
                   CharterRef          ref,
                   gint64              at,
                   CharterBuilder     *builder)
{
  gint64 opens = CHARTER_INSTANT_NONE, closes = CHARTER_INSTANT_NONE;
  CharterDecisionState state = charter_decide_state (scene, ref, at, &opens, &closes);

  charter_builder_set_string (builder, "state", nick (CHARTER_TYPE_DECISION_STATE, state));
  set_instant (builder, "opens", opens);
  set_instant (builder, "closes", closes);
}

static void
describe_roles (const CharterScene *scene,
                CharterRef          person,
                gint64              at,
                CharterBuilder     *builder)
{
  g_autoptr(GArray) held = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (scene, NULL, person, at, held);
  charter_builder_key (builder, "roles");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < held->len; i++)
    charter_builder_string (builder, g_array_index (held, CharterTenure, i).role);
  charter_builder_end (builder);
}

/* Entries that mention the thing and had happened by then, by kind: lists of seqs. */
static void
describe_history (const CharterScene *scene,
                  CharterRef          ref,
                  gint64              at,
                  CharterBuilder     *builder)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();

  charter_builder_key (builder, "entries");
  charter_builder_begin_object (builder);
  for (guint kind = 0; kind < charter_n_kinds; kind++)
    {
      g_ptr_array_set_size (facts, 0);
      charter_scene_collect (scene, ref, kind, facts);
      if (facts->len == 0)
        continue;
      charter_builder_key (builder, charter_kinds[kind]->data.name);
      charter_builder_begin_array (builder);
      for (guint i = 0; i < facts->len; i++)
        if (((const CharterFact *) facts->pdata[i])->at <= at)
          charter_builder_integer (builder, ((const CharterFact *) facts->pdata[i])->seq);
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

/* The standing of the thing; a data member of the same name comes first. */
static void
describe_standing (const CharterScene *scene,
                   const CharterFact  *maker,
                   gint64              at,
                   CharterBuilder     *builder)
{
  CharterRef ref = maker->makes;

  if (maker->kind == CHARTER_KIND ("decision-proposed"))
    describe_decision (scene, ref, at, builder);
  if (charter_scene_is_person (scene, ref) || charter_scene_is_partner (scene, ref))
    charter_builder_set_boolean (builder, "current", charter_scene_is_current (scene, ref, at));
  if (charter_scene_is_person (scene, ref))
    describe_roles (scene, ref, at, builder);
}

static char *
describe (const CharterScene *scene,
          const CharterFact  *maker,
          gint64              at)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  const CharterNode *data = charter_reveal_data (scene, maker, arena, FALSE, NULL);

  charter_builder_begin_object (builder);
  for (const CharterNode *member = charter_node_first (data); member != NULL;
       member = charter_node_next (data, member))
    charter_builder_set_node (builder, member->key, member);
  if (charter_node_member (data, "id") == NULL)
    charter_builder_set_string (builder, "id", charter_scene_name (scene, maker->makes));
  if (charter_node_member (data, "kind") == NULL)
    charter_builder_set_string (builder, "kind", charter_kinds[maker->kind]->data.name);
  describe_standing (scene, maker, at, builder);
  describe_history (scene, maker->makes, at, builder);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}

/**
 * charter_view_describe:
 * @self: a view
 * @id: the id of a thing: a partner, a person, a decision, an action …
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * Describes one thing as it stood at an instant: the members of the entry that made it, as
 * corrected, private ones in clear and sealed ones left out; `current` and `roles` of members;
 * `state`, `opens` and `closes` of a decision; and the seqs of the entries about it by kind.
 *
 * Returns: (transfer full): JSON text, %NULL with [error@Charter.Error.NOT_FOUND] if there is
 *   no such thing, or [error@Charter.Error.VALUE] if @at is no instant
 *
 * Since: 0.1
 */
char *
charter_view_describe (CharterView  *self,
                       const char   *id,
                       const char   *at,
                       GError      **error)
{
  const CharterScene *scene;
  const CharterFact *maker;
  CharterRef ref;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_at (at, &instant, error) || !charter_question_utf8 (id, error))
    return NULL;
  scene = charter_view_get_scene (self);
  ref = charter_scene_find (scene, id);
  maker = ref != 0 ? charter_scene_maker (scene, ref) : NULL;
  if (maker != NULL && maker->at <= instant)
    return describe (scene, maker, instant);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               maker != NULL ? "“%s” is not there yet at that time"
                             : "There is nothing “%s” in the record", id);
  return NULL;
}

/**
 * charter_partnership_describe:
 * @self: a partnership
 * @id: the id of a thing
 * @at: the instant asked about, in UTC
 * @error: return location for an error
 *
 * Describes one thing as it stood at an instant. See [method@Charter.View.describe].
 *
 * Returns: (transfer full): JSON text, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
char *
charter_partnership_describe (CharterPartnership  *self,
                              const char          *id,
                              const char          *at,
                              GError             **error)
{
  g_autoptr(CharterView) view = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);

  view = charter_partnership_get_view (self);
  return charter_view_describe (view, id, at, error);
}

G_DEFINE_ENUM_TYPE (CharterLineForm, charter_line_form,
                    G_DEFINE_ENUM_VALUE (CHARTER_LINE_FORM_SUBMISSION, "submission"),
                    G_DEFINE_ENUM_VALUE (CHARTER_LINE_FORM_RECORD, "record"))
