/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <string.h>

#include "base/charter-time-private.h"
#include "format/charter-kinds-private.h"
#include "record/charter-hex-private.h"
#include "record/charter-leaf-private.h"

#define AT G_GINT64_CONSTANT (1772445600)   /* 2026-03-02T10:00:00Z */

/* A leaf as written, its openings, and the same read back. */
typedef struct
{
  CharterArena    *arena;
  CharterProblems *problems;
  char            *leaf;
  GPtrArray       *texts;       /* openings */
  CharterLeaf      read;
  CharterOpening   openings[8];
} Written;

static const CharterNode *
read_json (CharterArena *arena,
           const char   *text)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *node = charter_json_read (arena, text, strlen (text), CHARTER_PROFILE_RECORD,
                                               CHARTER_READ_NONE, NULL, problems);

  cr_assert (node != NULL, "%s: %s", text, charter_problems_get (problems, 0)->message);

  return node;
}

static const char *
first_message (CharterProblems *problems)
{
  return charter_problems_get_count (problems) > 0 ? charter_problems_get (problems, 0)->message : "";
}

static void
write_parts (Written          *self,
             CharterLeafParts  parts,
             const char       *kind,
             const char       *data)
{
  self->arena = charter_arena_new ();
  self->problems = charter_problems_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  parts.kind = charter_kind_lookup (kind);
  parts.seq = 12;
  parts.at = AT;
  parts.recorded = AT + 4;
  parts.id = "e-1";
  parts.data = read_json (self->arena, data);
  self->leaf = charter_leaf_write (&parts, self->texts);

  cr_assert (charter_leaf_read (self->arena, self->leaf, strlen (self->leaf), 12, &self->read,
                                self->problems),
             "%s: %s", self->leaf, first_message (self->problems));
  for (guint i = 0; i < self->texts->len; i++)
    cr_assert (charter_opening_read (self->arena, g_ptr_array_index (self->texts, i),
                                     &self->openings[i],
                                     self->problems),
               "%s", first_message (self->problems));
}

static void
written_clear (Written *self)
{
  charter_arena_unref (self->arena);
  charter_problems_free (self->problems);
  g_ptr_array_unref (self->texts);
  g_free (self->leaf);
}

/* SHA-256 ("charter-commitment-1", 0, salt, value), put together by hand. */
static char *
commit_by_hand (const char *salt_digits,
                const char *value)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 salt[32];

  cr_assert (charter_hex_read (salt_digits, 64, salt, 32));
  g_byte_array_append (bytes, (const guint8 *) "charter-commitment-1\0", 21);
  g_byte_array_append (bytes, salt, 32);
  g_byte_array_append (bytes, (const guint8 *) value, strlen (value));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
}

/* The digits after "salt":" in the text of an opening, without any reader. */
static char *
salt_of (const char *opening)
{
  const char *start = strstr (opening, "\"salt\":\"");

  cr_assert (start != NULL, "%s", opening);

  return g_strndup (start + strlen ("\"salt\":\""), 64);
}

static void
expect_opening (Written    *self,
                guint       index,
                const char *pointer,
                const char *value)
{
  const char *text = g_ptr_array_index (self->texts, index);
  g_autofree char *salt = salt_of (text);
  g_autofree char *expected =
    g_strdup_printf ("{\"pointer\":\"%s\",\"salt\":\"%s\",\"seq\":12,\"value\":%s}",
                                               pointer, salt, value);
  g_autofree char *digits = commit_by_hand (salt, value);
  g_autofree char *commitment = g_strdup_printf ("{\"commitment\":\"%s\"}", digits);

  charter_assert_str (text, expected);
  cr_assert (strstr (self->leaf, commitment) != NULL, "%s not in %s", commitment, self->leaf);
}

static void
expect_reveal (Written    *self,
               guint       n_openings,
               gboolean    with_sealed,
               const char *data)
{
  const CharterNode *node = charter_leaf_reveal (self->arena, &self->read, self->openings,
                                                 n_openings,
                                                 with_sealed);
  g_autofree char *text = charter_node_to_text (charter_node_member (node, "data"));

  charter_assert_str (text, data);
}

CHARTER_TEST (leaf, commitment)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  static const struct { const char *given, *canonical; } values[] = {
    { "\"\"", "\"\"" },
    { "\"Ren\\u00e9e \\/ \\n\"", "\"Renée / \\n\"" },
    { "[ 1, \"b\" ]", "[1,\"b\"]" },
    { "{\"b\": 2, \"a\": {\"d\": true, \"c\": null}}", "{\"a\":{\"c\":null,\"d\":true},\"b\":2}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *expected = NULL;
      guint8 salt[CHARTER_SALT_SIZE];
      GString *digits = g_string_new (NULL);
      char hex[65];

      memset (salt, (int) (i * 85), sizeof salt);
      charter_hex_append (digits, salt, sizeof salt);
      expected = commit_by_hand (digits->str, values[i].canonical);
      charter_commitment (salt, read_json (arena, values[i].given), hex);
      charter_assert_str (hex, expected);
      g_string_free (digits, TRUE);
    }
}

/* Known from outside: printf 'charter-commitment-1\0…' | sha256sum, 32 zero bytes, "a". */
CHARTER_TEST (leaf, commitment_known)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  guint8 salt[CHARTER_SALT_SIZE] = { 0 };
  char hex[65];

  charter_commitment (salt, read_json (arena, "\"a\""), hex);
  charter_assert_str (hex, "f3bf160b37d1c483d7d01deb07766fdbaeb466442e3031e37ba9dd70e660bae3");
}

CHARTER_TEST (leaf, clear)
{
  Written written;

  write_parts (&written, (CharterLeafParts) { .by = "p-1" }, "stepped-out",
               "{\"person\": \"p-1\", \"decision\": \"d-1\"}");
  charter_assert_str (written.leaf,
                      "{\"at\":\"2026-03-02T10:00:00Z\",\"by\":\"p-1\",\"data\":{\"decision\":\"d-1\","
                      "\"person\":\"p-1\"},\"id\":\"e-1\",\"kind\":\"stepped-out\","
                      "\"recorded\":\"2026-03-02T10:00:04Z\",\"seq\":12}");
  cr_assert (written.texts->len == 0);
  cr_assert (written.read.seq == 12 && written.read.at == AT && written.read.recorded == AT + 4);
  charter_assert_str (written.read.by, "p-1");
  charter_assert_str (written.read.id, "e-1");
  cr_assert (written.read.kind == CHARTER_KIND_STEPPED_OUT);
  charter_assert_str (charter_node_member_string (written.read.data, "person"), "p-1");
  expect_reveal (&written, 0, FALSE, "{\"decision\":\"d-1\",\"person\":\"p-1\"}");
  written_clear (&written);
}

CHARTER_TEST (leaf, without_by)
{
  Written written;

  write_parts (&written, (CharterLeafParts) { .by = NULL }, "concern-acknowledged",
               "{\"concern\": \"c-1\"}");
  cr_assert (written.read.by == NULL);
  cr_assert (strstr (written.leaf, "\"by\"") == NULL);
  written_clear (&written);
}

/* Private values of objects in a list, and beside it. */
CHARTER_TEST (leaf, nested)
{
  Written written;

  write_parts (&written, (CharterLeafParts) { .by = "p-1" }, "decision-published",
               "{\"decision\": \"d-1\", \"where\": \"board\", \"reason\": \"because\", \"views\": ["
               "{\"person\": \"p-1\", \"taken\": \"full\", \"reason\": \"one\"},"
               "{\"person\": \"p-2\", \"taken\": \"no\"},"
               "{\"reason\": \"thr\\u00e9e\", \"person\": \"p-3\", \"taken\": \"part\"}]}");
  cr_assert (written.texts->len == 3);
  expect_opening (&written, 0, "/data/reason", "\"because\"");
  expect_opening (&written, 1, "/data/views/0/reason", "\"one\"");
  expect_opening (&written, 2, "/data/views/2/reason", "\"thrée\"");
  cr_assert (strstr (written.leaf, "because") == NULL && strstr (written.leaf, "one") == NULL);

  expect_reveal (&written, 3, FALSE,
                 "{\"decision\":\"d-1\",\"reason\":\"because\",\"views\":["
                 "{\"person\":\"p-1\",\"reason\":\"one\",\"taken\":\"full\"},"
                 "{\"person\":\"p-2\",\"taken\":\"no\"},"
                 "{\"person\":\"p-3\",\"reason\":\"thrée\",\"taken\":\"part\"}],\"where\":\"board\"}");
  expect_reveal (&written, 2, TRUE,
                 "{\"decision\":\"d-1\",\"reason\":\"because\",\"views\":["
                 "{\"person\":\"p-1\",\"reason\":\"one\",\"taken\":\"full\"},"
                 "{\"person\":\"p-2\",\"taken\":\"no\"},"
                 "{\"person\":\"p-3\",\"reason\":{\"redacted\":true},\"taken\":\"part\"}],\"where\":\"board\"}");
  written_clear (&written);
}

CHARTER_TEST (leaf, sealed)
{
  Written written;

  write_parts (&written, (CharterLeafParts) { .by = NULL }, "concern-raised",
               "{\"id\": \"c-1\", \"track\": \"complaint\", \"text\": \"It is so\", \"reporter\": \"Ada\", "
               "\"about\": [\"p-2\", \"p-1\"]}");
  cr_assert (written.texts->len == 3);
  expect_opening (&written, 0, "/data/about", "[\"p-2\",\"p-1\"]");
  expect_opening (&written, 1, "/data/reporter", "\"Ada\"");
  expect_opening (&written, 2, "/data/text", "\"It is so\"");
  expect_reveal (&written, 3, FALSE, "{\"id\":\"c-1\",\"track\":\"complaint\"}");
  expect_reveal (&written, 2, TRUE,
                 "{\"about\":[\"p-2\",\"p-1\"],\"id\":\"c-1\",\"reporter\":\"Ada\","
                 "\"text\":{\"redacted\":true},\"track\":\"complaint\"}");
  written_clear (&written);
}

CHARTER_TEST (leaf, secret_ballots)
{
  static const struct { const char *data, *pointer, *value; } ballots[] = {
    { "{\"decision\": \"d-1\", \"voter\": \"p-1\", \"choice\": \"for\"}", "/data/choice",
      "\"for\"" },
    { "{\"decision\": \"d-1\", \"voter\": \"p-1\", \"ranking\": [\"b\", [\"a\", \"c\"]]}",
      "/data/ranking",
      "[\"b\",[\"a\",\"c\"]]" },
    { "{\"decision\": \"d-1\", \"voter\": \"p-1\", \"scores\": {\"b\": 2, \"a\": 1}}",
      "/data/scores",
      "{\"a\":1,\"b\":2}" },
    { "{\"decision\": \"d-1\", \"voter\": \"p-1\", \"approves\": [\"a\"]}", "/data/approves",
      "[\"a\"]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ballots); i++)
    {
      Written open, secret;

      write_parts (&open, (CharterLeafParts) { .by = "p-1" }, "ballot-cast", ballots[i].data);
      cr_assert (open.texts->len == 0);
      cr_assert (strstr (open.leaf, ballots[i].value) != NULL);
      written_clear (&open);

      write_parts (&secret, (CharterLeafParts) { .by = "p-1", .secret = TRUE }, "ballot-cast",
                   ballots[i].data);
      cr_assert (secret.texts->len == 1);
      expect_opening (&secret, 0, ballots[i].pointer, ballots[i].value);
      cr_assert (strstr (secret.leaf, ballots[i].value) == NULL);
      expect_reveal (&secret, 1, FALSE, "{\"decision\":\"d-1\",\"voter\":\"p-1\"}");
      written_clear (&secret);
    }
}

CHARTER_TEST (leaf, anonymous)
{
  static const char data[] = "{\"anonymous\": true, \"clause\": \"c-1\", \"person\": \"p-1\", "
                             "\"question\": \"q-1\", \"score\": 4}";
  Written written;

  write_parts (&written, (CharterLeafParts) { .anonymous = TRUE }, "attestation-made", data);
  cr_assert (written.texts->len == 1);
  expect_opening (&written, 0, "/data/person", "\"p-1\"");
  expect_reveal (&written, 1, FALSE,
                 "{\"anonymous\":true,\"clause\":\"c-1\",\"question\":\"q-1\",\"score\":4}");
  expect_reveal (&written, 1, TRUE,
                 "{\"anonymous\":true,\"clause\":\"c-1\",\"person\":\"p-1\",\"question\":\"q-1\",\"score\":4}");
  written_clear (&written);
}

/* New values are private as in the entry that is corrected. */
CHARTER_TEST (leaf, correction)
{
  Written written;

  write_parts (&written,
               (CharterLeafParts) { .by = "p-1",
                                    .corrects = charter_kinds[CHARTER_KIND_DECISION_PUBLISHED] },
               "entry-corrected",
               "{\"entry\": \"e-0\", \"set\": {\"where\": \"hall\", \"reason\": \"why\"}, \"reason\": \"typo\"}");
  cr_assert (written.texts->len == 2);
  expect_opening (&written, 0, "/data/reason", "\"typo\"");
  expect_opening (&written, 1, "/data/set/reason", "\"why\"");

  expect_reveal (&written, 2, FALSE,
                 "{\"entry\":\"e-0\",\"reason\":\"typo\",\"set\":{\"where\":\"hall\"}}");
  written.read.corrects = charter_kinds[CHARTER_KIND_DECISION_PUBLISHED];
  expect_reveal (&written, 2, FALSE,
                 "{\"entry\":\"e-0\",\"reason\":\"typo\",\"set\":{\"reason\":\"why\",\"where\":\"hall\"}}");
  written_clear (&written);
}

CHARTER_TEST (leaf, salts_differ)
{
  Written one, two;

  write_parts (&one, (CharterLeafParts) { .by = "p-1" }, "decision-withdrawn",
               "{\"decision\": \"d-1\", \"reason\": \"same\"}");
  write_parts (&two, (CharterLeafParts) { .by = "p-1" }, "decision-withdrawn",
               "{\"decision\": \"d-1\", \"reason\": \"same\"}");
  cr_assert (strcmp (one.leaf, two.leaf) != 0);
  cr_assert (strcmp (g_ptr_array_index (one.texts, 0), g_ptr_array_index (two.texts, 0)) != 0);
  written_clear (&one);
  written_clear (&two);
}

/* What does not fit its commitment is not shown. */
CHARTER_TEST (leaf, false_openings)
{
  static const char data[] = "{\"decision\":\"d-1\",\"reason\":{\"redacted\":true}}";
  Written written;

  write_parts (&written, (CharterLeafParts) { .by = "p-1" }, "decision-withdrawn",
               "{\"decision\": \"d-1\", \"reason\": \"true\"}");
  expect_reveal (&written, 1, FALSE, "{\"decision\":\"d-1\",\"reason\":\"true\"}");
  written.openings[0].value = read_json (written.arena, "\"false\"");
  expect_reveal (&written, 1, FALSE, data);
  written.openings[0].value = read_json (written.arena, "\"true\"");
  written.openings[0].salt[31] ^= 1;
  expect_reveal (&written, 1, FALSE, data);
  written.openings[0].salt[31] ^= 1;
  written.openings[0].seq = 11;
  expect_reveal (&written, 1, FALSE, data);
  written.openings[0].seq = 12;
  written.openings[0].pointer = "/data/where";
  expect_reveal (&written, 1, FALSE, data);
  written_clear (&written);
}

CHARTER_TEST (leaf, revealed_whole)
{
  const CharterNode *node;
  g_autofree char *text = NULL;
  Written written;

  write_parts (&written, (CharterLeafParts) { .by = "p-1" }, "decision-withdrawn",
               "{\"decision\": \"d-1\", \"reason\": \"r\"}");
  node = charter_leaf_reveal (written.arena, &written.read, NULL, 0, FALSE);
  text = charter_node_to_text (node);
  charter_assert_str (text,
                      "{\"at\":\"2026-03-02T10:00:00Z\",\"by\":\"p-1\",\"data\":{\"decision\":\"d-1\","
                      "\"reason\":{\"redacted\":true}},\"id\":\"e-1\",\"kind\":\"decision-withdrawn\","
                      "\"recorded\":\"2026-03-02T10:00:04Z\",\"seq\":12}");
  written_clear (&written);
}

/* Damage */

#define HEX64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define LEAF(at, by, data, rest) "{\"at\":" at "," by "\"data\":" data "," rest "}"
#define GOOD_AT "\"2026-03-02T10:00:00Z\""
#define GOOD_BY "\"by\":\"p-1\","
#define GOOD_DATA "{\"decision\":\"d-1\",\"reason\":{\"commitment\":\"" HEX64 "\"}}"
#define REST(id, kind, recorded, seq) "\"id\":" id ",\"kind\":" kind ",\"recorded\":" recorded ",\"seq\":" seq
#define GOOD_REST REST ("\"e-1\"", "\"decision-withdrawn\"", GOOD_AT, "12")

static const struct
{
  const char  *text;
  CharterError code;
  const char  *path;
} damaged[] = {
  { "", CHARTER_ERROR_DAMAGED, "" },
  { "{}", CHARTER_ERROR_DAMAGED, "/at" },
  { "[]", CHARTER_ERROR_DAMAGED, "" },
  { "garbage", CHARTER_ERROR_DAMAGED, "" },
  { " " LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, "" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, GOOD_REST) "\n", CHARTER_ERROR_DAMAGED, "" },
  { LEAF (GOOD_AT, "\"by\": \"p-1\",", GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, NULL },
  { LEAF (GOOD_AT, "\"by\":\"p\\u002d1\",", GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, NULL },
  { LEAF (GOOD_AT, "\"by\":\"p-1\",\"by\":\"p-1\",", GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED,
    NULL },
  { LEAF (GOOD_AT, "\"by\":null,", GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, "/by" },
  { LEAF (GOOD_AT, "\"by\":\"P 1\",", GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, "/by" },
  { LEAF (GOOD_AT, "\"bz\":\"p-1\",", GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, "/bz" },
  { LEAF ("1", GOOD_BY, GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, "/at" },
  { LEAF ("\"2026-02-30T10:00:00Z\"", GOOD_BY, GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED,
    "/at" },
  { LEAF ("\"2026-03-02\"", GOOD_BY, GOOD_DATA, GOOD_REST), CHARTER_ERROR_DAMAGED, "/at" },
  { LEAF (GOOD_AT, GOOD_BY, "[]", GOOD_REST), CHARTER_ERROR_DAMAGED, "/data" },
  { LEAF (GOOD_AT, GOOD_BY, "{}", GOOD_REST), CHARTER_ERROR_DAMAGED, "/data/decision" },
  { LEAF (GOOD_AT, GOOD_BY, "{\"decision\":\"d-1\",\"reason\":\"clear\"}", GOOD_REST),
    CHARTER_ERROR_DAMAGED, "/data/reason" },
  { LEAF (GOOD_AT, GOOD_BY, "{\"decision\":\"d-1\",\"reason\":{\"commitment\":\"00\"}}", GOOD_REST),
    CHARTER_ERROR_DAMAGED, "/data/reason" },
  { LEAF (GOOD_AT, GOOD_BY, "{\"decision\":\"d-1\",\"unknown\":1}", GOOD_REST),
    CHARTER_ERROR_DAMAGED, "/data/unknown" },
  { LEAF (GOOD_AT, GOOD_BY, "{\"decision\":1}", GOOD_REST), CHARTER_ERROR_DAMAGED,
    "/data/decision" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"E 1\"", "\"decision-withdrawn\"", GOOD_AT, "12")),
    CHARTER_ERROR_DAMAGED, "/id" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"e-1\"", "1", GOOD_AT, "12")), CHARTER_ERROR_DAMAGED,
    "/kind" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"e-1\"", "\"decision-dreamt\"", GOOD_AT, "12")),
    CHARTER_ERROR_VERSION, "/kind" },
  { LEAF (GOOD_AT, GOOD_BY, "{\"any\":{\"thing\":1}}",
          REST ("\"e-1\"", "\"zeal-felt\"", GOOD_AT, "12")),
    CHARTER_ERROR_VERSION, "/kind" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"e-1\"", "\"zeal-felt\"", GOOD_AT, "13")),
    CHARTER_ERROR_DAMAGED, "/seq" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"e-1\"", "\"decision-withdrawn\"", "\"x\"", "12")),
    CHARTER_ERROR_DAMAGED, "/recorded" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"e-1\"", "\"decision-withdrawn\"", GOOD_AT, "11")),
    CHARTER_ERROR_DAMAGED, "/seq" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"e-1\"", "\"decision-withdrawn\"", GOOD_AT,
                                             "\"12\"")),
    CHARTER_ERROR_DAMAGED, "/seq" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, REST ("\"e-1\"", "\"decision-withdrawn\"", GOOD_AT, "12.0")),
    CHARTER_ERROR_DAMAGED, NULL },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, GOOD_REST ",\"site\":1"), CHARTER_ERROR_DAMAGED, "/site" },
  { LEAF (GOOD_AT, GOOD_BY, GOOD_DATA,
          "\"kind\":\"decision-withdrawn\",\"recorded\":" GOOD_AT ",\"seq\":12"),
    CHARTER_ERROR_DAMAGED, "/id" },
};

CHARTER_TEST (leaf, damaged)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();
      g_autoptr(GError) error = NULL;
      CharterLeaf leaf;

      cr_assert (!charter_leaf_read (arena, damaged[i].text, strlen (damaged[i].text), 12, &leaf,
                                     problems),
                 "%s", damaged[i].text);
      cr_assert (charter_problems_get_count (problems) > 0);
      cr_assert (!charter_problems_to_error (problems, &error));
      charter_assert_error (error, CHARTER_ERROR, damaged[i].code);
      if (damaged[i].path != NULL)
        charter_assert_str (charter_problems_get (problems, 0)->path, damaged[i].path);
    }
}

/* Every way of cutting a leaf short, and every byte of it changed: never read, or read as
 * what it then says, and never a crash. */
CHARTER_TEST (leaf, cut_and_changed)
{
  static const char good[] = LEAF (GOOD_AT, GOOD_BY, GOOD_DATA, GOOD_REST);
  g_autoptr(CharterArena) arena = charter_arena_new ();
  gsize length = strlen (good);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();
      g_autofree char *text = g_strndup (good, length);
      CharterLeaf leaf;

      cr_assert (!charter_leaf_read (arena, good, i, 12, &leaf, problems));
      for (int c = 0; c < 256; c += 3)
        {
          text[i] = (char) c;
          if (!charter_leaf_read (arena, text, length, 12, &leaf, problems))
            continue;
          cr_assert (leaf.seq == 12 && leaf.kind == CHARTER_KIND_DECISION_WITHDRAWN);
        }
    }
}

CHARTER_TEST (leaf, damaged_openings)
{
  static const struct { const char *text, *path; } openings[] = {
    { "", "" },
    { "[]", "" },
    { "{}", "/pointer" },
    { "{\"pointer\":\"/data/a\",\"salt\":\"" HEX64 "\",\"seq\":1}", "/value" },
    { "{\"pointer\":\"/data/a\",\"salt\":\"" HEX64 "\",\"seq\":0,\"value\":1}", "/seq" },
    { "{\"pointer\":\"/data/a\",\"salt\":\"" HEX64 "\",\"seq\":\"1\",\"value\":1}", "/seq" },
    { "{\"pointer\":\"/data\",\"salt\":\"" HEX64 "\",\"seq\":1,\"value\":1}", "/pointer" },
    { "{\"pointer\":\"data/a\",\"salt\":\"" HEX64 "\",\"seq\":1,\"value\":1}", "/pointer" },
    { "{\"pointer\":1,\"salt\":\"" HEX64 "\",\"seq\":1,\"value\":1}", "/pointer" },
    { "{\"pointer\":\"/data/a\",\"salt\":\"00\",\"seq\":1,\"value\":1}", "/salt" },
    { "{\"pointer\":\"/data/a\",\"salt\":\"0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef\","
      "\"seq\":1,\"value\":1}", "/salt" },
    { "{\"pointer\":\"/data/a\",\"salt\":\"" HEX64 "\",\"seq\":1,\"value\":1,\"zeal\":1}",
      "/zeal" },
    { "{\"pointer\":\"/data/a\",\"salt\":\"" HEX64 "\",\"seq\":1, \"value\":1}", NULL },
  };
  g_autoptr(CharterArena) arena = charter_arena_new ();

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();
      CharterOpening opening;

      cr_assert (!charter_opening_read (arena, openings[i].text, &opening, problems), "%s",
                 openings[i].text);
      cr_assert (charter_problems_get (problems, 0)->code == CHARTER_ERROR_DAMAGED);
      if (openings[i].path != NULL)
        charter_assert_str (charter_problems_get (problems, 0)->path, openings[i].path);
    }
}

/* Submissions */

CHARTER_TEST (leaf, submission)
{
  static const char text[] =
    "{\"kind\": \"stepped-out\", \"at\": \"2026-03-02T10:00:00Z\", \"by\": \"p-1\", "
                             "\"id\": \"e-9\", \"data\": {\"decision\": \"d-1\", \"person\": \"p-1\"}}";
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterSubmission submission;

  cr_assert (charter_submission_read (arena, text, strlen (text), &submission, problems), "%s",
             first_message (problems));
  cr_assert (submission.kind == CHARTER_KIND_STEPPED_OUT && submission.at == AT);
  charter_assert_str (submission.by, "p-1");
  charter_assert_str (submission.id, "e-9");
  charter_assert_str (charter_node_member_string (submission.data, "decision"), "d-1");
}

#define SUBMISSION(kind, at, data) "{\"kind\": " kind ", \"at\": " at ", \"data\": " data "}"

CHARTER_TEST (leaf, bad_submissions)
{
  static const struct { const char *text, *path; CharterError code; } bad[] = {
    { "{", NULL, CHARTER_ERROR_SYNTAX },
    { "[]", "", CHARTER_ERROR_FORMAT },
    { SUBMISSION ("\"stepped-outt\"", GOOD_AT, "{}"), "/kind", CHARTER_ERROR_VALUE },
    { SUBMISSION ("1", GOOD_AT, "{}"), "/kind", CHARTER_ERROR_FORMAT },
    { SUBMISSION ("\"stepped-out\"", "\"today\"", "{\"decision\": \"d-1\", \"person\": \"p-1\"}"),
      "/at",
      CHARTER_ERROR_VALUE },
    { SUBMISSION ("\"stepped-out\"", GOOD_AT, "{\"decision\": \"d-1\"}"), "/data/person",
      CHARTER_ERROR_FORMAT },
    { SUBMISSION ("\"stepped-out\"", GOOD_AT, "[]"), "/data", CHARTER_ERROR_FORMAT },
    { SUBMISSION ("\"decision-closed\"", GOOD_AT,
                  "{\"decision\": \"d-1\", \"result\": \"carried\"}"),
      "/data/result", CHARTER_ERROR_FORMAT },
    { "{\"kind\": \"stepped-out\", \"at\": " GOOD_AT ", \"seq\": 1, \"data\": {\"decision\": \"d-1\", "
      "\"person\": \"p-1\"}}", "/seq", CHARTER_ERROR_FORMAT },
  };
  g_autoptr(CharterArena) arena = charter_arena_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();
      const CharterProblem *first;
      CharterSubmission submission;

      cr_assert (!charter_submission_read (arena, bad[i].text, strlen (bad[i].text), &submission,
                                           problems),
                 "%s", bad[i].text);
      first = charter_problems_get (problems, 0);
      cr_assert (submission.kind == CHARTER_KIND_NONE);
      cr_assert (first->code == bad[i].code, "%s: %d %s", bad[i].text, first->code, first->message);
      if (bad[i].path != NULL)
        charter_assert_str (first->path, bad[i].path);
    }
}

CHARTER_TEST (leaf, submission_within)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *node = read_json (arena, SUBMISSION ("\"stepped-out\"", GOOD_AT,
                                                          "{\"decision\": 1}"));
  CharterSubmission submission;

  cr_assert (!charter_submission_from_node (node, "/entries/4", &submission, problems));
  cr_assert (charter_problems_get_count (problems) == 2);
  for (guint i = 0; i < 2; i++)
    cr_assert (g_str_has_prefix (charter_problems_get (problems, i)->path, "/entries/4/data/"));
}

/* Record lines */

CHARTER_TEST (leaf, record_lines)
{
  static const char *const openings[] = { "{\"a\":1}", "{\"b\":\"x\"}", NULL };
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autofree char *line = charter_record_line_write ("{\"at\":1}", openings);
  g_autofree char *bare = charter_record_line_write ("{\"at\":1}", NULL);
  const char *lines[] =
    { line, "{ \"openings\" : [{\"a\": 1}, {\"b\": \"\\u0078\"}],\n\"entry\": {\"at\": 1}}" };

  charter_assert_str (line, "{\"entry\":{\"at\":1},\"openings\":[{\"a\":1},{\"b\":\"x\"}]}");
  charter_assert_str (bare, "{\"entry\":{\"at\":1},\"openings\":[]}");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *leaf = NULL;
      g_auto(GStrv) texts = NULL;

      cr_assert (charter_record_line_read (lines[i], strlen (lines[i]), &leaf, &texts, problems),
                 "%s",
                 first_message (problems));
      charter_assert_str (leaf, "{\"at\":1}");
      cr_assert (g_strv_equal ((const char *const *) texts, openings));
    }
}

CHARTER_TEST (leaf, bad_record_lines)
{
  static const struct { const char *text; gboolean problem; } lines[] = {
    { "{\"kind\":\"stepped-out\"}", FALSE },
    { "{", TRUE },
    { "{\"entry\":1,\"openings\":[]}", TRUE },
    { "{\"entry\":{}}", TRUE },
    { "{\"entry\":{},\"openings\":{}}", TRUE },
    { "{\"entry\":{},\"openings\":[],\"more\":1}", TRUE },
    { "{\"entry\":{},\"entry\":{},\"openings\":[]}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(CharterProblems) problems = charter_problems_new ();
      g_autofree char *leaf = NULL;
      g_auto(GStrv) texts = NULL;

      cr_assert (!charter_record_line_read (lines[i].text, strlen (lines[i].text), &leaf, &texts,
                                            problems));
      cr_assert ((charter_problems_get_count (problems) > 0) == lines[i].problem, "%s",
                 lines[i].text);
      cr_assert (leaf == NULL && texts == NULL);
    }
}
