/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

/* What the gate assigns to an admitted entry. */

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
                               || !charter_permit_is_connected (&gate->scene, handler, about,
                                                                gate->at));
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
