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
    "unknown-reference", "/data/for/0",
    "There is no partner “nobody” in the record (an entry “partner-joined” makes one)" },
  { "reference to no action", 14, "{" AT "," ANA ",\"kind\":\"action-done\",\"data\":{\"action\":\"nobody\"}}",
    "unknown-reference", "/data/action",
    "There is no action “nobody” in the record (an entry “action-agreed” makes one)" },
  { "reference to no thing", 14, "{" AT "," ANA ",\"kind\":\"asset-noted\",\"data\":{\"of\":\"north\","
    "\"area\":\"a\",\"replaces\":\"nobody\"}}", "unknown-reference", "/data/replaces",
    "There is no action, item or other subject “nobody” in the record" },
  { "reference to no rule", 14, "{" AT "," ANA ",\"kind\":\"decision-proposed\",\"data\":{\"id\":\"d\","
    "\"title\":\"T\",\"rule\":\"nobody\"}}", "unknown-reference", "/data/rule",
    "There is no decision rule “nobody” in the charter in force" },
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

/* Rules that look at what came before: entries that are recorded, in single quotes, and one
 * that is refused. */

#define FOUNDED "2026-01-01T09:00:00Z"

static const char small_charter[]
  = "{'charter':'1','id':'c','title':'C','sections':[{'id':'s','title':'S','clauses':[{'id':'cl','kind':'value',"
    "'text':'We decide fairly.'}]}],'rules':[{'id':'ordinary','method':'majority','unit':'person','time':{'open':"
    "'P7D'}},{'id':'strict','method':'unanimity','unit':'person','time':{'open':'P7D'}}],'conflicts':{"
    "'dispensation-at-most':'P1Y'}}";

typedef struct
{
  const char *label;
  const char *before;      /* a line each: kind, at, data */
  const char *kind, *at, *data;
  const char *code, *path, *word;
} Ruled;

#define DAY "2026-02-02T09:00:00Z"
#define LINK(id, from, relation, to, more) \
  "link-stated 2026-02-01T09:00:00Z {'id':'" id "','from':'" from "','relation':'" relation "','to':'" to "'" more "}\n"
#define PROPOSE(id, more) \
  "decision-proposed 2026-02-01T09:00:00Z {'id':'" id "','title':'T','rule':'ordinary'" more "}\n"
#define OPEN(id) "decision-opened 2026-02-01T10:00:00Z {'decision':'" id "'}\n"
#define CLOSE(id) "decision-closed 2026-02-08T10:00:00Z {'decision':'" id "'}\n"
#define BALLOT(id, voter) "ballot-cast 2026-02-02T10:00:00Z {'decision':'" id "','voter':'" voter "','choice':'for'}\n"
#define CARRIED(id, more) PROPOSE (id, more) OPEN (id) BALLOT (id, "a") BALLOT (id, "b") BALLOT (id, "c") CLOSE (id)
#define GRANT "'id':'x','person':'a','acts':['vote'],'ground':'g'"

static const Ruled ruled[] = {
  { "sensitive: what the tie is stays out of the record", "", "link-stated", DAY,
    "{'id':'l','from':'ada','relation':'owns','to':'acme','sensitive':true}", "say-connected",
    "/data/relation", "the relation is “connected”" },
  { "shares: what is owned by another counts too", LINK ("l-1", "acme", "owned-by", "ada", ",'share':'3/4'"),
    "link-stated", DAY, "{'id':'l','from':'bo','relation':'owns','to':'acme','share':'1/3'}", "shares-over-whole",
    "/data/share", "13/12" },
  { "shares: of several days, the one on which there are too many",
    LINK ("l-1", "ada", "owns", "acme", ",'share':'1/2','until':'2026-03-31'")
    LINK ("l-2", "bo", "owns", "acme", ",'share':'1/4','since':'2026-03-01'"),
    "link-stated", DAY, "{'id':'l','from':'cy','relation':'owns','to':'acme','share':'3/8'}", "shares-over-whole",
    "/data/share", "With entries 6, 7 the shares of “acme” would come to 9/8, more than the whole on 2026-03-01" },
  { "shares: a hair more than the whole",
    LINK ("l-1", "ada", "owns", "acme", ",'share':'9007199254740990/9007199254740991'"), "link-stated", DAY,
    "{'id':'l','from':'bo','relation':'owns','to':'acme','share':'1/9007199254740990'}", "shares-over-whole",
    "/data/share", "more than the whole" },
  { "shares: ended links, other relations and other companies do not count, and the whole itself is allowed",
    LINK ("l-1", "ada", "owns", "acme", ",'share':'1'") "link-ended 2026-02-01T12:00:00Z {'link':'l-1'}\n"
    LINK ("l-2", "bo", "employed-by", "acme", ",'share':'1'") LINK ("l-3", "acme", "owns", "bell", ",'share':'1'")
    LINK ("l-4", "cy", "owns", "acme", "") LINK ("l-5", "di", "owns", "acme", ",'share':'1/3'")
    LINK ("l-6", "ed", "owns", "acme", ",'share':'1/3'") LINK ("l-7", "fo", "owns", "acme", ",'share':'1/3'"),
    "link-stated", DAY, "{'id':'l','from':'bo','relation':'owns','to':'acme','share':'1/1000000'}",
    "shares-over-whole", "/data/share", "entries 11, 12, 13" },
  { "shares: until corrected so that it reaches into the next",
    LINK ("l-1", "ada", "owns", "acme", ",'share':'1','since':'2026-01-01','until':'2026-01-31'")
    LINK ("l-2", "bo", "owns", "acme", ",'share':'1'"), "entry-corrected", DAY,
    "{'entry':'e-6','set':{'until':'2026-02-01'}}", "shares-over-whole", "/data/set/until", "entry 7" },
  { "circle: of control and ownership, told either way",
    LINK ("l-1", "bell", "controlled-by", "acme", "") LINK ("l-2", "bell", "owns", "cord", ",'share':'3/5'")
    LINK ("l-3", "cord", "owns", "dale", ",'share':'1/2'"), "link-stated", DAY,
    "{'id':'l','from':'acme','relation':'owned-by','to':'cord','share':'2/3'}", "owns-itself", "/data/to",
    "By entries 6, 7 “acme” owns or controls “cord” already" },
  { "circle: a share that is raised",
    LINK ("l-1", "acme", "owns", "bell", ",'share':'1/2'") LINK ("l-2", "bell", "owns", "acme", ",'share':'3/5'"),
    "entry-corrected", DAY, "{'entry':'e-6','set':{'share':'51/100'}}", "owns-itself", "/data/set/share", "entry 7" },
  { "ended before: a link by correction",
    LINK ("l-1", "ada", "owns", "acme", "") "link-ended 2026-02-01T12:00:00Z {'link':'l-1'}\n", "entry-corrected", DAY,
    "{'entry':'e-6','set':{'since':'2026-02-02'}}", "ends-before-start", "/data/set/since", "entry 7" },
  { "ended before: what was declared without a day",
    "interest-declared 2026-02-01T09:00:00Z {'id':'i-1','person':'a','party':'acme','category':'financial'}\n",
    "interest-ended", "2026-02-01T08:59:59Z", "{'interest':'i-1'}", "ends-before-start", "/at", "entry 6" },
  { "ended before: an interest by correction",
    "interest-declared 2026-02-01T09:00:00Z {'id':'i-1','person':'a','party':'acme','category':'financial'}\n"
    "interest-ended 2026-02-01T12:00:00Z {'interest':'i-1'}\n", "entry-corrected", DAY,
    "{'entry':'e-6','set':{'since':'2026-03-01'}}", "ends-before-start", "/data/set/since", "2026-02-01" },
  { "dispensation: before it is granted", "", "dispensation-granted", DAY,
    "{" GRANT ",'scope':'rule:ordinary','until':'2026-02-01'}", "dates-reversed", "/data/until", "2026-02-02" },
  { "dispensation: prolonged by correction", "dispensation-granted 2026-02-01T09:00:00Z {" GRANT
    ",'scope':'rule:ordinary','until':'2027-02-01'}\n", "entry-corrected", DAY,
    "{'entry':'e-6','set':{'until':'2027-02-02'}}", "dispensation-too-long", "/data/set/until", "2027-02-01 at most" },
  { "dispensation: a decision that is misspelt", PROPOSE ("grant", ""), "dispensation-granted", DAY,
    "{" GRANT ",'scope':'decision:grnat','until':'2026-03-01'}", "unknown-scope", "/data/scope",
    "There is no decision “grnat” in the record; did you mean “decision:grant”?" },
  { "dispensation: an area that is none", "", "dispensation-granted", DAY,
    "{" GRANT ",'scope':'area:Housing and more','until':'2026-03-01'}", "unknown-scope", "/data/scope", "area:ID" },
  { "dispensation: an act that is misspelt", "", "dispensation-granted", DAY,
    "{'id':'x','person':'a','acts':['discuss','votes'],'ground':'g','scope':'rule:ordinary','until':'2026-03-01'}",
    "not-dispensable", "/data/acts/1", "did you mean “vote”?" },
  { "delegation: a scope that is misspelt", "", "delegation-made", DAY,
    "{'id':'d','from':'a','to':'b','scope':'rul:ordinary'}", "unknown-scope", "/data/scope",
    "did you mean “rule:ordinary”?" },
  { "delegation: until a day gone by", "", "delegation-made", DAY,
    "{'id':'d','from':'a','to':'b','until':'2026-02-01'}", "dates-reversed", "/data/until", "2026-02-01" },
  { "delegation: there and back", "delegation-made 2026-02-01T09:00:00Z {'id':'d-1','from':'a','to':'b'}\n",
    "delegation-made", DAY, "{'id':'d','from':'b','to':'a'}", "delegation-circle", "/data/to", "entry 6" },
  { "delegation: the newest counts, and others may lead in a circle of their own",
    "delegation-made 2026-02-01T09:00:00Z {'id':'d-1','from':'a','to':'b'}\n"
    "delegation-made 2026-02-01T09:01:00Z {'id':'d-2','from':'a','to':'c'}\n"
    "delegation-made 2026-02-01T09:02:00Z {'id':'d-3','from':'b','to':'a'}\n", "delegation-made", DAY,
    "{'id':'d','from':'c','to':'b'}", "delegation-circle", "/data/to", "entries 8, 7" },
  { "delegation: entered late", "delegation-made 2026-02-01T09:00:00Z {'id':'d-1','from':'a','to':'b'}\n",
    "delegation-made", "2026-01-31T09:00:00Z", "{'id':'d','from':'b','to':'a'}", "delegation-circle", "/data/to",
    "entry 6" },
  { "delegation: prolonged by correction",
    "delegation-made 2026-02-01T09:00:00Z {'id':'d-1','from':'a','to':'b','until':'2026-02-01'}\n"
    "delegation-made 2026-02-02T09:00:00Z {'id':'d-2','from':'b','to':'a'}\n", "entry-corrected", DAY,
    "{'entry':'e-6','set':{'until':'2026-12-31'}}", "delegation-circle", "/data/set/until", "entry 7" },
  { "delegation: recalled before it was made",
    "delegation-made 2026-02-01T09:00:00Z {'id':'d-1','from':'a','to':'b'}\n", "delegation-recalled",
    "2026-01-31T09:00:00Z", "{'delegation':'d-1'}", "ends-before-start", "/at", "entry 6" },
  { "ruling: fewer for than against",
    PROPOSE ("grant", "") "conflict-ruled 2026-02-01T09:00:00Z {'decision':'grant','person':'a','conflicted':true,'for':3}\n"
    "conflict-ruled 2026-02-01T09:00:00Z {'decision':'grant','person':'a','conflicted':true,'for':1,'against':1}\n",
    "conflict-ruled", DAY, "{'decision':'grant','person':'a','conflicted':true,'for':1,'against':2}",
    "numbers-contradict", "/data/conflicted", "“conflicted” is false" },
  { "ruling: numbers corrected so that they do not fit",
    PROPOSE ("grant", "") "conflict-ruled 2026-02-01T09:00:00Z {'decision':'grant','person':'a','conflicted':true,'for':2,"
    "'against':1}\n", "entry-corrected", DAY, "{'entry':'e-7','set':{'against':3}}", "numbers-contradict",
    "/data/set/against", "2 for a conflict and 3 against" },
  { "ruling: about the partner is about whoever acts for it, and about another is not",
    PROPOSE ("grant", "") CARRIED ("ruling", ",'about':['north']")
    "conflict-ruled 2026-02-09T09:00:00Z {'decision':'grant','person':'d','ruling':'ruling','conflicted':true}\n",
    "conflict-ruled", "2026-02-09T09:00:00Z", "{'decision':'grant','person':'a','ruling':'ruling','conflicted':true}",
    "not-about-person", "/data/ruling", "has a in its “about”" },
  { "ruling: one that dispenses the person is about them", PROPOSE ("grant", "") CARRIED ("ruling", ",'dispenses':['d']")
    "conflict-ruled 2026-02-09T09:00:00Z {'decision':'grant','person':'d','ruling':'ruling','conflicted':true}\n",
    "conflict-ruled", "2026-02-09T09:00:00Z", "{'decision':'grant','person':'b','ruling':'ruling','conflicted':true}",
    "not-about-person", "/data/ruling", "b" },
  { "bundle: of one", PROPOSE ("one", ""), "decision-proposed", DAY,
    "{'id':'all','title':'T','rule':'ordinary','bundle':['one']}", "bundle-too-small", "/data/bundle", "at least two" },
  { "bundle: of none", "", "decision-proposed", DAY, "{'id':'all','title':'T','rule':'ordinary','bundle':[]}",
    "bundle-too-small", "/data/bundle", "at least two" },
  { "bundle: one twice", PROPOSE ("one", "") PROPOSE ("two", ""), "decision-proposed", DAY,
    "{'id':'all','title':'T','rule':'ordinary','bundle':['one','two','one']}", "bundle-twice", "/data/bundle/2", "twice" },
  { "bundle: within a bundle", PROPOSE ("one", "") PROPOSE ("two", "") PROPOSE ("three", "")
    PROPOSE ("both", ",'bundle':['one','two']"), "decision-proposed", DAY,
    "{'id':'all','title':'T','rule':'ordinary','bundle':['three','both']}", "bundle-nested", "/data/bundle/1", "entry 9" },
  { "bundle: with one that was decided", PROPOSE ("one", "") CARRIED ("two", ""), "decision-proposed",
    "2026-02-09T09:00:00Z", "{'id':'all','title':'T','rule':'ordinary','bundle':['one','two']}", "bundle-closed",
    "/data/bundle/1", "entry 12" },
  { "bundle: with one that is open", PROPOSE ("one", "") OPEN ("one") PROPOSE ("two", ""), "decision-proposed", DAY,
    "{'id':'all','title':'T','rule':'ordinary','bundle':['one','two']}", "bundle-opened", "/data/bundle/0", "entry 7" },
  { "bundle: with one that was withdrawn", PROPOSE ("one", "") "decision-withdrawn 2026-02-01T09:30:00Z {'decision':'one'}\n"
    PROPOSE ("two", ""), "decision-proposed", DAY, "{'id':'all','title':'T','rule':'ordinary','bundle':['two','one']}",
    "bundle-withdrawn", "/data/bundle/1", "entry 7" },
  { "bundle: an amendment that leaves the rule", PROPOSE ("one", "") PROPOSE ("two", "")
    PROPOSE ("all", ",'bundle':['one','two']") "decision-amended 2026-02-01T10:00:00Z {'decision':'one','rule':'ordinary'}\n",
    "decision-amended", DAY, "{'decision':'two','rule':'strict'}", "bundle-other-rule", "/data/rule", "“all” (entry 8)" },
  { "bundle: the rule of the whole amended", PROPOSE ("one", "") PROPOSE ("two", "")
    PROPOSE ("all", ",'bundle':['one','two']"), "decision-amended", DAY, "{'decision':'all','rule':'strict'}",
    "bundle-other-rule", "/data/rule", "one rule" },
  { "bundle: one of another rule by amendment", PROPOSE ("one", "") PROPOSE ("two", "")
    "decision-amended 2026-02-01T10:00:00Z {'decision':'two','rule':'strict'}\n", "decision-proposed", DAY,
    "{'id':'all','title':'T','rule':'ordinary','bundle':['one','two']}", "bundle-other-rule", "/data/bundle/1", "strict" },
  { "enacted twice, reopened and not closed again", CARRIED ("one", "")
    "decision-enacted 2026-02-09T09:00:00Z {'decision':'one'}\n"
    "decision-reopened 2026-02-10T09:00:00Z {'decision':'one'}\n", "decision-enacted", "2026-02-11T09:00:00Z",
    "{'decision':'one'}", "not-closed", "/data/decision", "no decision-closed" },
  { "enacted twice after it was decided anew", CARRIED ("one", "")
    "decision-enacted 2026-02-09T09:00:00Z {'decision':'one'}\n"
    "decision-reopened 2026-02-10T09:00:00Z {'decision':'one'}\n"
    "decision-opened 2026-02-10T09:00:00Z {'decision':'one'}\n"
    "ballot-cast 2026-02-10T10:00:00Z {'decision':'one','voter':'a','choice':'for'}\n"
    "decision-closed 2026-02-17T09:00:00Z {'decision':'one'}\n"
    "decision-enacted 2026-02-18T09:00:00Z {'decision':'one'}\n", "decision-enacted", "2026-02-19T09:00:00Z",
    "{'decision':'one'}", "already-enacted", "/data/decision", "entry 17" },
};

static char *
quoted (const char *json)
{
  return g_strdelimit (g_strdup (json), "'", '"');
}

static void
tell (CharterPartnership *partnership,
      const char         *label,
      const char         *kind,
      const char         *at,
      const char         *data)
{
  guint seq = (guint) charter_partnership_get_head (partnership) + 1;
  g_autofree char *clear = quoted (data);
  g_autofree char *line = g_strdup_printf ("{\"id\":\"e-%u\",\"kind\":\"%s\",\"at\":\"%s\",\"data\":%s}", seq, kind, at,
                                           clear);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) entry = charter_partnership_submit (partnership, line, &error);

  cr_assert (entry != NULL, "%s: %s: %s", label, line, error != NULL ? error->message : "");
}

/* Entries 1 to 5: the founding, the charter and three persons. */
static CharterPartnership *
small_partnership (const char *label)
{
  CharterPartnership *partnership = charter_partnership_new ();
  g_autofree char *adoption = g_strdup_printf ("{'charter':%s}", small_charter);

  tell (partnership, label, "partnership-founded", FOUNDED,
        "{'id':'y','title':'Y','zone':'UTC','origin':'example.org/y','format':'1'}");
  tell (partnership, label, "charter-adopted", FOUNDED, adoption);
  for (const char *person = "abc"; *person != '\0'; person++)
    {
      g_autofree char *data = g_strdup_printf ("{'id':'%c'}", *person);

      tell (partnership, label, "person-joined", FOUNDED, data);
    }

  return partnership;
}

static void
tell_lines (CharterPartnership *partnership,
            const Ruled        *row)
{
  g_auto(GStrv) lines = g_strsplit (row->before, "\n", -1);

  if (strstr (row->before, "'d'") != NULL)
    {
      tell (partnership, row->label, "partner-joined", FOUNDED, "{'id':'north','name':'North'}");
      tell (partnership, row->label, "person-joined", FOUNDED, "{'id':'d','for':['north']}");
    }
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], " ", 3);

      tell (partnership, row->label, parts[0], parts[1], parts[2]);
    }
}

CHARTER_TEST (gate, rules_that_look_back)
{
  for (guint i = 0; i < G_N_ELEMENTS (ruled); i++)
    {
      const Ruled *row = &ruled[i];
      g_autoptr(CharterPartnership) partnership = small_partnership (row->label);
      g_autofree char *data = quoted (row->data);
      g_autofree char *line = g_strdup_printf ("{\"kind\":\"%s\",\"at\":\"%s\",\"data\":%s}", row->kind, row->at, data);
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(CharterRefusal) refusal = NULL;

      tell_lines (partnership, row);
      before = dump (partnership);
      refusal = charter_partnership_try_submission (partnership, line, &error);
      charter_assert_no_error (error);
      cr_assert (refusal != NULL, "%s: was not refused", row->label);
      cr_assert (strcmp (charter_refusal_get_code (refusal), row->code) == 0
                 && strcmp (charter_refusal_get_path (refusal), row->path) == 0
                 && strstr (charter_refusal_get_message (refusal), row->word) != NULL,
                 "%s: %s at %s: %s", row->label, charter_refusal_get_code (refusal),
                 charter_refusal_get_path (refusal), charter_refusal_get_message (refusal));
      cr_assert (charter_partnership_submit (partnership, line, &error) == NULL);
      after = dump (partnership);
      charter_assert_str (after, before);
    }
}

/* Many links cost little: each year has its own, and what leads in a circle over the years
 * leads in none in any of them. */
CHARTER_TEST (gate, links_without_number)
{
  g_autoptr(CharterPartnership) partnership = small_partnership ("links");
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autoptr(GListModel) entries = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 400; i > 0; i--)
    for (guint j = 0; j < 3; j++)
      g_string_append_printf (lines, "{\"kind\":\"link-stated\",\"at\":\"" DAY "\",\"data\":{\"id\":\"l-%u-%u\","
                              "\"from\":\"f-%u\",\"to\":\"f-%u\",\"relation\":\"controls\",\"since\":\"20%02u-01-01\","
                              "\"until\":\"20%02u-12-31\"}}\n",
                              i, j, i, i + 1 + j, i % 26, i % 26);
  g_string_append (lines, "{\"kind\":\"link-stated\",\"at\":\"" DAY "\",\"data\":{\"id\":\"back\",\"from\":\"f-400\","
                          "\"to\":\"f-1\",\"relation\":\"controls\",\"since\":\"2000-01-01\"}}\n");
  entries = charter_partnership_record_many (partnership, lines->str, &error);
  cr_assert (entries != NULL, "%s", error != NULL ? error->message : "");
}
