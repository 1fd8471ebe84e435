/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-document-test.h"

/* Reading */

CHARTER_TEST (document, minimal)
{
  g_autofree char *text = read_data ("charters/minimal.json");
  g_autoptr(CharterDocument) document = must_read (text);
  g_autofree char *canonical = charter_document_to_json (document);

  charter_assert_str (charter_document_get_format (document), "1");
  charter_assert_str (charter_document_get_id (document), "smallest");
  charter_assert_str (charter_document_get_title (document), "The smallest charter");
  charter_assert_str (charter_document_get_version (document), "1");
  charter_assert_str (charter_document_get_language (document), "en");
  charter_assert_str (charter_document_get_source (document), NULL);
  charter_assert_str (charter_document_get_in_force_from (document), NULL);
  charter_assert_str (charter_document_get_zone (document), "UTC");
  cr_assert (g_list_model_get_n_items (charter_document_get_sections (document)) == 0);
  charter_assert_str (canonical,
                      "{\"charter\":\"1\",\"id\":\"smallest\",\"sections\":[],"
                      "\"title\":\"The smallest charter\"}");
  /* sha256sum of these bytes. */
  charter_assert_str (charter_document_get_digest (document),
                      "a90e461e0828d08076369f4243a8cb3ae14bc8899a79e4ed7d8cf9593b89b70b");
}

/* Every row of every shape of the charter, to be ticked off. */
static void
collect_rows (const CharterShape *shape,
              GHashTable         *rows)
{
  for (guint i = 0; i < shape->n_rows; i++)
    {
      if (g_hash_table_contains (rows, &shape->rows[i]))
        continue;
      g_hash_table_insert (rows, (gpointer) &shape->rows[i], (gpointer) shape->name);
      if (shape->rows[i].shape != NULL)
        collect_rows (shape->rows[i].shape, rows);
    }
}

static void tick_rows (const CharterShape *shape,
                       const CharterNode  *node,
                       GHashTable         *rows);

static void
tick_member (const CharterRow  *row,
             const CharterNode *member,
             GHashTable        *rows)
{
  g_hash_table_remove (rows, row);
  if (row->shape == NULL)
    return;
  if (row->type != CHARTER_TYPE_MAP && member->type == CHARTER_NODE_OBJECT)
    {
      tick_rows (row->shape, member, rows);
      return;
    }
  for (const CharterNode *c = charter_node_first (member); c != NULL;
       c = charter_node_next (member, c))
    tick_rows (row->shape, c, rows);
}

static void
tick_rows (const CharterShape *shape,
           const CharterNode  *node,
           GHashTable         *rows)
{
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      const CharterRow *row = charter_shape_lookup (shape, c->key, c->key_length);

      cr_assert (row != NULL, "%s.%s", shape->name, c->key);
      tick_member (row, c, rows);
    }
}

CHARTER_TEST (document, full_has_every_member)
{
  g_autofree char *text = read_data ("charters/full.json");
  g_autoptr(CharterDocument) document = must_read (text);
  g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer row, shape;

  collect_rows (&charter_document_shape, rows);
  tick_rows (&charter_document_shape, charter_document_get_data (document)->root, rows);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, &shape))
    cr_assert (FALSE, "full.json lacks %s.%s", (const char *) shape,
               ((const CharterRow *) row)->name);
}

static void
check_shape_rows (const CharterShape *shape,
                  GHashTable         *seen)
{
  if (!g_hash_table_add (seen, (gpointer) shape))
    return;

  for (guint i = 0; i < shape->n_rows; i++)
    {
      const CharterRow *row = &shape->rows[i];

      cr_assert (i == 0 || strcmp (shape->rows[i - 1].name, row->name) < 0, "%s.%s", shape->name,
                 row->name);
      cr_assert (row->meaning != NULL && g_str_has_suffix (row->meaning, "."), "%s.%s",
                 shape->name, row->name);
      cr_assert (row->type != CHARTER_TYPE_ENUM || row->values != NULL, "%s.%s", shape->name,
                 row->name);
      cr_assert (row->type != CHARTER_TYPE_OBJECT || row->shape != NULL, "%s.%s", shape->name,
                 row->name);
      if (row->shape != NULL)
        check_shape_rows (row->shape, seen);
    }
}

CHARTER_TEST (document, tables_are_sorted_and_explained)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  check_shape_rows (&charter_document_shape, seen);
}

CHARTER_TEST (document, round_trip)
{
  g_autofree char *full = read_data ("charters/full.json");
  g_autoptr(CharterDocument) document = must_read (full);
  g_autofree char *canonical = charter_document_to_json (document);
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *node = charter_json_read (arena, full, strlen (full), CHARTER_PROFILE_RECORD,
                                               CHARTER_READ_NONE, NULL, problems);
  g_autofree char *expected = charter_node_to_text (node);

  charter_assert_str (canonical, expected);
  cr_assert (charter_json_read (arena, canonical, strlen (canonical), CHARTER_PROFILE_RECORD,
                                CHARTER_READ_CANONICAL, NULL, problems) != NULL);
  check_round_trip (document);
}

CHARTER_TEST (document, from_node)
{
  g_autofree char *text = g_strdup ("{\"charter\":{\"charter\":\"1\",\"id\":\"t\",\"title\":5,"
                                    "\"sections\":[]}}");
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *root = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_RECORD,
                                               CHARTER_READ_NONE, NULL, problems);

  cr_assert (charter_document_data_from_node (charter_node_member (root, "charter"),
                                              "/data/charter", problems) == NULL);
  charter_assert_str (charter_problems_get (problems, 0)->path, "/data/charter/title");
}

/* Faults */

typedef struct
{
  const char  *members;
  const char  *path;
  CharterError code;
  const char  *words;        /* of the message */
  const char  *suggestion;
} Fault;

static const Fault faults[] = {
  /* What the tables see */
  { "\"titel\":\"x\"", "/titel", CHARTER_ERROR_FORMAT,
    "Unknown member “titel”; did you mean “title”?", "title" },
  { "\"sections\":{}", "/sections", CHARTER_ERROR_FORMAT, "Expected a list", NULL },
  { "\"sections\":[{\"id\":\"s\",\"title\":\"S\"}]", "/sections/0/clauses", CHARTER_ERROR_FORMAT,
    "Missing member “clauses”", NULL },
  { "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"clauses\":[{\"id\":\"c1\","
    "\"kind\":\"valeu\",\"text\":\"A.\"}]}]",
    "/sections/0/clauses/0/kind", CHARTER_ERROR_VALUE, "did you mean “value”?", "value" },
  { "\"in-force-from\":\"2026-02-30\"", "/in-force-from", CHARTER_ERROR_VALUE, "Expected a date",
    NULL },
  { "\"calendar\":{\"zone\":\"Europe/Londn\"}", "/calendar/zone", CHARTER_ERROR_VALUE,
    "Expected a time zone", NULL },
  { RULE ("\"quorum\":{\"share\":\"0/0\"}"), "/rules/0/quorum/share", CHARTER_ERROR_VALUE,
    "Expected a whole number or a fraction", NULL },
  { RULE ("\"quorum\":{\"at-least\":2,\"requires\":[{\"at-least\":1}]}"),
    "/rules/0/quorum/requires/0", CHARTER_ERROR_FORMAT,
    "Missing one of “constituency”, “role”", NULL },
  { CHECKS ("{\"as\":\"proof\"}"), CHECK_PATH, CHARTER_ERROR_FORMAT, "Missing one of “check”",
    NULL },
  { CHECKS ("{\"check\":\"agreed\",\"any\":[{\"check\":\"asked\"}]}"), CHECK_PATH,
    CHARTER_ERROR_FORMAT, "Only one of “check”, “any”", NULL },
  { "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"clauses\":[{\"id\":\"c1\","
    "\"kind\":\"value\",\"text\":\"A.\",\"chekcs\":[]}]}]",
    "/sections/0/clauses/0/chekcs", CHARTER_ERROR_FORMAT, "did you mean “checks”?", "checks" },

  /* Ids given twice */
  { "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"clauses\":[{\"id\":\"c1\","
    "\"kind\":\"value\",\"text\":\"A.\"}]},"
    "{\"id\":\"u\",\"title\":\"U\",\"clauses\":[{\"id\":\"c1\",\"kind\":\"value\","
    "\"text\":\"B.\"}]}]",
    "/sections/1/clauses/0/id", CHARTER_ERROR_ID_REUSED, "There is already a clause “c1”", NULL },
  { "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"clauses\":[]},{\"id\":\"s\",\"title\":\"T\","
    "\"clauses\":[]}]",
    "/sections/1/id", CHARTER_ERROR_ID_REUSED, "There is already a section “s”", NULL },
  { "\"roles\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"a\"}]", "/roles/2/id",
    CHARTER_ERROR_ID_REUSED, "There is already a role “a”", NULL },
  { "\"constituencies\":[{\"id\":\"a\"},{\"id\":\"a\"}]", "/constituencies/1/id",
    CHARTER_ERROR_ID_REUSED, "constituency “a”", NULL },
  { "\"rules\":[{\"id\":\"a\",\"method\":\"majority\"},{\"id\":\"a\",\"method\":\"majority\"}]",
    "/rules/1/id", CHARTER_ERROR_ID_REUSED, "rule “a”", NULL },
  { "\"cycles\":[{\"id\":\"a\",\"every\":\"P1Y\"},{\"id\":\"a\",\"every\":\"P1Y\"}]",
    "/cycles/1/id", CHARTER_ERROR_ID_REUSED, "cycle “a”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"at-least\":1},{\"id\":\"a\",\"at-least\":2}]"),
    "/rules/0/tests/1/id", CHARTER_ERROR_ID_REUSED, "test “a”", NULL },
  { POLICY ("\"paths\":[{\"id\":\"a\",\"edges\":[\"owns\"]},{\"id\":\"a\",\"edges\":[\"owns\"]}]"),
    "/conflicts/paths/1/id", CHARTER_ERROR_ID_REUSED, "path “a”", NULL },
  { POLICY ("\"regimes\":[{\"id\":\"a\"},{\"id\":\"a\"}]"), "/conflicts/regimes/1/id",
    CHARTER_ERROR_ID_REUSED, "regime “a”", NULL },
  { POLICY ("\"regimes\":[{\"id\":\"fixed-base\"}]"), "/conflicts/regimes/0/id",
    CHARTER_ERROR_ID_REUSED, "name of a preset", NULL },

  /* References that lead nowhere */
  { "\"roles\":[{\"id\":\"chair\",\"clause\":\"c2\"}]", "/roles/0/clause", CHARTER_ERROR_REFERENCE,
    "There is no clause “c2” in this charter; did you mean “c1”?", "c1" },
  { "\"permissions\":[{\"act\":\"vote\",\"to\":[\"persons\"],\"clause\":\"zz\"}]",
    "/permissions/0/clause", CHARTER_ERROR_REFERENCE, "no clause “zz”", NULL },
  { RULE ("\"clause\":\"zz\""), "/rules/0/clause", CHARTER_ERROR_REFERENCE, "no clause “zz”",
    NULL },
  { POLICY ("\"clause\":\"zz\""), "/conflicts/clause", CHARTER_ERROR_REFERENCE, "no clause “zz”",
    NULL },
  { POLICY ("\"paths\":[{\"id\":\"a\",\"edges\":[\"owns\"],\"clause\":\"zz\"}]"),
    "/conflicts/paths/0/clause", CHARTER_ERROR_REFERENCE, "no clause “zz”", NULL },
  { POLICY ("\"regimes\":[{\"id\":\"a\",\"clause\":\"zz\"}]"), "/conflicts/regimes/0/clause",
    CHARTER_ERROR_REFERENCE, "no clause “zz”", NULL },
  { POLICY ("\"remedies\":[\"adjourn\",{\"remedy\":\"substitute\",\"clause\":\"zz\"}]"),
    "/conflicts/remedies/1/clause", CHARTER_ERROR_REFERENCE, "no clause “zz”", NULL },
  { "\"cycles\":[{\"id\":\"a\",\"every\":\"P1Y\",\"clause\":\"zz\"}]", "/cycles/0/clause",
    CHARTER_ERROR_REFERENCE, "no clause “zz”", NULL },
  { "\"roles\":[{\"id\":\"chair\",\"incompatible\":[\"tresurer\"]},{\"id\":\"treasurer\"}]",
    "/roles/0/incompatible/0", CHARTER_ERROR_REFERENCE, "did you mean “treasurer”?", "treasurer" },
  { "\"roles\":[{\"id\":\"deputy\",\"substitutes\":\"chair\"}]", "/roles/0/substitutes",
    CHARTER_ERROR_REFERENCE, "no role “chair”", NULL },
  { "\"permissions\":[{\"act\":\"vote\",\"to\":[\"partners\",\"role:chiar\"]}],"
    "\"roles\":[{\"id\":\"chair\"}]",
    "/permissions/0/to/1", CHARTER_ERROR_REFERENCE,
      "There is no role “chiar” in this charter; did you mean “role:chair”?", "role:chair" },
  { "\"permissions\":[{\"act\":\"vote\",\"to\":[\"constituency:lived\"]}]", "/permissions/0/to/0",
    CHARTER_ERROR_REFERENCE, "no constituency “lived”", NULL },
  { RULE ("\"voters\":[\"role:chair\"]"), "/rules/0/voters/0", CHARTER_ERROR_REFERENCE,
    "no role “chair”", NULL },
  { RULE ("\"quorum\":{\"at-least\":2,\"requires\":[{\"constituency\":\"lived\",\"at-least\":1}]}"),
    "/rules/0/quorum/requires/0/constituency", CHARTER_ERROR_REFERENCE, "no constituency “lived”",
    NULL },
  { RULE ("\"quorum\":{\"at-least\":2,\"requires\":[{\"role\":\"chair\",\"at-least\":1}]}"),
    "/rules/0/quorum/requires/0/role", CHARTER_ERROR_REFERENCE, "no role “chair”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1/2\",\"constituency\":\"lived\"}]"),
    "/rules/0/tests/0/constituency", CHARTER_ERROR_REFERENCE, "no constituency “lived”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"veto\":\"against\",\"holders\":[\"role:pmc\"]}]"),
    "/rules/0/tests/0/holders/0", CHARTER_ERROR_REFERENCE, "no role “pmc”", NULL },
  { RULE ("\"speaks\":\"representative\""), "/rules/0/speaks", CHARTER_ERROR_REFERENCE,
    "no role “representative”", NULL },
  { RULE ("\"speaks\":\"representative\"") ",\"roles\":[{\"id\":\"representative\"}]",
    "/rules/0/speaks", CHARTER_ERROR_REFERENCE, "“of”: “partner”", NULL },
  { POLICY ("\"regime\":\"fixd-base\""), "/conflicts/regime", CHARTER_ERROR_REFERENCE,
    "did you mean “fixed-base”?", "fixed-base" },
  { POLICY ("\"paths\":[{\"id\":\"a\",\"edges\":[\"owns\"],\"regime\":\"mine\"}]"),
    "/conflicts/paths/0/regime", CHARTER_ERROR_REFERENCE, "no regime “mine”", NULL },
  { CHECKS ("{\"check\":\"reviewed\",\"cycle\":\"conduct\"}"), CHECK_PATH "/cycle",
    CHARTER_ERROR_REFERENCE, "no cycle “conduct”", NULL },
  { CHECKS ("{\"check\":\"voices-heard\",\"of\":\"role:chair\"}"), CHECK_PATH "/of",
    CHARTER_ERROR_REFERENCE, "no role “chair”", NULL },
  { CHECKS ("{\"check\":\"influence-even\",\"groups\":[\"a\",\"constituency:b\"]}"),
    CHECK_PATH "/groups/1", CHARTER_ERROR_REFERENCE, "no constituency “b”", NULL },
  { ATTEST ("{\"question\":\"q-honest\",\"asked\":\"role:chair\"}"), ATTEST_PATH "/asked",
    CHARTER_ERROR_REFERENCE, "no role “chair”", NULL },
  { ATTEST ("{\"question\":\"q-honest\",\"about\":[\"constituency:b\"]}"), ATTEST_PATH "/about/0",
    CHARTER_ERROR_REFERENCE, "no constituency “b”", NULL },
  { "\"cycles\":[{\"id\":\"a\",\"every\":\"P1Y\",\"escalate-to\":[\"role:chair\"]}]",
    "/cycles/0/escalate-to/0", CHARTER_ERROR_REFERENCE, "no role “chair”", NULL },

  /* Words */
  { "\"permissions\":[{\"act\":\"vote\",\"to\":[\"chair\"]}],\"roles\":[{\"id\":\"chair\"}]",
    "/permissions/0/to/0", CHARTER_ERROR_VALUE, "did you mean “role:chair”?", "role:chair" },
  { "\"permissions\":[{\"act\":\"vote\",\"to\":[\"partner\"]}]", "/permissions/0/to/0",
    CHARTER_ERROR_VALUE, "did you mean “partners”?", "partners" },
  { "\"permissions\":[{\"act\":\"vote\",\"to\":[\"rolle:chair\"]}]", "/permissions/0/to/0",
    CHARTER_ERROR_VALUE, "Expected role:ID", NULL },
  { "\"permissions\":[{\"act\":\"vote\",\"to\":[\"person:\"]}]", "/permissions/0/to/0",
    CHARTER_ERROR_VALUE, "names nobody", NULL },
  { "\"calendar\":{\"holidays\":\"england-and-wales-2\"}", "/calendar/holidays",
    CHARTER_ERROR_VALUE, "did you mean “england-and-wales”?", "england-and-wales" },
  { "\"calendar\":{\"holidays\":[\"scotland\",\"2026-13-01\"]}", "/calendar/holidays/1",
    CHARTER_ERROR_VALUE, "No holidays are known as “2026-13-01”", NULL },
  { "\"calendar\":{\"working-days\":[]}", "/calendar/working-days", CHARTER_ERROR_VALUE,
    "at least one day", NULL },
  { "\"requires\":[\"walked\"]", "/requires/0", CHARTER_ERROR_VALUE, "begins with “x-”", NULL },
  { "\"roles\":[{\"id\":\"a\",\"incompatible\":[\"a\"]}]", "/roles/0/incompatible/0",
    CHARTER_ERROR_VALUE, "cannot exclude itself", NULL },
  { "\"roles\":[{\"id\":\"a\",\"substitutes\":\"a\"}]", "/roles/0/substitutes", CHARTER_ERROR_VALUE,
    "cannot stand in for itself", NULL },
  { "\"roles\":[{\"id\":\"a\",\"term\":\"P0D\"}]", "/roles/0/term", CHARTER_ERROR_VALUE,
    "longer than nothing", NULL },
  { "\"cycles\":[{\"id\":\"a\",\"every\":\"P0D\"}]", "/cycles/0/every", CHARTER_ERROR_VALUE,
    "longer than nothing", NULL },
  { POLICY ("\"confirm-every\":\"P0D\""), "/conflicts/confirm-every", CHARTER_ERROR_VALUE,
    "longer than nothing", NULL },
  { POLICY ("\"paths\":[{\"id\":\"a\",\"edges\":[\"owns|\"]}]"), "/conflicts/paths/0/edges/0",
    CHARTER_ERROR_VALUE, "relations joined by “|”", NULL },
  { POLICY ("\"paths\":[{\"id\":\"a\",\"edges\":[\"owns\",\"owns+\"]}]"),
    "/conflicts/paths/0/edges/1", CHARTER_ERROR_VALUE, "not “owns+”", NULL },
  { POLICY ("\"paths\":[{\"id\":\"a\",\"edges\":[\"owns*\"]}]"), "/conflicts/paths/0/edges",
    CHARTER_ERROR_VALUE, "at least one step", NULL },
  { POLICY ("\"paths\":[{\"id\":\"a\",\"edges\":[\"owns\"],\"share\":\"6/5\"}]"),
    "/conflicts/paths/0/share", CHARTER_ERROR_VALUE, "from 0 to 1, not 6/5", NULL },

  /* Rules */
  { RULE ("\"quorum\":{\"base\":\"members\"}"), "/rules/0/quorum", CHARTER_ERROR_FORMAT,
    "Missing one of “share” and “at-least”", NULL },
  { RULE ("\"quorum\":{\"share\":\"1/2\",\"at-least\":3}"), "/rules/0/quorum", CHARTER_ERROR_FORMAT,
    "“share” and “at-least” cannot both be given", NULL },
  { RULE ("\"quorum\":{\"share\":\"1/2\",\"at-most\":3}"), "/rules/0/quorum", CHARTER_ERROR_FORMAT,
    "“share” and “at-most” cannot both be given", NULL },
  { RULE ("\"quorum\":{\"share\":\"3/2\"}"), "/rules/0/quorum/share", CHARTER_ERROR_VALUE,
    "from 0 to 1, not 3/2", NULL },
  { RULE ("\"quorum\":{\"share\":\"-1/2\"}"), "/rules/0/quorum/share", CHARTER_ERROR_VALUE,
    "from 0 to 1, not -1/2", NULL },
  { RULE ("\"quorum\":{\"sqrt-of\":\"members\"}"), "/rules/0/quorum/share", CHARTER_ERROR_FORMAT,
    "square root", NULL },
  { RULE ("\"quorum\":{\"sqrt-of\":\"people\",\"share\":\"1/2\"}"), "/rules/0/quorum/sqrt-of",
    CHARTER_ERROR_VALUE, "Expected members", NULL },
  { RULE ("\"quorum\":{\"sqrt-of\":\"members\",\"base\":\"present\",\"share\":\"1/2\"}"),
    "/rules/0/quorum/sqrt-of", CHARTER_ERROR_VALUE, "different bases", NULL },
  { RULE ("\"quorum\":{\"base\":\"mean-attendance\",\"share\":\"1/2\"}"),
    "/rules/0/quorum/meetings", CHARTER_ERROR_FORMAT, "Missing member “meetings”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\"}]"), "/rules/0/tests/0", CHARTER_ERROR_FORMAT,
    "Missing one of “share”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1/2\",\"at-least\":2}]"), "/rules/0/tests/0",
    CHARTER_ERROR_FORMAT, "“share” and “at-least” cannot both be given", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1/2\",\"at-most\":2}]"), "/rules/0/tests/0",
    CHARTER_ERROR_FORMAT, "“share” and “at-most” cannot both be given", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"3/2\"}]"), "/rules/0/tests/0/share",
    CHARTER_ERROR_VALUE, "from 0 to 1, not 3/2", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1/2\",\"of\":\"for+agianst\"}]"),
    "/rules/0/tests/0/of", CHARTER_ERROR_VALUE, "“agianst” is nothing that can be counted",
    "against" },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1/2\",\"base\":\"for+\"}]"),
    "/rules/0/tests/0/base", CHARTER_ERROR_VALUE, "“” is nothing", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1/2\",\"base\":\"for+for\"}]"),
    "/rules/0/tests/0/base", CHARTER_ERROR_VALUE, "counts something twice", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1/2\",\"base\":\"cast+silent\"}]"),
    "/rules/0/tests/0/base", CHARTER_ERROR_VALUE, "stand alone", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"at-least\":3,\"at-most\":2}]"), "/rules/0/tests/0/at-most",
    CHARTER_ERROR_VALUE, "less than “at-least”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"veto\":\"against\"}]"), "/rules/0/tests/0/holders",
    CHARTER_ERROR_FORMAT, "needs somebody", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"at-least\":1,\"holders\":[\"partners\"]}]"),
    "/rules/0/tests/0/holders", CHARTER_ERROR_FORMAT, "only beside “veto”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"bands\":[{\"from\":\"1/2\","
          "\"share\":\"1/2\"},{\"above\":\"1/5\",\"share\":\"1/2\"}]}]"),
    "/rules/0/tests/0/bands/1/above", CHARTER_ERROR_VALUE, "Bands go up", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"bands\":[]}]"), "/rules/0/tests/0/bands", CHARTER_ERROR_VALUE,
    "at least one band", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"bands\":[{\"above\":\"1/5\","
          "\"share\":\"1/2\"},{\"from\":\"1/5\",\"share\":\"1/2\"}]}]"),
    "/rules/0/tests/0/bands/1/from", CHARTER_ERROR_VALUE, "begins at the same turnout", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"bands\":[{\"from\":\"1/5\",\"share\":\"1\","
          "\"compare\":\">\"}]}]"),
    "/rules/0/tests/0/bands/0/compare", CHARTER_ERROR_VALUE, "More than all", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"veto\":\"against\",\"holders\":[\"role:none\"]}]"),
    "/rules/0/tests/0/holders/0", CHARTER_ERROR_REFERENCE, "no role “none”", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1\",\"compare\":\">\"}]"),
    "/rules/0/tests/0/compare", CHARTER_ERROR_VALUE, "More than all", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"share\":\"1\",\"base\":\"members\",\"plus\":1}]"),
    "/rules/0/tests/0/plus", CHARTER_ERROR_VALUE, "All of the base and more", NULL },
  { RULE ("\"tests\":[{\"id\":\"a\",\"of\":\"silent\",\"share\":\"-1/2\"}]"),
    "/rules/0/tests/0/share", CHARTER_ERROR_VALUE, "never below 0", NULL },
  { RULE ("\"quorum\":{\"share\":\"1\",\"compare\":\">\"}"), "/rules/0/quorum/compare",
    CHARTER_ERROR_VALUE, "More than all", NULL },
  { RULE ("\"quorum\":{\"share\":\"1\",\"base\":\"eligible\",\"plus\":2}"),
    "/rules/0/quorum/plus", CHARTER_ERROR_VALUE, "All of the base and more", NULL },
  { RULE ("\"quorum\":{\"share\":\"0/0\"}"), "/rules/0/quorum/share", CHARTER_ERROR_VALUE,
    "such as \"2/3\", not “0/0”", NULL },
  { RULE ("\"quorum\":{\"sqrt-of\":\"members\",\"share\":\"-1\"}"), "/rules/0/quorum/share",
    CHARTER_ERROR_VALUE, "never below 0", NULL },
  { "\"roles\":[{\"id\":\"chair\"}]," RULE ("\"unit\":\"person\",\"quorum\":{\"at-least\":1,"
    "\"requires\":[{\"role\":\"chair\",\"at-least\":2}]}"),
    "/rules/0/quorum/requires/0/at-least", CHARTER_ERROR_VALUE,
    "never be more than 1 holding that role", NULL },
  { "\"roles\":[{\"id\":\"chair\"},{\"id\":\"deputy\",\"substitutes\":\"chair\"}],"
    RULE ("\"unit\":\"person\",\"quorum\":{\"at-least\":1,"
    "\"requires\":[{\"role\":\"chair\",\"at-least\":3}]}"),
    "/rules/0/quorum/requires/0/at-least", CHARTER_ERROR_VALUE, "more than 2", NULL },
  { "\"roles\":[{\"id\":\"chair\"}]," RULE ("\"unit\":\"person\","
    "\"voters\":[\"role:chair\",\"person:p\"],\"quorum\":{\"at-least\":3}"),
    "/rules/0/quorum/at-least", CHARTER_ERROR_VALUE, "never be more than 2 who vote", NULL },
  { "\"roles\":[{\"id\":\"chair\"}]," RULE ("\"unit\":\"person\","
    "\"voters\":[\"role:chair\"],\"tests\":[{\"id\":\"a\",\"at-least\":2}]"),
    "/rules/0/tests/0/at-least", CHARTER_ERROR_VALUE, "more than 1 who vote", NULL },
  { RULE ("\"early\":{\"on\":\"all-voted\",\"cast-stands\":true}"), "/rules/0/early/cast-stands",
    CHARTER_ERROR_FORMAT, "has a meaning only beside", NULL },
  { RULE ("\"early\":{\"on\":\"tests\"}"), "/rules/0/early/tests", CHARTER_ERROR_FORMAT,
    "Missing member “tests”", NULL },
  { RULE ("\"early\":{\"on\":\"tests\",\"tests\":[{\"id\":\"a\",\"share\":\"1/2\","
          "\"of\":\"fro\"}]}"),
    "/rules/0/early/tests/0/of", CHARTER_ERROR_VALUE, "did you mean “for”?", "for" },
  { RULE ("\"admission\":{\"of\":\"seconded\"}"), "/rules/0/admission", CHARTER_ERROR_FORMAT,
    "Missing one of “share” and “at-least”", NULL },
  { RULE ("\"counting\":{\"score-at-least\":3,\"score-at-most\":2}"),
    "/rules/0/counting/score-at-most", CHARTER_ERROR_VALUE, "below the lowest", NULL },
  { RULE ("\"option-tests\":[{\"id\":\"a\",\"option-over\":\"default\",\"share\":\"1/2\"}]"),
    "/rules/0/default-option", CHARTER_ERROR_FORMAT, "Missing member “default-option”", NULL },
  { "\"rules\":[{\"id\":\"r\",\"method\":\"role-holder\"}]", "/rules/0/voters",
    CHARTER_ERROR_FORMAT, "who decides", NULL },

  /* Checks and attestations */
  { CHECKS ("{\"check\":\"voices-herd\"}"), CHECK_PATH "/check", CHARTER_ERROR_VALUE,
    "There is no check “voices-herd”; did you mean “voices-heard”?", "voices-heard" },
  { CHECKS ("{\"check\":\"quite-unlike-anything\"}"), CHECK_PATH "/check", CHARTER_ERROR_VALUE,
    "There is no check", NULL },
  { CHECKS ("{\"check\":\"x-walked\"}"), CHECK_PATH "/check", CHARTER_ERROR_REFERENCE,
    "not listed under “requires”", NULL },
  { CHECKS ("{\"family\":\"followup\"}"), CHECK_PATH "/family", CHARTER_ERROR_VALUE,
    "did you mean “follow-up”?", "follow-up" },
  { CHECKS ("{\"check\":\"fair-share\",\"measure\":\"speeking\"}"), CHECK_PATH "/measure",
    CHARTER_ERROR_VALUE, "did you mean “speaking”?", "speaking" },
  { CHECKS ("{\"check\":\"stated\",\"kind\":\"decision-proposd\"}"), CHECK_PATH "/kind",
    CHARTER_ERROR_VALUE, "did you mean “decision-proposed”?", "decision-proposed" },
  { CHECKS ("{\"family\":\"follow-up\",\"expect\":{\"kind\":[\"action-agred\"]}}"),
    CHECK_PATH "/expect/kind/0", CHARTER_ERROR_VALUE, "did you mean “action-agreed”?",
    "action-agreed" },
  { CHECKS ("{\"check\":\"voices-heard\",\"of\":\"All Of Us\"}"), CHECK_PATH "/of",
    CHARTER_ERROR_VALUE, "lower-case letters", NULL },
  { CHECKS ("{\"check\":\"voices-heard\",\"upheld-from\":2}"), CHECK_PATH "/upheld-from",
    CHARTER_ERROR_VALUE, "from 0 to 1, not 2", NULL },
  { CHECKS ("{\"check\":\"voices-heard\",\"upheld-from\":\"1/2\",\"partly-from\":\"2/3\"}"),
    CHECK_PATH "/partly-from", CHARTER_ERROR_VALUE, "cannot need more", NULL },
  { CHECKS ("{\"check\":\"voices-heard\",\"within-last\":2,\"at-least\":3}"),
    CHECK_PATH "/at-least", CHARTER_ERROR_VALUE, "3 within the last 2", NULL },
  { CHECKS ("{\"check\":\"reviewed\",\"every\":\"P0D\"}"), CHECK_PATH "/every", CHARTER_ERROR_VALUE,
    "longer than nothing", NULL },
  { CHECKS ("{\"check\":\"mix\",\"when\":{\"amount\":{}}}"), CHECK_PATH "/when/amount",
    CHARTER_ERROR_FORMAT, "Missing one of “eq”", NULL },
  { CHECKS ("{\"check\":\"mix\",\"when\":{\"amount\":{\"between\":[1]}}}"),
    CHECK_PATH "/when/amount/between", CHARTER_ERROR_VALUE, "Expected two values", NULL },
  { CHECKS ("{\"all\":[]}"), CHECK_PATH "/all", CHARTER_ERROR_VALUE, "at least one check", NULL },
  { CHECKS ("{\"checks\":[{\"check\":\"agreed\"}]}"), CHECK_PATH "/at-least", CHARTER_ERROR_VALUE,
    "from 1 to 1", NULL },
  { CHECKS ("{\"checks\":[{\"check\":\"agreed\"}],\"at-least\":2}"), CHECK_PATH "/at-least",
    CHARTER_ERROR_VALUE, "from 1 to 1", NULL },
  { CHECKS ("{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"check\":\"agreed\"}}}}}}}}}"),
    CHECK_PATH "/not/not/not/not/not/not/not/not", CHARTER_ERROR_LIMIT, "more than 8 deep", NULL },
  { ATTEST ("{\"question\":\"q-honset\"}"), ATTEST_PATH "/question", CHARTER_ERROR_VALUE,
    "did you mean “q-honest”?", "q-honest" },
  { ATTEST ("{\"question\":\"q-honest\",\"mean-at-least\":6}"), ATTEST_PATH "/mean-at-least",
    CHARTER_ERROR_VALUE, "from 1 to 5", NULL },
  { ATTEST ("{\"question\":\"q-honest\",\"scale\":3,\"answer-at-least\":4}"),
    ATTEST_PATH "/answer-at-least", CHARTER_ERROR_VALUE, "from 1 to 3", NULL },
  { ATTEST ("{\"question\":\"q-honest\",\"gap-at-most\":-1}"), ATTEST_PATH "/gap-at-most",
    CHARTER_ERROR_VALUE, "never below 0", NULL },
  { ATTEST ("{\"question\":\"q-honest\",\"response-at-least\":2}"),
    ATTEST_PATH "/response-at-least", CHARTER_ERROR_VALUE, "from 0 to 1", NULL },
  { ATTEST ("{\"question\":\"q-honest\",\"every\":\"P0D\"}"), ATTEST_PATH "/every",
    CHARTER_ERROR_VALUE, "longer than nothing", NULL },
};

static void
check_fault (const Fault *row)
{
  g_autofree char *text = with_members (row->members);
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterDocumentData) data = charter_document_data_read (text, strlen (text), problems);
  const CharterProblem *problem;

  cr_assert (data == NULL, "%s: read without a problem", row->members);
  cr_assert (charter_problems_get_count (problems) == 1, "%s: %u problems; the second at %s: %s",
             row->members,
             charter_problems_get_count (problems),
             charter_problems_get_kept (problems) > 1 ? charter_problems_get (problems, 1)->path
               : "",
             charter_problems_get_kept (problems) > 1 ? charter_problems_get (problems,
                                                                              1)->message : "");
  problem = charter_problems_get (problems, 0);
  charter_assert_str (problem->path, row->path);
  cr_assert (problem->code == row->code, "%s: code %d: %s", row->members, problem->code,
             problem->message);
  cr_assert (strstr (problem->message, row->words) != NULL, "%s: %s", row->members,
             problem->message);
  charter_assert_str (problem->suggestion, row->suggestion);
  cr_assert (problem->line == 1 && problem->column > 1, "%s", row->members);
  cr_assert (!g_str_has_suffix (problem->message, "."), "%s", problem->message);
}

CHARTER_TEST (document, faults)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    check_fault (&faults[i]);
}

/* What looks like a fault and is none. */
CHARTER_TEST (document, allowed)
{
  static const char *const rows[] = {
    "",
    RULE ("\"quorum\":{\"requires\":[{\"role\":\"chair\",\"at-least\":1}]}")
      ",\"roles\":[{\"id\":\"chair\"}]",
    RULE ("\"quorum\":{\"sqrt-of\":\"members\",\"share\":\"3/2\"}"),
    RULE ("\"quorum\":{\"base\":\"members\",\"sqrt-of\":true,\"share\":\"3/2\"}"),
    RULE ("\"quorum\":{\"share\":1}"),
    /* Three times as many for as against. */
    RULE ("\"tests\":[{\"id\":\"a\",\"of\":\"for\",\"base\":\"against\",\"share\":3}]"),
    RULE ("\"unit\":\"person\",\"speaks\":\"representative\""),
    /* All, and one less than all and one more. */
    RULE ("\"quorum\":{\"share\":1,\"compare\":\">\",\"plus\":-1}"),
    RULE ("\"quorum\":{\"share\":1,\"compare\":\">\",\"base\":\"present\"}"),
    RULE ("\"quorum\":{\"share\":1,\"compare\":\">\"},\"electorate-as-at\":\"ballot\""),
    RULE ("\"tests\":[{\"id\":\"a\",\"share\":1,\"compare\":\">\",\"base\":\"against\"}]"),
    /* At exactly one fifth, and above it. */
    RULE ("\"tests\":[{\"id\":\"a\",\"bands\":[{\"from\":\"1/5\",\"share\":\"2/3\"},"
          "{\"above\":\"1/5\",\"share\":\"1/2\"}]}]"),
    /* Partners may hold a role each; many may; and whoever acts for two partners counts twice. */
    "\"roles\":[{\"id\":\"chair\",\"holder\":\"many\"}]," RULE ("\"unit\":\"person\","
      "\"quorum\":{\"at-least\":1,\"requires\":[{\"role\":\"chair\",\"at-least\":2}]}"),
    "\"roles\":[{\"id\":\"chair\"}]," RULE ("\"quorum\":{\"at-least\":1,"
      "\"requires\":[{\"role\":\"chair\",\"at-least\":2}]}"),
    "\"roles\":[{\"id\":\"chair\"}]," RULE ("\"unit\":\"person\",\"voters\":[\"role:chair\","
      "\"partners\"],\"quorum\":{\"at-least\":3}"),
    CHECKS ("{\"check\":\"x-walked\"}") ",\"requires\":[\"x-walked\"]",
    CHECKS ("{\"check\":\"fair-share\",\"measure\":\"quite-unlike-anything\"}"),
    CHECKS ("{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"check\":\"agreed\"}}}}}}}}"),
    ATTEST ("{\"question\":\"x-mine\"}"),
    "\"cycles\":[{\"id\":\"a\",\"every\":{\"count\":6,\"unit\":\"months\"}}]",
    /* Lists of different things have namespaces of their own. */
    "\"roles\":[{\"id\":\"c1\"}],\"constituencies\":[{\"id\":\"c1\"}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    charter_document_data_unref (must_compile (rows[i]));
}

CHARTER_TEST (document, all_faults_in_the_order_of_the_text)
{
  g_autoptr(GListModel) list = charter_document_check_text (
    "{\"charter\": \"1\", \"id\": \"T\", \"title\": \"T\",\n"
    " \"rules\": [{\"id\": \"r\", \"method\": \"majorty\", \"clause\": \"zz\"}],\n"
    " \"sections\": [{\"id\": \"s\", \"title\": \"S\", \"clauses\": [\n"
    "  {\"id\": \"c\", \"kind\": \"value\", \"text\": \"A.\", \"checks\": [{\"check\": \"agred\", "
    "\"colour\": 3}]}]}]}");
  static const struct { const char *path; guint line; } expected[] = {
    { "/id", 1 }, { "/rules/0/method", 2 }, { "/rules/0/clause", 2 },
    { "/sections/0/clauses/0/checks/0/check", 4 }, { "/sections/0/clauses/0/checks/0/colour", 4 },
  };

  cr_assert (g_list_model_get_n_items (list) == G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(CharterFault) fault = g_list_model_get_item (list, i);

      charter_assert_str (charter_fault_get_path (fault), expected[i].path);
      cr_assert (charter_fault_get_line (fault) == expected[i].line);
      cr_assert (charter_fault_get_column (fault) > 0);
    }
}

CHARTER_TEST (document, fault_object)
{
  g_autoptr(GListModel) list = charter_document_check_text ("{\"charter\":\"1\",\"id\":7,"
                                                            "\"titel\":\"T\",\"sections\":[]}");
  g_autoptr(CharterFault) fault = NULL;
  g_autofree char *suggestion = NULL;
  CharterError code;

  cr_assert (g_list_model_get_n_items (list) == 2);
  cr_assert (g_list_model_get_item_type (list) == CHARTER_TYPE_FAULT);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&fault);
      fault = g_list_model_get_item (list, i);
      if (g_str_equal (charter_fault_get_path (fault), "/titel"))
        break;
    }
  g_object_get (fault, "suggestion", &suggestion, "code", &code, NULL);
  charter_assert_str (suggestion, "title");
  cr_assert (code == CHARTER_ERROR_FORMAT &&
             charter_fault_get_code (fault) == CHARTER_ERROR_FORMAT);
  charter_assert_str (charter_fault_get_message (fault),
                      "Unknown member “titel”; did you mean “title”?");
}

CHARTER_TEST (document, newer_format)
{
  static const char *const newer[] = { "2", "17" };

  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"charter\":\"%s\",\"chapters\":[],"
                                               "\"id\":7}", newer[i]);
      g_autofree char *expected = g_strdup_printf ("This charter is written in format %s; this "
                                                   "library reads format 1", newer[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(GListModel) list = charter_document_check_text (text);

      cr_assert (charter_document_new_from_text (text, &error) == NULL);
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_VERSION);
      cr_assert (strstr (error->message, expected) != NULL, "%s", error->message);
      cr_assert (g_str_has_prefix (error->message, "/charter"), "%s", error->message);
      /* Never half read. */
      cr_assert (g_list_model_get_n_items (list) == 1);
    }
}

CHARTER_TEST (document, not_a_format)
{
  static const char *const wrong[] = { "\"0\"", "\"1.0\"", "\"one\"", "\"\"", "1", "null",
                                       "\"01\"" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"charter\":%s,\"id\":\"t\",\"title\":\"T\","
                                               "\"sections\":[]}", wrong[i]);
      g_autoptr(GError) error = NULL;

      cr_assert (charter_document_new_from_text (text, &error) == NULL, "%s", text);
      cr_assert (g_str_has_prefix (error->message, "/charter"), "%s", error->message);
      cr_assert (!g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_VERSION), "%s", text);
    }
}

CHARTER_TEST (document, not_a_charter)
{
  static const struct { const char *text; CharterError code; } rows[] = {
    { "", CHARTER_ERROR_SYNTAX },
    { "{", CHARTER_ERROR_SYNTAX },
    { "[]", CHARTER_ERROR_FORMAT },
    { "null", CHARTER_ERROR_FORMAT },
    { "\"charter\"", CHARTER_ERROR_FORMAT },
    { "{}", CHARTER_ERROR_FORMAT },
    { "{\"charter\":\"1\",\"charter\":\"1\"}", CHARTER_ERROR_FORMAT },
    { "{\"charter\":\"1\",\"id\":1.5}", CHARTER_ERROR_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      cr_assert (charter_document_new_from_text (rows[i].text, &error) == NULL, "%s", rows[i].text);
      cr_assert (error != NULL && error->domain == CHARTER_ERROR, "%s", rows[i].text);
      cr_assert (error->code == (int) rows[i].code, "%s: %d %s", rows[i].text, error->code,
                 error->message);
    }
}

/* Members of every wrong type, everywhere: problems, never a crash. */
static void
spoil (const CharterNode *root,
       const CharterNode *at,
       const char        *text)
{
  static const char *const values[] = { "null", "true", "17", "-1", "\"\"", "\"x\"", "[]", "[[]]",
                                        "{}", "[{}]", "[null]" };
  g_autofree char *old = charter_node_to_text (at);
  gsize length = at->type == CHARTER_NODE_STRING ? strlen (old) : strlen (old);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *spoilt = g_strdup_printf ("%.*s%s%s", (int) at->offset, text, values[i],
                                                 text + at->offset + length);
      g_autoptr(CharterProblems) problems = charter_problems_new ();
      g_autoptr(CharterDocumentData) data = charter_document_data_read (spoilt, strlen (spoilt),
                                                                        problems);

      cr_assert ((data == NULL) == (charter_problems_get_count (problems) > 0));
    }
}

CHARTER_TEST (document, spoilt_everywhere, .timeout = 240)
{
  g_autofree char *text = read_data ("charters/full.json");
  g_autoptr(CharterDocument) document = must_read (text);
  g_autofree char *canonical = charter_document_to_json (document);
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *root = charter_json_read (arena, canonical, strlen (canonical),
                                               CHARTER_PROFILE_RECORD,
                                               CHARTER_READ_NONE, NULL, problems);

  for (guint i = 0; i < root->span; i++)
    spoil (root, root + i, canonical);
}

CHARTER_TEST (document, size)
{
  g_autoptr(GString) text = g_string_new ("{\"charter\":\"1\",\"id\":\"t\",\"title\":\"T\","
                                          "\"sections\":[],\"source\":\"");
  g_autoptr(CharterDocument) largest = NULL;
  g_autoptr(GError) error = NULL;

  while (text->len < CHARTER_DOCUMENT_MAX - 2)
    g_string_append_c (text, 'x');
  g_string_append (text, "\"}");
  largest = must_read (text->str);
  /* White space does not count. */
  g_string_prepend (text, "   \n");
  g_clear_object (&largest);
  largest = must_read (text->str);
  g_string_insert (text, text->len - 2, "x");
  cr_assert (charter_document_new_from_text (text->str, &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
  cr_assert (strstr (error->message, "524289 bytes") != NULL, "%s", error->message);
}

CHARTER_TEST (document, many_faults)
{
  g_autoptr(GString) text = g_string_new ("{\"charter\":\"1\",\"id\":\"t\",\"title\":\"T\","
                                          "\"sections\":[],\"roles\":[");
  g_autoptr(GListModel) list = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"id\":\"role-%u\","
                                  "\"clause\":\"clause-%u\"}", i > 0 ? "," : "", i % 2500, i);
  g_string_append (text, "]}");
  list = charter_document_check_text (text->str);
  cr_assert (g_list_model_get_n_items (list) == 100);
}
