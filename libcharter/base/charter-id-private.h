/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CHARTER_ID_MAX 64

/* [a-z0-9][a-z0-9._-]{0,63}; @length may be -1. */
gboolean charter_id_is_valid (const char *text,
                              gssize      length);
/* Draws "p-" and 12 random characters of [0-9a-z] from the operating system's generator
 * (getrandom), never from g_random_*.  @prefix as in "p-"; the rest is 12 characters. */
char    *charter_id_draw     (const char *prefix);
/* Fills @bytes from the operating system (getrandom); aborts if the system has none. */
void     charter_random_bytes (guint8 *bytes,
                               gsize   n_bytes);
/* The spelling of @candidates (NULL-terminated) nearest to @text: at most two edits, or a
 * third of its length; NULL if none is near.  For "did you mean". */
const char *charter_nearest_spelling (const char        *text,
                                      const char *const *candidates);

G_END_DECLS
