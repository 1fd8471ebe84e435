/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-rows-private.h"

/* The written charter: its top-level members and those that are small. */

static const char *const formats[] = { "1", NULL };
static const char *const weekdays[] = { "mo", "tu", "we", "th", "fr", "sa", "su", NULL };
static const char *const holders[] = { "one", "many", NULL };
static const char *const role_owners[] = { "partnership", "partner", NULL };
static const char *const cycle_starts[] = { "schedule", "completion", NULL };

static const CharterRow calendar_rows[] = {
  ROW ("holidays", CODE, SOME,
       "Days on which nobody works: a calendar known to the library (england-and-wales, scotland, "
       "northern-ireland), a date, or a list of these."),
  WORD ("working-days", weekdays, LIST,
        "Days of the week that count as working days; Monday to Friday if left out."),
  ROW ("zone", ZONE, 0,
       "The time zone in which dates are read, UTC if left out."),
};

static const CharterShape calendar_shape = {
  .name = "calendar",
  CHARTER_ROWS (calendar_rows),
  .meaning = "How days are counted.",
};

static const CharterRow constituency_rows[] = {
  REF ("id", NOTHING, REQ,
       "The id by which rules, checks and partners name the constituency."),
  ROW ("name", TEXT, 0,
       "What people call it."),
};

static const CharterShape constituency_shape = {
  .name = "constituency",
  CHARTER_ROWS (constituency_rows),
  .meaning = "A named group that must be heard or counted.",
};

static const CharterRow role_rows[] = {
  ROW ("acts", CODE, LIST,
       "What a holder may do, such as chair or see-sealed."),
  ROW ("bars", CODE, LIST,
       "What a holder may not do, whatever else permits it, such as vote while suspended."),
  REF ("clause", CLAUSE, 0,
       "The clause behind the role."),
  WORD ("holder", holders, 0,
        "Whether one person holds it at a time (the default), or many may."),
  REF ("id", NOTHING, REQ,
       "The id by which rules and entries name the role."),
  REF ("incompatible", ROLE, LIST,
       "Roles that a holder of this one may not hold as well."),
  ROW ("name", TEXT, 0,
       "What people call it."),
  WORD ("of", role_owners, 0,
        "Whether it is a role in the partnership (the default) or one that each partner fills."),
  REF ("substitutes", ROLE, 0,
       "The role that a holder of this one stands in for."),
  ROW ("term", PERIOD, 0,
       "How long it is held before it ends by itself; without it there is no end."),
};

static const CharterShape role_shape = {
  .name = "role",
  CHARTER_ROWS (role_rows),
  .meaning = "A role that persons hold, and what it lets them do.",
};

static const CharterRow limit_rows[] = {
  WHOLE ("amount-at-most", 0, G_GINT64_CONSTANT (9007199254740991), 0,
         "The largest amount of a decision that the permission covers."),
};

static const CharterShape limit_shape = {
  .name = "limit",
  CHARTER_ROWS (limit_rows),
  .meaning = "How far a permission reaches.",
};

static const CharterRow permission_rows[] = {
  ROW ("act", CODE, REQ,
       "The act that is permitted to those listed, and to nobody else."),
  ROW ("asks", TEXT, LIST,
       "Who has to be asked first, spelled as in to: a view is sought from one of each."),
  REF ("clause", CLAUSE, 0,
       "The clause behind the permission."),
  PART ("limit", limit_shape, 0,
        "How far the permission reaches; without it there is no limit."),
  ROW ("to", TEXT, REQ | LIST,
       "Who may: role:ID, constituency:ID, partner:ID, person:ID, partners or persons."),
};

static const CharterShape permission_shape = {
  .name = "permission",
  CHARTER_ROWS (permission_rows),
  .meaning = "Who may do one thing.",
};

static const CharterRow cycle_rows[] = {
  ROW ("anchor", DATE, 0,
       "The date from which the first turn is reckoned; the day the charter comes into force if "
       "left out."),
  REF ("clause", CLAUSE, 0,
       "The clause behind the cycle."),
  ROW ("escalate-to", TEXT, SOME,
       "Who is told once the grace has run out: role:ID or person:ID."),
  ROW ("every", REPEAT, REQ,
       "How often: a period, an RFC 5545 rule of days, or an ISO 8601 repeating interval."),
  WORD ("from", cycle_starts, 0,
        "Whether the next turn is reckoned from the schedule (the default) or from the last "
        "completion."),
  ROW ("grace", PERIOD, 0,
       "How long after its date a review still counts as held on time."),
  REF ("id", NOTHING, REQ,
       "The id by which checks and reviews name the cycle."),
  ROW ("name", TEXT, 0,
       "What people call it."),
  ROW ("notice", PERIOD, 0,
       "How long before its date a review is announced."),
  REF ("of", ANY, 0,
       "What is reviewed: charter, partnership, or the id of something in the charter or the "
       "record."),
  REF ("owner", ANY, 0,
       "The role or person who sees to it."),
  ROW ("window", PERIOD, 0,
       "How long before its date a review may already be held."),
};

static const CharterShape cycle_shape = {
  .name = "cycle",
  CHARTER_ROWS (cycle_rows),
  .meaning = "A review that comes round.",
};

static const CharterRow document_rows[] = {
  PART ("calendar", calendar_shape, 0,
        "How days are counted."),
  WORD ("charter", formats, REQ,
        "The version of this format, \"1\"."),
  PART ("conflicts", charter_conflicts_shape, 0,
        "What a conflict of interest is here and what follows from it."),
  PART ("constituencies", constituency_shape, LIST,
        "Named groups that must be heard or counted."),
  PART ("cycles", cycle_shape, LIST,
        "Reviews that come round."),
  REF ("id", NOTHING, REQ,
       "The id of the charter, the same in all its versions."),
  ROW ("in-force-from", DATE, 0,
       "The date from which it holds; from its adoption if left out."),
  ROW ("language", TEXT, 0,
       "The language of its texts as a BCP 47 tag, \"en\" if left out."),
  MAP ("periods", PERIOD, 0,
       "Named periods, such as acknowledge-concern."),
  PART ("permissions", permission_shape, LIST,
        "Who may do what, act by act."),
  ROW ("requires", CODE, LIST,
       "Checks and families, each beginning with x-, that a program must add for this charter to "
       "be judged."),
  PART ("roles", role_shape, LIST,
        "Roles that persons hold."),
  PART ("rules", charter_rule_shape, LIST,
        "Decision rules."),
  PART ("sections", charter_section_shape, REQ | LIST,
        "The clauses, section by section."),
  ROW ("source", TEXT, 0,
       "Where the charter comes from."),
  ROW ("title", TEXT, REQ,
       "What people call the charter."),
  ROW ("version", TEXT, 0,
       "Which version of the charter this is, \"1\" if left out."),
};

const CharterShape charter_document_shape = {
  .name = "charter",
  CHARTER_ROWS (document_rows),
  .meaning = "A written charter.",
};
