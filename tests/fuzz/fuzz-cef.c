/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include "decide/charter-election-text-private.h"
#include "decide/charter-pairwise-private.h"

#include <string.h>

/* Whatever the bytes: an election or a fault with its place.  What is read is written and reads
 * back as the same, the careful way comes to what the quick way came to, and every version of the
 * count agrees. */

static CharterElectionData *
read_text (const char *text,
           gsize       size,
           GError    **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, size);

  return charter_election_read_cef (bytes, error);
}

static void
check_same (const CharterElectionData *a,
            const CharterElectionData *b)
{
  guint n = charter_election_data_n_options (a);

  g_assert (n == charter_election_data_n_options (b) && a->n_ballots == b->n_ballots);
  g_assert (a->seats == b->seats && a->ignore_unranked == b->ignore_unranked);
  for (guint i = 0; i < n; i++)
    g_assert (strcmp (charter_election_data_option (a, i), charter_election_data_option (b, i)) == 0);
  for (guint ballot = 0; ballot < a->n_ballots; ballot++)
    {
      gint64 x = 0, y = 0;

      g_assert (charter_election_data_value (a, ballot, &x) && charter_election_data_value (b, ballot, &y));
      g_assert (x == y);
      for (guint i = 0; i < n; i++)
        g_assert (charter_election_data_get_rank (a, ballot, i) == charter_election_data_get_rank (b, ballot, i));
    }
}

/* An empty comment at the end of each line keeps it from the quick way. */
static void
check_careful (const CharterElectionData *data,
               const char                *text,
               gsize                      size)
{
  g_autoptr(GString) careful = g_string_new (NULL);
  g_autoptr(CharterElectionData) again = NULL;
  gboolean parameter = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      if (i == 0 || text[i - 1] == '\n')
        parameter = size - i >= 2 && text[i] == '#' && text[i + 1] == '/';
      if (text[i] == '\n' && !parameter && !(i > 0 && text[i - 1] == '\r'))
        g_string_append_c (careful, '#');
      g_string_append_c (careful, text[i]);
    }
  again = read_text (careful->str, careful->len, NULL);
  g_assert (again != NULL);
  check_same (data, again);
}

static void
check_counts (const CharterElectionData *data)
{
  gsize n = charter_election_data_n_options (data);
  g_autofree gint64 *first = g_new (gint64, n * n + 1);
  g_autofree gint64 *other = g_new (gint64, n * n + 1);

  for (gboolean ignore = FALSE; ignore <= TRUE; ignore++)
    {
      g_assert (charter_pairwise_run (charter_pairwise_versions[0], data, ignore, first));
      for (guint i = 1; charter_pairwise_versions[i] != NULL; i++)
        if (charter_pairwise_versions[i]->runs_here ())
          {
            g_assert (charter_pairwise_run (charter_pairwise_versions[i], data, ignore, other));
            g_assert (memcmp (first, other, n * n * sizeof *first) == 0);
          }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = (const char *) data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterElectionData) election = read_text (text, size, &error);
  g_autoptr(CharterElectionData) back = NULL;
  g_autofree char *written = NULL;

  if (election == NULL)
    {
      g_assert (g_str_has_prefix (error->message, "Line ") && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert (error == NULL);
  written = charter_election_write_cef (election, NULL);
  g_assert (written != NULL);
  back = read_text (written, strlen (written), &error);
  g_assert (back != NULL);
  check_same (election, back);
  check_careful (election, text, size);
  check_counts (election);

  return 0;
}
