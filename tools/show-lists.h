/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

/* The lists that `charter show` gives: each is of the things that one kind of entry makes. */
#define TOOL_N_LISTS 9

const char *tool_list_name           (guint list);
const char *tool_list_help           (guint list);
/* @brief: with a heading, and nothing at all for an empty list. */
void        tool_print_list          (ToolSource *source,
                                      guint       list,
                                      const char *at,
                                      gboolean    brief);
void        tool_print_list_json     (ToolSource *source,
                                      guint       list,
                                      const char *at);
void        tool_print_overview_json (ToolSource *source,
                                      const char *at,
                                      const char *charter);
/* A charter's sections and clauses. */
void        tool_print_charter       (CharterDocument *charter);

G_END_DECLS
