/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A choice in the words of a secretary. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (chosen, "chosen", "Carried: {0} is chosen.");
TYPE (chosen_several, "chosen", "Carried: {0} are chosen.");
TYPE (chosen_default, "default-option",
      "Not carried: {0} stands, the option for none of the others.");
TYPE (nobody, "nobody-voted", "Not carried: no ballot names an option.");
TYPE (none_left, "all-dropped", "Not carried: every option was dropped before the count.");
TYPE (none_quorate, "no-quorum",
      "No quorum: every option needs {1}, and the one with the most has {0}.");
TYPE (tie, "tie", "Not carried: there is a tie between {0}, and things stay as they are.");
TYPE (tied, "tied", "Tied between {0}; a casting vote settles it.");
TYPE (test_failed, "test-failed", "Not carried: the test {0} does not hold.");
TYPE (unclear, "cannot-count", "It cannot be worked out: {0}.");
TYPE (none, "nobody-chosen", "Not carried: no option is chosen.");

TYPE (vacancies, "vacancies", "{0} of {1} seats stay vacant.");
TYPE (has, "option", "{0}: named on ballots that weigh {1}.");
TYPE (has_score, "option", "{0}: named on ballots that weigh {1}; it comes to {2}.");
TYPE (over, "option", "{0}: {1} over {3}, {2} under it.");
TYPE (over_score, "option", "{0}: {1} over {3}, {2} under it; it comes to {4}.");
TYPE (quorum, "quorum", "Each option needs {0}; the one with the most has {1}.");
TYPE (dropped_quorum, "dropped", "{0} is dropped: {1} counted, of {2} needed.");
TYPE (dropped_unseconded, "dropped", "{0} is not offered: {1} seconded it, of {2} needed.");
TYPE (dropped_test, "dropped", "{0} is dropped: the test {1} does not hold.");
TYPE (option_test_more, "test",
      "Test {0} of {1}: {2} over {3}; more than {4} of {5} is more than {6}. {7}.");
TYPE (option_test_least, "test",
      "Test {0} of {1}: {2} over {3}; at least {4} of {5} is {6}. {7}.");
TYPE (step_order, "tie-break", "A tie between {0}. {1}: {2}.");
TYPE (step_nothing, "tie-break", "A tie between {0}. {1}: it tells none of them apart.");
TYPE (step_casting, "tie-break", "A tie between {0}. The casting vote of {1} goes to {2}.");
TYPE (step_stays, "tie-break", "A tie between {0}. Things stay as they are.");
TYPE (step_default, "tie-break", "A tie between {0}. Things stay as they are: {1} stands.");
TYPE (lot_inputs, "lot",
      "The lot is drawn from the charter {0}, the decision {1} and the digest of its ballots {2}, "
      "which give the seed {3}; the order drawn is {4}.");
TYPE (secret, "secret", "The ballots are secret: what they say of the options is not told.");

#define OPTIONS_TOLD 50

#define add(d, parent, type, ...) \
  charter_reasons_add ((d)->reasons, (parent), (type), (d)->rule->clause, ##__VA_ARGS__, NULL)

static char *
number (gint64 n)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, n);
}

/* "a, b and c" */
static char *
names_of (const CharterChoosing *self,
          GArray                *options)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (out, "%s%s",
                            i == 0 ? "" : i + 1 == options->len ? " and " : ", ",
                            charter_choosing_row (self, g_array_index (options, guint, i))->id);

  return g_string_free (out, FALSE);
}

static const char *
first_failed_test (const CharterDecided *self)
{
  for (guint i = 0; i < self->tests->len; i++)
    {
      const CharterTestResult *row = &g_array_index (self->tests, CharterTestResult, i);

      if (row->option == NULL && !row->holds)
        return row->id;
    }

  return NULL;
}

/* The result */

static CharterReasonId
explain_carried (CharterDecided *self)
{
  g_autofree char *names = names_of (self->choosing, self->choosing->winners);

  return add (self, 0, self->choosing->winners->len == 1 ? &type_chosen : &type_chosen_several,
              names);
}

static const CharterTieRow *
last_step (const CharterChoosing *self)
{
  return self->ties->len > 0 ? &g_array_index (self->ties, CharterTieRow, self->ties->len - 1)
                             : NULL;
}

static CharterReasonId
explain_not_carried (CharterDecided *self)
{
  const CharterChoosing *choosing = self->choosing;
  const CharterTieRow *step = last_step (choosing);
  const char *failed = first_failed_test (self);
  g_autofree char *names = step != NULL ? names_of (choosing, step->tied) : NULL;

  if (failed != NULL)
    return add (self, 0, &type_test_failed, failed);
  if (choosing->nobody)
    return add (self, 0, &type_nobody);
  if (choosing->winners->len > 0)
    return add (self, 0, &type_chosen_default,
                charter_choosing_row (choosing,
                                      g_array_index (choosing->winners, guint, 0))->id);
  if (step != NULL)
    return add (self, 0, &type_tie, names);

  return add (self, 0, choosing->ranked ? &type_none : &type_none_left);
}

static CharterReasonId
explain_no_quorum (CharterDecided *self)
{
  g_autofree char *counted = number (self->quorum.counted), *needed = number (self->quorum.needed);

  if (!self->choosing->terms.per_option || self->quorum.counted >= self->quorum.needed)
    return 0;

  return add (self, 0, &type_none_quorate, counted, needed);
}

CharterReasonId
charter_choosing_explain (CharterDecided *self,
                          CharterTally   *tally)
{
  const CharterChoosing *choosing = self->choosing;
  g_autofree char *names = names_of (choosing, choosing->tied);

  if (self->result == CHARTER_RESULT_CARRIED)
    return explain_carried (self);
  if (self->result == CHARTER_RESULT_NOT_CARRIED)
    return explain_not_carried (self);
  if (self->result == CHARTER_RESULT_NO_QUORUM)
    return explain_no_quorum (self);
  if (self->result == CHARTER_RESULT_TIED)
    return add (self, 0, &type_tied, names);
  if (self->result == CHARTER_RESULT_INDETERMINATE && choosing->why != NULL && !tally->overflow
      && !tally->unread)
    return add (self, 0, &type_unclear, choosing->why);

  return 0;
}

/* What each option has */

static const char *
default_id (const CharterChoosing *self)
{
  return self->default_ >= 0 ? charter_choosing_row (self, self->default_)->id : "";
}

static void
explain_option (CharterDecided         *self,
                CharterReasonId         top,
                const CharterOptionRow *row)
{
  const CharterChoosing *choosing = self->choosing;
  g_autofree char *over = number (row->for_), *under = number (row->against);
  g_autofree char *score = charter_fraction_to_string (&row->score);
  g_autofree char *counted = number (row->counted), *needed = number (choosing->needed);

  if (choosing->has_default && row->has_score)
    add (self, top, &type_over_score, row->id, over, under, default_id (choosing), score);
  else if (choosing->has_default)
    add (self, top, &type_over, row->id, over, under, default_id (choosing));
  else if (row->has_score)
    add (self, top, &type_has_score, row->id, over, score);
  else
    add (self, top, &type_has, row->id, over);
  if (g_strcmp0 (row->dropped, "quorum") == 0)
    add (self, top, &type_dropped_quorum, row->id, counted, needed);
  else if (row->dropped != NULL)
    add (self, top, &type_dropped_test, row->id, row->dropped);
}

static void
explain_unseconded (CharterDecided         *self,
                    CharterReasonId         top,
                    const CharterOptionRow *row)
{
  g_autofree char *seconds = number (row->seconds), *needed = number (row->seconds_needed);

  add (self, top, &type_dropped_unseconded, row->id, seconds, needed);
}

static char *
share_text (const CharterTestResult *row)
{
  CharterFraction share = CHARTER_FRACTION (0, 1), base = CHARTER_FRACTION (row->base_count, 1);

  if (row->base_count > 0)
    charter_fraction_divide (&row->right, &base, &share);

  return charter_fraction_to_string (&share);
}

static void
explain_option_test (CharterDecided          *self,
                     CharterReasonId          top,
                     const CharterTestResult *row)
{
  g_autofree char *left = charter_fraction_to_string (&row->left);
  g_autofree char *right = charter_fraction_to_string (&row->right);
  g_autofree char *share = share_text (row), *base = number (row->base_count);

  add (self, top,
       row->compare == CHARTER_COMPARE_GREATER ? &type_option_test_more : &type_option_test_least,
       row->id, row->option, left, default_id (self->choosing), share, base, right,
       row->holds ? "It holds" : "It does not hold");
}

/* Ties */

static const char *
step_words (const char *step)
{
  if (strcmp (step, "first-ranks") == 0)
    return "More ballots with it alone at the top go before";
  if (strcmp (step, "role-ranking") == 0)
    return "The ballot of whoever chairs goes before";
  if (strcmp (step, "seniority") == 0)
    return "Whoever joined earlier goes before";

  return "The lot goes before";
}

static CharterReasonId
explain_ending_step (CharterDecided      *self,
                     CharterReasonId      top,
                     const CharterTieRow *step,
                     const char          *tied,
                     const char          *left)
{
  if (step->person != 0)
    return add (self, top, &type_step_casting, tied,
                charter_scene_name (&self->scene, step->person), left);
  if (step->left->len > 0)
    return add (self, top, &type_step_default, tied, left);

  return add (self, top, &type_step_stays, tied);
}

static void
explain_step (CharterDecided        *self,
              const CharterChoosing *choosing,
              CharterReasonId        top,
              const CharterTieRow   *step)
{
  g_autofree char *tied = names_of (choosing, step->tied);
  g_autofree char *left = names_of (choosing, step->left);
  CharterReasonId reason;

  if (strcmp (step->step, "casting-vote") == 0 || strcmp (step->step, "status-quo") == 0)
    reason = explain_ending_step (self, top, step, tied, left);
  else if (step->left->len >= step->tied->len)
    reason = add (self, top, &type_step_nothing, tied, step_words (step->step));
  else
    reason = add (self, top, &type_step_order, tied, step_words (step->step), left);
  if (step->by != NULL)
    charter_reasons_cite (self->reasons, reason, step->by->seq);
}

static void
explain_lot (CharterDecided        *self,
             const CharterChoosing *choosing,
             CharterReasonId        top)
{
  const CharterLot *lot = choosing->lot;
  g_autofree char *order = lot != NULL ? names_of (choosing, lot->order) : NULL;

  if (lot != NULL)
    add (self, top, &type_lot_inputs, lot->charter, lot->decision, lot->ballots, lot->seed, order);
}

void
charter_choosing_explain_ties (CharterDecided        *self,
                               const CharterChoosing *choosing,
                               CharterReasonId        top)
{
  for (guint i = 0; i < choosing->ties->len; i++)
    explain_step (self, choosing, top, &g_array_index (choosing->ties, CharterTieRow, i));
  explain_lot (self, choosing, top);
}

static void
explain_seats (CharterDecided *self,
               CharterReasonId top)
{
  g_autofree char *vacant = number (self->choosing->vacancies);
  g_autofree char *seats = number (self->choosing->terms.seats);

  if (self->choosing->vacancies > 0 && self->choosing->terms.seats > 1)
    add (self, top, &type_vacancies, vacant, seats);
}

static void
explain_quorum (CharterDecided *self,
                CharterReasonId top)
{
  g_autofree char *needed = number (self->quorum.needed), *most = number (self->quorum.counted);

  if (self->choosing->terms.per_option)
    add (self, top, &type_quorum, needed, most);
}

static void
explain_unoffered (CharterDecided *self,
                   CharterReasonId top)
{
  const CharterChoosing *choosing = self->choosing;
  guint told = 0;

  for (guint i = 0; i < choosing->rows->len && told < OPTIONS_TOLD; i++)
    if (!charter_choosing_row (choosing, i)->offered
        && charter_choosing_row (choosing, i)->dropped != NULL)
      {
        explain_unseconded (self, top, charter_choosing_row (choosing, i));
        told++;
      }
}

static void
explain_options (CharterDecided *self,
                 CharterReasonId top)
{
  const CharterChoosing *choosing = self->choosing;
  guint told = 0;

  explain_unoffered (self, top);
  explain_quorum (self, top);
  for (guint i = 0; i < choosing->rows->len && told < OPTIONS_TOLD; i++)
    if (charter_choosing_row (choosing, i)->offered && (int) i != choosing->default_)
      {
        explain_option (self, top, charter_choosing_row (choosing, i));
        told++;
      }
}

void
charter_choosing_explain_recorded (CharterDecided *self,
                                   CharterReasonId top)
{
  explain_options (self, top);
  charter_choosing_explain_ties (self, self->choosing, top);
  explain_seats (self, top);
}

void
charter_choosing_explain_count (CharterDecided *self,
                                CharterReasonId top)
{
  const CharterChoosing *choosing = self->choosing;

  if (self->rule->secret)
    {
      explain_unoffered (self, top);
      add (self, top, &type_secret);
      return;
    }
  explain_options (self, top);
  for (guint i = 0; i < self->tests->len; i++)
    if (g_array_index (self->tests, CharterTestResult, i).option != NULL)
      explain_option_test (self, top, &g_array_index (self->tests, CharterTestResult, i));
  if (choosing->count != NULL)
    charter_reasons_copy_under (self->reasons, top, choosing->count->reasons);
  charter_choosing_explain_ties (self, choosing, top);
  explain_seats (self, top);
}
