/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-object-private.h"
#include "document/charter-document-parts-private.h"

#include "format/charter-kinds-private.h"
#include "format/charter-schema-rows-private.h"

#include <string.h>

/* A decision rule in plain words: "More than half of the votes for and against, with more
 * than half of the partners taking part". */

typedef struct
{
  const CharterDocumentData *data;
  const CharterRuleData     *rule;
  GString                   *out;
} Words;

static const char *
units (const Words *self)
{
  return self->rule->unit == CHARTER_UNIT_PERSON ? "persons" : "partners";
}

static const char *
name_of_role (const CharterDocumentData *data,
              const char                *id)
{
  const CharterRoleData *role = charter_document_data_find_role (data, id);

  return role != NULL && role->name != NULL ? role->name : id;
}

static const char *
name_of_constituency (const CharterDocumentData *data,
                      const char                *id)
{
  const CharterConstituencyData *constituency = charter_document_data_find_constituency (data, id);

  return constituency != NULL && constituency->name != NULL ? constituency->name : id;
}

/* Numbers */

static void
append_number (GString               *out,
               const CharterFraction *number)
{
  g_autofree char *text = charter_fraction_to_string (number);

  g_string_append (out, text);
}

static void
append_share (GString               *out,
              const CharterFraction *share)
{
  static const struct { CharterFraction share; const char *words; } known[] = {
    { { 1, 2 }, "half" },
    { { 1, 3 }, "one third" },
    { { 2, 3 }, "two thirds" },
    { { 1, 4 }, "one quarter" },
    { { 3, 4 }, "three quarters" },
    { { 1, 5 }, "one fifth" },
    { { 2, 5 }, "two fifths" },
    { { 3, 5 }, "three fifths" },
    { { 4, 5 }, "four fifths" },
    { { 1, 10 }, "one tenth" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (charter_fraction_compare (&known[i].share, share) == 0)
        {
          g_string_append (out, known[i].words);
          return;
        }
    }
  append_number (out, share);
}

static const char *
compare_words (CharterCompare compare)
{
  return compare == CHARTER_COMPARE_GREATER ? "more than " : "at least ";
}

/* "more than half", "at least two thirds", "all" */
static void
append_threshold (GString               *out,
                  CharterCompare         compare,
                  const CharterFraction *share)
{
  const CharterFraction one = CHARTER_FRACTION (1, 1);

  if (compare == CHARTER_COMPARE_GREATER_OR_EQUAL && charter_fraction_compare (share, &one) == 0)
    {
      g_string_append (out, "all");
      return;
    }
  g_string_append (out, compare_words (compare));
  append_share (out, share);
}

/* Sums */

/* "the votes for and against", "the votes for, against and abstaining" */
static void
append_votes (GString *out,
              guint    bits)
{
  static const char *const words[] = { "for", "against", "abstaining", "objecting", "not cast" };
  guint left = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    left += (bits >> i) & 1;
  g_string_append (out, "votes ");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (((bits >> i) & 1) == 0)
        continue;
      left--;
      g_string_append (out, words[i]);
      g_string_append (out, left > 1 ? ", " : left == 1 ? " and " : "");
    }
}

static void
append_base (const Words *self,
             guint        bits)
{
  switch (bits)
    {
    case CHARTER_SUM_CAST:
      g_string_append (self->out, "the votes cast");
      break;
    case CHARTER_SUM_PRESENT:
      g_string_append_printf (self->out, "the %s present", units (self));
      break;
    case CHARTER_SUM_ELIGIBLE:
      g_string_append_printf (self->out, "the %s entitled to vote", units (self));
      break;
    case CHARTER_SUM_MEMBERS:
      g_string_append_printf (self->out, "all %s", units (self));
      break;
    case CHARTER_SUM_QUORUM:
      g_string_append_printf (self->out, "the %s counted for the quorum", units (self));
      break;
    default:
      g_string_append (self->out, "the ");
      append_votes (self->out, bits);
    }
}

/* Tests */

static void
append_plus (GString *out,
             gint64   plus)
{
  if (plus != 0)
    g_string_append_printf (out, " %s %" G_GINT64_FORMAT, plus > 0 ? "plus" : "less", ABS (plus));
}

static void
append_counts (const Words           *self,
               const CharterTestRule *test)
{
  if (test->has_at_least)
    {
      g_string_append (self->out, "at least ");
      append_number (self->out, &test->at_least);
    }
  if (test->has_at_least && test->has_at_most)
    g_string_append (self->out, " and ");
  if (test->has_at_most)
    {
      g_string_append (self->out, "at most ");
      append_number (self->out, &test->at_most);
    }
  g_string_append_c (self->out, ' ');
  append_votes (self->out, test->of);
}

/* Whoever is named as in `voters`: "Chair or p-1" */
static void
append_voices (const Words       *self,
               const CharterNode *voices)
{
  const char *separator = "";

  CHARTER_EACH_VALUE (voices, v)
    {
      const char *colon = strchr (v->string, ':');
      const char *id = colon != NULL ? colon + 1 : v->string;

      g_string_append (self->out, separator);
      if (g_str_has_prefix (v->string, "role:"))
        g_string_append (self->out, name_of_role (self->data, id));
      else if (g_str_has_prefix (v->string, "constituency:"))
        g_string_append (self->out, name_of_constituency (self->data, id));
      else
        g_string_append (self->out, id);
      separator = " or ";
    }
}

static void
append_veto (const Words           *self,
             const CharterTestRule *test)
{
  g_string_append (self->out, test->needs_reason ? "no reasoned " : "no ");
  g_string_append (self->out, test->veto == CHARTER_SUM_OBJECT ? "objection of " : "veto of ");
  append_voices (self, test->holders);
}

/* "more than half of the votes for and against from a turnout of 1/5" */
static void
append_bands (const Words           *self,
              const CharterTestRule *test)
{
  for (guint i = 0; i < test->n_bands; i++)
    {
      const CharterBand *band = &test->bands[i];

      if (i > 0)
        g_string_append (self->out, ", ");
      append_threshold (self->out, band->compare, &band->share);
      if (i == 0)
        {
          g_string_append (self->out, " of ");
          append_base (self, test->base);
        }
      append_plus (self->out, test->plus);
      g_string_append (self->out, band->exclusive ? " above a turnout of "
                                                  : " from a turnout of ");
      append_number (self->out, &band->turnout);
    }
  if (test->of != CHARTER_SUM_FOR)
    {
      g_string_append (self->out, " as ");
      append_votes (self->out, test->of);
    }
}

static void
append_test (const Words           *self,
             const CharterTestRule *test)
{
  if (test->has_share)
    {
      append_threshold (self->out, test->compare, &test->share);
      g_string_append (self->out, " of ");
      append_base (self, test->base);
      append_plus (self->out, test->plus);
      if (test->of != CHARTER_SUM_FOR)
        {
          g_string_append (self->out, " as ");
          append_votes (self->out, test->of);
        }
    }
  else if (test->veto != 0)
    append_veto (self, test);
  else if (test->n_bands > 0)
    append_bands (self, test);
  else
    append_counts (self, test);
  if (test->constituency != NULL)
    g_string_append_printf (self->out, " among %s",
                            name_of_constituency (self->data, test->constituency));
}

static void
append_tests (const Words *self)
{
  for (guint i = 0; i < self->rule->n_tests; i++)
    {
      if (self->out->len > 0)
        g_string_append (self->out, ", and ");
      append_test (self, &self->rule->tests[i]);
    }
}

/* Methods */

static void
append_holders (const Words *self)
{
  g_string_append (self->out, "the decision of ");
  append_voices (self, self->rule->voters);
}

/* Where objections are heard: what saying nothing means. */
static void
append_silence (const Words *self)
{
  if (charter_rule_hears_objections (self->rule))
    g_string_append (self->out, self->rule->silence_assents ? ", silence being assent"
                                                            : " and somebody in favour");
}

/* A test on objections says how many are tolerated. */
static gboolean
tolerates_objections (const CharterRuleData *rule)
{
  for (guint i = 0; i < rule->n_tests; i++)
    if (rule->tests[i].of == CHARTER_SUM_OBJECT && rule->tests[i].veto == 0)
      return charter_rule_hears_objections (rule);

  return FALSE;
}

static const char *
method_words (CharterMethod method)
{
  switch (method)
    {
    case CHARTER_METHOD_CONSENT:
      return "no standing reasoned objection";
    case CHARTER_METHOD_CONSENSUS:
      return "consensus, called by whoever chairs";
    case CHARTER_METHOD_LAZY_CONSENSUS:
      return "no reasoned objection while it is open";
    case CHARTER_METHOD_APPROVAL:
      return "the option that most approve of";
    case CHARTER_METHOD_SCORE:
      return "the option with the highest score";
    case CHARTER_METHOD_SCHULZE:
      return "the option that wins by the Schulze method";
    case CHARTER_METHOD_RANKED_PAIRS:
      return "the option that wins by ranked pairs";
    case CHARTER_METHOD_COPELAND:
      return "the option that wins most comparisons in pairs";
    case CHARTER_METHOD_MINIMAX:
      return "the option whose worst defeat in pairs is the least";
    case CHARTER_METHOD_BORDA:
      return "the option with the most points for its places";
    case CHARTER_METHOD_INSTANT_RUNOFF:
      return "the option that wins by instant runoff";
    case CHARTER_METHOD_STV:
      return "the options that win by single transferable vote";
    case CHARTER_METHOD_MAJORITY:
    case CHARTER_METHOD_UNANIMITY:
    case CHARTER_METHOD_ROLE_HOLDER:
    default:
      return "";
    }
}

/* Quorum */

static void
append_quorum_base (const Words *self)
{
  const CharterQuorumRule *quorum = &self->rule->quorum;

  switch (quorum->base)
    {
    case CHARTER_BASE_ELIGIBLE:
      g_string_append_printf (self->out, "the %s entitled to vote", units (self));
      break;
    case CHARTER_BASE_PRESENT:
      g_string_append_printf (self->out, "the %s present", units (self));
      break;
    case CHARTER_BASE_INVITED:
      g_string_append_printf (self->out, "the %s invited", units (self));
      break;
    case CHARTER_BASE_MEAN_ATTENDANCE:
      g_string_append_printf (self->out, "the mean attendance of the last %u meetings",
                              quorum->meetings);
      break;
    case CHARTER_BASE_MEMBERS:
    case CHARTER_BASE_NONE:
    default:
      g_string_append_printf (self->out, "the %s", units (self));
    }
}

static void
append_quorum_share (const Words *self)
{
  const CharterQuorumRule *quorum = &self->rule->quorum;

  if (quorum->sqrt_of)
    {
      g_string_append (self->out, compare_words (quorum->compare));
      append_number (self->out, &quorum->share);
      g_string_append (self->out, " times the square root of ");
      if (quorum->base != CHARTER_BASE_MEAN_ATTENDANCE)
        g_string_append (self->out, "the number of ");
    }
  else
    {
      append_threshold (self->out, quorum->compare, &quorum->share);
      g_string_append (self->out, " of ");
    }
  append_quorum_base (self);
  append_plus (self->out, quorum->plus);
}

static void
append_requirements (const Words *self,
                     const char  *before)
{
  const CharterQuorumRule *quorum = &self->rule->quorum;

  for (guint i = 0; i < quorum->n_requires; i++)
    {
      const CharterRequirement *row = &quorum->requires_[i];
      const char *who = row->constituency != NULL
        ? name_of_constituency (self->data, row->constituency)
        : name_of_role (self->data, row->role);

      g_string_append (self->out, i == 0 ? before : " and ");
      g_string_append (self->out, "at least ");
      append_number (self->out, &row->at_least);
      g_string_append_printf (self->out, " of %s", who);
    }
}

/* "at least 2 and at most 4 partners" */
static void
append_quorum_number (const Words *self)
{
  const CharterQuorumRule *quorum = &self->rule->quorum;

  if (quorum->at_least.num > 0)
    {
      g_string_append (self->out, "at least ");
      append_number (self->out, &quorum->at_least);
    }
  if (quorum->at_least.num > 0 && quorum->has_at_most)
    g_string_append (self->out, " and ");
  if (quorum->has_at_most)
    {
      g_string_append (self->out, "at most ");
      append_number (self->out, &quorum->at_most);
    }
  g_string_append_printf (self->out, " %s", units (self));
}

static const char *
taking_part (const CharterQuorumRule *quorum)
{
  return quorum->per_meeting ? " there when the meeting begins" : " taking part";
}

static void
append_quorum (const Words *self)
{
  const CharterQuorumRule *quorum = &self->rule->quorum;

  if (!quorum->given)
    return;

  g_string_append (self->out, ", with ");
  if (quorum->has_share)
    append_quorum_share (self);
  else if (quorum->at_least.num > 0 || quorum->has_at_most)
    append_quorum_number (self);
  else
    {
      append_requirements (self, "");
      g_string_append (self->out, taking_part (quorum));
      return;
    }
  g_string_append (self->out, taking_part (quorum));
  append_requirements (self, ", among them ");
}

char *
charter_rule_describe (const CharterDocumentData *data,
                       const CharterRuleData     *rule)
{
  const Words self = { data, rule, g_string_new (NULL) };

  if (rule->method == CHARTER_METHOD_ROLE_HOLDER)
    append_holders (&self);
  else
    g_string_append (self.out, tolerates_objections (rule) ? charter_words_methods[rule->method]
                                                           : method_words (rule->method));
  if (!(rule->method == CHARTER_METHOD_ROLE_HOLDER && rule->tests_defaulted))
    append_tests (&self);
  append_silence (&self);
  append_quorum (&self);
  if (rule->secret)
    g_string_append (self.out, ", by secret ballot");
  self.out->str[0] = g_ascii_toupper (self.out->str[0]);

  return g_string_free (self.out, FALSE);
}
