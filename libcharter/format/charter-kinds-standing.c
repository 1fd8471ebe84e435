/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const char *const basis_values[] = {
  "lived", "learned", NULL
};

static const CharterRow partnership_founded_rows[] = {
  { "format", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED,
    .meaning = "Version of the record format: \"1\"." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the partnership." },
  { "origin", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED,
    .meaning = "Origin line of every checkpoint of this record." },
  { "title", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_CORRECTABLE,
    .meaning = "Name of the partnership." },
  { "zone", CHARTER_TYPE_ZONE, CHARTER_ROW_REQUIRED,
    .meaning = "IANA time zone that governs every date of the record." },
};

const CharterKind charter_kind_partnership_founded = {
  .data = { "partnership-founded", CHARTER_ROWS (partnership_founded_rows),
            "The record begins: the partnership exists from here on." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow charter_adopted_rows[] = {
  { "charter", CHARTER_TYPE_CHARTER, CHARTER_ROW_REQUIRED,
    .meaning = "The whole charter document." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that adopted it." },
};

const CharterKind charter_kind_charter_adopted = {
  .data = { "charter-adopted", CHARTER_ROWS (charter_adopted_rows),
            "The whole written charter comes into force, or will on its in-force-from date." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow charter_signed_rows[] = {
  { "partner", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTNER,
    .meaning = "The partner that signs." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_SPEAKER, CHARTER_REFERS_PERSON,
    .meaning = "The person who signs for the partner." },
  { "version", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED,
    .meaning = "Version of the charter that is signed, as the charter names it." },
};

const CharterKind charter_kind_charter_signed = {
  .data = { "charter-signed", CHARTER_ROWS (charter_signed_rows),
            "A partner signs one version of the charter." },
  .act = "sign",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow charter_reaffirmed_rows[] = {
  { "partner", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTNER,
    .meaning = "The partner that reaffirms." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_SPEAKER, CHARTER_REFERS_PERSON,
    .meaning = "The person who reaffirms for the partner." },
  { "version", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED,
    .meaning = "Version of the charter that is reaffirmed, as the charter names it." },
};

const CharterKind charter_kind_charter_reaffirmed = {
  .data = { "charter-reaffirmed", CHARTER_ROWS (charter_reaffirmed_rows),
            "A partner that has signed says again that it stands by a version of the charter." },
  .act = "sign",
};

static const CharterRow partner_joined_rows[] = {
  { "capacity", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "What the partner can put in over a year, in the unit that pledges are counted "
               "in." },
  { "constituencies", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_CONSTITUENCY,
    .meaning = "Constituencies the partner belongs to." },
  { "formats", CHARTER_TYPE_CODE, CHARTER_ROW_LIST,
    .meaning = "Formats, languages and manners in which it wishes to be told things." },
  { "group", CHARTER_TYPE_CODE, 0,
    .meaning = "Group of affiliated organisations it belongs to; a rule may fold their votes "
               "into one." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the partner." },
  { "name", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_PRIVATE |
    CHARTER_ROW_CORRECTABLE,
    .meaning = "Name of the partner." },
  { "public-body", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where it is a public body, which the conflict policy may exempt." },
  { "sector", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Sector it belongs to, such as voluntary or statutory." },
  { "weight", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "Weight of its vote; 1 where not given." },
};

const CharterKind charter_kind_partner_joined = {
  .data = { "partner-joined", CHARTER_ROWS (partner_joined_rows),
            "An organisation or group becomes a partner." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow partner_left_rows[] = {
  { "partner", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTNER,
    .meaning = "The partner that leaves." },
};

const CharterKind charter_kind_partner_left = {
  .data = { "partner-left", CHARTER_ROWS (partner_left_rows),
            "A partner leaves the partnership." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow person_joined_rows[] = {
  { "chosen-by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person who chose this one as a supporter." },
  { "constituencies", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_CONSTITUENCY,
    .meaning = "Constituencies the person belongs to." },
  { "expertise", CHARTER_TYPE_ENUM, CHARTER_ROW_ONE_OR_LIST,
    .values = basis_values,
    .meaning = "Whether the person knows the matter from living it, from studying it, or both." },
  { "for", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_PARTNER,
    .meaning = "Partners the person acts for." },
  { "formats", CHARTER_TYPE_CODE, CHARTER_ROW_LIST,
    .meaning = "Formats, languages and manners in which the person wishes to be told things." },
  { "handle", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Readable name that commands and typed calls accept in place of the id." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES | CHARTER_ROW_DRAWN,
    .meaning = "Id of the person: a pseudonym, drawn where none is given." },
  { "name", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Name of the person." },
  { "needs", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What the person needs in order to take part." },
};

const CharterKind charter_kind_person_joined = {
  .data = { "person-joined", CHARTER_ROWS (person_joined_rows),
            "A person begins to act in the partnership." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow person_left_rows[] = {
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person who leaves." },
};

const CharterKind charter_kind_person_left = {
  .data = { "person-left", CHARTER_ROWS (person_left_rows),
            "A person no longer acts in the partnership." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow asset_noted_rows[] = {
  { "area", CHARTER_TYPE_CODE, 0,
    .meaning = "Area in which the strength lies." },
  { "by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person who notes it, where that is not the one who makes the entry." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_MAKES,
    .meaning = "Id of the strength, so that a later one can replace it." },
  { "of", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The partner or person whose strength it is." },
  { "practice", CHARTER_TYPE_CODE, 0,
    .meaning = "Way of working that is mastered." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_THING,
    .meaning = "The noted strength that this one replaces." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The strength in words." },
};

const CharterKind charter_kind_asset_noted = {
  .data = { "asset-noted", CHARTER_ROWS (asset_noted_rows),
            "Somebody names something that a partner or a person is good at.",
            .alternatives = "area|practice" },
  .act = "contribute",
};

static const CharterRow agreement_made_rows[] = {
  { "approach", CHARTER_TYPE_CODE, 0,
    .meaning = "Way of working that is agreed, such as adapted or new." },
  { "centre", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person whose life it is about." },
  { "covers", CHARTER_TYPE_CODE, CHARTER_ROW_ONE_OR_LIST,
    .meaning = "Matters that the agreement covers." },
  { "draws-on", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What the agreement draws on, such as contributions and earlier agreements." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the agreement." },
  { "options", CHARTER_TYPE_CODE, CHARTER_ROW_LIST,
    .meaning = "The choices on offer, where the agreement is a list of options." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_AGREEMENT,
    .meaning = "The agreement that this one replaces." },
  { "responds-to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What the agreement responds to." },
  { "review", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date by which it is to be reviewed." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Wording of the agreement." },
  { "topic", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What it is about, such as vision, expectations, complaints, whistleblowing or "
               "quality." },
  { "until", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Last day on which it holds." },
  { "version", CHARTER_TYPE_TEXT, CHARTER_ROW_CORRECTABLE,
    .meaning = "Version of the agreement." },
  { "with", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_UNIT,
    .meaning = "The partners and persons with whom it was made." },
};

const CharterKind charter_kind_agreement_made = {
  .data = { "agreement-made", CHARTER_ROWS (agreement_made_rows),
            "The partnership agrees on something that lasts, such as a vision or a complaints "
            "procedure." },
};

static const CharterRow agreement_accepted_rows[] = {
  { "agreement", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_AGREEMENT,
    .meaning = "The agreement that is accepted." },
  { "partner", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner that accepts." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_SPEAKER, CHARTER_REFERS_PERSON,
    .meaning = "The person who accepts." },
};

const CharterKind charter_kind_agreement_accepted = {
  .data = { "agreement-accepted", CHARTER_ROWS (agreement_accepted_rows),
            "A partner or a person accepts an agreement.",
            .alternatives = "partner|person" },
  .act = "sign",
  .flags = CHARTER_KIND_STARRED,
};
