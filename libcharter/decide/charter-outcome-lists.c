/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-objects-private.h"

#include "document/charter-document-object-private.h"

#include "decide/charter-tally-private.h"
#include "permit/charter-permit-objects-private.h"
#include "state/charter-view-private.h"

/* The lists of an outcome, made when they are first read. */

static GListModel *
tests_to_model (GArray *tests)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_TEST_ROW);

  for (guint i = 0; i < tests->len; i++)
    {
      const CharterTestResult *result = &g_array_index (tests, CharterTestResult, i);
      g_autoptr(CharterTestRow) row = charter_test_row_new (result);

      g_list_store_append (model, row);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_outcome_get_tests: (get-property tests)
 * @self: an outcome
 *
 * Gives the tests that the decision has to pass.
 *
 * Returns: (transfer none): a list of [class@Charter.TestRow]
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_tests (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->tests == NULL)
    self->tests = tests_to_model (self->decided->tests);

  return self->tests;
}

static GListModel *
excluded_to_model (const CharterDecided *decided)
{
  g_autoptr(GArray) rows = charter_decided_exclusions (decided);

  return charter_exclusions_to_model (&decided->scene, rows);
}

/**
 * charter_outcome_get_excluded: (get-property excluded)
 * @self: an outcome
 *
 * Gives who is left out, ballots that are not counted included.
 *
 * Returns: (transfer none): a list of [class@Charter.Exclusion]
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_excluded (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->excluded == NULL)
    self->excluded = excluded_to_model (self->decided);

  return self->excluded;
}

/**
 * charter_outcome_get_flagged: (get-property flagged)
 * @self: an outcome
 *
 * Gives the conflicts that came to be known only after the decision was closed.
 *
 * Returns: (transfer none): a list of [class@Charter.Conflict]
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_flagged (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->flagged == NULL)
    self->flagged = charter_conflicts_to_model (&self->decided->scene, self->decided->flagged);

  return self->flagged;
}

/**
 * charter_outcome_get_delegations: (get-property delegations)
 * @self: an outcome
 *
 * Gives the delegations of votes on the item, in the alphabetical order of those who delegated:
 * where each led, or why it fell.
 *
 * Returns: (transfer none): a list of [class@Charter.Delegation]
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_delegations (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->delegations == NULL)
    self->delegations = charter_delegations_to_model (&self->decided->scene,
                                                      self->decided->delegations);

  return self->delegations;
}

/**
 * charter_outcome_get_bundled: (get-property bundled)
 * @self: an outcome
 *
 * Gives the decisions that are decided with a bundle. They have its outcome.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in alphabetical order; none if it is no
 *   bundle
 *
 * Since: 0.1
 */
const char *const *
charter_outcome_get_bundled (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return (const char *const *) self->bundled;
}

/**
 * charter_outcome_get_taken_out: (get-property taken-out)
 * @self: an outcome
 *
 * Gives the decisions that are taken out of a bundle, since somebody with a vote is barred from
 * voting on them, or since they are not put in the same way. They are taken alone.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in alphabetical order; none if it is no
 *   bundle
 *
 * Since: 0.1
 */
const char *const *
charter_outcome_get_taken_out (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return (const char *const *) self->taken_out;
}

/**
 * charter_outcome_get_remedies: (get-property remedies)
 * @self: an outcome
 *
 * Gives the ways on that the charter offers where exclusions cost the quorum, or leave nobody to
 * vote.
 *
 * Returns: (transfer none) (array zero-terminated=1): names such as `adjourn`, in the order of
 * the charter
 *
 * Since: 0.1
 */
const char *const *
charter_outcome_get_remedies (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  return (const char *const *) self->remedies;
}

/**
 * charter_outcome_get_reasons: (get-property reasons)
 * @self: an outcome
 *
 * Gives the proof of the outcome.
 *
 * Returns: (transfer none): a list of [class@Charter.Reason]
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_reasons (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->reasons == NULL)
    self->reasons = charter_reasons_to_model (self->decided->reasons);

  return self->reasons;
}

GPtrArray *
charter_decided_serves (const CharterDecided *self)
{
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; self->charter != NULL && i < self->charter->n_clauses; i++)
    if (charter_scene_member_has (&self->scene, self->proposed, "serves",
                                  self->charter->clauses[i].id))
      g_ptr_array_add (out, (gpointer) &self->charter->clauses[i]);

  return out;
}

static GListModel *
serves_to_model (const CharterDecided *decided)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_CLAUSE);
  g_autoptr(GPtrArray) clauses = charter_decided_serves (decided);

  for (guint i = 0; i < clauses->len; i++)
    {
      g_autoptr(CharterClause) clause =
        charter_clause_new_for_row ((CharterDocumentData *) decided->charter, clauses->pdata[i]);

      g_list_store_append (model, clause);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_outcome_get_serves: (get-property serves)
 * @self: an outcome
 *
 * Gives the clauses that the decision serves, as its proposal names them, in the words of the
 * charter under which it is taken. Goals and preferences that it also names are left out.
 *
 * Returns: (transfer none): a list of [class@Charter.Clause], in the order of the charter
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_serves (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->serves == NULL)
    self->serves = serves_to_model (self->decided);

  return self->serves;
}

static GListModel *
dissent_to_model (const CharterDecided *decided)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_DISSENT);

  for (guint i = 0; i < decided->dissent->len; i++)
    {
      g_autoptr(CharterDissent) row =
        charter_dissent_new (&decided->scene,
                             &g_array_index (decided->dissent, CharterDissentData, i));

      g_list_store_append (model, row);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_outcome_get_dissent: (get-property dissent)
 * @self: an outcome
 *
 * Gives who voted against, objected or stood aside, in the order in which that was entered. Of a
 * secret decision nobody is given.
 *
 * Returns: (transfer none): a list of [class@Charter.Dissent]
 *
 * Since: 0.1
 */
GListModel *
charter_outcome_get_dissent (CharterOutcome *self)
{
  g_return_val_if_fail (CHARTER_IS_OUTCOME (self), NULL);

  if (self->dissent == NULL)
    self->dissent = dissent_to_model (self->decided);

  return self->dissent;
}
