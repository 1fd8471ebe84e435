/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-object-private.h"

/* The graph of the defeats for GraphViz.  Options are told apart by number; their names stand in
 * labels, in which nothing can end the string or be taken for an escape or an HTML entity. */

static void
append_label (GString    *out,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      if (*p == '&')
        g_string_append (out, "&amp;");
      else
        g_string_append_c (out, (guchar) *p < ' ' || *p == 0x7f ? ' ' : *p);
    }
}

static gboolean
is_winner (const CharterCountData *data,
           guint                   option)
{
  for (guint i = 0; i < data->winners->len; i++)
    if (g_array_index (data->winners, guint, i) == option)
      return TRUE;
  return FALSE;
}

static void
append_option (const CharterCountData    *data,
               const CharterElectionData *election,
               guint                      option,
               GString                   *out)
{
  g_string_append_printf (out, "  n%u [label=\"", option);
  append_label (out, charter_election_data_option (election, option));
  if (data->scores != NULL)
    {
      g_autofree char *score = charter_fraction_to_string (&data->scores[option]);

      g_string_append_printf (out, "\\n%s", score);
    }
  g_string_append (out, is_winner (data, option) ? "\", peripheries=2];\n" : "\"];\n");
}

char *
charter_count_build_dot (const CharterCountData    *data,
                         const CharterElectionData *election)
{
  GString *out = g_string_new ("digraph defeats {\n  rankdir=TB;\n  node [shape=box];\n");
  guint n = data->n_options;

  for (guint i = 0; i < n; i++)
    append_option (data, election, i, out);
  for (guint i = 0; i < n && data->pairwise != NULL; i++)
    for (guint j = 0; j < n; j++)
      {
        gint64 over = data->pairwise[(gsize) i * n + j];
        gint64 under = data->pairwise[(gsize) j * n + i];

        if (over > under)
          g_string_append_printf (out, "  n%u -> n%u [label=\"%" G_GINT64_FORMAT " : %"
                                  G_GINT64_FORMAT "\"];\n", i, j, over, under);
      }
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}
