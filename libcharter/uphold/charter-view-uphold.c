/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state/charter-view-private.h"
#include "uphold/charter-uphold-private.h"

/**
 * charter_view_assess_clause:
 * @self: a view
 * @clause: the id of a clause
 * @at: the instant asked about, in UTC
 *
 * Asks *Do we live by it?* of one clause of the charter in force.
 *
 * A check that the library does not have yet makes the clause indeterminate, and its reason
 * says "This check is not built yet".
 *
 * Returns: (transfer full): the finding, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterFinding *
charter_view_assess_clause (CharterView  *self,
                            const char   *clause,
                            const char   *at,
                            GError      **error)
{
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);

  if (!charter_question_at (at, &instant, error))
    return NULL;
  return charter_uphold_clause (charter_view_get_scene (self), clause, instant, error);
}

/**
 * charter_view_assess:
 * @self: a view
 * @at: the instant asked about, in UTC
 *
 * Asks *Do we live by it?* of every clause of the charter in force.
 *
 * Returns: (transfer full): the assessment, %NULL with an error of [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterAssessment *
charter_view_assess (CharterView  *self,
                     const char   *at,
                     GError      **error)
{
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);

  if (!charter_question_at (at, &instant, error))
    return NULL;
  return charter_uphold_assess (charter_view_get_scene (self), instant, NULL, error);
}
