/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include "base/charter-arena-private.h"
#include "base/charter-fraction-private.h"

G_BEGIN_DECLS

/* A JSON value as read: a flat array of nodes in document order, each knowing how many
 * nodes its subtree spans.  Strings and keys are NUL-terminated UTF-8 in the arena (no
 * string in an accepted text holds a NUL).  Immutable once built. */
typedef enum
{
  CHARTER_NODE_NULL,
  CHARTER_NODE_FALSE,
  CHARTER_NODE_TRUE,
  CHARTER_NODE_INTEGER,
  CHARTER_NODE_DECIMAL,   /* data profile only: an exact fraction, not whole */
  CHARTER_NODE_STRING,
  CHARTER_NODE_ARRAY,
  CHARTER_NODE_OBJECT
} CharterNodeType;

typedef struct _CharterNode CharterNode;

struct _CharterNode
{
  guint8      type;          /* CharterNodeType */
  guint16     key_length;
  guint32     span;          /* nodes in this subtree, itself included */
  guint32     length;        /* bytes of a string; children of an array or object */
  guint32     offset;        /* where its value starts in the text, for messages */
  const char *key;           /* in an object, else NULL */
  union
  {
    gint64                 integer;
    const char            *string;
    const CharterFraction *fraction;
  };
};

#define charter_node_is(node, t) ((node) != NULL && (node)->type == (t))

/* Children of an array or object:
 *   for (c = charter_node_first (n); c != NULL; c = charter_node_next (n, c)) */
static inline const CharterNode *
charter_node_first (const CharterNode *parent)
{
  return parent->span > 1 ? parent + 1 : NULL;
}

static inline const CharterNode *
charter_node_next (const CharterNode *parent,
                   const CharterNode *child)
{
  const CharterNode *next = child + child->span;

  return next < parent + parent->span ? next : NULL;
}

/* The order of members in RFC 8785: by UTF-16 code units.  Byte order of UTF-8 differs from
 * it only where U+E000 to U+FFFF meet what lies above. */
static inline int
charter_key_compare (const char *a,
                     gsize       a_length,
                     const char *b,
                     gsize       b_length)
{
  gsize n = MIN (a_length, b_length);

  for (gsize i = 0; i < n; i++)
    {
      guchar x = (guchar) a[i];
      guchar y = (guchar) b[i];

      if (x == y)
        continue;
      x |= (x & 0xfe) == 0xee ? 0x10 : 0;
      y |= (y & 0xfe) == 0xee ? 0x10 : 0;
      return x < y ? -1 : 1;
    }

  return a_length < b_length ? -1 : a_length > b_length;
}

/* The member of an object, NULL if @object is NULL, no object, or has none. */
const CharterNode *charter_node_find          (const CharterNode *object,
                                               const char        *name,
                                               gsize              length);

/* Inline, so that the length of a name that is written out costs nothing. */
static inline const CharterNode *
charter_node_member (const CharterNode *object,
                     const char        *name)
{
  return charter_node_find (object, name, strlen (name));
}

/* The string of a member, NULL if absent or no string. */
const char        *charter_node_member_string (const CharterNode *object,
                                               const char        *name);
/* The integer of a member, or @fallback. */
gint64             charter_node_member_integer (const CharterNode *object,
                                                const char        *name,
                                                gint64             fallback);
gboolean           charter_node_member_boolean (const CharterNode *object,
                                                const char        *name,
                                                gboolean           fallback);
/* A "list or one": TRUE if @node is the string, or an array that holds it. */
gboolean           charter_node_has_string    (const CharterNode *node,
                                               const char        *string);
/* The value at a JSON Pointer (RFC 6901), NULL if there is none. */
const CharterNode *charter_node_at            (const CharterNode *root,
                                               const char        *pointer);
/* Equal as JSON values (object members in any order; whole decimals equal integers). */
gboolean           charter_node_equal         (const CharterNode *a,
                                               const CharterNode *b);
/* A copy of the subtree in @arena (strings too); the key of the copy is NULL. */
CharterNode       *charter_node_copy          (const CharterNode *node,
                                               CharterArena      *arena);
/* The same to @copy, which has room for all of its nodes. */
void               charter_node_copy_to       (const CharterNode *node,
                                               CharterNode       *copy,
                                               CharterArena      *arena);

G_END_DECLS
