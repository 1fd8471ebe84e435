/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

#include "charter-test.h"

/* A small partnership in memory: its clock stands at the end of 2026, so that everything can
 * be entered with the time at which it happened. */

#define THINGS_CHARTER                                                                          \
  "{\"charter\": \"1\", \"id\": \"ours\", \"title\": \"Ours\", \"version\": \"1\","             \
  " \"constituencies\": [{\"id\": \"lived-experience\", \"name\": \"Lived experience\"}],"      \
  " \"roles\": [{\"id\": \"chair\", \"name\": \"Chair\", \"holder\": \"one\","                  \
  "              \"term\": \"P2Y\"}],"                                                          \
  " \"rules\": [{\"id\": \"ordinary\", \"method\": \"majority\", \"unit\": \"person\","         \
  "              \"tests\": [{\"id\": \"majority\", \"of\": \"for\","                           \
  "                           \"base\": \"for+against\", \"share\": \"1/2\","                   \
  "                           \"compare\": \">\"}]},"                                           \
  "             {\"id\": \"slow\", \"method\": \"majority\", \"unit\": \"person\","             \
  "              \"time\": {\"discussion\": \"P7D\", \"open\": \"P14D\"}}],"                    \
  " \"cycles\": [{\"id\": \"charter-review\", \"of\": \"charter\", \"every\": \"P1Y\","         \
  "               \"anchor\": \"2026-01-05\"}],"                                                \
  " \"sections\": [{\"id\": \"values\", \"title\": \"Values\", \"clauses\": ["                  \
  "   {\"id\": \"listening\", \"kind\": \"value\", \"text\": \"We listen to each other.\","     \
  "    \"attest\": [{\"question\": \"q-listened\", \"asked\": \"each\", \"every\": \"P6M\","    \
  "                  \"scale\": 5}]}]}]}"

static inline CharterEntry *
things_record (CharterPartnership *partnership,
               const char         *kind,
               const char         *at,
               const char         *data)
{
  g_autoptr(GError) error = NULL;
  CharterEntry *entry = charter_partnership_record (partnership, kind, at, NULL, data, &error);

  cr_assert (entry != NULL, "%s: %s", kind, error != NULL ? error->message : "no error");
  return entry;
}

/* The same where the entry itself does not matter. */
static inline void
things_tell (CharterPartnership *partnership,
             const char         *kind,
             const char         *at,
             const char         *data)
{
  g_object_unref (things_record (partnership, kind, at, data));
}

/* Founded, with a charter in force. */
static inline CharterPartnership *
things_found (void)
{
  CharterPartnership *partnership = charter_partnership_new ();
  g_autoptr(GError) error = NULL;

  charter_partnership_set_clock (partnership, "2026-12-31T12:00:00Z", &error);
  charter_assert_no_error (error);
  things_tell (partnership, "partnership-founded", "2026-01-01T09:00:00Z",
               "{\"id\": \"ours\", \"title\": \"Ours\", \"zone\": \"UTC\","
               " \"origin\": \"example.org/ours\", \"format\": \"1\"}");
  things_tell (partnership, "charter-adopted", "2026-01-01T10:00:00Z",
               "{\"charter\": " THINGS_CHARTER "}");
  return partnership;
}

/* With two partners and three persons, two of whom have handles. */
static inline CharterPartnership *
things_people (void)
{
  CharterPartnership *partnership = things_found ();

  things_tell (partnership, "partner-joined", "2026-01-02T09:00:00Z",
               "{\"id\": \"north\", \"name\": \"North\", \"sector\": \"voluntary\", \"weight\": 2,"
               " \"constituencies\": [\"lived-experience\"]}");
  things_tell (partnership, "partner-joined", "2026-01-02T09:00:00Z",
               "{\"id\": \"south\", \"name\": \"South\", \"public-body\": true}");
  things_tell (partnership, "person-joined", "2026-01-02T10:00:00Z",
               "{\"id\": \"p-amira\", \"name\": \"Amira K\", \"handle\": \"amira\","
               " \"for\": \"north\", \"expertise\": [\"lived\", \"learned\"]}");
  things_tell (partnership, "person-joined", "2026-01-02T10:00:00Z",
               "{\"id\": \"p-ben\", \"handle\": \"ben\", \"for\": [\"south\"]}");
  things_tell (partnership, "person-joined", "2026-01-02T10:00:00Z", "{\"id\": \"p-chris\"}");
  return partnership;
}
