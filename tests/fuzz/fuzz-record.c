/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fuzz.h"

#include <string.h>

#include "format/charter-json-reader-private.h"
#include "format/charter-json-writer-private.h"
#include "fuzz-ask.h"
#include "partnership/charter-partnership-private.h"

/* Whatever the bytes: no crash, and either what was read or a problem in words.  They are
 * tried as a leaf, an opening, a record line and a submission.  What reads as one of the last
 * two goes on: into a record that holds every kind of entry, through the gate and past it, and
 * that record must then answer every question. */

#define CLOCK "2026-02-28T10:00:00Z"

static const char *const ids[] = {
  "p-ana", "p-ben", "north", "grant", "name", "meet-1", "act-1", "act-2", "con-1", "goal-1", "int-1",
  "link-1", "obj-1", "vision", "res-1", "idea-1", "x", NULL
};

static void
check_problems (CharterProblems *problems)
{
  g_autoptr(GError) error = NULL;

  g_assert (charter_problems_get_count (problems) > 0);
  g_assert (!charter_problems_to_error (problems, &error));
  g_assert (g_utf8_validate (error->message, -1, NULL));
}

/* — the four readers — */

static void
check_leaf (const char *text,
            gsize       length)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autofree char *written = NULL;
  CharterLeaf leaf;

  if (!charter_leaf_read (arena, text, length, 102, &leaf, problems))
    {
      check_problems (problems);
      return;
    }
  g_assert (leaf.seq == 102 && leaf.kind < charter_n_kinds);
  written = charter_node_to_text (charter_leaf_reveal (arena, &leaf, NULL, 0, TRUE));
  g_assert (written[0] == '{');
}

static void
check_opening (const char *text)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterOpening opening;
  char hex[65];

  if (!charter_opening_read (arena, text, &opening, problems))
    {
      check_problems (problems);
      return;
    }
  g_assert (opening.seq > 0 && g_str_has_prefix (opening.pointer, "/data/"));
  charter_commitment (opening.salt, opening.value, hex);
}

static void
check_record_line (const char *text,
                   gsize       length)
{
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  g_autofree char *leaf = NULL;
  g_auto(GStrv) openings = NULL;

  if (charter_record_line_read (text, length, &leaf, &openings, problems))
    {
      g_autofree char *line = charter_record_line_write (leaf, (const char *const *) openings);
      g_autofree char *leaf_again = NULL;
      g_auto(GStrv) openings_again = NULL;

      g_assert (charter_record_line_read (line, strlen (line), &leaf_again, &openings_again, problems));
      g_assert (strcmp (leaf, leaf_again) == 0);
      g_assert (g_strv_equal ((const char *const *) openings, (const char *const *) openings_again));
    }
  else
    g_assert (leaf == NULL && openings == NULL);
}

/* — into the record — */

static CharterPartnership *
every_kind (void)
{
  static CharterPartnership *partnership;
  const char *data = g_getenv ("CHARTER_TEST_DATA");
  g_autofree char *path = g_build_filename (data != NULL ? data : "tests/data", "every-kind.jsonl", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GListModel) entries = NULL;
  g_autoptr(GError) error = NULL;

  if (partnership != NULL)
    return partnership;
  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s (set CHARTER_TEST_DATA)", error->message);
  partnership = charter_partnership_new ();
  charter_partnership_set_clock (partnership, CLOCK, NULL);
  entries = charter_partnership_record_many (partnership, text, &error);
  if (entries == NULL)
    g_error ("%s", error->message);
  return partnership;
}

static void
ask (CharterState *state)
{
  g_autoptr(CharterView) view = charter_view_new (state, charter_state_get_head (state));

  fuzz_ask (view, ids, "2026-01-16T12:00:00Z");
  fuzz_ask (view, ids, CLOCK);
}

/* Refused in words, or admitted and then applied to the batch's fork: what the gate admits
 * can be applied, and only a record line may turn out to be damaged. */
static void
pass_gate (const char *text,
           gsize       length,
           gboolean    is_submission)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterBatch) batch = charter_partnership_begin (every_kind (), FALSE, &error);

  g_assert (batch != NULL);
  charter_partnership_abandon (every_kind ());
  if (charter_batch_take_line (batch, text, length, 1, &error))
    ask (batch->state);
  else
    g_assert (error->domain == CHARTER_ERROR && g_utf8_validate (error->message, -1, NULL)
              && error->code != CHARTER_ERROR_STORE
              && !(is_submission && error->code == CHARTER_ERROR_DAMAGED));
}

static const CharterKind *
corrected_kind (const CharterScene      *scene,
                const CharterSubmission *submission)
{
  const CharterFact *fact = NULL;
  const char *entry = charter_node_member_string (submission->data, "entry");

  if (submission->kind == CHARTER_KIND ("entry-corrected"))
    fact = charter_scene_find_entry (scene, entry);
  return fact != NULL ? charter_kinds[fact->kind] : NULL;
}

/* As if an earlier or another library had admitted it. */
static void
pass_by (const CharterSubmission *submission)
{
  CharterState *state = charter_partnership_get_live (every_kind ())->state;
  CharterScene scene = { state, charter_state_get_head (state) };
  CharterLeafParts parts = {
    .kind = submission->kind,
    .seq = (gint64) scene.known + 1,
    .at = submission->at,
    .recorded = submission->at,
    .by = submission->by,
    .id = submission->id != NULL ? submission->id : "e-fuzz",
    .data = submission->data,
    .corrects = corrected_kind (&scene, submission),
  };
  g_autoptr(GPtrArray) openings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CharterState) fork = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *leaf = NULL;

  if (submission->kind == CHARTER_KIND ("entry-corrected") && parts.corrects == NULL)
    return;
  leaf = charter_leaf_write (&parts, openings);
  g_ptr_array_add (openings, NULL);
  fork = charter_state_fork (state, scene.known);
  if (!charter_state_apply (fork, leaf, strlen (leaf), &error))
    {
      g_assert (error->domain == CHARTER_ERROR && g_utf8_validate (error->message, -1, NULL));
      return;
    }
  charter_state_add_openings (fork, (guint32) parts.seq, (const char *const *) openings->pdata);
  ask (fork);
}

static gboolean
check_submission (const char *text,
                  gsize       length)
{
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  CharterSubmission submission;

  if (charter_submission_read (arena, text, length, &submission, problems))
    {
      pass_by (&submission);
      return TRUE;
    }
  check_problems (problems);
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  check_leaf ((const char *) data, size);
  check_opening (text);
  check_record_line ((const char *) data, size);
  pass_gate ((const char *) data, size, check_submission ((const char *) data, size));

  return 0;
}
