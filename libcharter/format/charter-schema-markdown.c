/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "format/charter-schema-json-private.h"

#include "format/charter-kinds-private.h"
#include "format/charter-schema-check-private.h"

/* The tables of doc/format.md. */

#define K(CONSTANT) CHARTER_KIND_##CONSTANT
#define GROUP(title_, kinds_) { title_, kinds_, G_N_ELEMENTS (kinds_) }

static const guint8 standing[] = {
  K (PARTNERSHIP_FOUNDED), K (CHARTER_ADOPTED), K (CHARTER_SIGNED), K (CHARTER_REAFFIRMED),
  K (PARTNER_JOINED), K (PARTNER_LEFT), K (PERSON_JOINED), K (PERSON_LEFT), K (ASSET_NOTED),
  K (AGREEMENT_MADE), K (AGREEMENT_ACCEPTED)
};
static const guint8 roles[] = {
  K (ROLE_DEFINED), K (ROLE_GIVEN), K (ROLE_ENDED), K (DELEGATION_MADE), K (DELEGATION_RECALLED)
};
static const guint8 interests[] = {
  K (LINK_STATED), K (LINK_ENDED), K (INTEREST_DECLARED), K (INTEREST_ENDED),
  K (NOTHING_DECLARED), K (CONFLICT_RULED), K (DISPENSATION_GRANTED), K (STEPPED_OUT),
  K (STEPPED_IN)
};
static const guint8 decisions[] = {
  K (DECISION_PROPOSED), K (DECISION_AMENDED), K (DECISION_SECONDED), K (DECISION_OPENED),
  K (VIEW_SOUGHT), K (VIEW_GIVEN), K (OBJECTION_RAISED), K (OBJECTION_ANSWERED), K (BALLOT_CAST),
  K (BALLOT_WITHDRAWN), K (DECISION_CLOSED), K (CONSENSUS_CALLED), K (CASTING_VOTE_GIVEN),
  K (DECISION_PUBLISHED), K (DECISION_WITHDRAWN), K (DECISION_ENACTED), K (DECISION_REOPENED)
};
static const guint8 meetings[] = {
  K (MEETING_CALLED), K (MEETING_CHANGED), K (MEETING_CANCELLED), K (ATTENDANCE_NOTED),
  K (SPEECH_NOTED), K (MINUTES_DRAFTED), K (MINUTES_APPROVED), K (NOTICE_SENT),
  K (INFORMATION_SHARED), K (ACTIVITY_PLANNED)
};
static const guint8 actions[] = {
  K (OBJECTIVE_AGREED), K (ACTION_AGREED), K (ACTION_PROGRESSED), K (ACTION_DONE),
  K (ACTION_DROPPED), K (RESOURCE_PLEDGED), K (RESOURCE_USED), K (NEED_IDENTIFIED), K (NEED_MET),
  K (SUPPORT_ASKED), K (SUPPORT_GIVEN)
};
static const guint8 concerns[] = {
  K (CONCERN_RAISED), K (CONCERN_ACKNOWLEDGED), K (CONCERN_ASSIGNED), K (SUPPORTER_NAMED),
  K (CONCERN_UPDATED), K (CONCERN_CLOSED), K (DETRIMENT_REPORTED)
};
static const guint8 voice[] = {
  K (CONTRIBUTION_MADE), K (CONTRIBUTION_ANSWERED), K (SUCCESS_CELEBRATED)
};
static const guint8 evidence[] = {
  K (CLAIM_MADE), K (EVIDENCE_FILED), K (OUTCOME_REPORTED), K (REVIEW_HELD), K (ATTESTATION_MADE)
};
static const guint8 record[] = {
  K (ENTRY_CORRECTED), K (ENTRY_REDACTED), K (CHECKPOINT_SIGNED)
};

const CharterKindGroup charter_kind_groups[] = {
  GROUP ("Standing", standing),
  GROUP ("Roles", roles),
  GROUP ("Interests", interests),
  GROUP ("Decisions", decisions),
  GROUP ("Meetings and information", meetings),
  GROUP ("Actions and resources", actions),
  GROUP ("Concerns", concerns),
  GROUP ("Voice and learning", voice),
  GROUP ("Evidence and reviews", evidence),
  GROUP ("The record itself", record),
};

const guint charter_n_kind_groups = G_N_ELEMENTS (charter_kind_groups);

static const char *const refers_words[] = {
  [CHARTER_REFERS_PARTNER] = "a partner",
  [CHARTER_REFERS_PERSON] = "a person",
  [CHARTER_REFERS_UNIT] = "a partner or a person",
  [CHARTER_REFERS_PARTY] = "a partner, a person or an outside party",
  [CHARTER_REFERS_DECISION] = "a decision",
  [CHARTER_REFERS_MEETING] = "a meeting",
  [CHARTER_REFERS_AGREEMENT] = "an agreement",
  [CHARTER_REFERS_OBJECTIVE] = "an objective",
  [CHARTER_REFERS_ACTION] = "an action",
  [CHARTER_REFERS_ACTIVITY] = "an activity",
  [CHARTER_REFERS_CONTRIBUTION] = "a contribution",
  [CHARTER_REFERS_NEED] = "a need",
  [CHARTER_REFERS_SUPPORT] = "a request for support",
  [CHARTER_REFERS_RESOURCE] = "a pledge",
  [CHARTER_REFERS_CONCERN] = "a concern",
  [CHARTER_REFERS_CLAIM] = "a claim",
  [CHARTER_REFERS_OBJECTION] = "an objection",
  [CHARTER_REFERS_LINK] = "a link",
  [CHARTER_REFERS_INTEREST] = "an interest",
  [CHARTER_REFERS_DISPENSATION] = "a dispensation",
  [CHARTER_REFERS_DELEGATION] = "a delegation",
  [CHARTER_REFERS_ROLE] = "a role",
  [CHARTER_REFERS_CONSTITUENCY] = "a constituency",
  [CHARTER_REFERS_RULE] = "a rule",
  [CHARTER_REFERS_CLAUSE] = "a clause",
  [CHARTER_REFERS_CYCLE] = "a review cycle",
  [CHARTER_REFERS_ENTRY] = "an entry",
  [CHARTER_REFERS_THING] = "a thing made in the record",
  [CHARTER_REFERS_ANY] = "a thing, clause, role, rule, cycle or constituency",
  [CHARTER_REFERS_AUDIENCE] = "a partner, a person, a constituency or an audience",
};

const char *
charter_refers_describe (CharterRefers refers)
{
  return (guint) refers < G_N_ELEMENTS (refers_words) ? refers_words[refers] : NULL;
}

/* — cells — */

static const char *const type_words[] = {
  [CHARTER_TYPE_TEXT] = "text",
  [CHARTER_TYPE_CODE] = "word",
  [CHARTER_TYPE_NAME] = "id",
  [CHARTER_TYPE_INSTANT] = "instant",
  [CHARTER_TYPE_DATE] = "date",
  [CHARTER_TYPE_PERIOD] = "period",
  [CHARTER_TYPE_FRACTION] = "fraction",
  [CHARTER_TYPE_INTEGER] = "whole number",
  [CHARTER_TYPE_BOOLEAN] = "true or false",
  [CHARTER_TYPE_ENUM] = "word",
  [CHARTER_TYPE_DIGEST] = "digest",
  [CHARTER_TYPE_OBJECT] = "object",
  [CHARTER_TYPE_MAP] = "object",
  [CHARTER_TYPE_ZONE] = "time zone",
  [CHARTER_TYPE_REPEAT] = "period or rule",
  [CHARTER_TYPE_VALUE] = "any simple value",
  [CHARTER_TYPE_AMOUNT] = "number or fraction",
  [CHARTER_TYPE_GAP] = "number, fraction or period",
  [CHARTER_TYPE_REMEDY] = "remedy",
  [CHARTER_TYPE_CHARTER] = "charter",
};

static void
append_link (GString    *out,
             const char *text,
             const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, ".", -1);
  g_autofree char *anchor = g_strjoinv ("", parts);   /* as renderers make it from a heading */

  g_string_append_printf (out, "[%s](#%s)", text, anchor);
}

static void
append_one_type (GString          *out,
                 const CharterRow *row)
{
  if (row->type == CHARTER_TYPE_OBJECT && row->shape != NULL)
    append_link (out, row->shape->name, row->shape->name);
  else if (row->type == CHARTER_TYPE_CHARTER)
    append_link (out, "charter", charter_document_shape.name);
  else if (row->type == CHARTER_TYPE_MAP)
    g_string_append_printf (out, "object, values: %s", type_words[row->item]);
  else if (row->type == CHARTER_TYPE_ENUM && row->values == charter_kind_names)
    g_string_append (out, "a kind");
  else if (row->type == CHARTER_TYPE_ENUM)
    for (guint i = 0; row->values[i] != NULL; i++)
      g_string_append_printf (out, "%s`%s`", i > 0 ? " " : "", row->values[i]);
  else
    g_string_append (out, type_words[row->type]);
}

static void
append_type (GString          *out,
             const CharterRow *row)
{
  gboolean one_or_list = (row->flags & CHARTER_ROW_ONE_OR_LIST) != 0;

  append_one_type (out, row);
  if (row->type == CHARTER_TYPE_INTEGER && row->max != 0 && row->max != CHARTER_RECORD_INTEGER_MAX)
    g_string_append_printf (out, " %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, row->min, row->max);
  if (row->flags & CHARTER_ROW_LIST)
    g_string_append (out, one_or_list ? ", list (ties: lists in it)" : ", list");
  else if (one_or_list)
    g_string_append (out, ", one or a list");
}

static void
append_refers (GString          *out,
               const CharterRow *row)
{
  const char *kind = charter_refers_kind (row->refers);
  const char *words = charter_refers_describe (row->refers);

  if (kind != NULL)
    append_link (out, words, kind);
  else if (words != NULL)
    g_string_append (out, words);
}

static const char *
describe_keeping (const CharterRow *row)
{
  if (row->flags & CHARTER_ROW_PRIVATE)
    return "private";
  if (row->flags & CHARTER_ROW_SEALED)
    return "sealed";
  if (row->flags & CHARTER_ROW_SEALED_IF_SECRET)
    return "sealed if the rule is secret";
  if (row->flags & CHARTER_ROW_SEALED_IF_ANONYMOUS)
    return "sealed if anonymous";
  return "clear";
}

static const char *
describe_need (const CharterRow *row)
{
  if (row->flags & CHARTER_ROW_ASSIGNED)
    return "assigned";
  if (row->flags & CHARTER_ROW_DRAWN)
    return "drawn";
  return row->flags & CHARTER_ROW_REQUIRED ? "yes" : "";
}

/* — tables — */

static void
append_row (GString          *out,
            const CharterRow *row,
            gboolean          is_entry)
{
  g_string_append_printf (out, "| `%s` | ", row->name);
  append_type (out, row);
  g_string_append_printf (out, " | %s | ", describe_need (row));
  append_refers (out, row);
  if (is_entry)
    g_string_append_printf (out, " | %s | %s", describe_keeping (row),
                            row->flags & CHARTER_ROW_CORRECTABLE ? "yes" : "");
  g_string_append_printf (out, " | %s |\n", row->meaning);
}

static void
append_alternatives (GString    *out,
                     const char *alternatives)
{
  g_auto(GStrv) groups = NULL;

  if (alternatives == NULL)
    return;

  groups = g_strsplit (alternatives, " ", -1);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      gboolean may_be_none = groups[i][0] == '?';
      g_auto(GStrv) names = g_strsplit (groups[i] + may_be_none, "|", -1);
      g_autofree char *list = g_strjoinv ("`, `", names);

      g_string_append_printf (out, "%s of `%s`.\n\n", may_be_none ? "At most one" : "Exactly one",
                              list);
    }
}

static void
append_table (GString            *out,
              const CharterShape *shape,
              gboolean            is_entry)
{
  append_alternatives (out, shape->alternatives);
  if (is_entry)
    g_string_append (out, "| member | type | required | names | kept | correctable | meaning |\n"
                          "|---|---|---|---|---|---|---|\n");
  else
    g_string_append (out, "| member | type | required | names | meaning |\n"
                          "|---|---|---|---|---|\n");
  for (guint i = 0; i < shape->n_rows; i++)
    append_row (out, &shape->rows[i], is_entry);
  g_string_append_c (out, '\n');
}

static void
append_shape (GString            *out,
              const CharterShape *shape,
              gboolean            is_entry)
{
  g_string_append_printf (out, "### %s\n\n%s\n\n", shape->name, shape->meaning);
  append_table (out, shape, is_entry);
}

/* The shapes inside a shape, each once, in the order in which they come. */
static void
append_parts (GString            *out,
              const CharterShape *shape,
              GPtrArray          *seen,
              gboolean            is_entry)
{
  for (guint i = 0; i < shape->n_rows; i++)
    {
      const CharterShape *part = shape->rows[i].shape;

      if (part == NULL || g_ptr_array_find (seen, part, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer) part);
      append_shape (out, part, is_entry);
      append_parts (out, part, seen, is_entry);
    }
}

static const char *
find_speaker (const CharterShape *shape)
{
  for (guint i = 0; i < shape->n_rows; i++)
    {
      if (shape->rows[i].flags & CHARTER_ROW_SPEAKER)
        return shape->rows[i].name;
    }
  return NULL;
}

static void
append_kind (GString           *out,
             const CharterKind *kind)
{
  const char *act = charter_kind_get_act (kind);
  const char *speaker = find_speaker (&kind->data);

  g_string_append_printf (out, "### %s\n\n%s\n\n%s", kind->data.name, kind->data.meaning,
                          kind->flags & CHARTER_KIND_STARRED ? "★ " : "");
  if (act != NULL)
    g_string_append_printf (out, "Act: `%s`.", act);
  else
    g_string_append (out, "No act is needed, and there is no `by`; times are cut to the day.");
  if (speaker != NULL)
    g_string_append_printf (out, " `%s` speaks: where that is not `by`, the act `record-for` is "
                            "needed.", speaker);
  if (kind->flags & CHARTER_KIND_COUNTS)
    g_string_append (out, " Bears on a count: not taken once its decision is closed.");
  g_string_append (out, "\n\n");
  append_table (out, &kind->data, TRUE);
}

static void
append_group (GString                *out,
              const CharterKindGroup *group,
              GPtrArray              *seen)
{
  g_string_append_printf (out, "## %s\n\n", group->title);
  for (guint i = 0; i < group->n_kinds; i++)
    {
      const CharterKind *kind = charter_kinds[group->kinds[i]];

      append_kind (out, kind);
      append_parts (out, &kind->data, seen, TRUE);
    }
}

static const char introduction[] =
  "# Formats\n\n"
  "Made from the schema tables; do not edit.\n\n"
  "*Required*: `yes`; `drawn`, an id is drawn where none is given; `assigned`, worked out when "
  "the entry is recorded, and not to be given. *Names*: what an id refers to. *Kept*: `clear`; "
  "`private`, only a commitment stands in the record and the value beside it; `sealed`, as well, "
  "and the value is given out to nobody without the act `see-sealed`. *Correctable*: an "
  "`entry-corrected` may set it. A kind marked ★ has a call of its own in the library.\n\n"
  "An *id* is of lower-case letters, digits, `.`, `_` and `-`, at most 64; a *word* is written "
  "alike but refers to nothing. A *period* is an ISO 8601 duration or `{\"count\": 28, \"unit\": "
  "\"days\", \"from\": \"after\"}`; a *fraction* is a whole number or a text such as "
  "`\"2/3\"`.\n\n";

char *
charter_schema_to_markdown (void)
{
  GString *out = g_string_new (introduction);
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();

  g_string_append (out, "## Entries\n\n");
  append_shape (out, &charter_submission_shape, FALSE);
  append_shape (out, &charter_entry_shape, FALSE);
  for (guint i = 0; i < charter_n_kind_groups; i++)
    append_group (out, &charter_kind_groups[i], seen);

  g_string_append (out, "## The charter\n\n");
  append_shape (out, &charter_document_shape, FALSE);
  g_ptr_array_add (seen, (gpointer) &charter_document_shape);
  append_parts (out, &charter_document_shape, seen, FALSE);
  append_shape (out, &charter_period_shape, FALSE);
  append_shape (out, &charter_remedy_shape, FALSE);

  return g_string_free (out, FALSE);
}
