/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* "May P vote on D?" over a workload whose answers are known.
 *
 *   may [--check] SIZE…          measures; with --check exits 1 where a guard rail is missed
 *   may --write SIZE FOLDER      the record, the questions and the answers, for scripts
 *
 * Figures are CPU time a question, the median of the passes; what has to hold on any machine of
 * the class is given as a guard rail, and growth as a ratio within the run. */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "record.h"

#define PASSES 7

typedef struct
{
  const char         *name;
  const Data         *data;
  CharterPartnership *partnership;
  CharterView        *view;
  CharterQuestion    *question;
  char              **persons, **decisions;
  guint              *person_handles, *decision_handles;
} Bench;

typedef struct
{
  double handles, strings, verdicts, proofs, conflicted, found, all, electorate;
} Figures;

/* Clocks */

static double
cpu_now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

static double
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef void (*Pass) (Bench *bench);

/* Microseconds of one pass divided by @n. */
static double
median_of (Pass   pass,
           Bench *bench,
           double n)
{
  double times[PASSES];

  pass (bench);
  for (guint i = 0; i < PASSES; i++)
    {
      double start = cpu_now ();

      pass (bench);
      times[i] = (cpu_now () - start) / n;
    }
  qsort (times, PASSES, sizeof *times, compare_doubles);
  return times[PASSES / 2];
}

/* What is measured */

static guint yes;
static gsize found;

static void
ask_handles (Bench *bench)
{
  yes = 0;
  for (guint i = 0; i < bench->data->n_questions; i++)
    {
      const DataQuestion *q = &bench->data->questions[i];

      yes += charter_question_allows_handles (bench->question, bench->person_handles[q->person],
                                              bench->decision_handles[q->decision]);
    }
}

static void
ask_strings (Bench *bench)
{
  yes = 0;
  for (guint i = 0; i < bench->data->n_questions; i++)
    {
      const DataQuestion *q = &bench->data->questions[i];

      yes += charter_question_allows (bench->question, bench->persons[q->person],
                                      bench->decisions[q->decision]);
    }
}

static void
ask_proofs (Bench *bench)
{
  found = 0;
  for (guint i = 0; i < bench->data->n_questions; i++)
    {
      const DataQuestion *q = &bench->data->questions[i];
      g_autoptr(CharterVerdict) verdict =
        charter_question_explain (bench->question, bench->persons[q->person],
                                  bench->decisions[q->decision], NULL);

      found += charter_verdict_get_grounds (verdict)[0] != NULL;
    }
}

static void
ask_verdicts (Bench *bench)
{
  yes = 0;
  for (guint i = 0; i < bench->data->n_questions; i++)
    {
      const DataQuestion *q = &bench->data->questions[i];
      g_autoptr(CharterVerdict) verdict =
        charter_question_explain (bench->question, bench->persons[q->person],
                                  bench->decisions[q->decision], NULL);

      yes += charter_verdict_get_answer (verdict) == CHARTER_ANSWER_ALLOWED;
    }
}

#define CONFLICTED 2000

static void
ask_conflicted (Bench *bench)
{
  found = 0;
  for (guint i = 0; i < CONFLICTED; i++)
    {
      g_auto(GStrv) ids = charter_question_list_conflicted (
        bench->question, bench->decisions[i % bench->data->n_decisions], NULL);

      found += g_strv_length (ids);
    }
}

static void
ask_everybody (Bench *bench)
{
  g_autoptr(GBytes) bytes = charter_question_answer_all (bench->question, "d0", NULL, NULL);

  found = g_bytes_get_size (bytes);
}

static void
ask_electorate (Bench *bench)
{
  g_autoptr(CharterElectorate) electorate =
    charter_view_electorate (bench->view, "d0", RECORD_ASKED, NULL);

  found = g_strv_length ((char **) charter_electorate_get_vote (electorate));
}

/* Setting up */

static char **
ids (char  prefix,
     guint n)
{
  char **list = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    list[i] = g_strdup_printf ("%c%u", prefix, i);
  return list;
}

static guint *
handles (CharterQuestion *question,
         char           **names)
{
  guint n = g_strv_length (names);
  guint *list = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    list[i] = charter_question_find (question, names[i]);
  return list;
}

static void
set_up (Bench      *bench,
        const Data *data,
        const char *name)
{
  g_autoptr(GString) lines = record_write (data);
  g_autoptr(GError) error = NULL;
  double start = cpu_now ();

  bench->name = name;
  bench->data = data;
  bench->partnership = record_load (lines);
  printf ("%s: %u persons, record of %u entries judged in %.2f s of CPU\n", name, data->n_persons,
          g_list_model_get_n_items (charter_partnership_get_entries (bench->partnership)),
          (cpu_now () - start) / 1e6);
  bench->view = charter_partnership_get_view (bench->partnership);
  start = cpu_now ();
  bench->question = charter_view_prepare (bench->view, RECORD_ACT, RECORD_ASKED, &error);
  if (bench->question == NULL)
    g_error ("%s", error->message);
  printf ("%s: prepared in %.1f us\n", name, cpu_now () - start);
  bench->persons = ids ('p', data->n_persons);
  bench->decisions = ids ('d', data->n_decisions);
  bench->person_handles = handles (bench->question, bench->persons);
  bench->decision_handles = handles (bench->question, bench->decisions);
}

static void
tear_down (Bench *bench)
{
  g_strfreev (bench->persons);
  g_strfreev (bench->decisions);
  g_free (bench->person_handles);
  g_free (bench->decision_handles);
  g_clear_object (&bench->question);
  g_clear_object (&bench->view);
  g_clear_object (&bench->partnership);
}

/* The answers come first */

static guint8
mask_of (CharterVerdict *verdict)
{
  static const struct { const char *ground; guint8 bit; } grounds[] = {
    { "conflict", DATA_CONFLICT },      { "no-permission", DATA_INACTIVE },
    { "not-a-voter", DATA_NO_ROLE },    { "not-appointed", DATA_NO_ROLE },
    { "suspended", DATA_BARRED },       { "term-ended", DATA_INACTIVE },
  };
  const char *const *given = charter_verdict_get_grounds (verdict);
  guint8 mask = 0;

  for (guint i = 0; given[i] != NULL; i++)
    for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
      if (g_str_equal (grounds[g].ground, given[i]))
        mask |= grounds[g].bit;
  return mask;
}

static void
check_answers (Bench          *bench,
               const DataSize *size)
{
  g_autofree guint8 *masks = g_new (guint8, bench->data->n_questions);

  for (guint i = 0; i < bench->data->n_questions; i++)
    {
      const DataQuestion *q = &bench->data->questions[i];
      const char *person = bench->persons[q->person], *decision = bench->decisions[q->decision];
      g_autoptr(CharterVerdict) verdict = charter_question_explain (bench->question, person,
                                                                    decision, NULL);
      gboolean allowed = charter_verdict_get_answer (verdict) == CHARTER_ANSWER_ALLOWED;

      masks[i] = mask_of (verdict);
      if (masks[i] != bench->data->masks[i]
          || allowed != charter_question_allows (bench->question, person, decision)
          || allowed != (masks[i] == 0))
        g_error ("%s, question %u: %s on %s: got %u, the answer is %u", bench->name, i, person,
                 decision, masks[i], bench->data->masks[i]);
    }
  printf ("%s: all %u answers right, hash %08x (first 2000: %08x)\n", bench->name,
          bench->data->n_questions, data_hash (masks, bench->data->n_questions),
          data_hash (masks, 2000));
  g_assert (data_hash (masks, bench->data->n_questions) == size->hash);
}

/* Judging */

static gboolean missed;

static void
rail (const char *name,
      const char *what,
      double      value,
      double      limit,
      gboolean    check)
{
  printf ("%-10s %-42s %9.3f us%s\n", name, what, value,
          limit > 0 && value > limit ? "   over the guard rail" : "");
  if (limit > 0)
    printf ("%-10s %-42s %9.3f us\n", "", "  guard rail", limit);
  if (check && limit > 0 && value > limit)
    missed = TRUE;
}

static void
measure (Bench    *bench,
         gboolean  check,
         Figures  *out)
{
  const Data *data = bench->data;
  gboolean large = g_str_equal (bench->name, "100k") && check;
  double n = data->n_questions;

  out->handles = median_of (ask_handles, bench, n);
  out->strings = median_of (ask_strings, bench, n);
  out->verdicts = median_of (ask_verdicts, bench, n);
  out->proofs = median_of (ask_proofs, bench, n);
  out->conflicted = median_of (ask_conflicted, bench, CONFLICTED);
  out->found = (double) found / CONFLICTED;
  out->all = median_of (ask_everybody, bench, data->n_persons);
  out->electorate = median_of (ask_electorate, bench, data->n_persons);
  rail (bench->name, "one question, handles", out->handles, large ? 0.3 : 0, check);
  rail (bench->name, "one question, ids", out->strings, large ? 1 : 0, check);
  rail (bench->name, "one verdict, its answer read", out->verdicts, 0, check);
  rail (bench->name, "one verdict with every reason and path", out->proofs, large ? 3 : 0, check);
  printf ("%-10s %-42s %9.2f\n", bench->name, "  times the bare answer", out->proofs / out->strings);
  rail (bench->name, "everyone conflicted on an item", out->conflicted,
        large ? 5 + 0.02 * out->found : 0, check);
  printf ("%-10s %-42s %9.1f\n", bench->name, "  persons found", out->found);
  rail (bench->name, "everybody's answer, a person", out->all, 0, check);
  rail (bench->name, "whole electorate, a person", out->electorate, 0, check);
}

static void
growth (const char *what,
        double      small,
        double      large,
        double      limit,
        gboolean    check)
{
  printf ("growth     %-42s %9.2f times (at most %.0f)\n", what, large / small, limit);
  if (check && large / small > limit)
    missed = TRUE;
}

static Figures
run_size (const char *name,
          gboolean    check)
{
  const DataSize *size = data_size_find (name);
  g_autoptr(Data) data = data_size_make (size);
  Bench bench = { 0 };
  Figures figures;

  set_up (&bench, data, name);
  check_answers (&bench, size);
  measure (&bench, check, &figures);
  printf ("%-10s %-42s %9.0f MiB\n\n", name, "peak memory of the process", peak_memory ());
  tear_down (&bench);
  return figures;
}

/* For scripts */

static void
write_file (const char *folder,
            const char *name,
            GString    *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_error ("%s", error->message);
}

static void
write_workload (const char *name,
                const char *folder)
{
  g_autoptr(Data) data = data_size_make (data_size_find (name));
  g_autoptr(GString) lines = record_write (data);
  g_autoptr(GString) questions = g_string_new (NULL);

  for (guint i = 0; i < data->n_questions; i++)
    g_string_append_printf (questions, "p%u d%u %u\n", data->questions[i].person,
                            data->questions[i].decision, data->masks[i]);
  write_file (folder, "record.jsonl", lines);
  write_file (folder, "questions.txt", questions);
}

int
main (int    argc,
      char **argv)
{
  gboolean check = argc > 1 && g_str_equal (argv[1], "--check");
  Figures small = { 0 }, large = { 0 };

  if (argc == 4 && g_str_equal (argv[1], "--write"))
    {
      write_workload (argv[2], argv[3]);
      return 0;
    }
  for (int i = check ? 2 : 1; i < argc; i++)
    {
      Figures figures = run_size (argv[i], check);

      if (g_str_equal (argv[i], "1k"))
        small = figures;
      if (g_str_equal (argv[i], "100k"))
        large = figures;
      fflush (stdout);
    }
  if (small.handles > 0 && large.handles > 0)
    {
      growth ("handles, 1k to 100k", small.handles, large.handles, 4, check);
      growth ("ids, 1k to 100k", small.strings, large.strings, 8, check);
    }
  return missed ? 1 : 0;
}
