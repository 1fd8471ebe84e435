/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The model charters that are compiled in, as /org/charter/models/ID.json. */

/* (transfer full) Their ids, ascending. */
char   **charter_models_list (void);
/* (transfer full) The text of one; NULL with NOT_FOUND if there is none of that id. */
GBytes  *charter_models_load (const char  *id,
                              GError     **error);

G_END_DECLS
