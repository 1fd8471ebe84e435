/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-private.h"

/* The list model of all entries, in order of seq: an entry object is made when it is asked for. */

#define CHARTER_TYPE_ENTRIES (charter_entries_get_type ())
G_DECLARE_FINAL_TYPE (CharterEntries, charter_entries, CHARTER, ENTRIES, GObject)

struct _CharterEntries
{
  GObject parent_instance;

  CharterLive *live;
  guint        n_items;
};

static GType
entries_get_item_type (GListModel *model)
{
  return CHARTER_TYPE_ENTRY;
}

static guint
entries_get_n_items (GListModel *model)
{
  return CHARTER_ENTRIES (model)->n_items;
}

static gpointer
entries_get_item (GListModel *model,
                  guint       position)
{
  CharterEntries *self = CHARTER_ENTRIES (model);

  return position < self->n_items ? charter_live_entry (self->live, position + 1) : NULL;
}

static void
entries_model_init (GListModelInterface *iface)
{
  iface->get_item_type = entries_get_item_type;
  iface->get_n_items = entries_get_n_items;
  iface->get_item = entries_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterEntries, charter_entries, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, entries_model_init))

static void
charter_entries_finalize (GObject *object)
{
  CharterEntries *self = CHARTER_ENTRIES (object);

  g_clear_pointer (&self->live, charter_live_unref);
  G_OBJECT_CLASS (charter_entries_parent_class)->finalize (object);
}

static void
charter_entries_class_init (CharterEntriesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = charter_entries_finalize;
}

static void
charter_entries_init (CharterEntries *self)
{
}

GListModel *
charter_entries_new (CharterLive *live)
{
  CharterEntries *self = g_object_new (CHARTER_TYPE_ENTRIES, NULL);

  self->live = charter_live_ref (live);
  self->n_items = charter_state_get_head (live->state);
  return G_LIST_MODEL (self);
}

void
charter_entries_grew (GListModel *model,
                      guint       before)
{
  CharterEntries *self = CHARTER_ENTRIES (model);
  guint now = charter_state_get_head (self->live->state);

  self->n_items = now;
  g_list_model_items_changed (model, before, 0, now - before);
}
