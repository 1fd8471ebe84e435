/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-formats-private.h"
#include "decide/charter-election-object-private.h"
#include "decide/charter-election-writer-private.h"

#include <string.h>

/* Elections as texts of the formats that others use; and as our own JSON. */

#define JSON_MAX (16u << 20)

static CharterElection *
read_json (GBytes  *text,
           GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (text, &length);
  g_autofree char *json = NULL;

  if (length > JSON_MAX)
    {
      g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_LIMIT,
                   "The text is longer than %u bytes, the most that JSON may have", JSON_MAX);
      return NULL;
    }
  json = length > 0 ? g_strndup (bytes, length) : g_strdup ("");
  if (strlen (json) == length)
    return charter_election_new_from_json (json, error);
  g_set_error_literal (error, CHARTER_ERROR, CHARTER_ERROR_SYNTAX,
                       "There is a zero byte, which no text has");
  return NULL;
}

static CharterElection *
read_text (GBytes                      *text,
           const CharterElectionFormat *format,
           GError                     **error)
{
  CharterElection *self;
  CharterElectionData *data;

  if (format->read == NULL)
    self = read_json (text, error);
  else
    {
      data = format->read (text, error);
      self = data != NULL ? charter_election_new_for_data (data, error) : NULL;
    }
  if (self != NULL)
    charter_election_set_format (self, format->name);
  return self;
}

/**
 * charter_election_new_from_text:
 * @text: the whole text
 * @format: (nullable): `cef`, `blt`, `abif`, `abif-scores`, `preflib`, `csv`, `csv-options`,
 *   `debian` or `json` (`election-case/1`); %NULL to tell it from the text
 * @error: return location for an error
 *
 * Reads an election from a text in one of the formats that ballots are kept in. *Ballots as text*
 * in the documentation says of each where it comes from and what it can carry.
 *
 * Nothing is repaired. At most 2 GiB are read (of JSON 16 MiB), 10,000 options, 16 MiB a line.
 *
 * Returns: (transfer full): the election, %NULL with an error that names the line, the column and
 *   the ballot (in JSON the path)
 *
 * Since: 0.1
 */
CharterElection *
charter_election_new_from_text (GBytes     *text,
                                const char *format,
                                GError    **error)
{
  const CharterElectionFormat *found;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = format != NULL ? charter_election_format_find (format, error)
                         : charter_election_format_guess (text);
  return found != NULL ? read_text (text, found, error) : NULL;
}

/* What is no plain file is read to its end, or to where it is longer than any text may be. */
static GBytes *
read_stream (const char *path,
             GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = stream != NULL ? 1 : -1;

  while (n > 0 && bytes->len <= (guint) G_MAXINT32)
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + 65536);
      n = g_input_stream_read (stream, bytes->data + length, 65536, NULL, error);
      g_byte_array_set_size (bytes, length + (guint) MAX (n, 0));
    }

  return n >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
load (const char *path,
      GError    **error)
{
  g_autoptr (GMappedFile) file = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR,
                   "“%s” is a folder; name a file with ballots", path);
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return read_stream (path, error);
  file = g_mapped_file_new (path, FALSE, error);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

/**
 * charter_election_new_from_file:
 * @path: (type filename): a file
 * @format: (nullable): as in [ctor@Charter.Election.new_from_text]; %NULL to tell it from the
 *   file's extension, or else from the text
 * @error: return location for an error
 *
 * Reads an election from a file, which is mapped, not copied: nobody may shorten it meanwhile.
 *
 * Returns: (transfer full): the election, %NULL with an error, of `GFileError` where the file
 *   cannot be read
 *
 * Since: 0.1
 */
CharterElection *
charter_election_new_from_file (const char *path,
                                const char *format,
                                GError    **error)
{
  const CharterElectionFormat *found = NULL;
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (format != NULL && (found = charter_election_format_find (format, error)) == NULL)
    return NULL;
  text = load (path, error);
  if (text == NULL)
    return NULL;
  if (found == NULL)
    found = charter_election_format_of_path (path);
  if (found == NULL)
    found = charter_election_format_guess (text);
  return read_text (text, found, error);
}

/* Of what a text says beside its ballots, the method's parameters hold it, and there are none. */
static char *
write_json (CharterElection *self,
            GError         **error)
{
  const CharterElectionData *data = charter_election_get_data (self);

  if (data->form == CHARTER_BALLOT_FORM_RANKING &&
      !charter_writer_check (data, "JSON", CHARTER_WRITER_RANKS | CHARTER_WRITER_WEIGHTS, error))
    return NULL;
  return charter_election_to_json (self);
}

/**
 * charter_election_to_text:
 * @self: an election
 * @format: `cef`, `blt`, `abif`, `preflib`, `csv` (a column for each rank), `csv-options` (a column
 *   for each option) or `json`
 * @error: return location for an error
 *
 * Writes the ballots as a text. What is written and read again is the same ballots, for every
 * format that can say what they say; one that cannot is refused.
 *
 * Returns: (transfer full): the text, %NULL with %CHARTER_ERROR_REFUSED and a message that names
 *   what the format cannot say, or with %CHARTER_ERROR_VALUE where there is no such format, or
 *   none that is written
 *
 * Since: 0.1
 */
char *
charter_election_to_text (CharterElection *self,
                          const char      *format,
                          GError         **error)
{
  const CharterElectionFormat *found;

  g_return_val_if_fail (CHARTER_IS_ELECTION (self), NULL);
  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = charter_election_format_find (format, error);
  if (found == NULL)
    return NULL;
  if (found->read == NULL)
    return write_json (self, error);
  if (found->write != NULL)
    return found->write (charter_election_get_data (self), error);
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
               "The format “%s” is only read, never written", format);
  return NULL;
}
