/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-section.h>
#include <charter/charter-clause.h>

#include "document/charter-document-object-private.h"

/**
 * CharterSection:
 *
 * Clauses of a charter that belong together.
 *
 * It is a part of a [class@Charter.Document] and holds what it needs of it.
 *
 * Since: 0.1
 */
struct _CharterSection
{
  GObject parent_instance;

  CharterDocumentData      *data;
  const CharterSectionData *row;
  GListStore               *clauses;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_CLAUSES
} CharterSectionProperty;

#define N_PROPS (PROP_CLAUSES + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterSection, charter_section, G_TYPE_OBJECT)

static void
charter_section_finalize (GObject *object)
{
  CharterSection *self = CHARTER_SECTION (object);

  g_clear_pointer (&self->data, charter_document_data_unref);
  g_clear_object (&self->clauses);

  G_OBJECT_CLASS (charter_section_parent_class)->finalize (object);
}

static void
charter_section_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterSection *self = CHARTER_SECTION (object);

  switch ((CharterSectionProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_section_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, charter_section_get_title (self));
      break;
    case PROP_CLAUSES:
      g_value_set_object (value, charter_section_get_clauses (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_section_class_init (CharterSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_section_finalize;
  object_class->get_property = charter_section_get_property;

  /**
   * CharterSection:id: (getter get_id)
   *
   * The id of the section.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterSection:title: (getter get_title)
   *
   * The heading of the section.
   *
   * Since: 0.1
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  /**
   * CharterSection:clauses: (getter get_clauses)
   *
   * The clauses of the section, in order, a list of [class@Charter.Clause].
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSES] = g_param_spec_object ("clauses", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_section_init (CharterSection *self)
{
  static const CharterSectionData nothing = { .id = "" };

  /* Scripts can make objects of any type; those that stand for nothing answer nothing. */
  self->row = &nothing;
  self->clauses = g_list_store_new (CHARTER_TYPE_CLAUSE);
}

CharterSection *
charter_section_new_for_row (CharterDocumentData      *data,
                             const CharterSectionData *row,
                             GListModel               *clauses)
{
  CharterSection *self = g_object_new (CHARTER_TYPE_SECTION, NULL);

  self->data = charter_document_data_ref (data);
  self->row = row;
  for (guint i = 0; i < row->n_clauses; i++)
    {
      g_autoptr(CharterClause) clause = g_list_model_get_item (clauses, row->first_clause + i);

      g_list_store_append (self->clauses, clause);
    }

  return self;
}

/**
 * charter_section_get_id: (get-property id)
 * @self: a section
 *
 * The id of the section.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
charter_section_get_id (CharterSection *self)
{
  g_return_val_if_fail (CHARTER_IS_SECTION (self), NULL);

  return self->row->id;
}

/**
 * charter_section_get_title: (get-property title)
 * @self: a section
 *
 * The heading of the section.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
charter_section_get_title (CharterSection *self)
{
  g_return_val_if_fail (CHARTER_IS_SECTION (self), NULL);

  return self->row->title;
}

/**
 * charter_section_get_clauses: (get-property clauses)
 * @self: a section
 *
 * The clauses of the section, in order, a list of [class@Charter.Clause].
 *
 * Returns: (transfer none): the clauses
 *
 * Since: 0.1
 */
GListModel *
charter_section_get_clauses (CharterSection *self)
{
  g_return_val_if_fail (CHARTER_IS_SECTION (self), NULL);

  return G_LIST_MODEL (self->clauses);
}
