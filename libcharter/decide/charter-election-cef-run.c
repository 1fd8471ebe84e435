/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-election-cef-private.h"

#include <string.h>

#include "base/charter-id-private.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Most of a large text is lines like "c03>c01=c00".  64 bytes are looked at together for what
 * ends a name; everything else that may stand in a line makes a name that is not known. */

#define BLOCK 64u
#define AHEAD 8u        /* so many bytes are read from where a name starts */
#define ALWAYS_INLINE __attribute__ ((always_inline)) static inline
#define GROWTH 16u      /* memory for ballots is foreseen up to so many times what is there */

/* Names */

#define FEW_NAMES 64u   /* so few are given places of their own */
#define DRAWS 16u

static const guint64 first_bytes[] = {
  0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff, G_MAXUINT64
};

static void
draw_factor (CharterCefNames *self)
{
  charter_random_bytes ((guint8 *) &self->factor, sizeof self->factor);
  self->factor |= 1;
}

void
charter_cef_names_init (CharterCefNames *self)
{
  memset (self, 0, sizeof *self);
  draw_factor (self);
}

static inline guint64
load (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return GUINT64_FROM_LE (word);
}

static inline gsize
slot_of (guint64 key,
         guint64 factor)
{
  return key * factor >> (64 - CHARTER_CEF_BITS);
}

/* At least eight bytes can be read from @name. */
static inline guint64
key_of (const char *name,
        gsize       length)
{
  guint64 tail;

  if (length <= 8)
    return load (name) & first_bytes[length];
  tail = load (name + length - 8);
  return load (name) ^ (tail << 1 | tail >> 63);
}

static int
find (const CharterCefNames     *self,
      const CharterElectionData *data,
      const char                *name,
      gsize                      length)
{
  guint64 key = key_of (name, length);
  gsize at = slot_of (key, self->factor);

  for (guint i = 0; i < CHARTER_CEF_PROBES; i++, at = (at + 1) % G_N_ELEMENTS (self->slots))
    {
      const CharterCefSlot *slot = &self->slots[at];

      if (slot->length == 0)
        return -1;
      if (slot->key == key && slot->length == length
          && (length <= 8
              || memcmp (charter_election_data_option (data, slot->option), name, length) == 0))
        return (int) slot->option;
    }
  return -1;
}

int
charter_cef_names_find (const CharterCefNames     *self,
                        const CharterElectionData *data,
                        const char                *name,
                        gsize                      length)
{
  char padded[8] = { 0 };

  if (length == 0)
    return -1;
  if (length >= sizeof padded)
    return find (self, data, name, length);
  memcpy (padded, name, length);
  return find (self, data, padded, length);
}

/* Is it where it belongs? */
static gboolean
put (CharterCefNames *self,
     CharterCefSlot   slot)
{
  gsize at = slot_of (slot.key, self->factor);

  for (guint i = 0; i < CHARTER_CEF_PROBES; i++, at = (at + 1) % G_N_ELEMENTS (self->slots))
    if (self->slots[at].length == 0)
      {
        self->slots[at] = slot;
        return i == 0;
      }
  return FALSE;
}

static gboolean
put_option (CharterCefNames           *self,
            const CharterElectionData *data,
            guint                      option)
{
  const char *name = charter_election_data_option (data, option);
  gsize length = strlen (name);
  char padded[8] = { 0 };

  memcpy (padded, name, MIN (length, sizeof padded));
  return put (self, (CharterCefSlot) { key_of (length < 8 ? padded : name, length),
                                       (guint32) length, option });
}

static gboolean
put_all (CharterCefNames           *self,
         const CharterElectionData *data)
{
  gboolean good = TRUE;

  memset (self->slots, 0, sizeof self->slots);
  draw_factor (self);
  for (guint i = 0; i < self->n; i++)
    good &= put_option (self, data, i);
  return good;
}

void
charter_cef_names_add (CharterCefNames           *self,
                       const CharterElectionData *data)
{
  gboolean good;

  if (self->n == CHARTER_CEF_NAMES)
    return;
  good = put_option (self, data, self->n++);
  for (guint i = 0; i < DRAWS && !good && self->n <= FEW_NAMES; i++)
    good = put_all (self, data);
}

/* Memory */

gboolean
charter_cef_reserve (CharterCef *self,
                     const char *at)
{
  CharterElectionData *data = self->data;
  gsize limit = MIN (CHARTER_ELECTION_ROWS_MAX / data->stride, CHARTER_ELECTION_BALLOTS_MAX);
  gsize expected, read = (gsize) (at - self->text), left = (gsize) (self->scan.end - at);

  if (data->n_ballots < data->n_allocated)
    return TRUE;
  if (data->n_ballots >= limit)
    return FALSE;
  /* As many more to the byte as there were, and some. */
  expected = data->n_ballots + 64 + (gsize) ((double) data->n_ballots * 1.02 * (double) left
                                             / (double) MAX (read, 1));
  expected = MIN (expected, MAX (64, (gsize) data->n_ballots * GROWTH));
  charter_election_data_reserve (data, (guint) MIN (expected, limit));
  return TRUE;
}

/* Lines */

#ifdef __SSE2__
static inline guint64
find_16 (const char *text)
{
  __m128i bytes = _mm_loadu_si128 ((const __m128i *) text);
  __m128i found = _mm_or_si128 (_mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('>')),
                                              _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('='))),
                                _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\n')));

  return (guint64) (guint) _mm_movemask_epi8 (found);
}

/* A bit for each of 64 bytes that is '>', '=' or the end of a line. */
static inline guint64
find_marks (const char *text)
{
  return find_16 (text) | find_16 (text + 16) << 16 | find_16 (text + 32) << 32
         | find_16 (text + 48) << 48;
}
#else
static inline guint64
find_marks (const char *text)
{
  guint64 found = 0;

  for (guint i = 0; i < BLOCK; i++)
    found |= (guint64) (text[i] == '>' || text[i] == '=' || text[i] == '\n') << i;
  return found;
}
#endif

/* What the loop below keeps in registers. */
typedef struct
{
  const CharterCefSlot *slots;
  guint64               factor;
  gsize                 stride;
  const char           *line;     /* where the line starts that is being read */
  const char           *name;     /* where the name starts */
  guint8               *row;
  guint                 rank;
  guint64               seen;     /* FEW: options that the line named, a bit each */
} Run;

/* How it is known that an option was not named before on the line. */
typedef enum
{
  FEW,        /* a bit each is kept: to read what was just written takes time */
  BYTES,      /* its byte says so */
  WORDS,
} RunRow;

/* The option that is named before @stop, where not all is as it mostly is. */
static int
find_slowly (const CharterCef *self,
             const char       *name,
             const char       *stop)
{
  if (*stop == '\n' && stop > name && stop[-1] == '\r')
    stop--;
  while (stop > name && stop[-1] == ' ')
    stop--;
  while (name < stop && *name == ' ')
    name++;
  return name == stop ? -1 : find (&self->names, self->data, name, (gsize) (stop - name));
}

/* A short name without blanks around it, in its own place, is found here; blanks at an end make
 * another name of it. */
ALWAYS_INLINE const CharterCefSlot *
find_quickly (const Run *run,
              gsize      length)
{
  guint64 key = load (run->name) & first_bytes[length];
  const CharterCefSlot *slot = &run->slots[slot_of (key, run->factor)];

  return slot->key == key && slot->length == length ? slot : NULL;
}

/* The option that is named before @stop, G_MAXUINT if none is. */
ALWAYS_INLINE guint
find_option (const CharterCef *self,
             const Run        *run,
             const char       *stop)
{
  gsize length = (gsize) (stop - run->name);
  const CharterCefSlot *slot = NULL;

  if (G_LIKELY (length <= 8))
    slot = find_quickly (run, length);
  if (G_LIKELY (slot != NULL && length != 0))
    return slot->option;
  return (guint) find_slowly (self, run->name, stop);
}

ALWAYS_INLINE gboolean
set_rank (Run   *run,
          guint  option,
          RunRow kind)
{
  guint16 *words = (guint16 *) (gpointer) run->row;

  if (kind == FEW ? (run->seen >> option & 1) != 0
      : kind == BYTES ? run->row[option] != CHARTER_UNRANKED
      : words[option] != CHARTER_UNRANKED_WIDE)
    return FALSE;
  run->seen |= (guint64) 1 << (option & 63);
  if (kind == WORDS)
    words[option] = (guint16) run->rank;
  else
    run->row[option] = (guint8) run->rank;
  return TRUE;
}

/* A row that is not counted yet, every option unranked. */
ALWAYS_INLINE gboolean
next_row (CharterCef *self,
          Run        *run)
{
  CharterElectionData *data = self->data;

  if (G_UNLIKELY (data->n_ballots == data->n_allocated) && !charter_cef_reserve (self, run->line))
    return FALSE;
  run->row = charter_election_data_row (data, data->n_ballots);
  run->rank = 0;
  run->seen = 0;
  memset (run->row, CHARTER_UNRANKED, run->stride == 16 ? 16 : run->stride);
  return TRUE;
}

static inline void
count_row (CharterElectionData *data)
{
  if (data->counts != NULL)
    data->counts[data->n_ballots] = 1;
  if (data->weights != NULL)
    data->weights[data->n_ballots] = 1;
  data->n_ballots++;
}

/* FALSE where the line is none to be read here. */
ALWAYS_INLINE gboolean
take_mark (CharterCef *self,
           Run        *run,
           const char *mark,
           RunRow      kind)
{
  guint option = find_option (self, run, mark);

  if (G_UNLIKELY (option == G_MAXUINT || !set_rank (run, option, kind)))
    return FALSE;
  run->name = mark + 1;
  run->rank += *mark == '>';
  if (*mark != '\n')
    return TRUE;
  count_row (self->data);
  run->line = mark + 1;
  return next_row (self, run);
}

/* Where the first line starts that was not taken in. */
ALWAYS_INLINE const char *
take_lines (CharterCef *self,
            RunRow      kind)
{
  Run run = {
    .slots = self->names.slots, .factor = self->names.factor,
    .stride = self->data->stride, .line = self->scan.rest, .name = self->scan.rest,
  };
  const char *end = self->scan.end;

  if (!next_row (self, &run))
    return run.line;
  for (const char *at = run.line; end - at >= BLOCK + AHEAD; at += BLOCK)
    for (guint64 marks = find_marks (at); marks != 0; marks &= marks - 1)
      if (!take_mark (self, &run, at + __builtin_ctzll (marks), kind))
        return run.line;
  return run.line;
}

void
charter_cef_run (CharterCef *self)
{
  guint before = self->data->n_ballots, n;

  if (self->names.n == 0 || self->total > G_MAXINT64 - CHARTER_ELECTION_BALLOTS_MAX)
    return;
  self->scan.rest = self->data->wide ? take_lines (self, WORDS)
                    : charter_election_data_n_options (self->data) > 64 ? take_lines (self, BYTES)
                    : take_lines (self, FEW);
  n = self->data->n_ballots - before;
  self->total += n;
  self->scan.number += n;
}
