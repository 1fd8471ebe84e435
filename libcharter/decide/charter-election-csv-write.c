/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-csv-private.h"
#include "decide/charter-election-writer-private.h"

#include <string.h>

/* Ballots as a table, in both layouts (charter-election-csv.c says what they are); rows end in CRLF. */

static void
begin_cell (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
}

static void
write_integer (GString *out,
               gint64   value)
{
  begin_cell (out);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

/* NULL is an empty cell. */
static void
write_name (GString    *out,
            const char *name)
{
  g_autofree char *guarded = NULL;

  begin_cell (out);
  if (name == NULL)
    return;
  if (charter_csv_guarded (name))
    name = guarded = g_strconcat ("'", name, NULL);
  if (strpbrk (name, ",\"\r\n") != NULL || (*name != '\0' && (strchr (" \t", *name) != NULL ||
      strchr (" \t", name[strlen (name) - 1]) != NULL)))
    append_quoted (out, name);
  else
    g_string_append (out, name);
}

static void
end_row (GString *out)
{
  g_string_append (out, "\r\n");
}

/* Which of the columns before the options there are. */
typedef struct
{
  gboolean has[CHARTER_CSV_N_RESERVED];
} Reserved;

static Reserved
reserved_of (const CharterElectionData *data)
{
  Reserved reserved = { .has[CHARTER_CSV_COUNT] = TRUE };

  for (guint i = 0; i < data->n_ballots; i++)
    {
      reserved.has[CHARTER_CSV_WEIGHT] |= charter_writer_weight (data, i) != 1;
      reserved.has[CHARTER_CSV_VOTER] |= charter_election_data_get_voter (data, i) != NULL;
      reserved.has[CHARTER_CSV_CONSTITUENCY] |=
        charter_election_data_get_constituency (data, i) != NULL;
    }
  return reserved;
}

static void
write_titles (GString        *out,
              const Reserved *reserved)
{
  for (guint i = 0; i < CHARTER_CSV_N_RESERVED; i++)
    if (reserved->has[i])
      write_name (out, charter_csv_titles[i]);
}

static void
write_reserved (GString                   *out,
                const Reserved            *reserved,
                const CharterElectionData *data,
                guint                      ballot)
{
  if (reserved->has[CHARTER_CSV_FORM])
    write_name (out, charter_csv_forms[data->form]);
  write_integer (out, charter_writer_count (data, ballot));
  if (reserved->has[CHARTER_CSV_WEIGHT])
    write_integer (out, charter_writer_weight (data, ballot));
  if (reserved->has[CHARTER_CSV_VOTER])
    write_name (out, charter_election_data_get_voter (data, ballot));
  if (reserved->has[CHARTER_CSV_CONSTITUENCY])
    write_name (out, charter_election_data_get_constituency (data, ballot));
}

static gboolean
check_names (const CharterElectionData *data,
             GError                   **error)
{
  for (guint i = 0; i < data->n_ballots; i++)
    {
      const char *voter = charter_election_data_get_voter (data, i);
      const char *constituency = charter_election_data_get_constituency (data, i);

      if ((voter != NULL && *voter == '\0') || (constituency != NULL && *constituency == '\0'))
        return charter_writer_refuse (error, "CSV cannot write the empty name of ballot %u", i + 1);
    }
  return TRUE;
}

/* A column for each rank */

/* The most options that any ballot has at each rank; those that no ballot ranks in @unranked. */
static GArray *
measure (const CharterElectionData *data,
         CharterWriterRanks        *ranks,
         GArray                    *unranked)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autofree gboolean *ranked = g_new0 (gboolean, charter_election_data_n_options (data) + 1);

  for (guint i = 0; i < data->n_ballots; i++)
    {
      guint width = 0;

      charter_writer_ranks_set (ranks, data, i);
      for (guint j = 0; j < ranks->n; j++)
        {
          width = j > 0 && ranks->ranks[j] == ranks->ranks[j - 1] ? width + 1 : 1;
          if (ranks->ranks[j] >= widths->len)
            g_array_set_size (widths, ranks->ranks[j] + 1);
          g_array_index (widths, guint, ranks->ranks[j]) =
            MAX (g_array_index (widths, guint, ranks->ranks[j]), width);
          ranked[ranks->options[j]] = TRUE;
        }
    }
  for (guint i = 0; i < charter_election_data_n_options (data); i++)
    if (!ranked[i])
      g_array_append_val (unranked, i);
  if (widths->len == 0)
    g_array_set_size (widths, 1);
  g_array_index (widths, guint, 0) = MAX (g_array_index (widths, guint, 0), 1);
  return widths;
}

static gboolean
check_size (const CharterElectionData *data,
            guint64                    n_columns,
            GError                   **error)
{
  if (n_columns > CHARTER_OPTIONS_MAX)
    return charter_writer_refuse (error, "The table would need more than %u columns for equal "
                                  "ranks; a column for each option (csv-options) needs fewer",
                                  CHARTER_OPTIONS_MAX);
  if (n_columns * data->n_ballots > CHARTER_ELECTION_TEXT_MAX)
    return charter_writer_refuse (error, "The table would be longer than 2 GiB");
  return TRUE;
}

/* Options that no ballot ranks are listed in rows that count 0. */
static void
write_listed (GString                   *out,
              const Reserved            *reserved,
              const CharterElectionData *data,
              GArray                    *unranked,
              guint                      n_columns)
{
  for (guint i = 0; i < unranked->len; i += n_columns)
    {
      write_integer (out, 0);
      if (reserved->has[CHARTER_CSV_WEIGHT])
        write_integer (out, 1);
      if (reserved->has[CHARTER_CSV_VOTER])
        write_name (out, NULL);
      if (reserved->has[CHARTER_CSV_CONSTITUENCY])
        write_name (out, NULL);
      for (guint j = i; j < i + n_columns; j++)
        write_name (out, j < unranked->len
                    ? charter_election_data_option (data, g_array_index (unranked, guint, j))
                    : NULL);
      end_row (out);
    }
}

static void
write_ranked (GString                  *out,
              const CharterElectionData *data,
              const CharterWriterRanks *ranks,
              GArray                   *widths)
{
  guint next = 0;

  for (guint rank = 0; rank < widths->len; rank++)
    for (guint i = 0; i < g_array_index (widths, guint, rank); i++)
      if (next < ranks->n && ranks->ranks[next] == rank)
        write_name (out, charter_election_data_option (data, ranks->options[next++]));
      else
        write_name (out, NULL);
}

static void
write_rank_titles (GString *out,
                   GArray  *widths)
{
  for (guint rank = 0; rank < widths->len; rank++)
    for (guint i = 0; i < g_array_index (widths, guint, rank); i++)
      {
        begin_cell (out);
        g_string_append_printf (out, "rank %u", rank + 1);
      }
  end_row (out);
}

char *
charter_election_write_csv (const CharterElectionData *self,
                            GError                   **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) unranked = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) widths = NULL;
  g_auto (CharterWriterRanks) ranks = { 0 };
  const Reserved reserved = reserved_of (self);
  guint64 n_columns = 0;

  if (!charter_writer_check (self, "CSV with a column for each rank",
                             CHARTER_WRITER_RANKS | CHARTER_WRITER_WEIGHTS, error) ||
      !check_names (self, error))
    return NULL;
  charter_writer_ranks_init (&ranks, self);
  widths = measure (self, &ranks, unranked);
  for (guint i = 0; i < widths->len; i++)
    n_columns += g_array_index (widths, guint, i);
  if (!check_size (self, n_columns, error))
    return NULL;
  write_titles (out, &reserved);
  write_rank_titles (out, widths);
  write_listed (out, &reserved, self, unranked, (guint) n_columns);
  for (guint i = 0; i < self->n_ballots; i++)
    {
      charter_writer_ranks_set (&ranks, self, i);
      write_reserved (out, &reserved, self, i);
      write_ranked (out, self, &ranks, widths);
      end_row (out);
    }
  return charter_writer_finish (&out);
}

/* A column for each option */

/* Must the header say what the cells are, because the options' names would mislead? */
static gboolean
needs_form (const CharterElectionData *data)
{
  guint n = charter_election_data_n_options (data);

  if (data->form != CHARTER_BALLOT_FORM_RANKING)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (charter_csv_rank (charter_election_data_option (data, i)) == 0)
      return FALSE;
  return n > 0;
}

static void
write_cell (GString                   *out,
            const CharterElectionData *data,
            guint                      ballot,
            guint                      option)
{
  guint rank;

  begin_cell (out);
  if (data->form == CHARTER_BALLOT_FORM_SCORES)
    {
      const CharterFraction *score = data->scores + (gsize) ballot * data->score_stride + option;
      g_autofree char *text = score->den != 0 ? charter_fraction_to_string (score) : NULL;

      if (text != NULL)
        g_string_append (out, text);
      return;
    }
  rank = charter_election_data_get_rank (data, ballot, option);
  if (rank == CHARTER_UNRANKED_WIDE)
    return;
  if (data->form == CHARTER_BALLOT_FORM_APPROVES)
    g_string_append (out, "yes");
  else
    g_string_append_printf (out, "%u", rank + 1);
}

char *
charter_election_write_csv_options (const CharterElectionData *self,
                                    GError                   **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Reserved reserved = reserved_of (self);
  guint n = charter_election_data_n_options (self);

  if (!charter_writer_check (self, "CSV", CHARTER_WRITER_RANKS | CHARTER_WRITER_WEIGHTS |
                             CHARTER_WRITER_APPROVES | CHARTER_WRITER_SCORES, error) ||
      !check_names (self, error))
    return NULL;
  reserved.has[CHARTER_CSV_FORM] = needs_form (self);
  /* A first option that is called as such a column: then that column is there too. */
  for (guint i = 0; n > 0 && i < CHARTER_CSV_N_RESERVED; i++)
    reserved.has[i] |= charter_csv_role (charter_election_data_option (self, 0)) == i;
  write_titles (out, &reserved);
  for (guint i = 0; i < n; i++)
    write_name (out, charter_election_data_option (self, i));
  end_row (out);
  for (guint i = 0; i < self->n_ballots; i++)
    {
      write_reserved (out, &reserved, self, i);
      for (guint option = 0; option < n; option++)
        write_cell (out, self, i, option);
      end_row (out);
    }
  return charter_writer_finish (&out);
}
