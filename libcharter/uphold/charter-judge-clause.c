/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "uphold/charter-uphold-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "state/charter-string-table-private.h"

/* One clause: its checks and attestations, put together into a finding. */

enum
{
  NOTHING_TO_TELL,
  SIGN,
  BAR,
  SET_ASIDE
};

static const CharterReasonType types[] = {
  [NOTHING_TO_TELL] = { "nothing-to-tell", N_("The clause has no check and no question, so "
                                               "nothing can show whether it is lived.") },
  [SIGN] = { "sign", N_("A sign: it can pull the clause down to partly, and never lifts it.") },
  [BAR] = { "bar", N_("A bar: when it is not upheld, neither is the clause.") },
  [SET_ASIDE] = { "set-aside", N_("It is set aside.") },
};

static CharterPartRole
role_of (const CharterNode *check)
{
  const char *as = charter_node_member_string (check, "as");

  if (g_strcmp0 (as, "sign") == 0)
    return CHARTER_PART_SIGN;
  return g_strcmp0 (as, "bar") == 0 ? CHARTER_PART_BAR : CHARTER_PART_PROOF;
}

static gboolean
is_set_aside (const CharterPart *part)
{
  if (part->status == CHARTER_PART_NOTHING_AROSE)
    return TRUE;
  return part->status == CHARTER_PART_NO_EVIDENCE
         && (part->role == CHARTER_PART_SIGN || part->role == CHARTER_PART_BAR);
}

/* Says what the part counts for, beside what it found. */
static void
say_role (CharterJudge      *self,
          const CharterPart *part)
{
  CharterReasons *reasons = self->finding->reasons;

  if (part->role == CHARTER_PART_SIGN)
    charter_reasons_add (reasons, part->reason, &types[SIGN], self->clause, NULL);
  if (part->role == CHARTER_PART_BAR)
    charter_reasons_add (reasons, part->reason, &types[BAR], self->clause, NULL);
  if (is_set_aside (part))
    charter_reasons_add (reasons, part->reason, &types[SET_ASIDE], self->clause, NULL);
}

static void
judge_checks (CharterJudge      *self,
              const CharterNode *checks,
              GArray            *parts)
{
  CHARTER_EACH (checks, check)
    {
      CharterPart part = { .role = role_of (check), .fresh_until = CHARTER_DATE_NONE };

      charter_judge_check (self, check, 0, 1, &part);
      say_role (self, &part);
      g_array_append_val (parts, part);
    }
}

static void
judge_attests (CharterJudge      *self,
               const CharterNode *attests,
               GArray            *parts)
{
  CHARTER_EACH (attests, attest)
    {
      CharterPart part = { .role = CHARTER_PART_ATTESTATION, .fresh_until = CHARTER_DATE_NONE };

      charter_judge_attest (self, attest, &part);
      say_role (self, &part);
      g_array_append_val (parts, part);
    }
}

/* The part that the status rests on, for the summary. */
static gboolean
explains (const CharterPart    *part,
          CharterFindingStatus  status)
{
  gboolean weighs = part->role != CHARTER_PART_SIGN;

  switch (status)
    {
    case CHARTER_FINDING_STATUS_NOT_UPHELD:
      return weighs && part->status == CHARTER_PART_NOT_UPHELD;
    case CHARTER_FINDING_STATUS_INDETERMINATE:
      return weighs && part->status == CHARTER_PART_INDETERMINATE;
    case CHARTER_FINDING_STATUS_PARTLY:
      /* A sign that is partly upheld pulls nothing down. */
      return part->status != CHARTER_PART_UPHELD && !is_set_aside (part)
             && (weighs || part->status != CHARTER_PART_PARTLY);
    default:
      return weighs;
    }
}

static char *
summary_of (CharterJudge *self,
            GArray       *parts)
{
  CharterReasons *reasons = self->finding->reasons;

  for (guint i = 0; i < parts->len; i++)
    {
      const CharterPart *part = &g_array_index (parts, CharterPart, i);

      if (explains (part, self->finding->status))
        return charter_reasons_render (reasons, part->headline != 0 ? part->headline : part->reason, FALSE);
    }
  return charter_reasons_render (reasons, charter_reasons_first (reasons, 0), FALSE);
}

/* What would lift the clause: what each part that stands in the way needs. */
static char *
restore_of (CharterFindingStatus  status,
            GArray               *parts)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < parts->len && status != CHARTER_FINDING_STATUS_UPHELD; i++)
    {
      const CharterPart *part = &g_array_index (parts, CharterPart, i);

      if (part->restore != NULL && !is_set_aside (part)
          && !(part->role == CHARTER_PART_SIGN && part->status == CHARTER_PART_PARTLY))
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", part->restore);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static gint32
fresh_until (GArray *parts)
{
  gint32 first = CHARTER_DATE_NONE;

  for (guint i = 0; i < parts->len; i++)
    {
      gint32 date = g_array_index (parts, CharterPart, i).fresh_until;

      if (date != CHARTER_DATE_NONE && (first == CHARTER_DATE_NONE || date < first))
        first = date;
    }
  return first;
}

static void
clear_part (gpointer data)
{
  g_free (((CharterPart *) data)->restore);
}

/* A case that speaks for or against in two checks is named once. */
static void
name_once (GArray *cases)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (charter_string_hash, g_str_equal);
  guint kept = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      CharterCaseData *one = &g_array_index (cases, CharterCaseData, i);
      CharterCaseData *place = &g_array_index (cases, CharterCaseData, kept);
      CharterCaseData other = *place;

      if (g_hash_table_contains (seen, one->id))
        continue;
      g_hash_table_add (seen, one->id);
      *place = *one;
      *one = other;
      kept++;
    }
  /* The others have come to stand at the end. */
  g_array_set_size (cases, kept);
}

CharterFindingData *
charter_judge_clause (CharterInquiry *inquiry,
                      guint           index)
{
  const CharterClauseData *clause = &inquiry->charter->clauses[index];
  CharterFindingData *finding =
      charter_finding_data_new (clause->id, inquiry->charter->sections[clause->section].id);
  CharterJudge self = { inquiry, clause->id, finding };
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (CharterPart));

  g_array_set_clear_func (parts, clear_part);
  judge_checks (&self, clause->checks, parts);
  judge_attests (&self, clause->attest, parts);
  if (parts->len == 0)
    charter_reasons_add (finding->reasons, 0, &types[NOTHING_TO_TELL], clause->id, NULL);
  finding->status = charter_parts_status ((const CharterPart *) parts->data, parts->len);
  finding->summary = summary_of (&self, parts);
  finding->restore = restore_of (finding->status, parts);
  finding->fresh_until = fresh_until (parts);
  name_once (finding->offending);
  name_once (finding->satisfying);
  return finding;
}
