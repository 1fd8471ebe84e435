/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-private.h"

G_BEGIN_DECLS

/* Rows are turned into columns, one an option, and columns compared two by two: each compare
 * looks at as many ballots as a vector has lanes, and no lane is wasted on options that are not
 * there.  Counters of one byte a lane hold for 255 vectors. */

#define CHARTER_PAIRWISE_STEP    32u      /* a column's length is a multiple of it */
#define CHARTER_PAIRWISE_COLUMN  2048u    /* ballots at a time, at most */

/* Option i's column starts at i × length places; 8 or 16 bits a place.  Places past the last
 * ballot are 0.  There is room for columns up to the next multiple of 16. */
typedef struct
{
  const guint8 *rows;       /* n_rows × stride */
  guint         n_rows;
  guint         stride;
  guint         n_options;
  gboolean      wide;
  guint         length;     /* of a column, in places */
  guint8       *columns;
  guint8       *lanes;      /* what columns are compared with: other than columns only where
                               unranked options are in no pair, and hold the lowest value then */
  guint         shift;      /* each ballot counts 1 << shift */
  gint64       *matrix;
} CharterPairwiseWork;

typedef struct
{
  const char *name;
  gboolean  (*runs_here) (void);
  /* Ranks in columns have this put on them, so that a signed compare orders them. */
  guint16     flip_byte, flip_word;
  void      (*turn)      (const CharterPairwiseWork *work);
  void      (*count)     (const CharterPairwiseWork *work);
} CharterPairwiseVersion;

/* The plain one, first, then faster ones; NULL ends. */
extern const CharterPairwiseVersion *const charter_pairwise_versions[];
extern const CharterPairwiseVersion charter_pairwise_portable;
#ifdef __x86_64__
extern const CharterPairwiseVersion charter_pairwise_sse2;
extern const CharterPairwiseVersion charter_pairwise_avx2;
#endif

gboolean charter_pairwise_run (const CharterPairwiseVersion *version,
                               const CharterElectionData    *election,
                               gboolean                      ignore_unranked,
                               gint64                       *matrix);

G_END_DECLS
