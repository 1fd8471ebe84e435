/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "scenario-report.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "terminal.h"

#define LONGEST_VALUE 240

static const char * const status_words[] = { "as-expected", "differs", "cannot-express" };

void
scenario_report_start (ScenarioReport *self, ScenarioOutput output)
{
  *self = (ScenarioReport) { output, NULL, 0, { 0 }, 0, 0 };
  if (output == SCENARIO_OUTPUT_JSON)
    self->json = g_string_new ("{\"files\":[");
  else if (output == SCENARIO_OUTPUT_TAP)
    fputs ("TAP version 13\n", stdout);
}

/* A line of TAP must be one line, and "#" starts a directive. */
static char *
tap_text (const char *text)
{
  g_autofree char *clean = tool_text_clean (text);

  g_strdelimit (clean, "\n", ' ');
  g_strdelimit (clean, "#", '+');
  return g_steal_pointer (&clean);
}

static void
tap_line (ScenarioReport *self, gboolean good, const char *text, const char *directive)
{
  g_autofree char *line = tap_text (text);

  printf ("%sok %u - %s%s%s\n", good ? "" : "not ", ++self->number, line,
          directive != NULL ? " # " : "", directive != NULL ? directive : "");
}

static void
tap_note (const char *text)
{
  g_autofree char *clean = tool_text_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    printf ("#   %s\n", lines[i]);
}

/* Values are told whole in JSON, and otherwise as far as anybody reads. */
static char *
difference_text (ScenarioDifference *difference)
{
  g_autofree char *expected = tool_text_fit (difference->expected, LONGEST_VALUE);
  g_autofree char *actual = tool_text_fit (difference->actual, LONGEST_VALUE);

  return g_strdup_printf (_("%s: expected %s, got %s"),
                          *difference->path != '\0' ? difference->path : _("answer"),
                          expected, actual);
}

/* What is to be said below a question's line. */
static GPtrArray *
notes_of (ScenarioResult *result)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  if (result->fault != NULL)
    g_ptr_array_add (notes, g_strdup (result->fault));
  for (guint i = 0; result->status == SCENARIO_DIFFERS && i < result->differences->len; i++)
    g_ptr_array_add (notes, difference_text (g_ptr_array_index (result->differences, i)));
  if (result->status == SCENARIO_CANNOT_EXPRESS)
    {
      const char *place = tool_json_member (tool_json_object (result->answer), "place");

      g_ptr_array_add (notes, g_strdup_printf (_("cannot be expressed: %s"),
                                               place != NULL ? place : _("no place given")));
    }
  return notes;
}

static void
plain_line (ScenarioStatus status, const char *text)
{
  static const ToolStyle styles[] = { TOOL_STYLE_GOOD, TOOL_STYLE_BAD, TOOL_STYLE_FAIR };
  const char *words[] = { _("ok    "), _("not ok"), _("cannot") };
  g_autofree char *word = tool_text_styled (styles[status], words[status]);
  g_autofree char *clean = tool_text_clean (text);

  g_print ("%s  %s\n", word, clean);
}

static void
plain_notes (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *clean = tool_text_clean (g_ptr_array_index (notes, i));

      g_print ("        %s\n", clean);
    }
}

static void
say (ScenarioReport *self, Scenario *scenario, ScenarioResult *result)
{
  g_autofree char *line = scenario_line (scenario, result);
  g_autoptr (GPtrArray) notes = notes_of (result);

  if (self->output == SCENARIO_OUTPUT_TAP)
    {
      tap_line (self, result->status != SCENARIO_DIFFERS, line,
                result->status == SCENARIO_CANNOT_EXPRESS ? "SKIP cannot express" : NULL);
      for (guint i = 0; i < notes->len; i++)
        tap_note (g_ptr_array_index (notes, i));
    }
  else
    {
      plain_line (result->status, line);
      plain_notes (notes);
    }
}

static void
json_member (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, ",\"%s\":", name);
  tool_json_quote (out, text);
}

static void
json_result (GString *out, ScenarioResult *result)
{
  g_string_append (out, "{\"question\":");
  tool_json_quote (out, result->name);
  json_member (out, "status", status_words[result->status]);
  if (result->fault != NULL)
    json_member (out, "fault", result->fault);
  if (result->answer != NULL)
    {
      g_string_append (out, ",\"answer\":");
      tool_json_append (out, result->answer);
    }
  g_string_append (out, ",\"differences\":[");
  for (guint i = 0; i < result->differences->len; i++)
    {
      ScenarioDifference *difference = g_ptr_array_index (result->differences, i);

      g_string_append (out, i > 0 ? ",{\"path\":" : "{\"path\":");
      tool_json_quote (out, difference->path);
      json_member (out, "expected", difference->expected);
      json_member (out, "actual", difference->actual);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}");
}

static void
json_file (ScenarioReport *self, Scenario *scenario)
{
  GString *out = self->json;

  g_string_append (out, self->files > 1 ? ",{\"file\":" : "{\"file\":");
  tool_json_quote (out, scenario->path);
  json_member (out, "name", scenario->name);
  g_string_append (out, ",\"questions\":[");
  for (guint i = 0; i < scenario->results->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      json_result (out, g_ptr_array_index (scenario->results, i));
    }
  g_string_append (out, "]}");
}

void
scenario_report_file (ScenarioReport *self, Scenario *scenario)
{
  self->files++;
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    self->counts[i] += scenario_count (scenario, (ScenarioStatus) i);
  if (self->output == SCENARIO_OUTPUT_JSON)
    json_file (self, scenario);
  else
    for (guint i = 0; i < scenario->results->len; i++)
      say (self, scenario, g_ptr_array_index (scenario->results, i));
}

void
scenario_report_twin (ScenarioReport *self, Scenario *scenario, const char *fault)
{
  ScenarioStatus status = fault == NULL ? SCENARIO_AS_EXPECTED : SCENARIO_DIFFERS;
  g_autofree char *line = g_strdup_printf (_("%s: %s: its twin %s"), scenario->path,
                                           scenario->name,
                                           tool_json_member (scenario->object, "twin"));

  self->counts[status]++;
  if (self->output == SCENARIO_OUTPUT_TAP)
    {
      tap_line (self, fault == NULL, line, NULL);
      if (fault != NULL)
        tap_note (fault);
    }
  else if (self->output == SCENARIO_OUTPUT_PLAIN)
    {
      plain_line (status, line);
      if (fault != NULL)
        tool_print_wrapped ("        ", TOOL_STYLE_PLAIN, fault);
    }
  else
    {
      /* The file's object was closed by its last "}". */
      g_string_truncate (self->json, self->json->len - 1);
      g_string_append_printf (self->json, ",\"twin\":{\"status\":\"%s\"", status_words[status]);
      if (fault != NULL)
        json_member (self->json, "fault", fault);
      g_string_append (self->json, "}}");
    }
}

void
scenario_report_unusable (ScenarioReport *self, const char *path, const GError *error)
{
  self->files++;
  self->unusable++;
  if (self->output == SCENARIO_OUTPUT_TAP)
    {
      tap_line (self, FALSE, path, NULL);
      tap_note (error->message);
    }
  else if (self->output == SCENARIO_OUTPUT_PLAIN)
    {
      plain_line (SCENARIO_DIFFERS, path);
      tool_print_wrapped ("        ", TOOL_STYLE_PLAIN, error->message);
    }
  else
    {
      g_string_append (self->json, self->files > 1 ? ",{\"file\":" : "{\"file\":");
      tool_json_quote (self->json, path);
      json_member (self->json, "fault", error->message);
      g_string_append (self->json, ",\"questions\":[]}");
    }
}

static void
plain_end (ScenarioReport *self)
{
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", self->files),
                                            self->files);

  g_print (_("%s: %u as expected, %u not"), files, self->counts[SCENARIO_AS_EXPECTED],
           self->counts[SCENARIO_DIFFERS]);
  if (self->counts[SCENARIO_CANNOT_EXPRESS] > 0)
    g_print (_(", %u cannot be expressed"), self->counts[SCENARIO_CANNOT_EXPRESS]);
  if (self->unusable > 0)
    g_print (ngettext (", %u file cannot be used", ", %u files cannot be used", self->unusable),
             self->unusable);
  g_print ("\n");
}

void
scenario_report_end (ScenarioReport *self)
{
  if (self->output == SCENARIO_OUTPUT_TAP)
    printf ("1..%u\n", self->number);
  else if (self->output == SCENARIO_OUTPUT_PLAIN)
    plain_end (self);
  else
    {
      g_string_append_printf (self->json,
                              "],\"as-expected\":%u,\"differs\":%u,\"cannot-express\":%u,"
                              "\"unusable\":%u}\n",
                              self->counts[0], self->counts[1], self->counts[2], self->unusable);
      fputs (self->json->str, stdout);
      g_string_free (self->json, TRUE);
      self->json = NULL;
    }
}
