/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-tally-private.h"

G_BEGIN_DECLS

/* What a margin is searched in: the conditions of a rule as sums, and the voters by what a
 * change of their ballots does to them. */

typedef __int128 Wide;

/* Holds where value is at least 1. */
typedef struct
{
  guint    of, base;       /* CharterSum bits */
  gint64   num, den;
  int      group, sort;    /* -1: all rows */
  guint    veto;           /* index + 1 among the tests that are vetoes, which are summed; 0 */
  gboolean by_heads, at_most;
  gboolean met;            /* sorts are those of the meeting */
  gboolean negated;        /* holds where the condition as such does not */
  Wide     value;
} CharterMarginCondition;

/* Voters who are alike in everything that a condition looks at, and whose ballots are theirs
 * alone; or one voter with all who vote through it. */
typedef struct
{
  CharterUnitVote like;
  gint64          left;               /* not changed yet */
  gint64          to[CHARTER_N_VOTES];
  guint           first, n;           /* rows in `bodies`, the voter's own among them; 0: alike */
} CharterMarginClass;

typedef struct
{
  CharterTally *tally;
  GArray       *conditions;   /* CharterMarginCondition */
  GArray       *classes;      /* CharterMarginClass */
  GArray       *bodies;       /* guint: rows that move together */
  Wide         *gains;        /* by class, condition and vote */
  gboolean      too_large;
  guint         budget;       /* steps left to an exact search */
  guint         n_changes;    /* of charter_vote_changes */
} CharterMarginSearch;

/* The ways to a result other than @carried, each an array of the conditions that have to hold for
 * it; NULL if there are too many.  Without bands there is one way to mend what is missing, and
 * each condition that breaks is one; each band of a test that goes by turnout is another. */
GPtrArray *charter_margin_ways   (CharterTally        *tally,
                                  gboolean             carried);
/* Takes a reference to @conditions.  @like: one of the same tally, with nothing changed in its
 * classes, which are copied; NULL. */
void charter_margin_search_init  (CharterMarginSearch       *self,
                                  CharterTally              *tally,
                                  GArray                    *conditions,
                                  const CharterMarginSearch *like);
void charter_margin_search_clear (CharterMarginSearch *self);
/* What one row adds to a condition by coming to vote @to. */
Wide charter_margin_gain_of_row  (const CharterMarginSearch    *self,
                                  const CharterMarginCondition *c,
                                  const CharterUnitVote        *row,
                                  CharterVote                   to);
/* The same by a ballot of its own, where it votes through somebody's. */
Wide charter_margin_gain_of_own  (const CharterMarginSearch    *self,
                                  const CharterMarginCondition *c,
                                  const CharterUnitVote        *row,
                                  CharterVote                   to);

G_END_DECLS
