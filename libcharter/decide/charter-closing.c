/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* When voting closes otherwise than was stated: later, once, where the quorum was reached late;
 * earlier, at the first ballot at which all have voted, nothing can change any more, or the
 * tests hold.
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
                       gboolean            steady,
                       CharterInstantTest  test,
                       gpointer            data)
{
  const guint one_by_one = how_many_one_by_one (instants->len);
  guint low = 0, high = instants->len;

  if (steady && high > 0 && !test (data, g_array_index (instants, gint64, high - 1)))
    return CHARTER_INSTANT_NONE;
  while (high - low > one_by_one || (steady && high - low > 1))
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

typedef struct
{
  const CharterTimeline *timeline;
  const CharterScene    *scene;
  CharterRef             decision;
  CharterRuleData        rule;      /* with the tests that are to hold */
} Looking;

typedef struct
{
  CharterElectorateData electorate;
  CharterTally          tally;
} Count;

static void
count_at (Looking *self,
          gint64   at,
          Count   *out)
{
  const CharterTimeline *timeline = self->timeline;
  gint64 electorate_at = timeline->rule->as_at == CHARTER_AS_AT_OPENING ? timeline->opens : at;

  charter_permit_electorate (self->scene, self->decision, timeline->charter, timeline->rule,
                             electorate_at, &out->electorate);
  charter_tally_init (&out->tally, self->scene, self->decision, timeline->charter, &self->rule,
                      &out->electorate, electorate_at, timeline->opens, CHARTER_INSTANT_NONE, at,
                      timeline->since, FALSE);
}

static void
count_clear (Count *self)
{
  charter_tally_clear (&self->tally);
  charter_electorate_clear (&self->electorate);
}

/* A quorum that is reached late moves the closing, once */

static gboolean
is_quorate_at (gpointer data,
               gint64   at)
{
  CharterQuorumResult quorum;
  Count count;
  gboolean holds;

  count_at (data, at, &count);
  charter_tally_quorum (&count.tally, &quorum);
  holds = quorum.holds && !count.tally.overflow;
  charter_quorum_result_clear (&quorum);
  count_clear (&count);

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
         && charter_first_instant (instants, FALSE, is_quorate_at, looking) != CHARTER_INSTANT_NONE;
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
  looking.rule = *self->rule;
  from = charter_period_subtract_from_instant (&self->rule->times.late_quorum, closes, zone,
                                               &self->charter->calendar);
  if (at <= from || is_quorate_at (&looking, MAX (from, self->opens))
      || was_quorate_before (&looking, closes, from))
    return closes;
  instants = ballot_instants (self, scene, decision, from, closes, at);
  reached = charter_first_instant (instants, FALSE, is_quorate_at, &looking);
  if (reached == CHARTER_INSTANT_NONE)
    return closes;

  return MAX (closes, charter_period_add_to_instant (&self->rule->times.late_quorum, reached, zone,
                                                     &self->charter->calendar));
}

/* Early closing */

/* Everybody who may vote does, by a ballot or through somebody's. */
static gboolean
have_all_voted (const CharterTally *tally)
{
  guint n = 0;

  for (guint i = 0; i < tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (tally->rows, CharterUnitVote, i);

      if (row->votes && row->vote == CHARTER_VOTE_SILENT)
        return FALSE;
      n += row->votes;
    }

  return n > 0;
}

static gboolean
further_tests_hold (const Looking *looking,
                    CharterTally  *tally)
{
  const CharterEarlyRule *early = &looking->rule.early;
  const CharterTestRule *first = early->tests + (early->n_tests - early->n_further);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));
  gboolean all = TRUE;

  if (early->n_further == 0)
    return TRUE;
  charter_tally_tests (tally, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const CharterTestResult *row = &g_array_index (rows, CharterTestResult, i);

      if (row->test >= first && row->test < early->tests + early->n_tests)
        all &= row->holds;
    }

  return all && !tally->overflow;
}

static gboolean
is_over (const Looking *looking,
         CharterTally  *tally)
{
  switch (looking->rule.early.on)
    {
    case CHARTER_EARLY_ALL_VOTED:
      return have_all_voted (tally);
    case CHARTER_EARLY_SAFE:
      return charter_tally_is_settled (tally, looking->timeline->rule);
    case CHARTER_EARLY_TESTS:
      return charter_tally_passes (tally);
    case CHARTER_EARLY_NEVER:
    default:
      return FALSE;
    }
}

/* While it is open whether somebody has a vote, nothing is over. */
static gboolean
is_over_at (gpointer data,
            gint64   at)
{
  Looking *looking = data;
  Count count;
  gboolean over;

  count_at (looking, at, &count);
  over = !count.electorate.indeterminate && !count.tally.awaits && is_over (looking, &count.tally)
         && further_tests_hold (looking, &count.tally);
  count_clear (&count);

  return over;
}

/* What holds once goes on holding, as long as no ballot is taken back. */
static gboolean
is_steady (const Looking *looking)
{
  CharterCursor cursor;
  const CharterFact *withdrawn
    = charter_cursor_last (&cursor, looking->scene, looking->decision,
                           CHARTER_KIND ("ballot-withdrawn"));

  return looking->rule.early.on != CHARTER_EARLY_TESTS && looking->rule.early.n_further == 0
         && (withdrawn == NULL || withdrawn->seq < looking->timeline->since);
}

gint64
charter_early_closing (const CharterTimeline *self,
                       const CharterScene    *scene,
                       CharterRef             decision,
                       gint64                 closes,
                       gint64                 at)
{
  Looking looking = { .timeline = self, .scene = scene, .decision = decision };
  g_autoptr(GArray) instants = NULL;
  gboolean steady;

  if (self->opened == NULL || self->rule == NULL || self->rule->early.on == CHARTER_EARLY_NEVER
      || self->rule->beyond != NULL)
    return CHARTER_INSTANT_NONE;
  looking.rule = *self->rule;
  looking.rule.tests = self->rule->early.tests;
  looking.rule.n_tests = self->rule->early.n_tests;
  instants = ballot_instants (self, scene, decision, G_MININT64, closes, at);
  steady = instants->len > CHARTER_INSTANTS_MAX && is_steady (&looking);

  return charter_first_instant (instants, steady, is_over_at, &looking);
}
