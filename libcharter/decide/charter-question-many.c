/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-asking-private.h"

#include "format/charter-json-writer-private.h"
#include "permit/charter-build-private.h"
#include "state/charter-view-private.h"

/* One question, asked of many persons in one call. */

/* Persons: those named, else everybody current in order of joining. */
static GArray *
list_persons (CharterQuestion   *self,
              const char *const *persons)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (CharterRef));

  if (persons == NULL)
    {
      charter_scene_current (&self->asking.scene, CHARTER_KIND ("person-joined"), self->asking.at,
                             refs);
      return refs;
    }
  g_array_set_size (refs, g_strv_length ((char **) persons));
  charter_scene_find_many (&self->asking.scene, persons, refs->len, (CharterRef *) refs->data);

  return refs;
}

static gboolean
are_utf8 (const char *const *persons,
          GError           **error)
{
  for (guint i = 0; persons != NULL && persons[i] != NULL; i++)
    if (!charter_question_utf8 (persons[i], error))
      return FALSE;

  return TRUE;
}

/* On the subject that the question has turned to. */
static CharterAnswer
answer_on (CharterQuestion *self,
           CharterRef       person)
{
  return charter_asking_answer (&self->asking, charter_asking_handle (&self->asking, person),
                                self->asking.subject);
}

/**
 * charter_question_answer_all:
 * @self: a question
 * @subject: (nullable): the id of what the act is about, %NULL for the act as such
 * @persons: (nullable) (array zero-terminated=1): ids of persons; %NULL for everybody who is
 *   current at that instant, in order of joining
 * @error: return location for an error
 *
 * Asks about many persons at once. Whom the record does not know is denied.
 *
 * Returns: (transfer full): a byte for each person, the value of a [enum@Charter.Answer]; or
 *   %NULL with @error set
 *
 * Since: 0.1
 */
GBytes *
charter_question_answer_all (CharterQuestion   *self,
                             const char        *subject,
                             const char *const *persons,
                             GError           **error)
{
  g_autoptr(GArray) refs = NULL;
  guint8 *answers;

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_turn_to (self, subject, error))
    return NULL;
  refs = list_persons (self, persons);
  answers = g_malloc (refs->len + 1);
  for (guint i = 0; i < refs->len; i++)
    answers[i] = (guint8) answer_on (self, g_array_index (refs, CharterRef, i));

  return g_bytes_new_take (answers, refs->len);
}

static char **
dup_names (CharterQuestion  *self,
           const CharterRef *refs,
           guint             n)
{
  char **names = g_new (char *, n + 1);

  charter_scene_dup_names (&self->asking.scene, refs, n, names);
  names[n] = NULL;

  return names;
}

/**
 * charter_question_list_allowed:
 * @self: a question
 * @subject: (nullable): the id of what the act is about, %NULL for the act as such
 * @error: return location for an error
 *
 * Lists everybody who may do the act.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of persons in order of joining, or
 *   %NULL with @error set
 *
 * Since: 0.1
 */
char **
charter_question_list_allowed (CharterQuestion *self,
                               const char      *subject,
                               GError         **error)
{
  g_autoptr(GArray) refs = NULL;
  guint n = 0;

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_turn_to (self, subject, error))
    return NULL;
  refs = list_persons (self, NULL);
  for (guint i = 0; i < refs->len; i++)
    {
      CharterRef person = g_array_index (refs, CharterRef, i);

      if (answer_on (self, person) == CHARTER_ANSWER_ALLOWED)
        g_array_index (refs, CharterRef, n++) = person;
    }

  return dup_names (self, (const CharterRef *) refs->data, n);
}

static char **
dup_numbered (CharterQuestion *self,
              const GArray    *found)
{
  g_autofree CharterRef *refs = g_new (CharterRef, found->len + 1);

  for (guint i = 0; i < found->len; i++)
    refs[i] = charter_parties_ref (self->asking.parties,
                                   g_array_index (found, guint32, i));

  return dup_names (self, refs, found->len);
}

/**
 * charter_question_list_conflicted:
 * @self: a question
 * @subject: (nullable): the id of a decision
 * @error: return location for an error
 *
 * Lists everybody who has a conflict that bears on the act: who is connected with a party that
 * the decision concerns, or acts for a partner that is, or was ruled to have a conflict, unless a
 * dispensation covers the act. Whoever awaits a ruling is among them, and so is somebody of whom
 * it cannot be told; whoever is kept out on another ground alone is not.
 *
 * It goes back from the parties concerned, so it costs as much as there are such persons, and
 * not as there are persons; only where the rule's electorate is that of the opening is everybody
 * asked about.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of persons in order of joining, none
 *   where the subject is no decision or no conflict bears on the act; or %NULL with @error set
 *
 * Since: 0.1
 */
char **
charter_question_list_conflicted (CharterQuestion *self,
                                  const char      *subject,
                                  GError         **error)
{
  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_turn_to (self, subject, error))
    return NULL;

  return dup_numbered (self, charter_asking_conflicted (&self->asking));
}

static void
build_verdict (CharterQuestion *self,
               CharterRef       person,
               const char      *name,
               CharterBuilder  *builder)
{
  CharterJudgement judgement;

  if (person != 0)
    charter_asking_judge (&self->asking, charter_asking_handle (&self->asking, person), &judgement);
  else
    charter_permit_stranger (name, &judgement);
  charter_builder_begin_object (builder);
  charter_judgement_set (&judgement, builder);
  charter_builder_set_string (builder, "person", name);
  charter_builder_end (builder);
  charter_judgement_clear (&judgement);
}

/**
 * charter_question_explain_all:
 * @self: a question
 * @subject: (nullable): the id of what the act is about, %NULL for the act as such
 * @persons: (nullable) (array zero-terminated=1): ids of persons; %NULL for everybody who is
 *   current at that instant, in order of joining
 * @error: return location for an error
 *
 * Gives the verdicts on many persons as one JSON text: an array of what
 * [method@Charter.Verdict.to_json] gives for each, with its `person`. A program written in a
 * scripting language gets them in one piece, without an object for each.
 *
 * Returns: (transfer full): JSON text of an array, or %NULL with @error set
 *
 * Since: 0.1
 */
char *
charter_question_explain_all (CharterQuestion   *self,
                              const char        *subject,
                              const char *const *persons,
                              GError           **error)
{
  g_autoptr(CharterBuilder) builder = NULL;
  g_autoptr(GArray) refs = NULL;

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!are_utf8 (persons, error) || !charter_question_turn_to (self, subject, error))
    return NULL;
  refs = list_persons (self, persons);
  builder = charter_builder_new ();
  charter_builder_begin_array (builder);
  for (guint i = 0; i < refs->len; i++)
    {
      CharterRef ref = g_array_index (refs, CharterRef, i);

      build_verdict (self, ref, persons != NULL ? persons[i]
                                                : charter_scene_name (&self->asking.scene, ref),
                     builder);
    }
  charter_builder_end (builder);

  return charter_builder_to_text (builder);
}
