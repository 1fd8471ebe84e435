/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-things-test.h"

#include <string.h>

/* The objects of the things in a record, and their lists. */

typedef struct
{
  guint count;
  guint position, removed, added;     /* of items-changed */
} Heard;

static void
hear (GObject    *object,
      GParamSpec *pspec,
      gpointer    data)
{
  ((Heard *) data)->count++;
}

static void
hear_items (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    data)
{
  Heard *heard = data;

  heard->count++;
  heard->position = position;
  heard->removed = removed;
  heard->added = added;
}

static void
listen_to (gpointer    object,
           const char *property,
           Heard      *heard)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_signal_connect (object, signal, G_CALLBACK (hear), heard);
}

/* — identity and lists — */

CHARTER_TEST (things, one_object_a_thing)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterPartner) again = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterPartner) listed
    = g_list_model_get_item (charter_partnership_get_partners (ours), 0);
  g_autoptr(CharterEntry) entry = charter_partner_get_entry (north);
  g_autoptr(CharterEntry) same = g_list_model_get_item (charter_partnership_get_entries (ours), 2);

  cr_assert (north == again);
  cr_assert (north == listed);
  cr_assert (entry == same);
}

CHARTER_TEST (things, a_new_object_once_the_last_is_gone)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  CharterPartner *north = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterPartner) again = NULL;
  gpointer gone = north;

  g_object_add_weak_pointer (G_OBJECT (north), &gone);
  g_object_unref (north);
  cr_assert (gone == NULL);
  again = charter_partnership_get_partner (ours, "north");
  charter_assert_str (charter_partner_get_id (again), "north");
}

CHARTER_TEST (things, nothing_by_a_name_of_something_else)
{
  g_autoptr(CharterPartnership) ours = things_people ();

  cr_assert (charter_partnership_get_partner (ours, "east") == NULL);
  cr_assert (charter_partnership_get_partner (ours, "p-amira") == NULL);
  cr_assert (charter_partnership_get_partner (ours, "lived-experience") == NULL);
  cr_assert (charter_partnership_get_person (ours, "north") == NULL);
  cr_assert (charter_partnership_get_appointment (ours, "north") == NULL);
  cr_assert (charter_partnership_get_concern (ours, "") == NULL);
}

CHARTER_TEST (things, lists_grow)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  GListModel *partners = charter_partnership_get_partners (ours);
  GListModel *persons = charter_partnership_get_persons (ours);
  g_autoptr(GListModel) batch = NULL;
  g_autoptr(CharterPartner) last = NULL;
  Heard of_partners = { 0 }, of_persons = { 0 };

  g_signal_connect (partners, "items-changed", G_CALLBACK (hear_items), &of_partners);
  g_signal_connect (persons, "items-changed", G_CALLBACK (hear_items), &of_persons);
  batch = charter_partnership_record_many (ours,
    "[{\"kind\": \"partner-joined\", \"at\": \"2026-01-03T09:00:00Z\","
    "  \"data\": {\"id\": \"east\", \"name\": \"East\"}},"
    " {\"kind\": \"partner-joined\", \"at\": \"2026-01-03T09:00:00Z\","
    "  \"data\": {\"id\": \"west\", \"name\": \"West\"}}]", NULL);
  cr_assert (batch != NULL);
  cr_assert (of_partners.count == 1);
  cr_assert (of_partners.position == 2 && of_partners.removed == 0 && of_partners.added == 2);
  cr_assert (of_persons.count == 0);
  cr_assert (g_list_model_get_n_items (partners) == 4);
  cr_assert (g_list_model_get_item (partners, 4) == NULL);
  last = g_list_model_get_item (partners, 3);
  charter_assert_str (charter_partner_get_name (last), "West");
}

CHARTER_TEST (things, every_sort_has_a_list)
{
  static const char *const names[] = { "partners", "persons", "appointments", "decisions",
                                       "meetings", "actions", "interests", "agreements",
                                       "objectives", "contributions", "concerns", "needs" };
  static const guint counts[] = { 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
  g_autoptr(CharterPartnership) ours = things_people ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GListModel) list = NULL;

      g_object_get (ours, names[i], &list, NULL);
      cr_assert (G_IS_LIST_MODEL (list), "%s", names[i]);
      cr_assert (g_list_model_get_n_items (list) == counts[i], "%s", names[i]);
      cr_assert (g_type_is_a (g_list_model_get_item_type (list), G_TYPE_OBJECT), "%s", names[i]);
    }
  cr_assert (charter_partnership_get_partners (ours) == charter_partnership_get_partners (ours));
}

CHARTER_TEST (things, a_list_outlives_its_partnership)
{
  CharterPartnership *ours = things_people ();
  g_autoptr(GListModel) persons = g_object_ref (charter_partnership_get_persons (ours));
  g_autoptr(CharterPerson) person = NULL;

  g_object_unref (ours);
  person = g_list_model_get_item (persons, 1);
  charter_assert_str (charter_person_get_handle (person), "ben");
}

/* — what the objects show — */

CHARTER_TEST (things, partner)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterPartner) south = charter_partnership_get_partner (ours, "south");
  g_auto(GStrv) groups = charter_partner_dup_constituencies (north);
  g_auto(GStrv) none = charter_partner_dup_constituencies (south);
  g_autofree char *json = charter_partner_to_json (north);

  charter_assert_str (charter_partner_get_name (north), "North");
  charter_assert_str (charter_partner_get_sector (north), "voluntary");
  cr_assert (charter_partner_get_sector (south) == NULL);
  cr_assert (charter_partner_get_group (north) == NULL);
  cr_assert (g_strv_length (groups) == 1);
  charter_assert_str (groups[0], "lived-experience");
  cr_assert (none != NULL && none[0] == NULL);
  cr_assert (charter_partner_get_weight (north) == 2);
  cr_assert (charter_partner_get_weight (south) == 1);
  cr_assert (!charter_partner_get_public_body (north));
  cr_assert (charter_partner_get_public_body (south));
  cr_assert (charter_partner_get_current (north));
  charter_assert_str (charter_partner_get_current_since (north), "2026-01-02T09:00:00Z");
  cr_assert (charter_partner_get_left (north) == NULL);
  cr_assert (!charter_partner_get_redacted (north));
  charter_assert_str (json, "{\"constituencies\":[\"lived-experience\"],\"id\":\"north\","
                            "\"kind\":\"partner-joined\",\"name\":\"North\","
                            "\"sector\":\"voluntary\",\"weight\":2}");
}

CHARTER_TEST (things, partner_leaves)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterPartner) south = charter_partnership_get_partner (ours, "south");
  Heard left = { 0 }, current = { 0 }, name = { 0 }, of_south = { 0 };

  listen_to (north, "left", &left);
  listen_to (north, "current", &current);
  listen_to (north, "name", &name);
  g_signal_connect (south, "notify", G_CALLBACK (hear), &of_south);
  things_tell (ours, "partner-left", "2026-03-01T09:00:00Z", "{\"partner\": \"north\"}");
  charter_assert_str (charter_partner_get_left (north), "2026-03-01T09:00:00Z");
  cr_assert (!charter_partner_get_current (north));
  cr_assert (left.count == 1 && current.count == 1);
  cr_assert (name.count == 0 && of_south.count == 0);
}

CHARTER_TEST (things, person)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPerson) amira = charter_partnership_get_person (ours, "p-amira");
  g_autoptr(CharterPerson) chris = charter_partnership_get_person (ours, "p-chris");
  g_auto(GStrv) partners = charter_person_dup_partners (amira);
  g_auto(GStrv) expertise = charter_person_dup_expertise (amira);
  g_auto(GStrv) groups = charter_person_dup_constituencies (amira);

  charter_assert_str (charter_person_get_name (amira), "Amira K");
  charter_assert_str (charter_person_get_handle (amira), "amira");
  cr_assert (charter_person_get_name (chris) == NULL);
  cr_assert (!charter_person_get_redacted (chris));
  cr_assert (g_strv_length (partners) == 1 && g_strv_length (expertise) == 2);
  charter_assert_str (partners[0], "north");
  cr_assert (groups[0] == NULL);
  cr_assert (charter_person_get_current (amira));
  things_tell (ours, "person-left", "2026-03-01T09:00:00Z", "{\"person\": \"p-amira\"}");
  cr_assert (!charter_person_get_current (amira));
}

CHARTER_TEST (things, corrections_show)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterEntry) entry = charter_partner_get_entry (north);
  g_autofree char *data = g_strdup_printf ("{\"entry\": \"%s\", \"set\": {\"name\": \"North & Co\","
                                           " \"weight\": 3}}", charter_entry_get_id (entry));
  g_autofree char *json = NULL;
  Heard name = { 0 }, weight = { 0 }, all = { 0 };

  listen_to (north, "name", &name);
  listen_to (north, "weight", &weight);
  g_signal_connect (north, "notify", G_CALLBACK (hear), &all);
  things_tell (ours, "entry-corrected", "2026-02-01T09:00:00Z", data);
  charter_assert_str (charter_partner_get_name (north), "North & Co");
  cr_assert (charter_partner_get_weight (north) == 3);
  cr_assert (name.count == 1 && weight.count == 1 && all.count == 2);
  json = charter_partner_to_json (north);
  cr_assert (strstr (json, "North & Co") != NULL);
}

/* What says the same again is no change. */
CHARTER_TEST (things, the_same_again_is_not_told)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterEntry) entry = charter_partner_get_entry (north);
  g_autofree char *data = g_strdup_printf ("{\"entry\": \"%s\", \"set\": {\"weight\": 2}}",
                                           charter_entry_get_id (entry));
  Heard all = { 0 };

  g_signal_connect (north, "notify", G_CALLBACK (hear), &all);
  things_tell (ours, "entry-corrected", "2026-02-01T09:00:00Z", data);
  cr_assert (all.count == 0);
}

CHARTER_TEST (things, redacted)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPerson) amira = charter_partnership_get_person (ours, "amira");
  g_autoptr(CharterEntry) entry = charter_person_get_entry (amira);
  g_autofree char *data
    = g_strdup_printf ("{\"entry\": \"%s\", \"members\": [\"name\", \"handle\"],"
                       " \"rule\": \"erasure\"}", charter_entry_get_id (entry));
  g_autofree char *json = NULL;
  Heard name = { 0 }, handle = { 0 }, told = { 0 }, current = { 0 }, of_entry = { 0 };

  listen_to (amira, "name", &name);
  listen_to (amira, "handle", &handle);
  listen_to (amira, "redacted", &told);
  listen_to (amira, "current", &current);
  listen_to (entry, "redacted", &of_entry);
  things_tell (ours, "entry-redacted", "2026-02-01T09:00:00Z", data);
  cr_assert (charter_person_get_name (amira) == NULL);
  cr_assert (charter_person_get_handle (amira) == NULL);
  cr_assert (charter_person_get_redacted (amira));
  cr_assert (name.count == 1 && handle.count == 1 && told.count == 1);
  cr_assert (current.count == 0 && of_entry.count == 1);
  json = charter_person_to_json (amira);
  cr_assert (strstr (json, "\"name\":{\"redacted\":true}") != NULL, "%s", json);
  cr_assert (charter_partnership_find_person (ours, "amira") == NULL);
}

/* — handles — */

CHARTER_TEST (things, persons_by_handle)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPerson) amira = charter_partnership_get_person (ours, "amira");
  g_autoptr(CharterPerson) same = charter_partnership_get_person (ours, "p-amira");

  cr_assert (amira != NULL && amira == same);
  charter_assert_str (charter_partnership_find_person (ours, "ben"), "p-ben");
  cr_assert (charter_partnership_find_person (ours, "p-ben") == NULL);
  cr_assert (charter_partnership_find_person (ours, "nobody") == NULL);
}

CHARTER_TEST (things, handles_follow_the_record)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPerson) ben = charter_partnership_get_person (ours, "ben");
  g_autoptr(CharterEntry) entry = charter_person_get_entry (ben);
  g_autofree char *data = g_strdup_printf ("{\"entry\": \"%s\", \"set\": {\"handle\": \"benny\"}}",
                                           charter_entry_get_id (entry));

  things_tell (ours, "person-joined", "2026-02-01T09:00:00Z",
               "{\"id\": \"p-dana\", \"handle\": \"dana\"}");
  charter_assert_str (charter_partnership_find_person (ours, "dana"), "p-dana");
  things_tell (ours, "entry-corrected", "2026-02-01T09:00:00Z", data);
  cr_assert (charter_partnership_find_person (ours, "ben") == NULL);
  charter_assert_str (charter_partnership_find_person (ours, "benny"), "p-ben");
}

CHARTER_TEST (things, a_handle_of_two_persons)
{
  g_autoptr(CharterPartnership) ours = things_people ();

  things_tell (ours, "person-joined", "2026-02-01T09:00:00Z",
               "{\"id\": \"p-amira2\", \"handle\": \"amira\"}");
  cr_assert (charter_partnership_find_person (ours, "amira") == NULL);
  things_tell (ours, "person-left", "2026-02-02T09:00:00Z", "{\"person\": \"p-amira\"}");
  charter_assert_str (charter_partnership_find_person (ours, "amira"), "p-amira2");
  things_tell (ours, "person-left", "2026-02-03T09:00:00Z", "{\"person\": \"p-amira2\"}");
  cr_assert (charter_partnership_find_person (ours, "amira") == NULL);
}

/* — roles — */

CHARTER_TEST (things, appointment)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterEntry) entry
    = things_record (ours, "role-given", "2026-02-01T09:00:00Z",
                     "{\"role\": \"chair\", \"person\": \"p-amira\", \"for\": \"north\"}");
  g_autoptr(CharterAppointment) given
    = charter_partnership_get_appointment (ours, charter_entry_get_id (entry));
  g_autoptr(CharterAppointment) listed
    = g_list_model_get_item (charter_partnership_get_appointments (ours), 0);
  Heard held = { 0 }, all = { 0 };

  cr_assert (given != NULL && given == listed);
  charter_assert_str (charter_appointment_get_id (given), charter_entry_get_id (entry));
  charter_assert_str (charter_appointment_get_role (given), "chair");
  charter_assert_str (charter_appointment_get_person (given), "p-amira");
  charter_assert_str (charter_appointment_get_partner (given), "north");
  charter_assert_str (charter_appointment_get_from (given), "2026-02-01");
  charter_assert_str (charter_appointment_get_until (given), "2028-01-31");
  cr_assert (charter_appointment_get_held (given));
  listen_to (given, "held", &held);
  g_signal_connect (given, "notify", G_CALLBACK (hear), &all);
  things_tell (ours, "role-ended", "2026-03-01T09:00:00Z",
               "{\"role\": \"chair\", \"person\": \"p-amira\"}");
  cr_assert (!charter_appointment_get_held (given));
  cr_assert (held.count == 1 && all.count == 1);
}

CHARTER_TEST (things, an_appointment_is_corrected)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterEntry) entry
    = things_record (ours, "role-given", "2026-02-01T09:00:00Z",
                     "{\"role\": \"chair\", \"person\": \"p-amira\"}");
  g_autoptr(CharterAppointment) given
    = charter_partnership_get_appointment (ours, charter_entry_get_id (entry));
  g_autofree char *data
    = g_strdup_printf ("{\"entry\": \"%s\", \"set\": {\"until\": \"2026-06-30\"}}",
                       charter_entry_get_id (entry));
  Heard until = { 0 }, held = { 0 };

  listen_to (given, "until", &until);
  listen_to (given, "held", &held);
  things_tell (ours, "entry-corrected", "2026-03-01T09:00:00Z", data);
  charter_assert_str (charter_appointment_get_until (given), "2026-06-30");
  cr_assert (!charter_appointment_get_held (given));
  cr_assert (until.count == 1 && held.count == 1);
}

/* — decisions — */

static CharterDecision *
propose (CharterPartnership *ours,
         const char         *rule)
{
  g_autofree char *data
    = g_strdup_printf ("{\"id\": \"grant\", \"title\": \"A grant\", \"text\": \"Fund it\","
                       " \"rule\": \"%s\"}", rule);

  things_tell (ours, "decision-proposed", "2026-02-01T09:00:00Z", data);
  return charter_partnership_get_decision (ours, "grant");
}

static void
carry (CharterPartnership *ours)
{
  things_tell (ours, "decision-opened", "2026-02-02T09:00:00Z",
               "{\"decision\": \"grant\", \"closes\": \"2026-02-09T09:00:00Z\"}");
  things_tell (ours, "ballot-cast", "2026-02-03T09:00:00Z",
               "{\"decision\": \"grant\", \"voter\": \"p-amira\", \"choice\": \"for\"}");
  things_tell (ours, "decision-closed", "2026-02-10T09:00:00Z", "{\"decision\": \"grant\"}");
}

CHARTER_TEST (things, decision)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterDecision) grant = propose (ours, "ordinary");
  g_autoptr(GError) error = NULL;
  Heard result = { 0 }, closed = { 0 }, opened = { 0 }, title = { 0 };

  charter_assert_str (charter_decision_get_title (grant), "A grant");
  charter_assert_str (charter_decision_get_text (grant), "Fund it");
  charter_assert_str (charter_decision_get_rule (grant), "ordinary");
  cr_assert (charter_decision_get_result (grant) == CHARTER_RESULT_PENDING);
  cr_assert (charter_decision_get_opened (grant) == NULL);
  cr_assert (charter_decision_get_closed (grant) == NULL);
  listen_to (grant, "result", &result);
  listen_to (grant, "closed", &closed);
  listen_to (grant, "opened", &opened);
  listen_to (grant, "title", &title);
  carry (ours);
  cr_assert (charter_decision_get_result (grant) == CHARTER_RESULT_CARRIED);
  charter_assert_str (charter_decision_get_opened (grant), "2026-02-02T09:00:00Z");
  charter_assert_str (charter_decision_get_closes (grant), "2026-02-09T09:00:00Z");
  charter_assert_str (charter_decision_get_closed (grant), "2026-02-10T09:00:00Z");
  cr_assert (result.count == 1 && closed.count == 1 && opened.count == 1 && title.count == 0);
  cr_assert (charter_decision_get_state (grant) == CHARTER_DECISION_STATE_CLOSED);
  cr_assert (charter_decision_get_state_at (grant, "2026-02-03T10:00:00Z", &error)
             == CHARTER_DECISION_STATE_OPEN);
  charter_assert_no_error (error);
}

CHARTER_TEST (things, state_at_says_what_is_wrong)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterDecision) grant = propose (ours, "ordinary");
  g_autoptr(GError) early = NULL;
  g_autoptr(GError) odd = NULL;

  charter_decision_get_state_at (grant, "2026-01-31T10:00:00Z", &early);
  charter_assert_error (early, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND);
  charter_decision_get_state_at (grant, "yesterday", &odd);
  charter_assert_error (odd, CHARTER_ERROR, CHARTER_ERROR_VALUE);
}

CHARTER_TEST (things, a_decision_outlives_its_partnership)
{
  CharterPartnership *ours = things_people ();
  g_autoptr(CharterDecision) grant = propose (ours, "ordinary");
  g_autoptr(CharterEntry) entry = NULL;
  g_autofree char *json = NULL;
  gpointer gone = ours;

  carry (ours);
  g_object_add_weak_pointer (G_OBJECT (ours), &gone);
  g_object_unref (ours);
  cr_assert (gone == NULL, "the decision holds the partnership");
  charter_assert_str (charter_decision_get_title (grant), "A grant");
  cr_assert (charter_decision_get_result (grant) == CHARTER_RESULT_CARRIED);
  entry = charter_decision_get_entry (grant);
  charter_assert_str (charter_entry_get_kind (entry), "decision-proposed");
  json = charter_decision_to_json (grant);
  cr_assert (strstr (json, "\"title\":\"A grant\"") != NULL);
}

CHARTER_TEST (things, amendments_show)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterDecision) grant = propose (ours, "ordinary");
  g_autoptr(CharterEntry) amended = NULL;
  g_autofree char *json = NULL;
  g_autofree char *data = NULL;
  Heard text = { 0 }, rule = { 0 };

  listen_to (grant, "text", &text);
  listen_to (grant, "rule", &rule);
  amended = things_record (ours, "decision-amended", "2026-02-01T12:00:00Z",
                           "{\"decision\": \"grant\", \"text\": \"Fund half of it\"}");
  charter_assert_str (charter_decision_get_text (grant), "Fund half of it");
  charter_assert_str (charter_decision_get_rule (grant), "ordinary");
  cr_assert (text.count == 1 && rule.count == 0);
  json = charter_decision_to_json (grant);
  charter_assert_str (json, "{\"id\":\"grant\",\"kind\":\"decision-proposed\","
                            "\"rule\":\"ordinary\",\"text\":\"Fund half of it\","
                            "\"title\":\"A grant\"}");
  data = g_strdup_printf ("{\"entry\": \"%s\", \"members\": [\"text\"], \"rule\": \"erasure\"}",
                          charter_entry_get_id (amended));
  things_tell (ours, "entry-redacted", "2026-02-01T13:00:00Z", data);
  cr_assert (charter_decision_get_text (grant) == NULL);
  cr_assert (charter_decision_get_redacted (grant));
  cr_assert (text.count == 2);
}

/* Nothing is recorded about the decision; the record's clock alone has moved on. */
CHARTER_TEST (things, time_passes)
{
  g_autoptr(CharterPartnership) ours = charter_partnership_new ();
  g_autoptr(CharterDecision) grant = NULL;
  Heard state = { 0 }, all = { 0 };

  charter_partnership_set_clock (ours, "2026-02-01T12:00:00Z", NULL);
  things_tell (ours, "partnership-founded", "2026-02-01T08:00:00Z",
               "{\"id\": \"ours\", \"title\": \"Ours\", \"zone\": \"UTC\","
               " \"origin\": \"example.org/ours\", \"format\": \"1\"}");
  things_tell (ours, "charter-adopted", "2026-02-01T08:00:00Z",
               "{\"charter\": " THINGS_CHARTER "}");
  grant = propose (ours, "slow");
  cr_assert (charter_decision_get_state (grant) == CHARTER_DECISION_STATE_DISCUSSION);
  listen_to (grant, "state", &state);
  g_signal_connect (grant, "notify", G_CALLBACK (hear), &all);
  charter_partnership_set_clock (ours, "2026-02-02T12:00:00Z", NULL);
  things_tell (ours, "partner-joined", "2026-02-02T12:00:00Z",
               "{\"id\": \"north\", \"name\": \"N\"}");
  cr_assert (state.count == 0);
  charter_partnership_set_clock (ours, "2026-03-02T12:00:00Z", NULL);
  things_tell (ours, "partner-joined", "2026-03-02T12:00:00Z",
               "{\"id\": \"south\", \"name\": \"S\"}");
  cr_assert (state.count == 1 && all.count == 1);
  cr_assert (charter_decision_get_state (grant) == CHARTER_DECISION_STATE_REFLECTION);
}

/* — the others — */

CHARTER_TEST (things, meeting)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterMeeting) meeting = NULL;
  Heard starts = { 0 }, place = { 0 }, cancelled = { 0 };
  g_autofree char *json = NULL;

  things_tell (ours, "meeting-called", "2026-02-01T09:00:00Z",
               "{\"id\": \"m1\", \"starts\": \"2026-03-01T10:00:00Z\", \"purpose\": \"To plan\","
               " \"kind\": \"contact\"}");
  meeting = charter_partnership_get_meeting (ours, "m1");
  charter_assert_str (charter_meeting_get_purpose (meeting), "To plan");
  cr_assert (charter_meeting_get_place (meeting) == NULL);
  listen_to (meeting, "starts", &starts);
  listen_to (meeting, "place", &place);
  listen_to (meeting, "cancelled", &cancelled);
  things_tell (ours, "meeting-changed", "2026-02-02T09:00:00Z",
               "{\"meeting\": \"m1\", \"starts\": \"2026-03-02T10:00:00Z\", \"place\": \"Hall\","
               " \"reason\": \"The hall was taken\"}");
  charter_assert_str (charter_meeting_get_starts (meeting), "2026-03-02T10:00:00Z");
  charter_assert_str (charter_meeting_get_place (meeting), "Hall");
  json = charter_meeting_to_json (meeting);
  charter_assert_str (json, "{\"id\":\"m1\",\"kind\":\"contact\",\"place\":\"Hall\","
                            "\"purpose\":\"To plan\",\"starts\":\"2026-03-02T10:00:00Z\"}");
  cr_assert (charter_meeting_get_cancelled (meeting) == NULL);
  things_tell (ours, "meeting-cancelled", "2026-02-03T09:00:00Z", "{\"meeting\": \"m1\"}");
  charter_assert_str (charter_meeting_get_cancelled (meeting), "2026-02-03T09:00:00Z");
  cr_assert (starts.count == 1 && place.count == 1 && cancelled.count == 1);
}

CHARTER_TEST (things, action)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterAction) action = NULL;
  Heard due = { 0 }, owner = { 0 }, done = { 0 };

  things_tell (ours, "action-agreed", "2026-02-01T09:00:00Z",
               "{\"id\": \"a1\", \"owner\": \"p-amira\", \"due\": \"2026-03-01\","
               " \"text\": \"Write it down\"}");
  action = charter_partnership_get_action (ours, "a1");
  charter_assert_str (charter_action_get_text (action), "Write it down");
  cr_assert (charter_action_get_decision (action) == NULL);
  cr_assert (charter_action_get_done (action) == NULL);
  listen_to (action, "due", &due);
  listen_to (action, "owner", &owner);
  listen_to (action, "done", &done);
  things_tell (ours, "action-progressed", "2026-02-02T09:00:00Z",
               "{\"action\": \"a1\", \"due\": \"2026-04-01\", \"owner\": \"p-ben\"}");
  things_tell (ours, "action-progressed", "2026-02-03T09:00:00Z",
               "{\"action\": \"a1\", \"note\": \"Half done\"}");
  charter_assert_str (charter_action_get_due (action), "2026-04-01");
  charter_assert_str (charter_action_get_owner (action), "p-ben");
  things_tell (ours, "action-done", "2026-02-04T09:00:00Z", "{\"action\": \"a1\"}");
  charter_assert_str (charter_action_get_done (action), "2026-02-04T09:00:00Z");
  cr_assert (charter_action_get_dropped (action) == NULL);
  cr_assert (due.count == 1 && owner.count == 1 && done.count == 1);
}

CHARTER_TEST (things, interest)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterInterest) interest = NULL;

  things_tell (ours, "interest-declared", "2026-02-01T09:00:00Z",
               "{\"id\": \"i1\", \"person\": \"p-amira\", \"party\": \"acme\","
               " \"category\": \"financial\", \"nature\": \"Shares\", \"since\": \"2020-01-01\"}");
  interest = charter_partnership_get_interest (ours, "i1");
  charter_assert_str (charter_interest_get_person (interest), "p-amira");
  charter_assert_str (charter_interest_get_party (interest), "acme");
  charter_assert_str (charter_interest_get_category (interest), "financial");
  charter_assert_str (charter_interest_get_nature (interest), "Shares");
  charter_assert_str (charter_interest_get_since (interest), "2020-01-01");
  cr_assert (charter_interest_get_until (interest) == NULL);
  cr_assert (!charter_interest_get_sensitive (interest));
  cr_assert (charter_interest_get_ended (interest) == NULL);
  things_tell (ours, "interest-ended", "2026-02-02T09:00:00Z", "{\"interest\": \"i1\"}");
  charter_assert_str (charter_interest_get_ended (interest), "2026-02-02T09:00:00Z");
}

CHARTER_TEST (things, agreement_and_objective)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterAgreement) agreement = NULL;
  g_autoptr(CharterObjective) objective = NULL;

  things_tell (ours, "agreement-made", "2026-02-01T09:00:00Z",
               "{\"id\": \"g1\", \"topic\": \"complaints\", \"version\": \"2\", \"text\": \"Ask\","
               " \"review\": \"2027-01-01\"}");
  agreement = charter_partnership_get_agreement (ours, "g1");
  charter_assert_str (charter_agreement_get_topic (agreement), "complaints");
  charter_assert_str (charter_agreement_get_version (agreement), "2");
  charter_assert_str (charter_agreement_get_text (agreement), "Ask");
  charter_assert_str (charter_agreement_get_review (agreement), "2027-01-01");
  cr_assert (charter_agreement_get_until (agreement) == NULL);
  things_tell (ours, "objective-agreed", "2026-02-01T09:00:00Z",
               "{\"id\": \"o1\", \"what\": \"delivery\", \"measure\": \"homes\", \"baseline\": 3,"
               " \"target\": \"7/2\", \"owner\": \"north\"}");
  objective = charter_partnership_get_objective (ours, "o1");
  charter_assert_str (charter_objective_get_what (objective), "delivery");
  charter_assert_str (charter_objective_get_measure (objective), "homes");
  charter_assert_str (charter_objective_get_baseline (objective), "3");
  charter_assert_str (charter_objective_get_target (objective), "7/2");
  charter_assert_str (charter_objective_get_owner (objective), "north");
  cr_assert (charter_objective_get_text (objective) == NULL);
  cr_assert (charter_objective_get_due (objective) == NULL);
}

CHARTER_TEST (things, contribution_and_need)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterContribution) idea = NULL;
  g_autoptr(CharterNeed) need = NULL;

  things_tell (ours, "contribution-made", "2026-02-01T09:00:00Z",
               "{\"id\": \"c1\", \"by\": \"p-amira\", \"what\": \"idea\", \"text\": \"A garden\"}");
  idea = charter_partnership_get_contribution (ours, "c1");
  charter_assert_str (charter_contribution_get_by (idea), "p-amira");
  charter_assert_str (charter_contribution_get_text (idea), "A garden");
  cr_assert (charter_contribution_get_about (idea) == NULL);
  cr_assert (charter_contribution_get_adopted (idea) == NULL);
  things_tell (ours, "contribution-answered", "2026-02-02T09:00:00Z",
               "{\"contribution\": \"c1\", \"adopted\": \"noted\"}");
  things_tell (ours, "contribution-answered", "2026-02-03T09:00:00Z",
               "{\"contribution\": \"c1\", \"adopted\": \"full\"}");
  charter_assert_str (charter_contribution_get_answered (idea), "2026-02-03T09:00:00Z");
  charter_assert_str (charter_contribution_get_adopted (idea), "full");
  things_tell (ours, "need-identified", "2026-02-01T09:00:00Z",
               "{\"id\": \"n1\", \"of\": \"p-ben\", \"what\": \"skill\", \"due\": \"2026-06-01\"}");
  need = charter_partnership_get_need (ours, "n1");
  charter_assert_str (charter_need_get_of (need), "p-ben");
  charter_assert_str (charter_need_get_due (need), "2026-06-01");
  cr_assert (!charter_need_get_nil (need) && charter_need_get_met (need) == NULL);
  things_tell (ours, "need-met", "2026-02-04T09:00:00Z", "{\"need\": \"n1\"}");
  charter_assert_str (charter_need_get_met (need), "2026-02-04T09:00:00Z");
}

CHARTER_TEST (things, a_concern_shows_nothing_sealed)
{
  static const char *const sealed[] = { "text", "reporter", "about" };
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterConcern) concern = NULL;
  g_autofree char *json = NULL;
  Heard handler = { 0 };

  things_tell (ours, "concern-raised", "2026-02-01T09:30:00Z",
               "{\"id\": \"c-1\", \"track\": \"complaint\", \"text\": \"Secret words\","
               " \"reporter\": \"p-chris\", \"about\": [\"p-ben\"]}");
  concern = charter_partnership_get_concern (ours, "c-1");
  charter_assert_str (charter_concern_get_track (concern), "complaint");
  charter_assert_str (charter_concern_get_raised (concern), "2026-02-01");
  cr_assert (charter_concern_get_acknowledged (concern) == NULL);
  listen_to (concern, "handler", &handler);
  things_tell (ours, "concern-acknowledged", "2026-02-02T09:30:00Z", "{\"concern\": \"c-1\"}");
  things_tell (ours, "concern-assigned", "2026-02-03T09:30:00Z",
               "{\"concern\": \"c-1\", \"handler\": \"p-amira\"}");
  things_tell (ours, "concern-closed", "2026-02-04T09:30:00Z", "{\"concern\": \"c-1\"}");
  charter_assert_str (charter_concern_get_acknowledged (concern), "2026-02-02");
  charter_assert_str (charter_concern_get_assigned (concern), "2026-02-03");
  charter_assert_str (charter_concern_get_handler (concern), "p-amira");
  cr_assert (charter_concern_get_conflict_free (concern));
  charter_assert_str (charter_concern_get_closed (concern), "2026-02-04");
  cr_assert (handler.count == 1);
  json = charter_concern_to_json (concern);
  charter_assert_str (json, "{\"id\":\"c-1\",\"kind\":\"concern-raised\",\"track\":\"complaint\"}");
  for (guint i = 0; i < G_N_ELEMENTS (sealed); i++)
    cr_assert (g_object_class_find_property (G_OBJECT_GET_CLASS (concern), sealed[i]) == NULL);
}

/* — other states of the record — */

/* While a view is held, the state is copied before it grows. */
CHARTER_TEST (things, a_view_is_held)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (ours, "north");
  g_autoptr(CharterView) view = charter_partnership_get_view (ours);
  const char *name = charter_partner_get_name (north);
  Heard left = { 0 };

  listen_to (north, "left", &left);
  things_tell (ours, "partner-left", "2026-03-01T09:00:00Z", "{\"partner\": \"north\"}");
  cr_assert (left.count == 1);
  cr_assert (charter_partner_get_name (north) == name);
  charter_assert_str (name, "North");
}

/* Two open the same record; what one appends, the other takes in. */
CHARTER_TEST (things, others_append)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartnership) theirs
    = charter_partnership_new_for_store (charter_partnership_get_store (ours), NULL);
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (theirs, "north");
  g_autoptr(CharterPerson) amira = charter_partnership_get_person (theirs, "amira");
  GListModel *persons = charter_partnership_get_persons (theirs);
  Heard left = { 0 }, items = { 0 };

  charter_assert_str (charter_partner_get_name (north), "North");
  charter_assert_str (charter_person_get_id (amira), "p-amira");
  listen_to (north, "left", &left);
  g_signal_connect (persons, "items-changed", G_CALLBACK (hear_items), &items);
  things_tell (ours, "partner-left", "2026-03-01T09:00:00Z", "{\"partner\": \"north\"}");
  things_tell (ours, "person-joined", "2026-03-01T09:00:00Z",
               "{\"id\": \"p-eve\", \"handle\": \"eve\"}");
  cr_assert (charter_partnership_find_person (theirs, "eve") == NULL);
  cr_assert (charter_partnership_refresh (theirs, NULL) == 2);
  cr_assert (left.count == 1 && items.count == 1 && items.position == 3 && items.added == 1);
  charter_assert_str (charter_partnership_find_person (theirs, "eve"), "p-eve");
}

CHARTER_TEST (things, others_erase)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartnership) theirs
    = charter_partnership_new_for_store (charter_partnership_get_store (ours), NULL);
  g_autoptr(CharterPerson) amira = charter_partnership_get_person (theirs, "amira");
  g_autoptr(CharterEntry) entry = charter_person_get_entry (amira);
  g_autofree char *data
    = g_strdup_printf ("{\"entry\": \"%s\", \"members\": [\"name\", \"handle\"],"
                       " \"rule\": \"erasure\"}", charter_entry_get_id (entry));
  Heard name = { 0 };

  charter_assert_str (charter_person_get_name (amira), "Amira K");
  listen_to (amira, "name", &name);
  things_tell (ours, "entry-redacted", "2026-02-01T09:00:00Z", data);
  cr_assert (charter_partnership_refresh (theirs, NULL) == 1);
  cr_assert (charter_person_get_name (amira) == NULL);
  cr_assert (charter_person_get_redacted (amira) && name.count == 1);
  cr_assert (charter_partnership_find_person (theirs, "amira") == NULL);
}

/* — handlers — */

typedef struct
{
  CharterPartnership *ours;
  guint               count;
  guint               busy;
  guint               n_partners;     /* as the handler sees it */
} Meddler;

static void
meddle (Meddler *meddler)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) refreshing = NULL;
  g_autoptr(CharterEntry) entry
    = charter_partnership_record (meddler->ours, "partner-joined", "2026-01-04T09:00:00Z", NULL,
                                  "{\"id\": \"meddler\", \"name\": \"M\"}", &error);

  meddler->count++;
  if (entry == NULL && g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_BUSY))
    meddler->busy++;
  cr_assert (charter_partnership_refresh (meddler->ours, &refreshing) == -1);
  charter_assert_error (refreshing, CHARTER_ERROR, CHARTER_ERROR_BUSY);
  meddler->n_partners = g_list_model_get_n_items (charter_partnership_get_partners (meddler->ours));
}

static void
meddle_in_items (GListModel *model,
                 guint       position,
                 guint       removed,
                 guint       added,
                 Meddler    *meddler)
{
  g_autoptr(GObject) item = g_list_model_get_item (model, position);

  cr_assert (item != NULL);
  meddle (meddler);
}

static void
meddle_in_notify (GObject    *object,
                  GParamSpec *pspec,
                  Meddler    *meddler)
{
  meddle (meddler);
}

CHARTER_TEST (things, an_append_from_a_handler_is_busy)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartner) north = charter_partnership_get_partner (ours, "north");
  Meddler in_items = { ours, 0, 0, 0 }, in_notify = { ours, 0, 0, 0 };

  g_signal_connect (charter_partnership_get_partners (ours), "items-changed",
                    G_CALLBACK (meddle_in_items), &in_items);
  g_signal_connect (north, "notify::left", G_CALLBACK (meddle_in_notify), &in_notify);
  things_tell (ours, "partner-joined", "2026-01-03T09:00:00Z",
               "{\"id\": \"east\", \"name\": \"E\"}");
  cr_assert (in_items.count == 1 && in_items.busy == 1 && in_items.n_partners == 3);
  things_tell (ours, "partner-left", "2026-01-03T10:00:00Z", "{\"partner\": \"north\"}");
  cr_assert (in_notify.count == 1 && in_notify.busy == 1);
  cr_assert (charter_partnership_get_partner (ours, "meddler") == NULL);
}

CHARTER_TEST (things, an_append_while_taking_in_is_busy)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  g_autoptr(CharterPartnership) theirs
    = charter_partnership_new_for_store (charter_partnership_get_store (ours), NULL);
  Meddler in_items = { theirs, 0, 0, 0 };

  g_signal_connect (charter_partnership_get_partners (theirs), "items-changed",
                    G_CALLBACK (meddle_in_items), &in_items);
  things_tell (ours, "partner-joined", "2026-01-03T09:00:00Z",
               "{\"id\": \"east\", \"name\": \"E\"}");
  cr_assert (charter_partnership_refresh (theirs, NULL) == 1);
  cr_assert (in_items.count == 1 && in_items.busy == 1 && in_items.n_partners == 3);
}

/* Every list has grown before the first of them tells. */
CHARTER_TEST (things, handlers_see_the_finished_lists)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  Meddler in_persons = { ours, 0, 0, 0 };
  g_autoptr(GListModel) batch = NULL;

  charter_partnership_get_partners (ours);
  g_signal_connect (charter_partnership_get_persons (ours), "items-changed",
                    G_CALLBACK (meddle_in_items), &in_persons);
  batch = charter_partnership_record_many (ours,
    "[{\"kind\": \"person-joined\", \"at\": \"2026-01-03T09:00:00Z\", \"data\": {\"id\": \"p-e\"}},"
    " {\"kind\": \"partner-joined\", \"at\": \"2026-01-03T09:00:00Z\","
    "  \"data\": {\"id\": \"east\", \"name\": \"East\"}}]", NULL);
  cr_assert (batch != NULL);
  cr_assert (in_persons.count == 1 && in_persons.n_partners == 3);
}

static void
drop (GObject    *object,
      GParamSpec *pspec,
      GObject   **kept)
{
  g_clear_object (kept);
}

/* An object may go while others are still to be told. */
CHARTER_TEST (things, an_object_goes_while_it_is_told)
{
  g_autoptr(CharterPartnership) ours = things_people ();
  CharterPartner *north = charter_partnership_get_partner (ours, "north");

  g_signal_connect (north, "notify::current", G_CALLBACK (drop), &north);
  things_tell (ours, "partner-left", "2026-01-03T10:00:00Z", "{\"partner\": \"north\"}");
  cr_assert (north == NULL);
}

/* — objects that stand for nothing — */

CHARTER_TEST (things, an_object_made_by_a_script_answers_nothing)
{
  const GType types[] = {
    CHARTER_TYPE_PARTNER, CHARTER_TYPE_PERSON, CHARTER_TYPE_APPOINTMENT, CHARTER_TYPE_DECISION,
    CHARTER_TYPE_MEETING, CHARTER_TYPE_ACTION, CHARTER_TYPE_INTEREST, CHARTER_TYPE_AGREEMENT,
    CHARTER_TYPE_OBJECTIVE, CHARTER_TYPE_CONTRIBUTION, CHARTER_TYPE_CONCERN, CHARTER_TYPE_NEED,
  };
  g_autoptr(CharterDecision) decision = g_object_new (CHARTER_TYPE_DECISION, NULL);
  g_autofree char *json = charter_decision_to_json (decision);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GObject) object = g_object_new (types[i], NULL);
      g_autofree GParamSpec **pspecs = NULL;
      guint n_pspecs;

      pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
      for (guint j = 0; j < n_pspecs; j++)
        {
          g_auto(GValue) value = G_VALUE_INIT;

          g_object_get_property (object, pspecs[j]->name, &value);
          if (G_VALUE_HOLDS_STRING (&value))
            cr_assert (g_value_get_string (&value) == NULL, "%s.%s", G_OBJECT_TYPE_NAME (object),
                       pspecs[j]->name);
        }
    }
  charter_assert_str (json, "{}");
  cr_assert (charter_decision_get_entry (decision) == NULL);
}
