/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-option-margin-private.h"

#include <stdlib.h>

/* How many voters at least it takes to change who wins.
 *
 * Approval, score and Borda add up: against each lead of a winner over another option every voter
 * does what it can on its own, so the fewest are those who can do most, and the number is exact.
 *
 * Methods that elect a Condorcet winner keep it while nobody draws level with it.  Schulze's
 * winner without that is safe while the strongest paths from it, with every link weakened by what
 * so many voters can do, are stronger than those to it, with every link strengthened.  Instant
 * runoff is the same while no gap between an option that is taken out and another can close.
 * Elsewhere nothing is claimed: one voter might do. */

typedef CharterWide Wide;
typedef CharterOptionMargin Margin;

#define UNBOUNDED ((Wide) 1 << 100)
#define PATHS_MAX 64      /* options, for bounds that cost their cube */
#define VALUES_MAX 8000000

static int
compare_gains (gconstpointer a,
               gconstpointer b)
{
  const CharterOptionGain *x = a, *y = b;

  if (x->gain != y->gain)
    return x->gain > y->gain ? -1 : 1;
  if (x->says != y->says)
    return x->says < y->says ? -1 : 1;

  return x->row < y->row ? -1 : x->row > y->row;
}

gint64
charter_option_fewest (GArray *gains,
                       Wide    amount)
{
  gint64 n = 0;

  g_array_sort (gains, compare_gains);
  for (guint i = 0; i < gains->len && amount > 0; i++)
    {
      Wide gain = g_array_index (gains, CharterOptionGain, i).gain;

      if (gain <= 0)
        return -1;
      amount -= gain;
      n++;
    }

  return amount > 0 ? -1 : n;
}

static const CharterUnitVote *
row_at (const Margin *self,
        guint         row)
{
  return &g_array_index (self->tally->rows, CharterUnitVote, row);
}

/* Leads */

static gboolean
is_linear (const CharterChoosing *self)
{
  CharterMethod method = self->terms.params.method;

  return method == CHARTER_METHOD_APPROVAL || method == CHARTER_METHOD_SCORE
         || (method == CHARTER_METHOD_BORDA && !self->terms.params.ignore_unranked);
}

static gboolean
is_kept (const CharterChoosing *self,
         guint                  option)
{
  const CharterOptionRow *row = charter_choosing_row (self, option);

  return row->offered && row->dropped == NULL;
}

static guint
n_kept (const CharterChoosing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += is_kept (self, i);

  return n;
}

/* Of a ranking: how many stand above, and how many beside it; doubled points. */
static Wide
borda_points (const Margin      *self,
              const CharterMark *marks,
              guint              n_marks,
              guint              option)
{
  gint64 above = 0, beside = 0, n = n_kept (self->choosing), value = G_MAXINT64;

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].option == option)
      value = marks[i].value;
  for (guint i = 0; i < n_marks; i++)
    if (is_kept (self->choosing, marks[i].option))
      {
        above += marks[i].value < value;
        beside += marks[i].value == value;
      }
  if (value == G_MAXINT64)
    beside = n - above;

  return 2 * (n - 1 - above) - (beside - 1);
}

static gboolean
says_anything (const Margin      *self,
               const CharterMark *marks,
               guint              n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    if (is_kept (self->choosing, marks[i].option))
      return TRUE;

  return FALSE;
}

static Wide
points (const Margin      *self,
        const CharterMark *marks,
        guint              n_marks,
        guint              option)
{
  CharterMethod method = self->choosing->terms.params.method;

  if (!says_anything (self, marks, n_marks))
    return 0;
  if (method == CHARTER_METHOD_BORDA)
    return borda_points (self, marks, n_marks, option);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].option == option)
      return method == CHARTER_METHOD_SCORE ? marks[i].value : 1;

  return method == CHARTER_METHOD_SCORE ? self->choosing->terms.params.blank_score.num : 0;
}

static gint64
rank_of (const CharterMark *marks,
         guint              n_marks,
         guint              option)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].option == option)
      return marks[i].value;

  return G_MAXINT64;
}

/* Points, or (the lower, the better) a rank. */
static Wide
value_of (const Margin *self,
          guint         paper,
          guint         option)
{
  const CharterPaper *p = charter_ballot_papers_get (self->tally->papers, paper);
  const CharterMark *marks = charter_ballot_papers_marks (self->tally->papers, p);

  if (is_linear (self->choosing))
    return points (self, marks, p->n, option);

  return rank_of (marks, p->n, option);
}

static void
fill_borda (Margin             *self,
            const CharterMark  *marks,
            const CharterPaper *paper,
            gint64             *out)
{
  const guint n = self->choosing->rows->len;
  gint64 kept = n_kept (self->choosing), above = 0, beside;

  for (guint i = 0, next; i < paper->n; i = next)
    {
      beside = 0;
      for (next = i; next < paper->n && marks[next].value == marks[i].value; next++)
        beside += is_kept (self->choosing, marks[next].option);
      for (guint k = i; k < next; k++)
        out[marks[k].option] = 2 * (kept - 1 - above) - (beside - 1);
      above += beside;
    }
  beside = kept - above;
  for (guint option = 0; option < n; option++)
    if (out[option] == G_MAXINT64)
      out[option] = above > 0 ? 2 * (kept - 1 - above) - (beside - 1) : 0;
}

/* What an option gets that is not named. */
static gint64
unnamed_value (const Margin       *self,
               const CharterMark  *marks,
               const CharterPaper *paper)
{
  const CharterCountParams *params = &self->choosing->terms.params;

  if (params->method == CHARTER_METHOD_APPROVAL)
    return 0;
  if (params->method == CHARTER_METHOD_SCORE)
    return says_anything (self, marks, paper->n) ? params->blank_score.num : 0;

  return G_MAXINT64;
}

static void
fill_values (Margin *self,
             guint   paper,
             gint64 *out)
{
  const CharterPaper *p = charter_ballot_papers_get (self->tally->papers, paper);
  const CharterMark *marks = charter_ballot_papers_marks (self->tally->papers, p);
  CharterMethod method = self->choosing->terms.params.method;
  gint64 unnamed = unnamed_value (self, marks, p);

  for (guint option = 0; option < self->choosing->rows->len; option++)
    out[option] = unnamed;
  if (method == CHARTER_METHOD_BORDA && is_linear (self->choosing))
    {
      fill_borda (self, marks, p, out);
      return;
    }
  for (guint i = 0; i < p->n; i++)
    out[marks[i].option] = method == CHARTER_METHOD_APPROVAL ? 1 : marks[i].value;
}

static int
compare_papers (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const CharterBallotPapers *papers = data;
  const CharterPaper *x = charter_ballot_papers_get (papers, *(const guint *) a);
  const CharterPaper *y = charter_ballot_papers_get (papers, *(const guint *) b);
  const CharterMark *s = charter_ballot_papers_marks (papers, x);
  const CharterMark *t = charter_ballot_papers_marks (papers, y);

  for (guint i = 0; i < x->n && i < y->n; i++)
    {
      if (s[i].value != t[i].value)
        return s[i].value < t[i].value ? -1 : 1;
      if (s[i].option != t[i].option)
        return s[i].option < t[i].option ? -1 : 1;
    }

  return x->n < y->n ? -1 : x->n > y->n;
}

static void
order_papers (Margin *self)
{
  const CharterBallotPapers *papers = self->tally->papers;
  g_autofree guint *order = g_new (guint, self->n_papers + 1);

  for (guint i = 0; i < self->n_papers; i++)
    order[i] = i;
  if (self->n_papers > 1)
    g_qsort_with_data (order, (int) self->n_papers, sizeof *order, compare_papers,
                       (gpointer) papers);
  self->places = g_new0 (guint, self->n_papers + 1);
  for (guint i = 1; i < self->n_papers; i++)
    self->places[order[i]] = self->places[order[i - 1]]
                             + (compare_papers (&order[i - 1], &order[i], (gpointer) papers) != 0);
}

guint
charter_option_says (const Margin *self,
                     guint         row)
{
  const CharterUnitVote *vote = row_at (self, row);

  return vote->paper != 0 && vote->paper <= self->n_papers
           ? (guint) CHARTER_N_VOTES + self->places[vote->paper - 1]
           : (guint) vote->vote;
}

void
charter_option_margin_prepare (Margin *self)
{
  const guint n = self->choosing->rows->len;

  self->n_papers = self->tally->papers->papers->len;
  order_papers (self);
  if ((guint64) n * self->n_papers > VALUES_MAX)
    return;
  self->values = g_new (gint64, (gsize) n * self->n_papers + 1);
  for (guint paper = 0; paper < self->n_papers; paper++)
    fill_values (self, paper, self->values + (gsize) paper * n);
}

Wide
charter_option_lead (const Margin *self,
                     guint         row,
                     guint         a,
                     guint         b)
{
  const CharterUnitVote *vote = row_at (self, row);
  const gint64 *values = self->values;
  Wide x, y;

  if (vote->vote != CHARTER_VOTE_FOR || vote->paper == 0)
    return 0;
  if (values != NULL && vote->paper <= self->n_papers)
    {
      values += (gsize) (vote->paper - 1) * self->choosing->rows->len;
      x = values[a];
      y = values[b];
    }
  else
    {
      x = value_of (self, vote->paper - 1, a);
      y = value_of (self, vote->paper - 1, b);
    }
  if (is_linear (self->choosing))
    return x - y;

  return x < y ? 1 : x > y ? -1 : 0;
}

Wide
charter_option_worst (const Margin *self,
                      guint         a,
                      guint         b)
{
  const CharterOptionTerms *terms = &self->choosing->terms;
  gint64 blank = terms->params.blank_score.num;

  if (terms->params.method == CHARTER_METHOD_BORDA && is_linear (self->choosing))
    return -2 * ((Wide) n_kept (self->choosing) - 1);
  if (terms->params.method != CHARTER_METHOD_SCORE)
    return -1;
  if (!terms->has_least || !terms->has_most)
    return -UNBOUNDED;

  return (Wide) MIN (terms->least, blank) - MAX (terms->most, blank);
}

GArray *
charter_option_gains (const Margin *self,
                      guint         a,
                      guint         b)
{
  GArray *gains = g_array_new (FALSE, FALSE, sizeof (CharterOptionGain));
  Wide worst = charter_option_worst (self, a, b);

  for (guint i = 0; i < self->voters->len; i++)
    {
      guint row = g_array_index (self->voters, guint, i);
      CharterOptionGain gain = { row, charter_option_lead (self, row, a, b) - worst,
                                 CHARTER_VOTE_FOR, charter_option_says (self, row) };

      gain.gain *= row_at (self, row)->weight;
      g_array_append_val (gains, gain);
    }

  return gains;
}

static Wide
total_lead (const Margin *self,
            guint         a,
            guint         b)
{
  Wide sum = 0;

  for (guint i = 0; i < self->tally->rows->len; i++)
    sum += row_at (self, i)->weight * charter_option_lead (self, i, a, b);

  return sum;
}

static gint64
smaller (gint64 a,
         gint64 b)
{
  return a < 0 ? b : b < 0 ? a : MIN (a, b);
}

static const char *
id_of (const Margin *self,
       guint         option)
{
  return charter_choosing_row (self->choosing, option)->id;
}

/* Numbers of a secret vote stay out of it. */
static gboolean
is_secret (const Margin *self)
{
  return self->tally->item.rule->secret;
}

/* "12"; Borda's leads are doubled: "2 1/2". */
static char *
lead_in_words (const Margin *self,
               Wide          lead)
{
  gboolean doubled = self->choosing->terms.params.method == CHARTER_METHOD_BORDA;

  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", (gint64) (doubled ? lead / 2 : lead),
                          doubled && lead % 2 != 0 ? " 1/2" : "");
}

/* Why no option draws level with @a by fewer voters, where @b takes the fewest. */
static char *
because_of_lead (const Margin *self,
                 guint         a,
                 guint         b)
{
  g_autofree char *lead = NULL;

  if (is_secret (self))
    return g_strdup ("fewer cannot take away the lead over any other option");
  lead = lead_in_words (self, total_lead (self, a, b));

  return g_strdup_printf (is_linear (self->choosing)
                            ? "fewer cannot bring any other option level: the one they could bring "
                              "nearest, %s, is %s behind %s"
                            : "fewer cannot bring any other option level, one to one: the one they "
                              "could bring nearest, %s, is %s behind %s",
                          id_of (self, b), lead, id_of (self, a));
}

/* To draw level changes who wins. */
static gint64
least_of_leads (const Margin *self,
                char        **because)
{
  GArray *winners = self->choosing->winners;
  gint64 least = -1;

  for (guint w = 0; w < winners->len; w++)
    for (guint b = 0; b < self->choosing->rows->len; b++)
      {
        guint a = g_array_index (winners, guint, w);
        g_autoptr(GArray) gains = NULL;
        gint64 n;

        if (!is_kept (self->choosing, b) || charter_choosing_won (self->choosing, b))
          continue;
        gains = charter_option_gains (self, a, b);
        n = charter_option_fewest (gains, total_lead (self, a, b));
        if (n < 0 || (least >= 0 && n >= least))
          continue;
        least = n;
        g_free (*because);
        *because = because_of_lead (self, a, b);
      }

  return least;
}

/* Pairwise */

static gboolean
is_condorcet_winner (const Margin *self,
                     guint         a)
{
  for (guint b = 0; b < self->choosing->rows->len; b++)
    if (b != a && is_kept (self->choosing, b) && total_lead (self, a, b) <= 0)
      return FALSE;

  return TRUE;
}

/* Voters with what they weigh, the heaviest first. */
static GArray *
voters_by_weight (const Margin *self)
{
  GArray *gains = g_array_new (FALSE, FALSE, sizeof (CharterOptionGain));

  for (guint i = 0; i < self->voters->len; i++)
    {
      guint row = g_array_index (self->voters, guint, i);
      CharterOptionGain gain = { row, row_at (self, row)->weight };

      g_array_append_val (gains, gain);
    }
  g_array_sort (gains, compare_gains);

  return gains;
}

/* What the heaviest @n voters weigh. */
static Wide
heaviest (GArray *voters,
          gint64  n)
{
  Wide sum = 0;

  for (guint i = 0; i < voters->len && i < n; i++)
    sum += g_array_index (voters, CharterOptionGain, i).gain;

  return sum;
}

/* The strength of a link when everybody in @weight does for it, or against it, what they can;
 * 0: there is none. */
static Wide
link_strength (const CharterCountData *count,
               CharterStrength         strength,
               guint                   i,
               guint                   j,
               Wide                    weight)
{
  const guint n = count->n_options;
  Wide over = count->pairwise[i * n + j], under = count->pairwise[j * n + i];
  Wide margin = over - under + 2 * weight, support = over + weight;

  if (margin <= 0)
    return 0;

  return strength == CHARTER_STRENGTH_MARGINS ? margin : support;
}

static Wide *
strongest_paths (const CharterChoosing *self,
                 Wide                   weight)
{
  const CharterCountData *count = self->count;
  const guint n = count->n_options;
  Wide *p = g_new0 (Wide, (gsize) n * n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j)
        p[i * n + j] = link_strength (count, self->terms.params.strength, i, j, weight);
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        if (i != j && i != k && j != k)
          p[i * n + j] = MAX (p[i * n + j], MIN (p[i * n + k], p[k * n + j]));

  return p;
}

/* Is the winner (by its number in the count) beyond what so many can do? */
static gboolean
is_safe (const Margin *self,
         guint         a,
         gint64        n_voters)
{
  const guint n = self->choosing->count->n_options;
  g_autoptr(GArray) voters = voters_by_weight (self);
  Wide weight = heaviest (voters, n_voters);
  g_autofree Wide *weak = strongest_paths (self->choosing, -weight);
  g_autofree Wide *strong = strongest_paths (self->choosing, weight);

  for (guint b = 0; b < n; b++)
    if (b != a && weak[a * n + b] <= strong[b * n + a])
      return FALSE;

  return TRUE;
}

static gint64
least_of_paths (const Margin *self,
                guint         option)
{
  const CharterChoosing *choosing = self->choosing;
  gint64 safe = 0, unsafe = (gint64) self->voters->len + 1;
  guint a = 0;

  if (choosing->count == NULL || choosing->count->pairwise == NULL
      || choosing->count->n_options > PATHS_MAX)
    return 1;
  while (a < choosing->numbers->len && g_array_index (choosing->numbers, guint, a) != option)
    a++;
  while (a < choosing->numbers->len && unsafe - safe > 1)
    {
      gint64 middle = safe + (unsafe - safe) / 2;

      if (is_safe (self, a, middle))
        safe = middle;
      else
        unsafe = middle;
    }

  return safe + 1;
}

static gint64
least_of_pairs (const Margin *self,
                char        **because)
{
  const CharterChoosing *choosing = self->choosing;
  CharterMethod method = choosing->terms.params.method;
  guint a = g_array_index (choosing->winners, guint, 0);

  if (choosing->winners->len != 1 || choosing->terms.seats != 1
      || choosing->terms.params.ignore_unranked)
    return 1;
  if (method == CHARTER_METHOD_MINIMAX
      && choosing->terms.params.strength == CHARTER_STRENGTH_SUPPORT_ONLY)
    return 1;
  if (is_condorcet_winner (self, a))
    return least_of_leads (self, because);
  if (method != CHARTER_METHOD_SCHULZE)
    return 1;
  *because = g_strdup_printf ("the paths from %s stay stronger than those to it, whatever fewer do "
                              "for or against each pair", id_of (self, a));

  return least_of_paths (self, a);
}

/* Instant runoff */

typedef struct
{
  const Margin *margin;
  gint64       *tops;
  guint8       *out;
} Runoff;

static void
count_tops (Runoff *self)
{
  const CharterChoosing *choosing = self->margin->choosing;
  const CharterBallotPapers *papers = self->margin->tally->papers;

  for (guint i = 0; i < choosing->rows->len; i++)
    self->tops[i] = 0;
  for (guint p = 0; p < choosing->n_papers; p++)
    {
      const CharterPaper *paper = charter_ballot_papers_get (papers, p);
      const CharterMark *marks = charter_ballot_papers_marks (papers, paper);

      for (guint i = 0; choosing->heads[p] > 0 && i < paper->n; i++)
        if (!self->out[marks[i].option])
          {
            self->tops[marks[i].option] += choosing->weights[p];
            break;
          }
    }
}

/* The one with the fewest, and how far the next one is ahead of it. */
static guint
lowest (const Runoff *self,
        Wide         *gap)
{
  const guint n = self->margin->choosing->rows->len;
  guint last = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    if (!self->out[i] && (last == G_MAXUINT || self->tops[i] < self->tops[last]))
      last = i;
  *gap = UNBOUNDED;
  for (guint i = 0; i < n; i++)
    if (!self->out[i] && i != last)
      *gap = MIN (*gap, (Wide) self->tops[i] - self->tops[last]);

  return last;
}

static Wide
smallest_gap (const Margin *self)
{
  const guint n = self->choosing->rows->len;
  g_autofree gint64 *tops = g_new0 (gint64, n + 1);
  g_autofree guint8 *out = g_new0 (guint8, n + 1);
  Runoff runoff = { self, tops, out };
  Wide smallest = UNBOUNDED, gap;

  for (guint i = 0; i < n; i++)
    out[i] = !is_kept (self->choosing, i);
  for (guint left = n_kept (self->choosing); left > 1; left--)
    {
      count_tops (&runoff);
      out[lowest (&runoff, &gap)] = TRUE;
      smallest = MIN (smallest, gap);
    }

  return smallest;
}

/* Each of the voters closes a gap by twice what it weighs. */
static gint64
least_of_runoff (const Margin *self,
                 char        **because)
{
  g_autoptr(GArray) voters = NULL;
  Wide gap;

  if (self->choosing->terms.params.equal_ranks != CHARTER_EQUAL_RANKS_REFUSED
      || n_kept (self->choosing) > PATHS_MAX)
    return 1;
  voters = voters_by_weight (self);
  gap = smallest_gap (self);
  *because = is_secret (self)
               ? g_strdup ("fewer cannot close the gap between the option that goes out of a round "
                           "and any other")
               : g_strdup_printf ("in every round the option that goes out is %" G_GINT64_FORMAT
                                  " or more behind every other, and fewer cannot close that gap",
                                  (gint64) MIN (gap, G_MAXINT64));
  for (guint i = 0; i < voters->len; i++)
    {
      gap -= 2 * g_array_index (voters, CharterOptionGain, i).gain;
      if (gap <= 0)
        return i + 1;
    }

  return MAX (voters->len, 1);
}

gint64
charter_option_least_of_method (const Margin *self,
                                char        **because)
{
  CharterMethod method = self->choosing->terms.params.method;

  if (n_kept (self->choosing) < 2)
    return -1;
  if (is_linear (self->choosing))
    return least_of_leads (self, because);
  if (method == CHARTER_METHOD_INSTANT_RUNOFF)
    return least_of_runoff (self, because);

  return method == CHARTER_METHOD_STV ? 1 : least_of_pairs (self, because);
}

/* Quorum and tests: a condition falls when its sum does, and every voter takes from it what it
 * can. */

static gint64
least_of_conditions (const Margin *self)
{
  g_autoptr(GArray) conditions = charter_option_conditions (self);
  gint64 least = -1;

  for (guint i = 0; i < conditions->len; i++)
    {
      const CharterOptionCondition *c = &g_array_index (conditions, CharterOptionCondition, i);
      g_autoptr(GArray) gains = charter_option_gains_of_condition (self, c, -1);

      least = smaller (least, c->loose ? 1 : charter_option_fewest (gains, c->value));
    }

  return least;
}

/* What is dropped, and what is not */

/* How far each voter moves an option over (1) or under (-1) the default: over counts @gain_over,
 * under @gain_under. */
static gint64
fewest_moving (const Margin *self,
               guint         option,
               Wide          over,
               Wide          under,
               int           sign,
               Wide          amount,
               gboolean      by_heads)
{
  g_autoptr(GArray) gains = g_array_new (FALSE, FALSE, sizeof (CharterOptionGain));
  const Wide values[] = { under, 0, over };

  for (guint i = 0; i < self->voters->len; i++)
    {
      guint row = g_array_index (self->voters, guint, i);
      const CharterUnitVote *vote = row_at (self, row);
      Wide now = 0, best = 0;
      CharterOptionGain gain = { row, 0 };

      if (self->choosing->has_default)
        now = values[1 + (int) CLAMP (charter_option_lead (self, row, option,
                                                           (guint) self->choosing->default_),
                                      -1, 1)];
      else
        now = charter_choosing_names (self->tally, vote, option) ? over : 0;
      for (guint v = 0; v < G_N_ELEMENTS (values); v++)
        best = MAX (best, sign * (values[v] - now));
      gain.gain = best * (by_heads ? 1 : vote->weight);
      g_array_append_val (gains, gain);
    }

  return charter_option_fewest (gains, amount);
}

static gint64
least_of_quorum (const Margin *self,
                 guint         option,
                 gboolean      stands)
{
  const CharterOptionRow *row = charter_choosing_row (self->choosing, option);
  gboolean heads = self->tally->item.rule->quorum.by_heads;
  Wide spare = (Wide) row->counted - self->choosing->needed;

  if (!self->choosing->terms.per_option)
    return stands ? -1 : 0;
  if (self->tally->item.rule->quorum.has_at_most)
    return 1;
  if (stands)
    return fewest_moving (self, option, 1, 0, -1, spare + 1, heads);

  return row->quorate ? 0 : fewest_moving (self, option, 1, 0, 1, -spare, heads);
}

/* left − share × base, in whole numbers. */
static gint64
least_of_test (const Margin            *self,
               const CharterTestResult *test,
               guint                    option)
{
  CharterFraction base = CHARTER_FRACTION (MAX (test->base_count, 1), 1), share;
  Wide over, under, value;

  if (test->base_count == 0 || !charter_fraction_divide (&test->right, &base, &share))
    return 1;
  over = (Wide) share.den - share.num;
  under = -(Wide) share.num;
  value = over * charter_choosing_row (self->choosing, option)->for_
          + under * charter_choosing_row (self->choosing, option)->against;
  if (test->compare == CHARTER_COMPARE_GREATER)
    value--;

  return test->holds ? fewest_moving (self, option, over, under, -1, value + 1, FALSE)
                     : fewest_moving (self, option, over, under, 1, -value, FALSE);
}

/* An option that stands falls by the first condition that breaks; one that is dropped comes back
 * when all are mended, which takes at least what the hardest one takes. */
static gint64
least_for_option (const Margin *self,
                  guint         option)
{
  const CharterOptionRow *row = charter_choosing_row (self->choosing, option);
  gboolean stands = row->dropped == NULL;
  gint64 least = least_of_quorum (self, option, stands);
  gboolean hopeless = !stands && least < 0;

  for (guint i = 0; i < self->decided->tests->len; i++)
    {
      const CharterTestResult *test = &g_array_index (self->decided->tests, CharterTestResult, i);
      gint64 n;

      if (test->option == NULL || g_strcmp0 (test->option, row->id) != 0
          || test->holds != stands)
        continue;
      n = least_of_test (self, test, option);
      hopeless |= !stands && n < 0;
      least = stands ? smaller (least, n) : MAX (least, n);
    }

  return hopeless ? -1 : least;
}

gint64
charter_option_least_of_rule (const Margin *self)
{
  const CharterChoosing *choosing = self->choosing;
  const CharterNode *tests = charter_node_member (self->tally->item.rule->node, "option-tests");
  gint64 least = least_of_conditions (self);

  /* Pairs with an option that a ballot does not name are counted otherwise then. */
  if (choosing->terms.params.ignore_unranked && choosing->has_default)
    return 1;
  for (guint i = 0; (tests != NULL || choosing->terms.per_option) && i < choosing->rows->len; i++)
    {
      const CharterOptionRow *row = charter_choosing_row (choosing, i);
      gboolean bears = !is_linear (choosing) || row->dropped != NULL
                       || choosing->terms.params.method == CHARTER_METHOD_BORDA
                       || charter_choosing_won (choosing, i);

      if (row->offered && (int) i != choosing->default_ && bears)
        least = smaller (least, least_for_option (self, i));
    }

  return least;
}
