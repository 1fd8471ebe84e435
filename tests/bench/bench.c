/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Speed and memory, as ratios against a baseline measured in the same run.
 *
 *   bench GOAL-FACTORS…      (see tests/bench/run)
 *
 * Each side of a comparison runs in a child of its own, in turns, so that neither finds the
 * other's memory; figures are CPU seconds (or elapsed, where a disk is waited for) and peak
 * memory above that of an empty child.  The median of the rounds counts. */

#include <charter/charter.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "record/charter-leaf-private.h"

#define ENTRIES 100000
#define APPENDS 400
#define ROUNDS 5

typedef struct
{
  double cpu, elapsed, memory;    /* seconds, seconds, MiB */
} Figure;

typedef void (*Side) (const char *folder);

static double
seconds (const struct timeval *t)
{
  return t->tv_sec + t->tv_usec / 1e6;
}

static Figure
run_child (Side        side,
           const char *folder)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  Figure figure;
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      side (folder);
      _exit (0);
    }
  if (pid < 0 || wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status)
      || WEXITSTATUS (status) != 0)
    g_error ("A side of the benchmark failed");
  figure.elapsed = (g_get_monotonic_time () - start) / 1e6;
  figure.cpu = seconds (&usage.ru_utime) + seconds (&usage.ru_stime);
  figure.memory = usage.ru_maxrss / 1024.0;
  return figure;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
}

static void
measure (Side        ours,
         Side        base,
         const char *folder,
         Figure     *our_figure,
         Figure     *base_figure)
{
  double values[6][ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      Figure a = run_child (ours, folder), b = run_child (base, folder);

      values[0][i] = a.cpu, values[1][i] = a.elapsed, values[2][i] = a.memory;
      values[3][i] = b.cpu, values[4][i] = b.elapsed, values[5][i] = b.memory;
    }
  *our_figure = (Figure) { median (values[0]), median (values[1]), median (values[2]) };
  *base_figure = (Figure) { median (values[3]), median (values[4]), median (values[5]) };
}

/* — what is read — */

static char *
path_in (const char *folder,
         const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
contents_of (const char *folder,
             const char *name,
             gsize      *length)
{
  g_autofree char *path = path_in (folder, name);
  char *text;

  if (!g_file_get_contents (path, &text, length, NULL))
    g_error ("Cannot read %s", path);
  return text;
}

static void
nothing (const char *folder)
{
}

/* The file itself in memory: what both readers start from. */
static void
load_lines (const char *folder)
{
  gsize length;

  contents_of (folder, "lines.jsonl", &length);
}

static void
read_lines_ours (const char *folder)
{
  gsize length;
  const char *text = contents_of (folder, "lines.jsonl", &length), *end = text + length;
  CharterArena *arena = charter_arena_new ();
  CharterProblems *problems = charter_problems_new ();
  CharterSubmission submission;
  guint n = 0;

  for (const char *line = text, *next; line < end; line = next + 1, n++)
    {
      next = memchr (line, '\n', end - line);
      if (!charter_submission_read (arena, line, next - line, &submission, problems))
        g_error ("%s", charter_problems_get (problems, 0)->message);
    }
  g_assert (n == ENTRIES);
}

static void
read_lines_json_glib (const char *folder)
{
  gsize length;
  const char *text = contents_of (folder, "lines.jsonl", &length), *end = text + length;
  JsonParser *parser = json_parser_new ();
  JsonNode **kept = g_new (JsonNode *, ENTRIES);
  guint n = 0;

  for (const char *line = text, *next; line < end; line = next + 1)
    {
      next = memchr (line, '\n', end - line);
      if (!json_parser_load_from_data (parser, line, next - line, NULL))
        g_error ("json-glib refused a line");
      kept[n++] = json_parser_steal_root (parser);
    }
  g_assert (n == ENTRIES);
}

#define CHARTERS 500

static void
read_charters_ours (const char *folder)
{
  gsize length;
  g_autofree char *text = contents_of (folder, "charter.json", &length);

  for (guint i = 0; i < CHARTERS; i++)
    {
      g_autoptr(CharterDocument) document = charter_document_new_from_text (text, NULL);

      g_assert (document != NULL);
    }
}

static void
read_charters_json_glib (const char *folder)
{
  gsize length;
  g_autofree char *text = contents_of (folder, "charter.json", &length);

  for (guint i = 0; i < CHARTERS; i++)
    {
      g_autoptr(JsonParser) parser = json_parser_new ();

      g_assert (json_parser_load_from_data (parser, text, length, NULL));
    }
}

/* — opening — */

static void
open_ours (const char *folder)
{
  g_autofree char *path = path_in (folder, "record.charter");
  CharterPartnership *partnership = charter_partnership_open (path, NULL);

  g_assert (partnership != NULL && charter_partnership_get_head (partnership) == ENTRIES);
}

static void
open_select (const char *folder)
{
  g_autofree char *path = path_in (folder, "record.charter");
  sqlite3_stmt *rows;
  sqlite3 *db;
  guint n = 0;
  gint64 sum = 0;

  g_assert (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK);
  g_assert (sqlite3_prepare_v2 (db, "SELECT seq, leaf FROM entry ORDER BY seq", -1, &rows, NULL)
            == SQLITE_OK);
  for (; sqlite3_step (rows) == SQLITE_ROW; n++)
    sum += sqlite3_column_int64 (rows, 0) + sqlite3_column_text (rows, 1)[0];
  g_assert (n == ENTRIES && sum > 0);
}

/* — appending — */

static void
append_ours (const char *folder)
{
  g_autofree char *path = path_in (folder, "append.charter");
  g_autoptr(CharterPartnership) partnership = NULL;
  GError *error = NULL;

  unlink (path);
  partnership = charter_partnership_create (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < APPENDS; i++)
    {
      g_autofree char *data = i == 0
        ? g_strdup ("{\"id\":\"p\",\"title\":\"P\",\"zone\":\"UTC\",\"origin\":\"p\",\"format\":\"1\"}")
        : g_strdup_printf ("{\"id\":\"n-%u\",\"of\":\"public\",\"what\":\"skill\",\"text\":\"Something that "
                           "somebody needs, said in a sentence of ordinary length.\"}", i);
      g_autoptr(CharterEntry) entry
        = charter_partnership_record (partnership, i == 0 ? "partnership-founded" : "need-identified",
                                      "2026-01-05T09:00:00Z", NULL, data, &error);

      g_assert_no_error (error);
    }
}

static void
must (sqlite3    *db,
      const char *statement)
{
  if (sqlite3_exec (db, statement, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", statement, sqlite3_errmsg (db));
}

static void
insert (sqlite3_stmt *statement,
        guint         seq,
        const char   *leaf)
{
  sqlite3_bind_int64 (statement, 1, seq);
  sqlite3_bind_text (statement, 2, leaf, -1, SQLITE_STATIC);
  g_assert (sqlite3_step (statement) == SQLITE_DONE);
  sqlite3_reset (statement);
}

/* One row of the same length, in a transaction of its own, with the same settings. */
static void
append_insert (const char *folder)
{
  g_autofree char *path = path_in (folder, "insert.db"), *leaf = g_strnfill (420, 'x');
  sqlite3_stmt *statement;
  sqlite3 *db;

  unlink (path);
  g_assert (sqlite3_open (path, &db) == SQLITE_OK);
  must (db, "PRAGMA journal_mode=DELETE");
  must (db, "PRAGMA synchronous=EXTRA");
  must (db, "PRAGMA secure_delete=ON");
  must (db, "CREATE TABLE entry (seq INTEGER PRIMARY KEY, leaf TEXT) STRICT");
  g_assert (sqlite3_prepare_v2 (db, "INSERT INTO entry VALUES (?1, ?2)", -1, &statement, NULL)
            == SQLITE_OK);
  for (guint i = 1; i <= APPENDS; i++)
    {
      must (db, "BEGIN IMMEDIATE");
      insert (statement, i, leaf);
      must (db, "COMMIT");
    }
}

/* — preparing — */

static char *
line_for (guint i)
{
  if (i == 0)
    return g_strdup ("{\"at\":\"2024-01-05T09:00:00Z\",\"data\":{\"format\":\"1\",\"id\":\"bench\",\"origin\":"
                     "\"bench\",\"title\":\"Bench\",\"zone\":\"Europe/London\"},\"id\":\"e-0\",\"kind\":"
                     "\"partnership-founded\"}");
  if (i <= 8)
    return g_strdup_printf ("{\"at\":\"2024-01-06T09:00:00Z\",\"data\":{\"id\":\"partner-%u\",\"name\":\"Partner "
                            "number %u\",\"sector\":\"voluntary\"},\"id\":\"e-%u\",\"kind\":\"partner-joined\"}", i, i, i);
  if (i <= 200)
    return g_strdup_printf ("{\"at\":\"2024-01-07T09:00:00Z\",\"data\":{\"for\":\"partner-%u\",\"handle\":\"h%u\",\"id\":"
                            "\"p-%012u\",\"name\":\"Person %u\"},\"id\":\"e-%u\",\"kind\":\"person-joined\"}",
                            i % 8 + 1, i, i, i, i);
  if (i % 2 == 0)
    return g_strdup_printf ("{\"at\":\"2025-%02u-%02uT10:00:00Z\",\"by\":\"p-%012u\",\"data\":{\"by\":\"p-%012u\",\"id\":"
                            "\"c-%u\",\"text\":\"We could open the room on Thursday evenings as well; people have asked "
                            "for it more than once.\",\"what\":\"idea\"},\"id\":\"e-%u\",\"kind\":\"contribution-made\"}",
                            i % 12 + 1, i % 28 + 1, i % 190 + 10, i % 190 + 10, i, i);
  return g_strdup_printf ("{\"at\":\"2025-%02u-%02uT10:00:00Z\",\"by\":\"p-%012u\",\"data\":{\"about\":\"partner-%u\","
                          "\"format\":\"plain\",\"id\":\"n-%u\",\"language\":\"en\",\"to\":[\"partner-1\",\"partner-2\","
                          "\"partner-3\"],\"what\":\"papers\"},\"id\":\"e-%u\",\"kind\":\"notice-sent\"}",
                          i % 12 + 1, i % 28 + 1, i % 190 + 10, i % 8 + 1, i, i);
}

static void
prepare (const char *folder)
{
  g_autofree char *lines = path_in (folder, "lines.jsonl"), *record = path_in (folder, "record.charter");
  g_autofree char *charter = path_in (folder, "charter.json"), *text = NULL;
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(CharterPartnership) partnership = NULL;
  g_autoptr(CharterDocument) model = charter_document_new_from_model ("partnership-behaviour", NULL);
  g_autoptr(GInputStream) stream = NULL;
  GError *error = NULL;

  for (guint i = 0; i < ENTRIES; i++)
    {
      g_autofree char *line = line_for (i);

      g_string_append (all, line);
      g_string_append_c (all, '\n');
    }
  g_assert (g_file_set_contents (lines, all->str, all->len, NULL));
  text = charter_document_to_pretty (model);
  g_assert (g_file_set_contents (charter, text, -1, NULL));
  unlink (record);
  partnership = charter_partnership_create (record, &error);
  g_assert_no_error (error);
  stream = g_memory_input_stream_new_from_data (all->str, all->len, NULL);
  charter_partnership_import (partnership, stream, NULL, &error);
  g_assert_no_error (error);
}

/* — reporting — */

static gboolean check;
static guint missed;

static void
report (const char *what,
        double      ours,
        double      base,
        const char *unit,
        double      ratio,
        double      goal,
        gboolean    at_least)
{
  gboolean good = at_least ? ratio >= goal : ratio < goal;

  printf ("%-44s %9.4f %s, baseline %9.4f %s, ratio %6.2f (goal: %s %g)%s\n", what, ours, unit, base,
          unit, ratio, at_least ? "at least" : "under", goal, good ? "" : "  MISSED");
  missed += !good;
}

static void
bench_reading (const char *folder)
{
  Figure ours, base, loaded, empty;

  measure (read_lines_ours, read_lines_json_glib, folder, &ours, &base);
  measure (load_lines, nothing, folder, &loaded, &empty);
  report ("read 100,000 lines: times as fast", ours.cpu - loaded.cpu, base.cpu - loaded.cpu, "s",
          (base.cpu - loaded.cpu) / (ours.cpu - loaded.cpu), 4, TRUE);
  report ("read 100,000 lines: memory", ours.memory - loaded.memory, base.memory - loaded.memory, "MiB",
          (ours.memory - loaded.memory) / (base.memory - loaded.memory), 0.25, FALSE);
  measure (read_charters_ours, read_charters_json_glib, folder, &ours, &base);
  report ("read a charter 500 times: times as fast", ours.cpu - empty.cpu, base.cpu - empty.cpu, "s",
          (base.cpu - empty.cpu) / (ours.cpu - empty.cpu), 4, TRUE);
}

static void
bench_record (const char *folder)
{
  Figure ours, base;

  measure (open_ours, open_select, folder, &ours, &base);
  report ("open 100,000 entries: times a bare SELECT", ours.cpu, base.cpu, "s", ours.cpu / base.cpu, 12, FALSE);
  measure (append_ours, append_insert, folder, &ours, &base);
  report ("append durably: times a bare INSERT", ours.elapsed / APPENDS, base.elapsed / APPENDS, "s",
          ours.elapsed / base.elapsed, 1.5, FALSE);
}

int
main (int    argc,
      char **argv)
{
  const char *folder;

  setvbuf (stdout, NULL, _IOLBF, 0);
  check = argc > 1 && strcmp (argv[1], "--check") == 0;
  if (argc != 2 + check)
    {
      fprintf (stderr, "Usage: bench [--check] FOLDER\n");
      return 2;
    }
  folder = argv[argc - 1];
  if (run_child (prepare, folder).cpu < 0)
    return 2;
  bench_reading (folder);
  bench_record (folder);
  if (missed > 0)
    printf ("%u goals missed\n", missed);
  return check && missed > 0 ? 1 : 0;
}
