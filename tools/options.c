/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "options.h"

#include <stdio.h>
#include <string.h>

#include "tool.h"

#define MESSAGE_MAX 2000   /* characters */
#define MESSAGE_END 500

void
tool_common_clear (ToolCommon *common)
{
  g_clear_pointer (&common->at, g_free);
  g_clear_pointer (&common->known, g_free);
}

/* What a message repeats may be of any length: then its middle is left out. */
static char *
clean_message (const char *message)
{
  char *clean = tool_text_clean (message);
  glong length = g_utf8_strlen (clean, -1);
  const char *end = g_utf8_offset_to_pointer (clean, MAX (length - MESSAGE_END, 0));
  char *cut;

  if (length <= MESSAGE_MAX)
    return clean;
  cut = g_strdup_printf ("%.*s … %s",
                         (int) (g_utf8_offset_to_pointer (clean, MESSAGE_MAX - MESSAGE_END) - clean),
                         clean, end);
  g_free (clean);
  return cut;
}

void
tool_complain (const ToolCommand *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *clean = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  clean = clean_message (message);
  if (command != NULL)
    g_printerr ("charter %s: %s\n", command->name, clean);
  else
    g_printerr ("charter: %s\n", clean);
}

void
tool_advise (const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *clean = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  clean = tool_text_clean (message);
  g_printerr ("  %s\n", clean);
}

char *
tool_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (now),
                          g_date_time_get_month (now), g_date_time_get_day_of_month (now),
                          g_date_time_get_hour (now), g_date_time_get_minute (now),
                          g_date_time_get_second (now));
}

/* Levenshtein distance of two short words; one row kept. */
static guint
distance_between (const char *a, const char *b)
{
  gsize length = strlen (b);
  g_autofree guint *row = g_new (guint, length + 1);

  for (gsize j = 0; j <= length; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint corner = row[0];

      row[0] = (guint) i + 1;
      for (gsize j = 0; j < length; j++)
        {
          guint change = corner + (a[i] != b[j]);

          corner = row[j + 1];
          row[j + 1] = MIN (MIN (row[j], corner) + 1, change);
        }
    }
  return row[length];
}

const char *
tool_nearest (const char *word, const char * const *names)
{
  const char *best = NULL;
  guint least = 3;

  if (strlen (word) > 64)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint distance = distance_between (word, names[i]);

      if (distance < least && distance < strlen (names[i]))
        {
          least = distance;
          best = names[i];
        }
    }
  return best;
}

gboolean
tool_check_text (const ToolCommand *command, const char *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  tool_complain (command, _("An argument is not UTF-8 text"));
  return FALSE;
}

static void
advise_usage (const ToolCommand *command)
{
  tool_advise (_("Usage: charter %s %s"), command->name, command->arguments);
  tool_advise (_("“charter %s --help” says more."), command->name);
}

/* The command's line counts the arguments: [X] may be left out, X… may come again. */
static gboolean
check_arguments (const ToolCommand *command, int argc, char **argv)
{
  g_auto (GStrv) words = g_strsplit (command->arguments, " ", -1);
  int least = 0, most = 0;
  gboolean open = FALSE;

  for (guint i = 0; words[i] != NULL && !g_str_has_prefix (words[i], "--"); i++)
    {
      if (*words[i] == '\0')
        continue;
      most++;
      least += *words[i] != '[';
      open = open || strstr (words[i], "…") != NULL;
    }
  for (int i = 1; i < argc; i++)
    if (!tool_check_text (command, argv[i]))
      return FALSE;
  if (argc - 1 < least)
    tool_complain (command, _("%s is missing"), words[argc - 1]);
  else if (argc - 1 > most && !open)
    tool_complain (command, _("“%s” is one argument too many"), argv[most + 1]);
  else
    return TRUE;
  advise_usage (command);
  return FALSE;
}

/* GOption leaves a "--" in where an argument after it starts with a dash. */
static void
drop_separator (int *argc, char **argv)
{
  for (int i = 1; i < *argc; i++)
    if (strcmp (argv[i], "--") == 0)
      {
        memmove (argv + i, argv + i + 1, sizeof (char *) * (gsize) (*argc - i));
        (*argc)--;
        return;
      }
}

gboolean
tool_check_at (const ToolCommand *command, const ToolCommon *common)
{
  if (common->at != NULL)
    return TRUE;
  tool_complain (command, _("--at is missing: the instant that is asked about"));
  tool_advise (_("Such as --at 2026-03-02T12:00:00Z, or --at now."));
  return FALSE;
}

static gboolean
settle_at (const ToolCommand *command, ToolTakes takes, ToolCommon *common)
{
  if (g_strcmp0 (common->at, "now") == 0)
    {
      g_free (common->at);
      common->at = tool_now ();
    }
  return (takes & TOOL_NEEDS_AT) == 0 || tool_check_at (command, common);
}

static void
add_common (GOptionContext *context, ToolTakes takes, ToolCommon *common)
{
  const GOptionEntry at[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &common->at,
      N_("The instant in question, such as 2026-03-02T12:00:00Z, or now"), N_("INSTANT") },
    { NULL }
  };
  const GOptionEntry known[] = {
    { "known", 0, 0, G_OPTION_ARG_STRING, &common->known,
      N_("Take only the entries up to this number or instant into account"), N_("SEQ|INSTANT") },
    { NULL }
  };
  const GOptionEntry json[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &common->json, N_("Answer in JSON"), NULL },
    { NULL }
  };

  if ((takes & TOOL_TAKES_AT) != 0)
    g_option_context_add_main_entries (context, at, GETTEXT_PACKAGE);
  if ((takes & TOOL_TAKES_KNOWN) != 0)
    g_option_context_add_main_entries (context, known, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, json, GETTEXT_PACKAGE);
}

static GOptionContext *
context_for (const ToolCommand *command, const GOptionEntry *own)
{
  GOptionContext *context = g_option_context_new (NULL);
  g_auto (GStrv) details = tool_text_wrap (_(command->details), tool_terminal_width ());
  g_autofree char *wrapped = g_strjoinv ("\n", details);
  g_auto (GStrv) status = tool_text_wrap (_("Exit status: 0 yes or fine, 1 no, 2 bad usage or "
                                            "input, 3 cannot tell."), tool_terminal_width ());
  g_autofree char *meaning = g_strjoinv ("\n", status);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s\n%s\n\n%s", wrapped, _("Example:"),
                                           command->example, meaning);

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_description (context, text);
  if (own != NULL)
    g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  return context;
}

gboolean
tool_parse (const ToolCommand *command, ToolTakes takes, ToolCommon *common,
            const GOptionEntry *own, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = context_for (command, own);
  g_autofree char *program = g_strdup_printf ("charter %s %s", command->name, command->arguments);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  add_common (context, takes, common);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      if (error->domain == G_CONVERT_ERROR)
        tool_complain (command, _("An argument is not UTF-8 text"));
      else
        tool_complain (command, "%s", error->message);
      tool_advise (_("“charter %s --help” lists the options."), command->name);
      return FALSE;
    }
  drop_separator (argc, *argv);
  return check_arguments (command, *argc, *argv) && settle_at (command, takes, common);
}
