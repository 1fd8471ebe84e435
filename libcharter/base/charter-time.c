/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/charter-time-private.h"

#include <string.h>

#define YEAR_MIN 1
#define YEAR_MAX 9999
#define DATE_MIN (-719162)              /* 0001-01-01 */
#define DATE_MAX 2932896                /* 9999-12-31 */
#define INSTANT_MIN ((gint64) DATE_MIN * CHARTER_SECONDS_A_DAY)
#define INSTANT_MAX ((gint64) DATE_MAX * CHARTER_SECONDS_A_DAY + CHARTER_SECONDS_A_DAY - 1)
#define ZONE_NAME_MAX 64

struct _CharterZone
{
  gatomicrefcount ref_count;
  char           *name;
  GTimeZone      *zone;   /* NULL for UTC */
};

/* Dates */

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_of_month (int year,
               int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/* Years are counted from March, so that the leap day is the last of its year, in cycles
 * of 400 years, which all have 146 097 days. */
static gint32
days_from_valid (int year,
                 int month,
                 int day)
{
  int y = month <= 2 ? year - 1 : year;
  int cycle = y / 400;
  int year_of_cycle = y - cycle * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;

  return cycle * 146097 + day_of_cycle - 719468;
}

gint32
charter_date_from_ymd (int year,
                       int month,
                       int day)
{
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 ||
      day > days_of_month (year, month))
    return CHARTER_DATE_NONE;

  return days_from_valid (year, month, day);
}

void
charter_date_to_ymd (gint32 date,
                     int   *year,
                     int   *month,
                     int   *day)
{
  int days = CLAMP (date, DATE_MIN, DATE_MAX) + 719468;
  int cycle = days / 146097;
  int day_of_cycle = days - cycle * 146097;
  int year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 -
                       day_of_cycle / 146096) / 365;
  int day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  int march_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = cycle * 400 + year_of_cycle + (*month <= 2 ? 1 : 0);
}

int
charter_date_weekday (gint32 date)
{
  /* 1970-01-01 was a Thursday. */
  int weekday = (int) (((gint64) date + 3) % 7);

  return weekday < 0 ? weekday + 7 : weekday;
}

gint32
charter_date_add_months (gint32 date,
                         gint64 months)
{
  int year, month, day;
  gint64 total;

  charter_date_to_ymd (date, &year, &month, &day);
  if (months > YEAR_MAX * 12 || months < -YEAR_MAX * 12)
    return months > 0 ? DATE_MAX : DATE_MIN;

  total = (gint64) year * 12 + month - 1 + months;
  if (total >= (YEAR_MAX + 1) * 12)
    return DATE_MAX;
  if (total < YEAR_MIN * 12)
    return DATE_MIN;

  year = (int) (total / 12);
  month = (int) (total % 12) + 1;

  return days_from_valid (year, month, MIN (day, days_of_month (year, month)));
}

/* Text */

/* Exactly @n digits; -1 if they are not. */
static int
parse_digits (const char *text,
              int         n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

static void
format_digits (char *text,
               int   value,
               int   n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    text[i] = (char) ('0' + value % 10);
}

gboolean
charter_date_parse (const char *text,
                    gssize      length,
                    gint32     *out)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  gint32 date;

  if (n != CHARTER_DATE_TEXT_SIZE - 1 || text[4] != '-' || text[7] != '-')
    return FALSE;

  date = charter_date_from_ymd (parse_digits (text, 4), parse_digits (text + 5, 2),
                                parse_digits (text + 8, 2));
  if (date == CHARTER_DATE_NONE)
    return FALSE;
  *out = date;

  return TRUE;
}

void
charter_date_format (gint32 date,
                     char   text[CHARTER_DATE_TEXT_SIZE])
{
  int year, month, day;

  if (date == CHARTER_DATE_NONE)
    {
      text[0] = '\0';
      return;
    }

  charter_date_to_ymd (date, &year, &month, &day);
  format_digits (text, year, 4);
  text[4] = '-';
  format_digits (text + 5, month, 2);
  text[7] = '-';
  format_digits (text + 8, day, 2);
  text[10] = '\0';
}

gboolean
charter_instant_parse (const char *text,
                       gssize      length,
                       gint64     *out)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  int hour, minute, second;
  gint32 date;

  if (n != CHARTER_INSTANT_TEXT_SIZE - 1 || text[10] != 'T' || text[13] != ':' ||
      text[16] != ':' || text[19] != 'Z' || !charter_date_parse (text, 10, &date))
    return FALSE;

  hour = parse_digits (text + 11, 2);
  minute = parse_digits (text + 14, 2);
  second = parse_digits (text + 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;
  *out = (gint64) date * CHARTER_SECONDS_A_DAY + hour * 3600 + minute * 60 + second;

  return TRUE;
}

static gint32
date_of_seconds (gint64 seconds)
{
  gint64 days = seconds / CHARTER_SECONDS_A_DAY;

  return (gint32) (seconds % CHARTER_SECONDS_A_DAY < 0 ? days - 1 : days);
}

void
charter_instant_format (gint64 instant,
                        char   text[CHARTER_INSTANT_TEXT_SIZE])
{
  gint64 shown = CLAMP (instant, INSTANT_MIN, INSTANT_MAX);
  gint32 date = date_of_seconds (shown);
  int second = (int) (shown - (gint64) date * CHARTER_SECONDS_A_DAY);

  if (instant == CHARTER_INSTANT_NONE)
    {
      text[0] = '\0';
      return;
    }

  charter_date_format (date, text);
  text[10] = 'T';
  format_digits (text + 11, second / 3600, 2);
  text[13] = ':';
  format_digits (text + 14, second / 60 % 60, 2);
  text[16] = ':';
  format_digits (text + 17, second % 60, 2);
  text[19] = 'Z';
  text[20] = '\0';
}

gint64
charter_instant_cut_to_day (gint64 instant)
{
  gint64 kept = CLAMP (instant, INSTANT_MIN, INSTANT_MAX);

  return (gint64) date_of_seconds (kept) * CHARTER_SECONDS_A_DAY;
}

/* Zones */

static gboolean
is_listed (const char        *name,
           const char *const *list)
{
  return g_strv_contains (list, name);
}

/* GLib also takes offsets, POSIX rules, paths and the machine's own zone, which would not
 * mean the same everywhere; "right" zones count leap seconds. */
static gboolean
is_zone_name (const char *name)
{
  static const char *const with_digits[] = {
    "CST6CDT", "EST5EDT", "MST7MDT", "PST8PDT", "GMT+0", "GMT-0", "GMT0", NULL
  };
  static const char *const no_zones[] = { "Z", "localtime", "posixrules", "Factory", NULL };
  gboolean has_digit = FALSE;

  if (!g_ascii_isalpha (name[0]) || strlen (name) > ZONE_NAME_MAX || is_listed (name, no_zones) ||
      g_str_has_prefix (name, "posix/") || g_str_has_prefix (name, "right/"))
    return FALSE;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("_+-/", *p) == NULL)
        return FALSE;
      has_digit = has_digit || g_ascii_isdigit (*p);
    }

  return strchr (name, '/') != NULL || !has_digit || is_listed (name, with_digits);
}

static CharterZone *
read_zone (const char *name)
{
  g_autoptr(GTimeZone) zone = NULL;
  CharterZone *self;

  if (strcmp (name, "UTC") != 0)
    {
      zone = g_time_zone_new_identifier (name);
      if (zone == NULL)
        return NULL;
    }

  self = g_new0 (CharterZone, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->zone = g_steal_pointer (&zone);

  return self;
}

/* Zone files are read once a process: only names that exist are kept, so there are at most
 * a few hundred. */
CharterZone *
charter_zone_new (const char *name)
{
  static GMutex lock;
  static GTree *zones;
  CharterZone *zone;

  if (name == NULL || !is_zone_name (name))
    return NULL;
  g_mutex_lock (&lock);
  if (zones == NULL)
    zones = g_tree_new ((GCompareFunc) strcmp);
  zone = g_tree_lookup (zones, name);
  if (zone == NULL && (zone = read_zone (name)) != NULL)
    g_tree_insert (zones, zone->name, zone);
  if (zone != NULL)
    charter_zone_ref (zone);
  g_mutex_unlock (&lock);
  return zone;
}

CharterZone *
charter_zone_ref (CharterZone *zone)
{
  g_atomic_ref_count_inc (&zone->ref_count);

  return zone;
}

void
charter_zone_unref (CharterZone *zone)
{
  if (!g_atomic_ref_count_dec (&zone->ref_count))
    return;

  g_clear_pointer (&zone->zone, g_time_zone_unref);
  g_free (zone->name);
  g_free (zone);
}

const char *
charter_zone_get_name (CharterZone *zone)
{
  return zone->name;
}

static int
offset_at (CharterZone *zone,
           gint64       instant)
{
  int interval;

  if (zone->zone == NULL)
    return 0;

  interval = g_time_zone_find_interval (zone->zone, G_TIME_TYPE_UNIVERSAL, instant);

  return g_time_zone_get_offset (zone->zone, MAX (interval, 0));
}

static gint64
local_seconds (CharterZone *zone,
               gint64       instant)
{
  gint64 kept = CLAMP (instant, INSTANT_MIN, INSTANT_MAX);

  return kept + offset_at (zone, kept);
}

gint32
charter_zone_date_of (CharterZone *zone,
                      gint64       instant)
{
  return date_of_seconds (local_seconds (zone, instant));
}

int
charter_zone_second_of_day (CharterZone *zone,
                            gint64       instant)
{
  gint64 local = local_seconds (zone, instant);

  return (int) (local - (gint64) date_of_seconds (local) * CHARTER_SECONDS_A_DAY);
}

/* Where clocks show @local: the earliest such instant. FALSE in a gap; then @before and
 * @after are where the clocks of before and of after the gap would show it. */
static gboolean
find_local (CharterZone *zone,
            gint64       local,
            gint64      *before,
            gint64      *after)
{
  *before = local - offset_at (zone, local - CHARTER_SECONDS_A_DAY);
  *after = local - offset_at (zone, local + CHARTER_SECONDS_A_DAY);
  if (*before + offset_at (zone, *before) == local)
    return TRUE;
  if (*after + offset_at (zone, *after) != local)
    return FALSE;
  *before = *after;

  return TRUE;
}

static gint64
local_of (gint32 date,
          int    second_of_day)
{
  return (gint64) CLAMP (date, DATE_MIN, DATE_MAX) * CHARTER_SECONDS_A_DAY + second_of_day;
}

gint64
charter_zone_resolve (CharterZone *zone,
                      gint32       date,
                      int          second_of_day)
{
  gint64 before, after;

  /* In a gap the clock of before it shows what the clock of after it shows that much later. */
  find_local (zone, local_of (date, second_of_day), &before, &after);

  return CLAMP (before, INSTANT_MIN, INSTANT_MAX);
}

gint64
charter_zone_start_of (CharterZone *zone,
                       gint32       date)
{
  gint64 local = local_of (date, 0);
  gint64 before, after;

  if (find_local (zone, local, &before, &after))
    return CLAMP (before, INSTANT_MIN, INSTANT_MAX);

  /* Midnight is skipped: the day starts where the clocks go forward. */
  while (after + 1 < before)
    {
      gint64 middle = after + (before - after) / 2;

      if (middle + offset_at (zone, middle) >= local)
        before = middle;
      else
        after = middle;
    }

  return before;
}
