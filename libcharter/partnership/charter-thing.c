/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-thing-private.h"

#include <charter/charter-things.h>
#include <string.h>

#include "format/charter-kinds-private.h"
#include "permit/charter-item-private.h"

const CharterSort charter_sorts[CHARTER_N_THING_SORTS] = {
  [CHARTER_THING_PARTNER] = { charter_partner_get_type, CHARTER_KIND_PARTNER_JOINED,
                              CHARTER_KIND_NONE, "partner", "current" },
  [CHARTER_THING_PERSON] = { charter_person_get_type, CHARTER_KIND_PERSON_JOINED,
                             CHARTER_KIND_NONE, "person", "current" },
  [CHARTER_THING_APPOINTMENT] = { charter_appointment_get_type, CHARTER_KIND_ROLE_GIVEN,
                                  CHARTER_KIND_NONE, NULL, "held" },
  [CHARTER_THING_DECISION] = { charter_decision_get_type, CHARTER_KIND_DECISION_PROPOSED,
                               CHARTER_KIND_DECISION_AMENDED, "decision", "state" },
  [CHARTER_THING_MEETING] = { charter_meeting_get_type, CHARTER_KIND_MEETING_CALLED,
                              CHARTER_KIND_MEETING_CHANGED, "meeting", NULL },
  [CHARTER_THING_ACTION] = { charter_action_get_type, CHARTER_KIND_ACTION_AGREED,
                             CHARTER_KIND_ACTION_PROGRESSED, "action", NULL },
  [CHARTER_THING_INTEREST] = { charter_interest_get_type, CHARTER_KIND_INTEREST_DECLARED,
                               CHARTER_KIND_NONE, "interest", NULL },
  [CHARTER_THING_AGREEMENT] = { charter_agreement_get_type, CHARTER_KIND_AGREEMENT_MADE,
                                CHARTER_KIND_NONE, "agreement", NULL },
  [CHARTER_THING_OBJECTIVE] = { charter_objective_get_type, CHARTER_KIND_OBJECTIVE_AGREED,
                                CHARTER_KIND_NONE, "objective", NULL },
  [CHARTER_THING_CONTRIBUTION] = { charter_contribution_get_type, CHARTER_KIND_CONTRIBUTION_MADE,
                                   CHARTER_KIND_NONE, "contribution", NULL },
  [CHARTER_THING_CONCERN] = { charter_concern_get_type, CHARTER_KIND_CONCERN_RAISED,
                              CHARTER_KIND_NONE, "concern", NULL },
  [CHARTER_THING_NEED] = { charter_need_get_type, CHARTER_KIND_NEED_IDENTIFIED,
                           CHARTER_KIND_NONE, "need", NULL },
};

/* — objects — */

/* An appointment makes no name, and goes by its entry. */
guint64
charter_thing_key (const CharterFact *made)
{
  guint64 ref = made->makes != 0 ? made->makes : ((guint64) 1 << 32) + made->seq;

  return ref * 2 + 1;
}

gpointer
charter_thing_wrap (CharterLive      *live,
                    CharterThingSort  sort,
                    guint32           seq)
{
  CharterScene scene = charter_live_scene (live);
  guint64 key = charter_thing_key (charter_scene_fact (&scene, seq));
  CharterThing *self = charter_live_find (live, key);

  if (self != NULL)
    return self;
  self = g_object_new (charter_sorts[sort].get_type (), NULL);
  self->live = charter_live_ref (live);
  self->sort = sort;
  self->seq = seq;
  charter_live_note (live, key, G_OBJECT (self));
  return self;
}

gpointer
charter_thing_find (CharterLive      *live,
                    CharterThingSort  sort,
                    const char       *id)
{
  CharterScene scene = charter_live_scene (live);
  CharterRef ref = charter_scene_find (&scene, id);
  const CharterFact *made = ref != 0 ? charter_scene_maker (&scene, ref) : NULL;

  if (made == NULL || made->kind != charter_sorts[sort].kind)
    return NULL;
  return charter_thing_wrap (live, sort, made->seq);
}

void
charter_thing_finalize (GObject *object)
{
  CharterThing *self = (CharterThing *) object;

  g_clear_pointer (&self->live, charter_live_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  G_OBJECT_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (object)))->finalize (object);
}

/* — looking — */

gboolean
charter_thing_look (CharterThing       *self,
                    CharterScene       *scene,
                    const CharterFact **made)
{
  if (self->live == NULL)
    return FALSE;
  *scene = charter_live_scene (self->live);
  if (self->known != 0)
    scene->known = self->known;
  *made = charter_scene_fact (scene, self->seq);
  return *made != NULL;
}

const CharterFact *
charter_thing_newest (CharterThing       *self,
                      const CharterScene *scene,
                      guint16             kind)
{
  const char *noun = charter_sorts[self->sort].noun;
  CharterRef ref = charter_scene_fact (scene, self->seq)->makes;
  CharterCursor cursor;

  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, ref, kind); fact != NULL;
       fact = charter_cursor_previous (&cursor))
    if (charter_scene_member (scene, fact, noun) == ref)
      return fact;
  return NULL;
}

gboolean
charter_thing_is_told_by (CharterThing       *self,
                          const CharterScene *scene,
                          const CharterFact  *fact)
{
  const CharterSort *sort = &charter_sorts[self->sort];
  CharterRef ref = charter_scene_fact (scene, self->seq)->makes;

  return fact->seq == self->seq
         || (fact->kind == sort->change && charter_scene_member (scene, fact, sort->noun) == ref);
}

/* The entry that says a member: the newest change that gives it, of a decision as it was put, else
 * the one that made the thing. */
static const CharterFact *
told_by (CharterThing       *self,
         const CharterScene *scene,
         const char         *member)
{
  const CharterFact *made = charter_scene_fact (scene, self->seq);
  const CharterSort *sort = &charter_sorts[self->sort];
  CharterCursor cursor;

  if (sort->change == CHARTER_KIND_NONE)
    return made;
  if (self->sort == CHARTER_THING_DECISION)
    {
      const CharterFact *amended = charter_item_amended (scene, made->makes, member, G_MAXINT64);

      return amended != NULL ? amended : made;
    }
  for (const CharterFact *fact = charter_cursor_last (&cursor, scene, made->makes, sort->change);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (charter_scene_member (scene, fact, sort->noun) == made->makes
        && charter_node_member (charter_scene_data (scene, fact), member) != NULL)
      return fact;
  return made;
}

gint64
charter_thing_now (const CharterScene *scene)
{
  for (guint32 seq = scene->known; seq > 0; seq--)
    {
      const CharterFact *fact = charter_scene_fact (scene, seq);

      if (!(charter_kinds[fact->kind]->flags & CHARTER_KIND_CONCERN))
        return fact->recorded;
    }
  return CHARTER_INSTANT_NONE;
}

/* — getters — */

const char *
charter_thing_keep (CharterThing *self,
                    const char   *text)
{
  if (self->kept == NULL)
    self->kept = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->kept->len; i++)
    if (strcmp (self->kept->pdata[i], text) == 0)
      return self->kept->pdata[i];
  g_ptr_array_add (self->kept, g_strdup (text));
  return self->kept->pdata[self->kept->len - 1];
}

const char *
charter_thing_keep_instant (CharterThing *self,
                            gint64        instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (instant == CHARTER_INSTANT_NONE)
    return NULL;
  charter_instant_format (instant, text);
  return charter_thing_keep (self, text);
}

const char *
charter_thing_keep_date (CharterThing *self,
                         gint32        date)
{
  char text[CHARTER_DATE_TEXT_SIZE];

  if (date == CHARTER_DATE_NONE)
    return NULL;
  charter_date_format (date, text);
  return charter_thing_keep (self, text);
}

const char *
charter_thing_get_id (CharterThing *self)
{
  const CharterFact *made;
  CharterScene scene;

  if (!charter_thing_look (self, &scene, &made))
    return NULL;
  return made->makes != 0 ? charter_scene_name (&scene, made->makes) : made->id;
}

/* A member's value in clear, NULL if it is not there or its opening is gone. */
static const CharterNode *
member_of (CharterThing *self,
           const char   *member)
{
  g_autofree char *pointer = NULL;
  const CharterFact *made;
  CharterScene scene;

  if (!charter_thing_look (self, &scene, &made))
    return NULL;
  pointer = g_strconcat ("/", member, NULL);
  return charter_scene_opened (&scene, told_by (self, &scene, member), pointer);
}

const char *
charter_thing_get_string (CharterThing *self,
                          const char   *member)
{
  const CharterNode *value = member_of (self, member);

  return charter_node_is (value, CHARTER_NODE_STRING) ? value->string : NULL;
}

const char *
charter_thing_get_number (CharterThing *self,
                          const char   *member)
{
  const CharterNode *value = member_of (self, member);
  g_autofree char *text = NULL;

  if (!charter_node_is (value, CHARTER_NODE_INTEGER))
    return charter_node_is (value, CHARTER_NODE_STRING) ? value->string : NULL;
  text = charter_node_to_text (value);
  return charter_thing_keep (self, text);
}

char **
charter_thing_dup_strings (CharterThing *self,
                           const char   *member)
{
  const CharterNode *list = member_of (self, member);
  g_autoptr(GStrvBuilder) strings = g_strv_builder_new ();

  for (const CharterNode *value = charter_values_first (list); value != NULL;
       value = charter_values_next (list, value))
    if (value->type == CHARTER_NODE_STRING)
      g_strv_builder_add (strings, value->string);
  return g_strv_builder_end (strings);
}

gint64
charter_thing_get_integer (CharterThing *self,
                           const char   *member,
                           gint64        fallback)
{
  const CharterNode *value = member_of (self, member);

  return charter_node_is (value, CHARTER_NODE_INTEGER) ? value->integer : fallback;
}

gboolean
charter_thing_get_boolean (CharterThing *self,
                           const char   *member)
{
  return charter_node_is (member_of (self, member), CHARTER_NODE_TRUE);
}

/* An entry that has been overtaken shows nothing any more. */
static gboolean
still_tells (CharterThing       *self,
             const CharterScene *scene,
             const CharterFact  *fact)
{
  const CharterShape *shape = &charter_kinds[charter_sorts[self->sort].kind]->data;
  const CharterNode *data = charter_scene_data (scene, fact);

  for (const CharterNode *member = charter_node_first (data); member != NULL;
       member = charter_node_next (data, member))
    if (charter_shape_lookup (shape, member->key, member->key_length) != NULL
        && told_by (self, scene, member->key) == fact)
      return TRUE;
  return FALSE;
}

static gboolean
is_redacted (const CharterScene *scene,
             const CharterFact  *fact)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  gboolean redacted = FALSE;

  charter_reveal_data (scene, fact, arena, FALSE, &redacted);
  return redacted;
}

gboolean
charter_thing_get_redacted (CharterThing *self)
{
  const CharterSort *sort = &charter_sorts[self->sort];
  const CharterFact *made;
  CharterCursor cursor;
  CharterScene scene;

  if (!charter_thing_look (self, &scene, &made))
    return FALSE;
  if (sort->change == CHARTER_KIND_NONE || is_redacted (&scene, made))
    return is_redacted (&scene, made);
  for (const CharterFact *fact = charter_cursor_last (&cursor, &scene, made->makes, sort->change);
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (charter_thing_is_told_by (self, &scene, fact) && still_tells (self, &scene, fact)
        && is_redacted (&scene, fact))
      return TRUE;
  return FALSE;
}

static const char *
keep_time_of (CharterThing      *self,
              const CharterFact *fact)
{
  if (charter_kinds[fact->kind]->flags & CHARTER_KIND_CONCERN)
    return charter_thing_keep_date (self, fact->at / CHARTER_SECONDS_A_DAY);
  return charter_thing_keep_instant (self, fact->at);
}

const char *
charter_thing_get_made (CharterThing *self)
{
  const CharterFact *made;
  CharterScene scene;

  return charter_thing_look (self, &scene, &made) ? keep_time_of (self, made) : NULL;
}

const char *
charter_thing_get_event (CharterThing *self,
                         guint16       kind)
{
  const CharterFact *made, *event;
  CharterScene scene;

  if (!charter_thing_look (self, &scene, &made))
    return NULL;
  event = charter_thing_newest (self, &scene, kind);
  return event != NULL ? keep_time_of (self, event) : NULL;
}

CharterEntry *
charter_thing_dup_entry (CharterThing *self)
{
  return self->live != NULL ? charter_live_entry (self->live, self->seq) : NULL;
}

/* — JSON — */

/* A change answers to something of its own; everything else that it gives replaces what
 * the thing was made with. */
static const CharterNode *
newest_member (CharterThing       *self,
               const CharterScene *scene,
               const CharterFact  *made,
               const CharterNode  *data,
               const char         *member,
               CharterArena       *arena)
{
  const CharterFact *fact
    = strcmp (member, "responds-to") != 0 ? told_by (self, scene, member) : made;

  if (fact != made)
    data = charter_reveal_data (scene, fact, arena, FALSE, NULL);
  return charter_node_member (data, member);
}

static void
set_members (CharterThing       *self,
             const CharterScene *scene,
             const CharterFact  *made,
             CharterBuilder     *builder)
{
  const CharterShape *shape = &charter_kinds[made->kind]->data;
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *data = charter_reveal_data (scene, made, arena, FALSE, NULL);

  for (guint i = 0; i < shape->n_rows; i++)
    {
      const char *name = shape->rows[i].name;
      const CharterNode *value = newest_member (self, scene, made, data, name, arena);

      if (value != NULL)
        charter_builder_set_node (builder, name, value);
    }
  if (charter_node_member (data, "id") == NULL)
    charter_builder_set_string (builder, "id", made->id);
  if (charter_node_member (data, "kind") == NULL)
    charter_builder_set_string (builder, "kind", shape->name);
}

char *
charter_thing_dup_json (CharterThing *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  const CharterFact *made;
  CharterScene scene;

  charter_builder_begin_object (builder);
  if (charter_thing_look (self, &scene, &made))
    set_members (self, &scene, made, builder);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}
