/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-fault.h>

#include "document/charter-document-object-private.h"

/**
 * CharterFault:
 *
 * Something wrong in a text, with its place and with what would be right.
 *
 * [func@Charter.Document.check_text] gives all of them at once.
 *
 * Since: 0.1
 */
struct _CharterFault
{
  GObject parent_instance;

  CharterError code;
  guint        line;
  guint        column;
  char        *path;
  char        *message;
  char        *suggestion;
};

typedef enum
{
  PROP_CODE = 1,
  PROP_PATH,
  PROP_LINE,
  PROP_COLUMN,
  PROP_MESSAGE,
  PROP_SUGGESTION
} CharterFaultProperty;

#define N_PROPS (PROP_SUGGESTION + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterFault, charter_fault, G_TYPE_OBJECT)

static void
charter_fault_finalize (GObject *object)
{
  CharterFault *self = CHARTER_FAULT (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->suggestion, g_free);

  G_OBJECT_CLASS (charter_fault_parent_class)->finalize (object);
}

static void
charter_fault_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CharterFault *self = CHARTER_FAULT (object);

  switch ((CharterFaultProperty) id)
    {
    case PROP_CODE:
      g_value_set_enum (value, charter_fault_get_code (self));
      break;
    case PROP_PATH:
      g_value_set_string (value, charter_fault_get_path (self));
      break;
    case PROP_LINE:
      g_value_set_uint (value, charter_fault_get_line (self));
      break;
    case PROP_COLUMN:
      g_value_set_uint (value, charter_fault_get_column (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, charter_fault_get_message (self));
      break;
    case PROP_SUGGESTION:
      g_value_set_string (value, charter_fault_get_suggestion (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_fault_class_init (CharterFaultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_fault_finalize;
  object_class->get_property = charter_fault_get_property;

  /**
   * CharterFault:code: (getter get_code)
   *
   * What sort of fault it is.
   *
   * Since: 0.1
   */
  properties[PROP_CODE] =
    g_param_spec_enum ("code", NULL, NULL, CHARTER_TYPE_ERROR, CHARTER_ERROR_SYNTAX, flags);

  /**
   * CharterFault:path: (getter get_path)
   *
   * The JSON Pointer of the value at fault; empty for the whole text.
   *
   * Since: 0.1
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);

  /**
   * CharterFault:line: (getter get_line)
   *
   * The line, counted from 1; 0 if there is no text.
   *
   * Since: 0.1
   */
  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * CharterFault:column: (getter get_column)
   *
   * The column in characters, counted from 1; 0 if there is no text.
   *
   * Since: 0.1
   */
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * CharterFault:message: (getter get_message)
   *
   * What is wrong and what would be right, in words.
   *
   * Since: 0.1
   */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);

  /**
   * CharterFault:suggestion: (getter get_suggestion)
   *
   * The nearest spelling that is right, %NULL if none is near.
   *
   * Since: 0.1
   */
  properties[PROP_SUGGESTION] = g_param_spec_string ("suggestion", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_fault_init (CharterFault *self)
{
}

CharterFault *
charter_fault_new_for_problem (const CharterProblem *problem)
{
  CharterFault *self = g_object_new (CHARTER_TYPE_FAULT, NULL);

  self->code = problem->code;
  self->line = problem->line;
  self->column = problem->column;
  self->path = g_strdup (problem->path);
  self->message = g_strdup (problem->message);
  self->suggestion = g_strdup (problem->suggestion);

  return self;
}

/**
 * charter_fault_get_code: (get-property code)
 * @self: a fault
 *
 * What sort of fault it is.
 *
 * Returns: the code
 *
 * Since: 0.1
 */
CharterError
charter_fault_get_code (CharterFault *self)
{
  g_return_val_if_fail (CHARTER_IS_FAULT (self), CHARTER_ERROR_SYNTAX);

  return self->code;
}

/**
 * charter_fault_get_path: (get-property path)
 * @self: a fault
 *
 * The JSON Pointer of the value at fault; empty for the whole text.
 *
 * Returns: (transfer none): the path
 *
 * Since: 0.1
 */
const char *
charter_fault_get_path (CharterFault *self)
{
  g_return_val_if_fail (CHARTER_IS_FAULT (self), NULL);

  return self->path != NULL ? self->path : "";
}

/**
 * charter_fault_get_line: (get-property line)
 * @self: a fault
 *
 * The line, counted from 1; 0 if there is no text.
 *
 * Returns: the line
 *
 * Since: 0.1
 */
guint
charter_fault_get_line (CharterFault *self)
{
  g_return_val_if_fail (CHARTER_IS_FAULT (self), 0);

  return self->line;
}

/**
 * charter_fault_get_column: (get-property column)
 * @self: a fault
 *
 * The column in characters, counted from 1; 0 if there is no text.
 *
 * Returns: the column
 *
 * Since: 0.1
 */
guint
charter_fault_get_column (CharterFault *self)
{
  g_return_val_if_fail (CHARTER_IS_FAULT (self), 0);

  return self->column;
}

/**
 * charter_fault_get_message: (get-property message)
 * @self: a fault
 *
 * What is wrong and what would be right, in words.
 *
 * Returns: (transfer none): the message
 *
 * Since: 0.1
 */
const char *
charter_fault_get_message (CharterFault *self)
{
  g_return_val_if_fail (CHARTER_IS_FAULT (self), NULL);

  return self->message != NULL ? self->message : "";
}

/**
 * charter_fault_get_suggestion: (get-property suggestion)
 * @self: a fault
 *
 * The nearest spelling that is right.
 *
 * Returns: (transfer none) (nullable): the spelling, %NULL if none is near
 *
 * Since: 0.1
 */
const char *
charter_fault_get_suggestion (CharterFault *self)
{
  g_return_val_if_fail (CHARTER_IS_FAULT (self), NULL);

  return self->suggestion;
}
