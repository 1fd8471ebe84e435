/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/charter-reasons-private.h"
#include "decide/charter-election-private.h"
#include "document/charter-document-private.h"
#include "format/charter-json-writer-private.h"

G_BEGIN_DECLS

/* Counting options: methods as pure functions of (election, parameters).  Semantics and sources
 * stand at each method. */

typedef enum
{
  CHARTER_STRENGTH_WINNING_VOTES,   /* more support, then less opposition */
  CHARTER_STRENGTH_SUPPORT_ONLY,
  CHARTER_STRENGTH_MARGINS,
} CharterStrength;

typedef enum
{
  CHARTER_EQUAL_RANKS_REFUSED,      /* instant-runoff and stv, by default */
  CHARTER_EQUAL_RANKS_SKIPPED,
  CHARTER_EQUAL_RANKS_EXHAUST,
  CHARTER_EQUAL_RANKS_SPLIT,        /* in exact fractions */
} CharterEqualRanks;

typedef enum
{
  CHARTER_QUOTA_DROOP,              /* floor (votes / (seats + 1)) + 1 */
  CHARTER_QUOTA_HARE,
  CHARTER_QUOTA_HAGENBACH_BISCHOFF,
  CHARTER_QUOTA_IMPERIALI,
} CharterQuota;

/* A test of each option against the default option, before the method runs. */
typedef struct
{
  const char     *id;
  CharterFraction share;            /* votes over the default for each vote under it; or, where
                                       `of_voters`, a share of votes over and under it together */
  CharterCompare  compare;
  gboolean        of_both;
  const guint    *options;          /* NULL: all but the default */
  guint           n_options;
} CharterOptionTest;

typedef struct
{
  CharterMethod   method;
  gboolean        ignore_unranked;
  CharterStrength strength;
  guint           seats;            /* 1 */
  CharterQuota    quota;
  CharterEqualRanks equal_ranks;
  gboolean        all_surpluses;    /* stv: all at once; else the largest first */
  int             places;           /* stv: decimals kept of a paper's value, -1: exact */
  CharterFraction blank_score;      /* score: what an option that is not named gets */
  int             default_option;   /* index, -1: none */
  CharterFraction over_default;     /* an option needs so many votes over the default; 0 */
  gboolean        over_default_squared; /* `over_default` is the square of what is needed */
  const CharterOptionTest *tests;
  guint           n_tests;
  const guint    *order;            /* tie-breaking: options, first preferred; NULL: none */
  guint           orders_max;       /* tie orders tried before the answer is indeterminate */
} CharterCountParams;

#define CHARTER_COUNT_PARAMS_INIT { .seats = 1, .places = -1, .blank_score = { 0, 1 }, \
                                    .default_option = -1, .over_default = { 0, 1 }, \
                                    .orders_max = 1000 }

typedef struct
{
  guint       option;
  const char *test;                 /* "quorum", "majority", or the id of an option test */
  CharterFraction left, right;
} CharterDropped;

typedef struct
{
  guint           n_options;
  gboolean        nobody;           /* no ballot bore on it: no winner, and no tie */
  gboolean        indeterminate;
  char           *why;              /* in plain words; NULL */
  GArray         *winners;          /* guint, rising: the set before any tie-break */
  GArray         *ranking;          /* guint: the layer of each option, from 0; G_MAXUINT dropped */
  gboolean        layering;         /* the relation is a partial order, `beats` */
  GArray         *beats;            /* guint8, n × n; NULL */
  gint64         *pairwise;         /* n × n; NULL */
  gint64         *paths;            /* n × n: Schulze; NULL */
  GArray         *scores;           /* CharterFraction an option; NULL */
  GArray         *dropped;          /* CharterDropped */
  GArray         *elected;          /* guint: the seats in the order in which they were filled */
  GArray         *rounds;           /* of instant-runoff and stv; NULL */
  gboolean        unique;           /* the same whatever order of ties; else winners is the union */
  gboolean        tie_at_cut;       /* the last seat or an elimination hung on a tie */
  CharterReasons *reasons;
} CharterCountData;

/* NULL with CHARTER_ERROR where a ballot is none that the method reads. */
CharterCountData *charter_count_run  (CharterElectionData      *election,
                                      const CharterCountParams *params,
                                      GCancellable             *cancellable,
                                      GError                  **error);
void              charter_count_free (CharterCountData         *self);
/* The members of `expected` in election-case/1, those that the method has. */
void              charter_count_build (const CharterCountData    *self,
                                       const CharterElectionData *election,
                                       CharterBuilder            *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterCountData, charter_count_free)

G_END_DECLS
