/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"
#include "permit/charter-item-private.h"

#include <string.h>

/* Rules of the gate: amending the charter is itself a decision under a rule of the charter.
 *
 * Where the version in force says of a rule that it amends the charter, nothing but a decision
 * under such a rule, which names the new document by its digest, brings a new version; else a
 * new one may be adopted without naming a decision.  Where one is named it must have been
 * carried and closed, its standstill must be over, it brings one version, and if it names a
 * document it brings that one. */

const CharterFact *
charter_gate_closing (CharterGate *gate,
                      CharterRef   decision)
{
  CharterCursor cursor;
  const CharterFact *closed = charter_cursor_last (&cursor, &gate->scene, decision,
                                                   CHARTER_KIND ("decision-closed"));
  const CharterFact *reopened = charter_cursor_last (&cursor, &gate->scene, decision,
                                                     CHARTER_KIND ("decision-reopened"));

  return closed != NULL && reopened != NULL && reopened->seq > closed->seq ? NULL : closed;
}

gboolean
charter_gate_check_standstill (CharterGate *gate,
                               const char  *member)
{
  CharterRef decision = charter_gate_ref (gate, member);
  gint64 until = charter_decide_rests_from (&gate->scene, decision, gate->at);
  g_autofree char *path = g_strconcat ("/data/", member, NULL);
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (until == CHARTER_INSTANT_NONE || gate->at >= until)
    return TRUE;
  charter_instant_format (until, text);
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "standstill", path,
                              "“%s” is in its standstill period, which lasts until %s",
                              charter_gate_string (gate, member), text);
}

gboolean
charter_gate_needs_final (CharterGate *gate,
                          const char  *member)
{
  return charter_gate_ref (gate, member) == 0
         || (charter_gate_needs_carried (gate, member)
             && charter_gate_check_standstill (gate, member));
}

static const CharterRuleData *
amending_rule (const CharterDocumentData *charter)
{
  for (guint i = 0; charter != NULL && i < charter->n_rules; i++)
    if (charter->rules[i].amends_charter)
      return &charter->rules[i];
  return NULL;
}

static gboolean
check_unnamed (CharterGate *gate)
{
  const CharterRuleData *rule = amending_rule (gate->charter);

  return rule == NULL
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "needs-decision", "/data/decision",
                                 "The charter in force is amended by a decision under its rule "
                                 "“%s”, and in no other way: name the decision", rule->id);
}

/* Carried, closed, and standing. */
static gboolean
check_stands (CharterGate *gate,
              CharterRef   decision)
{
  const char *id = charter_gate_string (gate, "decision");

  if (!charter_gate_needs_carried (gate, "decision"))
    return FALSE;
  if (charter_decide_closing (&gate->scene, decision, gate->at) == NULL)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-closed", "/data/decision",
                                "“%s” has no decision-closed yet", id);
  if (charter_decide_state (&gate->scene, decision, gate->at, NULL, NULL)
      == CHARTER_DECISION_STATE_SUPERSEDED)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "superseded", "/data/decision",
                                "“%s” has been superseded by another decision", id);
  return charter_gate_check_standstill (gate, "decision");
}

/* One decision brings one version, and one more if it was taken up again. */
static gboolean
check_once (CharterGate *gate,
            CharterRef   decision)
{
  CharterCursor cursor;
  const CharterFact *adopted = charter_cursor_last (&cursor, &gate->scene, decision,
                                                    CHARTER_KIND ("charter-adopted"));
  const CharterFact *reopened = charter_cursor_last (&cursor, &gate->scene, decision,
                                                     CHARTER_KIND ("decision-reopened"));

  if (adopted == NULL || (reopened != NULL && reopened->seq > adopted->seq))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "already-adopted", "/data/decision",
                              "With “%s” a charter has been adopted already, by entry %u: another "
                              "needs another decision", charter_gate_string (gate, "decision"),
                              adopted->seq);
}

/* The digest of the document that was decided on, NULL if it names none. */
static const char *
decided_digest (CharterGate *gate,
                CharterRef   decision)
{
  const CharterFact *amended = charter_item_amended (&gate->scene, decision, "adopts", gate->at);

  return charter_scene_string (&gate->scene,
                               amended != NULL ? amended
                                               : charter_scene_maker (&gate->scene, decision),
                               "adopts");
}

static gboolean
check_document (CharterGate               *gate,
                CharterRef                 decision,
                const CharterDocumentData *document,
                gboolean                   must_name)
{
  const char *decided = decided_digest (gate, decision);
  const char *digest = charter_document_data_get_digest (document);

  if (decided == NULL && !must_name)
    return TRUE;
  if (decided == NULL)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "no-charter", "/data/decision",
                                "“%s” does not say which charter it adopts: its proposal names the "
                                "document in “adopts”, by its SHA-256",
                                charter_gate_string (gate, "decision"));
  return strcmp (decided, digest) == 0
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "other-charter", "/data/charter",
                                 "“%s” adopts another document than this one: it was decided on "
                                 "%s, and this is %s", charter_gate_string (gate, "decision"),
                                 decided, digest);
}

/* The version under which the decision was taken says which rule amends it. */
static gboolean
check_rule (CharterGate           *gate,
            CharterRef             decision,
            const CharterRuleData *amending)
{
  CharterRef bundle = charter_decide_bundle (&gate->scene, decision, gate->at);
  const CharterDocumentData *charter
    = charter_scene_charter_of (&gate->scene, bundle != 0 ? bundle : decision, gate->at);
  const CharterRuleData *rule
    = charter_item_rule (&gate->scene, charter_scene_maker (&gate->scene, decision), charter,
                         gate->at);

  return amending == NULL || (rule != NULL && rule->amends_charter)
         || charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "other-rule", "/data/decision",
                                 "“%s” was not decided under a rule that amends the charter, such "
                                 "as “%s”", charter_gate_string (gate, "decision"), amending->id);
}

gboolean
charter_gate_check_adoption (CharterGate               *gate,
                             const CharterDocumentData *document)
{
  CharterRef decision = charter_gate_ref (gate, "decision");
  const CharterRuleData *amending;
  CharterRef bundle;

  if (decision == 0)
    return check_unnamed (gate);
  if (!check_stands (gate, decision) || !check_once (gate, decision))
    return FALSE;
  bundle = charter_decide_bundle (&gate->scene, decision, gate->at);
  amending = amending_rule (charter_scene_charter_of (&gate->scene,
                                                      bundle != 0 ? bundle : decision, gate->at));
  return check_rule (gate, decision, amending)
         && check_document (gate, decision, document, amending != NULL);
}
