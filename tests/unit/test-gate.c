/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter.h>
#include <string.h>

/* What the gate refuses: each row is tried against the record after so many entries of
 * tests/data/every-kind.jsonl, and must be refused with this code at this path, changing
 * nothing. */

typedef struct
{
  const char *label;
  guint       after;        /* entries recorded before */
  const char *submission;
  const char *code;
  const char *path;
  const char *word;         /* in the message */
} Refused;

#define AT "\"at\":\"2026-01-28T10:00:00Z\""
#define ANA "\"by\":\"p-ana\""

static const Refused refusals[] = {
  { "not founded", 0, "{" AT ",\"kind\":\"partner-joined\",\"data\":{\"id\":\"x\",\"name\":\"X\"}}",
    "not-founded", "/kind", "partnership-founded" },
  { "founded twice", 1, "{" AT ",\"kind\":\"partnership-founded\",\"data\":{\"id\":\"y\",\"title\":\"Y\","
    "\"zone\":\"UTC\",\"origin\":\"y\",\"format\":\"1\"}}", "already-founded", "/kind", "already" },
  { "unknown kind", 1, "{" AT ",\"kind\":\"ballot-cost\",\"data\":{}}", "invalid", "/kind", "ballot-cast" },
  { "before the founding", 1, "{\"at\":\"2025-12-31T23:59:59Z\",\"kind\":\"partner-joined\",\"data\":"
    "{\"id\":\"x\",\"name\":\"X\"}}", "before-founding", "/at", "later" },
  { "from the future", 1, "{\"at\":\"2026-02-28T10:05:01Z\",\"kind\":\"partner-joined\",\"data\":"
    "{\"id\":\"x\",\"name\":\"X\"}}", "in-the-future", "/at", "clock" },
  { "id of a thing taken", 5, "{" AT ",\"kind\":\"partner-joined\",\"data\":{\"id\":\"north\",\"name\":\"X\"}}",
    "id-reused", "/data/id", "north" },
  { "entry id taken", 5, "{" AT ",\"id\":\"e-003\",\"kind\":\"partner-joined\",\"data\":{\"id\":\"x\","
    "\"name\":\"X\"}}", "id-reused", "/id", "e-003" },
  { "reference to nobody", 5, "{" AT ",\"kind\":\"person-joined\",\"data\":{\"id\":\"p-x\",\"for\":[\"nobody\"]}}",
    "unknown-reference", "/data/for/0", "nobody" },
  { "reference to another kind", 12, "{" AT "," ANA ",\"kind\":\"charter-signed\",\"data\":{\"partner\":\"p-ben\","
    "\"version\":\"1.0\"}}", "unknown-reference", "/data/partner", "partner" },
  { "unknown constituency", 5, "{" AT ",\"kind\":\"partner-joined\",\"data\":{\"id\":\"x\",\"name\":\"X\","
    "\"constituencies\":[\"lifed\"]}}", "unknown-reference", "/data/constituencies/0", "lifed" },
  { "version never adopted", 9, "{" AT ",\"kind\":\"charter-signed\",\"data\":{\"partner\":\"north\","
    "\"person\":\"p-ana\",\"version\":\"9\"}}", "unknown-version", "/data/version", "9" },
  { "by nobody", 14, "{" AT ",\"by\":\"p-x\",\"kind\":\"role-given\",\"data\":{\"role\":\"chair\","
    "\"person\":\"p-ben\"}}", "unknown-reference", "/by", "p-x" },
  { "by missing", 14, "{" AT ",\"kind\":\"role-given\",\"data\":{\"role\":\"chair\",\"person\":\"p-ben\"}}",
    "no-permission", "/by", "record" },
  { "no permission", 14, "{" AT ",\"by\":\"p-ben\",\"kind\":\"role-given\",\"data\":{\"role\":\"treasurer\","
    "\"person\":\"p-ben\"}}", "no-permission", "/by", "p-ben" },
  { "role needs a partner", 14, "{" AT "," ANA ",\"kind\":\"role-given\",\"data\":{\"role\":\"representative\","
    "\"person\":\"p-ben\"}}", "missing-member", "/data/for", "for which" },
  { "role of another's partner", 14, "{" AT "," ANA ",\"kind\":\"role-given\",\"data\":{\"role\":"
    "\"representative\",\"person\":\"p-ben\",\"for\":\"north\"}}", "not-of-partner", "/data/for", "north" },
  { "incompatible roles", 14, "{" AT "," ANA ",\"kind\":\"role-given\",\"data\":{\"role\":\"treasurer\","
    "\"person\":\"p-ana\"}}", "incompatible-role", "/data/role", "both" },
  { "role not held", 14, "{" AT "," ANA ",\"kind\":\"role-ended\",\"data\":{\"role\":\"treasurer\","
    "\"person\":\"p-ben\"}}", "not-appointed", "/data/role", "p-ben" },
  { "dates the wrong way round", 14, "{" AT "," ANA ",\"kind\":\"role-given\",\"data\":{\"role\":\"treasurer\","
    "\"person\":\"p-ben\",\"from\":\"2026-03-01\",\"until\":\"2026-02-01\"}}", "dates-reversed", "/data/until",
    "before it begins" },
  { "another zone", 1, "{" AT ",\"kind\":\"charter-adopted\",\"data\":{\"charter\":{\"charter\":\"1\",\"id\":\"c\","
    "\"title\":\"C\",\"calendar\":{\"zone\":\"UTC\"},\"sections\":[]}}}", "other-zone",
    "/data/charter/calendar/zone", "Europe/London" },
  { "link to oneself", 14, "{" AT "," ANA ",\"kind\":\"link-stated\",\"data\":{\"id\":\"l\",\"from\":\"a\","
    "\"to\":\"a\",\"relation\":\"owns\"}}", "to-oneself", "/data/to", "itself" },
  { "share over 1", 14, "{" AT "," ANA ",\"kind\":\"link-stated\",\"data\":{\"id\":\"l\",\"from\":\"a\","
    "\"to\":\"b\",\"relation\":\"owns\",\"share\":\"3/2\"}}", "share-out-of-range", "/data/share", "at most 1" },
  { "opened before reflection", 40, "{" AT "," ANA ",\"kind\":\"decision-opened\",\"data\":{\"decision\":\"nothing\"}}",
    "unknown-reference", "/data/decision", "nothing" },
  { "ballot before opening", 44, "{" AT "," ANA ",\"kind\":\"ballot-cast\",\"data\":{\"decision\":\"grant\","
    "\"voter\":\"p-ana\",\"choice\":\"for\"}}", "not-yet-open", "/data/decision", "grant" },
  { "ballot by nobody's representative", 46, "{\"at\":\"2026-01-05T20:30:00Z\",\"by\":\"p-dee\",\"kind\":"
    "\"ballot-cast\",\"data\":{\"decision\":\"grant\",\"voter\":\"p-dee\",\"choice\":\"for\"}}",
    "not-representative", "/data/voter", "speaks for the partner" },
  { "ballot for another", 46, "{\"at\":\"2026-01-05T20:30:00Z\",\"by\":\"p-ben\",\"kind\":\"ballot-cast\","
    "\"data\":{\"decision\":\"grant\",\"voter\":\"p-cem\",\"choice\":\"for\"}}", "no-permission", "/data/voter",
    "record-for" },
  { "closed too early", 46, "{\"at\":\"2026-01-05T20:30:00Z\"," ANA ",\"kind\":\"decision-closed\",\"data\":"
    "{\"decision\":\"grant\"}}", "not-yet-closed", "/at", "until" },
  { "assigned member given", 44, "{" AT "," ANA ",\"kind\":\"decision-opened\",\"data\":{\"decision\":\"grant\","
    "\"charter\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}", "invalid",
    "/data/charter", "" },
  { "ballot after closing", 54, "{" AT "," ANA ",\"kind\":\"ballot-cast\",\"data\":{\"decision\":\"grant\","
    "\"voter\":\"p-ana\",\"choice\":\"against\"}}", "closed", "/data/decision", "closed" },
  { "closed twice", 54, "{" AT "," ANA ",\"kind\":\"decision-closed\",\"data\":{\"decision\":\"grant\"}}", "closed",
    "/data/decision", "closed" },
  { "attendance after closing", 54, "{" AT "," ANA ",\"kind\":\"attendance-noted\",\"data\":{\"meeting\":\"meet-1\","
    "\"person\":\"p-ben\",\"present\":true}}", "closed", "/data/meeting", "quorum" },
  { "meeting cancelled", 54, "{" AT "," ANA ",\"kind\":\"attendance-noted\",\"data\":{\"meeting\":\"meet-2\","
    "\"person\":\"p-ben\",\"present\":true}}", "cancelled", "/data/meeting", "cancelled" },
  { "action done twice", 72, "{" AT ",\"by\":\"p-ben\",\"kind\":\"action-done\",\"data\":{\"action\":\"act-1\"}}",
    "done", "/data/action", "already" },
  { "concern with by", 81, "{" AT "," ANA ",\"kind\":\"concern-raised\",\"data\":{\"track\":\"complaint\","
    "\"text\":\"x\"}}", "must-be-anonymous", "/by", "by" },
  { "question not asked", 93, "{" AT ",\"by\":\"p-ben\",\"kind\":\"attestation-made\",\"data\":{\"clause\":"
    "\"listening\",\"question\":\"q-warm\",\"person\":\"p-ben\",\"score\":3}}", "unknown-question",
    "/data/question", "q-warm" },
  { "score past the scale", 93, "{" AT ",\"by\":\"p-ben\",\"kind\":\"attestation-made\",\"data\":{\"clause\":"
    "\"listening\",\"question\":\"q-listened\",\"person\":\"p-ben\",\"score\":6}}", "score-out-of-range",
    "/data/score", "1 to 5" },
  { "correcting a reference", 93, "{" AT "," ANA ",\"kind\":\"entry-corrected\",\"data\":{\"entry\":\"e-016\","
    "\"set\":{\"of\":\"north\"}}}", "not-correctable", "/data/set/of", "cannot be corrected" },
  { "redacting what is in clear", 93, "{" AT "," ANA ",\"kind\":\"entry-redacted\",\"data\":{\"entry\":\"e-016\","
    "\"members\":[\"area\"],\"rule\":\"r\"}}", "not-redactable", "/data/members/0", "in clear" },
};

static GStrv
story (void)
{
  g_autofree char *path = charter_test_path ("CHARTER_TEST_DATA", "every-kind.jsonl");
  g_autofree char *text = NULL;

  cr_assert (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static CharterPartnership *
partnership_after (const GStrv lines,
                   guint       n)
{
  CharterPartnership *partnership = charter_partnership_new ();

  charter_partnership_set_clock (partnership, "2026-02-28T10:00:00Z", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterEntry) entry = charter_partnership_submit (partnership, lines[i], &error);

      cr_assert (entry != NULL, "%s\n%s", lines[i], error != NULL ? error->message : "");
    }
  return partnership;
}

static char *
dump (CharterPartnership *partnership)
{
  g_autoptr(CharterView) view = charter_partnership_get_view (partnership);

  return charter_view_dump (view);
}

CHARTER_TEST (gate, refusals)
{
  g_auto(GStrv) lines = story ();

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refused *row = &refusals[i];
      g_autoptr(CharterPartnership) partnership = partnership_after (lines, row->after);
      g_autofree char *before = dump (partnership), *after = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterRefusal) refusal
        = charter_partnership_try_submission (partnership, row->submission, &error);

      charter_assert_no_error (error);
      cr_assert (refusal != NULL, "%s: was not refused", row->label);
      cr_assert (strcmp (charter_refusal_get_code (refusal), row->code) == 0
                 && strcmp (charter_refusal_get_path (refusal), row->path) == 0
                 && strstr (charter_refusal_get_message (refusal), row->word) != NULL,
                 "%s: %s at %s: %s", row->label, charter_refusal_get_code (refusal),
                 charter_refusal_get_path (refusal), charter_refusal_get_message (refusal));
      cr_assert (charter_partnership_submit (partnership, row->submission, &error) == NULL,
                 "%s: was recorded", row->label);
      cr_assert (error != NULL && error->domain == CHARTER_ERROR);
      after = dump (partnership);
      charter_assert_str (after, before);
    }
}

CHARTER_TEST (gate, a_batch_is_all_or_nothing)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(CharterPartnership) partnership = partnership_after (lines, 5);
  g_autoptr(GError) error = NULL;
  const char *batch = "[{\"at\":\"2026-01-03T10:00:00Z\",\"kind\":\"partner-joined\",\"data\":{\"id\":\"east\","
                      "\"name\":\"East\"}},{\"at\":\"2026-01-03T10:00:00Z\",\"kind\":\"partner-joined\",\"data\":"
                      "{\"id\":\"east\",\"name\":\"East again\"}}]";

  cr_assert (charter_partnership_record_many (partnership, batch, &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_ID_REUSED);
  cr_assert (g_str_has_prefix (error->message, "/1/data/id: "), "%s", error->message);
  cr_assert (charter_partnership_get_head (partnership) == 5);
}

static void
append_from_handler (CharterPartnership *partnership,
                     CharterEntry       *entry,
                     gpointer            data)
{
  g_autoptr(GError) error = NULL;
  CharterEntry *refused = charter_partnership_record (partnership, "partner-joined", "2026-01-03T10:00:00Z",
                                                      NULL, "{\"id\":\"west-2\",\"name\":\"W\"}", &error);

  cr_assert (refused == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_BUSY);
  *(gint64 *) data = charter_partnership_get_head (partnership);
}

CHARTER_TEST (gate, an_append_from_a_handler_is_busy)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(CharterPartnership) partnership = partnership_after (lines, 2);
  g_autoptr(CharterEntry) entry = NULL;
  gint64 seen = 0;

  g_signal_connect (partnership, "entry-appended", G_CALLBACK (append_from_handler), &seen);
  entry = charter_partnership_submit (partnership, lines[2], NULL);
  cr_assert (entry != NULL);
  cr_assert (seen == 3, "the handler sees the finished state");
}

CHARTER_TEST (gate, supposing_writes_nothing)
{
  g_auto(GStrv) lines = story ();
  g_autoptr(CharterPartnership) partnership = partnership_after (lines, 5);
  g_autoptr(CharterView) view = charter_partnership_get_view (partnership);
  g_autoptr(CharterView) supposed = NULL;
  g_autofree char *before = dump (partnership), *after = NULL, *then = NULL;
  g_autoptr(GError) error = NULL;

  supposed = charter_view_suppose (view, lines[5], &error);
  charter_assert_no_error (error);
  cr_assert (charter_view_get_known (supposed) == 6);
  then = charter_view_describe (supposed, "p-ana", "2026-02-28T10:00:00Z", &error);
  charter_assert_no_error (error);
  cr_assert (strstr (then, "\"name\":\"Ana\"") != NULL, "%s", then);
  after = dump (partnership);
  charter_assert_str (after, before);
  cr_assert (charter_view_describe (view, "p-ana", "2026-02-28T10:00:00Z", &error) == NULL);
  charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND);
}
