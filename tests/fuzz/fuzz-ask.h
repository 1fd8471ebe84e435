/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

/* Puts every question to a view.  What the answers are does not matter, only that there is an
 * answer, or an error in words, to each. */

static void
fuzz_settle (gpointer answer,
             GError **error)
{
  g_assert ((answer != NULL) != (*error != NULL));
  if (*error != NULL)
    g_assert ((*error)->domain == CHARTER_ERROR && (*error)->message[0] != '\0'
              && g_utf8_validate ((*error)->message, -1, NULL));
  g_clear_error (error);
}

static void
fuzz_settle_object (gpointer  object,
                    GError  **error)
{
  fuzz_settle (object, error);
  g_clear_object (&object);
}

/* Of one id, whatever it is the id of. */
static void
fuzz_ask_of (CharterView *view,
             const char  *id,
             const char  *at)
{
  static const char *const acts[] = { "vote", "discuss", "record", "see-sealed", "handle-concern" };
  GError *error = NULL;
  CharterOutcome *outcome = charter_view_decide (view, id, at, &error);
  g_autofree char *json = outcome != NULL ? charter_outcome_to_json (outcome) : NULL;
  char *described;

  g_assert (outcome == NULL || json[0] == '{');
  fuzz_settle_object (outcome, &error);
  fuzz_settle_object (charter_view_electorate (view, id, at, &error), &error);
  fuzz_settle_object (charter_view_list_conflicts (view, id, at, &error), &error);
  fuzz_settle_object (charter_view_list_interests (view, id, at, &error), &error);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      CharterVerdict *verdict = charter_view_may (view, "p-ana", acts[i], id, at, &error);
      g_autofree char *text = verdict != NULL ? charter_verdict_to_json (verdict) : NULL;

      g_assert (verdict == NULL || text[0] == '{');
      fuzz_settle_object (verdict, &error);
      fuzz_settle_object (charter_view_may (view, id, acts[i], "grant", at, &error), &error);
    }
  described = charter_view_describe (view, id, at, &error);
  fuzz_settle (described, &error);
  g_free (described);
}

static void
fuzz_ask_register (CharterView *view,
                   const char  *at)
{
  GError *error = NULL;
  GListModel *entries = charter_view_list_register (view, at, &error);
  g_autofree char *json = entries != NULL ? charter_register_to_json (entries) : NULL;
  char *text;

  g_assert (entries == NULL || json[0] == '[');
  fuzz_settle_object (entries, &error);
  text = charter_view_export_register (view, at, g_str_has_suffix (at, "0Z"), &error);
  fuzz_settle (text, &error);
  g_free (text);
}

static void
fuzz_ask (CharterView       *view,
          const char *const *ids,
          const char        *at)
{
  GError *error = NULL;
  CharterAssessment *assessment = charter_view_assess (view, at, &error);
  g_autofree char *json = assessment != NULL ? charter_assessment_to_json (assessment) : NULL;
  g_autofree char *dump = charter_view_dump (view);

  g_assert ((assessment == NULL || json[0] == '{') && dump[0] == '{');
  fuzz_settle_object (assessment, &error);
  fuzz_settle_object (charter_view_list_obligations (view, at, NULL, NULL, &error), &error);
  fuzz_ask_register (view, at);
  for (guint i = 0; ids[i] != NULL; i++)
    fuzz_ask_of (view, ids[i], at);
}
