/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <stdio.h>
#include <string.h>

#include "base/charter-id-private.h"
#include "format/charter-json-reader-private.h"
#include "format/charter-kinds-private.h"

/* — the tables — */

typedef void (*VisitRow) (const CharterShape *shape, const CharterRow *row, guint depth);

/* Shapes of charters refer to themselves (checks within checks): not deeper than this. */
#define DEPTH_MAX 6

static void
visit_rows (const CharterShape *shape, VisitRow visit, guint depth)
{
  for (guint i = 0; i < shape->n_rows; i++)
    {
      const CharterRow *row = &shape->rows[i];

      visit (shape, row, depth);
      if (row->shape != NULL && depth < DEPTH_MAX)
        visit_rows (row->shape, visit, depth + 1);
    }
}

static void
visit_kinds (VisitRow visit)
{
  for (guint i = 0; i < charter_n_kinds; i++)
    visit_rows (&charter_kinds[i]->data, visit, 0);
}

static void
visit_all (VisitRow visit)
{
  visit_kinds (visit);
  visit_rows (&charter_submission_shape, visit, 0);
  visit_rows (&charter_entry_shape, visit, 0);
  visit_rows (&charter_document_shape, visit, 0);
}

static void
expect_order (const CharterShape *shape, const CharterRow *row, guint depth)
{
  cr_assert (shape->n_rows <= 128, "%s has too many rows", shape->name);
  cr_assert (row == shape->rows || strcmp (row[-1].name, row->name) < 0,
             "%s: %s is out of order", shape->name, row->name);
  cr_assert (charter_shape_lookup (shape, row->name, strlen (row->name)) == row);
}

CHARTER_TEST (schema, rows_are_sorted_and_unique)
{
  visit_all (expect_order);
}

static void
expect_words (const CharterShape *shape, const CharterRow *row, guint depth)
{
  cr_assert (charter_id_is_valid (row->name, -1), "%s: %s", shape->name, row->name);
  cr_assert (row->meaning != NULL && g_str_has_suffix (row->meaning, "."),
             "%s: the meaning of %s does not end with a full stop", shape->name, row->name);
  cr_assert (g_ascii_isupper (row->meaning[0]) || !g_ascii_isalpha (row->meaning[0]),
             "%s: the meaning of %s begins with a small letter", shape->name, row->name);
  cr_assert (shape->meaning != NULL && g_str_has_suffix (shape->meaning, "."), "%s", shape->name);
}

CHARTER_TEST (schema, names_and_meanings)
{
  visit_all (expect_words);
}

static void
expect_details (const CharterShape *shape, const CharterRow *row, guint depth)
{
  cr_assert ((row->type == CHARTER_TYPE_ENUM) <= (row->values != NULL), "%s: %s has no words",
             shape->name, row->name);
  cr_assert (row->refers == CHARTER_REFERS_NOTHING || row->type == CHARTER_TYPE_NAME,
             "%s: %s refers but is no name", shape->name, row->name);
  cr_assert (row->min <= row->max, "%s: the range of %s", shape->name, row->name);
}

CHARTER_TEST (schema, details_fit_types)
{
  visit_all (expect_details);
}

#define HIDDEN (CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED)

static void
expect_flags (const CharterShape *shape, const CharterRow *row, guint depth)
{
  guint flags = row->flags;

  cr_assert ((flags & HIDDEN) != HIDDEN, "%s: %s is private and sealed", shape->name, row->name);
  cr_assert (!(flags & HIDDEN) || row->refers == CHARTER_REFERS_NOTHING,
             "%s: state cannot read the reference %s", shape->name, row->name);
  cr_assert (!(flags & CHARTER_ROW_CORRECTABLE) || row->refers == CHARTER_REFERS_NOTHING,
             "%s: the reference %s is correctable", shape->name, row->name);
  cr_assert (!(flags & CHARTER_ROW_CORRECTABLE) || depth == 0,
             "%s: %s is correctable inside another member", shape->name, row->name);
  cr_assert (!(flags & CHARTER_ROW_CORRECTABLE) ||
               !(flags & (CHARTER_ROW_MAKES | CHARTER_ROW_SPEAKER | CHARTER_ROW_ASSIGNED |
                          CHARTER_ROW_SEALED_IF_SECRET | CHARTER_ROW_SEALED_IF_ANONYMOUS)),
             "%s: %s must not be correctable", shape->name, row->name);
  cr_assert (!(flags & CHARTER_ROW_MAKES) ||
               (depth == 0 && row->type == CHARTER_TYPE_NAME && g_str_equal (row->name, "id")),
             "%s: %s makes nothing", shape->name, row->name);
  cr_assert (!(flags & CHARTER_ROW_DRAWN) ||
               ((flags & CHARTER_ROW_MAKES) && (flags & CHARTER_ROW_REQUIRED)), "%s", shape->name);
  /* New values are written as simple values (the `set` of entry-corrected). */
  cr_assert (!(flags & CHARTER_ROW_CORRECTABLE) ||
               (row->type != CHARTER_TYPE_OBJECT && row->type != CHARTER_TYPE_MAP &&
                row->type != CHARTER_TYPE_CHARTER && row->type != CHARTER_TYPE_PERIOD),
             "%s: %s is no simple value", shape->name, row->name);
}

CHARTER_TEST (schema, flags_are_sane)
{
  visit_kinds (expect_flags);
}

static void
expect_alternatives (const CharterShape *shape, const CharterRow *row, guint depth)
{
  g_auto(GStrv) names = NULL;

  if (shape->alternatives == NULL)
    return;
  names = g_strsplit_set (shape->alternatives, "| ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = names[i][0] == '?' ? names[i] + 1 : names[i];
      const CharterRow *found = charter_shape_lookup (shape, name, strlen (name));

      cr_assert (found != NULL, "%s: no row for %s", shape->name, name);
      cr_assert (!(found->flags & CHARTER_ROW_REQUIRED), "%s: %s", shape->name, name);
    }
}

CHARTER_TEST (schema, alternatives_are_rows)
{
  visit_all (expect_alternatives);
}

CHARTER_TEST (schema, kinds_are_sorted)
{
  cr_assert (charter_n_kinds == CHARTER_N_KINDS);
  for (guint i = 0; i < charter_n_kinds; i++)
    {
      const char *name = charter_kinds[i]->data.name;

      charter_assert_str (charter_kind_names[i], name);
      cr_assert (i == 0 || strcmp (charter_kind_names[i - 1], name) < 0, "%s", name);
      cr_assert (charter_kind_lookup (name) == i, "%s", name);
      cr_assert (charter_id_is_valid (name, -1), "%s", name);
    }
  cr_assert (charter_kind_names[charter_n_kinds] == NULL);
  cr_assert (charter_kind_lookup ("") == CHARTER_KIND_NONE);
  cr_assert (charter_kind_lookup ("ballot") == CHARTER_KIND_NONE);
  cr_assert (charter_kind_lookup ("zzz") == CHARTER_KIND_NONE);
  charter_assert_str (charter_kind_names[CHARTER_KIND_BALLOT_CAST], "ballot-cast");
}

static const char vocabulary[] =
  "partnership-founded charter-adopted charter-signed charter-reaffirmed partner-joined "
  "partner-left person-joined person-left asset-noted agreement-made agreement-accepted "
  "role-defined role-given role-ended delegation-made delegation-recalled "
  "link-stated link-ended interest-declared interest-ended nothing-declared conflict-ruled "
  "dispensation-granted stepped-out stepped-in "
  "decision-proposed decision-amended decision-seconded decision-opened view-sought view-given "
  "objection-raised objection-answered ballot-cast ballot-withdrawn decision-closed "
  "consensus-called casting-vote-given decision-published decision-withdrawn decision-enacted "
  "decision-reopened "
  "meeting-called meeting-changed meeting-cancelled attendance-noted speech-noted "
  "minutes-drafted minutes-approved notice-sent information-shared activity-planned "
  "objective-agreed action-agreed action-progressed action-done action-dropped resource-pledged "
  "resource-used need-identified need-met support-asked support-given "
  "concern-raised concern-acknowledged concern-assigned supporter-named concern-updated "
  "concern-closed detriment-reported "
  "contribution-made contribution-answered success-celebrated "
  "claim-made evidence-filed outcome-reported review-held attestation-made "
  "entry-corrected entry-redacted checkpoint-signed";

CHARTER_TEST (schema, the_whole_vocabulary_is_there)
{
  g_auto(GStrv) kinds = g_strsplit (vocabulary, " ", -1);

  for (guint i = 0; kinds[i] != NULL; i++)
    cr_assert (charter_kind_lookup (kinds[i]) != CHARTER_KIND_NONE, "%s is missing", kinds[i]);
  cr_assert (g_strv_length (kinds) == charter_n_kinds);
}

static const CharterRow *
find_row (const char *kind, const char *member)
{
  guint16 index = charter_kind_lookup (kind);
  const CharterRow *row;

  cr_assert (index != CHARTER_KIND_NONE, "%s", kind);
  row = charter_shape_lookup (&charter_kinds[index]->data, member, strlen (member));
  cr_assert (row != NULL, "%s has no %s", kind, member);
  return row;
}

/* Every place where FORMAT.md or DESIGN.md fixes a flag. */
static const struct
{
  const char *kind, *member;
  guint       flag;
} fixed_flags[] = {
  { "ballot-cast", "voter", CHARTER_ROW_SPEAKER },
  { "ballot-withdrawn", "voter", CHARTER_ROW_SPEAKER },
  { "view-given", "person", CHARTER_ROW_SPEAKER },
  { "objection-raised", "person", CHARTER_ROW_SPEAKER },
  { "charter-signed", "person", CHARTER_ROW_SPEAKER },
  { "charter-reaffirmed", "person", CHARTER_ROW_SPEAKER },
  { "agreement-accepted", "person", CHARTER_ROW_SPEAKER },
  { "interest-declared", "person", CHARTER_ROW_SPEAKER },
  { "nothing-declared", "person", CHARTER_ROW_SPEAKER },
  { "stepped-out", "person", CHARTER_ROW_SPEAKER },
  { "stepped-in", "person", CHARTER_ROW_SPEAKER },
  { "attestation-made", "person", CHARTER_ROW_SPEAKER },
  { "attestation-made", "person", CHARTER_ROW_SEALED_IF_ANONYMOUS },
  { "contribution-made", "by", CHARTER_ROW_SPEAKER },
  { "person-joined", "id", CHARTER_ROW_DRAWN },
  { "concern-raised", "id", CHARTER_ROW_DRAWN },
  { "decision-opened", "charter", CHARTER_ROW_ASSIGNED },
  { "decision-closed", "result", CHARTER_ROW_ASSIGNED },
  { "decision-closed", "digest", CHARTER_ROW_ASSIGNED },
  { "concern-assigned", "conflict-free", CHARTER_ROW_ASSIGNED },
  { "ballot-cast", "choice", CHARTER_ROW_SEALED_IF_SECRET },
  { "ballot-cast", "ranking", CHARTER_ROW_SEALED_IF_SECRET },
  { "ballot-cast", "approves", CHARTER_ROW_SEALED_IF_SECRET },
  { "ballot-cast", "scores", CHARTER_ROW_SEALED_IF_SECRET },
  { "ballot-cast", "reason", CHARTER_ROW_PRIVATE },
  { "concern-raised", "text", CHARTER_ROW_SEALED },
  { "concern-raised", "reporter", CHARTER_ROW_SEALED },
  { "concern-raised", "about", CHARTER_ROW_SEALED },
  { "partner-joined", "name", CHARTER_ROW_PRIVATE },
  { "person-joined", "handle", CHARTER_ROW_PRIVATE },
  { "decision-proposed", "title", CHARTER_ROW_PRIVATE },
  { "meeting-called", "purpose", CHARTER_ROW_PRIVATE },
  { "objection-raised", "reason", CHARTER_ROW_PRIVATE },
  { "attendance-noted", "present", CHARTER_ROW_CORRECTABLE },
  { "link-stated", "share", CHARTER_ROW_CORRECTABLE },
  { "action-agreed", "due", CHARTER_ROW_CORRECTABLE },
};

CHARTER_TEST (schema, fixed_flags_are_set)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed_flags); i++)
    cr_assert (find_row (fixed_flags[i].kind, fixed_flags[i].member)->flags & fixed_flags[i].flag,
               "%s.%s", fixed_flags[i].kind, fixed_flags[i].member);
}

static const struct
{
  const char *kind, *act;
} fixed_acts[] = {
  { "attendance-noted", "record" },
  { "ballot-cast", "vote" },
  { "decision-proposed", "propose" },
  { "view-given", "discuss" },
  { "interest-declared", "declare" },
  { "contribution-made", "contribute" },
  { "attestation-made", "attest" },
  { "charter-signed", "sign" },
  { "stepped-out", "step-out" },
  { "consensus-called", "chair" },
  { "concern-raised", NULL },
};

CHARTER_TEST (schema, acts)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed_acts); i++)
    {
      const CharterKind *kind = charter_kinds[charter_kind_lookup (fixed_acts[i].kind)];

      charter_assert_str (charter_kind_get_act (kind), fixed_acts[i].act);
    }
}

CHARTER_TEST (schema, references_name_their_maker)
{
  for (guint refers = 0; refers <= CHARTER_REFERS_AUDIENCE; refers++)
    {
      const char *kind = charter_refers_kind (refers);

      if (kind != NULL)
        cr_assert (find_row (kind, "id")->flags & CHARTER_ROW_MAKES, "%s", kind);
    }
  charter_assert_str (charter_refers_kind (CHARTER_REFERS_DECISION), "decision-proposed");
  charter_assert_str (charter_refers_kind (CHARTER_REFERS_SUPPORT), "support-asked");
  cr_assert (charter_refers_kind (CHARTER_REFERS_ROLE) == NULL);
  cr_assert (charter_refers_kind (CHARTER_REFERS_ANY) == NULL);
}

/* — the checker — */

static char *
problems_to_text (CharterProblems *problems)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < charter_problems_get_kept (problems); i++)
    {
      const CharterProblem *p = charter_problems_get (problems, i);

      g_string_append_printf (out, "%s%s %s: %s", i > 0 ? "\n" : "", p->path,
                              p->code == CHARTER_ERROR_FORMAT ? "format" :
                              p->code == CHARTER_ERROR_VALUE ? "value" : "refused", p->message);
    }
  return g_string_free (out, FALSE);
}

static const CharterNode *
read_json (CharterArena *arena, const char *text, CharterProblems *problems)
{
  const CharterNode *node = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_DATA,
                                               CHARTER_READ_NONE, NULL, problems);

  cr_assert (node != NULL, "not JSON: %s", text);
  return node;
}

static char *
check_text (const CharterShape *shape, CharterCheckMode mode, const char *text)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *node = read_json (arena, text, problems);
  gboolean right = charter_shape_check (shape, node, mode, "/data", problems);

  cr_assert (right == (charter_problems_get_count (problems) == 0));
  return problems_to_text (problems);
}

static void
expect_check (const CharterShape *shape,
              CharterCheckMode    mode,
              const char         *text,
              const char         *expected)
{
  g_autofree char *actual = check_text (shape, mode, text);

  cr_assert (g_str_equal (actual, expected), "%s\ngot:\n%s\nexpected:\n%s", text, actual, expected);
}

static const CharterShape *
kind_shape (const char *kind)
{
  guint16 index = charter_kind_lookup (kind);

  cr_assert (index != CHARTER_KIND_NONE, "%s", kind);
  return &charter_kinds[index]->data;
}

#define ID_WORDS "an id of lower-case letters, digits, “.”, “_” and “-”, such as lived-experience"

static const struct
{
  const char *kind, *data, *expected;
} clear_rows[] = {
  /* right */
  { "partner-joined", "{\"id\":\"north\",\"name\":\"North\"}", "" },
  { "partner-joined", "{\"name\":\"North\",\"id\":\"north\",\"weight\":3,\"group\":\"g\"}", "" },
  { "person-joined", "{}", "" },
  { "person-joined", "{\"for\":\"north\"}", "" },
  { "person-joined", "{\"for\":[\"north\",\"south\"],\"expertise\":[\"lived\",\"learned\"]}", "" },
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\",\"choice\":\"for\"}", "" },
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\",\"ranking\":[\"a\",[\"b\",\"c\"],\"d\"]}", "" },
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\",\"scores\":{\"a\":5,\"b\":-1}}", "" },
  { "link-stated", "{\"id\":\"l\",\"from\":\"a\",\"to\":\"b\",\"relation\":\"owns\",\"share\":\"1/4\"}", "" },
  { "detriment-reported", "{}", "" },
  { "decision-closed", "{\"decision\":\"d\"}", "" },
  { "concern-raised", "{\"track\":\"complaint\",\"text\":\"T\",\"about\":[\"x\"]}", "" },
  { "activity-planned", "{\"id\":\"a\",\"starts\":\"2026-03-02T10:00:00Z\",\"affects\":[]}", "" },
  /* unknown */
  { "partner-joined", "{\"id\":\"north\",\"name\":\"North\",\"wieght\":2}",
    "/data/wieght format: Unknown member “wieght”; did you mean “weight”?" },
  { "partner-left", "{\"partner\":\"north\",\"zzzzzzzz\":2}",
    "/data/zzzzzzzz format: Unknown member “zzzzzzzz”" },
  { "partner-left", "{\"partner\":\"north\",\"a/b~c\":2}",
    "/data/a~1b~0c format: Unknown member “a/b~c”" },
  { "partner-left", "{\"\":1,\"partner\":\"north\"}", "/data/ format: Unknown member “”" },
  /* missing */
  { "partner-joined", "{\"name\":\"North\"}", "/data/id format: Missing member “id”" },
  /* misspelt: told once, and not as missing too */
  { "partner-joined", "{\"id\":\"n\",\"nam\":\"North\"}",
    "/data/nam format: Unknown member “nam”; did you mean “name”?" },
  { "partner-joined", "{\"nam\":\"North\"}",
    "/data/id format: Missing member “id”\n"
    "/data/nam format: Unknown member “nam”; did you mean “name”?" },
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\",\"choise\":\"for\"}",
    "/data/choise format: Unknown member “choise”; did you mean “choice”?" },
  { "role-given", "{}",
    "/data/person format: Missing member “person”\n/data/role format: Missing member “role”" },
  /* wrong type */
  { "partner-joined", "{\"id\":7,\"name\":null}",
    "/data/id format: Expected " ID_WORDS ", not a number\n"
    "/data/name format: Expected a text, not null" },
  { "role-given", "{\"role\":\"r\",\"person\":\"p\",\"from\":3}",
    "/data/from format: Expected a date such as 2026-03-02, not a number" },
  { "attendance-noted", "{\"meeting\":\"m\",\"person\":\"p\",\"present\":\"yes\"}",
    "/data/present format: Expected true or false, not a text" },
  { "partner-joined", "{\"id\":\"n\",\"name\":\"N\",\"constituencies\":\"lived\"}",
    "/data/constituencies format: Expected a list, not a text" },
  { "partner-joined", "{\"id\":\"n\",\"name\":\"N\",\"constituencies\":[\"lived\",4,[\"x\"]]}",
    "/data/constituencies/1 format: Expected " ID_WORDS ", not a number\n"
    "/data/constituencies/2 format: Expected " ID_WORDS ", not a list" },
  { "decision-opened", "{\"decision\":\"d\",\"closes\":{}}",
    "/data/closes format: Expected an instant such as 2026-03-02T10:00:00Z, not an object" },
  { "partner-joined", "{\"id\":\"n\",\"name\":\"N\",\"weight\":1.5}",
    "/data/weight format: Expected a whole number, 0 or more, not a decimal number" },
  { "meeting-called",
    "{\"id\":\"m\",\"starts\":\"2026-03-02T10:00:00Z\",\"purpose\":\"P\",\"closed\":true}",
    "/data/closed format: Expected an object, not true" },
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\",\"ranking\":[[[\"a\"]]]}",
    "/data/ranking/0/0 format: Expected " ID_WORDS ", not a list" },
  /* wrong value */
  { "role-given", "{\"role\":\"r\",\"person\":\"p\",\"from\":\"2026-02-30\"}",
    "/data/from value: Expected a date such as 2026-03-02, not “2026-02-30”" },
  { "decision-opened", "{\"decision\":\"d\",\"closes\":\"2026-03-02\"}",
    "/data/closes value: Expected an instant such as 2026-03-02T10:00:00Z, not “2026-03-02”" },
  { "partner-left", "{\"partner\":\"North West\"}",
    "/data/partner value: Expected " ID_WORDS ", not “North West”" },
  { "partner-left", "{\"partner\":\"\"}",
    "/data/partner value: Expected " ID_WORDS ", not an empty text" },
  { "link-stated", "{\"id\":\"l\",\"from\":\"a\",\"to\":\"b\",\"relation\":\"owns\",\"share\":\"1/0\"}",
    "/data/share value: Expected a whole number or a fraction such as \"2/3\", not “1/0”" },
  { "partner-joined", "{\"id\":\"n\",\"name\":\"N\",\"weight\":-1}",
    "/data/weight value: Expected a whole number, 0 or more, not -1" },
  { "attestation-made", "{\"clause\":\"c\",\"question\":\"q\",\"score\":0}",
    "/data/score value: Expected a whole number from 1 to 100, not 0" },
  { "contribution-answered", "{\"contribution\":\"c\",\"adopted\":\"ful\"}",
    "/data/adopted value: Expected one of “full”, “part”, “no”, “noted”, not “ful”; "
    "did you mean “full”?" },
  { "contribution-answered", "{\"contribution\":\"c\",\"adopted\":\"later on\"}",
    "/data/adopted value: Expected one of “full”, “part”, “no”, “noted”, not “later on”" },
  { "partnership-founded",
    "{\"id\":\"p\",\"title\":\"T\",\"zone\":\"Europe/Lundon\",\"origin\":\"o\",\"format\":\"1\"}",
    "/data/zone value: Expected a time zone such as Europe/London, not “Europe/Lundon”" },
  { "evidence-filed", "{\"id\":\"e\",\"for\":\"c\",\"digest\":\"ABC\"}",
    "/data/digest value: Expected 64 lower-case hexadecimal digits, not “ABC”" },
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\",\"scores\":{\"A\":5,\"b\":\"x\"}}",
    "/data/scores/A value: Expected a member name of lower-case letters, digits, “.”, “_” and “-”\n"
    "/data/scores/b format: Expected a whole number, not a text" },
  /* values that messages must not repeat */
  { "partner-joined", "{\"id\":\"n\",\"name\":\"\"}",
    "/data/name value: Expected a text, not an empty text" },
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\",\"choice\":\"fro\"}",
    "/data/choice value: Expected one of “for”, “against”, “abstain”, “object”, “stand-aside”" },
  { "concern-raised", "{\"track\":\"complaint\",\"text\":\"T\",\"about\":\"Mr W\"}",
    "/data/about value: Expected " ID_WORDS },
  { "concern-raised", "{\"track\":\"complaint\",\"text\":7}",
    "/data/text format: Expected a text, not a number" },
  /* alternatives */
  { "ballot-cast", "{\"decision\":\"d\",\"voter\":\"v\"}",
    "/data format: Missing one of “choice”, “ranking”, “approves”, “scores”" },
  { "ballot-cast",
    "{\"decision\":\"d\",\"voter\":\"v\",\"choice\":\"for\",\"approves\":[\"a\"]}",
    "/data format: Only one of “choice”, “approves” may be there" },
  { "detriment-reported", "{\"after\":\"c\",\"view\":\"e\"}",
    "/data format: Only one of “after”, “view” may be there" },
  /* assigned */
  { "decision-opened", "{\"decision\":\"d\",\"charter\":\"x\"}",
    "/data/charter format: This is worked out when the entry is recorded; leave it out" },
};

CHARTER_TEST (schema, clear_values)
{
  for (guint i = 0; i < G_N_ELEMENTS (clear_rows); i++)
    expect_check (kind_shape (clear_rows[i].kind), CHARTER_CHECK_CLEAR, clear_rows[i].data,
                  clear_rows[i].expected);
}

CHARTER_TEST (schema, every_problem_in_one_pass)
{
  expect_check (kind_shape ("decision-proposed"), CHARTER_CHECK_CLEAR,
                "{\"id\":\"d\",\"rule\":\"r\",\"titel\":\"T\",\"amount\":\"5\","
                "\"options\":[{\"id\":\"a\"},{\"fro\":\"x\"},3]}",
                "/data/titel format: Unknown member “titel”; did you mean “title”?\n"
                "/data/amount format: Expected a whole number, not a text\n"
                "/data/options/1/id format: Missing member “id”\n"
                "/data/options/1/fro format: Unknown member “fro”; did you mean “for”?\n"
                "/data/options/2 format: Expected an object, not a number");
}

CHARTER_TEST (schema, no_object)
{
  expect_check (kind_shape ("partner-left"), CHARTER_CHECK_CLEAR, "[]",
                "/data format: Expected an object, not a list");
  expect_check (kind_shape ("partner-left"), CHARTER_CHECK_LEAF, "\"north\"",
                "/data format: Expected an object, not a text");
}

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define SEAL "{\"commitment\":\"" HEX "\"}"
#define NO_SEAL "Expected {\"commitment\": \"…\"} with 64 lower-case hexadecimal digits"

static const struct
{
  const char *kind, *data, *expected;
} leaf_rows[] = {
  { "partner-joined", "{\"id\":\"n\",\"name\":" SEAL "}", "" },
  { "partner-joined", "{\"id\":\"n\",\"name\":\"North\"}", "/data/name format: " NO_SEAL },
  { "partner-joined", "{\"id\":\"n\",\"name\":{\"commitment\":\"12\"}}", "/data/name format: " NO_SEAL },
  { "partner-joined", "{\"id\":\"n\",\"name\":{\"commitment\":\"" HEX "\",\"x\":1}}",
    "/data/name format: " NO_SEAL },
  { "partner-joined", "{\"id\":\"n\",\"name\":{\"comitment\":\"" HEX "\"}}",
    "/data/name format: " NO_SEAL },
  { "partner-joined", "{\"id\":\"n\",\"name\":{}}", "/data/name format: " NO_SEAL },
  { "partner-joined", "{\"id\":" SEAL ",\"name\":" SEAL "}",
    "/data/id format: Expected " ID_WORDS ", not an object" },
  { "person-joined", "{}", "/data/id format: Missing member “id”" },
  { "ballot-cast", "{\"choice\":\"for\",\"decision\":\"d\",\"voter\":\"v\"}", "" },
  { "ballot-cast", "{\"choice\":" SEAL ",\"decision\":\"d\",\"voter\":\"v\"}", "" },
  { "ballot-cast", "{\"decision\":\"d\",\"scores\":" SEAL ",\"voter\":\"v\"}", "" },
  { "ballot-cast", "{\"choice\":{\"commitment\":7},\"decision\":\"d\",\"voter\":\"v\"}",
    "/data/choice format: " NO_SEAL },
  { "attestation-made", "{\"anonymous\":true,\"clause\":\"c\",\"person\":" SEAL ",\"question\":\"q\",\"score\":4}", "" },
  { "attestation-made", "{\"clause\":\"c\",\"person\":\"p\",\"question\":\"q\",\"score\":4}", "" },
  { "concern-raised", "{\"about\":" SEAL ",\"id\":\"c\",\"text\":" SEAL ",\"track\":\"t\"}", "" },
  { "concern-raised", "{\"about\":[\"x\"],\"id\":\"c\",\"text\":" SEAL ",\"track\":\"t\"}",
    "/data/about format: " NO_SEAL },
  { "decision-proposed",
    "{\"id\":\"d\",\"options\":[{\"for\":" SEAL ",\"id\":\"a\"},{\"for\":\"x\",\"id\":\"b\"}],"
    "\"rule\":\"r\",\"title\":" SEAL "}",
    "/data/options/1/for format: " NO_SEAL },
  { "decision-opened", "{\"charter\":\"" HEX "\",\"decision\":\"d\"}", "" },
  { "decision-closed", "{\"decision\":\"d\",\"digest\":\"" HEX "\",\"result\":\"carried\"}", "" },
  { "decision-closed", "{\"decision\":\"d\",\"digest\":\"" HEX "\"}",
    "/data/result format: Missing member “result”" },
  { "decision-closed",
    "{\"counts\":{\"for\":3},\"decision\":\"d\",\"digest\":\"" HEX "\",\"result\":\"tied\","
    "\"tests\":[{\"holds\":true,\"id\":\"t\",\"left\":\"7/2\",\"right\":-1}]}",
    "/data/result value: Expected one of “carried”, “not-carried”, “no-quorum”, “blocked”, "
    "“indeterminate”, “cannot-express”, not “tied”\n"
    "/data/tests/0/right value: Expected a whole number or a fraction such as \"7/2\", 0 or more, "
    "not -1" },
  { "entry-corrected", "{\"entry\":\"e\",\"set\":{\"due\":\"2026-03-02\",\"text\":" SEAL "}}", "" },
  { "entry-corrected", "{\"entry\":\"e\",\"set\":{\"text\":{\"commitment\":\"x\"}}}",
    "/data/set/text format: " NO_SEAL },
  { "entry-corrected", "{\"entry\":\"e\",\"set\":{\"text\":{\"a\":1}}}",
    "/data/set/text format: Expected a text, a whole number, true, false, or a list of them, "
    "not an object" },
};

CHARTER_TEST (schema, leaf_values)
{
  for (guint i = 0; i < G_N_ELEMENTS (leaf_rows); i++)
    expect_check (kind_shape (leaf_rows[i].kind), CHARTER_CHECK_LEAF, leaf_rows[i].data,
                  leaf_rows[i].expected);
}

/* A commitment is no value where nothing is sealed, and no way around a check in clear. */
CHARTER_TEST (schema, commitments_are_refused_in_clear)
{
  expect_check (kind_shape ("partner-joined"), CHARTER_CHECK_CLEAR,
                "{\"id\":\"n\",\"name\":" SEAL "}",
                "/data/name format: Expected a text, not an object");
  expect_check (kind_shape ("ballot-cast"), CHARTER_CHECK_CLEAR,
                "{\"decision\":\"d\",\"voter\":\"v\",\"choice\":" SEAL "}",
                "/data/choice format: Expected one of “for”, “against”, “abstain”, “object”, "
                "“stand-aside”, not an object");
}

CHARTER_TEST (schema, submissions)
{
  expect_check (&charter_submission_shape, CHARTER_CHECK_CLEAR,
                "{\"kind\":\"ballot-cast\",\"at\":\"2026-03-02T10:00:00Z\",\"data\":{\"any\":1}}", "");
  expect_check (&charter_submission_shape, CHARTER_CHECK_CLEAR,
                "{\"kind\":\"balot-cast\",\"at\":\"2026-03-02T10:00:00Z\",\"data\":[],\"seq\":1}",
                "/data/kind value: Expected one of 81 words such as “action-agreed”, "
                "not “balot-cast”; did you mean “ballot-cast”?\n"
                "/data/data format: Expected an object, not a list\n"
                "/data/seq format: Unknown member “seq”");
  expect_check (&charter_entry_shape, CHARTER_CHECK_LEAF,
                "{\"at\":\"2026-03-02T10:00:00Z\",\"data\":{},\"id\":\"e-1\",\"kind\":\"person-left\","
                "\"recorded\":\"2026-03-02T10:00:04Z\",\"seq\":0}",
                "/data/seq value: Expected a whole number, 1 or more, not 0");
}

/* — types that no kind uses, and depth — */

static const CharterRow types_rows[] = {
  { "gap", CHARTER_TYPE_GAP, 0, .meaning = "Gap." },
  { "period", CHARTER_TYPE_PERIOD, 0, .meaning = "Period." },
  { "remedies", CHARTER_TYPE_REMEDY, CHARTER_ROW_LIST, .meaning = "Remedies." },
  { "repeat", CHARTER_TYPE_REPEAT, 0, .meaning = "Repeat." },
  { "value", CHARTER_TYPE_VALUE, 0, .meaning = "Value." },
};

static const CharterShape types_shape = { "types", CHARTER_ROWS (types_rows), "Types." };

static const struct
{
  const char *data, *expected;
} type_rows[] = {
  { "{\"period\":\"P28D\"}", "" },
  { "{\"period\":{\"count\":28,\"unit\":\"days\",\"from\":\"after\"}}", "" },
  { "{\"period\":{\"count\":28,\"unit\":\"day\"}}",
    "/data/period/unit value: Expected one of “days”, “working-days”, “clear-days”, “months”, "
    "“hours”, not “day”; did you mean “days”?" },
  { "{\"period\":{\"unit\":\"days\"}}", "/data/period/count format: Missing member “count”" },
  { "{\"period\":\"28 days\"}", "/data/period value: Expected a period such as P28D, not “28 days”" },
  { "{\"period\":28}", "/data/period format: Expected a period such as P28D, not a number" },
  { "{\"gap\":1}", "" },
  { "{\"gap\":\"1/5\"}", "" },
  { "{\"gap\":\"P3D\"}", "" },
  { "{\"gap\":-1}",
    "/data/gap value: Expected a whole number, a fraction or a period such as P28D, not -1" },
  { "{\"gap\":\"soon\"}",
    "/data/gap value: Expected a whole number, a fraction or a period such as P28D, not “soon”" },
  { "{\"repeat\":\"P1Y\"}", "" },
  { "{\"repeat\":\"FREQ=MONTHLY;BYDAY=3TU\"}", "" },
  { "{\"repeat\":\"R/2026-01-05/P1Y\"}", "" },
  { "{\"repeat\":\"R5/2026-01-05/P1Y\"}", "" },
  { "{\"repeat\":\"yearly\"}",
    "/data/repeat value: Expected a period such as P1Y, or a rule such as FREQ=YEARLY, "
    "not “yearly”" },
  { "{\"remedies\":[\"adjourn\",{\"remedy\":\"substitute\",\"clause\":\"c-4\"}]}", "" },
  { "{\"remedies\":[{\"clause\":\"c-4\"},true]}",
    "/data/remedies/0/remedy format: Missing member “remedy”\n"
    "/data/remedies/1 format: Expected a remedy such as adjourn, not true" },
  { "{\"value\":[\"a\",1,true]}", "" },
  { "{\"value\":[\"a\",[1]]}",
    "/data/value format: Expected a text, a whole number, true, false, or a list of them, "
    "not a list" },
};

CHARTER_TEST (schema, types)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_rows); i++)
    expect_check (&types_shape, CHARTER_CHECK_CLEAR, type_rows[i].data, type_rows[i].expected);
}

static const CharterShape deep_shape;
static const CharterRow deep_rows[] = {
  { "at", CHARTER_TYPE_DATE, 0, .meaning = "A date." },
  { "hidden", CHARTER_TYPE_TEXT, CHARTER_ROW_PRIVATE, .meaning = "A private text." },
  { "in", CHARTER_TYPE_OBJECT, CHARTER_ROW_LIST, .shape = &deep_shape, .meaning = "More." },
};
static const CharterShape deep_shape = { "deep", CHARTER_ROWS (deep_rows), "Deep." };

CHARTER_TEST (schema, wrong_type_at_depth_five)
{
  expect_check (&deep_shape, CHARTER_CHECK_CLEAR,
                "{\"in\":[{\"in\":[{},{\"in\":[{\"in\":[{},{},{\"in\":[{\"at\":5}]}]}]}]}]}",
                "/data/in/0/in/1/in/0/in/2/in/0/at format: Expected a date such as 2026-03-02, "
                "not a number");
  expect_check (&deep_shape, CHARTER_CHECK_LEAF,
                "{\"in\":[{\"in\":[{},{\"in\":[{\"in\":[{},{},{\"in\":[{\"hidden\":\"x\"}]}]}]}]}]}",
                "/data/in/0/in/1/in/0/in/2/in/0/hidden format: " NO_SEAL);
}

CHARTER_TEST (schema, long_values_are_cut)
{
  g_autofree char *long_id = g_strnfill (5000, 'x');
  g_autofree char *text = g_strdup_printf ("{\"partner\":\"%s\"}", long_id);
  g_autofree char *actual = check_text (kind_shape ("partner-left"), CHARTER_CHECK_CLEAR, text);

  cr_assert (strlen (actual) < 300);
  cr_assert (g_str_has_suffix (actual, "x…”"));
}

/* — corrections — */

static void
expect_correction (const char *kind, const char *set, CharterCheckMode mode, const char *expected)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *node = read_json (arena, set, problems);
  g_autofree char *actual = NULL;

  charter_kind_check_correction (charter_kinds[charter_kind_lookup (kind)], node, mode, "/data/set",
                                 problems);
  actual = problems_to_text (problems);
  charter_assert_str (actual, expected);
}

CHARTER_TEST (schema, corrections)
{
  expect_correction ("action-agreed", "{\"due\":\"2026-03-02\",\"text\":\"T\"}",
                     CHARTER_CHECK_CLEAR, "");
  expect_correction ("action-agreed", "{\"text\":" SEAL "}", CHARTER_CHECK_LEAF, "");
  expect_correction ("action-agreed", "{\"text\":\"T\"}", CHARTER_CHECK_LEAF,
                     "/data/set/text format: " NO_SEAL);
  expect_correction ("action-agreed", "{\"due\":\"soon\",\"owner\":\"p\",\"deu\":1}",
                     CHARTER_CHECK_CLEAR,
                     "/data/set/due value: Expected a date such as 2026-03-02, not “soon”\n"
                     "/data/set/owner refused: “owner” of action-agreed cannot be corrected; "
                     "withdraw it and enter again\n"
                     "/data/set/deu format: Unknown member “deu”; did you mean “due”?");
  expect_correction ("ballot-cast", "{\"choice\":\"for\"}", CHARTER_CHECK_CLEAR,
                     "/data/set/choice refused: “choice” of ballot-cast cannot be corrected; "
                     "withdraw it and enter again");
  expect_correction ("action-agreed", "{}", CHARTER_CHECK_CLEAR,
                     "/data/set format: Expected an object with the members to correct");
}

/* — one or a list — */

CHARTER_TEST (schema, values_of_a_member)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *one = read_json (arena, "\"a\"", problems);
  const CharterNode *list = read_json (arena, "[\"a\",[\"b\",\"c\"],\"d\"]", problems);
  const CharterNode *none = read_json (arena, "[]", problems);
  guint n = 0;

  cr_assert (charter_values_first (NULL) == NULL);
  cr_assert (charter_values_first (none) == NULL);
  cr_assert (charter_values_first (one) == one);
  cr_assert (charter_values_next (one, one) == NULL);
  for (const CharterNode *v = charter_values_first (list); v != NULL;
       v = charter_values_next (list, v))
    n++;
  cr_assert (n == 3);
}

/* — speed: generous, so that a busy machine does not fail it; a sanitizer may — */

static const char ten_members[] =
  "{\"category\":\"financial\",\"id\":\"i-1\",\"meeting\":\"m-1\",\"nature\":" SEAL ","
  "\"party\":\"acme\",\"person\":\"p-7k3qzm1x0c4d\",\"sensitive\":false,\"since\":\"2025-01-01\","
  "\"standing\":true,\"until\":\"2026-12-31\"}";

CHARTER_TEST (schema, a_leaf_of_ten_members_checks_fast)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *node = read_json (arena, ten_members, problems);
  const CharterShape *shape = kind_shape ("interest-declared");
  gint64 start = g_get_monotonic_time ();
  guint n = 100000;
  gint64 spent;

  for (guint i = 0; i < n; i++)
    cr_assert (charter_shape_check (shape, node, CHARTER_CHECK_LEAF, "/data", problems));
  spent = g_get_monotonic_time () - start;
  fprintf (stderr, "# %.0f ns a leaf\n", spent * 1000.0 / n);
#ifndef __SANITIZE_ADDRESS__
  cr_assert (spent < 5 * (gint64) n, "%" G_GINT64_FORMAT " µs for %u leaves", spent, n);
#endif
}
