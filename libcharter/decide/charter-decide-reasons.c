/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-work-private.h"
#include "decide/charter-choosing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An outcome in the words of a secretary: the result first, and under it the quorum, the
 * tests, who was left out, what the rule left open, and what would have turned it. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (not_open, "pending", "Pending: voting has not opened.");
TYPE (lapsed, "lapsed", "Pending for good: not enough seconded it in time, so it has lapsed.");
TYPE (open_until, "pending", "Pending: voting is open until {0}.");
TYPE (open_end, "pending", "Pending: voting is open, and ends when its closing is entered.");
TYPE (secret, "pending",
      "Pending: the vote is secret, and its count is known once its closing has been entered.");
TYPE (withdrawn, "withdrawn", "Pending for good: the decision was withdrawn.");
TYPE (carried, "carried", "Carried: the quorum was reached, and every test holds.");
TYPE (carried_plain, "carried", "Carried: every test holds; the rule asks for no quorum.");
TYPE (carried_casting, "casting-vote",
      "Carried by the casting vote of {0}: {1} in favour and {1} against was a tie.");
TYPE (lost_casting, "casting-vote",
      "Not carried: {1} in favour and {1} against was a tie, and the casting vote of {0} was {2}.");
TYPE (no_quorum, "no-quorum", "No quorum: {0} took part, of {1} needed.");
TYPE (no_category, "no-quorum", "No quorum: {0} from {2} took part, of {1} needed.");
TYPE (nobody, "nobody-in-favour", "Not carried: nobody voted in favour.");
TYPE (test_failed, "test-failed", "Not carried: the test {0} does not hold.");
TYPE (tie, "tie",
      "Not carried: {0} in favour and {0} against is a tie, and things stay as they are.");
TYPE (tied, "tied", "Tied: {0} in favour and {0} against; a casting vote settles it.");
TYPE (cannot_express, "cannot-express", "This version of the library has no meaning for {0}.");
TYPE (no_charter, "no-charter", "It cannot be worked out: no charter was in force.");
TYPE (no_rule, "no-such-rule", "It cannot be worked out: the charter in force has no rule {0}.");
TYPE (ruling, "needs-ruling",
      "It cannot be worked out: nobody has ruled yet whether there is a conflict.");
TYPE (doubt, "cannot-evaluate",
      "It cannot be worked out whether {0} has a conflict. {1}");
TYPE (overflow, "overflow",
      "It cannot be worked out: the weights add up to more than the library can count.");
TYPE (unread, "redacted", "It cannot be worked out: a secret ballot cannot be read any more.");

TYPE (quorum_more, "quorum", "Quorum: more than {0} of the {1} {2} is {3}; {4} took part.");
TYPE (quorum_least, "quorum", "Quorum: at least {0} of the {1} {2} is {3}; {4} took part.");
TYPE (quorum_number, "quorum", "Quorum: at least {0}; {1} took part.");
TYPE (quorum_root_more, "quorum",
      "Quorum: more than {0} times the square root of {1} {2} is {3}; {4} took part.");
TYPE (quorum_root_least, "quorum",
      "Quorum: at least {0} times the square root of {1} {2} is {3}; {4} took part.");
TYPE (quorum_mean_more, "quorum",
      "Quorum: more than {0} of a mean attendance of {1} is {3}; {4} took part.");
TYPE (quorum_mean_least, "quorum",
      "Quorum: at least {0} of a mean attendance of {1} is {3}; {4} took part.");
TYPE (quorum_limit, "quorum", "Quorum: at most {0} may be counted; {1} took part.");
TYPE (quorum_meeting, "quorum-meeting",
      "The quorum is that of the meeting: those count who were there when it began.");
TYPE (quorum_floor, "quorum-floor", "Since somebody is kept out, at least {0} must take part.");
TYPE (required, "quorum-requires", "At least {1} from {0} must take part; {2} did.");
TYPE (required_role, "quorum-requires",
      "At least {1} holding the role {0} must take part; {2} did.");
TYPE (test_more, "test",
      "Test {0}: {1} {2}, of {3} {4}; more than {5} of them is more than {6}. {7}.");
TYPE (test_least, "test", "Test {0}: {1} {2}, of {3} {4}; at least {5} of them is {6}. {7}.");
TYPE (test_number, "test", "Test {0}: {1} {2}; at least {3} is needed. {4}.");
TYPE (test_limit, "test", "Test {0}: {1} {2}; at most {3} is allowed. {4}.");
TYPE (test_turnout, "test",
      "Test {0}: a turnout of {1}; from {2} on a share is asked for. It does not hold.");
TYPE (test_turnout_above, "test",
      "Test {0}: a turnout of {1}; above {2} a share is asked for. It does not hold.");
TYPE (test_veto, "test", "Test {0}: {1} of those who hold a veto use it. {2}.");
TYPE (too_many, "no-quorum", "No quorum: {0} took part, and at most {1} may.");
TYPE (excluded, "excluded", "{0} is kept out of: {1}. {2}");
TYPE (excluded_through, "excluded",
      "{0} has nobody else to send, and is kept out of: {1}. For {3}: {2}");
TYPE (excluded_together, "excluded",
      "{0} has one vote together with {1}, of the same affiliation, and it stands under {1}.");
TYPE (ballot_out, "ballot-not-counted", "A ballot of {0} is not counted. {1}");
TYPE (ballot_equal, "ballot-not-counted",
      "{0} votes as {1} does, of the same affiliation, and the two count once.");
TYPE (spoilt_twice, "ballot-invalid",
      "The ballot of {0} is invalid: it was cast again, and under this rule that spoils it.");
TYPE (spoilt_differ, "ballot-invalid",
      "The ballot of {0} is invalid: those who act for it have one vote, and cast differently.");
TYPE (spoilt_either, "ballot-invalid",
      "The ballot of {0} is invalid: it was cast again, or those who act for it cast differently.");
TYPE (spoilt_unread, "ballot-invalid",
      "The ballot of {0} is invalid: it does not say what this rule asks for.");
TYPE (nobody_left, "nobody-left",
      "Nobody is left to vote: everybody who would have a vote is kept out.");
TYPE (delegated, "delegated", "{0} cast no ballot, and votes through that of {1}.");
TYPE (delegated_on, "delegated",
      "{0} cast no ballot, and votes through that of {1}, to whom its delegation to {2} leads.");
TYPE (delegated_idle, "delegated",
      "{0} cast no ballot, and its delegation leads to {1}, who cast none either.");
TYPE (delegation_falls, "delegation-falls", "The delegation of {0} to {1} falls. {2}");
TYPE (delegation_circle, "delegation-falls",
      "The delegation of {0} to {1} falls: it leads in a circle in which nobody cast a ballot.");
TYPE (delegation_own, "delegation-falls",
      "The delegation of {0} to {1} is not used: {0} cast a ballot of its own.");
TYPE (unchanged_base, "base-unchanged",
      "Those kept out stay in the bases, where each weighs like a vote against.");
TYPE (removed_base, "base-removed", "Those kept out leave the bases.");
TYPE (default_used, "default", "The rule leaves open {0}, so the default holds: {1}.");
TYPE (margin, "margin", "What would have turned it: {0} of the voters casting otherwise ({1}).");
TYPE (margin_proven, "margin",
      "What would have turned it: {0} of the voters casting otherwise ({1}). No fewer would have "
      "been enough, and that is proven: {2}.");
TYPE (margin_bounds, "margin",
      "What would have turned it: {0} of the voters casting otherwise ({1}); fewer than {2} "
      "would not have been enough.");
TYPE (margin_bounds_proven, "margin",
      "What would have turned it: {0} of the voters casting otherwise ({1}); fewer than {2} "
      "would not have been enough, and that is proven: {3}.");
TYPE (margin_most, "margin",
      "At most {0} of the voters casting otherwise would have turned it ({1}).");
TYPE (margin_least, "margin",
      "Fewer than {0} of the voters casting otherwise would not have turned it; whether so many "
      "would have is not known.");
TYPE (remedies, "remedy", "A way on: {0}.");
TYPE (late_quorum, "late-quorum", "The quorum was reached late, so voting went on until {0}.");
TYPE (recorded, "recorded", "{1}, as recorded for good at {0}.");
TYPE (disputed, "disputed",
      "Counted again with what is known now, it comes out differently: {0}. What was "
      "recorded stands.");

typedef struct
{
  CharterDecided        *decided;
  const CharterTimeline *timeline;
  CharterTally          *tally;      /* NULL: nothing was counted */
  const char            *clause;     /* of the rule */
  CharterReasonId        top;
} Writer;

#define add(w, parent, type, clause, ...) \
  charter_reasons_add ((w)->decided->reasons, (parent), (type), (clause), ##__VA_ARGS__, NULL)

static void
cite (Writer            *w,
      CharterReasonId    reason,
      const CharterFact *fact)
{
  if (fact != NULL)
    charter_reasons_cite (w->decided->reasons, reason, fact->seq);
}

static char *
number (gint64 n)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, n);
}

/* "4", "2 1/2" */
static char *
mixed_number (const CharterFraction *f)
{
  gint64 whole = charter_fraction_floor (f);

  if (charter_fraction_is_whole (f) || whole <= 0)
    return charter_fraction_to_string (f);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, whole,
                          f->num - whole * f->den, f->den);
}

static const char *
name_of (Writer     *w,
         CharterRef  ref)
{
  return ref != 0 ? charter_scene_name (&w->decided->scene, ref) : "";
}

/* "two thirds"; "3/5" where there are no everyday words. */
static char *
share_in_words (const CharterFraction *share)
{
  static const struct { gint64 num, den; const char *words; } known[] = {
    { 1, 2, "half" }, { 1, 3, "one third" }, { 2, 3, "two thirds" }, { 1, 4, "one quarter" },
    { 3, 4, "three quarters" }, { 1, 1, "all" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].num == share->num && known[i].den == share->den)
      return g_strdup (known[i].words);

  return charter_fraction_to_string (share);
}

static char *
join_words (guint              bits,
            const char *const *words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (bits >> i & 1)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " and " : "", words[i]);

  return g_string_free (out, FALSE);
}

/* What is counted: "5 in favour". */
static char *
counted_in_words (guint bits)
{
  static const char *const words[] = { "in favour", "against", "abstaining", "objecting",
                                       "silent",    "cast",    "present",    "eligible",
                                       "members",   "counted", NULL };

  return join_words (bits, words);
}

/* What it is a share of: "of 8 for and against". */
static char *
base_in_words (guint bits)
{
  static const char *const words[] = {
    "for", "against", "abstaining", "objecting", "silent", "cast", "present", "eligible", "members",
    "counted for the quorum", NULL
  };

  return join_words (bits, words);
}

/* The result */

static void
explain_pending (Writer *w)
{
  CharterDecided *d = w->decided;
  char until[CHARTER_INSTANT_TEXT_SIZE];

  if (w->timeline->withdrawn != NULL)
    {
      w->top = add (w, 0, &type_withdrawn, NULL);
      cite (w, w->top, w->timeline->withdrawn);
    }
  else if (d->state == CHARTER_DECISION_STATE_LAPSED)
    w->top = add (w, 0, &type_lapsed, w->clause);
  else if (d->opened == NULL)
    w->top = add (w, 0, &type_not_open, w->clause);
  else if (d->closes == CHARTER_INSTANT_NONE)
    w->top = add (w, 0, &type_open_end, w->clause);
  else if (d->at >= d->closes)
    w->top = add (w, 0, &type_secret, w->clause);
  else
    {
      charter_instant_format (d->closes, until);
      w->top = add (w, 0, &type_open_until, w->clause, until);
    }
}

static const char *
sentence_of (const char *ground)
{
  for (guint i = 0; i < charter_n_grounds; i++)
    if (strcmp (charter_grounds[i].code, ground) == 0)
      return charter_grounds[i].sentence;

  return "";
}

static gboolean
is_doubt (const char *ground)
{
  return strcmp (ground, "search-limit") == 0 || strcmp (ground, "share-unknown") == 0;
}

/* FALSE if it is no doubt about a conflict that leaves it open. */
static gboolean
explain_doubt (Writer *w)
{
  CharterDecided *d = w->decided;

  for (guint i = 0; i < d->electorate.excluded->len; i++)
    {
      const CharterExclusionData *row = &g_array_index (d->electorate.excluded,
                                                        CharterExclusionData, i);

      if (!(row->shown & CHARTER_FROM_UNITS) || !is_doubt (row->ground))
        continue;
      w->top = add (w, 0, &type_doubt, row->clause, name_of (w, row->person),
                    sentence_of (row->ground));
      cite (w, w->top, row->because);
      return TRUE;
    }

  return FALSE;
}

static void
explain_indeterminate (Writer *w)
{
  CharterDecided *d = w->decided;
  const char *rule;

  if (d->charter == NULL)
    w->top = add (w, 0, &type_no_charter, NULL);
  else if (d->rule == NULL)
    {
      rule = charter_item_rule_id (&d->scene, d->proposed, d->at);
      w->top = add (w, 0, &type_no_rule, NULL, rule != NULL ? rule : "");
    }
  else if (w->tally->overflow)
    w->top = add (w, 0, &type_overflow, w->clause);
  else if (w->tally->unread)
    w->top = add (w, 0, &type_unread, w->clause);
  else if (!explain_doubt (w))
    w->top = add (w, 0, &type_ruling, d->charter->conflicts.clause);
}

static void
explain_no_quorum (Writer *w)
{
  const CharterQuorumResult *q = &w->decided->quorum;
  g_autofree char *counted = number (q->counted), *needed = number (q->needed);
  g_autofree char *limit = charter_fraction_to_string (&w->decided->rule->quorum.at_most);

  if (q->counted < q->needed)
    {
      w->top = add (w, 0, &type_no_quorum, w->clause, counted, needed);
      return;
    }
  for (guint i = 0; i < q->requires_->len; i++)
    {
      const CharterRequirementResult *r = &g_array_index (q->requires_, CharterRequirementResult,
                                                          i);
      g_autofree char *there = number (r->counted), *wanted = number (r->needed);

      if (r->holds)
        continue;
      w->top = add (w, 0, &type_no_category, w->clause, there, wanted,
                    r->constituency != NULL ? r->constituency : r->role);
      return;
    }
  w->top = add (w, 0, &type_too_many, w->clause, counted, limit);
}

static const char *
first_failed_test (Writer *w)
{
  for (guint i = 0; i < w->decided->tests->len; i++)
    if (!g_array_index (w->decided->tests, CharterTestResult, i).holds)
      return g_array_index (w->decided->tests, CharterTestResult, i).id;

  return "";
}

static void
explain_casting (Writer *w)
{
  CharterDecided *d = w->decided;
  g_autofree char *votes = number (d->counts.for_);
  const char *who = name_of (w, charter_scene_member (&d->scene, d->casting, "person"));
  const char *choice = charter_scene_string (&d->scene, d->casting, "choice");

  w->top = add (w, 0,
                d->result == CHARTER_RESULT_CARRIED ? &type_carried_casting : &type_lost_casting,
                w->clause, who, votes, choice);
  cite (w, w->top, d->casting);
}

static void
explain_not_carried (Writer *w)
{
  CharterDecided *d = w->decided;
  g_autofree char *votes = number (d->counts.for_);

  if (d->counts.for_ == 0)
    w->top = add (w, 0, &type_nobody, w->clause);
  else if (d->tie)
    w->top = add (w, 0, &type_tie, w->clause, votes);
  else
    w->top = add (w, 0, &type_test_failed, w->clause, first_failed_test (w));
}

static void
explain_tied (Writer *w)
{
  g_autofree char *votes = number (w->decided->counts.for_);

  w->top = add (w, 0, &type_tied, w->clause, votes);
}

static void
explain_counted (Writer *w)
{
  CharterDecided *d = w->decided;

  if (d->result == CHARTER_RESULT_PENDING)
    explain_pending (w);
  else if (d->result == CHARTER_RESULT_INDETERMINATE)
    explain_indeterminate (w);
  else if (d->result == CHARTER_RESULT_CANNOT_EXPRESS)
    w->top = add (w, 0, &type_cannot_express, w->clause, d->cannot);
  else if (d->result == CHARTER_RESULT_NO_QUORUM)
    explain_no_quorum (w);
  else if (d->result == CHARTER_RESULT_TIED)
    explain_tied (w);
  else if (d->casting != NULL)
    explain_casting (w);
  else if (d->result == CHARTER_RESULT_NOT_CARRIED)
    explain_not_carried (w);
  else
    w->top = add (w, 0, d->quorum.given ? &type_carried : &type_carried_plain, w->clause);
}

/* A tie of for and against that the steps of the rule settled, or left to somebody. */
static gboolean
was_settled_by_chain (const CharterDecided *d)
{
  return d->tie_break != NULL && d->casting == NULL
         && (d->result == CHARTER_RESULT_CARRIED || d->result == CHARTER_RESULT_NOT_CARRIED
             || d->result == CHARTER_RESULT_TIED);
}

static void
explain_result (Writer *w)
{
  CharterDecided *d = w->decided;

  if (d->choosing != NULL && w->tally != NULL)
    w->top = charter_choosing_explain (d, w->tally);
  if (w->top == 0 && was_settled_by_chain (d))
    w->top = charter_tie_break_explain (d);
  if (w->top == 0)
    w->top = charter_decided_explain_rule (d, w->tally, w->clause);
  if (w->top == 0)
    explain_counted (w);
  cite (w, w->top, d->proposed);
  cite (w, w->top, d->opened);
}

/* Quorum and tests */

/* The sentence on a share of the base: its square root, a mean, or the base itself. */
static const CharterReasonType *
quorum_share_type (const CharterQuorumRule *rule)
{
  gboolean more = rule->compare == CHARTER_COMPARE_GREATER;

  if (rule->sqrt_of)
    return more ? &type_quorum_root_more : &type_quorum_root_least;
  if (rule->base == CHARTER_BASE_MEAN_ATTENDANCE)
    return more ? &type_quorum_mean_more : &type_quorum_mean_least;

  return more ? &type_quorum_more : &type_quorum_least;
}

static void
explain_quorum_numbers (Writer *w)
{
  const CharterQuorumResult *q = &w->decided->quorum;
  const CharterQuorumRule *rule = &w->decided->rule->quorum;
  g_autofree char *share = rule->sqrt_of ? charter_fraction_to_string (&rule->share)
                                         : share_in_words (&rule->share);
  g_autofree char *base = mixed_number (&q->base_exact), *limit = mixed_number (&rule->at_most);
  g_autofree char *needed = number (q->needed), *counted = number (q->counted);

  if (rule->has_share)
    add (w, w->top, quorum_share_type (rule), w->clause, share, base, q->base, needed, counted);
  else if (rule->has_at_least || !rule->has_at_most)
    add (w, w->top, &type_quorum_number, w->clause, needed, counted);
  if (rule->has_at_most)
    add (w, w->top, &type_quorum_limit, w->clause, limit, counted);
  if (rule->per_meeting)
    add (w, w->top, &type_quorum_meeting, w->clause);
}

static void
explain_quorum (Writer *w)
{
  const CharterQuorumResult *q = &w->decided->quorum;
  g_autofree char *needed = number (q->needed);

  if (!q->given)
    return;
  explain_quorum_numbers (w);
  if (q->floor > 0)
    add (w, w->top, &type_quorum_floor, w->decided->charter->conflicts.clause, needed);
  for (guint i = 0; i < q->requires_->len; i++)
    {
      const CharterRequirementResult *r = &g_array_index (q->requires_, CharterRequirementResult,
                                                          i);
      g_autofree char *wanted = number (r->needed), *there = number (r->counted);

      add (w, w->top, r->constituency != NULL ? &type_required : &type_required_role, w->clause,
           r->constituency != NULL ? r->constituency : r->role, wanted, there);
    }
}

/* Is it one that the conflict policy asks for, and not the rule? */
static gboolean
is_extra_test (Writer                *w,
               const CharterTestRule *test)
{
  const CharterRuleData *rule = w->decided->rule;

  for (guint i = 0; i < rule->n_tests; i++)
    if (test == &rule->tests[i])
      return FALSE;

  return test->of != CHARTER_SUM_OBJECT;
}

/* FALSE if it is a test like any other. */
static gboolean
explain_special_test (Writer                  *w,
                      const CharterTestResult *row,
                      const char              *id)
{
  g_autofree char *left = mixed_number (&row->left), *right = mixed_number (&row->right);

  if (row->below)
    add (w, w->top,
         row->compare == CHARTER_COMPARE_GREATER ? &type_test_turnout_above : &type_test_turnout,
         w->clause, id, left, right);
  else if (row->test->veto != 0)
    add (w, w->top, &type_test_veto, w->clause, id, left,
         row->holds ? "It holds" : "It does not hold");

  return row->below || row->test->veto != 0;
}

static void
explain_test (Writer                  *w,
              const CharterTestResult *row)
{
  const CharterTestRule *test = row->test;
  const char *clause = is_extra_test (w, test) ? w->decided->charter->conflicts.clause : w->clause;
  g_autofree char *left = mixed_number (&row->left), *right = mixed_number (&row->right);
  g_autofree char *of = counted_in_words (test->of), *base = base_in_words (test->base);
  g_autofree char *share = share_in_words (row->band != NULL ? &row->band->share : &test->share);
  g_autofree char *base_count = number (row->base_count);
  g_autofree char *id = row->constituency != NULL
                          ? g_strdup_printf ("%s within %s", row->id, row->constituency)
                          : g_strdup (row->id);
  const char *verdict = row->holds ? "It holds" : "It does not hold";
  gboolean numeric = row->at_most || (!test->has_share && row->band == NULL)
                     || (test->has_at_least
                         && charter_fraction_compare (&row->right, &test->at_least) == 0);

  if (explain_special_test (w, row, id))
    return;
  if (numeric)
    add (w, w->top, row->at_most ? &type_test_limit : &type_test_number, clause, id, left, of,
         right, verdict);
  else
    add (w, w->top, row->compare == CHARTER_COMPARE_GREATER ? &type_test_more : &type_test_least,
         clause, id, left, of, base_count, base, share, right, verdict);
}

static void
explain_count (Writer *w)
{
  if (w->decided->choosing == NULL || !w->decided->choosing->terms.per_option)
    explain_quorum (w);
  for (guint i = 0; i < w->decided->tests->len; i++)
    if (g_array_index (w->decided->tests, CharterTestResult, i).test != NULL)
      explain_test (w, &g_array_index (w->decided->tests, CharterTestResult, i));
  if (w->decided->choosing != NULL)
    charter_choosing_explain_count (w->decided, w->top);
  else if (w->decided->tie_break != NULL)
    charter_choosing_explain_ties (w->decided, w->decided->tie_break, w->top);
}

/* Who was left out */

static void
explain_exclusion (Writer                     *w,
                   const CharterExclusionData *row)
{
  const char *names[6] = { NULL };
  g_autofree char *from = NULL;
  CharterReasonId reason;

  charter_from_names (row->shown, names);
  if (names[0] == NULL)
    return;
  from = g_strjoinv (", ", (char **) names);
  if (strcmp (row->ground, "same-affiliation") == 0)
    reason = add (w, w->top, &type_excluded_together, w->clause, name_of (w, row->who),
                  name_of (w, row->party));
  else if (row->person != row->who)
    reason = add (w, w->top, &type_excluded_through, row->clause, name_of (w, row->who), from,
                  sentence_of (row->ground), name_of (w, row->person));
  else
    reason = add (w, w->top, &type_excluded, row->clause, name_of (w, row->who), from,
                  sentence_of (row->ground));
  cite (w, reason, row->because);
}

static void
explain_ballot_out (Writer                    *w,
                    const CharterBarredBallot *row)
{
  CharterReasonId reason;

  if (strcmp (row->ground, "same-affiliation") == 0)
    reason = add (w, w->top, &type_ballot_equal, w->clause, name_of (w, row->who),
                  name_of (w, row->party));
  else
    reason = add (w, w->top, &type_ballot_out, row->clause, name_of (w, row->who),
                  sentence_of (row->ground));
  cite (w, reason, row->ballot);
  cite (w, reason, row->because);
}

static const CharterReasonType *
spoilt_type (const CharterRuleData *rule)
{
  gboolean agreed = rule->unit == CHARTER_UNIT_PARTNER && rule->speaks == CHARTER_SPEAKS_AGREED;

  if (rule->recast == CHARTER_RECAST_INVALID)
    return agreed ? &type_spoilt_either : &type_spoilt_twice;

  return agreed ? &type_spoilt_differ : &type_spoilt_unread;
}

/* Whose ballot counts as invalid, and why; of a secret vote only how many there are is told. */
static void
explain_spoilt (Writer *w)
{
  const CharterRuleData *rule = w->decided->rule;

  if (w->tally == NULL || rule == NULL || rule->secret)
    return;
  for (guint i = 0; i < w->tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (w->tally->rows, CharterUnitVote, i);

      if (row->ballot != NULL && row->own == CHARTER_VOTE_INVALID)
        cite (w, add (w, w->top, spoilt_type (rule), w->clause, name_of (w, row->unit)),
              row->ballot);
    }
}

/* Does the rule take shares of a base in which the barred may stand? */
static gboolean
uses_bases (const CharterRuleData *rule)
{
  const guint bases = CHARTER_SUM_PRESENT | CHARTER_SUM_ELIGIBLE | CHARTER_SUM_MEMBERS;
  gboolean used = rule->quorum.given && rule->quorum.has_share;

  for (guint i = 0; i < rule->n_tests; i++)
    used |= (rule->tests[i].base & bases) != 0;

  return used;
}

static gboolean
any_unit_barred (const CharterElectorateData *e)
{
  for (guint i = 0; i < e->excluded->len; i++)
    {
      const CharterExclusionData *row = &g_array_index (e->excluded, CharterExclusionData, i);

      if (row->shown & CHARTER_FROM_UNITS && charter_exclusion_is_bar (row))
        return TRUE;
    }

  return FALSE;
}

static void
explain_base (Writer *w)
{
  CharterDecided *d = w->decided;

  if (!uses_bases (d->rule))
    return;
  if (d->electorate.removed->len > 0)
    add (w, w->top, &type_removed_base, d->charter->conflicts.clause);
  else if (any_unit_barred (&d->electorate))
    add (w, w->top, &type_unchanged_base, d->charter->conflicts.clause);
}

/* Delegations */

/* Has the one to whom it leads cast a ballot? */
static gboolean
has_cast (Writer     *w,
          CharterRef  unit)
{
  const CharterUnitVote *row = w->tally != NULL ? charter_tally_row (w->tally, unit) : NULL;

  return row != NULL && row->ballot != NULL;
}

static CharterReasonId
explain_fallen (Writer                      *w,
                const CharterDelegationData *d)
{
  const char *from = name_of (w, d->from), *to = name_of (w, d->to);

  if (strcmp (d->ground, "own-ballot") == 0)
    return add (w, w->top, &type_delegation_own, w->clause, from, to);
  if (strcmp (d->ground, "circle") == 0)
    return add (w, w->top, &type_delegation_circle, w->clause, from, to);

  return add (w, w->top, &type_delegation_falls, d->clause, from, to, sentence_of (d->ground));
}

static void
explain_delegation (Writer                      *w,
                    const CharterDelegationData *d)
{
  const char *unit = name_of (w, d->unit), *final = name_of (w, d->final);
  CharterReasonId reason;

  if (d->ground != NULL)
    reason = explain_fallen (w, d);
  else if (!has_cast (w, d->final))
    reason = add (w, w->top, &type_delegated_idle, w->clause, unit, final);
  else if (d->delegate == d->final)
    reason = add (w, w->top, &type_delegated, w->clause, unit, final);
  else
    reason = add (w, w->top, &type_delegated_on, w->clause, unit, final, name_of (w, d->to));
  cite (w, reason, d->made);
  cite (w, reason, d->because);
}

/* While nothing can be cast there is nothing to tell. */
static void
explain_delegations (Writer *w)
{
  for (guint i = 0; w->tally != NULL && i < w->decided->delegations->len; i++)
    explain_delegation (w, &g_array_index (w->decided->delegations, CharterDelegationData, i));
}

static void
explain_exclusions (Writer *w)
{
  CharterDecided *d = w->decided;

  for (guint i = 0; i < d->electorate.excluded->len; i++)
    explain_exclusion (w, &g_array_index (d->electorate.excluded, CharterExclusionData, i));
  for (guint i = 0; i < d->barred->len; i++)
    explain_ballot_out (w, &g_array_index (d->barred, CharterBarredBallot, i));
  explain_spoilt (w);
  explain_base (w);
}

/* What the rule leaves open */

static void
explain_default (Writer     *w,
                 gboolean    defaulted,
                 const char *what,
                 const char *value)
{
  if (defaulted)
    add (w, w->top, &type_default_used, w->clause, what, value);
}

static void
explain_quorum_defaults (Writer *w)
{
  const CharterQuorumRule *quorum = &w->decided->rule->quorum;

  if (!quorum->given)
    return;
  explain_default (w, quorum->has_share && quorum->compare_defaulted, "how the quorum is compared",
                   quorum->compare == CHARTER_COMPARE_GREATER ? ">" : ">=");
  explain_default (w, quorum->has_share && quorum->round_defaulted, "how the share is rounded",
                   "not at all");
  explain_default (w, quorum->counts_defaulted, "which ballots count towards the quorum",
                   "for, against and abstain");
}

static gboolean
bands_are_defaulted (const CharterTestRule *test)
{
  for (guint i = 0; i < test->n_bands; i++)
    if (test->bands[i].compare_defaulted)
      return TRUE;

  return FALSE;
}

static void
explain_test_defaults (Writer                *w,
                       const CharterTestRule *test)
{
  explain_default (w, test->has_share && test->compare_defaulted, "how votes are compared",
                   test->compare == CHARTER_COMPARE_GREATER ? ">" : ">=");
  explain_default (w, bands_are_defaulted (test), "how votes are compared in a band",
                   "> for a share up to half, >= for a larger one");
}

static void
explain_defaults (Writer *w)
{
  static const char *const speakers[] = { "its representative", "whoever votes last",
                                          "all of one mind" };
  const CharterRuleData *rule = w->decided->rule;

  explain_quorum_defaults (w);
  explain_default (w, rule->tests_defaulted, "the test",
                   rule->method == CHARTER_METHOD_UNANIMITY ? "all of for and against"
                                                            : "more than half of for and against");
  for (guint i = 0; i < rule->n_tests && !rule->tests_defaulted; i++)
    explain_test_defaults (w, &rule->tests[i]);
  explain_default (w, rule->unit == CHARTER_UNIT_PARTNER && rule->speaks_defaulted,
                   "who casts for a partner", speakers[rule->speaks]);
  explain_default (w, rule->as_at_defaulted, "when a voter must be entitled", "at the closing");
  explain_default (w, rule->ties_defaulted, "what settles a tie", "things stay as they are");
}

/* What would change it */

static void
explain_margin (Writer *w)
{
  CharterDecided *d = w->decided;
  g_autofree char *most = number (d->margin_most), *least = number (d->margin_least);

  if (!d->has_margin)
    return;
  if (d->margin_most == 0)
    add (w, w->top, &type_margin_least, NULL, least);
  else if (d->margin_least == d->margin_most && d->margin_because != NULL)
    add (w, w->top, &type_margin_proven, NULL, most, d->margin_change, d->margin_because);
  else if (d->margin_least == d->margin_most)
    add (w, w->top, &type_margin, NULL, most, d->margin_change);
  else if (d->margin_least == 1)
    add (w, w->top, &type_margin_most, NULL, most, d->margin_change);
  else if (d->margin_because != NULL)
    add (w, w->top, &type_margin_bounds_proven, NULL, most, d->margin_change, least,
         d->margin_because);
  else
    add (w, w->top, &type_margin_bounds, NULL, most, d->margin_change, least);
}

static void
explain_remedies (Writer *w)
{
  for (guint i = 0; i < w->decided->remedies->len; i++)
    {
      const CharterNode *row = w->decided->remedies->pdata[i];
      const char *clause = charter_node_member_string (row, "clause");
      const char *remedy = row->type == CHARTER_NODE_STRING
                             ? row->string
                             : charter_node_member_string (row, "remedy");

      add (w, w->top, &type_remedies, clause, remedy != NULL ? remedy : "");
    }
}

static void
explain_extension (Writer *w)
{
  gint64 stated = w->timeline->stated;
  char until[CHARTER_INSTANT_TEXT_SIZE];

  if (stated == CHARTER_INSTANT_NONE || w->decided->closes <= stated || w->decided->early)
    return;
  charter_instant_format (w->decided->closes, until);
  add (w, w->top, &type_late_quorum, w->clause, until);
}

void
charter_decided_explain (CharterDecided        *self,
                         const CharterTimeline *timeline,
                         CharterTally          *tally)
{
  Writer w = { self, timeline, tally, self->rule != NULL ? self->rule->clause : NULL, 0 };

  explain_result (&w);
  charter_decided_explain_times (self, w.top);
  if (self->counted)
    explain_count (&w);
  if (self->counted)
    charter_decided_explain_dissent (self, tally, w.clause, w.top);
  if (self->nobody_left)
    add (&w, w.top, &type_nobody_left, self->charter->conflicts.clause);
  if (self->electorate.excluded != NULL)
    explain_exclusions (&w);
  explain_delegations (&w);
  if (tally != NULL)
    explain_extension (&w);
  if (self->counted)
    explain_defaults (&w);
  explain_margin (&w);
  explain_remedies (&w);
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
  Writer w = { .decided = self, .clause = self->rule != NULL ? self->rule->clause : NULL };
  char when[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (self->closed->at, when);
  w.top = add (&w, 0, &type_recorded, w.clause, when,
               result_in_words (charter_decided_recorded_result (self)));
  cite (&w, w.top, self->closed);
  if (self->turnout_only)
    charter_decided_explain_times (self, w.top);
  if (self->disputed)
    add (&w, w.top, &type_disputed, NULL, result_in_words (self->result));
}

/* Below the last reason at the top. */
void
charter_decided_explain_exclusions (CharterDecided *self,
                                    CharterTally   *tally)
{
  Writer w = { .decided = self, .tally = tally,
               .clause = self->rule != NULL ? self->rule->clause : NULL };

  for (CharterReasonId id = charter_reasons_first (self->reasons, 0); id != 0;
       id = charter_reasons_next (self->reasons, id))
    w.top = id;
  explain_exclusions (&w);
  explain_delegations (&w);
}
