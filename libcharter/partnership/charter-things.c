/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-things-private.h"

#include <string.h>

#include "format/charter-kinds-private.h"

struct _CharterThings
{
  CharterLive    *live;
  CharterHandles *handles;
  GListModel     *lists[CHARTER_N_THING_SORTS];   /* NULL until it is asked for */
};

CharterThings *
charter_things_new (CharterLive *live)
{
  CharterThings *self = g_new0 (CharterThings, 1);

  self->live = charter_live_ref (live);
  self->handles = charter_handles_new ();
  return self;
}

void
charter_things_free (CharterThings *self)
{
  for (guint sort = 0; sort < CHARTER_N_THING_SORTS; sort++)
    g_clear_object (&self->lists[sort]);
  charter_handles_free (self->handles);
  charter_live_unref (self->live);
  g_free (self);
}

GListModel *
charter_things_get_list (CharterThings    *self,
                         CharterThingSort  sort)
{
  if (self->lists[sort] == NULL)
    self->lists[sort] = charter_thing_list_new (self->live, sort);
  return self->lists[sort];
}

CharterRef
charter_things_find_handle (CharterThings *self,
                            const char    *handle)
{
  CharterScene scene = charter_live_scene (self->live);

  return charter_handles_find (self->handles, &scene, handle);
}

/* — what the new entries touch — */

static void
touch (GHashTable        *touched,
       const CharterFact *made)
{
  guint64 key;

  if (made == NULL)
    return;
  key = charter_thing_key (made);
  g_hash_table_add (touched, g_memdup2 (&key, sizeof key));
}

/* What comes of a bundle comes of its decisions. */
static void
touch_bundled (GHashTable         *touched,
               const CharterScene *scene,
               const CharterFact  *made)
{
  const CharterNode *bundle = NULL;

  if (made != NULL && made->kind == CHARTER_KIND_DECISION_PROPOSED)
    bundle = charter_node_member (charter_scene_data (scene, made), "bundle");
  if (bundle == NULL)
    return;
  for (const CharterNode *name = charter_node_first (bundle); name != NULL;
       name = charter_node_next (bundle, name))
    {
      CharterRef ref = charter_scene_find (scene, name->string);

      touch (touched, ref != 0 ? charter_scene_maker (scene, ref) : NULL);
    }
}

/* The thing that the entry makes, and those that it mentions. */
static void
touch_by (GHashTable         *touched,
          const CharterScene *scene,
          const CharterFact  *fact)
{
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (CharterMention));

  touch (touched, fact);
  charter_collect_mentions (&charter_kinds[fact->kind]->data, fact->data, mentions);
  for (guint i = 0; i < mentions->len; i++)
    {
      const CharterMention *mention = &g_array_index (mentions, CharterMention, i);
      CharterRef ref = mention->row->refers != CHARTER_REFERS_ENTRY
                       ? charter_scene_find (scene, mention->name) : 0;

      if (ref == 0)
        continue;
      touch (touched, charter_scene_maker (scene, ref));
      touch_bundled (touched, scene, charter_scene_maker (scene, ref));
    }
}

/* The entry that a correction or a redaction is about, NULL where it is neither. */
static const CharterFact *
target_of (const CharterScene *scene,
           const CharterFact  *fact)
{
  if (fact->kind != CHARTER_KIND_ENTRY_CORRECTED && fact->kind != CHARTER_KIND_ENTRY_REDACTED)
    return NULL;
  return charter_scene_find_entry (scene, charter_scene_string (scene, fact, "entry"));
}

/* Keys of objects. */
static GHashTable *
collect_touched (const CharterScene *scene,
                 guint32             before)
{
  GHashTable *touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint32 seq = before + 1; seq <= scene->known; seq++)
    {
      const CharterFact *fact = charter_scene_fact (scene, seq);
      const CharterFact *target = target_of (scene, fact);

      touch_by (touched, scene, fact);
      if (target != NULL)
        touch_by (touched, scene, target);
    }
  return touched;
}

/* Does another version of the charter govern now?  Then anything may read differently. */
static gboolean
is_under_another_charter (const CharterScene *scene,
                          guint32             before)
{
  CharterScene then = { scene->state, before };

  return charter_scene_charter (&then, charter_thing_now (&then), NULL)
         != charter_scene_charter (scene, charter_thing_now (scene), NULL);
}

/* — what the objects show — */

/* One property of one object that has changed. */
typedef struct
{
  GObject    *object;
  GParamSpec *pspec;
} Change;

static void
clear_change (gpointer data)
{
  Change *change = data;

  g_object_unref (change->object);
}

static void
add_change (GArray     *changes,
            GObject    *object,
            GParamSpec *pspec)
{
  Change change = { object, pspec };

  if (pspec == NULL)
    return;
  for (guint i = changes->len; i-- > 0 && g_array_index (changes, Change, i).object == object;)
    if (g_array_index (changes, Change, i).pspec == pspec)
      return;
  g_object_ref (object);
  g_array_append_val (changes, change);
}

static gboolean
values_are_equal (const GValue *a,
                  const GValue *b)
{
  if (G_VALUE_HOLDS_STRING (a))
    return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
  if (G_VALUE_HOLDS_INT64 (a))
    return g_value_get_int64 (a) == g_value_get_int64 (b);
  if (G_VALUE_HOLDS_BOOLEAN (a))
    return g_value_get_boolean (a) == g_value_get_boolean (b);
  if (G_VALUE_HOLDS_ENUM (a))
    return g_value_get_enum (a) == g_value_get_enum (b);
  return g_strv_equal (g_value_get_boxed (a), g_value_get_boxed (b));
}

/* The state still knows what was there before, so the object is asked twice. */
static gboolean
has_changed (CharterThing *thing,
             guint32       before,
             const char   *property)
{
  g_auto(GValue) then = G_VALUE_INIT;
  g_auto(GValue) now = G_VALUE_INIT;

  thing->known = before;
  g_object_get_property (G_OBJECT (thing), property, &then);
  thing->known = 0;
  g_object_get_property (G_OBJECT (thing), property, &now);
  return !values_are_equal (&then, &now);
}

static void
compare (CharterThing *thing,
         guint32       before,
         gboolean      touched,
         GArray       *changes)
{
  const char *timed = charter_sorts[thing->sort].timed;
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  if (!touched && (timed == NULL || !has_changed (thing, before, timed)))
    return;
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (thing), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    if (has_changed (thing, before, pspecs[i]->name))
      add_change (changes, G_OBJECT (thing), pspecs[i]);
}

/* What was erased cannot be compared with what it was. */
static void
add_redacted (CharterThing       *thing,
              const CharterScene *scene,
              const CharterFact  *redaction,
              GArray             *changes)
{
  const CharterFact *target = target_of (scene, redaction);
  const CharterNode *members = charter_node_member (redaction->data, "members");
  GObjectClass *class = G_OBJECT_GET_CLASS (thing);

  if (!charter_thing_is_told_by (thing, scene, target))
    return;
  for (const CharterNode *member = charter_values_first (members); member != NULL;
       member = charter_values_next (members, member))
    add_change (changes, G_OBJECT (thing), g_object_class_find_property (class, member->string));
  add_change (changes, G_OBJECT (thing), g_object_class_find_property (class, "redacted"));
}

/* Entries show that something was erased, too. */
static void
add_redacted_entry (CharterLive        *live,
                    const CharterScene *scene,
                    const CharterFact  *redaction,
                    GArray             *changes)
{
  const CharterFact *target = target_of (scene, redaction);
  g_autoptr(GObject) entry = charter_live_find (live, (guint64) target->seq * 2);

  if (entry != NULL)
    add_change (changes, entry,
                g_object_class_find_property (G_OBJECT_GET_CLASS (entry), "redacted"));
}

static GPtrArray *
collect_redactions (const CharterScene *scene,
                    guint32             before)
{
  GPtrArray *redactions = g_ptr_array_new ();

  for (guint32 seq = before + 1; seq <= scene->known; seq++)
    {
      const CharterFact *fact = charter_scene_fact (scene, seq);

      if (fact->kind == CHARTER_KIND_ENTRY_REDACTED)
        g_ptr_array_add (redactions, (gpointer) fact);
    }
  return redactions;
}

static int
compare_things (gconstpointer a,
                gconstpointer b)
{
  const CharterThing *first = *(CharterThing **) a;
  const CharterThing *second = *(CharterThing **) b;

  return first->seq < second->seq ? -1 : first->seq > second->seq;
}

/* The objects that there are, in order of the entries that made the things. */
static GPtrArray *
collect_objects (CharterLive *live)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, object;

  g_hash_table_iter_init (&iter, live->wrappers);
  while (g_hash_table_iter_next (&iter, &key, &object))
    if (*(guint64 *) key % 2 == 1)
      g_ptr_array_add (things, g_object_ref (object));
  g_ptr_array_sort (things, compare_things);
  return things;
}

static GArray *
collect_changes (CharterLive *live,
                 guint32      before)
{
  CharterScene scene = charter_live_scene (live);
  g_autoptr(GPtrArray) things = collect_objects (live);
  g_autoptr(GPtrArray) redactions = collect_redactions (&scene, before);
  g_autoptr(GHashTable) touched = collect_touched (&scene, before);
  gboolean all = is_under_another_charter (&scene, before);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  g_array_set_clear_func (changes, clear_change);
  for (guint i = 0; i < redactions->len; i++)
    add_redacted_entry (live, &scene, redactions->pdata[i], changes);
  for (guint i = 0; i < things->len; i++)
    {
      CharterThing *thing = things->pdata[i];
      guint64 key = charter_thing_key (charter_scene_fact (&scene, thing->seq));

      compare (thing, before, all || g_hash_table_contains (touched, &key), changes);
      for (guint j = 0; j < redactions->len; j++)
        add_redacted (thing, &scene, redactions->pdata[j], changes);
    }
  return changes;
}

/* — telling — */

static void
grow_lists (CharterThings *self)
{
  guint before[CHARTER_N_THING_SORTS] = { 0 };
  guint added[CHARTER_N_THING_SORTS] = { 0 };

  for (guint sort = 0; sort < CHARTER_N_THING_SORTS; sort++)
    if (self->lists[sort] != NULL)
      {
        before[sort] = charter_thing_list_take (self->lists[sort]);
        added[sort] = g_list_model_get_n_items (self->lists[sort]) - before[sort];
      }
  for (guint sort = 0; sort < CHARTER_N_THING_SORTS; sort++)
    if (added[sort] > 0)
      g_list_model_items_changed (self->lists[sort], before[sort], 0, added[sort]);
}

void
charter_things_grew (CharterThings *self,
                     guint32        before)
{
  g_autoptr(GArray) changes = collect_changes (self->live, before);

  grow_lists (self);
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      g_object_notify_by_pspec (change->object, change->pspec);
    }
}
