/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const CharterRow role_defined_rows[] = {
  { "area", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Area in which the role leads or acts." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that defined it." },
  { "duties", CHARTER_TYPE_CODE, CHARTER_ROW_LIST,
    .meaning = "Duties of the role." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner whose role it is." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the role; one that the charter names may be described here too." },
  { "lead", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the holder takes the lead in the area." },
  { "limits", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What the role may not do." },
  { "name", CHARTER_TYPE_TEXT, CHARTER_ROW_CORRECTABLE,
    .meaning = "Name of the role." },
  { "needs-permission", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the holder needs authority handed over to act." },
  { "purpose", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What the role is for." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ROLE,
    .meaning = "The role that this one replaces." },
};

const CharterKind charter_kind_role_defined = {
  .data = { "role-defined", CHARTER_ROWS (role_defined_rows),
            "A role is described, with what it is for and how far it reaches." },
};

static const CharterRow role_given_rows[] = {
  { "accepted", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the partner concerned has accepted the role and its limits." },
  { "area", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Area in which the role is held." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that gave it." },
  { "duties", CHARTER_TYPE_CODE, CHARTER_ROW_LIST,
    .meaning = "Duties of the role where they differ from its definition." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the role is held." },
  { "from", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "First day on which it is held; the entry's own time where not given." },
  { "lead", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the holder takes the lead in the area." },
  { "limits", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What the holder may not do." },
  { "needs-permission", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the holder needs authority handed over to act." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person who is given the role." },
  { "purpose", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What the role is given for." },
  { "role", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ROLE,
    .meaning = "The role." },
  { "until", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Last day on which it is held." },
};

const CharterKind charter_kind_role_given = {
  .data = { "role-given", CHARTER_ROWS (role_given_rows),
            "A person is given a role." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow role_ended_rows[] = {
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the role was held." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person who held it." },
  { "role", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ROLE,
    .meaning = "The role." },
};

const CharterKind charter_kind_role_ended = {
  .data = { "role-ended", CHARTER_ROWS (role_ended_rows),
            "A person no longer holds a role." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow delegation_made_rows[] = {
  { "action", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ACTION,
    .meaning = "The action for which authority is handed over." },
  { "area", CHARTER_TYPE_CODE, 0,
    .meaning = "The area in which authority is handed over." },
  { "from", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The one who delegates." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the delegation." },
  { "scope", CHARTER_TYPE_TEXT, 0,
    .meaning = "What it covers: \"rule:ID\", \"area:ID\" or \"decision:ID\"; everything where "
               "not given." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_UNIT,
    .meaning = "The one to whom it is delegated." },
  { "until", CHARTER_TYPE_DATE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Last day on which it holds." },
};

const CharterKind charter_kind_delegation_made = {
  .data = { "delegation-made", CHARTER_ROWS (delegation_made_rows),
            "A voting unit lets another act in its place, or authority is handed to somebody." },
  .act = "delegate",
  .flags = CHARTER_KIND_COUNTS,
};

static const CharterRow delegation_recalled_rows[] = {
  { "delegation", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_DELEGATION,
    .meaning = "The delegation that is taken back." },
  { "ground", CHARTER_TYPE_CODE, 0,
    .meaning = "Why it is taken back before its end." },
  { "view-sought", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ENTRY,
    .meaning = "The entry by which the holder's view was sought first." },
};

const CharterKind charter_kind_delegation_recalled = {
  .data = { "delegation-recalled", CHARTER_ROWS (delegation_recalled_rows),
            "A delegation is taken back." },
  .act = "delegate",
  .flags = CHARTER_KIND_COUNTS,
};
