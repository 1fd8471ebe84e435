/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

#include <string.h>

/* The margin: the fewest voters who, by casting otherwise, would have turned the result.
 *
 * Every condition of a threshold rule is a whole-number sum over voters, so the fewest
 * changes that break one, or mend one, are found exactly by taking the most effective
 * changes first.  A carried decision falls with the first condition that breaks: exact.  One
 * that is not carried needs all of them mended at once: the hardest alone bounds the number
 * from below, and a change that was found to do it bounds it from above.  Where these differ
 * the numbers between are searched, as far as that is cheap. */

typedef __int128 Wide;

#define SCALE_MAX (G_GINT64_CONSTANT (1) << 40)   /* of a share's numerator and denominator */
#define CLASSES_MAX 512
#define BUDGET 20000

/* Holds where value is at least 1. */
typedef struct
{
  guint    of, base;       /* CharterSum bits */
  gint64   num, den;
  int      group, sort;    /* -1: all rows */
  gboolean by_heads, at_most;
  gboolean loose;          /* rounds a base that ballots change: the steps are not exact */
  Wide     value;
} Condition;

/* Voters who are alike in everything that a condition looks at. */
typedef struct
{
  CharterUnitVote like;
  gint64          left;               /* not changed yet */
  gint64          to[CHARTER_N_VOTES];
} Class;

typedef struct
{
  CharterTally *tally;
  GArray       *conditions;   /* Condition */
  GArray       *classes;      /* Class */
  gboolean      too_large;
  guint         budget;       /* steps left to an exact search */
} Search;

static const CharterVote changes[] = {
  CHARTER_VOTE_FOR, CHARTER_VOTE_AGAINST, CHARTER_VOTE_ABSTAIN, CHARTER_VOTE_SILENT
};

/* Conditions */

static Wide
share_of_row (Search                *search,
              const Condition       *c,
              const CharterUnitVote *row,
              CharterVote            vote)
{
  Wide weight = c->by_heads ? 1 : row->weight;
  Wide part;

  if (c->group >= 0 && !(row->groups >> c->group & 1))
    return 0;
  if (c->sort >= 0 && !(row->sorts >> c->sort & 1))
    return 0;
  part = (Wide) c->den * charter_row_in (search->tally, row, vote, c->of)
         - (Wide) c->num * charter_row_in (search->tally, row, vote, c->base);

  return weight * (c->at_most ? -part : part);
}

static void
add_condition (Search    *search,
               Condition  c,
               Wide       constant)
{
  c.value = constant;
  if (ABS (c.num) > SCALE_MAX || c.den > SCALE_MAX)
    search->too_large = TRUE;
  for (guint i = 0; i < search->tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (search->tally->rows, CharterUnitVote, i);

      c.value += share_of_row (search, &c, row, row->vote);
    }
  g_array_append_val (search->conditions, c);
}

/* A sum against a number: at least, more than, or at most @limit. */
static void
add_number (Search                *search,
            Condition              c,
            const CharterFraction *limit,
            gboolean               strictly)
{
  Wide step = strictly ? 0 : 1;

  c.den = limit->den;
  c.num = 0;
  c.base = 0;
  add_condition (search, c, c.at_most ? limit->num + step : step - limit->num);
}

static void
add_quorum (Search *search)
{
  const CharterQuorumRule *rule = &search->tally->item.rule->quorum;
  CharterQuorumResult quorum;

  if (!rule->given)
    return;
  charter_tally_quorum (search->tally, &quorum);
  add_number (
    search,
    (Condition) { .of = CHARTER_SUM_QUORUM, .group = -1, .sort = -1, .by_heads = rule->by_heads },
    &CHARTER_FRACTION (quorum.needed, 1), FALSE);
  for (guint i = 0; i < rule->n_requires; i++)
    add_number (
      search,
      (Condition) { .of = CHARTER_SUM_QUORUM, .group = -1, .sort = (int) i, .by_heads = TRUE },
      &rule->requires_[i].at_least, FALSE);
  charter_quorum_result_clear (&quorum);
}

static gboolean
base_is_fixed (guint bits)
{
  return (bits & ~(guint) (CHARTER_SUM_PRESENT | CHARTER_SUM_ELIGIBLE | CHARTER_SUM_MEMBERS)) == 0;
}

static void
add_share (Search                *search,
           const CharterTestRule *test,
           Condition              c)
{
  gboolean strictly = test->compare == CHARTER_COMPARE_GREATER;
  CharterFraction threshold;

  if (base_is_fixed (test->base))
    {
      gint64 base = charter_tally_sum (search->tally, test->base, c.group, test->by_heads);

      if (charter_threshold (&test->share, base, test->round, test->plus, &threshold))
        add_number (search, c, &threshold, strictly);
      return;
    }
  c.base = test->base;
  c.num = test->share.num;
  c.den = test->share.den;
  c.loose = test->round != CHARTER_ROUND_EXACT;
  add_condition (search, c, (strictly ? 0 : 1) - (Wide) test->plus * c.den);
}

static void
add_test (Search                *search,
          const CharterTestRule *test)
{
  Condition c = {
    .of = test->of,
    .group = charter_tally_group (search->tally, test->constituency),
    .sort = -1,
    .by_heads = test->by_heads,
  };

  if (test->has_share)
    add_share (search, test, c);
  if (test->has_at_least)
    add_number (search, c, &test->at_least, FALSE);
  c.at_most = TRUE;
  if (test->has_at_most)
    add_number (search, c, &test->at_most, FALSE);
}

static void
add_conditions (Search *search)
{
  const CharterRuleData *rule = search->tally->item.rule;

  add_quorum (search);
  for (guint i = 0; i < rule->n_tests; i++)
    add_test (search, &rule->tests[i]);
  add_number (search,
              (Condition) { .of = CHARTER_SUM_FOR, .group = -1, .sort = -1, .by_heads = TRUE },
              &CHARTER_FRACTION (1, 1), FALSE);
}

/* Classes */

static int
compare_rows (const CharterUnitVote *a,
              const CharterUnitVote *b)
{
#define BY(member) if (a->member != b->member) return a->member < b->member ? -1 : 1
  BY (vote);
  BY (weight);
  BY (groups);
  BY (sorts);
  BY (member);
  BY (may_count);
  BY (eligible);
  BY (present);
  BY (attends);
#undef BY
  return 0;
}

static int
compare_row_pointers (gconstpointer a,
                      gconstpointer b)
{
  return compare_rows (*(const CharterUnitVote *const *) a, *(const CharterUnitVote *const *) b);
}

static void
add_classes (Search *search)
{
  g_autoptr(GPtrArray) voters = g_ptr_array_new ();
  Class *last = NULL;

  for (guint i = 0; i < search->tally->rows->len; i++)
    {
      CharterUnitVote *row = &g_array_index (search->tally->rows, CharterUnitVote, i);

      if (row->votes)
        g_ptr_array_add (voters, row);
    }
  g_ptr_array_sort (voters, compare_row_pointers);
  for (guint i = 0; i < voters->len; i++)
    {
      const CharterUnitVote *row = voters->pdata[i];
      Class added = { .like = *row };

      if (last == NULL || compare_rows (&last->like, row) != 0)
        {
          g_array_append_val (search->classes, added);
          last = &g_array_index (search->classes, Class, search->classes->len - 1);
        }
      last->left++;
    }
  if (search->classes->len > CLASSES_MAX)
    search->too_large = TRUE;
}

/* Steps */

static Wide
gain (Search          *search,
      const Condition *c,
      const Class     *class,
      CharterVote      to)
{
  return share_of_row (search, c, &class->like, to)
         - share_of_row (search, c, &class->like, class->like.vote);
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

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      Wide g = sign * gain (search, c, class, changes[i]);

      if (g <= best)
        continue;
      best = g;
      *to = changes[i];
    }

  return best;
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

/* The fewest changes that move one condition by @amount, most effective first, noted in the
 * classes; -1 if none do. */
static gint64
fewest (Search          *search,
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

      step.gain = best_gain (search, c, &g_array_index (search->classes, Class, i), sign, &step.to);
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

/* Makes (or undoes) the noted changes in the rows, and asks the rule itself. */
static gboolean
passes_when_changed (Search *search)
{
  GArray *rows = search->tally->rows;
  g_autofree CharterVote *before = g_new (CharterVote, MAX (rows->len, 1));
  gboolean passes;

  for (guint i = 0; i < rows->len; i++)
    before[i] = g_array_index (rows, CharterUnitVote, i).vote;
  for (guint k = 0; k < search->classes->len; k++)
    {
      Class todo = g_array_index (search->classes, Class, k);

      for (guint i = 0, to = 0; i < rows->len && to < CHARTER_N_VOTES;)
        {
          CharterUnitVote *row = &g_array_index (rows, CharterUnitVote, i);

          if (todo.to[to] == 0)
            to++;
          else if (!row->votes || before[i] != row->vote || compare_rows (row, &todo.like) != 0)
            i++;
          else
            {
              todo.to[to]--;
              g_array_index (rows, CharterUnitVote, i++).vote = to;
            }
        }
    }
  passes = charter_tally_passes (search->tally);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, CharterUnitVote, i).vote = before[i];

  return passes;
}

static void
forget_changes (Search *search)
{
  for (guint i = 0; i < search->classes->len; i++)
    memset (g_array_index (search->classes, Class, i).to, 0, sizeof ((Class *) NULL)->to);
}

static const char *
vote_word (CharterVote vote)
{
  static const char *const words[] = {
    "no vote", "for", "against", "abstain", "object", "stand-aside", "invalid", "sealed"
  };

  return words[vote];
}

/* "2 from against to for, 1 from no vote to for" */
static char *
describe_changes (Search *search)
{
  gint64 n[CHARTER_N_VOTES][CHARTER_N_VOTES] = { 0 };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < search->classes->len; i++)
    for (guint to = 0; to < CHARTER_N_VOTES; to++)
      n[g_array_index (search->classes, Class, i).like.vote][to] +=
        g_array_index (search->classes, Class, i).to[to];
  for (guint from = 0; from < CHARTER_N_VOTES; from++)
    for (guint to = 0; to < CHARTER_N_VOTES; to++)
      if (n[from][to] > 0)
        g_string_append_printf (out, "%s%" G_GINT64_FORMAT " from %s to %s",
                                out->len > 0 ? ", " : "", n[from][to], vote_word (from),
                                vote_word (to));

  return g_string_free (out, FALSE);
}

static void
set_margin (Search         *search,
            gint64          least,
            gint64          most,
            CharterDecided *out)
{
  out->has_margin = TRUE;
  out->margin_least = least;
  out->margin_most = most;
  out->margin_change = describe_changes (search);
}

/* Carried: the first condition that breaks */

static void
find_breaking (Search         *search,
               CharterDecided *out)
{
  const Condition *best = NULL;
  gboolean loose = FALSE;
  gint64 fewest_so_far = G_MAXINT64;

  for (guint i = 0; i < search->conditions->len; i++)
    {
      const Condition *c = &g_array_index (search->conditions, Condition, i);
      gint64 n = fewest (search, c, -1, c->value, FALSE);

      loose |= c->loose;
      if (n < 0 || n >= fewest_so_far)
        continue;
      fewest_so_far = n;
      best = c;
    }
  if (best == NULL)
    return;
  fewest (search, best, -1, best->value, TRUE);
  if (!passes_when_changed (search))
    set_margin (search, loose ? 1 : fewest_so_far, fewest_so_far, out);
}

/* Not carried: all at once */

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
      gint64 n = missing (c) > 0 ? fewest (search, c, 1, missing (c), FALSE) : 0;

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

/* The change that brings the hardest condition nearest without going beyond it; among
 * equals the one that is worth most. */
static gboolean
choose (Search          *search,
        const Condition *target,
        guint           *chosen,
        CharterVote     *to)
{
  Wide best_gain_so_far = 0, best_worth = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < search->classes->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (changes); k++)
      {
        const Class *class = &g_array_index (search->classes, Class, i);
        Wide g = class->left > 0 ? MIN (gain (search, target, class, changes[k]), missing (target))
                                 : 0;
        Wide w = g > 0 ? worth (search, class, changes[k]) : 0;

        if (g <= 0
            || (found && (g < best_gain_so_far || (g == best_gain_so_far && w <= best_worth))))
          continue;
        found = TRUE;
        best_gain_so_far = g;
        best_worth = w;
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

static gboolean
any_loose (Search *search)
{
  for (guint i = 0; i < search->conditions->len; i++)
    if (g_array_index (search->conditions, Condition, i).loose)
      return TRUE;

  return FALSE;
}

/* Changes that mend everything, the hardest condition first; their number, -1 if none were
 * found. */
static gint64
mend_greedily (Search *search)
{
  const Condition *target;
  CharterVote to = CHARTER_VOTE_FOR;
  guint chosen = 0;
  gint64 alone, n = 0;

  for (target = hardest (search, &alone); target != NULL && alone > 0;
       target = hardest (search, &alone), n++)
    {
      if (!choose (search, target, &chosen, &to))
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
  const guint n_steps = search->classes->len * G_N_ELEMENTS (changes);
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
      guint chosen = step / G_N_ELEMENTS (changes);
      CharterVote to = changes[step % G_N_ELEMENTS (changes)];
      const Class *class = &g_array_index (search->classes, Class, chosen);

      if (class->left == 0 || class->like.vote == to)
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

static void
find_mending (Search         *search,
              CharterDecided *out)
{
  g_autoptr(GArray) conditions = copy_array (search->conditions),
                     classes = copy_array (search->classes);
  Search fresh = { search->tally, conditions, classes, FALSE, BUDGET };
  gint64 least, most;

  if (hardest (search, &least) == NULL || least < 0)
    return;
  most = mend_greedily (search);
  if (most < 0)
    return;
  if (any_loose (search))
    least = MIN (least, 1);
  else if (narrow (&fresh, &least, &most))
    search = &fresh;
  if (passes_when_changed (search))
    set_margin (search, least, most, out);
}

void
charter_tally_margin (CharterTally   *self,
                      gboolean        carried,
                      CharterDecided *out)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (Condition));
  g_autoptr(GArray) classes = g_array_new (FALSE, FALSE, sizeof (Class));
  Search search = { self, conditions, classes, FALSE, 0 };

  if (self->overflow || self->unread)
    return;
  add_conditions (&search);
  add_classes (&search);
  if (search.too_large)
    return;
  forget_changes (&search);
  if (carried)
    find_breaking (&search, out);
  else
    find_mending (&search, out);
}
