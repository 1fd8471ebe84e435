/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-parts-private.h"

#include "format/charter-schema-rows-private.h"

#include <string.h>

/* Compiles decision rules, with the documented defaults where a rule leaves something open. */

/* Quorum */

static guint
counts_from_node (const CharterNode *list)
{
  guint bits = 0;

  CHARTER_EACH_VALUE (list, v)
    {
      guint bit;

      if (charter_sum_parse (v->string, &bit))
        bits |= bit;
    }

  return bits;
}

static void
compile_requirements (CharterDocumentData *self,
                      const CharterNode   *list,
                      CharterQuorumRule   *quorum)
{
  CharterRequirement *rows = charter_document_new (self, CharterRequirement,
                                                   charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    {
      rows[n].constituency = charter_node_member_string (v, "constituency");
      rows[n].role = charter_node_member_string (v, "role");
      charter_member_fraction (v, "at-least", &rows[n].at_least);
      n++;
    }
  quorum->requires_ = rows;
  quorum->n_requires = n;
}

/* `sqrt-of` names the base, or is true and leaves that to `base`. */
static void
compile_quorum_base (const CharterNode *node,
                     CharterQuorumRule *quorum)
{
  const CharterNode *root = charter_node_member (node, "sqrt-of");
  const char *name = charter_node_is (root, CHARTER_NODE_STRING) ? "sqrt-of" : "base";

  quorum->sqrt_of = root != NULL && root->type != CHARTER_NODE_FALSE;
  quorum->base = CHARTER_BASE_MEMBERS + charter_member_choice (node, name, charter_words_bases, 0);
}

static void
compile_quorum (CharterDocumentData *self,
                const CharterNode   *node,
                CharterQuorumRule   *quorum)
{
  const CharterNode *counts = charter_node_member (node, "counts");
  const char *per = charter_node_member_string (node, "per");

  quorum->per = per != NULL ? per : "item";
  quorum->per_meeting = g_str_equal (quorum->per, "meeting");
  quorum->at_least = quorum->at_most = CHARTER_FRACTION (0, 1);
  quorum->share = CHARTER_FRACTION (0, 1);
  if (node == NULL)
    return;

  quorum->given = TRUE;
  compile_quorum_base (node, quorum);
  quorum->has_share = charter_member_fraction (node, "share", &quorum->share);
  quorum->has_at_least = charter_member_fraction (node, "at-least", &quorum->at_least);
  quorum->has_at_most = charter_member_fraction (node, "at-most", &quorum->at_most);
  quorum->compare = charter_member_choice (node, "compare", charter_words_compare,
                                           CHARTER_COMPARE_GREATER_OR_EQUAL);
  quorum->compare_defaulted = charter_node_member (node, "compare") == NULL;
  quorum->round = charter_member_choice (node, "round", charter_words_round, CHARTER_ROUND_EXACT);
  quorum->round_defaulted = charter_node_member (node, "round") == NULL;
  quorum->plus = charter_node_member_integer (node, "plus", 0);
  quorum->meetings = (guint) charter_node_member_integer (node, "meetings", 0);
  quorum->by_heads = charter_node_member (node, "by") != NULL;
  quorum->counts_defaulted = counts == NULL;
  quorum->counts = counts != NULL ? counts_from_node (counts)
                                  : CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN;
  compile_requirements (self, charter_node_member (node, "requires"), quorum);
}

/* Tests */

/* A majority is more than half; of a larger share, reaching it is enough. */
static CharterCompare
default_compare (const CharterFraction *share)
{
  const CharterFraction half = CHARTER_FRACTION (1, 2);

  if (charter_fraction_compare (share, &half) > 0)
    return CHARTER_COMPARE_GREATER_OR_EQUAL;

  return CHARTER_COMPARE_GREATER;
}

static guint
sum_from_node (const CharterNode *node,
               const char        *name,
               guint              fallback)
{
  const char *text = charter_node_member_string (node, name);
  guint bits;

  return text != NULL && charter_sum_parse (text, &bits) ? bits : fallback;
}

static void
compile_bands (CharterDocumentData *self,
               const CharterNode   *list,
               CharterTestRule     *test)
{
  CharterBand *rows = charter_document_new (self, CharterBand, charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    {
      CharterBand *band = &rows[n++];

      band->exclusive = charter_member_fraction (v, "above", &band->turnout);
      if (!band->exclusive)
        charter_member_fraction (v, "from", &band->turnout);
      charter_member_fraction (v, "share", &band->share);
      band->compare = charter_member_choice (v, "compare", charter_words_compare,
                                             default_compare (&band->share));
      band->compare_defaulted = charter_node_member (v, "compare") == NULL;
    }
  test->bands = rows;
  test->n_bands = n;
}

static void
compile_veto (const CharterNode *node,
              CharterTestRule   *test)
{
  const char *veto = charter_node_member_string (node, "veto");

  if (veto == NULL)
    return;
  test->veto = g_str_equal (veto, "object") ? CHARTER_SUM_OBJECT : CHARTER_SUM_AGAINST;
  test->of = test->veto;
  test->base = 0;
  test->holders = charter_node_member (node, "holders");
  test->needs_reason = charter_node_member_boolean (node, "needs-reason", FALSE);
}

static void
compile_test (CharterDocumentData *self,
              const CharterNode   *node,
              CharterTestRule     *test)
{
  test->node = node;
  test->id = charter_node_member_string (node, "id");
  test->constituency = charter_node_member_string (node, "constituency");
  test->of = sum_from_node (node, "of", CHARTER_SUM_FOR);
  test->share = test->at_least = test->at_most = CHARTER_FRACTION (0, 1);
  test->has_share = charter_member_fraction (node, "share", &test->share);
  test->has_at_least = charter_member_fraction (node, "at-least", &test->at_least);
  test->has_at_most = charter_member_fraction (node, "at-most", &test->at_most);
  if (!test->has_at_least && !test->has_at_most)
    test->base = sum_from_node (node, "base", CHARTER_SUM_FOR | CHARTER_SUM_AGAINST);
  test->compare = charter_member_choice (node, "compare", charter_words_compare,
                                         default_compare (&test->share));
  test->compare_defaulted = charter_node_member (node, "compare") == NULL;
  test->round = charter_member_choice (node, "round", charter_words_round, CHARTER_ROUND_EXACT);
  test->plus = charter_node_member_integer (node, "plus", 0);
  test->by_heads = charter_node_member (node, "by") != NULL;
  compile_bands (self, charter_node_member (node, "bands"), test);
  compile_veto (node, test);
}

static const CharterTestRule simple_majority = {
  .id = "majority",
  .of = CHARTER_SUM_FOR,
  .base = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST,
  .has_share = TRUE,
  .share = { 1, 2 },
  .at_least = { 0, 1 },
  .at_most = { 0, 1 },
  .compare = CHARTER_COMPARE_GREATER,
  .round = CHARTER_ROUND_EXACT,
  .compare_defaulted = TRUE,
};

/* Nobody against: abstentions do not prevent it (Treaty on the Functioning of the European
 * Union, article 238(4)).  A rule whose test takes another base asks for more. */
static const CharterTestRule nobody_against = {
  .id = "unanimity",
  .of = CHARTER_SUM_FOR,
  .base = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST,
  .has_share = TRUE,
  .share = { 1, 1 },
  .at_least = { 0, 1 },
  .at_most = { 0, 1 },
  .compare = CHARTER_COMPARE_GREATER_OR_EQUAL,
  .round = CHARTER_ROUND_EXACT,
  .compare_defaulted = TRUE,
};

/* The test of a method that counts votes, where the rule names none. */
static const CharterTestRule *
default_test (CharterMethod method)
{
  if (method == CHARTER_METHOD_MAJORITY || method == CHARTER_METHOD_ROLE_HOLDER)
    return &simple_majority;

  return method == CHARTER_METHOD_UNANIMITY ? &nobody_against : NULL;
}

static void
compile_tests (CharterDocumentData *self,
               const CharterNode   *list,
               CharterRuleData     *rule)
{
  guint n_given = charter_list_length (list);
  CharterTestRule *rows = charter_document_new (self, CharterTestRule, MAX (n_given, 1));
  const CharterTestRule *fallback = default_test (rule->method);
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    compile_test (self, v, &rows[n++]);
  if (n == 0 && fallback != NULL)
    {
      rows[n++] = *fallback;
      rule->tests_defaulted = TRUE;
    }
  rule->tests = rows;
  rule->n_tests = n;
}

/* Objections */

gboolean
charter_rule_hears_objections (const CharterRuleData *rule)
{
  return rule->method == CHARTER_METHOD_CONSENT || rule->method == CHARTER_METHOD_CONSENSUS
         || rule->method == CHARTER_METHOD_LAZY_CONSENSUS;
}

gboolean
charter_rule_uses_objections (const CharterRuleData *rule)
{
  guint used = rule->quorum.given ? rule->quorum.counts : 0;

  for (guint i = 0; i < rule->n_tests; i++)
    used |= rule->tests[i].of | rule->tests[i].base | rule->tests[i].veto;

  return charter_rule_hears_objections (rule) || (used & CHARTER_SUM_OBJECT) != 0;
}

/* What this version of decide/ cannot evaluate */

static gboolean
chooses (const CharterRuleData *rule)
{
  return rule->method >= CHARTER_METHOD_APPROVAL;
}

/* Of a secret vote nothing may show before it is closed but who has voted; and only votes for
 * and against one question add up to what cannot change any more. */
static const char *
times_beyond (const CharterRuleData *rule)
{
  gboolean counts = rule->early.on == CHARTER_EARLY_SAFE || rule->early.on == CHARTER_EARLY_TESTS
                    || rule->early.n_further > 0;

  if (counts && (rule->secret || chooses (rule)))
    return "early";
  if (rule->admission.base == CHARTER_BASE_INVITED
      || rule->admission.base == CHARTER_BASE_MEAN_ATTENDANCE)
    return "admission";

  return NULL;
}

/* What is said of options is for methods that choose among them. */
static const char *
members_beyond (const CharterRuleData *rule)
{
  static const char *const members[] = { "cap", "default-option", "option-tests", "counting" };

  for (guint i = 0; !chooses (rule) && i < G_N_ELEMENTS (members); i++)
    {
      if (charter_node_member (rule->node, members[i]) != NULL)
        return members[i];
    }
  if (!chooses (rule) && charter_node_member_integer (rule->node, "seats", 1) > 1)
    return "seats";

  return times_beyond (rule);
}

static const char *
find_beyond (const CharterRuleData *rule)
{
  const char *beyond;

  beyond = members_beyond (rule);
  if (beyond == NULL && g_str_equal (rule->quorum.per, "option") && !chooses (rule))
    beyond = "per";

  return beyond;
}

/* Rules */

static void
compile_times (const CharterNode *node,
               CharterRuleTimes  *times)
{
  times->has_discussion = charter_member_period (node, "discussion", &times->discussion);
  times->has_reflection = charter_member_period (node, "reflection", &times->reflection);
  times->has_open = charter_member_period (node, "open", &times->open);
  times->has_late_quorum = charter_member_period (node, "late-quorum", &times->late_quorum);
  times->has_standstill = charter_member_period (node, "standstill", &times->standstill);
  times->has_review = charter_member_period (node, "review", &times->review);
}

static void
compile_admission (const CharterNode    *node,
                   CharterAdmissionRule *admission)
{
  const char *per = charter_node_member_string (node, "per");

  *admission = (CharterAdmissionRule) { .share = { 0, 1 }, .at_least = { 0, 1 } };
  if (node == NULL)
    return;
  admission->given = TRUE;
  admission->base = CHARTER_BASE_MEMBERS + charter_member_choice (node, "base",
                                                                  charter_words_bases, 0);
  admission->has_share = charter_member_fraction (node, "share", &admission->share);
  admission->has_at_least = charter_member_fraction (node, "at-least", &admission->at_least);
  admission->compare = charter_member_choice (node, "compare", charter_words_compare,
                                              CHARTER_COMPARE_GREATER_OR_EQUAL);
  admission->has_within = charter_member_period (node, "within", &admission->within);
  admission->per_option = g_strcmp0 (per, "option") == 0;
}

/* After the rule's own tests. */
static void
compile_early (CharterDocumentData *self,
               const CharterNode   *node,
               CharterRuleData     *rule)
{
  const CharterNode *list = charter_node_member (node, "tests");
  CharterEarlyRule *early = &rule->early;
  CharterTestRule *rows;

  early->on = charter_member_choice (node, "on", charter_words_earlies, CHARTER_EARLY_NEVER);
  early->cast_stands = charter_node_member_boolean (node, "cast-stands", FALSE);
  early->n_further = charter_list_length (list);
  rows = charter_document_new (self, CharterTestRule, MAX (rule->n_tests + early->n_further, 1));
  for (guint i = 0; i < rule->n_tests; i++)
    rows[early->n_tests++] = rule->tests[i];
  CHARTER_EACH_VALUE (list, v)
    compile_test (self, v, &rows[early->n_tests++]);
  early->tests = rows;
}

static gboolean
has_representatives (const CharterDocumentData *self)
{
  const CharterRoleData *role = charter_document_data_find_role (self, "representative");

  return role != NULL && role->of_partner;
}

static void
compile_choices (const CharterDocumentData *self,
                 const CharterNode         *node,
                 CharterRuleData           *rule)
{
  CharterSpeaks speaks = CHARTER_SPEAKS_LAST;

  if (has_representatives (self))
    speaks = CHARTER_SPEAKS_REPRESENTATIVE;
  rule->method = charter_member_choice (node, "method", charter_words_methods, 0);
  rule->unit = charter_member_choice (node, "unit", charter_words_units, CHARTER_UNIT_PARTNER);
  rule->speaks = charter_member_choice (node, "speaks", charter_words_speaks, speaks);
  rule->speaks_defaulted = charter_node_member (node, "speaks") == NULL;
  rule->fold = charter_member_choice (node, "fold", charter_words_folds, CHARTER_FOLD_NONE);
  rule->as_at = charter_member_choice (node, "electorate-as-at", charter_words_moments,
                                       CHARTER_AS_AT_CLOSING);
  rule->as_at_defaulted = charter_node_member (node, "electorate-as-at") == NULL;
  rule->recast = charter_member_choice (node, "recast", charter_words_recasts,
                                        CHARTER_RECAST_REPLACES);
  rule->recast_defaulted = charter_node_member (node, "recast") == NULL;
  rule->secret = charter_node_member_boolean (node, "secret", FALSE);
  rule->totals_always = g_strcmp0 (charter_node_member_string (node, "secret-totals"),
                                   "always") == 0;
  rule->closes_inclusive = charter_node_member_boolean (node, "closes-inclusive", FALSE);
  rule->silence_assents = g_strcmp0 (charter_node_member_string (node, "silence"), "assents") == 0;
}

static void
compile_rule (CharterDocumentData *self,
              const CharterNode   *node,
              CharterRuleData     *rule)
{
  rule->node = node;
  rule->id = charter_node_member_string (node, "id");
  rule->clause = charter_node_member_string (node, "clause");
  rule->name = charter_node_member_string (node, "name");
  compile_choices (self, node, rule);
  rule->voters = charter_node_member (node, "voters");
  rule->ties = charter_node_member (node, "tie");
  rule->ties_defaulted = rule->ties == NULL;
  compile_quorum (self, charter_node_member (node, "quorum"), &rule->quorum);
  compile_tests (self, charter_node_member (node, "tests"), rule);
  compile_times (charter_node_member (node, "time"), &rule->times);
  compile_admission (charter_node_member (node, "admission"), &rule->admission);
  compile_early (self, charter_node_member (node, "early"), rule);
  rule->amends_charter = charter_node_member_boolean (node, "amends-charter", FALSE);
  rule->beyond = find_beyond (rule);
}

void
charter_document_compile_rules (CharterDocumentData *self)
{
  const CharterNode *list = charter_node_member (self->root, "rules");
  CharterRuleData *rows = charter_document_new (self, CharterRuleData, charter_list_length (list));
  guint n = 0;

  CHARTER_EACH_VALUE (list, v)
    compile_rule (self, v, &rows[n++]);
  self->rules = rows;
  self->n_rules = n;
}
