/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

#include "json.h"

G_BEGIN_DECLS

/* The data of one entry as the command line gives it: a JSON object to start with, and
 * key=value, key:=JSON and key:=@FILE. */
typedef struct
{
  CharterPartnership *partnership;   /* not owned */
  JsonObject         *object;
  GTree              *plain;         /* keys given as key=value: how often they were retyped */
} RecordData;

/* @json NULL: an empty object to start with. */
gboolean  record_data_init   (RecordData          *self,
                              CharterPartnership  *partnership,
                              const char          *json,
                              GError             **error);
void      record_data_clear  (RecordData          *self);
/* One word of the command line. "@handle" as a value stands for that person's id. */
gboolean  record_data_add    (RecordData          *self,
                              const char          *word,
                              GError             **error);
char     *record_data_text   (RecordData          *self);
/* @path is where the gate found fault, such as "/data/about". If that is a member given as
 * key=value, reads its text another way (as JSON, then as a list of one) and gives TRUE; when
 * all ways were tried, takes it as text again, so that the fault is told of what was typed. */
gboolean  record_data_retype (RecordData          *self,
                              const char          *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RecordData, record_data_clear)

G_END_DECLS
