/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/charter-arena-private.h"

#include <string.h>

#define FIRST_BLOCK 4096
#define LARGEST_BLOCK (256 * 1024)
#define ALIGNED(size) (((size) + 7) & ~(gsize) 7)

typedef struct _Block Block;

struct _Block
{
  Block *next;
  gsize  size;
};

struct _CharterArena
{
  gatomicrefcount ref_count;
  Block          *blocks;      /* the newest first */
  char           *free_from;
  char           *free_end;
  gsize           next_size;
  gsize           total;
};

G_STATIC_ASSERT (sizeof (Block) % 8 == 0);

CharterArena *
charter_arena_new (void)
{
  CharterArena *self = g_new0 (CharterArena, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->next_size = FIRST_BLOCK;

  return self;
}

CharterArena *
charter_arena_ref (CharterArena *arena)
{
  g_atomic_ref_count_inc (&arena->ref_count);

  return arena;
}

void
charter_arena_unref (CharterArena *arena)
{
  Block *next;

  if (!g_atomic_ref_count_dec (&arena->ref_count))
    return;

  for (Block *block = arena->blocks; block != NULL; block = next)
    {
      next = block->next;
      g_free (block);
    }
  g_free (arena);
}

static void
add_block (CharterArena *arena,
           gsize         size)
{
  gsize room = MAX (size, arena->next_size - sizeof (Block));
  Block *block = g_malloc (sizeof (Block) + room);

  block->next = arena->blocks;
  block->size = room;
  arena->blocks = block;
  arena->free_from = (char *) (block + 1);
  arena->free_end = arena->free_from + room;
  arena->next_size = MIN (arena->next_size * 2, LARGEST_BLOCK);
  arena->total += sizeof (Block) + room;
}

gpointer
charter_arena_alloc (CharterArena *arena,
                     gsize         size)
{
  gsize aligned;
  char *start;

  g_assert (size <= G_MAXSSIZE);

  aligned = ALIGNED (size);
  if ((gsize) (arena->free_end - arena->free_from) < aligned || arena->blocks == NULL)
    add_block (arena, aligned);
  start = arena->free_from;
  arena->free_from += aligned;

  return start;
}

char *
charter_arena_strndup (CharterArena *arena,
                       const char   *text,
                       gsize         length)
{
  char *copy = charter_arena_alloc (arena, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}

void
charter_arena_shrink (CharterArena *arena,
                      gpointer      newest,
                      gsize         old_size,
                      gsize         new_size)
{
  char *start = newest;

  g_assert (new_size <= old_size);

  if (start + ALIGNED (old_size) == arena->free_from)
    arena->free_from = start + ALIGNED (new_size);
}

gsize
charter_arena_get_size (CharterArena *arena)
{
  return arena->total;
}
