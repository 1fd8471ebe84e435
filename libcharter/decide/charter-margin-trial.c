/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* Changes of ballots, made and counted: for margins where one ballot bears on several voting
 * units, so that sums alone do not tell. */

#define BUDGET 400000          /* rows counted in all */
#define BUDGET_MIN 200         /* counts */
#define BUDGET_MAX 20000
#define SET_MAX 12             /* changes at once */

const CharterVote charter_vote_changes[CHARTER_N_VOTE_CHANGES] = {
  CHARTER_VOTE_FOR, CHARTER_VOTE_AGAINST, CHARTER_VOTE_ABSTAIN, CHARTER_VOTE_SILENT,
  CHARTER_VOTE_OBJECT
};

guint
charter_n_vote_changes (const CharterTally *self)
{
  return CHARTER_N_VOTE_CHANGES - !charter_rule_uses_objections (self->item.rule);
}

typedef struct
{
  CharterTally *tally;
  gboolean      carried;
  CharterVote  *before;      /* the rows' own ballots, as cast */
  GArray       *voters;      /* guint: rows, those that are alike beside each other */
  guint8       *alike;       /* by position: like the voter before it */
  guint8       *linked;      /* rows whose ballot is not theirs alone */
  guint         budget;      /* counts left */
  guint         n_changes;   /* of charter_vote_changes */
} Trial;

static CharterUnitVote *
row_at (const CharterTally *tally,
        guint               i)
{
  return &g_array_index (tally->rows, CharterUnitVote, i);
}

/* Words */

static const char *
vote_word (CharterVote vote)
{
  static const char *const words[] = {
    "no vote", "for", "against", "abstain", "object", "stand-aside", "invalid", "sealed",
    "a delegation"
  };

  return words[vote];
}

char *
charter_vote_moves_describe (const CharterVoteMoves *self)
{
  GString *out = g_string_new (NULL);

  for (guint from = 0; from < CHARTER_N_VOTES; from++)
    for (guint to = 0; to < CHARTER_N_VOTES; to++)
      if (self->n[from][to] > 0)
        g_string_append_printf (out, "%s%" G_GINT64_FORMAT " from %s to %s",
                                out->len > 0 ? ", " : "", self->n[from][to], vote_word (from),
                                vote_word (to));

  return g_string_free (out, FALSE);
}

/* Without a ballot of its own, who has delegated leaves it to the delegate. */
static CharterVote
as_move (const CharterUnitVote *row,
         CharterVote            own)
{
  return own == CHARTER_VOTE_SILENT && row->delegate != 0 ? CHARTER_VOTE_FOLDED : own;
}

static char *
describe (const Trial *trial)
{
  CharterVoteMoves moves = { { { 0 } } };

  for (guint i = 0; i < trial->tally->rows->len; i++)
    {
      const CharterUnitVote *row = row_at (trial->tally, i);

      if (row->own != trial->before[i])
        moves.n[as_move (row, trial->before[i])][as_move (row, row->own)]++;
    }

  return charter_vote_moves_describe (&moves);
}

/* Setting up */

static int
compare_voters (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Trial *trial = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  int order = trial->linked[x] - trial->linked[y];

  if (order == 0 && !trial->linked[x])
    order = charter_unit_vote_compare (row_at (trial->tally, x), row_at (trial->tally, y));

  return order != 0 ? order : x < y ? -1 : x > y;
}

static gboolean
is_like_the_one_before (const Trial *trial,
                        guint        position)
{
  guint i = g_array_index (trial->voters, guint, position);
  guint k = g_array_index (trial->voters, guint, position - 1);

  return !trial->linked[i] && !trial->linked[k]
         && charter_unit_vote_compare (row_at (trial->tally, i), row_at (trial->tally, k)) == 0;
}

static void
start (Trial        *trial,
       CharterTally *tally,
       gboolean      carried)
{
  const guint n = tally->rows->len;

  *trial = (Trial) { .tally = tally, .carried = carried };
  trial->before = g_new (CharterVote, n + 1);
  trial->linked = g_new0 (guint8, n + 1);
  trial->voters = g_array_new (FALSE, FALSE, sizeof (guint));
  trial->budget = CLAMP (BUDGET / MAX (n, 1), BUDGET_MIN, BUDGET_MAX);
  trial->n_changes = charter_n_vote_changes (tally);
  for (guint i = 0; i < n; i++)
    {
      const CharterUnitVote *row = row_at (tally, i);

      trial->before[i] = row->own;
      if (row->votes)
        g_array_append_val (trial->voters, i);
      if (row->delegate != 0)
        trial->linked[i] = trial->linked[row->delegate - 1] = TRUE;
      if (row->affiliation != 0)
        trial->linked[i] = TRUE;
    }
  g_array_sort_with_data (trial->voters, compare_voters, trial);
  trial->alike = g_new0 (guint8, trial->voters->len + 1);
  for (guint p = 1; p < trial->voters->len; p++)
    trial->alike[p] = is_like_the_one_before (trial, p);
}

static void
put_back (Trial *trial)
{
  for (guint i = 0; i < trial->tally->rows->len; i++)
    row_at (trial->tally, i)->own = trial->before[i];
}

static void
finish (Trial *trial)
{
  put_back (trial);
  charter_tally_settle (trial->tally);
  g_free (trial->before);
  g_free (trial->linked);
  g_free (trial->alike);
  g_array_unref (trial->voters);
}

static gboolean
turns (Trial *trial)
{
  if (trial->budget == 0)
    return FALSE;
  trial->budget--;
  charter_tally_settle (trial->tally);

  return charter_tally_turns (trial->tally, trial->carried);
}

/* Whoever raised an objection objects without a ballot. */
static gboolean
is_change (const Trial *trial,
           guint        i,
           CharterVote  to)
{
  return to != trial->before[i]
         && !(to == CHARTER_VOTE_SILENT && row_at (trial->tally, i)->raised);
}

/* All sets of so many changes: of several who are alike, changing one is as good as changing
 * another, so they are changed in order, and none to what comes before @kind. */

static gboolean
try_sets (Trial *trial,
          gint64 n_left,
          guint  from,
          guint  kind)
{
  if (n_left == 0)
    return turns (trial);
  for (guint p = from; p + (guint64) n_left <= trial->voters->len && trial->budget > 0; p++)
    {
      guint i = g_array_index (trial->voters, guint, p);
      CharterUnitVote *row = row_at (trial->tally, i);

      if (p > from && trial->alike[p])
        continue;
      for (guint k = trial->alike[p] ? kind : 0; k < trial->n_changes; k++)
        {
          if (!is_change (trial, i, charter_vote_changes[k]))
            continue;
          row->own = charter_vote_changes[k];
          if (try_sets (trial, n_left - 1, p + 1, k))
            return TRUE;
        }
      row->own = trial->before[i];
    }

  return FALSE;
}

gint64
charter_tally_try (CharterTally *self,
                   gboolean      carried,
                   gint64       *least,
                   gint64        most,
                   char        **change)
{
  gint64 found = -1;
  Trial trial;

  start (&trial, self, carried);
  for (gint64 n = *least; found < 0 && n < most && n <= MIN (trial.voters->len, SET_MAX); n++)
    {
      if (try_sets (&trial, n, 0, 0))
        found = n;
      else if (trial.budget == 0)
        break;
      else
        *least = n + 1;
    }
  if (found >= 0)
    *change = describe (&trial);
  else if (*least > (gint64) trial.voters->len)
    *least = most;
  finish (&trial);

  return found;
}

/* One after the other */

/* Changes to @to until it turns; how many, -1 if it does not. */
static gint64
turn_to (Trial      *trial,
         CharterVote to)
{
  gint64 n = 0;

  for (guint p = 0; p < trial->voters->len && trial->budget > 0; p++)
    {
      guint i = g_array_index (trial->voters, guint, p);

      if (!is_change (trial, i, to))
        continue;
      row_at (trial->tally, i)->own = to;
      n++;
      if (turns (trial))
        return n;
    }

  return -1;
}

gint64
charter_tally_try_in_turn (CharterTally *self,
                           gboolean      carried,
                           char        **change)
{
  const guint budget = CLAMP (BUDGET / MAX (self->rows->len, 1), BUDGET_MIN, BUDGET_MAX);
  const gboolean heard = charter_rule_hears_objections (self->item.rule);
  gint64 found = -1;
  Trial trial;
  guint first;

  start (&trial, self, carried);
  /* The nearest first: in favour where it is not carried, else objecting or against. */
  first = !carried ? 0 : heard ? trial.n_changes - 1 : 1;
  for (guint k = 0; k < trial.n_changes && found < 0; k++)
    {
      put_back (&trial);
      trial.budget = budget;
      found = turn_to (&trial, charter_vote_changes[(first + k) % trial.n_changes]);
    }
  if (found >= 0)
    *change = describe (&trial);
  finish (&trial);

  return found;
}
