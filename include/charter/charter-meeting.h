/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-entry.h>
#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_MEETING (charter_meeting_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterMeeting, charter_meeting, CHARTER, MEETING, GObject)

CHARTER_AVAILABLE_IN_0_1
const char   *charter_meeting_get_id        (CharterMeeting *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_meeting_get_purpose   (CharterMeeting *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_meeting_get_starts    (CharterMeeting *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_meeting_get_place     (CharterMeeting *self);
CHARTER_AVAILABLE_IN_0_1
const char   *charter_meeting_get_cancelled (CharterMeeting *self);
CHARTER_AVAILABLE_IN_0_1
gboolean      charter_meeting_get_redacted  (CharterMeeting *self);
CHARTER_AVAILABLE_IN_0_1
CharterEntry *charter_meeting_get_entry     (CharterMeeting *self);
CHARTER_AVAILABLE_IN_0_1
char         *charter_meeting_to_json       (CharterMeeting *self);

G_END_DECLS
