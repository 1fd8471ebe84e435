/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-register-private.h"

/**
 * CharterRegisterEntry:
 *
 * One row of the register of interests: an interest that a person declared, that there is
 * nothing to declare, or that somebody who has to declare has done neither.
 *
 * The row is as at the instant asked about: whether the interest still counts, whether it stands
 * in the public register, when it was due, and when it must be confirmed. Of a sensitive
 * interest ([property@Charter.RegisterEntry:sensitive]) it gives neither party nor category nor
 * nature.
 *
 * Since: 0.1
 */

GParamSpec *charter_register_properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterRegisterEntry, charter_register_entry, G_TYPE_OBJECT)

static void
charter_register_entry_finalize (GObject *object)
{
  CharterRegisterEntry *self = CHARTER_REGISTER_ENTRY (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->texts[i]);
  g_free (self->entry_id);

  G_OBJECT_CLASS (charter_register_entry_parent_class)->finalize (object);
}

static void
charter_register_entry_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CharterRegisterEntry *self = CHARTER_REGISTER_ENTRY (object);

  if (id == PROP_ENTRY)
    g_value_set_int64 (value, self->entry);
  else if (pspec->value_type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, self->truths[id]);
  else
    g_value_set_string (value, self->texts[id]);
}

static void
install_matter (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterRegisterEntry:person: (getter get_person)
   *
   * The id of the person.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_PERSON] =
      g_param_spec_string ("person", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:person-name: (getter get_person_name)
   *
   * The person's name, %NULL where none was given or it has been erased.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_PERSON_NAME] =
      g_param_spec_string ("person-name", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:kind: (getter get_kind)
   *
   * What the row says: `declared` (an interest), `nothing` (that there is none), or `neither`
   * (nothing has been heard of somebody who has to declare).
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:interest: (getter get_interest)
   *
   * The id of the interest, %NULL in other rows.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_INTEREST] =
      g_param_spec_string ("interest", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:party: (getter get_party)
   *
   * The id of the party in which the interest lies, %NULL where it is withheld.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_PARTY] = g_param_spec_string ("party", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:party-name: (getter get_party_name)
   *
   * The party's name, %NULL where none was given, or it has been erased or is withheld.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_PARTY_NAME] =
      g_param_spec_string ("party-name", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:category: (getter get_category)
   *
   * The category of the interest, such as `financial`; %NULL where it is withheld.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_CATEGORY] =
      g_param_spec_string ("category", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:nature: (getter get_nature)
   *
   * What the interest is; %NULL where that was not said, has been erased or is withheld.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_NATURE] =
      g_param_spec_string ("nature", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:redacted: (getter get_redacted)
   *
   * Whether something private of the interest (its nature, the name of the party) has been
   * erased.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_REDACTED] =
      g_param_spec_boolean ("redacted", NULL, NULL, FALSE, flags);

  /**
   * CharterRegisterEntry:sensitive: (getter get_sensitive)
   *
   * Whether the details are withheld: then party, category and nature are %NULL.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_SENSITIVE] =
      g_param_spec_boolean ("sensitive", NULL, NULL, FALSE, flags);
}

static void
install_time (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterRegisterEntry:standing: (getter get_standing)
   *
   * Whether the declaration is a general notice that holds for every later item.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_STANDING] =
      g_param_spec_boolean ("standing", NULL, NULL, FALSE, flags);

  /**
   * CharterRegisterEntry:meeting: (getter get_meeting)
   *
   * The id of the meeting at which the interest was disclosed; %NULL where it was not disclosed
   * at one, and stands in the register by itself.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_MEETING] =
      g_param_spec_string ("meeting", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:since: (getter get_since)
   *
   * The first day of the interest; %NULL where none is stated, and it holds from its declaration.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_SINCE] = g_param_spec_string ("since", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:until: (getter get_until)
   *
   * The last day of the interest, %NULL where none is stated.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:ended: (getter get_ended)
   *
   * The instant at which the interest was said to have ended, %NULL where it has not been.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_ENDED] = g_param_spec_string ("ended", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:declared: (getter get_declared)
   *
   * The instant at which it was declared, %NULL where neither has been.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_DECLARED] =
      g_param_spec_string ("declared", NULL, NULL, NULL, flags);
}

static void
install_state (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CharterRegisterEntry:current: (getter get_current)
   *
   * Whether the interest counts at the instant asked about, its tail included.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_CURRENT] =
      g_param_spec_boolean ("current", NULL, NULL, FALSE, flags);

  /**
   * CharterRegisterEntry:published: (getter get_published)
   *
   * Whether it stands in the public register at the instant asked about.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_PUBLISHED] =
      g_param_spec_boolean ("published", NULL, NULL, FALSE, flags);

  /**
   * CharterRegisterEntry:published-until: (getter get_published_until)
   *
   * The last day of its publication, %NULL where no end is known.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_PUBLISHED_UNTIL] =
      g_param_spec_string ("published-until", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:due: (getter get_due)
   *
   * When it was or is to be declared or registered, %NULL where no time is set.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:late: (getter get_late)
   *
   * Whether it was declared or registered after it was due, or is still overdue.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);

  /**
   * CharterRegisterEntry:confirm-by: (getter get_confirm_by)
   *
   * When the person must next confirm what she declared; the same in all her rows. %NULL where
   * that is not asked.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_CONFIRM_BY] =
      g_param_spec_string ("confirm-by", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:confirm-overdue: (getter get_confirm_overdue)
   *
   * Whether that confirmation is overdue.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_CONFIRM_OVERDUE] =
      g_param_spec_boolean ("confirm-overdue", NULL, NULL, FALSE, flags);

  /**
   * CharterRegisterEntry:left: (getter get_left)
   *
   * The instant at which the person left, %NULL where she has not.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_LEFT] = g_param_spec_string ("left", NULL, NULL, NULL, flags);

  /**
   * CharterRegisterEntry:entry: (getter get_entry)
   *
   * The seq of the declaration, 0 where neither was declared.
   *
   * Since: 0.1
   */
  charter_register_properties[PROP_ENTRY] =
      g_param_spec_int64 ("entry", NULL, NULL, 0, G_MAXINT64, 0, flags);
}

static void
charter_register_entry_class_init (CharterRegisterEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = charter_register_entry_finalize;
  object_class->get_property = charter_register_entry_get_property;

  install_matter ();
  install_time ();
  install_state ();
  g_object_class_install_properties (object_class, N_PROPS, charter_register_properties);
}

static void
charter_register_entry_init (CharterRegisterEntry *self)
{
}

/**
 * charter_register_entry_get_person: (get-property person)
 * @self: an entry of the register
 *
 * Gives the person whose row it is.
 *
 * Returns: the id of a person
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_person (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_PERSON];
}

/**
 * charter_register_entry_get_person_name: (get-property person-name)
 * @self: an entry of the register
 *
 * Gives the person's name.
 *
 * Returns: (nullable): a name, %NULL where none was given or it has been erased
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_person_name (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_PERSON_NAME];
}

/**
 * charter_register_entry_get_kind: (get-property kind)
 * @self: an entry of the register
 *
 * Gives what the row says: `declared` for an interest, `nothing` where the person declared that
 * there is none, `neither` where somebody who has to declare has done neither.
 *
 * Returns: `declared`, `nothing` or `neither`
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_kind (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_KIND];
}

/**
 * charter_register_entry_get_interest: (get-property interest)
 * @self: an entry of the register
 *
 * Gives the interest.
 *
 * Returns: (nullable): the id of an interest, %NULL where the row is of none
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_interest (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_INTEREST];
}

/**
 * charter_register_entry_get_party: (get-property party)
 * @self: an entry of the register
 *
 * Gives the party in which the interest lies.
 *
 * Returns: (nullable): the id of a party, %NULL where the row is of no interest or its
 *   details are withheld
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_party (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_PARTY];
}

/**
 * charter_register_entry_get_party_name: (get-property party-name)
 * @self: an entry of the register
 *
 * Gives the name of the party: as the declaration has it, else as the partner or person has it
 * who is the party.
 *
 * Returns: (nullable): a name, %NULL where there is none, or it has been erased or is
 *   withheld
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_party_name (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_PARTY_NAME];
}

/**
 * charter_register_entry_get_category: (get-property category)
 * @self: an entry of the register
 *
 * Gives the category of the interest.
 *
 * Returns: (nullable): a code such as `financial`, %NULL where the row is of no interest
 *   or its details are withheld
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_category (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_CATEGORY];
}

/**
 * charter_register_entry_get_nature: (get-property nature)
 * @self: an entry of the register
 *
 * Gives what the interest is.
 *
 * Returns: (nullable): a text, %NULL where none was given, or it has been erased or is
 *   withheld
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_nature (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_NATURE];
}

/**
 * charter_register_entry_get_redacted: (get-property redacted)
 * @self: an entry of the register
 *
 * Tells whether something private of the interest has been erased.
 *
 * Returns: %TRUE if something can no longer be shown
 *
 * Since: 0.1
 */
gboolean
charter_register_entry_get_redacted (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), FALSE);

  return self->truths[PROP_REDACTED];
}

/**
 * charter_register_entry_get_sensitive: (get-property sensitive)
 * @self: an entry of the register
 *
 * Tells whether the details of the interest are withheld.
 *
 * Returns: %TRUE if party, category and nature are not given
 *
 * Since: 0.1
 */
gboolean
charter_register_entry_get_sensitive (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), FALSE);

  return self->truths[PROP_SENSITIVE];
}

/**
 * charter_register_entry_get_standing: (get-property standing)
 * @self: an entry of the register
 *
 * Tells whether the declaration is a general notice.
 *
 * Returns: %TRUE if it holds for every later item
 *
 * Since: 0.1
 */
gboolean
charter_register_entry_get_standing (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), FALSE);

  return self->truths[PROP_STANDING];
}

/**
 * charter_register_entry_get_meeting: (get-property meeting)
 * @self: an entry of the register
 *
 * Gives the meeting at which the interest was disclosed.
 *
 * Returns: (nullable): the id of a meeting, %NULL where it was entered in the register
 *   itself
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_meeting (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_MEETING];
}

/**
 * charter_register_entry_get_since: (get-property since)
 * @self: an entry of the register
 *
 * Gives the first day of the interest.
 *
 * Returns: (nullable): a date, %NULL where none is stated: then it holds from its
 *   declaration
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_since (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_SINCE];
}

/**
 * charter_register_entry_get_until: (get-property until)
 * @self: an entry of the register
 *
 * Gives the last day of the interest.
 *
 * Returns: (nullable): a date, %NULL where none is stated
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_until (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_UNTIL];
}

/**
 * charter_register_entry_get_ended: (get-property ended)
 * @self: an entry of the register
 *
 * Gives the instant at which the interest was said to have ended.
 *
 * Returns: (nullable): an instant in UTC, %NULL where that had not happened by then
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_ended (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_ENDED];
}

/**
 * charter_register_entry_get_declared: (get-property declared)
 * @self: an entry of the register
 *
 * Gives when it was declared.
 *
 * Returns: (nullable): an instant in UTC, %NULL where neither has been declared
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_declared (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_DECLARED];
}

/**
 * charter_register_entry_get_current: (get-property current)
 * @self: an entry of the register
 *
 * Tells whether the interest counts at the instant asked about, its tail included.
 *
 * Returns: %TRUE if it does; %FALSE in rows that are of no interest
 *
 * Since: 0.1
 */
gboolean
charter_register_entry_get_current (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), FALSE);

  return self->truths[PROP_CURRENT];
}

/**
 * charter_register_entry_get_published: (get-property published)
 * @self: an entry of the register
 *
 * Tells whether it stands in the public register at the instant asked about: from its declaration
 * to its end, or to the day on which the person left, and for the policy's `published-for` after
 * either; for its `tail` where the policy does not say.
 *
 * Returns: %TRUE if it does; %FALSE where neither was declared
 *
 * Since: 0.1
 */
gboolean
charter_register_entry_get_published (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), FALSE);

  return self->truths[PROP_PUBLISHED];
}

/**
 * charter_register_entry_get_published_until: (get-property published-until)
 * @self: an entry of the register
 *
 * Gives how long it stands in the public register.
 *
 * Returns: (nullable): a date, or an instant where no whole day is meant; %NULL where no
 *   end is known
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_published_until (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_PUBLISHED_UNTIL];
}

/**
 * charter_register_entry_get_due: (get-property due)
 * @self: an entry of the register
 *
 * Gives when the declaration was or is due. Of an interest that was disclosed at a meeting it is
 * when it must be registered, unless the disclosure itself was late.
 *
 * Returns: (nullable): a date, or an instant where the period is in hours; %NULL where no
 *   time is set
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_due (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_DUE];
}

/**
 * charter_register_entry_get_late: (get-property late)
 * @self: an entry of the register
 *
 * Tells whether it was declared or registered after it was due, or is still overdue.
 *
 * Returns: %TRUE if it was or is late
 *
 * Since: 0.1
 */
gboolean
charter_register_entry_get_late (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), FALSE);

  return self->truths[PROP_LATE];
}

/**
 * charter_register_entry_get_confirm_by: (get-property confirm-by)
 * @self: an entry of the register
 *
 * Gives when the person must next confirm what was declared. It is the same in all rows of a
 * person.
 *
 * Returns: (nullable): a date, or an instant where the period is in hours; %NULL where no
 *   confirmation is asked for, or the person has left
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_confirm_by (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_CONFIRM_BY];
}

/**
 * charter_register_entry_get_confirm_overdue: (get-property confirm-overdue)
 * @self: an entry of the register
 *
 * Tells whether the confirmation is overdue.
 *
 * Returns: %TRUE if it is
 *
 * Since: 0.1
 */
gboolean
charter_register_entry_get_confirm_overdue (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), FALSE);

  return self->truths[PROP_CONFIRM_OVERDUE];
}

/**
 * charter_register_entry_get_left: (get-property left)
 * @self: an entry of the register
 *
 * Gives when the person left.
 *
 * Returns: (nullable): an instant in UTC, %NULL where the person had not left by then
 *
 * Since: 0.1
 */
const char *
charter_register_entry_get_left (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), NULL);

  return self->texts[PROP_LEFT];
}

/**
 * charter_register_entry_get_entry: (get-property entry)
 * @self: an entry of the register
 *
 * Gives the declaration.
 *
 * Returns: the seq of the entry, 0 where neither was declared
 *
 * Since: 0.1
 */
gint64
charter_register_entry_get_entry (CharterRegisterEntry *self)
{
  g_return_val_if_fail (CHARTER_IS_REGISTER_ENTRY (self), 0);

  return self->entry;
}
