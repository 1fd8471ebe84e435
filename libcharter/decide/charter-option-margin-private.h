/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-choosing-private.h"

G_BEGIN_DECLS

/* The margin of a choice among options: bounds from below, and changes that were counted. */

typedef __int128 CharterWide;

typedef struct
{
  guint       row;              /* in the tally */
  CharterWide gain;             /* what it does at most */
  CharterVote to;               /* by casting what; FOR: a ballot on options */
  guint       says;             /* what it casts now: the same for the same ballot */
} CharterOptionGain;

typedef struct
{
  CharterDecided *decided;
  CharterTally   *tally;
  CharterChoosing *choosing;    /* borrowed: the count that stands */
  GArray         *voters;       /* guint: rows that may cast */
  gint64         *values;       /* what each paper says of each option, n_papers × options; NULL
                                   where there are too many */
  guint           n_papers;
  guint          *places;       /* of each paper, in an order that whoever cast it has no part in */
  gint64          least;
  char           *because;      /* why fewer cannot do; NULL */
} CharterOptionMargin;

/* Fills `values` and `places`. */
void   charter_option_margin_prepare (CharterOptionMargin *self);
/* What the row casts, for CharterOptionGain. */
guint  charter_option_says           (const CharterOptionMargin *self,
                                      guint                      row);
/* The fewest of the gains that come to @amount, -1 if all do not.  Sorts them, the largest
 * first. */
gint64 charter_option_fewest (GArray     *gains,
                              CharterWide amount);
/* What one row says of one option over another: of points, doubled where they may be halves, or
 * of preferences. */
CharterWide charter_option_lead  (const CharterOptionMargin *self,
                                  guint                      row,
                                  guint                      a,
                                  guint                      b);
/* The least that any ballot can say of it. */
CharterWide charter_option_worst (const CharterOptionMargin *self,
                                  guint                      a,
                                  guint                      b);
/* What each voter can do against a's lead over b: CharterOptionGain. */
GArray *charter_option_gains     (const CharterOptionMargin *self,
                                  guint                      a,
                                  guint                      b);
/* No fewer voters change who wins, for as far as the method's own count goes; -1 where none can.
 * @because: in plain words, NULL where nothing is claimed. */
gint64  charter_option_least_of_method (const CharterOptionMargin *self,
                                        char                     **because);
/* The same for quorum, tests and what is dropped. */
gint64  charter_option_least_of_rule   (const CharterOptionMargin *self);
/* A sum over voters; holds where value is at least 1. */
typedef struct
{
  guint       of, base;         /* CharterSum bits */
  gint64      num, den;
  int         group, sort;      /* -1: all rows */
  gboolean    by_heads, at_most;
  gboolean    loose;            /* the sum does not tell the whole of it */
  CharterWide value;
} CharterOptionCondition;

/* Those of quorum and tests, and that somebody names an option: CharterOptionCondition. */
GArray *charter_option_conditions         (const CharterOptionMargin    *self);
/* What each voter can do against a condition, or (with @sign 1) for it: CharterOptionGain. */
GArray *charter_option_gains_of_condition (const CharterOptionMargin    *self,
                                           const CharterOptionCondition *condition,
                                           int                           sign);

G_END_DECLS
