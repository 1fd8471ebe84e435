/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-node-private.h"

G_BEGIN_DECLS

/* Building a JSON value and writing it in RFC 8785 form: members sorted (by UTF-16 code
 * units), no white space, shortest escapes.  A builder collects members in any order; the
 * writer sorts.  Numbers are integers or, in answers, fractions written as strings ("7/2")
 * or as integers when whole; never floating point.
 *
 *   g_autoptr(CharterBuilder) b = charter_builder_new ();
 *   charter_builder_begin_object (b);
 *   charter_builder_key (b, "answer");
 *   charter_builder_string (b, "allowed");
 *   charter_builder_end (b);
 *   char *text = charter_builder_to_text (b);
 */
typedef struct _CharterBuilder CharterBuilder;

CharterBuilder    *charter_builder_new           (void);
void               charter_builder_free          (CharterBuilder *self);
void               charter_builder_begin_object  (CharterBuilder *self);
void               charter_builder_begin_array   (CharterBuilder *self);
void               charter_builder_end           (CharterBuilder *self);
void               charter_builder_key           (CharterBuilder *self,
                                                  const char     *name);
void               charter_builder_null          (CharterBuilder *self);
void               charter_builder_boolean       (CharterBuilder *self,
                                                  gboolean        value);
void               charter_builder_integer       (CharterBuilder *self,
                                                  gint64          value);
void               charter_builder_fraction      (CharterBuilder        *self,
                                                  const CharterFraction *value);
/* NULL writes null. Invalid UTF-8 is a programming error. */
void               charter_builder_string        (CharterBuilder *self,
                                                  const char     *value);
void               charter_builder_node          (CharterBuilder    *self,
                                                  const CharterNode *value);
/* key and value in one. */
void               charter_builder_set_string    (CharterBuilder *self, const char *name, const char *value);
void               charter_builder_set_integer   (CharterBuilder *self, const char *name, gint64 value);
void               charter_builder_set_boolean   (CharterBuilder *self, const char *name, gboolean value);
void               charter_builder_set_fraction  (CharterBuilder *self, const char *name, const CharterFraction *value);
void               charter_builder_set_node      (CharterBuilder *self, const char *name, const CharterNode *value);
/* Array of strings; NULL writes []. */
void               charter_builder_set_strv      (CharterBuilder *self, const char *name, const char *const *value);
/* The finished value; borrowed from the builder, valid until it is freed. */
const CharterNode *charter_builder_get_root      (CharterBuilder *self);
/* The finished value, its nodes moved into @arena. */
const CharterNode *charter_builder_move_to       (CharterBuilder *self,
                                                  CharterArena   *arena);
char              *charter_builder_to_text       (CharterBuilder *self);

/* RFC 8785 form of any node. */
char              *charter_node_to_text          (const CharterNode *node);
void               charter_node_append_text      (const CharterNode *node,
                                                  GString           *out);
/* For people: two-space indentation, members in the given order, "\n" at the end. */
char              *charter_node_to_pretty        (const CharterNode *node);
/* @string with JSON escapes and quotes. */
void               charter_json_append_string    (GString    *out,
                                                  const char *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBuilder, charter_builder_free)

G_END_DECLS
