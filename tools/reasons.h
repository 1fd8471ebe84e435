/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter.h>

#include "json.h"

G_BEGIN_DECLS

/* Prints a heading and the proof below it, in the reader's language: each reason with the
 * clause and the entries that it rests on, inner reasons indented. Nothing if there is none.
 * Persons are called by their handles where there are any; @partnership is NULL where the proof
 * names none. */
void  tool_print_reasons (CharterPartnership *partnership, const char *heading,
                          GListModel *reasons);
/* The text in which ids of persons give way to their handles, those of other parties to their
 * names. */
char *tool_text_with_names (CharterPartnership *partnership, const char *text);
/* The answer's JSON text and nothing else. */
void  tool_print_json    (const char *text);
/* "label  value" lines, labels padded alike; rows are pairs, ended by NULL; a NULL value is
 * left out. */
void  tool_print_pairs   (const char * const *rows);

G_END_DECLS
