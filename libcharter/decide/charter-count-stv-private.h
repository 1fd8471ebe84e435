/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gmp.h>

#include "decide/charter-count-work-private.h"

G_BEGIN_DECLS

/* A count by single transferable vote under way.  Values are exact rationals: those of a
 * Gregory transfer outgrow 64 bits after a few stages. */

typedef struct
{
  guint32 paper;
  gsize   at;                   /* where its rank starts */
} CharterHolding;

/* Papers of equal value that came to an option together. */
typedef struct
{
  mpq_t   value;                /* of each paper */
  GArray *holdings;             /* CharterHolding */
  gint64  n_papers;
} CharterParcel;

typedef struct
{
  guint round;
  mpq_t votes;
} CharterVotesAt;

typedef struct
{
  guint chosen, n;
} CharterTieChoice;

typedef enum
{
  CHARTER_CANDIDATE_CONTINUING,
  CHARTER_CANDIDATE_ELECTED,    /* with a surplus that has not been transferred yet */
  CHARTER_CANDIDATE_DONE,
} CharterCandidateState;

typedef struct
{
  CharterCandidateState state;
  mpq_t                 votes;
  GPtrArray            *parcels;
  GArray               *history;    /* CharterVotesAt, where they changed */
  gboolean              changed;    /* votes came since the last of these */
  CharterParcel        *newest;     /* of the parcel that is being handed over; NULL: none yet */
  guint                 shared_by;  /* by how many the papers of that are shared */
  guint                 n_before;   /* parcels it had */
} CharterCandidate;

typedef struct
{
  CharterCountWork *work;
  CharterPapers    *papers;
  CharterCandidate *candidates;
  guint             n_continuing;
  guint             round;
  mpq_t             quota, scale;   /* scale: 10 to the number of places */
  guint             n_filled;
  gsize             n_holdings;
  GArray           *reached;        /* guint: whom papers that are being handed over came to */
  guint64           cost;           /* options looked at, over and over */
  GArray           *ties;           /* CharterTieChoice: what to choose at each tie, in order */
  guint             n_ties;
  gboolean          shown;
  const char       *stuck;          /* why it cannot go on */
} CharterTransfer;

void  charter_transfer_init       (CharterTransfer  *self,
                                   CharterCountWork *work,
                                   CharterPapers    *papers,
                                   GArray           *ties);
void  charter_transfer_clear      (CharterTransfer  *self);
/* First preferences. */
void  charter_transfer_start      (CharterTransfer  *self);
/* All papers of @option pass on; @surplus NULL: at the value they have, else at that part of it
 * which the surplus is of the votes. */
void  charter_transfer_pass_on    (CharterTransfer  *self,
                                   guint             option,
                                   mpq_srcptr        surplus);
void  charter_transfer_end_round  (CharterTransfer  *self);
/* Whom a tie falls to, of those with the most (or fewest) votes. */
guint charter_transfer_break_tie  (CharterTransfer      *self,
                                   GArray               *tied,
                                   gboolean              most,
                                   CharterCountStepKind *how);
char *charter_transfer_number     (CharterTransfer  *self,
                                   mpq_srcptr        number);
/* @value not below 0. */
void  charter_mpz_set             (mpz_ptr           out,
                                   gint64            value);

G_END_DECLS
