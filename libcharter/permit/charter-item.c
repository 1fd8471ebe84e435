/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-item-private.h"

#include <string.h>

/* An item of business: what is put, under which rule, when voting is open, and who was in
 * the room. */

static void
add_party (CharterItem       *self,
           const CharterNode *name)
{
  CharterRef ref = name->type == CHARTER_NODE_STRING
                     ? charter_scene_find (self->scene, name->string)
                     : 0;

  if (ref != 0 && !charter_refs_contain (self->about, ref))
    g_array_append_val (self->about, ref);
}

/* `about` is one party or a list of them. */
static void
collect_about (CharterItem       *self,
               const CharterNode *about)
{
  if (about == NULL)
    return;
  if (about->type != CHARTER_NODE_ARRAY)
    {
      add_party (self, about);
      return;
    }
  for (const CharterNode *name = charter_node_first (about); name != NULL;
       name = charter_node_next (about, name))
    add_party (self, name);
}

void
charter_item_init (CharterItem               *self,
                   const CharterScene        *scene,
                   CharterRef                 decision,
                   const CharterDocumentData *charter,
                   const CharterRuleData     *rule,
                   gint64                     at)
{
  self->scene = scene;
  self->decision = decision;
  self->proposed = decision != 0 ? charter_scene_maker (scene, decision) : NULL;
  self->at = at;
  self->charter = charter;
  if (charter == NULL && decision != 0)
    self->charter = charter_scene_charter_of (scene, decision, at);
  self->rule = rule;
  if (rule == NULL && self->proposed != NULL && self->charter != NULL)
    self->rule = charter_item_rule (scene, self->proposed, self->charter, at);
  self->about = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  self->web = charter_web_new ();
  if (self->proposed != NULL)
    collect_about (self, charter_node_member (charter_scene_data (scene, self->proposed), "about"));
}

void
charter_item_init_about (CharterItem        *self,
                         const CharterScene *scene,
                         const CharterNode  *about,
                         gint64              at)
{
  charter_item_init (self, scene, 0, charter_scene_charter (scene, at, NULL), NULL, at);
  collect_about (self, about);
}

void
charter_item_set_about (const CharterItem *self,
                        const guint32     *hubs,
                        guint              n)
{
  const CharterEdges *edges = charter_scene_edges (self->scene);

  g_array_set_size (self->about, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->about, CharterRef, i) = charter_edges_hub (edges, hubs[i])->ref;
}

void
charter_item_clear (CharterItem *self)
{
  g_clear_pointer (&self->about, g_array_unref);
  g_clear_pointer (&self->web, charter_web_free);
}

gboolean
charter_refs_contain (GArray     *refs,
                      CharterRef  ref)
{
  for (guint i = 0; i < refs->len; i++)
    if (g_array_index (refs, CharterRef, i) == ref)
      return TRUE;

  return FALSE;
}

/* The rule and the times */

/* From its opening on, nothing amends what is voted on. */
static gboolean
came_too_late (const CharterScene *scene,
               const CharterFact  *amended,
               CharterRef          decision,
               gint64              at)
{
  const CharterFact *opened = charter_item_opened (scene, decision, at, NULL);

  return opened != NULL && (amended->seq > opened->seq || amended->at > opened->at);
}

const CharterFact *
charter_item_amended (const CharterScene *scene,
                      CharterRef          decision,
                      const char         *member,
                      gint64              at)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, decision,
                                                      CHARTER_KIND ("decision-amended"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= at && charter_scene_member (scene, fact, "decision") == decision
        && charter_node_member (charter_scene_data (scene, fact), member) != NULL
        && !came_too_late (scene, fact, decision, at))
      return fact;

  return NULL;
}

const char *
charter_item_rule_id (const CharterScene *scene,
                      const CharterFact  *proposed,
                      gint64              at)
{
  const CharterFact *amended = charter_item_amended (scene, proposed->makes, "rule", at);

  return charter_scene_string (scene, amended != NULL ? amended : proposed, "rule");
}

const CharterRuleData *
charter_item_rule (const CharterScene        *scene,
                   const CharterFact         *proposed,
                   const CharterDocumentData *charter,
                   gint64                     at)
{
  const char *id = charter_item_rule_id (scene, proposed, at);

  return id != NULL ? charter_document_data_find_rule (charter, id) : NULL;
}

/* The newest entry of a kind on a decision that had happened by @at, after @since. */
static const CharterFact *
newest (const CharterScene *scene,
        CharterRef          decision,
        guint16             kind,
        guint32             since,
        gint64              at)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, decision, kind);
       fact != NULL && fact->seq > since; fact = charter_cursor_previous (&cursor))
    if (fact->at <= at && charter_scene_member (scene, fact, "decision") == decision)
      return fact;

  return NULL;
}

const CharterFact *
charter_item_opened (const CharterScene *scene,
                     CharterRef          decision,
                     gint64              at,
                     guint32            *since)
{
  const CharterFact *reopened = newest (scene, decision, CHARTER_KIND ("decision-reopened"), 0, at);
  guint32 start = reopened != NULL ? reopened->seq : 0;

  if (since != NULL)
    *since = start;

  return newest (scene, decision, CHARTER_KIND ("decision-opened"), start, at);
}

/* The version pinned at the opening says which days are working days. */
static const CharterCalendar *
pinned_calendar (const CharterScene *scene,
                 const CharterFact  *opened)
{
  const CharterDocumentData *charter
    = charter_scene_charter_of (scene, charter_scene_member (scene, opened, "decision"),
                                opened->at);

  return charter != NULL ? &charter->calendar : charter_scene_calendar (scene, opened->at);
}

void
charter_item_times (const CharterScene    *scene,
                    const CharterFact     *opened,
                    const CharterRuleData *rule,
                    gint64                *opens,
                    gint64                *closes)
{
  *opens = *closes = CHARTER_INSTANT_NONE;
  if (opened == NULL)
    return;
  *opens = opened->at;
  *closes = charter_scene_instant (scene, opened, "closes");
  if (*closes == CHARTER_INSTANT_NONE && rule != NULL && rule->times.has_open)
    *closes = charter_period_add_to_instant (&rule->times.open, opened->at,
                                             charter_scene_zone (scene),
                                             pinned_calendar (scene, opened));
}

gboolean
charter_item_is_open (const CharterRuleData *rule,
                      gint64                 opens,
                      gint64                 closes,
                      gint64                 at)
{
  if (opens == CHARTER_INSTANT_NONE || at < opens)
    return FALSE;
  if (closes == CHARTER_INSTANT_NONE || at < closes)
    return TRUE;

  return at == closes && rule->closes_inclusive;
}

const CharterFact *
charter_item_withdrawn (const CharterItem *item,
                        gint64             at)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, item->decision,
                                                      CHARTER_KIND ("decision-withdrawn"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= at)
      return fact;

  return NULL;
}

const CharterFact *
charter_item_closed (const CharterItem *item,
                     gint64             at)
{
  guint32 since;
  CharterCursor cursor;

  charter_item_opened (item->scene, item->decision, at, &since);
  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, item->decision,
                                                      CHARTER_KIND ("decision-closed"));
       fact != NULL && fact->seq > since; fact = charter_cursor_previous (&cursor))
    if (fact->at <= at)
      return fact;

  return NULL;
}

gboolean
charter_item_is_put (const CharterItem *item,
                     gint64             opens,
                     gint64             closes,
                     gint64             at)
{
  return charter_item_withdrawn (item, at) == NULL
         && charter_item_is_open (item->rule, opens, closes, at)
         && charter_item_closed (item, at) == NULL;
}

gboolean
charter_item_amount (const CharterScene *scene,
                     const CharterFact  *proposed,
                     gint64             *amount)
{
  const CharterNode *node = charter_node_member (charter_scene_data (scene, proposed), "amount");

  if (!charter_node_is (node, CHARTER_NODE_INTEGER))
    return FALSE;
  *amount = node->integer;

  return TRUE;
}

/* Who was in the room */

CharterRef
charter_item_meeting (const CharterItem *item)
{
  const CharterScene *scene = item->scene;
  CharterRef meeting;
  CharterCursor cursor;
  const CharterFact *called, *changed;

  if (item->proposed == NULL)
    return 0;
  meeting = charter_scene_member (scene, item->proposed, "meeting");
  if (meeting != 0)
    return meeting;
  called = charter_cursor_last (&cursor, scene, item->decision, CHARTER_KIND ("meeting-called"));
  changed = charter_cursor_last (&cursor, scene, item->decision, CHARTER_KIND ("meeting-changed"));
  if (changed != NULL && (called == NULL || changed->seq > called->seq))
    return charter_scene_member (scene, changed, "meeting");

  return called != NULL ? called->makes : 0;
}

/* Does an agenda have the decision under an id that @items lists? */
static gboolean
agenda_lists (const CharterItem *item,
              const CharterFact *agenda,
              const CharterNode *items)
{
  const CharterNode *rows = charter_node_member (charter_scene_data (item->scene, agenda), "items");
  const char *decision = charter_scene_name (item->scene, item->decision);

  if (rows == NULL)
    return FALSE;
  for (const CharterNode *row = charter_node_first (rows); row != NULL;
       row = charter_node_next (rows, row))
    {
      const char *id = charter_node_member_string (row, "id");

      if (id != NULL && g_strcmp0 (charter_node_member_string (row, "decision"), decision) == 0
          && charter_node_has_string (items, id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
agendas_list (const CharterItem *item,
              guint16            kind,
              const CharterNode *items)
{
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, item->scene, item->decision, kind);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (agenda_lists (item, fact, items))
      return TRUE;

  return FALSE;
}

/* Is the attendance for this item, or for the whole meeting? */
static gboolean
attends_item (const CharterItem *item,
              const CharterFact *noted)
{
  const CharterNode *items = charter_node_member (charter_scene_data (item->scene, noted), "items");

  return items == NULL
         || charter_node_has_string (items, charter_scene_name (item->scene, item->decision))
         || agendas_list (item, CHARTER_KIND ("meeting-called"), items)
         || agendas_list (item, CHARTER_KIND ("meeting-changed"), items);
}

int
charter_item_attendance (const CharterItem  *item,
                         CharterRef          person,
                         const CharterFact **noted)
{
  const CharterScene *scene = item->scene;
  CharterRef meeting = charter_item_meeting (item);
  CharterCursor cursor;

  if (meeting == 0)
    return -1;
  for (const CharterFact *fact =
         charter_cursor_last (&cursor, scene, person, CHARTER_KIND ("attendance-noted"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    {
      if (fact->at > item->at
          || charter_scene_member (scene, fact, "meeting") != meeting
          || charter_scene_member (scene, fact, "person") != person
          || !attends_item (item, fact))
        continue;
      if (noted != NULL)
        *noted = fact;
      return charter_node_member_boolean (charter_scene_data (scene, fact), "present", FALSE);
    }

  return -1;
}
