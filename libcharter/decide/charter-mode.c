/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include "format/charter-schema-rows-private.h"

#include <string.h>

/* A rule in one line, and what of a rule cannot be evaluated. */

#define ROWS_MAX 64   /* of requires, and of constituencies named by tests: bits of a word */

/* Names */

const char *
charter_base_name (CharterBase base)
{
  static const char *const names[] = {
    NULL, "members", "eligible", "present", "invited", "mean-attendance"
  };

  return names[base];
}

char *
charter_sum_to_string (guint bits)
{
  static const char *const names[] = { "for",  "against", "abstain",  "object",  "silent",
                                       "cast", "present", "eligible", "members", "quorum" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (bits >> i & 1)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "+" : "", names[i]);

  return g_string_free (out, FALSE);
}

/* The mode */

static void
append_share (GString               *out,
              const char            *base,
              const CharterFraction *share,
              CharterCompare         compare,
              CharterRound           round,
              gint64                 plus)
{
  static const char *const rounds[] = { "", " rounded up", " rounded down",
                                        " rounded to the nearest" };
  g_autofree char *fraction = charter_fraction_to_string (share);

  if (plus == 0 && compare == CHARTER_COMPARE_GREATER_OR_EQUAL && share->num == share->den)
    {
      g_string_append_printf (out, "= all of %s", base);
      return;
    }
  g_string_append_printf (out, "%s %s of %s%s",
                          compare == CHARTER_COMPARE_GREATER ? ">" : ">=", fraction, base,
                          rounds[round]);
  if (plus != 0)
    g_string_append_printf (out, " %c %" G_GINT64_FORMAT, plus < 0 ? '-' : '+', ABS (plus));
}

static void
append_number (GString               *out,
               const char            *compare,
               const CharterFraction *number)
{
  g_autofree char *text = charter_fraction_to_string (number);

  g_string_append_printf (out, "%s %s", compare, text);
}

/* "the square root of members" */
static void
append_quorum_share (GString                 *out,
                     const CharterQuorumRule *quorum)
{
  const char *name = charter_base_name (quorum->base);
  g_autofree char *base = quorum->base == CHARTER_BASE_MEAN_ATTENDANCE
                            ? g_strdup_printf ("%s over %u", name, quorum->meetings)
                            : g_strdup (name);
  g_autofree char *root = g_strconcat ("the square root of ", base, NULL);

  append_share (out, quorum->sqrt_of ? root : base, &quorum->share, quorum->compare, quorum->round,
                quorum->plus);
}

static void
append_quorum (GString                 *out,
               const CharterQuorumRule *quorum)
{
  g_autofree char *counts = charter_sum_to_string (quorum->counts);

  if (!quorum->given)
    {
      g_string_append (out, "; no quorum");
      return;
    }
  g_string_append_printf (out, "; quorum: %s ",
                          quorum->per_meeting ? "present when the meeting began" : counts);
  if (quorum->has_share)
    append_quorum_share (out, quorum);
  else if (quorum->has_at_least || !quorum->has_at_most)
    append_number (out, ">=", &quorum->at_least);
  if (quorum->has_at_most)
    append_number (out, quorum->has_at_least ? " and <=" : "<=", &quorum->at_most);
  if (quorum->by_heads)
    g_string_append (out, ", heads");
  if (strcmp (quorum->per, "option") == 0)
    g_string_append (out, ", per option");
  for (guint i = 0; i < quorum->n_requires; i++)
    {
      const CharterRequirement *r = &quorum->requires_[i];

      g_string_append_printf (out, ", %s ", r->constituency != NULL ? r->constituency : r->role);
      append_number (out, ">=", &r->at_least);
    }
}

/* Tests */

static void
append_veto (GString               *out,
             const CharterTestRule *test)
{
  const char *before = " of ";

  g_string_append_printf (out, "; %s: veto by %s", test->id,
                          test->veto == CHARTER_SUM_OBJECT ? "object" : "against");
  for (const CharterNode *who = charter_node_first (test->holders); who != NULL;
       who = charter_node_next (test->holders, who))
    {
      g_string_append_printf (out, "%s%s", before, who->string);
      before = ", ";
    }
  if (test->needs_reason)
    g_string_append (out, " with a reason");
}

static void
append_bands (GString               *out,
              const CharterTestRule *test,
              const char            *base)
{
  for (guint i = 0; i < test->n_bands; i++)
    {
      const CharterBand *band = &test->bands[i];
      g_autofree char *turnout = charter_fraction_to_string (&band->turnout);

      if (i > 0)
        g_string_append (out, ", ");
      append_share (out, base, &band->share, band->compare, test->round, test->plus);
      g_string_append_printf (out, " %s a turnout of %s", band->exclusive ? "above" : "from",
                              turnout);
    }
}

static void
append_test (GString               *out,
             const CharterTestRule *test)
{
  g_autofree char *of = charter_sum_to_string (test->of);
  g_autofree char *base = charter_sum_to_string (test->base);

  if (test->veto != 0)
    {
      append_veto (out, test);
      return;
    }
  g_string_append_printf (out, "; %s: %s ", test->id, of);
  if (test->has_share)
    append_share (out, base, &test->share, test->compare, test->round, test->plus);
  append_bands (out, test, base);
  if (test->has_at_least)
    append_number (out, test->has_share ? " and >=" : ">=", &test->at_least);
  if (test->has_at_most)
    append_number (out, test->has_share || test->has_at_least ? " and <=" : "<=", &test->at_most);
  if (test->constituency != NULL)
    g_string_append_printf (out, " within %s", test->constituency);
  if (test->by_heads)
    g_string_append (out, ", heads");
}

static void
append_ties (GString               *out,
             const CharterRuleData *rule)
{
  const char *before = "; tie: ";

  if (rule->ties == NULL || rule->ties->length == 0)
    {
      g_string_append (out, "; tie: status-quo");
      return;
    }
  for (const CharterNode *tie = charter_node_first (rule->ties); tie != NULL;
       tie = charter_node_next (rule->ties, tie))
    {
      g_string_append_printf (out, "%s%s", before, tie->string);
      before = ", ";
    }
}

char *
charter_rule_mode (const CharterRuleData *rule)
{
  static const char *const moments[] = { "opening", "ballot", "closing" };
  static const char *const folds[] = { "", "; affiliates together",
                                       "; affiliates' equal ballots once" };
  GString *out = g_string_new (NULL);
  CharterOptionTerms terms;

  g_string_append_printf (out, "%s by %s as at %s", charter_words_methods[rule->method],
                          rule->unit == CHARTER_UNIT_PARTNER ? "partner" : "person",
                          moments[rule->as_at]);
  g_string_append (out, folds[rule->fold]);
  if (charter_rule_chooses (rule))
    {
      charter_option_terms_init (&terms, rule);
      charter_option_terms_describe (&terms, rule, out);
    }
  append_quorum (out, &rule->quorum);
  for (guint i = 0; i < rule->n_tests; i++)
    append_test (out, &rule->tests[i]);
  if (charter_rule_hears_objections (rule))
    g_string_append_printf (out, "; silence: %s", rule->silence_assents ? "assents" : "nothing");
  append_ties (out, rule);
  if (rule->secret)
    g_string_append (out, "; secret");

  return g_string_free (out, FALSE);
}

/* What cannot be evaluated */

/* Finds the member, or the word, that @beyond names, and where it stands. */
static gboolean
find_place (const CharterNode *node,
            const char        *beyond,
            GString           *path)
{
  gsize length = path->len;
  guint i = 0;

  if (node->type == CHARTER_NODE_STRING && strcmp (node->string, beyond) == 0)
    return TRUE;
  if (node->type != CHARTER_NODE_ARRAY && node->type != CHARTER_NODE_OBJECT)
    return FALSE;
  for (const CharterNode *child = charter_node_first (node); child != NULL;
       child = charter_node_next (node, child))
    {
      if (child->key != NULL)
        g_string_append_printf (path, "/%s", child->key);
      else
        g_string_append_printf (path, "/%u", i++);
      if ((child->key != NULL && strcmp (child->key, beyond) == 0)
          || find_place (child, beyond, path))
        return TRUE;
      g_string_truncate (path, length);
    }

  return FALSE;
}

static GString *
rule_path (const CharterDocumentData *charter,
           const CharterRuleData     *rule)
{
  GString *path = g_string_new (NULL);

  g_string_printf (path, "/rules/%u", (guint) (rule - charter->rules));

  return path;
}

char *
charter_rule_place (const CharterDocumentData *charter,
                    const CharterRuleData     *rule,
                    const char                *beyond)
{
  g_autofree char *prefix = g_string_free (rule_path (charter, rule), FALSE);
  GString *path = g_string_new (NULL);
  const CharterNode *found;

  if (rule->node != NULL)
    find_place (rule->node, beyond, path);
  found = rule->node != NULL ? charter_node_at (rule->node, path->str) : NULL;
  g_string_prepend (path, prefix);
  if (charter_node_is (found, CHARTER_NODE_STRING))
    g_string_append_printf (path, ": \"%s\"", found->string);

  return g_string_free (path, FALSE);
}

static gboolean
names_too_many_groups (const CharterRuleData *rule)
{
  guint groups = 0, vetoes = 0;

  for (guint i = 0; i < rule->n_tests; i++)
    {
      groups += rule->tests[i].constituency != NULL;
      vetoes += rule->tests[i].veto != 0;
    }

  return groups > ROWS_MAX || vetoes > ROWS_MAX || rule->quorum.n_requires > ROWS_MAX;
}

/* Whether a sealed ballot counts towards the quorum is known only where every choice does, and
 * where no two may turn out equal.  Where objections are heard one may also stand aside. */
static gboolean
needs_sealed_choices (const CharterRuleData *rule)
{
  const guint all = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN;

  return rule->secret && rule->times.has_late_quorum
         && !charter_period_is_zero (&rule->times.late_quorum) && rule->quorum.given
         && !rule->quorum.per_meeting
         && ((rule->quorum.counts & all) != all || rule->fold == CHARTER_FOLD_IDENTICAL
             || charter_rule_uses_objections (rule));
}

/* The holder's secret ballot would be told by what it settles. */
static gboolean
tells_a_ballot (const CharterRuleData *rule)
{
  return rule->secret && rule->ties != NULL && charter_node_has_string (rule->ties, "role-ranking");
}

char *
charter_rule_beyond (const CharterDocumentData *charter,
                     const CharterRuleData     *rule)
{
  if (rule->beyond != NULL)
    return charter_rule_place (charter, rule, rule->beyond);
  if (tells_a_ballot (rule))
    return charter_rule_place (charter, rule, "role-ranking");
  if (charter_rule_chooses (rule) && charter_option_terms_beyond (rule) != NULL)
    return charter_rule_place (charter, rule, charter_option_terms_beyond (rule));
  if (names_too_many_groups (rule))
    return charter_rule_place (charter, rule,
                               rule->quorum.n_requires > ROWS_MAX ? "requires" : "tests");
  if (needs_sealed_choices (rule))
    return charter_rule_place (charter, rule, "late-quorum");

  return NULL;
}
