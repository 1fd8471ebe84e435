/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-oblige-private.h"

#include <string.h>

gint64
charter_last_instant (const CharterScene *scene,
                      gint32              date)
{
  CharterZone *zone = charter_scene_zone (scene);

  /* No day begins after the last one of the calendar. */
  if (date >= charter_date_from_ymd (9999, 12, 31))
    return charter_zone_resolve (zone, date, CHARTER_SECONDS_A_DAY - 1);
  return charter_zone_start_of (zone, date + 1) - 1;
}

gint64
charter_duty_set_due (const CharterDutyList *self,
                      CharterDuty           *duty,
                      const CharterPeriod   *period,
                      gint64                 start)
{
  const CharterCalendar *calendar = charter_scene_calendar (self->scene, start);
  gint64 end = charter_period_deadline (period, start, self->zone, calendar);

  duty->due = CHARTER_DATE_NONE;
  duty->due_at = CHARTER_INSTANT_NONE;
  if (charter_period_is_timed (period))
    duty->due_at = end;
  else
    duty->due = charter_zone_date_of (self->zone, end);
  return end;
}

void
charter_duty_settle (const CharterDutyList *self,
                     CharterDuty           *duty,
                     gint64                 end,
                     const CharterFact     *met_by,
                     const CharterFact     *waived_by)
{
  duty->met_by = met_by;
  if (met_by != NULL)
    duty->state = met_by->at <= end ? CHARTER_OBLIGATION_STATE_MET : CHARTER_OBLIGATION_STATE_LATE;
  else if (waived_by != NULL)
    duty->state = CHARTER_OBLIGATION_STATE_WAIVED;
  else
    duty->state = self->at > end ? CHARTER_OBLIGATION_STATE_OVERDUE : CHARTER_OBLIGATION_STATE_OPEN;
}

gint64
charter_duty_end (const CharterScene *scene,
                  const CharterDuty  *duty)
{
  return duty->due != CHARTER_DATE_NONE ? charter_last_instant (scene, duty->due) : duty->due_at;
}

char *
charter_duty_dup_due (const CharterDuty *duty)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (duty->due != CHARTER_DATE_NONE)
    charter_date_format (duty->due, text);
  else
    charter_instant_format (duty->due_at, text);
  return g_strdup (text);
}

static const char *
sort_name (const CharterScene *scene,
           CharterRef          ref)
{
  return ref != 0 ? charter_scene_name (scene, ref) : "";
}

static int
compare_duties (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const CharterScene *scene = data;
  const CharterDuty *x = a, *y = b;
  int order;

  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  order = strcmp (x->what, y->what);
  if (order == 0)
    order = strcmp (sort_name (scene, x->who), sort_name (scene, y->who));
  if (order == 0)
    order = (x->because->seq > y->because->seq) - (x->because->seq < y->because->seq);
  return order != 0 ? order : g_strcmp0 (x->detail, y->detail);
}

void
charter_oblige_list (const CharterScene *scene,
                     gint64              at,
                     gint32              until,
                     GArray             *out)
{
  CharterDutyList list = {
    .scene = scene,
    .zone = charter_scene_zone (scene),
    .at = at,
    .today = charter_scene_date_of (scene, at),
    .until = until,
    .out = out,
  };

  charter_duties_of_actions (&list);
  charter_duties_of_decisions (&list);
  charter_duties_of_interests (&list);
  charter_duties_of_periods (&list);
  charter_duties_of_reviews (&list);
  if (out->len > CHARTER_DUTIES_MAX)
    return;
  for (guint i = 0; i < out->len; i++)
    {
      CharterDuty *duty = &g_array_index (out, CharterDuty, i);

      duty->last = charter_duty_end (scene, duty);
    }
  g_array_sort_with_data (out, compare_duties, (gpointer) scene);
}
