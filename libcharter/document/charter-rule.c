/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-rule.h>

#include "document/charter-document-object-private.h"
#include "format/charter-schema-rows-private.h"

/**
 * CharterRule:
 *
 * A decision rule: who votes, the quorum, what is counted and the test that must hold.
 *
 * [property@Charter.Rule:summary] says in words what a rule asks for; the rule itself is in
 * [method@Charter.Document.to_node].
 *
 * It is a part of a [class@Charter.Document] and holds what it needs of it.
 *
 * Since: 0.1
 */
struct _CharterRule
{
  GObject parent_instance;

  CharterDocumentData   *data;
  const CharterRuleData *row;
  char                  *summary;
};

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_CLAUSE,
  PROP_METHOD,
  PROP_UNIT,
  PROP_SECRET,
  PROP_SUMMARY,
  PROP_UNSUPPORTED
} CharterRuleProperty;

#define N_PROPS (PROP_UNSUPPORTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterRule, charter_rule, G_TYPE_OBJECT)

static void
charter_rule_finalize (GObject *object)
{
  CharterRule *self = CHARTER_RULE (object);

  g_clear_pointer (&self->data, charter_document_data_unref);
  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (charter_rule_parent_class)->finalize (object);
}

static void
charter_rule_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CharterRule *self = CHARTER_RULE (object);

  switch ((CharterRuleProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_rule_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, charter_rule_get_name (self));
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, charter_rule_get_clause (self));
      break;
    case PROP_METHOD:
      g_value_set_string (value, charter_rule_get_method (self));
      break;
    case PROP_UNIT:
      g_value_set_string (value, charter_rule_get_unit (self));
      break;
    case PROP_SECRET:
      g_value_set_boolean (value, charter_rule_get_secret (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, charter_rule_get_summary (self));
      break;
    case PROP_UNSUPPORTED:
      g_value_set_string (value, charter_rule_get_unsupported (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_rule_class_init (CharterRuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_rule_finalize;
  object_class->get_property = charter_rule_get_property;

  /**
   * CharterRule:id: (getter get_id)
   *
   * The id by which decisions name the rule.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterRule:name: (getter get_name)
   *
   * What people call it, %NULL if it has no name besides its id.
   *
   * Since: 0.1
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  /**
   * CharterRule:clause: (getter get_clause)
   *
   * The id of the clause behind the rule, %NULL if none is named.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterRule:method: (getter get_method)
   *
   * How ballots become a result, such as `majority` or `schulze`.
   *
   * Since: 0.1
   */
  properties[PROP_METHOD] = g_param_spec_string ("method", NULL, NULL, NULL, flags);

  /**
   * CharterRule:unit: (getter get_unit)
   *
   * Who has a vote: `person` or `partner`.
   *
   * Since: 0.1
   */
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);

  /**
   * CharterRule:secret: (getter get_secret)
   *
   * Whether choices are sealed.
   *
   * Since: 0.1
   */
  properties[PROP_SECRET] = g_param_spec_boolean ("secret", NULL, NULL, FALSE, flags);

  /**
   * CharterRule:summary: (getter get_summary)
   *
   * What the rule asks for, in words; the same bytes in every locale.
   *
   * Since: 0.1
   */
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);

  /**
   * CharterRule:unsupported: (getter get_unsupported)
   *
   * The first member or method of the rule that this version of the library cannot evaluate,
   * %NULL if it can evaluate the rule.
   *
   * Since: 0.1
   */
  properties[PROP_UNSUPPORTED] = g_param_spec_string ("unsupported", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_rule_init (CharterRule *self)
{
  static const CharterRuleData nothing = { .id = "" };

  /* Scripts can make objects of any type; those that stand for nothing answer nothing. */
  self->row = &nothing;
}

CharterRule *
charter_rule_new_for_row (CharterDocumentData   *data,
                          const CharterRuleData *row)
{
  CharterRule *self = g_object_new (CHARTER_TYPE_RULE, NULL);

  self->data = charter_document_data_ref (data);
  self->row = row;
  self->summary = charter_rule_describe (data, row);

  return self;
}

/**
 * charter_rule_get_id: (get-property id)
 * @self: a rule
 *
 * The id by which decisions name the rule.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
charter_rule_get_id (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), NULL);

  return self->row->id;
}

/**
 * charter_rule_get_name: (get-property name)
 * @self: a rule
 *
 * What people call it, %NULL if it has no name besides its id.
 *
 * Returns: (transfer none) (nullable): the name
 *
 * Since: 0.1
 */
const char *
charter_rule_get_name (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), NULL);

  return self->row->name;
}

/**
 * charter_rule_get_clause: (get-property clause)
 * @self: a rule
 *
 * The id of the clause behind the rule, %NULL if none is named.
 *
 * Returns: (transfer none) (nullable): the id of the clause
 *
 * Since: 0.1
 */
const char *
charter_rule_get_clause (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), NULL);

  return self->row->clause;
}

/**
 * charter_rule_get_method: (get-property method)
 * @self: a rule
 *
 * How ballots become a result, such as `majority` or `schulze`.
 *
 * Returns: (transfer none): the method
 *
 * Since: 0.1
 */
const char *
charter_rule_get_method (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), NULL);

  return charter_words_methods[self->row->method];
}

/**
 * charter_rule_get_unit: (get-property unit)
 * @self: a rule
 *
 * Who has a vote: `person` or `partner`.
 *
 * Returns: (transfer none): `person` or `partner`
 *
 * Since: 0.1
 */
const char *
charter_rule_get_unit (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), NULL);

  return charter_words_units[self->row->unit];
}

/**
 * charter_rule_get_secret: (get-property secret)
 * @self: a rule
 *
 * Whether choices are sealed.
 *
 * Returns: %TRUE if so
 *
 * Since: 0.1
 */
gboolean
charter_rule_get_secret (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), FALSE);

  return self->row->secret;
}

/**
 * charter_rule_get_summary: (get-property summary)
 * @self: a rule
 *
 * What the rule asks for, in words; the same bytes in every locale.
 *
 * Returns: (transfer none): the rule in words
 *
 * Since: 0.1
 */
const char *
charter_rule_get_summary (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), NULL);

  return self->summary;
}

/**
 * charter_rule_get_unsupported: (get-property unsupported)
 * @self: a rule
 *
 * The first member or method of the rule that this version of the library cannot evaluate, %NULL
 * if it can evaluate the rule.
 *
 * Returns: (transfer none) (nullable): a member or a method
 *
 * Since: 0.1
 */
const char *
charter_rule_get_unsupported (CharterRule *self)
{
  g_return_val_if_fail (CHARTER_IS_RULE (self), NULL);

  return self->row->beyond;
}
