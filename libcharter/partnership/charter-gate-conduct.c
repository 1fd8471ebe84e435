/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

/* Rules of the gate: meetings, actions, concerns, voices, evidence. */

static gboolean
not_after (CharterGate *gate,
           const char  *kind,
           const char  *member,
           const char  *code,
           const char  *what)
{
  const CharterFact *before = charter_gate_earlier (gate, kind, member);
  g_autofree char *path = g_strconcat ("/data/", member, NULL);

  if (before == NULL)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, code, path, "“%s” %s (entry %u)",
                              charter_gate_string (gate, member), what, before->seq);
}

static gboolean
meeting_stands (CharterGate *gate)
{
  return not_after (gate, "meeting-cancelled", "meeting", "cancelled", "has been cancelled");
}

static gboolean
is_within_items (CharterGate       *gate,
                 const CharterFact *proposed)
{
  const CharterNode *items = charter_node_member (gate->data, "items");

  return items == NULL
         || charter_node_has_string (items, charter_scene_name (&gate->scene, proposed->makes));
}

/* Attendance bears on a quorum, so it comes before the decision is closed. */
static gboolean
rule_attendance (CharterGate *gate)
{
  CharterRef meeting = charter_gate_ref (gate, "meeting");
  CharterCursor cursor;

  if (!meeting_stands (gate) || meeting == 0)
    return meeting == 0;
  for (const CharterFact *proposed = charter_cursor_last (&cursor, &gate->scene, meeting,
                                                          CHARTER_KIND ("decision-proposed"));
       proposed != NULL; proposed = charter_cursor_previous (&cursor))
    if (is_within_items (gate, proposed)
        && charter_gate_closing (gate, proposed->makes) != NULL)
      return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "closed", "/data/meeting",
                                  "“%s” was decided at this meeting and has been closed: attendance "
                                  "bears on its quorum and comes before that (name other “items”)",
                                  charter_scene_name (&gate->scene, proposed->makes));
  return TRUE;
}

static gboolean
rule_minutes_approved (CharterGate *gate)
{
  if (charter_gate_earlier (gate, "minutes-drafted", "meeting") != NULL)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "no-minutes", "/data/meeting",
                              "No minutes of “%s” have been drafted yet",
                              charter_gate_string (gate, "meeting"));
}

/* — actions — */

static gboolean
action_is_open (CharterGate *gate)
{
  return not_after (gate, "action-done", "action", "done", "is done already")
         && not_after (gate, "action-dropped", "action", "dropped", "has been dropped");
}

static gboolean
rule_action_agreed (CharterGate *gate)
{
  CharterRef owner = charter_gate_ref (gate, "owner");

  if (charter_scene_is_current (&gate->scene, owner, gate->at))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-a-member", "/data/owner",
                              "“%s” is not a current partner or person at that time",
                              charter_gate_string (gate, "owner"));
}

static gboolean
rule_need_met (CharterGate *gate)
{
  return not_after (gate, "need-met", "need", "met", "has been met already");
}

/* — concerns — */

static gboolean
concern_is_open (CharterGate *gate)
{
  return not_after (gate, "concern-closed", "concern", "closed", "has been closed");
}

static gboolean
rule_acknowledged (CharterGate *gate)
{
  return concern_is_open (gate)
         && not_after (gate, "concern-acknowledged", "concern", "acknowledged",
                       "has been acknowledged already");
}

static gboolean
rule_assigned (CharterGate *gate)
{
  const char *handler = charter_gate_string (gate, "handler");

  if (!concern_is_open (gate))
    return FALSE;
  if (handler == NULL
      || charter_scene_is_current (&gate->scene, charter_gate_ref (gate, "handler"), gate->at))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-a-member", "/data/handler",
                              "%s is no current person of the partnership", handler);
}

/* — voices — */

static gboolean
rule_answered (CharterGate *gate)
{
  const CharterFact *made = charter_scene_maker (&gate->scene, charter_gate_ref (gate, "contribution"));

  if (made->at <= gate->at)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_TIME, "before-its-cause", "/at",
                              "This answer would come before what it answers (entry %u)", made->seq);
}

/* — attestations — */

static const CharterNode *
asked_question (const CharterClauseData *clause,
                const char              *question)
{
  for (const CharterNode *row = clause->attest != NULL ? charter_node_first (clause->attest) : NULL;
       row != NULL; row = charter_node_next (clause->attest, row))
    if (g_strcmp0 (charter_node_member_string (row, "question"), question) == 0)
      return row;
  return NULL;
}

static gboolean
check_score (CharterGate       *gate,
             const CharterNode *asked)
{
  gint64 scale = charter_node_member_integer (asked, "scale", 5);
  const CharterNode *score = charter_node_member (gate->data, "score");

  if (score == NULL || (score->type == CHARTER_NODE_INTEGER && score->integer >= 1
                        && score->integer <= scale))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "score-out-of-range", "/data/score",
                              "The scale of this question goes from 1 to %" G_GINT64_FORMAT, scale);
}

static gboolean
rule_attested (CharterGate *gate)
{
  const char *question = charter_gate_string (gate, "question");
  const CharterClauseData *clause
    = charter_document_data_find_clause (gate->charter, charter_gate_string (gate, "clause"));
  const CharterNode *asked = asked_question (clause, question);

  if (asked == NULL)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFERENCE, "unknown-question", "/data/question",
                                "The clause “%s” does not ask “%s”", clause->id, question);
  return check_score (gate, asked);
}

const CharterGateRow charter_gate_conduct_rules[] = {
  { "meeting-changed", meeting_stands },
  { "meeting-cancelled", meeting_stands },
  { "attendance-noted", rule_attendance },
  { "speech-noted", meeting_stands },
  { "minutes-approved", rule_minutes_approved },
  { "action-agreed", rule_action_agreed },
  { "action-progressed", action_is_open },
  { "action-done", action_is_open },
  { "action-dropped", action_is_open },
  { "need-met", rule_need_met },
  { "concern-acknowledged", rule_acknowledged },
  { "concern-assigned", rule_assigned },
  { "concern-updated", concern_is_open },
  { "concern-closed", concern_is_open },
  { "contribution-answered", rule_answered },
  { "attestation-made", rule_attested },
  { NULL, NULL }
};
