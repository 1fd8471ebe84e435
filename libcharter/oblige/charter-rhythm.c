/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-cycle-private.h"

#include <string.h>

/* "Rn/" or "R/": how many intervals there are. */
static const char *
parse_count (const char *text,
             gint64     *n)
{
  const char *p = text + 1;

  if (*text != 'R')
    return NULL;
  *n = G_MAXINT64;
  if (*p == '/')
    return p + 1;
  for (*n = 0; g_ascii_isdigit (*p) && p - text <= 9; p++)
    *n = *n * 10 + (*p - '0');
  return *p == '/' && p > text + 1 && *n > 0 ? p + 1 : NULL;
}

static gboolean
is_whole_days (const CharterPeriod *period)
{
  return period->seconds == 0 && !charter_period_is_zero (period);
}

static gboolean
from_dates (const char    *second,
            CharterRhythm *out)
{
  gint32 end;

  if (!charter_date_parse (second, -1, &end) || end <= out->anchor)
    return FALSE;
  out->every = (CharterPeriod) { .days = end - out->anchor };
  return TRUE;
}

/* Counted back from the end, the intervals start at end − n periods and so on. */
static gboolean
from_end (const char    *second,
          CharterRhythm *out)
{
  gint32 end;

  if (out->n == G_MAXINT64 || !charter_date_parse (second, -1, &end))
    return FALSE;
  out->anchor = charter_period_end_date (&out->every, end, (int) -MIN (out->n, G_MAXINT), NULL);
  return TRUE;
}

gboolean
charter_rhythm_parse (const char    *repeat,
                      CharterRhythm *out)
{
  const char *first = parse_count (repeat, &out->n);
  const char *second = first != NULL ? strchr (first, '/') : NULL;

  if (second == NULL)
    return FALSE;
  if (charter_date_parse (first, second - first, &out->anchor))
    return charter_period_parse (second + 1, -1, &out->every) ? is_whole_days (&out->every)
                                                              : from_dates (second + 1, out);
  return charter_period_parse (first, second - first, &out->every) && is_whole_days (&out->every)
         && from_end (second + 1, out);
}

gboolean
charter_rhythm_of_cycle (const CharterCycleData *cycle,
                         CharterRhythm          *out)
{
  if (cycle->every_is_rule)
    return cycle->every_text != NULL && charter_rhythm_parse (cycle->every_text, out);
  *out = (CharterRhythm) { cycle->anchor, cycle->every, G_MAXINT64 };
  return is_whole_days (&cycle->every) && cycle->anchor != CHARTER_DATE_NONE;
}

gint32
charter_rhythm_date (const CharterRhythm   *self,
                     gint64                 k,
                     const CharterCalendar *calendar)
{
  const gint64 most = 9999 * 366;
  gint32 date, last = charter_date_from_ymd (9999, 12, 31);

  if (k < 0 || k >= self->n || k > most)
    return CHARTER_DATE_NONE;
  date = charter_period_end_date (&self->every, self->anchor, (int) k, calendar);
  return date < last ? date : CHARTER_DATE_NONE;
}

/* Dates grow with their number, so the place is found by halving. */
gint64
charter_rhythm_after (const CharterRhythm   *self,
                      gint32                 date,
                      const CharterCalendar *calendar)
{
  gint64 low = 0, high = MIN (self->n, 9999 * 366);

  while (low < high)
    {
      gint64 middle = low + (high - low) / 2;
      gint32 there = charter_rhythm_date (self, middle, calendar);

      if (there != CHARTER_DATE_NONE && there <= date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
