/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-meaning-private.h"

#include "format/charter-schema-rows-private.h"

#include <string.h>

/* The meaning of decision rules. */

#define has(object, name) (charter_node_member ((object), (name)) != NULL)

static void
fault_at (CharterMeaning    *self,
          const CharterNode *object,
          const char        *name,
          CharterError       code,
          const char        *message)
{
  const CharterNode *member = charter_node_member (object, name);
  gsize mark = charter_meaning_enter (self, name);

  charter_meaning_fault (self, member != NULL ? member : object, code, "%s", message);
  charter_meaning_leave (self, mark);
}

/* Exactly one of the ways in which a threshold can be given. */
static void
check_one_way (CharterMeaning    *self,
               const CharterNode *object,
               const char *const *ways,
               const char        *names)
{
  const char *first = NULL;

  for (guint i = 0; ways[i] != NULL; i++)
    {
      if (!has (object, ways[i]))
        continue;
      if (first != NULL)
        {
          charter_meaning_fault (self, object, CHARTER_ERROR_FORMAT,
                                 "“%s” and “%s” cannot both be given", first, ways[i]);
          return;
        }
      first = ways[i];
    }
  if (first == NULL)
    charter_meaning_fault (self, object, CHARTER_ERROR_FORMAT, "Missing one of %s", names);
}

static void
check_limits (CharterMeaning    *self,
              const CharterNode *object)
{
  CharterFraction least, most;

  if (charter_member_fraction (object, "at-least", &least) &&
      charter_member_fraction (object, "at-most", &most) &&
      charter_fraction_compare (&least, &most) > 0)
    fault_at (self, object, "at-most", CHARTER_ERROR_VALUE,
              "“at-most” is less than “at-least”, so nothing can satisfy both");
}

/* Sums */

/* Splits a sum to say which of its words is wrong. */
static void
explain_sum (CharterMeaning    *self,
             const CharterNode *node)
{
  g_auto(GStrv) words = g_strsplit (node->string, "+", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains (charter_words_sums, words[i]))
        continue;
      charter_meaning_fault_near (self, node, CHARTER_ERROR_VALUE, words[i], charter_words_sums,
                                  "“%s” is nothing that can be counted; a sum is made of for, "
                                  "against, abstain, object and silent, or is cast, present, "
                                  "eligible, members or quorum", words[i]);
      return;
    }
  charter_meaning_fault (self, node, CHARTER_ERROR_VALUE,
                         "“%s” counts something twice; cast, present, eligible, members and "
                         "quorum stand alone",
                         node->string);
}

static void
check_sum (CharterMeaning    *self,
           const CharterNode *test,
           const char        *name)
{
  const CharterNode *node = charter_node_member (test, name);
  gsize mark;
  guint bits;

  if (!charter_node_is (node, CHARTER_NODE_STRING) || node->length == 0 ||
      charter_sum_parse (node->string, &bits))
    return;

  mark = charter_meaning_enter (self, name);
  explain_sum (self, node);
  charter_meaning_leave (self, mark);
}

/* What is counted is a part of the base, so that its share cannot be above 1. */
static gboolean
is_part (const CharterNode *test)
{
  const guint wholes = CHARTER_SUM_CAST | CHARTER_SUM_PRESENT | CHARTER_SUM_ELIGIBLE |
                       CHARTER_SUM_MEMBERS | CHARTER_SUM_QUORUM;
  const char *of_text = charter_node_member_string (test, "of");
  const char *base_text = charter_node_member_string (test, "base");
  guint of = CHARTER_SUM_FOR;
  guint base = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST;

  if ((of_text != NULL && !charter_sum_parse (of_text, &of)) ||
      (base_text != NULL && !charter_sum_parse (base_text, &base)))
    return FALSE;

  return (base & wholes) != 0 || (of & base) == of;
}

/* Tests */

static void
check_bands (CharterMeaning    *self,
             const CharterNode *test)
{
  CharterFraction last = CHARTER_FRACTION (-1, 1);
  const CharterNode *band;

  CHARTER_MEANING_EACH (self, test, "bands", band)
    {
      const char *edge = has (band, "from") ? "from" : "above";
      CharterFraction turnout;

      charter_meaning_check_share (self, band, "from");
      charter_meaning_check_share (self, band, "above");
      charter_meaning_check_share (self, band, "share");
      if (!charter_member_fraction (band, edge, &turnout))
        continue;
      if (charter_fraction_compare (&turnout, &last) < 0)
        fault_at (self, band, edge, CHARTER_ERROR_VALUE,
                  "Bands go up: this one begins below the one before it");
      last = turnout;
    }
}

static void
check_veto (CharterMeaning    *self,
            const CharterNode *test)
{
  charter_meaning_check_voices (self, test, "holders", FALSE);
  if (has (test, "veto") && !has (test, "holders"))
    fault_at (self, test, "holders", CHARTER_ERROR_FORMAT,
              "Missing member “holders”: a veto needs somebody who has it");
  else if (has (test, "holders") && !has (test, "veto"))
    fault_at (self, test, "holders", CHARTER_ERROR_FORMAT,
              "“holders” has a meaning only beside “veto”");
}

static void
check_test (CharterMeaning    *self,
            const CharterNode *test)
{
  static const char *const with_least[] = { "share", "at-least", "bands", "veto", NULL };
  static const char *const with_most[] = { "share", "at-most", "bands", "veto", NULL };
  gboolean at_most_alone = has (test, "at-most") && !has (test, "at-least");

  if (!charter_node_is (test, CHARTER_NODE_OBJECT))
    return;

  check_one_way (self, test, at_most_alone ? with_most : with_least,
                 "“share”, “at-least”, “at-most”, “bands” and “veto”");
  charter_meaning_check_reference (self, test, "constituency", &self->constituencies,
                                   "constituency");
  check_sum (self, test, "of");
  check_sum (self, test, "base");
  check_limits (self, test);
  check_bands (self, test);
  check_veto (self, test);
  if (is_part (test))
    charter_meaning_check_share (self, test, "share");
}

static void
check_tests (CharterMeaning    *self,
             const CharterNode *object)
{
  const CharterNode *test;

  charter_meaning_check_ids (self, object, "tests", "test");
  CHARTER_MEANING_EACH (self, object, "tests", test)
    check_test (self, test);
}

/* Quorum */

static void
check_root (CharterMeaning    *self,
            const CharterNode *quorum)
{
  const CharterNode *root = charter_node_member (quorum, "sqrt-of");
  const char *base = charter_node_member_string (quorum, "base");

  if (root == NULL)
    return;

  if (charter_node_is (root, CHARTER_NODE_STRING))
    {
      if (!g_strv_contains (charter_words_bases, root->string))
        fault_at (self, quorum, "sqrt-of", CHARTER_ERROR_VALUE,
                  "Expected members, eligible, present, invited, mean-attendance, or true");
      else if (base != NULL && strcmp (base, root->string) != 0)
        fault_at (self, quorum, "sqrt-of", CHARTER_ERROR_VALUE,
                  "“base” and “sqrt-of” name different bases");
    }
  else if (root->type == CHARTER_NODE_INTEGER || root->type == CHARTER_NODE_ARRAY)
    fault_at (self, quorum, "sqrt-of", CHARTER_ERROR_FORMAT,
              "Expected members, eligible, present, invited, mean-attendance, or true");
  if (!has (quorum, "share"))
    fault_at (self, quorum, "share", CHARTER_ERROR_FORMAT,
              "Missing member “share”: the square root is multiplied by it");
}

static gboolean
is_mean (const CharterNode *quorum)
{
  const char *base = charter_node_member_string (quorum, "base");
  const char *root = charter_node_member_string (quorum, "sqrt-of");

  return g_strcmp0 (base, "mean-attendance") == 0 || g_strcmp0 (root, "mean-attendance") == 0;
}

static void
check_requirements (CharterMeaning    *self,
                    const CharterNode *quorum)
{
  const CharterNode *requirement;

  CHARTER_MEANING_EACH (self, quorum, "requires", requirement)
    {
      charter_meaning_check_reference (self, requirement, "constituency", &self->constituencies,
                                       "constituency");
      charter_meaning_check_reference (self, requirement, "role", &self->roles, "role");
    }
}

static void
check_quorum (CharterMeaning    *self,
              const CharterNode *rule)
{
  static const char *const ways[] = { "share", "at-least", NULL };
  const CharterNode *quorum = charter_node_member (rule, "quorum");
  const CharterNode *root = charter_node_member (quorum, "sqrt-of");
  gsize mark;

  if (!charter_node_is (quorum, CHARTER_NODE_OBJECT))
    return;

  mark = charter_meaning_enter (self, "quorum");
  /* With requirements alone, they are the quorum. */
  if ((has (quorum, "share") && has (quorum, "at-least")) ||
      !(has (quorum, "at-most") || has (quorum, "requires") || root != NULL))
    check_one_way (self, quorum, ways, "“share” and “at-least”");
  if (has (quorum, "at-most") && has (quorum, "share"))
    charter_meaning_fault (self, quorum, CHARTER_ERROR_FORMAT,
                           "“share” and “at-most” cannot both be given");
  if (root == NULL || root->type == CHARTER_NODE_FALSE)
    charter_meaning_check_share (self, quorum, "share");
  check_limits (self, quorum);
  check_root (self, quorum);
  check_requirements (self, quorum);
  if (is_mean (quorum) && !has (quorum, "meetings"))
    fault_at (self, quorum, "meetings", CHARTER_ERROR_FORMAT,
              "Missing member “meetings”: over how many meetings the mean is taken");
  charter_meaning_leave (self, mark);
}

/* Rules */

/* A representative can speak for a partner only where there is such a role. */
static void
check_speaks (CharterMeaning    *self,
              const CharterNode *rule)
{
  const char *unit = charter_node_member_string (rule, "unit");
  const CharterNode *roles = charter_node_member (self->root, "roles");

  if (g_strcmp0 (charter_node_member_string (rule, "speaks"), "representative") != 0 ||
      g_strcmp0 (unit, "person") == 0)
    return;

  CHARTER_EACH_VALUE (roles, role)
    {
      if (g_strcmp0 (charter_node_member_string (role, "id"), "representative") == 0 &&
          g_strcmp0 (charter_node_member_string (role, "of"), "partner") == 0)
        return;
    }
  fault_at (self, rule, "speaks", CHARTER_ERROR_REFERENCE,
            "There is no role “representative” with “of”: “partner” in this charter; "
            "add it, or say “last” or “agreed”");
}

static void
check_voters (CharterMeaning    *self,
              const CharterNode *rule)
{
  charter_meaning_check_voices (self, rule, "voters", FALSE);
  if (g_strcmp0 (charter_node_member_string (rule, "method"), "role-holder") == 0 &&
      !has (rule, "voters"))
    fault_at (self, rule, "voters", CHARTER_ERROR_FORMAT,
              "Missing member “voters”: who decides, as in [\"role:chair\"]");
}

static void
check_early (CharterMeaning    *self,
             const CharterNode *rule)
{
  const CharterNode *early = charter_node_member (rule, "early");
  gsize mark = charter_meaning_enter (self, "early");

  check_tests (self, early);
  if (g_strcmp0 (charter_node_member_string (early, "on"), "tests") == 0 && !has (early, "tests"))
    fault_at (self, early, "tests", CHARTER_ERROR_FORMAT,
              "Missing member “tests”: what must hold for closing early");
  if (has (early, "cast-stands") && g_strcmp0 (charter_node_member_string (early, "on"), "safe") != 0)
    fault_at (self, early, "cast-stands", CHARTER_ERROR_FORMAT,
              "“cast-stands” has a meaning only beside \"on\": \"safe\"");
  charter_meaning_leave (self, mark);
}

static void
check_admission (CharterMeaning    *self,
                 const CharterNode *rule)
{
  const CharterNode *admission = charter_node_member (rule, "admission");
  gsize mark = charter_meaning_enter (self, "admission");

  charter_meaning_check_share (self, admission, "share");
  if (charter_node_is (admission, CHARTER_NODE_OBJECT) && !has (admission, "share") &&
      !has (admission, "at-least"))
    charter_meaning_fault (self, admission, CHARTER_ERROR_FORMAT,
                           "Missing one of “share” and “at-least”");
  charter_meaning_leave (self, mark);
}

static void
check_option_tests (CharterMeaning    *self,
                    const CharterNode *rule)
{
  const CharterNode *test;

  charter_meaning_check_ids (self, rule, "option-tests", "test");
  CHARTER_MEANING_EACH (self, rule, "option-tests", test)
    charter_meaning_check_share (self, test, "share");
  if (has (rule, "option-tests") && !has (rule, "default-option"))
    fault_at (self, rule, "default-option", CHARTER_ERROR_FORMAT,
              "Missing member “default-option”: what the options are held against");
}

static void
check_counting (CharterMeaning    *self,
                const CharterNode *rule)
{
  const CharterNode *counting = charter_node_member (rule, "counting");
  gsize mark = charter_meaning_enter (self, "counting");
  const CharterNode *least = charter_node_member (counting, "score-at-least");
  const CharterNode *most = charter_node_member (counting, "score-at-most");

  if (charter_node_is (least, CHARTER_NODE_INTEGER) && charter_node_is (most, CHARTER_NODE_INTEGER)
      && least->integer > most->integer)
    fault_at (self, counting, "score-at-most", CHARTER_ERROR_VALUE,
              "The highest score is below the lowest, so no ballot can give one");
  charter_meaning_leave (self, mark);
}

void
charter_meaning_check_rules (CharterMeaning *self)
{
  const CharterNode *rule;

  charter_meaning_check_ids (self, self->root, "rules", "rule");
  CHARTER_MEANING_EACH (self, self->root, "rules", rule)
    {
      charter_meaning_check_clause (self, rule);
      check_speaks (self, rule);
      check_voters (self, rule);
      check_quorum (self, rule);
      check_tests (self, rule);
      check_option_tests (self, rule);
      check_counting (self, rule);
      check_early (self, rule);
      check_admission (self, rule);
      charter_meaning_check_possible (self, rule);
    }
}
