/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-option-private.h"

#include <string.h>

/* What a rule says of choosing among options.  Where it says nothing: options that a ballot does
 * not name stand last; a defeat is as strong as its winning votes; seats are filled by the
 * Scottish form of the single transferable vote (Scottish Local Government Elections Order 2011:
 * the Droop quota, the largest surplus first, values cut at the fifth decimal place). */

#define SCOTTISH_PLACES 5

static const char *const unranked_words[] = { "last", "ignored", NULL };
static const char *const strength_words[] = { "winning-votes", "support-only", "margins", NULL };
static const char *const quota_words[] = { "droop", "hare", "hagenbach-bischoff", "imperiali",
                                           NULL };
static const char *const equal_words[] = { "refused", "skipped", "exhaust", "split", NULL };

static guint
word_of (const CharterNode *counting,
         const char        *name,
         const char *const *words)
{
  const char *word = charter_node_member_string (counting, name);

  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return i;

  return 0;
}

static void
read_counting (CharterOptionTerms *self,
               const CharterNode  *counting)
{
  CharterCountParams *p = &self->params;
  const CharterNode *blank = charter_node_member (counting, "blank-score");

  p->ignore_unranked = word_of (counting, "unranked", unranked_words) == 1;
  p->strength = word_of (counting, "strength", strength_words);
  p->quota = word_of (counting, "quota", quota_words);
  p->equal_ranks = word_of (counting, "equal-ranks", equal_words);
  p->all_surpluses = g_strcmp0 (charter_node_member_string (counting, "surpluses"),
                                "all-at-once") == 0;
  if (g_strcmp0 (charter_node_member_string (counting, "values"), "exact") != 0)
    p->places = SCOTTISH_PLACES;
  if (blank != NULL)
    charter_fraction_from_node (blank, &p->blank_score);
  p->orders_max = (guint) charter_node_member_integer (counting, "orders", p->orders_max);
  self->has_least = charter_node_member (counting, "score-at-least") != NULL;
  self->has_most = charter_node_member (counting, "score-at-most") != NULL;
  self->least = charter_node_member_integer (counting, "score-at-least", 0);
  self->most = charter_node_member_integer (counting, "score-at-most", 0);
}

static void
set_form (CharterOptionTerms *self,
          CharterMethod       method)
{
  static const char *const members[] = { "ranking", "approves", "scores" };

  self->form = method == CHARTER_METHOD_APPROVAL ? CHARTER_BALLOT_FORM_APPROVES
               : method == CHARTER_METHOD_SCORE  ? CHARTER_BALLOT_FORM_SCORES
                                                 : CHARTER_BALLOT_FORM_RANKING;
  self->member = members[self->form];
}

void
charter_option_terms_init (CharterOptionTerms    *self,
                           const CharterRuleData *rule)
{
  const CharterNode *cap = charter_node_member (rule->node, "cap");

  *self = (CharterOptionTerms) { .params = CHARTER_COUNT_PARAMS_INIT };
  self->params.method = rule->method;
  set_form (self, rule->method);
  read_counting (self, charter_node_member (rule->node, "counting"));
  self->seats = (guint) charter_node_member_integer (rule->node, "seats", 1);
  self->params.seats = self->seats;
  self->default_option = charter_node_member_string (rule->node, "default-option");
  self->cap_by = charter_node_member_string (cap, "by");
  self->cap = (guint) charter_node_member_integer (cap, "at-most", G_MAXINT32);
  self->per_option = rule->quorum.given && g_strcmp0 (rule->quorum.per, "option") == 0;
}

/* The Order of 2011 and instant runoff know one way of filling seats each. */
const char *
charter_option_terms_beyond (const CharterRuleData *rule)
{
  CharterOptionTerms terms;

  charter_option_terms_init (&terms, rule);
  if (rule->method == CHARTER_METHOD_INSTANT_RUNOFF && terms.seats > 1)
    return "seats";
  if (terms.per_option && rule->times.has_late_quorum
      && !charter_period_is_zero (&rule->times.late_quorum))
    return "late-quorum";

  return NULL;
}

/* In words */

static void
describe_pairs (const CharterOptionTerms *self,
                GString                  *out)
{
  static const char *const strengths[] = { "winning votes", "support only", "margins" };

  if (self->params.method == CHARTER_METHOD_SCHULZE
      || self->params.method == CHARTER_METHOD_RANKED_PAIRS
      || self->params.method == CHARTER_METHOD_MINIMAX)
    g_string_append_printf (out, ", %s", strengths[self->params.strength]);
  if (self->form == CHARTER_BALLOT_FORM_RANKING && self->params.method != CHARTER_METHOD_BORDA
      && self->params.method != CHARTER_METHOD_INSTANT_RUNOFF
      && self->params.method != CHARTER_METHOD_STV)
    g_string_append (out, self->params.ignore_unranked ? ", unranked ignored" : ", unranked last");
}

static void
describe_transfers (const CharterOptionTerms *self,
                    GString                  *out)
{
  static const char *const equals[] = { "equal ranks refused", "equal ranks skipped",
                                        "equal ranks exhaust", "equal ranks split" };
  gboolean stv = self->params.method == CHARTER_METHOD_STV;

  if (!stv && self->params.method != CHARTER_METHOD_INSTANT_RUNOFF)
    return;
  if (stv)
    g_string_append_printf (out, ", %s quota, %s, values %s", quota_words[self->params.quota],
                            self->params.all_surpluses ? "all surpluses at once"
                                                       : "the largest surplus first",
                            self->params.places < 0 ? "exact" : "cut at 5 decimals");
  g_string_append_printf (out, ", %s", equals[self->params.equal_ranks]);
}

static void
describe_scores (const CharterOptionTerms *self,
                 GString                  *out)
{
  g_autofree char *blank = charter_fraction_to_string (&self->params.blank_score);

  if (self->form != CHARTER_BALLOT_FORM_SCORES)
    return;
  g_string_append_printf (out, ", not named %s", blank);
  if (self->has_least)
    g_string_append_printf (out, ", from %" G_GINT64_FORMAT, self->least);
  if (self->has_most)
    g_string_append_printf (out, ", up to %" G_GINT64_FORMAT, self->most);
}

static void
describe_option_test (const CharterNode *test,
                      GString           *out)
{
  const CharterNode *options = charter_node_member (test, "options");
  const char *compare = charter_node_member_string (test, "compare");
  CharterFraction share = CHARTER_FRACTION (0, 1);
  g_autofree char *text = NULL;

  charter_fraction_from_node (charter_node_member (test, "share"), &share);
  text = charter_fraction_to_string (&share);
  if (compare == NULL)
    compare = 2 * (__int128) share.num > share.den ? ">=" : ">";
  g_string_append_printf (out, "; %s: over the default %s %s of over and under",
                          charter_node_member_string (test, "id"), compare, text);
  for (const CharterNode *o = options != NULL ? charter_node_first (options) : NULL; o != NULL;
       o = charter_node_next (options, o))
    g_string_append_printf (out, "%s%s", o == charter_node_first (options) ? " for " : ", ",
                            o->string);
}

void
charter_option_terms_describe (const CharterOptionTerms *self,
                               const CharterRuleData    *rule,
                               GString                  *out)
{
  const CharterNode *tests = charter_node_member (rule->node, "option-tests");

  describe_pairs (self, out);
  describe_transfers (self, out);
  describe_scores (self, out);
  if (self->seats > 1)
    g_string_append_printf (out, "; %u seats", self->seats);
  if (self->cap_by != NULL)
    g_string_append_printf (out, "; at most %u with the same %s", self->cap, self->cap_by);
  if (self->default_option != NULL)
    g_string_append_printf (out, "; default: %s", self->default_option);
  for (const CharterNode *t = tests != NULL ? charter_node_first (tests) : NULL; t != NULL;
       t = charter_node_next (tests, t))
    describe_option_test (t, out);
}
