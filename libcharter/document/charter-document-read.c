/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-document.h>

#include "document/charter-document-object-private.h"
#include "document/charter-models-private.h"
#include "format/charter-json-bridge-private.h"
#include "format/charter-json-reader-private.h"

#include <string.h>

/* Charters from texts, trees and models. */

/* Takes @data. */
static CharterDocument *
finish (CharterDocumentData  *data,
        CharterProblems      *problems,
        GError              **error)
{
  CharterDocument *self;

  if (data == NULL)
    {
      charter_problems_to_error (problems, error);
      return NULL;
    }

  self = charter_document_new_for_data (data);
  charter_document_data_unref (data);

  return self;
}

static CharterDocument *
new_from_span (const char  *text,
               gsize        length,
               GError     **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();

  return finish (charter_document_data_read (text, length, problems), problems, error);
}

/**
 * charter_document_new_from_text:
 * @text: a charter as JSON
 * @error: return location for an error
 *
 * Reads a charter.
 *
 * The text is read strictly: see `doc/format.md`. If it is no charter, @error is set in the
 * domain `CHARTER_ERROR` from the first fault: [error@Charter.Error.SYNTAX],
 * [error@Charter.Error.LIMIT], [error@Charter.Error.FORMAT], [error@Charter.Error.VALUE],
 * [error@Charter.Error.REFERENCE], [error@Charter.Error.ID_REUSED], or
 * [error@Charter.Error.VERSION] if its format is newer than this library.
 *
 * Returns: (transfer full): a new charter, %NULL with @error set
 *
 * Since: 0.1
 */
CharterDocument *
charter_document_new_from_text (const char  *text,
                                GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return new_from_span (text, strlen (text), error);
}

/**
 * charter_document_new_from_bytes:
 * @bytes: a charter as JSON
 * @error: return location for an error
 *
 * Reads a charter from bytes, which need not end in a zero. Errors are those of
 * [ctor@Charter.Document.new_from_text].
 *
 * Returns: (transfer full): a new charter, %NULL with @error set
 *
 * Since: 0.1
 */
CharterDocument *
charter_document_new_from_bytes (GBytes  *bytes,
                                 GError **error)
{
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_bytes_get_data (bytes, &length);

  return new_from_span (text != NULL ? text : "", length, error);
}

/**
 * charter_document_new_from_node:
 * @node: a charter as a tree
 * @error: return location for an error
 *
 * Reads a charter from a tree that the program already holds. Errors are those of
 * [ctor@Charter.Document.new_from_text]; they name paths, but no lines.
 *
 * Returns: (transfer full): a new charter, %NULL with @error set
 *
 * Since: 0.1
 */
CharterDocument *
charter_document_new_from_node (JsonNode  *node,
                                GError   **error)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autofree char *text = NULL;
  const CharterNode *root = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = charter_json_bridge_to_text (node, problems);
  if (text != NULL)
    root = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_RECORD, CHARTER_READ_NONE,
                              NULL, problems);
  if (root == NULL)
    return finish (NULL, problems, error);

  return finish (charter_document_data_from_node (root, "", problems), problems, error);
}

/**
 * charter_document_new_from_model:
 * @id: the id of a model charter, as [func@Charter.Document.list_models] gives it
 * @error: return location for an error
 *
 * Reads one of the model charters that come with the library. If there is none of that id,
 * @error is set to [error@Charter.Error.NOT_FOUND].
 *
 * Returns: (transfer full): a new charter, %NULL with @error set
 *
 * Since: 0.1
 */
CharterDocument *
charter_document_new_from_model (const char  *id,
                                 GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = charter_models_load (id, error);
  if (bytes == NULL)
    return NULL;

  return charter_document_new_from_bytes (bytes, error);
}

/**
 * charter_document_list_models:
 *
 * Lists the model charters that come with the library.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, ascending
 *
 * Since: 0.1
 */
char **
charter_document_list_models (void)
{
  return charter_models_list ();
}

/**
 * charter_document_check_text:
 * @text: a text that should be a charter
 *
 * Finds everything that is wrong with a text, in the order of the text; at most 100 faults
 * are listed. A text without faults is a charter.
 *
 * Returns: (transfer full): a list of [class@Charter.Fault]
 *
 * Since: 0.1
 */
GListModel *
charter_document_check_text (const char *text)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(CharterDocumentData) data = NULL;
  GListStore *faults;

  g_return_val_if_fail (text != NULL, NULL);

  data = charter_document_data_read (text, strlen (text), problems);
  faults = g_list_store_new (CHARTER_TYPE_FAULT);
  for (guint i = 0; i < charter_problems_get_kept (problems); i++)
    {
      g_autoptr(CharterFault) fault =
        charter_fault_new_for_problem (charter_problems_get (problems, i));

      g_list_store_append (faults, fault);
    }

  return G_LIST_MODEL (faults);
}
