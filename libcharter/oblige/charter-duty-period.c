/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-oblige-private.h"

/* Obligations that a named period of the charter makes: something happened, and something
 * must follow within the period. */

typedef struct
{
  const char *what;        /* the obligation and the period's name */
  const char *fallback;    /* the period where the charter names none; NULL: no obligation */
  const char *happened;    /* kind of the entry that creates it */
  const char *starts;      /* the member with the instant it runs from; NULL: the entry's own */
  const char *names;       /* the member with the thing; NULL: the thing that the entry makes */
  const char *joins;       /* the member by which what follows names the thing */
  const char *follows;     /* kind of the entry that meets it */
  const char *cancels;     /* kind of the entry by which it falls away; NULL */
} PeriodRow;

static const PeriodRow rows[] = {
  { "acknowledge-concern", "P7D", "concern-raised", NULL, NULL, "concern", "concern-acknowledged",
    "concern-closed" },
  { "answer-concern", NULL, "concern-raised", NULL, NULL, "concern", "concern-closed", NULL },
  { "publish-decision", NULL, "decision-closed", NULL, "decision", "decision", "decision-published",
    NULL },
  { "publish-minutes", NULL, "meeting-called", "starts", NULL, "meeting", "minutes-drafted",
    "meeting-cancelled" },
};

static gboolean
find_period (const CharterDutyList *self,
             const PeriodRow       *row,
             gint64                 at,
             CharterPeriod         *out)
{
  const CharterDocumentData *charter = charter_scene_charter (self->scene, at, NULL);
  const CharterPeriod *period = charter != NULL
                                ? charter_document_data_find_period (charter, row->what) : NULL;

  if (period != NULL)
    *out = *period;
  return period != NULL || (row->fallback != NULL && charter_period_parse (row->fallback, -1, out));
}

/* The first of a kind about the thing, by @at. */
static const CharterFact *
first_about (const CharterDutyList *self,
             const PeriodRow       *row,
             CharterRef             thing,
             const char            *kind)
{
  const CharterFact *first = NULL;
  CharterCursor cursor;

  if (kind == NULL)
    return NULL;
  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, thing,
                                                      charter_kind_lookup (kind));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at && (first == NULL || fact->at <= first->at)
        && charter_scene_member (self->scene, fact, row->joins) == thing)
      first = fact;
  return first;
}

/* When a meeting starts may have been changed since it was called. */
static gint64
start_of (const CharterDutyList *self,
          const PeriodRow       *row,
          const CharterFact     *happened)
{
  CharterCursor cursor;

  if (row->starts == NULL)
    return happened->at;
  for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, happened->makes,
                                                      CHARTER_KIND ("meeting-changed"));
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= self->at && charter_scene_string (self->scene, fact, row->starts) != NULL)
      return charter_scene_instant (self->scene, fact, row->starts);
  return charter_scene_instant (self->scene, happened, row->starts);
}

static void
add_for (CharterDutyList   *self,
         const PeriodRow   *row,
         const CharterFact *happened)
{
  CharterDuty duty = { .what = row->what, .because = happened };
  gint64 start = start_of (self, row, happened);
  CharterPeriod period;
  gint64 end;

  if (start > self->at || !find_period (self, row, start, &period))
    return;
  duty.about = row->names != NULL ? charter_scene_member (self->scene, happened, row->names)
                                  : happened->makes;
  end = charter_duty_set_due (self, &duty, &period, start);
  charter_duty_settle (self, &duty, end, first_about (self, row, duty.about, row->follows),
                       first_about (self, row, duty.about, row->cancels));
  g_array_append_val (self->out, duty);
}

void
charter_duties_of_periods (CharterDutyList *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CharterCursor cursor;

      for (const CharterFact *fact = charter_cursor_last (&cursor, self->scene, 0,
                                                          charter_kind_lookup (rows[i].happened));
           fact != NULL; fact = charter_cursor_previous (&cursor))
        if (fact->at <= self->at)
          add_for (self, &rows[i], fact);
    }
}
