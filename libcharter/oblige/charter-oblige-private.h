/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <charter/charter-enums.h>

#include "permit/charter-permit-private.h"

G_BEGIN_DECLS

/* What is due?  Pure functions of (scene, question, at). */

typedef struct
{
  const char             *what;       /* "act", "declare-interests", "review" … static */
  CharterRef              who;        /* 0: the partnership as a whole */
  gint32                  due;        /* a date; CHARTER_DATE_NONE where due_at is used */
  gint64                  due_at;     /* an instant; CHARTER_INSTANT_NONE where due is used */
  CharterObligationState  state;
  const char             *clause;     /* NULL */
  const CharterFact      *because;    /* the entry that created it */
  const CharterFact      *met_by;     /* NULL */
  CharterRef              about;      /* the action, meeting, cycle …; 0 */
  const char *detail; /* cycle id and the like; NULL; in the state's or charter's memory */
  gint64                  last;       /* the last instant of `due`, or `due_at`: set for the order */
} CharterDuty;

/* More than anybody can attend to: daily reviews by the hundred, or until the year 9999. */
#define CHARTER_DUTIES_MAX 100000

/* Every obligation that arose by @at (met and waived ones too), and those of cycles up to
 * @until (a date), ordered by due, what, who.  Where there are more than CHARTER_DUTIES_MAX,
 * not all are there, and in no order. */
void charter_oblige_list (const CharterScene *scene,
                          gint64              at,
                          gint32              until,
                          GArray             *out);   /* CharterDuty */

/* What a list is made with; one file for each sort of obligation adds its own. */
typedef struct
{
  const CharterScene *scene;
  CharterZone        *zone;
  gint64              at;
  gint32              today;
  gint32              until;
  GArray             *out;
} CharterDutyList;

void charter_duties_of_actions   (CharterDutyList *self);
void charter_duties_of_interests (CharterDutyList *self);
void charter_duties_of_periods   (CharterDutyList *self);
void charter_duties_of_decisions (CharterDutyList *self);
void charter_duties_of_reviews   (CharterDutyList *self);

/* The state of an obligation, from the last instant that is still in time, the entry that
 * met it and the one by which it fell away (both nullable, both at or before `at`). */
void charter_duty_settle         (const CharterDutyList *self,
                                  CharterDuty           *duty,
                                  gint64                 end,
                                  const CharterFact     *met_by,
                                  const CharterFact     *waived_by);
/* Sets when it is due, @period after @start, and gives the last instant that is in time. */
gint64 charter_duty_set_due      (const CharterDutyList *self,
                                  CharterDuty           *duty,
                                  const CharterPeriod   *period,
                                  gint64                 start);
/* The last instant that is in time; and when it is due, as answers write it. */
gint64 charter_duty_end          (const CharterScene    *scene,
                                  const CharterDuty     *duty);
char  *charter_duty_dup_due      (const CharterDuty     *duty);
/* The last instant of a date in the record's zone. */
gint64 charter_last_instant      (const CharterScene    *scene,
                                  gint32                 date);

/* How soon interests must be made known; NULL: not at all. */
typedef struct
{
  const CharterPeriod *declare_within;
  const CharterPeriod *register_within;
  const CharterPeriod *confirm_every;
  const char          *clause;            /* NULL */
} CharterInterestPeriods;

/* The interests that one person must make known, under the periods given, or (NULL) those of
 * the policy in force when each obligation arose; appended to the list: declare-interests
 * first, then those of each declaration in order of time. */
void charter_duties_of_person    (CharterDutyList              *self,
                                  CharterRef                    person,
                                  const CharterInterestPeriods *periods);
/* May this person vote, as far as the charter's rules go, or does she hold a role? */
gboolean charter_person_is_bound (const CharterScene        *scene,
                                  const CharterDocumentData *charter,
                                  CharterRef                 person,
                                  gint64                     at);

/* A stretch of time in which one version of the charter is in force. */
typedef struct
{
  const CharterDocumentData *charter;
  const CharterFact         *adopted;
  gint64                     from;
  gint64                     to;         /* when the next version comes into force; G_MAXINT64 */
} CharterSpan;

/* The versions that are known at @at, in order of time, those to come included. */
GArray *charter_spans            (const CharterScene *scene,
                                  gint64              at);

G_END_DECLS
