/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

#include <charter/charter-version-macros.h>

G_BEGIN_DECLS

CHARTER_AVAILABLE_IN_0_1
char *charter_json_canonicalize (const char  *text,
                                 GError     **error);

G_END_DECLS
