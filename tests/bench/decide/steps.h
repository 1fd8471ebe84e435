/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "decide/charter-election-private.h"
#include "decide/charter-pairwise-private.h"

#include "generate.h"

/* What is measured: each step from the same state. */
typedef struct
{
  const Sample                 *sample;
  const char                   *path;     /* of the text */
  char                        **options;  /* c00, c01, ... */
  CharterElectionData          *packed;
  GBytes                       *bulk;     /* one byte an option, for each ballot */
  gint64                       *matrix;   /* n × n */
  guint                         n;
  char                         *order;
  const CharterPairwiseVersion *version;
} Steps;

typedef void (*Step) (Steps *steps);

/* Writes the text, reads it, and ends the program where a result is another than is known. */
void  steps_set_up    (Steps      *self);
void  steps_tear_down (Steps      *self);
/* Schulze's order of the text, as samples have it. */
char *steps_once      (const char *path);

void step_text_to_packed   (Steps *self);
void step_packed_to_matrix (Steps *self);
void step_version          (Steps *self);
void step_plain_loop       (Steps *self);
void step_matrix_to_paths  (Steps *self);
void step_packed_to_result (Steps *self);
void step_text_to_result   (Steps *self);
void step_bulk_to_result   (Steps *self);
