/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-count-stv-private.h"

#include <string.h>

/* How papers pass from one option to another in a count by single transferable vote. */

/* Values of more digits than these mean that nobody will ever check the count. */
#define BITS_MAX     65536u
#define HOLDINGS_MAX (16u * 1024 * 1024)

static void
parcel_free (gpointer data)
{
  CharterParcel *self = data;

  mpq_clear (self->value);
  g_array_unref (self->holdings);
  g_free (self);
}

static void
votes_at_clear (gpointer data)
{
  mpq_clear (((CharterVotesAt *) data)->votes);
}

void
charter_transfer_init (CharterTransfer  *self,
                       CharterCountWork *work,
                       CharterPapers    *papers,
                       GArray           *ties)
{
  memset (self, 0, sizeof *self);
  self->work = work;
  self->papers = papers;
  self->ties = ties;
  self->candidates = g_new0 (CharterCandidate, MAX (1, work->n));
  self->reached = g_array_new (FALSE, FALSE, sizeof (guint));
  mpq_init (self->quota);
  mpq_init (self->scale);
  if (work->params->places >= 0)
    mpz_ui_pow_ui (mpq_numref (self->scale), 10, (gulong) work->params->places);
  for (guint i = 0; i < work->n; i++)
    {
      CharterCandidate *candidate = &self->candidates[i];

      candidate->state = CHARTER_CANDIDATE_DONE;
      candidate->changed = TRUE;
      mpq_init (candidate->votes);
      candidate->parcels = g_ptr_array_new_with_free_func (parcel_free);
      candidate->history = g_array_new (FALSE, FALSE, sizeof (CharterVotesAt));
      g_array_set_clear_func (candidate->history, votes_at_clear);
    }
  for (guint i = 0; i < work->n_alive; i++)
    self->candidates[work->alive[i]].state = CHARTER_CANDIDATE_CONTINUING;
  self->n_continuing = work->n_alive;
}

void
charter_transfer_clear (CharterTransfer *self)
{
  for (guint i = 0; i < self->work->n; i++)
    {
      mpq_clear (self->candidates[i].votes);
      g_ptr_array_unref (self->candidates[i].parcels);
      g_array_unref (self->candidates[i].history);
    }
  g_free (self->candidates);
  g_array_unref (self->reached);
  mpq_clear (self->quota);
  mpq_clear (self->scale);
}

/* Cuts what is past the places kept. */
static void
cut (CharterTransfer *self,
     mpq_ptr          value)
{
  if (self->work->params->places < 0)
    return;
  mpq_mul (value, value, self->scale);
  mpz_fdiv_q (mpq_numref (value), mpq_numref (value), mpq_denref (value));
  mpz_set_ui (mpq_denref (value), 1);
  mpq_div (value, value, self->scale);
}

/* The options of the next rank that has any who continue: how many, and where it starts. */
static guint
find_rank (CharterTransfer *self,
           CharterHolding  *holding,
           gsize           *end)
{
  const guint16 *options = self->papers->options;
  gsize last = self->papers->first[holding->paper + 1];

  while (holding->at < last)
    {
      gsize i = holding->at;
      guint n = 0;

      do
        n += self->candidates[options[i] & CHARTER_PAPER_OPTION].state ==
             CHARTER_CANDIDATE_CONTINUING ? 1 : 0;
      while (!(options[i++] & CHARTER_PAPER_LAST));
      *end = i;
      if (n > 0)
        return n;
      holding->at = i;
    }
  return 0;
}

/* Where papers of one parcel go: one new parcel for each option and number of sharers. */
static CharterParcel *
destination (CharterTransfer *self,
             guint            option,
             guint            shared_by,
             mpq_srcptr       value)
{
  CharterCandidate *candidate = &self->candidates[option];
  CharterParcel *parcel = candidate->newest;

  if (parcel != NULL && candidate->shared_by == shared_by)
    return parcel;
  if (parcel == NULL)
    {
      candidate->n_before = candidate->parcels->len;
      g_array_append_val (self->reached, option);
    }

  parcel = g_new0 (CharterParcel, 1);
  mpq_init (parcel->value);
  mpq_set_ui (parcel->value, 1, shared_by);
  mpq_mul (parcel->value, parcel->value, value);
  cut (self, parcel->value);
  parcel->holdings = g_array_new (FALSE, FALSE, sizeof (CharterHolding));
  g_ptr_array_add (candidate->parcels, parcel);
  candidate->newest = parcel;
  candidate->shared_by = shared_by;

  return parcel;
}

static void
hand_over (CharterTransfer *self,
           CharterHolding   holding,
           mpq_srcptr       value)
{
  const guint16 *options = self->papers->options;
  gsize end = 0;
  guint n = find_rank (self, &holding, &end);

  for (gsize i = holding.at; n > 0 && i < end; i++)
    {
      guint option = options[i] & CHARTER_PAPER_OPTION;

      if (self->candidates[option].state == CHARTER_CANDIDATE_CONTINUING)
        {
          CharterParcel *parcel = destination (self, option, n, value);

          g_array_append_val (parcel->holdings, holding);
          parcel->n_papers += self->papers->counts[holding.paper];
          self->n_holdings++;
        }
    }
}

/* gint64 is wider than long on some machines. */
void
charter_mpz_set (mpz_ptr out,
                 gint64  value)
{
  mpz_set_ui (out, (gulong) (value >> 32));
  mpz_mul_2exp (out, out, 32);
  mpz_add_ui (out, out, (gulong) (value & 0xffffffff));
}

/* Credits what came of the parcel. */
static void
credit (CharterCandidate *candidate)
{
  mpq_t sum;

  mpq_init (sum);
  for (guint i = candidate->n_before; i < candidate->parcels->len; i++)
    {
      CharterParcel *parcel = g_ptr_array_index (candidate->parcels, i);

      charter_mpz_set (mpq_numref (sum), parcel->n_papers);
      mpz_set_ui (mpq_denref (sum), 1);
      mpq_mul (sum, sum, parcel->value);
      mpq_add (candidate->votes, candidate->votes, sum);
    }
  mpq_clear (sum);
  candidate->changed = TRUE;
  candidate->newest = NULL;
}

/* Hands over papers of one value. */
static void
distribute (CharterTransfer *self,
            GArray          *holdings,
            mpq_srcptr       value)
{
  g_array_set_size (self->reached, 0);
  for (guint i = 0; i < holdings->len; i++)
    hand_over (self, g_array_index (holdings, CharterHolding, i), value);
  self->cost += self->reached->len;
  for (guint i = 0; i < self->reached->len; i++)
    {
      CharterCandidate *candidate = &self->candidates[g_array_index (self->reached, guint, i)];

      credit (candidate);
      if (mpz_sizeinbase (mpq_denref (candidate->votes), 2) > BITS_MAX)
        self->stuck = "exact values of papers outgrew 65,536 bits: a rule that says to how many "
                      "places they are cut can be counted";
    }
  if (self->n_holdings > HOLDINGS_MAX)
    self->stuck = "papers with equal ranks were split into more than 16 million parts";
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const CharterPapers *papers = data;
  gint64 x = papers->weights[((const CharterHolding *) a)->paper];
  gint64 y = papers->weights[((const CharterHolding *) b)->paper];

  return x < y ? -1 : x > y;
}

void
charter_transfer_start (CharterTransfer *self)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (CharterHolding));
  g_autoptr(GArray) equal = g_array_new (FALSE, FALSE, sizeof (CharterHolding));
  mpq_t value;

  for (guint i = 0; i < self->papers->n_rows; i++)
    {
      CharterHolding holding = { i, self->papers->first[i] };

      g_array_append_val (all, holding);
    }
  if (all->len > 1)
    g_qsort_with_data (all->data, (int) all->len, sizeof (CharterHolding), compare_weights,
                       self->papers);
  mpq_init (value);
  for (guint from = 0, to = 0; from < all->len; from = to)
    {
      gint64 weight = self->papers->weights[g_array_index (all, CharterHolding, from).paper];

      g_array_set_size (equal, 0);
      for (; to < all->len; to++)
        {
          CharterHolding holding = g_array_index (all, CharterHolding, to);

          if (self->papers->weights[holding.paper] != weight)
            break;
          g_array_append_val (equal, holding);
        }
      charter_mpz_set (mpq_numref (value), weight);
      distribute (self, equal, value);
    }
  mpq_clear (value);
}

void
charter_transfer_pass_on (CharterTransfer *self,
                          guint            option,
                          mpq_srcptr       surplus)
{
  CharterCandidate *candidate = &self->candidates[option];
  mpq_t value;

  mpq_init (value);
  for (guint i = 0; i < candidate->parcels->len && self->stuck == NULL; i++)
    {
      CharterParcel *parcel = g_ptr_array_index (candidate->parcels, i);

      mpq_set (value, parcel->value);
      if (surplus != NULL)
        {
          mpq_mul (value, value, surplus);
          mpq_div (value, value, candidate->votes);
          cut (self, value);
        }
      distribute (self, parcel->holdings, value);
      self->n_holdings -= parcel->holdings->len;
    }
  mpq_clear (value);
  g_ptr_array_set_size (candidate->parcels, 0);
}
