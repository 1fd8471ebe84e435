/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-holding.h>

#include "permit/charter-build-private.h"
#include "permit/charter-permit-objects-private.h"

/**
 * CharterHolding:
 *
 * What one holder holds in a party that an item concerns: a person asked about, or somebody
 * connected with them, whose holdings a path of the conflict policy adds
 * ([property@Charter.Conflict:holdings]).
 *
 * Since: 0.1
 */
struct _CharterHolding
{
  GObject parent_instance;

  char  *holder, *share;
  GStrv  path;
};

typedef enum
{
  PROP_HOLDER = 1,
  PROP_SHARE,
  PROP_PATH
} CharterHoldingProperty;

#define N_PROPS (PROP_PATH + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterHolding, charter_holding, G_TYPE_OBJECT)

static void
charter_holding_finalize (GObject *object)
{
  CharterHolding *self = CHARTER_HOLDING (object);

  g_free (self->holder);
  g_free (self->share);
  g_strfreev (self->path);

  G_OBJECT_CLASS (charter_holding_parent_class)->finalize (object);
}

static void
charter_holding_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterHolding *self = CHARTER_HOLDING (object);

  switch ((CharterHoldingProperty) id)
    {
    case PROP_HOLDER:
      g_value_set_string (value, self->holder);
      break;
    case PROP_SHARE:
      g_value_set_string (value, self->share);
      break;
    case PROP_PATH:
      g_value_set_boxed (value, self->path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_holding_class_init (CharterHoldingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_holding_finalize;
  object_class->get_property = charter_holding_get_property;

  /**
   * CharterHolding:holder: (getter get_holder)
   *
   * The id of the party that holds it.
   *
   * Since: 0.1
   */
  properties[PROP_HOLDER] = g_param_spec_string ("holder", NULL, NULL, NULL, flags);

  /**
   * CharterHolding:share: (getter get_share)
   *
   * What is held, such as `1/4`: the shares along the way multiplied; %NULL where the record
   * does not say.
   *
   * Since: 0.1
   */
  properties[PROP_SHARE] = g_param_spec_string ("share", NULL, NULL, NULL, flags);

  /**
   * CharterHolding:path: (getter get_path)
   *
   * The ids of the parties from the holder to the party concerned.
   *
   * Since: 0.1
   */
  properties[PROP_PATH] = g_param_spec_boxed ("path", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_holding_init (CharterHolding *self)
{
}

static CharterHolding *
holding_new (const CharterScene *scene,
             const CharterHeld  *data)
{
  CharterHolding *self = g_object_new (CHARTER_TYPE_HOLDING, NULL);

  self->holder = g_strdup (charter_scene_name (scene, data->holder));
  self->share = data->known ? charter_fraction_to_string (&data->share) : NULL;
  self->path = charter_hops_to_path (scene, data->holder, data->hops, data->n_hops);

  return self;
}

GListModel *
charter_holdings_to_model (const CharterScene *scene,
                           const CharterTrail *trail)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_HOLDING);

  for (guint i = 0; trail != NULL && !trail->withheld && i < trail->n_holdings; i++)
    {
      g_autoptr(CharterHolding) holding = holding_new (scene, &trail->holdings[i]);

      g_list_store_append (model, holding);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_holding_get_holder: (get-property holder)
 * @self: a holding
 *
 * Gives who holds it.
 *
 * Returns: the id of a party
 *
 * Since: 0.1
 */
const char *
charter_holding_get_holder (CharterHolding *self)
{
  g_return_val_if_fail (CHARTER_IS_HOLDING (self), NULL);

  return self->holder;
}

/**
 * charter_holding_get_share: (get-property share)
 * @self: a holding
 *
 * Gives what is held.
 *
 * Returns: (nullable): a fraction such as `1/4`
 *
 * Since: 0.1
 */
const char *
charter_holding_get_share (CharterHolding *self)
{
  g_return_val_if_fail (CHARTER_IS_HOLDING (self), NULL);

  return self->share;
}

/**
 * charter_holding_get_path: (get-property path)
 * @self: a holding
 *
 * Gives the way from the holder to the party concerned.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of parties
 *
 * Since: 0.1
 */
const char *const *
charter_holding_get_path (CharterHolding *self)
{
  g_return_val_if_fail (CHARTER_IS_HOLDING (self), NULL);

  return (const char *const *) self->path;
}
