/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-calls.h>

#include "partnership/charter-partnership-private.h"

G_BEGIN_DECLS

/* A typed call under way: the members that it names, put together into one entry.
 *
 *   g_autoptr(CharterCall) call = charter_call_new (self, "role-given", at, by);
 *
 *   charter_call_set (call, "role", role);
 *   charter_call_set (call, "person", person);
 *   return charter_call_record (call, more, error);
 */
typedef struct _CharterCall CharterCall;

/* @by nullable; a person's handle will do. */
CharterCall  *charter_call_new         (CharterPartnership *partnership,
                                        const char         *kind,
                                        const char         *at,
                                        const char         *by);
void          charter_call_free        (CharterCall        *self);
/* Members; what is NULL is left out. */
void          charter_call_set         (CharterCall        *self,
                                        const char         *member,
                                        const char         *value);
void          charter_call_set_integer (CharterCall        *self,
                                        const char         *member,
                                        gint64              value);
void          charter_call_set_boolean (CharterCall        *self,
                                        const char         *member,
                                        gboolean            value);
void          charter_call_set_strings (CharterCall        *self,
                                        const char         *member,
                                        const char *const  *values);
/* JSON text. */
void          charter_call_set_json    (CharterCall        *self,
                                        const char         *member,
                                        const char         *text);
void          charter_call_set_node    (CharterCall        *self,
                                        const char         *member,
                                        const CharterNode  *value);
/* Adds the members of @more (JSON text, NULL for none), puts ids in the place of handles, and
 * records the entry as charter_partnership_record() would. */
CharterEntry *charter_call_record      (CharterCall        *self,
                                        const char         *more,
                                        GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterCall, charter_call_free)

G_END_DECLS
