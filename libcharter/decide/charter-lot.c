/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-choosing-private.h"

#include <string.h>

/* The lot: a draw that nobody holds and everybody can check, in the spirit of RFC 3797.
 *
 *   ballots = SHA-256 over the data of every ballot and withdrawal of the voting, in the order of
 *             the record, as it is recorded (sealed and private members as their commitments), each
 *             in RFC 8785 form and followed by a newline
 *   seed    = SHA-256 over "charter-lot-1", a zero byte, the id of the charter, a zero byte, the id
 *             of the decision, a zero byte, and the ballots' digest in lower-case hex
 *
 * The options in the order of their ids are shuffled (Fisher and Yates, from the last place down):
 * a place i, counted from 0, changes with place w mod (i + 1), where w is the next 64-bit word of
 * SHA-256 over the seed in hex, a zero byte, and a counter from 0 in decimal, four words of eight
 * bytes each, the highest byte first.  A word at or above the largest multiple of i + 1 that fits
 * 64 bits is passed over, so that no order is likelier than another.  One draw serves the whole
 * decision.
 *
 * The commitments hold salts of 32 random bytes, so that nobody knows the draw before the last
 * ballot is in. */

typedef struct
{
  const char *seed;
  guint       counter;
  guint8      block[32];
  gsize       used;
} Stream;

static void
next_block (Stream *self)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *count = g_strdup_printf ("%u", self->counter++);
  gsize length = sizeof self->block;

  g_checksum_update (sum, (const guchar *) self->seed, -1);
  g_checksum_update (sum, (const guchar *) "", 1);
  g_checksum_update (sum, (const guchar *) count, -1);
  g_checksum_get_digest (sum, self->block, &length);
  self->used = 0;
}

static guint64
next_word (Stream *self)
{
  guint64 word = 0;

  if (self->used == sizeof self->block)
    next_block (self);
  for (guint i = 0; i < 8; i++)
    word = word << 8 | self->block[self->used++];

  return word;
}

static guint
below (Stream *self,
       guint   n)
{
  guint64 last = G_MAXUINT64 - G_MAXUINT64 % n, word;

  do
    word = next_word (self);
  while (word >= last);

  return (guint) (word % n);
}

static int
compare_by_id (gconstpointer a,
               gconstpointer b,
               gpointer      ids)
{
  const char *const *names = ids;

  return strcmp (names[*(const guint *) a], names[*(const guint *) b]);
}

static GArray *
shuffle (const char        *seed,
         const char *const *ids,
         guint              n)
{
  Stream stream = { .seed = seed, .used = sizeof stream.block };
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_by_id, (gpointer) ids);
  for (guint i = n; i > 1; i--)
    {
      guint k = below (&stream, i), swapped = g_array_index (order, guint, k);

      g_array_index (order, guint, k) = g_array_index (order, guint, i - 1);
      g_array_index (order, guint, i - 1) = swapped;
    }

  return order;
}

/* What is public */

static int
compare_seq (gconstpointer a,
             gconstpointer b)
{
  const CharterFact *x = *(const CharterFact *const *) a, *y = *(const CharterFact *const *) b;

  return x->seq < y->seq ? -1 : x->seq > y->seq;
}

/* Corrections cannot touch a ballot, and what comes after the closing is not of this voting. */
static char *
digest_ballots (const CharterDecided *decided,
                guint32               since)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GPtrArray) facts = g_ptr_array_new ();
  guint32 end = decided->closed != NULL ? decided->closed->seq : G_MAXUINT32;

  charter_scene_collect (&decided->scene, decided->decision, CHARTER_KIND ("ballot-cast"), facts);
  charter_scene_collect (&decided->scene, decided->decision, CHARTER_KIND ("ballot-withdrawn"),
                         facts);
  g_ptr_array_sort (facts, compare_seq);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterFact *fact = facts->pdata[i];
      g_autofree char *text = NULL;

      if (fact->seq <= since || fact->seq >= end)
        continue;
      text = charter_node_to_text (fact->data);
      g_checksum_update (sum, (const guchar *) text, -1);
      g_checksum_update (sum, (const guchar *) "\n", 1);
    }

  return g_strdup (g_checksum_get_string (sum));
}

static char *
make_seed (const CharterLot *lot)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *parts[] = { "charter-lot-1", lot->charter, lot->decision };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_checksum_update (sum, (const guchar *) parts[i], -1);
      g_checksum_update (sum, (const guchar *) "", 1);
    }
  g_checksum_update (sum, (const guchar *) lot->ballots, -1);

  return g_strdup (g_checksum_get_string (sum));
}

CharterLot *
charter_lot_draw (const CharterDecided *decided,
                  guint32               since,
                  const char *const    *ids,
                  guint                 n)
{
  CharterLot *self = g_new0 (CharterLot, 1);

  self->charter = g_strdup (decided->charter->id);
  self->decision = g_strdup (charter_scene_name (&decided->scene, decided->decision));
  self->ballots = digest_ballots (decided, since);
  self->seed = make_seed (self);
  self->order = shuffle (self->seed, ids, n);

  return self;
}

void
charter_lot_free (CharterLot *self)
{
  g_free (self->charter);
  g_free (self->decision);
  g_free (self->ballots);
  g_free (self->seed);
  g_clear_pointer (&self->order, g_array_unref);
  g_free (self);
}
