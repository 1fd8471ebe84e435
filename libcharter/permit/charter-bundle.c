/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* Bundles: several decisions put as one motion.  Those on which somebody with a vote on the
 * bundle is barred from voting are taken out of it, and are taken alone. */

typedef struct
{
  const CharterScene          *scene;
  const CharterDocumentData   *charter;
  const CharterRuleData       *rule;
  gint64                       at;
  const CharterElectorateData *electorate;   /* of the bundle */
} Work;

static gboolean
is_withdrawn (const Work *work,
              CharterRef  decision)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, work->scene, decision,
                                                      CHARTER_KIND ("decision-withdrawn"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= work->at)
      return TRUE;

  return FALSE;
}

/* The first who would have a vote, and is barred from this one. */
static void
find_barred (const Work     *work,
             CharterBundled *row)
{
  CharterElectorateData electorate;

  charter_permit_electorate (work->scene, row->decision, work->charter, work->rule, work->at,
                             &electorate);
  for (guint i = 0; i < electorate.excluded->len && row->ground == NULL; i++)
    {
      const CharterExclusionData *e = &g_array_index (electorate.excluded, CharterExclusionData, i);

      if (!(e->shown & CHARTER_FROM_VOTE) || !charter_exclusion_is_bar (e)
          || !charter_refs_contain (work->electorate->vote, e->who))
        continue;
      row->ground = e->ground;
      row->who = e->who;
      row->person = e->person;
      row->clause = e->clause;
      row->because = e->because;
    }
  charter_electorate_clear (&electorate);
}

static void
judge (const Work     *work,
       CharterBundled *row)
{
  const CharterFact *proposed = charter_scene_maker (work->scene, row->decision);
  const CharterFact *opened = charter_item_opened (work->scene, row->decision, work->at, NULL);
  const char *rule = charter_item_rule_id (work->scene, proposed, work->at);

  if (is_withdrawn (work, row->decision))
    row->ground = "withdrawn";
  else if (g_strcmp0 (rule, work->rule->id) != 0)
    row->ground = "other-rule";
  else if (charter_node_member (charter_scene_data (work->scene, proposed), "bundle") != NULL)
    row->ground = "bundle";
  else
    find_barred (work, row);
  if (row->ground != NULL || opened == NULL)
    return;
  row->ground = "opened-alone";
  row->because = opened;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      scene)
{
  const CharterBundled *x = a, *y = b;

  return strcmp (charter_scene_name (scene, x->decision), charter_scene_name (scene, y->decision));
}

/* Each decision once, however often it is named. */
static gboolean
is_noted (GArray     *out,
          CharterRef  decision)
{
  for (guint i = 0; i < out->len; i++)
    if (g_array_index (out, CharterBundled, i).decision == decision)
      return TRUE;

  return FALSE;
}

void
charter_permit_bundle (const CharterScene        *scene,
                       CharterRef                 bundle,
                       const CharterDocumentData *charter,
                       const CharterRuleData     *rule,
                       gint64                     at,
                       GArray                    *out)
{
  const CharterFact *proposed = charter_scene_maker (scene, bundle);
  const CharterNode *names = charter_node_member (charter_scene_data (scene, proposed), "bundle");
  CharterElectorateData electorate;
  const Work work = { scene, charter, rule, at, &electorate };

  if (names == NULL || charter == NULL || rule == NULL)
    return;
  charter_permit_electorate (scene, bundle, charter, rule, at, &electorate);
  for (const CharterNode *name = charter_node_first (names); name != NULL;
       name = charter_node_next (names, name))
    {
      CharterBundled row = { .decision = charter_scene_find (scene, name->string) };

      if (row.decision == 0 || row.decision == bundle || is_noted (out, row.decision)
          || charter_scene_maker_kind (scene, row.decision) != CHARTER_KIND ("decision-proposed"))
        continue;
      judge (&work, &row);
      g_array_append_val (out, row);
    }
  g_array_sort_with_data (out, compare_rows, (gpointer) scene);
  charter_electorate_clear (&electorate);
}
