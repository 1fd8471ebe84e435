/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-kinds-private.h"

static const CharterRow closed_rows[] = {
  { "ground", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "Why it is closed." },
  { "release", CHARTER_TYPE_DATE, 0,
    .meaning = "Date on which it is made known." },
};

static const CharterShape closed_shape = {
  "meeting.closed", CHARTER_ROWS (closed_rows),
  "Why a meeting is held behind closed doors.",
};

static const CharterRow item_rows[] = {
  { "by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who brings the item." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision that is taken at it." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED,
    .meaning = "Id of the item within its meeting; that of the decision will do." },
  { "purpose", CHARTER_TYPE_CODE, 0,
    .meaning = "What the item is for: decide, discuss or inform." },
  { "title", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE,
    .meaning = "Short name of the item." },
};

static const CharterShape item_shape = {
  "meeting.item", CHARTER_ROWS (item_rows),
  "One item of an agenda.",
};

static const CharterRow withheld_rows[] = {
  { "from", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_ONE_OR_LIST,
    CHARTER_REFERS_AUDIENCE,
    .meaning = "Those from whom it is withheld." },
  { "ground", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "Why it is withheld." },
  { "release", CHARTER_TYPE_DATE, 0,
    .meaning = "Date on which it is given out." },
};

static const CharterShape withheld_shape = {
  "notice.withheld", CHARTER_ROWS (withheld_rows),
  "What was kept from some, and why.",
};

static const CharterRow meeting_called_rows[] = {
  { "centre", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PERSON,
    .meaning = "The person whose life it is about." },
  { "closed", CHARTER_TYPE_OBJECT, 0,
    .shape = &closed_shape,
    .meaning = "Why it is closed, where it is." },
  { "host", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTY,
    .meaning = "The one who hosts it." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the meeting." },
  { "invited", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_UNIT,
    .meaning = "The partners and persons who are invited." },
  { "items", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &item_shape,
    .meaning = "The agenda." },
  { "kind", CHARTER_TYPE_CODE, 0,
    .meaning = "What sort of meeting it is, such as contact." },
  { "method", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How it is held or worked, such as online." },
  { "place", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Where it is held." },
  { "purpose", CHARTER_TYPE_TEXT, CHARTER_ROW_REQUIRED | CHARTER_ROW_PRIVATE |
    CHARTER_ROW_CORRECTABLE,
    .meaning = "What it is for." },
  { "starts", CHARTER_TYPE_INSTANT, CHARTER_ROW_REQUIRED | CHARTER_ROW_CORRECTABLE,
    .meaning = "When it starts." },
};

const CharterKind charter_kind_meeting_called = {
  .data = { "meeting-called", CHARTER_ROWS (meeting_called_rows),
            "A meeting or another contact is called." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow meeting_changed_rows[] = {
  { "closed", CHARTER_TYPE_OBJECT, 0,
    .shape = &closed_shape,
    .meaning = "Why it is closed from now on." },
  { "host", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTY,
    .meaning = "The one who hosts it from now on." },
  { "invited", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_UNIT,
    .meaning = "The partners and persons who are invited from now on." },
  { "items", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST,
    .shape = &item_shape,
    .meaning = "The agenda from now on." },
  { "meeting", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_MEETING,
    .meaning = "The meeting that is changed." },
  { "method", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "How it is held or worked from now on." },
  { "place", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Where it is held from now on." },
  { "purpose", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "What it is for from now on." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it is changed." },
  { "starts", CHARTER_TYPE_INSTANT, CHARTER_ROW_CORRECTABLE,
    .meaning = "When it starts from now on." },
};

const CharterKind charter_kind_meeting_changed = {
  .data = { "meeting-changed", CHARTER_ROWS (meeting_changed_rows),
            "A meeting that was called is changed." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow meeting_cancelled_rows[] = {
  { "meeting", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_MEETING,
    .meaning = "The meeting that will not be held." },
  { "reason", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Why it will not be held." },
};

const CharterKind charter_kind_meeting_cancelled = {
  .data = { "meeting-cancelled", CHARTER_ROWS (meeting_cancelled_rows),
            "A meeting that was called will not be held." },
};

static const CharterRow attendance_noted_rows[] = {
  { "activity", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ACTIVITY,
    .meaning = "The activity at which it was noted." },
  { "excused", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the person sent apologies or was excused." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the person was there." },
  { "items", CHARTER_TYPE_NAME, CHARTER_ROW_LIST | CHARTER_ROW_CORRECTABLE,
    .meaning = "The items for which the person was there; all where not given." },
  { "meeting", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_MEETING,
    .meaning = "The meeting at which it was noted." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person whose attendance is noted." },
  { "present", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_REQUIRED | CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the person was present." },
};

const CharterKind charter_kind_attendance_noted = {
  .data = { "attendance-noted", CHARTER_ROWS (attendance_noted_rows),
            "It is noted whether somebody was present.",
            .alternatives = "meeting|activity" },
  .flags = CHARTER_KIND_STARRED | CHARTER_KIND_COUNTS,
};

static const CharterRow speech_noted_rows[] = {
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner for which the person spoke." },
  { "item", CHARTER_TYPE_NAME, 0,
    .meaning = "The item at which the person spoke." },
  { "meeting", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_MEETING,
    .meaning = "The meeting at which the person spoke." },
  { "minutes", CHARTER_TYPE_INTEGER, CHARTER_ROW_CORRECTABLE,
    .max = CHARTER_RECORD_INTEGER_MAX,
    .meaning = "For how many minutes the person spoke." },
  { "own", CHARTER_TYPE_BOOLEAN, CHARTER_ROW_CORRECTABLE,
    .meaning = "True where the person told something of his or her own life." },
  { "person", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_PERSON,
    .meaning = "The person who spoke." },
};

const CharterKind charter_kind_speech_noted = {
  .data = { "speech-noted", CHARTER_ROWS (speech_noted_rows),
            "It is noted that somebody spoke at a meeting." },
};

static const CharterRow minutes_drafted_rows[] = {
  { "meeting", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_MEETING,
    .meaning = "The meeting whose minutes they are." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The minutes." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those to whom they are sent." },
};

const CharterKind charter_kind_minutes_drafted = {
  .data = { "minutes-drafted", CHARTER_ROWS (minutes_drafted_rows),
            "Minutes of a meeting are written and sent round." },
};

static const CharterRow minutes_approved_rows[] = {
  { "meeting", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_MEETING,
    .meaning = "The meeting whose minutes are approved." },
};

const CharterKind charter_kind_minutes_approved = {
  .data = { "minutes-approved", CHARTER_ROWS (minutes_approved_rows),
            "The minutes of a meeting are approved." },
};

static const CharterRow notice_sent_rows[] = {
  { "about", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED, CHARTER_REFERS_ANY,
    .meaning = "What the notice is about." },
  { "answers", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What was asked for and is answered by this." },
  { "attachments", CHARTER_TYPE_CODE, CHARTER_ROW_LIST,
    .meaning = "The papers that come with it." },
  { "format", CHARTER_TYPE_CODE, CHARTER_ROW_ONE_OR_LIST,
    .meaning = "The formats in which it is sent." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the notice." },
  { "language", CHARTER_TYPE_CODE, CHARTER_ROW_ONE_OR_LIST,
    .meaning = "The languages in which it is sent." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "Wording of the notice." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_ONE_OR_LIST,
    CHARTER_REFERS_AUDIENCE,
    .meaning = "Those to whom it is sent." },
  { "what", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What it tells: agenda, papers, minutes, change, cancellation, outcome or "
               "forewarning." },
  { "withheld", CHARTER_TYPE_OBJECT, 0,
    .shape = &withheld_shape,
    .meaning = "What was kept from some, and why." },
};

const CharterKind charter_kind_notice_sent = {
  .data = { "notice-sent", CHARTER_ROWS (notice_sent_rows),
            "Those concerned are told of something, all in one message." },
  .flags = CHARTER_KIND_STARRED,
};

static const CharterRow information_shared_rows[] = {
  { "about", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ANY,
    .meaning = "What the information is about." },
  { "answers", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What was asked for and is answered by this." },
  { "attachments", CHARTER_TYPE_CODE, CHARTER_ROW_LIST,
    .meaning = "The papers that come with it." },
  { "for", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTNER,
    .meaning = "The partner whose information it is." },
  { "format", CHARTER_TYPE_CODE, CHARTER_ROW_ONE_OR_LIST,
    .meaning = "The formats in which it is shared." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_MAKES,
    .meaning = "Id of the information." },
  { "language", CHARTER_TYPE_CODE, CHARTER_ROW_ONE_OR_LIST,
    .meaning = "The languages in which it is shared." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The information in words." },
  { "to", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_ONE_OR_LIST,
    CHARTER_REFERS_AUDIENCE,
    .meaning = "Those with whom it is shared." },
  { "what", CHARTER_TYPE_CODE, CHARTER_ROW_REQUIRED,
    .meaning = "What sort of information it is, such as update, learning, papers or account." },
  { "withheld", CHARTER_TYPE_OBJECT, 0,
    .shape = &withheld_shape,
    .meaning = "What was kept from some, and why." },
};

const CharterKind charter_kind_information_shared = {
  .data = { "information-shared", CHARTER_ROWS (information_shared_rows),
            "A partner or a person shares information with others." },
  .act = "share",
};

static const CharterRow activity_planned_rows[] = {
  { "affects", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_ONE_OR_LIST,
    CHARTER_REFERS_AUDIENCE,
    .meaning = "Those who will be touched by it." },
  { "approach", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Whether the way of working is kept, adapted or new." },
  { "area", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Area of work it belongs to." },
  { "decision", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_DECISION,
    .meaning = "The decision it follows from." },
  { "for", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_AUDIENCE,
    .meaning = "Those for whom it is done." },
  { "host", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_PARTY,
    .meaning = "The one who hosts it." },
  { "id", CHARTER_TYPE_NAME, CHARTER_ROW_REQUIRED | CHARTER_ROW_MAKES,
    .meaning = "Id of the activity." },
  { "offered-by", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_UNIT,
    .meaning = "The one who offered the way of working." },
  { "partners", CHARTER_TYPE_NAME, CHARTER_ROW_LIST, CHARTER_REFERS_PARTNER,
    .meaning = "The partners that take part." },
  { "place", CHARTER_TYPE_CODE, CHARTER_ROW_CORRECTABLE,
    .meaning = "Place where it is done." },
  { "replaces", CHARTER_TYPE_NAME, 0, CHARTER_REFERS_ACTIVITY,
    .meaning = "The activity that this one replaces." },
  { "responds-to", CHARTER_TYPE_NAME, CHARTER_ROW_ONE_OR_LIST, CHARTER_REFERS_ANY,
    .meaning = "What the activity responds to." },
  { "starts", CHARTER_TYPE_INSTANT, CHARTER_ROW_REQUIRED | CHARTER_ROW_CORRECTABLE,
    .meaning = "When it starts." },
  { "text", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE | CHARTER_ROW_CORRECTABLE,
    .meaning = "The activity in words." },
  { "what", CHARTER_TYPE_CODE, 0,
    .meaning = "What sort of activity it is, such as bid." },
};

const CharterKind charter_kind_activity_planned = {
  .data = { "activity-planned", CHARTER_ROWS (activity_planned_rows),
            "Something is planned that touches others." },
};
