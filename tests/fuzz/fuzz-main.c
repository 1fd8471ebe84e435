/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include "fuzz-tokens.h"

#include <stdlib.h>
#include <string.h>

/* A fuzz target without libFuzzer: runs over the files of folders and the lines of files,
 * then over random mutations of them.
 *
 *   fuzz-NAME MUTATIONS SEED CORPUS…
 *
 * A failure aborts; what was tried last stands in the file that FUZZ_LAST names, if any. */

#define SIZE_MAX_MUTATED 12288

static const char *const pieces[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "/", " ", "\n", "\"\":", "\"a\":", "true", "false",
  "null", "-", "0", "1", ".", ".5", "e", "9007199254740991", "9223372036854775808", "\\u0000",
  "\\ud800", "\\udc00", "\\u0041", "\\u001f", "\\n", "\xc3", "\xa9", "\xed\xa0\x80",
  "\xf0\x9f\x98\x80", "\xef\xbb\xbf", "[[[[[[[[", "]]]]]]]]", "P1M", "2026-03-02T10:00:00Z", "1/2",
};

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_lines (const char *path,
            GPtrArray  *texts)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (texts, g_bytes_new (lines[i], strlen (lines[i])));
}

static void
read_folder (const char *path,
             GPtrArray  *texts)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  /* Folders come in any order; the same seed must do the same. */
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      char *text;
      gsize length;

      if (g_file_get_contents (g_ptr_array_index (names, i), &text, &length, NULL))
        g_ptr_array_add (texts, g_bytes_new_take (text, length));
    }
}

static void
run (const guint8 *data,
     gsize         size)
{
  const char *last = g_getenv ("FUZZ_LAST");
  /* Of just this size, so that reading past its end is seen. */
  g_autofree guint8 *exact = g_memdup2 (data, size);

  if (last != NULL)
    g_file_set_contents (last, (const char *) data, (gssize) size, NULL);
  LLVMFuzzerTestOneInput (exact, size);
}

static gsize
pick (GRand *random,
      gsize  below)
{
  return below > 0 ? (gsize) g_rand_int_range (random, 0, (gint32) below) : 0;
}

static void
mutate_bytes (GByteArray *text,
              GPtrArray  *texts,
              GRand      *random)
{
  GBytes *other = g_ptr_array_index (texts, pick (random, texts->len));
  const char *piece = pieces[pick (random, G_N_ELEMENTS (pieces))];
  gsize at = pick (random, text->len + 1);
  gsize other_size;
  const guint8 *data = g_bytes_get_data (other, &other_size);
  gsize from = pick (random, other_size);
  gsize stretch = pick (random, MIN (other_size - from, 64));
  g_autofree guint8 *tail = g_memdup2 (text->data + at, text->len - at);
  gsize tail_size = text->len - at;
  gsize cut = pick (random, MIN (tail_size, 8));

  g_byte_array_set_size (text, (guint) at);
  switch (pick (random, 5))
    {
    case 0:     /* a piece put in */
      g_byte_array_append (text, (const guint8 *) piece, (guint) strlen (piece));
      cut = 0;
      break;
    case 1:     /* some bytes taken out */
      break;
    case 2:     /* some bytes replaced by a piece */
      g_byte_array_append (text, (const guint8 *) piece, (guint) strlen (piece));
      break;
    case 3:     /* a stretch of another text put in */
      g_byte_array_append (text, data + from, (guint) stretch);
      cut = 0;
      break;
    default:    /* one bit turned */
      if (tail_size > 0)
        tail[0] ^= (guint8) (1 << pick (random, 8));
      cut = 0;
      break;
    }
  if (tail != NULL)
    g_byte_array_append (text, tail + cut, (guint) (tail_size - cut));
  if (text->len > SIZE_MAX_MUTATED)
    g_byte_array_set_size (text, SIZE_MAX_MUTATED);
}

static void
mutate_once (GByteArray *text,
             GPtrArray  *texts,
             GRand      *random)
{
  if (pick (random, 2) == 0)
    fuzz_change_token (text, random);
  else
    mutate_bytes (text, texts, random);
}

static void
run_mutations (GPtrArray *texts,
               guint      n,
               guint32    seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GByteArray) text = g_byte_array_new ();

  for (guint i = 0; i < n; i++)
    {
      GBytes *start = g_ptr_array_index (texts, pick (random, texts->len));
      guint steps = 1 + (guint) pick (random, 4);

      g_byte_array_set_size (text, 0);
      g_byte_array_append (text, g_bytes_get_data (start, NULL), (guint) g_bytes_get_size (start));
      while (steps-- > 0)
        mutate_once (text, texts, random);
      run (text->data, text->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n;
  guint32 seed;

  if (argc < 4)
    {
      g_printerr ("Usage: %s MUTATIONS SEED CORPUS…\n", argv[0]);
      return 2;
    }

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  n = (guint) strtoul (argv[1], NULL, 10);
  seed = (guint32) strtoul (argv[2], NULL, 10);
  for (int i = 3; i < argc; i++)
    {
      if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
        read_folder (argv[i], texts);
      else
        read_lines (argv[i], texts);
    }
  if (texts->len == 0)
    {
      g_printerr ("%s: nothing to start from\n", argv[3]);
      return 2;
    }
  g_print ("seed %u, %u texts, %u mutations\n", seed, texts->len, n);
  for (guint i = 0; i < texts->len; i++)
    run (g_bytes_get_data (g_ptr_array_index (texts, i), NULL),
         g_bytes_get_size (g_ptr_array_index (texts, i)));
  run_mutations (texts, n, seed);

  return 0;
}
