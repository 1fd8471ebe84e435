/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <charter/charter-verdict.h>

#include "permit/charter-item-private.h"

#include <string.h>

/* Rules of the gate: who seconds a proposal, under a rule that asks for it.  Whoever could cast
 * for a voting unit seconds for it, once, and not its own proposal. */

typedef struct
{
  CharterGate               *gate;
  CharterRef                 decision;
  const CharterDocumentData *charter;
  const CharterRuleData     *rule;
  CharterRef                 unit;      /* for which the person seconds */
} Work;

static const char *
sentence_of (const char *ground)
{
  const char *sentence = charter_ground_explain (ground);

  return sentence != NULL ? sentence : "This person has no vote here.";
}

static gboolean
refuse (Work       *work,
        const char *ground)
{
  return charter_gate_refuse (work->gate, CHARTER_ERROR_REFUSED, ground, "/data/person",
                              "%s cannot second “%s”: %s",
                              charter_gate_string (work->gate, "person"),
                              charter_gate_string (work->gate, "decision"), sentence_of (ground));
}

/* — for whom — */

static CharterRef
unit_at (Work              *work,
         CharterRef         person,
         const CharterFact *fact,
         CharterRef         wanted,
         const char       **ground)
{
  CharterItem item;
  CharterPermission why;
  CharterRef unit;

  charter_item_init (&item, &work->gate->scene, work->decision, work->charter, work->rule,
                     fact != NULL ? fact->at : work->gate->at);
  unit = charter_item_unit_of (&item, person, wanted, ground, &why);
  charter_item_clear (&item);
  return unit;
}

static gboolean
find_unit (Work *work)
{
  CharterGate *gate = work->gate;
  CharterRef person = charter_gate_ref (gate, "person");
  const char *ground = NULL;

  work->unit = unit_at (work, person, NULL, charter_gate_ref (gate, "for"), &ground);
  if (work->unit != 0)
    return TRUE;
  if (g_strcmp0 (ground, "which-partner") == 0)
    return charter_gate_refuse (gate, CHARTER_ERROR_FORMAT, "missing-member", "/data/for",
                                "%s acts for more than one partner: say for which with “for”",
                                charter_gate_string (gate, "person"));
  return refuse (work, !charter_scene_is_current (&gate->scene, person, gate->at) ? "not-a-member"
                       : ground != NULL ? ground : "not-a-voter");
}

static gboolean
check_bars (Work *work)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, FALSE, sizeof (CharterBar));
  const CharterBar *bar;
  CharterItem item;
  gboolean ok;

  charter_item_init (&item, &work->gate->scene, work->decision, work->charter, work->rule,
                     work->gate->at);
  charter_item_bars (&item, charter_gate_ref (work->gate, "person"), bars);
  bar = charter_bars_from (bars, CHARTER_FROM_VOTE);
  ok = bar == NULL || refuse (work, bar->ground);
  charter_item_clear (&item);
  return ok;
}

static gboolean
check_has_vote (Work *work)
{
  CharterGate *gate = work->gate;
  CharterElectorateData electorate = { 0 };
  const CharterExclusionData *exclusion;
  CharterRef unit;
  gboolean ok;

  charter_permit_electorate_of (&gate->scene, work->decision, work->charter, work->rule, gate->at,
                                work->unit, &electorate);
  unit = charter_electorate_unit (&electorate, work->unit);
  exclusion = charter_electorate_exclusion (&electorate, unit, CHARTER_FROM_VOTE);
  ok = charter_refs_contain (electorate.vote, unit)
       || refuse (work, exclusion != NULL ? exclusion->ground : "not-a-voter");
  charter_electorate_clear (&electorate);
  return ok;
}

static gboolean
check_not_own (Work *work)
{
  CharterGate *gate = work->gate;
  const CharterFact *proposed = charter_scene_maker (&gate->scene, work->decision);
  const char *ground;

  if (proposed->by == 0
      || unit_at (work, proposed->by, proposed, charter_scene_member (&gate->scene, proposed, "for"),
                  &ground) != work->unit)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "own-proposal", "/data/person",
                              "%s proposed “%s”: somebody else has to second it",
                              charter_scene_name (&gate->scene, work->unit),
                              charter_gate_string (gate, "decision"));
}

/* — what — */

static const CharterNode *
options_of (Work *work)
{
  const CharterScene *scene = &work->gate->scene;
  const CharterFact *amended = charter_item_amended (scene, work->decision, "options",
                                                     work->gate->at);

  return charter_node_member (charter_scene_data (scene, amended != NULL
                                                         ? amended
                                                         : charter_scene_maker (scene,
                                                                                work->decision)),
                              "options");
}

static gboolean
check_option (Work *work)
{
  const char *option = charter_gate_string (work->gate, "option");
  const CharterNode *options = options_of (work);

  if (option == NULL)
    return !work->rule->admission.per_option
           || charter_gate_refuse (work->gate, CHARTER_ERROR_FORMAT, "missing-member",
                                   "/data/option",
                                   "Each option is seconded by itself: say which with “option”");
  for (const CharterNode *row = options != NULL ? charter_node_first (options) : NULL; row != NULL;
       row = charter_node_next (options, row))
    if (g_strcmp0 (charter_node_member_string (row, "id"), option) == 0)
      return TRUE;
  return charter_gate_refuse (work->gate, CHARTER_ERROR_REFERENCE, "unknown-option",
                              "/data/option", "“%s” has no option “%s”",
                              charter_gate_string (work->gate, "decision"), option);
}

static gboolean
is_the_same (Work              *work,
             const CharterFact *second)
{
  const CharterScene *scene = &work->gate->scene;
  const char *ground;

  return charter_scene_member (scene, second, "decision") == work->decision
         && (!work->rule->admission.per_option
             || g_strcmp0 (charter_scene_string (scene, second, "option"),
                           charter_gate_string (work->gate, "option")) == 0)
         && unit_at (work, charter_gate_ref (work->gate, "person"), second,
                     charter_scene_member (scene, second, "for"), &ground) == work->unit;
}

static gboolean
check_first (Work *work)
{
  CharterCursor cursor;
  CharterRef person = charter_gate_ref (work->gate, "person");

  for (const CharterFact *second = charter_cursor_last (&cursor, &work->gate->scene, person,
                                                        CHARTER_KIND ("decision-seconded"));
       second != NULL; second = charter_cursor_previous (&cursor))
    if (is_the_same (work, second))
      return charter_gate_refuse (work->gate, CHARTER_ERROR_REFUSED, "already-seconded",
                                  "/data/person", "%s has seconded “%s” already, with entry %u",
                                  charter_gate_string (work->gate, "person"),
                                  charter_gate_string (work->gate, "decision"), second->seq);
  return TRUE;
}

gboolean
charter_gate_check_second (CharterGate               *gate,
                           const CharterDocumentData *charter,
                           const CharterRuleData     *rule)
{
  Work work = { gate, charter_gate_ref (gate, "decision"), charter, rule, 0 };

  if (!rule->admission.given)
    return TRUE;
  return check_option (&work) && check_bars (&work) && find_unit (&work) && check_has_vote (&work)
         && check_not_own (&work) && check_first (&work);
}
