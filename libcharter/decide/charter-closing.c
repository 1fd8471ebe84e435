/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* When voting closes later than was stated: once, where the quorum was reached late.
 *
 * The extension is that of OpenZeppelin's GovernorPreventLateQuorum: the first ballot that
 * reaches the quorum keeps voting open for the extension's length from there, and never moves
 * the end forward. */

/* Instants */

static int
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

void
charter_instants_sort (GArray *instants)
{
  guint kept = 0;

  g_array_sort (instants, compare_instants);
  for (guint i = 0; i < instants->len; i++)
    {
      gint64 instant = g_array_index (instants, gint64, i);

      if (kept == 0 || g_array_index (instants, gint64, kept - 1) != instant)
        g_array_index (instants, gint64, kept++) = instant;
    }
  g_array_set_size (instants, kept);
}

/* Of many, each of which takes a count of many ballots, the fewer the more there are. */
static guint
how_many_one_by_one (guint n)
{
  if (n <= CHARTER_INSTANTS_MAX)
    return CHARTER_INSTANTS_MAX;

  return CLAMP (CHARTER_INSTANTS_MAX * CHARTER_INSTANTS_MAX / n, 16, CHARTER_INSTANTS_MAX);
}

gint64
charter_first_instant (GArray             *instants,
                       CharterInstantTest  test,
                       gpointer            data)
{
  const guint one_by_one = how_many_one_by_one (instants->len);
  guint low = 0, high = instants->len;

  while (high - low > one_by_one)
    {
      guint middle = low + (high - low - 1) / 2;

      if (test (data, g_array_index (instants, gint64, middle)))
        high = middle + 1;
      else
        low = middle + 1;
    }
  for (guint i = low; i < high; i++)
    if (test (data, g_array_index (instants, gint64, i)))
      return g_array_index (instants, gint64, i);

  return CHARTER_INSTANT_NONE;
}

/* The instants at which ballots were cast after @from and before @closes, by @at, in order. */
static GArray *
ballot_instants (const CharterTimeline *self,
                 const CharterScene    *scene,
                 CharterRef             decision,
                 gint64                 from,
                 gint64                 closes,
                 gint64                 at)
{
  GArray *instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  CharterCursor cursor;

  for (const CharterFact *fact =
         charter_cursor_last (&cursor, scene, decision, CHARTER_KIND ("ballot-cast"));
       fact != NULL && fact->seq > self->since; fact = charter_cursor_previous (&cursor))
    if (fact->at > from && fact->at <= at
        && charter_item_is_open (self->rule, self->opens, closes, fact->at))
      g_array_append_val (instants, fact->at);
  charter_instants_sort (instants);

  return instants;
}

/* The count at one instant */

void
charter_snapshot_init (CharterSnapshot       *self,
                       const CharterTimeline *timeline,
                       const CharterScene    *scene,
                       CharterRef             decision,
                       const CharterRuleData *rule,
                       gint64                 at)
{
  gint64 electorate_at = timeline->rule->as_at == CHARTER_AS_AT_OPENING ? timeline->opens : at;

  charter_permit_electorate (scene, decision, timeline->charter, timeline->rule, electorate_at,
                             &self->electorate);
  charter_tally_init (&self->tally, scene, decision, timeline->charter, rule, &self->electorate,
                      electorate_at, timeline->opens, CHARTER_INSTANT_NONE, at, timeline->since,
                      FALSE);
}

void
charter_snapshot_clear (CharterSnapshot *self)
{
  charter_tally_clear (&self->tally);
  charter_electorate_clear (&self->electorate);
}

typedef struct
{
  const CharterTimeline *timeline;
  const CharterScene    *scene;
  CharterRef             decision;
} Looking;

/* A quorum that is reached late moves the closing, once */

static gboolean
is_quorate_at (gpointer data,
               gint64   at)
{
  const Looking *looking = data;
  CharterQuorumResult quorum;
  CharterSnapshot count;
  gboolean holds;

  charter_snapshot_init (&count, looking->timeline, looking->scene, looking->decision,
                         looking->timeline->rule, at);
  charter_tally_quorum (&count.tally, &quorum);
  holds = quorum.holds && !count.tally.overflow;
  charter_quorum_result_clear (&quorum);
  charter_snapshot_clear (&count);

  return holds;
}

/* It was reached before @from, and lost again: that is not what is meant by late. */
static gboolean
was_quorate_before (Looking *looking,
                    gint64   closes,
                    gint64   from)
{
  const CharterTimeline *timeline = looking->timeline;
  g_autoptr(GArray) instants = ballot_instants (timeline, looking->scene, looking->decision,
                                                G_MININT64, closes, from);

  return instants->len <= CHARTER_INSTANTS_MAX
         && charter_first_instant (instants, is_quorate_at, looking) != CHARTER_INSTANT_NONE;
}

/* A floor makes a quorum also where the rule asks for none; where nothing does, it is there from
 * the start. */
static gboolean
may_extend (const CharterTimeline *self)
{
  return self->rule != NULL && self->rule->times.has_late_quorum
         && !charter_period_is_zero (&self->rule->times.late_quorum) && self->rule->beyond == NULL;
}

gint64
charter_late_quorum (const CharterTimeline *self,
                     const CharterScene    *scene,
                     CharterRef             decision,
                     gint64                 closes,
                     gint64                 at)
{
  CharterZone *zone = charter_scene_zone (scene);
  Looking looking = { .timeline = self, .scene = scene, .decision = decision };
  g_autoptr(GArray) instants = NULL;
  gint64 from, reached;

  if (!may_extend (self))
    return closes;
  from = charter_period_subtract_from_instant (&self->rule->times.late_quorum, closes, zone,
                                               &self->charter->calendar);
  if (at <= from || is_quorate_at (&looking, MAX (from, self->opens))
      || was_quorate_before (&looking, closes, from))
    return closes;
  instants = ballot_instants (self, scene, decision, from, closes, at);
  reached = charter_first_instant (instants, is_quorate_at, &looking);
  if (reached == CHARTER_INSTANT_NONE)
    return closes;

  return MAX (closes, charter_period_add_to_instant (&self->rule->times.late_quorum, reached, zone,
                                                     &self->charter->calendar));
}
