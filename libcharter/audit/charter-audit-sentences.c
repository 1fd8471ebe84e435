/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "audit/charter-audit-sentences-private.h"

#include <glib/gi18n-lib.h>

/* What an audit says, for secretaries: what is found with its numbers, and what could be done. */

#define ERROR(code, text, advice) \
  { { code, N_(text) }, { code, advice }, CHARTER_AUDIT_SEVERITY_ERROR }
#define WARNING(code, text, advice) \
  { { code, N_(text) }, { code, advice }, CHARTER_AUDIT_SEVERITY_WARNING }
#define NOTE(code, text, advice) \
  { { code, N_(text) }, { code, advice }, CHARTER_AUDIT_SEVERITY_NOTE }

const CharterAuditSentenceRow charter_audit_sentences[CHARTER_N_AUDIT_SENTENCES] = {
  [CHARTER_AUDIT_UNREACHABLE_QUORUM] =
    ERROR ("unreachable-quorum",
      "Under {0} no quorum can be reached: at least {1} must take part, and there are "
      "{2}.",
      N_("Ask for no more than can take part, or let more people vote.")),
  [CHARTER_AUDIT_UNREACHABLE_EVER] =
    ERROR ("unreachable-quorum",
      "Under {0} no quorum can be reached, however many voters there are.",
      N_("Lower the share, or say “at least” (>=) instead of “more than” (>).")),
  [CHARTER_AUDIT_UNREACHABLE_CATEGORY] =
    ERROR ("unreachable-quorum",
      "Under {0} at least {1} from “{2}” must take part, and there can be {3} of them "
      "among those who have a vote.",
      N_("Ask for fewer, or give more people from there a vote.")),
  [CHARTER_AUDIT_UNREACHABLE_ROLE] =
    ERROR ("unreachable-quorum",
      "Under {0} at least {1} holding the role “{2}” must take part, and no more than "
      "{3} can hold it at a time.",
      N_("Ask for {3}, or let many hold the role (“holder”: “many”).")),
  [CHARTER_AUDIT_UNREACHABLE_TEST] =
    ERROR ("contradiction",
      "Under {0} the test “{1}” can never hold: it needs {2}, and has {3} if everybody is "
      "in favour.",
      N_("Lower what the test asks for.")),
  [CHARTER_AUDIT_UNREACHABLE_TEST_EVER] =
    ERROR ("contradiction",
      "Under {0} the test “{1}” can never hold, however many voters there are and "
      "however they vote.",
      N_("Lower what the test asks for, or take it out.")),
  [CHARTER_AUDIT_CONTRADICTION] =
    ERROR ("contradiction",
      "Under {0} “{1}” and “{2}” can never both hold, so nothing is ever carried.",
      N_("Change one of the two; tests are conditions that must hold together.")),
  [CHARTER_AUDIT_CONTRADICTION_ALL] =
    ERROR ("contradiction",
      "Under {0} quorum and tests can never hold all together, so nothing is ever "
      "carried.",
      N_("Go through them one by one with the number of your voters, and loosen one.")),
  [CHARTER_AUDIT_DEADLOCK] =
    ERROR ("deadlock",
      "No rule of this charter can carry anything: nothing can be decided, not even a "
      "better charter.",
      N_("Put right at least one rule before anyone signs.")),
  [CHARTER_AUDIT_NO_RULES] =
    WARNING ("deadlock",
      "The charter has no rule to decide by: nothing can be decided under it, and no "
      "decision can stand behind a better version.",
      N_("Add a rule, and say which one changes the charter.")),
  [CHARTER_AUDIT_UNGUARDED] =
    WARNING ("unguarded-charter",
      "No rule of this charter amends it: whoever may make entries can adopt another version "
      "without a decision.",
      N_("Say “amends-charter”: true of the rule by which the charter is changed.")),
  [CHARTER_AUDIT_NO_VOTERS] =
    ERROR ("no-voters",
      "Under {0} nobody has a vote.",
      N_("Name voters whom the partnership has, or give somebody the role.")),
  [CHARTER_AUDIT_NEEDS_VOTERS] =
    NOTE ("needs-voters",
      "Under {0} something can be carried only once {1} have a vote.",
      N_("Found the partnership with so many, or start with a lower number.")),
  [CHARTER_AUDIT_TIE_NOBODY] =
    WARNING ("deadlock",
      "A tie under {0} is left to a casting vote, and the charter lets nobody chair: "
      "it stays a tie.",
      N_("List the act “chair” for a role, or let a tie end otherwise.")),
  [CHARTER_AUDIT_TIE_UNREACHED] =
    NOTE ("unreachable-tie",
      "Under {0} “{1}” settles every tie, so “{2}” after it is never asked.",
      N_("Take out what is never asked, or put it first.")),
  [CHARTER_AUDIT_EARLY] =
    WARNING ("early-close",
      "Under {0} voting can close while those who have not voted could still turn the "
      "result: with {1} voters, at {2} in favour and {3} against.",
      N_("Say “early”: {“on”: “safe”}, or ask for as many in favour as all who may vote "
       "would need.")),
  [CHARTER_AUDIT_MORE_HURTS] =
    WARNING ("more-votes-hurt",
      "Under {0} one more vote in favour can make it fail, by “{1}”.",
      N_("Ask for a least number, not for a greatest one, of those in favour.")),
  [CHARTER_AUDIT_MINORITY] =
    WARNING ("minority-carries",
      "Under {0} a minority carries: {1} of {2} in favour is enough against all the "
      "others.",
      N_("Ask for more than half of those who vote.")),
  [CHARTER_AUDIT_HALF] =
    WARNING ("minority-carries",
      "Under {0} half of the votes are enough against the other half: two decisions "
      "that exclude each other can both be carried.",
      N_("Say “more than” (>) one half.")),
  [CHARTER_AUDIT_CANNOT_EXPRESS] =
    WARNING ("cannot-express",
      "This version of the library cannot count under {0}: it has no meaning for {1}.",
      N_("Use another method, or wait for a version that knows it.")),
  [CHARTER_AUDIT_INQUORATE_AFTER] =
    NOTE ("inquorate-after",
      "Under {0} there is no quorum any more once {1} of {2} are missing.",
      N_("Nothing has to be done where that is meant.")),
  [CHARTER_AUDIT_INQUORATE_AT_ONCE] =
    WARNING ("inquorate-after",
      "Under {0} there is no quorum any more once one of these is missing: {1}.",
      N_("Lower the quorum by one, or name somebody who can stand in.")),
  [CHARTER_AUDIT_INQUORATE_SIZES] =
    NOTE ("inquorate-after",
      "How many may be missing under {0} before there is no quorum: {1}.",
      N_("Ask again with the number of your voters for an exact answer.")),
  [CHARTER_AUDIT_RECUSALS] =
    NOTE ("inquorate-after",
      "Under {0} nothing can be carried any more once {1} of {2} are kept out by a "
      "conflict (regime “{3}”).",
      N_("What is to be done then stands under “remedies” of the conflict policy.")),
  [CHARTER_AUDIT_RECUSALS_AT_ONCE] =
    WARNING ("inquorate-after",
      "Under {0} nothing can be carried any more once one of these is kept out by a "
      "conflict (regime “{3}”): {1}.",
      N_("Lower the quorum, name a substitute, or let the barred leave the base (regime "
       "“units-removed”).")),
  [CHARTER_AUDIT_RECUSAL_AGAINST] =
    WARNING ("recusal-counts-against",
      "Under {0} whoever is kept out by a conflict weighs like a vote against: “{1}” "
      "takes its share of {2}, and the regime {3} leaves them in.",
      N_("Take the share of for+against, or choose a regime under which the barred "
       "leave the base (“units-removed”).")),
  [CHARTER_AUDIT_NO_REMEDY] =
    WARNING ("no-remedy",
      "Conflicts can take the quorum from {0}, and the conflict policy names no way "
      "on.",
      N_("Add “remedies”, such as adjourn, substitute or dispensation.")),
  [CHARTER_AUDIT_POINT_ROLE] =
    WARNING ("single-point-of-failure",
      "Much hangs on one person at a time, the holder of “{0}”, for whom nobody "
      "stands in.",
      N_("Give somebody else the same act, or add a role that substitutes “{0}”.")),
  [CHARTER_AUDIT_POINT_ACT] =
    WARNING ("single-point-of-failure",
      "Only {0} may do this: {1}.",
      N_("Give a second person a role that may.")),
  [CHARTER_AUDIT_POINT_QUORUM] =
    WARNING ("single-point-of-failure",
      "Without {1} there is no quorum under {0}.",
      N_("Name a substitute, or lower the quorum.")),
  [CHARTER_AUDIT_POINT_SPEAKER] =
    NOTE ("single-point-of-failure",
      "A partner whose representative is away has no vote under {0}: no role stands "
      "in for the representative.",
      N_("Add a role with “substitutes”: “representative”.")),
  [CHARTER_AUDIT_NO_CASTER] =
    WARNING ("no-caster",
      "Under {0} nobody can cast the vote of {1}.",
      N_("Give somebody the role of representative for it.")),
  [CHARTER_AUDIT_LOCKOUT] =
    WARNING ("lockout",
      "Only the holder of “{0}” may make entries. When that person leaves, or the "
      "term ends, nobody may enter anything, not even a new holder.",
      N_("List the act “record” for a second role.")),
  [CHARTER_AUDIT_LOCKOUT_TERMS] =
    NOTE ("lockout",
      "Whoever may make entries does so by a role that ends by itself ({0}). If all "
      "terms run out before a new holder is entered, nobody may make entries any "
      "more.",
      N_("Give the roles at different times, enter new holders early, or let one of the "
       "roles have no term.")),
  [CHARTER_AUDIT_LOCKOUT_DATE] =
    WARNING ("lockout",
      "After {0} nobody may make entries, as things stand, not even enter a new "
      "holder: the last term of those who may ends then ({1}).",
      N_("Enter a new holder before that day.")),
  [CHARTER_AUDIT_LOCKOUT_DATE_FAR] =
    NOTE ("lockout",
      "After {0} nobody may make entries, as things stand, not even enter a new "
      "holder: the last term of those who may ends then ({1}).",
      N_("Enter a new holder before that day.")),
  [CHARTER_AUDIT_LOCKOUT_NOW] =
    ERROR ("lockout",
      "Nobody may make entries any more, and so nobody can enter a new holder: {0}.",
      N_("Only a charter in force that lists the act “record” differently can open the "
       "record again.")),
  [CHARTER_AUDIT_SELF_BARRED] =
    WARNING ("self-barred",
      "The role “{0}” permits {1} and bars it as well: a bar comes first, so no "
      "holder may do it.",
      N_("Take it out of “acts” or of “bars”.")),
  [CHARTER_AUDIT_SUBSTITUTE_CIRCLE] =
    WARNING ("substitute-circle",
      "Roles stand in for each other in a circle: {0}.",
      N_("Let one of them stand in for nobody.")),
  [CHARTER_AUDIT_NOBODY_MAY] =
    NOTE ("nobody-may",
      "The charter lists nobody for these acts, so nobody may do them: {0}.",
      N_("List each act that you need for a role.")),
  [CHARTER_AUDIT_NOBODY_MAY_NOW] =
    WARNING ("nobody-may",
      "At present nobody may do this: {0}.",
      N_("Give somebody a role that may, or lift what bars it.")),
  [CHARTER_AUDIT_NOBODY_CONCERNS] =
    WARNING ("nobody-may",
      "The charter speaks of concerns, and lists nobody for the act “{0}”: nobody may "
      "do it.",
      N_("List the act for a role that is not likely to be concerned itself.")),
  [CHARTER_AUDIT_AMOUNT] =
    NOTE ("amount-beyond-all",
      "Nobody may {0} beyond an amount of {1}.",
      N_("Add a permission without a limit, if larger matters are to be decided as "
       "well.")),
  [CHARTER_AUDIT_UNEVIDENCED] =
    WARNING ("unevidenced-clause",
      "Nothing can show whether clause “{0}” is lived: it has no checks, and nobody "
      "is asked about it.",
      N_("Give it checks, or ask the partners about it (“attest”).")),
  [CHARTER_AUDIT_UNEVIDENCED_SIGNS] =
    WARNING ("unevidenced-clause",
      "Clause “{0}” can never come out as upheld: all its checks are signs, which can "
      "only pull down.",
      N_("Let one of its checks be a proof, or ask the partners about it (“attest”).")),
  [CHARTER_AUDIT_NEEDS_PROGRAM] =
    NOTE ("needs-program",
      "Clauses can be judged only by a program that adds {0}.",
      N_("Make sure that whoever relies on the charter has that program.")),
  [CHARTER_AUDIT_UNUSED_ROLE] =
    NOTE ("unused",
      "The role “{0}” is a name only: it permits nothing, and no rule, permission, "
      "cycle or check names it.",
      N_("Nothing has to be done where it is there to say who does what; otherwise give "
       "it acts.")),
  [CHARTER_AUDIT_UNUSED_CONSTITUENCY] =
    NOTE ("unused",
      "The constituency “{0}” is a name only: no rule, permission or check names it.",
      N_("Ask for its voice in a rule or a check, or leave it out.")),
  [CHARTER_AUDIT_SAME_RULE] =
    NOTE ("same-rule",
      "The rules {0} ask for the same in every respect.",
      N_("Keep one of them, or let them differ.")),
  [CHARTER_AUDIT_CYCLE_OVERLAP] =
    WARNING ("cycle-overlap",
      "The cycle “{0}” comes round every {1}, and its {2} is {3}: one turn runs into "
      "the next.",
      N_("Make it shorter than the time between two turns.")),
  [CHARTER_AUDIT_NO_TIME] =
    ERROR ("no-time",
      "Under {0} voting closes as it opens, unless the opening names another end.",
      N_("Give “open” a length.")),
  [CHARTER_AUDIT_REVIEW_EARLY] =
    WARNING ("time-order",
      "Under {0} a decision is looked at again after {1}, before its standstill of "
      "{2} is over.",
      N_("Let the review come after the standstill.")),
  [CHARTER_AUDIT_PUBLISHED_TAIL] =
    NOTE ("time-order",
      "An interest bars for {0} after it ended, and is out of the published register "
      "after {1}: it bars without being shown.",
      N_("Publish it at least as long as it bars.")),
  [CHARTER_AUDIT_DECLARE_LATE] =
    NOTE ("time-order",
      "Interests are confirmed every {0}, and may be declared within {1}: a new one "
      "can be confirmed before it is declared.",
      N_("Shorten the time for declaring.")),
  [CHARTER_AUDIT_DICTATOR] =
    WARNING ("dictator",
      "Under {0} {1} alone decides: what {1} wants is carried, and nothing else.",
      N_("Lower that weight, or ask for more than one in favour (“by”: “heads”).")),
  [CHARTER_AUDIT_VETO] =
    WARNING ("veto-player",
      "Under {0} nothing can be carried against {1}, alone.",
      N_("Where nobody is meant to have a veto, lower the threshold or even out the "
       "weights.")),
  [CHARTER_AUDIT_VETO_STATED] =
    NOTE ("veto-player",
      "Under {0} {1} can block alone, as the test “{2}” says.",
      N_("Nothing has to be done where that is meant.")),
  [CHARTER_AUDIT_VETO_ALL] =
    NOTE ("veto-player",
      "Under {0} everybody can block: nothing is carried unless all {1} are in "
      "favour.",
      N_("Where that is not meant, lower the threshold.")),
  [CHARTER_AUDIT_DUMMY] =
    WARNING ("dummy",
      "Under {0} the vote of {1} can never decide anything.",
      N_("Change weights or threshold so that it can, or tell them before they sign.")),
  [CHARTER_AUDIT_UNEQUAL] =
    WARNING ("unequal-power",
      "Under {0} power is not equal, though weights are: the vote of {1} decides {2} "
      "of the orders, that of {3} decides {4}.",
      N_("Look whether the tests by constituency are meant to do that.")),
  [CHARTER_AUDIT_UNEQUAL_WEIGHTS] =
    NOTE ("unequal-power",
      "Under {0} power is not equal: the vote of {1} decides {2} of the orders, that "
      "of {3} decides {4}.",
      N_("Nothing has to be done where that is meant; power does not go as weight does.")),
  [CHARTER_AUDIT_UNEQUAL_GROUPS] =
    NOTE ("unequal-power",
      "Under {0} constituencies have unequal power: {1}.",
      N_("A test by constituency (a double majority) evens it out where that is meant.")),
  [CHARTER_AUDIT_POWER_TOO_LARGE] =
    NOTE ("power-not-computed",
      "Power under {0} is not worked out: {1} voters with these weights make too many "
      "coalitions to go through exactly.",
      N_("It is worked out for 60 voters whose weights add up to a million, and for 24 "
       "of any weights.")),
  [CHARTER_AUDIT_OVERFLOW] =
    ERROR ("overflow",
      "Under {0} weights add up to more than can be counted.",
      N_("Divide all weights by the same number.")),
  [CHARTER_AUDIT_ADDED] =
    NOTE ("added",
      "New: {0}.",
      ""),
  [CHARTER_AUDIT_ADDED_RULE] =
    NOTE ("added",
      "New: {0}. {1}.",
      N_("Ask what it means for your voters: charter audit --voters.")),
  [CHARTER_AUDIT_DROPPED] =
    NOTE ("dropped",
      "Dropped: {0}.",
      ""),
  [CHARTER_AUDIT_DROPPED_ROLE] =
    WARNING ("dropped",
      "Dropped: {0}. Whoever holds the role ends with it, when the new version comes "
      "into force.",
      N_("Make sure that somebody else may do what its holders did.")),
  [CHARTER_AUDIT_DROPPED_RULE] =
    WARNING ("dropped",
      "Dropped: {0}. Open decisions stay under it; nothing new can be proposed under "
      "it.",
      N_("Say under which rule such matters are decided from now on.")),
  [CHARTER_AUDIT_DROPPED_CLAUSE] =
    WARNING ("dropped",
      "Dropped: {0}. What was due because of it stays due; later obligations fall "
      "away.",
      N_("Make sure that everybody who signed it knows.")),
  [CHARTER_AUDIT_DROPPED_CYCLE] =
    WARNING ("dropped",
      "Dropped: {0}. A review that is due stays due; later ones fall away.",
      N_("Make sure that somebody else looks at it.")),
  [CHARTER_AUDIT_CHANGED] =
    NOTE ("changed",
      "Changed: {0}, {1}: {2} before, {3} now.",
      ""),
  [CHARTER_AUDIT_CHANGED_TEXT] =
    NOTE ("changed",
      "Changed: the text of {0}.",
      N_("Read both versions; who signed the older one has not agreed to this one.")),
};

#define ROW(code, text) { code, N_(text) }

const CharterReasonType charter_audit_arithmetic[CHARTER_N_AUDIT_ARITHMETICS] = {
  [CHARTER_AUDIT_ARITHMETIC_ABSENCE] =
    ROW ("absence",
      "With {0} missing, the quorum has {1} of the {2} that it needs."),
  [CHARTER_AUDIT_ARITHMETIC_RECUSED] =
    ROW ("recused",
      "With {0} kept out, {1} of {2} can still vote, and “{3}” does not hold: it "
      "has {4} and needs {5}."),
  [CHARTER_AUDIT_ARITHMETIC_RECUSED_LEFT] =
    ROW ("recused",
      "With {0} kept out, {1} of {2} can still vote, and “{3}” does not hold."),
  [CHARTER_AUDIT_ARITHMETIC_EXAMPLE] =
    ROW ("example",
      "Of {0} voters, with {1} kept out and all others in favour, “{2}” has {3} of "
      "{4}."),
  [CHARTER_AUDIT_ARITHMETIC_HANGS_TIE] =
    ROW ("hangs-on",
      "Settles ties under {0}."),
  [CHARTER_AUDIT_ARITHMETIC_HANGS_DECIDES] =
    ROW ("hangs-on",
      "Decides alone under {0}."),
  [CHARTER_AUDIT_ARITHMETIC_HANGS_QUORUM] =
    ROW ("hangs-on",
      "Has to take part for a quorum under {0}."),
  [CHARTER_AUDIT_ARITHMETIC_HANGS_ACT] =
    ROW ("hangs-on",
      "Nobody else may {0}."),
  [CHARTER_AUDIT_ARITHMETIC_POWER] =
    ROW ("power",
      "{0}, weight {1}: decides in {2} of the orders (Shapley and Shubik), and has "
      "{3} of all swings (Banzhaf)."),
  [CHARTER_AUDIT_ARITHMETIC_GROUP] =
    ROW ("power",
      "“{0}”: {1} of {2} voters, {3} of the power."),
  [CHARTER_AUDIT_ARITHMETIC_SPEAKS] =
    ROW ("speaks-alone",
      "{0} alone can cast for {1}."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_MORE_TAKE_PART] =
    ROW ("means",
      "More must take part than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_FEWER_TAKE_PART] =
    ROW ("means",
      "Fewer need take part than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_HARDER] =
    ROW ("means",
      "It is harder to carry something than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_EASIER] =
    ROW ("means",
      "It is easier to carry something than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_MORE_NEEDED] =
    ROW ("means",
      "More are needed than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_FEWER_NEEDED] =
    ROW ("means",
      "Fewer are needed than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_MORE_ALLOWED] =
    ROW ("means",
      "More are allowed than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_FEWER_ALLOWED] =
    ROW ("means",
      "Fewer are allowed than before."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_MORE_LEFT] =
    ROW ("means",
      "More must be left when some are kept out."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_FEWER_LEFT] =
    ROW ("means",
      "Fewer need be left when some are kept out."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_MORE_DISTANT] =
    ROW ("means",
      "More distant connections are conflicts now."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_LESS_DISTANT] =
    ROW ("means",
      "Distant connections are conflicts no more."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_FURTHER] =
    ROW ("means",
      "The permission reaches further."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_LESS_FAR] =
    ROW ("means",
      "The permission does not reach as far."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_NOT_ENOUGH] =
    ROW ("means",
      "What was just enough is enough no more."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_JUST_ENOUGH] =
    ROW ("means",
      "Just reaching it is enough now."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_LEAVES] =
    ROW ("means",
      "Whoever is kept out leaves the bases now."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_STAYS] =
    ROW ("means",
      "Whoever is kept out stays in the bases, and weighs there."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_PRESENT] =
    ROW ("means",
      "Whoever is kept out is counted as present all the same."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_SEALED] =
    ROW ("means",
      "Choices are sealed now."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_IN_OPEN] =
    ROW ("means",
      "Choices are in the open now."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_ONE_HOLDER] =
    ROW ("means",
      "One person at a time can hold the role now."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_MANY_HOLDERS] =
    ROW ("means",
      "Several persons can hold the role now."),
  [CHARTER_AUDIT_ARITHMETIC_MEANS_ASSENTS] =
    ROW ("means",
      "Whoever says nothing agrees now."),
};
