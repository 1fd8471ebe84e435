/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const char *const choice_values[] = {
  "for", "against", "abstain", "object", "stand-aside", NULL
};

static const char *const basis_values[] = {
  "lived", "learned", NULL
};

static const char *const taken_values[] = {
  "full", "part", "no", NULL
};

static const char *const result_values[] = {
  "carried", "not-carried", "no-quorum", "blocked", "indeterminate", "cannot-express", NULL
};

static const char *const compare_values[] = {
  ">", ">=", "<", "<=", NULL
};

static const CharterRow option_rows[] = {
  { "against", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "Points against the option." },
  { "for", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "Points for the option." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED,
    .meaning = "Id of the option within its decision." },
  { "left-out", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "Why the option is named but not offered." },
  { "made-for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person for whom the option was made." },
  { "of", CHARTER_TYPE_CODE, 0,
    .meaning = "Affiliation that a rule may cap, such as the partner a candidate comes from." },
  { "person", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The candidate, where the option is a person." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "The option in words." },
};

static const CharterShape option_shape = {
  "decision.option", CHARTER_ROWS (option_rows),
  "One of the options that a decision is between.",
};

static const CharterRow effect_rows[] = {
  { "effect", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "What it means for the person there." },
  { "step", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The step of the pathway." },
};

static const CharterShape effect_shape = {
  "decision-proposed.effect", CHARTER_ROWS (effect_rows),
  "What a proposal means for the person at one step of a pathway.",
};

static const CharterRow taken_rows[] = {
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The one who gave the view." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "Why it was taken so." },
  { "taken", CHARTER_TYPE_ENUM, CHARTER_ROW_REQUIRED,
    .values = taken_values,
    .meaning = "Whether it was taken in full, in part or not at all." },
};

static const CharterShape taken_shape = {
  "decision-published.view", CHARTER_ROWS (taken_rows),
  "How one view was taken into account.",
};

static const CharterRow counts_rows[] = {
  { "abstain", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Abstentions." },
  { "against", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Votes against." },
  { "for", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Votes in favour." },
  { "invalid", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Ballots that could not be counted." },
  { "object", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Objections." },
  { "silent", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Voting units that said nothing." },
  { "stand-aside", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Those who stood aside." },
};

static const CharterShape counts_shape = {
  "decision-closed.counts", CHARTER_ROWS (counts_rows),
  "What was counted.",
};

static const CharterRow quorum_requires_rows[] = {
  { "constituency", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_CONSTITUENCY,
    .meaning = "The constituency that had to be there." },
  { "counted", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many of it were counted." },
  { "holds", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_REQUIRED,
    .meaning = "True where enough were there." },
  { "needed", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many of it were needed." },
  { "role", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ROLE,
    .meaning = "The role that had to be there." },
};

static const CharterShape quorum_requires_shape = {
  "decision-closed.requires", CHARTER_ROWS (quorum_requires_rows),
  "One category that had to be there.",
  .alternatives = "constituency|role",
};

static const CharterRow quorum_rows[] = {
  { "base", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What the quorum is taken of." },
  { "base-count", CHARTER_TYPE_AMOUNT, 0,
    .meaning = "How many the base came to." },
  { "counted", CHARTER_TYPE_AMOUNT, CHARTER_ROW_REQUIRED,
    .meaning = "How many were counted towards the quorum." },
  { "holds", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_REQUIRED,
    .meaning = "True where the quorum was reached." },
  { "needed", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "The smallest number that reaches it." },
  { "requires", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &quorum_requires_shape,
    .meaning = "The categories that had to be there." },
};

static const CharterShape quorum_shape = {
  "decision-closed.quorum", CHARTER_ROWS (quorum_rows),
  "How the quorum came out.",
};

static const CharterRow test_rows[] = {
  { "compare", CHARTER_TYPE_ENUM, 0,
    .values = compare_values,
    .meaning = "How the two sides are compared." },
  { "constituency", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_CONSTITUENCY,
    .meaning = "The constituency the test is narrowed to." },
  { "holds", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_REQUIRED,
    .meaning = "True where the test held." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED,
    .meaning = "Id of the test in the rule." },
  { "left", CHARTER_TYPE_AMOUNT, 0,
    .meaning = "What was counted." },
  { "option", CHARTER_TYPE_NAME, 0,
    .meaning = "The option that was tested." },
  { "right", CHARTER_TYPE_AMOUNT, 0,
    .meaning = "The exact threshold it was compared with." },
};

static const CharterShape test_shape = {
  "decision-closed.test", CHARTER_ROWS (test_rows),
  "How one pass test came out.",
};

static const CharterRow margin_rows[] = {
  { "at-least", CHARTER_TYPE_AMOUNT, 0,
    .meaning = "At least so many ballots would have had to change." },
  { "at-most", CHARTER_TYPE_AMOUNT, 0,
    .meaning = "So many ballots are enough." },
  { "change", CHARTER_TYPE_TEXT, 0,
    .meaning = "The change that would have done it." },
};

static const CharterShape margin_shape = {
  "decision-closed.margin", CHARTER_ROWS (margin_rows),
  "The smallest change of ballots that would have turned the result.",
};

static const CharterRow decision_proposed_rows[] = {
  { "about", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_PARTY,
    .meaning = "Parties that the matter concerns; conflicts of interest are looked for here." },
  { "adopts", CHARTER_TYPE_DIGEST, 0,
    .meaning = "SHA-256 of the charter that would be adopted, in canonical form." },
  { "affects", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those who will be affected." },
  { "amount", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .meaning = "Amount of money at stake, in minor units." },
  { "approach", CHARTER_TYPE_CODE, 0,
    .meaning = "Whether the way of working is kept, adapted or new." },
  { "area", CHARTER_TYPE_CODE, 0,
    .meaning = "Area of work it belongs to." },
  { "benefit", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What good it will do, and how that will be seen." },
  { "benefits", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those who will gain." },
  { "bundle", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_DECISION,
    .meaning = "Decisions put as one motion; those a voter is conflicted on are taken out." },
  { "centre", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person a plan is for; never a ground for a bar." },
  { "decide-by", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which it is to be decided." },
  { "decide-where", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Where it is to be decided, such as a meeting." },
  { "decider", CHARTER_TYPE_CODE, 0,
    .meaning = "Who decides: a person, a partner, a role or a body." },
  { "dispenses", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_PERSON,
    .meaning = "Persons whom it would free from a bar." },
  { "effects", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &effect_shape,
    .meaning = "What it means for the person at each step of a pathway." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the proposer speaks." },
  { "ground", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Why the person at the centre does not decide, such as legal compulsion." },
  { "horizon", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How far ahead it looks, such as short or long." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the decision." },
  { "meeting", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_MEETING,
    .meaning = "The meeting at which it is taken." },
  { "options", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &option_shape,
    .meaning = "The options it is between." },
  { "place", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Place it is about." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that this one supersedes once it is carried." },
  { "responds-to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What the proposal responds to." },
  { "review-by", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which the decision is to be looked at again." },
  { "routine", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True for a routine matter." },
  { "rule", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_RULE,
    .meaning = "The decision rule of the charter that it is taken by." },
  { "serves", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "Clauses, goals and preferences that it serves." },
  { "size", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How big the matter is, such as big or small." },
  { "stage", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Stage of the work, such as design, development or evaluation." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Wording of the proposal." },
  { "title", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_PRIVATE |
    CHARTER_ROW_CORRECTABLE,
    .meaning = "Short name of the matter." },
  { "uncertainty", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What is not known yet." },
  { "values", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_ANY,
    .meaning = "Values that the proposal rests on." },
  { "with", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_UNIT,
    .meaning = "Those with whom it was made." },
};

const CharterKind charter_kind_decision_proposed = {
  .data = { "decision-proposed", CHARTER_ROWS (decision_proposed_rows),
            "Something is put to the partnership for decision." },
  .act = "propose",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow decision_amended_rows[] = {
  { "adopts", CHARTER_TYPE_DIGEST, 0,
    .meaning = "SHA-256 of the charter that would be adopted from now on." },
  { "approach", CHARTER_TYPE_CODE, 0,
    .meaning = "Whether the way of working is kept, adapted or new." },
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is changed." },
  { "options", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &option_shape,
    .meaning = "The options it is between from now on." },
  { "responds-to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What the change responds to." },
  { "rule", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_RULE,
    .meaning = "The decision rule it is taken by from now on." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Wording of the proposal from now on." },
};

const CharterKind charter_kind_decision_amended = {
  .data = { "decision-amended", CHARTER_ROWS (decision_amended_rows),
            "A proposal is changed before it is voted on." },
  .act = "propose",
};

static const CharterRow decision_seconded_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is seconded." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the person seconds, where there are several." },
  { "option", CHARTER_TYPE_NAME, 0,
    .meaning = "The option that is seconded." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person who seconds it." },
};

const CharterKind charter_kind_decision_seconded = {
  .data = { "decision-seconded", CHARTER_ROWS (decision_seconded_rows),
            "A person supports that a proposal, or one of its options, is dealt with." },
  .act = "propose",
};

static const CharterRow decision_opened_rows[] = {
  { "charter", CHARTER_TYPE_DIGEST, CHARTER_ROW_ASSIGNED,
    .meaning = "SHA-256 of the charter version under which it is judged." },
  { "closes", CHARTER_TYPE_INSTANT, CHARTER_ROW_CORRECTABLE,
    .meaning = "When voting closes; the rule's own period where not given." },
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is opened." },
};

const CharterKind charter_kind_decision_opened = {
  .data = { "decision-opened", CHARTER_ROWS (decision_opened_rows),
            "Voting on a decision opens, and the charter version in force is pinned." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow view_sought_rows[] = {
  { "about", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_AUDIENCE,
    .meaning = "The partner, person or group that the question is about." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision on which a view is sought." },
  { "event", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "What happened that makes it time to ask." },
  { "manner", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How the person was asked, such as in writing or in person." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The one who is asked." },
  { "question", CHARTER_TYPE_CODE, 0,
    .meaning = "The attestation question, or another question, that is put." },
  { "round", CHARTER_TYPE_CODE, 0,
    .meaning = "The round of asking that it belongs to." },
};

const CharterKind charter_kind_view_sought = {
  .data = { "view-sought", CHARTER_ROWS (view_sought_rows),
            "Somebody is asked for a view on a decision or a question.",
            .alternatives = "decision|question" },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow view_given_rows[] = {
  { "basis", CHARTER_TYPE_ENUM, CHARTER_ROW_ONE_OR_LIST,
    .values = basis_values,
    .meaning = "Whether the view comes from living the matter, from studying it, or both." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision on which the view is given." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the person speaks." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER,
    CHARTER_REFERS_PERSON,
    .meaning = "The person whose view it is." },
  { "position", CHARTER_TYPE_CODE, 0,
    .meaning = "Where the person stands: a choice as on a ballot, an option, or pass." },
  { "question", CHARTER_TYPE_CODE, 0,
    .meaning = "The question on which the view is given." },
  { "stage", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Stage of the work at which it is given." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The view in words." },
};

const CharterKind charter_kind_view_given = {
  .data = { "view-given", CHARTER_ROWS (view_given_rows),
            "Somebody gives a view on a decision or a question.",
            .alternatives = "decision|question" },
  .act = "discuss",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow objection_raised_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is objected to." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the person speaks." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the objection." },
  { "option", CHARTER_TYPE_NAME, 0,
    .meaning = "The option that is objected to." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER,
    CHARTER_REFERS_PERSON,
    .meaning = "The person who objects." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_PRIVATE |
    CHARTER_ROW_CORRECTABLE,
    .meaning = "Why the person objects." },
};

const CharterKind charter_kind_objection_raised = {
  .data = { "objection-raised", CHARTER_ROWS (objection_raised_rows),
            "Somebody objects to a decision, with a reason." },
  .act = "discuss",
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_COUNTS,
};

static const CharterRow objection_answered_rows[] = {
  { "objection", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_OBJECTION,
    .meaning = "The objection that is answered." },
  { "standing", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_REQUIRED,
    .meaning = "True where the objection still stands." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The answer in words." },
};

const CharterKind charter_kind_objection_answered = {
  .data = { "objection-answered", CHARTER_ROWS (objection_answered_rows),
            "An objection is answered." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow ballot_cast_rows[] = {
  { "approves", CHARTER_TYPE_NAME, CHARTER_ROW_LIST | CHARTER_ROW_SEALED_IF_SECRET,
    .meaning = "The options that are approved of." },
  { "choice", CHARTER_TYPE_ENUM, CHARTER_ROW_SEALED_IF_SECRET,
    .values = choice_values,
    .meaning = "The choice, where the decision is put as one question." },
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is voted on." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the voter votes." },
  { "ranking", CHARTER_TYPE_NAME, CHARTER_ROW_LIST | CHARTER_ROW_ONE_OR_LIST |
    CHARTER_ROW_SEALED_IF_SECRET,
    .meaning = "The options, best first; options ranked alike stand in a list of their own." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED_IF_SECRET,
    .meaning = "Why the voter votes so." },
  { "scores", CHARTER_TYPE_MAP, CHARTER_ROW_SEALED_IF_SECRET,
    .item = CHARTER_TYPE_INTEGER,
    .meaning = "A score for each option." },
  { "voter", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER, CHARTER_REFERS_UNIT,
    .meaning = "The one who votes." },
};

const CharterKind charter_kind_ballot_cast = {
  .data = { "ballot-cast", CHARTER_ROWS (ballot_cast_rows),
            "A voting unit casts its ballot.",
            .alternatives = "choice|ranking|approves|scores" },
  .act = "vote",
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_COUNTS,
};

static const CharterRow ballot_withdrawn_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that was voted on." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the voter voted." },
  { "voter", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER, CHARTER_REFERS_UNIT,
    .meaning = "The one who voted." },
};

const CharterKind charter_kind_ballot_withdrawn = {
  .data = { "ballot-withdrawn", CHARTER_ROWS (ballot_withdrawn_rows),
            "A voting unit takes its ballot back." },
  .act = "vote",
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_COUNTS,
};

static const CharterRow option_counts_rows[] = {
  { "against", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Votes that put it under the default option." },
  { "first", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Votes with it alone at the top." },
  { "for", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Votes that put it over the default option, or name it where there is none." },
  { "score", CHARTER_TYPE_FRACTION, 0,
    .meaning = "What it came to, where the method adds up." },
};

static const CharterShape option_counts_shape = {
  "decision-closed.option-counts", CHARTER_ROWS (option_counts_rows),
  "What was counted for one option.",
};

static const CharterRow option_quorum_rows[] = {
  { "counted", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many were counted towards the quorum of the option." },
  { "holds", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_REQUIRED,
    .meaning = "True where it was reached." },
  { "needed", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "The smallest number that reaches it." },
};

static const CharterShape option_quorum_shape = {
  "decision-closed.option-quorum", CHARTER_ROWS (option_quorum_rows),
  "How the quorum of one option came out.",
};

static const CharterRow option_result_rows[] = {
  { "counts", CHARTER_TYPE_OBJECT, 0,
    .shape = &option_counts_shape,
    .meaning = "What was counted for it." },
  { "dropped", CHARTER_TYPE_NAME, 0,
    .meaning = "Why it was dropped before the count: quorum, the id of a test, or not-seconded." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED,
    .meaning = "Id of the option." },
  { "quorum", CHARTER_TYPE_OBJECT, 0,
    .shape = &option_quorum_shape,
    .meaning = "How its quorum came out." },
};

static const CharterShape option_result_shape = {
  "decision-closed.option", CHARTER_ROWS (option_result_rows),
  "How one option came out.",
};

static const CharterRow tie_rows[] = {
  { "ballots", CHARTER_TYPE_DIGEST, 0,
    .meaning = "Of a lot: SHA-256 over the ballots as they are recorded." },
  { "charter", CHARTER_TYPE_CODE, 0,
    .meaning = "Of a lot: the id of the charter." },
  { "decision", CHARTER_TYPE_NAME, 0,
    .meaning = "Of a lot: the id of the decision." },
  { "left", CHARTER_TYPE_NAME, CHARTER_ROW_LIST,
    .meaning = "The options for which it went on, or that the step chose." },
  { "order", CHARTER_TYPE_NAME, CHARTER_ROW_LIST,
    .meaning = "Of a lot: the options in the order drawn." },
  { "person", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person whose ballot or casting vote settled it." },
  { "seed", CHARTER_TYPE_DIGEST, 0,
    .meaning = "Of a lot: what the order was drawn from, worked out from the other three." },
  { "step", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The step of the rule's chain." },
  { "tied", CHARTER_TYPE_NAME, CHARTER_ROW_LIST,
    .meaning = "The options that were level." },
};

static const CharterShape tie_shape = {
  "decision-closed.tie", CHARTER_ROWS (tie_rows),
  "One step by which a tie was settled.",
};

static const CharterRow decision_closed_rows[] = {
  { "counts", CHARTER_TYPE_OBJECT, CHARTER_ROW_ASSIGNED,
    .shape = &counts_shape,
    .meaning = "What was counted." },
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is closed." },
  { "digest", CHARTER_TYPE_DIGEST, CHARTER_ROW_REQUIRED | CHARTER_ROW_ASSIGNED,
    .meaning = "SHA-256 of the RFC 8785 form of the other members that the gate assigned." },
  { "margin", CHARTER_TYPE_OBJECT, CHARTER_ROW_ASSIGNED,
    .shape = &margin_shape,
    .meaning = "How near the result was to another one." },
  { "mode", CHARTER_TYPE_TEXT, CHARTER_ROW_ASSIGNED,
    .meaning = "Base, counting and comparison in one line." },
  { "options", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST | CHARTER_ROW_ASSIGNED,
    .shape = &option_result_shape,
    .meaning = "How each option came out." },
  { "quorate", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_ASSIGNED,
    .meaning = "True where the quorum was reached." },
  { "quorum", CHARTER_TYPE_OBJECT, CHARTER_ROW_ASSIGNED,
    .shape = &quorum_shape,
    .meaning = "How the quorum came out." },
  { "ranking", CHARTER_TYPE_NAME, CHARTER_ROW_LIST | CHARTER_ROW_ONE_OR_LIST |
    CHARTER_ROW_ASSIGNED,
    .meaning = "The options in order, best first; tied ones stand in a list of their own." },
  { "result", CHARTER_TYPE_ENUM, CHARTER_ROW_REQUIRED | CHARTER_ROW_ASSIGNED,
    .values = result_values,
    .meaning = "What was decided." },
  { "tests", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST | CHARTER_ROW_ASSIGNED,
    .shape = &test_shape,
    .meaning = "How each pass test came out." },
  { "ties", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST | CHARTER_ROW_ASSIGNED,
    .shape = &tie_shape,
    .meaning = "The steps by which ties were settled, in turn." },
  { "vacancies", CHARTER_TYPE_INTEGER, CHARTER_ROW_ASSIGNED,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Seats that nobody fills." },
  { "winners", CHARTER_TYPE_NAME, CHARTER_ROW_LIST | CHARTER_ROW_ASSIGNED,
    .meaning = "The options that won." },
};

const CharterKind charter_kind_decision_closed = {
  .data = { "decision-closed", CHARTER_ROWS (decision_closed_rows),
            "Voting is over, and the result is fixed as it was counted." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow consensus_called_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision on which there is consensus." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person who calls it." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What the call rests on." },
};

const CharterKind charter_kind_consensus_called = {
  .data = { "consensus-called", CHARTER_ROWS (consensus_called_rows),
            "Somebody in the chair says that there is consensus." },
  .act = "chair",
};

static const CharterRow casting_vote_given_rows[] = {
  { "choice", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED,
    .meaning = "The choice or the option that the casting vote goes to." },
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that was tied." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person who gives the casting vote." },
};

const CharterKind charter_kind_casting_vote_given = {
  .data = { "casting-vote-given", CHARTER_ROWS (casting_vote_given_rows),
            "A tie is settled by a casting vote." },
  .act = "chair",
};

static const CharterRow decision_published_rows[] = {
  { "covers", CHARTER_TYPE_CODE, CHARTER_ROW_ONE_OR_LIST,
    .meaning = "What the publication shows, such as reasons and counts." },
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is published." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it was decided so." },
  { "serves", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "Clauses and values that the decision serves." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those to whom it is made known." },
  { "views", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &taken_shape,
    .meaning = "How each view was taken into account." },
  { "where", CHARTER_TYPE_TEXT, CHARTER_ROW_CORRECTABLE,
    .meaning = "Where it is published." },
};

const CharterKind charter_kind_decision_published = {
  .data = { "decision-published", CHARTER_ROWS (decision_published_rows),
            "The outcome of a decision is made known." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow decision_withdrawn_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is taken back." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it is taken back." },
  { "views", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &taken_shape,
    .meaning = "How each view was taken into account." },
  { "where", CHARTER_TYPE_TEXT, CHARTER_ROW_CORRECTABLE,
    .meaning = "Where this is made known." },
};

const CharterKind charter_kind_decision_withdrawn = {
  .data = { "decision-withdrawn", CHARTER_ROWS (decision_withdrawn_rows),
            "A proposal is taken back before it is decided." },
  .act = "propose",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow decision_enacted_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that takes effect." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "How it was put into effect." },
  { "views", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &taken_shape,
    .meaning = "How each view was taken into account." },
  { "where", CHARTER_TYPE_TEXT, CHARTER_ROW_CORRECTABLE,
    .meaning = "Where this is made known." },
};

const CharterKind charter_kind_decision_enacted = {
  .data = { "decision-enacted", CHARTER_ROWS (decision_enacted_rows),
            "A decision takes effect." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow decision_reopened_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is taken up again." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it is taken up again." },
  { "views", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &taken_shape,
    .meaning = "How each view was taken into account." },
  { "where", CHARTER_TYPE_TEXT, CHARTER_ROW_CORRECTABLE,
    .meaning = "Where this is made known." },
};

const CharterKind charter_kind_decision_reopened = {
  .data = { "decision-reopened", CHARTER_ROWS (decision_reopened_rows),
            "A closed decision is taken up again." },
};
