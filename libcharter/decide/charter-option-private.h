/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-count-private.h"
#include "state/charter-state-private.h"

G_BEGIN_DECLS

/* Choosing among options inside a record: which options there are, what a rule says of the
 * count, and what stands on whole ballots. */

static inline gboolean
charter_rule_chooses (const CharterRuleData *rule)
{
  return rule != NULL && rule->method >= CHARTER_METHOD_APPROVAL;
}

/* What a rule says of choosing, with the documented defaults. */
typedef struct
{
  CharterCountParams params;        /* without what depends on the decision */
  CharterBallotForm  form;
  const char        *member;        /* of a ballot: "ranking", "approves" or "scores" */
  guint              seats;
  const char        *default_option;   /* NULL */
  const char        *cap_by;        /* NULL: no cap */
  guint              cap;
  gboolean           per_option;    /* the quorum is one of each option */
  gboolean           has_least, has_most;
  gint64             least, most;   /* the range of scores */
} CharterOptionTerms;

void charter_option_terms_init (CharterOptionTerms    *self,
                                const CharterRuleData *rule);
/* Members in words for the mode: "schulze, winning votes; 3 seats". */
void charter_option_terms_describe (const CharterOptionTerms *self,
                                    const CharterRuleData    *rule,
                                    GString                  *out);
/* What of the rule cannot be evaluated: a member or word; NULL. */
const char *charter_option_terms_beyond (const CharterRuleData *rule);

/* Options */

typedef struct
{
  const char        *id;
  const CharterNode *node;          /* as proposed; NULL: the rule's default option alone */
  gboolean           offered;       /* FALSE: named, but left out or not seconded enough */
  gboolean           unseconded;    /* it would be offered if so many had seconded it */
  gint64             seconds, needed;
} CharterOption;

typedef struct
{
  GArray     *rows;                 /* CharterOption, as proposed; a default option that was
                                       not listed is the last */
  GHashTable *by_id;                /* position + 1; keyed hash */
  int         default_;             /* position, -1: none */
} CharterOptions;

/* Those of the proposal, or of the last amendment that had options by @at, and before the opening
 * where that was by @at. */
void charter_options_init  (CharterOptions        *self,
                            const CharterScene    *scene,
                            CharterRef             decision,
                            const CharterRuleData *rule,
                            gint64                 at);
void charter_options_clear (CharterOptions     *self);
/* -1 if there is none. */
int  charter_options_find  (const CharterOptions *self,
                            const char           *id);
#define charter_options_get(self, i) (&g_array_index ((self)->rows, CharterOption, (i)))

/* Papers: what stands on whole ballots */

/* One option of a ballot: its rank from 0 (equal ranks alike), its score, or 0 for approval. */
typedef struct
{
  guint32 option;
  gint64  value;
} CharterMark;

typedef struct
{
  guint first, n;                   /* in marks: by value, then option; by option for scores and
                                       approvals */
  guint like;                       /* the first paper that is equal to it; after finishing */
} CharterPaper;

typedef struct
{
  CharterOptionTerms terms;
  CharterOptions     options;
  GArray            *marks;         /* CharterMark */
  GArray            *papers;        /* CharterPaper */
  guint32           *stamps;        /* by option: the last ballot that named it */
  guint32            stamp;
} CharterBallotPapers;

/* Why a ballot cannot be read. */
typedef struct
{
  const char *code;                 /* a ground */
  GString    *path;                 /* JSON Pointer into the entry */
  char       *message;
} CharterPaperFault;

CharterBallotPapers *charter_ballot_papers_new    (const CharterScene    *scene,
                                                   CharterRef             decision,
                                                   const CharterRuleData *rule,
                                                   gint64                 at);
void           charter_ballot_papers_free   (CharterBallotPapers         *self);
/* The position of the paper, -1 if the rule cannot read it; then @fault (nullable) says why, with
 * its path going on from what it holds. */
int            charter_ballot_papers_read   (CharterBallotPapers *self,
                                             const CharterNode   *member,
                                             CharterPaperFault   *fault);
/* Adds one made up of @n marks. */
guint          charter_ballot_papers_add    (CharterBallotPapers *self,
                                             const CharterMark   *marks,
                                             guint                n);
/* Finds out which papers are equal; again after any were added. */
void           charter_ballot_papers_finish (CharterBallotPapers         *self);
static inline const CharterPaper *
charter_ballot_papers_get (const CharterBallotPapers *self,
                           guint                      paper)
{
  return &g_array_index (self->papers, CharterPaper, paper);
}

static inline const CharterMark *
charter_ballot_papers_marks (const CharterBallotPapers *self,
                             const CharterPaper        *paper)
{
  return &g_array_index (self->marks, CharterMark, paper->first);
}

/* For the gate: can the rule read this ballot?  NULL if so, else a ground code, with @path and
 * @message. */
const char *charter_option_ballot_fault (const CharterScene    *scene,
                                         CharterRef             decision,
                                         const CharterRuleData *rule,
                                         gint64                 at,
                                         const CharterNode     *data,
                                         char                 **path,
                                         char                 **message);
/* Can a casting vote go there?  NULL if so, else what is wrong, with the options that it can go
 * to.  @tied: positions of those that are level, NULL where nobody knows yet (a secret vote). */
char       *charter_option_casting_fault (const CharterScene    *scene,
                                          CharterRef             decision,
                                          const CharterRuleData *rule,
                                          gint64                 at,
                                          GArray                *tied,
                                          const char            *choice);
/* Can it be voted on?  The same. */
const char *charter_option_opening_fault (const CharterScene    *scene,
                                          CharterRef             decision,
                                          const CharterRuleData *rule,
                                          gint64                 at,
                                          char                 **message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBallotPapers, charter_ballot_papers_free)

G_END_DECLS
