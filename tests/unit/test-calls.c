/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-things-test.h"

#include <string.h>

#include "format/charter-kinds-private.h"

/* Typed calls: each records what charter_partnership_record() would, with handles in the
 * place of ids. */

/* Two records that are to become the same: one by typed calls, one by plain entries. */
typedef struct
{
  CharterPartnership *called;
  CharterPartnership *recorded;
  gboolean            seen[CHARTER_N_KINDS];
  GError             *error;
} Pair;

static CharterPartnership *
empty (void)
{
  CharterPartnership *partnership = charter_partnership_new ();

  charter_partnership_set_clock (partnership, "2026-12-31T12:00:00Z", NULL);
  return partnership;
}

/* What was called says what @data says, recorded without a call. */
static void
same (Pair         *pair,
      CharterEntry *called,
      const char   *kind,
      const char   *by,
      const char   *data)
{
  g_autoptr(CharterEntry) entry = called;
  g_autoptr(CharterEntry) recorded = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *meant = NULL;

  cr_assert (entry != NULL, "%s by call: %s", kind,
             pair->error != NULL ? pair->error->message : "no error");
  recorded = charter_partnership_record (pair->recorded, kind, charter_entry_get_at (entry), by,
                                         data, &error);
  cr_assert (recorded != NULL, "%s: %s", kind, error != NULL ? error->message : "no error");
  said = charter_entry_dup_data (entry);
  meant = charter_entry_dup_data (recorded);
  charter_assert_str (charter_entry_get_kind (entry), kind);
  charter_assert_str (said, meant);
  charter_assert_str (charter_entry_get_by (entry), by);
  cr_assert (charter_entry_get_seq (entry) == charter_entry_get_seq (recorded));
  pair->seen[charter_kind_lookup (kind)] = TRUE;
}

#define BY "amira"
#define ID "p-amira"

static void
call_standing (Pair *pair)
{
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;
  g_autoptr(CharterDocument) document = charter_document_new_from_text (THINGS_CHARTER, e);

  charter_assert_no_error (pair->error);
  same (pair, charter_partnership_found (p, "2026-01-01T09:00:00Z", "ours", "Ours", "UTC",
                                         "example.org/ours", NULL, e),
        "partnership-founded", NULL,
        "{\"id\": \"ours\", \"title\": \"Ours\", \"zone\": \"UTC\","
        " \"origin\": \"example.org/ours\", \"format\": \"1\"}");
  same (pair, charter_partnership_adopt_charter (p, "2026-01-01T10:00:00Z", NULL, document, NULL,
                                                 NULL, e),
        "charter-adopted", NULL, "{\"charter\": " THINGS_CHARTER "}");
  same (pair, charter_partnership_join_partner (p, "2026-01-02T09:00:00Z", NULL, "north", "North",
                                                "{\"sector\": \"voluntary\"}", e),
        "partner-joined", NULL,
        "{\"id\": \"north\", \"name\": \"North\", \"sector\": \"voluntary\"}");
  same (pair, charter_partnership_join_partner (p, "2026-01-02T09:00:00Z", NULL, "south", "South",
                                                NULL, e),
        "partner-joined", NULL, "{\"id\": \"south\", \"name\": \"South\"}");
  same (pair, charter_partnership_join_person (p, "2026-01-02T10:00:00Z", NULL, ID,
                                               "{\"handle\": \"amira\", \"for\": \"north\"}", e),
        "person-joined", NULL, "{\"id\": \"p-amira\", \"handle\": \"amira\", \"for\": \"north\"}");
  same (pair, charter_partnership_join_person (p, "2026-01-02T10:00:00Z", BY, "p-ben",
                                               "{\"handle\": \"ben\"}", e),
        "person-joined", ID, "{\"id\": \"p-ben\", \"handle\": \"ben\"}");
}

static void
call_roles (Pair *pair)
{
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;

  same (pair, charter_partnership_sign_charter (p, "2026-01-03T09:00:00Z", BY, "north", "1",
                                                "{\"person\": \"amira\"}", e),
        "charter-signed", ID,
        "{\"partner\": \"north\", \"version\": \"1\", \"person\": \"p-amira\"}");
  things_tell (p, "agreement-made", "2026-01-03T09:00:00Z",
               "{\"id\": \"g1\", \"topic\": \"vision\"}");
  things_tell (pair->recorded, "agreement-made", "2026-01-03T09:00:00Z",
               "{\"id\": \"g1\", \"topic\": \"vision\"}");
  same (pair, charter_partnership_accept_agreement (p, "2026-01-03T10:00:00Z", BY, "g1", "ben",
                                                    NULL, e),
        "agreement-accepted", ID, "{\"agreement\": \"g1\", \"person\": \"p-ben\"}");
  same (pair, charter_partnership_accept_agreement (p, "2026-01-03T10:00:00Z", BY, "g1", "north",
                                                    NULL, e),
        "agreement-accepted", ID, "{\"agreement\": \"g1\", \"partner\": \"north\"}");
  same (pair, charter_partnership_give_role (p, "2026-01-04T09:00:00Z", BY, "chair", "ben",
                                             "{\"until\": \"2026-12-01\"}", e),
        "role-given", ID,
        "{\"role\": \"chair\", \"person\": \"p-ben\", \"until\": \"2026-12-01\"}");
  same (pair, charter_partnership_end_role (p, "2026-01-05T09:00:00Z", BY, "chair", "ben", NULL, e),
        "role-ended", ID, "{\"role\": \"chair\", \"person\": \"p-ben\"}");
}

static void
call_decisions (Pair *pair)
{
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;

  same (pair, charter_partnership_propose_decision (p, "2026-02-01T09:00:00Z", BY, "grant",
                                                    "A grant", "ordinary",
                                                    "{\"about\": [\"acme\", \"ben\"]}", e),
        "decision-proposed", ID,
        "{\"id\": \"grant\", \"title\": \"A grant\", \"rule\": \"ordinary\","
        " \"about\": [\"acme\", \"p-ben\"]}");
  same (pair, charter_partnership_propose_decision (p, "2026-02-01T09:00:00Z", BY, "plan", "A plan",
                                                    "ordinary", NULL, e),
        "decision-proposed", ID,
        "{\"id\": \"plan\", \"title\": \"A plan\", \"rule\": \"ordinary\"}");
  same (pair, charter_partnership_seek_view (p, "2026-02-01T10:00:00Z", BY, "plan", "ben", NULL, e),
        "view-sought", ID, "{\"decision\": \"plan\", \"person\": \"p-ben\"}");
  same (pair, charter_partnership_give_view (p, "2026-02-01T11:00:00Z", BY, "plan", "amira",
                                             "{\"text\": \"Good\"}", e),
        "view-given", ID, "{\"decision\": \"plan\", \"person\": \"p-amira\", \"text\": \"Good\"}");
  same (pair, charter_partnership_give_view (p, "2026-02-01T11:00:00Z", BY, NULL, "amira",
                                             "{\"question\": \"where-to\"}", e),
        "view-given", ID, "{\"question\": \"where-to\", \"person\": \"p-amira\"}");
  same (pair, charter_partnership_raise_objection (p, "2026-02-01T12:00:00Z", BY, "ob1", "plan",
                                                   "amira", "Too dear", NULL, e),
        "objection-raised", ID, "{\"id\": \"ob1\", \"decision\": \"plan\", \"person\": \"p-amira\","
                                " \"reason\": \"Too dear\"}");
  same (pair, charter_partnership_answer_objection (p, "2026-02-01T13:00:00Z", BY, "ob1", FALSE,
                                                    NULL, e),
        "objection-answered", ID, "{\"objection\": \"ob1\", \"standing\": false}");
}

static void
call_votes (Pair *pair)
{
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;

  same (pair, charter_partnership_step_out (p, "2026-02-01T14:00:00Z", BY, "plan", "ben", NULL, e),
        "stepped-out", ID, "{\"decision\": \"plan\", \"person\": \"p-ben\"}");
  same (pair, charter_partnership_step_in (p, "2026-02-01T15:00:00Z", BY, "plan", "ben", NULL, e),
        "stepped-in", ID, "{\"decision\": \"plan\", \"person\": \"p-ben\"}");
  same (pair, charter_partnership_open_decision (p, "2026-02-02T09:00:00Z", BY, "plan",
                                                 "{\"closes\": \"2026-02-09T09:00:00Z\"}", e),
        "decision-opened", ID, "{\"decision\": \"plan\", \"closes\": \"2026-02-09T09:00:00Z\"}");
  same (pair, charter_partnership_cast_ballot (p, "2026-02-03T09:00:00Z", BY, "plan", "ben",
                                               "against", NULL, e),
        "ballot-cast", ID,
        "{\"decision\": \"plan\", \"voter\": \"p-ben\", \"choice\": \"against\"}");
  same (pair, charter_partnership_withdraw_ballot (p, "2026-02-03T10:00:00Z", BY, "plan", "ben",
                                                   NULL, e),
        "ballot-withdrawn", ID, "{\"decision\": \"plan\", \"voter\": \"p-ben\"}");
  same (pair, charter_partnership_cast_ballot (p, "2026-02-03T11:00:00Z", BY, "plan", "amira",
                                               "for", "{\"reason\": \"It is needed\"}", e),
        "ballot-cast", ID, "{\"decision\": \"plan\", \"voter\": \"p-amira\", \"choice\": \"for\","
                           " \"reason\": \"It is needed\"}");
  same (pair, charter_partnership_close_decision (p, "2026-02-10T09:00:00Z", BY, "plan", NULL, e),
        "decision-closed", ID, "{\"decision\": \"plan\"}");
  same (pair, charter_partnership_publish_decision (p, "2026-02-11T09:00:00Z", BY, "plan",
                                                    "{\"where\": \"Notice board\","
                                                    " \"views\": [{\"person\": \"ben\","
                                                    " \"taken\": \"part\"}]}", e),
        "decision-published", ID,
        "{\"decision\": \"plan\", \"where\": \"Notice board\","
        " \"views\": [{\"person\": \"p-ben\", \"taken\": \"part\"}]}");
  same (pair, charter_partnership_enact_decision (p, "2026-02-12T09:00:00Z", BY, "plan", NULL, e),
        "decision-enacted", ID, "{\"decision\": \"plan\"}");
  same (pair, charter_partnership_withdraw_decision (p, "2026-02-12T09:00:00Z", BY, "grant",
                                                     "{\"reason\": \"Overtaken\"}", e),
        "decision-withdrawn", ID, "{\"decision\": \"grant\", \"reason\": \"Overtaken\"}");
}

static void
call_meetings (Pair *pair)
{
  static const char *const to[] = { "north", "ben", "public", NULL };
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;

  same (pair, charter_partnership_call_meeting (p, "2026-03-01T09:00:00Z", BY, "m1",
                                                "2026-03-10T09:00:00Z", "To plan",
                                                "{\"invited\": [\"south\", \"ben\"]}", e),
        "meeting-called", ID, "{\"id\": \"m1\", \"starts\": \"2026-03-10T09:00:00Z\","
                              " \"purpose\": \"To plan\", \"invited\": [\"south\", \"p-ben\"]}");
  same (pair, charter_partnership_change_meeting (p, "2026-03-02T09:00:00Z", BY, "m1",
                                                  "{\"place\": \"Hall\"}", e),
        "meeting-changed", ID, "{\"meeting\": \"m1\", \"place\": \"Hall\"}");
  same (pair, charter_partnership_send_notice (p, "2026-03-03T09:00:00Z", BY, "n1", "m1", "agenda",
                                               to, NULL, e),
        "notice-sent", ID, "{\"id\": \"n1\", \"about\": \"m1\", \"what\": \"agenda\","
                           " \"to\": [\"north\", \"p-ben\", \"public\"]}");
  same (pair, charter_partnership_note_attendance (p, "2026-03-10T09:00:00Z", BY, "m1", "ben", TRUE,
                                                   NULL, e),
        "attendance-noted", ID, "{\"meeting\": \"m1\", \"person\": \"p-ben\", \"present\": true}");
  same (pair, charter_partnership_hold_review (p, "2026-03-11T09:00:00Z", BY, "charter-review",
                                               "{\"present\": [\"amira\", \"south\"]}", e),
        "review-held", ID,
        "{\"cycle\": \"charter-review\", \"present\": [\"p-amira\", \"south\"]}");
  same (pair, charter_partnership_attest (p, "2026-03-12T09:00:00Z", BY, "listening", "q-listened",
                                          "amira", 4, NULL, e),
        "attestation-made", ID, "{\"clause\": \"listening\", \"question\": \"q-listened\","
                                " \"person\": \"p-amira\", \"score\": 4}");
  same (pair, charter_partnership_attest (p, "2026-03-12T09:00:00Z", BY, "listening", "q-listened",
                                          "amira", 0, "{\"reply\": \"rather-not\"}", e),
        "attestation-made", ID, "{\"clause\": \"listening\", \"question\": \"q-listened\","
                                " \"person\": \"p-amira\", \"reply\": \"rather-not\"}");
}

static void
call_actions (Pair *pair)
{
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;

  same (pair, charter_partnership_agree_objective (p, "2026-04-01T09:00:00Z", BY, "o1", "delivery",
                                                   "{\"target\": \"1/2\"}", e),
        "objective-agreed", ID, "{\"id\": \"o1\", \"what\": \"delivery\", \"target\": \"1/2\"}");
  same (pair, charter_partnership_agree_action (p, "2026-04-01T09:00:00Z", BY, "a1", "ben",
                                                "2026-05-01",
                                                "{\"with\": [\"north\", \"amira\"]}", e),
        "action-agreed", ID, "{\"id\": \"a1\", \"owner\": \"p-ben\", \"due\": \"2026-05-01\","
                             " \"with\": [\"north\", \"p-amira\"]}");
  same (pair, charter_partnership_finish_action (p, "2026-04-02T09:00:00Z", BY, "a1",
                                                 "{\"note\": \"Done\"}", e),
        "action-done", ID, "{\"action\": \"a1\", \"note\": \"Done\"}");
  same (pair, charter_partnership_make_contribution (p, "2026-04-03T09:00:00Z", BY, "c1", "amira",
                                                     "idea", NULL, e),
        "contribution-made", ID, "{\"id\": \"c1\", \"by\": \"p-amira\", \"what\": \"idea\"}");
  same (pair, charter_partnership_answer_contribution (p, "2026-04-04T09:00:00Z", BY, "c1", "full",
                                                       NULL, e),
        "contribution-answered", ID, "{\"contribution\": \"c1\", \"adopted\": \"full\"}");
  same (pair, charter_partnership_declare_interest (p, "2026-04-05T09:00:00Z", BY, "i1", "amira",
                                                    "acme", "financial", NULL, e),
        "interest-declared", ID, "{\"id\": \"i1\", \"person\": \"p-amira\", \"party\": \"acme\","
                                 " \"category\": \"financial\"}");
  same (pair, charter_partnership_end_interest (p, "2026-04-06T09:00:00Z", BY, "i1", NULL, e),
        "interest-ended", ID, "{\"interest\": \"i1\"}");
  same (pair, charter_partnership_declare_nothing (p, "2026-04-06T09:00:00Z", BY, "amira", NULL, e),
        "nothing-declared", ID, "{\"person\": \"p-amira\"}");
}

static void
call_concerns (Pair *pair)
{
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;

  same (pair, charter_partnership_raise_concern (p, "2026-05-01T09:00:00Z", "complaint", "Words",
                                                 "{\"id\": \"c-1\", \"about\": \"amira\"}", e),
        "concern-raised", NULL, "{\"track\": \"complaint\", \"text\": \"Words\", \"id\": \"c-1\","
                                " \"about\": \"p-amira\"}");
  same (pair, charter_partnership_acknowledge_concern (p, "2026-05-02T09:00:00Z", "c-1", NULL, e),
        "concern-acknowledged", NULL, "{\"concern\": \"c-1\"}");
  same (pair, charter_partnership_assign_concern (p, "2026-05-03T09:00:00Z", "c-1", "amira",
                                                  NULL, e),
        "concern-assigned", NULL, "{\"concern\": \"c-1\", \"handler\": \"p-amira\"}");
  same (pair, charter_partnership_close_concern (p, "2026-05-04T09:00:00Z", "c-1",
                                                 "{\"outcome\": \"upheld\"}", e),
        "concern-closed", NULL, "{\"concern\": \"c-1\", \"outcome\": \"upheld\"}");
}

/* Entry ids are drawn, so the two records have different ones. */
static char *
entry_member (CharterPartnership *partnership,
              const char         *rest)
{
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (partnership, "north");
  g_autoptr(CharterEntry) entry = charter_partner_get_entry (north);

  if (rest == NULL)
    return g_strdup (charter_entry_get_id (entry));
  return g_strdup_printf ("{\"entry\": \"%s\", %s}", charter_entry_get_id (entry), rest);
}

static void
assert_names (Pair         *pair,
              CharterEntry *called,
              const char   *kind,
              const char   *rest)
{
  g_autofree char *with_id = entry_member (pair->recorded, rest);
  g_autofree char *data = NULL;
  g_autofree char *meant = NULL;

  cr_assert (called != NULL, "%s: %s", kind,
             pair->error != NULL ? pair->error->message : "no error");
  things_tell (pair->recorded, kind, charter_entry_get_at (called), with_id);
  data = charter_entry_dup_data (called);
  meant = entry_member (pair->called, NULL);
  cr_assert (strstr (data, meant) != NULL);
  pair->seen[charter_kind_lookup (kind)] = TRUE;
  g_object_unref (called);
}

static void
call_record (Pair *pair)
{
  static const char *const members[] = { "name", NULL };
  CharterPartnership *p = pair->called;
  GError **e = &pair->error;
  g_autofree char *entry = entry_member (p, NULL);
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (p, "north");

  assert_names (pair, charter_partnership_correct_entry (p, "2026-06-01T09:00:00Z", BY, entry,
                                                         "{\"name\": \"Norther\"}", NULL, e),
                "entry-corrected", "\"set\": {\"name\": \"Norther\"}");
  charter_assert_str (charter_partner_get_name (north), "Norther");
  assert_names (pair, charter_partnership_redact_entry (p, "2026-06-02T09:00:00Z", BY, entry,
                                                        members, "erasure", NULL, e),
                "entry-redacted", "\"members\": [\"name\"], \"rule\": \"erasure\"");
  cr_assert (charter_partner_get_name (north) == NULL);
  same (pair, charter_partnership_sign_checkpoint (p, "2026-06-03T09:00:00Z", BY, "ours\n1\nabc\n",
                                                   "north", NULL, e),
        "checkpoint-signed", ID, "{\"checkpoint\": \"ours\\n1\\nabc\\n\", \"partner\": \"north\"}");
  same (pair, charter_partnership_leave_person (p, "2026-06-04T09:00:00Z", BY, "ben", NULL, e),
        "person-left", ID, "{\"person\": \"p-ben\"}");
  same (pair, charter_partnership_leave_partner (p, "2026-06-04T09:00:00Z", BY, "south", NULL, e),
        "partner-left", ID, "{\"partner\": \"south\"}");
}

CHARTER_TEST (calls, every_call_records_what_an_entry_would)
{
  g_autoptr(CharterPartnership) called = empty ();
  g_autoptr(CharterPartnership) recorded = empty ();
  Pair pair = { called, recorded, { FALSE }, NULL };

  call_standing (&pair);
  call_roles (&pair);
  call_decisions (&pair);
  call_votes (&pair);
  call_meetings (&pair);
  call_actions (&pair);
  call_concerns (&pair);
  call_record (&pair);
  for (guint kind = 0; kind < charter_n_kinds; kind++)
    cr_assert (pair.seen[kind] || !(charter_kinds[kind]->flags & CHARTER_KIND_STARRED),
               "%s has no typed call", charter_kind_names[kind]);
  cr_assert (charter_partnership_get_head (called) == charter_partnership_get_head (recorded));
}

/* — what is wrong is said — */

static void
refused (CharterEntry  *entry,
         GError       **error,
         CharterError   code,
         const char    *begins)
{
  cr_assert (entry == NULL);
  charter_assert_error (*error, CHARTER_ERROR, code);
  cr_assert (g_str_has_prefix ((*error)->message, begins), "%s", (*error)->message);
  g_clear_error (error);
}

CHARTER_TEST (calls, faults)
{
  static const char *const broken[] = { "north", "\xff", NULL };
  g_autoptr(CharterPartnership) p = things_people ();
  gint64 head = charter_partnership_get_head (p);
  const char *at = "2026-02-01T09:00:00Z";
  GError *e = NULL;

  refused (charter_partnership_give_role (p, at, NULL, "chair", "nobody", NULL, &e), &e,
           CHARTER_ERROR_REFERENCE, "/data/person");
  refused (charter_partnership_give_role (p, at, "nobody", "chair", "amira", NULL, &e), &e,
           CHARTER_ERROR_REFERENCE, "/by");
  refused (charter_partnership_give_role (p, at, NULL, NULL, "amira", NULL, &e), &e,
           CHARTER_ERROR_FORMAT, "/data");
  refused (charter_partnership_give_role (p, NULL, NULL, "chair", "amira", NULL, &e), &e,
           CHARTER_ERROR_FORMAT, "");
  refused (charter_partnership_give_role (p, at, NULL, "chair", "amira", "{", &e), &e,
           CHARTER_ERROR_SYNTAX, "/data");
  refused (charter_partnership_give_role (p, at, NULL, "chair", "amira", "[]", &e), &e,
           CHARTER_ERROR_FORMAT, "/data: ");
  refused (charter_partnership_give_role (p, at, NULL, "chair", "amira", "{\"role\": \"x\"}", &e),
           &e, CHARTER_ERROR_FORMAT, "/data/role: ");
  refused (charter_partnership_give_role (p, at, NULL, "chair", "amira", "{\"unti\": \"x\"}", &e),
           &e, CHARTER_ERROR_FORMAT, "/data/unti");
  refused (charter_partnership_give_role (p, at, NULL, "\xff", "amira", NULL, &e), &e,
           CHARTER_ERROR_SYNTAX, "/data/role: ");
  refused (charter_partnership_give_role (p, at, "\xff", "chair", "amira", NULL, &e), &e,
           CHARTER_ERROR_SYNTAX, "/by: ");
  refused (charter_partnership_send_notice (p, at, NULL, "n", "north", "papers", broken, NULL, &e),
           &e, CHARTER_ERROR_SYNTAX, "/data/to: ");
  refused (charter_partnership_correct_entry (p, at, NULL, "x", "{\"a\":", NULL, &e), &e,
           CHARTER_ERROR_SYNTAX, "/data/set");
  cr_assert (charter_partnership_get_head (p) == head);
}

CHARTER_TEST (calls, an_id_comes_before_a_handle)
{
  g_autoptr(CharterPartnership) p = things_people ();
  g_autoptr(CharterEntry) entry = NULL;
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;

  things_tell (p, "person-joined", "2026-01-03T09:00:00Z",
               "{\"id\": \"amira\", \"handle\": \"somebody-else\"}");
  entry = charter_partnership_give_role (p, "2026-02-01T09:00:00Z", "ben", "chair", "amira", NULL,
                                         &error);
  charter_assert_no_error (error);
  data = charter_entry_dup_data (entry);
  charter_assert_str (data, "{\"person\":\"amira\",\"role\":\"chair\"}");
  charter_assert_str (charter_entry_get_by (entry), "p-ben");
}

/* A word that has been named as an audience is no person, and the handle still is. */
CHARTER_TEST (calls, a_word_of_another_sort_does_not_hide_a_handle)
{
  g_autoptr(CharterPartnership) p = things_people ();
  g_autoptr(CharterEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  things_tell (p, "notice-sent", "2026-01-03T09:00:00Z",
               "{\"id\": \"n0\", \"about\": \"north\", \"what\": \"papers\", \"to\": \"amira\"}");
  entry = charter_partnership_declare_nothing (p, "2026-02-01T09:00:00Z", "amira", "amira", NULL,
                                               &error);
  charter_assert_no_error (error);
  charter_assert_str (charter_entry_get_by (entry), "p-amira");
}

CHARTER_TEST (calls, ids_are_drawn)
{
  g_autoptr(CharterPartnership) p = things_people ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) joined = charter_partnership_join_person (p, "2026-02-01T09:00:00Z", NULL,
                                                                    NULL, "{\"handle\": \"eve\"}",
                                                                    &error);
  g_autoptr(CharterPerson) eve = NULL;
  g_autoptr(CharterEntry) raised = NULL;

  charter_assert_no_error (error);
  eve = charter_partnership_get_person (p, "eve");
  cr_assert (g_str_has_prefix (charter_person_get_id (eve), "p-"));
  raised = charter_partnership_raise_concern (p, "2026-02-01T09:00:00Z", "complaint", "Words", NULL,
                                              &error);
  charter_assert_no_error (error);
  cr_assert (charter_entry_get_by (raised) == NULL);
}
