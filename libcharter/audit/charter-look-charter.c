/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "document/charter-document-parts-private.h"
#include "state/charter-string-table-private.h"

#include <string.h>

/* The charter as a whole: can anything be decided, do its times fit together, can its clauses be
 * shown to be lived, and what in it has no effect. */

/* Decisions */

static gboolean
is_impossible (CharterAuditWork      *self,
               const CharterRuleData *rule)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      CharterAuditFinding *finding = self->findings->pdata[i];
      const char *code = charter_audit_finding_get_code (finding);

      if (charter_audit_finding_get_severity (finding) == CHARTER_AUDIT_SEVERITY_ERROR
          && (strcmp (code, "unreachable-quorum") == 0 || strcmp (code, "contradiction") == 0
              || strcmp (code, "no-voters") == 0)
          && g_strv_contains (charter_audit_finding_get_rules (finding), rule->id))
        return TRUE;
    }

  return FALSE;
}

/* Equal but for what they are called. */
static char *
substance_of (const CharterRuleData *rule)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_builder_begin_object (builder);
  for (const CharterNode *c = charter_node_first (rule->node); c != NULL;
       c = charter_node_next (rule->node, c))
    if (strcmp (c->key, "id") != 0 && strcmp (c->key, "name") != 0 && strcmp (c->key, "clause") != 0)
      charter_builder_set_node (builder, c->key, c);
  charter_builder_end (builder);

  return charter_builder_to_text (builder);
}

static int
compare_substances (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Rules that are the same in substance stand side by side once they are sorted by it. */
static void
look_for_same (CharterAuditWork *self)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint from = 0;

  /* The position comes last, so that the first of several is the first in the charter. */
  for (guint i = 0; i < self->charter->n_rules; i++)
    {
      g_autofree char *text = substance_of (&self->charter->rules[i]);

      g_ptr_array_add (texts, g_strdup_printf ("%s\n%010u", text, i));
    }
  g_ptr_array_sort (texts, compare_substances);
  for (guint i = 1; i <= texts->len; i++)
    {
      const char *first = texts->pdata[from];
      gsize length = strlen (first) - 10;
      g_autoptr(GPtrArray) names = g_ptr_array_new ();

      if (i < texts->len && strncmp (first, texts->pdata[i], length) == 0)
        continue;
      for (guint j = from; j < i; j++)
        {
          const char *text = texts->pdata[j];
          guint place = (guint) g_ascii_strtoull (text + strlen (text) - 10, NULL, 10);

          g_ptr_array_add (names, (gpointer) self->charter->rules[place].id);
        }
      if (names->len > 1)
        charter_audit_say (self, CHARTER_AUDIT_SAME_RULE, "/rules",
                           charter_audit_list (self, names, 0), NULL);
      from = i;
    }
}

static gboolean
is_guarded (const CharterDocumentData *charter)
{
  for (guint i = 0; i < charter->n_rules; i++)
    if (charter->rules[i].amends_charter)
      return TRUE;

  return FALSE;
}

void
charter_audit_look_at_decisions (CharterAuditWork *self)
{
  gboolean possible = FALSE;

  if (self->charter->n_rules == 0)
    {
      charter_audit_say (self, CHARTER_AUDIT_NO_RULES, "/rules", NULL);
      return;
    }
  for (guint i = 0; i < self->charter->n_rules && !possible; i++)
    possible = !is_impossible (self, &self->charter->rules[i]);
  if (!possible)
    charter_audit_say (self, CHARTER_AUDIT_DEADLOCK, "/rules", NULL);
  if (!is_guarded (self->charter))
    charter_audit_say (self, CHARTER_AUDIT_UNGUARDED, "/rules", NULL);
  look_for_same (self);
}

/* Conflicts */

static gboolean
takes_from_quorum (const CharterConflictPolicy *policy)
{
  gboolean takes = strcmp (policy->regime.quorum, "counts") != 0;

  for (guint i = 0; i < policy->n_paths; i++)
    takes |= policy->paths[i].regime != NULL
             && strcmp (policy->paths[i].regime->quorum, "counts") != 0;

  return takes;
}

void
charter_audit_look_at_policy (CharterAuditWork *self)
{
  const CharterConflictPolicy *policy = &self->charter->conflicts;
  g_autoptr(GPtrArray) rules = g_ptr_array_new ();
  CharterAuditFinding *finding;

  if (!takes_from_quorum (policy) || (policy->remedies != NULL && policy->remedies->length > 0))
    return;
  for (guint i = 0; i < self->charter->n_rules; i++)
    if (self->charter->rules[i].quorum.given)
      g_ptr_array_add (rules, (gpointer) &self->charter->rules[i]);
  if (rules->len == 0)
    return;
  finding = charter_audit_say (self, CHARTER_AUDIT_NO_REMEDY, "/conflicts", "", NULL);
  for (guint i = 0; i < rules->len; i++)
    charter_audit_finding_set_rule (finding, ((const CharterRuleData *) rules->pdata[i])->id,
                                    policy->clause);
}

/* Times */

/* Longer whenever it begins: months have different lengths. */
static gboolean
is_longer (const CharterPeriod *a,
           const CharterPeriod *b)
{
  static const char *const days[] = { "2026-01-01", "2026-02-01", "2026-07-01", "2028-02-01" };
  const CharterCalendar calendar = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint32 day;

      if (!charter_date_parse (days[i], -1, &day)
          || charter_period_end_date (a, day, 1, &calendar)
             <= charter_period_end_date (b, day, 1, &calendar))
        return FALSE;
    }

  return TRUE;
}

static const char *
words_of (CharterAuditWork    *self,
          const CharterPeriod *period)
{
  g_autofree char *words = charter_period_describe (period);

  return charter_audit_printf (self, "%s", words);
}

static void
look_at_cycle (CharterAuditWork       *self,
               const CharterCycleData *cycle)
{
  const struct { const char *name; gboolean has; const CharterPeriod *period; } parts[] = {
    { "window", cycle->has_window, &cycle->window },
    { "grace", cycle->has_grace, &cycle->grace },
    { "notice", cycle->has_notice, &cycle->notice },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts) && !cycle->every_is_rule; i++)
    {
      CharterAuditFinding *finding;

      if (!parts[i].has || !is_longer (parts[i].period, &cycle->every))
        continue;
      finding = charter_audit_say (self, CHARTER_AUDIT_CYCLE_OVERLAP,
                                   charter_audit_printf (self, "/cycles/%u/%s",
                                                         (guint) (cycle - self->charter->cycles),
                                                         parts[i].name),
                                   cycle->id, words_of (self, &cycle->every), parts[i].name,
                                   words_of (self, parts[i].period), NULL);
      charter_audit_finding_set_clause (finding, cycle->clause);
    }
}

static void
look_at_rule_times (CharterAuditWork      *self,
                    const CharterRuleData *rule)
{
  const CharterRuleTimes *times = &rule->times;

  if (times->has_open && charter_period_is_zero (&times->open) && !rule->closes_inclusive)
    charter_audit_finding_set_rule (charter_audit_say (self, CHARTER_AUDIT_NO_TIME,
                                                       charter_audit_rule_path (self, rule,
                                                                                "/time/open"),
                                                       rule->id, NULL),
                                    rule->id, rule->clause);
  if (times->has_review && times->has_standstill && is_longer (&times->standstill, &times->review))
    charter_audit_finding_set_rule (charter_audit_say (self, CHARTER_AUDIT_REVIEW_EARLY,
                                                       charter_audit_rule_path (self, rule,
                                                                                "/time/review"),
                                                       rule->id, words_of (self, &times->review),
                                                       words_of (self, &times->standstill), NULL),
                                    rule->id, rule->clause);
}

static void
look_at_policy_times (CharterAuditWork *self)
{
  const CharterConflictPolicy *policy = &self->charter->conflicts;

  if (policy->has_tail && policy->has_published_for
      && is_longer (&policy->tail, &policy->published_for))
    charter_audit_finding_set_clause (charter_audit_say (self, CHARTER_AUDIT_PUBLISHED_TAIL,
                                                         "/conflicts/published-for",
                                                         words_of (self, &policy->tail),
                                                         words_of (self, &policy->published_for),
                                                         NULL),
                                      policy->clause);
  if (policy->has_declare_within && policy->has_confirm_every
      && is_longer (&policy->declare_within, &policy->confirm_every))
    charter_audit_finding_set_clause (charter_audit_say (self, CHARTER_AUDIT_DECLARE_LATE,
                                                         "/conflicts/declare-within",
                                                         words_of (self, &policy->confirm_every),
                                                         words_of (self, &policy->declare_within),
                                                         NULL),
                                      policy->clause);
}

void
charter_audit_look_at_times (CharterAuditWork *self)
{
  for (guint i = 0; i < self->charter->n_rules; i++)
    look_at_rule_times (self, &self->charter->rules[i]);
  for (guint i = 0; i < self->charter->n_cycles; i++)
    look_at_cycle (self, &self->charter->cycles[i]);
  look_at_policy_times (self);
}

/* Clauses */

static const char *
clause_path (CharterAuditWork        *self,
             const CharterClauseData *clause)
{
  const CharterSectionData *section = &self->charter->sections[clause->section];

  return charter_audit_printf (self, "/sections/%u/clauses/%u", clause->section,
                               (guint) (clause - self->charter->clauses) - section->first_clause);
}

static gboolean
is_empty (const CharterNode *list)
{
  return list == NULL || list->length == 0;
}

static gboolean
has_signs_only (const CharterNode *checks)
{
  CHARTER_EACH_VALUE (checks, check)
    if (g_strcmp0 (charter_node_member_string (check, "as"), "sign") != 0)
      return FALSE;

  return TRUE;
}

static void
look_at_clause (CharterAuditWork        *self,
                const CharterClauseData *clause)
{
  CharterAuditSentence sentence;

  if (!is_empty (clause->attest))
    return;
  if (is_empty (clause->checks))
    sentence = CHARTER_AUDIT_UNEVIDENCED;
  else if (has_signs_only (clause->checks))
    sentence = CHARTER_AUDIT_UNEVIDENCED_SIGNS;
  else
    return;
  charter_audit_finding_set_clause (charter_audit_say (self, sentence, clause_path (self, clause),
                                                       clause->id, NULL),
                                    clause->id);
}

void
charter_audit_look_at_clauses (CharterAuditWork *self)
{
  g_autoptr(GPtrArray) needed = g_ptr_array_new ();

  for (guint i = 0; i < self->charter->n_clauses; i++)
    look_at_clause (self, &self->charter->clauses[i]);
  CHARTER_EACH_VALUE (self->charter->requires_, name)
    g_ptr_array_add (needed, (gpointer) name->string);
  if (needed->len > 0)
    charter_audit_say (self, CHARTER_AUDIT_NEEDS_PROGRAM, "/requires",
                       charter_audit_list (self, needed, 0), NULL);
}

/* What has no effect */

/* Every string of the charter, but for ids and texts of the lists' own rows. */
static void
collect_strings (const CharterNode *node,
                 GHashTable        *out)
{
  const CharterNode *end = node + node->span;

  for (const CharterNode *n = node; n < end; n++)
    if (n->type == CHARTER_NODE_STRING
        && (n->key == NULL || (strcmp (n->key, "id") != 0 && strcmp (n->key, "name") != 0
                               && strcmp (n->key, "text") != 0)))
      g_hash_table_add (out, (gpointer) n->string);
}

static gboolean
is_named (GHashTable *strings,
          const char *prefix,
          const char *id)
{
  g_autofree char *voice = g_strconcat (prefix, id, NULL);

  return g_hash_table_contains (strings, voice) || g_hash_table_contains (strings, id);
}

/* A representative speaks for its partner without being named. */
static gboolean
has_effect (const CharterDocumentData *charter,
            const CharterRoleData     *role)
{
  if (!is_empty (role->acts) || !is_empty (role->bars) || role->substitutes != NULL)
    return TRUE;

  return role->of_partner && strcmp (role->id, "representative") == 0;
}

void
charter_audit_look_for_unused (CharterAuditWork *self)
{
  g_autoptr(GHashTable) strings = g_hash_table_new (charter_string_hash, g_str_equal);

  collect_strings (self->charter->root, strings);
  for (guint i = 0; i < self->charter->n_roles; i++)
    {
      const CharterRoleData *role = &self->charter->roles[i];

      if (!has_effect (self->charter, role) && !is_named (strings, "role:", role->id))
        charter_audit_finding_set_role (charter_audit_say (self, CHARTER_AUDIT_UNUSED_ROLE,
                                                           charter_audit_role_path (self, role, ""),
                                                           role->id, NULL),
                                        role->id, role->clause);
    }
  for (guint i = 0; i < self->charter->n_constituencies; i++)
    if (!is_named (strings, "constituency:", self->charter->constituencies[i].id))
      charter_audit_say (self, CHARTER_AUDIT_UNUSED_CONSTITUENCY,
                         charter_audit_printf (self, "/constituencies/%u", i),
                         self->charter->constituencies[i].id, NULL);
}
