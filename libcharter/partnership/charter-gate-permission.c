/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

/* Permission: `by` is the person who makes the entry.  Nothing is asked until for the first
 * time a current person holds the act `record` under a charter in force; concern kinds and
 * anonymous attestations have no `by` and are never asked. */

static gboolean
lists (const CharterNode *list,
       const char        *string)
{
  return list != NULL && charter_node_has_string (list, string);
}

static gboolean
is_recorder (const CharterScene        *scene,
             const CharterDocumentData *charter,
             CharterRef                 person,
             gint64                     at)
{
  if (!charter_scene_is_current (scene, person, at))
    return FALSE;
  for (guint i = 0; i < charter->n_roles; i++)
    if (lists (charter->roles[i].acts, "record")
        && charter_scene_holds_role (scene, person, charter->roles[i].id, at))
      return TRUE;
  for (guint i = 0; i < charter->n_permissions; i++)
    if (strcmp (charter->permissions[i].act, "record") == 0)
      for (const CharterNode *to = charter_node_first (charter->permissions[i].to); to != NULL;
           to = charter_node_next (charter->permissions[i].to, to))
        if (charter_scene_covers (scene, to->string, person, at))
          return TRUE;
  return FALSE;
}

static gboolean
anyone_records (const CharterScene        *scene,
                const CharterDocumentData *charter,
                gint64                     at)
{
  g_autoptr(GArray) persons = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  charter_scene_current (scene, CHARTER_KIND ("person-joined"), at, persons);
  for (guint i = 0; i < persons->len; i++)
    if (is_recorder (scene, charter, g_array_index (persons, CharterRef, i), at))
      return TRUE;
  return FALSE;
}

/* Only these entries can be the first by which somebody holds the act. */
static gboolean
begins_with (const CharterScene *scene,
             const CharterFact  *fact)
{
  gboolean joined = fact->kind == CHARTER_KIND ("person-joined");
  gboolean given = fact->kind == CHARTER_KIND ("role-given");
  const CharterDocumentData *charter;

  if (!joined && !given && fact->kind != CHARTER_KIND ("charter-adopted"))
    return FALSE;
  charter = charter_scene_charter (scene, fact->at, NULL);
  if (charter == NULL || !charter_document_data_lists_act (charter, "record"))
    return FALSE;
  if (joined || given)
    return is_recorder (scene, charter, joined ? fact->makes
                                               : charter_scene_member (scene, fact, "person"),
                        fact->at);
  return anyone_records (scene, charter, fact->at);
}

gboolean
charter_gate_is_governed (const CharterScene *scene,
                          guint32             since)
{
  for (guint32 seq = since + 1; seq <= scene->known; seq++)
    {
      CharterScene then = { scene->state, seq };

      if (begins_with (&then, charter_scene_fact (&then, seq)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_anonymous (CharterGate *gate)
{
  return gate->schema->flags & CHARTER_KIND_CONCERN
         || (gate->kind == CHARTER_KIND ("attestation-made")
             && charter_node_member_boolean (gate->data, "anonymous", FALSE));
}

static gboolean
check_anonymous (CharterGate *gate)
{
  if (gate->by_id == NULL)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "must-be-anonymous", "/by",
                              "An entry of this kind protects the person who makes it: leave “by” out");
}

static const char *
first_ground (const CharterJudgement *judgement)
{
  return judgement->grounds->len > 0 ? judgement->grounds->pdata[0] : "no-permission";
}

static char *
first_reason (const CharterJudgement *judgement)
{
  CharterReasonId reason = charter_reasons_first (judgement->reasons, 0);

  return reason != 0 ? charter_reasons_render (judgement->reasons, reason, FALSE)
                     : g_strdup ("Nothing in the charter permits it.");
}

static void
judge (CharterGate      *gate,
       const char       *act,
       CharterRef        subject,
       CharterJudgement *out)
{
  const CharterNode *amount = charter_node_member (gate->data, "amount");

  /* A proposal is not in the record yet: what it would spend is looked at here. */
  if (gate->kind == CHARTER_KIND ("decision-proposed") && subject == 0
      && charter_node_is (amount, CHARTER_NODE_INTEGER))
    charter_permit_may_amount (&gate->scene, gate->by, act, amount->integer, gate->at, out);
  else
    charter_permit_may (&gate->scene, gate->by, act, subject, gate->at, out);
}

static gboolean
check_act (CharterGate *gate,
           const char  *act,
           CharterRef   subject,
           const char  *path)
{
  CharterJudgement judgement = { 0 };
  g_autofree char *reason = NULL;
  gboolean allowed;

  judge (gate, act, subject, &judgement);
  allowed = judgement.answer == CHARTER_ANSWER_ALLOWED;
  if (!allowed)
    {
      reason = first_reason (&judgement);
      charter_gate_refuse (gate, CHARTER_ERROR_PERMISSION, first_ground (&judgement), path,
                           "%s may not %s here: %s", gate->by_id, act, reason);
    }
  charter_judgement_clear (&judgement);
  return allowed;
}

static gboolean
check_missing_by (CharterGate *gate,
                  const char  *act)
{
  if (gate->charter == NULL || !charter_document_data_lists_act (gate->charter, act))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_PERMISSION, "no-permission", "/by",
                              "Say who makes this entry: the charter lists who may “%s”", act);
}

/* Does `by` speak for the unit itself: is it that person, or does it act for that partner? */
static gboolean
speaks_for (CharterGate *gate,
            CharterRef   speaker)
{
  return speaker == gate->by
         || (charter_scene_is_partner (&gate->scene, speaker)
             && charter_scene_acts_for (&gate->scene, gate->by, speaker, gate->at));
}

/* DESIGN §3: where somebody else speaks than `by`, the act record-for is needed. */
static gboolean
check_speakers (CharterGate *gate,
                gboolean    *for_others)
{
  const CharterShape *shape = &gate->schema->data;

  *for_others = FALSE;
  for (guint i = 0; i < shape->n_rows; i++)
    {
      const CharterRow *row = &shape->rows[i];
      const char *name = row->flags & CHARTER_ROW_SPEAKER ? charter_gate_string (gate, row->name) : NULL;
      CharterRef speaker = charter_scene_find (&gate->scene, name);
      g_autofree char *path = g_strconcat ("/data/", row->name, NULL);

      if (name == NULL || speaks_for (gate, speaker))
        continue;
      *for_others = TRUE;
      if (!check_act (gate, "record-for", 0, path))
        return FALSE;
    }
  return TRUE;
}

/* Whose right the act is depends on the kind: a ballot's is the voter's, which the rules of
 * the decision look after. */
static CharterRef
subject_of (CharterGate *gate)
{
  static const char *const members[] = { "decision", "concern", "entry", NULL };

  for (guint i = 0; members[i] != NULL; i++)
    if (charter_gate_ref (gate, members[i]) != 0)
      return charter_gate_ref (gate, members[i]);
  return 0;
}

gboolean
charter_gate_check_permission (CharterGate *gate)
{
  const char *act = gate->schema->act != NULL ? gate->schema->act : "record";
  gboolean for_others;

  if (is_anonymous (gate))
    return check_anonymous (gate);
  if (!gate->governed)
    return TRUE;
  if (gate->by_id == NULL)
    return check_missing_by (gate, act);
  if (!charter_scene_is_current (&gate->scene, gate->by, gate->at))
    return charter_gate_refuse (gate, CHARTER_ERROR_PERMISSION, "not-a-member", "/by",
                                "%s is no current person of the partnership", gate->by_id);
  if (!check_speakers (gate, &for_others))
    return FALSE;
  if (strcmp (act, "vote") == 0 || for_others)
    return TRUE;
  return check_act (gate, act, subject_of (gate), "/by");
}
