/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include "decide/charter-count-private.h"

#include <string.h>

/* Properties of methods on random elections, and the same answers from slow and obvious ones. */

#define OPTIONS_MAX 6
#define ELECTIONS   2500u

typedef struct
{
  guint  n_options, n_ballots;
  guint  ranks[8][OPTIONS_MAX];     /* n_options: unranked */
  gint64 counts[8];
} Election;

static const CharterMethod ranked[] =
{
  CHARTER_METHOD_SCHULZE, CHARTER_METHOD_RANKED_PAIRS, CHARTER_METHOD_COPELAND,
  CHARTER_METHOD_MINIMAX, CHARTER_METHOD_BORDA, CHARTER_METHOD_INSTANT_RUNOFF, CHARTER_METHOD_STV
};

/* Ranks without gaps from random numbers; @strict: all options named, none equal. */
static void
draw_ballot (GRand    *rand,
             Election *election,
             guint     ballot,
             gboolean  strict,
             gboolean  equal)
{
  guint n = election->n_options, order[OPTIONS_MAX], rank = 0;
  guint named = strict ? n : (guint) g_rand_int_range (rand, 0, (gint32) n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i-- > 1;)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1), kept = order[i];

      order[i] = order[j];
      order[j] = kept;
    }
  for (guint i = 0; i < n; i++)
    election->ranks[ballot][i] = n;
  for (guint i = 0; i < named; i++)
    {
      if (i > 0 && !(equal && g_rand_int_range (rand, 0, 4) == 0))
        rank++;
      election->ranks[ballot][order[i]] = rank;
    }
  election->counts[ballot] = g_rand_int_range (rand, 1, 4);
}

static void
draw (GRand    *rand,
      Election *election,
      gboolean  strict,
      gboolean  equal)
{
  election->n_options = (guint) g_rand_int_range (rand, 1, OPTIONS_MAX);
  election->n_ballots = (guint) g_rand_int_range (rand, 1, 8);
  for (guint b = 0; b < election->n_ballots; b++)
    draw_ballot (rand, election, b, strict, equal);
}

/* @order: which option stands at each place; @backwards: the ballots in the other order. */
static CharterElectionData *
store (const Election *election,
       const guint    *order,
       gboolean        backwards)
{
  CharterElectionData *data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);
  guint n = election->n_options;

  for (guint i = 0; i < n; i++)
    {
      char name[2] = { (char) ('A' + (order != NULL ? order[i] : i)), '\0' };

      charter_election_data_add_option (data, name, 1);
    }
  for (guint b = 0; b < election->n_ballots; b++)
    {
      guint from = backwards ? election->n_ballots - 1 - b : b;
      guint to = charter_election_data_append (data);

      for (guint i = 0; i < n; i++)
        {
          guint rank = election->ranks[from][order != NULL ? order[i] : i];

          if (rank < n)
            charter_election_data_set_rank (data, to, i, rank);
        }
      charter_election_data_set_count (data, to, election->counts[from]);
    }
  return data;
}

static CharterCountParams
params_of (CharterMethod   method,
           CharterStrength strength)
{
  CharterCountParams params = CHARTER_COUNT_PARAMS_INIT;

  params.method = method;
  params.strength = strength;
  params.equal_ranks = CHARTER_EQUAL_RANKS_SKIPPED;
  return params;
}

static CharterCountData *
count (CharterElectionData      *data,
       const CharterCountParams *params)
{
  g_autoptr(GError) error = NULL;
  CharterCountData *counted = charter_count_run (data, params, NULL, &error);

  charter_assert_no_error (error);
  cr_assert_not (counted->indeterminate);
  return counted;
}

/* The winners as a set of bits. */
static guint
winners (const CharterCountData *counted)
{
  guint set = 0;

  for (guint i = 0; i < counted->winners->len; i++)
    set |= 1u << g_array_index (counted->winners, guint, i);
  return set;
}

static guint
winners_of (const Election           *election,
            const CharterCountParams *params)
{
  g_autoptr(CharterElectionData) data = store (election, NULL, FALSE);
  g_autoptr(CharterCountData) counted = count (data, params);

  return winners (counted);
}

static char *
text_of (CharterElectionData      *data,
         const CharterCountParams *params)
{
  g_autoptr(CharterCountData) counted = count (data, params);
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_builder_begin_object (builder);
  charter_count_build (counted, data, builder);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}

/* Who cast which ballot, and in what order, does not matter. */
CHARTER_TEST (count_properties, anonymity)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams params = params_of (ranked[e % G_N_ELEMENTS (ranked)], (CharterStrength) (e % 3));
      Election election, one_by_one;
      g_autoptr(CharterElectionData) data = NULL, turned = NULL, split = NULL;
      g_autofree char *text = NULL, *same = NULL, *also = NULL;

      draw (rand, &election, FALSE, TRUE);
      one_by_one = election;
      one_by_one.n_ballots = 0;
      for (guint b = 0; b < election.n_ballots && one_by_one.n_ballots < 7; b++)
        {
          guint to = one_by_one.n_ballots++;

          memcpy (one_by_one.ranks[to], election.ranks[b], sizeof election.ranks[b]);
          one_by_one.counts[to] = election.counts[b];
          if (election.counts[b] < 2 || election.n_ballots - b + one_by_one.n_ballots > 7)
            continue;
          one_by_one.counts[to]--;
          memcpy (one_by_one.ranks[to + 1], election.ranks[b], sizeof election.ranks[b]);
          one_by_one.counts[to + 1] = 1;
          one_by_one.n_ballots++;
        }
      data = store (&election, NULL, FALSE);
      turned = store (&election, NULL, TRUE);
      split = store (&one_by_one, NULL, FALSE);
      text = text_of (data, &params);
      same = text_of (turned, &params);
      also = text_of (split, &params);
      charter_assert_str (same, text);
      charter_assert_str (also, text);
    }
}

/* Nor does it matter which name an option has, or where it stands in the list. */
CHARTER_TEST (count_properties, neutrality)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams params = params_of (ranked[e % G_N_ELEMENTS (ranked)], (CharterStrength) (e % 3));
      Election election;
      guint order[OPTIONS_MAX], mapped = 0;
      g_autoptr(CharterElectionData) turned = NULL;
      g_autoptr(CharterCountData) counted = NULL;

      draw (rand, &election, FALSE, TRUE);
      params.seats = 1 + e % 2;
      for (guint i = 0; i < election.n_options; i++)
        order[i] = (i + e) % election.n_options;
      turned = store (&election, order, FALSE);
      counted = count (turned, &params);
      for (guint i = 0; i < counted->winners->len; i++)
        mapped |= 1u << order[g_array_index (counted->winners, guint, i)];
      cr_assert_eq (mapped, winners_of (&election, &params), "election %u", e);
    }
}

/* Puts an option one place higher on a ballot, alone at its new rank or with those there. */
static void
raise_option (Election *election,
              guint     ballot,
              guint     option)
{
  guint *ranks = election->ranks[ballot];
  guint rank = ranks[option], ranked_before = 0;

  for (guint i = 0; i < election->n_options; i++)
    ranked_before = MAX (ranked_before, ranks[i] < election->n_options ? ranks[i] + 1 : 0);
  if (rank == election->n_options)
    {
      if (ranked_before < election->n_options)
        ranks[option] = ranked_before;
      return;
    }
  if (rank == 0)
    return;
  /* With those above; the rank it leaves empty is closed. */
  ranks[option] = rank - 1;
  for (guint i = 0; i < election->n_options; i++)
    if (ranks[i] == rank)
      return;
  for (guint i = 0; i < election->n_options; i++)
    if (ranks[i] > rank && ranks[i] < election->n_options)
      ranks[i]--;
}

CHARTER_TEST (count_properties, monotonicity)
{
  static const CharterMethod methods[] = { CHARTER_METHOD_SCHULZE, CHARTER_METHOD_RANKED_PAIRS,
                                           CHARTER_METHOD_COPELAND, CHARTER_METHOD_MINIMAX,
                                           CHARTER_METHOD_BORDA };
  g_autoptr(GRand) rand = g_rand_new_with_seed (13);

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams params = params_of (methods[e % G_N_ELEMENTS (methods)], (CharterStrength) (e % 3));
      Election election;
      guint set, raised;

      draw (rand, &election, FALSE, TRUE);
      set = winners_of (&election, &params);
      for (guint option = 0; option < election.n_options; option++)
        {
          Election better = election;

          if (!(set & (1u << option)))
            continue;
          raise_option (&better, e % election.n_ballots, option);
          raised = winners_of (&better, &params);
          cr_assert (raised & (1u << option), "election %u, method %d, option %u", e,
                     params.method, option);
        }
    }
}

/* Whoever beats everybody wins alone; winners are in the smallest set that beats the rest. */
CHARTER_TEST (count_properties, condorcet_and_smith)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (14);
  guint n_condorcet = 0;

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams params = params_of (ranked[e % 4], (CharterStrength) (e / 4 % 3));
      Election election;
      g_autoptr(CharterElectionData) data = NULL;
      g_autoptr(CharterCountData) counted = NULL;
      guint smith = 0;

      draw (rand, &election, FALSE, TRUE);
      data = store (&election, NULL, FALSE);
      counted = count (data, &params);
      if (counted->nobody)
        continue;
      for (guint i = 0; i < counted->smith->len; i++)
        smith |= 1u << g_array_index (counted->smith, guint, i);
      if (params.method != CHARTER_METHOD_MINIMAX)
        cr_assert_eq (winners (counted) & ~smith, 0, "election %u", e);
      if (counted->condorcet_winner < 0)
        continue;
      n_condorcet++;
      cr_assert_eq (winners (counted), 1u << counted->condorcet_winner);
      cr_assert_eq (smith, winners (counted));
    }
  cr_assert_gt (n_condorcet, ELECTIONS / 4);
}

/* Turned upside down, whoever won alone does not win alone any more. */
CHARTER_TEST (count_properties, reversal)
{
  static const CharterMethod methods[] = { CHARTER_METHOD_SCHULZE, CHARTER_METHOD_RANKED_PAIRS,
                                           CHARTER_METHOD_COPELAND, CHARTER_METHOD_BORDA };
  g_autoptr(GRand) rand = g_rand_new_with_seed (15);

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams params = params_of (methods[e % G_N_ELEMENTS (methods)], (CharterStrength) (e % 3));
      Election election, turned;
      guint set;

      draw (rand, &election, TRUE, FALSE);
      if (election.n_options < 2)
        continue;
      turned = election;
      for (guint b = 0; b < election.n_ballots; b++)
        for (guint i = 0; i < election.n_options; i++)
          turned.ranks[b][i] = election.n_options - 1 - election.ranks[b][i];
      set = winners_of (&election, &params);
      if ((set & (set - 1)) == 0)
        cr_assert_neq (winners_of (&turned, &params), set, "election %u", e);
    }
}

/* Slow and obvious ones */

static gint64
over (const Election *election,
      guint           i,
      guint           j)
{
  gint64 sum = 0;

  for (guint b = 0; b < election->n_ballots; b++)
    if (election->ranks[b][i] < election->ranks[b][j])
      sum += election->counts[b];
  return sum;
}

/* Is one defeat stronger than another?  By votes for, then by votes against. */
static int
compare_links (const Election *election,
               guint           a,
               guint           b,
               guint           c,
               guint           d)
{
  gint64 x = over (election, a, b), y = over (election, c, d);

  if (x != y)
    return x < y ? -1 : 1;
  x = over (election, b, a);
  y = over (election, d, c);
  return x > y ? -1 : x < y;
}

/* The strongest of all paths without a circle, as the pair of its weakest link. */
static gboolean
best_path (const Election *election,
           guint           from,
           guint           to,
           guint           visited,
           guint          *link)
{
  gboolean found = FALSE;

  for (guint next = 0; next < election->n_options; next++)
    {
      guint weakest[2] = { from, next }, rest[2];

      if ((visited & (1u << next)) || over (election, from, next) <= over (election, next, from))
        continue;
      if (next != to)
        {
          if (!best_path (election, next, to, visited | (1u << next), rest))
            continue;
          if (compare_links (election, rest[0], rest[1], from, next) < 0)
            memcpy (weakest, rest, sizeof rest);
        }
      if (!found || compare_links (election, weakest[0], weakest[1], link[0], link[1]) > 0)
        memcpy (link, weakest, sizeof weakest);
      found = TRUE;
    }
  return found;
}

static guint
slow_schulze (const Election *election)
{
  guint set = 0;

  for (guint i = 0; i < election->n_options; i++)
    {
      gboolean beaten = FALSE;

      for (guint j = 0; j < election->n_options && !beaten; j++)
        {
          guint there[2], back[2];
          gboolean has = i != j && best_path (election, i, j, 1u << i, there);

          if (i == j || !best_path (election, j, i, 1u << j, back))
            continue;
          beaten = !has || compare_links (election, back[0], back[1], there[0], there[1]) > 0;
        }
      set |= beaten ? 0 : 1u << i;
    }
  return set;
}

/* Every order of equal defeats, one after another. */
static guint
slow_ranked_pairs (const Election *election,
                   guint           below[OPTIONS_MAX],
                   guint64         taken)
{
  guint n = election->n_options, set = 0, best[2] = { 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j && !(taken & ((guint64) 1 << (i * n + j))) &&
          over (election, i, j) > over (election, j, i) &&
          (!any || compare_links (election, i, j, best[0], best[1]) > 0))
        {
          best[0] = i;
          best[1] = j;
          any = TRUE;
        }
  if (!any)
    {
      guint beaten = 0;

      for (guint i = 0; i < n; i++)
        beaten |= below[i];
      return ~beaten & ((1u << n) - 1);
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        guint after[OPTIONS_MAX];

        if (i == j || (taken & ((guint64) 1 << (i * n + j))) ||
            over (election, i, j) <= over (election, j, i) ||
            compare_links (election, i, j, best[0], best[1]) != 0)
          continue;
        memcpy (after, below, sizeof after);
        if (!(below[j] & (1u << i)))
          for (guint k = 0; k < n; k++)
            if (k == i || (after[k] & (1u << i)))
              after[k] |= below[j] | (1u << j);
        set |= slow_ranked_pairs (election, after, taken | ((guint64) 1 << (i * n + j)));
      }
  return set;
}

/* Every way of taking out one of those with the fewest. */
static guint
slow_runoff (const Election *election,
             guint           in)
{
  gint64 votes[OPTIONS_MAX] = { 0 }, counting = 0, fewest = G_MAXINT64;
  guint set = 0;

  for (guint b = 0; b < election->n_ballots; b++)
    {
      guint best = election->n_options;

      for (guint i = 0; i < election->n_options; i++)
        if ((in & (1u << i)) && election->ranks[b][i] < election->n_options &&
            (best == election->n_options || election->ranks[b][i] < election->ranks[b][best]))
          best = i;
      if (best < election->n_options)
        {
          votes[best] += election->counts[b];
          counting += election->counts[b];
        }
    }
  for (guint i = 0; i < election->n_options; i++)
    {
      if (!(in & (1u << i)))
        continue;
      if (2 * votes[i] > counting || in == 1u << i)
        return 1u << i;
      fewest = MIN (fewest, votes[i]);
    }
  for (guint i = 0; i < election->n_options; i++)
    if ((in & (1u << i)) && votes[i] == fewest)
      set |= slow_runoff (election, in & ~(1u << i));
  return set;
}

static guint
slow_smith (const Election *election)
{
  guint n = election->n_options, best = (1u << n) - 1;

  for (guint set = 1; set < 1u << n; set++)
    {
      gboolean beats = TRUE;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          if ((set & (1u << i)) && !(set & (1u << j)))
            beats = beats && over (election, i, j) > over (election, j, i);
      if (beats && __builtin_popcount (set) < __builtin_popcount (best))
        best = set;
    }
  return best;
}

static gboolean
is_blank (const Election *election)
{
  for (guint b = 0; b < election->n_ballots; b++)
    for (guint i = 0; i < election->n_options; i++)
      if (election->ranks[b][i] < election->n_options)
        return FALSE;
  return TRUE;
}

CHARTER_TEST (count_properties, slow_methods_agree)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (16);
  guint n_unions = 0;

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams schulze = params_of (CHARTER_METHOD_SCHULZE, CHARTER_STRENGTH_WINNING_VOTES);
      CharterCountParams pairs = params_of (CHARTER_METHOD_RANKED_PAIRS, CHARTER_STRENGTH_WINNING_VOTES);
      CharterCountParams runoff = params_of (CHARTER_METHOD_INSTANT_RUNOFF, CHARTER_STRENGTH_WINNING_VOTES);
      guint below[OPTIONS_MAX] = { 0 }, set, smith = 0;
      Election election;
      g_autoptr(CharterElectionData) data = NULL;
      g_autoptr(CharterCountData) counted = NULL;

      draw (rand, &election, FALSE, FALSE);
      if (election.n_options > 4 || is_blank (&election))
        continue;
      cr_assert_eq (winners_of (&election, &schulze), slow_schulze (&election), "election %u", e);
      set = slow_ranked_pairs (&election, below, 0);
      cr_assert_eq (winners_of (&election, &pairs), set, "election %u", e);
      n_unions += (set & (set - 1)) != 0 ? 1 : 0;
      cr_assert_eq (winners_of (&election, &runoff), slow_runoff (&election, (1u << election.n_options) - 1),
                    "election %u", e);
      data = store (&election, NULL, FALSE);
      counted = count (data, &schulze);
      for (guint i = 0; i < counted->smith->len; i++)
        smith |= 1u << g_array_index (counted->smith, guint, i);
      cr_assert_eq (smith, slow_smith (&election), "election %u", e);
    }
  cr_assert_gt (n_unions, 50);
}

/* Votes are neither made nor lost: what is credited in a round is at most what was cast. */
CHARTER_TEST (count_properties, transfers_make_no_votes)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams params = params_of (CHARTER_METHOD_STV, CHARTER_STRENGTH_WINNING_VOTES);
      Election election;
      g_autoptr(CharterElectionData) data = NULL;
      g_autoptr(CharterCountData) counted = NULL;
      gint64 total = 0;

      draw (rand, &election, FALSE, TRUE);
      params.seats = 1 + e % 3;
      params.quota = (CharterQuota) (e / 3 % 4);
      params.equal_ranks = CHARTER_EQUAL_RANKS_SPLIT;
      params.all_surpluses = e % 2 == 1;
      params.look_back = e % 5 < 3;
      params.places = e % 4 == 0 ? -1 : 5;
      data = store (&election, NULL, FALSE);
      counted = count (data, &params);
      charter_election_data_total (data, &total);
      if (counted->nobody)
        continue;
      cr_assert_geq (counted->winners->len, MIN (params.seats, election.n_options));
      cr_assert (counted->unique == (counted->winners->len == MIN (params.seats, election.n_options)));
      for (guint r = 0; r < counted->rounds->len; r++)
        {
          CharterCountRound *round = g_ptr_array_index (counted->rounds, r);
          CharterFraction sum = { 0, 1 }, votes, all = { total, 1 };

          for (guint i = 0; i < election.n_options; i++)
            if (round->votes[i] != NULL &&
                (charter_fraction_parse (round->votes[i], -1, &votes) ||
                 charter_fraction_parse_decimal (round->votes[i], -1, &votes)))
              cr_assert (charter_fraction_add (&sum, &votes, &sum));
          cr_assert_leq (charter_fraction_compare (&sum, &all), 0, "election %u, round %u", e, r);
        }
    }
}

/* Cut to none or taken exactly, with one seat the count is that of instant-runoff wherever an
 * option comes to more than half of all. */
CHARTER_TEST (count_properties, one_seat_is_a_runoff)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (18);

  for (guint e = 0; e < ELECTIONS; e++)
    {
      CharterCountParams runoff = params_of (CHARTER_METHOD_INSTANT_RUNOFF, CHARTER_STRENGTH_WINNING_VOTES);
      CharterCountParams stv = params_of (CHARTER_METHOD_STV, CHARTER_STRENGTH_WINNING_VOTES);
      Election election;

      draw (rand, &election, TRUE, FALSE);
      cr_assert_eq (winners_of (&election, &stv), winners_of (&election, &runoff), "election %u", e);
    }
}
