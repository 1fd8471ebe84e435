/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-decide-private.h"
#include "decide/charter-option-private.h"
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
  CHARTER_VOTE_FOLDED,       /* the same as an affiliate's, which counts for both */
  CHARTER_N_VOTES
} CharterVote;

typedef struct
{
  CharterRef         unit;
  CharterRef         caster;      /* the person who cast, 0 */
  const CharterFact *ballot;      /* NULL */
  CharterVote        own;         /* on its own ballot; silent without one */
  CharterVote        vote;        /* as it counts: charter_tally_settle() */
  guint              own_paper;   /* position + 1 of what stands on its own ballot, 0: none */
  guint              paper;       /* the same as it counts */
  gint64             weight;
  guint64            groups;      /* bit i: is in constituency i of the tally */
  guint64            sorts;       /* bit i: satisfies row i of quorum.requires */
  gboolean           member;      /* belongs to the electorate's instant */
  gboolean           votes;       /* may vote */
  gboolean           may_count;   /* may be counted towards the quorum */
  gboolean           eligible;    /* stands in the base `eligible` */
  gboolean           present;     /* stands in the base `present` */
  gboolean           attends;     /* somebody is there who can be counted for it */
  guint              delegate;    /* index + 1 of the row to which it delegates, 0 */
  guint              root;        /* index of the row whose ballot is its vote, or would be */
  gboolean           circles;     /* its delegation leads in a circle */
  guint              affiliation; /* index + 1 of the first of several of its affiliation whose
                                     equal ballots count once, 0 */
  guint              next;        /* index + 1 of the next one of these, 0 */
  CharterVote        cast;        /* own, as it was cast: own may be changed to try things out */
  gboolean           through;     /* its vote is another row's ballot */
  gboolean           unreasoned;  /* its ballot would need a reason to block, and gives none */
  gboolean           raised;      /* an objection that was raised for it stands */
  guint64            vetoes;      /* bit i: holds the veto of the i-th test that is one */
  gboolean           invited;     /* stands in the base `invited` */
  gboolean           met;         /* was there when the meeting began: quorum per meeting */
  guint64            met_sorts;   /* bit i: satisfies row i of quorum.requires by that */
} CharterUnitVote;

/* Sums that no test names. */
#define CHARTER_SUM_INVITED ((guint) CHARTER_SUM_QUORUM << 1)
#define CHARTER_SUM_MET     ((guint) CHARTER_SUM_QUORUM << 2)
#define CHARTER_SUM_LAST    CHARTER_SUM_MET

/* An objection-raised, or a ballot that objects. */
typedef struct
{
  const CharterFact *fact;
  CharterRef         unit, person;   /* the unit that objects; 0 where it has no vote.  Whoever
                                        speaks for it, 0 */
  const CharterFact *answer;         /* the newest objection-answered, NULL */
  gboolean           stands;
  const char        *ground;         /* why it does not bear on the count; NULL */
  const char        *clause;         /* behind the ground, NULL */
} CharterObjection;

typedef enum
{
  CHARTER_ASSENT_NOT_HEARD,     /* the method counts votes */
  CHARTER_ASSENT_NOTHING,       /* silence says nothing */
  CHARTER_ASSENT_BARRED,        /* the proposer is barred */
  CHARTER_ASSENT_UNKNOWN,       /* whether the proposer is barred awaits a ruling */
  CHARTER_ASSENT_CUT_SHORT,     /* there is no quorum, and voting was shorter than the rule says */
  CHARTER_ASSENT_GIVEN          /* silence assents */
} CharterAssent;

typedef struct
{
  CharterItem                  item;        /* at the instant of the electorate */
  CharterBallotPapers               *papers;      /* of a choice among options; NULL */
  const CharterElectorateData *electorate;  /* borrowed */
  gint64                       opens, closes, until;   /* ballots from, before, and known by */
  guint32                      since;       /* ballots after this entry */
  gboolean                     open_sealed; /* secret choices are read through their openings */
  GArray                      *rows;        /* CharterUnitVote */
  GHashTable                  *by_unit;     /* CharterRef → index + 1; affiliates share a row */
  GPtrArray                   *groups;      /* const char *: constituencies that tests name */
  GArray                      *barred;      /* CharterBarredBallot */
  gboolean                     awaits;      /* a ballot hangs on a ruling that is not there */
  gboolean                     unread;      /* a secret choice has no opening left */
  gboolean                     overflow;    /* a sum does not fit 64 bits */
  gboolean                     coupled;     /* one ballot may bear on several rows */
  gboolean                     anyone_barred; /* a unit that has a row, from quorum or vote */
  gboolean                     qualified;   /* and by a regime that asks for a qualified majority */
  GArray                      *objections;  /* CharterObjection, in order of seq */
  CharterAssent                assent;
  const CharterFact           *called;      /* the consensus-called that counts, NULL */
  gboolean                     no_base;     /* what the quorum is taken of cannot be told */
  CharterFraction              mean;        /* attendance; weights or heads */
  gboolean                     tie_carries; /* for the margin: the casting vote is in favour */
  gboolean                     tie_unsure;  /* the same: ballots bear on what settles a tie */
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
/* The row of a unit, that of its head for an affiliate, NULL if it is none. */
CharterUnitVote *charter_tally_row (CharterTally *self,
                                    CharterRef    unit);
/* Makes sure that a unit which was entitled when casting, at @then, has a row that counts
 * (electorate-as-at: ballot). */
void     charter_tally_add_voter (CharterTally      *self,
                                  const CharterItem *then,
                                  CharterRef         unit);
/* Fills in the ballots; part of charter_tally_init(). */
void     charter_tally_read_ballots (CharterTally *self);
/* What stands on a ballot on options, with the position + 1 of its paper, 0. */
CharterVote charter_tally_read_paper (CharterTally      *self,
                                      const CharterFact *fact,
                                      guint             *paper);
/* Are the ballots of these papers (positions + 1, 0 none) equal as a whole? */
gboolean charter_tally_same_paper  (const CharterTally *self,
                                    guint               a,
                                    guint               b);
/* Who of a unit was in the room; part of charter_tally_init(). */
void     charter_tally_read_presence (CharterTally *self);

/* Objections and vetoes, whether silence assents and consensus was called; parts of
 * charter_tally_init(). */
void     charter_tally_read_objections (CharterTally *self);
void     charter_tally_read_vetoes     (CharterTally *self);
void     charter_tally_read_assent     (CharterTally *self);
/* Who was invited to the meeting, who was there when it began, and the mean of others, as far as
 * the quorum needs it; part of charter_tally_init(). */
void     charter_tally_read_meetings (CharterTally *self);
/* Rows of quorum.requires that @who satisfies, as bits. */
guint64  charter_tally_sorts_of  (const CharterTally *self,
                                  CharterRef          who);

/* Connects rows by delegations and affiliations; part of charter_tally_init(). */
void     charter_tally_connect (CharterTally *self);
/* Works out what each row counts as, from the rows' own ballots. */
void     charter_tally_settle (CharterTally *self);
/* CharterBarredBallot for votes that count with an affiliate's equal one; part of
 * charter_tally_init(). */
void     charter_tally_note_folded (CharterTally *self);
/* CharterDelegationData as they came out with the ballots cast. */
void     charter_tally_delegations (CharterTally *self,
                                    GArray       *out);
/* Is any unit's vote another one's ballot? */
gboolean charter_tally_any_through (const CharterTally *self);
/* Do the units with a ballot weigh differently? */
gboolean charter_tally_is_uneven (const CharterTally *self);
/* Have two of one affiliation cast, whose ballots count once if they are equal? */
gboolean charter_tally_any_paired (const CharterTally *self);

/* How often a row with @vote stands in the sums @bits (CharterSum). */
guint    charter_row_in       (const CharterTally    *self,
                               const CharterUnitVote *row,
                               CharterVote            vote,
                               guint                  bits);
/* Would the row with @vote veto, as a holder of the @veto-th test that is one? */
gboolean charter_row_vetoes   (const CharterTally    *self,
                               const CharterUnitVote *row,
                               CharterVote            vote,
                               guint                  veto);
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
/* Is so much not more than the rule wants at most? */
gboolean charter_quorum_allows (const CharterQuorumRule *rule,
                                gint64                   counted);
/* CharterTestResult appended to @out; TRUE if all hold. */
gboolean charter_tally_tests  (CharterTally *self,
                               GArray       *out);
/* The smallest whole number that satisfies a threshold; FALSE if it does not fit. */
gboolean charter_threshold    (const CharterFraction *share,
                               gint64                 base,
                               CharterRound           round,
                               gint64                 plus,
                               CharterFraction       *out);

/* The smallest count that is above (or not below) @share of the square root of @base, rounded,
 * with @plus added; FALSE if it does not fit. */
gboolean charter_root_needed  (const CharterFraction *share,
                               const CharterFraction *base,
                               CharterRound           round,
                               CharterCompare         compare,
                               gint64                 plus,
                               gint64                *out);

/* The band of a test that holds at the turnout of @group; NULL below the first. */
const CharterBand *charter_tally_band (CharterTally          *self,
                                       const CharterTestRule *test,
                                       int                    group,
                                       CharterFraction       *turnout);
/* Which of the rule's tests that are vetoes it is; one beyond the last if it is none of them. */
guint    charter_tally_veto   (const CharterTally    *self,
                               const CharterTestRule *test);
/* Does a veto, or more objections than are tolerated, stand in @tests? */
gboolean charter_tally_blocked (const CharterTally *self,
                                GArray             *tests);
/* Is there somebody in favour, or does silence assent; and was consensus called, where it has to
 * be? */
gboolean charter_tally_wanted (CharterTally *self);

/* Beside the rule's tests: that no objection stands, and what the conflict policy asks for where
 * a unit is barred. */
const CharterTestRule *charter_tally_extra_tests (const CharterTally *self,
                                                  guint              *n_tests);

/* Is everything needed there: quorum, tests, and somebody in favour? */
gboolean charter_tally_passes (CharterTally *self);
/* As many for as against, where one more in favour would carry it. */
gboolean charter_tally_is_tie (CharterTally *self);
/* Does it pass, or is it a tie that a casting vote carries? */
gboolean charter_tally_carries (CharterTally *self);
/* Is the result another one, whatever becomes of a tie that is not sure? */
gboolean charter_tally_turns   (CharterTally *self,
                                gboolean      carried);

/* The smallest change of ballots that turns the result. */
void     charter_tally_margin (CharterTally   *self,
                               gboolean        carried,
                               CharterDecided *out);
/* Would it tell whose ballot a secret one is? */
gboolean charter_decided_margin_tells (const CharterDecided *self,
                                       const CharterTally   *tally);
/* Are two rows alike in everything that is summed?  Ordered. */
int      charter_unit_vote_compare (const CharterUnitVote *a,
                                    const CharterUnitVote *b);
/* What a voter may cast otherwise; objecting comes last, where it bears on the count. */
#define CHARTER_N_VOTE_CHANGES 5
extern const CharterVote charter_vote_changes[CHARTER_N_VOTE_CHANGES];
guint    charter_n_vote_changes (const CharterTally *self);
/* How many go from one vote to another; CHARTER_VOTE_FOLDED stands for a delegation. */
typedef struct
{
  gint64 n[CHARTER_N_VOTES][CHARTER_N_VOTES];
} CharterVoteMoves;
/* "2 from against to for, 1 from no vote to for" */
char    *charter_vote_moves_describe (const CharterVoteMoves *self);
/* Tries changes of @least voters and more, below @most, and gives the first number that turns
 * the result, with @change; -1 if none does, or too many would have to be tried.  @least
 * becomes what is proven: @most where nothing less does it. */
gint64   charter_tally_try (CharterTally *self,
                            gboolean      carried,
                            gint64       *least,
                            gint64        most,
                            char        **change);
/* Changes one voter after the other, all to the same choice, until the result turns; how many, -1
 * if it does not. */
gint64   charter_tally_try_in_turn (CharterTally *self,
                                    gboolean      carried,
                                    char        **change);

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
  gint64                 stated;      /* the end without extensions and early closing, NONE */
  gboolean               early;       /* it closed before its end */
  /* charter_timeline_read_start(); NONE where they are not known */
  CharterAdmission       admission;
  gint64                 start;       /* of discussion: proposed, admitted, amended, reopened */
  gint64                 discussed, reflected;   /* until when; voting opens from @reflected on */
} CharterTimeline;

void     charter_timeline_init (CharterTimeline    *self,
                                const CharterScene *scene,
                                CharterRef          decision,
                                gint64              at);
CharterDecisionState charter_timeline_state (const CharterTimeline *self,
                                             const CharterScene    *scene,
                                             CharterRef             decision,
                                             gint64                 at);
/* The state of a decision of a bundle, whose times @timeline has. */
CharterDecisionState charter_bundled_state (const CharterScene    *scene,
                                            CharterRef             decision,
                                            CharterRef             bundle,
                                            const CharterTimeline *timeline,
                                            gint64                 at);
/* Admission, discussion and reflection, as at @at; not part of charter_timeline_init(). */
void     charter_timeline_read_start (CharterTimeline    *self,
                                      const CharterScene *scene,
                                      CharterRef          decision,
                                      gint64              at);
/* The end of the standstill of a decision that is recorded as carried; NONE. */
gint64   charter_timeline_standstill (const CharterTimeline *self,
                                      const CharterScene    *scene);
/* The day on which a decision recorded as carried is looked at again; CHARTER_DATE_NONE.
 * @proposed: that of the decision, which may be one of a bundle. */
gint32   charter_timeline_review    (const CharterTimeline *self,
                                     const CharterScene    *scene,
                                     const CharterFact     *proposed);
/* Ballots before this count, by charter_item_is_open(): where voting closed early with a ballot,
 * that one does. */
gint64   charter_timeline_count_end (const CharterTimeline *self);
/* The closing instant for whoever asks at @at whether voting is open: once it closed early it is
 * not, even if the rule takes ballots at the closing instant. */
gint64   charter_timeline_put_until (const CharterTimeline *self,
                                     gint64                 at);
gint64   charter_timeline_item_time (const CharterTimeline *self,
                                     gint64                 at);
/* The closing instant, as moved by a quorum that was reached late. */
gint64   charter_late_quorum  (const CharterTimeline *self,
                               const CharterScene    *scene,
                               CharterRef             decision,
                               gint64                 closes,
                               gint64                 at);
/* The instant before @closes at which voting closed early, by @at; NONE. */
gint64   charter_early_closing (const CharterTimeline *self,
                                const CharterScene    *scene,
                                CharterRef             decision,
                                gint64                 closes,
                                gint64                 at);
/* Can no ballot that may still be cast change the result?  Where it cannot be shown, FALSE.
 * @rule: the rule without further tests. */
gboolean charter_tally_is_settled (CharterTally          *self,
                                   const CharterRuleData *rule);
/* At least so many ballots, or withdrawals of any, have to come before voting can be over as the
 * rule says, as long as nothing else changes; 1 where it is not known, or is over. */
gint64   charter_tally_ballots_to_go (CharterTally        *self,
                                      const CharterRuleData *rule);
/* Everything as it was at one instant while voting was open. */
typedef struct
{
  CharterElectorateData electorate;
  CharterTally          tally;
} CharterSnapshot;
/* @rule: that of the timeline, or one with other tests. */
void     charter_snapshot_init  (CharterSnapshot       *self,
                                 const CharterTimeline *timeline,
                                 const CharterScene    *scene,
                                 CharterRef             decision,
                                 const CharterRuleData *rule,
                                 gint64                 at);
void     charter_snapshot_clear (CharterSnapshot       *self);
/* Was the proposal, or an option of it, seconded as its rule asks, by @at? */
void     charter_admission_read (const CharterTimeline *timeline,
                                 const CharterScene    *scene,
                                 CharterRef             decision,
                                 gint64                 at,
                                 CharterAdmission      *out);
/* The same of one option, where each has to be. */
void     charter_admission_read_option (const CharterTimeline *timeline,
                                        const CharterScene    *scene,
                                        CharterRef             decision,
                                        const char            *option,
                                        gint64                 at,
                                        CharterAdmission      *out);
/* The first of the instants, which are in order, at which @test holds; NONE if it holds at
 * none.  Of more than so many, halves are left out by what is found at their end: exact where
 * what held once goes on holding. */
#define CHARTER_INSTANTS_MAX 256
typedef gboolean (*CharterInstantTest) (gpointer data,
                                        gint64   at);
gint64   charter_first_instant (GArray             *instants,
                                CharterInstantTest  test,
                                gpointer            data);
/* Sorts them, each once. */
void     charter_instants_sort (GArray             *instants);

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
/* The quorum, counts, tests and margin members; the same in answers and records, but that a record
 * does not say why fewer changes cannot do. */
void     charter_decided_build_counts (const CharterDecided *self,
                                       gboolean              recorded,
                                       CharterBuilder       *builder);

G_END_DECLS
