/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-case-private.h"

#include <string.h>

#include "base/charter-id-private.h"

/* The options and ballots of election-case/1, read strictly: what is no ballot is refused with
 * its place, and nothing is put right silently. */

const char *const charter_election_choices[] =
{
  "yes", "no", "abstain", "blank", "invalid", "object", "stand-aside", "absent", NULL
};

static const char *const ballot_members[] =
{
  "approves", "choice", "constituency", "count", "ranking", "scores", "voter", "weight", NULL
};

static const char *const case_members[] =
{
  "ballots", "expected", "format", "method", "more", "name", "notes", "options", "params",
  "source", "tags", "title", "verified", NULL
};

typedef struct
{
  CharterElectionData *data;
  const char          *path;      /* of the ballot */
  CharterProblems     *problems;
  guint                ballot;
} CharterBallotReader;

static gboolean
fault (CharterBallotReader *self,
       const CharterNode   *node,
       CharterError         code,
       const char          *suggestion,
       const char          *place,
       const char          *message)
{
  g_autofree char *path = g_strconcat (self->path, place, NULL);

  charter_problems_add (self->problems, code, path, node->offset, suggestion, "%s", message);
  return FALSE;
}

/* The option that a string names; -1 with a problem. */
static int
option_of (CharterBallotReader *self,
           const CharterNode   *node,
           const char          *name,
           const char          *place)
{
  int option = -1;
  g_autofree char *message = NULL;

  if (name == NULL)
    {
      fault (self, node, CHARTER_ERROR_FORMAT, NULL, place, "this must be the name of an option");
      return -1;
    }
  option = charter_election_data_find_option (self->data, name, -1);
  if (option >= 0)
    return option;
  message = g_strdup_printf ("“%s” is none of the options", name);
  fault (self, node, CHARTER_ERROR_REFERENCE, NULL, place, message);
  return -1;
}

gboolean
charter_election_read_number (const CharterNode *node,
                              CharterFraction   *out)
{
  if (!charter_node_is (node, CHARTER_NODE_DECIMAL))
    return charter_fraction_from_node (node, out);
  *out = *node->fraction;
  return TRUE;
}

static const char *
string_of (const CharterNode *node)
{
  return charter_node_is (node, CHARTER_NODE_STRING) ? node->string : NULL;
}

static gboolean
named_twice (CharterBallotReader *self,
             const CharterNode   *node,
             const char          *place)
{
  g_autofree char *message = g_strdup_printf ("“%s” is named twice on this ballot", node->string);

  return fault (self, node, CHARTER_ERROR_VALUE, NULL, place, message);
}

/* One option of a ranking or an approval. */
static gboolean
take_option (CharterBallotReader *self,
             const CharterNode   *node,
             guint                rank,
             const char          *place)
{
  int option = option_of (self, node, string_of (node), place);

  if (option < 0)
    return FALSE;
  if (charter_election_data_get_rank (self->data, self->ballot, (guint) option) !=
      CHARTER_UNRANKED_WIDE)
    return named_twice (self, node, place);
  charter_election_data_set_rank (self->data, self->ballot, (guint) option, rank);
  return TRUE;
}

static gboolean
read_rank (CharterBallotReader *self,
           const CharterNode   *node,
           guint                rank)
{
  guint i = 0;
  char place[64];

  g_snprintf (place, sizeof place, "/ranking/%u", rank);
  if (node->type != CHARTER_NODE_ARRAY || node->length == 0)
    return fault (self, node, CHARTER_ERROR_FORMAT, NULL, place,
                  "a rank must be a list of options, such as [\"A\"] or [\"A\", \"B\"]");
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      g_snprintf (place, sizeof place, "/ranking/%u/%u", rank, i++);
      if (!take_option (self, c, rank, place))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_ranking (CharterBallotReader *self,
              const CharterNode   *node)
{
  guint rank = 0;

  if (node->type != CHARTER_NODE_ARRAY)
    return fault (self, node, CHARTER_ERROR_FORMAT, NULL, "/ranking",
                  "a ranking must be a list of ranks, best first, each a list of options");
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    if (!read_rank (self, c, rank++))
      return FALSE;
  return TRUE;
}

static gboolean
read_approves (CharterBallotReader *self,
               const CharterNode   *node)
{
  char place[64];
  guint i = 0;

  if (node->type != CHARTER_NODE_ARRAY)
    return fault (self, node, CHARTER_ERROR_FORMAT, NULL, "/approves",
                  "approvals must be a list of options");
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      g_snprintf (place, sizeof place, "/approves/%u", i++);
      if (!take_option (self, c, 0, place))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_scores (CharterBallotReader *self,
             const CharterNode   *node)
{
  if (node->type != CHARTER_NODE_OBJECT)
    return fault (self, node, CHARTER_ERROR_FORMAT, NULL, "/scores",
                  "scores must be an object of options with a number each");
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      int option = option_of (self, c, c->key, "/scores");
      CharterFraction *score;

      if (option < 0)
        return FALSE;
      score = &self->data->scores[(gsize) self->ballot * self->data->score_stride + (guint) option];
      if (!charter_election_read_number (c, score))
        return fault (self, c, CHARTER_ERROR_FORMAT, NULL, "/scores", "a score must be a number");
    }
  return TRUE;
}

static gboolean
read_choice (CharterBallotReader *self,
             const CharterNode   *node)
{
  const char *word = string_of (node);

  for (guint i = 0; word != NULL && i < CHARTER_N_ELECTION_CHOICES; i++)
    if (g_str_equal (word, charter_election_choices[i]))
      {
        self->data->choices[self->ballot] = (guint8) i;
        return TRUE;
      }
  return fault (self, node, CHARTER_ERROR_VALUE,
                word != NULL ? charter_nearest_spelling (word, charter_election_choices) : NULL,
                "/choice", "a choice must be one of yes, no, abstain, blank, invalid, object, "
                "stand-aside and absent");
}

/* A whole number of at least @least. */
static gboolean
read_number (CharterBallotReader *self,
             const CharterNode   *ballot,
             const char          *name,
             gint64               least,
             gint64              *out)
{
  const CharterNode *node = charter_node_member (ballot, name);
  g_autofree char *place = g_strconcat ("/", name, NULL);

  *out = 1;
  if (node == NULL)
    return TRUE;
  if (node->type != CHARTER_NODE_INTEGER || node->integer < least)
    return fault (self, node, CHARTER_ERROR_VALUE, NULL, place, least > 0
                  ? "this must be a whole number of at least 1"
                  : "this must be a whole number of at least 0");
  *out = node->integer;
  return TRUE;
}

static gboolean
read_name (CharterBallotReader *self,
           const CharterNode   *ballot,
           const char          *name,
           const char         **out)
{
  const CharterNode *node = charter_node_member (ballot, name);
  g_autofree char *place = g_strconcat ("/", name, NULL);

  *out = string_of (node);
  if (node != NULL && *out == NULL)
    return fault (self, node, CHARTER_ERROR_FORMAT, NULL, place, "this must be a string");
  return TRUE;
}

static gboolean
check_members (CharterBallotReader *self,
               const CharterNode   *node)
{
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      g_autofree char *place = NULL;

      if (g_strv_contains (ballot_members, c->key))
        continue;
      place = g_strconcat ("/", c->key, NULL);
      return fault (self, c, CHARTER_ERROR_FORMAT,
                    charter_nearest_spelling (c->key, ballot_members), place,
                    "a ballot has no such member");
    }
  return TRUE;
}

/* Nobody has two ballots. */
static gboolean
check_voter (CharterBallotReader *self,
             const CharterNode   *node,
             const char          *voter)
{
  guint first = voter != NULL ? charter_election_data_find_voter (self->data, voter) : 0;
  g_autofree char *message = NULL;

  if (first == 0)
    return TRUE;
  message = g_strdup_printf ("“%s” has a ballot already, /ballots/%u; nobody has two", voter,
                             first - 1);
  return fault (self, charter_node_member (node, "voter"), CHARTER_ERROR_VALUE, NULL, "/voter",
                message);
}

/* How the ballot is cast; its first such member.  FALSE with a problem unless there is exactly
 * one, and the same as on the other ballots. */
static gboolean
find_form (CharterBallotReader *self,
           const CharterNode   *node,
           const CharterNode  **cast,
           CharterBallotForm   *form)
{
  static const char *const names[] = { "ranking", "approves", "scores", "choice" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const CharterNode *member = charter_node_member (node, names[i]);

      if (member == NULL)
        continue;
      *cast = member;
      *form = (CharterBallotForm) i;
      n++;
    }
  if (n != 1)
    return fault (self, node, CHARTER_ERROR_FORMAT, NULL, "",
                  "a ballot has exactly one of ranking, approves, scores and choice");
  if (self->data->n_ballots > 0 && *form != self->data->form)
    return fault (self, *cast, CHARTER_ERROR_VALUE, NULL, "",
                  "all ballots of an election are cast in one way, and those before this one are "
                  "cast in another");
  return TRUE;
}

static gboolean
add_sums (CharterBallotReader *self,
          const CharterNode   *node,
          CharterElectionSums *sums,
          gint64               count,
          gint64               weight)
{
  CharterElectionSums after;
  gint64 value;

  if (__builtin_mul_overflow (count, weight, &value) ||
      __builtin_add_overflow (sums->value, value, &after.value) ||
      __builtin_add_overflow (sums->heads, count, &after.heads))
    return fault (self, node, CHARTER_ERROR_LIMIT, NULL, "",
                  "with this ballot the weights add up to more than 2^63 - 1");
  *sums = after;
  return TRUE;
}

static gboolean
read_cast (CharterBallotReader *self,
           const CharterNode   *node)
{
  switch (self->data->form)
    {
    case CHARTER_BALLOT_FORM_RANKING:
      return read_ranking (self, node);
    case CHARTER_BALLOT_FORM_APPROVES:
      return read_approves (self, node);
    case CHARTER_BALLOT_FORM_SCORES:
      return read_scores (self, node);
    case CHARTER_BALLOT_FORM_CHOICE:
      return read_choice (self, node);
    default:
      g_assert_not_reached ();
    }
}

gboolean
charter_election_read_ballot (CharterElectionData *data,
                              CharterElectionSums *sums,
                              const CharterNode   *node,
                              const char          *path,
                              CharterProblems     *problems)
{
  CharterBallotReader self = { data, path, problems };
  const CharterNode *cast = NULL;
  CharterBallotForm form = data->form;
  gint64 count, weight;
  const char *voter, *constituency;

  if (node->type != CHARTER_NODE_OBJECT)
    return fault (&self, node, CHARTER_ERROR_FORMAT, NULL, "", "a ballot must be an object");
  if (!check_members (&self, node) || !find_form (&self, node, &cast, &form) ||
      !read_number (&self, node, "count", 1, &count) ||
      !read_number (&self, node, "weight", 0, &weight) ||
      !read_name (&self, node, "voter", &voter) || !check_voter (&self, node, voter) ||
      !read_name (&self, node, "constituency", &constituency))
    return FALSE;
  charter_election_data_set_form (data, form);
  self.ballot = charter_election_data_append (data);
  if (!read_cast (&self, cast) || !add_sums (&self, node, sums, count, weight))
    {
      data->n_ballots--;
      return FALSE;
    }
  charter_election_data_set_count (data, self.ballot, count);
  charter_election_data_set_weight (data, self.ballot, weight);
  if (voter != NULL)
    charter_election_data_set_voter (data, self.ballot, voter);
  if (constituency != NULL)
    charter_election_data_set_constituency (data, self.ballot, constituency);
  return TRUE;
}

static gboolean
read_option (CharterElectionData *data,
             const CharterNode   *node,
             const char          *path,
             CharterProblems     *problems)
{
  guint before = charter_election_data_n_options (data);

  if (!charter_node_is (node, CHARTER_NODE_STRING) || node->length == 0)
    charter_problems_add (problems, CHARTER_ERROR_FORMAT, path, node->offset, NULL,
                          "an option must be a string that is not empty");
  else if (charter_election_data_add_option (data, node->string, node->length) < 0)
    charter_problems_add (problems, CHARTER_ERROR_LIMIT, path, node->offset, NULL,
                          "an election has at most %u options", CHARTER_OPTIONS_MAX);
  else if (charter_election_data_n_options (data) == before)
    charter_problems_add (problems, CHARTER_ERROR_VALUE, path, node->offset, NULL,
                          "“%s” is among the options twice", node->string);
  else
    return TRUE;
  return FALSE;
}

gboolean
charter_election_read_options (CharterElectionData *data,
                               const CharterNode   *node,
                               const char          *path,
                               CharterProblems     *problems)
{
  guint i = 0;

  if (!charter_node_is (node, CHARTER_NODE_ARRAY))
    {
      charter_problems_add (problems, CHARTER_ERROR_FORMAT, path,
                            node != NULL ? node->offset : G_MAXSIZE, NULL,
                            "there must be a list of options");
      return FALSE;
    }
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      g_autofree char *place = g_strdup_printf ("%s/%u", path, i++);

      if (!read_option (data, c, place, problems))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_ballots (CharterElectionData *data,
              CharterElectionSums *sums,
              const CharterNode   *node,
              CharterProblems     *problems)
{
  guint i = 0;
  char path[32];

  if (!charter_node_is (node, CHARTER_NODE_ARRAY))
    {
      charter_problems_add (problems, CHARTER_ERROR_FORMAT, "/ballots",
                            node != NULL ? node->offset : G_MAXSIZE, NULL,
                            "there must be a list of ballots");
      return FALSE;
    }
  for (const CharterNode *c = charter_node_first (node); c != NULL; c = charter_node_next (node, c))
    {
      g_snprintf (path, sizeof path, "/ballots/%u", i++);
      if (!charter_election_read_ballot (data, sums, c, path, problems))
        return FALSE;
    }
  return TRUE;
}

/* Members of the case; those that tell of its publication are let be. */
static gboolean
check_case (const CharterNode *root,
            CharterProblems   *problems)
{
  const CharterNode *format = charter_node_member (root, "format");

  if (root->type != CHARTER_NODE_OBJECT)
    {
      charter_problems_add (problems, CHARTER_ERROR_FORMAT, "", root->offset, NULL,
                            "an election must be an object");
      return FALSE;
    }
  if (format != NULL && g_strcmp0 (string_of (format), "election-case/1") != 0)
    {
      charter_problems_add (problems, CHARTER_ERROR_VERSION, "/format", format->offset, NULL,
                            "the format must be “election-case/1”");
      return FALSE;
    }
  for (const CharterNode *c = charter_node_first (root); c != NULL; c = charter_node_next (root, c))
    {
      g_autofree char *path = g_strconcat ("/", c->key, NULL);

      if (g_strv_contains (case_members, c->key) || g_str_has_prefix (c->key, "published_"))
        continue;
      charter_problems_add (problems, CHARTER_ERROR_FORMAT, path, c->offset,
                            charter_nearest_spelling (c->key, case_members),
                            "an election has no such member");
      return FALSE;
    }
  return TRUE;
}

CharterElectionData *
charter_election_read_case (const CharterNode   *root,
                            CharterElectionSums *sums,
                            CharterProblems     *problems)
{
  g_autoptr(CharterElectionData) data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);

  *sums = (CharterElectionSums) { 0, 0 };
  if (!check_case (root, problems) ||
      !charter_election_read_options (data, charter_node_member (root, "options"), "/options",
                                      problems) ||
      !read_ballots (data, sums, charter_node_member (root, "ballots"), problems))
    return NULL;
  return g_steal_pointer (&data);
}
