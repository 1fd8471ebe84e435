/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-rows-private.h"

/* Sections, clauses, and how a clause is told to be lived: checks and attestations. */

const char *const charter_words_clause_kinds[] = {
  "value", "responsibility", "principle", "commitment", "guideline", "capability", NULL
};
static const char *const parts[] = { "proof", "sign", "bar", NULL };
static const char *const nones[] = { "no-evidence", "nothing-arose", NULL };

static const CharterRow condition_rows[] = {
  ROW ("between", VALUE, LIST, "The member lies between these two, both included."),
  ROW ("eq", VALUE, 0, "The member equals this."),
  ROW ("gt", VALUE, 0, "The member is greater than this."),
  ROW ("gte", VALUE, 0, "The member is this or greater."),
  ROW ("has", VALUE, 0, "The member is a list that holds this, or, with true or false, is there "
                        "or not."),
  ROW ("in", VALUE, LIST, "The member is one of these."),
  ROW ("lt", VALUE, 0, "The member is less than this."),
  ROW ("lte", VALUE, 0, "The member is this or less."),
};

static const CharterShape condition_shape = {
  .name = "condition",
  CHARTER_ROWS (condition_rows),
  .meaning = "What a member of an entry must be; all that is given must hold.",
};

#define WHEN(meaning_)                                                                     \
  { .name = "when", .type = CHARTER_TYPE_MAP, .item = CHARTER_TYPE_OBJECT,                 \
    .shape = &condition_shape, .meaning = (meaning_) }

static const char *const evers[] = { "ever", NULL };

static const CharterRow expect_rows[] = {
  WHOLE ("at-least", 1, 1000, 0, "How many there must be; 1 if left out."),
  ROW ("by", CODE, 0, "Who must have made it: a set, or other for anybody but the one behind the "
                      "case."),
  MAP ("contains", CODE, 0, "Members of the entry that must hold all that members of the case "
                            "hold."),
  MAP ("differs", CODE, 0, "Members of the entry that must differ from members of the case."),
  ROW ("distinct", CODE, 0, "The member whose different values are counted for at-least."),
  ROW ("fields", CODE, LIST, "Members that must be filled."),
  MAP ("join", CODE, 0, "Members of the entry that must agree with members of the case."),
  ROW ("kind", CODE, REQ | SOME, "The kind of the entry, or several of which one is enough."),
  WORD ("since", evers, 0, "With ever, entries from before the case count too."),
  ROW ("standing", BOOLEAN, 0, "Whether only what is neither replaced, ended nor past its date "
                               "counts; false if left out."),
  WHEN ("Conditions on members of the entry."),
  ROW ("within", PERIOD, 0, "How soon after the case it must follow."),
};

static const CharterShape expect_shape = {
  .name = "expect",
  CHARTER_ROWS (expect_rows),
  .meaning = "The entry that a case must have.",
};

static const CharterRow case_rows[] = {
  ROW ("at", CODE, 0, "The member with the time at which the case arose; the entry's own time if "
                      "left out."),
  ROW ("each", CODE, 0, "The list of which every item is a case."),
  ROW ("first", CODE, SOME, "Members: only the first entry with the same values is a case."),
  ROW ("kind", CODE, SOME, "The kind of the entries that are cases."),
  ROW ("set", TEXT, SOME, "The set whose members are cases."),
  ROW ("standing", BOOLEAN, 0, "Whether only what is neither replaced, ended nor past its date "
                               "is a case; false if left out."),
  WHEN ("Conditions on members of the entries."),
};

static const CharterShape case_shape = {
  .name = "case",
  CHARTER_ROWS (case_rows),
  .meaning = "What a check counts: entries of a kind, or members of a set.",
  .alternatives = "kind|set",
};

static const CharterRow check_rows[] = {
  ROW ("across", BOOLEAN, 0, "Only what goes from one of the groups to another counts."),
  PART ("all", charter_check_shape, LIST, "Checks that must all be upheld."),
  PART ("any", charter_check_shape, LIST, "Checks of which one must be upheld."),
  ROW ("approach", CODE, SOME, "Only cases with this approach."),
  ROW ("area", CODE, SOME, "Only cases in this area."),
  WORD ("as", parts, 0, "What the check proves: proof (the default), a sign that can only pull "
                        "down, or a bar."),
  ROW ("at-least", AMOUNT, 0, "How many there must be; with checks, how many of them must be "
                             "upheld."),
  ROW ("at-most", AMOUNT, 0, "How many there may be, or the largest share of the top ones."),
  ROW ("audience", CODE, SOME, "Only what went to this audience."),
  ROW ("basis", CODE, SOME, "Only what was said from this basis: lived or learned."),
  ROW ("before", CODE, 0, "The moment before which it must have happened."),
  ROW ("by", CODE, 0, "What the measure is taken by: person, partner, constituency, group and the "
                      "like."),
  PART ("case", case_shape, 0, "What is counted, where a family is named and its parameters do "
                               "not say it."),
  ROW ("check", CODE, 0, "A named check."),
  PART ("checks", charter_check_shape, LIST, "Checks of which at-least must be upheld."),
  ROW ("contested", BOOLEAN, 0, "Only matters on which positions differed."),
  ROW ("covers", CODE, SOME, "What must be covered."),
  REF ("cycle", CYCLE, 0, "The review cycle that is meant."),
  ROW ("draws-on", CODE, SOME, "What it must have been drawn from."),
  ROW ("each-at-least", FRACTION, 0, "What the measure of each member must reach."),
  ROW ("each-of-even", FRACTION, 0, "What part of an even share each member must reach."),
  ROW ("every", PERIOD, 0, "How often it must happen."),
  PART ("expect", expect_shape, 0,
        "What must follow or come before each case, where a family is named."),
  ROW ("family", CODE, 0, "A family of checks, with the parameters given here."),
  ROW ("field", CODE, 0, "The member of the entries whose values are looked at."),
  ROW ("fields", CODE, SOME, "The members of the entries that must be filled."),
  ROW ("form", CODE, SOME, "Only what has this form."),
  ROW ("from", TEXT, SOME, "Who it must come from."),
  ROW ("gap", PERIOD, 0, "The time that must lie between."),
  ROW ("gap-at-most", GAP, 0, "How far groups may lie apart."),
  ROW ("grace", PERIOD, 0, "How long after its time it still counts."),
  ROW ("groups", TEXT, LIST, "The groups that are compared."),
  ROW ("horizon", CODE, SOME, "Only cases with this horizon."),
  ROW ("kind", CODE, SOME, "The kind of the entries that are looked at."),
  WHOLE ("last", 1, 1000, 0, "Only the last so many cases."),
  ROW ("lead", PERIOD, 0, "How long beforehand it must have happened."),
  ROW ("lexicon", CODE, SOME, "The word lists that texts are held against."),
  ROW ("manner", CODE, SOME, "Only what was done in this manner."),
  ROW ("measure", CODE, 0, "The figure that is looked at."),
  WHOLE ("min-cases", 0, 1000000, 0, "How many cases there must be before anything is concluded."),
  PART ("not", charter_check_shape, 0, "A check that must not be upheld."),
  ROW ("of", TEXT, SOME, "Whose or which: a set, a constituency, role:ID, constituency:ID, or "
                         "types of what is counted."),
  ROW ("only", BOOLEAN, 0, "Only entries with none but these values count."),
  ROW ("partly-from", FRACTION, 0,
       "The share of good cases from which the check is partly upheld; 3/5 if left out."),
  ROW ("per", CODE, 0, "What makes one case: partner, person, pair, place, area and the like."),
  ROW ("place", CODE, SOME, "Only cases in this place."),
  ROW ("serves", CODE, SOME, "Only what serves these: clauses, or kinds of things such as goal."),
  ROW ("share", FRACTION, 0, "The share that is asked for."),
  ROW ("source", CODE, SOME, "Where it must come from."),
  ROW ("stage", CODE, SOME, "Only cases at this stage."),
  ROW ("texts", CODE, SOME, "The texts that are read."),
  ROW ("to", TEXT, SOME, "Whom it must reach."),
  WHOLE ("top", 1, 1000, 0, "How many of the largest are taken together."),
  ROW ("topic", CODE, SOME, "Only what is about this topic."),
  ROW ("type", CODE, SOME, "Only cases of this type."),
  PART ("unless", charter_check_shape, 0, "A check that, if upheld, takes the place of this one."),
  ROW ("upheld-from", FRACTION, 0,
       "The share of good cases from which the check is upheld; 9/10 if left out."),
  ROW ("values", VALUE, SOME, "The values of the field that count."),
  ROW ("what", CODE, SOME, "Only what is of this sort."),
  WHEN ("Conditions on members of the entries that are looked at."),
  WORD ("when-none", nones, 0, "What it means when there is no case: no-evidence (the default) or "
                               "nothing-arose."),
  ROW ("window", PERIOD, 0, "How far back is looked; P12M if left out."),
  ROW ("with", TEXT, SOME, "Who must have taken part."),
  ROW ("within", PERIOD, 0, "How soon it must follow."),
  WHOLE ("within-last", 1, 1000, 0, "Among how many of the last cases it must be found."),
};

const CharterShape charter_check_shape = {
  .name = "check",
  CHARTER_ROWS (check_rows),
  .meaning = "A check of the record: a named one, a family with parameters, or checks put "
             "together.",
  .alternatives = "check|family|all|any|not|checks",
};

static const CharterRow attest_rows[] = {
  ROW ("about", TEXT, SOME, "Whom the question is about: each, each-other, a set, a constituency, "
                            "role:ID or constituency:ID."),
  ROW ("after", CODE, SOME, "What makes it be asked besides: kinds of entries, or events such as "
                            "contested-decision."),
  ROW ("answer-at-least", FRACTION, 0, "What no single answer may fall below."),
  ROW ("asked", TEXT, SOME, "Who is asked: each, a set, a constituency, role:ID or "
                            "constituency:ID; persons if left out."),
  ROW ("asked-at", PERIOD, LIST, "How long after what makes it be asked the question is put."),
  ROW ("by", CODE, 0, "What answers are grouped by, such as constituency or partner."),
  ROW ("every", PERIOD, 0, "How often it is asked; P6M if left out."),
  ROW ("gap-at-most", FRACTION, 0, "How far the means of groups may lie apart."),
  ROW ("group-mean-at-least", FRACTION, 0, "What no group's mean may fall below; 3 if left out."),
  WHOLE ("group-size-at-least", 1, 1000, 0,
         "The smallest group that is shown apart; 3 if left out."),
  ROW ("mean-at-least", FRACTION, 0, "What the mean of the answers must reach; 7/2 if left out."),
  ROW ("question", NAME, REQ, "The question: one that the library knows, or one of your own that "
                              "begins with x-."),
  ROW ("response-at-least", FRACTION, 0,
       "The share of those asked who must answer; 2/3 if left out."),
  WHOLE ("scale", 2, 10, 0, "How many steps the answers have; 5 if left out."),
  ROW ("sealed", BOOLEAN, 0, "Whether the answers are sealed; false if left out."),
  ROW ("spread-at-most", FRACTION, 0,
       "How far the means of partners may lie apart; 2 if left out."),
  ROW ("stale-after", PERIOD, 0, "After how long answers no longer count; P9M if left out."),
  ROW ("text", TEXT, 0, "The wording of a question of your own."),
  ROW ("trend-at-least", FRACTION, 0,
       "How far the mean may have moved since a year before, such as -1/4."),
};

static const CharterShape attest_shape = {
  .name = "attest",
  CHARTER_ROWS (attest_rows),
  .meaning = "A question put to people, and the answers that uphold the clause.",
};

static const CharterRow clause_rows[] = {
  PART ("attest", attest_shape, LIST, "Questions put to people."),
  PART ("checks", charter_check_shape, LIST, "Checks of the record."),
  REF ("id", NOTHING, REQ, "The id of the clause, the same in all versions of the charter."),
  WORD ("kind", charter_words_clause_kinds, REQ, "What the clause is."),
  ROW ("source", TEXT, 0, "Where the clause comes from."),
  ROW ("text", TEXT, REQ, "What the clause says."),
};

static const CharterShape clause_shape = {
  .name = "clause",
  CHARTER_ROWS (clause_rows),
  .meaning = "One commitment.",
};

static const CharterRow section_rows[] = {
  PART ("clauses", clause_shape, REQ | LIST, "The clauses of the section."),
  REF ("id", NOTHING, REQ, "The id of the section."),
  ROW ("title", TEXT, REQ, "The heading of the section."),
};

const CharterShape charter_section_shape = {
  .name = "section",
  CHARTER_ROWS (section_rows),
  .meaning = "Clauses that belong together.",
};
