/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Elections whose bytes and results are known. */
typedef struct
{
  const char *name;
  char        kind;         /* 'U': random orders of all options; 'R': camps, cut, some equal */
  guint       n_ballots, n_options;
  const char *digest;       /* SHA-256, the first 16 digits */
  gint64      over, under;  /* votes for c00 over c01, and for c01 over c00 */
  int         winner;       /* over every other option; -1: there is none */
  const char *order;        /* Schulze's, of which this is the start */
} Sample;

extern const Sample samples[];
extern const guint n_samples;

const Sample *sample_find     (const char   *name);
/* Ends the program where the bytes are others. */
GBytes       *sample_generate (const Sample *self);
/* A matrix of pairs with nothing regular in it: n × n numbers, 0 on the diagonal. */
gint64       *generate_pairs  (guint         n);
