/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-uphold-private.h"

static void
clear_measure (gpointer data)
{
  g_free (((CharterMeasureData *) data)->name);
}

static void
clear_case (gpointer data)
{
  g_free (((CharterCaseData *) data)->id);
}

static GArray *
new_cases (void)
{
  GArray *cases = g_array_new (FALSE, FALSE, sizeof (CharterCaseData));

  g_array_set_clear_func (cases, clear_case);
  return cases;
}

CharterFindingData *
charter_finding_data_new (const char *clause,
                          const char *section)
{
  CharterFindingData *self = g_new0 (CharterFindingData, 1);

  self->clause = g_strdup (clause);
  self->section = g_strdup (section);
  self->reasons = charter_reasons_new ();
  self->measures = g_array_new (FALSE, FALSE, sizeof (CharterMeasureData));
  g_array_set_clear_func (self->measures, clear_measure);
  self->offending = new_cases ();
  self->satisfying = new_cases ();
  self->fresh_until = CHARTER_DATE_NONE;
  return self;
}

void
charter_finding_data_free (CharterFindingData *self)
{
  if (self == NULL)
    return;
  g_free (self->clause);
  g_free (self->section);
  charter_reasons_unref (self->reasons);
  g_array_unref (self->measures);
  g_array_unref (self->offending);
  g_array_unref (self->satisfying);
  g_free (self->restore);
  g_free (self->summary);
  g_free (self);
}

void
charter_judge_measure (CharterJudge          *self,
                       const char            *name,
                       const CharterFraction *value,
                       const CharterFraction *needed,
                       gboolean               at_most,
                       gboolean               holds)
{
  CharterMeasureData measure = { g_strdup (name), *value, *needed, at_most, holds };

  g_array_append_val (self->finding->measures, measure);
}
