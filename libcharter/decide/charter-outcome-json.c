/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-work-private.h"
#include "decide/charter-choosing-private.h"

#include "permit/charter-build-private.h"
#include "state/charter-view-private.h"

#include <string.h>

/* An outcome as JSON: the shape that SCENARIOS.md gives the answer `decision`, whose counts
 * are also what decision-closed records. */

static void
set_enum (CharterBuilder *builder,
          const char     *name,
          GType           type,
          int             value)
{
  g_autoptr(GEnumClass) class = g_type_class_ref (type);

  charter_builder_set_string (builder, name, g_enum_get_value (class, value)->value_nick);
}

static void
set_instant (CharterBuilder *builder,
             const char     *name,
             gint64          instant)
{
  char text[CHARTER_INSTANT_TEXT_SIZE];

  if (instant == CHARTER_INSTANT_NONE)
    return;
  charter_instant_format (instant, text);
  charter_builder_set_string (builder, name, text);
}

/* Counts */

static void
build_counts (const CharterCounts *counts,
              CharterBuilder      *builder)
{
  charter_builder_key (builder, "counts");
  charter_builder_begin_object (builder);
  charter_builder_set_integer (builder, "for", counts->for_);
  charter_builder_set_integer (builder, "against", counts->against);
  charter_builder_set_integer (builder, "abstain", counts->abstain);
  charter_builder_set_integer (builder, "object", counts->object);
  charter_builder_set_integer (builder, "stand-aside", counts->stand_aside);
  charter_builder_set_integer (builder, "silent", counts->silent);
  charter_builder_set_integer (builder, "invalid", counts->invalid);
  charter_builder_end (builder);
}

static void
build_requirement (const CharterRequirementResult *row,
                   CharterBuilder                 *builder)
{
  charter_builder_begin_object (builder);
  if (row->constituency != NULL)
    charter_builder_set_string (builder, "constituency", row->constituency);
  else
    charter_builder_set_string (builder, "role", row->role);
  charter_builder_set_integer (builder, "needed", row->needed);
  charter_builder_set_integer (builder, "counted", row->counted);
  charter_builder_set_boolean (builder, "holds", row->holds);
  charter_builder_end (builder);
}

static void
build_quorum (const CharterQuorumResult *quorum,
              CharterBuilder            *builder)
{
  if (!quorum->given)
    return;
  charter_builder_key (builder, "quorum");
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "base", quorum->base);
  charter_builder_set_fraction (builder, "base-count", &quorum->base_exact);
  charter_builder_set_integer (builder, "needed", quorum->needed);
  charter_builder_set_integer (builder, "counted", quorum->counted);
  charter_builder_set_boolean (builder, "holds", quorum->holds);
  if (quorum->requires_->len > 0)
    {
      charter_builder_key (builder, "requires");
      charter_builder_begin_array (builder);
      for (guint i = 0; i < quorum->requires_->len; i++)
        build_requirement (&g_array_index (quorum->requires_, CharterRequirementResult, i),
                           builder);
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

static void
build_test (const CharterTestResult *row,
            CharterBuilder          *builder)
{
  charter_builder_begin_object (builder);
  charter_builder_set_string (builder, "id", row->id);
  if (row->constituency != NULL)
    charter_builder_set_string (builder, "constituency", row->constituency);
  if (row->option != NULL)
    charter_builder_set_string (builder, "option", row->option);
  charter_builder_set_fraction (builder, "left", &row->left);
  charter_builder_set_string (builder, "compare", charter_test_result_compare (row));
  charter_builder_set_fraction (builder, "right", &row->right);
  charter_builder_set_boolean (builder, "holds", row->holds);
  charter_builder_end (builder);
}

static void
build_tests (GArray         *tests,
             CharterBuilder *builder)
{
  charter_builder_key (builder, "tests");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < tests->len; i++)
    build_test (&g_array_index (tests, CharterTestResult, i), builder);
  charter_builder_end (builder);
}

/* A record has the numbers and the change. */
static void
build_margin (const CharterDecided *self,
              gboolean              recorded,
              CharterBuilder       *builder)
{
  if (!self->has_margin)
    return;
  charter_builder_key (builder, "margin");
  charter_builder_begin_object (builder);
  charter_builder_set_integer (builder, "at-least", self->margin_least);
  if (self->margin_most > 0)
    charter_builder_set_integer (builder, "at-most", self->margin_most);
  if (self->margin_change != NULL)
    charter_builder_set_string (builder, "change", self->margin_change);
  if (self->margin_because != NULL && !recorded)
    charter_builder_set_string (builder, "because", self->margin_because);
  charter_builder_end (builder);
}

void
charter_decided_build_counts (const CharterDecided *self,
                              gboolean              recorded,
                              CharterBuilder       *builder)
{
  charter_builder_set_boolean (builder, "quorate", self->quorate);
  build_quorum (&self->quorum, builder);
  build_counts (&self->counts, builder);
  build_tests (self->tests, builder);
  if (self->choosing != NULL)
    charter_choosing_build_counts (self->choosing, &self->scene, builder);
  else if (self->tie_break != NULL)
    charter_choosing_build_ties (self->tie_break, &self->scene, builder);
  build_margin (self, recorded, builder);
}

/* Who was left out: the electorate's exclusions, and ballots that are not counted. */

static void
build_excluded (const CharterDecided *self,
                CharterBuilder       *builder)
{
  g_autoptr(GArray) rows = charter_decided_exclusions (self);

  charter_builder_key (builder, "excluded");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, CharterExclusionData, i).shown != 0)
      charter_exclusion_build (&self->scene, &g_array_index (rows, CharterExclusionData, i),
                               builder);
  charter_builder_end (builder);
}

static gboolean
merge_ballot (GArray                    *rows,
              const CharterBarredBallot *ballot)
{
  for (guint i = 0; i < rows->len; i++)
    {
      CharterExclusionData *row = &g_array_index (rows, CharterExclusionData, i);

      if (row->who != ballot->who || strcmp (row->ground, ballot->ground) != 0)
        continue;
      row->from |= ballot->from;
      row->shown |= ballot->from;
      return TRUE;
    }

  return FALSE;
}

GArray *
charter_decided_exclusions (const CharterDecided *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (CharterExclusionData));

  if (self->electorate.excluded != NULL)
    g_array_append_vals (rows, self->electorate.excluded->data, self->electorate.excluded->len);
  for (guint i = 0; i < self->barred->len; i++)
    {
      const CharterBarredBallot *ballot = &g_array_index (self->barred, CharterBarredBallot, i);
      CharterExclusionData added = {
        .who = ballot->who,
        .person = ballot->who,
        .from = ballot->from,
        .shown = ballot->from,
        .ground = ballot->ground,
        .clause = ballot->clause,
        .because = ballot->because,
        .party = ballot->party,
        .trail = ballot->trail,
      };

      if (!merge_ballot (rows, ballot))
        g_array_append_val (rows, added);
    }

  return rows;
}

/* Remedies */

static void
build_remedies (const CharterDecided *self,
                CharterBuilder       *builder)
{
  charter_builder_key (builder, "remedies");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->remedies->len; i++)
    {
      const CharterNode *row = self->remedies->pdata[i];
      const char *clause = charter_node_member_string (row, "clause");

      charter_builder_begin_object (builder);
      charter_builder_set_string (builder, "remedy",
                                  row->type == CHARTER_NODE_STRING
                                    ? row->string
                                    : charter_node_member_string (row, "remedy"));
      if (clause != NULL)
        charter_builder_set_string (builder, "clause", clause);
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

static void
build_dissent (const CharterDecided *self,
               CharterBuilder       *builder)
{
  charter_builder_key (builder, "dissent");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->dissent->len; i++)
    charter_dissent_build (&self->scene, &g_array_index (self->dissent, CharterDissentData, i),
                           builder);
  charter_builder_end (builder);
}

/* What the clauses say that the decision serves; goals and preferences have no text here. */
static void
build_serves (const CharterDecided *self,
              CharterBuilder       *builder)
{
  g_autoptr(GPtrArray) clauses = charter_decided_serves (self);

  charter_builder_key (builder, "serves");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < clauses->len; i++)
    {
      const CharterClauseData *clause = clauses->pdata[i];

      charter_builder_begin_object (builder);
      charter_builder_set_string (builder, "clause", clause->id);
      charter_builder_set_string (builder, "text", clause->text);
      charter_builder_end (builder);
    }
  charter_builder_end (builder);
}

static void
build_bundle (const CharterDecided *self,
              CharterBuilder       *builder)
{
  g_auto(GStrv) bundled = charter_decided_dup_bundle (self, FALSE);
  g_auto(GStrv) taken_out = charter_decided_dup_bundle (self, TRUE);

  if (self->bundle == NULL)
    return;
  charter_builder_set_strv (builder, "bundled", (const char *const *) bundled);
  charter_builder_set_strv (builder, "taken-out", (const char *const *) taken_out);
}

void
charter_decided_build (const CharterDecided *self,
                       CharterBuilder       *builder)
{
  charter_builder_begin_object (builder);
  set_enum (builder, "state", CHARTER_TYPE_DECISION_STATE, (int) self->state);
  set_enum (builder, "result", CHARTER_TYPE_RESULT, (int) self->result);
  set_instant (builder, "opens", self->opens);
  set_instant (builder, "closes", self->closes);
  charter_decided_build_times (self, builder);
  if (self->choosing != NULL && self->result != CHARTER_RESULT_PENDING)
    charter_choosing_build_winners (self->choosing, builder);
  if (self->counted)
    charter_decided_build_counts (self, FALSE, builder);
  if (self->counted && self->choosing != NULL && !self->rule->secret)
    charter_choosing_build_count (self->choosing, builder);
  if (self->turnout_only)
    charter_builder_set_integer (builder, "turnout", self->turnout);
  build_excluded (self, builder);
  charter_delegations_build (&self->scene, self->delegations, builder);
  build_remedies (self, builder);
  build_dissent (self, builder);
  build_serves (self, builder);
  build_bundle (self, builder);
  if (self->mode != NULL)
    charter_builder_set_string (builder, "mode", self->mode);
  if (self->cannot != NULL)
    charter_builder_set_string (builder, "place", self->cannot);
  charter_builder_set_boolean (builder, "disputed", self->disputed);
  if (self->disputed)
    set_enum (builder, "recount", CHARTER_TYPE_RESULT, (int) self->recount);
  charter_builder_key (builder, "flagged");
  charter_builder_begin_array (builder);
  for (guint i = 0; i < self->flagged->len; i++)
    charter_conflict_build (&self->scene, &g_array_index (self->flagged, CharterConflictData, i),
                            builder);
  charter_builder_end (builder);
  charter_builder_key (builder, "reasons");
  charter_reasons_build (self->reasons, builder);
  charter_builder_end (builder);
}
