/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-clause.h>

#include "document/charter-document-object-private.h"
#include "format/charter-json-writer-private.h"

/**
 * CharterClause:
 *
 * One commitment of a charter.
 *
 * A clause may carry checks, which are measured from the record, and attestations, which are
 * questions put to people. A clause with neither cannot be told to be lived or not.
 *
 * It is a part of a [class@Charter.Document] and holds what it needs of it.
 *
 * Since: 0.1
 */
struct _CharterClause
{
  GObject parent_instance;

  CharterDocumentData     *data;
  const CharterClauseData *row;
};

typedef enum
{
  PROP_ID = 1,
  PROP_KIND,
  PROP_TEXT,
  PROP_SOURCE,
  PROP_SECTION_ID,
  PROP_HAS_CHECKS,
  PROP_HAS_ATTESTATION,
  PROP_CHECKS,
  PROP_ATTESTATIONS
} CharterClauseProperty;

#define N_PROPS (PROP_ATTESTATIONS + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterClause, charter_clause, G_TYPE_OBJECT)

static void
charter_clause_finalize (GObject *object)
{
  CharterClause *self = CHARTER_CLAUSE (object);

  g_clear_pointer (&self->data, charter_document_data_unref);

  G_OBJECT_CLASS (charter_clause_parent_class)->finalize (object);
}

static void
charter_clause_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CharterClause *self = CHARTER_CLAUSE (object);

  switch ((CharterClauseProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_clause_get_id (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, charter_clause_get_kind (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, charter_clause_get_text (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, charter_clause_get_source (self));
      break;
    case PROP_SECTION_ID:
      g_value_set_string (value, charter_clause_get_section_id (self));
      break;
    case PROP_HAS_CHECKS:
      g_value_set_boolean (value, charter_clause_get_has_checks (self));
      break;
    case PROP_HAS_ATTESTATION:
      g_value_set_boolean (value, charter_clause_get_has_attestation (self));
      break;
    case PROP_CHECKS:
      g_value_take_string (value, charter_clause_dup_checks (self));
      break;
    case PROP_ATTESTATIONS:
      g_value_take_string (value, charter_clause_dup_attestations (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_clause_class_init (CharterClauseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_clause_finalize;
  object_class->get_property = charter_clause_get_property;

  /**
   * CharterClause:id: (getter get_id)
   *
   * The id of the clause, the same in all versions of the charter.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterClause:kind: (getter get_kind)
   *
   * What the clause is: a value, a responsibility, a principle and so on.
   *
   * Since: 0.1
   */
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, CHARTER_TYPE_CLAUSE_KIND,
                       CHARTER_CLAUSE_KIND_VALUE, flags);

  /**
   * CharterClause:text: (getter get_text)
   *
   * What the clause says.
   *
   * Since: 0.1
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);

  /**
   * CharterClause:source: (getter get_source)
   *
   * Where the clause comes from, %NULL if it is not said.
   *
   * Since: 0.1
   */
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);

  /**
   * CharterClause:section-id: (getter get_section_id)
   *
   * The id of the section in which the clause stands.
   *
   * Since: 0.1
   */
  properties[PROP_SECTION_ID] = g_param_spec_string ("section-id", NULL, NULL, NULL, flags);

  /**
   * CharterClause:has-checks: (getter get_has_checks)
   *
   * Whether anything is measured from the record.
   *
   * Since: 0.1
   */
  properties[PROP_HAS_CHECKS] = g_param_spec_boolean ("has-checks", NULL, NULL, FALSE, flags);

  /**
   * CharterClause:has-attestation: (getter get_has_attestation)
   *
   * Whether anything is asked of people.
   *
   * Since: 0.1
   */
  properties[PROP_HAS_ATTESTATION] =
    g_param_spec_boolean ("has-attestation", NULL, NULL, FALSE, flags);

  /**
   * CharterClause:checks:
   *
   * The checks as a JSON array in its shortest form, %NULL if there are none.
   *
   * Since: 0.1
   */
  properties[PROP_CHECKS] = g_param_spec_string ("checks", NULL, NULL, NULL, flags);

  /**
   * CharterClause:attestations:
   *
   * The questions put to people as a JSON array in its shortest form, %NULL if there are none.
   *
   * Since: 0.1
   */
  properties[PROP_ATTESTATIONS] = g_param_spec_string ("attestations", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_clause_init (CharterClause *self)
{
  static const CharterClauseData nothing = { .id = "" };

  /* Scripts can make objects of any type; those that stand for nothing answer nothing. */
  self->row = &nothing;
}

CharterClause *
charter_clause_new_for_row (CharterDocumentData     *data,
                            const CharterClauseData *row)
{
  CharterClause *self = g_object_new (CHARTER_TYPE_CLAUSE, NULL);

  self->data = charter_document_data_ref (data);
  self->row = row;

  return self;
}

/**
 * charter_clause_get_id: (get-property id)
 * @self: a clause
 *
 * The id of the clause, the same in all versions of the charter.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
charter_clause_get_id (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), NULL);

  return self->row->id;
}

/**
 * charter_clause_get_kind: (get-property kind)
 * @self: a clause
 *
 * What the clause is: a value, a responsibility, a principle and so on.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
CharterClauseKind
charter_clause_get_kind (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), CHARTER_CLAUSE_KIND_VALUE);

  return self->row->kind;
}

/**
 * charter_clause_get_text: (get-property text)
 * @self: a clause
 *
 * What the clause says.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
charter_clause_get_text (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), NULL);

  return self->row->text;
}

/**
 * charter_clause_get_source: (get-property source)
 * @self: a clause
 *
 * Where the clause comes from, %NULL if it is not said.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
const char *
charter_clause_get_source (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), NULL);

  return self->row->source;
}

/**
 * charter_clause_get_section_id: (get-property section-id)
 * @self: a clause
 *
 * The id of the section in which the clause stands.
 *
 * Returns: (transfer none): the id of the section
 *
 * Since: 0.1
 */
const char *
charter_clause_get_section_id (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), NULL);

  return self->data != NULL ? self->data->sections[self->row->section].id : "";
}

/**
 * charter_clause_get_has_checks: (get-property has-checks)
 * @self: a clause
 *
 * Whether anything is measured from the record.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_clause_get_has_checks (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), FALSE);

  return self->row->checks != NULL && self->row->checks->length > 0;
}

/**
 * charter_clause_get_has_attestation: (get-property has-attestation)
 * @self: a clause
 *
 * Whether anything is asked of people.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_clause_get_has_attestation (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), FALSE);

  return self->row->attest != NULL && self->row->attest->length > 0;
}

/**
 * charter_clause_dup_checks:
 * @self: a clause
 *
 * The checks as a JSON array in its shortest form, %NULL if there are none.
 *
 * Returns: (transfer full) (nullable): the checks as JSON
 *
 * Since: 0.1
 */
char *
charter_clause_dup_checks (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), NULL);

  return self->row->checks != NULL ? charter_node_to_text (self->row->checks) : NULL;
}

/**
 * charter_clause_dup_attestations:
 * @self: a clause
 *
 * The questions put to people as a JSON array in its shortest form, %NULL if there are none.
 *
 * Returns: (transfer full) (nullable): the questions as JSON
 *
 * Since: 0.1
 */
char *
charter_clause_dup_attestations (CharterClause *self)
{
  g_return_val_if_fail (CHARTER_IS_CLAUSE (self), NULL);

  return self->row->attest != NULL ? charter_node_to_text (self->row->attest) : NULL;
}
