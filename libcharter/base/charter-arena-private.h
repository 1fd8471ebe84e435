/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A reference-counted bump allocator.  Everything handed out lives until the last
 * reference goes; nothing is freed one by one.  What is read from a text (node trees,
 * strings) is allocated here, so that a hundred thousand entries cost a few hundred
 * allocations.  Not safe for allocation from two threads; reading what is in it is. */
typedef struct _CharterArena CharterArena;

CharterArena *charter_arena_new       (void);
CharterArena *charter_arena_ref       (CharterArena *arena);
void          charter_arena_unref     (CharterArena *arena);
/* 8-byte aligned; contents undefined. */
gpointer      charter_arena_alloc     (CharterArena *arena,
                                       gsize         size);
char         *charter_arena_strndup   (CharterArena *arena,
                                       const char   *text,
                                       gsize         length);
/* Gives back the tail of the newest allocation (used by the reader, which allocates for
 * the worst case). */
void          charter_arena_shrink    (CharterArena *arena,
                                       gpointer      newest,
                                       gsize         old_size,
                                       gsize         new_size);
gsize         charter_arena_get_size  (CharterArena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterArena, charter_arena_unref)

G_END_DECLS
