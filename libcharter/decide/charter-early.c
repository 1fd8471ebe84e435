/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include "state/charter-memo-private.h"

/* When voting closes earlier than was stated: at the first ballot at which all have voted, nothing
 * can change any more, or the tests hold.
 *
 * Every instant at which a ballot was cast is looked at, in order.  A count, which takes as long as
 * there are voters, is left out where the last one tells that so few ballots since cannot have
 * ended it; that holds as long as nothing but ballots was entered with a time since then, and, as
 * terms, interests and all else begin and end with days, on the same day.  What was found is kept
 * with the state, so that with one more ballot one more instant is looked at. */

typedef struct
{
  const CharterTimeline *timeline;
  const CharterScene    *scene;
  CharterRef             decision;
  CharterRuleData        rule;      /* with the tests that are to hold */
} Looking;

/* What is known of the voting that one decision-opened began. */
typedef struct
{
  guint32 known;     /* of the entries up to this one */
  guint32 seen;      /* the ballots up to this one were cast by `until`, or after it closes */
  gint64  closes;    /* where this is its end */
  gint64  until;     /* it was not over at any ballot by then */
  gint64  over;      /* it was at this one, the first after `until`; NONE */
  gint64  counted;   /* the last instant with a count, NONE */
  gint64  quiet;     /* before this nothing but ballots comes after `counted` */
  gint64  moved;     /* ballots and withdrawals after `counted`, by `until` */
  gint64  least;     /* so many of them can end it */
} Memo;

/* The count at one instant */

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
is_over_now (const Looking   *looking,
             CharterSnapshot *count)
{
  return !count->electorate.indeterminate && !count->tally.awaits
         && is_over (looking, &count->tally) && further_tests_hold (looking, &count->tally);
}

/* What comes next */

static gboolean
is_ballot (const CharterFact *fact)
{
  return fact->kind == CHARTER_KIND ("ballot-cast")
         || fact->kind == CHARTER_KIND ("ballot-withdrawn");
}

/* The first instant after @at at which an entry other than a ballot has its time. */
static gint64
next_other (const CharterScene *scene,
            gint64              at)
{
  gint64 next = G_MAXINT64;

  for (guint32 seq = charter_scene_all_by (scene, at) + 1; seq <= scene->known; seq++)
    {
      const CharterFact *fact = charter_scene_fact (scene, seq);

      if (fact->at > at && !is_ballot (fact))
        next = MIN (next, fact->at);
    }

  return next;
}

/* What a quorum takes from meetings has times of its own. */
static gboolean
asks_meetings (const CharterQuorumRule *quorum)
{
  return quorum->per_meeting || quorum->base == CHARTER_BASE_INVITED
         || quorum->base == CHARTER_BASE_MEAN_ATTENDANCE;
}

static gint64
quiet_until (const Looking *looking,
             gint64         at)
{
  const CharterScene *scene = looking->scene;
  gint64 next = next_other (scene, at);

  if (asks_meetings (&looking->rule.quorum))
    return at;
  if (looking->rule.as_at == CHARTER_AS_AT_OPENING)
    return next;

  return MIN (next, charter_zone_start_of (charter_scene_zone (scene),
                                           charter_scene_date_of (scene, at) + 1));
}

static void
note_count (const Looking *looking,
            CharterTally  *tally,
            gint64         at,
            Memo          *memo)
{
  memo->counted = at;
  memo->moved = 0;
  memo->least = charter_tally_ballots_to_go (tally, looking->rule.early.on == CHARTER_EARLY_SAFE
                                                      ? looking->timeline->rule
                                                      : &looking->rule);
  memo->quiet = memo->least > 1 ? quiet_until (looking, at) : at;
}

static gboolean
is_over_at (const Looking *looking,
            gint64         at,
            Memo          *memo)
{
  CharterSnapshot count;
  gboolean over;

  if (memo->counted != CHARTER_INSTANT_NONE && memo->moved < memo->least && at < memo->quiet)
    return FALSE;
  charter_snapshot_init (&count, looking->timeline, looking->scene, looking->decision,
                         &looking->rule, at);
  over = is_over_now (looking, &count);
  if (!over)
    note_count (looking, &count.tally, at, memo);
  charter_snapshot_clear (&count);

  return over;
}

/* Ballots in order of time */

typedef struct
{
  gint64   at;
  gboolean cast;     /* not a withdrawal */
} Move;

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const Move *x = a, *y = b;

  return x->at < y->at ? -1 : x->at > y->at;
}

/* FALSE where there are later ones than @at. */
static gboolean
collect_moves (const Looking *looking,
               const Memo    *memo,
               guint16        kind,
               gint64         at,
               GArray        *out)
{
  const CharterTimeline *timeline = looking->timeline;
  guint32 after = MAX (timeline->since, memo->seen);
  gboolean all = TRUE;
  CharterCursor cursor;

  for (const CharterFact *fact =
         charter_cursor_last (&cursor, looking->scene, looking->decision, kind);
       fact != NULL && fact->seq > after; fact = charter_cursor_previous (&cursor))
    {
      const Move move = { fact->at, kind == CHARTER_KIND ("ballot-cast") };

      if (fact->at <= memo->until
          || !charter_item_is_open (timeline->rule, timeline->opens, memo->closes, fact->at))
        continue;
      if (fact->at <= at)
        g_array_append_val (out, move);
      else
        all = FALSE;
    }

  return all;
}

static void
look_at (const Looking *looking,
         GArray        *moves,
         Memo          *memo)
{
  for (guint i = 0, next; i < moves->len; i = next)
    {
      gint64 at = g_array_index (moves, Move, i).at;
      gboolean cast = FALSE;

      for (next = i; next < moves->len && g_array_index (moves, Move, next).at == at; next++)
        cast |= g_array_index (moves, Move, next).cast;
      memo->moved += next - i;
      if (cast && is_over_at (looking, at, memo))
        {
          memo->over = at;
          return;
        }
      memo->until = at;
    }
}

static void
look (const Looking *looking,
      gint64         at,
      Memo          *memo)
{
  g_autoptr(GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  gboolean all;

  if (memo->over != CHARTER_INSTANT_NONE || at <= memo->until)
    return;
  all = collect_moves (looking, memo, CHARTER_KIND ("ballot-cast"), at, moves)
        & collect_moves (looking, memo, CHARTER_KIND ("ballot-withdrawn"), at, moves);
  g_array_sort (moves, compare_moves);
  look_at (looking, moves, memo);
  if (all && memo->over == CHARTER_INSTANT_NONE)
    memo->seen = memo->known;
}

/* What was found before */

static void
begin (const CharterScene *scene,
       gint64              closes,
       Memo               *memo)
{
  *memo = (Memo) {
    .known = scene->known, .closes = closes, .until = G_MININT64, .over = CHARTER_INSTANT_NONE,
    .counted = CHARTER_INSTANT_NONE,
  };
}

/* With one more since the last count it is still too early. */
static gboolean
is_too_few (const Memo *memo,
            gint64      at)
{
  return memo->counted != CHARTER_INSTANT_NONE && at >= memo->counted
         && memo->moved + 1 < memo->least && memo->until < memo->quiet;
}

/* A ballot bears on the counts from its own time on. */
static void
take_in (Memo   *memo,
         gint64  at)
{
  if (memo->over != CHARTER_INSTANT_NONE && at <= memo->over)
    memo->over = CHARTER_INSTANT_NONE;
  if (at > memo->until)
    return;
  if (is_too_few (memo, at))
    {
      memo->moved++;
      return;
    }
  memo->until = at - 1;
  memo->seen = 0;
  memo->counted = CHARTER_INSTANT_NONE;
}

/* Anything but ballots may change what was found. */
static void
bring_up (const Looking *looking,
          gint64         closes,
          Memo          *memo)
{
  const CharterScene *scene = looking->scene;

  if (memo->closes != closes)
    begin (scene, closes, memo);
  for (guint32 seq = memo->known + 1; seq <= scene->known; seq++)
    {
      const CharterFact *fact = charter_scene_fact (scene, seq);

      if (!is_ballot (fact))
        {
          begin (scene, closes, memo);
          return;
        }
      if (charter_scene_member (scene, fact, "decision") == looking->decision)
        take_in (memo, fact->at);
    }
  memo->known = scene->known;
}

/* What is asked of an earlier time of the record, and what is known after the decision-closed,
 * is worked out anew: questions about what was closed are mostly about what was known then. */
static gboolean
is_apart (const Looking *looking,
          const Memo    *memo)
{
  CharterCursor cursor;
  const CharterFact *closed = charter_cursor_last (&cursor, looking->scene, looking->decision,
                                                   CHARTER_KIND ("decision-closed"));

  return (memo != NULL && memo->known > looking->scene->known)
         || (closed != NULL && closed->seq > looking->timeline->since);
}

gint64
charter_early_closing (const CharterTimeline *self,
                       const CharterScene    *scene,
                       CharterRef             decision,
                       gint64                 closes,
                       gint64                 at)
{
  Looking looking = { .timeline = self, .scene = scene, .decision = decision };
  Memo *memo, apart;

  if (self->opened == NULL || self->rule == NULL || self->rule->early.on == CHARTER_EARLY_NEVER
      || self->rule->beyond != NULL)
    return CHARTER_INSTANT_NONE;
  looking.rule = *self->rule;
  looking.rule.tests = self->rule->early.tests;
  looking.rule.n_tests = self->rule->early.n_tests;
  memo = charter_scene_take_memo (scene, CHARTER_MEMO_EARLY, self->opened->seq);
  if (is_apart (&looking, memo))
    {
      begin (scene, closes, &apart);
      look (&looking, at, &apart);
    }
  else
    {
      if (memo == NULL)
        begin (scene, closes, memo = g_new (Memo, 1));
      bring_up (&looking, closes, memo);
      look (&looking, at, memo);
      apart = *memo;
    }
  if (memo != NULL)
    charter_scene_give_memo (scene, CHARTER_MEMO_EARLY, self->opened->seq, memo);

  return apart.over != CHARTER_INSTANT_NONE && apart.over <= at ? apart.over
                                                                : CHARTER_INSTANT_NONE;
}
