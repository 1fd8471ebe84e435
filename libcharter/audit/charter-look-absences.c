/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "state/charter-string-table-private.h"

#include <string.h>

/* How many may be missing, and how many may be kept out by a conflict, before a rule cannot be
 * used: exactly, since each condition hangs on one sum, and those who weigh most in it cost it
 * first. */

static void
about (CharterAuditFinding   *finding,
       const CharterRuleData *rule)
{
  charter_audit_finding_set_rule (finding, rule->id, rule->clause);
}

typedef struct
{
  gint64 value;
  guint  index;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *x = a, *y = b;

  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;

  return x->index < y->index ? -1 : x->index > y->index;
}

/* What each voter adds to the condition, the most first. */
static GArray *
parts_of (const CharterDemand *condition,
          const CharterAuditBody *body)
{
  GArray *parts = g_array_sized_new (FALSE, FALSE, sizeof (Part), body->voters->len);

  for (guint i = 0; i < body->voters->len; i++)
    {
      Part part = { charter_demand_value (condition, body,
                                             &g_array_index (body->voters, CharterAuditVoter, i)),
                    i };

      g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_parts);

  return parts;
}

/* Which condition fails first, after how many, and with which sums. */
typedef struct
{
  guint            count;       /* 0: none ever does */
  CharterDemand condition;
  CharterSplit     split;
  CharterFraction  needed;
} Break;

static gboolean
is_quorum (const CharterDemand *condition)
{
  return condition->kind == CHARTER_DEMAND_QUORUM
         || condition->kind == CHARTER_DEMAND_REQUIRES;
}

static CharterSplit
without (gint64   total,
         gint64   gone,
         gboolean barred)
{
  CharterSplit split = { .in_favour = total - gone };

  *(barred ? &split.barred : &split.silent) = gone;

  return split;
}

/* The fewest who must be away for it to fail; 0 if it never does, or does anyhow. */
static guint
count_until_failure (const CharterDemand *condition,
                     const CharterAuditBody *body,
                     const CharterEffect    *effect,
                     gboolean                barred,
                     Break                  *out)
{
  g_autoptr(GArray) parts = parts_of (condition, body);
  gint64 total, gone = 0;

  if (!charter_demand_total (condition, body, &total))
    return 0;
  out->split = without (total, 0, barred);
  if (!charter_demand_holds (condition, &out->split, effect, &out->needed))
    return 0;
  for (guint k = 0; k < parts->len; k++)
    {
      gone += g_array_index (parts, Part, k).value;
      out->split = without (total, gone, barred);
      if (!charter_demand_holds (condition, &out->split, effect, &out->needed))
        return k + 1;
    }

  return 0;
}

static void
find_break (const CharterAuditBody *body,
            GArray                 *conditions,
            const CharterEffect    *effect,
            gboolean                barred,
            Break                  *out)
{
  out->count = 0;
  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);
      Break found = { .condition = *condition };

      if (!barred && !is_quorum (condition))
        continue;
      found.count = count_until_failure (condition, body, effect, barred, &found);
      if (found.count > 0 && (out->count == 0 || found.count < out->count))
        *out = found;
    }
}

static void
mark_critical (const CharterAuditBody *body,
               const CharterDemand *condition,
               const CharterEffect    *effect,
               gboolean                barred,
               gboolean               *fails)
{
  gint64 total;

  if ((!barred && !is_quorum (condition)) || !charter_demand_total (condition, body, &total))
    return;
  for (guint v = 0; v < body->voters->len; v++)
    {
      const CharterAuditVoter *voter = &g_array_index (body->voters, CharterAuditVoter, v);
      CharterSplit split = without (total, charter_demand_value (condition, body, voter), barred);

      fails[v] |= !charter_demand_holds (condition, &split, effect, NULL);
    }
}

/* Who alone costs it. */
static void
collect_critical (const CharterAuditBody *body,
                  GArray                 *conditions,
                  const CharterEffect    *effect,
                  gboolean                barred,
                  GPtrArray              *out)
{
  g_autofree gboolean *fails = g_new0 (gboolean, body->voters->len);

  for (guint i = 0; i < conditions->len; i++)
    mark_critical (body, &g_array_index (conditions, CharterDemand, i), effect, barred, fails);
  for (guint v = 0; v < body->voters->len; v++)
    if (fails[v])
      g_ptr_array_add (out, (gpointer) g_array_index (body->voters, CharterAuditVoter, v).name);
}

/* Missing */

static const CharterEffect nothing;

static void
say_missing (CharterAuditWork       *self,
             const CharterAuditBody *body,
             GArray                 *conditions,
             const Break            *found)
{
  const CharterRuleData *rule = body->rule;
  const char *path = charter_audit_rule_path (self, rule, found->condition.path);
  const char *n = charter_audit_number (self, body->voters->len);
  const char *count = charter_audit_number (self, found->count);
  g_autoptr(GPtrArray) who = g_ptr_array_new ();
  CharterAuditFinding *finding;

  if (found->count == 1)
    {
      collect_critical (body, conditions, &nothing, FALSE, who);
      finding = charter_audit_say (self, CHARTER_AUDIT_INQUORATE_AT_ONCE, path, rule->id,
                                   charter_audit_list (self, who, 6), NULL);
      charter_audit_finding_set_who (finding, who);
    }
  else
    finding = charter_audit_say (self, CHARTER_AUDIT_INQUORATE_AFTER, path, rule->id, count, n,
                                 NULL);
  about (finding, rule);
  if (found->needed.den != 0)
    charter_audit_finding_reckon (finding, CHARTER_AUDIT_ARITHMETIC_ABSENCE, count,
                                  charter_audit_number (self, found->split.in_favour),
                                  charter_audit_fraction (self, &found->needed), NULL);
}

/* "1 of 3, 2 of 5": how many may be missing. */
static const char *
list_sizes (CharterAuditWork       *self,
            const CharterAuditBody *body,
            GArray                 *conditions)
{
  static const guint sizes[] = { 3, 4, 5, 6, 8, 10, 12 };
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes) && sizes[i] <= body->most; i++)
    {
      g_autoptr(CharterAuditBody) some = charter_audit_body_of (self->charter, body->rule, sizes[i]);
      Break found;

      find_break (some, conditions, &nothing, FALSE, &found);
      if (found.count > 0)
        g_string_append_printf (out, "%s%u of %u", out->len > 0 ? ", " : "", found.count - 1,
                                sizes[i]);
    }

  return out->len > 0 ? charter_audit_printf (self, "%s", out->str) : NULL;
}

static void
look_at_missing (CharterAuditWork       *self,
                 const CharterAuditBody *body,
                 GArray                 *conditions)
{
  Break found;

  if (body->basis == CHARTER_AUDIT_ANYBODY)
    {
      const char *sizes = list_sizes (self, body, conditions);

      if (sizes != NULL)
        about (charter_audit_say (self, CHARTER_AUDIT_INQUORATE_SIZES,
                                  charter_audit_rule_path (self, body->rule, "/quorum"),
                                  body->rule->id, sizes, NULL), body->rule);
      return;
    }
  find_break (body, conditions, &nothing, FALSE, &found);
  if (body->voters->len > 1 && found.count > 0)
    say_missing (self, body, conditions, &found);
}

/* Persons who alone can cast for several */

typedef struct
{
  const char *person;
  GPtrArray  *spoken_for;   /* names of voters */
  gint64      gone;         /* what these add to a condition */
  gboolean    costs;
} Speaker;

static void
clear_speaker (gpointer data)
{
  g_ptr_array_unref (((Speaker *) data)->spoken_for);
}

/* The only one who can cast for the voter, NULL if there are several or none. */
static const char *
only_caster (const CharterAuditVoter *voter)
{
  return voter->casters != NULL && voter->casters[0] != NULL && voter->casters[1] == NULL
         ? voter->casters[0] : NULL;
}

/* @of: for each voter the place of its speaker + 1, 0 for none. */
static GArray *
collect_speakers (const CharterAuditBody *body,
                  guint                  *of)
{
  g_autoptr(GHashTable) places = g_hash_table_new (charter_string_hash, g_str_equal);
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));

  g_array_set_clear_func (speakers, clear_speaker);
  for (guint v = 0; v < body->voters->len; v++)
    {
      const CharterAuditVoter *voter = &g_array_index (body->voters, CharterAuditVoter, v);
      const char *person = only_caster (voter);

      if (person == NULL)
        continue;
      of[v] = GPOINTER_TO_UINT (g_hash_table_lookup (places, person));
      if (of[v] == 0)
        {
          Speaker new = { .person = person, .spoken_for = g_ptr_array_new () };

          g_array_append_val (speakers, new);
          of[v] = speakers->len;
          g_hash_table_insert (places, (gpointer) person, GUINT_TO_POINTER (of[v]));
        }
      g_ptr_array_add (g_array_index (speakers, Speaker, of[v] - 1).spoken_for,
                       (gpointer) voter->name);
    }

  return speakers;
}

/* Does the quorum fail with everybody gone for whom only one person can cast? */
static void
mark_costs (const CharterAuditBody *body,
            const CharterDemand *condition,
            const guint            *of,
            GArray                 *speakers)
{
  gint64 total;

  if (!is_quorum (condition) || !charter_demand_total (condition, body, &total))
    return;
  for (guint i = 0; i < speakers->len; i++)
    g_array_index (speakers, Speaker, i).gone = 0;
  for (guint v = 0; v < body->voters->len; v++)
    if (of[v] != 0)
      g_array_index (speakers, Speaker, of[v] - 1).gone +=
        charter_demand_value (condition, body,
                                 &g_array_index (body->voters, CharterAuditVoter, v));
  for (guint i = 0; i < speakers->len; i++)
    {
      Speaker *speaker = &g_array_index (speakers, Speaker, i);
      CharterSplit split = without (total, speaker->gone, FALSE);

      speaker->costs |= speaker->spoken_for->len > 1
                        && !charter_demand_holds (condition, &split, &nothing, NULL);
    }
}

static void
look_at_speakers (CharterAuditWork       *self,
                  const CharterAuditBody *body,
                  GArray                 *conditions)
{
  g_autofree guint *of = g_new0 (guint, MAX (body->voters->len, 1));
  g_autoptr(GArray) speakers = collect_speakers (body, of);

  for (guint i = 0; i < conditions->len; i++)
    mark_costs (body, &g_array_index (conditions, CharterDemand, i), of, speakers);
  for (guint i = 0; i < speakers->len; i++)
    {
      const Speaker *speaker = &g_array_index (speakers, Speaker, i);
      CharterAuditFinding *finding;

      if (!speaker->costs)
        continue;
      finding = charter_audit_say (self, CHARTER_AUDIT_POINT_QUORUM,
                                   charter_audit_rule_path (self, body->rule, "/quorum"),
                                   body->rule->id, speaker->person, NULL);
      about (finding, body->rule);
      charter_audit_finding_reckon (finding, CHARTER_AUDIT_ARITHMETIC_SPEAKS, speaker->person,
                                    charter_audit_list (self, speaker->spoken_for, 0), NULL);
    }
}

/* Nobody to cast for them, as a record has it. */
static void
look_for_silent (CharterAuditWork       *self,
                 const CharterAuditBody *body)
{
  g_autoptr(GPtrArray) who = g_ptr_array_new ();
  CharterAuditFinding *finding;

  if (body->basis != CHARTER_AUDIT_MEMBERS)
    return;
  for (guint v = 0; v < body->voters->len; v++)
    {
      const CharterAuditVoter *voter = &g_array_index (body->voters, CharterAuditVoter, v);

      if (voter->casters == NULL)
        g_ptr_array_add (who, (gpointer) voter->name);
    }
  if (who->len == 0)
    return;
  finding = charter_audit_say (self, CHARTER_AUDIT_NO_CASTER,
                               charter_audit_rule_path (self, body->rule, ""), body->rule->id,
                               charter_audit_list (self, who, 8), NULL);
  about (finding, body->rule);
  charter_audit_finding_set_who (finding, who);
}

/* Kept out */

/* Every regime that a conflict can have here, the policy's first. */
static GPtrArray *
regimes_of (const CharterConflictPolicy *policy)
{
  GPtrArray *out = g_ptr_array_new ();

  g_ptr_array_add (out, (gpointer) &policy->regime);
  for (guint i = 0; i < policy->n_paths; i++)
    if (policy->paths[i].regime != NULL && strcmp (policy->paths[i].regime->id, policy->regime.id) != 0
        && !g_ptr_array_find (out, policy->paths[i].regime, NULL))
      g_ptr_array_add (out, (gpointer) policy->paths[i].regime);
  for (guint i = 0; i < policy->n_categories; i++)
    if (strcmp (policy->categories[i].regime->id, policy->regime.id) != 0
        && !g_ptr_array_find (out, policy->categories[i].regime, NULL))
      g_ptr_array_add (out, (gpointer) policy->categories[i].regime);

  return out;
}

/* Under a qualified majority two must be left. */
static void
leave_two (const CharterAuditBody *body,
           const CharterEffect    *effect,
           Break                  *found)
{
  const guint n = body->voters->len;

  if (effect->qualified && n >= 2 && (found->count == 0 || found->count > n - 1))
    found->count = n - 1;
}

static void
say_kept_out (CharterAuditWork        *self,
              const CharterAuditBody  *body,
              GArray                  *conditions,
              const CharterRegimeData *regime,
              const CharterEffect     *effect,
              const Break             *found)
{
  const CharterRuleData *rule = body->rule;
  const char *path = charter_audit_rule_path (self, rule, found->condition.path);
  const char *count = charter_audit_number (self, found->count);
  const char *n = charter_audit_number (self, body->voters->len);
  const char *left = charter_audit_number (self, body->voters->len - found->count);
  const char *label = found->condition.label != NULL ? found->condition.label : "qualified-two";
  g_autoptr(GPtrArray) who = g_ptr_array_new ();
  CharterAuditFinding *finding;

  if (found->count == 1)
    {
      collect_critical (body, conditions, effect, TRUE, who);
      finding = charter_audit_say (self, CHARTER_AUDIT_RECUSALS_AT_ONCE, path, rule->id,
                                   charter_audit_list (self, who, 6), n, regime->id, NULL);
      charter_audit_finding_set_who (finding, who);
    }
  else
    finding = charter_audit_say (self, CHARTER_AUDIT_RECUSALS, path, rule->id, count, n, regime->id,
                                 NULL);
  about (finding, rule);
  if (found->needed.den != 0)
    charter_audit_finding_reckon (finding, CHARTER_AUDIT_ARITHMETIC_RECUSED, count, left, n, label,
                                  charter_audit_number (self, found->split.in_favour),
                                  charter_audit_fraction (self, &found->needed), NULL);
  else
    charter_audit_finding_reckon (finding, CHARTER_AUDIT_ARITHMETIC_RECUSED_LEFT, count, left, n,
                                  label, NULL);
}

/* All kept out: that nothing is carried then is no news. */
static void
look_at_kept_out (CharterAuditWork        *self,
                  const CharterAuditBody  *body,
                  GArray                  *conditions,
                  const CharterRegimeData *regime)
{
  CharterEffect effect;
  Break found = { 0 };

  if (body->voters->len < 2 || regime->vote)
    return;
  charter_effect_init (&effect, &self->charter->conflicts, regime);
  find_break (body, conditions, &effect, TRUE, &found);
  leave_two (body, &effect, &found);
  if (found.count > 0 && found.count < body->voters->len)
    say_kept_out (self, body, conditions, regime, &effect, &found);
}

/* Whose share is taken of a base in which the barred stay. */

static const char *
base_name (guint base)
{
  if (base & CHARTER_SUM_MEMBERS)
    return "members";

  return base & CHARTER_SUM_ELIGIBLE ? "eligible" : "present";
}

/* Bits of the test's base in which the barred stay under the regime. */
static guint
base_kept (const CharterAuditWork  *self,
           const CharterDemand     *condition,
           const CharterRegimeData *regime)
{
  CharterEffect effect;

  if (condition->kind != CHARTER_DEMAND_SHARE || regime->vote)
    return 0;
  charter_effect_init (&effect, &self->charter->conflicts, regime);

  return condition->test->base & (effect.removes ? CHARTER_SUM_MEMBERS
                                  : CHARTER_SUM_MEMBERS | CHARTER_SUM_ELIGIBLE
                                    | CHARTER_SUM_PRESENT);
}

static void
look_for_silent_votes (CharterAuditWork       *self,
                       const CharterAuditBody *body,
                       const CharterDemand    *condition,
                       GPtrArray              *regimes)
{
  const guint n = body->voters->len >= 3 ? body->voters->len : 8;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  CharterAuditFinding *finding;
  guint base = 0;

  for (guint i = 0; i < regimes->len; i++)
    {
      const CharterRegimeData *regime = regimes->pdata[i];
      guint kept = base_kept (self, condition, regime);

      base |= kept;
      if (kept != 0)
        g_ptr_array_add (names, (gpointer) charter_audit_printf (self, "“%s”", regime->id));
    }
  if (base == 0)
    return;
  finding = charter_audit_say (self, CHARTER_AUDIT_RECUSAL_AGAINST,
                               charter_audit_rule_path (self, body->rule, condition->path),
                               body->rule->id, condition->label, base_name (base),
                               charter_audit_list (self, names, 0), NULL);
  about (finding, body->rule);
  charter_audit_finding_reckon (finding, CHARTER_AUDIT_ARITHMETIC_EXAMPLE,
                                charter_audit_number (self, n), "1", condition->label,
                                charter_audit_number (self, n - 1), charter_audit_number (self, n),
                                NULL);
}

void
charter_audit_look_at_absences (CharterAuditWork       *self,
                                const CharterAuditBody *body)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (CharterDemand));
  g_autoptr(GPtrArray) regimes = regimes_of (&self->charter->conflicts);

  charter_rule_conditions (self->charter, body->rule, conditions);
  look_at_missing (self, body, conditions);
  look_at_speakers (self, body, conditions);
  look_for_silent (self, body);
  for (guint i = 0; i < regimes->len; i++)
    look_at_kept_out (self, body, conditions, regimes->pdata[i]);
  for (guint i = 0; i < conditions->len; i++)
    look_for_silent_votes (self, body, &g_array_index (conditions, CharterDemand, i), regimes);
}
