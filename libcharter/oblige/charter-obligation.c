/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "oblige/charter-obligation-private.h"

#include "format/charter-json-writer-private.h"

#include <string.h>

/**
 * CharterObligation:
 *
 * One answer to *What is due?*: something that a clause, a rule or a cycle makes somebody do
 * by a time.
 *
 * [property@Charter.Obligation:what] says what sort of thing it is, such as `act` (an action
 * to be done) or `review`. It is overdue from the end of the date it is due, in the record's
 * zone; where its period is in hours, from that instant on. One that was met keeps the entry
 * that met it.
 *
 * Since: 0.1
 */
struct _CharterObligation
{
  GObject parent_instance;

  const char             *what;      /* static */
  char                   *who, *due, *clause, *about, *summary;
  char                   *because_id, *met_by_id;
  gint64                  because, met_by;
  CharterObligationState  state;
};

typedef enum
{
  PROP_WHAT = 1,
  PROP_WHO,
  PROP_DUE,
  PROP_STATE,
  PROP_CLAUSE,
  PROP_ABOUT,
  PROP_BECAUSE,
  PROP_MET_BY,
  PROP_SUMMARY
} CharterObligationProperty;

#define N_PROPS (PROP_SUMMARY + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterObligation, charter_obligation, G_TYPE_OBJECT)

static void
charter_obligation_finalize (GObject *object)
{
  CharterObligation *self = CHARTER_OBLIGATION (object);

  g_free (self->who);
  g_free (self->due);
  g_free (self->clause);
  g_free (self->about);
  g_free (self->summary);
  g_free (self->because_id);
  g_free (self->met_by_id);

  G_OBJECT_CLASS (charter_obligation_parent_class)->finalize (object);
}

static void
charter_obligation_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CharterObligation *self = CHARTER_OBLIGATION (object);

  switch ((CharterObligationProperty) id)
    {
    case PROP_WHAT:
      g_value_set_string (value, self->what);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_DUE:
      g_value_set_string (value, self->due);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_CLAUSE:
      g_value_set_string (value, self->clause);
      break;
    case PROP_ABOUT:
      g_value_set_string (value, self->about);
      break;
    case PROP_BECAUSE:
      g_value_set_int64 (value, self->because);
      break;
    case PROP_MET_BY:
      g_value_set_int64 (value, self->met_by);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_obligation_class_init (CharterObligationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_obligation_finalize;
  object_class->get_property = charter_obligation_get_property;

  /**
   * CharterObligation:what: (getter get_what)
   *
   * What sort of thing is due, such as `act`, `declare-interests` or `review`.
   *
   * Since: 0.1
   */
  properties[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);

  /**
   * CharterObligation:who: (getter get_who)
   *
   * The id of the person, partner or role that must see to it; %NULL for the partnership as a
   * whole.
   *
   * Since: 0.1
   */
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);

  /**
   * CharterObligation:due: (getter get_due)
   *
   * When it is due: a date, or an instant where the period is in hours.
   *
   * Since: 0.1
   */
  properties[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, NULL, flags);

  /**
   * CharterObligation:state: (getter get_state)
   *
   * How it stands.
   *
   * Since: 0.1
   */
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, CHARTER_TYPE_OBLIGATION_STATE,
                                              CHARTER_OBLIGATION_STATE_OPEN, flags);

  /**
   * CharterObligation:clause: (getter get_clause)
   *
   * The id of the clause behind it, %NULL where the charter names none.
   *
   * Since: 0.1
   */
  properties[PROP_CLAUSE] = g_param_spec_string ("clause", NULL, NULL, NULL, flags);

  /**
   * CharterObligation:about: (getter get_about)
   *
   * The id of what it is about: the action, the cycle, the meeting, the concern.
   *
   * Since: 0.1
   */
  properties[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, NULL, flags);

  /**
   * CharterObligation:because: (getter get_because)
   *
   * The seq of the entry that created it.
   *
   * Since: 0.1
   */
  properties[PROP_BECAUSE] = g_param_spec_int64 ("because", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * CharterObligation:met-by: (getter get_met_by)
   *
   * The seq of the entry that met it, 0 where none has.
   *
   * Since: 0.1
   */
  properties[PROP_MET_BY] = g_param_spec_int64 ("met-by", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * CharterObligation:summary: (getter get_summary)
   *
   * One sentence for people.
   *
   * Since: 0.1
   */
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_obligation_init (CharterObligation *self)
{
}

static const struct
{
  const char *what;
  const char *words;
} phrases[] = {
  { "acknowledge-concern", "Acknowledge that the concern has arrived" },
  { "act", "Do what was agreed" },
  { "answer-concern", "Close the concern with an answer" },
  { "confirm-interests", "Confirm interests, or that there are none" },
  { "declare-interest", "Declare the interest acquired" },
  { "declare-interests", "Declare interests, or that there are none" },
  { "publish-decision", "Publish the decision" },
  { "publish-minutes", "Send out the minutes" },
  { "register-interest", "Register the interest disclosed" },
  { "review", "Hold the review" },
};

static const char *
words_of (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (strcmp (phrases[i].what, what) == 0)
      return phrases[i].words;
  return what;
}

static const char *
state_words (CharterObligationState state)
{
  switch (state)
    {
    case CHARTER_OBLIGATION_STATE_MET:
      return "met in time";
    case CHARTER_OBLIGATION_STATE_LATE:
      return "met, but late";
    case CHARTER_OBLIGATION_STATE_OVERDUE:
      return "overdue";
    case CHARTER_OBLIGATION_STATE_WAIVED:
      return "fell away";
    default:
      return "open";
    }
}

static char *
summarise (const CharterObligation *self)
{
  g_autoptr(GString) out = g_string_new (words_of (self->what));

  if (self->about != NULL)
    g_string_append_printf (out, " (%s)", self->about);
  g_string_append_printf (out, " by %s", self->due);
  if (self->who != NULL)
    g_string_append_printf (out, ": %s", self->who);
  g_string_append_printf (out, "; %s.", state_words (self->state));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

CharterObligation *
charter_obligation_new (const CharterScene *scene,
                        const CharterDuty  *duty)
{
  CharterObligation *self = g_object_new (CHARTER_TYPE_OBLIGATION, NULL);

  self->what = duty->what;
  self->who = duty->who != 0 ? g_strdup (charter_scene_name (scene, duty->who)) : NULL;
  self->due = charter_duty_dup_due (duty);
  self->state = duty->state;
  self->clause = g_strdup (duty->clause);
  self->about = g_strdup (duty->detail != NULL ? duty->detail
                          : duty->about != 0 ? charter_scene_name (scene, duty->about) : NULL);
  self->because = duty->because->seq;
  self->because_id = g_strdup (duty->because->id);
  if (duty->met_by != NULL)
    {
      self->met_by = duty->met_by->seq;
      self->met_by_id = g_strdup (duty->met_by->id);
    }
  self->summary = summarise (self);
  return self;
}

/**
 * charter_obligation_get_what: (get-property what)
 * @self: an obligation
 *
 * Gives what sort of thing is due.
 *
 * Returns: a code, such as `act`
 *
 * Since: 0.1
 */
const char *
charter_obligation_get_what (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), NULL);

  return self->what;
}

/**
 * charter_obligation_get_who: (get-property who)
 * @self: an obligation
 *
 * Gives who must see to it.
 *
 * Returns: (nullable): the id of a person, partner or role, %NULL for the partnership as a whole
 *
 * Since: 0.1
 */
const char *
charter_obligation_get_who (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), NULL);

  return self->who;
}

/**
 * charter_obligation_get_due: (get-property due)
 * @self: an obligation
 *
 * Gives when it is due.
 *
 * Returns: a date (`2026-03-31`), or an instant (`2026-03-31T09:00:00Z`) where the period is in
 *   hours
 *
 * Since: 0.1
 */
const char *
charter_obligation_get_due (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), NULL);

  return self->due;
}

/**
 * charter_obligation_get_state: (get-property state)
 * @self: an obligation
 *
 * Gives how it stands.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
CharterObligationState
charter_obligation_get_state (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), CHARTER_OBLIGATION_STATE_OPEN);

  return self->state;
}

/**
 * charter_obligation_get_clause: (get-property clause)
 * @self: an obligation
 *
 * Gives the clause behind it.
 *
 * Returns: (nullable): the id of a clause
 *
 * Since: 0.1
 */
const char *
charter_obligation_get_clause (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), NULL);

  return self->clause;
}

/**
 * charter_obligation_get_about: (get-property about)
 * @self: an obligation
 *
 * Gives what it is about.
 *
 * Returns: (nullable): the id of the action, cycle, meeting, decision, interest or concern
 *
 * Since: 0.1
 */
const char *
charter_obligation_get_about (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), NULL);

  return self->about;
}

/**
 * charter_obligation_get_because: (get-property because)
 * @self: an obligation
 *
 * Gives the entry that created it.
 *
 * Returns: a seq
 *
 * Since: 0.1
 */
gint64
charter_obligation_get_because (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), 0);

  return self->because;
}

/**
 * charter_obligation_get_met_by: (get-property met-by)
 * @self: an obligation
 *
 * Gives the entry that met it.
 *
 * Returns: a seq, 0 where none has
 *
 * Since: 0.1
 */
gint64
charter_obligation_get_met_by (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), 0);

  return self->met_by;
}

/**
 * charter_obligation_get_summary: (get-property summary)
 * @self: an obligation
 *
 * Gives one sentence for people.
 *
 * Returns: a sentence
 *
 * Since: 0.1
 */
const char *
charter_obligation_get_summary (CharterObligation *self)
{
  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), NULL);

  return self->summary;
}

static void
set_if_given (CharterBuilder *builder,
              const char     *name,
              const char     *value)
{
  if (value != NULL)
    charter_builder_set_string (builder, name, value);
}

/**
 * charter_obligation_to_json:
 * @self: an obligation
 *
 * Writes the obligation in the shape that scenario files and `charter due --json` use.
 * `because` and `met-by` are ids of entries.
 *
 * Returns: (transfer full): JSON text in the form of RFC 8785
 *
 * Since: 0.1
 */
char *
charter_obligation_to_json (CharterObligation *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  GEnumClass *states;

  g_return_val_if_fail (CHARTER_IS_OBLIGATION (self), NULL);

  states = g_type_class_ref (CHARTER_TYPE_OBLIGATION_STATE);
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "what", self->what);
  set_if_given (builder, "who", self->who);
  charter_builder_set_string (builder, "due", self->due);
  charter_builder_set_string (builder, "state",
                              g_enum_get_value (states, (int)self->state)->value_nick);
  set_if_given (builder, "clause", self->clause);
  set_if_given (builder, "about", self->about);
  charter_builder_set_string (builder, "because", self->because_id);
  set_if_given (builder, "met-by", self->met_by_id);
  charter_builder_end (builder);
  g_type_class_unref (states);
  return charter_builder_to_text (builder);
}
