/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter.h>
#include <string.h>

#include "format/charter-schema-private.h"
#include "partnership/charter-gate-private.h"

/* State is the fold of the entries: the live state equals a replay after every kind, views of
 * the past never change, and every member of every kind makes a difference. */

static GStrv
lines_of (const char *name)
{
  g_autofree char *path = charter_test_path ("CHARTER_TEST_DATA", name);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  cr_assert (g_file_get_contents (path, &text, NULL, &error), "%s", error != NULL ? error->message : "");
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static char *
dump_of (CharterPartnership *partnership)
{
  g_autoptr(CharterView) view = charter_partnership_get_view (partnership);

  return charter_view_dump (view);
}

static char *
dump_as_of (CharterPartnership *partnership,
            gint64              seq)
{
  g_autoptr(CharterView) view = charter_partnership_as_of (partnership, seq, NULL);

  return charter_view_dump (view);
}

static void
submit (CharterPartnership *partnership,
        const char         *line)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) entry = NULL;
  /* Recorded when it happened, as far as the clock allows. */
  g_autofree char *at = g_strndup (strstr (line, "\"at\":\"") + 6, 20);

  charter_partnership_set_clock (partnership, at, &error);
  charter_assert_no_error (error);
  entry = charter_partnership_submit (partnership, line, &error);
  cr_assert (entry != NULL, "%s\n%s", line, error->message);
}

CHARTER_TEST (replay, live_equals_replay_after_every_kind)
{
  g_auto(GStrv) lines = lines_of ("every-kind.jsonl");
  g_autoptr(CharterPartnership) live = charter_partnership_new ();
  g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(CharterPartnership) replayed = NULL;
      g_autofree char *replay = NULL;
      char *now;

      submit (live, lines[i]);
      now = dump_of (live);
      replayed = charter_partnership_new_for_store (charter_partnership_get_store (live), NULL);
      cr_assert (charter_partnership_get_damage (replayed) == NULL, "%s",
                 charter_partnership_get_damage (replayed));
      replay = dump_of (replayed);
      charter_assert_str (replay, now);
      g_ptr_array_add (dumps, now);
    }
  for (guint i = 0; i < dumps->len; i++)
    {
      g_autofree char *then = dump_as_of (live, i + 1);

      charter_assert_str (then, dumps->pdata[i]);
    }
}

CHARTER_TEST (replay, every_kind_is_in_the_story)
{
  g_auto(GStrv) lines = lines_of ("every-kind.jsonl");

  for (guint k = 0; k < charter_n_kinds; k++)
    {
      g_autofree char *wanted = g_strdup_printf ("\"kind\":\"%s\"", charter_kinds[k]->data.name);
      gboolean found = FALSE;

      for (guint i = 0; lines[i] != NULL && !found; i++)
        found = strstr (lines[i], wanted) != NULL;
      cr_assert (found, "no entry of kind %s", charter_kinds[k]->data.name);
    }
}

CHARTER_TEST (replay, a_view_does_not_change_when_more_is_recorded)
{
  g_auto(GStrv) lines = lines_of ("every-kind.jsonl");
  g_autoptr(CharterPartnership) live = charter_partnership_new ();
  g_autoptr(CharterView) view = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint half = g_strv_length (lines) / 2;

  for (guint i = 0; i < half; i++)
    submit (live, lines[i]);
  view = charter_partnership_get_view (live);
  before = charter_view_dump (view);
  for (guint i = half; lines[i] != NULL; i++)
    submit (live, lines[i]);
  after = charter_view_dump (view);
  charter_assert_str (after, before);
}

CHARTER_TEST (replay, many_at_once_equals_one_by_one)
{
  g_auto(GStrv) lines = lines_of ("every-kind.jsonl");
  g_autofree char *all = g_strjoinv ("\n", lines);
  g_autoptr(CharterPartnership) partnership = charter_partnership_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) entries = charter_partnership_record_many (partnership, all, &error);
  g_autoptr(CharterPartnership) replayed = NULL;
  g_autofree char *dump = NULL, *replay = NULL;

  charter_assert_no_error (error);
  cr_assert (g_list_model_get_n_items (entries) == g_strv_length (lines));
  replayed = charter_partnership_new_for_store (charter_partnership_get_store (partnership), NULL);
  dump = dump_of (partnership);
  replay = dump_of (replayed);
  charter_assert_str (replay, dump);
}

CHARTER_TEST (replay, the_same_submission_again_writes_nothing)
{
  g_auto(GStrv) lines = lines_of ("every-kind.jsonl");
  g_autoptr(CharterPartnership) live = charter_partnership_new ();
  gint64 head;

  for (guint i = 0; lines[i] != NULL; i++)
    submit (live, lines[i]);
  head = charter_partnership_get_head (live);
  for (guint i = 0; lines[i] != NULL; i++)
    submit (live, lines[i]);
  cr_assert (charter_partnership_get_head (live) == head);
}

/* — every member counts — */

/* A value of the row's type: one of two that differ. */
static void
build_value (CharterBuilder   *b,
             const CharterRow *row,
             gboolean          second);

/* Of members of which one must be there, the first, unless the one chosen is among them. */
static gboolean
is_needed (const CharterShape *shape,
           const char         *name,
           const char         *extra)
{
  g_auto(GStrv) groups = g_strsplit (shape->alternatives != NULL ? shape->alternatives : "", " ", -1);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) members = g_strsplit (groups[i], "|", -1);

      if (members[0] != NULL && strcmp (members[0], name) == 0
          && (extra == NULL || !g_strv_contains ((const char *const *) members, extra)))
        return TRUE;
    }
  return FALSE;
}

static void
build_object (CharterBuilder     *b,
              const CharterShape *shape,
              const char         *extra,
              gboolean            second)
{
  charter_builder_begin_object (b);
  for (guint i = 0; shape != NULL && i < shape->n_rows; i++)
    {
      const CharterRow *row = &shape->rows[i];
      gboolean chosen = extra != NULL && strcmp (extra, row->name) == 0;

      if (!(row->flags & CHARTER_ROW_REQUIRED) && !chosen && !is_needed (shape, row->name, extra))
        continue;
      charter_builder_key (b, row->name);
      build_value (b, row, chosen && second);
    }
  charter_builder_end (b);
}

static const char *
word (const CharterRow *row,
      gboolean          second)
{
  switch (row->type)
    {
    case CHARTER_TYPE_INSTANT: return second ? "2026-01-02T00:00:00Z" : "2026-01-01T00:00:00Z";
    case CHARTER_TYPE_DATE: return second ? "2026-01-02" : "2026-01-01";
    case CHARTER_TYPE_PERIOD:
    case CHARTER_TYPE_GAP:
    case CHARTER_TYPE_REPEAT: return second ? "P2D" : "P1D";
    case CHARTER_TYPE_FRACTION:
    case CHARTER_TYPE_AMOUNT: return second ? "2/3" : "1/3";
    case CHARTER_TYPE_ENUM: return row->values[second ? 1 : 0];
    case CHARTER_TYPE_DIGEST:
      return second ? "1111111111111111111111111111111111111111111111111111111111111111"
                    : "2222222222222222222222222222222222222222222222222222222222222222";
    case CHARTER_TYPE_ZONE: return second ? "Europe/London" : "UTC";
    default: return strcmp (row->name, "format") == 0 && row->type == CHARTER_TYPE_TEXT ? "1"
                    : second ? "second" : "first";
    }
}

static void
build_item (CharterBuilder   *b,
            const CharterRow *row,
            gboolean          second)
{
  switch (row->type)
    {
    case CHARTER_TYPE_INTEGER:
      charter_builder_integer (b, MAX (row->min, 1) + second);
      break;
    case CHARTER_TYPE_BOOLEAN:
      charter_builder_boolean (b, second);
      break;
    case CHARTER_TYPE_OBJECT:
      build_object (b, row->shape, row->shape != NULL ? row->shape->rows[0].name : NULL, second);
      break;
    case CHARTER_TYPE_MAP:
      charter_builder_begin_object (b);
      charter_builder_set_integer (b, "a", 1 + second);
      charter_builder_end (b);
      break;
    case CHARTER_TYPE_CHARTER:
      charter_builder_begin_object (b);
      charter_builder_set_string (b, "charter", "1");
      charter_builder_set_string (b, "id", "c");
      charter_builder_set_string (b, "title", word (row, second));
      charter_builder_key (b, "sections");
      charter_builder_begin_array (b);
      charter_builder_end (b);
      charter_builder_end (b);
      break;
    default:
      charter_builder_string (b, word (row, second));
    }
}

static void
build_value (CharterBuilder   *b,
             const CharterRow *row,
             gboolean          second)
{
  if (!(row->flags & CHARTER_ROW_LIST))
    {
      build_item (b, row, second);
      return;
    }
  charter_builder_begin_array (b);
  build_item (b, row, second);
  charter_builder_end (b);
}

static void
read_openings (CharterArena *arena,
               GPtrArray    *texts,
               GArray       *out)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();

  for (guint i = 0; i < texts->len; i++)
    {
      CharterOpening opening;

      cr_assert (charter_opening_read (arena, texts->pdata[i], &opening, problems));
      g_array_append_val (out, opening);
    }
}

/* What is stored of an entry with this member, and comes back from it: no story could hold
 * every member of every kind, so the leaf is written and read on its own. */
static char *
kept (guint16     index,
      const char *member,
      gboolean    second)
{
  g_autoptr(CharterBuilder) b = charter_builder_new ();
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) openings = g_array_new (FALSE, FALSE, sizeof (CharterOpening));
  const CharterKind *corrects = charter_kinds[charter_kind_lookup ("asset-noted")];
  CharterLeafParts parts = { .kind = index, .seq = 1, .id = "e-1", .corrects = corrects };
  CharterLeaf leaf;
  g_autofree char *text = NULL;

  build_object (b, &charter_kinds[index]->data, member, second);
  parts.data = charter_builder_move_to (b, arena);
  text = charter_leaf_write (&parts, texts);
  cr_assert (charter_leaf_read (arena, text, strlen (text), 1, &leaf, problems), "%s: %s",
             text, charter_problems_get (problems, 0)->message);
  leaf.corrects = corrects;
  read_openings (arena, texts, openings);
  return charter_node_to_text (charter_node_member (
    charter_leaf_reveal (arena, &leaf, (const CharterOpening *) openings->data, openings->len, TRUE),
    "data"));
}

CHARTER_TEST (replay, every_member_makes_a_difference)
{
  for (guint k = 0; k < charter_n_kinds; k++)
    for (guint i = 0; i < charter_kinds[k]->data.n_rows; i++)
      {
        const CharterKind *kind = charter_kinds[k];
        /* The one exception: there is one format of records so far. */
        gboolean only_one = strcmp (kind->data.name, "partnership-founded") == 0
                            && strcmp (kind->data.rows[i].name, "format") == 0;
        g_autofree char *a = kept (k, kind->data.rows[i].name, FALSE);
        g_autofree char *c = kept (k, kind->data.rows[i].name, TRUE);

        cr_assert (only_one || strcmp (a, c) != 0, "%s: %s", kind->data.name, kind->data.rows[i].name);
      }
}
