/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "json.h"

G_BEGIN_DECLS

/* The parts of a count for people, out of its JSON. */

/* "A, B" on one line for each layer of options. */
void tool_print_ranking (JsonObject *count);
/* Who has more votes than whom: rows over columns, in as many blocks of columns as the terminal
 * needs. Nothing where the method compares no pairs. */
void tool_print_pairs_table (JsonObject *count, const char * const *options);
/* What each option has at each round; nothing for methods without rounds. */
void tool_print_rounds (JsonObject *count, const char * const *options);
/* How many said yes, no, and whatever else was said. */
void tool_print_choices (JsonObject *count);
/* Points, approvals or scores. */
void tool_print_scores (JsonObject *count, const char * const *options);

G_END_DECLS
