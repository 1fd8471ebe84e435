/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "partnership/charter-partnership-private.h"

#include <string.h>

/* Recording: submissions put together or read from text, and handed to a batch. */

static gboolean
submit_node (CharterBatch       *batch,
             const CharterNode  *node,
             const char         *path,
             CharterProblems    *problems,
             GError            **error)
{
  CharterSubmission submission;
  CharterRefused refused = { 0 };

  if (!charter_submission_from_node (node, path, &submission, problems))
    return charter_problems_to_error (problems, error);
  if (charter_batch_submit (batch, &submission, &refused))
    return TRUE;
  charter_refused_to_error (&refused, error);
  if (path[0] != '\0')
    g_prefix_error (error, "%s", path);
  charter_refused_clear (&refused);
  return FALSE;
}

/* A submission must still fit the reader's depth once it stands in a record line. */
static const CharterLimits submission_limits = { .depth = 60 };

static const CharterNode *
read_text (CharterArena     *arena,
           const char       *text,
           gsize             length,
           CharterProblems  *problems,
           GError          **error)
{
  const CharterNode *node;

  charter_problems_set_text (problems, text, length);
  node = charter_json_read (arena, text, length, CHARTER_PROFILE_RECORD, CHARTER_READ_NONE,
                            &submission_limits, problems);
  if (node == NULL)
    charter_problems_to_error (problems, error);
  return node;
}

/* Programs in C can hand in anything; strings from scripts are always UTF-8. */
static gboolean
check_utf8 (const char  *path,
            const char  *text,
            GError     **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE, "%s: The text is not UTF-8", path);
  return FALSE;
}

gboolean
charter_batch_submit_parts (CharterBatch  *batch,
                            const char    *kind,
                            const char    *at,
                            const char    *by,
                            const char    *data,
                            GError       **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  const CharterNode *read;

  if (!check_utf8 ("/kind", kind, error) || !check_utf8 ("/at", at, error)
      || !check_utf8 ("/by", by, error))
    return FALSE;
  charter_problems_set_base (problems, "/data");
  read = read_text (batch->arena, data, strlen (data), problems, error);
  if (read == NULL)
    return FALSE;
  charter_problems_set_base (problems, NULL);
  charter_problems_set_text (problems, NULL, 0);
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "kind", kind);
  charter_builder_set_string (builder, "at", at);
  if (by != NULL)
    charter_builder_set_string (builder, "by", by);
  charter_builder_set_node (builder, "data", read);
  charter_builder_end (builder);
  return submit_node (batch, charter_builder_move_to (builder, batch->arena), "", problems, error);
}

gboolean
charter_batch_take_line (CharterBatch  *batch,
                         const char    *line,
                         gsize          length,
                         guint          number,
                         GError       **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autofree char *leaf = NULL;
  g_auto(GStrv) openings = NULL;
  const CharterNode *node;
  gboolean ok;

  charter_problems_set_one_line (problems, TRUE);
  node = read_text (batch->arena, line, length, problems, error);
  if (node == NULL)
    ok = FALSE;
  else if (charter_node_member (node, "entry") == NULL)
    ok = submit_node (batch, node, "", problems, error);
  else if (!charter_record_line_read (line, length, &leaf, &openings, problems))
    ok = charter_problems_to_error (problems, error);
  else
    ok = charter_batch_restore (batch, leaf, (const char *const *) openings, error);
  if (!ok)
    g_prefix_error (error, "Line %u: ", number);
  return ok;
}

static gboolean
submit_array (CharterBatch       *batch,
              const CharterNode  *array,
              CharterProblems    *problems,
              GError            **error)
{
  guint i = 0;

  for (const CharterNode *item = charter_node_first (array); item != NULL;
       item = charter_node_next (array, item))
    {
      g_autofree char *path = g_strdup_printf ("/%u", i++);

      if (!submit_node (batch, item, path, problems, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
submit_lines (CharterBatch  *batch,
              const char    *text,
              GError       **error)
{
  guint number = 0;

  while (*text != '\0')
    {
      const char *end = strchrnul (text, '\n');
      gsize length = end - text;

      number++;
      if (strspn (text, " \t\r") < length
          && !charter_batch_take_line (batch, text, length, number, error))
        return FALSE;
      text = *end == '\n' ? end + 1 : end;
    }
  return TRUE;
}

gboolean
charter_batch_submit_text (CharterBatch  *batch,
                           const char    *text,
                           GError       **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *array;

  if (text[strspn (text, " \t\r\n")] != '[')
    return submit_lines (batch, text, error);
  array = read_text (batch->arena, text, strlen (text), problems, error);
  return array != NULL && submit_array (batch, array, problems, error);
}

static CharterEntry *
only_entry (CharterPartnership *self,
            CharterBatch       *batch)
{
  return charter_live_entry (charter_partnership_get_live (self),
                             g_array_index (batch->seqs, guint32, 0));
}

static CharterEntry *
finish_one (CharterPartnership  *self,
            CharterBatch        *batch,
            gboolean             submitted,
            GError             **error)
{
  if (!submitted)
    {
      charter_partnership_abandon (self);
      return NULL;
    }
  return charter_partnership_commit (self, batch, error) ? only_entry (self, batch) : NULL;
}

/**
 * charter_partnership_record:
 * @self: a partnership
 * @kind: the kind of thing that happened, such as `ballot-cast`
 * @at: when it happened, an instant in UTC such as `2026-03-02T10:00:00Z`
 * @by: (nullable): the id of the person who makes the entry, as the host has authenticated
 *   them; %NULL where no permission is asked
 * @data: what happened: a JSON object with the members of the kind, values in clear
 * @error: return location for an error
 *
 * Records one thing that happened. The entry is judged (its form, what it refers to, who may
 * make it, the rules of the charter in force) and written durably, or refused: then nothing
 * has changed, and the message begins with the JSON Pointer of the fault and says what would
 * be right.
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_record (CharterPartnership  *self,
                            const char          *kind,
                            const char          *at,
                            const char          *by,
                            const char          *data,
                            GError             **error)
{
  g_autoptr(CharterBatch) batch = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (kind != NULL && at != NULL && data != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  batch = charter_partnership_begin (self, TRUE, error);
  if (batch == NULL)
    return NULL;
  return finish_one (self, batch, charter_batch_submit_parts (batch, kind, at, by, data, error),
                     error);
}

CharterEntry *
charter_partnership_record_node (CharterPartnership  *self,
                                 const CharterNode   *submission,
                                 GError             **error)
{
  g_autoptr(CharterBatch) batch = charter_partnership_begin (self, TRUE, error);
  g_autoptr(CharterProblems) problems = charter_problems_new ();

  if (batch == NULL)
    return NULL;
  return finish_one (self, batch, submit_node (batch, submission, "", problems, error), error);
}

/**
 * charter_partnership_submit:
 * @self: a partnership
 * @submission: a JSON object with `kind`, `at`, `data` and, where needed, `by` and `id`
 * @error: return location for an error
 *
 * Records one entry, given whole. With an `id` a retry is harmless: the same submission
 * returns the entry that is there, and writes nothing.
 *
 * Returns: (transfer full): the entry as recorded, %NULL with an error of
 *   [error@Charter.Error]
 *
 * Since: 0.1
 */
CharterEntry *
charter_partnership_submit (CharterPartnership  *self,
                            const char          *submission,
                            GError             **error)
{
  g_autoptr(CharterProblems) problems = NULL;
  g_autoptr(CharterBatch) batch = NULL;
  const CharterNode *node;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (submission != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  batch = charter_partnership_begin (self, TRUE, error);
  if (batch == NULL)
    return NULL;
  problems = charter_problems_new ();
  node = read_text (batch->arena, submission, strlen (submission), problems, error);
  return finish_one (self, batch, node != NULL && submit_node (batch, node, "", problems, error),
                     error);
}

/**
 * charter_partnership_record_many:
 * @self: a partnership
 * @submissions: a JSON array of submissions, or JSON Lines of them
 * @error: return location for an error
 *
 * Records several entries, all of them or none. Each is judged with those before it in view.
 *
 * Returns: (transfer full): a list model of [class@Charter.Entry] in the order given, %NULL
 *   with an error of [error@Charter.Error] that names the place
 *
 * Since: 0.1
 */
GListModel *
charter_partnership_record_many (CharterPartnership  *self,
                                 const char          *submissions,
                                 GError             **error)
{
  g_autoptr(CharterBatch) batch = NULL;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (submissions != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  batch = charter_partnership_begin (self, FALSE, error);
  if (batch == NULL)
    return NULL;
  if (!charter_batch_submit_text (batch, submissions, error))
    {
      charter_partnership_abandon (self);
      return NULL;
    }
  if (!charter_partnership_commit (self, batch, error))
    return NULL;
  return charter_partnership_batch_model (self, batch);
}

static CharterRefusal *
judge (CharterBatch      *batch,
       const CharterNode *node,
       CharterProblems   *problems)
{
  CharterSubmission submission;
  CharterRefused refused = { 0 };
  CharterRefusal *refusal = NULL;

  if (!charter_submission_from_node (node, "", &submission, problems))
    {
      const CharterProblem *problem = charter_problems_get (problems, 0);

      refused.code = g_strdup ("invalid");
      refused.path = g_strdup (problem->path);
      refused.message = g_strdup (problem->message);
      refusal = charter_refusal_new (&refused);
    }
  else if (!charter_batch_submit (batch, &submission, &refused))
    refusal = charter_refusal_new (&refused);
  charter_refused_clear (&refused);
  return refusal;
}

/**
 * charter_partnership_try_submission:
 * @self: a partnership
 * @submission: a JSON object with `kind`, `at`, `data` and, where needed, `by` and `id`
 * @error: return location for an error
 *
 * Asks whether an entry would be recorded, and records nothing.
 *
 * Returns: (transfer full) (nullable): why it would be refused; %NULL if it would be recorded,
 *   or with an error of [error@Charter.Error] if @submission is no JSON or nothing can be
 *   recorded at all
 *
 * Since: 0.1
 */
CharterRefusal *
charter_partnership_try_submission (CharterPartnership  *self,
                                    const char          *submission,
                                    GError             **error)
{
  g_autoptr(CharterProblems) problems = NULL;
  g_autoptr(CharterBatch) batch = NULL;
  const CharterNode *node;

  g_return_val_if_fail (CHARTER_IS_PARTNERSHIP (self), NULL);
  g_return_val_if_fail (submission != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  batch = charter_partnership_begin (self, TRUE, error);
  if (batch == NULL)
    return NULL;
  charter_partnership_abandon (self);
  batch->trying = TRUE;
  problems = charter_problems_new ();
  node = read_text (batch->arena, submission, strlen (submission), problems, error);
  return node != NULL ? judge (batch, node, problems) : NULL;
}
