/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reasons.h"

#include <stdio.h>
#include <string.h>

#include "tool.h"

#define DEEPEST 8

void
tool_print_json (const char *text)
{
  fputs (text, stdout);
  fputc ('\n', stdout);
}

/* "(clause openness; entries 3, 12)" */
static void
append_grounds (GString *line, CharterReason *reason)
{
  const char *clause = charter_reason_get_clause (reason);
  guint n = charter_reason_get_n_entries (reason);
  GString *grounds = g_string_new (NULL);

  if (clause != NULL)
    g_string_append_printf (grounds, _("clause %s"), clause);
  if (n > 0)
    g_string_append_printf (grounds, "%s%s ", clause != NULL ? "; " : "",
                            ngettext ("entry", "entries", n));
  for (guint i = 0; i < n && i < 12; i++)
    g_string_append_printf (grounds, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            charter_reason_get_entry (reason, i));
  if (n > 12)
    g_string_append (grounds, ", …");
  if (grounds->len > 0)
    g_string_append_printf (line, " (%s)", grounds->str);
  g_string_free (grounds, TRUE);
}

static gboolean
is_id_character (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.';
}

char *
tool_text_with_names (CharterPartnership *partnership, const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize n = 0;

      while (is_id_character (text[n]))
        n++;
      if (n > 2 && memchr (text, '-', n) != NULL)
        {
          g_autofree char *id = g_strndup (text, text[n - 1] == '.' ? n - 1 : n);
          g_autofree char *name = tool_party_of (partnership, id);

          g_string_append (out, name);
          text += strlen (id);
          continue;
        }
      g_string_append_len (out, text, MAX (n, 1));
      text += MAX (n, 1);
    }
  return g_string_free (out, FALSE);
}

static void
print_reason (CharterPartnership *partnership, CharterReason *reason, guint depth)
{
  g_autofree char *text = charter_reason_dup_localized_message (reason);
  g_autofree char *message = partnership != NULL ? tool_text_with_names (partnership, text)
                                                 : g_strdup (text);
  g_autofree char *first = g_strdup_printf ("  %*s%s ", (int) depth * 2, "",
                                            tool_terminal_unicode () ? "•" : "-");
  GString *line = g_string_new (message);
  GListModel *inner = charter_reason_get_reasons (reason);

  append_grounds (line, reason);
  tool_print_wrapped (first, TOOL_STYLE_PLAIN, line->str);
  g_string_free (line, TRUE);
  if (inner == NULL || depth >= DEEPEST)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (inner); i++)
    {
      g_autoptr (CharterReason) child = g_list_model_get_item (inner, i);

      print_reason (partnership, child, depth + 1);
    }
}

void
tool_print_reasons (CharterPartnership *partnership, const char *heading, GListModel *reasons)
{
  guint n = reasons != NULL ? g_list_model_get_n_items (reasons) : 0;

  if (n == 0)
    return;
  tool_print_heading (heading);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CharterReason) reason = g_list_model_get_item (reasons, i);

      print_reason (partnership, reason, 0);
    }
}

void
tool_print_pairs (const char * const *rows)
{
  int widest = 0;

  for (guint i = 0; rows[i] != NULL; i += 2)
    if (rows[i + 1] != NULL)
      widest = MAX (widest, tool_text_width (rows[i]));
  for (guint i = 0; rows[i] != NULL; i += 2)
    {
      g_autofree char *first = NULL;

      if (rows[i + 1] == NULL)
        continue;
      first = g_strdup_printf ("  %s%*s  ", rows[i], widest - tool_text_width (rows[i]), "");
      tool_print_wrapped (first, TOOL_STYLE_PLAIN, rows[i + 1]);
    }
}
