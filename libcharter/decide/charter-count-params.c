/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-case-private.h"

#include <string.h>

#include "base/charter-id-private.h"

/* `method` and `params` of election-case/1.  Every member is known or refused. */

typedef struct
{
  const char        *word;
  CharterMethod      method;
  const char *const *members;
} CharterMethodWord;

#define TIES "excluded_voters", "order", "orders_max"
#define DEFAULT "default_option", "majority", "majority_compare", "quorum_over_default", \
                "quorum_over_default_squared"

static const char *const members_decision[] = { "excluded_voters", "tests", NULL };
static const char *const members_approval[] = { "excluded_voters", NULL };
static const char *const members_score[] = { "blank", "excluded_voters", "max_score", NULL };
static const char *const members_strength[] = { DEFAULT, TIES, "strength", "unranked", NULL };
static const char *const members_copeland[] = { DEFAULT, TIES, "unranked", NULL };
static const char *const members_borda[] = { DEFAULT, TIES, "points", "ties", "unranked", NULL };
static const char *const members_irv[] = { DEFAULT, TIES, "equal_ranks", "stop", NULL };
static const char *const members_stv[] = { DEFAULT, TIES, "equal_ranks", "quota", "seats",
                                           "surpluses", "ties", "transfer", "truncate_places",
                                           NULL };

static const CharterMethodWord words[] =
{
  { "schulze", CHARTER_METHOD_SCHULZE, members_strength },
  { "default-option-schulze", CHARTER_METHOD_SCHULZE, members_strength },
  { "ranked-pairs", CHARTER_METHOD_RANKED_PAIRS, members_strength },
  { "minimax", CHARTER_METHOD_MINIMAX, members_strength },
  { "copeland", CHARTER_METHOD_COPELAND, members_copeland },
  { "borda", CHARTER_METHOD_BORDA, members_borda },
  { "irv", CHARTER_METHOD_INSTANT_RUNOFF, members_irv },
  { "instant-runoff", CHARTER_METHOD_INSTANT_RUNOFF, members_irv },
  { "stv", CHARTER_METHOD_STV, members_stv },
  { "approval", CHARTER_METHOD_APPROVAL, members_approval },
  { "score", CHARTER_METHOD_SCORE, members_score },
  { "star", CHARTER_METHOD_SCORE, members_score },
  { "decision", CHARTER_METHOD_MAJORITY, members_decision },
};

void
charter_params_fault (CharterParamsReader *self,
                      const CharterNode   *node,
                      const char          *place,
                      const char          *suggestion,
                      const char          *format,
                      ...)
{
  g_autofree char *path = g_strconcat (self->path, place, NULL);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  charter_problems_add (self->problems, CHARTER_ERROR_VALUE, path,
                        node != NULL ? node->offset : G_MAXSIZE, suggestion, "%s", message);
  self->failed = TRUE;
}

static void
member_fault (CharterParamsReader *self,
              const CharterNode   *node,
              const char          *place,
              const char          *name,
              const char          *message)
{
  g_autofree char *whole = g_strconcat (place, "/", name, NULL);

  charter_params_fault (self, node, whole, NULL, "%s", message);
}

gboolean
charter_params_known (CharterParamsReader *self,
                      const CharterNode   *node,
                      const char          *place,
                      const char *const   *names)
{
  if (!charter_node_is (node, CHARTER_NODE_OBJECT))
    {
      charter_params_fault (self, node, place, NULL, "this must be an object");
      return FALSE;
    }
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      g_autofree char *whole = g_strconcat (place, "/", c->key, NULL);

      if (g_strv_contains (names, c->key))
        continue;
      charter_params_fault (self, c, whole, charter_nearest_spelling (c->key, names),
                            "this is no member here");
      return FALSE;
    }
  return TRUE;
}

int
charter_params_word (CharterParamsReader *self,
                     const CharterNode   *params,
                     const char          *place,
                     const char          *name,
                     const char *const   *choices,
                     int                  fallback)
{
  const CharterNode *node = charter_node_member (params, name);
  g_autofree char *whole = NULL, *list = NULL;

  if (node == NULL)
    return fallback;
  for (int i = 0; choices[i] != NULL; i++)
    if (charter_node_is (node, CHARTER_NODE_STRING) && g_str_equal (node->string, choices[i]))
      return i;
  whole = g_strconcat (place, "/", name, NULL);
  list = g_strjoinv (", ", (char **) choices);
  charter_params_fault (self, node, whole, charter_node_is (node, CHARTER_NODE_STRING)
                        ? charter_nearest_spelling (node->string, choices) : NULL,
                        "this must be one of: %s", list);
  return fallback;
}

/* [n, d]. */
static gboolean
read_ratio (const CharterNode *node,
            CharterFraction   *out)
{
  const CharterNode *num, *den;

  if (!charter_node_is (node, CHARTER_NODE_ARRAY) || node->length != 2)
    return FALSE;
  num = charter_node_first (node);
  den = charter_node_next (node, num);
  return num->type == CHARTER_NODE_INTEGER && den->type == CHARTER_NODE_INTEGER &&
         num->integer >= 0 && den->integer > 0 &&
         charter_fraction_init (out, num->integer, den->integer);
}

gboolean
charter_params_fraction (CharterParamsReader *self,
                         const CharterNode   *node,
                         const char          *place,
                         const char          *name,
                         CharterFraction     *out)
{
  const CharterNode *member = charter_node_member (node, name);

  if (member == NULL)
    return FALSE;
  if (read_ratio (member, out) ||
      (charter_election_read_number (member, out) && out->num >= 0))
    return TRUE;
  member_fault (self, member, place, name,
                "this must be a number of at least 0, or a fraction such as [2, 3] or \"2/3\"");
  return FALSE;
}

const char *const *
charter_params_strv (CharterParamsReader *self,
                     const CharterNode   *node,
                     const char          *place,
                     const char          *name)
{
  const CharterNode *member = charter_node_member (node, name);
  const char **list;
  guint n = 0;

  if (member == NULL)
    return NULL;
  if (member->type != CHARTER_NODE_ARRAY)
    {
      member_fault (self, member, place, name, "this must be a list of strings");
      return NULL;
    }
  list = charter_arena_alloc (self->arena, (member->length + 1) * sizeof (char *));
  for (const CharterNode *c = charter_node_first (member); c != NULL;
       c = charter_node_next (member, c))
    if (c->type == CHARTER_NODE_STRING)
      list[n++] = c->string;
    else
      member_fault (self, c, place, name, "this must be a list of strings");
  list[n] = NULL;
  return list;
}

static gint64
read_whole (CharterParamsReader *self,
            const CharterNode   *params,
            const char          *name,
            gint64               least,
            gint64               most,
            gint64               fallback)
{
  const CharterNode *node = charter_node_member (params, name);
  g_autofree char *message = NULL;

  if (node == NULL)
    return fallback;
  if (node->type == CHARTER_NODE_INTEGER && node->integer >= least && node->integer <= most)
    return node->integer;
  message = g_strdup_printf ("this must be a whole number from %" G_GINT64_FORMAT " to %"
                             G_GINT64_FORMAT, least, most);
  member_fault (self, node, "", name, message);
  return fallback;
}

/* A name that cast no ballot is a slip of the pen: whoever was meant would be counted. */
static void
read_excluded (CharterParamsReader *self,
               const CharterNode   *params,
               CharterCountParams  *out)
{
  const char *const *voters = charter_params_strv (self, params, "", "excluded_voters");

  out->excluded_voters = voters;
  for (guint i = 0; voters != NULL && voters[i] != NULL && self->data->n_ballots > 0; i++)
    {
      g_autofree char *place = NULL;

      if (self->failed || charter_election_data_find_voter (self->data, voters[i]) != 0)
        continue;
      place = g_strdup_printf ("/excluded_voters/%u", i);
      charter_params_fault (self, charter_node_member (params, "excluded_voters"), place, NULL,
                            "“%s” is the voter of no ballot, so none can be left out", voters[i]);
    }
}

static int
find_option (CharterParamsReader *self,
             const CharterNode   *node,
             const char          *name,
             const char          *place)
{
  int option = name != NULL ? charter_election_data_find_option (self->data, name, -1) : -1;

  if (option < 0)
    charter_params_fault (self, node, place, NULL, "this must be one of the options");
  return option;
}

/* All options, each once, first preferred. */
static void
read_order (CharterParamsReader *self,
            const CharterNode   *params,
            CharterCountParams  *out)
{
  guint n = charter_election_data_n_options (self->data), at = 0;
  const CharterNode *node = charter_node_member (params, "order");
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (1, n));
  guint *order;

  if (node == NULL)
    return;
  if (node->type != CHARTER_NODE_ARRAY || node->length != n)
    {
      charter_params_fault (self, node, "/order", NULL,
                            "an order must name all options, the most preferred first");
      return;
    }
  order = charter_arena_alloc (self->arena, MAX (1, n) * sizeof (guint));
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      int option = find_option (self, c, c->type == CHARTER_NODE_STRING ? c->string : NULL,
                                "/order");

      if (option >= 0 && seen[option])
        charter_params_fault (self, c, "/order", NULL, "“%s” is named twice", c->string);
      if (self->failed)
        return;
      seen[option] = TRUE;
      order[at++] = (guint) option;
    }
  out->order = order;
}

/* An option with a ratio of its own, and all without one. */
static void
read_majorities (CharterParamsReader *self,
                 const CharterNode   *node,
                 CharterCompare       compare,
                 CharterCountParams  *out)
{
  guint n = charter_election_data_n_options (self->data), n_own = 0, n_rest = 0;
  guint n_listed = node != NULL ? node->length : 0;
  CharterOptionTest *tests =
    charter_arena_alloc (self->arena, ((gsize) n_listed + 1) * sizeof (CharterOptionTest));
  guint *own = charter_arena_alloc (self->arena, ((gsize) n_listed + 1) * sizeof (guint));
  guint *rest = charter_arena_alloc (self->arena, MAX (1, n) * sizeof (guint));
  g_autofree gboolean *listed = g_new0 (gboolean, MAX (1, n));

  for (const CharterNode *c = node != NULL ? charter_node_first (node) : NULL; c != NULL;
       c = charter_node_next (node, c))
    {
      int option = find_option (self, c, c->key, "/majority");
      CharterOptionTest test = { "majority", { 1, 1 }, compare, FALSE, &own[n_own], 1 };

      if (option < 0 || !charter_params_fraction (self, node, "/majority", c->key, &test.share))
        return;
      listed[option] = TRUE;
      own[n_own] = (guint) option;
      tests[n_own++] = test;
    }
  for (guint i = 0; i < n; i++)
    if (!listed[i])
      rest[n_rest++] = i;
  tests[n_own] = (CharterOptionTest) { "majority", { 1, 1 }, compare, FALSE, rest, n_rest };
  out->tests = tests;
  out->n_tests = n_own + 1;
}

static void
read_default_option (CharterParamsReader *self,
                     const CharterNode   *params,
                     CharterCountParams  *out)
{
  static const char *const compares[] = { "gt", "ge", NULL };
  const CharterNode *node = charter_node_member (params, "default_option");
  const CharterNode *majority = charter_node_member (params, "majority");
  int compare = charter_params_word (self, params, "", "majority_compare", compares, 0);

  if (node == NULL)
    {
      if (majority != NULL || charter_node_member (params, "quorum_over_default") != NULL)
        charter_params_fault (self, params, "", NULL, "“default_option” is missing");
      return;
    }
  out->default_option = find_option (self, node, node->type == CHARTER_NODE_STRING
                                     ? node->string : NULL, "/default_option");
  charter_params_fraction (self, params, "", "quorum_over_default", &out->over_default);
  out->over_default_squared = charter_params_fraction (self, params, "",
                                                       "quorum_over_default_squared",
                                                       &out->over_default);
  if (majority != NULL && majority->type != CHARTER_NODE_OBJECT)
    charter_params_fault (self, majority, "/majority", NULL,
                          "this must be an object of options, each with votes for to votes "
                          "against, such as [3, 1]");
  else
    read_majorities (self, majority, compare == 0 ? CHARTER_COMPARE_GREATER
                     : CHARTER_COMPARE_GREATER_OR_EQUAL, out);
}

/* Words that say what is done anyway, and are there so that nobody thinks of another variant. */
static void
read_variants (CharterParamsReader *self,
               const CharterNode   *params)
{
  static const char *const points[] = { "n-1..0", NULL };
  static const char *const shares[] = { "average", NULL };
  static const char *const stops[] = { "majority-of-continuing", NULL };
  static const char *const transfers[] = { "weighted-inclusive-gregory", NULL };

  charter_params_word (self, params, "", "points", points, 0);
  charter_params_word (self, params, "", "stop", stops, 0);
  charter_params_word (self, params, "", "transfer", transfers, 0);
  if (charter_node_member (params, "points") != NULL)
    charter_params_word (self, params, "", "ties", shares, 0);
}

/* Left open, a count is that of the Scottish order. */
static void
read_stv (CharterParamsReader *self,
          const CharterNode   *params,
          CharterCountParams  *out)
{
  static const char *const quotas[] = { "droop", "hare", "hagenbach-bischoff", "imperiali", NULL };
  static const char *const surpluses[] = { "largest-first", "all-at-once", NULL };
  static const char *const ties[] = { "every-order", "look-back", NULL };
  const CharterNode *places = charter_node_member (params, "truncate_places");

  out->seats = (guint) read_whole (self, params, "seats", 1, CHARTER_OPTIONS_MAX,
                                   CLAMP (self->data->seats, 1, CHARTER_OPTIONS_MAX));
  out->quota = (CharterQuota) charter_params_word (self, params, "", "quota", quotas, 0);
  out->all_surpluses = charter_params_word (self, params, "", "surpluses", surpluses, 0) == 1;
  out->places = -1;
  if (!charter_node_is (places, CHARTER_NODE_NULL))
    out->places = (int) read_whole (self, params, "truncate_places", 0, 18, 5);
  out->look_back = charter_params_word (self, params, "", "ties", ties,
                                        out->places >= 0 && !out->all_surpluses) == 1;
}

static void
read_scores (CharterParamsReader *self,
             const CharterNode   *params,
             CharterCountParams  *out)
{
  CharterFraction most;
  const CharterElectionData *data = self->data;

  charter_params_fraction (self, params, "", "blank", &out->blank_score);
  if (!charter_params_fraction (self, params, "", "max_score", &most) ||
      data->form != CHARTER_BALLOT_FORM_SCORES)
    return;
  for (guint b = 0; b < data->n_ballots; b++)
    for (guint i = 0; i < charter_election_data_n_options (data); i++)
      {
        const CharterFraction *score = &data->scores[(gsize) b * data->score_stride + i];

        if (score->den == 0 || (score->num >= 0 && charter_fraction_compare (score, &most) <= 0))
          continue;
        charter_params_fault (self, NULL, "/max_score", NULL,
                              "ballot %u scores “%s” below 0 or above the highest score", b,
                              charter_election_data_option (data, i));
        return;
      }
}

static void
read_members (CharterParamsReader *self,
              const CharterNode   *params,
              CharterCountParams  *out)
{
  static const char *const strengths[] = { "winning-votes", "support-only", "margins", NULL };
  static const char *const unranked[] = { "last", "ignored", NULL };
  static const char *const equal[] = { "refuse", "skip", "exhaust", "split", NULL };

  out->strength =
    (CharterStrength) charter_params_word (self, params, "", "strength", strengths, 0);
  out->ignore_unranked = charter_params_word (self, params, "", "unranked", unranked,
                                              self->data->ignore_unranked ? 1 : 0) == 1;
  if (out->ignore_unranked && out->method == CHARTER_METHOD_BORDA)
    charter_params_fault (self, params, "/unranked", NULL,
                          "Borda counts options that are not named as last");
  out->equal_ranks = (CharterEqualRanks) charter_params_word (self, params, "", "equal_ranks",
                                                              equal, 0);
  out->orders_max = (guint) read_whole (self, params, "orders_max", 1, 1000000, 1000);
  read_excluded (self, params, out);
  read_order (self, params, out);
  read_variants (self, params);
  read_default_option (self, params, out);
  if (out->method == CHARTER_METHOD_STV)
    read_stv (self, params, out);
  if (out->method == CHARTER_METHOD_SCORE)
    read_scores (self, params, out);
  if (out->method == CHARTER_METHOD_MAJORITY)
    charter_params_tests (self, charter_node_member (params, "tests"), out);
}

static const CharterMethodWord *
find_method (const char      *method,
             CharterProblems *problems)
{
  const char *names[G_N_ELEMENTS (words) + 1] = { NULL };
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      names[i] = words[i].word;
      if (g_str_equal (words[i].word, method))
        return &words[i];
    }
  list = g_strjoinv (", ", (char **) names);
  charter_problems_add (problems, CHARTER_ERROR_VALUE, "/method", G_MAXSIZE,
                        charter_nearest_spelling (method, names),
                        "“%s” is no method that can be counted; these are: %s", method, list);
  return NULL;
}

gboolean
charter_election_read_params (const CharterElectionData *data,
                              const char                *method,
                              const CharterNode         *params,
                              const char                *path,
                              CharterArena              *arena,
                              CharterProblems           *problems,
                              CharterCountParams        *out)
{
  static const CharterNode none = { .type = CHARTER_NODE_OBJECT, .span = 1 };
  CharterParamsReader self = { data, path, arena, problems };
  const CharterMethodWord *word = find_method (method, problems);

  *out = (CharterCountParams) CHARTER_COUNT_PARAMS_INIT;
  if (word == NULL)
    return FALSE;
  out->method = word->method;
  out->runoff = g_str_equal (method, "star");
  if (params == NULL)
    params = &none;
  if (!charter_params_known (&self, params, "", word->members))
    return FALSE;
  read_members (&self, params, out);
  if (!self.failed && g_str_equal (method, "default-option-schulze") && out->default_option < 0)
    charter_params_fault (&self, params, "", NULL, "“default_option” is missing");
  return !self.failed;
}
