/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-uphold-private.h"

#include <charter/charter-error.h>

#include "base/charter-id-private.h"

static const CharterDocumentData *
charter_in_force (const CharterScene *scene,
                  gint64              at,
                  GError            **error)
{
  const CharterDocumentData *charter = charter_scene_charter (scene, at, NULL);
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (charter != NULL)
    return charter;
  charter_instant_format (at, text);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND, "No charter is in force at %s", text);
  return NULL;
}

CharterAssessment *
charter_uphold_assess_with_progress (const CharterScene    *scene,
                                     gint64                 at,
                                     GCancellable          *cancellable,
                                     GFileProgressCallback  progress,
                                     gpointer               data,
                                     GError               **error)
{
  const CharterDocumentData *charter = charter_in_force (scene, at, error);
  g_autoptr(GPtrArray) findings = NULL;
  CharterInquiry inquiry;
  gboolean cancelled = FALSE;
  CharterAssessment *assessment;

  if (charter == NULL)
    return NULL;
  findings = g_ptr_array_new_with_free_func (g_object_unref);
  charter_inquiry_init (&inquiry, scene, charter, at);
  for (guint i = 0; i < charter->n_clauses && !cancelled; i++)
    {
      g_ptr_array_add (findings, charter_finding_new (charter_judge_clause (&inquiry, i)));
      if (progress != NULL)
        progress (i + 1, charter->n_clauses, data);
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  assessment = cancelled ? NULL : charter_assessment_new (at, charter, findings);
  charter_inquiry_clear (&inquiry);
  return assessment;
}

CharterAssessment *
charter_uphold_assess (const CharterScene *scene,
                       gint64              at,
                       GCancellable       *cancellable,
                       GError            **error)
{
  return charter_uphold_assess_with_progress (scene, at, cancellable, NULL, NULL, error);
}

static int
find_clause (const CharterDocumentData *charter,
             const char                *clause,
             GError                   **error)
{
  g_autoptr(GPtrArray) ids = NULL;
  const char *near;

  for (guint i = 0; i < charter->n_clauses; i++)
    if (g_strcmp0 (charter->clauses[i].id, clause) == 0)
      return (int) i;
  ids = g_ptr_array_new ();
  for (guint i = 0; i < charter->n_clauses; i++)
    g_ptr_array_add (ids, (gpointer) charter->clauses[i].id);
  g_ptr_array_add (ids, NULL);
  near = clause != NULL ? charter_nearest_spelling (clause, (const char *const *)ids->pdata) : NULL;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               "The charter has no clause “%s”%s%s%s", clause != NULL ? clause : "",
               near != NULL ? "; did you mean “" : "", near != NULL ? near : "",
               near != NULL ? "”?" : "");
  return -1;
}

CharterFinding *
charter_uphold_clause (const CharterScene *scene,
                       const char         *clause,
                       gint64              at,
                       GError            **error)
{
  const CharterDocumentData *charter = charter_in_force (scene, at, error);
  int index = charter != NULL ? find_clause (charter, clause, error) : -1;
  CharterInquiry inquiry;
  CharterFinding *finding;

  if (index < 0)
    return NULL;
  charter_inquiry_init (&inquiry, scene, charter, at);
  finding = charter_finding_new (charter_judge_clause (&inquiry, (guint) index));
  charter_inquiry_clear (&inquiry);
  return finding;
}
