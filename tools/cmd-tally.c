/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>
#include <string.h>

#include "lines.h"
#include "reasons.h"
#include "tally-page.h"
#include "tool.h"

/* What the options of the command say. */
typedef struct
{
  char     *method;
  gint64    seats;      /* 0: not given */
  char     *params;
  char     *format;
  char     *to;
  gboolean  dot;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->method);
  g_free (asked->params);
  g_free (asked->format);
  g_free (asked->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* The standard input, to its end. */
static GBytes *
read_input (GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gint64 size;
  gssize n;

  stream = tool_lines_open ("-", &size, error);
  if (stream == NULL)
    return NULL;
  do
    {
      guint length = bytes->len;

      /* Past what the library reads nothing more is asked for: it says so. */
      if (length > (guint) G_MAXINT32)
        break;
      g_byte_array_set_size (bytes, length + 65536);
      n = g_input_stream_read (stream, bytes->data + length, 65536, NULL, error);
      g_byte_array_set_size (bytes, length + (guint) MAX (n, 0));
    }
  while (n > 0);
  return n >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static CharterElection *
open_election (const char *path, const char *format, GError **error)
{
  g_autoptr (GBytes) text = NULL;

  if (strcmp (path, "-") != 0)
    return charter_election_new_from_file (path, format, error);
  text = read_input (error);
  return text != NULL ? charter_election_new_from_text (text, format, error) : NULL;
}

/* The method for ballots of which nobody says how they are counted. */
static const char *
usual_method (CharterElection *election)
{
  const char *form = charter_election_get_form (election);

  if (strcmp (form, "approves") == 0)
    return "approval";
  return strcmp (form, "scores") == 0 ? "score" : "schulze";
}

/* --seats is a member of --params. */
static char *
add_seats (const char *params, gint64 seats, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GString) out = NULL;
  JsonObject *object;

  if (seats == 0)
    return g_strdup (params);
  node = tool_json_read (params != NULL ? params : "{}", error);
  object = tool_json_object (node);
  if (object == NULL)
    return g_strdup (params);
  json_object_set_int_member (object, "seats", seats);
  out = g_string_new (NULL);
  tool_json_append (out, node);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Where the method comes from, in words. */
static const char *
origin_of (CharterElection *election, const Asked *asked)
{
  if (asked->method != NULL)
    return NULL;
  return charter_election_get_method (election) != NULL ? _("as the file says")
                                                        : _("which is usual for such ballots");
}

/* A place in what --params says is told apart from one in the file. */
static void
blame_params (const Asked *asked, GError **error)
{
  const char *message = *error != NULL ? (*error)->message : "";

  if (asked->params != NULL && !g_str_has_prefix (message, "/ballots") &&
      (message[0] == '/' || g_str_has_prefix (message, "line ")))
    g_prefix_error (error, "--params: ");
}

/* FALSE where several winners are asked of a method that names one. */
static gboolean
seats_fit (const Asked *asked, const char *method, GError **error)
{
  if (asked->seats == 0 || g_strcmp0 (method, "stv") == 0)
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
               _("--seats goes with the method stv; these ballots are counted by %s"), method);
  return FALSE;
}

static CharterCount *
count (CharterElection *election, const Asked *asked, GError **error)
{
  const char *method = asked->method != NULL ? asked->method
                                             : charter_election_get_method (election);
  g_autofree char *params = NULL;
  g_autoptr (GError) bad = NULL;
  CharterCount *result = NULL;

  if (method == NULL)
    method = usual_method (election);
  if (!seats_fit (asked, method, error))
    return NULL;
  params = add_seats (asked->params, asked->seats, &bad);
  if (bad == NULL)
    result = charter_election_count (election, asked->method == NULL &&
                                     charter_election_get_method (election) != NULL ? NULL : method,
                                     params, NULL, &bad);
  blame_params (asked, &bad);
  if (bad != NULL)
    g_propagate_error (error, g_steal_pointer (&bad));
  return result;
}

/* 0 where there is one result: as many options win as there are seats. */
static ToolStatus
status_of (CharterCount *result, JsonObject *object)
{
  if (charter_count_get_indeterminate (result))
    return TOOL_UNSURE;
  if (json_object_has_member (object, "outcome"))
    return charter_count_get_adopted (result) ? TOOL_YES : TOOL_NO;
  if (charter_count_get_elected (result)[0] != NULL)
    return TOOL_YES;
  return g_strv_length ((char **) charter_count_get_winners (result)) == 1 ? TOOL_YES : TOOL_NO;
}

static void
print_facts (CharterElection *election, CharterCount *result, const Asked *asked)
{
  const char *origin = origin_of (election, asked);
  g_autofree char *method = origin != NULL
    ? g_strdup_printf ("%s, %s", charter_count_get_method (result), origin)
    : g_strdup (charter_count_get_method (result));
  gint64 n = charter_election_get_n_ballots (election);
  guint n_options = g_strv_length ((char **) charter_election_get_options (election));
  g_autofree char *ballots = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  g_autofree char *options = g_strdup_printf ("%u", n_options);
  gboolean is_decision = strcmp (charter_count_get_method (result), "decision") == 0;
  const char *rows[] = {
    _("Method"), method,
    _("Ballots"), ballots,
    _("Options"), n_options > 0 && !is_decision ? options : NULL,
    _("Format"), charter_election_get_format (election),
    NULL
  };

  tool_print_pairs (rows);
}

static void
print_page (CharterElection *election, CharterCount *result, const Asked *asked,
            JsonObject *object, ToolStatus status)
{
  const char * const *options = charter_election_get_options (election);

  tool_print_wrapped ("", status == TOOL_YES ? TOOL_STYLE_GOOD
                      : status == TOOL_NO ? TOOL_STYLE_BAD : TOOL_STYLE_ODD,
                      charter_count_get_summary (result));
  print_facts (election, result, asked);
  tool_print_ranking (object);
  tool_print_choices (object);
  tool_print_scores (object, options);
  tool_print_rounds (object, options);
  tool_print_pairs_table (object, options);
  tool_print_reasons (NULL, _("Why"), charter_count_get_reasons (result));
}

static ToolStatus
show (CharterElection *election, CharterCount *result, const Asked *asked, gboolean json)
{
  g_autofree char *text = charter_count_to_json (result);
  g_autoptr (JsonNode) node = tool_json_parse (text, NULL);
  JsonObject *object = tool_json_object (node);
  ToolStatus status;

  if (object == NULL)
    return TOOL_BAD;
  status = status_of (result, object);
  if (json)
    tool_print_json (text);
  else if (asked->dot)
    {
      g_autofree char *dot = charter_count_to_dot (result);

      fputs (dot, stdout);
    }
  else
    print_page (election, result, asked, object, status);
  return status;
}

static ToolStatus
convert (const ToolCommand *command, CharterElection *election, const Asked *asked,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = charter_election_to_text (election, asked->to, &error);

  if (text == NULL)
    {
      tool_fail (command, path, error);
      return g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED) ? TOOL_UNSURE : TOOL_BAD;
    }
  fputs (text, stdout);
  if (text[0] != '\0' && text[strlen (text) - 1] != '\n')
    fputc ('\n', stdout);
  return TOOL_YES;
}

static gboolean
check (const ToolCommand *command, const Asked *asked, gboolean json)
{
  const char * const texts[] = { asked->method, asked->params, asked->format, asked->to };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!tool_check_text (command, texts[i]))
      return FALSE;
  if (json + asked->dot + (asked->to != NULL) > 1)
    tool_complain (command, _("--json, --dot and --to exclude each other"));
  else if (asked->to != NULL &&
           (asked->method != NULL || asked->params != NULL || asked->seats != 0))
    tool_complain (command, _("--to writes ballots and counts nothing: --method, --params and "
                              "--seats do not go with it"));
  else if (asked->seats < 0)
    tool_complain (command, _("The number of seats is 1 or more"));
  else
    return TRUE;
  return FALSE;
}

ToolStatus
cmd_tally (const ToolCommand *command, int argc, char **argv)
{
  g_auto (ToolCommon) common = { 0 };
  g_auto (Asked) asked = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterElection) election = NULL;
  g_autoptr (CharterCount) result = NULL;
  const GOptionEntry own[] = {
    { "method", 0, 0, G_OPTION_ARG_STRING, &asked.method, N_("Count by this method"), N_("NAME") },
    { "seats", 0, 0, G_OPTION_ARG_INT64, &asked.seats, N_("How many are elected"), N_("N") },
    { "params", 0, 0, G_OPTION_ARG_STRING, &asked.params,
      N_("What the method is asked, such as {\"strength\": \"margins\"}"), N_("JSON") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &asked.format,
      N_("The file's format, where its name and text mislead"), N_("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &asked.to, N_("Write the ballots in this format"),
      N_("FORMAT") },
    { "dot", 0, 0, G_OPTION_ARG_NONE, &asked.dot, N_("Draw who defeats whom, for GraphViz"), NULL },
    { NULL }
  };

  if (!tool_parse (command, TOOL_TAKES_NOTHING, &common, own, &argc, &argv) ||
      !check (command, &asked, common.json))
    return TOOL_BAD;
  election = open_election (argv[1], asked.format, &error);
  if (election == NULL)
    {
      tool_fail (command, argv[1], error);
      return TOOL_BAD;
    }
  if (asked.to != NULL)
    return convert (command, election, &asked, argv[1]);
  result = count (election, &asked, &error);
  if (result == NULL)
    {
      tool_fail (command, argv[1], error);
      return g_error_matches (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED) ? TOOL_UNSURE : TOOL_BAD;
    }
  return show (election, result, &asked, common.json);
}
