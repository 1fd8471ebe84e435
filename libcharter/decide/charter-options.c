/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

#include "state/charter-memo-private.h"
#include "state/charter-string-table-private.h"

/* The options of a decision: those proposed, or those of the last amendment before the opening that
 * has any.  One with `left-out` is named and not offered; where the rule asks that each be seconded
 * by itself, neither is one that too few seconded by the opening, as was known then.  The rule's
 * default option is one more, if the proposal does not list it, and always offered. */

static const CharterNode *
find_list (const CharterScene *scene,
           CharterRef          decision,
           gint64              at)
{
  const CharterFact *amended = charter_item_amended (scene, decision, "options", at);
  const CharterFact *given = amended != NULL ? amended : charter_scene_maker (scene, decision);

  return given != NULL ? charter_node_member (charter_scene_data (scene, given), "options") : NULL;
}

static void
add (CharterOptions    *self,
     const char        *id,
     const CharterNode *node,
     gboolean           offered)
{
  CharterOption added = { .id = id, .node = node, .offered = offered };

  if (id == NULL || self->rows->len >= CHARTER_OPTIONS_MAX || charter_options_find (self, id) >= 0)
    return;
  g_array_append_val (self->rows, added);
  g_hash_table_insert (self->by_id, (gpointer) id, GUINT_TO_POINTER (self->rows->len));
}

/* Seconding, option by option */

static gboolean
is_seconded_alone (const CharterRuleData *rule)
{
  return rule->admission.given && rule->admission.per_option;
}

/* Before the opening as things stand. */
static void
look_at_seconds (CharterOptions        *self,
                 const CharterScene    *scene,
                 CharterRef             decision,
                 const CharterRuleData *rule,
                 gint64                 at,
                 CharterAdmission      *out)
{
  CharterTimeline timeline = {
    .proposed = charter_scene_maker (scene, decision), .rule = rule,
    .charter = charter_scene_charter_of (scene, decision, at),
  };

  timeline.opened = charter_item_opened (scene, decision, at, &timeline.since);
  for (guint i = 0; i < self->rows->len; i++)
    charter_admission_read_option (&timeline, scene, decision, charter_options_get (self, i)->id, at,
                                   &out[i]);
}

static void
drop_unseconded (CharterOptions         *self,
                 const CharterAdmission *admissions)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CharterOption *option = charter_options_get (self, i);

      if (!option->offered || (int) i == self->default_
          || admissions[i].met != CHARTER_INSTANT_NONE)
        continue;
      option->offered = FALSE;
      option->unseconded = TRUE;
      option->seconds = admissions[i].counted;
      option->needed = admissions[i].needed;
    }
}

/* What was known at the opening never changes, so it is looked up once. */
static void
read_seconds (CharterOptions        *self,
              const CharterScene    *scene,
              CharterRef             decision,
              const CharterRuleData *rule,
              gint64                 at)
{
  const CharterFact *opened = charter_item_opened (scene, decision, at, NULL);
  CharterScene then = *scene;
  CharterAdmission *admissions = NULL;

  if (opened != NULL)
    {
      then.known = opened->seq;
      admissions = charter_scene_take_memo (scene, CHARTER_MEMO_SECONDED, opened->seq);
    }
  if (admissions == NULL)
    {
      admissions = g_new0 (CharterAdmission, self->rows->len + 1);
      look_at_seconds (self, &then, decision, rule, at, admissions);
    }
  drop_unseconded (self, admissions);
  if (opened != NULL)
    charter_scene_give_memo (scene, CHARTER_MEMO_SECONDED, opened->seq, admissions);
  else
    g_free (admissions);
}

void
charter_options_init (CharterOptions        *self,
                      const CharterScene    *scene,
                      CharterRef             decision,
                      const CharterRuleData *rule,
                      gint64                 at)
{
  const CharterNode *list = find_list (scene, decision, at);
  const char *default_option = charter_node_member_string (rule->node, "default-option");

  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterOption));
  self->by_id = g_hash_table_new (charter_string_hash, g_str_equal);
  for (const CharterNode *o = list != NULL ? charter_node_first (list) : NULL; o != NULL;
       o = charter_node_next (list, o))
    add (self, charter_node_member_string (o, "id"), o,
         charter_node_member (o, "left-out") == NULL);
  add (self, default_option, NULL, TRUE);
  self->default_ = default_option != NULL ? charter_options_find (self, default_option) : -1;
  if (self->default_ >= 0)
    charter_options_get (self, self->default_)->offered = TRUE;
  if (is_seconded_alone (rule))
    read_seconds (self, scene, decision, rule, at);
}

void
charter_options_clear (CharterOptions *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
}

int
charter_options_find (const CharterOptions *self,
                      const char           *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
}
