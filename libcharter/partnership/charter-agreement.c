/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-agreement.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterAgreement:
 *
 * Something lasting that the partnership has agreed on, such as a vision or a complaints
 * procedure.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterAgreement
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TOPIC,
  PROP_VERSION,
  PROP_TEXT,
  PROP_REVIEW,
  PROP_UNTIL,
  PROP_REDACTED
} CharterAgreementProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterAgreement, charter_agreement, G_TYPE_OBJECT)

static void
charter_agreement_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CharterAgreement *self = CHARTER_AGREEMENT (object);

  switch ((CharterAgreementProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_agreement_get_id (self));
      break;
    case PROP_TOPIC:
      g_value_set_string (value, charter_agreement_get_topic (self));
      break;
    case PROP_VERSION:
      g_value_set_string (value, charter_agreement_get_version (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, charter_agreement_get_text (self));
      break;
    case PROP_REVIEW:
      g_value_set_string (value, charter_agreement_get_review (self));
      break;
    case PROP_UNTIL:
      g_value_set_string (value, charter_agreement_get_until (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_agreement_get_redacted (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_matter (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterAgreement:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterAgreement:topic: (getter get_topic)
   *
   * What it is about, such as `complaints`.
   *
   * Since: 0.1
   */
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, NULL, flags);

  /**
   * CharterAgreement:version: (getter get_version)
   *
   * Its version, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_VERSION] = g_param_spec_string ("version", NULL, NULL, NULL, flags);

  /**
   * CharterAgreement:text: (getter get_text)
   *
   * Its wording, %NULL if none is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
}

static void
install_term (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterAgreement:review: (getter get_review)
   *
   * The date by which it is to be reviewed, %NULL if none is stated.
   *
   * Since: 0.1
   */
  properties[PROP_REVIEW] = g_param_spec_string ("review", NULL, NULL, NULL, flags);

  /**
   * CharterAgreement:until: (getter get_until)
   *
   * The last day on which it holds, %NULL if it has no end.
   *
   * Since: 0.1
   */
  properties[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, NULL, flags);

  /**
   * CharterAgreement:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_agreement_class_init (CharterAgreementClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_agreement_get_property;
  install_matter ();
  install_term ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_agreement_init (CharterAgreement *self)
{
}

/**
 * charter_agreement_get_id: (get-property id)
 * @self: an agreement
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_agreement_get_id (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_agreement_get_topic: (get-property topic)
 * @self: an agreement
 *
 * Gives what it is about, such as `complaints`.
 *
 * Returns: the topic
 *
 * Since: 0.1
 */
const char *
charter_agreement_get_topic (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "topic");
}

/**
 * charter_agreement_get_version: (get-property version)
 * @self: an agreement
 *
 * Gives its version.
 *
 * Returns: (nullable): the version, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_agreement_get_version (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "version");
}

/**
 * charter_agreement_get_text: (get-property text)
 * @self: an agreement
 *
 * Gives its wording.
 *
 * Returns: (nullable): the wording, %NULL if none is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_agreement_get_text (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "text");
}

/**
 * charter_agreement_get_review: (get-property review)
 * @self: an agreement
 *
 * Gives the date by which it is to be reviewed.
 *
 * Returns: (nullable): a date, %NULL if none is stated
 *
 * Since: 0.1
 */
const char *
charter_agreement_get_review (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "review");
}

/**
 * charter_agreement_get_until: (get-property until)
 * @self: an agreement
 *
 * Gives the last day on which it holds.
 *
 * Returns: (nullable): a date, %NULL if it has no end
 *
 * Since: 0.1
 */
const char *
charter_agreement_get_until (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_get_string (&self->thing, "until");
}

/**
 * charter_agreement_get_redacted: (get-property redacted)
 * @self: an agreement
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_agreement_get_redacted (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_agreement_get_entry:
 * @self: an agreement
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_agreement_get_entry (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_agreement_to_json:
 * @self: an agreement
 *
 * Writes its members as they read now, with `id` and the `kind` of the entry that made it, in
 * canonical JSON. Private values stand in clear, or as `{"redacted": true}` where they were
 * erased; sealed ones are left out.
 *
 * Returns: (transfer full): JSON text
 *
 * Since: 0.1
 */
char *
charter_agreement_to_json (CharterAgreement *self)
{
  g_return_val_if_fail (CHARTER_IS_AGREEMENT (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
