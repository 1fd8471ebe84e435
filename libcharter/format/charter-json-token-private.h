/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/charter-json-reader-private.h"

#include <string.h>

G_BEGIN_DECLS

/* The inside of the reader, shared by its three files: charter-json-reader.c (containers and
 * the text as a whole), charter-json-token.c (strings and numbers) and charter-json-fault.c
 * (what is said of a fault).
 *
 * One pass over a copy of the text.  Strings are unescaped where they stand and their
 * closing quotes become NULs, so that reading allocates nothing but the copy and the nodes.
 * Functions that read take the place where they start and return the place after what they
 * read, or NULL once a fault has ended the reading.  Faults that do not hinder reading on
 * (numbers out of profile, half surrogates, members given twice) are counted in n_faults. */

#define JSON_DEPTH_MAX 64
#define JSON_MEMBERS_MAX 1024
#define JSON_PADDING 8        /* bytes after the copy, so that eight can be looked at at once */
#define JSON_LOCAL_NODES 64

typedef enum
{
  JSON_FRAME_ROOT,
  JSON_FRAME_ARRAY,
  JSON_FRAME_OBJECT
} JsonFrameKind;

/* A container that is open. */
typedef struct
{
  const char *key;         /* of the member being read */
  guint32     key_length;
  guint32     node;        /* the container's own */
  guint32     count;       /* values begun */
  guint8      kind;        /* JsonFrameKind */
  guint8      ascending;   /* the keys so far came in order, so none came twice */
} JsonFrame;

typedef enum
{
  JSON_AT_VALUE,
  JSON_AT_CONTAINER
} JsonPlace;

typedef struct
{
  CharterArena    *arena;
  CharterProblems *problems;
  const char      *text;
  char            *base;          /* the copy */
  char            *end;
  CharterNode     *nodes;
  guint32          n_nodes;
  guint32          n_allocated;
  guint            n_faults;
  gboolean         canonical;
  JsonPlace        place;         /* what the string being read is */
  CharterProfile   profile;
  CharterLimits    limits;
  JsonFrame       *top;
  JsonFrame        stack[JSON_DEPTH_MAX + 1];
  CharterNode      local[JSON_LOCAL_NODES];
} JsonReader;

/* Each adds a problem and returns NULL.  Past the most that are kept they only count, so that
 * a text full of faults costs no more than another. */
char *charter_json_fault           (JsonReader   *self,
                                    CharterError  code,
                                    JsonPlace     place,
                                    const char   *at,
                                    const char   *format,
                                    ...) G_GNUC_PRINTF (5, 6) G_GNUC_NO_INLINE;
char *charter_json_fault_canonical (JsonReader   *self,
                                    const char   *at,
                                    const char   *what);
char *charter_json_fault_syntax    (JsonReader   *self,
                                    JsonPlace     place,
                                    const char   *at,
                                    const char   *message);
/* "@expected, but found …" */
char *charter_json_fault_found     (JsonReader   *self,
                                    JsonPlace     place,
                                    const char   *at,
                                    const char   *expected);
char *charter_json_fault_in_string (JsonReader   *self,
                                    char         *start,
                                    char         *p);
char *charter_json_fault_name      (JsonReader   *self,
                                    char         *p);
char *charter_json_fault_comma     (JsonReader   *self,
                                    char         *p);
char *charter_json_fault_value     (JsonReader   *self,
                                    char         *p);

void  charter_json_grow_nodes      (JsonReader   *self);
char *charter_json_skip_space      (JsonReader   *self,
                                    char         *p);
/* The rest of a string that starts at @start from @p, its first byte that is not plain. */
char *charter_json_read_string     (JsonReader   *self,
                                    char         *start,
                                    char         *p,
                                    guint32      *length);
char *charter_json_read_number     (JsonReader   *self,
                                    char         *p);

static inline CharterNode *
json_add_node (JsonReader     *self,
               CharterNodeType type,
               const char     *at)
{
  CharterNode *node;

  if (G_UNLIKELY (self->n_nodes == self->n_allocated))
    charter_json_grow_nodes (self);

  node = &self->nodes[self->n_nodes++];
  node->type = type;
  node->key = self->top->key;
  node->key_length = (guint16) self->top->key_length;
  node->span = 1;
  node->length = 0;
  node->offset = (guint32) (at - self->base);
  node->integer = 0;

  return node;
}

static inline char *
json_skip_space (JsonReader *self,
                 char       *p)
{
  if (G_LIKELY ((guchar) *p > ' '))
    return p;

  return charter_json_skip_space (self, p);
}

/* The first byte that is no plain ASCII of a string: a control character, a quotation mark,
 * a backslash, or the first of a longer UTF-8 sequence.  Looks at eight bytes at once; the
 * lowest marked byte is right, those above it may be marked by a borrow. */
static inline char *
json_skip_plain (char *p)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 bytes, marks;

  for (;; p += 8)
    {
      memcpy (&bytes, p, 8);
      bytes = GUINT64_FROM_LE (bytes);
      marks = ((bytes - ones * 0x20) | ((bytes ^ (ones * '"')) - ones) |
               ((bytes ^ (ones * '\\')) - ones) | bytes) & (ones * 0x80);
      if (marks != 0)
        return p + __builtin_ctzll (marks) / 8;
    }
}

/* @p after the opening quotation mark, where the string will begin. */
static inline char *
json_read_string (JsonReader *self,
                  char       *p,
                  guint32    *length)
{
  char *stop = json_skip_plain (p);

  if (G_UNLIKELY (*stop != '"'))
    return charter_json_read_string (self, p, stop, length);

  *stop = '\0';
  *length = (guint32) (stop - p);

  return stop + 1;
}

G_END_DECLS
