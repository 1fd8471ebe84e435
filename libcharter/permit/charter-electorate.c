/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-permit-objects-private.h"

#include "permit/charter-build-private.h"

/**
 * CharterElectorate:
 *
 * Who may see the papers of an item, discuss it and be present, and which voting units are
 * counted and vote, at one time, with the ground of every exclusion.
 *
 * Papers, discussion and presence are lists of persons; quorum and vote are lists of voting
 * units, persons or partners as the rule has it. All lists are in alphabetical order.
 *
 * Since: 0.1
 */
struct _CharterElectorate
{
  GObject parent_instance;

  char       *decision, *at, *json;
  GStrv       papers, discussion, presence, quorum, vote;
  GListModel *excluded, *delegations;
  gboolean    indeterminate;
};

typedef enum
{
  PROP_DECISION = 1,
  PROP_AT,
  PROP_PAPERS,
  PROP_DISCUSSION,
  PROP_PRESENCE,
  PROP_QUORUM,
  PROP_VOTE,
  PROP_EXCLUDED,
  PROP_DELEGATIONS,
  PROP_INDETERMINATE
} CharterElectorateProperty;

#define N_PROPS (PROP_INDETERMINATE + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterElectorate, charter_electorate, G_TYPE_OBJECT)

static void
charter_electorate_finalize (GObject *object)
{
  CharterElectorate *self = CHARTER_ELECTORATE (object);

  g_free (self->decision);
  g_free (self->at);
  g_free (self->json);
  g_strfreev (self->papers);
  g_strfreev (self->discussion);
  g_strfreev (self->presence);
  g_strfreev (self->quorum);
  g_strfreev (self->vote);
  g_clear_object (&self->excluded);
  g_clear_object (&self->delegations);

  G_OBJECT_CLASS (charter_electorate_parent_class)->finalize (object);
}

static void
charter_electorate_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CharterElectorate *self = CHARTER_ELECTORATE (object);

  switch ((CharterElectorateProperty) id)
    {
    case PROP_DECISION:
      g_value_set_string (value, self->decision);
      break;
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_PAPERS:
      g_value_set_boxed (value, self->papers);
      break;
    case PROP_DISCUSSION:
      g_value_set_boxed (value, self->discussion);
      break;
    case PROP_PRESENCE:
      g_value_set_boxed (value, self->presence);
      break;
    case PROP_QUORUM:
      g_value_set_boxed (value, self->quorum);
      break;
    case PROP_VOTE:
      g_value_set_boxed (value, self->vote);
      break;
    case PROP_EXCLUDED:
      g_value_set_object (value, self->excluded);
      break;
    case PROP_DELEGATIONS:
      g_value_set_object (value, self->delegations);
      break;
    case PROP_INDETERMINATE:
      g_value_set_boolean (value, self->indeterminate);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

/* Who is kept out, and what leads where. */
static void
install_exclusions (void)
{
  /**
   * CharterElectorate:excluded: (getter get_excluded)
   *
   * Who is kept out, and why: a list of [class@Charter.Exclusion].
   *
   * Since: 0.1
   */
  properties[PROP_EXCLUDED] = g_param_spec_object ("excluded", NULL, NULL, G_TYPE_LIST_MODEL,
                                                   FLAGS);

  /**
   * CharterElectorate:delegations: (getter get_delegations)
   *
   * The delegations of votes on the item: a list of [class@Charter.Delegation].
   *
   * Since: 0.1
   */
  properties[PROP_DELEGATIONS] = g_param_spec_object ("delegations", NULL, NULL, G_TYPE_LIST_MODEL,
                                                      FLAGS);

  /**
   * CharterElectorate:indeterminate: (getter get_indeterminate)
   *
   * Whether something that bears on quorum or vote cannot be worked out.
   *
   * Since: 0.1
   */
  properties[PROP_INDETERMINATE] = g_param_spec_boolean ("indeterminate", NULL, NULL, FALSE, FLAGS);
}

static void
charter_electorate_class_init (CharterElectorateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_electorate_finalize;
  object_class->get_property = charter_electorate_get_property;

  /**
   * CharterElectorate:decision: (getter get_decision)
   *
   * The id of the decision.
   *
   * Since: 0.1
   */
  properties[PROP_DECISION] = g_param_spec_string ("decision", NULL, NULL, NULL, FLAGS);

  /**
   * CharterElectorate:at: (getter get_at)
   *
   * The time of the item: the instant asked about, but no later than the one that the rule
   * fixes the electorate at.
   *
   * Since: 0.1
   */
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, FLAGS);

  /**
   * CharterElectorate:papers: (getter get_papers)
   *
   * Persons who may see the papers.
   *
   * Since: 0.1
   */
  properties[PROP_PAPERS] = g_param_spec_boxed ("papers", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterElectorate:discussion: (getter get_discussion)
   *
   * Persons who may discuss.
   *
   * Since: 0.1
   */
  properties[PROP_DISCUSSION] = g_param_spec_boxed ("discussion", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterElectorate:presence: (getter get_presence)
   *
   * Persons who may be present.
   *
   * Since: 0.1
   */
  properties[PROP_PRESENCE] = g_param_spec_boxed ("presence", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterElectorate:quorum: (getter get_quorum)
   *
   * Voting units that may be counted towards the quorum.
   *
   * Since: 0.1
   */
  properties[PROP_QUORUM] = g_param_spec_boxed ("quorum", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CharterElectorate:vote: (getter get_vote)
   *
   * Voting units that may vote.
   *
   * Since: 0.1
   */
  properties[PROP_VOTE] = g_param_spec_boxed ("vote", NULL, NULL, G_TYPE_STRV, FLAGS);

  install_exclusions ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_electorate_init (CharterElectorate *self)
{
}

static GStrv
dup_names (const CharterScene *scene,
           GArray             *refs)
{
  g_autofree const char **names = charter_refs_to_names (scene, refs);

  return g_strdupv ((char **) names);
}

CharterElectorate *
charter_electorate_new (const CharterScene    *scene,
                        const char            *decision,
                        const char            *at,
                        CharterElectorateData *data)
{
  CharterElectorate *self = g_object_new (CHARTER_TYPE_ELECTORATE, NULL);
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_electorate_build (scene, data, builder);
  self->json = charter_builder_to_text (builder);
  self->decision = g_strdup (decision);
  self->at = g_strdup (at);
  self->papers = dup_names (scene, data->papers);
  self->discussion = dup_names (scene, data->discussion);
  self->presence = dup_names (scene, data->presence);
  self->quorum = dup_names (scene, data->quorum);
  self->vote = dup_names (scene, data->vote);
  self->excluded = charter_exclusions_to_model (scene, data->excluded);
  self->delegations = charter_delegations_to_model (scene, data->delegations);
  self->indeterminate = data->indeterminate;
  charter_electorate_clear (data);

  return self;
}

/**
 * charter_electorate_get_decision: (get-property decision)
 * @self: an electorate
 *
 * Gives the decision.
 *
 * Returns: the id of the decision
 *
 * Since: 0.1
 */
const char *
charter_electorate_get_decision (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return self->decision;
}

/**
 * charter_electorate_get_at: (get-property at)
 * @self: an electorate
 *
 * Gives the time of the item.
 *
 * Returns: an instant such as `2026-03-02T10:00:00Z`
 *
 * Since: 0.1
 */
const char *
charter_electorate_get_at (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return self->at;
}

/**
 * charter_electorate_get_papers: (get-property papers)
 * @self: an electorate
 *
 * Gives the persons who may see the papers.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in alphabetical order
 *
 * Since: 0.1
 */
const char *const *
charter_electorate_get_papers (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return (const char *const *) self->papers;
}

/**
 * charter_electorate_get_discussion: (get-property discussion)
 * @self: an electorate
 *
 * Gives the persons who may discuss.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in alphabetical order
 *
 * Since: 0.1
 */
const char *const *
charter_electorate_get_discussion (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return (const char *const *) self->discussion;
}

/**
 * charter_electorate_get_presence: (get-property presence)
 * @self: an electorate
 *
 * Gives the persons who may be present.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in alphabetical order
 *
 * Since: 0.1
 */
const char *const *
charter_electorate_get_presence (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return (const char *const *) self->presence;
}

/**
 * charter_electorate_get_quorum: (get-property quorum)
 * @self: an electorate
 *
 * Gives the voting units that may be counted towards the quorum.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in alphabetical order
 *
 * Since: 0.1
 */
const char *const *
charter_electorate_get_quorum (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return (const char *const *) self->quorum;
}

/**
 * charter_electorate_get_vote: (get-property vote)
 * @self: an electorate
 *
 * Gives the voting units that may vote.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in alphabetical order
 *
 * Since: 0.1
 */
const char *const *
charter_electorate_get_vote (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return (const char *const *) self->vote;
}

/**
 * charter_electorate_get_excluded: (get-property excluded)
 * @self: an electorate
 *
 * Gives who is kept out, and why.
 *
 * Returns: (transfer none): a list of [class@Charter.Exclusion]
 *
 * Since: 0.1
 */
GListModel *
charter_electorate_get_excluded (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return self->excluded;
}

/**
 * charter_electorate_get_delegations: (get-property delegations)
 * @self: an electorate
 *
 * Gives the delegations of votes on the item, in the alphabetical order of those who delegated:
 * where each leads, or why it falls, whoever has cast a ballot.
 *
 * Returns: (transfer none): a list of [class@Charter.Delegation]
 *
 * Since: 0.1
 */
GListModel *
charter_electorate_get_delegations (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return self->delegations;
}

/**
 * charter_electorate_get_indeterminate: (get-property indeterminate)
 * @self: an electorate
 *
 * Tells whether something that bears on quorum or vote cannot be worked out: a conflict that
 * nobody has ruled on yet. Whoever it concerns is kept out until it can.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_electorate_get_indeterminate (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), FALSE);

  return self->indeterminate;
}

/**
 * charter_electorate_to_json:
 * @self: an electorate
 *
 * Writes the electorate as JSON in the canonical form of RFC 8785: the shape of the answer
 * `electorate` of scenario files.
 *
 * Returns: (transfer full): JSON text of an object
 *
 * Since: 0.1
 */
char *
charter_electorate_to_json (CharterElectorate *self)
{
  g_return_val_if_fail (CHARTER_IS_ELECTORATE (self), NULL);

  return g_strdup (self->json);
}
