/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-abif-private.h"

#include <string.h>

#include "format/charter-json-reader-private.h"

/* The lines of ABIF, one function for each kind. */

static gboolean
is_bare (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-';
}

/* "…" or […], exactly what stands in it. */
static gboolean
read_enclosed (CharterScan *scan,
               char         closing,
               const char **text,
               gsize       *length)
{
  gssize found;

  scan->at++;
  *text = scan->at;
  found = charter_scan_until (scan, closing);
  if (found < 0)
    return charter_scan_fail (scan, scan->at - 1, CHARTER_ERROR_SYNTAX,
                              "“%c” is missing on this line", closing);
  *length = (gsize) found;
  scan->at += found + 1;
  return TRUE;
}

gboolean
charter_abif_token (CharterAbif *self,
                    const char **token,
                    gsize       *length)
{
  CharterScan *scan = &self->scan;

  charter_scan_more (scan);
  *token = scan->at;
  if (scan->at < scan->stop && *scan->at == '[')
    return read_enclosed (scan, ']', token, length);
  if (scan->at < scan->stop && *scan->at == '"')
    return read_enclosed (scan, '"', token, length);
  while (scan->at < scan->stop && is_bare (*scan->at))
    scan->at++;
  *length = (gsize) (scan->at - *token);
  if (*length == 0)
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "An option belongs here; one whose name has other signs than "
                              "letters from a to z, digits, “_” and “-” stands in brackets: "
                              "[Name]");
  return TRUE;
}

/* Nothing but a comment may follow. */
static gboolean
end_of_line (CharterScan *scan)
{
  if (!charter_scan_more (scan) || *scan->at == '#')
    return TRUE;
  return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX, "Nothing more belongs here");
}

static void
keep_metadata (CharterAbif       *self,
               const char        *key,
               const CharterNode *value)
{
  if (strcmp (key, "max_rating") == 0 && charter_node_is (value, CHARTER_NODE_INTEGER))
    self->max_rating = value->integer;
  if (strcmp (key, "ballot_type") != 0 || !charter_node_is (value, CHARTER_NODE_STRING))
    return;
  if (strcmp (value->string, "ranked") == 0)
    self->type = CHARTER_ABIF_RANKED;
  else if (strcmp (value->string, "rated") == 0)
    self->type = CHARTER_ABIF_RATED;
  else if (strcmp (value->string, "choose_many") == 0)
    self->type = CHARTER_ABIF_CHOOSE_MANY;
}

/* {key: value}, with or without quotation marks around the key. */
static gboolean
read_pair (CharterAbif  *self,
           CharterArena *arena,
           const char   *text,
           gsize         length)
{
  g_autoptr (CharterProblems) problems = charter_problems_new ();
  const CharterNode *value;
  const char *colon = memchr (text, ':', length), *key = text + 1;
  g_autofree char *name = NULL;
  gsize key_length;

  if (colon == NULL || length < 2 || text[length - 1] != '}')
    return FALSE;
  key_length = (gsize) (colon - key);
  charter_scan_trim (&key, &key_length);
  for (gsize i = 0; i < key_length; i++)
    if (!is_bare (key[i]))
      return FALSE;
  name = g_strndup (key, key_length);
  value = charter_json_read (arena, colon + 1, (gsize) (text + length - 1 - (colon + 1)),
                             CHARTER_PROFILE_DATA, CHARTER_READ_NONE, NULL, problems);
  if (value == NULL || key_length == 0)
    return FALSE;
  keep_metadata (self, name, value);
  return TRUE;
}

gboolean
charter_abif_metadata (CharterAbif *self)
{
  g_autoptr (CharterArena) arena = charter_arena_new ();
  g_autoptr (CharterProblems) problems = charter_problems_new ();
  CharterScan *scan = &self->scan;
  const char *text = scan->at;
  gsize length = (gsize) (scan->stop - text);
  const CharterNode *object;

  charter_scan_trim (&text, &length);
  object = charter_json_read (arena, text, length, CHARTER_PROFILE_DATA, CHARTER_READ_NONE, NULL,
                              problems);
  if (object == NULL)
    return read_pair (self, arena, text, length) ||
           charter_scan_fail (scan, text, CHARTER_ERROR_SYNTAX,
                              "Metadata stand on one line, like {\"title\": \"Capital\"}");
  for (const CharterNode *child = charter_node_first (object); child != NULL;
       child = charter_node_next (object, child))
    keep_metadata (self, child->key, child);
  return TRUE;
}

/* What the token stands for: "[Full name]", or bare to the end of the line. */
static gboolean
read_description (CharterScan *scan,
                  const char **name,
                  gsize       *length)
{
  if (charter_scan_more (scan) && *scan->at == '[')
    return read_enclosed (scan, ']', name, length) && end_of_line (scan);
  *name = scan->at;
  while (scan->at < scan->stop && *scan->at != '#')
    scan->at++;
  *length = (gsize) (scan->at - *name);
  charter_scan_trim (name, length);
  return TRUE;
}

static gboolean
add_token (CharterAbif *self,
           const char  *at,
           const char  *token,
           gsize        length)
{
  if (!charter_scan_name (&self->scan, at, token, length))
    return FALSE;
  if (charter_election_data_find_option (self->tokens, token, (gssize) length) >= 0)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_VALUE,
                              "The token “%.*s” stands for an option already", (int) length, token);
  if (charter_election_data_add_option (self->tokens, token, (gssize) length) < 0)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_LIMIT,
                              "There are more than %u options", CHARTER_OPTIONS_MAX);
  return TRUE;
}

gboolean
charter_abif_option (CharterAbif *self)
{
  CharterScan *scan = &self->scan;
  const char *at = ++scan->at, *token, *name;
  gsize token_length, name_length;

  if (self->sheet.ballots->len > 0)
    return charter_scan_fail (scan, at, CHARTER_ERROR_SYNTAX,
                              "The options are listed before the ballots");
  if (!charter_abif_token (self, &token, &token_length))
    return FALSE;
  charter_scan_more (scan);
  if (!charter_scan_eat (scan, ':'))
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "A colon belongs between the token and the name: =A:[Name]");
  if (!add_token (self, at, token, token_length) ||
      !read_description (scan, &name, &name_length))
    return FALSE;
  self->listed = TRUE;
  return charter_sheet_add_option (&self->sheet, at, name_length > 0 ? name : token,
                                   name_length > 0 ? name_length : token_length);
}

/* The option that a ballot names; a new one where none are listed. */
static gboolean
find_option (CharterAbif *self,
             guint       *option)
{
  const char *at, *token;
  gsize length;
  int found;

  charter_scan_more (&self->scan);
  at = self->scan.at;
  if (!charter_abif_token (self, &token, &length))
    return FALSE;
  found = charter_election_data_find_option (self->tokens, token, (gssize) length);
  if (found < 0 && self->listed)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_REFERENCE,
                              "There is no option “%.*s”; a line =%.*s:[Name] would list it",
                              (int) length, token, (int) length, token);
  if (found < 0 && (!add_token (self, at, token, length) ||
                    !charter_sheet_add_option (&self->sheet, at, token, length)))
    return FALSE;
  *option = found >= 0 ? (guint) found
                       : charter_election_data_n_options (self->tokens) - 1;
  return TRUE;
}

/* "/5" after an option; -1 where there is none. */
static gboolean
read_rating (CharterAbif *self,
             gint64      *rating)
{
  *rating = -1;
  charter_scan_more (&self->scan);
  if (!charter_scan_eat (&self->scan, '/'))
    {
      self->unrated = TRUE;
      return TRUE;
    }
  self->rated = TRUE;
  charter_scan_more (&self->scan);
  if (!charter_scan_integer (&self->scan, "A rating", rating))
    return FALSE;
  self->highest = MAX (self->highest, *rating);
  return TRUE;
}

/* Does what stands between two options agree with their ratings, and with the other ballots? */
static gboolean
check_sign (CharterAbif *self,
            const char  *at,
            gint64       before,
            gint64       after)
{
  gboolean both = before >= 0 && after >= 0;

  if (self->comma && self->greater)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_SYNTAX,
                              "Some ballots order options by “>” and some list them by “,”; all "
                              "must do the same");
  if (*at == '>' && both && before < after)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_VALUE,
                              "“>” says the contrary of the ratings before and after it");
  if (*at == '=' && both && before != after)
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_VALUE,
                              "“=” stands between two ratings that differ");
  return TRUE;
}

static gboolean
read_options (CharterAbif *self)
{
  CharterScan *scan = &self->scan;
  gint64 before = -1, rating;
  const char *sign = NULL;

  for (guint rank = 0, option = 0;; before = rating, sign = scan->at++)
    {
      const char *at = scan->at;
      CharterFraction score = { 0, 0 };

      rank += sign != NULL && *sign == '>';
      if (!find_option (self, &option) || !read_rating (self, &rating))
        return FALSE;
      if (sign != NULL && !check_sign (self, sign, before, rating))
        return FALSE;
      if (rating >= 0)
        score = CHARTER_FRACTION (rating, 1);
      if (!charter_sheet_mark (&self->sheet, at, option, rank, &score))
        return FALSE;
      if (!charter_scan_more (scan) || *scan->at == '#')
        return TRUE;
      if (strchr (">=,", *scan->at) == NULL)
        return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                                  "“>”, “=” or “,” belongs between two options");
      self->greater |= *scan->at == '>';
      self->comma |= *scan->at == ',';
    }
}

gboolean
charter_abif_ballot (CharterAbif *self)
{
  CharterScan *scan = &self->scan;
  const char *at = scan->at;
  gint64 count;

  scan->ballot = self->sheet.ballots->len + 1;
  if (!charter_scan_integer (scan, "The count of a ballot", &count))
    return FALSE;
  charter_scan_more (scan);
  if (!charter_scan_eat (scan, ':'))
    return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                              "A colon belongs after the count: 27:A>B");
  if (!charter_sheet_begin (&self->sheet, at, count, 1))
    return FALSE;
  if (!charter_scan_more (scan) || *scan->at == '#')
    return TRUE;
  return read_options (self);
}
