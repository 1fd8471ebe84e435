/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-object-private.h"

#include <string.h>

/**
 * CharterElection:
 *
 * Options and ballots, to be counted by any method, away from any partnership.
 *
 * An election is read from the JSON form `election-case/1`, or made of options to which ballots
 * are added. A ballot is a JSON object with one of
 *
 * - `ranking`: a list of ranks, best first, each a list of options that the voter holds equal;
 *   options not named are unranked, and an empty list is a blank ballot,
 * - `approves`: a list of options,
 * - `scores`: an object of options with a number each,
 * - `choice`: `yes`, `no`, `abstain`, `blank`, `invalid`, `object`, `stand-aside` or `absent`,
 *
 * and perhaps `count` (so many equal ballots, 1), `weight` (of each, 1), `voter` and
 * `constituency`. All ballots of an election are cast in one way. What is no ballot, names an
 * option twice or one that is not there, is refused; nothing is put right silently.
 *
 * ```c
 * const char *options[] = { "Lease", "Buy", "Wait", NULL };
 * g_autoptr(CharterElection) election = charter_election_new (options, &error);
 * charter_election_add_ballot (election, "{\"ranking\": [[\"Buy\"], [\"Lease\"]]}", &error);
 * g_autoptr(CharterCount) count =
 *   charter_election_count (election, "schulze", NULL, NULL, &error);
 * ```
 *
 * ```python
 * election = Charter.Election.new(["Lease", "Buy", "Wait"])
 * election.add_ballot('{"ranking": [["Buy"], ["Lease"]]}')
 * print(election.count("schulze", None, None).get_winners())
 * ```
 *
 * ```js
 * const election = Charter.Election.new(['Lease', 'Buy', 'Wait']);
 * election.add_ballot(JSON.stringify({ranking: [['Buy'], ['Lease']]}));
 * print(election.count('schulze', null, null).get_winners());
 * ```
 *
 * Since: 0.1
 */
struct _CharterElection
{
  GObject parent_instance;

  CharterElectionData *data;
  CharterElectionSums  sums;
  char                *method;      /* the case's own; NULL */
  char                *params;      /* JSON; NULL */
  char                *name, *title, *source;
  const char         **options;     /* borrowed strings; NULL until asked for */
};

typedef enum
{
  PROP_OPTIONS = 1,
  PROP_N_BALLOTS,
  PROP_METHOD
} CharterElectionProperty;

#define N_PROPS (PROP_METHOD + 1)
#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterElection, charter_election, G_TYPE_OBJECT)

static void
charter_election_finalize (GObject *object)
{
  CharterElection *self = CHARTER_ELECTION (object);

  g_clear_pointer (&self->data, charter_election_data_unref);
  g_free (self->method);
  g_free (self->params);
  g_free (self->name);
  g_free (self->title);
  g_free (self->source);
  g_free (self->options);

  G_OBJECT_CLASS (charter_election_parent_class)->finalize (object);
}

static void
charter_election_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterElection *self = CHARTER_ELECTION (object);

  switch ((CharterElectionProperty) id)
    {
    case PROP_OPTIONS:
      g_value_set_boxed (value, charter_election_get_options (self));
      break;
    case PROP_N_BALLOTS:
      g_value_set_int64 (value, charter_election_get_n_ballots (self));
      break;
    case PROP_METHOD:
      g_value_set_string (value, charter_election_get_method (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_election_class_init (CharterElectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_election_finalize;
  object_class->get_property = charter_election_get_property;

  /**
   * CharterElection:options: (getter get_options)
   *
   * What is voted on.
   *
   * Since: 0.1
   */
  properties[PROP_OPTIONS] = g_param_spec_boxed ("options", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterElection:n-ballots: (getter get_n_ballots)
   *
   * How many ballots there are, equal ones each counted.
   *
   * Since: 0.1
   */
  properties[PROP_N_BALLOTS] =
    g_param_spec_int64 ("n-ballots", NULL, NULL, 0, G_MAXINT64, 0, FLAGS);

  /**
   * CharterElection:method: (getter get_method)
   *
   * The method that the case names, %NULL if none.
   *
   * Since: 0.1
   */
  properties[PROP_METHOD] = g_param_spec_string ("method", NULL, NULL, NULL, FLAGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_election_init (CharterElection *self)
{
  self->data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING);
}

static gboolean
sum_up (CharterElection *self)
{
  if (!charter_election_data_total (self->data, &self->sums.value))
    return FALSE;
  self->sums.heads = self->data->n_ballots;
  for (guint i = 0; self->data->counts != NULL && i < self->data->n_ballots; i++)
    if (__builtin_add_overflow (self->sums.heads, self->data->counts[i] - 1, &self->sums.heads))
      return FALSE;
  return TRUE;
}

CharterElection *
charter_election_new_for_data (CharterElectionData *data,
                               GError             **error)
{
  g_autoptr(CharterElection) self = g_object_new (CHARTER_TYPE_ELECTION, NULL);

  g_clear_pointer (&self->data, charter_election_data_unref);
  self->data = data;
  if (sum_up (self))
    return g_steal_pointer (&self);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
               "The weights of the ballots add up to more than 2^63 - 1");
  return NULL;
}

CharterElectionData *
charter_election_get_data (CharterElection *self)
{
  return self->data;
}

/**
 * charter_election_new:
 * @options: (array zero-terminated=1): what is voted on, each once, at most 10,000
 * @error: return location for an error
 *
 * Makes an election without ballots.
 *
 * Returns: (transfer full): the election, %NULL with an error where an option is there twice, is
 *   empty, or is no UTF-8, or where there are too many
 *
 * Since: 0.1
 */
CharterElection *
charter_election_new (const char *const *options,
                      GError           **error)
{
  g_autoptr(CharterElection) self = NULL;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CHARTER_TYPE_ELECTION, NULL);
  for (guint i = 0; options[i] != NULL; i++)
    {
      int option = -2;

      if (options[i][0] != '\0' && g_utf8_validate (options[i], -1, NULL))
        option = charter_election_data_add_option (self->data, options[i], -1);
      if (option == (int) i)
        continue;
      if (option == -2)
        g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                     "/%u: an option must be text in UTF-8 that is not empty", i);
      else if (option == -1)
        g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                     "/%u: an election has at most %u options", i, CHARTER_OPTIONS_MAX);
      else
        g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                     "/%u: “%s” is among the options twice", i, options[i]);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static const CharterNode *
read_text (const char      *text,
           CharterArena    *arena,
           CharterProblems *problems)
{
  charter_problems_set_text (problems, text, strlen (text));
  return charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_DATA, CHARTER_READ_NONE,
                            NULL, problems);
}

/* Decimals are written as fractions: 92.5 as "185/2". */
static void
build_exact (CharterBuilder    *builder,
             const CharterNode *node)
{
  if (node->type == CHARTER_NODE_DECIMAL)
    charter_builder_fraction (builder, node->fraction);
  else if (node->type != CHARTER_NODE_ARRAY && node->type != CHARTER_NODE_OBJECT)
    charter_builder_node (builder, node);
  else
    {
      if (node->type == CHARTER_NODE_ARRAY)
        charter_builder_begin_array (builder);
      else
        charter_builder_begin_object (builder);
      for (const CharterNode *c = charter_node_first (node); c != NULL;
           c = charter_node_next (node, c))
        {
          if (node->type == CHARTER_NODE_OBJECT)
            charter_builder_key (builder, c->key);
          build_exact (builder, c);
        }
      charter_builder_end (builder);
    }
}

static gboolean
take_text (CharterElection   *self,
           const CharterNode *root,
           const char        *name,
           char             **out,
           CharterProblems   *problems)
{
  const CharterNode *node = charter_node_member (root, name);
  g_autofree char *path = g_strconcat ("/", name, NULL);

  if (node == NULL)
    return TRUE;
  if (node->type != CHARTER_NODE_STRING)
    {
      charter_problems_add (problems, CHARTER_ERROR_FORMAT, path, node->offset, NULL,
                            "this must be a string");
      return FALSE;
    }
  *out = g_strdup (node->string);
  return TRUE;
}

static gboolean
take_case (CharterElection   *self,
           const CharterNode *root,
           CharterArena      *arena,
           CharterProblems   *problems)
{
  const CharterNode *params;
  CharterElectionData *data = charter_election_read_case (root, &self->sums, problems);
  CharterCountParams parsed;

  if (data == NULL)
    return FALSE;
  charter_election_data_unref (self->data);
  self->data = data;
  params = charter_node_member (root, "params");
  if (!take_text (self, root, "method", &self->method, problems) ||
      !take_text (self, root, "name", &self->name, problems) ||
      !take_text (self, root, "title", &self->title, problems) ||
      !take_text (self, root, "source", &self->source, problems))
    return FALSE;
  if (self->method != NULL &&
      !charter_election_read_params (data, self->method, params, "/params", arena, problems,
                                     &parsed))
    return FALSE;
  if (params != NULL)
    {
      g_autoptr(CharterBuilder) builder = charter_builder_new ();

      build_exact (builder, params);
      self->params = charter_builder_to_text (builder);
    }
  return TRUE;
}

/**
 * charter_election_new_from_json:
 * @json: an object of the form `election-case/1`
 * @error: return location for an error
 *
 * Reads an election, strictly: members `options` and `ballots`, and perhaps `format`, `method`
 * with `params`, `name`, `title`, `source`, `tags`, `notes`, `expected`, `more` and `verified`.
 * Whole numbers may have 64 bits, decimals 18 digits; the limits of JSON texts hold (16 MiB,
 * a million values). What is expected is not looked at.
 *
 * Returns: (transfer full): the election, %NULL with an error that names the place
 *
 * Since: 0.1
 */
CharterElection *
charter_election_new_from_json (const char *json,
                                GError    **error)
{
  g_autoptr(CharterElection) self = NULL;
  g_autoptr(CharterArena) arena = NULL;
  g_autoptr(CharterProblems) problems = NULL;
  const CharterNode *root;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  arena = charter_arena_new ();
  problems = charter_problems_new ();
  self = g_object_new (CHARTER_TYPE_ELECTION, NULL);
  root = read_text (json, arena, problems);
  if (root != NULL && take_case (self, root, arena, problems))
    return g_steal_pointer (&self);
  charter_problems_to_error (problems, error);
  return NULL;
}

/**
 * charter_election_add_ballot:
 * @self: an election
 * @json: a ballot, as in [class@Charter.Election]
 * @error: return location for an error
 *
 * Adds a ballot, or several equal ones.
 *
 * Returns: %TRUE, or %FALSE with an error that names the place; then nothing was added
 *
 * Since: 0.1
 */
gboolean
charter_election_add_ballot (CharterElection *self,
                             const char      *json,
                             GError         **error)
{
  g_autoptr(CharterArena) arena = NULL;
  g_autoptr(CharterProblems) problems = NULL;
  const CharterNode *node;

  g_return_val_if_fail (CHARTER_IS_ELECTION (self), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  arena = charter_arena_new ();
  problems = charter_problems_new ();
  node = read_text (json, arena, problems);
  if (node != NULL && charter_election_read_ballot (self->data, &self->sums, node, "", problems))
    return TRUE;
  return charter_problems_to_error (problems, error);
}

/**
 * charter_election_get_options: (get-property options)
 * @self: an election
 *
 * Gives what is voted on, in the order of every matrix.
 *
 * Returns: (array zero-terminated=1) (transfer none): the options
 *
 * Since: 0.1
 */
const char *const *
charter_election_get_options (CharterElection *self)
{
  guint n;

  g_return_val_if_fail (CHARTER_IS_ELECTION (self), NULL);

  n = charter_election_data_n_options (self->data);
  if (self->options == NULL)
    {
      self->options = g_new0 (const char *, (gsize) n + 1);
      for (guint i = 0; i < n; i++)
        self->options[i] = charter_election_data_option (self->data, i);
    }
  return self->options;
}

/**
 * charter_election_get_n_ballots: (get-property n-ballots)
 * @self: an election
 *
 * Gives how many ballots there are. Equal ones that were added together each count.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
gint64
charter_election_get_n_ballots (CharterElection *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTION (self), 0);

  return self->sums.heads;
}

/**
 * charter_election_get_method: (get-property method)
 * @self: an election
 *
 * Gives the method that the case names.
 *
 * Returns: (nullable): the method, %NULL if there is none
 *
 * Since: 0.1
 */
const char *
charter_election_get_method (CharterElection *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTION (self), NULL);

  return self->method;
}

static CharterCount *
count (CharterElection *self,
       const char      *method,
       const char      *params,
       GCancellable    *cancellable,
       CharterProblems *problems,
       GError         **error)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  const CharterNode *node = NULL;
  CharterCountParams parsed;
  CharterCountData *data;

  if (params != NULL)
    node = read_text (params, arena, problems);
  if ((params != NULL && node == NULL) ||
      !charter_election_read_params (self->data, method, node, "", arena, problems, &parsed))
    {
      charter_problems_to_error (problems, error);
      return NULL;
    }
  data = charter_count_run (self->data, &parsed, cancellable, error);
  return data != NULL ? charter_count_new (method, data, self->data) : NULL;
}

/**
 * charter_election_count:
 * @self: an election
 * @method: (nullable): `schulze`, `ranked-pairs`, `copeland`, `minimax`, `borda`,
 *   `instant-runoff` (or `irv`), `stv`, `approval`, `score`, `star`, `default-option-schulze` or
 *   `decision`; %NULL for that of the case
 * @params: (nullable): a JSON object of what the method is asked; %NULL for what the case says
 *   where @method is %NULL too, else for the defaults
 * @cancellable: (nullable): to stop a long count
 * @error: return location for an error
 *
 * Counts the ballots. The methods, what they can be asked and where they come from stand in
 * *Counting* in the documentation.
 *
 * Returns: (transfer full): the count, %NULL with an error where the method or what it is asked is
 *   not understood, where a ballot is none that the method reads, where there are more options than
 *   it can take, or when cancelled (%G_IO_ERROR_CANCELLED)
 *
 * Since: 0.1
 */
CharterCount *
charter_election_count (CharterElection *self,
                        const char      *method,
                        const char      *params,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr(CharterProblems) problems = NULL;

  g_return_val_if_fail (CHARTER_IS_ELECTION (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (method == NULL && params == NULL)
    params = self->params;
  if (method == NULL)
    method = self->method;
  if (method == NULL)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
                   "The election names no method: say by which it is to be counted");
      return NULL;
    }
  problems = charter_problems_new ();
  return count (self, method, params, cancellable, problems, error);
}

/**
 * charter_election_to_json:
 * @self: an election
 *
 * Writes the election in canonical form (RFC 8785), as `election-case/1` without what is
 * expected.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
charter_election_to_json (CharterElection *self)
{
  g_autoptr(CharterBuilder) builder = NULL;
  g_autoptr(CharterArena) arena = NULL;
  g_autoptr(CharterProblems) problems = NULL;

  g_return_val_if_fail (CHARTER_IS_ELECTION (self), NULL);

  builder = charter_builder_new ();
  arena = charter_arena_new ();
  problems = charter_problems_new ();
  charter_builder_begin_object (builder);
  charter_election_build_case (self->data, builder);
  if (self->method != NULL)
    charter_builder_set_string (builder, "method", self->method);
  if (self->params != NULL)
    charter_builder_set_node (builder, "params", read_text (self->params, arena, problems));
  if (self->name != NULL)
    charter_builder_set_string (builder, "name", self->name);
  if (self->title != NULL)
    charter_builder_set_string (builder, "title", self->title);
  if (self->source != NULL)
    charter_builder_set_string (builder, "source", self->source);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}
