/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <string.h>

/* Methods that break ties on their way (instant runoff, the single transferable vote, ranked
 * pairs): who wins may hang on the order in which they are broken.  The chain puts all options
 * into one order, as far as its steps tell them apart, and every order that this leaves open is
 * counted; what all of them give stands.  One order holds for the whole count (Tideman and Zavist
 * 1989 for ranked pairs).
 *
 * Where votes move from option to option, those that no ballot names are taken out before the
 * count: they are never chosen, and break no ties.
 *
 * A cap: of those elected beyond it, the one elected last of the first group that is over it is
 * taken out, and it is counted again without. */

typedef struct
{
  CharterChoosing    *choosing;
  const CharterTally *tally;
  GArray             *order;      /* guint: positions, the preferred first */
  GArray             *ends;       /* guint: where groups of equals end in it */
  GPtrArray          *outcomes;   /* GArray of guint, as elected; each set once */
} Orders;

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static gboolean
holds (GArray *list,
       guint   option)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, guint, i) == option)
      return TRUE;

  return FALSE;
}

/* One count */

static GArray *
elected_by (const CharterChoosing  *self,
            const CharterCountData *count)
{
  GArray *from = self->terms.params.method == CHARTER_METHOD_STV ? count->elected
                                                                 : count->winners;
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      guint option = g_array_index (self->numbers, guint, g_array_index (from, guint, i));

      if (charter_choosing_may_win (self, option))
        g_array_append_val (out, option);
    }

  return out;
}

/* Ranked pairs have to count them: they may stand between others. */
static gboolean
is_counted (const CharterChoosing *self,
            guint                  option)
{
  return self->terms.params.method == CHARTER_METHOD_RANKED_PAIRS
         || charter_choosing_may_win (self, option);
}

/* The first of those elected whose group is full already, -1. */
static int
over_cap (const CharterChoosing *self,
          const CharterTally    *tally,
          GArray                *elected)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; self->terms.cap_by != NULL && i < elected->len; i++)
    {
      guint option = g_array_index (elected, guint, i);
      const char *cap = charter_choosing_cap_of (self, tally, option);
      guint n = cap != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (taken, cap)) : 0;

      if (cap != NULL && n >= self->terms.cap)
        return (int) option;
      if (cap != NULL)
        g_hash_table_insert (taken, (gpointer) cap, GUINT_TO_POINTER (n + 1));
    }

  return -1;
}

/* The count that stands, with caps; NULL where it cannot be made, or (where @order is NULL) hangs
 * on the order of ties. */
static CharterCountData *
count_in_order (CharterChoosing    *self,
                const CharterTally *tally,
                const guint        *order,
                guint               n_order,
                GArray            **elected)
{
  g_autofree guint8 *out = g_new0 (guint8, self->rows->len + 1);
  int over;

  for (guint i = 0; i < self->rows->len; i++)
    out[i] = !is_counted (self, i);
  for (;;)
    {
      CharterCountData *count = charter_choosing_run (self, tally, out, order, n_order);

      if (count == NULL || count->indeterminate
          || (order == NULL && !count->unique && count->winners->len > self->terms.seats))
        {
          if (order != NULL && count != NULL && self->why == NULL)
            self->why = g_strdup (count->why);
          g_clear_pointer (&count, charter_count_free);
          return NULL;
        }
      *elected = elected_by (self, count);
      over = over_cap (self, tally, *elected);
      if (over < 0)
        return count;
      out[over] = TRUE;
      g_clear_pointer (elected, g_array_unref);
      charter_count_free (count);
    }
}

/* Taking over */

static void
take_layers (CharterChoosing        *self,
             const CharterCountData *count)
{
  self->ranked = count->ranking != NULL;
  for (guint i = 0; self->ranked && i < self->numbers->len && i < count->ranking->len; i++)
    charter_choosing_row (self, g_array_index (self->numbers, guint, i))->layer =
      g_array_index (count->ranking, guint, i);
}

static void
take (CharterChoosing  *self,
      CharterCountData *count,
      GArray           *elected)
{
  g_clear_pointer (&self->count, charter_count_free);
  self->count = count;
  take_layers (self, count);
  g_array_set_size (self->winners, 0);
  g_array_append_vals (self->winners, elected->data, elected->len);
}

/* Groups of equals */

static void
orders_init (Orders             *self,
             CharterChoosing    *choosing,
             const CharterTally *tally)
{
  *self = (Orders) { .choosing = choosing, .tally = tally };
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < choosing->rows->len; i++)
    if (charter_choosing_row (choosing, i)->offered
        && charter_choosing_row (choosing, i)->dropped == NULL && is_counted (choosing, i))
      g_array_append_val (self->order, i);
  g_array_append_val (self->ends, self->order->len);
}

static void
orders_clear (Orders *self)
{
  g_array_unref (self->order);
  g_array_unref (self->ends);
  g_ptr_array_unref (self->outcomes);
}

/* Tells members of groups apart by a step of the chain. */
static void
refine (Orders             *self,
        CharterTieChain    *chain,
        guint               step,
        CharterRef         *person,
        const CharterFact **by)
{
  g_autoptr(GArray) order = g_steal_pointer (&self->order), ends = g_steal_pointer (&self->ends);

  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint g = 0, start = 0; g < ends->len; start = g_array_index (ends, guint, g++))
    {
      g_autoptr(GArray) group = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr(GPtrArray) parts = NULL;

      g_array_append_vals (group, &g_array_index (order, guint, start),
                           g_array_index (ends, guint, g) - start);
      parts = charter_tie_chain_split (chain, step, group, person, by);
      for (guint p = 0; p < parts->len; p++)
        {
          GArray *part = parts->pdata[p];

          g_array_append_vals (self->order, part->data, part->len);
          g_array_append_val (self->ends, self->order->len);
        }
    }
}

/* How many orders are left open; 0 if there are more than @most. */
static guint
n_orders (const Orders *self,
          guint         most)
{
  guint n = 1;

  for (guint g = 0, start = 0; g < self->ends->len; start = g_array_index (self->ends, guint, g++))
    for (guint k = 2; k <= g_array_index (self->ends, guint, g) - start; k++)
      {
        if (n > most / k)
          return 0;
        n *= k;
      }

  return n;
}

/* The next order of one group, in rising order; FALSE, and the first one again, after the last. */
static gboolean
next_of_group (guint *group,
               guint  n)
{
  guint i = n, k = n, swapped;

  while (i > 1 && group[i - 2] >= group[i - 1])
    i--;
  if (i <= 1)
    {
      qsort (group, n, sizeof *group, compare_numbers);
      return FALSE;
    }
  while (group[k - 1] <= group[i - 2])
    k--;
  swapped = group[i - 2];
  group[i - 2] = group[k - 1];
  group[k - 1] = swapped;
  qsort (group + i - 1, n - i + 1, sizeof *group, compare_numbers);

  return TRUE;
}

static gboolean
next_order (Orders *self)
{
  for (guint g = self->ends->len; g-- > 0;)
    {
      guint start = g > 0 ? g_array_index (self->ends, guint, g - 1) : 0;
      guint n = g_array_index (self->ends, guint, g) - start;

      if (n > 1 && next_of_group (&g_array_index (self->order, guint, start), n))
        return TRUE;
    }

  return FALSE;
}

/* All outcomes */

static gboolean
same_set (GArray *a,
          GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!holds (b, g_array_index (a, guint, i)))
      return FALSE;

  return TRUE;
}

static void
add_outcome (Orders *self,
             GArray *elected)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    if (same_set (self->outcomes->pdata[i], elected))
      {
        g_array_unref (elected);
        return;
      }
  g_ptr_array_add (self->outcomes, elected);
}

/* FALSE where too many orders are left open, or one cannot be counted. */
static gboolean
count_all (Orders *self)
{
  CharterChoosing *choosing = self->choosing;

  g_ptr_array_set_size (self->outcomes, 0);
  if (n_orders (self, choosing->terms.params.orders_max) == 0)
    return FALSE;
  do
    {
      GArray *elected = NULL;
      CharterCountData *count = count_in_order (choosing, self->tally,
                                                (const guint *) self->order->data,
                                                self->order->len, &elected);

      if (count == NULL)
        return FALSE;
      if (self->outcomes->len == 0)
        take (choosing, count, elected);
      else
        charter_count_free (count);
      add_outcome (self, elected);
    }
  while (next_order (self));

  return TRUE;
}

/* Those who are elected in some orders and not in others. */
static GArray *
doubtful (const Orders *self)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint option = 0; option < self->choosing->rows->len; option++)
    {
      guint n = 0;

      for (guint i = 0; i < self->outcomes->len; i++)
        n += holds (self->outcomes->pdata[i], option);
      if (n > 0 && n < self->outcomes->len)
        g_array_append_val (out, option);
    }

  return out;
}

/* Those who are elected in every order. */
static void
keep_certain (Orders *self)
{
  GArray *winners = self->choosing->winners;
  g_autoptr(GArray) open = doubtful (self);

  for (guint i = winners->len; i-- > 0;)
    if (holds (open, g_array_index (winners, guint, i)))
      g_array_remove_index (winners, i);
}

/* Leaving out what a casting vote does not want. */
static void
keep_outcomes_with (Orders *self,
                    guint   option)
{
  for (guint i = self->outcomes->len; i-- > 0;)
    if (!holds (self->outcomes->pdata[i], option))
      g_ptr_array_remove_index (self->outcomes, i);
}

/* The chain */

static void
end_tied (Orders *self,
          GArray *open)
{
  keep_certain (self);
  g_array_append_vals (self->choosing->tied, open->data, open->len);
}

static void
end_as_things_are (Orders          *self,
                   CharterTieChain *chain,
                   guint            step,
                   GArray          *open)
{
  CharterChoosing *choosing = self->choosing;
  g_autoptr(GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));

  keep_certain (self);
  if (choosing->default_ >= 0 && choosing->terms.seats == 1
      && holds (open, (guint) choosing->default_))
    {
      g_array_append_val (left, choosing->default_);
      g_array_append_val (choosing->winners, choosing->default_);
    }
  charter_tie_chain_note (chain, step, open, left, 0, NULL);
}

static void
end_by_casting (Orders          *self,
                CharterTieChain *chain,
                guint            step)
{
  const CharterFact *by;
  CharterRef person;
  guint option;

  while (self->outcomes->len > 1)
    {
      g_autoptr(GArray) open = doubtful (self), left = g_array_new (FALSE, FALSE, sizeof (guint));

      if (!charter_tie_chain_cast (chain, open, &option, &person, &by))
        {
          end_tied (self, open);
          return;
        }
      g_array_append_val (left, option);
      charter_tie_chain_note (chain, step, open, left, person, by);
      keep_outcomes_with (self, option);
    }
  g_array_set_size (self->choosing->winners, 0);
  g_array_append_vals (self->choosing->winners, ((GArray *) self->outcomes->pdata[0])->data,
                       ((GArray *) self->outcomes->pdata[0])->len);
}

static void
note_order (Orders            *self,
            CharterTieChain   *chain,
            guint              step,
            GArray            *open,
            CharterRef         person,
            const CharterFact *by)
{
  g_autoptr(GArray) left = doubtful (self);

  if (left->len == 0)
    g_array_append_vals (left, self->choosing->winners->data, self->choosing->winners->len);
  charter_tie_chain_note (chain, step, open, left, person, by);
}

/* Those among whom it is open before the chain begins: of too many orders, all. */
static GArray *
open_now (const Orders *self)
{
  if (self->outcomes->len > 0)
    return doubtful (self);

  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (guint)), self->order->data,
                              self->order->len);
}

static void
give_up (Orders *self)
{
  if (self->choosing->why == NULL)
    self->choosing->why = g_strdup_printf (
      "it hangs on the order in which ties are broken on the way, and more than %u orders are left "
      "open", self->choosing->terms.params.orders_max);
}

static void
settle (Orders          *self,
        CharterTieChain *chain)
{
  gboolean known = count_all (self);
  guint step;

  for (step = 0; self->choosing->why == NULL && charter_tie_chain_orders (chain, step)
                 && self->outcomes->len != 1;
       step++)
    {
      g_autoptr(GArray) open = open_now (self);
      const CharterFact *by = NULL;
      CharterRef person = 0;

      refine (self, chain, step, &person, &by);
      known = count_all (self);
      note_order (self, chain, step, open, person, by);
    }
  if (known && self->outcomes->len == 1)
    return;
  if (!known)
    give_up (self);
  else if (strcmp (charter_tie_chain_word (chain, step), "casting-vote") == 0)
    end_by_casting (self, chain, step);
  else
    {
      g_autoptr(GArray) open = doubtful (self);

      end_as_things_are (self, chain, step, open);
    }
}

static void
leave_open (Orders *self)
{
  g_autoptr(GArray) open = NULL;

  if (!count_all (self))
    {
      give_up (self);
      return;
    }
  open = doubtful (self);
  end_tied (self, open);
}

/* In a count that needs no order. */
static gboolean
fill_at_once (CharterChoosing    *self,
              const CharterTally *tally)
{
  g_autoptr(GArray) elected = NULL;
  CharterCountData *count = count_in_order (self, tally, NULL, 0, &elected);

  if (count == NULL)
    return FALSE;
  take (self, count, elected);

  return TRUE;
}

static void
set_vacancies (CharterChoosing *self)
{
  self->vacancies = self->tied->len > 0 || self->winners->len > self->terms.seats
                      ? 0
                      : self->terms.seats - self->winners->len;
}

void
charter_choosing_fill_by_orders (CharterChoosing    *self,
                                 const CharterTally *tally,
                                 CharterTieChain    *chain)
{
  if (!fill_at_once (self, tally) && self->why == NULL)
    {
      Orders orders;

      orders_init (&orders, self, tally);
      if (chain != NULL)
        settle (&orders, chain);
      else
        leave_open (&orders);
      orders_clear (&orders);
    }
  /* Level with each other in the relation itself. */
  if (self->winners->len > self->terms.seats)
    {
      g_array_set_size (self->winners, 0);
      charter_choosing_fill (self, tally, chain);
    }
  else
    set_vacancies (self);
}
