/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const char *const reply_values[] = {
  "cannot-say", "rather-not", NULL
};

static const CharterRow tally_rows[] = {
  { "answers", CHARTER_TYPE_MAP, CHARTER_ROW_REQUIRED,
    .item = CHARTER_TYPE_INTEGER, .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many gave each answer of the scale, such as {\"4\": 7}." },
  { "asked", CHARTER_TYPE_INTEGER, CHARTER_ROW_REQUIRED,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many were asked." },
  { "cannot-say", CHARTER_TYPE_INTEGER, 0,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "How many could not or would rather not say." },
  { "collected-by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who collected the answers." },
  { "group", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_AUDIENCE,
    .meaning = "The group that was asked." },
};

static const CharterShape tally_shape = {
  "attestation-made.tally", CHARTER_ROWS (tally_rows),
  "The answers of a group outside the record.",
};

static const CharterRow claim_made_rows[] = {
  { "about", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "What the claim is about, such as an objective." },
  { "by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who claims it, where that is not the one who makes the entry." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the claim." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_PRIVATE |
    CHARTER_ROW_CORRECTABLE,
    .meaning = "The claim in words." },
};

const CharterKind charter_kind_claim_made = {
  .data = { "claim-made", CHARTER_ROWS (claim_made_rows),
            "Somebody claims that something has been achieved." },
  .act = "report",
};

static const CharterRow evidence_filed_rows[] = {
  { "contradicts", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where it speaks against the claim." },
  { "dated", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date of the evidence itself." },
  { "digest", CHARTER_TYPE_DIGEST, 0,
    .meaning = "SHA-256 of the evidence as a file." },
  { "for", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ANY,
    .meaning = "The claim, objective or other thing it is evidence for." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the evidence." },
  { "independence", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How independent the source is." },
  { "source", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTY,
    .meaning = "The party that it comes from." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The evidence in words." },
  { "where", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Where it can be found." },
};

const CharterKind charter_kind_evidence_filed = {
  .data = { "evidence-filed", CHARTER_ROWS (evidence_filed_rows),
            "Something that bears a claim out, or speaks against it, is put on file." },
  .act = "report",
};

static const CharterRow outcome_reported_rows[] = {
  { "accepted", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_UNIT,
    .meaning = "Those who accept the report." },
  { "audience", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those to whom it is reported." },
  { "benefits", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those who gained." },
  { "contributors", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_UNIT,
    .meaning = "Those who contributed." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the report." },
  { "met", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the target is met." },
  { "objective", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_THING,
    .meaning = "The objective, or the goal, that is reported on." },
  { "resources", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_RESOURCE,
    .meaning = "The pledges that went into it." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The outcome in words." },
  { "value", CHARTER_TYPE_FRACTION, CHARTER_ROW_CORRECTABLE,
    .meaning = "Value of the measure that was reached." },
  { "what", CHARTER_TYPE_CODE, 0,
    .meaning = "What sort of report it is, such as setback." },
};

const CharterKind charter_kind_outcome_reported = {
  .data = { "outcome-reported", CHARTER_ROWS (outcome_reported_rows),
            "It is reported how an objective or a goal has come out so far." },
  .act = "report",
};

static const CharterRow review_held_rows[] = {
  { "accounts", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_UNIT,
    .meaning = "Those who gave an account of themselves." },
  { "centre", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person whose life it is about." },
  { "covers", CHARTER_TYPE_CODE, CHARTER_ROW_ONE_OR_LIST,
    .meaning = "Matters that the review covered." },
  { "cycle", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_CYCLE,
    .meaning = "The review cycle of the charter that it belongs to." },
  { "findings", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What was found." },
  { "for-date", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "The due date that it is held for." },
  { "of", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "What is reviewed, where it is no cycle of the charter." },
  { "present", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_UNIT,
    .meaning = "The partners and persons who took part." },
};

const CharterKind charter_kind_review_held = {
  .data = { "review-held", CHARTER_ROWS (review_held_rows),
            "A review is held.",
            .alternatives = "cycle|of" },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow attestation_made_rows[] = {
  { "about", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_AUDIENCE,
    .meaning = "The partner, person or group that the answer is about." },
  { "anonymous", CHARTER_TYPE_BOOLEAN, 0,
    .meaning = "True where the one who answers stays sealed." },
  { "clause", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_CLAUSE,
    .meaning = "The clause that the answer is about." },
  { "event", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "What happened that made it time to ask." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the person answers." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_SPEAKER | CHARTER_ROW_SEALED_IF_ANONYMOUS,
    CHARTER_REFERS_UNIT,
    .meaning = "The one who answers." },
  { "question", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The question that is answered." },
  { "reply", CHARTER_TYPE_ENUM, 0,
    .values = reply_values,
    .meaning = "Why there is no score, where the question was answered without one." },
  { "round", CHARTER_TYPE_CODE, 0,
    .meaning = "The round of asking that it belongs to." },
  { "score", CHARTER_TYPE_INTEGER, 0,
    .min = 1, .max = 100,
    .meaning = "The answer on the scale of the question." },
  { "side", CHARTER_TYPE_CODE, 0,
    .meaning = "The side, in a question put both ways, that answers." },
  { "tally", CHARTER_TYPE_OBJECT, 0,
    .shape = &tally_shape,
    .meaning = "The answers of a group outside the record." },
};

const CharterKind charter_kind_attestation_made = {
  .data = { "attestation-made", CHARTER_ROWS (attestation_made_rows),
            "Somebody, or a group outside the record, says how a clause is lived.",
            .alternatives = "score|tally|reply" },
  .act = "attest",
  .flags = CHARTER_KIND_STARRED,
};
