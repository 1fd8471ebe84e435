/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "charter-test.h"

#include "decide/charter-election-text-private.h"

/* Elections in tests: texts in, plain words out. */

typedef CharterElectionData *(*CharterElectionRead)  (GBytes                    *text,
                                                      GError                   **error);
typedef char                *(*CharterElectionWrite) (const CharterElectionData *data,
                                                      GError                   **error);

static inline CharterElectionData *
charter_test_election (CharterElectionRead read,
                       const char         *text,
                       gssize              length,
                       GError            **error)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  /* Of just this size, so that reading past its end is seen. */
  g_autoptr(GBytes) bytes = g_bytes_new (text, n);

  return read (bytes, error);
}

static inline int
charter_test_compare_names (gconstpointer a,
                            gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "A>B=C", equals in the order of their names. */
static inline void
charter_test_append_ranks (GString                   *out,
                           const CharterElectionData *data,
                           guint                      ballot)
{
  guint n = charter_election_data_n_options (data);

  for (guint rank = 0; rank < n; rank++)
    {
      g_autoptr(GPtrArray) equals = g_ptr_array_new ();

      for (guint i = 0; i < n; i++)
        if (charter_election_data_get_rank (data, ballot, i) == rank)
          g_ptr_array_add (equals, (gpointer) charter_election_data_option (data, i));
      if (equals->len == 0)
        break;
      g_ptr_array_sort (equals, charter_test_compare_names);
      for (guint i = 0; i < equals->len; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "=" : rank > 0 ? ">" : "", (char *) equals->pdata[i]);
    }
}

static inline void
charter_test_append_scores (GString                   *out,
                            const CharterElectionData *data,
                            guint                      ballot)
{
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    {
      const CharterFraction *score = data->scores + (gsize) ballot * data->score_stride + i;
      g_autofree char *text = score->den != 0 ? charter_fraction_to_string (score) : NULL;

      if (text != NULL)
        g_string_append_printf (out, "%s/%s ", charter_election_data_option (data, i), text);
    }
}

/* One ballot without its count. */
static inline char *
charter_test_ballot (const CharterElectionData *data,
                     guint                      ballot)
{
  GString *out = g_string_new (NULL);
  const char *voter = charter_election_data_get_voter (data, ballot);
  const char *constituency = charter_election_data_get_constituency (data, ballot);

  if (data->form == CHARTER_BALLOT_FORM_SCORES)
    charter_test_append_scores (out, data, ballot);
  else
    charter_test_append_ranks (out, data, ballot);
  if (data->weights != NULL && data->weights[ballot] != 1)
    g_string_append_printf (out, " ^%" G_GINT64_FORMAT, data->weights[ballot]);
  if (voter != NULL)
    g_string_append_printf (out, " by %s", voter);
  if (constituency != NULL)
    g_string_append_printf (out, " in %s", constituency);
  return g_string_free (out, FALSE);
}

/* "2 seats; A; B; 3 A>B; 1 B": the seats, the options, the ballots in their order. */
static inline char *
charter_test_describe (const CharterElectionData *data)
{
  static const char *const forms[] = { "", "approves; ", "scores; ", "choices; " };
  GString *out = g_string_new (forms[data->form]);

  if (data->seats > 0)
    g_string_append_printf (out, "%u seats; ", data->seats);
  if (data->ignore_unranked)
    g_string_append (out, "ignored; ");
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    g_string_append_printf (out, "%s; ", charter_election_data_option (data, i));
  for (guint i = 0; i < data->n_ballots; i++)
    {
      g_autofree char *ballot = charter_test_ballot (data, i);

      g_string_append_printf (out, "%" G_GINT64_FORMAT " %s; ",
                              data->counts != NULL ? data->counts[i] : 1, ballot);
    }
  return g_string_free (out, FALSE);
}
