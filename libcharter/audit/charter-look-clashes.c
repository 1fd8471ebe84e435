/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-work-private.h"

#include "document/charter-document-parts-private.h"
#include "format/charter-schema-rows-private.h"

#include <string.h>

/* Conditions that exclude each other, found by trying every way in which few voters, all alike,
 * can vote; and closing early although the result can still turn. */

/* Every way, up to so many voters; two of five ways beside staying silent, abstaining or
 * objecting, up to so many. */
#define ALL_WAYS_MAX  6
#define TWO_WAYS_MAX  40
/* A number in a condition that asks for more is not tried. */
#define NUMBER_MAX    20
#define CONDITIONS_MAX 24

static const CharterEffect nothing;

/* What is tried in one audit at most: a charter with more to try is not searched further. */
#define TRIES_MAX G_GUINT64_CONSTANT (20000000)

/* With @first and @second, these two alone, and that somebody is in favour. */
static gboolean
all_hold (GArray             *conditions,
          guint64            *tries,
          guint               first,
          guint               second,
          const CharterSplit *split)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterDemand *condition = &g_array_index (conditions, CharterDemand, i);

      if (first != G_MAXUINT && i != first && i != second
          && condition->kind != CHARTER_DEMAND_FAVOUR)
        continue;
      ++*tries;
      if (!charter_demand_holds (condition, split, &nothing, NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
some_way (GArray  *conditions,
          guint64 *tries,
          guint    first,
          guint    second,
          gint64   n)
{
  CharterSplit s = { 0 };

  for (s.in_favour = n; s.in_favour >= 0; s.in_favour--)
    for (s.opposed = n - s.in_favour; s.opposed >= 0; s.opposed--)
      for (s.abstain = n - s.in_favour - s.opposed; s.abstain >= 0; s.abstain--)
        for (s.object = n - s.in_favour - s.opposed - s.abstain; s.object >= 0; s.object--)
          {
            s.silent = n - s.in_favour - s.opposed - s.abstain - s.object;
            if (all_hold (conditions, tries, first, second, &s))
              return TRUE;
          }

  return FALSE;
}

static gboolean
some_simple_way (GArray  *conditions,
                 guint64 *tries,
                 guint    first,
                 guint    second,
                 gint64   n)
{
  for (gint64 f = n; f >= 0; f--)
    for (gint64 a = n - f; a >= 0; a--)
      {
        const gint64 rest = n - f - a;
        const CharterSplit ways[] = {
          { .in_favour = f, .opposed = a, .silent = rest },
          { .in_favour = f, .opposed = a, .abstain = rest },
          { .in_favour = f, .object = a, .silent = rest },
        };

        for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
          if (all_hold (conditions, tries, first, second, &ways[i]))
            return TRUE;
      }

  return FALSE;
}

/* Both of two, or, with G_MAXUINT, all of them. */
static gboolean
can_hold_together (CharterAuditWork *self,
                   GArray           *conditions,
                   guint             first,
                   guint             second)
{
  for (gint64 n = 1; n <= TWO_WAYS_MAX && self->tries < TRIES_MAX; n++)
    if (n <= ALL_WAYS_MAX ? some_way (conditions, &self->tries, first, second, n)
                          : some_simple_way (conditions, &self->tries, first, second, n))
      return TRUE;

  return self->tries >= TRIES_MAX;
}

static gboolean
asks_for_many (const CharterDemand *condition)
{
  const CharterFraction most = CHARTER_FRACTION (NUMBER_MAX, 1);
  const CharterFraction *number = NULL;

  if (condition->kind == CHARTER_DEMAND_QUORUM)
    number = condition->rule->quorum.has_share ? NULL : &condition->rule->quorum.at_least;
  else if (condition->kind == CHARTER_DEMAND_REQUIRES)
    number = &condition->requirement->at_least;
  else if (condition->kind == CHARTER_DEMAND_LEAST)
    number = &condition->test->at_least;
  else if (condition->kind == CHARTER_DEMAND_MOST)
    return FALSE;
  if (condition->test != NULL && ABS (condition->test->plus) > NUMBER_MAX)
    return TRUE;

  return (number != NULL && charter_fraction_compare (number, &most) > 0)
         || ABS (condition->rule->quorum.plus) > NUMBER_MAX;
}

/* Conditions on the votes of one constituency, or of all; those that cannot hold alone are told
 * of elsewhere. FALSE where they are not tried. */
static gboolean
choose (GArray     *all,
        const char *constituency,
        GArray     *out)
{
  for (guint i = 0; i < all->len; i++)
    {
      const CharterDemand *condition = &g_array_index (all, CharterDemand, i);

      if (g_strcmp0 (condition->constituency, constituency) != 0
          || condition->kind == CHARTER_DEMAND_VETO)
        continue;
      if (asks_for_many (condition))
        return FALSE;
      g_array_append_vals (out, condition, 1);
    }

  return out->len >= 2 && out->len <= CONDITIONS_MAX;
}

static void
say_clash (CharterAuditWork       *self,
           const CharterDemand *first,
           const CharterDemand *second)
{
  const CharterRuleData *rule = first->rule;
  CharterAuditFinding *finding =
    charter_audit_say (self, CHARTER_AUDIT_CONTRADICTION,
                       charter_audit_rule_path (self, rule, second->path), rule->id, first->label,
                       second->label, NULL);

  charter_audit_finding_set_rule (finding, rule->id, rule->clause);
}

/* The first pair that clashes; else all of them do. */
static void
find_pair (CharterAuditWork      *self,
           const CharterRuleData *rule,
           GArray                *conditions)
{
  CharterAuditFinding *finding;

  for (guint i = 0; i < conditions->len; i++)
    for (guint j = i + 1; j < conditions->len; j++)
      if (!can_hold_together (self, conditions, i, j))
        {
          say_clash (self, &g_array_index (conditions, CharterDemand, i),
                     &g_array_index (conditions, CharterDemand, j));
          return;
        }
  finding = charter_audit_say (self, CHARTER_AUDIT_CONTRADICTION_ALL,
                               charter_audit_rule_path (self, rule, ""), rule->id, NULL);
  charter_audit_finding_set_rule (finding, rule->id, rule->clause);
}

static void
look_at_group (CharterAuditWork      *self,
               const CharterRuleData *rule,
               GArray                *all,
               const char            *constituency)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (CharterDemand));

  if (!choose (all, constituency, conditions)
      || can_hold_together (self, conditions, G_MAXUINT, G_MAXUINT))
    return;
  for (guint i = 0; i < conditions->len; i++)
    if (!can_hold_together (self, conditions, i, i))
      return;
  find_pair (self, rule, conditions);
}

void
charter_audit_look_for_clashes (CharterAuditWork      *self,
                                const CharterRuleData *rule)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (CharterDemand));
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();

  charter_rule_conditions (self->charter, rule, all);
  look_at_group (self, rule, all, NULL);
  for (guint i = 0; i < all->len && seen->len <= CONDITIONS_MAX; i++)
    {
      const char *constituency = g_array_index (all, CharterDemand, i).constituency;

      if (constituency == NULL
          || g_ptr_array_find_with_equal_func (seen, constituency, g_str_equal, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer) constituency);
      look_at_group (self, rule, all, constituency);
    }
}

/* Closing early */

static guint
sum_of (const CharterNode *node,
        const char        *name,
        guint              fallback)
{
  const char *text = charter_node_member_string (node, name);
  guint bits;

  return text != NULL && charter_sum_parse (text, &bits) ? bits : fallback;
}

static void
read_test (const CharterNode *node,
           CharterTestRule   *out)
{
  const CharterFraction half = CHARTER_FRACTION (1, 2);

  *out = (CharterTestRule) {
    .node = node, .id = charter_node_member_string (node, "id"),
    .constituency = charter_node_member_string (node, "constituency"),
    .of = sum_of (node, "of", CHARTER_SUM_FOR),
    .base = sum_of (node, "base", CHARTER_SUM_FOR | CHARTER_SUM_AGAINST),
    .share = CHARTER_FRACTION (0, 1), .at_least = CHARTER_FRACTION (0, 1),
    .at_most = CHARTER_FRACTION (0, 1),
    .plus = charter_node_member_integer (node, "plus", 0),
    .by_heads = charter_node_member (node, "by") != NULL,
  };
  out->has_share = charter_member_fraction (node, "share", &out->share);
  out->has_at_least = charter_member_fraction (node, "at-least", &out->at_least);
  out->has_at_most = charter_member_fraction (node, "at-most", &out->at_most);
  out->compare = charter_member_choice (node, "compare", charter_words_compare,
                                        charter_fraction_compare (&out->share, &half) > 0
                                        ? CHARTER_COMPARE_GREATER_OR_EQUAL
                                        : CHARTER_COMPARE_GREATER);
  out->round = charter_member_choice (node, "round", charter_words_round, CHARTER_ROUND_EXACT);
}

/* The conditions of the rule, and those for closing early, in two arrays; tests in @tests. */
static void
collect_early (CharterAuditWork      *self,
               const CharterRuleData *rule,
               const CharterNode     *list,
               GArray                *tests,
               GArray                *early)
{
  CharterRuleData other = *rule;

  CHARTER_EACH_VALUE (list, node)
    {
      CharterTestRule test;

      read_test (node, &test);
      g_array_append_val (tests, test);
    }
  other.tests = (const CharterTestRule *) tests->data;
  other.n_tests = tests->len;
  charter_rule_conditions (self->charter, &other, early);
  for (guint i = 0; i < early->len; i++)
    g_array_index (early, CharterDemand, i).rule = rule;
}

/* With @n voters, some have not voted, everything holds, and would not if these were against. */
static gboolean
can_turn (GArray       *conditions,
          GArray       *early,
          guint64      *tries,
          gboolean      objects,
          gint64        n,
          CharterSplit *out)
{
  for (gint64 f = 0; f < n; f++)
    for (gint64 a = 0; f + a < n; a++)
      {
        CharterSplit now = { .in_favour = f, .silent = n - f - a };
        CharterSplit then = { .in_favour = f };

        *(objects ? &now.object : &now.opposed) = a;
        *(objects ? &then.object : &then.opposed) = n - f;
        *out = now;
        if (all_hold (conditions, tries, G_MAXUINT, 0, &now) && all_hold (early, tries, G_MAXUINT, 0, &now)
            && !all_hold (conditions, tries, G_MAXUINT, 0, &then))
          return TRUE;
      }

  return FALSE;
}

static void
say_early (CharterAuditWork      *self,
           const CharterRuleData *rule,
           gint64                 n,
           const CharterSplit    *split)
{
  CharterAuditFinding *finding =
    charter_audit_say (self, CHARTER_AUDIT_EARLY, charter_audit_rule_path (self, rule, "/early"),
                       rule->id, charter_audit_number (self, n),
                       charter_audit_number (self, split->in_favour),
                       charter_audit_number (self, split->opposed + split->object), NULL);

  charter_audit_finding_set_rule (finding, rule->id, rule->clause);
}

void
charter_audit_look_at_early (CharterAuditWork      *self,
                             const CharterRuleData *rule)
{
  static const gint64 sizes[] = { 10, 5, 7, 12, 20, 3 };
  const CharterNode *node = charter_node_member (rule->node, "early");
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (CharterDemand));
  g_autoptr(GArray) early = g_array_new (FALSE, FALSE, sizeof (CharterDemand));
  g_autoptr(GArray) tests = g_array_new (FALSE, FALSE, sizeof (CharterTestRule));

  if (g_strcmp0 (charter_node_member_string (node, "on"), "tests") != 0)
    return;
  charter_rule_conditions (self->charter, rule, conditions);
  collect_early (self, rule, charter_node_member (node, "tests"), tests, early);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CharterSplit split;

      if (self->tries >= TRIES_MAX
          || !can_turn (conditions, early, &self->tries, charter_method_objects (rule->method),
                        sizes[i], &split))
        continue;
      say_early (self, rule, sizes[i], &split);
      return;
    }
}
