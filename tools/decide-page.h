/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

/* What was decided, for people. */
void tool_print_outcome (ToolSource *source,
                         const char *decision,
                         const char *at,
                         JsonObject *outcome,
                         ToolStatus  status,
                         GListModel *reasons);
/* `options` and `ties`. */
void tool_print_options (JsonObject *outcome);
/* "b > a = c", NULL if there is no ranking. */
char *tool_ranking_text (JsonObject *outcome);
/* The table of `excluded`, as an outcome and an electorate have it. */
void tool_print_excluded (ToolSource *source, JsonObject *answer);
/* The same of `delegations`. */
void tool_print_delegations (ToolSource *source, JsonObject *answer);

G_END_DECLS
