/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-formats-private.h"

#include <string.h>

#include "decide/charter-election-scan-private.h"

enum { CEF, BLT, ABIF, ABIF_SCORES, PREFLIB, CSV, CSV_OPTIONS, DEBIAN, JSON };

static const CharterElectionFormat formats[] = {
  [CEF] = { "cef", ".cvotes", charter_election_read_cef, charter_election_write_cef },
  [BLT] = { "blt", ".blt.hil", charter_election_read_blt, charter_election_write_blt },
  [ABIF] = { "abif", ".abif", charter_election_read_abif, charter_election_write_abif },
  [ABIF_SCORES] = { "abif-scores", "", charter_election_read_abif_scores,
                    charter_election_write_abif_scores },
  [PREFLIB] = { "preflib", ".soc.soi.toc.toi", charter_election_read_preflib,
                charter_election_write_preflib },
  [CSV] = { "csv", ".csv", charter_election_read_csv, charter_election_write_csv },
  [CSV_OPTIONS] = { "csv-options", "", charter_election_read_csv,
                    charter_election_write_csv_options },
  [DEBIAN] = { "debian", "", charter_election_read_debian, NULL },
  [JSON] = { "json", ".json", NULL, NULL },
};

const CharterElectionFormat *
charter_election_format_find (const char *name,
                              GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (strcmp (name, formats[i].name) == 0)
        return &formats[i];
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].name);
    }
  g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_VALUE,
               "There is no format “%s”; the formats are %s", name, names->str);
  return NULL;
}

const CharterElectionFormat *
charter_election_format_of_path (const char *path)
{
  const char *point = strrchr (path, '.');
  g_autofree char *extension = NULL;

  if (point == NULL || strchr (point, '/') != NULL || point[1] == '\0')
    return NULL;
  extension = g_ascii_strdown (point, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *found = strstr (formats[i].extensions, extension);
      char after = found != NULL ? found[strlen (extension)] : 'x';

      if (after == '\0' || after == '.')
        return &formats[i];
    }
  return NULL;
}

static gboolean
begins (const CharterScan *scan,
        const char        *with)
{
  gsize length = strlen (with);

  return (gsize) (scan->stop - scan->at) >= length && strncmp (scan->at, with, length) == 0;
}

static gboolean
has (CharterScan *scan,
     const char  *text)
{
  return memmem (scan->at, (gsize) (scan->stop - scan->at), text, strlen (text)) != NULL;
}

/* "42:", blanks before the colon or none. */
static gboolean
has_count (const CharterScan *scan)
{
  const char *at = scan->at;

  while (at < scan->stop && g_ascii_isdigit (*at))
    at++;
  if (at == scan->at)
    return FALSE;
  while (at < scan->stop && *at == ' ')
    at++;
  return at < scan->stop && *at == ':';
}

/* "4 2", perhaps with a comment. */
static gboolean
has_two_numbers (const CharterScan *scan)
{
  const char *at = scan->at;
  guint numbers = 0;

  while (at < scan->stop && g_ascii_isdigit (*at))
    {
      while (at < scan->stop && g_ascii_isdigit (*at))
        at++;
      numbers++;
      while (at < scan->stop && (*at == ' ' || *at == '\t'))
        at++;
    }
  return numbers >= 2 && (at == scan->stop || *at == '#' || *at == '-' || numbers > 2);
}

/* "{…}" and more lines, as in ABIF, and not the one line, or the first of the lines, of a JSON text. */
static gboolean
is_metadata (const CharterScan *scan)
{
  const char *last = scan->stop, *next = scan->rest;

  while (last > scan->at && (last[-1] == ' ' || last[-1] == '\t'))
    last--;
  while (next < scan->end && g_ascii_isspace (*next))
    next++;
  return last[-1] == '}' && next < scan->end;
}

/* A line that only one format has; -1 where this is none. */
static int
sure_of (CharterScan *scan)
{
  if (begins (scan, "#/"))
    return CEF;
  if (begins (scan, "# NUMBER ALTERNATIVES:") || begins (scan, "# ALTERNATIVE NAME ") ||
      begins (scan, "# DATA TYPE:"))
    return PREFLIB;
  if (begins (scan, "V: ") || begins (scan, "V:\t") || (has (scan, "Option 1-") && has (scan, ">:")))
    return DEBIAN;
  if (*scan->at == '#')
    return -1;
  if (*scan->at == '{')
    return is_metadata (scan) ? ABIF : JSON;
  if (*scan->at == '=' || has_count (scan))
    return ABIF;
  return -1;
}

/* What the first line says that is no comment, where no line is of one format alone. */
static int
likely (CharterScan *scan)
{
  if (has_two_numbers (scan))
    return BLT;
  if (has (scan, ">") || has (scan, "||") || has (scan, "/EMPTY_RANKING/"))
    return CEF;
  return has (scan, ",") || begins (scan, "\"") ? CSV : CEF;
}

#define LINES_LOOKED_AT 200

const CharterElectionFormat *
charter_election_format_guess (GBytes *text)
{
  g_auto (CharterScan) scan = { 0 };
  int first = -1;

  charter_scan_init (&scan, text);
  while (scan.number < LINES_LOOKED_AT && charter_scan_line (&scan))
    {
      int sure;

      if (!charter_scan_more (&scan))
        continue;
      sure = sure_of (&scan);
      if (sure >= 0 && (first < 0 || (sure == DEBIAN && first != BLT)))
        return &formats[sure];
      if (first < 0 && *scan.at != '#')
        first = likely (&scan);
    }
  return &formats[first >= 0 ? first : CEF];
}
