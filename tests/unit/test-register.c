/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-build.h"

#include <charter/charter-register-entry.h>

#include "report/charter-csv-private.h"

/* The register of interests: rows, times, publication, and as a table. */

#define CHARTER                                                                                    \
  "{'charter': '1', 'id': 'test', 'title': 'Test', 'calendar': {'zone': 'Europe/London'},"         \
  " 'roles': [{'id': 'chair', 'name': 'Chair, and more', 'term': 'P2Y'}],"                         \
  " 'rules': [{'id': 'ordinary', 'method': 'majority', 'unit': 'person'}],"                        \
  " 'conflicts': {%s}, 'sections': [{'id': 's', 'title': 'S', 'clauses': [{'id': 'plain',"         \
  " 'kind': 'value', 'text': 'Plain.'}]}]}"

#define NHS "'declare-within': 'P28D', 'confirm-every': 'P1Y', 'published-for': 'P6M'"
#define JOINED "2026-01-05T09:00:00Z"

/* — asking — */

static CharterBuild *
build (const char *policy)
{
  g_autofree char *charter = g_strdup_printf (CHARTER, policy);
  CharterBuild *self = charter_build_new (NULL, JOINED);

  charter_state_unref (self->state);
  self->state = charter_state_new (NULL);
  charter_build_add (self, "partnership-founded", JOINED,
                     "{'id': 'ours', 'title': 'Ours', 'zone': 'Europe/London', 'origin': 'ours',"
                     " 'format': '1'}");
  charter_build_add (self, "charter-adopted", JOINED, "{'charter': %s}", charter);
  return self;
}

static void
join (CharterBuild *b,
      const char   *id)
{
  charter_build_add (b, "person-joined", JOINED, "{'id': '%s', 'name': 'Name of %s'}", id, id);
}

static GListModel *
register_known (CharterBuild *b,
                guint32       known,
                const char   *at)
{
  g_autoptr(CharterView) view = charter_view_new (b->state, known);
  g_autoptr(GError) error = NULL;
  GListModel *list = charter_view_list_register (view, at, &error);

  charter_assert_no_error (error);
  cr_assert (g_list_model_get_item_type (list) == CHARTER_TYPE_REGISTER_ENTRY);
  return list;
}

static GListModel *
register_at (CharterBuild *b,
             const char   *at)
{
  return register_known (b, charter_state_get_head (b->state), at);
}

/* The only row. */
static CharterRegisterEntry *
row_at (CharterBuild *b,
        const char   *at)
{
  g_autoptr(GListModel) list = register_at (b, at);

  cr_assert (g_list_model_get_n_items (list) == 1, "%u rows", g_list_model_get_n_items (list));
  return g_list_model_get_item (list, 0);
}

static char *
export_at (CharterBuild *b,
           const char   *at,
           gboolean      only_published)
{
  g_autoptr(CharterView) view = charter_view_new (b->state, charter_state_get_head (b->state));
  g_autoptr(GError) error = NULL;
  char *text = charter_view_export_register (view, at, only_published, &error);

  charter_assert_no_error (error);
  return text;
}

/* "person kind interest" of every row. */
static void
check_rows (GListModel *list,
            const char *expected)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(CharterRegisterEntry) entry = g_list_model_get_item (list, i);
      const char *interest = charter_register_entry_get_interest (entry);

      g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : "",
                              charter_register_entry_get_person (entry),
                              interest != NULL ? interest
                                               : charter_register_entry_get_kind (entry));
    }
  charter_assert_str (out->str, expected);
}

static void
check_rows_at (CharterBuild *b,
               const char   *at,
               const char   *expected)
{
  g_autoptr(GListModel) list = register_at (b, at);

  check_rows (list, expected);
}

/* — what a row says — */

static void
add_full (CharterBuild *b)
{
  join (b, "amira");
  charter_build_add (b, "meeting-called", "2026-02-20T09:00:00Z",
                     "{'id': 'm-1', 'starts': '2026-03-02T10:00:00Z', 'purpose': 'Board'}");
  charter_build_add (b, "interest-declared", "2026-03-02T10:05:00Z",
                     "{'id': 'i-1', 'person': 'amira', 'party': 'acme', 'party-name': 'Acme Ltd',"
                     " 'category': 'financial', 'nature': 'Owns a third.', 'since': '2026-01-20',"
                     " 'until': '2026-06-30', 'standing': true, 'meeting': 'm-1'}");
  charter_build_add (b, "interest-ended", "2026-05-01T12:00:00Z", "{'interest': 'i-1'}");
  charter_build_add (b, "person-left", "2026-05-20T12:00:00Z", "{'person': 'amira'}");
}

static void
check_texts (CharterRegisterEntry *row)
{
  charter_assert_str (charter_register_entry_get_person (row), "amira");
  charter_assert_str (charter_register_entry_get_person_name (row), "Name of amira");
  charter_assert_str (charter_register_entry_get_kind (row), "declared");
  charter_assert_str (charter_register_entry_get_interest (row), "i-1");
  charter_assert_str (charter_register_entry_get_party (row), "acme");
  charter_assert_str (charter_register_entry_get_party_name (row), "Acme Ltd");
  charter_assert_str (charter_register_entry_get_category (row), "financial");
  charter_assert_str (charter_register_entry_get_nature (row), "Owns a third.");
  charter_assert_str (charter_register_entry_get_meeting (row), "m-1");
  charter_assert_str (charter_register_entry_get_since (row), "2026-01-20");
  charter_assert_str (charter_register_entry_get_until (row), "2026-06-30");
  charter_assert_str (charter_register_entry_get_ended (row), "2026-05-01T12:00:00Z");
  charter_assert_str (charter_register_entry_get_declared (row), "2026-03-02T10:05:00Z");
  charter_assert_str (charter_register_entry_get_published_until (row), "2026-11-01");
  charter_assert_str (charter_register_entry_get_left (row), "2026-05-20T12:00:00Z");
}

/* Every property gives what its getter gives. */
static void
check_properties (CharterRegisterEntry *row)
{
  g_autofree char *kind = NULL, *nature = NULL, *due = NULL;
  gboolean standing, late, current;
  gint64 entry;

  g_object_get (row, "kind", &kind, "nature", &nature, "due", &due, "standing", &standing, "late",
                &late, "current", &current, "entry", &entry, NULL);
  charter_assert_str (kind, "declared");
  charter_assert_str (nature, "Owns a third.");
  charter_assert_str (due, charter_register_entry_get_due (row));
  cr_assert (standing && late && !current && entry == 5);
}

CHARTER_TEST (register, rows_have_properties)
{
  g_autoptr(CharterBuild) b = build (NHS);
  g_autoptr(CharterRegisterEntry) row = NULL;
  g_autofree char *json = NULL;

  add_full (b);
  row = row_at (b, "2026-06-01T12:00:00Z");
  check_texts (row);
  check_properties (row);
  charter_assert_str (charter_register_entry_get_due (row), "2026-02-17");
  charter_assert_str (charter_register_entry_get_confirm_by (row), NULL);
  cr_assert (charter_register_entry_get_late (row));
  cr_assert (charter_register_entry_get_standing (row));
  cr_assert (charter_register_entry_get_published (row));
  cr_assert (!charter_register_entry_get_current (row));
  cr_assert (!charter_register_entry_get_sensitive (row));
  cr_assert (!charter_register_entry_get_redacted (row));
  cr_assert (!charter_register_entry_get_confirm_overdue (row));
  cr_assert (charter_register_entry_get_entry (row) == 5);
  json = charter_register_entry_to_json (row);
  charter_assert_str (
      json, "{\"category\":\"financial\",\"current\":false,\"declared\":\"2026-03-02T10:05:00Z\","
            "\"due\":\"2026-02-17\",\"ended\":\"2026-05-01T12:00:00Z\",\"entry\":\"e-5\","
            "\"interest\":\"i-1\",\"kind\":\"declared\",\"late\":true,"
            "\"left\":\"2026-05-20T12:00:00Z\",\"meeting\":\"m-1\",\"nature\":\"Owns a third.\","
            "\"party\":\"acme\",\"party-name\":\"Acme Ltd\",\"person\":\"amira\","
            "\"person-name\":\"Name of amira\",\"published\":true,"
            "\"published-until\":\"2026-11-01\",\"since\":\"2026-01-20\",\"standing\":true,"
            "\"until\":\"2026-06-30\"}");
}

/* Asked about March, what happened in May has not happened. */
CHARTER_TEST (register, rows_are_as_at_an_instant)
{
  g_autoptr(CharterBuild) b = build (NHS);
  g_autoptr(CharterRegisterEntry) row = NULL;

  add_full (b);
  row = row_at (b, "2026-03-03T12:00:00Z");
  charter_assert_str (charter_register_entry_get_ended (row), NULL);
  charter_assert_str (charter_register_entry_get_left (row), NULL);
  charter_assert_str (charter_register_entry_get_published_until (row), "2026-12-30");
  charter_assert_str (charter_register_entry_get_confirm_by (row), "2027-03-02");
  cr_assert (charter_register_entry_get_current (row));
}

CHARTER_TEST (register, lists_everybody_who_has_to_declare)
{
  g_autoptr(CharterBuild) b = build (NHS);
  g_autoptr(GListModel) list = NULL;
  g_autofree char *json = NULL;

  join (b, "zoe");
  join (b, "amira");
  join (b, "ben");
  charter_build_add (b, "interest-declared", "2026-01-20T09:00:00Z",
                     "{'id': 'z-late', 'person': 'ben', 'party': 'acme', 'category': 'financial'}");
  charter_build_add (b, "interest-declared", "2026-01-10T09:00:00Z",
                     "{'id': 'a-early', 'person': 'ben', 'party': 'zoe', 'category': 'indirect'}");
  charter_build_add (b, "nothing-declared", "2026-01-11T09:00:00Z", "{'person': 'amira'}");
  check_rows_at (b, "2026-01-25T12:00:00Z", "zoe neither, amira nothing, ben z-late, ben a-early");
  check_rows_at (b, "2026-01-15T12:00:00Z", "zoe neither, amira nothing, ben a-early");
  check_rows_at (b, "2026-01-06T12:00:00Z", "zoe neither, amira neither, ben neither");
  check_rows_at (b, "2026-01-05T08:00:00Z", "");
  check_rows_at (b, "0001-01-01T00:00:00Z", "");
  check_rows_at (b, "9999-12-31T23:59:59Z", "zoe neither, amira nothing, ben z-late, ben a-early");
  list = register_known (b, 3, "2026-01-25T12:00:00Z");
  check_rows (list, "zoe neither");
  json = charter_register_to_json (list);
  charter_assert_str (json, "[{\"due\":\"2026-02-02\",\"kind\":\"neither\",\"late\":false,"
                            "\"person\":\"zoe\",\"person-name\":\"Name of zoe\","
                            "\"published\":false}]");
}

/* Who has no vote and no office need not declare; what they declare is in the register. */
CHARTER_TEST (register, lists_whoever_has_declared)
{
  g_autoptr(CharterBuild) b = charter_build_new (NULL, JOINED);

  join (b, "amira");
  check_rows_at (b, "2026-01-06T12:00:00Z", "");
  charter_build_add (b, "nothing-declared", "2026-01-07T09:00:00Z", "{'person': 'amira'}");
  check_rows_at (b, "2026-01-08T12:00:00Z", "amira nothing");
  check_rows_at (b, "2026-01-06T12:00:00Z", "");
}

/* A nil return is shown where no interest counts, the newest one. */
CHARTER_TEST (register, shows_one_nil_declaration)
{
  g_autoptr(CharterBuild) b = build ("'tail': 'P7D'");
  g_autoptr(GListModel) list = NULL;
  g_autoptr(CharterRegisterEntry) last = NULL;

  join (b, "amira");
  charter_build_add (b, "nothing-declared", "2026-01-07T09:00:00Z", "{'person': 'amira'}");
  charter_build_add (b, "interest-declared", "2026-02-02T09:00:00Z",
                     "{'id': 'i-1', 'person': 'amira', 'party': 'acme', 'category': 'financial',"
                     " 'since': '2026-02-10'}");
  charter_build_add (b, "nothing-declared", "2026-03-02T09:00:00Z", "{'person': 'amira'}");
  charter_build_add (b, "interest-ended", "2026-04-01T09:00:00Z", "{'interest': 'i-1'}");
  check_rows_at (b, "2026-02-03T12:00:00Z", "amira i-1, amira nothing");
  check_rows_at (b, "2026-02-11T12:00:00Z", "amira i-1");
  check_rows_at (b, "2026-03-03T12:00:00Z", "amira i-1");
  check_rows_at (b, "2026-04-08T22:59:59Z", "amira i-1");
  list = register_at (b, "2026-04-08T23:00:00Z");
  check_rows (list, "amira i-1, amira nothing");
  last = g_list_model_get_item (list, 1);
  charter_assert_str (charter_register_entry_get_declared (last), "2026-03-02T09:00:00Z");
  cr_assert (!charter_register_entry_get_current (last));
}

/* — publication — */

static void
check_published (CharterBuild *b,
                 const char   *at,
                 gboolean      published,
                 const char   *until)
{
  g_autoptr(CharterRegisterEntry) row = row_at (b, at);

  cr_assert (charter_register_entry_get_published (row) == published, "%s", at);
  charter_assert_str (charter_register_entry_get_published_until (row), until);
}

static CharterBuild *
one_interest (const char *policy,
              const char *more)
{
  CharterBuild *b = build (policy);

  join (b, "amira");
  charter_build_add (b, "interest-declared", "2026-01-10T09:00:00Z",
                     "{'id': 'i-1', 'person': 'amira', 'party': 'acme', 'category': 'financial'%s}",
                     more);
  return b;
}

CHARTER_TEST (register, publishes_for_a_while_after_the_end)
{
  g_autoptr(CharterBuild) b = one_interest (NHS, "");

  check_published (b, "2030-01-01T12:00:00Z", TRUE, NULL);
  charter_build_add (b, "interest-ended", "2026-03-31T22:30:00Z", "{'interest': 'i-1'}");
  check_published (b, "2026-03-31T22:29:59Z", TRUE, NULL);
  check_published (b, "2026-04-01T12:00:00Z", TRUE, "2026-09-30");
  check_published (b, "2026-09-30T22:59:59Z", TRUE, "2026-09-30");
  check_published (b, "2026-09-30T23:00:00Z", FALSE, "2026-09-30");
}

/* By the clock of the place an hour later is the next day. */
CHARTER_TEST (register, publishes_by_the_clock_of_the_place)
{
  g_autoptr(CharterBuild) b = one_interest (NHS, "");

  charter_build_add (b, "interest-ended", "2026-03-31T23:30:00Z", "{'interest': 'i-1'}");
  check_published (b, "2026-09-30T23:00:00Z", TRUE, "2026-10-01");
}

CHARTER_TEST (register, publishes_to_the_first_end)
{
  g_autoptr(CharterBuild) b = one_interest (NHS, ", 'until': '2026-02-28'");

  check_published (b, "2026-08-28T22:59:59Z", TRUE, "2026-08-28");
  check_published (b, "2026-08-28T23:00:00Z", FALSE, "2026-08-28");
  charter_build_add (b, "interest-ended", "2026-02-01T09:00:00Z", "{'interest': 'i-1'}");
  charter_build_add (b, "interest-ended", "2026-02-05T09:00:00Z", "{'interest': 'i-1'}");
  check_published (b, "2026-03-01T12:00:00Z", TRUE, "2026-08-01");
  charter_build_add (b, "person-left", "2026-01-20T09:00:00Z", "{'person': 'amira'}");
  check_published (b, "2026-03-01T12:00:00Z", TRUE, "2026-07-20");
  check_published (b, "2026-07-21T12:00:00Z", FALSE, "2026-07-20");
}

CHARTER_TEST (register, publishes_what_counts_where_the_policy_says_no_more)
{
  g_autoptr(CharterBuild) plain = one_interest ("'floor': 0", "");
  g_autoptr(CharterBuild) tail = one_interest ("'tail': 'P7D'", ", 'until': '2026-02-28'");
  g_autoptr(CharterBuild) hours = one_interest ("'published-for': 'PT24H'", "");

  charter_build_add (plain, "interest-ended", "2026-02-01T09:00:00Z", "{'interest': 'i-1'}");
  check_published (plain, "2026-02-01T08:59:59Z", TRUE, NULL);
  check_published (plain, "2026-02-01T09:00:00Z", FALSE, "2026-02-01T09:00:00Z");
  check_published (tail, "2026-03-07T23:59:59Z", TRUE, "2026-03-07");
  check_published (tail, "2026-03-08T00:00:00Z", FALSE, "2026-03-07");
  charter_build_add (hours, "interest-ended", "2026-02-01T09:00:00Z", "{'interest': 'i-1'}");
  check_published (hours, "2026-02-02T09:00:00Z", TRUE, "2026-02-02T09:00:00Z");
  check_published (hours, "2026-02-02T09:00:01Z", FALSE, "2026-02-02T09:00:00Z");
}

/* The calendar ends with the year 9999, and nothing is reckoned beyond it. */
CHARTER_TEST (register, publishes_to_the_end_of_the_calendar)
{
  g_autoptr(CharterBuild) b = one_interest (NHS, ", 'until': '9999-12-31'");
  g_autoptr(CharterBuild) first = one_interest (NHS, ", 'since': '0001-01-01'");
  g_autoptr(CharterRegisterEntry) row = row_at (first, "2026-02-01T12:00:00Z");

  check_published (b, "9999-12-31T12:00:00Z", TRUE, "9999-12-31");
  charter_build_add (b, "interest-ended", "9999-12-31T23:59:59Z", "{'interest': 'i-1'}");
  check_published (b, "9999-12-31T23:59:59Z", TRUE, "9999-12-31");
  charter_assert_str (charter_register_entry_get_since (row), "0001-01-01");
  charter_assert_str (charter_register_entry_get_due (row), "2026-02-02");
}

CHARTER_TEST (register, publishes_nil_declarations_and_not_silence)
{
  g_autoptr(CharterBuild) b = build (NHS);

  join (b, "amira");
  check_published (b, "2026-01-06T12:00:00Z", FALSE, NULL);
  charter_build_add (b, "nothing-declared", "2026-01-07T09:00:00Z", "{'person': 'amira'}");
  check_published (b, "2026-01-08T12:00:00Z", TRUE, NULL);
  charter_build_add (b, "person-left", "2026-01-20T09:00:00Z", "{'person': 'amira'}");
  check_published (b, "2026-07-21T12:00:00Z", FALSE, "2026-07-20");
}

/* — what was due — */

static void
check_due (GListModel *list,
           guint       i,
           const char *due,
           gboolean    late)
{
  g_autoptr(CharterRegisterEntry) row = g_list_model_get_item (list, i);

  charter_assert_str (charter_register_entry_get_due (row), due);
  cr_assert (charter_register_entry_get_late (row) == late, "row %u", i);
}

CHARTER_TEST (register, tells_who_is_overdue)
{
  g_autoptr(CharterBuild) b = build (NHS);
  g_autoptr(GListModel) open = NULL, over = NULL, none = NULL;
  g_autoptr(CharterBuild) plain = build ("'floor': 0");

  join (b, "amira");
  open = register_at (b, "2026-02-02T23:59:59Z");
  check_due (open, 0, "2026-02-02", FALSE);
  over = register_at (b, "2026-02-03T00:00:00Z");
  check_due (over, 0, "2026-02-02", TRUE);
  join (plain, "amira");
  none = register_at (plain, "2027-01-01T12:00:00Z");
  check_due (none, 0, NULL, FALSE);
}

static void
declare (CharterBuild *b,
         const char   *at,
         const char   *id,
         const char   *party,
         const char   *more)
{
  charter_build_add (b, "interest-declared", at,
                     "{'id': '%s', 'person': 'amira', 'party': '%s', 'category': 'financial'%s}", id,
                     party, more);
}

/* Told at once, acquired later, left out, new from today, told again. */
CHARTER_TEST (register, tells_what_was_due_when)
{
  g_autoptr(CharterBuild) b = build (NHS);
  g_autoptr(GListModel) list = NULL;

  join (b, "amira");
  declare (b, "2026-01-10T09:00:00Z", "i-1", "one", ", 'since': '2020-01-01'");
  declare (b, "2026-01-10T09:00:00Z", "i-2", "two", "");
  declare (b, "2026-06-29T09:00:00Z", "i-3", "three", ", 'since': '2026-06-01'");
  declare (b, "2026-06-30T09:00:00Z", "i-4", "four", ", 'since': '2026-06-01'");
  declare (b, "2026-07-01T09:00:00Z", "i-5", "five", ", 'since': '2019-01-01'");
  declare (b, "2026-07-02T09:00:00Z", "i-6", "six", "");
  declare (b, "2026-07-03T09:00:00Z", "i-7", "seven", ", 'since': '2026-09-01'");
  declare (b, "2027-07-04T09:00:00Z", "i-8", "one", ", 'since': '2020-01-01'");
  list = register_at (b, "2027-08-01T12:00:00Z");
  check_due (list, 0, "2026-02-02", FALSE);
  check_due (list, 1, "2026-02-02", FALSE);
  check_due (list, 2, "2026-06-29", FALSE);
  check_due (list, 3, "2026-06-29", TRUE);
  check_due (list, 4, "2026-02-02", TRUE);
  check_due (list, 5, NULL, FALSE);
  check_due (list, 6, NULL, FALSE);
  check_due (list, 7, "2027-07-03", TRUE);
}

CHARTER_TEST (register, tells_what_is_to_be_registered)
{
  g_autoptr(CharterBuild) b = build ("'declare-within': 'P28D', 'register-within': 'P14D'");
  g_autoptr(GListModel) open = NULL, over = NULL, done = NULL;

  join (b, "amira");
  charter_build_add (b, "meeting-called", "2026-01-06T09:00:00Z",
                     "{'id': 'm-1', 'starts': '2026-03-02T10:00:00Z', 'purpose': 'Board'}");
  declare (b, "2026-01-10T09:00:00Z", "i-1", "one", "");
  declare (b, "2026-03-02T10:00:00Z", "i-2", "one", ", 'meeting': 'm-1'");
  declare (b, "2026-03-02T10:01:00Z", "i-3", "two", ", 'meeting': 'm-1', 'since': '2026-02-20'");
  open = register_at (b, "2026-03-16T12:00:00Z");
  check_due (open, 1, NULL, FALSE);
  check_due (open, 2, "2026-03-16", FALSE);
  over = register_at (b, "2026-03-17T12:00:00Z");
  check_due (over, 2, "2026-03-16", TRUE);
  declare (b, "2026-03-18T09:00:00Z", "i-4", "two", ", 'since': '2026-02-20'");
  done = register_at (b, "2026-03-19T12:00:00Z");
  check_due (done, 2, "2026-03-16", TRUE);
  check_due (done, 3, NULL, FALSE);
}

static void
check_confirm (CharterBuild *b,
               const char   *at,
               guint         i,
               const char   *by,
               gboolean      overdue)
{
  g_autoptr(GListModel) list = register_at (b, at);
  g_autoptr(CharterRegisterEntry) row = g_list_model_get_item (list, i);

  charter_assert_str (charter_register_entry_get_confirm_by (row), by);
  cr_assert (charter_register_entry_get_confirm_overdue (row) == overdue, "%s", at);
}

CHARTER_TEST (register, tells_when_to_confirm)
{
  g_autoptr(CharterBuild) b = build (NHS);

  join (b, "amira");
  declare (b, "2026-01-10T09:00:00Z", "i-1", "one", "");
  declare (b, "2026-03-10T09:00:00Z", "i-2", "two", "");
  check_confirm (b, "2026-02-01T12:00:00Z", 0, "2027-01-10", FALSE);
  check_confirm (b, "2026-04-01T12:00:00Z", 0, "2027-03-10", FALSE);
  check_confirm (b, "2026-04-01T12:00:00Z", 1, "2027-03-10", FALSE);
  check_confirm (b, "2027-03-11T12:00:00Z", 0, "2027-03-10", TRUE);
  charter_build_add (b, "nothing-declared", "2027-03-12T09:00:00Z", "{'person': 'amira'}");
  check_confirm (b, "2027-03-13T12:00:00Z", 1, "2028-03-12", FALSE);
  charter_build_add (b, "person-left", "2027-04-01T09:00:00Z", "{'person': 'amira'}");
  check_confirm (b, "2027-04-02T12:00:00Z", 1, NULL, FALSE);
}

/* — what is withheld, erased, corrected — */

CHARTER_TEST (register, withholds_what_is_sensitive)
{
  g_autoptr(CharterBuild) b =
      one_interest (NHS, ", 'sensitive': true, 'party-name': 'Acme Ltd', 'nature': 'Owns it.',"
                         " 'since': '2025-04-01'");
  g_autoptr(CharterRegisterEntry) row = row_at (b, "2026-02-01T12:00:00Z");
  g_autofree char *json = charter_register_entry_to_json (row);
  g_autofree char *all = export_at (b, "2026-02-01T12:00:00Z", FALSE);
  g_autofree char *published = export_at (b, "2026-02-01T12:00:00Z", TRUE);

  cr_assert (charter_register_entry_get_sensitive (row));
  cr_assert (charter_register_entry_get_current (row));
  charter_assert_str (charter_register_entry_get_party (row), NULL);
  charter_assert_str (charter_register_entry_get_party_name (row), NULL);
  charter_assert_str (charter_register_entry_get_category (row), NULL);
  charter_assert_str (charter_register_entry_get_nature (row), NULL);
  charter_assert_str (
      json, "{\"confirm-by\":\"2027-01-10\",\"current\":true,\"declared\":\"2026-01-10T09:00:00Z\","
            "\"due\":\"2026-02-02\",\"entry\":\"e-4\",\"interest\":\"i-1\",\"kind\":\"declared\","
            "\"late\":false,\"person\":\"amira\",\"person-name\":\"Name of amira\","
            "\"published\":true,\"sensitive\":true,\"since\":\"2025-04-01\"}");
  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? all : published;

      cr_assert (strstr (text, "cme") == NULL && strstr (text, "Owns") == NULL
                 && strstr (text, "financial") == NULL, "%s", text);
      cr_assert (strstr (text, "(details withheld)") != NULL, "%s", text);
    }
  cr_assert (strstr (all, "2025-04-01") != NULL && strstr (published, "2025-04-01") == NULL);
}

CHARTER_TEST (register, says_what_was_erased)
{
  g_autoptr(CharterBuild) b = one_interest (NHS, ", 'party-name': 'Acme Ltd', 'nature': 'Owns it.'");
  g_autoptr(CharterRegisterEntry) row = NULL, bare = NULL;
  g_autofree char *text = NULL;
  static const char *const name[] = { "/data/name", NULL };
  static const char *const nature[] = { "/data/nature", NULL };
  static const char *const party[] = { "/data/party-name", NULL };

  charter_state_forget_openings (b->state, 3, name);
  charter_state_forget_openings (b->state, 4, nature);
  row = row_at (b, "2026-02-01T12:00:00Z");
  charter_assert_str (charter_register_entry_get_person_name (row), NULL);
  charter_assert_str (charter_register_entry_get_nature (row), NULL);
  charter_assert_str (charter_register_entry_get_party_name (row), "Acme Ltd");
  cr_assert (charter_register_entry_get_redacted (row));
  charter_state_forget_openings (b->state, 4, party);
  bare = row_at (b, "2026-02-01T12:00:00Z");
  charter_assert_str (charter_register_entry_get_party_name (bare), NULL);
  charter_assert_str (charter_register_entry_get_party (bare), "acme");
  text = export_at (b, "2026-02-01T12:00:00Z", TRUE);
  cr_assert (strstr (text, "\r\namira,,,,2026-01-05,,declared,acme,,financial,(erased),")
             != NULL, "%s", text);
}

CHARTER_TEST (register, reads_as_corrected)
{
  g_autoptr(CharterBuild) b = one_interest (NHS, ", 'nature': 'Owns it.', 'since': '2026-01-01'");
  g_autoptr(CharterRegisterEntry) row = NULL;
  g_autoptr(GListModel) before = NULL;
  g_autoptr(CharterRegisterEntry) old = NULL;

  charter_build_add (b, "entry-corrected", "2026-02-01T09:00:00Z",
                     "{'entry': 'e-4', 'set': {'nature': 'Owns half.', 'until': '2026-03-31'}}");
  row = row_at (b, "2026-02-02T12:00:00Z");
  charter_assert_str (charter_register_entry_get_nature (row), "Owns half.");
  charter_assert_str (charter_register_entry_get_until (row), "2026-03-31");
  before = register_known (b, 4, "2026-02-02T12:00:00Z");
  old = g_list_model_get_item (before, 0);
  charter_assert_str (charter_register_entry_get_nature (old), "Owns it.");
  charter_assert_str (charter_register_entry_get_until (old), NULL);
}

/* A partner's name stands for a party that the declaration does not name. */
CHARTER_TEST (register, names_parties)
{
  g_autoptr(CharterBuild) b = build (NHS);
  g_autoptr(GListModel) list = NULL;
  static const char *const expected[] = { "North Trust", "Name of ben", "North, they say", NULL };

  charter_build_add (b, "partner-joined", JOINED, "{'id': 'north', 'name': 'North Trust'}");
  join (b, "amira");
  declare (b, "2026-01-10T09:00:00Z", "i-1", "north", "");
  declare (b, "2026-01-10T09:00:00Z", "i-2", "ben", "");
  declare (b, "2026-01-10T09:00:00Z", "i-3", "north", ", 'party-name': 'North, they say'");
  declare (b, "2026-01-10T09:00:00Z", "i-4", "i-1", "");
  join (b, "ben");
  list = register_at (b, "2026-02-01T12:00:00Z");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(CharterRegisterEntry) row = g_list_model_get_item (list, i);

      charter_assert_str (charter_register_entry_get_party_name (row), expected[i]);
    }
}

/* — errors — */

CHARTER_TEST (register, refuses_what_is_no_instant)
{
  static const char *const bad[] = { "", "yesterday", "2026-02-30T00:00:00Z", "2026-01-05" };
  g_autoptr(CharterBuild) b = build (NHS);
  g_autoptr(CharterView) view = charter_view_new (b->state, charter_state_get_head (b->state));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) listing = NULL, writing = NULL;

      cr_assert (charter_view_list_register (view, bad[i], &listing) == NULL);
      charter_assert_error (listing, CHARTER_ERROR, CHARTER_ERROR_VALUE);
      cr_assert (charter_view_export_register (view, bad[i], FALSE, &writing) == NULL);
      charter_assert_str (writing->message, listing->message);
    }
}

/* — CSV — */

static void
check_cell (const char *value,
            const char *expected)
{
  CharterCsv csv;
  g_autofree char *text = NULL, *whole = g_strconcat ("x,", expected, "\r\n", NULL);

  charter_csv_init (&csv);
  charter_csv_cell (&csv, "x");
  charter_csv_cell (&csv, value);
  charter_csv_end_row (&csv);
  text = charter_csv_finish (&csv);
  charter_assert_str (text, whole);
}

CHARTER_TEST (register, cells_are_quoted_when_needed)
{
  check_cell (NULL, "");
  check_cell ("", "");
  check_cell ("plain", "plain");
  check_cell (" spaced ", " spaced ");
  check_cell ("a, b", "\"a, b\"");
  check_cell ("he said \"no\"", "\"he said \"\"no\"\"\"");
  check_cell ("\"", "\"\"\"\"");
  check_cell ("two\nlines", "\"two\nlines\"");
  check_cell ("two\r\nlines", "\"two\r\nlines\"");
  check_cell ("semi;colon", "semi;colon");
  check_cell ("Zoë, ≥ 5 %", "\"Zoë, ≥ 5 %\"");
}

CHARTER_TEST (register, cells_are_no_formulas)
{
  check_cell ("=1+1", "'=1+1");
  check_cell ("+44 20 7946 0000", "'+44 20 7946 0000");
  check_cell ("-2", "'-2");
  check_cell ("@SUM(A1)", "'@SUM(A1)");
  check_cell ("\t=1", "'\t=1");
  check_cell ("\r=1", "\"'\r=1\"");
  check_cell ("\n=1", "\"'\n=1\"");
  check_cell ("＝1", "'＝1");
  check_cell ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
  check_cell ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  check_cell ("a=1", "a=1");
  check_cell ("'=1", "'=1");
}

/* — the table — */

#define PUBLISHED                                                                          \
  "Person,Name,Roles,Acts for,Joined,Left,Declaration,Party,Party name,Category,Nature,"   \
  "Since,Until,Ended,Declared,Meeting,General notice,Current,Published until"
#define WITHIN ",Published,Due,Late,Confirm by,Confirmation overdue,Interest,Entry"

CHARTER_TEST (register, is_written_as_a_table)
{
  g_autoptr(CharterBuild) b = build (NHS);
  g_autofree char *all = NULL, *published = NULL;

  charter_build_add (b, "partner-joined", JOINED, "{'id': 'north', 'name': 'North \\\"Trust\\\"'}");
  charter_build_add (b, "person-joined", JOINED,
                     "{'id': 'amira', 'name': '=HYPERLINK(1)', 'for': ['north']}");
  join (b, "ben");
  join (b, "cem");
  charter_build_add (b, "role-given", "2026-01-12T09:00:00Z", "{'role': 'chair', 'person': 'amira'}");
  declare (b, "2026-01-10T23:30:00Z", "i-1", "acme", ", 'nature': '-1\\nand \\\"so\\\", on'");
  charter_build_add (b, "nothing-declared", "2026-07-11T23:30:00Z", "{'person': 'ben'}");
  all = export_at (b, "2026-07-20T12:00:00Z", FALSE);
  charter_assert_str (
      all,
      PUBLISHED WITHIN "\r\n"
      "amira,'=HYPERLINK(1),\"Chair, and more from 2026-01-12 to 2028-01-11\","
      "\"North \"\"Trust\"\"\",2026-01-05,,declared,acme,,financial,\"'-1\nand \"\"so\"\", on\","
      ",,,2026-01-10,,no,yes,,yes,2026-02-02,no,2027-01-10,no,i-1,8\r\n"
      "ben,Name of ben,,,2026-01-05,,nothing,,,,,,,,2026-07-12,,,,,yes,2026-02-02,yes,2027-07-12,"
      "no,,9\r\n"
      "cem,Name of cem,,,2026-01-05,,neither,,,,,,,,,,,,,no,2026-02-02,yes,,,,\r\n");
  published = export_at (b, "2026-07-20T12:00:00Z", TRUE);
  charter_assert_str (
      published,
      PUBLISHED "\r\n"
      "amira,'=HYPERLINK(1),\"Chair, and more from 2026-01-12 to 2028-01-11\","
      "\"North \"\"Trust\"\"\",2026-01-05,,declared,acme,,financial,\"'-1\nand \"\"so\"\", on\","
      ",,,2026-01-10,,no,yes,\r\n"
      "ben,Name of ben,,,2026-01-05,,nothing,,,,,,,,2026-07-12,,,,\r\n");
}

CHARTER_TEST (register, is_a_row_of_titles_where_there_is_nobody)
{
  g_autoptr(CharterView) view = NULL;
  CharterState *state = charter_state_new (NULL);
  g_autofree char *text = NULL;

  view = charter_view_new (state, 0);
  text = charter_view_export_register (view, JOINED, TRUE, NULL);
  charter_assert_str (text, PUBLISHED "\r\n");
  charter_state_unref (state);
}
