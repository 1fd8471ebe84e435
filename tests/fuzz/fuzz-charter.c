/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include <string.h>

#include "document/charter-document-private.h"
#include "format/charter-json-reader-private.h"
#include "fuzz-ask.h"

/* Whatever the bytes: no crash, and either a charter or a problem with its place.  What reads
 * as a charter reads back from its canonical text as the same, can be adopted, and then every
 * question of a small partnership that lives by it has an answer. */

static const char *const ids[] = { "p-ana", "p-ben", "north", "d-0", "d-1", "d-2", "d-3", NULL };

static void
check_problems (CharterProblems *problems)
{
  g_autoptr(GError) error = NULL;

  g_assert (charter_problems_get_count (problems) > 0);
  for (guint i = 0; i < charter_problems_get_kept (problems); i++)
    {
      const CharterProblem *problem = charter_problems_get (problems, i);

      g_assert (problem->line > 0 && problem->column > 0 && problem->message[0] != '\0');
    }
  g_assert (!charter_problems_to_error (problems, &error));
  g_assert (g_utf8_validate (error->message, -1, NULL));
}

static void
check_canonical (const CharterDocumentData *document)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const char *text = charter_document_data_get_canonical (document);
  g_autoptr(CharterDocumentData) again = charter_document_data_read (text, strlen (text), problems);

  g_assert (again != NULL);
  g_assert (strcmp (text, charter_document_data_get_canonical (again)) == 0);
  g_assert (strcmp (charter_document_data_get_digest (document),
                    charter_document_data_get_digest (again)) == 0);
}

/* — a partnership that lives by it — */

static void tell (CharterPartnership *partnership,
                  const char         *kind,
                  const char         *at,
                  const char         *format,
                  ...) G_GNUC_PRINTF (4, 5);

static void
tell (CharterPartnership *partnership,
      const char         *kind,
      const char         *at,
      const char         *format,
      ...)
{
  g_autoptr(CharterEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  va_list args;

  va_start (args, format);
  data = g_strdup_vprintf (format, args);
  va_end (args);
  entry = charter_partnership_record (partnership, kind, at, NULL, data, &error);
  g_assert (entry != NULL || error->domain == CHARTER_ERROR);
}

/* A role, where the charter has it, is given as it wants to be held. */
static void
give_roles (CharterPartnership        *partnership,
            const CharterDocumentData *document)
{
  for (guint i = 0; i < document->n_roles && i < 4; i++)
    tell (partnership, "role-given", "2026-01-02T10:00:00Z",
          document->roles[i].of_partner ? "{\"person\":\"p-ana\",\"role\":\"%s\",\"for\":\"north\"}"
                                        : "{\"person\":\"p-ben\",\"role\":\"%s\"}",
          document->roles[i].id);
}

static void
decide (CharterPartnership        *partnership,
        const CharterDocumentData *document)
{
  for (guint i = 0; i < document->n_rules && i < 4; i++)
    {
      tell (partnership, "decision-proposed", "2026-01-03T10:00:00Z",
            "{\"id\":\"d-%u\",\"title\":\"t\",\"rule\":\"%s\",\"about\":[\"acme\"],\"options\":["
            "{\"id\":\"a\",\"text\":\"A\"},{\"id\":\"b\",\"text\":\"B\"}]}", i, document->rules[i].id);
      tell (partnership, "decision-opened", "2026-02-03T10:00:00Z",
            "{\"decision\":\"d-%u\",\"closes\":\"2026-02-10T10:00:00Z\"}", i);
      tell (partnership, "ballot-cast", "2026-02-04T10:00:00Z",
            "{\"decision\":\"d-%u\",\"voter\":\"p-ana\",\"choice\":\"for\"}", i);
      tell (partnership, "ballot-cast", "2026-02-04T10:00:00Z",
            "{\"decision\":\"d-%u\",\"voter\":\"p-ben\",\"ranking\":[\"b\",\"a\"]}", i);
      tell (partnership, "decision-closed", "2026-03-04T10:00:00Z", "{\"decision\":\"d-%u\"}", i);
    }
}

static void
live_by (const CharterDocumentData *document)
{
  g_autoptr(CharterPartnership) partnership = charter_partnership_new ();
  g_autoptr(CharterView) view = NULL;

  charter_partnership_set_clock (partnership, "2026-03-05T10:00:00Z", NULL);
  tell (partnership, "partnership-founded", "2026-01-01T10:00:00Z",
        "{\"id\":\"fuzz\",\"title\":\"F\",\"zone\":\"%s\",\"origin\":\"o\",\"format\":\"1\"}",
        document->zone);
  tell (partnership, "charter-adopted", "2026-01-01T10:00:00Z", "{\"charter\":%s}",
        charter_document_data_get_canonical (document));
  tell (partnership, "partner-joined", "2026-01-01T10:00:00Z", "{\"id\":\"north\",\"name\":\"N\"}");
  tell (partnership, "person-joined", "2026-01-01T10:00:00Z", "{\"id\":\"p-ana\",\"for\":[\"north\"]}");
  tell (partnership, "person-joined", "2026-01-01T10:00:00Z", "{\"id\":\"p-ben\"}");
  tell (partnership, "interest-declared", "2026-01-01T10:00:00Z",
        "{\"id\":\"i\",\"person\":\"p-ben\",\"party\":\"acme\",\"category\":\"financial\",\"nature\":\"n\"}");
  tell (partnership, "link-stated", "2026-01-01T10:00:00Z",
        "{\"id\":\"l\",\"from\":\"p-ana\",\"to\":\"acme\",\"relation\":\"owns\",\"share\":\"1/3\"}");
  give_roles (partnership, document);
  decide (partnership, document);
  view = charter_partnership_get_view (partnership);
  fuzz_ask (view, ids, "2026-02-05T10:00:00Z");
  fuzz_ask (view, ids, "2027-03-05T10:00:00Z");
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterDocumentData) document = charter_document_data_read ((const char *) data, size, problems);

  if (document == NULL)
    {
      check_problems (problems);
      return 0;
    }
  g_assert (charter_problems_get_count (problems) == 0);
  check_canonical (document);
  live_by (document);

  return 0;
}
