/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const CharterRow link_stated_rows[] = {
  { "from", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTY,
    .meaning = "The party from which the relation is read." },
  { "from-name", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Name of that party, where it is known only by a pseudonym." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the link." },
  { "known-to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_PERSON,
    .meaning = "The persons who know of it." },
  { "relation", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What the first party is to the second, such as owns or employed-by; connected "
               "where sensitive." },
  { "sensitive", CHARTER_TYPE_BOOLEAN, 0,
    .meaning = "True where the kind of tie is withheld." },
  { "share", CHARTER_TYPE_FRACTION, CHARTER_ROW_CORRECTABLE,
    .meaning = "Share that is owned." },
  { "since", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "First day of the tie." },
  { "source", CHARTER_TYPE_TEXT, CHARTER_ROW_CORRECTABLE,
    .meaning = "Where this is known from, such as a public register." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTY,
    .meaning = "The party to which the relation is read." },
  { "to-name", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Name of that party, where it is known only by a pseudonym." },
  { "until", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Last day of the tie." },
};

const CharterKind charter_kind_link_stated = {
  .data = { "link-stated", CHARTER_ROWS (link_stated_rows),
            "A tie between two parties is put on record." },
};

static const CharterRow link_ended_rows[] = {
  { "link", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_LINK,
    .meaning = "The link that has ended." },
};

const CharterKind charter_kind_link_ended = {
  .data = { "link-ended", CHARTER_ROWS (link_ended_rows),
            "A tie between two parties has come to an end." },
};

static const CharterRow interest_declared_rows[] = {
  { "category", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "Category of the interest, such as financial or indirect." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the interest." },
  { "meeting", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_MEETING,
    .meaning = "The meeting at which it was declared: it bars at once, and the register "
               "follows." },
  { "nature", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What the interest is." },
  { "party", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTY,
    .meaning = "The party in which the interest lies." },
  { "party-name", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Name of that party, where it is known only by a pseudonym." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER,
    CHARTER_REFERS_PERSON,
    .meaning = "The person who declares." },
  { "sensitive", CHARTER_TYPE_BOOLEAN, 0,
    .meaning = "True where the details are withheld from the register." },
  { "since", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "First day of the interest." },
  { "standing", CHARTER_TYPE_BOOLEAN, 0,
    .meaning = "True for a general notice that holds for every later item." },
  { "until", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Last day of the interest." },
};

const CharterKind charter_kind_interest_declared = {
  .data = { "interest-declared", CHARTER_ROWS (interest_declared_rows),
            "A person declares an interest in a party." },
  .act = "declare",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow interest_ended_rows[] = {
  { "interest", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_INTEREST,
    .meaning = "The interest that has ended." },
};

const CharterKind charter_kind_interest_ended = {
  .data = { "interest-ended", CHARTER_ROWS (interest_ended_rows),
            "A declared interest has come to an end." },
  .act = "declare",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow nothing_declared_rows[] = {
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER,
    CHARTER_REFERS_PERSON,
    .meaning = "The person who declares." },
};

const CharterKind charter_kind_nothing_declared = {
  .data = { "nothing-declared", CHARTER_ROWS (nothing_declared_rows),
            "A person declares that there is no interest to declare." },
  .act = "declare",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow conflict_ruled_rows[] = {
  { "against", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many were against finding a conflict." },
  { "conflicted", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_REQUIRED,
    .meaning = "True where there is a conflict." },
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The item on which the conflict was alleged." },
  { "for", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many were for finding a conflict." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The person, or the whole partner, that the ruling is about." },
  { "ruling", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that settled it." },
};

const CharterKind charter_kind_conflict_ruled = {
  .data = { "conflict-ruled", CHARTER_ROWS (conflict_ruled_rows),
            "The others rule whether somebody has a conflict on an item." },
};

static const CharterRow dispensation_granted_rows[] = {
  { "acts", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED | CHARTER_ROW_ONE_OR_LIST,
    .meaning = "What is allowed in spite of the conflict." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that granted it." },
  { "ground", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The ground on which it is granted." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the dispensation." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The person, or the whole partner, that it is granted to." },
  { "scope", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED,
    .meaning = "What it covers: \"rule:ID\", \"area:ID\" or \"decision:ID\"." },
  { "until", CHARTER_TYPE_DATE, CHARTER_ROW_REQUIRED | CHARTER_ROW_CORRECTABLE,
    .meaning = "Last day on which it holds." },
};

const CharterKind charter_kind_dispensation_granted = {
  .data = { "dispensation-granted", CHARTER_ROWS (dispensation_granted_rows),
            "Somebody may do certain things in spite of a conflict." },
};

static const CharterRow stepped_out_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The item from which the person withdraws." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER,
    CHARTER_REFERS_PERSON,
    .meaning = "The person who withdraws." },
};

const CharterKind charter_kind_stepped_out = {
  .data = { "stepped-out", CHARTER_ROWS (stepped_out_rows),
            "A person withdraws from an item." },
  .act = "step-out",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow stepped_in_rows[] = {
  { "decision", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DECISION,
    .meaning = "The item to which the person comes back." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER,
    CHARTER_REFERS_PERSON,
    .meaning = "The person who comes back." },
};

const CharterKind charter_kind_stepped_in = {
  .data = { "stepped-in", CHARTER_ROWS (stepped_in_rows),
            "A person who had withdrawn from an item comes back to it." },
  .act = "step-out",
  .flags = CHARTER_KIND_STARRED,
};
