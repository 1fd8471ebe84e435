/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Instants are seconds since 1970-01-01T00:00:00Z (no leap seconds), years 0001 to 9999.
 * Dates are days since 1970-01-01 in the proleptic Gregorian calendar.  Neither depends on
 * the process's locale or TZ. */

#define CHARTER_INSTANT_NONE G_MININT64
#define CHARTER_DATE_NONE G_MININT32
#define CHARTER_SECONDS_A_DAY 86400
#define CHARTER_INSTANT_TEXT_SIZE 21
#define CHARTER_DATE_TEXT_SIZE 11

/* Strictly YYYY-MM-DDThh:mm:ssZ; second 60 and hour 24 are refused. @length may be -1. */
gboolean charter_instant_parse  (const char *text,
                                 gssize      length,
                                 gint64     *out);
void     charter_instant_format (gint64      instant,
                                 char        text[CHARTER_INSTANT_TEXT_SIZE]);
/* Strictly YYYY-MM-DD. */
gboolean charter_date_parse     (const char *text,
                                 gssize      length,
                                 gint32     *out);
void     charter_date_format    (gint32      date,
                                 char        text[CHARTER_DATE_TEXT_SIZE]);
gint32   charter_date_from_ymd  (int         year,
                                 int         month,
                                 int         day);
void     charter_date_to_ymd    (gint32      date,
                                 int        *year,
                                 int        *month,
                                 int        *day);
/* 0 Monday … 6 Sunday. */
int      charter_date_weekday   (gint32      date);
/* Adds months, clamping the day to the month's end. */
gint32   charter_date_add_months (gint32     date,
                                  gint64     months);
/* 00:00:00Z of the UTC day of @instant. */
gint64   charter_instant_cut_to_day (gint64  instant);

/* An IANA zone; unknown names are an error, never UTC.  Immutable, may be shared between threads. */
typedef struct _CharterZone CharterZone;

CharterZone *charter_zone_new      (const char  *name);   /* NULL if unknown */
CharterZone *charter_zone_ref      (CharterZone *zone);
void         charter_zone_unref    (CharterZone *zone);
const char  *charter_zone_get_name (CharterZone *zone);
/* The civil date at @instant. */
gint32       charter_zone_date_of  (CharterZone *zone,
                                    gint64       instant);
/* The first instant of a civil date (the first that exists, where midnight is skipped). */
gint64       charter_zone_start_of (CharterZone *zone,
                                    gint32       date);
/* The civil time of day of @instant in seconds after local midnight, and back: adding
 * months or days to an instant keeps the civil time; a gap moves forward by the gap, a
 * fold takes the earlier instant. */
gint64       charter_zone_resolve  (CharterZone *zone,
                                    gint32       date,
                                    int          second_of_day);
int          charter_zone_second_of_day (CharterZone *zone,
                                         gint64       instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterZone, charter_zone_unref)

G_END_DECLS
