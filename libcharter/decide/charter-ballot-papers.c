/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-option-private.h"

/* Papers: reading whole ballots on options, at the gate and in the count alike.  A ballot that
 * names no option is blank: it takes part and says nothing. */

CharterBallotPapers *
charter_ballot_papers_new (const CharterScene    *scene,
                           CharterRef             decision,
                           const CharterRuleData *rule,
                           gint64                 at)
{
  CharterBallotPapers *self = g_new0 (CharterBallotPapers, 1);

  charter_option_terms_init (&self->terms, rule);
  charter_options_init (&self->options, scene, decision, rule, at);
  self->marks = g_array_new (FALSE, FALSE, sizeof (CharterMark));
  self->papers = g_array_new (FALSE, FALSE, sizeof (CharterPaper));
  self->stamps = g_new0 (guint32, self->options.rows->len + 1);

  return self;
}

void
charter_ballot_papers_free (CharterBallotPapers *self)
{
  charter_options_clear (&self->options);
  g_array_unref (self->marks);
  g_array_unref (self->papers);
  g_free (self->stamps);
  g_free (self);
}

/* Faults */

static gboolean
fault (CharterPaperFault *self,
       const char        *code,
       const char        *format,
       ...) G_GNUC_PRINTF (3, 4);

static gboolean
fault (CharterPaperFault *self,
       const char        *code,
       const char        *format,
       ...)
{
  va_list args;

  if (self == NULL)
    return FALSE;
  va_start (args, format);
  self->code = code;
  self->message = g_strdup_vprintf (format, args);
  va_end (args);

  return FALSE;
}

/* "a, b and c", or how many there are. */
static char *
offered_in_words (const CharterOptions *options)
{
  const guint listed = 12;
  GString *out = g_string_new (NULL);
  guint n = 0, told = 0;

  for (guint i = 0; i < options->rows->len; i++)
    n += charter_options_get (options, i)->offered;
  if (n > listed)
    {
      g_string_printf (out, "%u options, listed in the proposal", n);
      return g_string_free (out, FALSE);
    }
  for (guint i = 0; i < options->rows->len; i++)
    if (charter_options_get (options, i)->offered)
      {
        told++;
        g_string_append_printf (out, "%s%s", told == 1 ? "" : told == n ? " and " : ", ",
                                charter_options_get (options, i)->id);
      }

  return g_string_free (out, FALSE);
}

static gboolean
find_offered (CharterBallotPapers *self,
              const char          *id,
              CharterPaperFault   *why,
              guint               *option)
{
  int found = charter_options_find (&self->options, id);
  g_autofree char *words = why != NULL ? offered_in_words (&self->options) : NULL;

  if (found < 0)
    return fault (why, "no-such-option", "“%s” is no option of this decision; it has %s", id,
                  words);
  if (charter_options_get (&self->options, found)->unseconded)
    return fault (why, "no-such-option",
                  "The option “%s” is not offered, as too few seconded it; there are %s", id, words);
  if (!charter_options_get (&self->options, found)->offered)
    return fault (why, "no-such-option",
                  "The option “%s” was left out and is not offered; there are %s", id, words);
  *option = (guint) found;

  return TRUE;
}

static gboolean
add_mark (CharterBallotPapers *self,
          const char          *id,
          gint64               value,
          CharterPaperFault   *why)
{
  CharterMark mark = { .value = value };
  guint option = 0;

  if (!find_offered (self, id, why, &option))
    return FALSE;
  if (self->stamps[option] == self->stamp)
    return fault (why, "option-twice", "The option “%s” stands twice on the ballot", id);
  self->stamps[option] = self->stamp;
  mark.option = option;
  g_array_append_val (self->marks, mark);

  return TRUE;
}

/* The path goes one step on where something is wrong, and stays there. */

static void
enter_index (CharterPaperFault *why,
             guint              index)
{
  if (why != NULL)
    g_string_append_printf (why->path, "/%u", index);
}

static void
leave (CharterPaperFault *why,
       gsize              length)
{
  if (why != NULL)
    g_string_truncate (why->path, length);
}

#define path_length(why) ((why) != NULL ? (why)->path->len : 0)

/* Rankings */

static gboolean
refuses_equal_ranks (const CharterBallotPapers *self)
{
  CharterMethod method = self->terms.params.method;

  return (method == CHARTER_METHOD_INSTANT_RUNOFF || method == CHARTER_METHOD_STV)
         && self->terms.params.equal_ranks == CHARTER_EQUAL_RANKS_REFUSED;
}

static gboolean
read_rank (CharterBallotPapers *self,
           const CharterNode   *rank,
           gint64               value,
           CharterPaperFault   *why)
{
  gsize length = path_length (why);
  guint i = 0;

  if (rank->type == CHARTER_NODE_STRING)
    return add_mark (self, rank->string, value, why);
  if (rank->type != CHARTER_NODE_ARRAY || rank->length == 0)
    return fault (why, "empty-rank", "A rank names at least one option: leave it out instead");
  if (rank->length > 1 && refuses_equal_ranks (self))
    return fault (why, "equal-ranks",
                  "The rule moves ballots from option to option, so no two may be ranked alike: "
                  "give them one after the other, or leave some out");
  for (const CharterNode *o = charter_node_first (rank); o != NULL;
       o = charter_node_next (rank, o), i++)
    {
      enter_index (why, i);
      if (o->type != CHARTER_NODE_STRING || !add_mark (self, o->string, value, why))
        return FALSE;
      leave (why, length);
    }

  return TRUE;
}

static gboolean
read_ranking (CharterBallotPapers *self,
              const CharterNode   *member,
              CharterPaperFault   *why)
{
  gsize length = path_length (why);
  guint i = 0;

  for (const CharterNode *rank = charter_node_first (member); rank != NULL;
       rank = charter_node_next (member, rank), i++)
    {
      enter_index (why, i);
      if (!read_rank (self, rank, i, why))
        return FALSE;
      leave (why, length);
    }

  return TRUE;
}

/* Approvals and scores */

static gboolean
read_approvals (CharterBallotPapers *self,
                const CharterNode   *member,
                CharterPaperFault   *why)
{
  gsize length = path_length (why);
  guint i = 0;

  for (const CharterNode *o = charter_node_first (member); o != NULL;
       o = charter_node_next (member, o), i++)
    {
      enter_index (why, i);
      if (o->type != CHARTER_NODE_STRING || !add_mark (self, o->string, 0, why))
        return FALSE;
      leave (why, length);
    }

  return TRUE;
}

static gboolean
check_score (const CharterOptionTerms *terms,
             gint64                    score,
             CharterPaperFault        *why)
{
  if (terms->has_least && score < terms->least)
    return fault (why, "score-out-of-range",
                  "The score %" G_GINT64_FORMAT " is below %" G_GINT64_FORMAT
                  ", the lowest that the rule allows", score, terms->least);
  if (terms->has_most && score > terms->most)
    return fault (why, "score-out-of-range",
                  "The score %" G_GINT64_FORMAT " is above %" G_GINT64_FORMAT
                  ", the highest that the rule allows", score, terms->most);

  return TRUE;
}

static gboolean
read_scores (CharterBallotPapers *self,
             const CharterNode   *member,
             CharterPaperFault   *why)
{
  gsize length = path_length (why);

  for (const CharterNode *o = charter_node_first (member); o != NULL;
       o = charter_node_next (member, o))
    {
      if (why != NULL)
        g_string_append_printf (why->path, "/%s", o->key);
      if (o->type != CHARTER_NODE_INTEGER || !add_mark (self, o->key, o->integer, why)
          || !check_score (&self->terms, o->integer, why))
        return FALSE;
      leave (why, length);
    }

  return TRUE;
}

/* Whole papers */

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const CharterMark *x = a, *y = b;

  if (x->value != y->value)
    return x->value < y->value ? -1 : 1;

  return x->option < y->option ? -1 : x->option > y->option;
}

static int
compare_marks_by_option (gconstpointer a,
                         gconstpointer b)
{
  const CharterMark *x = a, *y = b;

  return x->option < y->option ? -1 : x->option > y->option;
}

static guint
close_paper (CharterBallotPapers *self,
             guint                first)
{
  CharterPaper paper = { first, self->marks->len - first, self->papers->len };

  if (paper.n > 1)
    qsort (&g_array_index (self->marks, CharterMark, first), paper.n, sizeof (CharterMark),
           self->terms.form == CHARTER_BALLOT_FORM_RANKING ? compare_marks
                                                           : compare_marks_by_option);
  g_array_append_val (self->papers, paper);

  return self->papers->len - 1;
}

int
charter_ballot_papers_read (CharterBallotPapers *self,
                            const CharterNode   *member,
                            CharterPaperFault   *why)
{
  guint first = self->marks->len;
  gboolean scores = self->terms.form == CHARTER_BALLOT_FORM_SCORES;
  gboolean readable;

  self->stamp++;
  if (!charter_node_is (member, scores ? CHARTER_NODE_OBJECT : CHARTER_NODE_ARRAY))
    readable = FALSE;
  else if (scores)
    readable = read_scores (self, member, why);
  else if (self->terms.form == CHARTER_BALLOT_FORM_APPROVES)
    readable = read_approvals (self, member, why);
  else
    readable = read_ranking (self, member, why);
  if (readable)
    return (int) close_paper (self, first);
  g_array_set_size (self->marks, first);

  return -1;
}

guint
charter_ballot_papers_add (CharterBallotPapers *self,
                           const CharterMark   *marks,
                           guint                n)
{
  guint first = self->marks->len;

  g_array_append_vals (self->marks, marks, n);

  return close_paper (self, first);
}

/* Equal papers */

static int
compare_papers (const CharterBallotPapers *self,
                guint                      a,
                guint                      b)
{
  const CharterPaper *p = charter_ballot_papers_get (self, a);
  const CharterPaper *q = charter_ballot_papers_get (self, b);
  const CharterMark *x = charter_ballot_papers_marks (self, p);
  const CharterMark *y = charter_ballot_papers_marks (self, q);

  for (guint i = 0; i < p->n && i < q->n; i++)
    {
      int order = compare_marks (&x[i], &y[i]);

      if (order != 0)
        return order;
    }

  return p->n < q->n ? -1 : p->n > q->n;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      self)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  int order = compare_papers (self, x, y);

  return order != 0 ? order : x < y ? -1 : x > y;
}

void
charter_ballot_papers_finish (CharterBallotPapers *self)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->papers->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_positions, self);
  for (guint i = 0; i < order->len; i++)
    {
      guint paper = g_array_index (order, guint, i);
      guint before = i > 0 ? g_array_index (order, guint, i - 1) : paper;

      g_array_index (self->papers, CharterPaper, paper).like =
        compare_papers (self, before, paper) == 0 ? charter_ballot_papers_get (self, before)->like
                                                  : paper;
      if (i == 0)
        g_array_index (self->papers, CharterPaper, paper).like = paper;
    }
}
