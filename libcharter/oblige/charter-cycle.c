/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-cycle-private.h"

#include <string.h>

/* The turns of a review cycle, and which review was held for which of them.
 *
 * A review with a for-date is for the turn of that date.  Any other goes to the next turn if
 * its window has opened, else to the one just past if that was not held yet; without a
 * window, to the one just past if that was not held yet, else to the next.  What fits
 * nowhere is an extra review, and meets nothing. */

/* More turns than anybody holds; a daily cycle over a lifetime stays below. */
#define TURNS_MAX 40000

static const CharterCycleData *
cycle_in (const CharterSpan *span,
          const char        *cycle)
{
  return charter_document_data_find_cycle (span->charter, cycle);
}

static void
add_turn (const CharterScene     *scene,
          const CharterSpan      *span,
          const CharterCycleData *cycle,
          gint32                  due,
          GArray                 *out)
{
  CharterTurn turn = { .due = due, .grace_end = due, .span = span, .cycle = cycle };

  if (cycle->has_grace)
    turn.grace_end = charter_period_end_date (&cycle->grace, due, 1, &span->charter->calendar);
  g_array_append_val (out, turn);
}

/* The reviews of this cycle held by @at, by date. */
static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  const CharterFact *x = *(const CharterFact *const *) a, *y = *(const CharterFact *const *) b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return x->seq < y->seq ? -1 : 1;
}

static GPtrArray *
reviews_of (const CharterScene *scene,
            const char         *cycle,
            gint64              at)
{
  GPtrArray *reviews = g_ptr_array_new ();
  CharterRef ref = charter_scene_find (scene, cycle);
  CharterCursor cursor;

  for (const CharterFact *fact =
           ref != 0 ? charter_cursor_last (&cursor, scene, ref, CHARTER_KIND ("review-held"))
                    : NULL;
       fact != NULL; fact = charter_cursor_previous (&cursor))
    if (fact->at <= at && g_strcmp0 (charter_scene_string (scene, fact, "cycle"), cycle) == 0)
      g_ptr_array_add (reviews, (gpointer) fact);
  g_ptr_array_sort (reviews, compare_reviews);
  return reviews;
}

/* The number of the first turn on @date or later. */
static guint
first_turn_from (GArray *turns,
            gint32  date)
{
  guint low = 0, high = turns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (turns, CharterTurn, middle).due < date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
window_is_open (const CharterTurn *turn,
                gint32             date)
{
  const CharterCycleData *cycle = turn->cycle;

  return cycle->has_window
         && charter_period_before_date (&cycle->window, turn->due, &turn->span->charter->calendar)
                <= date;
}

/* The turn that a review on @date without a for-date is for. */
static CharterTurn *
turn_for (GArray *turns,
          gint32  date)
{
  guint i = first_turn_from (turns, date);
  CharterTurn *next = i < turns->len ? &g_array_index (turns, CharterTurn, i) : NULL;
  CharterTurn *past = i > 0 ? &g_array_index (turns, CharterTurn, i - 1) : NULL;

  if (next != NULL && next->held == NULL && (next->due == date || window_is_open (next, date)))
    return next;
  if (past != NULL && past->held == NULL)
    return past;
  return next != NULL && next->held == NULL && !next->cycle->has_window ? next : NULL;
}

static CharterTurn *
turn_on (GArray *turns,
         gint32  date)
{
  guint i = first_turn_from (turns, date);
  CharterTurn *turn = i < turns->len ? &g_array_index (turns, CharterTurn, i) : NULL;

  return turn != NULL && turn->due == date ? turn : NULL;
}

/* Those with a for-date have their turn; the others take what is left. */
static void
put_reviews (const CharterScene *scene,
             GPtrArray          *reviews,
             GArray             *turns)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reviews->len; i++)
      {
        const CharterFact *review = reviews->pdata[i];
        gint32 date = charter_scene_date (scene, review, "for-date");
        CharterTurn *turn;

        if ((date != CHARTER_DATE_NONE) == (pass == 1))
          continue;
        turn = pass == 0 ? turn_on (turns, date)
                         : turn_for (turns, charter_scene_date_of (scene, review->at));
        if (turn != NULL && turn->held == NULL && !turn->cycle->from_completion)
          turn->held = review;
      }
}

/* Dates are reckoned from the schedule. */
static void
add_scheduled (const CharterScene     *scene,
               const CharterSpan      *span,
               const CharterCycleData *cycle,
               const CharterRhythm    *rhythm,
               gint32                  until,
               GArray                 *out)
{
  const CharterCalendar *calendar = &span->charter->calendar;
  gint32 last = span->to == G_MAXINT64 ? until
                : MIN (until, charter_scene_date_of (scene, span->to));
  gint64 k = charter_rhythm_after (rhythm, charter_scene_date_of (scene, span->from), calendar);

  for (; out->len < TURNS_MAX; k++)
    {
      gint32 due = charter_rhythm_date (rhythm, k, calendar);

      if (due == CHARTER_DATE_NONE || due > last)
        return;
      add_turn (scene, span, cycle, due, out);
    }
}

/* Each date is reckoned from the review before it: a turn is due one period after the last
 * one held, and as long as a turn is open there is none after it. */
static void
add_from_completion (const CharterScene     *scene,
                     const CharterSpan      *span,
                     const CharterCycleData *cycle,
                     const CharterRhythm    *rhythm,
                     GPtrArray              *reviews,
                     gint32                  until,
                     GArray                 *out)
{
  const CharterCalendar *calendar = &span->charter->calendar;
  gint32 from = charter_scene_date_of (scene, span->from);
  gint32 last =
      span->to == G_MAXINT64 ? until : MIN (until, charter_scene_date_of (scene, span->to));
  gint32 due = rhythm->anchor;

  for (guint i = 0; out->len < TURNS_MAX; i++)
    {
      const CharterFact *review = i < reviews->len ? reviews->pdata[i] : NULL;

      if (due > last)
        return;
      if (due > from)
        {
          add_turn (scene, span, cycle, due, out);
          g_array_index (out, CharterTurn, out->len - 1).held = review;
        }
      if (review != NULL)
        due = charter_period_end_date (&rhythm->every, charter_scene_date_of (scene, review->at), 1,
                                       calendar);
      else if (due > from)
        return;
      else
        due = charter_rhythm_date (rhythm, charter_rhythm_after (rhythm, from, calendar), calendar);
      if (due == CHARTER_DATE_NONE)
        return;
    }
}

gboolean
charter_cycle_turns (const CharterScene *scene,
                     GArray             *spans,
                     const char         *cycle,
                     gint64              at,
                     gint32              until,
                     GArray             *out)
{
  g_autoptr(GPtrArray) reviews = reviews_of (scene, cycle, at);

  for (guint i = 0; i < spans->len; i++)
    {
      const CharterSpan *span = &g_array_index (spans, CharterSpan, i);
      const CharterCycleData *data = cycle_in (span, cycle);
      CharterRhythm rhythm;

      if (data == NULL)
        continue;
      if (!charter_rhythm_of_cycle (data, &rhythm))
        return FALSE;
      if (data->from_completion)
        add_from_completion (scene, span, data, &rhythm, reviews, until, out);
      else
        add_scheduled (scene, span, data, &rhythm, until, out);
    }
  put_reviews (scene, reviews, out);
  return TRUE;
}
