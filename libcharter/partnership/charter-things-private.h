/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "partnership/charter-thing-private.h"

G_BEGIN_DECLS

/* The list models of a partnership's things, made when they are first asked for, and what
 * tells lists and objects that the record has grown. */
typedef struct _CharterThings CharterThings;

CharterThings *charter_things_new      (CharterLive      *live);
void           charter_things_free     (CharterThings    *self);
/* Every thing of a sort ever made, in order; borrowed. */
GListModel    *charter_things_get_list (CharterThings    *self,
                                        CharterThingSort  sort);
/* The record has grown from @before, and the state is finished: lists grow, then objects
 * notify of what they now show differently. */
void           charter_things_grew     (CharterThings    *self,
                                        guint32           before);
/* The person who goes by a handle, 0 if nobody does or it is not clear who: persons who are
 * still there at the time of the last entry come first. */
CharterRef     charter_things_find_handle (CharterThings *self,
                                           const char    *handle);

/* The list model of the things of one sort. */
GListModel    *charter_thing_list_new  (CharterLive      *live,
                                        CharterThingSort  sort);
/* Takes in what is new; gives the number of things before. */
guint          charter_thing_list_take (GListModel       *model);

/* Handles of persons, found through openings and kept until the record says otherwise. */
typedef struct _CharterHandles CharterHandles;

CharterHandles *charter_handles_new    (void);
void            charter_handles_free   (CharterHandles     *self);
CharterRef      charter_handles_find   (CharterHandles     *self,
                                        const CharterScene *scene,
                                        const char         *handle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterThings, charter_things_free)

G_END_DECLS
