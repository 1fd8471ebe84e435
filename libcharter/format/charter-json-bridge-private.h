/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "format/charter-node-private.h"
#include "format/charter-problems-private.h"

G_BEGIN_DECLS

/* json-glib is the bridge for callers that hold trees; its reader and writer are not used. */

/* The RFC 8785 text of a tree, for the strict reader.  NULL and a problem where a tree holds
 * what no record can: numbers that are not whole, texts that are not UTF-8, too much depth. */
char     *charter_json_bridge_to_text   (JsonNode          *node,
                                         CharterProblems   *problems);
/* (transfer full) */
JsonNode *charter_json_bridge_from_node (const CharterNode *node);

G_END_DECLS
