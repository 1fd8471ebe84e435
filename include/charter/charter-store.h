/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_STORE (charter_store_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_INTERFACE (CharterStore, charter_store, CHARTER, STORE, GObject)

/**
 * CharterStoreInterface:
 * @parent_iface: the parent interface
 * @dup_head: gives the head: the text last passed to @append, or "" before the first append;
 *   %NULL with an error on failure
 * @append: writes all of it or nothing, durably, if the last seq is @expected (0 for an empty
 *   record); [error@Charter.Error.STALE] if it is not
 * @read_leaves: the leaf texts of entries @first to @last, both counted, in order; fewer where
 *   the record ends earlier
 * @read_openings: the opening texts of entries @first to @last, ordered by seq and pointer
 * @find_entry: the seq of the entry with this id, 0 if there is none, -1 with an error
 * @erase_openings: erases the openings of entry @seq at these JSON Pointers beyond recovery
 *
 * What a store does, in strings and whole numbers, so that scripts can implement it too.
 * Every function is synchronous, is called only in the thread that owns the partnership, and
 * reports failure through its error; failure without an error is taken as
 * [error@Charter.Error.STORE].
 *
 * Since: 0.1
 */
struct _CharterStoreInterface
{
  GTypeInterface parent_iface;

  char     *(*dup_head)       (CharterStore        *self,
                               GError             **error);
  gboolean  (*append)         (CharterStore        *self,
                               gint64               expected,
                               const char * const  *ids,
                               const char * const  *leaves,
                               const char * const  *openings,
                               const char          *head,
                               GError             **error);
  GStrv     (*read_leaves)    (CharterStore        *self,
                               gint64               first,
                               gint64               last,
                               GError             **error);
  GStrv     (*read_openings)  (CharterStore        *self,
                               gint64               first,
                               gint64               last,
                               GError             **error);
  gint64    (*find_entry)     (CharterStore        *self,
                               const char          *id,
                               GError             **error);
  gboolean  (*erase_openings) (CharterStore        *self,
                               gint64               seq,
                               const char * const  *pointers,
                               GError             **error);
};

CHARTER_AVAILABLE_IN_0_1
char     *charter_store_dup_head       (CharterStore        *self,
                                        GError             **error);
CHARTER_AVAILABLE_IN_0_1
gboolean  charter_store_append         (CharterStore        *self,
                                        gint64               expected,
                                        const char * const  *ids,
                                        const char * const  *leaves,
                                        const char * const  *openings,
                                        const char          *head,
                                        GError             **error);
CHARTER_AVAILABLE_IN_0_1
GStrv     charter_store_read_leaves    (CharterStore        *self,
                                        gint64               first,
                                        gint64               last,
                                        GError             **error);
CHARTER_AVAILABLE_IN_0_1
GStrv     charter_store_read_openings  (CharterStore        *self,
                                        gint64               first,
                                        gint64               last,
                                        GError             **error);
CHARTER_AVAILABLE_IN_0_1
gint64    charter_store_find_entry     (CharterStore        *self,
                                        const char          *id,
                                        GError             **error);
CHARTER_AVAILABLE_IN_0_1
gboolean  charter_store_erase_openings (CharterStore        *self,
                                        gint64               seq,
                                        const char * const  *pointers,
                                        GError             **error);

G_END_DECLS
