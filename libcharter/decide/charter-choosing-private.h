/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-tally-private.h"

G_BEGIN_DECLS

/* What came of a choice among options. */

#define CHARTER_NO_LAYER G_MAXUINT

typedef struct
{
  const char     *id;
  gboolean        offered;
  gboolean        named;         /* by a ballot that weighs anything */
  gint64          for_;          /* over the default option; without one, naming this one */
  gint64          against;       /* under the default option; 0 without one */
  gint64          first;         /* with it alone at the top */
  gint64          counted;       /* towards its own quorum */
  gboolean        quorate;
  gboolean        has_score;
  CharterFraction score;         /* of methods that add up */
  const char     *dropped;       /* "quorum", the id of an option test, or "not-seconded" for one
                                    that was not offered for that; NULL */
  gint64          seconds, seconds_needed;   /* of that */
  guint           layer;         /* place in the ranking from 0, CHARTER_NO_LAYER */
} CharterOptionRow;

/* One step of the chain that settles ties. */
typedef struct
{
  const char        *step;       /* as the rule spells it */
  GArray            *tied;       /* guint: positions of options */
  GArray            *left;       /* those for whom it goes on, or who are chosen by it */
  CharterRef         person;     /* who settled it, 0 */
  const CharterFact *by;         /* the entry that settled it, NULL */
} CharterTieRow;

/* A draw: a permutation that anybody can work out from what is public. */
typedef struct
{
  char  *charter, *decision;     /* ids */
  char  *ballots;                /* SHA-256 over the ballots as they are recorded */
  char  *seed;                   /* SHA-256 over all three */
  GArray *order;                 /* guint: positions, first drawn first */
} CharterLot;

struct _CharterChoosing
{
  CharterOptionTerms   terms;
  GArray              *rows;     /* CharterOptionRow, by position */
  int                  default_;
  gint64               needed;   /* of a quorum of each option */
  gboolean             has_default;
  GArray              *winners;  /* guint, in the order in which they were chosen */
  GArray              *tied;     /* guint: where it is left to somebody, among whom */
  GArray              *ties;     /* CharterTieRow */
  guint                vacancies;   /* seats that nobody fills */
  gboolean             nobody;   /* no ballot bore on it */
  gboolean             ranked;   /* layers are filled */
  char                *why;      /* what keeps it from being worked out; NULL */
  CharterLot          *lot;      /* NULL: not drawn */
  /* Of the count, none where it was read back. */
  guint                n_papers;
  gint64              *weights;  /* by paper that others equal */
  gint64              *heads;
  CharterElectionData *election;
  GArray              *numbers;  /* guint: the position of each option of the election */
  CharterCountData    *count;
};

typedef struct _CharterChoosing CharterChoosing;

CharterChoosing *charter_choosing_new   (const CharterRuleData *rule,
                                         const CharterOptions  *options);
void             charter_choosing_free  (CharterChoosing       *self);
#define charter_choosing_row(self, i) (&g_array_index ((self)->rows, CharterOptionRow, (i)))

/* What each option has, which are dropped, and the tests behind it (CharterTestResult appended to
 * @tests, nullable). */
void             charter_choosing_tally (CharterChoosing *self,
                                         CharterTally    *tally,
                                         gint64           needed,
                                         GArray          *tests);
/* The method's own count among the options that are left, less those that @out (by position,
 * nullable) takes out; NULL with @why set. */
CharterCountData *charter_choosing_run  (CharterChoosing    *self,
                                         const CharterTally *tally,
                                         const guint8       *out,
                                         const guint        *order,
                                         guint               n_order);
/* Does the method break ties on the way, so that their order bears on who wins? */
gboolean         charter_choosing_breaks_ties (const CharterChoosing *self);
/* May the option be chosen at all?  One that no ballot names may not, but for the default. */
gboolean         charter_choosing_may_win     (const CharterChoosing *self,
                                               guint                  option);
/* Fills the seats.  @chain NULL: ties are left as they are, in `tied`. */
typedef struct _CharterTieChain CharterTieChain;
void             charter_choosing_fill  (CharterChoosing    *self,
                                         const CharterTally *tally,
                                         CharterTieChain    *chain);
void             charter_choosing_fill_by_orders (CharterChoosing    *self,
                                                  const CharterTally *tally,
                                                  CharterTieChain    *chain);
/* The member of an option that a cap looks at; NULL. */
const char      *charter_choosing_cap_of (const CharterChoosing *self,
                                          const CharterTally    *tally,
                                          guint                  option);
gboolean         charter_choosing_won   (const CharterChoosing *self,
                                         guint                  option);

/* Ties */

struct _CharterTieChain
{
  CharterDecided  *decided;
  CharterTally    *tally;
  CharterChoosing *choosing;
  GPtrArray       *words;        /* const char *: the steps, in turn */
  GPtrArray       *castings;     /* const CharterFact *: casting votes not used yet */
  gboolean         undrawn;      /* ballots are only supposed: nobody can know the lot */
};

void     charter_tie_chain_init   (CharterTieChain *self,
                                   CharterDecided  *decided,
                                   CharterTally    *tally,
                                   CharterChoosing *choosing);
void     charter_tie_chain_clear  (CharterTieChain *self);
/* "status-quo" where there is no such step. */
const char *charter_tie_chain_word (const CharterTieChain *self,
                                    guint                  step);
/* Does the step put options in an order?  Else it ends the chain. */
gboolean charter_tie_chain_orders (const CharterTieChain *self,
                                   guint                  step);
/* GArray of guint each: the group by what the step says, the preferred ones first. */
GPtrArray *charter_tie_chain_split (CharterTieChain    *self,
                                    guint               step,
                                    GArray             *group,
                                    CharterRef         *person,
                                    const CharterFact **by);
/* The next casting vote for one of the group; FALSE if none was given. */
gboolean charter_tie_chain_cast   (CharterTieChain    *self,
                                   GArray             *group,
                                   guint              *option,
                                   CharterRef         *person,
                                   const CharterFact **by);
/* Notes what a step did; takes neither list. */
void     charter_tie_chain_note   (CharterTieChain   *self,
                                   guint              step,
                                   GArray            *tied,
                                   GArray            *left,
                                   CharterRef         person,
                                   const CharterFact *by);

/* The row whose ballot is that of whoever chairs, NULL if none counts. */
const CharterUnitVote *charter_tally_row_of_chair (const CharterTally *self);

/* A tie of for and against, as options of these names. */
gboolean         charter_tie_break_is_asked (const CharterRuleData *rule);
/* The first step that tells anything of for and against. */
const char      *charter_tie_break_settles  (const CharterRuleData *rule);
CharterResult    charter_decided_break_tie  (CharterDecided *self,
                                             CharterTally   *tally);
CharterChoosing *charter_tie_break_new      (const CharterRuleData *rule);
CharterChoosing *charter_tie_break_read     (const CharterDecided *decided,
                                             const CharterNode    *ties);
CharterReasonId  charter_tie_break_explain  (CharterDecided        *self);

/* Draws. */
CharterLot *charter_lot_draw      (const CharterDecided *decided,
                                   guint32               since,
                                   const char *const    *ids,
                                   guint                 n);
void        charter_lot_free      (CharterLot *self);

/* The whole of it */

/* Counts, and once voting has ended fills the seats; appends tests, and sets the quorum where it
 * is one of each option. */
void          charter_decided_choose      (CharterDecided *self,
                                           CharterTally   *tally);
/* The method, and the seats; @chain NULL leaves ties as they are. */
void          charter_choosing_work_out   (CharterChoosing    *self,
                                           const CharterTally *tally,
                                           CharterTieChain    *chain);
/* What came of it, all other conditions known. */
CharterResult charter_choosing_result     (CharterDecided *self,
                                           CharterTally   *tally,
                                           gboolean        tests_hold);
/* Does the ballot that counts for the row name the option? */
gboolean      charter_choosing_names      (const CharterTally    *tally,
                                           const CharterUnitVote *row,
                                           guint                  option);
/* The margin. */
void          charter_choosing_margin     (CharterDecided *self,
                                           CharterTally   *tally);
/* Do any two ballots that name options differ? */
gboolean      charter_choosing_differs    (const CharterChoosing *self);

/* Members of the answer and of decision-closed. */
void          charter_choosing_build_winners (const CharterChoosing *self,
                                              CharterBuilder        *builder);
void          charter_choosing_build_counts  (const CharterChoosing *self,
                                              const CharterScene    *scene,
                                              CharterBuilder        *builder);
void          charter_choosing_build_ties    (const CharterChoosing *self,
                                              const CharterScene    *scene,
                                              CharterBuilder        *builder);
void          charter_choosing_read_ties     (CharterChoosing      *self,
                                              const CharterScene   *scene,
                                              const CharterOptions *options,
                                              const CharterNode    *list);
/* The count itself, as far as it is at hand: a member `count`. */
void          charter_choosing_build_count   (const CharterChoosing *self,
                                              CharterBuilder        *builder);
/* Puts what the decision-closed recorded in the place of what was chosen. */
void          charter_decided_take_choice    (CharterDecided *self);
/* The reason at the top, 0 where it has none of its own; and those below. */
CharterReasonId  charter_choosing_explain (CharterDecided *self,
                                           CharterTally   *tally);
void             charter_choosing_explain_count (CharterDecided *self,
                                                 CharterReasonId top);
void             charter_choosing_explain_ties  (CharterDecided        *self,
                                                 const CharterChoosing *choosing,
                                                 CharterReasonId        top);
/* The same of a secret vote from what its closing recorded, which take_choice() read. */
void             charter_choosing_explain_recorded (CharterDecided  *self,
                                                    CharterReasonId  top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterChoosing, charter_choosing_free)

G_END_DECLS
