/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-decide-test.h"

#include <charter/charter.h>

#include "audit/charter-audit-work-private.h"
#include "document/charter-document-object-private.h"

#include <locale.h>

/* A charter per finding, and one that differs in a little where it must not appear. */

#define SECTIONS "'sections': [{'id': 's', 'title': 'S', 'clauses': [{'id': 'c1', "               \
                 "'kind': 'value', 'text': 'We are kind.', 'checks': [{'check': 'voices-heard'}]}]}]"
#define BARE(more) "'sections': [{'id': 's', 'title': 'S', 'clauses': [{'id': 'c1', "            \
                   "'kind': 'value', 'text': 'We are kind.'" more "}]}]"
#define RULE(members) "'rules': [{'id': 'r', 'method': 'majority'" members "}]"
#define PLAIN RULE ("")

static CharterDocument *
make_charter (const char *members)
{
  g_autofree char *quoted = g_strdup_printf ("{'charter': '1', 'id': 't', 'title': 'T', %s%s%s}",
                                             members,
                                             strstr (members, "'sections'") != NULL ? "" : ", ",
                                             strstr (members, "'sections'") != NULL ? "" : SECTIONS);
  g_autofree char *text = charter_build_quote (quoted);
  g_autoptr(GError) error = NULL;
  CharterDocument *document = charter_document_new_from_text (text, &error);

  cr_assert (document != NULL, "%s: %s", members, error != NULL ? error->message : "");

  return document;
}

static CharterAudit *
audit (const char *members,
       const char *voters)
{
  g_autoptr(CharterDocument) document = make_charter (members);
  g_autofree char *text = voters != NULL ? charter_build_quote (voters) : NULL;
  g_autoptr(GError) error = NULL;
  CharterAudit *self = charter_audit_document (document, text, NULL, &error);

  cr_assert (self != NULL, "%s: %s", members, error != NULL ? error->message : "");

  return self;
}

/* The first finding of the code whose message has @part (NULL: any); NULL. */
static CharterAuditFinding *
find (CharterAudit *self,
      const char   *code,
      const char   *part)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(CharterAuditFinding) finding = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (strcmp (charter_audit_finding_get_code (finding), code) == 0
          && (part == NULL || strstr (charter_audit_finding_get_message (finding), part) != NULL))
        return g_steal_pointer (&finding);
    }

  return NULL;
}

typedef struct
{
  const char *code, *part;      /* of its message */
  const char *with, *without;   /* members of the charter */
  const char *voters, *other_voters;   /* of the first and of the second; NULL: anybody */
} Case;

#define QUORUM(members) RULE (", 'quorum': {" members "}")
#define TESTS(tests) RULE (", 'tests': [" tests "]")
#define CHAIR "'roles': [{'id': 'chair', 'acts': ['chair', 'record', 'see-sealed']}"
#define TWO_ROLES CHAIR ", {'id': 'vice', 'substitutes': 'chair', 'acts': ['chair', 'record', " \
                  "'see-sealed']}]"
#define GROUPS "'constituencies': [{'id': 'x'}, {'id': 'y'}]"
#define WEIGHTS(a, b, c) "[{'id': 'a', 'weight': " a "}, {'id': 'b', 'weight': " b "}, "          \
                         "{'id': 'c', 'weight': " c "}]"
#define IN_GROUPS "[{'id': 'a', 'constituencies': ['x']}, {'id': 'b', 'constituencies': ['y']}, " \
                  "{'id': 'c', 'constituencies': ['y']}]"

#define NEVER "{'id': 'r', 'method': 'majority', 'tests': [{'id': 'yes', 'share': '2/3'}, " \
              "{'id': 'no', 'of': 'against', 'share': '1/2', 'compare': '>='}]}"

static const Case cases[] = {
  { "unreachable-quorum", "at least 5 must take part, and there are 4", QUORUM ("'at-least': 5"),
    QUORUM ("'at-least': 4"), "4", "4" },
  { "unreachable-quorum", "from “x”", GROUPS ", "
    QUORUM ("'at-least': 1, 'requires': [{'constituency': 'x', 'at-least': 2}]"), GROUPS ", "
    QUORUM ("'at-least': 1, 'requires': [{'constituency': 'y', 'at-least': 2}]"), IN_GROUPS,
    IN_GROUPS },
  { "unreachable-quorum", "at least 5", QUORUM ("'sqrt-of': 'members', 'share': '2', 'plus': 1"),
    QUORUM ("'sqrt-of': 'members', 'share': '2'"), "4", "4" },
  { "contradiction", "“most” can never hold", TESTS ("{'id': 'most', 'of': 'for', 'at-least': 5}"),
    TESTS ("{'id': 'most', 'of': 'for', 'at-least': 4}"), "4", "4" },
  { "contradiction", "“yes” and “no” can never both hold",
    TESTS ("{'id': 'yes', 'share': '2/3', 'compare': '>='}, {'id': 'no', 'of': 'against', "
           "'share': '1/2', 'compare': '>='}"),
    TESTS ("{'id': 'yes', 'share': '1/2', 'compare': '>='}, {'id': 'no', 'of': 'against', "
           "'share': '1/2', 'compare': '>='}"), NULL, NULL },
  { "contradiction", "“few” and “many” can never both hold",
    TESTS ("{'id': 'few', 'at-most': 2}, {'id': 'many', 'at-least': 3}"),
    TESTS ("{'id': 'few', 'at-most': 3}, {'id': 'many', 'at-least': 3}"), NULL, NULL },
  { "deadlock", "No rule of this charter can carry", "'rules': [" NEVER "]",
    "'rules': [" NEVER ", {'id': 'q', 'method': 'majority'}]", NULL, NULL },
  { "deadlock", "no rule to decide by", "'rules': []", PLAIN, NULL, NULL },
  { "deadlock", "nobody chair", RULE (", 'tie': ['casting-vote']")
    ", 'permissions': [{'act': 'record', 'to': ['persons']}]",
    RULE (", 'tie': ['casting-vote']") ", 'permissions': [{'act': 'chair', 'to': ['persons']}]",
    NULL, NULL },
  { "unguarded-charter", "No rule of this charter amends it", PLAIN,
    "'rules': [{'id': 'r', 'method': 'majority'}, {'id': 'q', 'method': 'unanimity', "
    "'amends-charter': true}]", NULL, NULL },
  { "unguarded-charter", NULL, RULE (", 'amends-charter': false"), "'rules': []", NULL, NULL },
  { "no-voters", NULL, GROUPS ", " RULE (", 'voters': ['constituency:x']"),
    GROUPS ", " RULE (", 'voters': ['constituency:y']"),
    "[{'id': 'a', 'constituencies': ['y']}]", "[{'id': 'a', 'constituencies': ['y']}]" },
  { "needs-voters", "only once 5", QUORUM ("'at-least': 5"), QUORUM ("'share': '1/2'"), NULL, NULL },
  { "unreachable-tie", "“lot” after it", RULE (", 'tie': ['status-quo', 'lot']"),
    RULE (", 'tie': ['lot']"), NULL, NULL },
  { "early-close", "with 10 voters, at 1 in favour and 0 against",
    RULE (", 'early': {'on': 'tests', 'tests': [{'id': 'e', 'share': '1/2'}]}"),
    RULE (", 'early': {'on': 'tests', 'tests': [{'id': 'e', 'base': 'members', 'share': '1/2'}]}"),
    NULL, NULL },
  { "more-votes-hurt", "“few”", TESTS ("{'id': 'few', 'at-most': 2}"),
    TESTS ("{'id': 'few', 'of': 'against', 'at-most': 2}"), NULL, NULL },
  { "minority-carries", "a minority carries: 2 of 5", TESTS ("{'id': 't', 'share': '2/5', "
                                                             "'compare': '>='}"),
    TESTS ("{'id': 't', 'share': '1/2', 'compare': '>'}"), "5", "5" },
  { "minority-carries", "half of the votes are enough", TESTS ("{'id': 't', 'share': '1/2', "
                                                               "'compare': '>='}"),
    TESTS ("{'id': 't', 'share': '1/2', 'compare': '>='}"), "4", "5" },
  { "cannot-express", NULL, RULE (", 'x-none': 1"), PLAIN, NULL, NULL },
  { "inquorate-after", "once 2 of 4 are missing", QUORUM ("'base': 'members', 'share': '1/2', "
                                                          "'compare': '>'"),
    PLAIN, "4", "4" },
  { "inquorate-after", "once one of these is missing: a", QUORUM ("'base': 'members', 'share': "
                                                                  "'1/2', 'compare': '>'"),
    QUORUM ("'base': 'members', 'share': '1/3', 'compare': '>'"), WEIGHTS ("3", "2", "1"),
    WEIGHTS ("3", "2", "1") },
  { "inquorate-after", "1 of 3", QUORUM ("'base': 'members', 'share': '1/2', 'compare': '>'"),
    PLAIN, NULL, NULL },
  { "inquorate-after", "2 of 4 are kept out", QUORUM ("'base': 'eligible', 'share': '1/2', "
                                                     "'compare': '>'"),
    QUORUM ("'base': 'eligible', 'share': '1/2', 'compare': '>'")
    ", 'conflicts': {'regime': 'units-removed', 'remedies': ['adjourn']}", "4", "4" },
  { "inquorate-after", "one of these is kept out",
    TESTS ("{'id': 't', 'base': 'members', 'share': '3/4', 'compare': '>'}"),
    TESTS ("{'id': 't', 'base': 'for+against', 'share': '3/4', 'compare': '>'}"), "4", "4" },
  { "recusal-counts-against", "“fixed-base”",
    TESTS ("{'id': 't', 'base': 'eligible', 'share': '1/2'}"),
    TESTS ("{'id': 't', 'base': 'eligible', 'share': '1/2'}")
    ", 'conflicts': {'regime': 'units-removed'}", NULL, NULL },
  { "no-remedy", "“r”", QUORUM ("'share': '1/2'"),
    QUORUM ("'share': '1/2'") ", 'conflicts': {'remedies': ['adjourn']}", NULL, NULL },
  { "single-point-of-failure", "the holder of “chair”", PLAIN ", " CHAIR "]", PLAIN ", " TWO_ROLES,
    NULL, NULL },
  { "single-point-of-failure", "representative is away", RULE (", 'speaks': 'representative'")
    ", 'roles': [{'id': 'representative', 'of': 'partner'}]",
    RULE (", 'speaks': 'representative'")
    ", 'roles': [{'id': 'representative', 'of': 'partner'}, {'id': 'other', 'of': 'partner', "
    "'substitutes': 'representative'}]", NULL, NULL },
  { "lockout", "Only the holder of “chair”", PLAIN ", " CHAIR "]", PLAIN ", " TWO_ROLES, NULL, NULL },
  { "lockout", "ends by itself (chair, vice)", PLAIN ", 'roles': [{'id': 'chair', 'term': 'P1Y', "
    "'acts': ['record']}, {'id': 'vice', 'term': 'P2Y', 'acts': ['record']}]",
    PLAIN ", 'roles': [{'id': 'chair', 'term': 'P1Y', 'acts': ['record']}, {'id': 'vice', "
    "'acts': ['record']}]", NULL, NULL },
  { "self-barred", "permits vote", PLAIN
    ", 'roles': [{'id': 'chair', 'acts': ['vote'], 'bars': ['vote']}]",
    PLAIN ", 'roles': [{'id': 'chair', 'acts': ['vote'], 'bars': ['chair']}]", NULL, NULL },
  { "substitute-circle", "a, b, a", PLAIN ", 'roles': [{'id': 'a', 'substitutes': 'b'}, {'id': 'b', "
    "'substitutes': 'a'}]",
    PLAIN ", 'roles': [{'id': 'a', 'substitutes': 'b'}, {'id': 'b'}]", NULL, NULL },
  { "nobody-may", "chair, handle-concern, record-for, see-sealed", PLAIN
    ", 'permissions': [{'act': 'propose', 'to': ['persons']}]", PLAIN, NULL, NULL },
  { "nobody-may", "speaks of concerns", PLAIN ", 'periods': {'acknowledge-concern': 'P7D'}"
    ", 'permissions': [{'act': 'propose', 'to': ['persons']}]",
    PLAIN ", 'periods': {'acknowledge-concern': 'P7D'}"
    ", 'permissions': [{'act': 'handle-concern', 'to': ['persons']}]", NULL, NULL },
  { "amount-beyond-all", "propose beyond an amount of 500", PLAIN
    ", 'permissions': [{'act': 'propose', 'to': ['persons'], 'limit': {'amount-at-most': 500}}]",
    PLAIN ", 'permissions': [{'act': 'propose', 'to': ['persons'], 'limit': {'amount-at-most': "
    "500}}, {'act': 'propose', 'to': ['partners']}]", NULL, NULL },
  { "unevidenced-clause", "has no checks", PLAIN ", " BARE (""), PLAIN, NULL, NULL },
  { "unevidenced-clause", "all its checks are signs", PLAIN ", "
    BARE (", 'checks': [{'check': 'voices-heard', 'as': 'sign'}]"),
    PLAIN ", " BARE (", 'checks': [{'check': 'voices-heard', 'as': 'proof'}]"), NULL, NULL },
  { "needs-program", "x-walked", PLAIN ", 'requires': ['x-walked']", PLAIN, NULL, NULL },
  { "unused", "role “lead”", PLAIN ", 'roles': [{'id': 'lead'}]",
    RULE (", 'voters': ['role:lead']") ", 'roles': [{'id': 'lead'}]", NULL, NULL },
  { "unused", "constituency “y”", RULE (", 'voters': ['constituency:x']") ", " GROUPS,
    RULE (", 'voters': ['constituency:x', 'constituency:y']") ", " GROUPS, NULL, NULL },
  { "same-rule", "r, q", "'rules': [{'id': 'r', 'method': 'majority', 'name': 'R'}, {'id': 'q', "
    "'method': 'majority'}]",
    "'rules': [{'id': 'r', 'method': 'majority'}, {'id': 'q', 'method': 'majority', 'secret': "
    "true}]", NULL, NULL },
  { "cycle-overlap", "window is 1 year and 1 month", PLAIN
    ", 'cycles': [{'id': 'y', 'every': 'P1Y', 'window': 'P13M'}]",
    PLAIN ", 'cycles': [{'id': 'y', 'every': 'P1Y', 'window': 'P12M'}]", NULL, NULL },
  { "no-time", "closes as it opens", RULE (", 'time': {'open': 'P0D'}"),
    RULE (", 'time': {'open': 'P1D'}"), NULL, NULL },
  { "time-order", "before its standstill", RULE (", 'time': {'review': 'P7D', 'standstill': 'P14D'}"),
    RULE (", 'time': {'review': 'P14D', 'standstill': 'P14D'}"), NULL, NULL },
  { "time-order", "bars without being shown", PLAIN ", 'conflicts': {'tail': 'P1Y', "
    "'published-for': 'P6M'}", PLAIN ", 'conflicts': {'tail': 'P6M', 'published-for': 'P6M'}", NULL,
    NULL },
  { "time-order", "confirmed before it is declared", PLAIN ", 'conflicts': {'declare-within': "
    "'P13M', 'confirm-every': 'P1Y'}", PLAIN ", 'conflicts': {'declare-within': 'P28D', "
    "'confirm-every': 'P1Y'}", NULL, NULL },
  { "dictator", "a alone decides", PLAIN, PLAIN, WEIGHTS ("3", "1", "1"), WEIGHTS ("2", "1", "1") },
  { "veto-player", "against a, alone", PLAIN, PLAIN, WEIGHTS ("2", "1", "1"),
    WEIGHTS ("1", "1", "1") },
  { "veto-player", "as the test “v” says", RULE (", 'tests': [{'id': 't', 'share': '1/2'}, {'id': "
    "'v', 'veto': 'against', 'holders': ['partner:a']}]"),
    RULE (", 'tests': [{'id': 't', 'share': '1/2'}, {'id': 'v', 'veto': 'against', 'holders': "
          "['partner:z']}]"), WEIGHTS ("1", "1", "1"), WEIGHTS ("1", "1", "1") },
  { "veto-player", "unless all 3 are in favour", TESTS ("{'id': 't', 'share': '2/3', 'compare': "
    "'>'}"), TESTS ("{'id': 't', 'share': '2/3', 'compare': '>='}"), "3", "3" },
  { "dummy", "the vote of c", PLAIN, PLAIN, WEIGHTS ("2", "2", "0"), WEIGHTS ("2", "2", "1") },
  { "unequal-power", "though weights are: the vote of a decides 2/3", GROUPS ", "
    TESTS ("{'id': 'in-x', 'constituency': 'x', 'share': '1/2'}, {'id': 'in-y', 'constituency': "
           "'y', 'share': '1/3', 'compare': '>='}"),
    GROUPS ", " PLAIN, IN_GROUPS, IN_GROUPS },
  { "unequal-power", "power is not equal: the vote of a decides 2/3", PLAIN, PLAIN,
    WEIGHTS ("2", "1", "1"), WEIGHTS ("2", "2", "2") },
  { "unequal-power", "“x” 1/3, “y” 2/3", GROUPS ", " PLAIN, GROUPS ", " PLAIN, IN_GROUPS,
    "{'x': 2, 'y': 2}" },
  { "overflow", NULL, PLAIN, PLAIN, WEIGHTS ("9007199254740991", "1", "1"),
    WEIGHTS ("1", "1", "1") },
};

/* Weights of a record or statement stay within 2^53: three of them cannot add up to more than
 * fits, so that many are needed. */
static char *
many_heavy (guint n)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s{\"weight\":9007199254740991}", i > 0 ? "," : "");
  g_string_append_c (out, ']');

  return g_string_free (out, FALSE);
}

static gboolean
is_special (const Case *row)
{
  return strcmp (row->code, "overflow") == 0 || strcmp (row->code, "cannot-express") == 0;
}

CHARTER_TEST (audit, each_finding_where_it_belongs_and_nowhere_else)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *row = &cases[i];
      g_autoptr(CharterAudit) with = NULL, without = NULL;
      g_autoptr(CharterAuditFinding) found = NULL, other = NULL;
      g_autofree char *json = NULL;

      if (is_special (row))
        continue;
      with = audit (row->with, row->voters);
      without = audit (row->without, row->other_voters);
      json = charter_audit_to_json (with);
      found = find (with, row->code, row->part);
      other = find (without, row->code, row->part);
      cr_assert (found != NULL, "no %s (%s) for %s:\n%s", row->code, row->part, row->with, json);
      cr_assert (other == NULL, "%s for %s: %s", row->code, row->without,
                 other != NULL ? charter_audit_finding_get_message (other) : "");
    }
}

CHARTER_TEST (audit, too_much_weight)
{
  g_autoptr(CharterDocument) document = make_charter (PLAIN);
  g_autofree char *heavy = many_heavy (300), *less = many_heavy (200);
  g_autoptr(CharterAudit) too_much = charter_audit_document (document, heavy, NULL, NULL);
  g_autoptr(CharterAudit) enough = charter_audit_document (document, less, NULL, NULL);
  g_autoptr(CharterAuditFinding) found = find (too_much, "overflow", NULL);
  g_autoptr(CharterAuditFinding) other = find (enough, "overflow", NULL);

  cr_assert (found != NULL);
  cr_assert (other == NULL);
}

/* Whatever this version cannot count by is what its document says. */
CHARTER_TEST (audit, what_cannot_be_counted)
{
  g_autoptr(CharterDocument) document = make_charter (RULE (", 'cap': {'by': 'of', 'at-most': 1}"));
  const CharterRuleData *rule = &charter_document_get_data (document)->rules[0];
  g_autoptr(CharterAudit) self = charter_audit_document (document, NULL, NULL, NULL);
  g_autoptr(CharterAuditFinding) found = find (self, "cannot-express", NULL);

  cr_assert ((found != NULL) == (rule->beyond != NULL));
}

/* Members that are known one by one, and that no count can bring together: each with the place
 * that an outcome names. */
CHARTER_TEST (audit, what_cannot_be_counted_together)
{
  static const struct { const char *rule, *place; } rows[] = {
    { "'method': 'instant-runoff', 'seats': 2", "/rules/0/seats" },
    { "'method': 'majority', 'secret': true, 'tie': ['role-ranking']",
      "/rules/0/tie/0: \"role-ranking\"" },
    { "'method': 'instant-runoff'", NULL },
    { "'method': 'majority', 'tie': ['role-ranking']", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *members = g_strdup_printf ("'rules': [{'id': 'r', 'unit': 'person', %s}]",
                                                  rows[i].rule);
      g_autoptr(CharterAudit) self = audit (members, NULL);
      g_autoptr(CharterAuditFinding) found = find (self, "cannot-express", rows[i].place);

      cr_assert ((found != NULL) == (rows[i].place != NULL), "%s", rows[i].rule);
    }
}

CHARTER_TEST (audit, every_code_has_a_case)
{
  static const char *const elsewhere[] = { "added", "changed", "dropped", "no-caster",
                                           "power-not-computed", NULL };
  g_auto(GStrv) codes = charter_audit_list_codes ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      gboolean there = g_strv_contains (elsewhere, codes[i]);

      for (guint j = 0; j < G_N_ELEMENTS (cases) && !there; j++)
        there = strcmp (cases[j].code, codes[i]) == 0;
      cr_assert (there, "no case for %s", codes[i]);
      cr_assert (i == 0 || strcmp (codes[i - 1], codes[i]) < 0);
    }
}

/* A sentence says a place for each argument and ends with a full stop. */
CHARTER_TEST (audit, sentences_are_whole)
{
  for (guint i = 0; i < CHARTER_N_AUDIT_SENTENCES; i++)
    {
      const CharterAuditSentenceRow *row = &charter_audit_sentences[i];

      cr_assert (row->message.code != NULL && g_str_has_suffix (row->message.text, "."), "%u: %s", i,
                 row->message.text);
      cr_assert (*row->suggestion.text == '\0' || g_str_has_suffix (row->suggestion.text, "."),
                 "%u: %s", i, row->suggestion.text);
    }
  for (guint i = 0; i < CHARTER_N_AUDIT_ARITHMETICS; i++)
    cr_assert (g_str_has_suffix (charter_audit_arithmetic[i].text, "."), "arithmetic %u", i);
}

/* What holds for several rules is said once. */
CHARTER_TEST (audit, rules_alike_share_a_finding)
{
  g_autoptr(CharterAudit) self =
    audit ("'rules': [{'id': 'r', 'method': 'majority', 'quorum': {'at-least': 5}}, {'id': 'q', "
           "'method': 'majority', 'quorum': {'at-least': 5}, 'secret': true}]", "4");
  g_autoptr(CharterAuditFinding) found = find (self, "unreachable-quorum", NULL);

  charter_assert_str (charter_audit_finding_get_message (found),
                      "Under “r”, “q” no quorum can be reached: at least 5 must take part, and "
                      "there are 4.");
  charter_assert_str (charter_audit_finding_get_rules (found)[1], "q");
  charter_assert_str (charter_audit_finding_get_path (found), "/rules/0/quorum");
  cr_assert (charter_audit_finding_get_severity (found) == CHARTER_AUDIT_SEVERITY_ERROR);
}

/* What is stated of voters */

CHARTER_TEST (audit, voters_that_cannot_be_read)
{
  static const struct { const char *voters; int code; const char *message; } rows[] = {
    { "x", CHARTER_ERROR_SYNTAX, NULL },
    { "0", CHARTER_ERROR_VALUE, "Expected at least one voter" },
    { "-1", CHARTER_ERROR_LIMIT, "Expected from 1 to 10000 voters in all" },
    { "10001", CHARTER_ERROR_LIMIT, "Expected from 1 to 10000 voters in all" },
    { "true", CHARTER_ERROR_FORMAT, NULL },
    { "[]", CHARTER_ERROR_VALUE, "Expected at least one voter" },
    { "{'z': 3}", CHARTER_ERROR_REFERENCE, "/z: There is no constituency “z” in this charter" },
    { "{'x': '3'}", CHARTER_ERROR_FORMAT, "/x: Expected how many voters belong there" },
    { "[{'id': 'a'}, {'id': 'a'}]", CHARTER_ERROR_ID_REUSED, "/1: There is already a voter “a”" },
    { "[{'id': 'A b'}]", CHARTER_ERROR_VALUE, NULL },
    { "[{'weight': -1}]", CHARTER_ERROR_VALUE, NULL },
    { "[{'wieght': 1}]", CHARTER_ERROR_FORMAT, NULL },
    { "[{'roles': ['king']}]", CHARTER_ERROR_REFERENCE, "/0: There is no role “king” in this charter" },
    { "[{'roles': 'king'}]", CHARTER_ERROR_FORMAT, "/0: Expected a list of ids" },
    { "[{'constituencies': [1]}]", CHARTER_ERROR_FORMAT, "/0: Expected a list of ids" },
    { "[7]", CHARTER_ERROR_FORMAT, NULL },
  };
  g_autoptr(CharterDocument) document = make_charter (PLAIN ", " GROUPS);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = charter_build_quote (rows[i].voters);
      g_autoptr(GError) error = NULL;
      CharterAudit *self = charter_audit_document (document, text, NULL, &error);

      cr_assert (self == NULL, "%s", rows[i].voters);
      charter_assert_error (error, CHARTER_ERROR, rows[i].code);
      if (rows[i].message != NULL)
        charter_assert_str (error->message, rows[i].message);
    }
}

/* Against the count itself: what a rule demands of those in favour and against is what carries. */

static const char *const counted_rules[] = {
  NULL,
  "'tests': [{'id': 't', 'share': '2/3', 'compare': '>='}]",
  "'tests': [{'id': 't', 'base': 'members', 'share': '1/2'}]",
  "'tests': [{'id': 't', 'base': 'eligible', 'share': '1/2', 'compare': '>='}]",
  "'tests': [{'id': 't', 'base': 'cast', 'share': '1/2', 'round': 'up', 'compare': '>='}]",
  "'tests': [{'id': 't', 'share': '1/2', 'plus': 1, 'round': 'down', 'compare': '>='}]",
  "'tests': [{'id': 't', 'at-least': 3}]",
  "'tests': [{'id': 't', 'of': 'against', 'at-most': 1}]",
  "'tests': [{'id': 't', 'at-least': 2, 'at-most': 4}]",
  "'quorum': {'base': 'members', 'share': '1/2', 'compare': '>', 'counts': ['for']}",
  "'quorum': {'at-least': 4, 'counts': ['for', 'against']}",
  "'quorum': {'base': 'eligible', 'share': '2/3', 'round': 'nearest'}",
  "'quorum': {'sqrt-of': 'members', 'share': '3/2'}",
  "'tests': [{'id': 't', 'bands': [{'from': '1/5', 'share': '3/4', 'compare': '>'}, "
  "{'above': '3/5', 'share': '1/2', 'compare': '>'}]}]",
  "'tests': [{'id': 't', 'share': '1/2', 'compare': '>'}, {'id': 'v', 'veto': 'against', "
  "'holders': ['persons']}]",
};

static gboolean
demands_hold (const CharterDocumentData *charter,
              const CharterSplit        *split,
              const CharterRegimeData   *regime)
{
  g_autoptr(GArray) demands = g_array_new (FALSE, FALSE, sizeof (CharterDemand));
  CharterEffect effect;

  charter_effect_init (&effect, &charter->conflicts, regime);
  charter_rule_conditions (charter, &charter->rules[0], demands);
  for (guint i = 0; i < demands->len; i++)
    if (!charter_demand_holds (&g_array_index (demands, CharterDemand, i), split, &effect, NULL))
      return FALSE;

  return TRUE;
}

static gboolean
is_carried (CharterBuild *b)
{
  g_autoptr(CharterDecided) decided = world_decide (b, WORLD_AFTER);

  return decided->result == CHARTER_RESULT_CARRIED;
}

CHARTER_TEST (audit, demands_are_what_the_count_asks)
{
  const guint n = 6;
  guint carried = 0, lost = 0;

  for (guint r = 0; r < G_N_ELEMENTS (counted_rules); r++)
    for (guint f = 0; f <= n; f++)
      for (guint a = 0; f + a <= n; a++)
        {
          g_autoptr(CharterBuild) b = world_of_persons (n, counted_rules[r], NULL);
          CharterScene scene = charter_build_scene (b);
          const CharterDocumentData *charter =
            charter_scene_charter (&scene, charter_build_instant (WORLD_AFTER), NULL);
          const CharterSplit split = { .in_favour = f, .opposed = a, .silent = n - f - a };
          gboolean expected;

          world_votes (b, f, a, 0);
          expected = is_carried (b);
          *(expected ? &carried : &lost) += 1;
          cr_assert (demands_hold (charter, &split, &charter->conflicts.regime) == expected,
                     "%s: %u for, %u against: %s", counted_rules[r], f, a,
                     expected ? "carried" : "not carried");
        }
  cr_assert (carried > 20 && lost > 20);
}

/* The same with some kept out by a conflict: under each regime. */
CHARTER_TEST (audit, recusals_are_what_the_count_makes_of_them)
{
  static const char *const regimes[] = { "fixed-base", "authorised-without", "units-removed",
                                         "colleagues-decide" };
  static const char *const floors[] = { "", ", 'floor': 3" };
  const guint n = 5;

  for (guint g = 0; g < G_N_ELEMENTS (regimes); g++)
    for (guint r = 0; r < G_N_ELEMENTS (counted_rules) * G_N_ELEMENTS (floors); r++)
      for (guint k = 0; k < n; k++)
        {
          const char *rule = counted_rules[r / G_N_ELEMENTS (floors)];
          g_autofree char *policy = g_strdup_printf ("'conflicts': {'regime': '%s', 'needs-ruling': "
                                                     "false%s}", regimes[g],
                                                     floors[r % G_N_ELEMENTS (floors)]);
          g_autoptr(CharterBuild) b = world_of_persons (n, rule, policy);
          CharterScene scene = charter_build_scene (b);
          const CharterDocumentData *charter =
            charter_scene_charter (&scene, charter_build_instant (WORLD_AFTER), NULL);
          const CharterSplit split = { .in_favour = n - k, .barred = k };

          if (charter->conflicts.regime.by_ruling)
            continue;
          for (guint i = 0; i < k; i++)
            charter_build_add (b, "interest-declared", WORLD_START,
                               "{'id': 'i%u', 'person': '%c', 'party': 'acme', 'category': "
                               "'financial'}", i, 'a' + (char) i);
          for (guint i = k; i < n; i++)
            {
              char voter[2] = { (char) ('a' + i), '\0' };

              world_vote (b, voter, "for");
            }
          cr_assert (demands_hold (charter, &split, &charter->conflicts.regime) == is_carried (b),
                     "%s, %s%s: %u kept out", regimes[g], rule, floors[r % G_N_ELEMENTS (floors)],
                     k);
        }
}

/* How many may be kept out is the smallest number with which the count fails. */
CHARTER_TEST (audit, how_many_recusals_is_exact)
{
  static const struct { const char *rule, *policy; guint n; const char *part; } rows[] = {
    { "'quorum': {'base': 'members', 'share': '1/2', 'compare': '>'}", "'regime': 'fixed-base'", 5,
      "once 3 of 5 are kept out" },
    { "'quorum': {'base': 'eligible', 'share': '1/2', 'compare': '>'}", "'regime': 'fixed-base'", 6,
      "once 3 of 6 are kept out" },
    { "'quorum': {'at-least': 2}", "'regime': 'units-removed'", 5, "once 4 of 5 are kept out" },
    { "'quorum': {'at-least': 2}", "'regime': 'units-removed', 'floor': 3", 5,
      "once 3 of 5 are kept out" },
    { "'tests': [{'id': 't', 'base': 'eligible', 'share': '2/3', 'compare': '>='}]",
      "'regime': 'fixed-base'", 6, "once 3 of 6 are kept out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *members = g_strdup_printf ("'rules': [{'id': 'r', 'method': 'majority', %s}], "
                                                  "'conflicts': {%s, 'remedies': ['adjourn']}",
                                                  rows[i].rule, rows[i].policy);
      g_autofree char *n = g_strdup_printf ("%u", rows[i].n);
      g_autoptr(CharterAudit) self = audit (members, n);
      g_autofree char *json = charter_audit_to_json (self);
      g_autoptr(CharterAuditFinding) found = find (self, "inquorate-after", rows[i].part);

      cr_assert (found != NULL, "%s, %s: no “%s” in %s", rows[i].rule, rows[i].policy, rows[i].part,
                 json);
    }
}

/* Members of a record */

#define TEAM_ROLES                                                                               \
  "'roles': [{'id': 'representative', 'of': 'partner'}, {'id': 'secretary', 'term': 'P1Y', "      \
  "'acts': ['record', 'handle-concern']}], "
#define TEAM_CHARTER(quorum)                                                                     \
  "{'charter': '1', 'id': 'c', 'title': 'C', " TEAM_ROLES                                         \
  "'rules': [{'id': 'r', 'method': 'majority', 'quorum': {'base': 'members', 'share': '1/2', "    \
  "'compare': '" quorum "'}}], " SECTIONS "}"

static CharterView *
team (const char *charter,
      gboolean    with_secretary)
{
  g_autoptr(CharterBuild) b = charter_build_new (charter, WORLD_START);
  static const char *const partners[] = { "north", "south", "east", "west" };

  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    charter_build_add (b, "partner-joined", WORLD_START, "{'id': '%s', 'name': 'P', 'weight': %u}",
                       partners[i], i == 0 ? 2 : 1);
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'ana', 'for': ['north', 'south']}");
  charter_build_add (b, "person-joined", WORLD_START, "{'id': 'ben', 'for': ['east']}");
  charter_build_add (b, "role-given", WORLD_START, "{'role': 'representative', 'person': 'ana', "
                                                   "'for': 'north'}");
  charter_build_add (b, "role-given", WORLD_START, "{'role': 'representative', 'person': 'ana', "
                                                   "'for': 'south'}");
  charter_build_add (b, "role-given", WORLD_START, "{'role': 'representative', 'person': 'ben', "
                                                   "'for': 'east'}");
  if (with_secretary)
    charter_build_add (b, "role-given", WORLD_START, "{'role': 'secretary', 'person': 'ben', 'from': "
                                                     "'2026-01-05'}");

  return charter_view_new (b->state, charter_state_get_head (b->state));
}

static CharterAudit *
audit_team (const char *charter,
            gboolean    with_secretary,
            const char *at)
{
  g_autoptr(CharterView) view = team (charter, with_secretary);
  g_autoptr(GError) error = NULL;
  CharterAudit *self = charter_audit_members (view, NULL, at, NULL, &error);

  charter_assert_no_error (error);
  charter_assert_str (charter_audit_get_kind (self), "members");
  charter_assert_str (charter_audit_get_at (self), at);

  return self;
}

CHARTER_TEST (audit, members_of_a_record)
{
  g_autoptr(CharterAudit) self = audit_team (TEAM_CHARTER (">"), TRUE, WORLD_VOTES);
  g_autofree char *json = charter_audit_to_json (self);
  static const struct { const char *code, *part; } rows[] = {
    { "single-point-of-failure", "Without ana there is no quorum" },
    { "single-point-of-failure", "Only ben may do this: record, handle-concern" },
    { "no-caster", "the vote of west" },
    { "lockout", "After 2027-01-04" },
    { "unequal-power", "the vote of north" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterAuditFinding) found = find (self, rows[i].code, rows[i].part);

      cr_assert (found != NULL, "no %s, %s in %s", rows[i].code, rows[i].part, json);
    }
  cr_assert (g_list_model_get_n_items (charter_audit_get_powers (self)) == 4);
}

CHARTER_TEST (audit, members_once_the_last_term_is_over)
{
  g_autoptr(CharterAudit) before = audit_team (TEAM_CHARTER (">"), TRUE, "2026-12-01T09:00:00Z");
  g_autoptr(CharterAudit) after = audit_team (TEAM_CHARTER (">"), TRUE, "2027-06-01T09:00:00Z");
  g_autoptr(CharterAudit) never = audit_team (TEAM_CHARTER (">"), FALSE, WORLD_VOTES);
  g_autoptr(CharterAuditFinding) soon = find (before, "lockout", "After 2027-01-04");
  g_autoptr(CharterAuditFinding) locked = find (after, "lockout", "Nobody may make entries any more");
  g_autoptr(CharterAuditFinding) open = find (never, "lockout", "Nobody may make entries any more");

  cr_assert (soon != NULL
             && charter_audit_finding_get_severity (soon) == CHARTER_AUDIT_SEVERITY_WARNING);
  cr_assert (locked != NULL
             && charter_audit_finding_get_severity (locked) == CHARTER_AUDIT_SEVERITY_ERROR);
  cr_assert (open == NULL);
}

CHARTER_TEST (audit, another_charter_for_the_members)
{
  g_autoptr(CharterView) view = team (TEAM_CHARTER (">"), TRUE);
  g_autoptr(CharterDocument) other = make_charter (RULE (", 'quorum': {'at-least': 9}"));
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterAudit) self = charter_audit_members (view, other, WORLD_VOTES, NULL, &error);
  g_autoptr(CharterAuditFinding) found = NULL;

  charter_assert_no_error (error);
  found = find (self, "unreachable-quorum", "at least 9 must take part, and there are 5");
  cr_assert (found != NULL);
}

CHARTER_TEST (audit, members_cannot_be_asked_about)
{
  g_autoptr(CharterView) view = team (TEAM_CHARTER (">"), TRUE);
  g_autoptr(GError) early = NULL, wrong = NULL;

  cr_assert (charter_audit_members (view, NULL, "2020-01-01T00:00:00Z", NULL, &early) == NULL);
  charter_assert_error (early, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND);
  cr_assert (charter_audit_members (view, NULL, "today", NULL, &wrong) == NULL);
  charter_assert_error (wrong, CHARTER_ERROR, CHARTER_ERROR_VALUE);
}

/* Power */

CHARTER_TEST (audit, powers_of_a_double_majority)
{
  g_autoptr(CharterAudit) self =
    audit (GROUPS ", " TESTS ("{'id': 'in-x', 'constituency': 'x', 'share': '1/2'}, {'id': 'in-y', "
                              "'constituency': 'y', 'share': '1/2'}"), IN_GROUPS);
  GListModel *powers = charter_audit_get_powers (self);
  static const char *const voters[] = { "a", "b", "c" };

  cr_assert (g_list_model_get_n_items (powers) == 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(CharterVotingPower) power = g_list_model_get_item (powers, i);

      charter_assert_str (charter_voting_power_get_rule (power), "r");
      charter_assert_str (charter_voting_power_get_voter (power), voters[i]);
      charter_assert_str (charter_voting_power_get_shapley (power), "1/3");
      charter_assert_str (charter_voting_power_get_banzhaf (power), "1/3");
      charter_assert_str (charter_voting_power_get_penrose (power), "1/4");
      charter_assert_str (charter_voting_power_get_swings (power), "1");
      cr_assert (charter_voting_power_get_weight (power) == 1);
      cr_assert (charter_voting_power_get_blocks (power));
      cr_assert (!charter_voting_power_get_decides (power));
    }
}

CHARTER_TEST (audit, power_that_is_too_much_is_said)
{
  g_autoptr(CharterDocument) document = make_charter (PLAIN);
  g_autoptr(GString) text = g_string_new ("[");
  g_autoptr(CharterAudit) self = NULL;
  g_autoptr(CharterAuditFinding) found = NULL;

  for (guint i = 0; i < 61; i++)
    g_string_append_printf (text, "%s{\"weight\":%u}", i > 0 ? "," : "", 1000 + i * i);
  g_string_append_c (text, ']');
  self = charter_audit_document (document, text->str, NULL, NULL);
  found = find (self, "power-not-computed", "61 voters");
  cr_assert (found != NULL);
  cr_assert (g_list_model_get_n_items (charter_audit_get_powers (self)) == 0);
}

/* Rules that make the same game have the same powers, and more than so many are not kept. */
CHARTER_TEST (audit, powers_of_many_rules)
{
  g_autoptr(GString) rules = g_string_new ("'rules': [");
  g_autoptr(CharterAudit) self = NULL;
  g_autoptr(CharterAuditFinding) found = NULL;
  guint n;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (rules, "%s{'id': 'r%u', 'method': 'majority', 'time': {'open': 'P%uD'}}",
                            i > 0 ? ", " : "", i, i + 1);
  g_string_append_c (rules, ']');
  self = audit (rules->str, "1000");
  n = g_list_model_get_n_items (charter_audit_get_powers (self));
  cr_assert (n == CHARTER_AUDIT_POWERS_MAX, "%u powers", n);
  found = find (self, "power-not-computed", "“r100”");
  cr_assert (found != NULL);
  charter_assert_str (charter_audit_finding_get_rules (found)[0], "r100");
}

/* Comparing */

CHARTER_TEST (audit, what_a_new_version_changes)
{
  static const struct { const char *before, *now, *code, *part, *reason; } rows[] = {
    { QUORUM ("'share': '1/2'"), QUORUM ("'share': '2/3'"), "changed",
      "rule “r”, quorum/share: \"1/2\" before, \"2/3\" now", "More must take part than before." },
    { QUORUM ("'share': '2/3'"), QUORUM ("'share': '1/2'"), "changed", "rule “r”, quorum/share",
      "Fewer need take part than before." },
    { TESTS ("{'id': 't', 'share': '1/2', 'compare': '>='}"),
      TESTS ("{'id': 't', 'share': '1/2', 'compare': '>'}"), "changed", "tests/t/compare",
      "What was just enough is enough no more." },
    { PLAIN ", 'conflicts': {'regime': 'fixed-base'}", PLAIN ", 'conflicts': {'regime': "
      "'units-removed'}", "changed", "charter, conflicts/regime",
      "Whoever is kept out leaves the bases now." },
    { PLAIN, "'rules': [{'id': 'q', 'method': 'majority'}]", "added", "New: rule “q”", NULL },
    { PLAIN, "'rules': [{'id': 'q', 'method': 'majority'}]", "dropped",
      "Dropped: rule “r”. Open decisions stay under it", NULL },
    { PLAIN ", 'roles': [{'id': 'chair'}]", PLAIN, "dropped",
      "role “chair”. Whoever holds the role ends with it", NULL },
    { PLAIN ", 'cycles': [{'id': 'y', 'every': 'P1Y'}]", PLAIN, "dropped", "cycle “y”", NULL },
    { PLAIN ", " BARE (""), PLAIN ", 'sections': []", "dropped", "clause “c1”", NULL },
    { PLAIN ", " BARE (", 'source': 'A'"), PLAIN ", " BARE (", 'source': 'B'"), "changed",
      "clause “c1”, source: \"A\" before, \"B\" now", NULL },
    { PLAIN ", 'permissions': [{'act': 'propose', 'to': ['persons']}]",
      PLAIN ", 'permissions': [{'act': 'propose', 'to': ['partners']}]", "changed",
      "permission “propose”, to", NULL },
    { PLAIN ", 'periods': {'notice': 'P7D'}", PLAIN, "changed",
      "charter, periods: {\"notice\":\"P7D\"} before, – now", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CharterDocument) before = make_charter (rows[i].before);
      g_autoptr(CharterDocument) now = make_charter (rows[i].now);
      g_autoptr(CharterAudit) changes = charter_audit_compare (now, before);
      g_autoptr(CharterAudit) none = charter_audit_compare (now, now);
      g_autofree char *json = charter_audit_to_json (changes);
      g_autoptr(CharterAuditFinding) found = find (changes, rows[i].code, rows[i].part);

      cr_assert (g_list_model_get_n_items (G_LIST_MODEL (none)) == 0);
      charter_assert_str (charter_audit_get_kind (changes), "changes");
      cr_assert (found != NULL, "no %s “%s” in %s", rows[i].code, rows[i].part, json);
      if (rows[i].reason != NULL)
        {
          g_autoptr(CharterReason) reason =
            g_list_model_get_item (charter_audit_finding_get_reasons (found), 0);

          charter_assert_str (charter_reason_get_message (reason), rows[i].reason);
        }
    }
}

/* Asynchronous, cancelled, in any locale */

typedef struct
{
  GMainLoop    *loop;
  CharterAudit *audit;
  GError       *error;
} Waiting;

static void
on_ready (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Waiting *waiting = data;

  waiting->audit = charter_audit_document_finish (result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static Waiting
wait_for (const char   *voters,
          GCancellable *cancellable)
{
  g_autoptr(CharterDocument) document = make_charter (PLAIN);
  Waiting waiting = { g_main_loop_new (NULL, FALSE), NULL, NULL };

  charter_audit_document_async (document, voters, cancellable, on_ready, &waiting);
  g_main_loop_run (waiting.loop);
  g_main_loop_unref (waiting.loop);

  return waiting;
}

CHARTER_TEST (audit, from_a_thread)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Waiting good = wait_for ("5", NULL), bad = wait_for ("x", NULL), stopped;
  g_autoptr(CharterAudit) same = audit (PLAIN, "5");
  g_autofree char *one = charter_audit_to_json (good.audit), *other = charter_audit_to_json (same);

  charter_assert_no_error (good.error);
  charter_assert_str (one, other);
  cr_assert (bad.audit == NULL);
  charter_assert_error (bad.error, CHARTER_ERROR, CHARTER_ERROR_SYNTAX);
  g_cancellable_cancel (cancellable);
  stopped = wait_for ("5", cancellable);
  charter_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (good.audit);
  g_error_free (bad.error);
  g_error_free (stopped.error);
}

/* The model charters have nothing that cannot work. */
CHARTER_TEST (audit, models_can_work)
{
  static const char *const models[] = { "co-production", "collaborative-care",
                                        "collaborative-working", "partnership-behaviour",
                                        "user-led-partnership" };
  static const char *const voters[] = { NULL, "7", "12" };

  for (guint i = 0; i < G_N_ELEMENTS (models) * G_N_ELEMENTS (voters); i++)
    {
      g_autoptr(CharterDocument) document =
        charter_document_new_from_model (models[i / G_N_ELEMENTS (voters)], NULL);
      g_autoptr(CharterAudit) self =
        charter_audit_document (document, voters[i % G_N_ELEMENTS (voters)], NULL, NULL);
      g_autofree char *json = charter_audit_to_json (self);

      cr_assert (charter_audit_get_count (self, CHARTER_AUDIT_SEVERITY_ERROR) == 0, "%s", json);
    }
}
