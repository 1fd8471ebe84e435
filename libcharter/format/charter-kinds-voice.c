/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const char *const basis_values[] = {
  "lived", "learned", NULL
};

static const char *const adopted_values[] = {
  "full", "part", "no", "noted", NULL
};

static const CharterRow contribution_made_rows[] = {
  { "about", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "What it is about." },
  { "area", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Area of work it belongs to." },
  { "basis", CHARTER_TYPE_ENUM, CHARTER_ROW_ONE_OR_LIST,
    .values = basis_values,
    .meaning = "Whether it comes from living the matter, from studying it, or both." },
  { "by", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_SPEAKER, CHARTER_REFERS_UNIT,
    .meaning = "The one who contributes." },
  { "centre", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person whose life it is about." },
  { "declined", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the person was asked and prefers not to say." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the person speaks." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the contribution." },
  { "noticed", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Date on which what it tells of was first noticed." },
  { "own", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where it is about the contributor's own doing." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_CONTRIBUTION,
    .meaning = "The contribution that this one replaces." },
  { "stage", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Stage of the work at which it is made." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The contribution in words." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those to whom it is put, such as the board of a partner." },
  { "what", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What it is, such as idea, suggestion, learning, success, preference, goal, "
               "challenge or offer." },
};

const CharterKind charter_kind_contribution_made = {
  .data = { "contribution-made", CHARTER_ROWS (contribution_made_rows),
            "Somebody contributes an idea, a suggestion, something learned, a goal or the like." },
  .act = "contribute",
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow contribution_answered_rows[] = {
  { "adopted", CHARTER_TYPE_ENUM, CHARTER_ROW_REQUIRED,
    .values = adopted_values,
    .meaning = "Whether it is taken up in full, in part, not at all, or only noted." },
  { "contribution", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_CONTRIBUTION,
    .meaning = "The contribution that is answered." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it is answered so, and what will change." },
};

const CharterKind charter_kind_contribution_answered = {
  .data = { "contribution-answered", CHARTER_ROWS (contribution_answered_rows),
            "A contribution is answered." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow success_celebrated_rows[] = {
  { "about", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "What succeeded." },
  { "joint", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where it is a success of the joint work." },
  { "of", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_ONE_OR_LIST,
    CHARTER_REFERS_AUDIENCE,
    .meaning = "Those whose success it is." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The success in words." },
};

const CharterKind charter_kind_success_celebrated = {
  .data = { "success-celebrated", CHARTER_ROWS (success_celebrated_rows),
            "A success is marked, and those behind it are named." },
  .act = "contribute",
};
