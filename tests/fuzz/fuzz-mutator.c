/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz-tokens.h"

/* With libFuzzer: half of the mutations change tokens, so that what was JSON stays JSON. */

gsize LLVMFuzzerMutate        (guint8 *data,
                               gsize   size,
                               gsize   max_size);
gsize LLVMFuzzerCustomMutator (guint8  *data,
                               gsize    size,
                               gsize    max_size,
                               unsigned seed);

gsize
LLVMFuzzerCustomMutator (guint8  *data,
                         gsize    size,
                         gsize    max_size,
                         unsigned seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GByteArray) text = NULL;
  guint steps = (guint) g_rand_int_range (random, 0, 6);

  if (steps < 3 || size == 0)
    return LLVMFuzzerMutate (data, size, max_size);
  text = g_byte_array_new ();
  g_byte_array_append (text, data, (guint) size);
  for (; steps > 2; steps--)
    fuzz_change_token (text, random);
  size = MIN (text->len, max_size);
  memcpy (data, text->data, size);
  return size;
}
