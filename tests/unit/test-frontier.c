/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <string.h>

#include "record/charter-hex-private.h"
#include "record/charter-leaf-private.h"

/* The leaves and roots that every implementation of RFC 6962 is tried with. */
static const struct
{
  const char *leaf;
  gsize       length;
  const char *root;       /* of the tree that ends with it, first four bytes */
} standard[] = {
  { "", 0, "6e340b9c" },
  { "\x00", 1, "fac54203" },
  { "\x10", 1, "aeb6bcfe" },
  { "\x20\x21", 2, "d37ee418" },
  { "\x30\x31", 2, "4e3bbb1f" },
  { "\x40\x41\x42\x43", 4, "76e67dad" },
  { "\x50\x51\x52\x53\x54\x55\x56\x57", 8, "ddb89be4" },
  { "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f", 16, "5dc9da79" },
};

static char *
root_text (const CharterFrontier *frontier)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint8 root[32];

  charter_frontier_root (frontier, root);
  charter_hex_append (text, root, sizeof root);

  return g_strdup (text->str);
}

CHARTER_TEST (frontier, standard_roots)
{
  CharterFrontier frontier;

  charter_frontier_init (&frontier);
  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    {
      g_autofree char *root = NULL;

      charter_frontier_push (&frontier, standard[i].leaf, standard[i].length);
      root = root_text (&frontier);
      cr_assert (g_str_has_prefix (root, standard[i].root), "leaf %u: %s", i, root);
    }
}

CHARTER_TEST (frontier, root_of_nothing)
{
  g_autofree char *root = NULL;
  CharterFrontier frontier;

  charter_frontier_init (&frontier);
  root = root_text (&frontier);
  charter_assert_str (root, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* The definition of RFC 6962 §2.1, word by word. */
static void
slow_root (guint first,
           guint n,
           guint8 out[32])
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = 32;
  guint k = 1;

  if (n == 1)
    {
      g_autofree char *leaf = g_strdup_printf ("leaf %u", first);

      g_checksum_update (checksum, (const guchar *) "\x00", 1);
      g_checksum_update (checksum, (const guchar *) leaf, -1);
    }
  else if (n > 1)
    {
      guint8 left[32], right[32];

      while (k * 2 < n)
        k *= 2;
      slow_root (first, k, left);
      slow_root (first + k, n - k, right);
      g_checksum_update (checksum, (const guchar *) "\x01", 1);
      g_checksum_update (checksum, left, 32);
      g_checksum_update (checksum, right, 32);
    }
  g_checksum_get_digest (checksum, out, &size);
}

/* Pushing and, at random places, going through the text must give what the definition says. */
static void
compare_growth (GRand *random,
                guint  size)
{
  CharterFrontier frontier;
  guint8 root[32], expected[32];

  charter_frontier_init (&frontier);
  for (guint i = 0; i < size; i++)
    {
      g_autofree char *leaf = g_strdup_printf ("leaf %u", i);

      charter_frontier_push (&frontier, leaf, strlen (leaf));
      if (g_rand_int_range (random, 0, 8) == 0)
        {
          g_autofree char *text = charter_frontier_to_text (&frontier);
          CharterFrontier read;
          GError *error = NULL;

          cr_assert (charter_frontier_from_text (&read, text, &error), "%s", error->message);
          frontier = read;
        }
    }
  cr_assert (frontier.size == size);
  cr_assert ((int) frontier.n_roots == __builtin_popcount (size));
  charter_frontier_root (&frontier, root);
  slow_root (0, size, expected);
  cr_assert (memcmp (root, expected, 32) == 0, "size %u", size);
}

CHARTER_TEST (frontier, grows_as_defined)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (6962);

  for (guint size = 0; size <= 70; size++)
    compare_growth (random, size);
  for (guint i = 0; i < 20; i++)
    compare_growth (random, g_rand_int_range (random, 71, 1500));
}

CHARTER_TEST (frontier, text)
{
  g_autofree char *empty = NULL;
  g_autofree char *three = NULL;
  CharterFrontier frontier;
  GError *error = NULL;

  charter_frontier_init (&frontier);
  empty = charter_frontier_to_text (&frontier);
  charter_assert_str (empty, "{\"frontier\":[],\"size\":0}");
  cr_assert (charter_frontier_from_text (&frontier, empty, &error));
  cr_assert (charter_frontier_from_text (&frontier, "", &error));
  cr_assert (frontier.size == 0 && frontier.n_roots == 0);

  for (guint i = 0; i < 3; i++)
    charter_frontier_push (&frontier, standard[i].leaf, standard[i].length);
  three = charter_frontier_to_text (&frontier);
  charter_assert_str (three,
                      "{\"frontier\":["
                      "\"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125\","
                      "\"0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7\"],\"size\":3}");
}

#define HASH "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"

CHARTER_TEST (frontier, bad_texts)
{
  static const char *const texts[] = {
    "{}", "[]", "null", "1", "x", "{\"frontier\":[],\"size\":1}",
    "{\"frontier\":[\"" HASH "\"],\"size\":0}",
    "{\"frontier\":[\"" HASH "\"],\"size\":3}",
    "{\"frontier\":[\"" HASH "\",\"" HASH "\"],\"size\":2}",
    "{\"frontier\":[\"AA\"],\"size\":1}", "{\"frontier\":[1],\"size\":1}",
    "{\"frontier\":{},\"size\":0}",
    "{\"frontier\":[],\"size\":-1}", "{\"frontier\":[],\"size\":\"0\"}",
    "{\"frontier\":[],\"more\":1,\"size\":0}",
    "{\"size\":0}", "{\"frontier\":[]}", "{\"size\":0,\"frontier\":[]}",
    " {\"frontier\":[],\"size\":0}",
    "{\"frontier\":[\"FAC54203E7CC696CF0DFCB42C92A1D9DBAF70AD9E621F4BD8D98662F00E3C125\"],\"size\":1}",
    "{\"frontier\":[],\"size\":9007199254740992}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      CharterFrontier frontier;

      cr_assert (!charter_frontier_from_text (&frontier, texts[i], &error), "%s", texts[i]);
      charter_assert_error (error, CHARTER_ERROR, CHARTER_ERROR_DAMAGED);
      cr_assert (frontier.size == 0);
    }
}
