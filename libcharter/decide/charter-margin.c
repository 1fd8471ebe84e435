/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-margin-private.h"

/* The margin: the fewest voters who, by casting otherwise, would have turned the result.
 *
 * Every condition of a threshold rule is a whole-number sum over voters, so the fewest
 * changes that break one, or mend one, are found exactly by taking the most effective
 * changes first.  A carried decision falls with the first condition that breaks: exact.  One
 * that is not carried needs all of them mended at once: the hardest alone bounds the number
 * from below, and a change that was found to do it bounds it from above.  Where these differ
 * the numbers between are searched, as far as that is cheap.  There may be several ways to
 * either (charter-margin-ways.c); the shortest is the margin.
 *
 * A voter moves with it all who vote through its ballot.  They could also cast themselves,
 * one by one: what all of them could do at most bounds the number from below then.  Where
 * equal ballots count once, or a casting vote would carry a tie, sums tell nothing.  What is
 * left open then, or since the search was too long, is tried (charter-margin-trial.c). */

#define BUDGET 20000
#define changes charter_vote_changes

typedef CharterMarginCondition Condition;
typedef CharterMarginClass Class;
typedef CharterMarginSearch Search;

static CharterUnitVote *
row_at (Search *search,
        guint   i)
{
  return &g_array_index (search->tally->rows, CharterUnitVote, i);
}

/* Steps */

static Wide
gain (Search          *search,
      const Condition *c,
      const Class     *class,
      CharterVote      to)
{
  gsize k = (gsize) (class - (const Class *) search->classes->data);
  gsize i = (gsize) (c - (const Condition *) search->conditions->data);

  return search->gains[(k * search->conditions->len + i) * CHARTER_N_VOTES + to];
}

/* Who has delegated cannot fall silent: without a ballot it votes through its delegate; and whoever
 * raised an objection objects without one. */
static gboolean
can_become (const Class *class,
            CharterVote  to)
{
  return to != CHARTER_VOTE_SILENT || (class->like.delegate == 0 && !class->like.raised);
}

/* The best change for (or against) one condition. */
static Wide
best_gain (Search          *search,
           const Condition *c,
           const Class     *class,
           int              sign,
           CharterVote     *to)
{
  Wide best = 0;

  for (guint i = 0; i < search->n_changes; i++)
    {
      Wide g = sign * gain (search, c, class, changes[i]);

      if (g <= best || !can_become (class, changes[i]))
        continue;
      best = g;
      *to = changes[i];
    }

  return best;
}

/* What one of those who move with @row could do at most, whoever casts. */
static Wide
best_of_row (Search                *search,
             const Condition       *c,
             const CharterUnitVote *row,
             int                    sign,
             gboolean               any)
{
  Wide best = 0;

  for (guint to = 0; any && to < CHARTER_VOTE_SEALED; to++)
    best = MAX (best, sign * charter_margin_gain_of_row (search, c, row, to));
  for (guint i = 0; i < search->n_changes; i++)
    {
      best = MAX (best, sign * charter_margin_gain_of_row (search, c, row, changes[i]));
      best = MAX (best, sign * charter_margin_gain_of_own (search, c, row, changes[i]));
    }

  return best;
}

/* No change of a voter, and of those who move with it, does more than this.  Whoever delegates
 * may come to vote in any way in which somebody else does. */
static Wide
most_gain (Search          *search,
           const Condition *c,
           const Class     *class,
           int              sign,
           CharterVote     *to)
{
  Wide most = 0;

  if (class->n == 0)
    return best_gain (search, c, class, sign, to);
  *to = CHARTER_VOTE_SILENT;
  for (guint j = class->first; j < class->first + class->n; j++)
    most += best_of_row (search, c, row_at (search, g_array_index (search->bodies, guint, j)), sign,
                         class->like.delegate != 0);

  return most;
}

typedef struct { guint class; Wide gain; CharterVote to; } Step;

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *x = a, *y = b;

  if (x->gain != y->gain)
    return x->gain > y->gain ? -1 : 1;

  return x->class < y->class ? -1 : x->class > y->class;
}

typedef Wide (*Measure) (Search *, const Condition *, const Class *, int, CharterVote *);

/* The fewest changes that move one condition by @amount, most effective first, noted in the
 * classes; -1 if none do. */
static gint64
fewest (Search          *search,
        Measure          measure,
        const Condition *c,
        int              sign,
        Wide             amount,
        gboolean         note)
{
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  gint64 n = 0;

  for (guint i = 0; i < search->classes->len; i++)
    {
      Step step = { .class = i };

      step.gain = measure (search, c, &g_array_index (search->classes, Class, i), sign, &step.to);
      if (step.gain > 0)
        g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len && amount > 0; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      Class *class = &g_array_index (search->classes, Class, step->class);
      Wide wanted = (amount + step->gain - 1) / step->gain;
      gint64 taken = wanted < class->left ? (gint64) wanted : class->left;

      amount -= taken * step->gain;
      n += taken;
      if (note)
        class->to[step->to] += taken;
    }

  return amount > 0 ? -1 : n;
}

/* Trying out */

/* Notes in the rows what class @k is to become. */
static void
change_rows (Search *search,
             guint   k)
{
  Class todo = g_array_index (search->classes, Class, k);
  GArray *rows = search->tally->rows;

  for (guint i = 0, to = 0; i < rows->len && to < CHARTER_N_VOTES;)
    {
      CharterUnitVote *row = row_at (search, i);
      gboolean one_of = todo.n != 0 ? row->unit == todo.like.unit
                                    : row->votes && row->root == i && row->own == row->vote
                                        && row->delegate == 0
                                        && charter_unit_vote_compare (row, &todo.like) == 0;

      if (todo.to[to] == 0)
        to++;
      else if (!one_of)
        i++;
      else
        {
          todo.to[to]--;
          row->own = to;
          i++;
        }
    }
}

/* Makes (and undoes) the noted changes in the rows, and asks the rule itself. */
static gboolean
turns_when_changed (Search  *search,
                    gboolean carried)
{
  GArray *rows = search->tally->rows;
  g_autofree CharterVote *before = g_new (CharterVote, MAX (rows->len, 1));
  gboolean turns;

  for (guint i = 0; i < rows->len; i++)
    before[i] = row_at (search, i)->own;
  for (guint k = 0; k < search->classes->len; k++)
    change_rows (search, k);
  charter_tally_settle (search->tally);
  turns = charter_tally_turns (search->tally, carried);
  for (guint i = 0; i < rows->len; i++)
    row_at (search, i)->own = before[i];
  charter_tally_settle (search->tally);

  return turns;
}

static char *
describe_changes (Search *search)
{
  CharterVoteMoves moves = { { { 0 } } };

  for (guint i = 0; i < search->classes->len; i++)
    for (guint to = 0; to < CHARTER_N_VOTES; to++)
      moves.n[g_array_index (search->classes, Class, i).like.vote][to] +=
        g_array_index (search->classes, Class, i).to[to];

  return charter_vote_moves_describe (&moves);
}

/* What is known of the margin so far. */
typedef struct
{
  gint64 least, most;   /* least: NOTHING where no changes do it; most: -1 while none is known
                           that does it */
  char  *change;        /* NULL while none is */
} Bounds;

#define NOTHING G_MAXINT64

static void
set_margin (const Bounds   *bounds,
            CharterDecided *out)
{
  out->has_margin = TRUE;
  out->margin_least = bounds->least;
  out->margin_most = MAX (bounds->most, 0);
  out->margin_change = bounds->change;
  if (bounds->least > 1 && bounds->least != bounds->most)
    out->margin_because = g_strdup ("the condition that is hardest to turn takes so many, or all "
                                    "changes of fewer were tried");
}

/* Mending: all conditions of a way at once */

static Wide
missing (const Condition *c)
{
  return c->value < 1 ? 1 - c->value : 0;
}

/* What a change does for everything that is missing, capped at what is missing, less what it
 * would break. */
static Wide
worth (Search      *search,
       const Class *class,
       CharterVote  to)
{
  Wide total = 0;

  for (guint i = 0; i < search->conditions->len; i++)
    {
      const Condition *c = &g_array_index (search->conditions, Condition, i);
      Wide g = gain (search, c, class, to), lacks = missing (c), spare = c->value - 1;

      if (g > 0)
        total += MIN (g, lacks);
      else if (lacks > 0)
        total += g;
      else if (-g > spare)
        total += g + spare;
    }

  return total;
}

/* The condition that alone would take the most changes; NULL if nothing is missing. */
static const Condition *
hardest (Search *search,
         gint64 *alone)
{
  const Condition *found = NULL;

  *alone = 0;
  for (guint i = 0; i < search->conditions->len; i++)
    {
      const Condition *c = &g_array_index (search->conditions, Condition, i);
      gint64 n = missing (c) > 0 ? fewest (search, best_gain, c, 1, missing (c), FALSE) : 0;

      if (n < 0)
        {
          *alone = -1;
          return c;
        }
      if (n <= *alone)
        continue;
      *alone = n;
      found = c;
    }

  return found;
}

/* What a change takes from all conditions. */
static Wide
harm (Search      *search,
      const Class *class,
      CharterVote  to)
{
  Wide total = 0;

  for (guint i = 0; i < search->conditions->len; i++)
    total -= MIN (gain (search, &g_array_index (search->conditions, Condition, i), class, to), 0);

  return total;
}

typedef struct { Wide harm, gain, worth; } Merit;

static gboolean
is_better (const Merit *a,
           const Merit *b)
{
  if (a->harm != b->harm)
    return a->harm < b->harm;

  return a->gain != b->gain ? a->gain > b->gain : a->worth > b->worth;
}

/* The change that brings the hardest condition nearest without going beyond it; among
 * equals the one that is worth most.  @careful: before that, what harms others least. */
static gboolean
choose (Search          *search,
        const Condition *target,
        gboolean         careful,
        guint           *chosen,
        CharterVote     *to)
{
  Merit best = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < search->classes->len; i++)
    for (guint k = 0; k < search->n_changes; k++)
      {
        const Class *class = &g_array_index (search->classes, Class, i);
        Merit merit = { 0 };

        if (class->left == 0 || !can_become (class, changes[k]))
          continue;
        merit.gain = MIN (gain (search, target, class, changes[k]), missing (target));
        if (merit.gain <= 0)
          continue;
        merit.worth = worth (search, class, changes[k]);
        merit.harm = careful ? harm (search, class, changes[k]) : 0;
        if (found && !is_better (&merit, &best))
          continue;
        found = TRUE;
        best = merit;
        *chosen = i;
        *to = changes[k];
      }

  return found;
}

/* @sign -1 takes it back. */
static void
make_change (Search      *search,
             guint        chosen,
             CharterVote  to,
             int          sign)
{
  Class *class = &g_array_index (search->classes, Class, chosen);

  class->left -= sign;
  class->to[to] += sign;
  for (guint i = 0; i < search->conditions->len; i++)
    {
      Condition *c = &g_array_index (search->conditions, Condition, i);

      c->value += sign * gain (search, c, class, to);
    }
}

/* Changes that mend everything, the hardest condition first; their number, -1 if none were
 * found. */
static gint64
mend_greedily (Search  *search,
               gboolean careful)
{
  const Condition *target;
  CharterVote to = CHARTER_VOTE_FOR;
  guint chosen = 0;
  gint64 alone, n = 0;

  for (target = hardest (search, &alone); target != NULL && alone > 0;
       target = hardest (search, &alone), n++)
    {
      if (!choose (search, target, careful, &chosen, &to))
        return -1;
      make_change (search, chosen, to, 1);
    }

  return alone == 0 ? n : -1;
}

/* Do @n_left changes mend everything?  Steps are taken in a fixed order, so that no set of
 * changes is tried twice; FALSE too once the budget is used up. */
static gboolean
mend_within (Search *search,
             gint64  n_left,
             guint   from_step)
{
  const guint n_steps = search->classes->len * search->n_changes;
  gint64 alone;

  if (search->budget == 0)
    return FALSE;
  search->budget--;
  if (hardest (search, &alone) == NULL)
    return TRUE;
  if (alone < 0 || alone > n_left)
    return FALSE;
  for (guint step = from_step; step < n_steps; step++)
    {
      guint chosen = step / search->n_changes;
      CharterVote to = changes[step % search->n_changes];
      const Class *class = &g_array_index (search->classes, Class, chosen);

      if (class->left == 0 || class->like.vote == to || !can_become (class, to))
        continue;
      make_change (search, chosen, to, 1);
      if (mend_within (search, n_left - 1, step))
        return TRUE;
      make_change (search, chosen, to, -1);
    }

  return FALSE;
}

/* Looks for fewer changes than @most, from @least on, in a search that nothing was changed
 * in yet; gives back what is known then.  TRUE if a smaller number was found. */
static gboolean
narrow (Search *search,
        gint64 *least,
        gint64 *most)
{
  for (gint64 n = *least; n < *most; n++)
    {
      if (mend_within (search, n, 0))
        {
          *least = *most = n;
          return TRUE;
        }
      if (search->budget == 0)
        return FALSE;
      *least = n + 1;
    }

  return FALSE;
}

static GArray *
copy_array (GArray *array)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, g_array_get_element_size (array), array->len);

  return g_array_append_vals (copy, array->data, array->len);
}

/* No fewer changes mend every condition; NOTHING if some cannot be mended. */
static gint64
least_mending (Search *search)
{
  gint64 least = 1;

  for (guint i = 0; i < search->conditions->len; i++)
    {
      const Condition *c = &g_array_index (search->conditions, Condition, i);
      gint64 n = missing (c) > 0 ? fewest (search, most_gain, c, 1, missing (c), FALSE) : 0;

      if (n < 0)
        return NOTHING;
      least = MAX (least, n);
    }

  return least;
}

/* Ways */

/* One way to the other result, and how many changes it takes: -1 where none are known. */
typedef struct
{
  Search  search;      /* the changes are noted in its classes */
  GArray *conditions;  /* as they are without any change */
  GArray *classes;     /* the same */
  gint64  least, most;
} Attempt;

static void
attempt_init (Attempt      *self,
              CharterTally *tally,
              GArray       *conditions,
              const Search *like)
{
  charter_margin_search_init (&self->search, tally, conditions, like);
  self->conditions = copy_array (self->search.conditions);
  self->classes = copy_array (self->search.classes);
  self->most = -1;
  self->least = self->search.too_large ? 1 : least_mending (&self->search);
}

static void
attempt_clear (Attempt *self)
{
  charter_margin_search_clear (&self->search);
  g_array_unref (self->conditions);
  g_array_unref (self->classes);
}

static void
take_classes (Attempt *self,
              GArray  *classes)
{
  g_array_unref (self->search.classes);
  self->search.classes = classes;
}

static void
start_again (Attempt *self)
{
  take_classes (self, copy_array (self->classes));
  g_array_unref (self->search.conditions);
  self->search.conditions = copy_array (self->conditions);
}

/* A condition that stands alone: the most effective changes first, which is exact. */
static gint64
mend_one (Search *search)
{
  const Condition *c = &g_array_index (search->conditions, Condition, 0);
  gint64 n = fewest (search, best_gain, c, 1, missing (c), FALSE);

  if (n >= 0)
    fewest (search, best_gain, c, 1, missing (c), TRUE);

  return n;
}

static void
find_some (Attempt *self)
{
  if (self->least == NOTHING)
    return;
  if (self->conditions->len == 1)
    self->most = mend_one (&self->search);
  for (guint i = 0; i < 2 && self->conditions->len > 1 && self->most < 0; i++)
    {
      start_again (self);
      self->most = mend_greedily (&self->search, i > 0);
    }
  if (self->most > 0)
    return;
  self->most = -1;
  start_again (self);
}

/* Looks for fewer changes than @below.  Where voters move others, that a search of voters alone
 * finds nothing proves nothing. */
static void
find_fewer (Attempt *self,
            gint64   below)
{
  const gint64 n_voters = (gint64) self->search.tally->rows->len;
  Search fresh = self->search;
  gint64 least = self->least;

  if (self->conditions->len == 1 || least >= below)
    return;
  fresh.conditions = copy_array (self->conditions);
  fresh.classes = copy_array (self->classes);
  fresh.budget = BUDGET;
  if (narrow (&fresh, &least, &below))
    {
      self->most = below;
      take_classes (self, g_array_ref (fresh.classes));
    }
  if (!self->search.tally->coupled)
    self->least = least > n_voters ? NOTHING : least;
  g_array_unref (fresh.conditions);
  g_array_unref (fresh.classes);
}

static Attempt *
shortest (GArray *attempts)
{
  Attempt *found = NULL;

  for (guint i = 0; i < attempts->len; i++)
    {
      Attempt *a = &g_array_index (attempts, Attempt, i);

      if (a->most >= 0 && (found == NULL || a->most < found->most))
        found = a;
    }

  return found;
}

/* No way takes fewer. */
static gint64
least_of_all (GArray *attempts)
{
  gint64 least = NOTHING;

  for (guint i = 0; i < attempts->len; i++)
    least = MIN (least, g_array_index (attempts, Attempt, i).least);

  return least;
}

/* The shortest way that the rule itself confirms. */
static void
confirm (GArray   *attempts,
         gboolean  carried,
         Bounds   *bounds)
{
  Attempt *best = shortest (attempts);

  if (best == NULL)
    return;
  if (!turns_when_changed (&best->search, carried))
    return;
  bounds->most = best->most;
  bounds->change = describe_changes (&best->search);
  bounds->least = MIN (bounds->least, bounds->most);
}

static void
bound (CharterTally *tally,
       gboolean      carried,
       Bounds       *bounds)
{
  g_autoptr(GPtrArray) ways = charter_margin_ways (tally, carried);
  g_autoptr(GArray) attempts = g_array_new (FALSE, FALSE, sizeof (Attempt));
  gboolean too_large = ways == NULL;

  g_array_set_clear_func (attempts, (GDestroyNotify) attempt_clear);
  for (guint i = 0; !too_large && i < ways->len; i++)
    {
      const Search *like = i > 0 ? &g_array_index (attempts, Attempt, 0).search : NULL;
      Attempt attempt;

      attempt_init (&attempt, tally, ways->pdata[i], like);
      too_large = attempt.search.too_large;
      g_array_append_val (attempts, attempt);
    }
  if (too_large)
    return;
  for (guint i = 0; i < attempts->len; i++)
    find_some (&g_array_index (attempts, Attempt, i));
  for (guint i = 0; i < attempts->len; i++)
    {
      const Attempt *best = shortest (attempts);

      find_fewer (&g_array_index (attempts, Attempt, i),
                  best != NULL ? best->most : (gint64) tally->rows->len + 1);
    }
  bounds->least = least_of_all (attempts);
  confirm (attempts, carried, bounds);
}

/* What is left open between the bounds is tried. */
static void
try_between (CharterTally *tally,
             gboolean      carried,
             Bounds       *bounds)
{
  char *change = NULL;
  gint64 found;

  if (bounds->most == bounds->least || bounds->least == NOTHING)
    return;
  found = charter_tally_try (tally, carried, &bounds->least,
                             bounds->most >= 0 ? bounds->most : NOTHING, &change);
  if (found < 0)
    return;
  g_free (bounds->change);
  bounds->change = change;
  bounds->least = bounds->most = found;
}

/* Where sums do not tell, because equal ballots count once, or a tie was or would be carried. */
static gboolean
do_sums_tell (const CharterTally   *self,
              gboolean              carried,
              const CharterDecided *decided)
{
  return !(self->item.rule->fold == CHARTER_FOLD_IDENTICAL && self->coupled) && !self->tie_carries
         && !(carried && decided->tie_break != NULL);
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x > y ? -1 : x < y;
}

/* No fewer voters make a tie: each moves for and against by at most twice its weight. */
static gint64
least_to_level (CharterTally *self)
{
  g_autoptr(GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  CharterCounts counts;
  gint64 n = 0;
  Wide lead;

  if (self->coupled)
    return 1;
  charter_tally_counts (self, &counts);
  lead = (Wide) counts.for_ - counts.against;
  lead = lead < 0 ? -lead : lead;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (self->rows, CharterUnitVote, i);

      if (row->votes)
        g_array_append_val (weights, row->weight);
    }
  g_array_sort (weights, compare_weights);
  for (guint i = 0; i < weights->len && lead > 0; i++, n++)
    lead -= 2 * (Wide) g_array_index (weights, gint64, i);

  return lead > 0 ? NOTHING : MAX (n, 1);
}

/* A change that makes a tie may turn it, where what settles ties is not sure. */
static void
allow_for_ties (CharterTally *self,
                Bounds       *bounds)
{
  if (bounds->most < 0)
    bounds->least = NOTHING;
  else
    bounds->least = MIN (bounds->least, least_to_level (self));
}

/* Where nobody called consensus, no ballots turn it. */
static gboolean
is_left_to_the_chair (const CharterTally *self)
{
  return self->item.rule->method == CHARTER_METHOD_CONSENSUS && self->called == NULL;
}

/* Of a secret vote a change of those who hold a veto would show how one of them voted. */
static gboolean
shows_a_holder (const CharterTally *self)
{
  const CharterRuleData *rule = self->item.rule;

  for (guint i = 0; rule->secret && i < rule->n_tests; i++)
    if (rule->tests[i].veto != 0)
      return TRUE;

  return FALSE;
}

void
charter_tally_margin (CharterTally   *self,
                      gboolean        carried,
                      CharterDecided *out)
{
  Bounds bounds = { 1, -1, NULL };

  if (self->overflow || self->unread || is_left_to_the_chair (self) || shows_a_holder (self))
    return;
  if (do_sums_tell (self, carried, out))
    bound (self, carried, &bounds);
  if (bounds.most < 0 && bounds.least != NOTHING)
    bounds.most = charter_tally_try_in_turn (self, carried, &bounds.change);
  try_between (self, carried, &bounds);
  if (self->tie_unsure)
    allow_for_ties (self, &bounds);
  if (bounds.least != NOTHING)
    set_margin (&bounds, out);
}
