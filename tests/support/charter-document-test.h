/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "charter-test.h"

#include <charter/charter.h>

#include <string.h>

#include "document/charter-document-object-private.h"
#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"
#include "format/charter-schema-private.h"

/* What the tests of the written charter share. */

#define CHECKS(checks) "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"clauses\":[{\"id\":\"c1\",\"kind\":\"value\",\"text\":\"A.\",\"checks\":[" checks "]}]}]"
#define ATTEST(attest) "\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"clauses\":[{\"id\":\"c1\",\"kind\":\"value\",\"text\":\"A.\",\"attest\":[" attest "]}]}]"
#define RULE(members) "\"rules\":[{\"id\":\"r\",\"method\":\"majority\"," members "}]"
#define POLICY(members) "\"conflicts\":{" members "}"
#define CHECK_PATH "/sections/0/clauses/0/checks/0"
#define ATTEST_PATH "/sections/0/clauses/0/attest/0"

static G_GNUC_UNUSED char *
read_data (const char *relative)
{
  g_autofree char *path = charter_test_path ("CHARTER_TEST_DATA", relative);
  char *text = NULL;

  cr_assert (path != NULL && g_file_get_contents (path, &text, NULL, NULL), "cannot read %s",
             relative);

  return text;
}

static G_GNUC_UNUSED CharterDocument *
must_read (const char *text)
{
  g_autoptr(GError) error = NULL;
  CharterDocument *document = charter_document_new_from_text (text, &error);

  charter_assert_no_error (error);

  return document;
}

/* The smallest charter with these members in addition. */
static G_GNUC_UNUSED char *
with_members (const char *members)
{
  const char *sections = strstr (members, "\"sections\"") != NULL
    ? "" : ",\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"clauses\":[{\"id\":\"c1\","
           "\"kind\":\"value\",\"text\":\"We are kind.\"}]}]";

  return g_strdup_printf ("{\"charter\":\"1\",\"id\":\"t\",\"title\":\"T\"%s%s%s}",
                          members[0] != '\0' ? "," : "", members, sections);
}

static G_GNUC_UNUSED CharterDocumentData *
must_compile (const char *members)
{
  g_autofree char *text = with_members (members);
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterDocumentData *data = charter_document_data_read (text, strlen (text), problems);

  cr_assert (data != NULL, "%s: %s", members,
             charter_problems_get_kept (problems) > 0 ? charter_problems_get (problems,
                                                                              0)->message : "");

  return data;
}

static G_GNUC_UNUSED void
check_round_trip (CharterDocument *document)
{
  g_autofree char *canonical = charter_document_to_json (document);
  g_autofree char *pretty = charter_document_to_pretty (document);
  g_autoptr(JsonNode) tree = charter_document_to_node (document);
  g_autoptr(CharterDocument) from_canonical = must_read (canonical);
  g_autoptr(CharterDocument) from_pretty = must_read (pretty);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterDocument) from_tree = charter_document_new_from_node (tree, &error);
  g_autofree char *again = charter_document_to_json (from_canonical);

  charter_assert_no_error (error);
  charter_assert_str (again, canonical);
  charter_assert_str (charter_document_get_digest (from_canonical),
                      charter_document_get_digest (document));
  charter_assert_str (charter_document_get_digest (from_pretty),
                      charter_document_get_digest (document));
  charter_assert_str (charter_document_get_digest (from_tree),
                      charter_document_get_digest (document));
}
