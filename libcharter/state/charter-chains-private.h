/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which entries of a kind mention a name: chains through one flat array of links, the
 * newest first, found by (name, kind).  Appending is O(1), copying is three memcpys. */
typedef struct
{
  guint32 seq;
  guint32 previous;    /* link, 0 at the oldest */
  guint32 ref;
  guint32 kind;
} CharterLink;

typedef struct
{
  GArray  *links;      /* CharterLink, [0] unused */
  guint32 *slots;      /* newest link of a chain, 0 is free */
  guint    mask;
  guint    n_chains;
} CharterChains;

void    charter_chains_init  (CharterChains       *self);
void    charter_chains_clear (CharterChains       *self);
/* Copies what entries up to @known linked. */
void    charter_chains_copy  (CharterChains       *self,
                              const CharterChains *source,
                              guint32              known);
/* Entries come in order of seq; a second link of the same entry to the chain is dropped. */
void    charter_chains_add   (CharterChains       *self,
                              guint32              ref,
                              guint32              kind,
                              guint32              seq);
/* The newest link, 0 if there is none. */
guint32 charter_chains_last  (const CharterChains *self,
                              guint32              ref,
                              guint32              kind);

static inline const CharterLink *
charter_chains_get (const CharterChains *self,
                    guint32              link)
{
  return &g_array_index (self->links, CharterLink, link);
}

G_END_DECLS
