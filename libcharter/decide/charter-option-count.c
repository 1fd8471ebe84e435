/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <string.h>

/* Counting options: what each has, which are dropped before the method runs, and the method.
 *
 * Dropping follows the Debian constitution (A.5): an option needs so many votes over the default
 * option as the quorum says, and has to pass the tests that it is put to; what is left goes to
 * the method, the default option included.  Where a rule has no default option, the quorum of an
 * option counts the ballots that name it. */

typedef __int128 Wide;

static void
tie_step_clear (gpointer data)
{
  CharterTieRow *step = data;

  g_array_unref (step->tied);
  g_array_unref (step->left);
}

CharterChoosing *
charter_choosing_new (const CharterRuleData *rule,
                      const CharterOptions  *options)
{
  CharterChoosing *self = g_new0 (CharterChoosing, 1);

  charter_option_terms_init (&self->terms, rule);
  self->rows = g_array_new (FALSE, FALSE, sizeof (CharterOptionRow));
  for (guint i = 0; i < options->rows->len; i++)
    {
      const CharterOption *option = charter_options_get (options, i);
      CharterOptionRow row = { .id = option->id, .offered = option->offered, .quorate = TRUE,
                               .layer = CHARTER_NO_LAYER, .score = { 0, 1 },
                               .dropped = option->unseconded ? "not-seconded" : NULL,
                               .seconds = option->seconds, .seconds_needed = option->needed };

      g_array_append_val (self->rows, row);
    }
  self->default_ = options->default_;
  self->has_default = self->default_ >= 0;
  self->winners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tied = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ties = g_array_new (FALSE, FALSE, sizeof (CharterTieRow));
  g_array_set_clear_func (self->ties, tie_step_clear);

  return self;
}

void
charter_choosing_free (CharterChoosing *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->winners);
  g_array_unref (self->tied);
  g_array_unref (self->ties);
  g_free (self->why);
  g_clear_pointer (&self->lot, charter_lot_free);
  g_free (self->weights);
  g_free (self->heads);
  g_clear_pointer (&self->election, charter_election_data_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->count, charter_count_free);
  g_free (self);
}

gboolean
charter_choosing_won (const CharterChoosing *self,
                      guint                  option)
{
  for (guint i = 0; i < self->winners->len; i++)
    if (g_array_index (self->winners, guint, i) == option)
      return TRUE;

  return FALSE;
}

/* Equal papers together */

static void
gather (CharterChoosing *self,
        CharterTally    *tally)
{
  const guint n = tally->papers->papers->len;

  g_free (self->weights);
  g_free (self->heads);
  self->n_papers = n;
  self->weights = g_new0 (gint64, n + 1);
  self->heads = g_new0 (gint64, n + 1);
  for (guint i = 0; i < tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (tally->rows, CharterUnitVote, i);
      guint like;

      if (row->vote != CHARTER_VOTE_FOR || row->paper == 0)
        continue;
      like = charter_ballot_papers_get (tally->papers, row->paper - 1)->like;
      self->heads[like]++;
      if (__builtin_add_overflow (self->weights[like], row->weight, &self->weights[like]))
        tally->overflow = TRUE;
    }
}

gboolean
charter_choosing_differs (const CharterChoosing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_papers; i++)
    n += self->heads[i] > 0;

  return n > 1;
}

/* What each option has */

typedef struct
{
  CharterChoosing *choosing;
  CharterTally    *tally;
  Wide            *standings;   /* by option: the lower, the better, on one paper */
  Wide             unnamed;
  gint64          *over_heads;
} Counting;

static Wide
standing_of (const Counting    *c,
             const CharterMark *mark)
{
  if (c->choosing->terms.form == CHARTER_BALLOT_FORM_SCORES)
    return -(Wide) mark->value * c->choosing->terms.params.blank_score.den;

  return mark->value;
}

static void
add (Counting *c,
     gint64   *sum,
     gint64    weight)
{
  if (__builtin_add_overflow (*sum, weight, sum))
    c->tally->overflow = TRUE;
}

/* Those with no option beside or above them. */
static void
count_first (Counting           *c,
             const CharterPaper *paper,
             gint64              weight)
{
  const CharterMark *marks = charter_ballot_papers_marks (c->tally->papers, paper);
  guint best = 0, n = 1;

  for (guint i = 1; i < paper->n; i++)
    {
      Wide here = standing_of (c, &marks[i]), there = standing_of (c, &marks[best]);

      if (here < there)
        best = i;
      n = here < there ? 1 : n + (here == there);
    }
  if (n == 1)
    add (c, &charter_choosing_row (c->choosing, marks[best].option)->first, weight);
}

static void
count_named (Counting           *c,
             const CharterPaper *paper,
             guint               like)
{
  const CharterMark *marks = charter_ballot_papers_marks (c->tally->papers, paper);

  for (guint i = 0; i < paper->n; i++)
    {
      add (c, &charter_choosing_row (c->choosing, marks[i].option)->for_,
           c->choosing->weights[like]);
      c->over_heads[marks[i].option] += c->choosing->heads[like];
    }
}

static void
name_options (Counting           *c,
              const CharterPaper *paper,
              gint64              weight)
{
  const CharterMark *marks = charter_ballot_papers_marks (c->tally->papers, paper);

  for (guint i = 0; i < paper->n && weight > 0; i++)
    charter_choosing_row (c->choosing, marks[i].option)->named = TRUE;
}

static gboolean
bears_on (const Counting *c,
          Wide            standing)
{
  return !c->choosing->terms.params.ignore_unranked || standing != c->unnamed;
}

/* Over and under the default option. */
static void
count_over (Counting           *c,
            const CharterPaper *paper,
            guint               like)
{
  const CharterMark *marks = charter_ballot_papers_marks (c->tally->papers, paper);
  CharterChoosing *choosing = c->choosing;
  Wide line;

  for (guint i = 0; i < paper->n; i++)
    c->standings[marks[i].option] = standing_of (c, &marks[i]);
  line = c->standings[choosing->default_];
  for (guint i = 0; i < choosing->rows->len && bears_on (c, line); i++)
    {
      if (c->standings[i] < line && bears_on (c, c->standings[i]))
        {
          add (c, &charter_choosing_row (choosing, i)->for_, choosing->weights[like]);
          c->over_heads[i] += choosing->heads[like];
        }
      else if (c->standings[i] > line && bears_on (c, c->standings[i]))
        add (c, &charter_choosing_row (choosing, i)->against, choosing->weights[like]);
    }
  for (guint i = 0; i < paper->n; i++)
    c->standings[marks[i].option] = c->unnamed;
}

static Wide
unnamed_standing (const CharterChoosing *self)
{
  if (self->terms.form == CHARTER_BALLOT_FORM_SCORES)
    return -(Wide) self->terms.params.blank_score.num;

  return self->terms.form == CHARTER_BALLOT_FORM_APPROVES ? 1 : G_MAXINT64;
}

static void
count_options (Counting *c)
{
  CharterChoosing *choosing = c->choosing;
  GArray *papers = c->tally->papers->papers;

  c->unnamed = unnamed_standing (choosing);
  for (guint i = 0; i < choosing->rows->len; i++)
    c->standings[i] = c->unnamed;
  for (guint i = 0; i < papers->len; i++)
    {
      const CharterPaper *paper = charter_ballot_papers_get (c->tally->papers, i);

      if (choosing->heads[i] == 0 || paper->n == 0)
        continue;
      name_options (c, paper, choosing->weights[i]);
      count_first (c, paper, choosing->weights[i]);
      if (choosing->has_default)
        count_over (c, paper, i);
      else
        count_named (c, paper, i);
    }
}

/* Dropping */

static void
drop (CharterOptionRow *row,
      const char       *why)
{
  if (row->dropped == NULL)
    row->dropped = why;
}

static void
check_quorum (Counting *c,
              gint64    needed)
{
  const CharterQuorumRule *rule = &c->tally->item.rule->quorum;
  CharterChoosing *choosing = c->choosing;

  choosing->needed = needed;
  for (guint i = 0; i < choosing->rows->len; i++)
    {
      CharterOptionRow *row = charter_choosing_row (choosing, i);

      row->counted = rule->by_heads ? c->over_heads[i] : row->for_;
      row->quorate = (int) i == choosing->default_
                     || (row->counted >= needed && charter_quorum_allows (rule, row->counted));
      if (!row->quorate)
        drop (row, "quorum");
    }
}

/* A majority is more than half; of a larger share, reaching it is enough. */
static CharterCompare
compare_of (const CharterNode     *test,
            const CharterFraction *share)
{
  const char *compare = charter_node_member_string (test, "compare");
  const CharterFraction half = CHARTER_FRACTION (1, 2);

  if (compare != NULL)
    return strcmp (compare, ">") == 0 ? CHARTER_COMPARE_GREATER : CHARTER_COMPARE_GREATER_OR_EQUAL;

  return charter_fraction_compare (share, &half) > 0 ? CHARTER_COMPARE_GREATER_OR_EQUAL
                                                     : CHARTER_COMPARE_GREATER;
}

static void
test_option (Counting          *c,
             const CharterNode *test,
             guint              option,
             GArray            *out)
{
  CharterOptionRow *row = charter_choosing_row (c->choosing, option);
  CharterFraction share = CHARTER_FRACTION (0, 1), whole = CHARTER_FRACTION (0, 1);
  CharterTestResult result = {
    .id = charter_node_member_string (test, "id"), .option = row->id,
    .left = CHARTER_FRACTION (row->for_, 1), .right = CHARTER_FRACTION (0, 1),
  };
  int order;

  charter_fraction_from_node (charter_node_member (test, "share"), &share);
  result.compare = compare_of (test, &share);
  if (__builtin_add_overflow (row->for_, row->against, &whole.num)
      || !charter_fraction_multiply (&share, &whole, &result.right))
    {
      c->tally->overflow = TRUE;
      return;
    }
  result.base_count = whole.num;
  order = charter_fraction_compare (&result.left, &result.right);
  result.holds = result.compare == CHARTER_COMPARE_GREATER ? order > 0 : order >= 0;
  if (!result.holds)
    drop (row, result.id);
  if (out != NULL)
    g_array_append_val (out, result);
}

static gboolean
is_tested (const CharterNode      *test,
           const CharterOptionRow *row)
{
  const CharterNode *options = charter_node_member (test, "options");

  return row->offered && (options == NULL || charter_node_has_string (options, row->id));
}

static void
test_options (Counting *c,
              GArray   *out)
{
  const CharterNode *tests = charter_node_member (c->tally->item.rule->node, "option-tests");

  if (tests == NULL || !c->choosing->has_default)
    return;
  for (const CharterNode *t = charter_node_first (tests); t != NULL;
       t = charter_node_next (tests, t))
    for (guint i = 0; i < c->choosing->rows->len; i++)
      if ((int) i != c->choosing->default_ && is_tested (t, charter_choosing_row (c->choosing, i)))
        test_option (c, t, i, out);
}

void
charter_choosing_tally (CharterChoosing *self,
                        CharterTally    *tally,
                        gint64           needed,
                        GArray          *tests)
{
  const guint n = self->rows->len;
  Counting counting = { .choosing = self, .tally = tally };

  gather (self, tally);
  counting.standings = g_new0 (Wide, n + 1);
  counting.over_heads = g_new0 (gint64, n + 1);
  count_options (&counting);
  if (self->terms.per_option)
    check_quorum (&counting, needed);
  test_options (&counting, tests);
  g_free (counting.standings);
  g_free (counting.over_heads);
}

/* The method */

gboolean
charter_choosing_breaks_ties (const CharterChoosing *self)
{
  return self->terms.params.method == CHARTER_METHOD_RANKED_PAIRS
         || self->terms.params.method == CHARTER_METHOD_INSTANT_RUNOFF
         || self->terms.params.method == CHARTER_METHOD_STV;
}

gboolean
charter_choosing_may_win (const CharterChoosing *self,
                          guint                  option)
{
  return (int) option == self->default_ || charter_choosing_row (self, option)->named;
}

static void
add_options (CharterChoosing *self,
             const guint8    *out,
             guint           *numbers)
{
  g_clear_pointer (&self->election, charter_election_data_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  self->election = charter_election_data_new (self->terms.form);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CharterOptionRow *row = charter_choosing_row (self, i);

      numbers[i] = G_MAXUINT;
      if (!row->offered || row->dropped != NULL || (out != NULL && out[i]))
        continue;
      numbers[i] = (guint) charter_election_data_add_option (self->election, row->id, -1);
      g_array_append_val (self->numbers, i);
    }
}

/* Ranks close up over options that are not there. */
static void
fill_row (CharterChoosing    *self,
          const CharterTally *tally,
          const CharterPaper *paper,
          const guint        *numbers,
          guint               ballot)
{
  const CharterMark *marks = charter_ballot_papers_marks (tally->papers, paper);
  gint64 before = -1;
  int rank = -1;

  for (guint i = 0; i < paper->n; i++)
    {
      guint option = numbers[marks[i].option];

      if (option == G_MAXUINT)
        continue;
      if (self->terms.form == CHARTER_BALLOT_FORM_SCORES)
        {
          self->election->scores[(gsize) ballot * self->election->score_stride + option] =
            CHARTER_FRACTION (marks[i].value, 1);
          continue;
        }
      if (rank < 0 || marks[i].value != before)
        rank++;
      before = marks[i].value;
      charter_election_data_set_rank (self->election, ballot, option, (guint) rank);
    }
}

static gboolean
bears_on_any (const CharterTally *tally,
              const CharterPaper *paper,
              const guint        *numbers)
{
  const CharterMark *marks = charter_ballot_papers_marks (tally->papers, paper);

  for (guint i = 0; i < paper->n; i++)
    if (numbers[marks[i].option] != G_MAXUINT)
      return TRUE;

  return FALSE;
}

/* Adds what stands on a paper, so many times with a weight each. */
static void
add_ballot (CharterChoosing    *self,
            const CharterTally *tally,
            const guint        *numbers,
            guint               like,
            gint64              count,
            gint64              weight)
{
  const CharterPaper *paper = charter_ballot_papers_get (tally->papers, like);
  guint ballot;

  if (!bears_on_any (tally, paper, numbers))
    return;
  ballot = charter_election_data_append (self->election);
  charter_election_data_set_count (self->election, ballot, count);
  charter_election_data_set_weight (self->election, ballot, weight);
  fill_row (self, tally, paper, numbers, ballot);
}

typedef struct
{
  guint  like;
  gint64 weight;
} Cast;

static int
compare_casts (gconstpointer a,
               gconstpointer b)
{
  const Cast *x = a, *y = b;

  if (x->like != y->like)
    return x->like < y->like ? -1 : 1;

  return x->weight < y->weight ? -1 : x->weight > y->weight;
}

/* Where values of papers are cut, each paper is cut by itself. */
static void
add_each_weight (CharterChoosing    *self,
                 const CharterTally *tally,
                 const guint        *numbers)
{
  g_autoptr(GArray) casts = g_array_sized_new (FALSE, FALSE, sizeof (Cast), tally->rows->len);

  for (guint i = 0; i < tally->rows->len; i++)
    {
      const CharterUnitVote *row = &g_array_index (tally->rows, CharterUnitVote, i);

      if (row->vote == CHARTER_VOTE_FOR && row->paper != 0)
        {
          Cast cast = { charter_ballot_papers_get (tally->papers, row->paper - 1)->like,
                        row->weight };

          g_array_append_val (casts, cast);
        }
    }
  g_array_sort (casts, compare_casts);
  for (guint from = 0, to; from < casts->len; from = to)
    {
      const Cast *cast = &g_array_index (casts, Cast, from);

      for (to = from + 1; to < casts->len
                          && compare_casts (cast, &g_array_index (casts, Cast, to)) == 0; to++);
      add_ballot (self, tally, numbers, cast->like, to - from, cast->weight);
    }
}

static void
add_ballots (CharterChoosing    *self,
             const CharterTally *tally,
             const guint        *numbers)
{
  if (self->terms.params.method == CHARTER_METHOD_STV)
    add_each_weight (self, tally, numbers);
  else
    for (guint i = 0; i < tally->papers->papers->len; i++)
      if (self->heads[i] > 0)
        add_ballot (self, tally, numbers, i, 1, self->weights[i]);
}

CharterCountData *
charter_choosing_run (CharterChoosing    *self,
                      const CharterTally *tally,
                      const guint8       *out,
                      const guint        *order,
                      guint               n_order)
{
  g_autofree guint *numbers = g_new (guint, self->rows->len + 1);
  g_autofree guint *wanted = g_new (guint, n_order + 1);
  CharterCountParams params = self->terms.params;
  g_autoptr(GError) error = NULL;
  CharterCountData *count;
  guint n = 0;

  add_options (self, out, numbers);
  add_ballots (self, tally, numbers);
  for (guint i = 0; i < n_order; i++)
    if (numbers[order[i]] != G_MAXUINT)
      wanted[n++] = numbers[order[i]];
  params.order = n > 0 ? wanted : NULL;
  count = charter_count_run (self->election, &params, NULL, &error);
  if (count == NULL && self->why == NULL)
    self->why = g_strdup (error->message);

  return count;
}
