/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"
#include "decide/charter-tally-private.h"

#include <string.h>

/* Can a rule carry anything at all?  Quorums that cannot be reached, tests that cannot hold, and
 * what little is enough. */

/* Where nobody is known, a rule is tried with so many voters. */
#define SIZES_MAX 400

static const CharterEffect nothing;

static void
about (CharterAuditFinding   *finding,
       const CharterRuleData *rule)
{
  charter_audit_finding_set_rule (finding, rule->id, rule->clause);
}

/* Everybody in favour. */
static gboolean
can_hold (const CharterDemand *condition,
          const CharterAuditBody *body,
          gint64                 *total,
          CharterFraction        *needed)
{
  CharterSplit all = { 0 };

  if (!charter_demand_total (condition, body, total))
    return FALSE;
  all.in_favour = *total;

  return charter_demand_holds (condition, &all, &nothing, needed);
}

/* Somebody may have to be against, or to object, or to abstain: any way of voting will do. */
static gboolean
can_hold_somehow (const CharterDemand *condition,
                  gint64                  total)
{
  const gint64 half = total / 2;
  const CharterSplit ways[] = {
    { .in_favour = total }, { .opposed = total }, { .abstain = total }, { .object = total },
    { .silent = total }, { .in_favour = total - half, .opposed = half },
    { .in_favour = total - half, .abstain = half }, { .in_favour = total - half, .object = half },
    { .in_favour = total - half, .silent = half },
    { .in_favour = MIN (total, 1), .opposed = total - MIN (total, 1) },
    { .in_favour = MIN (total, 1), .silent = total - MIN (total, 1) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (charter_demand_holds (condition, &ways[i], &nothing, NULL))
      return TRUE;

  return FALSE;
}

/* How many can hold the role at a time, substitutes included; G_MAXINT64 if there is no limit. */
static gint64
most_holders (const CharterDocumentData *charter,
              const char                *id)
{
  gint64 most = 0;

  for (guint i = 0; i < charter->n_roles; i++)
    {
      const CharterRoleData *role = &charter->roles[i];

      if (strcmp (role->id, id) != 0 && g_strcmp0 (role->substitutes, id) != 0)
        continue;
      if (!role->one_holder || role->of_partner)
        return G_MAXINT64;
      most++;
    }

  return most;
}

static gboolean
say_role_too_few (CharterAuditWork       *self,
                  const CharterDemand *condition)
{
  const CharterRequirement *row = condition->requirement;
  gint64 most, needed;
  CharterAuditFinding *finding;

  if (condition->kind != CHARTER_DEMAND_REQUIRES || row->role == NULL)
    return FALSE;
  most = most_holders (self->charter, row->role);
  needed = charter_fraction_ceil (&row->at_least);
  if (needed <= most)
    return FALSE;
  finding = charter_audit_say (self, CHARTER_AUDIT_UNREACHABLE_ROLE,
                               charter_audit_rule_path (self, condition->rule, condition->path),
                               condition->rule->id, charter_audit_number (self, needed), row->role,
                               charter_audit_number (self, most), NULL);
  about (finding, condition->rule);
  charter_audit_finding_set_role (finding, row->role, condition->rule->clause);

  return TRUE;
}

/* Known voters */

static void
say_unreachable (CharterAuditWork       *self,
                 const CharterDemand *condition,
                 gint64                  total,
                 const CharterFraction  *needed)
{
  const CharterRuleData *rule = condition->rule;
  const char *path = charter_audit_rule_path (self, rule, condition->path);
  const char *have = charter_audit_number (self, total);
  const char *want = needed->den != 0 ? charter_audit_fraction (self, needed) : "–";
  CharterAuditFinding *finding;

  if (condition->kind == CHARTER_DEMAND_REQUIRES)
    finding = charter_audit_say (self, CHARTER_AUDIT_UNREACHABLE_CATEGORY, path, rule->id, want,
                                 condition->label, have, NULL);
  else if (condition->kind == CHARTER_DEMAND_QUORUM)
    finding = charter_audit_say (self, CHARTER_AUDIT_UNREACHABLE_QUORUM, path, rule->id, want, have,
                                 NULL);
  else
    finding = charter_audit_say (self, CHARTER_AUDIT_UNREACHABLE_TEST, path, rule->id,
                                 condition->label, want, have, NULL);
  about (finding, rule);
}

/* FALSE where it cannot be looked at further. */
static gboolean
look_at_known (CharterAuditWork       *self,
               const CharterAuditBody *body,
               GArray                 *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);
      CharterFraction needed = CHARTER_FRACTION (0, 0);
      gint64 total;

      if (!charter_demand_total (condition, body, &total))
        {
          about (charter_audit_say (self, CHARTER_AUDIT_OVERFLOW,
                                    charter_audit_rule_path (self, body->rule, ""), body->rule->id,
                                    NULL),
                 body->rule);
          return FALSE;
        }
      if (say_role_too_few (self, condition))
        continue;
      /* With nobody to hold it, a veto or a constituency's test is a matter of its own. */
      if (!can_hold (condition, body, &total, &needed) && !can_hold_somehow (condition, total))
        say_unreachable (self, condition, total, &needed);
    }

  return TRUE;
}

/* Nobody is known */

static gboolean
holds_for_size (const CharterDemand *condition,
                guint                   n)
{
  CharterSplit all = { .in_favour = n };

  return condition->kind == CHARTER_DEMAND_VETO
         || charter_demand_holds (condition, &all, &nothing, NULL)
         || can_hold_somehow (condition, n);
}

/* The smallest number of voters with which it can hold, up to SIZES_MAX, and above that one with
 * which it can; 0 if there is none. */
static guint
smallest_size (const CharterDemand *condition)
{
  guint n;

  for (n = 1; n <= SIZES_MAX; n++)
    if (holds_for_size (condition, n))
      return n;
  for (; n <= 1u << 30; n *= 2)
    if (holds_for_size (condition, n))
      return n;

  return 0;
}

static void
say_never (CharterAuditWork       *self,
           const CharterDemand *condition,
           guint                   most)
{
  const CharterRuleData *rule = condition->rule;
  const char *path = charter_audit_rule_path (self, rule, condition->path);
  CharterFraction needed;
  g_autoptr(CharterAuditBody) body = NULL;
  gint64 total;

  /* A rule whose voters are named has a number of them. */
  if (most != G_MAXUINT)
    {
      body = charter_audit_body_of (self->charter, rule, most);
      can_hold (condition, body, &total, &needed);
      say_unreachable (self, condition, total, &needed);
    }
  else if (condition->kind == CHARTER_DEMAND_QUORUM)
    about (charter_audit_say (self, CHARTER_AUDIT_UNREACHABLE_EVER, path, rule->id, NULL), rule);
  else
    about (charter_audit_say (self, CHARTER_AUDIT_UNREACHABLE_TEST_EVER, path, rule->id,
                              condition->label, NULL), rule);
}

static void
look_at_sizes (CharterAuditWork       *self,
               const CharterAuditBody *body,
               GArray                 *conditions)
{
  guint smallest = 1;

  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);
      guint size;

      if (say_role_too_few (self, condition))
        continue;
      size = smallest_size (condition);
      if (size == 0 || size > body->most)
        say_never (self, condition, body->most);
      else
        smallest = MAX (smallest, size);
    }
  if (smallest > 2)
    about (charter_audit_say (self, CHARTER_AUDIT_NEEDS_VOTERS,
                              charter_audit_rule_path (self, body->rule, ""), body->rule->id,
                              charter_audit_number (self, smallest), NULL),
           body->rule);
}

/* Too little */

/* How few in favour are enough for every condition on all votes; FALSE where that is more than
 * half, or where it hangs on constituencies or on a plain number of voters who are not known. */
static gboolean
find_least (const CharterAuditBody *body,
            GArray                 *conditions,
            gint64                 *asked,
            gint64                 *among)
{
  *asked = 0;
  *among = 1;
  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);
      gint64 total, least;

      if (condition->kind == CHARTER_DEMAND_FAVOUR)
        continue;
      if (!charter_demand_total (condition, body, &total)
          || !charter_demand_least (condition, total, &least)
          || least > total - total / 2
          || (least > 0 && condition->constituency != NULL)
          || (least > 0 && body->basis == CHARTER_AUDIT_ANYBODY
              && condition->kind == CHARTER_DEMAND_LEAST)
          || least * 2 > total)
        return FALSE;
      if (total > 0 && (__int128) least * *among > (__int128) *asked * total)
        {
          *asked = least;
          *among = total;
        }
    }

  return *asked > 0;
}

/* Fewer than half, or half, carry against the others. */
static void
look_for_minority (CharterAuditWork       *self,
                   const CharterAuditBody *body,
                   GArray                 *conditions)
{
  const char *path = charter_audit_rule_path (self, body->rule, "/tests");
  gint64 asked, among;

  if (body->voters->len < 2 || body->rule->method == CHARTER_METHOD_ROLE_HOLDER
      || !find_least (body, conditions, &asked, &among))
    return;
  if (asked * 2 < among)
    about (charter_audit_say (self, CHARTER_AUDIT_MINORITY, path, body->rule->id,
                              charter_audit_number (self, asked),
                              charter_audit_number (self, among), NULL), body->rule);
  else
    about (charter_audit_say (self, CHARTER_AUDIT_HALF, path, body->rule->id, NULL), body->rule);
}

/* A greatest number in favour, where it can be passed. */
static void
look_for_turning (CharterAuditWork       *self,
                  const CharterAuditBody *body,
                  GArray                 *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);
      gint64 total, least;

      if (!charter_demand_total (condition, body, &total)
          || charter_demand_least (condition, total, &least))
        continue;
      about (charter_audit_say (self, CHARTER_AUDIT_MORE_HURTS,
                                charter_audit_rule_path (self, body->rule, condition->path),
                                body->rule->id, condition->label, NULL), body->rule);
    }
}

static void
look_at_method (CharterAuditWork      *self,
                const CharterRuleData *rule)
{
  g_autofree char *beyond = charter_rule_beyond (self->charter, rule);

  if (beyond == NULL)
    return;
  about (charter_audit_say (self, CHARTER_AUDIT_CANNOT_EXPRESS,
                            charter_audit_rule_path (self, rule, ""), rule->id, beyond, NULL),
         rule);
}

static void
say_nobody (CharterAuditWork      *self,
            const CharterRuleData *rule)
{
  about (charter_audit_say (self, CHARTER_AUDIT_NO_VOTERS,
                            charter_audit_rule_path (self, rule, rule->voters != NULL ? "/voters" : ""),
                            rule->id, NULL), rule);
}

void
charter_audit_look_at_rule (CharterAuditWork       *self,
                            const CharterAuditBody *body)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (CharterDemand));
  g_autoptr(CharterAuditBody) sample = NULL;

  look_at_method (self, body->rule);
  charter_rule_conditions (self->charter, body->rule, conditions);
  if (body->basis == CHARTER_AUDIT_ANYBODY)
    look_at_sizes (self, body, conditions);
  else if (body->voters->len == 0)
    {
      say_nobody (self, body->rule);
      return;
    }
  else if (!look_at_known (self, body, conditions))
    return;
  if (body->basis == CHARTER_AUDIT_ANYBODY)
    {
      sample = charter_audit_body_of (self->charter, body->rule, 12);
      sample->basis = CHARTER_AUDIT_ANYBODY;
    }
  look_for_minority (self, sample != NULL ? sample : body, conditions);
  look_for_turning (self, sample != NULL ? sample : body, conditions);
}
