/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-asking-private.h"

#include "format/charter-json-writer-private.h"
#include "permit/charter-build-private.h"
#include "state/charter-view-private.h"

/* One question, asked of many persons in one call. */

/* Handles of persons: those named, else everybody current in order of joining. */
static GArray *
list_persons (CharterQuestion   *self,
              const char *const *persons)
{
  GArray *list;

  if (persons == NULL)
    return g_array_ref ((GArray *) charter_asking_everybody (&self->asking));
  list = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_size (list, g_strv_length ((char **) persons));
  charter_scene_find_many (&self->asking.scene, persons, list->len, (CharterRef *) list->data);
  for (guint i = 0; i < list->len; i++)
    g_array_index (list, guint32, i)
      = charter_asking_handle (&self->asking, g_array_index (list, CharterRef, i));

  return list;
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
  g_autoptr(GArray) list = NULL;
  guint8 *answers;

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_turn_to (self, subject, error))
    return NULL;
  list = list_persons (self, persons);
  answers = g_malloc (list->len + 1);
  for (guint i = 0; i < list->len; i++)
    answers[i] = (guint8) charter_asking_answer (&self->asking, g_array_index (list, guint32, i),
                                                 self->asking.subject);

  return g_bytes_new_take (answers, list->len);
}

static char **
dup_names (CharterQuestion *self,
           const GArray    *handles)
{
  g_autofree CharterRef *refs = g_new (CharterRef, handles->len + 1);
  char **names = g_new (char *, handles->len + 1);

  for (guint i = 0; i < handles->len; i++)
    refs[i] = charter_asking_ref (&self->asking, g_array_index (handles, guint32, i));
  charter_scene_dup_names (&self->asking.scene, refs, handles->len, names);
  names[handles->len] = NULL;

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
  g_autoptr(GArray) allowed = g_array_new (FALSE, FALSE, sizeof (guint32));
  const GArray *everybody;

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!charter_question_turn_to (self, subject, error))
    return NULL;
  everybody = charter_asking_everybody (&self->asking);
  for (guint i = 0; i < everybody->len; i++)
    {
      guint32 person = g_array_index (everybody, guint32, i);

      if (charter_asking_answer (&self->asking, person, self->asking.subject)
          == CHARTER_ANSWER_ALLOWED)
        g_array_append_val (allowed, person);
    }

  return dup_names (self, allowed);
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

  return dup_names (self, charter_asking_conflicted (&self->asking));
}

static void
build_verdict (CharterQuestion *self,
               guint32          person,
               const char      *name,
               CharterBuilder  *builder)
{
  CharterJudgement judgement;

  if (person != 0)
    charter_asking_judge (&self->asking, person, &judgement);
  else
    charter_permit_stranger (name, &judgement);
  charter_builder_begin_object (builder);
  charter_judgement_set (&judgement, builder);
  charter_builder_set_string (builder, "person", name);
  charter_builder_end (builder);
  charter_judgement_clear (&judgement);
}

static const char *
name_of (CharterQuestion *self,
         guint32          person)
{
  return charter_scene_name (&self->asking.scene, charter_asking_ref (&self->asking, person));
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
  g_autoptr(GArray) list = NULL;

  g_return_val_if_fail (CHARTER_IS_QUESTION (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!are_utf8 (persons, error) || !charter_question_turn_to (self, subject, error))
    return NULL;
  list = list_persons (self, persons);
  builder = charter_builder_new ();
  charter_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      guint32 person = g_array_index (list, guint32, i);

      build_verdict (self, person, persons != NULL ? persons[i] : name_of (self, person), builder);
    }
  charter_builder_end (builder);

  return charter_builder_to_text (builder);
}
