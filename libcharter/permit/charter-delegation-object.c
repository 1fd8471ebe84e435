/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-verdict.h>

#include "permit/charter-permit-objects-private.h"

/**
 * CharterDelegation:
 *
 * A delegation of a vote on an item: where it leads, or why it falls.
 *
 * Who has cast no ballot votes through the unit that it delegated to, with its own weight; where
 * that has cast none either, through the one that it delegated to, and so on. Of several
 * delegations the one with the narrowest scope holds, then the newest; only that one is given.
 *
 * A delegation falls where either end is barred from voting on the item or has no vote on it,
 * where it leads in a circle, and where whoever delegated has cast a ballot of its own.
 *
 * Since: 0.1
 */
struct _CharterDelegation
{
  GObject parent_instance;

  char       *id, *delegator, *delegate, *final;
  const char *ground;     /* static */
  gint64      entry;
};

typedef enum
{
  PROP_ID = 1,
  PROP_DELEGATOR,
  PROP_DELEGATE,
  PROP_FINAL,
  PROP_GROUND,
  PROP_EXPLANATION,
  PROP_ENTRY
} CharterDelegationProperty;

#define N_PROPS (PROP_ENTRY + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterDelegation, charter_delegation, G_TYPE_OBJECT)

static void
charter_delegation_finalize (GObject *object)
{
  CharterDelegation *self = CHARTER_DELEGATION (object);

  g_free (self->id);
  g_free (self->delegator);
  g_free (self->delegate);
  g_free (self->final);

  G_OBJECT_CLASS (charter_delegation_parent_class)->finalize (object);
}

static void
charter_delegation_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CharterDelegation *self = CHARTER_DELEGATION (object);

  switch ((CharterDelegationProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DELEGATOR:
      g_value_set_string (value, self->delegator);
      break;
    case PROP_DELEGATE:
      g_value_set_string (value, self->delegate);
      break;
    case PROP_FINAL:
      g_value_set_string (value, self->final);
      break;
    case PROP_GROUND:
      g_value_set_static_string (value, self->ground);
      break;
    case PROP_EXPLANATION:
      g_value_set_static_string (value, charter_delegation_get_explanation (self));
      break;
    case PROP_ENTRY:
      g_value_set_int64 (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_delegation_class_init (CharterDelegationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_delegation_finalize;
  object_class->get_property = charter_delegation_get_property;

  /**
   * CharterDelegation:id: (getter get_id)
   *
   * The id of the delegation.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterDelegation:delegator: (getter get_delegator)
   *
   * The id of the one who delegated.
   *
   * Since: 0.1
   */
  properties[PROP_DELEGATOR] = g_param_spec_string ("delegator", NULL, NULL, NULL, flags);

  /**
   * CharterDelegation:delegate: (getter get_delegate)
   *
   * The id of the one to whom the vote was delegated.
   *
   * Since: 0.1
   */
  properties[PROP_DELEGATE] = g_param_spec_string ("delegate", NULL, NULL, NULL, flags);

  /**
   * CharterDelegation:final: (getter get_final)
   *
   * The id of the voting unit through whose ballot the vote is cast, or would be: where the
   * delegate delegated on, whoever that leads to; %NULL where the delegation falls.
   *
   * Since: 0.1
   */
  properties[PROP_FINAL] = g_param_spec_string ("final", NULL, NULL, NULL, flags);

  /**
   * CharterDelegation:ground: (getter get_ground)
   *
   * The stable code of the ground on which it falls, such as `conflict`; %NULL where it holds.
   *
   * Since: 0.1
   */
  properties[PROP_GROUND] = g_param_spec_string ("ground", NULL, NULL, NULL, flags);

  /**
   * CharterDelegation:explanation: (getter get_explanation)
   *
   * The ground as a sentence.
   *
   * Since: 0.1
   */
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);

  /**
   * CharterDelegation:entry: (getter get_entry)
   *
   * The seq of the entry by which it was made.
   *
   * Since: 0.1
   */
  properties[PROP_ENTRY] = g_param_spec_int64 ("entry", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_delegation_init (CharterDelegation *self)
{
}

static char *
dup_name (const CharterScene *scene,
          CharterRef          ref)
{
  return ref != 0 ? g_strdup (charter_scene_name (scene, ref)) : NULL;
}

static CharterDelegation *
delegation_new (const CharterScene          *scene,
                const CharterDelegationData *data)
{
  CharterDelegation *self = g_object_new (CHARTER_TYPE_DELEGATION, NULL);

  self->id = dup_name (scene, data->made->makes);
  self->delegator = dup_name (scene, data->from);
  self->delegate = dup_name (scene, data->to);
  self->final = data->ground == NULL ? dup_name (scene, data->final) : NULL;
  self->ground = data->ground;
  self->entry = data->made->seq;

  return self;
}

GListModel *
charter_delegations_to_model (const CharterScene *scene,
                              GArray             *rows)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_DELEGATION);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr(CharterDelegation) row
        = delegation_new (scene, &g_array_index (rows, CharterDelegationData, i));

      g_list_store_append (model, row);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_delegation_get_id: (get-property id)
 * @self: a delegation
 *
 * Gives the id of the delegation.
 *
 * Returns: the id of the delegation
 *
 * Since: 0.1
 */
const char *
charter_delegation_get_id (CharterDelegation *self)
{
  g_return_val_if_fail (CHARTER_IS_DELEGATION (self), NULL);

  return self->id;
}

/**
 * charter_delegation_get_delegator: (get-property delegator)
 * @self: a delegation
 *
 * Gives the one who delegated.
 *
 * Returns: the id of a person or a partner
 *
 * Since: 0.1
 */
const char *
charter_delegation_get_delegator (CharterDelegation *self)
{
  g_return_val_if_fail (CHARTER_IS_DELEGATION (self), NULL);

  return self->delegator;
}

/**
 * charter_delegation_get_delegate: (get-property delegate)
 * @self: a delegation
 *
 * Gives the one to whom the vote was delegated.
 *
 * Returns: the id of a person or a partner
 *
 * Since: 0.1
 */
const char *
charter_delegation_get_delegate (CharterDelegation *self)
{
  g_return_val_if_fail (CHARTER_IS_DELEGATION (self), NULL);

  return self->delegate;
}

/**
 * charter_delegation_get_final: (get-property final)
 * @self: a delegation
 *
 * Gives the voting unit through whose ballot the vote is cast, or would be.
 *
 * Returns: (nullable): the id of a person or a partner, or %NULL where the delegation falls
 *
 * Since: 0.1
 */
const char *
charter_delegation_get_final (CharterDelegation *self)
{
  g_return_val_if_fail (CHARTER_IS_DELEGATION (self), NULL);

  return self->final;
}

/**
 * charter_delegation_get_ground: (get-property ground)
 * @self: a delegation
 *
 * Gives the ground on which the delegation falls.
 *
 * Returns: (nullable): a stable code such as `conflict`, or %NULL where it holds
 *
 * Since: 0.1
 */
const char *
charter_delegation_get_ground (CharterDelegation *self)
{
  g_return_val_if_fail (CHARTER_IS_DELEGATION (self), NULL);

  return self->ground;
}

/**
 * charter_delegation_get_explanation: (get-property explanation)
 * @self: a delegation
 *
 * Gives the ground as a sentence.
 *
 * Returns: (nullable): the sentence, or %NULL where the delegation holds
 *
 * Since: 0.1
 */
const char *
charter_delegation_get_explanation (CharterDelegation *self)
{
  g_return_val_if_fail (CHARTER_IS_DELEGATION (self), NULL);

  return self->ground != NULL ? charter_ground_explain (self->ground) : NULL;
}

/**
 * charter_delegation_get_entry: (get-property entry)
 * @self: a delegation
 *
 * Gives the entry by which the delegation was made.
 *
 * Returns: its seq
 *
 * Since: 0.1
 */
gint64
charter_delegation_get_entry (CharterDelegation *self)
{
  g_return_val_if_fail (CHARTER_IS_DELEGATION (self), 0);

  return self->entry;
}
