/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-permit-objects-private.h"

/**
 * CharterExclusion:
 *
 * Somebody who is kept out of a part of an item, and why.
 *
 * Papers, discussion and presence concern persons; quorum and vote concern voting units,
 * which may be persons or partners. A partner is kept out where its own matter is at stake,
 * or where everyone who could cast for it is barred: [property@Charter.Exclusion:person] then
 * names the one whose ground it is.
 *
 * Since: 0.1
 */
struct _CharterExclusion
{
  GObject parent_instance;

  char   *who, *person, *party, *clause;
  GStrv   from;
  const char *ground;     /* static */
  gint64  entry;
};

typedef enum
{
  PROP_WHO = 1,
  PROP_PERSON,
  PROP_FROM,
  PROP_GROUND,
  PROP_EXPLANATION,
  PROP_PARTY,
  PROP_CLAUSE,
  PROP_ENTRY
} CharterExclusionProperty;

#define N_PROPS (PROP_ENTRY + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterExclusion, charter_exclusion, G_TYPE_OBJECT)

static void
charter_exclusion_finalize (GObject *object)
{
  CharterExclusion *self = CHARTER_EXCLUSION (object);

  g_free (self->who);
  g_free (self->person);
  g_free (self->party);
  g_free (self->clause);
  g_strfreev (self->from);

  G_OBJECT_CLASS (charter_exclusion_parent_class)->finalize (object);
}

static void
charter_exclusion_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CharterExclusion *self = CHARTER_EXCLUSION (object);

  switch ((CharterExclusionProperty) id)
    {
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_FROM:
      g_value_set_boxed (value, self->from);
      break;
    case PROP_GROUND:
      g_value_set_static_string (value, self->ground);
      break;
    case PROP_EXPLANATION:
      g_value_set_static_string (value, charter_exclusion_get_explanation (self));
      break;
    case PROP_PARTY:
      g_value_set_string (value, self->party);
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, self->clause);
      break;
    case PROP_ENTRY:
      g_value_set_int64 (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_exclusion_class_init (CharterExclusionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_exclusion_finalize;
  object_class->get_property = charter_exclusion_get_property;

  /**
   * CharterExclusion:who: (getter get_who)
   *
   * The id of the person or the voting unit that is kept out.
   *
   * Since: 0.1
   */
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);

  /**
   * CharterExclusion:person: (getter get_person)
   *
   * The id of the person whose ground it is: [property@Charter.Exclusion:who], or a person who
   * would have cast for that partner.
   *
   * Since: 0.1
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);

  /**
   * CharterExclusion:from: (getter get_from)
   *
   * What it is kept out of: of `discussion`, `papers`, `presence`, `quorum` and `vote`, in
   * that order.
   *
   * Since: 0.1
   */
  properties[PROP_FROM] = g_param_spec_boxed ("from", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * CharterExclusion:ground: (getter get_ground)
   *
   * The stable code of the ground, such as `conflict`.
   *
   * Since: 0.1
   */
  properties[PROP_GROUND] = g_param_spec_string ("ground", NULL, NULL, NULL, flags);

  /**
   * CharterExclusion:explanation: (getter get_explanation)
   *
   * The ground as a sentence.
   *
   * Since: 0.1
   */
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);

  /**
   * CharterExclusion:party: (getter get_party)
   *
   * The party in which the interest lies, or whose own matter it is.
   *
   * Since: 0.1
   */
  properties[PROP_PARTY] = g_param_spec_string ("party", NULL, NULL, NULL, flags);

  /**
   * CharterExclusion:clause: (getter get_clause)
   *
   * The clause of the charter behind it.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterExclusion:entry: (getter get_entry)
   *
   * The seq of the entry that the ground rests on, 0 if there is none.
   *
   * Since: 0.1
   */
  properties[PROP_ENTRY] = g_param_spec_int64 ("entry", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_exclusion_init (CharterExclusion *self)
{
}

static char *
dup_name (const CharterScene *scene,
          CharterRef          ref)
{
  return ref != 0 ? g_strdup (charter_scene_name (scene, ref)) : NULL;
}

CharterExclusion *
charter_exclusion_new (const CharterScene         *scene,
                       const CharterExclusionData *data)
{
  CharterExclusion *self = g_object_new (CHARTER_TYPE_EXCLUSION, NULL);
  const char *from[6] = { NULL };

  charter_from_names (data->shown, from);
  self->who = dup_name (scene, data->who);
  self->person = dup_name (scene, data->person);
  self->party = dup_name (scene, data->party);
  self->clause = g_strdup (data->clause);
  self->from = g_strdupv ((char **) from);
  self->ground = data->ground;
  self->entry = data->because != NULL ? data->because->seq : 0;

  return self;
}

GListModel *
charter_exclusions_to_model (const CharterScene *scene,
                             GArray             *rows)
{
  GListStore *model = g_list_store_new (CHARTER_TYPE_EXCLUSION);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const CharterExclusionData *data = &g_array_index (rows, CharterExclusionData, i);
      g_autoptr(CharterExclusion) row = data->shown != 0 ? charter_exclusion_new (scene, data)
                                                          : NULL;

      if (row != NULL)
        g_list_store_append (model, row);
    }

  return G_LIST_MODEL (model);
}

/**
 * charter_exclusion_get_who: (get-property who)
 * @self: an exclusion
 *
 * Gives who is kept out.
 *
 * Returns: the id of a person or a partner
 *
 * Since: 0.1
 */
const char *
charter_exclusion_get_who (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), NULL);

  return self->who;
}

/**
 * charter_exclusion_get_person: (get-property person)
 * @self: an exclusion
 *
 * Gives the person whose ground it is.
 *
 * Returns: (nullable): the id of a person, or of the partner itself
 *
 * Since: 0.1
 */
const char *
charter_exclusion_get_person (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), NULL);

  return self->person;
}

/**
 * charter_exclusion_get_from: (get-property from)
 * @self: an exclusion
 *
 * Gives what they are kept out of.
 *
 * Returns: (transfer none) (array zero-terminated=1): of `discussion`, `papers`, `presence`,
 *   `quorum` and `vote`
 *
 * Since: 0.1
 */
const char *const *
charter_exclusion_get_from (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), NULL);

  return (const char *const *) self->from;
}

/**
 * charter_exclusion_get_ground: (get-property ground)
 * @self: an exclusion
 *
 * Gives the ground.
 *
 * Returns: a stable code, such as `conflict`
 *
 * Since: 0.1
 */
const char *
charter_exclusion_get_ground (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), NULL);

  return self->ground;
}

/**
 * charter_exclusion_get_explanation: (get-property explanation)
 * @self: an exclusion
 *
 * Gives the ground as a sentence.
 *
 * Returns: (nullable): the sentence
 *
 * Since: 0.1
 */
const char *
charter_exclusion_get_explanation (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), NULL);

  return charter_ground_explain (self->ground);
}

/**
 * charter_exclusion_get_party: (get-property party)
 * @self: an exclusion
 *
 * Gives the party in which the interest lies, or whose own matter it is.
 *
 * Returns: (nullable): the id of a party
 *
 * Since: 0.1
 */
const char *
charter_exclusion_get_party (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), NULL);

  return self->party;
}

/**
 * charter_exclusion_get_clause: (get-property clause)
 * @self: an exclusion
 *
 * Gives the clause of the charter behind it.
 *
 * Returns: (nullable): the id of a clause
 *
 * Since: 0.1
 */
const char *
charter_exclusion_get_clause (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), NULL);

  return self->clause;
}

/**
 * charter_exclusion_get_entry: (get-property entry)
 * @self: an exclusion
 *
 * Gives the entry that the ground rests on.
 *
 * Returns: its seq, 0 if there is none
 *
 * Since: 0.1
 */
gint64
charter_exclusion_get_entry (CharterExclusion *self)
{
  g_return_val_if_fail (CHARTER_IS_EXCLUSION (self), 0);

  return self->entry;
}
