/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-verdict.h>

#include "decide/charter-decide-work-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bundles: what of one is decided together, and by which bundle a decision is decided that was
 * never opened itself.  What a bundle held when its closing was entered stands, whatever comes
 * to be known later. */

#define TYPE(name, code, text) static const CharterReasonType type_##name = { code, N_(text) }

TYPE (taken_out, "taken-out",
      "{0} is taken out of the bundle, and is taken alone, since {1} is kept from voting on it. "
      "{2}");
TYPE (taken_out_through, "taken-out",
      "{0} is taken out of the bundle, and is taken alone, since {1} is kept from voting on it, "
      "and has nobody else to send. For {3}: {2}");
TYPE (taken_out_withdrawn, "taken-out", "{0} is taken out of the bundle: it was withdrawn.");
TYPE (taken_out_rule, "taken-out",
      "{0} is taken out of the bundle: it is put under another rule.");
TYPE (taken_out_bundle, "taken-out", "{0} is taken out of the bundle: it is a bundle itself.");
TYPE (taken_out_opened, "taken-out",
      "{0} is taken out of the bundle: voting on it was opened by itself.");
TYPE (bundled, "bundled", "{0} is decided with the bundle {1}.");
TYPE (out_of_bundle, "taken-out",
      "It was put as part of the bundle {0}, and is not decided with it.");

/* The decisions of a bundle, as its times have it. */
static void
read_rows (const CharterScene    *scene,
           CharterRef             bundle,
           const CharterTimeline *timeline,
           gint64                 at,
           GArray                *out)
{
  CharterScene then = *scene;

  if (timeline->closed != NULL)
    then.known = timeline->closed->seq - 1;
  charter_permit_bundle (&then, bundle, timeline->charter, timeline->rule,
                         charter_timeline_item_time (timeline, at), out);
}

/* By which bundle */

/* Is @decision in the bundle, and why not?  FALSE if it does not belong to it, or the bundle
 * was never put. */
static gboolean
find_row (const CharterScene    *scene,
          const CharterFact     *proposed,
          CharterRef             decision,
          guint32                since,
          gint64                 at,
          CharterTimeline       *timeline,
          CharterBundled        *out)
{
  g_autoptr(GArray) rows = NULL;

  const char *name = charter_scene_name (scene, decision);

  if (proposed->at > at || proposed->makes == decision
      || !charter_scene_member_has (scene, proposed, "bundle", name))
    return FALSE;
  charter_timeline_init (timeline, scene, proposed->makes, at);
  if (timeline->opened == NULL || timeline->opened->seq < since || timeline->withdrawn != NULL)
    return FALSE;
  rows = g_array_new (FALSE, FALSE, sizeof (CharterBundled));
  read_rows (scene, proposed->makes, timeline, at, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, CharterBundled, i).decision == decision)
      {
        *out = g_array_index (rows, CharterBundled, i);
        return TRUE;
      }

  return FALSE;
}

void
charter_decide_bundling (const CharterScene *scene,
                         CharterRef          decision,
                         gint64              at,
                         CharterBundling    *out)
{
  guint32 since, first_in = G_MAXUINT32, first_out = G_MAXUINT32;
  const CharterFact *opened = charter_item_opened (scene, decision, at, &since);
  CharterTimeline timeline;
  CharterBundled row;
  CharterCursor cursor;

  *out = (CharterBundling) { 0 };
  for (const CharterFact *fact =
         charter_cursor_last (&cursor, scene, decision, CHARTER_KIND ("decision-proposed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      if (!find_row (scene, fact, decision, since, at, &timeline, &row))
        continue;
      if (row.ground == NULL && opened == NULL && timeline.opened->seq < first_in)
        {
          out->by = fact->makes;
          first_in = timeline.opened->seq;
        }
      else if (row.ground != NULL && timeline.opened->seq < first_out)
        {
          out->out_of = fact->makes;
          out->row = row;
          first_out = timeline.opened->seq;
        }
    }
}

CharterRef
charter_decide_bundle (const CharterScene *scene,
                       CharterRef          decision,
                       gint64              at)
{
  CharterBundling bundling;

  charter_decide_bundling (scene, decision, at, &bundling);

  return bundling.by;
}

const CharterFact *
charter_decide_closing (const CharterScene *scene,
                        CharterRef          decision,
                        gint64              at)
{
  CharterTimeline timeline;
  CharterRef bundle;

  charter_timeline_init (&timeline, scene, decision, at);
  if (timeline.opened != NULL || timeline.closed != NULL)
    return timeline.closed;
  bundle = charter_decide_bundle (scene, decision, at);
  if (bundle == 0)
    return NULL;
  charter_timeline_init (&timeline, scene, bundle, at);

  return timeline.closed;
}

/* A decision of a bundle may be published, enacted or replaced by itself. */
CharterDecisionState
charter_bundled_state (const CharterScene    *scene,
                       CharterRef             decision,
                       CharterRef             bundle,
                       const CharterTimeline *timeline,
                       gint64                 at)
{
  CharterDecisionState state = charter_timeline_state (timeline, scene, decision, at), whole;

  if (state != CHARTER_DECISION_STATE_CLOSED)
    return state;
  whole = charter_timeline_state (timeline, scene, bundle, at);

  return whole == CHARTER_DECISION_STATE_SUPERSEDED ? state : whole;
}

/* What of a bundle is decided together */

#define add(self, parent, type, clause, ...) \
  charter_reasons_add ((self)->reasons, (parent), (type), (clause), ##__VA_ARGS__, NULL)

static CharterReasonId
top_of (const CharterDecided *self)
{
  return charter_reasons_first (self->reasons, 0);
}

static CharterReasonId
explain_barred (CharterDecided       *self,
                CharterReasonId       parent,
                const CharterBundled *row)
{
  const char *name = charter_scene_name (&self->scene, row->decision);
  const char *who = charter_scene_name (&self->scene, row->who);
  const char *person = charter_scene_name (&self->scene, row->person);
  const char *sentence = charter_ground_explain (row->ground);

  return add (self, parent, row->person != row->who ? &type_taken_out_through : &type_taken_out,
              row->clause, name, who, sentence != NULL ? sentence : "", person);
}

static void
explain_taken_out (CharterDecided       *self,
                   CharterReasonId       parent,
                   const CharterBundled *row)
{
  static const struct { const char *ground; const CharterReasonType *type; } others[] = {
    { "withdrawn", &type_taken_out_withdrawn },
    { "other-rule", &type_taken_out_rule },
    { "bundle", &type_taken_out_bundle },
    { "opened-alone", &type_taken_out_opened },
  };
  CharterReasonId reason = 0;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (others[i].ground, row->ground) == 0)
      reason = add (self, parent, others[i].type, NULL,
                    charter_scene_name (&self->scene, row->decision));
  if (reason == 0)
    reason = explain_barred (self, parent, row);
  if (row->because != NULL)
    charter_reasons_cite (self->reasons, reason, row->because->seq);
}

void
charter_decided_add_bundle (CharterDecided *self)
{
  CharterTimeline timeline;
  CharterReasonId top = top_of (self);

  if (charter_node_member (charter_scene_data (&self->scene, self->proposed), "bundle") == NULL)
    return;
  self->bundle = g_array_new (FALSE, FALSE, sizeof (CharterBundled));
  charter_timeline_init (&timeline, &self->scene, self->decision, self->at);
  read_rows (&self->scene, self->decision, &timeline, self->at, self->bundle);
  for (guint i = 0; i < self->bundle->len; i++)
    if (g_array_index (self->bundle, CharterBundled, i).ground != NULL)
      explain_taken_out (self, top, &g_array_index (self->bundle, CharterBundled, i));
}

void
charter_decided_explain_out_of (CharterDecided        *self,
                                const CharterBundling *bundling)
{
  const CharterFact *proposed = charter_scene_maker (&self->scene, bundling->out_of);
  CharterReasonId reason = add (self, top_of (self), &type_out_of_bundle, NULL,
                                charter_scene_name (&self->scene, bundling->out_of));

  charter_reasons_cite (self->reasons, reason, proposed->seq);
  explain_taken_out (self, reason, &bundling->row);
}

/* The outcome of the bundle becomes that of one of its decisions. */
void
charter_decided_give_to (CharterDecided *self,
                         CharterRef      decision)
{
  CharterRef bundle = self->decision;
  const CharterFact *proposed = self->proposed;
  CharterTimeline timeline;
  CharterReasonId reason;

  charter_timeline_init (&timeline, &self->scene, bundle, self->at);
  self->state = charter_bundled_state (&self->scene, decision, bundle, &timeline, self->at);
  self->decision = decision;
  self->proposed = charter_scene_maker (&self->scene, decision);
  g_clear_pointer (&self->flagged, g_array_unref);
  g_clear_pointer (&self->flagged_arena, charter_arena_unref);
  charter_decided_find_flagged (self, charter_timeline_item_time (&timeline, self->at));
  charter_decided_explain_flagged (self);
  reason = add (self, top_of (self), &type_bundled, NULL,
                charter_scene_name (&self->scene, decision),
                charter_scene_name (&self->scene, bundle));
  charter_reasons_cite (self->reasons, reason, proposed->seq);
}

GStrv
charter_decided_dup_bundle (const CharterDecided *self,
                            gboolean              taken_out)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; self->bundle != NULL && i < self->bundle->len; i++)
    {
      const CharterBundled *row = &g_array_index (self->bundle, CharterBundled, i);

      if ((row->ground != NULL) == taken_out)
        g_ptr_array_add (names, (gpointer) charter_scene_name (&self->scene, row->decision));
    }
  g_ptr_array_add (names, NULL);

  return g_strdupv ((char **) names->pdata);
}
