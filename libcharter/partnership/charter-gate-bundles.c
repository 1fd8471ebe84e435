/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-gate-private.h"
#include "permit/charter-item-private.h"

#include <string.h>

/* Rules of the gate: a decision that puts several others as one motion.  They must be at
 * rest, under the rule of the motion, and in no other motion that still stands. */

typedef struct
{
  CharterGate       *gate;
  const CharterNode *item;       /* the id in the list */
  const char        *path;
  const CharterFact *proposed;
} Work;

static gboolean
refuse (const Work        *work,
        const char        *code,
        const CharterFact *because,
        const char        *what)
{
  if (because != NULL)
    return charter_gate_refuse (work->gate, CHARTER_ERROR_REFUSED, code, work->path,
                                "“%s” %s (entry %u)", work->item->string, what, because->seq);
  return charter_gate_refuse (work->gate, CHARTER_ERROR_REFUSED, code, work->path, "“%s” %s",
                              work->item->string, what);
}

static gboolean
is_bundle (const CharterScene *scene,
           const CharterFact  *proposed)
{
  return charter_node_member (charter_scene_data (scene, proposed), "bundle") != NULL;
}

/* Proposed or open: neither decided, withdrawn nor lapsed. */
static gboolean
stands (CharterGate *gate,
        CharterRef   decision)
{
  switch (charter_decide_state (&gate->scene, decision, gate->at, NULL, NULL))
    {
    case CHARTER_DECISION_STATE_PROPOSED:
    case CHARTER_DECISION_STATE_DISCUSSION:
    case CHARTER_DECISION_STATE_REFLECTION:
    case CHARTER_DECISION_STATE_OPEN:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The standing bundle that has the decision, NULL if there is none. */
static const CharterFact *
bundle_with (CharterGate *gate,
             CharterRef   decision)
{
  const char *id = charter_scene_name (&gate->scene, decision);
  CharterCursor cursor;

  for (const CharterFact *other = charter_cursor_last (&cursor, &gate->scene, decision,
                                                       CHARTER_KIND ("decision-proposed"));
       other != NULL; other = charter_cursor_previous (&cursor))
    if (charter_scene_member_has (&gate->scene, other, "bundle", id) && stands (gate, other->makes))
      return other;
  return NULL;
}

/* — each decision of a bundle — */

static gboolean
check_once (const Work        *work,
            const CharterNode *list)
{
  for (const CharterNode *before = charter_node_first (list); before != work->item;
       before = charter_node_next (list, before))
    if (strcmp (before->string, work->item->string) == 0)
      return refuse (work, "bundle-twice", NULL, "is listed twice: name each decision once");
  return TRUE;
}

/* The newest entry of a kind that no decision-reopened has undone. */
static const CharterFact *
standing_entry (const Work *work,
                guint16     kind)
{
  CharterCursor cursor;
  const CharterScene *scene = &work->gate->scene;
  const CharterFact *fact = charter_cursor_last (&cursor, scene, work->proposed->makes, kind);
  const CharterFact *reopened = charter_cursor_last (&cursor, scene, work->proposed->makes,
                                                     CHARTER_KIND ("decision-reopened"));

  return fact != NULL && (reopened == NULL || reopened->seq < fact->seq) ? fact : NULL;
}

static gboolean
check_at_rest (const Work *work)
{
  static const struct { const char *kind, *code, *what; } ends[] = {
    { "decision-withdrawn", "bundle-withdrawn", "has been withdrawn, and cannot be put again" },
    { "decision-closed", "bundle-closed", "has been decided already" },
    { "decision-opened", "bundle-opened",
      "is open for voting on its own: a bundle takes decisions before they are opened" },
  };
  const CharterFact *closing;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const CharterFact *fact = standing_entry (work, charter_kind_lookup (ends[i].kind));

      if (fact != NULL)
        return refuse (work, ends[i].code, fact, ends[i].what);
    }
  closing = charter_decide_closing (&work->gate->scene, work->proposed->makes, work->gate->at);
  if (closing != NULL)
    return refuse (work, "bundle-closed", closing, "has been decided already, with a bundle");
  return stands (work->gate, work->proposed->makes)
         || refuse (work, "bundle-lapsed", work->proposed,
                    "has lapsed or been superseded, and cannot be put again");
}

static gboolean
check_free (const Work *work)
{
  const CharterFact *other;

  if (is_bundle (&work->gate->scene, work->proposed))
    return refuse (work, "bundle-nested", work->proposed,
                   "is a bundle itself: name the decisions that it has");
  other = bundle_with (work->gate, work->proposed->makes);
  return other == NULL
         || refuse (work, "bundle-taken", other, "is in another bundle that has not been decided yet");
}

static gboolean
check_same_rule (const Work *work)
{
  const char *own = charter_item_rule_id (&work->gate->scene, work->proposed, work->gate->at);
  const char *rule = charter_gate_string (work->gate, "rule");

  if (g_strcmp0 (own, rule) == 0)
    return TRUE;
  return charter_gate_refuse (work->gate, CHARTER_ERROR_REFUSED, "bundle-other-rule", work->path,
                              "“%s” is under the rule “%s” (entry %u), and the bundle under “%s”: "
                              "all must be under one", work->item->string, own,
                              work->proposed->seq, rule);
}

static gboolean
check_item (CharterGate       *gate,
            const CharterNode *list,
            const CharterNode *item,
            guint              index)
{
  g_autofree char *path = g_strdup_printf ("/data/bundle/%u", index);
  CharterRef ref = charter_scene_find (&gate->scene, item->string);
  const Work work = { gate, item, path, charter_scene_maker (&gate->scene, ref) };

  return check_once (&work, list) && check_at_rest (&work) && check_free (&work)
         && check_same_rule (&work);
}

gboolean
charter_gate_check_bundle (CharterGate *gate)
{
  const CharterNode *list = charter_node_member (gate->data, "bundle");
  guint i = 0;

  if (list == NULL)
    return TRUE;
  if (list->length > 1000)
    return charter_gate_refuse (gate, CHARTER_ERROR_LIMIT, "bundle-too-large", "/data/bundle",
                                "A bundle has at most 1000 decisions");
  for (const CharterNode *item = charter_node_first (list); item != NULL;
       item = charter_node_next (list, item), i++)
    if (!check_item (gate, list, item, i))
      return FALSE;
  return list->length >= 2
         || charter_gate_refuse (gate, CHARTER_ERROR_VALUE, "bundle-too-small", "/data/bundle",
                                 "A bundle puts at least two decisions as one motion: name another, "
                                 "or put the one on its own");
}

/* — amending — */

gboolean
charter_gate_check_bundle_rule (CharterGate *gate)
{
  const char *rule = charter_gate_string (gate, "rule");
  CharterRef decision = charter_gate_ref (gate, "decision");
  const CharterFact *proposed = charter_scene_maker (&gate->scene, decision);
  const CharterFact *bundle;

  if (rule == NULL || g_strcmp0 (rule, charter_item_rule_id (&gate->scene, proposed, gate->at)) == 0)
    return TRUE;
  bundle = is_bundle (&gate->scene, proposed) ? proposed : bundle_with (gate, decision);
  if (bundle == NULL)
    return TRUE;
  return charter_gate_refuse (gate, CHARTER_ERROR_REFUSED, "bundle-other-rule", "/data/rule",
                              "All decisions of the bundle “%s” (entry %u) are under one rule, so "
                              "“%s” keeps its own", charter_scene_name (&gate->scene, bundle->makes),
                              bundle->seq, charter_gate_string (gate, "decision"));
}
