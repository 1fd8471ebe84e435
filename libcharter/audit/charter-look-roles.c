/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "document/charter-document-parts-private.h"

#include <string.h>

/* Roles and acts: what hangs on one person, what nobody may do, and who may make entries. */

static const char *const guarded[] = { "chair", "handle-concern", "record-for", "see-sealed", NULL };

static gboolean
lists_any_act (const CharterDocumentData *charter)
{
  if (charter->n_permissions > 0)
    return TRUE;
  for (guint i = 0; i < charter->n_roles; i++)
    if (charter->roles[i].acts != NULL && charter->roles[i].acts->length > 0)
      return TRUE;

  return FALSE;
}

/* Who is listed for an act: roles, each once; @others is set where anybody else is. */
static GPtrArray *
roles_with (const CharterDocumentData *charter,
            const char                *act,
            gboolean                  *others)
{
  GPtrArray *out = g_ptr_array_new ();

  *others = FALSE;
  for (guint i = 0; i < charter->n_roles; i++)
    if (charter->roles[i].acts != NULL && charter_node_has_string (charter->roles[i].acts, act))
      g_ptr_array_add (out, (gpointer) &charter->roles[i]);
  for (guint i = 0; i < charter->n_permissions; i++)
    {
      if (strcmp (charter->permissions[i].act, act) != 0)
        continue;
      CHARTER_EACH_VALUE (charter->permissions[i].to, who)
        {
          const CharterRoleData *role = NULL;

          if (g_str_has_prefix (who->string, "role:"))
            role = charter_document_data_find_role (charter, who->string + strlen ("role:"));
          if (role == NULL)
            *others = TRUE;
          else if (!g_ptr_array_find (out, role, NULL))
            g_ptr_array_add (out, (gpointer) role);
        }
    }

  return out;
}

static gboolean
is_for_one (const CharterRoleData *role)
{
  return role->one_holder && !role->of_partner;
}

static gboolean
is_stood_in_for (const CharterDocumentData *charter,
                 const CharterRoleData     *role)
{
  for (guint i = 0; i < charter->n_roles; i++)
    if (g_strcmp0 (charter->roles[i].substitutes, role->id) == 0 && &charter->roles[i] != role)
      return TRUE;

  return FALSE;
}

/* Is the act for holders of this role alone? */
static gboolean
is_only_for (const CharterDocumentData *charter,
             const CharterRoleData     *role,
             const char                *act)
{
  gboolean others;
  g_autoptr(GPtrArray) roles = roles_with (charter, act, &others);

  return !others && roles->len == 1 && roles->pdata[0] == role;
}

/* One person at a time */

static void
collect_rules (const CharterDocumentData *charter,
               const CharterRoleData     *role,
               const char                *what,
               GPtrArray                 *out)
{
  g_autofree char *voice = g_strconcat ("role:", role->id, NULL);
  gboolean chairs = strcmp (what, "tie") == 0 && is_only_for (charter, role, "chair");

  for (guint i = 0; i < charter->n_rules; i++)
    {
      const CharterRuleData *rule = &charter->rules[i];
      gboolean hangs = FALSE;

      if (strcmp (what, "tie") == 0)
        hangs = chairs && rule->ties != NULL
                && charter_node_has_string (rule->ties, "casting-vote");
      else if (strcmp (what, "voters") == 0)
        hangs = rule->voters != NULL && rule->voters->length == 1
                && charter_node_has_string (rule->voters, voice);
      else
        for (guint r = 0; r < rule->quorum.n_requires; r++)
          hangs |= g_strcmp0 (rule->quorum.requires_[r].role, role->id) == 0;
      if (hangs)
        g_ptr_array_add (out, (gpointer) rule->id);
    }
}

typedef struct
{
  const char            *what;
  CharterAuditArithmetic sentence;
} Hanging;

static void
look_at_one_holder (CharterAuditWork      *self,
                    const CharterRoleData *role)
{
  static const char *const acts[] = { "handle-concern", "record-for", "see-sealed", "chair", NULL };
  static const Hanging hangings[] = {
    { "tie", CHARTER_AUDIT_ARITHMETIC_HANGS_TIE },
    { "voters", CHARTER_AUDIT_ARITHMETIC_HANGS_DECIDES },
    { "requires", CHARTER_AUDIT_ARITHMETIC_HANGS_QUORUM },
  };
  CharterAuditFinding *finding = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (hangings) + G_N_ELEMENTS (acts) - 1; i++)
    {
      const guint a = i - (guint) G_N_ELEMENTS (hangings);
      g_autoptr(GPtrArray) names = g_ptr_array_new ();
      CharterAuditArithmetic sentence = CHARTER_AUDIT_ARITHMETIC_HANGS_ACT;

      if (i < G_N_ELEMENTS (hangings))
        {
          sentence = hangings[i].sentence;
          collect_rules (self->charter, role, hangings[i].what, names);
        }
      else if (is_only_for (self->charter, role, acts[a]))
        g_ptr_array_add (names, (gpointer) acts[a]);
      if (names->len == 0)
        continue;
      if (finding == NULL)
        finding = charter_audit_say (self, CHARTER_AUDIT_POINT_ROLE,
                                     charter_audit_role_path (self, role, ""), role->id, NULL);
      charter_audit_finding_reckon (finding, sentence, charter_audit_list (self, names, 0), NULL);
    }
  if (finding != NULL)
    charter_audit_finding_set_role (finding, role->id, role->clause);
}

/* A partner's representative */

static void
look_at_speakers (CharterAuditWork *self)
{
  g_autoptr(GPtrArray) rules = g_ptr_array_new ();
  CharterAuditFinding *finding;
  const CharterRoleData *role = charter_document_data_find_role (self->charter, "representative");

  if (role == NULL || !role->one_holder || is_stood_in_for (self->charter, role))
    return;
  for (guint i = 0; i < self->charter->n_rules; i++)
    if (self->charter->rules[i].unit == CHARTER_UNIT_PARTNER
        && self->charter->rules[i].speaks == CHARTER_SPEAKS_REPRESENTATIVE)
      g_ptr_array_add (rules, (gpointer) &self->charter->rules[i]);
  if (rules->len == 0)
    return;
  finding = charter_audit_say (self, CHARTER_AUDIT_POINT_SPEAKER,
                               charter_audit_role_path (self, role, ""), "", NULL);
  charter_audit_finding_set_role (finding, role->id, role->clause);
  for (guint i = 0; i < rules->len; i++)
    charter_audit_finding_set_rule (finding, ((const CharterRuleData *) rules->pdata[i])->id,
                                    role->clause);
}

/* Roles at odds with themselves */

static void
look_at_itself (CharterAuditWork      *self,
                const CharterRoleData *role)
{
  g_autoptr(GPtrArray) barred = g_ptr_array_new ();
  CharterAuditFinding *finding;

  CHARTER_EACH_VALUE (role->acts, act)
    if (role->bars != NULL && charter_node_has_string (role->bars, act->string))
      g_ptr_array_add (barred, (gpointer) act->string);
  if (barred->len == 0)
    return;
  finding = charter_audit_say (self, CHARTER_AUDIT_SELF_BARRED,
                               charter_audit_role_path (self, role, "/bars"), role->id,
                               charter_audit_list (self, barred, 0), NULL);
  charter_audit_finding_set_role (finding, role->id, role->clause);
}

/* Does the chain of substitutes lead back to the role, which is its first in the charter? */
static void
look_for_circle (CharterAuditWork      *self,
                 const CharterRoleData *role)
{
  g_autoptr(GPtrArray) chain = g_ptr_array_new ();
  const CharterRoleData *next = role;
  CharterAuditFinding *finding;

  do
    {
      g_ptr_array_add (chain, (gpointer) next->id);
      next = next->substitutes != NULL
             ? charter_document_data_find_role (self->charter, next->substitutes) : NULL;
      if (next != NULL && next < role)
        return;
    }
  while (next != NULL && next != role && chain->len <= self->charter->n_roles);
  if (next != role)
    return;
  g_ptr_array_add (chain, (gpointer) role->id);
  finding = charter_audit_say (self, CHARTER_AUDIT_SUBSTITUTE_CIRCLE,
                               charter_audit_role_path (self, role, "/substitutes"),
                               charter_audit_list (self, chain, 8), NULL);
  charter_audit_finding_set_role (finding, role->id, role->clause);
}

/* Who may make entries */

static void
look_at_recording (CharterAuditWork *self)
{
  gboolean others, ends = TRUE;
  g_autoptr(GPtrArray) roles = roles_with (self->charter, "record", &others);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const CharterRoleData *first;

  if (others || roles->len == 0)
    return;
  for (guint i = 0; i < roles->len; i++)
    {
      const CharterRoleData *role = roles->pdata[i];

      ends &= role->has_term;
      g_ptr_array_add (names, (gpointer) role->id);
    }
  first = roles->pdata[0];
  if (roles->len == 1 && is_for_one (first))
    charter_audit_finding_set_role (charter_audit_say (self, CHARTER_AUDIT_LOCKOUT,
                                                       charter_audit_role_path (self, first, ""),
                                                       first->id, NULL),
                                    first->id, first->clause);
  else if (ends)
    charter_audit_say (self, CHARTER_AUDIT_LOCKOUT_TERMS, "/roles",
                       charter_audit_list (self, names, 0), NULL);
}

void
charter_audit_look_at_roles (CharterAuditWork *self)
{
  for (guint i = 0; i < self->charter->n_roles; i++)
    {
      const CharterRoleData *role = &self->charter->roles[i];

      look_at_itself (self, role);
      look_for_circle (self, role);
      if (is_for_one (role) && !is_stood_in_for (self->charter, role))
        look_at_one_holder (self, role);
    }
  look_at_speakers (self);
  look_at_recording (self);
}

/* Ties */

void
charter_audit_look_at_ties (CharterAuditWork       *self,
                            const CharterAuditBody *body)
{
  const CharterRuleData *rule = body->rule;
  const char *path = charter_audit_rule_path (self, rule, "/tie");
  const char *settled = NULL;
  gboolean others;
  g_autoptr(GPtrArray) chairs = roles_with (self->charter, "chair", &others);

  CHARTER_EACH_VALUE (rule->ties, tie)
    {
      if (settled != NULL)
        {
          charter_audit_finding_set_rule (charter_audit_say (self, CHARTER_AUDIT_TIE_UNREACHED, path,
                                                             rule->id, settled, tie->string, NULL),
                                          rule->id, rule->clause);
          return;
        }
      if (strcmp (tie->string, "status-quo") == 0 || strcmp (tie->string, "lot") == 0)
        settled = tie->string;
      if (strcmp (tie->string, "casting-vote") == 0 && chairs->len == 0 && !others
          && lists_any_act (self->charter))
        charter_audit_finding_set_rule (charter_audit_say (self, CHARTER_AUDIT_TIE_NOBODY, path,
                                                           rule->id, NULL),
                                        rule->id, rule->clause);
    }
}

/* Acts that nobody may do */

static gboolean
speaks_of_concerns (const CharterDocumentData *charter)
{
  for (guint i = 0; i < charter->n_periods; i++)
    if (strstr (charter->periods[i].name, "concern") != NULL)
      return TRUE;
  for (guint i = 0; i < charter->n_clauses; i++)
    {
      g_autofree char *checks = charter->clauses[i].checks != NULL
                                ? charter_node_to_text (charter->clauses[i].checks) : NULL;

      if (checks != NULL && strstr (checks, "concern-") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
look_for_nobody (CharterAuditWork *self)
{
  g_autoptr(GPtrArray) acts = g_ptr_array_new ();

  if (!lists_any_act (self->charter))
    return;
  for (guint i = 0; guarded[i] != NULL; i++)
    {
      gboolean others;
      g_autoptr(GPtrArray) roles = roles_with (self->charter, guarded[i], &others);

      if (roles->len > 0 || others)
        continue;
      if (strcmp (guarded[i], "handle-concern") == 0 && speaks_of_concerns (self->charter))
        charter_audit_say (self, CHARTER_AUDIT_NOBODY_CONCERNS, "/permissions", guarded[i], NULL);
      else
        g_ptr_array_add (acts, (gpointer) guarded[i]);
    }
  if (acts->len > 0)
    charter_audit_say (self, CHARTER_AUDIT_NOBODY_MAY, "/permissions",
                       charter_audit_list (self, acts, 0), NULL);
}

/* The largest amount that any row allows; FALSE if one has no limit, or a role lists the act. */
static gboolean
find_limit (const CharterDocumentData *charter,
            const char                *act,
            gint64                    *most)
{
  *most = -1;
  for (guint i = 0; i < charter->n_roles; i++)
    if (charter->roles[i].acts != NULL && charter_node_has_string (charter->roles[i].acts, act))
      return FALSE;
  for (guint i = 0; i < charter->n_permissions; i++)
    {
      const CharterPermissionData *row = &charter->permissions[i];
      const CharterNode *limit = charter_node_member (row->limit, "amount-at-most");

      if (strcmp (row->act, act) != 0)
        continue;
      if (limit == NULL)
        return FALSE;
      *most = MAX (*most, limit->integer);
    }

  return *most >= 0;
}

static void
look_at_amounts (CharterAuditWork *self)
{
  for (guint i = 0; i < self->charter->n_permissions; i++)
    {
      const CharterPermissionData *row = &self->charter->permissions[i];
      CharterAuditFinding *finding;
      gboolean said = FALSE;
      gint64 most;

      for (guint j = 0; j < i; j++)
        said |= strcmp (self->charter->permissions[j].act, row->act) == 0;
      if (said || !find_limit (self->charter, row->act, &most))
        continue;
      finding = charter_audit_say (self, CHARTER_AUDIT_AMOUNT,
                                   charter_audit_printf (self, "/permissions/%u", i), row->act,
                                   charter_audit_number (self, most), NULL);
      charter_audit_finding_set_clause (finding, row->clause);
    }
}

/* As a record has it */

static void
look_at_record_now (CharterAuditWork      *self,
                    const CharterAuditAct *act)
{
  char day[CHARTER_DATE_TEXT_SIZE];
  gboolean soon;
  gint64 at;
  CharterAuditFinding *finding;
  g_autoptr(GPtrArray) who = g_ptr_array_new ();

  if (act->until == CHARTER_DATE_NONE || act->persons == NULL
      || !charter_instant_parse (self->at, -1, &at))
    return;
  for (guint i = 0; act->persons[i] != NULL; i++)
    g_ptr_array_add (who, (gpointer) act->persons[i]);
  charter_date_format (act->until, day);
  soon = act->until - (gint32) (at / 86400) < 90;
  finding = charter_audit_say (self, soon ? CHARTER_AUDIT_LOCKOUT_DATE
                                          : CHARTER_AUDIT_LOCKOUT_DATE_FAR,
                               "/roles", day, charter_audit_list (self, who, 8), NULL);
  charter_audit_finding_set_who (finding, who);
}

/* What each person alone may do. */
static void
look_at_lone (CharterAuditWork *self)
{
  for (guint i = 0; i < self->acts->len; i++)
    {
      const CharterAuditAct *act = &g_array_index (self->acts, CharterAuditAct, i);
      g_autoptr(GPtrArray) acts = g_ptr_array_new ();
      g_autoptr(GPtrArray) who = g_ptr_array_new ();
      gboolean told = FALSE;

      if (act->open || act->persons == NULL || act->persons[1] != NULL)
        continue;
      for (guint j = 0; j < self->acts->len; j++)
        {
          const CharterAuditAct *other = &g_array_index (self->acts, CharterAuditAct, j);

          if (other->open || other->persons == NULL || other->persons[1] != NULL
              || strcmp (other->persons[0], act->persons[0]) != 0)
            continue;
          told |= j < i;
          g_ptr_array_add (acts, (gpointer) other->act);
        }
      if (told)
        continue;
      g_ptr_array_add (who, (gpointer) act->persons[0]);
      charter_audit_finding_set_who (charter_audit_say (self, CHARTER_AUDIT_POINT_ACT,
                                                        "/permissions", act->persons[0],
                                                        charter_audit_list (self, acts, 0), NULL),
                                     who);
    }
}

static void
look_at_record (CharterAuditWork *self)
{
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();

  for (guint i = 0; i < self->acts->len; i++)
    {
      const CharterAuditAct *act = &g_array_index (self->acts, CharterAuditAct, i);

      if (act->open)
        continue;
      if (strcmp (act->act, "record") == 0)
        look_at_record_now (self, act);
      if (act->persons == NULL && strcmp (act->act, "record") == 0)
        charter_audit_say (self, CHARTER_AUDIT_LOCKOUT_NOW, "/roles", act->act, NULL);
      else if (act->persons == NULL)
        g_ptr_array_add (nobody, (gpointer) act->act);
    }
  if (nobody->len > 0)
    charter_audit_say (self, CHARTER_AUDIT_NOBODY_MAY_NOW, "/permissions",
                       charter_audit_list (self, nobody, 0), NULL);
  look_at_lone (self);
}

void
charter_audit_look_at_acts (CharterAuditWork *self)
{
  look_for_nobody (self);
  look_at_amounts (self);
  look_at_record (self);
}
