/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-option-margin-private.h"

#include <string.h>

/* The margin of a choice among options: the fewest voters who, by casting otherwise, would have
 * changed who is chosen.  charter-option-bounds.c says how many it takes at least; here changes
 * are made and counted, so that the number from above always has a change that shows it. */

#define WORK_MAX 20000000         /* steps of all counts together */
#define COUNTS_MIN 4
#define STV_WORK 8
#define COUNTS_MAX 400
#define CHALLENGERS_MAX 24
#define ORDERS_MAX 24          /* of ties on the way, in one count */

typedef CharterOptionMargin Margin;

/* Who is chosen.  Steps of the chain that ballots settle are taken, and so are casting votes that
 * were given; a lot is as open as one that was not. */
typedef struct
{
  gboolean quorate, passes, known;
  gboolean drawn;               /* by a lot, which other ballots would draw anew */
  GArray  *winners, *tied;      /* guint, rising */
} Outcome;

typedef struct
{
  Margin      *margin;
  Outcome      stands;
  CharterVote *own;             /* the rows' own ballots, as cast */
  guint       *papers;
  guint        blank;           /* position + 1 of a paper on which nothing stands */
  guint        budget;          /* counts left */
  gint64       most;            /* -1 */
  char        *change;
  char        *then;            /* what comes of the last change that turned it */
} Search;

static CharterUnitVote *
row_at (const Margin *self,
        guint         row)
{
  return &g_array_index (self->tally->rows, CharterUnitVote, row);
}

gboolean
charter_choosing_names (const CharterTally    *tally,
                        const CharterUnitVote *row,
                        guint                  option)
{
  const CharterPaper *paper;

  if (row->vote != CHARTER_VOTE_FOR || row->paper == 0)
    return FALSE;
  paper = charter_ballot_papers_get (tally->papers, row->paper - 1);
  for (guint i = 0; i < paper->n; i++)
    if (charter_ballot_papers_marks (tally->papers, paper)[i].option == option)
      return TRUE;

  return FALSE;
}

/* Counting again */

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static GArray *
sorted (GArray *list)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (copy, list->data, list->len);
  g_array_sort (copy, compare_numbers);

  return copy;
}

static gboolean
any_quorate (const CharterChoosing *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if ((int) i != self->default_ && charter_choosing_row (self, i)->offered
        && charter_choosing_row (self, i)->quorate)
      return TRUE;

  return FALSE;
}

static gboolean
requirements_hold (const CharterQuorumResult *quorum)
{
  for (guint i = 0; i < quorum->requires_->len; i++)
    if (!g_array_index (quorum->requires_, CharterRequirementResult, i).holds)
      return FALSE;

  return TRUE;
}

static void
choose (const Margin    *self,
        CharterChoosing *choosing)
{
  CharterTieChain chain;

  choosing->terms.params.orders_max = MIN (choosing->terms.params.orders_max, ORDERS_MAX);
  charter_tie_chain_init (&chain, self->decided, self->tally, choosing);
  chain.undrawn = TRUE;
  charter_choosing_work_out (choosing, self->tally, &chain);
  charter_tie_chain_clear (&chain);
}

static void
count (const Margin *self,
       Outcome      *out)
{
  CharterTally *tally = self->tally;
  g_autoptr(CharterChoosing) choosing = charter_choosing_new (tally->item.rule,
                                                              &tally->papers->options);
  g_autoptr(GArray) tests = g_array_new (FALSE, FALSE, sizeof (CharterTestResult));
  CharterQuorumResult quorum;

  charter_tally_quorum (tally, &quorum);
  out->passes = charter_tally_tests (tally, tests);
  charter_choosing_tally (choosing, tally, quorum.needed, NULL);
  out->quorate = choosing->terms.per_option
                   ? any_quorate (choosing) && requirements_hold (&quorum)
                   : quorum.holds;
  charter_quorum_result_clear (&quorum);
  if (out->quorate && out->passes)
    choose (self, choosing);
  out->known = choosing->why == NULL && !tally->overflow;
  tally->overflow = FALSE;
  out->winners = sorted (choosing->winners);
  out->tied = sorted (choosing->tied);
}

static void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->winners, g_array_unref);
  g_clear_pointer (&self->tied, g_array_unref);
}

static gboolean
same_list (GArray *a,
           GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

static gboolean
has (GArray *list,
     guint   option)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, guint, i) == option)
      return TRUE;

  return FALSE;
}

/* Is another chosen, or one of those who stand not, however a lot may fall? */
static gboolean
differs_for_certain (const Outcome *a,
                     const Outcome *stands)
{
  for (guint i = 0; i < a->winners->len; i++)
    if (!has (stands->winners, g_array_index (a->winners, guint, i)))
      return TRUE;
  for (guint i = 0; i < stands->winners->len; i++)
    {
      guint option = g_array_index (stands->winners, guint, i);

      if (!has (a->winners, option) && !has (a->tied, option))
        return TRUE;
    }

  return FALSE;
}

static gboolean
differs (const Outcome *a,
         const Outcome *b)
{
  if (!a->known || !b->known)
    return FALSE;

  if (a->quorate != b->quorate)
    return TRUE;
  if (!a->quorate || (!a->passes && !b->passes))
    return FALSE;
  if (b->drawn && a->passes)
    return differs_for_certain (a, b);

  return a->passes != b->passes || !same_list (a->winners, b->winners)
         || !same_list (a->tied, b->tied);
}

/* Words */

/* "x", "x and y", "x, y and z" */
static void
append_names (GString      *out,
              const Margin *self,
              GArray       *options)
{
  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : i + 1 < options->len ? ", " : " and ",
                            charter_choosing_row (self->choosing,
                                                  g_array_index (options, guint, i))->id);
}

static char *
describe_outcome (const Margin  *self,
                  const Outcome *outcome)
{
  GString *out;

  if (!outcome->quorate)
    return g_strdup ("then there is no quorum");
  if (!outcome->passes)
    return g_strdup ("then it is not carried");
  if (outcome->winners->len == 0 && outcome->tied->len == 0)
    return g_strdup ("then none is chosen");
  out = g_string_new ("then ");
  append_names (out, self, outcome->winners);
  if (outcome->winners->len > 0)
    g_string_append (out, outcome->winners->len == 1 ? " is chosen" : " are chosen");
  if (outcome->winners->len > 0 && outcome->tied->len > 0)
    g_string_append (out, ", and ");
  append_names (out, self, outcome->tied);
  if (outcome->tied->len > 0)
    g_string_append (out, " are level");

  return g_string_free (out, FALSE);
}

/* Changes */

static void
restore (Search *search)
{
  for (guint i = 0; i < search->margin->tally->rows->len; i++)
    {
      row_at (search->margin, i)->own = search->own[i];
      row_at (search->margin, i)->own_paper = search->papers[i];
    }
  charter_tally_settle (search->margin->tally);
}

static void
change (Search                  *search,
        const CharterOptionGain *gain,
        guint                    paper)
{
  CharterUnitVote *row = row_at (search->margin, gain->row);

  row->own = gain->to;
  row->own_paper = gain->to == CHARTER_VOTE_FOR       ? paper
                   : gain->to == CHARTER_VOTE_ABSTAIN ? search->blank
                                                      : 0;
}

/* Do the first @n of @gains (the largest first), where they go to options casting @paper (position
 * + 1), change it? */
static gboolean
turns (Search *search,
       GArray *gains,
       gint64  n,
       guint   paper)
{
  Outcome outcome = { 0 };
  gboolean turned;

  if (search->budget == 0)
    return FALSE;
  search->budget--;
  for (guint i = 0; i < gains->len && i < n; i++)
    change (search, &g_array_index (gains, CharterOptionGain, i), paper);
  charter_tally_settle (search->margin->tally);
  count (search->margin, &outcome);
  turned = differs (&outcome, &search->stands);
  if (turned)
    {
      g_free (search->then);
      search->then = describe_outcome (search->margin, &outcome);
    }
  outcome_clear (&outcome);
  restore (search);

  return turned;
}

static void
describe_some (GString    *out,
               GArray     *gains,
               gint64      n,
               CharterVote to,
               const char *what,
               const char *option)
{
  guint some = 0;

  for (guint i = 0; i < n && i < gains->len; i++)
    some += g_array_index (gains, CharterOptionGain, i).to == to;
  if (some == 0)
    return;
  g_string_append_printf (out, "%s%u %s casting %s", out->len > 0 ? ", " : "", some,
                          some == 1 ? "voter" : "voters", what);
  if (to == CHARTER_VOTE_FOR)
    g_string_append_printf (out, " %s alone", option);
}

static char *
describe (const Search *search,
          GArray       *gains,
          gint64        n,
          const char   *option)
{
  GString *out;

  if (search->margin->tally->item.rule->secret)
    return g_strdup ("which ballots, is not told of a secret vote");
  out = g_string_new (NULL);
  describe_some (out, gains, n, CHARTER_VOTE_FOR, "for", option);
  describe_some (out, gains, n, CHARTER_VOTE_ABSTAIN, "a blank ballot", NULL);
  describe_some (out, gains, n, CHARTER_VOTE_SILENT, "nothing", NULL);
  g_string_append_printf (out, ": %s", search->then);

  return g_string_free (out, FALSE);
}

static void
take (Search     *search,
      GArray     *gains,
      gint64      n,
      const char *option)
{
  search->most = n;
  g_free (search->change);
  search->change = describe (search, gains, n, option);
}

/* Looks for a number below the smallest so far, from the number that is proven to be needed. */
static void
narrow (Search     *search,
        GArray     *gains,
        guint       paper,
        const char *option)
{
  gint64 limit = search->most < 0 ? gains->len : MIN (search->most - 1, (gint64) gains->len);
  gint64 below = search->margin->least - 1, n = MAX (search->margin->least, 1), step = 1;

  while (n <= limit && !turns (search, gains, n, paper))
    {
      below = n;
      if (n == limit || search->budget == 0)
        return;
      n = MIN (n + step, limit);
      step *= 2;
    }
  if (n > limit)
    return;
  take (search, gains, n, option);
  while (n - below > 1 && search->budget > 0)
    {
      gint64 middle = below + (n - below) / 2;

      if (turns (search, gains, middle, paper))
        take (search, gains, n = middle, option);
      else
        below = middle;
    }
}

/* Ballots for one option alone */

/* As much as it takes, where nothing limits a score. */
static gint64
high_score (const Margin *self,
            guint         b)
{
  const CharterOptionTerms *terms = &self->choosing->terms;
  const gint64 most = G_GINT64_CONSTANT (9007199254740991);
  CharterWide sum = 1;

  if (terms->has_most)
    return terms->most;
  for (guint i = 0; i < self->choosing->rows->len; i++)
    if (charter_choosing_row (self->choosing, i)->has_score)
      sum += ABS ((CharterWide) charter_choosing_row (self->choosing, i)->score.num);

  return (gint64) MIN (2 * sum, most);
}

static guint
add_paper (Search *search,
           guint   a,
           guint   b)
{
  const Margin *self = search->margin;
  const CharterOptionTerms *terms = &self->choosing->terms;
  CharterMark marks[2] = { { b, 0 }, { a, 0 } };
  guint n = 1;

  if (terms->form == CHARTER_BALLOT_FORM_SCORES)
    {
      marks[0].value = high_score (self, b);
      marks[1].value = terms->has_least ? terms->least : MIN (-marks[0].value, 0);
      n = a != b ? 2 : 1;
    }

  return charter_ballot_papers_add (self->tally->papers, marks, n) + 1;
}

static guint
first_offered (const CharterChoosing *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (charter_choosing_row (self, i)->offered)
      return i;

  return 0;
}

static void
try_option (Search *search,
            guint   a,
            guint   b)
{
  g_autoptr(GArray) gains = charter_option_gains (search->margin, a, b);
  guint paper = add_paper (search, a, b);

  charter_ballot_papers_finish (search->margin->tally->papers);
  charter_option_fewest (gains, 0);
  narrow (search, gains, paper, charter_choosing_row (search->margin->choosing, b)->id);
}

/* Against each condition of quorum and tests, or for one that does not hold. */
static void
try_conditions (Search *search)
{
  const Margin *self = search->margin;
  g_autoptr(GArray) conditions = charter_option_conditions (self);
  guint option = self->choosing->winners->len > 0
                   ? g_array_index (self->choosing->winners, guint, 0)
                   : first_offered (self->choosing);
  guint paper = add_paper (search, option, option);

  charter_ballot_papers_finish (self->tally->papers);
  for (guint i = 0; i < conditions->len && search->most != self->least; i++)
    {
      const CharterOptionCondition *c = &g_array_index (conditions, CharterOptionCondition, i);
      g_autoptr(GArray) gains = charter_option_gains_of_condition (self, c,
                                                                   c->value < 1 ? 1 : -1);

      charter_option_fewest (gains, 0);
      narrow (search, gains, paper, charter_choosing_row (self->choosing, option)->id);
    }
}

/* The option whose lead is nearest to @a's comes first. */
static GArray *
challengers (const Margin *self,
             guint         a)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (CharterOptionGain));

  for (guint b = 0; b < self->choosing->rows->len; b++)
    {
      CharterOptionGain row = { b, 0 };

      if (b == a || !charter_choosing_row (self->choosing, b)->offered
          || charter_choosing_won (self->choosing, b))
        continue;
      for (guint i = 0; i < self->tally->rows->len; i++)
        row.gain -= row_at (self, i)->weight * charter_option_lead (self, i, a, b);
      g_array_append_val (out, row);
    }
  charter_option_fewest (out, 0);
  if (out->len > CHALLENGERS_MAX)
    g_array_set_size (out, CHALLENGERS_MAX);

  return out;
}

static void
try_against (Search *search,
             guint   a)
{
  g_autoptr(GArray) others = challengers (search->margin, a);

  for (guint i = 0; i < others->len && search->most != search->margin->least; i++)
    try_option (search, a, g_array_index (others, CharterOptionGain, i).row);
}

/* Of those who were level where a step of the chain settled it, each against another. */
static void
try_level (Search *search)
{
  const CharterChoosing *choosing = search->margin->choosing;

  for (guint t = choosing->ties->len; t-- > 0;)
    {
      GArray *tied = g_array_index (choosing->ties, CharterTieRow, t).tied;

      for (guint i = 0; tied->len > 1 && i < tied->len && i < CHALLENGERS_MAX; i++)
        if (search->most != search->margin->least
            && !charter_choosing_won (choosing, g_array_index (tied, guint, i)))
          try_option (search, g_array_index (tied, guint, i == 0 ? 1 : 0),
                      g_array_index (tied, guint, i));
    }
}

/* One count: rows by options, and the paths of methods that go by pairs.  Votes that move from
 * option to option with their values take several times as long. */
static guint64
work_of (const Margin *self)
{
  const guint64 n = self->choosing->rows->len;
  guint64 work = (self->tally->rows->len + 1) * (n + 1);

  if (self->choosing->terms.params.method == CHARTER_METHOD_STV)
    work *= STV_WORK;

  return self->choosing->terms.form == CHARTER_BALLOT_FORM_RANKING
             && self->choosing->terms.params.method != CHARTER_METHOD_BORDA
           ? work + n * n * n / 4
           : work;
}

static void
search_init (Search *search,
             Margin *margin)
{
  const CharterChoosing *choosing = margin->choosing;
  const guint n = margin->tally->rows->len;

  *search = (Search) { .margin = margin, .most = -1 };
  search->budget = (guint) CLAMP (WORK_MAX / work_of (margin), COUNTS_MIN, COUNTS_MAX);
  search->own = g_new (CharterVote, n + 1);
  search->papers = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      search->own[i] = row_at (margin, i)->own;
      search->papers[i] = row_at (margin, i)->own_paper;
    }
  search->blank = charter_ballot_papers_add (margin->tally->papers, NULL, 0) + 1;
  charter_ballot_papers_finish (margin->tally->papers);
  search->stands = (Outcome) {
    .quorate = margin->decided->result != CHARTER_RESULT_NO_QUORUM, .passes = TRUE, .known = TRUE,
    .winners = sorted (choosing->winners), .tied = sorted (choosing->tied),
  };
  for (guint i = 0; i < choosing->ties->len; i++)
    search->stands.drawn |= strcmp (g_array_index (choosing->ties, CharterTieRow, i).step,
                                    "lot") == 0;
}

static void
search_clear (Search *search)
{
  outcome_clear (&search->stands);
  g_free (search->own);
  g_free (search->papers);
  g_free (search->change);
  g_free (search->then);
}

static void
find_change (Search *search)
{
  GArray *winners = search->margin->choosing->winners;

  if (search->margin->choosing->rows->len == 0)
    return;
  for (guint i = winners->len; i-- > 0 && search->most != search->margin->least;)
    try_against (search, g_array_index (winners, guint, i));
  try_level (search);
  if (search->most != search->margin->least)
    try_conditions (search);
  if (winners->len == 0)
    for (guint b = 0; b < search->margin->choosing->rows->len && b < CHALLENGERS_MAX; b++)
      if (charter_choosing_row (search->margin->choosing, b)->offered
          && search->most != search->margin->least)
        try_option (search, b, b);
}

/* From below */

static gint64
least_for_quorum (const Margin *self)
{
  const CharterQuorumRule *rule = &self->tally->item.rule->quorum;
  g_autoptr(GArray) gains = g_array_new (FALSE, FALSE, sizeof (CharterOptionGain));
  gint64 least;

  for (guint i = 0; i < self->voters->len; i++)
    {
      guint row = g_array_index (self->voters, guint, i);
      const CharterUnitVote *vote = row_at (self, row);
      CharterOptionGain gain = { row, rule->by_heads ? 1 : vote->weight };

      if (self->choosing->terms.per_option
          || !charter_row_in (self->tally, vote, vote->vote, CHARTER_SUM_QUORUM))
        g_array_append_val (gains, gain);
    }
  least = charter_option_fewest (gains, (CharterWide) self->decided->quorum.needed
                                          - self->decided->quorum.counted);

  return MAX (least, 1);
}

static gint64
least_of (Margin *self)
{
  g_autofree char *because = NULL;
  gint64 method, rule;

  /* A seat that is free takes one voter who names anybody, and a tie one who breaks it. */
  if (self->tally->coupled || self->choosing->vacancies > 0 || self->choosing->ties->len > 0)
    return 1;
  if (self->decided->result == CHARTER_RESULT_NO_QUORUM)
    {
      self->because = g_strdup ("fewer cannot bring what the quorum lacks");
      return least_for_quorum (self);
    }
  method = charter_option_least_of_method (self, &because);
  rule = charter_option_least_of_rule (self);
  self->because = g_strconcat (method >= 0 ? because : "", method >= 0 && rule >= 0 ? ", and " : "",
                               rule >= 0 ? "fewer undo neither the quorum nor a test" : "", NULL);

  return MAX (method < 0 ? rule : rule < 0 ? method : MIN (method, rule), 1);
}

/* Why fewer cannot do; of one voter there is nothing to prove, and nothing to say where more may
 * be needed. */
static char *
because_of (const Margin *self,
            gint64        most)
{
  if (self->least > 1)
    return g_strdup (self->because);

  return most == 1 ? g_strdup ("no change takes fewer than one voter") : NULL;
}

/* A result that is still left to somebody has no margin. */
static gboolean
has_margin (const CharterDecided *self,
            const CharterTally   *tally)
{
  const CharterChoosing *choosing = self->choosing;

  if (charter_decided_margin_tells (self, tally))
    return FALSE;

  if (choosing->tied->len > 0 || choosing->why != NULL)
    return FALSE;

  return self->result == CHARTER_RESULT_CARRIED || self->result == CHARTER_RESULT_NO_QUORUM
         || (self->result == CHARTER_RESULT_NOT_CARRIED
             && (choosing->winners->len > 0 || choosing->ties->len > 0));
}

void
charter_choosing_margin (CharterDecided *self,
                         CharterTally   *tally)
{
  Margin margin = { .decided = self, .tally = tally, .choosing = self->choosing };
  guint n_papers = tally->papers->papers->len, n_marks = tally->papers->marks->len;
  Search search;

  if (!has_margin (self, tally))
    return;
  margin.voters = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < tally->rows->len; i++)
    if (row_at (&margin, i)->votes)
      g_array_append_val (margin.voters, i);
  charter_option_margin_prepare (&margin);
  margin.least = least_of (&margin);
  search_init (&search, &margin);
  find_change (&search);
  if (search.most > 0)
    {
      self->has_margin = TRUE;
      self->margin_least = margin.least;
      self->margin_most = search.most;
      self->margin_change = g_steal_pointer (&search.change);
      self->margin_because = because_of (&margin, search.most);
    }
  search_clear (&search);
  g_array_set_size (tally->papers->papers, n_papers);
  g_array_set_size (tally->papers->marks, n_marks);
  g_array_unref (margin.voters);
  g_free (margin.because);
  g_free (margin.values);
  g_free (margin.places);
}
