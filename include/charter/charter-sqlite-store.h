/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-store.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_SQLITE_STORE (charter_sqlite_store_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterSqliteStore, charter_sqlite_store, CHARTER, SQLITE_STORE, GObject)

CHARTER_AVAILABLE_IN_0_1
CharterSqliteStore *charter_sqlite_store_create          (const char          *path,
                                                          GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterSqliteStore *charter_sqlite_store_open            (const char          *path,
                                                          GError             **error);
CHARTER_AVAILABLE_IN_0_1
CharterSqliteStore *charter_sqlite_store_open_read_only  (const char          *path,
                                                          GError             **error);
CHARTER_AVAILABLE_IN_0_1
const char         *charter_sqlite_store_get_path        (CharterSqliteStore  *self);
CHARTER_AVAILABLE_IN_0_1
gboolean            charter_sqlite_store_get_read_only   (CharterSqliteStore  *self);

G_END_DECLS
