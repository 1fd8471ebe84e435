/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "permit/charter-permit-objects-private.h"

#include "permit/charter-build-private.h"
#include "state/charter-view-private.h"

#include <string.h>

/**
 * CharterVerdict:
 *
 * The answer to *May I?*: whether a person may do something, with its grounds and reasons.
 *
 * [property@Charter.Verdict:answer] is allowed, denied or indeterminate; what cannot be
 * evaluated is never quietly allowed. [property@Charter.Verdict:grounds] are stable codes for
 * programs, [property@Charter.Verdict:summary] one sentence for people, and
 * [property@Charter.Verdict:reasons] the proof. An allowed verdict has a ground only where it
 * needed one: `dispensation`. A verdict that a [class@Charter.Question] gives looks for all of
 * these when one is first read: its record cannot change meanwhile.
 *
 * [property@Charter.Verdict:changes] says what would change it.
 *
 * ```c
 * g_autoptr(CharterVerdict) verdict =
 *   charter_view_may (view, "amira", "vote", "grant-12", "2026-03-02T10:00:00Z", &error);
 * ```
 *
 * Since: 0.1
 */
struct _CharterVerdict
{
  GObject parent_instance;

  char             *person, *act, *subject, *at, *summary;
  CharterAnswer     answer;
  CharterScene      scene;        /* holds the state until the proof is read */
  CharterRef        who, what;    /* the person and the subject, until then */
  CharterJudge      judge;        /* NULL once it was asked */
  CharterJudgement  judgement;
  GListModel       *reasons;      /* NULL until it is read */
  GListModel       *changes;      /* likewise */
};

typedef enum
{
  PROP_ANSWER = 1,
  PROP_PERSON,
  PROP_ACT,
  PROP_SUBJECT,
  PROP_AT,
  PROP_GROUNDS,
  PROP_REASONS,
  PROP_SUMMARY,
  PROP_CHANGES
} CharterVerdictProperty;

#define N_PROPS (PROP_CHANGES + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterVerdict, charter_verdict, G_TYPE_OBJECT)

static void
release_state (CharterVerdict *self)
{
  g_clear_pointer (&self->scene.state, charter_state_unref);
}

/* The proof takes longer than the answer, so it waits for somebody to read it.  A state never
 * changes: it comes out as it would have at once. */
static CharterJudgement *
read_judgement (CharterVerdict *self)
{
  CharterJudge judge = self->judge;
  gint64 at;

  if (judge == NULL)
    return &self->judgement;
  self->judge = NULL;
  charter_instant_parse (self->at, -1, &at);
  judge (&self->scene, self->who, self->act, self->what, at, &self->judgement);
  g_ptr_array_add (self->judgement.grounds, NULL);
  release_state (self);

  return &self->judgement;
}

static void
charter_verdict_finalize (GObject *object)
{
  CharterVerdict *self = CHARTER_VERDICT (object);

  g_free (self->person);
  g_free (self->act);
  g_free (self->subject);
  g_free (self->at);
  g_free (self->summary);
  release_state (self);
  charter_judgement_clear (&self->judgement);
  g_clear_object (&self->reasons);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (charter_verdict_parent_class)->finalize (object);
}

static void
charter_verdict_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CharterVerdict *self = CHARTER_VERDICT (object);

  switch ((CharterVerdictProperty) id)
    {
    case PROP_ANSWER:
      g_value_set_enum (value, (int) self->answer);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_ACT:
      g_value_set_string (value, self->act);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_GROUNDS:
      g_value_set_boxed (value, charter_verdict_get_grounds (self));
      break;
    case PROP_REASONS:
      g_value_set_object (value, charter_verdict_get_reasons (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, charter_verdict_get_summary (self));
      break;
    case PROP_CHANGES:
      g_value_set_object (value, charter_verdict_get_changes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_verdict_class_init (CharterVerdictClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_verdict_finalize;
  object_class->get_property = charter_verdict_get_property;

  /**
   * CharterVerdict:answer: (getter get_answer)
   *
   * Allowed, denied or indeterminate.
   *
   * Since: 0.1
   */
  properties[PROP_ANSWER] = g_param_spec_enum ("answer", NULL, NULL, CHARTER_TYPE_ANSWER,
                                               CHARTER_ANSWER_ALLOWED, flags);

  /**
   * CharterVerdict:person: (getter get_person)
   *
   * The person asked about.
   *
   * Since: 0.1
   */
  properties[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);

  /**
   * CharterVerdict:act: (getter get_act)
   *
   * The act asked about, such as `vote`.
   *
   * Since: 0.1
   */
  properties[PROP_ACT] = g_param_spec_string ("act", NULL, NULL, NULL, flags);

  /**
   * CharterVerdict:subject: (getter get_subject)
   *
   * What the act is about, %NULL for the act as such.
   *
   * Since: 0.1
   */
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);

  /**
   * CharterVerdict:at: (getter get_at)
   *
   * The instant asked about.
   *
   * Since: 0.1
   */
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);

  /**
   * CharterVerdict:grounds: (getter get_grounds)
   *
   * The grounds, as stable codes in alphabetical order.
   *
   * Since: 0.1
   */
  properties[PROP_GROUNDS] = g_param_spec_boxed ("grounds", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * CharterVerdict:reasons: (getter get_reasons)
   *
   * The proof: a list of [class@Charter.Reason].
   *
   * Since: 0.1
   */
  properties[PROP_REASONS] = g_param_spec_object ("reasons", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * CharterVerdict:summary: (getter get_summary)
   *
   * The answer and its first reason in one sentence, the same bytes in every locale.
   *
   * Since: 0.1
   */
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);

  /**
   * CharterVerdict:changes: (getter get_changes)
   *
   * What would change the answer: a list of [class@Charter.Reason], each of which would lift
   * one ground of a denial, or bring one about.
   *
   * Since: 0.1
   */
  properties[PROP_CHANGES] = g_param_spec_object ("changes", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_verdict_init (CharterVerdict *self)
{
}

CharterVerdict *
charter_verdict_new_unread (const CharterScene *scene,
                            CharterRef          person,
                            const char         *act,
                            CharterRef          subject,
                            const char         *at,
                            CharterAnswer       answer,
                            CharterJudge        judge)
{
  CharterVerdict *self = g_object_new (CHARTER_TYPE_VERDICT, NULL);

  self->scene = (CharterScene) { charter_state_ref (scene->state), scene->known };
  self->who = person;
  self->what = subject;
  self->person = g_strdup (charter_scene_name (scene, person));
  self->act = g_strdup (act);
  self->subject = subject != 0 ? g_strdup (charter_scene_name (scene, subject)) : NULL;
  self->at = g_strdup (at);
  self->answer = answer;
  self->judge = judge;

  return self;
}

CharterVerdict *
charter_verdict_new (const char       *person,
                     const char       *act,
                     const char       *subject,
                     const char       *at,
                     CharterJudgement *judgement)
{
  CharterVerdict *self = g_object_new (CHARTER_TYPE_VERDICT, NULL);

  self->person = g_strdup (person);
  self->act = g_strdup (act);
  self->subject = g_strdup (subject);
  self->at = g_strdup (at);
  self->answer = judgement->answer;
  self->judgement = *judgement;
  g_ptr_array_add (self->judgement.grounds, NULL);
  *judgement = (CharterJudgement) { 0 };

  return self;
}

/**
 * charter_verdict_get_answer: (get-property answer)
 * @self: a verdict
 *
 * Gives the answer.
 *
 * Returns: allowed, denied or indeterminate
 *
 * Since: 0.1
 */
CharterAnswer
charter_verdict_get_answer (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), CHARTER_ANSWER_INDETERMINATE);

  return self->answer;
}

/**
 * charter_verdict_get_person: (get-property person)
 * @self: a verdict
 *
 * Gives the person asked about.
 *
 * Returns: the id, as it was asked with
 *
 * Since: 0.1
 */
const char *
charter_verdict_get_person (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  return self->person;
}

/**
 * charter_verdict_get_act: (get-property act)
 * @self: a verdict
 *
 * Gives the act asked about.
 *
 * Returns: the act, such as `vote`
 *
 * Since: 0.1
 */
const char *
charter_verdict_get_act (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  return self->act;
}

/**
 * charter_verdict_get_subject: (get-property subject)
 * @self: a verdict
 *
 * Gives what the act is about.
 *
 * Returns: (nullable): the id of a decision, a concern or the like
 *
 * Since: 0.1
 */
const char *
charter_verdict_get_subject (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  return self->subject;
}

/**
 * charter_verdict_get_at: (get-property at)
 * @self: a verdict
 *
 * Gives the instant asked about.
 *
 * Returns: an instant such as `2026-03-02T10:00:00Z`
 *
 * Since: 0.1
 */
const char *
charter_verdict_get_at (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  return self->at;
}

/**
 * charter_verdict_get_grounds: (get-property grounds)
 * @self: a verdict
 *
 * Gives the grounds of the answer; [func@Charter.ground_explain] has a sentence for each.
 *
 * Returns: (transfer none) (array zero-terminated=1): stable codes in alphabetical order
 *
 * Since: 0.1
 */
const char *const *
charter_verdict_get_grounds (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  return (const char *const *) read_judgement (self)->grounds->pdata;
}

/**
 * charter_verdict_get_reasons: (get-property reasons)
 * @self: a verdict
 *
 * Gives the proof of the answer.
 *
 * Returns: (transfer none): a list of [class@Charter.Reason]
 *
 * Since: 0.1
 */
GListModel *
charter_verdict_get_reasons (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  if (self->reasons == NULL)
    self->reasons = charter_reasons_to_model (read_judgement (self)->reasons);

  return self->reasons;
}

static char *
summarise (CharterVerdict *self)
{
  static const char *const answers[] = { "Allowed", "Denied", "Cannot tell" };
  const char *answer = answers[self->answer];
  CharterReasons *reasons = read_judgement (self)->reasons;
  CharterReasonId first = charter_reasons_first (reasons, 0);
  g_autofree char *reason = NULL;

  if (first == 0)
    return g_strconcat (answer, ".", NULL);
  reason = charter_reasons_render (reasons, first, FALSE);

  return g_strconcat (answer, ": ", reason, NULL);
}

/**
 * charter_verdict_get_changes: (get-property changes)
 * @self: a verdict
 *
 * Gives what would change the answer. Where a denial has several grounds, all of them have to
 * be lifted.
 *
 * Returns: (transfer none): a list of [class@Charter.Reason]; empty where nothing would
 *
 * Since: 0.1
 */
GListModel *
charter_verdict_get_changes (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  if (self->changes == NULL)
    self->changes = charter_reasons_to_model (read_judgement (self)->changes);

  return self->changes;
}

/**
 * charter_verdict_get_summary: (get-property summary)
 * @self: a verdict
 *
 * Gives the answer and its first reason in one sentence.
 *
 * Returns: the sentence, the same bytes in every locale
 *
 * Since: 0.1
 */
const char *
charter_verdict_get_summary (CharterVerdict *self)
{
  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  if (self->summary == NULL)
    self->summary = summarise (self);

  return self->summary;
}

/**
 * charter_verdict_to_json:
 * @self: a verdict
 *
 * Writes the verdict as JSON in the canonical form of RFC 8785: the shape of the answer `may`
 * of scenario files.
 *
 * Returns: (transfer full): JSON text of an object with `answer`, `grounds` and `reasons`
 *
 * Since: 0.1
 */
char *
charter_verdict_to_json (CharterVerdict *self)
{
  g_autoptr(CharterBuilder) builder = NULL;
  CharterJudgement judgement;

  g_return_val_if_fail (CHARTER_IS_VERDICT (self), NULL);

  builder = charter_builder_new ();
  judgement = *read_judgement (self);
  judgement.grounds = g_ptr_array_copy (self->judgement.grounds, NULL, NULL);
  g_ptr_array_set_size (judgement.grounds, (int) judgement.grounds->len - 1);
  charter_judgement_build (&judgement, builder);
  g_ptr_array_unref (judgement.grounds);

  return charter_builder_to_text (builder);
}

/**
 * charter_ground_explain:
 * @ground: the code of a ground, such as `conflict`
 *
 * Gives a ground as a sentence.
 *
 * Returns: (nullable): the sentence, or %NULL if there is no such ground
 *
 * Since: 0.1
 */
const char *
charter_ground_explain (const char *ground)
{
  g_return_val_if_fail (ground != NULL, NULL);

  for (guint i = 0; i < charter_n_grounds; i++)
    if (strcmp (charter_grounds[i].code, ground) == 0)
      return charter_grounds[i].sentence;

  return NULL;
}
