/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-role.h>

#include "document/charter-document-object-private.h"

/**
 * CharterRole:
 *
 * A role that persons hold, and what it lets them do.
 *
 * It is a part of a [class@Charter.Document] and holds what it needs of it.
 *
 * Since: 0.1
 */
struct _CharterRole
{
  GObject parent_instance;

  CharterDocumentData   *data;
  const CharterRoleData *row;
  char                  *term;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_CLAUSE,
  PROP_ONE_HOLDER,
  PROP_OF_PARTNER,
  PROP_TERM,
  PROP_SUBSTITUTES,
  PROP_ACTS,
  PROP_INCOMPATIBLE
} CharterRoleProperty;

#define N_PROPS (PROP_INCOMPATIBLE + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterRole, charter_role, G_TYPE_OBJECT)

static void
charter_role_finalize (GObject *object)
{
  CharterRole *self = CHARTER_ROLE (object);

  g_clear_pointer (&self->data, charter_document_data_unref);
  g_clear_pointer (&self->term, g_free);

  G_OBJECT_CLASS (charter_role_parent_class)->finalize (object);
}

static void
charter_role_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CharterRole *self = CHARTER_ROLE (object);

  switch ((CharterRoleProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_role_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, charter_role_get_name (self));
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, charter_role_get_clause (self));
      break;
    case PROP_ONE_HOLDER:
      g_value_set_boolean (value, charter_role_get_one_holder (self));
      break;
    case PROP_OF_PARTNER:
      g_value_set_boolean (value, charter_role_get_of_partner (self));
      break;
    case PROP_TERM:
      g_value_set_string (value, charter_role_get_term (self));
      break;
    case PROP_SUBSTITUTES:
      g_value_set_string (value, charter_role_get_substitutes (self));
      break;
    case PROP_ACTS:
      g_value_take_boxed (value, charter_role_dup_acts (self));
      break;
    case PROP_INCOMPATIBLE:
      g_value_take_boxed (value, charter_role_dup_incompatible (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_role_class_init (CharterRoleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_role_finalize;
  object_class->get_property = charter_role_get_property;

  /**
   * CharterRole:id: (getter get_id)
   *
   * The id by which rules and entries name the role.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterRole:name: (getter get_name)
   *
   * What people call it, %NULL if it has no name besides its id.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  /**
   * CharterRole:clause: (getter get_clause)
   *
   * The id of the clause behind the role, %NULL if none is named.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterRole:one-holder: (getter get_one_holder)
   *
   * Whether one person holds it at a time; otherwise many may.
   *
   * Since: 0.1
   */
  properties[PROP_ONE_HOLDER] = g_param_spec_boolean ("one-holder", NULL, NULL, FALSE, flags);

  /**
   * CharterRole:of-partner: (getter get_of_partner)
   *
   * Whether each partner fills it; otherwise it is a role in the partnership.
   *
   * Since: 0.1
   */
  properties[PROP_OF_PARTNER] = g_param_spec_boolean ("of-partner", NULL, NULL, FALSE, flags);

  /**
   * CharterRole:term: (getter get_term)
   *
   * How long it is held before it ends by itself, in words such as “2 years”, %NULL if it has no
   * end.
   *
   * Since: 0.1
   */
  properties[PROP_TERM] = g_param_spec_string ("term", NULL, NULL, NULL, flags);

  /**
   * CharterRole:substitutes: (getter get_substitutes)
   *
   * The id of the role that a holder of this one stands in for, %NULL if there is none.
   *
   * Since: 0.1
   */
  properties[PROP_SUBSTITUTES] = g_param_spec_string ("substitutes", NULL, NULL, NULL, flags);

  /**
   * CharterRole:acts:
   *
   * What a holder may do, such as `chair` or `see-sealed`.
   *
   * Since: 0.1
   */
  properties[PROP_ACTS] = g_param_spec_boxed ("acts", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * CharterRole:incompatible:
   *
   * Ids of the roles that a holder of this one may not hold as well.
   *
   * Since: 0.1
   */
  properties[PROP_INCOMPATIBLE] =
    g_param_spec_boxed ("incompatible", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_role_init (CharterRole *self)
{
  static const CharterRoleData nothing = { .id = "" };

  /* Scripts can make objects of any type; those that stand for nothing answer nothing. */
  self->row = &nothing;
}

CharterRole *
charter_role_new_for_row (CharterDocumentData   *data,
                          const CharterRoleData *row)
{
  CharterRole *self = g_object_new (CHARTER_TYPE_ROLE, NULL);

  self->data = charter_document_data_ref (data);
  self->row = row;
  if (row->has_term)
    self->term = charter_period_describe (&row->term);

  return self;
}

/**
 * charter_role_get_id: (get-property id)
 * @self: a role
 *
 * The id by which rules and entries name the role.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
charter_role_get_id (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), NULL);

  return self->row->id;
}

/**
 * charter_role_get_name: (get-property name)
 * @self: a role
 *
 * What people call it, %NULL if it has no name besides its id.
 *
 * Returns: (transfer none) (nullable): the name
 *
 * Since: 0.1
 */
const char *
charter_role_get_name (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), NULL);

  return self->row->name;
}

/**
 * charter_role_get_clause: (get-property clause)
 * @self: a role
 *
 * The id of the clause behind the role, %NULL if none is named.
 *
 * Returns: (transfer none) (nullable): the id of the clause
 *
 * Since: 0.1
 */
const char *
charter_role_get_clause (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), NULL);

  return self->row->clause;
}

/**
 * charter_role_get_one_holder: (get-property one-holder)
 * @self: a role
 *
 * Whether one person holds it at a time; otherwise many may.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_role_get_one_holder (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), FALSE);

  return self->row->one_holder;
}

/**
 * charter_role_get_of_partner: (get-property of-partner)
 * @self: a role
 *
 * Whether each partner fills it; otherwise it is a role in the partnership.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_role_get_of_partner (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), FALSE);

  return self->row->of_partner;
}

/**
 * charter_role_get_term: (get-property term)
 * @self: a role
 *
 * How long it is held before it ends by itself, in words such as “2 years”, %NULL if it has no
 * end.
 *
 * Returns: (transfer none) (nullable): the term in words
 *
 * Since: 0.1
 */
const char *
charter_role_get_term (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), NULL);

  return self->term;
}

/**
 * charter_role_get_substitutes: (get-property substitutes)
 * @self: a role
 *
 * The id of the role that a holder of this one stands in for, %NULL if there is none.
 *
 * Returns: (transfer none) (nullable): the id of a role
 *
 * Since: 0.1
 */
const char *
charter_role_get_substitutes (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), NULL);

  return self->row->substitutes;
}

/**
 * charter_role_dup_acts:
 * @self: a role
 *
 * What a holder may do, such as `chair` or `see-sealed`.
 *
 * Returns: (transfer full) (array zero-terminated=1): the acts
 *
 * Since: 0.1
 */
char **
charter_role_dup_acts (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), NULL);

  return charter_node_dup_strv (self->row->acts);
}

/**
 * charter_role_dup_incompatible:
 * @self: a role
 *
 * Ids of the roles that a holder of this one may not hold as well.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of roles
 *
 * Since: 0.1
 */
char **
charter_role_dup_incompatible (CharterRole *self)
{
  g_return_val_if_fail (CHARTER_IS_ROLE (self), NULL);

  return charter_node_dup_strv (self->row->incompatible);
}
