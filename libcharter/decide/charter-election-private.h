/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "base/charter-fraction-private.h"

G_BEGIN_DECLS

/* Options and ballots, away from any partnership: what a method counts.  Filled by appending,
 * then read only; all its ballots have one form.
 *
 * A ranking is a packed row: one byte an option (two where `wide`), its rank from 0, best
 * first, equal numbers for equal ranks, CHARTER_UNRANKED (255, or 65535 where wide) for an
 * option that is not named.  Ranks have no gaps.  `stride` is 16 or a multiple of 32 bytes;
 * bytes past the last option hold CHARTER_UNRANKED.  Rows stand one after another, aligned to
 * 32 bytes, so that vector code can read them. */

#define CHARTER_UNRANKED      255u
#define CHARTER_UNRANKED_WIDE 65535u
#define CHARTER_OPTIONS_BYTE  255u      /* at most so many options fit one byte each */
#define CHARTER_OPTIONS_MAX   10000u

typedef enum
{
  CHARTER_BALLOT_FORM_RANKING,
  CHARTER_BALLOT_FORM_APPROVES,   /* a row: 0 approved, CHARTER_UNRANKED not */
  CHARTER_BALLOT_FORM_SCORES,
  CHARTER_BALLOT_FORM_CHOICE,
} CharterBallotForm;

/* Names numbered in the order they came, found through a keyed hash. */
typedef struct
{
  guint32 hash;
  guint32 number;                   /* from 1; 0 is free */
} CharterElectionSlot;

typedef struct
{
  GPtrArray           *strings;     /* char * */
  CharterElectionSlot *slots;
  guint                mask;
} CharterElectionNames;

typedef struct
{
  gatomicrefcount   refs;
  CharterBallotForm form;
  CharterElectionNames options;     /* in the order of every matrix */
  guint             n_ballots;      /* rows; one may stand for many equal ballots */
  guint             n_allocated;
  gboolean          wide;
  guint             stride;
  guint8           *ranks;          /* n_ballots × stride; NULL unless RANKING or APPROVES */
  gint64           *counts;         /* equal ballots a row stands for, at least 1; NULL: all 1 */
  gint64           *weights;        /* of each of these, at least 0; NULL: all 1 */
  CharterFraction  *scores;         /* n_ballots × score_stride; den 0: not scored; or NULL */
  guint             score_stride;
  guint8           *choices;        /* CharterElectionChoice; NULL unless CHOICE */
  guint32          *voters;         /* number in `names`, 0 none; NULL: nobody is named */
  guint32          *constituencies; /* the same */
  CharterElectionNames names;
  GArray              *voted;       /* guint32 a name: where it first is a voter, 0 nowhere; NULL */
  guint             seats;          /* that a text names; 0: none */
  guint             n_unweighed;    /* rows whose weight a text gives and does not allow */
  gboolean          ignore_unranked; /* a text says that unranked options are in no pair */
  char             *method;         /* that a text names, as charter_election_count() has it */
} CharterElectionData;

#define charter_election_data_n_options(self) ((self)->options.strings->len)
#define charter_election_data_option(self, option) \
  ((const char *) (self)->options.strings->pdata[option])

typedef enum
{
  CHARTER_ELECTION_CHOICE_YES,
  CHARTER_ELECTION_CHOICE_NO,
  CHARTER_ELECTION_CHOICE_ABSTAIN,
  CHARTER_ELECTION_CHOICE_BLANK,
  CHARTER_ELECTION_CHOICE_INVALID,
  CHARTER_ELECTION_CHOICE_OBJECT,
  CHARTER_ELECTION_CHOICE_STAND_ASIDE,
  CHARTER_ELECTION_CHOICE_ABSENT,
  CHARTER_N_ELECTION_CHOICES
} CharterElectionChoice;

CharterElectionData *charter_election_data_new         (CharterBallotForm          form);
/* Another form, while there are no ballots. */
void                 charter_election_data_set_form    (CharterElectionData       *self,
                                                        CharterBallotForm          form);
CharterElectionData *charter_election_data_ref         (CharterElectionData       *self);
void                 charter_election_data_unref       (CharterElectionData       *self);
/* The option's index, new or there already; rows are repacked where it no longer fits. -1
 * past CHARTER_OPTIONS_MAX. */
int                  charter_election_data_add_option  (CharterElectionData       *self,
                                                        const char                *name,
                                                        gssize                     length);
/* -1 if there is none. */
int                  charter_election_data_find_option (const CharterElectionData *self,
                                                        const char                *name,
                                                        gssize                     length);
/* A new ballot, every option unranked (not approved, not scored), counted once with weight 1;
 * its index.  Pointers into rows are good until the next one. */
guint                charter_election_data_append      (CharterElectionData       *self);
/* Memory for so many ballots in all. */
void                 charter_election_data_reserve     (CharterElectionData       *self,
                                                        guint                      n_ballots);
#define charter_election_data_row(self, ballot) \
  ((self)->ranks + (gsize) (ballot) * (self)->stride)
/* CHARTER_UNRANKED_WIDE where unranked, wide or not. */
guint                charter_election_data_get_rank    (const CharterElectionData *self,
                                                        guint                      ballot,
                                                        guint                      option);
void                 charter_election_data_set_rank    (CharterElectionData       *self,
                                                        guint                      ballot,
                                                        guint                      option,
                                                        guint                      rank);
void                 charter_election_data_set_count   (CharterElectionData       *self,
                                                        guint                      ballot,
                                                        gint64                     count);
void                 charter_election_data_set_weight  (CharterElectionData       *self,
                                                        guint                      ballot,
                                                        gint64                     weight);
void                 charter_election_data_set_voter   (CharterElectionData       *self,
                                                        guint                      ballot,
                                                        const char                *voter);
void                 charter_election_data_set_constituency (CharterElectionData  *self,
                                                             guint                 ballot,
                                                             const char           *constituency);
const char          *charter_election_data_get_voter   (const CharterElectionData *self,
                                                        guint                      ballot);
const char          *charter_election_data_get_constituency (const CharterElectionData *self,
                                                             guint                      ballot);
/* The number in `names` of a voter or constituency, 0 if there is none of that name. */
guint                charter_election_data_find_name  (const CharterElectionData *self,
                                                       const char                *name);
/* Keeps where somebody voted first, from 1: a ballot's index and 1 unless it was noted otherwise. */
void                 charter_election_data_note_voter (CharterElectionData       *self,
                                                       const char                *voter,
                                                       guint                      place);
/* That place; 0 where nobody of that name voted. */
guint                charter_election_data_find_voter (const CharterElectionData *self,
                                                       const char                *voter);
/* counts × weights of a row, and of all; FALSE where the sum does not fit 64 bits. */
gboolean             charter_election_data_value       (const CharterElectionData *self,
                                                        guint                      ballot,
                                                        gint64                    *out);
gboolean             charter_election_data_total       (const CharterElectionData *self,
                                                        gint64                    *out);

/* Pairwise: matrix[i × n + j] is the votes for option i over option j; unranked options are
 * last, tied among themselves (or, with @ignore_unranked, in no pair at all).  The matrix has
 * n × n places and is set to 0 first.  FALSE where a sum does not fit 64 bits.  The vector code
 * is chosen at run time; every version gives the same bits. */
gboolean             charter_election_data_pairwise    (const CharterElectionData *self,
                                                        gboolean                   ignore_unranked,
                                                        gint64                    *matrix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterElectionData, charter_election_data_unref)

G_END_DECLS
