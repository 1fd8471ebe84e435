/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-work-private.h"

/* Each ballot as the list of its options, best first, without those that were dropped.  What
 * becomes of equal ranks is the rule's to say: refused, passed over, the end of the paper, or
 * kept together to be split. */

typedef struct
{
  CharterCountWork *work;
  CharterPapers    *papers;
  guint            *at_rank;    /* how many options left have it */
  guint16          *by_rank;    /* one of them */
  gsize             allocated;
} CharterPaperWriter;

static gboolean
refuse (CharterPaperWriter *self,
        guint               ballot,
        guint               rank,
        GError            **error)
{
  CharterElectionData *election = self->work->election;
  guint found[2] = { 0, 0 }, n = 0;

  for (guint i = 0; i < self->work->n_alive && n < 2; i++)
    if (charter_election_data_get_rank (election, ballot, self->work->alive[i]) == rank)
      found[n++] = self->work->alive[i];
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
               "/ballots/%u: “%s” and “%s” share a rank, which this method refuses unless "
               "“equal_ranks” says what becomes of them: “skip”, “exhaust” or “split”",
               ballot, charter_election_data_option (election, found[0]),
               charter_election_data_option (election, found[1]));
  return FALSE;
}

static void
put (CharterPaperWriter *self,
     gsize              *at,
     guint               option,
     gboolean            last)
{
  if (*at == self->allocated)
    {
      self->allocated += self->allocated / 2 + 1024;
      self->papers->options = g_renew (guint16, self->papers->options, self->allocated);
    }
  self->papers->options[(*at)++] = (guint16) (option | (last ? CHARTER_PAPER_LAST : 0));
}

/* All options of one rank. */
static void
put_together (CharterPaperWriter *self,
              gsize              *at,
              guint               ballot,
              guint               rank)
{
  CharterCountWork *work = self->work;
  guint left = self->at_rank[rank];

  for (guint i = 0; i < work->n_alive && left > 0; i++)
    if (charter_election_data_get_rank (work->election, ballot, work->alive[i]) == rank)
      put (self, at, work->alive[i], --left == 0);
}

static void
find_ranks (CharterPaperWriter *self,
            guint               ballot)
{
  CharterCountWork *work = self->work;

  for (guint r = 0; r < work->n; r++)
    self->at_rank[r] = 0;
  for (guint i = 0; i < work->n_alive; i++)
    {
      guint rank = charter_election_data_get_rank (work->election, ballot, work->alive[i]);

      if (rank < work->n)
        {
          self->at_rank[rank]++;
          self->by_rank[rank] = (guint16) work->alive[i];
        }
    }
}

static gboolean
write_ballot (CharterPaperWriter *self,
              guint               ballot,
              gsize              *at,
              GError            **error)
{
  CharterEqualRanks equal = self->work->params->equal_ranks;

  find_ranks (self, ballot);
  for (guint r = 0; r < self->work->n; r++)
    {
      if (self->at_rank[r] == 1)
        put (self, at, self->by_rank[r], TRUE);
      else if (self->at_rank[r] > 1 && equal == CHARTER_EQUAL_RANKS_REFUSED)
        return refuse (self, ballot, r, error);
      else if (self->at_rank[r] > 1 && equal == CHARTER_EQUAL_RANKS_EXHAUST)
        return TRUE;
      else if (self->at_rank[r] > 1 && equal == CHARTER_EQUAL_RANKS_SPLIT)
        put_together (self, at, ballot, r);
    }
  return TRUE;
}

static gboolean
write_all (CharterPaperWriter *self,
           GError            **error)
{
  CharterElectionData *election = self->work->election;
  CharterPapers *papers = self->papers;
  gsize at = 0;

  for (guint b = 0; b < election->n_ballots; b++)
    {
      gint64 weight = election->weights != NULL ? election->weights[b] : 1;
      gsize before = at;

      if (!write_ballot (self, b, &at, error))
        return FALSE;
      if (weight == 0)
        at = before;
      if (at == before)
        continue;
      papers->first[papers->n_rows] = before;
      papers->counts[papers->n_rows] = election->counts != NULL ? election->counts[b] : 1;
      papers->weights[papers->n_rows] = weight;
      papers->n_rows++;
    }
  papers->first[papers->n_rows] = at;
  return TRUE;
}

CharterPapers *
charter_papers_new (CharterCountWork *work,
                    GError          **error)
{
  CharterPaperWriter self = { work, g_new0 (CharterPapers, 1) };
  gboolean written;

  self.at_rank = g_new (guint, MAX (1, work->n));
  self.by_rank = g_new (guint16, MAX (1, work->n));
  self.papers->first = g_new (gsize, (gsize) work->election->n_ballots + 1);
  self.papers->counts = g_new (gint64, MAX (1, work->election->n_ballots));
  self.papers->weights = g_new (gint64, MAX (1, work->election->n_ballots));
  written = write_all (&self, error);
  g_free (self.at_rank);
  g_free (self.by_rank);
  if (!written)
    g_clear_pointer (&self.papers, charter_papers_free);
  return self.papers;
}

void
charter_papers_free (CharterPapers *self)
{
  g_free (self->first);
  g_free (self->options);
  g_free (self->counts);
  g_free (self->weights);
  g_free (self);
}
