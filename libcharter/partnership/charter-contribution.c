/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-contribution.h>

#include "format/charter-kinds-private.h"
#include "partnership/charter-thing-private.h"

/**
 * CharterContribution:
 *
 * What somebody has contributed: an idea, a suggestion, something learned, a goal.
 *
 * It reads the record as it stands, with every correction, and notifies of what changes. It
 * outlives the partnership that handed it out.
 *
 * Since: 0.1
 */
struct _CharterContribution
{
  CharterThing thing;
};

typedef enum
{
  PROP_ID = 1,
  PROP_BY,
  PROP_WHAT,
  PROP_ABOUT,
  PROP_TEXT,
  PROP_ANSWERED,
  PROP_ADOPTED,
  PROP_REDACTED
} CharterContributionProperty;

#define N_PROPS (PROP_REDACTED + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterContribution, charter_contribution, G_TYPE_OBJECT)

static void
charter_contribution_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CharterContribution *self = CHARTER_CONTRIBUTION (object);

  switch ((CharterContributionProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, charter_contribution_get_id (self));
      break;
    case PROP_BY:
      g_value_set_string (value, charter_contribution_get_by (self));
      break;
    case PROP_WHAT:
      g_value_set_string (value, charter_contribution_get_what (self));
      break;
    case PROP_ABOUT:
      g_value_set_string (value, charter_contribution_get_about (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, charter_contribution_get_text (self));
      break;
    case PROP_ANSWERED:
      g_value_set_string (value, charter_contribution_get_answered (self));
      break;
    case PROP_ADOPTED:
      g_value_set_string (value, charter_contribution_get_adopted (self));
      break;
    case PROP_REDACTED:
      g_value_set_boolean (value, charter_contribution_get_redacted (self));
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
   * CharterContribution:id: (getter get_id)
   *
   * Its id.
   *
   * Since: 0.1
   */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CharterContribution:by: (getter get_by)
   *
   * The id of the person or partner who contributed it.
   *
   * Since: 0.1
   */
  properties[PROP_BY] = g_param_spec_string ("by", NULL, NULL, NULL, flags);

  /**
   * CharterContribution:what: (getter get_what)
   *
   * What it is, such as `idea` or `learning`.
   *
   * Since: 0.1
   */
  properties[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);

  /**
   * CharterContribution:about: (getter get_about)
   *
   * The id of what it is about, %NULL if it is about nothing that has one.
   *
   * Since: 0.1
   */
  properties[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, NULL, flags);

  /**
   * CharterContribution:text: (getter get_text)
   *
   * The contribution in words, %NULL if nothing is stated or it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
}

static void
install_answer (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterContribution:answered: (getter get_answered)
   *
   * The instant at which it was last answered, %NULL if it has not been answered.
   *
   * Since: 0.1
   */
  properties[PROP_ANSWERED] = g_param_spec_string ("answered", NULL, NULL, NULL, flags);

  /**
   * CharterContribution:adopted: (getter get_adopted)
   *
   * How the last answer took it up: `full`, `part`, `no` or `noted`, %NULL if it has not been
   * answered.
   *
   * Since: 0.1
   */
  properties[PROP_ADOPTED] = g_param_spec_string ("adopted", NULL, NULL, NULL, flags);

  /**
   * CharterContribution:redacted: (getter get_redacted)
   *
   * Whether anything private of it has been erased.
   *
   * Since: 0.1
   */
  properties[PROP_REDACTED] = g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);
}

static void
charter_contribution_class_init (CharterContributionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = charter_thing_finalize;
  object_class->get_property = charter_contribution_get_property;
  install_matter ();
  install_answer ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_contribution_init (CharterContribution *self)
{
}

/**
 * charter_contribution_get_id: (get-property id)
 * @self: a contribution
 *
 * Gives its id.
 *
 * Returns: the id, unique among the things of the record
 *
 * Since: 0.1
 */
const char *
charter_contribution_get_id (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_get_id (&self->thing);
}

/**
 * charter_contribution_get_by: (get-property by)
 * @self: a contribution
 *
 * Gives the id of the person or partner who contributed it.
 *
 * Returns: an id
 *
 * Since: 0.1
 */
const char *
charter_contribution_get_by (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_get_string (&self->thing, "by");
}

/**
 * charter_contribution_get_what: (get-property what)
 * @self: a contribution
 *
 * Gives what it is, such as `idea` or `learning`.
 *
 * Returns: a word
 *
 * Since: 0.1
 */
const char *
charter_contribution_get_what (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_get_string (&self->thing, "what");
}

/**
 * charter_contribution_get_about: (get-property about)
 * @self: a contribution
 *
 * Gives the id of what it is about.
 *
 * Returns: (nullable): an id, %NULL if it is about nothing that has one
 *
 * Since: 0.1
 */
const char *
charter_contribution_get_about (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_get_string (&self->thing, "about");
}

/**
 * charter_contribution_get_text: (get-property text)
 * @self: a contribution
 *
 * Gives the contribution in words.
 *
 * Returns: (nullable): the words, %NULL if nothing is stated or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_contribution_get_text (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_get_string (&self->thing, "text");
}

/**
 * charter_contribution_get_answered: (get-property answered)
 * @self: a contribution
 *
 * Gives the instant at which it was last answered.
 *
 * Returns: (nullable): an instant in UTC, %NULL if it has not been answered
 *
 * Since: 0.1
 */
const char *
charter_contribution_get_answered (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_get_event (&self->thing, CHARTER_KIND_CONTRIBUTION_ANSWERED);
}

/**
 * charter_contribution_get_adopted: (get-property adopted)
 * @self: a contribution
 *
 * Gives how the last answer took it up: `full`, `part`, `no` or `noted`.
 *
 * Returns: (nullable): a word, %NULL if it has not been answered
 *
 * Since: 0.1
 */
const char *
charter_contribution_get_adopted (CharterContribution *self)
{
  const CharterFact *made, *answer;
  CharterScene scene;

  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  if (!charter_thing_look (&self->thing, &scene, &made))
    return NULL;
  answer = charter_thing_newest (&self->thing, &scene, CHARTER_KIND_CONTRIBUTION_ANSWERED);
  return answer != NULL ? charter_scene_string (&scene, answer, "adopted") : NULL;
}

/**
 * charter_contribution_get_redacted: (get-property redacted)
 * @self: a contribution
 *
 * Tells whether anything private of it has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_contribution_get_redacted (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), FALSE);

  return charter_thing_get_redacted (&self->thing);
}

/**
 * charter_contribution_get_entry:
 * @self: a contribution
 *
 * Gives the entry that made it.
 *
 * Returns: (transfer full): the entry
 *
 * Since: 0.1
 */
CharterEntry *
charter_contribution_get_entry (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_dup_entry (&self->thing);
}

/**
 * charter_contribution_to_json:
 * @self: a contribution
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
charter_contribution_to_json (CharterContribution *self)
{
  g_return_val_if_fail (CHARTER_IS_CONTRIBUTION (self), NULL);

  return charter_thing_dup_json (&self->thing);
}
