/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

/* Rules of the gate: standing and roles. */

static gboolean
rule_founded (CharterGate *gate)
{
  const char *format = charter_gate_string (gate, "format");

  if (charter_scene_founding (&gate->scene) != NULL)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "already-founded", "/kind",
                                "The partnership is founded already, by entry 1");
  if (strcmp (format, "1") != 0)
    return charter_gate_refuse (gate, CHARTER_ERROR_VERSION, "newer-format", "/data/format",
                                "This library writes records of format 1, not %s", format);
  return TRUE;
}

/* A clause keeps its id for life: one that an earlier version had may be dropped, but not
 * given to something of another kind. */
static gboolean
check_clause_ids (CharterGate         *gate,
                  CharterDocumentData *document)
{
  const CharterDocumentData *before = charter_scene_charter (&gate->scene, gate->at, NULL);

  for (guint i = 0; before != NULL && i < document->n_clauses; i++)
    {
      const CharterClauseData *clause = &document->clauses[i];
      const CharterClauseData *old = charter_document_data_find_clause (before, clause->id);

      if (old != NULL && old->kind != clause->kind)
        return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "clause-id-changed",
                                    "/data/charter/sections",
                                    "The clause id “%s” stood for something of another kind in "
                                    "version %s; ids of clauses are stable for life",
                                    clause->id, before->version != NULL ? before->version : "before");
    }
  return TRUE;
}

static gboolean
check_zone (CharterGate         *gate,
            CharterDocumentData *document)
{
  const char *zone = charter_zone_get_name (charter_scene_zone (&gate->scene));

  if (strcmp (zone, document->zone) == 0)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "other-zone",
                              "/data/charter/calendar/zone",
                              "The record was founded in the time zone %s, and this charter names "
                              "%s: the record's zone governs every date and cannot change",
                              zone, document->zone);
}

static gboolean
rule_adopted (CharterGate *gate)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterDocumentData) document
    = charter_document_data_from_node (charter_node_member (gate->data, "charter"),
                                       "/data/charter", problems);

  if (document == NULL)
    {
      const CharterProblem *problem = charter_problems_get (problems, 0);

      return charter_gate_refuse (gate, problem->code, "invalid-charter", problem->path, "%s",
                                  problem->message);
    }
  return check_zone (gate, document) && check_clause_ids (gate, document)
         && charter_gate_check_adoption (gate, document);
}

gboolean
charter_gate_must_be_current (CharterGate *gate,
                              const char  *member)
{
  g_autofree char *path = g_strconcat ("/data/", member, NULL);

  if (charter_gate_string (gate, member) == NULL
      || charter_scene_is_current (&gate->scene, charter_gate_ref (gate, member), gate->at))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-a-member", path,
                              "“%s” is not a current member of the partnership at that time",
                              charter_gate_string (gate, member));
}

static gboolean
rule_left (CharterGate *gate)
{
  return charter_gate_must_be_current (gate, gate->kind == CHARTER_KIND ("partner-left") ? "partner"
                                                                                         : "person");
}

static gboolean
rule_person_joined (CharterGate *gate)
{
  const CharterNode *partners = charter_node_member (gate->data, "for");

  for (const CharterNode *item = partners == NULL ? NULL
                                 : partners->type == CHARTER_NODE_ARRAY ? charter_node_first (partners)
                                 : partners;
       item != NULL;
       item = partners->type == CHARTER_NODE_ARRAY ? charter_node_next (partners, item) : NULL)
    if (!charter_scene_is_current (&gate->scene, charter_scene_find (&gate->scene, item->string),
                                   gate->at))
      return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-a-member", "/data/for",
                                  "“%s” is not a current partner at that time", item->string);
  return TRUE;
}

static gboolean
version_was_adopted (const CharterScene *scene,
                     const char         *version)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, 0,
                                                      CHARTER_KIND ("charter-adopted"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      const CharterNode *charter = charter_node_member (charter_scene_data (scene, fact), "charter");

      if (g_strcmp0 (charter_node_member_string (charter, "version"), version) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
rule_signed (CharterGate *gate)
{
  const char *version = charter_gate_string (gate, "version");

  if (!charter_gate_must_be_current (gate, "partner") || !charter_gate_must_be_current (gate, "person"))
    return FALSE;
  return version_was_adopted (&gate->scene, version)
         || charter_gate_refuse (gate, CHARTER_ERROR_REFERENCE, "unknown-version", "/data/version",
                                 "No version “%s” of the charter has been adopted", version);
}

static gboolean
rule_members_current (CharterGate *gate)
{
  return charter_gate_must_be_current (gate, "partner") && charter_gate_must_be_current (gate, "person");
}

/* — roles — */

gboolean
charter_gate_check_span (CharterGate       *gate,
                         const CharterNode *data,
                         const char        *first,
                         const char        *last,
                         const char        *path)
{
  const char *begins = charter_node_member_string (data, first);
  const char *ends = charter_node_member_string (data, last);
  g_autofree char *full = g_strconcat (path, "/", last, NULL);
  gint32 from, until;

  if (begins == NULL || ends == NULL || !charter_date_parse (begins, -1, &from)
      || !charter_date_parse (ends, -1, &until) || from <= until)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "dates-reversed", full,
                              "It ends on %s, before it begins on %s", ends, begins);
}

static gboolean
dates_in_order (CharterGate *gate,
                const char  *first,
                const char  *last)
{
  return charter_gate_check_span (gate, gate->data, first, last, "/data");
}

static gboolean
check_role_partner (CharterGate           *gate,
                    const CharterRoleData *role)
{
  CharterRef person = charter_gate_ref (gate, "person");
  CharterRef partner = charter_gate_ref (gate, "for");

  if (role != NULL && role->of_partner && partner == 0)
    return charter_gate_refuse (gate, CHARTER_ERROR_FORMAT, "missing-member", "/data/for",
                                "The role “%s” is held for a partner: say for which with “for”",
                                role->id);
  if (partner == 0 || charter_scene_acts_for (&gate->scene, person, partner, gate->at))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-of-partner", "/data/for",
                              "%s does not act for the partner “%s”",
                              charter_gate_string (gate, "person"), charter_gate_string (gate, "for"));
}

static gboolean
check_compatible (CharterGate           *gate,
                  const CharterRoleData *role)
{
  CharterRef person = charter_gate_ref (gate, "person");
  g_autoptr(GArray) held = g_array_new (FALSE, FALSE, sizeof (CharterTenure));

  charter_scene_tenures (&gate->scene, NULL, person, gate->at, held);
  for (guint i = 0; i < held->len; i++)
    {
      const CharterTenure *tenure = &g_array_index (held, CharterTenure, i);
      const CharterRoleData *other = charter_document_data_find_role (gate->charter, tenure->role);

      if ((role->incompatible != NULL && charter_node_has_string (role->incompatible, tenure->role))
          || (other != NULL && other->incompatible != NULL
              && charter_node_has_string (other->incompatible, role->id)))
        return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "incompatible-role", "/data/role",
                                    "%s holds the role “%s” (entry %u), and the charter lets nobody "
                                    "hold both", charter_gate_string (gate, "person"), tenure->role,
                                    tenure->given->seq);
    }
  return TRUE;
}

static gboolean
rule_role_given (CharterGate *gate)
{
  const CharterRoleData *role = gate->charter == NULL ? NULL
    : charter_document_data_find_role (gate->charter, charter_gate_string (gate, "role"));

  if (!charter_gate_must_be_current (gate, "person") || !dates_in_order (gate, "from", "until"))
    return FALSE;
  if (!check_role_partner (gate, role) || (role != NULL && !check_compatible (gate, role)))
    return FALSE;
  return charter_gate_needs_final (gate, "decision");
}

static gboolean
rule_role_ended (CharterGate *gate)
{
  if (charter_scene_holds_role (&gate->scene, charter_gate_ref (gate, "person"),
                                charter_gate_string (gate, "role"), gate->at))
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-appointed", "/data/role",
                              "%s does not hold the role “%s” at that time",
                              charter_gate_string (gate, "person"), charter_gate_string (gate, "role"));
}

const CharterGateRow charter_gate_standing_rules[] = {
  { "partnership-founded", rule_founded },
  { "charter-adopted", rule_adopted },
  { "charter-signed", rule_signed },
  { "charter-reaffirmed", rule_signed },
  { "partner-left", rule_left },
  { "person-joined", rule_person_joined },
  { "person-left", rule_left },
  { "agreement-accepted", rule_members_current },
  { "role-given", rule_role_given },
  { "role-ended", rule_role_ended },
  { "nothing-declared", rule_members_current },
  { NULL, NULL }
};
