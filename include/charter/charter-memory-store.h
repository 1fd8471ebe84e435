/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-store.h>

G_BEGIN_DECLS

#define CHARTER_TYPE_MEMORY_STORE (charter_memory_store_get_type ())
CHARTER_AVAILABLE_IN_0_1
G_DECLARE_FINAL_TYPE (CharterMemoryStore, charter_memory_store, CHARTER, MEMORY_STORE, GObject)

CHARTER_AVAILABLE_IN_0_1
CharterMemoryStore *charter_memory_store_new (void);

G_END_DECLS
