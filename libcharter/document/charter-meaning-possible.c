/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-meaning-private.h"

#include <string.h>

/* Rules that no vote could ever satisfy.  Only what can be proven from the charter alone is
 * reported; what hangs on who joins is for the audit. */

#define has(object, name) (charter_node_member ((object), (name)) != NULL)
#define NO_LIMIT G_MAXINT64

static void
fault_at (CharterMeaning    *self,
          const CharterNode *object,
          const char        *name,
          const char        *message)
{
  const CharterNode *member = charter_node_member (object, name);
  gsize mark = charter_meaning_enter (self, name);

  charter_meaning_fault (self, member != NULL ? member : object, CHARTER_ERROR_VALUE, "%s",
                         message);
  charter_meaning_leave (self, mark);
}

/* Shares of the whole */

static gboolean
is_whole (const CharterNode *object)
{
  const CharterFraction one = CHARTER_FRACTION (1, 1);
  CharterFraction share;

  return charter_member_fraction (object, "share", &share)
         && charter_fraction_compare (&share, &one) == 0;
}

/* More than all, or all and one more: @object has share and compare, @where what is added. */
static void
check_more_than_all (CharterMeaning    *self,
                     const CharterNode *object,
                     const CharterNode *where)
{
  gint64 plus = charter_node_member_integer (where, "plus", 0);

  if (!is_whole (object))
    return;
  if (plus > 0)
    fault_at (self, where, "plus",
              "All of the base and more can never be counted; take “plus” away, or ask for a "
              "smaller share");
  else if (plus == 0 && g_strcmp0 (charter_node_member_string (object, "compare"), ">") == 0)
    fault_at (self, object, "compare",
              "More than all of the base can never be counted; say “>=”, or ask for a smaller "
              "share");
}

static void
check_not_negative (CharterMeaning    *self,
                    const CharterNode *object)
{
  CharterFraction share;

  if (charter_member_fraction (object, "share", &share) && share.num < 0)
    fault_at (self, object, "share", "A share is never below 0");
}

/* Holders of offices and other voters who can be counted */

static gint64
add_up (gint64 a,
        gint64 b)
{
  return a == NO_LIMIT || b == NO_LIMIT ? NO_LIMIT : a + b;
}

/* How many persons can hold one role of the partnership at once. */
static gint64
holders_of_one (const CharterNode *role)
{
  return g_strcmp0 (charter_node_member_string (role, "holder"), "many") == 0
             || g_strcmp0 (charter_node_member_string (role, "of"), "partner") == 0
           ? NO_LIMIT : 1;
}

/* Those of a role, and (@with_substitutes) of roles that substitute it. */
static gint64
most_holders (const CharterMeaning *self,
              const char           *id,
              gboolean              with_substitutes)
{
  gint64 most = 0;

  CHARTER_EACH_VALUE (charter_node_member (self->root, "roles"), role)
    {
      const char *own = charter_node_member_string (role, "id");
      const char *other = charter_node_member_string (role, "substitutes");

      if (g_strcmp0 (own, id) == 0 || (with_substitutes && g_strcmp0 (other, id) == 0))
        most = add_up (most, holders_of_one (role));
    }

  return most;
}

static gboolean
votes_by_person (const CharterNode *rule)
{
  return g_strcmp0 (charter_node_member_string (rule, "unit"), "person") == 0;
}

/* How many persons the rule can give a vote at once. */
static gint64
most_voters (const CharterMeaning *self,
             const CharterNode    *rule)
{
  const CharterNode *voters = charter_node_member (rule, "voters");
  gboolean stood_in = g_strcmp0 (charter_node_member_string (rule, "method"), "role-holder") == 0;
  gint64 most = 0;

  if (voters == NULL || !votes_by_person (rule))
    return NO_LIMIT;
  CHARTER_EACH_VALUE (voters, who)
    {
      if (!charter_node_is (who, CHARTER_NODE_STRING))
        return NO_LIMIT;
      if (g_str_has_prefix (who->string, "role:"))
        most = add_up (most, most_holders (self, who->string + strlen ("role:"), stood_in));
      else
        most = g_str_has_prefix (who->string, "person:") ? add_up (most, 1) : NO_LIMIT;
    }

  return most;
}

/* More of them than there can be. */
static void
check_enough (CharterMeaning    *self,
              const CharterNode *object,
              gint64             most,
              const char        *whom)
{
  const CharterNode *member = charter_node_member (object, "at-least");
  const CharterFraction limit = CHARTER_FRACTION (most, 1);
  CharterFraction least;
  gsize mark;

  if (most == NO_LIMIT || !charter_member_fraction (object, "at-least", &least)
      || charter_fraction_compare (&least, &limit) <= 0)
    return;
  mark = charter_meaning_enter (self, "at-least");
  charter_meaning_fault (self, member, CHARTER_ERROR_VALUE,
                         "There can never be more than %" G_GINT64_FORMAT " %s at once", most,
                         whom);
  charter_meaning_leave (self, mark);
}

/* Quorum */

/* Whoever votes stands in these bases, unless the electorate goes by the time of each ballot. */
static gboolean
counts_within_base (const CharterNode *rule,
                    const CharterNode *quorum)
{
  const char *base = charter_node_member_string (quorum, "base");
  const CharterNode *root = charter_node_member (quorum, "sqrt-of");

  return (root == NULL || root->type == CHARTER_NODE_FALSE)
         && (base == NULL || g_str_equal (base, "members") || g_str_equal (base, "eligible"))
         && g_strcmp0 (charter_node_member_string (rule, "electorate-as-at"), "ballot") != 0;
}

static void
check_requirements (CharterMeaning    *self,
                    const CharterNode *rule,
                    const CharterNode *quorum)
{
  const CharterNode *requirement;

  CHARTER_MEANING_EACH (self, quorum, "requires", requirement)
    {
      const char *role = charter_node_member_string (requirement, "role");

      if (role != NULL && charter_ids_has (&self->roles, role) && votes_by_person (rule))
        check_enough (self, requirement, most_holders (self, role, TRUE), "holding that role");
      else if (role == NULL)
        check_enough (self, requirement, most_voters (self, rule), "who vote");
    }
}

static void
check_quorum (CharterMeaning    *self,
              const CharterNode *rule)
{
  const CharterNode *quorum = charter_node_member (rule, "quorum");
  gsize mark = charter_meaning_enter (self, "quorum");

  if (charter_node_is (quorum, CHARTER_NODE_OBJECT))
    {
      if (counts_within_base (rule, quorum))
        check_more_than_all (self, quorum, quorum);
      if (has (quorum, "sqrt-of"))
        check_not_negative (self, quorum);
      check_enough (self, quorum, most_voters (self, rule), "who vote");
      check_requirements (self, rule, quorum);
    }
  charter_meaning_leave (self, mark);
}

/* Tests */

/* Are all that are counted also in the base? */
static gboolean
is_within_base (const CharterNode *rule,
                const CharterNode *test)
{
  const char *of_text = charter_node_member_string (test, "of");
  const char *base_text = charter_node_member_string (test, "base");
  guint of = CHARTER_SUM_FOR;
  guint base = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST;

  if ((of_text != NULL && !charter_sum_parse (of_text, &of))
      || (base_text != NULL && !charter_sum_parse (base_text, &base)))
    return FALSE;
  if ((of & base) == of)
    return TRUE;
  if (base == CHARTER_SUM_CAST)
    return of < CHARTER_SUM_SILENT;

  return (base == CHARTER_SUM_MEMBERS || base == CHARTER_SUM_ELIGIBLE) && of < CHARTER_SUM_CAST
         && g_strcmp0 (charter_node_member_string (rule, "electorate-as-at"), "ballot") != 0;
}

/* Where of two bands the later one begins at the same turnout, the earlier can hold at that one
 * turnout alone, and only if the later leaves it out. */
static gboolean
is_shadowed (const CharterNode *before,
             const CharterNode *band)
{
  CharterFraction first, second;

  if (!charter_member_fraction (before, has (before, "from") ? "from" : "above", &first)
      || !charter_member_fraction (band, has (band, "from") ? "from" : "above", &second)
      || charter_fraction_compare (&first, &second) != 0)
    return FALSE;

  return !(has (before, "from") && has (band, "above"));
}

static void
check_bands (CharterMeaning    *self,
             const CharterNode *rule,
             const CharterNode *test)
{
  const CharterNode *bands = charter_node_member (test, "bands");
  const CharterNode *band, *before = NULL;

  if (charter_node_is (bands, CHARTER_NODE_ARRAY) && bands->length == 0)
    fault_at (self, test, "bands", "Expected at least one band: without any, the test never holds");
  CHARTER_MEANING_EACH (self, test, "bands", band)
    {
      if (!charter_node_is (band, CHARTER_NODE_OBJECT))
        continue;
      if (is_within_base (rule, test))
        check_more_than_all (self, band, test);
      if (before != NULL && is_shadowed (before, band))
        fault_at (self, band, has (band, "from") ? "from" : "above",
                  "The band before it begins at the same turnout, so it could never hold");
      before = band;
    }
}

static void
check_test (CharterMeaning    *self,
            const CharterNode *rule,
            const CharterNode *test)
{
  const char *of_text = charter_node_member_string (test, "of");
  guint of = CHARTER_SUM_FOR;

  if (!charter_node_is (test, CHARTER_NODE_OBJECT))
    return;
  if (is_within_base (rule, test))
    check_more_than_all (self, test, test);
  else
    check_not_negative (self, test);
  check_bands (self, rule, test);
  if (of_text == NULL || (charter_sum_parse (of_text, &of) && of < CHARTER_SUM_CAST))
    check_enough (self, test, most_voters (self, rule), "who vote");
}

void
charter_meaning_check_possible (CharterMeaning    *self,
                                const CharterNode *rule)
{
  const CharterNode *test;

  check_quorum (self, rule);
  CHARTER_MEANING_EACH (self, rule, "tests", test)
    check_test (self, rule, test);
}
