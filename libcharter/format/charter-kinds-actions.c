/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const CharterRow refused_rows[] = {
  { "ground", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The ground on which it is refused." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "Why it is refused." },
};

static const CharterShape refused_shape = {
  "support-given.refused", CHARTER_ROWS (refused_rows),
  "A refusal of support.",
};

static const CharterRow objective_agreed_rows[] = {
  { "baseline", CHARTER_TYPE_FRACTION, CHARTER_ROW_CORRECTABLE,
    .meaning = "Value of the measure at the start." },
  { "centre", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person whose life it is about." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision it follows from." },
  { "due", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which the target is to be reached." },
  { "for", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those for whom it is to be reached." },
  { "horizon", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How far ahead it looks, such as short or long." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the objective." },
  { "measure", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "What is measured." },
  { "owner", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who answers for it." },
  { "place", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Place it is about." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_OBJECTIVE,
    .meaning = "The objective that this one replaces." },
  { "reports", CHARTER_TYPE_DATE, CHARTER_ROW_LIST | CHARTER_ROW_CORRECTABLE,
    .meaning = "Dates on which it is to be reported on." },
  { "serves", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "Clauses that it serves." },
  { "target", CHARTER_TYPE_FRACTION, CHARTER_ROW_CORRECTABLE,
    .meaning = "Value of the measure that is to be reached." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The objective in words." },
  { "what", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What sort of objective it is, such as delivery or transformation." },
};

const CharterKind charter_kind_objective_agreed = {
  .data = { "objective-agreed", CHARTER_ROWS (objective_agreed_rows),
            "The partnership agrees on something to be reached." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow action_agreed_rows[] = {
  { "approach", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Whether the way of working is kept, adapted or new." },
  { "area", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Area of work it belongs to." },
  { "centre", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person whose life it is about." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision it follows from." },
  { "done-when", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "How it will be seen that it is done." },
  { "due", CHARTER_TYPE_DATE, CHARTER_ROW_REQUIRED | CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which it is to be done." },
  { "effort", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How much work it is; 1 where not given." },
  { "for", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What it is for: objectives, needs, goals, partners, clauses." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the action." },
  { "line-manager", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person to whom the owner answers inside the owner's own organisation." },
  { "needs-permission", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the owner needs authority handed over to do it." },
  { "owner", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The one who answers for it." },
  { "promised-to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_UNIT,
    .meaning = "Those to whom it was promised." },
  { "responds-to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What the action responds to." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The action in words." },
  { "with", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_UNIT,
    .meaning = "Those who do it together with the owner." },
};

const CharterKind charter_kind_action_agreed = {
  .data = { "action-agreed", CHARTER_ROWS (action_agreed_rows),
            "Somebody is to do something by a date." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow action_progressed_rows[] = {
  { "action", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ACTION,
    .meaning = "The action." },
  { "due", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which it is to be done from now on." },
  { "ground", CHARTER_TYPE_CODE, 0,
    .meaning = "Why it is taken from its owner." },
  { "line-manager", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person to whom the owner answers inside the owner's own organisation from "
               "now on." },
  { "note", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "How it is going." },
  { "owner", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who answers for it from now on." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it is changed." },
  { "view-sought", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ENTRY,
    .meaning = "The entry by which the owner's view was sought first." },
};

const CharterKind charter_kind_action_progressed = {
  .data = { "action-progressed", CHARTER_ROWS (action_progressed_rows),
            "Something is told about an action that is under way." },
  .act = "report",
};

static const CharterRow action_done_rows[] = {
  { "action", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ACTION,
    .meaning = "The action." },
  { "learning", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What was learned from it." },
  { "note", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What was done." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it came out so." },
};

const CharterKind charter_kind_action_done = {
  .data = { "action-done", CHARTER_ROWS (action_done_rows),
            "An action is done." },
  .act = "report",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow action_dropped_rows[] = {
  { "action", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ACTION,
    .meaning = "The action." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision by which it was dropped." },
  { "ground", CHARTER_TYPE_CODE, 0,
    .meaning = "Why it is taken from its owner." },
  { "note", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What was done of it." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it is dropped." },
  { "view-sought", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ENTRY,
    .meaning = "The entry by which the owner's view was sought first." },
};

const CharterKind charter_kind_action_dropped = {
  .data = { "action-dropped", CHARTER_ROWS (action_dropped_rows),
            "An action will not be done." },
};

static const CharterRow resource_pledged_rows[] = {
  { "amount", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How much is promised, in the unit given." },
  { "for", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What it is promised for, such as an objective." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the pledge." },
  { "partner", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTNER,
    .meaning = "The partner that promises." },
  { "unit", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Unit that the amount is counted in, such as hours or pence." },
  { "use", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "What sort of use it is set aside for, such as with-people or within-team." },
  { "what", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What is promised, such as money, hours or rooms." },
  { "worth", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Worth of the whole in minor units of money." },
};

const CharterKind charter_kind_resource_pledged = {
  .data = { "resource-pledged", CHARTER_ROWS (resource_pledged_rows),
            "A partner promises to put something in." },
  .act = "contribute",
};

static const CharterRow resource_used_rows[] = {
  { "amount", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How much is used, in the unit given." },
  { "outcome", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_THING,
    .meaning = "The reported outcome or the objective that it was used for." },
  { "resource", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_RESOURCE,
    .meaning = "The pledge that is used." },
  { "unit", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Unit that the amount is counted in." },
  { "use", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "What sort of use it was, such as with-people or within-team." },
  { "worth", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Worth of what is used, in minor units of money." },
};

const CharterKind charter_kind_resource_used = {
  .data = { "resource-used", CHARTER_ROWS (resource_used_rows),
            "Something that was promised is used." },
  .act = "report",
};

static const CharterRow need_identified_rows[] = {
  { "declined", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the question was put and not answered." },
  { "due", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which it is to be met." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the need." },
  { "nil", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where there is no need of this sort." },
  { "of", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_AUDIENCE,
    .meaning = "The one whose need it is." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_NEED,
    .meaning = "The need that this one replaces." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The need in words." },
  { "what", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What sort of need it is, such as skill, life or culture." },
};

const CharterKind charter_kind_need_identified = {
  .data = { "need-identified", CHARTER_ROWS (need_identified_rows),
            "A need is named, or it is noted that there is none." },
  .act = "contribute",
};

static const CharterRow need_met_rows[] = {
  { "form", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How it was met." },
  { "from", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who met it." },
  { "need", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_NEED,
    .meaning = "The need that is met." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "How it was met, in words." },
};

const CharterKind charter_kind_need_met = {
  .data = { "need-met", CHARTER_ROWS (need_met_rows),
            "A need is met." },
  .act = "contribute",
};

static const CharterRow support_asked_rows[] = {
  { "due", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which it is needed." },
  { "from", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_AUDIENCE,
    .meaning = "The one who asks." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the request." },
  { "of", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_AUDIENCE,
    .meaning = "The one who is asked." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The request in words." },
  { "what", CHARTER_TYPE_CODE, 0,
    .meaning = "What is asked for, such as information, time or race-equality." },
};

const CharterKind charter_kind_support_asked = {
  .data = { "support-asked", CHARTER_ROWS (support_asked_rows),
            "Somebody asks somebody else for help." },
  .act = "contribute",
};

static const CharterRow support_given_rows[] = {
  { "answers", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What else it answers, such as a need." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that it helps to take." },
  { "form", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "The form of the help." },
  { "from", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who helps." },
  { "offered", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where it is offered and may be taken up." },
  { "refused", CHARTER_TYPE_OBJECT, 0,
    .shape = &refused_shape,
    .meaning = "The ground on which it is refused, where it is." },
  { "support", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_SUPPORT,
    .meaning = "The request that it answers." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The help in words." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those who are helped." },
  { "unasked", CHARTER_TYPE_BOOLEAN, 0,
    .meaning = "True where nobody had asked for it." },
  { "what", CHARTER_TYPE_CODE, 0,
    .meaning = "What is given, such as decision-help or sense-making." },
};

const CharterKind charter_kind_support_given = {
  .data = { "support-given", CHARTER_ROWS (support_given_rows),
            "Help is given, offered, or refused.",
            .alternatives = "support|unasked" },
  .act = "contribute",
};
