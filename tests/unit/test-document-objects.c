/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter.h>

#include <glib/gstdio.h>
#include <string.h>

static char *
full_path (void)
{
  return charter_test_path ("CHARTER_TEST_DATA", "charters/full.json");
}

static CharterDocument *
read_full (void)
{
  g_autofree char *path = full_path ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  CharterDocument *document = charter_document_new_from_file (file, NULL, &error);

  charter_assert_no_error (error);

  return document;
}

/* Every property can be read, is read-only, and says the same as its getter. */
static void
check_properties (GObject *object)
{
  g_autofree GParamSpec **specs = NULL;
  guint n;

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      cr_assert ((specs[i]->flags & (G_PARAM_READABLE | G_PARAM_WRITABLE)) == G_PARAM_READABLE,
                 "%s", specs[i]->name);
      g_object_get_property (object, specs[i]->name, &value);
      cr_assert (G_VALUE_TYPE (&value) == specs[i]->value_type, "%s", specs[i]->name);
    }
}

static void
check_text (gpointer    object,
            const char *name,
            const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (object, name, &value, NULL);
  charter_assert_str (value, expected);
}

CHARTER_TEST (document_objects, heading)
{
  g_autoptr(CharterDocument) document = read_full ();

  check_properties (G_OBJECT (document));
  check_text (document, "format", "1");
  check_text (document, "id", "full");
  check_text (document, "title", "A charter with every member");
  check_text (document, "version", "2.1");
  check_text (document, "language", "en-GB");
  check_text (document, "source", "Made for tests");
  check_text (document, "in-force-from", "2026-04-01");
  check_text (document, "zone", "Europe/London");
  check_text (document, "digest", charter_document_get_digest (document));
  cr_assert (strlen (charter_document_get_digest (document)) == 64);
}

CHARTER_TEST (document_objects, lists)
{
  g_autoptr(CharterDocument) document = read_full ();
  static const struct { const char *name; guint n; } lists[] = {
    { "sections", 2 }, { "clauses", 2 }, { "constituencies", 2 }, { "roles", 4 }, { "rules",
      4 }, { "cycles", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(GListModel) list = NULL;

      g_object_get (document, lists[i].name, &list, NULL);
      cr_assert (g_list_model_get_n_items (list) == lists[i].n, "%s", lists[i].name);
      for (guint j = 0; j < lists[i].n; j++)
        {
          g_autoptr(GObject) item = g_list_model_get_item (list, j);

          cr_assert (g_type_is_a (G_OBJECT_TYPE (item), g_list_model_get_item_type (list)));
          check_properties (item);
        }
    }
}

CHARTER_TEST (document_objects, finding_keeps_identity)
{
  g_autoptr(CharterDocument) document = read_full ();
  g_autoptr(CharterClause) first = g_list_model_get_item (charter_document_get_clauses (document),
                                                          0);
  g_autoptr(CharterSection) section =
    g_list_model_get_item (charter_document_get_sections (document), 1);
  g_autoptr(CharterClause) inner = g_list_model_get_item (charter_section_get_clauses (section), 0);

  cr_assert (charter_document_find_clause (document, "honesty") == first);
  cr_assert (charter_document_find_clause (document, "bare") == inner);
  cr_assert (charter_document_find_section (document, "more") == section);
  charter_assert_str (charter_role_get_id (charter_document_find_role (document, "treasurer")),
                      "treasurer");
  charter_assert_str (charter_rule_get_id (charter_document_find_rule (document, "choice")),
                      "choice");
  charter_assert_str (charter_cycle_get_id (charter_document_find_cycle (document, "weekly")),
                      "weekly");
  charter_assert_str (charter_constituency_get_id (
                        charter_document_find_constituency (document, "statutory")),
                      "statutory");
  cr_assert (charter_document_find_clause (document, "none") == NULL);
  cr_assert (charter_document_find_section (document, "none") == NULL);
  cr_assert (charter_document_find_role (document, "none") == NULL);
  cr_assert (charter_document_find_rule (document, "none") == NULL);
  cr_assert (charter_document_find_cycle (document, "none") == NULL);
  cr_assert (charter_document_find_constituency (document, "") == NULL);
}

/* What a document hands out holds what it needs, and no more: no cycles. */
CHARTER_TEST (document_objects, parts_outlive_the_document)
{
  CharterDocument *document = read_full ();
  g_autoptr(CharterClause) clause = g_object_ref (charter_document_find_clause (document,
                                                                                "honesty"));
  g_autoptr(CharterRule) rule = g_object_ref (charter_document_find_rule (document, "grave"));
  gpointer watched = document;

  g_object_add_weak_pointer (G_OBJECT (document), &watched);
  g_object_unref (document);
  cr_assert (watched == NULL);
  charter_assert_str (charter_clause_get_text (clause), "We say what is true.");
  charter_assert_str (charter_clause_get_section_id (clause), "values");
  charter_assert_str (charter_rule_get_method (rule), "majority");
}

CHARTER_TEST (document_objects, clause)
{
  g_autoptr(CharterDocument) document = read_full ();
  CharterClause *clause = charter_document_find_clause (document, "honesty");
  CharterClause *bare = charter_document_find_clause (document, "bare");
  g_autofree char *checks = charter_clause_dup_checks (clause);
  g_autofree char *attestations = charter_clause_dup_attestations (clause);
  g_autofree char *none = charter_clause_dup_checks (bare);

  cr_assert (charter_clause_get_kind (clause) == CHARTER_CLAUSE_KIND_VALUE);
  cr_assert (charter_clause_get_kind (bare) == CHARTER_CLAUSE_KIND_GUIDELINE);
  charter_assert_str (charter_clause_get_source (clause), "Values, 1");
  charter_assert_str (charter_clause_get_source (bare), NULL);
  cr_assert (charter_clause_get_has_checks (clause) && charter_clause_get_has_attestation (clause));
  cr_assert (!charter_clause_get_has_checks (bare) && !charter_clause_get_has_attestation (bare));
  cr_assert (g_str_has_prefix (checks, "[{\"as\":\"proof\",\"check\":\"prompt\","), "%s", checks);
  cr_assert (strstr (attestations, "\"question\":\"q-honest\"") != NULL, "%s", attestations);
  charter_assert_str (none, NULL);
}

CHARTER_TEST (document_objects, role)
{
  g_autoptr(CharterDocument) document = read_full ();
  CharterRole *chair = charter_document_find_role (document, "chair");
  CharterRole *treasurer = charter_document_find_role (document, "treasurer");
  g_auto(GStrv) acts = charter_role_dup_acts (chair);
  g_auto(GStrv) incompatible = charter_role_dup_incompatible (chair);
  g_auto(GStrv) none = charter_role_dup_acts (treasurer);

  charter_assert_str (charter_role_get_name (chair), "Chair");
  charter_assert_str (charter_role_get_clause (chair), "honesty");
  charter_assert_str (charter_role_get_term (chair), "2 years");
  charter_assert_str (charter_role_get_term (treasurer), NULL);
  charter_assert_str (charter_role_get_name (treasurer), NULL);
  cr_assert (charter_role_get_one_holder (chair) && !charter_role_get_one_holder (treasurer));
  cr_assert (charter_role_get_of_partner (charter_document_find_role (document, "representative")));
  cr_assert (!charter_role_get_of_partner (chair));
  charter_assert_str (charter_role_get_substitutes (charter_document_find_role (document,
                                                                                "deputy")),
                                                                                  "chair");
  cr_assert (g_strv_length (acts) == 2 && g_str_equal (acts[1], "see-sealed"));
  cr_assert (g_strv_length (incompatible) == 1 && g_strv_length (none) == 0);
}

CHARTER_TEST (document_objects, cycle)
{
  g_autoptr(CharterDocument) document = read_full ();
  CharterCycle *review = charter_document_find_cycle (document, "charter-review");
  CharterCycle *weekly = charter_document_find_cycle (document, "weekly");

  charter_assert_str (charter_cycle_get_name (review), "Review of the charter");
  charter_assert_str (charter_cycle_get_of (review), "charter");
  charter_assert_str (charter_cycle_get_every (review), "1 year");
  charter_assert_str (charter_cycle_get_anchor (review), "2026-01-05");
  charter_assert_str (charter_cycle_get_notice (review), "28 days");
  charter_assert_str (charter_cycle_get_window (review), "14 days");
  charter_assert_str (charter_cycle_get_grace (review), "14 days");
  charter_assert_str (charter_cycle_get_owner (review), "chair");
  charter_assert_str (charter_cycle_get_clause (review), "honesty");
  cr_assert (!charter_cycle_get_from_completion (review) &&
             charter_cycle_get_from_completion (weekly));
  charter_assert_str (charter_cycle_get_every (weekly), "FREQ=WEEKLY;BYDAY=MO");
  charter_assert_str (charter_cycle_get_anchor (weekly), NULL);
  charter_assert_str (charter_cycle_get_notice (weekly), NULL);
  charter_assert_str (charter_cycle_get_anchor (charter_document_find_cycle (document,
                                                                             "repeating")),
                                                                               "2026-03-01");
}

CHARTER_TEST (document_objects, constituency)
{
  g_autoptr(CharterDocument) document = read_full ();

  charter_assert_str (charter_constituency_get_name (
                        charter_document_find_constituency (document, "lived")),
                      "People with lived experience");
  charter_assert_str (charter_constituency_get_name (
                        charter_document_find_constituency (document, "statutory")),
                      NULL);
}

CHARTER_TEST (document_objects, rule)
{
  g_autoptr(CharterDocument) document = read_full ();
  CharterRule *ordinary = charter_document_find_rule (document, "ordinary");
  CharterRule *grave = charter_document_find_rule (document, "grave");

  charter_assert_str (charter_rule_get_name (ordinary), "Ordinary decisions");
  charter_assert_str (charter_rule_get_clause (ordinary), "honesty");
  charter_assert_str (charter_rule_get_method (ordinary), "majority");
  charter_assert_str (charter_rule_get_unit (ordinary), "partner");
  charter_assert_str (charter_rule_get_unit (grave), "person");
  cr_assert (!charter_rule_get_secret (ordinary) && charter_rule_get_secret (grave));
  charter_assert_str (charter_rule_get_unsupported (ordinary), NULL);
  charter_assert_str (charter_rule_get_unsupported (grave), "early");
}

/* Rules in words */

static const struct { const char *rule, *summary; } summaries[] = {
  { "\"method\":\"majority\",\"quorum\":{\"share\":\"1/2\",\"compare\":\">\"},"
    "\"tests\":[{\"id\":\"t\",\"share\":\"1/2\",\"compare\":\">\"}]",
    "More than half of the votes for and against, with more than half of the partners taking "
    "part" },
  { "\"method\":\"majority\"", "More than half of the votes for and against" },
  { "\"method\":\"majority\",\"unit\":\"person\",\"quorum\":{\"at-least\":3},"
    "\"tests\":[{\"id\":\"t\",\"share\":\"2/3\",\"base\":\"cast\"}]",
    "At least two thirds of the votes cast, with at least 3 persons taking part" },
  { "\"method\":\"majority\",\"tests\":[{\"id\":\"t\",\"share\":1,"
    "\"base\":\"for+against+abstain\"}]",
    "All of the votes for, against and abstaining" },
  { "\"method\":\"majority\",\"tests\":[{\"id\":\"t\",\"share\":\"3/7\","
    "\"base\":\"members\"},{\"id\":\"u\",\"at-least\":2,\"constituency\":\"lived\"}]",
    "More than 3/7 of all partners, and at least 2 votes for among People with lived experience" },
  { "\"method\":\"majority\",\"tests\":[{\"id\":\"t\",\"at-most\":2,\"of\":\"against\"}],"
    "\"secret\":true",
    "At most 2 votes against, by secret ballot" },
  { "\"method\":\"majority\",\"quorum\":{\"base\":\"eligible\",\"share\":\"1/3\",\"plus\":1,"
    "\"requires\":[{\"constituency\":\"lived\",\"at-least\":2},{\"role\":\"chair\","
    "\"at-least\":1}]}",
    "More than half of the votes for and against, with at least one third of the partners "
    "entitled to vote plus 1 taking part, "
    "among them at least 2 of People with lived experience and at least 1 of Chair" },
  { "\"method\":\"majority\",\"quorum\":{\"requires\":[{\"role\":\"chair\",\"at-least\":1}]}",
    "More than half of the votes for and against, with at least 1 of Chair taking part" },
  { "\"method\":\"majority\",\"quorum\":{\"sqrt-of\":\"members\",\"share\":\"1/2\"}",
    "More than half of the votes for and against, with at least 1/2 times the square root of the "
    "number of the partners taking part" },
  { "\"method\":\"majority\",\"tests\":[{\"id\":\"t\",\"bands\":[{\"from\":0,"
    "\"share\":\"1/2\"}]},{\"id\":\"v\",\"veto\":\"against\",\"holders\":[\"role:chair\"]}]",
    "More than half of the votes for and against from a turnout of 0, and no veto of Chair" },
  { "\"method\":\"majority\",\"tests\":[{\"id\":\"t\",\"bands\":[{\"from\":\"1/20\","
    "\"share\":\"3/4\"},{\"above\":\"3/20\",\"share\":\"2/3\",\"compare\":\">\"}]},"
    "{\"id\":\"v\",\"veto\":\"object\",\"holders\":[\"role:chair\",\"constituency:lived\"],"
    "\"needs-reason\":true}]",
    "At least three quarters of the votes for and against from a turnout of 1/20, more than two "
    "thirds above a turnout of 3/20, and no reasoned objection of Chair or People with lived "
    "experience" },
  { "\"method\":\"consent\"", "No standing reasoned objection and somebody in favour" },
  { "\"method\":\"lazy-consensus\",\"silence\":\"assents\"",
    "No reasoned objection while it is open, silence being assent" },
  { "\"method\":\"consensus\",\"tests\":[{\"id\":\"t\",\"of\":\"object\",\"at-most\":1}]",
    "Consensus, and at most 1 votes objecting and somebody in favour" },
  { "\"method\":\"unanimity\"", "All of the votes for and against" },
  { "\"method\":\"unanimity\",\"tests\":[{\"id\":\"t\",\"share\":1,\"base\":\"eligible\"}]",
    "All of the partners entitled to vote" },
  { "\"method\":\"majority\",\"quorum\":{\"base\":\"mean-attendance\",\"meetings\":3,"
    "\"share\":\"1/2\",\"compare\":\">\"}",
    "More than half of the votes for and against, with more than half of the mean attendance of "
    "the last 3 meetings taking part" },
  { "\"method\":\"majority\",\"quorum\":{\"at-least\":2,\"at-most\":4,\"per\":\"meeting\"}",
    "More than half of the votes for and against, with at least 2 and at most 4 partners there "
    "when the meeting begins" },
  { "\"method\":\"majority\",\"quorum\":{\"at-most\":4}",
    "More than half of the votes for and against, with at most 4 partners taking part" },
  { "\"method\":\"schulze\",\"quorum\":{\"base\":\"present\",\"share\":\"3/4\"}",
    "The option that wins by the Schulze method, with at least three quarters of the partners "
    "present taking part" },
  { "\"method\":\"role-holder\",\"unit\":\"person\",\"voters\":[\"role:chair\",\"person:p-1\"]",
    "The decision of Chair or p-1" },
};

CHARTER_TEST (document_objects, rule_summaries)
{
  for (guint i = 0; i < G_N_ELEMENTS (summaries); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"charter\":\"1\",\"id\":\"t\",\"title\":\"T\",\"sections\":[],"
        "\"roles\":[{\"id\":\"chair\",\"name\":\"Chair\"}],"
        "\"constituencies\":[{\"id\":\"lived\",\"name\":\"People with lived experience\"}],"
        "\"rules\":[{\"id\":\"r\",%s}]}",
        summaries[i].rule);
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterDocument) document = charter_document_new_from_text (text, &error);

      cr_assert (error == NULL, "%s: %s", summaries[i].rule, error != NULL ? error->message : "");
      charter_assert_str (charter_rule_get_summary (charter_document_find_rule (document, "r")),
                          summaries[i].summary);
    }
}

/* Every method has its words. */
CHARTER_TEST (document_objects, every_method_has_a_summary)
{
  static const char *const methods[] = {
    "majority", "unanimity", "consent", "consensus", "lazy-consensus", "approval", "score",
      "schulze",
    "ranked-pairs", "copeland", "minimax", "borda", "instant-runoff", "stv",
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"charter\":\"1\",\"id\":\"t\","
                                               "\"title\":\"T\",\"sections\":[],"
                                               "\"rules\":[{\"id\":\"r\","
                                               "\"method\":\"%s\"}]}", methods[i]);
      g_autoptr(CharterDocument) document = charter_document_new_from_text (text, NULL);
      const char *summary = charter_rule_get_summary (charter_document_find_rule (document, "r"));

      cr_assert (strlen (summary) > 10 && g_ascii_isupper (summary[0]), "%s: %s", methods[i],
                 summary);
    }
}

/* Files */

CHARTER_TEST (document_objects, no_file)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/charter.json");
  g_autoptr(GError) error = NULL;

  cr_assert (charter_document_new_from_file (file, NULL, &error) == NULL);
  charter_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

CHARTER_TEST (document_objects, endless_file)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr(GError) error = NULL;

  cr_assert (charter_document_new_from_file (file, NULL, &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      out)
{
  *(GAsyncResult **) out = g_object_ref (result);
}

static CharterDocument *
read_async (const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  charter_document_new_from_file_async (file, cancellable, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return charter_document_new_from_file_finish (result, error);
}

CHARTER_TEST (document_objects, async)
{
  g_autofree char *path = full_path ();
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterDocument) document = read_async (path, NULL, &error);

  charter_assert_no_error (error);
  charter_assert_str (charter_document_get_id (document), "full");
  cr_assert (read_async ("/nonexistent/charter.json", NULL, &error) == NULL);
  charter_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  cr_assert (read_async (path, cancelled, &error) == NULL);
  charter_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Bytes and trees */

CHARTER_TEST (document_objects, bytes)
{
  static const char text[] = "{\"charter\":\"1\",\"id\":\"t\",\"sections\":[],"
                             "\"title\":\"T\"}garbage";
  g_autoptr(GBytes) right = g_bytes_new_static (text, sizeof text - 1 - strlen ("garbage"));
  g_autoptr(GBytes) wrong = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GBytes) zero = g_bytes_new_static (text, sizeof text - strlen ("garbage"));
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterDocument) document = charter_document_new_from_bytes (right, &error);

  charter_assert_no_error (error);
  charter_assert_str (charter_document_get_title (document), "T");
  cr_assert (charter_document_new_from_bytes (wrong, NULL) == NULL);
  cr_assert (charter_document_new_from_bytes (zero, NULL) == NULL);
  cr_assert (charter_document_new_from_bytes (nothing, &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_SYNTAX);
}

static JsonNode *
parse (const char *text)
{
  JsonNode *node = json_from_string (text, NULL);

  cr_assert (node != NULL, "%s", text);

  return node;
}

CHARTER_TEST (document_objects, trees)
{
  static const struct { const char *text, *words; CharterError code; } rows[] = {
    { "{\"charter\":\"1\",\"id\":\"t\",\"title\":\"T\",\"sections\":[1.5]}",
      "/sections/0: Expected a whole number", CHARTER_ERROR_VALUE },
    { "{\"charter\":\"1\",\"id\":\"t\",\"title\":\"T\",\"sections\":{\"a~b/c\":1e3}}",
      "/sections/a~0b~1c: Expected a whole number", CHARTER_ERROR_VALUE },
    { "{\"charter\":\"1\",\"id\":\"t\",\"title\":null,\"sections\":[]}", "/title: Expected a text",
      CHARTER_ERROR_FORMAT },
    { "{\"charter\":\"2\"}", "/charter: This charter is written in format 2",
      CHARTER_ERROR_VERSION },
    { "[]", "Expected", CHARTER_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(JsonNode) node = parse (rows[i].text);
      g_autoptr(GError) error = NULL;

      cr_assert (charter_document_new_from_node (node, &error) == NULL, "%s", rows[i].text);
      charter_assert_error (error, CHARTER_ERROR, (int) rows[i].code);
      cr_assert (strstr (error->message, rows[i].words) != NULL, "%s", error->message);
    }
}

CHARTER_TEST (document_objects, deep_tree)
{
  JsonNode *node = json_node_init_int (json_node_alloc (), 1);
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      JsonArray *array = json_array_new ();

      json_array_add_element (array, node);
      node = json_node_init_array (json_node_alloc (), array);
      json_array_unref (array);
    }
  root = node;
  cr_assert (charter_document_new_from_node (root, &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT);
}

CHARTER_TEST (document_objects, tree_is_a_copy)
{
  g_autoptr(CharterDocument) document = read_full ();
  g_autoptr(JsonNode) node = charter_document_to_node (document);
  g_autofree char *before = charter_document_to_json (document);
  g_autofree char *after = NULL;

  json_object_set_string_member (json_node_get_object (node), "title", "Another");
  after = charter_document_to_json (document);
  charter_assert_str (after, before);
}

/* Scripts can make objects of any type out of nothing. */
CHARTER_TEST (document_objects, made_of_nothing)
{
  const GType types[] = {
    CHARTER_TYPE_DOCUMENT, CHARTER_TYPE_SECTION, CHARTER_TYPE_CLAUSE, CHARTER_TYPE_ROLE,
      CHARTER_TYPE_RULE,
    CHARTER_TYPE_CYCLE, CHARTER_TYPE_CONSTITUENCY, CHARTER_TYPE_FAULT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GObject) object = g_object_new (types[i], NULL);

      check_properties (object);
    }
}
