/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-work-private.h"
#include "decide/charter-choosing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was recorded for good, in words, and what would have turned it.  Of a secret vote, which
 * is not counted again, every number is one that the closing recorded: nothing else is told. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (margin, "margin", "What would have turned it: {0} of the voters casting otherwise ({1}).");
TYPE (margin_bounds, "margin",
      "What would have turned it: {0} of the voters casting otherwise ({1}); fewer than {2} "
      "would not have been enough.");
TYPE (margin_proven, "margin",
      "What would have turned it: {0} of the voters casting otherwise ({1}). No fewer would have "
      "been enough, and that is proven: {2}.");
TYPE (margin_bounds_proven, "margin",
      "What would have turned it: {0} of the voters casting otherwise ({1}); fewer than {2} "
      "would not have been enough, and that is proven: {3}.");
TYPE (margin_most, "margin",
      "At most {0} of the voters casting otherwise would have turned it ({1}).");
TYPE (margin_least, "margin",
      "Fewer than {0} of the voters casting otherwise would not have turned it; whether so many "
      "would have is not known.");
TYPE (recorded, "recorded", "{1}, as recorded for good at {0}.");
TYPE (disputed, "disputed",
      "Counted again with what is known now, it comes out differently: {0}. What was "
      "recorded stands.");
TYPE (quorum, "quorum", "Quorum: at least {0}, with a base of {1} {2}; {3} took part. {4}.");
TYPE (required, "quorum-requires", "At least {1} from {0} must take part; {2} did.");
TYPE (required_role, "quorum-requires",
      "At least {1} holding the role {0} must take part; {2} did.");
TYPE (too_many, "quorum", "The quorum does not hold: more took part than the rule allows.");
TYPE (test_more, "test", "Test {0}: {1}; more than {2} is needed. {3}.");
TYPE (test_least, "test", "Test {0}: {1}; at least {2} is needed. {3}.");
TYPE (test_limit, "test", "Test {0}: {1}; at most {2} is allowed. {3}.");
TYPE (kept_back, "totals-kept-back",
      "Only the result was recorded of this secret vote: its totals could have told who voted how, "
      "so how it came about is not told.");
TYPE (kept_back_winners, "totals-kept-back",
      "Only the result and who was chosen were recorded of this secret vote: its totals could have "
      "told who voted how, so how it came about is not told.");
TYPE (not_counted, "not-counted", "No totals were recorded: it could not be counted.");

#define add(d, parent, type, clause, ...) \
  charter_reasons_add ((d)->reasons, (parent), (type), (clause), ##__VA_ARGS__, NULL)

static char *
number (gint64 n)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, n);
}

char *
charter_mixed_number (const CharterFraction *f)
{
  gint64 whole = charter_fraction_floor (f);

  if (charter_fraction_is_whole (f) || whole <= 0)
    return charter_fraction_to_string (f);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, whole,
                          f->num - whole * f->den, f->den);
}

/* What would have turned it */

void
charter_decided_explain_margin (CharterDecided  *d,
                                CharterReasonId  top)
{
  g_autofree char *most = number (d->margin_most), *least = number (d->margin_least);

  if (!d->has_margin)
    return;
  if (d->margin_most == 0)
    add (d, top, &type_margin_least, NULL, least);
  else if (d->margin_least == d->margin_most && d->margin_because != NULL)
    add (d, top, &type_margin_proven, NULL, most, d->margin_change, d->margin_because);
  else if (d->margin_least == d->margin_most)
    add (d, top, &type_margin, NULL, most, d->margin_change);
  else if (d->margin_least == 1)
    add (d, top, &type_margin_most, NULL, most, d->margin_change);
  else if (d->margin_because != NULL)
    add (d, top, &type_margin_bounds_proven, NULL, most, d->margin_change, least,
         d->margin_because);
  else
    add (d, top, &type_margin_bounds, NULL, most, d->margin_change, least);
}

/* What the closing recorded */

static void
explain_quorum (CharterDecided  *d,
                CharterReasonId  top,
                const char      *clause)
{
  const CharterQuorumResult *q = &d->quorum;
  g_autofree char *base = charter_mixed_number (&q->base_exact);
  g_autofree char *needed = number (q->needed), *counted = number (q->counted);
  gboolean enough = q->counted >= q->needed;

  if (!q->given || (d->choosing != NULL && d->choosing->terms.per_option))
    return;
  add (d, top, &type_quorum, clause, needed, base, q->base != NULL ? q->base : "", counted,
       enough ? "It was reached" : "It was not reached");
  for (guint i = 0; i < q->requires_->len; i++)
    {
      const CharterRequirementResult *r = &g_array_index (q->requires_, CharterRequirementResult,
                                                          i);
      g_autofree char *wanted = number (r->needed), *there = number (r->counted);

      add (d, top, r->constituency != NULL ? &type_required : &type_required_role, clause,
           r->constituency != NULL ? r->constituency : r->role, wanted, there);
      enough &= r->holds;
    }
  if (enough && !q->holds)
    add (d, top, &type_too_many, clause);
}

static gboolean
is_of_rule (const CharterRuleData *rule,
            const char            *id)
{
  for (guint i = 0; i < rule->n_tests; i++)
    if (strcmp (rule->tests[i].id, id) == 0)
      return TRUE;

  return FALSE;
}

/* The conflict policy asks for a qualified majority. */
static const char *
clause_of_test (const CharterDecided    *d,
                const CharterTestResult *row,
                const char              *clause)
{
  return g_str_has_prefix (row->id, "qualified-") && !is_of_rule (d->rule, row->id)
           ? d->charter->conflicts.clause
           : clause;
}

static void
explain_test (CharterDecided          *d,
              const CharterTestResult *row,
              CharterReasonId          top,
              const char              *clause)
{
  g_autofree char *left = charter_mixed_number (&row->left);
  g_autofree char *right = charter_mixed_number (&row->right);
  const char *where = row->constituency != NULL ? row->constituency : row->option;
  g_autofree char *id = g_strconcat (row->id, where == NULL ? NULL
                                              : row->constituency != NULL ? " within " : " for ",
                                     where, NULL);
  const CharterReasonType *type = row->at_most ? &type_test_limit
                                  : row->compare == CHARTER_COMPARE_GREATER ? &type_test_more
                                                                            : &type_test_least;

  add (d, top, type, clause_of_test (d, row, clause), id, left, right,
       row->holds ? "It holds" : "It does not hold");
}

static void
explain_totals (CharterDecided  *d,
                CharterReasonId  top,
                const char      *clause)
{
  explain_quorum (d, top, clause);
  for (guint i = 0; i < d->tests->len; i++)
    explain_test (d, &g_array_index (d->tests, CharterTestResult, i), top, clause);
  if (d->choosing != NULL)
    charter_choosing_explain_recorded (d, top);
  else if (d->tie_break != NULL)
    charter_choosing_explain_ties (d, d->tie_break, top);
  charter_decided_explain_margin (d, top);
}

static void
explain_sealed (CharterDecided  *d,
                CharterReasonId  top,
                const char      *clause)
{
  charter_decided_take_choice (d);
  charter_decided_read_totals (d);
  if (d->counted)
    explain_totals (d, top, clause);
  else if (charter_decided_recorded_result (d) == CHARTER_RESULT_INDETERMINATE)
    add (d, top, &type_not_counted, clause);
  else
    add (d, top,
         charter_node_member (d->recorded, "winners") != NULL ? &type_kept_back_winners
                                                              : &type_kept_back,
         clause);
}

static const char *
result_in_words (CharterResult result)
{
  static const char *const words[] = {
    "Pending", "Carried", "Not carried",          "No quorum",
    "Blocked", "Tied",    "Cannot be worked out", "Cannot be expressed"
  };

  return words[result];
}

void
charter_decided_explain_record (CharterDecided *self)
{
  const char *clause = self->rule != NULL ? self->rule->clause : NULL;
  char when[CHARTER_INSTANT_TEXT_SIZE];
  CharterReasonId top;

  charter_instant_format (self->closed->at, when);
  top = add (self, 0, &type_recorded, clause, when,
             result_in_words (charter_decided_recorded_result (self)));
  charter_reasons_cite (self->reasons, top, self->closed->seq);
  if (self->turnout_only)
    {
      charter_decided_explain_times (self, top);
      explain_sealed (self, top, clause);
    }
  if (self->disputed)
    add (self, top, &type_disputed, NULL, result_in_words (self->result));
}
