/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "decide/charter-decide-work-private.h"
#include "decide/charter-choosing-private.h"

#include <string.h>

/* Finality: what decision-closed records, and reading it back.  From then on this is the
 * outcome; where counting again gives something else, the outcome is disputed. */

#define FEW_BALLOTS 5   /* below this the totals of a secret vote give people away */

static const char *
result_nick (CharterResult result)
{
  g_autoptr(GEnumClass) class = g_type_class_ref (CHARTER_TYPE_RESULT);

  return g_enum_get_value (class, (int) result)->value_nick;
}

/* Writing */

/* Do sums depend on who cast what?  One ballot weighs more than another, or stands for several;
 * a test looks at one constituency alone, or the quorum at one and not at every choice; or
 * whether two are equal shows. */
static gboolean
tells_apart (const CharterDecided *self)
{
  const guint all = CHARTER_SUM_FOR | CHARTER_SUM_AGAINST | CHARTER_SUM_ABSTAIN;
  const CharterQuorumRule *quorum = &self->rule->quorum;

  if (quorum->n_requires > 0 && (quorum->counts & all) != all)
    return TRUE;
  for (guint i = 0; i < self->rule->n_tests; i++)
    if (self->rule->tests[i].constituency != NULL)
      return TRUE;

  return self->proxied || self->paired || self->uneven
         || (self->rule->speaks == CHARTER_SPEAKS_AGREED
             && self->rule->unit == CHARTER_UNIT_PARTNER);
}

/* Totals of a secret vote are kept back where they would tell who voted how: of a few, of those
 * who are all of one mind, and where they depend on who cast what. */
static gboolean
keeps_totals_back (const CharterDecided *self)
{
  const CharterCounts *c = &self->counts;
  const gint64 sums[] = { c->for_, c->against, c->abstain, c->object, c->stand_aside, c->invalid };
  guint kinds = 0;

  if (!self->rule->secret || self->rule->totals_always)
    return FALSE;
  if (tells_apart (self))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (sums[i] > 0)
      kinds++;
  if (self->choosing != NULL && charter_choosing_differs (self->choosing))
    kinds++;

  return self->turnout < FEW_BALLOTS || kinds < 2;
}

static void
build_members (const CharterDecided *self,
               CharterBuilder       *builder)
{
  charter_builder_set_string (builder, "result", result_nick (self->result));
  if (self->choosing != NULL)
    charter_choosing_build_winners (self->choosing, builder);
  if (!self->counted || keeps_totals_back (self))
    return;
  charter_decided_build_counts (self, TRUE, builder);
  charter_builder_set_string (builder, "mode", self->mode);
}

void
charter_decided_record (const CharterDecided *self,
                        CharterBuilder       *builder)
{
  g_autoptr(CharterBuilder) members = charter_builder_new ();
  g_autofree char *text = NULL, *digest = NULL;
  const CharterNode *root;

  charter_builder_begin_object (members);
  build_members (self, members);
  charter_builder_end (members);
  text = charter_builder_to_text (members);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  root = charter_builder_get_root (members);
  for (const CharterNode *m = charter_node_first (root); m != NULL; m = charter_node_next (root, m))
    charter_builder_set_node (builder, m->key, m);
  charter_builder_set_string (builder, "digest", digest);
}

static char *
digest_of_count (const CharterDecided *self)
{
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_builder_begin_object (builder);
  charter_decided_record (self, builder);
  charter_builder_end (builder);

  return g_strdup (charter_node_member_string (charter_builder_get_root (builder), "digest"));
}

/* Reading back */

static CharterResult
parse_result (const char *text)
{
  g_autoptr(GEnumClass) class = g_type_class_ref (CHARTER_TYPE_RESULT);
  const GEnumValue *value = text != NULL ? g_enum_get_value_by_nick (class, text) : NULL;

  return value != NULL ? (CharterResult) value->value : CHARTER_RESULT_INDETERMINATE;
}

CharterResult
charter_decided_recorded_result (const CharterDecided *self)
{
  return parse_result (charter_node_member_string (self->recorded, "result"));
}

static void
read_counts (const CharterNode *node,
             CharterCounts     *out)
{
  out->for_ = charter_node_member_integer (node, "for", 0);
  out->against = charter_node_member_integer (node, "against", 0);
  out->abstain = charter_node_member_integer (node, "abstain", 0);
  out->object = charter_node_member_integer (node, "object", 0);
  out->stand_aside = charter_node_member_integer (node, "stand-aside", 0);
  out->silent = charter_node_member_integer (node, "silent", 0);
  out->invalid = charter_node_member_integer (node, "invalid", 0);
}

static void
read_requirement (const CharterNode *node,
                  GArray            *out)
{
  CharterRequirementResult row = {
    .constituency = charter_node_member_string (node, "constituency"),
    .role = charter_node_member_string (node, "role"),
    .needed = charter_node_member_integer (node, "needed", 0),
    .counted = charter_node_member_integer (node, "counted", 0),
    .holds = charter_node_member_boolean (node, "holds", FALSE),
  };

  g_array_append_val (out, row);
}

static void
read_base_count (const CharterNode   *node,
                 CharterQuorumResult *out)
{
  const CharterNode *count = charter_node_member (node, "base-count");

  out->base_exact = CHARTER_FRACTION (0, 1);
  if (count != NULL)
    charter_fraction_from_node (count, &out->base_exact);
  out->base_count = charter_fraction_floor (&out->base_exact);
}

static void
read_quorum (const CharterNode   *node,
             CharterQuorumResult *out)
{
  const CharterNode *requires_ = charter_node_member (node, "requires");

  charter_quorum_result_clear (out);
  *out = (CharterQuorumResult) {
    .given = node != NULL, .holds = TRUE, .base_exact = CHARTER_FRACTION (0, 1)
  };
  out->requires_ = g_array_new (FALSE, FALSE, sizeof (CharterRequirementResult));
  if (node == NULL)
    return;
  out->base = charter_node_member_string (node, "base");
  read_base_count (node, out);
  out->needed = charter_node_member_integer (node, "needed", 0);
  out->counted = charter_node_member_integer (node, "counted", 0);
  out->holds = charter_node_member_boolean (node, "holds", FALSE);
  if (requires_ == NULL)
    return;
  for (const CharterNode *r = charter_node_first (requires_); r != NULL;
       r = charter_node_next (requires_, r))
    read_requirement (r, out->requires_);
}

static void
read_test (const CharterNode *node,
           GArray            *out)
{
  const char *compare = charter_node_member_string (node, "compare");
  CharterTestResult row = {
    .id = charter_node_member_string (node, "id"),
    .constituency = charter_node_member_string (node, "constituency"),
    .option = charter_node_member_string (node, "option"),
    .left = CHARTER_FRACTION (0, 1),
    .right = CHARTER_FRACTION (0, 1),
    .compare = g_strcmp0 (compare, ">") == 0 ? CHARTER_COMPARE_GREATER
                                             : CHARTER_COMPARE_GREATER_OR_EQUAL,
    .at_most = g_strcmp0 (compare, "<=") == 0,
    .holds = charter_node_member_boolean (node, "holds", FALSE),
  };
  const CharterNode *left = charter_node_member (node, "left"),
                    *right = charter_node_member (node, "right");

  if (left != NULL)
    charter_fraction_from_node (left, &row.left);
  if (right != NULL)
    charter_fraction_from_node (right, &row.right);
  g_array_append_val (out, row);
}

/* Why fewer cannot do is not recorded: it is told where counting again gives the same. */
static void
read_margin (const CharterNode *node,
             CharterDecided    *self)
{
  gint64 least = charter_node_member_integer (node, "at-least", 0);
  gint64 most = charter_node_member_integer (node, "at-most", 0);

  if (least != self->margin_least || most != self->margin_most)
    g_clear_pointer (&self->margin_because, g_free);
  if (self->margin_because == NULL && self->choosing != NULL && (least > 1 || least == most))
    self->margin_because = g_strdup ("so it was worked out when voting was recorded as closed");
  self->has_margin = node != NULL;
  self->margin_least = least;
  self->margin_most = most;
  g_clear_pointer (&self->margin_change, g_free);
  self->margin_change = g_strdup (charter_node_member_string (node, "change"));
}

void
charter_decided_read_totals (CharterDecided *self)
{
  const CharterNode *tests = charter_node_member (self->recorded, "tests");

  self->counted = charter_node_member (self->recorded, "counts") != NULL;
  self->turnout_only = FALSE;
  if (!self->counted)
    return;
  read_counts (charter_node_member (self->recorded, "counts"), &self->counts);
  read_quorum (charter_node_member (self->recorded, "quorum"), &self->quorum);
  read_margin (charter_node_member (self->recorded, "margin"), self);
  self->quorate = charter_node_member_boolean (self->recorded, "quorate", TRUE);
  g_array_set_size (self->tests, 0);
  if (tests == NULL)
    return;
  for (const CharterNode *t = charter_node_first (tests); t != NULL;
       t = charter_node_next (tests, t))
    read_test (t, self->tests);
}

static void
read_mode (CharterDecided *self)
{
  const char *mode = charter_node_member_string (self->recorded, "mode");

  if (mode == NULL)
    return;
  g_free (self->mode);
  self->mode = g_strdup (mode);
}

/* A secret vote is not counted again: its openings may be gone for good. */
gboolean
charter_decided_is_disputed (const CharterDecided *self)
{
  g_autofree char *digest = NULL;

  if (self->rule == NULL || self->rule->secret)
    return FALSE;
  digest = digest_of_count (self);

  return g_strcmp0 (digest, charter_node_member_string (self->recorded, "digest")) != 0;
}

void
charter_decided_take_record (CharterDecided *self)
{
  self->recount = self->result;
  self->result = charter_decided_recorded_result (self);
  if (self->result != CHARTER_RESULT_CANNOT_EXPRESS)
    g_clear_pointer (&self->cannot, g_free);
  if (self->result != CHARTER_RESULT_NO_QUORUM
      && !(self->nobody_left && self->result == CHARTER_RESULT_NOT_CARRIED))
    g_ptr_array_set_size (self->remedies, 0);
  charter_decided_take_choice (self);
  charter_decided_read_totals (self);
  read_mode (self);
}

/* For the gate */

static gboolean
refuse_close (const CharterDecided *self,
              GError              **error)
{
  const char *name = charter_scene_name (&self->scene, self->decision);

  if (self->opened == NULL)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED,
                 "Voting on “%s” has not opened, so there is nothing to close", name);
  else if (self->result == CHARTER_RESULT_CANNOT_EXPRESS)
    /* What is recorded stands for good, also for versions that could have counted it. */
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED,
                 "“%s” cannot be counted by this version (%s): close it with one that can", name,
                 self->cannot);
  else if (self->result == CHARTER_RESULT_TIED)
    g_set_error (error, CHARTER_ERROR, CHARTER_ERROR_REFUSED,
                 "“%s” is tied, and the rule leaves it to a casting vote, which comes first", name);
  else
    g_set_error (
      error, CHARTER_ERROR, CHARTER_ERROR_REFUSED,
      "“%s” is still open, so its result is pending: it can be closed once voting has ended", name);

  return FALSE;
}

static gboolean
is_undecided (const CharterDecided *self)
{
  return self->result == CHARTER_RESULT_PENDING || self->result == CHARTER_RESULT_TIED
         || self->result == CHARTER_RESULT_CANNOT_EXPRESS;
}

gboolean
charter_decide_close (const CharterScene *scene,
                      CharterRef          decision,
                      gint64              at,
                      CharterBuilder     *builder,
                      GError            **error)
{
  g_autoptr(CharterDecided) self = charter_decided_work_out (scene, decision, at, at, TRUE);

  if (is_undecided (self))
    return refuse_close (self, error);
  charter_decided_record (self, builder);

  return TRUE;
}
