/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-cef-private.h"

#include <string.h>

/* Condorcet Election Format, version 1 (github.com/CondorcetVote/CondorcetElectionFormat): lines
 * "#/Parameter: value", then a ballot a line, "tags || A > B = C ^weight * quantity # comment".
 *
 * Where the format lets a reader pass over an option that the text does not list, this one
 * refuses it: a name that is misspelled is no vote for nobody. */

#define EMPTY "/EMPTY_RANKING/"

/* Names */

const char *
charter_cef_find_reserved (const char *text,
                           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guint8) text[i] < ' ' || text[i] == 0x7f || strchr ("><=;,#/*^|", text[i]) != NULL)
      return text + i;
  return NULL;
}

static gboolean
check_name (CharterCef *self,
            const char *what,
            const char *name,
            gsize       length)
{
  const char *found = charter_cef_find_reserved (name, length);

  if (found == NULL)
    return TRUE;
  if ((guint8) *found < ' ' || *found == 0x7f)
    return charter_scan_fail (&self->scan, found, CHARTER_ERROR_SYNTAX,
                              "%s cannot have a control character in it", what);
  return charter_scan_fail (&self->scan, found, CHARTER_ERROR_SYNTAX,
                            "%s cannot have \"%c\" in it", what, *found);
}

/* Rows that are there already grow with the options. */
static gboolean
has_room (CharterCef *self,
          const char *at)
{
  gsize n = charter_election_data_n_options (self->data) + 1;
  gsize bytes = n * (n > CHARTER_OPTIONS_BYTE ? 2 : 1);

  if (bytes <= self->data->stride
      || self->data->n_allocated <= CHARTER_ELECTION_ROWS_MAX / (bytes * 5 / 4 + 32))
    return TRUE;
  return charter_scan_fail (&self->scan, at, CHARTER_ERROR_LIMIT,
                            "There are more ballots than fit with so many options; list the "
                            "options in a line \"#/Candidates: A ; B\"");
}

/* Its number; -1 at a fault. */
static int
add_option (CharterCef *self,
            const char *name,
            gsize       length)
{
  int option;

  if (!charter_scan_name (&self->scan, name, name, length)
      || !check_name (self, "An option's name", name, length) || !has_room (self, name))
    return -1;
  option = charter_election_data_add_option (self->data, name, (gssize) length);
  if (option < 0)
    charter_scan_fail (&self->scan, name, CHARTER_ERROR_LIMIT, "There are more than %u options",
                       CHARTER_OPTIONS_MAX);
  else
    charter_cef_names_add (&self->names, self->data);
  return option;
}

/* Parameters */

typedef struct
{
  const char *name;
  gboolean  (*read) (CharterCef *self, const char *value, gsize length);
} Parameter;

static gboolean
read_candidates (CharterCef *self,
                 const char *value,
                 gsize       length)
{
  const char *stop = value + length;

  self->listed = TRUE;
  for (const char *name = value; name <= stop;)
    {
      const char *semicolon = memchr (name, ';', (gsize) (stop - name));
      const char *next = semicolon != NULL ? semicolon : stop, *trimmed = name;
      gsize n = (gsize) (next - name);

      charter_scan_trim (&trimmed, &n);
      if (charter_election_data_find_option (self->data, trimmed, (gssize) n) >= 0)
        return charter_scan_fail (&self->scan, trimmed, CHARTER_ERROR_VALUE,
                                  "\"%.*s\" is listed twice", (int) n, trimmed);
      if (add_option (self, trimmed, n) < 0)
        return FALSE;
      name = next + 1;
    }
  return TRUE;
}

static gboolean
read_seats (CharterCef *self,
            const char *value,
            gsize       length)
{
  gint64 seats;

  self->scan.at = value;
  if (!charter_scan_integer (&self->scan, "The number of seats", &seats))
    return FALSE;
  if (self->scan.at != value + length)
    return charter_scan_fail (&self->scan, self->scan.at, CHARTER_ERROR_SYNTAX,
                              "The number of seats is a whole number and nothing else");
  if (seats < 1 || seats > G_MAXINT32)
    return charter_scan_fail (&self->scan, value, CHARTER_ERROR_VALUE,
                              "The number of seats is from 1 to %d", G_MAXINT32);
  self->data->seats = (guint) seats;
  return TRUE;
}

static gboolean
is_word (const char *text,
         gsize       length,
         const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

static gboolean
read_truth (CharterCef *self,
            const char *value,
            gsize       length,
            gboolean   *out)
{
  *out = is_word (value, length, "true");
  if (*out || is_word (value, length, "false"))
    return TRUE;
  return charter_scan_fail (&self->scan, value, CHARTER_ERROR_VALUE, "true or false belongs here");
}

static gboolean
read_implicit (CharterCef *self,
               const char *value,
               gsize       length)
{
  gboolean implicit;

  if (!read_truth (self, value, length, &implicit))
    return FALSE;
  self->data->ignore_unranked = !implicit;
  return TRUE;
}

static gboolean
read_weighs (CharterCef *self,
             const char *value,
             gsize       length)
{
  return read_truth (self, value, length, &self->weighs);
}

/* The format has no names of methods.  The first is kept if it is one of ours, "Ranked Pairs" for
 * ranked-pairs; any other, such as a variant of some program, says nothing to us. */
static gboolean
read_methods (CharterCef *self,
              const char *value,
              gsize       length)
{
  static const char *const methods[] = { "schulze", "ranked-pairs", "copeland", "minimax", "borda",
                                         "instant-runoff", "irv", "stv" };
  const char *end = memchr (value, ';', length);
  gsize n = end != NULL ? (gsize) (end - value) : length;
  g_autofree char *name = NULL;

  charter_scan_trim (&value, &n);
  name = g_ascii_strdown (value, (gssize) n);
  g_strdelimit (name, " _", '-');
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (strcmp (name, methods[i]) == 0)
      self->data->method = g_strdup (methods[i]);
  return TRUE;
}

static const Parameter parameters[] = {
  { "candidates", read_candidates },
  { "number of seats", read_seats },
  { "number of seat", read_seats },       /* as the format's first text has it */
  { "implicit ranking", read_implicit },
  { "weight allowed", read_weighs },
  { "voting methods", read_methods },
  { "voting method", read_methods },
};

/* Two names of one parameter are one. */
static guint
bit_of (const Parameter *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    if (parameters[i].read == parameter->read)
      return 1u << i;
  g_assert_not_reached ();
}

static gboolean
read_value (CharterCef      *self,
            const Parameter *parameter,
            const char      *value,
            gsize            length)
{
  const char *comment = memchr (value, '#', length);

  if (comment != NULL)
    return charter_scan_fail (&self->scan, comment, CHARTER_ERROR_SYNTAX,
                              "A comment cannot stand on a line with a parameter");
  if (parameter == NULL)
    return TRUE;
  if ((self->said & bit_of (parameter)) != 0)
    return charter_scan_fail (&self->scan, self->scan.line, CHARTER_ERROR_VALUE,
                              "The parameter is given twice");
  self->said |= bit_of (parameter);
  return parameter->read (self, value, length);
}

/* Parameters that the format does not know are for other programs. */
static gboolean
read_parameter (CharterCef *self)
{
  const char *name = self->scan.line + strlen ("#/"), *value;
  const Parameter *parameter = NULL;
  gssize length;
  gsize rest;

  self->scan.at = name;
  length = charter_scan_until (&self->scan, ':');
  if (length <= 0)
    return charter_scan_fail (&self->scan, name, CHARTER_ERROR_SYNTAX,
                              "A parameter is written \"#/Name: value\", and a comment has no "
                              "\"/\" after its \"#\"");
  if (name[length - 1] == ' ' || name[length - 1] == '\t')
    return charter_scan_fail (&self->scan, name + length - 1, CHARTER_ERROR_SYNTAX,
                              "No blank belongs between a parameter's name and its colon");
  if (self->data->n_ballots > 0)
    return charter_scan_fail (&self->scan, self->scan.line, CHARTER_ERROR_SYNTAX,
                              "Parameters stand before the first ballot");
  for (guint i = 0; i < G_N_ELEMENTS (parameters) && parameter == NULL; i++)
    if (is_word (name, (gsize) length, parameters[i].name))
      parameter = &parameters[i];
  value = name + length + 1;
  rest = (gsize) (self->scan.stop - value);
  charter_scan_trim (&value, &rest);

  return read_value (self, parameter, value, rest);
}

/* Ballots */

/* Tags are read, and not kept. */
static gboolean
read_tags (CharterCef *self,
           const char *stop)
{
  for (const char *tag = self->scan.at; tag <= stop;)
    {
      const char *comma = memchr (tag, ',', (gsize) (stop - tag));
      const char *next = comma != NULL ? comma : stop, *trimmed = tag;
      gsize n = (gsize) (next - tag);

      charter_scan_trim (&trimmed, &n);
      if (n == 0)
        return charter_scan_fail (&self->scan, trimmed, CHARTER_ERROR_SYNTAX, "A tag is empty");
      if (!check_name (self, "A tag", trimmed, n))
        return FALSE;
      tag = next + 1;
    }
  self->scan.at = stop + strlen ("||");
  return TRUE;
}

/* The option's number; -1 at a fault. */
static int
find_option (CharterCef *self,
             const char *name,
             gsize       length)
{
  int option = charter_cef_names_find (&self->names, self->data, name, length);

  if (option < 0)
    option = charter_election_data_find_option (self->data, name, (gssize) length);
  if (option >= 0)
    return option;
  if (self->listed && length <= CHARTER_ELECTION_NAME_MAX && charter_cef_find_reserved (name, length) == NULL)
    {
      charter_scan_fail (&self->scan, name, CHARTER_ERROR_REFERENCE,
                         "\"%.*s\" is not among the candidates that are listed",
                         (int) length, name);
      return -1;
    }
  return add_option (self, name, length);
}

static gboolean
rank_option (CharterCef *self,
             guint       ballot,
             const char *name,
             gsize       length,
             guint       rank)
{
  int option;

  charter_scan_trim (&name, &length);
  if (length == 0)
    return charter_scan_fail (&self->scan, name, CHARTER_ERROR_SYNTAX,
                              "The name of an option belongs here");
  if (length == strlen (EMPTY) && memcmp (name, EMPTY, length) == 0)
    return charter_scan_fail (&self->scan, name, CHARTER_ERROR_SYNTAX,
                              EMPTY " is a whole ranking, and no rank");
  option = find_option (self, name, length);
  if (option < 0)
    return FALSE;
  if (charter_election_data_get_rank (self->data, ballot, (guint) option) != CHARTER_UNRANKED_WIDE)
    return charter_scan_fail (&self->scan, name, CHARTER_ERROR_VALUE, "\"%.*s\" is ranked twice",
                              (int) length, name);
  charter_election_data_set_rank (self->data, ballot, (guint) option, rank);
  return TRUE;
}

static gboolean
read_ranking (CharterCef *self,
              guint       ballot,
              const char *text,
              gsize       length)
{
  const char *trimmed = text, *stop = text + length;
  gsize n = length;
  guint rank = 0;

  charter_scan_trim (&trimmed, &n);
  if (n == strlen (EMPTY) && memcmp (trimmed, EMPTY, n) == 0)
    return TRUE;
  for (const char *name = text; name <= stop;)
    {
      const char *next = name;

      while (next < stop && *next != '>' && *next != '=')
        next++;
      if (!rank_option (self, ballot, name, (gsize) (next - name), rank))
        return FALSE;
      rank += next < stop && *next == '>';
      name = next + 1;
    }
  return TRUE;
}

/* "^weight" and "* quantity", each if it is there. */
static gboolean
read_numbers (CharterCef *self,
              gint64     *weight,
              gint64     *count)
{
  CharterScan *scan = &self->scan;

  if (charter_scan_eat (scan, '^'))
    {
      charter_scan_more (scan);
      if (!charter_scan_integer (scan, "A weight", weight))
        return FALSE;
      charter_scan_more (scan);
    }
  if (charter_scan_eat (scan, '*'))
    {
      const char *at;

      charter_scan_more (scan);
      at = scan->at;
      if (!charter_scan_integer (scan, "A quantity", count))
        return FALSE;
      if (*count < 1)
        return charter_scan_fail (scan, at, CHARTER_ERROR_VALUE, "A quantity is at least 1");
    }
  if (!charter_scan_more (scan))
    return TRUE;
  return charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                            "A ballot ends with its ranking, its weight and its quantity, in "
                            "this order: A > B ^7 * 42");
}

/* Numbers of one ballot, if all that were read still add up. */
static gboolean
set_numbers (CharterCef *self,
             guint       ballot,
             const char *at,
             gint64      weight,
             gint64      count)
{
  gint64 value;

  if (!self->weighs && weight != 1)
    {
      self->data->n_unweighed++;
      weight = 1;
    }
  if (__builtin_mul_overflow (weight, count, &value)
      || __builtin_add_overflow (self->total, value, &self->total))
    return charter_scan_fail (&self->scan, at, CHARTER_ERROR_VALUE,
                              "All ballots together, with their weights, come to more than 2^63-1");
  charter_election_data_set_weight (self->data, ballot, weight);
  charter_election_data_set_count (self->data, ballot, count);
  return TRUE;
}

static gboolean
read_ballot (CharterCef *self)
{
  CharterScan *scan = &self->scan;
  const char *start, *numbers;
  gint64 weight = 1, count = 1;
  gssize tags;
  guint ballot;

  scan->ballot = self->data->n_ballots + 1;
  tags = charter_scan_until (scan, '|');
  if (tags >= 0 && scan->at + tags + 1 < scan->stop && scan->at[tags + 1] == '|'
      && !read_tags (self, scan->at + tags))
    return FALSE;
  if (!charter_cef_reserve (self, scan->rest))
    return charter_scan_fail (scan, scan->line, CHARTER_ERROR_LIMIT,
                              "There are more ballots than fit; count equal ballots together");
  start = scan->at;
  for (numbers = start; numbers < scan->stop && *numbers != '^' && *numbers != '*';)
    numbers++;
  ballot = charter_election_data_append (self->data);
  if (!read_ranking (self, ballot, start, (gsize) (numbers - start)))
    return FALSE;
  scan->at = numbers;
  if (!read_numbers (self, &weight, &count) || !set_numbers (self, ballot, numbers, weight, count))
    return FALSE;
  scan->ballot = 0;
  return TRUE;
}

static gboolean
read_line (CharterCef *self)
{
  CharterScan *scan = &self->scan;
  const char *comment;

  if (!charter_scan_more (scan))
    return TRUE;
  if (*scan->at == '#' && scan->stop - scan->at >= 2 && scan->at[1] == '/')
    return scan->at == scan->line
           ? read_parameter (self)
           : charter_scan_fail (scan, scan->at, CHARTER_ERROR_SYNTAX,
                                "A parameter starts where its line does");
  comment = memchr (scan->at, '#', (gsize) (scan->stop - scan->at));
  if (comment == scan->at)
    return TRUE;
  if (comment != NULL)
    scan->stop = comment;
  return read_ballot (self);
}

/* Reads an election in the Condorcet Election Format.  Options that are not listed are taken in
 * the order in which they are first named; `Implicit Ranking: false` sets `ignore_unranked`, and
 * without `Weight Allowed: true` weights count as 1, both as the format has it. */
CharterElectionData *
charter_election_read_cef (GBytes  *text,
                           GError **error)
{
  CharterCef self = { .data = charter_election_data_new (CHARTER_BALLOT_FORM_RANKING) };
  gboolean good = charter_scan_init (&self.scan, text);

  self.text = self.scan.rest;
  charter_cef_names_init (&self.names);
  while (good)
    {
      charter_cef_run (&self);
      good = charter_scan_line (&self.scan) && read_line (&self);
    }

  return charter_scan_finish (&self.scan, self.data, error);
}
