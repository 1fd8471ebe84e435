/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "oblige/charter-oblige-private.h"

G_BEGIN_DECLS

/* The dates of something that comes round.  Each is reckoned from the anchor, so a month
 * that is too short does not pull later dates with it. */
typedef struct
{
  gint32        anchor;
  CharterPeriod every;
  gint64        n;         /* how many there are; G_MAXINT64: no end */
} CharterRhythm;

/* From the cycle's `every`: a period, or an ISO 8601 repeating interval ("R4/2025-01-31/P3M",
 * "R/P1Y/2030-12-31", "R3/2025-01-01/2025-04-01"; Rn is n intervals in all).  FALSE for what
 * this version cannot reckon (RFC 5545 rules), and for periods without whole days. */
gboolean charter_rhythm_of_cycle  (const CharterCycleData *cycle,
                                   CharterRhythm          *out);
gboolean charter_rhythm_parse     (const char    *repeat,
                                   CharterRhythm *out);
/* Date number @k, from 0; CHARTER_DATE_NONE past the last, or past the year 9999. */
gint32   charter_rhythm_date      (const CharterRhythm   *self,
                                   gint64                 k,
                                   const CharterCalendar *calendar);
/* The number of the first date after @date. */
gint64   charter_rhythm_after     (const CharterRhythm   *self,
                                   gint32                 date,
                                   const CharterCalendar *calendar);

/* One turn of a cycle. */
typedef struct
{
  gint32             due;
  gint32             grace_end;   /* the last day on which it is held on time */
  const CharterFact *held;        /* the review-held, or NULL */
  const CharterSpan *span;        /* the version of the charter that asks for it */
  const CharterCycleData *cycle;
  gint64             start;       /* where an inquiry keeps it: the instant at which the day begins */
  const char        *name;        /* and "CYCLE/DATE", once it was asked for */
} CharterTurn;

/* The turns of one cycle up to @until with the reviews held by @at put to them, in order of
 * date.  A turn belongs to the version in force on the day before it; those on or before the
 * day on which the version came into force are not owed.  FALSE where the cycle's rhythm
 * cannot be reckoned. */
gboolean charter_cycle_turns      (const CharterScene *scene,
                                   GArray             *spans,
                                   const char         *cycle,
                                   gint64              at,
                                   gint32              until,
                                   GArray             *out);   /* CharterTurn */

G_END_DECLS
