/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What counting costs, over elections whose bytes and results are known.
 *
 *   decide [--check] FOLDER       measures; leaves the inputs and the figures that scripts are
 *                                 compared with in the folder; with --check exits 1 where a goal
 *                                 is missed
 *   decide --once FILE            one text, from the file to Schulze's order, and nothing else
 *   decide --empty                nothing: what a process takes that does nothing
 *
 * Figures are CPU time, the median of the passes with the least and the most; the steps are
 * measured apart, and the plain loop over the same rows in the same run is the base. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "decide/charter-election-object-private.h"
#include "decide/charter-pairwise-private.h"

#include "generate.h"
#include "steps.h"

#define PASSES 25

static gboolean check, missed;

/* Clocks */

static double
cpu_now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e6 + (double) t.tv_nsec / 1e3;
}

/* Of this program alone: what getrusage() tells goes on from the process that started it. */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL)
      || (peak = strstr (status, "VmHWM:")) == NULL)
    g_error ("/proc/self/status tells no peak");
  return g_ascii_strtod (peak + strlen ("VmHWM:"), NULL) / 1024;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef struct
{
  double median, least, most;     /* microseconds */
} Times;

static Times
measure (Step   step,
         Steps *steps)
{
  double times[PASSES];

  step (steps);
  for (guint i = 0; i < PASSES; i++)
    {
      double start = cpu_now ();

      step (steps);
      times[i] = cpu_now () - start;
    }
  qsort (times, PASSES, sizeof *times, compare_doubles);
  return (Times) { times[PASSES / 2], times[0], times[PASSES - 1] };
}

/* Telling */

static void
tell (const char *what,
      Times       times,
      double      n_ballots)
{
  printf ("  %-44s %10.1f us (%.1f to %.1f), %8.2f ns a ballot\n", what, times.median, times.least,
          times.most, times.median * 1e3 / n_ballots);
}

static void
goal (const char *what,
      double      value,
      const char *unit,
      double      must,
      double      aim,
      gboolean    low)
{
  gboolean reached = low ? value <= must : value >= must;
  gboolean aimed = low ? value <= aim : value >= aim;

  printf ("  %-44s %10.2f %s (goal: at %s %g, aim %g): %s\n", what, value, unit,
          low ? "most" : "least", must, aim, aimed ? "aim reached" : reached ? "reached" : "MISSED");
  missed |= check && !reached;
}

static void
tell_load (const char *when)
{
  g_autofree char *load = NULL;

  if (g_file_get_contents ("/proc/loadavg", &load, NULL, NULL))
    printf ("Load average at the %s: %.14s\n", when, load);
}

/* The peak of another process of this program, in MiB. */
static double
peak_of (const char *program,
         const char *option,
         const char *path)
{
  const char *argv[] = { program, option, path, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *out = NULL;
  const char *peak;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error))
    g_error ("%s", error->message);
  peak = strstr (out, "peak ");
  if (peak == NULL)
    g_error ("%s tells no peak: %s", option, out);
  return g_ascii_strtod (peak + strlen ("peak "), NULL);
}

/* One sample */

static void
measure_memory (const char *program,
                const char *path,
                gboolean    bound)
{
  double empty = peak_of (program, "--empty", NULL);
  double over = peak_of (program, "--once", path) - empty;

  if (bound)
    goal ("peak memory over an empty process", over, "MiB", 20, 8, TRUE);
  else
    printf ("  %-44s %10.2f MiB\n", "peak memory over an empty process", over);
}

/* Scripts are compared with the least of the passes, which other load disturbs least. */
static void
write_inputs (Steps      *steps,
              const char *folder,
              FILE       *figures)
{
  g_autofree char *ranks = g_strconcat (folder, "/", steps->sample->name, ".ranks", NULL);
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents (ranks, g_bytes_get_data (steps->bulk, NULL),
                            (gssize) g_bytes_get_size (steps->bulk), &error))
    g_error ("%s", error->message);
  fprintf (figures, "%s %u %.1f %.1f %.1f %s\n", steps->sample->name, steps->sample->n_options,
           measure (step_text_to_result, steps).least, measure (step_bulk_to_result, steps).least,
           measure (step_packed_to_matrix, steps).median, steps->order);
}

static void
measure_sample (const Sample *sample,
                const char   *program,
                const char   *folder,
                FILE         *figures)
{
  g_autofree char *path = g_strconcat (folder, "/", sample->name, ".cvotes", NULL);
  Steps steps = { .sample = sample, .path = path };
  double n = sample->n_ballots;
  Times matrix, plain, all;

  steps_set_up (&steps);
  tell ("text to packed", measure (step_text_to_packed, &steps), n);
  matrix = measure (step_packed_to_matrix, &steps);
  tell ("packed to matrix", matrix, n);
  plain = measure (step_plain_loop, &steps);
  tell ("packed to matrix, the plain loop", plain, n);
  goal ("faster than the plain loop", plain.median / matrix.median, "times", 4, 10, FALSE);
  tell ("matrix to strongest paths", measure (step_matrix_to_paths, &steps), n);
  tell ("packed to result, with its reasons", measure (step_packed_to_result, &steps), n);
  all = measure (step_text_to_result, &steps);
  tell ("text to result", all, n);
  if (sample->n_ballots == 1000000)
    goal ("text to result", all.median / 1e3, "ms of CPU", 60, 30, TRUE);
  tell ("ranks in memory to result", measure (step_bulk_to_result, &steps), n);
  measure_memory (program, path, sample->n_ballots == 100000);
  write_inputs (&steps, folder, figures);
  steps_tear_down (&steps);
  fflush (stdout);
}

static void
measure_versions (void)
{
  Steps steps = { .sample = sample_find ("U-10x100k") };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "decide-versions.cvotes", NULL);

  steps.path = path;
  steps_set_up (&steps);
  for (guint i = 0; charter_pairwise_versions[i] != NULL; i++)
    {
      g_autofree char *what = g_strconcat ("packed to matrix, ", charter_pairwise_versions[i]->name, NULL);

      if (!charter_pairwise_versions[i]->runs_here ())
        continue;
      steps.version = charter_pairwise_versions[i];
      tell (what, measure (step_version, &steps), steps.sample->n_ballots);
    }
  remove (path);
  steps_tear_down (&steps);
}

static void
measure_many_options (void)
{
  g_autofree gint64 *pairs = generate_pairs (1000);
  Steps steps = { .matrix = pairs, .n = 1000 };

  printf ("1,000 options, a matrix without order\n");
  goal ("matrix to strongest paths", measure (step_matrix_to_paths, &steps).median / 1e6, "s of CPU", 1,
        0.25, TRUE);
}

static int
measure_all (const char *program,
             const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "figures.txt", NULL);
  FILE *figures = fopen (path, "w");

  if (figures == NULL)
    g_error ("%s cannot be written", path);
  tell_load ("start");
  for (guint i = 0; i < n_samples; i++)
    measure_sample (&samples[i], program, folder, figures);
  measure_versions ();
  measure_many_options ();
  tell_load ("end");
  fclose (figures);
  if (missed)
    printf ("A goal was missed.\n");
  return missed ? 1 : 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--empty"))
    {
      printf ("peak %f MiB\n", peak_memory ());
      return 0;
    }
  if (argc == 3 && g_str_equal (argv[1], "--once"))
    {
      g_autofree char *order = steps_once (argv[2]);

      printf ("order %s\npeak %f MiB\n", order, peak_memory ());
      return 0;
    }
  check = argc == 3 && g_str_equal (argv[1], "--check");
  if (argc != 2 + (check ? 1 : 0))
    {
      fprintf (stderr, "Usage: decide [--check] FOLDER | --once FILE | --empty\n");
      return 2;
    }
  return measure_all (argv[0], argv[argc - 1]);
}
