/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-scan-private.h"

G_BEGIN_DECLS

/* What both directions of CSV agree on. */

typedef enum
{
  CHARTER_CSV_FORM,
  CHARTER_CSV_COUNT,
  CHARTER_CSV_WEIGHT,
  CHARTER_CSV_VOTER,
  CHARTER_CSV_CONSTITUENCY,
  CHARTER_CSV_N_RESERVED,
  CHARTER_CSV_RANK,
  CHARTER_CSV_OPTION,
} CharterCsvRole;

/* The titles of the columns before the options, and what `form` holds. */
extern const char *const charter_csv_titles[CHARTER_CSV_N_RESERVED];
extern const char *const charter_csv_forms[3];

/* Which of these a title is, whatever its case; CHARTER_CSV_OPTION for none. */
CharterCsvRole charter_csv_role     (const char  *title);
/* The number of "rank 3", "Choice 3", "preference-3"; 0 for any other title. */
guint          charter_csv_rank     (const char  *title);
/* Would a spreadsheet take the name, after any apostrophes, for a formula?  It is written with one
 * more apostrophe before it, and read with one less. */
gboolean       charter_csv_guarded  (const char  *name);

/* Cells of the text that is read, one after another. */
typedef struct
{
  CharterScan *scan;
  GString     *cell;       /* what it says */
  const char  *at;         /* where it begins, or its last line does */
  gboolean     last;       /* the row ends after it */
} CharterCsvCells;

void           charter_csv_cells_init  (CharterCsvCells *self,
                                        CharterScan     *scan);
void           charter_csv_cells_clear (CharterCsvCells *self);
/* The next cell of the row that the scan's line begins. */
gboolean       charter_csv_cells_next  (CharterCsvCells *self);

G_END_DECLS
