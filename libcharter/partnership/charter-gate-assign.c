/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

/* What the gate assigns to an admitted entry. */

static gboolean
names_person_or_partner (CharterGate       *gate,
                         const CharterNode *about,
                         CharterRef         person)
{
  g_autoptr(GArray) partners = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (charter_node_has_string (about, charter_scene_name (&gate->scene, person)))
    return TRUE;
  charter_scene_partners_of (&gate->scene, person, gate->at, partners);
  for (guint i = 0; i < partners->len; i++)
    if (charter_node_has_string (about, charter_scene_name (&gate->scene,
                                                            g_array_index (partners, CharterRef, i))))
      return TRUE;
  return FALSE;
}

static gboolean
has_ended (CharterGate *gate,
           CharterRef   interest)
{
  CharterCursor cursor;
  const CharterFact *ended = charter_cursor_last (&cursor, &gate->scene, interest,
                                                  CHARTER_KIND ("interest-ended"));

  return ended != NULL && ended->at <= gate->at;
}

static gboolean
has_interest_in (CharterGate       *gate,
                 const CharterNode *about,
                 CharterRef         person)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, &gate->scene, person,
                                                      CHARTER_KIND ("interest-declared"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (charter_scene_member (&gate->scene, fact, "person") == person
        && charter_node_has_string (about, charter_scene_string (&gate->scene, fact, "party"))
        && !has_ended (gate, fact->makes))
      return TRUE;
  return FALSE;
}

/* conflict-free: the one place where a sealed value bears on what is stored; where its
 * opening is gone the member is left out. */
static void
assign_conflict_free (CharterGate    *gate,
                      CharterBuilder *builder)
{
  const CharterFact *raised = charter_scene_maker (&gate->scene, charter_gate_ref (gate, "concern"));
  CharterRef handler = charter_gate_ref (gate, "handler");
  const CharterNode *sealed = charter_node_member (charter_scene_data (&gate->scene, raised), "about");
  const CharterNode *about = charter_scene_opened (&gate->scene, raised, "/about");

  if (handler == 0 || gate->supposing || gate->trying || (sealed != NULL && about == NULL))
    return;
  charter_builder_set_boolean (builder, "conflict-free",
                               about == NULL
                               || (!names_person_or_partner (gate, about, handler)
                                   && !has_interest_in (gate, about, handler)));
}

static gboolean
assign_closing (CharterGate    *gate,
                CharterBuilder *builder)
{
  g_autoptr(GError) error = NULL;

  if (charter_decide_close (&gate->scene, charter_gate_ref (gate, "decision"), gate->at, builder,
                            &error))
    return TRUE;
  return charter_gate_refuse (gate, error->code, "not-decided", "/data/decision", "%s",
                              error->message);
}

static gboolean
assigns (CharterGate *gate)
{
  return gate->kind == CHARTER_KIND ("decision-opened")
         || gate->kind == CHARTER_KIND ("decision-closed")
         || gate->kind == CHARTER_KIND ("concern-assigned");
}

gboolean
charter_gate_assign (CharterGate *gate)
{
  g_autoptr(CharterBuilder) builder = NULL;

  if (!assigns (gate))
    return TRUE;
  builder = charter_builder_new ();
  charter_builder_begin_object (builder);
  for (const CharterNode *member = charter_node_first (gate->data); member != NULL;
       member = charter_node_next (gate->data, member))
    charter_builder_set_node (builder, member->key, member);
  if (gate->kind == CHARTER_KIND ("decision-opened"))
    charter_builder_set_string (builder, "charter", charter_document_data_get_digest (gate->charter));
  else if (gate->kind == CHARTER_KIND ("concern-assigned"))
    assign_conflict_free (gate, builder);
  else if (!assign_closing (gate, builder))
    return FALSE;
  charter_builder_end (builder);
  gate->data = charter_builder_move_to (builder, gate->arena);
  return TRUE;
}
