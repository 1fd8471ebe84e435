/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-margin-private.h"

/* What a margin is searched in.  Every condition of a threshold rule is a whole-number sum over
 * voters; voters who are alike make one class, and a voter through whose ballot others vote is
 * one with them. */

#define SCALE_MAX (G_GINT64_CONSTANT (1) << 40)   /* of a share's numerator and denominator */
#define CLASSES_MAX 512

typedef CharterMarginCondition Condition;
typedef CharterMarginClass Class;
typedef CharterMarginSearch Search;

/* Conditions */

static Wide
share_of_row (const Search          *search,
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

Wide
charter_margin_gain_of_row (const Search          *search,
                            const Condition       *c,
                            const CharterUnitVote *row,
                            CharterVote            to)
{
  return share_of_row (search, c, row, to) - share_of_row (search, c, row, row->vote);
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

  charter_tally_quorum (search->tally, &quorum);
  if (quorum.given)
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
  const CharterTestRule *extra;
  guint n_extra;

  add_quorum (search);
  for (guint i = 0; i < rule->n_tests; i++)
    add_test (search, &rule->tests[i]);
  extra = charter_tally_extra_tests (search->tally, &n_extra);
  for (guint i = 0; i < n_extra; i++)
    add_test (search, &extra[i]);
  add_number (search,
              (Condition) { .of = CHARTER_SUM_FOR, .group = -1, .sort = -1, .by_heads = TRUE },
              &CHARTER_FRACTION (1, 1), FALSE);
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

void
charter_margin_search_init (Search       *self,
                            CharterTally *tally)
{
  *self = (Search) {
    .tally = tally,
    .conditions = g_array_new (FALSE, FALSE, sizeof (Condition)),
    .classes = g_array_new (FALSE, FALSE, sizeof (Class)),
    .bodies = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  add_conditions (self);
  add_classes (self);
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
