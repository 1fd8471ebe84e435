/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-question.h>

#include "decide/charter-decide-private.h"
#include "permit/charter-access-private.h"
#include "permit/charter-glance-private.h"
#include "state/charter-decisions-private.h"

G_BEGIN_DECLS

/* One act at one instant, asked of many: what the charters say of it is looked up once, the
 * decision asked about last is kept, and most answers come from the rows of the state, without
 * the proof.  Whatever these cannot settle is put to the same code that makes verdicts. */

/* Persons and subjects go by their number among CharterParties; other names by their CharterRef
 * with this bit; no subject at all by the last number.  0 is what is not known. */
#define CHARTER_HANDLE_NAME  0x80000000u
#define CHARTER_NO_SUBJECT   G_MAXUINT32

/* A rule of a charter, by the name that decisions call it. */
typedef struct
{
  CharterRef             name;
  const CharterRuleData *rule;      /* NULL: there is none */
  CharterVoters          voters;
  gboolean               simple;    /* persons vote, each for themselves, as of the time of the item */
} CharterAskingRule;

typedef struct
{
  const CharterDocumentData *charter;
  CharterAccess              access;
  CharterGlancePolicy        policy;
  GPtrArray                 *rules;     /* CharterAskingRule */
} CharterAskingCharter;

/* Under what a decision is taken, once it was looked up. */
typedef struct
{
  CharterAskingCharter *charter;        /* NULL: none */
  CharterAskingRule    *rule;           /* NULL: none is named */
  gboolean              ready;
} CharterAskingTerms;

typedef enum
{
  CHARTER_ASKING_UNKNOWN,       /* the subject is not there */
  CHARTER_ASKING_MATTER,        /* no decision, or nothing */
  CHARTER_ASKING_ITEM
} CharterAskingSubject;

typedef struct
{
  CharterScene            scene;          /* the state is held */
  const CharterParties   *parties;
  const CharterEdges     *edges;
  const CharterDecisions *decisions;
  GArray                 *terms;          /* CharterAskingTerms, one of each of the decisions' */
  char                   *act;
  gint64                  at;
  guint                   bits;           /* what the act is about; 0: no conflict bears on it */
  gboolean                votes;          /* the act is to vote */
  gboolean                units;          /* it is for those whom the rule gives a vote */
  GPtrArray              *charters;       /* CharterAskingCharter */
  CharterAskingCharter   *in_force;       /* NULL: no charter is */

  guint32                 subject;        /* that of which the rest tells */
  CharterAskingSubject    kind;
  CharterAskingCharter   *charter;        /* NULL: there is none */
  CharterAskingRule      *rule;           /* NULL: none is named */
  gint64                  opens, closes;
  gboolean                bundled;        /* it may be voted on with a bundle that names it */
  gboolean                put;            /* voting is open at that instant */
  guint32                 about[3];       /* hubs that it concerns, where they are few */
  CharterItem             item;           /* see charter_asking_item() */
  gboolean                filled;

  GArray                 *everybody;      /* charter_asking_everybody(), NULL before */
  CharterClosure          room;           /* for lists */
  GArray                 *found;          /* guint32: numbers of persons */
} CharterAsking;

void          charter_asking_init    (CharterAsking      *self,
                                      const CharterScene *scene,
                                      const char         *act,
                                      gint64              at);
void          charter_asking_clear   (CharterAsking      *self);
/* The handle of a name, 0 if it is not known; of NULL that for no subject. */
guint32       charter_asking_find    (CharterAsking      *self,
                                      const char         *id);
guint32       charter_asking_handle  (const CharterAsking *self,
                                      CharterRef          ref);
/* 0 for no subject. */
CharterRef    charter_asking_ref     (const CharterAsking *self,
                                      guint32              handle);
/* FALSE if the subject is not there to be asked about. */
gboolean      charter_asking_turn_to (CharterAsking      *self,
                                      guint32             subject);
/* The decision last turned to, whole. */
const CharterItem *charter_asking_item (CharterAsking     *self);
CharterAnswer charter_asking_answer  (CharterAsking      *self,
                                      guint32             person,
                                      guint32             subject);
/* Everybody with a conflict on the subject last turned to that bears on the act, in order of
 * joining, by their numbers, until the next call. */
const GArray *charter_asking_conflicted (CharterAsking    *self);
/* Everybody who is current at the instant asked about, in order of joining: guint32 handles. */
const GArray *charter_asking_everybody (CharterAsking     *self);
/* The whole judgement on a person and the subject last turned to. */
void          charter_asking_judge   (CharterAsking      *self,
                                      guint32             person,
                                      CharterJudgement   *out);

/* Looks up what a question is about; NOT_FOUND where it is not there, or not yet. */
gboolean      charter_question_subject (const CharterScene *scene,
                                        const char         *id,
                                        gint64              at,
                                        CharterRef         *out,
                                        GError            **error);

/* What charter-question.c and charter-question-many.c share. */
struct _CharterQuestion
{
  GObject parent_instance;

  CharterAsking asking;
  char         *at;
};

/* Turns to the subject of that name (NULL: none), or says why it cannot. */
gboolean      charter_question_turn_to (CharterQuestion    *self,
                                        const char         *subject,
                                        GError            **error);

G_END_DECLS
