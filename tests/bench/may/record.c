/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record.h"

/* The workload as what happened in a partnership.  A mandate is a role that the charter lists
 * for voting; the vote is for another one, and a third takes it away. */

#define HAPPENED "2026-01-05T09:00:00Z"

static const char charter[] =
  "{\"charter\":\"1\",\"id\":\"may\",\"title\":\"May I vote?\","
  "\"sections\":[{\"id\":\"s\",\"title\":\"Votes\",\"clauses\":[{\"id\":\"fair\","
  "\"kind\":\"value\",\"text\":\"Nobody decides where they or an owner stand to gain.\"}]}],"
  "\"roles\":[{\"id\":\"mandate\",\"name\":\"Mandate\",\"holder\":\"many\"},"
  "{\"id\":\"voting\",\"name\":\"Voting delegate\",\"holder\":\"many\"},"
  "{\"id\":\"observer\",\"name\":\"Observer\",\"holder\":\"many\"},"
  "{\"id\":\"suspended\",\"name\":\"Suspended\",\"holder\":\"many\","
  "\"bars\":[\"vote\",\"be-counted\"]}],"
  "\"permissions\":[{\"act\":\"vote\",\"to\":[\"role:mandate\"],\"clause\":\"fair\"}],"
  "\"rules\":[{\"id\":\"board\",\"method\":\"majority\",\"unit\":\"person\","
  "\"voters\":[\"role:voting\"]}],"
  "\"conflicts\":{\"clause\":\"fair\",\"paths\":[{\"id\":\"owner\","
  "\"edges\":[\"declared\",\"owns*\"],\"depth\":8}]}}";

static void add (GString    *lines,
                 const char *kind,
                 const char *format,
                 ...) G_GNUC_PRINTF (3, 4);

static void
add (GString    *lines,
     const char *kind,
     const char *format,
     ...)
{
  va_list args;

  g_string_append_printf (lines, "{\"kind\":\"%s\",\"at\":\"" HAPPENED "\",\"data\":{", kind);
  va_start (args, format);
  g_string_append_vprintf (lines, format, args);
  va_end (args);
  g_string_append (lines, "}}\n");
}

static void
write_roles (GString          *lines,
             const DataPerson *person,
             guint             number)
{
  add (lines, "role-given", "\"role\":\"mandate\",\"person\":\"p%u\"%s", number,
       person->active ? "" : ",\"until\":\"2026-03-31\"");
  if (person->role != 'n')
    add (lines, "role-given", "\"role\":\"%s\",\"person\":\"p%u\"",
         person->role == 'v' ? "voting" : "observer", number);
  if (person->barred)
    add (lines, "role-given", "\"role\":\"suspended\",\"person\":\"p%u\"", number);
}

static void
write_person (GString          *lines,
              const DataPerson *person,
              guint             number)
{
  add (lines, "person-joined", "\"id\":\"p%u\"", number);
  write_roles (lines, person, number);
  for (guint i = 0; i < person->n_interests; i++)
    add (lines, "interest-declared",
         "\"id\":\"i%u-%u\",\"person\":\"p%u\",\"party\":\"o%u\",\"category\":\"%s\"", number, i,
         number, person->interests[i], i == 0 ? "represents" : "financial");
}

static void
write_owners (GString       *lines,
              const DataFew *owners,
              guint          number)
{
  for (guint i = 0; i < owners->n; i++)
    add (lines, "link-stated",
         "\"id\":\"l%u-%u\",\"from\":\"o%u\",\"to\":\"o%u\",\"relation\":\"owns\"", number, i,
         owners->list[i], number);
}

static void
write_decision (GString       *lines,
                const DataFew *concerned,
                guint          number)
{
  g_autoptr(GString) about = g_string_new (NULL);

  for (guint i = 0; i < concerned->n; i++)
    g_string_append_printf (about, "%s\"o%u\"", i > 0 ? "," : "", concerned->list[i]);
  add (lines, "decision-proposed",
       "\"id\":\"d%u\",\"title\":\"Decision %u\",\"rule\":\"board\",\"about\":[%s]", number, number,
       about->str);
  add (lines, "decision-opened", "\"decision\":\"d%u\",\"closes\":\"2099-01-01T00:00:00Z\"",
       number);
}

GString *
record_write (const Data *data)
{
  GString *lines = g_string_new (NULL);

  add (lines, "partnership-founded",
       "\"id\":\"may\",\"title\":\"May I vote?\",\"zone\":\"UTC\",\"origin\":\"may.example\","
       "\"format\":\"1\"");
  add (lines, "charter-adopted", "\"charter\":%s", charter);
  for (guint i = 0; i < data->n_persons; i++)
    write_person (lines, &data->persons[i], i);
  for (guint i = 0; i < data->n_organisations; i++)
    write_owners (lines, &data->owners[i], i);
  for (guint i = 0; i < data->n_decisions; i++)
    write_decision (lines, &data->decisions[i], i);

  return lines;
}

CharterPartnership *
record_load (GString *lines)
{
  CharterPartnership *partnership = charter_partnership_new ();
  g_autoptr(GInputStream) stream
    = g_memory_input_stream_new_from_data (lines->str, (gssize) lines->len, NULL);
  g_autoptr(GError) error = NULL;

  if (!charter_partnership_set_clock (partnership, HAPPENED, &error)
      || charter_partnership_import (partnership, stream, NULL, &error) < 0)
    g_error ("The workload was refused: %s", error->message);

  return partnership;
}
