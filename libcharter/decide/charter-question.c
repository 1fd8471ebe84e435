/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-asking-private.h"

#include "permit/charter-permit-objects-private.h"
#include "state/charter-view-private.h"

/**
 * CharterQuestion:
 *
 * *May anyone do this act at this instant?*, prepared once and asked of many.
 *
 * A question answers exactly as [method@Charter.View.may] does, and gives the same verdicts.
 * It is for programs that ask often: what the charter says of the act is looked up once, and the
 * decision that was asked about last is kept, with whatever leads to the parties that it
 * concerns. So it is best to ask about one subject after the other.
 *
 * Persons and subjects are named by their ids, or by the numbers that
 * [method@Charter.Question.find] gives for them. These handles hold for every question of a view
 * of the same partnership, for as long as the program runs; those of a view that
 * [method@Charter.View.suppose] gave may differ in what was supposed.
 *
 * A yes or no costs least, a three-valued answer nothing more, a verdict with its reasons a few
 * times that. Where everybody is asked about, the calls for many at once
 * ([method@Charter.Question.answer_all], [method@Charter.Question.list_conflicted] …) are
 * many times faster than as many calls, most of all from scripts.
 *
 * ```c
 * g_autoptr(CharterQuestion) question =
 *   charter_view_prepare (view, "vote", "2026-03-02T10:00:00Z", &error);
 *
 * if (charter_question_allows (question, "amira", "grant-12"))
 *   show_ballot ();
 * ```
 *
 * A question holds its view's state and may be used in any one thread.
 *
 * Since: 0.1
 */

typedef enum
{
  PROP_ACT = 1,
  PROP_AT,
  PROP_KNOWN
} CharterQuestionProperty;

#define N_PROPS (PROP_KNOWN + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CharterQuestion, charter_question, G_TYPE_OBJECT)

static void
charter_question_finalize (GObject *object)
{
  CharterQuestion *self = CHARTER_QUESTION (object);

  charter_asking_clear (&self->asking);
  g_free (self->at);

  G_OBJECT_CLASS (charter_question_parent_class)->finalize (object);
}

static void
charter_question_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CharterQuestion *self = CHARTER_QUESTION (object);

  switch ((CharterQuestionProperty) id)
    {
    case PROP_ACT:
      g_value_set_string (value, self->asking.act);
      break;
    case PROP_AT:
      g_value_set_string (value, self->at);
      break;
    case PROP_KNOWN:
      g_value_set_int64 (value, self->asking.scene.known);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
charter_question_class_init (CharterQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = charter_question_finalize;
  object_class->get_property = charter_question_get_property;

  /**
   * CharterQuestion:act: (getter get_act)
   *
   * The act asked about, such as `vote`.
   *
   * Since: 0.1
   */
  properties[PROP_ACT] = g_param_spec_string ("act", NULL, NULL, NULL, flags);

  /**
   * CharterQuestion:at: (getter get_at)
   *
   * The instant asked about.
   *
   * Since: 0.1
   */
  properties[PROP_AT] = g_param_spec_string ("at", NULL, NULL, NULL, flags);

  /**
   * CharterQuestion:known: (getter get_known)
   *
   * The seq of the last entry taken into account.
   *
   * Since: 0.1
   */
  properties[PROP_KNOWN] = g_param_spec_int64 ("known", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
charter_question_init (CharterQuestion *self)
{
}

/**
 * charter_view_prepare:
 * @self: a view
 * @act: what somebody would do, such as `vote` or `see-papers`
 * @at: the instant asked about, such as `2026-03-02T10:00:00Z`
 * @error: return location for an error
 *
 * Prepares a question to be asked of many: may they do this act at this instant?
 *
 * Returns: (transfer full): the question, or %NULL with @error set
 *
 * Since: 0.1
 */
CharterQuestion *
charter_view_prepare (CharterView *self,
                      const char  *act,
                      const char  *at,
                      GError     **error)
{
  CharterQuestion *question;
  gint64 instant;

  g_return_val_if_fail (CHARTER_IS_VIEW (self), NULL);
  g_return_val_if_fail (act != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_utf8 (act, error) || !charter_question_at (at, &instant, error))
    return NULL;
  question = g_object_new (CHARTER_TYPE_QUESTION, NULL);
  charter_asking_init (&question->asking, charter_view_get_scene (self), act, instant);
  question->at = g_strdup (at);

  return question;
}

/**
 * charter_question_get_act: (get-property act)
 * @self: a question
 *
 * Gives the act asked about.
 *
 * Returns: the act, such as `vote`
 *
 * Since: 0.1
 */
const char *
charter_question_get_act (CharterQuestion *self)
{
  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);

  return self->asking.act;
}

/**
 * charter_question_get_at: (get-property at)
 * @self: a question
 *
 * Gives the instant asked about.
 *
 * Returns: an instant such as `2026-03-02T10:00:00Z`
 *
 * Since: 0.1
 */
const char *
charter_question_get_at (CharterQuestion *self)
{
  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);

  return self->at;
}

/**
 * charter_question_get_known: (get-property known)
 * @self: a question
 *
 * Gives the last entry taken into account.
 *
 * Returns: a seq, from 1; 0 for none
 *
 * Since: 0.1
 */
gint64
charter_question_get_known (CharterQuestion *self)
{
  g_return_val_if_fail (CHARTER_IS_QUESTION (self), 0);

  return self->asking.scene.known;
}

/**
 * charter_question_find:
 * @self: a question
 * @id: (nullable): the id of a person, a decision or another subject; %NULL for no subject
 *
 * Gives the handle of a person or a subject, for
 * [method@Charter.Question.allows_handles]. With %NULL it gives the one that stands for the act
 * as such, without a subject.
 *
 * Returns: the handle, 0 if the record does not know the id
 *
 * Since: 0.1
 */
guint
charter_question_find (CharterQuestion *self,
                       const char      *id)
{
  g_return_val_if_fail (CHARTER_IS_QUESTION (self), 0);

  return charter_asking_find (&self->asking, id);
}

/**
 * charter_question_allows:
 * @self: a question
 * @person: the id of a person
 * @subject: (nullable): the id of what the act is about, %NULL for the act as such
 *
 * Tells whether a person may do the act. What is denied, what cannot be told, and what is asked
 * of somebody or something that the record does not know, are all no.
 *
 * Returns: %TRUE only where the answer is allowed
 *
 * Since: 0.1
 */
gboolean
charter_question_allows (CharterQuestion *self,
                         const char      *person,
                         const char      *subject)
{
  return charter_question_answer (self, person, subject) == CHARTER_ANSWER_ALLOWED;
}

/**
 * charter_question_allows_handles:
 * @self: a question
 * @person: the handle of a person
 * @subject: the handle of what the act is about
 *
 * Tells whether a person may do the act, both given by [method@Charter.Question.find]. The handle
 * 0 is nobody and nothing, so the answer is no.
 *
 * Returns: %TRUE only where the answer is allowed
 *
 * Since: 0.1
 */
gboolean
charter_question_allows_handles (CharterQuestion *self,
                                 guint            person,
                                 guint            subject)
{
  g_return_val_if_fail (CHARTER_IS_QUESTION (self), FALSE);

  return charter_asking_answer (&self->asking, person, subject) == CHARTER_ANSWER_ALLOWED;
}

/**
 * charter_question_answer:
 * @self: a question
 * @person: the id of a person
 * @subject: (nullable): the id of what the act is about, %NULL for the act as such
 *
 * Tells whether a person may do the act, or that it cannot be told. Somebody or something that
 * the record does not know is denied.
 *
 * Returns: allowed, denied or indeterminate
 *
 * Since: 0.1
 */
CharterAnswer
charter_question_answer (CharterQuestion *self,
                         const char      *person,
                         const char      *subject)
{
  const char *const ids[] = { person, subject };
  CharterRef refs[2];

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), CHARTER_ANSWER_DENIED);
  g_return_val_if_fail (person != NULL, CHARTER_ANSWER_DENIED);

  charter_scene_find_many (&self->asking.scene, ids, subject != NULL ? 2 : 1, refs);

  return charter_asking_answer (&self->asking, charter_asking_handle (&self->asking, refs[0]),
                                subject != NULL ? charter_asking_handle (&self->asking, refs[1])
                                                : CHARTER_NO_SUBJECT);
}

gboolean
charter_question_turn_to (CharterQuestion *self,
                          const char      *subject,
                          GError         **error)
{
  CharterRef ref;

  if (charter_asking_turn_to (&self->asking, charter_asking_find (&self->asking, subject)))
    return TRUE;
  if (charter_question_utf8 (subject, error))
    charter_question_subject (&self->asking.scene, subject, self->asking.at, &ref, error);

  return FALSE;
}

/**
 * charter_question_explain:
 * @self: a question
 * @person: the id of a person
 * @subject: (nullable): the id of what the act is about, %NULL for the act as such
 * @error: return location for an error
 *
 * Gives the verdict on a person, with its grounds and reasons: that of
 * [method@Charter.View.may]. The answer is there at once; what proves it is looked for when it is
 * first read, so verdicts on many cost little where few are read.
 *
 * Returns: (transfer full): the verdict, or %NULL with @error set, such as
 *   [error@Charter.Error.NOT_FOUND] for a subject that is not in the record
 *
 * Since: 0.1
 */
CharterVerdict *
charter_question_explain (CharterQuestion *self,
                          const char      *person,
                          const char      *subject,
                          GError         **error)
{
  CharterAsking *asking;
  CharterJudgement judgement;
  CharterRef who;

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_turn_to (self, subject, error))
    return NULL;
  asking = &self->asking;
  who = charter_scene_find (&asking->scene, person);
  if (who != 0)
    return charter_verdict_new_unread (
      &asking->scene, who, asking->act, charter_asking_ref (asking, asking->subject), self->at,
      charter_asking_answer (asking, charter_asking_handle (asking, who), asking->subject),
      charter_decide_may);
  if (!charter_question_utf8 (person, error))
    return NULL;
  charter_permit_stranger (person, &judgement);

  return charter_verdict_new (person, asking->act, subject, self->at, &judgement);
}
