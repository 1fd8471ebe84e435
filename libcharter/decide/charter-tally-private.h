/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-decide-private.h"
#include "permit/charter-item-private.h"

G_BEGIN_DECLS

/* What the files of decide/ share: a decision's times, and the count, one row a voting unit. */

typedef enum
{
  CHARTER_VOTE_SILENT,
  CHARTER_VOTE_FOR,
  CHARTER_VOTE_AGAINST,
  CHARTER_VOTE_ABSTAIN,
  CHARTER_VOTE_OBJECT,
  CHARTER_VOTE_STAND_ASIDE,
  CHARTER_VOTE_INVALID,
  CHARTER_VOTE_SEALED,       /* cast, and not to be read yet */
  CHARTER_N_VOTES
} CharterVote;

typedef struct
{
  CharterRef         unit;
  CharterRef         caster;      /* the person who cast, 0 */
  const CharterFact *ballot;      /* NULL */
  CharterVote        vote;
  gint64             weight;
  guint64            groups;      /* bit i: is in constituency i of the tally */
  guint64            sorts;       /* bit i: satisfies row i of quorum.requires */
  gboolean           member;      /* belongs to the electorate's instant */
  gboolean           votes;       /* may vote */
  gboolean           may_count;   /* may be counted towards the quorum */
  gboolean           eligible;    /* stands in the base `eligible` */
  gboolean           present;     /* stands in the base `present` */
  gboolean           attends;     /* somebody is there who can be counted for it */
} CharterUnitVote;

typedef struct
{
  CharterItem                  item;        /* at the instant of the electorate */
  const CharterElectorateData *electorate;  /* borrowed */
  gint64                       opens, closes, until;   /* ballots from, before, and known by */
  guint32                      since;       /* ballots after this entry */
  gboolean                     open_sealed; /* secret choices are read through their openings */
  GArray                      *rows;        /* CharterUnitVote */
  GHashTable                  *by_unit;     /* CharterRef → index + 1 */
  GPtrArray                   *groups;      /* const char *: constituencies that tests name */
  GArray                      *barred;      /* CharterBarredBallot */
  gboolean                     awaits;      /* a ballot hangs on a ruling that is not there */
  gboolean                     unread;      /* a secret choice has no opening left */
  gboolean                     overflow;    /* a sum does not fit 64 bits */
} CharterTally;

/* Counts what was cast from @opens on and before @closes (CHARTER_INSTANT_NONE: no end), as
 * at @until.  @electorate must outlive it; its instant is @electorate_at. */
void     charter_tally_init   (CharterTally                *self,
                               const CharterScene          *scene,
                               CharterRef                   decision,
                               const CharterDocumentData   *charter,
                               const CharterRuleData       *rule,
                               const CharterElectorateData *electorate,
                               gint64                       electorate_at,
                               gint64                       opens,
                               gint64                       closes,
                               gint64                       until,
                               guint32                      since,
                               gboolean                     open_sealed);
void     charter_tally_clear  (CharterTally *self);
/* The row of a unit, NULL if it is none. */
CharterUnitVote *charter_tally_row (CharterTally *self,
                                    CharterRef    unit);
/* Makes sure that a unit which was entitled when casting has a row that counts
 * (electorate-as-at: ballot). */
void     charter_tally_add_voter (CharterTally *self,
                                  CharterRef    unit);
/* Fills in the ballots; part of charter_tally_init(). */
void     charter_tally_read_ballots (CharterTally *self);
/* Who of a unit was in the room; part of charter_tally_init(). */
void     charter_tally_read_presence (CharterTally *self);

/* How often a row with @vote stands in the sums @bits (CharterSum). */
guint    charter_row_in       (const CharterTally    *self,
                               const CharterUnitVote *row,
                               CharterVote            vote,
                               guint                  bits);
/* The sum over rows; @group: index of a constituency, or -1.  Sets overflow. */
gint64   charter_tally_sum    (CharterTally *self,
                               guint         bits,
                               int           group,
                               gboolean      by_heads);
int      charter_tally_group  (const CharterTally *self,
                               const char         *constituency);
void     charter_tally_counts (CharterTally  *self,
                               CharterCounts *out);
/* Units with a ballot. */
gint64   charter_tally_turnout (const CharterTally *self);

void     charter_tally_quorum (CharterTally        *self,
                               CharterQuorumResult *out);
void     charter_quorum_result_clear (CharterQuorumResult *self);
/* CharterTestResult appended to @out; TRUE if all hold. */
gboolean charter_tally_tests  (CharterTally *self,
                               GArray       *out);
/* The smallest whole number that satisfies a threshold; FALSE if it does not fit. */
gboolean charter_threshold    (const CharterFraction *share,
                               gint64                 base,
                               CharterRound           round,
                               gint64                 plus,
                               CharterFraction       *out);

/* Is everything needed there: quorum, tests, and somebody in favour? */
gboolean charter_tally_passes (CharterTally *self);

/* The smallest change of ballots that turns the result. */
void     charter_tally_margin (CharterTally   *self,
                               gboolean        carried,
                               CharterDecided *out);

/* Times */

typedef struct
{
  const CharterFact     *proposed;
  const CharterDocumentData *charter;
  const CharterRuleData *rule;
  const CharterFact     *opened, *closed, *withdrawn;   /* by the instant asked about; NULL */
  guint32                since;       /* seq of the last decision-reopened, 0 */
  gint64                 opens;
  gint64                 closes;      /* with extensions; that of the decision-closed where no
                                         other end is set; NONE */
} CharterTimeline;

void     charter_timeline_init (CharterTimeline    *self,
                                const CharterScene *scene,
                                CharterRef          decision,
                                gint64              at);
CharterDecisionState charter_timeline_state (const CharterTimeline *self,
                                             const CharterScene    *scene,
                                             CharterRef             decision,
                                             gint64                 at);
gint64   charter_timeline_item_time (const CharterTimeline *self,
                                     gint64                 at);
/* The closing instant, as moved by a quorum that was reached late. */
gint64   charter_late_quorum  (const CharterTimeline *self,
                               const CharterScene    *scene,
                               CharterRef             decision,
                               gint64                 closes,
                               gint64                 at);

/* Base, counting and comparison in one line. */
char    *charter_rule_mode    (const CharterRuleData *rule);
/* Where a member of the rule stands: "/rules/3/fold: \"affiliates\"". */
char    *charter_rule_place   (const CharterDocumentData *charter,
                               const CharterRuleData     *rule,
                               const char                *member);
/* What this version cannot evaluate, as "/rules/3/method: \"schulze\""; NULL. */
char    *charter_rule_beyond  (const CharterDocumentData *charter,
                               const CharterRuleData     *rule);
/* "for+against" */
char    *charter_sum_to_string (guint bits);
const char *charter_base_name (CharterBase base);

/* The reasons of an outcome; @tally NULL where nothing was counted. */
void     charter_decided_explain (CharterDecided        *self,
                                  const CharterTimeline *timeline,
                                  CharterTally          *tally);
/* The members that decision-closed records, digest and all. */
void     charter_decided_record (const CharterDecided *self,
                                 CharterBuilder       *builder);
/* CharterExclusionData: those of the electorate, and of ballots that are not counted. */
GArray  *charter_decided_exclusions (const CharterDecided *self);
/* The quorum, counts, tests and margin members; the same in answers and records. */
void     charter_decided_build_counts (const CharterDecided *self,
                                       CharterBuilder       *builder);

G_END_DECLS
