/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include <charter/charter.h>

#include <string.h>

/* Whatever the bytes: no crash, and either an election or an error with its place.  What reads as
 * an election reads back from its own text as the same, and every method counts it or says why
 * not, twice with the same bytes. */

static const char *const methods[] =
{
  NULL, "schulze", "ranked-pairs", "copeland", "minimax", "borda", "irv", "stv", "approval", "score",
  "star"
};

static const char *const params[] =
{
  NULL, "{\"orders_max\":20}", "{\"equal_ranks\":\"split\",\"orders_max\":20}",
  "{\"equal_ranks\":\"skip\",\"seats\":3,\"truncate_places\":null,\"orders_max\":20}",
};

static void
check_error (const GError *error)
{
  g_assert (error != NULL && error->domain == CHARTER_ERROR && error->message[0] != '\0');
  g_assert (g_utf8_validate (error->message, -1, NULL));
}

static void
count (CharterElection *election,
       const char      *method,
       const char      *asked)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterCount) once = charter_election_count (election, method, asked, NULL, &error);
  g_autoptr(CharterCount) twice = NULL;
  g_autofree char *text = NULL, *same = NULL, *dot = NULL;

  if (once == NULL)
    {
      check_error (error);
      return;
    }
  twice = charter_election_count (election, method, asked, NULL, NULL);
  text = charter_count_to_json (once);
  same = charter_count_to_json (twice);
  dot = charter_count_to_dot (once);
  g_assert (strcmp (text, same) == 0);
  g_assert (dot != NULL && charter_count_get_summary (once)[0] != '\0');
  for (guint i = 0; i <= charter_count_get_n_layers (once); i++)
    g_strfreev (charter_count_dup_layer (once, i));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElection) election = NULL, again = NULL;
  g_autofree char *written = NULL, *same = NULL;

  election = charter_election_new_from_json (text, &error);
  if (election == NULL)
    {
      check_error (error);
      return 0;
    }
  written = charter_election_to_json (election);
  again = charter_election_new_from_json (written, &error);
  g_assert_no_error (error);
  same = charter_election_to_json (again);
  g_assert (strcmp (written, same) == 0);
  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    for (guint p = 0; p < G_N_ELEMENTS (params); p++)
      count (again, methods[m], params[p]);
  return 0;
}
