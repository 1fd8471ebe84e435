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

/* A test of each option against the default option, before the method runs.  A share that is to
 * be more (">") is strictly more; with ">=" the option is ahead of the default option as well,
 * as in the Debian constitution, 4.1.1 and A.5. */
typedef struct
{
  const char     *id;
  CharterFraction share;            /* votes over the default for each vote under it; or, where
                                       `of_both`, a share of votes over and under it together */
  CharterCompare  compare;
  gboolean        of_both;
  const guint    *options;          /* NULL: all but the default */
  guint           n_options;
} CharterOptionTest;

/* A test of yes and no votes: method MAJORITY. */
typedef enum
{
  CHARTER_CHOICE_TEST_SHARE,        /* votes `of` against `share` of a base */
  CHARTER_CHOICE_TEST_TURNOUT,      /* all cast against `share` of `eligible` */
  CHARTER_CHOICE_TEST_AT_LEAST,
  CHARTER_CHOICE_TEST_AT_MOST,
  CHARTER_CHOICE_TEST_VETO,         /* nobody of `holders` chose `of` */
  CHARTER_CHOICE_TEST_CONSTITUENCIES,
  CHARTER_CHOICE_TEST_TOTALS,       /* the same with published totals */
} CharterChoiceTestKind;

typedef enum
{
  CHARTER_CHOICE_BASE_YES_NO,
  CHARTER_CHOICE_BASE_CAST,         /* all but absent */
  CHARTER_CHOICE_BASE_ELIGIBLE,
} CharterChoiceBase;

typedef struct
{
  const char           *id;
  CharterChoiceTestKind kind;
  CharterElectionChoice of;         /* yes; VETO: no */
  CharterChoiceBase     base;
  gboolean              has_eligible;
  CharterFraction       eligible;   /* else everybody in the election, absent or not */
  CharterFraction       share;
  CharterCompare        compare;
  CharterFraction       number;     /* AT_LEAST, AT_MOST */
  gboolean              heads;      /* ballots, not weights */
  const char *const    *holders;    /* VETO; NULL-terminated */
  const char *const    *constituencies; /* those with a weight of their own; others weigh 1 */
  const CharterFraction *weights;
  guint                 n_constituencies;
  CharterFraction       yes, no;    /* TOTALS */
} CharterChoiceTest;

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
  gboolean        look_back;        /* stv: ties go by the latest stage that tells them apart */
  gboolean        runoff;           /* score: the two best meet (STAR) */
  CharterFraction blank_score;      /* score: what an option that is not named gets */
  int             default_option;   /* index, -1: none */
  CharterFraction over_default;     /* an option needs so many votes over the default; 0 */
  gboolean        over_default_squared; /* `over_default` is the square of what is needed */
  const CharterOptionTest *tests;
  guint           n_tests;
  const CharterChoiceTest *choice_tests;
  guint           n_choice_tests;
  const char *const *excluded_voters; /* recused: as if they had cast no ballot; NULL */
  const guint    *order;            /* all options, first preferred; NULL: none.  Settles which
                                       defeat is locked, which option goes out, who gets the
                                       last seat; never who of several winners wins */
  guint           orders_max;       /* tie orders tried before the answer is indeterminate */
} CharterCountParams;

#define CHARTER_COUNT_PARAMS_INIT { .seats = 1, .places = -1, .blank_score = { 0, 1 }, \
                                    .default_option = -1, .over_default = { 0, 1 }, \
                                    .orders_max = 1000 }

/* Methods that need every pair: 128 MB for the matrix. */
#define CHARTER_COUNT_PAIRS_MAX   4000u
/* Up to so many options Borda and instant-runoff have the pairs counted as well, and every
 * method its rounds and matrices written out. */
#define CHARTER_COUNT_SHOWN_MAX   256u

typedef struct
{
  guint       option;
  const char *test;                 /* "quorum", or the id of an option test */
  CharterFraction left, right;
  gboolean    squared;              /* `right` is the square of what is needed */
} CharterDropped;

/* One line of the table of instant-runoff and stv: NULL for options that are out of it. */
typedef struct
{
  guint  n_options;
  char **votes;                     /* whole numbers, decimals or fractions */
} CharterCountRound;

typedef enum
{
  CHARTER_COUNT_STEP_ELECTED,       /* reached the quota, or more than half */
  CHARTER_COUNT_STEP_REMAINING,     /* as many left as seats */
  CHARTER_COUNT_STEP_SURPLUS,       /* the surplus is transferred */
  CHARTER_COUNT_STEP_OUT,           /* has the fewest */
  CHARTER_COUNT_STEP_LOOKED_BACK,   /* the same, among several, by an earlier stage */
  CHARTER_COUNT_STEP_BY_ORDER,      /* the same, by the order given */
  CHARTER_COUNT_STEP_LOCKED,        /* ranked pairs: option over other */
  CHARTER_COUNT_STEP_PASSED_OVER,   /* would close a circle */
} CharterCountStepKind;

typedef struct
{
  CharterCountStepKind kind;
  guint                round;       /* from 0 */
  guint                option, other;
  char                *number;      /* votes, surplus; NULL */
} CharterCountStep;

typedef struct
{
  const char     *id;               /* of the test */
  gboolean        holds;
  CharterFraction left, right;
} CharterChoiceResult;

typedef struct
{
  CharterMethod   method;
  gboolean        runoff;
  guint           n_options;
  gboolean        nobody;           /* no ballot bore on it: no winner, and no tie */
  gboolean        indeterminate;
  char           *why;              /* in plain words; NULL */
  GArray         *winners;          /* guint, rising: the set before any tie-break */
  GArray         *ranking;          /* guint: the layer of each option, from 0; G_MAXUINT where
                                       dropped; NULL where the method gives none */
  gboolean        layering;         /* the relation is a partial order, `beats` */
  guint8         *beats;            /* n × n; NULL */
  gint64         *pairwise;         /* n × n; NULL */
  int             condorcet_winner; /* -1; where there is a matrix */
  GArray         *smith;            /* guint, rising; NULL */
  gint64         *paths;            /* n × n: Schulze; NULL */
  CharterFraction *scores;          /* an option; NULL */
  GArray         *dropped;          /* CharterDropped */
  gboolean        may_drop;         /* there was a default option */
  GArray         *elected;          /* guint: the seats in the order in which they were filled */
  GArray         *eliminated;       /* guint, in order; NULL */
  GPtrArray      *rounds;           /* CharterCountRound, of instant-runoff and stv; NULL */
  GArray         *steps;            /* CharterCountStep */
  char           *quota;            /* stv; NULL */
  guint           finalists[2];     /* score with a runoff; the first is G_MAXUINT without */
  gint64          runoff_votes[2];
  gboolean        unique;           /* the same whatever order of ties; else winners is the union */
  gboolean        tie_at_cut;       /* the last seat or an elimination hung on a tie */
  gboolean        adopted;          /* yes and no votes */
  GPtrArray      *failed;           /* char *: ids of tests, in their order; NULL */
  GArray         *choice_results;   /* CharterChoiceResult, one a test; NULL */
  gint64          tally[CHARTER_N_ELECTION_CHOICES];
  CharterReasons *reasons;
} CharterCountData;

/* NULL with CHARTER_ERROR where a ballot is none that the method reads, or there are more
 * options than it can take. */
CharterCountData *charter_count_run  (CharterElectionData      *election,
                                      const CharterCountParams *params,
                                      GCancellable             *cancellable,
                                      GError                  **error);
void              charter_count_free (CharterCountData         *self);
/* The members of `expected` in election-case/1, those that the method has. */
void              charter_count_build (const CharterCountData    *self,
                                       const CharterElectionData *election,
                                       CharterBuilder            *builder);

/* The parts of it that others may need. */

/* A rank for the strength of each defeat, 0 where there is none, equal ranks for equal
 * strengths; the number of ranks. */
guint             charter_count_strengths (const gint64    *pairwise,
                                           guint            n,
                                           CharterStrength  strength,
                                           gint32          *ranks);
/* Turns the strengths of links, n × n, into those of the strongest path: its weakest link.
 * FALSE with an error where cancelled. */
gboolean          charter_count_strongest_paths (gint32       *strengths,
                                                 guint         n,
                                                 GCancellable *cancellable,
                                                 GError      **error);
/* Who beats everybody else; -1. */
int               charter_count_condorcet_winner (const gint64 *pairwise,
                                                  guint         n);
/* The smallest set whose members beat everybody outside, rising. */
GArray           *charter_count_smith_set (const gint64 *pairwise,
                                           guint         n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterCountData, charter_count_free)

G_END_DECLS
