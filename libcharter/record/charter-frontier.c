/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record/charter-leaf-private.h"

#include "record/charter-hex-private.h"

#include <string.h>

#define DIGEST_SIZE 32
#define HEAD_LIMIT 8192
#define SIZE_MAX_EXACT G_GINT64_CONSTANT (9007199254740991)

/* RFC 6962 §2.1: leaves are hashed after a byte 0, inner nodes after a byte 1. */

static void
hash_parts (guint8        prefix,
            const void   *first,
            gsize         first_length,
            const void   *second,
            gsize         second_length,
            guint8        out[DIGEST_SIZE])
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = DIGEST_SIZE;

  g_checksum_update (checksum, &prefix, 1);
  if (first_length > 0)
    g_checksum_update (checksum, first, (gssize) first_length);
  if (second_length > 0)
    g_checksum_update (checksum, second, (gssize) second_length);
  g_checksum_get_digest (checksum, out, &size);
}

static void
hash_node (const guint8 left[DIGEST_SIZE],
           const guint8 right[DIGEST_SIZE],
           guint8       out[DIGEST_SIZE])
{
  hash_parts (1, left, DIGEST_SIZE, right, DIGEST_SIZE, out);
}

void
charter_frontier_init (CharterFrontier *self)
{
  memset (self, 0, sizeof *self);
}

/* Adding one leaf works as adding one to a binary number: every complete subtree of the
 * same size as the one carried is joined with it. */
void
charter_frontier_push (CharterFrontier *self,
                       const char      *leaf,
                       gsize            length)
{
  guint8 carried[DIGEST_SIZE];

  hash_parts (0, leaf, length, NULL, 0, carried);
  for (gint64 size = self->size; (size & 1) != 0; size >>= 1)
    {
      self->n_roots--;
      hash_node (self->roots[self->n_roots], carried, carried);
    }
  memcpy (self->roots[self->n_roots], carried, DIGEST_SIZE);
  self->n_roots++;
  self->size++;
}

void
charter_frontier_root (const CharterFrontier *self,
                       guint8                 root[32])
{
  if (self->n_roots == 0)
    {
      g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      gsize size = DIGEST_SIZE;

      g_checksum_get_digest (checksum, root, &size);
      return;
    }

  memcpy (root, self->roots[self->n_roots - 1], DIGEST_SIZE);
  for (guint i = self->n_roots - 1; i > 0; i--)
    hash_node (self->roots[i - 1], root, root);
}

/* The head text */

char *
charter_frontier_to_text (const CharterFrontier *self)
{
  GString *text = g_string_new ("{\"frontier\":[");

  for (guint i = 0; i < self->n_roots; i++)
    {
      g_string_append (text, i > 0 ? ",\"" : "\"");
      charter_hex_append (text, self->roots[i], DIGEST_SIZE);
      g_string_append_c (text, '"');
    }
  g_string_append_printf (text, "],\"size\":%" G_GINT64_FORMAT "}", self->size);

  return g_string_free (text, FALSE);
}

/* One root for every bit that is set in the size. */
static gboolean
read_roots (CharterFrontier   *self,
            const CharterNode *list)
{
  if (!charter_node_is (list, CHARTER_NODE_ARRAY) ||
      list->length != (guint) __builtin_popcountll ((guint64) self->size))
    return FALSE;

  for (const CharterNode *c = charter_node_first (list); c != NULL; c = charter_node_next (list, c))
    {
      if (c->type != CHARTER_NODE_STRING ||
          !charter_hex_read (c->string, c->length, self->roots[self->n_roots], DIGEST_SIZE))
        return FALSE;
      self->n_roots++;
    }

  return TRUE;
}

static gboolean
read_head (CharterFrontier   *self,
           const CharterNode *head)
{
  const CharterNode *size = charter_node_member (head, "size");

  if (!charter_node_is (head, CHARTER_NODE_OBJECT) || head->length != 2 ||
      !charter_node_is (size, CHARTER_NODE_INTEGER) ||
      size->integer < 0 || size->integer > SIZE_MAX_EXACT)
    return FALSE;

  self->size = size->integer;

  return read_roots (self, charter_node_member (head, "frontier"));
}

gboolean
charter_frontier_from_text (CharterFrontier *self,
                            const char      *text,
                            GError         **error)
{
  static const CharterLimits limits = { .text = HEAD_LIMIT };
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *head;

  charter_frontier_init (self);
  if (text[0] == '\0')
    return TRUE;

  head = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_RECORD,
                            CHARTER_READ_CANONICAL, &limits, problems);
  if (head != NULL && read_head (self, head))
    return TRUE;

  charter_frontier_init (self);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED,
               "The head of the record is damaged: it must hold the record's size and one "
               "root for each of its complete subtrees");

  return FALSE;
}
