/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-view.h>

#include "decide/charter-asking-private.h"
#include "decide/charter-decide-objects-private.h"
#include "permit/charter-permit-objects-private.h"
#include "state/charter-view-private.h"

/* The questions of permit/ and decide/, asked of a view.  They stand here, above both, since
 * how long voting is open may hang on the count (a quorum reached late). */

static gboolean
not_found (const char *what,
           const char *id,
           GError    **error)
{
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND, "There is no %s “%s” in the record",
               what, id);

  return FALSE;
}

static gboolean
check_proposed (const CharterScene *scene,
                CharterRef          decision,
                gint64              at,
                GError            **error)
{
  const CharterFact *proposed = charter_scene_maker (scene, decision);
  char when[CHARTER_INSTANT_TEXT_SIZE];

  if (proposed->at <= at)
    return TRUE;
  charter_instant_format (proposed->at, when);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_NOT_FOUND,
               "“%s” was proposed at %s, which is later than the "
               "instant asked about",
               charter_scene_name (scene, decision), when);

  return FALSE;
}

/* A decision that had been proposed by @at. */
static gboolean
find_decision (const CharterScene *scene,
               const char         *id,
               gint64              at,
               CharterRef         *out,
               GError            **error)
{
  *out = charter_scene_find (scene, id);
  if (*out == 0 || charter_scene_maker_kind (scene, *out) != CHARTER_KIND ("decision-proposed"))
    return not_found ("decision", id, error);

  return check_proposed (scene, *out, at, error);
}

gboolean
charter_question_subject (const CharterScene *scene,
                          const char         *id,
                          gint64              at,
                          CharterRef         *out,
                          GError            **error)
{
  *out = 0;
  if (id == NULL)
    return TRUE;
  *out = charter_scene_find (scene, id);
  if (*out == 0)
    return not_found ("decision, concern or other subject", id, error);
  if (charter_scene_maker_kind (scene, *out) != CHARTER_KIND ("decision-proposed"))
    return TRUE;

  return check_proposed (scene, *out, at, error);
}

/**
 * charter_view_may:
 * @self: a view
 * @person: the id of a person
 * @act: what the person would do, such as `vote` or `see-papers`
 * @subject: (nullable): the id of what it is about: a decision, a concern; %NULL for the act as
 *   such
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Asks whether a person may do something.
 *
 * Somebody whom the record does not know is denied, as is an act that the charter lists for
 * others. A subject that is not in the record is an error.
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set
 *
 * Since: 0.1
 */
CharterVerdict *
charter_view_may (CharterView *self,
                  const char  *person,
                  const char  *act,
                  const char  *subject,
                  const char  *at,
                  GError     **error)
{
  const CharterScene *scene;
  CharterJudgement judgement;
  CharterRef who, about;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (act != NULL, NULL);

  scene = charter_view_get_scene (self);
  if (!charter_question_utf8 (person, error)
      || !charter_question_utf8 (act, error)
      || !charter_question_utf8 (subject, error))
    return NULL;
  if (!charter_question_at (at, &instant, error)
      || !charter_question_subject (scene, subject, instant, &about, error))
    return NULL;
  who = charter_scene_find (scene, person);
  if (who != 0)
    charter_decide_may (scene, who, act, about, instant, &judgement);
  else
    charter_permit_stranger (person, &judgement);

  return charter_verdict_new (person, act, subject, at, &judgement);
}

/**
 * charter_view_decide:
 * @self: a view
 * @decision: the id of a decision
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Asks what was decided, or how things stand while voting is open.
 *
 * Returns: (transfer full): the outcome, or %NULL with @error set
 *
 * Since: 0.1
 */
CharterOutcome *
charter_view_decide (CharterView *self,
                     const char  *decision,
                     const char  *at,
                     GError     **error)
{
  const CharterScene *scene;
  CharterRef ref;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (decision != NULL, NULL);

  scene = charter_view_get_scene (self);
  if (!charter_question_utf8 (decision, error))
    return NULL;
  if (!charter_question_at (at, &instant, error)
      || !find_decision (scene, decision, instant, &ref, error))
    return NULL;

  return charter_outcome_new (at, charter_decide (scene, ref, instant));
}

/**
 * charter_view_electorate:
 * @self: a view
 * @decision: the id of a decision
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Asks who may see the papers of an item, discuss it, be present, be counted and vote.
 *
 * Once the instant at which the rule fixes the electorate has come (the closing, unless the
 * rule says otherwise), the electorate is that of this instant.
 *
 * Returns: (transfer full): the electorate, or %NULL with @error set
 *
 * Since: 0.1
 */
CharterElectorate *
charter_view_electorate (CharterView *self,
                         const char  *decision,
                         const char  *at,
                         GError     **error)
{
  const CharterScene *scene;
  CharterElectorateData data;
  char when[CHARTER_INSTANT_TEXT_SIZE];
  CharterRef ref;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (decision != NULL, NULL);

  scene = charter_view_get_scene (self);
  if (!charter_question_utf8 (decision, error))
    return NULL;
  if (!charter_question_at (at, &instant, error)
      || !find_decision (scene, decision, instant, &ref, error))
    return NULL;
  instant = charter_decide_item_time (scene, ref, instant);
  charter_instant_format (instant, when);
  charter_permit_electorate (scene, ref, NULL, NULL, instant, &data);

  return charter_electorate_new (scene, decision, when, &data);
}

/**
 * charter_view_list_conflicts:
 * @self: a view
 * @decision: the id of a decision
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Asks who is connected with a party that an item concerns, by a declared interest or along
 * the paths of the conflict policy, and what follows: persons and whole partners in order of
 * joining.
 *
 * Returns: (transfer full): a list of [class@Charter.Conflict], or %NULL with @error set
 *
 * Since: 0.1
 */
GListModel *
charter_view_list_conflicts (CharterView *self,
                             const char  *decision,
                             const char  *at,
                             GError     **error)
{
  g_autoptr(CharterArena) arena = NULL;
  g_autoptr(GArray) rows = NULL;
  const CharterScene *scene;
  CharterRef ref;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (decision != NULL, NULL);

  scene = charter_view_get_scene (self);
  if (!charter_question_at (at, &instant, error)
      || !find_decision (scene, decision, instant, &ref, error))
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (CharterConflictData));
  charter_permit_conflicts (scene, ref, NULL, charter_decide_item_time (scene, ref, instant), rows,
                            &arena);

  return charter_conflicts_to_model (scene, rows);
}

/**
 * charter_view_list_interests:
 * @self: a view
 * @person: the id of a person
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Asks for the interests that a person has declared and that are current, whatever item they
 * bear on.
 *
 * Returns: (transfer full): a list of [class@Charter.Conflict], or %NULL with @error set
 *
 * Since: 0.1
 */
GListModel *
charter_view_list_interests (CharterView *self,
                             const char  *person,
                             const char  *at,
                             GError     **error)
{
  g_autoptr(GArray) rows = NULL;
  const CharterScene *scene;
  CharterRef ref;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  scene = charter_view_get_scene (self);
  if (!charter_question_at (at, &instant, error))
    return NULL;
  ref = charter_scene_find (scene, person);
  if (ref == 0 || !charter_scene_is_person (scene, ref))
    {
      not_found ("person", person, error);
      return NULL;
    }
  rows = g_array_new (FALSE, FALSE, sizeof (CharterConflictData));
  charter_permit_interests (scene, ref, instant, rows);

  return charter_conflicts_to_model (scene, rows);
}
