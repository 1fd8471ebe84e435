/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <charter/charter-sqlite-store.h>

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child appends batches and tells through a pipe how far each success has brought the
 * record; the parent kills it at a random time, opens the file and looks: nothing that was
 * acknowledged may be missing, no batch may be there in part, and the head must fit.
 *
 *   crash [ROUNDS [SEED]] */

#define ROUNDS 100
#define LARGEST_BATCH 8

typedef struct
{
  char  *path;
  GRand *random;
  gint64 seq;              /* entries known to be in the record */
  guint  n_unclear;        /* batches that were in though nobody was told */
  guint  n_hot;            /* journals left behind */
} Crash;

static void
give_up (const char *what,
         GError     *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : g_strerror (errno));
  exit (1);
}

static void
demand (gboolean    good,
        const char *what,
        gint64      number)
{
  if (good)
    return;
  g_printerr ("%s (%" G_GINT64_FORMAT ")\n", what, number);
  exit (1);
}

static CharterStore *
open_record (const char *path)
{
  GError *error = NULL;
  CharterSqliteStore *store = charter_sqlite_store_open (path, &error);

  if (store == NULL)
    give_up ("The record cannot be opened", error);

  return CHARTER_STORE (store);
}

/* The child */

/* Every leaf says in which batch it is and how large that is. */
static gint64
append_batch (CharterStore *store,
              gint64        seq,
              guint         n)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) leaves = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) openings = g_strv_builder_new ();
  g_auto(GStrv) id_list = NULL;
  g_auto(GStrv) leaf_list = NULL;
  g_auto(GStrv) opening_list = NULL;
  g_autofree char *head = g_strdup_printf ("%d", (int) seq + (int) n);
  GError *error = NULL;

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e-%d", (int) seq + (int) i);
      g_autofree char *leaf = g_strdup_printf ("%d %d %u %0*d", (int) seq + (int) i, (int) seq + 1,
                                               n,
                                               (int) (seq * 37 % 3000) + 1, 0);
      g_autofree char *opening =
        g_strdup_printf ("{\"pointer\":\"/data/x\",\"salt\":\"%064d\",\"seq\":%d,"
                                                  "\"value\":%d}", 0, (int) seq + (int) i, (int) i);

      g_strv_builder_add (ids, id);
      g_strv_builder_add (leaves, leaf);
      g_strv_builder_add (openings, opening);
    }
  id_list = g_strv_builder_end (ids);
  leaf_list = g_strv_builder_end (leaves);
  opening_list = g_strv_builder_end (openings);
  if (!charter_store_append (store, seq, (const char *const *) id_list,
                             (const char *const *) leaf_list,
                             (const char *const *) opening_list, head, &error))
    give_up ("An append failed", error);

  return seq + n;
}

static void
append_until_killed (const char *path,
                     gint64      seq,
                     guint32     seed,
                     int         out)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  CharterStore *store = open_record (path);

  for (;;)
    {
      seq = append_batch (store, seq, (guint) g_rand_int_range (random, 1, LARGEST_BATCH + 1));
      if (write (out, &seq, sizeof seq) != sizeof seq)
        exit (2);
    }
}

/* The parent */

/* The last number that came through the pipe. */
static gint64
read_acknowledged (int    in,
                   gint64 seq)
{
  gint64 number;

  while (read (in, &number, sizeof number) == sizeof number)
    seq = number;

  return seq;
}

/* Waits until the child writes, so that it is killed at work and not while it opens. */
static gint64
kill_at_random (Crash *self,
                pid_t  child,
                int    in)
{
  gint64 seq = self->seq;
  int status;

  if (read (in, &seq, sizeof seq) != sizeof seq)
    give_up ("The child says nothing", NULL);
  g_usleep ((gulong) g_rand_int_range (self->random, 0, 15000));
  kill (child, SIGKILL);
  seq = read_acknowledged (in, seq);
  waitpid (child, &status, 0);
  demand (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL, "The child ended by itself",
          status);

  return seq;
}

/* Every leaf in its place, and no batch in part. */
static void
check_leaves (GStrv leaves)
{
  guint n = g_strv_length (leaves);

  for (guint i = 0; i < n; i++)
    {
      int seq, first, size;

      demand (sscanf (leaves[i], "%d %d %d ", &seq, &first, &size) == 3, "A leaf is damaged",
              i + 1);
      demand (seq == (int) i + 1, "A leaf is in the wrong place", i + 1);
      demand (first + size - 1 <= (int) n, "A batch is there in part", first);
    }
}

static void
look (Crash  *self,
      gint64  acknowledged)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  gboolean hot = g_file_test (journal, G_FILE_TEST_EXISTS);
  CharterStore *store = open_record (self->path);
  g_auto(GStrv) leaves = charter_store_read_leaves (store, 1, G_MAXINT64, NULL);
  g_auto(GStrv) openings = charter_store_read_openings (store, 1, G_MAXINT64, NULL);
  g_autofree char *head = charter_store_dup_head (store, NULL);
  gint64 n;

  demand (leaves != NULL && openings != NULL && head != NULL, "The record cannot be read", 0);
  n = g_strv_length (leaves);
  check_leaves (leaves);
  demand (n >= acknowledged, "Something acknowledged is lost", acknowledged);
  demand (n <= acknowledged + LARGEST_BATCH, "There is more than was written", n);
  demand (g_strv_length (openings) == n, "Openings do not fit", g_strv_length (openings));
  demand (g_ascii_strtoll (head, NULL, 10) == n, "The head does not fit", n);
  demand (charter_store_find_entry (store, "e-1", NULL) == 1, "An id is lost", 1);
  g_object_unref (store);

  self->n_hot += hot;
  self->n_unclear += n > acknowledged;
  self->seq = n;
}

static void
run_round (Crash *self)
{
  guint32 seed = g_rand_int (self->random);
  gint64 acknowledged;
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0)
    give_up ("pipe", NULL);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      append_until_killed (self->path, self->seq, seed, ends[1]);
    }
  close (ends[1]);
  acknowledged = kill_at_random (self, child, ends[0]);
  close (ends[0]);
  look (self, acknowledged);
}

int
main (int    argc,
      char **argv)
{
  guint rounds = argc > 1 ? (guint) atoi (argv[1]) : ROUNDS;
  guint32 seed = argc > 2 ? (guint32) strtoul (argv[2], NULL, 10) : g_random_int ();
  g_autofree char *directory = g_dir_make_tmp ("charter-crash-XXXXXX", NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *path = g_build_filename (directory, "a.charter", NULL);
  Crash self = { path, random, 0, 0, 0 };
  GError *error = NULL;
  CharterSqliteStore *store = charter_sqlite_store_create (path, &error);

  if (store == NULL)
    give_up ("The record cannot be made", error);
  g_object_unref (store);

  g_print ("seed %u\n", seed);
  for (guint i = 0; i < rounds; i++)
    run_round (&self);
  g_print ("%u kills, %" G_GINT64_FORMAT " entries, %u journals left behind, "
           "%u batches in unacknowledged\n",
           rounds, self.seq, self.n_hot, self.n_unclear);
  g_unlink (path);
  g_rmdir (directory);

  return 0;
}
