/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* Mutations that leave JSON what it is: one token of a text, a string, a number or a word,
 * gives way to another. */

typedef struct
{
  gsize start;
  gsize length;
} FuzzToken;

static const char *const fuzz_tokens[] = {
  "0", "1", "-1", "2", "100", "9007199254740991", "-9007199254740991", "true", "false", "null", "[]", "{}",
  "\"\"", "\"x\"", "\"0/0\"", "\"0/1\"", "\"1/3\"", "\"2/3\"", "\"3/2\"", "\"-1/4\"", "\"9007199254740991/9007199254740990\"",
  "\"P0D\"", "\"P1D\"", "\"P9999Y\"", "\"PT1H\"", "\"P1M\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-01-16\"",
  "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"2026-01-16T10:00:00Z\"", "\"R/2026-03-01/P1D\"",
  "\"FREQ=DAILY\"", "\"FREQ=MONTHLY;BYDAY=-1FR\"", "\"UTC\"", "\"Europe/London\"", "\">\"", "\">=\"", "\"members\"",
  "\"eligible\"", "\"present\"", "\"invited\"", "\"mean-attendance\"", "\"for\"", "\"against\"", "\"abstain\"", "\"object\"",
  "\"cast\"", "\"quorum\"", "\"for+against\"", "\"majority\"", "\"unanimity\"", "\"consent\"", "\"consensus\"",
  "\"lazy-consensus\"", "\"role-holder\"", "\"approval\"", "\"score\"", "\"schulze\"", "\"ranked-pairs\"", "\"copeland\"",
  "\"minimax\"", "\"borda\"", "\"instant-runoff\"", "\"stv\"", "\"A\"", "\"B\"", "\"irv\"", "\"margins\"", "\"split\"", "\"ignored\"", "[1,2]",
  "[[\"A\"],[\"B\"]]", "[[\"B\",\"A\"]]", "9223372036854775807", "9223372036854775808", "\"hare\"", "\"imperiali\"", "\"every-order\"", "\"person\"", "\"partner\"", "\"persons\"", "\"partners\"",
  "\"role:chair\"", "\"constituency:lived\"", "\"opening\"", "\"ballot\"", "\"closing\"", "\"assents\"", "\"lot\"",
  "\"casting-vote\"", "\"status-quo\"", "\"seniority\"", "\"first-ranks\"", "\"safe\"", "\"tests\"", "\"all-voted\"",
  "\"counts-present\"", "\"fixed-base\"", "\"authorised-without\"", "\"qualified-majority\"", "\"units-removed\"",
  "\"colleagues-decide\"", "\"owners\"", "\"owns*\"", "\"existence\"", "\"coverage\"", "\"follow-up\"", "\"precedence\"",
  "\"cadence\"", "\"exactly-one\"", "\"share\"", "\"parity\"", "\"exclusion\"", "\"wording\"", "\"attestation\"",
  "\"p-ana\"", "\"p-ben\"", "\"p-cem\"", "\"p-dee\"", "\"north\"", "\"south\"", "\"west\"", "\"grant\"", "\"name\"", "\"idle\"",
  "\"meet-1\"", "\"meet-2\"", "\"act-1\"", "\"con-1\"", "\"acme\"", "\"ordinary\"", "\"secret\"", "\"chair\"",
  "\"representative\"", "\"treasurer\"", "\"listening\"", "\"honesty\"", "\"e-001\"", "\"e-007\"", "\"e-034\"", "\"e-052\"",
  "\"ballot-cast\"", "\"decision-closed\"", "\"decision-opened\"", "\"decision-reopened\"", "\"entry-corrected\"",
  "\"entry-redacted\"", "\"role-given\"", "\"person-left\"", "\"partner-left\"", "\"delegation-made\"", "\"stepped-out\"",
};

/* The end of the token that starts at @at; @at where none does. */
static gsize
fuzz_token_end (const guint8 *text,
                gsize         size,
                gsize         at)
{
  gsize end = at;

  if (text[at] == '"')
    {
      for (end++; end < size && text[end] != '"'; end++)
        end += text[end] == '\\';
      return MIN (end + 1, size);
    }
  while (end < size && (g_ascii_isalnum (text[end]) || strchr ("+-.", text[end]) != NULL) && text[end] != '\0')
    end++;
  return end;
}

static GArray *
fuzz_find_tokens (const guint8 *text,
                  gsize         size)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (FuzzToken));

  for (gsize at = 0; at < size;)
    {
      FuzzToken token = { at, fuzz_token_end (text, size, at) - at };

      if (token.length > 0)
        g_array_append_val (tokens, token);
      at += MAX (token.length, 1);
    }
  return tokens;
}

/* One token of @text gives way to one of the list, or to another one of the text. */
static void
fuzz_change_token (GByteArray *text,
                   GRand      *random)
{
  g_autoptr(GArray) tokens = fuzz_find_tokens (text->data, text->len);
  g_autofree guint8 *before = g_memdup2 (text->data, text->len);
  gsize length = text->len;
  const char *listed = fuzz_tokens[g_rand_int_range (random, 0, G_N_ELEMENTS (fuzz_tokens))];
  FuzzToken old, new;

  if (tokens->len == 0)
    return;
  old = g_array_index (tokens, FuzzToken, g_rand_int_range (random, 0, (gint32) tokens->len));
  new = g_array_index (tokens, FuzzToken, g_rand_int_range (random, 0, (gint32) tokens->len));
  g_byte_array_set_size (text, (guint) old.start);
  if (g_rand_int_range (random, 0, 4) > 0)
    g_byte_array_append (text, (const guint8 *) listed, (guint) strlen (listed));
  else
    g_byte_array_append (text, before + new.start, (guint) new.length);
  g_byte_array_append (text, before + old.start + old.length, (guint) (length - old.start - old.length));
}
