/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

#include <string.h>

/* Tideman, "Independence of clones as a criterion for voting rules" (1987): defeats are locked,
 * the strongest first, unless those locked already lead the other way round.
 *
 * Among equally strong defeats the order may matter.  Every order locks a largest set without
 * a circle, and every such set comes of some order; so these are searched, one circle at a time,
 * and a set of locks that was there before is not searched again.  With an order of options
 * given, equal defeats are taken by it (Zavist and Tideman, "Complete independence of clones in
 * the ranked pairs rule", 1989): that of the more preferred winner first, then that of the more
 * preferred loser; even pairs come last, the more preferred option over the other. */

/* Searching keeps what was seen on the way to an end. */
#define LOCKS_BYTES_MAX (64u * 1024 * 1024)
#define SEEN_PER_ORDER  16u

typedef struct
{
  guint  winner, loser;
  gint32 rank;
  guint  first, second;     /* places of winner and loser in the order given */
} CharterLockEdge;

typedef struct
{
  guint64 *rows;            /* who is below whom, a bit each */
  guint    group;           /* where the next group of equal defeats starts in `edges` */
  GArray  *choices;         /* CharterLockEdge, while each of them is tried first */
  guint    next;
} CharterLocks;

typedef struct
{
  CharterCountWork *work;
  guint             n, words;
  GArray           *edges;  /* CharterLockEdge, the strongest first */
  GHashTable       *seen;   /* GBytes: rows */
  GHashTable       *ends;   /* GBytes: rows at the end of a search */
  guint             seen_max;
  gboolean          branched;
  guint64          *final;  /* rows at the end of the first search */
} CharterLockSearch;

static inline gboolean
is_below (const CharterLockSearch *self,
          const guint64           *rows,
          guint                    above,
          guint                    below)
{
  return (rows[(gsize) above * self->words + below / 64] >> (below % 64)) & 1;
}

static gsize
rows_size (const CharterLockSearch *self)
{
  return MAX (1, (gsize) self->n * self->words) * sizeof (guint64);
}

static void
lock (const CharterLockSearch *self,
      guint64                 *rows,
      guint                    winner,
      guint                    loser)
{
  const guint64 *under = rows + (gsize) loser * self->words;

  for (guint i = 0; i < self->n; i++)
    {
      guint64 *row = rows + (gsize) i * self->words;

      if ((i != winner && !is_below (self, rows, i, winner)) || is_below (self, rows, i, loser))
        continue;
      for (guint w = 0; w < self->words; w++)
        row[w] |= under[w];
      row[loser / 64] |= (guint64) 1 << (loser % 64);
    }
}

/* Neither locked already, in effect, nor ruled out. */
static gboolean
is_pending (const CharterLockSearch *self,
            const guint64           *rows,
            const CharterLockEdge   *edge)
{
  return !is_below (self, rows, edge->winner, edge->loser) &&
         !is_below (self, rows, edge->loser, edge->winner);
}

static guint
group_end (const CharterLockSearch *self,
           guint                    from)
{
  gint32 rank = g_array_index (self->edges, CharterLockEdge, from).rank;
  guint end = from + 1;

  while (end < self->edges->len && g_array_index (self->edges, CharterLockEdge, end).rank == rank)
    end++;
  return end;
}

static void
find_pending (const CharterLockSearch *self,
              const guint64           *rows,
              guint                    from,
              GArray                  *pending)
{
  guint end = group_end (self, from);

  g_array_set_size (pending, 0);
  for (guint i = from; i < end; i++)
    {
      CharterLockEdge *edge = &g_array_index (self->edges, CharterLockEdge, i);

      if (is_pending (self, rows, edge))
        g_array_append_val (pending, *edge);
    }
}

/* Locks all of them, or, where that would close a circle, none. */
static gboolean
lock_all (const CharterLockSearch *self,
          guint64                 *rows,
          GArray                  *pending)
{
  g_autofree guint64 *before = pending->len > 1 ? g_memdup2 (rows, rows_size (self)) : NULL;

  for (guint i = 0; i < pending->len; i++)
    {
      CharterLockEdge *edge = &g_array_index (pending, CharterLockEdge, i);

      if (is_below (self, rows, edge->loser, edge->winner))
        {
          memcpy (rows, before, rows_size (self));
          return FALSE;
        }
      if (!is_below (self, rows, edge->winner, edge->loser))
        lock (self, rows, edge->winner, edge->loser);
    }
  return TRUE;
}

/* Who is reached from where, along locks and pending defeats together. */
static guint64 *
reach_with (const CharterLockSearch *self,
            const guint64           *rows,
            GArray                  *pending)
{
  guint64 *reach = g_memdup2 (rows, rows_size (self));

  for (guint i = 0; i < pending->len; i++)
    {
      CharterLockEdge *edge = &g_array_index (pending, CharterLockEdge, i);

      lock (self, reach, edge->winner, edge->loser);
    }
  return reach;
}

/* Pending defeats in no circle are locked whatever the order; of the others those of one knot
 * of circles are kept to be tried, each first. */
static void
settle (const CharterLockSearch *self,
        guint64                 *rows,
        GArray                  *pending)
{
  g_autofree guint64 *reach = reach_with (self, rows, pending);
  guint knot = G_MAXUINT, kept = 0;

  for (guint i = 0; i < pending->len; i++)
    {
      CharterLockEdge edge = g_array_index (pending, CharterLockEdge, i);

      if (!is_below (self, reach, edge.loser, edge.winner))
        {
          lock (self, rows, edge.winner, edge.loser);
          continue;
        }
      if (knot == G_MAXUINT)
        knot = edge.winner;
      if (knot == edge.winner || (is_below (self, reach, knot, edge.winner) &&
                                  is_below (self, reach, edge.winner, knot)))
        g_array_index (pending, CharterLockEdge, kept++) = edge;
    }
  g_array_set_size (pending, kept);
}

static void
find_undefeated (const CharterLockSearch *self,
                 const guint64           *rows,
                 GArray                  *undefeated)
{
  g_autofree guint64 *below = g_new0 (guint64, MAX (1, self->words));

  for (guint i = 0; i < self->n; i++)
    for (guint w = 0; w < self->words; w++)
      below[w] |= rows[(gsize) i * self->words + w];
  g_array_set_size (undefeated, 0);
  for (guint i = 0; i < self->n; i++)
    if (!((below[i / 64] >> (i % 64)) & 1))
      g_array_append_val (undefeated, i);
}

/* On to the next choice, or to the end: TRUE if there is a choice.  Once the search has branched
 * only the winners are asked for, and a single one undefeated stays so. */
static gboolean
advance (CharterLockSearch *self,
         CharterLocks      *locks)
{
  g_autoptr(GArray) undefeated = g_array_new (FALSE, FALSE, sizeof (guint));

  while (locks->group < self->edges->len)
    {
      find_pending (self, locks->rows, locks->group, locks->choices);
      if (lock_all (self, locks->rows, locks->choices))
        {
          locks->group = group_end (self, locks->group);
          continue;
        }
      self->branched = TRUE;
      find_undefeated (self, locks->rows, undefeated);
      if (undefeated->len == 1)
        break;
      settle (self, locks->rows, locks->choices);
      return TRUE;
    }
  if (!self->branched)
    self->final = g_memdup2 (locks->rows, rows_size (self));
  g_hash_table_add (self->ends, g_bytes_new (locks->rows, rows_size (self)));
  find_undefeated (self, locks->rows, undefeated);
  for (guint i = 0; i < undefeated->len; i++)
    charter_count_add_winner (self->work,
                              self->work->alive[g_array_index (undefeated, guint, i)]);
  return FALSE;
}

static CharterLocks *
locks_new (CharterLockSearch *self,
           const guint64     *rows,
           guint              group)
{
  CharterLocks *locks = g_new0 (CharterLocks, 1);

  locks->rows = g_memdup2 (rows, rows_size (self));
  locks->group = group;
  locks->choices = g_array_new (FALSE, FALSE, sizeof (CharterLockEdge));
  return locks;
}

static void
locks_free (gpointer data)
{
  CharterLocks *locks = data;

  g_free (locks->rows);
  g_array_unref (locks->choices);
  g_free (locks);
}

/* The next of a state's choices locked; NULL where the same came of other choices before. */
static CharterLocks *
try_next (CharterLockSearch *self,
          CharterLocks      *locks)
{
  const CharterLockEdge *edge = &g_array_index (locks->choices, CharterLockEdge, locks->next++);
  CharterLocks *tried = locks_new (self, locks->rows, locks->group);

  lock (self, tried->rows, edge->winner, edge->loser);
  if (g_hash_table_add (self->seen, g_bytes_new (tried->rows, rows_size (self))))
    return tried;
  locks_free (tried);
  return NULL;
}

static gboolean
search (CharterLockSearch *self,
        GError           **error)
{
  g_autoptr(GPtrArray) stack = g_ptr_array_new_with_free_func (locks_free);
  g_autofree guint64 *none = g_malloc0 (rows_size (self));
  CharterLocks *locks = locks_new (self, none, 0);

  while (locks != NULL || stack->len > 0)
    {
      if (locks != NULL)
        {
          g_ptr_array_add (stack, locks);
          if (!advance (self, locks))
            g_ptr_array_set_size (stack, (gint) stack->len - 1);
          locks = NULL;
          continue;
        }
      if (g_cancellable_set_error_if_cancelled (self->work->cancellable, error))
        return FALSE;
      locks = g_ptr_array_index (stack, stack->len - 1);
      if (locks->next == locks->choices->len)
        {
          g_ptr_array_set_size (stack, (gint) stack->len - 1);
          locks = NULL;
          continue;
        }
      locks = try_next (self, locks);
      if (g_hash_table_size (self->ends) > self->work->params->orders_max)
        charter_count_give_up (self->work, "equally strong defeats can be locked in more than %u "
                               "ways, which would all have to be tried",
                               self->work->params->orders_max);
      else if (g_hash_table_size (self->seen) > self->seen_max)
        charter_count_give_up (self->work, "equally strong defeats lead in too many circles for "
                               "every way of locking them to be tried");
      if (self->work->out->indeterminate)
        {
          g_clear_pointer (&locks, locks_free);
          return TRUE;
        }
    }
  return TRUE;
}

/* With an order given. */

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const CharterLockEdge *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return x->second < y->second ? -1 : x->second > y->second;
}

static void
lock_in_order (CharterLockSearch *self)
{
  g_autoptr(GArray) pending = g_array_new (FALSE, FALSE, sizeof (CharterLockEdge));
  guint64 *rows = g_malloc0 (rows_size (self));

  for (guint from = 0; from < self->edges->len; from = group_end (self, from))
    {
      find_pending (self, rows, from, pending);
      if (lock_all (self, rows, pending))
        continue;
      self->work->out->tie_at_cut = TRUE;
      for (guint i = 0; i < pending->len; i++)
        {
          CharterLockEdge *edge = &g_array_index (pending, CharterLockEdge, i);

          if (is_pending (self, rows, edge))
            lock (self, rows, edge->winner, edge->loser);
        }
    }
  self->final = rows;
}

/* The defeats among the options left; with an order, even pairs too. */
static void
find_edges (CharterLockSearch *self,
            const gint64      *pairs,
            const gint32      *ranks,
            const guint       *places)
{
  guint n = self->n;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        gsize place = (gsize) i * n + j;
        CharterLockEdge edge = { i, j, ranks[place], i, j };

        if (places != NULL)
          {
            edge.first = places[i];
            edge.second = places[j];
          }
        if (ranks[place] > 0 ||
            (i != j && places != NULL && places[i] < places[j] &&
             pairs[place] == pairs[(gsize) j * n + i]))
          g_array_append_val (self->edges, edge);
      }
  g_array_sort (self->edges, compare_edges);
}

/* Each of the options left: its place in the order given. */
static guint *
find_places (CharterCountWork *work)
{
  g_autofree guint *all = g_new0 (guint, MAX (1, work->n));
  guint *places;

  if (work->params->order == NULL)
    return NULL;
  for (guint i = 0; i < work->n; i++)
    all[work->params->order[i]] = i;
  places = g_new0 (guint, MAX (1, work->n_alive));
  for (guint i = 0; i < work->n_alive; i++)
    places[i] = all[work->alive[i]];
  return places;
}

static void
take_final (CharterLockSearch *self)
{
  CharterCountWork *work = self->work;
  g_autofree guint8 *beats = g_new0 (guint8, MAX (1, (gsize) self->n * self->n));

  g_array_set_size (work->out->winners, 0);
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      beats[(gsize) i * self->n + j] = is_below (self, self->final, i, j);
  for (guint i = 0; i < self->edges->len; i++)
    {
      CharterLockEdge *edge = &g_array_index (self->edges, CharterLockEdge, i);

      if (edge->rank > 0 && is_below (self, self->final, edge->loser, edge->winner))
        charter_count_add_step (work, CHARTER_COUNT_STEP_PASSED_OVER, 0, work->alive[edge->winner],
                                work->alive[edge->loser], NULL);
    }
  charter_count_take_relation (work, beats);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
}

gboolean
charter_count_ranked_pairs (CharterCountWork *work,
                            GError          **error)
{
  guint n = work->n_alive;
  g_autofree gint64 *pairs = charter_count_alive_pairs (work);
  g_autofree gint32 *ranks = g_new0 (gint32, MAX (1, (gsize) n * n));
  g_autofree guint *places = find_places (work);
  CharterLockSearch self = { work, n, (n + 63) / 64 };
  gboolean done = TRUE;

  charter_count_strengths (pairs, n, work->params->strength, ranks);
  self.edges = g_array_new (FALSE, FALSE, sizeof (CharterLockEdge));
  find_edges (&self, pairs, ranks, places);
  self.seen = new_set ();
  self.ends = new_set ();
  self.seen_max = (guint) MIN ((gsize) work->params->orders_max * SEEN_PER_ORDER,
                               LOCKS_BYTES_MAX / rows_size (&self));
  if (places != NULL)
    lock_in_order (&self);
  else
    done = search (&self, error);
  work->out->unique = !self.branched;
  if (done && self.final != NULL)
    take_final (&self);
  g_free (self.final);
  g_hash_table_unref (self.seen);
  g_hash_table_unref (self.ends);
  g_array_unref (self.edges);
  return done;
}
