/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-build.h"
#include "charter-json-test.h"

#include <charter/charter-obligation.h>

#include "oblige/charter-case-private.h"
#include "oblige/charter-cycle-private.h"

#define PLAIN "{'charter': '1', 'id': 'test', 'title': 'Test', 'sections': [{'id': 's', 'title': 'S', "            \
              "'clauses': [{'id': 'plain', 'kind': 'value', 'text': 'Plain.'}]}]%s}"

static gint32
date (const char *text)
{
  gint32 value;

  cr_assert (charter_date_parse (text, -1, &value), "%s", text);
  return value;
}

static CharterBuild *
build (const char *members)
{
  g_autofree char *charter = g_strdup_printf (PLAIN, members);

  return charter_build_new (charter, "2026-01-05T09:00:00Z");
}

/* Rhythms */

static void
check_rhythm (const CharterNode *test)
{
  const CharterNode *cycle = charter_node_member (test, "cycle");
  const CharterNode *expected = charter_node_member (test, "expected");
  const char *repeat = charter_node_member_string (cycle, "repeat");
  CharterRhythm rhythm = { .n = G_MAXINT64 };
  gint64 k = 0;

  if (repeat != NULL)
    cr_assert (charter_rhythm_parse (repeat, &rhythm), "%s", repeat);
  else
    {
      rhythm.anchor = date (charter_node_member_string (test, "dtstart"));
      cr_assert (charter_period_from_node (charter_node_member (cycle, "every"), &rhythm.every));
    }
  for (const CharterNode *e = charter_node_first (expected); e != NULL;
       e = charter_node_next (expected, e), k++)
    {
      char text[CHARTER_DATE_TEXT_SIZE];

      charter_date_format (charter_rhythm_date (&rhythm, k, NULL), text);
      charter_assert_str (text, e->string);
      cr_assert (charter_rhythm_after (&rhythm, date (e->string), NULL) == k + 1);
      cr_assert (charter_rhythm_after (&rhythm, date (e->string) - 1, NULL) == k);
    }
  if (rhythm.n != G_MAXINT64)
    cr_assert (charter_rhythm_date (&rhythm, k, NULL) == CHARTER_DATE_NONE);
}

CHARTER_TEST (oblige, rhythms_have_the_published_dates)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *root = charter_test_read_shared (arena, "recurrences/iso8601-cycles.json");
  const CharterNode *cases = charter_node_member (root, "cases");

  if (root == NULL)
    return;
  for (const CharterNode *c = charter_node_first (cases); c != NULL;
       c = charter_node_next (cases, c))
    check_rhythm (c);
}

CHARTER_TEST (oblige, rhythms_refuse_what_they_cannot_reckon)
{
  static const char *const bad[] = {
    "", "R", "R/", "R/2026-01-05", "R0/2026-01-05/P1M", "R-1/2026-01-05/P1M", "R/2026-01-05/PT24H",
    "R/2026-01-05/P0D", "R/P1Y/2030-12-31", "R2/2026-02-30/P1M", "R2/2026-02-03/2026-02-03",
    "R2/2026-02-03/2026-02-01", "RX/2026-01-05/P1M", "FREQ=MONTHLY", "P1M", "R99999999999/2026-01-05/P1M",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      CharterRhythm rhythm;

      cr_assert (!charter_rhythm_parse (bad[i], &rhythm), "%s", bad[i]);
    }
}

CHARTER_TEST (oblige, rhythms_end_with_the_calendar)
{
  CharterRhythm rhythm = { date ("9990-01-31"), { .months = 12 }, G_MAXINT64 };

  cr_assert (charter_rhythm_date (&rhythm, 9, NULL) == date ("9999-01-31"));
  cr_assert (charter_rhythm_date (&rhythm, 10, NULL) == CHARTER_DATE_NONE);
  cr_assert (charter_rhythm_date (&rhythm, -1, NULL) == CHARTER_DATE_NONE);
}

/* Versions of the charter */

static void
check_spans (CharterBuild *b,
             const char   *at,
             const char   *expected)
{
  CharterScene scene = charter_build_scene (b);
  g_autoptr(GArray) spans = charter_spans (&scene, charter_build_instant (at));
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const CharterSpan *span = &g_array_index (spans, CharterSpan, i);
      char from[CHARTER_INSTANT_TEXT_SIZE];

      charter_instant_format (span->from, from);
      g_string_append_printf (out, "%s%s from %s%s", i > 0 ? ", " : "", span->charter->version,
                              from, span->to == G_MAXINT64 ? "" : " to the next");
    }
  charter_assert_str (out->str, expected);
}

CHARTER_TEST (oblige, spans_follow_versions)
{
  g_autoptr(CharterBuild) b = build (", 'version': '1'");
  g_autofree char *later =
      g_strdup_printf (PLAIN, ", 'version': '2', 'in-force-from': '2026-06-01'");
  g_autofree char *sooner =
      g_strdup_printf (PLAIN, ", 'version': '3', 'in-force-from': '2026-04-01'");

  check_spans (b, "2026-01-05T09:00:00Z", "1 from 2026-01-05T09:00:00Z");
  charter_build_add (b, "charter-adopted", "2026-02-02T09:00:00Z", "{'charter': %s}", later);
  check_spans (b, "2026-02-01T09:00:00Z", "1 from 2026-01-05T09:00:00Z");
  check_spans (b, "2026-02-02T09:00:00Z",
               "1 from 2026-01-05T09:00:00Z to the next, 2 from 2026-06-01T00:00:00Z");
  charter_build_add (b, "charter-adopted", "2026-03-02T09:00:00Z", "{'charter': %s}", sooner);
  check_spans (b, "2026-03-02T09:00:00Z",
               "1 from 2026-01-05T09:00:00Z to the next, 3 from 2026-04-01T00:00:00Z");
}

/* The list */

static void
add_persons (CharterBuild *b)
{
  charter_build_add (b, "partner-joined", "2026-01-05T09:00:00Z",
                     "{'id': 'north', 'name': 'North'}");
  charter_build_add (b, "person-joined", "2026-01-05T09:00:00Z",
                     "{'id': 'amira', 'for': ['north']}");
  charter_build_add (b, "action-agreed", "2026-02-02T09:00:00Z",
                     "{'id': 'a-1', 'owner': 'amira', 'due': '2026-03-31'}");
  charter_build_add (b, "action-agreed", "2026-02-02T09:00:00Z",
                     "{'id': 'a-2', 'owner': 'north', 'due': '2027-03-31'}");
  charter_build_add (b, "action-done", "2026-03-02T09:00:00Z", "{'action': 'a-1'}");
}

CHARTER_TEST (oblige, obligations_have_properties)
{
  g_autoptr(CharterBuild) b = build ("");
  g_autoptr(CharterView) view = NULL;
  g_autoptr(GListModel) list = NULL;
  g_autoptr(CharterObligation) first = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL, *who = NULL;
  CharterObligationState state;

  add_persons (b);
  view = charter_view_new (b->state, charter_state_get_head (b->state));
  list = charter_view_list_obligations (view, "2026-03-02T12:00:00Z", NULL, NULL, &error);
  charter_assert_no_error (error);
  cr_assert (g_list_model_get_n_items (list) == 1);
  first = g_list_model_get_item (list, 0);
  charter_assert_str (charter_obligation_get_what (first), "act");
  charter_assert_str (charter_obligation_get_due (first), "2026-03-31");
  charter_assert_str (charter_obligation_get_about (first), "a-1");
  charter_assert_str (charter_obligation_get_clause (first), NULL);
  charter_assert_str (charter_obligation_get_summary (first),
                      "Do what was agreed (a-1) by 2026-03-31: amira; met in time.");
  cr_assert (charter_obligation_get_because (first) == 5);
  cr_assert (charter_obligation_get_met_by (first) == 7);
  g_object_get (first, "who", &who, "state", &state, NULL);
  charter_assert_str (who, "amira");
  cr_assert (state == CHARTER_OBLIGATION_STATE_MET);
  json = charter_obligation_to_json (first);
  charter_assert_str (
      json, "{\"about\":\"a-1\",\"because\":\"e-5\",\"due\":\"2026-03-31\",\"met-by\":\"e-7\","
            "\"state\":\"met\",\"what\":\"act\",\"who\":\"amira\"}");
}

static void
check_refused (CharterView *view,
               const char  *at,
               const char  *who,
               const char  *until,
               int          code)
{
  g_autoptr(GError) error = NULL;
  GListModel *list = charter_view_list_obligations (view, at, who, until, &error);

  cr_assert (list == NULL);
  charter_assert_error (error, CHARTER_ERROR, code);
}

CHARTER_TEST (oblige, lists_are_asked_rightly)
{
  g_autoptr(CharterBuild) b = build ("");
  g_autoptr(CharterView) view = NULL;
  g_autoptr(GListModel) far = NULL, of_north = NULL;

  add_persons (b);
  view = charter_view_new (b->state, charter_state_get_head (b->state));
  far = charter_view_list_obligations (view, "2026-03-02T12:00:00Z", NULL, "2027-04-01T00:00:00Z",
                                       NULL);
  cr_assert (g_list_model_get_n_items (far) == 2);
  of_north =
      charter_view_list_obligations (view, "2026-03-02T12:00:00Z", "north", "2027-03-31", NULL);
  cr_assert (g_list_model_get_n_items (of_north) == 1);
  check_refused (view, "2026-03-02", NULL, NULL, CHARTER_ERROR_VALUE);
  check_refused (view, NULL, NULL, NULL, CHARTER_ERROR_VALUE);
  check_refused (view, "2026-03-02T12:00:00Z", "nobody", NULL, CHARTER_ERROR_NOT_FOUND);
  check_refused (view, "2026-03-02T12:00:00Z", NULL, "soon", CHARTER_ERROR_VALUE);
}

CHARTER_TEST (oblige, an_empty_record_owes_nothing)
{
  g_autoptr(CharterState) state = charter_state_new (NULL);
  g_autoptr(CharterView) view = charter_view_new (state, 0);
  g_autoptr(GListModel) list =
      charter_view_list_obligations (view, "2026-03-02T12:00:00Z", NULL, NULL, NULL);

  cr_assert (g_list_model_get_n_items (list) == 0);
}

/* A view with a smaller `known` sees nothing of what came later. */
CHARTER_TEST (oblige, known_hides_what_came_later)
{
  g_autoptr(CharterBuild) b = build ("");
  g_autoptr(GArray) duties = g_array_new (FALSE, FALSE, sizeof (CharterDuty));
  CharterScene then;

  add_persons (b);
  then = (CharterScene) { b->state, 6 };
  charter_oblige_list (&then, charter_build_instant ("2026-05-02T12:00:00Z"), date ("2027-05-02"),
                       duties);
  cr_assert (duties->len == 2);
  cr_assert (g_array_index (duties, CharterDuty, 0).state == CHARTER_OBLIGATION_STATE_OVERDUE);
}

CHARTER_TEST (oblige, a_cycle_by_rule_is_passed_over)
{
  g_autoptr(CharterBuild) b = build (
      ", 'cycles': [{'id': 'c', 'every': 'FREQ=MONTHLY;BYDAY=1MO', 'anchor': '2026-01-05'}]");
  CharterScene scene = charter_build_scene (b);
  g_autoptr(GArray) duties = g_array_new (FALSE, FALSE, sizeof (CharterDuty));

  charter_oblige_list (&scene, charter_build_instant ("2026-05-02T12:00:00Z"), date ("2027-05-02"),
                       duties);
  cr_assert (duties->len == 0);
}

/* Sets */

static void
check_set (const CharterInquiry *inquiry,
           const char           *set,
           const char           *expected)
{
  g_autoptr(GArray) refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GString) out = g_string_new (NULL);

  if (!charter_set_members (inquiry, set, refs))
    g_string_append (out, "?");
  for (guint i = 0; i < refs->len; i++)
    {
      CharterRef ref = g_array_index (refs, CharterRef, i);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                              charter_scene_name (inquiry->scene, ref));
      cr_assert (charter_set_has (inquiry, set, ref, inquiry->at), "%s in %s",
                 charter_scene_name (inquiry->scene, ref), set);
    }
  charter_assert_str (out->str, expected);
}

CHARTER_TEST (oblige, sets_are_found_by_name)
{
  g_autoptr(CharterBuild) b =
      build (", 'constituencies': [{'id': 'lived'}, {'id': 'person'}], 'roles': [{'id': 'chair'}]");
  CharterScene scene;
  CharterInquiry inquiry;

  charter_build_add_all (
      b, "[{'kind': 'partner-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'north', "
         "'name': 'N', 'constituencies': ['lived']}},"
         "{'kind': 'partner-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'south', 'name': "
         "'S'}},"
         "{'kind': 'person-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'amira', 'for': "
         "['north']}},"
         "{'kind': 'person-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': 'ben', "
         "'constituencies': ['person']}},"
         "{'kind': 'partner-left', 'at': '2026-01-15T09:00:00Z', 'data': {'partner': 'south'}},"
         "{'kind': 'role-given', 'at': '2026-01-05T09:00:00Z', 'data': {'role': 'chair', 'person': "
         "'amira'}}]");
  scene = charter_build_scene (b);
  charter_inquiry_init (&inquiry, &scene,
                        charter_scene_charter (&scene,
                                               charter_build_instant ("2026-02-02T09:00:00Z"),
                                               NULL),
                        charter_build_instant ("2026-02-02T09:00:00Z"));
  check_set (&inquiry, "partners", "north");
  check_set (&inquiry, "each", "north");
  check_set (&inquiry, "persons", "amira ben");
  check_set (&inquiry, "person", "ben");
  check_set (&inquiry, "lived", "north");
  check_set (&inquiry, "constituency:lived", "north");
  check_set (&inquiry, "role:chair", "amira");
  check_set (&inquiry, "chair", "amira");
  check_set (&inquiry, "role-holders", "amira");
  check_set (&inquiry, "person:ben", "ben");
  check_set (&inquiry, "partner:south", "");
  check_set (&inquiry, "public", "?");
  cr_assert (charter_set_has (&inquiry, "lived", charter_build_ref (b, "amira"), inquiry.at));
  cr_assert (!charter_set_has (&inquiry, "lived", charter_build_ref (b, "ben"), inquiry.at));
  cr_assert (!charter_set_has (&inquiry, "lived", 0, inquiry.at));
  charter_inquiry_clear (&inquiry);
}

/* Words */

CHARTER_TEST (oblige, phrases_are_found_as_whole_words)
{
  static const struct { const char *text; gboolean has;
  } rows[] = {
    { "We meet regularly.", TRUE },
    { "REGULARLY", TRUE },
    { "Irregularly", FALSE },
    { "regularlyish", FALSE },
    { "as soon as possible", TRUE },
    { "and/or", TRUE },
    { "ham and/or eggs", TRUE },
    { "etc.", TRUE },
    { "etcetera", FALSE },
    { "", FALSE },
    { "étc", FALSE },
    { "appropriateé", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cr_assert (charter_text_has_any (rows[i].text, charter_catalogue_words ("open-ended"))
                   == rows[i].has,
               "%s", rows[i].text);
}

/* The catalogue */

CHARTER_TEST (oblige, every_named_check_has_a_row)
{
  for (guint i = 0; charter_check_names[i] != NULL; i++)
    cr_assert (charter_catalogue_row (charter_check_names[i]) != NULL, "%s",
               charter_check_names[i]);
  cr_assert (charter_catalogue_row ("nonsense") == NULL);
  cr_assert (charter_catalogue_row (NULL) == NULL);
}

static const char *const words_of_rows[] = {
  "id", "family", "built", "params", "needs", "takes", "not-yet", "variants", "if", "case", "hold", "expect", "group",
  "pool", "all", "within", "upheld-from", "partly-from", "min-cases", "says", "restore", "window", NULL
};
static const char *const words_of_cases[] = {
  "kind", "at", "once", "not-if", "silent", "any-time", "first", "side", "each", "every", "set", "pairs", "values-of",
  "values", "times-set", "times", "computed", "when", "unless", "in", "standing", NULL
};
static const char *const words_of_tests[] = {
  "when", "unless", "fields", "via", "shown", "at-least-each", "one-of", "any-of", "all-of", "join", "differs",
  "contains", "in", "by", "named-in", "reach", "not-before", "ahead", "lag", "lead", "item", "unconnected", "free-of",
  "standing", "also", NULL
};
static const char *const words_of_expects[] = {
  "kind", "within", "due", "before", "around", "period", "since", "recent", "until", "at-least", "distinct", "newest",
  "once-each", "every", "any", NULL
};

static void
check_words (const char         *row,
             const CharterNode  *object,
             const char *const  *words,
             const char *const  *more)
{
  if (!charter_node_is (object, CHARTER_NODE_OBJECT))
    return;
  for (const CharterNode *m = charter_node_first (object); m != NULL;
       m = charter_node_next (object, m))
    cr_assert (g_strv_contains (words, m->key) || (more != NULL && g_strv_contains (more, m->key)),
               "%s: %s", row, m->key);
}

static void
check_kinds (const char        *row,
             const CharterNode *object)
{
  const CharterNode *kinds = charter_node_member (object, "kind");

  CHARTER_EACH (kinds, k)
  cr_assert (k->string[0] == '$' || charter_kind_lookup (k->string) != CHARTER_KIND_NONE, "%s: %s",
             row, k->string);
}

static void check_expect (const char        *row,
                          const CharterNode *expect);

static void
check_list (const char        *row,
            const CharterNode *list)
{
  CHARTER_EACH (list, e)
    check_expect (row, e);
}

static void
check_expect (const char        *row,
              const CharterNode *expect)
{
  const CharterNode *until = charter_node_member (expect, "until");

  if (expect == NULL || expect->type == CHARTER_NODE_STRING)
    return;
  check_words (row, expect, words_of_expects, words_of_tests);
  check_kinds (row, expect);
  check_list (row, charter_node_member (expect, "any"));
  check_list (row, charter_node_member (expect, "also"));
  check_expect (row, charter_node_member (expect, "before"));
  check_expect (row, until != NULL && until->type == CHARTER_NODE_OBJECT ? until : NULL);
}

static void
check_part (const char        *name,
            const CharterNode *part)
{
  static const char *const inner[] = { "once", "not-if", "silent" };
  const CharterNode *source = charter_node_member (part, "case");

  check_words (name, part, words_of_rows, NULL);
  check_words (name, source, words_of_cases, NULL);
  check_kinds (name, source);
  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    check_expect (name, charter_node_member (source, inner[i]));
  check_words (name, charter_node_member (part, "hold"), words_of_tests, NULL);
  check_list (name, charter_node_member (part, "expect"));
}

static void
check_row (const CharterNode *row)
{
  static const char *const lists[] = { "variants", "pool", "all" };
  const char *name = charter_node_member_string (row, "id");
  const char *family = charter_node_member_string (row, "family");

  cr_assert (family != NULL, "%s", name);
  check_part (name, row);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const CharterNode *list = charter_node_member (row, lists[i]);

      CHARTER_EACH (list, p)
        check_part (name, p);
    }
}

/* A slip of the pen in the data would be read as "nothing asked". */
CHARTER_TEST (oblige, rows_use_only_words_that_are_read)
{
  for (guint i = 0; charter_check_names[i] != NULL; i++)
    check_row (charter_catalogue_row (charter_check_names[i]));
}
