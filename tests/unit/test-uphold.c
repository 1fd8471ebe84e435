/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-build.h"

#include <charter/charter-assessment-section.h>
#include <charter/charter-assessment.h>
#include <charter/charter-document.h>
#include <charter/charter-finding-change.h>
#include <charter/charter-finding.h>
#include <charter/charter-measure.h>
#include <charter/charter-reason.h>

#include "uphold/charter-uphold-private.h"

#include <stdlib.h>
#include <time.h>

#define AT "2026-09-01T12:00:00Z"

#define CLAUSE(id, checks) "{'id': '" id "', 'kind': 'value', 'text': 'Text.', 'checks': [" checks "]}"
#define CHARTER(clauses)                                                                                     \
  "{'charter': '1', 'id': 'test', 'title': 'Test', 'version': '1', 'sections': [{'id': 'first', 'title': "    \
  "'First', 'clauses': [" clauses "]}, {'id': 'second', 'title': 'Second', 'clauses': ["                     \
  CLAUSE ("signed", "{'check': 'signed-by-all'}") "]}]}"
#define TWO                                                                                        \
  CHARTER (                                                                                        \
      CLAUSE ("answering", "{'check': 'answered', 'within': 'P14D', 'min-cases': 1}") "," CLAUSE ( \
          "empty",                                                                                 \
          "{'check': 'no-dominance', 'measure': 'speaking', 'top': 2, 'at-most': '1/2'}"))

static CharterBuild *
build (void)
{
  CharterBuild *b = charter_build_new (TWO, "2026-01-05T09:00:00Z");

  charter_build_add_all (b,
                         "[{'kind': 'partner-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': "
                         "'north', 'name': 'N'}},"
                         "{'kind': 'partner-joined', 'at': '2026-01-05T09:00:00Z', 'data': {'id': "
                         "'south', 'name': 'S'}},"
                         "{'kind': 'charter-signed', 'at': '2026-01-06T09:00:00Z', 'data': "
                         "{'partner': 'north', 'version': '1'}},"
                         "{'kind': 'charter-signed', 'at': '2026-01-06T09:00:00Z', 'data': "
                         "{'partner': 'south', 'version': '1'}},"
                         "{'kind': 'contribution-made', 'at': '2026-02-02T09:00:00Z', 'data': "
                         "{'id': 'c-1', 'by': 'north', 'what': 'idea'}},"
                         "{'kind': 'contribution-made', 'at': '2026-03-02T09:00:00Z', 'data': "
                         "{'id': 'c-2', 'by': 'north', 'what': 'idea'}},"
                         "{'kind': 'contribution-answered', 'at': '2026-03-05T09:00:00Z', 'data': "
                         "{'contribution': 'c-2', 'adopted': 'full', 'reason': 'Good'}}]");
  return b;
}

/* Parts put together */

#define PART(role_, status_) { .role = CHARTER_PART_##role_, .status = CHARTER_PART_##status_ }

CHARTER_TEST (uphold, parts_make_a_status)
{
  static const struct { CharterPart parts[3]; guint n; CharterFindingStatus status;
  } rows[] = {
    { { PART (PROOF, UPHELD) }, 0, CHARTER_FINDING_STATUS_NO_EVIDENCE },
    { { PART (PROOF, UPHELD) }, 1, CHARTER_FINDING_STATUS_UPHELD },
    { { PART (PROOF, PARTLY) }, 1, CHARTER_FINDING_STATUS_PARTLY },
    { { PART (PROOF, UPHELD), PART (ATTESTATION, NO_EVIDENCE) }, 2, CHARTER_FINDING_STATUS_PARTLY },
    { { PART (PROOF, UPHELD), PART (ATTESTATION, NOTHING_AROSE) },
      2,
      CHARTER_FINDING_STATUS_UPHELD },
    { { PART (PROOF, INDETERMINATE), PART (BAR, NOT_UPHELD) },
      2,
      CHARTER_FINDING_STATUS_NOT_UPHELD },
    { { PART (PROOF, INDETERMINATE), PART (SIGN, NOT_UPHELD) },
      2,
      CHARTER_FINDING_STATUS_INDETERMINATE },
    { { PART (PROOF, NO_EVIDENCE), PART (BAR, INDETERMINATE) },
      2,
      CHARTER_FINDING_STATUS_INDETERMINATE },
    { { PART (SIGN, UPHELD), PART (BAR, UPHELD) }, 2, CHARTER_FINDING_STATUS_NO_EVIDENCE },
    { { PART (PROOF, UPHELD), PART (SIGN, PARTLY), PART (BAR, NO_EVIDENCE) },
      3,
      CHARTER_FINDING_STATUS_UPHELD },
    { { PART (PROOF, UPHELD), PART (SIGN, INDETERMINATE) }, 2, CHARTER_FINDING_STATUS_PARTLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cr_assert (charter_parts_status (rows[i].parts, rows[i].n) == rows[i].status, "row %u", i);
}

/* Whatever is put together, more of it upheld never makes it worse. */
CHARTER_TEST (uphold, combinations_are_monotonous)
{
  static const CharterPartStatus order[] = { CHARTER_PART_NOT_UPHELD, CHARTER_PART_PARTLY,
                                             CHARTER_PART_UPHELD };

  for (guint a = 0; a < 3; a++)
    for (guint b = 0; b < 3; b++)
      for (guint needed = 1; needed <= 2; needed++)
        {
          CharterPartStatus low[] = { order[a], order[b] },
                            high[] = { order[MIN (a + 1, 2)], order[b] };

          cr_assert (charter_status_count (high, 2, needed)
                     <= charter_status_count (low, 2, needed));
          cr_assert (charter_status_all (high, 2) <= charter_status_all (low, 2));
          cr_assert (charter_status_any (high, 2) <= charter_status_any (low, 2));
        }
}

CHARTER_TEST (uphold, counting_says_what_could_still_be)
{
  const CharterPartStatus some[] = { CHARTER_PART_UPHELD, CHARTER_PART_INDETERMINATE,
                                     CHARTER_PART_NOT_UPHELD };
  const CharterPartStatus none[] = { CHARTER_PART_NOTHING_AROSE, CHARTER_PART_NOTHING_AROSE };

  cr_assert (charter_status_count (some, 3, 1) == CHARTER_PART_UPHELD);
  cr_assert (charter_status_count (some, 3, 2) == CHARTER_PART_INDETERMINATE);
  cr_assert (charter_status_count (some, 3, 3) == CHARTER_PART_NOT_UPHELD);
  cr_assert (charter_status_count (none, 2, 1) == CHARTER_PART_NOTHING_AROSE);
  cr_assert (charter_status_all (none, 2) == CHARTER_PART_NOTHING_AROSE);
  cr_assert (charter_status_not (CHARTER_PART_NO_EVIDENCE) == CHARTER_PART_NO_EVIDENCE);
}

/* A finding */

CHARTER_TEST (uphold, findings_have_properties)
{
  g_autoptr(CharterBuild) b = build ();
  g_autoptr(CharterView) view = charter_view_new (b->state, charter_state_get_head (b->state));
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterFinding) finding = charter_view_assess_clause (view, "answering", AT, &error);
  g_autoptr(CharterMeasure) measure = NULL;
  g_autoptr(CharterReason) reason = NULL;
  CharterFindingStatus status;
  guint n_offending;

  charter_assert_no_error (error);
  charter_assert_str (charter_finding_get_clause (finding), "answering");
  charter_assert_str (charter_finding_get_section (finding), "first");
  charter_assert_str (charter_finding_get_summary (finding),
                      "1 of 2 contributions were answered with a reason within 14 days; 9/10 are needed.");
  charter_assert_str (charter_finding_get_fresh_until (finding), "2027-03-02");
  charter_assert_str (charter_finding_get_restore (finding),
                      "Answer those that are open, with a reason, and new ones within 14 days. Missing: c-1. "
                      "With 8 more that are good it is enough.");
  g_object_get (finding, "status", &status, "n-offending", &n_offending, NULL);
  cr_assert (status == CHARTER_FINDING_STATUS_NOT_UPHELD);
  cr_assert (n_offending == 1);
  cr_assert (charter_finding_get_offending (finding, 0) == 7);
  charter_assert_str (charter_finding_get_offending_id (finding, 0), "c-1");
  cr_assert (charter_finding_get_n_satisfying (finding) == 1);
  cr_assert (charter_finding_get_satisfying (finding, 0) == 8);
  charter_assert_str (charter_finding_get_satisfying_id (finding, 0), "c-2");
  cr_assert (charter_finding_get_offending (finding, 5) == 0);
  cr_assert (charter_finding_get_satisfying_id (finding, 5) == NULL);
  measure = g_list_model_get_item (charter_finding_get_measures (finding), 0);
  charter_assert_str (charter_measure_get_name (measure), "answered");
  charter_assert_str (charter_measure_get_value (measure), "1/2");
  charter_assert_str (charter_measure_get_needed (measure), "9/10");
  cr_assert (!charter_measure_get_holds (measure));
  cr_assert (!charter_measure_get_at_most (measure));
  reason = g_list_model_get_item (charter_finding_get_reasons (finding), 0);
  charter_assert_str (charter_reason_get_code (reason), "share");
}

CHARTER_TEST (uphold, a_finding_outlives_its_view)
{
  g_autoptr(CharterFinding) finding = NULL;
  g_autofree char *json = NULL;

  {
    g_autoptr(CharterBuild) b = build ();
    g_autoptr(CharterView) view = charter_view_new (b->state, charter_state_get_head (b->state));

    finding = charter_view_assess_clause (view, "empty", AT, NULL);
  }
  json = charter_finding_to_json (finding);
  charter_assert_str (json,
                      "{\"clause\":\"empty\",\"measures\":[],\"offending\":[],\"reasons\":[{\"clause\":\"empty\","
                      "\"code\":\"not-built\",\"entries\":[],\"message\":\"This check is not built yet. (“no-dominance”)\"}],"
                      "\"satisfying\":[],\"section\":\"first\",\"status\":\"indeterminate\","
                      "\"summary\":\"This check is not built yet. (“no-dominance”)\"}");
}

CHARTER_TEST (uphold, questions_are_asked_rightly)
{
  g_autoptr(CharterBuild) b = build ();
  g_autoptr(CharterView) view = charter_view_new (b->state, charter_state_get_head (b->state));
  static const struct { const char *clause, *at; int code; const char *says;
  } rows[] = {
    { "answerin", AT, CHARTER_ERROR_NOT_FOUND,
      "The charter has no clause “answerin”; did you mean “answering”?" },
    { "nothing-like-it", AT, CHARTER_ERROR_NOT_FOUND,
      "The charter has no clause “nothing-like-it”" },
    { NULL, AT, CHARTER_ERROR_NOT_FOUND, "The charter has no clause “”" },
    { "empty", "2025-01-01T00:00:00Z", CHARTER_ERROR_NOT_FOUND,
      "No charter is in force at 2025-01-01T00:00:00Z" },
    { "empty", "today", CHARTER_ERROR_VALUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      cr_assert (charter_view_assess_clause (view, rows[i].clause, rows[i].at, &error) == NULL);
      charter_assert_error (error, CHARTER_ERROR, rows[i].code);
      if (rows[i].says != NULL)
        charter_assert_str (error->message, rows[i].says);
    }
}

/* An assessment */

CHARTER_TEST (uphold, assessments_count_and_list)
{
  g_autoptr(CharterBuild) b = build ();
  g_autoptr(CharterView) view = charter_view_new (b->state, charter_state_get_head (b->state));
  g_autoptr(CharterAssessment) assessment = charter_view_assess (view, AT, NULL);
  g_autoptr(CharterAssessmentSection) section = NULL;
  g_autoptr(CharterFinding) second = NULL;

  cr_assert (g_list_model_get_n_items (G_LIST_MODEL (assessment)) == 3);
  cr_assert (g_list_model_get_item_type (G_LIST_MODEL (assessment)) == CHARTER_TYPE_FINDING);
  cr_assert (g_list_model_get_item (G_LIST_MODEL (assessment), 3) == NULL);
  second = g_list_model_get_item (G_LIST_MODEL (assessment), 1);
  charter_assert_str (charter_finding_get_clause (second), "empty");
  cr_assert (charter_assessment_find (assessment, "empty") == second);
  cr_assert (charter_assessment_find (assessment, "nonsense") == NULL);
  charter_assert_str (charter_assessment_get_at (assessment), AT);
  cr_assert (charter_assessment_get_count (assessment, CHARTER_FINDING_STATUS_UPHELD) == 1);
  cr_assert (charter_assessment_get_count (assessment, CHARTER_FINDING_STATUS_INDETERMINATE) == 1);
  cr_assert (charter_assessment_get_count (assessment, CHARTER_FINDING_STATUS_PARTLY) == 0);
  section = g_list_model_get_item (charter_assessment_get_sections (assessment), 1);
  charter_assert_str (charter_assessment_section_get_id (section), "second");
  charter_assert_str (charter_assessment_section_get_title (section), "Second");
  cr_assert (charter_assessment_section_get_count (section, CHARTER_FINDING_STATUS_UPHELD) == 1);
}

static void
check_change (GListModel *changes,
              guint       index,
              const char *clause,
              gboolean    rose,
              gboolean    fell,
              gboolean    has_earlier,
              gboolean    has_later)
{
  g_autoptr(CharterFindingChange) change = g_list_model_get_item (changes, index);

  charter_assert_str (charter_finding_change_get_clause (change), clause);
  cr_assert (charter_finding_change_get_rose (change) == rose, "%s", clause);
  cr_assert (charter_finding_change_get_fell (change) == fell, "%s", clause);
  cr_assert ((charter_finding_change_get_earlier (change) != NULL) == has_earlier, "%s", clause);
  cr_assert ((charter_finding_change_get_later (change) != NULL) == has_later, "%s", clause);
}

CHARTER_TEST (uphold, assessments_compare)
{
  g_autoptr(CharterBuild) b = build ();
  g_autoptr(CharterView) view = NULL;
  g_autoptr(CharterAssessment) before = NULL, now = NULL;
  g_autoptr(GListModel) changes = NULL, back = NULL, none = NULL;

  charter_build_add (b, "charter-adopted", "2026-10-01T09:00:00Z", "{'charter': %s}",
                     CHARTER (
                         CLAUSE ("answering",
                                 "{'check': 'answered', 'within': 'P14D', 'min-cases': 1, "
                                 "'window': 'P6M'}") "," CLAUSE ("new",
                                                                 "{'check': 'signed-by-all'}")));
  charter_build_add (b, "contribution-answered", "2026-02-03T09:00:00Z",
                     "{'contribution': 'c-1', 'adopted': 'no', 'reason': 'No'}");
  view = charter_view_new (b->state, 9);
  before = charter_view_assess (view, AT, NULL);
  g_clear_object (&view);
  view = charter_view_new (b->state, charter_state_get_head (b->state));
  now = charter_view_assess (view, "2026-10-01T12:00:00Z", NULL);
  changes = charter_assessment_compare (now, before);
  cr_assert (g_list_model_get_n_items (changes) == 3);
  check_change (changes, 0, "answering", FALSE, FALSE, TRUE, TRUE);
  check_change (changes, 1, "new", FALSE, FALSE, FALSE, TRUE);
  check_change (changes, 2, "empty", FALSE, FALSE, TRUE, FALSE);
  back = charter_assessment_compare (before, now);
  cr_assert (g_list_model_get_n_items (back) == 3);
  none = charter_assessment_compare (now, now);
  cr_assert (g_list_model_get_n_items (none) == 0);
}

CHARTER_TEST (uphold, clauses_rise_and_fall)
{
  g_autoptr(CharterBuild) b = build ();
  g_autoptr(CharterView) then = charter_view_new (b->state, charter_state_get_head (b->state)),
                          now = NULL;
  g_autoptr(CharterAssessment) before = charter_view_assess (then, AT, NULL), after = NULL;
  g_autoptr(GListModel) up = NULL, down = NULL;

  charter_build_add (b, "contribution-answered", "2026-02-03T09:00:00Z",
                     "{'contribution': 'c-1', 'adopted': 'no', 'reason': 'No'}");
  now = charter_view_new (b->state, charter_state_get_head (b->state));
  after = charter_view_assess (now, AT, NULL);
  up = charter_assessment_compare (after, before);
  check_change (up, 0, "answering", TRUE, FALSE, TRUE, TRUE);
  down = charter_assessment_compare (before, after);
  check_change (down, 0, "answering", FALSE, TRUE, TRUE, TRUE);
}

typedef struct
{
  CharterScene scene;
  gint64       at;
} Job;

static gpointer
assess_elsewhere (gpointer data)
{
  Job *job = data;

  return charter_uphold_assess (&job->scene, job->at, NULL, NULL);
}

CHARTER_TEST (uphold, another_thread_gives_the_same)
{
  g_autoptr(CharterBuild) b = build ();
  Job job = { charter_build_scene (b), charter_build_instant (AT) };
  g_autoptr(CharterAssessment) here = charter_uphold_assess (&job.scene, job.at, NULL, NULL);
  GThread *thread = g_thread_new ("assess", assess_elsewhere, &job);
  g_autoptr(CharterAssessment) there = g_thread_join (thread);
  g_autofree char *a = charter_assessment_to_json (here), *c = charter_assessment_to_json (there);

  charter_assert_str (a, c);
}

static void
count_progress (goffset  done,
                goffset  all,
                gpointer data)
{
  guint *calls = data;

  cr_assert (done == ++*calls);
  cr_assert (all == 3);
}

CHARTER_TEST (uphold, assessing_can_be_watched_and_cancelled)
{
  g_autoptr(CharterBuild) b = build ();
  CharterScene scene = charter_build_scene (b);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CharterAssessment) assessment = NULL;
  g_autoptr(GError) error = NULL;
  guint calls = 0;

  assessment = charter_uphold_assess_with_progress (&scene, charter_build_instant (AT), cancellable,
                                                    count_progress, &calls, NULL);
  cr_assert (assessment != NULL);
  cr_assert (calls == 3);
  g_cancellable_cancel (cancellable);
  cr_assert (charter_uphold_assess (&scene, charter_build_instant (AT), cancellable, &error)
             == NULL);
  charter_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every check of every model charter gives an answer on an empty and on a small record, and
 * none that is not built is ever upheld. */

static void
assess_model (const char *id)
{
  g_autoptr(CharterDocument) document = charter_document_new_from_model (id, NULL);
  g_autofree char *text = g_strdelimit (charter_document_to_json (document), "'", '`');
  g_autoptr(CharterBuild) b = charter_build_new (NULL, "2026-01-05T09:00:00Z");
  g_autoptr(CharterView) view = NULL;
  g_autoptr(CharterAssessment) assessment = NULL;
  g_autoptr(GError) error = NULL;

  charter_build_add (b, "charter-adopted", "2026-01-05T09:00:00Z", "{\"charter\": %s}", text);
  charter_build_add_all (b, "[{'kind': 'partner-joined', 'at': '2026-01-05T09:00:00Z', 'data': "
                            "{'id': 'north', 'name': 'N'}},"
                            "{'kind': 'person-joined', 'at': '2026-01-05T09:00:00Z', 'data': "
                            "{'id': 'amira', 'for': ['north']}}]");
  view = charter_view_new (b->state, charter_state_get_head (b->state));
  assessment = charter_view_assess (view, AT, &error);
  charter_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (assessment)); i++)
    {
      g_autoptr(CharterFinding) finding = g_list_model_get_item (G_LIST_MODEL (assessment), i);
      g_autofree char *json = charter_finding_to_json (finding);

      cr_assert (charter_finding_get_summary (finding) != NULL);
      cr_assert (strchr (charter_finding_get_summary (finding), '{') == NULL, "%s", json);
      cr_assert (strstr (json, "…") == NULL, "%s", json);
    }
}

CHARTER_TEST (uphold, models_are_assessed)
{
  static const char *const models[] = {
    "co-production", "collaborative-care", "collaborative-working", "partnership-behaviour", "user-led-partnership"
  };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    assess_model (models[i]);
}

/* Speed: nothing grows faster than the record. */

static void
add_many (CharterBuild *b,
          guint         from,
          guint         to)
{
  for (guint i = from; i < to; i++)
    {
      charter_build_add (b, "contribution-made", "2026-02-02T09:00:00Z",
                         "{'id': 'x-%u', 'by': 'north', 'what': 'idea'}", i);
      charter_build_add (b, "contribution-answered", "2026-02-03T09:00:00Z",
                         "{'contribution': 'x-%u', 'adopted': 'full', 'reason': 'R'}", i);
    }
}

/* CPU time of this thread, which others that run disturb least. */
static gint64
time_assessment (CharterBuild *b)
{
  CharterScene scene = charter_build_scene (b);
  struct timespec start, end;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &start);
  g_object_unref (charter_uphold_assess (&scene, charter_build_instant (AT), NULL, NULL));
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &end);

  return (end.tv_sec - start.tv_sec) * 1000000 + (end.tv_nsec - start.tv_nsec) / 1000;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

#define PASSES 9

/* Both are larger than what a core's own cache holds: an entry takes four times as long once it
 * comes from memory.  What grew with the square would take sixteen times as long. */
CHARTER_TEST (uphold, time_grows_with_the_record)
{
  g_autoptr(CharterBuild) few = build ();
  g_autoptr(CharterBuild) many = build ();
  gint64 of_few[PASSES], of_many[PASSES];

  add_many (few, 0, 4000);
  add_many (many, 0, 16000);
  for (guint i = 0; i < PASSES; i++)
    {
      of_few[i] = time_assessment (few);
      of_many[i] = time_assessment (many);
    }
  qsort (of_few, PASSES, sizeof (gint64), compare_times);
  qsort (of_many, PASSES, sizeof (gint64), compare_times);
  g_printerr ("# %" G_GINT64_FORMAT " µs with 8000 entries, %" G_GINT64_FORMAT " µs with 32000\n",
              of_few[PASSES / 2], of_many[PASSES / 2]);
  cr_assert (of_many[PASSES / 2] < of_few[PASSES / 2] * 9, "%" G_GINT64_FORMAT " µs, then %"
             G_GINT64_FORMAT, of_few[PASSES / 2], of_many[PASSES / 2]);
}
