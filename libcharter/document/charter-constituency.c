/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-constituency.h>

#include "document/charter-document-object-private.h"

/**
 * CharterConstituency:
 *
 * A named group that must be heard or counted, such as people with lived experience.
 *
 * It is a part of a [class@Charter.Document] and holds what it needs of it.
 *
 * Since: 0.1
 */
struct _CharterConstituency
{
  GObject parent_instance;

  CharterDocumentData           *data;
  const CharterConstituencyData *row;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME
} CharterConstituencyProperty;

#define N_PROPS (PROP_NAME + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterConstituency, charter_constituency, G_TYPE_OBJECT)

static void
charter_constituency_finalize (GObject *object)
{
  CharterConstituency *self = CHARTER_CONSTITUENCY (object);

  g_clear_pointer (&self->data, charter_document_data_unref);

  G_OBJECT_CLASS (charter_constituency_parent_class)->finalize (object);
}

static void
charter_constituency_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CharterConstituency *self = CHARTER_CONSTITUENCY (object);

  switch ((CharterConstituencyProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_constituency_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, charter_constituency_get_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_constituency_class_init (CharterConstituencyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_constituency_finalize;
  object_class->get_property = charter_constituency_get_property;

  /**
   * CharterConstituency:id: (getter get_id)
   *
   * The id by which rules, checks and partners name the constituency.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterConstituency:name: (getter get_name)
   *
   * What people call it, %NULL if it has no name besides its id.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_constituency_init (CharterConstituency *self)
{
  static const CharterConstituencyData nothing = { .id = "" };

  /* Scripts can make objects of any type; those that stand for nothing answer nothing. */
  self->row = &nothing;
}

CharterConstituency *
charter_constituency_new_for_row (CharterDocumentData           *data,
                                  const CharterConstituencyData *row)
{
  CharterConstituency *self = g_object_new (CHARTER_TYPE_CONSTITUENCY, NULL);

  self->data = charter_document_data_ref (data);
  self->row = row;

  return self;
}

/**
 * charter_constituency_get_id: (get-property id)
 * @self: a constituency
 *
 * The id by which rules, checks and partners name the constituency.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
charter_constituency_get_id (CharterConstituency *self)
{
  g_return_val_if_fail (CHARTER_IS_CONSTITUENCY (self), NULL);

  return self->row->id;
}

/**
 * charter_constituency_get_name: (get-property name)
 * @self: a constituency
 *
 * What people call it, %NULL if it has no name besides its id.
 *
 * Returns: (transfer none) (nullable): the name
 *
 * Since: 0.1
 */
const char *
charter_constituency_get_name (CharterConstituency *self)
{
  g_return_val_if_fail (CHARTER_IS_CONSTITUENCY (self), NULL);

  return self->row->name;
}
