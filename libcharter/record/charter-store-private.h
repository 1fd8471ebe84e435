/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-store.h>

#include "base/charter-arena-private.h"

G_BEGIN_DECLS

/* What the stores of this library share. */

/* Where an opening belongs, and its text. */
typedef struct
{
  gint64      seq;
  const char *pointer;   /* in the arena */
  const char *text;      /* borrowed */
} CharterOpeningKey;

/* The keys of @openings in order of seq and pointer (CharterOpeningKey).  NULL with VALUE
 * where one is no opening, belongs to no entry from @first to @last, or is there twice. */
GArray  *charter_opening_keys   (CharterArena        *arena,
                                 const char * const  *openings,
                                 gint64               first,
                                 gint64               last,
                                 GError             **error);
/* Sets STALE: the record ends at @actual.  Returns FALSE. */
gboolean charter_set_stale      (gint64               expected,
                                 gint64               actual,
                                 GError             **error);
/* Sets ID_REUSED.  Returns FALSE. */
gboolean charter_set_id_reused  (const char          *id,
                                 GError             **error);

G_END_DECLS
