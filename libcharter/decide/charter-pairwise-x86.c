/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-pairwise-private.h"

#ifdef __x86_64__

#include <immintrin.h>

/* SSE2 is there on every x86-64; AVX2 is asked for. Both compare signed numbers only, so the
 * highest bit of each rank is flipped when rows are turned into columns. */

#define AVX2 __attribute__ ((target ("avx2")))
#define TILE_I 2u
#define TILE_J 4u

G_STATIC_ASSERT (CHARTER_PAIRWISE_COLUMN <= 16 * 255);

/* Rows into columns */

/* 16 × 16 bytes: after four rounds of interleaving rows with those eight further on, byte k of
 * each row stands in vector k. */
static inline void
turn_bytes_once (const __m128i in[16],
                 __m128i       out[16])
{
#pragma GCC unroll 8
  for (guint i = 0; i < 8; i++)
    {
      out[2 * i] = _mm_unpacklo_epi8 (in[i], in[i + 8]);
      out[2 * i + 1] = _mm_unpackhi_epi8 (in[i], in[i + 8]);
    }
}

static void
turn_bytes_block (const CharterPairwiseWork *work,
                  guint                      row,
                  guint                      option)
{
  const __m128i flip = _mm_set1_epi8 (-128);
  const guint8 *ranks = work->rows + (gsize) row * work->stride + option;
  guint n_rows = row < work->n_rows ? MIN (work->n_rows - row, 16) : 0;
  guint n_columns = MIN (work->n_options - option, 16);
  __m128i a[16], b[16];

#pragma GCC unroll 16
  for (guint i = 0; i < 16; i++, ranks += work->stride)
    a[i] = i < n_rows ? _mm_xor_si128 (_mm_loadu_si128 ((const __m128i *) ranks), flip)
                      : _mm_setzero_si128 ();
  turn_bytes_once (a, b);
  turn_bytes_once (b, a);
  turn_bytes_once (a, b);
  turn_bytes_once (b, a);
  for (guint i = 0; i < n_columns; i++)
    _mm_storeu_si128 ((__m128i *) (work->columns + (gsize) (option + i) * work->length + row), a[i]);
}

static inline void
turn_words_once (const __m128i in[8],
                 __m128i       out[8])
{
#pragma GCC unroll 4
  for (guint i = 0; i < 4; i++)
    {
      out[2 * i] = _mm_unpacklo_epi16 (in[i], in[i + 4]);
      out[2 * i + 1] = _mm_unpackhi_epi16 (in[i], in[i + 4]);
    }
}

static void
turn_words_block (const CharterPairwiseWork *work,
                  guint                      row,
                  guint                      option)
{
  const __m128i flip = _mm_set1_epi16 (G_MININT16);
  const guint8 *ranks = work->rows + (gsize) row * work->stride + option * 2;
  guint16 *columns = (guint16 *) (gpointer) work->columns;
  guint n_rows = row < work->n_rows ? MIN (work->n_rows - row, 8) : 0;
  guint n_columns = MIN (work->n_options - option, 8);
  __m128i a[8], b[8];

#pragma GCC unroll 8
  for (guint i = 0; i < 8; i++, ranks += work->stride)
    a[i] = i < n_rows ? _mm_xor_si128 (_mm_loadu_si128 ((const __m128i *) ranks), flip)
                      : _mm_setzero_si128 ();
  turn_words_once (a, b);
  turn_words_once (b, a);
  turn_words_once (a, b);
  for (guint i = 0; i < n_columns; i++)
    _mm_storeu_si128 ((__m128i *) (columns + (gsize) (option + i) * work->length + row), b[i]);
}

static void
turn (const CharterPairwiseWork *work)
{
  guint step = work->wide ? 8 : 16;

  for (guint row = 0; row < work->length; row += step)
    for (guint option = 0; option < work->n_options; option += step)
      {
        if (work->wide)
          turn_words_block (work, row, option);
        else
          turn_bytes_block (work, row, option);
      }
}

/* Columns compared: a tile of TILE_I × TILE_J places of the matrix keeps its counters in
 * registers. A tile that would reach past the last option takes the last ones again, and does not
 * put them down. */

typedef struct
{
  const guint8 *better[TILE_I];
  const guint8 *worse[TILE_J];
  gsize         size;         /* of a column, in bytes */
} Tile;

static Tile
tile_at (const CharterPairwiseWork *work,
         guint                      i,
         guint                      j)
{
  guint last = work->n_options - 1;
  Tile tile = { .size = (gsize) work->length * (work->wide ? 2 : 1) };

  for (guint k = 0; k < TILE_I; k++)
    tile.better[k] = work->columns + MIN (i + k, last) * tile.size;
  for (guint k = 0; k < TILE_J; k++)
    tile.worse[k] = work->lanes + MIN (j + k, last) * tile.size;

  return tile;
}

static void
put_down (const CharterPairwiseWork *work,
          guint                      i,
          guint                      j,
          guint64                    found[TILE_I][TILE_J])
{
  guint n = work->n_options;

  for (guint k = 0; k < TILE_I && i + k < n; k++)
    for (guint l = 0; l < TILE_J && j + l < n; l++)
      work->matrix[(gsize) (i + k) * n + j + l] += (gint64) (found[k][l] << work->shift);
}

typedef void (*CountTile) (const Tile *tile,
                           guint64     found[TILE_I][TILE_J]);

static void
count_tiles (const CharterPairwiseWork *work,
             CountTile                  count_tile)
{
  for (guint i = 0; i < work->n_options; i += TILE_I)
    for (guint j = 0; j < work->n_options; j += TILE_J)
      {
        Tile tile = tile_at (work, i, j);
        guint64 found[TILE_I][TILE_J];

        count_tile (&tile, found);
        put_down (work, i, j, found);
      }
}

/* SSE2 */

static inline guint64
sum_bytes (__m128i counters)
{
  __m128i sums = _mm_sad_epu8 (counters, _mm_setzero_si128 ());

  return (guint64) _mm_cvtsi128_si64 (_mm_add_epi64 (sums, _mm_unpackhi_epi64 (sums, sums)));
}

/* At most 256 times 2048 / 8: the sums of pairs fit. */
static inline guint64
sum_words (__m128i counters)
{
  __m128i sums = _mm_madd_epi16 (counters, _mm_set1_epi16 (1));

  sums = _mm_add_epi32 (sums, _mm_shuffle_epi32 (sums, _MM_SHUFFLE (1, 0, 3, 2)));
  sums = _mm_add_epi32 (sums, _mm_shuffle_epi32 (sums, _MM_SHUFFLE (2, 3, 0, 1)));
  return (guint64) _mm_cvtsi128_si32 (sums);
}

static void
sse2_bytes (const Tile *tile,
            guint64     found[TILE_I][TILE_J])
{
  __m128i counters[TILE_I][TILE_J] = { 0 };

  for (gsize at = 0; at < tile->size; at += 16)
    {
      __m128i better[TILE_I];

#pragma GCC unroll 2
      for (guint k = 0; k < TILE_I; k++)
        better[k] = _mm_loadu_si128 ((const __m128i *) (tile->better[k] + at));
#pragma GCC unroll 4
      for (guint l = 0; l < TILE_J; l++)
        {
          __m128i worse = _mm_loadu_si128 ((const __m128i *) (tile->worse[l] + at));

#pragma GCC unroll 2
          for (guint k = 0; k < TILE_I; k++)
            counters[k][l] = _mm_sub_epi8 (counters[k][l], _mm_cmplt_epi8 (better[k], worse));
        }
    }
  for (guint k = 0; k < TILE_I; k++)
    for (guint l = 0; l < TILE_J; l++)
      found[k][l] = sum_bytes (counters[k][l]);
}

static void
sse2_words (const Tile *tile,
            guint64     found[TILE_I][TILE_J])
{
  __m128i counters[TILE_I][TILE_J] = { 0 };

  for (gsize at = 0; at < tile->size; at += 16)
    {
      __m128i better[TILE_I];

#pragma GCC unroll 2
      for (guint k = 0; k < TILE_I; k++)
        better[k] = _mm_loadu_si128 ((const __m128i *) (tile->better[k] + at));
#pragma GCC unroll 4
      for (guint l = 0; l < TILE_J; l++)
        {
          __m128i worse = _mm_loadu_si128 ((const __m128i *) (tile->worse[l] + at));

#pragma GCC unroll 2
          for (guint k = 0; k < TILE_I; k++)
            counters[k][l] = _mm_sub_epi16 (counters[k][l], _mm_cmplt_epi16 (better[k], worse));
        }
    }
  for (guint k = 0; k < TILE_I; k++)
    for (guint l = 0; l < TILE_J; l++)
      found[k][l] = sum_words (counters[k][l]);
}

static void
sse2_count (const CharterPairwiseWork *work)
{
  count_tiles (work, work->wide ? sse2_words : sse2_bytes);
}

static gboolean
has_sse2 (void)
{
  return TRUE;
}

const CharterPairwiseVersion charter_pairwise_sse2 = {
  "sse2", has_sse2, 0x80, 0x8000, turn, sse2_count
};

/* AVX2 */

AVX2 static inline __m128i
add_halves_bytes (__m256i counters)
{
  __m256i sums = _mm256_sad_epu8 (counters, _mm256_setzero_si256 ());

  return _mm_add_epi64 (_mm256_castsi256_si128 (sums), _mm256_extracti128_si256 (sums, 1));
}

AVX2 static void
avx2_bytes (const Tile *tile,
            guint64     found[TILE_I][TILE_J])
{
  __m256i counters[TILE_I][TILE_J] = { 0 };

  for (gsize at = 0; at < tile->size; at += 32)
    {
      __m256i better[TILE_I];

#pragma GCC unroll 2
      for (guint k = 0; k < TILE_I; k++)
        better[k] = _mm256_loadu_si256 ((const __m256i *) (tile->better[k] + at));
#pragma GCC unroll 4
      for (guint l = 0; l < TILE_J; l++)
        {
          __m256i worse = _mm256_loadu_si256 ((const __m256i *) (tile->worse[l] + at));

#pragma GCC unroll 2
          for (guint k = 0; k < TILE_I; k++)
            counters[k][l] = _mm256_sub_epi8 (counters[k][l],
                                              _mm256_cmpgt_epi8 (worse, better[k]));
        }
    }
  for (guint k = 0; k < TILE_I; k++)
    for (guint l = 0; l < TILE_J; l++)
      {
        __m128i sums = add_halves_bytes (counters[k][l]);

        found[k][l] = (guint64) (_mm_cvtsi128_si64 (sums) + _mm_extract_epi64 (sums, 1));
      }
}

AVX2 static void
avx2_words (const Tile *tile,
            guint64     found[TILE_I][TILE_J])
{
  __m256i counters[TILE_I][TILE_J] = { 0 };

  for (gsize at = 0; at < tile->size; at += 32)
    {
      __m256i better[TILE_I];

#pragma GCC unroll 2
      for (guint k = 0; k < TILE_I; k++)
        better[k] = _mm256_loadu_si256 ((const __m256i *) (tile->better[k] + at));
#pragma GCC unroll 4
      for (guint l = 0; l < TILE_J; l++)
        {
          __m256i worse = _mm256_loadu_si256 ((const __m256i *) (tile->worse[l] + at));

#pragma GCC unroll 2
          for (guint k = 0; k < TILE_I; k++)
            counters[k][l] = _mm256_sub_epi16 (counters[k][l],
                                               _mm256_cmpgt_epi16 (worse, better[k]));
        }
    }
  for (guint k = 0; k < TILE_I; k++)
    for (guint l = 0; l < TILE_J; l++)
      found[k][l] = sum_words (_mm_add_epi16 (_mm256_castsi256_si128 (counters[k][l]),
                                              _mm256_extracti128_si256 (counters[k][l], 1)));
}

static void
avx2_count (const CharterPairwiseWork *work)
{
  count_tiles (work, work->wide ? avx2_words : avx2_bytes);
}

static gboolean
has_avx2 (void)
{
  return __builtin_cpu_supports ("avx2");
}

const CharterPairwiseVersion charter_pairwise_avx2 = {
  "avx2", has_avx2, 0x80, 0x8000, turn, avx2_count
};

#endif
