/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/charter-period-private.h"

#include <string.h>

#define MONDAY_TO_FRIDAY 0x1f
#define EVERY_DAY 0x7f
#define DIGITS_MAX 9
#define MANY_DAYS 4000000   /* more than there are from year 1 to 9999 */

/* Text */

/* The next "12X" of a duration; 0 where there is none. */
static char
next_part (const char **p,
           const char  *end,
           gint64      *value)
{
  const char *start = *p;

  *value = 0;
  for (; *p < end && g_ascii_isdigit (**p); (*p)++)
    *value = *p - start < DIGITS_MAX ? *value * 10 + (**p - '0') : G_MAXINT32;

  if (*p == start || *p - start > DIGITS_MAX || *p == end)
    return '\0';

  return *(*p)++;
}

/* Parts in the order of @letters, each at most once; NULL where something else stands. */
static const char *
parse_parts (const char *p,
             const char *end,
             const char *letters,
             gint64     *values)
{
  const char *start = p;
  gsize next = 0;

  while (p < end && *p != 'T')
    {
      gint64 value;
      char letter = next_part (&p, end, &value);
      const char *found = letter != '\0' ? strchr (letters + next, letter) : NULL;

      if (found == NULL)
        return NULL;
      values[found - letters] = value;
      next = (gsize) (found - letters) + 1;
    }

  return p > start ? p : NULL;
}

gboolean
charter_period_parse (const char    *text,
                      gssize         length,
                      CharterPeriod *out)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  const char *p = text + 1;
  gint64 dates[4] = { 0 };   /* years, months, weeks, days */
  gint64 times[3] = { 0 };   /* hours, minutes, seconds */
  gint64 months, days;

  if (text >= end || *text != 'P' || p == end)
    return FALSE;
  if (*p != 'T')
    p = parse_parts (p, end, "YMWD", dates);
  if (p != NULL && p < end)
    p = *p == 'T' ? parse_parts (p + 1, end, "HMS", times) : NULL;
  if (p != end)
    return FALSE;

  months = dates[0] * 12 + dates[1];
  days = dates[2] * 7 + dates[3];
  if (months > G_MAXINT32 || days > G_MAXINT32)
    return FALSE;
  *out = (CharterPeriod) {
    .months = (gint32) months,
    .days = (gint32) days,
    .seconds = times[0] * 3600 + times[1] * 60 + times[2],
  };

  return TRUE;
}

static void
append_part (GString *text,
             gint64   value,
             char     letter)
{
  if (value > 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "%c", value, letter);
}

char *
charter_period_to_string (const CharterPeriod *self)
{
  GString *text = g_string_new ("P");

  append_part (text, self->months / 12, 'Y');
  append_part (text, self->months % 12, 'M');
  append_part (text, self->days, 'D');
  if (self->seconds > 0)
    g_string_append_c (text, 'T');
  append_part (text, self->seconds / 3600, 'H');
  append_part (text, self->seconds / 60 % 60, 'M');
  append_part (text, self->seconds % 60, 'S');
  if (text->len == 1)
    g_string_append (text, "0D");

  return g_string_free (text, FALSE);
}

static void
add_words (GPtrArray  *parts,
           gint64      value,
           const char *word)
{
  if (value > 0)
    g_ptr_array_add (parts, g_strdup_printf ("%" G_GINT64_FORMAT " %s%s", value, word,
                                             value == 1 ? "" : "s"));
}

/* "a", "a and b", "a, b and c". */
static char *
join_words (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == parts->len ? " and " : ", ");
      g_string_append (text, g_ptr_array_index (parts, i));
    }

  return g_string_free (text, FALSE);
}

char *
charter_period_describe (const CharterPeriod *self)
{
  static const char *const day_words[] = { "day", "working day", "clear day" };
  const char *day_word = day_words[MIN (self->unit, G_N_ELEMENTS (day_words) - 1)];
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_words (parts, self->months / 12, "year");
  add_words (parts, self->months % 12, "month");
  add_words (parts, self->days, day_word);
  add_words (parts, self->seconds / 3600, "hour");
  add_words (parts, self->seconds / 60 % 60, "minute");
  add_words (parts, self->seconds % 60, "second");
  if (parts->len == 0)
    return g_strdup_printf ("0 %ss", day_word);

  return join_words (parts);
}

gboolean
charter_period_is_timed (const CharterPeriod *self)
{
  return self->months == 0 && self->days == 0 && self->seconds > 0;
}

gboolean
charter_period_is_zero (const CharterPeriod *self)
{
  return self->months == 0 && self->days == 0 && self->seconds == 0;
}

/* Working days */

static guint
working_days_of (const CharterCalendar *calendar)
{
  guint days = calendar != NULL ? calendar->working & EVERY_DAY : 0;

  return days != 0 ? days : MONDAY_TO_FRIDAY;
}

static gboolean
is_weekly_working_day (guint  working,
                       gint64 date)
{
  return (working >> charter_date_weekday ((gint32) date) & 1) != 0;
}

/* How many holidays come before @date: the place where it stands or would stand. */
static guint
holidays_before (const CharterCalendar *calendar,
                 gint64                 date)
{
  guint low = 0;
  guint high = calendar != NULL && calendar->holidays != NULL ? calendar->n_holidays : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (calendar->holidays[middle] < date)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gboolean
charter_calendar_is_working_day (const CharterCalendar *self,
                                 gint32                 date)
{
  guint place;

  if (!is_weekly_working_day (working_days_of (self), date))
    return FALSE;
  if (self == NULL || self->holidays == NULL)
    return TRUE;
  place = holidays_before (self, date);

  return place == self->n_holidays || self->holidays[place] != date;
}

/* The @n-th day after (@step 1) or before (-1) that the week makes a working day. */
static gint64
walk_week (guint  working,
           gint64 date,
           gint64 n,
           int    step)
{
  int a_week = __builtin_popcount (working);
  gint64 weeks = n > 0 ? (n - 1) / a_week : 0;

  n -= weeks * a_week;
  date += weeks * 7 * step;
  while (n > 0)
    {
      date += step;
      n -= is_weekly_working_day (working, date) ? 1 : 0;
    }

  return date;
}

/* Holidays from @first to @last that would be working days. */
static gint64
count_lost_days (const CharterCalendar *calendar,
                 gint64                 first,
                 gint64                 last)
{
  guint working = working_days_of (calendar);
  gint64 lost = 0;
  guint end = holidays_before (calendar, last + 1);

  for (guint i = holidays_before (calendar, first); i < end; i++)
    {
      if (i > 0 && calendar->holidays[i] == calendar->holidays[i - 1])
        continue;
      lost += is_weekly_working_day (working, calendar->holidays[i]) ? 1 : 0;
    }

  return lost;
}

static gint32
to_date (gint64 date)
{
  gint32 first = charter_date_from_ymd (1, 1, 1);
  gint32 last = charter_date_from_ymd (9999, 12, 31);

  return (gint32) CLAMP (date, first, last);
}

/* The @n-th working day after or before: by the week first, then as many more as there
 * were holidays on the way, until there are none.  Each holiday is looked at once, so no
 * number of days makes this slow. */
static gint32
walk_working_days (const CharterCalendar *calendar,
                   gint64                 date,
                   gint64                 n,
                   int                    step)
{
  guint working = working_days_of (calendar);
  gint64 at = date;

  n = MIN (n, MANY_DAYS);
  while (n > 0)
    {
      gint64 next = walk_week (working, at, n, step);

      n = step > 0 ? count_lost_days (calendar, at + 1, next)
                   : count_lost_days (calendar, next, at - 1);
      at = next;
    }

  return to_date (at);
}

/* Periods */

/* The days that the time parts of @times periods take up, rounded up. */
static gint64
whole_days (const CharterPeriod *self,
            gint64               times)
{
  gint64 days = MIN (self->seconds / CHARTER_SECONDS_A_DAY, MANY_DAYS);
  gint64 rest = self->seconds % CHARTER_SECONDS_A_DAY;

  return days * times + (rest * times + CHARTER_SECONDS_A_DAY - 1) / CHARTER_SECONDS_A_DAY;
}

static gint32
move_by_calendar (gint32 date,
                  gint64 months,
                  gint64 days)
{
  return to_date ((gint64) charter_date_add_months (date, months) + days);
}

static gboolean
is_clamped (gint32 date,
            gint64 months)
{
  int year, month, day, moved_day;

  charter_date_to_ymd (date, &year, &month, &day);
  charter_date_to_ymd (charter_date_add_months (date, months), &year, &month, &moved_day);

  return day != moved_day;
}

static gboolean
begins_with_date (const CharterPeriod *self)
{
  return self->from == CHARTER_PERIOD_BEGINNING_WITH && !charter_period_is_zero (self);
}

/* "One month beginning with 1 March" ends on 31 March, the day before that of the same
 * number; "beginning with 31 October" on 30 November, as there is no 31st. */
static gint32
end_by_calendar (const CharterPeriod *self,
                 gint32               date,
                 gint64               times)
{
  gint64 months = self->months * times;
  gint64 days = self->days * times + whole_days (self, times);

  if (begins_with_date (self) && (days > 0 || !is_clamped (date, months)))
    days--;

  return move_by_calendar (date, months, days);
}

static gint32
move_forward (const CharterPeriod   *self,
              gint32                 date,
              gint64                 times,
              const CharterCalendar *calendar)
{
  switch (self->unit)
    {
    case CHARTER_PERIOD_WORKING_DAYS:
      return walk_working_days (calendar, (gint64) date - (begins_with_date (self) ? 1 : 0),
                                self->days * times, 1);
    case CHARTER_PERIOD_CLEAR_DAYS:
      return to_date (date + ((gint64) self->days + 1) * times);
    default:
      return end_by_calendar (self, date, times);
    }
}

/* Backwards it makes no difference from which day a period is counted. */
static gint32
move_back (const CharterPeriod   *self,
           gint32                 date,
           gint64                 times,
           const CharterCalendar *calendar)
{
  switch (self->unit)
    {
    case CHARTER_PERIOD_WORKING_DAYS:
      return walk_working_days (calendar, date, self->days * times, -1);
    case CHARTER_PERIOD_CLEAR_DAYS:
      return to_date (date - ((gint64) self->days + 1) * times);
    default:
      return move_by_calendar (date, -self->months * times,
                               -(self->days * times) - whole_days (self, times));
    }
}

gint32
charter_period_end_date (const CharterPeriod   *self,
                         gint32                 date,
                         int                    times,
                         const CharterCalendar *calendar)
{
  if (times < 0)
    return move_back (self, date, -(gint64) times, calendar);
  if (times == 0)
    return date;

  return move_forward (self, date, times, calendar);
}

gint32
charter_period_before_date (const CharterPeriod   *self,
                            gint32                 date,
                            const CharterCalendar *calendar)
{
  return move_back (self, date, 1, calendar);
}

static gint64
move_instant (const CharterPeriod   *self,
              gint64                 instant,
              CharterZone           *zone,
              const CharterCalendar *calendar,
              int                    step)
{
  CharterPeriod after = *self;   /* an instant is never counted in */
  gint32 date = charter_zone_date_of (zone, instant);
  gint32 moved;

  after.from = CHARTER_PERIOD_AFTER;
  if (self->unit == CHARTER_PERIOD_CALENDAR)
    moved = move_by_calendar (date, (gint64) self->months * step, (gint64) self->days * step);
  else if (step > 0)
    moved = move_forward (&after, date, 1, calendar);
  else
    moved = move_back (self, date, 1, calendar);
  if (moved != date)
    instant = charter_zone_resolve (zone, moved, charter_zone_second_of_day (zone, instant));

  return instant + self->seconds * step;
}

gint64
charter_period_add_to_instant (const CharterPeriod   *self,
                               gint64                 instant,
                               CharterZone           *zone,
                               const CharterCalendar *calendar)
{
  return move_instant (self, instant, zone, calendar, 1);
}

gint64
charter_period_subtract_from_instant (const CharterPeriod   *self,
                                      gint64                 instant,
                                      CharterZone           *zone,
                                      const CharterCalendar *calendar)
{
  return move_instant (self, instant, zone, calendar, -1);
}

gint64
charter_period_deadline (const CharterPeriod   *self,
                         gint64                 instant,
                         CharterZone           *zone,
                         const CharterCalendar *calendar)
{
  gint32 last;

  if (charter_period_is_timed (self))
    return instant + self->seconds;

  last = charter_period_end_date (self, charter_zone_date_of (zone, instant), 1, calendar);
  if (last == to_date (G_MAXINT32))
    return charter_zone_resolve (zone, last, CHARTER_SECONDS_A_DAY - 1);

  return charter_zone_start_of (zone, last + 1) - 1;
}
