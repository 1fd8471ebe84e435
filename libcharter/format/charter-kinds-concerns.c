/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const CharterRow concern_raised_rows[] = {
  { "about", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST | CHARTER_ROW_SEALED,
    .meaning = "Ids of the parties that it is about." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES | CHARTER_ROW_DRAWN,
    .meaning = "Id of the concern, drawn at random where none is given." },
  { "reporter", CHARTER_TYPE_TEXT, CHARTER_ROW_SEALED,
    .meaning = "Who raises it: an id or a name." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_SEALED,
    .meaning = "The concern in words." },
  { "track", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "The procedure that it goes by, such as complaint or whistleblowing." },
};

const CharterKind charter_kind_concern_raised = {
  .data = { "concern-raised", CHARTER_ROWS (concern_raised_rows),
            "A concern is raised; who raises it stays sealed." },
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_CONCERN,
};

static const CharterRow concern_acknowledged_rows[] = {
  { "concern", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_CONCERN,
    .meaning = "The concern." },
};

const CharterKind charter_kind_concern_acknowledged = {
  .data = { "concern-acknowledged", CHARTER_ROWS (concern_acknowledged_rows),
            "It is acknowledged that a concern has arrived." },
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_CONCERN,
};

static const CharterRow concern_assigned_rows[] = {
  { "concern", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_CONCERN,
    .meaning = "The concern." },
  { "conflict-free", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_ASSIGNED,
    .meaning = "True where the handler is not connected with those it is about." },
  { "handler", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person who deals with it." },
};

const CharterKind charter_kind_concern_assigned = {
  .data = { "concern-assigned", CHARTER_ROWS (concern_assigned_rows),
            "A concern is given to somebody to deal with." },
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_CONCERN,
};

static const CharterRow concern_updated_rows[] = {
  { "concern", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_CONCERN,
    .meaning = "The concern." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_SEALED,
    .meaning = "How it is getting on." },
};

const CharterKind charter_kind_concern_updated = {
  .data = { "concern-updated", CHARTER_ROWS (concern_updated_rows),
            "It is told how a concern is getting on." },
  .flags = CHARTER_KIND_CONCERN,
};

static const CharterRow concern_closed_rows[] = {
  { "cause", CHARTER_TYPE_CODE, 0,
    .meaning = "What in the way of working brought it about." },
  { "concern", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_CONCERN,
    .meaning = "The concern." },
  { "learning", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What was learned from it." },
  { "outcome", CHARTER_TYPE_CODE, 0,
    .meaning = "How it ended, such as upheld or not-upheld." },
};

const CharterKind charter_kind_concern_closed = {
  .data = { "concern-closed", CHARTER_ROWS (concern_closed_rows),
            "A concern has been dealt with." },
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_CONCERN,
};

static const CharterRow supporter_named_rows[] = {
  { "concern", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_CONCERN,
    .meaning = "The concern whose reporter is supported." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "The person or the role that is supported." },
  { "supporter", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PARTY,
    .meaning = "The person who supports, who may be from outside." },
};

const CharterKind charter_kind_supporter_named = {
  .data = { "supporter-named", CHARTER_ROWS (supporter_named_rows),
            "Somebody is named to stand by a person or the holder of a post.",
            .alternatives = "concern|for" },
  .flags = CHARTER_KIND_CONCERN,
};

static const CharterRow detriment_reported_rows[] = {
  { "after", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_THING,
    .meaning = "The concern, objection or contribution that it followed." },
  { "concern", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_CONCERN,
    .meaning = "The concern opened about it, whose closing says whether it is upheld." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES | CHARTER_ROW_DRAWN,
    .meaning = "Id of the report, drawn at random where none is given." },
  { "person", CHARTER_TYPE_TEXT, CHARTER_ROW_SEALED,
    .meaning = "Who was treated badly: an id or a name." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_SEALED,
    .meaning = "What was done." },
  { "view", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ENTRY,
    .meaning = "The entry with the view or ballot that it followed." },
};

const CharterKind charter_kind_detriment_reported = {
  .data = { "detriment-reported", CHARTER_ROWS (detriment_reported_rows),
            "Somebody has been treated badly after speaking up.",
            .alternatives = "?after|view" },
  .flags = CHARTER_KIND_CONCERN,
};
