/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-object-private.h"

#include "state/charter-view-private.h"

/**
 * CharterCount:
 *
 * What a [class@Charter.Election] comes to by one method, and why.
 *
 * The winners are a set, before any tie is broken: where several stay, the method does not tell
 * them apart, or what it leaves open (the order of equally strong defeats, who of several goes
 * out first) decides between them. Where there are more such orders than were to be tried, the
 * count is [property@Charter.Count:indeterminate] and names nobody. If nobody voted there is no
 * winner, which is not a tie of all.
 *
 * All numbers are exact. The same ballots give the same bytes in every locale.
 *
 * Since: 0.1
 */
struct _CharterCount
{
  GObject parent_instance;

  CharterCountData    *data;
  CharterElectionData *election;
  char                *method;
  GStrv                winners, elected, failed;
  GListModel          *reasons;     /* NULL until read */
  char                *summary;     /* NULL until read */
  guint                n_layers;
};

typedef enum
{
  PROP_METHOD = 1,
  PROP_WINNERS,
  PROP_ELECTED,
  PROP_N_LAYERS,
  PROP_INDETERMINATE,
  PROP_UNIQUE,
  PROP_ADOPTED,
  PROP_FAILED,
  PROP_REASONS,
  PROP_SUMMARY
} CharterCountProperty;

#define N_PROPS (PROP_SUMMARY + 1)
#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterCount, charter_count, G_TYPE_OBJECT)

static void
charter_count_finalize (GObject *object)
{
  CharterCount *self = CHARTER_COUNT (object);

  g_clear_pointer (&self->data, charter_count_free);
  g_clear_pointer (&self->election, charter_election_data_unref);
  g_free (self->method);
  g_strfreev (self->winners);
  g_strfreev (self->elected);
  g_strfreev (self->failed);
  g_clear_object (&self->reasons);
  g_free (self->summary);

  G_OBJECT_CLASS (charter_count_parent_class)->finalize (object);
}

static void
charter_count_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CharterCount *self = CHARTER_COUNT (object);

  switch ((CharterCountProperty) id)
    {
    case PROP_METHOD:
      g_value_set_string (value, charter_count_get_method (self));
      break;
    case PROP_WINNERS:
      g_value_set_boxed (value, charter_count_get_winners (self));
      break;
    case PROP_ELECTED:
      g_value_set_boxed (value, charter_count_get_elected (self));
      break;
    case PROP_N_LAYERS:
      g_value_set_uint (value, charter_count_get_n_layers (self));
      break;
    case PROP_INDETERMINATE:
      g_value_set_boolean (value, charter_count_get_indeterminate (self));
      break;
    case PROP_UNIQUE:
      g_value_set_boolean (value, charter_count_get_unique (self));
      break;
    case PROP_ADOPTED:
      g_value_set_boolean (value, charter_count_get_adopted (self));
      break;
    case PROP_FAILED:
      g_value_set_boxed (value, charter_count_get_failed (self));
      break;
    case PROP_REASONS:
      g_value_set_object (value, charter_count_get_reasons (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, charter_count_get_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_winners (void)
{
  /**
   * CharterCount:method: (getter get_method)
   *
   * The method counted by.
   *
   * Since: 0.1
   */
  properties[PROP_METHOD] = g_param_spec_string ("method", NULL, NULL, NULL, FLAGS);

  /**
   * CharterCount:winners: (getter get_winners)
   *
   * Who wins, before any tie is broken.
   *
   * Since: 0.1
   */
  properties[PROP_WINNERS] = g_param_spec_boxed ("winners", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterCount:elected: (getter get_elected)
   *
   * Who got the seats, in the order in which they were filled.
   *
   * Since: 0.1
   */
  properties[PROP_ELECTED] = g_param_spec_boxed ("elected", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterCount:n-layers: (getter get_n_layers)
   *
   * How many layers the ranking has, 0 where the method gives none.
   *
   * Since: 0.1
   */
  properties[PROP_N_LAYERS] =
    g_param_spec_uint ("n-layers", NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
}

static void
install_doubts (void)
{
  /**
   * CharterCount:indeterminate: (getter get_indeterminate)
   *
   * Whether it could not be worked out.
   *
   * Since: 0.1
   */
  properties[PROP_INDETERMINATE] =
    g_param_spec_boolean ("indeterminate", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterCount:unique: (getter get_unique)
   *
   * Whether the answer is the same in whatever order ties are taken.
   *
   * Since: 0.1
   */
  properties[PROP_UNIQUE] = g_param_spec_boolean ("unique", NULL, NULL, TRUE, FLAGS);

  /**
   * CharterCount:adopted: (getter get_adopted)
   *
   * Whether every test of a `decision` holds.
   *
   * Since: 0.1
   */
  properties[PROP_ADOPTED] = g_param_spec_boolean ("adopted", NULL, NULL, FALSE, FLAGS);

  /**
   * CharterCount:failed: (getter get_failed)
   *
   * The ids of the tests of a `decision` that do not hold.
   *
   * Since: 0.1
   */
  properties[PROP_FAILED] = g_param_spec_boxed ("failed", NULL, NULL, G_TYPE_STRV, FLAGS);
}

static void
charter_count_class_init (CharterCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_count_finalize;
  object_class->get_property = charter_count_get_property;
  install_winners ();
  install_doubts ();

  /**
   * CharterCount:reasons: (getter get_reasons)
   *
   * The proof: a list of [class@Charter.Reason].
   *
   * Since: 0.1
   */
  properties[PROP_REASONS] =
    g_param_spec_object ("reasons", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  /**
   * CharterCount:summary: (getter get_summary)
   *
   * The result as one sentence.
   *
   * Since: 0.1
   */
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, FLAGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_count_init (CharterCount *self)
{
}

static GStrv
names_of (const CharterElectionData *election,
          GArray                    *options)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < options->len; i++)
    g_strv_builder_add (builder,
                        charter_election_data_option (election, g_array_index (options, guint, i)));
  return g_strv_builder_end (builder);
}

static guint
count_layers (const CharterCountData *data)
{
  guint n = 0;

  for (guint i = 0; data->ranking != NULL && i < data->n_options; i++)
    if (g_array_index (data->ranking, guint, i) != G_MAXUINT)
      n = MAX (n, g_array_index (data->ranking, guint, i) + 1);
  return n;
}

CharterCount *
charter_count_new (const char          *method,
                   CharterCountData    *data,
                   CharterElectionData *election)
{
  CharterCount *self = g_object_new (CHARTER_TYPE_COUNT, NULL);
  g_autoptr(GStrvBuilder) failed = g_strv_builder_new ();

  self->method = g_strdup (method);
  self->data = data;
  self->election = charter_election_data_ref (election);
  self->winners = names_of (election, data->winners);
  self->elected = names_of (election, data->elected);
  for (guint i = 0; data->failed != NULL && i < data->failed->len; i++)
    g_strv_builder_add (failed, g_ptr_array_index (data->failed, i));
  self->failed = g_strv_builder_end (failed);
  self->n_layers = count_layers (data);
  return self;
}

const CharterCountData *
charter_count_get_data (CharterCount *self)
{
  return self->data;
}

/**
 * charter_count_get_method: (get-property method)
 * @self: a count
 *
 * Gives the method counted by, as it was named.
 *
 * Returns: the method
 *
 * Since: 0.1
 */
const char *
charter_count_get_method (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  return self->method;
}

/**
 * charter_count_get_winners: (get-property winners)
 * @self: a count
 *
 * Gives who wins, in the order of the options: all of them where it is a tie, or where it hangs
 * on the order in which ties are taken; nobody where nobody voted or it could not be worked out.
 *
 * Returns: (array zero-terminated=1) (transfer none): options
 *
 * Since: 0.1
 */
const char *const *
charter_count_get_winners (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  return (const char *const *) self->winners;
}

/**
 * charter_count_get_elected: (get-property elected)
 * @self: a count
 *
 * Gives who got the seats of a count by single transferable vote, in the order in which they
 * were filled; nobody with other methods, or where ties were taken in more than one order.
 *
 * Returns: (array zero-terminated=1) (transfer none): options
 *
 * Since: 0.1
 */
const char *const *
charter_count_get_elected (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  return (const char *const *) self->elected;
}

/**
 * charter_count_get_n_layers: (get-property n-layers)
 * @self: a count
 *
 * Gives how many layers the ranking has. The first layer holds those whom nobody beats, the next
 * those whom nobody beats once these are taken off, and so on. Options that were dropped are in
 * none.
 *
 * Returns: the number, 0 where the method gives no ranking
 *
 * Since: 0.1
 */
guint
charter_count_get_n_layers (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), 0);

  return self->n_layers;
}

/**
 * charter_count_dup_layer:
 * @self: a count
 * @layer: from 0, the best
 *
 * Gives the options of one layer of the ranking.
 *
 * Returns: (array zero-terminated=1) (transfer full): options in the order of the options; none
 *   past the last layer
 *
 * Since: 0.1
 */
char **
charter_count_dup_layer (CharterCount *self,
                         guint         layer)
{
  g_autoptr(GStrvBuilder) builder = NULL;

  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; layer < self->n_layers && i < self->data->n_options; i++)
    if (g_array_index (self->data->ranking, guint, i) == layer)
      g_strv_builder_add (builder, charter_election_data_option (self->election, i));
  return g_strv_builder_end (builder);
}

/**
 * charter_count_get_indeterminate: (get-property indeterminate)
 * @self: a count
 *
 * Tells whether it could not be worked out: more orders of ties than were to be tried, or exact
 * numbers that outgrew what is computed with. The summary says which.
 *
 * Returns: %TRUE if nobody is named for that reason
 *
 * Since: 0.1
 */
gboolean
charter_count_get_indeterminate (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), FALSE);

  return self->data->indeterminate;
}

/**
 * charter_count_get_unique: (get-property unique)
 * @self: a count
 *
 * Tells whether the answer is the same in whatever order ties are taken. With ranked pairs this
 * is about the whole ranking: a single winner is the winner in every order in any case.
 *
 * Returns: %FALSE if the winners are those of all orders together
 *
 * Since: 0.1
 */
gboolean
charter_count_get_unique (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), FALSE);

  return self->data->unique;
}

/**
 * charter_count_get_adopted: (get-property adopted)
 * @self: a count
 *
 * Tells whether every test of a `decision` holds, and somebody voted.
 *
 * Returns: %TRUE if it is adopted; %FALSE with other methods
 *
 * Since: 0.1
 */
gboolean
charter_count_get_adopted (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), FALSE);

  return self->data->adopted;
}

/**
 * charter_count_get_failed: (get-property failed)
 * @self: a count
 *
 * Gives the ids of the tests of a `decision` that do not hold, in the order of the tests.
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of tests
 *
 * Since: 0.1
 */
const char *const *
charter_count_get_failed (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  return (const char *const *) self->failed;
}

/**
 * charter_count_dup_pairwise:
 * @self: a count
 *
 * Gives the votes for each option over each other: 64-bit signed numbers in the byte order of
 * the machine, row by row; place *i* × *n* + *j* is the votes for option *i* over option *j*.
 *
 * Returns: (transfer full) (nullable): the matrix, %NULL where the method needs none
 *
 * Since: 0.1
 */
GBytes *
charter_count_dup_pairwise (CharterCount *self)
{
  gsize n;

  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  n = self->data->n_options;
  if (self->data->pairwise == NULL)
    return NULL;
  return g_bytes_new (self->data->pairwise, n * n * sizeof (gint64));
}

/**
 * charter_count_get_reasons: (get-property reasons)
 * @self: a count
 *
 * Gives the proof: what the method rests on, the pairs, paths, rounds, drops or tests with their
 * numbers, and each step that a tie made.
 *
 * Returns: (transfer none): a list of [class@Charter.Reason]
 *
 * Since: 0.1
 */
GListModel *
charter_count_get_reasons (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  if (self->reasons == NULL)
    self->reasons = charter_reasons_to_model (self->data->reasons);
  return self->reasons;
}

/**
 * charter_count_get_summary: (get-property summary)
 * @self: a count
 *
 * Gives the result as one sentence, the same in every locale.
 *
 * Returns: the sentence
 *
 * Since: 0.1
 */
const char *
charter_count_get_summary (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  if (self->summary == NULL)
    self->summary = charter_reasons_render (self->data->reasons,
                                            charter_reasons_first (self->data->reasons, 0), FALSE);
  return self->summary;
}

/**
 * charter_count_to_json:
 * @self: a count
 *
 * Writes the count in canonical form (RFC 8785): the members of `expected` in `election-case/1`
 * that the method has, and `reasons`. Fractions are strings such as `"185/2"`. Matrices and rounds
 * are left out where there are more than 256 options.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
charter_count_to_json (CharterCount *self)
{
  g_autoptr(CharterBuilder) builder = NULL;

  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  builder = charter_builder_new ();
  charter_builder_begin_object (builder);
  charter_count_build (self->data, self->election, builder);
  charter_builder_set_string (builder, "method", self->method);
  charter_builder_key (builder, "reasons");
  charter_reasons_build (self->data->reasons, builder);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}

/**
 * charter_count_to_dot:
 * @self: a count
 *
 * Draws the defeats in the language of GraphViz: an arrow from each option to each that it wins
 * against, with the votes for and against, and a double line around the winners. Without pairs
 * there are the options and their scores.
 *
 * Returns: (transfer full): the graph, in the order of the options
 *
 * Since: 0.1
 */
char *
charter_count_to_dot (CharterCount *self)
{
  g_return_val_if_fail (CHARTER_IS_COUNT (self), NULL);

  return charter_count_build_dot (self->data, self->election);
}
