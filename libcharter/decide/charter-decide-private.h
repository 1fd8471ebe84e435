/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-enums.h>

#include "permit/charter-permit-private.h"
#include "format/charter-json-writer-private.h"

G_BEGIN_DECLS

/* What was decided?  Pure functions of (scene, question, at). */

typedef struct
{
  gint64 for_, against, abstain, object, stand_aside, silent, invalid;   /* weights */
} CharterCounts;

typedef struct
{
  const char     *constituency, *role;
  gint64          needed, counted;
  gboolean        holds;
} CharterRequirementResult;

typedef struct
{
  gboolean     given;
  const char  *base;           /* "members", also where the quorum is a plain number */
  gint64       base_count, needed, counted;   /* base_count: cut to a whole number */
  CharterFraction base_exact;
  gint64       floor;          /* what raised `needed`, 0 */
  gboolean     holds;
  GArray      *requires_;      /* CharterRequirementResult */
} CharterQuorumResult;

typedef struct
{
  const CharterTestRule *test;
  const char     *id, *constituency;
  const char     *option;      /* for a test of one option; `test` is NULL then */
  CharterFraction left, right;
  gint64          base_count;
  CharterCompare  compare;
  gboolean        at_most;     /* compared by "<=" */
  gboolean        holds;
  const CharterBand *band;     /* the one that holds; NULL */
  CharterFraction turnout;     /* for a band */
  gboolean        below;       /* below the first band: left is the turnout, right what it needs */
} CharterTestResult;

/* Who voted against, objected or stood aside. */
typedef struct
{
  CharterRef         unit, person;   /* person: who spoke for the unit, 0 */
  const CharterFact *fact;           /* ballot-cast or objection-raised */
  const char        *choice;         /* "against" "object" "stand-aside" */
  gboolean           reasoned;
  gboolean           stands;         /* an objection that bears on the count */
} CharterDissentData;

/* ">", ">=" or "<=". */
const char *charter_test_result_compare (const CharterTestResult *self);

/* A ballot that is left out of the count. */
typedef struct
{
  CharterRef         who;      /* the person who cast it, else the unit */
  CharterRef         unit;
  const CharterFact *ballot;
  const char        *ground;
  const char        *clause;   /* NULL */
  const CharterFact *because;  /* NULL */
  CharterRef         party;    /* 0; for an equal ballot, the affiliate whose counts */
  const CharterTrail *trail;   /* in the arena of the count; NULL */
  guint              from;     /* CHARTER_FROM_ bits */
} CharterBarredBallot;

/* How a proposal came to be dealt with, where its rule asks that it be seconded. */
typedef struct
{
  gboolean given;          /* FALSE too once it has been taken up again: it was dealt with then */
  gint64   needed, counted; /* voting units: when it was met, else by now */
  gint64   until;          /* the last instant in time, NONE: no end */
  gint64   met;            /* NONE: not yet, or not at all */
} CharterAdmission;

/* One decision at one instant.  Times are CHARTER_INSTANT_NONE where they are not set. */
typedef struct
{
  CharterScene               scene;          /* borrowed */
  gint64                     at;
  CharterRef                 decision;
  const CharterFact         *proposed;
  const CharterDocumentData *charter;        /* NULL: none in force */
  const CharterRuleData     *rule;           /* NULL: the charter has no such rule */
  CharterDecisionState       state;
  CharterRef                 superseded_by;  /* where that is its state; 0 */
  CharterResult              result;
  char                      *cannot;         /* what cannot be expressed, and where; NULL */
  gint64                     opens, closes;
  CharterAdmission           admission;      /* given: the rule asks for it */
  gint64                     discussed, reflected, standstill;
  gint32                     review;         /* CHARTER_DATE_NONE */
  gboolean                   early;          /* voting closed before its end */
  gboolean                   quorate;
  gboolean                   counted;        /* counts, quorum and tests are filled */
  gboolean                   turnout_only;   /* secret, not closed */
  gint64                     turnout;        /* units with a ballot */
  CharterCounts              counts;
  CharterQuorumResult        quorum;
  GArray                    *tests;          /* CharterTestResult */
  CharterElectorateData      electorate;
  GArray                    *barred;         /* CharterBarredBallot */
  CharterArena              *arena;          /* of their trails; NULL */
  gboolean                   tie;            /* as many for as against, and nothing settled it */
  const CharterFact         *casting;        /* the casting-vote-given that settled a tie, NULL */
  struct _CharterChoosing   *choosing;       /* of a choice among options; NULL */
  struct _CharterChoosing   *tie_break;      /* steps that settled a tie of for and against; NULL */
  gboolean                   has_margin;
  gint64                     margin_least, margin_most;   /* ballots changed that turn it */
  char                      *margin_change;  /* plain words */
  char                      *margin_because; /* why fewer cannot do, in plain words; NULL */
  char                      *mode;
  GPtrArray                 *remedies;       /* const CharterNode *: items of conflicts.remedies */
  gboolean                   nobody_left;    /* all who would have a vote are kept out */
  gboolean                   proxied;        /* some vote through another's ballot */
  gboolean                   paired;         /* several of one affiliation cast, whose equal ballots
                                                count once */
  gboolean                   uneven;         /* ballots that were cast weigh differently */
  GArray                    *delegations;    /* CharterDelegationData */
  GArray                    *dissent;        /* CharterDissentData; none of a secret decision */
  GArray                    *bundle;         /* CharterBundled, by name; NULL: it is no bundle */
  const CharterFact         *opened;         /* the decision-opened, NULL */
  const CharterFact         *closed;         /* the decision-closed, NULL */
  gboolean                   disputed;
  const CharterNode         *recorded;       /* data of decision-closed: what stands */
  CharterResult              recount;        /* where disputed: what counting again gives */
  CharterReasons            *reasons;
  GArray                    *flagged;        /* CharterConflictData that came to be known after closing */
  CharterArena              *flagged_arena;  /* of their trails; NULL */
} CharterDecided;

/* @decision is one that was proposed by @at. */
CharterDecided *charter_decide       (const CharterScene *scene,
                                      CharterRef          decision,
                                      gint64              at);
void            charter_decided_free (CharterDecided     *self);

/* The bundle with which a decision is decided that was never opened itself, 0.  (Of several
 * the one that was opened first.) */
CharterRef      charter_decide_bundle (const CharterScene *scene,
                                       CharterRef          decision,
                                       gint64              at);
/* The decision-closed that settled it, its own or that of its bundle; NULL. */
const CharterFact *charter_decide_closing (const CharterScene *scene,
                                           CharterRef          decision,
                                           gint64              at);

/* The clauses that the decision serves: const CharterClauseData *, of the charter that it is taken
 * under. */
GPtrArray      *charter_decided_serves (const CharterDecided     *self);
void            charter_dissent_build  (const CharterScene       *scene,
                                        const CharterDissentData *row,
                                        CharterBuilder           *builder);

/* State alone, without counting (but for an extension by a late quorum). */
CharterDecisionState charter_decide_state (const CharterScene *scene,
                                           CharterRef          decision,
                                           gint64              at,
                                           gint64             *opens,
                                           gint64             *closes);
/* Ballots are taken before this, by charter_item_is_open(); NONE: no end. */
gint64               charter_decide_ballots_until (const CharterScene *scene,
                                                   CharterRef          decision,
                                                   gint64              at);
/* From when voting can be opened, as known at @at; NONE while it has not been seconded enough,
 * of which @admission tells. */
gint64               charter_decide_earliest (const CharterScene *scene,
                                              CharterRef          decision,
                                              gint64              at,
                                              CharterAdmission   *admission);
/* From when something can rest on a decision that was carried, whether that is recorded or not:
 * the end of its standstill, NONE where it has none. */
gint64               charter_decide_rests_from (const CharterScene *scene,
                                                CharterRef          decision,
                                                gint64              at);
/* The day on which a decision recorded as carried is looked at again; NONE. */
gint32               charter_decide_review (const CharterScene *scene,
                                            CharterRef          decision,
                                            gint64              at);
/* The rule that it is put under; NULL: none in force has that id. */
const CharterRuleData *charter_decide_rule (const CharterScene *scene,
                                            CharterRef          decision,
                                            gint64              at);
/* The time of the item as DESIGN §6 has it: the instant of the electorate once it has come,
 * before it the instant asked about. */
gint64               charter_decide_item_time (const CharterScene *scene,
                                               CharterRef          decision,
                                               gint64              at);

/* May I, with the times of the item as they are after extensions. */
void            charter_decide_may   (const CharterScene *scene,
                                      CharterRef          person,
                                      const char         *act,
                                      CharterRef          subject,
                                      gint64              at,
                                      CharterJudgement   *out);

/* For the gate.  The members that decision-closed records (result, winners, ranking,
 * quorate, quorum, counts, tests, margin, mode, digest), as set members of the object that
 * @builder is in.  FALSE with REFUSED while the result would be pending or tied. */
gboolean        charter_decide_close (const CharterScene *scene,
                                      CharterRef          decision,
                                      gint64              at,
                                      CharterBuilder     *builder,
                                      GError            **error);
/* Is the ballot one that this decision's rule can read (choice among options, …)?  NULL if
 * so, else a ground code, with @path (JSON Pointer into the entry) and message. */
const char     *charter_decide_ballot_fault (const CharterScene *scene,
                                             CharterRef          decision,
                                             const CharterNode  *data,
                                             const char        **path,
                                             char              **message);

/* The answer as SCENARIOS.md gives it. */
void            charter_decided_build (const CharterDecided *self,
                                       CharterBuilder       *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterDecided, charter_decided_free)

G_END_DECLS
