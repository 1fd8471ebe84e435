/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-view.h>

#include "decide/charter-decide-objects-private.h"
#include "decide/charter-decide-work-private.h"
#include "permit/charter-permit-objects-private.h"
#include "permit/charter-item-private.h"
#include "state/charter-view-private.h"

#include <glib/gi18n-lib.h>

/* Interests that came to be known only after a decision had been closed (Companies Act 2006
 * s.177(3) asks for a further declaration).  What was recorded stands; the outcome says who
 * would have been out. */

/* {0} who, {1} decision */
static const CharterReasonType type_flagged = {
  "found-later", N_("After {1} was closed it came to be known that {0} had a conflict on it.")
};
static const CharterReasonType type_ruled_later = {
  "found-later", N_("After {1} was closed the others ruled that {0} had a conflict on it.")
};

static guint32
newest_correction (const CharterScene *scene,
                   const CharterFact  *fact)
{
  guint32 seq = fact->newest_correction;

  while (seq > scene->known)
    seq = charter_scene_fact (&(CharterScene) { scene->state, seq }, seq)->previous_correction;

  return seq;
}

/* The newest entry that a conflict rests on: before it nobody could know. */
static guint32
known_since (const CharterScene        *scene,
             const CharterConflictData *row)
{
  guint32 since = 0;

  if (row->trail == NULL)
    return row->ruled->seq;
  for (guint i = 0; i < row->trail->n_hops; i++)
    {
      const CharterFact *fact = charter_scene_fact (scene, row->trail->hops[i].edge->seq);

      since = MAX (since, MAX (fact->seq, newest_correction (scene, fact)));
    }
  for (guint i = 0; i < row->trail->n_holdings; i++)
    for (guint h = 0; h < row->trail->holdings[i].n_hops; h++)
      since = MAX (since, row->trail->holdings[i].hops[h].edge->seq);

  return since;
}

/* What somebody was kept out of by what was known at the closing. */
static guint
barred_then (const CharterDecided *self,
             GArray               *rows,
             CharterRef            person)
{
  guint bits = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const CharterConflictData *row = &g_array_index (rows, CharterConflictData, i);

      if (row->person == person && row->regime != NULL
          && known_since (&self->scene, row) <= self->closed->seq)
        bits |= charter_regime_from (row->regime);
    }

  return bits;
}

void
charter_decided_find_flagged (CharterDecided *self,
                              gint64          item_time)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (CharterConflictData));

  self->flagged = g_array_new (FALSE, FALSE, sizeof (CharterConflictData));
  if (self->closed == NULL || self->charter == NULL)
    return;
  charter_permit_conflicts (&self->scene, self->decision, self->charter, item_time, rows,
                            &self->flagged_arena);
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterConflictData *row = &g_array_index (rows, CharterConflictData, i);

      if (row->regime != NULL && known_since (&self->scene, row) > self->closed->seq
          && charter_regime_from (row->regime) & ~barred_then (self, rows, row->person))
        g_array_append_val (self->flagged, *row);
    }
}

void
charter_decided_explain_flagged (CharterDecided *self)
{
  for (guint i = 0; i < self->flagged->len; i++)
    {
      const CharterConflictData *row = &g_array_index (self->flagged, CharterConflictData, i);
      CharterReasonId reason =
        charter_reasons_add (self->reasons, 0,
                             row->trail != NULL ? &type_flagged : &type_ruled_later, row->clause,
                             charter_scene_name (&self->scene, row->person),
                             charter_scene_name (&self->scene, self->decision), NULL);

      charter_reasons_cite (self->reasons, reason, row->declared->seq);
      for (guint h = 0; row->trail != NULL && h < row->trail->n_hops; h++)
        charter_reasons_cite (self->reasons, reason, row->trail->hops[h].edge->seq);
      charter_reasons_cite (self->reasons, reason, self->closed->seq);
    }
}

/* The decision, and those that were decided with it. */
static void
add_flagged (const CharterScene *scene,
             CharterRef          decision,
             gint64              at,
             GPtrArray          *ids)
{
  g_autoptr(CharterDecided) decided = charter_decide (scene, decision, at);

  if (decided->flagged->len > 0)
    g_ptr_array_add (ids, (gpointer) charter_scene_name (scene, decision));
  for (guint i = 0; decided->bundle != NULL && i < decided->bundle->len; i++)
    {
      const CharterBundled *row = &g_array_index (decided->bundle, CharterBundled, i);

      if (row->ground == NULL)
        add_flagged (scene, row->decision, at, ids);
    }
}

/**
 * charter_view_list_flagged:
 * @self: a view
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Asks which closed decisions are flagged: an interest that came to be known later would have
 * barred somebody from them. [property@Charter.Outcome:flagged] says who and why; what was
 * recorded stands.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of decisions, in order of their
 *   closing, or %NULL with @error set
 *
 * Since: 0.1
 */
char **
charter_view_list_flagged (CharterView *self,
                           const char  *at,
                           GError     **error)
{
  g_autoptr(GPtrArray) closings = g_ptr_array_new ();
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  const CharterScene *scene;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);

  scene = charter_view_get_scene (self);
  if (!charter_question_at (at, &instant, error))
    return NULL;
  charter_scene_collect (scene, 0, CHARTER_KIND ("decision-closed"), closings);
  for (guint i = 0; i < closings->len; i++)
    {
      const CharterFact *closed = closings->pdata[i];
      CharterRef decision = charter_scene_member (scene, closed, "decision");

      if (closed->at <= instant)
        add_flagged (scene, decision, instant, ids);
    }
  g_ptr_array_add (ids, NULL);

  return g_strdupv ((char **) ids->pdata);
}
