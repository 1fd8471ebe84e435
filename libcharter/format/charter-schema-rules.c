/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-rows-private.h"

/* Decision rules: who votes, quorum, what is counted, the pass test.  The order of the
 * words that charter-schema-rows-private.h names is that of the enums into which
 * document/ compiles them. */

const char *const charter_words_compare[] = { ">", ">=", NULL };
const char *const charter_words_round[] = { "exact", "up", "down", "nearest", NULL };
const char *const charter_words_heads[] = { "heads", NULL };

const char *const charter_words_methods[] = {
  "majority", "unanimity", "consent", "consensus", "lazy-consensus", "role-holder", "approval",
  "score",
  "schulze", "ranked-pairs", "copeland", "minimax", "borda", "instant-runoff", "stv", NULL
};
const char *const charter_words_units[] = { "person", "partner", NULL };
const char *const charter_words_speaks[] = { "representative", "last", "agreed", NULL };
const char *const charter_words_folds[] = { "none", "affiliates", "identical", NULL };
const char *const charter_words_moments[] = { "opening", "ballot", "closing", NULL };
const char *const charter_words_recasts[] = { "replaces", "refused", "invalid", NULL };
static const char *const silences[] = { "nothing", "assents", NULL };
static const char *const totals[] = { "guarded", "always", NULL };
static const char *const ties[] = {
  "status-quo", "casting-vote", "role-ranking", "first-ranks", "seniority", "lot", NULL
};
const char *const charter_words_bases[] = {
  "members", "eligible", "present", "invited", "mean-attendance", NULL
};
const char *const charter_words_counted[] = {
  "for", "against", "abstain", "object", "present", NULL
};
const char *const charter_words_sums[] = {
  "for", "against", "abstain", "object", "silent", "cast", "present", "eligible", "members",
  "quorum", NULL
};
static const char *const quorum_pers[] = { "item", "meeting", "option", NULL };
static const char *const vetoes[] = { "against", "object", NULL };
static const char *const defaults[] = { "default", NULL };
const char *const charter_words_earlies[] = { "never", "all-voted", "safe", "tests", NULL };
static const char *const equal_ranks[] = { "refused", "skipped", "exhaust", "split", NULL };
static const char *const quotas[] = { "droop", "hare", "hagenbach-bischoff", "imperiali", NULL };
static const char *const strengths[] = { "winning-votes", "support-only", "margins", NULL };
static const char *const surpluses[] = { "largest-first", "all-at-once", NULL };
static const char *const unranked[] = { "last", "ignored", NULL };
static const char *const values[] = { "five-places", "exact", NULL };
static const char *const admissions[] = { "seconded", NULL };
static const char *const admission_pers[] = { "item", "option", NULL };

static const CharterRow requirement_rows[] = {
  ROW ("at-least", AMOUNT, REQ,
       "How many of them must be counted, a whole number or a fraction."),
  REF ("constituency", CONSTITUENCY, 0,
       "The constituency of which so many are needed."),
  REF ("role", ROLE, 0,
       "The role of which so many holders are needed."),
};

static const CharterShape requirement_shape = {
  .name = "requirement",
  CHARTER_ROWS (requirement_rows),
  .meaning = "A category that must be among those counted for the quorum.",
  .alternatives = "constituency|role",
};

static const CharterRow quorum_rows[] = {
  ROW ("at-least", AMOUNT, 0,
       "The number that must be counted, in place of a share."),
  ROW ("at-most", AMOUNT, 0,
       "The number that must not be passed, alone or beside at-least."),
  WORD ("base", charter_words_bases, 0,
        "What the share is taken of; members if left out."),
  WORD ("by", charter_words_heads, 0,
        "Counts voting units instead of adding up their weights."),
  WORD ("compare", charter_words_compare, 0,
        "How the count is compared with the share: > or >= (the default)."),
  WORD ("counts", charter_words_counted, LIST,
        "Which ballots count towards it, or those present; for, against and abstain if left out."),
  WHOLE ("meetings", 1, 1000, 0,
         "For mean-attendance: over how many last meetings the mean is taken."),
  WORD ("per", quorum_pers, 0,
        "Whether it is tested for each item (the default), once for the meeting, by those there when "
        "it begins, or for each option."),
  WHOLE ("plus", -1000000, 1000000, 0,
         "A whole number added after the share, 0 if left out."),
  PART ("requires", requirement_shape, LIST,
        "Categories that must be among those counted."),
  WORD ("round", charter_words_round, 0,
        "How the share of the base is rounded; exact if left out."),
  ROW ("share", FRACTION, 0,
       "The share of the base that must be counted."),
  ROW ("sqrt-of", VALUE, 0,
       "The base whose square root is multiplied by the share; true takes the one named in base."),
};

static const CharterShape quorum_shape = {
  .name = "quorum",
  CHARTER_ROWS (quorum_rows),
  .meaning = "How many must take part for a decision to be valid.",
};

static const CharterRow band_rows[] = {
  ROW ("above", FRACTION, 0,
       "The turnout above which the band holds."),
  WORD ("compare", charter_words_compare, 0,
        "How votes are compared with the share: > or >=; if left out, > for a share up to 1/2 and "
        ">= above it."),
  ROW ("from", FRACTION, 0,
       "The turnout from which the band holds."),
  ROW ("share", FRACTION, REQ,
       "The share that is needed in the band."),
};

static const CharterShape band_shape = {
  .name = "band",
  CHARTER_ROWS (band_rows),
  .meaning = "A share that is needed from one turnout on.",
  .alternatives = "above|from",
};

static const CharterRow test_rows[] = {
  ROW ("at-least", AMOUNT, 0,
       "The number that must be reached, in place of a share."),
  ROW ("at-most", AMOUNT, 0,
       "The number that must not be passed, in place of a share."),
  PART ("bands", band_shape, LIST,
        "Shares that depend on turnout, the last that fits holding."),
  ROW ("base", TEXT, 0,
       "What the share is taken of: a sum such as for+against; for+against if left out."),
  WORD ("by", charter_words_heads, 0,
        "Counts voting units instead of adding up their weights."),
  WORD ("compare", charter_words_compare, 0,
        "How votes are compared with the share: > or >=; if left out, > for a share up to 1/2 and "
        ">= above it."),
  REF ("constituency", CONSTITUENCY, 0,
       "The constituency to which the test is narrowed."),
  ROW ("holders", TEXT, LIST,
       "Who holds the veto: role:ID, constituency:ID, partner:ID, person:ID, partners or persons."),
  REF ("id", NOTHING, REQ,
       "The id by which the outcome names the test."),
  ROW ("needs-reason", BOOLEAN, 0,
       "Whether a veto stands only with a reason; false if left out."),
  ROW ("of", TEXT, 0,
       "What is counted: a sum such as for+abstain; for if left out."),
  WHOLE ("plus", -1000000, 1000000, 0,
         "A whole number added after the share, 0 if left out."),
  WORD ("round", charter_words_round, 0,
        "How the share of the base is rounded; exact if left out."),
  ROW ("share", FRACTION, 0,
       "The share of the base that is needed."),
  WORD ("veto", vetoes, 0,
        "The ballot of a holder that blocks."),
};

static const CharterShape test_shape = {
  .name = "test",
  CHARTER_ROWS (test_rows),
  .meaning = "One test that must hold for the decision to be carried.",
};

static const CharterRow option_test_rows[] = {
  WORD ("compare", charter_words_compare, 0,
        "How the ratio is compared with the share: > or >=; if left out, > for a share up to 1/2 "
        "and >= above it."),
  REF ("id", NOTHING, REQ,
       "The id by which the outcome names the test."),
  WORD ("option-over", defaults, REQ,
        "What the option is held against: the default option."),
  REF ("options", NOTHING, LIST,
       "The options that are tested, all if left out."),
  ROW ("share", FRACTION, REQ,
       "The share of voters who must prefer it to the default option."),
};

static const CharterShape option_test_shape = {
  .name = "option-test",
  CHARTER_ROWS (option_test_rows),
  .meaning = "A test that an option must pass before the method runs.",
};

static const CharterRow time_rows[] = {
  ROW ("discussion", PERIOD, 0,
       "How long a proposal is discussed, from its proposal."),
  ROW ("late-quorum", PERIOD, 0,
       "By how much voting is extended, once, where the quorum is reached late."),
  ROW ("open", PERIOD, 0,
       "How long voting is open where the opening names no end."),
  ROW ("reflection", PERIOD, 0,
       "How long everyone may think it over after the discussion, before voting opens."),
  ROW ("review", PERIOD, 0,
       "How long after its closing the decision is looked at again."),
  ROW ("standstill", PERIOD, 0,
       "How long nothing is done about it after its closing."),
};

static const CharterShape time_shape = {
  .name = "time",
  CHARTER_ROWS (time_rows),
  .meaning = "The times of a decision.",
};

static const CharterRow cap_rows[] = {
  WHOLE ("at-most", 1, 1000000, REQ,
         "How many options with the same value may win."),
  ROW ("by", CODE, REQ,
       "The member of the options whose values are counted."),
};

static const CharterShape cap_shape = {
  .name = "cap",
  CHARTER_ROWS (cap_rows),
  .meaning = "How many of the winners may belong together.",
};

static const CharterRow counting_rows[] = {
  WHOLE ("blank-score", -1000000, 1000000, 0,
         "For score: what an option gets from a ballot that does not name it, 0 if left out."),
  WORD ("equal-ranks", equal_ranks, 0,
        "For instant-runoff and stv: whether equal ranks are refused (the default), skipped, end the "
        "ballot, or split it."),
  WHOLE ("orders", 1, 100000, 0,
         "How many orders of breaking ties are counted before it cannot be worked out, 1000 if left "
         "out."),
  WORD ("quota", quotas, 0,
        "For stv: the quota; droop if left out."),
  WHOLE ("score-at-least", -1000000, 1000000, 0,
         "For score: the lowest score that a ballot may give."),
  WHOLE ("score-at-most", -1000000, 1000000, 0,
         "For score: the highest score that a ballot may give."),
  WORD ("strength", strengths, 0,
        "How strong a defeat is: winning-votes (the default: more support, then less opposition), "
        "support-only or margins."),
  WORD ("surpluses", surpluses, 0,
        "For stv: whether the largest surplus is moved first (the default) or all at once."),
  WORD ("unranked", unranked, 0,
        "Whether options that a ballot does not name stand last (the default) or are ignored."),
  WORD ("values", values, 0,
        "For stv: whether the value of a ballot is cut at the fifth decimal place (the default) or "
        "exact."),
};

static const CharterShape counting_shape = {
  .name = "counting",
  CHARTER_ROWS (counting_rows),
  .meaning = "How a method among options counts, where it can be done in several ways.",
};

static const CharterRow early_rows[] = {
  ROW ("cast-stands", BOOLEAN, 0,
       "Whether safe takes ballots already cast as final though the rule lets them be cast "
       "again; false if left out."),
  WORD ("on", charter_words_earlies, REQ,
        "When voting closes before its end."),
  PART ("tests", test_shape, LIST,
        "Further tests that must hold for it."),
};

static const CharterShape early_shape = {
  .name = "early",
  CHARTER_ROWS (early_rows),
  .meaning = "Closing before the end.",
};

static const CharterRow admission_rows[] = {
  ROW ("at-least", AMOUNT, 0,
       "The number that is needed, beside a share or in place of it."),
  WORD ("base", charter_words_bases, 0,
        "What the share is taken of; members if left out."),
  WORD ("compare", charter_words_compare, 0,
        "How the count is compared with the share: > or >= (the default)."),
  WORD ("of", admissions, REQ,
        "What admits a proposal: being seconded."),
  WORD ("per", admission_pers, 0,
        "Whether the item (the default) or each option has to be admitted."),
  ROW ("share", FRACTION, 0,
       "The share of the base that is needed."),
  ROW ("within", PERIOD, 0,
       "How long after its proposal it may take."),
};

static const CharterShape admission_shape = {
  .name = "admission",
  CHARTER_ROWS (admission_rows),
  .meaning = "What a proposal needs before it is discussed.",
};

static const CharterRow rule_rows[] = {
  PART ("admission", admission_shape, 0,
        "What a proposal needs before it is discussed."),
  ROW ("amends-charter", BOOLEAN, 0,
       "Whether the charter may be amended by a decision under this rule; where one rule says so, "
       "by no other way. False if left out."),
  PART ("cap", cap_shape, 0,
        "How many of the winners may belong together."),
  REF ("clause", CLAUSE, 0,
       "The clause behind the rule."),
  ROW ("closes-inclusive", BOOLEAN, 0,
       "Whether a ballot at the closing instant itself counts; false if left out."),
  PART ("counting", counting_shape, 0,
        "How a method among options counts, where it can be done in several ways."),
  REF ("default-option", NOTHING, 0,
       "The option that stands for none of the others, such as further-discussion."),
  PART ("early", early_shape, 0,
        "When voting closes before its end; never if left out."),
  WORD ("electorate-as-at", charter_words_moments, 0,
        "The moment at which a voter must be entitled: opening, ballot or closing (the default)."),
  WORD ("fold", charter_words_folds, 0,
        "Whether affiliated partners have one vote together, or equal ballots of theirs count "
        "once; none if left out."),
  REF ("id", NOTHING, REQ,
       "The id by which decisions name the rule."),
  WORD ("method", charter_words_methods, REQ,
        "How ballots become a result."),
  ROW ("name", TEXT, 0,
       "What people call it."),
  PART ("option-tests", option_test_shape, LIST,
        "Tests that an option must pass before the method runs."),
  PART ("quorum", quorum_shape, 0,
        "How many must take part; none if left out."),
  WORD ("recast", charter_words_recasts, 0,
        "What a second ballot of a voter does: replaces (the default), refused or invalid."),
  WHOLE ("seats", 1, 1000, 0,
         "How many options win, 1 if left out."),
  ROW ("secret", BOOLEAN, 0,
       "Whether choices are sealed; false if left out."),
  WORD ("secret-totals", totals, 0,
        "Whether the totals of a secret vote are kept back where they would give someone away "
        "(guarded, the default) or always given."),
  WORD ("silence", silences, 0,
        "What silence means under consent, consensus and lazy consensus: nothing (the default), so "
        "that somebody must be in favour, or assents."),
  WORD ("speaks", charter_words_speaks, 0,
        "Who casts the ballot of a partner: its representative (the default where there is that "
        "role), whoever spoke last (the default elsewhere), or all of one mind."),
  PART ("tests", test_shape, LIST,
        "Tests that must all hold; if left out, more than half of for and against under majority and "
        "role-holder, all of them under unanimity."),
  WORD ("tie", ties, LIST,
        "What settles a tie, tried in turn; status-quo if left out."),
  PART ("time", time_shape, 0,
        "The times of a decision; none if left out."),
  WORD ("unit", charter_words_units, 0,
        "Whether persons or partners (the default) have a vote."),
  ROW ("voters", TEXT, LIST,
       "Who votes: role:ID, constituency:ID, partner:ID, person:ID, partners or persons; all "
       "units if left out."),
};

const CharterShape charter_rule_shape = {
  .name = "rule",
  CHARTER_ROWS (rule_rows),
  .meaning = "A decision rule.",
};
