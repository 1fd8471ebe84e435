/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/charter-time-private.h"
#include "record/charter-hex-private.h"
#include "record/charter-leaf-private.h"

G_BEGIN_DECLS

/* What writing and revealing a leaf share: the walk along the rows of its kind. */

#define CHARTER_DIGEST_SIZE 32
#define CHARTER_ROW_HIDDEN (CHARTER_ROW_PRIVATE | CHARTER_ROW_SEALED)

/* JSON Pointers grow and shrink with the walk; the names in them are ids and need no escapes. */
static inline gsize
charter_push_name (GString    *pointer,
                   const char *name)
{
  gsize before = pointer->len;

  g_string_append_c (pointer, '/');
  g_string_append (pointer, name);

  return before;
}

static inline gsize
charter_push_index (GString *pointer,
                    guint    index)
{
  gsize before = pointer->len;

  g_string_append_printf (pointer, "/%u", index);

  return before;
}

/* The digits of a commitment, NULL where @node is none. */
static inline const char *
charter_commitment_of (const CharterNode *node)
{
  const CharterNode *digits = charter_node_member (node, "commitment");
  guint8 bytes[CHARTER_DIGEST_SIZE];

  if (digits == NULL || node->length != 1 || digits->type != CHARTER_NODE_STRING ||
      !charter_hex_read (digits->string, digits->length, bytes, CHARTER_DIGEST_SIZE))
    return NULL;

  return digits->string;
}

static inline void
charter_set_instant (CharterBuilder *builder,
                     const char     *name,
                     gint64          instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  charter_instant_format (instant, text);
  charter_builder_set_string (builder, name, text);
}

G_END_DECLS
