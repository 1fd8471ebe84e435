/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Opens a record and asks it the four questions, in C. The same in Python and JavaScript:
 * ../python/quickstart.py and ../gjs/quickstart.js. All three print the same bytes.
 *
 *   quickstart RECORD.charter | SUBMISSIONS.jsonl
 *
 * cc quickstart.c $(pkg-config --cflags --libs libcharter-1) -o quickstart
 */
#include <charter/charter.h>
#include <locale.h>
#include <stdio.h>

/* A .charter file, or JSON Lines taken into memory. */
static CharterPartnership *
open_record (const char  *path,
             GError     **error)
{
  g_autoptr(CharterPartnership) partnership = NULL;
  g_autoptr(GFileInputStream) lines = NULL;
  g_autoptr(GFile) file = NULL;

  if (g_str_has_suffix (path, ".charter"))
    return charter_partnership_open_read_only (path, error);

  partnership = charter_partnership_new ();
  file = g_file_new_for_path (path);
  lines = g_file_read (file, NULL, error);
  if (lines == NULL
      || charter_partnership_import (partnership, G_INPUT_STREAM (lines), NULL, error) < 0)
    return NULL;
  return g_steal_pointer (&partnership);
}

/* May the first person vote on the last decision?  What came of it? */
static gboolean
ask_about_decision (CharterPartnership  *partnership,
                    const char          *at,
                    GError             **error)
{
  GListModel *decisions = charter_partnership_get_decisions (partnership);
  g_autoptr(CharterPerson) person
    = g_list_model_get_item (charter_partnership_get_persons (partnership), 0);
  g_autoptr(CharterDecision) decision
    = g_list_model_get_item (decisions, g_list_model_get_n_items (decisions) - 1);
  g_autoptr(CharterVerdict) verdict = NULL;
  g_autoptr(CharterOutcome) outcome = NULL;
  g_autofree char *verdict_json = NULL, *outcome_json = NULL;

  verdict = charter_partnership_may (partnership, charter_person_get_id (person), "vote",
                                     charter_decision_get_id (decision), at, error);
  if (verdict == NULL)
    return FALSE;
  verdict_json = charter_verdict_to_json (verdict);
  puts (verdict_json);

  outcome = charter_partnership_decide (partnership, charter_decision_get_id (decision), at, error);
  if (outcome == NULL)
    return FALSE;
  outcome_json = charter_outcome_to_json (outcome);
  puts (outcome_json);
  return TRUE;
}

/* What is due? */
static gboolean
ask_what_is_due (CharterPartnership  *partnership,
                 const char          *at,
                 GError             **error)
{
  g_autoptr(GListModel) obligations
    = charter_partnership_list_obligations (partnership, at, NULL, NULL, error);

  if (obligations == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (obligations); i++)
    {
      g_autoptr(CharterObligation) obligation = g_list_model_get_item (obligations, i);
      g_autofree char *json = charter_obligation_to_json (obligation);

      puts (json);
    }
  return TRUE;
}

/* Do we live by it? */
static gboolean
ask_how_we_live (CharterPartnership  *partnership,
                 const char          *at,
                 GError             **error)
{
  g_autoptr(CharterAssessment) assessment = charter_partnership_assess (partnership, at, error);
  g_autofree char *json = NULL;

  if (assessment == NULL)
    return FALSE;
  json = charter_assessment_to_json (assessment);
  puts (json);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterPartnership) partnership = NULL;
  g_autoptr(CharterEntry) last = NULL;
  GListModel *entries;
  const char *at;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("Usage: %s RECORD.charter | SUBMISSIONS.jsonl\n", argv[0]);
      return 2;
    }

  partnership = open_record (argv[1], &error);
  if (partnership == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  /* Every question is about one instant: here, that of the last entry. */
  entries = charter_partnership_get_entries (partnership);
  last = g_list_model_get_item (entries, g_list_model_get_n_items (entries) - 1);
  at = charter_entry_get_at (last);

  if (!ask_about_decision (partnership, at, &error) || !ask_what_is_due (partnership, at, &error)
      || !ask_how_we_live (partnership, at, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  return 0;
}
