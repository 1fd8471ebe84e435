/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"

#include <string.h>

#include "format/charter-kinds-private.h"
#include "format/charter-schema-check-private.h"

/* Rules of the gate: the record itself; and the table of all rules. */

static const CharterFact *
named_entry (CharterGate *gate)
{
  return charter_scene_find_entry (&gate->scene, charter_gate_string (gate, "entry"));
}

static gboolean
refuse_problem (CharterGate     *gate,
                CharterProblems *problems,
                const char      *code)
{
  const CharterProblem *problem = charter_problems_get (problems, 0);

  return charter_gate_refuse (gate, problem->code, code, problem->path, "%s", problem->message);
}

/* What holds among the members of an entry holds for it as corrected too. */
static gboolean
check_as_corrected (CharterGate       *gate,
                    const CharterFact *entry,
                    const CharterNode *set)
{
  const CharterNode *after = charter_corrected_data (charter_scene_data (&gate->scene, entry), set,
                                                     gate->arena);

  return charter_gate_check_span (gate, after, "since", "until", "/data/set")
         && charter_gate_check_span (gate, after, "from", "until", "/data/set")
         && charter_gate_check_share (gate, after, "/data/set")
         && charter_gate_check_corrected (gate, entry, after);
}

static gboolean
rule_corrected (CharterGate *gate)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterFact *entry = named_entry (gate);
  const CharterNode *set = charter_node_member (gate->data, "set");

  if (entry->kind == CHARTER_KIND ("entry-corrected") || entry->kind == CHARTER_KIND ("entry-redacted"))
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-correctable", "/data/entry",
                                "A correction is corrected by correcting the same entry again");
  if (!charter_kind_check_correction (charter_kinds[entry->kind], set, CHARTER_CHECK_CLEAR,
                                      "/data/set", problems))
    return refuse_problem (gate, problems, "not-correctable");
  return check_as_corrected (gate, entry, set);
}

static gboolean
is_hidden (const CharterShape *shape,
           const char         *member)
{
  const CharterRow *row = charter_shape_lookup (shape, member, strlen (member));

  return row != NULL
         && row->flags & (CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED | CHARTER_ROW_SEALED_IF_SECRET
                          | CHARTER_ROW_SEALED_IF_ANONYMOUS);
}

static gboolean
has_nested (const CharterShape *shape,
            const char         *member)
{
  const CharterRow *row = charter_shape_lookup (shape, member, strlen (member));

  return row != NULL && row->shape != NULL;
}

static gboolean
refuse_member (CharterGate        *gate,
               const CharterShape *shape,
               const char         *member,
               guint               index)
{
  g_autofree char *path = g_strdup_printf ("/data/members/%u", index);
  const char *nearest = charter_shape_nearest (shape, member);

  if (charter_shape_lookup (shape, member, strlen (member)) != NULL)
    return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-redactable", path,
                                "“%s” of %s is in clear, part of the record for good: only "
                                "private and sealed members can be redacted", member, shape->name);
  if (nearest != NULL)
    return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "not-redactable", path,
                                "%s has no member “%s”; did you mean “%s”?", shape->name, member,
                                nearest);
  return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "not-redactable", path,
                              "%s has no member “%s”", shape->name, member);
}

/* Openings of a secret decision cannot be erased before its totals are recorded. */
static gboolean
secret_is_counted (CharterGate       *gate,
                   const CharterFact *entry)
{
  CharterRef decision = charter_scene_member (&gate->scene, entry, "decision");
  const CharterFact *closed;
  CharterCursor cursor;

  if (entry->kind != CHARTER_KIND ("ballot-cast"))
    return TRUE;
  closed = charter_cursor_last (&cursor, &gate->scene, decision, CHARTER_KIND ("decision-closed"));
  if (closed != NULL && closed->seq > entry->seq)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "not-closed", "/data/entry",
                              "A ballot can be redacted only once its decision has been closed and "
                              "the totals recorded");
}

static gboolean
rule_redacted (CharterGate *gate)
{
  const CharterFact *entry = named_entry (gate);
  const CharterShape *shape = &charter_kinds[entry->kind]->data;
  const CharterNode *members = charter_node_member (gate->data, "members");
  guint i = 0;

  for (const CharterNode *item = charter_node_first (members); item != NULL;
       item = charter_node_next (members, item), i++)
    if (!is_hidden (shape, item->string) && !has_nested (shape, item->string))
      return refuse_member (gate, shape, item->string, i);
  if (members->length == 0)
    return charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "not-redactable", "/data/members",
                                "Nothing is named: list the members whose values are erased");
  return secret_is_counted (gate, entry);
}

const CharterGateRow charter_gate_record_rules[] = {
  { "entry-corrected", rule_corrected },
  { "entry-redacted", rule_redacted },
  { NULL, NULL }
};

static CharterGateRule
find_rule (const CharterGateRow *rows,
           const char           *kind)
{
  for (guint i = 0; rows[i].kind != NULL; i++)
    if (strcmp (rows[i].kind, kind) == 0)
      return rows[i].rule;
  return NULL;
}

gboolean
charter_gate_check_rules (CharterGate *gate)
{
  const CharterGateRow *const rooms[] = {
    charter_gate_standing_rules, charter_gate_interest_rules, charter_gate_delegation_rules,
    charter_gate_decision_rules, charter_gate_conduct_rules, charter_gate_record_rules,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      CharterGateRule rule = find_rule (rooms[i], gate->schema->data.name);

      if (rule != NULL)
        return rule (gate);
    }
  return TRUE;
}
