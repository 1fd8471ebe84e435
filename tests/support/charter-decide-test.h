/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "charter-build.h"

#include "permit/charter-build-private.h"

/* A small world for permit/ and decide/: persons (or partners) called a, b, c …, one decision
 * `item` about `acme`, proposed on 6 January, opened on the 7th, closing on the 14th at 09:00. */

#define WORLD_START "2026-01-05T09:00:00Z"
#define WORLD_PROPOSED "2026-01-06T09:00:00Z"
#define WORLD_OPENS "2026-01-07T09:00:00Z"
#define WORLD_VOTES "2026-01-08T09:00:00Z"
#define WORLD_CLOSES "2026-01-14T09:00:00Z"
#define WORLD_AFTER "2026-02-01T09:00:00Z"

/* Members of the rule `r` and of the charter beside it; NULL for none. */
static inline char *
world_charter (const char *rule,
               const char *more)
{
  gboolean timed = rule != NULL && strstr (rule, "'time'") != NULL;

  return g_strdup_printf (
    "{'charter': '1', 'id': 'c', 'title': 'C', 'sections': [{'id': 's', 'title': 'S', 'clauses': "
    "[{'id': 'cl', 'kind': 'value', 'text': 'We decide fairly.'}]}], "
    "'rules': [{'id': 'r', 'method': 'majority'%s%s%s}]%s%s}",
    timed ? "" : ", 'time': {'open': 'P7D'}", rule != NULL ? ", " : "", rule != NULL ? rule : "",
    more != NULL ? ", " : "", more != NULL ? more : "");
}

static inline void
world_propose (CharterBuild *b)
{
  charter_build_add (b, "decision-proposed", WORLD_PROPOSED,
                     "{'id': 'item', 'title': 'D', 'rule': 'r', 'about': ['acme']}");
  charter_build_add (b, "decision-opened", WORLD_OPENS, "{'decision': 'item'}");
}

static inline CharterBuild *
world_of_persons (guint       n,
                  const char *rule,
                  const char *more)
{
  g_autofree char *with_unit = g_strconcat ("'unit': 'person'", rule != NULL ? ", " : "", rule,
                                            NULL);
  g_autofree char *charter = world_charter (with_unit, more);
  CharterBuild *b = charter_build_new (charter, WORLD_START);

  for (guint i = 0; i < n; i++)
    charter_build_add (b, "person-joined", WORLD_START, "{'id': '%c'}", 'a' + (char) i);
  world_propose (b);

  return b;
}

static inline void
world_vote_at (CharterBuild *b,
               const char   *at,
               const char   *voter,
               const char   *choice)
{
  charter_build_add (b, "ballot-cast", at, "{'decision': 'item', 'voter': '%s', 'choice': '%s'}",
                     voter, choice);
}

static inline void
world_vote (CharterBuild *b,
            const char   *voter,
            const char   *choice)
{
  world_vote_at (b, WORLD_VOTES, voter, choice);
}

/* The first voters vote for, the next against, the next abstain. */
static inline void
world_votes (CharterBuild *b,
             guint         n_for,
             guint         n_against,
             guint         n_abstain)
{
  for (guint i = 0; i < n_for + n_against + n_abstain; i++)
    {
      char voter[2] = { (char) ('a' + i), '\0' };

      world_vote (b, voter, i < n_for ? "for" : i < n_for + n_against ? "against" : "abstain");
    }
}

static inline CharterDecided *
world_decide (CharterBuild *b,
              const char   *at)
{
  CharterScene scene = charter_build_scene (b);
  CharterDecided *decided = charter_decide (&scene, charter_build_ref (b, "item"),
                                            charter_build_instant (at));

  return decided;
}

static inline const char *
world_result (CharterResult result)
{
  g_autoptr(GEnumClass) class = g_type_class_ref (CHARTER_TYPE_RESULT);

  return g_enum_get_value (class, (int) result)->value_nick;
}

static inline char *
world_decide_json (CharterBuild *b,
                   const char   *at)
{
  g_autoptr(CharterDecided) decided = world_decide (b, at);
  g_autoptr(CharterBuilder) builder = charter_builder_new ();

  charter_decided_build (decided, builder);

  return charter_builder_to_text (builder);
}

/* The members @names of the answer (NULL-terminated), in alphabetical order. */
static inline char *
world_members (const char        *json,
               const char *const *names)
{
  g_autoptr(CharterBuilder) some = charter_builder_new ();
  g_autoptr(CharterArena) arena = charter_arena_new ();
  g_autoptr(CharterProblems) problems = charter_problems_new ();
  const CharterNode *root = charter_json_read (arena, json, strlen (json), CHARTER_PROFILE_DATA,
                                               CHARTER_READ_NONE, NULL, problems);

  charter_builder_begin_object (some);
  for (guint i = 0; names[i] != NULL; i++)
    if (charter_node_member (root, names[i]) != NULL)
      charter_builder_set_node (some, names[i], charter_node_member (root, names[i]));
  charter_builder_end (some);

  return charter_builder_to_text (some);
}

/* Single quotes in @expected_. */
#define world_assert_members(json_, expected_, ...)                                            \
  G_STMT_START {                                                                              \
    const char *const world_names[] = { __VA_ARGS__, NULL };                                  \
    g_autofree char *world_m = world_members ((json_), world_names);                          \
    g_autofree char *world_e = charter_build_quote ((expected_));                             \
    charter_assert_str (world_m, world_e);                                                    \
  } G_STMT_END

#define world_assert_result(b_, at_, expected_)                                               \
  G_STMT_START {                                                                              \
    g_autoptr(CharterDecided) world_d = world_decide ((b_), (at_));                           \
    charter_assert_str (world_result (world_d->result), (expected_));                         \
  } G_STMT_END

/* "allowed", "denied: conflict own-matter", … */
static inline char *
world_may (CharterBuild *b,
           const char   *person,
           const char   *act,
           const char   *subject,
           const char   *at)
{
  static const char *const answers[] = { "allowed", "denied", "indeterminate" };
  CharterScene scene = charter_build_scene (b);
  GString *out = g_string_new (NULL);
  CharterJudgement judgement;

  charter_decide_may (&scene, charter_build_ref (b, person), act,
                      subject != NULL ? charter_build_ref (b, subject) : 0,
                      charter_build_instant (at), &judgement);
  g_string_append (out, answers[judgement.answer]);
  for (guint i = 0; i < judgement.grounds->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? ": " : " ", (char *) judgement.grounds->pdata[i]);
  cr_assert (charter_reasons_count (judgement.reasons) > 0, "an answer without a reason: %s",
             out->str);
  charter_judgement_clear (&judgement);

  return g_string_free (out, FALSE);
}

#define world_assert_may(b_, person_, act_, subject_, at_, expected_)                         \
  G_STMT_START {                                                                              \
    g_autofree char *world_a = world_may ((b_), (person_), (act_), (subject_), (at_));        \
    charter_assert_str (world_a, (expected_));                                                \
  } G_STMT_END

/* The electorate as JSON. */
static inline char *
world_electorate (CharterBuild *b,
                  const char   *at)
{
  CharterScene scene = charter_build_scene (b);
  g_autoptr(CharterBuilder) builder = charter_builder_new ();
  CharterElectorateData data;

  charter_permit_electorate (&scene, charter_build_ref (b, "item"), NULL, NULL,
                             charter_build_instant (at), &data);
  charter_electorate_build (&scene, &data, builder);
  charter_electorate_clear (&data);

  return charter_builder_to_text (builder);
}
