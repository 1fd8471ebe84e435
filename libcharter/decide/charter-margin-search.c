/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-margin-private.h"

/* What a margin is searched in.  Every condition of a threshold rule is a whole-number sum over
 * voters; voters who are alike make one class, and a voter through whose ballot others vote is
 * one with them. */

#define CLASSES_MAX 512

typedef CharterMarginCondition Condition;
typedef CharterMarginClass Class;
typedef CharterMarginSearch Search;

/* Conditions */

static gboolean
is_summed (const Condition       *c,
           const CharterUnitVote *row)
{
  guint64 sorts = c->met ? row->met_sorts : row->sorts;

  return (c->group < 0 || row->groups >> c->group & 1) && (c->sort < 0 || sorts >> c->sort & 1);
}

static Wide
share_of_row (const Search          *search,
              const Condition       *c,
              const CharterUnitVote *row,
              CharterVote            vote)
{
  Wide weight = c->by_heads ? 1 : row->weight;
  Wide part;

  if (!is_summed (c, row))
    return 0;
  if (c->veto != 0)
    part = c->den * charter_row_vetoes (search->tally, row, vote, c->veto - 1);
  else
    part = (Wide) c->den * charter_row_in (search->tally, row, vote, c->of)
           - (Wide) c->num * charter_row_in (search->tally, row, vote, c->base);

  return weight * (c->at_most != c->negated ? -part : part);
}

/* Through somebody else's ballot nobody vetoes. */
Wide
charter_margin_gain_of_row (const Search          *search,
                            const Condition       *c,
                            const CharterUnitVote *row,
                            CharterVote            to)
{
  if (c->veto != 0 && row->through)
    return 0;

  return share_of_row (search, c, row, to) - share_of_row (search, c, row, row->vote);
}

Wide
charter_margin_gain_of_own (const Search          *search,
                            const Condition       *c,
                            const CharterUnitVote *row,
                            CharterVote            to)
{
  CharterUnitVote own = *row;

  own.through = FALSE;

  return share_of_row (search, c, &own, to) - share_of_row (search, c, row, row->vote);
}

/* What each condition comes to as things are. */
static void
sum_up (Search *search)
{
  for (guint i = 0; i < search->conditions->len; i++)
    {
      Condition *c = &g_array_index (search->conditions, Condition, i);

      for (guint k = 0; k < search->tally->rows->len; k++)
        {
          const CharterUnitVote *row = &g_array_index (search->tally->rows, CharterUnitVote, k);

          c->value += share_of_row (search, c, row, row->vote);
        }
    }
}

/* Classes */

int
charter_unit_vote_compare (const CharterUnitVote *a,
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
  BY (vetoes);
  BY (unreasoned);
  BY (raised);
#undef BY
  return 0;
}

static int
compare_row_pointers (gconstpointer a,
                      gconstpointer b)
{
  return charter_unit_vote_compare (*(const CharterUnitVote *const *) a,
                                    *(const CharterUnitVote *const *) b);
}

static CharterUnitVote *
row_at (Search *search,
        guint   i)
{
  return &g_array_index (search->tally->rows, CharterUnitVote, i);
}

static void
add_alike (Search    *search,
           GPtrArray *voters)
{
  Class *last = NULL;

  g_ptr_array_sort (voters, compare_row_pointers);
  for (guint i = 0; i < voters->len; i++)
    {
      const CharterUnitVote *row = voters->pdata[i];
      Class added = { .like = *row };

      if (last == NULL || charter_unit_vote_compare (&last->like, row) != 0)
        {
          g_array_append_val (search->classes, added);
          last = &g_array_index (search->classes, Class, search->classes->len - 1);
        }
      last->left++;
    }
}

/* The rows that may vote, by the one whose ballot moves them. */
static GPtrArray *
rows_by_root (Search *search)
{
  GPtrArray *rows = g_ptr_array_new ();
  const guint n = search->tally->rows->len;
  g_autofree guint *starts = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    starts[row_at (search, i)->root + 1] += row_at (search, i)->votes;
  for (guint i = 0; i < n; i++)
    starts[i + 1] += starts[i];
  g_ptr_array_set_size (rows, (gint) starts[n]);
  for (guint i = 0; i < n; i++)
    if (row_at (search, i)->votes)
      rows->pdata[starts[row_at (search, i)->root]++] = row_at (search, i);

  return rows;
}

static void
add_body (Search    *search,
          GPtrArray *rows,
          guint      from,
          guint      n)
{
  guint root = ((const CharterUnitVote *) rows->pdata[from])->root;
  Class added = {
    .like = *row_at (search, root), .left = 1, .first = search->bodies->len, .n = n
  };

  for (guint i = from; i < from + n; i++)
    {
      guint index = (guint) ((const CharterUnitVote *) rows->pdata[i] - row_at (search, 0));

      g_array_append_val (search->bodies, index);
    }
  g_array_append_val (search->classes, added);
}

static void
add_classes (Search *search)
{
  g_autoptr(GPtrArray) rows = rows_by_root (search), alone = g_ptr_array_new ();

  for (guint i = 0, n; i < rows->len; i += n)
    {
      const CharterUnitVote *row = rows->pdata[i];

      for (n = 1; i + n < rows->len; n++)
        if (((const CharterUnitVote *) rows->pdata[i + n])->root != row->root)
          break;
      if (n == 1 && row->delegate == 0)
        g_ptr_array_add (alone, (gpointer) row);
      else
        add_body (search, rows, i, n);
    }
  add_alike (search, alone);
  if (search->classes->len > CLASSES_MAX)
    search->too_large = TRUE;
}

static const CharterUnitVote *
body_at (Search *search,
         guint   i)
{
  return row_at (search, g_array_index (search->bodies, guint, i));
}

/* What a change of one voter does to a condition, worked out once. */
static void
fill_gains (Search *search)
{
  const guint n_conditions = search->conditions->len, n_classes = search->classes->len;

  search->gains = g_new0 (Wide, (gsize) n_classes * n_conditions * CHARTER_N_VOTES + 1);
  for (guint k = 0; k < n_classes; k++)
    for (guint i = 0; i < n_conditions; i++)
      for (guint to = 0; to < CHARTER_VOTE_SEALED; to++)
        {
          const Class *class = &g_array_index (search->classes, Class, k);
          const Condition *c = &g_array_index (search->conditions, Condition, i);
          Wide *gain = &search->gains[((gsize) k * n_conditions + i) * CHARTER_N_VOTES + to];

          if (class->n == 0)
            *gain = charter_margin_gain_of_row (search, c, &class->like, to);
          for (guint j = class->first; j < class->first + class->n; j++)
            *gain += charter_margin_gain_of_row (search, c, body_at (search, j), to);
        }
}

static GArray *
copy_array (GArray *array)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, g_array_get_element_size (array), array->len);

  return g_array_append_vals (copy, array->data, array->len);
}

void
charter_margin_search_init (Search       *self,
                            CharterTally *tally,
                            GArray       *conditions,
                            const Search *like)
{
  *self = (Search) {
    .tally = tally,
    .conditions = g_array_ref (conditions),
    .classes = like != NULL ? copy_array (like->classes)
                            : g_array_new (FALSE, FALSE, sizeof (Class)),
    .bodies = like != NULL ? g_array_ref (like->bodies)
                           : g_array_new (FALSE, FALSE, sizeof (guint)),
    .n_changes = charter_n_vote_changes (tally),
  };
  sum_up (self);
  if (like == NULL)
    add_classes (self);
  else
    self->too_large = like->too_large;
  if (!self->too_large)
    fill_gains (self);
}

void
charter_margin_search_clear (Search *self)
{
  g_array_unref (self->conditions);
  g_array_unref (self->classes);
  g_array_unref (self->bodies);
  g_free (self->gains);
}
