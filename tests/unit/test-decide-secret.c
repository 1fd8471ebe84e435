/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "charter-test.h"

#include <charter/charter.h>
#include <string.h>

/* Two histories that differ only in who cast which secret choice give the same bytes: for every
 * question, at every `known`, for what would follow, for what is refused, and in the export.
 * (Digests are those of openings with random salts, and are passed over.) */

#define VOTERS 6
#define ROUNDS 192

typedef struct
{
  const char *rule;         /* members beside id, method, secret and time */
  gboolean    partners;     /* the units are partners, some of whom send two persons */
  gboolean    weighted;
  gboolean    same;         /* whoever cast what, the result is the same */
  const char *method;       /* NULL: majority */
  const char *member;       /* of ballots on options; NULL: choice */
} Rule;

static const Rule rules[] = {
  { "\"quorum\":{\"share\":\"1/2\"}", FALSE, FALSE, TRUE },
  { "\"secret-totals\":\"always\",\"recast\":\"refused\"", FALSE, FALSE, TRUE },
  { "\"early\":{\"on\":\"all-voted\"}", FALSE, FALSE, TRUE },
  { "\"recast\":\"invalid\",\"tie\":[\"casting-vote\"]", FALSE, FALSE, TRUE },
  { "\"tests\":[{\"id\":\"all\",\"share\":\"1/2\"},{\"id\":\"lived\",\"constituency\":\"lived\","
    "\"share\":\"1/2\"}]", FALSE, FALSE, FALSE },
  { "\"quorum\":{\"at-least\":2,\"counts\":[\"for\",\"against\"]}", FALSE, FALSE, TRUE },
  { "\"quorum\":{\"at-least\":2,\"requires\":[{\"constituency\":\"lived\",\"at-least\":1}]}", FALSE,
    FALSE, TRUE },
  { "\"quorum\":{\"at-least\":2,\"counts\":[\"for\",\"against\"],\"requires\":[{\"constituency\":"
    "\"lived\",\"at-least\":1}]}", FALSE, FALSE, FALSE },
  { "\"speaks\":\"last\"", TRUE, FALSE, FALSE },
  { "\"speaks\":\"agreed\"", TRUE, FALSE, FALSE },
  { "\"speaks\":\"last\"", TRUE, TRUE, FALSE },
  { "\"speaks\":\"last\",\"tests\":[{\"id\":\"heads\",\"by\":\"heads\",\"share\":\"1/2\"}]", TRUE, TRUE,
    FALSE },
  { "\"quorum\":{\"share\":\"1/2\"}", FALSE, FALSE, TRUE, "approval", "approves" },
  { "\"secret-totals\":\"always\",\"seats\":2", FALSE, FALSE, TRUE, "approval", "approves" },
  { "\"default-option\":\"y\",\"quorum\":{\"at-least\":2,\"per\":\"option\"},\"option-tests\":[{"
    "\"id\":\"ratio\",\"option-over\":\"default\",\"share\":\"1/2\"}]", FALSE, FALSE, TRUE,
    "schulze", "ranking" },
  { "\"recast\":\"invalid\",\"tie\":[\"first-ranks\",\"casting-vote\"]", FALSE, FALSE, TRUE,
    "ranked-pairs", "ranking" },
  { "\"tie\":[\"seniority\",\"casting-vote\"]", FALSE, FALSE, TRUE, "instant-runoff", "ranking" },
  { "\"seats\":2,\"secret-totals\":\"always\"", FALSE, FALSE, TRUE, "stv", "ranking" },
  { "\"seats\":2,\"tie\":[\"lot\"]", FALSE, FALSE, FALSE, "borda", "ranking" },
  { "\"counting\":{\"score-at-least\":0,\"score-at-most\":5}", FALSE, FALSE, TRUE, "score",
    "scores" },
  { "\"quorum\":{\"at-least\":2,\"requires\":[{\"constituency\":\"lived\",\"at-least\":1}],"
    "\"counts\":[\"for\"]},\"tests\":[{\"id\":\"lived\",\"constituency\":\"lived\",\"share\":"
    "\"1/2\",\"base\":\"cast\"}]", FALSE, FALSE, FALSE, "score", "scores" },
  { "\"speaks\":\"last\",\"seats\":2", TRUE, TRUE, FALSE, "stv", "ranking" },
  { "\"speaks\":\"agreed\",\"quorum\":{\"share\":\"1/3\",\"per\":\"option\"}", TRUE, FALSE, FALSE,
    "approval", "approves" },
};

#define N_CHOICES 3

static const struct { const char *member, *choices[N_CHOICES]; } ballots[] = {
  { "choice", { "\"for\"", "\"against\"", "\"abstain\"" } },
  { "approves", { "[\"x\"]", "[\"y\",\"z\"]", "[]" } },
  { "ranking", { "[\"x\",\"y\",\"z\"]", "[\"z\",\"y\"]", "[\"y\"]" } },
  { "scores", { "{\"x\":5,\"y\":2}", "{\"z\":4,\"y\":3}", "{}" } },
};

/* "approves":["x"] */
static char *
ballot_text (const Rule *rule,
             guint       choice)
{
  guint i = 0;

  while (g_strcmp0 (ballots[i].member, rule->member != NULL ? rule->member : "choice") != 0)
    i++;

  return g_strdup_printf ("\"%s\":%s", ballots[i].member, ballots[i].choices[choice]);
}

/* What happens, but for who casts what. */
typedef struct
{
  const Rule *rule;
  GPtrArray  *entries;      /* char *; of a ballot the choice is "@N" */
} Story;

static void G_GNUC_PRINTF (4, 5)
add (Story      *story,
     const char *kind,
     const char *at,
     const char *format,
     ...)
{
  g_autofree char *data = NULL;
  va_list args;

  va_start (args, format);
  data = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (story->entries,
                   g_strdup_printf ("{\"kind\":\"%s\",\"at\":\"%s\",\"id\":\"n-%u\",\"data\":{%s}}",
                                    kind, at, story->entries->len, data));
}

static char *
charter_text (const Rule *rule)
{
  return g_strdup_printf (
    "{\"charter\":\"1\",\"id\":\"c\",\"title\":\"C\",\"sections\":[{\"id\":\"s\",\"title\":\"S\","
    "\"clauses\":[{\"id\":\"heard\",\"kind\":\"principle\",\"text\":\"All voices are heard.\","
    "\"checks\":[{\"check\":\"voices-heard\",\"of\":\"partners\",\"within-last\":3},"
    "{\"check\":\"views-weighed\",\"of\":\"lost\"},{\"check\":"
    "\"views-weighed\"},{\"check\":\"decisions-acted-on\"}]}]}],"
    "\"constituencies\":[{\"id\":\"lived\",\"name\":\"L\"}],"
    "\"periods\":{\"publish-decision\":\"P7D\"},"
    "\"conflicts\":{\"regime\":\"fixed-base\",\"remedies\":[\"adjourn\"]},"
    "\"rules\":[{\"id\":\"r\",\"method\":\"%s\",\"secret\":true,\"unit\":\"%s\","
    "\"time\":{\"open\":\"P7D\",\"review\":\"P1Y\"},%s}]}",
    rule->method != NULL ? rule->method : "majority", rule->partners ? "partner" : "person", rule->rule);
}

static void
add_people (Story *story)
{
  for (guint i = 0; i < VOTERS && story->rule->partners; i++)
    add (story, "partner-joined", "2026-01-05T09:00:00Z", "\"id\":\"org-%u\",\"name\":\"P\",\"weight\":%u",
         i, story->rule->weighted ? i + 1 : 1);
  for (guint i = 0; i < VOTERS; i++)
    {
      g_autofree char *acts = story->rule->partners
                                ? g_strdup_printf (",\"for\":[\"org-%u\"]", i / (i < 2 ? 2 : 1))
                                : g_strdup ("");

      add (story, "person-joined", "2026-01-05T09:00:00Z", "\"id\":\"p%u\"%s%s", i, acts,
           i == 0 ? ",\"constituencies\":[\"lived\"]" : "");
    }
}

static void
add_ballots (Story *story,
             GRand *rand)
{
  for (guint i = 0; i < VOTERS; i++)
    {
      if (g_rand_int_range (rand, 0, 8) == 0)
        continue;
      add (story, "ballot-cast", "2026-01-08T09:00:00Z",
           "\"decision\":\"item\",\"voter\":\"p%u\",\"choice\":\"@%u\"", i, i);
      if (g_rand_int_range (rand, 0, 4) == 0)
        add (story, "ballot-cast", "2026-01-08T10:00:00Z",
             "\"decision\":\"item\",\"voter\":\"p%u\",\"choice\":\"@%u\"", i, i);
      if (g_rand_int_range (rand, 0, 8) == 0)
        add (story, "ballot-withdrawn", "2026-01-08T11:00:00Z",
             "\"decision\":\"item\",\"voter\":\"p%u\"", i);
    }
}

static void
tell (Story *story,
      GRand *rand)
{
  g_autofree char *charter = charter_text (story->rule);

  add (story, "partnership-founded", "2026-01-01T09:00:00Z",
       "\"id\":\"us\",\"title\":\"Us\",\"zone\":\"UTC\",\"origin\":\"us\",\"format\":\"1\"");
  add (story, "charter-adopted", "2026-01-01T09:00:00Z", "\"charter\":%s", charter);
  add_people (story);
  add (story, "decision-proposed", "2026-01-06T09:00:00Z",
       "\"id\":\"item\",\"title\":\"T\",\"rule\":\"r\",\"about\":[\"acme\"]%s",
       story->rule->member != NULL
         ? ",\"options\":[{\"id\":\"x\"},{\"id\":\"y\"},{\"id\":\"z\",\"person\":\"p0\"}]" : "");
  add (story, "decision-opened", "2026-01-07T09:00:00Z", "\"decision\":\"item\"");
  if (!story->rule->partners && g_rand_boolean (rand) && !strstr (story->rule->rule, "always"))
    add (story, "delegation-made", "2026-01-07T10:00:00Z",
         "\"id\":\"del\",\"from\":\"p5\",\"to\":\"p1\",\"scope\":\"decision:item\"");
  add_ballots (story, rand);
  if (g_rand_boolean (rand))
    add (story, "interest-declared", "2026-01-09T09:00:00Z",
         "\"id\":\"i\",\"person\":\"p4\",\"party\":\"acme\",\"category\":\"financial\"");
  if (g_rand_boolean (rand))
    add (story, "stepped-out", "2026-01-09T10:00:00Z", "\"decision\":\"item\",\"person\":\"p3\"");
  if (strstr (story->rule->rule, "casting-vote") != NULL)
    add (story, "casting-vote-given", "2026-01-15T08:00:00Z",
         "\"decision\":\"item\",\"person\":\"p2\",\"choice\":\"%s\"",
         story->rule->member != NULL ? "x" : "for");
  add (story, "decision-closed", "2026-01-15T09:00:00Z", "\"decision\":\"item\"");
  add (story, "decision-published", "2026-01-16T09:00:00Z", "\"decision\":\"item\"");
  add (story, "entry-redacted", "2026-01-17T09:00:00Z",
       "\"entry\":\"n-%u\",\"members\":[\"%s\"],\"rule\":\"retention\"",
       (story->rule->partners ? 2u : 1u) * VOTERS + 4,
       story->rule->member != NULL ? story->rule->member : "choice");
}

/* The entry with the choices filled in. */
static char *
filled (const Rule  *rule,
        const char  *entry,
        const guint *of)
{
  static const char name[] = "\"choice\":";
  const char *mark = strstr (entry, "\"@");
  g_autofree char *ballot = NULL;

  if (mark == NULL)
    return g_strdup (entry);
  ballot = ballot_text (rule, of[mark[2] - '0']);

  return g_strdup_printf ("%.*s%s%s", (int) (mark - entry - (int) strlen (name)), entry, ballot,
                          mark + 4);
}

/* What is supposed or tried, with ballots of the rule. */
static char *
fitted (const Rule *rule,
        const char *text)
{
  static const char choice[] = "\"choice\":\"for\"";
  const char *mark = strstr (text, choice);
  g_autofree char *ballot = NULL;

  if (mark == NULL || rule->member == NULL)
    return g_strdup (text);
  ballot = strstr (text, "casting") != NULL ? g_strdup ("\"choice\":\"x\"") : ballot_text (rule, 0);

  return g_strdup_printf ("%.*s%s%s", (int) (mark - text), text, ballot, mark + strlen (choice));
}

static gboolean
record (const Rule         *rule,
        CharterPartnership *partnership,
        const char         *entry,
        const guint        *of,
        GString            *out)
{
  g_autofree char *text = filled (rule, entry, of);
  g_autofree char *at = g_strndup (strstr (text, "\"at\":\"") + 6, 20);
  g_autoptr(GError) error = NULL;
  g_autoptr(CharterEntry) made = NULL;

  charter_partnership_set_clock (partnership, at, NULL);
  made = charter_partnership_submit (partnership, text, &error);
  g_string_append_printf (out, "%s\n", error != NULL ? error->message : "ok");
  cr_assert (made != NULL || strstr (text, "ballot-") != NULL || strstr (text, "redacted") != NULL
             || strstr (text, "\"decision-") != NULL, "%s\n%s", text,
             error != NULL ? error->message : "");

  return made != NULL;
}

/* Everything that can be asked */

static void
take (GString *out,
      char    *text,
      GError **error)
{
  g_string_append_printf (out, "%s\n", text != NULL ? text : *error != NULL ? (*error)->message : "-");
  g_free (text);
  g_clear_error (error);
}

#define ASK(out, type, object, json)                        \
  G_STMT_START {                                            \
    g_autoptr(type) asked_ = (object);                      \
    take ((out), asked_ != NULL ? (json) (asked_) : NULL, &error); \
  } G_STMT_END

static void
ask_list (GString    *out,
          GListModel *list)
{
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(CharterObligation) item = g_list_model_get_item (list, i);
      g_autofree char *json = charter_obligation_to_json (item);

      g_string_append_printf (out, "%s\n", json);
    }
  g_clear_object (&list);
}

static void
ask_at (GString     *out,
        CharterView *view,
        const char  *at,
        gboolean     assess)
{
  g_autoptr(GError) error = NULL;

  ASK (out, CharterOutcome, charter_view_decide (view, "item", at, &error), charter_outcome_to_json);
  ASK (out, CharterElectorate, charter_view_electorate (view, "item", at, &error),
       charter_electorate_to_json);
  for (guint i = 0; i < VOTERS; i++)
    {
      g_autofree char *person = g_strdup_printf ("p%u", i);

      ASK (out, CharterVerdict, charter_view_may (view, person, "vote", "item", at, &error),
           charter_verdict_to_json);
      take (out, charter_view_describe (view, person, at, &error), &error);
    }
  take (out, charter_view_describe (view, "item", at, &error), &error);
  take (out, charter_view_export_register (view, at, FALSE, &error), &error);
  ask_list (out, charter_view_list_obligations (view, at, NULL, NULL, &error));
  if (assess)
    ASK (out, CharterAssessment, charter_view_assess (view, at, &error), charter_assessment_to_json);
}

static const char *const times[] = { "2026-01-07T12:00:00Z", "2026-01-08T12:00:00Z",
                                     "2026-01-14T09:00:00Z", "2026-01-20T09:00:00Z" };

static const char *const supposed[] = {
  "[{\"kind\":\"ballot-withdrawn\",\"at\":\"2026-01-10T09:00:00Z\",\"data\":{\"decision\":\"item\","
  "\"voter\":\"p1\"}}]",
  "[{\"kind\":\"ballot-cast\",\"at\":\"2026-01-10T09:00:00Z\",\"data\":{\"decision\":\"item\","
  "\"voter\":\"p1\",\"choice\":\"for\"}}]",
  "[{\"kind\":\"decision-closed\",\"at\":\"2026-01-15T09:00:00Z\",\"data\":{\"decision\":\"item\"}}]",
  "[{\"kind\":\"decision-reopened\",\"at\":\"2026-01-18T09:00:00Z\",\"data\":{\"decision\":\"item\"}}]",
  "[{\"kind\":\"stepped-out\",\"at\":\"2026-01-10T09:00:00Z\",\"data\":{\"decision\":\"item\",\"person\":"
  "\"p0\"}}]",
};

static const char *const tried[] = {
  "{\"kind\":\"ballot-cast\",\"at\":\"2026-01-08T09:00:00Z\",\"id\":\"n-10\",\"data\":{\"decision\":"
  "\"item\",\"voter\":\"p0\",\"choice\":\"for\"}}",
  "{\"kind\":\"decision-closed\",\"at\":\"2026-01-15T09:00:00Z\",\"data\":{\"decision\":\"item\"}}",
  "{\"kind\":\"casting-vote-given\",\"at\":\"2026-01-15T09:00:00Z\",\"data\":{\"decision\":\"item\","
  "\"person\":\"p2\",\"choice\":\"for\"}}",
  "{\"kind\":\"entry-redacted\",\"at\":\"2026-01-15T09:00:00Z\",\"data\":{\"entry\":\"n-11\",\"members\":"
  "[\"choice\"],\"rule\":\"retention\"}}",
  "{\"kind\":\"entry-corrected\",\"at\":\"2026-01-15T09:00:00Z\",\"data\":{\"entry\":\"n-11\",\"set\":"
  "{\"choice\":\"for\"}}}",
  "{\"kind\":\"decision-enacted\",\"at\":\"2026-01-16T09:00:00Z\",\"data\":{\"decision\":\"item\"}}",
};

static void
ask_supposed (GString     *out,
              const Rule  *rule,
              CharterView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (supposed); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = fitted (rule, supposed[i]);
      g_autoptr(CharterView) next = charter_view_suppose (view, text, &error);

      if (next == NULL)
        g_string_append_printf (out, "%s\n", error->message);
      else
        ask_at (out, next, "2026-01-20T09:00:00Z", FALSE);
    }
}

static void
ask_tried (GString            *out,
           const Rule         *rule,
           CharterPartnership *partnership)
{
  for (guint i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = fitted (rule, tried[i]);
      g_autoptr(CharterRefusal) refusal = charter_partnership_try_submission (partnership, text,
                                                                              &error);

      take (out, refusal != NULL ? charter_refusal_to_json (refusal) : NULL, &error);
    }
}

static void
ask_export (GString            *out,
            CharterPartnership *partnership)
{
  for (int clear = 0; clear < 2; clear++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr(GError) error = NULL;

      charter_partnership_export (partnership, stream,
                                  clear ? CHARTER_LINE_FORM_SUBMISSION : CHARTER_LINE_FORM_RECORD, NULL,
                                  &error);
      charter_assert_no_error (error);
      g_string_append_len (out, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                           g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
    }
}

/* Runs of 64 hexadecimal digits become one letter; so does what follows a commitment. */
static char *
without_digests (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize n = strspn (text, "0123456789abcdef");

      if (n == 64)
        g_string_append_c (out, 'X');
      else
        g_string_append_len (out, text, MAX (n, 1));
      text += MAX (n, 1);
    }

  return g_string_free (out, FALSE);
}

typedef struct
{
  CharterPartnership *partnership;
  const Rule         *rule;
  guint               of[VOTERS];    /* who casts what */
} Side;

static void
same_bytes (GString    *a,
            GString    *b,
            const char *where,
            guint       round)
{
  g_autofree char *x = without_digests (a->str), *y = without_digests (b->str);
  gsize at = 0;

  for (; x[at] != '\0' && x[at] == y[at]; at++);
  cr_assert (x[at] == y[at], "round %u, %s:\n%.400s\nand\n%.400s", round, where,
             x + (at > 200 ? at - 200 : 0), y + (at > 200 ? at - 200 : 0));
  g_string_free (a, TRUE);
  g_string_free (b, TRUE);
}

#define BOTH(sides, where, round, call)                                            \
  G_STMT_START {                                                                   \
    GString *texts_[2];                                                            \
    for (int s_ = 0; s_ < 2; s_++)                                                 \
      {                                                                            \
        GString *out = texts_[s_] = g_string_new (NULL);                           \
        CharterPartnership *partnership = (sides)[s_].partnership;                 \
        g_autoptr(CharterView) view = charter_partnership_get_view (partnership);  \
        (void) view;                                                               \
        call;                                                                      \
      }                                                                            \
    same_bytes (texts_[0], texts_[1], (where), (round));                           \
  } G_STMT_END

/* What is known of the result, with what was drawn of what nobody can know. */
static char *
result_of (CharterPartnership *partnership)
{
  g_autoptr(CharterView) view = charter_partnership_get_view (partnership);
  g_autoptr(CharterOutcome) outcome = charter_view_decide (view, "item", times[3], NULL);
  g_autoptr(GEnumClass) class = g_type_class_ref (CHARTER_TYPE_RESULT);
  g_autofree char *json = outcome != NULL ? charter_outcome_to_json (outcome) : NULL;
  g_autofree char *text = json != NULL ? without_digests (json) : g_strdup ("");
  const char *ties = strstr (text, "\"ties\":"), *winners = strstr (text, "\"winners\":");

  return g_strconcat (
    outcome != NULL
      ? g_enum_get_value (class, (int) charter_outcome_get_result (outcome))->value_nick : "",
    ties != NULL ? ties : winners, NULL);
}

static void
compare_now (const Side *sides,
             guint       round)
{
  for (guint t = 0; t < G_N_ELEMENTS (times); t++)
    BOTH (sides, times[t], round, ask_at (out, view, times[t], t == 3));
  BOTH (sides, "supposing", round, ask_supposed (out, sides->rule, view));
  BOTH (sides, "trying", round, ask_tried (out, sides->rule, partnership));
}

/* FALSE once what is known of the result, which is no secret, differs. */
static gboolean
record_both (const Side *sides,
             const char *entry,
             gboolean    must_agree,
             guint       round)
{
  g_autoptr(GString) a = g_string_new (NULL), b = g_string_new (NULL);
  g_autofree char *first = NULL, *second = NULL;

  record (sides[0].rule, sides[0].partnership, entry, sides[0].of, a);
  record (sides[1].rule, sides[1].partnership, entry, sides[1].of, b);
  first = result_of (sides[0].partnership);
  second = result_of (sides[1].partnership);
  if (g_str_equal (a->str, b->str) && g_str_equal (first, second))
    return TRUE;
  cr_assert (!must_agree, "round %u: %s: %s%s\nbut %s%s", round, entry, a->str, first, b->str,
             second);

  return FALSE;
}

static guint
count_of (const Story *story,
          const char  *kind,
          guint        voter)
{
  g_autofree char *name = g_strdup_printf ("\"p%u\"", voter);
  guint n = 0;

  for (guint i = 0; i < story->entries->len; i++)
    n += strstr (story->entries->pdata[i], kind) != NULL
         && strstr (story->entries->pdata[i], name) != NULL;

  return n;
}

/* Does the ballot count, so that it is all the same whose it is?  Of two persons of one partner
 * the last one speaks. */
static gboolean
counts (const Story *story,
        guint        voter)
{
  guint n = count_of (story, "ballot-cast", voter);

  return n > 0 && count_of (story, "ballot-withdrawn", voter) == 0
         && count_of (story, "stepped-out", voter) == 0
         && count_of (story, "interest-declared", voter) == 0
         && (n == 1 || strstr (story->rule->rule, "invalid") == NULL)
         && (voter > 1 || strstr (story->rule->rule, "last") == NULL);
}

static void
choose (Side        *sides,
        const Story *story,
        GRand       *rand)
{
  for (guint i = 0; i < VOTERS; i++)
    sides[0].of[i] = sides[1].of[i] = (guint) g_rand_int_range (rand, 0, N_CHOICES);
  for (guint i = VOTERS; i-- > 1;)
    {
      guint k = (guint) g_rand_int_range (rand, 0, (int) i + 1), kept = sides[1].of[i];

      if (!counts (story, i) || !counts (story, k))
        continue;
      sides[1].of[i] = sides[1].of[k];
      sides[1].of[k] = kept;
    }
}

static guint
compare_story (GRand *rand,
               guint  round)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  Story story = { &rules[round % G_N_ELEMENTS (rules)], entries };
  Side sides[2] = { { charter_partnership_new (), story.rule }, { charter_partnership_new (), story.rule } };
  gboolean alike = TRUE;
  g_autofree char *all = NULL;

  tell (&story, rand);
  g_ptr_array_add (entries, NULL);
  all = g_strjoinv ("", (char **) entries->pdata);
  g_ptr_array_set_size (entries, (int) entries->len - 1);
  choose (sides, &story, rand);
  for (guint i = 0; i < entries->len && alike; i++)
    {
      alike = record_both (sides, entries->pdata[i], story.rule->same && !strstr (all, "delegation-made"), round);
      if (alike && i > entries->len / 2)
        compare_now (sides, round);
    }
  if (alike)
    BOTH (sides, "the export", round, ask_export (out, partnership));
  g_object_unref (sides[0].partnership);
  g_object_unref (sides[1].partnership);

  return alike;
}

CHARTER_TEST (secret, who_cast_which_choice_shows_nowhere)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260401);
  guint whole = 0;

  for (guint round = 0; round < ROUNDS; round++)
    whole += compare_story (rand, round);
  cr_assert (whole * 2 > ROUNDS, "%u of %d histories compared to their end", whole, ROUNDS);
}
