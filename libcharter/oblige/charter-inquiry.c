/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-inquiry-private.h"

#include <string.h>

void
charter_inquiry_init (CharterInquiry            *self,
                      const CharterScene        *scene,
                      const CharterDocumentData *charter,
                      gint64                     at)
{
  *self = (CharterInquiry) {
    .scene = scene,
    .charter = charter,
    .zone = charter_scene_zone (scene),
    .calendar = &charter->calendar,
    .at = at,
    .today = charter_scene_date_of (scene, at),
    .arena = charter_arena_new (),
  };
}

void
charter_inquiry_clear (CharterInquiry *self)
{
  g_clear_pointer (&self->arena, charter_arena_unref);
}
