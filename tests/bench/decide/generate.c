/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "generate.h"

/* One stream of numbers, splitmix64 from 42, draws everything in the order in which it is
 * written. */

#define SEED 42
#define CAMPS 20
#define OPTIONS_MAX 40

const Sample samples[] = {
  { "U-10x10k", 'U', 10000, 10, "2b908834de43618b", 5001, 4999, 6, "6 4 3 7 5 0 1 9 2 8" },
  { "U-10x100k", 'U', 100000, 10, "2ef3a4069ea98e11", 50249, 49751, -1, "5 3 0 2 7 9 6 1 8 4" },
  { "R-10x10k", 'R', 10000, 10, "4072cfb1bcf56f7f", 4888, 3565, 9, "9 2 6 5 8 0 1 3 4 7" },
  { "R-10x100k", 'R', 100000, 10, "af9af6d87c62b1e3", 48889, 35537, 9, "9 2 6 0 5 8 1 3 4 7" },
  { "U-40x10k", 'U', 10000, 40, "d878138fa54c028b", 4979, 5021, -1,
    "16 37 35 22 34 15 12 30 24 29 13 21 4=10 1=27" },
  /* Not published: the first run's own. */
  { "U-10x1M", 'U', 1000000, 10, "d7273ed3876a8349", 500424, 499576, -1, "2 4 5 9 7 3 8 0 6 1" },
};

const guint n_samples = G_N_ELEMENTS (samples);

static guint64 stream;

static guint64
draw (void)
{
  guint64 z;

  stream += 0x9E3779B97F4A7C15;
  z = stream;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

static guint
below (guint n)
{
  return (guint) (draw () % n);
}

static void
swap (guint *list,
      guint  i,
      guint  j)
{
  guint held = list[i];

  list[i] = list[j];
  list[j] = held;
}

static void
shuffle (guint *list,
         guint  n)
{
  for (guint i = 0; i < n; i++)
    list[i] = i;
  for (guint i = n - 1; i > 0; i--)
    swap (list, i, below (i + 1));
}

/* @equal is the place whose option shares its rank with the next one; @n or more: none does. */
static void
write_ballot (GString     *out,
              const guint *list,
              guint        n,
              guint        equal)
{
  for (guint i = 0; i < n; i++)
    {
      char name[] = { 'c', (char) ('0' + list[i] / 10), (char) ('0' + list[i] % 10) };

      if (i > 0)
        g_string_append_c (out, i == equal + 1 ? '=' : '>');
      g_string_append_len (out, name, sizeof name);
    }
  g_string_append_c (out, '\n');
}

static void
write_camp_ballot (GString     *out,
                   guint        camps[CAMPS][OPTIONS_MAX],
                   guint        n)
{
  guint lengths[] = { n, n, n / 2, 3 };
  guint list[OPTIONS_MAX], a = below (CAMPS), b = below (CAMPS), length, equal = n;

  for (guint i = 0; i < n; i++)
    list[i] = camps[MIN (a, b)][i];
  for (guint swaps = below (4); swaps > 0; swaps--)
    {
      guint at = below (n - 1);

      swap (list, at, at + 1);
    }
  length = lengths[below (4)];
  if (below (8) == 0 && length >= 2)
    equal = below (length - 1);
  write_ballot (out, list, length, equal);
}

static GBytes *
generate (const Sample *self)
{
  GString *out = g_string_sized_new ((gsize) self->n_ballots * self->n_options * 4);
  guint camps[CAMPS][OPTIONS_MAX], list[OPTIONS_MAX], n = self->n_options;

  stream = SEED;
  for (guint i = 0; self->kind == 'R' && i < CAMPS; i++)
    shuffle (camps[i], n);
  for (guint i = 0; i < self->n_ballots; i++)
    {
      if (self->kind == 'R')
        {
          write_camp_ballot (out, camps, n);
          continue;
        }
      shuffle (list, n);
      write_ballot (out, list, n, n);
    }
  return g_string_free_to_bytes (out);
}

const Sample *
sample_find (const char *name)
{
  for (guint i = 0; i < n_samples; i++)
    if (g_str_equal (samples[i].name, name))
      return &samples[i];
  g_error ("%s is no sample", name);
}

GBytes *
sample_generate (const Sample *self)
{
  GBytes *text = generate (self);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);

  g_print ("%s: %u ballots of %u options, %zu bytes, SHA-256 %s\n", self->name, self->n_ballots,
           self->n_options, g_bytes_get_size (text), digest);
  if (!g_str_has_prefix (digest, self->digest))
    g_error ("%s: the SHA-256 has to start with %s", self->name, self->digest);
  return text;
}

gint64 *
generate_pairs (guint n)
{
  gint64 *pairs = g_new0 (gint64, (gsize) n * n);

  stream = SEED;
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < i; j++)
      {
        pairs[i * n + j] = below (1000001);
        pairs[j * n + i] = 1000000 - pairs[i * n + j];
      }
  return pairs;
}
