/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-work-private.h"

/* Who voted against, objected or stood aside, as minutes record dissent: whoever cast itself,
 * never for a secret decision. */

static const char *
dissenting_choice (CharterVote vote)
{
  switch (vote)
    {
    case CHARTER_VOTE_AGAINST:
      return "against";
    case CHARTER_VOTE_OBJECT:
      return "object";
    case CHARTER_VOTE_STAND_ASIDE:
      return "stand-aside";
    case CHARTER_VOTE_SILENT:
    case CHARTER_VOTE_FOR:
    case CHARTER_VOTE_ABSTAIN:
    case CHARTER_VOTE_INVALID:
    case CHARTER_VOTE_SEALED:
    case CHARTER_VOTE_FOLDED:
    case CHARTER_N_VOTES:
    default:
      return NULL;
    }
}

static void
add_ballot (CharterDecided        *self,
            const CharterUnitVote *row)
{
  CharterDissentData dissent = {
    .unit = row->unit,
    .person = row->caster != row->unit ? row->caster : 0,
    .fact = row->ballot,
    .choice = row->ballot != NULL ? dissenting_choice (row->cast) : NULL,
  };

  if (dissent.choice == NULL)
    return;
  dissent.reasoned = charter_node_member (charter_scene_data (&self->scene, row->ballot), "reason")
                     != NULL;
  dissent.stands = row->cast == CHARTER_VOTE_OBJECT
                   && (dissent.reasoned || !charter_rule_hears_objections (self->rule));
  g_array_append_val (self->dissent, dissent);
}

/* Those that were raised; ballots are there already. */
static void
add_objection (CharterDecided         *self,
               const CharterObjection *objection)
{
  CharterDissentData dissent = {
    .unit = objection->unit != 0 ? objection->unit : objection->person,
    .person = objection->unit != 0 && objection->person != objection->unit ? objection->person : 0,
    .fact = objection->fact,
    .choice = "object",
    .reasoned = TRUE,
    .stands = objection->stands,
  };

  if (objection->fact->kind == CHARTER_KIND ("objection-raised"))
    g_array_append_val (self->dissent, dissent);
}

static int
compare_dissent (gconstpointer a,
                 gconstpointer b)
{
  const CharterDissentData *x = a, *y = b;

  return x->fact->seq < y->fact->seq ? -1 : x->fact->seq > y->fact->seq;
}

void
charter_decided_read_dissent (CharterDecided *self,
                              CharterTally   *tally)
{
  if (self->rule->secret)
    return;
  for (guint i = 0; i < tally->rows->len; i++)
    add_ballot (self, &g_array_index (tally->rows, CharterUnitVote, i));
  for (guint i = 0; i < tally->objections->len; i++)
    add_objection (self, &g_array_index (tally->objections, CharterObjection, i));
  g_array_sort (self->dissent, compare_dissent);
}

void
charter_dissent_build (const CharterScene       *scene,
                       const CharterDissentData *row,
                       CharterBuilder           *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "who", charter_scene_name (scene, row->unit));
  if (row->person != 0)
    charter_builder_set_string (builder, "person", charter_scene_name (scene, row->person));
  charter_builder_set_string (builder, "choice", row->choice);
  charter_builder_set_boolean (builder, "reasoned", row->reasoned);
  if (row->fact->makes != 0)
    charter_builder_set_string (builder, "objection", charter_scene_name (scene, row->fact->makes));
  if (g_str_equal (row->choice, "object"))
    charter_builder_set_boolean (builder, "stands", row->stands);
  charter_builder_end (builder);
}
