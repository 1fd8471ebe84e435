/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/charter-time-private.h"

G_BEGIN_DECLS

/* How the end of a period is found from its start (the event's date D):
 *  - AFTER: D is not counted; "within 28 days after" ends on D + 28.
 *  - BEGINNING_WITH: D is the first day; "28 days beginning with" ends on D + 27
 *    (Companies Act 2006 and Localism Act 2011 s.30 use this wording). */
typedef enum
{
  CHARTER_PERIOD_AFTER,
  CHARTER_PERIOD_BEGINNING_WITH
} CharterPeriodFrom;

typedef enum
{
  CHARTER_PERIOD_CALENDAR,      /* years, months, weeks, days and hours, minutes, seconds */
  CHARTER_PERIOD_WORKING_DAYS,  /* days: the n-th working day after */
  CHARTER_PERIOD_CLEAR_DAYS     /* days: n whole days lie between (Companies Act 2006 s.360) */
} CharterPeriodUnit;

typedef struct
{
  gint32 months;   /* years and months */
  gint32 days;     /* weeks and days, or the count of working or clear days */
  gint64 seconds;  /* hours, minutes, seconds */
  guint8 unit;     /* CharterPeriodUnit */
  guint8 from;     /* CharterPeriodFrom */
} CharterPeriod;

/* Working days of the week and holidays, ascending; borrowed by whoever evaluates. */
typedef struct
{
  guint8        working;      /* bit 0 Monday … bit 6 Sunday; 0 reads as Monday to Friday */
  const gint32 *holidays;
  guint         n_holidays;
} CharterCalendar;

/* ISO 8601 durations: P7D, P1Y, P12M, P2W, PT24H, P1DT12H; no signs, no fractions, at
 * least one part, each at most 9 digits. */
gboolean charter_period_parse          (const char    *text,
                                        gssize         length,
                                        CharterPeriod *out);
char    *charter_period_to_string      (const CharterPeriod *self);
/* "28 days", "1 month", "24 hours": plain words for messages. */
char    *charter_period_describe       (const CharterPeriod *self);
/* TRUE where only hours, minutes, seconds are given: deadlines are instants then. */
gboolean charter_period_is_timed       (const CharterPeriod *self);
gboolean charter_period_is_zero        (const CharterPeriod *self);
/* The last day of the period that starts with the event on @date, worked out from @date
 * each time (a clamped month does not pull later ones): @times periods in a row.  Time
 * parts count as whole days, rounded up.  Negative @times go back. */
gint32   charter_period_end_date       (const CharterPeriod   *self,
                                        gint32                 date,
                                        int                    times,
                                        const CharterCalendar *calendar);
/* @date less the period. */
gint32   charter_period_before_date    (const CharterPeriod   *self,
                                        gint32                 date,
                                        const CharterCalendar *calendar);
/* The instant @self after (or before) @instant: civil time is kept for years to days,
 * hours and less are exact seconds. */
gint64   charter_period_add_to_instant (const CharterPeriod   *self,
                                        gint64                 instant,
                                        CharterZone           *zone,
                                        const CharterCalendar *calendar);
gint64   charter_period_subtract_from_instant (const CharterPeriod   *self,
                                               gint64                 instant,
                                               CharterZone           *zone,
                                               const CharterCalendar *calendar);
/* The deadline of "within @self of @instant": for a timed period that instant (exclusive
 * end: later than it is late); otherwise the last second of the last day in @zone. */
gint64   charter_period_deadline       (const CharterPeriod   *self,
                                        gint64                 instant,
                                        CharterZone           *zone,
                                        const CharterCalendar *calendar);
gboolean charter_calendar_is_working_day (const CharterCalendar *self,
                                          gint32                 date);
/* Holidays by name ("england-and-wales", "scotland", "northern-ireland"); NULL and 0 if
 * unknown.  From data compiled in (gov.uk, 2019-2028). */
gboolean charter_holidays_lookup       (const char    *name,
                                        const gint32 **holidays,
                                        guint         *n_holidays);

G_END_DECLS
