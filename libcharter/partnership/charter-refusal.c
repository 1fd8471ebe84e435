/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-private.h"

/**
 * CharterRefusal:
 *
 * Why the gate would refuse an entry.
 *
 * Given by [method@Charter.Partnership.try_submission], which writes nothing: a form can ask
 * while somebody types.
 *
 * Since: 0.1
 */
struct _CharterRefusal
{
  GObject parent_instance;

  char *code;
  char *path;
  char *message;
};

enum
{
  PROP_0,
  PROP_CODE,
  PROP_PATH,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterRefusal, charter_refusal, G_TYPE_OBJECT)

static void
charter_refusal_finalize (GObject *object)
{
  CharterRefusal *self = CHARTER_REFUSAL (object);

  g_free (self->code);
  g_free (self->path);
  g_free (self->message);
  G_OBJECT_CLASS (charter_refusal_parent_class)->finalize (object);
}

static void
charter_refusal_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterRefusal *self = CHARTER_REFUSAL (object);

  switch (id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_refusal_class_init (CharterRefusalClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_refusal_finalize;
  object_class->get_property = charter_refusal_get_property;

  /**
   * CharterRefusal:code: (getter get_code)
   *
   * What stands in the way: a stable, short code.
   *
   * Since: 0.1
   */
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);

  /**
   * CharterRefusal:path: (getter get_path)
   *
   * JSON Pointer into the entry, "" for the entry as a whole.
   *
   * Since: 0.1
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);

  /**
   * CharterRefusal:message: (getter get_message)
   *
   * What is wrong and what would be right, in plain words.
   *
   * Since: 0.1
   */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_refusal_init (CharterRefusal *self)
{
}

CharterRefusal *
charter_refusal_new (const CharterRefused *refused)
{
  CharterRefusal *self = g_object_new (CHARTER_TYPE_REFUSAL, NULL);

  self->code = g_strdup (refused->code);
  self->path = g_strdup (refused->path);
  self->message = g_strdup (refused->message);
  return self;
}

/**
 * charter_refusal_get_code: (get-property code)
 * @self: a refusal
 *
 * Gives the code of what stands in the way, such as `closed`, `conflict` or `id-reused`.
 *
 * Returns: the code
 *
 * Since: 0.1
 */
const char *
charter_refusal_get_code (CharterRefusal *self)
{
  g_return_val_if_fail (CHARTER_IS_REFUSAL (self), NULL);

  return self->code;
}

/**
 * charter_refusal_get_path: (get-property path)
 * @self: a refusal
 *
 * Gives the place of the fault.
 *
 * Returns: a JSON Pointer into the entry, "" for the whole of it
 *
 * Since: 0.1
 */
const char *
charter_refusal_get_path (CharterRefusal *self)
{
  g_return_val_if_fail (CHARTER_IS_REFUSAL (self), NULL);

  return self->path;
}

/**
 * charter_refusal_get_message: (get-property message)
 * @self: a refusal
 *
 * Gives what is wrong and what would be right.
 *
 * Returns: a sentence in plain words
 *
 * Since: 0.1
 */
const char *
charter_refusal_get_message (CharterRefusal *self)
{
  g_return_val_if_fail (CHARTER_IS_REFUSAL (self), NULL);

  return self->message;
}

/**
 * charter_refusal_to_json:
 * @self: a refusal
 *
 * Writes the refusal in canonical JSON: `code`, `message` and `path`.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_refusal_to_json (CharterRefusal *self)
{
  g_autoptr(CharterBuilder) builder = NULL;

  g_return_val_if_fail (CHARTER_IS_REFUSAL (self), NULL);

  builder = charter_builder_new ();
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "code", self->code);
  charter_builder_set_string (builder, "path", self->path);
  charter_builder_set_string (builder, "message", self->message);
  charter_builder_end (builder);
  return charter_builder_to_text (builder);
}
