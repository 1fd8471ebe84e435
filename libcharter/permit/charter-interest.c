/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Declared interests and links: whether one is current at an instant. */

/* Does the tail that began with the end of the day @last still run at @at? */
static gboolean
within_tail_of_date (const CharterScene          *scene,
                     const CharterConflictPolicy *policy,
                     gint32                       last,
                     gint64                       at)
{
  gint32 end = last;

  if (policy != NULL && policy->has_tail && !charter_period_is_zero (&policy->tail))
    end = charter_period_end_date (&policy->tail, last, 1, charter_scene_calendar (scene, at));

  return charter_scene_date_of (scene, at) <= end;
}

static gboolean
within_tail_of_instant (const CharterScene          *scene,
                        const CharterConflictPolicy *policy,
                        gint64                       ended,
                        gint64                       at)
{
  if (at < ended)
    return TRUE;
  if (policy == NULL || !policy->has_tail || charter_period_is_zero (&policy->tail))
    return FALSE;

  return at <= charter_period_deadline (&policy->tail, ended, charter_scene_zone (scene),
                                        charter_scene_calendar (scene, at));
}

/* The earliest end that is on record; CHARTER_INSTANT_NONE if there is none. */
static gint64
ended_at (const CharterScene *scene,
          const CharterFact  *declared)
{
  CharterCursor cursor;
  gint64 ended = CHARTER_INSTANT_NONE;
  guint16 kind = declared->kind == CHARTER_KIND ("link-stated") ? CHARTER_KIND ("link-ended")
                                                                : CHARTER_KIND ("interest-ended");

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, declared->makes, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (ended == CHARTER_INSTANT_NONE || fact->at < ended)
      ended = fact->at;

  return ended;
}

gboolean
charter_interest_is_changed (const CharterScene *scene,
                             const CharterFact  *declared)
{
  return charter_scene_data (scene, declared) != declared->data
         || ended_at (scene, declared) != CHARTER_INSTANT_NONE;
}

/* It holds from its `since`, else from when it was declared, to its `until`, an
 * interest-ended, or the end of the tail after either. */
gboolean
charter_interest_is_current (const CharterScene          *scene,
                             const CharterConflictPolicy *policy,
                             const CharterFact           *declared,
                             gint64                       at)
{
  gint32 since = charter_scene_date (scene, declared, "since");
  gint32 until = charter_scene_date (scene, declared, "until");
  gint64 ended = ended_at (scene, declared);

  if (since != CHARTER_DATE_NONE ? charter_scene_date_of (scene, at) < since : at < declared->at)
    return FALSE;
  if (until != CHARTER_DATE_NONE && !within_tail_of_date (scene, policy, until, at))
    return FALSE;

  return ended == CHARTER_INSTANT_NONE || within_tail_of_instant (scene, policy, ended, at);
}

/* An edge that no later entry touched tells it by itself. */
gboolean
charter_edge_is_current (const CharterScene          *scene,
                         const CharterConflictPolicy *policy,
                         const CharterEdge           *edge,
                         gint64                       at)
{
  if (edge->seq > scene->known)
    return FALSE;
  if (!(edge->flags & CHARTER_EDGE_CHANGED))
    {
      if (at < edge->begins)
        return FALSE;
      if (at < edge->ends)
        return TRUE;
    }

  return charter_interest_is_current (scene, policy, charter_scene_fact (scene, edge->seq), at);
}
