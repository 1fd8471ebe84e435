/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "partnership/charter-partnership-private.h"
#include "partnership/charter-things-private.h"

G_BEGIN_DECLS

struct _CharterPartnership
{
  GObject parent_instance;

  CharterStore    *store;
  CharterLive     *live;
  CharterFrontier  frontier;
  gint64           last_recorded;
  gboolean         governed;
  guint32          governed_until;
  gint64           clock;            /* CHARTER_INSTANT_NONE: the system's */
  char             clock_text[CHARTER_INSTANT_TEXT_SIZE];
  gboolean         read_only;
  char            *damage;
  char            *title;
  gboolean         busy;
  GListModel      *entries;
  CharterThings   *things;
};

/* Tells everybody that the record has grown from @before; the state is finished. */
void charter_partnership_notify_grown (CharterPartnership *self,
                                       guint32             before);

/* The properties of the lists of things, with ids from @first on. */
void charter_partnership_install_things (GObjectClass *object_class,
                                         guint         first);

/* Erases what the entry-redacted after @before name; harmless where it is gone already. */
gboolean charter_partnership_erase_redacted (CharterPartnership  *self,
                                             guint32              before,
                                             GError             **error);

G_END_DECLS
