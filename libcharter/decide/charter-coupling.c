/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-tally-private.h"

/* What one ballot does to several rows: a unit without a ballot votes through the one that it
 * delegated to, and equal ballots of one affiliation count once (fold: identical). */

#define NONE G_MAXUINT

static CharterUnitVote *
row_at (const CharterTally *self,
        guint               i)
{
  return &g_array_index (self->rows, CharterUnitVote, i);
}

static guint
index_of (const CharterTally    *self,
          const CharterUnitVote *row)
{
  return (guint) (row - (const CharterUnitVote *) self->rows->data);
}

/* Connecting */

/* A chain that leads in a circle still leads somewhere once somebody in it casts; and where the
 * last of a partner's persons has left since casting, its ballot counts. */
static gboolean
may_move (CharterTally                *self,
          const CharterDelegationData *delegation)
{
  const CharterUnitVote *from = charter_tally_row (self, delegation->unit);
  const CharterUnitVote *to = charter_tally_row (self, delegation->delegate);

  if (delegation->ground == NULL || g_str_equal (delegation->ground, "circle"))
    return TRUE;

  return !charter_ground_is_bar (delegation->ground) && from != NULL && from->votes && to != NULL
         && to->ballot != NULL;
}

static void
connect_delegations (CharterTally *self)
{
  GArray *delegations = self->electorate->delegations;

  for (guint i = 0; i < delegations->len; i++)
    {
      const CharterDelegationData *d = &g_array_index (delegations, CharterDelegationData, i);
      CharterUnitVote *from, *to;

      if (!may_move (self, d))
        continue;
      from = charter_tally_row (self, d->unit);
      to = charter_tally_row (self, d->delegate);
      if (from == NULL || to == NULL || !from->votes || !to->votes)
        continue;
      from->delegate = index_of (self, to) + 1;
      self->coupled = TRUE;
    }
}

static void
connect_affiliates (CharterTally *self)
{
  g_autoptr(GArray) units = g_array_new (FALSE, FALSE, sizeof (CharterRef));
  g_autoptr(GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *after = g_new0 (guint, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (units, row_at (self, i)->unit);
  charter_item_affiliates (&self->item, units, firsts);
  for (guint i = self->rows->len; i-- > 0;)
    {
      guint first = g_array_index (firsts, guint, i);
      CharterUnitVote *row = row_at (self, i);

      row->next = after[first];
      after[first] = i + 1;
      if (first != i)
        row->affiliation = row_at (self, first)->affiliation = first + 1;
      self->coupled |= first != i;
    }
}

void
charter_tally_connect (CharterTally *self)
{
  connect_delegations (self);
  if (self->item.rule->fold == CHARTER_FOLD_IDENTICAL)
    connect_affiliates (self);
}

/* Whose ballot it is */

typedef enum { UNSEEN, WALKING, KNOWN } Walk;

/* The row at which a vote that is not cast there goes on; NONE where it stays. */
static guint
onward (const CharterTally *self,
        guint               i)
{
  const CharterUnitVote *row = row_at (self, i);

  return row->own == CHARTER_VOTE_SILENT && row->delegate != 0 ? row->delegate - 1 : NONE;
}

/* The first row in a circle, so that it does not matter where one entered it. */
static guint
first_in_circle (const CharterTally *self,
                 guint               at)
{
  guint first = at;

  for (guint i = onward (self, at); i != at; i = onward (self, i))
    first = MIN (first, i);

  return first;
}

/* Walks from @from to where its vote is cast, or would be, and notes it in all rows on the
 * way. */
static void
find_root (CharterTally *self,
           guint8       *walks,
           guint         from)
{
  guint at = from, last = from, root;
  gboolean circles = FALSE;

  for (; at != NONE && walks[at] == UNSEEN; at = onward (self, at))
    {
      walks[at] = WALKING;
      last = at;
    }
  if (at == NONE)
    root = last;
  else if (walks[at] == KNOWN)
    {
      root = row_at (self, at)->root;
      circles = row_at (self, at)->circles;
    }
  else
    {
      root = first_in_circle (self, at);
      circles = TRUE;
    }
  for (at = from; at != NONE && walks[at] == WALKING; at = onward (self, at))
    {
      walks[at] = KNOWN;
      row_at (self, at)->root = root;
      row_at (self, at)->circles = circles;
    }
}

static void
settle_delegations (CharterTally *self)
{
  g_autofree guint8 *walks = g_new0 (guint8, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    if (walks[i] == UNSEEN)
      find_root (self, walks, i);
  for (guint i = 0; i < self->rows->len; i++)
    {
      row_at (self, i)->vote = row_at (self, row_at (self, i)->root)->own;
      row_at (self, i)->through = row_at (self, i)->root != i;
      row_at (self, i)->paper = row_at (self, row_at (self, i)->root)->own_paper;
    }
}

/* Equal ballots */

static gboolean
can_be_equal (CharterVote vote)
{
  return vote >= CHARTER_VOTE_FOR && vote <= CHARTER_VOTE_STAND_ASIDE;
}

static guint32
seq_of_ballot (const CharterTally    *self,
               const CharterUnitVote *row)
{
  const CharterFact *ballot = row_at (self, row->root)->ballot;

  return ballot != NULL ? ballot->seq : G_MAXUINT32;
}

/* Which of two equal votes is the earlier one?  A ballot of one's own goes before one through
 * somebody else. */
static gboolean
goes_before (const CharterTally *self,
             guint               a,
             guint               b)
{
  const CharterUnitVote *x = row_at (self, a), *y = row_at (self, b);
  gboolean x_cast = x->root == a, y_cast = y->root == b;

  if (x_cast != y_cast)
    return x_cast;
  if (seq_of_ballot (self, x) != seq_of_ballot (self, y))
    return seq_of_ballot (self, x) < seq_of_ballot (self, y);

  return a < b;
}

static void
fold_affiliation (CharterTally *self,
                  guint         first)
{
  guint earliest[CHARTER_N_VOTES];

  for (guint v = 0; v < CHARTER_N_VOTES; v++)
    earliest[v] = NONE;
  for (guint i = first + 1; i != 0; i = row_at (self, i - 1)->next)
    {
      CharterVote vote = row_at (self, i - 1)->vote;

      if (earliest[vote] == NONE || goes_before (self, i - 1, earliest[vote]))
        earliest[vote] = i - 1;
    }
  for (guint i = first + 1; i != 0; i = row_at (self, i - 1)->next)
    {
      CharterUnitVote *row = row_at (self, i - 1);

      if (can_be_equal (row->vote) && earliest[row->vote] != i - 1)
        row->vote = CHARTER_VOTE_FOLDED;
    }
}

/* The same of ballots on options, which are equal where all that stands on them is. */
static void
fold_papers (CharterTally *self,
             guint         first)
{
  g_autoptr(GHashTable) earliest = g_hash_table_new (NULL, NULL);   /* like + 1 → row + 1 */

  for (guint i = first + 1; i != 0; i = row_at (self, i - 1)->next)
    {
      guint paper = row_at (self, i - 1)->paper;
      gpointer like, before;

      if (paper == 0)
        continue;
      like = GUINT_TO_POINTER (charter_ballot_papers_get (self->papers, paper - 1)->like + 1);
      before = g_hash_table_lookup (earliest, like);
      if (before == NULL || goes_before (self, i - 1, GPOINTER_TO_UINT (before) - 1))
        g_hash_table_insert (earliest, like, GUINT_TO_POINTER (i));
    }
  for (guint i = first + 1; i != 0; i = row_at (self, i - 1)->next)
    {
      CharterUnitVote *row = row_at (self, i - 1);
      gpointer like = row->paper != 0 ? GUINT_TO_POINTER (
                        charter_ballot_papers_get (self->papers, row->paper - 1)->like + 1) : NULL;

      if (like != NULL && g_hash_table_lookup (earliest, like) != GUINT_TO_POINTER (i))
        row->vote = CHARTER_VOTE_FOLDED;
    }
}

void
charter_tally_settle (CharterTally *self)
{
  if (!self->coupled)
    {
      for (guint i = 0; i < self->rows->len; i++)
        {
          row_at (self, i)->vote = row_at (self, i)->own;
          row_at (self, i)->paper = row_at (self, i)->own_paper;
          row_at (self, i)->root = i;
          row_at (self, i)->through = FALSE;
        }
      return;
    }
  settle_delegations (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->affiliation == i + 1 && self->papers != NULL)
      fold_papers (self, i);
    else if (row_at (self, i)->affiliation == i + 1)
      fold_affiliation (self, i);
}

/* What came of it */

/* The one whose equal ballot counts. */
static const CharterUnitVote *
counted_instead (const CharterTally    *self,
                 const CharterUnitVote *row)
{
  CharterVote vote = row_at (self, row->root)->own;

  for (guint i = row->affiliation; i != 0; i = row_at (self, i - 1)->next)
    if (row_at (self, i - 1)->vote == vote
        && charter_tally_same_paper (self, row_at (self, i - 1)->paper, row->paper))
      return row_at (self, i - 1);

  return row;
}

void
charter_tally_note_folded (CharterTally *self)
{
  for (guint i = 0; self->coupled && i < self->rows->len; i++)
    {
      const CharterUnitVote *row = row_at (self, i), *instead;
      CharterBarredBallot folded = {
        .who = row->unit,
        .unit = row->unit,
        .ballot = row_at (self, row->root)->ballot,
        .ground = "same-affiliation",
        .from = CHARTER_FROM_UNITS,
      };

      if (row->vote != CHARTER_VOTE_FOLDED)
        continue;
      instead = counted_instead (self, row);
      folded.party = instead->unit;
      folded.because = row_at (self, instead->root)->ballot;
      g_array_append_val (self->barred, folded);
    }
}

void
charter_tally_delegations (CharterTally *self,
                           GArray       *out)
{
  GArray *delegations = self->electorate->delegations;

  for (guint i = 0; i < delegations->len; i++)
    {
      CharterDelegationData d = g_array_index (delegations, CharterDelegationData, i);
      const CharterUnitVote *row = may_move (self, &d) ? charter_tally_row (self, d.unit)
                                                        : NULL;

      if (row != NULL && row->own != CHARTER_VOTE_SILENT)
        {
          d.ground = "own-ballot";
          d.because = row->ballot;
          d.final = 0;
        }
      else if (row != NULL)
        {
          d.ground = row->circles ? "circle" : NULL;
          d.final = row->circles ? 0 : row_at (self, row->root)->unit;
        }
      g_array_append_val (out, d);
    }
}

gboolean
charter_tally_any_through (const CharterTally *self)
{
  for (guint i = 0; self->coupled && i < self->rows->len; i++)
    {
      guint root = row_at (self, i)->root;

      if (root != i && row_at (self, root)->own != CHARTER_VOTE_SILENT)
        return TRUE;
    }

  return FALSE;
}

gboolean
charter_tally_any_paired (const CharterTally *self)
{
  for (guint i = 0; self->coupled && i < self->rows->len; i++)
    {
      const CharterUnitVote *row = row_at (self, i);

      if (row->affiliation == 0 || row->own == CHARTER_VOTE_SILENT)
        continue;
      for (guint k = row->next; k != 0; k = row_at (self, k - 1)->next)
        if (row_at (self, k - 1)->own != CHARTER_VOTE_SILENT)
          return TRUE;
    }

  return FALSE;
}
