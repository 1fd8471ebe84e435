/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-document.h>

#include "document/charter-document-object-private.h"
#include "format/charter-json-bridge-private.h"
#include "format/charter-json-writer-private.h"

#include <string.h>

/**
 * CharterDocument:
 *
 * A written charter: its sections and clauses, roles, decision rules, conflict policy and
 * review cycles.
 *
 * A document is read from JSON text, checked in full, and never changes afterwards: to edit a
 * charter, edit its JSON and read it again.
 *
 * ```c
 * g_autoptr(GError) error = NULL;
 * g_autoptr(CharterDocument) document =
 *   charter_document_new_from_model ("collaborative-working", &error);
 * GListModel *clauses = charter_document_get_clauses (document);
 * ```
 *
 * ```python
 * document = Charter.Document.new_from_model("collaborative-working")
 * for clause in document.get_clauses():
 *     print(clause.get_id(), clause.get_text())
 * ```
 *
 * Where a text is no charter, the error names the first fault;
 * [func@Charter.Document.check_text] gives all of them.
 *
 * A document and its parts belong to the thread that made them. Made without a text, by
 * `g_object_new ()`, it is the smallest charter there is: no sections, no rules.
 *
 * Since: 0.1
 */
struct _CharterDocument
{
  GObject parent_instance;

  CharterDocumentData *data;
  GListStore          *sections;
  GListStore          *clauses;
  GListStore          *constituencies;
  GListStore          *roles;
  GListStore          *rules;
  GListStore          *cycles;
};

typedef enum
{
  PROP_FORMAT = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_VERSION,
  PROP_LANGUAGE,
  PROP_SOURCE,
  PROP_IN_FORCE_FROM,
  PROP_ZONE,
  PROP_DIGEST,
  PROP_SECTIONS,
  PROP_CLAUSES,
  PROP_CONSTITUENCIES,
  PROP_ROLES,
  PROP_RULES,
  PROP_CYCLES
} CharterDocumentProperty;

#define N_PROPS (PROP_CYCLES + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterDocument, charter_document, G_TYPE_OBJECT)

static void
charter_document_dispose (GObject *object)
{
  CharterDocument *self = CHARTER_DOCUMENT (object);

  g_clear_object (&self->sections);
  g_clear_object (&self->clauses);
  g_clear_object (&self->constituencies);
  g_clear_object (&self->roles);
  g_clear_object (&self->rules);
  g_clear_object (&self->cycles);

  G_OBJECT_CLASS (charter_document_parent_class)->dispose (object);
}

static void
charter_document_finalize (GObject *object)
{
  CharterDocument *self = CHARTER_DOCUMENT (object);

  g_clear_pointer (&self->data, charter_document_data_unref);

  G_OBJECT_CLASS (charter_document_parent_class)->finalize (object);
}

static void
charter_document_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterDocument *self = CHARTER_DOCUMENT (object);

  switch ((CharterDocumentProperty) id)
    {
    case PROP_FORMAT:
      g_value_set_string (value, charter_document_get_format (self));
      break;
    case PROP_ID:
      g_value_set_string (value, charter_document_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, charter_document_get_title (self));
      break;
    case PROP_VERSION:
      g_value_set_string (value, charter_document_get_version (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, charter_document_get_language (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, charter_document_get_source (self));
      break;
    case PROP_IN_FORCE_FROM:
      g_value_set_string (value, charter_document_get_in_force_from (self));
      break;
    case PROP_ZONE:
      g_value_set_string (value, charter_document_get_zone (self));
      break;
    case PROP_DIGEST:
      g_value_set_string (value, charter_document_get_digest (self));
      break;
    case PROP_SECTIONS:
      g_value_set_object (value, charter_document_get_sections (self));
      break;
    case PROP_CLAUSES:
      g_value_set_object (value, charter_document_get_clauses (self));
      break;
    case PROP_CONSTITUENCIES:
      g_value_set_object (value, charter_document_get_constituencies (self));
      break;
    case PROP_ROLES:
      g_value_set_object (value, charter_document_get_roles (self));
      break;
    case PROP_RULES:
      g_value_set_object (value, charter_document_get_rules (self));
      break;
    case PROP_CYCLES:
      g_value_set_object (value, charter_document_get_cycles (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_string (CharterDocumentProperty  id,
                const char              *name)
{
  properties[id] = g_param_spec_string (name, NULL, NULL, NULL,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_list (CharterDocumentProperty  id,
              const char              *name)
{
  properties[id] = g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_texts (void)
{
  /**
   * CharterDocument:format: (getter get_format)
   *
   * The version of the format that the charter is written in, `1`.
   *
   * Since: 0.1
   */
  install_string (PROP_FORMAT, "format");

  /**
   * CharterDocument:id: (getter get_id)
   *
   * The id of the charter, the same in all its versions.
   *
   * Since: 0.1
   */
  install_string (PROP_ID, "id");

  /**
   * CharterDocument:title: (getter get_title)
   *
   * What people call the charter.
   *
   * Since: 0.1
   */
  install_string (PROP_TITLE, "title");

  /**
   * CharterDocument:version: (getter get_version)
   *
   * Which version of the charter this is.
   *
   * Since: 0.1
   */
  install_string (PROP_VERSION, "version");

  /**
   * CharterDocument:language: (getter get_language)
   *
   * The language of its texts as a BCP 47 tag, such as `en`.
   *
   * Since: 0.1
   */
  install_string (PROP_LANGUAGE, "language");

  /**
   * CharterDocument:source: (getter get_source)
   *
   * Where the charter comes from, %NULL if it is not said.
   *
   * Since: 0.1
   */
  install_string (PROP_SOURCE, "source");

  /**
   * CharterDocument:in-force-from: (getter get_in_force_from)
   *
   * The date from which it holds, such as `2026-01-05`, %NULL if it holds from its adoption.
   *
   * Since: 0.1
   */
  install_string (PROP_IN_FORCE_FROM, "in-force-from");

  /**
   * CharterDocument:zone: (getter get_zone)
   *
   * The name of the time zone in which dates are read, such as `Europe/London`.
   *
   * Since: 0.1
   */
  install_string (PROP_ZONE, "zone");

  /**
   * CharterDocument:digest: (getter get_digest)
   *
   * The SHA-256 of the RFC 8785 form of the charter, in hexadecimal digits.
   *
   * Since: 0.1
   */
  install_string (PROP_DIGEST, "digest");
}

static void
install_lists (void)
{
  /**
   * CharterDocument:sections: (getter get_sections)
   *
   * The sections, in order, a list of [class@Charter.Section].
   *
   * Since: 0.1
   */
  install_list (PROP_SECTIONS, "sections");

  /**
   * CharterDocument:clauses: (getter get_clauses)
   *
   * The clauses over all sections, in order, a list of [class@Charter.Clause].
   *
   * Since: 0.1
   */
  install_list (PROP_CLAUSES, "clauses");

  /**
   * CharterDocument:constituencies: (getter get_constituencies)
   *
   * Named groups that must be heard or counted, a list of [class@Charter.Constituency].
   *
   * Since: 0.1
   */
  install_list (PROP_CONSTITUENCIES, "constituencies");

  /**
   * CharterDocument:roles: (getter get_roles)
   *
   * The roles, a list of [class@Charter.Role].
   *
   * Since: 0.1
   */
  install_list (PROP_ROLES, "roles");

  /**
   * CharterDocument:rules: (getter get_rules)
   *
   * The decision rules, a list of [class@Charter.Rule].
   *
   * Since: 0.1
   */
  install_list (PROP_RULES, "rules");

  /**
   * CharterDocument:cycles: (getter get_cycles)
   *
   * The review cycles, a list of [class@Charter.Cycle].
   *
   * Since: 0.1
   */
  install_list (PROP_CYCLES, "cycles");
}

static void
charter_document_class_init (CharterDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = charter_document_dispose;
  object_class->finalize = charter_document_finalize;
  object_class->get_property = charter_document_get_property;

  install_texts ();
  install_lists ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static CharterDocumentData *
smallest_charter (void)
{
  static const char text[] =
    "{\"charter\":\"1\",\"id\":\"charter\",\"sections\":[],\"title\":\"Charter\"}";
  static CharterDocumentData *data = NULL;

  if (g_once_init_enter (&data))
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();

      g_once_init_leave (&data, charter_document_data_read (text, strlen (text), problems));
    }

  return data;
}

static void
charter_document_init (CharterDocument *self)
{
  self->data = charter_document_data_ref (smallest_charter ());
}

/* Making one */

#define FILL(self, list, constructor)                                                       \
  G_STMT_START {                                                                            \
    for (guint i = 0; i < (self)->data->n_##list; i++)                                      \
      {                                                                                     \
        g_autoptr(GObject) item = (GObject *) constructor ((self)->data, &(self)->data->list[i]); \
                                                                                            \
        g_list_store_append ((self)->list, item);                                           \
      }                                                                                     \
  } G_STMT_END

/* The lists are made when one of them is first asked for: most readers never do. */
static CharterDocument *
with_lists (CharterDocument *self)
{
  if (self->sections != NULL)
    return self;
  self->sections = g_list_store_new (CHARTER_TYPE_SECTION);
  self->clauses = g_list_store_new (CHARTER_TYPE_CLAUSE);
  self->constituencies = g_list_store_new (CHARTER_TYPE_CONSTITUENCY);
  self->roles = g_list_store_new (CHARTER_TYPE_ROLE);
  self->rules = g_list_store_new (CHARTER_TYPE_RULE);
  self->cycles = g_list_store_new (CHARTER_TYPE_CYCLE);
  FILL (self, clauses, charter_clause_new_for_row);
  FILL (self, constituencies, charter_constituency_new_for_row);
  FILL (self, roles, charter_role_new_for_row);
  FILL (self, rules, charter_rule_new_for_row);
  FILL (self, cycles, charter_cycle_new_for_row);
  for (guint i = 0; i < self->data->n_sections; i++)
    {
      g_autoptr(CharterSection) section =
        charter_section_new_for_row (self->data, &self->data->sections[i], G_LIST_MODEL (self->clauses));

      g_list_store_append (self->sections, section);
    }

  return self;
}

CharterDocument *
charter_document_new_for_data (CharterDocumentData *data)
{
  CharterDocument *self = g_object_new (CHARTER_TYPE_DOCUMENT, NULL);

  charter_document_data_unref (self->data);
  self->data = charter_document_data_ref (data);

  return self;
}

CharterDocumentData *
charter_document_get_data (CharterDocument *self)
{
  return self->data;
}

/* Getters */

/**
 * charter_document_get_format: (get-property format)
 * @self: a charter
 *
 * The version of the format that the charter is written in, `1`.
 *
 * Returns: (transfer none): the version
 *
 * Since: 0.1
 */
const char *
charter_document_get_format (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return self->data->format;
}

/**
 * charter_document_get_id: (get-property id)
 * @self: a charter
 *
 * The id of the charter, the same in all its versions.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
charter_document_get_id (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return self->data->id;
}

/**
 * charter_document_get_title: (get-property title)
 * @self: a charter
 *
 * What people call the charter.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
charter_document_get_title (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return self->data->title;
}

/**
 * charter_document_get_version: (get-property version)
 * @self: a charter
 *
 * Which version of the charter this is.
 *
 * Returns: (transfer none): the version
 *
 * Since: 0.1
 */
const char *
charter_document_get_version (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return self->data->version;
}

/**
 * charter_document_get_language: (get-property language)
 * @self: a charter
 *
 * The language of its texts as a BCP 47 tag, such as `en`.
 *
 * Returns: (transfer none): the language
 *
 * Since: 0.1
 */
const char *
charter_document_get_language (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return self->data->language;
}

/**
 * charter_document_get_source: (get-property source)
 * @self: a charter
 *
 * Where the charter comes from, %NULL if it is not said.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
const char *
charter_document_get_source (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return self->data->source;
}

/**
 * charter_document_get_in_force_from: (get-property in-force-from)
 * @self: a charter
 *
 * The date from which it holds, such as `2026-01-05`, %NULL if it holds from its adoption.
 *
 * Returns: (transfer none) (nullable): the date
 *
 * Since: 0.1
 */
const char *
charter_document_get_in_force_from (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return charter_node_member_string (self->data->root, "in-force-from");
}

/**
 * charter_document_get_zone: (get-property zone)
 * @self: a charter
 *
 * The name of the time zone in which dates are read, such as `Europe/London`.
 *
 * Returns: (transfer none): the zone
 *
 * Since: 0.1
 */
const char *
charter_document_get_zone (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return self->data->zone;
}

/**
 * charter_document_get_digest: (get-property digest)
 * @self: a charter
 *
 * The SHA-256 of the RFC 8785 form of the charter, in hexadecimal digits.
 *
 * Returns: (transfer none): the digest
 *
 * Since: 0.1
 */
const char *
charter_document_get_digest (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return charter_document_data_get_digest (self->data);
}

/**
 * charter_document_get_sections: (get-property sections)
 * @self: a charter
 *
 * The sections, in order, a list of [class@Charter.Section].
 *
 * Returns: (transfer none): the sections
 *
 * Since: 0.1
 */
GListModel *
charter_document_get_sections (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (with_lists (self)->sections);
}

/**
 * charter_document_get_clauses: (get-property clauses)
 * @self: a charter
 *
 * The clauses over all sections, in order, a list of [class@Charter.Clause].
 *
 * Returns: (transfer none): the clauses
 *
 * Since: 0.1
 */
GListModel *
charter_document_get_clauses (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (with_lists (self)->clauses);
}

/**
 * charter_document_get_constituencies: (get-property constituencies)
 * @self: a charter
 *
 * Named groups that must be heard or counted, a list of [class@Charter.Constituency].
 *
 * Returns: (transfer none): the constituencies
 *
 * Since: 0.1
 */
GListModel *
charter_document_get_constituencies (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (with_lists (self)->constituencies);
}

/**
 * charter_document_get_roles: (get-property roles)
 * @self: a charter
 *
 * The roles, a list of [class@Charter.Role].
 *
 * Returns: (transfer none): the roles
 *
 * Since: 0.1
 */
GListModel *
charter_document_get_roles (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (with_lists (self)->roles);
}

/**
 * charter_document_get_rules: (get-property rules)
 * @self: a charter
 *
 * The decision rules, a list of [class@Charter.Rule].
 *
 * Returns: (transfer none): the rules
 *
 * Since: 0.1
 */
GListModel *
charter_document_get_rules (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (with_lists (self)->rules);
}

/**
 * charter_document_get_cycles: (get-property cycles)
 * @self: a charter
 *
 * The review cycles, a list of [class@Charter.Cycle].
 *
 * Returns: (transfer none): the cycles
 *
 * Since: 0.1
 */
GListModel *
charter_document_get_cycles (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (with_lists (self)->cycles);
}

/* Writing */

/**
 * charter_document_to_json:
 * @self: a charter
 *
 * The charter in its RFC 8785 form: the bytes of which [property@Charter.Document:digest] is
 * taken.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_document_to_json (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return g_strdup (charter_document_data_get_canonical (self->data));
}

/**
 * charter_document_to_pretty:
 * @self: a charter
 *
 * The charter for people: with indentation, its members in the order in which they were read.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_document_to_pretty (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return charter_node_to_pretty (self->data->root);
}

/**
 * charter_document_to_node:
 * @self: a charter
 *
 * The charter as a tree. It is a copy: changing it does not change the charter.
 *
 * Returns: (transfer full): a new tree
 *
 * Since: 0.1
 */
JsonNode *
charter_document_to_node (CharterDocument *self)
{
  g_return_val_if_fail (CHARTER_IS_DOCUMENT (self), NULL);

  return charter_json_bridge_from_node (self->data->root);
}
