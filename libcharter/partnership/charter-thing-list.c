/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-things-private.h"

/* The list model of the things of one sort, in order of the entries that made them: an
 * object is made when it is asked for. */

#define CHARTER_TYPE_THING_LIST (charter_thing_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterThingList, charter_thing_list, CHARTER, THING_LIST, GObject)

struct _CharterThingList
{
  GObject parent_instance;

  CharterLive      *live;
  CharterThingSort  sort;
  GArray           *seqs;     /* guint32: of the entries that made them */
  guint32           head;     /* entries up to here have been looked at */
};

static GType
things_get_item_type (GListModel *model)
{
  CharterThingList *self = CHARTER_THING_LIST (model);

  return self->live != NULL ? charter_sorts[self->sort].get_type () : G_TYPE_OBJECT;
}

static guint
things_get_n_items (GListModel *model)
{
  return CHARTER_THING_LIST (model)->seqs->len;
}

static gpointer
things_get_item (GListModel *model,
                 guint       position)
{
  CharterThingList *self = CHARTER_THING_LIST (model);

  if (position >= self->seqs->len)
    return NULL;
  return charter_thing_wrap (self->live, self->sort, g_array_index (self->seqs, guint32, position));
}

static void
things_model_init (GListModelInterface *iface)
{
  iface->get_item_type = things_get_item_type;
  iface->get_n_items = things_get_n_items;
  iface->get_item = things_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterThingList, charter_thing_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, things_model_init))

static void
charter_thing_list_finalize (GObject *object)
{
  CharterThingList *self = CHARTER_THING_LIST (object);

  g_clear_pointer (&self->live, charter_live_unref);
  g_array_unref (self->seqs);
  G_OBJECT_CLASS (charter_thing_list_parent_class)->finalize (object);
}

static void
charter_thing_list_class_init (CharterThingListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = charter_thing_list_finalize;
}

static void
charter_thing_list_init (CharterThingList *self)
{
  self->seqs = g_array_new (FALSE, FALSE, sizeof (guint32));
}

guint
charter_thing_list_take (GListModel *model)
{
  CharterThingList *self = CHARTER_THING_LIST (model);
  CharterScene scene = charter_live_scene (self->live);
  guint before = self->seqs->len;

  while (self->head < scene.known)
    {
      const CharterFact *fact = charter_scene_fact (&scene, ++self->head);

      if (fact->kind == charter_sorts[self->sort].kind)
        g_array_append_val (self->seqs, fact->seq);
    }
  return before;
}

GListModel *
charter_thing_list_new (CharterLive      *live,
                        CharterThingSort  sort)
{
  CharterThingList *self = g_object_new (CHARTER_TYPE_THING_LIST, NULL);

  self->live = charter_live_ref (live);
  self->sort = sort;
  charter_thing_list_take (G_LIST_MODEL (self));
  return G_LIST_MODEL (self);
}
